"""Consortia: who joins whom, how many groups there are, and what is said about it."""

import datetime as dt
import json
import pickle  # results must survive it; nothing foreign is read
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from integrationsplan import Recipients, allocate, catalogue
from integrationsplan.allocation import (
    Consortia,
    Member,
    form_consortia,
    members_of,
)
from integrationsplan.allocation.consortia._covering import most_groups, upper_bound
from integrationsplan.allocation.consortia._neighbours import Map
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.findings import Severity
from integrationsplan.values import FrozenMap, Quantity, Unit

EURO = Unit.parse("EUR/year")
MINIMUM = Quantity(Fraction(51000), EURO)
FRAMEWORK = "de-bw-integrationsmanagement-2017"
DAY = dt.date(2018, 1, 15)

# One degree of latitude is 111.195 km on this sphere.
NORTH, MIDDLE, SOUTH = "50", "49", "48"


def row(key: str, amount: Any, north: str | None = None, parent: str | None = None, **more: Any):
    """Make a member on the ninth meridian."""
    place = {} if north is None else {"latitude": north, "longitude": "9"}
    return {"key": key, "amount": amount, "parent": parent, **place, **more}


def groups_of(consortia: Consortia) -> list[str]:
    """Return the keys of each group, joined."""
    return ["".join(member.key for member in group.members) for group in consortia]


def form(*rows: Any, minimum: Any = 51000, **options: Any) -> Consortia:
    """Form consortia of rows."""
    return form_consortia(rows, minimum=minimum, **options)


# -- the number of groups --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("groups", "amounts"),
    [
        (["a"], [51000]),  # reaches it alone, exactly
        (["ab"], [50999, 1]),
        (["a", "b"], [51000, 51000]),
        (["ad", "bc"], [25500, 25500, 25500, 25500]),
        (["a", "bc"], [60000, 26000, 25000]),
        (["ab"], [60000, 50000]),  # who falls short joins who does not
        (["ad", "bc"], [50000, 30000, 21000, 1000]),
        (["abc"], [17000, 17000, 17000]),
        (["abcd"], [51000, 0, 0, 0]),  # zero amounts are members like any other
    ],
)
def test_groups_of_amounts(groups: list[str], amounts: list[int]):
    """Small cases that can be seen at a glance; keys run in the order of the amounts."""
    rows = [row(key, amount) for key, amount in zip("abcdef", amounts, strict=False)]
    assert groups == groups_of(form(*rows))


@pytest.mark.parametrize("amounts", [[50999], [0], [0, 0], [25000, 25999]])
def test_below_the_minimum_in_all_there_is_no_group(amounts: list[int]):
    """Everybody is left over, and that nothing else is possible is proven."""
    consortia = form(*(row(str(index), amount) for index, amount in enumerate(amounts)))
    (district,) = consortia.districts
    assert (0, len(amounts), 0, True) == (
        len(consortia),
        len(consortia.left_over),
        district.upper_bound,
        district.is_proven,
    )


def test_rule_of_thumb_would_lose_a_group():
    """The largest first, then the largest that fits: 4 + 4 + 3 leaves 9. Better is 4 + 3 + 3."""
    amounts = zip("abcdef", (4, 4, 3, 3, 3, 3), strict=True)
    assert 2 == len(form(*(row(key, amount) for key, amount in amounts), minimum=10))


def test_just_under_the_half_no_pair_is_formed():
    """40 members of 25,400 make 13 groups of three, although the total would do for 19."""
    consortia = form(*(row(f"{index:02}", 25400) for index in range(40)))
    (district,) = consortia.districts
    assert (13, 13, "exact") == (len(consortia), district.upper_bound, district.method)


@pytest.mark.parametrize(
    ("bound", "amounts", "minimum"),
    [
        (0, [], 10),
        (0, [9], 10),
        (1, [10], 10),
        (2, [100, 5, 5], 10),  # what one has too much helps nobody
        (13, [254] * 40, 510),
        (1, [4, 4, 4, 4, 0], 10),
    ],
)
def test_upper_bounds(bound: int, amounts: list[int], minimum: int):
    """The bound counts in steps, not only in sums."""
    assert bound == upper_bound(amounts, minimum)


def test_more_than_40_members_are_a_heuristic_that_may_prove_itself():
    """41 equal members are grouped by a good rule, which meets the bound."""
    consortia = form(*(row(f"{index:02}", 25500) for index in range(41)))
    (district,) = consortia.districts
    assert ("heuristic", True, 20) == (district.method, district.is_proven, district.groups)


def test_what_is_not_proven_says_so():
    """Where the bound is not met, a notice tells both numbers."""
    # More members than are searched; amounts just above 0.3 of the minimum, so that sums mislead.
    rows = [row(f"{index:03}", 15300 + 37 * index % 3001) for index in range(300)]
    consortia = form(*rows)
    (district,) = consortia.districts
    (finding,) = consortia.findings
    assert (False, "heuristic") == (district.is_proven, district.method)
    assert ("more_groups_not_excluded", Severity.NOTICE) == (finding.code, finding.severity)
    assert str(district.upper_bound) == finding.values["upper_bound"]


def test_what_is_not_proven_is_near_all_the_same():
    """Positions are used where the bound is not met, too."""
    rows = [row(f"{n:03}", 15300 + 37 * n % 3001, f"{47 + n % 60 / 20}") for n in range(260)]
    consortia = form(*rows)
    (district,) = consortia.districts
    far = 111 * 3 / 2  # on average, if neighbours were not looked for
    assert district.groups < district.upper_bound
    assert consortia.spread_km is not None
    assert consortia.spread_km < far * len(consortia)


def test_no_group_of_many_members_is_exact():
    """That a sum falls short needs no search."""
    (district,) = form(*(row(f"{index:02}", 1) for index in range(50))).districts
    assert ("exact", True) == (district.method, district.is_proven)


def test_everybody_is_somewhere_when_the_search_gives_up():
    """Without steps the search finds nothing, and the quick groups stay."""
    amounts = sorted((15300 + 137 * index % 3001 for index in range(40)), reverse=True)
    covering = most_groups(amounts, 51000, 1)
    assert all(sum(amounts[place] for place in group) >= 51000 for group in covering.groups)
    assert len(covering.groups) <= covering.bound


@pytest.mark.parametrize("unit", ["person", "EUR", "1", "EUR/fte/year"])
def test_amounts_may_be_in_any_unit(unit: str):
    """Persons can have a minimum as well as euros."""
    consortia = form(row("a", 40, unit=unit), row("b", 25, unit=unit), minimum=65)
    assert Quantity(Fraction(65), Unit.parse(unit)) == consortia["a"].amount


def test_fractions_are_compared_exactly():
    """Three thirds make one, and not a little less."""
    third = Fraction(1, 3)
    rows = [row("a", third), row("b", third), row("c", third)]
    assert ["abc"] == groups_of(form(*rows, minimum=1))


def test_a_hair_below_the_minimum_is_below_it():
    """What floating-point numbers would call equal is not enough."""
    assert 0 == len(form(row("a", Fraction(10**30 - 1, 10**30)), minimum=1))


# -- districts -------------------------------------------------------------------------------------


def test_members_of_a_district_join_each_other():
    """Two districts whose members could be mixed are not."""
    rows = [row("a", 26000, None, "1"), row("b", 26000, None, "2")]
    rows += [row("c", 25000, None, "1"), row("d", 25000, None, "2")]
    assert ["ac", "bd"] == groups_of(form(*rows))


def test_poor_district_is_left_over():
    """A district below the minimum has no group; the finding proves it and names a way."""
    consortia = form(row("a", 60000, None, "1"), row("b", 20000, None, "2"), minimum=MINIMUM)
    (finding,) = consortia.findings
    assert (["b"], "below_minimum", "2") == (
        [member.key for member in consortia.left_over],
        finding.code,
        finding.subject,
    )
    assert {"total": "20000.00", "minimum": "51000.00", "shortfall": "31000.00"} == dict(
        finding.values
    )
    assert ["join_across_districts"] == [way.code for way in finding.ways]


def test_poor_district_joins_the_nearest_group():
    """With positions the nearest centre decides, not the key."""
    consortia = form(
        row("a", 60000, NORTH, "1"),
        row("b", 60000, SOUTH, "3"),
        row("c", 20000, "48.1", "2"),
        across_districts=True,
    )
    assert ["a", "bc"] == groups_of(consortia)
    assert (("2", "3"), ["c"]) == (
        consortia["c"].parents,
        [member.key for member in consortia["c"].guests],
    )
    assert ["joined_across_districts"] == [finding.code for finding in consortia.findings]


def test_poor_district_without_positions_joins_the_next_before_by_key():
    """District keys of neighbours follow each other."""
    rows = [row("a", 60000, None, "1"), row("b", 60000, None, "3"), row("c", 20000, None, "2")]
    assert ["ac", "b"] == groups_of(form(*rows, across_districts=True))


def test_first_district_without_positions_joins_the_next():
    """Where nobody comes before, the first who comes after is taken."""
    rows = [row("a", 20000, None, "1"), row("b", 60000, None, "3")]
    assert ["ab"] == groups_of(form(*rows, across_districts=True))


def test_guests_do_not_become_the_lead():
    """A member of another district changes the ways, not who is in the middle."""
    consortia = form(
        row("a", 30000, NORTH, "1"),
        row("b", 30000, SOUTH, "1"),
        row("c", 20000, MIDDLE, "2"),
        across_districts=True,
    )
    assert ("a", 333585) == (consortia["c"].lead.key, consortia["c"].spread_metres)


def test_poor_districts_alone_are_taken_as_one():
    """Where no district reaches the minimum, all together may."""
    rows = [row("a", 30000, None, "1"), row("b", 30000, None, "2")]
    consortia = form(*rows, across_districts=True)
    assert (["ab"], [("1", "2")], ()) == (
        groups_of(consortia),
        [district.parents for district in consortia.districts],
        consortia.findings,
    )


def test_poor_districts_that_stay_poor_together_are_left_over():
    """The finding is about the whole, and names no way that was tried."""
    rows = [row("a", 30000, None, "1"), row("b", 20000, None, "2")]
    consortia = form(*rows, across_districts=True)
    (finding,) = consortia.findings
    assert (2, None, ()) == (len(consortia.left_over), finding.subject, finding.ways)


def test_members_without_a_district_are_one_district():
    """No key of a district is a district too, beside those with a key."""
    rows = [row("a", 30000), row("b", 30000), row("c", 60000, None, "1")]
    assert [(), ("1",)] == [district.parents for district in form(*rows).districts]


# -- nearness --------------------------------------------------------------------------------------


def test_one_degree_of_latitude():
    """The haversine formula gives the known length of a degree: 111.195 km."""
    assert 111195 == Map([(48.0, 9.0), (49.0, 9.0)]).metres(0, 1)


@pytest.mark.parametrize(
    ("metres", "here", "there"),
    [
        (22239, (0.0, 179.9), (0.0, -179.9)),  # across the antimeridian
        (0, (90.0, 0.0), (90.0, 77.0)),  # the pole has every longitude
        (20015114, (90.0, 0.0), (-90.0, 0.0)),  # half around
        (20015114, (0.0, 0.0), (0.0, 180.0)),
        (0, (48.0, 9.0), (48.0, 9.0)),
    ],
)
def test_distances_at_the_edges_of_the_map(metres: int, here: Any, there: Any):
    """Poles and the antimeridian are places like any other."""
    assert metres == Map([here, there]).metres(0, 1)


def test_neighbours_join_each_other():
    """Of equal amounts those that are near each other join."""
    rows = [row("a", 30000, "48"), row("b", 30000, "50"), row("c", 30000, "48.1")]
    rows.append(row("d", 30000, "50.1"))
    assert ["ac", "bd"] == groups_of(form(*rows))


def test_number_of_groups_comes_before_nearness():
    """The far pair is taken where only it leaves enough for another group."""
    rows = [row("a", 50000, "48"), row("b", 30000, "48.01"), row("c", 21000, "48.02")]
    rows.append(row("d", 1000, "50"))
    assert ["ad", "bc"] == groups_of(form(*rows))


def test_lead_is_the_member_in_the_middle():
    """The shortest ways in all decide, not the amount."""
    group = form(row("a", 30000, NORTH), row("b", 10000, MIDDLE), row("c", 20000, SOUTH))["a"]
    assert ("b", 222390, 222.39) == (group.lead.key, group.spread_metres, group.spread_km)


def test_lead_without_positions_has_the_largest_amount():
    """Nothing else is known."""
    group = form(row("a", 20000), row("b", 31000))["a"]
    assert ("b", None, None) == (group.lead.key, group.spread_metres, group.spread_km)


def test_member_without_position_takes_part():
    """It counts for the amount, and for no ways: it fills up wherever it is needed."""
    rows = [row("a", 30000, NORTH), row("b", 30000), row("c", 30000, SOUTH)]
    consortia = form(*rows, row("d", 30000, "48.1"))
    assert (["ab", "cd"], 11.12) == (groups_of(consortia), consortia.spread_km)


def test_all_at_one_place():
    """Where nobody is nearer, the result is still one and the same."""
    rows = [row(key, 30000, MIDDLE) for key in "abcdef"]
    consortia = form(*rows)
    assert (3, 0.0) == (len(consortia), consortia.spread_km)
    assert consortia == form(*reversed(rows))


def test_spread_of_the_whole():
    """Ways add up over groups; without positions there are none."""
    near = form(row("a", 30000, NORTH), row("b", 30000, MIDDLE))
    assert (111.195, None) == (near.spread_km, form(row("a", 51000)).spread_km)


def test_who_is_in_no_group_goes_to_the_nearest():
    """The small one is not needed for any group, and joins where it lives."""
    rows = [row("a", 51000, NORTH), row("b", 51000, SOUTH), row("c", 100, "48.5")]
    assert ["a", "bc"] == groups_of(form(*rows))


def test_large_groups_exchange_members_too():
    """Groups of more members than can be parted in every way still end up near each other."""
    rows = [row(f"n{index:02}", 4000, f"50.{index:02}") for index in range(14)]
    rows += [row(f"s{index:02}", 4000, f"48.{index:02}") for index in range(14)]
    consortia = form(*rows)
    assert {"n", "s"} == {"".join(sorted({m.key[0] for m in g.members})) for g in consortia}


# -- many members ----------------------------------------------------------------------------------


@pytest.mark.parametrize("is_placed", [True, False])
def test_10_000_members_in_one_district(is_placed: bool):
    """Very many members are grouped by a good rule in a moment; the bound is nearly met."""
    rows = []
    for index in range(10_000):
        place = f"{47 + index * 7919 % 3001 / 1000}" if is_placed else None
        rows.append(row(f"{index:05}", 1000 + index * 48271 % 59_001, place))
    consortia = form(*rows)
    (district,) = consortia.districts
    assert ("heuristic", 0) == (district.method, len(consortia.left_over))
    assert district.groups >= district.upper_bound - 5


def test_one_huge_and_many_tiny():
    """All the tiny ones together do not make a group, and join the huge one."""
    rows = [row("huge", 10**9, MIDDLE), *(row(f"{n:03}", n, f"48.{n:03}") for n in range(300))]
    assert [301] == [len(group.members) for group in form(*rows)]


def test_thousands_of_tiny_members():
    """Groups of hundreds have their centre, and nobody is lost."""
    rows = [row(f"{n:04}", 100 + n % 7, f"{47 + n % 300 / 100}") for n in range(3000)]
    consortia = form(*rows)
    assert 3000 == sum(len(group.members) for group in consortia)
    assert all(group.amount.value >= 51000 for group in consortia)


# -- wrong input -----------------------------------------------------------------------------------


def refusal(call: Callable[[], object]) -> list[tuple[str, str]]:
    """Return pointer and code of every problem of a refusal."""
    with pytest.raises(InvalidValueError) as caught:
        call()
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


GOOD = row("good", 1)


@pytest.mark.parametrize(
    ("problems", "rows", "minimum"),
    [
        ([("/members", "no_members")], [], 1),
        ([("/members/0", "wrong_type")], [5], 1),
        ([("/members/0/key", "missing_key"), ("/members/0/amount", "missing_key")], [{}], 1),
        ([("/members/0/colour", "unknown_key")], [GOOD | {"colour": "red"}], 1),
        ([("/members/1/key", "duplicate_recipient")], [GOOD, GOOD], 1),
        ([("/members/0/amount", "too_small")], [row("a", -1)], 1),
        ([("/members/0/amount", "too_large")], [row("a", 10**18)], 1),
        ([("/members/0/amount", "wrong_type")], [row("a", 1.5)], 1),
        ([("/members/0/amount", "not_a_number")], [row("a", "much")], 1),
        ([("/members/0/unit", "unknown_unit")], [row("a", 1, unit="stone")], 1),
        ([("/members/0/unit", "wrong_type")], [row("a", 1, unit=5)], 1),
        (
            [("/members/1/amount", "unit_differs")],
            [row("a", 1, unit="EUR"), row("b", 1, unit="CHF")],
            Quantity(Fraction(1), Unit.parse("EUR")),
        ),
        (
            [("/members/0/amount", "unit_differs")],
            [row("a", Quantity(Fraction(1), EURO), unit="EUR")],
            MINIMUM,
        ),
        ([("/members/0/amount", "unit_differs")], [row("a", 1, unit="EUR")], MINIMUM),
        ([("/members/0/longitude", "half_position")], [GOOD | {"latitude": "48"}], 1),
        ([("/members/0/latitude", "half_position")], [GOOD | {"longitude": "9"}], 1),
        ([("/members/0/latitude", "too_large")], [row("a", 1, "90.1")], 1),
        ([("/members/0/latitude", "too_small")], [row("a", 1, "-90.1")], 1),
        ([("/members/0/longitude", "too_large")], [row("a", 1, "1") | {"longitude": 181}], 1),
        ([("/members/0/latitude", "wrong_form")], [row("a", 1, "north")], 1),
        ([("/members/0/latitude", "wrong_form")], [row("a", 1, "1") | {"latitude": 1e400}], 1),
        (
            [("/members/0/latitude", "wrong_form")],
            [row("a", 1, "1") | {"latitude": Decimal("nan")}],
            1,
        ),
        ([("/members/0/latitude", "wrong_type")], [row("a", 1, "1") | {"latitude": True}], 1),
        ([("/members/0/parent", "too_short")], [row("a", 1, parent="")], 1),
        ([("/members/0/key", "wrong_type")], [row("a", 1) | {"key": 8}], 1),
        ([("/minimum", "too_small")], [GOOD], 0),
        ([("/minimum", "too_small")], [GOOD], Quantity(Fraction(-1), EURO)),
        ([("/minimum", "too_large")], [GOOD], 10**18),
        ([("/minimum", "wrong_type")], [GOOD], 51000.0),
        ([("/minimum", "not_a_number")], [GOOD], "51.000,00"),
        ([("/members/0/amount", "amounts_too_fine")], [row("a", Fraction(1, 10**101))], 1),
        ([("/minimum", "amounts_too_fine")], [GOOD], Fraction(1, 10**101)),
        (
            [("/members/1/amount", "amounts_too_fine")],
            [row("a", Fraction(1, 3**200)), row("b", Fraction(1, 7**40))],
            1,
        ),
    ],
)
def test_wrong_input_is_told_with_its_place(
    problems: list[tuple[str, str]], rows: list[Any], minimum: Any
):
    """Each wrong input has the problem that it is to have."""
    assert problems == refusal(lambda: form_consortia(rows, minimum=minimum))


@pytest.mark.parametrize("rows", ["abc", {"key": "a"}, 5, None])
def test_no_list_of_members_is_told(rows: Any):
    """A text or a mapping is no list of members."""
    assert [("/members", "wrong_type")] == refusal(lambda: form_consortia(rows, minimum=1))


def test_all_problems_are_told_at_once():
    """Members, their relations and the minimum are all looked at."""
    rows = [row("a", -1), Member.of("b", 1), row("b", 1), row("c", 1, unit="EUR")]
    rows.append(row("d", "x") | {"latitude": "91"})
    assert [
        ("/members/0/amount", "too_small"),
        ("/members/4/amount", "not_a_number"),
        ("/members/4/latitude", "too_large"),
        ("/members/4/longitude", "half_position"),
        ("/minimum", "too_small"),
        ("/members/2/key", "duplicate_recipient"),
    ] == refusal(lambda: form_consortia(rows, minimum=-1))


@pytest.mark.parametrize("code", ["half_position", "no_members", "unit_differs"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_problems_are_told_in_both_languages(code: str, language: str):
    """The sentences are filled, and the data can be written as JSON."""
    rows = {
        "half_position": [GOOD | {"latitude": "48"}],
        "no_members": [],
        "unit_differs": [row("a", 1, unit="EUR")],
    }[code]
    with pytest.raises(InvalidValueError) as caught:
        form_consortia(rows, minimum=MINIMUM if code == "unit_differs" else 1)
    (problem,) = caught.value.problems
    assert "{" not in problem.text(language)
    assert code == json.loads(json.dumps(problem.as_data(language)))["code"]


# -- members ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("latitude", ["48.5", 48.5, Decimal("48.5")])
def test_positions_are_text_or_any_number(latitude: Any):
    """They are kept as text, as printed."""
    assert "48.5" == Member.of("a", 1, latitude=latitude, longitude=9).latitude


@pytest.mark.parametrize(
    "amount", [23882, "23882", Decimal("23882.00"), Quantity(Fraction(23882), EURO)]
)
def test_amounts_are_any_exact_number(amount: Any):
    """A number needs its unit; a quantity brings it."""
    unit = None if isinstance(amount, Quantity) else "EUR/year"
    assert Quantity(Fraction(23882), EURO) == Member.of("a", amount, unit).amount


def test_a_quantity_keeps_its_unit():
    """Another unit beside it is a contradiction, the same is none."""
    amount = Quantity(Fraction(1), EURO)
    assert amount == Member.of("a", amount, "EUR/year").amount
    assert [("/amount", "unit_differs")] == refusal(lambda: Member.of("a", amount, "EUR"))


def test_title_is_the_name_or_the_key():
    """Names are for people."""
    assert ("Weinheim", "08226096") == (
        Member.of("08226096", 1, name="Weinheim").title,
        Member.of("08226096", 1).title,
    )


def test_members_of_an_allocation():
    """Awards become amounts, names and districts go along, positions are looked up."""
    rows = [
        {"key": "08226096", "name": "Weinheim", "parent": "08226", "persons": 352},
        {"key": "08226107", "persons": 30},
    ]
    allocation = allocate(catalogue.load(FRAMEWORK), rows, day=DAY)
    first, second = members_of(allocation, {"08226096": ("49.55", 8.67), "other": ("1", "2")})
    assert (first, None) == (
        Member.of(
            "08226096",
            280220,
            "EUR/year",
            name="Weinheim",
            parent="08226",
            latitude="49.55",
            longitude="8.67",
        ),
        second.latitude,
    )


def test_members_may_bring_an_output():
    """The framework for two years is an output of the programme, in euros."""
    allocation = allocate(catalogue.load(FRAMEWORK), [{"key": "a", "persons": 352}], day=DAY)
    (member,) = members_of(allocation, output="framework")
    assert "560440.00 EUR" == str(member.amount)


def test_unknown_output_is_told():
    """The outputs that there are stand in the error."""
    allocation = allocate(catalogue.load(FRAMEWORK), [{"key": "a", "persons": 352}], day=DAY)
    with pytest.raises(UnknownNameError) as caught:
        members_of(allocation, output="frame")
    assert ("framework",) == caught.value.known


def test_excluded_recipients_are_no_members(evaluate: Callable[..., Any]):
    """Whom a condition has taken out does not join anybody."""
    allocation = evaluate(
        """
        [figures.persons]
        unit = "person"
        [rules.amount]
        kind = "round"
        of = "persons"
        step = "1"
        method = "half_up"
        [[conditions]]
        code = "too_few"
        when = { kind = "compare", left = "persons", op = "at_least", right = "few" }
        effect = "exclude"
        de = "Zu wenige."
        en = "Too few."
        [parameters.few]
        unit = "person"
        values = [{ value = "5", basis = "stated", citation = "law" }]
        [result]
        award = "amount"
        unit = "person"
        """,
        [{"key": "a", "persons": 4}, {"key": "b", "persons": 5}],
    )
    assert ["b"] == [member.key for member in members_of(allocation)]


def test_wrong_positions_are_told_all_at_once():
    """Each with the key of the recipient in its pointer."""
    rows = [{"key": key, "persons": 1} for key in "abcd"]
    allocation = allocate(catalogue.load(FRAMEWORK), rows, day=DAY)
    positions: Any = {"a": ("91", "0"), "b": 5, "c": ("1", "2"), "d": ("x", None)}
    assert [
        ("/positions/a/latitude", "too_large"),
        ("/positions/b", "wrong_type"),
        ("/positions/d/latitude", "wrong_form"),
    ] == refusal(lambda: members_of(allocation, positions))


# -- what is said ----------------------------------------------------------------------------------


THREE = (
    row("a", 30000, NORTH, "1", name="Aheim"),
    row("b", 30000, MIDDLE, "1", name="Bheim"),
    row("c", 60000, SOUTH, "2", name="Cheim"),
)


@pytest.mark.parametrize(
    ("said", "key", "language"),
    [
        (
            "Below 51,000 EUR/year alone: Aheim (30,000 EUR/year), Bheim (30,000 EUR/year). "
            "Together 60,000 EUR/year. Ways to Aheim 111.2 km in all.",
            "a",
            "en",
        ),
        (
            "Allein unter 51.000 EUR/Jahr: Aheim (30.000 EUR/Jahr), Bheim (30.000 EUR/Jahr). "
            "Zusammen 60.000 EUR/Jahr. Wege nach Aheim zusammen 111,2 km.",
            "a",
            "de",
        ),
        ("Reaches 51,000 EUR/year alone: Cheim (60,000 EUR/year).", "c", "en"),
        ("Erreicht 51.000 EUR/Jahr allein: Cheim (60.000 EUR/Jahr).", "c", "de"),
    ],
)
def test_reasons(said: str, key: str, language: Any):
    """A group says why it is as it is."""
    assert said == form(*THREE, minimum=MINIMUM)[key].reason.in_language(language)


@pytest.mark.parametrize(
    ("said", "language"),
    [
        (
            "Reaches 51,000 EUR/year alone: Cheim (60,000 EUR/year). "
            "Taken in: Dheim (5,000 EUR/year). Together 65,000 EUR/year. "
            "From a district that is below the minimum in all: Dheim. "
            "Ways to Cheim 11.1 km in all.",
            "en",
        ),
        (
            "Erreicht 51.000 EUR/Jahr allein: Cheim (60.000 EUR/Jahr). "
            "Aufgenommen: Dheim (5.000 EUR/Jahr). Zusammen 65.000 EUR/Jahr. "
            "Aus einem Kreis, der insgesamt unter dem Minimum liegt: Dheim. "
            "Wege nach Cheim zusammen 11,1 km.",
            "de",
        ),
    ],
)
def test_reason_of_a_group_with_a_guest(said: str, language: Any):
    """Who was taken in, and from where, is told."""
    guest = row("d", 5000, "48.1", "3", name="Dheim")
    consortia = form(*THREE, guest, minimum=MINIMUM, across_districts=True)
    assert said == consortia["d"].reason.in_language(language)


def test_long_lists_are_cut():
    """A sentence names ten members and counts the others."""
    group = form(*(row(f"{index:02}", 5000) for index in range(12)))["00"]
    assert "09 (5,000) + 2. Together 60,000." in group.reason.en


def test_explanation_of_the_whole():
    """Districts, their groups, findings and who is left over."""
    consortia = form(*THREE, row("d", 5000, None, "3"), minimum=MINIMUM)
    reasons = consortia["a"].reason.en, consortia["c"].reason.en
    assert [
        "2 groups of 3 members, each with at least 51,000 EUR/year; 1 left over",
        "1: 1 group, 60,000 EUR/year; more are impossible",
        f"  {reasons[0]}",
        "2: 1 group, 60,000 EUR/year; more are impossible",
        f"  {reasons[1]}",
        "3: 0 groups, 5,000 EUR/year; more are impossible",
        "! 3: All members together have 5,000 EUR/year, 46,000 EUR/year less than the minimum of "
        "51,000 EUR/year. No group is possible. "
        "[join a group of another district (across_districts=True)]",
        "Left over: d (5,000 EUR/year)",
    ] == consortia.explain().splitlines()


def test_explanation_in_german():
    """The same in German."""
    consortia = form(*THREE, row("d", 5000), minimum=MINIMUM)
    lines = consortia.explain("de").splitlines()
    assert (
        "2 Gruppen aus 3 Mitgliedern, jede mit mindestens 51.000 EUR/Jahr; 1 übrig",
        "ohne Kreis: 0 Gruppen, 5.000 EUR/Jahr; mehr sind nicht möglich",
        "Übrig: d (5.000 EUR/Jahr)",
    ) == (lines[0], lines[1], lines[-1])


@pytest.mark.parametrize(("said", "language"), [("not proven", "en"), ("nicht bewiesen", "de")])
def test_explanation_says_what_is_not_proven(said: str, language: Any):
    """The line of the district and the finding say it."""
    rows = [row(f"{index:03}", 15300 + 37 * index % 3001) for index in range(300)]
    assert 2 == form(*rows).explain(language).count(said)


def test_another_language_is_told():
    """There are two."""
    with pytest.raises(UnknownNameError):
        form(GOOD, minimum=1).explain("fr")  # type: ignore[arg-type]  # wrong on purpose


def test_finding_of_joining_is_told_in_both_languages():
    """Both sentences tell the figures."""
    rows = [row("a", 60000, None, "1"), row("b", 20000, None, "2")]
    (finding,) = form(*rows, minimum=MINIMUM, across_districts=True).findings
    assert ("20,000 EUR/year" in finding.text.en, "20.000 EUR/Jahr" in finding.text.de) == (
        True,
        True,
    )


# -- the result as an object -----------------------------------------------------------------------


def test_order_of_input_does_not_matter():
    """The same members in another order are the same result."""
    rows = [row(f"{n}", 9000 + n * 3777 % 20011, f"{48 + n * 7 % 13 / 10}") for n in range(20)]
    assert form(*rows) == form(*rows[::-1]) == form(*rows[7:], *rows[:7])


def test_group_of_a_member():
    """A group is found by any of its members; who is left over has none."""
    consortia = form(*THREE, row("d", 5000, None, "3"))
    assert consortia["a"] is consortia["b"]
    with pytest.raises(UnknownNameError):
        consortia["d"]


def test_result_survives_pickling():
    """A copy by pickle is equal."""
    consortia = form(*THREE)
    assert consortia == pickle.loads(pickle.dumps(consortia))  # noqa: S301  # our own bytes


def test_representations():
    """Short, with what matters."""
    consortia = form(*THREE, row("d", 5000), minimum=MINIMUM)
    assert [
        "<Consortia: 2 groups in 3 districts, 1 members left over>",
        "<Consortium a: 2 members, 60000.00 EUR/year>",
        "<District -: 0 of at most 0 groups>",
        "<District 1: 1 of at most 1 groups>",
    ] == [repr(thing) for thing in (consortia, consortia["a"], *consortia.districts[:2])]


def test_representation_of_many_districts_is_short():
    """Where hundreds were taken as one, ten are named."""
    rows = [row(f"{index:02}", 5000, parent=f"{index:02}") for index in range(12)]
    (district,) = form(*rows, across_districts=True).districts
    assert repr(district).endswith("08, 09 + 2: 1 of at most 1 groups>")


def test_table_for_notebooks():
    """Names are escaped; the first 50 groups are shown and the others counted."""
    rows = [row(f"{index:02}", 60000, name="<b>") for index in range(60)]
    table = form(*rows, row("x", 5, None, "2"), minimum=MINIMUM)._repr_html_()
    assert ("<b>" in table, "&lt;b&gt;" in table, "and 10 more groups" in table) == (
        False,
        True,
        True,
    )
    assert "left over" in table
    assert "111.2 km" in form(*THREE)._repr_html_()


def test_titles_are_names_or_a_count():
    """A title that is too long becomes the lead and a number."""
    many = form(*(row(f"{n:02}", 5000, name=f"Town of number {n:02}") for n in range(12)))["00"]
    assert ("Aheim, Bheim", "Town of number 00 + 11") == (form(*THREE)["a"].title, many.title)


# -- consortia as recipients -----------------------------------------------------------------------


TOWNS = Recipients.of(
    [
        {"key": "a", "name": "Aheim", "kind": "town", "parent": "1", "persons": 40},
        {"key": "b", "persons": 30, "records": {"post": [{"key": "p", "fte": "1.0"}]}},
        {"key": "c", "kind": "town", "persons": 90},
    ],
    figures={"pot": 1000},
)


def by_persons() -> Consortia:
    """Form consortia of the towns by their persons."""
    return form_consortia(
        [Member.of(town.key, town.figures["persons"], "person") for town in TOWNS], minimum=65
    )


def test_groups_become_recipients():
    """Key and district of the lead, figures and records of the members below."""
    joined = by_persons().as_recipients(TOWNS)
    group, alone = joined.members
    assert ("a", "a, b", "consortium", "1") == (group.key, group.name, group.kind, group.parent)
    assert ("c", "town", FrozenMap({"pot": 1000})) == (alone.key, alone.kind, joined.figures)
    first, second = group.records["member"]
    assert ({"persons": 40}, ["p"]) == (
        dict(first.figures),
        [record.key for record in second.records["post"]],
    )


def test_unknown_members_are_told():
    """Every member must be among the recipients."""
    with pytest.raises(UnknownNameError):
        by_persons().as_recipients(Recipients.of([{"key": "a"}]))


def test_level_of_the_members_may_be_named():
    """A programme may call it otherwise; what is no name is refused."""
    assert {"town"} == set(by_persons().as_recipients(TOWNS, level="town")["a"].records)
    with pytest.raises(InvalidValueError):
        by_persons().as_recipients(TOWNS, level="Not a name")


def test_programme_computes_what_a_group_gets(evaluate: Callable[..., Any]):
    """Stockach and its neighbours: the sum of rounded parts, 251,560, and not 251,561."""
    rows = [{"key": f"t{n}", "persons": p} for n, p in enumerate((53, 29, 112, 29, 55, 38))]
    towns = Recipients.of(rows)
    members = members_of(allocate(catalogue.load(FRAMEWORK), towns, day=DAY))
    groups = form_consortia(members, minimum=251560).as_recipients(towns)
    allocation = evaluate(
        """
        [figures.persons]
        unit = "person"
        level = "member"
        [parameters.rate]
        unit = "EUR/person/year"
        values = [{ value = "58000000/72857", basis = "inferred", citation = "law" }]
        [rules.framework]
        kind = "round"
        of = { kind = "product", of = ["persons", "rate"] }
        step = "1"
        method = "half_up"
        [rules.grant]
        kind = "total"
        of = "framework"
        per = "recipient"
        [result]
        award = "grant"
        unit = "EUR/year"
        """,
        groups,
        levels='recipient = "all"\nmember = "recipient"',
    )
    assert ["251560.00"] == [award.amount.to_text() for award in allocation]
