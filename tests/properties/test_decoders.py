"""However a document is read, and whoever spells it: one verdict, one object, the same problems."""

import copy
import datetime as dt
import enum
import functools
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationsplan import DocumentError, allocation, from_json, from_mapping, plan, to_json
from integrationsplan._model import FrozenMap
from integrationsplan.allocation import Rule
from integrationsplan.plan import CEFR, Goal, LanguageTarget
from integrationsplan.serialization import FORMATS, DocumentKind, decoders
from integrationsplan.serialization import _documents as engine
from integrationsplan.serialization._bounds import DEFAULT_BOUNDS
from integrationsplan.serialization._kinds import document_kind
from integrationsplan.serialization._reading import _Reading
from integrationsplan.serialization._scan import parse_json, refuse
from integrationsplan.serialization._shapes import TEXT_CLASSES, is_model, kind_of, nests
from integrationsplan.serialization._thorough import read_thoroughly
from integrationsplan.serialization._writing import writer_of
from integrationsplan.testing import strategies

pytestmark = pytest.mark.slow

V1 = Path(__file__).parents[1] / "documents" / "v1"


def _stored() -> dict[type, list[dict[str, Any]]]:
    """Return the stored documents of each kind."""
    kinds = {format: kind for kind, (format, _) in FORMATS.items()}
    found: dict[type, list[dict[str, Any]]] = {kind: [] for kind in FORMATS}
    for path in sorted(V1.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        found[kinds[document["format"]]].append(document)
    return found


STORED = _stored()
EVERY = pytest.mark.parametrize("cls", FORMATS, ids=lambda cls: cls.__name__)
WITH_TWINS = pytest.mark.parametrize(
    "cls", [cls for cls in FORMATS if not nests(cls)], ids=lambda cls: cls.__name__
)
NEEDS_MSGSPEC = pytest.mark.skipif("msgspec" not in decoders(), reason="needs msgspec")


FEW = settings(max_examples=15, deadline=None)
MANY = settings(max_examples=60, deadline=None)


# -- what is compared ------------------------------------------------------------------------------


def verdict(read: Callable[[], Any]) -> tuple[Any, ...]:
    """Return what was read and how it is written, or what was refused and why.

    The text is compared too: moments are equal that do not say the same.
    """
    try:
        found = read()
    except DocumentError as error:
        return ("refused", error.problems)
    return ("read", type(found), found, to_json(found))


def pointers(found: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return a verdict with nothing but the places of its problems.

    Who reads a mapping sees other types than who reads a text: a float, and no long number.
    """
    if found[0] == "read":
        return found
    return ("refused", frozenset(problem.pointer for problem in found[1]))


def thoroughly(data: bytes | str, cls: type) -> Any:
    """Read with the thorough reader and nothing else."""
    kind = document_kind(cls)
    problems, content = engine._content(parse_json(data, kind.format, DEFAULT_BOUNDS), kind)
    found = None
    if content is not None:
        found, more = read_thoroughly(content, cls, "json")
        problems += more
    if problems:
        raise refuse(kind.format, problems, DEFAULT_BOUNDS)
    return found


def quick_readers() -> list[Callable[..., Any]]:
    """Return the quick readers, which refuse by whatever exception comes first."""
    return [engine._read_plain, *([engine._read_wire] if "msgspec" in decoders() else [])]


def assert_one_verdict(data: bytes | str, cls: type) -> None:
    """Check that every reader comes to the verdict of the thorough one."""
    wanted = verdict(lambda: thoroughly(data, cls))
    for decoder in decoders():
        assert wanted == verdict(lambda decoder=decoder: from_json(data, cls, decoder=decoder))
    for read in quick_readers():
        try:
            found = read(data, document_kind(cls), DEFAULT_BOUNDS)
        except Exception:  # noqa: S112  # a quick reader may refuse for any reason
            continue
        assert wanted == ("read", type(found), found, to_json(found))


# -- spellings -------------------------------------------------------------------------------------


def spelled_out(value: Any) -> Any:
    """Return what documents hold for a value, with every default; written without the engine."""
    if isinstance(value, Rule):  # written as its node, with keys of its own
        own = {"label": value.label, "gives": value.gives}
        return spelled_out(value.node) | {
            k: spelled_out(v) for k, v in own.items() if v is not None
        }
    if isinstance(value, TEXT_CLASSES):
        return str(value)
    if attrs.has(type(value)):
        kind = kind_of(type(value))
        content = {"kind": kind} if kind is not None else {}
        for field in attrs.fields(type(value)):
            item = getattr(value, field.name)
            if item is not None:
                content[field.name] = spelled_out(item)
        return content
    if isinstance(value, Mapping | FrozenMap):
        return {key: spelled_out(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [spelled_out(item) for item in value]
    if isinstance(value, enum.Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value


def with_defaults(document: Any) -> dict[str, Any]:
    """Return a document in which every default stands that is not nothing."""
    format, version = FORMATS[type(document)]
    return {"format": format, "version": version, **spelled_out(document)}


def reversed_keys(value: Any) -> Any:
    """Return parsed JSON with the keys of every object the other way round."""
    if isinstance(value, dict):
        return {key: reversed_keys(value[key]) for key in reversed(value)}
    return [reversed_keys(item) for item in value] if isinstance(value, list) else value


def escaped(value: Any) -> str:
    """Write JSON with every character of every text and key as an escape."""
    if isinstance(value, str):
        units = value.encode("utf-16-be", "surrogatepass")
        hexed = [units[i : i + 2].hex() for i in range(0, len(units), 2)]
        return '"' + "".join(f"\\u{unit}" for unit in hexed) + '"'
    if isinstance(value, dict):
        pairs = [f"{escaped(key)}:{escaped(item)}" for key, item in value.items()]
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(escaped, value)) + "]"
    return json.dumps(value)


SPELLINGS: dict[str, Callable[[dict[str, Any]], str | bytes]] = {
    "one line": lambda d: json.dumps(d, ensure_ascii=False, separators=(",", ":")),
    "bytes": lambda d: json.dumps(d, ensure_ascii=False, separators=(",", ":")).encode(),
    "usual blanks": json.dumps,
    "indented": lambda d: json.dumps(d, indent=2),
    "tabs": lambda d: json.dumps(d, indent="\t", ensure_ascii=False),
    "carriage returns": lambda d: json.dumps(d, indent=1).replace("\n", "\r\n"),
    "blanks before colons": lambda d: json.dumps(d, separators=(" ,", " : ")),
    "tabs before colons": lambda d: json.dumps(d, separators=("\t,", "\t:")),
    "blanks around": lambda d: f" \r\n\t{json.dumps(d, separators=(',', ':'))}\n ",
    "keys reversed": lambda d: json.dumps(reversed_keys(d), separators=(",", ":")),
    "keys sorted": lambda d: json.dumps(d, sort_keys=True),
    "all escaped": escaped,
    "slashes escaped": lambda d: json.dumps(d, separators=(",", ":")).replace("/", "\\/"),
    "colons escaped": lambda d: (
        json.dumps(d, separators=(",", "\0")).replace(":", "\\u003A").replace("\0", ":")
    ),
}


# -- laws of good documents ------------------------------------------------------------------------


@EVERY
@FEW
@given(st.data())
def test_every_reader_reads_the_same_object(cls: type, data: st.DataObject):
    """Both decoders, the mapping's reader and the thorough one build equal objects."""
    document = data.draw(strategies.documents(cls))
    text = to_json(document)
    assert ("read", cls, document, text) == verdict(lambda: thoroughly(text, cls))
    assert_one_verdict(text, cls)
    assert ("read", cls, document, text) == verdict(lambda: from_mapping(json.loads(text), cls))


@EVERY
@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS.keys())
@settings(max_examples=4, deadline=None)
@given(st.data())
def test_other_spellings_say_the_same(
    cls: type, spelling: Callable[[dict[str, Any]], str | bytes], data: st.DataObject
):
    """Blanks, escapes, ends of lines and the order of keys change nothing, whoever reads."""
    document = data.draw(
        st.sampled_from(STORED[cls]) | strategies.documents(cls).map(to_json).map(json.loads)
    )
    wanted = from_mapping(document, cls)
    data_spelled = spelling(document)
    for decoder in decoders():
        found = from_json(data_spelled, cls, decoder=decoder)
        # The order of the keys of a mapping is its own; equality does not ask for it.
        assert (type(wanted), wanted) == (type(found), found)
    assert_one_verdict(data_spelled, cls)


@EVERY
@FEW
@given(st.data())
def test_explicit_defaults_say_the_same(cls: type, data: st.DataObject):
    """What stands at its default may be written; without it, it is the text that we write."""
    document = data.draw(strategies.documents(cls))
    text = json.dumps(with_defaults(document), ensure_ascii=False, separators=(",", ":"))
    assert ("read", cls, document, to_json(document)) == verdict(lambda: thoroughly(text, cls))
    assert_one_verdict(text, cls)


@EVERY
@pytest.mark.parametrize("container", [bytes, bytearray, memoryview, str])
def test_every_container_of_bytes_is_read_alike(cls: type, container: Any):
    """Bytes, views of them and text are read by every decoder as the same document."""
    text = json.dumps(STORED[cls][0], ensure_ascii=False)
    data = text if container is str else container(text.encode())
    wanted = from_mapping(STORED[cls][0], cls)
    assert [wanted] * len(decoders()) == [from_json(data, cls, decoder=d) for d in decoders()]


@NEEDS_MSGSPEC
@EVERY
@FEW
@given(st.data())
def test_what_is_written_takes_the_quickest_way(cls: type, data: st.DataObject):
    """What the library writes itself is never read twice."""
    document = data.draw(strategies.documents(cls))
    kind = document_kind(cls)
    assert document == engine._read_wire(to_json(document), kind, DEFAULT_BOUNDS)


def test_a_default_is_left_out_however_it_came_to_be():
    """What equals a default is the default, though it may be another object of Python's."""
    told = LanguageTarget(level=CEFR.B1, language="".join(["d", "e"]))
    kind = DocumentKind(LanguageTarget, "test/target")
    wanted = '{"format":"test/target","version":1,"kind":"language","level":"B1"}'
    assert wanted == to_json(LanguageTarget(level=CEFR.B1), kind=kind)
    assert wanted == to_json(told, kind=kind)


@NEEDS_MSGSPEC
@WITH_TWINS
@FEW
@given(st.data())
def test_both_writers_write_the_same_bytes(cls: type, data: st.DataObject):
    """The twins of msgspec and the generated writers write one text."""
    from integrationsplan.serialization._wire import wire_of  # noqa: PLC0415

    document = data.draw(strategies.documents(cls))
    kind = document_kind(cls)
    twin = wire_of(cls, kind.format, kind.version).write(document)
    assert writer_of(cls)(document).encode() == twin.encode()


# -- laws of damaged documents ---------------------------------------------------------------------


@EVERY
@MANY
@given(st.data())
def test_damaged_texts_get_one_verdict(cls: type, data: st.DataObject):
    """Keys that stand twice, cuts, marks and all other damages: the same problems, in order."""
    document = data.draw(st.sampled_from(STORED[cls]))
    assert_one_verdict(data.draw(strategies.damaged_texts(document)), cls)


@EVERY
@MANY
@given(st.data())
def test_damaged_mappings_get_one_verdict(cls: type, data: st.DataObject):
    """A parsed document is refused for the same places as its text."""
    damaged = data.draw(st.sampled_from(STORED[cls]).flatmap(strategies.damaged))
    text = json.dumps(damaged)
    found = verdict(lambda: from_mapping(damaged, cls))
    assert pointers(verdict(lambda: from_json(text, cls))) == pointers(found)


@EVERY
@FEW
@given(st.data())
def test_damages_of_any_document_get_one_verdict(cls: type, data: st.DataObject):
    """Documents of every shape, not only the stored ones."""
    document = json.loads(to_json(data.draw(strategies.documents(cls))))
    assert_one_verdict(data.draw(strategies.damaged_texts(document)), cls)


TELLING = st.sampled_from(
    list(b'"\\:{}[], 0123456789-+.eEtrufalsn/\t\r\n\x00\x1f\x7f\x80\xc0\xc3\xed\xff')
)
PIECES = st.sampled_from(
    [
        b'"id":"x",',
        b'"kind":"goal",',
        b"\\u003a",
        b'":',
        b" :",
        b'\\"',
        b"\\u0022",
        b"null",
        b"1.0",
        b"1e2",
        b"-0",
        b"NaN",
        b"9" * 19,
        b"\xef\xbb\xbf",
        b"\xed\xa0\x80",
        b"\\ud800",
        b"\xe2\x80\xa8",
        b"{}",
        b"[]",
        b'"format":"integrationsplan/plan",',
        b'"version":1,',
        b",",
        b"true",
        b"\\/",
    ]
)


@st.composite
def mutations(draw: st.DrawFn, data: bytes) -> bytes:
    """Draw bytes with one to four changes: set, put in, taken out, doubled."""
    found = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(found)))
        length = draw(st.integers(0, 12))
        match draw(st.sampled_from(["set", "insert", "cut", "double", "piece"])):
            case "set":
                found[start : start + 1] = bytes([draw(TELLING | st.integers(0, 255))])
            case "insert":
                found[start:start] = bytes([draw(TELLING)])
            case "cut":
                del found[start : start + length]
            case "double":
                found[start:start] = found[start : start + length * 8]
            case _:
                found[start:start] = draw(PIECES)
    return bytes(found)


@EVERY
@MANY
@given(st.data())
def test_changed_bytes_get_one_verdict(cls: type, data: st.DataObject):
    """Whatever a few bytes turn into, parsers do not disagree about it."""
    document = STORED[cls][-1]
    good = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    assert_one_verdict(data.draw(mutations(good)), cls)


def with_key_twice(value: Any, which: list[int], spell: Callable[[str], str]) -> str:
    """Write JSON in which one key stands twice: that before which so many others come."""
    if isinstance(value, dict):
        pairs = []
        for key, item in value.items():
            which[0] -= 1
            again = which[0] == -1
            pairs.append(f"{json.dumps(key)}:{with_key_twice(item, which, spell)}")
            if again:
                pairs.append(f"{spell(key)}:{json.dumps(item)}")
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(with_key_twice(item, which, spell) for item in value) + "]"
    return json.dumps(value)


def places_of_kinds(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the ways to all objects that say their kind."""
    if isinstance(value, dict | list):
        if isinstance(value, dict) and "kind" in value:
            yield path
        for token, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_of_kinds(item, (*path, token))


@pytest.mark.parametrize(
    "cls",
    list(FORMATS),
    ids=lambda cls: cls.__name__,
)
def test_a_kind_left_out_hides_no_key_that_stands_twice(cls: type):
    """One key less and one key more are two problems, not none."""
    for document in STORED[cls]:
        for path in places_of_kinds(document):
            damaged = copy.deepcopy(document)
            del functools.reduce(lambda value, token: value[token], path, damaged)["kind"]
            assert_one_verdict(with_key_twice(damaged, [0], json.dumps), cls)


@pytest.mark.parametrize("also", ['"format":"test/goal",', '"lifecycle":"proposed",'])
def test_a_document_that_has_a_kind_must_say_it(also: str):
    """Nor does a default that is said make up for a kind that is not."""
    kind = DocumentKind(Goal, "test/goal")
    text = f'{{{also}"format":"test/goal","version":1,"id":"g","field":"work","title":"T"}}'
    for decoder in decoders():
        with pytest.raises(DocumentError) as caught:
            from_json(text, kind, decoder=decoder)
        assert "/kind" in {problem.pointer for problem in caught.value.problems}


def test_readers_are_made_alike_each_time():
    """Each constraint has a name of its own in a reader, whenever the reader is made."""
    for cls in declared_classes():
        names = [_Reading(cls, "json") for _ in range(30)]
        for reading in names:
            reading.reader()
        counts = {len([n for n in reading.names if n.startswith("test")]) for reading in names}
        assert 1 == len(counts), cls.__name__


def declared_classes() -> list[type]:
    """Return the classes of the plan and the programme that readers are made of."""
    found = [getattr(package, name) for package in (plan, allocation) for name in package.__all__]
    return [cls for cls in found if isinstance(cls, type) and is_model(cls) and is_written(cls)]


def is_written(cls: type) -> bool:
    """Tell whether a class has a reader of its own."""
    try:
        _Reading(cls, "json").reader()
    except Exception:  # what has none fails in one way or another
        return False
    return True


def keys_in(value: Any) -> int:
    """Count the keys of parsed JSON."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (len(value) if isinstance(value, dict) else 0) + sum(map(keys_in, inner))


@EVERY
@pytest.mark.parametrize("spell", [json.dumps, escaped], ids=["as it is", "escaped"])
@MANY
@given(st.data())
def test_every_key_that_stands_twice_is_seen(
    cls: type, spell: Callable[[str], str], data: st.DataObject
):
    """Any key of any object, said again with the same value, is refused by every reader."""
    document = data.draw(st.sampled_from(STORED[cls]))
    which = data.draw(st.integers(0, keys_in(document) - 1))
    text = with_key_twice(document, [which], spell)
    for decoder in decoders():
        found = verdict(lambda decoder=decoder: from_json(text, cls, decoder=decoder))
        assert ("refused", ["repeated_key"]) == (found[0], [p.code for p in found[1]])
