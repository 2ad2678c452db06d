"""Proof: every revision's digest covers its changes and the digest of the revision before.

`verify` works all digests out again and names the first link that does not hold. What it cannot
see without help: that the newest revisions were cut off, or that a tail was written anew with fresh
digests. For that the digest of the newest revision, the *head*, is kept somewhere else and given
back as ``head``.
"""

import enum
from collections.abc import Collection
from typing import Any

import attrs

from integrationsplan._language import Language, Wording
from integrationsplan._model import spec_of
from integrationsplan.errors import InvalidValueError
from integrationsplan.history._fold import erased_in
from integrationsplan.history._revisions import Mark, Put, Revision, Sealed
from integrationsplan.history._seals import ALGORITHMS, Digest, commit, digest_of, same_digest

__all__ = ["BrokenLink", "Verdict", "Verification", "commitments_of", "revision_digest"]

ENTRY_TAG = "entry"
REASON_TAG = "reason"
AUTHOR_TAG = "author"
REVISION_TAG = "revision"


class Verdict(enum.Enum):
    """What a verification came to."""

    ANCHORED = "anchored"
    """The chain holds, and the expected head is in it: nothing up to there was changed."""
    SELF_CONSISTENT = "self-consistent"
    """The chain holds in itself. A cut or rewritten tail could not be seen: give the head."""
    BROKEN = "broken"
    """The chain does not hold."""


class Break(enum.Enum):
    """Why a link does not hold."""

    WRONG_DIGEST = "wrong_digest"
    CONTENT_MISSING = "content_missing"
    UNKNOWN_ALGORITHM = "unknown_algorithm"
    HEAD_NOT_FOUND = "head_not_found"


_SAID = {
    Break.WRONG_DIGEST: Wording(
        "its digest does not fit its content or the revisions before",
        "ihr Hashwert passt nicht zum Inhalt oder zu den Revisionen davor",
    ),
    Break.CONTENT_MISSING: Wording(
        "content is gone, and no erasure says so",
        "ein Inhalt fehlt, ohne dass eine Löschung es sagt",
    ),
    Break.UNKNOWN_ALGORITHM: Wording(
        "its digest names an algorithm that is not known here",
        "ihr Hashwert nennt ein hier unbekanntes Verfahren",
    ),
    Break.HEAD_NOT_FOUND: Wording(
        "the expected head is no digest of this history: "
        "the tail was cut or written anew, or the head is that of a newer state",
        "der erwartete letzte Hashwert kommt im Verlauf nicht vor: "
        "das Ende wurde abgeschnitten oder neu geschrieben, oder er gehört zu einem neueren Stand",
    ),
}


@attrs.frozen
class BrokenLink:
    """The first link of a chain that does not hold.

    Attributes:
        revision: Number of the revision.
        code: Why: ``wrong_digest``, ``content_missing``, ``unknown_algorithm``, ``head_not_found``.
        entry_id: The entry whose content is missing, if that is why.
    """

    revision: int
    code: str
    entry_id: str | None = None


@attrs.frozen
class Verification:
    """What came of verifying a history.

    Attributes:
        verdict: Whether the chain holds, and whether a head anchors it.
        head: Digest of the newest revision: what to publish or to store elsewhere.
        anchored_to: Number of the revision that the expected head belongs to.
        broken: The first broken link, if there is one.
    """

    verdict: Verdict
    head: str
    anchored_to: int | None = None
    broken: BrokenLink | None = None

    @property
    def holds(self) -> bool:
        """Whether the chain holds, anchored or not."""
        return self.verdict is not Verdict.BROKEN

    def __bool__(self) -> bool:
        return self.holds

    def format(self, language: Language = "en") -> str:
        """Say the result in one sentence."""
        german = language == "de"
        if self.broken is not None:
            why = _SAID[Break(self.broken.code)].in_language(language)
            place = (
                f"Revision {self.broken.revision}"
                if german
                else (f"revision {self.broken.revision}")
            )
            return f"{'Gebrochen' if german else 'Broken'} – {place}: {why}."
        if self.verdict is Verdict.ANCHORED:
            number = self.anchored_to
            return (
                f"Verankert bis Revision {number}." if german else f"Anchored to revision {number}."
            )
        return (
            "In sich stimmig, aber nicht verankert: ein abgeschnittenes Ende fiele nicht auf."
            if german
            else "Self-consistent only: a tail that was cut off could not be seen."
        )


def commitments_of(revision: Revision[Any], algorithm: str) -> list[list[str]]:
    """Return what the digest says of each change: id, operation, commitment.

    The kind of an entry is not among it, but inside the commitment.
    """
    found = []
    for change in revision.changes:
        operation, commitment = change.kind, ""
        if isinstance(change, Put):
            commitment = commit(change.entry, change.salt, tag=ENTRY_TAG, algorithm=algorithm)
        elif isinstance(change, Sealed):
            operation, commitment = Put.kind, change.commitment
        elif isinstance(change, Mark):
            operation = f"{'lift' if change.lifted else 'mark'} {change.marking.value}"
        found.append([change.entry_id, operation, commitment])
    return found


def revision_digest(
    document_id: str, previous: str | None, revision: Revision[Any], algorithm: str
) -> str:
    """Return the digest that a revision must have.

    Args:
        document_id: Identity of the document; a revision of another one does not fit.
        previous: Digest of the revision before; `None` for the first.
        revision: The revision; its own digest is not looked at.
        algorithm: One of `ALGORITHMS`.
    """
    content: dict[str, Any] = {
        "author": author_commitment(revision, algorithm),
        "changes": commitments_of(revision, algorithm),
        "document": document_id,
        "effective_on": revision.effective_on,
        "kind": revision.kind,
        "number": revision.number,
        "recorded_at": revision.recorded_at,
        "role": revision.author.role,
    }
    if previous is not None:
        content["previous"] = previous
    if revision.reason_seal is not None:
        content["reason"] = reason_commitment(revision, algorithm)
    for name in ("legal_basis", "corrects", "merges"):
        value = getattr(revision, name)
        if value is not None:
            content[name] = value
    return digest_of(content, tag=REVISION_TAG, algorithm=algorithm)


def author_commitment(revision: Revision[Any], algorithm: str) -> str:
    """Return the commitment to the author's id."""
    seal = revision.author_seal
    return seal.commitment or commit(
        revision.author.id, seal.salt or "", tag=AUTHOR_TAG, algorithm=algorithm
    )


def reason_commitment(revision: Revision[Any], algorithm: str) -> str:
    """Return the commitment to the reason of a revision that has one."""
    seal = revision.reason_seal
    if seal is None:
        raise ValueError("the revision has no reason")
    return seal.commitment or commit(
        revision.reason, seal.salt or "", tag=REASON_TAG, algorithm=algorithm
    )


def algorithm_of(digest: str) -> str:
    """Return the name of the algorithm that a digest was made with."""
    return digest.partition(":")[0]


def verify_chain(
    document_id: str,
    revisions: tuple[Revision[Any], ...],
    *,
    head: str | None = None,
    withheld: Collection[str] | None = None,
) -> Verification:
    """Work out every digest of a history again.

    Args:
        document_id: Identity of the document.
        revisions: The history.
        head: The digest that is expected in it: that of the newest revision when it was noted.
        withheld: Ids of entries that may be sealed without having been erased: those of a view,
            in which authors and reasons may be sealed too.

    Raises:
        InvalidValueError: If the head is no digest.
    """
    unfit = list(spec_of(Digest | None).problems(head))
    if unfit:
        raise InvalidValueError("head", unfit)
    newest = revisions[-1].digest
    erased = erased_in(revisions)
    anchored_to: int | None = None
    previous: str | None = None
    for revision in revisions:
        broken = _broken(document_id, previous, revision)
        if broken is not None:
            return Verification(Verdict.BROKEN, newest, broken=broken)
        previous = revision.digest
        if head is not None and same_digest(head, previous):
            anchored_to = revision.number
    # Only now: what the history says of erasures is proven.
    for revision in revisions:
        missing = _missing(revision, erased, withheld)
        if missing is not None:
            return Verification(Verdict.BROKEN, newest, broken=missing)
    if head is None:
        return Verification(Verdict.SELF_CONSISTENT, newest)
    if anchored_to is None:
        lost = BrokenLink(revisions[-1].number, Break.HEAD_NOT_FOUND.value)
        return Verification(Verdict.BROKEN, newest, broken=lost)
    return Verification(Verdict.ANCHORED, newest, anchored_to)


def _broken(document_id: str, previous: str | None, revision: Revision[Any]) -> BrokenLink | None:
    """Return why the link to a revision does not hold, or nothing."""
    algorithm = algorithm_of(revision.digest)
    if algorithm not in ALGORITHMS:
        return BrokenLink(revision.number, Break.UNKNOWN_ALGORITHM.value)
    expected = revision_digest(document_id, previous, revision, algorithm)
    if not same_digest(expected, revision.digest):
        return BrokenLink(revision.number, Break.WRONG_DIGEST.value)
    return None


def _missing(
    revision: Revision[Any], erased: Collection[str], withheld: Collection[str] | None
) -> BrokenLink | None:
    """Return what a revision lacks without an erasure or a view to account for it."""
    for change in revision.changes:
        if (
            isinstance(change, Sealed)
            and change.entry_id not in erased
            and change.entry_id not in (withheld or ())
        ):
            return BrokenLink(revision.number, Break.CONTENT_MISSING.value, change.entry_id)
    reason_gone = revision.reason is None and revision.has_reason
    if reason_gone and f"reason of {revision.number}" in erased:
        reason_gone = False
    if withheld is None and (reason_gone or revision.author.id is None):
        return BrokenLink(revision.number, Break.CONTENT_MISSING.value)
    return None
