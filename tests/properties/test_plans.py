"""Laws of plans, for plans of every shape."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.strategies_plans import by_id, plans, twins

from integrationsplan import evolve
from integrationsplan.history import (
    Added,
    Author,
    Changed,
    Put,
    Removed,
    Sealed,
    apply_differences,
    diff_states,
    fold,
)
from integrationsplan.plan import IntegrationPlan, ReviewRules, review

MANY = settings(max_examples=60, deadline=None)


@MANY
@given(plans())
def test_the_state_after_a_revision_is_the_fold_of_a_prefix(plan: IntegrationPlan):
    """The state after every revision is the fold of the revisions up to it."""
    for number in range(len(plan.revisions) + 1):
        assert fold(plan.revisions[:number]) == plan.as_of(number)


@MANY
@given(plans())
def test_a_replay_from_any_prefix_ends_in_the_same_state(plan: IntegrationPlan):
    """A state is what the newest change of every entry says, whoever works it out."""
    for number in range(1, len(plan.revisions) + 1):
        newest = {
            c.entry_id: c for r in plan.revisions[:number] for c in r.changes if c.kind in _SAY
        }
        state = plan.as_of(number)
        expected = {key: c.entry for key, c in newest.items() if isinstance(c, Put)}
        assert expected == by_id(state)
        assert {key for key, c in newest.items() if isinstance(c, Sealed)} == set(state.sealed)


_SAY = {"put", "sealed", "withdraw", "erase"}


@MANY
@given(plans())
def test_in_the_far_future_everything_counts(plan: IntegrationPlan):
    """On the last of all days the state is the current one."""
    assert plan.current == plan.at(dt.date.max)


@MANY
@given(plans())
def test_nothing_counts_before_the_opening(plan: IntegrationPlan):
    """A day before the opening the plan is empty."""
    day = plan.revisions[0].effective_on - dt.timedelta(days=1)
    assert plan.at(day).entries == ()


@MANY
@given(plans())
def test_when_all_is_recorded_all_is_known(plan: IntegrationPlan):
    """At the moment of the last recording the state is the current one."""
    assert plan.current == plan.as_known(plan.latest.recorded_at)


@MANY
@given(plans(), st.integers(0, 7))
def test_a_moment_of_recording_knows_what_was_recorded(plan: IntegrationPlan, index: int):
    """At a moment of recording exactly the revisions recorded by then are known."""
    moment = plan.revisions[index % len(plan.revisions)].recorded_at
    number = sum(revision.recorded_at <= moment for revision in plan.revisions)
    assert plan.as_of(number) == plan.as_known(moment)


@MANY
@given(plans(), st.integers(-10, 500))
def test_both_times_are_independent(plan: IntegrationPlan, days: int):
    """What was true on a day as known at the end is what was true on that day."""
    day = plan.revisions[0].effective_on + dt.timedelta(days)
    assert plan.at(day) == plan.at(day, as_known=plan.latest.recorded_at)


@MANY
@given(plans(), st.integers(0, 7), st.integers(-10, 500))
def test_both_times_together_leave_out_what_either_leaves_out(
    plan: IntegrationPlan, index: int, days: int
):
    """What was true on a day as known at a moment rests on the revisions that both let pass."""
    moment = plan.revisions[index % len(plan.revisions)].recorded_at
    day = plan.revisions[0].effective_on + dt.timedelta(days)
    kept = [r for r in plan.revisions if r.recorded_at <= moment and r.effective_on <= day]
    assert fold(kept) == plan.at(day, as_known=moment)
    assert plan.as_known(moment) == plan.at(dt.date.max, as_known=moment)


@MANY
@given(plans())
def test_unchanged_entries_are_the_same_objects(plan: IntegrationPlan):
    """From one state to the next all but the changed entries are shared."""
    for revision in plan.revisions:
        before, after = plan.as_of(revision.number - 1), plan.as_of(revision.number)
        changed = {change.entry_id for change in revision.changes}
        assert all(after[e.id] is e for e in before if e.id not in changed)


@MANY
@given(plans())
def test_a_new_version_of_the_document_shares_the_old_one(plan: IntegrationPlan):
    """A plan with one more revision has the very revisions of the old one."""
    if plan.is_closed:
        return
    newer = plan.revise(
        author=Author(role="clerk", id="c"),
        recorded_at=plan.latest.recorded_at,
        effective_on=dt.date(2100, 1, 1),
    )
    assert all(a is b for a, b in zip(plan.revisions, newer.revisions, strict=False))


@MANY
@given(plans())
def test_a_difference_leads_from_one_state_to_the_other(plan: IntegrationPlan):
    """The old state with the differences applied is the new state, between any two revisions."""
    for old in range(len(plan.revisions) + 1):
        for new in (0, len(plan.revisions) // 2, len(plan.revisions)):
            found = by_id(plan.as_of(old))
            for difference in plan.diff(old, new):
                match difference:
                    case Added(entry):
                        assert entry.id not in found
                        found[entry.id] = entry
                    case Removed(entry):
                        assert entry == found.pop(entry.id)
                    case Changed(before, after):
                        assert before == found[after.id] != after
                        found[after.id] = after
            assert by_id(plan.as_of(new)) == found


@MANY
@given(twins())
def test_applied_differences_give_the_other_state(sides: tuple[IntegrationPlan, IntegrationPlan]):
    """The entries of a state and what differs give the entries of the other, both ways."""
    for one, other in (sides, sides[::-1]):
        found = apply_differences(one.current, diff_states(one.current, other.current))
        assert by_id(other.current) == by_id(found)


@MANY
@given(plans())
def test_a_change_names_the_fields_that_differ(plan: IntegrationPlan):
    """The old entry with the changed fields set is the new entry."""
    for number in range(1, len(plan.revisions)):
        for difference in plan.diff(number, number + 1):
            if isinstance(difference, Changed):
                values = {change.field: change.after for change in difference.fields}
                assert values
                assert difference.after == evolve(difference.before, **values)


@MANY
@given(plans())
def test_nothing_differs_from_itself(plan: IntegrationPlan):
    """A state has no differences to itself, nor to an equal one."""
    numbers = range(len(plan.revisions) + 1)
    assert [
        d for n in numbers for d in (*plan.diff(n, n), *diff_states(plan.as_of(n), plan.as_of(n)))
    ] == []


@pytest.mark.parametrize("language", ["de", "en"])
@MANY
@given(plan=plans())
def test_differences_can_be_said(language: str, plan: IntegrationPlan):
    """Every difference has its mark, its kind and its id in either language."""
    for difference in plan.diff(0):
        said = difference.format(language)  # type: ignore[arg-type]
        label = difference.entry.label.in_language(language)  # type: ignore[arg-type]
        assert said.startswith(f"+ {label} {difference.entry.id} (")
    for number in range(1, len(plan.revisions)):
        for difference in plan.diff(number, number + 1):
            assert f" {difference.entry.id}" in difference.format(language)  # type: ignore[arg-type]


@MANY
@given(plans(), st.integers(-10, 5_000), st.integers(1, 60))
def test_every_plan_can_be_reviewed(plan: IntegrationPlan, days: int, months: int):
    """A review has an answer on every day, whatever is recorded, withheld or erased."""
    day = plan.revisions[0].effective_on + dt.timedelta(days)
    findings = review(plan, day, ReviewRules(revise_within_months=months))
    assert all(f.format("de") and f.format("en") for f in findings)


@MANY
@given(plans())
def test_every_plan_can_be_shown(plan: IntegrationPlan):
    """The views of a plan are short, or free of markup."""
    assert len(repr(plan)) < 120
    assert plan._repr_html_().count("<tr>") == 1 + len(plan.current)
