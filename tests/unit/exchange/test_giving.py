"""Awards as 360Giving grants: what its schema asks for, and that no cent is lost."""

import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import AGS, Period, allocate, catalogue, from_toml
from integrationsplan._model import field_specs
from integrationsplan.allocation import Allocation, Award, Programme, Recipient
from integrationsplan.concept import Contact, Organisation
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.exchange import GIVING_MAPPING, to_360giving
from integrationsplan.exchange._plain import exact_number

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "360giving-1.0.json").read_text(encoding="utf-8")
)
FUNDER = Organisation(
    id="360G-example-rps",
    name="Regierungspräsidium Stuttgart",
    contact=Contact(
        website="https://rps.example.org", phone="+49 711 0", email="post@rps.example.org"
    ),
    region=AGS("08"),
)
AWARDED_ON = dt.date(2018, 1, 31)
TERMS: dict[str, Any] = {"prefix": "360G-example", "funder": FUNDER, "awarded_on": AWARDED_ON}
TOWNS: list[dict[str, Any]] = [
    {"key": "08226096", "name": "Weinheim", "persons": 352},
    {"key": "08226082", "name": "Schriesheim", "persons": 85},
]
PROGRAMME = """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01, end = 2018-12-31 }
levels = { recipient = "all" }
figures = { asked = { unit = "UNIT" } }
result = { award = "asked", unit = "UNIT" }
"""


def towns(rows: list[dict[str, Any]] | None = None) -> Allocation:
    """Allocate to two towns, in euros a year."""
    programme = catalogue.load("de-bw-integrationsmanagement-2017")
    return allocate(programme, rows or TOWNS, day=dt.date(2018, 1, 15))


def sums(*amounts: object, unit: str = "EUR", **options: Any) -> Allocation:
    """Award to recipients what they have asked for, with no rule at all."""
    programme = from_toml(PROGRAMME.replace("UNIT", unit), Programme)
    rows = [{"key": f"body {index}", "asked": amount} for index, amount in enumerate(amounts)]
    return allocate(programme, rows, day=dt.date(2018, 7, 1), **options)


def grants(allocation: Allocation, **options: Any) -> list[dict[str, Any]]:
    """Write awards with the terms of the tests."""
    written: list[dict[str, Any]] = to_360giving(allocation, **(TERMS | options))["grants"]
    return written


def problems_of(allocation: Any, **options: Any) -> list[tuple[str, str]]:
    """Return code and place of what keeps awards from being written."""
    with pytest.raises(InvalidValueError) as caught:
        to_360giving(allocation, **(TERMS | options))
    assert all(problem.text("de") and problem.text("en") for problem in caught.value.problems)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def test_grants_are_what_the_schema_asks_for():
    """Required fields are there, and every field is known and of its type."""
    jsonschema = pytest.importorskip("jsonschema")
    weinheim = Organisation(id="360G-example-w", name="Stadt Weinheim", region=AGS("08226096"))
    data = to_360giving(
        towns(),
        **TERMS,
        years=2,
        planned=Period(dt.date(2017, 5, 1), dt.date(2019, 4, 30)),
        recipients={"08226096": weinheim},
        keys_are_ags=True,
        data_source="https://rps.example.org/grants.json",
        modified_at=dt.datetime(2018, 2, 1, 9, tzinfo=dt.UTC),
        explained=True,
        language="en",
    )
    jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(
        json.loads(json.dumps(data))
    )
    assert 2 == len(data["grants"])


def test_a_grant_says_who_gives_how_much_to_whom():
    """The whole of a grant, with the least that is asked for."""
    (grant, _) = grants(towns(), years=2)
    summary = catalogue.load("de-bw-integrationsmanagement-2017").summary
    assert summary is not None
    title = "Integrationsmanagement"
    assert grant["title"].startswith(title)
    del grant["title"]
    assert summary.de == grant["description"] == grant["grantProgramme"][0].pop("description")
    assert grant["grantProgramme"][0].pop("title").startswith(title)
    del grant["description"]
    assert {
        "id": "360G-example-de-bw-integrationsmanagement-2017-2018-01-31-08226096",
        "currency": "EUR",
        "amountAwarded": 560440,
        "awardDate": "2018-01-31",
        "recipientOrganization": [{"id": "360G-example-org-08226096", "name": "Weinheim"}],
        "fundingOrganization": [
            {
                "id": "360G-example-rps",
                "name": "Regierungspräsidium Stuttgart",
                "url": "https://rps.example.org",
                "telephone": "+49 711 0",
                "email": "post@rps.example.org",
                "location": [{"countryCode": "DE", "geoCode": "08", "geoCodeType": "AGS"}],
            }
        ],
        "grantProgramme": [{"code": "de-bw-integrationsmanagement-2017"}],
    } == grant


def test_keys_are_places_if_it_is_said():
    """Keys that are AGS become beneficiary locations, with the name of the recipient."""
    place = {"name": "Weinheim", "countryCode": "DE", "geoCode": "08226096", "geoCodeType": "AGS"}
    assert [place] == grants(towns(), years=1, keys_are_ags=True)[0]["beneficiaryLocation"]
    assert "beneficiaryLocation" not in grants(towns(), years=1)[0]


def test_a_known_recipient_is_named_as_known():
    """Its own id and name stand there, and its region is where the money is used."""
    known = Organisation(id="DE-X-1", name="Stadt Weinheim", region=AGS("08226096"))
    (first, second) = grants(towns(), years=1, recipients={"08226096": known})
    assert ("DE-X-1", "Stadt Weinheim", "08226096", "360G-example-org-08226082") == (
        first["recipientOrganization"][0]["id"],
        first["recipientOrganization"][0]["name"],
        first["beneficiaryLocation"][0]["geoCode"],
        second["recipientOrganization"][0]["id"],
    )


def test_the_period_is_that_of_the_allocation_unless_another_is_given():
    """Open ends are left out, and the days tell two grants of the same day apart."""
    half = Period(dt.date(2018, 7, 1), dt.date(2018, 12, 31))
    allocation = sums("1.00", period=half)
    (own,) = grants(allocation)
    (other,) = grants(allocation, planned=Period(dt.date(2018, 8, 1), None))
    assert [{"startDate": "2018-07-01", "endDate": "2018-12-31"}] == own["plannedDates"]
    assert [{"startDate": "2018-08-01"}] == other["plannedDates"]
    assert "-2018-01-31-2018-07-01-2018-12-31-" in own["id"]
    assert "plannedDates" not in grants(allocation, planned=Period())[0]


def test_a_grant_can_be_explained():
    """The sentences of the award take the place of the programme's summary."""
    allocation = towns()
    (grant, _) = grants(allocation, years=1, explained=True, language="en")
    assert allocation["08226096"].explain("en") == grant["description"]


def test_a_programme_without_summary_is_described_by_its_title():
    """The schema requires a description."""
    (grant,) = grants(sums("1.00"))
    assert ("Probe", {"code": "trial", "title": "Probe"}) == (
        grant["description"],
        grant["grantProgramme"][0],
    )


def test_keys_that_are_no_ids_become_ids():
    """A key with blanks is a UUID in ids, the same each time, and itself as the name."""
    (grant,) = grants(sums("1.00"))
    assert grant["id"].startswith("360G-example-trial-2018-01-31-")
    assert " " not in grant["id"]
    assert ("body 0", grants(sums("1.00"))[0]["id"]) == (
        grant["recipientOrganization"][0]["name"],
        grant["id"],
    )


def test_who_gets_nothing_has_no_grant():
    """Zero is no grant; the ids of the others stay."""
    assert [3] == [grant["amountAwarded"] for grant in grants(sums("0.00", "3.00"))]
    assert grants(sums("0.00", "3.00"))[0]["id"] == grants(sums("5.00", "3.00"))[1]["id"]


def test_cents_are_kept():
    """Amounts have the digits of the award, whole ones none behind the point."""
    amounts = [grant["amountAwarded"] for grant in grants(sums("280220.07", "0.10", "12"))]
    assert ["280220.07", "0.1", "12"] == [json.dumps(amount) for amount in amounts]


def test_amounts_in_francs_say_so():
    """The currency is that of the unit."""
    assert "CHF" == grants(sums("1.00", unit="CHF"))[0]["currency"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Fraction(0), 0),
        (Fraction(10**22), 10**22),
        (Fraction(28022007, 100), 280220.07),
        (Fraction(-1, 8), -0.125),
        (Fraction(1, 3), None),
        (Fraction(2**53 + 1), None),
        (Fraction(12345678901234567891, 100), None),
        (Fraction(10**400), None),
    ],
)
def test_a_number_is_exact_or_none(value: Fraction, expected: float | None):
    """What a reader with floats would read otherwise is no number."""
    found = exact_number(value)
    assert (expected, type(expected)) == (found, type(found))


def test_a_number_reads_back_as_decimal():
    """Whoever reads the text as decimal has the same amount."""
    assert Decimal("99999999999.99") == json.loads(
        json.dumps(exact_number(Fraction(9999999999999, 100))), parse_float=Decimal
    )


@pytest.mark.parametrize(
    ("allocation", "options", "expected"),
    [
        (towns(), {}, [("no_amount_of_money", "/allocation/unit")]),
        (sums(1, unit="person"), {}, [("no_amount_of_money", "/allocation/unit")]),
        (sums(1, unit="person"), {"years": 2}, [("no_amount_of_money", "/allocation/unit")]),
        (sums("1.00"), {"years": 2}, [("years_without_rate", "/years")]),
        (sums("0.00"), {}, [("too_short", "/allocation/awards")]),
        (
            towns(),
            {"years": Fraction(1, 7)},
            [("no_json_number", f"/allocation/awards/{index}/amount") for index in (0, 1)],
        ),
        (
            sums("1.00", "99999999999999999.99"),
            {},
            [("no_json_number", "/allocation/awards/1/amount")],
        ),
        (
            sums("1.00"),
            {"keys_are_ags": True},
            [("wrong_form", "/allocation/awards/0/recipient/key")],
        ),
        (sums("1.00"), {"recipients": {"x": FUNDER}}, [("not_listed", "/recipients/x")]),
        (sums("1.00"), {"recipients": {"body 0": 5}}, [("wrong_type", "/recipients/body 0")]),
        (sums("1.00"), {"recipients": 5}, [("wrong_type", "/recipients")]),
        (sums("1.00"), {"years": 0}, [("too_small", "/years")]),
        (sums("1.00"), {"years": 1.5}, [("wrong_type", "/years")]),
        (
            sums("1.00"),
            {"prefix": "no prefix", "funder": "x", "awarded_on": "2018-01-31", "data_source": "x"},
            [
                ("wrong_form", "/prefix"),
                ("wrong_type", "/funder"),
                ("wrong_type", "/awarded_on"),
                ("too_short", "/data_source"),
            ],
        ),
        (
            sums("1.00"),
            {"modified_at": dt.datetime(2018, 2, 1)},  # noqa: DTZ001  # that is what is wrong
            [("naive_moment", "/modified_at")],
        ),
        (5, {}, [("wrong_type", "/allocation")]),
    ],
)
def test_what_is_wrong_is_told_at_once(
    allocation: Any, options: dict[str, Any], expected: list[tuple[str, str]]
):
    """Every problem has its code and its place."""
    assert expected == problems_of(allocation, **options)


def test_another_language_is_refused():
    """There are no texts in other languages."""
    with pytest.raises(UnknownNameError):
        grants(sums("1.00"), language="fr")


def test_the_table_has_each_field_once():
    """Nothing of an allocation is lost without being said."""
    fields = [
        f"{owner.__name__}.{field.name}"
        for owner in (Recipient, Programme, Organisation)
        for field in field_specs(owner)
    ]
    fields += [
        f"Award.{name}" for name, member in vars(Award).items() if isinstance(member, property)
    ]
    # Slots hold the fields, and what is worked out once.
    own = {name for name, member in vars(Allocation).items() if isinstance(member, property)}
    own |= set(Allocation.__slots__)
    fields += [f"Allocation.{name}" for name in own if not name.startswith("_")]
    assert sorted(fields) == sorted(row.source for row in GIVING_MAPPING)


def test_the_table_says_why():
    """Each row has its sentence in both languages."""
    assert [] == [row.source for row in GIVING_MAPPING if not (row.note.en and row.note.de)]
