"""Why an award is what it is: steps as data, and sentences made from them on demand.

Nothing is recorded while a rule is evaluated. The columns of the evaluation are kept, and a step
reads its inputs and its result from them when somebody asks.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import attrs

from integrationsplan._language import Language, Wording, format_date
from integrationsplan._model import FrozenMap
from integrationsplan.allocation._analysis import PLACEHOLDER
from integrationsplan.allocation._columns import ALL, RECIPIENT, Column, Frame
from integrationsplan.allocation._evaluation import Evaluation, Failure
from integrationsplan.allocation._facets import Facet
from integrationsplan.allocation._look_up import LookUp
from integrationsplan.allocation._nodes import Node, Operand
from integrationsplan.allocation._programme import Condition, Earmark, Programme, Source, Tranche
from integrationsplan.allocation._speech import Speaker
from integrationsplan.findings import Finding, Severity
from integrationsplan.parameters import ParameterValue
from integrationsplan.values import Basis, Bilingual, Citation, Quantity, Unit, format_number

__all__ = ["Input", "Step", "describe_rule"]

TRACE_VERSION = 1
LONGEST_TEXT = 20_000
PARTS_SHOWN = 10
"""How many records below a recipient an explanation lists."""


@attrs.frozen
class Input:
    """What a step reads.

    Attributes:
        name: Name of the figure, parameter or rule.
        value: Exact value as text; absent where it is a table or many values.
        unit: Its unit.
        basis: Of a parameter: whether its source states it or it was inferred.
        citation: Of a parameter: id of its source.
    """

    name: str
    value: str | None
    unit: str
    basis: Basis | None = None
    citation: str | None = None


@attrs.frozen
class Step:
    """One named rule, evaluated for one record.

    Attributes:
        rule: Name of the rule; ``award`` for an award that is no named rule.
        operation: Kind of its outermost node.
        record: Key of the record: the recipient, or one below it; empty for all.
        inputs: What it reads.
        result: Exact result as text.
        unit: Unit of the result.
        sentences: The step in words.
    """

    rule: str
    operation: str
    record: str
    inputs: tuple[Input, ...]
    result: str
    unit: str
    sentences: Wording


@attrs.frozen(eq=False)
class Explainer:
    """Explains the awards of one evaluation."""

    programme: Programme
    evaluation: Evaluation

    def steps(self, place: int) -> Iterator[Step]:
        """Yield the steps of a recipient's award and outputs, each after its inputs."""
        needed = self._needed(self.programme.result.award)
        for output in self.programme.result.outputs:
            needed |= self._needed(output)
        for name in self.programme.analysis.order:
            if name in needed:
                node = self.programme.rules[name].node
                yield from self._steps_of(name, node, place)
        if isinstance(self.programme.result.award, Node):
            yield from self._steps_of("award", self.programme.result.award, place)

    def _needed(self, operand: Operand) -> set[str]:
        """Return the names that an expression needs, directly or through rules."""
        found: set[str] = set()
        stack = [operand]
        while stack:
            current = stack.pop()
            if isinstance(current, Node):
                stack += [inner for _, inner in current.operands()]
            elif current not in found:
                found.add(current)
                if current in self.programme.rules:
                    stack.append(self.programme.rules[current].node)
        return found

    def _steps_of(self, name: str, node: Node, place: int) -> Iterator[Step]:
        frame = self.evaluation.frame
        column = frame.column(node)
        if column.level == ALL:
            indices = [0]
        elif column.level == RECIPIENT:
            indices = [place]
        elif self._is_below(column.level):
            owners = frame.ancestors(column.level, RECIPIENT)
            indices = [i for i, owner in enumerate(owners) if owner == place][:PARTS_SHOWN]
        else:
            indices = [frame.ancestors(RECIPIENT, column.level)[place]]
        for index in indices:
            yield self._step(name, node, column, index)

    def _is_below(self, level: str) -> bool:
        frame = self.evaluation.frame
        while level not in (ALL, RECIPIENT):
            level = frame.records[level].parent_level
        return level == RECIPIENT

    def _step(self, name: str, node: Node, column: Column, index: int) -> Step:
        frame = self.evaluation.frame
        facet = self._facet(node)
        names: dict[str, None] = {}
        stack: list[Operand] = [node]
        while stack:
            current = stack.pop()
            if isinstance(current, str):
                names[current] = None
            else:
                stack += [inner for _, inner in current.operands()]
        read = list(dict.fromkeys(self._rows_read(node, frame, column.level, index)))
        inputs = [self._input_of_row(name, row) for name, row in read]
        known = {name for name, _ in read}
        inputs += [self._input(name, column.level, index) for name in names if name not in known]
        return Step(
            rule=name,
            operation=node.kind,
            record=frame.records[column.level].keys[index],
            inputs=tuple(sorted(inputs, key=lambda item: item.name)),
            result=value_text(facet, column, index),
            unit=str(facet.unit) if facet.sort == "quantity" else facet.sort,
            sentences=Wording(
                de=self._sentence(name, node, column, index, frame, "de"),
                en=self._sentence(name, node, column, index, frame, "en"),
            ),
        )

    def _sentence(
        self, name: str, node: Node, column: Column, index: int, frame: Frame, language: Language
    ) -> str:
        speaker = self.speaker(frame, column.level, index, language)
        label = self._label(name, language)
        said = say_value(self._facet(node), column, index, language)
        return f"{label} = {node.phrase(speaker)} = {said}"

    def _label(self, name: str, language: Language) -> str:
        if name in BUILT_IN_WORDS:
            return BUILT_IN_WORDS[name].in_language(language)
        return self.programme.label(name, language)

    def _facet(self, operand: Operand) -> Facet:
        analysis = self.programme.analysis
        found = (
            analysis.facets.get(operand)
            if isinstance(operand, str)
            else analysis.nodes.get(id(operand))
        )
        return found or Facet("code", ALL)

    def _input(self, name: str, level: str, index: int) -> Input:
        frame = self.evaluation.frame
        facet = self._facet(name)
        unit = str(facet.unit) if facet.sort == "quantity" else facet.sort
        place = self._place(frame, facet.level, level, index)
        value = None if place is None else value_text(facet, frame.column(name), place)
        return Input(name, value, unit)

    def _input_of_row(self, name: str, row: ParameterValue) -> Input:
        facet = self._facet(name)
        value = row.date.isoformat() if row.date is not None else None
        unit: str = facet.sort
        if facet.sort == "quantity":
            value = self._number_of(name, row).to_text() if row.value is not None else None
            unit = str(facet.unit)
        return Input(name, value, unit, row.basis, row.citation)

    def _row(self, name: str) -> ParameterValue | None:
        """Return the row that the bare name of a parameter stands for, if it was read so."""
        reading = self.evaluation.readings.get((name, None, None))
        return None if reading is None else reading.row

    def _rows_read(
        self, operand: Operand, frame: Frame, level: str, index: int
    ) -> Iterator[tuple[str, ParameterValue]]:
        """Yield the rows of parameters that an expression reads for a record, rules left out."""
        stack: list[Operand] = [operand]
        while stack:
            current = stack.pop()
            if isinstance(current, LookUp):
                for day in self._days_read(current, frame, level, index):
                    key = (current.parameter, day, current.edition)
                    reading = self.evaluation.readings.get(key)
                    if reading is not None and reading.row is not None:
                        yield current.parameter, reading.row
                stack += [inner for place, inner in current.operands() if place != "/parameter"]
            elif isinstance(current, Node):
                stack += [inner for _, inner in current.operands()]
            elif (row := self._row(current)) is not None:
                yield current, row

    def _days_read(
        self, node: LookUp, frame: Frame, level: str, index: int
    ) -> list[dt.date | None]:
        """Return the days whose values a look-up reads for a record, or for those below it."""
        if node.at is None:
            return [None]
        column = frame.column(node.at)
        place = self._place(frame, column.level, level, index)
        if place is not None:
            return [column.values[place]]
        owners = frame.ancestors(column.level, level)
        pairs = zip(column.values, owners, strict=True)
        return sorted({day for day, owner in pairs if owner == index})

    def _number_of(self, name: str, row: ParameterValue) -> Quantity:
        percent = self.programme.parameters[name].unit == "percent"
        return Quantity(row.numbers[0] / (100 if percent else 1), self._facet(name).unit)

    def _is_percent(self, operand: Operand) -> bool:
        """Tell whether a value was printed as a percentage."""
        name = operand.parameter if isinstance(operand, LookUp) else operand
        if not isinstance(name, str):
            return False
        declared = self.programme.parameters.get(name) or self.programme.figures.get(name)
        return declared is not None and declared.unit == "percent"

    @staticmethod
    def _place(frame: Frame, of: str, level: str, index: int) -> int | None:
        """Return the index of the record of level ``of`` that a record lies in, if it does."""
        if of == ALL:
            return 0
        upper = level
        while upper != ALL:
            if upper == of:
                return frame.ancestors(level, of)[index]
            upper = frame.records[upper].parent_level
        return None

    def speaker(self, frame: Frame, level: str, index: int, language: Language) -> Speaker:
        """Return who says the operands of a record."""

        def say(operand: Operand) -> str:
            facet = self._facet(operand)
            place = self._place(frame, facet.level, level, index)
            if place is None:
                owners = frame.ancestors(facet.level, level)
                count = sum(1 for owner in owners if owner == index)
                if not isinstance(operand, str):
                    return ""  # a formula says its own names
                words = ("Wert", "Werte") if language == "de" else ("value", "values")
                return f"{count} {words[count != 1]}"
            if self._is_percent(operand):
                number = frame.column(operand).number(place) * 100
                return f"{format_number(number, language)} %"
            return say_value(facet, frame.column(operand), place, language)

        def name(text: str) -> str:
            if text in frame.records:
                return say(text)
            label = self._label(text, language)
            return f"{label} ({say(text)})"

        def unit(operand: Operand) -> Unit:
            return self._facet(operand).unit

        def label(text: str) -> str:
            return self._label(text, language)

        def holds(operand: Operand) -> bool | None:
            column = frame.column(operand)
            place = self._place(frame, column.level, level, index)
            return None if place is None else bool(column.values[place])

        def remark(node: Operand) -> object:
            remarks = frame.remarks.get(id(node))
            place = None
            if remarks is not None:
                place = self._place(frame, self._facet(node).level, level, index)
            return None if remarks is None or place is None else remarks[place]

        def equal(first: Operand, second: Operand) -> bool:
            columns = [frame.column(operand) for operand in (first, second)]
            places = [self._place(frame, column.level, level, index) for column in columns]
            if None in places:
                return False
            pairs = zip(columns, places, strict=True)
            one, other = (column.comparable(place or 0) for column, place in pairs)
            return bool(one == other)

        return Speaker(language, label, name, say, unit, equal, holds, remark)

    # -- findings ----------------------------------------------------------------------------------

    def finding(self, failure: Failure) -> Finding:
        """Make the finding of a condition that does not hold."""
        condition = failure.condition
        key = failure.frame.records[failure.level].keys[failure.index]
        values = {}
        for name in PLACEHOLDER.findall(condition.de + condition.en):
            facet = self._facet(name)
            place = self._place(failure.frame, facet.level, failure.level, failure.index)
            if place is not None:
                values[name] = value_text(facet, failure.frame.column(name), place)
        return Finding(
            code=condition.code,
            severity=Severity.WARNING if failure.changes_awards else Severity.NOTICE,
            subject=key[:64] or None,
            text=Bilingual(de=self._fill(failure, "de"), en=self._fill(failure, "en")),
            values=FrozenMap(values),
            ways=condition.ways,
        )

    def _fill(self, failure: Failure, language: Language) -> str:
        speaker = self.speaker(failure.frame, failure.level, failure.index, language)
        template = failure.condition.de if language == "de" else failure.condition.en
        filled = PLACEHOLDER.sub(lambda match: speaker.value(match[1]), template)
        return filled if len(filled) <= LONGEST_TEXT else f"{filled[: LONGEST_TEXT - 1]}…"

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
        parts: list[Source | Tranche | Earmark] = [
            *programme.sources,
            *programme.tranches,
            *programme.earmarks,
        ]
        found: dict[tuple[str, ParameterValue], None] = {}
        if place is not None:
            amounts = (part.amount for part in parts)
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
        needed = self._needed(operand)
        found: dict[tuple[str, ParameterValue], None] = {}
        for name in self.programme.analysis.order:
            if name in needed:
                node = self.programme.rules[name].node
                found |= dict.fromkeys(self._rows_read(node, frame, level, index))
        return found | dict.fromkeys(self._rows_read(operand, frame, level, index))

    def source_line(
        self, name: str, row: ParameterValue, citation: Citation | None, language: Language
    ) -> str:
        """Say where a number comes from."""
        label = self._label(name, language)
        value = ""
        parameter = self.programme.parameters[name]
        if row.value is not None and parameter.unit == "percent":
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
        return f"{label}{value}{since}{edition} ({basis}): {source}"


def describe_rule(programme: Programme, name: str, language: Language) -> str:
    """Say a named rule in words, without values."""

    def label(operand: str) -> str:
        words = BUILT_IN_WORDS.get(operand)
        return words.in_language(language) if words else programme.label(operand, language)

    def unit(operand: Operand) -> Unit:
        facet = None if isinstance(operand, str) else programme.analysis.nodes.get(id(operand))
        return facet.unit if facet is not None else Unit()

    speaker = Speaker(language, label, label, lambda _: "", unit)
    return f"{label(name)} = {programme.rules[name].node.phrase(speaker)}"


BUILT_IN_WORDS = {
    "award": Wording("award", "Zuwendung"),
    "day": Wording("day", "Stichtag"),
    "period_start": Wording("start of the period", "Beginn des Zeitraums"),
    "period_end": Wording("end of the period", "Ende des Zeitraums"),
}

BASIS_WORDS: dict[Basis, dict[Literal["de", "en"], str]] = {
    Basis.STATED: {"de": "angegeben", "en": "stated"},
    Basis.INFERRED: {"de": "erschlossen", "en": "inferred"},
    Basis.ASSUMED: {"de": "angenommen", "en": "assumed"},
}


def value_text(facet: Facet, column: Column, index: int) -> str:
    """Write a value exactly."""
    if facet.sort == "quantity":
        return Quantity(column.number(index), facet.unit).to_text()
    value = column.values[index]
    if facet.sort == "truth":
        return "true" if value else "false"
    return str(value.isoformat()) if isinstance(value, dt.date) else str(value)


def say_value(facet: Facet, column: Column, index: int, language: Language) -> str:
    """Write a value for people."""
    if facet.sort == "quantity":
        return Quantity(column.number(index), facet.unit).format(language)
    value = column.values[index]
    if facet.sort == "truth":
        words = ("ja", "nein") if language == "de" else ("yes", "no")
        return words[0] if value else words[1]
    return format_date(value, language) if isinstance(value, dt.date) else str(value)
