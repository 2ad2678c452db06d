"""Households: several persons, each with a plan of their own, and goals that they share.

A plan stays one person's. Plans are linked by the id of a household in their family situations,
and a goal is shared where goals of several plans have the same ``shared_id``.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

import attrs
from annotated_types import Len

from integrationsplan._model import FrozenMap, model
from integrationsplan.findings import Finding, Severity
from integrationsplan.plan._goals import Goal
from integrationsplan.plan._plan import IntegrationPlan
from integrationsplan.plan._problems import NOT_OF_HOUSEHOLD, PLAN_TWICE
from integrationsplan.plan._situations import FamilySituation
from integrationsplan.problems import Problem
from integrationsplan.values import Bilingual, Identifier

__all__ = ["Household", "SharedGoal"]


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
        """The fields in which the plans differ: field, title, target, day, life cycle."""
        goals = list(self.goals.values())
        return tuple(
            name
            for name in ("field", "title", "target", "due_on", "lifecycle", "achievement")
            if any(getattr(goal, name) != getattr(goals[0], name) for goal in goals[1:])
        )

    def __repr__(self) -> str:
        return f"<SharedGoal {self.shared_id}: {len(self.goals)} plans>"


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
        """Return a finding for each shared goal on which the plans differ."""
        return tuple(
            Finding(
                code="shared_goal_differs",
                severity=Severity.WARNING,
                subject=shared.shared_id,
                text=Bilingual(
                    de="Die Pläne des Haushalts führen das gemeinsame Ziel verschieden.",
                    en="The plans of the household differ on the shared goal.",
                ),
                values=FrozenMap({"fields": ", ".join(shared.differing)}),
            )
            for shared in self.shared_goals(day)
            if shared.differing
        )

    def __repr__(self) -> str:
        return f"<Household {self.id}: {len(self.plans)} plans>"
