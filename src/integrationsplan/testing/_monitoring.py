"""Monitoring: what the fields of reports must say together."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from integrationsplan.monitoring import (
    DisclosureRules,
    FigureStatus,
    IndicatorReport,
    IndicatorRow,
)
from integrationsplan.monitoring._report import COLUMNS
from integrationsplan.testing._forge import MENDS, Forge
from integrationsplan.values import FrozenMap, Period

__all__ = ["indicator_reports"]

_YEAR = Period.of_year(2019)


def _row(fields: dict[str, Any]) -> None:
    status = fields.get("status", FigureStatus.COUNTED)
    if not status.has_value:
        fields.pop("value", None)
    elif fields.get("value") is None:
        fields["value"] = "1"
    groups = fields.get("groups", FrozenMap())
    fields["groups"] = FrozenMap(
        {name: group for name, group in groups.items() if name not in COLUMNS}
    )


def _rules(fields: dict[str, Any]) -> None:
    if fields.get("least") is None:
        fields["least"] = 3


def _report(fields: dict[str, Any]) -> None:
    if not fields["period"].is_bounded:
        fields["period"] = _YEAR
    end: dt.date = fields["period"].bounds[1]
    fields["as_of"] = max(fields["as_of"], end)
    rows = {(row.indicator, frozenset(row.groups.items())): row for row in fields.get("rows", ())}
    fields["rows"] = tuple(rows.values())


MENDS.update({IndicatorRow: _row, DisclosureRules: _rules, IndicatorReport: _report})


def indicator_reports() -> st.SearchStrategy[IndicatorReport]:
    """Return a strategy of reports of indicators.

    The figures of a report are anything that may stand in one, and need not be counted from
    anything.

    Example:
        >>> some = indicator_reports()
    """
    found: st.SearchStrategy[IndicatorReport] = Forge().of(IndicatorReport)
    return found
