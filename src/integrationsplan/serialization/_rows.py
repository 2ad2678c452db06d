"""Recipients from rows, wherever the rows come from: which columns there are, and rows of one key.

What the readers of CSV and of tables share. How a cell is read, and how its place is told, is the
part of each reader.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap
from integrationsplan.allocation import FigureValue, Programme, Recipient, Recipients, Record
from integrationsplan.allocation._programme import Figure
from integrationsplan.errors import DocumentError, InvalidValueError
from integrationsplan.problems import Param, ProblemKind
from integrationsplan.serialization import _problems as kinds

__all__ = [
    "ATTEMPT",
    "OWN_COLUMNS",
    "TEXTS",
    "Gatherer",
    "Layout",
    "Report",
    "Row",
    "UpperRecords",
    "assemble",
]

ATTEMPT = Wording("recipients", "Empfänger")
UpperRecords: TypeAlias = Mapping[str, Iterable[Mapping[str, Any] | Record]]
"""Records above recipients, or beside them, by level: as `Recipients.of` takes them."""

TEXTS = ("name", "kind", "parent")
"""Columns that are texts of the recipient itself."""
OWN_COLUMNS = ("key", *TEXTS)


class Report(Protocol):
    """Takes down a problem of a cell: the row as the reader counts, and the name of the column."""

    def __call__(self, place: int, column: str, kind: ProblemKind, /, **params: Param) -> None:
        """Take it down."""
        ...


@attrs.frozen
class ColumnProblem:
    """What is wrong with a column as a whole, or with the programme if no column is named."""

    kind: ProblemKind
    column: str | None = None
    params: Mapping[str, Param] = attrs.field(factory=dict)


@attrs.frozen
class Row:
    """A row whose cells were read.

    Attributes:
        place: Which row it is, as its reader counts.
        key: Whose row it is.
        texts: What stands in the columns of `TEXTS`.
        figures: Figures of the recipient.
        below: Figures of the record below it, where the programme has such.
    """

    place: int
    key: str
    texts: Mapping[str, str | None]
    figures: Mapping[str, FigureValue]
    below: Mapping[str, FigureValue]


@attrs.frozen
class Layout:
    """Which columns a programme has, and of which level each figure is.

    Attributes:
        figures: The figures that rows can bring.
        below: The level of records below recipients: each row is one of them.
        deep: Whether there are more levels than rows can hold.
        names: What the columns are called, by their own names.
        renamed: Own names for which the caller has named a column: it must be there.
    """

    figures: Mapping[str, Figure]
    below: str | None
    deep: bool
    names: Mapping[str, str]
    renamed: frozenset[str]

    @classmethod
    def of(cls, programme: Programme, renamed: Mapping[str, str] | None = None) -> "Layout":
        """Lay out the columns of a programme, some of them under other names."""
        renamed = renamed or {}
        levels = programme.levels
        below = [level for level, parent in levels.items() if parent == "recipient"]
        deeper = any(parent in below for parent in levels.values())
        readable = {"recipient", *below}
        figures = {n: f for n, f in programme.figures.items() if f.level in readable}
        # A column that the caller has given to one name is not taken for another by itself.
        given = set(renamed.values())
        own = [*OWN_COLUMNS, *figures]
        names = {n: renamed.get(n, n) for n in own if n in renamed or n not in given}
        return cls(
            figures,
            below[0] if below else None,
            deeper or len(below) > 1,
            names,
            frozenset(renamed),
        )

    @property
    def kind_is_text(self) -> bool:
        """Whether ``kind`` is the recipient's own; the kind of a post is none of it."""
        kind = self.figures.get("kind")
        return kind is None or kind.level == "recipient"

    @property
    def kind_is_required(self) -> bool:
        """Whether every recipient must have a kind."""
        kind = self.figures.get("kind")
        return kind is not None and kind.level == "recipient" and kind.default is None

    def figures_of(self, level: str) -> dict[str, Figure]:
        """Return the figures of a level that are read as such; a recipient's kind is a text."""
        return {
            name: figure
            for name, figure in self.figures.items()
            if figure.level == level and not (name == "kind" and level == "recipient")
        }

    def check(self, header: Sequence[str], unknown: ProblemKind) -> Iterator[ColumnProblem]:
        """Yield what is wrong with the columns; an empty header is the reader's to tell."""
        if self.deep:
            yield ColumnProblem(kinds.NOT_FLAT)
        known = list(dict.fromkeys(self.names.values()))
        listed = ", ".join(known)
        seen: set[str] = set()
        for name in header:
            if name in seen:
                yield ColumnProblem(kinds.REPEATED_COLUMN, name[:64])
            elif name not in known:
                yield ColumnProblem(unknown, name[:64], {"columns": listed})
            seen.add(name)
        required = [name for name, figure in self.figures.items() if figure.default is None]
        for name in dict.fromkeys(["key", *required, *sorted(self.renamed)]):
            column = self.names.get(name, name)
            if name not in self.names or column not in seen:
                yield ColumnProblem(kinds.MISSING_COLUMN, column[:64])


class Gatherer:
    """Puts the rows of one key together and makes a recipient of them.

    Attributes:
        places: The first row of each key.
    """

    def __init__(
        self, layout: Layout, report: Report, *, duplicate: ProblemKind, disagree: ProblemKind
    ) -> None:
        self._below = layout.below
        self._report = report
        self._duplicate = duplicate
        self._disagree = disagree
        self.places: dict[str, int] = {}

    def members(self, rows: Iterable[Row]) -> list[Recipient]:
        """Return the recipients in the order of their first rows."""
        first: dict[str, Row] = {}
        below: dict[str, list[Mapping[str, FigureValue]]] = {}
        for row in rows:
            known = first.setdefault(row.key, row)
            if known is row:
                self.places[row.key] = row.place
            elif self._below is None:
                self._report(row.place, "key", self._duplicate, other=known.place)
            else:
                self._compare(known, row)
            if self._below is not None:
                below.setdefault(row.key, []).append(row.below)
        found = [self._member(row, below.get(key, [])) for key, row in first.items()]
        return [member for member in found if member is not None]

    def _compare(self, first: Row, again: Row) -> None:
        for name in TEXTS:
            if again.texts[name] != first.texts[name]:
                self._report(again.place, name, self._disagree, other=first.place)
        for name in {**first.figures, **again.figures}:
            if again.figures.get(name) != first.figures.get(name):
                self._report(again.place, name, self._disagree, other=first.place)

    def _member(self, row: Row, below: Sequence[Mapping[str, FigureValue]]) -> Recipient | None:
        try:
            records: FrozenMap[str, tuple[Record, ...]] = FrozenMap()
            if self._below is not None:
                posts = [
                    Record(key=str(number), figures=FrozenMap(figures))
                    for number, figures in enumerate(below, start=1)
                ]
                records = FrozenMap({self._below: tuple(posts)})
            figures: FrozenMap[str, FigureValue] = FrozenMap(row.figures)
            return Recipient(key=row.key, figures=figures, records=records, **row.texts)
        except InvalidValueError as error:
            for problem in error.problems:
                column = problem.pointer.split("/")[1]  # only own fields can be wrong here
                self._report(row.place, column, problem.kind, **problem.params)
            return None


def assemble(
    members: Iterable[Recipient],
    figures: Mapping[str, FigureValue] | None,
    records: UpperRecords | None,
) -> Recipients:
    """Return the recipients with the figures of the whole and the records above them.

    Raises:
        DocumentError: If those figures are no figures, or those records no records.
    """
    try:
        return Recipients.of(members, figures=figures, records=records)
    except InvalidValueError as error:
        raise DocumentError(ATTEMPT, error.problems) from None
