"""Whether money is claimed in time, and used in time when drawn: first drawn is first used."""

import contextlib
import datetime as dt
from collections import deque
from collections.abc import Iterator

import attrs

from integrationsplan.errors import DateOutOfRangeError
from integrationsplan.findings import Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding._codes import DeadlineAnchor, DeadlineKind
from integrationsplan.funding._events import Claimed, Paid
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._last_days import quarter_ends
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
    """

    payment: str
    drawn_on: dt.date
    amount: Money
    last: dt.date | None
    source: str | None
    used_on: dt.date | None

    def is_late(self, day: dt.date) -> bool:
        """Tell whether it was used late, or lies there too long on a day."""
        return self.last is not None and (self.used_on or day) > self.last


def drawn_uses(terms: Terms, grant: Grant, day: dt.date) -> tuple[DrawnUse, ...]:
    """Return what became of every payment until a day, part by part.

    What is used, given back or repaid is taken from the earliest payment that is not used up. What
    was spent ahead is used on the day on which it is paid.

    Args:
        terms: What holds for the programme; says how long money may lie.
        grant: The grant.
        day: Until when it is looked at.
    """
    parts: list[DrawnUse] = []
    waiting: deque[DrawnUse] = deque()
    ledger, before = Ledger(), Money(0)
    for event in grant.until(day):
        ledger = after(ledger, event)
        if isinstance(event, Paid):
            last, source = _last_day(terms, event.on)
            waiting.append(DrawnUse(event.id, event.on, event.amount, last, source, None))
            before += event.amount
        # Whatever is held no longer was used or given back; what was spent ahead is so when paid.
        parts += _taken(waiting, before - ledger.held, event.on)
        before = ledger.held
    return (*parts, *waiting)


def review_use(terms: Terms, grant: Grant, day: dt.date) -> tuple[Finding, ...]:
    """Return what was claimed or used late, or lies unused too long on a day, and by which rule.

    A claim is late if it is so for the first of the quarters that it covers.
    """
    return (*_late_claims(terms, grant, day), *_late(terms, grant, day))


def _late_claims(terms: Terms, grant: Grant, day: dt.date) -> Iterator[Finding]:
    for event in grant.until(day):
        covers = event.covers if isinstance(event, Claimed) else None
        if covers is None or not covers.is_bounded:
            continue
        lasts: list[tuple[dt.date, str]] = []
        for quarter in quarter_ends(covers):
            for document, deadline in terms.deadlines(DeadlineKind.CLAIM, quarter):
                if deadline.after is DeadlineAnchor.QUARTER_END:
                    with contextlib.suppress(DateOutOfRangeError):  # it never comes
                        lasts.append((deadline.counted_from(quarter), document.source(deadline)))
        last, source = min(lasts, default=(event.on, None))
        if event.on > last:
            yield found.CLAIM_LATE.at(event.id, source, claimed=event.on, deadline=last)


def _late(terms: Terms, grant: Grant, day: dt.date) -> Iterator[Finding]:
    for part in drawn_uses(terms, grant, day):
        if part.last is None or not part.is_late(day):
            continue
        kind = found.NOT_USED if part.used_on is None else found.USED_LATE
        yield kind.at(
            part.payment, part.source, amount=part.amount, drawn=part.drawn_on, last=part.last
        )


def _taken(waiting: deque[DrawnUse], amount: Money, on: dt.date) -> Iterator[DrawnUse]:
    """Take an amount from what waits longest; what was drawn and used before is no longer there."""
    while amount.minor > 0 and waiting:
        first = waiting.popleft()
        taken = min(first.amount, amount)
        yield attrs.evolve(first, amount=taken, used_on=on)
        if taken < first.amount:
            waiting.appendleft(attrs.evolve(first, amount=first.amount - taken))
        amount -= taken


def _last_day(terms: Terms, drawn_on: dt.date) -> tuple[dt.date | None, str | None]:
    for document, deadline in terms.deadlines(DeadlineKind.USE, drawn_on):
        if deadline.after is DeadlineAnchor.PAYMENT:
            with contextlib.suppress(DateOutOfRangeError):  # so far ahead that it never comes
                return deadline.counted_from(drawn_on), document.source(deadline)
    return None, None
