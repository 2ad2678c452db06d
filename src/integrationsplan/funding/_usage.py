"""Whether money is claimed in time, and used in time when drawn: first drawn is first used."""

import contextlib
import datetime as dt
from collections import deque
from collections.abc import Iterator

import attrs

from integrationsplan.errors import DateOutOfRangeError
from integrationsplan.findings import Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding._claims import late_claims
from integrationsplan.funding._codes import DeadlineAnchor, DeadlineKind
from integrationsplan.funding._events import Paid
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._last_days import EVER, LastDay, last_days
from integrationsplan.funding._ledger import Ledger, after
from integrationsplan.funding._terms import Terms
from integrationsplan.values import Money

__all__ = ["DrawnUse", "drawn_uses", "review_use"]


@attrs.frozen
class DrawnUse:
    """A part of a payment, and what became of it.

    Attributes:
        payment: Id of the payment.
        drawn_on: When it was paid.
        amount: How much of it.
        last: The last day for its use, if a source says one.
        source: On what that rests.
        used_on: When it was used or given back; nothing if it still lies there.
        event: Id of the event that used it or gave it back.
    """

    payment: str
    drawn_on: dt.date
    amount: Money
    last: dt.date | None
    source: str | None
    used_on: dt.date | None
    event: str | None = None

    def is_late(self, day: dt.date) -> bool:
        """Tell whether it was used late, or lies there too long on a day."""
        return self.last is not None and (self.used_on or day) > self.last


def drawn_uses(terms: Terms, grant: Grant, day: dt.date) -> tuple[DrawnUse, ...]:
    """Return what became of every payment until a day, part by part.

    What is used, given back or repaid is taken from the earliest payment that is not used up. What
    was spent ahead is used on the day on which it is paid.

    A payment is to be used by the day that is counted from it. A day that is named, or counted from
    the grant, holds for what was paid until then; the earliest of them counts.

    Args:
        terms: What holds for the programme; says how long money may lie.
        grant: The grant.
        day: Until when it is looked at.
    """
    parts: list[DrawnUse] = []
    waiting: deque[DrawnUse] = deque()
    ledger, before = Ledger(), Money(0)
    events = grant.until(day)
    others = _days_of_all(terms, grant) if any(isinstance(each, Paid) for each in events) else []
    for event in events:
        ledger = after(ledger, event)
        if isinstance(event, Paid):
            last, source = _last_day(terms, event.on, others)
            waiting.append(DrawnUse(event.id, event.on, event.amount, last, source, None))
            before += event.amount
        # Whatever is held no longer was used or given back; what was spent ahead is so when paid.
        for part in _taken(waiting, before - ledger.held):
            parts.append(attrs.evolve(part, used_on=event.on, event=event.id))
        before = ledger.held
    return (*parts, *waiting)


def review_use(terms: Terms, grant: Grant, day: dt.date) -> tuple[Finding, ...]:
    """Return what was claimed or used late, or lies unused too long on a day, and by which rule.

    A claim of several quarters is looked at quarter by quarter. One that does not say for which
    time it is, is late if it is so for all that is granted.
    """
    return (*late_claims(terms, grant, day), *_late(terms, grant, day))


def _late(terms: Terms, grant: Grant, day: dt.date) -> Iterator[Finding]:
    for part in drawn_uses(terms, grant, day):
        if part.last is None or not part.is_late(day):
            continue
        kind = found.NOT_USED if part.used_on is None else found.USED_LATE
        yield kind.at(
            part.payment, part.source, amount=part.amount, drawn=part.drawn_on, last=part.last
        )


def _taken(waiting: deque[DrawnUse], amount: Money) -> Iterator[DrawnUse]:
    """Take an amount from what waits longest; what was drawn and used before is no longer there."""
    while amount.minor > 0 and waiting:
        first = waiting.popleft()
        taken = min(first.amount, amount)
        yield attrs.evolve(first, amount=taken)
        if taken < first.amount:
            waiting.appendleft(attrs.evolve(first, amount=first.amount - taken))
        amount -= taken


def _days_of_all(terms: Terms, grant: Grant) -> list[LastDay]:
    """Return the last days for the use of money that are not counted from its payment."""
    lasts = last_days(terms, grant, DeadlineKind.USE, EVER)
    of_payments = (DeadlineAnchor.PAYMENT, DeadlineAnchor.DEMAND)
    return [each for each in lasts if each.deadline.after not in of_payments]


def _last_day(
    terms: Terms, drawn_on: dt.date, others: list[LastDay]
) -> tuple[dt.date | None, str | None]:
    days = [(last.day, last.source) for last in others if last.day >= drawn_on][:1]
    for document, deadline in terms.deadlines(DeadlineKind.USE, drawn_on):
        if deadline.after is DeadlineAnchor.PAYMENT:
            with contextlib.suppress(DateOutOfRangeError):  # so far ahead that it never comes
                days.append((deadline.counted_from(drawn_on), document.source(deadline)))
    return min(days, default=(None, None))
