"""Values over time: when they are in force, and when they were known."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from integrationsplan._language import Wording
from integrationsplan._model import model
from integrationsplan.errors import NotInForceError, UnknownNameError
from integrationsplan.problems import Problem, ProblemKind
from integrationsplan.values import Basis, Citation, Code, Period
from integrationsplan.values._period import END_BEFORE_START, ONE_DAY

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
        periods = _periods(_known(self.rows, as_known))
        in_force = [row for row, period in periods if day in period]
        if in_force:
            return max(in_force, key=_latest)
        raise NotInForceError(
            self.key,
            day,
            max((p.end for _, p in periods if p.end and p.end < day), default=None),
            min((p.start for _, p in periods if p.start and p.start > day), default=None),
        )

    def edition(
        self, name: str, day: dt.date | None = None, *, as_known: dt.date | None = None
    ) -> R:
        """Return the row of a named edition; where it has several, the one in force on ``day``.

        Args:
            name: Name of the edition.
            day: The day that chooses among several rows.
            as_known: Leave out rows that were not known on this day; by default none.

        Raises:
            UnknownNameError: If no row belongs to the edition.
            NotInForceError: If the edition has several rows and none is in force on ``day``.
        """
        named = tuple(row for row in self.rows if row.edition == name)
        if not named:
            raise UnknownNameError(Wording("edition", "Fassung"), name, self.editions)
        rows = _known(named, as_known)
        if not rows:
            first = min((row.known_from for row in named if row.known_from), default=None)
            raise NotInForceError(self.key, as_known or dt.date.max, None, first)
        if len(rows) == 1 or day is None:
            return max(rows, key=_latest)
        return Timeline(self.key, rows).at(day)

    @property
    def editions(self) -> tuple[str, ...]:
        """The names of the editions, in the order of the rows."""
        return tuple(dict.fromkeys(row.edition for row in self.rows if row.edition))


def overlapping(rows: tuple[Dated, ...], pointer: str) -> Iterator[Problem]:
    """Yield a problem for each row that contradicts another one known from the same day."""
    groups: dict[dt.date | None, list[int]] = {}
    for index in sorted(range(len(rows)), key=lambda index: rows[index].start or dt.date.min):
        groups.setdefault(rows[index].known_from, []).append(index)
    for group in groups.values():
        longest: int | None = None  # the row so far whose stated end is the last
        before: int | None = None
        for index in group:
            start = rows[index].start or dt.date.min
            # A row without end is superseded by the next one; a row with an end must keep to it.
            if longest is not None and start <= (rows[longest].end or dt.date.min):
                yield OVERLAP.at(f"{pointer}/{index}", other=longest)
            elif before is not None and rows[before].start == rows[index].start:
                yield OVERLAP.at(f"{pointer}/{index}", other=before)
            longest, before = _longer(rows, longest, index), index


def _longer(rows: tuple[Dated, ...], first: int | None, second: int) -> int | None:
    """Return which of two rows has the later stated end."""
    if rows[second].end is None:
        return first
    if first is None:
        return second
    return max(first, second, key=lambda index: rows[index].end or dt.date.min)


def _known(rows: tuple[R, ...], as_known: dt.date | None) -> tuple[R, ...]:
    """Return the rows that were known on a day; all of them if no day is given."""
    if as_known is None:
        return rows
    return tuple(row for row in rows if row.known_from is None or row.known_from <= as_known)


def _periods(rows: Sequence[R]) -> list[tuple[R, Period]]:
    """Return each row with the days on which it is in force.

    That is until its end, or until the next row that was known from the same day supersedes it.
    """
    found: list[tuple[R, Period]] = []
    following: dict[dt.date | None, dt.date] = {}
    for row in sorted(rows, key=lambda row: row.start or dt.date.min, reverse=True):
        end = row.end
        later = following.get(row.known_from)
        if later is not None:
            superseded = later - ONE_DAY
            end = superseded if end is None else min(end, superseded)
        found.append((row, Period(row.start, end)))
        if row.start is not None:
            following[row.known_from] = row.start
    return found


def _latest(row: Dated) -> tuple[dt.date, dt.date]:
    return row.known_from or dt.date.min, row.start or dt.date.min
