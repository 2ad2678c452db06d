"""Nodes that gather what lies below: total, count and share."""

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

import attrs

from integrationsplan._model import model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._arithmetic import divide
from integrationsplan.allocation._columns import ALL, Column, Frame
from integrationsplan.allocation._facets import Facet, Scope, gathered
from integrationsplan.allocation._marks import merged
from integrationsplan.allocation._nodes import Node, Operand, Unary
from integrationsplan.allocation._speech import Speaker
from integrationsplan.values import Name, ShortText, format_number
from integrationsplan.values._units import ONE


@model
class Total(Unary):
    """The sum over the records of a lower level, for each record of an upper one.

    Attributes:
        of: What is summed.
        per: The upper level.
    """

    kind: ClassVar[str] = "total"

    per: Name

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        facet = scope.of_sort(self.of, f"{pointer}/of", "quantity")
        if facet is None or not scope.upwards(facet.level, self.per, pointer):
            return None
        gathers = facet.gathers | {self.per}
        return Facet("quantity", self.per, facet.unit, facet.step, gathers, facet.size + 7)

    def evaluate(self, frame: Frame) -> Column:
        return frame.gather(frame.column(self.of), self.per)

    def phrase(self, speaker: Speaker) -> str:
        return f"{speaker.word('total:', 'Summe:')} {speaker.bracketed(self.of)}"


@model
class Count(Node):
    """The number of records of a lower level, for each record of an upper one.

    Attributes:
        of: The lower level.
        per: The upper level.
        when: Count only records for which this holds.
        unit: Unit of the number.
    """

    kind: ClassVar[str] = "count"

    of: Name
    per: Name
    when: Operand | None = None
    unit: ShortText

    def operands(self) -> Iterator[tuple[str, Operand]]:
        yield "/of", self.of
        if self.when is not None:
            yield "/when", self.when

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        unit = scope.unit(self.unit, f"{pointer}/unit")
        if self.of not in scope.levels:
            known = ", ".join(scope.levels)
            scope.report(kinds.UNKNOWN_LEVEL, f"{pointer}/of", name=repr(self.of), levels=known)
            return None
        scope.used.add(self.of)
        when = None
        if self.when is not None:
            when = scope.of_sort(self.when, f"{pointer}/when", "truth")
            if when is None:
                return None
            if when.level != self.of and not scope.is_above(when.level, self.of):
                place = f"{pointer}/when"
                scope.report(kinds.WRONG_LEVEL, place, found=when.level, allowed=self.of)
                return None
        if not scope.upwards(self.of, self.per, pointer) or unit is None:
            return None
        gathers = (when.gathers if when else frozenset()) | {self.per}
        return Facet("quantity", self.per, unit, Fraction(1), gathers)

    def evaluate(self, frame: Frame) -> Column:
        if self.when is None:
            return frame.gather(Column(self.of, [1] * frame.count(self.of)), self.per)
        truths = frame.align([frame.column(self.when)], self.of)
        ones = truths.column([int(truth) for truth in truths.columns[0]])
        return frame.gather(ones, self.per)

    def phrase(self, speaker: Speaker) -> str:
        said = f"{speaker.word('count:', 'Anzahl:')} {speaker.level(self.of)}"
        if self.when is None:
            return said
        return f"{said} {speaker.word('where', 'mit')} {speaker.bracketed(self.when)}"


@model
class Share(Node):
    """A part divided by the whole.

    Attributes:
        of: The part.
        whole: A stated whole; lets a rule run for a few recipients alone.
        per: Without ``whole``: the level whose records are the wholes.
    """

    kind: ClassVar[str] = "share"

    of: Operand
    whole: Operand | None = None
    per: Name | None = None

    def operands(self) -> Iterator[tuple[str, Operand]]:
        yield "/of", self.of
        if self.whole is not None:
            yield "/whole", self.whole

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        part = scope.of_sort(self.of, f"{pointer}/of", "quantity")
        if self.whole is None:
            per = self.per or ALL
            if part is None or not scope.upwards(part.level, per, pointer):
                return None
            gathers, size = part.gathers | {per}, 2 * part.size
            return Facet("quantity", part.level, ONE, None, gathers, size)
        whole = scope.of_sort(self.whole, f"{pointer}/whole", "quantity")
        if part is None or whole is None or not scope.like_units([part, whole], pointer):
            return None
        scope.may_divide(self.whole, f"{pointer}/whole")
        if not scope.is_above(whole.level, part.level):
            place = f"{pointer}/whole"
            scope.report(kinds.NOT_UPWARDS, place, per=whole.level, level=part.level)
            return None
        gathers, size = gathered([part, whole]), part.size + whole.size
        return Facet("quantity", part.level, ONE, None, gathers, size)

    def evaluate(self, frame: Frame) -> Column:
        part = frame.column(self.of)
        if self.whole is None:
            return divide(frame, part, frame.gather(part, self.per or ALL), self)
        whole = frame.column(self.whole)
        sums = frame.gather(part, whole.level)
        faults = {
            index: kinds.ABOVE_WHOLE.at(
                frame.pointer(self),
                parts=format_number(sums.number(index), "en"),
                whole=format_number(whole.number(index), "en"),
            )
            for index in range(len(whole.values))
            if sums.number(index) > whole.number(index) and index not in whole.faults
        }
        whole = attrs.evolve(whole, faults=merged([m for m in (whole.faults, faults) if m]))
        return divide(frame, part, whole, self)

    def phrase(self, speaker: Speaker) -> str:
        # Said as a division: German prepositions would ask for cases that labels do not have.
        part = speaker.bracketed(self.of)
        if self.whole is None:
            return speaker.word(f"{part} divided by the total", f"{part} geteilt durch die Summe")
        whole = speaker.bracketed(self.whole)
        return speaker.word(f"{part} divided by {whole}", f"{part} geteilt durch {whole}")
