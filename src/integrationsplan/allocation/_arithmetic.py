"""Nodes that calculate: number, sum, difference, product, quotient, least, greatest, round.

Everything is exact until `Round`.
"""

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, ClassVar

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import ALL, Column, Frame
from integrationsplan.allocation._facets import Facet, Scope, common_step, gathered, size_of_sum
from integrationsplan.allocation._marks import merged
from integrationsplan.allocation._nodes import Nary, Node, Operand, Operands, Unary, several
from integrationsplan.allocation._speech import SHORT, Speaker
from integrationsplan.values import (
    DecimalText,
    NumberText,
    Rounding,
    ShortText,
    Unit,
    format_number,
    parse_number,
    round_ratio,
)


@model
class Number(Node):
    """A structural constant: 0 or 1. What a law sets is a parameter.

    Attributes:
        value: ``"0"`` or ``"1"``.
        unit: Its unit.
    """

    kind: ClassVar[str] = "number"

    value: NumberText
    unit: ShortText = "1"

    def operands(self) -> Iterator[tuple[str, Operand]]:
        return iter(())

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        number = parse_number(self.value)
        if number not in (0, 1):
            scope.report(kinds.LITERAL_OF_THE_LAW, f"{pointer}/value")
        unit = scope.unit(self.unit, f"{pointer}/unit")
        return None if unit is None else Facet("quantity", ALL, unit, abs(number))

    def evaluate(self, frame: Frame) -> Column:
        number = parse_number(self.value)
        return Column(ALL, [number.numerator], number.denominator)

    def phrase(self, speaker: Speaker) -> str:
        unit = Unit.parse(self.unit).format(speaker.language, one=self.value == "1")
        return f"{self.value} {unit}".rstrip()


@model
class Sum(Nary):
    """The sum of operands of one unit."""

    kind: ClassVar[str] = "sum"

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        return infer_like(scope, self.of, pointer)

    def evaluate(self, frame: Frame) -> Column:
        operands = frame.aligned(self.of)
        return operands.column([sum(row) for row in operands.rows()])

    def phrase(self, speaker: Speaker) -> str:
        return speaker.listed(self.of, speaker.word(" plus ", " + "))


@model
class Difference(Node):
    """An operand less others of the same unit; may become negative."""

    kind: ClassVar[str] = "difference"

    of: Operand
    less: Operands

    def operands(self) -> Iterator[tuple[str, Operand]]:
        yield "/of", self.of
        yield from several("less", self.less)

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        first = scope.of_sort(self.of, f"{pointer}/of", "quantity")
        others = scope.all_of(self.less, f"{pointer}/less")
        if first is None or others is None:
            return None
        return join_like(scope, [first, *others], pointer)

    def evaluate(self, frame: Frame) -> Column:
        operands = frame.aligned((self.of, *self.less))
        return operands.column([2 * row[0] - sum(row) for row in operands.rows()])

    def phrase(self, speaker: Speaker) -> str:
        less = speaker.listed(self.less, speaker.word(" and ", " und "))
        return f"{speaker.bracketed(self.of)} {speaker.word('less', 'abzüglich')} {less}"


@model
class Product(Nary):
    """The product of operands; units are multiplied."""

    kind: ClassVar[str] = "product"

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        facets = scope.all_of(self.of, f"{pointer}/of")
        level = scope.join(facets, pointer) if facets else None
        if facets is None or level is None:
            return None
        unit, step = Unit(), Fraction(1)
        stepped = True
        for facet in facets:
            unit *= facet.unit
            stepped = stepped and facet.step is not None
            step *= facet.step or 0
        size = sum(facet.size for facet in facets)
        return Facet("quantity", level, unit, step if stepped else None, gathered(facets), size)

    def evaluate(self, frame: Frame) -> Column:
        columns = [frame.column(operand) for operand in self.of]
        level = frame.deepest(columns)
        factor = math.prod(column.values[0] for column in columns if column.level == ALL)
        scale = math.prod(column.scale for column in columns)
        marks = frame.marks_of(columns, level)
        others = [frame.spread(column, level) for column in columns if column.level != ALL]
        if not others:
            return Column(ALL, [factor], scale, *marks)
        if len(others) == 1:
            return Column(level, [factor * value for value in others[0]], scale, *marks)
        rows = zip(*others, strict=True)
        return Column(level, [factor * math.prod(row) for row in rows], scale, *marks)

    def phrase(self, speaker: Speaker) -> str:
        return speaker.listed(self.of, " × ")


@model
class Quotient(Node):
    """An operand divided by another; units are divided."""

    kind: ClassVar[str] = "quotient"

    of: Operand
    by: Operand

    def operands(self) -> Iterator[tuple[str, Operand]]:
        yield "/of", self.of
        yield "/by", self.by

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        part = scope.of_sort(self.of, f"{pointer}/of", "quantity")
        divisor = scope.of_sort(self.by, f"{pointer}/by", "quantity")
        if part is None or divisor is None:
            return None
        scope.may_divide(self.by, f"{pointer}/by")
        level = scope.join([part, divisor], pointer)
        if level is None:
            return None
        unit, size = part.unit / divisor.unit, part.size + divisor.size
        return Facet("quantity", level, unit, None, gathered([part, divisor]), size)

    def evaluate(self, frame: Frame) -> Column:
        return divide(frame, frame.column(self.of), frame.column(self.by), self)

    def phrase(self, speaker: Speaker) -> str:
        by = speaker.bracketed(self.by)
        return f"{speaker.bracketed(self.of)} {speaker.word('divided by', 'geteilt durch')} {by}"


@model
class Extreme(Nary):
    """The least or the greatest of operands of one unit, or of dates."""

    pick: ClassVar[Callable[..., Any]]
    words: ClassVar[Wording]
    words_of_dates: ClassVar[Wording]

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        return infer_like(scope, self.of, pointer, dates=True)

    def evaluate(self, frame: Frame) -> Column:
        operands = frame.aligned(self.of)
        return operands.column([type(self).pick(row) for row in operands.rows()])

    def phrase(self, speaker: Speaker) -> str:
        listed = speaker.listed(self.of, speaker.word(" and ", " und "))
        words = self.words_of_dates if speaker.sort(self) == "date" else self.words
        said = f"{words.in_language(speaker.language)} {listed}"
        for operand in self.of:
            if speaker.equal(self, operand):
                what = speaker.plain().operand(operand)
                if len(what) > SHORT:
                    break
                return f"{said}, {speaker.word('decisive', 'maßgeblich')}: {what}"
        return said


@model
class Least(Extreme):
    """The least of operands: a cap; also the earliest of dates."""

    kind: ClassVar[str] = "least"
    pick: ClassVar[Callable[..., Any]] = min
    words: ClassVar[Wording] = Wording("the smallest of", "das Kleinste aus")
    words_of_dates: ClassVar[Wording] = Wording("the earliest of", "das Früheste aus")


@model
class Greatest(Extreme):
    """The greatest of operands: a floor that takes nothing from others; the latest of dates."""

    kind: ClassVar[str] = "greatest"
    pick: ClassVar[Callable[..., Any]] = max
    words: ClassVar[Wording] = Wording("the largest of", "das Größte aus")
    words_of_dates: ClassVar[Wording] = Wording("the latest of", "das Späteste aus")


@model
class Round(Unary):
    """An operand rounded to a multiple of a step, by a named method.

    Attributes:
        of: What is rounded.
        step: In the operand's own unit: ``"1"`` for whole euros, ``"0.01"`` for cents.
        method: The rounding.
    """

    kind: ClassVar[str] = "round"

    step: DecimalText
    method: Rounding

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        facet = scope.of_sort(self.of, f"{pointer}/of", "quantity")
        step = positive_step(scope, self.step, pointer)
        if facet is None or step is None:
            return None
        return attrs.evolve(facet, step=step)

    def evaluate(self, frame: Frame) -> Column:
        column = frame.column(self.of)
        step = parse_number(self.step)
        upper, lower, method = step.denominator, step.numerator * column.scale, self.method
        values = [
            round_ratio(value.numerator * upper, value.denominator * lower, method)
            for value in column.values
        ]
        if step.numerator != 1:
            values = [value * step.numerator for value in values]
        return attrs.evolve(column, values=values, scale=step.denominator)

    def phrase(self, speaker: Speaker) -> str:
        step = parse_number(self.step)
        size = format_number(step, speaker.language)
        words = {
            Rounding.HALF_UP: ("rounded half up to", "kaufmännisch gerundet auf"),
            Rounding.HALF_EVEN: ("rounded half to even to", "zur geraden Ziffer gerundet auf"),
            Rounding.DOWN: ("rounded down to", "abgerundet auf"),
            Rounding.UP: ("rounded up to", "aufgerundet auf"),
        }[self.method]
        unit = speaker.unit(self).format(speaker.language)
        if step == 1:
            to = speaker.word(f"whole {unit or 'numbers'}", f"volle {unit or 'Zahlen'}")
        else:
            to = speaker.word(f"multiples of {size} {unit}", f"Vielfache von {size} {unit}")
            to = to.rstrip()
        return f"{speaker.bracketed(self.of)}, {speaker.word(*words)} {to}"


def positive_step(scope: Scope, text: str, pointer: str) -> Fraction | None:
    """Read a rounding step; report it if it is not above zero."""
    step = parse_number(text)
    if step <= 0:
        scope.report(kinds.STEP_NOT_POSITIVE, f"{pointer}/step")
        return None
    return step


def infer_like(
    scope: Scope, operands: tuple[Operand, ...], pointer: str, *, dates: bool = False
) -> Facet | None:
    """Return the facet of operands that must be alike: one sort, one unit."""
    given = [scope.facet(operand, f"{pointer}/of/{i}") for i, operand in enumerate(operands)]
    # The first whose sort is known says what all are to be: what is wrong itself says nothing.
    sort = next((facet.sort for facet in given if facet is not None), "quantity")
    is_date = dates and sort == "date"
    facets = scope.all_of(operands, f"{pointer}/of", "date" if is_date else "quantity")
    return None if facets is None else join_like(scope, facets, pointer)


def join_like(scope: Scope, facets: list[Facet], pointer: str) -> Facet | None:
    """Join facets of one sort: their units must agree, their levels lie on one line."""
    level = scope.join(facets, pointer)
    if not scope.like_units(facets, pointer) or level is None:
        return None
    step = common_step(facet.step for facet in facets)
    size = size_of_sum(facets)
    return Facet(facets[0].sort, level, facets[0].unit, step, gathered(facets), size)


def divide(frame: Frame, part: Column, divisor: Column, node: Node) -> Column:
    """Divide one column by another; a divisor of zero is a fault of its record."""
    divisor = _without_zeros(frame, divisor, node)
    if divisor.level == ALL:
        number = divisor.number(0)
        factor = number.denominator * (1 if number > 0 else -1)
        values = part.values if factor == 1 else [value * factor for value in part.values]
        marks = frame.marks_of([part, divisor], part.level)
        return Column(part.level, values, part.scale * abs(number.numerator), *marks)
    level = frame.deepest([part, divisor])
    pairs = zip(frame.spread(part, level), frame.spread(divisor, level), strict=True)
    ratio = Fraction(divisor.scale, part.scale)
    values = [Fraction(above) / below * ratio for above, below in pairs]
    return Column(level, values, 1, *frame.marks_of([part, divisor], level))


def _without_zeros(frame: Frame, divisor: Column, node: Node) -> Column:
    """Return a divisor in which 1 stands for zero, with a fault beside it."""
    if all(divisor.values):
        return divisor
    faults = {
        index: kinds.ZERO_DIVISOR.at(
            frame.pointer(node), record=repr(frame.key(divisor.level, index))
        )
        for index, value in enumerate(divisor.values)
        if value == 0 and index not in divisor.faults
    }
    marks = merged([found for found in (divisor.faults, faults) if found])
    return attrs.evolve(divisor, values=[value or 1 for value in divisor.values], faults=marks)
