"""How offers were used over time."""

import pickle
import time
from fractions import Fraction
from typing import Any

import pytest
from tests.unit.concept.samples import BODY, network, offer, on, span, state, use

from integrationsplan import Period
from integrationsplan.concept import UseOfOffer, use_of_offers
from integrationsplan.errors import InvalidValueError

YEAR = Period.of_year(2019)
FIRST = {"start": "2019-01-01", "end": "2019-06-30"}
SECOND = {"start": "2019-07-01", "end": "2019-12-31"}


def used(*entries: Any, period: Period = YEAR) -> UseOfOffer:
    """Return how the one offer was used."""
    [found] = use_of_offers(state(offer(), *entries), period)
    return found


def unrecorded(found: UseOfOffer) -> list[tuple[str, str]]:
    """Return the parts of the time that no record covers, as texts."""
    return [(p.bounds[0].isoformat(), p.bounds[1].isoformat()) for p in found.unrecorded]


def test_an_offer_without_record_stands_there_too():
    """Nothing is known, and that is no zero."""
    found = used()
    assert ({}, (), [("2019-01-01", "2019-12-31")], None) == (
        dict(found.figures),
        found.records,
        unrecorded(found),
        found.occupancy,
    )


def test_an_offer_is_named_with_its_provider():
    """As it stands in the network."""
    assert ("o-1", "Sprachcafé", "district") == (used().offer, used().title, used().provider)


@pytest.mark.parametrize("entries", [[], [BODY]])
def test_use_of_what_is_no_offer_is_told(entries: list[Any]):
    """Its title is not known."""
    [found] = use_of_offers(state(*entries, use(offer="district", sessions=3)), YEAR)
    assert ("district", None, None, {"sessions": 3}) == (
        found.offer,
        found.title,
        found.provider,
        dict(found.figures),
    )


def test_figures_of_the_time_are_added_up():
    """Those that every record has."""
    found = used(
        use("u-1", **FIRST, participants=18, places=20, sessions=40),
        use("u-2", **SECOND, participants=12, places=20, attendances=5),
    )
    assert {"participants": 30, "places": 40} == dict(found.figures)
    assert (("sessions", "attendances"), ("u-1", "u-2"), []) == (
        found.incomplete,
        found.records,
        unrecorded(found),
    )
    assert Fraction(3, 4) == found.occupancy


def test_zero_is_a_figure():
    """Nobody came, and that is known."""
    found = used(use("u-1", **FIRST, participants=0), use("u-2", **SECOND, participants=3))
    assert {"participants": 3} == dict(found.figures)


@pytest.mark.parametrize(
    "figures", [{"participants": 5}, {"places": 5}, {"participants": 5, "places": 0}]
)
def test_without_places_nothing_is_occupied(figures: dict[str, int]):
    """Nor without participants; and nothing is divided by zero."""
    assert used(use(**figures)).occupancy is None


def test_an_empty_course_is_occupied_by_nobody():
    """Zero of five."""
    assert Fraction(0) == used(use(participants=0, places=5)).occupancy


# -- in the time -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "records", "beyond"),
    [
        ("2019-01-01", "2019-12-31", ("u-1",), ()),
        ("2019-06-01", "2019-06-01", ("u-1",), ()),
        ("2018-12-31", "2019-12-31", (), ("u-1",)),
        ("2019-01-01", "2020-01-01", (), ("u-1",)),
        ("2018-01-01", "2020-12-31", (), ("u-1",)),
        ("2018-12-31", "2019-01-01", (), ("u-1",)),
        ("2018-01-01", "2018-12-31", (), ()),
        ("2020-01-01", "2020-12-31", (), ()),
    ],
)
def test_only_records_within_the_time_count(
    start: str, end: str, records: tuple[str, ...], beyond: tuple[str, ...]
):
    """What lies partly in it is named, and does not count: nobody knows how it is spread."""
    found = used(use(start=start, end=end, sessions=1))
    assert (records, beyond) == (found.records, found.beyond)


@pytest.mark.parametrize(
    ("expected", "spans"),
    [
        ([], [("2019-01-01", "2019-12-31")]),
        ([("2019-12-31", "2019-12-31")], [("2019-01-01", "2019-12-30")]),
        ([("2019-01-01", "2019-01-01")], [("2019-01-02", "2019-12-31")]),
        ([], [("2019-07-01", "2019-12-31"), ("2019-01-01", "2019-06-30")]),
        (
            [("2019-02-01", "2019-02-28"), ("2019-04-01", "2019-12-31")],
            [("2019-01-01", "2019-01-31"), ("2019-03-01", "2019-03-31")],
        ),
        (
            [("2019-12-01", "2019-12-31")],
            [("2019-01-01", "2019-11-30"), ("2019-02-01", "2019-02-28")],
        ),
    ],
)
def test_what_is_not_recorded_is_told(
    expected: list[tuple[str, str]], spans: list[tuple[str, str]]
):
    """Day by day, whatever the order of the records."""
    uses = [use(f"u-{n}", *each, sessions=1) for n, each in enumerate(spans)]
    assert [expected] * 2 == [unrecorded(used(*uses)), unrecorded(used(*uses[::-1]))]


@pytest.mark.parametrize(
    "period", [span("0001-01-01", "9999-12-31"), span("9999-12-31", "9999-12-31")]
)
def test_the_first_and_the_last_day_there_are(period: Period):
    """Nothing overflows at the ends of time."""
    found = used(use(start="9999-12-31", end="9999-12-31", sessions=1), period=period)
    assert ("u-1",) == found.records


# -- records of the same days ----------------------------------------------------------------------


@pytest.mark.parametrize("turn", [1, -1])
def test_records_of_the_same_days_are_not_added_up(turn: int):
    """A year and its halves are not twice the year."""
    uses = [
        use("u-1", **FIRST, sessions=20),
        use("u-2", **SECOND, sessions=20),
        use("u-3", sessions=40),
    ][::turn]
    found = used(*uses)
    assert ({}, ("sessions",), {"u-1", "u-2", "u-3"}) == (
        dict(found.figures),
        found.incomplete,
        set(found.overlapping),
    )


def test_only_records_that_share_a_day_are_named():
    """The last day of one that is the first of the next is shared."""
    found = used(
        use("u-1", "2019-01-01", "2019-03-01", sessions=1),
        use("u-2", "2019-03-01", "2019-04-01", sessions=1),
        use("u-3", "2019-04-02", "2019-05-01", sessions=1),
    )
    assert ("u-1", "u-2") == found.overlapping


def test_a_record_beyond_the_time_does_not_double():
    """It does not count at all."""
    found = used(use("u-1", sessions=3), use("u-2", "2018-01-01", "2019-12-31", sessions=9))
    assert ({"sessions": 3}, ()) == (dict(found.figures), found.overlapping)


# -- who waits -------------------------------------------------------------------------------------


@pytest.mark.parametrize("turn", [1, -1])
def test_who_waits_is_the_newest_count(turn: int):
    """It is a figure of a day, and never added up."""
    uses = [use("u-1", **FIRST, waiting=12), use("u-2", **SECOND, waiting=7)][::turn]
    assert ({"waiting": 7}, ()) == (dict(used(*uses).figures), used(*uses).incomplete)


def test_who_waited_before_is_not_who_waits():
    """Where the newest record does not say it, it is not known."""
    found = used(use("u-1", **FIRST, waiting=12), use("u-2", **SECOND, sessions=1))
    assert ({}, ("sessions", "waiting")) == (dict(found.figures), found.incomplete)


def test_who_waited_need_not_be_known_before():
    """Only the end of the time counts."""
    found = used(use("u-1", **FIRST, sessions=1), use("u-2", **SECOND, sessions=1, waiting=7))
    assert ({"sessions": 2, "waiting": 7}, ()) == (dict(found.figures), found.incomplete)


@pytest.mark.parametrize(("other", "expected"), [(7, {"waiting": 7}), (8, {}), (None, {})])
def test_two_newest_counts_must_agree(other: int | None, expected: dict[str, int]):
    """Otherwise nobody can say which of them is right."""
    found = used(use("u-1", waiting=7), use("u-2", **SECOND, waiting=other, sessions=1))
    assert expected == dict(found.figures)


# -- the rest --------------------------------------------------------------------------------------


@pytest.mark.parametrize("period", [Period(), span("2019-01-01", None), span(None, "2019-12-31")])
def test_a_time_has_both_ends(period: Period):
    """Figures of all times are asked for with both days."""
    with pytest.raises(InvalidValueError) as caught:
        use_of_offers(network(offer()).current, period)
    assert ["open_use"] == [problem.code for problem in caught.value.problems]


def test_offers_come_in_their_order():
    """Those of the network first, then those that only records name."""
    entries = [use("u-2", offer="o-9", sessions=1), offer("o-2"), offer()]
    assert ["o-2", "o-1", "o-9"] == [each.offer for each in use_of_offers(state(*entries), YEAR)]


def test_an_erased_record_does_not_count():
    """Nothing of it is left."""
    erased = network(offer(), use(sessions=3)).erase(["u-1"], legal_basis="law", **on(1))
    [found] = use_of_offers(erased.current, YEAR)
    assert ({}, ()) == (dict(found.figures), found.records)


def test_an_outcome_can_be_kept():
    """By pickle."""
    found = used(use(sessions=3))
    assert found == pickle.loads(pickle.dumps(found))  # noqa: S301  # our own bytes


def test_many_records_are_added_up_at_once():
    """Ten thousand of one offer, each of a day."""
    first = span("1990-01-01", "2019-12-31")
    uses = [
        use(f"u-{number}", each.isoformat(), each.isoformat(), sessions=1)
        for number, each in enumerate(
            first.bounds[0].fromordinal(first.bounds[0].toordinal() + n) for n in range(10_000)
        )
    ]
    started = time.process_time()
    found = used(*uses, period=first)
    assert ({"sessions": 10_000}, 1) == (dict(found.figures), len(found.unrecorded))
    assert 3 > time.process_time() - started
