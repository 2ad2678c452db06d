"""Laws of consortia: nobody is lost, every group reaches the minimum, no group too few."""

import contextlib
import functools
import itertools
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from integrationsplan.allocation import Consortia, Member, form_consortia
from integrationsplan.allocation.consortia._covering import most_groups, upper_bound
from integrationsplan.allocation.consortia._exchange import EXCHANGES, drawn_together
from integrationsplan.allocation.consortia._neighbours import Map
from integrationsplan.errors import IntegrationsplanError

calm = settings(deadline=None)  # a busy machine is no broken law

numbers = st.one_of(
    st.integers(0, 60),
    st.integers(0, 10**6),
    st.fractions(0, 40, max_denominator=12),
)
positions = st.one_of(
    st.none(),
    st.tuples(st.integers(-90, 90), st.integers(-180, 180)),
    st.tuples(st.floats(47.5, 49.8), st.floats(7.5, 10.5)),
)
minimums = st.one_of(st.integers(1, 100), st.fractions(Fraction(1, 7), 90, max_denominator=9))


@st.composite
def lists_of_members(draw: st.DrawFn, most: int = 12) -> list[Member]:
    """Draw members, perhaps of several districts, perhaps with positions."""
    count = draw(st.integers(1, most))
    parents = draw(st.sampled_from([[None], ["1"], ["1", "2"], [None, "1", "2", "3"]]))
    members = []
    for number in range(count):
        place = draw(positions)
        members.append(
            Member.of(
                f"m{number}",
                draw(numbers),
                parent=draw(st.sampled_from(parents)),
                latitude=None if place is None else round(place[0], 4),
                longitude=None if place is None else round(place[1], 4),
            )
        )
    return members


def keys_of(consortia: Consortia) -> list[str]:
    """Return the keys of everybody in a group or left over."""
    inside = [member.key for group in consortia for member in group.members]
    return sorted(inside + [member.key for member in consortia.left_over])


@calm
@given(lists_of_members(), minimums, st.booleans())
def test_everybody_is_in_one_group_or_left_over(members: list[Member], minimum: Any, across: bool):
    """Nobody is lost, and nobody stands twice."""
    consortia = form_consortia(members, minimum=minimum, across_districts=across)
    assert sorted(member.key for member in members) == keys_of(consortia)


@calm
@given(lists_of_members(), minimums, st.booleans())
def test_every_group_reaches_the_minimum(members: list[Member], minimum: Any, across: bool):
    """The sum of its members' amounts is enough, exactly."""
    for group in form_consortia(members, minimum=minimum, across_districts=across):
        assert sum(member.amount.value for member in group.members) >= minimum


@calm
@given(lists_of_members(), minimums)
def test_who_is_left_over_is_of_a_district_that_falls_short(members: list[Member], minimum: Any):
    """Inside districts nobody is left over where the total reaches the minimum."""
    totals: dict[str | None, Fraction] = {}
    for member in members:
        totals[member.parent] = totals.get(member.parent, Fraction(0)) + member.amount.value
    consortia = form_consortia(members, minimum=minimum)
    assert {member.key for member in members if totals[member.parent] < minimum} == {
        member.key for member in consortia.left_over
    }


@calm
@given(lists_of_members(), minimums)
def test_groups_keep_to_their_district(members: list[Member], minimum: Any):
    """Unless districts may be crossed, all members of a group have one parent."""
    for group in form_consortia(members, minimum=minimum):
        assert 1 == len({member.parent for member in group.members})


@calm
@given(lists_of_members(), minimums, st.booleans(), st.randoms(use_true_random=False))
def test_order_of_input_does_not_matter(
    members: list[Member], minimum: Any, across: bool, random: Any
):
    """The same members in any order give the same result, to the last word."""
    other = list(members)
    random.shuffle(other)
    first, second = (
        form_consortia(rows, minimum=minimum, across_districts=across) for rows in (members, other)
    )
    assert (first, first.explain("de")) == (second, second.explain("de"))


@calm
@given(lists_of_members(), minimums)
def test_number_of_groups_is_at_most_the_bound_and_the_sum(members: list[Member], minimum: Any):
    """The bound holds, and is itself at most total / minimum."""
    for district in form_consortia(members, minimum=minimum).districts:
        most = district.total.value // minimum
        assert district.groups <= district.upper_bound <= most


@calm
@given(lists_of_members(), minimums)
def test_crossing_districts_never_leaves_more_over(members: list[Member], minimum: Any):
    """Those who were left over join, or stay; groups of districts stay as many."""
    inside = form_consortia(members, minimum=minimum)
    across = form_consortia(members, minimum=minimum, across_districts=True)
    assert len(across.left_over) <= len(inside.left_over)
    assert len(across) >= len(inside)


@calm
@given(lists_of_members(), minimums)
def test_crossing_leaves_over_only_what_falls_short_in_all(members: list[Member], minimum: Any):
    """Where all members together reach the minimum, nobody is left over."""
    consortia = form_consortia(members, minimum=minimum, across_districts=True)
    total = sum(member.amount.value for member in members)
    assert (total < minimum) == bool(consortia.left_over)


@calm
@given(lists_of_members(), minimums)
def test_groups_of_a_district_are_counted(members: list[Member], minimum: Any):
    """The report of the districts adds up to the groups."""
    consortia = form_consortia(members, minimum=minimum, across_districts=True)
    assert len(consortia) == sum(district.groups for district in consortia.districts)


# -- the most groups -------------------------------------------------------------------------------


def oracle(amounts: tuple[int, ...], minimum: int) -> int:
    """Return the most groups by trying every set as the group of the first member."""

    @functools.cache
    def most(left: tuple[int, ...]) -> int:
        if sum(left) < minimum:
            return 0
        best = most(left[1:])
        for size in range(len(left)):
            for others in itertools.combinations(range(1, len(left)), size):
                if left[0] + sum(left[place] for place in others) >= minimum:
                    rest = [v for n, v in enumerate(left) if n and n not in others]
                    best = max(best, 1 + most(tuple(rest)))
        return best

    return most(amounts)


@calm
@given(st.lists(st.integers(0, 30), max_size=7), st.integers(1, 40))
@example([4, 4, 3, 3, 3, 3], 10)
@example([6, 5, 4, 3, 3, 3, 3], 10)
@example([24, 23, 23, 20, 5, 2], 30)  # a pair that is forced, and wastes too much
@example([23, 23, 19, 17, 14, 9, 1, 1], 25)  # the same members left by two ways
def test_number_of_groups_is_that_of_all_partitions(amounts: list[int], minimum: int):
    """Brute force over all sets: no grouping has more groups."""
    amounts.sort(reverse=True)
    covering = most_groups(amounts, minimum)
    most = oracle(tuple(amounts), minimum)
    assert (most, most) == (len(covering.groups), covering.bound)


@calm
@given(st.lists(st.integers(0, 30), max_size=7), st.integers(1, 40))
def test_bound_is_never_below_the_truth(amounts: list[int], minimum: int):
    """Counting in steps excludes nothing that is possible."""
    assert upper_bound(amounts, minimum) >= oracle(tuple(amounts), minimum)


@calm
@given(st.lists(st.integers(0, 1000), max_size=45), st.integers(1, 2500), st.integers(0, 300))
def test_groups_are_disjoint_and_full_whatever_the_steps(
    amounts: list[int], minimum: int, steps: int
):
    """A search that is cut short gives fewer groups at worst, never wrong ones."""
    amounts.sort(reverse=True)
    covering = most_groups(amounts, minimum, steps)
    places = [place for group in covering.groups for place in group]
    assert len(places) == len(set(places))
    assert all(sum(amounts[place] for place in group) >= minimum for group in covering.groups)
    assert len(covering.groups) <= covering.bound


@calm
@given(st.lists(st.integers(20, 60), min_size=2, max_size=16), st.integers(90, 110))
def test_number_of_groups_is_that_of_a_solver(amounts: list[int], minimum: int):
    """A general solver for integer programmes finds as many groups."""
    highspy = pytest.importorskip("highspy")
    amounts.sort(reverse=True)
    covering = most_groups(amounts, minimum)
    assert len(covering.groups) == covering.bound
    # Is one group more possible? x: who is in which group; every group must be full.
    wanted = covering.bound + 1
    if sum(amounts) < wanted * minimum:
        return
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    inside = [[model.addBinary() for _ in range(wanted)] for _ in amounts]
    for places in inside:
        model.addConstr(sum(places[1:], places[0]) <= 1)
    for group in range(wanted):
        held = sum(
            (amount * places[group] for amount, places in zip(amounts, inside, strict=True)), 0
        )
        model.addConstr(held >= minimum)
    model.run()
    assert highspy.HighsModelStatus.kInfeasible == model.getModelStatus()


# -- nearness --------------------------------------------------------------------------------------


def shortest(amounts: list[int], minimum: int, plane: Map) -> dict[int, int]:
    """Return the shortest ways by number of groups, by brute force over all partitions."""
    found: dict[int, int] = {}

    def place(member: int, groups: list[list[int]]) -> None:
        if member == len(amounts):
            if all(sum(amounts[one] for one in group) >= minimum for group in groups):
                cost = plane.cost_of(tuple(group) for group in groups)
                found[len(groups)] = min(cost, found.get(len(groups), cost))
            return
        for group in groups:
            group.append(member)
            place(member + 1, groups)
            group.pop()
        place(member + 1, [*groups, [member]])

    place(0, [])
    return found


spots = st.tuples(st.integers(470, 480), st.integers(80, 90))


@calm
@given(st.lists(st.tuples(st.integers(1, 9), spots), min_size=1, max_size=7), st.integers(1, 15))
def test_ways_of_two_or_three_groups_are_the_shortest(
    rows: list[tuple[int, tuple[int, int]]], minimum: int
):
    """Where all groups are looked at together, brute force finds no shorter ways."""
    members = [
        Member.of(f"m{n}", amount, latitude=place[0] / 10, longitude=place[1] / 10)
        for n, (amount, place) in enumerate(rows)
    ]
    consortia = form_consortia(members, minimum=minimum)
    plane = Map([member.place for member in members])
    best = shortest([amount for amount, _ in rows], minimum, plane)
    if 0 < len(consortia) <= 3:
        assert best[len(consortia)] == sum(group.spread_metres or 0 for group in consortia)


@calm
@given(
    st.lists(st.tuples(st.integers(0, 50), spots), min_size=1, max_size=40),
    st.integers(1, 300),
)
def test_exchanges_lose_nobody_and_never_lengthen_ways(
    rows: list[tuple[int, tuple[int, int]]], minimum: int
):
    """Groups stay as many and full, whatever is exchanged."""
    amounts = [amount for amount, _ in sorted(rows, reverse=True)]
    plane = Map([(place[0] / 10, place[1] / 10) for _, place in sorted(rows, reverse=True)])
    groups = [tuple(sorted(group)) for group in most_groups(amounts, minimum).groups]
    drawn = drawn_together(amounts, minimum, groups, plane, EXCHANGES)
    assert sorted(itertools.chain(*groups)) == sorted(itertools.chain(*drawn))
    assert all(sum(amounts[member] for member in group) >= minimum for group in drawn)
    assert len(groups) == len(drawn)
    assert plane.cost_of(drawn) <= plane.cost_of(groups)


# -- a value or our error --------------------------------------------------------------------------


anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.text(max_size=5),
    st.fractions(),
    st.lists(st.integers(), max_size=2),
)
wild_rows = st.lists(
    st.one_of(
        anything,
        st.dictionaries(
            st.sampled_from(
                ["key", "amount", "unit", "name", "parent", "latitude", "longitude", "x"]
            ),
            anything,
        ),
    ),
    max_size=4,
)


@calm
@given(wild_rows, anything)
def test_a_value_or_our_error(rows: list[Any], minimum: Any):
    """Whatever comes in, the answer is a result or an error of ours."""
    with contextlib.suppress(IntegrationsplanError):
        consortia = form_consortia(rows, minimum=minimum)
        assert len(rows) == len(keys_of(consortia))
