"""Lines of CSV files, whatever they hold: separators, line numbers, and texts that are no formulas.

What the readers of recipients and of code lists share.
"""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence

import attrs

from integrationsplan import problems as general
from integrationsplan.problems import Problem
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._bounds import Bounds

__all__ = ["Line", "neutralise", "read_lines", "restore"]

LONGEST_HEADER = 100_000
SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"  # the full-width signs run as formulas too
# What may stand between a beginning and a sign, and whether a sign comes. Each run is read once.
_RUN = re.compile(f"(?:^|[\\s',;])[\\s',;]*+(?P<sign>[{SIGNS}])?")
_BEGINNING = re.compile(r"[,;\t\r\n]")
_NEUTRALISED = re.compile(r"([,;\t\r\n])'")


@attrs.frozen
class Line:
    """A row of a file.

    Attributes:
        number: The line that it begins in, from 1.
        cells: Its cells by column.
    """

    number: int
    cells: Mapping[str, str]


MOST_COLUMNS = 1_000
"""Columns of any file that is meant."""


def read_lines(text: str, bounds: Bounds) -> tuple[list[str], list[Line], list[Problem]]:
    """Return header, lines and problems of form."""
    problems: list[Problem] = []
    if "\0" in text:
        before = text[: text.index("\0")].replace("\r\n", "\n")
        line = before.count("\n") + before.count("\r") + 1
        return [], [], [kinds.NOT_CSV.in_line(line)]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    header: list[str] = []
    rows: list[Line] = []
    start = 1
    try:
        for cells in reader:
            line, start = start, reader.line_num + 1
            oversized = _oversized(cells, header, line, bounds)
            if oversized:
                problems += oversized
                if not header:
                    break  # without knowing the columns nothing more can be said
                continue
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
                rows.append(Line(line, dict(zip(header, cells, strict=True))))
    except csv.Error:
        problems.append(kinds.NOT_CSV.in_line(start))
    if not header and not problems:
        problems.append(kinds.NO_HEADER.in_line(1))
    while header and not header[-1] and not any(row.cells[""] for row in rows):
        header = header[:-1]  # a column without name or content: spreadsheets leave such behind
    return header, rows, problems


def _oversized(
    cells: Sequence[str], header: Sequence[str], line: int, bounds: Bounds
) -> list[Problem]:
    """Return what is too long in a row: cells, or all of them together."""
    if not header and len(cells) > MOST_COLUMNS:
        return [general.TOO_MANY.in_line(line, length=len(cells), most=MOST_COLUMNS)]
    most_bytes, most = bounds.line_bytes, bounds.text
    characters = sum(map(len, cells)) + len(cells)
    if characters * 4 > most_bytes:  # a character has four bytes at most
        size = sum(len(cell.encode("utf-8")) for cell in cells) + len(cells)
        if size > most_bytes:
            return [kinds.LINE_TOO_LONG.in_line(line, most=most_bytes)]
    if characters <= most:
        return []
    columns = [*(name[:64] for name in header), *[None] * len(cells)]
    # The apostrophes of `neutralise` are no part of a text.
    lengths = [len(cell) if len(cell) <= most else len(restore(cell)) for cell in cells]
    return [
        kinds.CELL_TOO_LONG.in_line(line, column, length=length, most=most)
        for column, length in zip(columns, lengths, strict=False)
        if length > most
    ]


def _delimiter(text: str) -> str:
    """Return the separator of the header row: the one that stands there most, outside quotes."""
    first = re.split(r"[\r\n]", text.lstrip("\r\n")[:LONGEST_HEADER], maxsplit=1)[0]
    first = re.sub(r'"[^"]*"', "", first)
    return max(",;\t", key=first.count)


def neutralise(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula; `restore` undoes it.

    An apostrophe goes before every sign that a formula begins with, at the beginning and after
    every separator: the file may be opened with another one than it was written with. Blanks and
    apostrophes before the sign do not hide it.

    Example:
        >>> neutralise("=1+1"), restore("'=1+1")
        ("'=1+1", '=1+1')
    """
    return _RUN.sub(lambda run: _before_sign(run, _neutralised), text)


def restore(text: str) -> str:
    """Take away what `neutralise` has put into a text."""
    return _RUN.sub(lambda run: _before_sign(run, _restored), text)


def _before_sign(run: re.Match[str], change: Callable[[str, bool], str]) -> str:
    """Change the part of a run from its last separator to the sign, if a sign ends it."""
    if run["sign"] is None:
        return run[0]
    before = run[0][:-1]
    separator = max(before.rfind(","), before.rfind(";"))
    head, tail = (before[:separator], before[separator:]) if separator >= 0 else ("", before)
    return head + change(tail, separator < 0 and run.start() == 0) + run["sign"]


def _neutralised(tail: str, is_first: bool) -> str:
    return "'" * is_first + _BEGINNING.sub(r"\g<0>'", tail)


def _restored(tail: str, is_first: bool) -> str:
    return _NEUTRALISED.sub(r"\1", tail.removeprefix("'") if is_first else tail)
