"""The node that reads a parameter: its value in force, or a row of its table."""

import bisect
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, ClassVar

from integrationsplan._model import model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import ALL, Column, Frame, common_scale
from integrationsplan.allocation._facets import Facet, Scope, Sort, gathered
from integrationsplan.allocation._nodes import Node, Operand
from integrationsplan.allocation._speech import Speaker
from integrationsplan.errors import AllocationError
from integrationsplan.parameters import ParameterValue
from integrationsplan.problems import Problem
from integrationsplan.values import Code, Name, parse_number


@model
class LookUp(Node):
    """A parameter's value: by a code or a quantity, on a date, or of an edition.

    Attributes:
        parameter: Name of the parameter.
        by: What finds the row of a table (a code) or the band (a quantity).
        at: The date whose value counts; by default the day of the evaluation.
        edition: Take this edition, whatever the day.
    """

    kind: ClassVar[str] = "look_up"

    parameter: Name
    by: Operand | None = None
    at: Operand | None = None
    edition: Code | None = None

    def operands(self) -> Iterator[tuple[str, Operand]]:
        yield "/parameter", self.parameter
        if self.by is not None:
            yield "/by", self.by
        if self.at is not None:
            yield "/at", self.at

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        scope.used.add(self.parameter)
        parameter = scope.parameters.get(self.parameter)
        if parameter is None:
            self._report_no_parameter(scope, f"{pointer}/parameter")
            return None
        if self.edition is not None and self.edition not in parameter.editions:
            editions = ", ".join(parameter.editions) or "-"
            scope.report(kinds.UNKNOWN_EDITION, f"{pointer}/edition", editions=editions)
        form = parameter.values[0].form
        if (form == "value") != (self.by is None):
            kind = kinds.NO_TABLE if form == "value" else kinds.NEEDS_LOOK_UP
            scope.report(kind, pointer, name=self.parameter)
            return None
        operands: list[Facet | None] = []
        if self.by is not None:
            sort: Sort = "code" if form == "table" else "quantity"
            operands.append(scope.of_sort(self.by, f"{pointer}/by", sort))
        if self.at is not None:
            operands.append(scope.of_sort(self.at, f"{pointer}/at", "date"))
        known = [facet for facet in operands if facet is not None]
        level = scope.join(known, pointer)
        own = scope.facets.get(self.parameter)
        if own is None or level is None or len(known) != len(operands):
            return None
        return Facet("quantity", level, own.unit, own.step, gathered(known))

    def _report_no_parameter(self, scope: Scope, pointer: str) -> None:
        if self.parameter not in scope.facets:
            scope.report_unknown(self.parameter, pointer)
        elif scope.facets[self.parameter] is not None:  # else it is wrong itself, and told
            scope.report(kinds.NO_PARAMETER, pointer, name=self.parameter)

    def evaluate(self, frame: Frame) -> Column:
        columns = [frame.column(o) for o in (self.by, self.at) if o is not None]
        level = frame.deepest(columns)
        codes = frame.spread(frame.column(self.by), level) if self.by is not None else None
        days = frame.spread(frame.column(self.at), level) if self.at is not None else None
        by_scale = frame.column(self.by).scale if self.by is not None else 1
        count = frame.count(level)
        tables: dict[Any, RowReader] = {}
        numbers: list[int | Fraction] = []
        missing: list[Problem] = []
        for index in range(count):
            day = days[index] if days is not None else None
            reader = tables.get(day)
            if reader is None:
                row, scale = frame.parameters(self.parameter, day, self.edition)
                reader = tables[day] = RowReader.of(row, scale, by_scale)
            number = reader.read(codes[index] if codes is not None else None)
            if number is None:
                record = frame.records[level].keys[index] or ALL
                missing.append(self._no_row(frame, record, reader))
                number = 0
            numbers.append(number)
        if missing:
            raise AllocationError(kinds.ALLOCATION, missing)
        values, scale = common_scale(numbers)
        return Column(level, values, scale)

    def _no_row(self, frame: Frame, record: str, reader: "RowReader") -> Problem:
        return kinds.NO_ROW.at(
            frame.pointers.get(id(self), ""),
            record=repr(record),
            parameter=self.parameter,
            rows=reader.describe(),
        )

    def phrase(self, speaker: Speaker) -> str:
        said = speaker.label(self.parameter)
        if self.by is not None:
            said += f" {speaker.word('for', 'für')} {speaker.bracketed(self.by)}"
        if self.at is not None:
            said += f" {speaker.word('on', 'am')} {speaker.bracketed(self.at)}"
        if self.edition is not None:
            said += f", {speaker.word('edition', 'Fassung')} {self.edition}"
        return said


class RowReader:
    """Reads one row of a parameter quickly, many times."""

    __slots__ = ("_by_scale", "_ends", "_keys", "_numbers", "_row")

    def __init__(self, row: ParameterValue) -> None:
        self._row = row
        self._keys: dict[str, int | Fraction] = {}
        self._ends: list[Fraction] = []
        self._numbers: list[int | Fraction] = []
        self._by_scale = 1

    @classmethod
    def of(cls, row: ParameterValue, scale: int, by_scale: int) -> "RowReader":
        """Prepare a row; ``scale`` is 100 for percentages."""
        reader = cls(row)
        reader._by_scale = by_scale
        numbers = [number / scale for number in row.numbers]
        if row.table is not None:
            reader._keys = dict(zip(row.table, numbers, strict=True))
        elif row.bands is not None:
            reader._ends = [parse_number(band.at_least) for band in row.bands]
            reader._numbers = list(numbers)
        else:
            reader._numbers = list(numbers)
        return reader

    def read(self, by: Any) -> int | Fraction | None:  # a code or a numerator
        """Return the number for a code or a quantity, or nothing if there is no row."""
        if self._row.table is not None:
            return self._keys.get(by)
        if self._row.bands is not None:
            place = bisect.bisect_right(self._ends, Fraction(by) / self._by_scale)
            return self._numbers[place - 1] if place else None
        return self._numbers[0]

    def describe(self) -> str:
        """Name the rows that exist."""
        if self._row.table is not None:
            keys = list(self._row.table)
            return ", ".join(keys[:20]) + ("…" if len(keys) > 20 else "")
        return f">= {self._ends[0]}"
