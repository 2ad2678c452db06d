"""Grants: events in the order of their days, and what they tell of period, plan and posts."""

import datetime as dt
import time

import pytest
from tests.unit.funding.samples import (
    START,
    TWO_YEARS,
    D,
    cost,
    eur,
    filled,
    grant,
    move,
    notice,
    problems,
    town,
)

from integrationsplan import Period, from_json, to_json
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.funding import (
    Amended,
    AmendmentReason,
    EarmarkSense,
    Grant,
    GrantEarmark,
    Paid,
    PostVacated,
    Returned,
    Settled,
)
from integrationsplan.serialization import decoders

EMPTY = Grant(id="g1", programme="trial", recipient=town())


def amended(id: str, on: dt.date, months: int, **given: object) -> Amended:
    """Return an amendment of the time."""
    return Amended(
        **{
            "id": id,
            "on": on,
            "amount": eur("128000"),
            "period": Period.of_months(START, months),
            "reason": AmendmentReason.EXTENSION,
            **given,
        }
    )


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], START),
        ([amended("a", D(2018, 12, 1), 36)], D(2018, 12, 1)),
        ([amended("a", D(2018, 12, 1), 36), amended("b", D(2020, 12, 1), 60)], D(2020, 12, 1)),
    ],
)
def test_day_of_the_law(events: list[Amended], expected: dt.date):
    """The law is that of the last notice."""
    assert expected == grant(*events).law_day


def test_day_of_the_law_of_an_early_notice():
    """A notice before its period counts from the first day of that."""
    assert START == grant(of=notice(on=D(2017, 11, 1))).law_day


def test_day_of_the_law_without_notice():
    """What is not granted has no day of the law."""
    with pytest.raises(UnknownNameError):
        _ = EMPTY.law_day


def test_recorded_where_the_day_belongs():
    """An event of an earlier day goes before those of later ones."""
    life = grant(move(Paid, 10, D(2018, 3, 1)), move(Paid, 10, D(2018, 2, 1)))
    assert [START, D(2018, 2, 1), D(2018, 3, 1)] == [event.on for event in life.events]


def test_recorded_last_of_a_day():
    """Of one day, what is recorded later comes later, so that the order can be told."""
    life = grant(move(Paid, 10)).record(move(Returned, 10))
    assert ["notice", "paid-2018-01-01", "returned-2018-01-01"] == [e.id for e in life.events]
    with pytest.raises(InvalidValueError):
        grant(move(Returned, 10), move(Paid, 10))


def test_nothing_is_recorded_where_one_is_wrong():
    """Of several events all are taken, or none."""
    life = grant()
    with pytest.raises(InvalidValueError):
        life.record(move(Paid, 10), move(Returned, 11))
    assert 1 == len(life.events)


def test_record_returns_another_grant():
    """A grant never changes."""
    life = grant()
    more = life.record(move(Paid, 10))
    assert (1, 2) == (len(life.events), len(more.events))


def test_recording_nothing():
    """Without events the grant is as it was."""
    assert grant() == grant().record()


def test_an_earlier_event_can_take_the_money_of_a_later_one():
    """What is recorded late is looked at with everything that came after it."""
    life = grant(move(Paid, 10), move(Returned, 10, D(2018, 3, 1)))
    with pytest.raises(InvalidValueError) as caught:
        life.record(move(Returned, 5, D(2018, 2, 1)))
    assert [("more_than_there_is", "/events/3/amount")] == problems(caught.value)


def test_out_of_order():
    """A document whose events are not in order is refused with the place."""
    events = (notice(), move(Paid, 10, D(2018, 3, 1)), move(Paid, 10, D(2018, 2, 1)))
    with pytest.raises(InvalidValueError) as caught:
        Grant(id="g", programme="p", recipient=town(), events=events)
    assert [("events_out_of_order", "/events/2/on")] == problems(caught.value)


def test_id_twice():
    """Each event has an id of its own."""
    with pytest.raises(InvalidValueError) as caught:
        grant(move(Paid, 1, id="a"), move(Paid, 1, id="a"))
    assert [("repeated_id", "/events/2/id")] == problems(caught.value)


def test_everything_wrong_at_once():
    """An unknown post, an id that stands twice and money that is not there are told together."""
    with pytest.raises(InvalidValueError) as caught:
        grant(
            move(Returned, 1, id="a"),
            move(Paid, 1, id="a"),
            PostVacated(id="b", on=START, post="p1"),
        )
    assert [
        ("repeated_id", "/events/2/id"),
        ("more_than_there_is", "/events/1/amount"),
        ("post_is_free", "/events/3/post"),
    ] == problems(caught.value)


def test_period_by_the_last_notice():
    """24, then 36, then 60 months: each from the day of its notice on."""
    life = grant(amended("a", D(2018, 11, 1), 36), amended("b", D(2020, 11, 11), 60))
    assert [24, 36, 60, 60] == [
        life.period(day).whole_months
        for day in (D(2018, 10, 31), D(2018, 11, 1), D(2020, 11, 11), None)
    ]


def test_plan_stays_where_no_new_one_is_given():
    """An extension without a plan leaves the plan; one with a plan replaces it."""
    old, new = (cost("a", 10),), (cost("a", 5), cost("b", 5))
    life = grant(
        amended("a", D(2018, 11, 1), 36),
        amended("b", D(2019, 11, 1), 36, plan=new, reason=AmendmentReason.TRANSFER),
        of=notice(plan=old),
    )
    assert [old, old, new, new] == [
        life.plan(day) for day in (START, D(2018, 11, 1), D(2019, 11, 1), None)
    ]


def test_earmarks_stay_where_no_new_ones_are_given():
    """An amendment without earmarks leaves them; one with none takes them away."""
    earmark = GrantEarmark(
        id="e", title="Sachkosten", amount=eur(10), sense=EarmarkSense.AT_MOST, lines=("a",)
    )
    life = grant(
        amended("a", D(2018, 11, 1), 36),
        amended("b", D(2019, 11, 1), 36, earmarks=()),
        of=notice(earmarks=(earmark,)),
    )
    assert [(earmark,), (earmark,), ()] == [
        life.earmarks(day) for day in (START, D(2018, 11, 1), None)
    ]


def test_plan_may_become_empty():
    """A new plan without lines is a plan."""
    life = grant(amended("a", D(2018, 11, 1), 36, plan=()), of=notice(plan=(cost("a", 10),)))
    assert () == life.plan()


@pytest.mark.parametrize("day", [None, D(2017, 12, 31)])
def test_before_the_notice(day: dt.date | None):
    """What is not granted yet has no period and no plan."""
    life = EMPTY if day is None else grant()
    for asked in (life.period, life.plan, life.earmarks):
        with pytest.raises(UnknownNameError):
            asked(day)


def test_empty_grant():
    """A grant without events has a ledger of nothing, and no notice, period or posts."""
    assert (eur(0), ()) == (EMPTY.ledger().granted, EMPTY.until(START))
    with pytest.raises(UnknownNameError):
        assert EMPTY.notice
    with pytest.raises(UnknownNameError):
        EMPTY.posts()


def test_until_a_day():
    """The day itself is part of it."""
    life = grant(move(Paid, 10, D(2018, 2, 1)))
    assert (1, 2) == (len(life.until(D(2018, 1, 31))), len(life.until(D(2018, 2, 1))))


def test_a_moment_is_no_day():
    """Whoever asks for a moment is told."""
    moment = dt.datetime(2018, 2, 1, tzinfo=dt.UTC)
    life = grant(filled())
    for asked in (life.until, life.ledger, life.period, life.plan, life.posts):
        with pytest.raises(InvalidValueError, match="moment"):
            asked(moment)


def test_shown_without_what_it_says():
    """A grant in a log shows its id and how much has happened."""
    assert "<Grant g1: 2 events>" == repr(grant(move(Paid, 10)))


def test_first_and_last_day_of_the_calendar():
    """A grant over all years is a grant."""
    whole = Period(dt.date.min, dt.date.max)
    life = EMPTY.record(
        notice(on=dt.date.min, period=whole),
        filled(on=dt.date.min),
        Settled(id="s", on=dt.date.max, owed=eur(0)),
    )
    assert [whole] == [each.period for each in life.posts()]
    assert TWO_YEARS != life.period()


@pytest.mark.parametrize("decoder", decoders())
def test_very_long_life_as_a_document(decoder: str):
    """Very many events are read in seconds."""
    life = grant(*(move(Paid, "0.01", id=f"p{number}") for number in range(5_000)))
    began = time.perf_counter()
    assert life == from_json(to_json(life), Grant, decoder=decoder)
    assert time.perf_counter() - began < 30
