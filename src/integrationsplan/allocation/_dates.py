"""Nodes that count time: shift, duration, count_dates."""

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, TypeAlias

import attrs
from annotated_types import Ge, Le, Len

from integrationsplan._model import Pattern, model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import Column, Frame, common_scale
from integrationsplan.allocation._facets import Facet, Scope, gathered
from integrationsplan.allocation._marks import Mark, merged
from integrationsplan.allocation._nodes import Node, Operand, Unary
from integrationsplan.allocation._speech import Speaker
from integrationsplan.errors import DateOutOfRangeError
from integrationsplan.problems import Problem
from integrationsplan.values import Period, ShortText, Unit, shift_date

Step: TypeAlias = Annotated[int, Ge(-1200), Le(1200)]
"""Years, months or days."""

MonthDay: TypeAlias = Annotated[
    str,
    Pattern(
        "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
        "a month and a day such as '03-31'",
        "ein Monat und ein Tag wie '03-31'",
    ),
]
"""A day of every year."""

LEAP_YEAR = 2000
ONE_DAY = dt.timedelta(days=1)
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@model
class Shift(Unary):
    """A date later or earlier: years and months first, ends of months clamped, then days.

    "Two years from entry" ends on the day before: ``years = 2, days = -1``.

    Attributes:
        of: The date.
        years: Years later; below zero, earlier.
        months: Months later.
        days: Days later.
    """

    kind: ClassVar[str] = "shift"

    years: Step = 0
    months: Step = 0
    days: Annotated[int, Ge(-400_000), Le(400_000)] = 0

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        facet = scope.of_sort(self.of, f"{pointer}/of", "date")
        return None if facet is None else Facet("date", facet.level, gathers=facet.gathers)

    def evaluate(self, frame: Frame) -> Column:
        column = frame.column(self.of)
        values: list[dt.date] = []
        faults: dict[int, Mark] = {}
        for index, day in enumerate(column.values):
            try:
                values.append(shift_date(day, years=self.years, months=self.months, days=self.days))
            except DateOutOfRangeError:
                values.append(day)
                if index not in column.faults:
                    record = repr(frame.key(column.level, index))
                    faults[index] = kinds.DATE_OUT_OF_RANGE.at(frame.pointer(self), record=record)
        marks = merged([found for found in (column.faults, faults) if found])
        return attrs.evolve(column, values=values, faults=marks)

    def phrase(self, speaker: Speaker) -> str:
        said = speaker.bracketed(self.of)
        for count, atom in ((self.years, "year"), (self.months, "month"), (self.days, "day")):
            if count:
                unit = Unit.parse(atom).format(speaker.language, one=abs(count) == 1)
                said += f" {'+' if count > 0 else '-'} {abs(count)} {unit}"
        return said


@model
class Span(Node):
    """Something about the days from a start to an end, both counted.

    Attributes:
        start: First day.
        end: Last day. The day before the first one makes an empty span; an earlier one is a fault.
    """

    start: Operand
    end: Operand

    def operands(self) -> Iterator[tuple[str, Operand]]:
        yield "/start", self.start
        yield "/end", self.end

    def infer_span(
        self, scope: Scope, pointer: str, unit: Unit | None, step: Fraction | None
    ) -> Facet | None:
        """Return the facet of a number of units in the span."""
        start = scope.of_sort(self.start, f"{pointer}/start", "date")
        end = scope.of_sort(self.end, f"{pointer}/end", "date")
        if start is None or end is None or unit is None:
            return None
        level = scope.join([start, end], pointer)
        if level is None:
            return None
        return Facet("quantity", level, unit, step, gathered([start, end]))

    def measure(self, frame: Frame, of: Callable[[Period], int | Fraction]) -> Column:
        """Compute a number for each span; it is zero for an empty one."""
        spans = frame.aligned((self.start, self.end))
        numbers: list[int | Fraction] = []
        faults: dict[int, Mark] = {}
        for index, (start, end) in enumerate(spans.rows()):
            if start <= end:
                numbers.append(of(Period(start, end)))
                continue
            numbers.append(0)
            if start - end > ONE_DAY and index not in spans.faults:
                faults[index] = self._backwards(frame, spans.level, index, start, end)
        values, scale = common_scale(numbers)
        marks = merged([found for found in (spans.faults, faults) if found])
        return attrs.evolve(spans.column(values, scale), faults=marks)

    def _backwards(
        self, frame: Frame, level: str, index: int, start: dt.date, end: dt.date
    ) -> Problem:
        return kinds.ENDS_BEFORE_START.at(
            frame.pointer(self),
            record=repr(frame.key(level, index)),
            start=start.isoformat(),
            end=end.isoformat(),
        )


@model
class Duration(Span):
    """How long a period is, both ends counted.

    Attributes:
        start: First day.
        end: Last day. The day before the first one makes an empty span; an earlier one is a fault.
        unit: ``day``, ``month``, ``quarter`` (three months) or ``year`` (twelve months).
        part: For all but days, what a broken month counts: its share of the calendar month
            (``calendar``), a whole one once it has ``started``, or nothing until it is ``full``.
            Months started and full are stepped from the start. With ``calendar_started`` every
            calendar month, quarter or year counts of which a day is covered.
    """

    kind: ClassVar[str] = "duration"

    unit: Literal["day", "month", "quarter", "year"]
    part: Literal["calendar", "calendar_started", "started", "full"] | None = None

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        if (self.unit == "day") != (self.part is None):
            scope.report(kinds.PART_OF_DAYS, f"{pointer}/part")
        step = None if self.part == "calendar" else Fraction(1)
        return self.infer_span(scope, pointer, Unit.parse(self.unit), step)

    def evaluate(self, frame: Frame) -> Column:
        return self.measure(frame, self._length)

    def _length(self, period: Period) -> int | Fraction:
        if self.unit == "day" or self.part is None:
            return period.days
        months = _MONTHS[self.unit]
        if self.part == "calendar":
            return calendar_months(period) / months
        if self.part == "calendar_started":
            start, end = _ends(period)
            first, last = 12 * start.year + start.month - 1, 12 * end.year + end.month - 1
            return last // months - first // months + 1
        full = period.whole_months
        if self.part == "full":
            return full // months
        # Months are stepped from the start: what follows the last full one has started.
        covered = period.start is not None and (
            shift_date(period.start, months=full, days=-1) == period.end
        )
        started = full + (not covered)
        return -(-started // months)

    def phrase(self, speaker: Speaker) -> str:
        start, end = speaker.bracketed(self.start), speaker.bracketed(self.end)
        said = speaker.word(f"duration from {start} to {end}", f"Dauer von {start} bis {end}")
        words = {
            "calendar": ("broken months in proportion", "angebrochene Monate anteilig"),
            "calendar_started": (
                f"counting each calendar {self.unit} begun",
                "jeder angefangene Kalenderabschnitt zählt voll",
            ),
            "started": ("counting those started", "angebrochene zählen voll"),
            "full": ("counting full ones", "nur volle zählen"),
        }
        return f"{said}, {speaker.word(*words[self.part])}" if self.part else said


@model
class CountDates(Span):
    """How many key dates fall into a period, both ends counted.

    Attributes:
        on: The key dates of every year, as month and day; 29 February counts in leap years.
        start: First day.
        end: Last day. The day before the first one makes an empty span; an earlier one is a fault.
        unit: Unit of the number.
    """

    kind: ClassVar[str] = "count_dates"

    on: Annotated[tuple[MonthDay, ...], Len(1, 366)]
    unit: ShortText

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        for index, text in enumerate(self.on):
            month, day = _month_day(text)
            if day > calendar.monthrange(LEAP_YEAR, month)[1]:
                scope.report(kinds.NO_SUCH_DAY, f"{pointer}/on/{index}")
            if text in self.on[:index]:
                scope.report(kinds.REPEATED, f"{pointer}/on/{index}", name=repr(text))
        unit = scope.unit(self.unit, f"{pointer}/unit")
        return self.infer_span(scope, pointer, unit, Fraction(1))

    def evaluate(self, frame: Frame) -> Column:
        days = [_month_day(text) for text in self.on]
        return self.measure(frame, lambda span: sum(occurrences(day, span) for day in days))

    def phrase(self, speaker: Speaker) -> str:
        start, end = speaker.bracketed(self.start), speaker.bracketed(self.end)
        if speaker.language == "de":
            listed = ", ".join(f"{day}.{month}." for month, day in map(_month_day, self.on))
            return f"Stichtage ({listed}) von {start} bis {end}"
        return f"key dates ({', '.join(self.on)}) from {start} to {end}"


def calendar_months(period: Period) -> Fraction:
    """Return how many months a bounded period covers, each by its share of the calendar month.

    Example:
        >>> calendar_months(Period(dt.date(2017, 4, 16), dt.date(2017, 6, 30)))
        Fraction(5, 2)
    """
    start, end = _ends(period)
    whole = 12 * (end.year - start.year) + end.month - start.month
    missing = Fraction(start.day - 1, calendar.monthrange(start.year, start.month)[1])
    return whole - missing + Fraction(end.day, calendar.monthrange(end.year, end.month)[1])


def occurrences(day: tuple[int, int], period: Period) -> int:
    """Return how often a day of the year, as month and day, falls into a bounded period."""
    start, end = _ends(period)
    first = start.year + (day < (start.month, start.day))
    last = end.year - (day > (end.month, end.day))
    if last < first:
        return 0
    return calendar.leapdays(first, last + 1) if day == (2, 29) else last - first + 1


def _ends(period: Period) -> tuple[dt.date, dt.date]:
    return period.start or dt.date.min, period.end or dt.date.max


def _month_day(text: str) -> tuple[int, int]:
    return int(text[:2]), int(text[3:])
