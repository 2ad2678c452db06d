"""Who a plan is about and who is responsible: references, details, residence status."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from annotated_types import Len

from integrationsplan._language import format_date
from integrationsplan._model import Label, model
from integrationsplan.history import DataGroup, Entry
from integrationsplan.history._problems import FIXED_ID
from integrationsplan.plan._fields import say
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._legal import LegalCitation
from integrationsplan.plan._problems import TITLE_AND_OTHER_STATUS
from integrationsplan.plan._residence_codes import (
    Gender,
    ProtectionKind,
    ResidenceTitle,
    StatusWithoutTitle,
)
from integrationsplan.problems import Problem
from integrationsplan.values import (
    AGS,
    CountryCode,
    Identifier,
    Jurisdiction,
    Language,
    LanguageCode,
    Period,
    PersonName,
    ShortText,
)

__all__ = [
    "RESPONSIBILITY_ID",
    "SUBJECT_ID",
    "Body",
    "PersonalDetails",
    "ResidenceStatus",
    "Responsibility",
    "Subject",
]

SUBJECT_ID = "subject"
"""The id of the one entry that says whom a plan is about."""

RESPONSIBILITY_ID = "responsibility"
"""The id of the one entry that says who is responsible."""


@model
class Body:
    """Who is responsible for a plan.

    Attributes:
        name: Name of the district, the municipality or its carrier.
        region: Its region.
    """

    name: Annotated[ShortText, Label("name", "Name")]
    region: Annotated[AGS | None, Label("region", "Region")] = None


@model(repr=False)
class Subject(Entry):
    """Whom the plan is about, by a reference that is no name. Its id is always ``subject``.

    Attributes:
        reference: Pseudonymous reference to the person; random or supplied, never derived.
    """

    kind: ClassVar[str] = "subject"
    label: ClassVar[Label] = Label("subject", "Person")
    group: ClassVar[DataGroup] = PlanGroup.IDENTITY
    is_bound: ClassVar[bool] = True

    reference: Annotated[Identifier, Label("reference", "Aktenzeichen der Person")]

    def _violations(self) -> Iterator[Problem]:
        if self.id != SUBJECT_ID:
            yield FIXED_ID.at("/id", allowed=SUBJECT_ID)

    def summary(self, language: Language) -> str:
        """Say the reference."""
        return self.reference


@model(repr=False)
class Responsibility(Entry):
    """Who is responsible for the plan. Its id is always ``responsibility``.

    Attributes:
        body: The responsible body.
        jurisdiction: Whose law applies.
    """

    kind: ClassVar[str] = "responsibility"
    label: ClassVar[Label] = Label("responsibility", "Zuständigkeit")
    group: ClassVar[DataGroup] = PlanGroup.RESPONSIBILITY
    is_bound: ClassVar[bool] = True

    body: Annotated[Body, Label("body", "zuständige Stelle")]
    jurisdiction: Annotated[Jurisdiction, Label("jurisdiction", "geltendes Recht")]

    def _violations(self) -> Iterator[Problem]:
        if self.id != RESPONSIBILITY_ID:
            yield FIXED_ID.at("/id", allowed=RESPONSIBILITY_ID)

    def summary(self, language: Language) -> str:
        """Say the body's name."""
        return self.body.name


@model(repr=False)
class PersonalDetails(Entry):
    """What identifies the person. Optional like all else: a plan can be kept without it.

    Attributes:
        given_names: All given names in Latin letters, as in the papers.
        family_name: Family name in Latin letters, as in the papers.
        name_in_script: The whole name in its original script.
        birth_date: Date of birth as in the papers.
        birth_date_estimated: Whether the papers give it as an estimate.
        gender: Gender, as stated.
        nationalities: Nationalities; the codes of `NoCountry` for none and unknown.
        arrived_on: First day in Germany.
        interpreter_language: Language in which the person wants things interpreted.
    """

    kind: ClassVar[str] = "personal-details"
    label: ClassVar[Label] = Label("personal details", "Personalien")
    group: ClassVar[DataGroup] = PlanGroup.IDENTITY

    given_names: Annotated[PersonName | None, Label("given names", "Vornamen")] = None
    family_name: Annotated[PersonName | None, Label("family name", "Familienname")] = None
    name_in_script: Annotated[
        ShortText | None, Label("name in original script", "Name in Originalschrift")
    ] = None
    birth_date: Annotated[dt.date | None, Label("date of birth", "Geburtsdatum")] = None
    birth_date_estimated: Annotated[
        bool, Label("date of birth estimated", "Geburtsdatum geschätzt")
    ] = False
    gender: Annotated[Gender | None, Label("gender", "Geschlecht")] = None
    nationalities: Annotated[
        Annotated[tuple[CountryCode, ...], Len(0, 10)],
        Label("nationalities", "Staatsangehörigkeiten"),
    ] = ()
    arrived_on: Annotated[dt.date | None, Label("arrived on", "eingereist am")] = None
    interpreter_language: Annotated[
        LanguageCode | None, Label("interpreter language", "Sprache der Sprachmittlung")
    ] = None

    def summary(self, language: Language) -> str:
        """Say the name, as far as it is there."""
        return " ".join(name for name in (self.given_names, self.family_name) if name) or "–"


@model(repr=False)
class ResidenceStatus(Entry):
    """The right by which the person stays: a title or another status, never both.

    Attributes:
        title: Residence title.
        without_title: Status without a title.
        ground: Legal ground, cited as of a day.
        protection: Protection granted.
        period: For how long it is valid.
    """

    kind: ClassVar[str] = "residence-status"
    label: ClassVar[Label] = Label("residence status", "Aufenthaltsstatus")
    group: ClassVar[DataGroup] = PlanGroup.RESIDENCE

    title: Annotated[ResidenceTitle | None, Label("residence title", "Aufenthaltstitel")] = None
    without_title: Annotated[
        StatusWithoutTitle | None, Label("status without title", "Status ohne Titel")
    ] = None
    ground: Annotated[LegalCitation | None, Label("legal ground", "Rechtsgrundlage")] = None
    protection: Annotated[ProtectionKind | None, Label("protection", "Schutzform")] = None
    period: Annotated[Period | None, Label("valid", "gültig")] = None

    def _violations(self) -> Iterator[Problem]:
        if self.title is not None and self.without_title is not None:
            yield TITLE_AND_OTHER_STATUS.at("/without_title")

    def summary(self, language: Language) -> str:
        """Say title or status, and until when."""
        status = self.title or self.without_title
        said = status.in_language(language) if status else "–"
        if self.period is None or self.period.end is None:
            return said
        until = say(language, de="bis", en="until")
        return f"{said}, {until} {format_date(self.period.end, language)}"
