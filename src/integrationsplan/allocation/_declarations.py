"""What a programme declares: levels and names. A name may stand for one thing only."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import ALL, RECIPIENT
from integrationsplan.allocation._facets import BUILT_IN, Facet, Scope, Sort, common_step
from integrationsplan.allocation._recipients import FigureProblem, FigureReader
from integrationsplan.parameters import Parameter
from integrationsplan.problems import Problem

if TYPE_CHECKING:
    from integrationsplan.allocation._draft import Draft
    from integrationsplan.allocation._programme import Figure, Programme

REST = "rest"
AWARD = "award"
RESERVED = BUILT_IN | {ALL, REST}
OWN_FIELDS = ("key", "name", "parent", "records")
"""What a recipient has beside its figures; no figure can be called so."""

_SORTS: dict[str, Sort] = {"date": "date", "code": "code", "truth": "truth"}


def checked_levels(programme: "Programme | Draft") -> dict[str, str]:
    """Return the levels whose ancestors all lead to `ALL`."""
    levels = programme.levels
    good: dict[str, str] = {}
    for level, parent in levels.items():
        seen, upper = {level}, parent
        while upper != ALL and upper in levels and upper not in seen:
            seen.add(upper)
            upper = levels[upper]
        if upper == ALL and level != ALL:
            good[level] = parent
    return good


def level_problems(programme: "Programme | Draft") -> Iterator[Problem]:
    good = checked_levels(programme)
    known = ", ".join([ALL, *good])
    for level, parent in programme.levels.items():
        if level not in good and level not in RESERVED:
            yield kinds.UNKNOWN_LEVEL.at(f"/levels/{level}", name=repr(parent), levels=known)
        if level in RESERVED:
            reserved = ", ".join(sorted(RESERVED))
            yield kinds.NAME_TAKEN.at(f"/levels/{level}", name=repr(level), reserved=reserved)
    if RECIPIENT not in programme.levels:
        yield kinds.UNKNOWN_LEVEL.at("/levels", name=repr(RECIPIENT), levels=known)


def declare_names(programme: "Programme | Draft", scope: Scope) -> None:
    for level in scope.levels:
        scope.facets[level] = Facet("code", level)
    for name in BUILT_IN - {AWARD}:
        scope.facets[name] = Facet("date", ALL)
    blocks: list[tuple[str, Mapping[str, object]]] = [
        ("figures", programme.figures),
        ("parameters", programme.parameters),
        ("rules", programme.rules),
    ]
    taken = RESERVED | set(programme.levels)
    for block, names in blocks:
        for name in names:
            if name in taken:
                reserved = ", ".join(sorted(RESERVED))
                place = f"/{block}/{name}"
                scope.report(kinds.NAME_TAKEN, place, name=repr(name), reserved=reserved)
        taken |= set(names)
    for name, figure in programme.figures.items():
        if name in OWN_FIELDS:
            place, reserved = f"/figures/{name}", ", ".join(OWN_FIELDS)
            scope.report(kinds.NAME_TAKEN, place, name=repr(name), reserved=reserved)
        scope.facets[name] = _figure_facet(figure, scope, f"/figures/{name}")
    for name, parameter in programme.parameters.items():
        scope.facets[name] = _parameter_facet(parameter, scope, f"/parameters/{name}")
    for name in programme.rules:
        scope.facets.setdefault(name, None)


def _figure_facet(figure: "Figure", scope: Scope, pointer: str) -> Facet | None:
    if figure.level != ALL and figure.level not in scope.levels:
        known = ", ".join([ALL, *scope.levels])
        place = f"{pointer}/level"
        scope.report(kinds.UNKNOWN_LEVEL, place, name=repr(figure.level), levels=known)
        return None
    if figure.unit in _SORTS:
        _check_default(figure, scope, f"{pointer}/default")
        return Facet(_SORTS[figure.unit], figure.level)
    unit = scope.unit(figure.unit, f"{pointer}/unit")
    if unit is None:
        return None
    _check_default(figure, scope, f"{pointer}/default")
    return Facet("quantity", figure.level, unit, unit.smallest_step)


def _check_default(figure: "Figure", scope: Scope, pointer: str) -> None:
    if figure.default is None:
        return
    try:
        FigureReader(figure).read(figure.default)
    except FigureProblem as problem:
        scope.report(problem.kind, pointer, **problem.params)


def _parameter_facet(parameter: Parameter, scope: Scope, pointer: str) -> Facet | None:
    forms = {row.form for row in parameter.values}
    if len(forms) > 1:
        scope.report(kinds.MIXED_FORMS, f"{pointer}/values")
        return None
    if parameter.sums_per is not None and parameter.sums_per not in (ALL, *scope.levels):
        known, place = ", ".join([ALL, *scope.levels]), f"{pointer}/sums_per"
        name = repr(parameter.sums_per)
        scope.report(kinds.UNKNOWN_LEVEL, place, name=name, levels=known)
        return None
    if parameter.sort != "quantity":
        return Facet(parameter.sort, ALL)
    unit = scope.unit(parameter.unit, f"{pointer}/unit")
    if unit is None:
        return None
    numbers = {abs(number) for row in parameter.values for number in row.numbers}
    step = common_step(numbers)
    if step is not None and parameter.unit == "percent":
        step /= 100
    return Facet("quantity", ALL, unit, step)
