"""From revisions to states: one pure fold, and the check that a history is one.

The order of recording decides: what a later revision says of an entry replaces what earlier ones
said, from the later revision's day of effect on. Entries are shared between states, never copied.
"""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, Generic, Self, TypeVar

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

__all__ = ["Standing", "erased_in", "fold", "history_problems", "is_plain"]

E = TypeVar("E", bound=Entry)

# Members asked for in the quickest loop: to look one up by its class takes longer than the rest.
_OPENING, _ERASURE, _CLOSURE = RevisionKind.OPENING, RevisionKind.ERASURE, RevisionKind.CLOSURE

_AFTER_CLOSURE = {
    RevisionKind.CORRECTION,
    RevisionKind.NOTE,
    RevisionKind.MARKING,
    RevisionKind.ERASURE,
}


def fold(revisions: Sequence[Revision[E]]) -> State[E]:
    """Apply revisions in their order."""
    return Standing.after(revisions).state()


def history_problems(revisions: Sequence[Revision[E]]) -> list[Problem]:
    """Return what keeps revisions from being a history, with pointers below ``/revisions``."""
    if not revisions:
        return [kinds.NO_OPENING.at("/revisions")]
    problems: list[Problem] = []
    erased = erased_in(revisions)
    standing: Standing[E] = Standing()
    for revision in revisions:
        problems += standing.take(revision, erased)
    return problems


def is_plain(  # noqa: PLR0911, PLR0912  # one loop with few calls is the point of it
    revisions: Sequence[Revision[Any]],
    entry_types: tuple[type[Entry], ...],
    head: Mapping[str, type[Entry]],
) -> bool:
    """Tell whether revisions are a history of the commonest sort, with nothing wrong about it.

    Such a history puts and withdraws entries of some classes and does nothing else. All others are
    for `history_problems` to judge: this here is for speed, and may only err by saying no.

    Args:
        revisions: The revisions.
        entry_types: The classes of the entries.
        head: Classes of the entries that the opening puts and nobody withdraws, by their ids.
    """
    asks = _asks_first(entry_types)
    versions: dict[str, Entry] = {}
    withdrawn: set[str] = set()
    opened, recorded_at, is_closed = dt.date.min, None, False
    for number, revision in enumerate(revisions, start=1):
        kind = revision.kind
        if revision.number != number or (kind is _OPENING) is not (number == 1):
            return False
        if recorded_at is None:
            opened = revision.effective_on
        elif revision.recorded_at < recorded_at or revision.effective_on < opened:
            return False
        if kind is _ERASURE or (is_closed and kind not in _AFTER_CLOSURE):
            return False
        recorded_at, is_closed = revision.recorded_at, is_closed or kind is _CLOSURE
        changed: set[str] = set()
        for change in revision.changes:
            if type(change) is Put:
                entry = change.entry
                entry_id = entry.id
                before = versions.get(entry_id)
                if before is None:
                    asks_first = asks.get(type(entry))
                    if asks_first is None or (asks_first and any(entry.first_problems(revision))):
                        return False
                elif type(before) is not type(entry) or any(entry.succession(before, revision)):
                    return False
                versions[entry_id] = entry
                if withdrawn:
                    withdrawn.discard(entry_id)
            elif type(change) is Withdraw:
                entry_id = change.entry_id
                if entry_id not in versions or entry_id in withdrawn or entry_id in head:
                    return False
                withdrawn.add(entry_id)
            else:
                return False
            changed.add(entry_id)
        if len(changed) != len(revision.changes):
            return False
        if number == 1 and any(type(versions.get(key)) is not cls for key, cls in head.items()):
            return False
    return recorded_at is not None


@functools.cache
def _asks_first(entry_types: tuple[type[Entry], ...]) -> Mapping[type[Entry], bool]:
    """Return for each class of entries whether it asks anything of a first version."""
    return {cls: cls.first_problems is not Entry.first_problems for cls in entry_types}


def erased_in(revisions: Iterable[Revision[E]]) -> frozenset[str]:
    """Return what a history erases: ids of entries, and ``reason of 3`` for reasons."""
    erasures = [revision for revision in revisions if revision.kind is RevisionKind.ERASURE]
    return frozenset(
        change.entry_id
        for revision in erasures
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
        """Take in a revision that is known to be the next one."""
        for change in revision.changes:
            self._apply(change)
        self._pass(revision)

    def take(self, revision: Revision[E], erased: Set[str]) -> list[Problem]:
        """Take a revision in, and return what keeps it from being the next one.

        The problems have pointers below ``/revisions``. After a problem the standing is as good as
        it can be, so that what is wrong later is told too.

        Args:
            revision: The revision.
            erased: Ids of all entries that the history erases, before or after.
        """
        pointer = f"/revisions/{self.count}"
        problems = (
            []
            if self._is_next(revision, erased)
            else self._problems_of_head(revision, erased, pointer)
        )
        present, versions = self.present, self.versions
        # Nearly all changes put an entry, once, in a history without erasures: asked first.
        is_plain = revision.kind is not RevisionKind.ERASURE and not erased and not self.erased
        changed: set[str] = set()
        for index, change in enumerate(revision.changes):
            if is_plain and type(change) is Put:
                entry = change.entry
                entry_id = entry.id
                if entry_id not in changed:
                    changed.add(entry_id)
                    if entry_id in versions:
                        found = self._problems_of_version(entry, revision)
                        misplaced = self._is_of_another_kind(entry)
                    else:
                        found, misplaced = entry.first_problems(revision), False
                    for problem in found:
                        problems.append(at_pointer(problem, f"{pointer}/changes/{index}/entry"))
                    if not misplaced:
                        present[entry_id] = versions[entry_id] = entry
                    continue
            problems += self._take_change(change, revision, erased, changed, index)
        self._pass(revision)
        return problems

    def _take_change(
        self,
        change: Change[E],
        revision: Revision[E],
        erased: Set[str],
        changed: set[str],
        index: int,
    ) -> list[Problem]:
        place = f"/revisions/{self.count}/changes/{index}"
        # An entry may be changed and marked at once; what is said twice contradicts itself.
        key = change.entry_id
        if isinstance(change, Mark):
            key = f"{change.marking.value} {key}"
        if key in changed:
            problems = [kinds.CHANGED_TWICE.at(place)]
        else:
            known = change.entry_id in self.versions or change.entry_id in changed
            changed.add(key)
            problems = list(
                self._problems_of_change(change, revision, erased, place, is_known=known)
            )
        self._apply(change)
        return problems

    def _apply(self, change: Change[E]) -> None:
        """Let a change count."""
        if type(change) is Put:  # nearly all of them are
            # What is of another kind is told where problems are, and replaces nothing.
            if not self._is_of_another_kind(change.entry):
                self.present[change.entry.id] = self.versions[change.entry.id] = change.entry
            return
        entry_id = change.entry_id
        match change:
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
                marking = {change.marking}
                self.marks[entry_id] = marks - marking if change.lifted else marks | marking

    def _pass(self, revision: Revision[E]) -> None:
        """Go on after a revision whose changes count."""
        if not self.count:
            self.opened = revision.effective_on
        self.count += 1
        self.recorded_at = revision.recorded_at
        self.is_closed = self.is_closed or revision.kind is RevisionKind.CLOSURE
        if revision.reason_seal is not None:
            self.reasons.add(revision.number)

    def _is_of_another_kind(self, entry: E) -> bool:
        before = self.versions.get(entry.id)
        return before is not None and before.kind != entry.kind

    def _is_next(self, revision: Revision[E], erased: Set[str]) -> bool:
        """Tell whether a revision is, apart from its changes, an ordinary next one."""
        if self.count == 0:
            return revision.number == 1 and revision.kind is RevisionKind.OPENING and not erased
        kind = revision.kind
        return (
            revision.number == self.count + 1
            and kind is not RevisionKind.OPENING
            and kind is not RevisionKind.ERASURE
            and self.recorded_at is not None
            and self.recorded_at <= revision.recorded_at
            and self.opened <= revision.effective_on
            and not (self.is_closed or erased)
        )

    def _problems_of_head(
        self, revision: Revision[E], erased: Set[str], pointer: str
    ) -> list[Problem]:
        """Return what is wrong with a revision apart from its changes."""
        problems = []
        number, kind = self.count + 1, revision.kind
        if revision.number != number:
            found = revision.number
            problem = kinds.WRONG_NUMBER.at(f"{pointer}/number", found=found, allowed=number)
            problems.append(problem)
        if (kind is RevisionKind.OPENING) != (number == 1):
            problems.append(kinds.NO_OPENING.at(f"{pointer}/kind"))
        if self.recorded_at is not None and revision.recorded_at < self.recorded_at:
            problems.append(kinds.RECORDED_EARLIER.at(f"{pointer}/recorded_at"))
        if number > 1 and revision.effective_on < self.opened:
            opening = self.opened.isoformat()
            problem = kinds.EFFECTIVE_EARLIER.at(f"{pointer}/effective_on", opening=opening)
            problems.append(problem)
        if self.is_closed and kind not in _AFTER_CLOSURE:
            problems.append(kinds.AFTER_CLOSURE.at(f"{pointer}/kind", kind=kind.value))
        if erased and revision.reason is not None and f"reason of {revision.number}" in erased:
            problems.append(kinds.ERASED_BUT_PRESENT.at(f"{pointer}/reason"))
        if kind is RevisionKind.ERASURE and revision.legal_basis is None:
            problems.append(kinds.NO_LEGAL_BASIS.at(f"{pointer}/legal_basis"))
        return problems

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

    def _problems_of_version(self, entry: E, revision: Revision[E]) -> Iterable[Problem]:
        """Return what keeps an entry from following its last version.

        A withdrawn entry that comes back follows its last version too: withdrawing is no way
        round a rule. What a version that is not here was like, nobody can say.
        """
        if entry.id not in self.versions:
            return entry.first_problems(revision)
        before = self.versions[entry.id]
        if before is None:
            return ()
        if before.kind != entry.kind:
            return [kinds.KIND_CHANGED.at(found=entry.kind, allowed=before.kind)]
        if revision.kind is RevisionKind.MERGE:
            # What a merge brings in took its steps elsewhere, in the history that it names.
            return ()
        return entry.succession(before, revision)
