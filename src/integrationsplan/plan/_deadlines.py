"""The last days that entries of a plan set: what a review looks back on and a calendar ahead.

Each function returns the last day, or nothing where there is none or where it is settled.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from integrationsplan.errors import DateOutOfRangeError, NotInForceError
from integrationsplan.history import Revision, RevisionKind, State
from integrationsplan.plan._codes import Achievement, Lifecycle
from integrationsplan.plan._counselling import Consultation
from integrationsplan.plan._counselling_codes import MeasureStatus
from integrationsplan.plan._courses import Course
from integrationsplan.plan._data_protection import Consent
from integrationsplan.plan._goals import Goal, Measure
from integrationsplan.plan._language_codes import CourseStatus
from integrationsplan.plan._person import ResidenceStatus
from integrationsplan.plan._qualification_codes import (
    RecognitionKind,
    RecognitionOutcome,
    RecognitionStage,
)
from integrationsplan.plan._recognition import RecognitionProcedure, decision_due
from integrationsplan.values import Period, shift_date

__all__ = [
    "OPEN",
    "PURSUED",
    "REACHED",
    "compensation_end",
    "consent_end",
    "counselling_end",
    "course_end",
    "decision_deadline",
    "goal_due",
    "is_continuation",
    "is_decided",
    "is_running",
    "is_withdrawn",
    "last_continued",
    "measure_due",
    "measure_end",
    "months_after",
    "period_of",
    "remedy_end",
    "residence_ends",
    "residence_times",
]

OPEN = frozenset(
    {
        Lifecycle.PROPOSED,
        Lifecycle.PLANNED,
        Lifecycle.ACCEPTED,
        Lifecycle.ACTIVE,
        Lifecycle.ON_HOLD,
    }
)
"""A goal that has not come to an end."""

PURSUED = frozenset({Lifecycle.ACCEPTED, Lifecycle.ACTIVE})
"""A goal that somebody works on, or is about to."""

REACHED = frozenset({Achievement.ACHIEVED, Achievement.SUSTAINING})
"""A goal that is reached."""

_CONTINUED = {RevisionKind.OPENING, RevisionKind.CONTINUATION}
_DECIDED = {RecognitionStage.DECISION, RecognitionStage.APPEAL, RecognitionStage.FINAL}
_SETTLED = {RecognitionStage.APPEAL, RecognitionStage.FINAL}
_UNDONE = {MeasureStatus.PLANNED, MeasureStatus.RUNNING}
_ONE_DAY = dt.timedelta(days=1)


def period_of(entry: Any) -> Period:  # an entry with a field of this name
    """Return the period of an entry; without one it is open on both sides."""
    period: Period | None = entry.period
    return period if period is not None else Period()


def last_continued(revisions: Sequence[Revision[Any]]) -> dt.date:
    """Return the day from which the plan was last continued, or else opened.

    A corrected slip or a signature is no continuation: the plan does not move on by it.
    """
    days = [revision.effective_on for revision in revisions if revision.kind in _CONTINUED]
    return max(days, default=revisions[0].effective_on)


def is_continuation(revision: Revision[Any]) -> bool:
    """Tell whether a plan moves on by a revision."""
    return revision.kind in _CONTINUED


def months_after(day: dt.date, months: int, *, days: int = 0) -> dt.date | None:
    """Return the day so many months later, or nothing beyond the calendar."""
    try:
        return shift_date(day, months=months, days=days)
    except DateOutOfRangeError:
        return None


def counselling_end(
    revisions: Sequence[Revision[Any]], state: State[Any], months: int | None
) -> dt.date | None:
    """Return the last day of counselling: so many months from the opening of the plan.

    Every counselling starts with drawing up the plan; a consultation before it counts too.
    """
    if months is None:
        return None
    held = (consultation.held_on for consultation in state.of(Consultation))
    return months_after(min([revisions[0].effective_on, *held]), months, days=-1)


def goal_due(goal: Goal) -> dt.date | None:
    """Return by when an open goal is to be reached."""
    is_open = goal.lifecycle in OPEN and goal.achievement not in REACHED
    return goal.due_on if is_open else None


def is_running(measure: Measure) -> bool:
    """Tell whether a measure is planned or under way."""
    return measure.status in _UNDONE


def measure_due(measure: Measure) -> dt.date | None:
    """Return by when a measure is to be done."""
    return measure.due_on if is_running(measure) and measure.result is None else None


def measure_end(measure: Measure) -> dt.date | None:
    """Return when a measure ends."""
    return period_of(measure).end if is_running(measure) else None


def course_end(course: Course) -> dt.date | None:
    """Return when a course ends."""
    is_over = course.status in {CourseStatus.COMPLETED, CourseStatus.STOPPED}
    return None if is_over else period_of(course).end


def is_decided(procedure: RecognitionProcedure) -> bool:
    """Tell whether there is a decision on recognition."""
    return any(step.step in _DECIDED for step in procedure.steps)


def is_withdrawn(procedure: RecognitionProcedure) -> bool:
    """Tell whether the person has given the procedure up."""
    return procedure.stage is RecognitionStage.WITHDRAWN


def decision_deadline(procedure: RecognitionProcedure) -> dt.date | None:
    """Return by when a decision is due; only for occupations does the law set a deadline.

    A procedure that records months of its own has them, whatever it is for.
    """
    is_without = (
        procedure.procedure is not RecognitionKind.OCCUPATIONAL
        and procedure.deadline_months is None
    )
    if is_decided(procedure) or is_withdrawn(procedure) or is_without:
        return None
    try:
        return decision_due(procedure)
    except (NotInForceError, DateOutOfRangeError):
        return None


def remedy_end(procedure: RecognitionProcedure) -> dt.date | None:
    """Return until when a decision that is not the best possible one can be contested."""
    is_settled = any(step.step in _SETTLED for step in procedure.steps)
    if is_settled or procedure.outcome is RecognitionOutcome.FULL:
        return None
    return procedure.remedy_until


def compensation_end(procedure: RecognitionProcedure) -> dt.date | None:
    """Return when a compensation measure ends that is not passed yet, and still needed."""
    compensation = procedure.compensation
    is_needless = procedure.outcome is RecognitionOutcome.FULL or is_withdrawn(procedure)
    if compensation is None or compensation.passed_on is not None or is_needless:
        return None
    return period_of(compensation).end


def consent_end(consent: Consent) -> dt.date | None:
    """Return until when a consent counts that was given and not withdrawn."""
    is_given = consent.given_on is not None and consent.withdrawn_on is None
    return consent.expires_on if is_given else None


def residence_ends(statuses: Iterable[ResidenceStatus]) -> list[tuple[ResidenceStatus, Period]]:
    """Return the times without a gap for which statuses are valid, each with the last of them."""
    return [(last, time) for _, last, time in residence_times(statuses)]


def residence_times(
    statuses: Iterable[ResidenceStatus],
) -> list[tuple[ResidenceStatus, ResidenceStatus, Period]]:
    """Return the times without a gap for which statuses are valid, each with its first and last.

    A status without an end counts until a later one begins: nobody enters the day on which the
    permission to stay ends by the grant of a permit.
    """
    found: list[tuple[ResidenceStatus, ResidenceStatus, Period]] = []
    for status in sorted(statuses, key=lambda item: period_of(item).start or dt.date.min):
        period = period_of(status)
        if not found:
            found.append((status, status, period))
            continue
        first, last, reached = found[-1]
        if reached.end is None:
            if period.start is not None and period.start > (period_of(last).start or dt.date.min):
                found[-1] = (first, status, Period(reached.start, period.end))
        elif period.start is None or (period.start - reached.end) <= _ONE_DAY:
            longer = period.end is None or period.end > reached.end
            end = period.end if longer else reached.end
            found[-1] = (first, status if longer else last, Period(reached.start, end))
        else:
            found.append((status, status, period))
    return found
