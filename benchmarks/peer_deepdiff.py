"""Differences between two states with `deepdiff`, on the dictionaries of our documents.

The states are dictionaries of entries by id, so that nothing must be matched by content. What
deepdiff lacks beside our differences: it knows no entries, only paths; it tells no labels and no
sentence; and it must walk what did not change, unless it is the very same object.
"""

from collections.abc import Mapping
from typing import Any

from deepdiff import DeepDiff

SHORTEST_PATH = 2
"""Entry and field: the first two keys of a path."""


def diff(before: Mapping[str, Any], after: Mapping[str, Any]) -> DeepDiff:
    """Compare two states; the values of what is new or gone are told too, as ours are."""
    return DeepDiff(before, after, verbose_level=2)


def places(found: DeepDiff) -> set[tuple[str, str]]:
    """Return which fields of which entries differ; a whole entry has no field."""
    paths = [level.path(output_format="list") for group in found.tree.values() for level in group]
    return {(path[0], path[1] if len(path) >= SHORTEST_PATH else "") for path in paths}
