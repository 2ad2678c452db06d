"""What a review finds about goals and the measures that serve them."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from integrationsplan._model import FrozenMap, evolve
from integrationsplan.findings import Finding
from integrationsplan.history import State
from integrationsplan.plan import _review_kinds as kinds
from integrationsplan.plan._codes import Achievement, Lifecycle
from integrationsplan.plan._counselling_codes import MeasureStatus
from integrationsplan.plan._courses import Course
from integrationsplan.plan._deadlines import (
    OPEN,
    PURSUED,
    REACHED,
    goal_due,
    is_running,
    is_withdrawn,
    measure_due,
    period_of,
)
from integrationsplan.plan._entries import PlanEntry
from integrationsplan.plan._goals import Goal, Measure
from integrationsplan.plan._language_codes import CourseStatus
from integrationsplan.plan._progress import progress_reader
from integrationsplan.plan._recognition import RecognitionProcedure
from integrationsplan.plan._review_case import Case
from integrationsplan.plan._situations import HousingSituation, SchoolSituation, WorkSituation
from integrationsplan.plan._targets import IndicatorTarget, Progress, RecognitionTarget

__all__ = ["CONSISTENT", "goal_findings", "measure_findings"]

_PROGRESSING = {
    Achievement.IN_PROGRESS,
    Achievement.IMPROVING,
    Achievement.WORSENING,
    Achievement.NO_CHANGE,
}
_MISSED = {Achievement.NOT_ACHIEVED, Achievement.NO_PROGRESS}
_FAILED = {*_MISSED, Achievement.NOT_ATTAINABLE}

CONSISTENT: Mapping[Lifecycle, frozenset[Achievement]] = MappingProxyType(
    {
        Lifecycle.PROPOSED: frozenset(),
        Lifecycle.PLANNED: frozenset(),
        Lifecycle.ACCEPTED: frozenset(_PROGRESSING),
        Lifecycle.ACTIVE: frozenset({*_PROGRESSING, *REACHED, *_MISSED}),
        Lifecycle.ON_HOLD: frozenset({*_PROGRESSING, *_FAILED}),
        Lifecycle.COMPLETED: frozenset({*REACHED, *_FAILED}),
        Lifecycle.CANCELLED: frozenset(_FAILED),
        Lifecycle.REJECTED: frozenset(_FAILED),
        Lifecycle.ENTERED_IN_ERROR: frozenset(Achievement),
    }
)
"""Which achievements agree with which life cycle; none recorded agrees with any but completed.

Inferred from what the codes mean: before work begins there is nothing to report, what is being
worked on is not out of reach, and what has ended is not in progress.
"""

_GIVEN_UP = {Lifecycle.CANCELLED, Lifecycle.REJECTED, Lifecycle.ENTERED_IN_ERROR}


def goal_findings(case: Case) -> Iterator[Finding]:
    """Yield what is to be said of goals."""
    served = _served(case.state)
    shows = _evidence(case)
    for goal in case.state.of(Goal):
        is_reached = shows(goal)
        due = goal_due(goal)
        if due is not None and case.has_passed(due) and is_reached is not True:
            yield kinds.GOAL_OVERDUE.at(goal.id, due=due)
        if goal.lifecycle in PURSUED and goal.id not in served:
            yield kinds.GOAL_WITHOUT_MEASURE.at(goal.id)
        yield from _axes(goal)
        yield from _target(goal, is_reached)
        yield from _dependencies(goal, case.state)
    yield from _cycles(case.state)


def _served(state: State[PlanEntry]) -> set[str]:
    """Return the ids of the goals for which something is done, or was done and not broken off."""
    found: set[str] = set()
    for entry in state:
        match entry:
            case Measure(status=MeasureStatus.STOPPED) | Course(status=CourseStatus.STOPPED):
                pass
            case Measure() | Course():
                found.update(entry.goals)
            case RecognitionProcedure(goal=str(goal)) if not is_withdrawn(entry):
                found.add(goal)
            case Goal(target=RecognitionTarget(procedure=str(procedure))):
                named = state.get(procedure)
                if isinstance(named, RecognitionProcedure) and not is_withdrawn(named):
                    found.add(entry.id)
            case _:
                pass
    return found


def _axes(goal: Goal) -> Iterator[Finding]:
    if goal.achievement is None:
        if goal.lifecycle is Lifecycle.COMPLETED:
            yield kinds.GOAL_WITHOUT_ACHIEVEMENT.at(goal.id)
    elif goal.achievement not in CONSISTENT[goal.lifecycle]:
        yield kinds.GOAL_CONTRADICTORY.at(
            goal.id, lifecycle=goal.lifecycle, achievement=goal.achievement
        )


def _evidence(case: Case) -> Callable[[Goal], bool | None]:
    """Return what tells whether the entries show that a goal's target is reached.

    A place, a job or a flat that somebody had counts for a goal that is completed, also when the
    person has moved on since: only a goal that is to be kept asks for more than that.
    """
    on_the_day = progress_reader(case.state, case.day)
    at_any_time: list[Callable[[Goal], Progress | None]] = []  # made when it is asked for

    def is_reached(goal: Goal) -> bool | None:
        if goal.target is None or isinstance(goal.target, IndicatorTarget):
            return None  # an indicator is read from the achievement itself
        read = on_the_day
        if goal.lifecycle is Lifecycle.COMPLETED and goal.achievement is Achievement.ACHIEVED:
            if not at_any_time:
                at_any_time.append(progress_reader(_begun(case), case.day))
            read = at_any_time[0]
        found = read(goal)
        return found.reached if found is not None else None

    return is_reached


def _begun(case: Case) -> State[PlanEntry]:
    """Return the entries with every circumstance that has begun, as if none of them had ended."""
    found: dict[str, PlanEntry] = {}
    for entry in case.state:
        if isinstance(entry, WorkSituation | HousingSituation | SchoolSituation):
            start = period_of(entry).start
            if start is None or start <= case.day:
                found[entry.id] = evolve(entry, period=None)
        else:
            found[entry.id] = entry
    return State(FrozenMap(found))


def _target(goal: Goal, is_reached: bool | None) -> Iterator[Finding]:
    """Compare what is recorded of a goal with what the entries show."""
    is_recorded = goal.achievement in REACHED
    if is_reached is True and not is_recorded and goal.lifecycle in OPEN:
        yield kinds.GOAL_REACHED_UNRECORDED.at(goal.id)
    if is_reached is False and is_recorded and goal.lifecycle not in _GIVEN_UP:
        yield kinds.GOAL_NOT_SHOWN.at(goal.id)


def _is_open(goal: object) -> bool:
    return isinstance(goal, Goal) and goal.lifecycle in OPEN and goal.achievement not in REACHED


def _dependencies(goal: Goal, state: State[PlanEntry]) -> Iterator[Finding]:
    if goal.lifecycle not in PURSUED or goal.achievement in REACHED:
        return
    for other_id in goal.depends_on:
        other = state.get(other_id)
        if not isinstance(other, Goal) or other.achievement in REACHED:
            continue
        if _is_open(other):
            yield kinds.GOAL_BLOCKED.at(goal.id, goal=other_id)
        elif other.lifecycle in _GIVEN_UP or other.achievement in _FAILED:
            yield kinds.GOAL_DEPENDENCY_FAILED.at(goal.id, goal=other_id)


def _cycles(state: State[PlanEntry]) -> Iterator[Finding]:
    """Yield a finding for each set of open goals of which each waits for another one."""
    waits = {
        goal.id: [other for other in goal.depends_on if _is_open(state.get(other))]
        for goal in state.of(Goal)
        if _is_open(goal)
    }
    order = {goal_id: place for place, goal_id in enumerate(waits)}
    for circle in _circles(waits):
        goals = sorted(circle, key=order.__getitem__)
        yield kinds.GOAL_CYCLE.at(goals[0], goals=goals)


def _circles(waits: Mapping[str, list[str]]) -> Iterator[set[str]]:
    """Yield the goals that all reach each other: Kosaraju's algorithm, in steps that grow linearly.

    No function calls itself: a chain of goals may be longer than calls may be deep.
    """
    finished: list[str] = []
    seen: set[str] = set()
    left = {goal_id: iter(others) for goal_id, others in waits.items()}
    for root in waits:
        ahead = [] if root in seen else [root]
        seen.add(root)
        while ahead:
            unseen = next((other for other in left[ahead[-1]] if other not in seen), None)
            if unseen is None:
                finished.append(ahead.pop())
            else:
                seen.add(unseen)
                ahead.append(unseen)
    turned: dict[str, list[str]] = {goal_id: [] for goal_id in waits}
    for goal_id, others in waits.items():
        for other in others:
            turned[other].append(goal_id)
    taken: set[str] = set()
    for root in reversed(finished):
        circle: set[str] = set()
        ahead = [root]
        while ahead:
            goal_id = ahead.pop()
            if goal_id not in taken:
                taken.add(goal_id)
                circle.add(goal_id)
                ahead += turned[goal_id]
        if len(circle) > 1:
            yield circle


def measure_findings(case: Case) -> Iterator[Finding]:
    """Yield what is to be said of measures."""
    for measure in case.state.of(Measure):
        has_ended = case.has_passed(period_of(measure).end)
        if measure.result is None and (has_ended or measure.status is MeasureStatus.COMPLETED):
            yield kinds.MEASURE_WITHOUT_RESULT.at(measure.id)
        due = measure_due(measure)
        if due is not None and case.has_passed(due):
            yield kinds.MEASURE_OVERDUE.at(measure.id, due=due)
        if is_running(measure) and measure.responsible is None and measure.referral is None:
            yield kinds.MEASURE_WITHOUT_RESPONSIBLE.at(measure.id)
