"""Keep the schemas and what front ends need in step with the package: write, check.

``python tools/schemas.py write`` writes ``schemas/`` and the generated files of ``frontend/``;
``check`` refuses what is not what the package says. TypeScript types are made from the schemas by
``npm run generate`` in ``frontend/``.
"""

from __future__ import annotations

import copy
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from integrationsplan import problems as general
from integrationsplan._model._specs import EXACT_NAMES
from integrationsplan.errors import DocumentError
from integrationsplan.serialization import FORMATS, from_json
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization import _schema_builder as building
from integrationsplan.serialization._leaves import CODE_AS_TEXT
from integrationsplan.serialization._schema import json_schema
from integrationsplan.serialization._schema_ui import ui_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from integrationsplan.problems import ProblemKind

ROOT = Path(__file__).parents[1]
DOCUMENTS = ROOT / "tests" / "documents" / "v1"

KEYWORDS: dict[str, ProblemKind] = {
    "required": general.MISSING_KEY,
    "additionalProperties": general.UNKNOWN_KEY,
    "type": general.WRONG_TYPE,
    "enum": general.UNKNOWN_CODE,
    "const": general.UNKNOWN_CODE,
    "oneOf": general.UNKNOWN_CODE,
    "discriminator": kinds.UNKNOWN_KIND,
    "pattern": general.WRONG_FORM,
    "format": general.WRONG_FORM,
    "minLength": general.TOO_SHORT,
    "maxLength": general.TOO_LONG,
    "minItems": general.TOO_SHORT,
    "maxItems": general.TOO_MANY,
    "minProperties": general.TOO_SHORT,
    "maxProperties": general.TOO_MANY,
    "minimum": general.TOO_SMALL,
    "maximum": general.TOO_LARGE,
}
"""What a keyword of a schema that refuses a value is called in our reports."""

FURTHER = (
    kinds.NULL_VALUE,
    kinds.NOT_A_DATE,
    kinds.NOT_A_MOMENT,
    kinds.WRONG_FORMAT,
    kinds.NEWER_VERSION,
    general.NOT_PLAIN,
)
"""Kinds that a keyword stands for in certain places."""

BY_PATTERN = {
    building.DATE_PATTERN: kinds.NOT_A_DATE,
    building.MOMENT_PATTERN: kinds.NOT_A_MOMENT,
    building.LINE_PATTERN: general.NOT_PLAIN,
    building.LINES_PATTERN: general.NOT_PLAIN,
}


def files() -> Iterator[tuple[Path, str]]:
    """Yield every generated file with its text."""
    for document, (name, version) in FORMATS.items():
        stem = f"{name.partition('/')[2]}.v{version}"
        made = {
            "schema": json_schema(document),
            "forms": json_schema(document, dialect="forms"),
            "forms.de": json_schema(document, dialect="forms", language="de"),
            "ui.en": ui_schema(document, "en"),
            "ui.de": ui_schema(document, "de"),
        }
        for ending, content in made.items():
            suffix = "schema.json" if ending == "schema" else f"{ending}.json"
            yield ROOT / "schemas" / f"{stem}.{suffix}", written(content)
    yield ROOT / "frontend" / "labels.json", written(labels())
    yield ROOT / "frontend" / "problem-codes.json", written(problem_codes())
    yield ROOT / "frontend" / "damaged.json", written(damaged())


def written(content: object) -> str:
    """Return JSON as it is committed."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


# -- labels ----------------------------------------------------------------------------------------


def labels() -> dict[str, Any]:
    """Return what codes, classes and fields are called, by the names of the schemas."""
    found: dict[str, dict[str, Any]] = {"codes": {}, "classes": {}, "fields": {}}
    for document in FORMATS:
        schema = json_schema(document, dialect="forms")
        root = {document.__name__: schema} if document.__name__ not in found["classes"] else {}
        for name, part in {**root, **schema["definitions"]}.items():
            if is_code_list(part):
                found["codes"][name] = codes_of(part)
            elif "properties" in part:
                found["classes"][name] = both(part)
                fields = {k: f for k, f in part["properties"].items() if "const" not in f}
                found["fields"][name] = {key: both(field) for key, field in fields.items()}
                for key, field in fields.items():
                    if is_code_list(field):
                        found["codes"][f"{name}.{key}"] = codes_of(field)
    return {block: dict(sorted(entries.items())) for block, entries in found.items()}


def is_code_list(schema: dict[str, Any]) -> bool:
    """Tell whether a schema in the dialect of forms lists codes."""
    return all("const" in option for option in schema.get("oneOf", [{}]))


def codes_of(schema: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return the labels of codes."""
    return {option["const"]: both(option) for option in schema["oneOf"]}


def both(schema: dict[str, Any]) -> dict[str, str]:
    """Return the titles of a schema in both languages."""
    return {"en": schema["title"], "de": schema["x-de"]["title"]}


# -- problems --------------------------------------------------------------------------------------


def problem_codes() -> dict[str, Any]:
    """Return what a form needs to say of a refused value what the package says of it."""
    spoken = {kind.code: kind for kind in (*KEYWORDS.values(), *FURTHER)}
    variants: dict[str, str] = {}
    for document in FORMATS:
        builder = building.Builder("forms", "en")
        builder.of_class(document)
        for name, part in builder.definitions.items():
            kind = part.get("properties", {}).get("kind", {}).get("const")
            variants |= {name: kind} if kind is not None else {}
    return {
        "keywords": {keyword: kind.code for keyword, kind in KEYWORDS.items()},
        "patterns": {pattern: kind.code for pattern, kind in BY_PATTERN.items()},
        "kinds": dict(sorted(variants.items())),
        "codes": {
            code: {
                "found": kind.found._asdict(),
                "allowed": kind.allowed._asdict(),
                "remedy": kind.remedy._asdict(),
            }
            for code, kind in sorted(spoken.items())
        },
        "types": {
            "string": EXACT_NAMES[str]._asdict(),
            "integer": EXACT_NAMES[int]._asdict(),
            "boolean": EXACT_NAMES[bool]._asdict(),
            "array": {"en": "list", "de": "Liste"},
            "object": {"en": "object", "de": "Objekt"},
            "number": {"en": "number that is not whole", "de": "Zahl, die nicht ganz ist"},
            "code": CODE_AS_TEXT._asdict(),
            "date": {"en": "date as text", "de": "Datum als Text"},
            "date-time": {"en": "moment as text", "de": "Zeitpunkt als Text"},
            "operand": {"en": "text or object", "de": "Text oder Objekt"},
        },
    }


# -- damaged documents -----------------------------------------------------------------------------

PLAN, PROGRAMME = "plan-every-entry", "programme-every-kind-of-node"


def put(document: Any, path: str, value: object) -> None:
    """Put a value in a place of a document."""
    *above, last = path.split("/")[1:]
    place = document
    for step in above:
        place = place[int(step)] if isinstance(place, list) else place[step]
    place[last] = value


def drop(document: Any, path: str) -> None:
    """Take a key out of a document."""
    *above, last = path.split("/")[1:]
    place = document
    for step in above:
        place = place[int(step)] if isinstance(place, list) else place[step]
    del place[last]


def place_of(document: Any, kind: str) -> str:
    """Return the pointer of the first entry of a kind in a plan."""
    for number, revision in enumerate(document["revisions"]):
        for index, change in enumerate(revision["changes"]):
            if change["kind"] == "put" and change["entry"]["kind"] == kind:
                return f"/revisions/{number}/changes/{index}/entry"
    raise LookupError(kind)


DAMAGES: tuple[tuple[str, str, Callable[[Any], None]], ...] = (
    ("another format", PLAN, lambda d: put(d, "/format", "integrationsplan/nothing")),
    ("a newer version", PLAN, lambda d: put(d, "/version", 99)),
    ("an id with a blank", PLAN, lambda d: put(d, "/id", "a b")),
    ("a missing key", PLAN, lambda d: drop(d, "/revisions/0/author")),
    ("an unknown key", PLAN, lambda d: put(d, "/subject", "p-1")),
    ("a null", PLAN, lambda d: put(d, "/revisions/0/reason", None)),
    ("a number for a text", PLAN, lambda d: put(d, "/id", 7)),
    ("a list for an object", PLAN, lambda d: put(d, "/revisions/0/author", [])),
    ("a text for a list", PLAN, lambda d: put(d, "/revisions", "none")),
    ("a fraction for a number", PLAN, lambda d: put(d, "/revisions/0/number", 1.5)),
    ("a number that is too small", PLAN, lambda d: put(d, "/revisions/0/number", 0)),
    ("a number that is too large", PLAN, lambda d: put(d, "/revisions/0/number", 10_001)),
    ("a date in German", PLAN, lambda d: put(d, "/revisions/0/effective_on", "31.12.2018")),
    ("a day that there is not", PLAN, lambda d: put(d, "/revisions/0/effective_on", "2018-02-30")),
    ("a number for a date", PLAN, lambda d: put(d, "/revisions/0/effective_on", 20181231)),
    ("a naive moment", PLAN, lambda d: put(d, "/revisions/0/recorded_at", "2018-03-01T09:00:00")),
    ("no revisions", PLAN, lambda d: put(d, "/revisions", [])),
    ("an unknown kind", PLAN, lambda d: put(d, "/revisions/0/changes/0/kind", "delete")),
    ("no kind", PLAN, lambda d: drop(d, "/revisions/0/changes/0/kind")),
    ("an unknown code", PLAN, lambda d: put(d, f"{place_of(d, 'goal')}/field", "sports")),
    ("a number for a code", PLAN, lambda d: put(d, f"{place_of(d, 'goal')}/field", 3)),
    ("an empty text", PLAN, lambda d: put(d, f"{place_of(d, 'goal')}/title", "")),
    ("a long text", PLAN, lambda d: put(d, f"{place_of(d, 'goal')}/title", "a" * 201)),
    ("a bad name", PROGRAMME, lambda d: put(d, "/levels/Land", "all")),
    ("no levels", PROGRAMME, lambda d: put(d, "/levels", {})),
    ("a number for an operand", PROGRAMME, lambda d: put(d, "/result/award", 5)),
    ("an operand without kind", PROGRAMME, lambda d: put(d, "/result/award", {"of": "x"})),
    ("an unknown node", PROGRAMME, lambda d: put(d, "/result/award", {"kind": "magic"})),
    ("a key in a node", PROGRAMME, lambda d: put(d, "/result/award", {"kind": "not", "off": "x"})),
    ("a control character", PLAN, lambda d: put(d, f"{place_of(d, 'goal')}/title", "B1\u200b")),
    ("a literal", PROGRAMME, lambda d: put(d, "/conditions/0/effect", "ignore")),
)
"""What is damaged in which good document; each damage is one that a schema sees."""


def damaged() -> list[dict[str, Any]]:
    """Return damages with the problems that the package reports of them, for other languages."""
    found = []
    by_name = {name: document for document, (name, _) in FORMATS.items()}
    for says, stem, damage in DAMAGES:
        good = json.loads((DOCUMENTS / f"{stem}.json").read_text(encoding="utf-8"))
        bad = copy.deepcopy(good)
        damage(bad)
        refused = []
        try:
            from_json(json.dumps(bad), by_name[good["format"]])
        except DocumentError as error:
            refused = [p for p in error.problems if p.code in spoken_codes()]
        found.append(
            {
                "says": says,
                "document": stem,
                "changes": changes(good, bad),
                "problems": [
                    {
                        "code": problem.code,
                        "pointer": problem.pointer,
                        "text": {"en": problem.text("en"), "de": problem.text("de")},
                    }
                    for problem in refused
                ],
            }
        )
    return found


def spoken_codes() -> set[str]:
    """Return the codes that a schema can tell of."""
    return {kind.code for kind in (*KEYWORDS.values(), *FURTHER)}


def changes(good: Any, bad: Any, pointer: str = "") -> list[dict[str, Any]]:
    """Return what differs, as operations in the manner of JSON Patch."""
    if isinstance(good, dict) and isinstance(bad, dict):
        found = []
        for key in [*good, *(key for key in bad if key not in good)]:
            place = f"{pointer}/{key}"
            if key not in bad:
                found.append({"op": "remove", "path": place})
            elif key not in good:
                found.append({"op": "add", "path": place, "value": bad[key]})
            else:
                found += changes(good[key], bad[key], place)
        return found
    if isinstance(good, list) and isinstance(bad, list) and len(good) == len(bad):
        pairs = enumerate(zip(good, bad, strict=True))
        return [c for index, (g, b) in pairs for c in changes(g, b, f"{pointer}/{index}")]
    if good == bad and type(good) is type(bad):
        return []
    return [{"op": "replace", "path": pointer, "value": bad}]


# -- commands --------------------------------------------------------------------------------------


def problems() -> Iterator[str]:
    """Yield everything that is not what the package says."""
    wanted = dict(files())
    for path, text in wanted.items():
        name = path.relative_to(ROOT)
        if not path.exists():
            yield f"{name} is lacking; run write"
        elif path.read_text(encoding="utf-8") != text:
            yield f"{name} is not what the package says; run write"
    for path in sorted((ROOT / "schemas").glob("*.json")):
        if path not in wanted:
            yield f"{path.relative_to(ROOT)} belongs to no document; remove it"


def main(command: str) -> int:
    """Run a command; return the exit code."""
    if command == "write":
        for path, text in files():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    elif command == "check":
        found = list(problems())
        print("\n".join(found) or f"{len(dict(files()))} files are in step")
        return 1 if found else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
