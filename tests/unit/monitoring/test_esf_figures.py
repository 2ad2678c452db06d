"""The common indicators of the European Social Fund, worked out by hand from the definitions."""

import datetime as dt
from typing import Any

import pytest

from integrationsplan import Author, IntegrationPlan, Period, RevisionKind
from integrationsplan.monitoring import FigureStatus, IndicatorReport, MonitoringRules, monitor
from integrationsplan.plan import (
    CEFR,
    Body,
    CertificateFamily,
    Course,
    CourseKind,
    CourseResult,
    CourseStatus,
    EmploymentKind,
    FamilySituation,
    Gender,
    HealthNote,
    HousingKind,
    HousingSituation,
    LanguageCertificate,
    LanguageProficiency,
    PersonalDetails,
    PlanEntry,
    Qualification,
    QualificationCategory,
    SchoolKind,
    SchoolSituation,
    WorkSituation,
)

ENTRY = dt.date(2019, 3, 1)
LEFT = dt.date(2019, 9, 30)
SEEN = dt.date(2020, 7, 31)

YES, NO, UNASKED, LACKING, NOT_YET = "yes", "no", "unasked", "lacking", "not yet"


def recorded(day: dt.date) -> dict[str, Any]:
    """Say who recorded something and when."""
    return {
        "author": Author(role="integration_manager", id="im-1"),
        "recorded_at": dt.datetime(day.year, day.month, day.day, 9, tzinfo=dt.UTC),
        "effective_on": day,
    }


def person(**fields: Any) -> PersonalDetails:
    """Return the particulars of a woman of 30."""
    given = {"gender": Gender.FEMALE, "birth_date": dt.date(1988, 7, 1)}
    return PersonalDetails(id="details", **(given | fields))


def work(
    kind: EmploymentKind,
    start: dt.date | None = dt.date(2018, 1, 1),
    end: dt.date | None = None,
    id: str = "work-1",
) -> WorkSituation:
    """Return a situation at work."""
    period = None if start is None else Period(start, end)
    return WorkSituation(id=id, employment=kind, period=period)


def schooled(isced: int, year: int | None = 2005) -> Qualification:
    """Return a level of education."""
    return Qualification(
        id="schooled",
        title="Abschluss",
        category=QualificationCategory.SCHOOL,
        isced=isced,
        year=year,
    )


UNEMPLOYED = work(EmploymentKind.UNEMPLOYED)
INACTIVE = work(EmploymentKind.INACTIVE)
EMPLOYED = work(EmploymentKind.FULL_TIME)


def opened(*entries: PlanEntry, on: dt.date = ENTRY) -> IntegrationPlan:
    """Open a plan."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="person-1",
        body=Body(name="Landkreis Musterland"),
        jurisdiction="08",
        put=entries,
        **recorded(on),
    )


def left(
    *entries: PlanEntry, later: tuple[PlanEntry, ...] = (), on: dt.date = LEFT
) -> IntegrationPlan:
    """Open a plan and close it; what is told later is a correction of July 2020."""
    plan = opened(*entries).close(reason="done", **recorded(on))
    if not later:
        return plan
    return plan.revise(
        put=later,
        kind=RevisionKind.CORRECTION,
        reason="told later",
        corrects=1,
        **recorded(dt.date(2020, 7, 30)),
    )


def said(
    plan: IntegrationPlan,
    code: str,
    *,
    as_of: dt.date = SEEN,
    rules: MonitoringRules | None = None,
    year: int = 2019,
) -> str:
    """Return what an indicator says of a plan."""
    report: IndicatorReport = monitor(
        [plan], Period.of_year(year), [code], as_of=as_of, rules=rules
    )
    row = report.row(code)
    if row.undecided:
        return NOT_YET
    if row.lacking:
        assert row.status is FigureStatus.UNKNOWN
        return LACKING
    if not row.of:
        return UNASKED
    return YES if row.value == "1" else NO


# -- at entry --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2018, 12, 31), UNASKED),
        (dt.date(2019, 1, 1), YES),
        (dt.date(2019, 12, 31), YES),
        (dt.date(2020, 1, 1), UNASKED),
    ],
)
def test_participants_count_in_the_year_of_entry(day: dt.date, expected: str):
    """The first and the last day belong to it."""
    assert expected == said(opened(on=day), "EECO01")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([UNEMPLOYED], (YES, NO, NO)),
        ([work(EmploymentKind.JOB_SEEKING)], (YES, NO, NO)),
        ([INACTIVE], (NO, YES, NO)),
        ([work(EmploymentKind.INTERNSHIP)], (NO, YES, NO)),
        ([EMPLOYED], (NO, NO, YES)),
        ([work(EmploymentKind.APPRENTICESHIP)], (NO, NO, YES)),
        ([work(EmploymentKind.SELF_EMPLOYED)], (NO, NO, YES)),
        ([work(EmploymentKind.MARGINAL)], (NO, NO, YES)),
        ([UNEMPLOYED, work(EmploymentKind.MARGINAL, id="work-2")], (YES, NO, NO)),
        ([UNEMPLOYED, work(EmploymentKind.FULL_TIME, id="work-2")], (LACKING,) * 3),
        ([work(EmploymentKind.UNEMPLOYED, dt.date(2019, 3, 2))], (LACKING,) * 3),
        ([work(EmploymentKind.UNEMPLOYED, end=dt.date(2019, 2, 28))], (LACKING,) * 3),
        ([work(EmploymentKind.UNEMPLOYED, end=ENTRY)], (YES, NO, NO)),
        ([work(EmploymentKind.UNEMPLOYED, None)], (YES, NO, NO)),
        ([], (LACKING,) * 3),
    ],
    ids=lambda value: "" if isinstance(value, tuple) else None,
)
def test_everybody_stands_in_one_of_three_ways(
    entries: list[PlanEntry], expected: tuple[str, str, str]
):
    """By what the plan says of the day of entry; two that contradict each other say nothing."""
    plan = opened(*entries)
    assert expected == tuple(said(plan, code) for code in ("EECO02", "EECO04", "EECO05"))


@pytest.mark.parametrize(
    ("born", "since", "expected"),
    [
        (dt.date(1988, 7, 1), dt.date(2018, 2, 28), YES),
        (dt.date(1988, 7, 1), dt.date(2018, 3, 1), NO),
        (dt.date(1994, 3, 2), dt.date(2018, 8, 31), YES),
        (dt.date(1994, 3, 2), dt.date(2018, 9, 1), NO),
        (dt.date(1994, 3, 1), dt.date(2018, 8, 31), NO),
        (None, dt.date(2010, 1, 1), LACKING),
        (dt.date(1988, 7, 1), None, LACKING),
    ],
    ids=["more than 12", "12", "24, more than 6", "24, 6", "25, 6", "no age", "no begin"],
)
def test_long_term_is_more_than_twelve_months_or_six_below_25(
    born: dt.date | None, since: dt.date | None, expected: str
):
    """Counted to the day of entry."""
    plan = opened(person(birth_date=born), work(EmploymentKind.UNEMPLOYED, since))
    assert expected == said(plan, "EECO03")


def test_who_is_not_unemployed_is_not_long_term():
    """Whatever else is not said."""
    assert NO == said(opened(EMPLOYED), "EECO03")


@pytest.mark.parametrize(
    ("born", "codes"),
    [
        (dt.date(2001, 3, 2), {"EECO06"}),
        (dt.date(2001, 3, 1), {"EECO07"}),
        (dt.date(1989, 3, 2), {"EECO07"}),
        (dt.date(1989, 3, 1), set()),
        (dt.date(1964, 3, 2), set()),
        (dt.date(1964, 3, 1), {"EECO08"}),
    ],
    ids=["17", "18", "29", "30", "54", "55"],
)
def test_age_is_that_of_the_day_of_entry(born: dt.date, codes: set[str]):
    """On the birthday one is a year older."""
    plan = opened(person(birth_date=born))
    asked = ("EECO06", "EECO07", "EECO08")
    assert codes == {code for code in asked if said(plan, code) == YES}
    assert codes ^ set(asked) == {code for code in asked if said(plan, code) == NO}


@pytest.mark.parametrize(
    ("born", "code", "expected"),
    [
        (dt.date(1994, 3, 2), "CO06", YES),
        (dt.date(1994, 3, 1), "CO06", NO),
        (dt.date(1964, 3, 2), "CO07", NO),
        (dt.date(1964, 3, 1), "CO07", YES),
    ],
    ids=["24", "25", "54", "55"],
)
def test_ages_of_the_period_before(born: dt.date, code: str, expected: str):
    """Below 25, and above 54."""
    assert expected == said(opened(person(birth_date=born), UNEMPLOYED, schooled(3)), code)


@pytest.mark.parametrize(
    ("level", "old", "new"),
    [
        (0, None, "EECO09"),
        (1, "CO09", "EECO09"),
        (2, "CO09", "EECO09"),
        (3, "CO10", "EECO10"),
        (4, "CO10", "EECO10"),
        (5, "CO11", "EECO11"),
        (8, "CO11", "EECO11"),
    ],
)
def test_levels_of_education(level: int, old: str | None, new: str):
    """ISCED 0 is in none of the period before."""
    plan = opened(person(), UNEMPLOYED, schooled(level))
    for number in ("09", "10", "11"):
        assert (YES if new == f"EECO{number}" else NO) == said(plan, f"EECO{number}")
        assert (YES if old == f"CO{number}" else NO) == said(plan, f"CO{number}")


def test_a_level_gained_after_the_entry_does_not_count():
    """One of the year before does, whenever it was recorded."""
    plan = opened(person()).revise(put=[schooled(5, 2019)], **recorded(dt.date(2019, 8, 1)))
    assert LACKING == said(plan, "EECO11")
    plan = opened(person()).revise(put=[schooled(5, 2018)], **recorded(dt.date(2019, 8, 1)))
    assert YES == said(plan, "EECO11")


@pytest.mark.parametrize(
    "missing", [person(gender=None), person(gender=Gender.UNSTATED), person(birth_date=None)]
)
def test_incomplete_records_count_in_no_indicator_of_the_period_before(missing: PersonalDetails):
    """They are in the grand total only; the next period knows no such rule."""
    plan = opened(missing, UNEMPLOYED, schooled(3))
    assert (LACKING, YES) == (said(plan, "CO01"), said(plan, "EECO02"))


@pytest.mark.parametrize(
    ("nationalities", "day", "expected"),
    [
        (("SY",), ENTRY, YES),
        (("XA",), ENTRY, YES),
        (("XX",), ENTRY, YES),
        (("FR",), ENTRY, NO),
        (("SY", "FR"), ENTRY, NO),
        (("GB",), dt.date(2020, 1, 31), NO),
        (("GB",), dt.date(2020, 2, 1), YES),
        ((), ENTRY, LACKING),
    ],
    ids=str,
)
def test_third_country_nationals_are_no_citizens_of_the_union(
    nationalities: tuple[str, ...], day: dt.date, expected: str
):
    """Stateless and undetermined count; the United Kingdom left on 31 January 2020."""
    plan = opened(person(nationalities=nationalities), on=day)
    assert expected == said(plan, "EECO13", year=day.year, as_of=dt.date(2020, 12, 31))


@pytest.mark.parametrize(("recognised", "expected"), [(True, YES), (False, NO), (None, LACKING)])
def test_a_disability_is_told_or_not(recognised: bool | None, expected: str):
    """Saying nothing is no no."""
    note = HealthNote(id="health", disability_recognised=recognised)
    assert expected == said(opened(note), "EECO12")


def test_housing_exclusion_is_what_the_rules_call_so():
    """Being homeless always is."""
    homeless = opened(HousingSituation(id="home", housing=HousingKind.HOMELESS))
    sheltered = opened(HousingSituation(id="home", housing=HousingKind.PRELIMINARY))
    strict = MonitoringRules(housing_exclusion=(HousingKind.PRELIMINARY,))
    assert (YES, NO) == (said(homeless, "EECO16"), said(sheltered, "EECO16"))
    assert YES == said(sheltered, "EECO16", rules=strict)
    assert LACKING == said(opened(), "EECO16")


@pytest.mark.parametrize("code", ["EECO14", "EECO15", "EECO17", "CO15", "CO17", "CO19"])
def test_what_plans_never_tell_is_lacking(code: str):
    """It is not a no."""
    assert LACKING == said(opened(person(), UNEMPLOYED, schooled(3)), code)


@pytest.mark.parametrize(
    ("school", "code", "expected"),
    [
        (SchoolSituation(id="s", school=SchoolKind.VOCATIONAL), "CO04", NO),
        (SchoolSituation(id="s", school=None), "CO04", YES),
        (None, "CO04", LACKING),
    ],
)
def test_inactive_and_not_in_education(school: SchoolSituation | None, code: str, expected: str):
    """An entry without a school says that there is none."""
    entries = [person(), INACTIVE, schooled(3), *([school] if school else [])]
    assert expected == said(opened(*entries), code)


@pytest.mark.parametrize(
    ("family", "jobless", "with_children", "single"),
    [
        (FamilySituation(id="f", adults=1, children=2), YES, YES, YES),
        (FamilySituation(id="f", adults=1, children=0), YES, NO, NO),
        (FamilySituation(id="f", adults=2, children=2), LACKING, LACKING, NO),
        (FamilySituation(id="f", single_parent=True, children=1), YES, YES, YES),
        (None, LACKING, LACKING, LACKING),
    ],
    ids=["alone with children", "alone", "two adults", "single parent", "nothing"],
)
def test_households(family: FamilySituation | None, jobless: str, with_children: str, single: str):
    """Of other adults plans do not tell whether they work."""
    plan = opened(person(), UNEMPLOYED, schooled(3), *([family] if family else []))
    assert (jobless, with_children, single) == tuple(
        said(plan, code) for code in ("CO12", "CO13", "CO14")
    )
    employed = opened(person(), EMPLOYED, schooled(3), *([family] if family else []))
    assert NO == said(employed, "CO12")


# -- upon leaving ----------------------------------------------------------------------------------


def begun(kind: EmploymentKind, day: dt.date) -> tuple[PlanEntry, ...]:
    """Return that a situation ended the day before, and another one began."""
    return (
        work(EmploymentKind.INACTIVE, end=day - dt.timedelta(1)),
        work(kind, day, id="work-2"),
    )


@pytest.mark.parametrize(
    ("kind", "days", "searching", "working"),
    [
        (EmploymentKind.UNEMPLOYED, 0, YES, NO),
        (EmploymentKind.UNEMPLOYED, 28, YES, NO),
        (EmploymentKind.UNEMPLOYED, 29, NO, NO),
        (EmploymentKind.FULL_TIME, 28, NO, YES),
        (EmploymentKind.FULL_TIME, 29, NO, NO),
    ],
)
def test_results_upon_leaving_count_for_28_days(
    kind: EmploymentKind, days: int, searching: str, working: str
):
    """The last state counts: on the 29th day it is too late."""
    plan = left(INACTIVE, later=begun(kind, LEFT + dt.timedelta(days)))
    assert (searching, working) == (said(plan, "EECR01"), said(plan, "EECR04"))


@pytest.mark.parametrize(
    ("entry", "searching", "working"),
    [(EMPLOYED, UNASKED, UNASKED), (UNEMPLOYED, UNASKED, NO), (INACTIVE, NO, NO)],
)
def test_results_are_asked_of_those_who_stood_otherwise(
    entry: WorkSituation, searching: str, working: str
):
    """Only the inactive can begin to search, only those out of work can find some."""
    plan = left(entry)
    assert (searching, working) == (said(plan, "EECR01"), said(plan, "EECR04"))


def test_results_are_undecided_until_the_four_weeks_are_over():
    """On the last day they are."""
    late = left(UNEMPLOYED, on=dt.date(2019, 12, 20))
    assert NOT_YET == said(late, "EECR04", as_of=dt.date(2020, 1, 16))
    assert NO == said(late, "EECR04", as_of=dt.date(2020, 1, 17))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            LanguageProficiency(
                id="l",
                language="de",
                certificates=(
                    LanguageCertificate(
                        issuer=CertificateFamily.TELC, level=CEFR.B1, issued_on=LEFT
                    ),
                ),
            ),
            YES,
        ),
        (
            LanguageProficiency(
                id="l",
                language="de",
                certificates=(LanguageCertificate(issuer=CertificateFamily.TELC, level=CEFR.B1),),
            ),
            LACKING,
        ),
        (
            Course(
                id="c",
                course=CourseKind.BSK_B2,
                status=CourseStatus.COMPLETED,
                result=CourseResult.NOT_PASSED,
                result_on=LEFT + dt.timedelta(3),
            ),
            NO,
        ),
        (None, LACKING),
    ],
    ids=["gained", "undated", "failed", "nothing told"],
)
def test_a_qualification_is_gained_within_the_window(entry: PlanEntry | None, expected: str):
    """That none is recorded does not say that none was gained."""
    assert expected == said(left(UNEMPLOYED, *([entry] if entry else [])), "EECR03")


def test_education_is_asked_of_those_who_were_not_in_it():
    """Newly begun within 28 days."""
    nowhere = SchoolSituation(id="s", school=None, period=Period(dt.date(2018, 1, 1), LEFT))
    school = SchoolSituation(
        id="s-2",
        school=SchoolKind.VOCATIONAL,
        period=Period(LEFT + dt.timedelta(10), dt.date(2022, 7, 31)),
    )
    assert YES == said(left(UNEMPLOYED, nowhere, later=(school,)), "EECR02")
    assert LACKING == said(left(UNEMPLOYED, nowhere), "EECR02")
    pupil = SchoolSituation(id="s", school=SchoolKind.VOCATIONAL)
    assert UNASKED == said(left(UNEMPLOYED, pupil), "EECR02")


AT_WORK = (
    work(EmploymentKind.UNEMPLOYED, end=LEFT - dt.timedelta(1)),
    work(EmploymentKind.FULL_TIME, LEFT, id="work-2"),
)


# -- six months later ------------------------------------------------------------------------------


def test_six_months_later_is_undecided_until_they_are_over():
    """LEFT is 30 September: on 30 March it can be told."""
    plan = left(UNEMPLOYED, later=AT_WORK)
    assert NOT_YET == said(plan, "EECR05", as_of=dt.date(2020, 3, 29))
    assert YES == said(plan, "EECR05", as_of=SEEN)


def test_what_was_told_last_at_the_closure_says_nothing_of_six_months_later():
    """An open end means that nothing else was known by then."""
    assert LACKING == said(left(UNEMPLOYED), "EECR05")
    assert NO == said(left(work(EmploymentKind.UNEMPLOYED, end=dt.date(2020, 6, 30))), "EECR05")


def test_who_was_employed_is_asked_for_the_quality_of_work():
    """And plans do not tell."""
    plan = left(EMPLOYED)
    assert (UNASKED, LACKING) == (said(plan, "EECR05"), said(plan, "EECR06"))


def test_older_participants_six_months_later():
    """CR08 asks only those above 54."""
    older = left(person(birth_date=dt.date(1960, 1, 1)), UNEMPLOYED, later=AT_WORK)
    younger = left(person(), UNEMPLOYED, later=AT_WORK)
    assert (YES, UNASKED) == (said(older, "CR08"), said(younger, "CR08"))
    assert (YES, YES) == (said(older, "CR06"), said(younger, "CR06"))


def test_disadvantage_is_told_by_a_disability_alone():
    """Who is not known to be disadvantaged is not known not to be."""
    note = HealthNote(id="health", disability_recognised=True)
    assert YES == said(left(UNEMPLOYED, note, later=AT_WORK), "CR09")
    assert LACKING == said(left(UNEMPLOYED, later=AT_WORK), "CR09")
    out_of_work = work(EmploymentKind.UNEMPLOYED, end=dt.date(2020, 6, 30))
    assert NO == said(left(out_of_work), "CR09")


def test_who_left_in_another_year_is_not_asked():
    """Results belong to the year of leaving, whatever the year of entry."""
    plan = left(UNEMPLOYED)
    for code in ("CR04", "CR06", "EECR04", "EECR05"):
        assert UNASKED == said(plan, code, year=2018)
