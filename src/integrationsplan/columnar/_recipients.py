"""Recipients from a table: column by column, every mistake with its row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from integrationsplan._language import Wording
from integrationsplan._model._specs import describe_value
from integrationsplan.allocation import FigureValue, Programme, Recipient, Recipients
from integrationsplan.allocation import _problems as rule_kinds
from integrationsplan.allocation._programme import Figure
from integrationsplan.allocation._recipients import FigureProblem, FigureReader
from integrationsplan.columnar import _problems as kinds
from integrationsplan.columnar._cells import ColumnError, read_column, read_texts
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.problems import WRONG_TYPE, Param, Problem, ProblemKind, escape_token
from integrationsplan.serialization import DEFAULT_BOUNDS, Bounds
from integrationsplan.serialization._problems import TOO_MANY_ROWS
from integrationsplan.serialization._rows import (
    ATTEMPT,
    TEXTS,
    Gatherer,
    Layout,
    Row,
    UpperRecords,
    assemble,
)
from integrationsplan.serialization._scan import refuse

__all__ = ["recipients_from_table"]

COLUMN = Wording("column", "Spalte")
COLUMN_NAMES = Wording("names of columns", "Namen von Spalten")
RENAMINGS = Wording("names of columns by name", "Namen von Spalten nach Namen")
_INDEX_OF_PANDAS = re.compile(r"__index_level_\d+__", re.ASCII)


def recipients_from_table(
    table: object,
    programme: Programme,
    *,
    columns: Mapping[str, str] | None = None,
    ignore: Iterable[str] = (),
    figures: Mapping[str, FigureValue] | None = None,
    records: UpperRecords | None = None,
    bounds: Bounds = DEFAULT_BOUNDS,
) -> Recipients:
    """Read recipients with the figures that a programme asks for from a table.

    The table has a column ``key``, perhaps ``name``, ``kind`` and ``parent``, and one for each
    figure. A row is a recipient, or a record below one if the programme has such: then rows of the
    same key belong to one recipient. Nulls, NaN and empty texts are missing values.

    Args:
        table: Anything that has ``__arrow_c_stream__``; a stream can be read only once.
        programme: Says which figures there are, and in which unit.
        columns: What columns are called in the table, by their own names, such as
            ``{"persons": "Anzahl"}``.
        ignore: Columns of the table that are left out; every other column must be known.
        figures: Figures of level ``all``, such as a pot.
        records: Records above the recipients, by level, such as districts with their figures.
        bounds: How many rows the table may have, and how many problems are told.

    Raises:
        DocumentError: If anything is wrong with the table; every problem with its row, counted
            from 0, and its column, as in ``/rows/41/Anzahl``.
        UnknownNameError: If ``columns`` names something that is no column of the programme.
        InvalidValueError: If ``columns`` or ``ignore`` hold no names of columns.

    Example:
        >>> import pyarrow as pa
        >>> from integrationsplan import catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> table = pa.table({"key": ["Weinheim", "Hirschberg"], "Anzahl": [352, 30]})
        >>> towns = recipients_from_table(table, programme, columns={"persons": "Anzahl"})
        >>> towns["Weinheim"].figures["persons"]
        352
    """
    layout, ignored = _agree(programme, columns, ignore)
    content, problems = _read(table, bounds)
    reader = _Reader(content, layout, ignored)
    members = reader.members()
    problems += reader.problems()
    if not problems and not members:
        problems.append(rule_kinds.NO_RECIPIENTS.at("/rows"))
    if problems:
        raise refuse(ATTEMPT, problems, bounds)
    return assemble(members, figures, records)


def _agree(programme: Programme, columns: Any, ignore: Any) -> tuple[Layout, frozenset[str]]:
    """Return the layout that the caller asks for, and the columns to leave out."""
    problems = []
    renamed = {} if columns is None else columns
    if not isinstance(renamed, Mapping) or not all(isinstance(n, str) for n in renamed.values()):
        found = describe_value(columns)
        problems.append(WRONG_TYPE.at("/columns", found=found, allowed=RENAMINGS))
    # A bare text would be taken for its letters, none of which is meant.
    is_list = isinstance(ignore, Iterable) and not isinstance(ignore, str)
    ignored = tuple(ignore) if is_list else ()
    if not is_list or not all(isinstance(name, str) for name in ignored):
        found = describe_value(ignore)
        problems.append(WRONG_TYPE.at("/ignore", found=found, allowed=COLUMN_NAMES))
    if problems:
        raise InvalidValueError(ATTEMPT, problems)
    known = Layout.of(programme).names
    for name in renamed:
        if name not in known:
            raise UnknownNameError(COLUMN, name, known)
    return Layout.of(programme, renamed), frozenset(ignored)


def _read(table: object, bounds: Bounds) -> tuple[pa.Table, list[Problem]]:
    """Read a stream as far as the bound goes.

    Raises:
        DocumentError: If it is no table, or cannot be read.
    """
    try:
        content = _collect(table, bounds.rows) if hasattr(table, "__arrow_c_stream__") else None
    except Exception as error:  # whatever the maker of the table raises
        problem = kinds.UNREADABLE.at(error=type(error).__name__)
        raise refuse(ATTEMPT, [problem], bounds) from error
    if content is None:
        raise refuse(ATTEMPT, [kinds.NO_TABLE.at(found=describe_value(table))], bounds)
    if len(content) <= bounds.rows:
        return content, []
    problem = TOO_MANY_ROWS.at(f"/rows/{bounds.rows}", most=bounds.rows)
    return content.slice(0, bounds.rows), [problem]


def _collect(table: object, most: int) -> pa.Table:
    """Return the rows of a stream; a batch that goes beyond the bound is the last."""
    stream = pa.RecordBatchReader.from_stream(table)
    batches, count = [], 0
    for batch in stream:
        batches.append(batch)
        count += batch.num_rows
        if count > most:
            break
    content = pa.Table.from_batches(batches, stream.schema)
    content.validate()
    _ = content.schema.names  # raises where a name is no text
    return content


def _header(content: pa.Table, ignored: frozenset[str]) -> list[tuple[int, str]]:
    """Return the columns that count: number and name.

    pandas adds an index that is not plainly counted, as after a filter; without a name of its own
    it says nothing of recipients.
    """
    by_pandas = b"pandas" in (content.schema.metadata or {})
    return [
        (number, name)
        for number, name in enumerate(content.schema.names)
        if name not in ignored and not (by_pandas and _INDEX_OF_PANDAS.fullmatch(name))
    ]


class _Reader:
    """Reads the columns of a table and collects what is wrong with them."""

    def __init__(self, content: pa.Table, layout: Layout, ignored: frozenset[str]) -> None:
        self._content = content
        self._layout = layout
        self._of_columns: list[Problem] = []
        self._of_rows: list[tuple[int, Problem]] = []
        header = _header(content, ignored)
        for found in layout.check([name for _, name in header], kinds.UNKNOWN_COLUMN):
            place = "" if found.column is None else f"/columns/{escape_token(found.column)}"
            self._of_columns.append(found.kind.at(place, **found.params))
        numbers = {name: number for number, name in reversed(header)}
        self._numbers = {
            name: numbers[column] for name, column in layout.names.items() if column in numbers
        }

    def members(self) -> list[Recipient]:
        """Return the recipients in the order of their first rows."""
        gatherer = Gatherer(
            self._layout, self._report, duplicate=kinds.DUPLICATE_KEY, disagree=kinds.ROWS_DISAGREE
        )
        return gatherer.members(self._rows())

    def problems(self) -> list[Problem]:
        """Return what was found: of columns, then of rows in their order."""
        ordered = sorted(self._of_rows, key=lambda found: found[0])
        return [*self._of_columns, *(problem for _, problem in ordered)]

    def _rows(self) -> Iterator[Row]:
        """Yield the rows that have a key, when all columns have been read."""
        keys = self._texts("key", rule_kinds.NO_KEY)
        kind_is_missing = rule_kinds.MISSING_FIGURE if self._layout.kind_is_required else None
        texts = dict.fromkeys(TEXTS, self._nothing)
        texts["name"] = self._texts("name")
        texts["parent"] = self._texts("parent")
        if self._layout.kind_is_text:
            texts["kind"] = self._texts("kind", kind_is_missing, figure="kind")
        own = self._figures(self._layout.figures_of("recipient"))
        below = self._figures(
            self._layout.figures_of(self._layout.below) if self._layout.below is not None else {}
        )
        for place, key in enumerate(keys):
            if key is not None:
                yield Row(
                    place,
                    key,
                    {name: column[place] for name, column in texts.items()},
                    {n: v for n, column in own.items() if (v := column[place]) is not None},
                    {n: v for n, column in below.items() if (v := column[place]) is not None},
                )

    @property
    def _nothing(self) -> list[Any]:
        return [None] * len(self._content)

    def _texts(
        self, name: str, missing: ProblemKind | None = None, **params: Param
    ) -> list[str | None]:
        if name not in self._numbers:
            return self._nothing
        try:
            found = read_texts(self._content.column(self._numbers[name]))
        except ColumnError as error:
            self._report_column(name, error)
            return self._nothing
        if missing is not None:
            for place, text in enumerate(found):
                if text is None:
                    self._report(place, name, missing, **params)
        return found

    def _figures(self, figures: Mapping[str, Figure]) -> dict[str, list[FigureValue | None]]:
        return {
            name: self._figure(name, figure)
            for name, figure in figures.items()
            if name in self._numbers
        }

    def _figure(self, name: str, figure: Figure) -> list[FigureValue | None]:
        try:
            cells = read_column(self._content.column(self._numbers[name]), figure)
        except ColumnError as error:
            self._report_column(name, error)
            return self._nothing
        read, prepare = FigureReader(figure).read_given, cells.prepare
        found: list[FigureValue | None] = []
        for place, value in enumerate(cells.values):
            result = None
            try:
                if value is not None:
                    result = read(value if prepare is None else prepare(value))
                elif figure.default is None:
                    self._report(place, name, rule_kinds.MISSING_FIGURE, figure=name)
            except FigureProblem as problem:
                self._report(place, name, problem.kind, **problem.params)
            found.append(result)
        return found

    def _report(self, place: int, name: str, kind: ProblemKind, /, **params: Param) -> None:
        column = escape_token(self._layout.names[name])
        self._of_rows.append((place, kind.at(f"/rows/{place}/{column}", **params)))

    def _report_column(self, name: str, error: ColumnError) -> None:
        place = f"/columns/{escape_token(self._layout.names[name])}"
        self._of_columns.append(error.kind.at(place, **error.params))
