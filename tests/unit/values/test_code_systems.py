"""Code systems: the form of codes, and nothing about which exist."""

import re
from typing import get_args

import pytest

from integrationsplan import InvalidValueError
from integrationsplan.values import (
    CODE_SYSTEMS,
    ESCO,
    ISCO_08,
    ISO_639,
    ISO_3166,
    ISO_15924,
    KLDB_2010,
    Basis,
    Bilingual,
    Citation,
    CodedValue,
    CodeSystem,
    CountryCode,
    ESCOUri,
    ISCEDLevel,
    ISCOCode,
    KldBCode,
    LanguageCode,
    LeiKaKey,
    NoCountry,
    NUTSCode,
    RequirementLevel,
    ScriptCode,
    code_problem,
    known_system,
    requirement_level,
)

CONCEPT = "occupation/00030d09-2b3a-4efd-87cc-c4ea39d27c34"

GOOD = {
    "KldB 2010": ["4", "43", "434", "4341", "43412", "01104", "0"],
    "ISCO-08": ["0", "01", "011", "0110", "2221"],
    "ESCO": [
        f"http://data.europa.eu/esco/{CONCEPT}",
        "https://data.europa.eu/esco/skill/S1.2.3",
        "http://data.europa.eu/esco/isco/C2221",
        CONCEPT,
    ],
    "ISO 639": ["de", "prs", "kmr"],
    "ISO 3166-1": ["SY", "XA", "XX"],
    "ISO 15924": ["Arab", "Latn"],
    "ISCED 2011": ["0", "8"],
    "LeiKa": ["99107023017000"],
    "NUTS": ["DE", "DE1", "DE11", "DE111", "EL30"],
}
BAD = {
    "KldB 2010": ["", "434121", "4341x", "٤٣", " 43412", "43412\n"],
    "ISCO-08": ["", "22211", "C2221", "-1"],
    "ESCO": [
        "http://data.europa.eu/esco/isco/",
        "http://data.europa.eu/esco/model/x",
        "http://example.org/esco/isco/C2221",
        "http://data.europa.eu/esco/isco/C2221?x=1",
        "C2221",
    ],
    "ISO 639": ["d", "DE", "deut"],
    "ISO 3166-1": ["S", "sy", "SYR", "276"],
    "ISO 15924": ["arab", "ARAB", "Ara", "Arabi"],
    "ISCED 2011": ["9", "00", "-1", "³"],
    "LeiKa": ["9910702301700", "991070230170000", "99 107 023 017 000"],
    "NUTS": ["D", "DE1111", "de1", "1DE"],
}


def pairs(codes: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Return every system with each of its codes."""
    return [(name, code) for name, of_name in codes.items() for code in of_name]


def test_every_system_is_tried_here():
    """No system is without good and bad codes in these tests."""
    assert list(CODE_SYSTEMS) == list(GOOD) == list(BAD)


@pytest.mark.parametrize(("name", "code"), pairs(GOOD))
def test_codes_of_the_form_are_taken(name: str, code: str):
    """A code of the right form has no problem."""
    assert (None, True) == (CODE_SYSTEMS[name].problem(code), CODE_SYSTEMS[name].matches(code))


@pytest.mark.parametrize(("name", "code"), pairs(BAD))
def test_codes_of_another_form_are_told(name: str, code: str):
    """Another form is a problem, which tells the length and the form, not the code."""
    problem = CODE_SYSTEMS[name].problem(code)
    assert ("wrong_form", len(code)) == (problem.code, problem.params["length"])
    assert not CODE_SYSTEMS[name].matches(code)


@pytest.mark.parametrize("system", CODE_SYSTEMS.values(), ids=CODE_SYSTEMS.keys())
def test_every_system_says_how_it_is_known(system: CodeSystem):
    """What is stated has an address; nothing is assumed."""
    assert system.basis in (Basis.STATED, Basis.INFERRED)
    assert system.citation.url or system.basis is Basis.INFERRED


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        (KldBCode, "KldB 2010"),
        (ISCOCode, "ISCO-08"),
        (LanguageCode, "ISO 639"),
        (CountryCode, "ISO 3166-1"),
        (ScriptCode, "ISO 15924"),
        (ISCEDLevel, "ISCED 2011"),
        (LeiKaKey, "LeiKa"),
        (NUTSCode, "NUTS"),
    ],
)
def test_types_of_fields_have_the_same_form(alias: object, name: str):
    """What a field of a class takes and what the system takes are the same."""
    assert CODE_SYSTEMS[name].pattern == get_args(alias)[-1].regex


def test_a_field_with_an_esco_address_wants_the_whole():
    """The type of fields takes the address alone, not a part of it."""
    matches = re.compile(get_args(ESCOUri)[-1].regex).fullmatch
    assert matches(f"https://data.europa.eu/esco/{CONCEPT}")
    assert not matches(CONCEPT)


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("KldB 2010", KLDB_2010),
        ("kldb 2010", KLDB_2010),
        ("KldB", KLDB_2010),
        ("ISCO-08", ISCO_08),
        ("ISCO 08", ISCO_08),
        ("ISO 639-3", ISO_639),
        ("ISO 3166-1 alpha-2", ISO_3166),
        ("iso15924", ISO_15924),
        ("ISCO-88", None),
        ("KldB 1988", None),
        ("urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staat", None),
        ("", None),
    ],
)
def test_systems_are_found_by_name(name: str, system: CodeSystem | None):
    """Capitals, blanks and hyphens make no difference; other editions are other systems."""
    assert system is known_system(name)


def test_a_coded_value_is_checked_in_its_system():
    """A code of a known system must have its form; the problem stands at the code."""
    problem = code_problem(CodedValue(system="ISCO 08", code="C2221"))
    assert ("wrong_form", "/code") == (problem.code, problem.pointer)
    assert "1 bis 4 Ziffern als Text" == problem.allowed("de")


@pytest.mark.parametrize("system", ["ISCO-08", "urn:xoev-de:list", "fields of our town"])
def test_good_codes_and_unknown_systems_pass(system: str):
    """A code of the right form passes, and so does every code of an unknown system."""
    assert code_problem(CodedValue(system=system, code="2221", version="7")) is None


def test_an_esco_concept_fits_into_a_coded_value():
    """What follows "esco/" is short enough, passes, and leads back to the address."""
    value = CodedValue(system="ESCO", version="1.2.0", code=ESCO.short(f"{ESCO.base}{CONCEPT}"))
    assert (CONCEPT, None) == (value.code, code_problem(value))
    assert f"http://data.europa.eu/esco/{CONCEPT}" == ESCO.address(value.code)


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_both_addresses_of_a_concept_are_one_code(scheme: str):
    """With and without transport security, the concept is the same."""
    assert "isco/C2221" == ESCO.short(f"{scheme}://data.europa.eu/esco/isco/C2221")


def test_a_system_without_addresses_has_none():
    """Its codes stay as they are."""
    assert ("2221", None) == (ISCO_08.short("2221"), ISCO_08.address("2221"))


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("43411", RequirementLevel.HELPER),
        ("43412", RequirementLevel.SKILLED),
        ("43413", RequirementLevel.SPECIALIST),
        ("01104", RequirementLevel.EXPERT),
        ("4341", None),
        ("0", None),
    ],
)
def test_the_fifth_digit_is_the_requirement(code: str, level: RequirementLevel | None):
    """A whole code names its level; a shorter one names none."""
    assert level is requirement_level(code)


@pytest.mark.parametrize("code", ["", "43410", "43415", "434121", "4341a", "٤٣٤١٢"])
def test_no_level_is_made_of_another_code(code: str):
    """What is no such code is refused."""
    with pytest.raises(InvalidValueError) as caught:
        requirement_level(code)
    assert [("wrong_form", "/code")] == [(p.code, p.pointer) for p in caught.value.problems]


def test_a_number_is_no_code():
    """A number has lost its leading zero."""
    with pytest.raises(InvalidValueError) as caught:
        requirement_level(1104)
    assert ["wrong_type"] == [p.code for p in caught.value.problems]


@pytest.mark.parametrize("member", NoCountry)
def test_no_country_fits_where_a_country_stands(member: NoCountry):
    """Stateless and unknown have the form of a country's code."""
    assert ISO_3166.matches(member.value)


def test_a_system_of_ones_own_may_be_made():
    """A user describes a system that is not known here."""
    own = CodeSystem(
        name="Destatis states",
        pattern="[0-9]{3}",
        form=Bilingual(de="drei Ziffern", en="three digits"),
        description=Bilingual(de="Staatsschlüssel", en="keys of states"),
        basis=Basis.INFERRED,
        citation=Citation(title="own file"),
    )
    assert (None, "drei Ziffern") == (own.problem("475"), own.problem("SYR").allowed("de"))


def test_a_pattern_must_be_one():
    """A text that is no regular expression is refused."""
    with pytest.raises(InvalidValueError) as caught:
        CodeSystem(
            name="x",
            pattern="[0-9",
            form=Bilingual(de="d", en="e"),
            description=Bilingual(de="d", en="e"),
            basis=Basis.INFERRED,
            citation=Citation(title="t"),
        )
    assert [("wrong_form", "/pattern")] == [(p.code, p.pointer) for p in caught.value.problems]
