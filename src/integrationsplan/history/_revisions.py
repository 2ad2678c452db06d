"""Revisions: who changed which entries, when, from which day it counts, and the proof of it."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, ClassVar, Generic, TypeAlias, TypeVar

from annotated_types import Ge, Le, Len

from integrationsplan._model import AWARE, Label, model
from integrationsplan.history import _problems as kinds
from integrationsplan.history._entries import Entry
from integrationsplan.history._seals import Digest, Salt, Seal
from integrationsplan.problems import Problem
from integrationsplan.values import Code, Identifier, Labelled, LongText, ShortText

__all__ = [
    "Author",
    "Change",
    "Erase",
    "EraseReason",
    "Mark",
    "Marking",
    "Moment",
    "Put",
    "Revision",
    "RevisionKind",
    "Sealed",
    "Withdraw",
]

Moment = Annotated[dt.datetime, AWARE]
"""A moment with its offset from UTC."""

E_co = TypeVar("E_co", bound=Entry, covariant=True)


@model
class Put(Generic[E_co]):
    """An entry that is new, or a new version of one.

    Attributes:
        entry: The entry.
        salt: The salt of its commitment; of this version alone.
    """

    kind: ClassVar[str] = "put"

    entry: E_co
    salt: Salt

    @property
    def entry_id(self) -> str:
        """Id of the entry."""
        return self.entry.id

    def __repr__(self) -> str:
        return f"<Put {self.entry.id}>"


@model
class Sealed:
    """An entry that was put, and whose content is not here: it was erased, or is withheld.

    Attributes:
        entry_id: Which.
        commitment: What its content and its salt, if ever shown, must give.
    """

    kind: ClassVar[str] = "sealed"

    entry_id: Identifier
    commitment: Digest


@model
class Withdraw:
    """An entry that no longer counts. Its earlier versions stay readable.

    Attributes:
        entry_id: Which.
    """

    kind: ClassVar[str] = "withdraw"

    entry_id: Identifier


@model
class Erase:
    """An entry whose content, in every version, was removed for good.

    Attributes:
        entry_id: Which.
    """

    kind: ClassVar[str] = "erase"

    entry_id: Identifier


@model
class EraseReason:
    """That the reason of an earlier revision was removed for good.

    Attributes:
        revision: Number of that revision.
    """

    kind: ClassVar[str] = "erase-reason"

    revision: Annotated[int, Ge(1), Le(10_000)]

    @property
    def entry_id(self) -> str:
        """What the change is about; a form that no entry's id has."""
        return f"reason of {self.revision}"


class Marking(Labelled):
    """What can be said of an entry without changing it."""

    RESTRICTED = "restricted", "restricted", "in der Verarbeitung eingeschränkt"
    CONTESTED = "contested", "contested", "bestritten"


@model
class Mark:
    """A mark on an entry that travels with it, or the lifting of one.

    Attributes:
        entry_id: Which entry.
        marking: Restricted in processing (Article 18 GDPR), or contested by the person.
        lifted: Whether the mark is taken off again.
    """

    kind: ClassVar[str] = "mark"

    entry_id: Identifier
    marking: Marking
    lifted: bool = False


Change: TypeAlias = Put[E_co] | Sealed | Withdraw | Erase | EraseReason | Mark
"""One change of a revision."""


class RevisionKind(Labelled):
    """Why a revision was made.

    A note records what happened (a consent, a disclosure, a talk) and continues nothing, so that
    nobody has to agree to it.
    """

    OPENING = "opening", "opening", "Eröffnung"
    CONTINUATION = "continuation", "continuation", "Fortschreibung"
    CORRECTION = "correction", "correction", "Korrektur"
    AGREEMENT = "agreement", "agreement", "Vereinbarung"
    NOTE = "note", "note", "Vermerk"
    TRANSFER = "transfer", "transfer", "Übergabe"
    MERGE = "merge", "merge", "Zusammenführung"
    MARKING = "marking", "marking", "Kennzeichnung"
    CLOSURE = "closure", "closure", "Abschluss"
    ERASURE = "erasure", "erasure", "Löschung"


@model
class Author:
    """Who made a revision.

    Attributes:
        role: In which role, such as ``"integration_manager"``.
        id: Pseudonymous reference to the person or the system; absent where it is withheld.
    """

    role: Code
    id: Identifier | None = None


@model
class Revision(Generic[E_co]):
    """One step of a document's history.

    Attributes:
        number: 1, 2, 3 … without gaps.
        recorded_at: When it was recorded.
        effective_on: From which day it counts.
        author: Who made it.
        author_seal: How the author's id is committed.
        kind: Why it was made.
        reason: The reason in words; required where a change asks for one.
        reason_seal: How the reason is committed, if there is one.
        legal_basis: The legal basis, if one is named. It stands in clear and says nothing personal.
        corrects: Number of the revision that this one corrects, if it is one.
        merges: Digest of the head of another history that was merged into this one.
        changes: The entries put or withdrawn, each once.
        digest: Proof of all of the above and of every revision before.
    """

    number: Annotated[int, Ge(1), Le(10_000), Label("number", "Nummer")]
    recorded_at: Annotated[Moment, Label("recorded at", "erfasst am")]
    effective_on: Annotated[dt.date, Label("effective on", "wirksam ab")]
    author: Annotated[Author, Label("author", "verfasst von")]
    author_seal: Annotated[Seal, Label("author's seal", "Siegel der verfassenden Person")]
    kind: Annotated[RevisionKind, Label("kind", "Art")]
    reason: Annotated[LongText | None, Label("reason", "Grund")] = None
    reason_seal: Annotated[Seal | None, Label("reason's seal", "Siegel des Grundes")] = None
    legal_basis: Annotated[ShortText | None, Label("legal basis", "Rechtsgrundlage")] = None
    corrects: Annotated[
        Annotated[int, Ge(1), Le(10_000)] | None, Label("corrects", "berichtigt")
    ] = None
    merges: Annotated[Digest | None, Label("merges", "führt zusammen mit")] = None
    changes: Annotated[
        tuple[Put[E_co] | Sealed | Withdraw | Erase | EraseReason | Mark, ...],
        Len(0, 10_000),
        Label("changes", "Änderungen"),
    ] = ()
    digest: Annotated[Digest, Label("digest", "Hashwert")]

    def _violations(self) -> Sequence[Problem]:
        problems = []
        if (self.author.id is None) != (self.author_seal.salt is None):
            problems.append(kinds.SEAL.at("/author_seal"))
        open_reason = self.reason_seal is not None and self.reason_seal.salt is not None
        if (self.reason is not None) != open_reason:
            problems.append(kinds.SEAL.at("/reason_seal"))
        if (self.merges is None) is (self.kind is RevisionKind.MERGE):
            problems.append(kinds.MERGE_WITHOUT_HEAD.at("/merges"))
        if self.corrects is not None:
            if self.kind is not RevisionKind.CORRECTION:
                problems.append(kinds.NO_CORRECTION.at("/corrects", kind=self.kind.value))
            elif self.corrects >= self.number:
                allowed = f"1 – {self.number - 1}"
                problem = kinds.NO_SUCH_REVISION.at(
                    "/corrects", found=self.corrects, allowed=allowed
                )
                problems.append(problem)
        return problems

    @property
    def has_reason(self) -> bool:
        """Whether a reason was given, be it readable here or not."""
        return self.reason_seal is not None

    def __repr__(self) -> str:
        return (
            f"<Revision {self.number} ({self.kind.value}), "
            f"{len(self.changes)} changes, effective {self.effective_on.isoformat()}>"
        )
