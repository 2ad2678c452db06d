"""Laws of plans in the formats of others, for plans of every shape."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.strategies_plans import plans

from integrationsplan.exchange import to_fhir, to_prov
from integrationsplan.plan import PURPOSES, IntegrationPlan, PlanView, release

pytestmark = pytest.mark.slow

MANY = settings(max_examples=30, deadline=None)
DAYS = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2032, 1, 1))


def own_view(plan: IntegrationPlan) -> PlanView:
    """Return the view of the person, who sees everything."""
    day = plan.latest.effective_on
    return release(plan, PURPOSES["person"], recipient="the person", day=day).view


def in_utc(text: str) -> Any:
    """Return what JSON says, with the one spelling of UTC that `fhir.resources` writes."""
    return json.loads(text.replace("+00:00", "Z"))


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object inside plain data."""
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from objects(item)
    elif isinstance(value, list):
        for item in value:
            yield from objects(item)


@pytest.mark.parametrize("version", ["R4B", "R5"])
@MANY
@given(plan=plans(), day=DAYS, own=st.booleans(), language=st.sampled_from(["de", "en"]))
def test_every_plan_is_valid_fhir(
    version: Any, plan: IntegrationPlan, day: dt.date | None, own: bool, language: Any
):
    """Whatever happened to a plan, `fhir.resources` takes its bundle and writes the same again."""
    name = "fhir.resources" if version == "R5" else "fhir.resources.R4B"
    package = pytest.importorskip(name)
    given_plan = own_view(plan) if own else plan
    bundle = to_fhir(given_plan, release=version, day=day, language=language)
    read = package.get_fhir_model_class("Bundle").model_validate(json.loads(json.dumps(bundle)))
    assert in_utc(json.dumps(bundle)) == in_utc(read.model_dump_json())


@pytest.mark.parametrize("version", ["R4B", "R5"])
@MANY
@given(plan=plans(), day=DAYS)
def test_every_reference_leads_somewhere(version: Any, plan: IntegrationPlan, day: dt.date | None):
    """A reference inside a bundle names one of its resources, and no element is empty."""
    bundle = to_fhir(plan, release=version, day=day)
    names = [entry["fullUrl"] for entry in bundle["entry"]]
    assert len(names) == len(set(names))
    for found in objects(bundle):
        assert found
        assert all(value not in (None, "", [], {}) for value in found.values())
        if "reference" in found and isinstance(found["reference"], str):
            assert found["reference"] in names


@MANY
@given(plan=plans(), own=st.booleans())
def test_every_plan_is_valid_prov(plan: IntegrationPlan, own: bool):
    """Whatever happened to a plan, `prov` takes its history without a warning, and keeps it."""
    model = pytest.importorskip("prov.model")
    written = to_prov(own_view(plan) if own else plan)
    read = model.ProvDocument.deserialize(content=json.dumps(written), format="json")
    again = json.loads(read.serialize())
    for kind in ("prefix", "entity", "activity", "agent"):
        assert written[kind] == again[kind]
    assert {kind: len(records) for kind, records in written.items()} == {
        kind: len(records) for kind, records in again.items()
    }


@MANY
@given(plan=plans())
def test_every_name_of_a_history_is_declared(plan: IntegrationPlan):
    """Relations connect things of the document, and nothing is used after it became invalid."""
    written = to_prov(plan)
    things = {*written["entity"], *written["activity"], *written["agent"]}
    named = {
        value
        for kind, records in written.items()
        if kind not in {"prefix", "entity", "activity", "agent"}
        for record in records.values()
        for key, value in record.items()
        if key.startswith("prov:") and isinstance(value, str) and value.startswith("plan:")
    }
    assert named <= things
    invalid: dict[str, int] = {}
    for record in written.get("wasInvalidatedBy", {}).values():
        assert record["prov:entity"] not in invalid
        invalid[record["prov:entity"]] = int(record["prov:activity"].rpartition("-")[2])
    for record in written.get("used", {}).values():
        number = int(record["prov:activity"].rpartition("-")[2])
        assert number <= invalid.get(record["prov:entity"], number)
