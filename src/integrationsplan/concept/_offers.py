"""Offers for newcomers."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, TypeAlias

from annotated_types import Ge, Le, Len

from integrationsplan._language import Wording
from integrationsplan._model import Label, model
from integrationsplan.concept._codes import (
    OfferAccess,
    OfferField,
    OfferPermanence,
    OfferStatus,
    TargetGroup,
)
from integrationsplan.concept._fields import OrganisationRef, Sourced
from integrationsplan.concept._groups import ConceptGroup
from integrationsplan.concept._organisations import Contact
from integrationsplan.concept._parts import OfferCost, Place, Schedule
from integrationsplan.history import DataGroup
from integrationsplan.problems import TOO_SMALL, Problem
from integrationsplan.values import (
    AGS,
    Language,
    LanguageCode,
    LongText,
    Period,
    ShortText,
)

__all__ = ["Offer"]

Age: TypeAlias = Annotated[int, Ge(0), Le(120)]


@model(repr=False)
class Offer(Sourced):
    """Something that newcomers can make use of: a course, an advice centre, a café, a mentor.

    Attributes:
        field: The field that it belongs to.
        title: What it is called.
        description: What it is.
        provider: Id of the organisation that makes it.
        partners: Ids of organisations that help.
        target_groups: Whom it is for.
        eligibility: Whom it is for, in words.
        minimum_age: From which age on.
        maximum_age: Up to which age.
        languages: The languages in which it is held.
        interpreting: What help with other languages there is.
        regions: The regions whose inhabitants may come; none says that it is not known.
        places: Where it takes place.
        schedules: When it takes place.
        period: From which to which day there is the offer.
        permanence: Whether it is there to stay.
        capacity: For how many persons at a time.
        costs: What taking part costs; zero is free of charge, and none says that it is not known.
        access: How one gets in.
        access_note: What has to be done for it.
        contact: Where to ask, if not at the provider.
        status: Where it stands.

    Example:
        >>> cafe = Offer(id="o-1", field=OfferField.LANGUAGE, title="Sprachcafé", provider="vhs")
        >>> cafe.summary("en")
        'language: Sprachcafé (running)'
        >>> [reference.entry_id for reference in cafe.references()]
        ['vhs']
    """

    kind: ClassVar[str] = "offer"
    label: ClassVar[Label] = Label("offer", "Angebot")
    group: ClassVar[DataGroup] = ConceptGroup.OFFER

    field: Annotated[OfferField, Label("field", "Handlungsfeld")]
    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    description: Annotated[LongText | None, Label("description", "Beschreibung")] = None
    provider: Annotated[OrganisationRef, Label("provider", "Anbieter")]
    partners: Annotated[
        Annotated[tuple[OrganisationRef, ...], Len(0, 100)], Label("partners", "Partner")
    ] = ()
    target_groups: Annotated[
        Annotated[tuple[TargetGroup, ...], Len(0, 20)], Label("target groups", "Zielgruppen")
    ] = ()
    eligibility: Annotated[LongText | None, Label("who may come", "wer kommen kann")] = None
    minimum_age: Annotated[Age | None, Label("from age", "ab Alter")] = None
    maximum_age: Annotated[Age | None, Label("to age", "bis Alter")] = None
    languages: Annotated[
        Annotated[tuple[LanguageCode, ...], Len(0, 50)], Label("languages", "Sprachen")
    ] = ()
    interpreting: Annotated[ShortText | None, Label("interpreting", "Sprachmittlung")] = None
    regions: Annotated[
        Annotated[tuple[AGS, ...], Len(0, 100)], Label("regions served", "Einzugsgebiet")
    ] = ()
    places: Annotated[Annotated[tuple[Place, ...], Len(0, 100)], Label("places", "Orte")] = ()
    schedules: Annotated[
        Annotated[tuple[Schedule, ...], Len(0, 100)], Label("times", "Zeiten")
    ] = ()
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    permanence: Annotated[OfferPermanence | None, Label("permanence", "Dauer")] = None
    capacity: Annotated[
        Annotated[int, Ge(0), Le(1_000_000)] | None, Label("capacity", "Plätze")
    ] = None
    costs: Annotated[Annotated[tuple[OfferCost, ...], Len(0, 20)], Label("costs", "Kosten")] = ()
    access: Annotated[OfferAccess | None, Label("access", "Zugang")] = None
    access_note: Annotated[LongText | None, Label("how to get in", "Hinweis zum Zugang")] = None
    contact: Annotated[Contact | None, Label("contact", "Kontakt")] = None
    status: Annotated[OfferStatus, Label("status", "Stand")] = OfferStatus.RUNNING

    def _violations(self) -> Iterator[Problem]:
        low, high = self.minimum_age, self.maximum_age
        if low is not None and high is not None and high < low:
            bound = Wording("at least the minimum age", "mindestens das Mindestalter")
            yield TOO_SMALL.at("/maximum_age", bound=bound)

    def summary(self, language: Language) -> str:
        """Say field, title and stand."""
        field = self.field.in_language(language)
        return f"{field}: {self.title} ({self.status.in_language(language)})"
