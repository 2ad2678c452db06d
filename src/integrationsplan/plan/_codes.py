"""The closed code lists of plans, complete, with labels in both languages.

Sources: the Common European Framework of Reference for Languages (levels); HL7 FHIR R5 (life cycle
and achievement of goals; the transition table is ours, FHIR has none); the founding texts of
integration management in Baden-Württemberg (fields of goals).
"""

from collections.abc import Mapping
from functools import total_ordering
from types import MappingProxyType

from integrationsplan.values import Labelled

__all__ = [
    "CEFR",
    "REASON_REQUIRED",
    "TRANSITIONS",
    "Achievement",
    "Evidence",
    "GoalField",
    "Lifecycle",
    "MeasureStatus",
    "Party",
    "Priority",
    "QualificationCategory",
]


@total_ordering
class CEFR(Labelled):
    """Level of a language, in order: ``CEFR.A2 < CEFR.B1``."""

    A1 = "A1", "A1 (basic)", "A1 (elementar)"
    A2 = "A2", "A2 (basic)", "A2 (elementar)"
    B1 = "B1", "B1 (independent)", "B1 (selbständig)"
    B2 = "B2", "B2 (independent)", "B2 (selbständig)"
    C1 = "C1", "C1 (proficient)", "C1 (kompetent)"
    C2 = "C2", "C2 (proficient)", "C2 (kompetent)"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, CEFR):
            return NotImplemented
        return str(self.value) < str(other.value)


class QualificationCategory(Labelled):
    """What kind of qualification it is."""

    SCHOOL = "school", "school certificate", "Schulabschluss"
    VOCATIONAL = "vocational", "vocational qualification", "Berufsabschluss"
    ACADEMIC = "academic", "academic degree", "Hochschulabschluss"


class Evidence(Labelled):
    """What a competence rests on."""

    SELF_ASSESSED = "self-assessed", "self-assessed", "selbst eingeschätzt"
    OBSERVED = "observed", "observed", "beobachtet"
    CERTIFIED = "certified", "certified", "bescheinigt"


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


class MeasureStatus(Labelled):
    """Where a measure stands."""

    PLANNED = "planned", "planned", "geplant"
    RUNNING = "running", "running", "läuft"
    COMPLETED = "completed", "completed", "abgeschlossen"
    STOPPED = "stopped", "stopped", "abgebrochen"


class Party(Labelled):
    """Who takes part in a plan."""

    PERSON = "person", "the person", "die Person selbst"
    COUNSELLOR = "counsellor", "the counsellor", "die Beratung"
    GUARDIAN = "guardian", "the guardian", "die gesetzliche Vertretung"
