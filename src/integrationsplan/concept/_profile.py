"""What a concept is, whose it is, how it came about, and from when to when it holds."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from annotated_types import Ge, Le, Len

from integrationsplan._language import format_date
from integrationsplan._model import Label, RefersTo, model
from integrationsplan.concept._concept_codes import (
    ConceptKind,
    ConceptLevel,
    ResolutionKind,
    StageKind,
)
from integrationsplan.concept._fields import OrganisationRef, OrganisationRefs, Sourced
from integrationsplan.concept._groups import ConceptGroup
from integrationsplan.concept._problems import ADOPTS_NOTHING, DONE_BEFORE_BEGIN, VOTES_AGAINST
from integrationsplan.history import DataGroup
from integrationsplan.history._problems import FIXED_ID
from integrationsplan.problems import Problem
from integrationsplan.values import Identifier, Language, LongText, Period, ShortText

__all__ = ["PROFILE_ID", "Alignment", "ConceptProfile", "Resolution", "Stage"]

PROFILE_ID = "profile"
"""The id of the entry that says what a document is and whose."""

GIVES_VALIDITY = frozenset(
    {ResolutionKind.ADOPTED, ResolutionKind.CONTINUED, ResolutionKind.EXTENDED}
)
"""The resolutions by which a concept holds."""


@model(repr=False)
class ConceptProfile(Sourced):
    """What a concept is, and whose. Its id is always ``profile``.

    Attributes:
        title: What the concept is called.
        sort: What it is about.
        level: For whom it speaks.
        body: Id of the organisation whose concept it is.
    """

    kind: ClassVar[str] = "concept-profile"
    label: ClassVar[Label] = Label("profile", "Steckbrief")
    group: ClassVar[DataGroup] = ConceptGroup.CONCEPT
    is_bound: ClassVar[bool] = True

    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    sort: Annotated[ConceptKind, Label("kind", "Art")] = ConceptKind.INTEGRATION
    level: Annotated[ConceptLevel, Label("level", "Ebene")]
    body: Annotated[OrganisationRef, Label("body", "Körperschaft")]

    def _violations(self) -> Iterator[Problem]:
        if self.id != PROFILE_ID:
            yield FIXED_ID.at("/id", allowed=PROFILE_ID)

    def summary(self, language: Language) -> str:
        """Say title and level."""
        return f"{self.title} ({self.level.in_language(language)})"


@model(repr=False)
class Resolution(Sourced):
    """A resolution about the concept.

    Attributes:
        sort: What was resolved.
        by: Who resolved it, such as "Kreistag"; nothing where that is not known.
        on: When; nothing where only the time of its validity is known.
        votes_for: Votes for it.
        votes_against: Votes against it.
        abstentions: Abstentions.
        is_unanimous: Whether it was unanimous, where that is known.
        valid: From when to when the concept holds by it.
        revision: Number of the revision of this document that was adopted.
        reference: File reference.

    Example:
        >>> resolution = Resolution(
        ...     id="r-1",
        ...     sort=ResolutionKind.ADOPTED,
        ...     by="Kreistag",
        ...     on=dt.date(2019, 5, 13),
        ...     is_unanimous=True,
        ...     valid=Period(dt.date(2019, 5, 13), dt.date(2020, 12, 31)),
        ... )
        >>> resolution.summary("en")
        'adopted by Kreistag, 2019-05-13'
    """

    kind: ClassVar[str] = "resolution"
    label: ClassVar[Label] = Label("resolution", "Beschluss")
    group: ClassVar[DataGroup] = ConceptGroup.CONCEPT
    is_bound: ClassVar[bool] = True
    counts_revisions: ClassVar[bool] = True

    sort: Annotated[ResolutionKind, Label("kind", "Art")]
    by: Annotated[ShortText | None, Label("by", "durch")] = None
    on: Annotated[dt.date | None, Label("on", "am")] = None
    votes_for: Annotated[Annotated[int, Ge(0), Le(10_000)] | None, Label("for", "dafür")] = None
    votes_against: Annotated[
        Annotated[int, Ge(0), Le(10_000)] | None, Label("against", "dagegen")
    ] = None
    abstentions: Annotated[
        Annotated[int, Ge(0), Le(10_000)] | None, Label("abstentions", "Enthaltungen")
    ] = None
    is_unanimous: Annotated[bool | None, Label("unanimous", "einstimmig")] = None
    valid: Annotated[Period | None, Label("valid", "gilt")] = None
    revision: Annotated[Annotated[int, Ge(1), Le(10_000)] | None, Label("revision", "Revision")] = (
        None
    )
    reference: Annotated[ShortText | None, Label("reference", "Aktenzeichen")] = None

    def _violations(self) -> Iterator[Problem]:
        if self.is_unanimous and self.votes_against:
            yield VOTES_AGAINST.at("/votes_against")
        if self.valid is not None and self.sort not in GIVES_VALIDITY:
            yield ADOPTS_NOTHING.at("/valid")

    def summary(self, language: Language) -> str:
        """Say what was resolved, by whom and when."""
        by = "durch" if language == "de" else "by"
        what = self.sort.in_language(language)
        said = what if self.by is None else f"{what} {by} {self.by}"
        return said if self.on is None else f"{said}, {format_date(self.on, language)}"


@model(repr=False)
class Stage(Sourced):
    """A stage on the way of the concept.

    Attributes:
        sort: Which.
        title: What it is called on the spot.
        period: From when to when it runs.
        due_on: By when it is to be done.
        done_on: When it was done.
        is_done: Whether it was done on a day that is not known.
        responsible: Id of the organisation that sees to it.
        participants: Ids of organisations that take part.
        result: What came of it.
    """

    kind: ClassVar[str] = "stage"
    label: ClassVar[Label] = Label("stage", "Etappe")
    group: ClassVar[DataGroup] = ConceptGroup.CONCEPT

    sort: Annotated[StageKind, Label("kind", "Art")]
    title: Annotated[ShortText | None, Label("title", "Bezeichnung")] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    due_on: Annotated[dt.date | None, Label("due on", "fällig am")] = None
    done_on: Annotated[dt.date | None, Label("done on", "erledigt am")] = None
    is_done: Annotated[bool, Label("done", "erledigt")] = False
    responsible: Annotated[OrganisationRef | None, Label("responsible", "zuständig")] = None
    participants: Annotated[OrganisationRefs, Label("participants", "Beteiligte")] = ()
    result: Annotated[LongText | None, Label("result", "Ergebnis")] = None

    def _violations(self) -> Iterator[Problem]:
        start = None if self.period is None else self.period.start
        if start is not None and self.done_on is not None and self.done_on < start:
            yield DONE_BEFORE_BEGIN.at("/done_on", day=start.isoformat())

    def summary(self, language: Language) -> str:
        """Say which stage it is, and whether it is done."""
        said = self.title or self.sort.in_language(language)
        done = "erledigt" if language == "de" else "done"
        if self.done_on is not None:
            return f"{said} ({done} {format_date(self.done_on, language)})"
        return f"{said} ({done})" if self.is_done else said


@model(repr=False)
class Alignment(Sourced):
    """That the concept, or one goal of it, follows a higher one: that of the Land, for a district.

    Attributes:
        higher: Id of the document of the higher concept.
        title: What the higher concept is called.
        goal: Id of a goal of this concept; nothing where the whole follows it.
        higher_goals: Ids of the goals of the higher concept that it serves.
    """

    kind: ClassVar[str] = "alignment"
    label: ClassVar[Label] = Label("alignment", "Ausrichtung")
    group: ClassVar[DataGroup] = ConceptGroup.CONCEPT

    higher: Annotated[Identifier, Label("higher concept", "übergeordnetes Konzept")]
    title: Annotated[ShortText | None, Label("title", "Bezeichnung")] = None
    goal: Annotated[
        Annotated[Identifier, RefersTo("concept-goal")] | None, Label("goal", "Ziel")
    ] = None
    higher_goals: Annotated[
        Annotated[tuple[Identifier, ...], Len(0, 100)],
        Label("goals of the higher concept", "Ziele des übergeordneten Konzepts"),
    ] = ()

    def summary(self, language: Language) -> str:
        """Say which concept is followed."""
        del language
        whole = self.title or self.higher
        return whole if self.goal is None else f"{self.goal}: {whole}"
