"""Laws of histories: building, proving, saving, erasing, merging, for plans of every shape."""

import datetime as dt
import itertools
from typing import Any

import attrs
import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.strategies_plans import (
    IDS,
    KINDS,
    by_id,
    entries,
    entries_of,
    histories,
    plans,
    recorded,
    resolved,
    salts_from,
    twins,
)

from integrationsplan import evolve
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import (
    Author,
    BrokenLink,
    Mark,
    Marking,
    Put,
    Revision,
    RevisionKind,
    Sealed,
    State,
    Verdict,
    Withdraw,
    _integrity,
    _seals,
    apply_differences,
    canonical_bytes,
    merge,
)
from integrationsplan.history._document import RevisedDocument
from integrationsplan.history._fold import Standing
from integrationsplan.history._writing import Writing
from integrationsplan.plan import (
    PURPOSES,
    Body,
    Goal,
    GoalField,
    IntegrationPlan,
    LegalBasis,
    PlanGroup,
    access_export,
    release,
)
from integrationsplan.serialization import from_json, to_json, to_mapping

MANY = settings(max_examples=60, deadline=None)
OFTEN = settings(max_examples=100, deadline=None)
AUTHOR = Author(role="clerk", id="c-1")
ALL_GROUPS = LegalBasis(title="§ 1", groups=tuple(PlanGroup), covers_special=True)


def facts(plan: IntegrationPlan) -> dict[str, Any]:
    """Return who records the next revision, and when."""
    return {
        "author": AUTHOR,
        "recorded_at": plan.latest.recorded_at,
        "effective_on": dt.date(2100, 1, 1),
        "salts": salts_from(-1),
    }


def told(error: InvalidValueError) -> list[tuple[str, str]]:
    """Return place and code of every problem."""
    return [(problem.pointer, problem.code) for problem in error.problems]


# ----------------------------------------------------------------------------------------- building


@MANY
@given(plans())
def test_what_was_revised_step_by_step_is_what_the_constructor_takes(plan: IntegrationPlan):
    """A plan that was checked one revision at a time passes the check of the whole."""
    whole = IntegrationPlan(id=plan.id, revisions=plan.revisions)
    assert (plan, plan.current) == (whole, whole.current)
    assert attrs.asdict(whole._standing) == attrs.asdict(plan._standing)


ODD_CHANGES = st.lists(
    st.one_of(
        st.sampled_from([*IDS, "subject"]).map(lambda i: Withdraw(entry_id=i)),
        st.builds(
            Mark,
            entry_id=st.sampled_from(IDS),
            marking=st.sampled_from(Marking),
            lifted=st.booleans(),
        ),
        st.builds(
            Sealed, entry_id=st.sampled_from(IDS), commitment=st.just("sha256/1:" + "A" * 43)
        ),
        st.sampled_from(KINDS)
        .flatmap(lambda cls: st.sampled_from(IDS).flatmap(lambda i: entries_of(cls, i, 9)))
        .map(lambda entry: Put(entry=entry, salt="A" * 43)),
    ),
    max_size=4,
)


@OFTEN
@given(plans(3), ODD_CHANGES, st.sampled_from(RevisionKind), st.integers(-3, 3), st.booleans())
def test_the_check_of_one_revision_is_the_check_of_all(
    plan: IntegrationPlan, changes: Any, kind: RevisionKind, days: int, with_reason: bool
):
    """What is added and what is constructed are accepted, or refused for the same reasons."""
    writing = Writing(
        author=AUTHOR,
        recorded_at=plan.latest.recorded_at + dt.timedelta(days),
        effective_on=plan.revisions[0].effective_on + dt.timedelta(days),
        salts=salts_from(0),
    )
    revision: Revision[Any] = writing.revision(
        plan.id,
        plan.latest,
        kind=kind,
        changes=changes,
        reason="why" if with_reason else None,
        merges=plan.head if kind is RevisionKind.MERGE else None,
    )
    try:
        stepwise: Any = plan._continued(revision)
    except InvalidValueError as error:
        stepwise = told(error)
    try:
        whole: Any = IntegrationPlan(id=plan.id, revisions=(*plan.revisions, revision))
    except InvalidValueError as error:
        whole = told(error)
    assert whole == stepwise


@MANY
@given(plans())
def test_a_refused_revision_changes_nothing(plan: IntegrationPlan):
    """After a refusal the plan is what it was, and takes a good revision as before."""
    before = to_json(plan)
    with pytest.raises(InvalidValueError):
        plan.revise(withdraw=["nobody"], **facts(plan))
    assert before == to_json(plan)
    assert plan.mark([], Marking.CONTESTED, **facts(plan)).verify(head=plan.head).holds


# ------------------------------------------------------------------------------------------ proving


@OFTEN
@given(plans())
def test_every_honest_history_verifies(plan: IntegrationPlan):
    """The chain of whatever was written by the library holds, before and after it was stored."""
    assert plan.verify().verdict is Verdict.SELF_CONSISTENT
    assert plan.verify(head=plan.head).anchored_to == len(plan.revisions)
    again = from_json(to_json(plan), IntegrationPlan)
    assert (plan, plan.verify(head=plan.head)) == (again, again.verify(head=plan.head))
    assert to_json(plan) == to_json(again)


@MANY
@given(histories())
def test_every_old_head_anchors_what_came_after(past: tuple[IntegrationPlan, ...]):
    """A head that was noted once is found again at its number, whatever happened since."""
    for old in past:
        found = past[-1].verify(head=old.head)
        assert (Verdict.ANCHORED, len(old.revisions)) == (found.verdict, found.anchored_to)


@MANY
@given(histories())
def test_a_cut_tail_is_seen_with_the_head_alone(past: tuple[IntegrationPlan, ...]):
    """A history that ends early is consistent in itself; the newer head is not in it."""
    plan = past[-1]
    for number in range(1, len(plan.revisions)):
        cut = plan.revisions[:number]
        if any(isinstance(c, Sealed) for r in cut for c in r.changes):
            continue  # the erasure went with the tail: content is missing, which is seen anyway
        if any(r.reason is None and r.has_reason for r in cut):
            continue
        shorter = IntegrationPlan(id=plan.id, revisions=cut)
        assert shorter.verify().verdict is Verdict.SELF_CONSISTENT
        assert BrokenLink(number, "head_not_found") == shorter.verify(head=plan.head).broken


@MANY
@given(histories())
def test_a_cut_erasure_is_content_missing(past: tuple[IntegrationPlan, ...]):
    """Without the revision that erased it, erased content is missing content."""
    for before, after in itertools.pairwise(past):
        erased = [c.entry_id for c in after.latest.changes if c.kind == "erase"]
        if after.latest.kind is RevisionKind.ERASURE and erased:
            cut = IntegrationPlan(id=after.id, revisions=after.revisions[:-1])
            broken = cut.verify().broken
            assert broken is not None
            assert broken.code == "content_missing"
            assert broken.entry_id in {*erased, None}
            assert before.verify().holds


@MANY
@given(plans(3), plans(3))
def test_no_revision_fits_into_another_plan(one: IntegrationPlan, other: IntegrationPlan):
    """The opening of one plan under the id of another is a broken link."""
    if one.id != other.id:
        moved = evolve(one, id=other.id)
        assert BrokenLink(1, "wrong_digest") == moved.verify().broken


# -------------------------------------------------------------------------------- the form in bytes


@OFTEN
@given(entries(), entries())
def test_two_entries_share_their_bytes_only_if_they_are_equal(one: Any, other: Any):
    """The canonical bytes of an entry say its kind and all that it holds: they bind."""
    same = type(one) is type(other) and one == other
    assert same == (canonical_bytes(one) == canonical_bytes(other))


@MANY
@given(plans())
def test_the_bytes_of_an_entry_are_those_of_its_document(plan: IntegrationPlan):
    """Whoever has the document and an RFC 8785 library can work out every commitment."""
    written = to_mapping(plan)
    for revision, data in zip(plan.revisions, written["revisions"], strict=True):
        for change, part in zip(revision.changes, data.get("changes", ()), strict=True):
            if isinstance(change, Put):
                assert rfc8785.dumps(part["entry"]) == canonical_bytes(change.entry)


# ------------------------------------------------------------------------------------------ erasing


@MANY
@given(plans(), st.data())
def test_erasure_keeps_the_chain_and_its_heads(plan: IntegrationPlan, data: st.DataObject):
    """Whatever is erased, every old head still anchors, and all else is what it was."""
    chosen = data.draw(st.lists(st.sampled_from(plan.ids() or ("-",)), unique=True))
    if not plan.ids() or not chosen:
        return
    cleaned = plan.erase(chosen, legal_basis="Art. 17", **facts(plan))
    for revision in plan.revisions:
        assert revision.number == cleaned.verify(head=revision.digest).anchored_to
    assert [i for i in plan.ids() if i not in chosen] == list(cleaned.ids())
    assert {k: e for k, e in by_id(plan.current).items() if k not in chosen} == by_id(
        cleaned.current
    )


@MANY
@given(plans())
def test_all_can_be_erased(plan: IntegrationPlan):
    """Without any content the skeleton still verifies, and nothing is left to erase."""
    if not plan.ids() and all(revision.reason is None for revision in plan.revisions):
        return
    empty = plan.erase_everything(legal_basis="Art. 17", **facts(plan))
    assert empty.verify(head=plan.head).holds
    assert ((), (), None) == (empty.ids(), empty.current.entries, empty.subject)
    assert all(revision.reason is None for revision in empty.revisions)


@MANY
@given(plans(), st.data())
def test_erased_entries_do_not_come_back_under_their_id(plan: IntegrationPlan, data: st.DataObject):
    """Neither a revision nor an old copy brings back what was erased."""
    if not plan.ids():
        return
    chosen = data.draw(st.sampled_from(plan.ids()))
    cleaned = plan.erase([chosen], legal_basis="Art. 17", **facts(plan))
    old = next(
        c for r in reversed(plan.revisions) for c in r.changes
        if isinstance(c, Put) and c.entry.id == chosen
    )  # fmt: skip
    with pytest.raises(InvalidValueError) as caught:
        cleaned.revise(put=[old.entry], kind=RevisionKind.CORRECTION, **facts(plan))
    assert [problem.code for problem in caught.value.problems] == ["erased_entry"]
    with pytest.raises(InvalidValueError) as caught:
        IntegrationPlan(id=plan.id, revisions=(*plan.revisions, cleaned.latest))
    assert {"erased_but_present"} == {problem.code for problem in caught.value.problems}
    found = merge(cleaned, plan)
    assert chosen not in {entry.id for entry in found.put}
    assert chosen in merge(plan, cleaned).erase


# -------------------------------------------------------------------------------------------- views


@MANY
@given(plans(), st.sampled_from(sorted(PURPOSES)))
def test_every_view_verifies_against_the_head_of_the_plan(plan: IntegrationPlan, purpose: str):
    """A view has the plan's digests, before and after it was sent, and holds no withheld salt."""
    made = release(
        plan,
        PURPOSES[purpose],
        recipient="R",
        day=dt.date(2100, 1, 1),
        legal_basis=ALL_GROUPS,
    )
    view = from_json(to_json(made.view), type(made.view))
    assert made.view == view
    for revision in plan.revisions:
        assert revision.number == view.verify(head=revision.digest).anchored_to
    shown = {c.salt for r in view.document.revisions for c in r.changes if isinstance(c, Put)}
    text = to_json(view)
    for revision in plan.revisions:
        for change in revision.changes:
            if isinstance(change, Put):
                assert (change.salt in shown) == (change.salt in text)
    allowed = {group.value for group in made.groups}
    for entry in view.document.current:
        assert {group.value for group in entry.groups_in(plan.current)} <= allowed


@MANY
@given(plans())
def test_the_persons_own_view_withholds_nothing(plan: IntegrationPlan):
    """The person is shown every entry in every version, and the whole plan."""
    made = release(plan, PURPOSES["person"], recipient="P", day=dt.date(2100, 1, 1))
    assert (plan, ()) == (made.view.document, made.view.withheld)


@MANY
@given(plans())
def test_the_access_export_is_complete(plan: IntegrationPlan):
    """Every entry whose content is held is told of, every erased one is named, and it is stored."""
    export = access_export(plan, day=dt.date(2100, 1, 1))
    assert plan.ids() == tuple(item.entry_id for item in export.entries)
    erased = [c.entry_id for r in plan.revisions for c in r.changes if c.kind == "erase"]
    assert (tuple(erased), plan) == (export.erased, export.plan)
    versions = [c for r in plan.revisions for c in r.changes if isinstance(c, Put)]
    assert len(versions) == sum(item.versions for item in export.entries)
    assert {e.id for e in plan.current} == {i.entry_id for i in export.entries if i.counts}
    assert export == from_json(to_json(export), type(export))


# ------------------------------------------------------------------------------------------ merging


def marks(plan: IntegrationPlan) -> dict[str, frozenset[Marking]]:
    """Return the marks of the entries that count and bear some."""
    found = {entry.id: plan.current.marks(entry.id) for entry in plan.current}
    return {entry_id: borne for entry_id, borne in found.items() if borne}


@OFTEN
@given(twins(), st.sampled_from(["ours", "theirs"]))
def test_a_merge_gives_both_sides_the_same(
    sides: tuple[IntegrationPlan, IntegrationPlan], winner: str
):
    """Recorded on either side, with conflicts decided alike, a merge gives the same entries."""
    left, right = sides
    loser = {"ours": "theirs", "theirs": "ours"}[winner]
    to_left, to_right = merge(left, right), merge(right, left)
    merged_left = recorded(left, resolved(to_left, winner), **facts(left))
    merged_right = recorded(right, resolved(to_right, loser), **facts(right))
    assert by_id(merged_left.current) == by_id(merged_right.current)
    assert marks(merged_left) == marks(merged_right)
    assert merged_left.verify(head=left.head).holds


@OFTEN
@given(twins())
def test_conflicts_are_the_same_from_both_sides(sides: tuple[IntegrationPlan, IntegrationPlan]):
    """Both sides see the same conflicts, each from where it stands."""
    left, right = sides
    one, other = merge(left, right), merge(right, left)
    assert one.parted_after == other.parted_after
    assert {c.entry_id: (c.base, c.ours, c.theirs, c.fields) for c in one.conflicts} == {
        c.entry_id: (c.base, c.theirs, c.ours, c.fields) for c in other.conflicts
    }


@OFTEN
@given(twins())
def test_a_merge_loses_nothing(sides: tuple[IntegrationPlan, IntegrationPlan]):
    """Whatever only one side changed is in the outcome; what both changed unlike is a conflict."""
    left, right = sides
    found = merge(left, right)
    base = left.as_of(found.parted_after)
    after = by_id(recorded(left, resolved(found, "ours"), **facts(left)).current)
    contested = {conflict.entry_id for conflict in found.conflicts}
    for entry_id in {e.id for s in (base, left.current, right.current) for e in s}:
        before, here, there = (s.get(entry_id) for s in (base, left.current, right.current))
        if there in (here, before):
            expected = here
        elif here == before:
            expected = there
        else:
            assert entry_id in contested
            continue
        assert entry_id not in contested
        assert expected == after.get(entry_id)


@MANY
@given(twins())
def test_a_merge_with_oneself_or_the_past_is_empty(
    sides: tuple[IntegrationPlan, IntegrationPlan],
):
    """What is already here is not merged again, recorded merges included."""
    left, right = sides
    past = IntegrationPlan(id=left.id, revisions=left.revisions[:1])
    for theirs in (left, past):
        found = merge(left, theirs)
        assert ((), (), (), ()) == (found.put, found.withdraw, found.erase, found.conflicts)
    merged = recorded(left, resolved(merge(left, right), "theirs"), **facts(left))
    again = resolved(merge(merged, right), "ours")
    assert by_id(merged.current) == by_id(recorded(merged, again, **facts(merged)).current)


# ----------------------------------------------------------------------------------------- the cost


def counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> list[int]:
    """Count the calls of a function; the count is the length of the list."""
    calls: list[int] = []
    original = getattr(owner, name)

    def counting(*args: Any, **kwargs: Any) -> Any:
        calls.append(1)
        return original(*args, **kwargs)

    monkeypatch.setattr(owner, name, counting)
    return calls


def test_a_revision_costs_what_it_changes(monkeypatch: pytest.MonkeyPatch):
    """The thousandth revision makes as many digests and checks as the second.

    Counted is work, not time: digests made, entries brought into bytes, revisions and versions
    checked or folded.
    """
    goals = [Goal(id=f"g{n}", field=GoalField.WORK, title="G") for n in range(60)]
    plan = _opened(*goals)
    plan = plan.revise(put=[goals[0]], **facts(plan))
    counters = {
        "commit": counted(monkeypatch, _integrity, "commit"),
        "digest": counted(monkeypatch, _integrity, "digest_of"),
        "bytes": counted(monkeypatch, _seals, "canonical_bytes"),
        "check": counted(monkeypatch, Standing, "take"),
        "version": counted(monkeypatch, Standing, "_problems_of_version"),
        "apply": counted(monkeypatch, Standing, "apply"),
        "whole": counted(monkeypatch, RevisedDocument, "_violations"),
    }
    spent = []
    for number in range(1000):
        for calls in counters.values():
            calls.clear()
        plan = plan.revise(put=[goals[number % 60]], reason="why", **facts(plan))
        assert len(plan.current) == 62
        spent.append({name: len(calls) for name, calls in counters.items()})
    expected = {
        "commit": 3,  # the entry, the author, the reason
        "digest": 1,
        "bytes": 4,
        "check": 1,
        "version": 1,
        "apply": 0,  # taken in while it is checked
        "whole": 0,
    }
    assert all(each == expected for each in spent)


def test_verifying_costs_what_is_there(monkeypatch: pytest.MonkeyPatch):
    """Every link is worked out once: digests in proportion to the revisions, nothing twice."""
    plan = _opened()
    for _ in range(50):
        plan = plan.revise(**facts(plan))
    calls = counted(monkeypatch, _integrity, "digest_of")
    assert plan.verify(head=plan.head).holds
    assert len(plan.revisions) == len(calls)


def test_loading_folds_the_history_twice_at_most(monkeypatch: pytest.MonkeyPatch):
    """To open a stored plan takes one pass to check it, and one more for its current state."""
    plan = _opened()
    for _ in range(50):
        plan = plan.revise(**facts(plan))
    text = to_json(plan)
    calls = counted(monkeypatch, Standing, "apply")
    assert from_json(text, IntegrationPlan).current == plan.current
    assert len(calls) <= 2 * len(plan.revisions)


def test_the_current_state_is_worked_out_once():
    """Whoever asks again gets the same object."""
    plan = _opened()
    assert plan.current is plan.current
    again = from_json(to_json(plan), IntegrationPlan)
    assert again.current is again.current


# ------------------------------------------------------------------------------------ known defects


def test_applying_no_difference_changes_nothing():
    """A state with nothing applied is that state, its marks included."""
    goal = Goal(id="g", field=GoalField.WORK, title="G")
    plan = _opened(goal).mark(["g"], Marking.RESTRICTED, **facts(_opened(goal)))
    state: State[Any] = plan.current
    assert state == apply_differences(state, ())


def _opened(*put: Any) -> IntegrationPlan:
    moment = dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC)
    return IntegrationPlan.open(
        id="p",
        subject="s",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=moment,
        effective_on=moment.date(),
        put=put,
        salts=salts_from(1),
    )
