"""Disclosure control of a report: what of it may leave the house."""

from collections.abc import Iterator
from typing import NamedTuple

from integrationsplan._language import Wording
from integrationsplan._model import evolve
from integrationsplan.errors import InvalidValueError
from integrationsplan.monitoring._collapsing import Together, collapsed, is_together, wider
from integrationsplan.monitoring._counselling import PROVEN as LEVEL_PROVEN
from integrationsplan.monitoring._covering import Cover
from integrationsplan.monitoring._disclosure import DisclosureRules, ProtectedTable
from integrationsplan.monitoring._disclosure_kinds import (
    ALL_SHOWN,
    EACH_BY_ITSELF,
    NOT_PROVEN,
    NOT_SHOWN,
    ONLY_SMALL,
    PROVEN,
    ROUNDED,
    TOGETHER,
    filled,
    small_words,
)
from integrationsplan.monitoring._problems import ALREADY_PROTECTED, NOT_THE_SUM, TWO_FAMILIES
from integrationsplan.monitoring._report import FigureStatus, IndicatorReport, IndicatorRow
from integrationsplan.monitoring._rows import FIGURE, OWN_DIMENSIONS, ratio_text
from integrationsplan.monitoring._sheets import (
    ATTEMPT,
    SAME_PERSONS,
    Sheet,
    families_of,
    sheets_of,
)
from integrationsplan.monitoring._tables import TOTAL, CellKey
from integrationsplan.values import Bilingual, FrozenMap, parse_number

__all__ = ["protect_report"]


def protect_report(report: IndicatorReport, rules: DisclosureRules) -> IndicatorReport:
    """Return a report of which small counts, and what would give them away, are not shown.

    Indicators that divide the same persons are protected in one table: the unemployed, inactive and
    employed; the groups of age; the levels of education. Who is in none of them counts as a group,
    too, so that nine of ten do not tell of the tenth. How many persons there are in all counts as
    known to readers, unless that is small. What persons have, such as talks, is not shown where
    there are few persons. A median is shown where it is shown of how many it is. Figures of
    administrations, offers and measures stay.

    The names of records that lack something are left out, and how many they are: beside a count
    they would be another one. That a figure is incomplete is still said; an incomplete zero is not
    shown where it is not how many persons there are, as it would tell of two at least.

    Where no proof is found that a count does not follow from what is shown, as with three counts of
    1 of three persons, or in tables that are zeros but for a few persons, nothing of the table is
    shown, zeros neither; or groups are put together, and nothing is shown of them for themselves,
    where more figures can be shown in that way.

    Tables are protected each by itself, given how many persons there are. Not looked at is what
    follows from two reports of neighbouring times, or of a whole and its parts.

    Args:
        report: The report.
        rules: The rules.

    Raises:
        InvalidValueError: If the figures of the report contradict each other, if there are
            indicators of both periods of the ESF, which divide the same persons in two ways, or if
            the report is protected already.

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
    if report.disclosure is not None:
        raise InvalidValueError(ATTEMPT, [ALREADY_PROTECTED.at("/disclosure")])
    if families_of(report) >= SAME_PERSONS:
        raise InvalidValueError(ATTEMPT, [TWO_FAMILIES.at("/rows")])
    found = _shown(report, rules, {})
    while not found.is_proven:
        finer = found
        others = [_shown(report, rules, together) for together in wider(report, finer.together)]
        found = min([finer, *others], key=lambda each: each.hidden)
        if found is finer:
            break
    plans = report.plans
    if plans is not None:
        is_hidden = rules.is_small(plans) or found.hides_everybody
        plans = None if is_hidden else _rounded(plans, rules)
    notes = (Bilingual(de=words.de, en=words.en) for words in _account(rules, found))
    return evolve(
        report,
        rows=found.rows,
        lacking=(),
        plans=plans,
        erased=None,
        disclosure=rules,
        account=(*report.account, *notes),
    )


class _Shown(NamedTuple):
    """What may be shown of a report.

    Attributes:
        rows: The rows.
        hidden: How many figures are not shown.
        together: Groups of which nothing is shown, as readers may know those together alone.
        unproven: How many figures may follow from what is shown.
        is_proven: Whether something of each table is shown.
        hides_everybody: Whether it is not to be known how many persons there are.
    """

    rows: tuple[IndicatorRow, ...]
    hidden: int
    together: Together
    unproven: int
    is_proven: bool
    hides_everybody: bool


def _shown(report: IndicatorReport, rules: DisclosureRules, together: Together) -> _Shown:
    """Return what may be shown where some groups are put together.

    What is shown is shown of the report with those groups as one, without that one: whatever holds
    of all its figures holds of fewer.
    """
    coarse = collapsed(report, together) if together else report
    found = Cover(coarse, rules, _sheets(coarse))
    shown = {(row.indicator, row.groups): row for row in _Rows(coarse, rules, found).rows()}
    rows = tuple(
        _alone(row) if is_together(row, together) else shown[row.indicator, row.groups]
        for row in report.rows
    )
    hidden = sum(
        row.status is FigureStatus.SUPPRESSED and before.value is not None
        for row, before in zip(rows, report.rows, strict=True)
    )
    return _Shown(rows, hidden, together, found.unproven, found.is_proven, found.hides_everybody)


def _alone(row: IndicatorRow) -> IndicatorRow:
    """Return a figure of one of several groups that are known together alone."""
    if row.status is FigureStatus.NOT_COMPUTABLE and FIGURE not in row.groups:
        return evolve(row, lacking=None, undecided=None)
    return _suppressed(row)


def _sheets(report: IndicatorReport) -> tuple[Sheet, ...]:
    """Return the tables of a report.

    Raises:
        InvalidValueError: If a sum is not that of its parts.
    """
    sheets = tuple(sheets_of(report))
    problems = [
        NOT_THE_SUM.at(f"/rows/{place}")
        for sheet in sheets
        for place, cell in sheet.places.items()
        if sheet.table[cell] != int(report.rows[place].number or 0)
    ]
    if problems:
        raise InvalidValueError(ATTEMPT, problems)
    return sheets


class _Rows:
    """The rows of a report as they may be shown."""

    def __init__(self, report: IndicatorReport, rules: DisclosureRules, found: Cover) -> None:
        """Take what is hidden of the tables."""
        self.report, self.rules, self._cover = report, rules, found
        self._hidden = {
            (report.rows[place].indicator, report.rows[place].groups): place in found.hidden
            for sheet in found.sheets
            for place in sheet.places
        }
        self._full_offers = self._full_offers_shown()

    def rows(self) -> Iterator[IndicatorRow]:
        """Yield the rows as they may be shown."""
        cells = {
            place: (sheet, table, key)
            for sheet, table in zip(self._cover.sheets, self._cover.tables, strict=True)
            for place, key in sheet.places.items()
        }
        for place, row in enumerate(self.report.rows):
            if place in cells:
                yield self._shown(row, place in self._cover.hidden, *cells[place])
            elif FIGURE in row.groups:
                yield self._figure(row)
            else:
                yield evolve(row, lacking=None, undecided=None)

    def _full_offers_shown(self) -> frozenset[str]:
        """Return the offers of which it may be shown how full they were.

        That of all of them is over those with places: if others are hidden, who took part in these
        would be the difference to all who took part.
        """
        uses = [row for row in self.report.rows if row.indicator == "OFFER_USE"]
        is_hidden = {
            row.groups["offer"]: self._hidden[row.indicator, row.groups]
            for row in uses
            if (row.indicator, row.groups) in self._hidden
        }
        with_places = {
            row.groups["offer"]
            for row in uses
            if row.groups.get(FIGURE) == "places" and row.value is not None
        }
        tells = any(is_hidden[offer] for offer in is_hidden.keys() - with_places)
        return frozenset(
            offer for offer in is_hidden if not (is_hidden[offer] or (tells and offer == TOTAL))
        )

    def _shown(
        self,
        row: IndicatorRow,
        is_hidden: bool,
        sheet: Sheet,
        table: ProtectedTable | None,
        key: CellKey,
    ) -> IndicatorRow:
        if row.status is FigureStatus.NOT_COMPUTABLE:
            return evolve(row, lacking=None, undecided=None)
        if table is None or is_hidden:
            return _suppressed(row)
        everybody = sheet.everybody.get(key[:-1])
        knows = everybody is not None and not table[everybody].status.is_suppressed
        is_open = bool(row.lacking or row.undecided)
        tells = is_open and (row.number == 0 or self.rules.protects_zeros)
        if tells and everybody is not None and not knows:
            return _suppressed(row)  # that of somebody it is told, and of somebody not, is a number
        value, status, of = row.value, row.status, row.of
        if is_open or not knows or everybody is None or sheet.table[everybody] != of:
            of = None
        if self.rules.rounding is not None:
            of = None if of is None else _rounded(of, self.rules)
            value = None if value is None else str(_rounded(int(value), self.rules))
            if status is FigureStatus.COUNTED:
                status = FigureStatus.ROUNDED
        return evolve(row, value=value, status=status, of=of, lacking=None, undecided=None)

    def _figure(self, row: IndicatorRow) -> IndicatorRow:
        """Return what is no count of a group: a median, a ratio, and what it is made of."""
        name = row.groups[FIGURE]
        if name == "median-days":
            return self._median(row)
        if row.indicator == "CASELOAD_PER_FTE":
            return self._caseload(row, name)
        if row.indicator == "OFFER_USE":
            return self._use(row)
        return evolve(row, lacking=None, undecided=None)

    def _median(self, row: IndicatorRow) -> IndicatorRow:
        """Return a median where it is shown how many it is of; then it tells nothing of that."""
        proven = {key: value for key, value in row.groups.items() if key != FIGURE}
        proven[OWN_DIMENSIONS[row.indicator].name] = LEVEL_PROVEN
        is_hidden = self._hidden.get(
            (row.indicator, FrozenMap(proven)), self.rules.is_small(row.of or 0)
        )
        is_exact = row.value is not None and self.rules.rounding is not None
        return _suppressed(row) if is_hidden or is_exact else evolve(row, of=None)

    def _caseload(self, row: IndicatorRow, name: str) -> IndicatorRow:
        """Return the open plans, or their ratio to the posts, which tells of them."""
        rows = self.report.of("CASELOAD_PER_FTE")
        values = {each.groups[FIGURE]: each.value for each in rows if FIGURE in each.groups}
        plans, fte = values.get("plans"), values.get("fte")
        if row.value is None or name == "fte":
            return row
        needed = (plans,) if name == "plans" else (plans, fte)
        if plans is None or None in needed or self._cover.hides_everybody:
            return _suppressed(row)
        if self.rules.is_small(int(plans)):
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
        is_told = row.groups["offer"] in self._full_offers and self.rules.rounding is None
        return evolve(row, lacking=None) if is_told else _suppressed(row)


def _suppressed(row: IndicatorRow) -> IndicatorRow:
    return evolve(
        row, value=None, status=FigureStatus.SUPPRESSED, of=None, lacking=None, undecided=None
    )


def _rounded(count: int, rules: DisclosureRules) -> int:
    return count if rules.rounding is None else rules.rounding.round(count)


def _account(rules: DisclosureRules, found: _Shown) -> Iterator[Wording]:
    """Yield what readers have to know of what is not shown."""
    if rules.least is not None:
        small = small_words(rules.least, protects_zeros=rules.protects_zeros)
        if found.hidden:
            yield filled(
                NOT_SHOWN if rules.complementary else ONLY_SMALL, number=found.hidden, small=small
            )
            if found.together:
                named = (f"{name}: {', '.join(each)}" for name, each in found.together.items())
                yield filled(TOGETHER, groups="; ".join(named))
            if found.unproven:
                yield filled(NOT_PROVEN, number=found.unproven)
            elif rules.complementary:
                yield filled(PROVEN, spread=rules.least_spread)
                yield EACH_BY_ITSELF
        else:
            yield ALL_SHOWN
    if rules.rounding is not None:
        yield filled(ROUNDED, base=rules.rounding.base)
