# ruff: noqa: E501  # the inline tables of TOML bear no line breaks
"""The node that keeps a sum within floors and caps."""

from collections.abc import Callable
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest

from integrationsplan import Allocation
from integrationsplan.errors import AllocationError

Evaluate = Callable[..., Allocation]

BOUND = """
[figures.wish]
unit = "1"
[figures.floor]
unit = "1"
default = "0"
[figures.cap]
unit = "1"
default = "1000000"
[rules.paid]
kind = "bound"
of = "wish"
at_least = "floor"
at_most = "cap"
[rules.shown]
kind = "round"
of = "paid"
step = "0.000001"
method = "half_up"
[result]
award = "shown"
unit = "1"
outputs = ["paid"]
"""


def bounded(allocation: Allocation) -> dict[str, Fraction]:
    """Return the exact results by key."""
    return {award.recipient.key: award.outputs["paid"].value for award in allocation}


def rows(*wishes: tuple[Any, ...]) -> list[dict[str, Any]]:
    """Return rows of a wish, a floor and a cap."""
    return [
        {"key": key, **dict(zip(("wish", "floor", "cap"), wish, strict=False))}
        for key, wish in zip("abcdefgh", wishes, strict=False)
    ]


@pytest.mark.parametrize(
    ("wanted", "wishes"),
    [
        ([10, 20], [(10,), (20,)]),
        ([12, 18], [(10, 12), (20,)]),
        ([12, 18], [(10,), (20, 0, 18)]),
        ([10, 10, 10], [(1, 10), (14, 10), (15, 10)]),
        ([5, 5, 20], [(10, 0, 5), (10, 0, 5), (10, 0)]),
        ([20, 20, 10], [(5, 20), (25,), (20, 0, 10)]),
        ([Fraction(40, 3), Fraction(20, 3)], [(10,), (5,), (5, 0, 0)]),
        ([0, 0], [(0,), (0,)]),
        ([3, 7], [(0, 3), (10,)]),
        ([0, 10], [(0,), (10,)]),
        ([4, 4, 4], [(2, 4, 4), (8, 4, 4), (2, 4, 4)]),
    ],
)
def test_who_is_at_a_bound_stays_there(
    evaluate: Evaluate, wanted: list[int], wishes: list[tuple[int, ...]]
):
    """The others are scaled by one common factor, and the sum is kept."""
    found = list(bounded(evaluate(BOUND, rows(*wishes))).values())
    assert wanted == found[: len(wanted)]
    assert sum(wish[0] for wish in wishes) == sum(found)


def test_several_are_pushed_to_the_floor_one_after_another(evaluate: Evaluate):
    """Who was above the floor before the others took their part ends at it as well."""
    found = bounded(evaluate(BOUND, rows((1, 10), (11, 10), (30, 10), (58, 10))))
    assert {"a": 10, "b": 10, "c": Fraction(300, 11), "d": Fraction(580, 11)} == found


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_order_of_recipients_does_not_matter(evaluate: Evaluate, order: tuple[int, ...]):
    """There is one solution; no iteration order picks another."""
    given = rows((1, 10), (14, 0, 12), (30, 5), (58, 10, 50))
    found = bounded(evaluate(BOUND, [given[index] for index in order]))
    assert bounded(evaluate(BOUND, given)) == found


@pytest.mark.parametrize(
    ("wanted", "wishes"),
    [
        ({("floors_above_sum", "/rules/paid")}, [(10, 12), (1, 1)]),
        ({("caps_below_sum", "/rules/paid")}, [(10, 0, 5), (10, 0, 14)]),
        ({("caps_below_sum", "/rules/paid")}, [(10, 0, 5), (0, 0)]),
        ({("floor_above_cap", "/rules/paid")}, [(10, 5, 4), (10,)]),
    ],
)
def test_bounds_that_cannot_hold_are_refused(
    evaluate: Evaluate, wanted: set[tuple[str, str]], wishes: list[tuple[int, ...]]
):
    """Floors above the sum and caps below it are told, not stretched."""
    with pytest.raises(AllocationError) as error:
        evaluate(BOUND, rows(*wishes))
    assert wanted == {(problem.code, problem.pointer) for problem in error.value.problems}


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", "floors of 13 in a sum of 11 at 'all'"),
        ("de", "Mindestwerte von 13 in einer Summe von 11 bei 'all'"),
    ],
)
def test_both_figures_are_told(evaluate: Evaluate, language: str, wanted: str):
    """Whoever reads it can see how much is missing."""
    with pytest.raises(AllocationError) as error:
        evaluate(BOUND, rows((10, 12), (1, 1)))
    assert wanted in error.value.text(language)


def test_negative_value_cannot_be_bounded(evaluate: Evaluate):
    """A factor of a negative value would turn floors and caps round."""
    document = BOUND.replace(
        'of = "wish"\nat', 'of = { kind = "difference", of = "wish", less = ["floor"] }\nat'
    )
    with pytest.raises(AllocationError) as error:
        evaluate(document, rows((1, 2), (10, 2)))
    assert [("negative_weight", "/rules/paid")] == [
        (problem.code, problem.pointer) for problem in error.value.problems
    ]


def test_all_records_out_of_bounds_are_told(evaluate: Evaluate):
    """One report holds every record whose floor lies above its cap."""
    with pytest.raises(AllocationError) as error:
        evaluate(BOUND, rows((10, 5, 4), (10, 0, 9), (9, 3, 1)))
    assert ["'a'", "'c'"] == [problem.params["record"] for problem in error.value.problems]


@pytest.mark.parametrize("language", ["de", "en"])
def test_factor_of_one_part_in_10_to_the_18(evaluate: Evaluate, language: str):
    """Large numbers of nearly the same size stay exact, and can be explained."""
    big = 10**17
    allocation = evaluate(
        BOUND, rows((big, big + 1, 2 * big), (big + 2, 0, 2 * big), (big + 1, 0, big + 1))
    )
    assert 3 * big + 3 == sum(bounded(allocation).values())
    assert allocation["a"].explain(language)


def test_sum_is_kept_per_district(evaluate: Evaluate):
    """With per, every district is a world of its own."""
    document = BOUND.replace('at_most = "cap"\n', 'at_most = "cap"\nper = "district"\n')
    given = [
        {"key": "a", "parent": "x", "wish": 1, "floor": 4},
        {"key": "b", "parent": "x", "wish": 9},
        {"key": "c", "parent": "y", "wish": 5},
    ]
    found = bounded(evaluate(document, given, levels='recipient = "district"\ndistrict = "all"'))
    assert {"a": 4, "b": 6, "c": 5} == found


def test_fault_of_one_district_is_told_with_its_key(evaluate: Evaluate):
    """The record of the message is the district whose floors are too high."""
    document = BOUND.replace('at_most = "cap"\n', 'at_most = "cap"\nper = "district"\n')
    given = [
        {"key": "a", "parent": "x", "wish": 1, "floor": 4},
        {"key": "c", "parent": "y", "wish": 5},
    ]
    with pytest.raises(AllocationError) as error:
        evaluate(document, given, levels='recipient = "district"\ndistrict = "all"')
    assert ["'x'"] == [problem.params["record"] for problem in error.value.problems]


def test_excluded_gets_no_floor(evaluate: Evaluate):
    """Who is not there needs no floor, and takes nothing from the others."""
    document = BOUND.replace(
        "[result]",
        '[[conditions]]\ncode = "none"\nwhen = { kind = "compare", left = "wish", op = "above", '
        'right = { kind = "number", value = "0" } }\neffect = "exclude"\nde = "x"\nen = "x"\n[result]',
    )
    found = evaluate(document, rows((0, 5), (10,)))
    assert [0, 10] == [award.amount.value for award in found]


@pytest.mark.parametrize(
    ("key", "language", "wanted"),
    [
        ("a", "de", "der Mindestbetrag greift"),
        ("a", "en", "the floor applies"),
        ("b", "de", "die übrigen mit einem Faktor auf dieselbe Summe angepasst: 1,025"),
        ("b", "en", "the others scaled by one factor to the same sum: 1.025"),
        ("c", "de", "der Höchstbetrag greift"),
        ("c", "en", "the cap applies"),
    ],
)
def test_bound_says_what_applies(evaluate: Evaluate, key: str, language: str, wanted: str):
    """Each recipient is told whether its own floor or cap decided."""
    allocation = evaluate(BOUND, rows((1, 10), (40,), (60, 0, 50)))
    assert wanted in allocation[key].explain(language)


def test_ten_thousand_recipients_with_floors_and_caps(evaluate: Evaluate):
    """The common factor is found by one walk, not by trying again and again."""
    given = [
        {"key": f"k{n}", "wish": n % 997 + 1, "floor": n % 50, "cap": 400 + n % 700}
        for n in range(10_000)
    ]
    assert sum(row["wish"] for row in given) == sum(bounded(evaluate(BOUND, given)).values())
