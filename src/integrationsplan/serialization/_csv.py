"""Recipients from CSV, and awards to CSV: as spreadsheets write and read them.

Comma, semicolon or tab; with or without byte order mark; UTF-8. Numbers are plain, or German
(``1.234,5``) on request. Every row of a programme whose recipients have posts is one post: rows of
the same key belong to one recipient.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from integrationsplan._language import Wording
from integrationsplan.allocation import Allocation, FigureValue, Programme, Recipients, Record
from integrationsplan.allocation import _problems as rule_kinds
from integrationsplan.allocation._programme import Figure
from integrationsplan.allocation._recipients import FigureProblem, FigureReader
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.problems import Param, ProblemKind
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._bounds import DEFAULT_BOUNDS, Bounds
from integrationsplan.serialization._lines import Line, neutralise, read_lines, restore
from integrationsplan.serialization._rows import (
    ATTEMPT,
    TEXTS,
    Gatherer,
    Layout,
    Report,
    Row,
    UpperRecords,
    assemble,
)
from integrationsplan.serialization._scan import decode, refuse
from integrationsplan.values._numbers import is_ambiguous

__all__ = [
    "RecipientsFile",
    "awards_to_csv",
    "parts_to_csv",
    "recipients_from_csv",
    "records_from_csv",
]

_GERMAN_NUMBER = re.compile(r"-?(?:\d{1,18}|\d{1,3}(?:\.\d{3}){1,5})(?:,\d{1,18})?", re.ASCII)
GERMAN_FORM = Wording("a number such as 1.234,56", "eine Zahl wie 1.234,56")


@attrs.frozen
class RecipientsFile:
    """Recipients with the lines that they stand in.

    Attributes:
        recipients: The recipients.
        lines: First line of each key, for messages.
    """

    recipients: Recipients
    lines: Mapping[str, int]


def recipients_from_csv(
    data: bytes | str,
    programme: Programme,
    *,
    figures: Mapping[str, FigureValue] | None = None,
    records: UpperRecords | None = None,
    decimal_comma: bool = False,
    bounds: Bounds = DEFAULT_BOUNDS,
) -> RecipientsFile:
    r"""Read recipients with the figures that a programme asks for.

    Args:
        data: The file: a header row with ``key``, perhaps ``name``, ``kind`` and ``parent``; every
            further column is a figure under its name.
        programme: Says which figures there are, and in which unit.
        figures: Figures of level ``all``, such as a pot.
        records: Records above the recipients, by level, such as districts with their figures.
        decimal_comma: Numbers are written as in German.
        bounds: How large the file may be.

    Raises:
        DocumentError: If anything is wrong; every problem with line and column.

    Example:
        >>> from integrationsplan import catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> file = recipients_from_csv("key;persons\nWeinheim;352\n", programme)
        >>> file.recipients["Weinheim"].figures["persons"]
        352
    """
    text = decode(data, bounds.csv_bytes, ATTEMPT, bounds).removeprefix("\ufeff")
    layout = Layout.of(programme)
    header, lines, problems = read_lines(text, bounds)
    problems += [
        found.kind.in_line(1, found.column, **found.params)
        for found in layout.check(header, kinds.UNKNOWN_COLUMN)
        if header or found.column is None
    ]
    most = len(problems) + bounds.problems + 1  # beyond that they are counted

    unsaid = 0

    def report(line: int, column: str, kind: ProblemKind, /, **params: Param) -> None:
        nonlocal unsaid
        if len(problems) < most:
            problems.append(kind.in_line(line, column, **params))
        else:
            unsaid += 1

    parser = _Parser(layout, set(header), decimal_comma, report)
    gatherer = Gatherer(layout, report, duplicate=kinds.DUPLICATE_KEY, disagree=kinds.ROWS_DISAGREE)
    members = gatherer.members(parser.rows(lines))
    if not problems and not members:
        problems.append(rule_kinds.NO_RECIPIENTS.in_line(2))
    if problems:
        ordered = sorted(problems, key=lambda problem: problem.line or 0)
        if unsaid:
            ordered.append(kinds.TOO_MANY_PROBLEMS.at(count=unsaid))
        raise refuse(ATTEMPT, ordered, bounds)
    return RecipientsFile(assemble(members, figures, records), gatherer.places)


def records_from_csv(
    data: bytes | str,
    programme: Programme,
    level: str,
    *,
    decimal_comma: bool = False,
    bounds: Bounds = DEFAULT_BOUNDS,
) -> tuple[Record, ...]:
    r"""Read records of a level above the recipients, such as districts with their figures.

    Args:
        data: The file: a header row with ``key``, perhaps ``parent``, and the figures of the level.
        programme: Says which figures the level has.
        level: The level.
        decimal_comma: Numbers are written as in German.
        bounds: How large the file may be.

    Raises:
        DocumentError: If the file is refused; every problem with line and column.
        UnknownNameError: If the programme has no such level above or beside recipients.
    """
    if level not in programme.levels_from_above():
        known = programme.levels_from_above()
        raise UnknownNameError(Wording("level above recipients", "obere Ebene"), level, known)
    text = decode(data, bounds.csv_bytes, ATTEMPT, bounds).removeprefix("\ufeff")
    header, lines, problems = read_lines(text, bounds)
    figures = {name: f for name, f in programme.figures.items() if f.level == level}
    known_columns = ["key", "parent", *figures]
    for name in header:
        if name not in known_columns:
            listed = ", ".join(known_columns)
            problems.append(kinds.UNKNOWN_COLUMN.in_line(1, name[:64], columns=listed))
    if header and "key" not in header:
        problems.append(kinds.MISSING_COLUMN.in_line(1, "key"))
    rows: list[dict[str, str]] = []
    for line in lines:
        row = {name: restore(cell) for name, cell in line.cells.items() if cell}
        for name in figures.keys() & row.keys() if decimal_comma else ():
            try:
                row[name] = plain_number(row[name], figures[name])
            except FigureProblem as problem:
                problems.append(problem.kind.in_line(line.number, name, **problem.params))
        rows.append(row)
    if problems:
        raise refuse(ATTEMPT, sorted(problems, key=lambda problem: problem.line or 0), bounds)
    try:
        return Recipients.of([], records={level: rows}).records[level]
    except InvalidValueError as error:
        raise refuse(ATTEMPT, error.problems, bounds) from None


def awards_to_csv(allocation: Allocation, *, decimal_comma: bool = False) -> str:
    """Write awards as CSV: one row a recipient, amounts exact.

    With ``decimal_comma`` the separator is a semicolon, as German spreadsheets expect. A text that
    a spreadsheet would run as a formula gets an apostrophe in front. Outputs that lie below
    recipients have a table of their own: `parts_to_csv`.
    """
    programme = allocation.programme
    outputs = [name for name in programme.result.outputs if name not in programme.outputs_below]
    parts = [source.id for source in programme.sources] + [t.id for t in programme.tranches]
    marks = [mark.id for mark in programme.earmarks]
    head = ["key", "name", "amount", "unit", *outputs, *parts, *marks, "findings"]
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";" if decimal_comma else ",", lineterminator="\r\n")
    writer.writerow(map(neutralise, head))
    for award in allocation.awards:
        amounts = [award.amount.to_text()]
        shown, marked = award.outputs, award.earmarks
        beside = [shown[name].to_text() if name in shown else "" for name in outputs]
        cut = [q.to_text() for q in (*award.sources.values(), *award.tranches.values())]
        cut += [marked[name].to_text() if name in marked else "" for name in marks]
        numbers = [with_comma(number) if decimal_comma else number for number in amounts]
        others = [with_comma(number) if decimal_comma else number for number in (*beside, *cut)]
        codes = " ".join(award.finding_codes)
        recipient = award.recipient
        texts = [neutralise(recipient.key), neutralise(recipient.title)]
        writer.writerow([*texts, *numbers, allocation.unit, *others, codes])
    return target.getvalue()


def parts_to_csv(allocation: Allocation, *, decimal_comma: bool = False) -> str:
    """Write what lies below the recipients as CSV: one row an output and record, amounts exact.

    Args:
        allocation: The allocation.
        decimal_comma: As German spreadsheets expect: semicolon and decimal comma.

    Returns:
        Columns ``key`` (of the recipient), ``output``, ``record``, ``amount`` and ``unit``.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";" if decimal_comma else ",", lineterminator="\r\n")
    writer.writerow(["key", "output", "record", "amount", "unit"])
    for award in allocation.awards:
        for name, parts in award.parts.items():
            for record, amount in parts.items():
                number = amount.to_text()
                texts = [neutralise(award.recipient.key), name, neutralise(record)]
                said = with_comma(number) if decimal_comma else number
                writer.writerow([*texts, said, str(amount.unit)])
    return target.getvalue()


def plain_number(cell: str, figure: Figure) -> str:
    """Write a number of a German cell plainly; other sorts of figures stay as they are.

    Raises:
        FigureProblem: If it is no number in German notation.
    """
    if figure.unit in ("code", "date", "truth"):
        return cell
    if _GERMAN_NUMBER.fullmatch(cell):
        plain = cell.replace(".", "").replace(",", ".")
        # Here three decimals are no thousands, and are not to be taken for such.
        return f"{plain}0" if is_ambiguous(plain) else plain
    raise FigureProblem(rule_kinds.BAD_FIGURE, allowed=GERMAN_FORM)


def with_comma(number: str) -> str:
    """Write a number with the decimal sign of German spreadsheets."""
    return number.replace(".", ",")


# -- rows ------------------------------------------------------------------------------------------


class _Parser:
    """Reads the cells of lines and reports what is wrong with them."""

    def __init__(
        self,
        layout: Layout,
        header: set[str],
        decimal_comma: bool,  # private
        report: Report,
    ) -> None:
        self._layout = layout
        self._readers = {name: FigureReader(figure) for name, figure in layout.figures.items()}
        self._own = layout.figures_of("recipient")
        self._below = layout.figures_of(layout.below) if layout.below is not None else {}
        self._header = header
        self._decimal_comma = decimal_comma
        self._report = report

    def rows(self, lines: Iterable[Line]) -> Iterator[Row]:
        """Yield the lines that have a key."""
        for line in lines:
            key = restore(line.cells.get("key", ""))
            if not key:
                if "key" in self._header:
                    self._report(line.number, "key", rule_kinds.NO_KEY)
                continue
            figures = self._figures(line, self._own)
            texts = {name: self._text(line, name) for name in TEXTS}
            if texts["kind"] is None and self._layout.kind_is_required and "kind" in self._header:
                self._report(line.number, "kind", rule_kinds.MISSING_FIGURE, figure="kind")
            yield Row(line.number, key, texts, figures, self._figures(line, self._below))

    def _text(self, line: Line, name: str) -> str | None:
        if name == "kind" and not self._layout.kind_is_text:
            return None
        return restore(line.cells.get(name, "")) or None

    def _figures(self, line: Line, figures: Mapping[str, Figure]) -> dict[str, FigureValue]:
        found: dict[str, FigureValue] = {}
        for name, figure in figures.items():
            if name not in self._header:
                continue
            cell = restore(line.cells[name]) if figure.unit == "code" else line.cells[name]
            if cell == "":
                if figure.default is None:
                    self._report(line.number, name, rule_kinds.MISSING_FIGURE, figure=name)
                continue
            try:
                found[name] = self._readers[name].read_given(
                    plain_number(cell, figure) if self._decimal_comma else cell
                )
            except FigureProblem as problem:
                self._report(line.number, name, problem.kind, **problem.params)
        return found
