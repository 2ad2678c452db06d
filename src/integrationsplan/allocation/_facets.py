"""What is known of an expression before anything is computed: its unit, level and rounding step.

A facet travels up the tree of nodes. Where an operand is already wrong its facet is unknown
(`None`), and nothing is said about what depends on it: one mistake gives one problem.
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import ALL
from integrationsplan.errors import InvalidValueError
from integrationsplan.parameters import Parameter
from integrationsplan.problems import Param, Problem, ProblemKind, at_pointer
from integrationsplan.values import Unit
from integrationsplan.values._units import ONE

if TYPE_CHECKING:
    from integrationsplan.allocation._choosing import Because
    from integrationsplan.allocation._nodes import Node

Sort: TypeAlias = Literal["quantity", "date", "code", "truth"]


BUILT_IN = frozenset({"day", "period_start", "period_end", "award"})
"""Names that every document has."""

DIGITS_OF_A_NUMBER = 36
"""Digits of a figure or parameter: 18 before and 18 after the point."""

MOST_DIGITS = 4_000
"""Beyond this a rule is refused: exact numbers that are multiplied again and again have no end, and
Python writes no number of more than 4,300 digits."""


@attrs.frozen
class Facet:
    """What is known of an expression.

    Attributes:
        sort: Number, date, code or truth.
        unit: Unit of a number.
        level: Level that it lies on.
        step: What each of its numbers is a multiple of; nothing if it may be any fraction.
        gathers: Levels over whose records it sums or divides.
        size: Most digits that a numerator or denominator can have.
    """

    sort: Sort
    level: str
    unit: Unit = ONE
    step: Fraction | None = None
    gathers: frozenset[str] = frozenset()
    size: int = DIGITS_OF_A_NUMBER


def common_step(steps: Iterable[Fraction | None]) -> Fraction | None:
    """Return the largest number of which all steps are multiples."""
    result = Fraction(0)
    for step in steps:
        if step is None:
            return None
        scale = math.lcm(result.denominator, step.denominator)
        result = Fraction(
            math.gcd(
                result.numerator * (scale // result.denominator),
                step.numerator * (scale // step.denominator),
            ),
            scale,
        )
    return result


def is_multiple(step: Fraction | None, smallest: Fraction) -> bool:
    """Tell whether amounts of one step are always multiples of another."""
    return step is not None and (step / smallest).denominator == 1


@attrs.define(eq=False)
class Scope:
    """The names of a document and what is known of them; collects the problems.

    Attributes:
        levels: Parent by level, without `ALL`.
        parameters: The parameters by name.
        facets: What is known of each name.
        nodes: What is known of each inline node, by identity.
        pointers: Where each node stands, by identity.
        used: Names that something uses.
        sentences: Sentences about records of a level, to be checked when all names are known.
        problems: What was found so far.
    """

    levels: Mapping[str, str]
    parameters: Mapping[str, Parameter]
    facets: dict[str, Facet | None] = attrs.field(factory=dict)
    nodes: dict[int, Facet | None] = attrs.field(factory=dict)
    pointers: dict[int, str] = attrs.field(factory=dict)
    used: set[str] = attrs.field(factory=set)
    sentences: "list[tuple[Because, str, str]]" = attrs.field(factory=list)
    problems: list[Problem] = attrs.field(factory=list)

    def report(self, kind: ProblemKind, pointer: str, **params: Param) -> None:
        """Add a problem."""
        self.problems.append(kind.at(pointer, **params))

    def facet(self, operand: "str | Node", pointer: str) -> Facet | None:
        """Return what is known of a name or a node; report it if it is wrong."""
        if isinstance(operand, str):
            self.used.add(operand)
            if operand not in self.facets:
                self.report_unknown(operand, pointer)
                return None
            parameter = self.parameters.get(operand)
            if parameter is not None and not parameter.values[0].is_single:
                self.report(kinds.NEEDS_LOOK_UP, pointer, name=repr(operand))
                return None
            return self.facets[operand]
        if id(operand) not in self.nodes:
            self.infer(operand, pointer)
        return self.nodes[id(operand)]

    def infer(self, node: "Node", pointer: str) -> Facet | None:
        """Find out what is known of a node, once; numbers without end are refused here."""
        # Inner nodes first: then no node finds anything unknown below it, and a caller that is deep
        # in calls of its own is not driven deeper by a deep document.
        stack, found = [(node, pointer)], list[tuple["Node", str]]()
        while stack:
            current, place = stack.pop()
            if id(current) in self.nodes:
                continue
            found.append((current, place))
            stack += [
                (inner, place + below)
                for below, inner in current.operands()
                if not isinstance(inner, str)
            ]
        for current, place in reversed(found):
            if id(current) not in self.nodes:
                self.nodes[id(current)] = self._infer_one(current, place)
        return self.nodes[id(node)]

    def _infer_one(self, node: "Node", pointer: str) -> Facet | None:
        self.pointers[id(node)] = pointer
        facet = node.infer(self, pointer)
        if facet is not None and facet.size > MOST_DIGITS:
            self.report(kinds.NUMBERS_TOO_LONG, pointer, most=MOST_DIGITS)
            return None
        return facet

    def report_unknown(self, name: str, pointer: str) -> None:
        """Report a name that nothing declares, with those that resemble it."""
        from difflib import get_close_matches  # noqa: PLC0415  # only a mistake pays for the import

        names = [known for known in self.facets if known not in BUILT_IN][:1000]
        close = get_close_matches(name[:64], names, n=3)
        hint = f" ({', '.join(close)}?)" if close else ""
        self.report(kinds.UNKNOWN_NAME, pointer, name=repr(name[:64]), close=hint)

    def all_of(
        self, operands: "Sequence[str | Node]", pointer: str, sort: Sort = "quantity"
    ) -> list[Facet] | None:
        """Return the facets of operands that must all be of one sort."""
        found = [
            self.of_sort(operand, f"{pointer}/{index}", sort)
            for index, operand in enumerate(operands)
        ]
        known = [facet for facet in found if facet is not None]
        return known if len(known) == len(found) else None

    def of_sort(self, operand: "str | Node", pointer: str, sort: Sort) -> Facet | None:
        """Return the facet of an operand that must be of a sort."""
        facet = self.facet(operand, pointer)
        if facet is not None and facet.sort != sort:
            found, allowed = kinds.SORTS[facet.sort], kinds.SORTS[sort]
            self.report(kinds.WRONG_SORT, pointer, found=found, allowed=allowed)
            return None
        return facet

    def like_units(self, facets: Sequence[Facet], pointer: str) -> bool:
        """Tell whether all units are one; report it if not."""
        units = list(dict.fromkeys(str(facet.unit) for facet in facets))
        if len(units) > 1:
            self.report(kinds.UNLIKE_UNITS, pointer, units=", ".join(units))
        return len(units) <= 1

    def may_divide(self, operand: "str | Node", pointer: str) -> None:
        """Report a divisor of which it is known that it is, or on some day was, zero."""
        zero = getattr(operand, "value", None) == "0" and getattr(operand, "kind", "") == "number"
        name = operand if isinstance(operand, str) else getattr(operand, "parameter", "")
        parameter = self.parameters.get(name)
        if parameter is not None and self.facets.get(name) is not None:
            rows = [row for row in parameter.values if row.form == "value"]
            zero = parameter.sort == "quantity" and any(0 in row.numbers for row in rows)
        if zero:
            self.report(kinds.DIVISION_BY_ZERO, pointer)

    def unit(self, text: str, pointer: str) -> Unit | None:
        """Read a unit; report it if it is unknown."""
        try:
            return Unit.parse(text)
        except InvalidValueError as error:
            self.problems += [at_pointer(problem, pointer) for problem in error.problems]
            return None

    def join(self, facets: Iterable[Facet], pointer: str) -> str | None:
        """Return the deepest level of facets on one line of levels; report it if not one line."""
        levels = sorted({facet.level for facet in facets}, key=self.depth)
        for upper, lower in itertools.pairwise(levels):
            if not self.is_above(upper, lower):
                self.report(kinds.DIFFERENT_BRANCHES, pointer, levels=f"{upper}, {lower}")
                return None
        return levels[-1] if levels else ALL

    def upwards(self, level: str, per: str, pointer: str) -> bool:
        """Tell whether ``per`` is a level above ``level``; report it if not."""
        if per != ALL and per not in self.levels:
            known = ", ".join([ALL, *self.levels])
            self.report(kinds.UNKNOWN_LEVEL, f"{pointer}/per", name=repr(per[:64]), levels=known)
            return False
        if not self.is_above(per, level):
            self.report(kinds.NOT_UPWARDS, f"{pointer}/per", per=per, level=level)
            return False
        return True

    def lineage(self, level: str) -> Iterator[str]:
        """Yield the levels above, from the nearest to `ALL`."""
        while level != ALL:
            level = self.levels.get(level, ALL)
            yield level

    def is_above(self, upper: str, lower: str) -> bool:
        """Tell whether a level lies above another."""
        return upper in self.lineage(lower)

    def depth(self, level: str) -> int:
        """Return how many levels lie above."""
        return sum(1 for _ in self.lineage(level))


def gathered(facets: Iterable[Facet]) -> frozenset[str]:
    """Return the levels over which any of the facets gathers."""
    return frozenset().union(*(facet.gathers for facet in facets))


def size_of_sum(facets: Sequence[Facet]) -> int:
    """Return the most digits of a sum: denominators multiply unless all have a step."""
    sizes = [facet.size for facet in facets]
    return max(sizes) + 4 if all(facet.step is not None for facet in facets) else sum(sizes)
