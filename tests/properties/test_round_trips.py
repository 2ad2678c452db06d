"""Every class of the public model can be drawn, and comes back from wherever it was stored."""

import copy
import importlib
import inspect
import json
import pickle
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, Generic, TypeVar, get_args, get_origin

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationsplan import evolve, from_json, from_mapping, to_json
from integrationsplan._model import field_specs, model
from integrationsplan._model._making import Signature
from integrationsplan.history import (
    Put,
    RevisedDocument,
    Revision,
    View,
    canonical_bytes,
)
from integrationsplan.parameters import DatedValue, Timeline
from integrationsplan.plan import IntegrationPlan, PlanEntry
from integrationsplan.serialization import FORMATS, Decoder, DocumentKind, decoders
from integrationsplan.serialization._bounds import Limit
from integrationsplan.serialization._thorough import read_thoroughly
from integrationsplan.testing.strategies import documents, values_of
from integrationsplan.values import Basis, CodeEntry, Money, ShortText, Unit

pytestmark = pytest.mark.slow

PACKAGES = [
    "allocation",
    "concept",
    "findings",
    "funding",
    "history",
    "parameters",
    "plan",
    "serialization",
    "values",
]
PUBLISHED = {
    Basis: st.sampled_from([Basis.STATED, Basis.INFERRED]),
    Limit: st.integers(1, 2**53 - 1),
    Money: st.integers(1 - 2**53, 2**53 - 1).map(Money),
    int: st.integers(1 - 2**53, 2**53 - 1),
}
"""What documents take: no assumptions, and no whole number that readers of JSON would change."""

T = TypeVar("T")


@model
class Held(Generic[T]):
    """Holds one value, so that everything can be a document, whatever its keys."""

    value: T


GENERIC: dict[type, Any] = {
    DatedValue: DatedValue[ShortText],
    Put: Put[PlanEntry],
    RevisedDocument: RevisedDocument[PlanEntry],
    Revision: Revision[PlanEntry],
    Timeline: Timeline[DatedValue[int]],
    View: View[IntegrationPlan],
}
"""What stands for classes that mean something with a parameter only."""

EXACT = {CodeEntry, Decimal, Fraction, Unit}
"""What no document holds: there, numbers and units are texts, and code lists come as CSV."""

SOME = settings(max_examples=8, deadline=None)
FEW = settings(max_examples=20, deadline=None)


def model_classes() -> dict[str, type]:
    """Return every public class of the model by its full name."""
    found = {}
    for package in PACKAGES:
        module = importlib.import_module(f"integrationsplan.{package}")
        for name in module.__all__:
            cls = getattr(module, name)
            made = isinstance(cls, type) and inspect.getattr_static(cls, "__signature__", None)
            if isinstance(made, Signature):
                found[f"{package}.{name}"] = cls
    return found


CLASSES = model_classes()
EVERY = pytest.mark.parametrize("cls", CLASSES.values(), ids=CLASSES.keys())


def parts(annotation: Any, seen: set[Any]) -> Iterator[Any]:
    """Yield every type that an annotation is made of, down to the last field."""
    if annotation in seen:
        return
    seen.add(annotation)
    yield annotation
    for argument in get_args(annotation):
        if isinstance(argument, type | TypeVar) or get_origin(argument) is not None:
            yield from parts(argument, seen)
    cls = get_origin(annotation) or annotation
    if isinstance(cls, type) and cls not in EXACT and attrs.has(cls):
        for field in field_specs(cls):
            yield from parts(field.annotation, seen)


def is_written(cls: type) -> bool:
    """Tell whether objects of a class have a form in documents."""
    return EXACT.isdisjoint(parts(cls, set()))


WRITTEN = pytest.mark.parametrize(
    "cls",
    [cls for cls in CLASSES.values() if is_written(cls)],
    ids=[name for name, cls in CLASSES.items() if is_written(cls)],
)


def test_nearly_every_class_has_a_form_in_documents():
    """Only code lists and what computes with exact numbers are not written."""
    assert {
        "allocation.Member",
        "allocation.Recipient",
        "allocation.Recipients",
        "allocation.Record",
        "values.CodeEntry",
        "values.CodeList",
        "values.Quantity",
        "values.Share",
    } == {name for name, cls in CLASSES.items() if not is_written(cls)}


@EVERY
@SOME
@given(st.data())
def test_every_class_comes_back_from_copies(cls: type, data: st.DataObject):
    """A strategy draws objects of the class; pickled, copied and evolved ones are equal."""
    value = data.draw(values_of(GENERIC.get(cls, cls)))
    assert isinstance(value, cls)
    copies = (
        pickle.loads(pickle.dumps(value)),  # noqa: S301  # our own bytes
        copy.copy(value),
        copy.deepcopy(value),
        evolve(value),
    )
    for other in copies:
        assert (type(value), value, hash(value)) == (type(other), other, hash(other))


@WRITTEN
@SOME
@given(st.data())
def test_every_class_comes_back_from_what_is_written(cls: type, data: st.DataObject):
    """Every reader reads what is written as an equal object, with the same canonical bytes."""
    wanted = GENERIC.get(cls, cls)
    kind: DocumentKind[Any] = DocumentKind(Held[wanted], "test/held")
    value = Held(value=data.draw(values_of(wanted, using=PUBLISHED)))
    text = to_json(value, kind=kind)
    found = [from_json(text, kind, decoder=decoder) for decoder in decoders()]
    found.append(from_mapping(json.loads(text), kind))
    content = {k: v for k, v in json.loads(text).items() if k not in ("format", "version")}
    thorough, problems = read_thoroughly(content, Held[wanted], "json")
    assert [] == problems
    for other in (*found, thorough):
        assert (type(value.value), value) == (type(other.value), other)
        assert canonical_bytes(value) == canonical_bytes(other)


@pytest.mark.parametrize("decoder", decoders())
@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.__name__)
@FEW
@given(st.data())
def test_every_document_comes_back(kind: Any, decoder: Decoder, data: st.DataObject):
    """What is written is read back equal, by every decoder, and written as the same text."""
    document = data.draw(documents(kind))
    text = to_json(document)
    found = from_json(text.encode(), kind, decoder=decoder)
    assert (type(document), document, text) == (type(found), found, to_json(found))
