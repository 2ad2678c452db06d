"""Make documents of indicator reports of version 1 again.

Run ``python tests/documents/make_reports.py``. The documents beside this file must load for ever:
what this file writes is what stands there, character for character (a test compares both). All
bodies and figures are invented.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from integrationsplan import AGS, Citation, Period, to_json
from integrationsplan.monitoring import (
    DisclosureRules,
    FigureStatus,
    IndicatorReport,
    IndicatorRow,
    LackingRecords,
    MonitoringRules,
    RoundingBase,
    protect_report,
)
from integrationsplan.plan import CEFR, Body, HousingKind
from integrationsplan.values import FrozenMap, Rounding

FOLDER = Path(__file__).parent / "v1"


def row(
    indicator: str, value: str | None, of: int, lacking: int, undecided: int, **groups: str
) -> IndicatorRow:
    """Return a row with its status."""
    status = FigureStatus.INCOMPLETE if lacking or undecided else FigureStatus.COUNTED
    return IndicatorRow(
        indicator=indicator,
        groups=FrozenMap({"sex": "total", **groups}),
        value=value,
        status=FigureStatus.UNKNOWN if value is None else status,
        of=of,
        lacking=lacking,
        undecided=undecided,
    )


def report() -> IndicatorReport:
    """Return a report in which everything that there is in reports stands."""
    return IndicatorReport(
        id="report-2019",
        title="Jahresbericht 2019",
        body=Body(name="Landkreis Musterland", region=AGS("16066")),
        period=Period.of_year(2019),
        as_of=dt.date(2020, 7, 31),
        as_known=dt.datetime(2020, 8, 1, 9, tzinfo=dt.UTC),
        rules=MonitoringRules(
            alive_within_months=6,
            longest_term_months=36,
            language="de",
            level=CEFR.B1,
            counts_from_arrival=True,
            housing_exclusion=(HousingKind.PRELIMINARY,),
        ),
        by=("sex",),
        plans=42,
        erased=1,
        rows=(
            row("EECO01", "40", 40, 0, 0),
            row("EECO01", "22", 22, 0, 0, sex="female"),
            row("EECO01", "18", 18, 0, 0, sex="male"),
            row("EECO02", "14", 38, 2, 0),
            row("EECO02", "12", 21, 1, 0, sex="female"),
            row("EECO02", "2", 17, 1, 0, sex="male"),
            row("EECR05", None, 0, 3, 4),
            IndicatorRow(
                indicator="TIME_TO_FIRST_LEVEL",
                groups=FrozenMap({"sex": "total", "figure": "median-days"}),
                value="212.5",
                status=FigureStatus.COUNTED,
                of=12,
            ),
            IndicatorRow(indicator="CO20", status=FigureStatus.NOT_COMPUTABLE),
        ),
        lacking=(
            LackingRecords(
                indicator="EECO02", fact="labour_at_entry", number=2, records=("plan-7", "plan-9")
            ),
        ),
    )


RULES = DisclosureRules(
    least=3,
    rounding=RoundingBase(base=5, method=Rounding.HALF_UP),
    source=Citation(title="Hausregel zur Geheimhaltung"),
)

DOCUMENTS: dict[str, Callable[[], str]] = {
    "indicator-report-every-field": lambda: to_json(report(), indent=2),
    "indicator-report-protected": lambda: to_json(protect_report(report(), RULES), indent=2),
}
"""What makes each document, by the name of its file."""


if __name__ == "__main__":
    for name, make in DOCUMENTS.items():
        (FOLDER / f"{name}.json").write_text(make() + "\n", encoding="utf-8")
