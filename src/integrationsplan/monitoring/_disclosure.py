"""Disclosure control: what of a table of counts may be shown, and what must not be.

Three choices, each with a name: counts below a least count are not shown; further counts are not
shown, so that those cannot be computed from sums; each count is rounded. Nothing is left to chance:
the same tables and rules give the same result.

Literature: A. Hundepool et al., Statistical Disclosure Control, Wiley 2012; of Repsilber's method
of hypercubes, S. Giessing and D. Repsilber, Tools and Strategies to Protect Multiple Tables with
the GHQUAR Cell Suppression Engine, in: J. Domingo-Ferrer (ed.), Inference Control in Statistical
Databases, Springer 2002.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, NamedTuple

import attrs
from annotated_types import Ge, Le

from integrationsplan._language import Wording
from integrationsplan._model import Label, model
from integrationsplan.monitoring._disclosure_kinds import (
    ALL_SHOWN,
    COMPLEMENTARY,
    NOT_KNOWN,
    NOT_PROVEN,
    NOT_SHOWN,
    ON_REQUEST,
    ONLY_SMALL,
    PROVEN,
    ROUNDED,
    SMALL,
    UNKNOWABLE,
    WITHHELD,
    filled,
    small_words,
)
from integrationsplan.monitoring._linking import Linked
from integrationsplan.monitoring._problems import NO_RULE, NOT_BELOW_LEAST
from integrationsplan.monitoring._tables import CellKey, CountTable
from integrationsplan.problems import Problem
from integrationsplan.values import Citation, Labelled, Rounding, round_ratio

__all__ = [
    "CellStatus",
    "DisclosureRules",
    "ProtectedCell",
    "ProtectedTable",
    "PublishedCell",
    "RoundingBase",
    "protect",
]


class CellStatus(Labelled):
    """What was done with a cell of a table."""

    PUBLISHED = "published", "published", "veröffentlicht"
    ZERO = "zero", "zero", "null"
    ROUNDED = "rounded", "rounded", "gerundet"
    SUPPRESSED = "suppressed", "not shown", "nicht ausgewiesen"
    SUPPRESSED_SMALL = (
        "suppressed-small",
        "not shown: too small",
        "nicht ausgewiesen: zu klein",
    )
    SUPPRESSED_COMPLEMENTARY = (
        "suppressed-complementary",
        "not shown: a small count would follow from it",
        "nicht ausgewiesen: eine kleine Anzahl würde daraus folgen",
    )
    SUPPRESSED_WITHHELD = (
        "suppressed-withheld",
        "not shown: withheld as asked for",
        "nicht ausgewiesen: auf Vorgabe zurückgehalten",
    )
    UNKNOWN = "unknown", "not known", "unbekannt"

    @property
    def is_suppressed(self) -> bool:
        """Whether there is a count that is not shown."""
        return self in _SUPPRESSED

    @property
    def public(self) -> "CellStatus":
        """The status to publish: it does not tell why a count is not shown.

        Who knows that a count is small knows its bounds, and with them the others of its row.
        """
        return CellStatus.SUPPRESSED if self.is_suppressed else self


_SUPPRESSED = frozenset(status for status in CellStatus if status.value.startswith("suppressed"))


@model
class RoundingBase:
    """Rounding of each figure by itself to multiples of a base.

    It blurs small differences between tables, and it keeps every cell. It does not say how sure a
    count can be told from several rounded figures; sums no longer add up.

    Attributes:
        base: What every figure is to be a multiple of.
        method: The rounding.

    Example:
        >>> RoundingBase(base=5, method=Rounding.HALF_UP).round(12)
        10
    """

    base: Annotated[Annotated[int, Ge(2), Le(1_000)], Label("base", "Basis")]
    method: Annotated[Rounding, Label("rounding", "Rundung")]

    def round(self, count: int) -> int:
        """Round a count."""
        return round_ratio(count, self.base, self.method) * self.base


@model
class DisclosureRules:
    """What protects a table. No choice has a default that a body has to answer for.

    Attributes:
        least: The least count to be shown; counts from 1 to below it are small and are not. It
            keeps single persons from being recognised in a cell. It says nothing of large cells in
            which all have the same property.
        protects_zeros: Whether a zero is small, too. Otherwise zeros are shown: they tell that
            nobody has a property, which may be known anyway, and which tables of few persons are
            full of.
        complementary: Whether further counts are not shown, so that no count that is not shown can
            be computed from sums. Without it, who can subtract may read what was hidden.
        spread: How far apart the lowest and the highest value must be that a small count can have
            for a reader. ``least - 1`` where nothing is said: then a reader is left with as wide a
            range as by a table that tells only that the count is small or zero.
        rounding: How figures that are shown are rounded.
        source: Where the rules are written.

    Example:
        >>> rules = DisclosureRules(least=3)
        >>> rules.least_spread
        2
    """

    least: Annotated[
        Annotated[int, Ge(2), Le(1_000)] | None, Label("least count", "Mindestzahl")
    ] = None
    protects_zeros: Annotated[bool, Label("protects zeros", "schützt Nullen")] = False
    complementary: Annotated[bool, Label("complementary", "ergänzend")] = True
    spread: Annotated[Annotated[int, Ge(1), Le(1_000)] | None, Label("spread", "Spanne")] = None
    rounding: Annotated[RoundingBase | None, Label("rounding", "Rundung")] = None
    source: Annotated[Citation | None, Label("source", "Quelle")] = None

    def _violations(self) -> Iterator[Problem]:
        if self.least is None:
            if self.rounding is None:
                yield NO_RULE.at("/least")
            if self.spread is not None:
                yield NOT_BELOW_LEAST.at("/spread")
            if self.protects_zeros:
                yield NOT_BELOW_LEAST.at("/protects_zeros")

    @property
    def least_spread(self) -> int:
        """How far a small count must spread; 0 without a least count."""
        if self.least is None:
            return 0
        return self.least - 1 if self.spread is None else self.spread

    def is_small(self, count: int) -> bool:
        """Return whether a count must not be shown."""
        if self.least is None or (count == 0 and not self.protects_zeros):
            return False
        return count < self.least


class PublishedCell(NamedTuple):
    """A cell as it may be published.

    Attributes:
        at: For each dimension a group, a sum of groups, or the total.
        value: The figure; nothing where it is not shown or not known.
        status: What was done with it, without the reason.
    """

    at: CellKey
    value: int | None
    status: CellStatus


class ProtectedCell(NamedTuple):
    """A cell with what was done with it. For those who make the table.

    Attributes:
        value: The figure; nothing where it is not shown or not known.
        status: What was done with it, with the reason.
        is_proven: Whether it is proven that a count that is not shown does not follow from what
            is; nothing where there is nothing to prove.
    """

    value: int | None
    status: CellStatus
    is_proven: bool | None = None


@attrs.frozen(repr=False)
class ProtectedTable:
    """A table after disclosure control.

    Attributes:
        dimensions: Names of the dimensions.
        rules: The rules.
        cells: Every cell with the reason; not to be published as it is.
    """

    dimensions: tuple[str, ...]
    rules: DisclosureRules
    cells: Mapping[CellKey, ProtectedCell]

    def __getitem__(self, key: str | CellKey) -> ProtectedCell:
        """Return a cell.

        Raises:
            KeyError: If there is no such cell.
        """
        return self.cells[(key,) if isinstance(key, str) else key]

    def __repr__(self) -> str:
        return f"<ProtectedTable {' × '.join(self.dimensions)}: {len(self.cells)} cells>"

    @property
    def published(self) -> tuple[PublishedCell, ...]:
        """Every cell as it may be published."""
        return tuple(
            PublishedCell(key, cell.value, cell.status.public) for key, cell in self.cells.items()
        )

    @property
    def suppressed(self) -> tuple[CellKey, ...]:
        """The cells that are not shown."""
        return tuple(key for key, cell in self.cells.items() if cell.status.is_suppressed)

    @property
    def unproven(self) -> tuple[CellKey, ...]:
        """The cells that are not shown and may follow all the same from what is shown."""
        return tuple(key for key, cell in self.cells.items() if cell.is_proven is False)

    def number(self, *statuses: CellStatus) -> int:
        """Return how many cells have one of some statuses."""
        return sum(cell.status in statuses for cell in self.cells.values())

    @property
    def notes(self) -> tuple[Wording, ...]:
        """What to publish with the table; it does not tell why a single count is not shown."""
        notes = []
        rules, hidden = self.rules, len(self.suppressed)
        small = small_words(rules.least, protects_zeros=rules.protects_zeros)
        if hidden:
            kind = NOT_SHOWN if rules.complementary else ONLY_SMALL
            kind = ON_REQUEST if rules.least is None else kind
            notes.append(filled(kind, number=hidden, small=small))
            if self.unproven:
                notes.append(filled(NOT_PROVEN, number=len(self.unproven)))
            else:
                notes.append(
                    filled(PROVEN, spread=rules.least_spread) if rules.least else UNKNOWABLE
                )
        elif rules.least is not None:
            notes.append(ALL_SHOWN)
        if rules.rounding is not None:
            notes.append(filled(ROUNDED, base=rules.rounding.base))
        unknown = self.number(CellStatus.UNKNOWN)
        if unknown:
            notes.append(filled(NOT_KNOWN, number=unknown))
        return tuple(notes)

    @property
    def account(self) -> tuple[Wording, ...]:
        """What was not shown by which rule. For those who make the table, not to be published."""
        numbers = (
            (SMALL, self.number(CellStatus.SUPPRESSED_SMALL)),
            (WITHHELD, self.number(CellStatus.SUPPRESSED_WITHHELD)),
            (COMPLEMENTARY, self.number(CellStatus.SUPPRESSED_COMPLEMENTARY)),
        )
        small = small_words(self.rules.least, protects_zeros=self.rules.protects_zeros)
        return tuple(
            filled(words, number=number, small=small) for words, number in numbers if number
        )


def protect(
    tables: CountTable | Iterable[CountTable],
    rules: DisclosureRules,
    *,
    withheld: Iterable[Mapping[str, str]] = (),
    known: Iterable[Mapping[str, str]] = (),
) -> tuple[ProtectedTable, ...]:
    """Decide what of tables may be shown, all of them together.

    Tables that are published together share cells: the sum over all fields of one table is that of
    another. A dimension has the same name, groups and counts in all of them, and what is not shown
    in one is not shown in the other. What could be computed from several tables together is looked
    at, but for this: with three tables that each leave another dimension out, it may follow from
    the fact that all persons have all three properties. Give the table of all three instead.

    The guarantee rests on what a reader may know: the tables, the rules and what was done, but not
    why a single count is not shown, and not how this function chooses between equal ways. That each
    count that is not shown is at least 1 where zeros are shown counts as known.

    Args:
        tables: One table or several that are, or will be, known to the same readers.
        rules: The rules.
        withheld: Cells that are not to be shown in any case, by their groups; a dimension that is
            left out is the total. Such as those that an earlier edition did not show. A zero
            among them stays unproven where zeros are shown.
        known: Cells that everybody knows already, though they may be small: nothing rests on them.

    Returns:
        Each table after disclosure control, in the order given.

    Raises:
        InvalidValueError: If tables do not fit together, or a cell does not exist.

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
        >>> [protected] = protect(table, DisclosureRules(least=3))
        >>> for cell in protected.suppressed:
        ...     print(*cell, protected[cell].status.value)
        female language suppressed-small
        female work suppressed-complementary
        male language suppressed-complementary
        male work suppressed-complementary
        >>> print(protected.account[1].en)
        Further figures not shown, so that those cannot be computed: 3.
    """
    given = (tables,) if isinstance(tables, CountTable) else tuple(tables)
    linked = Linked(given, [dict(cell) for cell in withheld], [dict(cell) for cell in known])
    hidden: dict[int, bool] = {}
    small: set[int] = set()
    if rules.least is not None or linked.withheld:
        counts = linked.counts.items()
        small = {cell for cell, count in counts if count is not None and rules.is_small(count)}
        hidden = linked.hide(
            small,
            spread=rules.least_spread,
            floor=0 if rules.protects_zeros else 1,
            complementary=rules.complementary,
        )
    found = []
    for table, places in zip(given, linked.places, strict=True):
        cells = {}
        for (key, count), place in zip(table.cells.items(), places, strict=True):
            if place in hidden:
                status = (
                    CellStatus.SUPPRESSED_SMALL
                    if place in small
                    else CellStatus.SUPPRESSED_WITHHELD
                    if place in linked.withheld
                    else CellStatus.SUPPRESSED_COMPLEMENTARY
                )
                cells[key] = ProtectedCell(None, status, hidden[place])
            elif count is None:
                cells[key] = ProtectedCell(None, CellStatus.UNKNOWN)
            elif rules.rounding is not None:
                cells[key] = ProtectedCell(rules.rounding.round(count), CellStatus.ROUNDED)
            else:
                cells[key] = ProtectedCell(
                    count, CellStatus.PUBLISHED if count else CellStatus.ZERO
                )
        found.append(ProtectedTable(table.dimensions, rules, MappingProxyType(cells)))
    return tuple(found)
