"""What histories cost: revising, folding, comparing, proving, in time and in memory.

The plan has 60 entries; each of its revisions after the first changes one of them.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from unittest import mock

import peer_deepdiff
import peer_eventsourcing
import sample_history
from report import Section, Target
from sample_history import History
from sample_plan import MANAGER
from timing import Effort, call, in_turns

from integrationsplan import IntegrationPlan, from_json, to_json, to_mapping
from integrationsplan.history import (
    Changed,
    Difference,
    Revision,
    canonical_bytes,
    diff_states,
    fold,
)
from integrationsplan.history import _seals as seals_module
from integrationsplan.history._integrity import revision_digest
from integrationsplan.history._seals import DEFAULT_ALGORITHM

FEW, MANY = 100, 1_000

OURS = "integrationsplan"
AGGREGATE = "eventsourcing"
CHAINED = "eventsourcing, chained"
FROZEN = "eventsourcing, chained, frozen"
DICTIONARIES = "deepdiff, dictionaries shared"
COPIES = "deepdiff, nothing shared"


def run(effort: Effort) -> list[Section]:
    """See that all peers come to the same states, then measure."""
    few, many = History(FEW), History(MANY)
    for history in (few, many):
        _verify(history)
    return [
        _revising(few, effort),
        _folding(few, effort),
        _differing(few, "one revision", FEW - 1, effort),
        _differing(few, "50 revisions", FEW // 2, effort),
        *_growing(few, many, effort),
        _hashing(few, effort),
        _loading(few, effort),
    ]


def _revising(history: History, effort: Effort) -> Section:
    plan, entry = history.versions[-2], history.entries[-1]
    recorded_at = sample_history.moment(FEW - 1)
    day, reason = recorded_at.date(), sample_history.REASON

    def ours() -> IntegrationPlan:
        return plan.revise(
            author=MANAGER, recorded_at=recorded_at, effective_on=day, reason=reason, put=[entry]
        )

    revision = history.revisions[-1]
    aggregate = _built(history, peer_eventsourcing.Plan, -1)
    chained = _built(history, peer_eventsourcing.ChainedPlan, -1)
    frozen = peer_eventsourcing.rebuild_frozen(_events(history)[:-1])

    def in_place() -> None:
        aggregate.revise(revision)
        aggregate.pending_events.clear()

    def by_hand() -> None:
        chained.revise(revision)
        chained.pending_events.clear()

    return Section(
        title=f"Revise one entry of a plan with {_size(plan)}",
        measured=in_turns(
            [
                call(OURS, ours, "checked against the history, digest, a new plan"),
                call(AGGREGATE, in_place, "nothing checked, no digest, the old state is gone"),
                call(CHAINED, by_hand, "nothing checked, the old state is gone"),
                call(FROZEN, lambda: frozen.revised(revision), "nothing checked"),
            ],
            effort,
        ),
        against=(AGGREGATE, CHAINED, FROZEN),
    )


def _folding(history: History, effort: Effort) -> Section:
    plan = history.plan
    identity, revisions = plan.id, plan.revisions
    events = [*_built(history, peer_eventsourcing.Plan).pending_events]
    chained = _events(history)
    return Section(
        title=f"Rebuild the state from the history of a plan with {_size(plan)}",
        measured=in_turns(
            [
                call(OURS, lambda: fold(revisions), "the fold alone"),
                call(
                    f"{OURS}, checked",
                    lambda: IntegrationPlan(id=identity, revisions=revisions).current,
                    "and every law of the history",
                ),
                call(AGGREGATE, lambda: peer_eventsourcing.rebuild(events), "checks the versions"),
                call(
                    FROZEN,
                    lambda: peer_eventsourcing.rebuild_frozen(chained),
                    "a state for every event; checks nothing",
                ),
            ],
            effort,
        ),
        against=(AGGREGATE, FROZEN),
    )


def _differing(history: History, title: str, older: int, effort: Effort) -> Section:
    plan = history.plan
    before, after = plan.as_of(older), plan.current
    # The same, as two documents give it: what did not change is equal and not identical.
    apart = from_json(to_json(plan), IntegrationPlan).as_of(older)
    old, new = _entries(history.versions[older - 1]), _entries(plan)
    shared = {key: new[key] if new[key] == entry else entry for key, entry in old.items()}
    _verify_differences(diff_states(before, after), old, new)
    diff = peer_deepdiff.diff
    return Section(
        title=f"Differences after {title}, {len(before)} entries, "
        f"{len(diff_states(before, after))} of them changed",
        measured=in_turns(
            [
                call(
                    f"{OURS}, states at hand",
                    lambda: _fields(diff_states(before, after)),
                    "every field that differs; unchanged entries are shared",
                ),
                call(
                    f"{OURS}, nothing shared",
                    lambda: _fields(diff_states(apart, after)),
                    "states of two documents",
                ),
                call(
                    f"{OURS}, plan.diff",
                    lambda: _fields(plan.diff(older)),
                    "and both states folded",
                ),
                call(
                    f"{OURS}, sentences",
                    lambda: [found.format("de") for found in diff_states(before, after)],
                    "said in German",
                ),
                call(DICTIONARIES, lambda: diff(shared, new), "unchanged ones are the same object"),
                call(COPIES, lambda: diff(old, new), "dictionaries of two documents"),
            ],
            effort,
        ),
        against=(DICTIONARIES, COPIES),
    )


def _growing(few: History, many: History, effort: Effort) -> list[Section]:
    codec = peer_eventsourcing.mapper()
    work: list[tuple[str, Callable[[History], tuple[Callable[[], object], ...]]]] = [
        (
            "Build a history, revision by revision",
            lambda h: (lambda: _grown(h), lambda: _built(h, peer_eventsourcing.ChainedPlan)),
        ),
        ("Load a history from JSON", lambda h: (_loader(h.document), _peer_loader(h, codec))),
        ("Verify a history", lambda h: (h.plan.verify, _peer_verifier(h))),
    ]
    sections = []
    for title, of in work:
        names, candidates = [], []
        for history, count in ((few, FEW), (many, MANY)):
            for name, function in zip((OURS, CHAINED), of(history), strict=True):
                names.append(f"{name}, {count:,}")
                candidates.append(call(names[-1], function))
        sections.append(
            Section(
                title=f"{title}: {MANY:,} revisions and {FEW}",
                measured=in_turns(candidates, effort),
                against=(names[0], names[1], names[3]),
                targets=(Target(ours=names[2], against=names[0], most=10.0),),
            )
        )
    return sections


def _hashing(history: History, effort: Effort) -> Section:
    plan, entry = history.versions[-2], history.entries[-1]
    revision: Revision[Any] = history.plan.latest
    previous = plan.head
    recorded_at = sample_history.moment(FEW - 1)
    day, reason = recorded_at.date(), sample_history.REASON
    hashing = "digest and commitments alone"

    def revise() -> IntegrationPlan:
        return plan.revise(
            author=MANAGER, recorded_at=recorded_at, effective_on=day, reason=reason, put=[entry]
        )

    def prove() -> str:
        return revision_digest(plan.id, previous, revision, DEFAULT_ALGORITHM)

    texts: list[bytes] = []

    def recorded(text: bytes) -> Any:
        texts.append(text)
        return hashlib.sha256(text)

    with mock.patch.object(seals_module, "ALGORITHMS", {DEFAULT_ALGORITHM: recorded}):
        proof = prove()
    if proof != revision.digest:
        raise AssertionError("the digest is not that of the revision")

    def sums() -> None:
        for text in texts:
            hashlib.sha256(text).digest()

    return Section(
        title=f"What the proof costs a revision of a plan with {_size(plan)}",
        measured=in_turns(
            [
                call("revise", revise, "everything"),
                call(
                    hashing,
                    prove,
                    "canonical bytes, framing, four sums",
                ),
                call("canonical bytes of the entry", lambda: canonical_bytes(entry), "RFC 8785"),
                call("SHA-256 alone", sums, f"four sums over {sum(map(len, texts)):,} bytes"),
            ],
            effort,
        ),
        against=(hashing, "revise"),
    )


def _loading(history: History, effort: Effort) -> Section:
    load = _loader(history.document)
    plan = history.plan
    head = plan.head
    return Section(
        title=f"Load and verify a plan with {_size(plan)}, {len(history.document):,} bytes",
        measured=in_turns(
            [
                call("load", load, "does not verify"),
                call("verify", lambda: plan.verify(head=head), "every digest worked out again"),
                call("load and verify", lambda: load().verify(head=head)),
                call("json alone", lambda: json.loads(history.document), "floor"),
            ],
            effort,
        ),
        against=("load", "json alone"),
    )


def _grown(history: History) -> None:
    """Build the history revision by revision."""
    opened = sample_history.opened_plan(history.first)
    for _ in sample_history.grown(opened, history.entries):
        pass


def _built(history: History, cls: type[peer_eventsourcing.Plan], upto: int | None = None) -> Any:
    return peer_eventsourcing.built(cls, history.plan.id, history.revisions[:upto])


def _events(history: History) -> list[Any]:
    return peer_eventsourcing.events_of(history.plan.id, history.revisions)


def _loader(document: bytes) -> Callable[[], IntegrationPlan]:
    return lambda: from_json(document, IntegrationPlan)


def _peer_loader(history: History, codec: Any) -> Callable[[], object]:
    stored = [*map(codec.to_stored_event, _events(history))]
    return lambda: peer_eventsourcing.load(stored, codec)


def _peer_verifier(history: History) -> Callable[[], object]:
    events = _events(history)
    return lambda: peer_eventsourcing.verify(events)


def _entries(plan: IntegrationPlan) -> dict[str, dict[str, Any]]:
    """Return the entries of a plan as dictionaries of their own, by id."""
    found = {}
    for revision in to_mapping(plan)["revisions"]:
        for change in revision["changes"]:
            found[change["entry"]["id"]] = change["entry"]
    return found


def _fields(differences: Iterable[Difference[Any]]) -> list[Any]:
    return [found.fields for found in differences if isinstance(found, Changed)]


def _size(plan: IntegrationPlan) -> str:
    return f"{len(plan.current)} entries and {len(plan.revisions)} revisions"


def _verify(history: History) -> None:
    """See that every peer comes to our state, and that chains hold and break when they must."""
    expected = _entries(history.plan)
    chained = _events(history)
    codec = peer_eventsourcing.mapper()
    states = [
        _built(history, peer_eventsourcing.Plan).entries,
        _built(history, peer_eventsourcing.ChainedPlan).entries,
        peer_eventsourcing.rebuild_frozen(chained).entries,
        peer_eventsourcing.load([*map(codec.to_stored_event, chained)], codec).entries,
    ]
    if any(state != expected for state in states):
        raise AssertionError("a peer comes to another state")
    if len(expected) != len(history.plan.current):
        raise AssertionError("the plan does not have the entries that it should have")
    again: list[Any] = [*map(codec.to_domain_event, map(codec.to_stored_event, chained))]
    holds = peer_eventsourcing.verify(again)
    again[-1].put[0]["kind"] = "goal?"
    if not holds or peer_eventsourcing.verify(again) or not history.plan.verify().holds:
        raise AssertionError("a chain does not hold, or holds though it was changed")


def _verify_differences(
    differences: Iterable[Difference[Any]], old: Mapping[str, Any], new: Mapping[str, Any]
) -> None:
    """See that deepdiff finds the same fields of the same entries."""
    ours = {
        (found.entry.id, change.field)
        for found in differences
        if isinstance(found, Changed)
        for change in found.fields
    }
    if not ours or peer_deepdiff.places(peer_deepdiff.diff(old, new)) != ours:
        raise AssertionError("deepdiff finds other differences")
