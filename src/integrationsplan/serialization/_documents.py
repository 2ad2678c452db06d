"""Documents: what names itself by format and version, read strictly and written exactly.

``from_json`` and ``to_json`` are inverses: what was written is read back equal, and what was read
is written with the same content. Keys stand in the order of their declaration.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from integrationsplan import problems as general
from integrationsplan._language import Wording
from integrationsplan._model._specs import EXACT_NAMES
from integrationsplan.allocation import Programme, Trace
from integrationsplan.errors import DocumentError, ProblemsError, UnknownNameError
from integrationsplan.history import DeletionReceipt
from integrationsplan.plan import AccessExport, IntegrationPlan, PlanView
from integrationsplan.problems import Problem, at_pointer
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._bounds import DEFAULT_BOUNDS, Bounds
from integrationsplan.serialization._converter import converter_for, without
from integrationsplan.serialization._drafts import problems_of_meaning
from integrationsplan.serialization._leaves import Carrier
from integrationsplan.serialization._models import (
    OBJECT,
    Refused,
    is_object,
    problems_of,
    wrong_type,
)
from integrationsplan.serialization._scan import parse_json, parse_toml, refuse, refuse_deep
from integrationsplan.values import Basis

__all__ = ["FORMATS", "from_json", "from_mapping", "from_toml", "to_json", "to_mapping"]

Document: TypeAlias = (
    IntegrationPlan | PlanView | AccessExport | DeletionReceipt | Programme | Trace
)
"""What is read and written as a document of its own."""

D = TypeVar("D", IntegrationPlan, PlanView, AccessExport, DeletionReceipt, Programme, Trace)

FORMATS: Mapping[type, tuple[str, int]] = MappingProxyType(
    {
        IntegrationPlan: ("integrationsplan/plan", 1),
        PlanView: ("integrationsplan/plan-view", 1),
        AccessExport: ("integrationsplan/access", 1),
        DeletionReceipt: ("integrationsplan/deletion-receipt", 1),
        Programme: ("integrationsplan/programme", 1),
        Trace: ("integrationsplan/trace", 1),
    }
)
"""Format and newest version of each kind of document."""


def from_json(data: bytes | str, document: type[D], *, bounds: Bounds = DEFAULT_BOUNDS) -> D:
    """Read a JSON document.

    Args:
        data: The document, as UTF-8 bytes or text.
        document: What it is: one of the classes of `FORMATS`.
        bounds: How large it may be.

    Raises:
        DocumentError: If anything is wrong; holds every problem with its JSON Pointer.

    Example:
        >>> from_json('{"format": "integrationsplan/plan", "version": 2}', IntegrationPlan)
        Traceback (most recent call last):
        integrationsplan.errors.DocumentError: integrationsplan/plan: 1 problem
          /version: found a version that is not known; allowed: version 1 to 1. Update \
integrationsplan, or ask the sender for a known version.
    """
    attempt = _format_of(document)[0]
    return _read(parse_json(data, attempt, bounds), document, "json", bounds)


def from_toml(data: bytes | str, document: type[D], *, bounds: Bounds = DEFAULT_BOUNDS) -> D:
    """Read a TOML document: the same keys as JSON, with TOML's own dates.

    Raises:
        DocumentError: If anything is wrong; holds every problem with its JSON Pointer.
    """
    attempt = _format_of(document)[0]
    return _read(parse_toml(data, attempt, bounds), document, "toml", bounds)


def from_mapping(
    data: Mapping[str, Any], document: type[D], *, bounds: Bounds = DEFAULT_BOUNDS
) -> D:
    """Read a document that somebody has parsed already, in the form that JSON has.

    Raises:
        DocumentError: If anything is wrong; holds every problem with its JSON Pointer.
    """
    attempt = _format_of(document)[0]
    given: object = data
    found = dict(given) if isinstance(given, Mapping) else given
    refuse_deep(found, attempt, bounds)
    return _read(found, document, "json", bounds)


def to_mapping(document: Document) -> dict[str, Any]:
    """Return a document as plain dictionaries, lists and texts.

    Raises:
        DocumentError: If a programme holds assumed values: a what-if is no publication.
        UnknownNameError: If the object is no document.
    """
    name, version = _format_of(type(document))
    assumed = _assumed(document)
    if assumed:
        raise DocumentError(name, assumed)
    content: dict[str, Any] = converter_for("json").unstructure(document)
    return {"format": name, "version": version, **content}


def to_json(document: Document, *, indent: int | None = None) -> str:
    """Write a document as JSON text.

    Args:
        document: An object of one of the classes of `FORMATS`.
        indent: Spaces a level, for people; by default one line.

    Raises:
        DocumentError: If a programme holds assumed values: a what-if is no publication.
    """
    separators = (",", ":") if indent is None else None
    mapping = to_mapping(document)
    return json.dumps(mapping, ensure_ascii=False, indent=indent, separators=separators)


def _read(data: Any, document: type[D], carrier: Carrier, bounds: Bounds) -> D:
    name, newest = _format_of(document)
    head, content = _head(data, name, newest)
    if not head:
        try:
            fast: D = converter_for(carrier).structure(content, document)
        except (Refused, ProblemsError):  # the second reading says what was wrong
            pass
        else:
            return fast
    problems = list(head)
    if content is not None:
        try:
            converter_for(carrier, thorough=True).structure(content, document)
        except Exception as error:  # sorted out by problems_of
            problems += problems_of(error, "")
            if document is Programme:
                thorough = converter_for(carrier, thorough=True)
                problems += problems_of_meaning(content, thorough)
    raise refuse(name, problems, bounds)


def _head(data: Any, name: str, newest: int) -> tuple[list[Problem], Any]:
    """Check format and version, and return the rest of the document."""
    if not is_object(data):
        return list(wrong_type(data, OBJECT).problems), None
    if "format" not in data:
        problems = [general.MISSING_KEY.at("/format")]
    elif data["format"] != name:
        # Another kind of document: of its other keys nothing can be said.
        return [kinds.WRONG_FORMAT.at("/format", format=name)], None
    else:
        problems = []
    version = data.get("version")
    if "version" not in data:
        problems.append(general.MISSING_KEY.at("/version"))
    elif type(version) is not int:
        refused = wrong_type(version, EXACT_NAMES[int])
        problems += [at_pointer(problem, "/version") for problem in refused.problems]
    elif not 1 <= version <= newest:
        return [*problems, kinds.NEWER_VERSION.at("/version", known=newest)], None
    return problems, without(data, ("format", "version"))


def _format_of(document: type) -> tuple[str, int]:
    """Return format and newest version of a kind of document.

    Raises:
        UnknownNameError: If the class is none.
    """
    if document not in FORMATS:
        name = getattr(document, "__name__", "?")
        raise UnknownNameError(
            Wording("kind of document", "Art von Dokument"),
            name,
            (kind.__name__ for kind in FORMATS),
        )
    return FORMATS[document]


def _assumed(document: Document) -> list[Problem]:
    """Return a problem for each assumed value: what is published is stated or inferred."""
    if not isinstance(document, Programme):
        return []
    return [
        kinds.ASSUMED_IN_DOCUMENT.at(f"/parameters/{name}/values/{index}/basis")
        for name, parameter in document.parameters.items()
        for index, row in enumerate(parameter.values)
        if Basis.ASSUMED in {row.basis, *(band.basis for band in row.bands or ())}
    ]
