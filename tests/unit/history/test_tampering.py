"""Attacks on stored histories: whatever is changed by hand is refused, seen, or changes nothing."""

import base64
import copy
import functools
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from tests.unit.history.lives import GERMAN, GOAL, HEALTH, lived, on, opened

from integrationsplan import evolve
from integrationsplan.errors import DocumentError, InvalidValueError
from integrationsplan.history import (
    BrokenLink,
    Put,
    Revision,
    RevisionKind,
    Sealed,
    Verdict,
    canonical_bytes,
    commit,
)
from integrationsplan.history._erasure import without_reason
from integrationsplan.history._integrity import revision_digest
from integrationsplan.history._views import _without_author
from integrationsplan.plan import Goal, GoalField, IntegrationPlan
from integrationsplan.serialization import from_json, from_mapping, to_json, to_mapping

LIVED = lived()
OTHER = lived(seed=50)
HEAD = LIVED.head
WRITTEN: dict[str, Any] = to_mapping(LIVED)
FOREIGN: dict[str, Any] = to_mapping(OTHER)

Path = tuple[str | int, ...]


def outcome(data: Any, original: IntegrationPlan = LIVED) -> tuple[str, BrokenLink | None]:
    """Say what comes of a document: refused, neutral, broken, or unseen; and the broken link.

    Neutral is what is written again as the original is: only the spelling differed. Then the chain
    must hold.
    """
    try:
        if isinstance(data, bytes):
            plan = from_json(data, IntegrationPlan)
        else:
            plan = from_mapping(data, IntegrationPlan)
    except DocumentError:
        return "refused", None
    found = plan.verify(head=original.head)
    if to_json(plan) == to_json(original):
        assert found.verdict is Verdict.ANCHORED
        return "neutral", None
    return ("broken" if found.verdict is Verdict.BROKEN else "unseen"), found.broken


def leaves(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every place of a document with what stands there, the containers too."""
    yield path, data
    items: Any = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    for key, value in items:
        yield from leaves(value, (*path, key))


def at(data: Any, path: Path) -> Any:
    """Return what stands at a place."""
    for key in path:
        data = data[key]
    return data


def replaced(path: Path, value: Any) -> Any:
    """Return the document with another value at a place."""
    data = copy.deepcopy(WRITTEN)
    at(data, path[:-1])[path[-1]] = value
    return data


def without(path: Path) -> Any:
    """Return the document without what stands at a place."""
    data = copy.deepcopy(WRITTEN)
    del at(data, path[:-1])[path[-1]]
    return data


def values_like(value: Any, path: Path) -> Iterator[Any]:
    """Yield other values for a place: near ones, wrong ones, and those of other places."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1, str(value), 0)
    elif isinstance(value, str):
        yield from (value + "x", value[:-1], value[1:], value.swapcase(), value[::-1], "", " ")
        yield from (value[:-1] + letter for letter in "0Zy")
        yield chr(ord(value[0]) + 1) + value[1:] if value else "x"
    elif isinstance(value, list):
        yield from ([], value + value[-1:], value[1:], value[:-1], value[::-1])
    elif isinstance(value, dict):
        yield from ({}, [value])
    yield from (None, 7, "2018-03-02", True)
    elsewhere = {
        json.dumps(other): other
        for source in (WRITTEN, FOREIGN)
        for place, other in leaves(source)
        if place and place[-1] == path[-1] and other != value
    }
    yield from list(elsewhere.values())[:12]


def single_field_tamperings() -> Iterator[tuple[Path, Any]]:
    """Yield documents with one place changed, removed or added to, and the place."""
    for path, value in leaves(WRITTEN):
        if not path:
            continue
        for other in values_like(value, path):
            if other != value or type(other) is not type(value):
                yield path, replaced(path, other)
        yield path, without(path)
        if isinstance(value, dict):
            for key, added in (("x", 1), ("kind", "goal"), ("lifted", False), ("salt", "A" * 43)):
                if key not in value:
                    yield (*path, key), replaced((*path, key), added)


def first_changed(path: Path) -> int:
    """Return the number of the first revision that a change at a place touches."""
    if path[0] == "revisions" and len(path) > 1:
        return int(path[1]) + 1
    return 1


@functools.cache
def tampered() -> tuple[tuple[Path, str, BrokenLink | None], ...]:
    """Return what comes of every change of one place."""
    return tuple((path, *outcome(data)) for path, data in single_field_tamperings())


def test_no_single_change_goes_unseen():
    """Every change of one place of the document is refused, neutral, or a broken link.

    Only the removal of whole revisions from the end needs the head, which is given here.
    """
    assert [] == [path for path, found, _ in tampered() if found == "unseen"]
    seen = Counter(found for _, found, _ in tampered())
    assert seen.total() >= 2000
    assert seen["broken"] >= 500
    assert seen["neutral"] >= 1


def test_the_first_changed_revision_is_named():
    """The broken link is that of the first revision that was changed.

    Except where the tail was cut, which only the head tells.
    """
    wrong = [
        path
        for path, found, broken in tampered()
        if found == "broken" and broken is not None and broken.code != "head_not_found"
        if first_changed(path) != broken.revision
    ]
    assert [] == wrong


def test_a_changed_account_of_an_erasure_is_the_broken_link():
    """Who changes an erasure breaks its link, not that of the revision that lost its content."""
    plan = opened(GOAL, reason="eins").erase([], reasons=[1], legal_basis="Art. 17", **on(1))
    data = to_mapping(plan)
    del data["revisions"][1]["changes"]
    found = from_mapping(data, IntegrationPlan).verify()
    assert BrokenLink(2, "wrong_digest") == found.broken


def test_no_single_byte_goes_unseen():
    """A flipped bit in any byte of the document is refused, neutral or a broken link."""
    plan = opened(GOAL, HEALTH, reason="Grund").revise(put=[GERMAN], **on(1))
    plan = plan.erase(["h1"], legal_basis="Art. 17", **on(2))
    text = to_json(plan).encode()
    assert len(text) > 1500
    for index in range(len(text)):
        flipped = bytearray(text)
        flipped[index] ^= 1 << (index % 7)
        assert outcome(bytes(flipped), plan)[0] != "unseen", index


@pytest.mark.parametrize("letter", [b"A", b"0", b" ", b'"', b"-"])
def test_no_byte_can_be_inserted(letter: bytes):
    """One byte more at any place of a revision is refused, neutral or a broken link."""
    plan = opened(GOAL, reason="Grund").revise(put=[GERMAN], **on(1))
    text = to_json(plan).encode()
    for index in range(0, len(text), 3):
        assert outcome(text[:index] + letter + text[index:], plan)[0] != "unseen", index


def test_no_byte_can_be_removed():
    """One byte less at any place is refused, neutral or a broken link."""
    plan = opened(GOAL, reason="Grund").revise(put=[GERMAN], **on(1))
    text = to_json(plan).encode()
    for index in range(len(text)):
        assert outcome(text[:index] + text[index + 1 :], plan)[0] != "unseen", index


# ---------------------------------------------------------------------------- whole revisions moved


def renumbered(revisions: list[Any]) -> dict[str, Any]:
    """Return the document with these revisions, numbered anew so that the numbers give no hint."""
    found = [{**data, "number": number} for number, data in enumerate(revisions, start=1)]
    return {**copy.deepcopy(WRITTEN), "revisions": found}


COUNT = len(WRITTEN["revisions"])


@pytest.mark.parametrize("index", range(COUNT))
def test_no_revision_can_be_removed(index: int):
    """A history with a gap is refused, or broken where the gap is; the last the head misses."""
    revisions = WRITTEN["revisions"]
    found, broken = outcome(renumbered(revisions[:index] + revisions[index + 1 :]))
    assert found in {"refused", "broken"}
    if broken is not None and index < COUNT - 1:
        assert index + 1 == broken.revision


@pytest.mark.parametrize("one", range(COUNT))
@pytest.mark.parametrize("other", range(COUNT))
def test_no_two_revisions_can_be_swapped(one: int, other: int):
    """Two revisions in each other's place are refused or broken at the first of the places."""
    if one >= other:
        return
    revisions = list(WRITTEN["revisions"])
    revisions[one], revisions[other] = revisions[other], revisions[one]
    found, broken = outcome(renumbered(revisions))
    assert found in {"refused", "broken"}
    if broken is not None:
        assert one + 1 == broken.revision


@pytest.mark.parametrize("place", range(COUNT + 1))
@pytest.mark.parametrize("source", [WRITTEN, FOREIGN], ids=["own", "foreign"])
def test_no_revision_can_be_replayed(place: int, source: dict[str, Any]):
    """A revision of the same history, or of another plan, fits nowhere else."""
    for data in source["revisions"][1:]:
        revisions = list(WRITTEN["revisions"])
        revisions.insert(place, data)
        assert outcome(renumbered(revisions))[0] in {"refused", "broken"}


@pytest.mark.parametrize("index", range(COUNT))
def test_no_revision_of_another_plan_can_take_the_place(index: int):
    """The same revision of a plan with the same entries and other salts does not fit.

    The opening fits in itself, but what follows does not follow from it.
    """
    revisions = list(WRITTEN["revisions"])
    revisions[index] = FOREIGN["revisions"][index]
    found, broken = outcome(renumbered(revisions))
    assert "broken" == found
    assert broken is not None
    assert (index + 1 if index else 2) == broken.revision


def test_a_plan_under_another_id_is_broken():
    """The plan's id is in every digest."""
    assert BrokenLink(1, "wrong_digest") == evolve(LIVED, id="plan-2").verify().broken


# ------------------------------------------------------------------------- retime, re-author, salts


@pytest.mark.parametrize("index", range(COUNT))
@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("recorded_at",), "2018-03-01T09:00:00.000001+00:00"),
        (("recorded_at",), "2018-03-01T10:00:00+01:00"),
        (("effective_on",), "2018-03-31"),
        (("author", "id"), "im-8"),
        (("author", "role"), "mayor"),
        (("author_seal", "salt"), "A" * 43),
        (("legal_basis",), "§ 99"),
    ],
)
def test_nobody_else_wrote_it_at_another_time(index: int, place: Path, value: str):
    """Other times, other authors and other bases are refused or broken at the revision."""
    found, broken = outcome(replaced(("revisions", index, *place), value))
    assert found in {"refused", "broken"}
    assert broken is None or index + 1 == broken.revision


@pytest.mark.parametrize("size", [0, 1, 31, 33, 64])
def test_a_salt_has_32_bytes(size: int):
    """A salt of another length is refused: no bytes can move between salt and content."""
    salt = base64.urlsafe_b64encode(b"\x01" * size).rstrip(b"=").decode()
    assert "refused" == outcome(replaced(("revisions", 0, "changes", 2, "salt"), salt))[0]


def test_a_salt_has_one_spelling():
    """The last letter holds four bits; a spelling with other bits is refused."""
    salt = WRITTEN["revisions"][0]["changes"][2]["salt"]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    last = letters.index(salt[-1])
    assert last % 4 == 0
    for bits in (1, 2, 3):
        other = salt[:-1] + letters[last + bits]
        assert "refused" == outcome(replaced(("revisions", 0, "changes", 2, "salt"), other))[0]


def test_swapped_salts_are_seen():
    """The salts of two entries in each other's place break the link."""
    data = copy.deepcopy(WRITTEN)
    changes = data["revisions"][0]["changes"]
    changes[0]["salt"], changes[1]["salt"] = changes[1]["salt"], changes[0]["salt"]
    assert ("broken", BrokenLink(1, "wrong_digest")) == outcome(data)


def test_swapped_entries_are_seen():
    """Entries that keep each other's salts break the link, and so does another order."""
    data = copy.deepcopy(WRITTEN)
    changes = data["revisions"][0]["changes"]
    changes[0], changes[1] = changes[1], changes[0]
    assert ("broken", BrokenLink(1, "wrong_digest")) == outcome(data)


def test_content_that_is_merely_gone_is_missing():
    """A commitment in the place of content, without an erasure, is a finding with the entry."""
    put = LIVED.revisions[0].changes[2]
    assert isinstance(put, Put)
    algorithm = LIVED.revisions[0].digest.partition(":")[0]
    sealed = Sealed(
        entry_id="g1",
        commitment=commit(put.entry, put.salt, tag="entry", algorithm=algorithm),
    )
    first = LIVED.revisions[0]
    changes = (*first.changes[:2], sealed, *first.changes[3:])
    gone = evolve(LIVED, revisions=(evolve(first, changes=changes), *LIVED.revisions[1:]))
    assert BrokenLink(1, "content_missing", "g1") == gone.verify().broken


@pytest.mark.parametrize("name", ["reason", "author"])
def test_a_reason_or_an_author_that_is_merely_gone_is_missing(name: str):
    """A sealed reason without an erasure is a finding, and so is a sealed author."""
    index = 4
    seal = without_reason if name == "reason" else _without_author
    revisions = list(LIVED.revisions)
    revisions[index] = seal(revisions[index])
    gone = evolve(LIVED, revisions=tuple(revisions))
    assert BrokenLink(index + 1, "content_missing") == gone.verify().broken


# ---------------------------------------------------------------------------------- binding content


def test_no_second_payload_fits_a_commitment():
    """No other entry, no other salt and no other tag or algorithm gives the same commitment."""
    salts = ["A" * 43, "B" * 42 + "A", "A" * 42 + "E"]
    contents: list[Any] = [
        GOAL,
        evolve(GOAL, title="Deutsch B2"),
        evolve(GOAL, target=None),
        Goal(id="g1", field=GoalField.WORK, title="Deutsch B1"),
        GERMAN,
        HEALTH,
        "reason",
        canonical_bytes(GOAL).decode(),
    ]
    found = [
        commit(content, salt, tag=tag, algorithm=algorithm)
        for content in contents
        for salt in salts
        for tag in ("entry", "reason", "author", "revision")
        for algorithm in ("sha256/1", "sha3-256/1")
    ]
    assert len(found) == len(set(found))


# ------------------------------------------------------------------------------- tails written anew


def rewritten(plan: IntegrationPlan, index: int, **changes: Any) -> IntegrationPlan:
    """Return a plan with a revision changed, and every digest from there on made anew."""
    revisions: list[Revision[Any]] = list(plan.revisions)
    revisions[index] = evolve(revisions[index], **changes)
    previous = revisions[index - 1].digest if index else None
    for place in range(index, len(revisions)):
        algorithm = revisions[place].digest.partition(":")[0]
        digest = revision_digest(plan.id, previous, revisions[place], algorithm)
        revisions[place] = evolve(revisions[place], digest=digest)
        previous = digest
    return evolve(plan, revisions=tuple(revisions))


@pytest.mark.parametrize("index", range(COUNT))
def test_a_rewritten_tail_needs_the_head_to_be_seen(index: int):
    """With fresh digests a forgery is consistent in itself; the head shows it, old heads anchor."""
    forged = rewritten(LIVED, index, legal_basis="§ 99")
    assert Verdict.SELF_CONSISTENT is forged.verify().verdict
    assert BrokenLink(COUNT, "head_not_found") == forged.verify(head=HEAD).broken
    for number in range(1, COUNT + 1):
        head = LIVED.revisions[number - 1].digest
        anchored = forged.verify(head=head)
        if number <= index:
            assert (Verdict.ANCHORED, number) == (anchored.verdict, anchored.anchored_to)
        else:
            assert Verdict.BROKEN is anchored.verdict


@pytest.mark.parametrize("index", range(COUNT - 1))
def test_a_fresh_digest_breaks_the_next_link(index: int):
    """Who makes one digest anew breaks the link of the revision after."""
    forged = rewritten(LIVED, index, legal_basis="§ 99").revisions[index]
    revisions = (*LIVED.revisions[:index], forged, *LIVED.revisions[index + 1 :])
    found = evolve(LIVED, revisions=revisions).verify()
    assert BrokenLink(index + 2, "wrong_digest") == found.broken


def test_an_unknown_algorithm_is_named():
    """A digest of an algorithm that is not known here cannot be checked, and says so."""
    data = copy.deepcopy(WRITTEN)
    data["revisions"][1]["digest"] = data["revisions"][1]["digest"].replace("sha256/1", "sha256/2")
    assert ("broken", BrokenLink(2, "unknown_algorithm")) == outcome(data)


def test_a_digest_does_not_pass_for_one_of_another_algorithm():
    """The algorithm's name is not a label that can be exchanged."""
    data = copy.deepcopy(WRITTEN)
    data["revisions"][1]["digest"] = data["revisions"][1]["digest"].replace("sha256", "sha3-256")
    assert ("broken", BrokenLink(2, "wrong_digest")) == outcome(data)


@pytest.mark.parametrize("head", [HEAD + "A", HEAD[:-1] + "_", "sha3-256/1" + HEAD[8:]])
def test_a_head_is_found_whole_or_not_at_all(head: str):
    """Neither a part of a digest nor another one anchors a history."""
    assert BrokenLink(COUNT, "head_not_found") == LIVED.verify(head=head).broken


@pytest.mark.parametrize("head", ["", "x", "sha256/1:", HEAD[:-1], HEAD.upper(), "\ud800"])
def test_a_head_that_is_no_digest_is_refused(head: str):
    """What can be no head is a mistake of the caller, not a verdict on the history."""
    with pytest.raises(InvalidValueError) as caught:
        LIVED.verify(head=head)
    assert ["wrong_form"] == [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_verification_says_what_it_came_to(language: Any):
    """Every outcome is one sentence in either language."""
    moved = evolve(LIVED, id="plan-2")
    said = [
        LIVED.verify().format(language),
        LIVED.verify(head=HEAD).format(language),
        LIVED.verify(head=OTHER.head).format(language),
        moved.verify().format(language),
    ]
    assert 4 == len(set(said))
    assert all(sentence.endswith(".") for sentence in said)


def test_a_life_has_every_kind_of_revision_and_change():
    """What is attacked here has everything that a history can have."""
    assert set(RevisionKind) == {revision.kind for revision in LIVED.revisions}
    changes = {c.kind for revision in LIVED.revisions for c in revision.changes}
    assert {"put", "sealed", "withdraw", "erase", "erase-reason", "mark"} == changes
