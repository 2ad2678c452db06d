"""The clerk's calendar: which last days a plan sets, and which it no longer does."""

import datetime as dt

import pytest

from integrationsplan import Period, ReviewRules, evolve
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import Author, RevisionKind
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Body,
    CompensationKind,
    CompensationMeasure,
    Consent,
    Consultation,
    Course,
    CourseKind,
    CourseResult,
    CourseStatus,
    DueKind,
    Goal,
    GoalField,
    HousingKind,
    HousingSituation,
    IntegrationPlan,
    LanguageProficiency,
    LanguageTarget,
    Lifecycle,
    Measure,
    MeasureStatus,
    PlanEntry,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    ResidenceStatus,
    due,
)

AUTHOR = Author(role="integration_manager", id="im-7")
OPENED = dt.date(2018, 3, 1)
DAY = dt.date(2018, 12, 31)
UNTIL = Period(None, DAY)
EVER = (dt.date.min, dt.date.max)
GOAL = Goal(id="g1", field=GoalField.LANGUAGE, title="Deutsch B1", due_on=DAY)
MEASURE = Measure(id="m1", title="Beratung")
COURSE = Course(id="k1", course=CourseKind.IK_ALLGEMEIN, period=UNTIL)
CONSENT = Consent(id="c1", purpose="job-centre", given_on=OPENED, expires_on=DAY)
HOME = HousingSituation(id="h1", housing=HousingKind.PRELIMINARY, leave_by=DAY)


def opened(*entries: PlanEntry) -> IntegrationPlan:
    """Open a plan with entries."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC),
        effective_on=OPENED,
        put=entries,
    )


def procedure(*steps: RecognitionStage, on: dt.date | None = None, **fields: object):
    """Return a procedure of recognition with steps."""
    return RecognitionProcedure(
        id="r1",
        reference_occupation="Pflegefachfrau",
        steps=tuple(RecognitionStep(step=step, on=on) for step in steps),
        **fields,
    )


def status(number: int, start: dt.date | None, end: dt.date | None) -> ResidenceStatus:
    """Return a residence status that is valid for a time."""
    return ResidenceStatus(id=f"s{number}", period=Period(start, end))


def days(*entries: PlanEntry) -> list[str]:
    """Return kind, entry and day of everything that is ever due."""
    return [
        f"{item.kind.value} {item.entry_id} {item.day.isoformat()}"
        for item in due(opened(*entries), *EVER)
    ]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (GOAL, "goal g1 2018-12-31"),
        (evolve(GOAL, due_on=None), None),
        (evolve(GOAL, lifecycle=Lifecycle.ACTIVE, achievement=Achievement.ACHIEVED), None),
        (evolve(GOAL, lifecycle=Lifecycle.CANCELLED), None),
        (
            procedure(
                RecognitionStage.DOCUMENTS_COMPLETE, on=dt.date(2018, 8, 31), deadline_months=4
            ),
            "recognition-decision r1 2018-12-31",
        ),
        (
            procedure(
                RecognitionStage.DOCUMENTS_COMPLETE,
                RecognitionStage.WITHDRAWN,
                on=dt.date(2018, 8, 31),
            ),
            None,
        ),
        (
            procedure(
                RecognitionStage.DECISION,
                outcome=RecognitionOutcome.FULL,
                compensation=CompensationMeasure(
                    form=CompensationKind.ADAPTATION_COURSE, period=UNTIL
                ),
            ),
            None,
        ),
        (evolve(MEASURE, due_on=DAY), "measure m1 2018-12-31"),
        (evolve(MEASURE, due_on=DAY, result="erledigt"), None),
        (evolve(MEASURE, due_on=DAY, status=MeasureStatus.STOPPED), None),
        (evolve(MEASURE, period=UNTIL), "measure-end m1 2018-12-31"),
        (evolve(MEASURE, period=Period(DAY, None)), None),
        (evolve(MEASURE, period=UNTIL, status=MeasureStatus.COMPLETED), None),
        (COURSE, "course-end k1 2018-12-31"),
        (evolve(COURSE, status=CourseStatus.STOPPED), None),
        (evolve(COURSE, status=CourseStatus.COMPLETED), None),
        (
            procedure(RecognitionStage.DOCUMENTS_COMPLETE, on=dt.date(2018, 9, 30)),
            "recognition-decision r1 2018-12-30",
        ),
        (
            procedure(
                RecognitionStage.DOCUMENTS_COMPLETE, on=dt.date(2018, 9, 30), extended_until=DAY
            ),
            "recognition-decision r1 2018-12-31",
        ),
        (procedure(RecognitionStage.DECISION, on=OPENED), None),
        (
            procedure(RecognitionStage.DECISION, remedy_until=DAY),
            "recognition-remedy r1 2018-12-31",
        ),
        (
            procedure(RecognitionStage.DECISION, remedy_until=DAY, outcome=RecognitionOutcome.FULL),
            None,
        ),
        (procedure(RecognitionStage.DECISION, RecognitionStage.APPEAL, remedy_until=DAY), None),
        (
            procedure(
                compensation=CompensationMeasure(
                    form=CompensationKind.ADAPTATION_COURSE, period=UNTIL
                )
            ),
            "compensation-end r1 2018-12-31",
        ),
        (
            procedure(
                compensation=CompensationMeasure(
                    form=CompensationKind.ADAPTATION_COURSE, period=UNTIL, passed_on=DAY
                )
            ),
            None,
        ),
        (CONSENT, "consent-end c1 2018-12-31"),
        (evolve(CONSENT, given_on=None), None),
        (evolve(CONSENT, withdrawn_on=OPENED), None),
        (ResidenceStatus(id="s1"), None),
        (status(1, OPENED, DAY), "residence-end s1 2018-12-31"),
        (HOME, "housing h1 2018-12-31"),
        (evolve(HOME, period=UNTIL), "housing h1 2018-12-31"),
        (evolve(HOME, period=Period(None, OPENED)), None),
        (evolve(HOME, leave_by=None), None),
        (Consultation(id="b1", held_on=DAY), None),
    ],
)
def test_entries_set_days_until_they_are_settled(entry: PlanEntry, expected: str | None):
    """Each kind of deadline stands in the calendar, and no longer once it is settled."""
    assert ([] if expected is None else [expected]) == days(entry)


def test_a_residence_status_that_is_followed_sets_no_day():
    """Only the end after which there is a gap stands in the calendar."""
    statuses = [
        status(2, dt.date(2018, 7, 1), DAY),
        status(1, OPENED, dt.date(2018, 6, 30)),
        status(3, dt.date(2019, 2, 1), dt.date(2019, 3, 31)),
        status(4, dt.date(2019, 2, 1), dt.date(2019, 2, 28)),
    ]
    assert ["residence-end s2 2018-12-31", "residence-end s3 2019-03-31"] == days(*statuses)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (None, []),
        (status(2, dt.date(2018, 4, 1), DAY), ["residence-end s2 2018-12-31"]),
        (status(2, OPENED, DAY), []),
        (status(2, None, DAY), []),
    ],
)
def test_a_later_status_closes_one_without_an_end(
    second: ResidenceStatus | None, expected: list[str]
):
    """Who got a permit no longer waits for one, whatever was left open."""
    entries = [status(1, OPENED, None), *([second] if second else [])]
    assert expected == days(*entries)


def test_a_prolonged_status_is_known_by_its_first():
    """The day moves to another entry, and is still the end of the same time."""
    first = status(1, OPENED, dt.date(2018, 6, 30))
    last = status(2, dt.date(2018, 6, 15), DAY)
    told = [due(opened(*entries), *EVER)[0] for entries in ([first], [first, last])]
    assert [("s1", "s1"), ("s2", "s1")] == [(item.entry_id, item.begun_with) for item in told]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (LanguageProficiency(id="l1", language="de", overall=CEFR.B1), []),
        (LanguageProficiency(id="l1", language="de", overall=CEFR.A2), ["goal"]),
        (Course(id="k1", course=CourseKind.OTHER, result=CourseResult.B1), []),
        (
            Course(
                id="k1",
                course=CourseKind.OTHER,
                result=CourseResult.B1,
                result_on=DAY + dt.timedelta(1),
            ),
            ["goal"],
        ),
    ],
)
def test_a_goal_that_the_entries_show_reached_sets_no_day(entry: PlanEntry, expected: list[str]):
    """What is reached on its day, by all that is recorded, is settled."""
    goal = evolve(GOAL, target=LanguageTarget(level=CEFR.B1))
    assert expected == [item.kind.value for item in due(opened(goal, entry), *EVER)]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (DAY, DAY, 1),
        (DAY + dt.timedelta(1), DAY + dt.timedelta(9), 0),
        (OPENED, DAY - dt.timedelta(1), 0),
    ],
)
def test_both_ends_belong_to_the_time_asked_for(start: dt.date, end: dt.date, expected: int):
    """The first and the last day count."""
    assert expected == len(due(opened(GOAL), start, end))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (DAY, OPENED),
        (dt.datetime(2018, 1, 1, tzinfo=dt.UTC), DAY),
        (OPENED, None),
    ],
)
def test_the_time_asked_for_is_one(start: object, end: object):
    """What is no date, or ends before it starts, is refused."""
    with pytest.raises(InvalidValueError):
        due(opened(), start, end)


def test_rules_add_the_days_of_the_plan():
    """With rules the next revision and the end of counselling are in the calendar."""
    rules = ReviewRules(revise_within_months=6, counselling_months=36)
    plan = opened()
    told = [(item.kind, item.entry_id, item.day) for item in due(plan, *EVER, rules)]
    assert [
        (DueKind.REVISION, None, dt.date(2018, 9, 1)),
        (DueKind.COUNSELLING_END, None, dt.date(2021, 2, 28)),
    ] == told


def test_a_continuation_moves_the_next_revision():
    """The months run from the last continuation, not from a correction."""
    rules = ReviewRules(revise_within_months=6)
    plan = opened()
    for kind, on in (
        (RevisionKind.CONTINUATION, dt.date(2018, 5, 1)),
        (RevisionKind.CORRECTION, dt.date(2018, 7, 1)),
    ):
        plan = plan.revise(
            author=AUTHOR, recorded_at=plan.latest.recorded_at, effective_on=on, kind=kind
        )
    assert [dt.date(2018, 11, 1)] == [item.day for item in due(plan, *EVER, rules)]


def test_days_beyond_the_calendar_are_left_out():
    """A deadline after the year 9999 is none."""
    rules = ReviewRules(revise_within_months=1200, counselling_months=1200)
    plan = opened(procedure(RecognitionStage.DOCUMENTS_COMPLETE, on=dt.date.max))
    plan = plan.revise(
        author=AUTHOR, recorded_at=plan.latest.recorded_at, effective_on=dt.date(9950, 1, 1)
    )
    assert [DueKind.COUNSELLING_END] == [item.kind for item in due(plan, *EVER, rules)]


def test_a_closed_plan_sets_no_days_after_its_closure():
    """What is due after the hand-over is for others; the day itself counts."""
    plan = opened(GOAL, evolve(GOAL, id="g2", due_on=DAY + dt.timedelta(1))).close(
        author=AUTHOR,
        recorded_at=dt.datetime(2019, 1, 2, tzinfo=dt.UTC),
        effective_on=DAY,
        reason="übergeben",
    )
    assert ["g1"] == [item.entry_id for item in due(plan, *EVER)]


def test_days_come_in_their_order():
    """By day, then by kind, then as the entries came."""
    early = evolve(GOAL, id="g3", due_on=OPENED)
    entries = [evolve(MEASURE, due_on=DAY), evolve(GOAL, id="g2"), GOAL, early]
    assert ["g3", "g2", "g1", "m1"] == [item.entry_id for item in due(opened(*entries), *EVER)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "31.12.2018: Ziel fällig: Sprache: Deutsch B1 (vorgeschlagen)"),
        ("en", "2018-12-31: goal due: language: Deutsch B1 (proposed)"),
    ],
)
def test_days_are_said_in_both_languages(language: str, expected: str):
    """A day is said with what it is about."""
    (item,) = due(opened(GOAL), *EVER)
    assert expected == item.format(language)


def test_a_day_shows_nothing_personal_by_itself():
    """In a log stands what kind of thing it is, and no more."""
    (item,) = due(opened(GOAL), *EVER)
    assert "<Due>" == repr(item)
