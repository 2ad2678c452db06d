"""Disclosure control: least counts, complementary suppression, rounding, linked tables."""

from __future__ import annotations

from typing import Any

import pytest

from integrationsplan.errors import InvalidValueError
from integrationsplan.monitoring import (
    TOTAL,
    CellStatus,
    CountTable,
    DisclosureRules,
    ProtectedTable,
    RoundingBase,
    protect,
)
from integrationsplan.values import Rounding

LEAST_3 = DisclosureRules(least=3)
FIVES = RoundingBase(base=5, method=Rounding.HALF_UP)
COUNTS = {
    ("female", "work"): 12,
    ("female", "language"): 1,
    ("male", "work"): 9,
    ("male", "language"): 7,
}


def by_sex(counts: dict[tuple[str, ...], int | None] | None = None) -> CountTable:
    """Return a table of sex by field."""
    return CountTable.of(["sex", "field"], dict(COUNTS) if counts is None else counts)


def protected(table: CountTable, rules: DisclosureRules = LEAST_3) -> ProtectedTable:
    """Return a table after disclosure control."""
    [found] = protect(table, rules)
    return found


def codes(error: pytest.ExceptionInfo[InvalidValueError]) -> list[tuple[str, str]]:
    """Return codes and places of what was refused."""
    return [(problem.code, problem.pointer) for problem in error.value.problems]


# ----------------------------------------------------------------------------------------- tables


def test_adds_the_margins_up():
    """Every total is the sum of its parts."""
    assert {
        ("female", "language"): 1,
        ("female", "work"): 12,
        ("female", TOTAL): 13,
        ("male", "language"): 7,
        ("male", "work"): 9,
        ("male", TOTAL): 16,
        (TOTAL, "language"): 8,
        (TOTAL, "work"): 21,
        (TOTAL, TOTAL): 29,
    } == by_sex().cells


def test_keeps_the_order_of_the_groups_given():
    """Cells come in the order of the groups."""
    table = CountTable.of(["sex"], {("m",): 4, ("f",): 5}, groups={"sex": ["f", "m", "x"]})
    assert [("f",), ("m",), ("x",), (TOTAL,)] == list(table.cells)


def test_what_was_not_counted_is_unknown_and_so_are_its_sums():
    """A combination without an entry is no zero."""
    table = by_sex({("female", "work"): 12, ("male", "language"): 7})
    assert [None, None, None] == [
        table["female", "language"],
        table["female", TOTAL],
        table[TOTAL, TOTAL],
    ]


def test_what_is_absent_is_zero_if_said():
    """Who has counted everybody knows that what is not there was nobody."""
    table = CountTable.of(
        ["sex", "field"],
        {("female", "work"): 12, ("male", "language"): 7},
        absent=0,
    )
    assert (0, 19) == (table["female", "language"], table[TOTAL, TOTAL])


def test_adds_overlapping_sums_up():
    """Two sets of regions may share a region."""
    table = CountTable.of(
        ["town"],
        {("a",): 1, ("b",): 2, ("c",): 4},
        sums={"town": {"north": ["a", "b"], "east": ["b", "c"]}},
    )
    assert (3, 6, 7) == (table["north"], table["east"], table[TOTAL])


def test_shows_no_count_in_its_representation():
    """Representations end up in logs."""
    assert "<CountTable sex × field: 9 cells>" == repr(by_sex())


@pytest.mark.parametrize(
    ("problem", "dimensions", "counts", "further"),
    [
        (("too_many", "/dimensions"), [], {}, {}),
        (("name_twice", "/dimensions"), ["a", "a"], {("x", "y"): 1}, {}),
        (("name_twice", "/dimensions"), ["a"], {("x",): 1}, {"groups": {"b": ["x"]}}),
        (("name_twice", "/groups/0"), ["a"], {("total",): 1}, {}),
        (("name_twice", "/groups/0"), ["a"], {("x",): 1}, {"sums": {"a": {"x": ["x"]}}}),
        (("no_groups", "/groups/0"), ["a"], {}, {}),
        (("no_groups", "/sums/0/0"), ["a"], {("x",): 1}, {"sums": {"a": {"s": []}}}),
        (("no_such_cell", "/sums/0/0"), ["a"], {("x",): 1}, {"sums": {"a": {"s": ["y"]}}}),
        (("no_such_cell", "/counts/1"), ["a"], {("x",): 1, ("y",): 2}, {"groups": {"a": ["x"]}}),
        (("no_such_cell", "/counts/0"), ["a"], {"x": 1}, {}),
        (("no_such_cell", "/counts/0"), ["a"], {("x", "y"): 1}, {}),
        (("no_count", "/counts/0"), ["a"], {("x",): -1}, {}),
        (("no_count", "/counts/0"), ["a"], {("x",): True}, {}),
        (("no_count", "/counts/0"), ["a"], {("x",): 1.5}, {}),
        (
            ("too_many", "/groups"),
            ["a", "b"],
            {("0", "0"): 1},
            {"groups": {"a": map(str, range(600)), "b": map(str, range(600))}},
        ),
    ],
)
def test_refuses_what_is_no_table(
    problem: tuple[str, str], dimensions: list[str], counts: Any, further: Any
):
    """Names, groups and counts are checked, and the place is said."""
    with pytest.raises(InvalidValueError) as error:
        CountTable.of(dimensions, counts, **further)
    assert [problem] == codes(error)


# ------------------------------------------------------------------------------------ suppression


def test_shows_everything_where_nothing_is_small():
    """A table without small counts stays as it is."""
    found = protected(by_sex(dict.fromkeys(COUNTS, 5)))
    assert () == found.suppressed
    assert {CellStatus.PUBLISHED} == {cell.status for cell in found.cells.values()}
    assert ("Every count is shown: none is small.",) == tuple(note.en for note in found.notes)


def test_hides_a_small_count_and_what_it_follows_from():
    """One small count needs three others in a table of two by two."""
    found = protected(by_sex())
    assert CellStatus.SUPPRESSED_SMALL is found["female", "language"].status
    assert 3 == found.number(CellStatus.SUPPRESSED_COMPLEMENTARY)
    assert () == found.unproven
    assert 29 == found[TOTAL, TOTAL].value


def test_hides_the_total_of_a_single_row():
    """The margin of a table with one group repeats it."""
    found = protected(CountTable.of(["town"], {("Geisa",): 2}))
    assert (("Geisa",), (TOTAL,)) == found.suppressed


def test_hides_a_sum_that_gives_a_small_count_away():
    """What lies in one set of regions and not in the other is their difference."""
    table = CountTable.of(
        ["town"],
        {("a",): 9, ("b",): 8, ("c",): 2, ("d",): 7},
        sums={"town": {"with": ["a", "b", "c"], "without": ["a", "b"]}},
    )
    found = protected(table)
    assert ("c",) in found.suppressed
    assert ("with",) in found.suppressed or ("without",) in found.suppressed
    assert () == found.unproven


def test_hides_a_small_sum_with_its_parts():
    """A district of two persons is as small as a town of two."""
    table = CountTable.of(
        ["town"],
        {("a",): 1, ("b",): 1, ("c",): 9, ("d",): 8},
        sums={"town": {"district": ["a", "b"]}},
    )
    found = protected(table)
    assert CellStatus.SUPPRESSED_SMALL is found["district"].status
    assert () == found.unproven


def test_shows_again_what_has_become_needless():
    """What was hidden for one small count is shown if that for another is enough for both."""
    table = CountTable.of(
        ["a", "b"],
        {
            (f"r{row}", f"c{column}"): count
            for row, counts in enumerate([[1, 5, 30], [6, 2, 30], [30, 30, 30]])
            for column, count in enumerate(counts)
        },
    )
    assert (("r0", "c0"), ("r0", "c1"), ("r1", "c0"), ("r1", "c1")) == protected(table).suppressed


def test_a_small_neighbour_is_no_protection():
    """Of two counts of 1 with the sum of 2 both are known, because zeros are shown."""
    found = protected(CountTable.of(["town"], {("a",): 1, ("b",): 1, ("c",): 8}))
    assert CellStatus.SUPPRESSED_COMPLEMENTARY is found["c"].status


def test_small_neighbours_protect_each_other_if_far_enough():
    """Two counts of 2 can be 1 and 3, or 3 and 1."""
    found = protected(CountTable.of(["town"], {("a",): 2, ("b",): 2, ("c",): 8}))
    assert (("a",), ("b",)) == found.suppressed


def test_shows_zeros_if_nothing_else_is_said():
    """A zero has a status of its own."""
    found = protected(CountTable.of(["town"], {("a",): 0, ("b",): 8}))
    assert (0, CellStatus.ZERO, None) == found["a"]


def test_protects_zeros_if_asked():
    """Then nobody can tell a zero from a small count."""
    rules = DisclosureRules(least=3, protects_zeros=True)
    found = protected(CountTable.of(["town"], {("a",): 0, ("b",): 8, ("c",): 9}), rules)
    assert CellStatus.SUPPRESSED_SMALL is found["a"].status
    assert () == found.unproven
    assert "from 0 to 2" in found.notes[0].en


def test_says_what_is_not_proven_without_complementary_suppression():
    """The choice is possible, and its price is said."""
    found = protected(by_sex(), DisclosureRules(least=3, complementary=False))
    assert (("female", "language"),) == found.suppressed == found.unproven
    assert "should not be published" in found.notes[1].en
    assert "nicht veröffentlicht werden" in found.notes[1].de


def test_spreads_as_far_as_asked():
    """Who asks for more gets more hidden."""
    table = CountTable.of(["town"], {("a",): 2, ("b",): 2, ("c",): 8})
    assert 2 == len(protected(table, DisclosureRules(least=3)).suppressed)
    assert 3 == len(protected(table, DisclosureRules(least=3, spread=5)).suppressed)


def test_unknown_is_neither_zero_nor_hidden():
    """Missing data stays missing, and is told from what is kept back."""
    table = by_sex({**COUNTS, ("male", "work"): None})
    found = protected(table)
    assert (None, CellStatus.UNKNOWN, None) == found["male", "work"]
    assert 4 == found.number(CellStatus.UNKNOWN)
    assert found.notes[-1].en.startswith("Figures not known: 4.")
    assert () == found.unproven


def test_withholds_what_is_asked_for():
    """A cell that an earlier edition did not show stays hidden, and its row with it."""
    table = by_sex(dict.fromkeys(COUNTS, 5))
    [found] = protect(table, LEAST_3, withheld=[{"sex": "male", "field": "work"}])
    assert CellStatus.SUPPRESSED_WITHHELD is found["male", "work"].status
    assert 4 == len(found.suppressed)
    assert found.account[0].de == "Auf Vorgabe zurückgehalten: 1."


def test_withholds_without_a_least_count():
    """Where figures are only rounded, a withheld one is protected all the same."""
    table = by_sex(dict.fromkeys(COUNTS, 5))
    rules = DisclosureRules(rounding=FIVES)
    [found] = protect(table, rules, withheld=[{"sex": "male", "field": "work"}])
    assert (4, ()) == (len(found.suppressed), found.unproven)
    assert (
        "Figures not shown: 4.",
        "No figure that is not shown follows from those shown; this was checked for each.",
    ) == tuple(note.en for note in found.notes[:2])


def test_does_not_prove_that_a_withheld_zero_is_unknown():
    """Readers know that zeros are shown."""
    table = CountTable.of(["town"], {("a",): 0, ("b",): 5, ("c",): 8})
    [found] = protect(table, LEAST_3, withheld=[{"town": "a"}])
    assert (("a",),) == found.unproven


def test_knows_counts_of_any_size():
    """A large count is dear, and can be hidden all the same."""
    found = protected(CountTable.of(["town"], {("a",): 1, ("b",): 10**30}))
    assert (("a",), ("b",)) == found.suppressed


def test_rests_nothing_on_what_everybody_knows():
    """A known neighbour cannot hide a small count."""
    table = CountTable.of(["town"], {("a",): 1, ("b",): 5, ("c",): 8})
    [found] = protect(table, LEAST_3, known=[{"town": "b"}, {}])
    assert (("a",), ("c",)) == found.suppressed
    [found] = protect(table, LEAST_3, known=[{"town": "b"}, {"town": "c"}, {}])
    assert (("a",),) == found.unproven


def test_hides_shared_cells_in_every_table():
    """A margin that is hidden in one table is hidden in the other."""
    towns = {("a", "f"): 1, ("a", "m"): 1, ("b", "f"): 9, ("b", "m"): 8}
    fields = {("work", "a"): 2, ("work", "b"): 10, ("language", "a"): 0, ("language", "b"): 7}
    sexes = CountTable.of(["town", "sex"], towns)
    [first, second] = protect([sexes, CountTable.of(["field", "town"], fields)], LEAST_3)
    assert ("a", TOTAL) in first.suppressed
    assert (TOTAL, "a") in second.suppressed
    assert ((), ()) == (first.unproven, second.unproven)


# ------------------------------------------------------------------------------------ publication


def test_publishes_no_reason():
    """Who knows that a count is small knows its bounds."""
    cells = {cell.at: cell for cell in protected(by_sex()).published}
    small, other = cells["female", "language"], cells["male", "work"]
    assert (None, CellStatus.SUPPRESSED) == small[1:] == other[1:]
    assert 29 == cells[TOTAL, TOTAL].value


def test_notes_do_not_tell_reasons_apart():
    """The same words whether further counts were needed or not."""
    with_others = protected(CountTable.of(["town"], {("a",): 1, ("b",): 3, ("c",): 8}))
    without = protected(CountTable.of(["town"], {("a",): 2, ("b",): 2, ("c",): 8}))
    assert with_others.notes == without.notes
    assert (
        "Figures not shown: 2. These are counts from 1 to 2, and further ones from which such "
        "counts could be computed." == without.notes[0].en
    )
    assert "um 2 oder mehr" in without.notes[1].de


def test_accounts_for_each_rule():
    """Those who make the table see what was hidden why."""
    assert (
        "Counts from 1 to 2, not shown: 1.",
        "Further figures not shown, so that those cannot be computed: 3.",
    ) == tuple(words.en for words in protected(by_sex()).account)


def test_says_which_counts_are_small():
    """With a least count of 2 it is only the 1."""
    found = protected(by_sex(), DisclosureRules(least=2))
    assert "Anzahlen von 1, nicht ausgewiesen: 1." == found.account[0].de


def test_rounds_each_figure_by_itself():
    """Then sums need not add up, and zeros are rounded figures like others."""
    found = protected(
        CountTable.of(["town"], {("a",): 0, ("b",): 7, ("c",): 7}), DisclosureRules(rounding=FIVES)
    )
    assert [0, 5, 5, 15] == [cell.value for cell in found.published]
    assert {CellStatus.ROUNDED} == {cell.status for cell in found.published}
    assert ("Each figure is rounded by itself to a multiple of 5; sums need not add up.",) == tuple(
        note.en for note in found.notes
    )


def test_rounds_what_is_left():
    """Both choices together: small counts are hidden, the others rounded."""
    found = protected(by_sex(), DisclosureRules(least=3, rounding=FIVES))
    assert (30, CellStatus.ROUNDED) == found[TOTAL, TOTAL][:2]
    assert 4 == len(found.suppressed)


def test_shows_no_figure_in_the_representation_of_a_result():
    """Representations end up in logs."""
    assert "<ProtectedTable sex × field: 9 cells>" == repr(protected(by_sex()))


def test_status_has_both_languages():
    """Codes for machines, words for people."""
    assert "nicht ausgewiesen: zu klein" == CellStatus.SUPPRESSED_SMALL.in_language("de")
    assert CellStatus.UNKNOWN is CellStatus.UNKNOWN.public


# ---------------------------------------------------------------------------------------- refusal


def test_refuses_rules_that_protect_nothing():
    """Neither a least count nor a rounding."""
    with pytest.raises(InvalidValueError) as error:
        DisclosureRules()
    assert [("no_rule", "/least")] == codes(error)


def test_refuses_choices_about_small_counts_without_a_least_count():
    """There is nothing small."""
    with pytest.raises(InvalidValueError) as error:
        DisclosureRules(rounding=FIVES, spread=2, protects_zeros=True)
    assert [("nothing_is_small", "/spread"), ("nothing_is_small", "/protects_zeros")] == codes(
        error
    )


def test_has_no_least_count_of_its_own():
    """The number is a choice of the body that publishes."""
    assert DisclosureRules(rounding=FIVES).least is None
    assert 0 == DisclosureRules(rounding=FIVES).least_spread


@pytest.mark.parametrize("name", ["withheld", "known"])
@pytest.mark.parametrize("cell", [{"sex": "other"}, {"town": "a"}])
def test_refuses_cells_that_are_not_there(name: str, cell: dict[str, str]):
    """A misspelt group would protect nothing."""
    with pytest.raises(InvalidValueError) as error:
        protect(by_sex(), LEAST_3, **{name: [cell]})
    assert [("no_such_cell", f"/{name}/0")] == codes(error)


@pytest.mark.parametrize(
    "other",
    [
        CountTable.of(["sex"], {("female",): 13, ("other",): 16}),
        CountTable.of(["sex"], {("female",): 12, ("male",): 16}),
        CountTable.of(["sex"], {("female",): None, ("male",): 16}),
    ],
)
def test_refuses_tables_that_disagree(other: CountTable):
    """Other groups, another count, or a count that only one of them knows."""
    with pytest.raises(InvalidValueError) as error:
        protect([by_sex(), other], LEAST_3)
    assert [("tables_disagree", "/tables/1")] == codes(error)


def test_reads_a_cell_by_its_group():
    """A table of one dimension needs no tuple."""
    table = CountTable.of(["town"], {("a",): 1, ("b",): 9, ("c",): 8})
    assert (1, 18) == (table["a"], table[TOTAL])
    assert protected(table)["a"] == protected(table).cells["a",]


def test_refuses_sums_that_disagree():
    """One name for two sets of groups."""
    counts: dict[tuple[str, ...], int | None] = {("a",): 4, ("b",): 5}
    tables = [
        CountTable.of(["town"], counts, sums={"town": {"district": parts}})
        for parts in (["a"], ["b"])
    ]
    with pytest.raises(InvalidValueError) as error:
        protect(tables, LEAST_3)
    assert ("tables_disagree", "/tables/1") in codes(error)


def test_refuses_more_cells_than_it_can_look_at():
    """Tables without a common dimension span a grid."""
    tables = [
        CountTable.of([name], {(str(number),): 5 for number in range(600)}) for name in ("a", "b")
    ]
    with pytest.raises(InvalidValueError) as error:
        protect(tables, LEAST_3)
    assert [("too_many", "/tables")] == codes(error)


def test_protects_no_table_at_all():
    """Nothing in, nothing out."""
    assert () == protect([], LEAST_3)
