"""References that lead nowhere, or to something else than they should."""

from collections.abc import Iterator
from typing import Any

import attrs

from integrationsplan.history._entries import Entry, Reference
from integrationsplan.history._state import State

__all__ = ["LooseReference", "loose_references"]


@attrs.frozen
class LooseReference:
    """A reference that does not lead where it should.

    Attributes:
        entry: The entry that refers.
        reference: To what it refers.
        found: What it leads to: an entry of another kind, or nothing.
    """

    entry: Entry
    reference: Reference
    found: Entry | None


def loose_references(state: State[Any]) -> Iterator[LooseReference]:
    """Yield each reference to an entry that is not there, or that is of another kind.

    What is sealed is there, and nobody can say of which kind.
    """
    sealed = set(state.sealed)
    for entry in state:
        for reference in entry.references():
            found = state.get(reference.entry_id)
            if found is None:
                if reference.entry_id not in sealed:
                    yield LooseReference(entry, reference, None)
            elif found.kind not in reference.kinds:
                yield LooseReference(entry, reference, found)
