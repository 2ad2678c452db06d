"""Leaks: what an erasure left behind is found wherever it stands, and nothing else."""

import base64
import gzip
import json

import pytest

from integrationsplan import to_json
from integrationsplan.history import Put
from integrationsplan.plan import Goal, GoalField, HealthNote
from integrationsplan.testing import a_plan, erasure_leaks, facts

CANARY = "Türkischer Käse macht müde"
NOTE = HealthNote(id="h1", note=CANARY)
GOAL = Goal(id="g1", field=GoalField.WORK, title="Arbeit finden")
BEFORE = a_plan(NOTE, GOAL).revise(
    put=[HealthNote(id="h1", note="Zweite Fassung")], reason="Wegen der Müdigkeit", **facts()
)
AFTER = BEFORE.erase(["h1"], legal_basis="Art. 17 DSGVO", **facts())
SALT = next(c.salt for r in BEFORE.revisions for c in r.changes if isinstance(c, Put))
NOTE_SALT = next(
    c.salt for r in BEFORE.revisions for c in r.changes if isinstance(c, Put) and c.entry_id == "h1"
)


def test_a_complete_erasure_has_no_leak():
    """What the library erases is gone from the document."""
    assert () == erasure_leaks(BEFORE, AFTER)


@pytest.mark.parametrize(
    ("store", "expected"),
    [
        (CANARY.encode(), ("h1", "payload", "/note", 29)),
        (b"xx" + json.dumps(CANARY).encode(), ("h1", "payload", "/note", 41)),
        (CANARY[3:14].encode(), ("h1", "payload", "/note", 12)),
        (b"Zweite Fassung", ("h1", "payload", "/note", 14)),
        ("Wegen der Müdigkeit".encode(), ("reason of 2", "payload", "", 20)),
        (NOTE_SALT.encode(), ("h1", "salt", "", 43)),
        (base64.urlsafe_b64decode(NOTE_SALT + "="), ("h1", "salt", "", 32)),
    ],
)
def test_what_is_left_is_found(store: bytes, expected: tuple[str, str, str, int]):
    """Contents, earlier versions, reasons and salts are found, in each spelling, in part too."""
    found = erasure_leaks(BEFORE, AFTER, b"before " + store + b" after")
    assert expected in [(leak.entry_id, leak.what, leak.place, leak.length) for leak in found]


def test_a_leak_says_where_and_never_what():
    """The place in the bytes is named; the content stands in no representation."""
    store = b"0123456789" + CANARY.encode()
    leak = erasure_leaks(BEFORE, AFTER, store)[0]
    assert store[leak.offset : leak.offset + leak.length] == CANARY.encode()
    assert "Käse" not in repr(leak)


def test_what_was_kept_is_no_leak():
    """The whole plan as it is after the erasure, and the salts of what was kept, are no leak."""
    store = to_json(AFTER, indent=2).encode() + SALT.encode() + b"Arbeit finden"
    assert () == erasure_leaks(BEFORE, AFTER, store)


def test_the_plan_as_it_was_leaks_everything():
    """A forgotten copy gives contents and salts away."""
    found = erasure_leaks(BEFORE, AFTER, to_json(BEFORE).encode())
    assert {("h1", "payload"), ("h1", "salt"), ("reason of 2", "payload")} <= {
        (leak.entry_id, leak.what) for leak in found
    }


def test_short_runs_are_no_leak():
    """Fewer bytes than asked for stand anywhere by chance."""
    store = "Käse".encode()
    assert () == erasure_leaks(BEFORE, AFTER, store)
    assert erasure_leaks(BEFORE, AFTER, store, least=5)


def test_compressed_bytes_show_nothing():
    """The limit that the documentation names."""
    assert () == erasure_leaks(BEFORE, AFTER, gzip.compress(CANARY.encode() * 3))
