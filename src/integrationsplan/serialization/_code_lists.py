"""Code lists and mappings from CSV, under the column names that the publisher gave them.

Comma, semicolon or tab; with or without byte order mark; UTF-8. A file in another encoding is
decoded by the caller, who knows which: ``path.read_text(encoding="cp1252")``. Columns that nobody
asks for are left alone; blanks around a cell are no part of it.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap
from integrationsplan.errors import DocumentError, InvalidValueError
from integrationsplan.problems import Param, Problem, ProblemKind
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._bounds import DEFAULT_BOUNDS, Bounds
from integrationsplan.serialization._lines import Line, read_lines, restore
from integrationsplan.serialization._scan import decode, refuse
from integrationsplan.values import (
    Bilingual,
    CodedValue,
    CodeEntry,
    CodeList,
    CodeMapping,
    CodeSystem,
    Period,
    known_system,
)
from integrationsplan.values import _code_lists as list_kinds

__all__ = ["code_list_from_csv", "code_mapping_from_csv"]

LIST = Wording("code list", "Codeliste")
MAPPING = Wording("code mapping", "Codezuordnung")
_matches_date = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII).fullmatch


def code_list_from_csv(
    data: bytes | str,
    *,
    system: str | CodeSystem,
    version: str | None = None,
    code: str = "code",
    label: str = "label",
    label_en: str | None = None,
    parent: str | None = None,
    parents_by_prefix: bool = False,
    valid: tuple[str, str] | None = None,
    bounds: Bounds = DEFAULT_BOUNDS,
) -> CodeList:
    r"""Read a code list of your own.

    Args:
        data: The file, with a header row.
        system: The code system, or its name. Where it is known, every code must have its form.
        version: The edition of the list; it goes into every value that is coded with it.
        code: Column of the code. What a system's addresses have in common is left out.
        label: Column of the label; of the German one if ``label_en`` is given.
        label_en: Column of the English label.
        parent: Column of the code above; empty at the top.
        parents_by_prefix: Where no parent is given, it is the longest other code of the list that
            the code begins with, as in KldB, ISCO and NUTS.
        valid: Columns of the first and the last day on which a code is valid, as 2018-01-31.
        bounds: How large the file may be.

    Raises:
        DocumentError: If anything is wrong; every problem with line and column.
        InvalidValueError: If system or version are none.

    Example:
        >>> file = "Code;Titel\n4;Informatik\n43;Informatik und IKT\n"
        >>> jobs = code_list_from_csv(
        ...     file, system="KldB 2010", code="Code", label="Titel", parents_by_prefix=True
        ... )
        >>> jobs.label("43"), [entry.code for entry in jobs.children("4")]
        ('Informatik und IKT', ['43'])
    """
    columns = _Columns(code, label, label_en, parent, *(valid or (None, None)))
    form = _Form.of(system, version)
    reader = _Reader(data, columns.named, LIST, bounds)
    rows = list(_rows(reader, columns, form))
    first: dict[str, int] = {}
    for row in rows:
        other = first.setdefault(row.given, row.line.number)
        if row.code and other != row.line.number:
            reader.report(row.line, code, list_kinds.DUPLICATE_CODE, other=_line(other))
    entries: list[CodeEntry] = []
    parents: dict[str, str] = {}
    for row in rows:
        above = row.parent
        if above is not None and above not in first:
            reader.report(row.line, str(parent), list_kinds.UNKNOWN_PARENT)
        if above is None and parents_by_prefix:
            above = _longest_prefix(row.code, first)
        if above is not None:
            parents[row.code] = above
        entry = _entry(reader, row, above, columns)
        if entry is not None:
            entries.append(entry)
    lines = {row.code: row.line for row in rows}
    for circling in list_kinds.codes_in_cycles(parents):
        reader.report(lines[circling], str(parent), list_kinds.PARENT_CYCLE)
    reader.finish()
    return CodeList(system=form.name, version=version, entries=tuple(entries))


def code_mapping_from_csv(
    data: bytes | str,
    *,
    source: str | CodeSystem,
    target: str | CodeSystem,
    source_version: str | None = None,
    target_version: str | None = None,
    source_column: str = "source",
    target_column: str = "target",
    bounds: Bounds = DEFAULT_BOUNDS,
) -> CodeMapping:
    r"""Read which codes of one list correspond to which of another: one pair a row.

    Args:
        data: The file, with a header row.
        source: The code system that is looked up in, or its name.
        target: The code system that is found, or its name.
        source_version: The edition of the one.
        target_version: The edition of the other.
        source_column: Column of the codes that are looked up.
        target_column: Column of the codes that are found.
        bounds: How large the file may be.

    Raises:
        DocumentError: If anything is wrong; every problem with line and column.
        InvalidValueError: If systems or versions are none.

    Example:
        >>> file = "source,target\n01234,0110\n01234,0210\n"
        >>> to_isco = code_mapping_from_csv(file, source="KldB 2010", target="ISCO-08")
        >>> sorted(to_isco.targets("01234"))
        ['0110', '0210']
    """
    of_source = _Form.of(source, source_version)
    of_target = _Form.of(target, target_version)
    reader = _Reader(data, [source_column, target_column], MAPPING, bounds)
    found: dict[str, list[str]] = {}
    first: dict[tuple[str, str], int] = {}
    for line in reader.lines:
        left = reader.code(line, source_column, of_source)
        right = reader.code(line, target_column, of_target)
        if not (left and right):
            continue
        other = first.setdefault((left, right), line.number)
        if other != line.number:
            reader.report(line, target_column, list_kinds.DUPLICATE_TARGET, other=_line(other))
        found.setdefault(left, []).append(right)
    reader.finish()
    return CodeMapping(
        source=of_source.name,
        source_version=source_version,
        target=of_target.name,
        target_version=target_version,
        entries=FrozenMap({left: tuple(rights) for left, rights in found.items()}),
    )


# -- the file --------------------------------------------------------------------------------------


@attrs.frozen
class _Columns:
    code: str
    label: str
    label_en: str | None
    parent: str | None
    valid_from: str | None
    valid_to: str | None

    @property
    def named(self) -> list[str]:
        """The columns that must be there."""
        return [name for name in attrs.astuple(self) if name is not None]


@attrs.frozen
class _Form:
    """What codes look like: a system that is known, or nothing but a name."""

    name: str
    system: CodeSystem | None

    @classmethod
    def of(cls, system: str | CodeSystem, version: str | None) -> "_Form":
        """Look a system up.

        Raises:
            InvalidValueError: If no coded value could carry the name or the edition.
        """
        name = system.name if isinstance(system, CodeSystem) else system
        CodedValue(system=name, code="0", version=version)
        return cls(name, system if isinstance(system, CodeSystem) else known_system(name))

    def short(self, code: str) -> str:
        return self.system.short(code) if self.system else code

    def problem(self, code: str) -> Problem | None:
        """Tell what is wrong in the system of the caller, or in the known one of that name."""
        for system in (self.system, known_system(self.name)):
            problem = system.problem(code) if system else None
            if problem is not None:
                return problem
        return None


class _Reader:
    """Opens a file and takes down what is wrong with it."""

    def __init__(
        self, data: bytes | str, columns: Sequence[str], attempt: Wording, bounds: Bounds
    ) -> None:
        text = decode(data, bounds.csv_bytes, attempt, bounds).removeprefix("\ufeff")
        header, self.lines, self._problems = read_lines(text, bounds)
        self._attempt = attempt
        self._bounds = bounds
        names = [name.strip() for name in header]
        # The cells stand below the names as they are in the file.
        self._places = dict(zip(names, header, strict=True))
        for column in dict.fromkeys(columns) if header else ():
            if column not in self._places:
                self._problems.append(kinds.MISSING_COLUMN.in_line(1, column[:64]))
            elif names.count(column) > 1:
                self._problems.append(kinds.REPEATED_COLUMN.in_line(1, column[:64]))
        if not self.lines and not self._problems:
            self._problems.append(kinds.NO_ROWS.in_line(1))

    def report(self, line: Line, column: str, kind: ProblemKind, /, **params: Param) -> None:
        """Take down a problem of a cell."""
        self._problems.append(kind.in_line(line.number, column[:64], **params))

    def repeat(self, line: Line, column: str, problem: Problem) -> None:
        """Take down a problem of a value as one of its cell."""
        self.report(line, column, problem.kind, **problem.params)

    def cell(self, line: Line, column: str | None, *, required: bool = True) -> str:
        """Return what stands in a cell; an empty one is taken down if it must not be."""
        place = self._places.get(column) if column is not None else None
        if place is None or column is None:
            return ""
        text = restore(line.cells[place].strip())
        if required and not text:
            self.report(line, column, kinds.MISSING_CELL)
        return text

    def code(self, line: Line, column: str, form: _Form) -> str:
        """Return a code of the right form, or an empty text."""
        code = form.short(self.cell(line, column))
        if not code:
            return ""
        problem = form.problem(code)
        if problem is not None:
            self.repeat(line, column, problem)
            return ""
        try:
            return CodedValue(system=form.name, code=code).code
        except InvalidValueError as error:
            self.repeat(line, column, error.problems[0])
            return ""

    def finish(self) -> None:
        """Refuse the file if anything was taken down.

        Raises:
            DocumentError: If it was.
        """
        if self._problems:
            ordered = sorted(self._problems, key=lambda problem: problem.line or 0)
            error: DocumentError = refuse(self._attempt, ordered, self._bounds)
            raise error


@attrs.frozen
class _Row:
    line: Line
    given: str
    """The code as it stands there; it counts as a parent even if it is wrong."""
    code: str
    """The code, or an empty text if it is wrong."""
    parent: str | None


def _rows(reader: _Reader, columns: _Columns, form: _Form) -> Iterator[_Row]:
    for line in reader.lines:
        given = form.short(reader.cell(line, columns.code, required=False))
        above = form.short(reader.cell(line, columns.parent, required=False)) or None
        yield _Row(line, given, reader.code(line, columns.code, form), above)


def _entry(reader: _Reader, row: _Row, parent: str | None, columns: _Columns) -> CodeEntry | None:
    """Return the entry of a row, or nothing if the row is wrong."""
    label = _label(reader, row.line, columns)
    valid = _valid(reader, row.line, columns)
    if label is None or not row.code:
        return None
    try:
        return CodeEntry(code=row.code, label=label, parent=parent, valid=valid)
    except InvalidValueError as error:
        for problem in error.problems:
            is_of_label = problem.pointer.startswith("/label")
            reader.repeat(row.line, columns.label if is_of_label else str(columns.parent), problem)
        return None


def _label(reader: _Reader, line: Line, columns: _Columns) -> str | Bilingual | None:
    label = reader.cell(line, columns.label)
    if columns.label_en is None:
        return label or None
    english = reader.cell(line, columns.label_en)
    if not (label and english):
        return None
    try:
        return Bilingual(de=label, en=english)
    except InvalidValueError as error:
        for problem in error.problems:
            is_english = problem.pointer == "/en"
            reader.repeat(line, columns.label_en if is_english else columns.label, problem)
        return None


def _valid(reader: _Reader, line: Line, columns: _Columns) -> Period | None:
    days = [_day(reader, line, name) for name in (columns.valid_from, columns.valid_to)]
    if days == [None, None]:
        return None
    try:
        return Period(*days)
    except InvalidValueError as error:
        reader.repeat(line, str(columns.valid_to), error.problems[0])
        return None


def _day(reader: _Reader, line: Line, column: str | None) -> dt.date | None:
    text = reader.cell(line, column, required=False)
    if not text or column is None:
        return None
    try:
        if _matches_date(text):
            return dt.date.fromisoformat(text)
    except ValueError:
        pass
    reader.report(line, column, kinds.NOT_A_DATE)
    return None


def _longest_prefix(code: str, known: Mapping[str, object]) -> str | None:
    beginnings = (code[:length] for length in range(len(code) - 1, 0, -1))
    return next((beginning for beginning in beginnings if beginning in known), None)


def _line(number: int) -> Wording:
    return Wording(f"line {number}", f"Zeile {number}")
