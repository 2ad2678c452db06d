"""Keys that are not known, kept beside a document and written again where they were.

For systems that must pass on what they do not know. Digests do not cover what is kept, and nobody
checks it.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from json.encoder import encode_basestring
from typing import Any, Generic, TypeAlias, TypeVar, get_args, get_origin

import attrs

from integrationsplan import problems as general
from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap
from integrationsplan._model._specs import EXACT_NAMES, describe_value
from integrationsplan.problems import Problem, at_pointer, escape_token
from integrationsplan.serialization._kinds import DocumentKind
from integrationsplan.serialization._objects import is_object, repeated_keys
from integrationsplan.serialization._scan import Number, RepeatedKeys
from integrationsplan.serialization._shapes import (
    bare,
    fields_of,
    is_model,
    is_rule,
    is_union,
    kind_of,
    members_of,
    options_of,
)

__all__ = ["Kept", "Stray", "beside", "kept_apart", "problems_of_strays", "write_parsed"]

_find_surrogate = re.compile("[\ud800-\udfff]").search

D = TypeVar("D")
D_co = TypeVar("D_co", covariant=True)

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices on the way from the document to a value."""


@attrs.frozen
class Stray:
    """A key that is not known: the way to it, what it held, what stood on the way.

    Attributes:
        path: The way.
        value: What it held, as parsed.
        beside: The single values of each object on the way, as documents have them.
    """

    path: Path
    value: Any
    beside: tuple[Any, ...] = ()


@attrs.frozen(repr=False)
class Kept(Generic[D_co]):
    """A document, and the keys of it that were not known.

    Attributes:
        document: The document.

    Example:
        >>> from integrationsplan import IntegrationPlan, from_json, to_json
        >>> from integrationsplan.testing import a_plan
        >>> text = to_json(a_plan())[:-1] + ',"colour":"red"}'
        >>> kept = from_json(text, IntegrationPlan, unknown="keep")
        >>> kept.unknown
        ('/colour',)
        >>> to_json(kept) == text
        True
    """

    document: D_co
    _kind: DocumentKind[Any]
    _strays: tuple[Stray, ...] = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """Where the keys stood, as JSON Pointers."""
        return tuple(_pointer(stray.path) for stray in self._strays)

    def of(self, document: D) -> "Kept[D]":
        """Return the same keys beside another state of the document, such as a revised plan.

        A key goes along only where its object still stands and says the same in its single values:
        what was kept of an entry is gone when the entry is erased. Keys beside the plan and beside
        its revisions stay: what they hold, nobody here knows.
        """
        from integrationsplan.serialization._documents import to_mapping  # noqa: PLC0415  # a ring

        mapping = to_mapping(document, kind=self._kind)
        strays = tuple(stray for stray in self._strays if _place_of(stray, mapping) is not None)
        return Kept(document, self._kind, strays)

    def put_back(self, mapping: dict[str, Any]) -> None:
        """Put the keys back into a mapping of the document."""
        places = [(stray, _place_of(stray, mapping)) for stray in self._strays]
        for stray, place in places:
            if place is not None:
                place[str(stray.path[-1])] = stray.value

    def __repr__(self) -> str:
        return f"<Kept: {self.document!r} and {len(self._strays)} unknown keys>"


def beside(
    document: D, kind: DocumentKind[D], strays: Sequence[Stray], mapping: dict[str, Any]
) -> Kept[D]:
    """Return a document with the keys that were kept apart from it.

    Args:
        document: The document as it was read.
        kind: What kind of document it is.
        strays: The keys.
        mapping: The document as it is written.
    """
    return Kept(
        document,
        kind,
        tuple(
            attrs.evolve(stray, beside=tuple(map(_single_values, objects)))
            for stray in strays
            if (objects := _on_the_way(mapping, stray.path)) is not None
        ),
    )


def kept_apart(content: Any, wanted: Any) -> tuple[Any, list[Stray]]:
    """Return the content of a document without its unknown keys, and these."""
    strays: list[Stray] = []
    return _known(content, wanted, (), strays), strays


def problems_of_strays(strays: Iterable[Stray]) -> list[Problem]:
    """Return what cannot be passed on: what JSON has not, and keys that stand twice."""
    return [p for stray in strays for p in _problems_of(stray.value, _pointer(stray.path))]


def write_parsed(value: Any, indent: int | None = None, depth: int = 0) -> str:
    """Write parsed JSON; numbers that were not even read stand as they were sent."""
    if isinstance(value, Number):
        return value.text
    if not isinstance(value, dict | list) or not value:
        return json.dumps(value, ensure_ascii=False)
    colon, comma, start, end = ":", ",", "", ""
    if indent is not None:
        colon, start = ": ", "\n" + " " * indent * (depth + 1)
        comma, end = f",{start}", "\n" + " " * indent * depth
    if isinstance(value, list):
        items = [write_parsed(each, indent, depth + 1) for each in value]
        return f"[{start}{comma.join(items)}{end}]"
    pairs = [
        f"{encode_basestring(key)}{colon}{write_parsed(each, indent, depth + 1)}"
        for key, each in value.items()
    ]
    return f"{{{start}{comma.join(pairs)}{end}}}"


_JSON = Wording("value of JSON", "Wert von JSON")


def _problems_of(value: object, pointer: str) -> Iterator[Problem]:
    if isinstance(value, str):
        if not value.isascii() and (found := _find_surrogate(value)):
            yield general.NOT_PLAIN.at(pointer, position=found.start() + 1)
    elif isinstance(value, dict) and is_object(value):
        yield from (at_pointer(problem, pointer) for problem in repeated_keys(value))
        for key, item in value.items():
            place = f"{pointer}/{escape_token(key)}"
            if type(key) is str:
                yield from _problems_of(key, place)
            else:
                found_type = describe_value(key)
                yield general.WRONG_TYPE.at(pointer, found=found_type, allowed=EXACT_NAMES[str])
            yield from _problems_of(item, place)
    elif type(value) is list:
        for index, item in enumerate(value):
            yield from _problems_of(item, f"{pointer}/{index}")
    elif isinstance(value, Number):
        if value.text.endswith(("N", "y")):  # NaN and Infinity, which JSON has not
            found_name = Wording("NaN or Infinity", "NaN oder Infinity")
            yield general.WRONG_TYPE.at(pointer, found=found_name, allowed=_JSON)
    elif not (
        value is None
        or type(value) in (bool, int)
        or (type(value) is float and math.isfinite(value))
    ):
        yield general.WRONG_TYPE.at(pointer, found=describe_value(value), allowed=_JSON)


def _known(value: Any, wanted: Any, path: Path, strays: list[Stray]) -> Any:
    """Return a value without its unknown keys; what has not the form wanted stays as it is."""
    wanted = bare(wanted)
    if is_union(wanted) or members_of(wanted):
        wanted = _variant(value, wanted)
    arguments = get_args(wanted)
    if get_origin(wanted) is tuple and type(value) is list:
        return [_known(each, arguments[0], (*path, n), strays) for n, each in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if get_origin(wanted) is FrozenMap:
        found = {
            key: _known(each, arguments[1], (*path, key), strays) for key, each in value.items()
        }
    elif is_model(wanted):
        types = _types_of(value, wanted)
        strays += [Stray((*path, key), each) for key, each in value.items() if key not in types]
        found = {
            key: _known(each, types[key], (*path, key), strays)
            for key, each in value.items()
            if key in types
        }
    else:
        return value
    if not isinstance(value, RepeatedKeys):
        return found
    marked = RepeatedKeys(found)
    marked.repeated = value.repeated
    return marked


def _types_of(value: dict[str, Any], wanted: Any) -> dict[str, Any]:
    """Return the keys that an object may have, with the types of what they hold."""
    types: dict[str, Any] = {field.name: field.annotation for field in fields_of(wanted)}
    if kind_of(get_origin(wanted) or wanted) is not None:
        types["kind"] = None
    if is_rule(wanted):  # written as its node, with keys of its own
        node = _variant(value, types.pop("node"))
        types |= dict.fromkeys(value) if node is None else _types_of(value, node)
    return types


def _variant(value: Any, family: Any) -> Any:
    """Return the class that an object's kind names, or the only one; else nothing."""
    options = options_of(family) if is_union(family) else (family,)
    variants = [v for option in options for v in members_of(option) or (option,)]
    if len(variants) == 1:
        return variants[0]
    kind = value.get("kind") if isinstance(value, dict) else None
    return next((v for v in variants if getattr(get_origin(v) or v, "kind", 0) == kind), None)


def _pointer(path: Path) -> str:
    return "".join(f"/{escape_token(token)}" for token in path)


def _place_of(stray: Stray, mapping: dict[str, Any]) -> dict[str, Any] | None:
    """Return the object that a key belongs into, if all on the way says what it said."""
    objects = _on_the_way(mapping, stray.path)
    if objects is None or stray.beside != tuple(map(_single_values, objects)):
        return None
    return objects[-1]


def _on_the_way(mapping: dict[str, Any], path: Path) -> list[dict[str, Any]] | None:
    """Return the objects on the way to a key, that which holds it last; nothing if one is gone."""
    objects = [mapping]
    place: Any = mapping
    for token in path[:-1]:
        try:
            place = place[token]
        except (KeyError, IndexError, TypeError):
            return None
        if isinstance(place, dict):
            objects.append(place)
    return objects if place is objects[-1] else None


def _single_values(value: dict[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in value.items() if not isinstance(each, dict | list)}
