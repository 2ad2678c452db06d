"""The code lists of the plan as plain enumerations, so that the peers need nothing of ours.

A peer that imported the library would pay for its import when a fresh interpreter is timed.
`compare_codes` holds the lists against the library's own; if they differ, nothing is timed.
"""

import enum
import sys
from types import ModuleType


class Marking(enum.Enum):
    """Mirror of `integrationsplan.history.Marking`."""

    RESTRICTED = "restricted"
    CONTESTED = "contested"


class RevisionKind(enum.Enum):
    """Mirror of `integrationsplan.history.RevisionKind`."""

    OPENING = "opening"
    CONTINUATION = "continuation"
    CORRECTION = "correction"
    AGREEMENT = "agreement"
    NOTE = "note"
    TRANSFER = "transfer"
    MERGE = "merge"
    MARKING = "marking"
    CLOSURE = "closure"
    ERASURE = "erasure"


class Achievement(enum.Enum):
    """Mirror of `integrationsplan.plan.Achievement`."""

    IN_PROGRESS = "in-progress"
    IMPROVING = "improving"
    WORSENING = "worsening"
    NO_CHANGE = "no-change"
    ACHIEVED = "achieved"
    SUSTAINING = "sustaining"
    NOT_ACHIEVED = "not-achieved"
    NO_PROGRESS = "no-progress"
    NOT_ATTAINABLE = "not-attainable"


class Actor(enum.Enum):
    """Mirror of `integrationsplan.plan.Actor`."""

    PERSON = "person"
    COUNSELLOR = "counsellor"
    GUARDIAN = "guardian"
    FAMILY = "family"
    AUTHORITY = "authority"
    CARRIER = "carrier"
    VOLUNTEER = "volunteer"
    EMPLOYER = "employer"
    SCHOOL = "school"
    COURSE_PROVIDER = "course-provider"
    HEALTH_SERVICE = "health-service"
    OTHER = "other"


class AgreementForm(enum.Enum):
    """Mirror of `integrationsplan.plan.AgreementForm`."""

    PAPER = "paper"
    ELECTRONIC = "electronic"
    ORAL = "oral"


class AnabinStatus(enum.Enum):
    """Mirror of `integrationsplan.plan.AnabinStatus`."""

    RECOGNISED = "H+"
    NOT_RECOGNISED = "H-"
    PARTLY = "H+/-"


class CEFR(enum.Enum):
    """Mirror of `integrationsplan.plan.CEFR`."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


class CertificateFamily(enum.Enum):
    """Mirror of `integrationsplan.plan.CertificateFamily`."""

    GOETHE = "goethe"
    TELC = "telc"
    OESD = "oesd"
    TESTDAF = "testdaf"
    DSH = "dsh"
    DSD = "dsd"
    DTZ = "dtz"
    DTB = "dtb"
    ECL = "ecl"
    OTHER = "other"


class Concerned(enum.Enum):
    """Mirror of `integrationsplan.plan.Concerned`."""

    PERSON = "person"
    CHILD = "child"


class DegreeClass(enum.Enum):
    """Mirror of `integrationsplan.plan.DegreeClass`."""

    CORRESPONDS = "corresponds"
    EQUIVALENT = "equivalent"
    COMPARABLE = "conditionally-comparable"


class EmploymentKind(enum.Enum):
    """Mirror of `integrationsplan.plan.EmploymentKind`."""

    UNEMPLOYED = "unemployed"
    JOB_SEEKING = "job-seeking"
    INTERNSHIP = "internship"
    APPRENTICESHIP = "apprenticeship"
    MARGINAL = "marginal"
    PART_TIME = "part-time"
    FULL_TIME = "full-time"
    SELF_EMPLOYED = "self-employed"
    INACTIVE = "inactive"


class Evidence(enum.Enum):
    """Mirror of `integrationsplan.plan.Evidence`."""

    SELF_ASSESSED = "self-assessed"
    OBSERVED = "observed"
    CERTIFIED = "certified"


class GoalField(enum.Enum):
    """Mirror of `integrationsplan.plan.GoalField`."""

    LANGUAGE = "language"
    WORK = "work"
    RECOGNITION = "recognition"
    HOUSING = "housing"
    EDUCATION = "education"
    HEALTH = "health"
    VOLUNTEERING = "volunteering"
    FAMILY = "family"
    AUTHORITIES = "authorities"
    OTHER = "other"


class HousingKind(enum.Enum):
    """Mirror of `integrationsplan.plan.HousingKind`."""

    PRELIMINARY = "preliminary"
    FOLLOW_UP = "follow-up"
    OWN_FLAT = "own-flat"
    SHARED_FLAT = "shared-flat"
    HOMELESS = "homeless"
    OTHER = "other"


class LanguageSkill(enum.Enum):
    """Mirror of `integrationsplan.plan.LanguageSkill`."""

    LISTENING = "listening"
    READING = "reading"
    SPOKEN_INTERACTION = "spoken-interaction"
    SPOKEN_PRODUCTION = "spoken-production"
    WRITING = "writing"


class Lifecycle(enum.Enum):
    """Mirror of `integrationsplan.plan.Lifecycle`."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    ACCEPTED = "accepted"
    ACTIVE = "active"
    ON_HOLD = "on-hold"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    ENTERED_IN_ERROR = "entered-in-error"


class MeasureStatus(enum.Enum):
    """Mirror of `integrationsplan.plan.MeasureStatus`."""

    PLANNED = "planned"
    RUNNING = "running"
    COMPLETED = "completed"
    STOPPED = "stopped"


class Orientation(enum.Enum):
    """Mirror of `integrationsplan.plan.Orientation`."""

    GENERAL = "general"
    VOCATIONAL = "vocational"


class Party(enum.Enum):
    """Mirror of `integrationsplan.plan.Party`."""

    PERSON = "person"
    COUNSELLOR = "counsellor"
    GUARDIAN = "guardian"


class Priority(enum.Enum):
    """Mirror of `integrationsplan.plan.Priority`."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class QualificationCategory(enum.Enum):
    """Mirror of `integrationsplan.plan.QualificationCategory`."""

    SCHOOL = "school"
    VOCATIONAL = "vocational"
    ACADEMIC = "academic"


class RecognitionOutcome(enum.Enum):
    """Mirror of `integrationsplan.plan.RecognitionOutcome`."""

    FULL = "full"
    PARTIAL = "partial"
    COMPENSATION_REQUIRED = "compensation-required"
    RESTRICTED_ACCESS = "restricted-access"
    NONE = "none"


class RegularService(enum.Enum):
    """Mirror of `integrationsplan.plan.RegularService`."""

    JOB_CENTRE = "job-centre"
    EMPLOYMENT_AGENCY = "employment-agency"
    SOCIAL_OFFICE = "social-office"
    YOUTH_OFFICE = "youth-office"
    IMMIGRATION_OFFICE = "immigration-office"
    HOUSING_OFFICE = "housing-office"
    HEALTH_SERVICE = "health-service"
    MIGRATION_COUNSELLING = "migration-counselling"
    YOUTH_MIGRATION_SERVICE = "youth-migration-service"
    RECOGNITION_ADVICE = "recognition-advice"
    SCHOOL = "school"
    DEBT_ADVICE = "debt-advice"
    OTHER = "other"


class SchoolKind(enum.Enum):
    """Mirror of `integrationsplan.plan.SchoolKind`."""

    DAY_CARE = "day-care"
    PRIMARY = "primary"
    PREPARATORY = "preparatory-class"
    LOWER_SECONDARY = "lower-secondary"
    UPPER_SECONDARY = "upper-secondary"
    SPECIAL_NEEDS = "special-needs"
    VOCATIONAL_PREPARATION = "vocational-preparation"
    VOCATIONAL = "vocational"
    SECOND_CHANCE = "second-chance"
    UNIVERSITY = "university"
    OTHER = "other"


def compare_codes(*modules: ModuleType) -> None:
    """See that these code lists are those of the library.

    Args:
        modules: Those of the library's packages that have code lists of the same names.
    """
    for name, mirror in vars(sys.modules[__name__]).items():
        if isinstance(mirror, enum.EnumMeta):
            ours = next(getattr(module, name) for module in modules if hasattr(module, name))
            if [code.value for code in ours] != [code.value for code in mirror]:
                raise AssertionError(f"the peers' list of codes is not ours: {name}")
