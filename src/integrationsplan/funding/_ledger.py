"""The ledger of a grant: what its events add up to, balanced at every step.

Nothing is ever drawn or used that was not granted. What is used before it is paid, as where money
comes on a claim, is spent ahead until then. Each event is looked at with what stood before it, so
that whatever would unbalance the ledger is refused where it happens.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from integrationsplan._language import Language, Wording
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._events import (
    Amended,
    Claimed,
    Demanded,
    Granted,
    GrantEvent,
    InterestCharged,
    InterestPaid,
    Paid,
    PassedBack,
    PassedOn,
    Repaid,
    Returned,
    Settled,
    Used,
    Waived,
)
from integrationsplan.funding._parts import above_zero, told
from integrationsplan.problems import TOO_LARGE, Problem, at_pointer
from integrationsplan.values import Money

__all__ = ["Ledger", "after", "ledger_problems", "totalled"]

ZERO = Money(0)
MOST_IN_ALL = Wording("less than 10^18 in all", "zusammen weniger als 10^18")

SPENT_AHEAD = Wording("used and not yet drawn", "verwendet und noch nicht abgerufen")

Shares: TypeAlias = MappingProxyType[str, Money]
"""Amounts by key of those they belong to."""


@attrs.frozen
class Ledger:
    """Where the money of a grant is.

    Whatever has happened, ``granted`` = `lapsed` + `undrawn` + `held` + `spent` - `recoverable`,
    and none of them is ever below zero.

    Attributes:
        granted: What the notice and its amendments grant.
        claimed: What was called for.
        paid: What was paid out, in all.
        passed_on: What was passed on, by whom it went to, without what came back.
        with_others: What of it still lies there.
        used: What was used for its purpose, whether it was drawn already or not.
        used_by: What of it others have used, by whom.
        returned: What was given back without being asked for.
        owed: What the final notice grants; nothing before it.
        demanded: What was demanded back, without what was waived.
        repaid: What of that was paid back.
        disallowed: What was used, and had to be repaid all the same.
        waived: What of the recovery was remitted, since the grant was settled.
        interest_charged: Interest charged.
        interest_paid: Interest paid.
    """

    granted: Money = ZERO
    claimed: Money = ZERO
    paid: Money = ZERO
    passed_on: Shares = MappingProxyType({})
    with_others: Money = ZERO
    used: Money = ZERO
    used_by: Shares = MappingProxyType({})
    returned: Money = ZERO
    owed: Money | None = None
    demanded: Money = ZERO
    repaid: Money = ZERO
    disallowed: Money = ZERO
    waived: Money = ZERO
    interest_charged: Money = ZERO
    interest_paid: Money = ZERO

    @property
    def drawn(self) -> Money:
        """What was paid out and has not come back."""
        return self.paid - self.returned - self.repaid

    @property
    def limit(self) -> Money:
        """What may be drawn in all: what is granted, or what the final notice leaves of it."""
        return self.granted if self.owed is None else self.owed

    @property
    def lapsed(self) -> Money:
        """What the final notice takes from the grant."""
        return self.granted - self.limit

    @property
    def undrawn(self) -> Money:
        """What may still be drawn."""
        return above_zero(self.limit - self.drawn)

    @property
    def recoverable(self) -> Money:
        """What was drawn beyond what is owed."""
        return above_zero(self.drawn - self.limit)

    @property
    def held(self) -> Money:
        """What was drawn, and neither used nor given back; with those it was passed on to, too."""
        return self.drawn - self.spent

    @property
    def at_hand(self) -> Money:
        """What of it lies with the recipient."""
        return self.held - self.with_others

    @property
    def spent(self) -> Money:
        """What was drawn and used, and is not repaid."""
        return min(self._kept_use, self.drawn - self.with_others)

    @property
    def spent_ahead(self) -> Money:
        """What was used and is not drawn: whoever used it has paid for it so far."""
        return self._kept_use - self.spent

    @property
    def unused(self) -> Money:
        """What may still be used, beside what lies with others: drawn or not."""
        most = max(self.limit, self.drawn) - self.with_others
        return above_zero(most - self._kept_use)

    @property
    def _kept_use(self) -> Money:
        """What was used, without what had to be repaid all the same."""
        return self.used - self.disallowed

    @property
    def open_demand(self) -> Money:
        """What was demanded back and is not repaid."""
        return self.demanded - self.repaid

    @property
    def open_interest(self) -> Money:
        """Interest charged and not paid."""
        return self.interest_charged - self.interest_paid

    @property
    def residues(self) -> Mapping[str, Money]:
        """Every sum that is left somewhere, by name; nothing that is zero."""
        names = (
            "lapsed",
            "undrawn",
            "held",
            "spent_ahead",
            "recoverable",
            "open_demand",
            "open_interest",
        )
        found = {name: getattr(self, name) for name in names}
        return MappingProxyType({name: amount for name, amount in found.items() if amount.minor})

    @property
    def is_closed(self) -> bool:
        """Whether the grant is settled and nobody owes anything any more.

        What is held then stays where it is: flat rates may be above the real cost.
        """
        recoverable = above_zero(self.recoverable - self.waived)
        left = (self.undrawn, recoverable, self.open_demand, self.open_interest)
        return self.owed is not None and not any(amount.minor for amount in left)

    def format(self, language: Language = "en") -> str:
        """Write the ledger as lines of text."""
        rows = [(wording, getattr(self, name)) for name, wording in _ROWS]
        if self.spent_ahead.minor:
            rows.append((SPENT_AHEAD, self.spent_ahead))
        return "\n".join(
            f"{wording.in_language(language)}: {amount.format(language)}"
            for wording, amount in rows
        )


_ROWS: tuple[tuple[str, Wording], ...] = (
    ("granted", Wording("granted", "bewilligt")),
    ("lapsed", Wording("lapsed", "verfallen")),
    ("undrawn", Wording("not drawn", "nicht abgerufen")),
    ("drawn", Wording("drawn", "abgerufen")),
    ("spent", Wording("used", "verwendet")),
    ("held", Wording("drawn and not used", "abgerufen und nicht verwendet")),
    ("recoverable", Wording("to be recovered", "zurückzufordern")),
)


def ledger_problems(events: Iterable[GrantEvent]) -> Iterator[Problem]:
    """Yield a problem for each event that would unbalance the ledger.

    An event that is refused is left out of what comes after, so that one error is told once.
    """
    ledger = Ledger()
    for index, event in enumerate(events):
        found = list(_problems_of(ledger, event))
        if not found:
            try:
                ledger = after(ledger, event)
            except InvalidValueError:  # a sum that no amount can hold
                found = [TOO_LARGE.at("/amount", bound=MOST_IN_ALL)]
        for problem in found:
            yield at_pointer(problem, f"/events/{index}")


def totalled(events: Iterable[GrantEvent]) -> Ledger:
    """Add up events that are known to be right."""
    ledger = Ledger()
    for event in events:
        ledger = after(ledger, event)
    return ledger


def _problems_of(ledger: Ledger, event: GrantEvent) -> Iterator[Problem]:
    pointer = "/owed" if isinstance(event, Settled) else "/amount"
    amount: Money = getattr(event, pointer[1:], ZERO)
    if amount.currency != ZERO.currency:
        yield kinds.OTHER_CURRENCY.at(pointer)
        return
    if isinstance(event, Granted):
        if ledger.granted.minor:
            yield kinds.GRANTED_TWICE.at()
        return
    if not ledger.granted.minor:
        yield kinds.NOT_GRANTED.at()
        return
    if isinstance(event, Amended):
        # Below what is drawn is possible: the rest is to be recovered then.
        if ledger.owed is not None and event.amount < ledger.owed:
            found, allowed = told(event.amount), told(ledger.owed)
            yield kinds.BELOW_OWED.at("/amount", found=found, allowed=allowed)
        return
    limit = _LIMITS.get(type(event))
    if limit is None:
        return
    most, what = limit(ledger, event)
    if amount > most:
        yield kinds.MORE_THAN_THERE_IS.at(
            pointer, found=told(amount), allowed=told(most), what=what
        )


def _of_claimed(ledger: Ledger, _: Any) -> tuple[Money, Wording]:
    # What came back may be called for again.
    open_claims = above_zero(ledger.claimed - ledger.returned - ledger.repaid)
    left = above_zero(ledger.limit - open_claims)
    return left, Wording("granted and not called for", "bewilligt und nicht abgerufen")


def _of_paid(ledger: Ledger, _: Any) -> tuple[Money, Wording]:
    return ledger.undrawn, Wording("what may still be drawn", "was noch abgerufen werden darf")


def _of_at_hand(ledger: Ledger, _: Any) -> tuple[Money, Wording]:
    said = Wording(
        "drawn, not used and not passed on", "abgerufen, nicht verwendet oder weitergeleitet"
    )
    return ledger.at_hand, said


def _of_passed_on(ledger: Ledger, event: PassedOn) -> tuple[Money, Wording]:
    # What they have used already is given to them for that, and lies nowhere.
    most, what = _of_at_hand(ledger, event)
    return most + above_zero(-_lying_with(ledger, event.to)), what


def _of_passed_back(ledger: Ledger, event: PassedBack) -> tuple[Money, Wording]:
    return _lies_with(ledger, event.by)


def _of_used(ledger: Ledger, event: Used) -> tuple[Money, Wording]:
    said = Wording(
        "granted, not used and not with others", "bewilligt, nicht verwendet, nicht bei anderen"
    )
    if event.by is None:
        return ledger.unused, said
    return ledger.unused + above_zero(_lying_with(ledger, event.by)), said


def _lies_with(ledger: Ledger, key: str) -> tuple[Money, Wording]:
    return above_zero(_lying_with(ledger, key)), Wording(
        "passed on to them and not used", "dorthin weitergeleitet, nicht verwendet"
    )


def _lying_with(ledger: Ledger, key: str) -> Money:
    """Return what lies with somebody; below zero, what they have used ahead."""
    return ledger.passed_on.get(key, ZERO) - ledger.used_by.get(key, ZERO)


def _of_settled(ledger: Ledger, _: Any) -> tuple[Money, Wording]:
    if not ledger.open_demand.minor:
        return ledger.granted, Wording("what is granted", "was bewilligt ist")
    left = min(ledger.granted, ledger.drawn - ledger.open_demand)
    return left, Wording("what open demands leave", "was offene Forderungen lassen")


def _of_demanded(ledger: Ledger, _: Any) -> tuple[Money, Wording]:
    if ledger.owed is None:
        left = ledger.drawn - ledger.open_demand
        return left, Wording("what is drawn and not demanded", "abgerufen, nicht zurückgefordert")
    left = above_zero(ledger.recoverable - ledger.waived - ledger.open_demand)
    return left, Wording("what was drawn beyond what is owed", "was zu viel abgerufen ist")


def _of_returned(ledger: Ledger, event: Returned) -> tuple[Money, Wording]:
    most, what = _of_at_hand(ledger, event)
    if not ledger.open_demand.minor:
        return most, what
    # What is asked for is repaid, and counts for the demand.
    beyond, _ = _of_demanded(ledger, event)
    said = Wording("what was not demanded back; that is repaid", "was nicht zurückgefordert ist")
    return (most, what) if most < beyond else (beyond, said)


def _of_repaid(ledger: Ledger, event: Repaid) -> tuple[Money, Wording]:
    most, what = _of_open_demand(ledger, event)
    own = ledger.at_hand + ledger.spent
    said = Wording("what does not lie with others", "was nicht bei anderen liegt")
    return (most, what) if most <= own else (own, said)


def _of_open_demand(ledger: Ledger, _: Any) -> tuple[Money, Wording]:
    return ledger.open_demand, Wording("what is demanded back", "was zurückgefordert ist")


def _of_interest_paid(ledger: Ledger, _: Any) -> tuple[Money, Wording]:
    return ledger.open_interest, Wording("interest that was charged", "festgesetzte Zinsen")


_LIMITS: Mapping[type, Callable[[Ledger, Any], tuple[Money, Wording]]] = {
    Claimed: _of_claimed,
    Paid: _of_paid,
    PassedOn: _of_passed_on,
    PassedBack: _of_passed_back,
    Used: _of_used,
    Returned: _of_returned,
    Settled: _of_settled,
    Demanded: _of_demanded,
    Repaid: _of_repaid,
    Waived: _of_open_demand,
    InterestPaid: _of_interest_paid,
}
"""How much an event may move at most, and what that is called."""


_SUMS: Mapping[type, str] = {
    Claimed: "claimed",
    Paid: "paid",
    Returned: "returned",
    Demanded: "demanded",
    InterestCharged: "interest_charged",
    InterestPaid: "interest_paid",
}
"""Events that do nothing but add to one sum."""


def after(ledger: Ledger, event: GrantEvent) -> Ledger:
    """Return the ledger after an event."""
    name = _SUMS.get(type(event))
    changes: dict[str, Any] = {}
    match event:
        case Granted() | Amended():
            changes = {"granted": event.amount}
        case PassedOn():
            changes = _moved(ledger, event.to, event.amount)
            changes["passed_on"] = _added(ledger.passed_on, event.to, event.amount)
        case PassedBack():
            changes = _moved(ledger, event.by, -event.amount)
            changes["passed_on"] = _added(ledger.passed_on, event.by, -event.amount)
        case Used(by=None):
            changes = {"used": ledger.used + event.amount}
        case Used(by=str(key)):
            changes = _moved(ledger, key, -event.amount)
            changes["used"] = ledger.used + event.amount
            changes["used_by"] = _added(ledger.used_by, key, event.amount)
        case Settled():
            changes = {"owed": event.owed, "waived": ZERO}
        case Repaid():
            # What is at hand is given first; beyond that, what was used is not recognised.
            beyond = above_zero(event.amount - ledger.at_hand)
            changes = {
                "repaid": ledger.repaid + event.amount,
                "disallowed": ledger.disallowed + beyond,
            }
        case Waived():
            changes = {"demanded": ledger.demanded - event.amount}
            if ledger.owed is not None:
                changes["waived"] = ledger.waived + event.amount
        case _ if name is not None:
            changes = {name: getattr(ledger, name) + getattr(event, "amount", ZERO)}
    return attrs.evolve(ledger, **changes) if changes else ledger


def _moved(ledger: Ledger, key: str, amount: Money) -> dict[str, Any]:
    """Return what lies with others after an amount went to somebody, or is no longer there."""
    before = _lying_with(ledger, key)
    more = above_zero(before + amount) - above_zero(before)
    return {"with_others": ledger.with_others + more}


def _added(amounts: Shares, key: str, amount: Money) -> Shares:
    return MappingProxyType(amounts | {key: amounts.get(key, ZERO) + amount})
