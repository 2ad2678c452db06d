"""Laws of schemas: they accept what the loader accepts, and both dialects are of one mind."""

import functools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.properties.strategies_schemas import made_from

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    Programme,
    catalogue,
    from_mapping,
    to_json,
    to_mapping,
)
from integrationsplan.serialization import FORMATS
from integrationsplan.serialization._schema import Dialect, json_schema
from integrationsplan.testing import strategies

pytestmark = pytest.mark.slow

jsonschema = pytest.importorskip("jsonschema")

V1 = Path(__file__).parents[1] / "documents" / "v1"
KINDS = {name: document for document, (name, _) in FORMATS.items()}
ALL = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(V1.glob("*.json"))]
GOOD = [found for found in ALL if found["format"] in KINDS]
PROGRAMMES = [to_mapping(catalogue.load(name)) for name in catalogue.ids()]

FEW = settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@functools.cache
def validator(document: type, dialect: Dialect) -> Any:
    """Return a validator that looks at formats too."""
    schema = json_schema(document, dialect=dialect)
    made = jsonschema.validators.validator_for(schema)
    return made(schema, format_checker=jsonschema.FormatChecker())


def verdict(found: Any, document: type) -> bool:
    """Return what the schema says of a document; both dialects must say it."""
    plain = validator(document, "2020-12").is_valid(found)
    assert plain == validator(document, "forms").is_valid(found)
    return bool(plain)


def loads(found: Any, document: type) -> bool:
    """Tell whether the loader takes a document."""
    try:
        from_mapping(found, document)  # type: ignore[type-var]  # any kind
    except DocumentError:
        return False
    return True


@pytest.mark.parametrize("document", FORMATS, ids=lambda kind: kind.__name__)
@FEW
@given(data=st.data())
def test_every_document_validates(document: type, data: st.DataObject):
    """A document of any kind, whatever it holds, is accepted as it is written."""
    found: Any = data.draw(strategies.documents(document))
    assert verdict(json.loads(to_json(found)), document)


@pytest.mark.parametrize("name", catalogue.ids())
def test_every_programme_of_the_catalogue_validates(name: str):
    """The programmes that ship with the package are accepted."""
    assert verdict(to_mapping(catalogue.load(name)), Programme)


@MANY
@given(st.sampled_from(GOOD + PROGRAMMES).flatmap(strategies.damaged))
def test_what_the_schema_refuses_the_loader_refuses(found: dict[str, Any]):
    """Whatever is damaged: no schema refuses what the loader takes."""
    document = KINDS.get(str(found.get("format")), IntegrationPlan)
    if not verdict(found, document):
        assert not loads(found, document)


# -- documents made from the schemas ---------------------------------------------------------------


ENTRIES = tuple(
    option["$ref"].rpartition("/")[2]
    for option in json_schema(IntegrationPlan)["$defs"]["Entry"]["oneOf"]
)


RARE = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("name", ENTRIES)
@RARE
@given(data=st.data())
def test_entries_made_from_the_schema_are_read_or_refused(name: str, data: st.DataObject):
    """A plan with an entry that a form could send is accepted by the schema; the loader decides.

    It takes it, or tells in its own error why not; what it takes it writes as the schema wants it.
    """
    schema = json_schema(IntegrationPlan)
    entry = data.draw(made_from(schema["$defs"][name], schema))
    plan = json.loads((V1 / "plan-smallest.json").read_text(encoding="utf-8"))
    change = {"kind": "put", "entry": entry, "salt": "A" * 43}
    plan["revisions"][0].setdefault("changes", []).append(change)
    assert verdict(plan, IntegrationPlan)
    if loads(plan, IntegrationPlan):
        assert verdict(to_mapping(from_mapping(plan, IntegrationPlan)), IntegrationPlan)


@pytest.mark.parametrize("document", FORMATS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("dialect", ["2020-12", "forms"])
@RARE
@given(data=st.data())
def test_documents_made_from_a_schema_are_read_or_refused(
    document: type, dialect: Dialect, data: st.DataObject
):
    """A whole document made from a schema: what the loader takes is written as it was read."""
    schema = json_schema(document, dialect=dialect)
    found = data.draw(made_from(schema, schema))
    assert verdict(found, document)
    if loads(found, document):
        written = to_mapping(from_mapping(found, document))
        assert verdict(written, document)
        assert written == to_mapping(from_mapping(written, document))
