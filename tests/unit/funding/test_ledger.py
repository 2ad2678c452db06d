"""The ledger: where the money of a grant is, and what can never happen to it."""

import datetime as dt
import time
from typing import Any

import pytest
from tests.unit.funding.samples import (
    START,
    TWO_YEARS,
    D,
    eur,
    grant,
    move,
    notice,
    problems,
    town,
)

from integrationsplan import Money
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import (
    Amended,
    AmendmentReason,
    Claimed,
    Demanded,
    Grant,
    GrantEvent,
    InterestCharged,
    InterestPaid,
    Ledger,
    Paid,
    PassedBack,
    PassedOn,
    Repaid,
    Returned,
    Settled,
    Used,
    Waived,
)

HUGE = Money.of("9" * 18)


def life(*steps: tuple[Any, ...], granted: str | int | Money = 100) -> Grant:
    """Return a grant of 100 euros with steps: a kind, an amount, and perhaps who."""
    events = []
    for number, (kind, amount, *more) in enumerate(steps):
        who = {} if not more else {"to" if kind is PassedOn else "by": more[0]}
        events.append(move(kind, amount, id=f"e{number}", **who))
    return grant(*events, of=notice(granted))


def settled(owed: str | int, id: str = "settled") -> Settled:
    """Return a final notice."""
    return Settled(id=id, on=START, owed=eur(owed))


def amended(amount: str | int) -> Amended:
    """Return an amendment."""
    return Amended(
        id="amended",
        on=START,
        amount=eur(amount),
        period=TWO_YEARS,
        reason=AmendmentReason.REDUCTION,
    )


def residues(grant: Grant) -> dict[str, str]:
    """Return what is left where."""
    return {name: amount.to_text() for name, amount in grant.ledger().residues.items()}


def refused(start: Grant, *events: GrantEvent) -> tuple[list[tuple[str, str]], str]:
    """Return what is wrong with events, and what is allowed, in English."""
    with pytest.raises(InvalidValueError) as caught:
        start.record(*events)
    return problems(caught.value), caught.value.problems[0].allowed("en")


# -- steps of a life -------------------------------------------------------------------------------


def test_nothing_has_happened():
    """A grant without events is a grant of nothing."""
    assert Ledger() == Grant(id="g", programme="p", recipient=town()).ledger()


def test_granted_and_not_drawn():
    """What is granted lies with who grants it."""
    assert {"undrawn": "100.00"} == residues(life())


def test_drawn_and_used():
    """60 drawn, 45.50 used: 40 not drawn, 14.50 held."""
    assert {"undrawn": "40.00", "held": "14.50"} == residues(life((Paid, 60), (Used, "45.50")))


def test_given_back():
    """What is given back may be drawn again."""
    ledger = life((Paid, 60), (Returned, 20)).ledger()
    assert (eur(40), eur(60), eur(40)) == (ledger.drawn, ledger.undrawn, ledger.held)


def test_given_back_and_called_for_again():
    """All 100 were called for, 20 came back: 20 may be called for again, not a cent more."""
    start = life((Claimed, 100), (Paid, 100), (Returned, 20))
    assert eur(120) == start.record(move(Claimed, 20)).ledger().claimed
    found, allowed = refused(start, move(Claimed, "20.01"))
    assert [("more_than_there_is", "/events/4/amount")] == found
    assert "at most €20.00: granted and not called for" == allowed


def test_from_the_district_to_a_municipality_and_back():
    """60 passed on, 40 used there, 20 back: the district holds 40 of 80."""
    start = life((Paid, 80), (PassedOn, 60, "a"), (Used, 40, "a"), (PassedBack, 20, "a"))
    ledger = start.ledger()
    assert (eur(0), eur(40), eur(40)) == (ledger.with_others, ledger.at_hand, ledger.spent)
    assert {"a": eur(40)} == ledger.passed_on == ledger.used_by


def test_each_holds_its_own():
    """What lies with one municipality cannot be used by another, or by the district."""
    start = life((Paid, 80), (PassedOn, 30, "a"), (PassedOn, 50, "b"))
    assert eur(80) == start.ledger().with_others
    for event in (
        move(Used, "50.01", by="a"),
        move(PassedBack, "50.01", by="b"),
        move(Used, "20.01"),  # 80 lie with others, of 100
        move(Used, "20.01", by="c"),
        move(PassedOn, "0.01", to="c"),
        move(Returned, "0.01"),
    ):
        found, _ = refused(start, event)
        assert [("more_than_there_is", "/events/4/amount")] == found


# -- spent ahead ----------------------------------------------------------------------------------


def test_spent_before_it_is_paid():
    """70 used, 40 paid: 30 were spent ahead, and are paid afterwards."""
    start = life((Paid, 40), (Used, 70))
    assert {"undrawn": "60.00", "spent_ahead": "30.00"} == residues(start)
    ledger = start.ledger()
    assert (eur(40), eur(0), eur(30)) == (ledger.spent, ledger.at_hand, ledger.unused)
    assert {"undrawn": "30.00"} == residues(start.record(move(Paid, 30, id="rest")))
    assert "used and not yet drawn: €30.00" == ledger.format("en").splitlines()[-1]


def test_others_spend_ahead():
    """A carrier used 30 before it got any: of 40 passed on, 30 are for that, and 10 lie there."""
    start = life((Used, 30, "a"), (Paid, 40))
    assert (eur(10), eur(30)) == (start.ledger().at_hand, start.ledger().spent)
    done = start.record(move(PassedOn, 40, to="a"))
    assert (eur(10), eur(0)) == (done.ledger().with_others, done.ledger().at_hand)
    found, allowed = refused(start, move(PassedOn, "40.01", to="a"))
    assert [("more_than_there_is", "/events/3/amount")] == found
    assert "at most €40.00: drawn, not used and not passed on" == allowed


def test_spent_ahead_beyond_what_is_owed_is_own_money():
    """Of 90 spent 60 are owed and 50 paid: 10 come, and the recipient has paid 30."""
    start = life((Paid, 50), (Used, 90)).record(settled(60), move(Paid, 10, D(2018, 2, 1)))
    assert {"lapsed": "40.00", "spent_ahead": "30.00"} == residues(start)
    assert start.ledger().is_closed


def test_reduced_below_what_is_paid():
    """A grant of 100 that is revoked down to 40 when 60 are paid: 20 are to be recovered."""
    start = life((Paid, 60), (Used, 30)).record(amended(40))
    assert {"held": "30.00", "recoverable": "20.00"} == residues(start)
    done = start.record(move(Demanded, 20, D(2018, 2, 1)), move(Repaid, 20, D(2018, 3, 1)))
    assert {"held": "10.00"} == residues(done)


# -- demands and settlement ------------------------------------------------------------------------


def test_final_notice_takes_and_leaves():
    """100 granted, 80 drawn, 70 owed: 30 lapse, 10 go back."""
    start = life((Paid, 80), (Used, 70)).record(settled(70))
    assert {"lapsed": "30.00", "held": "10.00", "recoverable": "10.00"} == residues(start)
    assert not start.ledger().is_closed


def test_repaid_and_closed():
    """When the 10 are demanded and repaid, nobody owes anything."""
    start = life((Paid, 80), (Used, 70)).record(settled(70), move(Demanded, 10))
    assert eur(10) == start.ledger().open_demand
    done = start.record(move(Repaid, 10))
    assert done.ledger().is_closed
    assert {"lapsed": "30.00"} == residues(done)


def test_what_was_used_is_not_recognised():
    """All 80 were used, 70 are owed: what is repaid was used, and is not recognised."""
    start = life((Paid, 80), (Used, 80)).record(settled(70), move(Demanded, 10), move(Repaid, 10))
    ledger = start.ledger()
    assert (eur(10), eur(70), eur(0)) == (ledger.disallowed, ledger.spent, ledger.held)


def test_flat_rates_above_the_cost_stay():
    """What is owed and was not used stays where it is; the grant is closed."""
    start = life((Paid, 100), (Used, 90)).record(settled(100))
    assert start.ledger().is_closed
    assert {"held": "10.00"} == residues(start)


def test_owed_and_not_yet_paid():
    """A settled grant is open while something is to be paid."""
    start = life((Paid, 60), (Used, 60)).record(settled(80))
    assert (eur(20), False) == (start.ledger().undrawn, start.ledger().is_closed)
    assert start.record(move(Paid, 20, D(2018, 2, 1))).ledger().is_closed


def test_demand_withdrawn():
    """A demand before the settlement that is withdrawn leaves nothing."""
    start = life((Paid, 80), (Demanded, 30), (Waived, 30))
    assert eur(0) == start.ledger().open_demand
    assert {"undrawn": "20.00", "held": "80.00"} == residues(start)


def test_remitted_demand_stays():
    """A demand that is waived after the settlement is remitted: 10 stay, and nobody owes them."""
    start = life((Paid, 80), (Used, 80)).record(settled(70), move(Demanded, 10), move(Waived, 10))
    assert {"lapsed": "30.00", "recoverable": "10.00"} == residues(start)
    assert eur(10) == start.ledger().waived
    assert start.ledger().is_closed
    found, _ = refused(start, move(Demanded, "0.01", id="again"))
    assert [("more_than_there_is", "/events/6/amount")] == found


def test_remitted_in_part():
    """Of a demand of 10, 4 are remitted and 6 repaid."""
    start = life((Paid, 80), (Used, 80)).record(settled(70), move(Demanded, 10), move(Waived, 4))
    assert (eur(4), eur(6)) == (start.ledger().waived, start.ledger().open_demand)
    assert not start.ledger().is_closed
    done = start.record(move(Repaid, 6))
    assert {"lapsed": "30.00", "recoverable": "4.00"} == residues(done)
    assert done.ledger().is_closed


def test_new_final_notice_counts_anew():
    """A second notice says all that is owed; what was waived before it is in it."""
    start = life((Paid, 100), (Used, 100)).record(settled(50), move(Demanded, 50), move(Waived, 30))
    assert (eur(50), eur(30)) == (start.ledger().recoverable, start.ledger().waived)
    again = start.record(settled(80, "again"))
    assert (eur(20), eur(0), eur(20)) == (
        again.ledger().recoverable,
        again.ledger().waived,
        again.ledger().open_demand,
    )
    assert again.record(move(Repaid, 20)).ledger().is_closed


def test_what_is_demanded_is_repaid_and_not_given_back():
    """While 30 are demanded, only the other 50 may be given back."""
    start = life((Paid, 80), (Demanded, 30))
    found, allowed = refused(start, move(Returned, "50.01"))
    assert [("more_than_there_is", "/events/3/amount")] == found
    assert "at most €50.00: what was not demanded back; that is repaid" == allowed
    assert eur(0) == start.record(move(Returned, 50), move(Repaid, 30)).ledger().drawn


def test_what_others_hold_cannot_be_repaid():
    """The district repays what lies with it, and what it has used; the rest comes back first."""
    start = life((Paid, 80), (PassedOn, 50, "a"), (Used, 20), (Demanded, 80))
    found, allowed = refused(start, move(Repaid, "30.01"))
    assert [("more_than_there_is", "/events/5/amount")] == found
    assert "at most €30.00: what does not lie with others" == allowed
    back = start.record(move(PassedBack, 50, by="a"), move(Repaid, 80))
    assert (eur(0), eur(20)) == (back.ledger().drawn, back.ledger().disallowed)


def test_interest_is_a_sum_of_its_own():
    """Interest that is charged does not touch the grant; it keeps it open."""
    start = life((Paid, 100), (Used, 100)).record(settled(100), move(InterestCharged, 5))
    assert ({"open_interest": "5.00"}, False) == (residues(start), start.ledger().is_closed)
    assert start.record(move(InterestPaid, 5)).ledger().is_closed


REFUSED: dict[str, tuple[Grant, GrantEvent, str, str]] = {
    "paid above the grant": (life((Paid, 60)), move(Paid, "40.01"), "more_than_there_is", "amount"),
    "paid beyond what is owed": (
        life((Paid, 60)).record(settled(70)),
        move(Paid, "10.01", D(2018, 2, 1)),
        "more_than_there_is",
        "amount",
    ),
    "claimed above the grant": (life(), move(Claimed, "100.01"), "more_than_there_is", "amount"),
    "used and not granted": (
        life((Paid, 60)),
        move(Used, "100.01"),
        "more_than_there_is",
        "amount",
    ),
    "owed above the grant": (life(), settled("100.01"), "more_than_there_is", "owed"),
    "owed beside an open demand": (
        life((Paid, 80), (Demanded, 30)),
        settled("50.01"),
        "more_than_there_is",
        "owed",
    ),
    "demanded and not drawn": (
        life((Paid, 60)),
        move(Demanded, "60.01"),
        "more_than_there_is",
        "amount",
    ),
    "demanded twice": (
        life((Paid, 60), (Demanded, 60)),
        move(Demanded, "0.01", id="again"),
        "more_than_there_is",
        "amount",
    ),
    "demanded of what is owed": (
        life((Paid, 60)).record(settled(50)),
        move(Demanded, "10.01"),
        "more_than_there_is",
        "amount",
    ),
    "repaid and not demanded": (
        life((Paid, 60)),
        move(Repaid, "0.01"),
        "more_than_there_is",
        "amount",
    ),
    "waived and not demanded": (
        life((Paid, 60)),
        move(Waived, "0.01"),
        "more_than_there_is",
        "amount",
    ),
    "interest paid and not charged": (
        life(),
        move(InterestPaid, "0.01"),
        "more_than_there_is",
        "amount",
    ),
    "reduced below what is owed": (
        life((Paid, 60)).record(settled(70)),
        amended("69.99"),
        "grant_below_owed",
        "amount",
    ),
    "a franc in a grant of euros": (
        life((Paid, 60)),
        move(Used, Money.of(1, "CHF")),
        "other_currency",
        "amount",
    ),
    "francs that are owed": (
        life(),
        Settled(id="settled", on=START, owed=Money.of(1, "CHF")),
        "other_currency",
        "owed",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str):
    """What would unbalance the ledger is told at its event, and the grant is as it was."""
    start, event, code, field = REFUSED[name]
    before = start.ledger()
    found, _ = refused(start, event)
    assert [(code, f"/events/{len(start.events)}/{field}")] == found
    assert before == start.ledger()


@pytest.mark.parametrize(
    "event",
    [move(Paid, 100), move(Claimed, 100), settled(100), amended(100)],
    ids=lambda event: event.kind,
)
def test_up_to_the_limit(event: GrantEvent):
    """Exactly as much as there is, is taken."""
    assert 2 == len(life().record(event).events)


def test_before_the_notice():
    """Nothing happens before the grant."""
    found, allowed = refused(
        Grant(id="g", programme="p", recipient=town()), move(Paid, 1), move(Used, 1)
    )
    assert [("not_granted", "/events/0"), ("not_granted", "/events/1")] == found
    assert "the notice first" == allowed


def test_granted_twice():
    """A second notice is an amendment."""
    found, _ = refused(life(), notice(100, id="again"))
    assert [("granted_twice", "/events/1")] == found


def test_a_wrong_event_is_told_once():
    """What follows a wrong event is looked at as if that had not been."""
    found, _ = refused(
        life((Paid, 60)), move(Used, 101), move(Used, 100, id="right"), move(Used, 1, id="beyond")
    )
    assert ["/events/2/amount", "/events/4/amount"] == [pointer for _, pointer in found]


def test_francs_are_refused_from_the_first_event_on():
    """A grant in another currency is none: awards and budgets are in euros."""
    found, _ = refused(Grant(id="g", programme="p", recipient=town()), notice(Money.of(100, "CHF")))
    assert [("other_currency", "/events/0/amount")] == found


# -- attacks ---------------------------------------------------------------------------------------


def test_ten_to_the_eighteen_cents():
    """Very large amounts are amounts like others."""
    cents = Money(10**18)
    ledger = life((Claimed, cents), (Paid, cents), (Used, cents), granted=cents).ledger()
    assert (cents, cents, Money(0)) == (ledger.drawn, ledger.spent, ledger.held)


@pytest.mark.parametrize(
    "steps",
    [
        [(Paid, HUGE), (Returned, HUGE), (Paid, HUGE)],
        [(InterestCharged, HUGE), (InterestCharged, HUGE)],
        [(Paid, HUGE), (Demanded, HUGE), (Repaid, HUGE), (Paid, HUGE)],
    ],
)
def test_sums_that_no_amount_can_hold(steps: list[tuple[Any, ...]]):
    """Sums beyond all money are told at the event that makes them so."""
    with pytest.raises(InvalidValueError) as caught:
        life(*steps, granted=HUGE)
    assert [("too_large", f"/events/{len(steps)}/amount")] == problems(caught.value)


def test_passed_on_to_many():
    """Ten thousand municipalities are added up in seconds."""
    events = [notice(10_000), move(Paid, 10_000)]
    events += [move(PassedOn, 1, id=f"e{n}", to=f"k{n}") for n in range(10_000)]
    began = time.perf_counter()
    found = Grant(id="g", programme="p", recipient=town(), events=tuple(events))
    assert eur(10_000) == found.ledger().with_others
    assert time.perf_counter() - began < 30


def test_twenty_thousand_events():
    """As many events as a grant may have are recorded and added up in seconds."""
    uses = [
        move(Used, "0.01", START + dt.timedelta(number // 30), id=f"u{number}")
        for number in range(19_998)
    ]
    began = time.perf_counter()
    found = life((Paid, 100), granted=1000).record(*uses[:9_000], *reversed(uses[9_000:9_900]))
    assert eur(1) == found.ledger().held  # 100 less 9,900 cents
    assert time.perf_counter() - began < 30
    with pytest.raises(InvalidValueError) as caught:
        found.record(*(move(Paid, "0.01", id=f"p{number}") for number in range(19_999)))
    assert [("too_many", "/events")] == problems(caught.value)


# -- in words --------------------------------------------------------------------------------------


def test_written_in_both_languages():
    """A ledger is a list of sums, in German or English."""
    ledger = life((Paid, 60), (Used, 50)).ledger()
    assert "granted: €100.00" == ledger.format().splitlines()[0]
    assert "zurückzufordern: 0,00 €" == ledger.format("de").splitlines()[-1]
    assert 7 == len(ledger.format("de").splitlines())


def test_on_a_day():
    """The ledger of a day knows nothing of what came after."""
    start = grant(move(Paid, 60, D(2018, 2, 1)), move(Used, 50, D(2018, 3, 1)), of=notice(100))
    assert [eur(0), eur(60), eur(10)] == [
        start.ledger(day).held for day in (D(2018, 1, 31), D(2018, 2, 28), D(2018, 3, 1))
    ]
