"""Code lists of offers and of those who make them.

Fields of offers have the codes of the fields of goals, so that a goal finds its offers.
"""

from integrationsplan.values import Labelled

__all__ = [
    "OfferAccess",
    "OfferField",
    "OfferPermanence",
    "OfferStatus",
    "OrganisationForm",
    "PlaceKind",
    "TargetGroup",
    "Weekday",
]


class OfferField(Labelled):
    """The field that an offer belongs to. The codes of goals of plans, and two more."""

    LANGUAGE = "language", "language", "Sprache"
    WORK = "work", "work", "Arbeit"
    RECOGNITION = "recognition", "recognition of qualifications", "Anerkennung von Abschlüssen"
    HOUSING = "housing", "housing", "Wohnen"
    EDUCATION = "education", "school and education", "Schule und Bildung"
    HEALTH = "health", "health", "Gesundheit"
    VOLUNTEERING = "volunteering", "volunteering", "Ehrenamt"
    FAMILY = "family", "family", "Familie"
    AUTHORITIES = "authorities", "dealing with authorities", "Umgang mit Behörden"
    COUNSELLING = "counselling", "counselling", "Beratung"
    ENCOUNTER = "encounter", "encounter and leisure", "Begegnung und Freizeit"
    OTHER = "other", "other", "Sonstiges"


class TargetGroup(Labelled):
    """Whom an offer is for."""

    EVERYONE = "everyone", "everyone", "alle"
    NEWCOMERS = "newcomers", "newcomers", "Zugewanderte"
    REFUGEES = "refugees", "refugees", "Geflüchtete"
    UNACCOMPANIED_MINORS = (
        "unaccompanied-minors",
        "unaccompanied minors",
        "unbegleitete Minderjährige",
    )
    CHILDREN = "children", "children", "Kinder"
    YOUNG_PEOPLE = "young-people", "young people", "junge Menschen"
    WOMEN = "women", "women", "Frauen"
    MEN = "men", "men", "Männer"
    PARENTS = "parents", "parents", "Eltern"
    OLDER_PEOPLE = "older-people", "older people", "ältere Menschen"
    PEOPLE_WITH_DISABILITIES = (
        "people-with-disabilities",
        "people with disabilities",
        "Menschen mit Behinderungen",
    )
    JOB_SEEKERS = "job-seekers", "job seekers", "Arbeitsuchende"
    VOLUNTEERS = "volunteers", "volunteers", "Ehrenamtliche"
    PROFESSIONALS = "professionals", "professionals", "Fachkräfte"


class OfferAccess(Labelled):
    """How one gets in."""

    OPEN = "open", "open, without registration", "offen, ohne Anmeldung"
    REGISTRATION = "registration", "after registration", "nach Anmeldung"
    REFERRAL = "referral", "by referral", "auf Vermittlung"
    ENTITLEMENT = "entitlement", "with an entitlement", "mit Berechtigung"


class OfferPermanence(Labelled):
    """Whether an offer is there to stay."""

    REGULAR = "regular", "regular", "dauerhaft"
    TEMPORARY = "temporary", "temporary", "befristet"


class OfferStatus(Labelled):
    """Where an offer stands."""

    PLANNED = "planned", "planned", "geplant"
    RUNNING = "running", "running", "läuft"
    PAUSED = "paused", "paused", "ruht"
    ENDED = "ended", "ended", "beendet"


class OrganisationForm(Labelled):
    """What sort of organisation somebody is."""

    ADMINISTRATION = "administration", "administration", "Verwaltung"
    REGULAR_SERVICE = "regular-service", "regular service", "Regeldienst"
    WELFARE_ASSOCIATION = "welfare-association", "welfare association", "Wohlfahrtsverband"
    CARRIER = "carrier", "other carrier", "anderer Träger"
    CLUB = "club", "club", "Verein"
    VOLUNTEERS = "volunteers", "group of volunteers", "Ehrenamtsinitiative"
    MIGRANT_ORGANISATION = "migrant-organisation", "migrant organisation", "Migrantenorganisation"
    RELIGIOUS_COMMUNITY = "religious-community", "religious community", "Religionsgemeinschaft"
    CHAMBER = "chamber", "chamber", "Kammer"
    COMPANY = "company", "company", "Unternehmen"
    SCHOOL = "school", "school", "Schule"
    COURSE_PROVIDER = "course-provider", "course provider", "Kursträger"
    OTHER = "other", "other", "Sonstige"


class PlaceKind(Labelled):
    """How a place is reached."""

    PHYSICAL = "physical", "on the spot", "vor Ort"
    ONLINE = "online", "online", "online"


class Weekday(Labelled):
    """A day of the week, by its code in RFC 5545 in lower case."""

    MONDAY = "mo", "Monday", "Montag"
    TUESDAY = "tu", "Tuesday", "Dienstag"
    WEDNESDAY = "we", "Wednesday", "Mittwoch"
    THURSDAY = "th", "Thursday", "Donnerstag"
    FRIDAY = "fr", "Friday", "Freitag"
    SATURDAY = "sa", "Saturday", "Samstag"
    SUNDAY = "su", "Sunday", "Sonntag"
