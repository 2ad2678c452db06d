"""What of a report may leave the house: what is not shown, what stays, and what is said of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from integrationsplan import Period, Rounding
from integrationsplan.errors import InvalidValueError
from integrationsplan.monitoring import (
    DisclosureRules,
    FigureStatus,
    IndicatorReport,
    IndicatorRow,
    RoundingBase,
    protect_report,
)
from integrationsplan.values import FrozenMap

YEAR = Period.of_year(2019)
LEAST_3 = DisclosureRules(least=3)
FIVES = RoundingBase(base=5, method=Rounding.HALF_UP)


def figure(indicator: str, value: int | str | None, of: int | None = None, **rest: Any) -> Any:
    """Return a row; what is no field of it is the group of a dimension."""
    fields = {name: rest.pop(name) for name in ("status", "lacking", "undecided") if name in rest}
    return IndicatorRow(
        indicator=indicator,
        groups=FrozenMap(rest),
        value=None if value is None else str(value),
        of=of,
        **fields,
    )


def report(*rows: IndicatorRow, by: tuple[str, ...] = (), **fields: Any) -> IndicatorReport:
    """Return a report."""
    return IndicatorReport(
        id="report", period=YEAR, as_of=dt.date(2019, 12, 31), by=by, rows=rows, **fields
    )


def by_sex(indicator: str, female: tuple[int, int], male: tuple[int, int]) -> list[IndicatorRow]:
    """Return the figures of two sexes, each as value and of how many, and their sum."""
    total = (female[0] + male[0], female[1] + male[1])
    return [
        figure(indicator, value, of, sex=sex, lacking=0, undecided=0)
        for sex, (value, of) in (("female", female), ("male", male), ("total", total))
    ]


def values(found: IndicatorReport) -> list[str | None]:
    """Return the values of a report."""
    return [row.value for row in found.rows]


def pointers(error: pytest.ExceptionInfo[InvalidValueError]) -> list[str]:
    """Return the places of what was refused."""
    return [problem.pointer for problem in error.value.problems]


# ------------------------------------------------------------------------------- what is not shown


def test_nothing_stands_beside_what_is_not_shown():
    """Neither of how many, nor how many lack something."""
    [row] = protect_report(report(figure("EECO16", 2, 40, lacking=3, undecided=0)), LEAST_3).rows
    assert (None, FigureStatus.SUPPRESSED, None, None, None) == (
        row.value,
        row.status,
        row.of,
        row.lacking,
        row.undecided,
    )
