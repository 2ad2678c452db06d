"""Counting: groups, parts that add up, choices that are refused; and the report of it."""

import datetime as dt
import json
from typing import Any

import pytest

from integrationsplan import (
    AGS,
    Author,
    IntegrationPlan,
    InvalidValueError,
    Period,
    UnknownNameError,
    from_json,
    to_json,
)
from integrationsplan.monitoring import (
    UNKNOWN,
    Figures,
    FigureStatus,
    IndicatorReport,
    IndicatorRow,
    MonitoringRules,
    PlanTally,
    definitions,
    entity_figures,
    monitor,
)
from integrationsplan.plan import Body, Gender, PersonalDetails
from integrationsplan.values import FrozenMap

YEAR = Period.of_year(2019)


def plan(number: int, gender: Gender | None = None, town: str | None = None) -> IntegrationPlan:
    """Open a plan in February 2019."""
    return IntegrationPlan.open(
        id=f"plan-{number}",
        subject=f"person-{number}",
        body=Body(name=town or "Musterstadt", region=AGS("16066")),
        jurisdiction="16",
        put=[PersonalDetails(id="details", gender=gender)],
        author=Author(role="integration_manager", id="im-1"),
        recorded_at=dt.datetime(2019, 2, 1, 9, tzinfo=dt.UTC),
        effective_on=dt.date(2019, 2, 1),
    )


PLANS = [
    plan(1, Gender.FEMALE),
    plan(2, Gender.MALE, "Beispielau"),
    plan(3, Gender.FEMALE, "Beispielau"),
    plan(4, Gender.UNSTATED),
    plan(5),
]


def values(report: IndicatorReport, code: str, name: str) -> dict[str, str | None]:
    """Return the values of an indicator by the groups of one dimension, the others in total."""
    return {
        row.groups[name]: row.value
        for row in report.of(code)
        if all(group == "total" for other, group in row.groups.items() if other != name)
    }


# -- groups ----------------------------------------------------------------------------------------


def test_who_is_in_no_group_is_unknown_and_in_the_sum():
    """Not stated is no answer."""
    report = monitor(PLANS, YEAR, ["EECO01"], by=["sex"])
    assert {"female": "2", "male": "1", UNKNOWN: "2", "total": "5"} == values(
        report, "EECO01", "sex"
    )
    assert [("sex", 2, ("plan-4", "plan-5"))] == [
        (each.fact, each.number, each.records) for each in report.lacking
    ]


def test_two_dimensions_have_every_sum():
    """Each combination, and the sum over either and both."""
    report = monitor(PLANS, YEAR, ["EECO01"], by=["sex", "body"])
    found = {tuple(row.groups.values()): row.value for row in report.rows}
    assert 4 * 3 == len(found)
    assert "1" == found["female", "Beispielau"]
    assert "0" == found["male", "Musterstadt"]
    assert "3" == found["total", "Musterstadt"]
    assert "5" == found["total", "total"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("region", {"16066": "5", "total": "5"}),
        ("counsellor", {"im-1": "5", "total": "5"}),
        ("age-group", {UNKNOWN: "5", "total": "5"}),
    ],
)
def test_plans_are_grouped_by(name: str, expected: dict[str, str]):
    """What comes with the package."""
    assert expected == values(monitor(PLANS, YEAR, ["EECO01"], by=[name]), "EECO01", name)


def test_groups_of_ones_own():
    """A function tells the group of a plan, or nothing."""
    tally = PlanTally(
        YEAR,
        ["EECO01"],
        by=["even"],
        groupings={"even": lambda found: "even" if found.id[-1] in "24" else None},
    )
    for each in PLANS:
        tally.add(each)
    assert {"even": "2", UNKNOWN: "3", "total": "5"} == values(tally.report("r"), "EECO01", "even")


@pytest.mark.parametrize("given", ["total", "", "x" * 201, 5])
def test_a_group_that_cannot_be_one_is_refused_and_nothing_is_counted(given: Any):
    """Half of a plan is never counted."""
    tally = PlanTally(YEAR, ["EECO01"], by=["own"], groupings={"own": lambda _: given})
    with pytest.raises(InvalidValueError) as caught:
        tally.add(PLANS[0])
    assert ["/groupings/own"] == [problem.pointer for problem in caught.value.problems]
    assert (0, {}) == (tally.plans, tally.cells)


# -- choices that are refused ----------------------------------------------------------------------


def test_a_misspelt_indicator_is_told():
    """With those that look alike."""
    with pytest.raises(UnknownNameError, match="EECO02"):
        PlanTally(YEAR, ["EEC002"])


def test_a_misspelt_grouping_is_told():
    """With what there is."""
    with pytest.raises(UnknownNameError, match="sex"):
        PlanTally(YEAR, by=["sexes"])


@pytest.mark.parametrize(
    ("choices", "pointer"),
    [
        ({"period": Period(dt.date(2019, 1, 1), None)}, "/period"),
        ({"as_of": dt.date(2019, 12, 30)}, "/as_of"),
        ({"by": ["value"], "groupings": {"value": lambda _: "x"}}, "/by"),
    ],
)
def test_choices_that_make_no_sense_are_refused(choices: dict[str, Any], pointer: str):
    """With their place."""
    given = {"period": YEAR} | choices
    with pytest.raises(InvalidValueError) as caught:
        PlanTally(given.pop("period"), **given)
    assert [pointer] == [problem.pointer for problem in caught.value.problems]


def test_one_name_may_stand_for_a_family():
    """As a text alone, too."""
    assert (
        tuple(each.id for each in definitions("bw-im-6.2"))
        == PlanTally(YEAR, "bw-im-6.2").indicators
    )


def test_what_plans_cannot_tell_is_not_computable():
    """Projects and enterprises are counted from something else."""
    report = monitor(PLANS, YEAR, ["esf-2014-2020"])
    for code in ("CO20", "CO21", "CO22", "CO23"):
        assert FigureStatus.NOT_COMPUTABLE is report.row(code).status


# -- parts -----------------------------------------------------------------------------------------


CODES = ("EECO01", "BW62_TALKS", "TIME_TO_FIRST_LEVEL")


def tally_of(plans: list[IntegrationPlan], **choices: Any) -> PlanTally:
    """Count plans."""
    found = PlanTally(YEAR, CODES, by=["sex"], **choices)
    for each in plans:
        found.add(each)
    return found


def test_parts_add_up_to_the_whole():
    """Whoever counts which."""
    first, second = tally_of(PLANS[:2]), tally_of(PLANS[2:])
    second.merge(first)
    assert tally_of(PLANS).report("r") == second.report("r")


@pytest.mark.parametrize(
    "other",
    [
        PlanTally(YEAR, ["EECO01"], by=["sex"]),
        PlanTally(
            Period.of_year(2018), ["EECO01", "BW62_TALKS", "TIME_TO_FIRST_LEVEL"], by=["sex"]
        ),
        tally_of([], rules=MonitoringRules(alive_within_months=3)),
        tally_of([], as_of=dt.date(2020, 1, 1)),
    ],
    ids=["indicators", "period", "rules", "as_of"],
)
def test_what_was_counted_otherwise_does_not_add_up(other: PlanTally):
    """And nothing is added."""
    tally = tally_of(PLANS[:1])
    before = tally.report("r")
    with pytest.raises(InvalidValueError):
        tally.merge(other)
    assert before == tally.report("r")


def test_names_of_records_are_the_first_by_name_whatever_the_order():
    """All are counted, a thousand are named."""
    many = [plan(number) for number in range(1_200)]
    found = monitor(reversed(many), YEAR, ["EECO02"], by=[])
    (sex, labour) = sorted(found.lacking, key=lambda each: each.fact, reverse=True)
    assert ("sex", "labour_at_entry", 1_200) == (sex.fact, labour.fact, labour.number)
    assert tuple(sorted(each.id for each in many)[:1_000]) == labour.records


def test_a_plan_that_nobody_knew_of_does_not_count():
    """Not even as a plan that was looked at."""
    moment = dt.datetime(2019, 1, 31, tzinfo=dt.UTC)
    report = monitor(PLANS, YEAR, ["EECO01"], as_known=moment)
    assert (0, "0") == (report.plans, report.row("EECO01").value)


# -- the report ------------------------------------------------------------------------------------


def test_nobody_is_zero_and_not_unknown():
    """Of nobody nothing is lacking."""
    report = monitor([], YEAR, ["EECO01", "EECO02", "BW62_TALKS"])
    assert ["0", "0", "0"] == [row.value for row in report.rows]
    assert {FigureStatus.COUNTED} == {row.status for row in report.rows}


def test_what_other_figures_tell_takes_the_place_of_what_plans_cannot():
    """One row for each indicator and group."""
    tally = PlanTally(YEAR, ["esf-2014-2020"])
    report = tally.report("r", further=[entity_figures([], YEAR, "esf-2014-2020")])
    assert ("0", FigureStatus.COUNTED) == (report.row("CO20").value, report.row("CO20").status)
    assert FigureStatus.NOT_COMPUTABLE is report.row("CO21").status
    assert tally.report("r", further=[Figures(())]).row("CO20").value is None


def test_the_tidy_table_has_a_column_for_each_dimension():
    """Every row has every column, in the same order."""
    report = monitor(PLANS, YEAR, ["EECO01", "BW62_TOPICS"], id="r-1", by=["sex"])
    rows = list(report.tidy())
    assert len(report.rows) == len(rows)
    columns = "report start end indicator label sex topic value status of lacking undecided"
    assert {tuple(columns.split())} == {tuple(row) for row in rows}
    assert {
        "report": "r-1",
        "start": "2019-01-01",
        "end": "2019-12-31",
        "indicator": "EECO01",
        "label": "Total number of participants",
        "sex": "female",
        "topic": None,
        "value": "2",
        "status": "counted",
        "of": 2,
        "lacking": 0,
        "undecided": 0,
    } == rows[0]


def test_a_report_is_a_document():
    """Read again it is the same."""
    report = monitor(PLANS, YEAR, by=["sex"], rules=MonitoringRules(alive_within_months=6))
    assert report == from_json(to_json(report), IndicatorReport)
    assert "integrationsplan/indicator-report" == json.loads(to_json(report))["format"]


def test_figures_are_found_by_their_groups():
    """The total of what is not named; a name that is not there is told."""
    report = monitor(PLANS, YEAR, ["EECO01"], by=["sex", "age-group"])
    assert "2" == report.row("EECO01", sex="female").value
    assert "5" == report.row("EECO01", age_group="unknown").value
    with pytest.raises(UnknownNameError, match="sex=woman"):
        report.row("EECO01", sex="woman")
    with pytest.raises(UnknownNameError, match="EECO02"):
        report.of("EECO02")


def row(**fields: Any) -> IndicatorRow:
    """Return a row."""
    return IndicatorRow(**({"indicator": "EECO01", "value": "1"} | fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"value": None},
        {"status": FigureStatus.SUPPRESSED},
        {"status": FigureStatus.UNKNOWN},
        {"value": None, "status": FigureStatus.ROUNDED},
        {"groups": FrozenMap({"value": "x"})},
        {"value": "many"},
        {"of": -1},
    ],
    ids=str,
)
def test_rows_that_contradict_themselves_are_refused(fields: dict[str, Any]):
    """A value where there is one, and none where there is none."""
    with pytest.raises(InvalidValueError):
        row(**fields)


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"period": Period(None, dt.date(2019, 12, 31))}, "/period"),
        ({"as_of": dt.date(2019, 12, 30)}, "/as_of"),
        ({"rows": (row(), row(value="2"))}, "/rows/1"),
    ],
)
def test_reports_that_contradict_themselves_are_refused(fields: dict[str, Any], pointer: str):
    """With the place."""
    given: dict[str, Any] = {"id": "r", "period": YEAR, "as_of": dt.date(2019, 12, 31)}
    with pytest.raises(InvalidValueError) as caught:
        IndicatorReport(**(given | fields))
    assert [pointer] == [problem.pointer for problem in caught.value.problems]
