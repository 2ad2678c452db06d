"""Shares: exact parts from nothing to all."""

from fractions import Fraction

import pytest

from integrationsplan.errors import InvalidValueError
from integrationsplan.values import Money, Rounding, Share


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(4, 5), "80 %"),
        (Fraction(4, 5), "80%"),
        (Fraction(4, 5), "80\u00a0%"),
        (Fraction(4, 5), "0.8"),
        (Fraction(4, 5), "4/5"),
        (Fraction(1297496, 10_000_000), "12.97496 %"),
        (Fraction(1, 300), "1/3 %"),
        (Fraction(0), "0"),
        (Fraction(1), "100 %"),
        (Fraction(1), "1"),
    ],
)
def test_shares_are_read_from_their_usual_forms(value: Fraction, text: str):
    """Percentages, decimals and fractions name shares."""
    assert value == Share.of(text).value


@pytest.mark.parametrize(
    "text",
    [
        "80  %",
        "% 80",
        "%",
        " %",
        "80 % ",
        "80%%",
        "100.1 %",
        "80",
        "-0.1",
        "1.01",
        "1/0",
        "8\uff05",
    ],
)
def test_other_forms_and_sizes_are_refused(text: str):
    """What is no number, below nothing or above all is no share."""
    with pytest.raises(InvalidValueError):
        Share.of(text)


@pytest.mark.parametrize("value", [0.8, 1, True, None, Fraction(1, 2), b"80 %"])
def test_shares_are_read_from_text_alone(value: object):
    """What is no text is no share, least of all a float."""
    with pytest.raises(InvalidValueError):
        Share.of(value)


@pytest.mark.parametrize("value", [0.5, 1, True, "1/2", None])
def test_the_value_is_exactly_a_fraction(value: object):
    """The constructor takes fractions alone."""
    with pytest.raises(InvalidValueError):
        Share(value)


def test_a_percentage_without_its_sign_is_told_of_the_sign():
    """The problem of a share above one is `not_a_share`, at the value."""
    with pytest.raises(InvalidValueError) as caught:
        Share.of("80")
    assert [("not_a_share", "/value")] == [(p.code, p.pointer) for p in caught.value.problems]


@pytest.mark.parametrize(
    "text", ["0.000000000000000001", "0.000000000000000001 %", "99.999999999999999999 %"]
)
def test_the_finest_shares_come_back_from_text(text: str):
    """Whatever can be read as a share can be written and read again."""
    share = Share.of(text)
    assert share == Share.of(share.to_text())


def test_share_and_rest_are_the_whole():
    """The rest of four fifths is one fifth."""
    assert Share.of("20 %") == Share.of("80 %").rest


def test_the_golden_share_of_money():
    """80 % of 65,217.43 euros are 52,173.94 euros, half up."""
    share = Share.of("80 %")
    assert Money.of("52173.94") == share.of_money(Money.of("65217.43"), rounding=Rounding.HALF_UP)


@pytest.mark.parametrize(
    ("german", "english", "text"),
    [
        ("80 %", "80%", "4/5"),
        ("12,97496 %", "12.97496%", "12.97496 %"),
        ("33,33333… %", "33.33333…%", "1/3"),
    ],
)
def test_format_is_a_percentage_in_the_language(german: str, english: str, text: str):
    """People read percentages."""
    assert (german, english) == (Share.of(text).format("de"), Share.of(text).format("en"))


def test_repr_is_a_recipe():
    """What `repr` writes makes the same share."""
    assert "Share.of('4/5')" == repr(Share.of("80 %"))
