"""Small programmes for the tests of rules."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from integrationsplan import Allocation, Programme, Recipients, allocate, from_toml

HEAD = """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01, end = 2018-12-31 }
"""
TAIL = """
[citations.law]
title = "The law"
"""
DAY = dt.date(2018, 7, 1)

MakeProgramme = Callable[..., Programme]
Evaluate = Callable[..., Allocation]


def _make(body: str, levels: str = 'recipient = "all"') -> Programme:
    return from_toml(f"{HEAD}[levels]\n{levels}\n{body}{TAIL}", Programme)


@pytest.fixture(scope="session")
def make_programme() -> MakeProgramme:
    """Return what makes a programme from the part of a document that matters."""
    return _make


@pytest.fixture(scope="session")
def evaluate() -> Evaluate:
    """Return what evaluates a programme, or the part of a document, for rows."""

    def run(
        programme: Programme | str,
        rows: Iterable[Mapping[str, Any]],
        *,
        figures: Mapping[str, Any] | None = None,
        records: Mapping[str, Any] | None = None,
        levels: str = 'recipient = "all"',
        **options: Any,
    ) -> Allocation:
        if isinstance(programme, str):
            programme = _make(programme, levels)
        options.setdefault("day", DAY)
        return allocate(programme, Recipients.of(rows, figures=figures, records=records), **options)

    return run
