"""Whatever is published fits its format, and no cent is lost on the way."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationsplan import Money, Period, Programme, allocate, from_toml
from integrationsplan.concept import Offer, OfferCost, Organisation, Schedule, Weekday
from integrationsplan.errors import InvalidValueError
from integrationsplan.exchange import to_360giving, to_hsds
from integrationsplan.testing.strategies import values_of
from integrationsplan.values import ShortText

RESOURCES = json.loads(
    (Path(__file__).parents[1] / "unit" / "exchange" / "schemas" / "hsds-3.2.json").read_text(
        encoding="utf-8"
    )
)["resources"]
PROGRAMME = from_toml(
    """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01, end = 2018-12-31 }
levels = { recipient = "all" }
figures = { asked = { unit = "EUR" } }
result = { award = "asked", unit = "EUR" }
""",
    Programme,
)
FUNDER = Organisation(id="funder", name="Land")
DAY = dt.date(2018, 7, 1)
SOME = settings(max_examples=40, deadline=None)

TIMES = st.builds(
    Schedule,
    weekdays=values_of(tuple[Weekday, ...]).map(lambda days: (Weekday.FRIDAY, *days)),
    begins_at=st.sampled_from([None, "00:00", "09:30"]),
    ends_at=st.sampled_from([None, "11:00", "23:59"]),
    every_weeks=st.integers(1, 52),
    period=st.builds(Period, st.dates(), st.none()),
)
COSTS = st.builds(
    OfferCost,
    amount=st.builds(Money, st.integers(0, 10**15)),
    unit=values_of(ShortText | None),
    period=values_of(Period | None),
)
OFFERS = values_of(
    Offer,
    using={
        Schedule: TIMES,
        OfferCost: COSTS,
        (Offer, "minimum_age"): st.none() | st.integers(0, 18),
        (Offer, "maximum_age"): st.none() | st.integers(18, 120),
    },
)
"""Offers whose fields agree with each other."""


def published(offers: list[Offer], language: Any = "de") -> dict[str, list[dict[str, Any]]]:
    """Write offers, with providers made to fit."""
    providers = sorted({offer.provider for offer in offers})
    organisations = [Organisation(id=provider, name="x") for provider in providers]
    return to_hsds(offers, organisations, language=language)


@SOME
@given(OFFERS, st.sampled_from(["de", "en"]))
def test_every_offer_fits_the_tables(offer: Offer, language: Any):
    """Required cells are there, every cell is known, and the rows are plain values."""
    tables = published([offer], language)
    assert tables == json.loads(json.dumps(tables, allow_nan=False))
    ids = [row["id"] for rows in tables.values() for row in rows]
    assert len(ids) == len(set(ids))
    for table, rows in tables.items():
        for row in rows:
            assert set(RESOURCES[table]["required"]) <= set(row) <= set(RESOURCES[table]["fields"])
            assert None not in row.values()


@SOME
@given(st.lists(OFFERS, min_size=1, max_size=3, unique_by=lambda offer: offer.id))
def test_offers_do_not_depend_on_each_other(offers: list[Offer]):
    """The services of several offers are those of each alone, in their order."""
    alone = [published([offer])["service"][0] for offer in offers]
    assert alone == published(offers)["service"]


@SOME
@given(st.lists(st.integers(0, 10**15), min_size=1, max_size=8))
def test_grants_add_up_to_the_cent(cents: list[int]):
    """Read as decimals the amounts are those of the awards, and their sum is the total."""
    rows = [{"key": str(n), "asked": Decimal(amount) / 100} for n, amount in enumerate(cents)]
    allocation = allocate(PROGRAMME, rows, day=DAY)
    terms: dict[str, Any] = {"prefix": "p", "funder": FUNDER, "awarded_on": DAY}
    if not any(cents):
        with pytest.raises(InvalidValueError):
            to_360giving(allocation, **terms)
        return
    text = json.dumps(to_360giving(allocation, **terms), allow_nan=False)
    grants = json.loads(text, parse_float=Decimal)["grants"]
    assert Decimal(sum(cents)) / 100 == sum(Decimal(grant["amountAwarded"]) for grant in grants)
    assert [amount for amount in cents if amount] == [
        round(float(grant["amountAwarded"]) * 100) for grant in json.loads(text)["grants"]
    ]
