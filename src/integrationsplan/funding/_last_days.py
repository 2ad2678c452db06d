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

__all__ = ["EVER", "LastDay", "last_days", "quarter_ends"]

EVER = Period(dt.date.min, dt.date.max)


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


def last_days(
    terms: Terms, grant: Grant, sort: DeadlineKind, asked: Period, *, of: Period | None = None
) -> list[LastDay]:
    """Return the last days of a kind in a time, in their order, each once.

    A deadline counts for what is funded while it holds: a yearly one for each year, one that is
    counted from something for that day.

    Args:
        terms: What holds for the programme.
        grant: The grant, with its notice.
        sort: What has to be done.
        asked: In which time the days lie.
        of: For which funded part; by default for the whole grant. Then years and quarters are
            those of the part.
    """
    days = _days(terms, grant, sort, asked, of or grant.period())
    found = dict.fromkeys(each for each in days if each.day in asked)
    return sorted(found, key=lambda each: each.day)


def _days(
    terms: Terms, grant: Grant, sort: DeadlineKind, asked: Period, of: Period
) -> Iterator[LastDay]:
    forms = [each for document in terms.documents for each in document.deadlines_of(sort)]
    if not forms:
        return
    first, last = grant.period().bounds
    start, end = asked.bounds
    since, until = of.bounds
    # Yearly days lie at most so many years from the funded one; others are asked from their anchor.
    for year in range(max(since.year, start.year - 50), min(until.year, end.year + 10) + 1):
        for funded in _funded_days(forms, year, of):
            for document, deadline in terms.deadlines(sort, funded):
                day = deadline.for_year(year)
                # With the end of the grant the final proof is due, and no interim one any more.
                is_over = sort is DeadlineKind.INTERIM_PROOF and day is not None and day > last
                if day is not None and not is_over:
                    yield LastDay(day, document, deadline)
                if deadline.on is not None:
                    yield LastDay(deadline.on, document, deadline)
    for after in DeadlineAnchor:
        if not any(each.after is after for each in forms):
            continue
        for anchor in _anchors(after, grant, of, end):
            for document, deadline in terms.deadlines(sort, min(max(anchor, first), last)):
                if deadline.after is after:
                    with contextlib.suppress(DateOutOfRangeError):  # it never comes
                        yield LastDay(deadline.counted_from(anchor), document, deadline)


def _funded_days(forms: list[Deadline], year: int, of: Period) -> set[dt.date]:
    """Return the funded days of a year from which on other deadlines may hold."""
    first, _ = of.bounds
    starts = [each.period.start for each in forms if each.period is not None]
    days = {max(first, dt.date(year, 1, 1))}
    days |= {start for start in starts if start is not None and start.year == year}
    return {day for day in days if day in of}


def _anchors(after: DeadlineAnchor, grant: Grant, of: Period, end: dt.date) -> Iterator[dt.date]:
    first, last = grant.period().bounds
    match after:
        case DeadlineAnchor.PERIOD_START:
            yield first
        case DeadlineAnchor.PERIOD_END:
            yield last
        case DeadlineAnchor.LONGEST_POST_END:
            # While a post is held, it is funded to the end of the period.
            yield max((post.end or last for post in grant.posts(last)), default=last)
        case DeadlineAnchor.QUARTER_END:
            since, until = of.bounds
            yield from quarter_ends(Period(since, min(until, max(since, end))))
        case DeadlineAnchor.PAYMENT:
            yield from (event.on for event in grant.until(end) if isinstance(event, Paid))
        case DeadlineAnchor.DEMAND:
            yield from (event.on for event in grant.until(end) if isinstance(event, Demanded))


def quarter_ends(period: Period) -> Iterator[dt.date]:
    """Yield the end of each quarter of which a period has a day."""
    first, last = period.bounds
    for year in range(first.year, last.year + 1):
        for month, day in ((3, 31), (6, 30), (9, 30), (12, 31)):
            begins, ends = dt.date(year, month - 2, 1), dt.date(year, month, day)
            if first <= ends and begins <= last:
                yield ends
