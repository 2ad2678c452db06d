"""Documents of funding: made as they were, read by every decoder, written as they stand."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.documents.make_funding import DOCUMENTS, grant

from integrationsplan import from_json, from_mapping, to_json
from integrationsplan.funding import (
    Application,
    FundingProgramme,
    GeneralTerms,
    Grant,
    GrantEvent,
    ProofOfUse,
)
from integrationsplan.serialization import decoders
from integrationsplan.serialization._shapes import options_of

FOLDER = Path(__file__).parents[2] / "documents" / "v1"
KINDS: dict[str, Any] = {
    "application-consortium": Application,
    "funding-programme-everything": FundingProgramme,
    "general-terms": GeneralTerms,
    "grant-every-event": Grant,
    "proof-of-use": ProofOfUse,
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
    assert (
        text(name) == to_json(from_json(text(name), KINDS[name], decoder=decoder), indent=2) + "\n"
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_somebody_elses_parser_changes_nothing(name: str):
    """A mapping is read as the text is."""
    assert from_json(text(name), KINDS[name]) == from_mapping(json.loads(text(name)), KINDS[name])


def test_the_grant_has_an_event_of_every_kind():
    """So no kind of event can change its form unseen."""
    assert set(options_of(GrantEvent)) == {type(event) for event in grant().events}


def test_the_grant_is_closed():
    """What was demanded is repaid or waived."""
    assert from_json(text("grant-every-event"), Grant).ledger().is_closed
