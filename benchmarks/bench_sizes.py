"""What histories hold: memory and JSON beside full copies, and what versions share."""

import pickle
from typing import Any
from unittest import mock

import peer_eventsourcing
from report import Section, Target
from sample_history import ENTRIES, History, grown
from timing import Effort, Measured, held

from integrationsplan import IntegrationPlan, from_json, to_json
from integrationsplan.history import Put, canonical_bytes, fold
from integrationsplan.history import _document as document_module

FEW, MANY = 100, 1_000

PLAN = f"plan with {FEW} revisions"
LONGER = f"plan with {MANY:,} revisions"
OPENING = "plan with 1 revision"
CHANGED = "what changed"
COPIES = f"{FEW} full copies"
EVENTS = "eventsourcing, chained"


def run(effort: Effort) -> list[Section]:
    """Weigh a history of a hundred revisions; what is weighed needs no turns."""
    del effort
    few, many = History(FEW), History(MANY)
    return [_memory(few, many), _written(few, many), _sharing(few)]


def _memory(few: History, many: History) -> Section:
    small = to_json(few.versions[0]).encode()
    codec = peer_eventsourcing.mapper()
    events = [*map(codec.to_stored_event, _events(few))]
    puts, copies = _pickled(_put(few)), _pickled(_copied(few))
    return Section(
        title=f"Memory of {FEW} revisions of a plan with {ENTRIES} entries",
        measured=[
            held(PLAN, lambda: _loaded(few.document), "loaded, its state worked out"),
            held(OPENING, lambda: _loaded(small), "loaded, its state worked out"),
            held(LONGER, lambda: _loaded(many.document), "loaded, its state worked out"),
            held(CHANGED, lambda: _unpickled(puts), f"{len(puts)} entries, nothing else"),
            held(COPIES, lambda: _unpickled(copies), f"{len(copies):,} entries, nothing else"),
            held(
                f"all {FEW} versions of the plan",
                lambda: _all_versions(few, small),
                "each kept alive, with its own state",
            ),
            held(
                EVENTS,
                lambda: [codec.to_domain_event(event) for event in events],
                "the events as loaded, dictionaries",
            ),
        ],
        against=(CHANGED, COPIES),
        targets=(Target(ours=LONGER, against=PLAN, most=10.0),),
        unit="B",
    )


def _written(few: History, many: History) -> Section:
    codec = peer_eventsourcing.mapper()
    events = [*map(codec.to_stored_event, _events(few))]
    small = to_json(few.versions[0]).encode()
    return Section(
        title=f"JSON of {FEW} revisions of a plan with {ENTRIES} entries",
        measured=[
            Measured(name=PLAN, amount=len(few.document), remark="with salts, seals, digests"),
            Measured(name=OPENING, amount=len(small), remark="with salts, seals, digests"),
            Measured(name=LONGER, amount=len(many.document), remark="with salts, seals, digests"),
            Measured(name=CHANGED, amount=_bytes(_put(few)), remark="entries, nothing else"),
            Measured(name=COPIES, amount=_bytes(_copied(few)), remark="entries, nothing else"),
            Measured(
                name=EVENTS,
                amount=sum(len(event.state) for event in events),
                remark="the stored events, without topics and ids",
            ),
        ],
        against=(CHANGED, COPIES),
        targets=(Target(ours=LONGER, against=PLAN, most=10.0),),
        unit="B",
    )


def _sharing(history: History) -> Section:
    fresh = from_json(history.document, IntegrationPlan)
    with mock.patch.object(document_module, "fold", wraps=fold) as counted:
        states = [fresh.current for _ in range(FEW)]
    entries = _copied(history)
    return Section(
        title="What is shared",
        measured=[
            Measured(name="readings of `current`", amount=len(states)),
            Measured(name="folds made for them", amount=counted.call_count),
            Measured(name="states that they gave", amount=len(set(map(id, states)))),
            Measured(name=f"entries in the states of {FEW} versions", amount=len(entries)),
            Measured(name="objects behind them", amount=len(set(map(id, entries)))),
        ],
        against=(),
        unit="",
    )


def _put(history: History) -> list[Any]:
    """Return every version of every entry."""
    changes = [change for revision in history.plan.revisions for change in revision.changes]
    return [change.entry for change in changes if isinstance(change, Put)]


def _copied(history: History) -> list[Any]:
    """Return the entries of every state: what full copies would hold."""
    return [entry for plan in history.versions for entry in plan.current]


def _events(history: History) -> list[Any]:
    return peer_eventsourcing.events_of(history.plan.id, history.revisions)


def _pickled(entries: list[Any]) -> list[bytes]:
    return [pickle.dumps(entry) for entry in entries]


def _unpickled(entries: list[bytes]) -> list[Any]:
    """Return entries that share nothing with each other, as those of documents do not."""
    return [pickle.loads(entry) for entry in entries]  # noqa: S301  # our own


def _bytes(entries: list[Any]) -> int:
    return sum(len(canonical_bytes(entry)) for entry in entries)


def _loaded(document: bytes) -> IntegrationPlan:
    plan = from_json(document, IntegrationPlan)
    _ = plan.current
    return plan


def _all_versions(history: History, opening: bytes) -> list[IntegrationPlan]:
    plan = _loaded(opening)
    return [plan, *grown(plan, _unpickled(_pickled(history.entries)))]
