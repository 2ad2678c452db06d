"""Integration concepts: what a district, a city or a Land wants to reach, with its history."""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, TypeAlias, get_args

from annotated_types import Len

from integrationsplan._model import Label, model
from integrationsplan.concept._checking import expected
from integrationsplan.concept._concept_codes import ConceptKind, ConceptLevel
from integrationsplan.concept._groups import ConceptGroup
from integrationsplan.concept._indicators import ConceptIndicator
from integrationsplan.concept._organisations import Organisation
from integrationsplan.concept._profile import (
    PROFILE_ID,
    Alignment,
    ConceptProfile,
    Resolution,
    Stage,
)
from integrationsplan.concept._tree import (
    ConceptGoal,
    ConceptMeasure,
    FieldOfAction,
    GuidingGoal,
    MeasureReview,
    Principle,
)
from integrationsplan.history import Author, DataGroup, Entry, Revision
from integrationsplan.history._document import RevisedDocument
from integrationsplan.history._salts import SaltSource, fresh_salt
from integrationsplan.values import Citation

__all__ = ["ConceptEntry", "IntegrationConcept"]

ConceptEntry: TypeAlias = (
    ConceptProfile
    | Organisation
    | Resolution
    | Stage
    | Alignment
    | Principle
    | FieldOfAction
    | GuidingGoal
    | ConceptGoal
    | ConceptMeasure
    | MeasureReview
    | ConceptIndicator
)
"""What an integration concept may hold."""


@model(repr=False)
class IntegrationConcept(RevisedDocument[ConceptEntry]):
    """An integration concept, or a poverty-prevention strategy, with its whole history.

    What it is and whose is an entry like all else; its id is always ``profile``.

    Attributes:
        id: Identity of the concept.
        revisions: The history, oldest first.

    Example:
        >>> concept = IntegrationConcept.open(
        ...     id="concept-1",
        ...     title="Integrationskonzept",
        ...     level=ConceptLevel.DISTRICT,
        ...     body=Organisation(id="district", name="Landkreis Musterland"),
        ...     author=Author(role="integration_manager", id="im-7"),
        ...     recorded_at=dt.datetime(2019, 5, 14, 9, tzinfo=dt.timezone.utc),
        ...     effective_on=dt.date(2019, 5, 13),
        ...     put=[FieldOfAction(id="f-1", title="Sprache")],
        ... )
        >>> concept
        <IntegrationConcept concept-1: 1 revision, 3 entries>
        >>> concept.body.name
        'Landkreis Musterland'
    """

    label: ClassVar[Label] = Label("integration concept", "Integrationskonzept")
    entry_types: ClassVar[tuple[type[Entry], ...]] = get_args(ConceptEntry)
    data_groups: ClassVar[type[DataGroup]] = ConceptGroup
    _head: ClassVar[Mapping[str, type[Entry]]] = MappingProxyType({PROFILE_ID: ConceptProfile})

    revisions: Annotated[tuple[Revision[ConceptEntry], ...], Len(1, 10_000)]

    @property
    def profile(self) -> ConceptProfile | None:
        """What it is by all that is recorded; nothing where that is erased."""
        entry = self.current.get(PROFILE_ID)
        return entry if isinstance(entry, ConceptProfile) else None

    @property
    def body(self) -> Organisation | None:
        """Whose it is by all that is recorded; nothing where that is not there."""
        entry = None if self.profile is None else self.current.get(self.profile.body)
        return entry if isinstance(entry, Organisation) else None

    @classmethod
    def open(  # noqa: PLR0913  # one argument for each fact of an opening
        cls,
        *,
        id: str,  # the field's name
        title: str,
        level: ConceptLevel,
        body: Organisation,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        sort: ConceptKind = ConceptKind.INTEGRATION,
        put: Iterable[ConceptEntry] = (),
        reason: str | None = None,
        note: str | None = None,
        source: Citation | None = None,
        legal_basis: str | None = None,
        salts: SaltSource = fresh_salt,
    ) -> "IntegrationConcept":
        """Open a concept with its first revision.

        Args:
            id: Identity of the concept.
            title: What it is called.
            level: For whom it speaks.
            body: Whose concept it is.
            author: Who opens it.
            recorded_at: When it is recorded.
            effective_on: From which day it counts.
            sort: What it is about.
            put: The first entries.
            reason: Why.
            note: What else is to be known of it.
            source: Where it is written.
            legal_basis: On which legal basis.
            salts: The source of salts, for tests.

        Raises:
            InvalidValueError: If anything is wrong.
        """
        profile = ConceptProfile(
            id=PROFILE_ID,
            title=title,
            sort=sort,
            level=level,
            body=expected(Organisation, body, "body").id,
            note=note,
            source=source,
        )
        return cls._opened(
            id,
            [profile, body, *put],
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            reason=reason,
            legal_basis=legal_basis,
            salts=salts,
        )
