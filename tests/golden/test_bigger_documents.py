"""Programmes with posts, bands and excluded parts: framework and grant in one, and the officers."""

import datetime as dt
from pathlib import Path

import pytest

from integrationsplan import Award, Programme, allocate, catalogue, from_toml

DOCUMENTS = Path(__file__).parent / "documents"


def grant(persons: int, *posts: tuple[str, str]) -> Award:
    """Return the grant of one municipality with its posts, as FTE and qualification."""
    path = DOCUMENTS / "de-bw-integrationsmanagement-2017-grant.toml"
    programme = from_toml(path.read_bytes(), Programme)
    records = {"post": [{"fte": fte, "qualification": code} for fte, code in posts]}
    rows = [{"key": "town", "persons": persons, "records": records}]
    return allocate(programme, rows, day=dt.date(2018, 1, 1))["town"]


def officers(population: int, *posts: str) -> Award:
    """Return the grant for integration officers, from the FTE of the posts."""
    programme = catalogue.load("de-bw-integrationsbeauftragte")
    records = {"post": [{"fte": fte} for fte in posts]}
    rows = [{"key": "town", "population": population, "records": records}]
    return allocate(programme, rows, day=dt.date(2020, 1, 1))["town"]


def test_framework_decides_where_posts_cost_more():
    """51.1 posts cost 6,540,800; Stuttgart got its framework of 6,540,594."""
    assert "6540594.00" == grant(4108, ("51.1", "university")).amount.to_text()


def test_cost_of_posts_is_shown_in_the_steps():
    """The flat rates of 51.1 posts are 6,540,800."""
    steps = {step.rule: step.result for step in grant(4108, ("51.1", "university")).steps}
    assert "6540800.00" == steps["cost_of_posts"]


def test_posts_decide_where_they_cost_less():
    """One vocational post for two years costs 102,000."""
    assert "102000.00" == grant(4108, ("1", "vocational")).amount.to_text()


def test_posts_of_both_qualifications_are_added():
    """0.5 at 64,000 and 1 at 51,000 for two years."""
    award = grant(4108, ("0.5", "university"), ("1", "vocational"))
    assert "166000.00" == award.amount.to_text()


def test_part_post_below_the_minimum_is_excluded():
    """A part of 0.1 pays nothing; the other post is paid."""
    award = grant(4108, ("1", "vocational"), ("0.1", "university"))
    assert "102000.00" == award.amount.to_text()


def test_excluded_part_post_leaves_its_reason():
    """The finding names the post that was left out."""
    award = grant(4108, ("1", "vocational"), ("0.1", "university"))
    assert [("part_post_too_small", "town/2")] == [(f.code, f.subject) for f in award.findings]


def test_part_post_of_exactly_the_minimum_is_kept():
    """The lower end is included."""
    assert "32000.00" == grant(4108, ("0.25", "university")).amount.to_text()


def test_municipality_without_posts_gets_no_grant():
    """No posts cost nothing."""
    assert "0.00" == grant(4108).amount.to_text()


@pytest.mark.parametrize(("codes", "persons"), [(["must_join_others"], 64), ([], 65)])
def test_threshold_of_the_grant(codes: list[str], persons: int):
    """65 persons pass, 64 get the notice."""
    assert codes == [f.code for f in grant(persons, ("1", "vocational")).findings]


def test_outputs_of_the_grant():
    """Framework per year and for two years stand beside the grant."""
    outputs = grant(352, ("1", "vocational")).outputs
    assert {"framework_per_year": "280220.00", "framework": "560440.00"} == {
        name: amount.to_text() for name, amount in outputs.items()
    }


def test_sentence_of_the_grant_names_both_sides():
    """The prototype's sentence: framework and flat rates stand beside each other."""
    said = grant(4108, ("51.1", "university")).explain("de")
    assert "6.540.594 EUR" in said
    assert "6.540.800 EUR" in said


@pytest.mark.parametrize(
    ("amount", "population", "posts"),
    [
        ("15000.00", 35_000, ["0.75"]),
        ("10000.00", 35_000, ["0.5"]),
        ("20000.00", 35_000, ["0.5", "0.5"]),
        ("10000.00", 12_000, ["1.0"]),
        ("5000.00", 12_000, ["0.5"]),
        ("20000.00", 20_000, ["1"]),
        ("10000.00", 19_999, ["1"]),
        ("10000.00", 10_000, ["1"]),
    ],
)
def test_integration_officers_by_population_and_post(
    amount: str, population: int, posts: list[str]
):
    """The band gives the rate, the posts count up to one."""
    assert amount == officers(population, *posts).amount.to_text()


@pytest.mark.parametrize("posts", [["0.5", "0.75"], ["0.6", "0.6"], ["0.5", "0.5", "0.5"]])
def test_post_that_is_not_two_halves_is_not_funded(posts: list[str]):
    """Two persons may have a half each; other divisions get nothing."""
    award = officers(35_000, *posts)
    assert ("0.00", ["badly_divided"]) == (award.amount.to_text(), [f.code for f in award.findings])


def test_one_person_counts_as_one_post_at_most():
    """Nothing is granted for more than a full-time post."""
    assert "20000.00" == officers(35_000, "1.2").amount.to_text()


def test_post_of_049_is_excluded():
    """Below 0.5 FTE nothing is granted."""
    assert "0.00" == officers(35_000, "0.49").amount.to_text()


def test_post_of_049_is_told_why():
    """The post leaves the calculation with a finding, whose sentence has both figures."""
    assert [("post_too_small", "Nothing is granted for 0.49 FTE, only from 0.5 FTE.")] == [
        (finding.code, finding.text.en) for finding in officers(35_000, "0.49").findings
    ]


def test_population_below_the_bands_is_excluded_and_not_zero():
    """The amount is unknown, which is a reason and not a zero."""
    award = officers(9_999, "1")
    assert (True, ["band_amount_unknown"]) == (
        award.is_excluded,
        [finding.code for finding in award.findings],
    )
