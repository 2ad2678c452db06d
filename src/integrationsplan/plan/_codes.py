"""Code lists of goals: fields, life cycle, achievement, priority.

Sources: HL7 FHIR R5 (life cycle and achievement; the transition table is ours, FHIR has none); the
founding texts of integration management in Baden-Württemberg (fields).
"""

from collections.abc import Mapping
from types import MappingProxyType

from integrationsplan.plan._counselling_codes import MeasureStatus, Party
from integrationsplan.values import Labelled

__all__ = [
    "REASON_REQUIRED",
    "TRANSITIONS",
    "Achievement",
    "GoalField",
    "Lifecycle",
    "MeasureStatus",
    "Party",
    "Priority",
]


class GoalField(Labelled):
    """The field that a goal belongs to."""

    LANGUAGE = "language", "language", "Sprache"
    WORK = "work", "work", "Arbeit"
    RECOGNITION = "recognition", "recognition of qualifications", "Anerkennung von Abschlüssen"
    HOUSING = "housing", "housing", "Wohnen"
    EDUCATION = "education", "school and education", "Schule und Bildung"
    HEALTH = "health", "health", "Gesundheit"
    VOLUNTEERING = "volunteering", "volunteering", "Ehrenamt"
    FAMILY = "family", "family", "Familie"
    AUTHORITIES = "authorities", "dealing with authorities", "Umgang mit Behörden"
    OTHER = "other", "other", "Sonstiges"


class Lifecycle(Labelled):
    """Where a goal stands in its life. Not the same as whether it is achieved."""

    PROPOSED = "proposed", "proposed", "vorgeschlagen"
    PLANNED = "planned", "planned", "geplant"
    ACCEPTED = "accepted", "accepted", "angenommen"
    ACTIVE = "active", "active", "in Arbeit"
    ON_HOLD = "on-hold", "on hold", "ruht"
    COMPLETED = "completed", "completed", "abgeschlossen"
    CANCELLED = "cancelled", "cancelled", "abgebrochen"
    REJECTED = "rejected", "rejected", "abgelehnt"
    ENTERED_IN_ERROR = "entered-in-error", "entered in error", "irrtümlich erfasst"


TRANSITIONS: Mapping[Lifecycle, frozenset[Lifecycle]] = MappingProxyType(
    {
        Lifecycle.PROPOSED: frozenset(
            {Lifecycle.PLANNED, Lifecycle.ACCEPTED, Lifecycle.REJECTED, Lifecycle.ENTERED_IN_ERROR}
        ),
        Lifecycle.PLANNED: frozenset(
            {Lifecycle.ACCEPTED, Lifecycle.ACTIVE, Lifecycle.CANCELLED, Lifecycle.ENTERED_IN_ERROR}
        ),
        Lifecycle.ACCEPTED: frozenset(
            {Lifecycle.ACTIVE, Lifecycle.CANCELLED, Lifecycle.ENTERED_IN_ERROR}
        ),
        Lifecycle.ACTIVE: frozenset(
            {
                Lifecycle.ON_HOLD,
                Lifecycle.COMPLETED,
                Lifecycle.CANCELLED,
                Lifecycle.ENTERED_IN_ERROR,
            }
        ),
        Lifecycle.ON_HOLD: frozenset(
            {Lifecycle.ACTIVE, Lifecycle.CANCELLED, Lifecycle.ENTERED_IN_ERROR}
        ),
        Lifecycle.COMPLETED: frozenset({Lifecycle.ACTIVE, Lifecycle.ENTERED_IN_ERROR}),
        Lifecycle.REJECTED: frozenset({Lifecycle.PROPOSED}),
        Lifecycle.CANCELLED: frozenset({Lifecycle.PROPOSED}),
        Lifecycle.ENTERED_IN_ERROR: frozenset(),
    }
)
"""Which life cycle may follow which. A goal may always keep the one that it has."""

REASON_REQUIRED = frozenset(
    {
        (Lifecycle.COMPLETED, Lifecycle.ACTIVE),
        (Lifecycle.REJECTED, Lifecycle.PROPOSED),
        (Lifecycle.CANCELLED, Lifecycle.PROPOSED),
    }
)
"""Transitions whose revision must say why."""


class Achievement(Labelled):
    """How far a goal is reached."""

    IN_PROGRESS = "in-progress", "in progress", "in Arbeit"
    IMPROVING = "improving", "improving", "wird besser"
    WORSENING = "worsening", "worsening", "wird schlechter"
    NO_CHANGE = "no-change", "no change", "unverändert"
    ACHIEVED = "achieved", "achieved", "erreicht"
    SUSTAINING = "sustaining", "achieved and sustained", "erreicht und gehalten"
    NOT_ACHIEVED = "not-achieved", "not achieved", "nicht erreicht"
    NO_PROGRESS = "no-progress", "no progress", "kein Fortschritt"
    NOT_ATTAINABLE = "not-attainable", "not attainable", "nicht erreichbar"


class Priority(Labelled):
    """How urgent a goal is."""

    HIGH = "high", "high", "hoch"
    MEDIUM = "medium", "medium", "mittel"
    LOW = "low", "low", "niedrig"
