"""Goals and the measures that serve them."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, ClassVar, Self

from annotated_types import Len

from integrationsplan._model import Label, evolve, model
from integrationsplan.history import DataGroup, Entry, Reference, Revision, State
from integrationsplan.plan._codes import (
    REASON_REQUIRED,
    TRANSITIONS,
    Achievement,
    GoalField,
    Lifecycle,
    Priority,
)
from integrationsplan.plan._counselling_codes import Actor, MeasureStatus, Party, RegularService
from integrationsplan.plan._fields import GoalRefs, labels
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._problems import (
    FORBIDDEN_TRANSITION,
    GOAL_DEPENDS_ON_ITSELF,
    REASON_MISSING,
)
from integrationsplan.plan._targets import Progress, RecognitionTarget, Target
from integrationsplan.problems import Problem
from integrationsplan.values import (
    Identifier,
    Language,
    LeiKaKey,
    LongText,
    Period,
    ShortText,
)

__all__ = ["Goal", "Measure", "Referral", "Responsible", "progress"]

GROUP_OF_FIELD: Mapping[GoalField, PlanGroup] = {
    GoalField.LANGUAGE: PlanGroup.LANGUAGE,
    GoalField.WORK: PlanGroup.WORK,
    GoalField.RECOGNITION: PlanGroup.RECOGNITION,
    GoalField.HOUSING: PlanGroup.HOUSING,
    GoalField.EDUCATION: PlanGroup.EDUCATION,
    GoalField.HEALTH: PlanGroup.HEALTH,
    GoalField.VOLUNTEERING: PlanGroup.PARTICIPATION,
    GoalField.FAMILY: PlanGroup.FAMILY,
    GoalField.AUTHORITIES: PlanGroup.PARTICIPATION,
    GoalField.OTHER: PlanGroup.PARTICIPATION,
}


@model(repr=False)
class Goal(Entry):
    """What the person wants to reach.

    Attributes:
        field: The field that it belongs to.
        title: The goal in one line.
        description: More about it.
        target: What makes it measurable.
        due_on: When it is to be reached.
        lifecycle: Where it stands; only the steps of `TRANSITIONS` are possible.
        achievement: How far it is reached; a second axis.
        priority: How urgent it is.
        wished_by: Whose wish it is.
        depends_on: Ids of the goals that come before it.
        shared_id: What the goal is called in all plans of a household that share it.
    """

    kind: ClassVar[str] = "goal"
    label: ClassVar[Label] = Label("goal", "Ziel")
    group: ClassVar[DataGroup] = PlanGroup.PARTICIPATION
    possible_groups: ClassVar[tuple[DataGroup, ...]] = tuple(dict.fromkeys(GROUP_OF_FIELD.values()))

    field: Annotated[GoalField, Label("field", "Handlungsfeld")]
    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    description: Annotated[LongText | None, Label("description", "Beschreibung")] = None
    target: Annotated[Target | None, Label("target", "Zielwert")] = None
    due_on: Annotated[dt.date | None, Label("due on", "fällig am")] = None
    lifecycle: Annotated[Lifecycle, Label("life cycle", "Stand")] = Lifecycle.PROPOSED
    achievement: Annotated[Achievement | None, Label("achievement", "Zielerreichung")] = None
    priority: Annotated[Priority | None, Label("priority", "Dringlichkeit")] = None
    wished_by: Annotated[
        Annotated[tuple[Party, ...], Len(0, 3)], Label("wished by", "gewünscht von")
    ] = ()
    depends_on: Annotated[GoalRefs, Label("depends on", "hängt ab von")] = ()
    shared_id: Annotated[Identifier | None, Label("shared id", "gemeinsame Kennung")] = None

    def _violations(self) -> Sequence[Problem]:
        if self.id not in self.depends_on:
            return ()
        return [GOAL_DEPENDS_ON_ITSELF.at(f"/depends_on/{self.depends_on.index(self.id)}")]

    def summary(self, language: Language) -> str:
        """Say field, title and stand."""
        field = self.field.in_language(language)
        return f"{field}: {self.title} ({self.lifecycle.in_language(language)})"

    def groups_in(self, state: State[Any]) -> frozenset[DataGroup]:
        """Return the group of its field: a goal about health tells something of health."""
        return frozenset({GROUP_OF_FIELD[self.field]})

    def references(self) -> tuple[Reference, ...]:
        """Return the entries that it refers to, the procedure of its target among them."""
        found = super().references()
        if isinstance(self.target, RecognitionTarget) and self.target.procedure is not None:
            kinds = ("recognition-procedure",)
            found = (*found, Reference("target", self.target.procedure, kinds))
        return found

    def renamed(self, ids: Mapping[str, str]) -> Self:
        """Return the goal with other ids, that of its target's procedure among them."""
        goal = super().renamed(ids)
        if isinstance(goal.target, RecognitionTarget) and goal.target.procedure is not None:
            procedure = ids.get(goal.target.procedure, goal.target.procedure)
            return evolve(goal, target=evolve(goal.target, procedure=procedure))
        return goal

    def succession(self, before: Entry, revision: Revision[Any]) -> Iterable[Problem]:
        """Return what is wrong with a step: not in `TRANSITIONS`, or without its reason."""
        if not isinstance(before, Goal) or before.lifecycle is self.lifecycle:
            return ()
        step = (before.lifecycle, self.lifecycle)
        allowed = TRANSITIONS[before.lifecycle]
        if self.lifecycle not in allowed:
            problem = FORBIDDEN_TRANSITION.at(
                "/lifecycle",
                before=labels([before.lifecycle]),
                after=labels([self.lifecycle]),
                allowed=labels(state for state in Lifecycle if state in allowed),
            )
            return [problem]
        if step in REASON_REQUIRED and not revision.has_reason:
            return [REASON_MISSING.at("/lifecycle", before=labels([before.lifecycle]))]
        return ()


def progress(goal: Goal, state: State[Any], day: dt.date | None = None) -> Progress | None:
    """Return where the person stands on the way to a goal, as the entries of a plan show it.

    Args:
        goal: The goal.
        state: The plan's entries, such as ``plan.current``.
        day: Count the circumstances of this day; by default those without an end, whenever they
            begin. Whoever wants to know for today gives today.

    Returns:
        Baseline, current value and target; nothing for a goal without a target.

    Example:
        >>> from integrationsplan.history import State
        >>> from integrationsplan.plan import CEFR, LanguageProficiency, LanguageTarget
        >>> from integrationsplan.values import FrozenMap
        >>> target = LanguageTarget(level=CEFR.B1, baseline=CEFR.A1)
        >>> goal = Goal(id="g1", field=GoalField.LANGUAGE, title="Deutsch B1", target=target)
        >>> german = LanguageProficiency(id="l1", language="de", overall=CEFR.A2)
        >>> found = progress(goal, State(FrozenMap({"g1": goal, "l1": german})))
        >>> found.format(), found.reached
        ('A1 → A2 → B1', False)
    """
    if goal.target is None:
        return None
    return goal.target.progress(goal.id, goal.achievement, state, day)


@model
class Responsible:
    """Who does a measure: a role or a body, not a private person's name.

    Attributes:
        party: Which party.
        name: Name of the body.
    """

    party: Annotated[Actor, Label("party", "wer")]
    name: Annotated[ShortText | None, Label("name", "Name")] = None


@model
class Referral:
    """Where the person is referred to: an offer of the municipality, or a regular service.

    Attributes:
        offer: Id of the offer in the municipality's overview of offers.
        service: The regular service.
        name: Its name on the spot.
        leika: Key of the service in the catalogue of administrative services (LeiKa).
    """

    offer: Annotated[Identifier | None, Label("offer", "Angebot")] = None
    service: Annotated[RegularService | None, Label("regular service", "Regeldienst")] = None
    name: Annotated[ShortText | None, Label("name", "Name")] = None
    leika: Annotated[LeiKaKey | None, Label("LeiKa key", "LeiKa-Schlüssel")] = None


@model(repr=False)
class Measure(Entry):
    """Who does what until when, for which goals.

    Attributes:
        title: What is done.
        field: The field that it belongs to, where that is not said by its goals.
        goals: Ids of the goals that it serves.
        responsible: Who does it.
        period: From when to when.
        due_on: By when it is to be done.
        status: Where it stands.
        referral: The offer or regular service that the person is referred to.
        result: What came of it.
    """

    kind: ClassVar[str] = "measure"
    label: ClassVar[Label] = Label("measure", "Maßnahme")
    group: ClassVar[DataGroup] = PlanGroup.PARTICIPATION
    possible_groups: ClassVar[tuple[DataGroup, ...]] = Goal.possible_groups

    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    field: Annotated[GoalField | None, Label("field", "Handlungsfeld")] = None
    goals: Annotated[GoalRefs, Label("goals", "Ziele")] = ()
    responsible: Annotated[Responsible | None, Label("responsible", "zuständig")] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    due_on: Annotated[dt.date | None, Label("due on", "fällig am")] = None
    status: Annotated[MeasureStatus, Label("status", "Stand")] = MeasureStatus.PLANNED
    referral: Annotated[Referral | None, Label("referral", "Verweis an")] = None
    result: Annotated[LongText | None, Label("result", "Ergebnis")] = None

    def summary(self, language: Language) -> str:
        """Say title and stand."""
        return f"{self.title} ({self.status.in_language(language)})"

    def groups_in(self, state: State[Any]) -> frozenset[DataGroup]:
        """Return the groups of its field and of the goals that it serves.

        A goal that is not in the state may be about anything: it counts as one about health.
        """
        found: set[DataGroup] = set()
        if self.field is not None:
            found.add(GROUP_OF_FIELD[self.field])
        for goal_id in self.goals:
            goal = state.get(goal_id)
            found |= goal.groups_in(state) if isinstance(goal, Goal) else {PlanGroup.HEALTH}
        return frozenset(found or {self.group})
