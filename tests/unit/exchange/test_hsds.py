"""Offers as HSDS 3.2: what its resources ask for, and what becomes of each field."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import AGS, Money, Period, evolve
from integrationsplan._model import field_specs
from integrationsplan.concept import (
    Contact,
    Offer,
    OfferAccess,
    OfferCost,
    OfferField,
    OfferPermanence,
    OfferStatus,
    Organisation,
    OrganisationForm,
    Place,
    PlaceKind,
    Schedule,
    TargetGroup,
    Weekday,
)
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.exchange import HSDS_MAPPING, to_hsds

RESOURCES = json.loads(
    (Path(__file__).parent / "schemas" / "hsds-3.2.json").read_text(encoding="utf-8")
)["resources"]
FORMS: dict[str, dict[str, str]] = {
    "text": {"type": "string"},
    "uuid": {"type": "string", "format": "uuid"},
    "email": {"type": "string", "format": "email"},
    "uri": {"type": "string", "pattern": "^https?://"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]"},
    "moment": {"type": "string", "pattern": "T.*(Z|[+-][0-9]{2}:[0-9]{2})$"},
    "number": {"type": "number"},
}
COUNTED_AT = dt.datetime(2024, 5, 2, 9, tzinfo=dt.timezone(dt.timedelta(hours=2)))

VHS = Organisation(
    id="vhs",
    name="Volkshochschule",
    form=OrganisationForm.COURSE_PROVIDER,
    legal_form="e. V.",
    contact=Contact(
        website="https://vhs.example.org", phone="+49 6201 0", email="info@vhs.example.org"
    ),
    region=AGS("08226096"),
)
TOWN_HALL = Place(
    name="Rathaus",
    street="Obertorstraße 9",
    postal_code="69469",
    city="Weinheim",
    region=AGS("08226096"),
)
OFFER = Offer(
    id="o-1",
    field=OfferField.LANGUAGE,
    title="Sprachcafé",
    description="Deutsch üben.",
    provider="vhs",
    partners=("caritas",),
    target_groups=(TargetGroup.WOMEN, TargetGroup.PARENTS),
    eligibility="Mit Kindern.",
    minimum_age=16,
    maximum_age=99,
    languages=("de", "prs"),
    interpreting="Arabisch nach Absprache",
    regions=(AGS("08226"),),
    places=(TOWN_HALL, Place(kind=PlaceKind.ONLINE, website="https://raum.example.org")),
    schedules=(
        Schedule(weekdays=(Weekday.THURSDAY, Weekday.MONDAY), begins_at="09:30", ends_at="11:00"),
    ),
    period=Period(dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
    permanence=OfferPermanence.TEMPORARY,
    capacity=20,
    costs=(
        OfferCost(amount=Money.of("2.50"), unit="Termin"),
        OfferCost(amount=Money(0), concerns="Kinder"),
    ),
    access=OfferAccess.REGISTRATION,
    access_note="Anruf genügt.",
    contact=Contact(phone="+49 6201 1"),
)


def written(*offers: Offer, **options: Any) -> dict[str, list[dict[str, Any]]]:
    """Write offers of one provider."""
    return to_hsds(offers or (OFFER,), [VHS], **options)


def schema_of(resource: dict[str, Any]) -> dict[str, Any]:
    """Make a closed JSON Schema of a resource's transcription."""
    fields = resource["fields"].items()
    return {
        "type": "object",
        "required": resource["required"],
        "additionalProperties": False,
        "properties": {
            name: {"enum": form} if isinstance(form, list) else FORMS[form] for name, form in fields
        },
    }


def problems_of(*offers: Any, **options: Any) -> list[tuple[str, str]]:
    """Return code and place of what keeps offers from being written."""
    with pytest.raises(InvalidValueError) as caught:
        to_hsds(offers, options.pop("organisations", [VHS]), **options)
    assert all(problem.text("de") and problem.text("en") for problem in caught.value.problems)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_row_is_what_its_resource_asks_for(language: Any):
    """Required fields are there, and every field is known and of its type."""
    jsonschema = pytest.importorskip("jsonschema")
    options: dict[str, Any] = {"free_places": {"o-1": 3}, "counted_at": COUNTED_AT}
    tables = written(OFFER, language=language, **options)
    assert list(RESOURCES) == list(tables)
    for table, rows in json.loads(json.dumps(tables)).items():
        assert rows, table
        checker = jsonschema.Draft202012Validator(
            schema_of(RESOURCES[table]), format_checker=jsonschema.FormatChecker()
        )
        for row in rows:
            checker.validate(row)


def test_every_reference_has_its_row():
    """Each ``…_id`` names a row of its table, and no id stands twice."""
    tables = written(free_places={"o-1": 3}, counted_at=COUNTED_AT)
    ids = [row["id"] for rows in tables.values() for row in rows]
    assert len(ids) == len(set(ids))
    for row in (row for rows in tables.values() for row in rows):
        for name, value in row.items():
            if name.endswith("_id") and name != "link_id":
                assert value in {found["id"] for found in tables[name.removesuffix("_id")]}
        if "link_id" in row:
            assert row["link_id"] in {found["id"] for found in tables[row["link_entity"]]}


def test_ids_do_not_change():
    """The same offer is the same service each time: catalogues know services by their ids."""
    assert written() == written()
    assert "a1308639-a480-5cb2-b5b7-604d2801c584" == written()["service"][0]["id"]


def test_an_offer_is_a_service():
    """What an offer says stands in the fields of a service."""
    (service,) = written()["service"]
    del service["id"], service["organization_id"]
    assert {
        "name": "Sprachcafé",
        "description": "Deutsch üben.",
        "status": "active",
        "interpretation_services": "Arabisch nach Absprache",
        "application_process": "nach Anmeldung. Anruf genügt.",
        "fees_description": "2,50 € je Termin; kostenlos (Kinder)",
        "eligibility_description": "Frauen, Eltern. Mit Kindern.",
        "minimum_age": 16,
        "maximum_age": 99,
    } == service


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (OfferStatus.PLANNED, "inactive"),
        (OfferStatus.RUNNING, "active"),
        (OfferStatus.PAUSED, "temporarily closed"),
        (OfferStatus.ENDED, "defunct"),
    ],
)
def test_each_status_has_its_word(status: OfferStatus, expected: str):
    """The four states of an offer are the four of HSDS."""
    assert expected == written(evolve(OFFER, status=status))["service"][0]["status"]


def test_words_come_in_the_language_asked_for():
    """Labels and what is put in words are in English if asked for."""
    (service,) = written(language="en")["service"]
    assert ("€2.50 for Termin; free of charge (Kinder)", "women, parents. Mit Kindern.") == (
        service["fees_description"],
        service["eligibility_description"],
    )


def test_another_language_is_refused():
    """There are no texts in other languages."""
    with pytest.raises(UnknownNameError):
        written(language="fr")


def test_a_whole_address_is_an_address():
    """Street, postal code, city and Land are a row of their own."""
    (address,) = written()["address"]
    assert ("Obertorstraße 9", "69469", "Weinheim", "Baden-Württemberg", "DE") == tuple(
        address[name] for name in ("address_1", "postal_code", "city", "state_province", "country")
    )


def test_a_part_of_an_address_is_text():
    """HSDS takes addresses whole: what is known of others stands in the description."""
    tables = written(evolve(OFFER, places=(evolve(TOWN_HALL, region=None),)))
    assert ([], "Obertorstraße 9, 69469 Weinheim") == (
        tables["address"],
        tables["location"][0]["description"],
    )


def test_places_keep_their_region_and_their_kind():
    """The AGS identifies the place; a room on the net is virtual."""
    first, second = written()["location"]
    assert ("08226096", "AGS", "physical") == (
        first["external_identifier"],
        first["external_identifier_type"],
        first["location_type"],
    )
    assert ("virtual", "https://raum.example.org") == (second["location_type"], second["url"])


def test_equal_places_of_two_offers_are_one_location():
    """Two offers in the town hall are two services at one location."""
    tables = written(OFFER, evolve(OFFER, id="o-2"))
    assert (2, 4) == (len(tables["location"]), len(tables["service_at_location"]))


def test_times_are_weekly_rules():
    """Weekdays in their order, times without offset, and the period of the offer."""
    (schedule,) = written()["schedule"]
    del schedule["id"], schedule["service_id"]
    assert {
        "valid_from": "2024-01-01",
        "valid_to": "2024-12-31",
        "dtstart": "2024-01-01",
        "wkst": "MO",
        "freq": "WEEKLY",
        "interval": 1,
        "byday": "MO,TH",
        "opens_at": "09:30",
        "closes_at": "11:00",
        "notes": "Uhrzeiten sind die der Uhren vor Ort.",
    } == schedule


@pytest.mark.parametrize(
    ("start", "weekday", "every", "expected"),
    [
        (dt.date(2024, 1, 5), Weekday.FRIDAY, 2, "2024-01-05"),
        (dt.date(2024, 1, 5), Weekday.SUNDAY, 2, "2024-01-07"),
        (dt.date(2024, 1, 5), Weekday.MONDAY, 2, "2024-01-15"),
        (dt.date(2024, 1, 5), Weekday.MONDAY, 1, "2024-01-08"),
        (dt.date(9999, 12, 31), Weekday.MONDAY, 1, None),
        (None, Weekday.MONDAY, 1, None),
    ],
)
def test_weeks_are_counted_from_the_first_day(
    start: dt.date | None, weekday: Weekday, every: int, expected: str | None
):
    """The first day lies in a week that counts: 5 January 2024 is a Friday."""
    schedule = Schedule(weekdays=(weekday,), every_weeks=every, period=Period(start, None))
    (row,) = written(evolve(OFFER, schedules=(schedule,)))["schedule"]
    assert expected == row.get("dtstart")


def test_an_offer_without_times_keeps_its_period():
    """The period becomes a schedule without rule, as nothing else has days."""
    (row,) = written(evolve(OFFER, schedules=()))["schedule"]
    assert {"id", "service_id", "valid_from", "valid_to"} == set(row)
    assert [] == written(evolve(OFFER, schedules=(), period=None))["schedule"]


def test_costs_are_exact_numbers():
    """Cents are kept, whole euros are whole, and free is zero."""
    rows = written()["cost_option"]
    assert ([2.5, 0], ["EUR", "EUR"], [None, "Kinder"]) == (
        [row["amount"] for row in rows],
        [row["currency"] for row in rows],
        [row.get("option") for row in rows],
    )
    assert int is type(rows[1]["amount"])


def test_a_cost_that_no_json_number_holds_is_refused():
    """More digits than a float has are a problem, not a rounding."""
    huge = OfferCost(amount=Money.of("123456789012345678.91"))
    found = problems_of(evolve(OFFER, costs=(huge,)))
    assert [("no_json_number", "/offers/0/costs/0/amount")] == found


def test_codes_are_terms_of_taxonomies():
    """Field, target groups, permanence, access and form are attributes with their codes."""
    tables = written()
    terms = {row["id"]: row for row in tables["taxonomy_term"]}
    found = [(row["link_entity"], terms[row["taxonomy_term_id"]]) for row in tables["attribute"]]
    assert [
        ("organization", "integrationsplan-form", "course-provider", "Kursträger"),
        ("service", "integrationsplan-field", "language", "Sprache"),
        ("service", "integrationsplan-target-group", "women", "Frauen"),
        ("service", "integrationsplan-target-group", "parents", "Eltern"),
        ("service", "integrationsplan-permanence", "temporary", "befristet"),
        ("service", "integrationsplan-access", "registration", "nach Anmeldung"),
    ] == [(entity, term["taxonomy"], term["code"], term["name"]) for entity, term in found]


def test_capacity_needs_the_free_places():
    """HSDS asks how many places are free, and when they were counted."""
    tables = written(free_places={"o-1": 3}, counted_at=COUNTED_AT)
    assert [] == written()["service_capacity"]
    (row,) = tables["service_capacity"]
    assert (3, 20, "2024-05-02T09:00:00.000+02:00", "Platz") == (
        row["available"],
        row["maximum"],
        row["updated"],
        tables["unit"][0]["name"],
    )


def test_an_organisation_without_description_is_described_by_its_name():
    """HSDS requires a description."""
    (row,) = written()["organization"]
    assert ("Volkshochschule", "Volkshochschule", "e. V.") == (
        row["name"],
        row["description"],
        row["legal_status"],
    )


def test_little_is_enough():
    """An offer that says nothing more than it must is a service, and nothing else."""
    offer = Offer(id="o-2", field=OfferField.WORK, title="Beratung", provider="vhs")
    tables = to_hsds([offer], [Organisation(id="vhs", name="VHS")])
    assert {"organization", "service", "attribute", "taxonomy", "taxonomy_term"} == {
        name for name, rows in tables.items() if rows
    }


@pytest.mark.parametrize(
    ("offers", "options", "expected"),
    [
        ([5], {}, [("wrong_type", "/offers/0")]),
        ([OFFER, OFFER], {}, [("listed_twice", "/offers/1/id")]),
        (
            [OFFER],
            {"organisations": [VHS, VHS, "x"]},
            [("listed_twice", "/organisations/1/id"), ("wrong_type", "/organisations/2")],
        ),
        ([OFFER], {"organisations": 5}, [("wrong_type", "/organisations/0")]),
        ([OFFER], {"organisations": []}, [("not_listed", "/offers/0/provider")]),
        ([OFFER], {"free_places": {"o-1": 3}}, [("not_counted_at", "/counted_at")]),
        ([OFFER], {"counted_at": COUNTED_AT}, [("not_counted_at", "/counted_at")]),
        (
            [OFFER],
            {"free_places": {"o-1": 3}, "counted_at": dt.date(2024, 5, 2)},
            [("wrong_type", "/counted_at")],
        ),
        (
            [OFFER],
            {"free_places": {"o-1": 3}, "counted_at": COUNTED_AT.replace(tzinfo=None)},
            [("naive_moment", "/counted_at")],
        ),
        (
            [OFFER],
            {"free_places": {"o-1": -1, "x": 2.0}, "counted_at": COUNTED_AT},
            [("too_small", "/free_places/o-1"), ("wrong_type", "/free_places/x")],
        ),
        (
            [OFFER],
            {"free_places": {"o-1": 21, "x": 1}, "counted_at": COUNTED_AT},
            [("too_large", "/free_places/o-1"), ("not_listed", "/free_places/x")],
        ),
    ],
)
def test_what_is_wrong_is_told_at_once(
    offers: list[Any], options: dict[str, Any], expected: list[tuple[str, str]]
):
    """Every problem has its code and its place."""
    assert expected == problems_of(*offers, **options)


def test_the_table_has_each_field_once():
    """Nothing of an offer is lost without being said."""
    owners = (Organisation, Contact, Offer, Place, Schedule, OfferCost)
    fields = [f"{owner.__name__}.{field.name}" for owner in owners for field in field_specs(owner)]
    assert sorted(fields) == sorted(row.source for row in HSDS_MAPPING)


def test_the_table_names_places_that_there_are():
    """Every target is a field or a table of HSDS."""
    for row in HSDS_MAPPING:
        for target in re.split("[,;] ", row.target or ""):
            table, _, field = target.partition(".")
            assert not target or field in {"", *RESOURCES[table]["fields"]}, target
