"""Differences between two states of a revised document, as a document."""

from collections.abc import Iterable
from typing import Any

from integrationsplan.history import Added, Changed, Difference, Removed
from integrationsplan.history._canonical import plain

__all__ = ["DIFFERENCE_FORMAT", "differences_to_mapping"]

DIFFERENCE_FORMAT = ("integrationsplan/difference", 1)
"""Format and version of the document of differences."""


def differences_to_mapping(differences: Iterable[Difference[Any]]) -> dict[str, Any]:
    """Return differences as plain dictionaries, lists and texts, in their order.

    What is absent before or after a change is left out, as everywhere in documents.

    Example:
        >>> differences_to_mapping(())
        {'format': 'integrationsplan/difference', 'version': 1, 'differences': []}
    """
    name, version = DIFFERENCE_FORMAT
    return {"format": name, "version": version, "differences": [_row(d) for d in differences]}


def _row(difference: Difference[Any]) -> dict[str, Any]:
    match difference:
        case Added(entry):
            return {"kind": "added", "entry": plain(entry)}
        case Removed(entry):
            return {"kind": "removed", "entry": plain(entry)}
        case Changed(before, after):
            fields = []
            for change in difference.fields:
                row = {"field": change.field}
                row |= {
                    name: plain(value)
                    for name, value in (("before", change.before), ("after", change.after))
                    if value is not None
                }
                fields.append(row)
            return {
                "kind": "changed",
                "entry_id": after.id,
                "entry_kind": before.kind,
                "fields": fields,
            }
    raise TypeError(f"no difference: {type(difference).__name__}")
