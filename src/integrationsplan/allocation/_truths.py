"""Nodes that decide: compare, one_of, all_of, any_of, not."""

import operator
from collections.abc import Callable, Iterator
from typing import Annotated, Any, ClassVar, Literal

import attrs
from annotated_types import Len

from integrationsplan._language import Wording, either
from integrationsplan._model import model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import Column, Frame
from integrationsplan.allocation._facets import Facet, Scope, gathered
from integrationsplan.allocation._nodes import Nary, Node, Operand, Unary
from integrationsplan.allocation._speech import Speaker
from integrationsplan.values import Code

Comparison = Literal["at_least", "at_most", "above", "below", "equal"]

_OPERATORS: dict[Comparison, tuple[Callable[[Any, Any], bool], str, str]] = {
    "at_least": (operator.ge, "is at least", "ist mindestens"),
    "at_most": (operator.le, "is at most", "ist höchstens"),
    "above": (operator.gt, "is above", "liegt über"),
    "below": (operator.lt, "is below", "liegt unter"),
    "equal": (operator.eq, "equals", "ist gleich"),
}


@model
class Compare(Node):
    """A comparison of two quantities of one unit, or of two dates.

    Attributes:
        left: The left side.
        op: ``at_least``, ``at_most``, ``above``, ``below`` or ``equal``.
        right: The right side.
    """

    kind: ClassVar[str] = "compare"

    left: Operand
    op: Comparison
    right: Operand

    def operands(self) -> Iterator[tuple[str, Operand]]:
        yield "/left", self.left
        yield "/right", self.right

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        left = scope.facet(self.left, f"{pointer}/left")
        if left is not None and left.sort not in ("quantity", "date"):
            found = kinds.SORTS[left.sort]
            allowed = either([kinds.SORTS["quantity"], kinds.SORTS["date"]])
            scope.report(kinds.WRONG_SORT, f"{pointer}/left", found=found, allowed=allowed)
            left = None
        sort = left.sort if left is not None else "quantity"
        right = scope.of_sort(self.right, f"{pointer}/right", sort)
        if left is None or right is None:
            return None
        level = scope.join([left, right], pointer)
        if not scope.like_units([left, right], pointer) or level is None:
            return None
        return Facet("truth", level, gathers=gathered([left, right]))

    def evaluate(self, frame: Frame) -> Column:
        holds = _OPERATORS[self.op][0]
        operands = frame.aligned((self.left, self.right))
        return operands.column([holds(left, right) for left, right in operands.rows()], 1)

    def phrase(self, speaker: Speaker) -> str:
        word = speaker.word(*_OPERATORS[self.op][1:])
        return f"{speaker.bracketed(self.left)} {word} {speaker.bracketed(self.right)}"


@model
class OneOf(Unary):
    """Whether a code is in a list."""

    kind: ClassVar[str] = "one_of"

    values: Annotated[tuple[Code, ...], Len(1, 10_000)]

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        facet = scope.of_sort(self.of, f"{pointer}/of", "code")
        return None if facet is None else Facet("truth", facet.level, gathers=facet.gathers)

    def evaluate(self, frame: Frame) -> Column:
        column = frame.column(self.of)
        allowed = frozenset(self.values)
        return attrs.evolve(column, values=[value in allowed for value in column.values])

    def phrase(self, speaker: Speaker) -> str:
        listed = ", ".join(self.values[:5]) + ("…" if len(self.values) > 5 else "")
        return f"{speaker.bracketed(self.of)} {speaker.word('is one of', 'ist eines von')} {listed}"


@model
class Junction(Nary):
    """Several conditions taken together; one that decides alone makes the others irrelevant."""

    decides: ClassVar[bool]
    words: ClassVar[Wording]

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        facets = scope.all_of(self.of, f"{pointer}/of", "truth")
        level = scope.join(facets, pointer) if facets else None
        if facets is None or level is None:
            return None
        return Facet("truth", level, gathers=gathered(facets))

    def evaluate(self, frame: Frame) -> Column:
        operands = frame.aligned(self.of)
        truths = [
            self.decides if self.decides in row else not self.decides for row in operands.rows()
        ]
        if not operands.faults:
            return operands.column(truths)
        # Whether a town is small enough need not be known where it is not eligible anyway.
        columns = [frame.column(operand) for operand in self.of]
        faults = [frame.spread_marks(c.faults, c.level, operands.level) for c in columns]
        decided = {
            index
            for values, own in zip(operands.columns, faults, strict=True)
            for index, value in enumerate(values)
            if value == self.decides and index not in own
        }
        for index in operands.faults.keys() & decided:
            truths[index] = self.decides
        left = {index: mark for index, mark in operands.faults.items() if index not in decided}
        return attrs.evolve(operands.column(truths), faults=left)

    def phrase(self, speaker: Speaker) -> str:
        return speaker.listed(self.of, self.words.in_language(speaker.language))


@model
class AllOf(Junction):
    """Whether all of several conditions hold."""

    kind: ClassVar[str] = "all_of"
    decides: ClassVar[bool] = False
    words: ClassVar[Wording] = Wording(" and ", " und ")


@model
class AnyOf(Junction):
    """Whether one of several conditions holds."""

    kind: ClassVar[str] = "any_of"
    decides: ClassVar[bool] = True
    words: ClassVar[Wording] = Wording(" or ", " oder ")


@model
class Not(Unary):
    """Whether a condition does not hold."""

    kind: ClassVar[str] = "not"

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        return scope.of_sort(self.of, f"{pointer}/of", "truth")

    def evaluate(self, frame: Frame) -> Column:
        column = frame.column(self.of)
        return attrs.evolve(column, values=[not value for value in column.values])

    def phrase(self, speaker: Speaker) -> str:
        return f"{speaker.word('not', 'nicht')} {speaker.bracketed(self.of)}"
