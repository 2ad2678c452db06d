"""The individual integration plan: a vocabulary on the machinery of `integrationsplan.history`.

A plan is opened with a person, revised as things change, agreed in writing, reviewed, and closed
with the hand-over to the regular services. Nothing is overwritten.
"""

from typing import TYPE_CHECKING

from integrationsplan._lazy import lazily

if TYPE_CHECKING:
    from integrationsplan.plan._access import (
        AccessExport,
        CatalogueRow,
        HeldEntry,
        access_export,
        data_catalogue,
    )
    from integrationsplan.plan._calendar import Due, DueKind, due
    from integrationsplan.plan._codes import (
        REASON_REQUIRED,
        TRANSITIONS,
        Achievement,
        GoalField,
        Lifecycle,
        Priority,
    )
    from integrationsplan.plan._counselling import (
        Agreement,
        Consultation,
        Development,
    )
    from integrationsplan.plan._counselling_codes import (
        Actor,
        AgreementForm,
        Channel,
        InterpreterKind,
        MeasureStatus,
        Party,
        RegularService,
    )
    from integrationsplan.plan._course_hours import (
        COURSE_HOURS,
        CourseHours,
        course_hours,
    )
    from integrationsplan.plan._courses import (
        CivicsTest,
        Course,
    )
    from integrationsplan.plan._data_protection import (
        Consent,
        Disclosure,
    )
    from integrationsplan.plan._entries import (
        PlanEntry,
    )
    from integrationsplan.plan._goals import (
        Goal,
        Measure,
        Referral,
        Responsible,
        progress,
    )
    from integrationsplan.plan._groups import (
        PlanGroup,
    )
    from integrationsplan.plan._household import Household, SharedGoal
    from integrationsplan.plan._language_codes import (
        CEFR,
        CertificateFamily,
        CourseEntitlement,
        CourseKind,
        CourseResult,
        CourseStatus,
        LanguageSkill,
    )
    from integrationsplan.plan._legal import (
        LegalCitation,
    )
    from integrationsplan.plan._person import (
        Body,
        PersonalDetails,
        ResidenceStatus,
        Responsibility,
        Subject,
    )
    from integrationsplan.plan._plan import (
        IntegrationPlan,
    )
    from integrationsplan.plan._purposes import PURPOSES
    from integrationsplan.plan._qualification_codes import (
        RECOGNITION_STEPS,
        AnabinStatus,
        CompensationKind,
        DegreeClass,
        Evidence,
        Orientation,
        QualificationCategory,
        RecognitionKind,
        RecognitionOutcome,
        RecognitionStage,
    )
    from integrationsplan.plan._qualifications import (
        Competence,
        LanguageCertificate,
        LanguageProficiency,
        Qualification,
        ScriptKnowledge,
    )
    from integrationsplan.plan._recognition import (
        RECOGNITION_DEADLINE,
        CompensationMeasure,
        RecognitionProcedure,
        RecognitionStep,
        decision_due,
    )
    from integrationsplan.plan._residence_codes import (
        Gender,
        ProtectionKind,
        ResidenceTitle,
        StatusWithoutTitle,
    )
    from integrationsplan.plan._review import is_alive, review
    from integrationsplan.plan._review_rules import (
        COUNSELLING_MONTHS,
        COUNSELLING_MONTHS_JUSTIFIED,
        ReviewRules,
        counselling_period,
    )
    from integrationsplan.plan._situation_codes import (
        Concerned,
        EmploymentKind,
        HealthNeed,
        HousingKind,
        SchoolKind,
    )
    from integrationsplan.plan._situations import (
        FamilySituation,
        HealthNote,
        HousingSituation,
        SchoolSituation,
        WorkSituation,
    )
    from integrationsplan.plan._targets import (
        EmploymentTarget,
        HousingTarget,
        IndicatorTarget,
        LanguageTarget,
        Progress,
        RecognitionTarget,
        SchoolPlaceTarget,
        Target,
    )
    from integrationsplan.plan._templates import (
        GOAL_TEMPLATES,
        GoalTemplate,
        goal_template,
    )
    from integrationsplan.plan._views import (
        LegalBasis,
        PlanView,
        Release,
        WithheldEntry,
        recipients_to_notify,
        release,
    )

__all__ = [
    "CEFR",
    "COUNSELLING_MONTHS",
    "COUNSELLING_MONTHS_JUSTIFIED",
    "COURSE_HOURS",
    "GOAL_TEMPLATES",
    "PURPOSES",
    "REASON_REQUIRED",
    "RECOGNITION_DEADLINE",
    "RECOGNITION_STEPS",
    "TRANSITIONS",
    "AccessExport",
    "Achievement",
    "Actor",
    "Agreement",
    "AgreementForm",
    "AnabinStatus",
    "Body",
    "CatalogueRow",
    "CertificateFamily",
    "Channel",
    "CivicsTest",
    "CompensationKind",
    "CompensationMeasure",
    "Competence",
    "Concerned",
    "Consent",
    "Consultation",
    "Course",
    "CourseEntitlement",
    "CourseHours",
    "CourseKind",
    "CourseResult",
    "CourseStatus",
    "DegreeClass",
    "Development",
    "Disclosure",
    "Due",
    "DueKind",
    "EmploymentKind",
    "EmploymentTarget",
    "Evidence",
    "FamilySituation",
    "Gender",
    "Goal",
    "GoalField",
    "GoalTemplate",
    "HealthNeed",
    "HealthNote",
    "HeldEntry",
    "Household",
    "HousingKind",
    "HousingSituation",
    "HousingTarget",
    "IndicatorTarget",
    "IntegrationPlan",
    "InterpreterKind",
    "LanguageCertificate",
    "LanguageProficiency",
    "LanguageSkill",
    "LanguageTarget",
    "LegalBasis",
    "LegalCitation",
    "Lifecycle",
    "Measure",
    "MeasureStatus",
    "Orientation",
    "Party",
    "PersonalDetails",
    "PlanEntry",
    "PlanGroup",
    "PlanView",
    "Priority",
    "Progress",
    "ProtectionKind",
    "Qualification",
    "QualificationCategory",
    "RecognitionKind",
    "RecognitionOutcome",
    "RecognitionProcedure",
    "RecognitionStage",
    "RecognitionStep",
    "RecognitionTarget",
    "Referral",
    "RegularService",
    "Release",
    "ResidenceStatus",
    "ResidenceTitle",
    "Responsibility",
    "Responsible",
    "ReviewRules",
    "SchoolKind",
    "SchoolPlaceTarget",
    "SchoolSituation",
    "ScriptKnowledge",
    "SharedGoal",
    "StatusWithoutTitle",
    "Subject",
    "Target",
    "WithheldEntry",
    "WorkSituation",
    "access_export",
    "counselling_period",
    "course_hours",
    "data_catalogue",
    "decision_due",
    "due",
    "goal_template",
    "is_alive",
    "progress",
    "recipients_to_notify",
    "release",
    "review",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "integrationsplan.plan._access": (
                "AccessExport",
                "CatalogueRow",
                "HeldEntry",
                "access_export",
                "data_catalogue",
            ),
            "integrationsplan.plan._calendar": ("Due", "DueKind", "due"),
            "integrationsplan.plan._codes": (
                "REASON_REQUIRED",
                "TRANSITIONS",
                "Achievement",
                "GoalField",
                "Lifecycle",
                "Priority",
            ),
            "integrationsplan.plan._counselling": ("Agreement", "Consultation", "Development"),
            "integrationsplan.plan._counselling_codes": (
                "Actor",
                "AgreementForm",
                "Channel",
                "InterpreterKind",
                "MeasureStatus",
                "Party",
                "RegularService",
            ),
            "integrationsplan.plan._course_hours": ("COURSE_HOURS", "CourseHours", "course_hours"),
            "integrationsplan.plan._courses": ("CivicsTest", "Course"),
            "integrationsplan.plan._data_protection": ("Consent", "Disclosure"),
            "integrationsplan.plan._entries": ("PlanEntry",),
            "integrationsplan.plan._goals": (
                "Goal",
                "Measure",
                "Referral",
                "Responsible",
                "progress",
            ),
            "integrationsplan.plan._groups": ("PlanGroup",),
            "integrationsplan.plan._household": ("Household", "SharedGoal"),
            "integrationsplan.plan._language_codes": (
                "CEFR",
                "CertificateFamily",
                "CourseEntitlement",
                "CourseKind",
                "CourseResult",
                "CourseStatus",
                "LanguageSkill",
            ),
            "integrationsplan.plan._legal": ("LegalCitation",),
            "integrationsplan.plan._person": (
                "Body",
                "PersonalDetails",
                "ResidenceStatus",
                "Responsibility",
                "Subject",
            ),
            "integrationsplan.plan._plan": ("IntegrationPlan",),
            "integrationsplan.plan._purposes": ("PURPOSES",),
            "integrationsplan.plan._qualification_codes": (
                "RECOGNITION_STEPS",
                "AnabinStatus",
                "CompensationKind",
                "DegreeClass",
                "Evidence",
                "Orientation",
                "QualificationCategory",
                "RecognitionKind",
                "RecognitionOutcome",
                "RecognitionStage",
            ),
            "integrationsplan.plan._qualifications": (
                "Competence",
                "LanguageCertificate",
                "LanguageProficiency",
                "Qualification",
                "ScriptKnowledge",
            ),
            "integrationsplan.plan._recognition": (
                "RECOGNITION_DEADLINE",
                "CompensationMeasure",
                "RecognitionProcedure",
                "RecognitionStep",
                "decision_due",
            ),
            "integrationsplan.plan._residence_codes": (
                "Gender",
                "ProtectionKind",
                "ResidenceTitle",
                "StatusWithoutTitle",
            ),
            "integrationsplan.plan._review": ("is_alive", "review"),
            "integrationsplan.plan._review_rules": (
                "COUNSELLING_MONTHS",
                "COUNSELLING_MONTHS_JUSTIFIED",
                "ReviewRules",
                "counselling_period",
            ),
            "integrationsplan.plan._situation_codes": (
                "Concerned",
                "EmploymentKind",
                "HealthNeed",
                "HousingKind",
                "SchoolKind",
            ),
            "integrationsplan.plan._situations": (
                "FamilySituation",
                "HealthNote",
                "HousingSituation",
                "SchoolSituation",
                "WorkSituation",
            ),
            "integrationsplan.plan._targets": (
                "EmploymentTarget",
                "HousingTarget",
                "IndicatorTarget",
                "LanguageTarget",
                "Progress",
                "RecognitionTarget",
                "SchoolPlaceTarget",
                "Target",
            ),
            "integrationsplan.plan._templates": ("GOAL_TEMPLATES", "GoalTemplate", "goal_template"),
            "integrationsplan.plan._views": (
                "LegalBasis",
                "PlanView",
                "Release",
                "WithheldEntry",
                "recipients_to_notify",
                "release",
            ),
        },
    )
