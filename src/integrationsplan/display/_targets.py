"""What a goal is to reach and where the person stands, said in any language.

The model says the same in German and English (`integrationsplan.plan.progress`); a test compares.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs

from integrationsplan.display._speech import Speech, capitalised
from integrationsplan.history import Entry, State
from integrationsplan.plan import (
    EmploymentTarget,
    Goal,
    HousingSituation,
    HousingTarget,
    IndicatorTarget,
    LanguageProficiency,
    LanguageTarget,
    RecognitionProcedure,
    RecognitionTarget,
    SchoolPlaceTarget,
    SchoolSituation,
    Target,
    WorkSituation,
    progress,
)

__all__ = ["Way", "way_to"]

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
            found = [
                entry.school
                for entry in counting(state.of(SchoolSituation), day)
                if entry.concerns is target.concerns
                and entry.place_from is not None
                and entry.place_from <= day
            ]
    yield from (code for code in dict.fromkeys(found) if code is not None)


def counting(entries: Iterable[D], day: dt.date) -> list[D]:
    """Return the circumstances that count on a day."""
    periods = [(entry, getattr(entry, "period", None)) for entry in entries]
    return [entry for entry, period in periods if period is None or day in period]


def level_of(entry: LanguageProficiency) -> str:
    """Return the overall level as it is shown."""
    level = entry.level_of()
    return entry.sublevel or (level.value if level else "–")
