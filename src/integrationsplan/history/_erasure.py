"""Erasure: removing content for good from a history that still verifies.

What goes is the payload of every version of an entry, its salts, and the reasons of the revisions
that changed it, because they may speak of it. What stays are commitments, which without their salt
nobody can match with anything. That an entry was erased stands in the history as a revision: erased
is not the same as missing.
"""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from integrationsplan._language import Wording
from integrationsplan._model import describe_value, evolve
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import _problems as kinds
from integrationsplan.history._entries import DataGroup, Entry
from integrationsplan.history._fold import Standing
from integrationsplan.history._integrity import (
    ENTRY_TAG,
    algorithm_of,
    reason_commitment,
)
from integrationsplan.history._revisions import (
    Change,
    Erase,
    EraseReason,
    Put,
    Revision,
    Sealed,
)
from integrationsplan.history._seals import Seal, commit
from integrationsplan.problems import WRONG_TYPE

__all__ = [
    "erasures_of",
    "groups_told",
    "ids_telling_of",
    "sealed",
    "without_content",
    "without_reason",
]

E = TypeVar("E", bound=Entry)

_DATA_GROUP = Wording("data group", "Datengruppe")


def ids_telling_of(
    revisions: Sequence[Revision[Any]], groups: Iterable[DataGroup] | None
) -> tuple[str, ...]:
    """Return the ids of entries whose content is here, in the order in which they first came.

    Args:
        revisions: The history.
        groups: Only entries of which some version tells something of one of these groups.
    """
    if groups is None:
        return tuple(groups_told(revisions))
    wanted = _groups(groups)
    return tuple(entry_id for entry_id, told in groups_told(revisions).items() if told & wanted)


def groups_told(revisions: Sequence[Revision[Any]]) -> dict[str, frozenset[DataGroup]]:
    """Return every data group that an entry has ever told something of, by its id.

    What an entry tells of may change with what it refers to: a goal that becomes one about health
    takes the measures along that serve it, and what was once about health stays so.
    """
    told: dict[str, frozenset[DataGroup]] = {}
    referring: dict[str, set[str]] = {}
    standing: Standing[Any] = Standing()
    for revision in revisions:
        standing.apply(revision)
        touched: dict[str, None] = {}
        for change in revision.changes:
            if isinstance(change, Put):
                for reference in change.entry.references():
                    referring.setdefault(reference.entry_id, set()).add(change.entry.id)
                touched |= dict.fromkeys((change.entry.id, *referring.get(change.entry.id, ())))
        state = standing.state()
        for entry_id in touched:
            entry = standing.versions.get(entry_id)
            if entry is not None:
                told[entry_id] = told.get(entry_id, frozenset()) | entry.groups_in(state)
    return told


def _groups(groups: Iterable[DataGroup]) -> frozenset[DataGroup]:
    """Return data groups as a set.

    Raises:
        InvalidValueError: If something else is given, such as their codes: of what is not known
            nothing would be found, and nothing erased.
    """
    listed: list[object] = list(groups)
    problems = [
        WRONG_TYPE.at(f"/groups/{place}", found=describe_value(group), allowed=_DATA_GROUP)
        for place, group in enumerate(listed)
        if not isinstance(group, DataGroup)
    ]
    if problems:
        raise InvalidValueError("ids", problems)
    return frozenset(group for group in listed if isinstance(group, DataGroup))


def erasures_of(
    revisions: Sequence[Revision[E]], entries: Iterable[str], reasons: Iterable[int]
) -> tuple[Change[E], ...]:
    """Return the changes that erase entries, and the reasons that may speak of them.

    Raises:
        InvalidValueError: If there is nothing to erase: no revision may say that something was.
    """
    ids = dict.fromkeys(entries)
    numbers = dict.fromkeys(reasons)
    for revision in revisions:
        touches = any(change.entry_id in ids for change in revision.changes)
        if touches and revision.reason is not None:
            numbers[revision.number] = None
    if not ids and not numbers:
        raise InvalidValueError("erase", [kinds.NOTHING_TO_ERASE.at("/entries")])
    erased: list[Change[E]] = [Erase(entry_id=entry_id) for entry_id in ids]
    erased += [EraseReason(revision=number) for number in sorted(numbers)]
    return tuple(erased)


def without_content(
    revisions: Sequence[Revision[E]], erased: Sequence[Change[E]]
) -> tuple[Revision[E], ...]:
    """Return the revisions with commitments in the place of what is erased.

    Revisions that lose nothing are the same objects.
    """
    gone = {change.entry_id for change in erased}
    return tuple(
        without_reason(sealed(revision, gone))
        if f"reason of {revision.number}" in gone
        else sealed(revision, gone)
        for revision in revisions
    )


def sealed(revision: Revision[E], ids: Iterable[str]) -> Revision[E]:
    """Return a revision with commitments in the place of the entries with these ids."""
    gone = ids if isinstance(ids, set) else set(ids)
    if not any(isinstance(c, Put) and c.entry.id in gone for c in revision.changes):
        return revision
    algorithm = algorithm_of(revision.digest)
    changes = tuple(
        Sealed(
            entry_id=change.entry.id,
            commitment=commit(change.entry, change.salt, tag=ENTRY_TAG, algorithm=algorithm),
        )
        if isinstance(change, Put) and change.entry.id in gone
        else change
        for change in revision.changes
    )
    return evolve(revision, changes=changes)


def without_reason(revision: Revision[E]) -> Revision[E]:
    """Return a revision with a commitment in the place of its reason."""
    if revision.reason is None:
        return revision
    commitment = reason_commitment(revision, algorithm_of(revision.digest))
    return evolve(revision, reason=None, reason_seal=Seal(commitment=commitment))
