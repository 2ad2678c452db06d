"""Indicators: values, targets, and how far things are."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
from tests.unit.concept.samples import day, indicator, problems_of, value

from integrationsplan.concept import (
    Direction,
    IndicatorProgress,
    IndicatorSense,
    IndicatorValue,
    indicator_progress,
)
from integrationsplan.errors import InvalidValueError

BASE, HALF, TARGET = (
    value("2018-12-31", "40"),
    value("2019-12-31", "60"),
    value("2020-12-31", "120"),
)
COURSES = indicator(baseline=BASE, values=(HALF,), targets=(TARGET,))


def progress(on: str = "2020-06-01", **content: Any) -> IndicatorProgress:
    """Return how far an indicator is on a day."""
    return indicator_progress(indicator(**content), day(on))


def figures(found: IndicatorProgress) -> tuple[Fraction | None, Fraction | None, bool | None]:
    """Return distance, part of the way, and whether the target is reached."""
    return found.distance, found.part, found.is_reached


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Fraction(280_000), "280000"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 3), "1/3"),
        (Fraction(0), "0"),
    ],
)
def test_a_value_is_an_exact_number(expected: Fraction, text: str):
    """Nothing is rounded."""
    assert expected == value("2019-01-01", text).number


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"value": 5}, [("wrong_type", "/value")]),
        ({"value": 0.5}, [("wrong_type", "/value")]),
        ({"value": "viel"}, [("wrong_form", "/value")]),
        ({"on": "2019-01-01"}, [("wrong_type", "/on")]),
        ({"on": dt.datetime(2019, 1, 1, tzinfo=dt.UTC)}, [("wrong_type", "/on")]),
    ],
)
def test_a_wrong_value_is_refused(content: dict[str, Any], expected: list[tuple[str, str]]):
    """Floating-point numbers, words, moments."""
    fields = {"on": day("2019-01-01"), "value": "1", **content}
    assert expected == problems_of(IndicatorValue, **fields)


@pytest.mark.parametrize(
    ("de", "en", "sense"),
    [
        ("Abschlüsse (Kontext)", "Abschlüsse (context)", IndicatorSense.CONTEXT),
        ("Abschlüsse (Leistung)", "Abschlüsse (output)", IndicatorSense.OUTPUT),
        ("Abschlüsse (Wirkung)", "Abschlüsse (effect)", IndicatorSense.EFFECT),
    ],
)
def test_an_indicator_says_what_it_can_tell(de: str, en: str, sense: IndicatorSense):
    """Context and effect are kept apart."""
    found = indicator(sense=sense)
    assert (de, en) == (found.summary("de"), found.summary("en"))


def test_a_thousand_values_are_enough():
    """More are refused at once."""
    many = tuple(
        IndicatorValue(on=dt.date.min + dt.timedelta(days=n), value="1") for n in range(1_001)
    )
    assert 1_000 == len(indicator(values=many[:-1]).values)
    assert [("too_many", "/values")] == problems_of(indicator, values=many)


# -- which value, which target ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2018-12-30", None),
        ("2018-12-31", BASE),
        ("2019-12-30", BASE),
        ("2019-12-31", HALF),
        ("9999-12-31", HALF),
    ],
)
def test_the_newest_value_by_a_day_counts(on: str, expected: IndicatorValue | None):
    """The baseline is one of them."""
    assert expected == COURSES.known_on(day(on))


@pytest.mark.parametrize(
    ("on", "expected"),
    [("0001-01-01", 1), ("2020-12-31", 1), ("2021-01-01", 2), ("2022-12-31", 2), ("2023-01-01", 2)],
)
def test_the_target_that_is_next_counts(on: str, expected: int):
    """After the last one, the last; the order in which they stand says nothing."""
    targets = (value("2022-12-31", "2"), value("2020-12-31", "1"))
    found = indicator(targets=targets).target_for(day(on))
    assert found is not None
    assert expected == found.number


def test_values_need_no_order():
    """They are found by their days."""
    found = indicator(values=(HALF, BASE)).known_on(day("2019-06-01"))
    assert BASE == found


def test_without_targets_there_is_none():
    """Nothing is made up."""
    assert indicator().target_for(day("2020-01-01")) is None


# -- how far ---------------------------------------------------------------------------------------


def test_progress_names_what_it_rests_on():
    """Baseline, value and target can be shown beside it."""
    found = indicator_progress(COURSES, day("2020-06-01"))
    assert ("i-1", BASE, HALF, TARGET) == (
        found.indicator,
        found.baseline,
        found.current,
        found.target,
    )


@pytest.mark.parametrize(
    ("expected", "base", "now", "target"),
    [
        ((Fraction(60), Fraction(1, 4), False), "40", "60", "120"),
        ((Fraction(0), Fraction(1), True), "40", "120", "120"),
        ((Fraction(-30), Fraction(11, 8), True), "40", "150", "120"),
        ((Fraction(90), Fraction(-1, 8), False), "40", "30", "120"),
        ((Fraction(1), Fraction(1, 2), False), "7", "6", "5"),
        ((Fraction(-1), Fraction(3, 2), True), "7", "4", "5"),
        ((Fraction(0), None, True), "5", "5", "5"),
        ((None, None, None), "5", "6", "5"),
    ],
)
def test_the_way_goes_from_the_baseline_to_the_target(
    expected: tuple[Any, ...], base: str, now: str, target: str
):
    """The direction is that of the way; where both are the same, there is none."""
    found = progress(
        baseline=value("2018-12-31", base),
        values=(value("2019-12-31", now),),
        targets=(value("2020-12-31", target),),
    )
    assert expected == figures(found)


@pytest.mark.parametrize(
    ("better", "distance", "is_reached"),
    [(Direction.DOWN, -1, True), (Direction.UP, 1, False), (None, None, None)],
)
def test_without_baseline_the_direction_must_be_said(
    better: Direction | None, distance: int | None, is_reached: bool | None
):
    """An unemployment rate of 4 with a target of 5 is reached only if less is better."""
    found = progress(
        better=better, values=(value("2019-12-31", "4"),), targets=(value("2020-12-31", "5"),)
    )
    assert (distance, None, is_reached) == figures(found)


def test_the_target_itself_is_reached_in_any_direction():
    """Nothing is missing."""
    found = progress(values=(value("2019-12-31", "5"),), targets=(value("2020-12-31", "5"),))
    assert (Fraction(0), None, True) == figures(found)


def test_what_is_said_counts_more_than_the_way():
    """A target above the baseline may be the most that is allowed."""
    found = progress(
        better=Direction.DOWN,
        baseline=value("2018-12-31", "3"),
        values=(value("2019-12-31", "4"),),
        targets=(value("2020-12-31", "5"),),
    )
    assert (Fraction(-1), Fraction(1, 2), True) == figures(found)


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"baseline": BASE},
        {"targets": (TARGET,)},
        {"values": (HALF,), "baseline": BASE},
        {"values": (value("2020-06-02", "1"),), "targets": (TARGET,)},
    ],
)
def test_what_is_not_known_is_not_missed(content: dict[str, Any]):
    """Without value or target nothing is said, and neither is it a no."""
    assert (None, None, None) == figures(progress(**content))


@pytest.mark.parametrize("when", ["2020-01-01", None, dt.datetime(2020, 1, 1, tzinfo=dt.UTC)])
def test_a_day_is_a_date(when: Any):
    """Texts and moments are refused, with or without values."""
    for found in (indicator(), COURSES):
        with pytest.raises(InvalidValueError):
            indicator_progress(found, when)


@pytest.mark.parametrize(
    ("value", "codes"), [("20.000", ["thousands_or_decimals"]), ("66.125", [])]
)
def test_twenty_thousand_is_not_twenty(value: str, codes: list[str]):
    """What was copied with its thousands is refused; three decimals are a number like others."""
    try:
        IndicatorValue(on=dt.date(2019, 12, 31), value=value)
        found = []
    except InvalidValueError as error:
        found = [problem.code for problem in error.problems]
    assert codes == found
