"""Consortia for all 1,101 municipalities of Baden-Württemberg.

Who had how many refugees in each municipality was never published as a table. The persons here are
made up by a formula that anybody can repeat: the state's 72,857 persons in proportion to the
population of 31 December 2020, times a factor between 50 and 150 percent that follows from the
place of the municipality in the order of keys.

    persons = floor(population * 72,857 * (50 + (37 * place) mod 101) / (100 * 11,100,000))

Population and positions: Statistisches Bundesamt, Gemeindeverzeichnis, 31.12.2020.
"""

import csv
import datetime as dt
from pathlib import Path

import pytest

from integrationsplan import Allocation, Recipients, allocate, catalogue
from integrationsplan.allocation import Consortia, form_consortia, members_of

TABLE = Path(__file__).resolve().parents[3] / "shared" / "data" / "municipalities_2020.csv"
pytestmark = pytest.mark.skipif(
    not TABLE.exists(), reason="the shared data is not beside the checkout"
)
MINIMUM = 51_000

# Districts and their groups; nine districts are cities of one member.
GROUPS = """
08111 1   08115 18  08116 26  08117 16  08118 27  08119 22  08121 1   08125 27  08126 9   08127 14
08128 9   08135 7   08136 18  08211 1   08212 1   08215 25  08216 13  08221 1   08222 1   08225 11
08226 35  08231 1   08235 12  08236 16  08237 7   08311 1   08315 22  08316 11  08317 27  08325 10
08326 10  08327 10  08335 13  08336 12  08337 14  08415 14  08416 9   08417 11  08421 1   08425 15
08426 15  08435 12  08436 18  08437 11
"""
PERSONS_NEEDED = 65
"""64 persons bring 50,949 euros, 65 bring 51,745."""


def read_towns() -> list[dict[str, str]]:
    """Return the municipalities; two areas without inhabitants belong to none."""
    with TABLE.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["ags"].startswith("08")]
    return sorted((row for row in rows if row["population"] != "0"), key=lambda row: row["ags"])


def persons_of(place: int, population: int) -> int:
    """Return the made-up persons of a municipality."""
    return population * 72_857 * (50 + 37 * place % 101) // (100 * 11_100_000)


@pytest.fixture(scope="module")
def towns() -> list[dict[str, str]]:
    """The municipalities in the order of their keys."""
    return read_towns()


@pytest.fixture(scope="module")
def allocation(towns: list[dict[str, str]]) -> Allocation:
    """The planning frameworks of a year, each rounded alone."""
    rows = [
        {
            "key": town["ags"],
            "name": town["name"],
            "parent": town["ags"][:5],
            "persons": persons_of(place, int(town["population"])),
        }
        for place, town in enumerate(towns)
    ]
    programme = catalogue.load("de-bw-integrationsmanagement-2017")
    return allocate(programme, Recipients.of(rows), day=dt.date(2018, 1, 15))


@pytest.fixture(scope="module")
def consortia(allocation: Allocation, towns: list[dict[str, str]]) -> Consortia:
    """The proposal for the whole state."""
    positions = {town["ags"]: (town["lat"], town["lon"]) for town in towns}
    return form_consortia(members_of(allocation, positions), minimum=MINIMUM)


def test_every_municipality_is_in_a_group(consortia: Consortia):
    """1,101 members in 555 groups, nobody left over."""
    joined = sum(len(group.members) for group in consortia)
    assert (1101, 555, ()) == (joined, len(consortia), consortia.left_over)


def test_854_municipalities_have_to_join(allocation: Allocation, consortia: Consortia):
    """Those whom the programme tells to join others are in no group alone."""
    told = {award.recipient.key for award in allocation if award.findings}
    alone = {group.key for group in consortia if len(group.members) == 1}
    assert (854, set()) == (len(told), told & alone)


def test_no_group_is_below_the_minimum(allocation: Allocation, consortia: Consortia):
    """The published rule: the sum of amounts that were each rounded alone."""
    for group in consortia:
        assert allocation.total_of(member.key for member in group.members).value >= MINIMUM


def test_groups_of_every_district(consortia: Consortia):
    """As many groups as possible in each of the 44 districts."""
    words = GROUPS.split()
    wanted = dict(zip(words[::2], map(int, words[1::2]), strict=True))
    assert wanted == {district.parents[0]: district.groups for district in consortia.districts}


def test_more_groups_are_impossible(consortia: Consortia):
    """Every number is proven; 36 districts have at most 40 members and are searched."""
    methods = [district.method for district in consortia.districts]
    assert (36, 44, ()) == (
        methods.count("exact"),
        sum(district.is_proven for district in consortia.districts),
        consortia.findings,
    )


def test_counting_persons_gives_no_more_groups(consortia: Consortia, towns: list[dict[str, str]]):
    """Another way to the same bound: each group needs 65 persons."""
    persons: dict[str, list[int]] = {}
    for place, town in enumerate(towns):
        count = persons_of(place, int(town["population"]))
        persons.setdefault(town["ags"][:5], []).append(count)
    for district in consortia.districts:
        counts = persons[district.parents[0]]
        small = [count for count in counts if count < PERSONS_NEEDED]
        most = len(counts) - len(small) + sum(small) // PERSONS_NEEDED
        assert district.groups <= most


def test_groups_keep_to_their_district(consortia: Consortia):
    """The first five digits of the keys of a group are the same."""
    assert all(
        1 == len({member.key[:5] for member in group.members}) == len(group.parents)
        for group in consortia
    )


def test_members_are_near_each_other(consortia: Consortia):
    """The ways to the leads; better exchanges may shorten them, nothing may lengthen them."""
    assert consortia.spread_km is not None
    assert consortia.spread_km <= 4_032


def test_higher_minimum_leaves_over_with_proof(allocation: Allocation, towns: list[dict[str, str]]):
    """With a million euros some districts fall short in all; each finding proves it."""
    positions = {town["ags"]: (town["lat"], town["lon"]) for town in towns}
    members = members_of(allocation, positions)
    inside = form_consortia(members, minimum=1_000_000)
    short = {d.parents[0] for d in inside.districts if d.total.value < 1_000_000}
    assert short == {finding.subject for finding in inside.findings}
    assert {"below_minimum"} == {finding.code for finding in inside.findings}
    assert short == {member.parent for member in inside.left_over}
    across = form_consortia(members, minimum=1_000_000, across_districts=True)
    assert (len(inside), ()) == (len(across), across.left_over)
