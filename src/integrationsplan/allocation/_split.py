"""The node that gives out a pot completely: split."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, ClassVar, Literal

from integrationsplan._language import Wording
from integrationsplan._model import model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._arithmetic import positive_step
from integrationsplan.allocation._columns import ALL, Column, Frame
from integrationsplan.allocation._cuts import Cut, cut_of, part_at
from integrationsplan.allocation._divisors import METHODS
from integrationsplan.allocation._facets import Facet, Scope, gathered, is_multiple
from integrationsplan.allocation._marks import merged
from integrationsplan.allocation._nodes import Node, Operand
from integrationsplan.allocation._speech import Speaker
from integrationsplan.allocation._splitting import Tie
from integrationsplan.allocation._witness import Witness, read_number, told
from integrationsplan.errors import AllocationError
from integrationsplan.values import DecimalText, Name, Quantity, parse_number

SplitMethod = Literal["largest_remainder", "sainte_lague", "dhondt", "huntington_hill", "adams"]

_METHOD_WORDS: dict[SplitMethod, Wording] = {
    "largest_remainder": Wording("largest remainders", "größte Reste"),
    "sainte_lague": Wording("Sainte-Laguë", "Sainte-Laguë"),
    "dhondt": Wording("D'Hondt", "D'Hondt"),
    "huntington_hill": Wording("Huntington-Hill", "Huntington-Hill"),
    "adams": Wording("Adams", "Adams"),
}


@model
class Split(Node):
    """A pot given out completely among the records of a lower level, in multiples of a step.

    Attributes:
        pot: What is given out, for each record of its level.
        by: The weights.
        among: Without ``by``: the level whose records get equal parts.
        step: Smallest part, in the pot's unit.
        method: ``largest_remainder``, ``sainte_lague``, ``dhondt``, ``huntington_hill`` or
            ``adams``.
        ties: What breaks a tie: the smaller ``key``. A broken tie is reported.
    """

    kind: ClassVar[str] = "split"

    pot: Operand
    by: Operand | None = None
    among: Name | None = None
    step: DecimalText
    method: SplitMethod
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
        pot, weights = frame.column(self.pot), self._weights(frame)
        step = parse_number(self.step)
        parts: list[int] = [0] * len(weights.values)
        faults = dict(frame.gather_marks(weights.faults, weights.level, pot.level))
        faults = dict(merged([m for m in (pot.faults, faults) if m]))
        frame.remarks[id(self)] = frame.gather(weights, pot.level)
        for upper, members in enumerate(frame.groups(weights.level, pot.level)):
            if upper in faults:
                continue
            if not members:
                if pot.values[upper]:
                    frame.left_over.append((self, pot.level, upper, pot.number(upper)))
                continue
            keys = [frame.records[weights.level].keys[index] for index in members]
            units = pot.number(upper) / step
            try:
                chosen = [weights.values[index] for index in members]
                # A fraction of a unit is no int, and refused as such.
                whole: Any = units.numerator if units.denominator == 1 else units
                division = METHODS[self.method](whole, chosen, keys)
            except AllocationError as error:
                record = repr(frame.key(pot.level, upper))
                place = frame.pointer(self)
                told = [p.kind.at(place, step=self.step, record=record) for p in error.problems]
                faults[upper] = tuple(told)
                continue
            for index, part in zip(members, division.parts, strict=True):
                parts[index] = part * step.numerator
            if division.tie:
                frame.ties.append(_named_tie(division.tie, keys, weights.level))
        below = frame.spread_marks(faults, pot.level, weights.level)
        _, reasons = frame.marks_of([pot, weights], weights.level)
        return Column(weights.level, parts, step.denominator, below, reasons)

    def witness(self, frame: Frame, index: int) -> Witness:
        weights, pot = self._weights(frame), frame.column(self.pot)
        upper = frame.ancestors(weights.level, pot.level)[index]
        cut = frame.cuts.get((id(self), upper))
        if cut is None:
            cut = frame.cuts[id(self), upper] = self._cut(frame, upper)
        values: dict[str, Any] = {
            "key": frame.records[weights.level].keys[index],
            "weights": cut.total,
        }
        if cut.last is not None:
            values |= {"last": cut.last, "last_key": cut.key, "is_first": cut.is_first}
        return told(values)

    def _cut(self, frame: Frame, upper: int) -> Cut:
        """Return where the split of one pot ended."""
        pot, weights, own = frame.column(self.pot), self._weights(frame), frame.column(self)
        step, keys = parse_number(self.step), frame.records[weights.level].keys
        members = frame.groups(weights.level, pot.level)[upper]
        return cut_of(
            self.method,
            int(pot.number(upper) / step),
            [weights.number(index) for index in members],
            [int(own.number(index) / step) for index in members],
            [keys[index] for index in members],
        )

    def recall(self, frame: Frame, witness: Witness) -> Column:
        told_of, step = witness.values, parse_number(self.step)
        pot = frame.column(self.pot).number(0) / step
        weight = frame.column(self.by).number(0) if self.by is not None else Fraction(1)
        last = read_number(told_of["last"]) if "last" in told_of else None
        is_first = told_of.get("is_first") == "true"
        cut = Cut(read_number(told_of["weights"]), last, told_of.get("last_key", ""), is_first)
        part = part_at(self.method, int(pot), weight, told_of["key"], cut) * step
        return Column(ALL, [part.numerator], part.denominator)

    def _weights(self, frame: Frame) -> Column:
        if self.by is not None:
            return frame.column(self.by)
        level = self.among or ALL
        return Column(level, [1] * frame.count(level))

    def phrase(self, speaker: Speaker) -> str:
        pot = speaker.bracketed(self.pot)
        method = _METHOD_WORDS[self.method].in_language(speaker.language)
        if self.by is None:
            said = speaker.word(f"{pot} divided equally", f"{pot}, zu gleichen Teilen aufgeteilt")
        else:
            by = speaker.bracketed(self.by)
            said = speaker.word(f"{pot} split by {by}", f"{pot}, aufgeteilt nach {by}")
            total = speaker.remark(self)
            if isinstance(total, Fraction):
                whole = Quantity(total, speaker.unit(self.by)).format(speaker.language)
                said += speaker.word(f" of {whole}", f" von {whole}")
        return f"{said}, {method}"


def _named_tie(tie: Tie, keys: list[str], level: str) -> tuple[str, tuple[str, ...], int]:
    return level, tuple(keys[index] for index in tie.members), tie.served
