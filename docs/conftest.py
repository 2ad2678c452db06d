"""Runs the Python examples of the MyST pages under pytest, by way of Sybil.

A ```` ```python ```` block is executed; one with ``>>>`` prompts is checked like a doctest. The
blocks of one page share their names. ``% skip: next`` before a block leaves it out.
"""

from __future__ import annotations

import os
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sybil import Sybil
from sybil.parsers.myst import DocTestDirectiveParser, PythonCodeBlockParser, SkipParser

if TYPE_CHECKING:
    from collections.abc import Iterator

_FLAGS = ELLIPSIS | NORMALIZE_WHITESPACE


@pytest.fixture(scope="module")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Run a page's examples in a folder of their own, where they may write."""
    before = os.getcwd()
    folder = tmp_path_factory.mktemp("page")
    os.chdir(folder)
    yield folder
    os.chdir(before)


pytest_collect_file = Sybil(
    parsers=[
        DocTestDirectiveParser(optionflags=_FLAGS),
        PythonCodeBlockParser(doctest_optionflags=_FLAGS),
        SkipParser(),
    ],
    path=str(Path(__file__).parents[1]),  # the project, so that the READMEs belong to it
    patterns=["docs/**/*.md", "docs/*.md", "README.md", "README.de.md"],
    fixtures=["empty_folder"],
).pytest()
