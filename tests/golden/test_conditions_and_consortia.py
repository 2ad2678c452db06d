"""Who is left out, who gets nothing, who is only told; and recipients that are several."""

from collections.abc import Callable
from typing import Any

import pytest

from integrationsplan import Allocation, Award

Golden = Callable[..., Allocation]

TOWN = {
    "key": "town",
    "body_kind": "municipality",
    "region": "16066",
    "population": 30_000,
    "received": "2017-09-30",
    "has_concept": True,
}
CITY = TOWN | {"key": "city", "body_kind": "city", "population": 150_000}
OTHER = TOWN | {"key": "other", "population": 20_000}


def codes(award: Award) -> list[str]:
    """Return the codes of the findings of an award."""
    return [finding.code for finding in award.findings]


def amounts(allocation: Allocation) -> dict[str, str]:
    """Return the amount of each recipient."""
    return {award.recipient.key: award.amount.to_text() for award in allocation}


# -- below a threshold: nothing, join, or pay the difference ---------------------------------------


def test_who_is_below_may_pay_the_difference(golden: Golden):
    """50,949 of 51,000: the 51 missing euros are own money, beside the award."""
    award = golden("trial-threshold-top-up", [{"key": "A", "framework": "50949"}])["A"]
    assert ("50949.00", {"land": "50949.00", "own": "51.00"}, ["tops_up"]) == (
        award.amount.to_text(),
        {name: part.to_text() for name, part in award.sources.items()},
        codes(award),
    )
    assert "51 EUR" in award.findings[0].text.de


def test_who_is_above_pays_nothing(golden: Golden):
    """51,745 pay for more than one post."""
    award = golden("trial-threshold-top-up", [{"key": "B", "framework": "51745"}])["B"]
    assert ("0.00", ()) == (award.sources["own"].to_text(), award.findings)


# -- conditions ------------------------------------------------------------------------------------


def test_all_who_meet_the_conditions_share_the_pot(golden: Golden):
    """90,000 by 30, 150 and 20 thousand inhabitants."""
    wanted = {"town": "13500.00", "city": "67500.00", "other": "9000.00"}
    assert wanted == amounts(golden("trial-conditions", [TOWN, CITY, OTHER]))


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("wrong_kind", {"body_kind": "district"}),
        ("wrong_region", {"region": "16053"}),
        ("too_small", {"population": 9_999}),
        ("too_late", {"received": "2017-10-01"}),
    ],
)
def test_each_reason_excludes_alone(golden: Golden, code: str, change: dict[str, Any]):
    """The money of who is excluded goes to the others: 15,000 and 75,000."""
    allocation = golden("trial-conditions", [TOWN, CITY, OTHER | change])
    assert ({"town": "15000.00", "city": "75000.00", "other": "0.00"}, [code]) == (
        amounts(allocation),
        codes(allocation["other"]),
    )


@pytest.mark.parametrize(
    "change", [{"population": 10_000}, {"received": "2017-09-30"}, {"region": "16054"}]
)
def test_ends_are_included(golden: Golden, change: dict[str, Any]):
    """10,000 inhabitants and the day of the deadline are enough."""
    allocation = golden("trial-conditions", [TOWN, CITY, OTHER | change])
    assert not allocation["other"].is_excluded


def test_several_reasons_are_told_at_once(golden: Golden):
    """Who fails four conditions hears of all four, and of no missing concept."""
    row = TOWN | {
        "key": "other",
        "body_kind": "district",
        "region": "16052",
        "population": 5_000,
        "received": "2017-10-01",
    }
    allocation = golden("trial-conditions", [TOWN, row])
    wanted = ["wrong_kind", "wrong_region", "too_small", "too_late"]
    assert wanted == codes(allocation["other"])


def test_reasons_name_the_figures(golden: Golden):
    """The sentence about the deadline has both dates."""
    row = OTHER | {"received": "2017-10-01"}
    finding = golden("trial-conditions", [TOWN, row])["other"].findings[0]
    assert "Der Antrag ging am 01.10.2017 ein, die Frist endete am 30.09.2017." == finding.text.de


def test_reasons_name_the_figures_in_english(golden: Golden):
    """The sentence about the deadline has both dates, in the order of the language."""
    row = OTHER | {"received": "2017-10-01"}
    finding = golden("trial-conditions", [TOWN, row])["other"].findings[0]
    assert "The application came on 2017-10-01, the deadline was 2017-09-30." == finding.text.en


def test_zero_takes_nothing_to_the_others(golden: Golden):
    """Without a concept the award is zero, but the weight of the place stays."""
    allocation = golden("trial-conditions", [TOWN, CITY, OTHER | {"has_concept": False}])
    assert {"town": "13500.00", "city": "67500.00", "other": "0.00"} == amounts(allocation)


def test_zero_leaves_a_residue(golden: Golden):
    """The 9,000 that nobody gets are told."""
    allocation = golden("trial-conditions", [TOWN, CITY, OTHER | {"has_concept": False}])
    assert "9000.00" == allocation.residue.to_text()


def test_notice_leaves_the_award(golden: Golden):
    """A large place keeps its money and is told something."""
    award = golden("trial-conditions", [TOWN, CITY, OTHER])["city"]
    assert ("67500.00", ["large_place"]) == (award.amount.to_text(), codes(award))


def test_zero_and_notice_are_told_together(golden: Golden):
    """A large place without a concept hears of both."""
    allocation = golden("trial-conditions", [TOWN, CITY | {"has_concept": False}])
    assert ["no_concept", "large_place"] == codes(allocation["city"])


# -- integration officers: deadline, parts of a post -----------------------------------------------


def officers(golden: Golden, *posts: str, population: int = 35_000, received: str) -> Award:
    """Return the grant for 2019."""
    records = {"post": [{"fte": fte} for fte in posts]}
    row = {"key": "A", "population": population, "received": received, "records": records}
    return golden("de-bw-integrationsbeauftragte-application", [row], "2019-06-01")["A"]


IN_TIME = "2018-11-15"


@pytest.mark.parametrize(
    ("amount", "posts", "population"),
    [
        ("15000.00", ("0.75",), 35_000),
        ("10000.00", ("0.5",), 35_000),
        ("20000.00", ("0.5", "0.5"), 35_000),
        ("5000.00", ("0.5",), 12_000),
        ("10000.00", ("1",), 12_000),
        ("10000.00", ("1",), 19_999),
        ("20000.00", ("1",), 20_000),
    ],
)
def test_officers_are_paid_pro_rata(
    golden: Golden, amount: str, posts: tuple[str, ...], population: int
):
    """20,000 or 10,000 euros for a full post, by population."""
    award = officers(golden, *posts, population=population, received=IN_TIME)
    assert amount == award.amount.to_text()


@pytest.mark.parametrize(("wanted", "received"), [([], "2018-11-15"), (["too_late"], "2018-11-16")])
def test_officers_deadline(golden: Golden, wanted: list[str], received: str):
    """15 November of the year before is in time."""
    assert wanted == codes(officers(golden, "1", received=received))


@pytest.mark.parametrize("posts", [("0.5", "0.75"), ("0.6", "0.6"), ("0.5", "0.5", "0.5")])
def test_officers_badly_divided(golden: Golden, posts: tuple[str, ...]):
    """A post may be two halves; other divisions get nothing."""
    award = officers(golden, *posts, received=IN_TIME)
    assert ("0.00", ["badly_divided"]) == (award.amount.to_text(), codes(award))


def test_officers_post_too_small(golden: Golden):
    """0.49 is refused with the finding, whose sentence has both figures."""
    (finding,) = officers(golden, "0.49", received=IN_TIME).findings
    assert ("post_too_small", "Für 0,49 VZÄ gibt es keine Förderung, erst ab 0,5 VZÄ.") == (
        finding.code,
        finding.text.de,
    )


# -- consortia -------------------------------------------------------------------------------------

STOCKACH = {"a": 53, "b": 29, "c": 112, "d": 29, "e": 55, "f": 38}


def consortium(golden: Golden, members: dict[str, int], *posts: tuple[str, str]) -> Award:
    """Return the award of one consortium."""
    records = {
        "member": [{"key": key, "persons": count} for key, count in members.items()],
        "post": [{"fte": fte, "qualification": code} for fte, code in posts],
    }
    rows = [{"key": "consortium", "records": records}]
    name = "de-bw-integrationsmanagement-2017-consortium"
    return golden(name, rows, "2018-01-15")["consortium"]


def test_consortium_has_the_sum_of_rounded_frameworks(golden: Golden):
    """Stockach and its neighbours: 251,560 as published; rounded once it would be 251,561."""
    award = consortium(golden, STOCKACH, ("4", "university"))
    assert "251560.00" == award.outputs["framework"].to_text()


def test_consortium_gets_its_framework_where_posts_cost_more(golden: Golden):
    """Four posts at 64,000 are 256,000."""
    assert "251560.00" == consortium(golden, STOCKACH, ("4", "university")).amount.to_text()


def test_consortium_gets_its_posts_where_they_cost_less(golden: Golden):
    """Three posts shared by four persons, 0.7 and 0.3 among them."""
    posts = [("1", "university"), ("1", "university"), ("0.7", "university"), ("0.3", "vocational")]
    # 128,000 + 44,800 + 15,300
    assert "188100.00" == consortium(golden, STOCKACH, *posts).amount.to_text()


def test_inner_split_of_a_consortium(golden: Golden):
    """251,560 by 316 persons; the last three cents go to the largest remainders c, e and f."""
    parts = consortium(golden, STOCKACH, ("4", "university")).parts["part_of_member"]
    wanted = {
        "a": "42192.02",
        "b": "23086.20",
        "c": "89160.51",
        "d": "23086.20",
        "e": "43784.18",
        "f": "30250.89",
    }
    assert wanted == {key: part.to_text() for key, part in parts.items()}


def test_inner_split_adds_up_to_the_grant(golden: Golden):
    """Nothing is lost inside, whatever the grant."""
    award = consortium(golden, STOCKACH, ("0.37", "vocational"))
    parts = award.parts["part_of_member"].values()
    assert award.amount.value == sum(part.value for part in parts)


@pytest.mark.parametrize(
    ("wanted", "members"),
    [
        (["must_join_others"], {"a": 30, "b": 34}),  # 23,882 + 27,067 = 50,949
        ([], {"a": 30, "b": 35}),  # 23,882 + 27,863 = 51,745
    ],
)
def test_consortium_reaches_the_minimum_together(
    golden: Golden, wanted: list[str], members: dict[str, int]
):
    """Neither would reach 51,000 alone."""
    assert wanted == codes(consortium(golden, members, ("1", "vocational")))
