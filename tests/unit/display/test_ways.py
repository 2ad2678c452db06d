"""Ways to goals: what the model says, in the words of the document, and read once."""

import datetime as dt
import time

import pytest
from tests.unit.display.pages import OPENED, shown, small

from integrationsplan import IntegrationPlan, Period
from integrationsplan.display import render_plan
from integrationsplan.display._catalogues import find_language
from integrationsplan.display._speech import Speech
from integrationsplan.display._targets import way_reader
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Concerned,
    Course,
    CourseKind,
    CourseResult,
    CourseStatus,
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
    PlanEntry,
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


@pytest.mark.parametrize("language", ["de", "en"])
def test_ways_to_goals_agree_with_the_model(plan: IntegrationPlan, day: dt.date, language: str):
    """Where the model says in its languages where the person stands, the document says the same."""
    state = plan.at(day)
    goals = state.of(Goal)
    way_to = way_reader(state, day, Speech(find_language(language)))
    for goal in goals:
        way, model = way_to(goal), progress(goal, state, day)
        assert (way is None) == (model is None)
        if way is None or model is None:
            continue
        texts = [
            text.in_language("de" if language == "de" else "en").lower() if text else None
            for text in (model.baseline, model.current, model.target)
        ]
        assert texts == [text and text.lower() for text in (way.baseline, way.current, way.target)]
        assert model.reached == way.is_reached
    assert 6 == len(goals)


def towards(number: int, target: Target, achievement: Achievement | None = None) -> Goal:
    """Return a goal with a target."""
    return Goal(
        id=f"g{number}", field=GoalField.OTHER, title="x", target=target, achievement=achievement
    )


def everything() -> list[PlanEntry]:
    """Return goals of all kinds, and more entries than any of them needs."""
    targets: list[Target] = [
        RecognitionTarget(),
        RecognitionTarget(procedure="r2"),
        RecognitionTarget(outcome=RecognitionOutcome.PARTIAL, procedure="r3"),
        *(
            SchoolPlaceTarget(concerns=concerned, schools=schools)
            for concerned in Concerned
            for schools in ((), (SchoolKind.PRIMARY,), (SchoolKind.DAY_CARE,))
        ),
        *(LanguageTarget(level=level) for level in CEFR),
        *(LanguageTarget(language="en", level=CEFR.B1, skill=skill) for skill in LanguageSkill),
        *(EmploymentTarget(employment=(kind,)) for kind in EmploymentKind),
        *(HousingTarget(housing=(kind,)) for kind in HousingKind),
    ]
    decided = RecognitionStep(step=RecognitionStage.DECISION, on=OPENED)
    tomorrow = OPENED + dt.timedelta(days=1)
    return [
        *(towards(number, target) for number, target in enumerate(targets)),
        LanguageProficiency(id="l1", language="de", overall=CEFR.A2, listening=CEFR.B1),
        LanguageProficiency(id="l2", language="en", overall=CEFR.A1, writing=CEFR.C1),
        LanguageProficiency(id="l3", language="en", reading=CEFR.B1),
        Course(
            id="k1",
            course=CourseKind.IK_ALLGEMEIN,
            status=CourseStatus.COMPLETED,
            result=CourseResult.B1,
            result_on=OPENED,
        ),
        RecognitionProcedure(id="r1", reference_occupation="x", goal="g0"),
        RecognitionProcedure(
            id="r2",
            reference_occupation="x",
            goal="g0",
            steps=(decided,),
            outcome=RecognitionOutcome.FULL,
        ),
        RecognitionProcedure(id="r3", reference_occupation="x", steps=(decided,)),
        WorkSituation(id="w1", employment=EmploymentKind.UNEMPLOYED, period=Period(None, OPENED)),
        WorkSituation(id="w2", employment=EmploymentKind.MARGINAL),
        WorkSituation(id="w3", employment=EmploymentKind.MARGINAL),
        WorkSituation(id="w4", employment=EmploymentKind.FULL_TIME, period=Period(tomorrow, None)),
        HousingSituation(id="h1", housing=HousingKind.PRELIMINARY, period=Period(None, OPENED)),
        HousingSituation(id="h2", housing=HousingKind.OWN_FLAT, period=Period(tomorrow, None)),
        SchoolSituation(id="s1", concerns=Concerned.CHILD, school=SchoolKind.PRIMARY),
        SchoolSituation(
            id="s2", concerns=Concerned.CHILD, school=SchoolKind.DAY_CARE, place_from=OPENED
        ),
        SchoolSituation(
            id="s3", concerns=Concerned.CHILD, school=SchoolKind.PRIMARY, place_from=tomorrow
        ),
        SchoolSituation(id="s4", school=SchoolKind.VOCATIONAL, place_from=OPENED, goal="g3"),
        SchoolSituation(id="s5", school=SchoolKind.PRIMARY, place_from=OPENED),
    ]


@pytest.mark.parametrize("days", [-1, 0, 1, 2])
def test_every_kind_of_goal_is_read_as_the_model_reads_it(days: int):
    """That only some entries are looked at changes nothing, on any day."""
    day = OPENED + dt.timedelta(days=days)
    state = small(*everything()).current
    way_to = way_reader(state, day, Speech(find_language("en")))
    for goal in state.of(Goal):
        way, model = way_to(goal), progress(goal, state, day)
        assert way is not None
        assert model is not None
        assert model.reached is way.is_reached
        assert (model.current and model.current.en.lower()) == (way.current and way.current.lower())


def test_same_target_may_be_judged_differently():
    """Of an indicator the achievement tells whether it is reached, goal by goal."""
    target = IndicatorTarget(indicator="Treffen", value="2")
    goals = [
        towards(number, target, achievement)
        for number, achievement in enumerate((Achievement.ACHIEVED, Achievement.NO_PROGRESS, None))
    ]
    way_to = way_reader(small(*goals).current, OPENED, Speech(find_language("en")))
    ways = [way_to(goal) for goal in goals]
    assert [True, False, None] == [way and way.is_reached for way in ways]


MANY = 4_990


def many(kind: str) -> IntegrationPlan:
    """Return a plan with as many goals as situations that they are read from."""
    numbers = range(MANY)
    targets: dict[str, Target] = {
        "work": EmploymentTarget(employment=(EmploymentKind.FULL_TIME,)),
        "recognition": RecognitionTarget(),
        "school": SchoolPlaceTarget(concerns=Concerned.CHILD, schools=(SchoolKind.PRIMARY,)),
    }
    situations: dict[str, list[PlanEntry]] = {
        "work": [WorkSituation(id=f"s{n}", employment=EmploymentKind.MARGINAL) for n in numbers],
        "recognition": [
            RecognitionProcedure(id=f"s{n}", reference_occupation="x", goal=f"g{n}")
            for n in numbers
        ],
        "school": [
            SchoolSituation(id=f"s{n}", concerns=Concerned.CHILD, goal=f"g{n}" if n % 2 else None)
            for n in numbers
        ],
    }
    return small(*(towards(n, targets[kind]) for n in numbers), *situations[kind])


@pytest.mark.parametrize("kind", ["work", "recognition", "school"])
def test_many_goals_and_situations_do_not_multiply(kind: str):
    """Thousands of goals and of situations take seconds: the ways are not read for each again."""
    plan = many(kind)
    start = time.process_time()
    page = render_plan(plan, day=OPENED, language="en")
    assert time.process_time() - start < 8
    assert MANY == page.count('<article class="goal">')


def test_target_of_one_skill_names_it():
    """A target of one skill says which."""
    target = LanguageTarget(level=CEFR.B1, skill=LanguageSkill.WRITING)
    page = shown(Goal(id="g", field=GoalField.LANGUAGE, title="x", target=target))
    assert "What is measured German (writing)" in page
