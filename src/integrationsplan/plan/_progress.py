"""How far many goals are at once: what `progress` reads, without reading it for each goal again."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from integrationsplan._model import FrozenMap
from integrationsplan.history import Entry, State
from integrationsplan.plan._courses import Course
from integrationsplan.plan._goals import Goal, progress
from integrationsplan.plan._qualifications import LanguageProficiency
from integrationsplan.plan._recognition import RecognitionProcedure
from integrationsplan.plan._situations import HousingSituation, SchoolSituation, WorkSituation
from integrationsplan.plan._targets import (
    GERMAN,
    EmploymentTarget,
    HousingTarget,
    IndicatorTarget,
    LanguageTarget,
    Progress,
    RecognitionTarget,
    SchoolPlaceTarget,
    Target,
)

__all__ = ["progress_reader"]

_EVIDENCE: dict[type, tuple[type[Entry], ...]] = {
    EmploymentTarget: (WorkSituation,),
    HousingTarget: (HousingSituation,),
}


def progress_reader(
    state: State[Any], day: dt.date | None = None
) -> Callable[[Goal], Progress | None]:
    """Return what tells of a goal where the person stands, as `progress` does.

    Goals with the same target are read once, and each only from the entries that can tell of it.
    """
    evidence = {kind: _only(state, kinds) for kind, kinds in _EVIDENCE.items()}
    schools = [entry for entry in state if isinstance(entry, SchoolSituation)]
    evidence[SchoolPlaceTarget] = _state(entry for entry in schools if entry.goal is None)
    places = _by_goal(schools)
    procedures = _by_goal(entry for entry in state if isinstance(entry, RecognitionProcedure))
    languages: dict[str, list[Entry]] = {GERMAN: list(state.of(Course))}
    for entry in state.of(LanguageProficiency):
        languages.setdefault(entry.language, []).append(entry)
    spoken = {language: _state(entries) for language, entries in languages.items()}
    known: dict[Target, Progress | None] = {}

    def read(goal: Goal) -> Progress | None:
        target = goal.target
        if target is None or isinstance(target, IndicatorTarget):
            return progress(goal, _NOTHING, day)  # an indicator is read from the achievement
        if isinstance(target, RecognitionTarget):
            named = state.get(target.procedure) if target.procedure is not None else None
            entries = procedures.get(goal.id, []) if target.procedure is None else [named]
            return progress(goal, _state(entry for entry in entries if entry is not None), day)
        if isinstance(target, SchoolPlaceTarget) and goal.id in places:
            return progress(goal, _state(places[goal.id]), day)
        if target not in known:
            if isinstance(target, LanguageTarget):
                telling = spoken.get(target.language, _NOTHING)
            else:
                telling = evidence[type(target)]
            known[target] = progress(goal, telling, day)
        return known[target]

    return read


def _state(entries: Iterable[Entry]) -> State[Any]:
    return State(FrozenMap({entry.id: entry for entry in entries}))


def _only(state: State[Any], kinds: tuple[type[Entry], ...]) -> State[Any]:
    return _state(entry for entry in state if isinstance(entry, kinds))


def _by_goal(
    entries: Iterable[RecognitionProcedure | SchoolSituation],
) -> dict[str, list[RecognitionProcedure | SchoolSituation]]:
    found: dict[str, list[RecognitionProcedure | SchoolSituation]] = {}
    for entry in entries:
        if entry.goal is not None:
            found.setdefault(entry.goal, []).append(entry)
    return found


_NOTHING: State[Any] = _state(())
