"""Keys that are not known, kept beside a document and written again where they were.

For systems that must pass on what they do not know. Digests do not cover what is kept, and nobody
checks it.
"""

import json
from collections.abc import Sequence
from typing import Any, Generic, TypeAlias, TypeVar, get_args, get_origin

import attrs

from integrationsplan._model import FrozenMap
from integrationsplan.problems import escape_token
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

__all__ = ["Kept", "Stray", "beside", "kept_apart", "write_parsed"]

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
        >>> from integrationsplan import from_json, to_json
        >>> from integrationsplan.serialization import DocumentKind
        >>> from integrationsplan.values import Period
        >>> kind = DocumentKind(Period, "example/period")
        >>> text = '{"format":"example/period","version":1,"start":"2018-01-01","colour":"red"}'
        >>> kept = from_json(text, kind, unknown="keep")
        >>> kept.document.start, kept.unknown
        (datetime.date(2018, 1, 1), ('/colour',))
        >>> to_json(kept, kind=kind) == text
        True
    """

    document: D_co
    _strays: tuple[Stray, ...] = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """Where the keys stood, as JSON Pointers."""
        return tuple(
            "".join(f"/{escape_token(token)}" for token in stray.path) for stray in self._strays
        )

    def of(self, document: D) -> "Kept[D]":
        """Return the same keys beside another state of the document, such as a revised plan.

        A key is written only where its object still stands and says the same in its single values:
        what was kept of an entry is gone when the entry is erased.
        """
        return Kept(document, self._strays)

    def put_back(self, mapping: dict[str, Any]) -> None:
        """Put the keys back into a mapping of the document."""
        found = [
            (stray, objects[-1])
            for stray in self._strays
            if (objects := _on_the_way(mapping, stray.path)) is not None
            and stray.beside == tuple(map(_single_values, objects))
        ]
        for stray, place in found:
            place[str(stray.path[-1])] = stray.value

    def __repr__(self) -> str:
        return f"<Kept: {self.document!r} and {len(self._strays)} unknown keys>"


def beside(document: D, strays: Sequence[Stray], mapping: dict[str, Any]) -> Kept[D]:
    """Return a document with the keys that were kept apart from it.

    Args:
        document: The document as it was read.
        strays: The keys.
        mapping: The document as it is written.
    """
    return Kept(
        document,
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


def write_parsed(value: Any, indent: int | None = None) -> str:
    """Write parsed JSON; numbers that were not even read stand as they were sent."""
    numbers: list[str] = []

    def stand_in(number: object) -> str:
        if not isinstance(number, Number):
            raise TypeError(f"no parsed JSON: {type(number).__name__}")
        numbers.append(number.text)
        return f"{mark}{len(numbers) - 1}\x00"

    # No document holds this: control characters are refused in texts, and escaped in others.
    mark = "\x00number "
    separators = (",", ":") if indent is None else None
    text = json.dumps(
        value, ensure_ascii=False, indent=indent, separators=separators, default=stand_in
    )
    for place, number in enumerate(numbers):
        text = text.replace(json.dumps(f"{mark}{place}\x00"), number, 1)
    return text


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
