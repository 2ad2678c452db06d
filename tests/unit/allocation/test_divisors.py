"""The methods that divide: known examples, ties, first units, and sizes that overflow elsewhere."""

from collections.abc import Callable
from fractions import Fraction
from itertools import permutations

import pytest

from integrationsplan.allocation import (
    Division,
    Tie,
    adams,
    dhondt,
    huntington_hill,
    largest_remainder,
    sainte_lague,
)
from integrationsplan.allocation._cuts import cut_of, part_at
from integrationsplan.errors import AllocationError, InvalidValueError

Divide = Callable[..., Division]
DIVISORS = [sainte_lague, dhondt, huntington_hill, adams]
ALL_METHODS = [largest_remainder, *DIVISORS]

# Quotas of 14.24, 2.41 and 4.35: one unit is left, for which each method asks another question.
CLOSE = [7270, 1230, 2220]


@pytest.mark.parametrize(
    ("parts", "divide"),
    [
        ((14, 3, 4), adams),
        ((15, 2, 4), dhondt),
        ((14, 3, 4), huntington_hill),
        ((15, 2, 4), sainte_lague),
    ],
)
def test_methods_differ(parts: tuple[int, ...], divide: Divide):
    """D'Hondt favours the large weights, Adams the small ones."""
    assert parts == divide(21, CLOSE).parts


@pytest.mark.parametrize(
    ("parts", "divide"),
    [
        ((6, 2, 1, 0), sainte_lague),
        ((6, 2, 1, 0), dhondt),
        ((5, 2, 1, 1), huntington_hill),
        ((5, 2, 1, 1), adams),
    ],
)
def test_small_weights_and_the_first_unit(parts: tuple[int, ...], divide: Divide):
    """Huntington-Hill and Adams give a first unit to everyone who has a weight."""
    assert parts == divide(9, [62, 22, 13, 3]).parts


@pytest.mark.parametrize("divide", [huntington_hill, adams])
def test_fewer_units_than_weights_go_to_the_largest(divide: Divide):
    """Where first units do not last for all, the larger weights get them."""
    assert Division((0, 1, 1, 0)) == divide(2, [5, 9, 7, 0])


@pytest.mark.parametrize("divide", [huntington_hill, adams])
def test_tie_for_the_first_unit_goes_to_the_smaller_key(divide: Divide):
    """Equal weights that cannot all have a first unit are a tie."""
    assert Division((0, 1, 1), Tie((2, 0), 1)) == divide(2, [5, 9, 5], ["b", "c", "a"])


@pytest.mark.parametrize("divide", [huntington_hill, adams])
def test_as_many_units_as_weights(divide: Divide):
    """Each weight has one; who has none gets none."""
    assert Division((1, 1, 0, 1)) == divide(3, [1000, 1, 0, 1])


@pytest.mark.parametrize("divide", DIVISORS)
@pytest.mark.parametrize("order", list(permutations("abc")))
def test_tie_goes_to_the_smaller_keys(divide: Divide, order: tuple[str, ...]):
    """The position does not matter where keys are given."""
    parts = divide(5, [3, 3, 3], order).parts
    assert {"a": 2, "b": 2, "c": 1} == dict(zip(order, parts, strict=True))


@pytest.mark.parametrize("divide", DIVISORS)
def test_tie_names_its_members_in_the_order_of_their_keys(divide: Divide):
    """The first ones named are those that were served."""
    assert Tie((2, 0, 1), 2) == divide(5, [3, 3, 3], ["b", "c", "a"]).tie


def test_tie_of_unequal_weights():
    """D'Hondt: 2/1 and 4/2 are one claim, although the weights differ."""
    assert Division((1, 0), Tie((0, 1), 1)) == dhondt(1, [2, 2])
    assert Division((2, 0), Tie((0, 1), 1)) == dhondt(2, [4, 2])


@pytest.mark.parametrize("divide", DIVISORS)
def test_equal_claims_that_are_all_served_are_no_tie(divide: Divide):
    """Where all get their unit nothing was broken."""
    assert Division((2, 2, 2), None) == divide(6, [3, 3, 3])


@pytest.mark.parametrize("divide", ALL_METHODS)
def test_pot_of_10_to_the_18_cents(divide: Divide):
    """Sums stay exact where machine numbers overflow."""
    weights = [2**40 - 1, 2**40, 2**40 + 1, 1]
    assert 10**18 + 7 == sum(divide(10**18 + 7, weights).parts)


@pytest.mark.parametrize("divide", ALL_METHODS)
def test_all_equal_weights_near_2_to_the_40(divide: Divide):
    """Equal weights differ by one unit at most."""
    parts = divide(10**18 + 1, [2**40] * 1101).parts
    assert (10**18 + 1, 1) == (sum(parts), max(parts) - min(parts))


@pytest.mark.parametrize("divide", ALL_METHODS)
def test_one_recipient_gets_all(divide: Divide):
    """There is nobody else."""
    assert Division((10**18,)) == divide(10**18, [Fraction(1, 3)])


@pytest.mark.parametrize("divide", ALL_METHODS)
def test_weights_that_differ_by_one_in_10_to_the_18(divide: Divide):
    """A claim that is larger by a hair is served first, whatever its key."""
    assert Division((0, 1)) == divide(1, [10**18, 10**18 + 1], ["a", "b"])


@pytest.mark.parametrize("divide", DIVISORS)
def test_a_giant_among_a_thousand(divide: Divide):
    """Rounding is off by half a thousand units here, and repaired."""
    parts = divide(2_000, [10**12, *([1] * 1_000)]).parts
    wanted = 1_000 if divide in (huntington_hill, adams) else 2_000
    assert (2_000, wanted) == (sum(parts), parts[0])


def test_a_million_recipients():
    """A million weights are split in a second or two, to the last cent."""
    weights = [index % 977 + 1 for index in range(10**6)]
    assert 10**12 + 3 == sum(sainte_lague(10**12 + 3, weights).parts)


@pytest.mark.parametrize("divide", ALL_METHODS)
def test_nothing_is_given_from_an_empty_pot(divide: Divide):
    """Nobody gets a first unit where there is none."""
    assert Division((0, 0)) == divide(0, [1, 2])


@pytest.mark.parametrize("divide", ALL_METHODS)
def test_nothing_among_nobody(divide: Divide):
    """An empty group without money gets nothing."""
    assert Division(()) == divide(0, [])


@pytest.mark.parametrize("divide", ALL_METHODS)
@pytest.mark.parametrize(
    ("code", "pot", "weights", "keys"),
    [
        ("no_weight", 1, [0, 0], None),
        ("no_weight", 0, [0, 0], None),
        ("no_weight", 1, [], None),
        ("negative_weight", 1, [1, -1], None),
        ("negative_weight", 1, [Fraction(-1, 2), 1], None),
        ("pot_not_whole", -1, [1], None),
        ("pot_not_whole", Fraction(1, 2), [1], None),
        ("pot_not_whole", True, [1], None),
        ("keys_differ", 1, [1, 2], ["a"]),
    ],
)
def test_what_cannot_be_split_is_refused(
    divide: Divide, code: str, pot: int, weights: list[int], keys: list[str] | None
):
    """A clear error instead of a part that nobody asked for."""
    with pytest.raises(AllocationError) as error:
        divide(pot, weights, keys)
    assert [code] == [problem.code for problem in error.value.problems]


@pytest.mark.parametrize("divide", ALL_METHODS)
@pytest.mark.parametrize("weight", [0.5, float("nan"), "1", None, True])
def test_weight_that_is_no_exact_number_is_refused(divide: Divide, weight: object):
    """Floating-point weights would make shares that nobody can check."""
    with pytest.raises(InvalidValueError):
        divide(1, [1, weight])


@pytest.mark.parametrize("divide", ALL_METHODS)
@pytest.mark.parametrize("pot", [0, 1, 3, 4, 7, 20])
def test_each_part_follows_from_the_cut(divide: Divide, pot: int):
    """Who knows the sum and the last claim served can work out the own part alone."""
    weights, keys = [5, 5, 0, 1, 9, 5], ["f", "b", "e", "d", "a", "c"]
    parts = divide(pot, weights, keys).parts
    cut = cut_of(divide.__name__, pot, weights, parts, keys)
    assert parts == tuple(
        part_at(divide.__name__, pot, Fraction(weight), key, cut)
        for weight, key in zip(weights, keys, strict=True)
    )


def test_one_weight_may_lack_several_units_after_rounding():
    """Four small quotas round to nothing; what is left goes to the large weight, twice and more."""
    assert (0, 49, 0, 0, 0) == sainte_lague(49, [18, 2398, 18, 17, 24]).parts
    assert (0, 0, 56, 15, 0) == sainte_lague(71, [24, 22, 2896, 805, 26]).parts


@pytest.mark.parametrize("divide", [adams, huntington_hill])
def test_one_unit_among_equals_is_a_tie(divide: Divide):
    """The first unit of all is given by the key too, and that is told."""
    assert (0, 1) == divide(1, [5, 5], ["b", "a"]).parts
    assert Tie((1, 0), 1) == divide(1, [5, 5], ["b", "a"]).tie


@pytest.mark.parametrize(
    ("parts", "keys"),
    [((1, 0), ["k2", "k10"]), ((0, 1), ["k10", "k2"]), ((1, 0), ["a2b2", "a2b10"])],
)
def test_numbers_in_keys_are_ordered_by_size(parts: tuple[int, int], keys: list[str]):
    """2 comes before 10, wherever it stands in a key."""
    assert parts == sainte_lague(1, [1, 1], keys).parts
