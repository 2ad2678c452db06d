"""Code lists of counselling: who takes part, how, and whereto people are referred."""

from integrationsplan.values import Labelled

__all__ = [
    "Actor",
    "AgreementForm",
    "Channel",
    "InterpreterKind",
    "MeasureStatus",
    "Party",
    "RegularService",
]


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


class Actor(Labelled):
    """Who does a measure."""

    PERSON = "person", "the person", "die Person selbst"
    COUNSELLOR = "counsellor", "the counsellor", "die Beratung"
    GUARDIAN = "guardian", "the guardian", "die gesetzliche Vertretung"
    FAMILY = "family", "the family", "die Familie"
    AUTHORITY = "authority", "an authority", "eine Behörde"
    CARRIER = "carrier", "a carrier", "ein Träger"
    VOLUNTEER = "volunteer", "a volunteer", "eine ehrenamtliche Person"
    EMPLOYER = "employer", "an employer", "ein Arbeitgeber"
    SCHOOL = "school", "a school", "eine Schule"
    COURSE_PROVIDER = "course-provider", "a course provider", "ein Kursträger"
    HEALTH_SERVICE = "health-service", "a health service", "ein Gesundheitsdienst"
    OTHER = "other", "somebody else", "jemand anderes"


class RegularService(Labelled):
    """A regular service that a person is referred to."""

    JOB_CENTRE = "job-centre", "job centre", "Jobcenter"
    EMPLOYMENT_AGENCY = "employment-agency", "employment agency", "Agentur für Arbeit"
    SOCIAL_OFFICE = "social-office", "social welfare office", "Sozialamt"
    YOUTH_OFFICE = "youth-office", "youth welfare office", "Jugendamt"
    IMMIGRATION_OFFICE = "immigration-office", "immigration office", "Ausländerbehörde"
    HOUSING_OFFICE = "housing-office", "housing office", "Wohnungsamt"
    HEALTH_SERVICE = "health-service", "health service", "Gesundheitsdienst"
    MIGRATION_COUNSELLING = (
        "migration-counselling",
        "migration counselling for adults",
        "Migrationsberatung für erwachsene Zuwanderer",
    )
    YOUTH_MIGRATION_SERVICE = (
        "youth-migration-service",
        "youth migration service",
        "Jugendmigrationsdienst",
    )
    RECOGNITION_ADVICE = "recognition-advice", "recognition advice", "Anerkennungsberatung"
    SCHOOL = "school", "school", "Schule"
    DEBT_ADVICE = "debt-advice", "debt advice", "Schuldnerberatung"
    OTHER = "other", "other", "anderer Dienst"


class Channel(Labelled):
    """How a consultation took place."""

    IN_PERSON = "in-person", "in person", "persönlich"
    PHONE = "phone", "by phone", "telefonisch"
    VIDEO = "video", "by video", "per Video"
    WRITTEN = "written", "in writing", "schriftlich"
    HOME_VISIT = "home-visit", "home visit", "Hausbesuch"
    ACCOMPANIED = "accompanied", "accompanied to an authority", "Begleitung zu Behörden"


class InterpreterKind(Labelled):
    """Who interpreted."""

    PROFESSIONAL = "professional", "professional interpreter", "Dolmetscherin oder Dolmetscher"
    REMOTE = "remote", "interpreter by phone or video", "Telefon- oder Videodolmetschen"
    LANGUAGE_MEDIATOR = "language-mediator", "language mediator", "Sprachmittlung"
    STAFF = "staff", "member of staff", "Mitarbeitende der Stelle"
    VOLUNTEER = "volunteer", "volunteer", "Ehrenamtliche"
    RELATIVE = "relative", "relative or friend", "Angehörige oder Bekannte"


class AgreementForm(Labelled):
    """In which form a plan was agreed."""

    PAPER = "paper", "signed on paper", "auf Papier unterschrieben"
    ELECTRONIC = (
        "electronic",
        "qualified electronic signature",
        "qualifiziert elektronisch signiert",
    )
    ORAL = "oral", "orally, put on record", "mündlich, aktenkundig gemacht"
