"""Recipients from CSV, and awards to CSV: as spreadsheets write and read them.

Comma, semicolon or tab; with or without byte order mark; UTF-8. Numbers are plain, or German
(``1.234,5``) on request. Every row of a programme whose recipients have posts is one post: rows of
the same key belong to one recipient.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap
from integrationsplan.allocation import (
    Allocation,
    FigureValue,
    Programme,
    Recipient,
    Recipients,
    Record,
)
from integrationsplan.allocation import _problems as rule_kinds
from integrationsplan.allocation._programme import Figure
from integrationsplan.allocation._recipients import FigureProblem, FigureReader
from integrationsplan.errors import DocumentError, InvalidValueError
from integrationsplan.problems import Param, Problem, ProblemKind
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._bounds import DEFAULT_BOUNDS, Bounds
from integrationsplan.serialization._scan import decode, refuse

__all__ = ["RecipientsFile", "awards_to_csv", "recipients_from_csv"]

ATTEMPT = Wording("recipients", "Empfänger")
LONGEST_HEADER = 100_000
OWN_COLUMNS = ("key", "name", "kind", "parent")
_GERMAN_NUMBER = re.compile(r"-?(?:\d{1,18}|\d{1,3}(?:\.\d{3}){1,5})(?:,\d{1,18})?", re.ASCII)
GERMAN_FORM = Wording("a number such as 1.234,56", "eine Zahl wie 1.234,56")
_BEGINNING = r"(^|[,;\t\r\n])"
_SIGNS = "\\s*'*[=+\\-@\uff1d\uff0b\uff0d\uff20]"  # the full-width signs run as formulas too
_FORMULA = re.compile(f"{_BEGINNING}(?={_SIGNS})")
_NEUTRALISED = re.compile(f"{_BEGINNING}'(?={_SIGNS})")


@attrs.frozen
class RecipientsFile:
    """Recipients with the lines that they stand in.

    Attributes:
        recipients: The recipients.
        lines: First line of each key, for messages.
    """

    recipients: Recipients
    lines: Mapping[str, int]


@attrs.frozen
class _Row:
    line: int
    cells: Mapping[str, str]


def recipients_from_csv(
    data: bytes | str,
    programme: Programme,
    *,
    figures: Mapping[str, FigureValue] | None = None,
    decimal_comma: bool = False,
    bounds: Bounds = DEFAULT_BOUNDS,
) -> RecipientsFile:
    r"""Read recipients with the figures that a programme asks for.

    Args:
        data: The file: a header row with ``key``, perhaps ``name``, ``kind`` and ``parent``; every
            further column is a figure under its name.
        programme: Says which figures there are, and in which unit.
        figures: Figures of level ``all``, such as a pot.
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
    columns = _Columns.of(programme)
    header, rows, problems = _read_rows(text, bounds)
    problems += columns.check(header)
    parser = _Parser(columns, set(header), decimal_comma, problems)
    members = parser.members(rows)
    if not problems and not members:
        problems.append(rule_kinds.NO_RECIPIENTS.in_line(2))
    if problems:
        ordered = sorted(problems, key=lambda problem: problem.line or 0)
        raise refuse(ATTEMPT, ordered, bounds)
    try:
        recipients = Recipients(members=tuple(members), figures=FrozenMap(figures or {}))
    except InvalidValueError as error:
        raise DocumentError(ATTEMPT, error.problems) from None
    return RecipientsFile(recipients, parser.lines)


def awards_to_csv(allocation: Allocation, *, decimal_comma: bool = False) -> str:
    """Write awards as CSV: one row a recipient, amounts exact.

    With ``decimal_comma`` the separator is a semicolon, as German spreadsheets expect. A text that
    a spreadsheet would run as a formula gets an apostrophe in front.
    """
    programme = allocation.programme
    outputs = programme.result.outputs
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
        numbers = [_comma(number) if decimal_comma else number for number in amounts]
        others = [_comma(number) if decimal_comma else number for number in (*beside, *cut)]
        codes = " ".join(finding.code for finding in award.findings)
        recipient = award.recipient
        texts = [neutralise(recipient.key), neutralise(recipient.title)]
        writer.writerow([*texts, *numbers, allocation.unit, *others, codes])
    return target.getvalue()


def neutralise(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula; `restore` undoes it.

    An apostrophe goes before every sign that a formula begins with, at the beginning and after
    every separator: the file may be opened with another one than it was written with.
    """
    return _FORMULA.sub(r"\1'", text)


def restore(text: str) -> str:
    """Take away what `neutralise` has put into a text."""
    return _NEUTRALISED.sub(r"\1", text)


def plain_number(cell: str, figure: Figure) -> str:
    """Write a number of a German cell plainly; other sorts of figures stay as they are.

    Raises:
        FigureProblem: If it is no number in German notation.
    """
    if figure.unit in ("code", "date", "truth"):
        return cell
    if _GERMAN_NUMBER.fullmatch(cell):
        return cell.replace(".", "").replace(",", ".")
    raise FigureProblem(rule_kinds.BAD_FIGURE, allowed=GERMAN_FORM)


def _comma(number: str) -> str:
    return number.replace(".", ",")


# -- the file --------------------------------------------------------------------------------------


def _read_rows(text: str, bounds: Bounds) -> tuple[list[str], list[_Row], list[Problem]]:
    """Return header, rows and problems of form."""
    problems: list[Problem] = []
    if "\0" in text:
        before = text[: text.index("\0")].replace("\r\n", "\n")
        line = before.count("\n") + before.count("\r") + 1
        return [], [], [kinds.NOT_CSV.in_line(line)]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    header: list[str] = []
    rows: list[_Row] = []
    start = 1
    try:
        for cells in reader:
            line, start = start, reader.line_num + 1
            if not any(cells):
                continue
            if not header:
                header = cells
            elif len(cells) != len(header):
                problems.append(
                    kinds.CELL_COUNT.in_line(line, found=len(cells), allowed=len(header))
                )
            elif len(rows) == bounds.rows:
                problems.append(kinds.TOO_MANY_ROWS.in_line(line, most=bounds.rows))
                break
            else:
                rows.append(_Row(line, dict(zip(header, cells, strict=True))))
    except csv.Error:
        problems.append(kinds.NOT_CSV.in_line(start))
    if not header and not problems:
        problems.append(kinds.NO_HEADER.in_line(1))
    while header and not header[-1] and not any(row.cells[""] for row in rows):
        header = header[:-1]  # a column without name or content: spreadsheets leave such behind
    return header, rows, problems


def _delimiter(text: str) -> str:
    """Return the separator of the header row: the one that stands there most, outside quotes."""
    first = re.split(r"[\r\n]", text.lstrip("\r\n")[:LONGEST_HEADER], maxsplit=1)[0]
    first = re.sub(r'"[^"]*"', "", first)
    return max(",;\t", key=first.count)


# -- columns ---------------------------------------------------------------------------------------


@attrs.frozen
class _Columns:
    """Which columns a programme has, and of which level each figure is."""

    figures: Mapping[str, Figure]
    below: str | None
    deep: bool

    @classmethod
    def of(cls, programme: Programme) -> "_Columns":
        levels = programme.levels
        below = [level for level, parent in levels.items() if parent == "recipient"]
        deeper = any(parent in below for parent in levels.values())
        readable = {"recipient", *below}
        figures = {n: f for n, f in programme.figures.items() if f.level in readable}
        return cls(figures, below[0] if below else None, deeper or len(below) > 1)

    def check(self, header: Sequence[str]) -> Iterator[Problem]:
        if self.deep:
            yield kinds.NOT_FLAT.in_line(1)
        if not header:
            return
        known = [*OWN_COLUMNS, *self.figures]
        seen: set[str] = set()
        for name in header:
            if name in seen:
                yield kinds.REPEATED_COLUMN.in_line(1, name[:64])
            elif name not in known:
                yield kinds.UNKNOWN_COLUMN.in_line(1, name[:64], columns=", ".join(known))
            seen.add(name)
        required = [name for name, figure in self.figures.items() if figure.default is None]
        for name in ["key", *required]:
            if name not in header:
                yield kinds.MISSING_COLUMN.in_line(1, name)


# -- rows ------------------------------------------------------------------------------------------


class _Parser:
    """Turns rows into recipients and collects what is wrong with them."""

    def __init__(
        self,
        columns: _Columns,
        header: set[str],
        decimal_comma: bool,  # private
        problems: list[Problem],
    ) -> None:
        self._columns = columns
        self._readers = {name: FigureReader(figure) for name, figure in columns.figures.items()}
        self._header = header
        self._decimal_comma = decimal_comma
        self._problems = problems
        self.lines: dict[str, int] = {}

    def members(self, rows: Sequence[_Row]) -> list[Recipient]:
        """Return the recipients in the order of their first rows."""
        own: dict[str, dict[str, Any]] = {}
        below: dict[str, list[dict[str, FigureValue]]] = {}
        for row in rows:
            key = restore(row.cells.get("key", ""))
            if not key:
                if "key" in self._header:
                    self._report(row, "key", rule_kinds.NO_KEY)
                continue
            figures = self._figures(row, "recipient")
            head = {name: self._text(row, name) for name in ("name", "kind", "parent")}
            self._check_kind(row, head["kind"])
            if key not in own:
                self.lines[key] = row.line
                own[key] = {**head, "figures": figures}
            elif self._columns.below is None:
                self._report(row, "key", kinds.DUPLICATE_KEY, other=self.lines[key])
            else:
                self._compare(row, own[key], {**head, "figures": figures})
            if self._columns.below is not None:
                below.setdefault(key, []).append(self._figures(row, self._columns.below))
        found = [self._member(key, head, below.get(key, [])) for key, head in own.items()]
        return [member for member in found if member is not None]

    def _text(self, row: _Row, name: str) -> str | None:
        """Return a text of the recipient; the kind of a post is none of the recipient's."""
        kind = self._columns.figures.get("kind")
        if name == "kind" and kind is not None and kind.level != "recipient":
            return None
        return restore(row.cells.get(name, "")) or None

    def _check_kind(self, row: _Row, found: str | None) -> None:
        figure = self._columns.figures.get("kind")
        if figure is None or figure.level != "recipient" or "kind" not in self._header:
            return
        if found is None and figure.default is None:
            self._report(row, "kind", rule_kinds.MISSING_FIGURE, figure="kind")

    def _member(
        self, key: str, head: dict[str, Any], below: Sequence[dict[str, FigureValue]]
    ) -> Recipient | None:
        level = self._columns.below
        try:
            records: FrozenMap[str, tuple[Record, ...]] = FrozenMap()
            if level is not None:
                posts = [
                    Record(key=str(number), figures=FrozenMap(figures))
                    for number, figures in enumerate(below, start=1)
                ]
                records = FrozenMap({level: tuple(posts)})
            figures: FrozenMap[str, FigureValue] = FrozenMap(head["figures"])
            rest = {name: head[name] for name in ("name", "kind", "parent")}
            return Recipient(key=key, figures=figures, records=records, **rest)
        except InvalidValueError as error:
            for problem in error.problems:
                column = problem.pointer.split("/")[1] if "/" in problem.pointer else None
                self._problems.append(
                    attrs.evolve(problem, pointer="", line=self.lines[key], column=column)
                )
            return None

    def _figures(self, row: _Row, level: str) -> dict[str, FigureValue]:
        found: dict[str, FigureValue] = {}
        for name, figure in self._columns.figures.items():
            if figure.level != level or name not in self._header:
                continue
            if name == "kind" and level == "recipient":
                continue  # the recipient has a field for it
            cell = row.cells[name]
            if cell == "":
                if figure.default is None:
                    self._report(row, name, rule_kinds.MISSING_FIGURE, figure=name)
                continue
            try:
                found[name] = self._readers[name].read(
                    plain_number(cell, figure) if self._decimal_comma else cell
                )
            except FigureProblem as problem:
                self._report(row, name, problem.kind, **problem.params)
        return found

    def _compare(self, row: _Row, first: dict[str, Any], again: dict[str, Any]) -> None:
        line = self.lines[restore(row.cells["key"])]
        for name in ("name", "kind", "parent"):
            if again[name] != first[name]:
                self._report(row, name, kinds.ROWS_DISAGREE, other=line)
        for name in first["figures"].keys() | again["figures"].keys():
            if again["figures"].get(name) != first["figures"].get(name):
                self._report(row, name, kinds.ROWS_DISAGREE, other=line)

    def _report(self, row: _Row, column: str, kind: ProblemKind, **params: Param) -> None:
        self._problems.append(kind.in_line(row.line, column, **params))
