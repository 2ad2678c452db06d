"""From revisions to states: one pure fold, and the check that a history is one.

The order of recording decides: what a later revision says of an entry replaces what earlier ones
said, from the later revision's day of effect on. Entries are shared between states, never copied.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Generic, Self, TypeVar

import attrs

from integrationsplan._model import FrozenMap
from integrationsplan.history import _problems as kinds
from integrationsplan.history._entries import Entry
from integrationsplan.history._revisions import (
    Change,
    Erase,
    EraseReason,
    Mark,
    Marking,
    Put,
    Revision,
    RevisionKind,
    Sealed,
    Withdraw,
)
from integrationsplan.history._state import State
from integrationsplan.problems import Problem, at_pointer

__all__ = ["Standing", "erased_in", "fold", "history_problems"]

E = TypeVar("E", bound=Entry)

_AFTER_CLOSURE = {
    RevisionKind.CORRECTION,
    RevisionKind.NOTE,
    RevisionKind.MARKING,
    RevisionKind.ERASURE,
}


def fold(revisions: Sequence[Revision[E]]) -> State[E]:
    """Apply revisions in their order."""
    return Standing.after(revisions).state()


def history_problems(revisions: Sequence[Revision[E]]) -> Iterator[Problem]:
    """Yield what keeps revisions from being a history, with pointers below ``/revisions``."""
    if not revisions:
        yield kinds.NO_OPENING.at("/revisions")
        return
    erased = erased_in(revisions)
    standing: Standing[E] = Standing()
    for revision in revisions:
        yield from standing.problems_of(revision, erased)
        standing.apply(revision)


def erased_in(revisions: Iterable[Revision[E]]) -> frozenset[str]:
    """Return what a history erases: ids of entries, and ``reason of 3`` for reasons."""
    return frozenset(
        change.entry_id
        for revision in revisions
        if revision.kind is RevisionKind.ERASURE
        for change in revision.changes
        if isinstance(change, Erase | EraseReason)
    )


@attrs.define(repr=False)
class Standing(Generic[E]):
    """How far a history has come: all that the next revision is checked against.

    Private and mutable: made anew by folding, and copied before a revision is added, so that
    neither costs more than the entries that there are.
    """

    count: int = 0
    opened: dt.date = dt.date.min
    recorded_at: dt.datetime | None = None
    is_closed: bool = False
    present: dict[str, E | None] = attrs.Factory(dict)
    """The newest version of each entry that counts; nothing where its content is not here."""
    versions: dict[str, E | None] = attrs.Factory(dict)
    """The newest version of every entry that ever was."""
    marks: dict[str, frozenset[Marking]] = attrs.Factory(dict)
    erased: set[str] = attrs.Factory(set)
    reasons: set[int] = attrs.Factory(set)
    """Numbers of the revisions that gave a reason."""

    @classmethod
    def after(cls, revisions: Iterable[Revision[E]]) -> Self:
        """Return the standing after revisions that are known to be a history."""
        standing = cls()
        for revision in revisions:
            standing.apply(revision)
        return standing

    def copy(self) -> Self:
        """Return a copy to add a revision to."""
        return type(self)(
            self.count,
            self.opened,
            self.recorded_at,
            self.is_closed,
            self.present.copy(),
            self.versions.copy(),
            self.marks.copy(),
            self.erased.copy(),
            self.reasons.copy(),
        )

    def state(self) -> State[E]:
        """Return what counts."""
        here = {entry_id: e for entry_id, e in self.present.items() if e is not None}
        sealed = tuple(entry_id for entry_id, e in self.present.items() if e is None)
        return State(FrozenMap(here), sealed, FrozenMap(self.marks))

    def apply(self, revision: Revision[E]) -> None:
        """Take a revision in."""
        if not self.count:
            self.opened = revision.effective_on
        self.count += 1
        self.recorded_at = revision.recorded_at
        self.is_closed = self.is_closed or revision.kind is RevisionKind.CLOSURE
        if revision.has_reason:
            self.reasons.add(revision.number)
        for change in revision.changes:
            entry_id = change.entry_id
            match change:
                case Put() if self._is_of_another_kind(change.entry):
                    pass  # told where problems are; what is refused replaces nothing
                case Put():
                    self.present[entry_id] = self.versions[entry_id] = change.entry
                case Sealed():
                    self.present[entry_id] = self.versions[entry_id] = None
                case Withdraw():
                    self.present.pop(entry_id, None)
                case Erase():
                    self.present.pop(entry_id, None)
                    self.marks.pop(entry_id, None)
                    self.erased.add(entry_id)
                case EraseReason():
                    self.erased.add(entry_id)
                case Mark():
                    marks = self.marks.get(entry_id, frozenset())
                    changed = {change.marking}
                    self.marks[entry_id] = marks - changed if change.lifted else marks | changed

    def _is_of_another_kind(self, entry: E) -> bool:
        before = self.versions.get(entry.id)
        return before is not None and before.kind != entry.kind

    def problems_of(self, revision: Revision[E], erased: Set[str]) -> Iterator[Problem]:
        """Yield what keeps a revision from being the next one, below ``/revisions``.

        Args:
            revision: The revision.
            erased: Ids of all entries that the history erases, before or after.
        """
        pointer = f"/revisions/{self.count}"
        number, kind = self.count + 1, revision.kind
        if revision.number != number:
            found = revision.number
            yield kinds.WRONG_NUMBER.at(f"{pointer}/number", found=found, allowed=number)
        if (kind is RevisionKind.OPENING) != (number == 1):
            yield kinds.NO_OPENING.at(f"{pointer}/kind")
        if self.recorded_at is not None and revision.recorded_at < self.recorded_at:
            yield kinds.RECORDED_EARLIER.at(f"{pointer}/recorded_at")
        if number > 1 and revision.effective_on < self.opened:
            opening = self.opened.isoformat()
            yield kinds.EFFECTIVE_EARLIER.at(f"{pointer}/effective_on", opening=opening)
        if self.is_closed and kind not in _AFTER_CLOSURE:
            yield kinds.AFTER_CLOSURE.at(f"{pointer}/kind", kind=kind.value)
        if revision.reason is not None and f"reason of {revision.number}" in erased:
            yield kinds.ERASED_BUT_PRESENT.at(f"{pointer}/reason")
        if kind is RevisionKind.ERASURE and revision.legal_basis is None:
            yield kinds.NO_LEGAL_BASIS.at(f"{pointer}/legal_basis")
        changed: set[str] = set()
        for index, change in enumerate(revision.changes):
            place = f"{pointer}/changes/{index}"
            # An entry may be changed and marked at once; what is said twice contradicts itself.
            key = change.entry_id
            if isinstance(change, Mark):
                key = f"{change.marking.value} {key}"
            if key in changed:
                yield kinds.CHANGED_TWICE.at(place)
                continue
            known = change.entry_id in self.versions or change.entry_id in changed
            changed.add(key)
            yield from self._problems_of_change(change, revision, erased, place, is_known=known)

    def _problems_of_change(
        self,
        change: Change[E],
        revision: Revision[E],
        erased: Set[str],
        place: str,
        *,
        is_known: bool,
    ) -> Iterator[Problem]:
        entry_id = change.entry_id
        erases = isinstance(change, Erase | EraseReason)
        if erases != (revision.kind is RevisionKind.ERASURE):
            yield kinds.ERASURE_ALONE.at(place)
        if entry_id in self.erased:
            # Whatever brings an erased entry back is refused, under any name but a new one.
            yield kinds.ERASED_ENTRY.at(place)
        elif isinstance(change, Put):
            if entry_id in erased:
                yield kinds.ERASED_BUT_PRESENT.at(f"{place}/entry")
            for problem in self._problems_of_version(change.entry, revision):
                yield at_pointer(problem, f"{place}/entry")
        elif isinstance(change, Withdraw):
            if entry_id not in self.present:
                yield kinds.NO_SUCH_ENTRY.at(f"{place}/entry_id")
        elif isinstance(change, EraseReason):
            number = change.revision
            if number > self.count:
                allowed = f"1 – {self.count}"
                yield kinds.NO_SUCH_REVISION.at(f"{place}/revision", found=number, allowed=allowed)
            elif number not in self.reasons:
                yield kinds.NO_REASON.at(f"{place}/revision", found=number)
        elif isinstance(change, Erase | Mark) and not is_known:
            yield kinds.NO_SUCH_ENTRY.at(f"{place}/entry_id")

    def _problems_of_version(self, entry: E, revision: Revision[E]) -> Iterator[Problem]:
        """Yield what keeps an entry from following its last version.

        A withdrawn entry that comes back follows its last version too: withdrawing is no way
        round a rule. What a version that is not here was like, nobody can say.
        """
        if entry.id not in self.versions:
            yield from entry.first_problems(revision)
            return
        before = self.versions[entry.id]
        if before is None:
            return
        if before.kind != entry.kind:
            yield kinds.KIND_CHANGED.at(found=entry.kind, allowed=before.kind)
        elif revision.kind is not RevisionKind.MERGE:
            # What a merge brings in took its steps elsewhere, in the history that it names.
            yield from entry.succession(before, revision)
