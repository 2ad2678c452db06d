"""The rows of HSDS 3.2, made from offers and organisations that are known to be right."""

import datetime as dt
import json
import uuid
from collections.abc import Collection
from typing import Any

from integrationsplan._language import Language, Wording
from integrationsplan.concept import (
    Contact,
    Offer,
    OfferCost,
    Organisation,
    Place,
    PlaceKind,
    Schedule,
    Weekday,
)
from integrationsplan.exchange._hsds_codes import (
    ATTRIBUTES,
    HSDS_STATUS,
    HSDS_TABLES,
    LAENDER,
    Taxonomy,
)
from integrationsplan.exchange._plain import exact_number, filled
from integrationsplan.values import Labelled, Period

__all__ = ["Tables"]

NAMESPACE = uuid.UUID("5a0d8f0c-9f0b-4b53-9a31-0a5f6e1d7c42")
"""The namespace of the ids of rows. Never to change: who reads the rows knows them by these ids."""

Row = dict[str, Any]
_FREE = Wording("free of charge", "kostenlos")
_PER = Wording(" for {unit}", " je {unit}")
_WEEK = tuple(Weekday)
_LOCAL = Wording(
    "Times are those of the clocks on the spot.", "Uhrzeiten sind die der Uhren vor Ort."
)


def _id_of(table: str, *names: object) -> str:
    """Return the id of a row: the same for the same thing each time."""
    return str(uuid.uuid5(NAMESPACE, json.dumps([table, *names], ensure_ascii=True)))


class Tables:
    """The tables while they are filled."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.rows: dict[str, list[Row]] = {name: [] for name in HSDS_TABLES}
        self._known: set[str] = set()

    def _add(self, table: str, *names: object, **cells: Any) -> str:
        """Add a row unless it is there, and return its id."""
        row_id = _id_of(table, *names)
        if row_id not in self._known:
            self._known.add(row_id)
            self.rows[table].append(filled({"id": row_id, **cells}))
        return row_id

    def add_organisation(self, item: Organisation) -> None:
        """Add an organisation with its telephone and its form."""
        contact = item.contact or Contact()
        row_id = self._add(
            "organization",
            item.id,
            name=item.name,
            description=item.description or item.name,
            email=contact.email,
            website=contact.website,
            legal_status=item.legal_form,
        )
        self._add_phone(contact, organization_id=row_id)
        self._classify(item, "organization", row_id)

    def add_offer(self, offer: Offer) -> None:
        """Add a service with all that belongs to it."""
        contact = offer.contact or Contact()
        service = self._add(
            "service",
            offer.id,
            organization_id=_id_of("organization", offer.provider),
            name=offer.title,
            description=offer.description,
            url=contact.website,
            email=contact.email,
            status=HSDS_STATUS[offer.status],
            interpretation_services=offer.interpreting,
            application_process=self._access(offer),
            fees_description="; ".join(map(self._cost_in_words, offer.costs)) or None,
            eligibility_description=self._eligibility(offer),
            minimum_age=offer.minimum_age,
            maximum_age=offer.maximum_age,
        )
        self._add_phone(contact, service_id=service)
        self._classify(offer, "service", service)
        for code in dict.fromkeys(offer.languages):
            self._add("language", offer.id, code, service_id=service, code=code)
        for region in dict.fromkeys(offer.regions):
            name = f"AGS {region.key}"
            self._add("service_area", offer.id, region.key, service_id=service, name=name)
        for place in offer.places:
            location = self._add_place(place)
            cells = {"service_id": service, "location_id": location}
            self._add("service_at_location", offer.id, location, **cells)
        # The period of an offer without times is a schedule, too: nothing else in HSDS has a day.
        schedules = offer.schedules or ((Schedule(),) if offer.period else ())
        for number, schedule in enumerate(schedules):
            cells = self._schedule(schedule, offer.period)
            self._add("schedule", offer.id, number, service_id=service, **cells)
        for number, cost in enumerate(offer.costs):
            self._add("cost_option", offer.id, number, service_id=service, **_cost(cost))

    def add_capacity(self, offer: Offer, free: int, moment: dt.datetime) -> None:
        """Add how many places there are, and are free."""
        name = Wording("place", "Platz").in_language(self.language)
        self._add(
            "service_capacity",
            offer.id,
            service_id=_id_of("service", offer.id),
            unit_id=self._add("unit", "place", name=name),
            available=free,
            maximum=offer.capacity,
            updated=moment.isoformat(timespec="milliseconds"),
        )

    def _add_phone(self, contact: Contact, **owner: str) -> None:
        if contact.phone is not None:
            self._add("phone", *owner.values(), **owner, number=contact.phone, type="voice")

    def _add_place(self, place: Place) -> str:
        whole = place.street and place.postal_code and place.city and place.region
        lines = [place.street, " ".join(filter(None, (place.postal_code, place.city)))]
        content = [place.name, place.kind.value, *lines, place.city, place.website]
        region = place.region.key if place.region else None
        row_id = self._add(
            "location",
            *content,
            region,
            location_type="physical" if place.kind is PlaceKind.PHYSICAL else "virtual",
            url=place.website,
            name=place.name,
            # HSDS takes an address whole or not at all.
            description=None if whole else ", ".join(filter(None, lines)) or None,
            external_identifier=region,
            external_identifier_type="AGS" if region else None,
        )
        if whole and place.region:
            self._add(
                "address",
                row_id,
                location_id=row_id,
                address_1=place.street,
                city=place.city,
                state_province=LAENDER[place.region.state.key],
                postal_code=place.postal_code,
                country="DE",
                address_type="physical",
            )
        return row_id

    def _classify(self, item: Offer | Organisation, entity: str, row_id: str) -> None:
        """Link a service or an organisation with the codes that it has."""
        for name, taxonomy in ATTRIBUTES[type(item)].items():
            value = getattr(item, name)
            codes = value if isinstance(value, tuple) else (value,)
            for code in dict.fromkeys(code for code in codes if code is not None):
                self._add(
                    "attribute",
                    row_id,
                    taxonomy.code,
                    code.value,
                    link_id=row_id,
                    taxonomy_term_id=self._add_term(taxonomy, code),
                    link_type=taxonomy.code,
                    link_entity=entity,
                )

    def _add_term(self, taxonomy: Taxonomy, code: Labelled) -> str:
        title = taxonomy.title.in_language(self.language)
        name = code.in_language(self.language)
        taxonomy_id = self._add("taxonomy", taxonomy.code, name=taxonomy.code, description=title)
        return self._add(
            "taxonomy_term",
            taxonomy.code,
            code.value,
            code=code.value,
            name=name,
            description=f"{title}: {name}",
            taxonomy_id=taxonomy_id,
            taxonomy=taxonomy.code,
            language=self.language,
        )

    def _schedule(self, schedule: Schedule, whole: Period | None) -> Row:
        period = schedule.period or whole or Period()
        days = [day for day in Weekday if day in schedule.weekdays]
        timed = schedule.begins_at or schedule.ends_at
        local = _LOCAL.in_language(self.language) if timed else None
        cells: Row = {
            "valid_from": _day(period.start),
            "valid_to": _day(period.end),
            "opens_at": schedule.begins_at,
            "closes_at": schedule.ends_at,
            "notes": " ".join(filter(None, (schedule.note, local))) or None,
        }
        if days:
            numbers = {_WEEK.index(day) for day in days}
            cells |= {
                "dtstart": _first(period.start, numbers, schedule.every_weeks),
                "wkst": "MO",
                "freq": "WEEKLY",
                "interval": schedule.every_weeks,
                "byday": ",".join(day.value.upper() for day in days),
            }
        return cells

    def _cost_in_words(self, cost: OfferCost) -> str:
        amount = (cost.amount.format if cost.amount else _FREE.in_language)(self.language)
        unit = _PER.in_language(self.language).format(unit=cost.unit) if cost.unit else ""
        return f"{amount}{unit}{f' ({cost.concerns})' if cost.concerns else ''}"

    def _access(self, offer: Offer) -> str | None:
        said = offer.access.in_language(self.language) if offer.access else None
        return ". ".join(filter(None, (said, offer.access_note))) or None

    def _eligibility(self, offer: Offer) -> str | None:
        groups = ", ".join(group.in_language(self.language) for group in offer.target_groups)
        return ". ".join(filter(None, (groups, offer.eligibility))) or None


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _first(start: dt.date | None, weekdays: Collection[int], every: int) -> str | None:
    """Return the first day of a schedule, from whose week its weeks are counted."""
    if start is None:
        return None
    monday = start.toordinal() - start.weekday()
    last = min(monday + 7 * every + 6, dt.date.max.toordinal())
    for ordinal in range(start.toordinal(), last + 1):
        weeks, weekday = divmod(ordinal - monday, 7)
        if weekday in weekdays and weeks % every == 0:
            return dt.date.fromordinal(ordinal).isoformat()
    return None


def _cost(cost: OfferCost) -> Row:
    period = cost.period or Period()
    return {
        "valid_from": _day(period.start),
        "valid_to": _day(period.end),
        "option": cost.concerns,
        "currency": cost.amount.currency,
        "amount": exact_number(cost.amount.amount),
        "amount_description": cost.unit,
    }
