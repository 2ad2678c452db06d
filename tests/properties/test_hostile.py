"""Laws of damaged documents: a value or our error, the same by every decoder, nothing repeated.

The damages go on from good documents of every kind: bytes, structure and types, as an attacker
would change them who knows the format. The table of documents by hand is in ``tests/hostile``.
"""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.hostile.documents import good_text, good_toml
from tests.hostile.readers import CLASSES, ways_of
from tests.hostile.readers import read as read_by

from integrationsplan import DocumentError, Programme, from_json, to_json

pytestmark = pytest.mark.slow

CANARY = "Zq7-Geheim"
MANY = settings(max_examples=60, deadline=None)
FEW = settings(max_examples=25, deadline=None)

LETTERS = "\0\t\n\r \"'\\/[]{}:,.+-_0123456789eEtTzZnuae\u0301\u200b\u202e\ufeff\ud800\uffff\u0660"
PIECES = st.text(st.sampled_from(LETTERS), max_size=6)
DATES = ["20180301", "2018-W09-4", "2018-03-01 09:00:00", "0000-01-01", "9999-12-31", "infinity"]
NUMBERS = ["1e1000000", "NaN", "sNaN", "+5", "1_0", " 10", "\u0661", "\uff11", "1/0", "9" * 19]
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats()
    | st.sampled_from(DATES + NUMBERS + ["", "x", "subject", "put", "A" * 43, "\ud800", CANARY])
    | PIECES
)
KEYS = st.sampled_from(["kind", "id", "of", "entry", "salt", "value", "title", "x", "", "a/b~c"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=5,
)


def outcome(reader: str, data: bytes, decoder: str | None) -> tuple[object, object]:
    """Return the value that was read, or what the report says; check what holds for both."""
    value: object = None
    refused: DocumentError | None = None
    try:
        value = read_by(reader, data, decoder)
    except DocumentError as error:
        refused = error
    if refused is None:
        return value, None
    assert refused.problems
    assert refused.text("de")
    assert refused.text("en")
    found = [(p.pointer, p.line, p.column, p.code, p.parameters) for p in refused.problems]
    return None, sorted(map(repr, found))


def check(reader: str, data: bytes) -> None:
    """Check the law: with every decoder the same error, or a value that is written and read."""
    first, *others = (outcome(reader, data, decoder) for decoder in ways_of(reader))
    assert [first] * len(others) == others
    value = first[0]
    if value is not None and reader in CLASSES:
        assert value == from_json(to_json(value), CLASSES[reader])  # type: ignore[type-var]
    elif isinstance(value, Programme):
        assert value == from_json(to_json(value), Programme)


def inner(value: Any) -> list[tuple[Any, Any]]:
    """Return every container below a value with each key or index in it."""
    found = []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        found.append((value, key))
        if isinstance(item, dict | list):
            found += inner(item)
    return found


def damage(draw: st.DrawFn, document: dict[str, Any]) -> None:
    """Damage one place of a parsed document."""
    places = inner(document)
    if not places:
        return
    around, key = draw(st.sampled_from(places))
    other, there = draw(st.sampled_from(places))
    how = draw(st.sampled_from(["delete", "retype", "copy", "double", "rename", "cut", "wrap"]))
    if how == "delete":
        del around[key]
    elif how == "copy":
        around[key] = json.loads(json.dumps(other[there]))
    elif how == "double" and isinstance(around, list):
        around.insert(key, json.loads(json.dumps(around[key])))
    elif how == "rename" and isinstance(around, dict):
        around[draw(KEYS | st.text(max_size=3))] = around.pop(key)
    elif how == "cut" and isinstance(around[key], str):
        text = around[key]
        at = draw(st.integers(0, len(text)))
        around[key] = text[:at] + draw(PIECES) + text[at + draw(st.integers(0, 2)) :]
    elif how == "wrap":
        around[key] = draw(st.sampled_from([[around[key]], {"value": around[key]}]))
    else:
        around[key] = draw(VALUES)


@st.composite
def restructured(draw: st.DrawFn, reader: str) -> bytes:
    """Draw a good document with one to four damages of structure and type."""
    document = json.loads(good_text(reader))
    for _ in range(draw(st.integers(1, 4))):
        damage(draw, document)
    text = json.dumps(document, ensure_ascii=draw(st.booleans()))
    return text.encode("utf-8", "surrogatepass")


@st.composite
def rewritten(draw: st.DrawFn, content: bytes) -> bytes:
    """Draw a good document with one to three damages of its bytes."""
    data = bytearray(content)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.sampled_from([0, 1, 1, 2, 8, 200]))
        piece = draw(st.binary(max_size=3) | PIECES.map(lambda t: t.encode("utf-8", "replace")))
        other = draw(st.integers(0, max(0, len(data) - 1)))
        copied = bytes(data[other : other + draw(st.integers(0, 60))])
        data[at : at + length] = draw(st.sampled_from([piece, copied]))
    return bytes(data)


@pytest.mark.parametrize("reader", CLASSES)
@MANY
@given(st.data())
def test_damaged_structure_is_read_or_refused(reader: str, data: st.DataObject):
    """Whatever is exchanged, moved, doubled or left out, every decoder comes to one verdict."""
    check(reader, data.draw(restructured(reader)))


@pytest.mark.parametrize("reader", CLASSES)
@FEW
@given(st.data())
def test_damaged_bytes_are_read_or_refused(reader: str, data: st.DataObject):
    """Whatever bytes are changed, copied or cut out, every decoder comes to one verdict."""
    check(reader, data.draw(rewritten(good_text(reader).encode())))


@pytest.mark.parametrize("reader", CLASSES)
@FEW
@given(st.data())
def test_cut_documents_are_refused(reader: str, data: st.DataObject):
    """A document that ends early is no JSON, wherever it ends."""
    content = good_text(reader).strip().encode()
    cut = content[: data.draw(st.integers(0, len(content) - 1))]
    for decoder in ways_of(reader):
        value, found = outcome(reader, cut, decoder)
        assert value is None
        assert isinstance(found, list)
        assert 1 == len(found)


@MANY
@given(st.data())
def test_damaged_toml_is_read_or_refused(data: st.DataObject):
    """The same holds for programmes in TOML."""
    check("toml", data.draw(rewritten(good_toml().encode())))


ROWS = 'key;name;persons\na;Weinheim;352\nb;"Bad ""X""; Y";7\n'
LEVELS = "key;amount;since;member;persons;fte;sort\na;1.50;2018-01-31;true;1;0.5;a\n"
CODES = "code;label\n1;Wohnen\n11;Miete\n"
PAIRS = "source;target\n01234;0110\n01235;0210\n"


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("recipients", ROWS),
        ("recipients of every sort", LEVELS),
        ("code list", CODES),
        ("code mapping", PAIRS),
    ],
)
@MANY
@given(st.data())
def test_damaged_tables_are_read_or_refused(reader: str, text: str, data: st.DataObject):
    """The same holds for CSV files."""
    check(reader, data.draw(rewritten(text.encode())))


@MANY
@given(st.data())
def test_cells_of_any_content_are_read_or_refused(data: st.DataObject):
    """A cell may hold anything; the file is read or refused with its line."""
    cells = data.draw(
        st.lists(st.text(max_size=8) | st.sampled_from(NUMBERS), min_size=2, max_size=4)
    )
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    check("recipients", f"key;persons\n{';'.join(quoted)}\n".encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("reader", [r for r, wanted in CLASSES.items() if wanted is not Programme])
@FEW
@given(st.data())
def test_a_refusal_repeats_nothing(reader: str, data: st.DataObject):
    """What stands in a place that is refused does not stand in the report.

    Programmes are law, not people: their reports name what is not declared. They are left out.
    """
    document = json.loads(good_text(reader))
    around, key = data.draw(st.sampled_from(inner(document)))
    secret = data.draw(
        st.sampled_from([CANARY, [CANARY], {"kind": CANARY}, CANARY + "\ud800", CANARY * 2_100])
    )
    around[key] = secret
    document["unknown"] = CANARY
    content = json.dumps(document).encode()
    for decoder in ways_of(reader):
        _, found = outcome(reader, content, decoder)
        assert CANARY not in repr(found)


@FEW
@given(st.binary(max_size=300))
@example(b"")
@example(b"\xef\xbb\xbf{}")
@example(b"[" * 300)
@pytest.mark.parametrize("reader", [*CLASSES, "toml", "recipients", "code list"])
def test_random_bytes_are_refused(reader: str, data: bytes):
    """Bytes of any kind are refused with problems, or read as what they say."""
    check(reader, data)
