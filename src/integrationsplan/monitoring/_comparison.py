"""Rounds of a monitoring laid side by side, and figures over the years as a series."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from integrationsplan.concept import IndicatorValue
from integrationsplan.errors import InvalidValueError
from integrationsplan.monitoring._codes import CountedAt
from integrationsplan.monitoring._definitions import definition
from integrationsplan.monitoring._problems import COUNTED_OTHERWISE
from integrationsplan.monitoring._report import FigureStatus, IndicatorReport, IndicatorRow
from integrationsplan.problems import Problem
from integrationsplan.values import Basis, Period, shift_date

__all__ = ["RowChange", "compare_reports", "values_of"]


@attrs.frozen
class RowChange:
    """A figure in two rounds.

    Attributes:
        indicator: Code of the indicator.
        groups: The group of each dimension.
        earlier: The figure of the earlier round; nothing where it has none.
        later: The figure of the later round; nothing where it has none.
        is_comparable: Whether the times are as long as each other, where that plays a part.
    """

    indicator: str
    groups: Mapping[str, str]
    earlier: IndicatorRow | None
    later: IndicatorRow | None
    is_comparable: bool

    @property
    def change(self) -> Fraction | None:
        """By how much the figure changed; nothing where one of them is not there or not known."""
        before = None if self.earlier is None else self.earlier.number
        after = None if self.later is None else self.later.number
        if before is None or after is None or not self.is_comparable:
            return None
        return after - before

    @property
    def is_sure(self) -> bool:
        """Whether both figures are counted in full; otherwise the change may come from that."""
        rows = (self.earlier, self.later)
        return all(row is not None and row.status is FigureStatus.COUNTED for row in rows)


def compare_reports(earlier: IndicatorReport, later: IndicatorReport) -> tuple[RowChange, ...]:
    """Lay two rounds side by side: every figure of either, in the order of the later one.

    Figures of a time compare where both times are as long as each other, in months or in days;
    those of a day always do. Groups that one of them does not have stand alone: in a count of
    nobody a group does not turn up.

    Args:
        earlier: The earlier round.
        later: The later round.

    Raises:
        InvalidValueError: If they were counted by other rules or groups, protected in another way,
            or the later one does not end later.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan.monitoring import IndicatorRow
        >>> from integrationsplan.values import Period
        >>> rounds = [
        ...     IndicatorReport(
        ...         id=f"round-{number}",
        ...         period=Period.of_months(dt.date(2019, 1 + 6 * number, 1), 6),
        ...         as_of=dt.date(2019, 12, 31),
        ...         rows=(IndicatorRow(indicator="BW62_TALKS", value=value),),
        ...     )
        ...     for number, value in enumerate(["210", "245"])
        ... ]
        >>> [change.change for change in compare_reports(*rounds)]
        [Fraction(35, 1)]
    """
    problems = list(_misfits(earlier, later))
    if problems:
        raise InvalidValueError("compare_reports", problems)
    is_as_long = _length(earlier.period) == _length(later.period)
    before, after = _keyed(earlier), _keyed(later)
    keys = [*after, *(key for key in before if key not in after)]
    return tuple(
        RowChange(
            key[0],
            (after.get(key) or before[key]).groups,
            before.get(key),
            after.get(key),
            is_as_long or definition(key[0]).counted is CountedAt.DAY,
        )
        for key in keys
    )


def values_of(
    reports: Iterable[IndicatorReport], indicator: str, **groups: str
) -> tuple[IndicatorValue, ...]:
    """Return a figure over several reports as the values of an indicator of a concept.

    So the distance to its targets can be told; see `integrationsplan.concept.indicator_progress`.
    Reports in which the figure is not known are left out.

    Args:
        reports: The reports, one for each time.
        indicator: Code of the indicator.
        groups: The groups, by dimension, with ``_`` for ``-``; the total of what is not named.

    Raises:
        UnknownNameError: If a report has no such figure.
        InvalidValueError: If two reports end on the same day.

    Example:
        >>> from integrationsplan.monitoring import monitor
        >>> years = [monitor([], Period.of_year(year), ["BW62_TALKS"]) for year in (2018, 2019)]
        >>> [(str(value.on), value.value) for value in values_of(years, "BW62_TALKS")]
        [('2018-12-31', '0'), ('2019-12-31', '0')]
    """
    found: dict[dt.date, IndicatorValue] = {}
    ends: set[dt.date] = set()  # those of figures that are not known, too
    for number, report in enumerate(reports):
        row = report.row(indicator, **groups)
        end = report.period.bounds[1]
        if end in ends:
            raise InvalidValueError("values_of", [COUNTED_OTHERWISE.at(f"/{number}/period")])
        ends.add(end)
        if row.value is not None:
            note = None if row.status is FigureStatus.COUNTED else row.status.in_language("en")
            found[end] = IndicatorValue(on=end, value=row.value, basis=Basis.INFERRED, note=note)
    return tuple(found[end] for end in sorted(found))


def _misfits(earlier: IndicatorReport, later: IndicatorReport) -> Iterator[Problem]:
    for name in ("rules", "by", "disclosure"):
        if getattr(earlier, name) != getattr(later, name):
            yield COUNTED_OTHERWISE.at(f"/{name}")
    if earlier.period.bounds[1] >= later.period.bounds[1]:
        yield COUNTED_OTHERWISE.at("/period")


def _keyed(
    report: IndicatorReport,
) -> dict[tuple[str, tuple[tuple[str, str], ...]], IndicatorRow]:
    return {(row.indicator, tuple(sorted(row.groups.items()))): row for row in report.rows}


def _length(period: Period) -> tuple[int, int]:
    """Return how long a period is: in whole months, or in days."""
    start, end = period.bounds
    days = (end - start).days + 1
    months = round(days * 12 / DAYS_OF_YEAR)
    is_whole = months > 0 and shift_date(start, months=months, days=-1) == end
    return (months, 0) if is_whole else (0, days)


DAYS_OF_YEAR = 365.2425
