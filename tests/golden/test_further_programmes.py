"""Programmes that need several kinds of rule at once, and recipients that merge."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from integrationsplan import Allocation, AllocationError, Award

Golden = Callable[..., Allocation]


def amounts(allocation: Allocation) -> dict[str, str]:
    """Return the amount of each recipient."""
    return {award.recipient.key: award.amount.to_text() for award in allocation}


def texts(quantities: Mapping[str, Any]) -> dict[str, str]:
    """Return sources or parts as texts."""
    return {name: quantity.to_text() for name, quantity in quantities.items()}


def codes(award: Award) -> list[str]:
    """Return the codes of the findings of an award."""
    return [finding.code for finding in award.findings]


# -- planning coordinators: actual pay and flat insurance ------------------------------------------


def coordinators(golden: Golden, *posts: tuple[str, str]) -> Award:
    """Return the award for posts given as pay and pay group."""
    records = {"post": [{"pay": pay, "pay_group": group} for pay, group in posts]}
    (award,) = golden("de-th-armutspraevention-2-1", [{"key": "A", "records": records}])
    return award


@pytest.mark.parametrize(
    ("esf", "own", "pay"),
    [
        # Insurance of 1,521.40 (1,521.39675) makes 9,062.40, of that 80 %: the grant of
        # Unstrut-Hainich for the last 1.5 months of 2015. The pay is inferred.
        ("7249.92", "1812.48", "7541.00"),
        ("96.14", "24.04", "100.00"),  # insurance of 20.18 (20.175), 80 % of 120.18 is 96.144
        ("0.00", "0.00", "0"),
    ],
)
def test_coordinator_is_paid_80_per_cent_of_pay_and_insurance(
    golden: Golden, esf: str, own: str, pay: str
):
    """The insurance is a flat 20.175 % of the pay."""
    assert {"esf": esf, "own": own} == texts(coordinators(golden, (pay, "E 11")).sources)


def test_insurance_is_rounded_for_each_post(golden: Golden):
    """Two posts of 100.00 cost 240.36; rounded once it would be 240.35, and 192.28 of it."""
    award = coordinators(golden, ("100", "E 9"), ("100", "E 10"))
    assert "192.29" == award.amount.to_text()


@pytest.mark.parametrize("group", ["E 8", "E 12", "E9"])
def test_pay_group_out_of_range_is_not_funded(golden: Golden, group: str):
    """The post is left out, the other is paid."""
    award = coordinators(golden, ("100", "E 9"), ("100", group))
    assert ("96.14", ["pay_group_not_eligible"]) == (award.amount.to_text(), codes(award))


# -- integration projects: rate by kind, two deadlines ---------------------------------------------


def project(golden: Golden, received: str, first_day: str, *, beside: bool = False) -> Award:
    """Return the award for a project of 2024 that costs 10,000.01."""
    row = {
        "key": "A",
        "eligible_cost": "10000.01",
        "beside_another": beside,
        "received": received,
        "first_day": first_day,
    }
    (award,) = golden("de-th-projektfoerderung-integration", [row], "2024-01-01")
    return award


@pytest.mark.parametrize(
    ("state", "own", "beside"),
    [("7000.00", "3000.01", False), ("5000.00", "5000.01", True)],
)
def test_project_is_funded_less_beside_other_programmes(
    golden: Golden, state: str, own: str, beside: bool
):
    """70 or 50 %, cut to cents."""
    award = project(golden, "2023-10-31", "2024-01-01", beside=beside)
    assert {"state": state, "own": own} == texts(award.sources)


@pytest.mark.parametrize(
    ("wanted", "received", "first_day"),
    [
        ([], "2023-10-31", "2024-01-01"),
        (["too_late"], "2023-11-01", "2024-01-01"),  # in time for the start, late for the year
        ([], "2023-10-20", "2023-12-01"),  # exactly six weeks before the start
        (["too_late"], "2023-10-21", "2023-12-01"),
    ],
)
def test_project_must_be_applied_for_by_two_deadlines(
    golden: Golden, wanted: list[str], received: str, first_day: str
):
    """The earlier of 31 October and six weeks before the start counts."""
    assert wanted == codes(project(golden, received, first_day))


def test_project_too_late_is_told_the_date_that_counted(golden: Golden):
    """A sentence may name a rule whose value is a date."""
    (finding,) = project(golden, "2023-10-21", "2023-12-01").findings
    wanted = "Der Antrag ging am 21.10.2023 ein; spätestens am 20.10.2023 hätte er eingehen müssen."
    assert wanted == finding.text.de


# -- new places ------------------------------------------------------------------------------------


def test_new_places_are_paid_by_kind(golden: Golden):
    """20 × 7,500 and 9 × 1,000."""
    buildings = [
        {"key": "house", "places": 20, "building_kind": "shared"},
        {"key": "flats", "places": 9, "building_kind": "flat"},
    ]
    rows = [{"key": "A", "records": {"building": buildings}}]
    (award,) = golden("de-th-neue-plaetze-2016", rows, "2017-06-01")
    assert ("159000.00", {"house": "150000.00", "flats": "9000.00"}) == (
        award.amount.to_text(),
        texts(award.parts["per_building"]),
    )


# -- posts per population --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("posts", "population"),
    [
        ("1", 0),
        ("1", 1),
        ("1", 10_000),
        ("2", 10_001),
        ("4", 40_000),
        ("4", 1_000_000),
    ],
)
def test_one_post_for_every_ten_thousand_begun(golden: Golden, posts: str, population: int):
    """At least one, at most four."""
    rows = [{"key": "A", "population": population}]
    assert {"A": posts} == amounts(golden("trial-i-posts-per-population", rows))


# -- mergers ---------------------------------------------------------------------------------------


def merged(golden: Golden, day: str, *bodies: str) -> dict[str, str]:
    """Distribute 1,070 persons."""
    rows = [{"key": body} for body in bodies]
    return amounts(golden("trial-m-merger", rows, day, figures={"arrivals": 1070}))


def test_before_the_merger_both_are_served(golden: Golden):
    """1.9, 5.8 and 3.0 of 10.7."""
    wanted = {"Eisenach": "190", "Wartburgkreis": "580", "Hildburghausen": "300"}
    assert wanted == merged(golden, "2021-12-31", *wanted)


def test_after_the_merger_one_is_served_for_both(golden: Golden):
    """The other body gets what it got before."""
    wanted = {"Wartburgkreis": "770", "Hildburghausen": "300"}
    assert wanted == merged(golden, "2022-01-01", *wanted)


def test_merged_body_is_refused_after_the_merger(golden: Golden):
    """Who is no longer in the table is told by name."""
    with pytest.raises(AllocationError, match="Eisenach"):
        merged(golden, "2022-01-01", "Eisenach", "Wartburgkreis", "Hildburghausen")
