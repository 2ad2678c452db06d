"""Why an award is what it is: steps as data, and sentences made from them on demand.

Nothing is recorded while a rule is evaluated. The columns of the evaluation are kept, and a step
reads its inputs and its result from them when somebody asks.
"""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

import attrs

from integrationsplan._language import Language, format_date
from integrationsplan._model import FrozenMap, evolve
from integrationsplan.allocation._analysis import PLACEHOLDER
from integrationsplan.allocation._choosing import Choose
from integrationsplan.allocation._columns import ALL, RECIPIENT, Column, Evaluable, Frame
from integrationsplan.allocation._evaluation import Evaluation, Failure
from integrationsplan.allocation._gathering import Total
from integrationsplan.allocation._look_up import LookUp
from integrationsplan.allocation._nodes import Node, Operand
from integrationsplan.allocation._phrasing import (
    BASIS_WORDS,
    Phrasing,
    place_of,
    say_value,
    value_text,
)
from integrationsplan.allocation._programme import Condition, Earmark, Programme, Source, Tranche
from integrationsplan.allocation._trace import Input, Step
from integrationsplan.allocation._witness import WITHOUT_VALUE, Witness, unit_text
from integrationsplan.findings import Finding, Severity
from integrationsplan.parameters import ParameterValue
from integrationsplan.values import Bilingual, Citation, Quantity, Unit, format_number

LONGEST_TEXT = 20_000
PARTS_SHOWN = 10
"""How many records below a recipient an explanation lists."""


@attrs.frozen(eq=False)
class Explainer:
    """Explains the awards of one evaluation."""

    programme: Programme
    evaluation: Evaluation

    @property
    def phrasing(self) -> Phrasing:
        """Who says values and formulas."""
        return Phrasing(self.programme)

    # -- steps -------------------------------------------------------------------------------------

    def steps(self, place: int, *, is_whole: bool = False) -> Iterator[Step]:
        """Yield the steps of a recipient's award and outputs, each after its inputs.

        Args:
            place: The recipient in the frame.
            is_whole: Also what a verifier needs and a reader does not: all records below, what
                each was told of others, and the parts of rules that lie on deeper levels.
        """
        programme = self.programme
        operands: list[Operand] = [programme.result.award, *programme.result.outputs]
        if is_whole:
            operands += [p.amount for p in self._money_blocks() if p.amount != "rest"]
            operands += [condition.when for condition in programme.conditions]
            if programme.result.financed is not None:
                operands.append(programme.result.financed)
        frame = self.evaluation.frame
        asked_by = None if is_whole else (frame, RECIPIENT, place)
        needed: set[str] = set().union(*(self.needed(operand, asked_by) for operand in operands))
        for name in programme.analysis.order:
            if name in needed:
                yield from self._steps_of(name, programme.rules[name].node, place, is_whole)
        award, financed = programme.result.award, programme.result.financed
        if isinstance(award, Node) or (is_whole and award not in programme.rules):
            yield from self._steps_of("award", award, place, is_whole)
        if is_whole and financed is not None and name_of(programme, financed) == "financed":
            yield from self._steps_of("financed", financed, place, is_whole)

    def _money_blocks(self) -> tuple[Source | Tranche | Earmark, ...]:
        programme = self.programme
        return (*programme.sources, *programme.tranches, *programme.earmarks)

    def needed(self, operand: Operand, asked_by: tuple[Frame, str, int] | None = None) -> set[str]:
        """Return the names that an expression needs, directly or through rules.

        Args:
            operand: The expression.
            asked_by: The record that asks, by frame, level and index: what it chooses otherwise it
                does not need.
        """
        found: set[str] = set()
        stack = [operand]
        while stack:
            current = stack.pop()
            if isinstance(current, Node):
                stack += _asked(current, asked_by)
            elif current not in found:
                found.add(current)
                if current in self.programme.rules:
                    stack.append(self.programme.rules[current].node)
        return found

    def _steps_of(self, name: str, operand: Operand, place: int, is_whole: bool) -> Iterator[Step]:
        frame = self.evaluation.frame
        column = frame.column(operand)
        level = column.level
        if self.programme.is_below_recipients(level):
            indices = list(frame.groups(level, RECIPIENT)[place])
            if not is_whole:
                indices = indices[:PARTS_SHOWN]
        elif level in (ALL, *self.programme.levels_above(RECIPIENT)):
            indices = [frame.ancestors(RECIPIENT, level)[place]]
        else:  # a branch beside the recipients, of which they know totals alone
            indices = []
        for index in indices:
            if index in column.faults:
                continue  # nothing has come of it, and nothing has used it
            if is_whole:
                yield from self.whole_steps(name, "", operand, frame, level, index)
            else:
                yield self.step(name, operand, frame, level, index)

    def whole_steps(
        self, name: str, place: str, operand: Operand, frame: Frame, level: str, index: int
    ) -> Iterator[Step]:
        """Yield a step with what its record was told, after the parts of it on deeper levels."""
        witnesses = []
        for pointer, node, told in self._witnesses(operand, frame, level, index):
            witnesses.append(evolve(told, place=pointer))
            inner = node.of if isinstance(node, Total) else getattr(node, "when", None)
            if told.parts and isinstance(inner, Node):
                lower, which = (
                    (frame.column(node.of).level, "of")
                    if isinstance(node, Total)
                    else (str(getattr(node, "of", "")), "when")
                )
                keys = frame.records[lower].keys
                below = [i for i, key in enumerate(keys) if key in told.parts]
                for lowest in below:
                    under = f"{place}{pointer}/{which}"
                    yield from self.whole_steps(name, under, inner, frame, lower, lowest)
        step = self.step(name, operand, frame, level, index)
        yield evolve(step, place=place, witnesses=tuple(witnesses))

    def _witnesses(
        self, operand: Operand, frame: Frame, level: str, index: int
    ) -> Iterator[tuple[str, Node, Witness]]:
        """Yield what the nodes of a formula were told of others, for a record."""
        stack: list[tuple[str, Operand]] = [("", operand)]
        while stack:
            pointer, current = stack.pop()
            if isinstance(current, str):
                continue
            column = frame.column(current)
            own = place_of(frame, column.level, level, index)
            if own is None:
                continue
            if own in column.faults:
                sort = self.phrasing.facet(current).sort
                yield pointer, current, Witness(values=FrozenMap({WITHOUT_VALUE: sort}))
                continue
            told = current.witness(frame, own)
            if told is not None:
                yield pointer, current, told
            stack += [(pointer + below, inner) for below, inner in current.local()]

    def step(self, name: str, operand: Operand, frame: Frame, level: str, index: int) -> Step:
        """Return a formula with what it read for a record."""
        phrasing = self.phrasing
        facet, column = phrasing.facet(operand), frame.column(operand)
        place = place_of(frame, column.level, level, index) or 0
        return Step(
            rule=name,
            level=level,
            record=frame.key(level, index),
            formula=operand,
            inputs=self._inputs(operand, frame, level, index),
            result=value_text(facet, column, place),
            unit=unit_text(facet.sort, facet.unit),
            sentences=Bilingual(
                de=self._sentence(name, operand, column, (frame, level, index, place), "de"),
                en=self._sentence(name, operand, column, (frame, level, index, place), "en"),
            ),
        )

    def _sentence(
        self,
        name: str,
        operand: Operand,
        column: Column,
        of: tuple[Frame, str, int, int],
        language: Language,
    ) -> str:
        frame, level, index, place = of
        phrasing = self.phrasing
        speaker = phrasing.speaker(frame, level, index, language)
        said = say_value(phrasing.facet(operand), column, place, language)
        return cut_off(f"{phrasing.label(name, language)} = {speaker.operand(operand)} = {said}")

    # -- inputs ------------------------------------------------------------------------------------

    def _inputs(self, operand: Operand, frame: Frame, level: str, index: int) -> tuple[Input, ...]:
        names: dict[str, None] = {}
        bare: set[str] = set()
        stack: list[tuple[str, Operand]] = [("", operand)]
        while stack:
            place, current = stack.pop()
            if isinstance(current, str):
                names[current] = None
                if place != "/parameter":
                    bare.add(current)
            else:
                stack += current.operands()
        read = list(dict.fromkeys(self._rows_read(operand, frame, level, index)))
        inputs = [self._input_of_row(name, row, is_bare=name in bare) for name, row in read]
        known = {name for name, _ in read}
        inputs += [self._input(name, frame, level, index) for name in names if name not in known]
        return tuple(sorted(inputs, key=lambda item: item.name))

    def _input(self, name: str, frame: Frame, level: str, index: int) -> Input:
        facet = self.phrasing.facet(name)
        unit = unit_text(facet.sort, facet.unit)
        place = place_of(frame, facet.level, level, index)
        if name in self.programme.parameters or place is None:
            return Input(name=name, unit=unit)
        column = frame.column(name)
        if place in column.faults:
            return Input(name=name, unit=unit)
        record, value = frame.key(facet.level, place), value_text(facet, column, place)
        return Input(name=name, record=record, value=value, unit=unit)

    def _input_of_row(self, name: str, row: ParameterValue, *, is_bare: bool) -> Input:
        """Return a row that a formula reads; one that a look-up alone reads is no value of all.

        Look-ups may read other rows of the same parameter: on other days, or of other editions.
        """
        facet = self.phrasing.facet(name)
        own = self.evaluation.readings.get((name, None, None))
        is_bare = is_bare and own is not None and own.row == row
        value = row.date.isoformat() if row.date is not None else None
        if row.value is not None:
            value = self._number_of(name, row).to_text()
        return Input(
            name=name,
            record=ALL if value is not None and is_bare else None,
            value=value,
            unit=unit_text(facet.sort, facet.unit),
            basis=row.basis,
            citation=row.citation,
            edition=row.edition,
        )

    def _rows_read(
        self, operand: Operand, frame: Frame, level: str, index: int, *, only_asked: bool = False
    ) -> Iterator[tuple[str, ParameterValue]]:
        """Yield the rows of parameters that an expression reads for a record, rules left out."""
        readings = self.evaluation.readings
        asked_by = (frame, level, index) if only_asked else None
        stack: list[Operand] = [operand]
        while stack:
            current = stack.pop()
            if isinstance(current, LookUp):
                for day in self._days_read(current, frame, level, index):
                    reading = readings.get((current.parameter, day, current.edition))
                    if reading is not None and reading.row is not None:
                        yield current.parameter, reading.row
                stack += [inner for place, inner in current.operands() if place != "/parameter"]
            elif isinstance(current, Node):
                stack += _asked(current, asked_by)
            else:
                reading = readings.get((current, None, None))
                if reading is not None and reading.row is not None:
                    yield current, reading.row

    def _days_read(
        self, node: LookUp, frame: Frame, level: str, index: int
    ) -> list[dt.date | None]:
        """Return the days whose values a look-up reads for a record, or for those below it."""
        if node.at is None:
            return [None]
        column = frame.column(node.at)
        place = place_of(frame, column.level, level, index)
        if place is not None:
            return [column.values[place]]
        owners = frame.ancestors(column.level, level)
        pairs = zip(column.values, owners, strict=True)
        return sorted({day for day, owner in pairs if owner == index})

    def _number_of(self, name: str, row: ParameterValue) -> Quantity:
        percent = self.programme.parameters[name].unit == "percent"
        return Quantity(row.numbers[0] / (100 if percent else 1), self.phrasing.facet(name).unit)

    # -- findings ----------------------------------------------------------------------------------

    def finding(self, failure: Failure) -> Finding:
        """Make the finding of a condition that does not hold."""
        condition, phrasing = failure.condition, self.phrasing
        values = {}
        for name in PLACEHOLDER.findall(condition.de + condition.en):
            facet = phrasing.facet(name)
            place = place_of(failure.frame, facet.level, failure.level, failure.index)
            if place is not None:
                values[name] = value_text(facet, failure.frame.column(name), place)
        key = failure.frame.records[failure.level].keys[failure.index]
        return Finding(
            code=condition.code,
            severity=Severity.WARNING if failure.changes_awards else Severity.NOTICE,
            subject=key[:64] or None,
            text=Bilingual(de=self._fill(failure, "de"), en=self._fill(failure, "en")),
            values=FrozenMap(values),
            ways=condition.ways,
        )

    def left_over(self, node: Evaluable, level: str, index: int, amount: Fraction) -> Finding:
        """Make the finding of a pot for which there is nobody."""
        unit = self.phrasing.facet(node).unit if isinstance(node, Node) else Unit()
        key, pot = self.evaluation.frame.key(level, index), Quantity(amount, unit)
        return Finding(
            code="pot_left_over",
            severity=Severity.WARNING,
            subject=key[:64],
            text=Bilingual(
                de=f"Für {pot.format('de')}{'' if key == ALL else f' von {key}'} gibt es keinen "
                "Empfänger.",
                en=f"There is no recipient for {pot.format('en')}"
                f"{'' if key == ALL else f' of {key}'}.",
            ),
            values=FrozenMap({"amount": pot.to_text(), "unit": str(unit)}),
        )

    def _fill(self, failure: Failure, language: Language) -> str:
        speaker = self.phrasing.speaker(failure.frame, failure.level, failure.index, language)
        template = failure.condition.de if language == "de" else failure.condition.en
        return cut_off(PLACEHOLDER.sub(lambda match: speaker.value(match[1]), template))

    # -- sources of numbers ------------------------------------------------------------------------

    def sources(
        self, place: int | None, given: int
    ) -> Iterator[tuple[str, ParameterValue, Citation | None]]:
        """Yield the parameters behind a recipient's award, with their rows and citations.

        Args:
            place: The recipient in the frame; nothing if it is excluded.
            given: The recipient among those given.
        """
        programme, frame = self.programme, self.evaluation.frame
        found: dict[tuple[str, ParameterValue], None] = {}
        if place is not None:
            amounts = (part.amount for part in self._money_blocks())
            for operand in (programme.result.award, *programme.result.outputs, *amounts):
                found |= self._rows_behind(operand, frame, RECIPIENT, place)
        for failure in self.evaluation.failures.get(given, ()):
            condition = failure.condition
            operands: list[Operand] = PLACEHOLDER.findall(condition.de + condition.en)
            if isinstance(condition, Condition):
                operands.insert(0, condition.when)
            for operand in operands:
                found |= self._rows_behind(operand, failure.frame, failure.level, failure.index)
        for name, row in found:
            yield name, row, programme.citations.get(row.citation)

    def _rows_behind(
        self, operand: Operand, frame: Frame, level: str, index: int
    ) -> dict[tuple[str, ParameterValue], None]:
        """Return the rows that an expression rests on, directly or through rules."""
        needed = self.needed(operand, (frame, level, index))
        found: dict[tuple[str, ParameterValue], None] = {}
        for name in self.programme.analysis.order:
            if name in needed:
                node = self.programme.rules[name].node
                rows = self._rows_read(node, frame, level, index, only_asked=True)
                found |= dict.fromkeys(rows)
        rows = self._rows_read(operand, frame, level, index, only_asked=True)
        return found | dict.fromkeys(rows)

    def source_line(
        self, name: str, row: ParameterValue, citation: Citation | None, language: Language
    ) -> str:
        """Say where a number comes from."""
        value = ""
        if row.value is not None and self.programme.parameters[name].unit == "percent":
            value = f" = {format_number(row.numbers[0], language)} %"
        elif row.value is not None:
            value = f" = {self._number_of(name, row).format(language)}"
        elif row.date is not None:
            value = f" = {format_date(row.date, language)}"
        since = ""
        if row.start is not None:
            words = "gilt seit" if language == "de" else "in force since"
            since = f", {words} {format_date(row.start, language)}"
        edition = ""
        if row.edition is not None:
            edition = f", {'Fassung' if language == 'de' else 'edition'} {row.edition}"
        basis = BASIS_WORDS[row.basis][language]
        source = citation.format() if citation is not None else row.citation
        label = self.phrasing.label(name, language)
        return f"{label}{value}{since}{edition} ({basis}): {source}"


def _asked(node: Node, asked_by: tuple[Frame, str, int] | None) -> list[Operand]:
    """Return the operands of a node that a record asks."""
    if isinstance(node, Choose) and asked_by is not None:
        frame, level, index = asked_by
        own = place_of(frame, frame.column(node).level, level, index)
        if own is not None:
            return list(node.asked(frame, own))
    return [inner for _, inner in node.operands()]


def name_of(programme: Programme, operand: Operand, otherwise: str = "financed") -> str:
    """Return the rule that an operand names, or what it is called without one."""
    return operand if isinstance(operand, str) and operand in programme.rules else otherwise


def cut_off(text: str) -> str:
    """Return a text, shortened if it is endless."""
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"
