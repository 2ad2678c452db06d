"""First instalments, advances and flat rates of social insurance: a share, cut to the cent."""

import pytest
from tests.unit.funding.samples import (
    START,
    D,
    always,
    eur,
    notice,
    parameter,
    problems,
    silent,
)

from integrationsplan import Money, catalogue
from integrationsplan.errors import InvalidValueError, NotInForceError, NotStatedError
from integrationsplan.funding import (
    Instalment,
    Terms,
    advance_on,
    first_instalments,
    personnel_cost,
)
from integrationsplan.values import FrozenMap, Rounding


def says(name: str, percent: str) -> Terms:
    """Return terms that say one share."""
    return silent(parameters=FrozenMap({name: always("percent", percent)}))


def parts(terms: Terms, award: str, rounding: Rounding = Rounding.DOWN) -> list[tuple[str, str]]:
    """Return id and amount of each instalment."""
    found = first_instalments(terms, eur(award), START, rounding=rounding)
    return [(each.id, each.amount.to_text()) for each in found.instalments]


# -- instalments -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "percent", "award"),
    [
        ([("first", "60.00"), ("rest", "40.00")], "60", "100"),
        ([("first", "0.01"), ("rest", "0.02")], "60", "0.03"),
        ([("rest", "0.01")], "60", "0.01"),
        ([("first", "100.00")], "100", "100"),
        ([("first", "100.00")], "150", "100"),
        ([("rest", "100.00")], "0", "100"),
        ([("rest", "100.00")], "-5", "100"),
        ([], "60", "0"),
    ],
)
def test_first_and_rest(wanted: list[tuple[str, str]], percent: str, award: str):
    """They add up to the grant whatever the share is, and one of nothing is left out."""
    assert wanted == parts(says("first_tranche", percent), award)


@pytest.mark.parametrize(
    ("first", "rounding"),
    [("0.01", Rounding.DOWN), ("0.02", Rounding.UP), ("0.02", Rounding.HALF_UP)],
)
def test_rounding_is_an_argument(first: str, rounding: Rounding):
    """60 % of three cents are 1.8 cents; by default parts of a cent come with the rest."""
    by = says("first_tranche", "60")
    assert ("first", first) == parts(by, "0.03", rounding)[0]
    assert parts(by, "0.03") == parts(by, "0.03", Rounding.DOWN)


def test_due_day_of_the_first_alone():
    """The rest has no day, for no source says one; a notice takes both as they are."""
    found = first_instalments(says("first_tranche", "60"), eur(100), START, due=D(2018, 2, 1))
    assert (
        Instalment(id="first", amount=eur(60), due=D(2018, 2, 1)),
        Instalment(id="rest", amount=eur(40)),
    ) == found.instalments
    assert found.instalments == notice(100, instalments=found.instalments).instalments
    assert (eur(60), eur(40)) == (found.first, found.rest)


def test_first_tranche_of_the_integration_management():
    """60 % of the money of 2017, by the release of July 2017."""
    by = catalogue.terms("de-bw-integrationsmanagement")
    found = first_instalments(by, eur("128000"), D(2017, 8, 1))
    assert eur("76800") == found.first
    assert found.source == found.term.source
    assert "Integrationsmanagement" in found.source


def test_first_tranche_that_is_not_said():
    """Nobody says it: that is an error which names it, and so is another day."""
    with pytest.raises(NotStatedError, match="first_tranche"):
        first_instalments(silent(), eur(1), START)
    with pytest.raises(NotInForceError):
        first_instalments(catalogue.terms("de-bw-integrationsmanagement"), eur(1), D(2018, 1, 1))


def test_first_tranche_as_known_on_a_day():
    """What became known later is left out when asked."""
    row = parameter("percent", (None, None, "60"))
    by = silent(parameters=FrozenMap({"first_tranche": row}))
    assert eur(60) == first_instalments(by, eur(100), START, as_known=D(2000, 1, 1)).first


def test_instalments_in_words():
    """Grant, share, day and source are told in both languages."""
    found = first_instalments(says("first_tranche", "60"), eur(100), START, due=D(2018, 2, 1))
    assert [
        "bewilligt: 100,00 €",
        "erste Rate (60 %): 60,00 €, 01.02.2018",
        "Rest: 40,00 €",
        "  Trial figures, invented for this test",
    ] == found.explain("de").splitlines()
    assert "first instalment (60 %): €60.00, 2018-02-01" == found.explain().splitlines()[1]


# -- advances --------------------------------------------------------------------------------------


def test_advance_is_the_most_of_what_is_expected():
    """90 % of 100.05 are 90.045: never more than is allowed, the rest stays open."""
    found = advance_on(says("advance", "90"), eur("100.05"), START)
    assert (eur("90.04"), eur("10.01")) == (found.most, found.rest)
    up = advance_on(says("advance", "90"), eur("100.05"), START, rounding=Rounding.UP)
    assert eur("90.05") == up.most


def test_advance_for_refugees_of_thueringen():
    """90 % of 74,940.00 are 67,446.00, as the tranches of the rule have it."""
    by = catalogue.terms("de-th-fluechtlingskostenerstattung")
    assert eur("67446.00") == advance_on(by, eur("74940"), D(2023, 4, 1)).most


def test_advance_before_2023_is_not_known():
    """The procedure is known since 2023 alone."""
    with pytest.raises(NotInForceError):
        advance_on(catalogue.terms("de-th-fluechtlingskostenerstattung"), eur(1), D(2022, 12, 31))


def test_advance_in_words():
    """What is expected, the most, what is left, and the source."""
    found = advance_on(says("advance", "90"), eur("100"), START)
    assert [
        "zu erwarten: 100,00 €",
        "höchster Abschlag (90 %): 90,00 €",
        "bleibt bis zur Abrechnung: 10,00 €",
        "  Trial figures, invented for this test",
    ] == found.explain("de").splitlines()
    assert "most advance (90 %): €90.00" == found.explain().splitlines()[1]
    assert found.source == found.term.source


# -- social insurance ------------------------------------------------------------------------------


def test_personnel_cost_of_planning_coordinators():
    """20.175 % of 4,000 are 807: the cost is 4,807."""
    found = personnel_cost(
        catalogue.terms("de-th-planungskoordinatoren"), eur("4000"), D(2015, 11, 16)
    )
    assert (eur("807"), eur("4807")) == (found.insurance, found.total)
    assert "GFAW" in found.source


@pytest.mark.parametrize(
    ("insurance", "rounding"), [("0.20", Rounding.DOWN), ("0.21", Rounding.UP)]
)
def test_flat_rate_is_rounded_once(insurance: str, rounding: Rounding):
    """20.175 % of a euro are 20.175 cents."""
    by = says("employer_insurance", "20.175")
    assert eur(insurance) == personnel_cost(by, eur(1), START, rounding=rounding).insurance


def test_flat_rate_that_is_not_said():
    """No source says it: nothing is guessed."""
    with pytest.raises(NotStatedError, match="employer_insurance"):
        personnel_cost(silent(), eur(1), START)


def test_personnel_cost_in_words():
    """Pay, flat rate, sum and source."""
    found = personnel_cost(says("employer_insurance", "20"), eur("100"), START)
    assert [
        "Arbeitsentgelt: 100,00 €",
        "Sozialversicherung (20 %): 20,00 €",
        "zuwendungsfähige Ausgaben: 120,00 €",
        "  Trial figures, invented for this test",
    ] == found.explain("de").splitlines()
    assert "social insurance (20 %): €20.00" == found.explain().splitlines()[1]


# -- bad input -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "money"), [("no_money", Money(-1)), ("other_currency", Money(1, "CHF"))]
)
def test_amounts_are_euros_and_not_below_zero(code: str, money: Money):
    """Each function says where the wrong amount stands."""
    everything = silent(
        parameters=FrozenMap(
            {
                name: always("percent", "10")
                for name in ("first_tranche", "advance", "employer_insurance")
            }
        )
    )
    for compute, place in (
        (first_instalments, "/award"),
        (advance_on, "/expected"),
        (personnel_cost, "/gross"),
    ):
        with pytest.raises(InvalidValueError) as caught:
            compute(everything, money, START)
        assert [(code, place)] == problems(caught.value)


def test_nearly_all_money_there_can_be():
    """Very large amounts keep every cent."""
    most = eur("9" * 18 + ".99")
    found = first_instalments(says("first_tranche", "60"), most, START)
    assert most == found.first + found.rest


def test_pay_that_is_too_large_with_its_flat_rate():
    """A cost that no amount can hold is refused where it is computed."""
    with pytest.raises(InvalidValueError) as caught:
        personnel_cost(says("employer_insurance", "20"), eur("9" * 18), START)
    assert [("too_large", "/gross")] == problems(caught.value)
