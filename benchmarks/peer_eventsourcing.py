"""The history of a plan with `eventsourcing`: aggregates, and events that nobody saves.

An event holds what a revision holds: author, kind, days, reason, and the entries put, as the
dictionaries of our documents. Three ways to do it:

- `Plan`: the library's own aggregate, changed in place. Its events have a version; the library
  (seen in 9.5.6) makes no digests of them.
- `ChainedPlan`: the same with salts, commitments and a chain of digests, written by hand in the
  fewest lines.
- `FrozenPlan`: the style of the library's functional examples, a pure fold over the same chained
  events, so that older states stay as they were.

What all three lack beside our plans: nothing is checked (types, bounds, characters, references,
whether a step of a goal is allowed, whether a day lies before the opening), the dictionaries can be
changed after they were digested, there is one axis of time, and nothing can be sealed or erased.
"""

import datetime as dt
import hashlib
import json
import secrets
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from eventsourcing.domain import Aggregate, AggregateCreated, AggregateEvent
from eventsourcing.persistence import (
    DatetimeAsISO,
    JSONTranscoder,
    Mapper,
    StoredEvent,
    UUIDAsHex,
)

NAMESPACE = uuid.UUID("8d6b0a3e-5a53-4b5f-9a7e-0c6f2c1d4e90")


class Plan(Aggregate):
    """A plan whose events have no digests."""

    def __init__(self) -> None:
        self.entries: dict[str, dict[str, Any]] = {}

    class Opened(AggregateCreated):
        """The plan begins, without entries; the first revision brings them."""

    class Revised(AggregateEvent):
        """What a revision says."""

        effective_on: str
        role: str
        author: str
        kind: str
        reason: str | None
        legal_basis: str | None
        put: list[dict[str, Any]]
        withdraw: list[str]

        def apply(self, aggregate: Any) -> None:
            """Change the plan in place."""
            for entry in self.put:
                aggregate.entries[entry["id"]] = entry
            for entry_id in self.withdraw:
                del aggregate.entries[entry_id]

    @classmethod
    def open(cls, plan_id: str, recorded_at: dt.datetime) -> "Plan":
        """Begin a plan."""
        identity = uuid.uuid5(NAMESPACE, plan_id)
        return cls._create(cls.Opened, id=identity, timestamp=recorded_at)

    def revise(self, revision: Mapping[str, Any]) -> None:
        """Trigger the event of a revision."""
        self.trigger_event(self.Revised, **revision)


class ChainedPlan(Plan):
    """A plan whose events are chained by digests."""

    def __init__(self) -> None:
        super().__init__()
        self.head = ""

    class Opened(Plan.Opened):
        """The plan begins."""

    class Chained(Plan.Revised):
        """What a revision says, with its salts and its digest."""

        salts: list[str]
        digest: str

        def apply(self, aggregate: Any) -> None:
            """Change the plan in place."""
            super().apply(aggregate)
            aggregate.head = self.digest

    def revise(self, revision: Mapping[str, Any]) -> None:
        """Trigger the event of a revision, with the digest over it and the one before."""
        salts = [secrets.token_hex(32) for _ in range(len(revision["put"]) + 2)]
        digest = digest_of(self.head, self.version + 1, revision, salts)
        self.trigger_event(self.Chained, **revision, salts=salts, digest=digest)


@dataclass(frozen=True)
class FrozenPlan:
    """A plan that is a pure fold: each event gives a new one.

    Attributes:
        id: Its identity.
        version: Number of the newest event.
        head: Digest of the newest event.
        entries: The entries, by id; never changed after it was made.
    """

    id: uuid.UUID
    version: int = 1
    head: str = ""
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)

    def revised(self, revision: Mapping[str, Any]) -> tuple["FrozenPlan", ChainedPlan.Chained]:
        """Return the plan after a revision, and the event of it."""
        salts = [secrets.token_hex(32) for _ in range(len(revision["put"]) + 2)]
        make: Any = ChainedPlan.Chained  # a dataclass by its metaclass, which type checkers miss
        event = make(
            originator_id=self.id,
            originator_version=self.version + 1,
            salts=salts,
            digest=digest_of(self.head, self.version + 1, revision, salts),
            **revision,
        )
        return self.after(event), event

    def after(self, event: ChainedPlan.Chained) -> "FrozenPlan":
        """Return the plan after an event."""
        entries = dict(self.entries)
        for entry in event.put:
            entries[entry["id"]] = entry
        for entry_id in event.withdraw:
            del entries[entry_id]
        return replace(self, version=event.originator_version, head=event.digest, entries=entries)


def digest_of(previous: str, number: int, revision: Mapping[str, Any], salts: Sequence[str]) -> str:
    """Return a digest over commitments to entries, author and reason, and the one before."""
    author, reason, *rest = salts
    content = {
        "author": _commitment(author, revision["author"]),
        "changes": [
            [entry["id"], _commitment(salt, entry)]
            for salt, entry in zip(rest, revision["put"], strict=True)
        ],
        "effective_on": revision["effective_on"],
        "kind": revision["kind"],
        "legal_basis": revision["legal_basis"],
        "number": number,
        "previous": previous,
        "reason": _commitment(reason, revision["reason"]),
        "recorded_at": revision["timestamp"].isoformat(),
        "role": revision["role"],
        "withdraw": revision["withdraw"],
    }
    return hashlib.sha256(_bytes(content)).hexdigest()


def built(cls: type[Plan], plan_id: str, revisions: Sequence[Mapping[str, Any]]) -> Any:
    """Build a history event by event."""
    plan = cls.open(plan_id, revisions[0]["timestamp"])
    for revision in revisions:
        plan.revise(revision)
    return plan


def events_of(plan_id: str, revisions: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Return the chained events of a history, the opening first."""
    return list(built(ChainedPlan, plan_id, revisions).pending_events)


def verify(events: Iterable[Any]) -> bool:
    """Work out every digest again; the opening has none."""
    previous = ""
    for event in events:
        if not isinstance(event, ChainedPlan.Chained):
            continue
        content = vars(event)
        if digest_of(previous, event.originator_version, content, event.salts) != event.digest:
            return False
        previous = event.digest
    return True


def rebuild(events: Iterable[Any]) -> Any:
    """Return the aggregate that events lead to."""
    aggregate = None
    for event in events:
        aggregate = event.mutate(aggregate)
    return aggregate


def rebuild_frozen(events: Sequence[Any]) -> FrozenPlan:
    """Return the frozen plan that events lead to."""
    plan = FrozenPlan(id=events[0].originator_id)
    for event in events[1:]:
        plan = plan.after(event)
    return plan


def mapper() -> Mapper[uuid.UUID]:
    """Return what turns events into stored ones, JSON in bytes, and back."""
    transcoder = JSONTranscoder()
    transcoder.register(UUIDAsHex())
    transcoder.register(DatetimeAsISO())
    return Mapper(transcoder=transcoder)


def load(stored: Iterable[StoredEvent], codec: Mapper[uuid.UUID]) -> Any:
    """Return the aggregate of stored events."""
    return rebuild(map(codec.to_domain_event, stored))


def _commitment(salt: str, content: object) -> str:
    return hashlib.sha256(salt.encode() + _bytes(content)).hexdigest()


def _bytes(content: object) -> bytes:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()
