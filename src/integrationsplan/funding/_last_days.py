"""The last days that regulations set for a grant: one reading of deadlines for all who ask."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from integrationsplan.errors import DateOutOfRangeError
from integrationsplan.funding._codes import DeadlineAnchor, DeadlineKind
from integrationsplan.funding._deadlines import Deadline
from integrationsplan.funding._events import Demanded, Paid
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._programme import Regulated
from integrationsplan.funding._terms import Terms
from integrationsplan.values import Period

__all__ = ["LastDay", "last_days", "quarter_ends"]


class LastDay(NamedTuple):
    """A last day, and the deadline that sets it.

    Attributes:
        day: The day.
        document: The regulation.
        deadline: The deadline.
    """

    day: dt.date
    document: Regulated
    deadline: Deadline

    @property
    def source(self) -> str:
        """On which paragraph or document it rests."""
        return self.document.source(self.deadline)


def last_days(terms: Terms, grant: Grant, sort: DeadlineKind, asked: Period) -> list[LastDay]:
    """Return the last days of a kind in a time, in their order, each once.

    A deadline counts for what is funded while it holds: a yearly one for each year, one that is
    counted from something for that day.
    """
    found = dict.fromkeys(each for each in _days(terms, grant, sort, asked) if each.day in asked)
    return sorted(found, key=lambda each: each.day)


def _days(terms: Terms, grant: Grant, sort: DeadlineKind, asked: Period) -> Iterator[LastDay]:
    period = grant.period()
    first, last = period._bounds()
    start, end = asked._bounds()
    # Yearly days lie at most so many years from the funded one; others are asked from their anchor.
    for year in range(max(first.year, start.year - 50), min(last.year, end.year + 10) + 1):
        for funded in _funded_days(terms, sort, year, period):
            for document, deadline in terms.deadlines(sort, funded):
                day = deadline.for_year(year)
                # With the end of the grant the final proof is due, and no interim one any more.
                is_over = sort is DeadlineKind.INTERIM_PROOF and day is not None and day > last
                if day is not None and not is_over:
                    yield LastDay(day, document, deadline)
                if deadline.on is not None:
                    yield LastDay(deadline.on, document, deadline)
    for after in DeadlineAnchor:
        for anchor in _anchors(after, grant, period, end):
            for document, deadline in terms.deadlines(sort, min(max(anchor, first), last)):
                if deadline.after is after:
                    with contextlib.suppress(DateOutOfRangeError):  # it never comes
                        yield LastDay(deadline.counted_from(anchor), document, deadline)


def _funded_days(terms: Terms, sort: DeadlineKind, year: int, period: Period) -> set[dt.date]:
    """Return the funded days of a year from which on other deadlines may hold."""
    first, _ = period._bounds()
    starts = {
        deadline.period.start
        for document in terms.documents
        for deadline in document.deadlines_of(sort)
        if deadline.period is not None and deadline.period.start is not None
    }
    days = {max(first, dt.date(year, 1, 1)), *(start for start in starts if start.year == year)}
    return {day for day in days if day in period}


def _anchors(
    after: DeadlineAnchor, grant: Grant, period: Period, end: dt.date
) -> Iterator[dt.date]:
    first, last = period._bounds()
    match after:
        case DeadlineAnchor.PERIOD_START:
            yield first
        case DeadlineAnchor.PERIOD_END:
            yield last
        case DeadlineAnchor.LONGEST_POST_END:
            # While a post is held, it is funded to the end of the period.
            yield max((post.end or last for post in grant.posts(last)), default=last)
        case DeadlineAnchor.QUARTER_END:
            yield from quarter_ends(Period(first, min(last, max(first, end))))
        case DeadlineAnchor.PAYMENT:
            yield from (event.on for event in grant.until(end) if isinstance(event, Paid))
        case DeadlineAnchor.DEMAND:
            yield from (event.on for event in grant.until(end) if isinstance(event, Demanded))


def quarter_ends(period: Period) -> Iterator[dt.date]:
    """Yield the end of each quarter of which a period has a day."""
    first, last = period._bounds()
    for year in range(first.year, last.year + 1):
        for month, day in ((3, 31), (6, 30), (9, 30), (12, 31)):
            begins, ends = dt.date(year, month - 2, 1), dt.date(year, month, day)
            if first <= ends and begins <= last:
                yield ends
