"""The review of a plan: everything that asks for attention on a day."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

from annotated_types import Ge, Le

from integrationsplan._language import format_date
from integrationsplan._model import FrozenMap, model
from integrationsplan.errors import DateOutOfRangeError
from integrationsplan.findings import Finding, Severity
from integrationsplan.history import RevisionKind, State
from integrationsplan.plan._codes import Achievement, Lifecycle, MeasureStatus, Party
from integrationsplan.plan._entries import Agreement, Goal, Measure, PlanEntry
from integrationsplan.plan._plan import IntegrationPlan
from integrationsplan.values import Bilingual, shift_date

__all__ = ["ReviewRules", "review"]

_OPEN = {
    Lifecycle.PROPOSED,
    Lifecycle.PLANNED,
    Lifecycle.ACCEPTED,
    Lifecycle.ACTIVE,
    Lifecycle.ON_HOLD,
}
_PURSUED = {Lifecycle.ACCEPTED, Lifecycle.ACTIVE}
_REACHED = {Achievement.ACHIEVED, Achievement.SUSTAINING}
_CONTINUED = {RevisionKind.OPENING, RevisionKind.CONTINUATION}


@model
class ReviewRules:
    """What a review asks for. The sources state no interval, so there is no default.

    Attributes:
        revise_within_months: After so many months without revision a plan counts as not continued.
    """

    revise_within_months: Annotated[int, Ge(1), Le(1200)]


def review(plan: IntegrationPlan, day: dt.date, rules: ReviewRules) -> tuple[Finding, ...]:
    """Return everything that asks for attention on a day; nothing for a plan closed by then.

    Args:
        plan: The plan.
        day: The day; only what counts by then is looked at.
        rules: What is asked for.

    Returns:
        The findings: those of the whole plan first, then by entry.

    Example:
        >>> ReviewRules(revise_within_months=6).revise_within_months
        6
    """
    known = [revision for revision in plan.revisions if revision.effective_on <= day]
    if not known or any(revision.kind is RevisionKind.CLOSURE for revision in known):
        return ()
    state = plan.at(day)
    return (
        *_revision_due(plan, day, rules),
        *_unsigned(plan, state, day),
        *_goals(state, day),
        *_measures(state, day),
    )


def _revision_due(plan: IntegrationPlan, day: dt.date, rules: ReviewRules) -> Iterator[Finding]:
    # A corrected slip or a signature is no continuation: the plan did not move on by it.
    last = max(
        (r.effective_on for r in plan.revisions if r.effective_on <= day and r.kind in _CONTINUED),
        default=plan.revisions[0].effective_on,
    )
    try:
        due = shift_date(last, months=rules.revise_within_months)
    except DateOutOfRangeError:
        return
    if due < day:
        yield _finding(
            "revision_due",
            None,
            f"Seit {format_date(last, 'de')} keine Fortschreibung; "
            f"fällig war sie am {format_date(due, 'de')}.",
            f"No revision since {last.isoformat()}; it was due on {due.isoformat()}.",
            last=last.isoformat(),
            due=due.isoformat(),
        )


def _unsigned(plan: IntegrationPlan, state: State[PlanEntry], day: dt.date) -> Iterator[Finding]:
    covered = max(
        (a.revision for a in state.of(Agreement) if {Party.PERSON, Party.GUARDIAN} & set(a.by)),
        default=0,
    )
    for revision in plan.revisions:
        if (
            revision.kind in _CONTINUED
            and revision.number > covered
            and revision.effective_on <= day
        ):
            number = revision.number
            yield _finding(
                "revision_unsigned",
                None,
                f"Revision {number} ist nicht schriftlich vereinbart.",
                f"Revision {number} is not agreed in writing.",
                revision=str(number),
            )


def _goals(state: State[PlanEntry], day: dt.date) -> Iterator[Finding]:
    served = {goal for measure in state.of(Measure) for goal in measure.goals}
    for goal in state.of(Goal):
        if (
            goal.due_on is not None
            and goal.due_on < day
            and goal.lifecycle in _OPEN
            and goal.achievement not in _REACHED
        ):
            due = goal.due_on.isoformat()
            yield _finding(
                "goal_overdue",
                goal.id,
                f"Das Ziel war am {format_date(goal.due_on, 'de')} fällig und ist nicht erreicht.",
                f"The goal was due on {due} and is not reached.",
                due=due,
            )
        if goal.lifecycle in _PURSUED and goal.id not in served:
            yield _finding(
                "goal_without_measure",
                goal.id,
                "Zu dem Ziel gibt es keine Maßnahme.",
                "There is no measure for the goal.",
            )
        if goal.lifecycle is Lifecycle.COMPLETED and goal.achievement is None:
            yield _finding(
                "goal_without_achievement",
                goal.id,
                "Das Ziel ist abgeschlossen, ohne dass feststeht, ob es erreicht wurde.",
                "The goal is completed, but whether it was achieved is not recorded.",
            )
        if goal.lifecycle is Lifecycle.PROPOSED and goal.achievement in _REACHED:
            yield _finding(
                "goal_contradictory",
                goal.id,
                "Das Ziel ist nur vorgeschlagen und zugleich erreicht.",
                "The goal is merely proposed and yet achieved.",
            )


def _measures(state: State[PlanEntry], day: dt.date) -> Iterator[Finding]:
    for measure in state.of(Measure):
        ended = measure.period is not None and (measure.period.end or day) < day
        if measure.result is None and (ended or measure.status is MeasureStatus.COMPLETED):
            yield _finding(
                "measure_without_result",
                measure.id,
                "Die Maßnahme ist zu Ende, ein Ergebnis fehlt.",
                "The measure has ended, and its result is missing.",
            )
        for goal in measure.goals:
            if goal not in state:
                yield _finding(
                    "measure_for_missing_goal",
                    measure.id,
                    f"Die Maßnahme dient dem Ziel {goal}, das nicht im Plan steht.",
                    f"The measure serves the goal {goal}, which is not in the plan.",
                    goal=goal,
                )


def _finding(code: str, subject: str | None, de: str, en: str, **values: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        subject=subject,
        text=Bilingual(de=de, en=en),
        values=FrozenMap(values),
    )
