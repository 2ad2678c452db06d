"""Disclosure control of a report: what of it may leave the house."""

from collections.abc import Collection, Iterator

from integrationsplan._language import Wording
from integrationsplan._model import evolve
from integrationsplan.errors import InvalidValueError
from integrationsplan.monitoring._disclosure import DisclosureRules, ProtectedTable, protect
from integrationsplan.monitoring._disclosure_kinds import (
    ALL_SHOWN,
    EACH_BY_ITSELF,
    NOT_PROVEN,
    NOT_SHOWN,
    ONLY_SMALL,
    PROVEN,
    ROUNDED,
    filled,
    small_words,
)
from integrationsplan.monitoring._problems import NOT_THE_SUM
from integrationsplan.monitoring._report import FigureStatus, IndicatorReport, IndicatorRow
from integrationsplan.monitoring._rows import FIGURE, ratio_text
from integrationsplan.monitoring._sheets import ALONE, LINKED, Sheet, sheets_of
from integrationsplan.monitoring._tables import TOTAL, CellKey, CountTable
from integrationsplan.values import Bilingual, parse_number

__all__ = ["protect_report"]


def protect_report(report: IndicatorReport, rules: DisclosureRules) -> IndicatorReport:
    """Return a report of which small counts, and what would give them away, are not shown.

    Indicators that divide the same persons are protected in one table: the unemployed, inactive and
    employed; the groups of age; the levels of education. Who is in none of them counts as a group,
    too, so that nine of ten do not tell of the tenth. How many persons there are in all counts as
    known to readers, unless that is small. What persons have, such as talks, is not shown where
    there are few persons; a median neither. Figures of administrations, offers and measures stay.

    The names of records that lack something are left out, and how many they are: beside a count
    they would be another one. That a figure is incomplete is still said.

    Where no proof is found that a count does not follow from what is shown, as in tables that are
    zeros but for a few persons, nothing of the table is shown, zeros neither.

    Tables are protected each by itself, given how many persons there are. Not looked at is what
    follows from two reports of neighbouring times, or of a whole and its parts.

    Args:
        report: The report.
        rules: The rules.

    Raises:
        InvalidValueError: If the figures of the report contradict each other.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan.values import FrozenMap, Period
        >>> report = IndicatorReport(
        ...     id="report-2019",
        ...     period=Period.of_year(2019),
        ...     as_of=dt.date(2019, 12, 31),
        ...     rows=(
        ...         IndicatorRow(indicator="EECO16", value="2", of=40),
        ...         IndicatorRow(indicator="EECO02", value="17", of=40),
        ...     ),
        ... )
        >>> [row.value for row in protect_report(report, DisclosureRules(least=3)).rows]
        [None, '17']
    """
    work = _Work(report, rules)
    rows = tuple(work.rows())
    hidden = sum(
        row.status is FigureStatus.SUPPRESSED and before.value is not None
        for row, before in zip(rows, report.rows, strict=True)
    )
    notes = tuple(
        Bilingual(de=words.de, en=words.en) for words in _account(rules, hidden, work.unproven)
    )
    plans = report.plans
    if plans is not None:
        plans = None if rules.is_small(plans) else _rounded(plans, rules)
    return evolve(
        report,
        rows=rows,
        lacking=(),
        plans=plans,
        erased=None,
        disclosure=rules,
        account=(*report.account, *notes),
    )


class _Work:
    """The tables of a report on their way: what is not shown in one may hide more in another."""

    def __init__(self, report: IndicatorReport, rules: DisclosureRules) -> None:
        """Protect the tables until nothing changes."""
        self.report, self.rules = report, rules
        self.sheets = list(sheets_of(report))
        problems = [
            NOT_THE_SUM.at(f"/rows/{place}")
            for sheet in self.sheets
            for place, cell in sheet.places.items()
            if sheet.table[cell] != int(report.rows[place].number or 0)
        ]
        if problems:
            raise InvalidValueError("protect_report", problems)
        self.found: list[ProtectedTable | None] = [
            self._protect(sheet, ()) for sheet in self.sheets
        ]
        withheld: set[int] = set()
        while further := set(self._follow()) - withheld:
            withheld |= further
            for number, sheet in enumerate(self.sheets):
                if further & sheet.places.keys():
                    self.found[number] = self._protect(sheet, withheld)
        self.unproven = sum(len(table.unproven) for table in self.found if table is not None)
        self._crowded = frozenset(self._offers_shown())

    def rows(self) -> Iterator[IndicatorRow]:
        """Yield the rows as they may be shown."""
        cells = {
            place: (sheet, table, key)
            for sheet, table in zip(self.sheets, self.found, strict=True)
            for place, key in sheet.places.items()
        }
        for place, row in enumerate(self.report.rows):
            if place in cells:
                yield self._shown(row, *cells[place])
            elif FIGURE in row.groups:
                yield self._figure(row)
            else:
                yield evolve(row, lacking=None, undecided=None)

    def _protect(self, sheet: Sheet, withheld: Collection[int]) -> ProtectedTable | None:
        """Protect a table, given how many persons there are where that is not small.

        Nothing is returned where no proof is found: then nothing of the table may be shown.
        """
        names = sheet.table.dimensions
        few = {key for key, count in sheet.persons.items() if self.rules.is_small(count)}
        unknown = self._unknown_totals(sheet) if sheet.knows_all else set()
        hide = {sheet.places[place] for place in withheld if place in sheet.places}
        hide |= {key for key in sheet.places.values() if key[: len(sheet.by)] in few}
        hide |= {sheet.everybody[key] for key in unknown}
        known = sheet.known | {
            cell for key, cell in sheet.everybody.items() if sheet.knows_all and key not in unknown
        }

        def attempt(hidden: Collection[CellKey]) -> ProtectedTable:
            # A zero is shown as such, or is small by the rules.
            cells = sorted(cell for cell in hidden if sheet.table[cell])
            (found,) = protect(
                [sheet.table],
                self.rules,
                withheld=[dict(zip(names, cell, strict=True)) for cell in cells],
                known=[dict(zip(names, cell, strict=True)) for cell in sorted(known)],
            )
            return found

        found = attempt(hide)
        if found.unproven and self.rules.complementary:
            # Among many zeros there may be no pattern of few cells.
            found = attempt(sheet.table.cells.keys() - known)
        return None if found.unproven and self.rules.complementary else found

    def _unknown_totals(self, sheet: Sheet) -> set[CellKey]:
        """Return the groups of which readers must not know how many persons there are."""
        by = sheet.by
        if not by:
            return {key for key, count in sheet.persons.items() if self.rules.is_small(count)}
        table = CountTable.of(
            by,
            {key: count for key, count in sheet.persons.items() if TOTAL not in key},
            groups={name: sheet.table.groups[name] for name in by},
            absent=0,
        )
        (found,) = protect([table], self.rules)
        return set(found.suppressed) & sheet.everybody.keys()

    def _follow(self) -> Iterator[int]:
        """Yield the places of rows that are not to be shown because another one is not."""
        hidden: dict[str, set[CellKey]] = {}
        at: dict[tuple[str, CellKey], int] = {}
        for sheet, table in zip(self.sheets, self.found, strict=True):
            for place, cell in sheet.places.items():
                row = self.report.rows[place]
                key = tuple(row.groups.get(name, TOTAL) for name in self.report.by)
                at[row.indicator, key] = place
                if _is_hidden(table, cell):
                    hidden.setdefault(row.indicator, set()).add(key)
        for linked in LINKED:
            keys = set().union(*(hidden.get(code, set()) for code in linked))
            yield from (at[code, key] for code in linked for key in keys if (code, key) in at)
        for code, others in ALONE.items():
            keys = set().union(*(hidden.get(other, set()) for other in others))
            yield from (at[code, key] for key in keys if (code, key) in at)

    def _offers_shown(self) -> Iterator[str]:
        """Yield the offers of which it is shown how many took part."""
        for sheet, table in zip(self.sheets, self.found, strict=True):
            for place, cell in sheet.places.items():
                row = self.report.rows[place]
                if row.indicator == "OFFER_USE" and not _is_hidden(table, cell):
                    yield row.groups["offer"]

    def _shown(
        self, row: IndicatorRow, sheet: Sheet, table: ProtectedTable | None, key: CellKey
    ) -> IndicatorRow:
        if row.status is FigureStatus.NOT_COMPUTABLE:
            return evolve(row, lacking=None, undecided=None)
        if table is None or table[key].status.is_suppressed:
            return _suppressed(row)
        cell = sheet.everybody.get(key[:-1])
        is_open = bool(row.lacking or row.undecided)
        total = None if cell is None or is_open else table[cell]
        shows_of = row.of is not None and total is not None and not total.status.is_suppressed
        value, status = row.value, row.status
        if value is not None and self.rules.rounding is not None:
            value, status = str(_rounded(int(value), self.rules)), FigureStatus.ROUNDED
        return evolve(
            row,
            value=value,
            status=status,
            of=_rounded(row.of, self.rules) if shows_of and row.of is not None else None,
            lacking=None,
            undecided=None,
        )

    def _figure(self, row: IndicatorRow) -> IndicatorRow:
        """Return what is no count of a group: a median, a ratio, and what it is made of."""
        name = row.groups[FIGURE]
        if name == "median-days":
            few = self.rules.is_small(row.of or 0) or self.rules.rounding is not None
            return _suppressed(row) if few and row.value is not None else evolve(row, of=None)
        if row.indicator == "CASELOAD_PER_FTE":
            return self._caseload(row, name)
        if row.indicator == "OFFER_USE":
            return self._use(row)
        return evolve(row, lacking=None, undecided=None)

    def _caseload(self, row: IndicatorRow, name: str) -> IndicatorRow:
        """Return the open plans, or their ratio to the posts, which tells of them."""
        rows = self.report.of("CASELOAD_PER_FTE")
        values = {each.groups[FIGURE]: each.value for each in rows if FIGURE in each.groups}
        plans, fte = values.get("plans"), values.get("fte")
        if row.value is None or name == "fte":
            return row
        needed = (plans,) if name == "plans" else (plans, fte)
        if plans is None or None in needed or self.rules.is_small(int(plans)):
            return _suppressed(row)
        if self.rules.rounding is None:
            return row
        count = _rounded(int(plans), self.rules)
        value = str(count)
        if name != "plans" and fte is not None:
            value = ratio_text(count / parse_number(fte))
        return evolve(row, value=value, status=FigureStatus.ROUNDED)

    def _use(self, row: IndicatorRow) -> IndicatorRow:
        """Return places of an offer, or how full it was, which tells of the participants."""
        if row.groups[FIGURE] == "places" or row.value is None:
            return evolve(row, lacking=None)
        is_told = row.groups["offer"] in self._crowded and self.rules.rounding is None
        return evolve(row, lacking=None) if is_told else _suppressed(row)


def _is_hidden(table: ProtectedTable | None, cell: CellKey) -> bool:
    return table is None or table[cell].status.is_suppressed


def _suppressed(row: IndicatorRow) -> IndicatorRow:
    return evolve(
        row, value=None, status=FigureStatus.SUPPRESSED, of=None, lacking=None, undecided=None
    )


def _rounded(count: int, rules: DisclosureRules) -> int:
    return count if rules.rounding is None else rules.rounding.round(count)


def _account(rules: DisclosureRules, hidden: int, unproven: int) -> Iterator[Wording]:
    """Yield what readers have to know of what is not shown."""
    if rules.least is not None:
        small = small_words(rules.least, protects_zeros=rules.protects_zeros)
        if hidden:
            yield filled(
                NOT_SHOWN if rules.complementary else ONLY_SMALL, number=hidden, small=small
            )
            if unproven:
                yield filled(NOT_PROVEN, number=unproven)
            elif rules.complementary:
                yield filled(PROVEN, spread=rules.least_spread)
                yield EACH_BY_ITSELF
        else:
            yield ALL_SHOWN
    if rules.rounding is not None:
        yield filled(ROUNDED, base=rules.rounding.base)
