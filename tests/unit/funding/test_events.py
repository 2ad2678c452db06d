"""Events: what each of them cannot be, and how it is said in few words."""

import datetime as dt
from collections.abc import Callable
from typing import Any, get_args

import pytest
from tests.unit.funding.samples import (
    START,
    TWO_YEARS,
    D,
    application,
    cost,
    eur,
    filled,
    grant,
    move,
    notice,
    post,
    problems,
    proof,
    rule_of_persons,
    terms,
    town,
    yearly_rule,
)

from integrationsplan import Money, Period, catalogue
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import (
    Amended,
    AmendmentReason,
    ClaimDue,
    Claimed,
    ClaimSettlement,
    DeadlineKind,
    Demanded,
    EarmarkSense,
    FundingKind,
    Grant,
    GrantEarmark,
    GrantEvent,
    Instalment,
    Paid,
    PayInterrupted,
    PostVacated,
    ReportSubmitted,
    Settled,
    Settlement,
    Used,
    amount_of,
    award_for,
    check_extension,
    settle,
    settle_claim,
    shares_of,
)
from integrationsplan.funding._problems import FUNDING_KINDS

FRANCS = Money.of(10, "CHF")
HUGE = Money.of("9" * 18)


def amended(amount: str = "192000", **given: Any) -> Amended:
    """Return an extension by a year."""
    return Amended(
        **{
            "id": "extended",
            "on": D(2019, 6, 1),
            "amount": eur(amount),
            "period": Period.of_months(START, 36),
            "reason": AmendmentReason.EXTENSION,
            **given,
        }
    )


def earmark(id: str = "e", amount: Money | None = None) -> GrantEarmark:
    """Return a limit for training."""
    return GrantEarmark(
        id=id,
        title="training",
        amount=eur(10) if amount is None else amount,
        sense=EarmarkSense.AT_LEAST,
        lines=("a",),
    )


def test_first_tranche_of_sixty_percent():
    """60 % first and the rest later are the whole: 76,800 and 51,200."""
    found = notice(
        instalments=(
            Instalment(id="1", amount=eur("76800"), due=START),
            Instalment(id="2", amount=eur("51200"), due=D(2019, 1, 1)),
        )
    )
    assert found.amount == Money.total(each.amount for each in found.instalments)


WRONG: dict[str, tuple[Callable[[], Any], list[tuple[str, str]]]] = {
    "nothing moved": (lambda: move(Paid, 0), [("no_money_moved", "/amount")]),
    "moved the other way": (lambda: move(Used, "-0.01"), [("no_money_moved", "/amount")]),
    "nothing granted": (lambda: notice(0), [("no_money_moved", "/amount")]),
    "granted without end": (
        lambda: notice(period=Period(START)),
        [("open_period", "/period")],
    ),
    "amended without start": (
        lambda: amended(period=Period(None, START)),
        [("open_period", "/period")],
    ),
    "instalments above the grant": (
        lambda: notice(10, instalments=(Instalment(id="1", amount=eur("10.01")),)),
        [("instalments_exceed", "/instalments")],
    ),
    "instalments beyond all money": (
        lambda: notice(
            HUGE, instalments=tuple(Instalment(id=id, amount=HUGE) for id in ("1", "2"))
        ),
        [("instalments_exceed", "/instalments")],
    ),
    "a plan beyond all money": (
        lambda: notice(plan=(cost("a", HUGE), cost("b", HUGE))),
        [("too_large", "/plan")],
    ),
    "instalment twice": (
        lambda: notice(instalments=tuple(Instalment(id="1", amount=eur(1)) for _ in "ab")),
        [("repeated_id", "/instalments/1/id")],
    ),
    "line of the plan twice": (
        lambda: notice(plan=(cost("a", 1), cost("a", 1))),
        [("repeated_id", "/plan/1/id")],
    ),
    "line of a new plan twice": (
        lambda: amended(plan=(cost("a", 1), cost("a", 1))),
        [("repeated_id", "/plan/1/id")],
    ),
    "earmark twice": (
        lambda: notice(earmarks=(earmark(), earmark())),
        [("repeated_id", "/earmarks/1/id")],
    ),
    "earmark in francs": (lambda: earmark(amount=FRANCS), [("other_currency", "/amount")]),
    "instalment in francs": (
        lambda: Instalment(id="1", amount=FRANCS),
        [("other_currency", "/amount")],
    ),
    "interrupted until before it began": (
        lambda: PayInterrupted(id="e", on=START, post="p1", until=START - dt.timedelta(1)),
        [("ends_before_start", "/until")],
    ),
    "less than nothing owed": (
        lambda: Settled(id="e", on=START, owed=eur(-1)),
        [("no_money", "/owed")],
    ),
    "a moment for a day": (
        lambda: Paid(id="e", on=dt.datetime(2018, 1, 1, tzinfo=dt.UTC), amount=eur(1)),
        [("wrong_type", "/on")],
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_refused(name: str):
    """What an event cannot be is told with its place."""
    make, expected = WRONG[name]
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert expected == problems(caught.value)


def test_every_kind_has_a_code_of_its_own():
    """Documents tell events by their kind."""
    kinds = [kind.kind for kind in get_args(GrantEvent)]
    assert 18 == len(set(kinds)) == len(kinds)


@pytest.mark.parametrize(
    ("event", "en", "de"),
    [
        (move(Paid, 5), "paid out: €5.00", "ausgezahlt: 5,00 €"),
        (Settled(id="e", on=START, owed=eur(0)), "settled: €0.00", "abgerechnet: 0,00 €"),
        (filled(), "post filled", "Stelle besetzt"),
        (
            ReportSubmitted(id="e", on=START, sort=DeadlineKind.NUMERIC_PROOF),
            "report handed in: numeric proof of use",
            "Nachweis vorgelegt: zahlenmäßiger Nachweis",
        ),
    ],
)
def test_said_in_few_words(event: GrantEvent, en: str, de: str):
    """A list of events says what happened and how much it was."""
    assert (en, de) == (event.summary("en"), event.summary("de"))


def test_shown_without_what_it_says():
    """An event in a log shows its kind, id and day alone."""
    assert "<Paid paid-2018-01-01, 2018-01-01>" == repr(move(Paid, 5))


def test_extension_by_twelve_months():
    """After the extension 36 months and 192,000 are granted; before it, 24 and 128,000."""
    life = grant(amended())
    assert (eur("192000"), Period.of_months(START, 36)) == (life.ledger().granted, life.period())
    before = D(2019, 5, 31)
    assert (eur("128000"), TWO_YEARS) == (life.ledger(before).granted, life.period(before))


def test_claims_and_demands_name_more():
    """What is claimed for which time, and by when a demand is to be paid, is kept."""
    claim = move(Claimed, 5, covers=Period.of_months(START, 3))
    demand = move(Demanded, 5, pay_by=D(2018, 2, 1))
    assert (D(2018, 3, 31), D(2018, 2, 1)) == (claim.covers.end, demand.pay_by)


# -- nothing is left out ---------------------------------------------------------------------------


def _of_interim() -> Settlement:
    done = proof(costs=(cost("a", 1),), is_interim=True)
    return settle(terms(FundingKind.FULL), grant(), done, application=application())


def _of_claim(covers: Period, day: dt.date) -> ClaimSettlement:
    claim = move(Claimed, 1, covers=covers)
    due = ClaimDue(period=Period(day, day), amount=eur(1))
    return settle_claim(terms(), grant(claim), claim, [due])


PROBLEMS: tuple[Callable[[], Any], ...] = (
    *(make for make, _ in WRONG.values()),
    lambda: application(posts=(post(employer="x"),), costs=(cost("a", 1, post="p9"),)),
    lambda: application(applicant_takes_part=False),
    lambda: post(fte="0"),
    lambda: award_for(catalogue.load("de-koenigsteiner-schluessel"), application()),
    lambda: amount_of(award_for(yearly_rule(), application()), Period(START, START)),
    lambda: amount_of(award_for(rule_of_persons(), application()), TWO_YEARS),
    lambda: Grant(id="g", programme="p", recipient=town(), events=(move(Paid, 1),)),
    lambda: grant(notice(id="again")),
    lambda: grant(move(Paid, "128000.01")),
    lambda: grant(Settled(id="s", on=START, owed=eur(128000)), amended("127999")),
    lambda: Grant(id="g", programme="p", recipient=town(), events=(amended(), notice())),
    lambda: grant(filled(), filled("again")),
    lambda: grant(PostVacated(id="v", on=START, post="p1")),
    lambda: settle(terms(), grant(), proof(grant="g2"), application=application()),
    lambda: settle(terms(), grant(), proof(), application=application()),
    lambda: settle(terms(id="other"), grant(), proof(), application=application()),
    lambda: _of_interim().events(D(2019, 3, 1), id="final"),
    lambda: check_extension(terms(), grant(), TWO_YEARS, START),
    lambda: shares_of(application(applicant=town(framework=None)), eur(1)),
    lambda: ClaimDue(period=TWO_YEARS, amount=eur(1)),
    lambda: _of_claim(Period(START, START), D(2018, 2, 1)),
)
"""What makes each problem of applications, events, grants and settlements."""

OF_PROGRAMMES = {
    "unknown_citation",
    "unused_citation",
    "unknown_line",
    "lines_in_circle",
    "lines_do_not_add_up",
    "shares_do_not_add_up",
    "not_one_form",
    "half_a_deadline",
    "no_such_day",
}
"""Codes of problems that only programmes have; their own tests make them."""


def test_every_kind_of_problem_is_met():
    """No kind is declared that nothing ever makes; each is said in both languages."""
    met: set[str] = set()
    for make in PROBLEMS:
        with pytest.raises(InvalidValueError) as caught:
            make()
        met |= {problem.code for problem in caught.value.problems}
        assert "{" not in caught.value.text("de") + caught.value.text("en")
    assert set() == {kind.code for kind in FUNDING_KINDS} - met - OF_PROGRAMMES
