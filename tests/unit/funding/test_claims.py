"""Claims: what is due against what was advanced, quarter by quarter, and what is lost."""

import datetime as dt
from typing import Any

import pytest
from tests.unit.funding.samples import (
    START,
    D,
    codes,
    deadline,
    eur,
    grant,
    move,
    notice,
    problems,
    silent,
    terms,
)

from integrationsplan import Money, Period, catalogue
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.funding import (
    ClaimDue,
    Claimed,
    ClaimSettlement,
    Deadline,
    DeadlineAnchor,
    DeadlineKind,
    Grant,
    Participant,
    Terms,
    review_use,
    settle_claim,
)

YEAR = Period.of_year(2018)
LATER = D(2030, 1, 1)


def rule(**form: Any) -> Deadline:
    """Return a deadline for claims."""
    return deadline("claim", DeadlineKind.CLAIM, **form)


TWELVE_MONTHS = silent(deadlines=(rule(after=DeadlineAnchor.QUARTER_END, months=12),))


def quarter(number: int, year: int = 2018) -> Period:
    """Return a quarter of a year."""
    return Period.of_months(D(year, 3 * number - 2, 1), 3)


def due(number: int, amount: str | int = 100) -> ClaimDue:
    """Return what is due for a quarter."""
    return ClaimDue(period=quarter(number), amount=eur(amount))


def claimed(on: dt.date, covers: Period | None = YEAR) -> Claimed:
    """Return a claim of a day."""
    found: Claimed = move(Claimed, 400, on, covers=covers)
    return found


def settled(
    on: dt.date, *dues: ClaimDue, advanced: str = "0", by: Terms = TWELVE_MONTHS
) -> ClaimSettlement:
    """Return what a claim for the year 2018 leads to."""
    claim = claimed(on)
    return settle_claim(by, grant(claim), claim, dues, advanced=eur(advanced))


def late(on: dt.date, *deadlines: Deadline, covers: Period | None = None) -> list[tuple[str, str]]:
    """Return code and deadline of what is found about a claim."""
    life = grant(claimed(on, covers))
    found = review_use(silent(deadlines=deadlines), life, LATER)
    return [(each.code, each.values["deadline"]) for each in found]


# -- due, advanced, rest ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rest", "over", "advanced"),
    [("10", "0", "90"), ("100", "0", "0"), ("0", "0", "100"), ("0", "5", "105")],
)
def test_rest_after_the_advance(rest: str, over: str, advanced: str):
    """What is due, less what was advanced, is paid; what was advanced beyond it is named."""
    found = settled(D(2018, 4, 15), due(1), advanced=advanced)
    assert (eur(100), eur(rest), eur(over)) == (found.due, found.rest, found.over)


def test_advance_above_what_is_due_is_told():
    """The finding has all three sums, and rests on the notice."""
    found = settled(D(2018, 4, 15), due(1), advanced="105")
    (finding,) = found.findings
    assert ("advance_above_due", "105.00", "100.00", "5.00") == (
        finding.code,
        *(finding.values[name] for name in ("advanced", "due", "over")),
    )
    assert "notice" in (finding.source or "")


def test_in_time_on_the_last_day():
    """Twelve months after a quarter that ends on 31 March is 31 March."""
    assert eur(0) == settled(D(2019, 3, 31), due(1)).lost
    assert eur(100) == settled(D(2019, 4, 1), due(1)).lost


def test_a_year_is_lost_quarter_by_quarter():
    """Claimed on 1 August of the next year, two quarters are lost and two are due."""
    found = settled(D(2019, 8, 1), *(due(number, 10**number) for number in (4, 2, 3, 1)))
    assert [True, True, False, False] == [part.is_lost for part in found.parts]
    assert (eur(110), eur(11000)) == (found.lost, found.due)
    assert [("claim_part_late", "2018-01-01"), ("claim_part_late", "2018-04-01")] == [
        (each.code, each.values["start"]) for each in found.findings
    ]


def test_a_claim_that_is_wholly_lost():
    """It is told once, with the last of its deadlines; nothing is due, and advances go back."""
    found = settled(D(2020, 1, 1), due(1), due(4), advanced="90")
    assert ["claim_late", "advance_above_due"] == codes(found.findings)
    assert "2019-12-31" == found.findings[0].values["deadline"]
    assert (eur(0), eur(90)) == (found.due, found.over)


def test_several_amounts_for_one_quarter():
    """Housing and care of one quarter are two amounts, and lost together."""
    found = settled(D(2019, 8, 1), due(1, 5), due(1, 7), due(4))
    assert ["claim_part_late"] == codes(found.findings)
    assert (eur(12), eur(100)) == (found.lost, found.due)


def test_no_source_says_a_day():
    """Then nothing is lost, however late it is."""
    found = settled(LATER, due(1), by=silent())
    assert (eur(100), ()) == (found.due, found.findings)
    assert None is found.parts[0].last


def test_part_of_a_quarter():
    """A claim for a month has the last day of its quarter."""
    month = ClaimDue(period=Period.of_months(D(2018, 2, 1), 1), amount=eur(1))
    assert D(2019, 3, 31) == settled(START, month).parts[0].last


def test_nothing_is_due():
    """A claim for nothing has sums of nothing."""
    found = settled(START)
    assert (eur(0), eur(0), ()) == (found.due, found.rest, found.findings)


def test_claim_for_refugees_of_thueringen():
    """The first quarter of 2023 may be claimed until 31 March 2024."""
    by = catalogue.terms("de-th-fluechtlingskostenerstattung")
    life = Grant(id="g", programme=by.programme.id, recipient=Participant(key="Erfurt")).record(
        notice("900000", on=D(2023, 1, 2), period=Period.of_year(2023))
    )
    first = ClaimDue(period=quarter(1, 2023), amount=eur("74940.00"))
    for day, rest in ((D(2024, 3, 31), "7494.00"), (D(2024, 4, 1), "0")):
        claim = claimed(day, first.period)
        found = settle_claim(by, life, claim, [first], advanced=eur("67446.00"))
        assert eur(rest) == found.rest


def test_explained_in_both_languages():
    """Each part has its last day; the sums and each source follow once."""
    found = settled(D(2019, 8, 1), due(1), due(4), advanced="30")
    assert [
        "01.01.2018-31.03.2018: 100,00 €, erloschen, letzter Tag war der 31.03.2019",
        "01.10.2018-31.12.2018: 100,00 €, rechtzeitig, letzter Tag ist der 31.12.2019",
        "zustehend: 100,00 €",
        "als Abschlag gezahlt: 30,00 €",
        "noch auszuzahlen: 70,00 €",
        "zu viel gezahlt: 0,00 €",
        "  Trial figures, invented for this test",
    ] == found.explain("de").splitlines()
    english = found.explain().splitlines()
    assert "2018-01-01-2018-03-31: €100.00, lost, the last day was 2019-03-31" == english[0]
    assert (
        "2018-01-01-2018-03-31: €100.00"
        == settled(START, due(1), by=silent()).explain().split("\n")[0]
    )


# -- which deadline counts -------------------------------------------------------------------------


def test_claims_by_a_named_day():
    """A day that is named holds for the whole grant, with and without a time of the claim."""
    named = rule(on=D(2019, 6, 30))
    for covers in (None, quarter(1)):
        assert [] == late(D(2019, 6, 30), named, covers=covers)
        assert [("claim_late", "2019-06-30")] == late(D(2019, 7, 1), named, covers=covers)


def test_of_several_named_days_any_will_do():
    """Rounds of a year: who misses the first comes with the next."""
    rounds = (
        deadline("spring", DeadlineKind.CLAIM, month=3, day=1),
        deadline("autumn", DeadlineKind.CLAIM, month=9, day=1),
    )
    assert [] == late(D(2018, 3, 2), *rounds, covers=quarter(1))
    assert [("claim_late", "2018-09-01")] == late(D(2018, 9, 2), *rounds, covers=quarter(1))


def test_yearly_day_is_that_of_the_year():
    """Money of 2018 is claimed by 30 November 2018; without a year the last one counts."""
    yearly = rule(month=11, day=30)
    assert [("claim_late", "2018-11-30")] == late(D(2018, 12, 1), yearly, covers=quarter(4))
    assert [] == late(D(2018, 12, 1), yearly)
    assert [("claim_late", "2019-11-30")] == late(D(2019, 12, 1), yearly)


def test_claims_after_the_end_of_the_grant():
    """Three months after the end hold for each claim; an earlier day for a quarter stays."""
    end = deadline("end", DeadlineKind.CLAIM, after=DeadlineAnchor.PERIOD_END, months=3)
    assert [("claim_late", "2020-03-31")] == late(D(2020, 4, 1), end)
    both = (end, rule(after=DeadlineAnchor.QUARTER_END, months=12))
    assert [("claim_late", "2019-03-31")] == late(D(2019, 4, 1), *both, covers=quarter(1))
    fourth = quarter(4, 2019)
    assert [("claim_late", "2020-03-31")] == late(D(2020, 4, 1), *both, covers=fourth)
    assert [("claim_late", "2020-03-31")] == late(D(2020, 4, 1), *both)


def test_claim_without_a_time():
    """It may be for the last quarter: it is late only when that would be so."""
    twelve = rule(after=DeadlineAnchor.QUARTER_END, months=12)
    for covers in (None, Period(START, None)):
        assert [] == late(D(2020, 12, 31), twelve, covers=covers)
        assert [("claim_late", "2020-12-31")] == late(D(2021, 1, 1), twelve, covers=covers)


def test_claim_without_a_time_under_changing_law():
    """The most generous law counts, and none if one of the times has no deadline at all."""
    old = deadline(
        "old",
        DeadlineKind.CLAIM,
        after=DeadlineAnchor.QUARTER_END,
        years=5,
        period=Period(None, D(2018, 12, 31)),
    )
    new = deadline(
        "new",
        DeadlineKind.CLAIM,
        after=DeadlineAnchor.QUARTER_END,
        months=1,
        period=Period(D(2019, 1, 1), None),
    )
    assert [("claim_late", "2023-12-31")] == late(D(2024, 1, 1), old, new)
    assert [] == late(D(2023, 12, 31), old, new)
    assert [] == late(D(2029, 1, 1), new)


def test_what_counts_from_payments_says_nothing_of_claims():
    """A claim is not late by a day that is counted from a payment."""
    paid = rule(after=DeadlineAnchor.PAYMENT, days=1)
    assert [] == late(D(2029, 1, 1), paid)


def test_time_outside_the_grant():
    """Of what is not granted no deadline is known."""
    twelve = rule(after=DeadlineAnchor.QUARTER_END, months=12)
    assert [] == late(D(2029, 1, 1), twelve, covers=Period.of_year(2015))
    two = Period(D(2017, 10, 1), D(2018, 3, 31))
    assert [("claim_part_late", "2019-03-31")] == late(D(2029, 1, 1), twelve, covers=two)


def test_claims_after_the_day_are_not_looked_at():
    """What happens later is not known yet."""
    life = grant(claimed(D(2029, 1, 1)))
    assert () == review_use(TWELVE_MONTHS, life, D(2028, 12, 31))


def test_very_many_claims():
    """Thousands of claims, with and without a time, are looked at in seconds."""
    lives = [
        move(Claimed, 1, D(2029, 1, 1), id=f"c{number}", covers=covers)
        for number, covers in enumerate([YEAR, None] * 2_000)
    ]
    found = review_use(TWELVE_MONTHS, grant(*lives), LATER)
    assert 4_000 == len(found)


# -- bad input -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (("several_quarters", "/period"), {"period": Period(D(2018, 3, 31), D(2018, 4, 1))}),
        (("several_quarters", "/period"), {"period": Period(D(2018, 1, 1), D(2019, 1, 1))}),
        (("open_period", "/period"), {"period": Period(START, None)}),
        (("no_money", "/amount"), {"amount": Money(-1)}),
        (("other_currency", "/amount"), {"amount": Money(1, "CHF")}),
    ],
)
def test_due_that_cannot_be(wanted: tuple[str, str], given: dict[str, Any]):
    """An amount is in euros and not below zero, its time within one quarter."""
    with pytest.raises(InvalidValueError) as caught:
        ClaimDue(**{"period": quarter(1), "amount": eur(1), **given})
    assert [wanted] == problems(caught.value)


def test_all_problems_are_told_at_once():
    """Times that the claim does not cover, with their places, and the advance."""
    claim = claimed(START, quarter(1))
    with pytest.raises(InvalidValueError) as caught:
        settle_claim(terms(), grant(claim), claim, [due(2), due(1), due(3)], advanced=Money(-1))
    assert [
        ("no_money", "/advanced"),
        ("not_covered", "/dues/0/period"),
        ("not_covered", "/dues/2/period"),
    ] == problems(caught.value)


def test_more_than_money_can_be():
    """Amounts that add up to more than there can be are refused."""
    most = "9" * 18
    with pytest.raises(InvalidValueError) as caught:
        settled(START, due(1, most), due(2, most))
    assert [("too_large", "/dues")] == problems(caught.value)


def test_nothing_granted():
    """A claim of what was never granted cannot be settled."""
    nothing = Grant(id="g", programme="trial", recipient=Participant(key="x"))
    with pytest.raises(UnknownNameError):
        settle_claim(TWELVE_MONTHS, nothing, claimed(START), [due(1)])
