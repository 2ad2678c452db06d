"""Numbers as text: one ASCII form before every conversion, and sentences for people."""

import sys
from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest

from integrationsplan.errors import InvalidValueError
from integrationsplan.parameters import Band, ParameterValue
from integrationsplan.values import Basis, Money, Share, format_number, parse_number

HOSTILE = [
    "9" * 19,
    "9" * 4300,
    "9" * 4301,
    "9" * 1_000_000,
    "0." + "9" * 19,
    "0." + "9" * 1_000_000,
    "1/" + "9" * 1_000_000,
    "1/" * 500_000,
    "1e1000000",
    "1E-999999",
    "1e5",
    "NaN",
    "sNaN",
    "Infinity",
    "-inf",
    "1_0",
    " 10",
    "10  ",
    "10\n",
    "\n10",
    "+5",
    "--5",
    "-",
    "",
    ".5",
    "5.",
    "1.2.3",
    "1,5",
    "1.000,00",
    "1'000",
    "0x10",
    "1/0",
    "1/00",
    "1/2/3",
    "1/-2",
    "-1/2",
    "1.5/2",
    "\u0661\u0662",
    "\uff11\uff12",
    "\u00b2",
    "\u00bd",
    "\u221210",
    "1\u00a0000",
    "\ufeff1",
    "1\x00",
    "\ud800",
    "True",
    "10 EUR",
]
ENTRANCES: dict[str, Callable[[str], object]] = {
    "parse_number": parse_number,
    "Money.of": Money.of,
    "Money.from_text": Money.from_text,
    "Share.of": Share.of,
    "Share.of %": lambda text: Share.of(text + "%"),
    "Share.of blank %": lambda text: Share.of(text + " %"),
    "Band.at_least": lambda text: Band(at_least=text, value="1"),
    "Band.value": lambda text: Band(at_least="1", value=text),
    "ParameterValue": lambda text: ParameterValue(value=text, basis=Basis.STATED, citation="c"),
}


@pytest.fixture
def unlimited_digits() -> Iterator[None]:
    """Let the host lift the limit of digits, as some do."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    yield
    sys.set_int_max_str_digits(before)


@pytest.mark.parametrize("entrance", ENTRANCES)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]) + f"x{len(text)}")
def test_hostile_numbers_are_refused_everywhere(entrance: str, text: str):
    """No entrance takes exponents, foreign digits, blanks, signs of plus or endless digits."""
    with pytest.raises(InvalidValueError):
        ENTRANCES[entrance](text)


@pytest.mark.usefixtures("unlimited_digits")
@pytest.mark.parametrize("text", ["9" * 1_000_000, "1e1000000", "1/" + "9" * 1_000_000])
def test_the_form_protects_where_the_host_does_not(text: str):
    """Endless digits are refused by form, not by a setting of the host."""
    with pytest.raises(InvalidValueError):
        parse_number(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(162_187, 12_500), "12.97496"),
        (Fraction(2, 3), "2/3"),
        (Fraction(-5, 100), "-0.05"),
        (Fraction(0), "-0"),
        (Fraction(7), "007"),
        (Fraction(10**18 - 1), "9" * 18),
        (Fraction(1, 10**18), "0." + "0" * 17 + "1"),
        (Fraction(1), "999/999"),
        (Fraction(0), "0/7"),
    ],
)
def test_exact_numbers_are_read_exactly(value: Fraction, text: str):
    """A number is worth exactly what its digits say."""
    assert value == parse_number(text)


@pytest.mark.parametrize("value", [1, True, 1.5, None, b"1", Fraction(1), ["1"]])
def test_numbers_are_read_from_text_alone(value: object):
    """What is no text is refused as of the wrong type."""
    with pytest.raises(InvalidValueError) as caught:
        parse_number(value)
    assert ["wrong_type"] == [problem.code for problem in caught.value.problems]


def test_a_text_in_another_form_is_no_number():
    """The problem of a text in another form is `not_a_number`."""
    with pytest.raises(InvalidValueError) as caught:
        parse_number("zwei")
    assert ["not_a_number"] == [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("german", "english", "value"),
    [
        ("280.220,5", "280,220.5", Fraction(28_022_050, 100)),
        ("0", "0", 0),
        ("-1.000", "-1,000", -1000),
        ("999", "999", 999),
        ("1.000.000", "1,000,000", 10**6),
        ("-0,05", "-0.05", Fraction(-1, 20)),
        ("0,333333…", "0.333333…", None),
    ],
)
def test_numbers_are_grouped_in_the_language(
    german: str, english: str, value: Fraction | int | None
):
    """Groups of three and the decimal sign follow the language."""
    digits = 7 if value is not None else 6
    exact = Fraction(1, 3) if value is None else value
    written = [format_number(exact, language, digits=digits) for language in ("de", "en")]
    assert [german, english] == written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.004831382…", Fraction(352, 72_857)),
        ("3.333333…", Fraction(10, 3)),
        ("12,345,678…", Fraction(37_037_035, 3)),
        ("-0.6666666…", Fraction(-2, 3)),
        ("0.0000003333333…", Fraction(1, 3_000_000)),
    ],
)
def test_endless_decimals_are_cut_and_marked(text: str, value: Fraction):
    """Seven significant digits and an ellipsis stand for endless decimals."""
    assert text == format_number(value, "en")


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("1.50", Fraction(3, 2), 2),
        ("2", 2, 0),
        ("1,000.000", 1000, 3),
        ("-0.50", -Fraction(1, 2), 2),
    ],
)
def test_places_fill_up_with_zeros(text: str, value: Fraction | int, places: int):
    """A number of decimals asked for is met exactly."""
    assert text == format_number(value, "en", places=places)


@pytest.mark.parametrize("decimals", [12, 13, 18])
def test_finite_decimals_are_written_in_full(decimals: int):
    """A value of as many decimals as a number may have is not cut."""
    text = "0." + "123456789" * 2
    assert text[: decimals + 2] == format_number(parse_number(text[: decimals + 2]), "en")


def test_places_never_cut_in_silence():
    """Where decimals do not fit into the places asked for, the text must not look exact."""
    try:
        text = format_number(Fraction(2, 3), "en", places=2)
    except ValueError:
        return
    assert "0.66…" == text


def test_a_negative_trifle_is_no_minus_zero():
    """Nothing is written as minus zero."""
    try:
        text = format_number(Fraction(-1, 1000), "en", places=2)
    except ValueError:
        return
    assert not text.startswith("-0.00") or text.endswith("…")
