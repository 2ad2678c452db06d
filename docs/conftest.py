"""Runs the examples of the MyST pages under pytest, by way of Sybil.

A ```` ```python ```` block is executed; one with ``>>>`` prompts is checked like a doctest. The
blocks of one page share their names. A ```` ```{code-block} ```` with a caption is a file: it is
written under that name before the page goes on. A ```` ```console ```` block runs the command line
and compares what it prints, ``...`` standing for anything. ``% skip: next`` before a block leaves
it out.
"""

from __future__ import annotations

import io
import os
import shlex
import sys
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE, OutputChecker
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from sybil import Sybil
from sybil.parsers.myst import (
    CodeBlockParser,
    DocTestDirectiveParser,
    PythonCodeBlockParser,
    SkipParser,
)
from sybil.parsers.myst.lexers import DirectiveLexer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sybil import Document, Example, Region

_FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE


class FileParser:
    """Finds captioned blocks and writes them to files."""

    def __init__(self) -> None:
        self._lexer = DirectiveLexer(directive="code-block", arguments=".+")

    def __call__(self, document: Document) -> Iterable[Region]:
        """Yield the captioned blocks of a page."""
        for region in self._lexer(document):
            caption = region.lexemes["options"].get("caption")
            if caption:
                region.parsed = (caption, str(region.lexemes["source"]))
                region.evaluator = self.write
                yield region

    @staticmethod
    def write(example: Example) -> None:
        """Write the file into the page's folder."""
        name, text = example.parsed
        Path(name).write_text(text, encoding="utf-8")


def run_console(example: Example) -> None:
    """Run each ``$ integrationsplan`` line and compare what it prints, errors after output."""
    commands: list[tuple[str, str]] = []
    for line in str(example.parsed).splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], ""))
        else:
            command, output = commands.pop()
            commands.append((command, f"{output}{line}\n"))
    for command, expected in commands:
        found = run_command(shlex.split(command))
        if not OutputChecker().check_output(expected, found, _FLAGS):
            raise AssertionError(f"{command}\nexpected:\n{expected}\nfound:\n{found}")


def run_command(words: list[str]) -> str:
    """Run the command line inside this process; return what it prints and its exit code."""
    from integrationsplan.cli._main import run  # noqa: PLC0415  # needs the extra "cli"

    assert words[0] == "integrationsplan", words
    before = sys.stdout, sys.stderr
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    sys.stdout, sys.stderr = out, err
    try:
        code = run(words[1:])
    finally:
        sys.stdout, sys.stderr = before
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue().decode("utf-8"))
    return "".join(texts) + (f"(exit code {code})\n" if code else "")


@pytest.fixture(scope="module")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Run a page's examples in a folder of their own, where they may write."""
    before = os.getcwd()
    folder = tmp_path_factory.mktemp("page")
    os.chdir(folder)
    yield folder
    os.chdir(before)


_collect_page = Sybil(
    parsers=[
        DocTestDirectiveParser(optionflags=_FLAGS),
        PythonCodeBlockParser(doctest_optionflags=_FLAGS),
        CodeBlockParser("console", run_console),
        FileParser(),
        SkipParser(),
    ],
    path=str(Path(__file__).parents[1]),  # the project, so that the READMEs belong to it
    patterns=["docs/**/*.md", "docs/*.md", "README.md", "README.de.md"],
    fixtures=["empty_folder"],
).pytest()


def pytest_configure(config: pytest.Config) -> None:
    """Register the collector for the whole project: the READMEs lie outside this folder.

    Once, because this file may be loaded as conftest and as plugin.
    """
    if not config.pluginmanager.has_plugin("pages"):
        plugin = ModuleType("pages")
        plugin.pytest_collect_file = _collect_page
        plugin.empty_folder = empty_folder
        config.pluginmanager.register(plugin, "pages")
