"""The whole transition table of goals, by revisions of real plans."""

import datetime as dt
from itertools import product
from typing import Any

import pytest

from integrationsplan import DocumentError, evolve, from_mapping, to_mapping
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import Author, RevisionKind
from integrationsplan.plan import (
    REASON_REQUIRED,
    TRANSITIONS,
    Achievement,
    Body,
    Goal,
    GoalField,
    IntegrationPlan,
    Lifecycle,
)

AUTHOR = Author(role="integration_manager", id="im-7")

ALLOWED = {
    "proposed": {"planned", "accepted", "rejected", "entered-in-error"},
    "planned": {"accepted", "active", "cancelled", "entered-in-error"},
    "accepted": {"active", "cancelled", "entered-in-error"},
    "active": {"on-hold", "completed", "cancelled", "entered-in-error"},
    "on-hold": {"active", "cancelled", "entered-in-error"},
    "completed": {"active", "entered-in-error"},
    "rejected": {"proposed"},
    "cancelled": {"proposed"},
    "entered-in-error": set(),
}
"""As the design states it."""

NEEDS_REASON = {("completed", "active"), ("rejected", "proposed"), ("cancelled", "proposed")}

PAIRS = [(before.value, after.value) for before, after in product(Lifecycle, Lifecycle)]


def plan_with(goal: Goal) -> IntegrationPlan:
    """Open a plan with a goal."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 3, 1),
        put=[goal],
    )


def step(before: str, after: str, reason: str | None = None) -> str:
    """Take a goal from one life cycle to another, and return it or the codes of the problems."""
    goal = Goal(id="g1", field=GoalField.WORK, title="Ausbildung", lifecycle=Lifecycle(before))
    try:
        plan = plan_with(goal).revise(
            author=AUTHOR,
            recorded_at=dt.datetime(2018, 4, 1, 9, tzinfo=dt.UTC),
            effective_on=dt.date(2018, 4, 1),
            put=[evolve(goal, lifecycle=Lifecycle(after))],
            reason=reason,
        )
    except InvalidValueError as error:
        return ", ".join(f"{problem.pointer} {problem.code}" for problem in error.problems)
    return plan.current.of(Goal)[0].lifecycle.value


PLACE = "/revisions/1/changes/0/entry/lifecycle"
LATER = "/revisions/2/changes/0/entry/lifecycle"
WRITING: dict[str, Any] = {
    "author": AUTHOR,
    "recorded_at": dt.datetime(2018, 4, 1, 9, tzinfo=dt.UTC),
    "effective_on": dt.date(2018, 4, 1),
}
NO_STEPS = {RevisionKind.OPENING, RevisionKind.MERGE, RevisionKind.ERASURE}
"""Kinds in which no step can be taken, and the one to which the table does not apply."""


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_a_step_without_reason(before: str, after: str):
    """Each of the 81 steps is taken, refused, or refused for want of a reason."""
    if before != after and after not in ALLOWED[before]:
        expected = f"{PLACE} forbidden_transition"
    elif (before, after) in NEEDS_REASON:
        expected = f"{PLACE} reason_missing"
    else:
        expected = after
    assert expected == step(before, after)


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_a_step_with_reason(before: str, after: str):
    """A reason opens the steps that ask for one, and no others."""
    taken = before == after or after in ALLOWED[before]
    expected = after if taken else f"{PLACE} forbidden_transition"
    assert expected == step(before, after, reason="wieder aufgenommen")


def taken(before: str, after: str) -> bool:
    """Tell whether a step is taken when there is a reason."""
    return before == after or after in ALLOWED[before]


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_withdrawing_is_no_way_round(before: str, after: str):
    """A goal that was withdrawn and comes back goes on from where it stood."""
    goal = Goal(id="g1", field=GoalField.WORK, title="Ausbildung", lifecycle=Lifecycle(before))
    plan = plan_with(goal).revise(**WRITING, withdraw=["g1"])
    try:
        again = plan.revise(
            **WRITING, put=[evolve(goal, lifecycle=Lifecycle(after))], reason="wieder aufgenommen"
        )
    except InvalidValueError as error:
        found = [(problem.pointer, problem.code) for problem in error.problems]
        assert ([(LATER, "forbidden_transition")], False) == (found, taken(before, after))
    else:
        assert (after, True) == (
            again.current.of(Goal)[0].lifecycle.value,
            taken(before, after),
        )


@pytest.mark.parametrize("kind", [kind for kind in RevisionKind if kind not in NO_STEPS])
@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_kind_of_a_revision_opens_no_step(before: str, after: str, kind: RevisionKind):
    """No kind of revision takes a step that another does not, be it a correction or a closure."""
    goal = Goal(id="g1", field=GoalField.WORK, title="Ausbildung", lifecycle=Lifecycle(before))
    put = [evolve(goal, lifecycle=Lifecycle(after))]
    expected = [] if taken(before, after) else [(PLACE, "forbidden_transition")]
    found = []
    try:
        plan_with(goal).revise(**WRITING, put=put, reason="Grund", kind=kind)
    except InvalidValueError as error:
        found = [(problem.pointer, problem.code) for problem in error.problems]
    assert expected == found


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_a_merge_takes_steps_that_were_taken_elsewhere(before: str, after: str):
    """What a merge brings in went its steps in the history that it names."""
    goal = Goal(id="g1", field=GoalField.WORK, title="Ausbildung", lifecycle=Lifecycle(before))
    plan = plan_with(goal)
    merged = plan.revise(
        **WRITING,
        put=[evolve(goal, lifecycle=Lifecycle(after))],
        kind=RevisionKind.MERGE,
        merges=plan.head,
    )
    assert after == merged.current.of(Goal)[0].lifecycle.value


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_a_history_that_is_read_is_held_to_the_same_steps(before: str, after: str):
    """It does not matter whether a step is taken by revising or stands in a document."""
    goal = Goal(id="g1", field=GoalField.WORK, title="Ausbildung", lifecycle=Lifecycle(before))
    document = to_mapping(plan_with(goal).revise(**WRITING, put=[goal]))
    document["revisions"][1]["changes"][0]["entry"]["lifecycle"] = after
    if before == after or (after in ALLOWED[before] and (before, after) not in NEEDS_REASON):
        expected = []
    else:
        code = "reason_missing" if after in ALLOWED[before] else "forbidden_transition"
        expected = [(PLACE, code)]
    found = []
    try:
        from_mapping(document, IntegrationPlan)
    except DocumentError as error:
        found = [(problem.pointer, problem.code) for problem in error.problems]
    assert expected == found


@pytest.mark.parametrize(("before", "after"), sorted(NEEDS_REASON))
def test_an_erased_reason_was_a_reason(before: str, after: str):
    """A step that had its reason when it was taken keeps it when the reason is erased."""
    goal = Goal(id="g1", field=GoalField.WORK, title="Ausbildung", lifecycle=Lifecycle(before))
    other = Goal(id="g2", field=GoalField.WORK, title="Praktikum")
    step = [evolve(goal, lifecycle=Lifecycle(after)), other]
    plan = plan_with(goal).revise(**WRITING, put=step, reason="wieder aufgenommen")
    erased = plan.erase(["g2"], **WRITING, legal_basis="Art. 17 DSGVO")
    assert (None, after) == (
        erased.revisions[1].reason,
        erased.current.of(Goal)[0].lifecycle.value,
    )


def test_the_published_table_is_the_designed_one():
    """The table that callers can read is the one that is enforced."""
    table = {state.value: {s.value for s in after} for state, after in TRANSITIONS.items()}
    assert table == ALLOWED


def test_the_published_reasons_are_the_designed_ones():
    """The steps that need a reason can be read as well."""
    assert {(before.value, after.value) for before, after in REASON_REQUIRED} == NEEDS_REASON


@pytest.mark.parametrize("lifecycle", list(Lifecycle))
def test_a_new_goal_may_stand_anywhere(lifecycle: Lifecycle):
    """A goal taken over from elsewhere keeps its life cycle."""
    goal = Goal(id="g1", field=GoalField.WORK, title="Ausbildung", lifecycle=lifecycle)
    assert lifecycle is plan_with(goal).current.of(Goal)[0].lifecycle


def test_achievement_is_another_axis():
    """How far a goal is reached changes without a step of the life cycle."""
    goal = Goal(id="g1", field=GoalField.WORK, title="Ausbildung")
    plan = plan_with(goal).revise(
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 4, 1, 9, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 4, 1),
        put=[evolve(goal, achievement=Achievement.IMPROVING)],
    )
    assert Achievement.IMPROVING is plan.current.of(Goal)[0].achievement


@pytest.mark.parametrize(
    ("before", "after", "german", "english"),
    [
        (
            "accepted",
            "completed",
            "gefunden ein Ziel von „angenommen“ zu „abgeschlossen“; erlaubt: von „angenommen“ zu: "
            "in Arbeit, abgebrochen, irrtümlich erfasst.",
            "found a goal that goes from 'accepted' to 'completed'; allowed: from 'accepted' to: "
            "active, cancelled, entered in error.",
        ),
        (
            "completed",
            "active",
            "gefunden ein ohne Grund wieder aufgenommenes Ziel („abgeschlossen“); "
            "erlaubt: eine Revision mit Grund.",
            "found a goal taken up again from 'completed' without a reason; "
            "allowed: a revision with a reason.",
        ),
        ("entered-in-error", "active", "zu: –.", "to: –."),
    ],
)
def test_a_refused_step_says_what_is_possible(before: str, after: str, german: str, english: str):
    """The message names both life cycles and the possible ones by what they are called."""
    goal = Goal(id="g1", field=GoalField.WORK, title="Ausbildung", lifecycle=Lifecycle(before))
    with pytest.raises(InvalidValueError) as caught:
        plan_with(goal).revise(
            author=AUTHOR,
            recorded_at=dt.datetime(2018, 4, 1, 9, tzinfo=dt.UTC),
            effective_on=dt.date(2018, 4, 1),
            put=[evolve(goal, lifecycle=Lifecycle(after))],
        )
    assert (german in caught.value.text("de"), english in caught.value.text("en")) == (True, True)
