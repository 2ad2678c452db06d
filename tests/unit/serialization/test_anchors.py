"""What the digests of old documents are, for ever: stated here and, for a few, worked out by hand.

Whoever keeps the head of a plan relies on it that no later version of the package hashes the same
content in another way. A test of this file that fails says that it would.
"""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.documents.make_plans import DOCUMENTS

from integrationsplan import IntegrationPlan, from_json
from integrationsplan.history import DeletionReceipt, Verdict, commit
from integrationsplan.plan import AccessExport, PlanView

FOLDER = Path(__file__).parents[2] / "documents" / "v1"
HEADS = {
    "plan-smallest": "sha256/1:fBupG0AOYZgWlyX51PrYOf344gs4YXIdpuIDHDRARBY",
    "plan-every-entry": "sha256/1:nzkuDmAXPwVPfUVrLSR139UdVSfS2vyBfIv9SNhjxnE",
    "plan-whole-life": "sha3-256/1:_4EMjchooC8OJ2mylECVquAuyc_WemU2kUyJelSCVyQ",
    "plan-erased": "sha256/1:LGN9crdpiVzocRf-msXNcwMN-fpDWgIQ_mJj7C1EeCw",
    "plan-other-spellings": "sha256/1:wb483Y85oHMhCFIKjLe75-VlglCpHIVALVXRc-OuG58",
}


def text(stem: str) -> str:
    """Return the text of an old document."""
    return (FOLDER / f"{stem}.json").read_text(encoding="utf-8")


# -- stated ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("stem", HEADS)
def test_a_plan_has_its_head(stem: str):
    """An old plan verifies against the head that is stated here, up to its newest revision."""
    plan = from_json(text(stem), IntegrationPlan)
    found = plan.verify(head=HEADS[stem])
    assert (Verdict.ANCHORED, len(plan.revisions)) == (found.verdict, found.anchored_to)


def test_every_old_plan_has_a_stated_head():
    """A plan that is put beside the others gets its head stated."""
    plans = {path.stem for path in FOLDER.glob("plan-*.json")}
    assert set(HEADS) == plans - {"plan-view-job-centre"}


def test_the_view_has_the_head_of_its_plan():
    """A view verifies against the head of the plan that it was made from."""
    view = from_json(text("plan-view-job-centre"), PlanView)
    assert Verdict.ANCHORED is view.verify(head=HEADS["plan-every-entry"]).verdict


def test_a_view_is_no_whole_plan():
    """Without its list of what is withheld, the plan in a view is one with missing content."""
    view = from_json(text("plan-view-job-centre"), PlanView)
    broken = view.document.verify().broken
    assert ("content_missing", 1) == (broken and broken.code, broken and broken.revision)


def test_the_export_has_the_head_of_its_plan():
    """The plan in an export verifies against the head of the plan that was exported."""
    export = from_json(text("access-export"), AccessExport)
    assert Verdict.ANCHORED is export.plan.verify(head=HEADS["plan-erased"]).verdict


def test_the_receipt_has_the_head_of_its_plan():
    """Whoever holds a copy of the plan can tell that it is the one that was deleted."""
    assert HEADS["plan-whole-life"] == from_json(text("deletion-receipt"), DeletionReceipt).head


@pytest.mark.parametrize("stem", [*HEADS, "deletion-receipt"])
def test_the_documents_can_be_made_again(stem: str):
    """The same words, salts and moments make the same document, character for character."""
    assert text(stem) == DOCUMENTS[stem]() + "\n"


# -- worked out by hand ----------------------------------------------------------------------------


def framed(*parts: bytes) -> bytes:
    """Return parts, each after its length in eight bytes."""
    return b"".join(len(part).to_bytes(8, "big") + part for part in parts)


def letters(data: bytes) -> str:
    """Write bytes in base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def salt_of(written: str) -> bytes:
    """Read a salt."""
    return base64.urlsafe_b64decode(written + "=")


def by_hand(tag: str, salt: bytes, content: str) -> str:
    """Return the digest of a content whose canonical text is given."""
    data = framed(f"integrationsplan/{tag}".encode(), salt, content.encode())
    return "sha256/1:" + letters(hashlib.sha256(data).digest())


def raw(stem: str) -> list[dict[str, Any]]:
    """Return the revisions of a document as plain data."""
    revisions: list[dict[str, Any]] = json.loads(text(stem))["revisions"]
    return revisions


def test_a_golden_commitment():
    """The commitment to an entry is a hash over tag, salt and canonical text, each framed."""
    salt = bytes(range(32))
    content = '{"id":"c1","kind":"competence","title":"Brot backen – süß","years":6}'
    data = (
        b"\x00\x00\x00\x00\x00\x00\x00\x16integrationsplan/entry"
        b"\x00\x00\x00\x00\x00\x00\x00\x20" + salt + b"\x00\x00\x00\x00\x00\x00\x00\x49"
        b'{"id":"c1","kind":"competence","title":"Brot backen \xe2\x80\x93 s\xc3\xbc\xc3\x9f",'
        b'"years":6}'
    )
    expected = "sha256/1:S1J21xYo-1oN9c3tM_cwurey9xi3kOXPVOSNjxQchdA"
    assert expected == "sha256/1:" + letters(hashlib.sha256(data).digest())
    found = commit(json.loads(content), letters(salt), tag="entry", algorithm="sha256/1")
    assert expected == found


def test_what_was_erased_was_what_it_was():
    """Whoever was shown an entry with its salt before it was erased can prove that it was so."""
    salt = hashlib.shake_256(b"erased 3").digest(32)
    content = '{"id":"h1","kind":"health-note","needs":["therapy"],"note":"Termin im Mai"}'
    sealed = raw("plan-erased")[0]["changes"][2]
    assert sealed["commitment"] == by_hand("entry", salt, content)


def test_another_algorithm_is_another_hash():
    """A revision may be hashed with SHA3-256; its predecessor's digest is part of it as it is."""
    revision = raw("plan-whole-life")[12]
    change = revision["changes"][0]
    entry = (
        '{"goals":["g1"],"id":"m1","kind":"measure","referral":{"name":"Bäckerinnung"},'
        '"result":"Zusage","status":"completed","title":"Praktikum"}'
    )

    def sha3(tag: str, salt: bytes, content: str) -> str:
        data = framed(f"integrationsplan/{tag}".encode(), salt, content.encode())
        return "sha3-256/1:" + letters(hashlib.sha3_256(data).digest())

    put = sha3("entry", salt_of(change["salt"]), entry)
    author = sha3("author", salt_of(revision["author_seal"]["salt"]), '"s-1"')
    previous = raw("plan-whole-life")[11]["digest"]
    assert previous.startswith("sha256/1:")
    content = (
        f'{{"author":"{author}","changes":[["m1","put","{put}"]],"document":"plan-3",'
        '"effective_on":"2019-12-30","kind":"correction","number":13,'
        f'"previous":"{previous}","recorded_at":"2020-01-08T09:00:00+01:00",'
        '"role":"supervisor"}'
    )
    assert revision["digest"] == sha3("revision", b"", content)


def test_the_smallest_plan_worked_out_by_hand():
    """The digest of a first revision says document, author, changes and moments, and no more."""
    (revision,) = raw("plan-smallest")
    author = by_hand("author", salt_of(revision["author_seal"]["salt"]), '"im-7"')
    subject, responsibility = (
        by_hand("entry", salt_of(change["salt"]), content)
        for change, content in zip(
            revision["changes"],
            (
                '{"id":"subject","kind":"subject","reference":"p-0"}',
                '{"body":{"name":"Landkreis Gotha"},"id":"responsibility","jurisdiction":"16",'
                '"kind":"responsibility"}',
            ),
            strict=True,
        )
    )
    content = (
        f'{{"author":"{author}","changes":[["subject","put","{subject}"],'
        f'["responsibility","put","{responsibility}"]],"document":"plan-2",'
        '"effective_on":"2016-05-02","kind":"opening","number":1,'
        '"recorded_at":"2016-05-02T08:00:00+00:00","role":"integration_manager"}'
    )
    assert HEADS["plan-smallest"] == by_hand("revision", b"", content)


def test_reason_law_and_marks_are_part_of_a_digest():
    """A later revision says the digest before, its law and reason, and what it marks and erases."""
    revisions = raw("plan-erased")
    marked, lifted, erasing = revisions[3], revisions[5], revisions[6]

    def author(revision: dict[str, Any]) -> str:
        return by_hand("author", salt_of(revision["author_seal"]["salt"]), '"im-7"')

    reason = by_hand("reason", salt_of(marked["reason_seal"]["salt"]), '"Test wird wiederholt"')
    contents = {
        marked["digest"]: (
            f'{{"author":"{author(marked)}","changes":[["l1","mark contested",""]],'
            '"document":"plan-5","effective_on":"2020-02-06","kind":"marking","number":4,'
            f'"previous":"{revisions[2]["digest"]}","reason":"{reason}",'
            '"recorded_at":"2020-02-06T09:00:00+01:00","role":"integration_manager"}'
        ),
        lifted["digest"]: (
            f'{{"author":"{author(lifted)}","changes":[["l1","lift restricted",""]],'
            '"document":"plan-5","effective_on":"2020-02-10","kind":"marking","number":6,'
            f'"previous":"{revisions[4]["digest"]}",'
            '"recorded_at":"2020-02-10T09:00:00+01:00","role":"integration_manager"}'
        ),
        erasing["digest"]: (
            f'{{"author":"{author(erasing)}","changes":[["h1","erase",""],'
            '["reason of 1","erase-reason",""],["reason of 2","erase-reason",""]],'
            '"document":"plan-5","effective_on":"2020-02-11","kind":"erasure",'
            '"legal_basis":"Art. 17 Abs. 1 Buchst. b DSGVO","number":7,'
            f'"previous":"{lifted["digest"]}","recorded_at":"2020-02-11T09:00:00+01:00",'
            '"role":"integration_manager"}'
        ),
    }
    assert list(contents) == [by_hand("revision", b"", content) for content in contents.values()]
