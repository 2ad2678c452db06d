"""Budgets: wholes and parts that add up, and rests that follow from the others."""

import datetime as dt

import pytest
from tests.unit.funding.samples import grant, move, notice

from integrationsplan.errors import InvalidValueError, NotStatedError, UnknownNameError
from integrationsplan.funding import (
    Demanded,
    FundingProgramme,
    Paid,
    Repaid,
    Settled,
    Used,
    budget_use,
)
from integrationsplan.funding._budget import budget_problems, known_amounts
from integrationsplan.funding._parts import BudgetLine
from integrationsplan.values import Bilingual, Citation, FrozenMap, Money, Period

PACT = (
    ("pact", 320, None),
    ("burden", 180, "pact"),
    ("measures", 140, "pact"),
    ("managers", 116, "measures"),
    ("others", None, "measures"),
    ("managers-2017", 58, "managers"),
    ("managers-2018", None, "managers"),
)
"""Millions of a real agreement, with two rests left out."""


def lines(*given: tuple[str, int | str | None, str | None]) -> tuple[BudgetLine, ...]:
    """Make budget lines of id, amount and whole."""
    return tuple(
        BudgetLine(
            id=name,
            title=Bilingual(de=f"Posten {name}", en=f"line {name}"),
            amount=None if amount is None else Money.of(amount),
            part_of=whole,
            citation="act",
        )
        for name, amount, whole in given
    )


def amounts(*given: tuple[str, int | str | None, str | None]) -> dict[str, str]:
    """Return the amounts that are known, as text."""
    return {name: money.to_text() for name, money in known_amounts(lines(*given)).items()}


def problems(*given: tuple[str, int | str | None, str | None]) -> list[tuple[str, str]]:
    """Return codes and places of what is wrong with the lines together."""
    return [(problem.code, problem.pointer) for problem in budget_problems(lines(*given))]


def programme(*given: tuple[str, int | str | None, str | None]) -> FundingProgramme:
    """Make a programme with budget lines."""
    return FundingProgramme(
        id="trial",
        title=Bilingual(de="Probe", en="trial"),
        jurisdiction="de",
        period=Period(None, None),
        reviewed_on=dt.date(2026, 1, 1),
        budget=lines(*given),
        citations=FrozenMap({"act": Citation(title="Act")}),
    )


def test_rests_follow_from_their_wholes():
    """Of 140, 116 are said, and of 116, 58: the others are 24 and 58."""
    found = amounts(*PACT)
    assert ("24.00", "58.00") == (found["others"], found["managers-2018"])


def test_lines_of_the_pact_add_up():
    """320 are 180 and 140, and so on down."""
    assert [] == problems(*PACT)


def test_whole_is_the_sum_of_its_parts():
    """A whole without amount is what its parts add up to, through every level."""
    found = amounts(
        ("a", None, None), ("b", None, "a"), ("c", 1, "b"), ("d", 2, "b"), ("e", 4, "a")
    )
    assert ("7.00", "3.00") == (found["a"], found["b"])


def test_order_of_lines_does_not_matter():
    """Parts may stand above their whole."""
    assert amounts(*PACT) == amounts(*PACT[::-1])


def test_chain_of_rests_is_worked_out():
    """A rest of a rest needs the one above it first, whatever their order."""
    given = [("top", 100, None), ("x", 60, "top"), ("rest", None, "top"), ("y", 30, "rest")]
    assert "10.00" == amounts(("z", None, "rest"), *given)["z"]


def test_two_unknown_parts_stay_unknown():
    """What is left is known together, not each."""
    found = amounts(("a", 10, None), ("b", None, "a"), ("c", None, "a"))
    assert {"a": "10.00"} == found


def test_whole_with_an_unknown_part_stays_unknown():
    """Two of three parts make no sum."""
    assert {"c": "1.00"} == amounts(("a", None, None), ("b", None, "a"), ("c", 1, "a"))


def test_rest_may_be_nothing():
    """Nothing left is an amount, and no problem."""
    given = (("a", 10, None), ("b", 10, "a"), ("c", None, "a"))
    assert "0.00" == amounts(*given)["c"]
    assert [] == problems(*given)


def test_no_lines_are_no_budget():
    """An empty budget is sound."""
    assert {} == amounts()
    assert [] == problems()


@pytest.mark.parametrize("part", [59, 57])
def test_parts_that_miss_their_whole_are_told(part: int):
    """The problem is told at the whole, with both sums."""
    found = list(budget_problems(lines(("a", 116, None), ("b", 58, "a"), ("c", part, "a"))))
    assert [("lines_do_not_add_up", "/budget/0")] == [(p.code, p.pointer) for p in found]
    assert f"parts of €{58 + part}.00 in all" == found[0].found("en")
    assert "die 116,00 € des Postens" == found[0].allowed("de")


def test_a_cent_is_enough():
    """Sums are exact."""
    assert [("lines_do_not_add_up", "/budget/0")] == problems(
        ("a", "0.30", None), ("b", "0.10", "a"), ("c", "0.21", "a")
    )


def test_known_parts_above_their_whole_are_told():
    """Two unknown parts cannot make up for too much."""
    given = (("a", 10, None), ("b", 11, "a"), ("c", None, "a"), ("d", None, "a"))
    assert [("lines_do_not_add_up", "/budget/0")] == problems(*given)


def test_known_parts_below_their_whole_are_sound():
    """The unknown ones have the rest."""
    given = (("a", 10, None), ("b", 9, "a"), ("c", None, "a"), ("d", None, "a"))
    assert [] == problems(*given)


def test_rest_below_nothing_is_told_at_the_rest():
    """A part above its whole leaves less than nothing."""
    assert [("no_money", "/budget/2")] == problems(
        ("a", 10, None), ("b", 11, "a"), ("c", None, "a")
    )


def test_amount_below_nothing_is_told():
    """A line sets money aside, it takes none."""
    with pytest.raises(InvalidValueError) as caught:
        lines(("a", -1, None))
    assert [("no_money", "/amount")] == [(p.code, p.pointer) for p in caught.value.problems]


def test_part_of_no_line_is_told():
    """The whole has to be a line of the same budget."""
    assert [("unknown_line", "/budget/1/part_of")] == problems(("a", 1, None), ("b", 1, "c"))


@pytest.mark.parametrize(
    ("places", "given"),
    [
        ([0], [("a", 1, "a")]),
        ([0, 1], [("a", 1, "b"), ("b", 1, "a")]),
        ([0, 1, 2], [("a", None, "b"), ("b", None, "c"), ("c", None, "a")]),
        ([0, 1], [("a", 1, "b"), ("b", 1, "b")]),
    ],
)
def test_circle_is_told_at_each_line_that_leads_into_it(
    places: list[int], given: list[tuple[str, int | None, str]]
):
    """A line that is a part of itself has no whole, and nothing is added up."""
    expected = [("lines_in_circle", f"/budget/{place}/part_of") for place in places]
    assert expected == problems(*given)


def test_other_currency_is_told():
    """Lines in two currencies do not add up, so that a line has euros."""
    with pytest.raises(InvalidValueError) as caught:
        BudgetLine(
            id="b",
            title=Bilingual(de="Posten", en="line"),
            amount=Money.of(1, "CHF"),
            citation="act",
        )
    assert [("other_currency", "/amount")] == [(p.code, p.pointer) for p in caught.value.problems]


def test_everything_is_told_at_once():
    """A line that does not exist and a circle, in the order of the lines."""
    given = (("a", 1, "x"), ("b", 1, "b"), ("c", 1, "y"))
    assert ["unknown_line", "lines_in_circle", "unknown_line"] == [c for c, _ in problems(*given)]


def test_programme_refuses_what_its_budget_does():
    """The budget is checked with the programme, at the same places."""
    with pytest.raises(InvalidValueError) as caught:
        programme(("a", 3, None), ("b", 1, "a"), ("c", 1, "a"))
    assert [("lines_do_not_add_up", "/budget/0")] == [
        (p.code, p.pointer) for p in caught.value.problems
    ]


def test_programme_refuses_a_line_that_stands_twice():
    """Sums of lines that share an id are not told beside it."""
    with pytest.raises(InvalidValueError) as caught:
        programme(("a", 3, None), ("b", 1, "a"), ("b", 1, "a"))
    assert [("repeated_id", "/budget/2/id")] == [(p.code, p.pointer) for p in caught.value.problems]


def test_programme_gives_the_amount_of_a_rest():
    """Who asks for a line gets what is left of its whole."""
    assert Money.of(24) == programme(*PACT).amount("others")


def test_programme_says_that_an_amount_is_not_stated():
    """An unknown amount is an error that names the line, never zero."""
    with pytest.raises(NotStatedError) as caught:
        programme(("a", 10, None), ("b", None, "a"), ("c", None, "a")).amount("c")
    assert ("trial", "c") == (caught.value.key, caught.value.name)
    assert "line c" in caught.value.text("en")
    assert "Posten c" in caught.value.text("de")


def test_programme_says_that_a_line_does_not_exist():
    """A wrong id is another error, with what resembles it."""
    with pytest.raises(UnknownNameError) as caught:
        programme(("managers", 1, None)).amount("manager")
    assert ("managers",) == caught.value.close


# -- what grants have taken ------------------------------------------------------------------------


def test_budget_of_two_grants():
    """Of 300, 100 and 50 are granted, 60 drawn, 20 used; 150 are free."""
    lives = [
        grant(move(Paid, 60), move(Used, 20), of=notice(100)),
        grant(of=notice(50)),
    ]
    found = budget_use(Money.of(300), lives)
    assert (Money.of(150), Money.of(60), Money.of(20)) == (found.granted, found.drawn, found.used)
    assert (Money.of(150), Money.of(150), False) == (found.bound, found.free, found.is_exceeded)


def test_what_lapsed_is_free_again():
    """Of 100 granted, 80 are owed: 20 of 100 may be granted again."""
    owed = Settled(id="s", on=dt.date(2020, 7, 1), owed=Money.of(80))
    found = budget_use(Money.of(100), [grant(move(Paid, 80), owed, of=notice(100))])
    assert (Money.of(20), Money.of(80), Money.of(20)) == (found.lapsed, found.bound, found.free)


def test_what_is_to_be_recovered_is_not_free():
    """What was drawn beyond what is owed is bound until it comes back."""
    day = dt.date(2020, 7, 1)
    life = grant(
        move(Paid, 100),
        Settled(id="s", on=day, owed=Money.of(80)),
        move(Demanded, 20, day),
        of=notice(100),
    )
    assert Money.of(0) == budget_use(Money.of(100), [life]).free
    assert Money.of(20) == budget_use(Money.of(100), [life.record(move(Repaid, 20, day))]).free


def test_recovery_of_one_grant_pays_no_other():
    """20 that one grant has to pay back are bound beside the 50 of another: 150 in all."""
    owed = Settled(id="s", on=dt.date(2020, 7, 1), owed=Money.of(80))
    lives = [grant(move(Paid, 100), owed, of=notice(100)), grant(of=notice(50))]
    assert Money.of(150) == budget_use(Money.of(200), lives).bound


def test_budget_that_is_exceeded():
    """The last cent of a budget may be granted, and no cent more."""
    assert not budget_use(Money.of(100), [grant(of=notice(100))]).is_exceeded
    found = budget_use(Money.of(100), [grant(of=notice("100.01"))])
    assert (Money.of("-0.01"), True) == (found.free, found.is_exceeded)


def test_budget_on_a_day():
    """What is granted later is not taken yet."""
    life = grant(of=notice(100))
    assert Money.of(100) == budget_use(Money.of(100), [life], dt.date(2017, 12, 31)).free
    assert Money.of(0) == budget_use(Money.of(100), [life], dt.date(2018, 1, 1)).free


def test_budget_without_grants():
    """Where nothing is granted, all of it is free."""
    assert Money.of(100) == budget_use(Money.of(100), []).free


def test_budget_in_words():
    """Each sum has a line in both languages."""
    found = budget_use(Money.of(300), [grant(move(Paid, 60), of=notice(100))])
    assert ["Haushaltsansatz: 300,00 €", "bewilligt: 100,00 €"] == found.format("de").split("\n")[
        :2
    ]
    assert "free: €200.00" == found.format().split("\n")[-1]
