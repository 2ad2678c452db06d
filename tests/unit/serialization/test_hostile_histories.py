"""What a document may not say of salts, digests, seals, merges, corrections, marks and erasures.

Each damage has its place and code. What only the digests can tell is left to `verify`: a document
whose digests do not fit is read, so that somebody can look at it, and is told to be broken.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import DocumentError, IntegrationPlan, from_json
from integrationsplan.history import DeletionReceipt, Verdict
from integrationsplan.plan import AccessExport, PlanView
from integrationsplan.serialization import FORMATS

FOLDER = Path(__file__).parents[2] / "documents" / "v1"
CANARY = "Zq7-Geheim"
GONE = object()
"""Stands for a key that is left out."""

DIGEST = "sha256/1:" + "A" * 43
SALT = "A" * 43
SUBJECT, RESPONSIBILITY = "/revisions/0/changes/6/entry", "/revisions/0/changes/7/entry"
ERASING = "/revisions/6/changes"
"""Where plan-erased erases an entry and two reasons."""


def document(stem: str) -> dict[str, Any]:
    """Return a fresh copy of an old document."""
    found: dict[str, Any] = json.loads((FOLDER / f"{stem}.json").read_text(encoding="utf-8"))
    return found


def damaged(stem: str, changes: dict[str, Any]) -> str:
    """Return an old document with other values in some places; ``/-`` appends to a list."""
    found = document(stem)
    for pointer, value in changes.items():
        *steps, last = pointer.split("/")[1:]
        around: Any = found
        for token in steps:
            around = around[int(token) if isinstance(around, list) else token]
        if last == "-":
            around.append(value)
        elif value is GONE:
            del around[int(last) if isinstance(around, list) else last]
        else:
            around[int(last) if isinstance(around, list) else last] = value
    return json.dumps(found)


def problems(text: str, wanted: type = IntegrationPlan) -> list[tuple[str, str]]:
    """Return place and code of every problem of a document, sorted."""
    with pytest.raises(DocumentError) as caught:
        from_json(text, wanted)
    for language in ("de", "en"):
        assert caught.value.text(language)  # every sentence finds what it mentions
    return sorted((problem.pointer, problem.code) for problem in caught.value.problems)


# -- forms -----------------------------------------------------------------------------------------

WRONG_SALTS = {
    "31 bytes": "A" * 42,
    "31 bytes with padding": "A" * 42 + "=",
    "33 bytes": "A" * 44,
    "32 bytes with padding": "A" * 43 + "=",
    "last letter holds lost bits": "A" * 42 + "B",
    "last letter holds lost bits too": "A" * 42 + "_",
    "plus sign": "+" + "A" * 42,
    "slash": "/" + "A" * 42,
    "line feed at the end": "A" * 43 + "\n",
    "blank before": " " + "A" * 43,
    "full-width letter": "\uff21" + "A" * 42,
    "hexadecimal": "0" * 64,
    "empty": "",
    "huge": "A" * 100_000,
}
SALTS = [
    "/revisions/0/changes/0/salt",
    "/revisions/1/changes/1/salt",
    "/revisions/0/author_seal/salt",
    "/revisions/0/reason_seal/salt",
]


@pytest.mark.parametrize("place", SALTS)
@pytest.mark.parametrize("salt", WRONG_SALTS.values(), ids=WRONG_SALTS)
def test_a_salt_is_32_bytes_in_one_spelling(place: str, salt: str):
    """Shorter and longer salts, padding, lost bits and other alphabets are refused."""
    assert [(place, "wrong_form")] == problems(damaged("plan-every-entry", {place: salt}))


@pytest.mark.parametrize("place", SALTS)
@pytest.mark.parametrize(
    ("salt", "code"), [(None, "null_value"), (0, "wrong_type"), ([SALT], "wrong_type")]
)
def test_a_salt_is_a_text(place: str, salt: object, code: str):
    """Nothing is taken for a salt but text."""
    assert [(place, code)] == problems(damaged("plan-every-entry", {place: salt}))


@pytest.mark.parametrize("last", "AEIMQUYcgkosw048")
def test_every_last_letter_without_lost_bits_is_read(last: str):
    """A salt may end in any of the sixteen letters that lose no bits."""
    place = "/revisions/0/changes/0/salt"
    text = damaged("plan-every-entry", {place: "A" * 42 + last})
    assert not from_json(text, IntegrationPlan).verify().holds


WRONG_DIGESTS = {
    "no algorithm": "A" * 43,
    "no version": "sha256:" + "A" * 43,
    "version 0": "sha256/0:" + "A" * 43,
    "version 01": "sha256/01:" + "A" * 43,
    "version 100": "sha256/100:" + "A" * 43,
    "upper case": "SHA256/1:" + "A" * 43,
    "long name": "a" * 17 + "/1:" + "A" * 43,
    "three names": "sha3-256-x/1:" + "A" * 43,
    "31 bytes": "sha256/1:" + "A" * 42,
    "65 bytes": "sha512/1:" + "A" * 87,
    "padding": "sha256/1:" + "A" * 43 + "=",
    "plus sign": "sha256/1:+" + "A" * 42,
    "line feed at the end": DIGEST + "\n",
    "blank before": " " + DIGEST,
    "hexadecimal": "sha256/1:" + "0" * 128,
    "empty": "",
    "huge": "sha256/1:" + "A" * 100_000,
}
DIGESTS = [
    ("plan-erased", IntegrationPlan, "/revisions/0/digest"),
    ("plan-erased", IntegrationPlan, "/revisions/0/changes/2/commitment"),
    ("plan-erased", IntegrationPlan, "/revisions/0/reason_seal/commitment"),
    ("plan-erased", IntegrationPlan, "/revisions/2/changes/0/entry/head"),
    ("plan-whole-life", IntegrationPlan, "/revisions/8/merges"),
    ("deletion-receipt", DeletionReceipt, "/head"),
    ("plan-view-job-centre", PlanView, "/document/revisions/0/author_seal/commitment"),
    ("access-export", AccessExport, "/plan/revisions/0/digest"),
]


@pytest.mark.parametrize(("stem", "wanted", "place"), DIGESTS)
@pytest.mark.parametrize("digest", WRONG_DIGESTS.values(), ids=WRONG_DIGESTS)
def test_a_digest_names_its_algorithm(stem: str, wanted: type, place: str, digest: str):
    """A digest of another shape is refused wherever a digest may stand."""
    assert [(place, "wrong_form")] == problems(damaged(stem, {place: digest}), wanted)


# -- what only digests can tell --------------------------------------------------------------------


def broken(text: str) -> tuple[str, int] | None:
    """Return why and where the chain of a plan that is read does not hold."""
    link = from_json(text, IntegrationPlan).verify().broken
    return None if link is None else (link.code, link.revision)


@pytest.mark.parametrize(
    ("digest", "expected"),
    [
        (DIGEST, ("wrong_digest", 2)),
        ("sha3-256/1:" + "A" * 43, ("wrong_digest", 2)),
        ("blake3/1:" + "A" * 43, ("unknown_algorithm", 2)),
        ("sha256/2:" + "A" * 43, ("unknown_algorithm", 2)),
        ("sha512/1:" + "A" * 86, ("unknown_algorithm", 2)),
    ],
)
def test_a_digest_that_does_not_fit_is_found(digest: str, expected: tuple[str, int]):
    """A document is read whatever its digests are; verifying names the link and why."""
    assert expected == broken(damaged("plan-every-entry", {"/revisions/1/digest": digest}))


def test_a_digest_has_one_spelling():
    """The digest with other lost bits in its last letter is another digest."""
    found = document("plan-smallest")["revisions"][0]["digest"]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    other = found[:-1] + letters[letters.index(found[-1]) + 1]
    assert ("wrong_digest", 1) == broken(damaged("plan-smallest", {"/revisions/0/digest": other}))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("/id", "plan-6"),
        ("/revisions/0/recorded_at", "2018-03-01T09:00:01+01:00"),
        ("/revisions/0/recorded_at", "2018-03-01T08:00:00+00:00"),
        ("/revisions/0/effective_on", "2018-02-28"),
        ("/revisions/0/author/role", "clerk"),
        ("/revisions/0/author/id", "im-8"),
        ("/revisions/0/author_seal/salt", SALT),
        ("/revisions/0/reason", "Zweitgespräch"),
        ("/revisions/0/reason_seal/salt", SALT),
        ("/revisions/0/legal_basis", GONE),
        ("/revisions/0/changes/0/entry/year", 2013),
        ("/revisions/0/changes/0/entry/documents_seen", GONE),
        ("/revisions/0/changes/0/entry/id", "q2"),
        ("/revisions/0/changes/0/salt", SALT),
        ("/revisions/0/changes/8", GONE),
        ("/revisions/1/changes/-", {"kind": "withdraw", "entry_id": "c1"}),
    ],
)
def test_whatever_is_changed_breaks_its_revision(place: str, value: object):
    """No fact of a revision can be changed, added or left out without its digest telling."""
    number = int(place.split("/")[2]) + 1 if place != "/id" else 1
    assert ("wrong_digest", number) == broken(damaged("plan-every-entry", {place: value}))


def test_two_revisions_cannot_change_places():
    """A revision with the number of another one fits nowhere else."""
    revisions = document("plan-erased")["revisions"]
    third, fourth = dict(revisions[2]), dict(revisions[3])
    third["number"], fourth["number"] = 4, 3
    third["recorded_at"], fourth["recorded_at"] = fourth["recorded_at"], third["recorded_at"]
    changes = {"/revisions/2": fourth, "/revisions/3": third}
    assert ("wrong_digest", 3) == broken(damaged("plan-erased", changes))


@pytest.mark.parametrize("kept", [1, 2, 3, 4, 5])
def test_a_cut_tail_is_seen_by_its_head_alone(kept: int):
    """Without the head a cut tail looks whole, unless it held the erasure of what is sealed."""
    found = document("plan-whole-life")
    head = found["revisions"][-1]["digest"]
    found["revisions"] = found["revisions"][:kept]
    plan = from_json(json.dumps(found), IntegrationPlan)
    assert (Verdict.SELF_CONSISTENT, Verdict.BROKEN) == (
        plan.verify().verdict,
        plan.verify(head=head).verdict,
    )


def test_an_erasure_that_is_cut_off_is_seen():
    """Sealed content that no erasure accounts for is missing."""
    assert ("content_missing", 1) == broken(damaged("plan-erased", {"/revisions/6": GONE}))


@pytest.mark.parametrize(
    ("place", "sealed"),
    [
        ("/revisions/0/changes/0", {"kind": "sealed", "entry_id": "q1", "commitment": DIGEST}),
        ("/revisions/1/changes/0", {"kind": "sealed", "entry_id": "a1", "commitment": DIGEST}),
    ],
)
def test_a_foreign_commitment_breaks_its_revision(place: str, sealed: dict[str, Any]):
    """A commitment to something else cannot take the place of an entry."""
    number = int(place.split("/")[2]) + 1
    assert ("wrong_digest", number) == broken(damaged("plan-every-entry", {place: sealed}))


# -- seals -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("seal", ["author_seal", "reason_seal"])
@pytest.mark.parametrize("value", [{}, {"salt": SALT, "commitment": DIGEST}], ids=["none", "both"])
def test_a_seal_is_a_salt_or_a_commitment(seal: str, value: dict[str, str]):
    """A seal with neither or with both is refused."""
    place = f"/revisions/0/{seal}"
    text = damaged("plan-every-entry", {place: value})
    assert [(f"{place}/salt", "wrong_seal")] == problems(text)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"/author_seal": {"commitment": DIGEST}}, ["/author_seal"]),
        ({"/author/id": GONE}, ["/author_seal"]),
        ({"/reason_seal": {"commitment": DIGEST}}, ["/reason_seal"]),
        ({"/reason_seal": GONE}, ["/reason_seal"]),
        ({"/reason": GONE}, ["/reason_seal"]),
        ({"/author/id": GONE, "/reason": GONE}, ["/author_seal", "/reason_seal"]),
    ],
)
def test_a_salt_stands_where_its_text_stands(changes: dict[str, Any], expected: list[str]):
    """A text without its salt is refused, and so is a salt whose text is gone."""
    text = damaged("plan-every-entry", {f"/revisions/0{key}": v for key, v in changes.items()})
    assert [(f"/revisions/0{place}", "wrong_seal") for place in expected] == problems(text)


@pytest.mark.parametrize(
    "changes",
    [
        {"/author/id": GONE, "/author_seal": {"commitment": DIGEST}},
        {"/reason": GONE, "/reason_seal": {"commitment": DIGEST}},
    ],
)
def test_what_is_sealed_without_erasure_is_missing(changes: dict[str, Any]):
    """Author and reason may be sealed by a view; in a plan that is no view the chain is broken."""
    text = damaged("plan-every-entry", {f"/revisions/0{key}": v for key, v in changes.items()})
    assert ("wrong_digest", 1) == broken(text)


def test_a_reason_that_was_there_cannot_be_denied():
    """A revision without reason and seal is another revision."""
    changes = {"/revisions/0/reason": GONE, "/revisions/0/reason_seal": GONE}
    assert ("wrong_digest", 1) == broken(damaged("plan-every-entry", changes))


# -- corrections and merges ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stem", "changes", "expected"),
    [
        ("plan-every-entry", {"/revisions/1/merges": DIGEST}, "/revisions/1/merges"),
        ("plan-every-entry", {"/revisions/0/merges": DIGEST}, "/revisions/0/merges"),
        ("plan-whole-life", {"/revisions/8/merges": GONE}, "/revisions/8/merges"),
        ("plan-whole-life", {"/revisions/8/kind": "continuation"}, "/revisions/8/merges"),
    ],
)
def test_a_merge_names_the_other_history(stem: str, changes: dict[str, Any], expected: str):
    """A merge without a head is refused, and so is a head in any other revision."""
    assert [(expected, "merge_without_head")] == problems(damaged(stem, changes))


@pytest.mark.parametrize(
    ("corrects", "code"),
    [
        (7, "no_such_revision"),
        (8, "no_such_revision"),
        (10_000, "no_such_revision"),
        (10_001, "too_large"),
        (0, "too_small"),
        (-1, "too_small"),
        ("1", "wrong_type"),
        (1.0, "wrong_type"),
        (True, "wrong_type"),
        (None, "null_value"),
    ],
)
def test_a_correction_names_an_earlier_revision(corrects: object, code: str):
    """A correction corrects what was there before it, and nothing else."""
    place = "/revisions/6/corrects"
    assert [(place, code)] == problems(damaged("plan-whole-life", {place: corrects}))


@pytest.mark.parametrize("number", [0, 1, 5, 7, 8, 9, 10, 11, 13])
def test_nothing_but_a_correction_corrects(number: int):
    """Every other kind of revision that names one to correct is refused."""
    place = f"/revisions/{number}/corrects"
    assert [(place, "no_correction")] == problems(damaged("plan-whole-life", {place: 1}))


# -- marks -----------------------------------------------------------------------------------------


def mark(entry_id: str = "l1", marking: object = "contested", **more: object) -> dict[str, Any]:
    """Return a mark."""
    return {"kind": "mark", "entry_id": entry_id, "marking": marking} | more


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (mark("nobody"), "/entry_id", "no_such_entry"),
        (mark("l 1"), "/entry_id", "wrong_form"),
        (mark(marking="secret"), "/marking", "unknown_code"),
        (mark(marking=None), "/marking", "null_value"),
        (mark(lifted="true"), "/lifted", "wrong_type"),
        (mark(lifted=1), "/lifted", "wrong_type"),
        (mark(salt=SALT), "/salt", "unknown_key"),
        (mark(entry={}), "/entry", "unknown_key"),
    ],
)
def test_a_mark_is_on_an_entry(change: dict[str, Any], place: str, code: str):
    """A mark on nothing, of another kind or with content is refused."""
    at = "/revisions/3/changes/0"
    assert [(f"{at}{place}", code)] == problems(damaged("plan-erased", {at: change}))


def test_an_entry_is_marked_once_in_a_revision():
    """The same entry marked twice in a revision is refused, lifted or not."""
    changes = {"/revisions/3/changes/-": mark(lifted=True)}
    assert [("/revisions/3/changes/1", "entry_changed_twice")] == problems(
        damaged("plan-erased", changes)
    )


# -- erasures --------------------------------------------------------------------------------------

GOAL = {"kind": "goal", "id": "g9", "field": "work", "title": "Arbeit"}
PUT = {"kind": "put", "entry": GOAL, "salt": SALT}
HEALTH = {"kind": "put", "entry": {"kind": "health-note", "id": "h1"}, "salt": SALT}


@pytest.mark.parametrize(
    "change",
    [
        PUT,
        {"kind": "sealed", "entry_id": "g9", "commitment": DIGEST},
        {"kind": "withdraw", "entry_id": "l1"},
        mark(),
    ],
    ids=lambda change: change["kind"],
)
def test_an_erasure_stands_alone(change: dict[str, Any]):
    """Every other change among erasures is refused."""
    text = damaged("plan-erased", {f"{ERASING}/-": change})
    assert [(f"{ERASING}/3", "erasure_alone")] == problems(text)


@pytest.mark.parametrize(
    "change",
    [{"kind": "erase", "entry_id": "l2"}, {"kind": "erase-reason", "revision": 1}],
    ids=lambda change: change["kind"],
)
def test_nothing_is_erased_in_passing(change: dict[str, Any]):
    """An erasure in any other kind of revision is refused."""
    text = damaged("plan-every-entry", {"/revisions/1/changes/-": change})
    assert [("/revisions/1/changes/2", "erasure_alone")] == problems(text)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"/0": {"kind": "erase", "entry_id": "x"}}, [("/0/entry_id", "no_such_entry")]),
        ({"/-": {"kind": "erase", "entry_id": "h1"}}, [("/3", "entry_changed_twice")]),
        ({"/-": {"kind": "erase-reason", "revision": 2}}, [("/3", "entry_changed_twice")]),
        ({"/-": {"kind": "erase-reason", "revision": 7}}, [("/3/revision", "no_such_revision")]),
        ({"/-": {"kind": "erase-reason", "revision": 8}}, [("/3/revision", "no_such_revision")]),
        ({"/1/revision": 0}, [("/1/revision", "too_small")]),
        ({"/1/revision": "1"}, [("/1/revision", "wrong_type")]),
        ({"/0/commitment": DIGEST}, [("/0/commitment", "unknown_key")]),
        ({"/0/reason": "x"}, [("/0/reason", "unknown_key")]),
        ({"/1/entry_id": "h1"}, [("/1/entry_id", "unknown_key")]),
        ({"/0/entry_id": "reason of 1"}, [("/0/entry_id", "wrong_form")]),
    ],
)
def test_an_erasure_names_what_is_there(changes: dict[str, Any], expected: list[tuple[str, str]]):
    """What was never there cannot be erased, and nothing is erased twice."""
    text = damaged("plan-erased", {f"{ERASING}{key}": value for key, value in changes.items()})
    assert [(f"{ERASING}{place}", code) for place, code in expected] == problems(text)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"/revisions/0/changes/2": HEALTH}, "/revisions/0/changes/2/entry"),
        ({"/revisions/1/changes/0": HEALTH}, "/revisions/1/changes/0/entry"),
        (
            {"/revisions/0/reason": "Therapie", "/revisions/0/reason_seal": {"salt": SALT}},
            "/revisions/0/reason",
        ),
    ],
)
def test_what_was_erased_is_not_there(changes: dict[str, Any], expected: str):
    """A document that erases an entry or a reason does not hold it."""
    text = damaged("plan-erased", changes)
    assert [(expected, "erased_but_present")] == problems(text)


@pytest.mark.parametrize(
    "change",
    [
        HEALTH,
        {"kind": "sealed", "entry_id": "h1", "commitment": DIGEST},
        {"kind": "withdraw", "entry_id": "h1"},
        mark("h1"),
    ],
    ids=lambda change: change["kind"],
)
def test_what_was_erased_does_not_come_back(change: dict[str, Any]):
    """After its erasure an entry is neither put nor withdrawn nor marked, in any form."""
    later = {
        "number": 8,
        "recorded_at": "2020-02-12T09:00:00+01:00",
        "effective_on": "2020-02-12",
        "author": {"role": "integration_manager", "id": "im-7"},
        "author_seal": {"salt": SALT},
        "kind": "correction",
        "changes": [change],
        "digest": DIGEST,
    }
    text = damaged("plan-erased", {"/revisions/-": later})
    assert [("/revisions/7/changes/0", "erased_entry")] == problems(text)


def test_what_was_erased_is_not_erased_again():
    """A second erasure of the same entry is refused, whatever it says."""
    later = document("plan-erased")["revisions"][6] | {"number": 8}
    text = damaged("plan-erased", {"/revisions/-": later})
    places = [f"/revisions/7/changes/{place}" for place in range(3)]
    assert [(place, "erased_entry") for place in places] == problems(text)


# -- whom a plan is about --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"/revisions/0/changes/6": GONE}, [("/revisions/0/changes", "document_without_head")]),
        ({"/revisions/0/changes/7": GONE}, [("/revisions/0/changes", "document_without_head")]),
        ({f"{SUBJECT}/id": "person"}, [(f"{SUBJECT}/id", "fixed_id")]),
        ({f"{RESPONSIBILITY}/id": "body"}, [(f"{RESPONSIBILITY}/id", "fixed_id")]),
        ({f"{SUBJECT}/id": "Subject"}, [(f"{SUBJECT}/id", "fixed_id")]),
        (
            {SUBJECT: GOAL | {"id": "subject"}},
            [(SUBJECT, "entry_kind_changed")],
        ),
        (
            {RESPONSIBILITY: GOAL | {"id": "responsibility"}},
            [(RESPONSIBILITY, "entry_kind_changed")],
        ),
        (
            {f"{SUBJECT}/kind": "responsibility"},
            [
                (f"{SUBJECT}/body", "missing_key"),
                (f"{SUBJECT}/jurisdiction", "missing_key"),
                (f"{SUBJECT}/reference", "unknown_key"),
            ],
        ),
        (
            {"/revisions/1/changes/-": PUT | {"entry": GOAL | {"id": "subject"}}},
            [("/revisions/1/changes/2/entry", "entry_kind_changed")],
        ),
        (
            {"/revisions/1/changes/-": PUT | {"entry": GOAL | {"id": "responsibility"}}},
            [("/revisions/1/changes/2/entry", "entry_kind_changed")],
        ),
    ],
)
def test_a_plan_says_whom_it_is_about(changes: dict[str, Any], expected: list[tuple[str, str]]):
    """The two entries of the head stand in the opening, under their own ids and no others."""
    assert expected == problems(damaged("plan-every-entry", changes))


def test_a_subject_may_be_sealed():
    """A view may withhold whom the plan is about; then there is no reference."""
    sealed = {"kind": "sealed", "entry_id": "subject", "commitment": DIGEST}
    text = damaged("plan-every-entry", {"/revisions/0/changes/6": sealed})
    assert from_json(text, IntegrationPlan).subject is None


# -- what is passed on -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stem", "wanted", "changes", "expected"),
    [
        (
            "plan-view-job-centre",
            PlanView,
            {"/purpose/groups/1": "everything"},
            [("/purpose/groups/1", "unknown_data_group")],
        ),
        (
            "plan-view-job-centre",
            PlanView,
            {"/withheld/0/because": "hidden", "/withheld/1/entry_id": "a b"},
            [("/withheld/0/because", "unknown_code"), ("/withheld/1/entry_id", "wrong_form")],
        ),
        (
            "plan-view-job-centre",
            PlanView,
            {"/document/revisions/0/changes/6": GONE},
            [("/document/revisions/0/changes", "document_without_head")],
        ),
        (
            "plan-view-job-centre",
            PlanView,
            {"/document/format": "integrationsplan/plan"},
            [("/document/format", "unknown_key")],
        ),
        ("plan-view-job-centre", PlanView, {"/document": GONE}, [("/document", "missing_key")]),
        ("plan-view-job-centre", PlanView, {"/recipient": ""}, [("/recipient", "too_short")]),
        (
            "access-export",
            AccessExport,
            {"/entries/0/groups/0": "secrets", "/entries/0/versions": "1"},
            [("/entries/0/groups/0", "unknown_code"), ("/entries/0/versions", "wrong_type")],
        ),
        (
            "access-export",
            AccessExport,
            {"/entries/0/recorded_at": "2020-02-03T09:00:00"},
            [("/entries/0/recorded_at", "not_a_moment")],
        ),
        (
            "access-export",
            AccessExport,
            {"/plan/revisions/0/changes/2": HEALTH},
            [("/plan/revisions/0/changes/2/entry", "erased_but_present")],
        ),
        (
            "access-export",
            AccessExport,
            {"/disclosures/0/kind": "goal"},
            [("/disclosures/0/kind", "unknown_kind")],
        ),
        (
            "access-export",
            AccessExport,
            {"/disclosures/0/kind": GONE},
            [("/disclosures/0/kind", "missing_key")],
        ),
        (
            "deletion-receipt",
            DeletionReceipt,
            {"/deleted_on": "2022-3-1", "/subject": "p-5", "/legal_basis": GONE},
            [
                ("/deleted_on", "not_a_date"),
                ("/legal_basis", "missing_key"),
                ("/subject", "unknown_key"),
            ],
        ),
    ],
)
def test_what_is_passed_on_is_held_to_its_form(
    stem: str, wanted: type, changes: dict[str, Any], expected: list[tuple[str, str]]
):
    """Views, exports and receipts are read as strictly as plans, with places from their root."""
    assert expected == problems(damaged(stem, changes), wanted)


@pytest.mark.parametrize("wanted", [PlanView, AccessExport, DeletionReceipt, IntegrationPlan])
@pytest.mark.parametrize(
    "stem", ["plan-erased", "plan-view-job-centre", "access-export", "deletion-receipt"]
)
def test_no_document_passes_for_another(stem: str, wanted: type):
    """A document is read as what it names itself, and as nothing else."""
    found = document(stem)
    if found["format"] == FORMATS[wanted][0]:
        assert wanted is type(from_json(json.dumps(found), wanted))
    else:
        assert [("/format", "wrong_format")] == problems(json.dumps(found), wanted)


# -- leaks -----------------------------------------------------------------------------------------


def leaves(value: Any, path: str = "") -> Iterator[str]:
    """Yield the pointer of every value of a document that holds no others."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        if isinstance(item, dict | list):
            yield from leaves(item, f"{path}/{key}")
        else:
            yield f"{path}/{key}"


@pytest.mark.parametrize(
    ("stem", "wanted"),
    [
        ("plan-erased", IntegrationPlan),
        ("plan-view-job-centre", PlanView),
        ("access-export", AccessExport),
        ("deletion-receipt", DeletionReceipt),
    ],
)
@pytest.mark.parametrize("value", [CANARY, [CANARY], {"kind": CANARY}], ids=repr)
def test_no_report_shows_what_stood_in_a_document(stem: str, wanted: type, value: object):
    """Whatever stands in whichever place, the report does not repeat it."""
    seen = []
    for pointer in leaves(document(stem)):
        with pytest.raises(DocumentError) as caught:
            from_json(damaged(stem, {pointer: value, "/unknown": CANARY}), wanted)
        error = caught.value
        said = [
            error.text("de"),
            str(error),
            repr(error),
            repr([p.as_data() for p in error.problems]),
        ]
        seen += [text for text in said if CANARY in text]
    assert [] == seen
