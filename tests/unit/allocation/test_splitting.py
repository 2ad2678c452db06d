"""The largest remainder on whole numbers."""

from fractions import Fraction
from itertools import permutations

import pytest

from integrationsplan.allocation import Division, Tie, largest_remainder
from integrationsplan.errors import AllocationError


@pytest.mark.parametrize(
    ("parts", "pot", "weights"),
    [
        ((2, 2, 3), 7, [1, 1, 2]),
        ((0, 0, 0), 0, [1, 1, 2]),
        ((10,), 10, [3]),
        ((0, 5), 5, [0, 1]),
        ((1, 2), 3, [Fraction(1, 3), Fraction(2, 3)]),
        (
            (5, 2, 2, 1),
            10,
            [Fraction(47, 10), Fraction(16, 10), Fraction(158, 100), Fraction(5, 4)],
        ),
        ((0, 0, 0, 2), 2, [1, 1, 1, 100]),
    ],
)
def test_parts_by_the_largest_remainder(
    parts: tuple[int, ...], pot: int, weights: list[int | Fraction]
):
    """Whole quotas first, then one each to the largest remainders."""
    assert parts == largest_remainder(pot, weights).parts


def test_weights_1_1_1_2_with_2_seats():
    """The case at which a public package fails: 0.8 and thrice 0.4."""
    assert Division((1, 0, 0, 1), Tie((0, 1, 2), 1)) == largest_remainder(2, [1, 1, 1, 2])


def test_alabama_paradox():
    """With one unit more, a part may become smaller."""
    weights = [6, 6, 2]
    assert ((4, 4, 2), (5, 5, 1)) == (
        largest_remainder(10, weights).parts,
        largest_remainder(11, weights).parts,
    )


def test_pot_of_10_to_the_18_cents():
    """Sums stay exact where machine numbers overflow."""
    weights = [2**40 - 1, 2**40, 2**40 + 1]
    assert 10**18 == sum(largest_remainder(10**18, weights).parts)


def test_all_equal_weights_near_2_to_the_40():
    """Equal weights differ by one unit at most."""
    parts = largest_remainder(10**18 + 1, [2**40] * 1101).parts
    assert (10**18 + 1, 1) == (sum(parts), max(parts) - min(parts))


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_tie_goes_to_the_smaller_keys(order: tuple[str, ...]):
    """The position does not matter where keys are given."""
    parts = largest_remainder(2, [1, 1, 1], order).parts
    assert {"a": 1, "b": 1, "c": 0} == dict(zip(order, parts, strict=True))


def test_tie_without_keys_goes_by_position():
    """Without keys the first ones are served."""
    assert (1, 1, 0) == largest_remainder(2, [1, 1, 1]).parts


def test_tie_names_its_members_in_the_order_of_their_keys():
    """The first ones named are those that were served."""
    assert Tie((2, 0, 1), 1) == largest_remainder(1, [1, 1, 1], ["b", "c", "a"]).tie


def test_equal_remainders_that_are_all_served_are_no_tie():
    """Where all get their unit nothing was broken."""
    assert Division((1, 1, 1), None) == largest_remainder(3, [1, 1, 1])


def test_tie_below_a_served_remainder():
    """Who has the larger remainder is served before the tie."""
    assert Division((1, 1, 0), Tie((1, 2), 1)) == largest_remainder(2, [4, 3, 3])


@pytest.mark.parametrize(
    ("code", "pot", "weights"),
    [
        ("no_weight", 1, [0, 0]),
        ("no_weight", 0, [0, 0]),
        ("no_weight", 1, []),
        ("negative_weight", 1, [1, -1]),
        ("negative_weight", 1, [Fraction(-1, 2), 1]),
        ("pot_not_whole", -1, [1]),
    ],
)
def test_what_cannot_be_split_is_refused(code: str, pot: int, weights: list[int]):
    """A clear error instead of a part that nobody asked for."""
    with pytest.raises(AllocationError) as error:
        largest_remainder(pot, weights)
    assert [code] == [problem.code for problem in error.value.problems]


def test_nothing_among_nobody():
    """An empty group without money gets nothing."""
    assert Division(()) == largest_remainder(0, [])


@pytest.mark.parametrize(
    ("said", "pot", "weights", "keys"),
    [
        ("found a pot that is no multiple of 1, or is below zero", "5", [1], None),
        ("found a pot that is no multiple of 1, or is below zero", -1, [1], None),
        ("found 1 keys for 2 weights; allowed: as many", 1, [1, 2], ["a"]),
        ("found a weight below zero at all", 1, [1, -1], None),
        ("found no weight above zero at all", 1, [0, 0], None),
    ],
)
def test_what_cannot_be_split_is_said(
    said: str, pot: int, weights: list[int], keys: list[str] | None
):
    """What was attempted, what was found and what is allowed."""
    with pytest.raises(AllocationError) as error:
        largest_remainder(pot, weights, keys)
    assert str(error.value).startswith("split: 1 problem\n  /: ")
    assert said in str(error.value)
