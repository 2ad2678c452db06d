"""Code lists of qualifications, competences, and the recognition of qualifications."""

from collections.abc import Mapping
from types import MappingProxyType

from integrationsplan.values import Labelled

__all__ = [
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
]


class QualificationCategory(Labelled):
    """What kind of qualification it is."""

    SCHOOL = "school", "school certificate", "Schulabschluss"
    VOCATIONAL = "vocational", "vocational qualification", "Berufsabschluss"
    ACADEMIC = "academic", "academic degree", "Hochschulabschluss"


class Orientation(Labelled):
    """Orientation of a programme in the sense of ISCED 2011."""

    GENERAL = "general", "general", "allgemeinbildend"
    VOCATIONAL = "vocational", "vocational", "berufsbildend"


class Evidence(Labelled):
    """What a competence rests on."""

    SELF_ASSESSED = "self-assessed", "self-assessed", "selbst eingeschätzt"
    OBSERVED = "observed", "observed", "beobachtet"
    CERTIFIED = "certified", "certified", "bescheinigt"


class AnabinStatus(Labelled):
    """Status of a foreign institution in the database anabin; no verdict on a degree."""

    RECOGNISED = "H+", "H+ (recognised as institution)", "H+ (als Hochschule anerkannt)"
    NOT_RECOGNISED = "H-", "H- (not recognised)", "H- (nicht anerkannt)"
    PARTLY = "H+/-", "H+/- (depends on the case)", "H+/- (im Einzelfall zu prüfen)"


class DegreeClass(Labelled):
    """How a foreign degree compares with a German one.

    The classes are inferred from practice; no published list was at hand to check them against.
    """

    CORRESPONDS = "corresponds", "corresponds", "entspricht"
    EQUIVALENT = "equivalent", "equivalent", "gleichwertig"
    COMPARABLE = "conditionally-comparable", "conditionally comparable", "bedingt vergleichbar"


class RecognitionKind(Labelled):
    """Which procedure it is."""

    OCCUPATIONAL = (
        "occupational",
        "recognition of an occupational qualification",
        "berufliche Anerkennung",
    )
    ZAB_STATEMENT = (
        "zab-statement",
        "statement of comparability (ZAB)",
        "Zeugnisbewertung (ZAB)",
    )
    ACADEMIC = "academic", "academic recognition", "akademische Anerkennung"


class RecognitionStage(Labelled):
    """A step of a recognition procedure."""

    ADVICE = "advice", "advice", "Beratung"
    FILED = "filed", "application filed", "Antrag gestellt"
    DOCUMENTS_COMPLETE = "documents-complete", "documents complete", "Unterlagen vollständig"
    ASSESSMENT = "assessment", "assessment", "Prüfung"
    DECISION = "decision", "decision", "Bescheid"
    APPEAL = "appeal", "appeal", "Rechtsbehelf"
    FINAL = "final", "final", "abgeschlossen"
    WITHDRAWN = "withdrawn", "withdrawn", "zurückgenommen"


RECOGNITION_STEPS: Mapping[RecognitionStage, frozenset[RecognitionStage]] = MappingProxyType(
    {
        RecognitionStage.ADVICE: frozenset({RecognitionStage.FILED, RecognitionStage.WITHDRAWN}),
        RecognitionStage.FILED: frozenset(
            {RecognitionStage.DOCUMENTS_COMPLETE, RecognitionStage.WITHDRAWN}
        ),
        RecognitionStage.DOCUMENTS_COMPLETE: frozenset(
            {RecognitionStage.ASSESSMENT, RecognitionStage.WITHDRAWN}
        ),
        RecognitionStage.ASSESSMENT: frozenset(
            {RecognitionStage.DECISION, RecognitionStage.WITHDRAWN}
        ),
        RecognitionStage.DECISION: frozenset({RecognitionStage.APPEAL, RecognitionStage.FINAL}),
        RecognitionStage.APPEAL: frozenset({RecognitionStage.FINAL}),
        RecognitionStage.FINAL: frozenset(),
        RecognitionStage.WITHDRAWN: frozenset(),
    }
)
"""Which step of a recognition procedure may follow which. The record may begin with any step.

Until there is a decision the person may give the procedure up; after that there is none to give up.
"""


class RecognitionOutcome(Labelled):
    """What a recognition procedure ended with, in the terms of the official statistics.

    Restricted access is inferred from practice; the other four are those of the statistics.
    """

    FULL = "full", "full equivalence", "volle Gleichwertigkeit"
    PARTIAL = "partial", "partial equivalence", "teilweise Gleichwertigkeit"
    COMPENSATION_REQUIRED = (
        "compensation-required",
        "compensation measure required",
        "Auflage einer Ausgleichsmaßnahme",
    )
    RESTRICTED_ACCESS = (
        "restricted-access",
        "restricted access to the occupation",
        "beschränkter Berufszugang",
    )
    NONE = "none", "no equivalence", "keine Gleichwertigkeit"


class CompensationKind(Labelled):
    """How differences are made up for. The kinds are inferred from practice."""

    ADAPTATION_QUALIFICATION = (
        "adaptation-qualification",
        "adaptation qualification",
        "Anpassungsqualifizierung",
    )
    ADAPTATION_COURSE = "adaptation-course", "adaptation course", "Anpassungslehrgang"
    APTITUDE_TEST = "aptitude-test", "aptitude test", "Eignungsprüfung"
    KNOWLEDGE_TEST = "knowledge-test", "knowledge test", "Kenntnisprüfung"
