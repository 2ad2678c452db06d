"""Code lists of languages and courses.

Sources: the Common European Framework of Reference for Languages (levels); the Residence Act and
the ordinances on integration courses and vocational language courses (entitlement and kinds).
"""

from functools import total_ordering

from integrationsplan.values import Labelled

__all__ = [
    "CEFR",
    "CertificateFamily",
    "CourseEntitlement",
    "CourseKind",
    "CourseResult",
    "CourseStatus",
    "LanguageSkill",
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


class LanguageSkill(Labelled):
    """A skill that has a level of its own, or a module of a certificate."""

    LISTENING = "listening", "listening", "Hören"
    READING = "reading", "reading", "Lesen"
    SPOKEN_INTERACTION = (
        "spoken-interaction",
        "spoken interaction",
        "an Gesprächen teilnehmen",
    )
    SPOKEN_PRODUCTION = "spoken-production", "spoken production", "zusammenhängend sprechen"
    WRITING = "writing", "writing", "Schreiben"


class CertificateFamily(Labelled):
    """Who stands behind a language certificate."""

    GOETHE = "goethe", "Goethe-Institut", "Goethe-Institut"
    TELC = "telc", "telc", "telc"
    OESD = "oesd", "ÖSD", "ÖSD"
    TESTDAF = "testdaf", "TestDaF", "TestDaF"
    DSH = "dsh", "DSH (university entrance)", "DSH (Hochschulzugang)"
    DSD = "dsd", "DSD (schools abroad)", "DSD (Kultusministerkonferenz)"
    DTZ = "dtz", "DTZ (test for immigrants)", "DTZ (Deutsch-Test für Zuwanderer)"
    DTB = "dtb", "DTB (test for work)", "DTB (Deutsch-Test für den Beruf)"
    ECL = "ecl", "ECL", "ECL"
    OTHER = "other", "other", "andere"


class CourseKind(Labelled):
    """Which course it is."""

    FIRST_ORIENTATION = "eok", "first-orientation course", "Erstorientierungskurs"
    IK_ALLGEMEIN = "ik-allgemein", "general integration course", "allgemeiner Integrationskurs"
    IK_INTENSIV = "ik-intensiv", "intensive integration course", "Intensivkurs"
    IK_ALPHA = "ik-alpha", "integration course with literacy", "Alphabetisierungskurs"
    IK_ZWEITSCHRIFT = (
        "ik-zweitschrift",
        "integration course for learners of a second script",
        "Zweitschriftlernerkurs",
    )
    IK_FOERDER = "ik-foerder", "integration course with special support", "Förderkurs"
    IK_JUGEND = "ik-jugend", "youth integration course", "Jugendintegrationskurs"
    IK_ELTERN = "ik-eltern", "integration course for parents", "Elternintegrationskurs"
    IK_FRAUEN = "ik-frauen", "integration course for women", "Frauenintegrationskurs"
    BSK_B2 = "bsk-b2", "vocational language course B2", "Berufssprachkurs B2"
    BSK_B2_BRIDGE = (
        "bsk-b2-bridge",
        "vocational language course B2 with bridge element",
        "Berufssprachkurs B2 mit Brückenelement",
    )
    BSK_C1 = "bsk-c1", "vocational language course C1", "Berufssprachkurs C1"
    BSK_C2 = "bsk-c2", "vocational language course C2", "Berufssprachkurs C2"
    SBSK_ANERKENNUNG = (
        "sbsk-anerkennung",
        "special vocational language course for recognition",
        "Spezialberufssprachkurs Anerkennung",
    )
    SBSK_FACH = (
        "sbsk-fach",
        "special vocational language course for a trade",
        "Spezialberufssprachkurs Fachunterricht",
    )
    SBSK_B1 = "sbsk-b1", "special vocational language course B1", "Spezialberufssprachkurs B1"
    SBSK_A2 = "sbsk-a2", "special vocational language course A2", "Spezialberufssprachkurs A2"
    OTHER = "other", "other course", "anderer Kurs"


class CourseEntitlement(Labelled):
    """Why a person may, or has to, take part in an integration course."""

    RIGHT = "right", "right (§ 44 AufenthG)", "Anspruch (§ 44 AufenthG)"
    DUTY = "duty", "duty (§ 44a AufenthG)", "Verpflichtung (§ 44a AufenthG)"
    ADMISSION = (
        "admission",
        "admission if there are places (§ 44 Abs. 4 AufenthG)",
        "Zulassung bei freien Plätzen (§ 44 Abs. 4 AufenthG)",
    )


class CourseStatus(Labelled):
    """Where a course stands for the person."""

    PLANNED = "planned", "planned", "geplant"
    REGISTERED = "registered", "registered", "angemeldet"
    RUNNING = "running", "running", "läuft"
    INTERRUPTED = "interrupted", "interrupted", "unterbrochen"
    COMPLETED = "completed", "completed", "abgeschlossen"
    STOPPED = "stopped", "stopped", "abgebrochen"


class CourseResult(Labelled):
    """What the final language test of a course gave."""

    B1 = "dtz-b1", "DTZ: B1", "DTZ: B1"
    A2 = "dtz-a2", "DTZ: A2", "DTZ: A2"
    BELOW_A2 = "dtz-below-a2", "DTZ: below A2", "DTZ: unter A2"
    PASSED = "passed", "other test passed", "andere Prüfung bestanden"
    NOT_PASSED = "not-passed", "other test not passed", "andere Prüfung nicht bestanden"
    NO_TEST = "no-test", "no test taken", "keine Prüfung abgelegt"

    @property
    def level(self) -> CEFR | None:
        """The level of German that the result proves; other tests and failures prove none."""
        return {CourseResult.A2: CEFR.A2, CourseResult.B1: CEFR.B1}.get(self)
