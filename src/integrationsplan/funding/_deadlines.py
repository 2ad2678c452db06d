"""Deadlines of a programme: a day, a day of every year, or a time after something."""

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from annotated_types import Ge, Le

from integrationsplan._model import Label, model
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._codes import DeadlineAnchor, DeadlineKind
from integrationsplan.funding._parts import Cited, Day, Month
from integrationsplan.problems import Problem
from integrationsplan.values import Bilingual, Code, Period, shift_date

__all__ = ["Deadline"]

Step = Annotated[int, Ge(0), Le(1000)]
Years = Annotated[int, Ge(-10), Le(50)]

LEAP_YEAR = 2020
_ENDS = (DeadlineAnchor.PERIOD_END, DeadlineAnchor.LONGEST_POST_END, DeadlineAnchor.QUARTER_END)


@model
class Deadline(Cited):
    """By when something has to be done.

    One of three forms: a day (``on``); a day of every year (``month``, ``day``), perhaps of the
    year before the funded one (``year`` = -1) or after it (1); or a time ``after`` something, in
    days, weeks, months or years, or so long before it (``is_before``).

    Attributes:
        id: Which.
        sort: What has to be done.
        text: The deadline in words.
        on: The day.
        month: Month of the yearly day.
        day: Day of the month.
        year: Year of the yearly day, counted from the funded calendar year.
        after: What the time is counted from.
        is_before: Whether it is counted backwards, from the day before.
        days: So many days.
        weeks: So many weeks.
        months: So many months.
        years: So many years.
        period: The funded days for which it holds, where that is not always so.

    Example:
        >>> deadline = Deadline(
        ...     id="application",
        ...     sort=DeadlineKind.APPLICATION,
        ...     text=Bilingual(
        ...         de="15. November des Vorjahres", en="15 November of the year before"
        ...     ),
        ...     month=11,
        ...     day=15,
        ...     year=-1,
        ...     citation="vwv",
        ... )
        >>> deadline.for_year(2020)
        datetime.date(2019, 11, 15)
    """

    label: ClassVar[Label] = Label("deadline", "Frist")

    id: Annotated[Code, Label("id", "Kennung")]
    sort: Annotated[DeadlineKind, Label("sort", "Art")]
    text: Annotated[Bilingual, Label("text", "Text")]
    on: Annotated[dt.date | None, Label("on", "am")] = None
    month: Annotated[Month | None, Label("month", "Monat")] = None
    day: Annotated[Day | None, Label("day", "Tag")] = None
    year: Annotated[Years, Label("year", "Jahr")] = 0
    after: Annotated[DeadlineAnchor | None, Label("after", "nach")] = None
    is_before: Annotated[bool, Label("before", "davor")] = False
    days: Annotated[Step, Label("days", "Tage")] = 0
    weeks: Annotated[Step, Label("weeks", "Wochen")] = 0
    months: Annotated[Step, Label("months", "Monate")] = 0
    years: Annotated[Step, Label("years", "Jahre")] = 0
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None

    def _violations(self) -> Iterator[Problem]:
        is_yearly = self.month is not None or self.day is not None
        steps = self.days or self.weeks or self.months or self.years
        is_relative = self.after is not None or bool(steps)
        forms = (self.on is not None, is_yearly, is_relative)
        if sum(forms) != 1:
            yield kinds.NOT_ONE_FORM.at(count=sum(forms))
        elif is_relative:
            if self.after is None or not steps:
                yield kinds.HALF_A_FORM.at("/after")
        elif is_yearly:
            if self.month is None or self.day is None:
                yield kinds.HALF_A_FORM.at("/month")
            elif self.day > calendar.monthrange(LEAP_YEAR, self.month)[1]:
                yield kinds.NO_SUCH_DAY.at("/day")
        if self.year and not is_yearly:
            yield kinds.HALF_A_FORM.at("/year")
        if self.is_before and not is_relative:
            yield kinds.HALF_A_FORM.at("/is_before")

    @property
    def is_relative(self) -> bool:
        """Whether it is counted from something."""
        return self.after is not None

    def for_year(self, year: int) -> dt.date | None:
        """Return the day for a funded calendar year; nothing if the deadline is no yearly one.

        29 February is the last of February where there is none.
        """
        if self.month is None or self.day is None:
            return None
        of = year + self.year
        if not dt.MINYEAR <= of <= dt.MAXYEAR:
            return None
        last = calendar.monthrange(of, self.month)[1]
        return dt.date(of, self.month, min(self.day, last))

    def counted_from(self, start: dt.date) -> dt.date:
        """Return the last day, counted from a day on which something has happened.

        Saturdays, Sundays and holidays (§ 193 BGB) are left to the caller: holidays are those of
        the place.

        Source: §§ 187 and 188 BGB: the day of an event does not count; what follows the end of a
        period begins with the next day.
        """
        sign = -1 if self.is_before else 1
        months, days = 12 * self.years + self.months, self.days + 7 * self.weeks
        if self.after in _ENDS and not self.is_before:
            return shift_date(shift_date(start, days=1), months=months, days=days - 1)
        return shift_date(start, months=sign * months, days=sign * days)

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether the deadline holds for what is funded on a day."""
        return self.period is None or day in self.period
