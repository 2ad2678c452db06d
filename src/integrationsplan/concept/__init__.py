"""The municipal side: who offers what to newcomers, where, when, at what cost, and how to get in.

Offers and organisations are entries, so that a document on the machinery of
`integrationsplan.history` can hold and revise them. Nothing here is about a single person.
"""

from integrationsplan.concept._codes import (
    OfferAccess,
    OfferField,
    OfferPermanence,
    OfferStatus,
    OrganisationForm,
    PlaceKind,
    TargetGroup,
    Weekday,
)
from integrationsplan.concept._groups import ConceptGroup
from integrationsplan.concept._offers import Offer
from integrationsplan.concept._organisations import Contact, Organisation
from integrationsplan.concept._parts import EmailAddress, OfferCost, Place, Schedule, TimeOfDay

__all__ = [
    "ConceptGroup",
    "Contact",
    "EmailAddress",
    "Offer",
    "OfferAccess",
    "OfferCost",
    "OfferField",
    "OfferPermanence",
    "OfferStatus",
    "Organisation",
    "OrganisationForm",
    "Place",
    "PlaceKind",
    "Schedule",
    "TargetGroup",
    "TimeOfDay",
    "Weekday",
]
