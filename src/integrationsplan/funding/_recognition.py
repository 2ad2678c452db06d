"""What of the cost is recognised: lines of the plan may be exceeded so far, if others save it."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs

from integrationsplan.findings import Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding._application import CostLine
from integrationsplan.funding._terms import Term
from integrationsplan.values import Money, Rounding

__all__ = ["Recognition", "recognise"]


@attrs.frozen
class Recognition:
    """What of the cost is recognised.

    Attributes:
        lines: Recognised amounts by the id of the line; they add up to the total.
        planned: The sum of the plan.
        spent: The sum of the cost.
        total: What is recognised in all: no more than the plan.
        findings: What is not recognised, and why.
    """

    lines: Mapping[str, Money]
    planned: Money
    spent: Money
    total: Money
    findings: tuple[Finding, ...]


def recognise(
    plan: Iterable[CostLine], costs: Iterable[CostLine], deviation: Term | None
) -> Recognition:
    """Recognise the cost line by line against the finance plan.

    A line may be exceeded by so much of its plan as the law says, and only if other lines save as
    much: in all, no more than the plan is recognised, and what is beyond it is taken from the lines
    that exceed theirs, in their order. Where no source says how far a line may be exceeded, only
    the sum counts.

    Source: ANBest-P no. 1.2 (20 % of a line, balanced by savings in others).

    Args:
        plan: The finance plan; without lines, the whole cost is recognised.
        costs: What it really cost.
        deviation: How far a line may be exceeded, as a part of one.
    """
    planned = {line.id: line.amount for line in plan}
    spent: dict[str, Money] = {}
    for cost in costs:
        spent[cost.id] = spent.get(cost.id, Money(0)) + cost.amount
    total_spent = Money.total(spent.values())
    if not planned:
        return Recognition(spent, Money(0), total_spent, total_spent, ())

    findings: list[Finding] = []
    recognised: dict[str, Money] = {}
    for line, amount in spent.items():
        most = planned.get(line)
        if most is None:
            source = None if deviation is None else deviation.source
            findings.append(found.LINE_NOT_PLANNED.at(line, source, spent=amount))
            recognised[line] = Money(0)
            continue
        recognised[line] = amount
        if deviation is None:
            continue
        allowed = most.times(1 + deviation.number, rounding=Rounding.DOWN)
        if amount > allowed:
            recognised[line] = allowed
            findings.append(
                found.LINE_EXCEEDED.at(
                    line,
                    deviation.source,
                    planned=most,
                    percent=deviation.number * Fraction(100),
                    spent=amount,
                    recognised=allowed,
                )
            )
    whole, total = Money.total(planned.values()), Money.total(recognised.values())
    if total > whole:
        findings.append(found.PLAN_EXCEEDED.at(None, None, spent=total, planned=whole))
        for line, amount in recognised.items():
            beyond = max(amount - planned.get(line, amount), Money(0))
            recognised[line] -= min(beyond, total - whole)
            total -= min(beyond, total - whole)
    return Recognition(recognised, whole, total_spent, total, tuple(findings))
