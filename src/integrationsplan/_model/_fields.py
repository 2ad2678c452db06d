"""The fields of a model class: names, types, what they accept, what they are called."""

import functools
import typing
from typing import Any

import attrs

from integrationsplan._model._constraints import Label
from integrationsplan._model._specs import Spec, spec_of

__all__ = ["FieldSpec", "field_specs"]


@attrs.frozen
class FieldSpec:
    """A field of a model class: its name, what it accepts, how it is labelled.

    Raises:
        TypeError: When asked what it accepts, if its type is none that a model class may use.
    """

    name: str
    annotation: Any
    default: Any
    label: Label | None

    @functools.cached_property
    def spec(self) -> Spec:
        """What the field accepts; read when it is first asked, for readers do without."""
        return spec_of(self.annotation)

    @property
    def required(self) -> bool:
        """Whether the field has no default."""
        return self.default is attrs.NOTHING


def field_specs(cls: type) -> tuple[FieldSpec, ...]:
    """Return the fields of a model class in order of declaration."""
    cached: tuple[FieldSpec, ...] | None = cls.__dict__.get("_field_specs")
    if cached is None:
        hints = typing.get_type_hints(cls, include_extras=True)
        for field in attrs.fields(cls):
            if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]  # a class
                raise TypeError(f"{field.name}: give the value itself; values never change")
            if field.converter is not None or field.validator is not None:
                raise TypeError(f"{field.name}: what it may hold, its type says; nothing is called")
            if not field.init or field.eq is not True or field.name.startswith("_"):
                raise TypeError(f"{field.name}: every field is public, given and compared")
        cached = tuple(
            FieldSpec(
                field.name,
                hints[field.name],
                field.default,
                _label_of(hints[field.name]),
            )
            for field in attrs.fields(cls)
        )
        type.__setattr__(cls, "_field_specs", cached)
    return cached


def _label_of(annotation: Any) -> Label | None:  # any type
    metadata = getattr(annotation, "__metadata__", ())
    return next((item for item in metadata if isinstance(item, Label)), None)
