"""The plan as plain attrs classes with stock validators, read by cattrs: strict and detailed.

The classes are made from the declarations in `peer_msgspec`, so that fields, lengths, bounds and
patterns are the same: lengths, bounds and patterns become attrs validators, types are the
converter's. cattrs coerces what is not of the type asked for, unless it is told otherwise; here it
is told. Left out is what the other peers lack too.
"""

import datetime as dt
import re
import types
import typing
from collections.abc import Callable
from functools import reduce
from typing import Annotated, Any, get_args, get_origin

import attrs
import cattrs
import msgspec
import peer_msgspec
from attrs import validators
from cattrs.preconf.orjson import OrjsonConverter, make_converter

_date = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_moment = re.compile(r"[0-9-]{10}T[0-9:.]{8,15}(Z|[+-][0-9]{2}:[0-9]{2})").fullmatch
_mirrors: dict[Any, type] = {}


def _mirror(struct: Any) -> type:
    """Return the attrs class of a Struct."""
    if struct not in _mirrors:
        hints = typing.get_type_hints(struct, include_extras=True)
        fields = {
            field.encode_name: attrs.field(
                type=_plain(hints[field.name]),
                validator=_validator(hints[field.name]),
                default=attrs.NOTHING if field.required else field.default,
            )
            for field in msgspec.structs.fields(struct)
        }
        made = attrs.make_class(struct.__name__, fields, frozen=True, slots=True, kw_only=True)
        _mirrors[struct] = made
    return _mirrors[struct]


def _plain(annotation: Any) -> Any:
    """Return a type without its constraints, and with attrs classes for Structs."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) in (types.UnionType, typing.Union):
        return reduce(lambda left, right: left | right, map(_plain, get_args(annotation)))
    if get_origin(annotation) is tuple:
        return tuple[_plain(get_args(annotation)[0]), ...]
    is_struct = isinstance(annotation, type) and issubclass(annotation, msgspec.Struct)
    return _mirror(annotation) if is_struct else annotation


def _validator(annotation: Any) -> Any:  # a validator, or nothing
    """Return what checks the constraints of a type, if it has any."""
    found: list[Any] = []
    if get_origin(annotation) is Annotated:
        annotation, meta = get_args(annotation)
        found += _constraints(meta)
    if get_origin(annotation) in (types.UnionType, typing.Union):
        inner = next(filter(None, map(_validator, get_args(annotation))), None)
        return None if inner is None else validators.optional(inner)
    if get_origin(annotation) is tuple:
        inner = _validator(get_args(annotation)[0])
        if inner is not None:
            found.append(validators.deep_iterable(member_validator=inner))
    return validators.and_(*found) if found else None


def _constraints(meta: msgspec.Meta) -> list[Any]:
    known: dict[str, Callable[[Any], Any]] = {
        "min_length": validators.min_len,
        "max_length": validators.max_len,
        "pattern": validators.matches_re,
        "ge": validators.ge,
        "le": validators.le,
    }
    return [make(v) for name, make in known.items() if (v := getattr(meta, name)) is not None]


def _converter() -> OrjsonConverter:
    made = make_converter(forbid_extra_keys=True, detailed_validation=True)
    for primitive in (str, int, bool):
        made.register_structure_hook(primitive, _exact)
    made.register_structure_hook(dt.date, _read_date)
    made.register_structure_hook(dt.datetime, _read_moment)
    target = _tagged(made, peer_msgspec.Target)
    made.register_structure_hook(
        target | None, lambda value, _: None if value is None else made.structure(value, target)
    )
    _tagged(made, peer_msgspec.Entry)
    _tagged(made, peer_msgspec.Change)
    return made


def _exact(value: Any, wanted: Any) -> Any:
    if type(value) is not wanted:
        raise TypeError
    return value


def _read_date(value: Any, _: object) -> dt.date:
    if type(value) is not str or _date(value) is None:
        raise ValueError
    return dt.date.fromisoformat(value)


def _read_moment(value: Any, _: object) -> dt.datetime:
    if type(value) is not str or _moment(value) is None:
        raise ValueError
    return dt.datetime.fromisoformat(value)


def _tagged(converter: OrjsonConverter, structs: Any) -> Any:
    tags = {_mirror(s): s.__struct_config__.tag for s in get_args(structs)}
    union = _plain(structs)
    cattrs.strategies.configure_tagged_union(union, converter, tags.__getitem__, "kind")
    return union


Plan = _mirror(peer_msgspec.Plan)
_loads = _converter().loads


def load(data: bytes) -> Any:  # an object of the class that was made
    """Read a plan."""
    return _loads(data, Plan)


def report(error: Exception) -> list[str]:
    """Tell what is wrong, a line each."""
    return cattrs.transform_error(error)
