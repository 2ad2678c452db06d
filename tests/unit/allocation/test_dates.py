# ruff: noqa: E501  # the inline tables of TOML bear no line breaks
"""The nodes that count time, at the ends of months, of leap years and of the calendar."""

import datetime as dt
from collections.abc import Callable

import pytest

from integrationsplan import Allocation, Period
from integrationsplan.allocation import Duration
from integrationsplan.errors import AllocationError

Evaluate = Callable[..., Allocation]

SPAN = """
[figures.start]
unit = "date"
[figures.end]
unit = "date"
[rules.length]
KIND
start = "start"
end = "end"
unit = "UNIT"
[rules.shown]
kind = "round"
of = "length"
step = "0.0001"
method = "half_up"
[result]
award = { kind = "round", of = "shown", step = "1", method = "down" }
unit = "UNIT"
outputs = ["length"]
"""


def measured(evaluate: Evaluate, kind: str, unit: str, start: str, end: str) -> str:
    """Return the exact length of a span."""
    document = SPAN.replace("KIND", kind).replace("UNIT", unit)
    award = evaluate(document, [{"key": "a", "start": start, "end": end}])["a"]
    return str(award.outputs["length"].value)


@pytest.mark.parametrize(
    ("wanted", "unit", "part", "start", "end"),
    [
        ("1", "day", None, "2018-01-01", "2018-01-01"),
        ("365", "day", None, "2018-01-01", "2018-12-31"),
        ("366", "day", None, "2016-01-01", "2016-12-31"),
        ("0", "day", None, "2018-01-01", "2017-12-31"),
        ("3652059", "day", None, "0001-01-01", "9999-12-31"),
        ("1", "month", "full", "2018-01-01", "2018-01-31"),
        ("0", "month", "full", "2018-01-01", "2018-01-30"),
        ("1", "month", "started", "2018-01-01", "2018-01-30"),
        ("30/31", "month", "calendar", "2018-01-01", "2018-01-30"),
        ("1", "month", "full", "2018-01-16", "2018-02-15"),
        ("1", "month", "started", "2018-01-16", "2018-02-15"),
        ("2", "month", "started", "2018-01-16", "2018-02-16"),
        ("913/868", "month", "calendar", "2018-01-16", "2018-02-15"),
        ("1", "month", "calendar", "2018-02-01", "2018-02-28"),
        ("28/29", "month", "calendar", "2016-02-01", "2016-02-28"),
        ("0", "month", "full", "2018-01-31", "2018-02-27"),
        ("1", "month", "started", "2018-01-31", "2018-02-27"),
        ("1", "month", "full", "2018-01-31", "2018-02-28"),
        ("1", "month", "started", "2018-01-31", "2018-02-28"),
        ("2", "month", "started", "2018-01-31", "2018-03-01"),
        ("2", "month", "full", "2018-01-31", "2018-03-30"),
        ("2", "month", "started", "2018-01-31", "2018-03-30"),
        ("11", "month", "full", "2016-02-29", "2017-02-27"),
        ("12", "month", "full", "2016-02-29", "2017-02-28"),
        ("1", "month", "full", "9999-12-01", "9999-12-31"),
        ("1", "month", "started", "9999-12-01", "9999-12-31"),
        ("1", "month", "started", "9999-12-31", "9999-12-31"),
        ("119988", "month", "calendar", "0001-01-01", "9999-12-31"),
        ("0", "month", "full", "2018-01-01", "2017-12-31"),
        ("0", "month", "started", "2018-01-01", "2017-12-31"),
        ("0", "month", "calendar", "2018-01-01", "2017-12-31"),
        ("1", "quarter", "full", "2018-02-10", "2018-05-09"),
        ("0", "quarter", "full", "2018-02-10", "2018-05-08"),
        ("2", "quarter", "started", "2018-02-10", "2018-05-10"),
        ("1", "quarter", "calendar", "2018-02-01", "2018-04-30"),
        ("1/3", "quarter", "calendar", "2018-02-01", "2018-02-28"),
        ("1", "year", "full", "2016-02-29", "2017-02-28"),
        ("1", "year", "started", "2018-06-01", "2018-06-01"),
        ("2", "year", "started", "2018-06-01", "2019-06-01"),
        ("7/12", "year", "calendar", "2018-06-01", "2018-12-31"),
        ("9999", "year", "full", "0001-01-01", "9999-12-31"),
    ],
)
def test_duration(
    evaluate: Evaluate, wanted: str, unit: str, part: str | None, start: str, end: str
):
    """Both ends are counted; broken months count in proportion, wholly or not at all."""
    kind = 'kind = "duration"' + (f'\npart = "{part}"' if part else "")
    assert wanted == measured(evaluate, kind, unit, start, end)


@pytest.mark.parametrize(
    ("wanted", "on", "start", "end"),
    [
        ("1", ["03-31"], "2018-03-31", "2018-03-31"),
        ("0", ["03-31"], "2018-04-01", "2019-03-30"),
        ("1", ["03-31"], "2018-04-01", "2019-03-31"),
        ("4", ["03-31", "06-30", "09-30", "12-31"], "2018-01-01", "2018-12-31"),
        ("3", ["03-31", "06-30", "09-30", "12-31"], "2018-06-30", "2018-12-31"),
        ("0", ["02-29"], "2017-01-01", "2019-12-31"),
        ("1", ["02-29"], "2016-02-29", "2016-02-29"),
        ("1", ["02-29"], "2016-02-29", "2020-02-28"),
        ("1", ["02-29"], "2016-03-01", "2020-02-29"),
        ("0", ["02-29"], "2016-03-01", "2020-02-28"),
        ("0", ["02-29"], "1896-03-01", "1904-02-28"),
        ("2424", ["02-29"], "0001-01-01", "9999-12-31"),
        ("9999", ["12-31"], "0001-01-01", "9999-12-31"),
        ("0", ["12-31"], "2018-12-31", "2018-12-30"),
    ],
)
def test_key_dates(evaluate: Evaluate, wanted: str, on: list[str], start: str, end: str):
    """Key dates of every year in the period count, both ends included; 29 February in leap years."""
    kind = f'kind = "count_dates"\non = {on!r}'.replace("'", '"')
    assert wanted == measured(evaluate, kind, "post", start, end)


@pytest.mark.parametrize("kind", ['kind = "duration"', 'kind = "count_dates"\non = ["03-31"]'])
def test_period_that_ends_before_the_day_before_it_is_told(evaluate: Evaluate, kind: str):
    """Dates in the wrong order are a mistake and not zero; each record is named."""
    document = SPAN.replace("KIND", kind).replace("UNIT", "day" if "duration" in kind else "post")
    rows = [
        {"key": "a", "start": "2018-03-01", "end": "2018-02-27"},
        {"key": "b", "start": "2018-03-01", "end": "2018-02-28"},
        {"key": "c", "start": "9999-12-31", "end": "0001-01-01"},
    ]
    with pytest.raises(AllocationError) as error:
        evaluate(document, rows)
    assert [
        ("ends_before_start", "/rules/length", "'a'"),
        ("ends_before_start", "/rules/length", "'c'"),
    ] == [(p.code, p.pointer, p.params["record"]) for p in error.value.problems]


SHIFT = """
[figures.since]
unit = "date"
[figures.until]
unit = "date"
[rules.later]
kind = "shift"
of = "since"
STEPS
[[conditions]]
code = "late"
when = { kind = "compare", left = "until", op = "at_most", right = "later" }
effect = "notice"
de = "Nach dem {later}."
en = "After {later}."
[rules.days]
kind = "duration"
start = "since"
end = "until"
unit = "day"
[result]
award = "days"
unit = "day"
"""


@pytest.mark.parametrize(
    ("wanted", "since", "steps"),
    [
        ("2018-02-28", "2018-01-31", "months = 1"),
        ("2016-02-29", "2016-01-31", "months = 1"),
        ("2018-02-28", "2018-01-31", "months = 1\ndays = -1"),
        ("2020-01-30", "2018-01-31", "years = 2\ndays = -1"),
        ("2017-02-28", "2016-02-29", "years = 1"),
        ("2020-02-29", "2016-02-29", "years = 4"),
        ("2017-12-31", "2018-01-31", "months = -1"),
        ("2018-01-31", "2018-01-31", ""),
        ("9999-12-30", "9999-12-31", "months = 1\ndays = -32"),
        ("0001-01-01", "0001-01-01", "years = 0"),
    ],
)
def test_shift(evaluate: Evaluate, wanted: str, since: str, steps: str):
    """Years and months first, ends of months clamped, then days."""
    rows = [{"key": "a", "since": since, "until": "9999-12-31"}]
    findings = evaluate(SHIFT.replace("STEPS", steps), rows)["a"].findings
    assert wanted == findings[0].values["later"]


@pytest.mark.parametrize(
    ("since", "steps"),
    [("9999-12-31", "days = 1"), ("0001-01-01", "days = -1"), ("9000-01-01", "years = 1000")],
)
def test_date_beyond_the_calendar_is_told(evaluate: Evaluate, since: str, steps: str):
    """No date is invented, and nothing else is raised."""
    with pytest.raises(AllocationError) as error:
        evaluate(
            SHIFT.replace("STEPS", steps), [{"key": "a", "since": since, "until": "9999-12-31"}]
        )
    assert [("date_out_of_range", "/rules/later")] == [
        (problem.code, problem.pointer) for problem in error.value.problems
    ]


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("de", "Nach dem 28.02.2018."), ("en", "After 2018-02-28.")],
)
def test_shifted_date_is_said(evaluate: Evaluate, language: str, wanted: str):
    """A sentence names the date as people write it."""
    rows = [{"key": "a", "since": "2018-01-31", "until": "2018-03-01"}]
    finding = evaluate(SHIFT.replace("STEPS", "months = 1"), rows)["a"].findings[0]
    assert wanted == finding.text.in_language(language)


RATED = """
[figures.since]
unit = "date"
[parameters.rate]
unit = "EUR"
values = [
  { end = 2017-12-31, value = "5", basis = "stated", citation = "law" },
  { start = 2018-01-01, value = "7", basis = "stated", citation = "law" },
]
[rules.paid]
kind = "sum"
of = ["rate", { kind = "look_up", parameter = "rate", at = { kind = "shift", of = "since", days = -1 } }]
[result]
award = "paid"
unit = "EUR"
"""


@pytest.mark.parametrize(("wanted", "since"), [("12.00", "2018-01-01"), ("14.00", "2018-01-02")])
def test_value_of_a_shifted_date(evaluate: Evaluate, wanted: str, since: str):
    """A look-up takes the value in force on a date that was computed."""
    assert wanted == evaluate(RATED, [{"key": "a", "since": since}])["a"].amount.to_text()


DEADLINE = """
[figures.received]
unit = "date"
[figures.sort]
unit = "code"
[figures.persons]
unit = "person"
[parameters.deadline]
unit = "date"
values = [{ date = 2018-03-31, basis = "stated", citation = "law" }]
[parameters.group_of]
unit = "code"
values = [{ codes = { town = "big", village = "small" }, basis = "stated", citation = "law" }]
[[conditions]]
code = "too_late"
when = { kind = "compare", left = "received", op = "at_most", right = "deadline" }
effect = "zero"
de = "Eingang nach dem {deadline}."
en = "Received after {deadline}."
[[conditions]]
code = "too_small"
when = { kind = "one_of", of = { kind = "look_up", parameter = "group_of", by = "sort" }, values = ["big"] }
effect = "notice"
de = "Zu klein."
en = "Too small."
[result]
award = "persons"
unit = "person"
"""


@pytest.mark.parametrize(
    ("wanted", "received", "sort"),
    [
        ([], "2018-03-31", "town"),
        (["too_late"], "2018-04-01", "town"),
        (["too_small"], "2018-03-31", "village"),
        (["too_late", "too_small"], "2018-04-01", "village"),
    ],
)
def test_dates_and_codes_of_the_law(
    evaluate: Evaluate, wanted: list[str], received: str, sort: str
):
    """A parameter may be a deadline, or codes by code."""
    rows = [{"key": "a", "received": received, "sort": sort, "persons": 3}]
    assert wanted == [finding.code for finding in evaluate(DEADLINE, rows)["a"].findings]


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("de", "Eingang nach dem 31.03.2018."), ("en", "Received after 2018-03-31.")],
)
def test_deadline_is_said(evaluate: Evaluate, language: str, wanted: str):
    """The date of the law stands in the sentence."""
    rows = [{"key": "a", "received": dt.date(2018, 4, 1), "sort": "town", "persons": 3}]
    assert wanted == evaluate(DEADLINE, rows)["a"].findings[0].text.in_language(language)


def test_code_without_a_row_is_told(evaluate: Evaluate):
    """The codes that exist stand in the message."""
    rows = [{"key": "a", "received": "2018-01-01", "sort": "county", "persons": 3}]
    with pytest.raises(AllocationError) as error:
        evaluate(DEADLINE, rows)
    assert [("no_row", "town, village")] == [
        (problem.code, problem.params["rows"]) for problem in error.value.problems
    ]


@pytest.mark.parametrize(
    ("number", "unit", "start", "end"),
    [
        ("2", "month", "2018-04-15", "2018-05-10"),
        ("2", "month", "2018-04-30", "2018-05-01"),
        ("1", "month", "2018-04-01", "2018-04-30"),
        ("13", "month", "2017-12-31", "2018-12-01"),
        ("2", "quarter", "2018-03-31", "2018-04-01"),
        ("1", "quarter", "2018-04-01", "2018-06-30"),
        ("2", "year", "2017-12-31", "2018-01-01"),
    ],
)
def test_calendar_months_begun(number: str, unit: str, start: str, end: str):
    """Every calendar month, quarter or year counts of which a day is covered."""
    node = Duration(start="a", end="b", unit=unit, part="calendar_started")
    period = Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    assert int(number) == node._length(period)
