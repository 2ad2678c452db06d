"""What type checkers must infer for users of the library. Read by mypy and pyright, never run."""

import datetime as dt
from fractions import Fraction
from typing import assert_type

import integrationsplan as ip
from integrationsplan.allocation import Award
from integrationsplan.history import (
    DeletionReceipt,
    Difference,
    Marking,
    Merge,
    State,
    Verification,
    merge,
)
from integrationsplan.plan import (
    CEFR,
    PURPOSES,
    AccessExport,
    Body,
    Disclosure,
    Goal,
    GoalField,
    PlanEntry,
    PlanView,
    Release,
    Target,
    access_export,
    release,
)
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
assert_type(goal.target, Target | None)
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
    assert_type(plan.subject, str | None)
    assert_type(plan.body, Body | None)
    assert_type(plan.head, str)
    assert_type(plan.verify(head=plan.head), Verification)
    assert_type(plan.current.marks("g1"), frozenset[Marking])
    assert_type(ip.to_json(plan), str)
    assert_type(ip.from_json(ip.to_json(plan), ip.IntegrationPlan), ip.IntegrationPlan)


def change_plan(plan: ip.IntegrationPlan, author: ip.Author, now: dt.datetime) -> None:
    """Change a plan in every way: each gives a plan again."""
    assert_type(
        plan.revise(author=author, recorded_at=now, effective_on=day, put=[goal]),
        ip.IntegrationPlan,
    )
    plan.revise(
        author=author,
        recorded_at=now,
        effective_on=day,
        put=["g1"],  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    )
    assert_type(
        plan.mark(["g1"], Marking.RESTRICTED, author=author, recorded_at=now, effective_on=day),
        ip.IntegrationPlan,
    )
    assert_type(
        plan.erase(["g1"], author=author, recorded_at=now, effective_on=day, legal_basis="law"),
        ip.IntegrationPlan,
    )
    assert_type(
        plan.transfer(to=Body(name="Gotha"), author=author, recorded_at=now, effective_on=day),
        ip.IntegrationPlan,
    )
    merged = merge(plan, plan)
    assert_type(merged, Merge[PlanEntry])
    assert_type(merged.put, tuple[PlanEntry, ...])


def pass_on(plan: ip.IntegrationPlan) -> None:
    """Show a plan to others."""
    released = release(plan, PURPOSES["job-centre"], recipient="Jobcenter", day=day)
    assert_type(released, Release)
    assert_type(released.view, PlanView)
    assert_type(released.view.document, ip.IntegrationPlan)
    assert_type(released.record("d1"), Disclosure)
    assert_type(ip.from_json(ip.to_json(released.view), PlanView), PlanView)
    assert_type(access_export(plan, day=day), AccessExport)
    assert_type(ip.from_json("", AccessExport), AccessExport)
    assert_type(ip.from_json("", DeletionReceipt), DeletionReceipt)
