"""Finds and reads what ships with the package."""

import csv
import functools
import io
from typing import TYPE_CHECKING

from integrationsplan._language import Wording
from integrationsplan._model import model
from integrationsplan.allocation import Programme
from integrationsplan.errors import UnknownNameError
from integrationsplan.funding import FundingProgramme, GeneralTerms, RelationKind, Terms
from integrationsplan.serialization import from_toml
from integrationsplan.values import Basis, Code, ShortText, WebAddress

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "Published",
    "funding",
    "funding_ids",
    "general_terms",
    "general_terms_ids",
    "ids",
    "load",
    "published",
    "terms",
]

_RULE, _FUNDING, _GENERAL = ".toml", ".funding.toml", ".terms.toml"
_PROGRAMME = Wording("programme", "Programm")


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
    """Return the ids of all rules in the catalogue, sorted."""
    return tuple(sorted(_files(_RULE)))


def funding_ids() -> tuple[str, ...]:
    """Return the ids of all funding programmes in the catalogue, sorted.

    Example:
        >>> "de-th-thilik" in funding_ids()
        True
    """
    return tuple(sorted(_files(_FUNDING)))


def general_terms_ids() -> tuple[str, ...]:
    """Return the ids of all general terms in the catalogue, sorted."""
    return tuple(sorted(_files(_GENERAL)))


@functools.cache
def funding(programme_id: str) -> FundingProgramme:
    """Return a funding programme of the catalogue.

    Raises:
        UnknownNameError: If there is none of that id; names those that resemble it.

    Example:
        >>> funding("de-th-thilik").amount("thilik").format("en")
        '€3,000,000.00'
    """
    data = _found(_FUNDING, programme_id, Wording("funding programme", "Förderprogramm"))
    return from_toml(data, FundingProgramme)


@functools.cache
def general_terms(terms_id: str) -> GeneralTerms:
    """Return general terms of grants of the catalogue.

    Raises:
        UnknownNameError: If there are none of that id; names those that resemble it.
    """
    data = _found(_GENERAL, terms_id, Wording("general terms", "Nebenbestimmungen"))
    return from_toml(data, GeneralTerms)


@functools.cache
def terms(programme_id: str) -> Terms:
    """Return the figures that hold for a funding programme.

    Where it says nothing, what it is a part of does, and then the general terms that they name.

    Raises:
        UnknownNameError: If there is no funding programme of that id.
    """
    line = [funding(programme_id)]
    while above := [part for part in line[-1].relations if part.sort is RelationKind.PART_OF]:
        found = [part.programme for part in above if part.programme in _files(_FUNDING)]
        if not found or found[0] in [each.id for each in line]:
            break
        line.append(funding(found[0]))
    named = dict.fromkeys(name for each in line for name in each.general_terms)
    return Terms(line[0], [*line[1:], *(general_terms(name) for name in named)])


@functools.cache
def load(programme_id: str) -> Programme:
    """Return a rule of the catalogue.

    Raises:
        UnknownNameError: If there is none of that id; names those that resemble it.

    Example:
        >>> load("de-th-thilik-2016").title.en
        'ThILIK: local integration management in Thuringia'
    """
    return from_toml(_found(_RULE, programme_id, _PROGRAMME), Programme)


def published(programme_id: str) -> tuple[Published, ...]:
    """Return the published figures that ship with a programme; none for most.

    Raises:
        UnknownNameError: If there is no such programme.
    """
    if programme_id not in _files(_RULE):
        raise UnknownNameError(_PROGRAMME, programme_id, _files(_RULE))
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


def _found(ending: str, name: str, kind: Wording) -> bytes:
    files = _files(ending)
    if name not in files:
        raise UnknownNameError(kind, name, files)
    return files[name].read_bytes()


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
            else:
                # An id has no dot, so that the ending is all that follows the first one.
                name, dot, rest = item.name.partition(".")
                if dot + rest == ending:
                    found[name] = item
    return found
