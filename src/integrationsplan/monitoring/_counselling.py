"""Indicators of counselling: talks, agreed plans, living plans, goals reached, recognition."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType

from integrationsplan.errors import DateOutOfRangeError
from integrationsplan.monitoring._cases import PlanCase
from integrationsplan.monitoring._verdicts import NO, OUTSIDE, YES, Counted, Verdict, lacking
from integrationsplan.plan import (
    CEFR,
    Agreement,
    Consultation,
    Course,
    Goal,
    LanguageProficiency,
    Lifecycle,
    Party,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionTarget,
    SchoolPlaceTarget,
    progress,
)
from integrationsplan.values import shift_date

__all__ = ["BEFORE_START", "COUNSELLING", "PROVEN", "WITHOUT_PROOF"]

PROVEN, WITHOUT_PROOF, BEFORE_START = "proven", "without-proof", "before-start"
"""Groups of the time to a language level."""

OPEN, WITHDRAWN = "open", "withdrawn"
"""Groups of recognition procedures beside their outcomes."""

GERMAN = "de"
"""The language whose courses end with a test that proves a level."""

_NOT_PURSUED = frozenset({Lifecycle.CANCELLED, Lifecycle.REJECTED, Lifecycle.ENTERED_IN_ERROR})
_BINDING = frozenset({Party.PERSON, Party.GUARDIAN})
_ENDS = frozenset({RecognitionStage.DECISION, RecognitionStage.FINAL, RecognitionStage.WITHDRAWN})
_UNDER_WAY = frozenset(
    {
        RecognitionStage.FILED,
        RecognitionStage.DOCUMENTS_COMPLETE,
        RecognitionStage.ASSESSMENT,
    }
)
_FROM_NOTHING = (RecognitionTarget, SchoolPlaceTarget)
"""Targets that begin with nothing recognised, and with no place: that is their baseline."""

_LEVELS = {level: place for place, level in enumerate(CEFR)}


def talks(case: PlanCase) -> Verdict:
    """Count the talks of the time, and the plans that they may belong to."""
    held = _talks(case)
    if not held and not case.was_open:
        return OUTSIDE
    by = Counter(case.recorded_by(talk.id) for talk in held)
    return Verdict(
        (Counted(0, 1), *(Counted(number, None, None, who) for who, number in by.items()))
    )


def topics(case: PlanCase) -> Verdict:
    """Count the talks by topic; one with several counts for each, one without lacks them."""
    held = _talks(case)
    counted = tuple(
        Counted(1, None, str(topic.value), case.recorded_by(talk.id))
        for talk in held
        for topic in dict.fromkeys(talk.topics)
    )
    return Verdict(counted, () if all(talk.topics for talk in held) else ("talk_topics",))


def plans_agreed(case: PlanCase) -> Verdict:
    """Tell whether the plan was agreed in the time for the first time; later ones continue it."""
    if not case.was_open:
        return OUTSIDE
    days = [each.agreed_on for each in case.state.of(Agreement) if _BINDING & set(each.by)]
    return YES if case.contains(min(days, default=None)) else NO


def plans_open(case: PlanCase) -> Verdict:
    """Count a plan that is open on the key date."""
    return Verdict((Counted(1),)) if case.is_open_on(case.last) else OUTSIDE


def plans_living(case: PlanCase) -> Verdict:
    """Tell whether a plan that is open on the key date lives."""
    return _lives(case, wanted=True)


def plans_dead(case: PlanCase) -> Verdict:
    """Tell whether a plan that is open on the key date is dead."""
    return _lives(case, wanted=False)


def plans_over_term(case: PlanCase) -> Verdict:
    """Tell whether counselling has lasted longer than it may, on the key date."""
    months = case.rules.longest_term_months
    if months is None or not case.is_open_on(case.last):
        return OUTSIDE
    held = [talk.held_on for talk in case.state.of(Consultation)]
    try:
        end = shift_date(min([case.opened_on, *held]), months=months, days=-1)
    except DateOutOfRangeError:
        return NO
    return YES if end < case.last else NO


def goals_reached(case: PlanCase) -> Verdict:
    """Count the goals with baseline and target that are reached, by field."""
    if not case.was_open:
        return OUTSIDE
    counted, lacks = [], []
    state = case.on(case.last)
    for goal in state.of(Goal):
        if goal.lifecycle in _NOT_PURSUED:
            continue
        found = progress(goal, state, case.last)
        if found is None:
            lacks.append("goal_target")
        elif found.baseline is None and not isinstance(goal.target, _FROM_NOTHING):
            lacks.append("goal_baseline")
        elif found.reached is None and goal.achievement is None:
            lacks.append("goal_achievement")
        else:
            # Whoever says how far it is, and not that it is achieved, says that it is not reached.
            counted.append(Counted(int(found.reached is True), 1, str(goal.field.value)))
    return Verdict(tuple(counted), tuple(dict.fromkeys(lacks)))


def time_to_level(case: PlanCase) -> Verdict:
    """Return the days from the first day to the first dated proof of the level."""
    arrival = None if case.details is None else case.details.arrived_on
    begin = arrival if case.rules.counts_from_arrival else case.opened_on
    if begin is None:
        return lacking("arrival_date")
    if begin > case.last:
        return OUTSIDE
    proofs = _proofs(case)
    proven = [day for day in proofs if day is not None and day <= case.last]
    if None in proofs:
        return lacking("language_result")  # the first may be the one without a day
    if not proven:
        return Verdict((Counted(1, 1, WITHOUT_PROOF),))
    days = (min(proven) - begin).days
    if days < 0:
        return Verdict((Counted(1, 1, BEFORE_START),))
    return Verdict((Counted(1, 1, PROVEN),), days=days)


def recognition_outcomes(case: PlanCase) -> Verdict:
    """Count the procedures that were decided in the time by outcome, and those that are open."""
    counted, lacks = [], []
    for procedure in case.state.of(RecognitionProcedure):
        group, lacked = _outcome(procedure, case)
        if group is not None:
            counted.append(Counted(1, None, group))
        if lacked is not None:
            lacks.append(lacked)
    return Verdict(tuple(counted), tuple(dict.fromkeys(lacks)))


def _talks(case: PlanCase) -> list[Consultation]:
    return [talk for talk in case.state.of(Consultation) if case.contains(talk.held_on)]


def _lives(case: PlanCase, *, wanted: bool) -> Verdict:
    if case.lives is None:
        return OUTSIDE
    return YES if case.lives is wanted else NO


def _proofs(case: PlanCase) -> list[dt.date | None]:
    """Return the days on which the level, or one above it, was proven; nothing where undated."""
    rules = case.rules
    least = _LEVELS[rules.level]
    found = [
        each.issued_on
        for language in case.state.of(LanguageProficiency)
        if language.language == rules.language
        for each in language.certificates
        if _LEVELS[each.level] >= least
    ]
    if rules.language == GERMAN:
        for course in case.state.of(Course):
            level = None if course.result is None else course.result.level
            if level is not None and _LEVELS[level] >= least:
                found.append(course.result_on)
    return found


def _outcome(procedure: RecognitionProcedure, case: PlanCase) -> tuple[str | None, str | None]:
    """Return the group that a procedure counts in, and what it lacks."""
    ended = [step for step in procedure.steps if step.step in _ENDS]
    days = [step.on for step in ended if step.on is not None]
    if ended and not days:
        return None, "recognition_outcome"
    end = min(days, default=None)
    if end is None or end > case.last:
        filed = [step.on for step in procedure.steps if step.step in _UNDER_WAY]
        known = [day for day in filed if day is not None]
        if filed and not known:
            return None, "recognition_filed"
        return (OPEN if known and min(known) <= case.last else None), None
    if not case.contains(end):
        return None, None
    if all(step.step is RecognitionStage.WITHDRAWN for step in ended):
        return WITHDRAWN, None
    if procedure.outcome is None:
        return None, "recognition_outcome"
    return str(procedure.outcome.value), None


COUNSELLING: Mapping[str, Callable[[PlanCase], Verdict]] = MappingProxyType(
    {
        "BW62_TALKS": talks,
        "BW62_PLANS": plans_agreed,
        "BW62_TOPICS": topics,
        "CASELOAD_PER_FTE": plans_open,
        "PLANS_LIVING": plans_living,
        "PLANS_DEAD": plans_dead,
        "PLANS_OVER_TERM": plans_over_term,
        "GOALS_REACHED_BY_FIELD": goals_reached,
        "TIME_TO_FIRST_LEVEL": time_to_level,
        "RECOGNITION_OUTCOMES": recognition_outcomes,
    }
)
"""What tells one plan's part of each indicator, by its code."""
