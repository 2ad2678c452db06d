"""Interest by hand: so many points above the base rate, which changes twice a year."""

import datetime as dt
from fractions import Fraction

import pytest
from tests.unit.funding.samples import (
    USE_IN_TWO_MONTHS,
    D,
    always,
    deadline,
    eur,
    grant,
    move,
    parameter,
    problems,
    silent,
    terms,
)

from integrationsplan import Money, Period, catalogue
from integrationsplan.errors import InvalidValueError, NotInForceError, NotStatedError
from integrationsplan.funding import (
    DayCount,
    DeadlineAnchor,
    DeadlineKind,
    Demanded,
    Grant,
    Interest,
    LateUseInterest,
    Paid,
    Repaid,
    Returned,
    Settled,
    Terms,
    Used,
    Waived,
    interest_on,
    interest_on_late_use,
)
from integrationsplan.parameters import Parameter
from integrationsplan.values import FrozenMap, Rounding

ACTUAL, THIRTY = DayCount.ACTUAL_365, DayCount.THIRTY_360


def interest(
    amount: str,
    start: dt.date,
    end: dt.date,
    count: DayCount = ACTUAL,
    rounding: Rounding = Rounding.HALF_UP,
    by: Terms | None = None,
) -> Interest:
    """Return the interest for the days from one to another."""
    return interest_on(
        eur(amount), Period(start, end), by or terms(), day_count=count, rounding=rounding
    )


def rates(base: Parameter, margin: str) -> Terms:
    """Return terms with a base rate and a margin."""
    return silent(
        parameters=FrozenMap({"base_rate": base, "interest_margin": always("percent", margin)})
    )


def test_over_a_change_of_the_base_rate():
    """10,000 in June and July: 6 % for 30 days and 6.5 % for 31 are 49.32 + 55.21 = 104.52."""
    found = interest("10000", D(2018, 6, 1), D(2018, 7, 31))
    assert eur("104.52") == found.total
    assert [(30, Fraction(6, 100)), (31, Fraction(65, 1000))] == [
        (step.days, step.rate) for step in found.steps
    ]
    assert Fraction(10000) * (Fraction(180, 36500) + Fraction(2015, 365000)) == sum(
        step.amount for step in found.steps
    )


def test_by_months_of_thirty_days():
    """The same: 30 days each, 50 + 54.17 = 104.17."""
    assert eur("104.17") == interest("10000", D(2018, 6, 1), D(2018, 7, 31), THIRTY).total


@pytest.mark.parametrize(
    ("rounding", "expected"), [(Rounding.DOWN, "104.16"), (Rounding.UP, "104.17")]
)
def test_rounded_once(rounding: Rounding, expected: str):
    """104.1666… is rounded once, as asked for."""
    found = interest("10000", D(2018, 6, 1), D(2018, 7, 31), THIRTY, rounding)
    assert eur(expected) == found.total


def test_negative_base_rate():
    """5 points above -0.88 % are 4.12 %."""
    assert eur("412") == interest("10000", D(2017, 1, 1), D(2017, 12, 31)).total


def test_rate_below_zero_is_none():
    """Half a point above -0.88 % is no negative interest."""
    found = interest(
        "10000", D(2017, 1, 1), D(2017, 12, 31), by=rates(always("percent", "-0.88"), "0.5")
    )
    assert (eur(0), Fraction(0)) == (found.total, found.steps[0].rate)


def test_whole_year_with_29_february():
    """366 days of 365 are more than a year; by months of thirty days a year is a year."""
    by = rates(always("percent", "0"), "5")
    assert eur("501.37") == interest("10000", D(2020, 1, 1), D(2020, 12, 31), by=by).total
    assert eur("500") == interest("10000", D(2020, 1, 1), D(2020, 12, 31), THIRTY, by=by).total


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (D(2018, 2, 1), D(2018, 2, 28), 30),
        (D(2018, 2, 28), D(2018, 2, 28), 3),
        (D(2020, 2, 1), D(2020, 2, 28), 28),
        (D(2020, 2, 1), D(2020, 2, 29), 30),
        (D(2018, 1, 1), D(2018, 1, 30), 29),
        (D(2018, 1, 1), D(2018, 1, 31), 30),
        (D(2018, 1, 31), D(2018, 1, 31), 1),
        (D(2018, 1, 30), D(2018, 1, 30), 0),
        (D(9999, 12, 1), D(9999, 12, 31), 30),
    ],
)
def test_days_of_months_of_thirty(start: dt.date, end: dt.date, days: int):
    """Every month has 30 days in all; the 30th and the 31st are one."""
    assert days == sum(step.days for step in interest("100", start, end, THIRTY).steps)


def test_one_day():
    """Both ends count, so that a day is a day."""
    assert [1] == [step.days for step in interest("100", D(2018, 1, 1), D(2018, 1, 1)).steps]


def test_margin_that_changes_within_a_half_year():
    """Each rate counts for its own days: 31 at 5 % and 28 at 6 %."""
    margin = parameter("percent", (None, D(2018, 1, 31), "5"), (D(2018, 2, 1), None, "6"))
    by = silent(
        parameters=FrozenMap({"base_rate": always("percent", "0"), "interest_margin": margin})
    )
    found = interest("36500", D(2018, 1, 1), D(2018, 2, 28), by=by)
    assert [(31, Fraction(5, 100)), (28, Fraction(6, 100))] == [
        (step.days, step.rate) for step in found.steps
    ]
    assert eur(31 * 5 + 28 * 6) == found.total


def test_rate_that_is_superseded():
    """A row without end holds until the next one begins."""
    base = parameter("percent", (None, None, "0"), (D(2018, 2, 1), None, "1"))
    found = interest("36500", D(2018, 1, 1), D(2018, 2, 28), by=rates(base, "5"))
    assert [(31, Fraction(5, 100)), (28, Fraction(6, 100))] == [
        (step.days, step.rate) for step in found.steps
    ]


def test_no_source_says_the_base_rate():
    """What nobody says is named."""
    with pytest.raises(NotStatedError, match="base_rate"):
        interest("100", D(2018, 1, 1), D(2018, 1, 31), by=silent())


def test_base_rate_of_a_day_is_not_known():
    """A gap in the table is no zero."""
    base = parameter("percent", (D(2018, 1, 1), D(2018, 3, 31), "1"))
    with pytest.raises(NotInForceError):
        interest("100", D(2018, 3, 1), D(2018, 4, 1), by=rates(base, "5"))
    assert 31 == interest("100", D(2018, 3, 1), D(2018, 3, 31), by=rates(base, "5")).steps[0].days


def test_open_time():
    """A time without end bears no interest that could be computed."""
    with pytest.raises(InvalidValueError):
        interest_on(
            eur(1), Period(D(2018, 1, 1)), terms(), day_count=ACTUAL, rounding=Rounding.DOWN
        )


def test_amount_below_zero():
    """Nobody owes interest on less than nothing."""
    with pytest.raises(InvalidValueError) as caught:
        interest("-1", D(2018, 1, 1), D(2018, 1, 31))
    assert [("no_money", "/amount")] == problems(caught.value)


def test_interest_on_nothing():
    """Nothing bears nothing."""
    assert eur(0) == interest("0", D(2018, 1, 1), D(2018, 1, 31)).total


def test_ten_to_the_eighteen_cents():
    """A very large amount for a very long time is computed, or told to be too large."""
    by = rates(always("percent", "0"), "5")
    year = Period(D(2018, 1, 1), D(2018, 12, 31))
    found = interest_on(Money(10**18), year, by, day_count=ACTUAL, rounding=Rounding.DOWN)
    assert Money(5 * 10**16) == found.total


def test_explained_with_its_sources():
    """Each time of one rate is a line, and each source stands there once."""
    found = interest("10000", D(2018, 6, 1), D(2018, 7, 31))
    lines = found.explain("de").splitlines()
    assert "Zinsen auf 10.000,00 €: 104,52 €" == lines[0]
    assert "  01.07.2018-31.07.2018: 31 Tage, 6,5 %" == lines[2]
    assert 4 == len(lines)
    assert "interest on €10,000.00: €104.52" == found.explain().splitlines()[0]


# -- late use --------------------------------------------------------------------------------------

PAID = D(2018, 1, 15)  # to be used by 15 March
LATER = D(2018, 12, 31)


def late_interest(
    life: Grant, day: dt.date = LATER, by: Terms | None = None, count: DayCount = ACTUAL
) -> LateUseInterest:
    """Return the interest on what was used late."""
    return interest_on_late_use(by or terms(), life, day, day_count=count, rounding=Rounding.DOWN)


def spans(found: LateUseInterest) -> list[tuple[str, dt.date | None, dt.date | None]]:
    """Return amount, first and last day of each part that bears interest."""
    return [
        (
            each.interest.on.to_text(),
            each.interest.steps[0].period.start,
            each.interest.steps[-1].period.end,
        )
        for each in found.parts
    ]


def test_late_use_bears_interest_from_the_payment():
    """36,500 paid on 15 January and used on 16 March: 60 days at 6 % are 360."""
    life = grant(move(Paid, 36500, PAID), move(Used, 36500, D(2018, 3, 16)))
    found = late_interest(life)
    assert [("36500.00", D(2018, 1, 16), D(2018, 3, 16))] == spans(found)
    assert (60, eur(360)) == (found.parts[0].interest.steps[0].days, found.total)


def test_used_on_the_last_day_bears_none():
    """Who uses in time owes nothing, to the day."""
    assert (
        eur(0)
        == late_interest(grant(move(Paid, 36500, PAID), move(Used, 36500, D(2018, 3, 15)))).total
    )


def test_only_what_is_late_bears_interest():
    """Of 30 a third was used in time, a third late, and a third lies there."""
    life = grant(
        move(Paid, 30, PAID), move(Used, 10, D(2018, 3, 15)), move(Used, 10, D(2018, 4, 1))
    )
    assert [
        ("10.00", D(2018, 1, 16), D(2018, 4, 1)),
        ("10.00", D(2018, 1, 16), D(2018, 6, 30)),
    ] == spans(late_interest(life, D(2018, 6, 30)))
    assert [] == spans(late_interest(life, D(2018, 3, 15)))


def test_over_a_change_of_the_rate():
    """30 June and 1 July have rates of their own: 166 days at 6 %, 31 at 6.5 %."""
    life = grant(move(Paid, 36500, PAID), move(Used, 36500, D(2018, 7, 31)))
    steps = late_interest(life).parts[0].interest.steps
    assert [(166, Fraction(6, 100)), (31, Fraction(65, 1000))] == [
        (step.days, step.rate) for step in steps
    ]
    assert eur("1197.50") == late_interest(life).total


def test_months_of_thirty_days():
    """From 16 January to 16 March are 61 days of such months."""
    life = grant(move(Paid, 36000, PAID), move(Used, 36000, D(2018, 3, 16)))
    assert [61] == [
        step.days
        for each in late_interest(life, count=THIRTY).parts
        for step in each.interest.steps
    ]


def test_all_parts_are_rounded_once():
    """Two parts of 0.66 and 0.66 cents are one cent in all, and none each."""
    life = grant(
        move(Paid, "1.34", PAID),
        move(Used, "0.67", D(2018, 3, 16)),
        move(Used, "0.67", D(2018, 3, 16), id="again"),
    )
    found = late_interest(life)
    assert [eur(0), eur(0)] == [each.interest.total for each in found.parts]
    assert eur("0.01") == found.total


def test_given_back_ends_the_time():
    """What is given back late bears interest until then."""
    life = grant(move(Paid, 10, PAID), move(Returned, 10, D(2018, 4, 1)))
    assert [("10.00", D(2018, 1, 16), D(2018, 4, 1))] == spans(late_interest(life))


def test_what_is_demanded_back_bears_other_interest():
    """Of 30, 10 are demanded: these are left out, before and after they are repaid."""
    life = grant(move(Paid, 30, PAID), move(Demanded, 10, D(2018, 5, 1)))
    assert ["30.00"] == [amount for amount, *_ in spans(late_interest(life, D(2018, 4, 30)))]
    assert ["20.00"] == [amount for amount, *_ in spans(late_interest(life))]
    repaid = life.record(move(Repaid, 10, D(2018, 6, 1)))
    assert ["20.00"] == [amount for amount, *_ in spans(late_interest(repaid))]
    waived = life.record(move(Waived, 10, D(2018, 6, 1)))
    assert ["30.00"] == [amount for amount, *_ in spans(late_interest(waived))]


def test_demand_of_two_payments():
    """A demand takes from the first payment first."""
    life = grant(
        move(Paid, 10, PAID), move(Paid, 10, D(2018, 2, 15)), move(Demanded, 15, D(2018, 7, 1))
    )
    assert [("5.00", D(2018, 2, 16), LATER)] == spans(late_interest(life))


def test_the_final_notice_ends_the_time():
    """What it leaves to the recipient is no longer to be used."""
    settled = Settled(id="final", on=D(2018, 6, 1), owed=eur(10))
    life = grant(move(Paid, 10, PAID), settled)
    assert [("10.00", D(2018, 1, 16), D(2018, 6, 1))] == spans(late_interest(life))


def test_spent_ahead_bears_none():
    """What was spent before it was paid never lay there, whatever the sources say."""
    life = grant(move(Used, 10, D(2018, 1, 1)), move(Paid, 10, PAID))
    assert eur(0) == late_interest(life, by=silent()).total


def test_no_source_says_by_when():
    """Money that lay there, and no word on how long it may: that is named, not guessed."""
    life = grant(move(Paid, 10, PAID), move(Used, 10, D(2018, 1, 16)))
    with pytest.raises(NotStatedError, match="use"):
        late_interest(life, by=silent())
    known = catalogue.terms("de-bw-integrationsmanagement")
    with pytest.raises(NotStatedError, match="municipal bodies"):
        late_interest(life, by=known)


def test_no_source_says_the_rate():
    """Late use under terms without rates names what is missing."""
    life = grant(move(Paid, 10, PAID))
    with pytest.raises(NotStatedError, match="base_rate"):
        late_interest(life, by=silent(deadlines=(USE_IN_TWO_MONTHS,)))


def test_a_day_that_never_comes():
    """Where the last day lies beyond the year 9999, nothing is late."""
    never = deadline("use", DeadlineKind.USE, after=DeadlineAnchor.PAYMENT, years=1000)
    last = dt.date.max
    life = grant(move(Paid, 10, last - dt.timedelta(1)))
    assert () == late_interest(life, last, by=silent(deadlines=(never,))).parts


def test_late_use_in_words():
    """Head, each part with its rates, and each source once."""
    life = grant(
        move(Paid, 20, PAID), move(Used, 10, D(2018, 3, 16)), move(Used, 10, D(2018, 3, 17))
    )
    assert [
        "Zinsen für verspätete Verwendung: 0,19 €",
        "paid-2018-01-15, 10,00 €: ausgezahlt am 15.01.2018, zu verwenden bis 15.03.2018",
        "  16.01.2018-16.03.2018: 60 Tage, 6 %",
        "paid-2018-01-15, 10,00 €: ausgezahlt am 15.01.2018, zu verwenden bis 15.03.2018",
        "  16.01.2018-17.03.2018: 61 Tage, 6 %",
        "  Trial figures, invented for this test, Nr. 1.4",
        "  Trial figures, invented for this test",
    ] == late_interest(life).explain("de").splitlines()
    assert "paid on 2018-01-15, to be used by 2018-03-15" in late_interest(life).explain()
