"""Measurable targets of goals, and how far the entries of a plan show them to be reached.

A target says what is to be reached and reads from the entries what is. Only the free indicator
cannot be read from entries: there the goal's achievement speaks.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Any, ClassVar, TypeAlias, TypeVar

from annotated_types import Len

from integrationsplan._model import Label, RefersTo, evolve, model
from integrationsplan.history import Entry, State
from integrationsplan.plan._codes import Achievement
from integrationsplan.plan._courses import Course
from integrationsplan.plan._fields import Part, both
from integrationsplan.plan._language_codes import CEFR, LanguageSkill
from integrationsplan.plan._qualification_codes import RecognitionOutcome
from integrationsplan.plan._qualifications import LanguageProficiency
from integrationsplan.plan._recognition import RecognitionProcedure
from integrationsplan.plan._situation_codes import (
    Concerned,
    EmploymentKind,
    HousingKind,
    SchoolKind,
)
from integrationsplan.plan._situations import HousingSituation, SchoolSituation, WorkSituation
from integrationsplan.values import (
    Bilingual,
    Identifier,
    Labelled,
    Language,
    LanguageCode,
    Period,
    ShortText,
)

__all__ = [
    "GERMAN",
    "EmploymentTarget",
    "HousingTarget",
    "IndicatorTarget",
    "LanguageTarget",
    "Progress",
    "RecognitionTarget",
    "SchoolPlaceTarget",
    "Target",
    "known_level",
    "school_places",
    "with_baseline",
]

GERMAN = "de"


@model(repr=False)
class Progress(Part):
    """Where a person stands between baseline and target.

    Attributes:
        baseline: Where the person stood at the beginning, if it was recorded.
        current: Where the person stands, if the entries tell.
        target: What is to be reached.
        reached: Whether it is reached; absent while nobody knows.
    """

    baseline: Bilingual | None = None
    current: Bilingual | None = None
    target: Bilingual
    reached: bool | None = None

    def format(self, language: Language = "en") -> str:
        """Write it in one line.

        Example:
            >>> a1, b1 = (Bilingual(de=level, en=level) for level in ("A1", "B1"))
            >>> Progress(baseline=a1, target=b1).format("de")
            'A1 → ? → B1'
        """
        steps = (self.baseline, self.current, self.target)
        return " → ".join(step.in_language(language) if step else "?" for step in steps)


D = TypeVar("D", bound=Entry)


def _counting(entries: Iterable[D], day: dt.date | None) -> list[D]:
    """Return the circumstances that count on a day; without a day, those without an end."""
    found = []
    for entry in entries:
        period: Period | None = getattr(entry, "period", None)
        if period is None or (period.end is None if day is None else day in period):
            found.append(entry)
    return found


def known_level(
    state: State[Any], language: str, skill: LanguageSkill | None = None, day: dt.date | None = None
) -> CEFR | None:
    """Return the best level of a language that the entries of a plan show.

    Levels and certificates count, and for German overall the results of courses by the day.
    """
    levels = [
        entry.level_of(skill)
        for entry in state.of(LanguageProficiency)
        if entry.language == language
    ]
    if language == GERMAN and skill is None:
        levels += [
            course.result.level
            for course in state.of(Course)
            if course.result is not None
            and (day is None or course.result_on is None or course.result_on <= day)
        ]
    return max((level for level in levels if level is not None), default=None)


def _labels(codes: Iterable[Labelled]) -> Bilingual | None:
    listed = list(dict.fromkeys(codes))
    if not listed:
        return None
    return Bilingual(
        de=", ".join(code.in_language("de") for code in listed),
        en=", ".join(code.in_language("en") for code in listed),
    )


def _one_of(codes: Iterable[Labelled], otherwise: Bilingual) -> Bilingual:
    listed = list(dict.fromkeys(codes))
    if not listed:
        return otherwise
    return Bilingual(
        de=" oder ".join(code.in_language("de") for code in listed),
        en=" or ".join(code.in_language("en") for code in listed),
    )


@model(repr=False)
class LanguageTarget(Part):
    """A level of a language, overall or of one skill.

    Attributes:
        language: ISO 639 code.
        level: The level to reach.
        skill: The skill; absent for the level overall.
        baseline: The level at the beginning.
    """

    kind: ClassVar[str] = "language"

    language: Annotated[LanguageCode, Label("language", "Sprache")] = "de"
    level: Annotated[CEFR, Label("level", "Niveau")]
    skill: Annotated[LanguageSkill | None, Label("skill", "Fertigkeit")] = None
    baseline: Annotated[CEFR | None, Label("baseline", "Ausgangswert")] = None

    def progress(
        self, goal_id: str, achievement: Achievement | None, state: State[Any], day: dt.date | None
    ) -> Progress:
        """Read the level from the languages and the courses of a plan."""
        current = known_level(state, self.language, self.skill, day)
        return Progress(
            baseline=both(self.baseline.value) if self.baseline else None,
            current=both(current.value) if current else None,
            target=both(self.level.value),
            reached=current >= self.level if current else None,
        )


@model(repr=False)
class RecognitionTarget(Part):
    """The recognition of a qualification.

    Attributes:
        outcome: The outcome wanted.
        procedure: Id of the procedure; absent for any that names the goal.
    """

    kind: ClassVar[str] = "recognition"

    outcome: Annotated[RecognitionOutcome, Label("outcome", "Ergebnis")] = RecognitionOutcome.FULL
    procedure: Annotated[
        Annotated[Identifier, RefersTo("recognition-procedure")] | None,
        Label("procedure", "Verfahren"),
    ] = None

    def progress(
        self, goal_id: str, achievement: Achievement | None, state: State[Any], day: dt.date | None
    ) -> Progress:
        """Read the outcome, or else the step, from the procedures of a plan."""
        procedures = [
            entry
            for entry in state.of(RecognitionProcedure)
            if (entry.id == self.procedure if self.procedure else entry.goal == goal_id)
        ]
        stands = [entry.outcome or entry.stage for entry in procedures]
        outcomes = {entry.outcome for entry in procedures if entry.outcome}
        # Full equivalence is more than any other outcome that somebody may have wished for.
        reached = bool(outcomes & {self.outcome, RecognitionOutcome.FULL}) if outcomes else None
        return Progress(
            current=_labels(stand for stand in stands if stand is not None),
            target=_one_of([self.outcome], both("–")),
            reached=reached,
        )


@model(repr=False)
class EmploymentTarget(Part):
    """Work of one of some kinds.

    Attributes:
        employment: The kinds that reach the target.
        baseline: The kind at the beginning.
    """

    kind: ClassVar[str] = "employment"

    employment: Annotated[
        Annotated[tuple[EmploymentKind, ...], Len(1, 9)], Label("employment", "Beschäftigung")
    ]
    baseline: Annotated[EmploymentKind | None, Label("baseline", "Ausgangswert")] = None

    def progress(
        self, goal_id: str, achievement: Achievement | None, state: State[Any], day: dt.date | None
    ) -> Progress:
        """Read the employment from the plan's work situations."""
        kinds = [entry.employment for entry in _counting(state.of(WorkSituation), day)]
        return Progress(
            baseline=_labels([self.baseline] if self.baseline else []),
            current=_labels(kinds),
            target=_one_of(self.employment, both("–")),
            reached=bool(set(kinds) & set(self.employment)) if kinds else None,
        )


@model(repr=False)
class HousingTarget(Part):
    """A home of one of some kinds.

    Attributes:
        housing: The kinds that reach the target.
        baseline: The kind at the beginning.
    """

    kind: ClassVar[str] = "housing"

    housing: Annotated[
        Annotated[tuple[HousingKind, ...], Len(1, 6)], Label("housing", "Wohnsituation")
    ]
    baseline: Annotated[HousingKind | None, Label("baseline", "Ausgangswert")] = None

    def progress(
        self, goal_id: str, achievement: Achievement | None, state: State[Any], day: dt.date | None
    ) -> Progress:
        """Read the kind of housing from the plan's housing situations."""
        kinds = [entry.housing for entry in _counting(state.of(HousingSituation), day)]
        return Progress(
            baseline=_labels([self.baseline] if self.baseline else []),
            current=_labels(kinds),
            target=_one_of(self.housing, both("–")),
            reached=bool(set(kinds) & set(self.housing)) if kinds else None,
        )


@model(repr=False)
class SchoolPlaceTarget(Part):
    """A place at a school, at a day-care centre or a university.

    Attributes:
        concerns: Whom the place is for.
        schools: The kinds of schools that reach the target; none stand for any.
    """

    kind: ClassVar[str] = "school-place"

    concerns: Annotated[Concerned, Label("concerns", "betrifft")] = Concerned.PERSON
    schools: Annotated[
        Annotated[tuple[SchoolKind, ...], Len(0, 11)], Label("kinds of schools", "Schularten")
    ] = ()

    def progress(
        self, goal_id: str, achievement: Achievement | None, state: State[Any], day: dt.date | None
    ) -> Progress:
        """Read from the plan's schools whether there is a place.

        Several children may be meant. Where some of them have the place and some have not, and no
        situation says for which goal it stands, nobody knows whether this one is reached.
        """
        concerned = school_places(self, goal_id, state, day)
        places = [entry for entry in concerned if _has_place(entry, day)]
        found = {
            _has_place(entry, day) and (not self.schools or entry.school in self.schools)
            for entry in concerned
        }
        is_named = any(entry.goal == goal_id for entry in concerned)
        return Progress(
            current=_labels(entry.school for entry in places if entry.school is not None),
            target=_one_of(self.schools, Bilingual(de="ein Platz", en="a place")),
            reached=None if not found or (len(found) > 1 and not is_named) else True in found,
        )


def _has_place(situation: SchoolSituation, day: dt.date | None) -> bool:
    start = situation.place_from
    return start is not None and (day is None or start <= day)


def school_places(
    target: SchoolPlaceTarget, goal_id: str, state: State[Any], day: dt.date | None
) -> list[SchoolSituation]:
    """Return the school situations that count for a goal.

    Those that name the goal, or where there are none, those that name no goal at all.
    """
    schools = state.of(SchoolSituation)
    named = [entry for entry in schools if entry.goal == goal_id]
    meant = named or [entry for entry in schools if entry.goal is None]
    return [entry for entry in _counting(meant, day) if entry.concerns is target.concerns]


@model(repr=False)
class IndicatorTarget(Part):
    """Anything else that can be measured.

    Attributes:
        indicator: What is measured.
        unit: In which unit.
        baseline: The value at the beginning.
        current: The value last measured.
        value: The value to reach.
    """

    kind: ClassVar[str] = "indicator"

    indicator: Annotated[ShortText, Label("indicator", "Indikator")]
    unit: Annotated[ShortText | None, Label("unit", "Einheit")] = None
    baseline: Annotated[ShortText | None, Label("baseline", "Ausgangswert")] = None
    current: Annotated[ShortText | None, Label("current value", "aktueller Wert")] = None
    value: Annotated[ShortText, Label("value", "Zielwert")]

    def progress(
        self, goal_id: str, achievement: Achievement | None, state: State[Any], day: dt.date | None
    ) -> Progress:
        """Take what the target says, and whether it is reached from the goal's achievement."""
        return Progress(
            baseline=self._measured(self.baseline),
            current=self._measured(self.current),
            target=self._measured(self.value) or both("–"),
            reached=_JUDGED.get(achievement) if achievement else None,
        )

    def _measured(self, value: str | None) -> Bilingual | None:
        if value is None:
            return None
        return both(f"{value} {self.unit}" if self.unit else value)


_JUDGED = {
    Achievement.ACHIEVED: True,
    Achievement.SUSTAINING: True,
    Achievement.NOT_ACHIEVED: False,
    Achievement.NO_PROGRESS: False,
    Achievement.NOT_ATTAINABLE: False,
}

Target: TypeAlias = (
    LanguageTarget
    | RecognitionTarget
    | EmploymentTarget
    | HousingTarget
    | SchoolPlaceTarget
    | IndicatorTarget
)
"""What makes a goal measurable."""


def with_baseline(target: Target, state: State[Any]) -> Target:
    """Return a target with the baseline that the entries show; as it is where they show none.

    Of several kinds of work or homes at once nobody can say which one is meant.
    """
    match target:
        case LanguageTarget():
            level = known_level(state, target.language, target.skill)
            return target if level is None else evolve(target, baseline=level)
        case EmploymentTarget():
            work = {entry.employment for entry in _counting(state.of(WorkSituation), None)}
            return evolve(target, baseline=work.pop()) if len(work) == 1 else target
        case HousingTarget():
            homes = {entry.housing for entry in _counting(state.of(HousingSituation), None)}
            return evolve(target, baseline=homes.pop()) if len(homes) == 1 else target
        case _:
            return target
