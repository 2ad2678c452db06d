"""Applications: who asks for what, and what such a document cannot be."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from tests.unit.funding.samples import (
    START,
    TWO_YEARS,
    application,
    cost,
    eur,
    post,
    problems,
    town,
)

from integrationsplan import AGS, Money, Period
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import Carrier, Participant, Post

FRANCS = Money.of(10, "CHF")
HUGE = Money.of("9" * 18)


def test_participants_are_applicant_and_members():
    """Everybody whose framework counts takes part, the applicant first."""
    found = application(members=(town("ladenburg"), town("heddesheim")))
    assert ["weinheim", "ladenburg", "heddesheim"] == [each.key for each in found.participants]
    assert found.is_joint


def test_district_applies_for_its_municipalities():
    """A district without a framework of its own is not among those who take part."""
    found = application(
        applicant=Participant(key="08226", name="Rhein-Neckar-Kreis"),
        applicant_takes_part=False,
        members=(town("a", "60000"), town("b", "70000")),
    )
    assert ["a", "b"] == [each.key for each in found.participants]
    assert eur("130000") == found.framework


def test_framework_of_a_consortium_is_the_sum():
    """What all may claim together is added up, also across districts."""
    members = (town("b", "30000.50", region=AGS("08221")), town("c", "0.50", region=AGS("08226")))
    assert eur("158001") == application(members=members).framework


def test_framework_is_not_known_where_one_is_missing():
    """A sum without somebody's framework would be too small, so there is none."""
    assert application(members=(town("b", None),)).framework is None
    assert application(applicant=town(framework=None)).framework is None


def test_title_is_the_name_or_the_key():
    """A body without a name is called by its key."""
    assert "Weinheim" == town(name="Weinheim").title
    assert "weinheim" == town().title


def test_days_of_a_post_may_be_open():
    """A post without days is funded for the whole period."""
    assert Period(START, None) == post(start=START).period


def test_shown_without_what_it_says():
    """An application in a log shows its id alone."""
    assert "<Application a1>" == repr(application())


WRONG: dict[str, tuple[Callable[[], Any], list[tuple[str, str]]]] = {
    "nobody takes part": (
        lambda: application(applicant_takes_part=False),
        [("nobody_takes_part", "/applicant_takes_part")],
    ),
    "open period": (lambda: application(period=Period(START)), [("open_period", "/period")]),
    "post twice": (
        lambda: application(posts=(post("a"), post("a"))),
        [("repeated_id", "/posts/1/id")],
    ),
    "cost twice": (
        lambda: application(costs=(cost("a", 1), cost("b", 1), cost("a", 1))),
        [("repeated_id", "/costs/2/id")],
    ),
    "carrier twice": (
        lambda: application(carriers=(Carrier(id="c", name="A"), Carrier(id="c", name="B"))),
        [("repeated_id", "/carriers/1/id")],
    ),
    "applicant among the members": (
        lambda: application(members=(town("b"), town("weinheim"))),
        [("repeated_id", "/members/1/key")],
    ),
    "unknown employer": (
        lambda: application(posts=(post(employer="caritas"),)),
        [("unknown_employer", "/posts/0/employer")],
    ),
    "cost of no post": (
        lambda: application(costs=(cost("a", 1, post="p9"),)),
        [("unknown_post", "/costs/0/post")],
    ),
    "post of no size": (lambda: post(fte="0"), [("not_positive", "/fte")]),
    "post below zero": (lambda: post(fte="-0.5"), [("not_positive", "/fte")]),
    "post that ends before it starts": (
        lambda: post(start=START, end=START - dt.timedelta(1)),
        [("ends_before_start", "/end")],
    ),
    "cost below zero": (lambda: cost("a", "-0.01"), [("no_money", "/amount")]),
    "cost in francs": (lambda: cost("a", FRANCS), [("other_currency", "/amount")]),
    "framework in francs": (
        lambda: Participant(key="a", framework=FRANCS),
        [("other_currency", "/framework")],
    ),
    "own money and income in francs": (
        lambda: application(own_money=FRANCS, income=FRANCS),
        [("other_currency", "/own_money"), ("other_currency", "/income")],
    ),
    "costs beyond all money": (
        lambda: application(costs=(cost("a", HUGE), cost("b", HUGE))),
        [("too_large", "/costs")],
    ),
    "frameworks beyond all money": (
        lambda: application(applicant=town(framework="9" * 18), members=(town("b", "9" * 18),)),
        [("too_large", "/members")],
    ),
    "a moment for a day": (
        lambda: application(received_on=dt.datetime(2018, 1, 1, tzinfo=dt.UTC)),
        [("wrong_type", "/received_on")],
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_refused(name: str):
    """What an application cannot be is told with its place."""
    make, expected = WRONG[name]
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert expected == problems(caught.value)


def test_everything_wrong_at_once():
    """All problems are told together."""
    with pytest.raises(InvalidValueError) as caught:
        application(
            period=Period(),
            posts=(post("a", employer="x"), post("a", employer="y")),
            costs=(cost("c", 1, post="z"),),
        )
    assert 5 == len(caught.value.problems)


def test_employer_is_a_participant_or_a_carrier():
    """Whoever takes part or does the work may employ."""
    carrier = Carrier(id="awo", name="AWO")
    posts = tuple(
        Post(id=f"p{n}", fte="0.5", employer=key) for n, key in enumerate(["weinheim", "b", "awo"])
    )
    found = application(members=(town("b"),), carriers=(carrier,), posts=posts)
    assert 3 == len(found.posts)


def test_empty_application():
    """An application without posts and costs is one: its checks tell what is missing."""
    assert TWO_YEARS == application(posts=()).period
