"""Documents of concepts and networks: made as they were, read by every decoder, written alike."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.documents.make_municipal import DOCUMENTS, concept, network

from integrationsplan import from_json, from_mapping, to_json
from integrationsplan.concept import IntegrationConcept, IntegrationNetwork
from integrationsplan.history import Put, canonical_bytes
from integrationsplan.serialization import decoders

FOLDER = Path(__file__).parents[2] / "documents" / "v1"
KINDS: dict[str, Any] = {
    "concept-every-entry": IntegrationConcept,
    "network-every-entry": IntegrationNetwork,
}


def text(name: str) -> str:
    """Return the text of an old document."""
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def test_every_document_has_its_kind():
    """None is left out here."""
    assert KINDS.keys() == DOCUMENTS.keys()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_made_as_they_were(name: str):
    """What is made today is what was made then, character for character."""
    assert text(name) == DOCUMENTS[name]() + "\n"


@pytest.mark.parametrize("decoder", decoders())
@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_read_and_written_alike(name: str, decoder: Any):
    """Each decoder makes the same object, which is written as it was."""
    found = from_json(text(name), KINDS[name], decoder=decoder)
    assert text(name) == to_json(found, indent=2) + "\n"
    assert found == from_mapping(json.loads(text(name)), KINDS[name])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nobody_has_tampered_with_them(name: str):
    """The chain of an old document holds for ever."""
    found = from_json(text(name), KINDS[name])
    assert "self-consistent" == found.verify().verdict.value


@pytest.mark.parametrize("name", DOCUMENTS)
def test_digests_are_over_what_stands_in_the_document(name: str):
    """Who has only the file can work out the bytes of every entry."""
    found = from_json(text(name), KINDS[name])
    written = json.loads(text(name))["revisions"]
    for revision, plain in zip(found.revisions, written, strict=True):
        for change, row in zip(revision.changes, plain.get("changes", ()), strict=True):
            if isinstance(change, Put):
                assert canonical_bytes(row["entry"]) == canonical_bytes(change.entry)


@pytest.mark.parametrize("document", [concept(), network()], ids=["concept", "network"])
def test_every_kind_of_entry_is_there(document: Any):
    """So no kind of entry can change its form unseen."""
    changes = [change for revision in document.revisions for change in revision.changes]
    put = {type(change.entry) for change in changes if isinstance(change, Put)}
    assert set(type(document).entry_types) == put
