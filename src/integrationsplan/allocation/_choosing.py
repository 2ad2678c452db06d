"""The node that chooses one of several expressions: choose."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from annotated_types import Len

from integrationsplan._model import model
from integrationsplan.allocation._columns import Column, Frame
from integrationsplan.allocation._facets import Facet, Scope, common_step, gathered, size_of_sum
from integrationsplan.allocation._marks import Mark, Marks, Reason
from integrationsplan.allocation._nodes import Node, Operand
from integrationsplan.allocation._speech import Speaker
from integrationsplan.findings import FindingCode, Way
from integrationsplan.values import LongText


@model
class Case:
    """An expression with the condition under which it is taken.

    Attributes:
        when: Under which condition.
        then: What is taken.
    """

    when: Operand
    then: Operand


@model
class Because:
    """What is said of a record for which no case holds.

    Attributes:
        code: Stable code of the finding.
        de: The sentence in German; may name figures, parameters and rules in braces.
        en: The sentence in English.
        ways: Ways to go on.
    """

    code: FindingCode
    de: LongText
    en: LongText
    ways: Annotated[tuple[Way, ...], Len(0, 100)] = ()


@model
class Choose(Node):
    """The first of several expressions whose condition holds.

    What is not taken need not have a value: a division by zero in it is no fault.

    Attributes:
        cases: Conditions and expressions, in order.
        otherwise: What is taken where no condition holds.
        because: What is reported where no condition holds.
    """

    kind: ClassVar[str] = "choose"

    cases: Annotated[tuple[Case, ...], Len(1, 100)]
    otherwise: Operand
    because: Because | None = None

    def operands(self) -> Iterator[tuple[str, Operand]]:
        for index, case in enumerate(self.cases):
            yield f"/cases/{index}/when", case.when
            yield f"/cases/{index}/then", case.then
        yield "/otherwise", self.otherwise

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        conditions = [
            scope.of_sort(case.when, f"{pointer}/cases/{index}/when", "truth")
            for index, case in enumerate(self.cases)
        ]
        first = scope.facet(self.cases[0].then, f"{pointer}/cases/0/then")
        sort = first.sort if first is not None else "quantity"
        taken = [first] + [
            scope.of_sort(operand, f"{pointer}{place}", sort) for place, operand in self._others()
        ]
        branches = [facet for facet in taken if facet is not None]
        facets = [*branches, *(facet for facet in conditions if facet is not None)]
        if len(facets) < len(taken) + len(conditions):
            return None
        level = scope.join(facets, pointer)
        if not scope.like_units(branches, pointer) or level is None:
            return None
        if self.because is not None:
            scope.sentences.append((self.because, level, f"{pointer}/because"))
        step = common_step(facet.step for facet in branches)
        gathers, size = gathered(facets), size_of_sum(branches)
        return Facet(sort, level, branches[0].unit, step, gathers, size)

    def _others(self) -> Iterator[tuple[str, Operand]]:
        """Yield what can be taken, without the first."""
        for index, case in enumerate(self.cases[1:], start=1):
            yield f"/cases/{index}/then", case.then
        yield "/otherwise", self.otherwise

    def evaluate(self, frame: Frame) -> Column:
        conditions = [frame.column(case.when) for case in self.cases]
        columns = [frame.column(case.then) for case in self.cases]
        columns.append(frame.column(self.otherwise))
        level = frame.deepest([*conditions, *columns])
        asked = frame.align(conditions, level)
        branches = frame.align(columns, level)
        chosen = [row.index(True) if True in row else len(self.cases) for row in asked.rows()]
        faults = _of_chosen(chosen, self._spread(frame, level, conditions, columns, "faults"))
        reasons = _of_chosen(chosen, self._spread(frame, level, conditions, columns, "reasons"))
        if self.because is not None:
            for index, place in enumerate(chosen):
                if place == len(self.cases) and index not in faults:
                    reason: Mark = Reason(self.because, level, index)
                    known = reasons.get(index)
                    reasons[index] = reason if known is None else (known, reason)
        values = [branches.columns[place][index] for index, place in enumerate(chosen)]
        return Column(level, values, branches.scale, faults, reasons)

    @staticmethod
    def _spread(
        frame: Frame, level: str, conditions: list[Column], columns: list[Column], which: str
    ) -> tuple[list[Marks], list[Marks]]:
        def spread(column: Column) -> Marks:
            return frame.spread_marks(getattr(column, which), column.level, level)

        return [spread(c) for c in conditions], [spread(c) for c in columns]

    def asked(self, frame: Frame, index: int) -> Iterator[Operand]:
        """Yield what one record asks: conditions until one holds, and what it then takes."""
        level = frame.column(self).level
        for case in self.cases:
            yield case.when
            column = frame.column(case.when)
            if column.values[frame.ancestors(level, column.level)[index]]:
                yield case.then
                return
        yield self.otherwise

    def phrase(self, speaker: Speaker) -> str:
        said = []
        for case in self.cases:
            holds = speaker.holds(case.when)
            then, when = speaker.bracketed(case.then), speaker.bracketed(case.when)
            if holds:
                return f"{then}, {speaker.word('because', 'weil')} {when}"
            if holds is None:
                said.append(f"{then}, {speaker.word('if', 'falls')} {when}")
        otherwise = speaker.bracketed(self.otherwise)
        if said:
            return "; ".join([*said, f"{speaker.word('otherwise', 'andernfalls')} {otherwise}"])
        return f"{otherwise}, {speaker.word('because no case holds', 'weil kein Fall zutrifft')}"


def _of_chosen(chosen: list[int], marks: tuple[list[Marks], list[Marks]]) -> dict[int, Mark]:
    """Return the marks of what was asked until a case was found, and of what was taken."""
    conditions, columns = marks
    if not any(conditions) and not any(columns):
        return {}
    found: dict[int, Mark] = {}
    for index, place in enumerate(chosen):
        relevant = [*conditions[: place + 1], columns[place]]
        own = tuple(mark[index] for mark in relevant if index in mark)
        if own:
            found[index] = own[0] if len(own) == 1 else own
    return found
