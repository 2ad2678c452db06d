"""The days by which something is to happen: those of the calendar, told to the person.

Which day counts is said by the same functions as in the calendar and in a review.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from integrationsplan.display._speech import Speech
from integrationsplan.history import State
from integrationsplan.plan import (
    Consent,
    Course,
    DueKind,
    Goal,
    HousingSituation,
    Measure,
    Party,
    RecognitionProcedure,
    ResidenceStatus,
)
from integrationsplan.plan._deadlines import (
    compensation_end,
    consent_end,
    course_end,
    decision_deadline,
    goal_due,
    measure_due,
    measure_end,
    period_of,
    remedy_end,
    residence_ends,
)

__all__ = ["Deadline", "deadlines", "residence_on"]

_MISSED = {DueKind.REMEDY, DueKind.CONSENT_END}
"""What nobody can do any more once the day is over."""


@attrs.frozen
class Deadline:
    """A day by which something is to happen.

    Attributes:
        day: The day.
        kind: What it is the last day of.
        what: The same in the document's language.
        about: What it is about, in the words of the plan or by a label.
        who: Who has to do something, in the document's language.
        body: The body that has to, by its name.
        is_label: Whether it is told by a label what it is about.
        is_past: Whether the day is over.
    """

    day: dt.date
    kind: DueKind
    what: str
    about: str
    who: str | None = None
    body: str | None = None
    is_label: bool = False
    is_past: bool = False


def deadlines(
    state: State[Any],
    day: dt.date,
    speech: Speech,
    is_reached: Callable[[Goal], bool | None],
) -> tuple[Deadline, ...]:
    """Return what is still to happen, by day; a day that is over only where the thing is open.

    Args:
        state: The entries that are shown.
        day: The day of the document.
        speech: The language.
        is_reached: Tells whether the entries show that a goal is reached.
    """
    found = [
        *_goals(state, speech, is_reached),
        *_measures(state, speech),
        *_courses(state, speech),
        *_recognition(state, speech),
        *_residence(state, day, speech),
        *_housing(state, day, speech),
        *_consents(state, speech),
    ]
    order = {kind: place for place, kind in enumerate(DueKind)}
    dated = [attrs.evolve(item, is_past=item.day < day) for item in found]
    listed = [item for item in dated if not (item.is_past and item.kind in _MISSED)]
    return tuple(sorted(listed, key=lambda item: (item.day, order[item.kind])))


def residence_on(state: State[Any], day: dt.date) -> tuple[ResidenceStatus, ...]:
    """Return the statuses that are valid on a day, or else the one that ended last before it."""
    statuses = state.of(ResidenceStatus)
    valid = _valid(statuses, day)
    if valid:
        return valid
    ended = [status for status in statuses if (period_of(status).end or dt.date.max) < day]
    return tuple(sorted(ended, key=lambda status: period_of(status).end or dt.date.min)[-1:])


def _valid(statuses: tuple[ResidenceStatus, ...], day: dt.date) -> tuple[ResidenceStatus, ...]:
    """Return the statuses that are valid on a day.

    One without an end is valid until a later one begins, as in the calendar.
    """
    found = [status for status in statuses if day in period_of(status)]
    begun = [start for status in statuses if (start := period_of(status).start) and start <= day]
    latest = max(begun, default=dt.date.min)
    return tuple(
        status
        for status in found
        if period_of(status).end or (period_of(status).start or dt.date.min) >= latest
    )


def _goals(
    state: State[Any], speech: Speech, is_reached: Callable[[Goal], bool | None]
) -> Iterator[Deadline]:
    for goal in state.of(Goal):
        due = goal_due(goal)
        if due is not None and is_reached(goal) is not True:
            yield Deadline(due, DueKind.GOAL, speech.text("Goal"), goal.title)


def _measures(state: State[Any], speech: Speech) -> Iterator[Deadline]:
    for measure in state.of(Measure):
        responsible = measure.responsible
        who = speech.who(responsible.party) if responsible else None
        body = responsible.name if responsible else None
        due, end = measure_due(measure), measure_end(measure)
        if due is not None:
            yield Deadline(due, DueKind.MEASURE, speech.text("Step"), measure.title, who, body)
        if end is not None:
            what = speech.text("End of a step")
            yield Deadline(end, DueKind.MEASURE_END, what, measure.title, who, body)


def _courses(state: State[Any], speech: Speech) -> Iterator[Deadline]:
    for course in state.of(Course):
        end = course_end(course)
        if end is not None:
            what, about = speech.text("My course ends"), speech.title(course.course)
            yield Deadline(end, DueKind.COURSE_END, what, about, is_label=True)


def _recognition(state: State[Any], speech: Speech) -> Iterator[Deadline]:
    for procedure in state.of(RecognitionProcedure):
        about, body = procedure.reference_occupation, procedure.competent_body
        myself = speech.who(Party.PERSON)
        due = decision_deadline(procedure)
        if due is not None:
            what = speech.text("Decision on the recognition")
            yield Deadline(due, DueKind.DECISION, what, about, None, body)
        until = remedy_end(procedure)
        if until is not None:
            what = speech.text("Last day to object to the decision")
            yield Deadline(until, DueKind.REMEDY, what, about, myself)
        end = compensation_end(procedure)
        if end is not None:
            what = speech.text("My compensation measure ends")
            yield Deadline(end, DueKind.COMPENSATION_END, what, about, myself)


def _residence(state: State[Any], day: dt.date, speech: Speech) -> Iterator[Deadline]:
    """Yield the ends of residence statuses; of those that are over the last, if none followed."""
    statuses = state.of(ResidenceStatus)
    ends = [(status, end) for status, time in residence_ends(statuses) if (end := time.end)]
    past = [] if _valid(statuses, day) else [item for item in ends if item[1] < day][-1:]
    for status, end in [*past, *(item for item in ends if item[1] >= day)]:
        code = status.title or status.without_title
        what, about = speech.text("My residence document ends"), speech.title(code) if code else "–"
        yield Deadline(end, DueKind.RESIDENCE_END, what, about, is_label=True)


def _housing(state: State[Any], day: dt.date, speech: Speech) -> Iterator[Deadline]:
    """Yield by when homes must be left that are not left before."""
    for home in state.of(HousingSituation):
        by, period = home.leave_by, period_of(home)
        if by is None or (period.end is not None and period.end < by):
            continue
        if by >= day or day in period:
            what, about = speech.text("I have to move out"), speech.title(home.housing)
            yield Deadline(by, DueKind.HOUSING, what, about, is_label=True)


def _consents(state: State[Any], speech: Speech) -> Iterator[Deadline]:
    for consent in state.of(Consent):
        end = consent_end(consent)
        if end is not None:
            what, about = speech.text("My consent ends"), speech.purpose(consent.purpose)
            yield Deadline(end, DueKind.CONSENT_END, what, about, is_label=True)
