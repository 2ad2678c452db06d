"""Households: several persons, each with a plan of their own, and goals that they share.

A plan stays one person's. Plans are linked by the id of a household in their family situations,
and a goal is shared where goals of several plans have the same ``shared_id``.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

import attrs
from annotated_types import Len

from integrationsplan._language import Language, Wording
from integrationsplan._model import FrozenMap, evolve, model
from integrationsplan.findings import Finding, Named
from integrationsplan.plan import _review_kinds as kinds
from integrationsplan.plan._goals import Goal
from integrationsplan.plan._plan import IntegrationPlan
from integrationsplan.plan._problems import NOT_OF_HOUSEHOLD, PLAN_TWICE
from integrationsplan.plan._situations import FamilySituation
from integrationsplan.plan._targets import (
    EmploymentTarget,
    HousingTarget,
    IndicatorTarget,
    LanguageTarget,
)
from integrationsplan.problems import Problem
from integrationsplan.values import Identifier

__all__ = ["Household", "SharedGoal"]

_LANGUAGES: tuple[Language, ...] = ("en", "de")


@attrs.frozen(repr=False)
class SharedGoal:
    """A goal that several plans pursue together.

    Attributes:
        shared_id: What the goals have in common.
        goals: The goal as each plan has it, by the plan's id.
    """

    shared_id: str
    goals: FrozenMap[str, Goal]

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields in which the plans differ: field, title, target, day, life cycle, achievement.

        Where each person began, and stands, is their own: only what is to be reached is compared.
        """
        goals = [_without_standing(goal) for goal in self.goals.values()]
        return tuple(
            name
            for name in ("field", "title", "target", "due_on", "lifecycle", "achievement")
            if any(getattr(goal, name) != getattr(goals[0], name) for goal in goals[1:])
        )

    def __repr__(self) -> str:
        return f"<SharedGoal {self.shared_id}: {_counted(len(self.goals))}>"


def _without_standing(goal: Goal) -> Goal:
    match goal.target:
        case LanguageTarget() | EmploymentTarget() | HousingTarget():
            return evolve(goal, target=evolve(goal.target, baseline=None))
        case IndicatorTarget():
            return evolve(goal, target=evolve(goal.target, baseline=None, current=None))
        case _:
            return goal


def _counted(plans: int) -> str:
    return f"{plans} {'plan' if plans == 1 else 'plans'}"


@model(repr=False)
class Household:
    """The plans of persons who live together. Never stored as a whole: each plan is its own.

    Attributes:
        id: Identity of the household, as the family situations name it.
        plans: The plans, each naming the household.
    """

    id: Identifier
    plans: Annotated[tuple[IntegrationPlan, ...], Len(1, 100)]

    def _violations(self) -> Iterator[Problem]:
        seen: set[str] = set()
        for index, plan in enumerate(self.plans):
            if plan.id in seen:
                yield PLAN_TWICE.at(f"/plans/{index}")
            seen.add(plan.id)
            situations = plan.current.of(FamilySituation)
            if all(situation.household != self.id for situation in situations):
                yield NOT_OF_HOUSEHOLD.at(f"/plans/{index}")

    def shared_goals(self, day: dt.date | None = None) -> tuple[SharedGoal, ...]:
        """Return the goals that at least two of the plans share.

        Args:
            day: As they stand on a day; by default by all that is recorded.

        Of several goals of one plan with the same shared id the last counts; `review` finds them.
        """
        found: dict[str, dict[str, Goal]] = {}
        for plan in self.plans:
            state = plan.current if day is None else plan.at(day)
            for goal in state.of(Goal):
                if goal.shared_id is not None:
                    found.setdefault(goal.shared_id, {})[plan.id] = goal
        return tuple(
            SharedGoal(shared_id, FrozenMap(goals))
            for shared_id, goals in found.items()
            if len(goals) > 1
        )

    def review(self, day: dt.date) -> tuple[Finding, ...]:
        """Return what is wrong with shared goals.

        A finding for each on which the plans differ, and for each that a plan has more than once.
        """
        return (
            *(
                kinds.SHARED_GOAL_DIFFERS.at(shared.shared_id, fields=_named(shared))
                for shared in self.shared_goals(day)
                if shared.differing
            ),
            *self._twice(day),
        )

    def _twice(self, day: dt.date) -> Iterator[Finding]:
        for plan in self.plans:
            found: dict[str, list[str]] = {}
            for goal in plan.at(day).of(Goal):
                if goal.shared_id is not None:
                    found.setdefault(goal.shared_id, []).append(goal.id)
            for shared_id, ids in found.items():
                if len(ids) > 1:
                    yield kinds.SHARED_GOAL_TWICE.at(shared_id, plan=plan.id, goals=ids)

    def __repr__(self) -> str:
        return f"<Household {self.id}: {_counted(len(self.plans))}>"


def _named(shared: SharedGoal) -> Named:
    goal = next(iter(shared.goals.values()))
    en, de = (
        ", ".join(goal.field_label(name, language) for name in shared.differing)
        for language in _LANGUAGES
    )
    return Named(", ".join(shared.differing), Wording(en, de))
