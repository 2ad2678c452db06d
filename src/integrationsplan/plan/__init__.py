"""The individual integration plan: a vocabulary on the machinery of `integrationsplan.history`.

A plan is opened with a person, revised as things change, agreed in writing, reviewed, and closed
with the hand-over to the regular services. Nothing is overwritten.
"""

from integrationsplan.plan._codes import (
    CEFR,
    REASON_REQUIRED,
    TRANSITIONS,
    Achievement,
    Evidence,
    GoalField,
    Lifecycle,
    MeasureStatus,
    Party,
    Priority,
    QualificationCategory,
)
from integrationsplan.plan._entries import (
    Agreement,
    Competence,
    Goal,
    LanguageCertificate,
    LanguageProficiency,
    Measure,
    PlanEntry,
    Qualification,
    Target,
)
from integrationsplan.plan._plan import Body, IntegrationPlan
from integrationsplan.plan._review import ReviewRules, review

__all__ = [
    "CEFR",
    "REASON_REQUIRED",
    "TRANSITIONS",
    "Achievement",
    "Agreement",
    "Body",
    "Competence",
    "Evidence",
    "Goal",
    "GoalField",
    "IntegrationPlan",
    "LanguageCertificate",
    "LanguageProficiency",
    "Lifecycle",
    "Measure",
    "MeasureStatus",
    "Party",
    "PlanEntry",
    "Priority",
    "Qualification",
    "QualificationCategory",
    "ReviewRules",
    "Target",
    "review",
]
