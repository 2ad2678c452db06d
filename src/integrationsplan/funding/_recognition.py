"""What of the cost is recognised: what may be funded, within the plan and within earmarks.

A line of the plan may be exceeded so far as the law says, if others save it.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from integrationsplan._model import evolve
from integrationsplan.findings import Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding._application import CostLine
from integrationsplan.funding._codes import CostCategory, EarmarkSense
from integrationsplan.funding._events import GrantEarmark
from integrationsplan.funding._parts import EligibleCost
from integrationsplan.funding._programme import FundingProgramme
from integrationsplan.funding._terms import Term
from integrationsplan.values import Money, Rounding

__all__ = ["Recognition", "eligible_costs", "recognise"]

ZERO = Money(0)


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

    @property
    def unrecognised(self) -> Money:
        """What the recipient bears alone."""
        return self.spent - self.total

    def cut(self, costs: Iterable[CostLine]) -> tuple[CostLine, ...]:
        """Return costs with no more on each line than is recognised of it, the first ones first."""
        left = dict(self.lines)
        kept = []
        for cost in costs:
            amount = min(cost.amount, left.get(cost.line_id, ZERO))
            left[cost.line_id] = left.get(cost.line_id, ZERO) - amount
            kept.append(evolve(cost, amount=amount))
        return tuple(kept)


def eligible_costs(
    programme: FundingProgramme, costs: Iterable[CostLine], day: dt.date
) -> tuple[tuple[CostLine, ...], tuple[Finding, ...]]:
    """Return the costs that a programme may fund on a day, and a finding for each of the others.

    What the sources say nothing of may be funded, and so may a category of which they exclude only
    a part.
    """
    rules: dict[CostCategory, list[EligibleCost]] = defaultdict(list)
    for rule in programme.costs:
        if rule.period is None or day in rule.period:
            rules[rule.category].append(rule)
    kept, findings = [], []
    for cost in costs:
        found_rules = rules[cost.category]
        if not found_rules or any(rule.is_eligible for rule in found_rules):
            kept.append(cost)
            continue
        source = programme.source(found_rules[0])
        findings.append(found.COST_NOT_ELIGIBLE.at(cost.id, source, category=cost.category))
    return tuple(kept), tuple(findings)


def recognise(
    plan: Iterable[CostLine],
    costs: Iterable[CostLine],
    deviation: Term | None,
    earmarks: Iterable[GrantEarmark] = (),
    *,
    source: str | None = None,
    rounding: Rounding = Rounding.DOWN,
) -> Recognition:
    """Recognise the cost line by line against the finance plan.

    A line may be exceeded by so much of its plan as the law says, and only if other lines save as
    much: in all, no more than the plan is recognised, and what is beyond it is taken from the lines
    that exceed theirs, in their order. Where no source says how far a line may be exceeded, only
    the sum counts. What is beyond an earmark of at most so much is not recognised either.

    Source: ANBest-P no. 1.2 (20 % of a line, balanced by savings in others).

    Args:
        plan: The finance plan; without lines, the whole cost is recognised.
        costs: What it really cost.
        deviation: How far a line may be exceeded, as a part of one.
        earmarks: Limits on the use of the grant.
        source: The notice that plan and earmarks stand in, for the findings.
        rounding: How the most of a line is rounded to cents; by default parts of a cent are
            dropped.
    """
    spent: dict[str, Money] = {}
    for cost in costs:
        spent[cost.line_id] = spent.get(cost.line_id, ZERO) + cost.amount
    planned = {line.id: line.amount for line in plan}
    recognised, findings = dict(spent), list[Finding]()
    if planned:
        findings += _within_lines(recognised, planned, deviation, source, rounding)
    # What is beyond an earmark does not use up the plan.
    findings += _within_earmarks(recognised, earmarks, source)
    if planned:
        findings += _within_plan(recognised, planned, source)
    return Recognition(
        lines=recognised,
        planned=Money.total(planned.values()),
        spent=Money.total(spent.values()),
        total=Money.total(recognised.values()),
        findings=tuple(findings),
    )


def _within_lines(
    recognised: dict[str, Money],
    planned: Mapping[str, Money],
    deviation: Term | None,
    plan_source: str | None,
    rounding: Rounding,
) -> Iterator[Finding]:
    source = plan_source if deviation is None else deviation.source
    for line, amount in recognised.items():
        most = planned.get(line)
        if most is None:
            recognised[line] = ZERO
            yield found.LINE_NOT_PLANNED.at(line, plan_source or source, spent=amount)
            continue
        if deviation is None:
            continue
        allowed = most.times(1 + deviation.number, rounding=rounding)
        if amount > allowed:
            recognised[line] = allowed
            yield found.LINE_EXCEEDED.at(
                line,
                source,
                planned=most,
                percent=deviation.number * Fraction(100),
                spent=amount,
                recognised=allowed,
            )


def _within_plan(
    recognised: dict[str, Money], planned: Mapping[str, Money], source: str | None
) -> Iterator[Finding]:
    whole, total = Money.total(planned.values()), Money.total(recognised.values())
    if total <= whole:
        return
    yield found.PLAN_EXCEEDED.at(None, source, spent=total, planned=whole)
    exceeding = [line for line in recognised if recognised[line] > planned.get(line, ZERO)]
    for line in exceeding:
        beyond = min(recognised[line] - planned.get(line, ZERO), total - whole)
        recognised[line] -= beyond
        total -= beyond


def _within_earmarks(
    recognised: dict[str, Money], earmarks: Iterable[GrantEarmark], source: str | None
) -> Iterator[Finding]:
    for earmark in earmarks:
        lines: Sequence[str] = [line for line in earmark.lines if line in recognised]
        spent = Money.total(recognised[line] for line in lines)
        is_floor = earmark.sense is EarmarkSense.AT_LEAST
        if spent >= earmark.amount if is_floor else spent <= earmark.amount:
            continue
        yield found.EARMARK_MISSED.at(
            earmark.id,
            source,
            earmark=earmark.title,
            spent=spent,
            sense=earmark.sense,
            amount=earmark.amount,
        )
        beyond = ZERO if is_floor else spent - earmark.amount
        for line in reversed(lines):
            less = min(beyond, recognised[line])
            recognised[line] -= less
            beyond -= less
