"""Periods include both ends; months are stepped from the anchor and clamped."""

import datetime as dt
from collections.abc import Callable

import pytest

from integrationsplan.errors import DateOutOfRangeError, IntegrationsplanError, InvalidValueError
from integrationsplan.values import Period, gaps, shift_date

NOON = dt.datetime(2020, 1, 1, 12, tzinfo=dt.UTC)


def day(text: str) -> dt.date:
    """Read a day."""
    return dt.date.fromisoformat(text)


def period(start: str | None, end: str | None) -> Period:
    """Make a period from texts."""
    return Period(day(start) if start else None, day(end) if end else None)


def open_ended_codes(ask: Callable[[], object]) -> list[str]:
    """Return the codes of the problems that a question has."""
    with pytest.raises(InvalidValueError) as caught:
        ask()
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("result", "start", "steps"),
    [
        ("2016-02-29", "2016-01-31", {"months": 1}),
        ("2017-02-28", "2017-01-31", {"months": 1}),
        ("2016-03-31", "2016-01-31", {"months": 2}),
        ("2015-12-31", "2016-01-31", {"months": -1}),
        ("2017-02-28", "2016-02-29", {"years": 1}),
        ("2020-02-29", "2016-02-29", {"years": 4}),
        ("2016-03-01", "2016-01-31", {"months": 1, "days": 1}),
        ("2016-02-29", "2016-01-31", {"months": 1, "days": -1}),
        ("2022-02-28", "2020-02-29", {"years": 2, "days": -1}),
        ("2022-02-27", "2020-02-28", {"years": 2, "days": -1}),
        ("2015-12-31", "2016-01-01", {"days": -1}),
        ("2000-01-01", "2000-01-01", {"years": 9000, "months": -108_000}),
        ("9999-12-31", "9998-12-31", {"years": 1}),
        ("0001-01-01", "0001-01-02", {"days": -1}),
        ("2000-01-01", "2000-01-01", {}),
    ],
)
def test_shift_steps_months_then_days(result: str, start: str, steps: dict[str, int]):
    """Ends of months are clamped, and days are stepped last."""
    assert day(result) == shift_date(day(start), **steps)


@pytest.mark.parametrize(
    "steps",
    [
        {"years": 8000},
        {"years": -2000},
        {"months": 100_000},
        {"days": 3_000_000},
        {"days": -3_000_000},
        {"years": 10**9},
        {"months": -(10**30)},
        {"days": 10**30},
        {"years": 4_000_000},
        {"days": -4_000_000, "months": 4_000_000},
    ],
)
def test_shift_out_of_the_calendar_is_one_error(steps: dict[str, int]):
    """Whatever leaves the years 1 to 9999 raises the one error for it."""
    with pytest.raises(DateOutOfRangeError):
        shift_date(day("2000-01-01"), **steps)


@pytest.mark.parametrize("name", ["years", "months", "days"])
def test_shift_by_a_number_that_cannot_be_written_is_the_same_error(name: str):
    """Steps of thousands of digits leave the calendar like any other."""
    with pytest.raises(DateOutOfRangeError):
        shift_date(day("2000-01-01"), **{name: 10**5000})


def test_shift_may_pass_through_the_year_10000():
    """Only the result must lie within the calendar."""
    assert day("9999-12-31") == shift_date(day("2000-01-01"), years=8000, days=-1)


def test_shift_takes_no_moment():
    """A moment is no day."""
    with pytest.raises((InvalidValueError, TypeError)):
        shift_date(NOON, months=1)


@pytest.mark.parametrize("steps", [1.5, True, "1", None])
@pytest.mark.parametrize("name", ["years", "months", "days"])
def test_shift_steps_whole_numbers_alone(name: str, steps: object):
    """Half steps and truth values are refused as what they are, and never cut in silence."""
    with pytest.raises((InvalidValueError, TypeError)):
        shift_date(day("2000-01-01"), **{name: steps})


def test_the_golden_period_of_twenty_months():
    """Twenty months from May 2016 on end with the year 2017."""
    assert day("2017-12-31") == Period.of_months(day("2016-05-01"), 20).end


@pytest.mark.parametrize("months", [0, -1, -13])
@pytest.mark.parametrize("start", ["2020-01-01", "0001-01-01", "0001-02-01", "9999-12-01"])
def test_of_months_needs_a_month(start: str, months: int):
    """No months and fewer are no period, at the ends of the calendar too."""
    with pytest.raises((InvalidValueError, DateOutOfRangeError)):
        Period.of_months(day(start), months)


def test_of_months_says_that_no_months_are_no_period():
    """The error is that of an invalid value, on the first day of the calendar too."""
    with pytest.raises(InvalidValueError):
        Period.of_months(dt.date.min, 0)


def test_of_months_reaches_the_last_day_of_the_calendar():
    """The last month of the calendar is a month."""
    assert day("9999-12-31") == Period.of_months(day("9999-12-01"), 1).end


@pytest.mark.parametrize("months", [2, 10**6, 10**12])
def test_of_months_beyond_the_calendar_is_refused(months: int):
    """A period that would end after the year 9999 is refused."""
    with pytest.raises(DateOutOfRangeError):
        Period.of_months(day("9999-12-01"), months)


def test_of_months_takes_no_moment():
    """A period begins on a day."""
    with pytest.raises((InvalidValueError, TypeError)):
        Period.of_months(NOON, 1)


def test_of_year_is_the_calendar_year():
    """A year runs from its first day to its last."""
    assert period("2024-01-01", "2024-12-31") == Period.of_year(2024)


@pytest.mark.parametrize("year", [0, 10_000, -1, 10**30])
def test_of_year_outside_the_calendar_is_our_error(year: int):
    """A year that does not exist raises an error of the package."""
    with pytest.raises(IntegrationsplanError):
        Period.of_year(year)


@pytest.mark.parametrize("year", [True, 2020.0, "2020"])
def test_of_year_takes_whole_numbers_alone(year: object):
    """A truth value is no year."""
    with pytest.raises((InvalidValueError, TypeError)):
        Period.of_year(year)


def test_the_end_may_be_the_start():
    """A single day is a period of one day."""
    assert 1 == period("2020-02-29", "2020-02-29").days


def test_an_end_before_the_start_is_refused():
    """The problem is `end_before_start`, at the end."""
    with pytest.raises(InvalidValueError) as caught:
        period("2020-01-02", "2020-01-01")
    assert [("end_before_start", "/end")] == [(p.code, p.pointer) for p in caught.value.problems]


def test_a_refused_period_does_not_repeat_its_dates():
    """Dates may be those of a person, and messages carry no personal data."""
    with pytest.raises(InvalidValueError) as caught:
        period("1987-06-05", "1987-06-04")
    assert "1987" not in str(caught.value) + repr(caught.value) + caught.value.text("de")


@pytest.mark.parametrize("field", ["start", "end"])
@pytest.mark.parametrize("value", [NOON, "2020-01-01", 20200101, 2020.0, True])
def test_ends_are_exactly_days(field: str, value: object):
    """Moments, texts and numbers are no days."""
    with pytest.raises(InvalidValueError) as caught:
        Period(**{field: value})
    assert [("wrong_type", f"/{field}")] == [(p.code, p.pointer) for p in caught.value.problems]


@pytest.mark.parametrize(
    ("inside", "start", "end"),
    [
        (True, None, None),
        (True, "2020-01-01", None),
        (True, None, "2020-01-01"),
        (True, "2020-01-01", "2020-01-01"),
        (False, "2020-01-02", None),
        (False, None, "2019-12-31"),
    ],
)
def test_both_ends_are_inside(inside: bool, start: str | None, end: str | None):
    """A day is inside from the first day to the last; open ends hold everything."""
    assert inside is (day("2020-01-01") in period(start, end))


@pytest.mark.parametrize("span", [Period(), Period.of_year(2020)])
def test_a_moment_is_in_no_period(span: Period):
    """Asking for a moment is refused alike, whether ends are open or not."""
    with pytest.raises((InvalidValueError, TypeError)):
        NOON in span  # noqa: B015  # the question is the test


def test_days_counts_both_ends():
    """Two calendar years have 730 days."""
    assert 730 == period("2017-01-01", "2018-12-31").days


@pytest.mark.parametrize(
    ("bounded", "start", "end"),
    [
        (True, "2020-01-01", "2020-12-31"),
        (False, "2020-01-01", None),
        (False, None, "2020-01-01"),
        (False, None, None),
    ],
)
def test_bounded_means_both_ends(bounded: bool, start: str | None, end: str | None):
    """A period is bounded if it has a start and an end."""
    assert bounded is period(start, end).is_bounded


@pytest.mark.parametrize(
    ("start", "end"), [(None, None), ("2020-01-01", None), (None, "2020-01-01")]
)
@pytest.mark.parametrize(
    "ask",
    [lambda span: span.days, lambda span: span.whole_months, lambda span: list(span.months())],
    ids=["days", "whole_months", "months"],
)
def test_open_periods_have_no_length(
    ask: Callable[[Period], object], start: str | None, end: str | None
):
    """Lengths and months of an open period are refused."""
    assert ["open_ended"] == open_ended_codes(lambda: ask(period(start, end)))


@pytest.mark.parametrize(
    ("months", "start", "end"),
    [
        (24, "2017-01-01", "2018-12-31"),
        (20, "2016-05-01", "2017-12-31"),
        (0, "2020-01-01", "2020-01-30"),
        (1, "2020-01-01", "2020-01-31"),
        (1, "2020-01-15", "2020-02-14"),
        (0, "2020-01-15", "2020-02-13"),
        (0, "2016-01-31", "2016-02-28"),
        (1, "2016-01-31", "2016-02-29"),
        (1, "2015-01-29", "2015-02-28"),
        (2, "2016-01-31", "2016-03-30"),
        (1, "2016-01-31", "2016-03-29"),
        (0, "2020-01-01", "2020-01-01"),
        (1, "9999-12-01", "9999-12-31"),
    ],
)
def test_broken_months_do_not_count(months: int, start: str, end: str):
    """Whole months are counted from the anchor."""
    assert months == period(start, end).whole_months


def test_a_broken_month_at_the_end_of_the_calendar_does_not_count():
    """Half of the last month of the calendar is no whole month."""
    assert 0 == period("9999-12-15", "9999-12-31").whole_months


@pytest.mark.parametrize(
    ("pieces", "start", "end"),
    [
        (["2016-02-29", "2016-03-30"], "2016-01-31", "2016-03-30"),
        (["2020-01-31", "2020-02-10"], "2020-01-01", "2020-02-10"),
        (["2020-01-01"], "2020-01-01", "2020-01-01"),
        (["9999-12-14", "9999-12-31"], "9999-11-15", "9999-12-31"),
    ],
)
def test_months_are_cut_from_the_anchor(pieces: list[str], start: str, end: str):
    """Each piece ends where the months stepped from the start end."""
    assert pieces == [piece.end.isoformat() for piece in period(start, end).months()]


@pytest.mark.parametrize(
    ("common", "left", "right"),
    [
        (("2020-02-01", "2020-03-01"), ("2020-01-01", "2020-03-01"), ("2020-02-01", None)),
        (("2020-03-01", "2020-03-01"), ("2020-01-01", "2020-03-01"), ("2020-03-01", "2020-04-01")),
        ((None, None), (None, None), (None, None)),
        ((None, "2020-01-01"), (None, "2020-01-01"), (None, "2021-01-01")),
        (None, ("2020-01-01", "2020-01-31"), ("2020-02-01", None)),
    ],
)
def test_the_intersection_is_the_common_days(
    common: tuple[str | None, str | None] | None,
    left: tuple[str | None, str | None],
    right: tuple[str | None, str | None],
):
    """Two periods have their common days in common, or nothing."""
    expected = period(*common) if common else None
    assert expected == period(*left).intersection(period(*right))


@pytest.mark.parametrize(("overlap", "start"), [(True, "2020-12-31"), (False, "2021-01-01")])
def test_one_common_day_is_an_overlap(overlap: bool, start: str):
    """Periods overlap from one common day on."""
    assert overlap is Period.of_year(2020).overlaps(period(start, None))


@pytest.mark.parametrize(
    ("found", "spans"),
    [
        ([], []),
        ([], [(None, None)]),
        ([("2021-01-01", "2022-12-31")], [("2023-01-01", None), ("2020-01-01", "2020-12-31")]),
        ([], [("2020-01-01", "2020-12-31"), ("2021-01-01", "2021-12-31")]),
        ([("2021-01-01", "2021-01-01")], [(None, "2020-12-31"), ("2021-01-02", None)]),
        ([], [("2020-01-01", None), ("2022-01-01", "2022-12-31"), ("2030-01-01", "2030-12-31")]),
        ([], [("2020-01-01", "2020-12-31"), ("2020-02-01", "2020-03-01"), ("2020-12-31", None)]),
        ([], [(None, "2020-01-01"), (None, "2021-01-01")]),
        ([], [("0001-01-01", "9999-12-31"), ("9999-12-31", "9999-12-31")]),
    ],
)
def test_gaps_are_what_nothing_covers(
    found: list[tuple[str, str]], spans: list[tuple[str | None, str | None]]
):
    """Between periods lies what none of them covers, in order."""
    assert [period(*gap) for gap in found] == list(gaps(period(*span) for span in spans))
