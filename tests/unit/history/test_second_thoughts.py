"""What a reviewer broke once: merges again, old copies, later days, what was once about health."""

import datetime as dt
from typing import Any

import pytest
from tests.unit.history.lives import AUTHOR, GERMAN, GOAL, HEALTH, MEASURE, moment, on, opened

from integrationsplan import evolve
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.history import (
    Marking,
    Purpose,
    RetentionRule,
    RetentionSchedule,
    RetentionStart,
    WithheldBecause,
    absorb,
    delete,
    merge,
    retention,
    withhold,
)
from integrationsplan.plan import (
    CEFR,
    Consent,
    Goal,
    GoalField,
    IntegrationPlan,
    LegalBasis,
    PlanGroup,
    access_export,
    data_catalogue,
    recipients_to_notify,
    release,
)
from integrationsplan.serialization import to_json
from integrationsplan.values import Basis, Bilingual, Citation

WORK = Goal(id="g2", field=GoalField.WORK, title="Arbeit")
CONSENT = Consent(
    id="c1",
    purpose="trial",
    groups=(PlanGroup.LANGUAGE,),
    given_on=dt.date(2018, 3, 1),
)
EVERYTHING = LegalBasis(title="§ 1", groups=tuple(PlanGroup), covers_special=True)
LANGUAGE = LegalBasis(title="§ 2", groups=(PlanGroup.LANGUAGE,))


def purpose(*groups: PlanGroup, **fields: Any) -> Purpose:
    """Return a purpose that needs these groups."""
    codes = tuple(group.value for group in groups)
    return Purpose(code="trial", label=Bilingual(de="Probe", en="trial"), groups=codes, **fields)


def released(plan: IntegrationPlan, wanted: Purpose, day: int = 9, **basis: Any) -> Any:
    """Release a plan on a day."""
    return release(plan, wanted, recipient="R", day=moment(day).date(), **basis)


def codes(call: Any) -> list[str]:
    """Return the codes of what a call is refused for."""
    with pytest.raises(InvalidValueError) as caught:
        call()
    return [problem.code for problem in caught.value.problems]


# ----------------------------------------------------------------------------------- merging again


def test_a_second_merge_asks_only_what_is_new():
    """What was taken in and withdrawn since does not come back with the next merge."""
    base = opened(GOAL)
    theirs = base.revise(put=[CONSENT], **on(1))
    ours = merge(base, theirs).into(base, **on(2)).revise(withdraw=["c1"], **on(3))
    theirs = theirs.revise(put=[WORK], **on(4))
    assert (WORK,) == merge(ours, theirs).put


def test_a_second_merge_keeps_a_correction_of_ours():
    """A version of theirs that we corrected since is no news."""
    base = opened(GERMAN)
    theirs = base.revise(put=[evolve(GERMAN, overall=CEFR.C2)], **on(1))
    ours = merge(base, theirs).into(base, **on(2)).revise(put=[GERMAN], **on(3))
    assert ((), ()) == (merge(ours, theirs).put, merge(ours, theirs).conflicts)


def test_what_went_to_and_fro_does_not_come_back():
    """They took ours in with the merge in it: what we withdrew since is no news of theirs."""
    base = opened(GOAL)
    theirs = base.revise(put=[GERMAN], **on(1))
    ours = merge(base, theirs).into(base, **on(2)).revise(put=[WORK], **on(3))
    theirs = merge(theirs, ours).into(theirs, **on(4))
    ours = ours.revise(withdraw=["g2"], **on(5))
    found = merge(ours, theirs)
    assert ((), (), ()) == (found.put, found.withdraw, found.conflicts)
    assert ("g2",) == merge(theirs, ours).withdraw


def test_merges_that_crossed_ask_nothing_twice():
    """Each took in a state of the other from before its merge: only what came after is news."""
    base = opened(GOAL)
    left = base.revise(put=[WORK], **on(1))
    right = base.revise(put=[GERMAN], **on(1))
    left, right = merge(left, right).into(left, **on(2)), merge(right, left).into(right, **on(2))
    left = left.revise(withdraw=["l1"], **on(3))
    right = right.revise(withdraw=["g2"], **on(3))
    found = merge(left, right)
    assert ((), ("g2",), ()) == (found.put, found.withdraw, found.conflicts)


def test_a_merge_is_for_the_document_that_it_was_made_for():
    """After another change of ours, or in another document, it is worked out again."""
    base = opened(GOAL)
    found = merge(base, base.revise(put=[evolve(GOAL, title="theirs")], **on(1)))
    later = base.revise(put=[evolve(GOAL, title="ours later")], **on(1))
    assert ["stale_merge"] == codes(lambda: found.into(later, **on(2)))
    assert ["stale_merge"] == codes(lambda: found.into(opened(id="plan-9"), **on(2)))


def test_a_decision_is_an_entry_with_the_id_of_the_conflict():
    """Neither another entry nor anything else decides."""
    base = opened(GOAL)
    ours = base.revise(put=[evolve(GOAL, title="B2")], **on(1))
    found = merge(ours, base.revise(put=[evolve(GOAL, title="C1")], **on(1)))
    assert ["wrong_type"] == codes(lambda: found.resolve({"g1": WORK}))
    assert ["wrong_type"] == codes(lambda: found.resolve({"g1": "x"}))  # type: ignore[dict-item]


def test_both_new_entries_of_one_id_can_be_kept():
    """Theirs comes in under another id, and the measure that serves it follows."""
    base = opened()
    ours = base.revise(put=[evolve(GOAL, title="ours")], **on(1))
    theirs = base.revise(put=[evolve(GOAL, title="theirs"), MEASURE], **on(1))
    found = merge(ours, theirs)
    assert ("m1",) == found.conflicts[0].referred_by
    state = found.resolve(keep_both=["g1"]).into(ours, **on(2)).current
    assert ("ours", "theirs", ("g1-2",)) == (
        state["g1"].title,  # type: ignore[union-attr]
        state["g1-2"].title,  # type: ignore[union-attr]
        state["m1"].goals,  # type: ignore[union-attr]
    )


def test_what_both_changed_is_not_kept_twice():
    """An entry that was there before they parted is one entry."""
    base = opened(GOAL)
    ours = base.revise(put=[evolve(GOAL, title="B2")], **on(1))
    found = merge(ours, base.revise(put=[evolve(GOAL, title="C1")], **on(1)))
    with pytest.raises(UnknownNameError):
        found.resolve(keep_both=["g1"])


def test_a_merge_tells_that_they_closed():
    """The merge closes nothing, and says that they did."""
    base = opened(GOAL)
    facts = {key: value for key, value in on(1).items() if key != "put"}
    assert merge(base, base.close(reason="r", **facts)).closes


# -------------------------------------------------------------------------------------- absorption


def other(*put: Any) -> IntegrationPlan:
    """Open another plan."""
    return opened(*put, id="plan-2", seed=7)


def test_nothing_is_absorbed_twice():
    """What came in and was erased does not come back with a second absorption."""
    second = other(HEALTH)
    plan = absorb(opened(), second).into(opened(), **on(1))
    plan = plan.erase(["h1"], legal_basis="Art. 17", **on(2))
    assert ["absorbed_already"] == codes(lambda: absorb(plan, second))


def test_what_was_erased_here_waits_for_somebody():
    """An entry under an erased id may be what was erased: it is held back."""
    plan = opened(HEALTH).erase(["h1"], legal_basis="Art. 17", **on(1))
    found = absorb(plan, other(HEALTH, WORK))
    assert ((WORK,), (HEALTH,)) == (found.put, found.held_back)


def test_a_consent_stays_with_its_plan():
    """A consent was given for the plan that it stands in."""
    assert "c1" in absorb(opened(), other(CONSENT)).left_out


def test_marks_of_what_is_here_already_come_along():
    """What is restricted there is restricted here, too."""
    second = other(GOAL).mark(["g1"], Marking.RESTRICTED, **on(1))
    plan = opened(GOAL)
    merged = absorb(plan, second).into(plan, **on(2))
    assert frozenset({Marking.RESTRICTED}) == merged.current.marks("g1")


def test_an_absorption_is_for_the_document_that_it_was_made_for():
    """After another change of ours it is worked out again."""
    plan = opened()
    found = absorb(plan, other(WORK))
    assert ["stale_merge"] == codes(lambda: found.into(plan.revise(**on(1)), **on(2)))


# ------------------------------------------------------------------------------------------- views


def test_a_reason_that_may_speak_of_withheld_entries_is_withheld():
    """Even a purpose that sees authors does not read why a health note was put."""
    plan = opened(GERMAN).revise(put=[HEALTH], reason="wegen Asthma", **on(1))
    view = released(plan, purpose(PlanGroup.LANGUAGE, with_authors=True), legal_basis=LANGUAGE).view
    assert "Asthma" not in to_json(view)


def test_a_lifting_from_a_later_day_is_no_lifting_yet():
    """What is restricted on the day is withheld, whatever is recorded for later days."""
    plan = opened(GERMAN).mark(["l1"], Marking.RESTRICTED, **on(1))
    later = on(2) | {"effective_on": dt.date(2030, 1, 1)}
    plan = plan.mark(["l1"], Marking.RESTRICTED, lifted=True, **later)
    view = released(plan, purpose(PlanGroup.LANGUAGE), legal_basis=LANGUAGE).view
    assert "l1" not in view.document.current


def test_a_consent_from_a_later_day_is_no_consent_yet():
    """A consent that counts from 2030 on shows nothing in 2018."""
    later = on(1) | {"effective_on": dt.date(2030, 1, 1)}
    plan = opened(GERMAN).revise(put=[CONSENT], **later)
    assert ["no_basis_for_disclosure"] == codes(lambda: released(plan, purpose(PlanGroup.LANGUAGE)))


def test_what_was_once_about_health_stays_so():
    """A measure for a goal that was about health is shown on no other basis."""
    therapy = Goal(id="g1", field=GoalField.HEALTH, title="Therapie")
    plan = opened(therapy, MEASURE).revise(put=[GOAL], **on(1))
    assert {"g1", "m1"} == set(plan.ids([PlanGroup.HEALTH]))
    view = released(plan, purpose(PlanGroup.LANGUAGE), legal_basis=LANGUAGE).view
    assert () == view.document.current.entries
    held = {entry.entry_id: entry for entry in access_export(plan, day=moment(9).date()).entries}
    assert held["m1"].is_special


def test_what_becomes_about_health_later_is_found():
    """A measure is about health from the day on which its goal is, even if it was withdrawn."""
    plan = opened(GOAL, MEASURE).revise(withdraw=["m1"], **on(1))
    plan = plan.revise(put=[evolve(GOAL, field=GoalField.HEALTH)], **on(2))
    assert {"g1", "m1"} == set(plan.ids([PlanGroup.HEALTH]))


def test_a_view_of_a_view_verifies():
    """What another view has withheld before stays withheld, and is listed."""
    plan = opened(GERMAN, HEALTH)
    first = released(plan, purpose(PlanGroup.LANGUAGE, PlanGroup.IDENTITY), legal_basis=EVERYTHING)
    second = released(first.view.document, purpose(PlanGroup.LANGUAGE), legal_basis=LANGUAGE)
    assert second.view.verify(head=plan.head).holds
    assert "h1" in {item.entry_id for item in second.view.withheld}


def test_a_recipient_is_told_no_id_of_a_consent():
    """The basis names the day of a consent: its id would tell what a sealed entry is."""
    view = released(opened(GERMAN, CONSENT), purpose(PlanGroup.LANGUAGE)).view
    assert ("consent of 2018-03-01",) == view.bases


def test_a_basis_that_covered_nothing_is_not_named():
    """A legal basis for other groups is no basis of this disclosure."""
    basis = LegalBasis(title="§ 3", groups=(PlanGroup.WORK,))
    made = released(opened(GERMAN, CONSENT), purpose(PlanGroup.LANGUAGE), legal_basis=basis)
    assert (None, None) == (made.legal_basis, made.record("d1").legal_basis)


def test_withdrawn_entries_that_were_shown_are_in_the_record():
    """Whoever got an earlier version is told of its erasure."""
    plan = opened(GERMAN, GOAL).revise(withdraw=["l1"], **on(1))
    made = released(
        plan, purpose(*PlanGroup, with_history=True, needs_basis=False), legal_basis=None
    )
    noted = plan.revise(put=[made.record("d1")], **on(10))
    assert ["d1"] == [entry.id for entry in recipients_to_notify(noted, "l1")]


def test_why_something_is_withheld_is_told_apart():
    """A group that the purpose needs lacks a basis; one that it does not need is another matter."""
    made = released(
        opened(GERMAN, WORK), purpose(PlanGroup.LANGUAGE, PlanGroup.WORK), legal_basis=LANGUAGE
    )
    found = {item.entry_id: item.because for item in made.withheld}
    assert (WithheldBecause.NO_BASIS, WithheldBecause.NOT_DISCLOSED) == (
        found["g2"],
        found["subject"],
    )
    assert {WithheldBecause.NOT_DISCLOSED} == {item.because for item in made.view.withheld}


def test_a_refusal_names_each_cause_once():
    """That there are consents for other purposes only is said, so that a slip is looked for."""
    plan = opened(GERMAN, evolve(CONSENT, purpose="trail"))
    with pytest.raises(InvalidValueError) as caught:
        released(plan, purpose(PlanGroup.LANGUAGE, PlanGroup.WORK))
    (problem,) = caught.value.problems
    assert "other purposes only" in problem.text("en")


def test_a_purpose_without_groups_is_refused():
    """Nothing can be released for nothing, and the refusal says so."""
    assert ["too_short"] == codes(lambda: released(opened(), purpose(), legal_basis=EVERYTHING))


# --------------------------------------------------------------------------- erasure and retention


@pytest.mark.parametrize("groups", [["health"], "health", [None]])
def test_codes_are_no_groups(groups: Any):
    """Of what is not known nothing would be found, and an erasure would erase nothing."""
    assert {"wrong_type"} == set(codes(lambda: opened(HEALTH).ids(groups)))


def test_nothing_is_not_erased():
    """No revision may say that something was erased where nothing was."""
    assert ["nothing_to_erase"] == codes(lambda: opened().erase((), legal_basis="b", **on(1)))


def rule(*groups: str, months: int = 12) -> RetentionRule:
    """Return a rule."""
    return RetentionRule(
        groups=groups,
        months=months,
        starts=RetentionStart.LAST_CHANGE,
        basis=Basis.ASSUMED,
        citation=Citation(title="an example"),
    )


def test_a_rule_for_an_unknown_group_is_refused():
    """A misspelt group beside a rule for the rest would follow the rest."""
    schedule = RetentionSchedule(rules=(rule("helth", months=6), rule()))
    assert ["unknown_data_group"] == codes(lambda: retention(opened(), OPENED, schedule))


OPENED = dt.date(2018, 3, 1)


def test_a_rule_for_one_of_its_groups_is_enough():
    """An entry of two groups is due by the one that has a rule."""
    talk = Goal(id="g9", field=GoalField.HEALTH, title="Therapie")
    schedule = RetentionSchedule(rules=(rule("health"),))
    plan = opened(evolve(talk, id="g1"), MEASURE)
    due = retention(plan, dt.date(2030, 1, 1), schedule).due
    assert ["g1", "m1"] == [item.entry_id for item in due]


def deleted(plan: IntegrationPlan, receipt_id: str = "r-1") -> object:
    """Delete a plan long after."""
    return delete(
        plan,
        day=dt.date(2090, 1, 1),
        schedule=RetentionSchedule(rules=(rule(),)),
        author=AUTHOR,
        legal_basis="Art. 5 DSGVO",
        receipt_id=receipt_id,
    )


def test_a_stripped_document_is_not_deleted():
    """What is merely gone may have had to be kept."""
    stripped, _ = withhold(opened(GOAL), purpose(), frozenset())
    assert ["broken_chain"] == codes(lambda: deleted(stripped))


@pytest.mark.parametrize("name", ["plan-1", "p-83f1", "g1", AUTHOR.id])
def test_a_receipt_bears_no_id_of_the_document(name: str):
    """Neither the plan's, nor the person's, nor an entry's, nor an author's."""
    assert ["receipt_of_somebody"] == codes(lambda: deleted(opened(GOAL), name))


def test_a_view_is_no_access():
    """Where something is withheld, nobody is told that this is all."""
    view = released(opened(GERMAN, HEALTH), purpose(PlanGroup.LANGUAGE), legal_basis=LANGUAGE).view
    assert ["broken_chain"] == codes(lambda: access_export(view.document, day=OPENED))


def test_purposes_may_come_one_by_one():
    """Purposes from a generator are told of every entry."""
    wanted = (purpose(*PlanGroup) for _ in range(1))
    export = access_export(opened(GOAL), day=OPENED, purposes=wanted)
    assert {("trial",)} == {entry.purposes for entry in export.entries}


def test_the_catalogue_says_what_depends_on_the_content():
    """A goal may be about health; a health note is; a name is not."""
    found = {row.kind: row.is_special for row in data_catalogue()}
    assert (None, None, None, True, False) == (
        found["goal"],
        found["measure"],
        found["consultation"],
        found["health-note"],
        found["personal-details"],
    )


def test_the_catalogue_keeps_for_the_shortest_time():
    """Of the rules for what a goal may tell of, the shortest is named with its source."""
    schedule = RetentionSchedule(rules=(rule("health", months=6), rule(months=36)))
    rows = data_catalogue(day=OPENED, schedule=schedule)
    row = next(row for row in rows if row.kind == "goal").to_row("de")
    assert (6, "letzte Änderung des Eintrags", "an example", "je nach Inhalt") == (
        row["keep_months"],
        row["kept_from"],
        row["kept_by"],
        row["special"],
    )


# -------------------------------------------------------------------------------------------- doors


def test_a_subclass_would_be_lost_when_written():
    """What holds more than documents do is refused before it is recorded."""

    class Mine(Goal):  # a vendor's own
        pass

    mine = Mine(id="g7", field=GoalField.WORK, title="x")
    assert ["wrong_type"] == codes(lambda: opened().revise(put=[mine], **on(1)))


def test_no_day_is_no_day():
    """The state of a day needs a day."""
    assert ["wrong_type"] == codes(lambda: opened().at(None))  # type: ignore[arg-type]


def test_a_seal_shows_no_salt():
    """A log must not open what is erased."""
    assert "<Seal>" == repr(opened().latest.author_seal)


def test_an_algorithm_is_kept():
    """Marks and erasures do not fall back to an older algorithm."""
    plan = opened(GOAL).revise(algorithm="sha3-256/1", **on(1))
    assert plan.mark(["g1"], Marking.CONTESTED, **on(2)).head.startswith("sha3-256/1:")


def test_a_state_gives_an_entry_as_one_of_its_class():
    """So type checkers know its fields; another class or id is told with those that there are."""
    state = opened(GOAL, GERMAN).current
    assert GOAL == state.one(Goal, "g1")
    for entry_id in ("l1", "g9"):
        with pytest.raises(UnknownNameError) as caught:
            state.one(Goal, entry_id)
        assert ("g1",) == caught.value.known


@pytest.mark.parametrize("name", ["entries", "withdraw"])
def test_one_id_is_no_list_of_ids(name: str):
    """A text would be taken for a list of letters."""
    plan = opened(GOAL)
    calls: dict[str, Any] = {
        "entries": lambda: plan.mark("g1", Marking.CONTESTED, **on(1)),
        "withdraw": lambda: plan.revise(withdraw="g1", **on(1)),
    }
    assert ["wrong_type"] == codes(calls[name])
