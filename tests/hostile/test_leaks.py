"""What was refused is not repeated: not in messages, notes, causes or traceback lines."""

import json
import logging
import traceback
from collections.abc import Iterator
from typing import Any

import pytest
from tests.hostile.documents import damaged, good_text, good_toml
from tests.hostile.readers import CLASSES, DECODERS, refusal

from integrationsplan import DocumentError

CANARY = "Zq7-Geheim"
VALUES = {
    "text": f'"{CANARY}"',
    "list": f'["{CANARY}"]',
    "object": f'{{"kind": "{CANARY}", "id": "{CANARY}", "of": ["{CANARY}"]}}',
    "text with a surrogate": f'"{CANARY}\\ud800"',
    "text with a control": f'"\\u202e{CANARY}"',
    "long text": f'"{CANARY * 2_100}"',
    "nested": f'{{"entry": {{"title": "{CANARY}"}}}}',
}


def leaves(value: Any, path: str = "") -> Iterator[str]:
    """Yield the pointer of every value of a document that holds no others."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        if isinstance(item, dict | list):
            yield f"{path}/{key}"
            yield from leaves(item, f"{path}/{key}")
        elif "/" not in str(key) and "~" not in str(key):
            yield f"{path}/{key}"


NAMES = ("cycle", "unknown_citation", "unknown_name", "unknown_level", "name_taken", "never_used")
"""Kinds of problems of programmes that tell a name: the law's, not that of a person."""


def shown(error: BaseException) -> list[str]:
    """Return every view of an error, and of what it came from, that shows the canary.

    What a report of a programme tells as a name is set apart, and must be short and harmless.
    """
    views: list[str] = []
    if isinstance(error, DocumentError):
        named = [problem for problem in error.problems if problem.code in NAMES]
        for problem in named:
            assert len(problem.text("de")) < 1_000
            assert problem.text("de").isprintable()
        if named:
            error = DocumentError(error.attempt, [p for p in error.problems if p not in named])
    at: BaseException | None = error
    while at is not None:
        views += [str(at), repr(at), repr(at.args), repr(getattr(at, "__notes__", ()))]
        at = at.__cause__ or at.__context__
    views.append("".join(traceback.format_exception(error)))
    if isinstance(error, DocumentError):
        views += [error.text("de"), error.text("en"), str(error.attempt)]
        views += [repr(problem) for problem in error.problems]
        views += [
            repr(problem.as_data(language))
            for problem in error.problems
            for language in ("de", "en")
        ]
    return [view for view in views if CANARY in view]


PLACES = [
    (reader, pointer)
    for reader in CLASSES
    for pointer in dict.fromkeys(leaves(json.loads(good_text(reader))))
]


@pytest.mark.parametrize("decoder", DECODERS)
@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("reader", CLASSES)
def test_no_report_repeats_what_it_refuses(
    reader: str, value: str, decoder: str | None, caplog: pytest.LogCaptureFixture
):
    """Whatever stands in whichever field of whichever document, no view of the error shows it."""
    caplog.set_level(logging.DEBUG)
    pointers = [pointer for name, pointer in PLACES if name == reader]
    for pointer in pointers[:: max(1, len(pointers) // 60)]:
        data = damaged(reader, {pointer: value, "/+": f'"unknown": "{CANARY}"'})
        error = refusal(reader, data, decoder)
        assert error is not None
        assert [] == shown(error), pointer
    assert CANARY not in caplog.text


@pytest.mark.parametrize("decoder", DECODERS)
@pytest.mark.parametrize(
    "data",
    [
        f'{{"a": {CANARY}}}',
        f'{{"a": "{CANARY}',
        f'{{"{CANARY}',
        f'{{"a": "{CANARY}"}} {CANARY}',
        f'{{"a": "{CANARY}\n"}}',
        f'["{CANARY}"]',
        f'"{CANARY}"',
        "[" * 40 + f'"{CANARY}"' + "]" * 40,
        f'{{"format": "{CANARY}", "version": 1}}',
        f'{{"format": "integrationsplan/plan", "version": "{CANARY}"}}',
        f'{{"a": "{CANARY}", "a": "{CANARY}"}}',
        f'{{"a": "{CANARY}" "b": 1}}',
        f"{CANARY}",
    ],
    ids=ascii,
)
def test_no_report_repeats_broken_json(data: str, decoder: str | None):
    """What is no JSON is not repeated either, with broken encoding or without."""
    for content in (
        data.encode(),
        data.encode() + b"\xff",
        data.encode("utf-16"),
        b"\0" + data.encode(),
    ):
        error = refusal("plan-smallest", content, decoder)
        assert error is not None
        assert [] == shown(error)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('de = "Anteil"', f'de = "\u202e{CANARY}"'),
        ('de = "Anteil"', f'de = ["{CANARY}"]'),
        ('de = "Anteil"', f"de = {CANARY}"),
        ('de = "Anteil"', f'de = "{CANARY}'),
        ('"Bremen" = "0.94097"', f'"Bremen" = "{CANARY}"'),
        ('basis = "stated"', f'basis = "{CANARY}"'),
        ('kind = "count"', f'kind = "{CANARY}"'),
        ("version = 1", f'version = "{CANARY}"'),
        ("version = 1", f'version = 1\nversion = "{CANARY}"'),
        ('step = "0.01"', f'step = "{CANARY}"'),
        ('url = "https://expydoc.com/doc/8772835/null"', f'url = "x:{CANARY}"'),
    ],
)
def test_no_report_repeats_toml(old: str, new: str):
    """The report of a programme in TOML repeats no value."""
    text = good_toml()
    assert old in text
    error = refusal("toml", text.replace(old, new, 1).encode())
    assert error is not None
    assert [] == shown(error)


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        ("recipients", f"key;persons\na;{CANARY}\n"),
        ("recipients", f"key;persons\n{CANARY}\u202e;1\n"),
        ("recipients", f"key;persons\n{CANARY}\n"),
        ("recipients", f'key;persons\n"{CANARY};1\n'),
        ("recipients", f"key;persons\n{CANARY};1\n{CANARY};1\n"),
        ("recipients", f"key;name;persons\na;{CANARY * 200};1\n"),
        (
            "recipients of every sort",
            f"key;amount;since;member;persons;fte;sort\na;1;{CANARY};1;1;1;1\n",
        ),
        ("code list", f"code;label\n{CANARY};\n"),
        ("code list", f"code;label\n1;{CANARY}\u200b\n"),
        ("code mapping", f"source;target\n{CANARY};0110\n"),
    ],
    ids=ascii,
)
def test_no_report_repeats_a_cell(reader: str, text: str):
    """The report of a CSV file repeats no cell."""
    error = refusal(reader, text.encode())
    assert error is not None
    assert [] == shown(error)
