"""Revisions: who changed which entries, when, and from which day it counts."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar, Generic, TypeVar

from annotated_types import Ge, Le, Len

from integrationsplan._model import AWARE, Label, field_specs, model
from integrationsplan.problems import Problem
from integrationsplan.values import Code, Identifier, Labelled, Language, LongText, ShortText

__all__ = ["Author", "Entry", "Moment", "Put", "Revision", "RevisionKind", "Withdraw"]

Moment = Annotated[dt.datetime, AWARE]
"""A moment with its offset from UTC."""


@model
class Entry:
    """Something that a document holds, with an identity of its own. Subclasses say what.

    Attributes:
        kind: Which kind of entry; a constant of the class.
        label: What the kind is called.
        id: Its identity in the document; random or supplied, never made from personal data.
    """

    kind: ClassVar[str]
    label: ClassVar[Label]

    id: Annotated[Identifier, Label("id", "Kennung")]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"

    def summary(self, language: Language) -> str:
        """Say in a few words what the entry holds."""
        raise NotImplementedError

    def succession(self, before: "Entry", revision: "Revision[Entry]") -> Iterator[Problem]:
        """Yield what keeps this version from following the one before. By default nothing."""
        return iter(())

    def first_problems(self, revision: "Revision[Entry]") -> Iterator[Problem]:
        """Yield what keeps the entry from being put in a revision. By default nothing."""
        return iter(())

    def field_label(self, name: str, language: Language) -> str:
        """Return what a field is called."""
        for field in field_specs(type(self)):
            if field.name == name and field.label is not None:
                return field.label.in_language(language)
        return name


E_co = TypeVar("E_co", bound=Entry, covariant=True)


@model
class Put(Generic[E_co]):
    """An entry that is new, or a new version of one.

    Attributes:
        entry: The entry.
    """

    kind: ClassVar[str] = "put"

    entry: E_co


@model
class Withdraw:
    """An entry that no longer counts. Its earlier versions stay readable.

    Attributes:
        entry_id: Which.
    """

    kind: ClassVar[str] = "withdraw"

    entry_id: Identifier


class RevisionKind(Labelled):
    """Why a revision was made."""

    OPENING = "opening", "opening", "Eröffnung"
    CONTINUATION = "continuation", "continuation", "Fortschreibung"
    CORRECTION = "correction", "correction", "Korrektur"
    AGREEMENT = "agreement", "agreement", "Vereinbarung"
    CLOSURE = "closure", "closure", "Abschluss"


@model
class Author:
    """Who made a revision.

    Attributes:
        role: In which role, such as ``"integration_manager"``.
        id: Pseudonymous reference to the person or the system.
    """

    role: Code
    id: Identifier


@model
class Revision(Generic[E_co]):
    """One step of a document's history.

    Attributes:
        number: 1, 2, 3 … without gaps.
        recorded_at: When it was recorded.
        effective_on: From which day it counts.
        author: Who made it.
        kind: Why it was made.
        reason: The reason in words; required where a change asks for one.
        legal_basis: The legal basis, if one is named.
        changes: The entries put or withdrawn, each once.
    """

    number: Annotated[int, Ge(1), Le(10_000), Label("number", "Nummer")]
    recorded_at: Annotated[Moment, Label("recorded at", "erfasst am")]
    effective_on: Annotated[dt.date, Label("effective on", "wirksam ab")]
    author: Annotated[Author, Label("author", "verfasst von")]
    kind: Annotated[RevisionKind, Label("kind", "Art")]
    reason: Annotated[LongText | None, Label("reason", "Grund")] = None
    legal_basis: Annotated[ShortText | None, Label("legal basis", "Rechtsgrundlage")] = None
    changes: Annotated[
        tuple[Put[E_co] | Withdraw, ...], Len(0, 10_000), Label("changes", "Änderungen")
    ] = ()

    def __repr__(self) -> str:
        return (
            f"<Revision {self.number} ({self.kind.value}), "
            f"{len(self.changes)} changes, effective {self.effective_on.isoformat()}>"
        )
