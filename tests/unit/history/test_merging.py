"""Merging: what two systems wrote apart, and what two documents say of one matter."""

from typing import Any

import pytest
from tests.properties.strategies_plans import recorded, resolved
from tests.unit.history.lives import AUTHOR, GERMAN, GOAL, HEALTH, MEASURE, moment, on, opened

from integrationsplan import evolve
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.history import Conflict, Marking, RevisionKind, absorb, merge
from integrationsplan.plan import (
    CEFR,
    PURPOSES,
    Body,
    Competence,
    Goal,
    GoalField,
    HealthNote,
    IntegrationPlan,
    LanguageProficiency,
    LegalBasis,
    Lifecycle,
    Measure,
    PlanGroup,
    RecognitionProcedure,
    RecognitionTarget,
    ResidenceStatus,
    ResidenceTitle,
    StatusWithoutTitle,
    release,
)

WORK = Goal(id="g2", field=GoalField.WORK, title="Arbeit")


def codes(error: InvalidValueError) -> list[str]:
    """Return the codes of all problems."""
    return [problem.code for problem in error.problems]


# --------------------------------------------------------------------------------- three-way merges


def test_what_they_put_is_taken():
    """New entries and new versions that only they have are to be put."""
    base = opened(GOAL, GERMAN)
    newer = evolve(GOAL, title="Deutsch B2")
    theirs = base.revise(put=[newer, WORK], **on(1))
    found = merge(base, theirs)
    assert ((newer, WORK), (), (), 1) == (
        found.put,
        found.withdraw,
        found.conflicts,
        found.parted_after,
    )


def test_what_they_withdrew_is_withdrawn():
    """An entry that only they withdrew is to be withdrawn."""
    base = opened(GOAL)
    assert ("g1",) == merge(base, base.revise(withdraw=["g1"], **on(1))).withdraw


def test_what_only_we_changed_stays():
    """Our own changes are no part of the merge."""
    base = opened(GOAL)
    ours = base.revise(put=[evolve(GOAL, title="B2")], withdraw=[], **on(1))
    found = merge(ours, base)
    assert ((), (), ()) == (found.put, found.withdraw, found.conflicts)


def test_what_both_changed_alike_is_no_conflict():
    """The same change on both sides is there already."""
    base = opened(GOAL)
    newer = evolve(GOAL, title="B2")
    ours, theirs = (base.revise(put=[newer], **on(day)) for day in (1, 2))
    found = merge(ours, theirs)
    assert ((), ()) == (found.put, found.conflicts)


def test_what_both_changed_unlike_is_a_conflict():
    """Two versions are a conflict that names the fields at stake."""
    base = opened(GOAL)
    ours = base.revise(put=[evolve(GOAL, title="B2")], **on(1))
    theirs = base.revise(put=[evolve(GOAL, title="C1", lifecycle=Lifecycle.PLANNED)], **on(1))
    (conflict,) = merge(ours, theirs).conflicts
    assert Conflict("g1", GOAL, ours.current["g1"], theirs.current["g1"]) == conflict
    assert ("title",) == conflict.fields
    assert conflict.combined is None


def test_changes_of_different_fields_can_be_combined():
    """Where no field clashes, an entry with both changes is proposed."""
    base = opened(GOAL)
    ours = base.revise(put=[evolve(GOAL, title="B2")], **on(1))
    theirs = base.revise(put=[evolve(GOAL, lifecycle=Lifecycle.PLANNED)], **on(1))
    (conflict,) = merge(ours, theirs).conflicts
    assert () == conflict.fields
    assert evolve(GOAL, title="B2", lifecycle=Lifecycle.PLANNED) == conflict.combined


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_change_against_withdrawal_is_a_conflict(side: str):
    """Who withdrew and who changed must agree; either way can be recorded."""
    base = opened(GOAL)
    changed = base.revise(put=[evolve(GOAL, title="B2")], **on(1))
    withdrawn = base.revise(withdraw=["g1"], **on(1))
    for ours, theirs in ((changed, withdrawn), (withdrawn, changed)):
        found = resolved(merge(ours, theirs), side)
        expected = (ours if side == "ours" else theirs).current.entries
        assert set(expected) == set(recorded(ours, found, **on(2)).current.entries)


def test_the_same_new_id_on_both_sides_is_a_conflict():
    """Two new entries under one id have no base, and every field that differs clashes."""
    base = opened()
    ours = base.revise(put=[WORK], **on(1))
    theirs = base.revise(put=[evolve(WORK, title="Ausbildung")], **on(1))
    (conflict,) = merge(ours, theirs).conflicts
    assert (None, ("title",), None) == (conflict.base, conflict.fields, conflict.combined)


def test_entries_of_two_kinds_under_one_id_are_a_conflict():
    """Where even the kinds differ, the whole entry is at stake."""
    base = opened()
    ours = base.revise(put=[WORK], **on(1))
    theirs = base.revise(put=[Measure(id="g2", title="Kurs")], **on(1))
    (conflict,) = merge(ours, theirs).conflicts
    assert ((), None) == (conflict.fields, conflict.combined)


def test_changes_that_exclude_each_other_are_not_combined():
    """A title from us and another status from them make no entry: nothing is proposed."""
    base = opened(ResidenceStatus(id="r1"))
    ours = base.revise(put=[ResidenceStatus(id="r1", title=ResidenceTitle.VISA)], **on(1))
    other = ResidenceStatus(id="r1", without_title=StatusWithoutTitle.TOLERATION)
    theirs = base.revise(put=[other], **on(1))
    assert merge(ours, theirs).conflicts[0].combined is None


def test_an_open_conflict_is_not_recorded():
    """Somebody decides before a merge is recorded."""
    base = opened(GOAL)
    ours = base.revise(put=[evolve(GOAL, title="B2")], **on(1))
    theirs = base.revise(put=[evolve(GOAL, title="C1")], **on(1))
    with pytest.raises(InvalidValueError):
        merge(ours, theirs).into(ours, **on(2))


def test_decisions_need_their_conflict():
    """A decision about an entry that is not contested is refused with those that are."""
    base = opened(GOAL)
    with pytest.raises(UnknownNameError) as caught:
        merge(base, base).resolve({"g1": GOAL})
    assert ("conflict", "g1") == (caught.value.kind.en, caught.value.name)


def test_decisions_put_withdraw_or_leave():
    """Ours needs nothing, theirs is put, a third version too, and nothing is a withdrawal."""
    base = opened(GOAL)
    ours = base.revise(put=[evolve(GOAL, title="B2")], **on(1))
    theirs = base.revise(put=[evolve(GOAL, title="C1")], **on(1))
    third = evolve(GOAL, title="B2 und C1")
    found = merge(ours, theirs)
    decided = [
        found.resolve({"g1": entry})
        for entry in (ours.current["g1"], theirs.current["g1"], third, None)
    ]
    assert [
        ((), ()),
        ((theirs.current["g1"],), ()),
        ((third,), ()),
        ((), ("g1",)),
    ] == [(one.put, one.withdraw) for one in decided]
    assert all(one.conflicts == () for one in decided)


def test_a_merge_is_a_revision_that_names_the_other_history():
    """The merging revision has the other head, and steps taken there need no steps here."""
    base = opened(GOAL)
    theirs = base.revise(put=[evolve(GOAL, lifecycle=Lifecycle.PLANNED)], **on(1))
    theirs = theirs.revise(put=[evolve(GOAL, lifecycle=Lifecycle.ACTIVE)], **on(2))
    merged = recorded(base, merge(base, theirs), **on(3))
    assert (RevisionKind.MERGE, theirs.head) == (merged.latest.kind, merged.latest.merges)
    assert merged.verify(head=base.head).holds


def test_a_merge_names_its_head_and_nothing_else_does():
    """A merge without a head is refused, and so is a head without a merge."""
    for facts in (
        {"kind": RevisionKind.MERGE},
        {"kind": RevisionKind.CONTINUATION, "merges": opened().head},
    ):
        with pytest.raises(InvalidValueError) as caught:
            opened(GOAL).revise(**facts, **on(1))
        assert ["merge_without_head"] == codes(caught.value)


def test_other_documents_are_not_merged():
    """Documents that share no revision, or not their id, are refused."""
    for theirs in (opened(GOAL, seed=1), opened(GOAL, id="plan-2")):
        with pytest.raises(InvalidValueError) as caught:
            merge(opened(GOAL), theirs)
        assert ["other_document"] == codes(caught.value)


def test_representations_hold_no_content():
    """What a merge shows in a log are numbers and ids."""
    base = opened(HEALTH)
    ours = base.revise(put=[evolve(HEALTH, note="geheim")], **on(1))
    theirs = base.revise(put=[evolve(HEALTH, note="anders")], **on(1))
    found = merge(ours, theirs)
    shown = f"{found!r} {found.conflicts!r} {absorb(base, opened(GERMAN, id='plan-2'))!r}"
    for word in ("geheim", "anders", "Asthma"):
        assert word not in shown


# -------------------------------------------------------------------------------------------- marks


def test_marks_are_merged():
    """A restriction that was recorded there counts here too."""
    base = opened(GOAL)
    theirs = base.mark(["g1"], Marking.RESTRICTED, **on(1))
    merged = recorded(base, merge(base, theirs), **on(2))
    assert frozenset({Marking.RESTRICTED}) == merged.current.marks("g1")


def test_lifted_marks_are_merged():
    """A restriction that was lifted there is lifted here."""
    base = opened(GOAL).mark(["g1"], Marking.RESTRICTED, **on(1))
    theirs = base.mark(["g1"], Marking.RESTRICTED, lifted=True, **on(2))
    assert frozenset() == recorded(base, merge(base, theirs), **on(3)).current.marks("g1")


def test_marks_of_new_entries_are_merged():
    """What came in there and was marked there comes in with its mark."""
    base = opened()
    theirs = base.revise(put=[GOAL], **on(1)).mark(["g1"], Marking.RESTRICTED, **on(2))
    merged = recorded(base, merge(base, theirs), **on(3))
    assert frozenset({Marking.RESTRICTED}) == merged.current.marks("g1")


def test_two_marks_of_one_entry_are_merged():
    """An entry may have been restricted and contested there."""
    base = opened(GOAL)
    theirs = base.mark(["g1"], Marking.RESTRICTED, **on(1))
    theirs = theirs.mark(["g1"], Marking.CONTESTED, **on(2))
    merged = recorded(base, merge(base, theirs), **on(3))
    assert frozenset(Marking) == merged.current.marks("g1")


def test_a_withdrawal_lifts_no_mark():
    """An entry that they withdrew, and that we keep, is as restricted as it was."""
    base = opened(GOAL).mark(["g1"], Marking.RESTRICTED, **on(1))
    ours = base.revise(put=[evolve(GOAL, title="B2")], **on(2))
    theirs = base.revise(withdraw=["g1"], **on(2))
    merged = recorded(ours, resolved(merge(ours, theirs), "ours"), **on(3))
    assert frozenset({Marking.RESTRICTED}) == merged.current.marks("g1")


# ------------------------------------------------------------------------------- views and closures


def test_what_a_view_withholds_is_not_withdrawn():
    """Who continues a view and sends it back has withdrawn nothing of what they never saw."""
    plan = opened(HEALTH, GERMAN)
    basis = LegalBasis(title="§ 1", groups=(PlanGroup.LANGUAGE,))
    view = release(
        plan, PURPOSES["volunteer"], recipient="R", day=moment(1).date(), legal_basis=basis
    ).view
    theirs = view.document.revise(put=[evolve(GERMAN, overall=CEFR.A2)], **on(2))
    assert () == merge(plan, theirs).withdraw


# --------------------------------------------------------------------------------------- agreements


def test_an_agreement_to_their_revisions_can_be_merged():
    """An agreement made there does not keep the rest from being merged."""
    base = opened(GOAL)
    theirs = base
    for day in range(1, 5):
        theirs = theirs.revise(put=[evolve(GOAL, title=f"Deutsch {day}")], **on(day))
    facts = {"author": AUTHOR, "recorded_at": moment(5), "agreed_on": moment(5).date()}
    theirs = theirs.agree(id="a1", **facts)  # type: ignore[arg-type]
    assert "Deutsch 4" == recorded(base, merge(base, theirs), **on(6)).current["g1"].title  # type: ignore[union-attr]


# --------------------------------------------------------------------------------------- absorption


def other(*put: Any, **head: Any) -> IntegrationPlan:
    """Open another plan of the same person, led elsewhere."""
    facts: dict[str, Any] = {"id": "plan-2", "body": Body(name="Mannheim"), "seed": 7}
    return opened(*put, **{**facts, **head})


def test_entries_come_in_under_free_ids():
    """What is new comes in as it is; a taken id is exchanged; what is bound to its plan stays."""
    found = absorb(opened(GOAL), other(WORK, evolve(GOAL, title="Deutsch C1"), subject="p-9"))
    assert (WORK, evolve(GOAL, id="g1-2", title="Deutsch C1")) == found.put
    assert {"g1": "g1-2"} == dict(found.renamed)
    assert {"subject", "responsibility"} == {*found.left_out, *found.already_here}


def test_absorbed_entries_can_be_recorded():
    """The outcome is one merging revision that names the other plan's head."""
    ours, second = opened(GOAL), other(WORK, subject="p-9")
    found = absorb(ours, second)
    merged = ours.revise(put=found.put, merges=found.head, kind=RevisionKind.MERGE, **on(1))
    assert (WORK, second.head) == (merged.current["g2"], merged.latest.merges)
    assert "p-83f1" == merged.subject


def test_references_follow_their_entries():
    """Entries that are renamed are still referred to, those of targets included."""
    procedure = RecognitionProcedure(id="r1", reference_occupation="Arzt", goal="g1", measure="m1")
    goal = Goal(
        id="g1",
        field=GoalField.RECOGNITION,
        title="Approbation",
        target=RecognitionTarget(procedure="r1"),
        depends_on=("g2",),
    )
    measure = Measure(id="m1", title="Kurs", goals=("g1", "g2"))
    taken = [
        RecognitionProcedure(id="r1", reference_occupation="Pflege"),
        GOAL,
        MEASURE,
    ]
    found = absorb(opened(*taken), other(procedure, goal, measure, WORK))
    new = {entry.id: entry for entry in found.put}
    assert {"r1-2", "g1-2", "m1-2", "g2"} == set(new)
    assert ("g1-2", "m1-2") == (new["r1-2"].goal, new["r1-2"].measure)
    assert ("r1-2", ("g2",)) == (new["g1-2"].target.procedure, new["g1-2"].depends_on)
    assert ("g1-2", "g2") == new["m1-2"].goals


def test_what_stands_here_already_is_not_doubled():
    """An entry with the same content under another id is the same; references go to it."""
    ours = opened(LanguageProficiency(id="x1", language="de", overall=CEFR.A1), WORK)
    second = other(GERMAN, evolve(WORK, id="g7"), Measure(id="m7", title="Kurs", goals=("g7",)))
    found = absorb(ours, second)
    assert {"l1", "g7"} <= set(found.already_here)
    assert (Measure(id="m7", title="Kurs", goals=("g2",)),) == found.put


def test_an_id_that_was_ever_used_is_not_free():
    """Ids of withdrawn entries are taken; what bears an erased one waits for somebody."""
    ours = opened(GOAL, HEALTH).revise(withdraw=["g1"], **on(1))
    ours = ours.erase(["h1"], legal_basis="Art. 17", **on(2))
    second = other(evolve(WORK, id="g1"), Competence(id="h1", title="Kochen"))
    found = absorb(ours, second)
    assert {"g1": "g1-2"} == dict(found.renamed)
    assert ["h1"] == [entry.id for entry in found.held_back]


def test_a_long_id_stays_an_id():
    """The new id is cut where it would be longer than ids may be."""
    name = "g" * 64
    found = absorb(opened(evolve(GOAL, id=name)), other(evolve(WORK, id=name)))
    assert "g" * 62 + "-2" == found.put[0].id


def test_withdrawn_entries_of_the_other_stay_there():
    """Only what counts in the other document comes in."""
    second = other(WORK).revise(withdraw=["g2"], **on(1))
    assert () == absorb(opened(), second).put


def test_ids_of_dependencies_do_not_disturb():
    """A goal of ours that depends on an id of theirs is no obstacle."""
    ours = opened(evolve(WORK, id="a", depends_on=("b",)), evolve(WORK, id="b", title="Kurs"))
    assert ["b-2"] == [e.id for e in absorb(ours, other(evolve(GOAL, id="b"))).put]


def test_the_same_words_for_another_goal_are_not_the_same_measure():
    """A measure for their goal is not our measure for ours, though both goals are called g1."""
    ours = opened(GOAL, MEASURE)
    found = absorb(ours, other(evolve(GOAL, title="Deutsch C1"), MEASURE))
    assert ("g1-2",) in {entry.goals for entry in found.put if isinstance(entry, Measure)}


def test_a_reference_to_nothing_stays_one():
    """What referred to a withdrawn entry there must not refer to another entry here."""
    second = other(evolve(GOAL, title="Deutsch C1"), Measure(id="m9", title="Kurs", goals=("g1",)))
    second = second.revise(withdraw=["g1"], **on(1))
    (measure,) = absorb(opened(GOAL), second).put
    assert isinstance(measure, Measure)
    assert "g1" not in measure.goals


def test_erased_content_has_no_twin():
    """What was erased here is not known here: nothing of it is compared with what comes in."""
    ours = opened(HEALTH).erase(["h1"], legal_basis="Art. 17", **on(1))
    found = absorb(ours, other(HealthNote(id="h7", note="Asthma seit Kindheit")))
    assert (("h7",), ()) == (tuple(e.id for e in found.put), found.already_here[1:])
