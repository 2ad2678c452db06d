"""The Königsteiner Schlüssel as printed for 2014, 2015 and 2016."""

import csv
import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest

from integrationsplan import Allocation, NotInForceError, Recipients, allocate, catalogue
from integrationsplan.values import parse_number

PROGRAMME = "de-koenigsteiner-schluessel"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "koenigsteiner_schluessel.csv"
EDITIONS = ("KS 2014", "KS 2015", "KS 2016")
YEAR_OF_USE = {"KS 2014": 2015, "KS 2015": 2016, "KS 2016": 2017}


def split(pot: str, day: dt.date, edition: str | None = None) -> Allocation:
    """Split a pot among the 16 Länder."""
    programme = catalogue.load(PROGRAMME)
    lands = [{"key": land} for land in programme.parameters["key"].values[0].table]
    recipients = Recipients.of(lands, figures={"pot": pot})
    return allocate(programme, recipients, day=day, edition=edition)


def test_500_million_are_given_out_completely():
    """The sum of the parts is the pot."""
    assert "500000000.00" == split("500000000", dt.date(2017, 1, 1)).total.to_text()


def test_500_million_leave_no_residue():
    """Nothing stays in the pot."""
    assert "0.00" == split("500000000", dt.date(2017, 1, 1)).residue.to_text()


def test_thueringen_gets_13_473_500_of_500_million():
    """2.69470 % of 500 million."""
    allocation = split("500000000", dt.date(2017, 1, 1))
    assert "13473500.00" == allocation["Thüringen"].amount.to_text()


@pytest.mark.parametrize(
    ("amount", "land"), [("129666.20", "Baden-Württemberg"), ("26947.00", "Thüringen")]
)
def test_a_million_by_ks_2016(amount: str, land: str):
    """A million shows the printed percentages."""
    assert amount == split("1000000", dt.date(2017, 6, 30))[land].amount.to_text()


@pytest.mark.parametrize("row", [0, 1, 2], ids=EDITIONS)
def test_each_edition_sums_to_100(row: int):
    """The printed shares of 2014, 2015 and 2016 sum to 100.00000."""
    values = catalogue.load(PROGRAMME).parameters["key"].values[row]
    assert Fraction(100) == sum(map(parse_number, values.table.values()))


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not beside the checkout")
@pytest.mark.parametrize("row", [0, 1, 2], ids=EDITIONS)
def test_each_edition_is_that_of_the_shared_record(row: int):
    """The packaged shares were carried over as printed."""
    with SHARED.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    column = f"ks_{2014 + row}_percent"
    table = catalogue.load(PROGRAMME).parameters["key"].values[row].table
    assert {item["land"]: item[column] for item in rows} == dict(table)


@pytest.mark.parametrize(
    ("amount", "edition"),
    [("2748350.00", "KS 2014"), ("2724510.00", "KS 2015"), ("2694700.00", "KS 2016")],
)
def test_edition_of_a_day_is_that_of_the_year_before(amount: str, edition: str):
    """The edition named 2016 is in force in 2017, and so on."""
    day = dt.date(YEAR_OF_USE[edition], 7, 1)
    assert amount == split("100000000", day)["Thüringen"].amount.to_text()


@pytest.mark.parametrize(
    ("amount", "edition"),
    [("2748350.00", "KS 2014"), ("2724510.00", "KS 2015"), ("2694700.00", "KS 2016")],
)
def test_edition_by_name_disregards_the_day(amount: str, edition: str):
    """A contract that names an edition gets it on any day."""
    allocation = split("100000000", dt.date(2016, 7, 1), edition)
    assert amount == allocation["Thüringen"].amount.to_text()


@pytest.mark.parametrize("edition", EDITIONS)
def test_allocation_says_which_edition_was_read(edition: str):
    """The name of the edition stands in the result, also where the day chose it."""
    day = dt.date(YEAR_OF_USE[edition], 1, 1)
    assert (edition,) == split("1", day).editions


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_edition_gives_out_an_odd_pot(edition: str):
    """A pot that no share divides is given out to the cent."""
    allocation = split("0.07", dt.date(2017, 1, 1), edition)
    assert "0.07" == allocation.total.to_text()


def test_key_is_not_in_force_before_2015():
    """Before the first edition there is no key."""
    with pytest.raises(NotInForceError):
        split("1", dt.date(2014, 12, 31))


def test_split_needs_all_recipients():
    """The result says that it is right only for all 16 Länder together."""
    assert catalogue.load(PROGRAMME).needs_all_recipients


# -- the formula behind the key --------------------------------------------------------------------


def test_formula_weighs_tax_twice_as_much_as_population():
    """2/3 × 3/4 + 1/3 × 0 and 2/3 × 1/4 + 1/3 × 1 halve the pot."""
    lands = [{"key": "A", "tax": "3", "population": 0}, {"key": "B", "tax": "1", "population": 9}]
    recipients = Recipients.of(lands, figures={"pot": "600"})
    programme = catalogue.load("de-koenigsteiner-schluessel-formula")
    parts = allocate(programme, recipients, day=dt.date(2015, 1, 1))
    assert ["300.00", "300.00"] == [award.amount.to_text() for award in parts]
