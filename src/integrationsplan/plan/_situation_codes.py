"""Code lists of a person's circumstances: school, housing, work, health."""

from integrationsplan.values import Labelled

__all__ = ["Concerned", "EmploymentKind", "HealthNeed", "HousingKind", "SchoolKind"]


class Concerned(Labelled):
    """Whom a school place is for."""

    PERSON = "person", "the person", "die Person selbst"
    CHILD = "child", "a child", "ein Kind"


class SchoolKind(Labelled):
    """Which school or other place of learning; coarse, because types differ by Land."""

    DAY_CARE = "day-care", "day care", "Kindertagesbetreuung"
    PRIMARY = "primary", "primary school", "Grundschule"
    PREPARATORY = "preparatory-class", "preparatory class", "Vorbereitungsklasse"
    LOWER_SECONDARY = "lower-secondary", "lower secondary school", "Schule der Sekundarstufe I"
    UPPER_SECONDARY = "upper-secondary", "upper secondary school", "Schule der Sekundarstufe II"
    SPECIAL_NEEDS = "special-needs", "special needs school", "Förderschule"
    VOCATIONAL_PREPARATION = (
        "vocational-preparation",
        "vocational preparation",
        "Berufsvorbereitung an der Schule",
    )
    VOCATIONAL = "vocational", "vocational school", "Berufsschule"
    SECOND_CHANCE = "second-chance", "second-chance education", "zweiter Bildungsweg"
    UNIVERSITY = "university", "university", "Hochschule"
    OTHER = "other", "other", "andere"


class HousingKind(Labelled):
    """How the person lives."""

    PRELIMINARY = "preliminary", "preliminary reception", "vorläufige Unterbringung"
    FOLLOW_UP = "follow-up", "municipal follow-up housing", "Anschlussunterbringung"
    OWN_FLAT = "own-flat", "own flat", "eigene Wohnung"
    SHARED_FLAT = "shared-flat", "shared flat", "Wohngemeinschaft"
    HOMELESS = "homeless", "homeless", "wohnungslos"
    OTHER = "other", "other", "andere"


class EmploymentKind(Labelled):
    """How the person stands to work."""

    UNEMPLOYED = "unemployed", "unemployed", "arbeitslos"
    JOB_SEEKING = "job-seeking", "job-seeking", "arbeitsuchend"
    INTERNSHIP = "internship", "internship", "Praktikum"
    APPRENTICESHIP = "apprenticeship", "apprenticeship", "Berufsausbildung"
    MARGINAL = "marginal", "marginal employment", "geringfügige Beschäftigung"
    PART_TIME = "part-time", "part-time", "Teilzeit"
    FULL_TIME = "full-time", "full-time", "Vollzeit"
    SELF_EMPLOYED = "self-employed", "self-employed", "selbständig"
    INACTIVE = "inactive", "inactive", "nicht erwerbstätig"


class HealthNeed(Labelled):
    """What a person needs because of their health; no diagnosis."""

    TREATMENT = "treatment", "medical treatment", "ärztliche Behandlung"
    THERAPY = "therapy", "psychotherapy or trauma therapy", "Psycho- oder Traumatherapie"
    CARE = "care", "care", "Pflege"
    AIDS = "aids", "assistive devices", "Hilfsmittel"
    ACCESSIBILITY = "accessibility", "accessible rooms and ways", "Barrierefreiheit"
    OTHER = "other", "other", "anderes"
