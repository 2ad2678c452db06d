"""The municipal side: integration concepts, networks, and what is offered to newcomers.

A concept and the document of a network stand on the machinery of `integrationsplan.history`, as
plans do. Nothing here is about a single person.
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
from integrationsplan.concept._concept import ConceptEntry, IntegrationConcept
from integrationsplan.concept._concept_codes import (
    ConceptGoalStatus,
    ConceptKind,
    ConceptLevel,
    ConceptMeasureStatus,
    Direction,
    IndicatorSense,
    ResolutionKind,
    ReviewVerdict,
    StageKind,
)
from integrationsplan.concept._concept_rules import ConceptDuty, ConceptRules
from integrationsplan.concept._coverage import (
    COVERAGE_DIMENSIONS,
    Coverage,
    CoverageGap,
    Covering,
    Overlap,
    coverage,
)
from integrationsplan.concept._groups import ConceptGroup
from integrationsplan.concept._indicators import (
    ConceptIndicator,
    IndicatorProgress,
    IndicatorValue,
    indicator_progress,
)
from integrationsplan.concept._network import IntegrationNetwork, NetworkEntry
from integrationsplan.concept._network_codes import DecisionStatus, NetworkGroupKind, NetworkRole
from integrationsplan.concept._network_entries import (
    Decision,
    Meeting,
    Membership,
    NetworkGroup,
    NetworkProfile,
    OfferUse,
)
from integrationsplan.concept._offers import Offer
from integrationsplan.concept._organisations import Contact, Organisation
from integrationsplan.concept._parts import EmailAddress, OfferCost, Place, Schedule, TimeOfDay
from integrationsplan.concept._profile import (
    PROFILE_ID,
    Alignment,
    ConceptProfile,
    Resolution,
    Stage,
)
from integrationsplan.concept._review import review_concept
from integrationsplan.concept._review_network import review_network
from integrationsplan.concept._tree import (
    ConceptGoal,
    ConceptMeasure,
    FieldOfAction,
    GuidingGoal,
    MeasureFunding,
    MeasureReview,
    Principle,
)
from integrationsplan.concept._use import UseOfOffer, use_of_offers
from integrationsplan.concept._validity import valid_periods, validity_gaps

__all__ = [
    "COVERAGE_DIMENSIONS",
    "PROFILE_ID",
    "Alignment",
    "ConceptDuty",
    "ConceptEntry",
    "ConceptGoal",
    "ConceptGoalStatus",
    "ConceptGroup",
    "ConceptIndicator",
    "ConceptKind",
    "ConceptLevel",
    "ConceptMeasure",
    "ConceptMeasureStatus",
    "ConceptProfile",
    "ConceptRules",
    "Contact",
    "Coverage",
    "CoverageGap",
    "Covering",
    "Decision",
    "DecisionStatus",
    "Direction",
    "EmailAddress",
    "FieldOfAction",
    "GuidingGoal",
    "IndicatorProgress",
    "IndicatorSense",
    "IndicatorValue",
    "IntegrationConcept",
    "IntegrationNetwork",
    "MeasureFunding",
    "MeasureReview",
    "Meeting",
    "Membership",
    "NetworkEntry",
    "NetworkGroup",
    "NetworkGroupKind",
    "NetworkProfile",
    "NetworkRole",
    "Offer",
    "OfferAccess",
    "OfferCost",
    "OfferField",
    "OfferPermanence",
    "OfferStatus",
    "OfferUse",
    "Organisation",
    "OrganisationForm",
    "Overlap",
    "Place",
    "PlaceKind",
    "Principle",
    "Resolution",
    "ResolutionKind",
    "ReviewVerdict",
    "Schedule",
    "Stage",
    "StageKind",
    "TargetGroup",
    "TimeOfDay",
    "UseOfOffer",
    "Weekday",
    "coverage",
    "indicator_progress",
    "review_concept",
    "review_network",
    "use_of_offers",
    "valid_periods",
    "validity_gaps",
]
