"""Region keys: text with its leading zero, in the lengths of the official directory."""

import pytest

from integrationsplan.errors import InvalidValueError
from integrationsplan.values import AGS, ARS, RegionLevel


class Text(str):
    """A text that is not exactly a text."""

    __slots__ = ()


@pytest.mark.parametrize(
    "key", ["08111000", "07315000", "12060181", "08111", "081", "08", "16", "01"]
)
def test_official_keys_are_taken(key: str):
    """Keys of municipalities and their leading parts are keys."""
    assert key == str(AGS(key))


@pytest.mark.parametrize(
    "key",
    ["", "0", "8", "00", "17", "99", "0811", "081110", "0811100", "081110000", "8111000",
     "08111000 ", " 08111000", "08111000\n", "08 111 000", "0811100a",
     "\uff10\uff18", "\u0660\u0668", "08\u200b"],
)  # fmt: skip
def test_other_texts_are_no_keys(key: str):
    """Other lengths, other states, blanks and foreign digits are refused."""
    with pytest.raises(InvalidValueError):
        AGS(key)


@pytest.mark.parametrize(
    "key", [8_111_000, 12_060_181, 8.0, True, None, b"08111000", Text("08111000")]
)
@pytest.mark.parametrize("kind", [AGS, ARS])
def test_keys_are_exactly_text(kind: type, key: object):
    """A number has lost its leading zero and is refused as of the wrong type."""
    with pytest.raises(InvalidValueError) as caught:
        kind(key)
    assert [("wrong_type", "/key")] == [(p.code, p.pointer) for p in caught.value.problems]


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_number_is_refused_with_a_remedy(language: str):
    """The refusal says what is allowed and how to mend it."""
    with pytest.raises(InvalidValueError) as caught:
        AGS(8_111_000)
    problem = caught.value.problems[0]
    assert {"Text", "text"} >= {problem.allowed(language)}
    assert problem.remedy(language).endswith(".")


@pytest.mark.parametrize(
    ("level", "key"),
    [
        (RegionLevel.STATE, "08"),
        (RegionLevel.GOVERNMENT_REGION, "081"),
        (RegionLevel.DISTRICT, "08111"),
        (RegionLevel.MUNICIPALITY, "08111000"),
    ],
)
def test_the_length_of_an_ags_is_its_level(level: RegionLevel, key: str):
    """An AGS tells its level by its length."""
    assert level is AGS(key).level


@pytest.mark.parametrize(
    ("level", "key"),
    [
        (RegionLevel.STATE, "12"),
        (RegionLevel.GOVERNMENT_REGION, "120"),
        (RegionLevel.DISTRICT, "12060"),
        (RegionLevel.ASSOCIATION, "120605003"),
        (RegionLevel.MUNICIPALITY, "120605003154"),
    ],
)
def test_the_length_of_an_ars_is_its_level(level: RegionLevel, key: str):
    """An ARS tells its level by its length."""
    assert level is ARS(key).level


@pytest.mark.parametrize(
    "key", ["12060500", "1206050031", "12060500315", "1206050031540", "17", "0"]
)
def test_other_lengths_are_no_ars(key: str):
    """An ARS has 2, 3, 5, 9 or 12 digits."""
    with pytest.raises(InvalidValueError):
        ARS(key)


def test_parents_lead_up_to_the_state():
    """From a municipality the parents are district, region and state."""
    chain, region = [], AGS("08111000")
    while region := region.parent:
        chain.append(region.key)
    assert ["08111", "081", "08"] == chain


def test_parents_of_an_ars_know_the_association():
    """From a municipality the parents of an ARS begin with the association."""
    chain, region = [], ARS("120605003154")
    while region := region.parent:
        chain.append(region.key)
    assert ["120605003", "12060", "120", "12"] == chain


def test_state_and_district_of_a_municipality():
    """A municipality lies in its district and its state."""
    mainz = AGS("07315000")
    assert (AGS("07"), AGS("07315")) == (mainz.state, mainz.district)


def test_a_state_has_no_district():
    """A key too short for a district tells none."""
    assert AGS("081").district is None


@pytest.mark.parametrize(
    ("free", "key"),
    [
        (True, "08111000"),
        (True, "07315000"),
        (False, "12060181"),
        (False, "08111"),
        (False, "11000"),
    ],
)
def test_district_free_keys_end_in_zeros(free: bool, key: str):
    """A city that is its own district has no number within one."""
    assert free is AGS(key).is_district_free


@pytest.mark.parametrize(
    ("inside", "key"), [(True, "08111000"), (True, "08111"), (False, "08"), (False, "08115000")]
)
def test_regions_contain_what_begins_with_their_key(inside: bool, key: str):
    """A region contains itself and what lies in it."""
    assert inside is AGS("08111").contains(AGS(key))


@pytest.mark.parametrize(
    ("ags", "ars"),
    [
        ("12060181", "120600181181"),
        ("12060154", "120605003154"),
        ("08111000", "081110000000"),
        ("12060", "12060"),
        ("120", "120"),
        ("12", "12"),
    ],
)
def test_an_ars_leads_to_its_ags(ags: str, ars: str):
    """The AGS leaves the association out."""
    assert AGS(ags) == ARS(ars).to_ags()


def test_an_association_has_no_ags():
    """The AGS does not know associations, and the problem says how long a key must be."""
    with pytest.raises(InvalidValueError) as caught:
        ARS("120605003").to_ags()
    assert [("no_full_key", {"length": 9, "needed": 12})] == [
        (problem.code, problem.params) for problem in caught.value.problems
    ]


def test_ags_and_ars_of_one_text_differ():
    """The two kinds of keys are never equal."""
    assert AGS("08") != ARS("08")


@pytest.mark.parametrize(("recipe", "region"), [("AGS('08')", AGS("08")), ("ARS('12')", ARS("12"))])
def test_repr_is_a_recipe(recipe: str, region: AGS | ARS):
    """What `repr` writes makes the same key."""
    assert recipe == repr(region)


def test_str_of_an_ars_is_its_key():
    """The plain text is the key."""
    assert "120605003154" == str(ARS("120605003154"))
