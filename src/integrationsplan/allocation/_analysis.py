"""The static check of a programme: everything that can be known before recipients are there.

It walks the document once, in an order in which every rule comes after the rules that it needs, and
collects all problems. The result also tells the evaluation what it needs to know.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import ALL, RECIPIENT
from integrationsplan.allocation._declarations import (
    AWARD,
    REST,
    checked_levels,
    declare_names,
    level_problems,
)
from integrationsplan.allocation._facets import (
    Facet,
    Scope,
    is_multiple,
)
from integrationsplan.allocation._nodes import Operand
from integrationsplan.problems import Problem
from integrationsplan.values import Basis, Unit, format_number

if TYPE_CHECKING:
    from integrationsplan.allocation._choosing import Because
    from integrationsplan.allocation._draft import Draft
    from integrationsplan.allocation._programme import Condition, Programme

DEEPEST = 8
"""Most nodes inside one another: with so many, even the explanation in a statement is a document
that can be read again. Whoever needs more gives a part of the formula a name."""

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]{0,63})\}", re.ASCII)


@attrs.frozen
class Analysis:
    """What is known of a programme.

    Attributes:
        problems: All that is wrong.
        order: The rules, each after those that it needs.
        needs: The rules that each rule needs directly.
        facets: What is known of each name.
        nodes: What is known of each node, by identity.
        pointers: Where each node stands, by identity.
        used: Every name that something uses.
        needs_all_recipients: Whether a rule sums or splits over all recipients.
    """

    problems: tuple[Problem, ...]
    order: tuple[str, ...]
    needs: Mapping[str, frozenset[str]]
    facets: Mapping[str, Facet | None]
    nodes: Mapping[int, Facet | None]
    pointers: Mapping[int, str]
    used: frozenset[str]
    needs_all_recipients: bool


def analyse(programme: "Programme | Draft") -> Analysis:
    """Check a programme as far as that goes without recipients."""
    scope = Scope(checked_levels(programme), programme.parameters)
    scope.problems.extend(level_problems(programme))
    declare_names(programme, scope)
    unreadable = getattr(programme, "unreadable", frozenset[str]())
    scope.facets |= dict.fromkeys(unreadable)
    needs = _needs(programme, scope)
    order, cyclic = _in_order(needs, scope)
    if not any(problem.kind is kinds.TOO_DEEP for problem in scope.problems):
        for name in order:
            _infer_rule(programme, scope, name)
        for name in cyclic:
            scope.facets[name] = None
        _check_conditions(programme, scope)
        _check_result(programme, scope)
        for because, level, pointer in scope.sentences:
            _check_sentence(scope, because, level, pointer)
        if getattr(programme, "is_whole", True):
            _check_unused(programme, scope)
    _check_citations(programme, scope, unreadable)
    problems = tuple(dict.fromkeys(scope.problems))
    needs_all = any(
        level == ALL or scope.is_above(level, RECIPIENT)
        for facet in _deciding(programme, scope)
        for level in facet.gathers
    )
    used = frozenset(scope.used)
    return Analysis(
        problems, order, needs, scope.facets, scope.nodes, scope.pointers, used, needs_all
    )


def _deciding(programme: "Programme | Draft", scope: Scope) -> list[Facet]:
    """Return what is known of all that the awards and their parts are made of."""
    result = programme.result
    operands: list[Operand] = [] if result is None else [result.award, *result.outputs]
    if result is not None and result.financed is not None:
        operands.append(result.financed)
    operands += [c.when for c in programme.conditions if c is not None and c.effect != "notice"]
    for parts in (programme.sources, programme.tranches, programme.earmarks):
        operands += [part.amount for part in parts if part is not None]
    facets = [
        scope.facets.get(operand) if isinstance(operand, str) else scope.nodes.get(id(operand))
        for operand in operands
    ]
    return [facet for facet in facets if facet is not None]


# -- rules -----------------------------------------------------------------------------------------


def _needs(programme: "Programme | Draft", scope: Scope) -> dict[str, frozenset[str]]:
    """Return the rules that each rule needs directly."""
    rules = programme.rules
    return {
        name: frozenset(_names_in(rule.node, scope, f"/rules/{name}")) & rules.keys()
        for name, rule in rules.items()
    }


def _in_order(
    needs: Mapping[str, frozenset[str]], scope: Scope
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sort the rules so that each comes after those it needs; name those in circles."""
    order: list[str] = []
    left = dict(needs)
    while left:
        ready = [name for name, used in left.items() if not used & left.keys()]
        if not ready:
            break
        order += ready
        for name in ready:
            del left[name]
    if left:
        names = ", ".join(left)
        scope.report(kinds.CYCLE, f"/rules/{next(iter(left))}", names=names[:200])
    return tuple(order), tuple(left)


def _names_in(node: Operand, scope: Scope, pointer: str) -> Iterator[str]:
    """Yield the names that an expression uses, without recursion: depth is the enemy here."""
    stack: list[tuple[Operand, str, int]] = [(node, pointer, 1)]
    while stack:
        operand, place, depth = stack.pop()
        if isinstance(operand, str):
            yield operand
        elif depth > DEEPEST:
            scope.report(kinds.TOO_DEEP, place, most=DEEPEST)
        else:
            stack += [(inner, place + below, depth + 1) for below, inner in operand.operands()]


def _infer_rule(programme: "Programme | Draft", scope: Scope, name: str) -> None:
    rule, pointer = programme.rules[name], f"/rules/{name}"
    facet = scope.facets[name] = scope.infer(rule.node, pointer)
    if rule.gives in ("date", "code", "truth"):
        if facet is not None and facet.sort != rule.gives:
            found = str(facet.unit) if facet.sort == "quantity" else facet.sort
            scope.report(kinds.WRONG_UNIT, f"{pointer}/gives", found=found, allowed=rule.gives)
    elif rule.gives is not None:
        declared = scope.unit(rule.gives, f"{pointer}/gives")
        _check_unit(scope, facet, declared, f"{pointer}/gives")


def _check_unit(scope: Scope, facet: Facet | None, declared: Unit | None, pointer: str) -> None:
    if facet is None or declared is None:
        return
    if facet.sort != "quantity" or facet.unit != declared:
        found = str(facet.unit) if facet.sort == "quantity" else facet.sort
        scope.report(kinds.WRONG_UNIT, pointer, found=found, allowed=str(declared))


# -- conditions ------------------------------------------------------------------------------------


def _check_conditions(programme: "Programme | Draft", scope: Scope) -> None:
    seen: set[str] = set()
    for index, condition in enumerate(programme.conditions):
        if condition is None:
            continue
        pointer = f"/conditions/{index}"
        if condition.code in seen:
            scope.report(kinds.REPEATED, f"{pointer}/code", name=repr(condition.code))
        seen.add(condition.code)
        if not _shallow(condition.when, scope, f"{pointer}/when"):
            continue
        facet = scope.of_sort(condition.when, f"{pointer}/when", "truth")
        if facet is None:
            continue
        if condition.effect == "exclude":
            _check_exclusion(scope, facet, f"{pointer}/when")
        elif condition.effect == "zero" and scope.is_above(RECIPIENT, facet.level):
            place = f"{pointer}/when"
            scope.report(kinds.WRONG_LEVEL, place, found=facet.level, allowed=RECIPIENT)
        _check_sentence(scope, condition, facet.level, pointer)


def _check_exclusion(scope: Scope, facet: Facet, pointer: str) -> None:
    if facet.level == ALL:
        scope.report(kinds.WRONG_LEVEL, pointer, found=ALL, allowed=RECIPIENT)
    elif any(scope.is_above(level, facet.level) for level in facet.gathers):
        scope.report(kinds.LOOKS_ACROSS, pointer)


def _check_sentence(scope: Scope, said: "Condition | Because", level: str, pointer: str) -> None:
    for language in ("de", "en"):
        _check_placeholders(scope, getattr(said, language), level, f"{pointer}/{language}")


def _check_placeholders(scope: Scope, text: str, level: str, pointer: str) -> None:
    if "{" in PLACEHOLDER.sub("", text) or "}" in PLACEHOLDER.sub("", text):
        scope.report(kinds.BAD_PLACEHOLDER, pointer)
    for name in PLACEHOLDER.findall(text):
        facet = scope.facet(name, pointer)
        if facet is None or facet.level == level:
            continue
        if not scope.is_above(facet.level, level):
            scope.report(kinds.WRONG_LEVEL, pointer, found=facet.level, allowed=level)


# -- result ----------------------------------------------------------------------------------------


def _check_result(programme: "Programme | Draft", scope: Scope) -> None:
    result = programme.result
    if result is None:
        scope.facets[AWARD] = None
        return
    declared = scope.unit(result.unit, "/result/unit")
    award = _amount(scope, result.award, "/result/award", declared)
    scope.facets[AWARD] = award
    if result.financed is not None:
        _amount(scope, result.financed, "/result/financed", declared)
    if result.pot is not None and _shallow(result.pot, scope, "/result/pot"):
        pot = scope.of_sort(result.pot, "/result/pot", "quantity")
        if pot is not None and pot.level != ALL:
            scope.report(kinds.WRONG_LEVEL, "/result/pot", found=pot.level, allowed=ALL)
        _check_unit(scope, pot, declared, "/result/pot")
    for index, name in enumerate(result.outputs):
        facet = scope.facet(name, f"/result/outputs/{index}")
        if facet is not None and not _concerns_recipients(scope, facet.level):
            place = f"/result/outputs/{index}"
            scope.report(kinds.WRONG_LEVEL, place, found=facet.level, allowed=RECIPIENT)
    blocks: list[tuple[str, Sequence[tuple[str, Operand] | None]]] = [
        ("sources", [None if s is None else (s.id, s.amount) for s in programme.sources]),
        ("tranches", [None if t is None else (t.id, t.amount) for t in programme.tranches]),
    ]
    for block, parts in blocks:
        _check_parts(scope, block, parts, declared)
    _check_names(scope, "result/outputs", list(result.outputs))
    _check_names(scope, "earmarks", [None if e is None else e.id for e in programme.earmarks])
    for index, source in enumerate(programme.sources):
        if source is not None and source.role == "own" and result.financed is None:
            scope.report(kinds.OWN_WITHOUT_FINANCED, f"/sources/{index}/role")
    for index, earmark in enumerate(programme.earmarks):
        if earmark is not None:
            _amount(scope, earmark.amount, f"/earmarks/{index}/amount", declared, rounded=False)


def _check_names(scope: Scope, block: str, names: Sequence[str | None]) -> None:
    """Report what stands twice in a block."""
    for index, name in enumerate(names):
        if name is not None and name in names[:index]:
            place = f"/{block}/{index}" + ("/id" if block == "earmarks" else "")
            scope.report(kinds.REPEATED, place, name=repr(name))


def _concerns_recipients(scope: Scope, level: str) -> bool:
    """Tell whether each record of a level lies above or below some recipient, or is one."""
    return (
        level == RECIPIENT or scope.is_above(level, RECIPIENT) or (scope.is_above(RECIPIENT, level))
    )


def _check_parts(
    scope: Scope, block: str, parts: Sequence[tuple[str, Operand] | None], declared: Unit | None
) -> None:
    seen: set[str] = set()
    for index, part in enumerate(parts):
        if part is None:
            continue
        name, amount = part
        pointer = f"/{block}/{index}"
        if name in seen:
            scope.report(kinds.REPEATED, f"{pointer}/id", name=repr(name))
        seen.add(name)
        if amount == REST:
            if index < len(parts) - 1:
                scope.report(kinds.AFTER_REST, f"/{block}/{index + 1}")
            continue
        _amount(scope, amount, f"{pointer}/amount", declared)


def _amount(
    scope: Scope,
    operand: Operand,
    pointer: str,
    declared: Unit | None,
    *,
    rounded: bool = True,
) -> Facet | None:
    """Check an amount that is paid out: recipient's, in the declared unit, rounded."""
    if not _shallow(operand, scope, pointer):
        return None
    facet = scope.of_sort(operand, pointer, "quantity")
    if facet is None:
        return None
    _check_unit(scope, facet, declared, pointer)
    if facet.level != RECIPIENT and not scope.is_above(facet.level, RECIPIENT):
        scope.report(kinds.WRONG_LEVEL, pointer, found=facet.level, allowed=RECIPIENT)
    smallest = facet.unit.smallest_step
    if rounded and smallest is not None and not is_multiple(facet.step, smallest):
        step, unit = format_number(smallest, "en"), str(facet.unit)
        scope.report(kinds.NOT_ROUNDED, pointer, step=step, unit=unit)
    return facet


def _shallow(operand: Operand, scope: Scope, pointer: str) -> bool:
    """Tell whether an inline expression is shallow enough to be walked; report it if not."""
    before = len(scope.problems)
    for _ in _names_in(operand, scope, pointer):
        pass
    return len(scope.problems) == before


# -- the rest --------------------------------------------------------------------------------------


def _check_unused(programme: "Programme | Draft", scope: Scope) -> None:
    if any(problem.kind in (kinds.UNKNOWN_NAME, kinds.CYCLE) for problem in scope.problems):
        return  # the misspelt name and the unused one are mostly the same mistake
    blocks: list[tuple[str, Mapping[str, object]]] = [
        ("figures", programme.figures),
        ("parameters", programme.parameters),
        ("rules", programme.rules),
    ]
    for block, names in blocks:
        for name in names:
            if name not in scope.used:
                scope.report(kinds.NEVER_USED, f"/{block}/{name}", name=repr(name))


def _check_citations(
    programme: "Programme | Draft", scope: Scope, unreadable: frozenset[str]
) -> None:
    for name, parameter in programme.parameters.items():
        for index, row in enumerate(parameter.values):
            pointer = f"/parameters/{name}/values/{index}"
            if row.basis is Basis.ASSUMED:
                continue  # a what-if of the caller; loaders refuse it in documents
            if row.citation not in programme.citations and row.citation not in unreadable:
                place = f"{pointer}/citation"
                scope.report(kinds.UNKNOWN_CITATION, place, name=repr(row.citation[:64]))
