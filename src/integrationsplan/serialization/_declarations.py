"""Whether a class of one's own can be read and written: told when its kind is made, not later."""

import datetime as dt
from typing import Any, Literal, get_args, get_origin

from integrationsplan._model import FrozenMap, field_specs
from integrationsplan._model._decorator import MADE_HERE
from integrationsplan.serialization._shapes import (
    TEXT_CLASSES,
    bare,
    fields_of,
    is_enum,
    is_model,
    is_rule,
    is_union,
    kind_of,
    members_of,
    options_of,
    types_in,
)

__all__ = ["refuse_undeclared"]

_SINGLE = (str, int, bool, dt.date, dt.datetime)
"""Types of values that hold no others."""


def refuse_undeclared(wanted: Any, seen: set[Any]) -> None:
    """Refuse a class that `model` has not made, or that holds objects of such a class.

    Readers and writers rest on what `model` checks whenever an object is made.

    Raises:
        ValueError: If there is one.
    """
    if wanted in seen:
        return
    seen.add(wanted)
    if isinstance(wanted, type) and MADE_HERE not in wanted.__dict__:
        raise ValueError(
            f"{wanted.__name__} is not declared with integrationsplan.model.model, which checks "
            "what an object holds"
        )
    try:
        fields = fields_of(wanted)
        for spec in field_specs(get_origin(wanted) or wanted):
            _ = spec.spec  # read now: what it does not understand is refused here
    except (TypeError, NameError) as error:
        raise ValueError(f"{wanted}: {error}") from None
    for field in fields:
        odd = _odd_in(field.annotation, may_be_absent=field.default is None)
        if odd is not None:
            raise ValueError(f"{wanted}: {field.name}: {odd}")
        for inner in types_in(field.annotation):
            if is_model(inner) and not members_of(inner) and not is_rule(inner):
                refuse_undeclared(inner, seen)


def _odd_in(annotation: Any, *, may_be_absent: bool) -> str | None:  # noqa: PLR0911
    """Say what of a type cannot be written and read again, if there is anything."""
    plain = bare(annotation)
    arguments = get_args(plain)
    if is_union(plain):
        options = options_of(plain)
        if len(options) < len(arguments) and not may_be_absent:
            return "only a field whose default is None may be absent"
        if len(options) == 1:
            return _odd_in(options[0], may_be_absent=False)
        objects: list[Any] = [option for option in options if bare(option) is not str]
        if len(objects) < len(options) - 1 or not all(
            members_of(option)
            or (is_model(option) and kind_of(get_origin(option) or option) is not None)
            for option in objects
        ):
            return "a union is one of classes with a kind, and perhaps a text"
        return None
    if plain in _SINGLE or plain in TEXT_CLASSES or is_model(plain):
        return None
    if is_enum(plain) and all(type(member.value) is str for member in plain):
        return None
    if get_origin(plain) is Literal and all(type(code) is str for code in arguments):
        return None
    if get_origin(plain) is tuple and arguments[1:] == (...,):
        return _odd_in(arguments[0], may_be_absent=False)
    if get_origin(plain) is FrozenMap and bare(arguments[0]) is str:
        return _odd_in(arguments[1], may_be_absent=False)
    return f"no document holds a value of type {plain}"
