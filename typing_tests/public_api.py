"""What type checkers must infer for users of the library. Read by mypy and pyright, never run."""

import datetime as dt
from fractions import Fraction
from typing import assert_type

import integrationsplan as ip
from integrationsplan.allocation import Award
from integrationsplan.history import Difference, State
from integrationsplan.plan import CEFR, Goal, GoalField, PlanEntry
from integrationsplan.serialization import RecipientsFile
from integrationsplan.values import Money, Quantity

day = dt.date(2018, 1, 15)
programme = ip.catalogue.load("de-bw-integrationsmanagement-2017")
assert_type(programme, ip.Programme)

allocation = ip.allocate(programme, [{"key": "Weinheim", "persons": 352}], day=day)
assert_type(allocation, ip.Allocation)
assert_type(allocation["Weinheim"], Award)
assert_type(allocation["Weinheim"].amount, Quantity)
assert_type(allocation["Weinheim"].amount.value, Fraction)
assert_type(allocation["Weinheim"].explain("de"), str)
assert_type(allocation.residue, Quantity | None)
assert_type(ip.recipients_from_csv(b"", programme), RecipientsFile)

assert_type(Money.of("1.00") + Money.of("2.00"), Money)
assert_type(Money.of("1.00") * 2, Money)
Money.of("1.00") * 1.5  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]

goal = Goal(id="g1", field=GoalField.LANGUAGE, title="German B1")
assert_type(goal.due_on, dt.date | None)
assert_type(ip.evolve(goal, title="German B2"), Goal)
goal.title = "changed"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
Goal(id="g1", title="German B1")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Goal("g1", GoalField.WORK, "x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
assert_type(CEFR.A2 < CEFR.B1, bool)


def use_plan(plan: ip.IntegrationPlan) -> None:
    """Ask a plan for everything that it has types for."""
    assert_type(plan.current, State[PlanEntry])
    assert_type(plan.current.of(Goal), tuple[Goal, ...])
    assert_type(plan.diff(1), tuple[Difference[PlanEntry], ...])
    assert_type(plan.latest, ip.Revision[PlanEntry])
    assert_type(
        ip.review(plan, day, ip.ReviewRules(revise_within_months=6)), tuple[ip.Finding, ...]
    )
    assert_type(ip.to_json(plan), str)
    assert_type(ip.from_json(ip.to_json(plan), ip.IntegrationPlan), ip.IntegrationPlan)
