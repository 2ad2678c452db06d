"""The node that reads a parameter: its value in force, or a row of its table."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar

from integrationsplan._model import model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._columns import Column, Frame, common_scale
from integrationsplan.allocation._facets import Facet, Scope, Sort, gathered
from integrationsplan.allocation._marks import Mark, merged
from integrationsplan.allocation._nodes import Node, Operand
from integrationsplan.allocation._readings import NO_VALUE
from integrationsplan.allocation._speech import Speaker
from integrationsplan.allocation._witness import Witness, read_value, told
from integrationsplan.values import Code, Name, format_number, parse_number

if TYPE_CHECKING:
    from integrationsplan.parameters import Parameter


@model
class LookUp(Node):
    """A parameter's value: by a code or a quantity, on a date, or of an edition.

    Attributes:
        parameter: Name of the parameter.
        by: What finds the row of a table (a code) or the band (a quantity).
        row: The row of a table, by its code: weights that sum to 100 stand best in one table.
        at: The date whose value counts; by default the day of the evaluation.
        edition: Take this edition, whatever the day.
    """

    kind: ClassVar[str] = "look_up"

    parameter: Name
    by: Operand | None = None
    row: Code | None = None
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
        if not self._finds_rows(scope, parameter, pointer):
            return None
        operands: list[Facet | None] = []
        if self.by is not None:
            sort: Sort = "code" if parameter.values[0].is_table else "quantity"
            operands.append(scope.of_sort(self.by, f"{pointer}/by", sort))
        if self.at is not None:
            operands.append(scope.of_sort(self.at, f"{pointer}/at", "date"))
        known = [facet for facet in operands if facet is not None]
        level = scope.join(known, pointer)
        own = scope.facets.get(self.parameter)
        if own is None or level is None or len(known) != len(operands):
            return None
        if not self._ends_fit(scope, parameter, known, pointer):
            return None
        gathers = gathered(known)
        if parameter.sums_per is not None:
            if not self._sums_hold(scope, level, parameter, pointer):
                return None
            gathers |= {parameter.sums_per}
        return Facet(own.sort, level, own.unit, own.step, gathers)

    def _finds_rows(self, scope: Scope, parameter: "Parameter", pointer: str) -> bool:
        """Tell whether by and row say how the parameter is read; report it if not."""
        first = parameter.values[0]
        if self.row is None:
            if first.is_single == (self.by is None):
                return True
            kind = kinds.NO_TABLE if first.is_single else kinds.NEEDS_LOOK_UP
            scope.report(kind, pointer, name=self.parameter)
            return False
        if self.by is not None or not first.is_table:
            scope.report(kinds.ROW_OF_NO_TABLE, f"{pointer}/row")
            return False
        for index, dated in enumerate(parameter.values):
            if self.row not in (dated.table or dated.codes or ()):
                place = f"/parameters/{self.parameter}/values/{index}"
                scope.report(kinds.NO_SUCH_ROW, f"{pointer}/row", place=place)
        return True

    def _ends_fit(
        self, scope: Scope, parameter: "Parameter", known: list[Facet], pointer: str
    ) -> bool:
        """Tell whether bands are read by a quantity of their unit; report it if not."""
        if parameter.bands_unit is None:
            return True
        ends = scope.unit(parameter.bands_unit, f"/parameters/{self.parameter}/bands_unit")
        if ends is None or ends == known[0].unit:
            return ends is not None
        found, allowed = str(known[0].unit), str(ends)
        scope.report(kinds.WRONG_UNIT, f"{pointer}/by", found=found, allowed=allowed)
        return False

    def _sums_hold(self, scope: Scope, level: str, parameter: "Parameter", pointer: str) -> bool:
        """Tell whether the sums of a table can be checked where it is read; report it if not."""
        per = parameter.sums_per or level
        if self.by != level or self.at is not None or not scope.is_above(per, level):
            scope.report(kinds.SUMS_PER_ELSEWHERE, f"{pointer}/by", level=level, per=per)
            return False
        return True

    def _report_no_parameter(self, scope: Scope, pointer: str) -> None:
        if self.parameter not in scope.facets:
            scope.report_unknown(self.parameter, pointer)
        elif scope.facets[self.parameter] is not None:  # else it is wrong itself, and told
            scope.report(kinds.NO_PARAMETER, pointer, name=self.parameter)

    def evaluate(self, frame: Frame) -> Column:
        by = frame.column(self.by) if self.by is not None else None
        at = frame.column(self.at) if self.at is not None else None
        columns = [column for column in (by, at) if column is not None]
        level = frame.deepest(columns)
        count = frame.count(level)
        keys = [self.row] * count if by is None else frame.spread(self._readable(frame, by), level)
        days = [None] * count if at is None else frame.spread(at, level)
        found: list[Any] = []
        faults: dict[int, Mark] = {}
        for index, (key, day) in enumerate(zip(keys, days, strict=True)):
            reading = frame.parameters(self.parameter, day, self.edition)
            value = None if reading.fault is not None else reading.read(key)
            if value is None:
                value = NO_VALUE[reading.sort]
                faults[index] = reading.fault or kinds.NO_ROW.at(
                    frame.pointer(self),
                    record=repr(frame.key(level, index)),
                    parameter=self.parameter,
                    by=self.by if isinstance(self.by, str) else "by",
                    rows=reading.describe(),
                )
            found.append(value)
        # What is known of the operands comes first: a row for a value that is none is no question.
        earlier, reasons = frame.marks_of(columns, level)
        own = {index: fault for index, fault in faults.items() if index not in earlier}
        marks = merged([m for m in (earlier, own) if m])
        if found and not is_number(found[0]):
            return Column(level, found, 1, marks, reasons)
        values, scale = common_scale(found)
        return self._checked(frame, Column(level, values, scale, marks, reasons))

    def _readable(self, frame: Frame, by: Column) -> Column:
        """Return a column of codes, or of quantities as the ends of bands are printed."""
        if not by.values or not is_number(by.values[0]):
            return by
        ends = frame.parameters(self.parameter, None, self.edition).parameter.bands_unit
        is_percent = self.by in frame.percents if ends is None else ends == "percent"
        factor = 100 if is_percent else 1
        return Column(by.level, [Fraction(value) * factor / by.scale for value in by.values])

    def _checked(self, frame: Frame, column: Column) -> Column:
        """Check a table whose rows must sum to a number for each record of an upper level."""
        reading = frame.parameters(self.parameter, None, self.edition)
        parameter = reading.parameter
        if parameter.sums_per is None or parameter.sums_to is None or reading.row is None:
            return column
        printed = 100 if parameter.unit == "percent" else 1
        declared = parse_number(parameter.sums_to) / printed
        sums = frame.gather(column, parameter.sums_per)
        # Rows of recipients that are not given may lie below any record: then a sum can only be
        # found to be too large.
        is_whole = set(reading.places) <= set(frame.records[column.level].keys)
        faults: dict[int, Mark] = {}
        for index in range(len(sums.values)):
            total = sums.number(index)
            if total > declared or (is_whole and total != declared):
                faults[index] = kinds.SUM_PER_DIFFERS.at(
                    frame.pointer(self),
                    record=repr(frame.key(parameter.sums_per, index)),
                    parameter=self.parameter,
                    found=format_number(total * printed, "en"),
                    allowed=format_number(declared * printed, "en"),
                )
        below = frame.spread_marks(faults, parameter.sums_per, column.level)
        marks = merged([m for m in (column.faults, below) if m])
        return Column(column.level, column.values, column.scale, marks, column.reasons)

    def local(self) -> Iterator[tuple[str, Operand]]:
        return iter(())

    def witness(self, frame: Frame, index: int) -> Witness:
        column = frame.column(self)
        sort = "quantity" if is_number(column.values[index]) else "code"
        if isinstance(column.values[index], dt.date):
            sort = "date"
        value = column.number(index) if sort == "quantity" else column.values[index]
        return told({"sort": sort, "value": value})

    def recall(self, frame: Frame, witness: Witness) -> Column:
        sort = witness.values["sort"]
        return read_value(witness.values["value"], "1" if sort == "quantity" else sort)

    def phrase(self, speaker: Speaker) -> str:
        said = speaker.label(self.parameter)
        if self.row is not None:
            said += f" {speaker.word('for', 'für')} {self.row}"
        if self.by is not None:
            said += f" {speaker.word('for', 'für')} {speaker.bracketed(self.by)}"
        if self.at is not None:
            said += f" {speaker.word('on', 'am')} {speaker.bracketed(self.at)}"
        if self.edition is not None:
            said += f", {speaker.word('edition', 'Fassung')} {self.edition}"
        return said


def is_number(value: object) -> bool:
    """Tell whether a value of a column is a number; a truth is none."""
    return isinstance(value, int | Fraction) and not isinstance(value, bool)
