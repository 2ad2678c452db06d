"""Money: whole minor units, no float, nothing rounded unless a rounding is named."""

import pickle  # values must survive it; nothing foreign is read
from collections.abc import Callable
from fractions import Fraction

import pytest

from integrationsplan.errors import (
    CurrencyMismatchError,
    IntegrationsplanError,
    InvalidValueError,
    PrecisionLossError,
)
from integrationsplan.values import CURRENCIES, Money, Rounding


class Text(str):
    """A text that is not exactly a text."""

    __slots__ = ()


@pytest.mark.parametrize(
    ("minor", "amount", "currency"),
    [
        (28_022_000, "280220", "EUR"),
        (5_217_394, "52173.94", "EUR"),
        (-5, "-0.05", "CHF"),
        (123_456, "123.456", "KWD"),
        (15, "15", "JPY"),
        (15, "15.00", "JPY"),
        (200, 2, "EUR"),
        (50, Fraction(1, 2), "EUR"),
        (0, "-0", "EUR"),
        (75, "3/4", "EUR"),
    ],
)
def test_of_counts_minor_units(minor: int, amount: str | int | Fraction, currency: str):
    """An amount in major units becomes whole minor units of its currency."""
    assert minor == Money.of(amount, currency).minor


@pytest.mark.parametrize("amount", ["0.001", Fraction(1, 3), "1/3", "0.005"])
def test_of_refuses_parts_of_a_minor_unit(amount: str | Fraction):
    """Parts of a cent are refused unless a rounding is named."""
    with pytest.raises(PrecisionLossError):
        Money.of(amount)


@pytest.mark.parametrize(
    ("minor", "rounding"),
    [
        (1, Rounding.HALF_UP),
        (0, Rounding.HALF_EVEN),
        (0, Rounding.DOWN),
        (1, Rounding.UP),
    ],
)
def test_of_rounds_as_named(minor: int, rounding: Rounding):
    """Half a cent goes where the named rounding says."""
    assert minor == Money.of("0.005", rounding=rounding).minor


@pytest.mark.parametrize("rounding", ["down", "half_up", 1, True])
def test_of_refuses_a_rounding_that_is_none(rounding: object):
    """The name of a rounding as text is refused, for it would round in another way."""
    with pytest.raises((InvalidValueError, TypeError)):
        Money.of("1.999", rounding=rounding)


@pytest.mark.parametrize("amount", [True, 1.5, float("nan"), float("inf"), None, b"1", Text("1")])
def test_of_refuses_what_is_no_exact_number(amount: object):
    """Floats, truth values and other foreign types are no amounts."""
    with pytest.raises(InvalidValueError):
        Money.of(amount)


@pytest.mark.parametrize("factor", [0.5, True, "2"])
def test_times_refuses_what_is_no_exact_number(factor: object):
    """A factor is a whole number or a fraction."""
    with pytest.raises((InvalidValueError, TypeError)):
        Money(100).times(factor)


@pytest.mark.parametrize("minor", [True, 1.0, "1", None, Fraction(1)])
def test_minor_is_exactly_a_whole_number(minor: object):
    """The constructor takes an int and nothing that resembles one."""
    with pytest.raises(InvalidValueError):
        Money(minor)


@pytest.mark.parametrize("currency", ["eur", "EURO", "", "EU\n", "EUR\n", "ＥＵＲ", "AAA", "€"])  # noqa: RUF001  # look-alikes on purpose
def test_currency_is_a_code_of_the_list(currency: str):
    """Only the codes of ISO 4217 are currencies."""
    with pytest.raises(InvalidValueError):
        Money(1, currency)


@pytest.mark.parametrize("currency", [None, 1, ["EUR"], Text("EUR")])
def test_of_refuses_a_currency_of_another_type(currency: object):
    """A currency is exactly a text, also where an amount in major units is read."""
    with pytest.raises(InvalidValueError):
        Money.of("1", currency)


def test_of_tells_an_unknown_currency_before_parts_of_its_minor_unit():
    """An unknown currency has no minor unit that an amount could miss."""
    with pytest.raises(InvalidValueError):
        Money.of("0.001", "AAA")


def test_unknown_currency_is_said_with_its_place():
    """The problem points at the currency."""
    with pytest.raises(InvalidValueError) as caught:
        Money(1, "AAA")
    assert [("unknown_code", "/currency")] == [(p.code, p.pointer) for p in caught.value.problems]


@pytest.mark.parametrize("minor", [10**5000, -(10**5000)], ids=["positive", "negative"])
def test_an_amount_that_cannot_be_written_is_refused(minor: int):
    """Python refuses to write such numbers, so that no message could name them."""
    with pytest.raises(InvalidValueError):
        Money(minor)


def test_what_cannot_be_read_back_is_refused():
    """An amount of more digits than `from_text` reads cannot be made."""
    with pytest.raises(InvalidValueError):
        Money(10**21)


def test_the_largest_readable_amount_comes_back():
    """Eighteen digits before the point and the cents come back from text."""
    largest = Money(10**20 - 1)
    assert largest == Money.from_text(largest.to_text())


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("280220.00", Money(28_022_000)),
        ("-0.05", Money(-5)),
        ("0.00", Money(0)),
        ("1500", Money(1500, "JPY")),
        ("-1500", Money(-1500, "JPY")),
        ("0.007", Money(7, "BHD")),
    ],
)
def test_to_text_writes_all_decimals(text: str, money: Money):
    """Text has exactly the decimals of the currency, and no grouping."""
    assert text == money.to_text()


@pytest.mark.parametrize(
    ("german", "english", "money"),
    [
        ("280.220,00 €", "€280,220.00", Money(28_022_000)),
        ("-1.234,50 €", "-€1,234.50", Money(-123_450)),
        ("0,05 $", "$0.05", Money(5, "USD")),
        ("1.500 JPY", "JPY 1,500", Money(1500, "JPY")),
        ("-0,07 CHF", "-CHF 0.07", Money(-7, "CHF")),
        ("1,234 KWD", "KWD 1.234", Money(1234, "KWD")),
    ],
)
def test_format_is_in_the_language(german: str, english: str, money: Money):
    """People read grouped amounts with the sign or the code of the currency."""
    assert (german, english) == (money.format("de"), money.format("en"))


def test_amount_is_exact_in_major_units():
    """The amount is a fraction of the major unit."""
    assert Fraction(5_217_394, 100) == Money(5_217_394).amount


def test_the_golden_share_of_a_rate():
    """80 % of 65,217.43 euros are 52,173.94 euros, half up."""
    part = Money.of("65217.43").times(Fraction(4, 5), rounding=Rounding.HALF_UP)
    assert Money.of("52173.94") == part


def test_times_refuses_parts_of_a_minor_unit():
    """A product with parts of a cent is refused unless a rounding is named."""
    with pytest.raises(PrecisionLossError):
        Money(1).times(Fraction(1, 2))


def test_sums_and_differences_keep_the_currency():
    """Adding and subtracting stay within the currency."""
    assert Money(3, "CHF") == Money(5, "CHF") + Money(2, "CHF") - Money(4, "CHF")


@pytest.mark.parametrize(
    "combine",
    [
        lambda left, right: left + right,
        lambda left, right: left - right,
        lambda left, right: left < right,
        lambda left, right: left <= right,
        lambda left, right: left > right,
        lambda left, right: Money.total([left, right]),
    ],
)
def test_currencies_never_mix(combine: Callable[[Money, Money], object]):
    """Amounts in two currencies are neither added nor compared."""
    with pytest.raises(CurrencyMismatchError):
        combine(Money(1), Money(1, "CHF"))


@pytest.mark.parametrize(
    "combine",
    [
        lambda money: money + 1,
        lambda money: 1 + money,
        lambda money: money - 1,
        lambda money: money < 1,
        lambda money: money <= 1,
        lambda money: money * 0.5,
        lambda money: money * True,
        lambda money: money * Fraction(1, 2),
        lambda money: money * money,
    ],
)
def test_money_combines_with_money_and_whole_factors_alone(combine: Callable[[Money], object]):
    """Numbers are no amounts, and only whole numbers are factors."""
    with pytest.raises(TypeError):
        combine(Money(1))


def test_a_whole_factor_stands_on_either_side():
    """Both sides of a product may be the amount."""
    assert (Money(6), Money(6)) == (Money(2) * 3, 3 * Money(2))


def test_negation_turns_the_sign():
    """Minus an amount is the amount with the other sign."""
    assert Money(-5, "CHF") == -Money(5, "CHF")


def test_only_nothing_is_false():
    """An amount is true unless it is zero."""
    assert (False, True, True) == (bool(Money(0)), bool(Money(1)), bool(Money(-1)))


def test_amounts_sort_by_size():
    """Amounts of one currency have an order."""
    assert [Money(-1), Money(0), Money(2)] == sorted([Money(2), Money(-1), Money(0)])


def test_less_or_equal_includes_the_equal():
    """An amount is at most itself."""
    assert (True, False) == (Money(1) <= Money(1), Money(1) < Money(1))


def test_the_total_of_nothing_is_zero():
    """No amounts add up to nothing in the currency asked for."""
    assert Money(0, "CHF") == Money.total([], "CHF")


def test_the_total_refuses_a_currency_that_is_none():
    """An unknown currency of the sum is refused like any other."""
    with pytest.raises(InvalidValueError):
        Money.total([], "AAA")


def test_the_total_blames_an_unknown_currency_not_the_amounts():
    """Where the named currency does not exist, the amounts are not at fault."""
    with pytest.raises(InvalidValueError):
        Money.total([Money(1)], "AAA")


def test_equal_amounts_of_two_currencies_differ():
    """A euro is no franc."""
    assert Money(1) != Money(1, "CHF")


def test_str_is_text_and_code():
    """The plain text names the currency."""
    assert "-0.05 EUR" == str(Money(-5))


def test_repr_is_a_recipe():
    """What `repr` writes makes the same amount."""
    money = Money(-123_456, "CHF")
    assert money == Money.of(*repr(money)[len("Money.of('") : -2].split("', '"))


def test_money_cannot_be_changed():
    """An amount has no assignable fields."""
    with pytest.raises(AttributeError):
        Money(1).minor = 2


def test_money_survives_pickling():
    """A copy by pickle is equal."""
    money = Money(5, "CHF")
    assert money == pickle.loads(pickle.dumps(money))  # noqa: S301  # our own bytes


def test_the_list_of_currencies_cannot_be_changed():
    """No caller changes what a euro is for everybody else."""
    with pytest.raises((TypeError, AttributeError)):
        CURRENCIES["EUR"] = CURRENCIES["EUR"]


@pytest.mark.parametrize(
    ("decimals", "code"), [(2, "EUR"), (2, "CHF"), (0, "JPY"), (3, "TND"), (0, "ISK")]
)
def test_decimals_of_currencies(decimals: int, code: str):
    """The list knows how many decimals a currency has."""
    assert decimals == CURRENCIES[code]


def test_errors_of_money_have_one_root():
    """Every refusal of an amount is an error of the package."""
    errors = {InvalidValueError, PrecisionLossError, CurrencyMismatchError}
    assert {True} == {issubclass(error, IntegrationsplanError) for error in errors}
