"""Laws of disclosure control, with a reader who solves for what is not shown.

The reader is written here and shares nothing with the library: a search over whole numbers that
knows the tables, the rules and what is shown.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationsplan.monitoring import (
    TOTAL,
    CellStatus,
    CountTable,
    DisclosureRules,
    ProtectedTable,
    protect,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from integrationsplan.monitoring import CellKey

SIZES = st.sampled_from([(4,), (2, 3), (3, 3), (2, 2, 2), (1, 3), (3, 1), (1,), (2, 1, 3)])
RULES = st.builds(
    DisclosureRules,
    least=st.sampled_from([2, 3, 4]),
    protects_zeros=st.booleans(),
)
COUNTS = st.sampled_from([0, 0, 1, 1, 2, 3, 4, 5, 6, 9])


class Bound(NamedTuple):
    """What the reader knows of a sum of unknowns: it is at least and at most so much."""

    plus: tuple[int, ...]
    minus: tuple[int, ...]
    least: int
    most: int


MANY = 10**6


class Reader:
    """Knows what is published, and tries values."""

    def __init__(self, tables: Sequence[CountTable], shown: Sequence[ProtectedTable]) -> None:
        self.unknowns: dict[tuple[int, CellKey], int] = {}
        for number, table in enumerate(tables):
            for leaf in leaves(table):
                self.unknowns[number, leaf] = len(self.unknowns)
        self.truth = {
            place: 0 if (count := tables[number].cells[leaf]) is None else count
            for (number, leaf), place in self.unknowns.items()
        }
        self.bounds: list[Bound] = []
        shared: dict[frozenset[tuple[str, str]], tuple[int, ...]] = {}
        for number, (table, result) in enumerate(zip(tables, shown, strict=True)):
            floor = 0 if result.rules.protects_zeros else 1
            for cell in result.published:
                parts = self.parts(number, table, cell.at)
                if cell.value is not None:
                    self.bounds.append(Bound(parts, (), cell.value, cell.value))
                elif cell.status is CellStatus.SUPPRESSED:
                    self.bounds.append(Bound(parts, (), floor, MANY))
                name = frozenset(
                    pair for pair in zip(table.dimensions, cell.at, strict=True) if pair[1] != TOTAL
                )
                if name in shared and shared[name] != parts:
                    self.bounds.append(Bound(parts, shared[name], 0, 0))
                shared[name] = parts

    def parts(self, number: int, table: CountTable, key: CellKey) -> tuple[int, ...]:
        """Return the unknowns that a cell is the sum of."""
        return tuple(
            place
            for (other, leaf), place in self.unknowns.items()
            if other == number
            and all(
                within(table, name, group, node)
                for name, group, node in zip(table.dimensions, leaf, key, strict=True)
            )
        )

    def values(self, parts: tuple[int, ...], reach: int) -> list[int]:
        """Return which values a sum can have, not far from the truth."""
        truth = sum(self.truth[part] for part in parts)
        return [
            value
            for value in range(max(truth - reach, 0), truth + reach + 1)
            if self.fits([Bound(parts, (), value, value), *self.bounds], parts, reach)
        ]

    def fits(self, bounds: list[Bound], first: tuple[int, ...], reach: int) -> bool:
        """Return whether there are whole numbers that fit all bounds."""
        lows = {place: max(count - reach, 0) for place, count in self.truth.items()}
        highs = {place: count + reach for place, count in self.truth.items()}
        order = [*first, *(place for place in lows if place not in first)]
        return any(True for _ in self.search(bounds, lows, highs, order))

    def search(
        self, bounds: list[Bound], lows: dict[int, int], highs: dict[int, int], order: list[int]
    ) -> Iterator[bool]:
        """Yield once for each way to give the unknowns a value."""
        if not narrow(bounds, lows, highs):
            return
        place = next((each for each in order if lows[each] < highs[each]), None)
        if place is None:
            yield True
            return
        for value in range(lows[place], highs[place] + 1):
            yield from self.search(bounds, lows | {place: value}, highs | {place: value}, order)


def narrow(bounds: list[Bound], lows: dict[int, int], highs: dict[int, int]) -> bool:
    """Narrow the unknowns by each bound until nothing changes; say whether something is left."""
    changed = True
    while changed:
        changed = False
        for plus, minus, least, most in bounds:
            low = sum(lows[p] for p in plus) - sum(highs[p] for p in minus)
            high = sum(highs[p] for p in plus) - sum(lows[p] for p in minus)
            if low > most or high < least:
                return False
            for places, sign in ((plus, 1), (minus, -1)):
                for place in places:
                    span = highs[place] - lows[place]
                    if low + span > most:
                        changed = True
                        cut = low + span - most
                        highs[place], lows[place] = (
                            (highs[place] - cut, lows[place])
                            if sign > 0
                            else (highs[place], lows[place] + cut)
                        )
                        high -= cut
                    span = highs[place] - lows[place]
                    if high - span < least:
                        changed = True
                        cut = least - (high - span)
                        highs[place], lows[place] = (
                            (highs[place], lows[place] + cut)
                            if sign > 0
                            else (highs[place] - cut, lows[place])
                        )
                        low += cut
                    if lows[place] > highs[place]:
                        return False
    return True


def within(table: CountTable, name: str, group: str, node: str) -> bool:
    """Return whether a group belongs to a node of its dimension."""
    return node in (group, TOTAL) or group in table.sums[name].get(node, ())


def leaves(table: CountTable) -> Iterator[CellKey]:
    """Yield the cells that are no sums."""
    yield from itertools.product(*(table.groups[name] for name in table.dimensions))


@st.composite
def count_tables(draw: st.DrawFn, *, unknown: bool = False, sums: bool = False) -> CountTable:
    """Draw a small table."""
    sizes = draw(SIZES)
    names = [f"d{place}" for place in range(len(sizes))]
    groups = {n: [f"{n}{g}" for g in range(size)] for n, size in zip(names, sizes, strict=True)}
    keys = list(itertools.product(*groups.values()))
    counts = COUNTS | st.none() if unknown else COUNTS
    drawn = draw(st.lists(counts, min_size=len(keys), max_size=len(keys)))
    further = {}
    if sums:
        some = st.sets(st.sampled_from(groups["d0"]), min_size=1)
        further = {
            "d0": {f"s{n}": parts for n, parts in enumerate(draw(st.lists(some, max_size=2)))}
        }
    return CountTable.of(names, dict(zip(keys, drawn, strict=True)), groups=groups, sums=further)


def assert_hidden(tables: list[CountTable], rules: DisclosureRules) -> None:
    """Assert that no reader learns what is not shown."""
    shown = protect(tables, rules)
    reader = Reader(tables, shown)
    for number, (table, result) in enumerate(zip(tables, shown, strict=True)):
        assert () == result.unproven
        for key in result.suppressed:
            small = result[key].status is CellStatus.SUPPRESSED_SMALL
            wanted = rules.least_spread if small else 1
            found = reader.values(reader.parts(number, table, key), rules.least_spread)
            assert wanted <= max(found) - min(found), (key, found)


def test_the_reader_computes_what_is_left_open():
    """Without complementary suppression the reader of these tests has the count at once."""
    counts: dict[CellKey, int | None] = {("a", "x"): 1, ("a", "y"): 6, ("b", "x"): 8, ("b", "y"): 9}
    table = CountTable.of(["d0", "d1"], counts)
    shown = protect(table, DisclosureRules(least=3, complementary=False))
    reader = Reader([table], shown)
    assert [1] == reader.values(reader.parts(0, table, ("a", "x")), reach=5)


@given(count_tables(), RULES)
@settings(max_examples=200, deadline=None)
def test_no_reader_computes_what_is_not_shown(table: CountTable, rules: DisclosureRules):
    """Each small count can be far apart, and every count that is not shown can be another."""
    assert_hidden([table], rules)


@pytest.mark.parametrize("sizes", [(8, 5), (6, 4, 3)])
@given(st.data(), RULES)
@settings(max_examples=10, deadline=None)
def test_no_solver_computes_what_is_not_shown(
    sizes: tuple[int, ...], data: st.DataObject, rules: DisclosureRules
):
    """Integer programming finds no small count in larger tables either."""
    highspy = pytest.importorskip("highspy")
    names = [f"d{place}" for place in range(len(sizes))]
    keys = list(itertools.product(*([f"g{group}" for group in range(size)] for size in sizes)))
    drawn = data.draw(st.lists(st.integers(0, 12), min_size=len(keys), max_size=len(keys)))
    table = CountTable.of(names, dict(zip(keys, drawn, strict=True)))
    [shown] = protect(table, rules)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    parts = {
        key: solver.addVariable(lb=0, type=highspy.HighsVarType.kInteger) for key in leaves(table)
    }
    sums = {
        key: sum(
            unknown
            for leaf, unknown in parts.items()
            if all(map(within, [table] * len(key), names, leaf, key))
        )
        for key in table.cells
    }
    for key, cell in shown.cells.items():
        if cell.value is not None:
            solver.addConstr(sums[key] == cell.value)
        else:
            solver.addConstr(sums[key] >= (0 if rules.protects_zeros else 1))
    for key in shown.suppressed[:8]:
        small = shown[key].status is CellStatus.SUPPRESSED_SMALL
        solver.minimize(sums[key])
        lowest = solver.getInfo().objective_function_value
        solver.maximize(sums[key])
        if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal:  # or nothing bounds it
            highest = solver.getInfo().objective_function_value
            assert (rules.least_spread if small else 1) <= highest - lowest


@given(count_tables(unknown=True), RULES)
@settings(max_examples=60, deadline=None)
def test_unknown_counts_help_no_reader(table: CountTable, rules: DisclosureRules):
    """What is not known is not known to the reader either."""
    assert_hidden([table], rules)


@given(count_tables(sums=True), RULES)
@settings(max_examples=60, deadline=None)
def test_overlapping_sums_help_no_reader(table: CountTable, rules: DisclosureRules):
    """The difference of two sets of regions gives nothing away."""
    assert_hidden([table], rules)


@given(st.lists(COUNTS, min_size=12, max_size=12), RULES)
@settings(max_examples=60, deadline=None)
def test_linked_tables_help_no_reader(drawn: list[int], rules: DisclosureRules):
    """Two tables that share margins give nothing away together."""
    towns, sexes, fields = ("t0", "t1"), ("f", "m"), ("a", "b", "c")
    whole = dict(zip(itertools.product(towns, sexes, fields), drawn, strict=True))
    by_sex = CountTable.of(
        ["town", "sex"],
        {(t, s): sum(whole[t, s, f] for f in fields) for t in towns for s in sexes},
    )
    by_field = CountTable.of(
        ["field", "town"],
        {(f, t): sum(whole[t, s, f] for s in sexes) for t in towns for f in fields},
    )
    assert_hidden([by_sex, by_field], rules)


@given(count_tables(unknown=True, sums=True))
def test_totals_equal_the_sum_of_their_parts(table: CountTable):
    """Every cell is the sum of the inner cells below it, and unknown if one of them is."""
    for key, count in table.cells.items():
        parts = [
            table.cells[leaf]
            for leaf in leaves(table)
            if all(map(within, [table] * len(key), table.dimensions, leaf, key))
        ]
        assert count == (None if None in parts else sum(p for p in parts if p is not None))


@given(count_tables(unknown=True, sums=True), RULES, st.randoms(use_true_random=False))
def test_the_order_of_anything_plays_no_part(
    table: CountTable, rules: DisclosureRules, chance: Random
):
    """Cells, groups and dimensions in another order: the same result."""
    names = list(table.dimensions)
    chance.shuffle(names)
    places = [table.dimensions.index(name) for name in names]
    inner = [(tuple(leaf[place] for place in places), table.cells[leaf]) for leaf in leaves(table)]
    chance.shuffle(inner)
    groups = {name: chance.sample(table.groups[name], len(table.groups[name])) for name in names}
    other = CountTable.of(names, dict(inner), groups=groups, sums=table.sums)
    [expected], [found] = protect(table, rules), protect(other, rules)
    turned = {tuple(key[place] for place in places): cell for key, cell in expected.cells.items()}
    assert turned == found.cells


@given(count_tables(unknown=True, sums=True), RULES)
def test_is_idempotent(table: CountTable, rules: DisclosureRules):
    """Who withholds what is not shown has nothing further to withhold."""
    [first] = protect(table, rules)
    withheld = [dict(zip(table.dimensions, key, strict=True)) for key in first.suppressed]
    [second] = protect(table, rules, withheld=withheld)
    assert first.suppressed == second.suppressed
    assert () == second.unproven


@given(count_tables(unknown=True), RULES)
def test_shows_only_what_is_true_and_not_small(table: CountTable, rules: DisclosureRules):
    """A figure that is shown is the count; a small one is never shown, an unknown one never is."""
    [shown] = protect(table, rules)
    for key, cell in shown.cells.items():
        count = table.cells[key]
        if cell.value is not None:
            assert count == cell.value
            assert not rules.is_small(cell.value)
        assert (count is None) == (cell.status is CellStatus.UNKNOWN)
