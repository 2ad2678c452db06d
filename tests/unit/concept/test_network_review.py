"""The review of a network: decisions, offers, use, groups, references."""

import datetime as dt
import time
from typing import Any

import pytest
from tests.unit.concept.samples import (
    codes,
    concept,
    day,
    group,
    measure,
    network,
    offer,
    on,
    span,
    told,
    use,
)

from integrationsplan.concept import (
    Decision,
    DecisionStatus,
    Meeting,
    Membership,
    NetworkRole,
    OfferStatus,
    review_network,
)
from integrationsplan.errors import InvalidValueError
from integrationsplan.findings import Finding

MEETING = Meeting(id="t-1", held_on=day("2019-01-01"))


def reviewed(
    *put: Any, on: str = "2019-06-01", months: int | None = None, **more: Any
) -> tuple[Finding, ...]:
    """Return what is found of a network with some entries."""
    return review_network(network(*put), day(on), use_within_months=months, **more)


def decided(id: str = "d-1", **content: Any) -> Decision:
    """Return a decision for which the district is responsible."""
    fields = {"responsible": ("district",), **content}
    return Decision(id=id, meeting="t-1", text="Ein Kurs mehr", **fields)


def member(role: NetworkRole, **content: Any) -> Membership:
    """Return that the district takes part in the group."""
    fields = {"member_of": "g-1", **content}
    return Membership(id="mb-1", organisation="district", role=role, **fields)


# -- when ------------------------------------------------------------------------------------------


def test_a_good_network_is_not_found_fault_with():
    """With all that is asked for, there is nothing to say."""
    full = [
        MEETING,
        decided(),
        offer(),
        use(sessions=1),
        group(),
        member(NetworkRole.LEAD),
    ]
    assert () == reviewed(*full, on="2020-01-31", months=1)


def test_before_its_opening_nothing_is_found():
    """A network that is not there yet has no faults."""
    assert () == reviewed(group(), on="2018-12-31")


def test_after_its_closure_nothing_is_found():
    """From the day from which the closure counts."""
    closed = network(group()).close(reason="aufgelöst", **on(10))
    found = [codes(review_network(closed, day(each))) for each in ("2019-01-10", "2019-01-11")]
    assert [["group_without_lead"], []] == found


@pytest.mark.parametrize("when", ["2019-01-01", None, dt.datetime(2019, 1, 1, tzinfo=dt.UTC)])
def test_a_review_is_of_a_date(when: Any):
    """Texts and moments are refused."""
    with pytest.raises(InvalidValueError):
        review_network(network(), when)


@pytest.mark.parametrize("months", ["6", 6.0, True, -1, 1_201])
def test_months_are_a_number(months: Any):
    """They are checked even if no offer runs."""
    with pytest.raises(InvalidValueError):
        reviewed(months=months)


@pytest.mark.parametrize("when", [dt.date.min, dt.date.max])
def test_any_day_can_be_reviewed(when: dt.date):
    """The first and the last that there are."""
    full = network(
        offer(period=span(None, None)),
        use(start="9999-12-31", end="9999-12-31", sessions=1),
        use("u-2", start="0001-01-01", end="0001-01-01", sessions=1),
        effective_on=dt.date.min,
    )
    assert isinstance(review_network(full, when, use_within_months=1_200), tuple)


def test_findings_come_by_entry():
    """In the order in which the entries stand."""
    put = [group(), offer(period=span(None, "2019-01-31")), MEETING, decided(responsible=())]
    assert [
        ("g-1", "group_without_lead"),
        ("o-1", "offer_past_end"),
        ("d-1", "decision_without_responsible"),
    ] == told(reviewed(*put))


# -- decisions -------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [DecisionStatus.DONE, DecisionStatus.DROPPED])
def test_what_is_settled_is_not_asked_for(status: DecisionStatus):
    """Neither by whom nor by when."""
    late = decided(responsible=(), due_on=day("2019-01-31"), status=status, measure="m-1")
    assert () == reviewed(MEETING, late, concept=concept())


@pytest.mark.parametrize(
    ("name", "expected"),
    [("m-1", []), ("m-9", ["measure_unknown"]), ("district", ["measure_unknown"]), (None, [])],
)
def test_a_decision_names_a_measure_of_the_concept(name: str | None, expected: list[str]):
    """Something else under that id is none."""
    put = [MEETING, decided(measure=name)]
    assert expected == codes(reviewed(*put, concept=concept(measure())))


def test_without_a_concept_measures_are_not_looked_for():
    """Their document is another one."""
    assert () == reviewed(MEETING, decided(measure="m-9"))


def test_a_measure_that_was_erased_later_is_known():
    """On a day before the erasure it is there."""
    erased = concept(measure()).erase(["m-1"], legal_basis="law", **on(400))
    put = [MEETING, decided(measure="m-1")]
    found = [
        codes(reviewed(*put, concept=erased, on=each)) for each in ("2019-06-01", "2021-01-01")
    ]
    assert [[], ["measure_unknown"]] == found


# -- offers and their use --------------------------------------------------------------------------


@pytest.mark.parametrize("status", [OfferStatus.PLANNED, OfferStatus.PAUSED, OfferStatus.ENDED])
def test_only_what_counts_as_running_is_past_its_end(status: OfferStatus):
    """And only its use is asked for."""
    found = reviewed(
        offer(status=status, period=span(None, "2019-01-31")), offer("o-2", status=status)
    )
    assert () == found


def test_an_offer_that_has_not_begun_is_not_asked_for():
    """It counts as running, and begins next year."""
    assert () == reviewed(offer(period=span("2020-01-01", None)), months=0)


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2019-12-31", []), ("2020-01-31", []), ("2020-02-01", ["use_not_known"])],
)
def test_figures_of_a_time_that_runs_are_known(on: str, expected: list[str]):
    """Figures of the whole year that are there in the year are not 'never known'."""
    assert expected == codes(reviewed(offer(), use(sessions=1), on=on, months=1))


def test_figures_of_a_time_to_come_are_none_yet():
    """They say nothing of how it is used."""
    ahead = use(start="2020-01-01", end="2020-12-31", sessions=1)
    assert ["use_never_known"] == codes(reviewed(offer(), ahead, months=1))


def test_the_newest_figures_count():
    """Whatever the order in which they were recorded."""
    old = use("u-2", "2018-01-01", "2018-12-31", sessions=1)
    for put in ([use(sessions=1), old], [old, use(sessions=1)]):
        assert () == reviewed(offer(), *put, on="2020-06-01", months=6)


def test_figures_of_another_offer_do_not_count():
    """Each has its own."""
    found = told(reviewed(offer(), offer("o-2"), use(sessions=1), on="2020-01-01", months=6))
    assert [("o-2", "use_never_known")] == found


def test_use_is_asked_for_on_demand():
    """How old figures may be, only a rule says."""
    assert () == reviewed(offer(), on="2099-01-01")


def test_months_beyond_the_calendar_never_come():
    """In the last year that there is, nothing is due any more."""
    last = use(start="9999-12-31", end="9999-12-31", sessions=1)
    assert () == reviewed(offer(), last, on="9999-12-31", months=1_200)


# -- groups ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("memberships", "expected"),
    [
        ([member(NetworkRole.LEAD)], False),
        ([member(NetworkRole.COORDINATION)], False),
        ([member(NetworkRole.MEMBER)], True),
        ([member(NetworkRole.LEAD, member_of=None)], True),
        ([member(NetworkRole.LEAD, member_of="g-2")], True),
        ([member(NetworkRole.LEAD, period=span(None, "2019-05-31"))], True),
        ([member(NetworkRole.LEAD, period=span(None, "2019-06-01"))], False),
        ([member(NetworkRole.LEAD, period=span("2019-06-01", None))], False),
        ([member(NetworkRole.LEAD, period=span("2019-06-02", None))], True),
    ],
)
def test_a_group_is_led_by_a_member(memberships: list[Membership], expected: bool):
    """On the day, in this group, and not in the network as a whole."""
    assert expected == ("group_without_lead" in codes(reviewed(group(), *memberships)))


@pytest.mark.parametrize("period", [span(None, "2019-05-31"), span("2019-06-02", None)])
def test_a_group_that_is_not_there_needs_no_lead(period: Any):
    """It was dissolved before, or begins later."""
    assert () == reviewed(group(period=period))


# -- references ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (offer(provider="vhs"), ["reference_missing"]),
        (offer(provider="profile"), ["reference_of_other_kind"]),
        (offer(partners=("vhs", "profile")), ["reference_missing", "reference_of_other_kind"]),
        (use(offer="o-9", sessions=1), ["reference_missing"]),
        (decided(), ["reference_missing"]),
    ],
)
def test_references_that_lead_nowhere_are_found(entry: Any, expected: list[str]):
    """Each of them, with field and id."""
    assert expected == codes(reviewed(entry))


def test_a_big_network_is_reviewed_at_once():
    """Thousands of offers with their use, and decisions that name measures."""
    count = 3_000
    put: list[Any] = [MEETING]
    for number in range(count):
        name = f"o-{number}"
        put += [offer(name), use(f"u-{number}", offer=name, sessions=1)]
        put.append(decided(f"d-{number}", measure=f"m-{number}"))
    measures = concept(*(measure(f"m-{number}") for number in range(count)))
    big = network(*put)
    started = time.process_time()
    found = review_network(big, day("2020-06-01"), use_within_months=3, concept=measures)
    assert {"use_not_known"} == set(codes(found))
    assert 3 > time.process_time() - started
