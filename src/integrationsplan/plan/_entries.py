"""What an integration plan holds: from the person's reference to the record of disclosures.

Everything beside the identity and what makes an entry one is optional: a draft must be
representable while it is incomplete, and `review` says what is missing.
"""

from typing import TypeAlias

from integrationsplan.plan._counselling import Agreement, Consultation, Development
from integrationsplan.plan._courses import Course
from integrationsplan.plan._data_protection import Consent, Disclosure
from integrationsplan.plan._goals import Goal, Measure
from integrationsplan.plan._person import (
    PersonalDetails,
    ResidenceStatus,
    Responsibility,
    Subject,
)
from integrationsplan.plan._qualifications import Competence, LanguageProficiency, Qualification
from integrationsplan.plan._recognition import RecognitionProcedure
from integrationsplan.plan._situations import (
    FamilySituation,
    HealthNote,
    HousingSituation,
    SchoolSituation,
    WorkSituation,
)

__all__ = [
    "Agreement",
    "Competence",
    "Consent",
    "Consultation",
    "Course",
    "Development",
    "Disclosure",
    "FamilySituation",
    "Goal",
    "HealthNote",
    "HousingSituation",
    "LanguageProficiency",
    "Measure",
    "PersonalDetails",
    "PlanEntry",
    "Qualification",
    "RecognitionProcedure",
    "ResidenceStatus",
    "Responsibility",
    "SchoolSituation",
    "Subject",
    "WorkSituation",
]

PlanEntry: TypeAlias = (
    Subject
    | Responsibility
    | PersonalDetails
    | ResidenceStatus
    | Qualification
    | Competence
    | LanguageProficiency
    | RecognitionProcedure
    | SchoolSituation
    | HousingSituation
    | WorkSituation
    | HealthNote
    | FamilySituation
    | Course
    | Goal
    | Measure
    | Development
    | Consultation
    | Agreement
    | Consent
    | Disclosure
)
"""What an integration plan may hold."""
