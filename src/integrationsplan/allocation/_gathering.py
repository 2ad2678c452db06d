"""Nodes that gather what lies below: total, count and share."""

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

import attrs

from integrationsplan._model import model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._arithmetic import divide
from integrationsplan.allocation._columns import ALL, RECIPIENT, Column, Frame
from integrationsplan.allocation._facets import Facet, Scope, gathered
from integrationsplan.allocation._marks import merged
from integrationsplan.allocation._nodes import Node, Operand, Unary
from integrationsplan.allocation._speech import Speaker
from integrationsplan.allocation._witness import Witness, read_number, read_value, told
from integrationsplan.values import Name, Quantity, ShortText, format_number
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

    def local(self) -> Iterator[tuple[str, Operand]]:
        return iter(())

    def witness(self, frame: Frame, index: int) -> Witness:
        return _witness_of_sum(frame, frame.column(self.of), self.per, index)

    def recall(self, frame: Frame, witness: Witness) -> Column:
        return _recalled_sum(witness)

    def phrase(self, speaker: Speaker) -> str:
        over = speaker.over(self.of, self.per)
        return f"{speaker.word('total', 'Summe')}{over}: {speaker.plain().bracketed(self.of)}"


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
        return frame.gather(self._ones(frame), self.per)

    def _ones(self, frame: Frame) -> Column:
        """Return 1 for each record that counts, 0 for the others."""
        if self.when is None:
            return Column(self.of, [1] * frame.count(self.of))
        truths = frame.align([frame.column(self.when)], self.of)
        return truths.column([int(truth) for truth in truths.columns[0]])

    def local(self) -> Iterator[tuple[str, Operand]]:
        return iter(())

    def witness(self, frame: Frame, index: int) -> Witness:
        return _witness_of_sum(frame, self._ones(frame), self.per, index)

    def recall(self, frame: Frame, witness: Witness) -> Column:
        return _recalled_sum(witness)

    def phrase(self, speaker: Speaker) -> str:
        said = f"{speaker.word('count:', 'Anzahl:')} {speaker.level(self.of)}"
        if self.when is None:
            return said
        when = speaker.plain().bracketed(self.when)
        return f"{said} {speaker.word('where', 'mit')} {when}"


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
            total = frame.gather(part, self.per or ALL)
            frame.remarks[id(self)] = total
            return divide(frame, part, total, self)
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

    def witness(self, frame: Frame, index: int) -> Witness | None:
        if self.whole is not None:
            return None
        part, per = frame.column(self.of), self.per or ALL
        whole = frame.gather(part, per)
        return told({"whole": whole.number(frame.ancestors(part.level, per)[index])})

    def recall(self, frame: Frame, witness: Witness) -> Column:
        whole = read_value(witness.values["whole"], "1")
        return divide(frame, frame.column(self.of), whole, self)

    def phrase(self, speaker: Speaker) -> str:
        # Said as a division: German prepositions would ask for cases that labels do not have.
        part = speaker.bracketed(self.of)
        if self.whole is None:
            said = speaker.word(f"{part} divided by the total", f"{part} geteilt durch die Summe")
            said += speaker.over(self.of, self.per or ALL)
            total = speaker.remark(self)
            if not isinstance(total, Fraction):
                return said
            return f"{said} ({Quantity(total, speaker.unit(self.of)).format(speaker.language)})"
        whole = speaker.bracketed(self.whole)
        return speaker.word(f"{part} divided by {whole}", f"{part} geteilt durch {whole}")


def _witness_of_sum(frame: Frame, parts: Column, per: str, index: int) -> Witness:
    """Tell a record the parts below it; of what lies above recipients, their sum alone.

    The figures of other recipients are not a recipient's business.
    """
    total = frame.gather(parts, per).number(index)
    if per != RECIPIENT and not frame.lies_below(per, RECIPIENT):
        return told({"total": total})
    keys = frame.records[parts.level].keys
    below = {keys[i]: parts.number(i) for i in frame.groups(parts.level, per)[index]}
    return told({"total": total}, below)


def _recalled_sum(witness: Witness) -> Column:
    total = read_number(witness.values["total"])
    if witness.parts:
        parts = sum((read_number(part) for part in witness.parts.values()), Fraction(0))
        if parts != total:
            raise ValueError(witness.place)
    return Column(ALL, [total.numerator], total.denominator)
