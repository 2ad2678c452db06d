"""From revisions to states: one pure fold, and the check that a history is one.

The order of recording decides: what a later revision says of an entry replaces what earlier ones
said, from the later revision's day of effect on. Entries are shared between states, never copied.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap
from integrationsplan.errors import UnknownNameError
from integrationsplan.history import _problems as kinds
from integrationsplan.history._revisions import Entry, Put, Revision, RevisionKind
from integrationsplan.problems import Problem, at_pointer

__all__ = ["State", "fold", "history_problems"]

E_co = TypeVar("E_co", bound=Entry, covariant=True)
F = TypeVar("F", bound=Entry)


@attrs.frozen(repr=False)
class State(Generic[E_co]):
    """The entries that count at some point, in the order in which they first came.

    Example:
        >>> State(FrozenMap()).entries
        ()
    """

    _by_id: FrozenMap[str, E_co]

    @property
    def entries(self) -> tuple[E_co, ...]:
        """All entries."""
        return tuple(self._by_id.values())

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """Return the entries of one class."""
        return tuple(entry for entry in self._by_id.values() if isinstance(entry, kind))

    def __getitem__(self, entry_id: str) -> E_co:
        if entry_id not in self._by_id:
            raise UnknownNameError(Wording("entry", "Eintrag"), entry_id, self._by_id)
        return self._by_id[entry_id]

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._by_id

    def __iter__(self) -> Iterator[E_co]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __repr__(self) -> str:
        return f"<State: {len(self)} entries>"


def fold(revisions: Sequence[Revision[E_co]]) -> State[E_co]:
    """Apply revisions in their order."""
    entries: dict[str, E_co] = {}
    for revision in revisions:
        for change in revision.changes:
            if isinstance(change, Put):
                entries[change.entry.id] = change.entry
            else:
                entries.pop(change.entry_id, None)
    return State(FrozenMap(entries))


def history_problems(revisions: Sequence[Revision[E_co]]) -> Iterator[Problem]:
    """Yield what keeps revisions from being a history, with pointers below ``/revisions``."""
    if not revisions:
        yield kinds.NO_OPENING.at("/revisions")
        return
    entries: dict[str, E_co] = {}  # the newest version of each entry, withdrawn ones too
    present: set[str] = set()
    recorded: dt.datetime | None = None
    opened = revisions[0].effective_on
    closed = False
    for index, revision in enumerate(revisions):
        pointer = f"/revisions/{index}"
        if revision.number != index + 1:
            yield kinds.WRONG_NUMBER.at(
                f"{pointer}/number", found=revision.number, allowed=index + 1
            )
        if (revision.kind is RevisionKind.OPENING) != (index == 0):
            yield kinds.NO_OPENING.at(f"{pointer}/kind")
        if recorded is not None and revision.recorded_at < recorded:
            yield kinds.RECORDED_EARLIER.at(f"{pointer}/recorded_at")
        if revision.effective_on < opened:
            yield kinds.EFFECTIVE_EARLIER.at(f"{pointer}/effective_on", opening=opened.isoformat())
        if closed and revision.kind is not RevisionKind.CORRECTION:
            yield kinds.AFTER_CLOSURE.at(f"{pointer}/kind", kind=revision.kind.value)
        yield from _change_problems(revision, entries, present, pointer)
        recorded = revision.recorded_at
        closed = closed or revision.kind is RevisionKind.CLOSURE


def _change_problems(
    revision: Revision[E_co], entries: dict[str, E_co], present: set[str], pointer: str
) -> Iterator[Problem]:
    """Yield the problems of a revision's changes, and apply them.

    A withdrawn entry that comes back follows its last version: withdrawing is no way round a rule.
    """
    changed: set[str] = set()
    for index, change in enumerate(revision.changes):
        place = f"{pointer}/changes/{index}"
        entry_id = change.entry.id if isinstance(change, Put) else change.entry_id
        if entry_id in changed:
            yield kinds.CHANGED_TWICE.at(place)
        changed.add(entry_id)
        if not isinstance(change, Put):
            if entry_id not in present:
                yield kinds.NO_SUCH_ENTRY.at(f"{place}/entry_id")
            present.discard(entry_id)
            continue
        entry, before = change.entry, entries.get(entry_id)
        found: Iterator[Problem]
        if before is None:
            found = entry.first_problems(revision)
        elif before.kind != entry.kind:
            yield kinds.KIND_CHANGED.at(f"{place}/entry", found=entry.kind, allowed=before.kind)
            continue
        else:
            found = entry.succession(before, revision)
        for problem in found:
            yield at_pointer(problem, f"{place}/entry")
        entries[entry_id] = entry
        present.add(entry_id)
