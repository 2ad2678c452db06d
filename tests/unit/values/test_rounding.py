"""Rounding: only by name, halves where the name says."""

from fractions import Fraction

import pytest

from integrationsplan.errors import InvalidValueError
from integrationsplan.values import Rounding, round_ratio, round_to_step

TABLE = [
    (Rounding.HALF_UP, {"5/2": 3, "-5/2": -3, "7/2": 4, "12/5": 2, "13/5": 3, "-1/10": 0, "2": 2}),
    (Rounding.HALF_EVEN, {"5/2": 2, "-5/2": -2, "7/2": 4, "12/5": 2, "13/5": 3, "-1/10": 0}),
    (Rounding.DOWN, {"5/2": 2, "-5/2": -2, "29/10": 2, "-29/10": -2, "1/10": 0, "-3": -3}),
    (Rounding.UP, {"5/2": 3, "-5/2": -3, "21/10": 3, "-21/10": -3, "1/10": 1, "-1/10": -1, "4": 4}),
]


@pytest.mark.parametrize(
    ("rounded", "value", "method"),
    [
        (rounded, Fraction(value), method)
        for method, cases in TABLE
        for value, rounded in cases.items()
    ],
)
def test_a_value_goes_where_its_rounding_says(rounded: int, value: Fraction, method: Rounding):
    """Each rounding sends halves and rests its own way, alike below zero."""
    assert rounded == round_to_step(value, 1, method)


@pytest.mark.parametrize(
    ("steps", "value", "step"),
    [
        (3, Fraction(5, 4), Fraction(1, 2)),
        (13, 125, 10),
        (25, 124, 5),
        (1, Fraction(1, 200), Fraction(1, 100)),
    ],
)
def test_the_result_is_a_number_of_steps(steps: int, value: Fraction | int, step: Fraction | int):
    """Half up, the result counts steps."""
    assert steps == round_to_step(value, step, Rounding.HALF_UP)


def test_the_golden_ratio_of_the_framework():
    """352 of 72,857 persons get 280,220 of 58 million euros."""
    assert 280_220 == round_ratio(352 * 58_000_000, 72_857, Rounding.HALF_UP)


@pytest.mark.parametrize("method", ["down", "half_up", None, 1])
def test_a_rounding_that_is_none_is_refused(method: object):
    """A text or a number in the place of a rounding must not round some other way."""
    with pytest.raises((InvalidValueError, TypeError)):
        round_ratio(19, 10, method)


def test_names_of_roundings_are_stable():
    """Documents name the roundings by these words."""
    assert {"half_up", "half_even", "down", "up"} == {method.value for method in Rounding}


def test_what_is_no_rounding_is_told():
    """The message says what was found and what is allowed."""
    with pytest.raises(InvalidValueError) as error:
        round_ratio(1, 2, "down")  # type: ignore[arg-type]
    assert (
        "rounding: 1 problem\n"
        "  /method: found text; allowed: Rounding. Give the value in the allowed type."
    ) == str(error.value)
    assert "Rundung" not in error.value.text("de")
