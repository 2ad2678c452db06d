"""Deadlines: three forms, yearly days, times after something, and for whom they hold."""

import datetime as dt

import pytest

from integrationsplan.errors import DateOutOfRangeError, InvalidValueError
from integrationsplan.funding import Deadline, DeadlineAnchor, DeadlineKind
from integrationsplan.values import Bilingual, Period

D = dt.date
AFTER = {"after": DeadlineAnchor.PAYMENT}


def deadline(**fields: object) -> Deadline:
    """Make a deadline."""
    named = {
        "id": "use",
        "sort": DeadlineKind.USE,
        "text": Bilingual(de="Frist", en="deadline"),
        "citation": "vwv",
    }
    return Deadline(**{**named, **fields})


def problems_of(**fields: object) -> list[tuple[str, str]]:
    """Return codes and places of what is wrong with a deadline."""
    with pytest.raises(InvalidValueError) as caught:
        deadline(**fields)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("count", "fields"),
    [
        (0, {}),
        (2, {"on": D(2020, 1, 1), "month": 1, "day": 1}),
        (2, {"on": D(2020, 1, 1), "days": 3}),
        (2, {"month": 1, "day": 1, **AFTER, "days": 3}),
        (3, {"on": D(2020, 1, 1), "month": 1, "day": 1, **AFTER, "days": 3}),
    ],
)
def test_deadline_has_exactly_one_form(count: int, fields: dict[str, object]):
    """A day, a day of every year, or a time after something; the problem counts them."""
    with pytest.raises(InvalidValueError) as caught:
        deadline(**fields)
    assert [("not_one_form", "", {"count": count})] == [
        (p.code, p.pointer, p.params) for p in caught.value.problems
    ]


@pytest.mark.parametrize(
    ("pointer", "fields"),
    [
        ("/month", {"month": 1}),
        ("/month", {"day": 1}),
        ("/after", dict(AFTER)),
        ("/after", {"days": 1}),
        ("/after", {"weeks": 1}),
        ("/after", {"months": 1}),
        ("/after", {"years": 1}),
    ],
)
def test_half_a_form_is_none(pointer: str, fields: dict[str, object]):
    """A month without day, a time without start or a start without time set no deadline."""
    assert [("half_a_deadline", pointer)] == problems_of(**fields)


@pytest.mark.parametrize(("month", "day"), [(2, 30), (4, 31), (11, 31)])
def test_yearly_day_has_to_exist_in_its_month(month: int, day: int):
    """No year has such a day."""
    assert [("no_such_day", "/day")] == problems_of(month=month, day=day)


def test_yearly_day_may_be_the_29th_of_february():
    """It exists in every fourth year."""
    assert D(2024, 2, 29) == deadline(month=2, day=29).for_year(2024)


@pytest.mark.parametrize("year", [2023, 2100, 1900])
def test_29th_of_february_is_the_28th_where_there_is_none(year: int):
    """In other years the last of February stands for it."""
    assert D(year, 2, 28) == deadline(month=2, day=29).for_year(year)


@pytest.mark.parametrize(
    ("expected", "offset"), [(D(2019, 11, 15), -1), (D(2020, 11, 15), 0), (D(2021, 11, 15), 1)]
)
def test_yearly_day_may_lie_in_another_year(expected: dt.date, offset: int):
    """The year counts from the funded calendar year."""
    assert expected == deadline(month=11, day=15, year=offset).for_year(2020)


def test_29th_of_february_is_that_of_the_year_it_lies_in():
    """The year before decides, not the funded one."""
    assert D(2020, 2, 29) == deadline(month=2, day=29, year=-1).for_year(2021)


@pytest.mark.parametrize("fields", [{"on": D(2020, 1, 1)}, {**AFTER, "days": 3}])
def test_other_forms_have_no_day_of_a_year(fields: dict[str, object]):
    """Only a yearly deadline lies in every year."""
    assert deadline(**fields).for_year(2020) is None


@pytest.mark.parametrize(
    ("expected", "start", "steps"),
    [
        (D(2021, 2, 28), D(2020, 12, 31), {"months": 2}),
        (D(2020, 2, 29), D(2019, 12, 31), {"months": 2}),
        (D(2021, 2, 20), D(2020, 12, 20), {"months": 2}),
        (D(2021, 3, 31), D(2021, 1, 31), {"months": 2}),
        (D(2021, 4, 30), D(2021, 1, 31), {"months": 3}),
        (D(2021, 1, 31), D(2020, 12, 20), {"weeks": 6}),
        (D(2021, 1, 10), D(2020, 12, 31), {"days": 10}),
        (D(2021, 2, 28), D(2020, 2, 29), {"years": 1}),
        (D(2024, 2, 29), D(2020, 2, 29), {"years": 4}),
        (D(2022, 4, 10), D(2020, 12, 31), {"years": 1, "months": 3, "weeks": 1, "days": 3}),
    ],
)
def test_time_is_counted_without_the_day_itself(
    expected: dt.date, start: dt.date, steps: dict[str, int]
):
    """§§ 187 (1) and 188 (2), (3) BGB: the same day of the month, or the last one of it."""
    assert expected == deadline(**AFTER, **steps).counted_from(start)


def test_months_are_counted_at_once():
    """Two months after 31 January are 31 March, not 28 February and a month."""
    once = deadline(**AFTER, months=1).counted_from(D(2021, 1, 31))
    assert D(2021, 2, 28) == once
    assert D(2021, 3, 28) == deadline(**AFTER, months=1).counted_from(once)
    assert D(2021, 3, 31) == deadline(**AFTER, months=2).counted_from(D(2021, 1, 31))


def test_time_that_leaves_the_calendar_is_told():
    """The last year of the calendar has no next one."""
    with pytest.raises(DateOutOfRangeError):
        deadline(**AFTER, years=1).counted_from(D(9999, 12, 31))


@pytest.mark.parametrize(
    ("is_relative", "fields"),
    [
        (True, {**AFTER, "weeks": 6}),
        (False, {"on": D(2020, 1, 1)}),
        (False, {"month": 1, "day": 31}),
    ],
)
def test_only_a_time_after_something_is_relative(is_relative: bool, fields: dict[str, object]):
    """The anchor tells."""
    assert is_relative == deadline(**fields).is_relative


@pytest.mark.parametrize(
    ("holds", "day"),
    [
        (False, D(2019, 12, 31)),
        (True, D(2020, 1, 1)),
        (True, D(2021, 12, 31)),
        (False, D(2022, 1, 1)),
    ],
)
def test_deadline_holds_in_its_period(holds: bool, day: dt.date):
    """Both ends of the period are part of it."""
    limited = deadline(**AFTER, days=1, period=Period(D(2020, 1, 1), D(2021, 12, 31)))
    assert holds == limited.holds_on(day)


def test_deadline_without_period_always_holds():
    """Where nothing is said, it holds for all that is funded."""
    assert deadline(**AFTER, days=1).holds_on(D.min)


@pytest.mark.parametrize(
    ("pointer", "fields"),
    [
        ("/month", {"month": 13, "day": 1}),
        ("/month", {"month": 0, "day": 1}),
        ("/day", {"month": 1, "day": 32}),
        ("/day", {"month": 1, "day": 0}),
        ("/days", {**AFTER, "days": -1}),
        ("/weeks", {**AFTER, "weeks": 1001}),
        ("/year", {"month": 1, "day": 1, "year": 51}),
    ],
)
def test_numbers_are_in_bounds(pointer: str, fields: dict[str, object]):
    """A month is one of twelve, and no time runs backwards."""
    assert [pointer] == [place for _, place in problems_of(**fields)]
