"""Laws of payments: parts add up, what is in time bears nothing, and no cent of a claim is lost."""

import datetime as dt
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.funding.samples import (
    START,
    TWO_YEARS,
    D,
    always,
    deadline,
    grant,
    move,
    notice,
    silent,
    terms,
)

from integrationsplan import Money, Period
from integrationsplan.funding import (
    ClaimDue,
    Claimed,
    DayCount,
    DeadlineAnchor,
    DeadlineKind,
    Grant,
    GrantEvent,
    Paid,
    Terms,
    Used,
    advance_on,
    drawn_uses,
    first_instalments,
    interest_on_late_use,
    personnel_cost,
    review_use,
    settle_claim,
)
from integrationsplan.values import FrozenMap, Rounding

MANY = settings(max_examples=150, deadline=None)

amounts = st.integers(0, 10**19).map(Money)
small = st.integers(1, 10**7)
percents = st.integers(0, 100_000).map(lambda each: f"{each // 1000}.{each % 1000:03}")
roundings = st.sampled_from(Rounding)
days = st.dates(START, D(2019, 12, 31))
INTEREST = {"day_count": DayCount.ACTUAL_365, "rounding": Rounding.DOWN}


def share(name: str, percent: str) -> Terms:
    """Return terms that say one share."""
    return silent(parameters=FrozenMap({name: always("percent", percent)}))


def claims_within(months: int) -> Terms:
    """Return terms by which a quarter is claimed so many months after its end."""
    rule = deadline("claim", DeadlineKind.CLAIM, after=DeadlineAnchor.QUARTER_END, months=months)
    return silent(deadlines=(rule,))


@MANY
@given(award=amounts, percent=percents, rounding=roundings)
def test_instalments_add_up_to_the_grant(award: Money, percent: str, rounding: Rounding):
    """Whatever the share and the rounding, no cent is left over or made up."""
    found = first_instalments(share("first_tranche", percent), award, START, rounding=rounding)
    assert award == Money.total(each.amount for each in found.instalments)
    assert award == found.first + found.rest
    assert all(each.amount.minor > 0 for each in found.instalments)
    assert abs(found.first.minor - award.minor * found.term.number) <= 1


@MANY
@given(expected=amounts, percent=percents)
def test_advance_is_never_more_than_allowed(expected: Money, percent: str):
    """Cut to cents, it is the largest amount that is not above the share."""
    found = advance_on(share("advance", percent), expected, START)
    exact = expected.minor * found.term.number
    assert found.most.minor <= exact < found.most.minor + 1
    assert expected == found.most + found.rest


@MANY
@given(gross=amounts, percent=percents)
def test_flat_rate_is_cut_to_cents(gross: Money, percent: str):
    """The flat rate is its share of the pay, less than a cent below it."""
    found = personnel_cost(share("employer_insurance", percent), gross, START)
    assert 0 <= gross.minor * found.term.number - found.insurance.minor < 1
    assert found.total == gross + found.insurance


quarters = st.integers(0, 7).map(
    lambda number: Period.of_months(D(2018 + number // 4, 3 * (number % 4) + 1, 1), 3)
)
dues = st.lists(
    st.builds(lambda period, cents: ClaimDue(period=period, amount=Money(cents)), quarters, small),
    max_size=10,
)


@MANY
@given(
    given_dues=dues,
    advanced=st.integers(0, 10**8).map(Money),
    on=st.dates(START, D(2023, 12, 31)),
    months=st.integers(1, 30),
)
def test_due_is_advance_and_rest(
    given_dues: list[ClaimDue], advanced: Money, on: dt.date, months: int
):
    """What is due and lost is all that was claimed; what is due is the advance and the rest."""
    claim: Claimed = move(Claimed, 1, on, covers=TWO_YEARS)
    found = settle_claim(claims_within(months), grant(claim), claim, given_dues, advanced=advanced)
    assert found.due + found.lost == Money.total(each.amount for each in given_dues)
    assert found.due + found.over == advanced + found.rest
    assert not (found.rest.minor and found.over.minor)
    told = {each.code for each in found.findings}
    assert bool(found.lost.minor) == bool(told & {"claim_late", "claim_part_late"})
    assert bool(found.over.minor) == ("advance_above_due" in told)


@MANY
@given(given_dues=dues, on=st.dates(START, D(2023, 12, 31)), months=st.integers(1, 30))
def test_settled_alone_or_together(given_dues: list[ClaimDue], on: dt.date, months: int):
    """A claim of several quarters is due what each of them would be alone."""
    by, claim = claims_within(months), move(Claimed, 1, on, covers=TWO_YEARS)
    life = grant(claim)
    together = settle_claim(by, life, claim, given_dues)
    alone = [settle_claim(by, life, claim, [each]).due for each in given_dues]
    assert together.due == Money.total(alone)


@MANY
@given(on=st.dates(START, D(2023, 12, 31)), covers=quarters, months=st.integers(1, 30))
def test_review_and_settlement_agree(on: dt.date, covers: Period, months: int):
    """A claim of a quarter is late in the review just when nothing is due for it."""
    by, claim = claims_within(months), move(Claimed, 1, on, covers=covers)
    life = grant(claim)
    found = settle_claim(by, life, claim, [ClaimDue(period=covers, amount=Money(1))])
    late = [each.code for each in review_use(by, life, on)]
    assert late == (["claim_late"] if found.lost.minor else [])
    # Whoever does not say for which time is never worse off.
    unsaid = move(Claimed, 1, on)
    assert not review_use(by, grant(unsaid), on) or late


payments = st.lists(st.tuples(days, small), min_size=1, max_size=8)


def lives(pairs: list[tuple[dt.date, int]], waits: list[int]) -> Grant:
    """Return a grant whose payments are each used so many days later."""
    events: list[GrantEvent] = []
    for number, ((on, cents), wait) in enumerate(zip(pairs, waits, strict=False)):
        amount = Money(cents)
        events += [
            move(Paid, amount, on, id=f"p{number}"),
            move(Used, amount, on + dt.timedelta(wait), id=f"u{number}"),
        ]
    return grant(*events, of=notice(Money(10**9)))


@MANY
@given(pairs=payments, waits=st.lists(st.integers(0, 58), min_size=8, max_size=8))
def test_what_is_used_in_time_bears_no_interest(pairs: list[tuple[dt.date, int]], waits: list[int]):
    """Two months have at least 59 days: whoever uses within 58 owes nothing, on any day."""
    life = lives(pairs, waits)
    found = interest_on_late_use(terms(), life, D(2020, 12, 31), **INTEREST)
    assert (Money(0), ()) == (found.total, found.parts)


@MANY
@given(
    pairs=payments,
    waits=st.lists(st.integers(0, 400), min_size=8, max_size=8),
    day=st.dates(START, D(2021, 12, 31)),
)
def test_late_interest_is_that_of_late_parts(
    pairs: list[tuple[dt.date, int]], waits: list[int], day: dt.date
):
    """Just what the review calls late bears interest, from the day after it was paid."""
    life = lives(pairs, waits)
    found = interest_on_late_use(terms(), life, day, **INTEREST)
    late = [each for each in drawn_uses(terms(), life, day) if each.is_late(day)]
    assert [each.payment for each in late] == [each.part.payment for each in found.parts]
    assert len(late) == len(review_use(terms(), life, day))
    for each in found.parts:
        assert each.interest.on == each.part.amount
        lay = (each.part.used_on or day) - each.part.drawn_on
        assert lay.days == sum(step.days for step in each.interest.steps)
    exact = sum((step.amount for each in found.parts for step in each.interest.steps), Fraction(0))
    assert Money.of(exact, rounding=Rounding.DOWN) == found.total


@MANY
@given(
    pairs=payments,
    waits=st.lists(st.integers(0, 400), min_size=8, max_size=8),
    day=st.dates(START, D(2021, 12, 31)),
    more=st.integers(0, 300),
)
def test_late_interest_never_falls(
    pairs: list[tuple[dt.date, int]], waits: list[int], day: dt.date, more: int
):
    """The longer one waits, the more it is."""
    life, later = lives(pairs, waits), day + dt.timedelta(more)
    before = interest_on_late_use(terms(), life, day, **INTEREST).total
    assert before <= interest_on_late_use(terms(), life, later, **INTEREST).total
