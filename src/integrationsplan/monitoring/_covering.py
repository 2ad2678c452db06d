"""Which figures of a report are not shown: all its tables, and what one hides for another."""

from collections.abc import Callable, Collection, Iterator, Sequence

from integrationsplan.monitoring._disclosure import DisclosureRules, ProtectedTable, protect
from integrationsplan.monitoring._report import IndicatorReport
from integrationsplan.monitoring._sheets import (
    ALONE,
    ANSWER,
    COMPLETE,
    LINKED,
    REST,
    Names,
    Sheet,
)
from integrationsplan.monitoring._tables import TOTAL, CellKey, CountTable

__all__ = ["Cover", "cover"]

Reach = Callable[[Sheet, CellKey], Iterator[CellKey]]
"""Which totals are hidden as well, in all tables, where they leave a cell no room."""


def cover(report: IndicatorReport, rules: DisclosureRules, sheets: Sequence[Sheet]) -> "Cover":
    """Decide which figures are not shown.

    Three counts of 1 of three persons cannot be hidden while it is known that they are three. Of
    the ways to hide more the one that shows most figures is taken: how many persons there are in
    such a group, how many there are in the groups beside it as well, or all of a table.
    """
    found = Cover(report, rules, sheets)
    if found.is_proven:
        return found
    others = (Cover(report, rules, sheets, reach) for reach in (_own_totals, _totals_beside))
    return min([found, *others], key=lambda each: len(each.hidden))


class Cover:
    """What is hidden of the tables of a report, so that no small count follows from the rest.

    Attributes:
        sheets: The tables.
        tables: What may be shown of each; of a table for which no proof is found, nothing.
        hidden: The places of the rows that are hidden.
    """

    def __init__(
        self,
        report: IndicatorReport,
        rules: DisclosureRules,
        sheets: Sequence[Sheet],
        reach: Reach | None = None,
    ) -> None:
        """Protect the tables until nothing changes."""
        self.sheets, self._report, self._rules, self._reach = sheets, report, rules, reach
        self._veiled: set[tuple[Names, CellKey]] = set()
        self._tried: dict[int, tuple[frozenset[CellKey], frozenset[CellKey], ProtectedTable]] = {}
        withheld: frozenset[int] = frozenset()
        self._settle(withheld)
        while further := withheld.union(self._follow()) - withheld:
            withheld |= further
            self._settle(withheld)

    @property
    def is_proven(self) -> bool:
        """Whether something of every table may be shown."""
        return None not in self.tables

    @property
    def unproven(self) -> int:
        """How many cells follow from others, as nobody asked to hide more."""
        return sum(len(table.unproven) for table in self.tables if table is not None)

    @property
    def hides_everybody(self) -> bool:
        """Whether it is not to be known how many persons there are in the whole report."""
        return any(
            is_hidden(table, cell)
            for sheet, table in zip(self.sheets, self.tables, strict=True)
            for key, cell in sheet.everybody.items()
            if sheet.knows_all and set(key) <= {TOTAL}
        )

    def _settle(self, withheld: Collection[int]) -> None:
        """Protect all tables, with what is known, or hidden, of persons in all of them alike."""
        while True:
            tables = [self._protected(place, withheld) for place in range(len(self.sheets))]
            if self._reach is None or not self._rules.complementary:
                break
            crowded = {
                (sheet.by, total)
                for sheet, table in zip(self.sheets, tables, strict=True)
                for cell in table.unproven
                for total in self._reach(sheet, cell)
            }
            if crowded <= self._veiled:
                break
            self._veiled |= crowded
        self.tables = [
            self._all_hidden(place) if table.unproven and self._rules.complementary else table
            for place, table in enumerate(tables)
        ]
        self.hidden = frozenset(
            place
            for sheet, table in zip(self.sheets, self.tables, strict=True)
            for place, cell in sheet.places.items()
            if is_hidden(table, cell)
        )

    def _protected(self, number: int, withheld: Collection[int]) -> ProtectedTable:
        """Protect a table, given how many persons there are where readers may know that."""
        sheet = self.sheets[number]
        few = {key for key, count in sheet.persons.items() if self._rules.is_small(count)}
        unknown = self._unknown_totals(sheet) if sheet.knows_all else set()
        hide = {sheet.places[place] for place in withheld if place in sheet.places}
        hide |= {key for key in sheet.places.values() if key[: len(sheet.by)] in few}
        hide |= unknown
        known = sheet.known
        if sheet.knows_all:
            known |= {*sheet.everybody.values(), *sheet.complete.values()} - unknown
        given = frozenset(hide), frozenset(known)
        if number not in self._tried or self._tried[number][:2] != given:
            self._tried[number] = *given, self._protect(sheet.table, *given)
        return self._tried[number][2]

    def _all_hidden(self, number: int) -> ProtectedTable | None:
        """Hide all of a table: among many zeros there may be no pattern of few cells."""
        table, known = self.sheets[number].table, self._tried[number][1]
        found = self._protect(table, table.cells.keys() - known, known)
        return None if found.unproven else found

    def _protect(
        self, table: CountTable, hide: Collection[CellKey], known: Collection[CellKey]
    ) -> ProtectedTable:
        """Protect a table; a zero is shown as such, or is small by the rules."""
        names = table.dimensions
        (found,) = protect(
            [table],
            self._rules,
            withheld=[dict(zip(names, cell, strict=True)) for cell in sorted(hide) if table[cell]],
            known=[dict(zip(names, cell, strict=True)) for cell in sorted(known)],
        )
        return found

    def _unknown_totals(self, sheet: Sheet) -> set[CellKey]:
        """Return the cells of all persons, and of all complete records, that are not to be known.

        The same counts give the same answer, whatever else is in a table: what one of them hides is
        not to be seen in another.
        """
        names, persons = sheet.by, sheet.persons
        groups = {name: sheet.table.groups[name] for name in names}
        veiled = {cell for by, cell in self._veiled if by == names}
        unknown = {key for key, count in persons.items() if self._rules.is_small(count)}
        unknown |= {cell[:-1] for cell in veiled if cell[-1] == TOTAL}
        if names:
            inner = {key: count for key, count in persons.items() if TOTAL not in key}
            table = CountTable.of(names, inner, groups=groups, absent=0)
            unknown = set(self._protect(table, unknown, ()).suppressed) & persons.keys()
        hidden = {sheet.everybody[key] for key in unknown}
        if not sheet.complete:
            return hidden
        cells: dict[CellKey, int] = {}
        for key in persons:
            if TOTAL not in key:
                cells[*key, COMPLETE] = sheet.table[sheet.complete[key]] or 0
                cells[*key, REST] = persons[key] - cells[*key, COMPLETE]
        table = CountTable.of(
            [*names, ANSWER], cells, groups={**groups, ANSWER: [COMPLETE, REST]}, absent=0
        )
        known = set(sheet.everybody.values()) - hidden
        wanted = hidden | {cell for cell in veiled if cell[-1] == COMPLETE}
        found = self._protect(table, wanted, known)
        complete = set(sheet.complete.values())
        if found.unproven and self._rules.complementary:
            return hidden | complete
        return hidden | (set(found.suppressed) & complete)

    def _follow(self) -> Iterator[int]:
        """Yield the places of rows that are not to be shown because another one is not."""
        hidden: dict[str, set[CellKey]] = {}
        at: dict[tuple[str, CellKey], list[int]] = {}
        for sheet in self.sheets:
            for place in sheet.places:
                row = self._report.rows[place]
                key = tuple(row.groups.get(name, TOTAL) for name in self._report.by)
                at.setdefault((row.indicator, key), []).append(place)
                if place in self.hidden:
                    hidden.setdefault(row.indicator, set()).add(key)
        together = ((code, linked) for linked in LINKED for code in linked)
        for code, others in (*together, *ALONE.items()):
            for key in set().union(*(hidden.get(other, set()) for other in others)):
                yield from at.get((code, key), ())


def is_hidden(table: ProtectedTable | None, cell: CellKey) -> bool:
    """Return whether a cell is not shown."""
    return table is None or table[cell].status.is_suppressed


def _own_totals(sheet: Sheet, cell: CellKey) -> Iterator[CellKey]:
    """Yield how many persons, and complete records, there are in the group of a cell."""
    key = cell[: len(sheet.by)]
    for totals in (sheet.everybody, sheet.complete):
        if sheet.knows_all and key in totals:
            yield totals[key]


def _totals_beside(sheet: Sheet, cell: CellKey) -> Iterator[CellKey]:
    """Yield also how many there are in the groups beside it, along each dimension."""
    yield from _own_totals(sheet, cell)
    if sheet.knows_all:
        key = cell[: len(sheet.by)]
        for other, total in sheet.everybody.items():
            differ = sum(one != another for one, another in zip(key, other, strict=True))
            if differ == 1 and set(other) != {TOTAL}:
                yield total
