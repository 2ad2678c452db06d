"""Budgets: lines of money whose parts add up, also where one of them is only what is left."""

from collections.abc import Iterable, Iterator, Mapping

from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._parts import BudgetLine, sum_in_bounds, told
from integrationsplan.problems import Problem
from integrationsplan.values import Money

__all__ = ["budget_problems", "known_amounts"]


def known_amounts(lines: Iterable[BudgetLine]) -> Mapping[str, Money]:
    """Return the amounts of budget lines, with those that follow from the others.

    One part without amount is what the others leave of the whole; a whole without amount is the sum
    of its parts, if all are known.
    """
    lines = tuple(lines)
    found = {line.id: line.amount for line in lines if line.amount is not None}
    parts: dict[str, list[str]] = {}
    for line in lines:
        if line.part_of is not None:
            parts.setdefault(line.part_of, []).append(line.id)
    for _ in lines:  # each round finds at least one amount, or none is to be found
        before = len(found)
        for whole, names in parts.items():
            missing = [name for name in names if name not in found]
            known = Money.total(found[name] for name in names if name in found)
            if not missing and whole not in found:
                found[whole] = known
            elif len(missing) == 1 and whole in found:
                found[missing[0]] = found[whole] - known
        if len(found) == before:
            break
    return found


def budget_problems(lines: tuple[BudgetLine, ...]) -> Iterator[Problem]:
    """Yield what is wrong with the lines of a budget taken together."""
    by_id = {line.id: line for line in lines}
    places = {line.id: index for index, line in enumerate(lines)}
    sound = True
    for index, line in enumerate(lines):
        if line.part_of is not None and line.part_of not in by_id:
            yield kinds.UNKNOWN_LINE.at(f"/budget/{index}/part_of")
            sound = False
        elif _is_in_circle(line, by_id):
            yield kinds.LINES_IN_CIRCLE.at(f"/budget/{index}/part_of")
            sound = False
    too_large = list(sum_in_bounds("/budget", [line.amount for line in lines if line.amount]))
    yield from too_large
    if not sound or too_large or len(by_id) != len(lines):
        return
    amounts = known_amounts(lines)
    for whole, total in amounts.items():
        parts = [line.id for line in lines if line.part_of == whole]
        known = [amounts[part] for part in parts if part in amounts]
        added = Money.total(known)
        is_complete = len(known) == len(parts)
        if parts and (added != total if is_complete else added.minor > total.minor):
            yield kinds.LINES_DO_NOT_ADD_UP.at(
                f"/budget/{places[whole]}", found=told(added), allowed=told(total)
            )
    for name, amount in amounts.items():
        if by_id[name].amount is None and amount.minor < 0:
            yield kinds.NOT_MONEY.at(f"/budget/{places[name]}")


def _is_in_circle(line: BudgetLine, by_id: Mapping[str, BudgetLine]) -> bool:
    seen = {line.id}
    above = line.part_of
    while above is not None and above in by_id:
        if above in seen:
            return True
        seen.add(above)
        above = by_id[above].part_of
    return False
