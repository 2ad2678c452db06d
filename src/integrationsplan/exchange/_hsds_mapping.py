"""What becomes of each field of offers and organisations in HSDS 3.2."""

from integrationsplan._language import Wording
from integrationsplan.exchange._mapping import MappingRow

__all__ = ["HSDS_MAPPING"]


def _row(source: str, target: str | None, en: str, de: str) -> MappingRow:
    return MappingRow(source=source, target=target, note=Wording(en, de))


_SAME = ("as it is", "unverändert")
_CODES = (
    "the code as a term of a taxonomy, the label in the language asked for",
    "der Code als Begriff einer Taxonomie, die Bezeichnung in der verlangten Sprache",
)

HSDS_MAPPING: tuple[MappingRow, ...] = (
    _row(
        "Organisation.id",
        "organization.id",
        "a UUID made from it; the id itself is lost",
        "eine daraus gebildete UUID; die Kennung selbst geht verloren",
    ),
    _row("Organisation.name", "organization.name", *_SAME),
    _row("Organisation.form", "attribute, taxonomy_term", *_CODES),
    _row("Organisation.legal_form", "organization.legal_status", *_SAME),
    _row(
        "Organisation.description",
        "organization.description",
        "the name if there is none: HSDS requires a description",
        "der Name, wenn sie fehlt: HSDS verlangt eine Beschreibung",
    ),
    _row(
        "Organisation.contact",
        "organization.website, organization.email, phone.number",
        "the telephone is a row of its own",
        "das Telefon ist eine eigene Zeile",
    ),
    _row(
        "Organisation.region",
        None,
        "HSDS knows regions of services and places alone",
        "HSDS kennt Regionen nur bei Diensten und Orten",
    ),
    _row(
        "Organisation.note",
        None,
        "HSDS knows no sources and no notes",
        "HSDS kennt weder Quellen noch Anmerkungen",
    ),
    _row(
        "Organisation.source",
        None,
        "HSDS knows no sources and no notes",
        "HSDS kennt weder Quellen noch Anmerkungen",
    ),
    _row("Contact.website", "organization.website, service.url", *_SAME),
    _row("Contact.phone", "phone.number", "of type voice", "vom Typ voice"),
    _row("Contact.email", "organization.email, service.email", *_SAME),
    _row(
        "Offer.id",
        "service.id",
        "a UUID made from it; the id itself is lost",
        "eine daraus gebildete UUID; die Kennung selbst geht verloren",
    ),
    _row("Offer.field", "attribute, taxonomy_term", *_CODES),
    _row("Offer.title", "service.name", *_SAME),
    _row("Offer.description", "service.description", *_SAME),
    _row(
        "Offer.provider",
        "service.organization_id",
        "the organisation has to be given",
        "die Organisation muss gegeben sein",
    ),
    _row(
        "Offer.partners",
        None,
        "a service of HSDS has one organisation",
        "ein Dienst in HSDS hat eine Organisation",
    ),
    _row(
        "Offer.target_groups",
        "attribute, taxonomy_term; service.eligibility_description",
        "as codes, and as words before the eligibility",
        "als Codes, und als Wörter vor der Beschreibung, wer kommen kann",
    ),
    _row(
        "Offer.eligibility",
        "service.eligibility_description",
        "after the labels of the target groups",
        "nach den Bezeichnungen der Zielgruppen",
    ),
    _row("Offer.minimum_age", "service.minimum_age", *_SAME),
    _row("Offer.maximum_age", "service.maximum_age", *_SAME),
    _row("Offer.languages", "language.code", "a row for each", "eine Zeile je Sprache"),
    _row("Offer.interpreting", "service.interpretation_services", *_SAME),
    _row(
        "Offer.regions",
        "service_area.name",
        "the key after 'AGS', as text: no code has its place there",
        "der Schlüssel nach „AGS“, als Text: für Codes ist dort kein Platz",
    ),
    _row(
        "Offer.places",
        "location, service_at_location",
        "equal places are one location",
        "gleiche Orte sind ein Ort",
    ),
    _row("Offer.schedules", "schedule", "a row for each", "eine Zeile je Zeit"),
    _row(
        "Offer.period",
        "schedule.valid_from, schedule.valid_to",
        "in schedules without a period of their own; a schedule alone if there is none. Lost where "
        "every schedule has its own",
        "in Zeiten ohne eigenen Zeitraum; eine Zeit allein, wenn es keine gibt. Verloren, wo jede "
        "Zeit einen eigenen hat",
    ),
    _row("Offer.permanence", "attribute, taxonomy_term", *_CODES),
    _row(
        "Offer.capacity",
        "service_capacity.maximum",
        "only together with the number of free places, which HSDS requires; otherwise lost",
        "nur mit der Zahl freier Plätze, die HSDS verlangt; sonst verloren",
    ),
    _row(
        "Offer.costs",
        "cost_option; service.fees_description",
        "a row for each, and all of them in words",
        "eine Zeile je Betrag, und alle in Worten",
    ),
    _row(
        "Offer.access",
        "attribute, taxonomy_term; service.application_process",
        "as code, and as words before the note",
        "als Code, und als Wörter vor dem Hinweis",
    ),
    _row(
        "Offer.access_note",
        "service.application_process",
        "after the label of the access",
        "nach der Bezeichnung des Zugangs",
    ),
    _row("Offer.contact", "service.url, service.email, phone.number", *_SAME),
    _row(
        "Offer.status",
        "service.status",
        "planned: inactive; running: active; paused: temporarily closed; ended: defunct",
        "geplant: inactive; läuft: active; ruht: temporarily closed; beendet: defunct",
    ),
    _row(
        "Offer.note",
        None,
        "HSDS knows no sources and no notes",
        "HSDS kennt weder Quellen noch Anmerkungen",
    ),
    _row(
        "Offer.source",
        None,
        "HSDS knows no sources and no notes",
        "HSDS kennt weder Quellen noch Anmerkungen",
    ),
    _row("Place.name", "location.name", *_SAME),
    _row(
        "Place.kind",
        "location.location_type",
        "on the spot: physical; online: virtual",
        "vor Ort: physical; online: virtual",
    ),
    _row(
        "Place.street",
        "address.address_1, location.description",
        "an address only if street, postal code, city and region are known; otherwise a text",
        "eine Anschrift nur, wenn Straße, Postleitzahl, Ort und Region bekannt sind; sonst ein "
        "Text",
    ),
    _row(
        "Place.postal_code",
        "address.postal_code, location.description",
        "as the street",
        "wie die Straße",
    ),
    _row("Place.city", "address.city, location.description", "as the street", "wie die Straße"),
    _row(
        "Place.region",
        "location.external_identifier; address.state_province",
        "the key with the type AGS; of the address its Land by name",
        "der Schlüssel mit dem Typ AGS; bei der Anschrift das Land mit Namen",
    ),
    _row("Place.website", "location.url", *_SAME),
    _row("Schedule.weekdays", "schedule.byday", "with freq WEEKLY", "mit freq WEEKLY"),
    _row(
        "Schedule.begins_at",
        "schedule.opens_at",
        "without an offset from UTC, which changes twice a year; the notes say so",
        "ohne Abstand zu UTC, der zweimal im Jahr wechselt; die Hinweise sagen es",
    ),
    _row(
        "Schedule.ends_at",
        "schedule.closes_at",
        "without an offset from UTC, which changes twice a year; the notes say so",
        "ohne Abstand zu UTC, der zweimal im Jahr wechselt; die Hinweise sagen es",
    ),
    _row(
        "Schedule.every_weeks",
        "schedule.interval, schedule.dtstart",
        "weeks begin on Monday; dtstart is the first day on which it takes place",
        "Wochen beginnen am Montag; dtstart ist der erste Tag, an dem es stattfindet",
    ),
    _row(
        "Schedule.period",
        "schedule.valid_from, schedule.valid_to",
        "the period of the offer if it has none",
        "der Zeitraum des Angebots, wenn er fehlt",
    ),
    _row("Schedule.note", "schedule.notes", *_SAME),
    _row(
        "OfferCost.amount",
        "cost_option.amount, cost_option.currency",
        "a JSON number if it is exact as one; otherwise a problem",
        "eine JSON-Zahl, wenn sie als solche genau ist; sonst ein Problem",
    ),
    _row("OfferCost.unit", "cost_option.amount_description", *_SAME),
    _row("OfferCost.concerns", "cost_option.option", *_SAME),
    _row("OfferCost.period", "cost_option.valid_from, cost_option.valid_to", *_SAME),
)
"""Each field of offers, organisations and their parts once, with where it goes in HSDS 3.2."""
