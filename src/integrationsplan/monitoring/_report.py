"""Reports of indicators: figures with what they leave open, as a document."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated

from annotated_types import Ge, Le, Len

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, Label, model
from integrationsplan.errors import UnknownNameError
from integrationsplan.history import Moment
from integrationsplan.monitoring._definitions import definition
from integrationsplan.monitoring._disclosure import DisclosureRules
from integrationsplan.monitoring._monitoring_rules import MonitoringRules
from integrationsplan.monitoring._problems import (
    LOOKED_AT_BEFORE_END,
    NAME_OF_COLUMN,
    OPEN_TIME,
    ROW_TWICE,
    VALUE_AND_STATUS,
)
from integrationsplan.plan import Body
from integrationsplan.problems import Problem
from integrationsplan.values import (
    Bilingual,
    Code,
    Identifier,
    Labelled,
    NumberText,
    Period,
    ShortText,
    parse_number,
)

__all__ = ["FigureStatus", "IndicatorReport", "IndicatorRow", "LackingRecords"]

MOST_NAMED = 1_000
MOST_ROWS = 50_000

COLUMNS = frozenset(
    {
        "report",
        "start",
        "end",
        "indicator",
        "label",
        "value",
        "status",
        "of",
        "lacking",
        "undecided",
    }
)
"""The columns of the tidy table, beside those of dimensions."""

Count = Annotated[int, Ge(0), Le(1_000_000_000_000)]


class FigureStatus(Labelled):
    """How much a figure says."""

    COUNTED = "counted", "counted", "gezählt"
    INCOMPLETE = (
        "incomplete",
        "counted; of some records it cannot be told",
        "gezählt; von einigen Datensätzen lässt es sich nicht sagen",
    )
    ROUNDED = "rounded", "rounded", "gerundet"
    SUPPRESSED = "suppressed", "not shown", "nicht ausgewiesen"
    UNKNOWN = "unknown", "not known", "unbekannt"
    NOT_COMPUTABLE = "not-computable", "not computable", "nicht berechenbar"

    @property
    def has_value(self) -> bool:
        """Whether there is a figure."""
        return self in _WITH_VALUE


_WITH_VALUE = frozenset({FigureStatus.COUNTED, FigureStatus.INCOMPLETE, FigureStatus.ROUNDED})


@model
class IndicatorRow:
    """One figure: an indicator in a group. What is not known of the others stands beside it.

    Attributes:
        indicator: Code of the indicator; see `definition`.
        groups: The group of each dimension; ``total`` for the sum over all, ``unknown`` for those
            of whom the group is not known.
        value: The figure, in the unit of the indicator.
        status: How much it says.
        of: Among how many, of whom it can be told.
        lacking: Of how many records it cannot be told, for they lack what it needs.
        undecided: Of how many records it cannot be told yet.

    Example:
        >>> row = IndicatorRow(indicator="EECO02", value="7", of=12, lacking=3, undecided=0)
        >>> row.number, row.is_total
        (Fraction(7, 1), True)
    """

    indicator: Annotated[Code, Label("indicator", "Indikator")]
    groups: Annotated[
        Annotated[FrozenMap[Code, ShortText], Len(0, 10)], Label("groups", "Gruppen")
    ] = FrozenMap()
    value: Annotated[NumberText | None, Label("value", "Wert")] = None
    status: Annotated[FigureStatus, Label("status", "Aussagekraft")] = FigureStatus.COUNTED
    of: Annotated[Count | None, Label("of", "von")] = None
    lacking: Annotated[Count | None, Label("lacking", "ohne Angabe")] = None
    undecided: Annotated[Count | None, Label("undecided", "noch offen")] = None

    def _violations(self) -> Iterator[Problem]:
        if self.status.has_value is (self.value is None):
            yield VALUE_AND_STATUS.at("/value")
        if not COLUMNS.isdisjoint(self.groups):
            yield NAME_OF_COLUMN.at("/groups")

    @property
    def number(self) -> Fraction | None:
        """The figure as an exact number; nothing where there is none."""
        return None if self.value is None else parse_number(self.value)

    @property
    def is_total(self) -> bool:
        """Whether it is the sum over all groups."""
        return all(group == "total" for group in self.groups.values())


@model
class LackingRecords:
    """The records that do not say what an indicator needs.

    Attributes:
        indicator: Code of the indicator.
        fact: What they do not say; see `facts_needed`.
        number: How many records.
        records: Their ids: the first by name, up to 1,000.
    """

    indicator: Annotated[Code, Label("indicator", "Indikator")]
    fact: Annotated[Code, Label("fact", "Angabe")]
    number: Annotated[Count, Label("number", "Anzahl")]
    records: Annotated[
        Annotated[tuple[Identifier, ...], Len(0, MOST_NAMED)], Label("records", "Datensätze")
    ] = ()


@model(repr=False)
class IndicatorReport:
    """Figures of a body in a time: what a district reports, and one round of a monitoring.

    A report names the records that lack something, and shows small counts: it stays in the house.
    What `protect_report` makes of it may leave.

    Attributes:
        id: Identity of the report.
        title: What it is called.
        body: Whose figures they are.
        period: The time, with both ends. Its last day is the key date.
        as_of: Until which day things were looked at: the key date, or later.
        as_known: The moment whose knowledge counts; nothing for all that was recorded.
        rules: Choices that figures depend on.
        by: The dimensions by which plans are grouped.
        plans: How many plans were looked at.
        erased: Of how many of them something is erased.
        rows: The figures.
        lacking: The records that lack something.
        disclosure: How small counts are protected; nothing where they are not.
        account: What readers have to know of the figures.

    Example:
        >>> report = IndicatorReport(
        ...     id="report-2019",
        ...     period=Period.of_year(2019),
        ...     as_of=dt.date(2019, 12, 31),
        ...     rows=(IndicatorRow(indicator="BW62_TALKS", value="412"),),
        ... )
        >>> report.row("BW62_TALKS").value
        '412'
        >>> next(report.tidy())["status"]
        'counted'
    """

    id: Annotated[Identifier, Label("id", "Kennung")]
    title: Annotated[ShortText | None, Label("title", "Bezeichnung")] = None
    body: Annotated[Body | None, Label("body", "Körperschaft")] = None
    period: Annotated[Period, Label("period", "Zeitraum")]
    as_of: Annotated[dt.date, Label("as of", "Stand")]
    as_known: Annotated[Moment | None, Label("as known", "Kenntnisstand")] = None
    rules: Annotated[MonitoringRules, Label("rules", "Festlegungen")] = MonitoringRules()
    by: Annotated[Annotated[tuple[Code, ...], Len(0, 5)], Label("by", "nach")] = ()
    plans: Annotated[Count | None, Label("plans", "Pläne")] = None
    erased: Annotated[Count | None, Label("erased", "gelöscht")] = None
    rows: Annotated[
        Annotated[tuple[IndicatorRow, ...], Len(0, MOST_ROWS)], Label("figures", "Werte")
    ] = ()
    lacking: Annotated[
        Annotated[tuple[LackingRecords, ...], Len(0, 10_000)], Label("lacking", "ohne Angabe")
    ] = ()
    disclosure: Annotated[DisclosureRules | None, Label("disclosure control", "Geheimhaltung")] = (
        None
    )
    account: Annotated[
        Annotated[tuple[Bilingual, ...], Len(0, 1_000)], Label("account", "Hinweise")
    ] = ()

    def _violations(self) -> Iterator[Problem]:
        if not self.period.is_bounded:
            yield OPEN_TIME.at("/period")
        elif self.as_of < self.period.bounds[1]:
            yield LOOKED_AT_BEFORE_END.at("/as_of")
        seen = set()
        for index, row in enumerate(self.rows):
            key = _key(row)
            if key in seen:
                yield ROW_TWICE.at(f"/rows/{index}")
            seen.add(key)

    @property
    def indicators(self) -> tuple[str, ...]:
        """The codes of the indicators, in the order of the report."""
        return tuple(dict.fromkeys(row.indicator for row in self.rows))

    def of(self, indicator: str) -> tuple[IndicatorRow, ...]:
        """Return the figures of an indicator.

        Raises:
            UnknownNameError: If the report has none.
        """
        found = tuple(row for row in self.rows if row.indicator == indicator)
        if not found:
            raise UnknownNameError(Wording("indicator", "Indikator"), indicator, self.indicators)
        return found

    def row(self, indicator: str, **groups: str) -> IndicatorRow:
        """Return one figure.

        Args:
            indicator: Code of the indicator.
            groups: The groups, by dimension, with ``_`` for ``-``; the total of what is not named.

        Raises:
            UnknownNameError: If there is no such figure.
        """
        wanted = {name.replace("_", "-"): group for name, group in groups.items()}
        for row in self.of(indicator):
            rest = {name: group for name, group in row.groups.items() if name not in wanted}
            named = all(row.groups.get(name) == group for name, group in wanted.items())
            if named and all(group == "total" for group in rest.values()):
                return row
        known = {
            name + "=" + group for row in self.of(indicator) for name, group in row.groups.items()
        }
        asked = ", ".join(f"{name}={group}" for name, group in wanted.items())
        raise UnknownNameError(Wording("group", "Gruppe"), asked, sorted(known))

    def tidy(self) -> Iterator[dict[str, str | int | None]]:
        """Yield the figures as rows of a table: one for each indicator and group.

        Columns are ``report``, ``start``, ``end``, ``indicator``, ``label``, then a column for each
        dimension, and ``value``, ``status``, ``of``, ``lacking``, ``undecided``. Values are exact
        decimals as text. A dimension that an indicator does not have is nothing.
        """
        names = self.dimensions
        start, end = self.period.bounds
        for row in self.rows:
            yield {
                "report": self.id,
                "start": start.isoformat(),
                "end": end.isoformat(),
                "indicator": row.indicator,
                "label": definition(row.indicator).label.en,
                **{name: row.groups.get(name) for name in names},
                "value": row.value,
                "status": str(row.status.value),
                "of": row.of,
                "lacking": row.lacking,
                "undecided": row.undecided,
            }

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The names of all dimensions: those of the plans first, then those of indicators."""
        own = (name for row in self.rows for name in row.groups)
        return tuple(dict.fromkeys([*self.by, *own]))

    def __repr__(self) -> str:
        return f"<IndicatorReport {self.id}: {len(self.rows)} figures>"


def _key(row: IndicatorRow) -> tuple[str, tuple[tuple[str, str], ...]]:
    return row.indicator, tuple(sorted(row.groups.items()))
