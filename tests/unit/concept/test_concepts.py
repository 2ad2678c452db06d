"""Integration concepts: opening, continuing, merging, erasing and closing them."""

import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from tests.unit.concept.samples import (
    BODY,
    concept,
    day,
    field,
    goal,
    measure,
    network,
    offer,
    on,
    problems_of,
    resolution,
)

from integrationsplan import Citation, evolve
from integrationsplan.concept import (
    Alignment,
    ConceptGroup,
    ConceptKind,
    ConceptLevel,
    ConceptProfile,
    IntegrationConcept,
    NetworkProfile,
    Organisation,
)
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import RevisionKind, absorb, fresh_salt, merge
from integrationsplan.history._writing import Writing, changes_of


def test_an_opened_concept_has_profile_and_body():
    """Both are entries, before those that are put."""
    assert ["profile", "district", "f-1"] == [entry.id for entry in concept(field()).current]


def test_the_profile_says_what_was_opened():
    """Title, kind, level, body, note and source stand in it."""
    source = Citation(title="Konzept", publisher="Kreis")
    found = concept(
        title="Armut vorbeugen",
        sort=ConceptKind.POVERTY_PREVENTION,
        level=ConceptLevel.CITY,
        note="Entwurf",
        source=source,
    ).profile
    assert found == ConceptProfile(
        id="profile",
        title="Armut vorbeugen",
        sort=ConceptKind.POVERTY_PREVENTION,
        level=ConceptLevel.CITY,
        body="district",
        note="Entwurf",
        source=source,
    )


def test_the_body_is_an_organisation():
    """Whose concept it is, is found by the id in its profile."""
    assert BODY == concept().body


def test_the_body_follows_the_profile():
    """After a merger of districts, the concept is that of the new one."""
    merged = Organisation(id="new", name="Neuer Kreis")
    opened = concept()
    assert opened.profile is not None
    found = opened.revise(put=[merged, evolve(opened.profile, body="new")], **on(1))
    assert (merged, BODY) == (found.body, opened.body)


def test_a_body_that_is_withdrawn_is_none():
    """The profile names it still, and nothing is there."""
    assert concept().revise(withdraw=["district"], **on(1)).body is None


@pytest.mark.parametrize("body", ["district", None, 5, ConceptLevel.DISTRICT])
def test_a_body_that_is_no_organisation_is_refused(body: object):
    """The message says what is wanted instead of failing later."""
    assert [("wrong_type", "/body")] == problems_of(concept, body=body)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"title": None}, [("wrong_type", "/title")]),
        ({"title": " "}, [("blank", "/title")]),
        ({"level": "district"}, [("wrong_type", "/level")]),
        ({"sort": None}, [("wrong_type", "/sort")]),
        (
            {"body": Organisation(id="profile", name="Kreis")},
            [("entry_kind_changed", "/revisions/0/changes/1/entry")],
        ),
    ],
)
def test_a_wrong_opening_is_refused(content: dict[str, Any], expected: list[tuple[str, str]]):
    """Each problem is at its field."""
    assert expected == problems_of(concept, **content)


@pytest.mark.parametrize(
    "entry",
    [
        NetworkProfile(id="profile", title="x", body="district"),
        offer(),
        "f-1",
        None,
    ],
)
def test_what_a_concept_does_not_hold_is_refused(entry: Any):
    """Entries of networks, and what is no entry."""
    with pytest.raises(InvalidValueError):
        concept(entry)


def test_a_second_profile_is_refused():
    """There is one, and its id says so."""
    content = {"title": "x", "level": ConceptLevel.CITY, "body": "district"}
    assert [("fixed_id", "/id")] == problems_of(ConceptProfile, id="p-2", **content)


def test_a_concept_without_profile_is_refused():
    """Whoever writes a history by hand has to put it in the opening."""
    writing = Writing(**on(), salts=fresh_salt)
    kind, changes = RevisionKind.OPENING, changes_of([BODY], (), fresh_salt)
    opening: Any = writing.revision("concept-1", None, kind=kind, changes=changes)
    assert [("document_without_head", "/revisions/0/changes")] == problems_of(
        IntegrationConcept, id="concept-1", revisions=(opening,)
    )


def test_the_profile_stays():
    """It can be changed, and not be withdrawn."""
    assert [("head_withdrawn", "/revisions/1/changes/0")] == problems_of(
        concept().revise, withdraw=["profile"], **on(1)
    )


def test_nothing_else_comes_under_the_id_of_the_profile():
    """An id stands for one thing for ever."""
    found = problems_of(concept().revise, put=[field(id="profile")], **on(1))
    assert ("entry_kind_changed", "/revisions/1/changes/0/entry") in found


def test_a_continuation_keeps_what_was_before():
    """The state of a day shows what counted then."""
    continued = concept(measure()).revise(
        put=[evolve(measure(), title="Sprachkurse")], reason="Fortschreibung", **on(365)
    )
    titles = [continued.at(day(each))["m-1"].title for each in ("2019-12-31", "2020-01-01")]
    assert ["Erstorientierungskurse", "Sprachkurse"] == titles


def test_a_concept_says_what_changed():
    """Differences between revisions are those of entries."""
    continued = concept(measure()).revise(put=[evolve(measure(), title="Kurse")], **on(1))
    assert ["m-1"] == [change.after.id for change in continued.diff(1)]


def test_two_continuations_are_merged():
    """What only one of them did counts; nothing is lost."""
    base = concept(goal(), measure())
    ours = base.revise(put=[evolve(goal(), title="Deutsch für alle")], **on(1))
    theirs = base.revise(put=[measure("m-2")], **on(1))
    merged = merge(ours, theirs).into(ours, **on(2))
    assert ("Deutsch für alle", True) == (merged.current["z-1"].title, "m-2" in merged.current)


def test_a_resolution_that_counts_revisions_is_not_absorbed():
    """The profile, and what numbers revisions of the other concept, stay there."""
    other = concept(field(), resolution(revision=1), id="concept-2", note="other")
    found = absorb(concept(), other)
    assert ((field(),), {"profile", "r-1"}) == (found.put, set(found.left_out))


def test_an_absorbed_entry_refers_to_what_came_along():
    """Ids that are taken are exchanged, in references too."""
    other = concept(evolve(goal(), title="Andere"), measure(goals=("z-1",)), id="concept-2")
    ours = concept(goal())
    found = absorb(ours, other).into(ours, **on(1)).current
    assert ("Andere", ("z-1-2",)) == (found["z-1-2"].title, found["m-1"].goals)


def test_an_alignment_refers_to_its_own_concept_only():
    """Goals of the higher concept are no entries of this one."""
    found = Alignment(id="a-1", higher="land", goal="z-1", higher_goals=("l-1",))
    assert ["z-1"] == [reference.entry_id for reference in found.references()]


def test_an_erased_profile_is_none():
    """What a concept is and whose is forgotten, and the chain still holds."""
    erased = concept().erase(["profile"], legal_basis="law", **on(1))
    assert (None, None, True) == (erased.profile, erased.body, erased.verify().holds)


def test_everything_can_be_erased():
    """What remains is that something was done, when and in which role."""
    erased = concept(measure()).erase_everything(legal_basis="law", **on(1))
    assert "<IntegrationConcept concept-1: 2 revisions, 0 entries>" == repr(erased)


def test_a_closed_concept_is_not_continued():
    """After the closure it can be corrected, marked and erased only."""
    closed = concept().close(reason="Neues Konzept", **on(1))
    assert closed.is_closed
    assert ["after_closure"] == [code for code, _ in problems_of(closed.revise, **on(2))]


@pytest.mark.parametrize("group", list(ConceptGroup))
def test_ids_of_data_groups_are_found(group: ConceptGroup):
    """Of a concept, only three of the groups tell something."""
    found = {ConceptGroup.ACTOR: ("district",), ConceptGroup.CONCEPT: ("profile", "f-1")}
    assert found.get(group, ()) == concept(field()).ids([group])


def test_representations_show_no_content():
    """Neither that of the document nor those of its entries."""
    opened = concept(measure())
    assert "Erstorientierungskurse" not in f"{opened!r} {opened.current['m-1']!r}"


def test_a_notebook_shows_the_entries():
    """The caption says what it is."""
    shown = concept(measure())._repr_html_()
    assert ["Integration concept concept-1" in shown, "Erstorientierungskurse" in shown] == [
        True
    ] * 2


@pytest.mark.parametrize("make", [concept, network])
def test_a_copy_is_equal(make: Any):
    """By pickle and by copy."""
    opened = make()
    assert [opened] * 2 == [pickle.loads(pickle.dumps(opened)), copy.deepcopy(opened)]  # noqa: S301


@pytest.mark.parametrize("year", [1, 9999])
def test_any_year_is_a_day(year: int):
    """A concept may be of the first year or the last."""
    opened = concept(effective_on=dt.date(year, 1, 1))
    assert (0, 2) == (len(opened.at(dt.date.min)) % 2, len(opened.at(dt.date.max)))
