"""Values over time: when they are in force, and when they were known."""

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Generic, TypeVar

from integrationsplan._language import Wording
from integrationsplan._model import model
from integrationsplan.errors import NotInForceError, UnknownNameError
from integrationsplan.problems import Problem, ProblemKind
from integrationsplan.values import Basis, Citation, Code, Period

__all__ = ["Dated", "DatedValue", "Timeline"]

OVERLAP = ProblemKind(
    "overlap",
    found=Wording(
        "a row that overlaps row {other}", "eine Zeile, die sich mit Zeile {other} überschneidet"
    ),
    allowed=Wording(
        "one value in force on a day among rows known from the same day",
        "ein geltender Wert je Tag unter den Zeilen mit gleichem Bekanntwerden",
    ),
    remedy=Wording(
        "Set an end, or say from when the row was known (known_from).",
        "Ein Ende setzen oder angeben, ab wann die Zeile bekannt war (known_from).",
    ),
)
END_BEFORE_START = ProblemKind(
    "end_before_start",
    found=Wording("an end before the start", "ein Ende vor dem Beginn"),
    allowed=Wording("an end on or after the start", "ein Ende am Tag des Beginns oder danach"),
    remedy=Wording("Exchange or correct the dates.", "Die Daten tauschen oder berichtigen."),
)
EMPTY_TIMELINE = ProblemKind(
    "no_values",
    found=Wording("no row", "keine Zeile"),
    allowed=Wording("at least one row", "mindestens eine Zeile"),
    remedy=Wording("Add a value.", "Einen Wert ergänzen."),
)


@model
class Dated:
    """Something that is in force for a time.

    Attributes:
        start: First day in force; absent for an open past.
        end: Last day in force; absent while it is neither superseded nor repealed.
        known_from: Day from which it was known; absent if that does not matter.
        edition: Name of the edition that it belongs to.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    known_from: dt.date | None = None
    edition: Code | None = None

    def _violations(self) -> Iterator[Problem]:
        if self.start is not None and self.end is not None and self.end < self.start:
            yield END_BEFORE_START.at("/end")

    @property
    def period(self) -> Period:
        """The days from start to end."""
        return Period(self.start, self.end)


V = TypeVar("V")
R = TypeVar("R", bound=Dated)


@model
class DatedValue(Dated, Generic[V]):
    """A value in force for a time, with its source.

    Attributes:
        value: The value.
        basis: Whether the source states the value or it was inferred.
        citation: Where it comes from.
    """

    value: V
    basis: Basis
    citation: Citation


@model(kw_only=False)
class Timeline(Generic[R]):
    """Rows of one kind over time. Built once, asked by day.

    A row is in force from its start until its end, or until a row with a later start supersedes it.
    Where rows were known from different days, the row known later overrides, over its own time,
    what was known before. Asking ``as_known`` leaves out what was known only later.

    Attributes:
        key: What the timeline is about; errors name it.
        rows: The rows, in any order.

    Example:
        >>> from integrationsplan.values import Basis, Citation
        >>> source = Citation(title="Eppingen")
        >>> def rate(year, value):
        ...     return DatedValue(
        ...         start=dt.date(year, 1, 1), value=value, basis=Basis.STATED, citation=source
        ...     )
        >>> rates = Timeline("rate", (rate(2017, 64_000), rate(2023, 60_000)))
        >>> rates.at(dt.date(2022, 12, 31)).value
        64000
        >>> rates.at(dt.date(2016, 12, 31))
        Traceback (most recent call last):
        integrationsplan.errors.NotInForceError: 'rate' is not in force on 2016-12-31; it is from \
2017-01-01. Choose such a day.
    """

    key: Code
    rows: tuple[R, ...]

    def _violations(self) -> Iterator[Problem]:
        if not self.rows:
            yield EMPTY_TIMELINE.at("/rows")
        yield from overlapping(self.rows, "/rows")

    def at(self, day: dt.date, *, as_known: dt.date | None = None) -> R:
        """Return the row in force on a day.

        Args:
            day: The day asked for.
            as_known: Leave out rows that were not known on this day; by default none.

        Raises:
            NotInForceError: If no row is in force; names the nearest days.
        """
        known = [
            row
            for row in self.rows
            if as_known is None or row.known_from is None or row.known_from <= as_known
        ]
        in_force = [row for row in known if day in row.period]
        if not in_force:
            raise NotInForceError(
                self.key,
                day,
                max((row.end for row in known if row.end and row.end < day), default=None),
                min((row.start for row in known if row.start and row.start > day), default=None),
            )
        return max(in_force, key=_latest)

    def edition(self, name: str, day: dt.date | None = None) -> R:
        """Return the row of a named edition; where it has several, the one in force on ``day``.

        Raises:
            UnknownNameError: If no row belongs to the edition.
            NotInForceError: If the edition has several rows and none is in force on ``day``.
        """
        rows = tuple(row for row in self.rows if row.edition == name)
        if not rows:
            raise UnknownNameError(f"edition of {self.key!r}", name, self.editions)
        if len(rows) == 1 or day is None:
            return rows[-1]
        return Timeline(self.key, rows).at(day)

    @property
    def editions(self) -> tuple[str, ...]:
        """The names of the editions, in the order of the rows."""
        return tuple(dict.fromkeys(row.edition for row in self.rows if row.edition))


def overlapping(rows: tuple[Dated, ...], pointer: str) -> Iterator[Problem]:
    """Yield a problem for each row that contradicts another one known from the same day."""
    order = sorted(
        range(len(rows)),
        key=lambda i: (rows[i].known_from or dt.date.min, rows[i].start or dt.date.min),
    )
    for before, after in itertools.pairwise(order):
        first, second = rows[before], rows[after]
        if first.known_from != second.known_from:
            continue
        same_start = first.start == second.start
        # A row without end is superseded by the next one; a row with an end must keep to it.
        runs_over = first.end is not None and (second.start or dt.date.min) <= first.end
        if same_start or runs_over:
            yield OVERLAP.at(f"{pointer}/{after}", other=before)


def _latest(row: Dated) -> tuple[dt.date, dt.date]:
    return row.known_from or dt.date.min, row.start or dt.date.min
