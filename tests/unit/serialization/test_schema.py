"""JSON Schemas and form layouts: what they say, and that they say it of every document."""

import datetime as dt
import importlib.util
import json
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import pytest
from annotated_types import Ge, Gt, Interval, Le, Lt

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    Programme,
    Trace,
    UnknownNameError,
    from_mapping,
)
from integrationsplan._model import PLAIN, Pattern
from integrationsplan._model._constraints import plain_problem
from integrationsplan.allocation import RecipientList, Statement
from integrationsplan.history import DeletionReceipt
from integrationsplan.serialization import FORMATS
from integrationsplan.serialization import _schema_words as words
from integrationsplan.serialization._schema import Dialect, json_schema
from integrationsplan.serialization._schema_builder import (
    DATE_PATTERN,
    LINE_PATTERN,
    LINES_PATTERN,
    MOMENT_PATTERN,
    Builder,
    portable,
)
from integrationsplan.serialization._schema_ui import ui_schema

ROOT = Path(__file__).parents[3]
V1 = ROOT / "tests" / "documents" / "v1"
DIALECTS: tuple[Dialect, ...] = ("2020-12", "forms")
KINDS = pytest.mark.parametrize("document", FORMATS, ids=lambda kind: kind.__name__)
BOTH = pytest.mark.parametrize("dialect", DIALECTS)


def definitions(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the definitions of a schema, whatever its dialect calls them."""
    found: dict[str, Any] = schema["$defs"] if "$defs" in schema else schema["definitions"]
    return found


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every object inside a schema, itself first."""
    if isinstance(schema, dict):
        yield schema
    inner = schema.values() if isinstance(schema, dict) else schema
    for item in inner if isinstance(schema, dict | list) else ():
        yield from parts(item)


def good(document: type) -> list[dict[str, Any]]:
    """Return the old documents of a kind."""
    name = FORMATS[document][0]
    read = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(V1.glob("*.json"))]
    return [found for found in read if found["format"] == name]


def tool() -> ModuleType:
    """Load the script that keeps the committed files."""
    path = ROOT / "tools" / "schemas.py"
    if not (path.exists() and (ROOT / "schemas").is_dir()):
        pytest.skip("the committed schemas are not here")
    spec = importlib.util.spec_from_file_location("schemas_tool", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# -- the schema as a whole -------------------------------------------------------------------------


@KINDS
@BOTH
def test_schemas_follow_their_metaschema(document: type, dialect: Dialect):
    """A schema is a good one by the rules of its own dialect."""
    jsonschema = pytest.importorskip("jsonschema")
    schema = json_schema(document, dialect=dialect)
    validator = jsonschema.validators.validator_for(schema)
    expected = "Draft202012Validator" if dialect == "2020-12" else "Draft7Validator"
    assert expected == validator.__name__
    validator.check_schema(schema)


@KINDS
@BOTH
def test_old_documents_validate(document: type, dialect: Dialect):
    """Every document kept from version 1 is one that the schema accepts."""
    jsonschema = pytest.importorskip("jsonschema")
    schema = json_schema(document, dialect=dialect)
    validator = jsonschema.validators.validator_for(schema)(
        schema, format_checker=jsonschema.FormatChecker()
    )
    for found in good(document):
        assert [] == [str(error) for error in validator.iter_errors(found)]


def test_every_schema_has_an_identity_of_its_own():
    """Kind, version, dialect and language tell one schema from all others."""
    identities = [
        json_schema(document, dialect=dialect, language=language)["$id"]
        for document in FORMATS
        for dialect in DIALECTS
        for language in ("de", "en")
    ]
    assert 4 * len(FORMATS) == len(set(identities))
    assert "urn:integrationsplan:schema:plan:1" in identities
    assert "urn:integrationsplan:schema:plan:1:forms:de" in identities


@KINDS
@BOTH
def test_every_object_is_closed(document: type, dialect: Dialect):
    """No object of a class takes keys that its class does not know."""
    schema = json_schema(document, dialect=dialect)
    for part in (schema, *definitions(schema).values()):
        if "properties" in part:
            assert part["additionalProperties"] is False
            assert set(part.get("required", ())) <= part["properties"].keys()


@KINDS
@BOTH
def test_unions_are_told_apart_by_kind(document: type, dialect: Dialect):
    """Each variant of a union is an object with a kind of its own, and never a union itself."""
    schema = json_schema(document, dialect=dialect)
    known = definitions(schema)
    for part in parts(schema):
        if "discriminator" in part:
            names = [option["$ref"].rpartition("/")[2] for option in part["oneOf"]]
            kinds = [known[name]["properties"]["kind"]["const"] for name in names]
            assert len(names) == len(set(kinds))
            assert all("kind" in known[name]["required"] for name in names)


@KINDS
@BOTH
def test_only_portable_keywords_are_used(document: type, dialect: Dialect):
    """Nothing is used that type generators, form builders or other engines read differently."""
    for part in parts(json_schema(document, dialect=dialect)):
        assert not {"prefixItems", "if", "not", "unevaluatedProperties"} & part.keys()
        if isinstance(part.get("pattern"), str):
            assert re.match(r"\^.*\$\Z", part["pattern"], re.DOTALL)
            re.compile(part["pattern"])


@KINDS
def test_every_reference_leads_to_a_definition(document: type):
    """No reference leads nowhere, and no definition is there for nothing."""
    schema = json_schema(document)
    found = {part["$ref"] for part in parts(schema) if isinstance(part.get("$ref"), str)}
    assert {f"#/$defs/{name}" for name in schema["$defs"]} == found


def test_dialects_share_names_and_fields():
    """The dialect of forms has the same definitions with the same fields."""
    plain, forms = (json_schema(Programme, dialect=dialect) for dialect in DIALECTS)
    assert plain["$defs"].keys() == forms["definitions"].keys()
    for name, part in plain["$defs"].items():
        other = forms["definitions"][name]
        assert part.get("properties", {}).keys() == other.get("properties", {}).keys()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((dict,), "dict"),
        ((IntegrationPlan, "draft-04"), "draft-04"),
        ((IntegrationPlan, "forms", "fr"), "fr"),
    ],
)
def test_unknown_choices_are_refused_by_name(arguments: Any, code: str):
    """Another class, dialect or language is refused with what there is."""
    document, *rest = arguments
    options = dict(zip(("dialect", "language"), rest, strict=False))
    with pytest.raises(UnknownNameError, match=code):
        json_schema(document, **options)


# -- what single parts say -------------------------------------------------------------------------


def test_codes_stand_as_a_list_or_with_titles():
    """The dialect of forms has a title for each code; both list the same codes."""
    plain = json_schema(IntegrationPlan)["$defs"]["GoalField"]
    titled = json_schema(IntegrationPlan, dialect="forms", language="de")["definitions"][
        "GoalField"
    ]
    assert plain["enum"] == [option["const"] for option in titled["oneOf"]]
    assert {"const": "language", "title": "Sprache", "x-en": {"title": "language"}} in titled[
        "oneOf"
    ]


def test_what_is_assumed_is_no_basis_of_documents():
    """A published number is stated or inferred."""
    assert ["stated", "inferred"] == json_schema(Programme)["$defs"]["Basis"]["enum"]


def test_named_rules_have_two_keys_more_than_nodes():
    """A label and a unit stand at named rules, not at the nodes inside them."""
    known = json_schema(Programme)["$defs"]
    extra = known["SumRule"]["properties"].keys() - known["Sum"]["properties"].keys()
    assert {"label", "gives"} == extra


def test_keys_of_regions_are_texts():
    """A key is a text with a pattern: a number loses its leading zero."""
    ags = json_schema(IntegrationPlan)["$defs"]["AGS"]
    assert "string" == ags["type"]
    assert re.match(ags["pattern"], "08111000")
    assert not re.match(ags["pattern"], "8111000")


def test_defaults_stand_where_a_field_may_be_left_out():
    """A default belongs to a field that may be absent, never to a required one."""
    known = json_schema(Programme)["$defs"]
    assert "recipient" == known["Figure"]["properties"]["level"]["default"]
    for part in known.values():
        fields = part.get("properties", {})
        for key in set(part.get("required", ())) & fields.keys():
            assert "default" not in fields[key]


def test_references_to_entries_name_their_kinds():
    """A field that holds the id of an entry says of which kind."""
    goal = json_schema(IntegrationPlan)["$defs"]["Goal"]
    assert ["goal"] == goal["properties"]["depends_on"]["items"]["x-refers-to"]


def test_a_schema_without_parts_has_no_definitions():
    """The smallest document needs none."""
    assert {} == json_schema(DeletionReceipt)["$defs"]


@pytest.mark.parametrize(
    "regex",
    ["(?i)a", "(?<=a)b", "a++", "a{2}+", r"\d", r"\w+", "a$b", "(?!a)b", "x|^y", r"\Aa\Z"],
)
def test_patterns_that_engines_read_differently_are_mistakes(regex: str):
    """A declaration with such a pattern is refused when the schema is made."""
    with pytest.raises(TypeError, match="cannot be written"):
        portable(regex)


def test_patterns_of_declarations_are_anchored():
    """A pattern stands for the whole text, with alternatives held together."""
    assert "^(?:a|b\\.c)$" == portable(r"a|b\.c")


@pytest.mark.parametrize(
    ("constraints", "expected"),
    [
        ((Ge(1), Le(5)), {"minimum": 1, "maximum": 5}),
        ((Gt(1), Lt(5)), {"exclusiveMinimum": 1, "exclusiveMaximum": 5}),
        ((Interval(ge=1, lt=5),), {"minimum": 1, "exclusiveMaximum": 5}),
    ],
)
def test_bounds_are_keywords(constraints: tuple[Any, ...], expected: dict[str, int]):
    """Bounds that are part of the interval and bounds that are not are told apart."""
    found = Builder("2020-12", "en").value(Annotated[int, *constraints], "")
    assert {"type": "integer", **expected} == found


def test_a_text_may_have_two_patterns():
    """One keyword holds one pattern; the second stands beside it."""
    two = Annotated[str, Pattern("[a-z]+", "letters", "Buchstaben"), PLAIN]
    found = Builder("2020-12", "en").value(two, "")
    assert "^(?:[a-z]+)$" == found["pattern"]
    assert [{"pattern": LINE_PATTERN}] == found["allOf"]


def test_two_classes_of_one_name_are_a_mistake():
    """A definition has one owner."""
    builder = Builder("2020-12", "en")
    builder.of_class(IntegrationPlan)
    other = type("Goal", (), {})
    with pytest.raises(TypeError, match="'Goal'"):
        builder.value(other, "")


def test_clean_text_is_refused_by_no_pattern():
    """What the pattern of a text forbids, the loader forbids: each character of four digits."""
    line, lines = re.compile(LINE_PATTERN), re.compile(LINES_PATTERN)
    for code in range(0x10000):
        text = f"a{chr(code)}b"
        if not line.match(text):
            assert plain_problem(text) is not None, hex(code)
        if not lines.match(text):
            assert plain_problem(text, lines=True) is not None, hex(code)
    assert line.match("München 🙂")
    assert not line.match("a\tb")
    assert lines.match("a\n\tb")


@pytest.mark.parametrize(
    "text",
    [
        "2018-01-31",
        "0001-01-01",
        "9999-12-31",
        "2018-02-30",
        "2018-1-31",
        "20180131",
        "2018-W05-3",
        "2018-13-01",
        "2018-00-10",
        "\uff12018-01-31",
        "2018-01-31\n",
        "",
    ],
)
def test_dates_that_load_match(text: str):
    """The pattern of dates accepts what the loader accepts, and little else."""
    receipt = {**good(DeletionReceipt)[0], "deleted_on": text}
    try:
        from_mapping(receipt, DeletionReceipt)
    except DocumentError:
        assert not re.search(DATE_PATTERN, text) or text in ("2018-02-30", "2018-01-31\n")
    else:
        assert re.search(DATE_PATTERN, text)


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("2018-03-01T09:00:00Z", True),
        ("2018-03-01T09:00:00.123456+01:00", True),
        ("2018-03-01T23:59:59-12:30", True),
        ("2018-03-01T09:00:00", False),
        ("2018-03-01 09:00:00Z", False),
        ("2018-03-01T9:00:00Z", False),
        ("2018-03-01T25:00:00Z", False),
        ("2018-03-01T09:00:60Z", False),
        ("2018-03-01T09:00:00.1234567Z", False),
        ("2018-03-01T09:00:00+24:00", False),
        ("2018-03-01T09:00Z", False),
    ],
)
def test_moments_match_as_they_load(text: str, matches: bool):
    """The pattern of moments and the loader agree."""
    plan = good(IntegrationPlan)[0]
    plan["revisions"][0]["recorded_at"] = text
    codes: list[str] = []
    try:
        from_mapping(plan, IntegrationPlan)
    except DocumentError as error:
        codes = [problem.code for problem in error.problems]
    assert matches == ("not_a_moment" not in codes)
    assert matches == bool(re.search(MOMENT_PATTERN, text))
    if matches:
        assert dt.datetime.fromisoformat(text).utcoffset() is not None


# -- words -----------------------------------------------------------------------------------------


@KINDS
def test_every_field_has_a_title_in_both_languages(document: type):
    """People who fill in a form see no key of a document."""
    schema = json_schema(document)
    for part in (schema, *schema["$defs"].values()):
        for key, field in part.get("properties", {}).items():
            if key != "kind":
                assert field["title"]
                assert field["x-de"]["title"]


def test_german_is_complete_and_in_use(monkeypatch: pytest.MonkeyPatch):
    """Every English text has a German one, and no German one is left over."""
    asked: dict[str, set[str]] = {"titles": set(), "descriptions": set()}
    translate = words._both

    def note(english: str, section: str) -> Any:
        asked[section].add(english)
        return translate(english, section)

    monkeypatch.setattr(words, "_both", note)
    for document in {*FORMATS, Statement, RecipientList}:
        Builder("forms", "de").of_class(document)
    file = resources.files("integrationsplan.serialization").joinpath("_schema_de.toml")
    german = tomllib.loads(file.read_text(encoding="utf-8"))
    for section, found in asked.items():
        assert found == german[section].keys()


def test_german_schemas_speak_german_first():
    """Titles and descriptions change places; nothing else changes."""
    english = json_schema(Trace, dialect="forms")
    german = json_schema(Trace, dialect="forms", language="de")
    assert "Rechenweg" == german["title"]
    assert "trace" == german["x-en"]["title"]
    assert english["properties"].keys() == german["properties"].keys()


# -- layouts ---------------------------------------------------------------------------------------


def controls(layout: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the controls of a layout, those of groups too."""
    for element in layout["elements"]:
        if element["type"] == "Control":
            yield element
        else:
            yield from controls(element)


def resolve(schema: dict[str, Any], part: dict[str, Any], scope: str) -> dict[str, Any]:
    """Follow a scope as JSON Forms does, through references."""
    for token in scope.split("/")[1:]:
        while "$ref" in part and token not in part:
            part = schema["definitions"][part["$ref"].rpartition("/")[2]]
        part = part[token]
    return part


@KINDS
def test_every_control_leads_to_a_field(document: type):
    """Scopes of the layout and of its parts are places of the schema."""
    schema = json_schema(document, dialect="forms")
    layout = ui_schema(document)
    for control in controls(layout):
        assert resolve(schema, schema, control["scope"])
    for name, part in layout["definitions"].items():
        for control in controls(part):
            assert resolve(schema, schema["definitions"][name], control["scope"])


@KINDS
def test_every_field_has_its_place(document: type):
    """A layout leaves no field out but those that are the same in every document."""
    schema = json_schema(document, dialect="forms")
    for name, part in ui_schema(document)["definitions"].items():
        wanted = {
            key
            for key, field in schema["definitions"][name]["properties"].items()
            if "const" not in field
        }
        assert len(wanted) == len(part["elements"])


def test_layouts_speak_the_language_asked_for():
    """Labels are those of the model."""
    part = ui_schema(IntegrationPlan, "de")["definitions"]["Goal"]
    assert "Ziel" == part["label"]
    assert "Bezeichnung" == part["elements"][2]["label"]


def test_fields_about_somebody_else_are_not_filled_in_by_browsers():
    """The browser's own data is that of whoever sits before it."""
    part = ui_schema(IntegrationPlan)["definitions"]["PersonalDetails"]
    options = {control["scope"]: control["options"] for control in controls(part)}
    given = options["#/properties/given_names"]
    assert ("off", "given-name") == (given["autocomplete"], given["autocompleteSelf"])


def test_long_texts_have_several_lines():
    """A description is written in a field of several lines, a title in one."""
    part = ui_schema(IntegrationPlan)["definitions"]["Goal"]
    several = [c["scope"] for c in controls(part) if c.get("options", {}).get("multi")]
    assert ["#/properties/description"] == several


def test_what_the_library_works_out_is_not_typed():
    """Salts and digests can be seen and not changed."""
    part = ui_schema(IntegrationPlan)["definitions"]["Seal"]
    assert all(control["options"]["readonly"] for control in controls(part))


# -- committed files -------------------------------------------------------------------------------


def test_committed_files_are_what_the_package_says():
    """Schemas, layouts and labels are written again after each change of the model."""
    assert [] == list(tool().problems())


def test_the_tool_says_what_is_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A missing, an old and a surplus file are each named."""
    module = tool()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    wanted = list(module.files())
    monkeypatch.setattr(module, "files", lambda: iter(wanted))
    assert 0 == module.main("write")
    assert 0 == module.main("check")
    (tmp_path / "schemas" / "plan.v1.schema.json").write_text("{}", encoding="utf-8")
    (tmp_path / "schemas" / "plan.v1.forms.json").unlink()
    (tmp_path / "schemas" / "plan.v0.schema.json").write_text("{}", encoding="utf-8")
    found = list(module.problems())
    assert 3 == len(found)
    assert 1 == module.main("check")
    assert 2 == module.main("")


def test_every_damage_for_front_ends_is_one_that_the_loader_tells():
    """Each damaged document has problems, with sentences in both languages."""
    for damage in tool().damaged():
        assert damage["problems"], damage["says"]
        assert damage["changes"], damage["says"]


def test_ajv_agrees():
    """Ajv accepts and refuses the same documents, and the words are ours."""
    node = shutil.which("node")
    if node is None or not (ROOT / "frontend" / "node_modules" / "ajv").is_dir():
        pytest.skip("needs Node.js, and npm install in frontend/")
    script = str(ROOT / "frontend" / "check.mjs")
    done = subprocess.run([node, script], capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
