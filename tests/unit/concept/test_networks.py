"""Networks: opening, groups, meetings, decisions and figures of use."""

import datetime as dt
from typing import Any

import pytest
from tests.unit.concept.samples import (
    BODY,
    concept,
    day,
    group,
    network,
    offer,
    on,
    problems_of,
    span,
    use,
)

from integrationsplan import Citation, Period, evolve
from integrationsplan.concept import (
    ConceptGroup,
    Decision,
    DecisionStatus,
    FieldOfAction,
    Meeting,
    Membership,
    NetworkProfile,
    NetworkRole,
    OfferStatus,
    OfferUse,
)
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import absorb, merge
from integrationsplan.values import AGS

MEETING = Meeting(id="t-1", held_on=day("2019-02-01"), of="g-1", attended_by=("district",))


def test_an_opened_network_has_profile_and_body():
    """Both are entries, before those that are put."""
    assert ["profile", "district", "o-1"] == [entry.id for entry in network(offer()).current]


def test_the_profile_says_what_was_opened():
    """Title, regions, day of foundation, note and source stand in it."""
    source = Citation(title="Netzwerk", publisher="Kreis")
    content: dict[str, Any] = {
        "title": "Integration im Kreis",
        "founded_on": day("2015-04-21"),
        "note": "seit 2015",
        "source": source,
    }
    found = network(**content, regions=[AGS("16066")])
    assert found.profile == NetworkProfile(
        id="profile", body="district", regions=(AGS("16066"),), **content
    )


def test_who_coordinates_is_an_organisation():
    """It is found by the id in the profile, and is none when it is gone."""
    opened = network()
    assert (BODY, None) == (opened.body, opened.revise(withdraw=["district"], **on(1)).body)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"body": "district"}, [("wrong_type", "/body")]),
        ({"regions": ["16066"]}, [("wrong_type", "/regions/0")]),
        ({"regions": "16"}, [("wrong_type", "/regions/0"), ("wrong_type", "/regions/1")]),
        ({"founded_on": "2015"}, [("wrong_type", "/founded_on")]),
        ({"regions": [AGS("16")] * 2_001}, [("too_many", "/regions")]),
    ],
)
def test_a_wrong_opening_is_refused(content: dict[str, Any], expected: list[tuple[str, str]]):
    """Each problem is at its field."""
    assert expected == problems_of(network, **content)


def test_a_network_holds_nothing_of_a_concept():
    """They are two documents; measures name offers by their ids."""
    found = problems_of(network, FieldOfAction(id="f-1", title="Sprache"))
    assert [("wrong_type", "/revisions/0/changes/2/entry")] == found


def test_a_second_profile_is_refused():
    """There is one, and its id says so."""
    found = problems_of(NetworkProfile, id="p-2", title="x", body="district")
    assert [("fixed_id", "/id")] == found


def test_the_profile_stays():
    """It can be changed, and not be withdrawn."""
    found = problems_of(network().revise, withdraw=["profile"], **on(1))
    assert [("head_withdrawn", "/revisions/1/changes/0")] == found


@pytest.mark.parametrize(
    ("de", "en", "entry"),
    [
        ("AK Sprache (Arbeitskreis)", "AK Sprache (working group)", group()),
        ("vhs (Mitglied)", "vhs (member)", Membership(id="m", organisation="vhs")),
        (
            "vhs (Leitung)",
            "vhs (lead)",
            Membership(id="m", organisation="vhs", role=NetworkRole.LEAD, member_of="g-1"),
        ),
        ("g-1, 01.02.2019", "g-1, 2019-02-01", MEETING),
        ("Auftakt, 01.02.2019", "Auftakt, 2019-02-01", evolve(MEETING, title="Auftakt")),
        ("Sitzung, 01.02.2019", "meeting, 2019-02-01", evolve(MEETING, of=None)),
        (
            "Ein Kurs mehr (offen)",
            "Ein Kurs mehr (open)",
            Decision(id="d", meeting="t-1", text="Ein Kurs mehr"),
        ),
        (
            f"{'x' * 79}… (erledigt)",
            f"{'x' * 79}… (done)",
            Decision(id="d", meeting="t-1", text="x" * 81, status=DecisionStatus.DONE),
        ),
        (
            f"{'x' * 80} (offen)",
            f"{'x' * 80} (open)",
            Decision(id="d", meeting="t-1", text="x" * 80),
        ),
        ("o-1: 01.01.2019 bis 31.12.2019", "o-1: 2019-01-01 to 2019-12-31", use(sessions=1)),
    ],
)
def test_entries_are_said_in_both_languages(de: str, en: str, entry: Any):
    """What is long is cut short."""
    assert (de, en) == (entry.summary("de"), entry.summary("en"))


def test_whoever_takes_part_is_referred_to():
    """Measures of decisions stand in another document and are no references."""
    decision = Decision(
        id="d-1", meeting="t-1", text="x", responsible=("vhs", "district"), measure="m-1"
    )
    member = Membership(id="mb-1", organisation="vhs", member_of="g-1")
    assert [
        [("of", "g-1"), ("attended_by", "district")],
        [("meeting", "t-1"), ("responsible", "vhs"), ("responsible", "district")],
        [("organisation", "vhs"), ("member_of", "g-1")],
        [("offer", "o-1")],
    ] == [
        [(reference.field, reference.entry_id) for reference in entry.references()]
        for entry in (MEETING, decision, member, use(sessions=1))
    ]


# -- figures of use --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"participants": -1}, [("too_small", "/participants")]),
        ({"participants": 1.5}, [("wrong_type", "/participants")]),
        ({"participants": True}, [("wrong_type", "/participants")]),
        ({"sessions": 10**9 + 1}, [("too_large", "/sessions")]),
        ({"period": None, "sessions": 1}, [("wrong_type", "/period")]),
        ({"period": span("2019-01-01", None), "sessions": 1}, [("open_use", "/period")]),
        ({"period": span(None, "2019-01-01"), "sessions": 1}, [("open_use", "/period")]),
        ({"period": Period()}, [("open_use", "/period"), ("nothing_counted", "")]),
        (
            {"period": Period(), "participants": 1, "newcomers": 2},
            [("open_use", "/period"), ("more_than_all", "/newcomers")],
        ),
    ],
)
def test_wrong_figures_are_refused(content: dict[str, Any], expected: list[tuple[str, str]]):
    """All problems are told at once."""
    assert expected == problems_of(use, **content)


def test_nobody_is_a_figure():
    """Zero is known; what is not known is nothing."""
    found = use(participants=0)
    assert (0, None) == (found.participants, found.attendances)


def test_a_use_of_one_day_is_a_use():
    """Its time has both ends."""
    assert isinstance(use(start="2019-01-01", end="2019-01-01", sessions=1), OfferUse)


# -- life ------------------------------------------------------------------------------------------


def test_the_offers_of_a_day_stay_readable():
    """An offer that has ended since ran then."""
    ended = network(offer()).revise(put=[offer(status=OfferStatus.ENDED)], **on(100))
    found = [ended.at(day(each))["o-1"].status for each in ("2019-04-10", "2019-04-11")]
    assert [OfferStatus.RUNNING, OfferStatus.ENDED] == found


def test_two_who_maintain_one_overview_are_merged():
    """New offers of both count; a conflict is told."""
    base = network(offer())
    ours = base.revise(put=[offer("o-2"), offer(title="Café A")], **on(1))
    theirs = base.revise(put=[offer("o-3"), offer(title="Café B")], **on(1))
    found = merge(ours, theirs)
    assert ["o-1"] == [conflict.entry_id for conflict in found.conflicts]


def test_the_offers_of_another_network_come_in():
    """What stands here already is not doubled; the other one's profile stays where it is."""
    other = network(offer("o-2", title="Kurs"), offer("o-3"), id="network-2", note="other")
    found = absorb(network(offer()), other)
    assert (("o-2",), ("profile",)) == (tuple(each.id for each in found.put), found.left_out)


def test_an_absorbed_network_is_recorded():
    """Offers that are taken in can be reviewed and counted with the others."""
    other = network(evolve(offer(), title="Anderes Café"), use(sessions=3), id="network-2")
    ours = network(offer())
    found = absorb(ours, other).into(ours, **on(1))
    assert {"o-1", "o-1-2", "u-1"} < {entry.id for entry in found.current}
    assert "o-1-2" == found.current["u-1"].offer


def test_an_erased_profile_is_none():
    """The network is there, and nobody knows whose it is."""
    erased = network().erase(["profile"], legal_basis="law", **on(1))
    assert (None, None, True) == (erased.profile, erased.body, erased.verify().holds)


def test_ids_of_data_groups_are_found():
    """Offers and their use belong together, and so do groups and what they decide."""
    full = network(offer(), use(sessions=1), group(), MEETING)
    assert [("district",), ("o-1", "u-1"), ("profile", "g-1", "t-1"), ()] == [
        full.ids([each])
        for each in (
            ConceptGroup.ACTOR,
            ConceptGroup.OFFER,
            ConceptGroup.NETWORK,
            ConceptGroup.CONCEPT,
        )
    ]


def test_representations_show_no_content():
    """Neither minutes nor decisions."""
    decision = Decision(id="d-1", meeting="t-1", text="Geheimes")
    assert "Geheimes" not in f"{network(decision)!r} {decision!r}"


@pytest.mark.parametrize("other", [concept, None])
def test_documents_of_two_kinds_are_not_equal(other: Any):
    """A network is no concept, even with the same id."""
    assert network(id="x") != (None if other is None else other(id="x"))


def test_ten_thousand_entries_are_opened_at_once():
    """So many a revision holds, profile and body among them."""
    opened = network(*(offer(f"o-{number}") for number in range(9_998)))
    assert 10_000 == len(opened.current)


def test_a_moment_without_offset_is_refused():
    """Nobody could say when it was."""
    with pytest.raises(InvalidValueError):
        network(recorded_at=dt.datetime(2019, 1, 1))  # noqa: DTZ001  # naive on purpose
