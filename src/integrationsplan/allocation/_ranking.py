"""The node that serves records in an order until a budget is used: rank."""

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Len

from integrationsplan._language import either
from integrationsplan._model import model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import ALL, Column, Frame, common_scale
from integrationsplan.allocation._facets import Facet, Scope, common_step, gathered
from integrationsplan.allocation._marks import Mark, merged
from integrationsplan.allocation._nodes import Operand, Unary
from integrationsplan.allocation._serving import Place, serve
from integrationsplan.allocation._speech import Speaker
from integrationsplan.allocation._splitting import key_order
from integrationsplan.allocation._witness import Witness, read_number, told
from integrationsplan.values import Name, Quantity


@model
class Criterion:
    """What records are ordered by.

    Attributes:
        by: A quantity or a date.
        first: Whether the high or the low ones come first.
    """

    by: Operand
    first: Literal["high", "low"]


@model
class Rank(Unary):
    """What each record is given in an order, until a budget is used; nothing to the rest.

    "At most three posts" is a rank in which each post uses one post of a budget of three.

    Attributes:
        of: What is given.
        uses: What it uses of the budget; by default the same.
        budget: What there is, for each record of ``per`` or of a level above.
        per: The level whose records have an order of their own; by default the whole.
        order: The order; equal records follow the smaller key, and a tie that decides is reported.
        last: What who no longer fits gets: nothing, or the part that is left.
        after: After that, whether nobody gets anything, or who still fits.
    """

    kind: ClassVar[str] = "rank"

    uses: Operand | None = None
    budget: Operand
    per: Name | None = None
    order: Annotated[tuple[Criterion, ...], Len(0, 20)] = ()
    last: Literal["none", "part"]
    after: Literal["stop", "skip"]

    def operands(self) -> Iterator[tuple[str, Operand]]:
        yield "/of", self.of
        if self.uses is not None:
            yield "/uses", self.uses
        yield "/budget", self.budget
        for index, criterion in enumerate(self.order):
            yield f"/order/{index}/by", criterion.by

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        of = scope.of_sort(self.of, f"{pointer}/of", "quantity")
        uses = of
        if self.uses is not None:
            uses = scope.of_sort(self.uses, f"{pointer}/uses", "quantity")
        budget = scope.of_sort(self.budget, f"{pointer}/budget", "quantity")
        criteria = [
            _ordered(scope, criterion.by, f"{pointer}/order/{index}/by")
            for index, criterion in enumerate(self.order)
        ]
        ordered = [facet for facet in criteria if facet is not None]
        if of is None or uses is None or budget is None or len(ordered) < len(criteria):
            return None
        level = scope.join([of, uses, *ordered], pointer)
        if not scope.like_units([uses, budget], pointer) or level is None:
            return None
        per = self.per or ALL
        if not scope.upwards(level, per, pointer):
            return None
        if budget.level != per and not scope.is_above(budget.level, per):
            place = f"{pointer}/budget"
            scope.report(kinds.WRONG_LEVEL, place, found=budget.level, allowed=per)
            return None
        step = of.step
        if self.last == "part":
            step = common_step([of.step, budget.step]) if self.uses is None else None
        facets = [of, uses, budget, *ordered]
        size = of.size + uses.size + budget.size
        return Facet("quantity", level, of.unit, step, gathered(facets) | {per}, size)

    def evaluate(self, frame: Frame) -> Column:
        of = frame.column(self.of)
        uses = of if self.uses is None else frame.column(self.uses)
        criteria = [frame.column(criterion.by) for criterion in self.order]
        level, per = frame.deepest([of, uses, *criteria]), self.per or ALL
        given = [of.number(i) for i in frame.ancestors(level, of.level)]
        needed = [uses.number(i) for i in frame.ancestors(level, uses.level)]
        budget = frame.column(self.budget)
        ranks = list(
            zip(
                *(
                    _sortable(frame, column, criterion.first, level)
                    for column, criterion in zip(criteria, self.order, strict=True)
                ),
                strict=True,
            )
        ) or [()] * len(given)
        marks, reasons = frame.marks_of([of, uses, *criteria], level)
        of_budget = frame.spread_marks(budget.reasons, budget.level, level)
        reasons = merged([found for found in (reasons, of_budget) if found])
        risen = frame.gather_marks(marks, level, per)
        faults = dict(merged([risen, frame.spread_marks(budget.faults, budget.level, per)]))
        places: list[Place | None] = [None] * len(given)
        keys = frame.records[level].keys
        for upper, group in enumerate(frame.groups(level, per)):
            members = sorted(group, key=lambda index: (ranks[index], key_order(keys[index])))
            negative = self._negative(frame, level, [i for i in members if needed[i] < 0])
            if negative:
                faults[upper] = (*([faults[upper]] if upper in faults else []), *negative)
            if upper in faults:
                continue
            left = budget.number(frame.ancestors(per, budget.level)[upper])
            if left < 0:
                record = repr(frame.key(per, upper))
                faults[upper] = kinds.NEGATIVE_AMOUNT.at(frame.pointer(self), record=record)
                continue
            self._serve(members, given, needed, left, places)
            self._note_ties(frame, level, members, ranks, needed, places)
        frame.remarks[id(self)] = places
        numbers, scale = common_scale(given)
        below = frame.spread_marks(faults, per, level)
        return Column(level, numbers, scale, below, reasons)

    def _serve(
        self,
        members: Sequence[int],
        given: list[Fraction],
        needed: Sequence[Fraction],
        left: Fraction,
        places: list[Place | None],
    ) -> None:
        """Serve the members of one order; who gets less is written into ``given``."""
        is_open = True
        for number, index in enumerate(members, start=1):
            place = places[index] = Place(number, len(members), left, is_open)
            given[index], left, is_open = serve(
                given[index], needed[index], place, self.last, self.after
            )

    def _negative(self, frame: Frame, level: str, members: Sequence[int]) -> list[Mark]:
        pointer = frame.pointer(self)
        return [
            kinds.NEGATIVE_AMOUNT.at(pointer, record=repr(frame.key(level, index)))
            for index in members
        ]

    def _note_ties(
        self,
        frame: Frame,
        level: str,
        members: Sequence[int],
        ranks: Sequence[tuple[Any, ...]],
        needed: Sequence[Fraction],
        places: Sequence[Place | None],
    ) -> None:
        """Note records that nothing but their key told apart, and that were not served alike."""
        groups: dict[tuple[Any, ...], list[int]] = {}
        for index in members:
            groups.setdefault(ranks[index], []).append(index)
        for tied in groups.values():
            served = [self._served(needed[index], places[index]) for index in tied]
            if len(set(served)) > 1 and self.order:
                keys = tuple(frame.records[level].keys[index] for index in tied)
                frame.ties.append((level, keys, served.count(max(served))))

    def _served(self, needed: Fraction, place: Place | None) -> int:
        """Tell whether a record was served whole (2), in part (1) or not at all (0)."""
        if place is None or not place.is_open:
            return 0
        if needed <= place.left:
            return 2
        return int(self.last == "part" and place.left > 0)

    def local(self) -> Iterator[tuple[str, Operand]]:
        yield "/of", self.of
        if self.uses is not None:
            yield "/uses", self.uses

    def witness(self, frame: Frame, index: int) -> Witness:
        frame.column(self)
        remarks = frame.remarks[id(self)]
        place: Place = remarks.values[index] if isinstance(remarks, Column) else remarks[index]
        values = {"rank": place.number, "count": place.count, "left": place.left}
        return told({**values, "is_open": place.is_open})

    def recall(self, frame: Frame, witness: Witness) -> Column:
        number, count, left = (read_number(witness.values[n]) for n in ("rank", "count", "left"))
        if not 1 <= number <= count or number.denominator * count.denominator != 1:
            raise ValueError(witness.place)
        is_open = witness.values["is_open"] == "true"
        place = Place(int(number), int(count), left, is_open)
        amount = frame.column(self.of).number(0)
        needed = amount if self.uses is None else frame.column(self.uses).number(0)
        given, _, _ = serve(amount, needed, place, self.last, self.after)
        return Column(ALL, [given.numerator], given.denominator)

    def _criteria(self, speaker: Speaker) -> Iterator[str]:
        """Say what records are ordered by."""
        for criterion in self.order:
            is_date = speaker.sort(criterion.by) == "date"
            words = {
                ("high", False): ("high ones first", "hohe zuerst"),
                ("low", False): ("low ones first", "niedrige zuerst"),
                ("high", True): ("late ones first", "späte zuerst"),
                ("low", True): ("early ones first", "frühe zuerst"),
            }[criterion.first, is_date]
            yield f"{speaker.bracketed(criterion.by)} {speaker.word(*words)}"

    def phrase(self, speaker: Speaker) -> str:
        of, budget = speaker.bracketed(self.of), speaker.bracketed(self.budget)
        said = f"{of}, {speaker.word('as far as it lasts:', 'soweit es reicht:')} {budget}"
        if self.order:
            order = speaker.word("order", "Reihenfolge")
            said += f"; {order}: {', '.join(self._criteria(speaker))}"
        place = speaker.remark(self)
        if isinstance(place, Place):
            left = Quantity(place.left, speaker.unit(self.budget))
            said += speaker.word(
                f", rank {place.number} of {place.count}; left before it: {left.format('en')}",
                f", Platz {place.number} von {place.count}; davor verfügbar: {left.format('de')}",
            )
            if not place.is_open:
                said += speaker.word(
                    "; nothing is given any more", "; es wird nichts mehr vergeben"
                )
        return said


def _ordered(scope: Scope, operand: Operand, pointer: str) -> Facet | None:
    """Return the facet of what can be ordered; report anything else."""
    facet = scope.facet(operand, pointer)
    if facet is not None and facet.sort not in ("quantity", "date"):
        allowed = either([kinds.SORTS["quantity"], kinds.SORTS["date"]])
        scope.report(kinds.WRONG_SORT, pointer, found=kinds.SORTS[facet.sort], allowed=allowed)
        return None
    return facet


def _sortable(frame: Frame, column: Column, first: str, level: str) -> list[Any]:
    """Return numbers by which the records of a level stand in the order wanted."""
    values = frame.spread(column, level)
    numbers = [value.toordinal() if isinstance(value, dt.date) else value for value in values]
    return [-number for number in numbers] if first == "high" else numbers
