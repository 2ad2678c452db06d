"""Finds and reads what ships with the package."""

import csv
import functools
import io
from typing import TYPE_CHECKING

from integrationsplan._language import Wording
from integrationsplan._model import model
from integrationsplan.allocation import Programme
from integrationsplan.errors import UnknownNameError
from integrationsplan.serialization import from_toml
from integrationsplan.values import Basis, Code, ShortText, WebAddress

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["Published", "ids", "load", "published"]


@model
class Published:
    """One published figure of a programme.

    Attributes:
        recipient: Name of the recipient as published.
        persons: Counted persons.
        persons_basis: Whether the source states the persons or they were inferred.
        amount: Whole euros as published.
        source: Where it was published.
        url: Where it can be read, if it is on the web.
    """

    recipient: Code
    persons: int
    persons_basis: Basis
    amount: int
    source: ShortText
    url: WebAddress | None = None


def ids() -> tuple[str, ...]:
    """Return the ids of all programmes in the catalogue, sorted."""
    return tuple(sorted(_files(".toml")))


@functools.cache
def load(programme_id: str) -> Programme:
    """Return a programme of the catalogue.

    Raises:
        UnknownNameError: If there is none of that id; names those that resemble it.

    Example:
        >>> load("de-th-thilik-2016").title.en
        'ThILIK: local integration management in Thuringia'
    """
    files = _files(".toml")
    if programme_id not in files:
        raise UnknownNameError(Wording("programme", "Programm"), programme_id, files)
    return from_toml(files[programme_id].read_bytes(), Programme)


def published(programme_id: str) -> tuple[Published, ...]:
    """Return the published figures that ship with a programme; none for most.

    Raises:
        UnknownNameError: If there is no such programme.
    """
    if programme_id not in _files(".toml"):
        raise UnknownNameError(Wording("programme", "Programm"), programme_id, _files(".toml"))
    file = _files(".published.csv").get(programme_id)
    if file is None:
        return ()
    rows = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8")))
    return tuple(
        Published(
            recipient=row["recipient"],
            persons=int(row["persons"]),
            persons_basis=Basis(row["persons_basis"]),
            amount=int(row["amount_eur_per_year"]),
            source=row["source"],
            url=row["url"] or None,
        )
        for row in rows
    )


@functools.cache
def _files(ending: str) -> "dict[str, Traversable]":
    """Return the files of the catalogue by the id in their name."""
    # Importing it costs as much as half of the package, and most users need it late or never.
    from importlib import resources  # noqa: PLC0415

    found = {}
    stack = [resources.files("integrationsplan.catalogue")]
    while stack:
        for item in stack.pop().iterdir():
            if item.is_dir():
                stack.append(item)
            elif item.name.endswith(ending):
                found[item.name.removesuffix(ending)] = item
    return found
