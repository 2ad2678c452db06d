"""The review of a plan: each finding at its boundary."""

import datetime as dt

import pytest

from integrationsplan import Period, ReviewRules, Severity, evolve, review
from integrationsplan.errors import InvalidValueError, NotInForceError
from integrationsplan.history import Author, RevisionKind
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Actor,
    Body,
    Consultation,
    Course,
    CourseKind,
    CourseResult,
    CourseStatus,
    Development,
    EmploymentKind,
    EmploymentTarget,
    Goal,
    GoalField,
    HousingKind,
    HousingSituation,
    HousingTarget,
    IntegrationPlan,
    LanguageProficiency,
    LanguageTarget,
    Lifecycle,
    Measure,
    MeasureStatus,
    Party,
    PlanEntry,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    RecognitionTarget,
    Referral,
    RegularService,
    Responsible,
    SchoolKind,
    SchoolPlaceTarget,
    SchoolSituation,
    WorkSituation,
    counselling_period,
    is_alive,
)
from integrationsplan.plan._progress import progress_reader
from integrationsplan.plan._review_goals import CONSISTENT

AUTHOR = Author(role="integration_manager", id="im-7")
RULES = ReviewRules(revise_within_months=6)
GOAL = Goal(id="g1", field=GoalField.LANGUAGE, title="Deutsch B1")
MEASURE = Measure(
    id="m1", title="Integrationskurs", responsible=Responsible(party=Actor.COURSE_PROVIDER)
)
DAY = dt.date(2018, 6, 15)


def opened(*entries: PlanEntry, on: dt.date = dt.date(2018, 3, 1)) -> IntegrationPlan:
    """Open a plan with entries."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC),
        effective_on=on,
        put=entries,
    )


def agreed(plan: IntegrationPlan, on: dt.date = dt.date(2018, 3, 2), **fields: object):
    """Agree to a plan."""
    at = plan.latest.recorded_at
    return plan.agree(
        id=f"a{len(plan.revisions)}", agreed_on=on, author=AUTHOR, recorded_at=at, **fields
    )


def revised(plan: IntegrationPlan, on: dt.date, **fields: object) -> IntegrationPlan:
    """Revise a plan."""
    return plan.revise(
        author=AUTHOR, recorded_at=plan.latest.recorded_at, effective_on=on, **fields
    )


def codes(plan: IntegrationPlan, day: dt.date = DAY, rules: ReviewRules = RULES) -> list[str]:
    """Return code and subject of every finding."""
    return [f"{f.code} {f.subject or ''}".strip() for f in review(plan, day, rules)]


def entry_codes(*entries: PlanEntry, day: dt.date = DAY) -> list[str]:
    """Return the findings of an agreed plan with entries."""
    return codes(agreed(opened(*entries)), day)


def test_a_plan_in_order_has_no_findings():
    """An agreed, recent plan asks for nothing."""
    assert entry_codes(GOAL) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [(dt.date(2018, 9, 1), []), (dt.date(2018, 9, 2), ["revision_due"])],
)
def test_a_revision_is_due_after_the_interval(day: dt.date, expected: list[str]):
    """On the day on which the interval is reached exactly nothing is late yet."""
    assert expected == codes(agreed(opened()), day)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(dt.date(2019, 2, 28), []), (dt.date(2019, 3, 1), ["revision_due", "plan_dormant"])],
)
def test_the_interval_ends_with_a_short_month(day: dt.date, expected: list[str]):
    """Six months after 31 August is the last of February."""
    plan = revised(opened(), dt.date(2018, 8, 31))
    assert expected == codes(agreed(plan, dt.date(2018, 8, 31)), day)


def test_a_revision_from_later_on_does_not_help():
    """A revision that counts from a later day is no revision yet."""
    plan = revised(agreed(opened()), dt.date(2018, 9, 4))
    assert codes(plan, dt.date(2018, 9, 2)) == ["revision_due"]


def test_the_latest_day_of_effect_counts():
    """A correction that counts from an early day does not make the plan older."""
    plan = agreed(revised(opened(), dt.date(2018, 8, 1)), dt.date(2018, 8, 1))
    corrected = revised(plan, dt.date(2018, 3, 1), kind=RevisionKind.CORRECTION)
    assert codes(corrected, dt.date(2019, 2, 1)) == []


def test_an_interval_beyond_the_calendar_is_never_reached():
    """An interval that ends after the year 9999 is no error."""
    plan = revised(opened(), dt.date(9990, 1, 1))
    plan = agreed(plan, dt.date(9990, 1, 1))
    assert codes(plan, dt.date.max, ReviewRules(revise_within_months=1200)) == []


@pytest.mark.parametrize("kind", [RevisionKind.CORRECTION, RevisionKind.AGREEMENT])
def test_a_slip_or_a_signature_is_no_continuation(kind: RevisionKind):
    """A plan that is only corrected or signed has not moved on."""
    plan = revised(agreed(opened()), dt.date(2018, 9, 1), kind=kind)
    assert codes(plan, dt.date(2018, 9, 2)) == ["revision_due"]


@pytest.mark.parametrize("months", [0, -1, 1201, 10**5000], ids=["0", "-1", "1201", "1e5000"])
def test_an_interval_is_from_a_month_to_a_century(months: int):
    """Another interval is refused."""
    with pytest.raises(InvalidValueError):
        ReviewRules(revise_within_months=months)


def test_an_opening_is_to_be_signed():
    """A plan that nobody has agreed to is found."""
    assert codes(opened()) == ["revision_unsigned"]


def test_each_continuation_is_to_be_signed():
    """Every continuation after the agreement is named, in one finding."""
    plan = agreed(opened())
    plan = revised(revised(plan, dt.date(2018, 4, 1)), dt.date(2018, 4, 2))
    (finding,) = review(plan, DAY, RULES)
    assert (
        {"revisions": "3, 4"},
        "Die Revisionen 3, 4 sind nicht vereinbart.",
        "Revisions 3, 4 are not agreed.",
    ) == (dict(finding.values), finding.text.de, finding.text.en)


def test_one_revision_is_said_as_one():
    """The sentence agrees with what it counts."""
    (finding,) = review(opened(), DAY, RULES)
    assert ("Revision 1 ist nicht vereinbart.", "Revision 1 is not agreed.") == (
        finding.text.de,
        finding.text.en,
    )


def test_of_many_revisions_the_sentence_names_some():
    """The values have them all."""
    plan = opened()
    for _ in range(6):
        plan = revised(plan, dt.date(2018, 4, 1))
    (finding,) = review(plan, DAY, RULES)
    assert ("Revisions 1, 2, 3, 4, 5, … are not agreed.", "1, 2, 3, 4, 5, 6, 7") == (
        finding.text.en,
        finding.values["revisions"],
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"put": [GOAL]}, ["revision_unsigned"]),
        ({"withdraw": ["m1"]}, ["revision_unsigned"]),
    ],
)
def test_what_a_merge_brings_in_is_to_be_signed(fields: dict[str, object], expected: list[str]):
    """A merge that changes the plan is agreed like a continuation; a mere link is not."""
    plan = agreed(opened(MEASURE))
    merged = revised(plan, DAY, kind=RevisionKind.MERGE, merges=plan.head, **fields)
    assert expected == codes(merged)


def test_an_agreement_covers_all_before():
    """One agreement covers the revision it names and those before."""
    plan = agreed(revised(opened(), dt.date(2018, 4, 1)), dt.date(2018, 4, 2))
    assert codes(plan) == []


def test_a_correction_is_not_to_be_signed():
    """Corrections are recorded without a new agreement."""
    plan = revised(agreed(opened()), dt.date(2018, 4, 1), kind=RevisionKind.CORRECTION)
    assert codes(plan) == []


def test_a_counsellor_alone_does_not_agree():
    """An agreement without the person or a guardian is none."""
    assert codes(agreed(opened(), by=[Party.COUNSELLOR])) == ["revision_unsigned"]


def test_a_guardian_agrees_for_the_person():
    """An agreement with the guardian counts."""
    assert codes(agreed(opened(), by=[Party.GUARDIAN])) == []


def test_a_withdrawn_agreement_does_not_count():
    """After its agreement is withdrawn a plan is unsigned again."""
    plan = revised(
        agreed(opened()), dt.date(2018, 4, 1), withdraw=["a1"], kind=RevisionKind.CORRECTION
    )
    assert codes(plan) == ["revision_unsigned"]


def test_an_agreement_counts_from_its_day():
    """Before the day of the agreement the plan was unsigned."""
    plan = agreed(opened(), dt.date(2018, 6, 16))
    assert codes(plan, dt.date(2018, 6, 15)) == ["revision_unsigned"]


def test_a_continuation_is_not_to_be_signed_before_its_day():
    """What does not count yet need not be signed yet."""
    plan = revised(agreed(opened()), dt.date(2018, 6, 16))
    assert codes(plan, dt.date(2018, 6, 15)) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [(dt.date(2018, 6, 15), []), (dt.date(2018, 6, 16), ["goal_overdue g1"])],
)
def test_a_goal_is_overdue_after_its_day(day: dt.date, expected: list[str]):
    """On the day on which a goal is due it is not overdue."""
    assert expected == entry_codes(evolve(GOAL, due_on=dt.date(2018, 6, 15)), day=day)


@pytest.mark.parametrize("lifecycle", list(Lifecycle))
def test_only_open_goals_are_overdue(lifecycle: Lifecycle):
    """A goal that has come to an end is not late."""
    goal = evolve(GOAL, due_on=dt.date(2018, 6, 14), lifecycle=lifecycle)
    is_open = lifecycle.value in {"proposed", "planned", "accepted", "active", "on-hold"}
    found = entry_codes(goal, evolve(MEASURE, goals=("g1",)))
    assert is_open is ("goal_overdue g1" in found)


@pytest.mark.parametrize("achievement", [None, *Achievement])
def test_reached_goals_are_not_overdue(achievement: Achievement | None):
    """A goal that is achieved, or achieved and sustained, is not late."""
    goal = evolve(
        GOAL,
        due_on=dt.date(2018, 6, 14),
        lifecycle=Lifecycle.ON_HOLD,
        achievement=achievement,
    )
    reached = achievement in {Achievement.ACHIEVED, Achievement.SUSTAINING}
    assert (not reached) is ("goal_overdue g1" in entry_codes(goal))


@pytest.mark.parametrize("lifecycle", list(Lifecycle))
def test_goals_that_are_pursued_need_a_measure(lifecycle: Lifecycle):
    """An accepted or active goal without measure is found."""
    found = entry_codes(evolve(GOAL, lifecycle=lifecycle))
    assert (lifecycle.value in {"accepted", "active"}) is ("goal_without_measure g1" in found)


PROCEDURE = RecognitionProcedure(id="r1", reference_occupation="Koch")
GIVEN_UP = (RecognitionStep(step=RecognitionStage.WITHDRAWN),)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (evolve(MEASURE, goals=("g1",), status=MeasureStatus.RUNNING), False),
        (evolve(MEASURE, goals=("g1",), status=MeasureStatus.COMPLETED), False),
        (evolve(MEASURE, goals=("g1",), status=MeasureStatus.STOPPED), True),
        (Course(id="k1", course=CourseKind.OTHER, goals=("g1",)), False),
        (
            Course(id="k1", course=CourseKind.OTHER, goals=("g1",), status=CourseStatus.STOPPED),
            True,
        ),
        (evolve(PROCEDURE, goal="g1"), False),
        (PROCEDURE, True),
        (evolve(PROCEDURE, goal="g1", steps=GIVEN_UP), True),
    ],
)
def test_courses_and_procedures_serve_goals_and_what_is_stopped_does_not(
    entry: PlanEntry, expected: bool
):
    """Whatever is done for a goal serves it, until it is broken off or given up."""
    goal = evolve(GOAL, lifecycle=Lifecycle.ACTIVE)
    assert expected is ("goal_without_measure g1" in entry_codes(goal, entry))


@pytest.mark.parametrize(("steps", "expected"), [((), False), (GIVEN_UP, True)])
def test_a_procedure_that_the_target_names_serves_the_goal(
    steps: tuple[RecognitionStep, ...], expected: bool
):
    """It does not matter which of the two names the other."""
    target = RecognitionTarget(procedure="r1")
    goal = evolve(GOAL, lifecycle=Lifecycle.ACTIVE, target=target)
    found = entry_codes(goal, evolve(PROCEDURE, steps=steps))
    assert expected is ("goal_without_measure g1" in found)


def test_a_goal_with_a_measure_is_served():
    """A measure for the goal is enough."""
    goal = evolve(GOAL, lifecycle=Lifecycle.ACTIVE)
    assert entry_codes(goal, evolve(MEASURE, goals=("g1",))) == []


ACHIEVEMENTS = {
    "proposed": "",
    "planned": "",
    "accepted": "in-progress improving worsening no-change",
    "active": "in-progress improving worsening no-change achieved sustaining not-achieved "
    "no-progress",
    "on-hold": "in-progress improving worsening no-change not-achieved no-progress not-attainable",
    "completed": "achieved sustaining not-achieved no-progress not-attainable",
    "cancelled": "not-achieved no-progress not-attainable",
    "rejected": "not-achieved no-progress not-attainable",
    "entered-in-error": " ".join(achievement.value for achievement in Achievement),
}


@pytest.mark.parametrize("achievement", list(Achievement))
@pytest.mark.parametrize("lifecycle", list(Lifecycle))
def test_both_axes_of_a_goal_agree(lifecycle: Lifecycle, achievement: Achievement):
    """Every life cycle has the achievements that can be true with it; any other is found."""
    agrees = achievement.value in ACHIEVEMENTS[lifecycle.value].split()
    found = entry_codes(evolve(GOAL, lifecycle=lifecycle, achievement=achievement))
    assert (not agrees) is ("goal_contradictory g1" in found)


def test_the_table_of_both_axes_is_whole():
    """Every life cycle stands in the table."""
    assert set(Lifecycle) == set(CONSISTENT)


@pytest.mark.parametrize("lifecycle", list(Lifecycle))
def test_a_completed_goal_says_whether_it_was_achieved(lifecycle: Lifecycle):
    """Without achievement only a completed goal is found."""
    found = entry_codes(evolve(GOAL, lifecycle=lifecycle))
    assert (lifecycle is Lifecycle.COMPLETED) is ("goal_without_achievement g1" in found)


B1 = LanguageTarget(level=CEFR.B1)


@pytest.mark.parametrize(
    ("level", "lifecycle", "achievement", "expected"),
    [
        (CEFR.B1, Lifecycle.ACTIVE, Achievement.IMPROVING, "goal_reached_unrecorded"),
        (CEFR.B1, Lifecycle.PROPOSED, None, "goal_reached_unrecorded"),
        (CEFR.B1, Lifecycle.ACTIVE, Achievement.ACHIEVED, None),
        (CEFR.B1, Lifecycle.CANCELLED, None, None),
        (CEFR.A2, Lifecycle.ACTIVE, Achievement.IMPROVING, None),
        (CEFR.A2, Lifecycle.ACTIVE, Achievement.SUSTAINING, "goal_not_shown"),
        (CEFR.A2, Lifecycle.COMPLETED, Achievement.ACHIEVED, "goal_not_shown"),
        (CEFR.A2, Lifecycle.COMPLETED, Achievement.NOT_ACHIEVED, None),
        (CEFR.A2, Lifecycle.ENTERED_IN_ERROR, Achievement.ACHIEVED, None),
        (None, Lifecycle.COMPLETED, Achievement.ACHIEVED, None),
    ],
)
def test_targets_are_compared_with_the_entries(
    level: CEFR | None, lifecycle: Lifecycle, achievement: Achievement | None, expected: str | None
):
    """What the entries show and what is recorded of a goal say the same."""
    goal = evolve(GOAL, target=B1, lifecycle=lifecycle, achievement=achievement)
    german = LanguageProficiency(id="l1", language="de", overall=level)
    told = {"goal_reached_unrecorded g1", "goal_not_shown g1"}
    assert ({f"{expected} g1"} if expected else set()) == told & set(entry_codes(goal, german))


def test_a_course_result_shows_a_level():
    """Whoever passed the test at the end of the course has the level, by that entry alone."""
    goal = evolve(GOAL, target=B1, lifecycle=Lifecycle.COMPLETED, achievement=Achievement.ACHIEVED)
    course = Course(
        id="k1",
        course=CourseKind.IK_ALLGEMEIN,
        status=CourseStatus.COMPLETED,
        result=CourseResult.B1,
    )
    german = LanguageProficiency(id="l1", language="de", overall=CEFR.A1)
    assert ["goals_ended"] == entry_codes(goal, german, course)


WORK = Goal(
    id="g1",
    field=GoalField.WORK,
    title="Arbeit",
    target=EmploymentTarget(employment=(EmploymentKind.FULL_TIME,)),
)
FLAT = Goal(
    id="g1",
    field=GoalField.HOUSING,
    title="Wohnung",
    target=HousingTarget(housing=(HousingKind.OWN_FLAT,)),
)
PLACE = Goal(
    id="g1",
    field=GoalField.EDUCATION,
    title="Kita",
    target=SchoolPlaceTarget(schools=(SchoolKind.DAY_CARE,)),
)
OVER, SINCE = Period(None, dt.date(2018, 5, 31)), Period(dt.date(2018, 6, 1), None)
COMING = Period(dt.date(2018, 7, 1), None)


@pytest.mark.parametrize(
    ("goal", "had", "has"),
    [
        (
            WORK,
            WorkSituation(id="e1", employment=EmploymentKind.FULL_TIME),
            WorkSituation(id="e2", employment=EmploymentKind.UNEMPLOYED, period=SINCE),
        ),
        (
            FLAT,
            HousingSituation(id="e1", housing=HousingKind.OWN_FLAT),
            HousingSituation(id="e2", housing=HousingKind.FOLLOW_UP, period=SINCE),
        ),
        (
            PLACE,
            SchoolSituation(id="e1", school=SchoolKind.DAY_CARE, place_from=dt.date(2018, 3, 1)),
            SchoolSituation(
                id="e2", school=SchoolKind.PRIMARY, place_from=dt.date(2018, 6, 1), period=SINCE
            ),
        ),
    ],
    ids=["work", "housing", "school"],
)
@pytest.mark.parametrize(
    ("lifecycle", "achievement", "period", "expected"),
    [
        (Lifecycle.COMPLETED, Achievement.ACHIEVED, OVER, False),
        (Lifecycle.COMPLETED, Achievement.ACHIEVED, COMING, True),
        (Lifecycle.COMPLETED, Achievement.SUSTAINING, OVER, True),
        (Lifecycle.ACTIVE, Achievement.ACHIEVED, OVER, True),
    ],
)
def test_what_somebody_had_shows_a_completed_goal(
    goal: Goal,
    had: PlanEntry,
    has: PlanEntry,
    lifecycle: Lifecycle,
    achievement: Achievement,
    period: Period,
    expected: bool,
):
    """Only what is open, or to be kept, must still be so; what is to come shows nothing yet."""
    goal = evolve(goal, lifecycle=lifecycle, achievement=achievement)
    found = entry_codes(goal, evolve(had, period=period), has)
    assert expected is ("goal_not_shown g1" in found)


def test_each_completed_goal_is_read_by_itself():
    """Of two goals one was reached by work that has ended, and the other never was."""
    ended = {"lifecycle": Lifecycle.COMPLETED, "achievement": Achievement.ACHIEVED}
    other = EmploymentTarget(employment=(EmploymentKind.APPRENTICESHIP,))
    goals = [evolve(WORK, **ended), evolve(WORK, id="g2", target=other, **ended)]
    had = WorkSituation(id="w1", employment=EmploymentKind.FULL_TIME, period=OVER)
    assert ["goals_ended", "goal_not_shown g2"] == entry_codes(*goals, had)


def test_a_goal_that_the_entries_show_reached_is_not_overdue():
    """It is noticed that nobody has recorded it, and not that it is late."""
    goal = evolve(GOAL, target=B1, due_on=dt.date(2018, 5, 1))
    german = LanguageProficiency(id="l1", language="de", overall=CEFR.B1)
    assert ["goal_reached_unrecorded g1"] == entry_codes(goal, german)


def test_many_goals_are_read_in_no_time():
    """Thousands of goals and situations, each with the other's id, are looked at once each."""
    many = 3000
    goals = [evolve(PLACE, id=f"g{number}") for number in range(many)]
    places = [
        SchoolSituation(id=f"s{number}", school=SchoolKind.OTHER, goal=f"g{number}")
        for number in range(many)
    ]
    read = progress_reader(opened(*goals, *places).current, DAY)
    assert {False} == {read(goal).reached for goal in goals}


@pytest.mark.parametrize(
    ("lifecycle", "achievement", "expected"),
    [
        (Lifecycle.ACTIVE, None, "goal_blocked"),
        (Lifecycle.PROPOSED, None, "goal_blocked"),
        (Lifecycle.ON_HOLD, Achievement.NOT_ATTAINABLE, "goal_blocked"),
        (Lifecycle.ACTIVE, Achievement.ACHIEVED, None),
        (Lifecycle.COMPLETED, Achievement.SUSTAINING, None),
        (Lifecycle.COMPLETED, None, None),
        (Lifecycle.COMPLETED, Achievement.NOT_ACHIEVED, "goal_dependency_failed"),
        (Lifecycle.CANCELLED, None, "goal_dependency_failed"),
        (Lifecycle.REJECTED, None, "goal_dependency_failed"),
        (Lifecycle.ENTERED_IN_ERROR, None, "goal_dependency_failed"),
    ],
)
def test_a_goal_waits_for_what_it_depends_on(
    lifecycle: Lifecycle, achievement: Achievement | None, expected: str | None
):
    """A pursued goal is blocked by an open one, and lost with one that ended unreached."""
    first = evolve(GOAL, id="g0", lifecycle=lifecycle, achievement=achievement)
    goal = evolve(GOAL, lifecycle=Lifecycle.ACTIVE, depends_on=("g0",))
    told = {"goal_blocked g1", "goal_dependency_failed g1"}
    assert ({f"{expected} g1"} if expected else set()) == told & set(entry_codes(first, goal))


@pytest.mark.parametrize(
    "fields",
    [
        {"lifecycle": Lifecycle.PLANNED},
        {"lifecycle": Lifecycle.ACTIVE, "achievement": Achievement.ACHIEVED},
    ],
)
def test_only_what_is_pursued_is_blocked(fields: dict[str, object]):
    """A goal that nobody works on yet, or that is reached, waits for nothing."""
    goal = evolve(GOAL, depends_on=("g0",), **fields)
    assert "goal_blocked g1" not in entry_codes(evolve(GOAL, id="g0"), goal)


def waiting(**depends_on: str) -> list[Goal]:
    """Return goals that depend on others, each named by one letter."""
    return [evolve(GOAL, id=name, depends_on=tuple(ids)) for name, ids in depends_on.items()]


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        (waiting(a="b", b=""), []),
        (waiting(a="b", b="a"), ["a, b"]),
        (waiting(x="a", a="b", b="c", c="a", y="", z="y"), ["a, b, c"]),
        (waiting(a="b", b="a", c="d", d="c", e="ac"), ["a, b", "c, d"]),
        (waiting(a="bc", b="d", c="d", d=""), []),
        (waiting(a="b", b="ac", c="b"), ["a, b, c"]),
        (waiting(a="z"), []),
    ],
)
def test_goals_that_wait_for_each_other_are_found(goals: list[Goal], expected: list[str]):
    """Each circle of goals is one finding; what leads into it or out of it is none."""
    plan = agreed(opened(*goals))
    found = [f.values["goals"] for f in review(plan, DAY, RULES) if f.code == "goal_cycle"]
    assert expected == found


def test_a_circle_that_is_broken_is_none():
    """A reached goal holds up nobody."""
    goals = waiting(a="b", b="a")
    goals[1] = evolve(goals[1], lifecycle=Lifecycle.ACTIVE, achievement=Achievement.ACHIEVED)
    assert "goal_cycle a" not in entry_codes(*goals)


def test_a_long_chain_of_goals_is_no_trouble():
    """Thousands of goals in a circle are one finding, of which the sentence names the first."""
    ids = [f"g{number}" for number in range(3000)]
    goals = [
        evolve(GOAL, id=own, depends_on=(other,))
        for own, other in zip(ids, [*ids[1:], ids[0]], strict=True)
    ]
    found = [f for f in review(agreed(opened(*goals)), DAY, RULES) if f.code == "goal_cycle"]
    assert ["Each of these goals waits for another one of them: g0, g1, g2, g3, g4, …."] == [
        f.text.en for f in found
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"period": Period(None, dt.date(2018, 6, 15))}, False),
        ({"period": Period(None, dt.date(2018, 6, 14))}, True),
        ({"period": Period(None, dt.date(2018, 6, 14)), "result": "bestanden"}, False),
        ({"period": Period(dt.date(2018, 5, 1), None)}, False),
        ({"period": Period()}, False),
        ({"status": MeasureStatus.COMPLETED}, True),
        ({"status": MeasureStatus.COMPLETED, "result": "bestanden"}, False),
        ({"status": MeasureStatus.STOPPED}, False),
        ({"status": MeasureStatus.RUNNING}, False),
        ({}, False),
    ],
)
def test_an_ended_measure_has_a_result(fields: dict[str, object], expected: bool):
    """A measure that has ended, by its period or by its status, needs a result."""
    assert expected is ("measure_without_result m1" in entry_codes(evolve(MEASURE, **fields)))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"due_on": dt.date(2018, 6, 15)}, False),
        ({"due_on": dt.date(2018, 6, 14)}, True),
        ({"due_on": dt.date(2018, 6, 14), "status": MeasureStatus.RUNNING}, True),
        ({"due_on": dt.date(2018, 6, 14), "result": "erledigt"}, False),
        ({"due_on": dt.date(2018, 6, 14), "status": MeasureStatus.COMPLETED}, False),
        ({"due_on": dt.date(2018, 6, 14), "status": MeasureStatus.STOPPED}, False),
    ],
)
def test_a_measure_is_overdue_after_its_day(fields: dict[str, object], expected: bool):
    """A measure that is not done by its day is found on the day after."""
    assert expected is ("measure_overdue m1" in entry_codes(evolve(MEASURE, **fields)))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"status": MeasureStatus.RUNNING}, True),
        ({"status": MeasureStatus.STOPPED}, False),
        ({"responsible": Responsible(party=Actor.PERSON)}, False),
        ({"referral": Referral(service=RegularService.JOB_CENTRE)}, False),
    ],
)
def test_somebody_does_a_measure(fields: dict[str, object], expected: bool):
    """While a measure is to be done, somebody is named for it, or where the person is sent."""
    measure = Measure(id="m1", title="Beratung", **fields)
    assert expected is ("measure_without_responsible m1" in entry_codes(measure))


@pytest.mark.parametrize(
    ("lifecycles", "expected"),
    [
        ([], []),
        ([Lifecycle.CANCELLED, Lifecycle.REJECTED], ["goals_ended"]),
        ([Lifecycle.CANCELLED, Lifecycle.ON_HOLD], []),
    ],
)
def test_a_plan_whose_goals_have_all_ended_is_found(
    lifecycles: list[Lifecycle], expected: list[str]
):
    """When no goal is open, the plan is to be continued or closed."""
    goals = [
        evolve(GOAL, id=f"g{number}", lifecycle=lifecycle)
        for number, lifecycle in enumerate(lifecycles)
    ]
    assert expected == entry_codes(*goals)


SIX_MONTHS_ON = dt.date(2018, 9, 3)
SOME_DAY = dt.date(2018, 4, 1)
COURSE = Course(id="c1", course=CourseKind.IK_ALLGEMEIN, status=CourseStatus.RUNNING)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (None, False),
        (Consultation(id="b1", held_on=SOME_DAY), True),
        (Development(id="d1", noted_on=SOME_DAY, note="macht Fortschritte"), True),
        (Development(id="d1", note="macht Fortschritte"), False),
        (Consultation(id="b1", held_on=dt.date(2018, 9, 4)), False),
        (
            evolve(
                MEASURE,
                status=MeasureStatus.RUNNING,
                period=Period(SOME_DAY, SIX_MONTHS_ON),
            ),
            True,
        ),
        (evolve(MEASURE, status=MeasureStatus.RUNNING, period=Period(SOME_DAY, None)), False),
        (evolve(MEASURE, period=Period(SOME_DAY, SIX_MONTHS_ON)), False),
        (evolve(COURSE, period=Period(None, SIX_MONTHS_ON)), True),
        (evolve(COURSE, period=Period(None, dt.date(2018, 9, 2))), False),
        (evolve(COURSE, period=Period(None, SIX_MONTHS_ON), status=CourseStatus.STOPPED), False),
    ],
)
def test_a_plan_in_which_something_happens_is_alive(entry: PlanEntry | None, expected: bool):
    """A living plan has had a word or a deed within the interval, or something runs."""
    plan = agreed(opened(*([entry] if entry else [])))
    found = codes(plan, SIX_MONTHS_ON)
    assert (expected, expected) == (
        is_alive(plan, SIX_MONTHS_ON, RULES),
        "plan_dormant" not in found,
    )


def test_a_plan_that_was_handed_over_is_alive():
    """A new body has the whole interval."""
    plan = agreed(opened()).transfer(
        to=Body(name="Heidelberg"),
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 9, 1, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 9, 1),
    )
    assert ["revision_due"] == codes(plan, dt.date(2018, 9, 2))


def test_a_plan_is_alive_between_opening_and_closure():
    """Before its opening and from its closure on a plan is not alive."""
    plan = opened().close(
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 6, 1, tzinfo=dt.UTC),
        effective_on=DAY,
        reason="übergeben",
    )
    days = [dt.date(2018, 2, 28), dt.date(2018, 3, 1), DAY - dt.timedelta(1), DAY]
    assert [False, True, True, False] == [is_alive(plan, day, RULES) for day in days]


@pytest.mark.parametrize("ask", [review, is_alive])
def test_a_review_needs_a_date(ask: object):
    """A moment is no day."""
    with pytest.raises(InvalidValueError):
        ask(opened(), dt.datetime(2018, 6, 1, tzinfo=dt.UTC), RULES)


def test_agreements_may_not_be_required():
    """Where plans need no agreement, none is missed."""
    rules = ReviewRules(revise_within_months=6, agreement_required=False)
    assert codes(opened(), DAY, rules) == []


@pytest.mark.parametrize(
    ("day", "notice", "expected"),
    [
        (dt.date(2021, 1, 28), 30, []),
        (dt.date(2021, 1, 29), 30, ["counselling_ending"]),
        (dt.date(2021, 2, 28), None, []),
        (dt.date(2021, 2, 28), 0, ["counselling_ending"]),
        (dt.date(2021, 3, 1), None, ["counselling_ended"]),
    ],
)
def test_counselling_comes_to_its_end(day: dt.date, notice: int | None, expected: list[str]):
    """Three years of counselling end on the day before the third anniversary of the opening."""
    rules = ReviewRules(
        revise_within_months=60, counselling_months=36, counselling_notice_days=notice
    )
    assert expected == codes(agreed(opened()), day, rules)


def test_counselling_starts_with_the_first_consultation():
    """A consultation before the plan was drawn up counts too."""
    rules = ReviewRules(revise_within_months=60, counselling_months=36)
    plan = agreed(opened(Consultation(id="b1", held_on=dt.date(2018, 2, 1))))
    (finding,) = review(plan, dt.date(2021, 2, 1), rules)
    assert {"end": "2021-01-31"} == dict(finding.values)


@pytest.mark.parametrize(("justified", "expected"), [(False, 36), (True, 48)])
def test_the_months_of_counselling_are_stated(justified: bool, expected: int):
    """The regulation of 2023 gives three years, and four with a justification."""
    row = counselling_period(dt.date(2023, 6, 6), justified=justified)
    assert (expected, "stated") == (row.value, row.basis.value)


def test_before_its_regulation_no_months_are_known():
    """What was allowed before, the library does not know and does not guess."""
    with pytest.raises(NotInForceError):
        counselling_period(dt.date(2023, 6, 5))


def test_entries_count_from_their_day():
    """A goal put by a later revision is not reviewed before."""
    late = evolve(GOAL, due_on=dt.date(2018, 5, 1), lifecycle=Lifecycle.ON_HOLD)
    plan = revised(agreed(opened()), DAY, put=[late], kind=RevisionKind.CORRECTION)
    assert (codes(plan, DAY - dt.timedelta(1)), codes(plan, DAY)) == ([], ["goal_overdue g1"])


def test_a_plan_before_its_opening_has_no_findings():
    """Before the first day of effect there is nothing to review."""
    assert codes(opened(GOAL), dt.date(2018, 2, 28)) == []


def test_a_closed_plan_has_no_findings():
    """From the day of the closure on nothing asks for attention."""
    plan = opened(evolve(GOAL, due_on=dt.date(2018, 4, 1))).close(
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 6, 1, tzinfo=dt.UTC),
        effective_on=DAY,
        reason="übergeben",
    )
    before = ["revision_unsigned", "goal_overdue g1"]
    assert (before, []) == (codes(plan, DAY - dt.timedelta(days=1)), codes(plan, DAY))


def test_findings_of_the_plan_come_first():
    """The order is: the whole plan, then its entries as they came, each with all about it."""
    goal = evolve(GOAL, due_on=dt.date(2018, 4, 1), lifecycle=Lifecycle.ACTIVE)
    measure = evolve(MEASURE, goals=("g9",), status=MeasureStatus.COMPLETED)
    assert codes(opened(measure, goal), dt.date(2019, 1, 1)) == [
        "revision_due",
        "plan_dormant",
        "revision_unsigned",
        "measure_without_result m1",
        "reference_missing m1",
        "goal_overdue g1",
        "goal_without_measure g1",
    ]


def test_findings_are_data():
    """A finding has code, weight, subject and figures."""
    (finding,) = review(agreed(opened(evolve(GOAL, due_on=dt.date(2018, 6, 14)))), DAY, RULES)
    assert (
        finding.code,
        finding.severity,
        finding.subject,
        dict(finding.values),
        finding.ways,
    ) == ("goal_overdue", Severity.WARNING, "g1", {"due": "2018-06-14"}, ())


def test_a_due_revision_names_both_days():
    """The finding says since when, and when the revision was due."""
    (finding,) = review(agreed(opened()), dt.date(2018, 9, 2), RULES)
    assert dict(finding.values) == {"last": "2018-03-01", "due": "2018-09-01"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "g1: Dem Ziel dient keine Maßnahme, kein Kurs und kein Anerkennungsverfahren."),
        ("en", "g1: No measure, course or recognition procedure serves the goal."),
    ],
)
def test_findings_speak_both_languages(language: str, expected: str):
    """A finding is said in German and in English."""
    (finding,) = review(agreed(opened(evolve(GOAL, lifecycle=Lifecycle.ACTIVE))), DAY, RULES)
    assert expected == finding.format(language)
