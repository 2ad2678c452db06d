"""Documents made to do harm: depth, size, floods, slow patterns, leaks, odd callers."""

import collections
import copy
import json
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import pytest

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    Programme,
    catalogue,
    from_json,
    from_mapping,
    from_toml,
    to_json,
    to_mapping,
)
from integrationsplan.serialization import Bounds

GOOD = Path(__file__).parents[2] / "documents" / "v1" / "plan-every-entry.json"
TOML = (
    resources.files("integrationsplan.catalogue")
    .joinpath("de", "de-koenigsteiner-schluessel.toml")
    .read_text(encoding="utf-8")
)
HEAD = '{"format":"integrationsplan/plan","version":1,"x":'
CANARY = "Zq7-Geheim"
SUBJECT, RESPONSIBILITY = (f"/revisions/0/changes/{index}/entry" for index in (6, 7))
BODY = f"{RESPONSIBILITY}/body"

T = TypeVar("T")


def good() -> dict[str, Any]:
    """Return a fresh copy of a good plan document."""
    found: dict[str, Any] = json.loads(GOOD.read_text(encoding="utf-8"))
    return found


def place(document: Any, pointer: str) -> tuple[Any, Any]:
    """Return the object or list around a place, and the key or index in it."""
    *steps, last = pointer.split("/")[1:]
    for token in steps:
        document = document[int(token) if isinstance(document, list) else token]
    return document, int(last) if isinstance(document, list) else last


def codes(read: Callable[[], object]) -> list[str]:
    """Return the codes of the problems of a refused document."""
    with pytest.raises(DocumentError) as caught:
        read()
    return [problem.code for problem in caught.value.problems]


def plan_codes(text: str | bytes, **more: Any) -> list[str]:
    """Return the codes of the problems of a refused plan."""
    return codes(lambda: from_json(text, IntegrationPlan, **more))


def toml_codes(text: str | bytes, **more: Any) -> list[str]:
    """Return the codes of the problems of a refused programme in TOML."""
    return codes(lambda: from_toml(text, Programme, **more))


# -- depth -----------------------------------------------------------------------------------------


DEEP = {
    "arrays": lambda n: "[" * n + "]" * n,
    "objects": lambda n: '{"a":' * (n - 1) + "{}" + "}" * (n - 1),
    "arrays in objects": lambda n: '{"a":[' * (n // 2) + "[]" * (n % 2) + "]}" * (n // 2),
    "objects in arrays": lambda n: '[{"a":' * (n // 2) + ("[]" if n % 2 else "1") + "}]" * (n // 2),
}


@pytest.mark.parametrize("shape", DEEP)
@pytest.mark.parametrize("depth", [33, 34, 64, 65, 1_000, 100_000])
def test_depth_in_json_is_bounded(shape: str, depth: int):
    """Arrays and objects more than 32 deep are refused before they are parsed."""
    assert plan_codes(DEEP[shape](depth)) == ["document_too_deep"]


@pytest.mark.parametrize("shape", DEEP)
def test_depth_at_the_bound_is_parsed(shape: str):
    """Thirty-two deep is not too deep, whatever else is wrong."""
    assert "document_too_deep" not in plan_codes(DEEP[shape](32))


@pytest.mark.parametrize("shape", DEEP)
def test_depth_below_an_unknown_key_is_bounded_alike(shape: str):
    """It does not matter where in a document it is deep."""
    assert plan_codes(HEAD + DEEP[shape](32) + "}") == ["document_too_deep"]


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_the_bound_of_depth_can_be_set(depth: int):
    """A smaller bound refuses what is deeper by one."""
    text = "[" * (depth + 1) + "]" * (depth + 1)
    assert plan_codes(text, bounds=Bounds(depth=depth)) == ["document_too_deep"]


def test_width_is_not_depth():
    """Many arrays beside one another are not deep."""
    text = json.dumps(good() | {"x": [[[]]] * 10_000})
    assert plan_codes(text) == ["unknown_key"]


@pytest.mark.parametrize("text", ["[" * 40, "{" * 100_000, '"' + "[" * 40, "]" * 40 + "[" * 40])
def test_brackets_without_their_partners_are_refused(text: str):
    """Unbalanced brackets are too deep or no JSON, and nothing else."""
    assert plan_codes(text) in (["document_too_deep"], ["not_json"])


@pytest.mark.parametrize("text", ["[" * 100, '\\"{[', "[{" * 50 + '\\\\" "', "ä[" * 50])
def test_brackets_in_texts_are_not_depth(text: str):
    """A text may hold any number of brackets, quotes and backslashes."""
    document = good()
    document["revisions"][0]["reason"] = text
    document["revisions"][0]["changes"][1]["entry"]["description"] = "{" * 50
    assert text == from_json(json.dumps(document), IntegrationPlan).revisions[0].reason


def nested_nodes(depth: int) -> dict[str, Any]:
    """Return a programme whose rule has nodes so deep inside one another."""
    document = copy.deepcopy(to_mapping(catalogue.load("de-koenigsteiner-schluessel")))
    node: Any = "pot"
    for _ in range(depth):
        node = {"kind": "sum", "of": [node]}
    document["rules"]["part"]["pot"] = node
    return document


@pytest.mark.parametrize("depth", [33, 300, 1_000, 100_000])
def test_depth_of_a_parsed_document_is_bounded(depth: int):
    """What somebody else has parsed is held to the same depth."""
    found = codes(lambda: from_mapping(nested_nodes(depth), Programme))
    assert found == ["document_too_deep"] or found == ["too_deep"]  # noqa: PLR1714  # two verdicts


def test_a_parsed_document_in_a_circle_is_refused():
    """A parsed document that holds itself is too deep."""
    document = nested_nodes(2)
    node = document["rules"]["part"]["pot"]
    node["of"][0] = node
    assert codes(lambda: from_mapping(document, Programme)) == ["document_too_deep"]


@pytest.mark.parametrize("depth", [33, 1_000, 100_000])
def test_depth_of_arrays_in_toml_is_bounded(depth: int):
    """Arrays more than 32 deep are refused before they are parsed."""
    assert toml_codes(f"x = {'[' * depth}{']' * depth}") == ["document_too_deep"]


@pytest.mark.parametrize("depth", [33, 1_000, 40_000])
def test_depth_of_inline_tables_in_toml_is_bounded(depth: int):
    """Inline tables more than 32 deep are refused before they are parsed."""
    assert toml_codes("x=" + "{a=" * depth + "1" + "}" * depth) == ["document_too_deep"]


@pytest.mark.parametrize("depth", [33, 34, 1_000])
def test_depth_of_mixed_toml_is_bounded(depth: int):
    """Arrays and inline tables count together."""
    text = "x=" + "[{a=" * (depth // 2) + "[]" * (depth % 2) + "1" * (depth % 2 == 0)
    assert toml_codes(text + "}]" * (depth // 2)) == ["document_too_deep"]


def test_dotted_keys_count_as_depth():
    """Inline tables with dotted keys are as deep as the objects that they make."""
    inner = "1"
    for _ in range(20):
        inner = f"{{a.b.c.d.e.f.g={inner}}}"
    assert toml_codes(f"x={inner}") == ["document_too_deep"]


@pytest.mark.parametrize("parts", [9, 100, 20_000])
@pytest.mark.parametrize("form", ["{} = 1", "x = {{ {} = 1 }}", "[{}]", "[[{}]]"])
@pytest.mark.parametrize("dot", [".", " . ", "\t.\t"])
def test_a_dotted_key_is_bounded(parts: int, form: str, dot: str):
    """A key of more than eight parts is refused before it is parsed, wherever it stands."""
    assert toml_codes(form.format(dot.join(["a"] * parts))) == ["dotted_key_too_long"]


@pytest.mark.parametrize("part", ['"a"', "'a'", '"a.b"', "'a\"b'", '"\\""'])
def test_a_quoted_key_is_a_part(part: str):
    """Quoted parts count like bare ones."""
    assert toml_codes(".".join([part] * 9) + " = 1") == ["dotted_key_too_long"]


@pytest.mark.parametrize("part", ["a", '"a.b.c"', "'a.b'"])
def test_a_dotted_key_at_the_bound_is_parsed(part: str):
    """Eight parts are not too many, and dots in quotes are none."""
    assert "dotted_key_too_long" not in toml_codes(".".join([part] * 8) + " = 1")


@pytest.mark.parametrize("text", ["# " + ".a" * 50, 'x = "' + ".a" * 50 + '"', "x = '''\n.a.a" * 1])
def test_dots_in_texts_and_comments_are_no_keys(text: str):
    """Comments and texts may hold any number of dots."""
    assert "dotted_key_too_long" not in toml_codes(text)


def test_brackets_in_toml_texts_are_not_depth():
    """A text with four quotes at its end ends there, and what follows is a text again."""
    text = f'x = ["""a"""", """b{"[" * 40}"""]'
    assert "document_too_deep" not in toml_codes(text)


# -- what took quadratic time ----------------------------------------------------------------------


def read_apart(text: str, call: str) -> str:
    """Read a document in another process, which is given up if it hangs."""
    program = (
        "import sys\n"
        "from integrationsplan import *\n"
        "text = sys.stdin.buffer.read().decode()\n"
        "try:\n"
        f"    {call}\n"
        "except DocumentError as error:\n"
        "    print(*[problem.code for problem in error.problems])\n"
    )
    source = str(Path(sys.modules["integrationsplan"].__file__ or "").parents[1])
    try:
        done = subprocess.run(
            [sys.executable, "-c", program],
            input=text.encode(),
            env=os.environ | {"PYTHONPATH": source},
            capture_output=True,
            check=True,
            timeout=5,
        )
    except subprocess.TimeoutExpired:
        return "hangs"
    return done.stdout.decode().strip()


@pytest.mark.parametrize(
    ("text", "call", "expected"),
    [
        (
            "[" * 33 + '"' + '\\"' * 500_000,
            "from_json(text, IntegrationPlan)",
            {"document_too_deep", "not_json"},
        ),
        (
            '\\"""\n' * 50_000,
            "from_toml(text, Programme)",
            {"not_toml"},
        ),
        (
            'x = { a = """q"""", ' + ".".join(["b"] * 120_000) + ' = "z" }',
            "from_toml(text, Programme)",
            {"dotted_key_too_long"},
        ),
        (
            ".".join(["b"] * 20_000) + " = 1",
            "from_toml(text, Programme)",
            {"dotted_key_too_long"},
        ),
        (
            'format="integrationsplan/programme"\nversion = ' + "9" * 200_000,
            "sys.set_int_max_str_digits(0); from_toml(text, Programme)",
            {"not_toml", "huge_number", "unknown_version"},
        ),
    ],
    ids=["JSON quotes", "TOML quotes", "hidden dotted key", "dotted key", "unlimited digits"],
)
def test_no_document_takes_quadratic_time(text: str, call: str, expected: set[str]):
    """Documents that cost minutes where time is quadratic have a verdict."""
    assert read_apart(text, call) in expected


@pytest.mark.parametrize("mark", ["\u0301\u0323", "\u0323"])
def test_a_megabyte_of_marks_is_refused(mark: str):
    """Text that normalisers take quadratic time for is refused without being normalised."""
    document = good()
    document["revisions"][0]["reason"] = "a" + mark * (500_000 // len(mark))
    found = plan_codes(json.dumps(document, ensure_ascii=False))
    assert found == ["too_long"]


def test_a_long_key_does_not_multiply():
    """A long key above many problems does not make a report much longer than the document."""
    document = to_mapping(catalogue.load("de-koenigsteiner-schluessel"))
    document["parameters"] = {"k" * 20_000: {f"u{n}": 0 for n in range(1_000)}}
    text = json.dumps(document)
    with pytest.raises(DocumentError) as caught:
        from_json(text, Programme)
    assert len(str(caught.value)) < 20 * len(text)


# -- numbers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("digits", ["9" * 1_000, "9" * 4_300, "9" * 4_301, "9" * 200_000])
@pytest.mark.parametrize("sign", ["", "-"])
def test_huge_numbers_in_toml_are_refused(digits: str, sign: str):
    """Whole numbers of any length are refused with our error."""
    text = TOML.replace('unit = "EUR"\nlevel', f"unit = {sign}{digits}\nlevel")
    assert toml_codes(text)[0] in {"not_toml", "huge_number", "wrong_type"}


PLAN_TOML = """
format = "integrationsplan/plan"
version = 1
id = "plan-1"
[[revisions]]
number = 1
recorded_at = "2018-03-01T09:00:00Z"
effective_on = 2018-03-01
kind = "opening"
author = { role = "clerk", id = "c-1" }
author_seal = { salt = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }
digest = "sha256/1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
[[revisions.changes]]
kind = "put"
salt = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
entry = { kind = "subject", id = "subject", reference = "p-1" }
[[revisions.changes]]
kind = "put"
salt = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
[revisions.changes.entry]
kind = "responsibility"
id = "responsibility"
jurisdiction = "08"
body = { name = "Weinheim" }
"""


def test_a_small_plan_in_toml_is_good():
    """The damages below start from a plan that is read."""
    assert "p-1" == from_toml(PLAN_TOML, IntegrationPlan).subject


@pytest.mark.parametrize("number", ["0x" + "f" * 5_000, "9" * 19, "9" * 4_300, "0b" + "1" * 20_000])
def test_a_huge_number_in_toml_has_a_report(number: str):
    """The report of a huge number can be written."""
    with pytest.raises(DocumentError) as caught:
        from_toml(PLAN_TOML.replace("number = 1", f"number = {number}"), IntegrationPlan)
    assert "1 problem" in str(caught.value)


@pytest.mark.parametrize("limit", [0, 640])
def test_the_limit_of_the_host_does_not_matter(limit: int):
    """Huge numbers are refused alike, whatever the program that embeds us has set."""
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(limit)
    try:
        found = plan_codes(json.dumps(good()).replace('"number": 1', f'"number": {"9" * 100_000}'))
    finally:
        sys.set_int_max_str_digits(before)
    assert found == ["huge_number"]


@pytest.mark.parametrize(
    "date", ["2015-02-30", "2015-13-01", "0000-01-01", "2015-01-01T25:00:00", "2015-01-00", "1-1-1"]
)
def test_absurd_dates_in_toml_are_refused(date: str):
    """Days that do not exist are no TOML."""
    assert toml_codes(TOML.replace("start = 2015-01-01", f"start = {date}", 1)) == ["not_toml"]


# -- size ------------------------------------------------------------------------------------------


def test_the_size_of_json_is_bounded():
    """A document of one byte more than the bound is refused."""
    text = to_json(from_json(GOOD.read_bytes(), IntegrationPlan))
    size = len(text.encode())
    assert plan_codes(text, bounds=Bounds(json_bytes=size - 1)) == ["document_too_big"]


@pytest.mark.parametrize("encode", [str, str.encode])
def test_a_document_of_the_bound_is_read(encode: Callable[[str], str | bytes]):
    """A document as large as the bound is read; bytes count, not characters."""
    text = to_json(from_json(GOOD.read_bytes(), IntegrationPlan))
    bounds = Bounds(json_bytes=len(text.encode()))
    assert from_json(encode(text), IntegrationPlan, bounds=bounds).id == "plan-1"


@pytest.mark.parametrize("encode", [str, str.encode])
def test_the_size_of_toml_is_bounded(encode: Callable[[str], str | bytes]):
    """A programme of one byte more than the bound is refused."""
    bounds = Bounds(toml_bytes=len(TOML.encode()) - 1)
    assert toml_codes(encode(TOML), bounds=bounds) == ["document_too_big"]


def test_the_default_sizes():
    """Without bounds of one's own JSON may have 8 MiB, TOML 256 KiB."""
    blanks = " " * (8 * 1024 * 1024)
    assert (
        plan_codes(blanks),
        plan_codes(blanks + " "),
        toml_codes(" " * (256 * 1024 + 1)),
    ) == (["not_json"], ["document_too_big"], ["document_too_big"])


def test_the_digits_of_numbers_are_bounded():
    """A whole number of more digits than the bound is refused, its sign not counted."""
    text = json.dumps(good()).replace('"eqf": 5', '"eqf": -12345')
    assert (
        plan_codes(text, bounds=Bounds(integer_digits=4)),
        plan_codes(text, bounds=Bounds(integer_digits=5)),
    ) == (["huge_number"], ["too_small"])


def test_the_parts_of_keys_are_bounded():
    """A bound of one part allows no dot in a key."""
    assert toml_codes("a.b = 1", bounds=Bounds(key_parts=1)) == ["dotted_key_too_long"]


def test_parsed_documents_have_bounds_too():
    """The report of a parsed document is cut at its bound."""
    document = good() | {"x": 1, "y": 2, "z": 3}
    found = codes(lambda: from_mapping(document, IntegrationPlan, bounds=Bounds(problems=1)))
    assert found == ["unknown_key", "more_problems"]


# -- leaks -----------------------------------------------------------------------------------------


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every value of a document that holds no others."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        if isinstance(item, dict | list):
            yield from leaves(item, (*path, key))
        else:
            yield (*path, key)


def planted(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """Return the good document with a value in one place, and an unknown key beside it."""
    document = good() | {"unknown": CANARY}
    place: Any = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return document


def traces(error: BaseException) -> list[str]:
    """Return where the canary can be seen in an error or in what it came from."""
    seen = []
    at: BaseException | None = error
    while at is not None:
        for view in (str(at), repr(at), repr(at.args), repr(getattr(at, "__notes__", ()))):
            seen += [view] if CANARY in view else []
        at = at.__cause__ or at.__context__
    if isinstance(error, DocumentError):
        views = [error.text("de"), repr([p.as_data() for p in error.problems])]
        seen += [view for view in views if CANARY in view]
        seen += ["pickle"] if CANARY.encode() in pickle.dumps(error) else []
    return seen


PATHS = list(leaves(json.loads(GOOD.read_text(encoding="utf-8"))))


@pytest.mark.parametrize(
    "value", [CANARY, [CANARY], {"kind": CANARY}, f"{CANARY}\ud800", CANARY * 9000]
)
def test_no_report_shows_what_stood_in_a_document(value: object):
    """Whatever stands in whichever place, the report does not repeat it."""
    seen = []
    for path in PATHS:
        with pytest.raises(DocumentError) as caught:
            from_json(json.dumps(planted(path, value)), IntegrationPlan)
        seen += traces(caught.value)
    assert seen == []


@pytest.mark.parametrize(
    "data",
    [
        f'{{"a": {CANARY}}}',
        f'{{"{CANARY}": ',
        f'"{CANARY}',
        f'"{CANARY}"',
        f'"{CANARY}" \xff'.encode("latin-1"),
        f'"{CANARY}\ud800"',
        "[" * 40 + CANARY,
        f'{{"format": "{CANARY}"}}',
        f'{{"version": "{CANARY}"}}',
    ],
    ids=ascii,
)
def test_no_report_shows_broken_json(data: str | bytes):
    """Neither does the report of broken JSON, nor the errors that it came from."""
    with pytest.raises(DocumentError) as caught:
        from_json(data, IntegrationPlan)
    assert traces(caught.value) == []


@pytest.mark.parametrize(
    "data",
    [
        f"{CANARY}",
        f"a = {CANARY}",
        f'a = "{CANARY}',
        f'["{CANARY}"]\n["{CANARY}"]',
        f'"{CANARY}" = 1\n"{CANARY}" = 2',
        f"a = 2015-02-30 # {CANARY}",
        f'a = "{CANARY}"\nb = {"9" * 5000}',
        f'a = "{CANARY} \xff'.encode("latin-1"),
        f'format = "{CANARY}"',
        f'version = "{CANARY}"',
    ],
    ids=lambda data: ascii(data)[:40],
)
def test_no_report_shows_broken_toml(data: str | bytes):
    """Neither does the report of broken TOML."""
    with pytest.raises(DocumentError) as caught:
        from_toml(data, Programme)
    assert traces(caught.value) == []


@pytest.mark.parametrize("key", ["\\ud800", "\\udfff a", "\\u001b[31m", "a\\nb", "\\u202e"])
def test_a_report_can_be_printed(key: str):
    """A key with surrogates or controls does not break or bend the report."""
    with pytest.raises(DocumentError) as caught:
        from_json(f'{{"format":"integrationsplan/plan","version":1,"{key}":1}}', IntegrationPlan)
    said = str(caught.value)
    tricks = [c for c in said.replace("\n  /", "") if not c.isprintable()]
    assert tricks == []


def test_a_report_survives_pickling():
    """A report that crosses processes is the same report."""
    with pytest.raises(DocumentError) as caught:
        from_json(json.dumps(good() | {"x": 1}), IntegrationPlan)
    copied = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  # our own bytes
    assert (caught.value.problems, str(caught.value)) == (copied.problems, str(copied))


# -- odd callers -----------------------------------------------------------------------------------


class Text(str):
    """A text of a class of the caller's."""

    __slots__ = ()


@pytest.mark.parametrize("kind", [collections.OrderedDict, collections.Counter])
def test_mappings_of_other_classes_are_read_or_reported(kind: type):
    """A parsed document made of other mappings is read, or the report says what is wrong."""
    document = good()
    around, key = place(document, BODY)
    around[key] = kind(around[key])
    found = verdict(lambda: from_mapping(document, IntegrationPlan).body.name)
    assert found in ("Weinheim", [(BODY, "wrong_type")])


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/id", Text("plan-1")),
        ("/revisions", ()),
        (BODY, ("name", "Weinheim")),
        ("/version", 1.0),
        (f"{SUBJECT}/reference", b"p-1"),
        (f"{RESPONSIBILITY}/jurisdiction", {"08"}),
        (f"{RESPONSIBILITY}/jurisdiction", float("nan")),
        (f"{RESPONSIBILITY}/jurisdiction", object()),
        ("/revisions/0/digest", Text("sha256/1:" + "A" * 43)),
        ("/revisions/0/changes/0/salt", b"A" * 43),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_of_other_classes_are_reported(pointer: str, value: object):
    """A parsed document made of other values is refused at their place."""
    document = good()
    around, key = place(document, pointer)
    around[key] = value
    with pytest.raises(DocumentError) as caught:
        from_mapping(document, IntegrationPlan)
    found = [(p.pointer, p.code) for p in caught.value.problems]
    assert [(pointer, "wrong_type")] == found


@pytest.mark.parametrize("key", [1, None, True, ("a",), b"id"])
def test_keys_of_other_classes_are_reported(key: object):
    """A parsed document with keys that are no texts is refused."""
    assert codes(lambda: from_mapping(good() | {key: 1}, IntegrationPlan)) == ["unknown_key"]


@pytest.mark.parametrize("data", [[1, 2], "abc", 5, None, [["format", 1]]])
def test_what_is_no_mapping_is_reported(data: Any):
    """A parsed document that is no object is refused like the text of it."""
    assert codes(lambda: from_mapping(data, IntegrationPlan))[0] in {"wrong_type", "null_value"}


def test_a_parsed_document_is_not_changed():
    """Reading leaves the mapping as it is."""
    document = good()
    from_mapping(document, IntegrationPlan)
    assert good() == document


@pytest.mark.parametrize("wrap", [bytearray, memoryview])
def test_other_bytes_are_read_or_refused_as_such(wrap: type):
    """Bytes of other classes are read like bytes, or refused as no document at all."""
    data = wrap(GOOD.read_bytes())
    try:
        read = from_json(data, IntegrationPlan)
    except TypeError:
        return
    assert read.id == "plan-1"


def run_in_thread(work: Callable[[], T], stack_size: int = 0) -> T:
    """Run something in a thread of its own, whose stack is otherwise empty."""
    results: list[T] = []
    errors: list[BaseException] = []

    def target() -> None:
        try:
            results.append(work())
        except BaseException as error:  # handed on
            errors.append(error)

    before = threading.stack_size(stack_size)
    try:
        thread = threading.Thread(target=target)
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def below(frames: int, work: Callable[[], T]) -> T:
    """Run something below so many frames."""
    return work() if frames == 0 else below(frames - 1, work)


def verdict(read: Callable[[], object]) -> object:
    """Return what was read, or the codes of what was refused."""
    try:
        return read()
    except DocumentError as error:
        return [(problem.pointer, problem.code) for problem in error.problems]


READINGS: dict[str, Callable[[], object]] = {
    "good plan": lambda: from_json(GOOD.read_bytes(), IntegrationPlan),
    "wrong plan": lambda: from_json(
        json.dumps(good() | {"x": 1}).replace("B1", "\u202e"), IntegrationPlan
    ),
    "programme": lambda: from_toml(TOML, Programme),
    "wrong programme": lambda: from_toml(TOML.replace('"12.97496"', "12.97496"), Programme),
    "arrays 32 deep": lambda: from_json("[" * 32 + "]" * 32, IntegrationPlan),
    "arrays 33 deep": lambda: from_json("[" * 33 + "]" * 33, IntegrationPlan),
    "nodes 14 deep": lambda: from_json(json.dumps(nested_nodes(14)), Programme),
    "deep TOML": lambda: from_toml("x=" + "[" * 32 + "]" * 32, Programme),
    "no JSON": lambda: from_json('{"a": nul', IntegrationPlan),
}


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("frames", [500, 900])
def test_the_verdict_is_the_same_below_many_frames(reading: str, frames: int):
    """A caller deep in calls of its own gets the same answer."""
    read = READINGS[reading]
    expected = verdict(read)
    assert expected == run_in_thread(lambda: below(frames, lambda: verdict(read)))


@pytest.mark.parametrize("reading", READINGS)
def test_the_verdict_is_the_same_on_a_small_stack(reading: str):
    """A thread with a small stack gets the same answer."""
    read = READINGS[reading]
    assert verdict(read) == run_in_thread(lambda: verdict(read), stack_size=256 * 1024)
