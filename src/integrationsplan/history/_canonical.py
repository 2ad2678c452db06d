"""The one form in bytes that an object has, so that digests can be computed over it.

The form is the JSON of documents (absent for what stands at its default, dates in ISO, codes of
enumerations) brought into the canonical order and spelling of RFC 8785. Any system that can read a
document can therefore check its digests.
"""

import datetime as dt
import enum
import functools
import json
import re
from collections.abc import Callable
from typing import Any, cast

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, field_specs
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import TOO_LARGE
from integrationsplan.values import AGS, ARS, Money

__all__ = ["canonical_bytes", "plain"]

MOST = 2**53 - 1
"""The largest whole number that every reader of JSON keeps as it is."""


def canonical_bytes(value: object) -> bytes:
    """Return the bytes of a model object, or of plain data, by RFC 8785.

    Raises:
        InvalidValueError: If it holds a whole number beyond 2^53 - 1.

    Example:
        >>> canonical_bytes({"b": [True, 2], "a": "ß"}).decode()
        '{"a":"ß","b":[true,2]}'
    """
    return _write(plain(value)).encode()


def plain(value: Any) -> Any:  # a value of a model class
    """Return what documents hold for a value: objects, lists, texts, whole numbers, truths."""
    write = _WRITERS.get(type(value))
    if write is not None:
        return write(value)
    if isinstance(value, enum.Enum):
        return value.value
    if attrs.has(type(value)):
        return _object(value)
    raise TypeError(f"no document holds a {type(value).__name__}")


def _itself(value: Any) -> Any:
    return value


def _whole(value: int) -> int:
    # RFC 8785 rests on I-JSON: beyond this, another system would read another number.
    if not -MOST <= value <= MOST:
        bound = Wording(f"at most {MOST}", f"höchstens {MOST}")
        raise InvalidValueError("canonical form", [TOO_LARGE.at(bound=bound)])
    return value


_WRITERS: dict[type, Callable[[Any], Any]] = {
    str: _itself,
    int: _whole,
    bool: _itself,
    type(None): _itself,
    dt.date: dt.date.isoformat,
    dt.datetime: dt.datetime.isoformat,
    AGS: str,
    ARS: str,
    Money: str,
    tuple: lambda value: [plain(item) for item in value],
    list: lambda value: [plain(item) for item in value],
    dict: lambda value: {key: plain(item) for key, item in value.items()},
    FrozenMap: lambda value: {key: plain(item) for key, item in value.items()},
}


def _object(value: Any) -> dict[str, Any]:  # an object of a model class
    kind, fields = _shape(cast("Any", type(value)))
    data: dict[str, Any] = {} if kind is None else {"kind": kind}
    for name, default in fields:
        item = getattr(value, name)
        # What stands at its default is left out: a field added later changes no old digest.
        if default is attrs.NOTHING or (item is not default and item != default):
            data[name] = plain(item)
    return data


@functools.cache
def _shape(cls: Any) -> tuple[str | None, tuple[tuple[str, Any], ...]]:
    """Return the kind of a class, if it has one, and its fields with their defaults."""
    attributes = attrs.fields_dict(cls)
    kind = getattr(cls, "kind", None)
    own = kind if isinstance(kind, str) and "kind" not in attributes else None
    names = [spec.name for spec in field_specs(cls)]
    return own, tuple((name, attributes[name].default) for name in names)


_sorted_by_code_points = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":")
).encode
_in_given_order = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_beyond_surrogates = re.compile("[\ue000-\U0010ffff]").search


def _write(data: Any) -> str:  # plain data
    """Write plain data by RFC 8785: no blanks, keys in the order of their UTF-16 units."""
    text = _sorted_by_code_points(data)
    if text.isascii() or _beyond_surrogates(text) is None:
        return text  # below the surrogates, code points and UTF-16 units have the same order
    return _in_given_order(_ordered(data))


def _ordered(data: Any) -> Any:  # plain data
    if isinstance(data, dict):
        keys = sorted(data, key=lambda key: key.encode("utf-16-be"))
        return {key: _ordered(data[key]) for key in keys}
    if isinstance(data, list):
        return [_ordered(item) for item in data]
    return data
