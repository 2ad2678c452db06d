"""Which figures of a report are not shown: all its tables, and what one hides for another."""

from collections.abc import Collection, Iterator, Sequence

from integrationsplan.monitoring._disclosure import DisclosureRules, ProtectedTable, protect
from integrationsplan.monitoring._report import IndicatorReport
from integrationsplan.monitoring._sheets import (
    ALONE,
    ANSWER,
    COMPLETE,
    LINKED,
    REST,
    Sheet,
)
from integrationsplan.monitoring._tables import TOTAL, CellKey, CountTable

__all__ = ["Cover"]


class Cover:
    """What is hidden of the tables of a report, so that no small count follows from the rest.

    Attributes:
        sheets: The tables.
        tables: What may be shown of each; of a table for which no proof is found, nothing.
        hidden: The places of the rows that are hidden; those that are as another one is, though
            they are zeros, too.
    """

    def __init__(
        self, report: IndicatorReport, rules: DisclosureRules, sheets: Sequence[Sheet]
    ) -> None:
        """Protect the tables until nothing changes."""
        self.sheets, self._report, self._rules = sheets, report, rules
        self._withheld: frozenset[int] = frozenset()
        self.tables = [self._protected(sheet) for sheet in sheets]
        self.hidden = frozenset(self._hidden())
        while further := frozenset(self._follow()) - self._withheld:
            self._withheld |= further
            for number, sheet in enumerate(sheets):
                if further & sheet.places.keys():
                    self.tables[number] = self._protected(sheet)
            self.hidden = frozenset(self._hidden()) | self._withheld

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
            _is_hidden(table, cell)
            for sheet, table in zip(self.sheets, self.tables, strict=True)
            for key, cell in sheet.everybody.items()
            if sheet.knows_all and set(key) <= {TOTAL}
        )

    def _protected(self, sheet: Sheet) -> ProtectedTable | None:
        """Protect a table, given how many persons there are where readers may know that.

        Nothing is returned where no proof is found: then nothing of the table may be shown.
        """
        few = {key for key, count in sheet.persons.items() if self._rules.is_small(count)}
        unknown = self._unknown_totals(sheet) if sheet.knows_all else set()
        hide = {sheet.places[place] for place in self._withheld if place in sheet.places}
        hide |= {key for key in sheet.places.values() if key[: len(sheet.by)] in few}
        hide |= unknown
        known = sheet.known
        if sheet.knows_all:
            known |= {*sheet.everybody.values(), *sheet.complete.values()} - unknown
        found = self._protect(sheet.table, hide, known)
        if found.unproven and self._rules.complementary:
            # Among many zeros there may be no pattern of few cells.
            found = self._protect(sheet.table, sheet.table.cells.keys() - known, known)
        return None if found.unproven and self._rules.complementary else found

    def _hidden(self) -> Iterator[int]:
        """Yield the places of the rows that the tables do not show."""
        for sheet, table in zip(self.sheets, self.tables, strict=True):
            for place, cell in sheet.places.items():
                if _is_hidden(table, cell):
                    yield place

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
        unknown = {key for key, count in persons.items() if self._rules.is_small(count)}
        if names:
            inner = {key: count for key, count in persons.items() if TOTAL not in key}
            table = CountTable.of(names, inner, groups=groups, absent=0)
            unknown = set(self._protect(table, (), ()).suppressed) & persons.keys()
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
        found = self._protect(table, hidden, known)
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


def _is_hidden(table: ProtectedTable | None, cell: CellKey) -> bool:
    return table is None or table[cell].status.is_suppressed
