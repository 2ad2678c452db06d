"""Units as powers of atoms, and quantities with their unit."""

from fractions import Fraction

import pytest

from integrationsplan.errors import PrecisionLossError
from integrationsplan.values import Money, Quantity, Unit


@pytest.mark.parametrize(
    ("plain", "text"),
    [
        ("EUR", "EUR"),
        ("EUR/fte/year", "EUR/fte/year"),
        ("EUR/fte/year", "EUR/year/fte"),
        ("month*person", "person*month"),
        ("1", "1"),
        ("1", "percent"),
        ("1", "EUR/EUR"),
        ("1/fte", "1/fte"),
        ("EUR", "EUR*fte/fte"),
        ("day*day", "day*day"),
    ],
)
def test_units_are_read_into_one_form(plain: str, text: str):
    """Order does not matter, and what stands above and below vanishes."""
    assert plain == str(Unit.parse(text))


@pytest.mark.parametrize(
    "text",
    ["", "/EUR", "EUR/", "EUR//fte", "EUR fte", "eur", "km²", "2", "person*", "percent/year",
     "EUR\n", "*".join(["day"] * 9), "a" * 10**6, "1/" * 10**6],
)  # fmt: skip
def test_other_texts_are_no_units(text: str):
    """Unknown atoms and other forms are refused."""
    with pytest.raises(ValueError, match="unit"):
        Unit.parse(text)


def test_a_refused_unit_is_not_repeated():
    """The message lists what is known and never what was given."""
    with pytest.raises(ValueError, match="unit") as caught:
        Unit.parse("ZqGeheim")
    assert "Geheim" not in repr(caught.value)


def test_products_and_quotients_combine_powers():
    """A rate times its reference is an amount, and back."""
    rate, posts = Unit.parse("EUR/fte/year"), Unit.parse("fte")
    assert ("EUR/year", "EUR/fte/fte/year") == (str(rate * posts), str(rate / posts))


@pytest.mark.parametrize(
    ("currency", "text"),
    [
        ("EUR", "EUR"),
        ("CHF", "CHF/fte"),
        (None, "person"),
        (None, "EUR*CHF"),
        (None, "1/EUR"),
        (None, "EUR*EUR"),
    ],
)
def test_the_currency_of_a_unit(currency: str | None, text: str):
    """A unit is money if one currency stands above, once."""
    assert currency == Unit.parse(text).currency


@pytest.mark.parametrize(
    ("counted", "text"),
    [
        (True, "person"),
        (True, "month"),
        (False, "fte"),
        (False, "person*month"),
        (False, "1/person"),
        (False, "1"),
    ],
)
def test_persons_and_months_are_counted(counted: bool, text: str):
    """A unit is counted if it is one atom that comes in whole numbers."""
    assert counted is Unit.parse(text).is_counted


@pytest.mark.parametrize(
    ("step", "text"),
    [(Fraction(1, 100), "EUR/year"), (Fraction(1), "post"), (None, "fte"), (None, "1")],
)
def test_the_smallest_step_of_a_unit(step: Fraction | None, text: str):
    """Money is paid in cents, posts are whole, the rest is not bound."""
    assert step == Unit.parse(text).smallest_step


@pytest.mark.parametrize(
    ("german", "english", "text"),
    [
        ("EUR/Jahr", "EUR/year", "EUR/year"),
        ("VZÄ", "FTE", "fte"),
        ("Monate·Personen", "months·persons", "person*month"),
        ("", "", "1"),
        ("1/VZÄ", "1/FTE", "1/fte"),
        ("Kinder/km²", "children/km²", "child/km2"),
    ],
)
def test_units_are_said_in_the_language(german: str, english: str, text: str):
    """Several stand above, one stands below."""
    unit = Unit.parse(text)
    assert (german, english) == (unit.format("de"), unit.format("en"))


def test_one_of_a_unit_is_singular():
    """One person is no persons."""
    unit = Unit.parse("person")
    assert ("Person", "person") == (unit.format("de", one=True), unit.format("en", one=True))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("280220.00", Fraction(280_220), "EUR/year"),
        ("0.05", Fraction(1, 20), "EUR"),
        ("0.005", Fraction(1, 200), "EUR"),
        ("352", Fraction(352), "person"),
        ("-3", Fraction(-3), "person"),
        ("1234.5", Fraction(2469, 2), "fte"),
        ("2/3", Fraction(2, 3), "fte"),
        ("1000000/3", Fraction(10**6, 3), "EUR"),
    ],
)
def test_quantities_are_written_exactly(text: str, value: Fraction, unit: str):
    """Money has its decimals; the rest is whole, decimal or a fraction."""
    assert text == Quantity(value, Unit.parse(unit)).to_text()


@pytest.mark.parametrize(
    ("german", "english", "value", "unit"),
    [
        ("280.220 EUR/Jahr", "280,220 EUR/year", Fraction(280_220), "EUR/year"),
        ("0,50 EUR", "0.50 EUR", Fraction(1, 2), "EUR"),
        ("0,125 EUR", "0.125 EUR", Fraction(1, 8), "EUR"),
        ("1 Person", "1 person", Fraction(1), "person"),
        ("2 Personen", "2 persons", Fraction(2), "person"),
        ("0,5", "0.5", Fraction(1, 2), "1"),
    ],
)
def test_quantities_are_said_in_the_language(german: str, english: str, value: Fraction, unit: str):
    """Number and unit follow the language; pure numbers stand alone."""
    quantity = Quantity(value, Unit.parse(unit))
    assert (german, english) == (quantity.format("de"), quantity.format("en"))


def test_str_of_a_quantity_has_the_plain_unit():
    """The plain text is exact and names the unit as documents do."""
    assert "2/3 EUR/fte" == str(Quantity(Fraction(2, 3), Unit.parse("EUR/fte")))


def test_a_quantity_of_money_is_money():
    """The amount keeps its currency."""
    assert Money(150, "CHF") == Quantity(Fraction(3, 2), Unit.parse("CHF/year")).money


@pytest.mark.parametrize(("value", "unit"), [(Fraction(1), "person"), (Fraction(1, 3), "EUR")])
def test_other_quantities_are_no_money(value: Fraction, unit: str):
    """Without a currency, or with parts of a cent, a quantity is no money."""
    quantity = Quantity(value, Unit.parse(unit))
    with pytest.raises(PrecisionLossError):
        _ = quantity.money


@pytest.mark.parametrize("sign", ["", "-"])
def test_amounts_beyond_what_money_holds_are_written(sign: str):
    """A sum of figures has no bound; it is written like any other amount."""
    text = f"{sign}123456789012345678901.05"
    assert text == Quantity(Fraction(text), Unit.parse("EUR")).to_text()
