"""Code lists and mappings from CSV: as their publishers write them, every mistake with its line."""

import datetime as dt

import pytest

from integrationsplan import DocumentError, InvalidValueError, evolve
from integrationsplan.serialization import (
    DEFAULT_BOUNDS,
    Bounds,
    code_list_from_csv,
    code_mapping_from_csv,
)
from integrationsplan.values import ESCO, NUTS, Bilingual, CodeList, CodeMapping, Period

CONCEPT = "00030d09-2b3a-4efd-87cc-c4ea39d27c34"


def read(data: bytes | str, **named: object) -> CodeList:
    """Read a list of a system that is not known."""
    return code_list_from_csv(data, **{"system": "fields", **named})


def read_mapping(data: bytes | str, **named: object) -> CodeMapping:
    """Read a mapping from KldB to ISCO."""
    return code_mapping_from_csv(data, **{"source": "KldB 2010", "target": "ISCO-08", **named})


def mistakes(
    data: bytes | str, reader: object = read, **named: object
) -> list[tuple[str, int | None, str | None]]:
    """Return what is wrong with a file."""
    with pytest.raises(DocumentError) as caught:
        reader(data, **named)
    return [(problem.code, problem.line, problem.column) for problem in caught.value.problems]


def labels(listed: CodeList) -> dict[str, object]:
    """Return the labels by code."""
    return {entry.code: entry.label for entry in listed}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_files_of_spreadsheets_are_read(separator: str, mark: str, end: str):
    """Separator, byte order mark and ends of lines are those of the file."""
    lines = [["code", "label"], ["01", "Wohnen"], ["2", '"Straße, Weg; Platz"']]
    text = mark + "".join(separator.join(line) + end for line in lines)
    assert {"01": "Wohnen", "2": "Straße, Weg; Platz"} == labels(read(text.encode()))


def test_other_encodings_are_decoded_by_the_caller():
    """Bytes that are no UTF-8 are refused; the caller who knows the encoding gives text."""
    data = "code;label\n1;Straße\n".encode("cp1252")
    assert [("not_utf8", None, None)] == mistakes(data)
    assert {"1": "Straße"} == labels(read(data.decode("cp1252")))


def test_columns_have_the_names_of_the_publisher():
    """Columns that nobody asks for are left alone, also if they stand twice or have no name."""
    text = "Nr;x;Schlüssel ;x;;Bezeichnung\n1;a; 43 ;b;c; IKT \n"
    assert {"43": "IKT"} == labels(read(text, code="Schlüssel", label="Bezeichnung"))


def test_labels_may_have_both_languages():
    """Two columns make labels in both languages."""
    text = "code,de,en\n1,Wohnen,housing\n"
    assert {"1": Bilingual(de="Wohnen", en="housing")} == labels(
        read(text, label="de", label_en="en")
    )


def test_system_and_version_go_into_coded_values():
    """What is coded with the list names list and edition."""
    value = read("code,label\n1,Wohnen\n", system="urn:x", version="2024-01").coded("1")
    assert ("urn:x", "2024-01", "Wohnen") == (value.system, value.version, value.label)


def test_parents_are_read():
    """The column may name parents that stand further down; empty means top."""
    listed = read("code,label,above\n1.1,a,1\n1,b,\n", parent="above")
    assert (["1"], ["1.1"]) == (
        [entry.code for entry in listed.children()],
        [entry.code for entry in listed.children("1")],
    )


def test_parents_are_found_by_the_beginning_of_codes():
    """The longest other code that begins the code is its parent; levels may be missing."""
    text = "code,label\n4,a\n43412,b\n43,c\n5,d\n"
    listed = read(text, system="KldB 2010", parents_by_prefix=True)
    assert {"4": None, "43412": "43", "43": "4", "5": None} == {
        entry.code: entry.parent for entry in listed
    }


def test_a_parent_that_is_given_counts_more_than_the_beginning():
    """The beginning of codes is used only where the column is empty."""
    text = "code,label,above\n1,a,\n2,b,\n11,c,2\n12,d,\n"
    listed = read(text, parent="above", parents_by_prefix=True)
    assert ("2", "1") == (listed["11"].parent, listed["12"].parent)


def test_validity_is_read():
    """Both days, one of them, or none."""
    text = "code,label,from,to\n1,a,2010-01-01,2020-12-31\n2,b,2021-01-01,\n3,c,,\n"
    listed = read(text, valid=("from", "to"))
    assert [
        Period(dt.date(2010, 1, 1), dt.date(2020, 12, 31)),
        Period(dt.date(2021, 1, 1)),
        None,
    ] == [entry.valid for entry in listed]


def test_addresses_of_esco_become_short_codes():
    """Codes and parents leave out what all addresses have in common."""
    text = (
        "conceptUri,preferredLabel,broader\n"
        "http://data.europa.eu/esco/isco/C2654,directors,\n"
        f"https://data.europa.eu/esco/occupation/{CONCEPT},technical director,"
        "http://data.europa.eu/esco/isco/C2654\n"
    )
    listed = read(text, system=ESCO, code="conceptUri", label="preferredLabel", parent="broader")
    assert ["isco/C2654", f"occupation/{CONCEPT}"] == [entry.code for entry in listed]
    assert "isco/C2654" == listed[f"occupation/{CONCEPT}"].parent


def test_apostrophes_against_formulas_are_taken_away():
    """What awards and other files of the package write is read as it was."""
    assert {"-1": "=x"} == labels(read("code,label\n'-1,'=x\n"))


@pytest.mark.parametrize(
    ("problems", "text"),
    [
        ([("no_header", 1, None)], ""),
        ([("no_rows", 1, None)], "code,label\n"),
        ([("missing_column", 1, "label")], "code,title\n1,a\n"),
        ([("missing_column", 1, "code"), ("missing_column", 1, "label")], "a,b\n1,a\n"),
        ([("repeated_column", 1, "label")], "code,label,label\n1,a,b\n"),
        ([("cell_count", 2, None)], "code,label\n1,a,b\n"),
        ([("not_csv", 2, None)], 'code,label\n"1,a\n'),
        ([("missing_cell", 2, "code"), ("missing_cell", 3, "label")], "code,label\n,a\n1, \n"),
        ([("duplicate_code", 4, "code")], "code,label\n1,a\n2,b\n1,c\n"),
        ([("not_plain_text", 2, "label")], "code,label\n1,a\u202eb\n"),
        ([("not_nfc", 2, "label")], "code,label\n1,a\u0308\n"),
        ([("too_long", 2, "code")], f"code,label\n{'1' * 65},a\n"),
        ([("too_long", 2, "label")], f"code,label\n1,{'a' * 2001}\n"),
    ],
)
def test_mistakes_have_their_place(problems: list[tuple[str, int, str]], text: str):
    """Line and column of every mistake are told."""
    assert problems == mistakes(text)


def test_all_mistakes_come_at_once():
    """Form, repetition, labels, parents and days are told together, in the order of lines."""
    text = (
        "code,label,above,from,to\n"
        "4x,a,,,\n"
        "43,,,,\n"
        "43,b,,,\n"
        "44,c,9,,\n"
        "45,d,,1.1.2020,2020-02-30\n"
        "46,e,,2020-02-01,2020-01-01\n"
        "47,f,47,,\n"
    )
    named = {"system": "KldB 2010", "parent": "above", "valid": ("from", "to")}
    assert [
        ("wrong_form", 2, "code"),
        ("missing_cell", 3, "label"),
        ("duplicate_code", 4, "code"),
        ("unknown_parent_code", 5, "above"),
        ("not_a_date", 6, "from"),
        ("not_a_date", 6, "to"),
        ("end_before_start", 7, "to"),
        ("parent_cycle", 8, "above"),
    ] == mistakes(text, **named)


def test_parents_of_both_kinds_may_not_lead_in_a_circle():
    """A parent that is given and one found by the beginning of a code circle like any two."""
    text = "code,label,above\n1,a,11\n11,b,\n"
    assert [("parent_cycle", 2, "above"), ("parent_cycle", 3, "above")] == mistakes(
        text, parent="above", parents_by_prefix=True
    )


def test_a_system_of_ones_own_is_checked_besides_the_known_one():
    """Whoever describes a system under a known name does not get round its form."""
    own = evolve(NUTS, pattern="[A-Z0-9]{2,9}")
    assert [("wrong_form", 2, "code"), ("wrong_form", 3, "code")] == mistakes(
        "code,label\nde,a\nDE11111,b\n", system=own
    )


def test_a_wrong_code_still_counts_as_a_parent():
    """One mistake is told once, not again by everyone below it."""
    text = "code,label,above\n4x,a,\n43,b,4x\n"
    assert [("wrong_form", 2, "code")] == mistakes(text, system="KldB 2010", parent="above")


@pytest.mark.parametrize(
    ("cell", "problems"),
    [
        ("a\u202e,b", [("not_plain_text", 2, "de")]),
        ("a,b\u202e", [("not_plain_text", 2, "en")]),
        (",b", [("missing_cell", 2, "de")]),
        ("a,", [("missing_cell", 2, "en")]),
    ],
)
def test_mistakes_in_labels_of_two_languages(cell: str, problems: list[tuple[str, int, str]]):
    """The column of the language that is wrong is told."""
    assert problems == mistakes(f"code,de,en\n1,{cell}\n", label="de", label_en="en")


def test_the_text_of_a_cell_is_never_repeated():
    """Messages tell kind and size of what was found."""
    with pytest.raises(DocumentError) as caught:
        read("code,label,above\nSecret,a,Hidden\nSecret,b,\n", system="ISCO-08", parent="above")
    said = caught.value.text("de") + caught.value.text("en")
    assert ("Secret" in said, "Hidden" in said) == (False, False)
    assert said.startswith("Codeliste: 3 Probleme")


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_repetition_names_the_first_line(language: str):
    """Whoever mends the file finds both lines."""
    with pytest.raises(DocumentError) as caught:
        read("code,label\n1,a\n1,b\n")
    assert {"de": "Zeile 2", "en": "line 2"}[language] in caught.value.text(language)


@pytest.mark.parametrize(
    ("bounds", "problems"),
    [
        (Bounds(rows=1), [("too_many_rows", 3, None)]),
        (Bounds(csv_bytes=10), [("document_too_big", None, None)]),
    ],
)
def test_bounds_hold(bounds: Bounds, problems: list[tuple[str, int | None, None]]):
    """Files beyond the bounds are refused."""
    assert problems == mistakes("code,label\n1,a\n2,b\n", bounds=bounds)


def test_a_flood_of_mistakes_is_cut():
    """The first are told, the rest is counted."""
    found = mistakes("code,label\n" + "1,\n" * 10, bounds=Bounds(problems=3))
    assert (4, "more_problems") == (len(found), found[-1][0])


@pytest.mark.parametrize(
    "named", [{"system": ""}, {"system": 5}, {"system": "s", "version": "x" * 65}]
)
def test_the_head_is_looked_at_first(named: dict[str, object]):
    """Name and edition that no coded value could carry are refused as values."""
    with pytest.raises(InvalidValueError):
        read("code,label\n1,a\n", **named)


def test_thirty_thousand_codes_are_read():
    """Every code of a large list is there; the default bounds have room for it."""
    rows = "".join(f"{number:05d};Titel {number}\n" for number in range(30_000))
    listed = read(f"code;label\n{rows}", system="KldB 2010", bounds=DEFAULT_BOUNDS)
    assert (30_000, "Titel 29999") == (len(listed), listed.label("29999"))


def test_a_mapping_is_read():
    """Several rows of a code make a set; leading zeros stay."""
    text = "KldB;Titel;ISCO\n43412;a;2512\n43412;a;2514\n01104;b;0110\n"
    mapping = read_mapping(
        text, source_column="KldB", target_column="ISCO", source_version="2020", target_version="1"
    )
    assert (frozenset({"2512", "2514"}), frozenset({"0110"})) == (
        mapping.targets("43412"),
        mapping.targets("01104"),
    )
    assert ("KldB 2010", "2020", "ISCO-08", "1") == (
        mapping.source, mapping.source_version, mapping.target, mapping.target_version,
    )  # fmt: skip


def test_all_mistakes_of_a_mapping_come_at_once():
    """Form, empty cells and repeated pairs are told together."""
    text = "source,target\n43412,C2512\nx,2512\n43412,\n43413,2512\n43413,2512\n"
    assert [
        ("wrong_form", 2, "target"),
        ("wrong_form", 3, "source"),
        ("missing_cell", 4, "target"),
        ("duplicate_target", 6, "target"),
    ] == mistakes(text, read_mapping)


@pytest.mark.parametrize("named", [{"source": ""}, {"target_version": ""}])
def test_the_head_of_a_mapping_is_looked_at_first(named: dict[str, object]):
    """Names and editions that no coded value could carry are refused as values."""
    with pytest.raises(InvalidValueError):
        read_mapping("source,target\n1,1\n", **named)
