"""Values scaled within their bounds: one factor, the same sum, exactly."""

import itertools
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrationsplan.allocation._scaling import Bounded, _points, common_factor
from integrationsplan.allocation._serving import Place, serve


def group(*shares: tuple[int, int, int | None]) -> list[Bounded]:
    """Make values with floors and caps."""
    return [Bounded(value, floor, cap) for value, floor, cap in shares]


@pytest.mark.parametrize(
    ("factor", "shares"),
    [
        (Fraction(1), [(1, 0, None), (2, 0, None)]),
        (Fraction(3, 4), [(1, 2, None), (4, 0, None)]),
        (Fraction(3), [(10, 0, 4), (1, 0, None), (2, 0, None)]),
        (Fraction(5, 2), [(8, 0, 5), (2, 0, None)]),
        (Fraction(0), [(8, 8, 8), (2, 2, 2)]),
        (Fraction(0), [(0, 0, None)]),
        (Fraction(1, 2), [(0, 1, 1), (2, 0, None)]),
    ],
)
def test_the_factor_keeps_the_sum(factor: Fraction, shares: list[tuple[int, int, int | None]]):
    """Who is at a bound stays there; the others share the rest."""
    total = sum(value for value, _, _ in shares)
    assert (factor, total) == (
        common_factor(group(*shares)),
        sum(share.at(factor) for share in group(*shares)),
    )


@given(st.lists(st.tuples(st.integers(1, 2**40), st.integers(1, 2**40)), min_size=2, max_size=5))
def test_points_are_ordered_as_fractions(pairs: list[tuple[int, int]]):
    """Whole numbers stand in the order, and are equal, as the quotients are."""
    near = [*pairs, *((bound + 1, value + 1) for bound, value in pairs)]
    point_of = _points([Bounded(value, bound, None) for bound, value in near])
    for one, other in itertools.pairwise(near):
        first, second = Fraction(*one), Fraction(*other)
        points = point_of(*one), point_of(*other)
        assert (first < second, first == second) == (
            points[0] < points[1],
            points[0] == points[1],
        )


def test_points_of_neighbours_differ():
    """The nearest two fractions of such numbers are still told apart."""
    large = 2**61 - 1
    point_of = _points(group((large, large - 1, None), (large - 1, large - 2, None)))
    assert point_of(large - 2, large - 1) < point_of(large - 1, large)


@given(st.lists(st.fractions(Fraction(1, 30), 50, max_denominator=30), min_size=4, max_size=4))
def test_points_of_fractions_are_ordered_too(numbers: list[Fraction]):
    """Where a value is no whole number, quotients are compared as they are."""
    first, second, third, fourth = numbers
    point_of = _points([Bounded(first, second, third), Bounded(third, fourth, None)])
    assert (second / first < fourth / third) == (point_of(second, first) < point_of(fourth, third))


def test_a_cap_counts_for_the_places():
    """A cap may be the largest number of all."""
    cap = 2**50 + 1
    point_of = _points(group((3, 0, cap)))
    assert point_of(cap, cap - 1) > point_of(cap + 1, cap)


@pytest.mark.parametrize(
    ("wanted", "given_", "options"),
    [
        ((4, 6, True), (4, 4, 10, True), ("none", "stop")),
        ((10, 0, True), (10, 10, 10, True), ("none", "stop")),
        ((0, 10, False), (11, 11, 10, True), ("none", "stop")),
        ((0, 10, True), (11, 11, 10, True), ("none", "skip")),
        ((10, 0, False), (11, 11, 10, True), ("part", "stop")),
        ((10, 0, True), (11, 11, 10, True), ("part", "skip")),
        ((20, 0, True), (40, 20, 10, True), ("part", "skip")),
        ((1, 0, True), (4, 2, Fraction(1, 2), True), ("part", "skip")),
        ((0, 0, False), (4, 4, 0, True), ("part", "stop")),
        ((0, 0, True), (4, 4, 0, True), ("part", "skip")),
        ((0, 3, False), (1, 1, 3, False), ("part", "skip")),
        ((7, 3, True), (7, 0, 3, True), ("none", "stop")),
    ],
)
def test_one_is_served(
    wanted: tuple[int, int, bool], given_: tuple[int, int, Fraction, bool], options: tuple[str, str]
):
    """What is given, what is left, and whether it goes on."""
    amount, needed, left, is_open = given_
    place = Place(1, 1, Fraction(left), is_open)
    assert wanted == serve(Fraction(amount), Fraction(needed), place, *options)
