"""The calendar of a grant: every deadline between two days."""

import datetime as dt
import time
from typing import Any

import pytest
from tests.unit.funding.samples import (
    START,
    TWO_YEARS,
    D,
    always,
    deadline,
    eur,
    filled,
    grant,
    move,
    notice,
    problems,
    silent,
    strict,
    terms,
    town,
)

from integrationsplan import Period, catalogue
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.funding import (
    Amended,
    AmendmentReason,
    Deadline,
    DeadlineAnchor,
    DeadlineKind,
    Demanded,
    Grant,
    Instalment,
    InterestCharged,
    InterestPaid,
    Paid,
    PostVacated,
    Repaid,
    ReportSubmitted,
    Terms,
    Used,
    Waived,
    grant_due,
)
from integrationsplan.values import FrozenMap

FIRST, LAST = D(2015, 1, 1), D(2030, 12, 31)


def due(
    by: Terms, life: Grant, start: dt.date = FIRST, end: dt.date = LAST
) -> list[tuple[str, str]]:
    """Return day and text of each deadline."""
    return [(found.day.isoformat(), found.text.en) for found in grant_due(by, life, start, end)]


def days(*deadlines: Deadline, life: Grant | None = None, end: dt.date = LAST) -> list[str]:
    """Return the days of the deadlines of a programme, without the end of the grant."""
    found = due(silent(deadlines=deadlines), life or grant(), end=end)
    return [day for day, text in found if text != "end of the grant"]


def rule(sort: DeadlineKind = DeadlineKind.CLAIM, **form: Any) -> Deadline:
    """Return a deadline, with an id of what it counts from."""
    after = form.get("after")
    return deadline("rule" if after is None else after.value, sort, **form)


def test_deadline_that_begins_during_the_grant():
    """Indicators by 31 January are asked for from 2020 on: for a grant of 2018 to 2022 thrice."""
    life = grant(of=notice(period=Period(START, D(2022, 12, 31))))
    found = grant_due(catalogue.terms("de-bw-integrationsmanagement"), life, FIRST, LAST)
    assert [D(2021, 1, 31), D(2022, 1, 31), D(2023, 1, 31)] == [
        each.day for each in found if each.sort is DeadlineKind.INDICATORS
    ]


def test_deadline_that_ends_during_the_grant():
    """A yearly deadline that holds until 2018 comes for that year alone."""
    old = rule(
        DeadlineKind.INDICATORS, month=1, day=31, year=1, period=Period(None, D(2018, 12, 31))
    )
    life = grant(of=notice(period=Period(START, D(2022, 12, 31))))
    assert ["2019-01-31"] == days(old, life=life)


def test_deadline_that_begins_within_the_last_year():
    """What holds from March 2019 on counts for 2019, though it did not hold on 1 January."""
    new = rule(DeadlineKind.INDICATORS, month=1, day=31, year=1, period=Period(D(2019, 3, 1), None))
    assert ["2020-01-31"] == days(new)


def test_named_day_that_holds_for_a_part_of_a_year():
    """A named day comes, however short the time for which it holds, if a day of it is funded."""
    named = rule(
        DeadlineKind.INDICATORS, on=D(2019, 6, 30), period=Period(D(2019, 3, 1), D(2019, 9, 30))
    )
    assert ["2019-06-30"] == days(named)


def test_a_grant_alone():
    """Without sources, only the end of the grant is known."""
    assert [("2019-12-31", "end of the grant")] == due(silent(), grant())


def test_whole_calendar():
    """Deadlines of the programme, of general terms, and of the notice, in their order."""
    life = grant(
        filled(),
        move(Paid, 76800, D(2018, 2, 1)),
        of=notice(instalments=(Instalment(id="2", amount=eur(51200), due=D(2019, 1, 15)),)),
    )
    assert [
        ("2017-11-15", "application"),
        ("2018-04-01", "use the money that was drawn"),
        ("2018-11-15", "application"),
        ("2019-01-15", "instalment 2"),
        ("2019-12-31", "end of the grant"),
        ("2020-03-31", "report"),
        ("2020-06-30", "proof"),
    ] == due(strict(), life)


def test_proof_within_six_months():
    """General terms count where the programme itself says nothing."""
    assert ("2020-06-30", "proof") in due(terms(), grant())


def test_both_days_are_part_of_it():
    """The first and the last day asked for are in the calendar."""
    day = D(2019, 12, 31)
    assert [("2019-12-31", "end of the grant")] == due(silent(), grant(), day, day)
    assert [] == due(silent(), grant(), FIRST, D(2019, 12, 30))
    assert [] == due(silent(), grant(), D(2020, 1, 1), LAST)


def test_on_a_day():
    """A deadline on a day is on that day."""
    assert ["2018-05-05"] == days(rule(on=D(2018, 5, 5)))


def test_every_year():
    """A yearly deadline comes once for each funded year; also in the year before or after."""
    assert ["2018-03-31", "2019-03-31"] == days(rule(month=3, day=31))
    assert ["2017-03-31", "2018-03-31"] == days(rule(month=3, day=31, year=-1))
    assert ["2019-02-28", "2020-02-29"] == days(rule(month=2, day=29, year=1))


def test_counted_from_start_and_end():
    """Three months from the first day, and from the last."""
    start = rule(after=DeadlineAnchor.PERIOD_START, months=3)
    end = rule(DeadlineKind.NUMERIC_PROOF, after=DeadlineAnchor.PERIOD_END, months=3)
    assert ["2018-04-01", "2020-03-31"] == days(start, end)


def test_counted_from_the_end_of_february():
    """Six months from the end of February end with August (§ 187 II, § 188 II BGB)."""
    life = grant(of=notice(period=Period(START, D(2019, 2, 28))))
    end = rule(after=DeadlineAnchor.PERIOD_END, months=6)
    assert ["2019-08-31"] == days(end, life=life)


def test_longest_funded_post():
    """Three months after the post that ends last: one was vacated, another one is held."""
    report = rule(DeadlineKind.NARRATIVE_REPORT, after=DeadlineAnchor.LONGEST_POST_END, months=3)
    gone = PostVacated(id="v", on=D(2019, 6, 30), post="p1")
    assert ["2019-09-30"] == days(report, life=grant(filled(), gone))
    assert ["2020-03-31"] == days(report, life=grant(filled()))
    assert ["2020-03-31"] == days(report)


def test_each_quarter():
    """Each quarter that the grant touches has its claim, the last one too."""
    life = grant(of=notice(period=Period(D(2018, 2, 15), D(2018, 11, 15))))
    claim = rule(after=DeadlineAnchor.QUARTER_END, months=1)
    assert ["2018-04-30", "2018-07-31", "2018-10-31", "2019-01-31"] == days(claim, life=life)


def test_each_payment_and_demand():
    """What counts from payments and demands comes once for each day that has one."""
    life = grant(
        move(Paid, 10, D(2018, 2, 1)),
        move(Paid, 10, D(2018, 2, 1), id="same-day"),
        move(Paid, 10, D(2018, 3, 1)),
        move(Demanded, 5, D(2018, 4, 1)),
    )
    paid = rule(after=DeadlineAnchor.PAYMENT, weeks=6)
    demanded = rule(after=DeadlineAnchor.DEMAND, days=30)
    assert ["2018-03-15", "2018-04-12", "2018-05-01"] == days(paid, demanded, life=life)


def test_payments_after_the_last_day_are_not_known():
    """The calendar until a day knows nothing of payments after it."""
    life = grant(move(Paid, 10, D(2018, 2, 1)))
    paid = rule(after=DeadlineAnchor.PAYMENT, days=1, is_before=True)
    assert [] == days(paid, life=life, end=D(2018, 1, 31))


def test_extension_moves_the_end():
    """The end is that of the last notice."""
    life = grant(
        Amended(
            id="extended",
            on=D(2019, 6, 1),
            amount=eur(192000),
            period=Period.of_months(START, 36),
            reason=AmendmentReason.EXTENSION,
        )
    )
    assert [("2020-12-31", "end of the grant")] == due(silent(), life)


def test_money_that_lies_there():
    """What is not used by the last day has its deadline, with the amount; what is used has not."""
    life = grant(
        move(Paid, 10, D(2018, 1, 15)),
        move(Paid, 20, D(2018, 1, 15), id="more"),
        move(Used, 4, D(2018, 2, 1)),
    )
    found = [each for each in grant_due(terms(), life, START, LAST) if each.amount is not None]
    assert [(D(2018, 3, 15), eur(26))] == [(each.day, each.amount) for each in found]
    assert "Nr. 1.4" in (found[0].source or "")
    assert "15.03.2018: abgerufene Mittel verwenden, 26,00 €" == found[0].format("de")
    used = life.record(move(Used, 26, D(2018, 3, 1)))
    assert [] == [each for each in grant_due(terms(), used, START, LAST) if each.amount is not None]


def test_two_demands_of_one_day():
    """Demands to be paid by the same day are both there, even of one amount."""
    day = D(2018, 5, 1)
    life = grant(
        move(Paid, 30),
        move(Demanded, 10, id="one", pay_by=day),
        move(Demanded, 10, id="two", pay_by=day),
        move(InterestCharged, 1, pay_by=day),
    )
    found = grant_due(silent(), life, day, day)
    assert [eur(10), eur(10), eur(1)] == [each.amount for each in found]


def test_demand_without_a_day():
    """A demand that names no day has none."""
    life = grant(move(Paid, 30), move(Demanded, 10), move(InterestCharged, 1))
    assert [("2019-12-31", "end of the grant")] == due(silent(), life)
    assert [] == days(life=grant(of=notice(instalments=(Instalment(id="1", amount=eur(1)),))))


def done(by: Terms, life: Grant, start: dt.date = FIRST) -> list[tuple[str, bool]]:
    """Return the day of each deadline, and whether it is done; without the end of the grant."""
    found = grant_due(by, life, start, LAST)
    return [
        (each.day.isoformat(), each.is_done)
        for each in found
        if each.sort is not DeadlineKind.FUNDING_END
    ]


def test_reports_that_came_are_done():
    """The first report stands for the first deadline, also when asked from a later day on."""
    yearly = silent(deadlines=(rule(DeadlineKind.INDICATORS, month=1, day=31, year=1),))
    came = ReportSubmitted(id="r", on=D(2019, 3, 1), sort=DeadlineKind.INDICATORS)
    assert [("2019-01-31", True), ("2020-01-31", False)] == done(yearly, grant(came))
    assert [("2020-01-31", False)] == done(yearly, grant(came), D(2019, 2, 1))
    again = ReportSubmitted(id="r2", on=D(2019, 4, 1), sort=DeadlineKind.INDICATORS)
    assert [("2020-01-31", True)] == done(yearly, grant(came, again), D(2019, 2, 1))


def test_other_reports_do_nothing():
    """A report of another kind, or of what is no report, stands for nothing."""
    claim = silent(deadlines=(rule(month=1, day=31),))
    life = grant(
        ReportSubmitted(id="r1", on=START, sort=DeadlineKind.CLAIM),
        ReportSubmitted(id="r2", on=START, sort=DeadlineKind.INDICATORS),
    )
    assert [False, False] == [is_done for _, is_done in done(claim, life)]


def test_deadlines_before_the_notice_are_not_done_by_reports():
    """Asked for a time before the grant, nothing is done yet."""
    early = silent(deadlines=(rule(DeadlineKind.INDICATORS, month=1, day=31, year=-1),))
    life = grant(ReportSubmitted(id="r", on=START, sort=DeadlineKind.INDICATORS))
    found = grant_due(early, life, FIRST, D(2017, 12, 31))
    assert [("2017-01-31", False)] == [(each.day.isoformat(), each.is_done) for each in found]


@pytest.mark.parametrize(("is_done", "amount"), [(True, 60), (False, 59), (True, 61)])
def test_instalment_that_was_paid(is_done: bool, amount: int):
    """It is done as soon as all of it was paid under its name."""
    plan = (
        Instalment(id="1", amount=eur(60), due=D(2018, 2, 1)),
        Instalment(id="2", amount=eur(40), due=D(2019, 2, 1)),
    )
    life = grant(
        move(Paid, 10, instalment="1"),
        move(Paid, amount - 10, id="more", instalment="1"),
        of=notice(1000, instalments=plan),
    )
    assert [("2018-02-01", is_done), ("2019-02-01", False)] == done(silent(), life)


def test_demands_that_were_paid():
    """Repayments count for the earliest demand, and so does what was waived."""
    life = grant(
        move(Paid, 100),
        move(Demanded, 10, id="one", pay_by=D(2018, 5, 1)),
        move(Demanded, 20, id="two", pay_by=D(2018, 6, 1)),
        move(Repaid, 10, D(2018, 4, 30)),
        move(Repaid, 15, D(2018, 7, 1)),
    )
    assert [("2018-05-01", True), ("2018-06-01", False)] == done(silent(), life)
    waived = life.record(move(Waived, 5, D(2018, 8, 1)))
    assert [("2018-05-01", True), ("2018-06-01", True)] == done(silent(), waived)


def test_interest_that_was_paid():
    """Interest is done when it was paid in full."""
    charged = move(InterestCharged, 3, pay_by=D(2018, 5, 1))
    for amount, is_done in ((2, False), (3, True)):
        life = grant(charged, move(InterestPaid, amount, D(2018, 4, 1)))
        assert [("2018-05-01", is_done)] == done(silent(), life)


def test_what_is_done_says_so():
    """The line has it at its end, in both languages."""
    life = grant(
        move(Paid, 60, instalment="1"),
        of=notice(60, instalments=(Instalment(id="1", amount=eur(60), due=D(2018, 2, 1)),)),
    )
    first, *_ = grant_due(silent(), life, FIRST, LAST)
    assert "01.02.2018: Rate 1, 60,00 € (erledigt)" == first.format("de")
    assert "2018-02-01: instalment 1, €60.00 (done)" == first.format()


@pytest.mark.parametrize(
    ("wanted", "years", "came"),
    [
        ("2025-03-16", "5", D(2020, 3, 16)),
        ("2025-02-28", "5", D(2020, 2, 29)),
        ("2022-09-16", "2.5", D(2020, 3, 16)),
    ],
)
def test_end_of_the_keeping_of_records(wanted: str, years: str, came: dt.date):
    """So many years after the proof of use came in."""
    by = silent(parameters=FrozenMap({"retention": always("year", years)}))
    life = grant(
        ReportSubmitted(id="early", on=D(2020, 1, 1), sort=DeadlineKind.NUMERIC_PROOF),
        ReportSubmitted(id="final", on=came, sort=DeadlineKind.NUMERIC_PROOF),
    )
    (found,) = (each for each in grant_due(by, life, FIRST, LAST) if each.source)
    assert (wanted, DeadlineKind.RETENTION, False) == (
        found.day.isoformat(),
        found.sort,
        found.is_done,
    )


def test_keeping_of_records_that_is_not_known():
    """Before the proof came, or where no source says how long, the end is not known."""
    by = silent(parameters=FrozenMap({"retention": always("year", "5")}))
    came = ReportSubmitted(id="r", on=D(2020, 1, 1), sort=DeadlineKind.NUMERIC_PROOF)
    assert [] == done(by, grant())
    assert [] == done(silent(), grant(came))
    never = ReportSubmitted(id="r", on=dt.date.max, sort=DeadlineKind.NUMERIC_PROOF)
    assert () == grant_due(by, grant(never), D(2020, 1, 1), dt.date.max)


def test_end_before_start():
    """A time that ends before it starts is refused."""
    with pytest.raises(InvalidValueError):
        grant_due(silent(), grant(), D(2018, 1, 2), D(2018, 1, 1))


@pytest.mark.parametrize("place", [0, 1])
def test_a_moment_is_no_day(place: int):
    """Whoever asks for a moment is told which end it is."""
    asked: list[dt.date] = [START, LAST]
    asked[place] = dt.datetime(2018, 1, 1, tzinfo=dt.UTC)
    with pytest.raises(InvalidValueError) as caught:
        grant_due(silent(), grant(), *asked)
    assert [("wrong_type", ("/start", "/end")[place])] == problems(caught.value)


def test_nothing_granted():
    """What is not granted has no calendar."""
    with pytest.raises(UnknownNameError):
        grant_due(silent(), Grant(id="g", programme="p", recipient=town()), FIRST, LAST)


def test_all_years_of_the_calendar():
    """A grant from the year 1 to 9999 has a calendar, of any part, in seconds."""
    whole = Period(dt.date.min, dt.date.max)
    life = Grant(id="g", programme="p", recipient=town()).record(
        notice(on=dt.date.min, period=whole),
        filled(on=dt.date.min),
        move(Paid, 10, dt.date.max, id="p"),
    )
    forms: list[dict[str, Any]] = [
        {"month": 2, "day": 29, "year": -10},
        {"month": 2, "day": 29, "year": 50},
        *(
            {"after": anchor, "months": 3, "is_before": before}
            for anchor in DeadlineAnchor
            for before in (False, True)
        ),
    ]
    rules = tuple(deadline(f"d{n}", DeadlineKind.CLAIM, **form) for n, form in enumerate(forms))
    by = silent(deadlines=rules)
    began = time.perf_counter()
    for start, end in (
        (dt.date.min, dt.date.max),
        (dt.date.min, dt.date.min),
        (dt.date.max, dt.date.max),
        (START, TWO_YEARS.end or LAST),
    ):
        found = grant_due(by, life, start, end)
        assert all(start <= each.day <= end for each in found)
    assert time.perf_counter() - began < 60
