"""The data groups of plans: what belongs together when it is asked who may see it, and how long."""

from integrationsplan.history import DataGroup

__all__ = ["PlanGroup"]


class PlanGroup(DataGroup):
    """Which data of a plan belong together when it is shown, withheld, kept or erased."""

    IDENTITY = "identity", "identity", "Identität"
    RESIDENCE = "residence", "residence status", "Aufenthaltsstatus"
    RESPONSIBILITY = "responsibility", "responsible body", "Zuständigkeit"
    QUALIFICATION = "qualification", "qualifications and competences", "Abschlüsse und Kompetenzen"
    RECOGNITION = "recognition", "recognition of qualifications", "Anerkennung von Abschlüssen"
    LANGUAGE = "language", "language", "Sprache"
    COURSE = "course", "courses", "Kurse"
    EDUCATION = "education", "school and education", "Schule und Bildung"
    WORK = "work", "work", "Arbeit"
    HOUSING = "housing", "housing", "Wohnen"
    HEALTH = "health", "health", "Gesundheit"
    FAMILY = "family", "family", "Familie"
    PARTICIPATION = "participation", "participation", "Teilhabe"
    COUNSELLING = "counselling", "counselling", "Beratung"
    AGREEMENT = "agreement", "agreements", "Vereinbarungen"
    DATA_PROTECTION = "data-protection", "data protection", "Datenschutz"

    @property
    def is_special(self) -> bool:
        """Whether it holds special categories of personal data (Article 9 GDPR): health does."""
        return self is PlanGroup.HEALTH
