"""Lines of CSV files, whatever they hold: separators, line numbers, and texts that are no formulas.

What the readers of recipients and of code lists share.
"""

import csv
import io
import re
from collections.abc import Mapping

import attrs

from integrationsplan.problems import Problem
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._bounds import Bounds

__all__ = ["Line", "neutralise", "read_lines", "restore"]

LONGEST_HEADER = 100_000
_BEGINNING = r"(^|[,;\t\r\n])"
_SIGNS = "\\s*'*[=+\\-@\uff1d\uff0b\uff0d\uff20]"  # the full-width signs run as formulas too
_FORMULA = re.compile(f"{_BEGINNING}(?={_SIGNS})")
_NEUTRALISED = re.compile(f"{_BEGINNING}'(?={_SIGNS})")


@attrs.frozen
class Line:
    """A row of a file.

    Attributes:
        number: The line that it begins in, from 1.
        cells: Its cells by column.
    """

    number: int
    cells: Mapping[str, str]


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


def _delimiter(text: str) -> str:
    """Return the separator of the header row: the one that stands there most, outside quotes."""
    first = re.split(r"[\r\n]", text.lstrip("\r\n")[:LONGEST_HEADER], maxsplit=1)[0]
    first = re.sub(r'"[^"]*"', "", first)
    return max(",;\t", key=first.count)


def neutralise(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula; `restore` undoes it.

    An apostrophe goes before every sign that a formula begins with, at the beginning and after
    every separator: the file may be opened with another one than it was written with.
    """
    return _FORMULA.sub(r"\1'", text)


def restore(text: str) -> str:
    """Take away what `neutralise` has put into a text."""
    return _NEUTRALISED.sub(r"\1", text)
