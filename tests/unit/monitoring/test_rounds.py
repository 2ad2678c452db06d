"""Rounds of a monitoring: which compare, what stands alone, and figures over years as a series."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest

from integrationsplan import InvalidValueError, Period, Rounding, UnknownNameError, evolve
from integrationsplan.concept import (
    ConceptIndicator,
    Direction,
    IndicatorSense,
    IndicatorValue,
    indicator_progress,
)
from integrationsplan.monitoring import (
    DisclosureRules,
    FigureStatus,
    IndicatorReport,
    IndicatorRow,
    MonitoringRules,
    RoundingBase,
    compare_reports,
    monitor,
    protect_report,
    values_of,
)
from integrationsplan.values import Basis, FrozenMap

YEAR = Period.of_year(2019)
NEXT = Period.of_year(2020)


def days(start: str, end: str) -> Period:
    """Return the time between two days, with both."""
    return Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end))


def figure(indicator: str, value: int | str | None, **rest: Any) -> IndicatorRow:
    """Return a row; what is no field of it is the group of a dimension."""
    names = ("status", "of", "lacking", "undecided")
    fields = {name: rest.pop(name) for name in names if name in rest}
    return IndicatorRow(
        indicator=indicator,
        groups=FrozenMap(rest),
        value=None if value is None else str(value),
        **fields,
    )


def report(period: Period, *rows: IndicatorRow, **fields: Any) -> IndicatorReport:
    """Return a report."""
    end = period.bounds[1]
    return IndicatorReport(id=f"round-{end}", period=period, as_of=end, rows=rows, **fields)


def pointers(error: pytest.ExceptionInfo[InvalidValueError]) -> list[str]:
    """Return the places of what was refused."""
    return [problem.pointer for problem in error.value.problems]


# ------------------------------------------------------------------------ which rounds can compare


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (days("2019-01-01", "2019-06-30"), days("2019-07-01", "2019-12-31"), True),
        (days("2019-01-01", "2019-12-31"), days("2020-01-01", "2020-12-31"), True),
        (days("2019-02-01", "2019-02-28"), days("2020-02-01", "2020-02-29"), True),
        (days("2019-01-15", "2019-02-14"), days("2019-02-15", "2019-03-14"), True),
        (days("2019-02-03", "2019-02-12"), days("2020-02-01", "2020-02-10"), True),
        (days("2019-01-01", "2019-06-30"), days("2019-01-01", "2019-12-31"), False),
        (days("2019-01-01", "2019-03-31"), days("2019-04-01", "2019-05-31"), False),
        (days("2019-02-03", "2019-02-12"), days("2020-02-01", "2020-02-11"), False),
        (days("2019-01-01", "2019-06-29"), days("2019-07-01", "2019-12-31"), False),
        (days("2018-01-01", "2019-12-31"), days("2020-01-01", "2020-12-31"), False),
    ],
    ids=[
        "halves",
        "a year and a leap year",
        "February",
        "months from the fifteenth",
        "ten days",
        "half and whole",
        "three months and two",
        "ten days and eleven",
        "a half but for a day",
        "two years and one",
    ],
)
def test_times_compare_that_are_as_long_as_each_other(
    earlier: Period, later: Period, expected: bool
):
    """In whole months, or else in days."""
    [found] = compare_reports(
        report(earlier, figure("BW62_TALKS", 5)), report(later, figure("BW62_TALKS", 9))
    )
    assert (expected, Fraction(4) if expected else None) == (found.is_comparable, found.change)


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("BW62_TALKS", False),
        ("BW62_PLANS", False),
        ("RECOGNITION_OUTCOMES", False),
        ("EECR05", False),
        ("PLANS_LIVING", True),
        ("CASELOAD_PER_FTE", True),
        ("CONCEPT_MEASURES_BY_STATUS", True),
    ],
)
def test_what_is_counted_on_a_day_compares_whatever_the_times(indicator: str, expected: bool):
    """A flow of a year is more than that of a half by itself; a stock is not."""
    half, year = days("2019-01-01", "2019-06-30"), days("2020-01-01", "2020-12-31")
    [found] = compare_reports(
        report(half, figure(indicator, 5)), report(year, figure(indicator, 9))
    )
    assert expected is found.is_comparable


def test_ratios_change_exactly():
    """Texts of decimals are no floats."""
    rows = [figure("CASELOAD_PER_FTE", v, figure="plans-per-fte") for v in ("12.50", "10.10")]
    [found] = compare_reports(report(YEAR, rows[0]), report(NEXT, rows[1]))
    assert Fraction(-12, 5) == found.change


def test_every_difference_is_told_at_once():
    """Rules, groups, disclosure control and times."""
    with pytest.raises(InvalidValueError) as error:
        compare_reports(
            report(YEAR, rules=MonitoringRules(alive_within_months=3)),
            report(YEAR, by=("sex",), disclosure=DisclosureRules(least=3)),
        )
    assert ["/rules", "/by", "/disclosure", "/period"] == pointers(error)


def test_what_is_protected_does_not_compare_with_what_is_not():
    """What is not shown would look like a change; between two protected ones it is none."""
    rounds = [
        report(period, figure("EECO16", value, of=40, lacking=0, undecided=0))
        for period, value in ((YEAR, 2), (NEXT, 9))
    ]
    protected = [protect_report(each, DisclosureRules(least=3)) for each in rounds]
    with pytest.raises(InvalidValueError) as error:
        compare_reports(rounds[0], protected[1])
    assert ["/disclosure"] == pointers(error)
    [found] = compare_reports(*protected)
    assert (None, False) == (found.change, found.is_sure)
    assert found.later is not None
    assert "9" == found.later.value


@pytest.mark.parametrize(
    ("status", "value", "change"),
    [
        (FigureStatus.INCOMPLETE, "7", Fraction(2)),
        (FigureStatus.ROUNDED, "10", Fraction(5)),
        (FigureStatus.UNKNOWN, None, None),
        (FigureStatus.NOT_COMPUTABLE, None, None),
        (FigureStatus.SUPPRESSED, None, None),
    ],
)
def test_a_change_is_sure_between_counted_figures_only(
    status: FigureStatus, value: str | None, change: Fraction | None
):
    """What is not known is never a change to nothing."""
    first, second = figure("EECO16", 5), figure("EECO16", value, status=status)
    [found] = compare_reports(report(YEAR, first), report(NEXT, second))
    assert (change, False) == (found.change, found.is_sure)
    [turned] = compare_reports(report(YEAR, second), report(NEXT, first))
    assert (None if change is None else -change, False) == (turned.change, turned.is_sure)


def test_figures_stand_in_the_order_of_the_later_round():
    """Then come those that it has no more."""
    codes = ("EECO01", "EECO02", "EECO04")
    earlier = report(YEAR, *(figure(code, 1) for code in codes))
    later = report(NEXT, *(figure(code, 2) for code in ("EECO05", "EECO04", "EECO01")))
    found = compare_reports(earlier, later)
    assert [
        ("EECO05", None),
        ("EECO04", Fraction(1)),
        ("EECO01", Fraction(1)),
        ("EECO02", None),
    ] == [(each.indicator, each.change) for each in found]
    assert (None, None) == (found[0].earlier, found[3].later)


def test_the_order_of_dimensions_in_a_row_plays_no_part():
    """The same groups are the same figure."""
    one = IndicatorRow(
        indicator="EECO01", groups=FrozenMap({"sex": "male", "body": "a"}), value="3"
    )
    other = evolve(one, groups=FrozenMap({"body": "a", "sex": "male"}), value="5")
    by = ("sex", "body")
    [found] = compare_reports(report(YEAR, one, by=by), report(NEXT, other, by=by))
    assert Fraction(2) == found.change


def test_rounds_of_nobody_compare():
    """Nothing changed where nothing is."""
    first, second = (monitor([], period, ["bw-im-6.2", "plan"]) for period in (YEAR, NEXT))
    found = compare_reports(first, second)
    assert [row.indicator for row in second.rows] == [each.indicator for each in found]
    assert {Fraction(0), None} == {each.change for each in found}


# ------------------------------------------------------------------------------ series and targets


def test_a_series_is_sorted_by_day_and_says_where_from():
    """Values of reports are computed from plans: inferred, with a note where less than counted."""
    reports = [
        report(NEXT, figure("EECO01", 52, status=FigureStatus.INCOMPLETE)),
        report(YEAR, figure("EECO01", 40)),
    ]
    found = values_of(iter(reports), "EECO01")
    assert [
        (dt.date(2019, 12, 31), "40", None),
        (dt.date(2020, 12, 31), "52", FigureStatus.INCOMPLETE.in_language("en")),
    ] == [(each.on, each.value, each.note) for each in found]
    assert {Basis.INFERRED} == {each.basis for each in found}


def test_a_series_is_of_one_group():
    """Dimensions with a hyphen are named with an underscore; those left out are their total."""
    rows = [
        figure("EECO01", value, **{"age-group": group, "sex": sex})
        for group, sex, value in (
            ("18-24", "male", 3),
            ("18-24", "total", 7),
            ("total", "total", 19),
        )
    ]
    one = report(YEAR, *rows, by=("age-group", "sex"))
    assert ["7"] == [each.value for each in values_of([one], "EECO01", age_group="18-24")]
    assert ["19"] == [each.value for each in values_of([one], "EECO01")]


@pytest.mark.parametrize("asked", [("EECO02", {}), ("EECO01", {"sex": "male"})])
def test_a_figure_that_a_report_does_not_have_is_told(asked: tuple[str, dict[str, str]]):
    """It is not left out as if it were not known."""
    code, groups = asked
    with pytest.raises(UnknownNameError):
        values_of([report(YEAR, figure("EECO01", 3, sex="total"), by=("sex",))], code, **groups)


def test_two_reports_that_end_on_one_day_are_refused():
    """The second one is named; a figure that is not known has its day, too."""
    half = days("2019-07-01", "2019-12-31")
    unknown = figure("EECO01", None, status=FigureStatus.UNKNOWN)
    for rows in ((figure("EECO01", 3), unknown), (unknown, figure("EECO01", 3))):
        with pytest.raises(InvalidValueError) as error:
            values_of([report(YEAR, rows[0]), report(half, rows[1])], "EECO01")
        assert ["/1/period"] == pointers(error)


WORKERS = ConceptIndicator(
    id="workers",
    title="Fachkräfte",
    code="TH_SKILLED_WORKERS_2025",
    sense=IndicatorSense.CONTEXT,
    targets=(IndicatorValue(on=dt.date(2025, 12, 31), value="280000"),),
)


def test_the_need_of_skilled_workers_has_a_distance_once_there_are_values():
    """280,000 by 2025: what is known of two years, and no straight line between them."""
    reports = [
        report(period, figure("TH_SKILLED_WORKERS_2025", value))
        for period, value in ((YEAR, 70_000), (NEXT, 105_000))
    ]
    values = values_of(reports, "TH_SKILLED_WORKERS_2025")
    workers = evolve(WORKERS, values=values, better=Direction.UP)
    found = indicator_progress(workers, dt.date(2020, 12, 31))
    assert (Fraction(175_000), None) == (found.distance, found.part)
    earlier = indicator_progress(workers, dt.date(2020, 12, 30))
    assert Fraction(210_000) == earlier.distance
    undirected = indicator_progress(evolve(WORKERS, values=values), dt.date(2020, 12, 31))
    assert (None, None) == (undirected.distance, undirected.is_reached)


def test_without_values_there_is_no_distance():
    """Neither before there was one, nor where all of them are not shown."""
    hidden = report(YEAR, figure("TH_SKILLED_WORKERS_2025", None, status=FigureStatus.SUPPRESSED))
    values = values_of([hidden], "TH_SKILLED_WORKERS_2025")
    assert () == values
    found = indicator_progress(evolve(WORKERS, values=values), dt.date(2025, 12, 31))
    assert (None, None, None) == (found.distance, found.part, found.is_reached)


def test_a_rounded_value_says_so():
    """In its note."""
    rules = DisclosureRules(rounding=RoundingBase(base=5, method=Rounding.HALF_UP))
    protected = protect_report(
        report(YEAR, figure("EECO01", 13, of=13, lacking=0, undecided=0)), rules
    )
    [value] = values_of([protected], "EECO01")
    assert ("15", "rounded") == (value.value, value.note)
