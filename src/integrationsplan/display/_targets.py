"""What a goal is to reach and where the person stands, said in any language.

The model says the same in German and English (`integrationsplan.plan.progress`); a test compares.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any, TypeVar

import attrs

from integrationsplan.display._speech import Speech, capitalised
from integrationsplan.history import Entry, State
from integrationsplan.plan import (
    Course,
    EmploymentTarget,
    Goal,
    HousingSituation,
    HousingTarget,
    IndicatorTarget,
    LanguageProficiency,
    LanguageSkill,
    LanguageTarget,
    LegalCitation,
    RecognitionProcedure,
    RecognitionTarget,
    SchoolPlaceTarget,
    SchoolSituation,
    Target,
    WorkSituation,
    progress,
)
from integrationsplan.plan._targets import school_places
from integrationsplan.values import FrozenMap

__all__ = ["Way", "counting", "level_of", "place_in_law", "way_reader", "way_to"]

D = TypeVar("D", bound=Entry)


@attrs.frozen
class Way:
    """Where a person stands between the beginning and the target.

    Attributes:
        subject: What is measured.
        baseline: Where the person stood at the beginning.
        current: Where the person stands.
        target: What is to be reached.
        is_reached: Whether it is reached; absent while nobody knows.
        is_own_words: Whether the texts are the counsellor's, not labels.
    """

    subject: str
    baseline: str | None
    current: str | None
    target: str
    is_reached: bool | None
    is_own_words: bool = False


def way_reader(state: State[Any], day: dt.date, speech: Speech) -> Callable[[Goal], Way | None]:
    """Return what tells the way to a goal.

    Many goals, and many entries to read them from, are not read for each goal again: each goal is
    read from the entries that can matter to it, and each target is read once.
    """
    evidence = _by_use(state, day)
    known: dict[object, Way | None] = {}

    def way(goal: Goal) -> Way | None:
        target = goal.target
        if target is None:
            return None
        own = goal.id if isinstance(target, _READ_FOR_THE_GOAL) else None
        judged = goal.achievement if isinstance(target, IndicatorTarget) else None
        key = (target, own, judged)
        if key not in known:
            found = [item for use in _uses_of(goal) for item in evidence.get(use, {}).values()]
            few = {entry.id: entry for _, entry in sorted(found, key=itemgetter(0))}
            known[key] = way_to(goal, State(FrozenMap(few)), day, speech)
        return known[key]

    return way


_READ_FOR_THE_GOAL = (RecognitionTarget, SchoolPlaceTarget)
"""Targets that are read from entries which name the goal itself."""


def _uses_of(goal: Goal) -> tuple[object, ...]:
    """Return under which uses the entries stand that can matter to a goal."""
    match goal.target:
        case LanguageTarget(language=language):
            return (("language", language),)
        case RecognitionTarget(procedure=procedure):
            return (("procedure", procedure) if procedure else ("recognition", goal.id),)
        case EmploymentTarget():
            return ("work",)
        case HousingTarget():
            return ("home",)
        case SchoolPlaceTarget():
            return (("school", None), ("school", goal.id))
        case _:
            return ()


def _by_use(state: State[Any], day: dt.date) -> dict[object, dict[object, tuple[int, Entry]]]:
    """Return the entries by what they can show; of those that show the same, one is enough."""
    found: dict[object, dict[object, tuple[int, Entry]]] = {}
    for place, entry in enumerate(state):
        for use, content in _uses(entry, day):
            found.setdefault(use, {}).setdefault(content, (place, entry))
    return found


def _uses(entry: Entry, day: dt.date) -> Iterator[tuple[object, object]]:
    """Yield what an entry can show, each with what makes two entries show the same."""
    match entry:
        case LanguageProficiency():
            skills = tuple(entry.level_of(skill) for skill in LanguageSkill)
            yield ("language", entry.language), (entry.level_of(), *skills)
        case Course():
            yield ("language", "de"), entry.id
        case RecognitionProcedure():
            yield ("procedure", entry.id), entry.id
            yield ("recognition", entry.goal), entry.id
        case WorkSituation() if counting([entry], day):
            yield "work", entry.employment
        case HousingSituation() if counting([entry], day):
            yield "home", entry.housing
        case SchoolSituation() if counting([entry], day):
            yield ("school", entry.goal), (entry.concerns, entry.school, _has_place(entry, day))


def way_to(goal: Goal, state: State[Any], day: dt.date, speech: Speech) -> Way | None:
    """Return the way to a goal's target; nothing where the goal has none."""
    target = goal.target
    found = progress(goal, state, day)
    if target is None or found is None:
        return None
    subject, baseline, aim = _told(target, speech)
    current = found.current.de if found.current else None
    if not isinstance(target, IndicatorTarget | LanguageTarget):  # levels and own words need none
        current = speech.labels(_codes(target, goal, state, day)) or None
    return Way(subject, baseline, current, aim, found.reached, isinstance(target, IndicatorTarget))


def _told(target: Target, speech: Speech) -> tuple[str, str | None, str]:
    """Return what is measured, the baseline and the target."""
    match target:
        case LanguageTarget():
            subject = speech.language_name(target.language)
            if target.skill is not None:
                subject = f"{subject} ({speech.label(target.skill)})"
            return subject, target.baseline and target.baseline.value, target.level.value
        case RecognitionTarget():
            return speech.text("Recognition"), None, speech.title(target.outcome)
        case EmploymentTarget():
            baseline = target.baseline and speech.title(target.baseline)
            return speech.text("Work"), baseline, speech.options(target.employment)
        case HousingTarget():
            baseline = target.baseline and speech.title(target.baseline)
            return speech.text("Home"), baseline, speech.options(target.housing)
        case SchoolPlaceTarget():
            aim = speech.options(target.schools) or capitalised(speech.text("a place"))
            return speech.text("School place"), None, aim
        case IndicatorTarget():
            unit = f" {target.unit}" if target.unit else ""
            baseline = f"{target.baseline}{unit}" if target.baseline else None
            return target.indicator, baseline, f"{target.value}{unit}"


def _codes(target: Target, goal: Goal, state: State[Any], day: dt.date) -> Iterator[Any]:
    """Yield the codes that say where the person stands, each once."""
    found: Iterable[Any] = ()
    match target:
        case RecognitionTarget():
            procedures = [
                entry
                for entry in state.of(RecognitionProcedure)
                if (entry.id == target.procedure if target.procedure else entry.goal == goal.id)
            ]
            found = [entry.outcome or entry.stage for entry in procedures]
        case EmploymentTarget():
            found = [entry.employment for entry in counting(state.of(WorkSituation), day)]
        case HousingTarget():
            found = [entry.housing for entry in counting(state.of(HousingSituation), day)]
        case SchoolPlaceTarget():
            places = school_places(target, goal.id, state, day)
            found = [entry.school for entry in places if _has_place(entry, day)]
    yield from (code for code in dict.fromkeys(found) if code is not None)


def _has_place(entry: SchoolSituation, day: dt.date) -> bool:
    return entry.place_from is not None and entry.place_from <= day


def counting(entries: Iterable[D], day: dt.date) -> list[D]:
    """Return the circumstances that count on a day."""
    periods = [(entry, getattr(entry, "period", None)) for entry in entries]
    return [entry for entry, period in periods if period is None or day in period]


def level_of(entry: LanguageProficiency) -> str:
    """Return the overall level as it is shown, by the note between the levels if it fits."""
    level = entry.level_of()
    note = entry.sublevel
    if level is None:
        return note or "–"
    return note if note is not None and note.startswith(level.value) else level.value


def place_in_law(citation: LegalCitation) -> str:
    """Return a citation as German law is cited, without its day, which every language writes."""
    return citation.format("de").rpartition(" (")[0]
