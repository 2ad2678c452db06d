"""Households: the goals that several plans share, and on what the plans differ."""

import datetime as dt

import pytest

from integrationsplan import evolve
from integrationsplan.history import Author
from integrationsplan.plan import (
    CEFR,
    Body,
    FamilySituation,
    Goal,
    GoalField,
    Household,
    IndicatorTarget,
    IntegrationPlan,
    LanguageTarget,
    Lifecycle,
)

DAY = dt.date(2019, 1, 1)
GOAL = Goal(
    id="g1",
    field=GoalField.LANGUAGE,
    title="Deutsch B1",
    shared_id="s1",
    target=LanguageTarget(level=CEFR.B1),
)


def plan(name: str, *goals: Goal) -> IntegrationPlan:
    """Open the plan of a member."""
    return IntegrationPlan.open(
        id=name,
        subject=f"p-{name}",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        author=Author(role="integration_manager", id="im-7"),
        recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 3, 1),
        put=[FamilySituation(id="f1", household="h1"), *goals],
    )


def household(*plans: IntegrationPlan) -> Household:
    """Make a household."""
    return Household(id="h1", plans=plans)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"target": LanguageTarget(level=CEFR.B1, baseline=CEFR.A2)}, []),
        ({"target": LanguageTarget(level=CEFR.B2)}, ["target"]),
        ({"title": "B1", "lifecycle": Lifecycle.ACTIVE}, ["title, lifecycle"]),
    ],
)
def test_plans_differ_on_what_is_to_be_reached(changed: dict[str, object], expected: list[str]):
    """Where each person began is their own."""
    found = household(plan("a", GOAL), plan("b", evolve(GOAL, **changed))).review(DAY)
    assert expected == [finding.values["fields"] for finding in found]


def test_where_each_person_stands_is_no_difference():
    """A figure measured for one is none of the other's."""
    target = IndicatorTarget(indicator="Stunden", value="4", baseline="0", current="2")
    goal = evolve(GOAL, target=target)
    other = evolve(goal, target=evolve(target, baseline="1", current="3"))
    assert () == household(plan("a", goal), plan("b", other)).review(DAY)


def test_a_difference_is_said_by_what_the_fields_are_called():
    """The sentence has labels, the values names."""
    other = evolve(GOAL, title="B1", due_on=DAY)
    (finding,) = household(plan("a", GOAL), plan("b", other)).review(DAY)
    assert (
        "shared_goal_differs",
        "s1",
        "title, due_on",
        "Die Pläne des Haushalts weichen beim gemeinsamen Ziel voneinander ab in: "
        "Bezeichnung, fällig am.",
        "The plans of the household differ on the shared goal in: title, due on.",
    ) == (
        finding.code,
        finding.subject,
        finding.values["fields"],
        finding.text.de,
        finding.text.en,
    )


def test_a_plan_has_a_shared_goal_once():
    """Two goals of one plan with one shared id cannot both be the common one."""
    twice = plan("a", GOAL, evolve(GOAL, id="g2"))
    (finding,) = household(twice, plan("b", GOAL)).review(DAY)
    assert ("shared_goal_twice", "s1", {"plan": "a", "goals": "g1, g2"}) == (
        finding.code,
        finding.subject,
        dict(finding.values),
    )


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        (("a",), "<Household h1: 1 plan>"),
        (("a", "b"), "<Household h1: 2 plans>"),
    ],
)
def test_is_counted_in_words(plans: tuple[str, ...], expected: str):
    """One plan is no plans."""
    assert expected == repr(household(*(plan(name) for name in plans)))


def test_a_shared_goal_says_how_many_share_it():
    """Nothing of the goal stands in a log."""
    (shared,) = household(plan("a", GOAL), plan("b", GOAL)).shared_goals()
    assert "<SharedGoal s1: 2 plans>" == repr(shared)
