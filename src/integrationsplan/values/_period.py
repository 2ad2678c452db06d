"""Periods of days, both ends included, and steps of months from an anchor date.

Months are always stepped from the anchor, never from the previous result: 31 January and one month
is 28 February, and 31 January and two months is 31 March. This module is the only one that uses
dateutil.
"""

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence

from integrationsplan._language import Wording
from integrationsplan._model import model
from integrationsplan._model._specs import EXACT_NAMES, describe_value
from integrationsplan.errors import DateOutOfRangeError, InvalidValueError
from integrationsplan.problems import TOO_LARGE, TOO_SMALL, WRONG_TYPE, Problem, ProblemKind

__all__ = ["Period", "check_day", "gaps", "shift_date"]

ONE_DAY = dt.timedelta(days=1)
FARTHEST = 4_000_000
"""Largest step: more days than there are."""

CYCLE_YEARS, CYCLE_DAYS = 400, 146_097
"""After so many years, and days, the calendar repeats itself."""

END_BEFORE_START = ProblemKind(
    "end_before_start",
    found=Wording("an end before the start", "ein Ende vor dem Beginn"),
    allowed=Wording("an end on or after the start", "ein Ende am Tag des Beginns oder danach"),
    remedy=Wording("Exchange or correct the dates.", "Die Daten tauschen oder berichtigen."),
)
OPEN_ENDED = ProblemKind(
    "open_ended",
    found=Wording("a period without start or end", "ein Zeitraum ohne Beginn oder Ende"),
    allowed=Wording("a period with both", "ein Zeitraum mit beidem"),
    remedy=Wording("Give both dates.", "Beide Daten angeben."),
)


def shift_date(day: dt.date, *, years: int = 0, months: int = 0, days: int = 0) -> dt.date:
    """Return a day later (or earlier) by calendar steps.

    Years and months are stepped first, days after that. Where a month lacks the day, its last day
    is taken; days backwards are then counted from the first day of the month after it. So a period
    of months that begins on a day ends on the day before (``days=-1``), and with the month where
    there is no such day.

    Source: §§ 187 and 188 BGB.

    Raises:
        DateOutOfRangeError: If the result lies outside the years 1 to 9999.
        InvalidValueError: If the day is no date or a step is no whole number.

    Example:
        >>> shift_date(dt.date(2016, 1, 31), months=1)
        datetime.date(2016, 2, 29)
        >>> shift_date(dt.date(2016, 1, 31), months=1, days=-1)
        datetime.date(2016, 2, 29)
    """
    _expect(dt.date, "day", day)
    for name, step in (("years", years), ("months", months), ("days", days)):
        _expect(int, name, step)
        if abs(step) > FARTHEST:
            raise DateOutOfRangeError(day, f"more than {FARTHEST} {name}")
    ordinal = _ordinal_after(day, 12 * years + months, is_end=days < 0) + days
    if not 1 <= ordinal <= dt.date.max.toordinal():
        raise DateOutOfRangeError(day, f"{years} years, {months} months, {days} days")
    return dt.date.fromordinal(ordinal)


def _ordinal_after(day: dt.date, months: int, *, is_end: bool = False) -> int:
    """Return the number of the day so many months later; it may lie just outside the years.

    With ``is_end``, where the month lacks the day, that of the first day after the month.
    """
    # Whole cycles of the calendar are counted, not stepped, so that nothing overflows on the way to
    # a day that the days of a step bring back.
    cycles, rest = divmod(months, 12 * CYCLE_YEARS)
    if day.year > dt.MAXYEAR // 2:
        day = day.replace(year=day.year - CYCLE_YEARS)
        cycles += 1
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  # seldom needed, and slow

    later = day + relativedelta(months=rest)
    is_missing = is_end and later.day < day.day
    return later.toordinal() + is_missing + cycles * CYCLE_DAYS


def check_day(day: object, name: str = "day") -> None:
    """Refuse what is no date: a datetime is none here.

    Raises:
        InvalidValueError: If it is none.
    """
    _expect(dt.date, name, day)


def _expect(wanted: type, name: str, value: object) -> None:
    if type(value) is not wanted:
        problem = WRONG_TYPE.at(
            f"/{name}", found=describe_value(value), allowed=EXACT_NAMES[wanted]
        )
        raise InvalidValueError("date", [problem])


@model(kw_only=False)
class Period:
    """A period of days; both ends are part of it. An absent end is open.

    Attributes:
        start: First day, or nothing if it has always been.
        end: Last day, or nothing if it goes on.

    Example:
        >>> pact = Period(dt.date(2017, 1, 1), dt.date(2018, 12, 31))
        >>> pact.days, pact.whole_months
        (730, 24)
        >>> dt.date(2018, 12, 31) in pact
        True
    """

    start: dt.date | None = None
    end: dt.date | None = None

    def _violations(self) -> Sequence[Problem]:
        if self.start is not None and self.end is not None and self.end < self.start:
            return [END_BEFORE_START.at("/end")]
        return ()

    @classmethod
    def of_months(cls, start: dt.date, months: int) -> "Period":
        """Return the period of so many months from ``start`` on.

        Raises:
            DateOutOfRangeError: If it ends outside the years 1 to 9999.
            InvalidValueError: If ``months`` is below 1.

        Example:
            >>> Period.of_months(dt.date(2016, 5, 1), 20).end
            datetime.date(2017, 12, 31)
        """
        _expect(int, "months", months)
        if months < 1:
            raise InvalidValueError(
                "Period", [TOO_SMALL.at("/months", bound=Wording("at least 1", "mindestens 1"))]
            )
        return cls(start, shift_date(start, months=months, days=-1))

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """Return a calendar year.

        Raises:
            InvalidValueError: If it is no year from 1 to 9999.
        """
        _expect(int, "year", year)
        if not dt.MINYEAR <= year <= dt.MAXYEAR:
            kind = TOO_SMALL if year < dt.MINYEAR else TOO_LARGE
            raise InvalidValueError(
                "Period", [kind.at("/year", bound=Wording("1 to 9999", "1 bis 9999"))]
            )
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31))

    def __contains__(self, day: dt.date) -> bool:
        _expect(dt.date, "day", day)
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are given."""
        return self.start is not None and self.end is not None

    @property
    def bounds(self) -> tuple[dt.date, dt.date]:
        """First and last day.

        Raises:
            InvalidValueError: If an end is open.
        """
        if self.start is None or self.end is None:
            raise InvalidValueError("Period", [OPEN_ENDED.at()])
        return self.start, self.end

    @property
    def days(self) -> int:
        """Number of days, both ends counted.

        Raises:
            InvalidValueError: If an end is open.
        """
        start, end = self.bounds
        return (end - start).days + 1

    @property
    def whole_months(self) -> int:
        """Number of whole months, stepped from the start; a broken month does not count.

        Raises:
            InvalidValueError: If an end is open.
        """
        start, end = self.bounds
        months = 12 * (end.year - start.year) + end.month - start.month + 1
        while months and _ordinal_after(start, months, is_end=True) - 1 > end.toordinal():
            months -= 1
        return months

    def months(self) -> Iterator["Period"]:
        """Cut the period into months stepped from the start; the last one may be shorter.

        Raises:
            InvalidValueError: If an end is open.

        Example:
            >>> [m.end.isoformat() for m in Period.of_months(dt.date(2016, 1, 31), 2).months()]
            ['2016-02-29', '2016-03-30']
        """
        start, end = self.bounds
        first, last_number = start, end.toordinal()
        for step in itertools.count(1):
            number = _ordinal_after(start, step, is_end=True) - 1
            if number >= last_number:
                yield Period(first, end)
                return
            yield Period(first, dt.date.fromordinal(number))
            first = dt.date.fromordinal(number + 1)

    def overlaps(self, other: "Period") -> bool:
        """Tell whether the two periods have a day in common."""
        return self.intersection(other) is not None

    def intersection(self, other: "Period") -> "Period | None":
        """Return the days that both periods have, or nothing."""
        starts = [start for start in (self.start, other.start) if start is not None]
        ends = [end for end in (self.end, other.end) if end is not None]
        start, end = max(starts, default=None), min(ends, default=None)
        if start is not None and end is not None and end < start:
            return None
        return Period(start, end)


def gaps(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return what lies between periods and is covered by none of them, in order.

    Example:
        >>> years = [Period.of_year(2020), Period.of_year(2023)]
        >>> [(gap.start.year, gap.end.year) for gap in gaps(years)]
        [(2021, 2022)]
    """
    ordered = sorted(periods, key=lambda period: period.start or dt.date.min)
    found = []
    reached: dt.date | None = None
    for number, period in enumerate(ordered):
        if number and reached is None:
            break  # an earlier period never ends
        if (
            number
            and reached is not None
            and period.start is not None
            and (period.start - reached).days > 1
        ):
            found.append(Period(reached + ONE_DAY, period.start - ONE_DAY))
        reached = None if period.end is None else max(reached or period.end, period.end)
    return tuple(found)
