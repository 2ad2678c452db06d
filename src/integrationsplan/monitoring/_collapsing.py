"""Groups put together in a report, where one of them is of too few persons to be shown."""

from collections.abc import Iterator, Mapping

from integrationsplan._model import evolve
from integrationsplan.monitoring._report import FigureStatus, IndicatorReport, IndicatorRow
from integrationsplan.monitoring._rows import FIGURE
from integrationsplan.monitoring._tables import TOTAL
from integrationsplan.values import FrozenMap

__all__ = ["Together", "collapsed", "is_together", "wider"]

Together = Mapping[str, tuple[str, ...]]
"""By dimension the groups that are put together."""


def wider(report: IndicatorReport, together: Together) -> Iterator[Together]:
    """Yield ways to put one more group to others: in each dimension that of fewest persons."""
    for name in report.by:
        groups = sorted(_sizes(report, name).items(), key=lambda item: (item[1], item[0]))
        number = max(2, len(together.get(name, ())) + 1)
        if number <= len(groups):
            yield {**together, name: tuple(sorted(group for group, _ in groups[:number]))}


def is_together(row: IndicatorRow, together: Together) -> bool:
    """Return whether a figure is of a group that is put together with others."""
    return any(row.groups.get(name) in groups for name, groups in together.items())


def collapsed(report: IndicatorReport, together: Together) -> IndicatorReport:
    """Return a report with one group instead of several; what is no count of them is left out."""
    names = {name: _new_name(report, name) for name in together}
    found: dict[tuple[str, FrozenMap[str, str]], list[IndicatorRow]] = {}
    for row in report.rows:
        groups = {
            name: names[name] if group in together.get(name, ()) else group
            for name, group in row.groups.items()
        }
        if FIGURE not in row.groups or groups == dict(row.groups):
            found.setdefault((row.indicator, FrozenMap(groups)), []).append(row)
    rows = tuple(_sum(rows, groups) for (_, groups), rows in found.items())
    return evolve(report, rows=rows, lacking=())


def _sizes(report: IndicatorReport, name: str) -> dict[str, int]:
    """Return how many persons there are in the groups of a dimension, as far as rows tell."""
    found: dict[str, int] = {}
    for row in report.rows:
        group = row.groups.get(name, TOTAL)
        others = {row.groups.get(other, TOTAL) for other in report.by if other != name}
        if group != TOTAL and others <= {TOTAL}:
            persons = (row.of or 0) + (row.lacking or 0) + (row.undecided or 0)
            found[group] = max(found.get(group, 0), persons)
    return found


def _new_name(report: IndicatorReport, name: str) -> str:
    """Return a name that no group of a dimension has."""
    taken = {row.groups.get(name) for row in report.rows}
    found = "together"
    while found in taken:
        found += "-"
    return found


def _sum(rows: list[IndicatorRow], groups: FrozenMap[str, str]) -> IndicatorRow:
    """Return the figure of several groups that share no person."""
    first = rows[0]
    if len(rows) == 1:
        return evolve(first, groups=groups)
    values = [int(row.number) for row in rows if row.number is not None]
    statuses = {row.status for row in rows}
    if len(statuses) == 1:
        (status,) = statuses
    else:
        status = FigureStatus.INCOMPLETE if values else FigureStatus.UNKNOWN
    return evolve(
        first,
        groups=groups,
        value=str(sum(values)) if status.has_value else None,
        status=status,
        of=_added(row.of for row in rows),
        lacking=_added(row.lacking for row in rows),
        undecided=_added(row.undecided for row in rows),
    )


def _added(counts: Iterator[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
