"""Nodes that decide: compare, one_of, all_of, any_of, not."""

import operator
from collections.abc import Callable, Iterator
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Len

from integrationsplan._language import either
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
        level, _, (left, right) = frame.aligned((self.left, self.right))
        return Column(level, list(map(holds, left, right)))

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
        return Column(column.level, [value in allowed for value in column.values])

    def phrase(self, speaker: Speaker) -> str:
        listed = ", ".join(self.values[:5]) + ("…" if len(self.values) > 5 else "")
        return f"{speaker.bracketed(self.of)} {speaker.word('is one of', 'ist eines von')} {listed}"


@model
class AllOf(Nary):
    """Whether all of several conditions hold."""

    kind: ClassVar[str] = "all_of"

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        return _infer_truths(scope, self.of, pointer)

    def evaluate(self, frame: Frame) -> Column:
        level, _, spread = frame.aligned(self.of)
        return Column(level, [all(row) for row in zip(*spread, strict=True)])

    def phrase(self, speaker: Speaker) -> str:
        return speaker.listed(self.of, speaker.word(" and ", " und "))


@model
class AnyOf(Nary):
    """Whether one of several conditions holds."""

    kind: ClassVar[str] = "any_of"

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        return _infer_truths(scope, self.of, pointer)

    def evaluate(self, frame: Frame) -> Column:
        level, _, spread = frame.aligned(self.of)
        return Column(level, [any(row) for row in zip(*spread, strict=True)])

    def phrase(self, speaker: Speaker) -> str:
        return speaker.listed(self.of, speaker.word(" or ", " oder "))


@model
class Not(Unary):
    """Whether a condition does not hold."""

    kind: ClassVar[str] = "not"

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        return scope.of_sort(self.of, f"{pointer}/of", "truth")

    def evaluate(self, frame: Frame) -> Column:
        column = frame.column(self.of)
        return Column(column.level, [not value for value in column.values])

    def phrase(self, speaker: Speaker) -> str:
        return f"{speaker.word('not', 'nicht')} {speaker.bracketed(self.of)}"


def _infer_truths(scope: Scope, operands: tuple[Operand, ...], pointer: str) -> Facet | None:
    facets = scope.all_of(operands, f"{pointer}/of", "truth")
    level = scope.join(facets, pointer) if facets else None
    if facets is None or level is None:
        return None
    return Facet("truth", level, gathers=gathered(facets))
