"""Measurable targets, and what the entries of a plan say of them."""

import datetime as dt
from typing import Any, get_args

import pytest

from integrationsplan import evolve
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import Entry, State
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Concerned,
    Course,
    CourseKind,
    CourseResult,
    EmploymentKind,
    EmploymentTarget,
    Goal,
    GoalField,
    HousingKind,
    HousingSituation,
    HousingTarget,
    IndicatorTarget,
    LanguageProficiency,
    LanguageSkill,
    LanguageTarget,
    Progress,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    RecognitionTarget,
    SchoolKind,
    SchoolPlaceTarget,
    SchoolSituation,
    Target,
    WorkSituation,
    progress,
)
from integrationsplan.plan._progress import progress_reader
from integrationsplan.values import FrozenMap, Period

DAY = dt.date(2019, 6, 1)
LONG_AGO = Period(dt.date(2018, 1, 1), dt.date(2018, 12, 31))
SINCE = Period(dt.date(2019, 1, 1))


def state_of(*entries: Entry) -> State[Any]:
    """Make a state of entries."""
    return State(FrozenMap({entry.id: entry for entry in entries}))


def found(
    target: Target,
    *entries: Entry,
    day: dt.date | None = None,
    achievement: Achievement | None = None,
) -> tuple[str, bool | None]:
    """Return the progress in words, and whether the target is reached."""
    goal = Goal(
        id="g1", field=GoalField.OTHER, title="Ziel", target=target, achievement=achievement
    )
    result = progress(goal, state_of(goal, *entries), day)
    assert isinstance(result, Progress)
    return result.format("de"), result.reached


def german(level: CEFR | None, entry_id: str = "l1", **fields: Any) -> LanguageProficiency:
    """Make a proficiency in German."""
    return LanguageProficiency(id=entry_id, language="de", overall=level, **fields)


def test_a_goal_without_target_has_no_progress():
    """What is not measurable is not measured."""
    goal = Goal(id="g1", field=GoalField.OTHER, title="Ankommen")
    assert progress(goal, state_of(goal)) is None


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (None, ("A1 → ? → B1", None)),
        (CEFR.A1, ("A1 → A1 → B1", False)),
        (CEFR.A2, ("A1 → A2 → B1", False)),
        (CEFR.B1, ("A1 → B1 → B1", True)),
        (CEFR.C1, ("A1 → C1 → B1", True)),
    ],
)
def test_a_level_is_reached_by_itself_or_a_higher_one(
    level: CEFR | None, expected: tuple[str, bool | None]
):
    """A level is read from the proficiency; unknown is neither reached nor missed."""
    assert expected == found(LanguageTarget(level=CEFR.B1, baseline=CEFR.A1), german(level))


def test_a_level_of_another_language_tells_nothing():
    """Whoever knows English well may not know German."""
    english = LanguageProficiency(id="l2", language="en", overall=CEFR.C2)
    assert ("? → ? → B1", None) == found(LanguageTarget(level=CEFR.B1), english)


def test_a_skill_is_measured_by_itself():
    """A level overall says nothing of the writing."""
    target = LanguageTarget(level=CEFR.B1, skill=LanguageSkill.WRITING)
    assert ("? → ? → B1", None) == found(target, german(CEFR.B1))
    assert ("? → A2 → B1", False) == found(target, german(CEFR.B1, writing=CEFR.A2))


def test_the_best_of_several_entries_counts():
    """Two entries of one language happen after a merge."""
    target = LanguageTarget(level=CEFR.B1)
    assert ("? → B1 → B1", True) == found(target, german(CEFR.A2), german(CEFR.B1, "l2"))


def recognition(
    outcome: RecognitionOutcome | None, entry_id: str = "r1", goal: str | None = "g1"
) -> RecognitionProcedure:
    """Make a procedure with an outcome."""
    stage = RecognitionStage.DECISION if outcome else RecognitionStage.FILED
    return RecognitionProcedure(
        id=entry_id,
        reference_occupation="Pflegefachfrau",
        goal=goal,
        steps=(RecognitionStep(step=stage),),
        outcome=outcome,
    )


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (None, ("? → Antrag gestellt → volle Gleichwertigkeit", None)),
        (
            RecognitionOutcome.FULL,
            ("? → volle Gleichwertigkeit → volle Gleichwertigkeit", True),
        ),
        (
            RecognitionOutcome.COMPENSATION_REQUIRED,
            ("? → Auflage einer Ausgleichsmaßnahme → volle Gleichwertigkeit", False),
        ),
        (
            RecognitionOutcome.NONE,
            ("? → keine Gleichwertigkeit → volle Gleichwertigkeit", False),
        ),
    ],
)
def test_recognition_is_read_from_the_procedure(
    outcome: RecognitionOutcome | None, expected: tuple[str, bool | None]
):
    """Until there is an outcome, the step is the current value and nobody knows the end."""
    assert expected == found(RecognitionTarget(), recognition(outcome))


def test_full_recognition_is_more_than_partial():
    """Who wished for partial equivalence and got full has reached it."""
    target = RecognitionTarget(outcome=RecognitionOutcome.PARTIAL)
    assert found(target, recognition(RecognitionOutcome.FULL))[1] is True


def test_a_target_may_name_its_procedure():
    """Of two procedures the named one counts, whatever goal it names."""
    target = RecognitionTarget(procedure="r2")
    entries = (recognition(RecognitionOutcome.NONE), recognition(None, "r2", None))
    assert ("? → Antrag gestellt → volle Gleichwertigkeit", None) == found(target, *entries)


def test_a_procedure_of_another_goal_tells_nothing():
    """Procedures that do not serve the goal are left out."""
    other = recognition(RecognitionOutcome.FULL, goal="g9")
    assert ("? → ? → volle Gleichwertigkeit", None) == found(RecognitionTarget(), other)


def work(kind: EmploymentKind, period: Period | None = None, entry_id: str = "w1") -> Entry:
    """Make a work situation."""
    return WorkSituation(id=entry_id, employment=kind, period=period)


WORK = EmploymentTarget(
    employment=(EmploymentKind.PART_TIME, EmploymentKind.FULL_TIME),
    baseline=EmploymentKind.UNEMPLOYED,
)


@pytest.mark.parametrize(
    ("entries", "day", "expected"),
    [
        ((), None, ("arbeitslos → ? → Teilzeit oder Vollzeit", None)),
        (
            (work(EmploymentKind.INTERNSHIP),),
            None,
            ("arbeitslos → Praktikum → Teilzeit oder Vollzeit", False),
        ),
        (
            (work(EmploymentKind.PART_TIME, SINCE),),
            None,
            ("arbeitslos → Teilzeit → Teilzeit oder Vollzeit", True),
        ),
        (
            (work(EmploymentKind.PART_TIME, LONG_AGO), work(EmploymentKind.INACTIVE, SINCE, "w2")),
            DAY,
            ("arbeitslos → nicht erwerbstätig → Teilzeit oder Vollzeit", False),
        ),
        (
            (work(EmploymentKind.PART_TIME, LONG_AGO),),
            dt.date(2018, 6, 1),
            ("arbeitslos → Teilzeit → Teilzeit oder Vollzeit", True),
        ),
        (
            (work(EmploymentKind.PART_TIME, LONG_AGO),),
            None,
            ("arbeitslos → ? → Teilzeit oder Vollzeit", None),
        ),
    ],
)
def test_employment_is_read_from_what_counts_on_the_day(
    entries: tuple[Entry, ...], day: dt.date | None, expected: tuple[str, bool | None]
):
    """A job of last year is no job of today; without a day, what goes on counts."""
    assert expected == found(WORK, *entries, day=day)


@pytest.mark.parametrize(
    ("kind", "reached"), [(HousingKind.OWN_FLAT, True), (HousingKind.FOLLOW_UP, False)]
)
def test_housing_is_read_from_the_situation(kind: HousingKind, reached: bool):
    """A flat is one of the kinds wished for, or none."""
    target = HousingTarget(
        housing=(HousingKind.OWN_FLAT, HousingKind.SHARED_FLAT), baseline=HousingKind.FOLLOW_UP
    )
    situation = HousingSituation(id="h1", housing=kind)
    words = f"Anschlussunterbringung → {kind.label.de} → eigene Wohnung oder Wohngemeinschaft"
    assert (words, reached) == found(target, situation)


def school(**fields: Any) -> SchoolSituation:
    """Make the school situation of a child."""
    return SchoolSituation(id="s1", concerns=Concerned.CHILD, **fields)


SCHOOL = SchoolPlaceTarget(concerns=Concerned.CHILD, schools=(SchoolKind.PRIMARY,))


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((), ("? → ? → Grundschule", None)),
        ((school(school=SchoolKind.PRIMARY),), ("? → ? → Grundschule", False)),
        (
            (school(school=SchoolKind.PRIMARY, place_from=DAY),),
            ("? → Grundschule → Grundschule", True),
        ),
        (
            (school(school=SchoolKind.DAY_CARE, place_from=DAY),),
            ("? → Kindertagesbetreuung → Grundschule", False),
        ),
        (
            (school(school=SchoolKind.PRIMARY, place_from=dt.date(2019, 6, 2)),),
            ("? → ? → Grundschule", False),
        ),
        (
            (SchoolSituation(id="s1", school=SchoolKind.PRIMARY, place_from=DAY),),
            ("? → ? → Grundschule", None),
        ),
    ],
)
def test_a_school_place_is_a_place_from_a_day_on(
    entries: tuple[Entry, ...], expected: tuple[str, bool | None]
):
    """A school without a place is none; a place of somebody else tells nothing."""
    assert expected == found(SCHOOL, *entries, day=DAY)


def test_any_school_may_do():
    """Without kinds of schools, any place counts."""
    target = SchoolPlaceTarget(concerns=Concerned.CHILD)
    assert ("? → ? → ein Platz", True) == found(target, school(place_from=DAY))


@pytest.mark.parametrize(
    ("achievement", "reached"),
    [
        (None, None),
        (Achievement.IN_PROGRESS, None),
        (Achievement.IMPROVING, None),
        (Achievement.WORSENING, None),
        (Achievement.NO_CHANGE, None),
        (Achievement.ACHIEVED, True),
        (Achievement.SUSTAINING, True),
        (Achievement.NOT_ACHIEVED, False),
        (Achievement.NO_PROGRESS, False),
        (Achievement.NOT_ATTAINABLE, False),
    ],
)
def test_a_free_indicator_is_judged_by_people(
    achievement: Achievement | None, reached: bool | None
):
    """No entry tells whether a free indicator is reached: the goal's achievement does."""
    target = IndicatorTarget(
        indicator="Bewerbungen", unit="Stück", baseline="0", current="4", value="10"
    )
    expected = ("0 Stück → 4 Stück → 10 Stück", reached)
    assert expected == found(target, achievement=achievement)


def test_a_free_indicator_needs_no_unit():
    """Some things have none."""
    target = IndicatorTarget(indicator="Schritt", value="alleine Bahn fahren")
    assert ("? → ? → alleine Bahn fahren", None) == found(target)


def test_every_target_has_a_kind_of_its_own():
    """Documents tell targets by their kind."""
    kinds = [target.kind for target in get_args(Target)]
    assert sorted(set(kinds)) == sorted(kinds)


def test_a_target_wishes_for_something():
    """A wish for no kind of work is none."""
    with pytest.raises(InvalidValueError):
        EmploymentTarget(employment=())


def test_shows_nothing_in_a_representation():
    """Representations end up in logs."""
    assert "<LanguageTarget>" == repr(LanguageTarget(level=CEFR.B1))


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (CourseResult.B1, ("? → B1 → B1", True)),
        (CourseResult.A2, ("? → A2 → B1", False)),
        (CourseResult.BELOW_A2, ("? → A1 → B1", False)),
        (CourseResult.PASSED, ("? → A1 → B1", False)),
    ],
)
def test_the_result_of_a_course_is_a_level(result: CourseResult, expected: tuple[str, bool]):
    """The test at the end of an integration course shows German; other tests say no level."""
    course = Course(id="k1", course=CourseKind.IK_ALLGEMEIN, result=result)
    assert expected == found(LanguageTarget(level=CEFR.B1), german(CEFR.A1), course)


@pytest.mark.parametrize(
    "target",
    [
        LanguageTarget(language="en", level=CEFR.B1),
        LanguageTarget(level=CEFR.B1, skill=LanguageSkill.WRITING),
    ],
)
def test_the_result_of_a_course_is_of_german_overall(target: LanguageTarget):
    """It says nothing of other languages, and nothing of a single skill."""
    course = Course(id="k1", course=CourseKind.IK_ALLGEMEIN, result=CourseResult.B1)
    assert ("? → ? → B1", None) == found(target, course)


@pytest.mark.parametrize(("day", "reached"), [(DAY, None), (dt.date(2019, 6, 2), True)])
def test_the_result_of_a_course_counts_from_its_day(day: dt.date, reached: bool | None):
    """Before the test nobody has passed it."""
    course = Course(
        id="k1",
        course=CourseKind.IK_ALLGEMEIN,
        result=CourseResult.B1,
        result_on=dt.date(2019, 6, 2),
    )
    assert reached is found(LanguageTarget(level=CEFR.B1), course, day=day)[1]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2018, 12, 31), ("arbeitslos → ? → Teilzeit oder Vollzeit", None)),
        (dt.date(2019, 1, 1), ("arbeitslos → Teilzeit → Teilzeit oder Vollzeit", True)),
    ],
)
def test_a_job_that_begins_later_is_none_yet(day: dt.date, expected: tuple[str, bool | None]):
    """Work without an end counts from its first day."""
    assert expected == found(WORK, work(EmploymentKind.PART_TIME, SINCE), day=day)


WITH_PLACE = school(school=SchoolKind.PRIMARY, place_from=DAY)
WITHOUT = evolve(WITH_PLACE, id="s2", place_from=None)


@pytest.mark.parametrize(
    ("entries", "reached"),
    [
        ((WITH_PLACE, WITHOUT), None),
        ((WITH_PLACE, evolve(WITH_PLACE, id="s2")), True),
        ((WITHOUT, evolve(WITHOUT, id="s3")), False),
        ((evolve(WITH_PLACE, goal="g1"), WITHOUT), True),
        ((WITH_PLACE, evolve(WITHOUT, goal="g1")), False),
        ((evolve(WITH_PLACE, goal="g9"), WITHOUT), False),
        ((evolve(WITH_PLACE, goal="g9"),), None),
        ((evolve(WITH_PLACE, goal="g1"), evolve(WITHOUT, goal="g1")), True),
        ((evolve(WITH_PLACE, goal="g1", period=LONG_AGO), evolve(WITH_PLACE, id="s2")), None),
    ],
)
def test_a_situation_counts_for_the_goal_that_it_names(
    entries: tuple[Entry, ...], reached: bool | None
):
    """Of two children one may have a place: who names no goal leaves open which."""
    assert reached is found(SCHOOL, *entries, day=DAY)[1]


@pytest.mark.parametrize(
    "target",
    [
        LanguageTarget(level=CEFR.B1),
        RecognitionTarget(),
        RecognitionTarget(procedure="r2"),
        RecognitionTarget(procedure="r9"),
        WORK,
        HousingTarget(housing=(HousingKind.OWN_FLAT,)),
        SCHOOL,
        IndicatorTarget(indicator="Bewerbungen", value="10"),
        None,
    ],
)
@pytest.mark.parametrize("goal_id", ["g1", "g2"])
def test_many_goals_are_read_as_one_is(target: Target | None, goal_id: str):
    """What reads many goals at once says of each what is said of it alone."""
    goal = Goal(
        id=goal_id,
        field=GoalField.OTHER,
        title="Ziel",
        target=target,
        achievement=Achievement.ACHIEVED,
    )
    state = state_of(
        german(CEFR.A1),
        Course(id="k1", course=CourseKind.IK_ALLGEMEIN, result=CourseResult.B1),
        recognition(RecognitionOutcome.FULL),
        recognition(None, "r2", None),
        work(EmploymentKind.PART_TIME),
        HousingSituation(id="h1", housing=HousingKind.OWN_FLAT),
        WITHOUT,
        evolve(WITH_PLACE, goal="g2"),
    )
    read = progress_reader(state, DAY)
    assert [progress(goal, state, DAY)] * 2 == [read(goal), read(goal)]
