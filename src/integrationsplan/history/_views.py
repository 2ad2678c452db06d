"""Views: a document for one purpose, in which everything else is sealed.

A view is the document with commitments in the place of what the purpose does not need. It has the
digests of the document, so that it verifies against the same head, and it holds no salt of what it
withholds. Why something is withheld is said in words that do not tell what it is about.
"""

import datetime as dt
from typing import Annotated, Any, Generic, TypeVar

from annotated_types import Len

from integrationsplan._model import Label, evolve, model
from integrationsplan.history._document import RevisedDocument
from integrationsplan.history._erasure import groups_told, sealed, without_reason
from integrationsplan.history._fold import erased_in
from integrationsplan.history._integrity import (
    Verification,
    algorithm_of,
    author_commitment,
    verify_chain,
)
from integrationsplan.history._revisions import Author, Marking, Put, Revision, Sealed
from integrationsplan.history._seals import Seal
from integrationsplan.history._state import State
from integrationsplan.values import Bilingual, Code, Identifier, Labelled, ShortText

__all__ = ["Purpose", "View", "Withheld", "WithheldBecause", "withhold"]

D = TypeVar("D", bound=RevisedDocument[Any])


@model
class Purpose:
    """What a view is for, as data: which groups it needs and how much of them.

    Attributes:
        code: Stable code, such as ``"job-centre"``.
        label: What it is called.
        groups: Codes of the data groups that it needs. An entry that tells something of another
            group too is withheld.
        with_history: Whether earlier versions and withdrawn entries are shown.
        with_authors: Whether the ids of authors and the reasons of revisions are shown.
        with_restricted: Whether entries restricted in processing are shown.
        needs_basis: Whether a legal basis or a consent is needed; not for the person's own view.
    """

    code: Annotated[Code, Label("code", "Code")]
    label: Annotated[Bilingual, Label("label", "Bezeichnung")]
    groups: Annotated[tuple[Code, ...], Len(0, 100), Label("groups", "Datengruppen")]
    with_history: bool = False
    with_authors: bool = False
    with_restricted: bool = False
    needs_basis: bool = True


class WithheldBecause(Labelled):
    """Why an entry is withheld, without telling what it is about.

    The last two are for whoever makes the view: told to its recipient, they would say that the
    purpose needed the entry, and so what it is about.
    """

    NOT_DISCLOSED = "not-disclosed", "not for this purpose", "nicht für diesen Zweck"
    EARLIER_VERSION = (
        "earlier-version",
        "an earlier version of what is shown",
        "eine frühere Fassung von Gezeigtem",
    )
    NO_LONGER_COUNTS = "no-longer-counts", "withdrawn", "zurückgezogen"
    NO_BASIS = (
        "no-basis",
        "for this purpose, but without a basis",
        "für diesen Zweck, aber ohne Grundlage",
    )
    RESTRICTED = "restricted", "restricted in processing", "in der Verarbeitung eingeschränkt"


@model
class Withheld:
    """An entry of which something is withheld.

    Attributes:
        entry_id: Which.
        because: Why.
    """

    entry_id: Identifier
    because: WithheldBecause


@model
class View(Generic[D]):
    """A document as a purpose may see it.

    Attributes:
        purpose: What it is for.
        recipient: Who gets it.
        made_on: When it was made.
        bases: The legal bases and consents that it rests on, in words.
        withheld: Every entry of which something is withheld, and why.
        document: The document, sealed where something is withheld.
    """

    purpose: Purpose
    recipient: ShortText
    made_on: dt.date
    bases: Annotated[tuple[ShortText, ...], Len(0, 1_000)] = ()
    withheld: Annotated[tuple[Withheld, ...], Len(0, 10_000)] = ()
    document: D

    def verify(self, *, head: str | None = None) -> Verification:
        """Work every digest out again; what the view withholds is no broken link.

        Args:
            head: The head of the document that the view was made from.
        """
        withheld = {item.entry_id for item in self.withheld}
        document = self.document
        return verify_chain(document.id, document.revisions, head=head, withheld=withheld)


def withhold(
    document: D, purpose: Purpose, groups: frozenset[str], *, day: dt.date | None = None
) -> tuple[D, tuple[Withheld, ...]]:
    """Return a document with everything sealed that a purpose does not need.

    Args:
        document: The whole document.
        purpose: What it is for.
        groups: Codes of the data groups that may be shown.
        day: The day on which it is made: what is restricted on that day, or by all that is
            recorded, is withheld.

    Returns:
        The sealed document, and what was withheld, in the order in which the entries first came.
    """
    versions = _versions(document)
    states = [document.current] if day is None else [document.current, document.at(day)]
    ever = groups_told(document.revisions)
    found: dict[str, WithheldBecause] = {}
    for entry_id, numbered in versions.items():
        shown = numbered if purpose.with_history else numbered[-1:]
        told = {group for _, entry in shown for group in entry.groups_in(document.current)}
        # What was once about health is not shown as anything else.
        told |= {group for group in ever[entry_id] if group.is_special}
        codes = {group.value for group in told}
        because = _against(entry_id, codes, states, purpose, groups)
        if because is not None:
            found[entry_id] = because
    entirely = frozenset(found)
    revisions = []
    for number, revision in enumerate(document.revisions):
        gone = set()
        for change in revision.changes:
            if not isinstance(change, Put):
                continue
            entry_id = change.entry.id
            newest, _ = versions[entry_id][-1]
            if entry_id in entirely or (newest != number and not purpose.with_history):
                gone.add(entry_id)
                found.setdefault(entry_id, WithheldBecause.EARLIER_VERSION)
        kept = sealed(revision, gone)
        # A reason may speak of anything that the revision changes.
        if not purpose.with_authors or any(c.entry_id in entirely for c in revision.changes):
            kept = without_reason(kept)
        revisions.append(kept if purpose.with_authors else _without_author(kept))
    erased = erased_in(document.revisions)
    ids = dict.fromkeys(
        change.entry_id
        for revision in document.revisions
        for change in revision.changes
        if isinstance(change, Put | Sealed) and change.entry_id not in erased
    )
    # What another view has withheld before stays withheld.
    withheld = tuple(
        Withheld(entry_id=entry_id, because=found.get(entry_id, WithheldBecause.NOT_DISCLOSED))
        for entry_id in ids
        if entry_id in found or entry_id not in versions
    )
    return evolve(document, revisions=tuple(revisions)), withheld


def _versions(document: RevisedDocument[Any]) -> dict[str, list[tuple[int, Any]]]:
    """Return every version whose content is here, with the place of its revision, by entry."""
    found: dict[str, list[tuple[int, Any]]] = {}
    for number, revision in enumerate(document.revisions):
        for change in revision.changes:
            if isinstance(change, Put):
                found.setdefault(change.entry.id, []).append((number, change.entry))
    return found


def _against(
    entry_id: str,
    told: set[str],
    states: list[State[Any]],
    purpose: Purpose,
    groups: frozenset[str],
) -> WithheldBecause | None:
    """Return why an entry is withheld in every version, or nothing."""
    if entry_id not in states[0] and not purpose.with_history:
        return WithheldBecause.NO_LONGER_COUNTS
    if not told <= groups:
        return WithheldBecause.NOT_DISCLOSED
    restricted = any(Marking.RESTRICTED in state.marks(entry_id) for state in states)
    if restricted and not purpose.with_restricted:
        return WithheldBecause.RESTRICTED
    return None


def _without_author(revision: Revision[Any]) -> Revision[Any]:
    if revision.author.id is None:
        return revision
    commitment = author_commitment(revision, algorithm_of(revision.digest))
    author = Author(role=revision.author.role)
    return evolve(revision, author=author, author_seal=Seal(commitment=commitment))
