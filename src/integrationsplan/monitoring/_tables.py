"""Tables of counts with all their margins."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

import attrs

from integrationsplan.errors import InvalidValueError
from integrationsplan.monitoring._problems import NAME_TWICE, NO_COUNT, NO_GROUPS, NO_SUCH_CELL
from integrationsplan.problems import TOO_MANY, Problem

__all__ = ["TOTAL", "CellKey", "CountTable"]

TOTAL: Final = "total"
"""Stands for the sum over all groups of a dimension."""

MOST_CELLS = 250_000
MOST_DIMENSIONS = 8

CellKey: TypeAlias = tuple[str, ...]
"""For each dimension of a table a group, a sum of groups, or `TOTAL`."""


@attrs.frozen(repr=False)
class CountTable:
    """Counts by groups, with every margin. Made by `of`, which adds the margins up.

    A count that is not known is nothing, and so is every sum that it belongs to: it is never a
    zero. The groups of a dimension are disjoint, so that every person is in one cell.

    Attributes:
        dimensions: Names of the dimensions.
        groups: The groups of each dimension.
        sums: Further sums of each dimension, beside the total, with their groups.
        cells: Every cell with its count, the margins too; nothing where it is not known.

    Example:
        >>> table = CountTable.of(
        ...     ["sex", "field"],
        ...     {
        ...         ("female", "work"): 12,
        ...         ("female", "language"): 1,
        ...         ("male", "work"): 9,
        ...         ("male", "language"): 7,
        ...     },
        ... )
        >>> table["female", TOTAL], table[TOTAL, TOTAL]
        (13, 29)
    """

    dimensions: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]
    sums: Mapping[str, Mapping[str, tuple[str, ...]]]
    cells: Mapping[CellKey, int | None]

    @classmethod
    def of(
        cls,
        dimensions: Iterable[str],
        counts: Mapping[CellKey, int | None],
        *,
        groups: Mapping[str, Iterable[str]] | None = None,
        sums: Mapping[str, Mapping[str, Iterable[str]]] | None = None,
        absent: Literal[0] | None = None,
    ) -> "CountTable":
        """Make a table from the counts of its inner cells.

        Args:
            dimensions: Names of the dimensions, one or more.
            counts: The counts by the groups, a tuple with a group of each dimension; nothing where
                a count is not known.
            groups: The groups of dimensions, in the order of the table; those of the counts,
                sorted, where nothing is said.
            sums: Sums of groups beside the total, by dimension and name: a district with its
                municipalities, or another set of regions that is published, too. They may overlap.
            absent: What a combination without an entry is: not known, or 0 if the counts were made
                by counting, so that what is not there was nobody.

        Raises:
            InvalidValueError: If a name or a count does not fit.

        Example:
            >>> table = CountTable.of(
            ...     ["town"],
            ...     {("Bad Salzungen",): 4, ("Geisa",): 2, ("Jena",): 30},
            ...     sums={"town": {"Wartburgkreis": ["Bad Salzungen", "Geisa"]}},
            ... )
            >>> table["Wartburgkreis"], table[TOTAL]
            (6, 36)
        """
        names = tuple(dimensions)
        given = {name: tuple(dict.fromkeys((groups or {}).get(name, ()))) for name in names}
        for place, name in enumerate(names):
            if not given[name]:
                given[name] = tuple(sorted({key[place] for key in counts if place < len(key)}))
        summed = {
            name: {title: tuple(dict.fromkeys(parts)) for title, parts in found.items()}
            for name, found in (sums or {}).items()
        }
        problems = list(_shape_problems(names, given, summed, {*(groups or {}), *(sums or {})}))
        if not problems:
            problems = list(_count_problems(names, given, counts))
        if problems:
            raise InvalidValueError("CountTable", problems)
        return cls(
            names,
            MappingProxyType(given),
            MappingProxyType({n: MappingProxyType(summed.get(n, {})) for n in names}),
            MappingProxyType(_with_margins(names, given, summed, counts, absent)),
        )

    def __getitem__(self, key: str | CellKey) -> int | None:
        """Return the count of a cell; nothing where it is not known.

        Raises:
            KeyError: If there is no such cell.
        """
        return self.cells[(key,) if isinstance(key, str) else key]

    def __repr__(self) -> str:
        return f"<CountTable {' × '.join(self.dimensions)}: {len(self.cells)} cells>"


def _shape_problems(
    names: tuple[str, ...],
    groups: dict[str, tuple[str, ...]],
    sums: dict[str, dict[str, tuple[str, ...]]],
    named: set[str],
) -> Iterator[Problem]:
    if not 1 <= len(names) <= MOST_DIMENSIONS:
        yield TOO_MANY.at("/dimensions", length=len(names), most=MOST_DIMENSIONS)
        return
    if len(set(names)) < len(names) or named - set(names):
        yield NAME_TWICE.at("/dimensions")
    size = 1
    for place, name in enumerate(names):
        known, further = set(groups[name]), sums.get(name, {})
        size *= len(known) + len(further) + 1
        if not known:
            yield NO_GROUPS.at(f"/groups/{place}")
        if TOTAL in known or TOTAL in further or known & further.keys():
            yield NAME_TWICE.at(f"/groups/{place}")
        for number, parts in enumerate(further.values()):
            if not parts:
                yield NO_GROUPS.at(f"/sums/{place}/{number}")
            if set(parts) - known:
                yield NO_SUCH_CELL.at(f"/sums/{place}/{number}")
    if size > MOST_CELLS:
        yield TOO_MANY.at("/groups", length=size, most=MOST_CELLS)


def _count_problems(
    names: tuple[str, ...],
    groups: dict[str, tuple[str, ...]],
    counts: Mapping[CellKey, int | None],
) -> Iterator[Problem]:
    known = [set(groups[name]) for name in names]
    for number, (key, count) in enumerate(counts.items()):
        # A text of one character would pass for a key of one dimension.
        if type(key) is not tuple or len(key) != len(names) or not _all_in(key, known):
            yield NO_SUCH_CELL.at(f"/counts/{number}")
        elif count is not None and (type(count) is not int or count < 0):
            yield NO_COUNT.at(f"/counts/{number}")


def _all_in(key: CellKey, known: list[set[str]]) -> bool:
    return all(group in groups for group, groups in zip(key, known, strict=True))


def _with_margins(
    names: tuple[str, ...],
    groups: dict[str, tuple[str, ...]],
    sums: dict[str, dict[str, tuple[str, ...]]],
    counts: Mapping[CellKey, int | None],
    absent: int | None,
) -> dict[CellKey, int | None]:
    """Return every cell, dimension after dimension: what is added up is added up again."""
    found = {
        key: counts.get(key, absent) for key in itertools.product(*(groups[name] for name in names))
    }
    for place, name in enumerate(names):
        to = {group: [group] for group in groups[name]}
        for title, parts in sums.get(name, {}).items():
            for group in parts:
                to[group].append(title)
        added: dict[CellKey, int | None] = {}
        for key, count in found.items():
            head, tail = key[:place], key[place + 1 :]
            for node in (*to[key[place]], TOTAL):
                whole = (*head, node, *tail)
                before = added.get(whole, 0)
                added[whole] = None if before is None or count is None else before + count
        found = added
    nodes = [(*groups[name], *sums.get(name, {}), TOTAL) for name in names]
    return {key: found[key] for key in itertools.product(*nodes)}
