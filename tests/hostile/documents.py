"""What rows of the table of hostile documents are made of: readers, good documents, damages.

A row names a reader, holds the bytes of one document (or a small maker of them), and says with
which codes at which places the document must be refused. Nothing in here reads a document.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

V1 = Path(__file__).parents[1] / "documents" / "v1"
PLAN = "plan-every-entry"
SMALL = "plan-smallest"
LIFE = "plan-whole-life"
ERASED = "plan-erased"
VIEW = "plan-view-job-centre"
ACCESS = "access-export"
RECEIPT = "deletion-receipt"
PROGRAMME = "programme-koenigsteiner-schluessel"
NODES = "programme-every-kind-of-node"
TRACE = "trace-every-kind-of-node"

GONE = None
"""Stands for the value of a key or an item that is left out."""


@dataclass(frozen=True)
class Row:
    """A document that must be refused.

    Attributes:
        name: What is wrong with it.
        reader: Who reads it: the stem of a good document in JSON, or one of the other readers.
        data: The bytes, or what makes them.
        expected: Place and code of every problem, sorted. A place is a JSON Pointer, or for CSV
            what `Problem.place` says.
        deep: Whether nesting is the weapon: then it is read from awkward callers, too.
        big: Whether size is the weapon: then memory is measured, too.
    """

    name: str
    reader: str
    data: bytes | Callable[[], bytes]
    expected: tuple[tuple[str, str], ...]
    deep: bool = False
    big: bool = False

    def made(self) -> bytes:
        """Return the document."""
        return self.data if isinstance(self.data, bytes) else self.data()


@cache
def good_text(stem: str) -> str:
    """Return a good document as it is kept."""
    return (V1 / f"{stem}.json").read_text(encoding="utf-8")


def good_toml() -> str:
    """Return a good programme in TOML."""
    folder = resources.files("integrationsplan.catalogue")
    return folder.joinpath("de", "de-koenigsteiner-schluessel.toml").read_text(encoding="utf-8")


def damaged(stem: str, changes: dict[str, str | None]) -> bytes:
    """Return a good document with pieces of raw JSON in some places.

    A pointer that ends in ``/+`` adds a raw item to a list or a raw member to an object; `GONE`
    leaves a key out.
    """
    document: Any = json.loads(good_text(stem))
    pieces: list[tuple[str, str]] = []
    for number, (pointer, raw) in enumerate(changes.items()):
        mark = f"@@{number}@@"
        *steps, last = pointer.split("/")[1:]
        around = document
        for token in steps:
            around = around[int(token) if isinstance(around, list) else token]
        key: Any = int(last) if isinstance(around, list) and last != "+" else last
        if raw is None:
            del around[key]
        elif last != "+":
            around[key] = mark
            pieces.append((f'"{mark}"', raw))
        elif isinstance(around, list):
            around.append(mark)
            pieces.append((f'"{mark}"', raw))
        else:
            around[mark] = 0
            pieces.append((f'"{mark}": 0', raw))
    text = json.dumps(document, ensure_ascii=False)
    for mark, raw in pieces:
        assert text.count(mark) == 1
        text = text.replace(mark, raw)
    return text.encode("utf-8", "surrogatepass")


def expectation(said: str, place: str = "") -> tuple[tuple[str, str], ...]:
    """Read what a row expects: ``code``, or ``code /place; code /place``."""
    found = []
    for part in said.split(";"):
        code, _, where = part.lstrip().partition(" ")
        found.append((place if not where else "" if where == "/" else where, code))
    return tuple(sorted(found))


def change(stem: str, name: str, place: str, raw: str | None, said: str) -> Row:
    """Make the row of a good document with one damage, by default refused at its place."""
    name = f"{stem}: {name}"
    return Row(name, stem, damaged(stem, {place: raw}), expectation(said, place))


def changes(stem: str, name: str, damages: dict[str, str | None], said: str) -> Row:
    """Make the row of a good document with several damages."""
    return Row(f"{stem}: {name}", stem, damaged(stem, damages), expectation(said))


def whole(reader: str, name: str, data: bytes | str, said: str) -> Row:
    """Make the row of a document that is wrong as a whole."""
    content = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return Row(f"{reader}: {name}", reader, content, expectation(said))
