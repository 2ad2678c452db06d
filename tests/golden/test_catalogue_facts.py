"""Every number and date of the catalogue, against what was transcribed from its sources.

A document of the catalogue and its facts are written apart from each other: the facts from the
source alone. Each number, date and amount of the document has to be in its facts, letter by letter,
and nothing else may be. So no digit of the law can change by a slip.

Run as a script, it lists what a file of facts needs, without the values:
``python tests/golden/test_catalogue_facts.py --list FILE``.
"""

import datetime as dt
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

CATALOGUE = Path(str(resources.files("integrationsplan.catalogue")))
FACTS = Path(__file__).parent / "facts"
FILES = sorted(CATALOGUE.rglob("*.toml"), key=lambda path: path.name)

APART = {"citations"}
"""Tables that hold no numbers of the law."""
NAMES = {"parameters", "figures", "rules", "levels", "table", "codes"}
"""Tables whose keys are names that a document gives, and no fields."""
REFERENCES = {
    *("format", "version", "id", "jurisdiction", "reviewed_on", "edition"),
    *("unit", "bands_unit", "gives"),
    *("locator", "citation", "part_of", "programme", "programmes", "rule", "general_terms"),
}
"""Fields that name something."""
PROSE = {"label", "title", "text", "note", "summary", "de", "en"}
"""Fields that say something in words."""

is_name = re.compile(r"[A-Za-z][A-Za-z0-9_-]*", re.ASCII).fullmatch


def leaves(node: object, pointer: str = "", *, are_names: bool = False) -> Iterator[tuple]:
    """Yield each leaf that may hold a number of the law, with its pointer."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if not are_names and key in APART | REFERENCES | PROSE:
                continue
            inside = f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
            yield from leaves(value, inside, are_names=not are_names and key in NAMES)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from leaves(value, f"{pointer}/{index}")
    else:
        yield pointer, node


def as_fact(pointer: str, leaf: object) -> str | None:
    """Return what a leaf says of the law as text: a number, a date, or a text with digits.

    A name such as ``rate_2017`` says nothing; a code such as "E11" does.
    """
    if isinstance(leaf, bool):
        return None
    if isinstance(leaf, int | float):
        return str(leaf)
    if isinstance(leaf, dt.date | dt.time):
        return leaf.isoformat()
    assert isinstance(leaf, str), f"{pointer}: {leaf!r}"
    is_code = "codes" in pointer.split("/")
    return leaf if re.search(r"\d", leaf) and (is_code or not is_name(leaf)) else None


def facts_in(document: Mapping[str, Any]) -> dict[str, str]:
    """Return every number and date of a document by its pointer."""
    found = ((pointer, as_fact(pointer, leaf)) for pointer, leaf in leaves(document))
    return {pointer: fact for pointer, fact in found if fact is not None}


def facts_of(path: Path) -> dict[str, str]:
    """Return every number and date of a catalogue file by its pointer."""
    return facts_in(tomllib.loads(path.read_text(encoding="utf-8")))


def transcribed(path: Path) -> dict[str, str]:
    """Return what was transcribed from the sources of a catalogue file."""
    facts = FACTS / path.name
    assert facts.is_file(), f"transcribe the numbers of {path.name} into {facts.name}"
    return tomllib.loads(facts.read_text(encoding="utf-8"))["facts"]


def with_other_digit(text: str, place: int) -> str:
    """Return a text with another digit in one place."""
    return f"{text[:place]}{(int(text[place]) + 1) % 10}{text[place + 1 :]}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_numbers_are_those_of_the_sources(path: Path):
    """Each number and date of a document stands in its facts, and the other way round."""
    assert transcribed(path) == facts_of(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_digit_can_change(path: Path):
    """One other digit, in any number or date of a document, and it no longer has its facts."""
    facts, found = transcribed(path), facts_of(path)
    for pointer, text in found.items():
        for place, letter in enumerate(text):
            if letter.isdigit():
                changed = {**found, pointer: with_other_digit(text, place)}
                assert facts != changed, f"{pointer}: {text}"


def test_a_digit_changed_in_the_file_is_seen():
    """A digit changed in the text of a document changes its facts: the guard reads the file."""
    path = next(path for path in FILES if path.name == "de-koenigsteiner-schluessel.toml")
    text = path.read_text(encoding="utf-8")
    changed = text.replace('"12.97496"', '"12.97497"')
    assert text != changed
    assert facts_of(path) != facts_in(tomllib.loads(changed))


def test_every_file_of_facts_has_its_document():
    """No facts are left of a document that has gone or got another name."""
    assert set() == {path.name for path in FACTS.iterdir()} - {path.name for path in FILES}


def test_list_names_what_facts_need(capsys: pytest.CaptureFixture[str]):
    """The list is a file of facts that lacks the values alone."""
    path = next(path for path in FILES if path.name == "de-basiszinssatz.terms.toml")
    assert 0 == main(["--list", str(path)])
    listed = tomllib.loads(capsys.readouterr().out)["facts"]
    assert dict.fromkeys(facts_of(path), "") == listed


@pytest.mark.parametrize("arguments", [[], ["--list"], ["--help", "file.toml"]])
def test_list_needs_a_file(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    """Anything else says how it is called."""
    assert 2 == main(arguments)
    assert "--list FILE" in capsys.readouterr().err


def main(arguments: list[str]) -> int:
    """List the pointers that the facts of catalogue files need, without the values."""
    if len(arguments) < 2 or arguments[0] != "--list":
        sys.stderr.write(f"{__doc__}\n")
        return 2
    for name in arguments[1:]:
        lines = [f'"{pointer}" = ""' for pointer in facts_of(Path(name))]
        sys.stdout.write("\n".join(["[facts]", *lines, ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
