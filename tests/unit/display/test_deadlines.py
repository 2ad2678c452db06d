"""The days on the page: those of the calendar, as long as they are open."""

import datetime as dt

import pytest
from tests.unit.display.pages import OPENED, shown, small

from integrationsplan import IntegrationPlan, Period, evolve
from integrationsplan.display._catalogues import find_language
from integrationsplan.display._deadlines import deadlines
from integrationsplan.display._speech import Speech
from integrationsplan.display._targets import way_reader
from integrationsplan.plan import (
    CEFR,
    Achievement,
    CompensationKind,
    CompensationMeasure,
    Consent,
    Course,
    CourseKind,
    CourseStatus,
    DueKind,
    Goal,
    GoalField,
    HousingKind,
    HousingSituation,
    LanguageProficiency,
    LanguageTarget,
    LegalCitation,
    Lifecycle,
    Measure,
    MeasureStatus,
    PlanEntry,
    RecognitionKind,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    ResidenceStatus,
    ResidenceTitle,
    StatusWithoutTitle,
    due,
)

LATER = dt.date(2018, 6, 30)
PAST = dt.date(2018, 2, 1)


def listed_of(plan: IntegrationPlan, day: dt.date) -> list[tuple[dt.date, DueKind]]:
    """Return the days that the page of a plan lists."""
    state, speech = plan.at(day), Speech(find_language("en"))
    ways = way_reader(state, day, speech)

    def is_reached(goal: Goal) -> bool | None:
        way = ways(goal)
        return way.is_reached if way else None

    return [(item.day, item.kind) for item in deadlines(state, day, speech, is_reached)]


def listed(*put: PlanEntry, day: dt.date = OPENED) -> list[tuple[dt.date, DueKind]]:
    """Return the days that the page of a plan with these entries lists."""
    return listed_of(small(*put), day)


def calendar(plan: IntegrationPlan, day: dt.date) -> list[tuple[dt.date, DueKind]]:
    """Return the days that the calendar has from a day on."""
    return [(item.day, item.kind) for item in due(plan, day, dt.date(2100, 1, 1))]


def step(stage: RecognitionStage, on: dt.date | None = None) -> RecognitionStep:
    """Return a step of a recognition procedure."""
    return RecognitionStep(step=stage, on=on)


GOAL = Goal(id="g", field=GoalField.WORK, title="Arbeit", due_on=LATER, lifecycle=Lifecycle.ACTIVE)
MEASURE = Measure(id="m", title="Suchen", due_on=LATER, period=Period(None, LATER))
COURSE = Course(
    id="k", course=CourseKind.IK_ALLGEMEIN, status=CourseStatus.RUNNING, period=Period(None, LATER)
)
COMPLETE = step(RecognitionStage.DOCUMENTS_COMPLETE, dt.date(2018, 1, 10))
TO_DECISION = (
    COMPLETE,
    step(RecognitionStage.ASSESSMENT),
    step(RecognitionStage.DECISION, dt.date(2018, 2, 20)),
)
RUNNING = RecognitionProcedure(id="r", reference_occupation="Arzt", steps=(COMPLETE,))
DECIDED = RecognitionProcedure(
    id="d",
    reference_occupation="Arzt",
    steps=TO_DECISION,
    outcome=RecognitionOutcome.COMPENSATION_REQUIRED,
    compensation=CompensationMeasure(
        form=CompensationKind.ADAPTATION_COURSE, period=Period(OPENED, LATER)
    ),
    remedy_until=LATER,
)
PERMIT = ResidenceStatus(id="s", title=ResidenceTitle.RESIDENCE_PERMIT, period=Period(PAST, LATER))
HOME = HousingSituation(id="h", housing=HousingKind.SHARED_FLAT, leave_by=LATER)
CONSENT = Consent(id="c", purpose="job-centre", given_on=PAST, expires_on=LATER)


@pytest.mark.parametrize(
    "entry",
    [GOAL, MEASURE, COURSE, RUNNING, DECIDED, PERMIT, HOME, CONSENT],
    ids=lambda entry: entry.kind,
)
def test_page_lists_what_the_calendar_has(entry: PlanEntry):
    """Whatever sets a day in the calendar sets it on the page."""
    assert 0 < len(calendar(small(entry), OPENED))
    assert calendar(small(entry), OPENED) == listed(entry)


@pytest.mark.parametrize(
    "entry",
    [
        evolve(GOAL, achievement=Achievement.ACHIEVED),
        evolve(GOAL, lifecycle=Lifecycle.COMPLETED, achievement=Achievement.ACHIEVED),
        evolve(MEASURE, status=MeasureStatus.STOPPED),
        evolve(COURSE, status=CourseStatus.COMPLETED),
        evolve(RUNNING, procedure=RecognitionKind.ZAB_STATEMENT),
        evolve(RUNNING, steps=TO_DECISION),
        evolve(RUNNING, steps=(COMPLETE, step(RecognitionStage.WITHDRAWN))),
        evolve(DECIDED, outcome=RecognitionOutcome.FULL),
        evolve(CONSENT, withdrawn_on=OPENED),
        evolve(HOME, period=Period(None, OPENED)),
        ResidenceStatus(id="s", title=ResidenceTitle.SETTLEMENT_PERMIT),
    ],
)
def test_page_lists_nothing_that_is_settled(entry: PlanEntry):
    """What is settled is no day of the calendar, and none of the page."""
    assert [] == calendar(small(entry), OPENED) + listed(entry)


def test_whole_page_agrees_with_the_calendar(plan: IntegrationPlan, day: dt.date):
    """From the day of the document on, its days are those of the calendar."""
    ahead = [item for item in listed_of(plan, day) if item[0] >= day]
    assert calendar(plan, day) == ahead
    assert len(ahead) > 8


def test_result_of_a_step_settles_its_day_and_not_its_end():
    """A step with a result has nothing due any more, though it still goes on."""
    measure = evolve(MEASURE, result="Zusage")
    assert [(LATER, DueKind.MEASURE_END)] == calendar(small(measure), OPENED)
    assert [(LATER, DueKind.MEASURE_END)] == listed(measure)


def test_goal_shown_to_be_reached_is_not_overdue():
    """Where the entries show that a goal is reached, nobody is reminded of it."""
    goal = Goal(
        id="g",
        field=GoalField.LANGUAGE,
        title="Deutsch B1",
        target=LanguageTarget(level=CEFR.B1),
        lifecycle=Lifecycle.ACTIVE,
        due_on=PAST,
    )
    below, there = (
        LanguageProficiency(id="l", language="de", overall=level) for level in (CEFR.A2, CEFR.B1)
    )
    assert [(PAST, DueKind.GOAL)] == listed(goal, below)
    assert [] == listed(goal, there)


@pytest.mark.parametrize(
    ("entry", "kinds"),
    [
        (evolve(GOAL, due_on=PAST), [DueKind.GOAL]),
        (
            evolve(MEASURE, due_on=PAST, period=Period(None, PAST)),
            [DueKind.MEASURE, DueKind.MEASURE_END],
        ),
        (evolve(COURSE, period=Period(None, PAST)), [DueKind.COURSE_END]),
        (evolve(DECIDED, compensation=None, remedy_until=dt.date(2018, 2, 25)), []),
        (evolve(HOME, leave_by=PAST), [DueKind.HOUSING]),
        (evolve(HOME, leave_by=PAST, period=Period(None, PAST)), []),
        (evolve(CONSENT, expires_on=PAST), []),
        (evolve(PERMIT, period=Period(None, PAST)), [DueKind.RESIDENCE_END]),
    ],
)
def test_days_that_are_over_stay_while_something_is_open(entry: PlanEntry, kinds: list[DueKind]):
    """A day that is over is listed while somebody can still do what it was for."""
    assert kinds == [kind for _, kind in listed(entry)]


def test_procedure_tells_the_same_days_as_the_list():
    """The part on recognition has the deadlines of the list, and no others."""
    page = shown(RUNNING, DECIDED, evolve(RUNNING, id="z", procedure=RecognitionKind.ZAB_STATEMENT))
    assert 1 == page.count("To be decided by 10 April 2018")
    assert 1 == page.count("10 April 2018 Decision on the recognition: Arzt")
    assert 1 == page.count("I can object until 30 June 2018")
    assert 1 == page.count("30 June 2018 Last day to object to the decision: Arzt")


def test_full_recognition_is_not_contested():
    """Nobody is asked to object to the best possible decision."""
    assert "I can object until" not in shown(evolve(DECIDED, outcome=RecognitionOutcome.FULL))


def test_prolonged_status_ends_once():
    """A status that follows without a gap moves the day; the earlier end is no day any more."""
    longer = evolve(PERMIT, id="t", period=Period(LATER, dt.date(2020, 6, 30)))
    for day in (OPENED, dt.date(2018, 8, 1)):
        assert [(dt.date(2020, 6, 30), DueKind.RESIDENCE_END)] == listed(PERMIT, longer, day=day)


def test_status_without_an_end_gives_way_to_the_next():
    """Nobody enters the end of a permission to stay: when the permit is over, nothing is valid."""
    permission = ResidenceStatus(
        id="p",
        without_title=StatusWithoutTitle.PERMISSION_TO_STAY,
        period=Period(dt.date(2016, 1, 1), None),
    )
    pages = [shown(permission, PERMIT, day=day) for day in (OPENED, dt.date(2018, 8, 1))]
    assert [1, 1] == [page.count("My residence status") for page in pages]
    assert "valid 1 February 2018 to 30 June 2018 Who" in pages[0]
    assert "valid 1 February 2018 to 30 June 2018 This day is over" in pages[1]
    assert "30 June 2018 This day is over My residence document ends" in pages[1]


def test_deadline_of_an_unknown_time_is_left_open():
    """Where no rule of its time is known, a procedure has no deadline, and still a document."""
    complete = RecognitionStep(step=RecognitionStage.DOCUMENTS_COMPLETE, on=dt.date(2001, 1, 1))
    page = shown(RecognitionProcedure(id="r1", reference_occupation="Schneider", steps=(complete,)))
    assert "To be decided by" not in page


def test_notice_to_leave_a_home_is_a_deadline():
    """By when somebody has to move out stands among the deadlines."""
    home = HousingSituation(id="h1", housing=HousingKind.SHARED_FLAT, leave_by=dt.date(2018, 5, 31))
    assert "31 May 2018 I have to move out: Shared flat" in shown(home)


def test_things_that_are_over_are_no_deadlines():
    """A legal remedy whose day is over, and a residence status without end, are not listed."""
    procedure = RecognitionProcedure(
        id="r1", reference_occupation="Schneider", remedy_until=dt.date(2018, 2, 1)
    )
    status = ResidenceStatus(id="s1", title=ResidenceTitle.SETTLEMENT_PERMIT)
    assert "There are no dates at the moment." in shown(procedure, status)


def test_past_residence_status_stays_with_the_day():
    """Where no status is valid any more, the last one is shown, and that its day is over."""
    ground = LegalCitation(act="AufenthG", section="25", paragraph="2", as_of=OPENED)
    earlier, last = (
        ResidenceStatus(
            id=f"s{year}",
            title=ResidenceTitle.RESIDENCE_PERMIT,
            ground=ground,
            period=Period(dt.date(year, 1, 1), dt.date(year, 12, 31)),
        )
        for year in (2015, 2017)
    )
    page = shown(earlier, last)
    assert (
        "My residence status Residence permit valid 1 January 2017 to 31 December 2017 "
        "This day is over Legal ground: § 25 Abs. 2 AufenthG (As of 1 March 2018 )" in page
    )
    assert "2015" not in page


def test_deadlines_come_by_day():
    """What comes next comes first, and what is done is no deadline."""
    page = shown(
        Measure(id="m1", title="Zwei", due_on=dt.date(2018, 6, 2)),
        Measure(id="m2", title="Eins", due_on=dt.date(2018, 6, 1)),
        Goal(
            id="g1",
            field=GoalField.WORK,
            title="Drei",
            due_on=dt.date(2018, 6, 3),
            lifecycle=Lifecycle.COMPLETED,
        ),
    )
    table = page[page.index("What comes next") : page.index("About me")]
    assert "1 June 2018 Step: Eins – 2 June 2018 Step: Zwei –" in table
    assert "Drei" not in table
