"""Merging: what two systems wrote apart in one document.

`merge` compares two continuations of one history, entry by entry, with the state where they parted.
What only one side changed is taken; what both changed differently is a conflict, and a conflict is
data, not an error: somebody decides.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, Generic, TypeVar

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, describe_value, evolve, field_specs
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.history import _problems as kinds
from integrationsplan.history._document import RevisedDocument
from integrationsplan.history._entries import Entry
from integrationsplan.history._fold import erased_in, fold
from integrationsplan.history._revisions import Author, Mark, Marking, RevisionKind
from integrationsplan.history._salts import SaltSource, fresh_salt
from integrationsplan.history._seals import same_digest
from integrationsplan.history._state import State
from integrationsplan.problems import WRONG_TYPE

__all__ = ["Conflict", "Merge", "merge"]

E = TypeVar("E", bound=Entry)
D = TypeVar("D", bound=RevisedDocument[Any])


@attrs.frozen(repr=False)
class Conflict(Generic[E]):
    """An entry that both sides changed, and not alike.

    Attributes:
        entry_id: Which entry.
        base: The version where the sides parted; nothing if it was not there.
        ours: Our version; nothing if it is withdrawn here.
        theirs: Their version; nothing if it is withdrawn there.
        referred_by: Ids of the entries that come in and refer to it; they mean theirs.
    """

    entry_id: str
    base: E | None
    ours: E | None
    theirs: E | None
    referred_by: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that both sides changed differently; empty if a whole entry is at stake."""
        if self.ours is None or self.theirs is None or type(self.ours) is not type(self.theirs):
            return ()
        return tuple(
            spec.name
            for spec in field_specs(type(self.ours))
            if _clash(self.base, self.ours, self.theirs, spec.name)
        )

    @property
    def combined(self) -> E | None:
        """An entry with the changes of both sides, if they touch different fields.

        It is a proposal: whether both changes make sense together, only a person can say.
        """
        base, ours, theirs = self.base, self.ours, self.theirs
        if base is None or ours is None or theirs is None or self.fields:
            return None
        if type(ours) is not type(theirs):
            return None
        taken = {
            spec.name: getattr(theirs, spec.name)
            for spec in field_specs(type(ours))
            if getattr(theirs, spec.name) != getattr(base, spec.name)
        }
        try:
            return evolve(ours, **taken)
        except InvalidValueError:  # each change is right, both together are not
            return None

    def __repr__(self) -> str:
        return f"<Conflict {self.entry_id}>"


@attrs.frozen(repr=False)
class Merge(Generic[E]):
    """What is to be done to our document so that it has what theirs has.

    Attributes:
        onto: Head of our document when the merge was worked out.
        parted_after: Number of the last revision that both have; 0 if they share none.
        head: Head of their history; the merging revision names it.
        put: Entries to take from them.
        withdraw: Ids of entries that they withdrew.
        erase: Ids of entries that they erased; erase them here too before anything else.
        erase_reasons: Numbers of revisions whose reasons they erased; the same holds for these.
        left_out: Ids of entries that speak of their revisions, such as agreements; what they say
            does not hold of ours.
        marks: Marks that they set or lifted.
        taken: Ids that either side has ever used.
        closes: Whether they closed the document since; the merge itself closes nothing.
        conflicts: What somebody must decide.
    """

    onto: str
    parted_after: int
    head: str
    put: tuple[E, ...] = ()
    withdraw: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    erase: tuple[str, ...] = ()
    erase_reasons: tuple[int, ...] = ()
    left_out: tuple[str, ...] = ()
    taken: frozenset[str] = frozenset()
    closes: bool = False
    conflicts: tuple[Conflict[E], ...] = ()

    def resolve(
        self, decisions: Mapping[str, E | None] = FrozenMap(), *, keep_both: Iterable[str] = ()
    ) -> "Merge[E]":
        """Return the merge with conflicts decided.

        Args:
            decisions: By id, the entry that is to count, or nothing to withdraw it.
            keep_both: Ids under which each side began an entry of its own: theirs comes in under
                another id, and what refers to it there follows.

        Raises:
            UnknownNameError: If an id stands for no conflict.
            InvalidValueError: If what is to count has another id.
        """
        open_ids = {conflict.entry_id for conflict in self.conflicts}
        for entry_id in decisions:
            if entry_id not in open_ids:
                raise UnknownNameError(Wording("conflict", "Konflikt"), entry_id, open_ids)
        problems = [
            WRONG_TYPE.at(
                f"/{entry_id}",
                found=describe_value(chosen),
                allowed=Wording("an entry with this id", "ein Eintrag mit dieser Kennung"),
            )
            for entry_id, chosen in decisions.items()
            if chosen is not None and getattr(chosen, "id", None) != entry_id
        ]
        if problems:
            raise InvalidValueError("resolve", problems)
        names = self._free_names(keep_both)
        put = [entry.renamed(names) for entry in self.put]
        withdraw = list(self.withdraw)
        for conflict in self.conflicts:
            if conflict.entry_id in names and conflict.theirs is not None:
                put.append(conflict.theirs.renamed(names))
            if conflict.entry_id not in decisions or conflict.entry_id in names:
                continue
            chosen = decisions[conflict.entry_id]
            if chosen is None and conflict.ours is not None:
                withdraw.append(conflict.entry_id)
            elif chosen is not None and chosen != conflict.ours:
                put.append(chosen)
        decided = {*decisions, *names}
        rest = tuple(c for c in self.conflicts if c.entry_id not in decided)
        return attrs.evolve(self, put=tuple(put), withdraw=tuple(withdraw), conflicts=rest)

    def _free_names(self, keep_both: Iterable[str]) -> dict[str, str]:
        """Return a free id for each entry that is kept beside ours."""
        new = {c.entry_id for c in self.conflicts if c.base is None and c.ours and c.theirs}
        taken = set(self.taken)
        names: dict[str, str] = {}
        for entry_id in keep_both:
            if entry_id not in new:
                raise UnknownNameError(Wording("new entry", "neuer Eintrag"), entry_id, new)
            names[entry_id] = free_id(entry_id, taken)
        return names

    def into(
        self,
        ours: D,
        *,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        reason: str | None = None,
        legal_basis: str | None = None,
        salts: SaltSource = fresh_salt,
    ) -> D:
        """Return our document with the merge recorded as one revision.

        Args:
            ours: The document that the merge was made for.
            author: Who decides.
            recorded_at: When.
            effective_on: From which day what comes in counts here.
            reason: Why.
            legal_basis: On which legal basis.
            salts: The source of salts, for tests.

        Raises:
            InvalidValueError: If a conflict is open, something they erased is still here, or our
                document is not the one that the merge was worked out for.
        """
        if ours.head != self.onto:
            raise InvalidValueError("merge", [kinds.STALE.at("/ours")])
        here = set(ours.ids())
        problems = [kinds.OPEN_CONFLICT.at(f"/{c.entry_id}") for c in self.conflicts]
        problems += [kinds.ERASE_FIRST.at(f"/{e}") for e in self.erase if e in here]
        problems += [
            kinds.ERASE_FIRST.at(f"/revisions/{number - 1}/reason")
            for number in self.erase_reasons
            if ours.revisions[number - 1].reason is not None
        ]
        if problems:
            raise InvalidValueError("merge", problems)
        known = ids_used(ours) | {entry.id for entry in self.put}
        return ours.revise(
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            put=self.put,
            withdraw=self.withdraw,
            marks=[mark for mark in self.marks if mark.entry_id in known],
            reason=reason,
            legal_basis=legal_basis,
            kind=RevisionKind.MERGE,
            merges=self.head,
            salts=salts,
        )

    def __repr__(self) -> str:
        return (
            f"<Merge: {len(self.put)} to put, {len(self.withdraw)} to withdraw, "
            f"{len(self.erase)} to erase, {len(self.conflicts)} conflicts>"
        )


def merge(ours: RevisedDocument[E], theirs: RevisedDocument[E]) -> Merge[E]:
    """Compare two continuations of one document, three ways.

    Once no conflict is left, `Merge.into` records the outcome. It is one revision: the days from
    which their changes counted stay readable in their history, whose head the revision names.

    Args:
        ours: The document that is to take the other's changes in.
        theirs: The same document, continued elsewhere.

    Raises:
        InvalidValueError: If they are not the same document, or share no revision.
    """
    shared = 0
    for left, right in zip(ours.revisions, theirs.revisions, strict=False):
        if not same_digest(left.digest, right.digest):
            break
        shared += 1
    if ours.id != theirs.id or not shared:
        raise InvalidValueError("merge", [kinds.OTHER_DOCUMENT.at("/theirs")])
    gone_here, gone_there = erased_in(ours.revisions), erased_in(theirs.revisions)
    base = _base(ours, theirs, shared)
    put: list[E] = []
    withdraw: list[str] = []
    conflicts: list[Conflict[E]] = []
    left_out: list[str] = []
    # Of what was erased, or is sealed on a side, nobody can say how it stands there.
    unknown = {*gone_here, *gone_there, *ours.current.sealed, *theirs.current.sealed}
    for entry_id in _ids(base, ours.current, theirs.current):
        if entry_id in unknown:
            continue
        before, here, there = (s.get(entry_id) for s in (base, ours.current, theirs.current))
        if there in (here, before):
            continue
        if there is not None and there.counts_revisions:
            left_out.append(entry_id)
        elif here != before:
            conflicts.append(Conflict(entry_id, before, here, there))
        elif there is None:
            withdraw.append(entry_id)
        else:
            put.append(there)
    return Merge(
        onto=ours.head,
        parted_after=shared,
        head=theirs.head,
        put=tuple(put),
        withdraw=tuple(withdraw),
        marks=tuple(_marks(base, ours.current, theirs.current, {*gone_here, *gone_there})),
        erase=tuple(entry_id for entry_id in ours.ids() if entry_id in gone_there),
        erase_reasons=tuple(
            revision.number
            for revision in ours.revisions[:shared]
            if revision.reason is not None and f"reason of {revision.number}" in gone_there
        ),
        left_out=tuple(left_out),
        taken=ids_used(ours) | ids_used(theirs),
        closes=theirs.is_closed and not ours.is_closed,
        conflicts=tuple(
            attrs.evolve(
                conflict,
                referred_by=tuple(
                    entry.id
                    for entry in put
                    if any(r.entry_id == conflict.entry_id for r in entry.references())
                ),
            )
            for conflict in conflicts
        ),
    )


def _base(ours: RevisedDocument[E], theirs: RevisedDocument[E], shared: int) -> State[E]:
    """Return the newest state that both sides know: what stands as in it is no news.

    That is where they parted; or, once one has merged the other, what it took in then. If each has
    taken in a state of the other that did not hold the other merge, both states are put together.
    """
    parted = fold(ours.revisions[:shared])
    taken_here, here = _newest_merged(ours, theirs, shared)
    taken_there, there = _newest_merged(theirs, ours, shared)
    # What they took in of ours may hold our merge already, and knows more than it; or the reverse.
    known = []
    if taken_here and taken_there < here:
        known.append(theirs.as_of(taken_here))
    if taken_there and taken_here < there:
        known.append(ours.as_of(taken_there))
    if len(known) < 2:
        return known[0] if known else parted
    return _put_together(parted, *known)


def _put_together(parted: State[E], one: State[E], other: State[E]) -> State[E]:
    """Return a state with what either has changed since the sides parted."""
    entries: dict[str, E] = {}
    marks: dict[str, frozenset[Marking]] = {}
    for entry_id in _ids(parted, one, other):
        newer = other if one.get(entry_id) == parted.get(entry_id) else one
        if entry_id in newer:
            entries[entry_id] = newer[entry_id]
        newer = other if one.marks(entry_id) == parted.marks(entry_id) else one
        marks[entry_id] = newer.marks(entry_id)
    return State(FrozenMap(entries), (), FrozenMap(marks))


def _newest_merged(
    side: RevisedDocument[E], other: RevisedDocument[E], shared: int
) -> tuple[int, int]:
    """Return the newest revision of the other side that this one merged, and in which; or zeros."""
    merged = {r.merges: r.number for r in side.revisions[shared:] if r.merges is not None}
    for revision in reversed(other.revisions[shared:]):
        if revision.digest in merged:
            return revision.number, merged[revision.digest]
    return 0, 0


def _marks(
    base: State[Any], ours: State[Any], theirs: State[Any], gone: Set[str]
) -> Iterator[Mark]:
    """Yield the marks that they set or lifted since the sides parted, and we did not."""
    states = (base, ours, theirs)
    ids = dict.fromkeys((*_ids(*states), *(name for state in states for name in state.sealed)))
    for entry_id in ids:
        if entry_id in gone:
            continue
        before, here, there = (state.marks(entry_id) for state in states)
        for marking in Marking:
            changed = (marking in there) != (marking in before)
            if changed and (marking in there) != (marking in here):
                yield Mark(entry_id=entry_id, marking=marking, lifted=marking not in there)


def ids_used(document: RevisedDocument[Any]) -> frozenset[str]:
    """Return every id that a document has ever used."""
    return frozenset(c.entry_id for revision in document.revisions for c in revision.changes)


def free_id(entry_id: str, taken: set[str]) -> str:
    """Return an id like this one that is not taken, and take it."""
    number = 2
    while True:
        suffix = f"-{number}"
        candidate = entry_id[: 64 - len(suffix)] + suffix
        if candidate not in taken:
            taken.add(candidate)
            return candidate
        number += 1


def _ids(*states: State[Any]) -> list[str]:
    return list(dict.fromkeys(entry.id for state in states for entry in state))


def _clash(base: Entry | None, ours: Entry, theirs: Entry, name: str) -> bool:
    here, there = getattr(ours, name), getattr(theirs, name)
    if here == there:
        return False
    if base is None:
        return True
    return getattr(base, name) not in (here, there)
