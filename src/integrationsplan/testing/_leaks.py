"""Whether an erasure was complete: what of the erased can still be found in some bytes."""

import base64
import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import attrs

from integrationsplan._model import FrozenMap
from integrationsplan.history import Put, RevisedDocument, Revision
from integrationsplan.history._canonical import plain
from integrationsplan.history._fold import erased_in
from integrationsplan.serialization import to_json

__all__ = ["Leak", "erasure_leaks"]

LEAST = 6
"""Shorter runs of bytes stand anywhere by chance."""


@attrs.frozen
class Leak:
    """Erased content that is still there. It never says what.

    Attributes:
        entry_id: The entry that was erased; ``reason of 3`` for a reason.
        what: ``payload`` or ``salt``.
        place: The field of the entry, as a JSON Pointer; empty for a salt or a reason.
        offset: Where in the bytes it stands.
        length: How many bytes of it.
    """

    entry_id: str
    what: str
    place: str
    offset: int
    length: int


@attrs.frozen
class _Secret:
    """A text that was erased, in one of the spellings in which it may have been stored."""

    entry_id: str
    what: str
    place: str
    content: bytes


def erasure_leaks(
    before: RevisedDocument[Any],
    after: RevisedDocument[Any],
    store: bytes | None = None,
    *,
    least: int = LEAST,
) -> tuple[Leak, ...]:
    """Look for what an erasure should have removed: runs of bytes of contents and of salts.

    Hand over all bytes of your store: tables, indexes, logs, backups, caches. Texts are looked for
    in UTF-8 and with the escapes of JSON, salts as text and as bytes. What also stands in the part
    that was kept tells nothing, and is not looked for; neither are codes, numbers, truths and
    contents shorter than ``least`` bytes. No leak found is no proof: compressed or encrypted bytes
    show nothing.

    Args:
        before: The document before the erasure.
        after: The same document after it.
        store: The bytes to search; by default those of ``after`` as JSON.
        least: How many bytes in a row are a leak.

    Raises:
        UnknownNameError: If no store is given, and ``after`` is of no kind that is written whole.

    Returns:
        Every leak, in the order of entries; none where the erasure was complete.

    Example:
        >>> from integrationsplan.testing import a_plan, facts
        >>> before = a_plan()
        >>> after = before.erase(["g1"], legal_basis="Art. 17", **facts())
        >>> erasure_leaks(before, after)
        ()
        >>> log = b"put title=Deutsch B1"
        >>> [(leak.entry_id, leak.place, leak.length) for leak in erasure_leaks(before, after, log)]
        [('g1', '/title', 10)]
    """
    searched = to_json(after).encode() if store is None else store
    gone = erased_in(after.revisions) - erased_in(before.revisions)
    innocent = b"\n".join(_kept(before, after, gone))
    found: list[Leak] = []
    for secret in dict.fromkeys(_secrets(before, gone)):
        for offset, length in _runs(secret.content, searched, innocent, least):
            leak = Leak(secret.entry_id, secret.what, secret.place, offset, length)
            if not any(_covers(other, leak) for other in found):
                found.append(leak)
    return tuple(found)


def _covers(one: Leak, other: Leak) -> bool:
    """Tell whether one leak says of the same entry what another one says, and perhaps more."""
    return (
        (one.entry_id, one.what) == (other.entry_id, other.what)
        and one.offset <= other.offset
        and other.offset + other.length <= one.offset + one.length
    )


def _runs(
    content: bytes, searched: bytes, innocent: bytes, least: int
) -> Iterator[tuple[int, int]]:
    """Yield where runs of a content stand, each as long as it is there."""
    start = 0
    while start + least <= len(content):
        length = least
        offset = searched.find(content[start : start + least])
        if offset < 0 or content[start : start + least] in innocent:
            start += 1
            continue
        while (
            start + length < len(content)
            and searched[offset + length : offset + length + 1]
            == content[start + length : start + length + 1]
        ):
            length += 1
        yield offset, length
        start += length


def _secrets(before: RevisedDocument[Any], gone: frozenset[str]) -> Iterator[_Secret]:
    for revision in before.revisions:
        for change in revision.changes:
            if isinstance(change, Put) and change.entry_id in gone:
                yield from _of_salt(change.entry_id, change.salt)
                for place, text in _texts(change.entry, ""):
                    if place != "/id":
                        yield from _of_text(change.entry_id, place, text)
        reason = f"reason of {revision.number}"
        if reason in gone and revision.reason is not None and revision.reason_seal is not None:
            yield from _of_text(reason, "", revision.reason)
            yield from _of_salt(reason, revision.reason_seal.salt or "")


def _of_text(entry_id: str, place: str, text: str) -> Iterator[_Secret]:
    written = (text, json.dumps(text, ensure_ascii=False)[1:-1], json.dumps(text)[1:-1])
    for spelling in dict.fromkeys(written):
        yield _Secret(entry_id, "payload", place, spelling.encode())


def _of_salt(entry_id: str, salt: str) -> Iterator[_Secret]:
    yield _Secret(entry_id, "salt", "", salt.encode())
    yield _Secret(entry_id, "salt", "", base64.urlsafe_b64decode(salt + "=" * (-len(salt) % 4)))


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """Yield the free texts of a model object, and its dates, with their places."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dt.date):
        yield place, value.isoformat()
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{place}/{index}")
    elif isinstance(value, FrozenMap):
        for key, item in value.items():
            yield from _texts(item, f"{place}/{key}")
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _texts(getattr(value, field.name), f"{place}/{field.name}")


def _kept(
    before: RevisedDocument[Any], after: RevisedDocument[Any], gone: frozenset[str]
) -> Iterator[bytes]:
    """Yield what may be found: what stands beside the erased, and the skeleton of the rest."""
    for revision in before.revisions:
        for change in revision.changes:
            if isinstance(change, Put) and change.entry_id not in gone:
                yield _bytes(change)
        if f"reason of {revision.number}" not in gone:
            yield _bytes(revision.reason)
            yield _bytes(revision.reason_seal)
    for revision in after.revisions:
        yield from _skeleton(revision)
    yield after.id.encode()


def _skeleton(revision: Revision[Any]) -> Iterator[bytes]:
    """Yield what every revision says, whatever is erased of it."""
    for name in ("recorded_at", "effective_on", "author", "author_seal", "kind", "merges"):
        yield _bytes(getattr(revision, name))
    yield revision.digest.encode()
    for change in revision.changes:
        if not isinstance(change, Put):
            yield _bytes(change)
    if revision.reason is None:
        yield _bytes(revision.reason_seal)


def _bytes(value: Any) -> bytes:
    data = plain(value)
    return json.dumps(data, ensure_ascii=False).encode() + b"\n" + json.dumps(data).encode()
