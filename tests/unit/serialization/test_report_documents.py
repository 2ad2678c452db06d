"""Documents of indicator reports: made as they were, read by every decoder, written alike."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.documents.make_reports import DOCUMENTS

from integrationsplan import from_json, from_mapping, to_json
from integrationsplan.monitoring import IndicatorReport
from integrationsplan.serialization import decoders

FOLDER = Path(__file__).parents[2] / "documents" / "v1"


def text(name: str) -> str:
    """Return the text of an old document."""
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_made_as_they_were(name: str):
    """What is made today is what was made then, character for character."""
    assert text(name) == DOCUMENTS[name]() + "\n"


@pytest.mark.parametrize("decoder", decoders())
@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_read_and_written_alike(name: str, decoder: Any):
    """Each decoder makes the same object, which is written as it was."""
    found = from_json(text(name), IndicatorReport, decoder=decoder)
    assert text(name) == to_json(found, indent=2) + "\n"
    assert found == from_mapping(json.loads(text(name)), IndicatorReport)


def test_a_protected_report_names_nobody():
    """What may leave the house has no ids of plans in it."""
    assert "plan-7" in text("indicator-report-every-field")
    assert "plan-7" not in text("indicator-report-protected")
