"""Nodes that cross levels: total, count, share and split."""

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar, Literal

from integrationsplan._model import model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._arithmetic import divide, positive_step
from integrationsplan.allocation._columns import ALL, Column, Frame
from integrationsplan.allocation._facets import Facet, Scope, gathered, is_multiple
from integrationsplan.allocation._nodes import Node, Operand, Unary
from integrationsplan.allocation._speech import Speaker
from integrationsplan.allocation._splitting import Tie, largest_remainder
from integrationsplan.errors import AllocationError
from integrationsplan.values import DecimalText, Name, ShortText, format_number, parse_number
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
            ones: Column = Column(self.of, [1] * frame.count(self.of))
        else:
            truths = frame.spread(frame.column(self.when), self.of)
            ones = Column(self.of, [int(truth) for truth in truths])
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
        for index in range(len(whole.values)):
            if sums.number(index) > whole.number(index):
                problem = kinds.ABOVE_WHOLE.at(
                    frame.pointers.get(id(self), ""),
                    parts=format_number(sums.number(index), "en"),
                    whole=format_number(whole.number(index), "en"),
                )
                raise AllocationError(kinds.ALLOCATION, [problem])
        return divide(frame, part, whole, self)

    def phrase(self, speaker: Speaker) -> str:
        # Said as a division: German prepositions would ask for cases that labels do not have.
        part = speaker.bracketed(self.of)
        if self.whole is None:
            return speaker.word(f"{part} divided by the total", f"{part} geteilt durch die Summe")
        whole = speaker.bracketed(self.whole)
        return speaker.word(f"{part} divided by {whole}", f"{part} geteilt durch {whole}")


@model
class Split(Node):
    """A pot given out completely among the records of a lower level, in multiples of a step.

    Attributes:
        pot: What is given out, for each record of its level.
        by: The weights.
        among: Without ``by``: the level whose records get equal parts.
        step: Smallest part, in the pot's unit.
        method: ``largest_remainder``.
        ties: What breaks a tie: the smaller ``key``. A broken tie is reported.
    """

    kind: ClassVar[str] = "split"

    pot: Operand
    by: Operand | None = None
    among: Name | None = None
    step: DecimalText
    method: Literal["largest_remainder"]
    ties: Literal["key"] = "key"

    def operands(self) -> Iterator[tuple[str, Operand]]:
        yield "/pot", self.pot
        if self.by is not None:
            yield "/by", self.by

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        pot = scope.of_sort(self.pot, f"{pointer}/pot", "quantity")
        step = positive_step(scope, self.step, pointer)
        weights = self._infer_weights(scope, pointer)
        if pot is None or weights is None or step is None:
            return None
        if not scope.is_above(pot.level, weights.level):
            place = f"{pointer}/pot"
            scope.report(kinds.NOT_UPWARDS, place, per=pot.level, level=weights.level)
            return None
        if not is_multiple(pot.step, step):
            place = f"{pointer}/pot"
            scope.report(kinds.NOT_ROUNDED, place, step=self.step, unit=str(pot.unit))
            return None
        gathers = gathered([pot, weights]) | {pot.level}
        return Facet("quantity", weights.level, pot.unit, step, gathers, pot.size)

    def _infer_weights(self, scope: Scope, pointer: str) -> Facet | None:
        if self.by is not None and self.among is None:
            return scope.of_sort(self.by, f"{pointer}/by", "quantity")
        if self.among is None or self.by is not None:
            scope.report(kinds.BY_OR_AMONG, pointer)
            return None
        if self.among not in scope.levels:
            known = ", ".join(scope.levels)
            place = f"{pointer}/among"
            scope.report(kinds.UNKNOWN_LEVEL, place, name=repr(self.among), levels=known)
            return None
        return Facet("quantity", self.among)

    def evaluate(self, frame: Frame) -> Column:
        pot = frame.column(self.pot)
        weights = self._weights(frame)
        step = parse_number(self.step)
        groups: list[list[int]] = [[] for _ in pot.values]
        for index, upper in enumerate(frame.ancestors(weights.level, pot.level)):
            groups[upper].append(index)
        parts: list[int] = [0] * len(weights.values)
        for upper, members in enumerate(groups):
            if not members and not pot.values[upper]:
                continue
            keys = [frame.records[weights.level].keys[index] for index in members]
            units = self._units(frame, pot.number(upper) / step)
            try:
                chosen = [weights.values[index] for index in members]
                division = largest_remainder(units, chosen, keys)
            except AllocationError as error:
                place = frame.pointers.get(id(self), "")
                record = repr(frame.records[pot.level].keys[upper] or ALL)
                problems = [problem.kind.at(place, record=record) for problem in error.problems]
                raise AllocationError(kinds.ALLOCATION, problems) from None
            for index, part in zip(members, division.parts, strict=True):
                parts[index] = part * step.numerator
            if division.tie:
                frame.ties.append(_named_tie(division.tie, keys, weights.level))
        return Column(weights.level, parts, step.denominator)

    def _weights(self, frame: Frame) -> Column:
        if self.by is not None:
            return frame.column(self.by)
        level = self.among or ALL
        return Column(level, [1] * frame.count(level))

    def _units(self, frame: Frame, units: Fraction) -> int:
        if units < 0 or units.denominator != 1:
            problem = kinds.POT_NOT_DIVISIBLE.at(frame.pointers.get(id(self), ""), step=self.step)
            raise AllocationError(kinds.ALLOCATION, [problem])
        return units.numerator

    def phrase(self, speaker: Speaker) -> str:
        pot = speaker.bracketed(self.pot)
        method = speaker.word("largest remainders", "größte Reste")
        if self.by is None:
            said = speaker.word(f"{pot} divided equally", f"{pot}, zu gleichen Teilen aufgeteilt")
        else:
            by = speaker.bracketed(self.by)
            said = speaker.word(f"{pot} split by {by}", f"{pot}, aufgeteilt nach {by}")
        return f"{said}, {method}"


def _named_tie(tie: Tie, keys: list[str], level: str) -> tuple[str, tuple[str, ...], int]:
    return level, tuple(keys[index] for index in tie.members), tie.served
