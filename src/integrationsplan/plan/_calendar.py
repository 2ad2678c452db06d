"""The clerk's calendar: every last day that a plan sets between two days."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Annotated, TypeAlias

from integrationsplan._language import format_date
from integrationsplan._model import Label, evolve, model
from integrationsplan.history import Entry, RevisionKind
from integrationsplan.plan._courses import Course
from integrationsplan.plan._data_protection import Consent
from integrationsplan.plan._deadlines import (
    compensation_end,
    consent_end,
    counselling_end,
    course_end,
    decision_deadline,
    goal_due,
    last_continued,
    measure_due,
    measure_end,
    months_after,
    period_of,
    remedy_end,
    residence_times,
)
from integrationsplan.plan._fields import Part
from integrationsplan.plan._goals import Goal, Measure
from integrationsplan.plan._person import ResidenceStatus
from integrationsplan.plan._plan import IntegrationPlan
from integrationsplan.plan._progress import progress_reader
from integrationsplan.plan._recognition import RecognitionProcedure
from integrationsplan.plan._review_rules import ReviewRules
from integrationsplan.plan._situations import HousingSituation
from integrationsplan.plan._targets import Progress
from integrationsplan.values import Bilingual, Identifier, Labelled, Language, Period
from integrationsplan.values._period import check_day

__all__ = ["Due", "DueKind", "due"]


class DueKind(Labelled):
    """What a day in the calendar is the last day of."""

    REVISION = "revision", "revision of the plan due", "Fortschreibung fällig"
    COUNSELLING_END = "counselling-end", "end of counselling", "Ende der Beratung"
    GOAL = "goal", "goal due", "Ziel fällig"
    MEASURE = "measure", "measure due", "Maßnahme fällig"
    MEASURE_END = "measure-end", "end of a measure", "Ende einer Maßnahme"
    COURSE_END = "course-end", "end of a course", "Ende eines Kurses"
    DECISION = "recognition-decision", "decision on recognition due", "Anerkennungsbescheid fällig"
    REMEDY = "recognition-remedy", "last day for a legal remedy", "Ende der Rechtsbehelfsfrist"
    COMPENSATION_END = (
        "compensation-end",
        "end of a compensation measure",
        "Ende einer Ausgleichsmaßnahme",
    )
    CONSENT_END = "consent-end", "end of a consent", "Ende einer Einwilligung"
    RESIDENCE_END = "residence-end", "end of the residence status", "Ende des Aufenthaltsstatus"
    HOUSING = "housing", "last day for moving out", "Auszug spätestens"


@model(repr=False)
class Due(Part):
    """A last day that a plan sets.

    Attributes:
        day: The day.
        kind: What it is the last day of; says nothing of the person.
        plan_id: Identity of the plan.
        entry_id: Id of the entry that sets the day; absent where the plan as a whole does.
        begun_with: Id of the entry that stays the same when the day moves to another entry: of a
            residence status that was prolonged without a gap, the first one.
        text: What it is about, in the entry's words: personal data.
    """

    day: Annotated[dt.date, Label("day", "Tag")]
    kind: Annotated[DueKind, Label("kind", "Art")]
    plan_id: Annotated[Identifier, Label("plan", "Plan")]
    entry_id: Annotated[Identifier | None, Label("entry", "Eintrag")] = None
    begun_with: Annotated[Identifier | None, Label("begun with", "begonnen mit")] = None
    text: Annotated[Bilingual, Label("text", "Text")]

    def format(self, language: Language = "en") -> str:
        """Write it in one line."""
        return f"{format_date(self.day, language)}: {self.text.in_language(language)}"


def due(
    plan: IntegrationPlan, start: dt.date, end: dt.date, rules: ReviewRules | None = None
) -> tuple[Due, ...]:
    """Return every last day that a plan sets from one day to another, by all that is recorded.

    What is settled sets no day any more: a goal that is reached, by its achievement or by the
    entries, a measure that is done, a decision that is recorded. A closed plan sets none after its
    closure.

    Args:
        plan: The plan.
        start: The first day.
        end: The last day.
        rules: With rules, also when the plan is to be revised and when counselling ends.

    Returns:
        The days in their order; on one day in the order of `DueKind`, then of the entries.

    Raises:
        InvalidValueError: If a day is no date, or the end lies before the start.

    Example:
        >>> from integrationsplan.history import Author
        >>> from integrationsplan.plan import Body, GoalField
        >>> plan = IntegrationPlan.open(
        ...     id="plan-1",
        ...     subject="p-83f1",
        ...     body=Body(name="Weinheim"),
        ...     jurisdiction="08",
        ...     author=Author(role="integration_manager", id="im-7"),
        ...     recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.timezone.utc),
        ...     effective_on=dt.date(2018, 3, 1),
        ...     put=[
        ...         Goal(
        ...             id="g1", field=GoalField.LANGUAGE, title="B1", due_on=dt.date(2018, 12, 31)
        ...         )
        ...     ],
        ... )
        >>> days = due(plan, dt.date(2018, 12, 1), dt.date(2018, 12, 31))
        >>> [item.format("de") for item in days]
        ['31.12.2018: Ziel fällig: Sprache: B1 (vorgeschlagen)']
    """
    check_day(start, "start")
    check_day(end, "end")
    days = Period(start, end)
    closed = [r.effective_on for r in plan.revisions if r.kind is RevisionKind.CLOSURE]
    found = [*_of_plan(plan, rules), *_of_entries(plan)]
    order = {kind: place for place, kind in enumerate(DueKind)}
    return tuple(
        sorted(
            (item for item in found if item.day in days and not any(c < item.day for c in closed)),
            key=lambda item: (item.day, order[item.kind]),
        )
    )


def _of_plan(plan: IntegrationPlan, rules: ReviewRules | None) -> Iterator[Due]:
    if rules is None:
        return
    revise = months_after(last_continued(plan.revisions), rules.revise_within_months)
    end = counselling_end(plan.revisions, plan.current, rules.counselling_months)
    for kind, day in ((DueKind.REVISION, revise), (DueKind.COUNSELLING_END, end)):
        if day is not None:
            text = Bilingual(de=kind.label.de, en=kind.label.en)
            yield Due(day=day, kind=kind, plan_id=plan.id, text=text)


def _of_entries(plan: IntegrationPlan) -> Iterator[Due]:
    state = plan.current
    is_reached = _reader(plan)
    for entry in state:
        for cls, kind, day_of in _DAYS:
            if isinstance(entry, cls):
                day = day_of(entry)
                if day is not None and not (isinstance(entry, Goal) and is_reached(entry, day)):
                    yield _due(plan, entry, kind, day)
    for first, last, time in residence_times(state.of(ResidenceStatus)):
        if time.end is not None:
            due = _due(plan, last, DueKind.RESIDENCE_END, time.end)
            yield evolve(due, begun_with=first.id)


def _reader(plan: IntegrationPlan) -> Callable[[Goal, dt.date], bool]:
    """Return what tells whether the entries show that a goal is reached on the day it is due.

    If more is known than of that day, on the last day of which something is known.
    """
    known = max(revision.effective_on for revision in plan.revisions)
    readers: dict[dt.date, Callable[[Goal], Progress | None]] = {}

    def is_reached(goal: Goal, due_on: dt.date) -> bool:
        day = max(due_on, known)
        if day not in readers:
            readers[day] = progress_reader(plan.current, day)
        found = readers[day](goal)
        return found is not None and found.reached is True

    return is_reached


def _due(plan: IntegrationPlan, entry: Entry, kind: DueKind, day: dt.date) -> Due:
    text = Bilingual(
        de=f"{kind.label.de}: {entry.summary('de')}", en=f"{kind.label.en}: {entry.summary('en')}"
    )
    return Due(day=day, kind=kind, plan_id=plan.id, entry_id=entry.id, text=text)


def _leave_by(housing: HousingSituation) -> dt.date | None:
    """Return by when a home must be left that was not left before."""
    end, by = period_of(housing).end, housing.leave_by
    return None if by is not None and end is not None and end < by else by


_DayOf: TypeAlias = Callable[..., dt.date | None]

_DAYS: tuple[tuple[type[Entry], DueKind, _DayOf], ...] = (
    (Goal, DueKind.GOAL, goal_due),
    (Measure, DueKind.MEASURE, measure_due),
    (Measure, DueKind.MEASURE_END, measure_end),
    (Course, DueKind.COURSE_END, course_end),
    (RecognitionProcedure, DueKind.DECISION, decision_deadline),
    (RecognitionProcedure, DueKind.REMEDY, remedy_end),
    (RecognitionProcedure, DueKind.COMPENSATION_END, compensation_end),
    (Consent, DueKind.CONSENT_END, consent_end),
    (HousingSituation, DueKind.HOUSING, _leave_by),
)
