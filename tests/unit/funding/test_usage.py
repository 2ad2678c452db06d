"""Use in time: two months from the payment, to the day; first drawn is first used."""

import datetime as dt

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
    silent,
    terms,
)

from integrationsplan import Period
from integrationsplan.funding import (
    Claimed,
    DeadlineAnchor,
    DeadlineKind,
    Demanded,
    Grant,
    Paid,
    PassedOn,
    Repaid,
    Returned,
    Terms,
    Used,
    drawn_uses,
    review_use,
)
from integrationsplan.values import FrozenMap

LATER = D(2021, 1, 1)


def drawn(life: Grant, day: dt.date = LATER) -> list[tuple[str, str, dt.date | None]]:
    """Return payment, amount and day of use of each part."""
    return [
        (part.payment, part.amount.to_text(), part.used_on)
        for part in drawn_uses(terms(), life, day)
    ]


@pytest.mark.parametrize(
    ("paid", "last"),
    [
        (D(2018, 1, 15), D(2018, 3, 15)),
        (D(2018, 1, 31), D(2018, 3, 31)),
        (D(2018, 12, 31), D(2019, 2, 28)),
        (D(2018, 12, 29), D(2019, 2, 28)),
        (D(2019, 12, 31), D(2020, 2, 29)),
        (D(2018, 6, 30), D(2018, 8, 30)),
        (D(2018, 2, 28), D(2018, 4, 28)),
    ],
)
def test_two_months_from_a_payment(paid: dt.date, last: dt.date):
    """The last day has the number of the first, or is the last of its month."""
    in_time = grant(move(Paid, 10, paid), move(Used, 10, last))
    assert () == review_use(terms(), in_time, LATER)
    late = grant(move(Paid, 10, paid), move(Used, 10, last + dt.timedelta(1)))
    (found,) = review_use(terms(), late, LATER)
    assert ("used_late", last.isoformat()) == (found.code, found.values["last"])


def test_late_use_says_on_what_it_rests():
    """The finding names payment, amount, day and paragraph."""
    life = grant(move(Paid, 10, D(2018, 1, 15)), move(Used, 4, D(2018, 3, 16)))
    found, other = review_use(terms(), life, D(2018, 3, 16))
    assert ("paid-2018-01-15", "4.00", "2018-01-15") == (
        found.subject,
        found.values["amount"],
        found.values["drawn"],
    )
    assert "Nr. 1.4" in (found.source or "")
    assert ("not_used", "6.00") == (other.code, other.values["amount"])
    assert "Am 15.01.2018 abgerufene 4,00 €" in found.text.de


def test_nothing_lies_too_long_on_the_last_day():
    """On the last day the money may still be used; the day after it may not."""
    life = grant(move(Paid, 10, D(2018, 1, 15)))
    assert () == review_use(terms(), life, D(2018, 3, 15))
    assert ["not_used"] == codes(review_use(terms(), life, D(2018, 3, 16)))


def test_first_drawn_is_first_used():
    """25 used of 20 and 30 drawn: 20 of the first payment, 5 of the second."""
    life = grant(
        move(Paid, 20, D(2018, 1, 10)),
        move(Paid, 30, D(2018, 2, 10)),
        move(Used, 25, D(2018, 2, 20)),
    )
    assert [
        ("paid-2018-01-10", "20.00", D(2018, 2, 20)),
        ("paid-2018-02-10", "5.00", D(2018, 2, 20)),
        ("paid-2018-02-10", "25.00", None),
    ] == drawn(life)


def test_given_back_lies_there_no_longer():
    """What was given back in time is not late."""
    life = grant(move(Paid, 20, D(2018, 1, 10)), move(Returned, 20, D(2018, 3, 10)))
    assert () == review_use(terms(), life, LATER)


def test_passed_on_is_not_used():
    """Money that a municipality has and does not use is as late as that of the district."""
    life = grant(
        move(Paid, 20, D(2018, 1, 10)),
        move(PassedOn, 20, D(2018, 1, 11), to="a"),
        move(Used, 15, D(2018, 3, 10), by="a"),
    )
    assert ["not_used"] == codes(review_use(terms(), life, LATER))


def test_repaid_is_taken_from_what_lies_there_first():
    """Of 20 drawn, 15 used and 10 repaid, 5 lay there; the others had been used."""
    life = grant(
        move(Paid, 20, D(2018, 1, 10)),
        move(Used, 15, D(2018, 2, 1)),
        move(Demanded, 10, D(2018, 6, 1)),
        move(Repaid, 10, D(2018, 7, 1)),
    )
    assert [
        ("paid-2018-01-10", "15.00", D(2018, 2, 1)),
        ("paid-2018-01-10", "5.00", D(2018, 7, 1)),
    ] == drawn(life)


def test_until_a_day():
    """What is used later is not used yet."""
    life = grant(move(Paid, 20, D(2018, 1, 10)), move(Used, 20, D(2018, 2, 1)))
    assert [("paid-2018-01-10", "20.00", None)] == drawn(life, D(2018, 1, 31))
    assert [] == drawn(life, D(2018, 1, 9))


def test_no_source_says_how_long():
    """Where nobody says how long money may lie, it is never late."""
    life = grant(move(Paid, 20, D(2018, 1, 10)))
    assert () == review_use(silent(), life, LATER)
    (part,) = drawn_uses(silent(), life, LATER)
    assert (None, None, False) == (part.last, part.source, part.is_late(LATER))


def test_law_of_the_day_of_payment():
    """Two months until 2018, six weeks from 2019 on: the payment decides."""
    rules = (
        deadline(
            "old",
            DeadlineKind.USE,
            after=DeadlineAnchor.PAYMENT,
            months=2,
            period=Period(None, D(2018, 12, 31)),
        ),
        deadline(
            "new",
            DeadlineKind.USE,
            after=DeadlineAnchor.PAYMENT,
            weeks=6,
            period=Period(D(2019, 1, 1), None),
        ),
    )
    life = grant(move(Paid, 10, D(2018, 12, 31)), move(Paid, 10, D(2019, 1, 1)))
    parts = drawn_uses(silent(deadlines=rules), life, LATER)
    assert [D(2019, 2, 28), D(2019, 2, 12)] == [part.last for part in parts]


def quarterly(**given: int) -> Terms:
    """Return terms by which claims are made so long after the end of a quarter."""
    rule = deadline("claim", DeadlineKind.CLAIM, after=DeadlineAnchor.QUARTER_END, **given)
    return silent(deadlines=(rule,))


@pytest.mark.parametrize("end", [D(2018, 1, 1), D(2018, 2, 28), D(2018, 3, 31)])
def test_claim_within_twelve_months_of_the_quarter(end: dt.date):
    """A claim for the first quarter is in time until 31 March of the next year."""
    covers = Period(START, end)
    in_time = grant(move(Claimed, 10, D(2019, 3, 31), covers=covers))
    assert () == review_use(quarterly(months=12), in_time, LATER)
    late = grant(move(Claimed, 10, D(2019, 4, 1), covers=covers))
    (found,) = review_use(quarterly(months=12), late, LATER)
    assert ("claim_late", "claimed-2019-04-01", "2019-03-31") == (
        found.code,
        found.subject,
        found.values["deadline"],
    )


@pytest.mark.parametrize(
    ("month", "last"), [(5, D(2018, 7, 31)), (8, D(2018, 10, 31)), (12, D(2019, 1, 31))]
)
def test_claim_within_a_month_of_the_quarter(month: int, last: dt.date):
    """A month after a quarter ends with the month after it."""
    covers = Period(D(2018, month, 1), D(2018, month, 15))
    life = grant(move(Claimed, 1, last, covers=covers))
    assert () == review_use(quarterly(months=1), life, LATER)
    late = grant(move(Claimed, 1, last + dt.timedelta(1), covers=covers))
    assert ["claim_late"] == codes(review_use(quarterly(months=1), late, LATER))


def test_claim_of_four_quarters():
    """Of a claim for a year each quarter is lost for itself; the last one is in time."""
    covers = Period.of_year(2018)
    in_time = grant(move(Claimed, 10, D(2019, 3, 31), covers=covers))
    assert () == review_use(quarterly(months=12), in_time, LATER)
    late = grant(move(Claimed, 10, D(2019, 12, 31), covers=covers))
    assert [
        ("claim_part_late", "2018-01-01", "2018-03-31", "2019-03-31"),
        ("claim_part_late", "2018-04-01", "2018-06-30", "2019-06-30"),
        ("claim_part_late", "2018-07-01", "2018-09-30", "2019-09-30"),
    ] == [
        (found.code, *(found.values[name] for name in ("start", "end", "deadline")))
        for found in review_use(quarterly(months=12), late, LATER)
    ]


@pytest.mark.parametrize("covers", [None, Period(START, None)])
def test_claim_for_no_time(covers: Period | None):
    """A claim that does not say for which time may be for the last quarter."""
    life = grant(move(Claimed, 1, D(2019, 12, 1), covers=covers))
    assert () == review_use(quarterly(months=1), life, LATER)


def test_claim_by_the_end_of_the_grant():
    """What is counted from the end of the grant is not over before it."""
    rule = deadline("claim", DeadlineKind.CLAIM, after=DeadlineAnchor.PERIOD_END, months=1)
    life = grant(move(Claimed, 1, D(2019, 12, 1), covers=Period(START, START)))
    assert () == review_use(silent(deadlines=(rule,)), life, LATER)


def test_use_by_a_named_day():
    """A window for the use ends for all that was paid in it; what is paid after it has no day."""
    window = deadline("use", DeadlineKind.USE, on=D(2019, 6, 30))
    life = grant(
        move(Paid, 10, D(2018, 5, 1)),
        move(Paid, 20, D(2019, 6, 30)),
        move(Paid, 30, D(2019, 7, 1)),
    )
    parts = drawn_uses(silent(deadlines=(window,)), life, LATER)
    assert [D(2019, 6, 30), D(2019, 6, 30), None] == [part.last for part in parts]


def test_the_earlier_of_two_days_for_use():
    """Two months after the payment, and at the latest one month after the grant."""
    end = deadline("end", DeadlineKind.USE, after=DeadlineAnchor.PERIOD_END, months=1)
    months = deadline("use", DeadlineKind.USE, after=DeadlineAnchor.PAYMENT, months=2)
    life = grant(move(Paid, 10, D(2018, 5, 1)), move(Paid, 20, D(2019, 12, 15)))
    parts = drawn_uses(silent(deadlines=(end, months)), life, LATER)
    assert [D(2018, 7, 1), D(2020, 1, 31)] == [part.last for part in parts]


def test_what_took_it_is_named():
    """Each part has the event that used it or gave it back."""
    life = grant(
        move(Paid, 30, D(2018, 1, 10)),
        move(Used, 10, D(2018, 1, 20)),
        move(Returned, 5, D(2018, 1, 21)),
    )
    assert ["used-2018-01-20", "returned-2018-01-21", None] == [
        part.event for part in drawn_uses(terms(), life, LATER)
    ]


def test_end_of_the_calendar():
    """A payment of which two months lead beyond the year 9999 is never late."""
    last = dt.date.max
    life = grant(
        move(Paid, 10, last),
        move(Claimed, 1, last, covers=Period(last, last)),
        of=notice(100),
    )
    assert () == review_use(terms(), life, last)
    assert () == review_use(quarterly(months=1), life, last)


def test_very_many_payments():
    """Thousands of payments are followed in seconds."""
    life = grant(*(move(Paid, 1, START, id=f"p{number}") for number in range(5_000)))
    life = life.record(move(Used, "4999.50"))
    parts = drawn_uses(terms(), life, LATER)
    assert (5_001, eur("0.50")) == (len(parts), parts[-1].amount)
    assert FrozenMap() == silent().programme.parameters
