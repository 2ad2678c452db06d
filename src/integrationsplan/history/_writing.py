"""Making revisions: from what the caller wants changed to a link of the chain."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeVar

import attrs

from integrationsplan._language import Wording
from integrationsplan._model._constraints import fixed
from integrationsplan._model._specs import EXACT_NAMES
from integrationsplan.errors import InvalidValueError
from integrationsplan.history._entries import Entry
from integrationsplan.history._integrity import revision_digest
from integrationsplan.history._revisions import (
    Author,
    Change,
    Mark,
    Put,
    Revision,
    RevisionKind,
    Withdraw,
)
from integrationsplan.history._salts import SaltSource, fresh_salt
from integrationsplan.history._seals import (
    DEFAULT_ALGORITHM,
    Seal,
    draw_salt,
)
from integrationsplan.problems import MISSING_KEY, WRONG_TYPE

__all__ = ["Writing", "changes_of", "listed_ids"]

E = TypeVar("E", bound=Entry)

_NO_DIGEST = f"{DEFAULT_ALGORITHM}:{'A' * 43}"
"""Stands in a revision until its digest is known."""


@attrs.frozen(kw_only=True)
class Writing:
    """Who writes when, and where the salts come from.

    Attributes:
        author: Who writes.
        recorded_at: When.
        effective_on: From which day it counts.
        salts: The source of salts.
        algorithm: The algorithm of the digest.
    """

    author: Author
    recorded_at: dt.datetime
    effective_on: dt.date
    salts: SaltSource = fresh_salt
    algorithm: str = DEFAULT_ALGORITHM

    def revision(
        self,
        document_id: str,
        before: Revision[Any] | None,
        *,
        kind: RevisionKind,
        changes: Iterable[Change[E]],
        reason: str | None = None,
        legal_basis: str | None = None,
        corrects: int | None = None,
        merges: str | None = None,
    ) -> Revision[E]:
        """Return a revision with its digest.

        Raises:
            InvalidValueError: If anything about the revision alone is wrong.
            UnknownNameError: If the algorithm is not known.
        """
        given: object = self.author
        if isinstance(given, Author) and given.id is None:
            raise InvalidValueError("revision", [MISSING_KEY.at("/author/id")])
        draft: Revision[E] = Revision(
            number=1 if before is None else before.number + 1,
            recorded_at=fixed(self.recorded_at),
            effective_on=self.effective_on,
            author=self.author,
            author_seal=Seal(salt=draw_salt(self.salts)),
            kind=kind,
            reason=reason,
            reason_seal=None if reason is None else Seal(salt=draw_salt(self.salts)),
            legal_basis=legal_basis,
            corrects=corrects,
            merges=merges,
            changes=tuple(changes),
            digest=_NO_DIGEST,
        )
        previous = None if before is None else before.digest
        digest = revision_digest(document_id, previous, draft, self.algorithm)
        # Nobody has seen the draft yet; a copy would be checked all over again.
        object.__setattr__(draft, "digest", digest)
        return draft


def changes_of(
    put: Iterable[E],
    withdraw: Iterable[str],
    salts: SaltSource,
    *,
    marks: Iterable[Mark] = (),
) -> list[Change[E]]:
    """Return the changes that put entries, withdraw ids and set marks.

    Raises:
        InvalidValueError: If a text is given where ids are wanted.
    """
    ids = listed_ids(withdraw, "/withdraw")
    changes: list[Change[E]] = [Put(entry=entry, salt=draw_salt(salts)) for entry in put]
    changes += [Withdraw(entry_id=entry_id) for entry_id in ids]
    changes += marks
    return changes


def listed_ids(ids: Iterable[str], pointer: str) -> tuple[str, ...]:
    """Return ids as a tuple.

    Raises:
        InvalidValueError: If a single text is given, which would be taken for a list of letters.
    """
    if isinstance(ids, str):
        wanted = Wording("list of ids", "Liste von Kennungen")
        problem = WRONG_TYPE.at(pointer, found=EXACT_NAMES[str], allowed=wanted)
        raise InvalidValueError("revision", [problem])
    return tuple(ids)
