"""Every kind of problem of the municipal side, provoked."""

from collections.abc import Callable

import pytest
from tests.unit.concept.samples import (
    day,
    goal,
    indicator,
    measure,
    problems_of,
    resolution,
    span,
    use,
    value,
)

from integrationsplan import Money, Period
from integrationsplan.concept import (
    ConceptProfile,
    MeasureFunding,
    ResolutionKind,
    Schedule,
    Stage,
    StageKind,
    Weekday,
)
from integrationsplan.concept._problems import CONCEPT_KINDS

MONDAY = (Weekday.MONDAY,)
FAILURES: dict[str, tuple[str, Callable[[], object]]] = {
    "ends_before_begin": (
        "/ends_at",
        lambda: Schedule(weekdays=MONDAY, begins_at="10:00", ends_at="10:00"),
    ),
    "no_first_week": ("/period", lambda: Schedule(weekdays=MONDAY, every_weeks=2)),
    "no_weekday": ("/weekdays", lambda: Schedule(begins_at="10:00")),
    "goal_part_of_itself": ("/part_of", lambda: goal(part_of="z-1")),
    "no_cost": ("/cost", lambda: measure(cost=Money(-1))),
    "votes_against": (
        "/votes_against",
        lambda: resolution(is_unanimous=True, votes_against=1),
    ),
    "adopts_nothing": (
        "/valid",
        lambda: resolution(sort=ResolutionKind.ENDED, valid=("2019-01-01", None)),
    ),
    "day_twice": (
        "/values/1/on",
        lambda: indicator(values=(value("2019-01-01", "1"), value("2019-01-01", "2"))),
    ),
    "done_before_begin": (
        "/done_on",
        lambda: Stage(
            id="s-1",
            sort=StageKind.DRAFT,
            period=span("2019-01-02", None),
            done_on=day("2019-01-01"),
        ),
    ),
    "nothing_counted": ("", use),
    "more_than_all": ("/newcomers", lambda: use(participants=1, newcomers=2)),
    "open_use": ("/period", lambda: use(period=Period(), sessions=1)),
}


def test_every_kind_is_provoked_here():
    """No kind is without a failure that shows it."""
    assert set(FAILURES) == {kind.code for kind in CONCEPT_KINDS}


@pytest.mark.parametrize("code", FAILURES)
def test_a_failure_has_its_code_and_place(code: str):
    """Each failure has the one problem that it is to have, told in both languages."""
    place, make = FAILURES[code]
    assert [(code, place)] == problems_of(make)


@pytest.mark.parametrize(
    ("place", "make"),
    [
        ("/amount", lambda: MeasureFunding(amount=Money(-1))),
        (
            "/targets/1/on",
            lambda: indicator(targets=(value("2019-01-01", "1"), value("2019-01-01", "2"))),
        ),
    ],
)
def test_a_problem_is_found_at_other_fields_too(place: str, make: Callable[[], object]):
    """What pays for a measure, and its targets, are held to the same."""
    assert [place] == [found for _, found in problems_of(make)]


@pytest.mark.parametrize(
    "make",
    [
        lambda: measure(cost=Money(0)),
        lambda: MeasureFunding(amount=Money(0)),
        lambda: resolution(is_unanimous=True, votes_against=0, abstentions=3),
        lambda: resolution(is_unanimous=False, votes_against=1),
        lambda: indicator(
            values=(value("2019-01-01", "1"),),
            targets=(value("2019-01-01", "2"),),
            baseline=value("2019-01-01", "1"),
        ),
        lambda: Stage(
            id="s-1",
            sort=StageKind.DRAFT,
            period=span("2019-01-02", None),
            done_on=day("2019-01-02"),
        ),
        lambda: use(participants=0),
        lambda: use(participants=2, newcomers=2),
        lambda: use(newcomers=2),
        lambda: goal(part_of="z-2"),
    ],
)
def test_the_edge_is_allowed(make: Callable[[], object]):
    """What lies just within is no problem."""
    assert make() is not None


def test_the_profile_has_one_id():
    """A kind that histories declare."""
    fields = {"id": "p", "title": "x", "level": "x", "body": "x"}
    assert ("wrong_type", "/level") in problems_of(ConceptProfile, **fields)
