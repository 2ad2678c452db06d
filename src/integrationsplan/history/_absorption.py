"""Absorbing: bringing the entries of another document in, such as a second plan of one person."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import attrs

from integrationsplan.errors import InvalidValueError
from integrationsplan.history import _problems as kinds
from integrationsplan.history._canonical import canonical_bytes
from integrationsplan.history._document import RevisedDocument
from integrationsplan.history._entries import Entry
from integrationsplan.history._fold import erased_in
from integrationsplan.history._merge import free_id, ids_used
from integrationsplan.history._revisions import Author, Mark, Marking, RevisionKind
from integrationsplan.history._salts import SaltSource, fresh_salt

__all__ = ["Absorption", "absorb"]

E = TypeVar("E", bound=Entry)
D = TypeVar("D", bound=RevisedDocument[Any])

_NOBODY = "an-id.of:nobody"
"""Stands for an entry's own id while contents are compared."""


@attrs.frozen(repr=False)
class Absorption(Generic[E]):
    """What another document brings in.

    Attributes:
        head: Head of the other document; the merging revision names it.
        onto: Head of our document when this was worked out.
        put: Its entries, under ids that are free here.
        marks: The marks that its entries bear there and lack here.
        held_back: Its entries under ids that were erased here: they may be what was erased, so
            somebody decides, and puts them under new ids.
        renamed: Old id to new id, where an id was taken.
        already_here: Ids of its entries that stand here with the same content.
        left_out: Ids of its entries that mean something in their own document only.
    """

    onto: str
    head: str
    put: tuple[E, ...]
    marks: tuple[Mark, ...]
    held_back: tuple[E, ...]
    renamed: Mapping[str, str]
    already_here: tuple[str, ...]
    left_out: tuple[str, ...]

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
        """Return our document with the entries recorded as one revision.

        Args:
            ours: The document that the absorption was made for.
            author: Who decides.
            recorded_at: When.
            effective_on: From which day the entries count here.
            reason: Why.
            legal_basis: On which legal basis.
            salts: The source of salts, for tests.

        Raises:
            InvalidValueError: If the revision does not fit the history, or our document is not
                the one that this was worked out for.
        """
        if ours.head != self.onto:
            raise InvalidValueError("absorb", [kinds.STALE.at("/ours")])
        return ours.revise(
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            put=self.put,
            marks=self.marks,
            reason=reason,
            legal_basis=legal_basis,
            kind=RevisionKind.MERGE,
            merges=self.head,
            salts=salts,
        )

    def __repr__(self) -> str:
        return f"<Absorption: {len(self.put)} to put, {len(self.renamed)} renamed>"


def absorb(ours: RevisedDocument[E], other: RevisedDocument[E]) -> Absorption[E]:
    """Work out what taking the entries of another document in comes to.

    `Absorption.into` records it; close the other document then. Its history stays there.

    Args:
        ours: The document that goes on.
        other: The one that is taken in: only what counts in it now.

    Raises:
        InvalidValueError: If it is a state of the same document: what was erased since would come
            back under another id; or if it was absorbed before.
    """
    if ours.id == other.id:
        raise InvalidValueError("absorb", [kinds.SAME_DOCUMENT.at("/other")])
    before = {revision.merges for revision in ours.revisions if revision.merges is not None}
    if any(revision.digest in before for revision in other.revisions):
        raise InvalidValueError("absorb", [kinds.ABSORBED_ALREADY.at("/other")])
    erased = erased_in(ours.revisions)
    own = [entry for entry in other.current if not entry.is_bound]
    same = _twins(own, ours)
    held_back = [entry for entry in own if entry.id in erased]
    coming = [entry for entry in own if entry.id not in same and entry.id not in erased]
    taken = set(ids_used(ours))
    renamed: dict[str, str] = {}
    for entry in coming:
        if entry.id in taken:
            renamed[entry.id] = free_id(entry.id, taken)
        taken.add(renamed.get(entry.id, entry.id))
    names = {**same, **renamed}
    arriving = {entry.id for entry in coming}
    for entry in coming:
        for reference in entry.references():
            name = reference.entry_id
            # What refers to nothing that comes along must not find something else here.
            if name not in names and name not in arriving and name in taken:
                names[name] = free_id(name, taken)
    return Absorption(
        onto=ours.head,
        head=other.head,
        put=tuple(entry.renamed(names) for entry in coming),
        marks=tuple(
            Mark(entry_id=name, marking=marking)
            for entry in own
            if entry.id not in erased and (name := names.get(entry.id, entry.id))
            for marking in Marking
            if marking in other.current.marks(entry.id) - ours.current.marks(name)
        ),
        held_back=tuple(held_back),
        renamed=renamed,
        already_here=tuple(same),
        left_out=tuple(entry.id for entry in other.current if entry.is_bound),
    )


def _twins(entries: list[E], ours: RevisedDocument[E]) -> dict[str, str]:
    """Return, by id, which of our entries has the same content.

    Entries that refer to others are the same only if those are; so it goes on until no more are
    found.
    """
    known: dict[bytes, str] = {}
    for entry in ours.current:
        if entry.is_bound:
            continue
        known.setdefault(_content(entry, {}), entry.id)
    same: dict[str, str] = {}
    found = True
    while found:
        found = False
        for entry in entries:
            if entry.id in same or any(r.entry_id not in same for r in entry.references()):
                continue
            twin = known.get(_content(entry, same))
            if twin is not None:
                same[entry.id] = twin
                found = True
    return same


def _content(entry: Entry, names: Mapping[str, str]) -> bytes:
    """Return what an entry says, whatever its own id is."""
    return canonical_bytes(entry.renamed({**names, entry.id: _NOBODY}))
