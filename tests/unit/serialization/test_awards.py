"""Awards as JSON and CSV: exact text, stable keys, no formulas."""

import csv
import datetime as dt
import io
import json
from typing import Any

import pytest

from integrationsplan import (
    Allocation,
    Programme,
    Recipients,
    allocate,
    catalogue,
    from_toml,
    to_mapping,
)
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.serialization import awards_to_csv, recipients_from_csv

JANUARY = dt.date(2018, 1, 15)


def framework(*keys: str, persons: int = 64, name: str | None = None) -> Allocation:
    """Return an allocation of the planning framework."""
    programme = catalogue.load("de-bw-integrationsmanagement-2017")
    rows = [{"key": key, "name": name, "persons": persons} for key in keys]
    return allocate(programme, rows, day=JANUARY)


def thilik(*posts: str) -> Allocation:
    """Return an allocation with sources."""
    rows = [{"key": "Erfurt", "records": {"post": [{"eligible_cost": cost} for cost in posts]}}]
    return allocate(catalogue.load("de-th-thilik-2016"), rows, day=dt.date(2016, 5, 1))


HEAD = """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01 }
[levels]
recipient = "all"
[figures.persons]
unit = "person"
[result]
award = "persons"
unit = "person"
"""


def plain(key: str, tail: str = "", name: str | None = None) -> Allocation:
    """Return an allocation of a programme that passes persons through."""
    rows = [{"key": key, "name": name, "persons": 1}]
    return allocate(from_toml(HEAD + tail, Programme), rows, day=JANUARY)


def rows_of(text: str, delimiter: str = ",") -> list[list[str]]:
    """Read CSV back."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


# -- JSON ------------------------------------------------------------------------------------------


def document(allocation: Allocation, *, explain: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the document of an allocation as plain data."""
    return to_mapping(allocation.statement(explain=explain))


def test_head_of_the_document():
    """Format, programme, edition, day, unit, total, pot and residue stand above the awards."""
    data = document(framework("a"))
    del data["awards"]
    assert {
        "format": "integrationsplan/allocation",
        "version": 1,
        "programme": "de-bw-integrationsmanagement-2017",
        "title": {
            "de": "Integrationsmanagement Baden-Württemberg, endgültiger Planungsrahmen",
            "en": "Integration management in Baden-Württemberg, final planning framework",
        },
        "day": "2018-01-15",
        "editions": ["final"],
        "unit": "EUR/year",
        "total": "50949.00",
        "pot": "58000000.00",
        "residue": "57949051.00",
    } == data


def test_award_of_the_document():
    """Key, name, exact amount and outputs; no findings where there are none."""
    award = document(framework("a", persons=65, name="Town"))["awards"][0]
    assert {
        "recipient": "a",
        "name": "Town",
        "amount": "51745.00",
        "outputs": {"framework": {"value": "103490.00", "unit": "EUR"}},
    } == award


def test_finding_of_the_document():
    """A finding has its code, its figures, its ways, and sentences in both languages."""
    (finding,) = document(framework("a"))["awards"][0]["findings"]
    assert {"code": "join_others"} == {"code": finding.pop("ways")[0]["code"]}
    assert {
        "code": "must_join_others",
        "severity": "notice",
        "subject": "a",
        "text": {
            "de": "Der Planungsrahmen von 50.949 EUR/Jahr liegt unter 51.000 EUR/Jahr; für einen "
            "eigenen Antrag fehlen 51 EUR/Jahr.",
            "en": "The planning framework of 50,949 EUR/year is below 51,000 EUR/year; an "
            "application of one's own lacks 51 EUR/year.",
        },
        "values": {"framework_per_year": "50949.00", "minimum": "51000.00", "shortfall": "51.00"},
    } == finding


def test_payers_of_an_award():
    """Who pays how much stands beside the award."""
    award = document(thilik("65217.43"))["awards"][0]
    assert {"social-ministry-esf": "52173.94", "migration-ministry": "13043.49"} == award["payers"]


def test_findings_of_the_whole():
    """Conditions of the whole stand above the awards."""
    data = document(thilik("3000000.01"))
    assert ["budget_exceeded"] == [finding["code"] for finding in data["findings"]]


def test_what_does_not_exist_does_not_stand_there():
    """Without a pot there is no residue."""
    assert not {"pot", "residue", "findings", "as_known"} & document(thilik("1")).keys()


def test_knowledge_day_is_told_if_given():
    """What was known when belongs to the result."""
    programme = catalogue.load("de-bw-integrationsmanagement-2017")
    allocation = allocate(
        programme, [{"key": "a", "persons": 1}], day=JANUARY, as_known=dt.date(2018, 2, 1)
    )
    assert "2018-02-01" == document(allocation)["as_known"]


def test_awards_stand_in_input_order():
    """Nothing is sorted."""
    data = document(framework("b", "c", "a"))
    assert ["b", "c", "a"] == [award["recipient"] for award in data["awards"]]


def test_only_awards_that_are_asked_for_are_explained():
    """An explanation is long; it stands where it is wanted."""
    data = document(framework("a", "b"), explain=("b",))
    assert [False, True] == ["explanation" in award for award in data["awards"]]


def test_explanation_holds_the_steps():
    """It is a trace without a head of its own: the document has one."""
    explanation = document(framework("a"), explain=("a",))["awards"][0]["explanation"]
    assert "format" not in explanation
    assert ["state_share", "framework_per_year", "framework"] == [
        step["rule"] for step in explanation["steps"]
    ]


def test_step_of_an_explanation():
    """Inputs carry basis and citation, the result is exact."""
    data = document(framework("a"), explain=("a",))
    step = data["awards"][0]["explanation"]["steps"][0]
    said = step.pop("sentences")["en"]
    assert {
        "rule": "state_share",
        "level": "recipient",
        "record": "a",
        "formula": {"kind": "share", "of": "persons", "whole": "state_persons"},
        "inputs": [
            {"name": "persons", "record": "a", "value": "64", "unit": "person"},
            {
                "name": "state_persons",
                "record": "all",
                "value": "72857",
                "unit": "person",
                "basis": "inferred",
                "citation": "framework-2018",
                "edition": "final",
            },
        ],
        "result": "64/72857",
        "unit": "1",
    } == step
    assert (
        "share of the state = persons counted (64 persons) divided by persons in the "
        "state (72,857 persons) = 0.0008784330…"
    ) == said


def test_sources_of_an_explanation():
    """Every number that was read stands with its source."""
    data = document(framework("a"), explain=("a",))
    explanation = data["awards"][0]["explanation"]
    read = [
        item
        for block in ("steps", "checks")
        for step in explanation[block]
        for item in step["inputs"]
        if "citation" in item
    ]
    assert {"pot_per_year", "state_persons", "minimum", "years"} == {i["name"] for i in read}
    assert {item["citation"] for item in read} == explanation["citations"].keys()


def test_explanation_of_an_unknown_key_is_refused():
    """A slip in the key is told."""
    with pytest.raises(UnknownNameError):
        document(framework("a"), explain=("b",))


def test_assumed_numbers_are_named_and_not_explained():
    """A what-if is no publication: it says what was assumed, and has no explanation."""
    programme = catalogue.load("de-bw-integrationsmanagement-2017").override({"years": "3"})
    allocation = allocate(programme, [{"key": "a", "persons": 1}], day=JANUARY)
    assert ["years"] == document(allocation)["assumed"]
    with pytest.raises(InvalidValueError):
        document(allocation, explain=("a",))


def test_document_is_plain_json():
    """Nothing but objects, lists, texts, numbers and truths."""
    data = document(framework("a"), explain=("a",))
    assert data == json.loads(json.dumps(data))


# -- CSV -------------------------------------------------------------------------------------------


def test_csv_of_awards():
    """One row a recipient, amounts exact, outputs and findings beside."""
    assert [
        ["key", "name", "amount", "unit", "framework", "findings"],
        ["a", "Town", "50949.00", "EUR/year", "101898.00", "must_join_others"],
    ] == rows_of(awards_to_csv(framework("a", name="Town")))


def test_csv_with_decimal_comma():
    """German spreadsheets read semicolon and comma."""
    assert [
        ["key", "name", "amount", "unit", "social-ministry-esf", "migration-ministry", "findings"],
        ["Erfurt", "Erfurt", "65217,43", "EUR", "52173,94", "13043,49", ""],
    ] == rows_of(awards_to_csv(thilik("65217.43"), decimal_comma=True), ";")


def test_csv_ends_lines_as_the_standard_says():
    """RFC 4180 wants carriage return and line feed."""
    assert awards_to_csv(framework("a")).endswith("must_join_others\r\n")


def test_csv_of_an_excluded_recipient_has_empty_outputs():
    """What was not computed is empty and not zero."""
    tail = """outputs = ["persons"]
[[conditions]]
code = "no_x"
when = { kind = "one_of", of = "recipient", values = ["x"] }
effect = "exclude"
de = "d"
en = "e"
"""
    assert ["a", "a", "0", "person", "", "no_x"] == rows_of(awards_to_csv(plain("a", tail)))[1]


NAUGHTY = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1+1",
    "＝1+1",  # full-width signs run as formulas too
    "＋1",
    "－1",
    "＠x",
    "\u00a0=1+1",
    "=cmd|' /C calc'!A0",
    "'=1+1",
]


@pytest.mark.parametrize("text", NAUGHTY)
@pytest.mark.parametrize("decimal_comma", [True, False])
def test_formula_in_a_key_does_not_run(text: str, decimal_comma: bool):
    """A cell that a spreadsheet would run begins with an apostrophe."""
    written = awards_to_csv(plain(text), decimal_comma=decimal_comma)
    cell = rows_of(written, ";" if decimal_comma else ",")[1][0]
    assert ("'", True) == (cell[:1], cell.endswith(text))


@pytest.mark.parametrize("text", NAUGHTY)
def test_formula_in_a_name_does_not_run(text: str):
    """Names come from outside as well."""
    assert "'" == rows_of(awards_to_csv(plain("a", name=text)))[1][1][:1]


@pytest.mark.parametrize(
    ("text", "decimal_comma", "sign"), [("a;=1", False, ";"), ("a,=1", True, ",")]
)
def test_formula_behind_another_separator_does_not_run(text: str, decimal_comma: bool, sign: str):
    """A spreadsheet that splits at the other sign finds no formula in a key either."""
    written = awards_to_csv(plain(text, name="x"), decimal_comma=decimal_comma)
    cells = [cell for row in rows_of(written, sign) for cell in row]
    assert [] == [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_formula_in_an_id_of_the_programme_does_not_run():
    """The header comes from a document that somebody sent."""
    written = awards_to_csv(plain("a", '[[sources]]\nid = "=1+1"\namount = "rest"\n'))
    assert "=1+1" not in rows_of(written)[0]


def test_ordinary_texts_are_left_alone():
    """Only what could run is changed."""
    assert ["a-b=c", "Bad Säckingen (Süd)"] == rows_of(
        awards_to_csv(plain("a-b=c", name="Bad Säckingen (Süd)"))
    )[1][:2]


def test_separators_in_names_are_quoted():
    """A name may hold what separates cells."""
    assert 'A, "B"; C' == rows_of(awards_to_csv(plain("a", name='A, "B"; C')))[1][1]


@pytest.mark.parametrize("text", [*NAUGHTY, "plain", "it's"])
def test_keys_survive_export_and_import(text: str):
    """What was written for a spreadsheet can be read back as it was."""
    written = awards_to_csv(plain(text, name=text))
    key, name = rows_of(written)[1][:2]
    programme = from_toml(HEAD, Programme)
    target = io.StringIO(newline="")
    csv.writer(target).writerows([["key", "name", "persons"], [key, name, "1"]])
    member = recipients_from_csv(target.getvalue(), programme).recipients.members[0]
    assert (text, text) == (member.key, member.name)


def test_koenigstein_has_an_edition_and_no_residue():
    """A complete split leaves nothing."""
    programme = catalogue.load("de-koenigsteiner-schluessel")
    lands = [{"key": land} for land in programme.parameters["key"].values[0].table]
    allocation = allocate(
        programme, Recipients.of(lands, figures={"pot": "1"}), day=dt.date(2017, 1, 1)
    )
    data = document(allocation)
    assert (["KS 2016"], True, "0.00") == (
        data["editions"],
        data["needs_all_recipients"],
        data["residue"],
    )
