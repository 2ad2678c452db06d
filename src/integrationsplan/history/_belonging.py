"""What belongs into a document: entries of its classes, and a head that stays."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from integrationsplan._language import Wording
from integrationsplan._model import describe_value
from integrationsplan.history._entries import Entry
from integrationsplan.history._problems import HEAD_WITHDRAWN, HEADLESS, KIND_CHANGED
from integrationsplan.history._revisions import Change, Put, Revision, Withdraw
from integrationsplan.problems import WRONG_TYPE, Problem

__all__ = ["headless", "misfits"]


def headless(opening: Revision[Any], head: Mapping[str, type[Entry]]) -> Iterator[Problem]:
    """Yield a problem for each entry of the head that an opening does not put."""
    put = {change.entry_id for change in opening.changes}
    for entry_id in head:
        if entry_id not in put:
            yield HEADLESS.at("/revisions/0/changes", allowed=entry_id)


def misfits(
    revisions: Iterable[Revision[Any]],
    entry_types: tuple[type[Entry], ...],
    head: Mapping[str, type[Entry]],
    first: int = 0,
) -> Iterator[Problem]:
    """Yield a problem for each entry that a document may not hold, or not do without.

    A subclass of what it may hold is none of it: what it adds would be lost when written.

    Args:
        revisions: The revisions.
        entry_types: What the document may hold; nothing named stands for any entry.
        head: Classes of the entries that it always has, by their ids.
        first: The place of the first of the revisions.
    """
    kinds = frozenset(entry_types)
    for number, revision in enumerate(revisions, start=first):
        for place, change in enumerate(revision.changes):
            pointer = f"/revisions/{number}/changes/{place}"
            if change.entry_id in head:
                yield from _of_head(head[change.entry_id], change, pointer)
            if type(change) is Put and kinds and type(change.entry) not in kinds:
                names = ", ".join(kind.__name__ for kind in entry_types)
                found, wanted = describe_value(change.entry), Wording(names, names)
                yield WRONG_TYPE.at(f"{pointer}/entry", found=found, allowed=wanted)


def _of_head(wanted: type[Entry], change: Change[Any], pointer: str) -> Iterator[Problem]:
    """Yield what would leave a document without an entry of its head, or with another one."""
    if isinstance(change, Put) and not isinstance(change.entry, wanted):
        found = change.entry.kind
        yield KIND_CHANGED.at(f"{pointer}/entry", found=found, allowed=wanted.kind)
    elif isinstance(change, Withdraw):
        yield HEAD_WITHDRAWN.at(pointer)
