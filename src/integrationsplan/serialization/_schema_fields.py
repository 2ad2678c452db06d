"""The fields of a class as a schema sees them: parametrised, titled, described."""

import enum
import types
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import Pattern, field_specs
from integrationsplan.serialization import _schema_words as words

__all__ = ["Field", "fields_of", "kind_of", "with_form"]


@attrs.frozen
class Field:
    """A field of a class as it is parametrised.

    Attributes:
        key: Its key in documents.
        annotation: Its type.
        required: Whether every object has it.
        title: What it is called.
        description: What it means.
        default: What it is where it is absent; nothing where that cannot be written.
    """

    key: str
    annotation: Any
    required: bool
    title: Wording
    description: Wording | None = None
    default: object = None


def fields_of(wanted: Any) -> list[Field]:  # a class, perhaps parametrised
    """Return the fields of a class in order of declaration."""
    origin = get_origin(wanted) or wanted
    bound = dict(zip(getattr(origin, "__parameters__", ()), get_args(wanted), strict=False))
    meanings = words.meanings_of(origin)
    defaults = attrs.fields_dict(origin)
    return [
        Field(
            key=spec.name,
            annotation=_substitute(spec.annotation, bound),
            required=spec.required,
            title=words.title_of_field(spec),
            description=meanings.get(spec.name),
            default=_written(defaults[spec.name].default),
        )
        for spec in field_specs(origin)
    ]


def kind_of(wanted: Any) -> str | None:  # a class, perhaps parametrised
    """Return the kind that tells a class from others in documents, if it has one."""
    origin = get_origin(wanted) or wanted
    kind = getattr(origin, "kind", None)
    return kind if isinstance(kind, str) and "kind" not in attrs.fields_dict(origin) else None


def with_form(annotation: Any, meaning: Wording | None) -> Wording | None:  # a type
    """Return what a field or a class means and, where its text has a form, which one."""
    form = _form_of(annotation)
    if form is None:
        return meaning
    en, de = f"Form: {form.en}.", f"Form: {form.de}."
    return Wording(f"{meaning.en} {en}", f"{meaning.de} {de}") if meaning else Wording(en, de)


def _form_of(annotation: Any) -> Wording | None:  # a type
    """Return the form that the text of a field must have, said to people."""
    origin = get_origin(annotation)
    if origin is Annotated:
        for item in annotation.__metadata__:
            if isinstance(item, Pattern):
                return Wording(item.en, item.de)
        return _form_of(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(annotation) if option is not type(None)]
        return _form_of(options[0]) if len(options) == 1 else None
    return None


def _written(default: object) -> object:
    """Return a default as documents write it, if it is a single value."""
    if default is attrs.NOTHING:  # an enumeration too
        return None
    if isinstance(default, enum.Enum):
        return default.value
    return default if isinstance(default, str | int | bool) else None


def _substitute(annotation: Any, bound: Mapping[Any, Any]) -> Any:  # a type
    """Put types in the place of type variables, wherever they stand."""
    if isinstance(annotation, TypeVar):
        return bound.get(annotation, annotation)
    arguments, origin = get_args(annotation), get_origin(annotation)
    if not bound or not arguments or origin is Literal:
        return annotation
    if origin is Annotated:
        return Annotated[_substitute(arguments[0], bound), *arguments[1:]]
    replaced = tuple(_substitute(argument, bound) for argument in arguments)
    if origin in (Union, types.UnionType):
        return Union[replaced]  # noqa: UP007  # made from a tuple
    return origin[replaced]
