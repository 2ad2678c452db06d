"""How the tests of golden documents evaluate one."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import (
    Allocation,
    Period,
    Programme,
    Recipients,
    allocate,
    catalogue,
    from_toml,
)

DOCUMENTS = Path(__file__).parent / "documents"

Golden = Callable[..., Allocation]


@pytest.fixture(scope="session")
def golden() -> Golden:
    """Return what evaluates a document for rows on a day given as ISO text."""

    def evaluate(
        name: str,
        rows: Iterable[Mapping[str, Any]],
        day: str = "2020-06-01",
        *,
        figures: Mapping[str, Any] | None = None,
        records: Mapping[str, Any] | None = None,
        period: tuple[str, str] | None = None,
        as_known: str | None = None,
        edition: str | None = None,
    ) -> Allocation:
        trial = DOCUMENTS / f"{name}.toml"
        law = not trial.exists()  # what is law ships with the package
        programme = catalogue.load(name) if law else from_toml(trial.read_bytes(), Programme)
        return allocate(
            programme,
            Recipients.of(rows, figures=figures, records=records),
            day=dt.date.fromisoformat(day),
            period=Period(*map(dt.date.fromisoformat, period)) if period else None,
            as_known=dt.date.fromisoformat(as_known) if as_known else None,
            edition=edition,
        )

    return evaluate
