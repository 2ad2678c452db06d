"""Figures of counselling: each expected value is worked out by hand from the definition."""

import datetime as dt
from collections.abc import Iterable

import pytest

from integrationsplan import Author, IntegrationPlan, Period, RevisionKind
from integrationsplan.funding import Post
from integrationsplan.monitoring import FigureStatus, IndicatorReport, MonitoringRules, monitor
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Agreement,
    Body,
    CertificateFamily,
    Consultation,
    Course,
    CourseKind,
    CourseResult,
    CourseStatus,
    EmploymentKind,
    EmploymentTarget,
    Goal,
    GoalField,
    IndicatorTarget,
    LanguageCertificate,
    LanguageProficiency,
    Lifecycle,
    Party,
    PersonalDetails,
    PlanEntry,
    RecognitionKind,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    RecognitionTarget,
    WorkSituation,
)

YEAR = Period.of_year(2019)
START = dt.date(2019, 2, 1)


def facts(day: dt.date, author: str = "im-1") -> dict[str, object]:
    """Say who recorded something and when."""
    return {
        "author": Author(role="integration_manager", id=author),
        "recorded_at": dt.datetime(day.year, day.month, day.day, 9, tzinfo=dt.UTC),
        "effective_on": day,
    }


def plan(*entries: PlanEntry, id: str = "plan-1", opened: dt.date = START) -> IntegrationPlan:
    """Open a plan."""
    return IntegrationPlan.open(
        id=id,
        subject="person-1",
        body=Body(name="Landkreis Musterland"),
        jurisdiction="08",
        put=entries,
        **facts(opened),
    )


def count(
    plans: IntegrationPlan | Iterable[IntegrationPlan],
    code: str,
    rules: MonitoringRules | None = None,
    period: Period = YEAR,
    **choices: object,
) -> IndicatorReport:
    """Count one indicator."""
    given = [plans] if isinstance(plans, IntegrationPlan) else plans
    return monitor(given, period, [code], rules=rules, **choices)


def talk(id: str, day: dt.date, *topics: GoalField) -> Consultation:
    """Return a talk."""
    return Consultation(id=id, held_on=day, topics=topics)


def agreed(id: str, day: dt.date, *by: Party) -> Agreement:
    """Return an agreement."""
    return Agreement(id=id, revision=1, agreed_on=day, by=by or (Party.PERSON, Party.COUNSELLOR))


def with_agreements(opened: IntegrationPlan, agreements: list[Agreement]) -> IntegrationPlan:
    """Record agreements on the first revision."""
    if not agreements:
        return opened
    return opened.revise(put=agreements, **facts(opened.revisions[0].effective_on))


# -- talks -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2018, 12, 31), "0"),
        (dt.date(2019, 1, 1), "1"),
        (dt.date(2019, 12, 31), "1"),
        (dt.date(2020, 1, 1), "0"),
    ],
)
def test_a_talk_counts_in_the_time_on_its_first_and_last_day(day: dt.date, expected: str):
    """Both ends belong to the time."""
    found = count(plan(talk("t-1", day), opened=dt.date(2018, 6, 1)), "BW62_TALKS")
    assert expected == found.row("BW62_TALKS").value
    assert 1 == found.row("BW62_TALKS").of


def test_a_talk_of_a_closed_plan_counts():
    """It was held, whatever became of the plan."""
    closed = plan(talk("t-1", dt.date(2019, 3, 1))).close(
        reason="moved", **facts(dt.date(2019, 4, 1))
    )
    assert "1" == count(closed, "BW62_TALKS").row("BW62_TALKS").value


def test_topics_count_for_each_talk_and_have_no_sum():
    """A talk may have several; one without lacks them."""
    found = count(
        plan(
            talk("t-1", START, GoalField.HOUSING, GoalField.WORK),
            talk("t-2", START, GoalField.HOUSING),
            talk("t-3", START),
        ),
        "BW62_TOPICS",
    )
    values = {row.groups["topic"]: row.value for row in found.rows}
    assert {"housing": "2", "work": "1", "total": None} == values
    assert (FigureStatus.NOT_COMPUTABLE, 1) == (
        found.row("BW62_TOPICS").status,
        found.row("BW62_TOPICS").lacking,
    )
    assert [("talk_topics", ("plan-1",))] == [(each.fact, each.records) for each in found.lacking]


def test_talks_belong_to_who_recorded_them():
    """The plan belongs to the last counsellor, the talks of the first stay theirs."""
    handed_over = plan(talk("t-1", START)).revise(
        put=[talk("t-2", dt.date(2019, 5, 2))], **facts(dt.date(2019, 5, 2), "im-2")
    )
    found = count(handed_over, "BW62_TALKS", by=["counsellor"])
    assert ["1", "1", "2"] == [row.value for row in found.rows]
    assert {"im-1", "im-2", "total"} == {row.groups["counsellor"] for row in found.rows}
    assert 1 == found.row("BW62_TALKS", counsellor="im-2").of


# -- agreed plans ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("agreements", "expected"),
    [
        ([agreed("a-1", dt.date(2019, 3, 1))], "1"),
        ([agreed("a-1", dt.date(2019, 3, 1), Party.COUNSELLOR)], "0"),
        ([agreed("a-1", dt.date(2019, 3, 1), Party.GUARDIAN)], "1"),
        ([agreed("a-1", dt.date(2018, 3, 1)), agreed("a-2", dt.date(2019, 3, 1))], "0"),
        ([agreed("a-1", dt.date(2019, 3, 1)), agreed("a-2", dt.date(2019, 9, 1))], "1"),
        ([], "0"),
    ],
    ids=["agreed", "by the counsellor alone", "guardian", "before", "twice", "never"],
)
def test_a_plan_is_agreed_once_and_with_the_person(agreements: list[Agreement], expected: str):
    """A continuation is no new plan."""
    found = count(with_agreements(plan(opened=dt.date(2018, 2, 1)), agreements), "BW62_PLANS")
    assert (expected, 1) == (found.row("BW62_PLANS").value, found.row("BW62_PLANS").of)


# -- living and dead -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last_talk", "living", "dead"),
    [(dt.date(2019, 7, 1), "1", "0"), (dt.date(2019, 5, 31), "0", "1")],
)
def test_a_plan_is_dead_after_the_chosen_months(last_talk: dt.date, living: str, dead: str):
    """Living and dead divide the open plans of the key date."""
    rules = MonitoringRules(alive_within_months=6)
    found = monitor(
        [plan(talk("t-1", last_talk))], YEAR, ["PLANS_LIVING", "PLANS_DEAD"], rules=rules
    )
    assert (living, dead) == (found.row("PLANS_LIVING").value, found.row("PLANS_DEAD").value)


def test_without_the_choice_living_and_dead_are_not_computable():
    """No number of months is made up."""
    for code in ("PLANS_LIVING", "PLANS_DEAD", "PLANS_OVER_TERM"):
        assert FigureStatus.NOT_COMPUTABLE is count(plan(), code).row(code).status


def test_closed_plans_are_neither_living_nor_dead():
    """On the day of the closure it is closed."""
    rules = MonitoringRules(alive_within_months=6)
    closed = plan().close(reason="done", **facts(dt.date(2019, 12, 31)))
    assert 0 == count(closed, "PLANS_DEAD", rules).row("PLANS_DEAD").of


@pytest.mark.parametrize(
    ("opened", "expected"),
    [(dt.date(2016, 12, 31), "1"), (dt.date(2017, 1, 1), "0")],
)
def test_a_plan_is_over_its_term_on_the_day_after_the_last(opened: dt.date, expected: str):
    """36 months from 1 January 2017 end on 31 December 2019: on that day it is not over yet."""
    rules = MonitoringRules(longest_term_months=36)
    found = count(plan(opened=opened), "PLANS_OVER_TERM", rules)
    assert expected == found.row("PLANS_OVER_TERM").value


# -- caseload --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("posts", "fte", "ratio"),
    [
        ([Post(id="s-1", fte="0.5")], "0.50", "4.00"),
        (
            [Post(id="s-1", fte="0.5"), Post(id="s-2", fte="1", end=dt.date(2019, 12, 30))],
            "0.50",
            "4.00",
        ),
        (
            [Post(id="s-1", fte="1"), Post(id="s-2", fte="2", start=dt.date(2019, 12, 31))],
            "3.00",
            "0.67",
        ),
        ([], "0.00", None),
        (None, None, None),
    ],
    ids=["half", "left the day before", "came on the day", "nobody", "not known"],
)
def test_the_caseload_has_the_posts_held_on_the_key_date(
    posts: list[Post] | None, fte: str | None, ratio: str | None
):
    """Two open plans; a post that nobody holds has none."""
    plans = [plan(id=f"plan-{number}") for number in range(2)]
    plans.append(plan(id="plan-3").close(reason="done", **facts(dt.date(2019, 6, 1))))
    found = count(plans, "CASELOAD_PER_FTE", posts=posts)
    assert ["2", fte, ratio] == [row.value for row in found.rows]
    missing = FigureStatus.NOT_COMPUTABLE
    assert (ratio is None) == (
        missing is found.row("CASELOAD_PER_FTE", figure="plans-per-fte").status
    )


# -- goals -----------------------------------------------------------------------------------------


def goal(id: str = "g-1", **fields: object) -> Goal:
    """Return a goal in volunteering with a target in numbers."""
    given = {
        "field": GoalField.VOLUNTEERING,
        "title": "Verein",
        "target": IndicatorTarget(indicator="Besuche", baseline="0", value="10"),
        "lifecycle": Lifecycle.ACTIVE,
    }
    return Goal(id=id, **(given | fields))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"achievement": Achievement.ACHIEVED}, ("1", 1, 0)),
        ({"achievement": Achievement.SUSTAINING}, ("1", 1, 0)),
        ({"achievement": Achievement.IN_PROGRESS}, ("0", 1, 0)),
        ({"achievement": Achievement.NOT_ACHIEVED}, ("0", 1, 0)),
        ({"achievement": None}, (None, 0, 1)),
        ({"target": None}, (None, 0, 1)),
        (
            {
                "target": IndicatorTarget(indicator="Besuche", value="10"),
                "achievement": Achievement.ACHIEVED,
            },
            (None, 0, 1),
        ),
        ({"lifecycle": Lifecycle.CANCELLED}, ("0", 0, 0)),
        ({"lifecycle": Lifecycle.ENTERED_IN_ERROR}, ("0", 0, 0)),
    ],
    ids=str,
)
def test_goals_with_baseline_and_target_can_be_judged(
    fields: dict[str, object], expected: tuple[str | None, int, int]
):
    """What is not said is lacking; what is given up is none of them."""
    found = count(plan(goal(**fields)), "GOALS_REACHED_BY_FIELD").row("GOALS_REACHED_BY_FIELD")
    assert expected == (found.value, found.of, found.lacking)


def test_a_recognition_begins_with_none():
    """Its baseline need not be said."""
    target = RecognitionTarget(outcome=RecognitionOutcome.FULL)
    wanted = goal(field=GoalField.RECOGNITION, target=target, achievement=Achievement.IN_PROGRESS)
    found = count(plan(wanted), "GOALS_REACHED_BY_FIELD")
    assert ("0", 1) == (
        found.row("GOALS_REACHED_BY_FIELD", field="recognition").value,
        found.row("GOALS_REACHED_BY_FIELD", field="recognition").of,
    )


def test_goals_are_judged_by_what_was_true_on_the_key_date():
    """A job found in the next year does not count in this one."""
    target = EmploymentTarget(
        employment=(EmploymentKind.FULL_TIME,), baseline=EmploymentKind.UNEMPLOYED
    )
    seeking = plan(
        goal(field=GoalField.WORK, target=target),
        WorkSituation(
            id="w-1",
            employment=EmploymentKind.UNEMPLOYED,
            period=Period(dt.date(2018, 1, 1), dt.date(2020, 1, 31)),
        ),
    ).revise(
        put=[
            WorkSituation(
                id="w-2",
                employment=EmploymentKind.FULL_TIME,
                period=Period(dt.date(2020, 2, 1), None),
            )
        ],
        **facts(dt.date(2020, 2, 1)),
    )
    for year, expected in ((2019, "0"), (2020, "1")):
        found = count(seeking, "GOALS_REACHED_BY_FIELD", period=Period.of_year(year))
        assert expected == found.row("GOALS_REACHED_BY_FIELD", field="work").value


# -- time to a level -------------------------------------------------------------------------------


def german(level: CEFR, on: dt.date | None, language: str = "de") -> LanguageProficiency:
    """Return a language with one certificate."""
    certificate = LanguageCertificate(issuer=CertificateFamily.TELC, level=level, issued_on=on)
    return LanguageProficiency(id="l-1", language=language, certificates=(certificate,))


@pytest.mark.parametrize(
    ("entry", "group", "median"),
    [
        (german(CEFR.A2, START + dt.timedelta(100)), "proven", "100"),
        (german(CEFR.B1, START + dt.timedelta(100)), "proven", "100"),
        (german(CEFR.A2, START), "proven", "0"),
        (german(CEFR.A1, START + dt.timedelta(100)), "without-proof", None),
        (german(CEFR.A2, START, "en"), "without-proof", None),
        (german(CEFR.A2, dt.date(2020, 1, 1)), "without-proof", None),
        (german(CEFR.A2, START - dt.timedelta(1)), "before-start", None),
        (german(CEFR.A2, None), None, None),
        (
            Course(
                id="c-1",
                course=CourseKind.IK_ALLGEMEIN,
                status=CourseStatus.COMPLETED,
                result=CourseResult.B1,
                result_on=START + dt.timedelta(40),
            ),
            "proven",
            "40",
        ),
    ],
    ids=["A2", "above", "at once", "below", "English", "later", "before", "undated", "course"],
)
def test_the_first_dated_proof_ends_the_time(
    entry: PlanEntry, group: str | None, median: str | None
):
    """Who has none yet is counted as such, neither dropped nor 0 days."""
    found = count(plan(entry), "TIME_TO_FIRST_LEVEL")
    values = {row.groups["proof"]: row.value for row in found.rows if "proof" in row.groups}
    assert {name: str(int(name == group)) for name in values if name != "total"} == {
        name: value for name, value in values.items() if name != "total"
    } or group is None
    assert (1 if group is None else 0) == found.row("TIME_TO_FIRST_LEVEL", proof="total").lacking
    assert median == found.row("TIME_TO_FIRST_LEVEL", figure="median-days").value


@pytest.mark.parametrize(
    ("days", "median"),
    [
        ([10], "10"),
        ([10, 15], "12.5"),
        ([10, 20], "15"),
        ([5, 10, 300], "10"),
        ([5, 5, 6, 9], "5.5"),
    ],
)
def test_the_median_is_the_middle_of_the_proven(days: list[int], median: str):
    """Of an even number the mean of the two in the middle; who has no proof is left out."""
    plans = [
        plan(german(CEFR.A2, START + dt.timedelta(each)), id=f"plan-{number}")
        for number, each in enumerate(days)
    ]
    found = count([*plans, plan(id="without")], "TIME_TO_FIRST_LEVEL")
    assert median == found.row("TIME_TO_FIRST_LEVEL", figure="median-days").value
    assert len(days) + 1 == found.row("TIME_TO_FIRST_LEVEL", proof="total").of


def test_the_time_may_run_from_the_arrival():
    """By choice, and only where the arrival is known."""
    rules = MonitoringRules(counts_from_arrival=True)
    arrived = PersonalDetails(id="p-1", arrived_on=START - dt.timedelta(200))
    entry = german(CEFR.A2, START + dt.timedelta(100))
    found = count([plan(arrived, entry), plan(entry, id="plan-2")], "TIME_TO_FIRST_LEVEL", rules)
    assert "300" == found.row("TIME_TO_FIRST_LEVEL", figure="median-days").value
    assert [("arrival_date", ("plan-2",))] == [(each.fact, each.records) for each in found.lacking]


# -- recognition -----------------------------------------------------------------------------------

FILED = RecognitionStep(step=RecognitionStage.FILED, on=dt.date(2019, 3, 1))


ASSESSED = (
    FILED,
    RecognitionStep(step=RecognitionStage.DOCUMENTS_COMPLETE),
    RecognitionStep(step=RecognitionStage.ASSESSMENT),
)


def step(stage: RecognitionStage, on: dt.date | None) -> RecognitionStep:
    """Return a step of a procedure."""
    return RecognitionStep(step=stage, on=on)


@pytest.mark.parametrize(
    ("steps", "outcome", "expected"),
    [
        ([FILED], None, {"open": "1"}),
        ([], None, {}),
        (
            [*ASSESSED, step(RecognitionStage.DECISION, dt.date(2019, 9, 1))],
            RecognitionOutcome.FULL,
            {"full": "1"},
        ),
        (
            [*ASSESSED, step(RecognitionStage.DECISION, dt.date(2020, 1, 1))],
            RecognitionOutcome.FULL,
            {"open": "1"},
        ),
        (
            [step(RecognitionStage.DECISION, dt.date(2018, 12, 31))],
            RecognitionOutcome.FULL,
            {},
        ),
        ([FILED, step(RecognitionStage.WITHDRAWN, dt.date(2019, 4, 1))], None, {"withdrawn": "1"}),
        ([step(RecognitionStage.FILED, dt.date(2020, 1, 1))], None, {}),
    ],
    ids=["open", "not filed", "decided", "decided later", "before", "withdrawn", "filed later"],
)
def test_procedures_count_by_outcome(
    steps: list[RecognitionStep], outcome: RecognitionOutcome | None, expected: dict[str, str]
):
    """Decided and withdrawn in the time, open on the key date."""
    procedure = RecognitionProcedure(
        id="r-1",
        reference_occupation="Pflegefachfrau",
        procedure=RecognitionKind.OCCUPATIONAL,
        steps=tuple(steps),
        outcome=outcome,
    )
    found = count(plan(procedure), "RECOGNITION_OUTCOMES")
    values = {row.groups["outcome"]: row.value for row in found.rows if row.value != "0"}
    assert expected | ({"total": "1"} if expected else {}) == values


# -- what was erased, and what was known -----------------------------------------------------------


def test_erased_talks_are_not_no_talks():
    """What is there counts; that it is all cannot be told."""
    whole = plan(talk("t-1", START), talk("t-2", START))
    erased = whole.erase(["t-1"], legal_basis="Art. 17 DSGVO", **facts(dt.date(2019, 11, 4)))
    found = count(erased, "BW62_TALKS")
    row = found.row("BW62_TALKS")
    assert ("1", FigureStatus.INCOMPLETE, 1) == (row.value, row.status, row.lacking)
    assert 1 == found.erased


@pytest.mark.parametrize(
    ("code", "agreements", "expected"),
    [
        ("BW62_PLANS", [agreed("a-1", dt.date(2019, 3, 1))], FigureStatus.COUNTED),
        ("BW62_PLANS", [], FigureStatus.UNKNOWN),
        ("TIME_TO_FIRST_LEVEL", [], FigureStatus.UNKNOWN),
    ],
)
def test_only_what_is_sure_is_told_of_a_plan_of_which_something_is_erased(
    code: str, agreements: list[Agreement], expected: FigureStatus
):
    """An agreement that is there was made; one that is not there may have been."""
    erased = with_agreements(plan(talk("t-1", START)), agreements).erase(
        ["t-1"], legal_basis="Art. 17 DSGVO", **facts(dt.date(2019, 11, 4))
    )
    assert expected is count(erased, code).row(code).status


def test_what_was_recorded_later_does_not_count_as_known():
    """A round can be counted again as it was."""
    moment = dt.datetime(2020, 1, 31, 23, tzinfo=dt.UTC)
    late = plan(talk("t-1", START)).revise(
        put=[talk("t-2", dt.date(2019, 12, 20))],
        **(facts(dt.date(2019, 12, 20)) | {"recorded_at": dt.datetime(2020, 2, 3, tzinfo=dt.UTC)}),
    )
    later = plan(id="plan-2", opened=dt.date(2020, 2, 4))
    assert "2" == count([late, later], "BW62_TALKS").row("BW62_TALKS").value
    known = count([late, later], "BW62_TALKS", as_known=moment)
    assert ("1", 1) == (known.row("BW62_TALKS").value, known.plans)


def test_a_correction_counts_from_its_day():
    """What was put in its place counts, once it is known."""
    corrected = plan(talk("t-1", START)).revise(
        put=[talk("t-1", dt.date(2018, 2, 1))],
        kind=RevisionKind.CORRECTION,
        corrects=1,
        reason="wrong year",
        **facts(dt.date(2019, 3, 1)),
    )
    assert "0" == count(corrected, "BW62_TALKS").row("BW62_TALKS").value
