"""The node that keeps a sum within floors and caps: bound."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, ClassVar

from integrationsplan._model import model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import ALL, Column, Frame, common_scale
from integrationsplan.allocation._facets import Facet, Scope, gathered, size_of_sum
from integrationsplan.allocation._marks import Mark, merged
from integrationsplan.allocation._nodes import Operand, Unary
from integrationsplan.allocation._scaling import Bounded, common_factor
from integrationsplan.allocation._speech import Speaker
from integrationsplan.allocation._witness import Witness, read_number, told
from integrationsplan.values import Name, format_number


@model
class Bound(Unary):
    """Floors and caps that keep the sum: who is at a bound stays there, the others share the rest.

    All others are scaled by one common factor. The result is exact and the same in whatever order
    the records stand. It does not round; a bound that is no multiple of a later rounding step can
    be missed by less than one step.

    Attributes:
        of: What is bounded: amounts or a key.
        at_least: The floor.
        at_most: The cap.
        per: The level for each of whose records the sum is kept; by default the whole.
    """

    kind: ClassVar[str] = "bound"

    at_least: Operand | None = None
    at_most: Operand | None = None
    per: Name | None = None

    def operands(self) -> Iterator[tuple[str, Operand]]:
        yield "/of", self.of
        if self.at_least is not None:
            yield "/at_least", self.at_least
        if self.at_most is not None:
            yield "/at_most", self.at_most

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        if self.at_least is None and self.at_most is None:
            scope.report(kinds.NO_BOUND, pointer)
        found = [
            scope.of_sort(operand, f"{pointer}{place}", "quantity")
            for place, operand in self.operands()
        ]
        facets = [facet for facet in found if facet is not None]
        if len(facets) < len(found) or not scope.like_units(facets, pointer):
            return None
        own = facets[0]
        for facet, (place, _) in zip(facets[1:], list(self.operands())[1:], strict=True):
            if facet.level != own.level and not scope.is_above(facet.level, own.level):
                scope.report(
                    kinds.WRONG_LEVEL, f"{pointer}{place}", found=facet.level, allowed=own.level
                )
                return None
        per = self.per or ALL
        if not scope.upwards(own.level, per, pointer):
            return None
        gathers, size = gathered(facets) | {per}, 2 * size_of_sum(facets)
        return Facet("quantity", own.level, own.unit, gathers=gathers, size=size)

    def evaluate(self, frame: Frame) -> Column:
        own, per = frame.column(self.of), self.per or ALL
        floors, caps = self._column(frame, self.at_least), self._column(frame, self.at_most)
        columns = [c for c in (own, floors, caps) if c is not None]
        operands = frame.align(columns, own.level)
        spread = iter(operands.columns)
        values = next(spread)
        lows: Sequence[Any] = next(spread) if floors is not None else [0] * len(values)
        highs: Sequence[Any] = next(spread) if caps is not None else [None] * len(values)
        bounded: list[Any] = list(values)
        faults = dict(frame.gather_marks(operands.faults, own.level, per))
        factors: list[Fraction | None] = []
        for upper, members in enumerate(frame.groups(own.level, per)):
            factors.append(None)
            if upper in faults:
                continue
            group = [Bounded(values[i], max(lows[i], 0), highs[i]) for i in members]
            fault = self._fault(frame, group, members, operands.scale, own.level, upper)
            if fault is not None:
                faults[upper] = fault
                continue
            factor = factors[upper] = common_factor(group)
            for index, share in zip(members, group, strict=True):
                bounded[index] = share.at(factor)
        frame.remarks[id(self)] = [factors[u] for u in frame.ancestors(own.level, per)]
        numbers, scale = common_scale([Fraction(value) / operands.scale for value in bounded])
        marks = merged([m for m in (frame.spread_marks(faults, per, own.level),) if m])
        return Column(own.level, numbers, scale, marks, operands.reasons)

    @staticmethod
    def _column(frame: Frame, operand: Operand | None) -> Column | None:
        return frame.column(operand) if operand is not None else None

    def _fault(
        self,
        frame: Frame,
        group: Sequence[Bounded],
        members: Sequence[int],
        scale: int,
        level: str,
        upper: int,
    ) -> Mark | None:
        """Return why the shares of a group cannot be bounded, if they cannot."""
        pointer = frame.pointer(self)
        told: list[Mark] = []
        for index, share in zip(members, group, strict=True):
            record = repr(frame.key(level, index))
            if share.value < 0:
                told.append(kinds.NEGATIVE_WEIGHT.at(pointer, record=record))
            if share.cap is not None and share.cap < share.floor:
                told.append(kinds.FLOOR_ABOVE_CAP.at(pointer, record=record))
        if told:
            return tuple(told)
        total = sum(share.value for share in group)
        floors = sum(share.floor for share in group)
        caps = [share.cap for share in group if share.cap is not None]
        record = repr(frame.key(self.per or ALL, upper))
        whole = format_number(Fraction(total) / scale, "en")
        if floors > total:
            bounds = format_number(Fraction(floors) / scale, "en")
            return kinds.FLOORS_ABOVE_SUM.at(pointer, record=record, bounds=bounds, whole=whole)
        if group and len(caps) == len(group) and sum(caps) < total:
            bounds = format_number(Fraction(sum(caps)) / scale, "en")
            return kinds.CAPS_BELOW_SUM.at(pointer, record=record, bounds=bounds, whole=whole)
        movable = [share for share in group if share.value]
        fixed = sum(share.floor for share in group if not share.value)
        if movable and all(share.cap is not None for share in movable):
            most = fixed + sum(share.cap or 0 for share in movable)
            if most < total:  # who has nothing cannot be scaled up to what the others leave
                bounds = format_number(Fraction(most) / scale, "en")
                return kinds.CAPS_BELOW_SUM.at(pointer, record=record, bounds=bounds, whole=whole)
        return None

    def witness(self, frame: Frame, index: int) -> Witness:
        frame.column(self)
        remarks = frame.remarks[id(self)]
        factor = None if isinstance(remarks, Column) else remarks[index]
        return told({} if factor is None else {"factor": factor})

    def recall(self, frame: Frame, witness: Witness) -> Column:
        floor = frame.column(self.at_least).number(0) if self.at_least is not None else Fraction(0)
        cap = frame.column(self.at_most).number(0) if self.at_most is not None else None
        share = Bounded(frame.column(self.of).number(0), max(floor, Fraction(0)), cap)
        value = Fraction(share.at(read_number(witness.values["factor"])))
        return Column(ALL, [value.numerator], value.denominator)

    def phrase(self, speaker: Speaker) -> str:
        of = speaker.bracketed(self.of)
        said = [of]
        for operand, words in (
            (self.at_least, ("at least", "mindestens")),
            (self.at_most, ("at most", "höchstens")),
        ):
            if operand is not None:
                said.append(f"{speaker.word(*words)} {speaker.bracketed(operand)}")
        return ", ".join([*said, self._outcome(speaker)])

    def _outcome(self, speaker: Speaker) -> str:
        if self.at_least is not None and speaker.equal(self, self.at_least):
            return speaker.word("the floor applies", "der Mindestbetrag greift")
        if self.at_most is not None and speaker.equal(self, self.at_most):
            return speaker.word("the cap applies", "der Höchstbetrag greift")
        factor = speaker.remark(self)
        if factor == 1:
            return speaker.word("no bound applies", "keine Grenze greift")
        said = speaker.word(
            "the others scaled by one factor to the same sum",
            "die übrigen mit einem Faktor auf dieselbe Summe angepasst",
        )
        if not isinstance(factor, Fraction):
            return said
        return f"{said}: {format_number(factor, speaker.language)}"
