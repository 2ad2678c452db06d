"""Rows of the tables of what becomes of fields of a plan."""

from typing import Any, NamedTuple

import attrs

from integrationsplan._language import Wording
from integrationsplan.exchange._mapping import MappingRow

__all__ = ["Place", "Row", "lost", "row"]


class Place(NamedTuple):
    """Where a field stands in either release of FHIR; nothing where it is lost."""

    r4b: str | None
    r5: str | None


class Row(NamedTuple):
    """A field of ours with its places in FHIR."""

    source: str
    place: Place
    note: Wording


def row(source: str, place: str | Place | None, en: str, de: str) -> Row:
    """Return a row; a place that is a text is the same in both releases."""
    places = place if isinstance(place, Place) else Place(place, place)
    return Row(source, places, Wording(en, de))


def lost(cls: Any, en: str, de: str) -> tuple[MappingRow, ...]:
    """Return a row for every field of a class that has no place in the other format.

    Args:
        cls: The class.
        en: Why, in English.
        de: Why, in German.
    """
    note = Wording(en, de)
    return tuple(
        MappingRow(source=f"{cls.__name__}.{field.name}", target=None, note=note)
        for field in attrs.fields(cls)
    )
