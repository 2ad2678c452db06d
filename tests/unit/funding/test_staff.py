"""Who held which post for how long, with pay."""

import datetime as dt
from fractions import Fraction

import pytest
from tests.unit.funding.samples import (
    START,
    D,
    application,
    eur,
    filled,
    grant,
    notice,
    post,
    problems,
    proof,
    rule,
    terms,
    town,
)

from integrationsplan import Period
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import (
    Grant,
    GrantEvent,
    PayInterrupted,
    PostVacated,
    settle,
)

END = D(2019, 12, 31)


def vacated(on: dt.date, id: str = "vacated", of: str = "p1") -> PostVacated:
    """Return that a post was vacated."""
    return PostVacated(id=id, on=on, post=of)


def unpaid(on: dt.date, until: dt.date, id: str = "unpaid", of: str = "p1") -> PayInterrupted:
    """Return a time without pay."""
    return PayInterrupted(id=id, on=on, post=of, until=until)


def held(life: Grant, until: dt.date | None = None) -> list[tuple[str, dt.date, dt.date]]:
    """Return ids and days of the posts held."""
    return [(each.id, each.start, each.end) for each in life.posts(until)]


def due(*events: GrantEvent) -> str:
    """Return what the rule grants for posts as they were held."""
    life = grant(*events, of=notice("300000"))
    found = settle(
        terms(),
        life,
        proof(posts=life.posts()),
        application=application(applicant=town(framework="300000")),
        rule=rule(),
    )
    return found.due.to_text()


def test_held_to_the_end():
    """A post that nobody vacated is held to the end of the period."""
    assert [("p1", START, END)] == held(grant(filled()))


def test_held_until_a_day():
    """Asked for a day, it is held until then."""
    assert [("p1", START, D(2018, 6, 30))] == held(grant(filled()), D(2018, 6, 30))
    assert [] == held(grant(filled(on=D(2018, 7, 1))), D(2018, 6, 30))


def test_held_before_the_granted_time():
    """Who was employed already is paid from the first granted day: 128,000, not 138,666.67."""
    early = grant(of=notice(on=D(2017, 11, 1))).record(filled(on=D(2017, 11, 1)))
    assert [("p1", START, END)] == held(early)
    assert "128000.00" == due(filled())
    wide = notice("300000", on=D(2017, 11, 1))
    found = settle(
        terms(),
        grant(filled(on=D(2017, 11, 1)), of=wide),
        proof(posts=early.posts()),
        application=application(applicant=town(framework="300000")),
        rule=rule(),
    )
    assert (eur(128000), ()) == (found.due, found.findings)


def test_held_only_before_the_granted_time():
    """Who left before the first granted day is paid nothing."""
    early = grant(of=notice(on=D(2017, 11, 1))).record(
        filled(on=D(2017, 11, 1)), vacated(D(2017, 12, 31))
    )
    assert [] == held(early)


def test_filled_again_at_another_rate():
    """51,000 for seven months, then 64,000: two times of one post."""
    first = filled(of=post(qualification="vocational"))
    events = (first, vacated(D(2018, 7, 31)), filled("again", D(2018, 8, 1)))
    life = grant(*events)
    assert [("p1", START, D(2018, 7, 31)), ("p1.2", D(2018, 8, 1), END)] == held(life)
    assert ["p1", "p1"] == [each.of for each in life.posts()]
    assert "120416.67" == due(*events)


def test_gap_between_two_holders_is_not_paid():
    """Two months without a holder are 22 of 24 months."""
    assert "117333.33" == due(filled(), vacated(D(2018, 7, 31)), filled("again", D(2018, 10, 1)))


def test_three_months_without_pay():
    """Parental leave from October to December 2018: 21 of 24 months."""
    events = (filled(), unpaid(D(2018, 10, 1), D(2018, 12, 31)))
    assert [("p1", START, D(2018, 9, 30)), ("p1.2", D(2019, 1, 1), END)] == held(grant(*events))
    assert "112000.00" == due(*events)


def test_without_pay_to_the_end():
    """Who is not paid again is paid until the day before."""
    life = grant(filled(), unpaid(D(2019, 10, 1), dt.date.max))
    assert [("p1", START, D(2019, 9, 30))] == held(life)


def test_without_pay_from_the_first_day():
    """Nothing is paid before the first day with pay."""
    life = grant(filled(), unpaid(START, D(2018, 1, 31)))
    assert [("p1", D(2018, 2, 1), END)] == held(life)


def test_never_with_pay():
    """A post without a day of pay is no post."""
    assert [] == held(grant(filled(), unpaid(START, END)))


def test_two_times_without_pay_that_overlap():
    """Days that are named twice are left out once."""
    life = grant(
        filled(),
        unpaid(D(2018, 3, 1), D(2018, 5, 31)),
        unpaid(D(2018, 5, 1), D(2018, 6, 30), "more"),
    )
    assert [("p1", START, D(2018, 2, 28)), ("p1.2", D(2018, 7, 1), END)] == held(life)


def test_a_short_time_within_a_long_one():
    """An interruption inside another one gives no day back."""
    life = grant(
        filled(),
        unpaid(D(2018, 3, 1), D(2018, 6, 30)),
        unpaid(D(2018, 4, 1), D(2018, 4, 30), "more"),
    )
    assert [("p1", START, D(2018, 2, 28)), ("p1.2", D(2018, 7, 1), END)] == held(life)


def test_vacated_while_without_pay():
    """Who leaves during leave is not paid again; who follows is."""
    life = grant(
        filled(),
        unpaid(D(2018, 3, 1), D(2018, 12, 31)),
        vacated(D(2018, 6, 30)),
        filled("again", D(2018, 7, 1)),
    )
    assert [("p1", START, D(2018, 2, 28)), ("p1.2", D(2018, 7, 1), END)] == held(life)


def test_held_for_a_day():
    """Filled and vacated on one day is a day."""
    assert [("p1", START, START)] == held(grant(filled(), vacated(START)))


def test_parts_of_one_post_with_two_holders():
    """0.5 and 0.5 at the same time are two posts, each with its own days."""
    life = grant(
        filled("a", of=post("p1a", "0.5", holder="h1")),
        filled("b", of=post("p1b", "0.5", holder="h2")),
        vacated(D(2018, 6, 30), of="p1b"),
    )
    assert [("p1a", START, END), ("p1b", START, D(2018, 6, 30))] == held(life)
    assert Fraction(1) == sum(Fraction(each.fte) for each in life.posts())


def test_names_of_times_stay_apart_from_other_posts():
    """The second time of p1 is not called p1.2 where another post is."""
    life = grant(
        filled(),
        vacated(D(2018, 3, 31)),
        filled("other", D(2018, 4, 1), post("p1.2")),
        filled("again", D(2018, 4, 1)),
    )
    names = [each.id for each in life.posts()]
    assert ["p1", "p1.3", "p1.2"] == names
    assert 3 == len(proof(posts=life.posts()).posts)


def test_long_names():
    """Posts whose long ids begin alike have times with names of their own."""
    ids = ["x" * 60 + end for end in ("aaaa", "bbbb")]
    events: list[GrantEvent] = []
    for number, name in enumerate(ids):
        events += [
            filled(f"f{number}", of=post(name)),
            vacated(D(2018, 3, 31), f"v{number}", name),
            filled(f"g{number}", D(2018, 5, 1), post(name)),
        ]
    names = [each.id for each in grant(*events).posts()]
    assert 4 == len(set(names))
    assert 64 >= max(map(len, names))


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([filled(), filled("again")], ("post_is_filled", "/events/2/post/id")),
        (
            [filled(), vacated(D(2018, 3, 31)), filled("again", D(2018, 3, 31))],
            ("post_is_filled", "/events/3/post/id"),
        ),
        ([vacated(START)], ("post_is_free", "/events/1/post")),
        ([unpaid(START, END)], ("post_is_free", "/events/1/post")),
        (
            [filled(), vacated(D(2018, 3, 31)), vacated(D(2018, 4, 30), "again")],
            ("post_is_free", "/events/3/post"),
        ),
    ],
)
def test_refused(events: list[GrantEvent], expected: tuple[str, str]):
    """A post is held by one at a time, on its last day too; what nobody holds is not vacated."""
    with pytest.raises(InvalidValueError) as caught:
        grant(*events)
    assert [expected] == problems(caught.value)


def test_filled_on_the_next_day():
    """On the day after its last one, a post is free."""
    life = grant(filled(), vacated(D(2018, 3, 31)), filled("again", D(2018, 4, 1)))
    assert [Period(START, D(2018, 3, 31)), Period(D(2018, 4, 1), END)] == [
        each.period for each in life.posts()
    ]
    assert eur("128000") == life.ledger().granted


def test_filled_very_often():
    """Thousands of holders of one post are told apart in seconds."""
    events: list[GrantEvent] = []
    for number in range(300):
        day = START + dt.timedelta(2 * number)
        events += [filled(f"f{number}", day), vacated(day, f"v{number}")]
    assert 300 == len({each.id for each in grant(*events).posts()})
