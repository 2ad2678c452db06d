"""Programmes in TOML: native dates, the same keys as JSON, and the whole catalogue."""

import datetime as dt
import json
from fractions import Fraction
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    Programme,
    UnknownNameError,
    catalogue,
    from_json,
    from_mapping,
    from_toml,
    to_json,
    to_mapping,
)
from integrationsplan.values import Basis

KOENIGSTEIN = "de-koenigsteiner-schluessel"


def toml(programme_id: str = KOENIGSTEIN) -> str:
    """Return the text of a programme of the catalogue."""
    folders = [resources.files("integrationsplan.catalogue")]
    while folders:
        for item in folders.pop().iterdir():
            if item.is_dir():
                folders.append(item)
            elif item.name == f"{programme_id}.toml":
                return item.read_text(encoding="utf-8")
    raise AssertionError(programme_id)


def problems(text: str | bytes) -> list[tuple[str, str]]:
    """Return place and code of every problem of a programme in TOML."""
    with pytest.raises(DocumentError) as caught:
        from_toml(text, Programme)
    for language in ("de", "en"):
        assert caught.value.text(language)  # every sentence finds what it mentions
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


def json_problems(document: Any) -> list[tuple[str, str]]:
    """Return place and code of every problem of a programme in JSON."""
    with pytest.raises(DocumentError) as caught:
        from_json(json.dumps(document), Programme)
    for language in ("de", "en"):
        assert caught.value.text(language)  # every sentence finds what it mentions
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


def mapping(programme_id: str = KOENIGSTEIN) -> dict[str, Any]:
    """Return a fresh mapping of a programme of the catalogue."""
    return json.loads(to_json(catalogue.load(programme_id)))


@pytest.mark.parametrize("programme_id", catalogue.ids())
def test_a_programme_is_the_same_in_json(programme_id: str):
    """From TOML to an object to JSON to an object: the two objects are equal."""
    programme = from_toml(toml(programme_id), Programme)
    assert programme == from_json(to_json(programme), Programme)


@pytest.mark.parametrize("programme_id", catalogue.ids())
def test_a_programme_is_written_stably(programme_id: str):
    """The JSON of a programme is the same after another round."""
    text = to_json(catalogue.load(programme_id))
    assert text == to_json(from_json(text, Programme))


@pytest.mark.parametrize("programme_id", catalogue.ids())
def test_a_programme_has_the_id_of_its_file(programme_id: str):
    """The file of a programme bears its id."""
    assert programme_id == catalogue.load(programme_id).id


@pytest.mark.parametrize("programme_id", catalogue.ids())
def test_no_null_is_written(programme_id: str):
    """What is absent is not written."""

    def has_null(value: Any) -> bool:
        if isinstance(value, dict):
            return any(map(has_null, value.values()))
        return any(map(has_null, value)) if isinstance(value, list) else value is None

    assert not has_null(mapping(programme_id))


@pytest.mark.parametrize("programme_id", catalogue.ids())
def test_keys_of_programmes_stand_in_order(programme_id: str):
    """The keys of a programme stand in the order of their declaration."""
    order = [
        "format", "version", "id", "title", "summary", "jurisdiction", "valid", "levels",
        "figures", "parameters", "rules", "conditions", "result", "sources", "tranches",
        "earmarks", "citations",
    ]  # fmt: skip
    keys = list(to_mapping(catalogue.load(programme_id)))
    assert [key for key in order if key in keys] == keys


def test_the_catalogue_is_sorted():
    """The ids of the catalogue are sorted and each stands once."""
    assert sorted(set(catalogue.ids())) == list(catalogue.ids())


def test_a_programme_is_loaded_once():
    """The same id gives the same object."""
    assert catalogue.load(KOENIGSTEIN) is catalogue.load(KOENIGSTEIN)


@pytest.mark.parametrize("look_up", [catalogue.load, catalogue.published])
def test_an_unknown_programme_is_refused(look_up: Any):
    """An id that is not in the catalogue is refused with those that resemble it."""
    with pytest.raises(UnknownNameError) as caught:
        look_up("de-koenigsteiner-schlussel")
    assert (caught.value.kind.en, caught.value.close[:1]) == ("programme", (KOENIGSTEIN,))


def test_published_figures_have_their_source():
    """A published figure says where it is from and how its count is known."""
    rows = catalogue.published("de-bw-integrationsmanagement-2017")
    assert (
        len(rows),
        all(row.source and row.amount > 0 and row.persons > 0 for row in rows),
        any(row.persons_basis is Basis.ASSUMED for row in rows),
    ) == (22, True, False)


def test_most_programmes_have_no_published_figures():
    """Where nothing was published there are no rows."""
    assert catalogue.published(KOENIGSTEIN) == ()


def test_a_wrong_digit_of_the_key_is_found():
    """A table that does not sum to its declared sum is refused at the table."""
    text = toml().replace('"12.97496"', '"12.97497"')
    assert problems(text) == [("/parameters/key/values/0/table", "wrong_sum")]


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_wrong_row_of_the_key_is_told_with_its_sum(language: str):
    """The figure of another year for Brandenburg makes the known wrong sum of 99.97961."""
    text = toml().replace('"Brandenburg" = "3.08092"', '"Brandenburg" = "3.06053"')
    with pytest.raises(DocumentError) as caught:
        from_toml(text, Programme)
    (problem,) = caught.value.problems
    assert (
        problem.pointer,
        problem.code,
        problem.text(language).replace(",", ".").count("99.97961") == 1,
    ) == ("/parameters/key/values/0/table", "wrong_sum", True)


def test_the_same_is_found_in_json():
    """A wrong table is refused in JSON as in TOML."""
    document = mapping()
    document["parameters"]["key"]["values"][2]["table"]["Berlin"] = "5.08325"
    assert json_problems(document) == [("/parameters/key/values/2/table", "wrong_sum")]


def test_the_key_is_exact():
    """The printed percentages are read exactly."""
    values = catalogue.load(KOENIGSTEIN).parameters["key"].values
    table = values[0].table
    assert table is not None
    assert Fraction(100) == sum(Fraction(text) for text in table.values())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("start = 2015-01-01,", 'start = "2015-01-01",', [("/valid/start", "wrong_type")]),
        ("start = 2015-01-01,", "start = 2015-01-01T00:00:00,", [("/valid/start", "wrong_type")]),
        ("start = 2015-01-01,", "start = 2015-01-01T00:00:00Z,", [("/valid/start", "wrong_type")]),
        ("start = 2015-01-01,", "start = 09:00:00,", [("/valid/start", "wrong_type")]),
        ("start = 2015-01-01,", "start = 20150101,", [("/valid/start", "wrong_type")]),
        ("version = 1", 'version = "1"', [("/version", "wrong_type")]),
        ("version = 1", "version = 1.0", [("/version", "wrong_type")]),
        ("version = 1", "version = 1e3", [("/version", "wrong_type")]),
        ("version = 1", "version = true", [("/version", "wrong_type")]),
        ("version = 1", "version = 2", [("/version", "unknown_version")]),
        ('jurisdiction = "de"', "jurisdiction = 8", [("/jurisdiction", "wrong_type")]),
        ('jurisdiction = "de"', 'jurisdiction = "DE"', [("/jurisdiction", "wrong_form")]),
        ('step = "0.01"', "step = 0.01", [("/rules/part/step", "wrong_type")]),
        ('kind = "split"', 'kind = "spilt"', [("/rules/part/kind", "unknown_kind")]),
        ('kind = "split"', "kind = 1", [("/rules/part/kind", "wrong_type")]),
        ('kind = "split"\n', "", [("/rules/part/kind", "missing_key")]),
        ('gives = "EUR"', "gives = 1", [("/rules/part/gives", "wrong_type")]),
        ('gives = "EUR"', 'gives = ""', [("/rules/part/gives", "too_short")]),
        ('gives = "EUR"', 'gives = "EUR"\ncolour = 1', [("/rules/part/colour", "unknown_key")]),
        (', en = "part" }', " }", [("/rules/part/label/en", "missing_key")]),
        (
            'edition = "KS 2014"',
            "edition = 2014",
            [("/parameters/key/values/0/edition", "wrong_type")],
        ),
        (
            '"Berlin" = "5.04557"',
            '"Berlin" = 5.04557',
            [("/parameters/key/values/0/table/Berlin", "wrong_type")],
        ),
        (
            '"Berlin" = "5.04557"',
            '"Ber/l~in" = "5,04557"',
            [("/parameters/key/values/0/table/Ber~1l~0in", "wrong_form")],
        ),
        ('recipient = "all"', 'Recipient = "all"', [("/levels/Recipient", "wrong_form")]),
        (
            'basis = "stated"',
            'basis = "guessed"',
            [("/parameters/key/values/0/basis", "unknown_code")],
        ),
        (
            'basis = "stated"',
            'basis = "assumed"',
            [("/parameters/key/values/0/basis", "assumed_in_document")],
        ),
        ("[result]", "[[result]]", [("/result", "wrong_type")]),
        ("[levels]", "[[levels]]", [("/levels", "wrong_type")]),
        (
            "[citations.flows]",
            "[citations.flows]\ndate = '2015-01-01'",
            [("/citations/flows/date", "wrong_type")],
        ),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, str) else "",
)  # fmt: skip
def test_a_damaged_programme_is_refused(old: str, new: str, expected: list[tuple[str, str]]):
    """Every damage of a programme has its place and code."""
    text = toml()
    assert old in text
    assert expected == problems(text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (20150101, "wrong_type"),
        ("20150101", "not_a_date"),
        ("2015-01-01T00:00:00", "not_a_date"),
        (None, "null_value"),
    ],
)
def test_dates_of_programmes_in_json_are_texts(value: object, code: str):
    """In JSON a date is text with dashes."""
    document = mapping()
    document["valid"]["start"] = value
    assert [("/valid/start", code)] == json_problems(document)


def test_a_parsed_programme_has_dates_as_texts():
    """A parsed document has the form of JSON: a date object is of the wrong type."""
    document = mapping()
    document["valid"]["start"] = dt.date(2015, 1, 1)
    with pytest.raises(DocumentError) as caught:
        from_mapping(document, Programme)
    found = [(problem.pointer, problem.code) for problem in caught.value.problems]
    assert found == [("/valid/start", "wrong_type")]


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("levels",), [], [("/levels", "wrong_type")]),
        (("levels",), "", [("/levels", "wrong_type")]),
        (("levels",), None, [("/levels", "null_value")]),
        (("levels",), {}, [("/levels", "too_short")]),
        (("levels", "recipient"), None, [("/levels/recipient", "null_value")]),
        (("figures", "pot"), [], [("/figures/pot", "wrong_type")]),
        (("figures", "a/b"), {"unit": 1}, [("/figures/a~1b", "wrong_form"),
                                           ("/figures/a~1b/unit", "wrong_type")]),
        (
            ("rules",),
            {"part": None},
            [("/rules/part", "null_value"), ("/conditions/0/when/left", "unknown_name")],
        ),
        (("rules", "part"), [], [("/rules/part", "wrong_type")]),
        (("rules", "part", "by"), 1, [("/rules/part/by", "wrong_type")]),
        (("rules", "part", "by"), None, [("/rules/part/by", "null_value")]),
        (("rules", "part", "by"), {}, [("/rules/part/by/kind", "missing_key")]),
        (("rules", "part", "by"), {"kind": None}, [("/rules/part/by/kind", "null_value")]),
        (("rules", "part", "by"), {"kind": []}, [("/rules/part/by/kind", "wrong_type")]),
        (("rules", "part", "by", "gives"), "EUR", [("/rules/part/by/gives", "unknown_key")]),
        (("rules", "part", "label"), None, [("/rules/part/label", "null_value")]),
        (("rules", "part", "method"), "by_dice", [("/rules/part/method", "unknown_code")]),
        (("rules", "part", "method"), 1, [("/rules/part/method", "wrong_type")]),
        (("result", "award"), None, [("/result/award", "null_value")]),
        (("result", "outputs"), "x", [("/result/outputs", "wrong_type")]),
    ],
    ids=lambda value: "/".join(value) if isinstance(value, tuple) else "",
)  # fmt: skip
def test_a_damaged_programme_in_json_is_refused(
    path: tuple[str, ...], value: object, expected: list[tuple[str, str]]
):
    """Maps, rules, nodes and operands are refused where they are damaged."""
    document = mapping()
    place: Any = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert expected == json_problems(document)


@pytest.mark.parametrize(
    ("place", "again", "expected"),
    [
        ('"unit": "EUR", "level"', '"unit": "EUR", "unit": "EUR", "level"',
         [("/figures/pot/unit", "repeated_key")]),
        ('"pot": {', '"pot": {}, "pot": {', [("/figures/pot", "repeated_key")]),
        ('"recipient": "all"', '"recipient": "all", "r\\u0065cipient": "all"',
         [("/levels/recipient", "repeated_key")]),
        ('"Berlin": "5.04557"', '"Berlin": "5.04557", "Berlin": "5.04557"',
         [("/parameters/key/values/0/table/Berlin", "repeated_key")]),
        ('"kind": "split"', '"kind": "split", "kind": "split"',
         [("/rules/part/kind", "repeated_key")]),
        ('"gives": "EUR"', '"gives": "EUR", "gives": "EUR"',
         [("/rules/part/gives", "repeated_key")]),
        ('"kind": "look_up"', '"kind": "look_up", "kind": "look_up"',
         [("/rules/part/by/kind", "repeated_key")]),
        ('"de": "Anteil"', '"de": "Anteil", "de": "Anteil"',
         [("/rules/part/label/de", "repeated_key")]),
    ],
)  # fmt: skip
def test_repeated_keys_of_programmes_are_refused(
    place: str, again: str, expected: list[tuple[str, str]]
):
    """Keys that stand twice are refused in maps, rules and nodes alike."""
    document = mapping()
    document["figures"]["pot"] = {"unit": "EUR", "level": "all", "de": "Topf", "en": "pot"}
    text = json.dumps(document, ensure_ascii=False)
    assert place in text
    with pytest.raises(DocumentError) as caught:
        from_json(text.replace(place, again, 1), Programme)
    assert expected == [(p.pointer, p.code) for p in caught.value.problems]


def test_a_repeated_key_does_not_hide_other_problems_of_a_map():
    """Beside a key that stands twice the other rows of a table are still looked at."""
    text = to_json(catalogue.load(KOENIGSTEIN))
    text = text.replace('"Berlin":"5.04557"', '"Berlin":"5.04557","Berlin":"1","Bonn":null', 1)
    with pytest.raises(DocumentError) as caught:
        from_json(text, Programme)
    table = "/parameters/key/values/0/table"
    assert [(f"{table}/Berlin", "repeated_key"), (f"{table}/Bonn", "null_value")] == [
        (p.pointer, p.code) for p in caught.value.problems
    ]


def test_a_repeated_key_in_toml_is_no_toml():
    """TOML itself knows no repeated keys."""
    assert problems(toml().replace("version = 1", "version = 1\nversion = 1")) == [("", "not_toml")]


@pytest.mark.parametrize(
    "text", ["=", "a", "a = ", "[a", "a = [1", 'a = "x', "a = 1 b = 2", "\x00"]
)
def test_what_is_no_toml_is_refused(text: str):
    """Broken syntax is refused as a whole."""
    assert problems(text) == [("", "not_toml")]


def test_broken_toml_has_its_place():
    """The message names line and column."""
    with pytest.raises(DocumentError) as caught:
        from_toml("a = 1\nb = geheim", Programme)
    assert "line 2, column 5" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff", "not_utf8"),
        ('a = "\ud800"', "not_utf8"),
        ("\ufeffa = 1", "byte_order_mark"),
        (b"\xef\xbb\xbfa = 1", "byte_order_mark"),
    ],
    ids=ascii,
)
def test_toml_is_utf8(data: str | bytes, code: str):
    """Other encodings and byte order marks are refused as a whole."""
    assert [("", code)] == problems(data)


@pytest.mark.parametrize("wrap", [str, lambda text: text.replace("\n", "\r\n"), str.encode])
def test_toml_is_read_as_text_and_bytes(wrap: Any):
    """Text, bytes and other ends of lines make the same programme."""
    assert catalogue.load(KOENIGSTEIN) == from_toml(wrap(toml()), Programme)


def test_all_problems_of_a_programme_are_reported_together():
    """Damages all over a programme are in one report."""
    text = (
        toml()
        .replace("start = 2015-01-01,", 'start = "2015",')
        .replace('unit = "percent"', "unit = 1")
        .replace('"5.04557"', '"5,04557"')
        .replace('basis = "stated"', 'basis = "?"', 1)
        .replace('kind = "look_up", parameter', 'kind = "look_up", colour = 1, parameter')
        .replace('award = "part"', "award = 1")
    )
    assert sorted(
        [
            ("/valid/start", "wrong_type"),
            ("/parameters/key/unit", "wrong_type"),
            ("/parameters/key/values/0/table/Berlin", "wrong_form"),
            ("/parameters/key/values/0/basis", "unknown_code"),
            ("/rules/part/by/colour", "unknown_key"),
            ("/result/award", "wrong_type"),
        ]
    ) == sorted(problems(text))


def test_an_assumption_is_reported_beside_other_problems():
    """That a document assumes a number is told together with what else is wrong."""
    text = toml().replace('basis = "stated"', 'basis = "assumed"', 1)
    text = text.replace('jurisdiction = "de"', 'jurisdiction = "DE"')
    assert sorted(
        [
            ("/jurisdiction", "wrong_form"),
            ("/parameters/key/values/0/basis", "assumed_in_document"),
        ]
    ) == sorted(problems(text))


def test_an_assumed_band_is_refused():
    """A band of a parameter is stated or inferred like every published number."""
    document = mapping("de-bw-integrationsmanagement-2017")
    (row,) = document["parameters"]["minimum"]["values"]
    del row["value"]
    row["bands"] = [{"at_least": "0", "value": "51000", "basis": "assumed"}]
    assert (
        "/parameters/minimum/values/0/bands/0/basis",
        "assumed_in_document",
    ) in json_problems(document)


PLAN = """
format = "integrationsplan/plan"
version = 1
id = "plan-2"
[[revisions]]
number = 1
recorded_at = "2016-05-02T08:00:00Z"
effective_on = 2016-05-02
author = { role = "integration_manager", id = "im-7" }
author_seal = { salt = "3k9qEg_of812adJNETSH1kkKPTsaCBkbrEba0-2hhZo" }
kind = "opening"
digest = "sha256/1:fBupG0AOYZgWlyX51PrYOf344gs4YXIdpuIDHDRARBY"
[[revisions.changes]]
kind = "put"
entry = { kind = "subject", id = "subject", reference = "p-0" }
salt = "lAv5ncjsUssWnt8AJp7WMSz6F9sNRrRwEx_12pY3nwo"
[[revisions.changes]]
kind = "put"
salt = "TDbPtChIbac-N2IWWxBTnRqxgLHT5htBtUmYK_bGnjA"
[revisions.changes.entry]
kind = "responsibility"
id = "responsibility"
body = { name = "Landkreis Gotha" }
jurisdiction = "16"
"""
SMALLEST = Path(__file__).parents[2] / "documents" / "v1" / "plan-smallest.json"


def test_a_plan_may_be_written_in_toml():
    """A plan in TOML is the plan of the same keys in JSON."""
    plan = from_toml(PLAN, IntegrationPlan)
    assert plan == from_json(to_json(plan), IntegrationPlan)
    assert plan == from_json(SMALLEST.read_bytes(), IntegrationPlan)


def test_a_rule_without_label_is_read_back_equal():
    """What a rule may leave out is not written."""
    document = mapping()
    del document["rules"]["part"]["label"], document["rules"]["part"]["gives"]
    programme = from_json(json.dumps(document), Programme)
    assert document == to_mapping(programme)


def test_a_what_if_is_not_written_as_a_document():
    """A programme with assumed numbers cannot be read, so it is not written either."""
    what_if = catalogue.load("de-th-thilik-2016").override({"budget": "1"})
    with pytest.raises(DocumentError) as caught:
        to_json(what_if)
    assert [problem.code for problem in caught.value.problems] == ["assumed_in_document"]
