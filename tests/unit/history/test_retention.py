"""Retention: what is due for erasure, what is still to be kept, and the end of it all."""

import datetime as dt
from typing import Any

import pytest
from tests.unit.history.lives import AUTHOR, GERMAN, GOAL, HEALTH, on, opened

from integrationsplan import evolve
from integrationsplan.errors import InvalidValueError, NotInForceError
from integrationsplan.history import (
    DeletionReceipt,
    RetentionRule,
    RetentionSchedule,
    RetentionStart,
    RevisedDocument,
    RevisionKind,
    delete,
    retention,
)
from integrationsplan.plan import (
    Consultation,
    Goal,
    GoalField,
    IntegrationPlan,
    PlanGroup,
    access_export,
)
from integrationsplan.serialization import from_json, to_json
from integrationsplan.values import Basis, Citation

CLOSURE, CHANGE = RetentionStart.CLOSURE, RetentionStart.LAST_CHANGE
OPENED = dt.date(2018, 3, 1)


def rule(*groups: PlanGroup, months: int, starts: RetentionStart = CHANGE, **fields: Any) -> Any:
    """Return a rule of retention for groups."""
    return RetentionRule(
        groups=tuple(group.value for group in groups),
        months=months,
        starts=starts,
        basis=Basis.ASSUMED,
        citation=Citation(title="an example"),
        **fields,
    )


EVERYTHING = RetentionSchedule(rules=(rule(*PlanGroup, months=12),))


def report(plan: IntegrationPlan, day: dt.date, *rules: Any) -> tuple[Any, Any, Any]:
    """Return what is due and what is running, by id and day, and what has no rule."""
    found = retention(plan, day, RetentionSchedule(rules=rules))
    return (
        {item.entry_id: item.due_on for item in found.due},
        {item.entry_id: item.due_on for item in found.running},
        found.without_rule,
    )


def test_time_runs_from_the_last_change():
    """An entry is due so many months after the day from which its last change counts."""
    plan = opened(GERMAN, GOAL).revise(put=[evolve(GOAL, title="B2")], **on(31))
    due, running, _ = report(plan, dt.date(2019, 3, 1), rule(*PlanGroup, months=12))
    assert {key: dt.date(2019, 3, 1) for key in ("subject", "responsibility", "l1")} == due
    assert {"g1": dt.date(2019, 4, 1)} == running


def test_the_day_before_nothing_is_due():
    """The first day on which an entry is due is the day itself."""
    due, _, _ = report(opened(GERMAN), dt.date(2019, 2, 28), rule(*PlanGroup, months=12))
    assert {} == due


def test_time_runs_from_the_closure():
    """Before the closure there is no day; after it, all count from it."""
    rules = rule(*PlanGroup, months=6, starts=CLOSURE)
    plan = opened(GERMAN)
    assert {"l1": None} == {
        key: day for key, day in report(plan, dt.date(2030, 1, 1), rules)[1].items() if key == "l1"
    }
    closed = plan.close(reason="fertig", **on(31))
    assert dt.date(2018, 10, 1) == report(closed, dt.date(2018, 10, 1), rules)[0]["l1"]


def test_withdrawals_and_marks_are_changes():
    """The time begins anew when an entry is withdrawn; what is withdrawn is still held."""
    plan = opened(GERMAN).revise(withdraw=["l1"], **on(31))
    due, _, _ = report(plan, dt.date(2030, 1, 1), rule(*PlanGroup, months=12))
    assert dt.date(2019, 4, 1) == due["l1"]


def test_the_rule_that_ends_first_decides():
    """What tells of two groups follows the shorter time."""
    talk = Consultation(id="k1", held_on=OPENED, topics=(GoalField.HEALTH,))
    rules = (
        rule(PlanGroup.COUNSELLING, months=60),
        rule(PlanGroup.HEALTH, months=3),
        rule(*(set(PlanGroup) - {PlanGroup.COUNSELLING, PlanGroup.HEALTH}), months=12),
    )
    due, _, _ = report(opened(talk), dt.date(2018, 6, 1), *rules)
    assert {"k1": dt.date(2018, 6, 1)} == due


def test_what_an_earlier_version_told_counts():
    """A goal that was about health once is kept no longer than health data."""
    once = Goal(id="g2", field=GoalField.HEALTH, title="Therapie")
    plan = opened(once).revise(put=[evolve(once, field=GoalField.WORK)], **on(0))
    rules = (
        rule(*(set(PlanGroup) - {PlanGroup.HEALTH}), months=12),
        rule(PlanGroup.HEALTH, months=1),
    )
    assert dt.date(2018, 4, 1) == report(plan, dt.date(2018, 4, 1), *rules)[0]["g2"]


def test_without_a_rule_nothing_is_due():
    """Entries of groups of which no rule speaks are told apart."""
    _, _, without = report(opened(GERMAN, HEALTH), OPENED, rule(PlanGroup.LANGUAGE, months=0))
    assert ("subject", "responsibility", "h1") == without


def test_what_is_erased_is_not_due():
    """Only what is still held is spoken of."""
    plan = opened(GERMAN, HEALTH).erase(["h1"], legal_basis="Art. 17", **on(1))
    due, running, without = report(plan, dt.date(2030, 1, 1), rule(*PlanGroup, months=12))
    assert "h1" not in {*due, *running, *without}


def test_a_time_beyond_the_calendar_is_no_day():
    """What would end after the year 9999 does not end."""
    plan = opened(GERMAN)
    revised = plan.revise(
        put=[evolve(GERMAN, is_first=True)], **{**on(1), "effective_on": dt.date.max}
    )
    assert report(revised, dt.date.max, rule(*PlanGroup, months=1))[1]["l1"] is None


def test_rules_have_their_time():
    """The rule of the day on which it is asked decides."""
    schedule = RetentionSchedule(
        rules=(
            rule(PlanGroup.LANGUAGE, months=12, end=dt.date(2018, 12, 31)),
            rule(PlanGroup.LANGUAGE, months=6, start=dt.date(2019, 1, 1)),
        )
    )
    days = (dt.date(2018, 12, 31), dt.date(2019, 1, 1))
    assert [12, 6] == [schedule.at("language", day).months for day in days]


def test_two_rules_for_one_day_are_refused():
    """For a group and a day there is one rule at most; the problem names the group."""
    with pytest.raises(InvalidValueError) as caught:
        RetentionSchedule(
            rules=(rule(PlanGroup.LANGUAGE, months=12), rule(PlanGroup.LANGUAGE, months=6))
        )
    assert all(problem.pointer.startswith("/language") for problem in caught.value.problems)


def test_an_unknown_group_has_no_rule():
    """To ask for a group of which no rule speaks is an error of its own."""
    with pytest.raises(NotInForceError):
        EVERYTHING.at("shoes", OPENED)


def test_the_access_export_says_how_long():
    """With a schedule the export tells until when each entry is kept."""
    export = access_export(opened(GERMAN), day=OPENED, schedule=EVERYTHING)
    assert {dt.date(2019, 3, 1)} == {item.keep_until for item in export.entries}


# -------------------------------------------------------------------------------- the end of it all


def deleted(plan: IntegrationPlan, day: dt.date, **fields: Any) -> DeletionReceipt:
    """Delete a plan by the schedule for everything."""
    facts: dict[str, Any] = {
        "schedule": EVERYTHING,
        "author": AUTHOR,
        "legal_basis": "§ 84 SGB X",
        "receipt_id": "q-1",
    }
    return delete(plan, day=day, **{**facts, **fields})


def test_deletion_leaves_nothing_keyed_by_the_subject():
    """The receipt has neither ids, nor names, nor the author's id: who, when and which digest."""
    plan = opened(GERMAN, HEALTH, GOAL, id="plan-kanarie")
    receipt = deleted(plan, dt.date(2019, 3, 1))
    text = to_json(receipt) + repr(receipt)
    for word in ("plan-kanarie", "p-83f1", "Weinheim", "Asthma", "l1", "g1", "h1", AUTHOR.id):
        assert str(word) not in text
    assert ("q-1", plan.head, AUTHOR.role) == (receipt.id, receipt.head, receipt.role)
    assert receipt == from_json(to_json(receipt), DeletionReceipt)


@pytest.mark.parametrize("name", ["plan-1", "p-83f1"])
def test_a_receipt_has_an_id_of_its_own(name: str):
    """A receipt under the id of the plan or of the person would be keyed by them."""
    with pytest.raises(InvalidValueError):
        deleted(opened(GERMAN), dt.date(2030, 1, 1), receipt_id=name)


def test_deletion_waits_for_the_last_period():
    """What is still to be kept is named, each with its day."""
    with pytest.raises(InvalidValueError) as caught:
        deleted(opened(GERMAN), dt.date(2019, 2, 28))
    assert [
        ("/subject", "retention_running"),
        ("/responsibility", "retention_running"),
        ("/l1", "retention_running"),
    ] == [(p.pointer, p.code) for p in caught.value.problems]
    assert "2019-03-01" in caught.value.text("en")


def test_deletion_needs_a_rule_for_everything():
    """Of what no rule speaks nobody knows whether it may go."""
    with pytest.raises(InvalidValueError) as caught:
        deleted(
            opened(GERMAN),
            dt.date(2030, 1, 1),
            schedule=RetentionSchedule(
                rules=(rule(PlanGroup.LANGUAGE, PlanGroup.RESPONSIBILITY, months=1),)
            ),
        )
    assert [("/subject", "no_retention_rule")] == [
        (p.pointer, p.code) for p in caught.value.problems
    ]


def test_a_wholly_erased_plan_can_be_deleted_at_once():
    """Where nothing is held, nothing is to be kept."""
    plan = opened(GERMAN).erase_everything(legal_basis="Art. 17", **on(1))
    assert plan.head == deleted(plan, OPENED).head


# --------------------------------------------------------------------------------------------- cost


def counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> list[int]:
    """Count the calls of a function; the count is the length of the list."""
    calls: list[int] = []
    original = getattr(owner, name)

    def counting(*args: Any, **kwargs: Any) -> Any:
        calls.append(1)
        return original(*args, **kwargs)

    monkeypatch.setattr(owner, name, counting)
    return calls


def test_retention_reads_the_history_a_fixed_number_of_times(monkeypatch: pytest.MonkeyPatch):
    """The report of a plan with more entries replays its history no more often."""
    calls = counted(monkeypatch, RevisedDocument, "ids")
    found = []
    for count in (2, 20):
        calls.clear()
        goals = [Goal(id=f"g{n}", field=GoalField.WORK, title="A") for n in range(count)]
        retention(opened(*goals), OPENED, EVERYTHING)
        found.append(len(calls))
    assert found[0] == found[1]


def test_a_closing_revision_may_bring_the_last_entries():
    """What the closure itself puts counts from it too."""
    plan = opened().close(reason="fertig", put=[GERMAN], **on(31))
    assert RevisionKind.CLOSURE is plan.latest.kind
    assert (
        dt.date(2018, 5, 1)
        == report(plan, dt.date(2018, 5, 1), rule(*PlanGroup, months=1, starts=CLOSURE))[0]["l1"]
    )
