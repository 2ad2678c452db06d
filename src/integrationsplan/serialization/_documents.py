"""Documents: what names itself by format and version, read strictly and written exactly.

``from_json`` and ``to_json`` are inverses: what was written is read back equal, and what was read
is written with the same content. Keys stand in the order of their declaration.

A document is first read by the quickest means at hand, which refuse without saying why. What they
refuse is read again by the thorough reader, which finds every problem, and whose verdict counts.
"""

import copy
import importlib
import importlib.util
import json
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias, TypeVar, get_args, overload

from integrationsplan import problems as general
from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap
from integrationsplan._model._specs import EXACT_NAMES
from integrationsplan.errors import DocumentError, UnknownNameError
from integrationsplan.problems import Problem, at_pointer
from integrationsplan.serialization import _kinds
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._bounds import DEFAULT_BOUNDS, Bounds
from integrationsplan.serialization._kinds import DocumentKind, document_kind, kind_named
from integrationsplan.serialization._objects import (
    OBJECT,
    is_object,
    problems_of_type,
    repeated_below,
    without,
)
from integrationsplan.serialization._reading import Carrier, Refused, count_nothing, reader_of
from integrationsplan.serialization._scan import (
    holds_few,
    keys_of,
    nests_little,
    parse_json,
    parse_json_quickly,
    refuse,
    refuse_deep,
    refuse_large,
)
from integrationsplan.serialization._shapes import cached, nests
from integrationsplan.serialization._unknown import (
    Kept,
    Stray,
    beside,
    kept_apart,
    problems_of_strays,
    write_parsed,
)
from integrationsplan.serialization._writing import writer_of
from integrationsplan.values import Basis

__all__ = [
    "Decoder",
    "decoders",
    "from_json",
    "from_mapping",
    "from_toml",
    "migrate",
    "to_json",
    "to_mapping",
]

D = TypeVar("D")

Decoder: TypeAlias = Literal["msgspec", "json"]
"""What parses JSON: msgspec (extra ``fast``), or the standard library. Results never differ."""

Unknown: TypeAlias = Literal["refuse", "keep"]

_WISHES: tuple[Unknown, ...] = get_args(Unknown)

SAFE_DEPTH = 200
"""Levels that every parser bears, whatever stack it is called from."""


@cached
def decoders() -> tuple[Decoder, ...]:
    """Return the decoders that are installed, the quickest first: it is taken if none is named.

    Example:
        >>> decoders()[-1]
        'json'
    """
    return ("msgspec", "json") if importlib.util.find_spec("msgspec") else ("json",)


@overload
def from_json(
    data: bytes | str,
    document: type[D] | DocumentKind[D],
    *,
    bounds: Bounds = ...,
    decoder: Decoder | None = ...,
    unknown: Literal["refuse"] = ...,
) -> D: ...


@overload
def from_json(
    data: bytes | str,
    document: type[D] | DocumentKind[D],
    *,
    bounds: Bounds = ...,
    decoder: Decoder | None = ...,
    unknown: Literal["keep"],
) -> Kept[D]: ...


def from_json(
    data: bytes | str,
    document: type[D] | DocumentKind[D],
    *,
    bounds: Bounds = DEFAULT_BOUNDS,
    decoder: Decoder | None = None,
    unknown: Unknown = "refuse",
) -> D | Kept[D]:
    """Read a JSON document.

    Args:
        data: The document, as UTF-8 bytes or text.
        document: What it is: one of the classes of `FORMATS`, or a kind of your own.
        bounds: How large it may be.
        decoder: What parses it; by default the first of `decoders`.
        unknown: With ``"keep"``, keys that are not known are no problem: they are kept beside the
            document, for `to_json` to write them again.

    Raises:
        DocumentError: If anything is wrong; holds every problem with its JSON Pointer.
        UnknownNameError: If the class is no document, or the decoder is not installed.

    Example:
        >>> from integrationsplan import IntegrationPlan
        >>> from_json('{"format": "integrationsplan/plan", "version": 2}', IntegrationPlan)
        Traceback (most recent call last):
        integrationsplan.errors.DocumentError: integrationsplan/plan: 1 problem
          /version: found a version that is not known; allowed: version 1 to 1. Update \
integrationsplan, or ask the sender for a known version.
    """
    kind = document_kind(document)
    read = _read_wire if _installed(decoder) == "msgspec" else _read_plain
    if _checked(unknown) == "refuse" and bounds.hold_everything and kind.is_shipped:
        try:
            return read(data, kind, bounds)
        except Exception:  # noqa: S110  # the thorough reading tells what is wrong
            pass
    found: D | Kept[D] = _read(parse_json(data, kind.format, bounds), kind, "json", bounds, unknown)
    return found


def from_toml(
    data: bytes | str, document: type[D] | DocumentKind[D], *, bounds: Bounds = DEFAULT_BOUNDS
) -> D:
    """Read a TOML document: the same keys as JSON, with TOML's own dates.

    Raises:
        DocumentError: If anything is wrong; holds every problem with its JSON Pointer.
        UnknownNameError: If the class is no document.
    """
    from integrationsplan.serialization._toml import parse_toml  # noqa: PLC0415  # plans are JSON

    kind = document_kind(document)
    found: D = _read(parse_toml(data, kind.format, bounds), kind, "toml", bounds, "refuse")
    return found


@overload
def from_mapping(
    data: Mapping[str, Any],
    document: type[D] | DocumentKind[D],
    *,
    bounds: Bounds = ...,
    unknown: Literal["refuse"] = ...,
) -> D: ...


@overload
def from_mapping(
    data: Mapping[str, Any],
    document: type[D] | DocumentKind[D],
    *,
    bounds: Bounds = ...,
    unknown: Literal["keep"],
) -> Kept[D]: ...


def from_mapping(
    data: Mapping[str, Any],
    document: type[D] | DocumentKind[D],
    *,
    bounds: Bounds = DEFAULT_BOUNDS,
    unknown: Unknown = "refuse",
) -> D | Kept[D]:
    """Read a document that somebody has parsed already, in the form that JSON has.

    Raises:
        DocumentError: If anything is wrong; holds every problem with its JSON Pointer.
        UnknownNameError: If the class is no document.
    """
    kind = document_kind(document)
    given: object = data
    found = dict(given) if isinstance(given, Mapping) else given
    refuse_deep(found, kind.format, bounds)
    document_found: D | Kept[D] = _read(found, kind, "json", bounds, _checked(unknown))
    return document_found


def to_json(
    document: Any,  # an object of a class of `FORMATS`, or of the kind given
    *,
    kind: DocumentKind[Any] | None = None,
    indent: int | None = None,
) -> str:
    """Write a document as JSON text.

    Args:
        document: An object of one of the classes of `FORMATS`, or what `from_json` kept.
        kind: What kind of document it is, if it is one of your own.
        indent: Spaces a level, for people; by default one line.

    Raises:
        DocumentError: If a programme holds assumed values: a what-if is no publication. If a
            formula nests too deep to be read again.
        UnknownNameError: If the object is no document.
    """
    if isinstance(document, Kept):
        return write_parsed(to_mapping(document, kind=kind), indent)
    found = document_kind(type(document)) if kind is None else kind
    assumed = _assumed(document)
    if assumed:
        raise DocumentError(found.format, assumed)
    content = _content_of(document, found)
    comma = "" if content == "{}" else ","
    text = f'{{"format":"{found.format}","version":{found.version}{comma}{content[1:]}'
    return text if indent is None else write_parsed(json.loads(text), indent)


def to_mapping(document: Any, *, kind: DocumentKind[Any] | None = None) -> dict[str, Any]:
    """Return a document as plain dictionaries, lists and texts.

    Raises:
        DocumentError: If a programme holds assumed values: a what-if is no publication.
        UnknownNameError: If the object is no document.
    """
    if isinstance(document, Kept):
        content = to_mapping(document.document, kind=document._kind)
        document.put_back(content)
    else:
        content = json.loads(to_json(document, kind=kind))
    return content


def migrate(
    data: Mapping[str, Any],
    kind: DocumentKind[Any] | None = None,
    *,
    bounds: Bounds = DEFAULT_BOUNDS,
) -> dict[str, Any]:
    """Return a document of any version in its newest one.

    Args:
        data: The document, parsed.
        kind: What kind of document it is, if it is one of your own; by default it says itself.
        bounds: How large it may be.

    Raises:
        DocumentError: If anything is wrong with it, its version first of all.

    Example:
        >>> migrate({"format": "integrationsplan/plan", "version": 3})
        Traceback (most recent call last):
        integrationsplan.errors.DocumentError: integrationsplan/plan: 1 problem
          /version: found a version that is not known; allowed: version 1 to 1. Update \
integrationsplan, or ask the sender for a known version.
    """
    given: object = data
    named = given.get("format") if isinstance(given, Mapping) else None
    found = kind_named(named) if kind is None else kind
    if found is None:
        attempt = Wording("document", "Dokument")
        formats = ", ".join(sorted(name for name, _ in _kinds.FORMATS.values()))
        raise refuse(attempt, [kinds.WRONG_FORMAT.at("/format", format=formats)], bounds)
    return to_mapping(from_mapping(data, found, bounds=bounds), kind=found)


# -- quick readings --------------------------------------------------------------------------------


def _installed(decoder: Decoder | None) -> Decoder:
    installed = decoders()
    if decoder is None:
        return installed[0]
    if decoder not in installed:
        raise UnknownNameError(Wording("decoder", "Decoder"), decoder, installed)
    return decoder


@cached
def _wire() -> Any:
    """Return what needs msgspec, imported when it is first used."""
    return importlib.import_module("integrationsplan.serialization._wire")


def _read_wire(data: bytes | str, kind: DocumentKind[D], bounds: Bounds) -> D:
    content = _within(data, bounds)
    document: D
    if not nests(kind.document):
        document = _wire().wire_of(kind.document, kind.format, kind.version).read(content)
        return document
    if not nests_little(content, bounds.depth):
        raise Refused
    return _object_of(_wire().decode_plainly(content), kind, count_nothing)


def _within(data: bytes | str, bounds: Bounds) -> bytes:
    if len(data) > bounds.json_bytes:
        raise Refused
    content = data.encode() if isinstance(data, str) else bytes(data)
    if len(content) > bounds.json_bytes or not holds_few(content, bounds.values):
        raise Refused
    return content


def _read_plain(data: bytes | str, kind: DocumentKind[D], bounds: Bounds) -> D:
    content = _within(data, bounds)
    if not nests_little(content, bounds.depth if nests(kind.document) else SAFE_DEPTH):
        raise Refused
    counted: list[int] = []
    document: D = _object_of(parse_json_quickly(content.decode()), kind, counted.append)
    if sum(counted) != keys_of(content):
        raise Refused  # some key stands twice
    return document


def _object_of(data: Any, kind: DocumentKind[D], tally: Callable[[int], object]) -> D:
    """Make the object of a document of the newest version; any exception says that it is none."""
    format, version = data.pop("format"), data.pop("version")
    if format != kind.format or type(version) is not int or version != kind.version:
        raise Refused
    tally(2)
    document: D = reader_of(kind.document, "json")(data, tally)
    return document


# -- the thorough reading --------------------------------------------------------------------------


def _checked(unknown: Unknown) -> Unknown:
    if unknown not in _WISHES:
        raise UnknownNameError(Wording("wish", "Wunsch"), unknown, _WISHES)
    return unknown


def _read(
    data: Any, kind: DocumentKind[D], carrier: Carrier, bounds: Bounds, unknown: Unknown
) -> Any:  # a document, or one with what was kept
    if unknown == "keep" or not (bounds.hold_everything and kind.is_shipped):
        # The model has limits of its own for all that it knows.
        refuse_large(data, kind.format, bounds)
    problems, content = _content(data, kind)
    strays: list[Stray] = []
    if unknown == "keep" and content is not None:
        content, strays = kept_apart(content, kind.document)
        problems += problems_of_strays(strays)

    def found(document: D) -> D | Kept[D]:
        if unknown == "refuse":
            return document
        return beside(document, kind, strays, to_mapping(document, kind=kind))

    if not problems:
        try:
            document: D = reader_of(kind.document, carrier)(content, count_nothing)
        except Exception:  # noqa: S110  # told below
            pass
        else:
            return found(document)
    if content is not None:
        # Imported here: what is right needs no cattrs.
        from integrationsplan.serialization._thorough import read_thoroughly  # noqa: PLC0415

        document, more = read_thoroughly(
            content, kind.document, carrier, bounds.problems, trusting=True
        )
        problems += more
        if not problems:
            return found(document)
    raise refuse(kind.format, problems, bounds)


def _content(data: Any, kind: DocumentKind[Any]) -> tuple[list[Problem], Any]:
    """Check format and version, and return the rest of the document in its newest version."""
    if not is_object(data):
        return _wrong_type(data, "", OBJECT), None
    if "format" not in data:
        problems = [general.MISSING_KEY.at("/format")]
    elif data["format"] != kind.format:
        # Another kind of document: of its other keys nothing can be said.
        return [kinds.WRONG_FORMAT.at("/format", format=kind.format)], None
    else:
        problems = []
    version = data.get("version")
    content = without(data, ("format", "version"))
    if "version" not in data:
        problems.append(general.MISSING_KEY.at("/version"))
    elif type(version) is not int:
        problems += _wrong_type(version, "/version", EXACT_NAMES[int])
    elif not 1 <= version <= kind.version:
        return [*problems, kinds.NEWER_VERSION.at("/version", known=kind.version)], None
    else:
        if version < kind.version:
            # Upcasters know nothing of keys that stand twice, and would hide them.
            twice = list(repeated_below(content))
            if twice:
                return [*problems, *twice], None
        for step in range(version, kind.version):
            brought = _brought_up(content, kind, step)
            if isinstance(brought, Problem):
                return [*problems, brought], None
            content = brought
    return problems, content


def _brought_up(content: Any, kind: DocumentKind[Any], step: int) -> Any:
    """Return content in the next version, or the problem of an upcaster that gives none."""
    try:
        # A copy: it may be changed, and what the caller has given stays as it is.
        brought = kind.upcasters[step - 1](copy.deepcopy(content))
    except Exception as error:  # an upcaster meets whatever somebody has sent
        # Its text may repeat what was sent, so only the name of the error is told.
        return kinds.NOT_BROUGHT_UP.at("/version", version=step, error=type(error).__name__)
    if not is_object(brought):
        name = type(brought).__name__
        return kinds.NOT_BROUGHT_UP.at("/version", version=step, error=f"{name} returned")
    return brought


def _wrong_type(value: object, pointer: str, allowed: Wording) -> list[Problem]:
    return [at_pointer(problem, pointer) for problem in problems_of_type(value, allowed)]


# -- writing ---------------------------------------------------------------------------------------


def _content_of(document: Any, kind: DocumentKind[Any]) -> str:
    """Write the content of a document; one that nests too deep to be read again is refused."""
    try:
        content = _writer(kind)(document)
    except RecursionError:
        content = ""
    except UnicodeEncodeError:  # msgspec's; nothing of ours holds such texts
        content = writer_of(kind.document)(document)
    depth = DEFAULT_BOUNDS.depth
    if content and (not nests(kind.document) or nests_little(content.encode(), depth)):
        return content
    raise DocumentError(kind.format, [kinds.TOO_DEEP.at(most=depth)])


def _writer(kind: DocumentKind[Any]) -> Callable[[Any], str]:
    """Return what writes a kind of document; of ours, the same text by either means."""
    if not kind.is_shipped or decoders()[0] != "msgspec" or nests(kind.document):
        return writer_of(kind.document)
    write: Callable[[Any], str] = _wire().wire_of(kind.document, kind.format, kind.version).write
    return write


def _assumed(document: Any) -> list[Problem]:
    """Return a problem for each assumed value: what is published is stated or inferred."""
    parameters = getattr(document, "parameters", None)
    if not isinstance(parameters, FrozenMap):
        return []
    return [
        kinds.ASSUMED_IN_DOCUMENT.at(f"/parameters/{name}/values/{index}/basis")
        for name, parameter in parameters.items()
        for index, row in enumerate(parameter.values)
        if Basis.ASSUMED in {row.basis, *(band.basis for band in row.bands or ())}
    ]
