"""Settlements: what is owed for what was really done, what goes back, and what lapses."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from tests.unit.funding.samples import (
    CITATION,
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
    said,
    silent,
    strict,
    terms,
    town,
    yearly_rule,
)

from integrationsplan import Period, catalogue, evolve
from integrationsplan.allocation import Programme
from integrationsplan.errors import (
    InvalidValueError,
    NotStatedError,
    UnknownNameError,
)
from integrationsplan.findings import Finding
from integrationsplan.funding import (
    Amended,
    AmendmentReason,
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
    Duty,
    DutyKind,
    EarmarkSense,
    EligibleCost,
    FundingKind,
    Grant,
    GrantEarmark,
    InterestCharged,
    InterestPaid,
    Paid,
    PayInterrupted,
    PostVacated,
    ProofOfUse,
    Repaid,
    ReportSubmitted,
    Returned,
    Settlement,
    Used,
    check_application,
    check_extension,
    check_round,
    interest_on,
    merge_reports,
    recognise,
    review_reports,
    review_use,
    settle,
    settle_claim,
)
from integrationsplan.funding._finding_kinds import FUNDING_FINDINGS
from integrationsplan.parameters import Parameter, ParameterValue
from integrationsplan.values import AGS, Basis, FrozenMap, Rounding

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
    assert (eur(0), eur(0), eur(100), eur(128000)) == (
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


# -- only what may be funded -----------------------------------------------------------------------

NO_TRAVEL = EligibleCost(
    category=CostCategory.TRAVEL, is_eligible=False, citation=CITATION, locator="no. 5"
)


def test_what_is_not_eligible_is_not_owed():
    """Of 1,000 of travel and 500 of pay, 80 % of the 500 are owed; the source is told."""
    costs = (cost("trip", 1000, category=CostCategory.TRAVEL), cost("pay", 500))
    found = settled(SHARE, proof(costs=costs), parameters=EIGHTY, costs=(NO_TRAVEL,))
    assert (eur(400), eur(500)) == (found.owed, found.recognition.total)
    (finding,) = found.findings
    assert ("cost_not_eligible", "trip") == (finding.code, finding.subject)
    assert "no. 5" in (finding.source or "")


def test_rule_does_not_see_what_is_not_eligible():
    """A rule of the cost pays 500 of the same costs."""
    costs = (cost("trip", 1000, category=CostCategory.TRAVEL), cost("pay", 500))
    assert eur(500) == settled(FULL, proof(costs=costs), by=rule_of_cost(), costs=(NO_TRAVEL,)).due


def test_own_money_paid_what_is_not_eligible():
    """20 of travel were paid by the 20 of own money: the deficit of 80 is owed."""
    costs = (cost("trip", 20, category=CostCategory.TRAVEL), cost("pay", 80))
    done = proof(costs=costs, own_money=eur(20))
    assert eur(80) == settled(DEFICIT, done, costs=(NO_TRAVEL,)).due


def test_own_money_paid_what_exceeds_the_plan():
    """120 of 100 planned, 50 of 30 own: the 20 beyond the plan are own, and 70 are owed."""
    life = grant(move(Paid, 70), of=notice(70, plan=(cost("a", 100),)))
    asked = application(own_money=eur(30))
    found = settled(DEFICIT, spent(120, own_money=eur(50)), life, asked)
    assert (eur(70), eur(70), eur(0)) == (found.due, found.owed, found.recovery)
    by_rule = settled(DEFICIT, spent(120, own_money=eur(50)), life, asked, rule_of_cost())
    assert eur(70) == by_rule.owed


def test_more_own_money_than_planned():
    """Within the plan, every cent of own money lowers the deficit."""
    life = grant(of=notice(70, plan=(cost("a", 100),)))
    assert eur(50) == settled(DEFICIT, spent(100, own_money=eur(50)), life).due


def test_ceiling_cuts_what_is_owed():
    """15 were spent on a line with at most 10: of 100 in all, 95 are owed."""
    ceiling = GrantEarmark(
        id="e", title="x", amount=eur(10), sense=EarmarkSense.AT_MOST, lines=("b",)
    )
    found = settled(FULL, spent(85, 15), grant(of=notice(earmarks=(ceiling,))))
    assert (eur(95), ["earmark_missed"]) == (found.owed, codes(found.findings))


def test_two_costs_of_one_line():
    """Costs of two persons on one line of the plan are recognised, by a rule too."""
    life = grant(of=notice(plan=(cost("personnel", 100000),)))
    costs = tuple(cost(f"personnel-{id}", 50000, line="personnel", post=id) for id in ("p1", "p2"))
    done = proof(costs=costs, posts=(post("p1"), post("p2")))
    found = settled(FULL, done, life)
    assert (eur(100000), ()) == (found.owed, found.findings)
    assert eur(100000) == settled(FULL, done, life, by=rule_of_cost()).owed


# -- income ----------------------------------------------------------------------------------------


def test_new_income_lowers_a_share():
    """80 % of 100, less new income of 90: 8 are owed, and the step is told."""
    found = settled(SHARE, spent(100, income=eur(90)), parameters=EIGHTY)
    assert (eur(8), ["income_deducted"]) == (found.owed, codes(found.findings))


@pytest.mark.parametrize(("planned", "expected"), [(20, 80), (21, 79), (100, 0)])
def test_planned_income_and_a_share(planned: int, expected: int):
    """Planned income lowers no share, but with it no more than the cost is paid."""
    asked = application(income=eur(planned))
    found = settled(SHARE, spent(100, income=eur(planned)), asked=asked, parameters=EIGHTY)
    assert (eur(expected), ()) == (found.owed, found.findings)


def test_share_that_was_granted():
    """60 of 100 were granted, though the law allows 80 %: of 80 spent, 48 are owed."""
    life = grant(move(Paid, 60), of=notice(60, plan=(cost("a", 100),)))
    found = settled(SHARE, spent(80), life, parameters=EIGHTY)
    assert (eur(48), eur(12)) == (found.owed, found.recovery)
    assert eur(48) == settled(SHARE, spent(80), life, by=rule_of_cost()).owed


def test_share_that_was_granted_without_a_plan_in_the_notice():
    """Where the notice has no plan, the share is that of the plan that was applied for."""
    asked = application(costs=(cost("a", 100),))
    found = settled(SHARE, spent(80), grant(of=notice(60)), asked, parameters=EIGHTY)
    assert eur(48) == found.owed


def test_share_that_was_raised():
    """A grant raised from 60 to 80 of 100 pays 80 % of what was spent."""
    raised = Amended(
        id="more",
        on=D(2018, 6, 1),
        amount=eur(80),
        period=TWO_YEARS,
        reason=AmendmentReason.CORRECTION,
    )
    life = grant(raised, of=notice(60, plan=(cost("a", 100),)))
    assert eur(64) == settled(SHARE, spent(80), life, parameters=EIGHTY).owed


# -- flat rates ------------------------------------------------------------------------------------

AWARD = "de-bw-integrationsmanagement-award"


def amended(on: dt.date, amount: int, months: int, **given: Any) -> Amended:
    """Return an amendment of amount and time."""
    return Amended(
        **{
            "id": f"amended-{on}",
            "on": on,
            "amount": eur(amount),
            "period": Period.of_months(START, months),
            "reason": AmendmentReason.EXTENSION,
            **given,
        }
    )


@pytest.mark.parametrize(
    ("amendments", "months", "expected"),
    [
        ([], 24, 128000),
        ([amended(D(2018, 12, 1), 192000, 36)], 36, 192000),
        ([amended(D(2018, 12, 1), 192000, 36), amended(D(2020, 12, 1), 320000, 60)], 60, 320000),
    ],
)
def test_extended_by_the_law_of_the_last_notice(
    amendments: list[Amended], months: int, expected: int
):
    """24 months became 36 and 60: what was granted for all of them is owed, and none goes back."""
    life = grant(filled(), move(Paid, 128000), *amendments)
    done = proof(posts=life.posts(), period=Period.of_months(START, months), costs=())
    found = settled(FundingKind.FIXED_SUM, done, life, by=catalogue.load(AWARD))
    assert (eur(expected), eur(0)) == (found.owed, found.recovery)


def test_longest_funding_of_a_post_that_was_interrupted():
    """A day without pay does not lift the limit: of three years, 24 months are 128,000."""
    three = Period.of_months(START, 36)
    wide = application(applicant=town(framework="999999"))
    pause = PayInterrupted(id="i", on=D(2019, 6, 15), post="p1", until=D(2019, 6, 15))
    again = (PostVacated(id="v", on=D(2019, 6, 14), post="p1"), filled("g", D(2019, 6, 16)))
    for events in ((), (pause,), again):
        life = grant(filled(), *events, of=notice(300000, period=three))
        done = proof(posts=life.posts(), period=three)
        found = settled(FundingKind.FIXED_SUM, done, life, wide, catalogue.load(AWARD))
        assert eur(128000) == found.due


def test_longest_funding_of_two_posts():
    """The limit is that of each post: two of three years are paid for 24 months each."""
    three = Period.of_months(START, 36)
    wide = application(applicant=town(framework="999999"))
    life = grant(filled(), filled("other", of=post("p2")), of=notice(300000, period=three))
    done = proof(posts=life.posts(), period=three)
    found = settled(FundingKind.FIXED_SUM, done, life, wide, catalogue.load(AWARD))
    assert eur(256000) == found.due


def test_framework_that_a_later_count_raised():
    """Raised from 128,000 to 150,000 with two posts: 150,000 are owed, nothing lapses."""
    later = amended(D(2018, 6, 1), 150000, 24, reason=AmendmentReason.LATER_COUNT)
    life = grant(filled(), filled("other", of=post("p2")), later)
    found = settled(FundingKind.FIXED_SUM, proof(posts=life.posts()), life, by=rule())
    assert (eur(150000), eur(0)) == (found.owed, found.lapsed)


def test_posts_beyond_the_granted_time():
    """A proof of a post from before and after the grant is paid for the granted days."""
    wide = application(applicant=town(framework="999999"))
    long = post(start=D(2017, 11, 1), end=D(2020, 2, 29))
    found = settled(
        FundingKind.FIXED_SUM, proof(posts=(long,)), grant(of=notice(300000)), wide, rule()
    )
    assert eur(128000) == found.due
    (finding,) = found.findings
    assert ("outside_grant", "p1", "2017-11-01", "2020-02-29") == (
        finding.code,
        finding.subject,
        finding.values["start"],
        finding.values["end"],
    )


def test_proof_of_more_time_than_is_granted():
    """A proof of a longer time pays a post without days for the granted ones."""
    wide = application(applicant=town(framework="999999"))
    longer = Period(D(2017, 11, 1), D(2020, 2, 29))
    done = proof(period=longer, posts=(post(),))
    found = settled(FundingKind.FIXED_SUM, done, grant(of=notice(300000)), wide, rule())
    assert eur(128000) == found.due


def test_proof_of_less_time_than_is_granted():
    """A proof of the first year pays a post without days for that year."""
    done = proof(period=Period.of_year(2018), posts=(post(),))
    assert eur(64000) == settled(FundingKind.FIXED_SUM, done, by=rule()).due


def test_outside_grant_of_a_post_without_start():
    """A post without start begins with the proof, and not with the day of the law."""
    later = amended(D(2018, 12, 1), 192000, 36)
    done = proof(period=Period.of_months(START, 36), posts=(post(end=D(2021, 3, 1)),))
    (finding,) = settled(FundingKind.FIXED_SUM, done, grant(later), by=rule()).findings
    assert ("outside_grant", "2018-01-01") == (finding.code, finding.values["start"])


def test_post_wholly_outside_the_granted_time():
    """A post of another time is not paid at all, and is told."""
    late = post(start=D(2020, 1, 1), end=D(2020, 2, 29))
    found = settled(FundingKind.FIXED_SUM, proof(posts=(late,)), by=rule())
    assert (eur(0), ["outside_grant"]) == (found.due, codes(found.findings))


def test_refilled_post_counts_once_where_the_rule_knows_no_days():
    """A rule of yearly sums pays one post for two holders who follow each other."""
    life = grant(
        filled(),
        PostVacated(id="v", on=D(2018, 6, 30), post="p1"),
        filled("again", D(2018, 7, 1)),
        of=notice(300000),
    )
    done = proof(posts=life.posts())
    found = settled(FundingKind.FIXED_SUM, done, life, by=yearly_rule())
    assert (eur(128000), ()) == (found.due, found.findings)


def test_change_of_a_post_where_the_rule_knows_no_days():
    """Such a rule pays the largest size all the time, and that is told."""
    half, whole = post(fte="0.5"), post()
    life = grant(
        filled(of=half),
        PostVacated(id="v", on=D(2018, 12, 31), post="p1"),
        filled("again", D(2019, 1, 1), of=whole),
        of=notice(300000),
    )
    found = settled(FundingKind.FIXED_SUM, proof(posts=life.posts()), life, by=yearly_rule())
    assert (eur(128000), ["change_not_in_rule"]) == (found.due, codes(found.findings))


def test_new_income_lowers_what_a_rule_without_income_pays():
    """Of a cost of 90,000, 9,000 came from elsewhere: nine tenths are left, and it is said."""
    found = _of_thilik(costs=(cost("pay", 90000, post="p1"),), income=eur(9000))
    assert (eur(81000), ["income_deducted"]) == (found.owed, codes(found.findings))


def test_vacancy_where_the_rule_knows_no_days():
    """A day without a holder is not cut by such a rule, but told."""
    life = grant(
        filled(),
        PostVacated(id="v", on=D(2018, 6, 30), post="p1"),
        filled("again", D(2018, 7, 2)),
        of=notice(300000),
    )
    found = settled(FundingKind.FIXED_SUM, proof(posts=life.posts()), life, by=yearly_rule())
    (finding,) = found.findings
    assert ("vacancy_not_in_rule", "p1", "729", "730") == (
        finding.code,
        finding.subject,
        finding.values["held"],
        finding.values["days"],
    )


def test_refilled_officer():
    """Half an officer at 20,000 a year is 10,000, for two holders of half a year each too."""
    year = Period.of_year(2020)
    half = post(fte="0.5")
    life = grant(
        filled(on=D(2020, 1, 1), of=half),
        PostVacated(id="v", on=D(2020, 6, 30), post="p1"),
        filled("again", D(2020, 7, 1), half),
        of=notice(20000, on=D(2020, 1, 1), period=year),
    )
    asked = application(applicant=town(figures=FrozenMap({"population": "20000"})), period=year)
    done = proof(posts=life.posts(), period=year)
    by = catalogue.load("de-bw-integrationsbeauftragte")
    found = settled(FundingKind.FIXED_SUM, done, life, asked, by)
    assert (eur(10000), ()) == (found.due, found.findings)


def _of_thilik(**given: Any) -> Settlement:
    """Return the settlement of a post that was vacant in January and February 2017."""
    id, period = "de-th-thilik", Period(D(2016, 5, 1), D(2017, 12, 31))
    life = evolve(
        grant(
            filled(on=D(2016, 5, 1)),
            PostVacated(id="v", on=D(2016, 12, 31), post="p1"),
            filled("again", D(2017, 3, 1)),
            of=notice(90000, on=D(2016, 4, 25), period=period),
        ),
        programme=id,
    )
    done = {"posts": life.posts(), "period": period, "submitted_on": D(2018, 3, 1), **given}
    return settle(
        catalogue.terms(id),
        life,
        proof(**done),
        application=application(programme=id, period=period),
        rule=catalogue.load("de-th-thilik-2016"),
    )


def test_refilled_post_with_its_cost():
    """ThILIK pays the cost of the post, which one line proves for both of its holders."""
    found = _of_thilik(costs=(cost("pay", 90000, post="p1"),))
    assert (eur(90000), []) == (found.owed, codes(found.findings))


def test_refilled_post_with_costs_of_each_time():
    """Costs that name the times of a post are added up, as is one of the whole."""
    costs = (cost("x", 50000, post="p1"), cost("y", 40000, post="p1.2"))
    assert eur(90000) == _of_thilik(costs=costs).owed


def test_cost_of_a_post_whose_first_time_is_over():
    """A proof of 2017 has only the second time of the post, and its cost still names the whole."""
    found = _of_thilik(
        costs=(cost("pay", 40000, post="p1"),), period=Period.of_year(2017), is_interim=True
    )
    assert eur(40000) == found.due


def test_flat_rates_above_the_real_cost():
    """128,000 for a post that cost 120,000: 8,000 too much, and they stay."""
    life = grant(filled(), move(Paid, 128000))
    found = settled(FundingKind.FIXED_SUM, spent(120000, posts=life.posts()), life, by=rule())
    assert (eur(8000), eur(0)) == (found.over_financing, found.recovery)
    (finding,) = found.findings
    assert ("over_financed", "8000.00") == (finding.code, finding.values["excess"])


def test_real_cost_that_nobody_gave():
    """Without costs, whether the flat rates are above them is not known, and not told."""
    life = grant(filled())
    found = settled(FundingKind.FIXED_SUM, proof(posts=life.posts()), life, by=rule())
    assert (None, ()) == (found.over_financing, found.findings)


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


def test_law_of_a_day_that_is_named():
    """The law is that of the last notice, or of a day that is named."""
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


@pytest.mark.parametrize(
    ("submitted", "expected"), [(D(2019, 9, 30), []), (D(2019, 10, 1), ["proof_late"])]
)
def test_proof_after_the_longest_post(submitted: dt.date, expected: list[str]):
    """Three months after the last holder left on 30 June 2019 are 30 September."""
    after = deadline(
        "proof", DeadlineKind.NUMERIC_PROOF, after=DeadlineAnchor.LONGEST_POST_END, months=3
    )
    life = grant(filled(), PostVacated(id="v", on=D(2019, 6, 30), post="p1"))
    found = settle(
        silent(FULL, deadlines=(after,)),
        life,
        spent(1, submitted_on=submitted),
        application=application(),
    )
    assert expected == codes(found.findings)


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [(D(2020, 2, 1), []), (D(2020, 3, 31), []), (D(2020, 4, 1), ["proof_late"])],
)
def test_proof_by_a_yearly_day(submitted: dt.date, expected: list[str]):
    """Of a proof by 31 March of each year, the one after the end counts for the final proof."""
    yearly = deadline("proof", DeadlineKind.NUMERIC_PROOF, month=3, day=31, year=1)
    found = settle(
        silent(FULL, deadlines=(yearly,)),
        grant(),
        spent(1, submitted_on=submitted),
        application=application(),
    )
    assert expected == codes(found.findings)


@pytest.mark.parametrize(
    ("submitted", "expected"), [(D(2020, 3, 1), []), (D(2020, 3, 2), ["proof_late"])]
)
def test_proof_by_a_named_day(submitted: dt.date, expected: list[str]):
    """A day that the programme names is the last one."""
    named = deadline("proof", DeadlineKind.NUMERIC_PROOF, on=D(2020, 3, 1))
    found = settle(
        silent(FULL, deadlines=(named,)),
        grant(),
        spent(1, submitted_on=submitted),
        application=application(),
    )
    assert expected == codes(found.findings)


# -- interim proofs --------------------------------------------------------------------------------


def test_interim_proof_settles_nothing():
    """After a year of two, 64,000 are due so far; of 128,000 drawn, nothing goes back."""
    life = grant(filled(), move(Paid, 128000))
    year = Period.of_year(2018)
    done = proof(posts=life.posts(D(2018, 12, 31)), period=year, is_interim=True)
    found = settled(FundingKind.FIXED_SUM, done, life, by=rule())
    assert (eur(64000), eur(0), eur(0)) == (found.due, found.recovery, found.lapsed)
    with pytest.raises(InvalidValueError) as caught:
        found.events(D(2019, 3, 1), id="final")
    assert [("interim_settles_nothing", "/is_interim")] == problems(caught.value)


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


def test_other_programme():
    """Terms and application belong to the programme of the grant."""
    asked = application(programme="other")
    with pytest.raises(InvalidValueError) as caught:
        settled(FULL, proof(), asked=asked)
    assert [("other_programme", "/application")] == problems(caught.value)
    with pytest.raises(InvalidValueError) as caught:
        settled(FULL, proof(), id="other")
    assert [("other_programme", "/terms")] == problems(caught.value)


def test_fixed_sum_of_what_it_cost():
    """A sum for a project needs no rule: no more than it cost is owed, nor than is granted."""
    found = settled(FundingKind.FIXED_SUM, spent(100))
    assert (eur(100), eur(127900)) == (found.owed, found.lapsed)
    assert eur(128000) == settled(FundingKind.FIXED_SUM, spent(128001)).owed


def test_fixed_sum_without_rule():
    """Where no cost is proved, fixed sums are computed by a rule."""
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
        settled(FULL, proof(), Grant(id="g1", programme="trial", recipient=town()))


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
    """Who spent nothing is owed nothing, and is told that nothing was proved."""
    found = settled(FULL, proof(), grant(move(Paid, 10)))
    assert (eur(0), eur(10), ["nothing_proved"]) == (
        found.owed,
        found.recovery,
        codes(found.findings),
    )


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
    done = spent(1, submitted_on=dt.date.max, period=whole)
    found = settled(FULL, done, grant(of=notice(period=whole)))
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
    life = grant(
        move(Claimed, 1, D(2018, 5, 1), covers=Period(START, D(2018, 4, 1))),
        move(Claimed, 1, D(2019, 1, 1), covers=Period(START, START)),
    )
    yield from review_use(silent(deadlines=(late,)), life, D(2020, 1, 1))
    yield from settle_claim(terms(), life, life.events[1], [], advanced=eur(1)).findings


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
        CarrierReport(carrier="stranger", submitted_on=START, period=Period(START, None)),
    ]
    one = evolve(reports[1], posts=())
    asked = application(carriers=carriers)
    yield from merge_reports(asked, [one], id="r", grant="g1", period=TWO_YEARS)[1]
    asked = application(carriers=carriers, posts=(post("p1"), post("p2")))
    yield from merge_reports(asked, reports, id="r", grant="g1", period=TWO_YEARS)[1]


def _reported_late() -> Iterable[Finding]:
    yearly = deadline("i", DeadlineKind.INDICATORS, month=1, day=31, year=1)
    late = ReportSubmitted(id="r", on=D(2019, 2, 1), sort=DeadlineKind.INDICATORS)
    return review_reports(silent(deadlines=(yearly,)), grant(late), D(2020, 2, 1))


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
        {"posts": (post("a", part_of="p"), post("b", part_of="p"))},
    ]
    for given in wrong:
        yield from check_application(strict(), application(**given))
    district = town("d", applicant=ApplicantKind.DISTRICT, region=AGS("08226"))
    carrier = town("awo", applicant=ApplicantKind.CARRIER, region=AGS("08225096"))
    yield from check_application(strict(), application(applicant=district, members=(carrier,)))
    first = ParameterValue(date=START, basis=Basis.STATED, citation=CITATION)
    figures = {
        "earliest_start": Parameter(unit="date", values=(first,)),
        "least_award": always("EUR", "2500"),
        "most_districts": always("1", "1"),
    }
    agreed = Duty(id="a", sort=DutyKind.AGREEMENT, text=said("a"), citation=CITATION)
    asked = application(
        applicant=town("m", region=AGS("08226096")),
        members=(carrier,),
        carriers=(Carrier(id="awo", name="AWO"),),
        started_on=D(2017, 1, 1),
    )
    by = silent(parameters=FrozenMap(figures), duties=(agreed,))
    yield from check_application(by, asked, award=eur(1))
    yield from check_round([application(id="a1"), application(id="a2")])


def _extended() -> Iterable[Finding]:
    first = ParameterValue(date=D(2017, 1, 1), basis=Basis.STATED, citation=CITATION)
    figures = {
        "extension_months": always("month", "12"),
        "posts_of": Parameter(unit="date", values=(first,)),
    }
    by = silent(parameters=FrozenMap(figures))
    return check_extension(by, grant(), Period.of_months(START, 48), START)


def _spent() -> Iterable[Finding]:
    plan = (cost("a", 10), cost("b", 10))
    deviation = terms().value("deviation", START)
    yield from recognise(
        plan, (cost("a", 13), cost("b", 10), cost("c", 1)), deviation, source="notice"
    ).findings
    life = grant(move(Paid, 10), move(Used, 5, D(2018, 3, 2)))
    yield from review_use(terms(), life, D(2019, 1, 1))


def _settled() -> Iterable[Finding]:
    earmark = GrantEarmark(
        id="e", title="x", amount=eur(9), sense=EarmarkSense.AT_LEAST, lines=("a",)
    )
    done = spent(1, posts=(post(),), submitted_on=D(2021, 1, 1))
    life = grant(of=notice(earmarks=(earmark,)))
    yield from settled(FundingKind.FIXED_SUM, done, life, by=rule()).findings
    short = proof(posts=(post(start=D(2017, 1, 1), end=D(2018, 1, 31)),))
    yield from settled(FundingKind.FIXED_SUM, short, by=yearly_rule()).findings
    times = (post(fte="0.5", of="p"), post("p2", of="p"))
    yield from settled(FundingKind.FIXED_SUM, proof(posts=times), by=yearly_rule()).findings
    yield from settled(SHARE, spent(9, income=eur(1)), parameters=EIGHTY).findings
    strange = move(Used, 5, D(2018, 2, 1), by="stranger", line="z")
    life = grant(filled(), strange)
    done = spent(9, posts=(post(fte="0.5"),), period=Period.of_year(2018))
    yield from settled(FULL, done, life).findings
    yield from settled(FULL, proof()).findings


EVERYTHING: tuple[Callable[[], Iterable[Finding]], ...] = (
    _applied,
    _claimed_late,
    _extended,
    _reported,
    _reported_late,
    _settled,
    _spent,
)


def test_every_kind_of_finding_is_found():
    """No kind is declared that nothing finds; each is said in both languages, with its source."""
    found = [finding for find in EVERYTHING for finding in find()]
    never = {kind.code for kind in FUNDING_FINDINGS} - {finding.code for finding in found}
    assert set() == never
    assert [] == [each for each in found if "{" in each.format("de") + each.format("en")]
    assert set() == {each.code for each in found if not each.source}
