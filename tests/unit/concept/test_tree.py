"""Principles, fields of action, goals, measures and their reviews."""

from typing import Any

import pytest
from tests.unit.concept.samples import (
    concept,
    day,
    field,
    goal,
    indicator,
    measure,
    on,
    problems_of,
)

from integrationsplan import Money
from integrationsplan.concept import (
    ConceptGoalStatus,
    ConceptGroup,
    ConceptMeasureStatus,
    GuidingGoal,
    MeasureFunding,
    MeasureReview,
    OfferField,
    Principle,
    ReviewVerdict,
    TargetGroup,
)
from integrationsplan.history._loose import LooseReference, loose_references
from integrationsplan.plan import GoalField


@pytest.mark.parametrize(
    ("de", "en", "entry"),
    [
        ("Teilhabe", "Teilhabe", Principle(id="p", title="Teilhabe")),
        ("1.2 Sprache", "1.2 Sprache", field(number="1.2")),
        ("A Vielfalt", "A Vielfalt", GuidingGoal(id="l", title="Vielfalt", number="A")),
        ("Alle lernen Deutsch", "Alle lernen Deutsch", goal()),
        (
            "3 Erstorientierungskurse (läuft)",
            "3 Erstorientierungskurse (running)",
            measure(number="3", status=ConceptMeasureStatus.RUNNING),
        ),
        ("m-1", "m-1", MeasureReview(id="b", measure="m-1")),
        (
            "m-1: entfällt",
            "m-1: dropped",
            MeasureReview(id="b", measure="m-1", verdict=ReviewVerdict.DROPPED),
        ),
    ],
)
def test_entries_are_said_in_both_languages(de: str, en: str, entry: Any):
    """Number and title, and where they stand."""
    assert (de, en) == (entry.summary("de"), entry.summary("en"))


def test_what_is_new_is_open_and_planned():
    """Nothing is reached or running because nobody said so."""
    assert (ConceptGoalStatus.OPEN, ConceptMeasureStatus.PLANNED) == (
        goal().status,
        measure().status,
    )


@pytest.mark.parametrize(
    ("make", "content", "expected"),
    [
        (field, {"topics": ("language",)}, [("wrong_type", "/topics/0")]),
        (field, {"topics": [OfferField.WORK]}, [("wrong_type", "/topics")]),
        (field, {"target_groups": (TargetGroup.WOMEN,) * 21}, [("too_many", "/target_groups")]),
        (goal, {"part_of": ""}, [("wrong_form", "/part_of")]),
        (goal, {"fields": ("a b",)}, [("wrong_form", "/fields/0")]),
        (goal, {"fields": ("f",) * 51}, [("too_many", "/fields")]),
        (goal, {"due_on": "2019-01-01"}, [("wrong_type", "/due_on")]),
        (measure, {"goals": "z-1"}, [("wrong_type", "/goals")]),
        (measure, {"cost": 5}, [("wrong_type", "/cost")]),
        (measure, {"cost": Money(-1), "status": "done"}, [("wrong_type", "/status")]),
        (measure, {"offers": ("o",) * 201}, [("too_many", "/offers")]),
    ],
)
def test_what_is_wrong_is_refused(
    make: Any, content: dict[str, Any], expected: list[tuple[str, str]]
):
    """Each problem is at its place."""
    assert expected == problems_of(make, **content)


def test_all_that_a_measure_names_is_referred_to():
    """Offers and programmes stand in other documents and are no references."""
    found = measure(
        goals=("z-1", "z-2"),
        fields=("f-1",),
        responsible="district",
        partners=("vhs",),
        offers=("o-1",),
        funding=(MeasureFunding(programme="de-th-thilik", grant="g-1"),),
    ).references()
    assert [
        ("goals", "z-1"),
        ("goals", "z-2"),
        ("fields", "f-1"),
        ("responsible", "district"),
        ("partners", "vhs"),
    ] == [(reference.field, reference.entry_id) for reference in found]


def test_all_that_a_goal_names_is_referred_to():
    """Guiding goals, fields, and the goal of which it is a part."""
    found = goal(guiding_goals=("l-1",), fields=("f-1",), part_of="z-0").references()
    assert [
        ("l-1", ("guiding-goal",)),
        ("f-1", ("field-of-action",)),
        ("z-0", ("concept-goal",)),
    ] == [(reference.entry_id, reference.kinds) for reference in found]


def test_renaming_changes_every_reference():
    """Also those in lists."""
    found = measure(goals=("z-1", "z-2")).renamed({"m-1": "m-9", "z-2": "z-9"})
    assert ("m-9", ("z-1", "z-9")) == (found.id, found.goals)


def test_topics_of_a_field_are_those_of_plans():
    """Each field of a person's goals is a topic of concepts and offers."""
    assert {each.value for each in GoalField} <= {each.value for each in OfferField}


@pytest.mark.parametrize(
    ("group", "entry"),
    [
        (ConceptGroup.CONCEPT, Principle(id="x", title="x")),
        (ConceptGroup.CONCEPT, field("x")),
        (ConceptGroup.CONCEPT, GuidingGoal(id="x", title="x")),
        (ConceptGroup.CONCEPT, goal("x")),
        (ConceptGroup.CONCEPT, measure("x")),
        (ConceptGroup.CONCEPT, MeasureReview(id="x", measure="m-1")),
        (ConceptGroup.INDICATOR, indicator("x")),
    ],
)
def test_every_entry_has_its_group(group: ConceptGroup, entry: Any):
    """It is found by it, and stands in any concept."""
    assert "x" in concept(entry).ids([group])


# -- references that lead nowhere ------------------------------------------------------------------


def loose(*entries: Any) -> list[LooseReference]:
    """Return the loose references of a concept with some entries."""
    return list(loose_references(concept(*entries).current))


def test_references_that_lead_somewhere_are_not_loose():
    """Whatever the order in which entries come."""
    entries = [goal(fields=("f-1",)), field(), measure(goals=("z-1",), responsible="district")]
    assert [[], []] == [loose(*entries), loose(*entries[::-1])]


def test_a_reference_to_nothing_is_loose():
    """It says from where and to what."""
    [found] = loose(goal(fields=("f-1",)))
    assert ("z-1", "fields", "f-1", None) == (
        found.entry.id,
        found.reference.field,
        found.reference.entry_id,
        found.found,
    )


def test_a_reference_to_another_kind_is_loose():
    """It says what is there instead."""
    [found] = loose(goal(fields=("m-1",)), measure())
    assert measure() == found.found


def test_what_was_erased_later_is_not_loose():
    """On a day before the erasure it is there; of which kind, nobody can say any more."""
    erased = concept(goal(fields=("f-1",)), field()).erase(["f-1"], legal_basis="law", **on(1))
    found = [erased.at(day("2019-01-01")), erased.current]
    assert [0, 1] == [len(list(loose_references(each))) for each in found]


def test_what_was_withdrawn_is_loose():
    """A field of action that was given up is not there any more."""
    found = concept(goal(fields=("f-1",)), field()).revise(withdraw=["f-1"], **on(1))
    assert ["f-1"] == [each.reference.entry_id for each in loose_references(found.current)]
