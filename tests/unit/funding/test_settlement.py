"""Settlements: what is owed for what was really done, what goes back, and what lapses."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from tests.unit.funding.samples import (
    START,
    TWO_YEARS,
    D,
    always,
    application,
    codes,
    cost,
    deadline,
    eur,
    filled,
    grant,
    move,
    notice,
    post,
    problems,
    proof,
    rule,
    rule_of_cost,
    silent,
    strict,
    terms,
    town,
    yearly_rule,
)

from integrationsplan import Period
from integrationsplan.allocation import Programme
from integrationsplan.errors import (
    InvalidValueError,
    NotStatedError,
    UnknownNameError,
)
from integrationsplan.findings import Finding
from integrationsplan.funding import (
    ApplicantKind,
    Application,
    Carrier,
    CarrierReport,
    Claimed,
    CostCategory,
    DayCount,
    DeadlineAnchor,
    DeadlineKind,
    Demanded,
    EarmarkSense,
    FundingKind,
    Grant,
    GrantEarmark,
    InterestCharged,
    InterestPaid,
    Paid,
    PostVacated,
    ProofOfUse,
    Repaid,
    Returned,
    Settlement,
    Used,
    check_application,
    check_round,
    interest_on,
    merge_reports,
    recognise,
    review_use,
    settle,
)
from integrationsplan.funding._finding_kinds import FUNDING_FINDINGS
from integrationsplan.values import FrozenMap, Rounding

FULL, DEFICIT, SHARE = FundingKind.FULL, FundingKind.DEFICIT, FundingKind.COST_SHARE
EIGHTY = FrozenMap({"share": always("percent", "80")})


def settled(
    financing: FundingKind,
    done: ProofOfUse,
    life: Grant | None = None,
    asked: Application | None = None,
    by: Programme | None = None,
    **given: Any,
) -> Settlement:
    """Return the settlement of a grant of 128,000, or of another one."""
    return settle(
        terms(financing, **given),
        life or grant(),
        done,
        application=asked or application(),
        rule=by,
    )


def spent(*amounts: str | int, **given: Any) -> ProofOfUse:
    """Return a proof of costs."""
    costs = tuple(cost("abcdef"[number], amount) for number, amount in enumerate(amounts))
    return proof(costs=costs, **given)


# -- kinds of financing ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("10000", "8000"), ("10000.01", "8000"), ("10000.02", "8000.01"), ("0.01", "0")],
)
def test_share_of_the_cost(amount: str, expected: str):
    """80 % of the cost, whole cents, rounded down."""
    assert eur(expected) == settled(SHARE, spent(amount), parameters=EIGHTY).due


def test_deficit():
    """10,000 less 1,000 of income and 500 of own money are 8,500."""
    assert eur(8500) == settled(DEFICIT, spent(10000, income=eur(1000), own_money=eur(500))).due


def test_full_funding():
    """10,000 less 1,000 of income are 9,000; own money does not count."""
    assert eur(9000) == settled(FULL, spent(10000, income=eur(1000), own_money=eur(500))).due


def test_income_above_the_cost():
    """Who takes in more than it costs is owed nothing, and gives everything back."""
    life = grant(move(Paid, 100))
    found = settled(FULL, spent(1000, income=eur(1500)), life)
    assert (eur(-500), eur(0), eur(100), eur(128000)) == (
        found.due,
        found.owed,
        found.recovery,
        found.lapsed,
    )


def test_what_the_proof_does_not_say_is_taken_from_the_application():
    """Planned income and own money count where the proof says nothing of them."""
    asked = application(income=eur(30), own_money=eur(20))
    assert eur(50) == settled(DEFICIT, spent(100), asked=asked).due
    assert eur(70) == settled(FULL, spent(100), asked=asked).due
    assert eur(50) == settled(FULL, spent(100), asked=asked, by=rule_of_cost()).due


def test_nothing_is_something_that_a_proof_can_say():
    """Income and own money of zero are zero, whatever was planned."""
    asked = application(income=eur(30), own_money=eur(20))
    none = spent(100, income=eur(0), own_money=eur(0))
    assert eur(100) == settled(DEFICIT, none, asked=asked).due
    assert eur(100) == settled(FULL, none, asked=asked, by=rule_of_cost()).due


def test_no_more_than_is_granted():
    """A higher deficit is the recipient's own."""
    found = settled(FULL, spent(130000))
    assert (eur(130000), eur(128000), eur(0)) == (found.due, found.owed, found.lapsed)


# -- flat rates ------------------------------------------------------------------------------------


def test_flat_rates_above_the_real_cost():
    """128,000 for a post that cost 120,000: 8,000 too much, and they stay."""
    life = grant(filled(), move(Paid, 128000))
    found = settled(FundingKind.FIXED_SUM, spent(120000, posts=life.posts()), life, by=rule())
    assert (eur(8000), eur(0)) == (found.over_financing, found.recovery)
    (finding,) = found.findings
    assert ("over_financed", "8000.00") == (finding.code, finding.values["excess"])


def test_post_that_was_vacant():
    """22 of 24 months are 117,333.33; of 128,000 drawn 10,666.67 go back."""
    life = grant(
        filled(),
        PostVacated(id="v", on=D(2018, 7, 31), post="p1"),
        filled("again", D(2018, 10, 1)),
        move(Paid, 128000),
        move(Used, "117333.33", D(2019, 12, 31)),
    )
    found = settled(FundingKind.FIXED_SUM, proof(posts=life.posts()), life, by=rule())
    assert (eur("117333.33"), eur("10666.67"), eur("10666.67"), eur(0)) == (
        found.owed,
        found.recovery,
        found.lapsed,
        found.payable,
    )


def test_what_nobody_held_is_not_owed():
    """A proof without posts is one of no posts."""
    assert eur(0) == settled(FundingKind.FIXED_SUM, proof(), by=rule()).due


def test_first_tranche_and_the_rest():
    """60 % were paid first: 51,200 are still to be paid."""
    life = grant(filled(), move(Paid, 76800))
    found = settled(FundingKind.FIXED_SUM, proof(posts=life.posts()), life, by=rule())
    assert (eur(51200), eur(0)) == (found.payable, found.recovery)


def test_yearly_flat_rates():
    """A rule of yearly sums is paid for the two years of the proof."""
    found = settled(FundingKind.FIXED_SUM, proof(posts=(post(),)), by=yearly_rule())
    assert eur(128000) == found.due


def test_law_of_the_first_day():
    """The law is that of the first day granted, or of a day that is named."""
    early = settle(
        terms(),
        grant(),
        proof(posts=(post(),)),
        application=application(),
        rule=rule(),
        day=D(2017, 1, 1),
    )
    assert eur(128000) == early.due


# -- plan and earmarks -----------------------------------------------------------------------------


def test_rule_sees_no_more_than_is_recognised():
    """120 and 100 of 100 and 100 are 200 for the rule too."""
    life = grant(of=notice(plan=(cost("a", 100), cost("b", 100))))
    found = settled(FULL, spent(120, 100), life, by=rule_of_cost())
    assert (eur(200), eur(200)) == (found.recognition.total, found.due)


def test_plan_of_the_last_notice():
    """Without a plan all cost is recognised; with one, lines count."""
    life = grant(of=notice(plan=(cost("a", 100), cost("b", 100))))
    found = settled(FULL, spent("120.01", "79.99"), life)
    assert (eur("199.99"), ["line_exceeded"]) == (found.due, codes(found.findings))


def earmarked(sense: EarmarkSense, amount: str) -> list[str]:
    """Return the findings of 50 and 30 spent on two lines with an earmark."""
    earmark = GrantEarmark(id="e", title="x", amount=eur(amount), sense=sense, lines=("a", "b"))
    return codes(settled(FULL, spent(50, 30, 20), grant(of=notice(earmarks=(earmark,)))).findings)


@pytest.mark.parametrize(
    ("sense", "amount", "expected"),
    [
        (EarmarkSense.AT_LEAST, "80", []),
        (EarmarkSense.AT_LEAST, "80.01", ["earmark_missed"]),
        (EarmarkSense.AT_MOST, "80", []),
        (EarmarkSense.AT_MOST, "79.99", ["earmark_missed"]),
    ],
)
def test_earmarks(sense: EarmarkSense, amount: str, expected: list[str]):
    """A floor and a ceiling are kept at their very amount."""
    assert expected == earmarked(sense, amount)


# -- deadlines -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("submitted", "is_interim", "expected"),
    [
        (D(2020, 6, 30), False, []),
        (D(2020, 7, 1), False, ["proof_late"]),
        (D(2020, 7, 1), True, []),
    ],
)
def test_proof_in_time(submitted: dt.date, is_interim: bool, expected: list[str]):
    """Six months after the end are 30 June; an interim proof has another deadline."""
    found = settled(FULL, spent(1, submitted_on=submitted, is_interim=is_interim))
    assert expected == codes(found.findings)


# -- recovery --------------------------------------------------------------------------------------


def test_recovery_with_interest():
    """60,000 drawn, 50,000 owed: 10,000 go back, with 104.52 for June and July 2018."""
    life = grant(move(Paid, 60000), move(Used, 50000), of=notice(60000))
    found = settled(FULL, spent(50000), life)
    assert eur(10000) == found.recovery
    charged = interest_on(
        found.recovery,
        Period(D(2018, 6, 1), D(2018, 7, 31)),
        terms(),
        day_count=DayCount.ACTUAL_365,
        rounding=Rounding.HALF_UP,
    ).total
    on = D(2018, 8, 1)
    life = life.record(
        *found.events(on, id="final", pay_by=D(2018, 9, 1)), move(InterestCharged, charged, on)
    )
    assert {"lapsed", "held", "recoverable", "open_demand", "open_interest"} == set(
        life.ledger().residues
    )
    life = life.record(move(Repaid, 10000, D(2018, 9, 1)), move(InterestPaid, "104.52", on))
    assert life.ledger().is_closed
    assert {"lapsed": eur(10000)} == life.ledger().residues


def test_demanded_before():
    """Of 20 to be recovered, 5 were demanded before: 15 are demanded now."""
    life = grant(move(Paid, 100), move(Demanded, 5))
    found = settled(FULL, spent(80), life)
    settling, demand = found.events(D(2020, 7, 1), id="final", pay_by=D(2020, 8, 1))
    assert ("settled", "demanded", eur(15), D(2020, 8, 1)) == (
        settling.kind,
        demand.kind,
        demand.amount,
        demand.pay_by,
    )
    assert eur(20) == life.record(settling, demand).ledger().open_demand


def test_demanded_too_much_before():
    """Of 50 demanded, only 20 are to be recovered: 30 are withdrawn before the notice."""
    life = grant(move(Paid, 100), move(Demanded, 50))
    found = settled(FULL, spent(80), life)
    events = found.events(D(2020, 7, 1), id="final")
    assert ["waived", "settled"] == [event.kind for event in events]
    assert eur(20) == life.record(*events).ledger().open_demand


def test_nothing_to_demand():
    """Where nothing goes back, there is the notice alone."""
    found = settled(FULL, spent(80), grant(move(Paid, 80)))
    (event,) = found.events(D(2020, 7, 1), id="final")
    assert ("final-settled", eur(80), "v1") == (event.id, event.owed, event.proof)


def test_given_back_before_the_settlement():
    """What was given back is not recovered again."""
    life = grant(move(Paid, 100), move(Returned, 20))
    assert eur(0) == settled(FULL, spent(80), life).recovery


# -- what cannot be settled ------------------------------------------------------------------------


def test_proof_of_another_grant():
    """A proof belongs to its grant."""
    with pytest.raises(InvalidValueError) as caught:
        settled(FULL, proof(grant="g2"))
    assert [("proof_of_another_grant", "/grant")] == problems(caught.value)


def test_fixed_sum_without_rule():
    """Fixed sums are computed by a rule."""
    with pytest.raises(InvalidValueError) as caught:
        settled(FundingKind.FIXED_SUM, proof())
    assert [("needs_rule", "/rule")] == problems(caught.value)


def test_share_that_nobody_says():
    """A share that no source says is asked for by name."""
    with pytest.raises(NotStatedError, match="share"):
        settled(SHARE, spent(1))


def test_financing_that_nobody_says():
    """Without a kind of financing there is no amount, but by a rule."""
    with pytest.raises(NotStatedError, match="financing"):
        settle(silent(None), grant(), spent(1), application=application())
    by_rule = settle(
        silent(None), grant(), spent(1), application=application(), rule=rule_of_cost()
    )
    assert eur(1) == by_rule.due


def test_nothing_granted():
    """What is not granted cannot be settled."""
    with pytest.raises(UnknownNameError):
        settled(FULL, proof(), Grant(id="g1", programme="p", recipient=town()))


def test_yearly_rule_of_broken_years():
    """A rule of yearly sums cannot settle a year and a half."""
    with pytest.raises(InvalidValueError) as caught:
        settled(
            FundingKind.FIXED_SUM,
            proof(period=Period.of_months(START, 18), posts=(post(),)),
            by=yearly_rule(),
        )
    assert [("broken_years", "/period")] == problems(caught.value)


def test_proof_of_nothing():
    """Who spent nothing is owed nothing."""
    found = settled(FULL, proof(), grant(move(Paid, 10)))
    assert (eur(0), eur(10), ()) == (found.owed, found.recovery, found.findings)


# -- attacks ---------------------------------------------------------------------------------------


def test_ten_thousand_costs():
    """As many costs as a proof may have are settled by a rule too."""
    costs = tuple(cost(f"c{number}", "0.01") for number in range(10_000))
    found = settled(FULL, proof(costs=costs), by=rule_of_cost())
    assert eur(100) == found.due


def test_nearly_all_money_there_can_be():
    """Very large amounts are settled like others."""
    most = "9" * 18
    life = grant(move(Paid, most), of=notice(most))
    found = settled(FULL, spent(1), life)
    assert eur("9" * 17 + "8") == found.recovery


def test_until_the_year_9999():
    """A grant that ends with the calendar has no deadline after it."""
    whole = Period(START, dt.date.max)
    found = settled(FULL, spent(1, submitted_on=dt.date.max), grant(of=notice(period=whole)))
    assert () == found.findings


# -- in words --------------------------------------------------------------------------------------


def test_explained_in_both_languages():
    """Every sum has a line, every finding one with its source, and the award its steps."""
    life = grant(filled(), move(Paid, 128000))
    done = spent(1, posts=life.posts(), submitted_on=D(2021, 1, 1))
    found = settled(FundingKind.FIXED_SUM, done, life, by=rule())
    lines = found.explain("de").splitlines()
    assert "bewilligt: 128.000,00 €" == lines[0]
    assert 2 == len([line for line in lines if line.startswith("! ")])
    assert [] == [text for text in (found.explain(), found.explain("de")) if "{" in text]
    assert len(lines) > 12


# -- nothing is left out ---------------------------------------------------------------------------


def _claimed_late() -> Iterable[Finding]:
    late = deadline("c", DeadlineKind.CLAIM, after=DeadlineAnchor.QUARTER_END, months=1)
    life = grant(move(Claimed, 1, D(2019, 1, 1), covers=Period(START, START)))
    return review_use(silent(deadlines=(late,)), life, D(2020, 1, 1))


def _reported() -> Iterable[Finding]:
    carriers = tuple(Carrier(id=id, name=id) for id in ("awo", "drk", "diakonie"))
    reports = [
        CarrierReport(carrier="awo", submitted_on=START, period=TWO_YEARS, posts=("p1",)),
        CarrierReport(
            carrier="drk",
            submitted_on=START,
            period=TWO_YEARS,
            posts=("p1",),
            indicators=FrozenMap({"talks": 1}),
        ),
    ]
    asked = application(carriers=carriers, posts=(post("p1"), post("p2")))
    return merge_reports(asked, reports, id="r", grant="g1", period=TWO_YEARS)[1]


def _applied() -> Iterable[Finding]:
    wrong: list[dict[str, Any]] = [
        {"received_on": D(2018, 3, 1), "started_on": START},
        {"applicant": town(framework="1000", applicant=ApplicantKind.STATE)},
        {"applicant": town(framework=None)},
        {"carriers": (Carrier(id="awo", name="AWO"),), "cooperates_with": ()},
        {"posts": (post("a", "0.1", qualification="x", start=D(2017, 12, 31)),)},
        {"posts": (post("a", "11", qualification=None, holder="h"),)},
        {"costs": (cost("a", 1, category=CostCategory.INVESTMENT),)},
        {"period": Period.of_months(START, 72)},
    ]
    for given in wrong:
        yield from check_application(strict(), application(**given))
    yield from check_round([application(id="a1"), application(id="a2")])


def _spent() -> Iterable[Finding]:
    plan = (cost("a", 10), cost("b", 10))
    deviation = terms().value("deviation", START)
    yield from recognise(plan, (cost("a", 13), cost("b", 10), cost("c", 1)), deviation).findings
    life = grant(move(Paid, 10), move(Used, 5, D(2018, 3, 2)))
    yield from review_use(terms(), life, D(2019, 1, 1))


def _settled() -> Iterable[Finding]:
    earmark = GrantEarmark(
        id="e", title="x", amount=eur(9), sense=EarmarkSense.AT_LEAST, lines=("a",)
    )
    done = spent(1, posts=(post(),), submitted_on=D(2021, 1, 1))
    life = grant(of=notice(earmarks=(earmark,)))
    return settled(FundingKind.FIXED_SUM, done, life, by=rule()).findings


EVERYTHING: tuple[Callable[[], Iterable[Finding]], ...] = (
    _applied,
    _claimed_late,
    _reported,
    _settled,
    _spent,
)


def test_every_kind_of_finding_is_found():
    """No kind is declared that nothing ever finds; each says its sentence in both languages."""
    found = [finding for find in EVERYTHING for finding in find()]
    never = {kind.code for kind in FUNDING_FINDINGS} - {finding.code for finding in found}
    assert set() == never
    assert [] == [each for each in found if "{" in each.format("de") + each.format("en")]
