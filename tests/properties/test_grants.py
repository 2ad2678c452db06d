"""Laws of grants: whatever happens in whatever order, the ledger balances, and no cent is lost."""

import datetime as dt
import functools
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.funding.samples import (
    START,
    TWO_YEARS,
    application,
    cost,
    grant,
    move,
    notice,
    post,
    proof,
    rule,
    strict,
    terms,
    town,
)

from integrationsplan import Money, Period, evolve, from_json, to_json
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import (
    Amended,
    AmendmentReason,
    ApplicantKind,
    Application,
    Carrier,
    CarrierReport,
    Claimed,
    CostCategory,
    CostLine,
    DayCount,
    DeadlineKind,
    Demanded,
    EarmarkSense,
    FundingKind,
    Grant,
    GrantEarmark,
    Granted,
    GrantEvent,
    Instalment,
    InterestCharged,
    InterestPaid,
    Ledger,
    NarrativeReport,
    Paid,
    Participant,
    PassedBack,
    PassedOn,
    PayInterrupted,
    Post,
    PostFilled,
    PostVacated,
    ProofOfUse,
    Repaid,
    ReportSection,
    ReportSubmitted,
    Returned,
    Settled,
    Settlement,
    Used,
    Waived,
    amount_of,
    award_for,
    budget_use,
    drawn_uses,
    grant_due,
    interest_on,
    merge_reports,
    recognise,
    review_use,
    settle,
)
from integrationsplan.serialization import decoders
from integrationsplan.values import FrozenMap, Rounding

MANY = settings(max_examples=150, deadline=None)
NOTHING = Money(0)

days = st.dates(START - dt.timedelta(10), START + dt.timedelta(900))
cents = st.integers(1, 6).map(Money)
some_keys = st.sampled_from(["a", "b"])
post_ids = st.sampled_from(["p", "p.2"])


# -- random lives ----------------------------------------------------------------------------------


def _periods(draw: st.DrawFn) -> Period:
    first = draw(days)
    return Period(first, first + dt.timedelta(draw(st.integers(0, 800))))


periods = st.composite(_periods)()


def _moving(kind: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(kind, id=st.just("e"), on=days, amount=cents, **given)


notices = _moving(Granted, period=periods)
events: st.SearchStrategy[GrantEvent] = st.one_of(
    notices,
    _moving(Amended, period=periods, reason=st.sampled_from(AmendmentReason)),
    *(_moving(kind) for kind in (Claimed, Paid, Paid, Used, Used, Returned, Demanded, Repaid)),
    *(_moving(kind) for kind in (Waived, InterestCharged, InterestPaid)),
    _moving(PassedOn, to=some_keys),
    _moving(PassedBack, by=some_keys),
    _moving(Used, by=some_keys),
    st.builds(Settled, id=st.just("e"), on=days, owed=st.integers(0, 9).map(Money)),
    st.builds(
        PostFilled, id=st.just("e"), on=days, post=st.builds(post, id=post_ids, fte=st.just("0.5"))
    ),
    st.builds(PostVacated, id=st.just("e"), on=days, post=post_ids),
    st.builds(
        lambda on, length, post: PayInterrupted(
            id="e", on=on, post=post, until=on + dt.timedelta(length)
        ),
        days,
        st.integers(0, 200),
        post_ids,
    ),
    st.builds(
        ReportSubmitted,
        id=st.just("e"),
        on=days,
        sort=st.sampled_from(DeadlineKind),
        covers=st.none() | periods,
    ),
)


def _numbered(given: list[GrantEvent]) -> list[GrantEvent]:
    return [evolve(event, id=f"e{number}") for number, event in enumerate(given)]


event_lists = st.lists(events, max_size=40).map(_numbered)
granted_lists = st.builds(
    lambda first, paid, given, is_sorted: [
        first,
        paid,
        *(sorted(given, key=lambda event: event.on) if is_sorted else given),
    ],
    st.builds(
        notice,
        st.integers(20, 40).map(Money),
        period=periods,
        on=st.dates(START - dt.timedelta(40), START),
    ),
    st.builds(Paid, id=st.just("paid"), on=st.just(START), amount=st.integers(1, 20).map(Money)),
    st.lists(events, min_size=15, max_size=40).map(_numbered),
    st.booleans(),
)
"""Lists that begin with a notice and a payment, so that more of what follows is taken."""


def _recorded(start: Grant, given: list[GrantEvent]) -> Grant:
    """Return a grant with every event that it takes."""
    for event in given:
        try:
            start = start.record(event)
        except InvalidValueError as error:
            _check_said(error.text("de"), error.text("en"))
    return start


def _check_said(*texts: str) -> None:
    """Check that texts keep no placeholder."""
    assert [] == [text for text in texts if text == "" or "{" in text]


EMPTY = Grant(id="g1", programme="trial", recipient=town())
lives = granted_lists.map(lambda given: _recorded(EMPTY, given))


SUMS = (
    "granted",
    "claimed",
    "paid",
    "used",
    "returned",
    "demanded",
    "repaid",
    "disallowed",
    "interest_charged",
    "interest_paid",
    "drawn",
    "limit",
    "lapsed",
    "undrawn",
    "recoverable",
    "waived",
    "held",
    "with_others",
    "at_hand",
    "spent",
    "spent_ahead",
    "unused",
    "open_demand",
    "open_interest",
)


def _check_balance(ledger: Ledger) -> None:
    parts = ledger.lapsed + ledger.undrawn + ledger.held + ledger.spent
    assert ledger.granted == parts - ledger.recoverable
    for name in SUMS:
        assert getattr(ledger, name) >= NOTHING, name
    keys = {*ledger.passed_on, *ledger.used_by}
    lying = [ledger.passed_on.get(key, NOTHING) - ledger.used_by.get(key, NOTHING) for key in keys]
    assert ledger.with_others == Money.total(max(each, NOTHING) for each in lying)
    assert ledger.used == ledger.spent + ledger.spent_ahead + ledger.disallowed
    assert ledger.open_demand <= ledger.drawn
    if ledger.owed is not None:
        assert ledger.open_demand <= max(ledger.recoverable - ledger.waived, NOTHING)


# -- the ledger ------------------------------------------------------------------------------------


@settings(max_examples=400, deadline=None)
@given(granted_lists | event_lists)
def test_no_order_of_events_unbalances_the_ledger(given: list[GrantEvent]):
    """Each event is refused, and the grant as it was, or taken, and the ledger balanced."""
    current = EMPTY
    for event in given:
        before = current.events
        try:
            current = current.record(event)
        except InvalidValueError:
            assert before == current.events
            continue
        assert len(before) + 1 == len(current.events)
        _check_balance(current.ledger())
    for day in {event.on for event in given}:
        _check_balance(current.ledger(day))
        _check_balance(current.ledger(day - dt.timedelta(1)))


@MANY
@given(lives)
def test_what_is_closed_owes_nothing(life: Grant):
    """A closed grant has no residue but what lapsed, is held, or was the recipient's own."""
    ledger = life.ledger()
    if ledger.is_closed:
        assert set() == set(ledger.residues) - {"held", "lapsed", "recoverable", "spent_ahead"}
        assert ledger.recoverable <= ledger.waived
        assert ledger.limit == ledger.drawn - ledger.recoverable


@MANY
@given(st.lists(lives, max_size=4), st.integers(0, 100).map(Money), st.none() | days)
def test_budget_holds_what_is_bound(found: list[Grant], amount: Money, day: dt.date | None):
    """Used is drawn, drawn is bound, and what is not bound is free, to the cent, on every day."""
    use = budget_use(amount, found, day)
    assert use.used <= use.drawn <= use.bound
    assert amount == use.free + use.bound
    assert use.is_exceeded == (use.bound > amount)


@MANY
@given(st.lists(lives, max_size=4), st.none() | days)
def test_bound_is_added_up(found: list[Grant], day: dt.date | None):
    """What grants bind together is the sum of what each binds: none pays for another."""
    use = budget_use(Money(0), found, day)
    each = [budget_use(Money(0), [life], day) for life in found]
    for name in ("granted", "lapsed", "drawn", "used", "bound"):
        assert getattr(use, name) == Money.total(getattr(one, name) for one in each)


@MANY
@given(event_lists)
def test_recording_at_once_is_recording_one_by_one(given: list[GrantEvent]):
    """Events in the order of their days make the same grant in one step and in many."""
    taken = sorted(_recorded(EMPTY, given).events, key=lambda event: event.on)
    assert EMPTY.record(*taken) == _recorded(EMPTY, taken)


# -- what was drawn --------------------------------------------------------------------------------


@MANY
@given(lives, days)
def test_parts_of_payments_add_up(life: Grant, day: dt.date):
    """What became of the payments adds up to what was paid; what waits is what is held."""
    parts = drawn_uses(terms(), life, day)
    ledger = life.ledger(day)
    assert ledger.paid == Money.total(part.amount for part in parts)
    assert ledger.held == Money.total(part.amount for part in parts if part.used_on is None)
    assert all(part.amount.minor > 0 for part in parts)
    assert all(part.used_on is None or part.drawn_on <= part.used_on for part in parts)
    late = [part for part in parts if part.is_late(day)]
    assert len(late) == len(review_use(terms(), life, day))


@MANY
@given(lives, days, st.integers(0, 2_000))
def test_the_calendar_keeps_to_the_days_asked_for(life: Grant, first: dt.date, length: int):
    """Whatever has happened, there is a calendar; it lies between the days and is in order."""
    last = first + dt.timedelta(length)
    found = grant_due(strict(), life, first, last)
    assert all(first <= due.day <= last for due in found)
    assert sorted(due.day for due in found) == [due.day for due in found]
    assert all("{" not in due.format(language) for due in found for language in ("de", "en"))


@MANY
@given(lives, days, st.integers(0, 300), st.integers(0, 300))
def test_the_calendar_of_a_part_is_a_part_of_the_calendar(
    life: Grant, first: dt.date, length: int, more: int
):
    """With the same last day, a later first day only leaves out what was before it."""
    middle, last = first + dt.timedelta(length), first + dt.timedelta(length + more)
    whole = grant_due(strict(), life, first, last)
    assert tuple(due for due in whole if due.day >= middle) == grant_due(
        strict(), life, middle, last
    )


@MANY
@given(lives)
def test_a_post_is_held_once_a_day(life: Grant):
    """Times of one post do not overlap, lie in the period, and have names of their own."""
    period = life.period()
    held = life.posts()
    assert len({each.id for each in held}) == len(held)
    for index, one in enumerate(held):
        assert one.end is not None
        assert period.end is not None
        assert one.end <= period.end
        others = [other for other in held[index + 1 :] if other.of == one.of]
        assert not any(one.period.overlaps(other.period) for other in others)


# -- awards and settlements ------------------------------------------------------------------------

quarters = st.sampled_from(["0.25", "0.33", "0.5", "0.75", "1"])
qualifications = st.sampled_from(["university", "vocational"])


def _posts(draw: st.DrawFn) -> tuple[Post, ...]:
    found = []
    for number in range(draw(st.integers(1, 5))):
        first = START + dt.timedelta(draw(st.integers(0, 500)))
        last = min(first + dt.timedelta(draw(st.integers(0, 700))), dt.date(2019, 12, 31))
        found.append(
            post(
                f"p{number}",
                draw(quarters),
                qualification=draw(qualifications),
                start=first,
                end=last,
            )
        )
    return tuple(found)


post_lists = st.composite(_posts)()
frameworks = st.integers(1, 30_000_000).map(Money)


def _award(posts: tuple[Post, ...], *members: Money) -> Money:
    first, *others = [
        Participant(key=f"k{number}", framework=member) for number, member in enumerate(members)
    ]
    asked = application(applicant=first, members=tuple(others), posts=posts)
    return amount_of(award_for(rule(), asked), TWO_YEARS)


@MANY
@given(post_lists, frameworks, st.data())
def test_settlement_after_full_use_is_zero(
    posts: tuple[Post, ...], framework: Money, data: st.DataObject
):
    """Posts held as applied for, all drawn and used: nothing goes back, is left or lapses."""
    asked = application(applicant=town(framework=None), posts=posts)
    asked = evolve(asked, applicant=evolve(asked.applicant, framework=framework))
    granted = amount_of(award_for(rule(), asked), TWO_YEARS)
    if not granted:
        return
    drawn = Money(data.draw(st.integers(1, granted.minor)))
    rest = granted - drawn
    life = grant(move(Paid, drawn), move(Used, drawn), of=notice(granted))
    if rest:
        later = START + dt.timedelta(60)
        life = life.record(move(Paid, rest, later), move(Used, rest, later))
    done = settle(terms(), life, proof(posts=posts), application=asked, rule=rule())
    assert (NOTHING,) * 3 == (done.recovery, done.payable, done.lapsed)
    closed = life.record(*done.events(dt.date(2020, 7, 1), id="final"))
    assert closed.ledger().is_closed
    assert {} == closed.ledger().residues


@MANY
@given(post_lists, post_lists)
def test_splitting_changes_no_more_than_the_rounding(one: tuple[Post, ...], two: tuple[Post, ...]):
    """Posts applied for apart and together are worth the same, but for a cent an application."""
    two = tuple(evolve(each, id=f"q{each.id}") for each in two)
    wide = Money.of("100000000")
    apart = _award(one, wide) + _award(two, wide)
    assert abs((apart - _award(one + two, wide)).minor) <= 2


@MANY
@given(post_lists, post_lists, frameworks, frameworks)
def test_joining_others_never_gives_less(
    one: tuple[Post, ...], two: tuple[Post, ...], first: Money, second: Money
):
    """Where the framework is the limit, a consortium gets as much as its members alone, or more."""
    two = tuple(evolve(each, id=f"q{each.id}") for each in two)
    apart = _award(one, first) + _award(two, second)
    together = _award(one + two, first, second)
    assert together >= apart - Money(2)
    assert together <= first + second


def _settled(life: Grant, spent: Money) -> tuple[Settlement, Grant]:
    done = settle(
        terms(FundingKind.FULL),
        life,
        proof(costs=(cost("all", spent),)),
        application=application(),
    )
    return done, life.record(*done.events(life.events[-1].on, id="final"))


@MANY
@given(lives, st.integers(0, 40))
def test_a_settlement_that_is_paid_closes_the_grant(life: Grant, spent: int):
    """Recorded as it says, with what it says paid, a settlement ends every grant."""
    done, life = _settled(life, Money(spent))
    on = life.events[-1].on
    ledger = life.ledger()
    assert (done.recovery, done.payable) == (ledger.recoverable, ledger.undrawn)
    assert ledger.open_demand == done.recovery
    for key, amount in ledger.passed_on.items():
        left = amount - ledger.used_by.get(key, NOTHING)
        if left > NOTHING:
            life = life.record(PassedBack(id=f"back-{key}", on=on, amount=left, by=key))
    if done.recovery:
        life = life.record(Repaid(id="repaid", on=on, amount=done.recovery))
    if done.payable:
        life = life.record(Paid(id="last", on=on, amount=done.payable))
    if ledger.open_interest:
        life = life.record(InterestPaid(id="interest", on=on, amount=ledger.open_interest))
    assert life.ledger().is_closed
    assert life.ledger().drawn == done.owed
    _check_balance(life.ledger())
    _check_said(done.explain("de"), done.explain("en"))


line_lists = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 500), max_size=4).map(
    lambda found: tuple(cost(name, Money(amount)) for name, amount in found.items())
)


@MANY
@given(line_lists, line_lists, st.booleans())
def test_recognised_lines_add_up_within_the_plan(
    plan: tuple[CostLine, ...], costs: tuple[CostLine, ...], has_limit: bool
):
    """No more is recognised than was spent, than the plan, or of a line than it may be exceeded."""
    deviation = terms().value("deviation", START) if has_limit else None
    found = recognise(plan, costs, deviation)
    spent = {each.id: each.amount for each in costs}
    assert found.total == Money.total(found.lines.values())
    assert found.total <= found.spent
    assert all(NOTHING <= amount <= spent[line] for line, amount in found.lines.items())
    if plan:
        assert found.total <= found.planned
        planned = {each.id: each.amount for each in plan}
        for line, amount in found.lines.items():
            most = planned.get(line, NOTHING)
            assert not has_limit or 10 * amount.minor <= 12 * most.minor
            assert amount >= min(spent[line], most)


# -- interest --------------------------------------------------------------------------------------

INTEREST = terms()
counts = st.sampled_from(DayCount)


@MANY
@given(
    st.integers(0, 10**12).map(Money),
    st.dates(dt.date(2017, 1, 1), dt.date(2021, 1, 1)),
    st.integers(0, 900),
    st.integers(1, 900),
    counts,
)
def test_interest_adds_up_over_parts_of_a_time(
    amount: Money, first: dt.date, length: int, more: int, count: DayCount
):
    """A time cut in two bears the same interest before it is rounded, and never less than none."""
    middle = first + dt.timedelta(length)
    last = middle + dt.timedelta(more)
    compute = functools.partial(
        interest_on, amount, terms=INTEREST, day_count=count, rounding=Rounding.HALF_UP
    )
    whole = compute(Period(first, last))
    parts = compute(Period(first, middle)), compute(Period(middle + dt.timedelta(1), last))
    exact = sum((step.amount for part in parts for step in part.steps), Fraction(0))
    assert exact == sum((step.amount for step in whole.steps), Fraction(0))
    assert sum(step.days for step in whole.steps) == sum(
        step.days for part in parts for step in part.steps
    )
    assert abs((whole.total - parts[0].total - parts[1].total).minor) <= 1
    assert all(step.amount >= 0 and step.days >= 0 for step in whole.steps)
    assert whole.total >= NOTHING


@MANY
@given(st.dates(dt.date(2017, 1, 1), dt.date(2021, 1, 1)), st.integers(1, 900))
def test_calendar_days_of_interest_are_those_of_the_period(first: dt.date, length: int):
    """Both ends count, so that there is no time of no days."""
    period = Period(first, first + dt.timedelta(length - 1))
    found = interest_on(
        Money.of(365), period, INTEREST, day_count=DayCount.ACTUAL_365, rounding=Rounding.DOWN
    )
    assert length == sum(step.days for step in found.steps)
    assert found.total.minor > 0


# -- documents -------------------------------------------------------------------------------------

texts = st.sampled_from(["Träger", "Ärztin & Co.", "Zeile eins", "a" * 200])
moneys = st.integers(0, 10**18).map(Money)
small = st.integers(0, 10**9).map(Money)
participants = st.builds(
    Participant,
    key=st.just("leading"),
    name=st.none() | texts,
    applicant=st.none() | st.sampled_from(ApplicantKind),
    framework=st.none() | moneys,
    figures=st.dictionaries(
        st.sampled_from(["persons", "rate"]), st.sampled_from(["1", "2/3", "0.25"])
    ).map(FrozenMap),
)
cost_lists = st.lists(
    st.builds(CostLine, id=st.just("c"), category=st.sampled_from(CostCategory), amount=small),
    max_size=4,
).map(lambda found: tuple(evolve(each, id=f"c{n}") for n, each in enumerate(found)))
sections = st.lists(
    st.builds(ReportSection, title=texts, text=texts, carrier=st.none() | st.just("c1")),
    max_size=3,
).map(tuple)
indicators = st.dictionaries(
    st.sampled_from(["talks", "plans"]), st.integers(0, 10**6), max_size=2
).map(FrozenMap)
full_notices = st.builds(
    Granted,
    id=st.just("notice"),
    on=days,
    amount=st.integers(10**10, 10**18).map(Money),
    note=st.none() | texts,
    period=periods,
    reference=st.none() | texts,
    instalments=st.lists(small, max_size=3).map(
        lambda found: tuple(
            Instalment(id=f"r{number}", amount=amount, due=START)
            for number, amount in enumerate(found)
        )
    ),
    plan=cost_lists,
    earmarks=st.builds(
        lambda title, amount, sense: (
            GrantEarmark(id="e", title=title, amount=amount, sense=sense, lines=("c0",)),
        ),
        texts,
        small,
        st.sampled_from(EarmarkSense),
    ),
)
DOCUMENTS: dict[type, st.SearchStrategy[Any]] = {
    Application: st.builds(
        Application,
        id=st.just("a"),
        programme=st.just("trial"),
        received_on=days,
        applicant=participants,
        members=st.just((Participant(key="other", framework=Money(5)),)),
        applicant_takes_part=st.booleans(),
        carriers=st.builds(
            lambda name, day: (Carrier(id="c1", name=name, agreed_on=day),), texts, days
        ),
        posts=post_lists,
        costs=cost_lists,
        own_money=st.none() | small,
        income=st.none() | small,
        period=periods,
        started_on=st.none() | days,
        cooperates_with=st.just(()) | st.just(("thinka",)),
    ),
    Grant: lives
    | st.builds(
        lambda first, given: _recorded(EMPTY.record(first), given), full_notices, event_lists
    ),
    ProofOfUse: st.builds(
        ProofOfUse,
        id=st.just("v"),
        grant=st.just("g1"),
        submitted_on=days,
        is_interim=st.booleans(),
        period=periods,
        posts=post_lists,
        costs=cost_lists,
        income=st.none() | small,
        own_money=st.none() | small,
        report=st.none()
        | st.builds(
            NarrativeReport,
            id=st.just("r"),
            grant=st.just("g1"),
            period=periods,
            indicators=indicators,
            sections=sections,
        ),
    ),
}


@pytest.mark.parametrize("decoder", ["json", "msgspec"])
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda cls: cls.__name__)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_documents_of_grants_survive_json(document: type, decoder: str, data: st.DataObject):
    """What is written is read back as the same, by either decoder."""
    if decoder not in decoders():
        pytest.skip("needs msgspec")
    first = data.draw(DOCUMENTS[document])
    written = to_json(first)
    again = from_json(written, document, decoder=decoder)
    assert first == again
    assert written == to_json(again)


@MANY
@given(st.lists(st.tuples(st.sampled_from("abc"), indicators, sections), max_size=5), st.randoms())
def test_merged_figures_do_not_depend_on_the_order_of_reports(
    given: list[tuple[str, Any, Any]], random: Any
):
    """Reports of carriers in any order give the same figures; only complete ones are added up."""
    reports = [
        CarrierReport(
            carrier=carrier, submitted_on=START, period=TWO_YEARS, indicators=found, sections=said
        )
        for carrier, found, said in given
    ]
    merge = functools.partial(merge_reports, application(), id="m", grant="g1", period=TWO_YEARS)
    merged, findings = merge(reports)
    random.shuffle(reports)
    again, others = merge(reports)
    assert merged.indicators == again.indicators
    assert set(findings) == set(others)
    for name, value in merged.indicators.items():
        assert value == sum(report.indicators[name] for report in reports)


@MANY
@given(lives)
def test_filling_and_vacating_tells_who_was_paid(life: Grant):
    """The days with pay are those held in the granted time, less those interrupted."""
    first, last = life.period().start, life.period().end
    assert first is not None
    assert last is not None
    for name in ("p", "p.2"):
        expected = set()
        since: dt.date | None = None
        pauses: list[PayInterrupted] = []
        events = [*life.events, PostVacated(id="end", on=last, post=name)]
        for event in events:
            if event.on > last:
                continue
            if isinstance(event, PostFilled) and event.post.id == name:
                since, pauses = event.on, []
            elif isinstance(event, PayInterrupted) and event.post == name:
                pauses.append(event)
            elif isinstance(event, PostVacated) and event.post == name and since is not None:
                expected |= {
                    dt.date.fromordinal(day)
                    for day in range(max(since, first).toordinal(), event.on.toordinal() + 1)
                    if not any(p.on.toordinal() <= day <= p.until.toordinal() for p in pauses)
                }
                since = None
        held = [each for each in life.posts() if each.of == name]
        assert len(expected) == sum(each.period.days for each in held)
        assert expected == {
            each.start + dt.timedelta(number)
            for each in held
            if each.start is not None
            for number in range(each.period.days)
        }
