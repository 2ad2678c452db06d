"""What the declarations of the model mean for documents: keys, kinds, unions, families.

One reading of the types, from which readers, writers and schemas are made.
"""

import enum
import functools
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Literal, TypeGuard, TypeVar, Union, get_args, get_origin

import attrs

from integrationsplan._model import field_specs
from integrationsplan.values import AGS, ARS, Money
from integrationsplan.values._money import MoneyText

__all__ = [
    "TEXT_CLASSES",
    "Field",
    "bare",
    "cached",
    "fields_of",
    "is_enum",
    "is_model",
    "is_rule",
    "is_union",
    "kind_of",
    "maker_of_text",
    "members_of",
    "nests",
    "options_of",
    "text_of_class",
    "types_in",
]

F = TypeVar("F", bound=Callable[..., Any])


def cached(function: F) -> F:
    """Do as `functools.cache` does, and keep the type: to mypy no class is hashable."""
    return functools.cache(function)  # type: ignore[return-value]


TEXT_CLASSES: tuple[type, ...] = (AGS, ARS, Money)
"""Classes that are written as one text, by ``str``."""


def maker_of_text(wanted: Any) -> Callable[[str], Any]:  # a class of TEXT_CLASSES
    """Return what makes an object of a class from its text."""
    return Money.parse if wanted is Money else wanted


def text_of_class(wanted: Any) -> Any:  # a type of text
    """Return how a class that is written as one text is written."""
    return MoneyText if wanted is Money else fields_of(wanted)[0].annotation


@attrs.frozen
class Field:
    """A field of a class, with its type as the class is parametrised."""

    name: str
    annotation: Any
    default: Any

    @property
    def required(self) -> bool:
        """Whether the field has no default."""
        return self.default is attrs.NOTHING


@cached
def fields_of(wanted: Any) -> tuple[Field, ...]:  # a class, perhaps parametrised
    """Return the fields of a class in order of declaration."""
    origin = get_origin(wanted) or wanted
    bound = dict(zip(getattr(origin, "__parameters__", ()), get_args(wanted), strict=False))
    return tuple(
        Field(spec.name, _substitute(spec.annotation, bound), spec.default)
        for spec in field_specs(origin)
    )


def kind_of(origin: type) -> str | None:
    """Return the kind that tells a class from others in documents, if it has one."""
    kind = getattr(origin, "kind", None)
    return kind if isinstance(kind, str) and "kind" not in attrs.fields_dict(origin) else None


def bare(annotation: Any) -> Any:  # a type
    """Return a type without its constraints."""
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def types_in(annotation: Any) -> Iterator[Any]:  # a type
    """Yield a type and all that it is made of, without constraints."""
    plain = bare(annotation)
    yield plain
    for inner in get_args(plain) if get_origin(plain) is not Literal else ():
        yield from types_in(inner)


def is_union(candidate: object) -> bool:
    """Tell whether a type is a union, however it is written."""
    return get_origin(candidate) in (Union, types.UnionType)


def options_of(union: Any) -> tuple[Any, ...]:  # a type
    """Return the options of a union but that of nothing."""
    return tuple(option for option in get_args(union) if option is not type(None))


def is_enum(candidate: object) -> TypeGuard[type[enum.Enum]]:
    """Tell whether a type is an enumeration."""
    return isinstance(candidate, type) and issubclass(candidate, enum.Enum)


def is_model(candidate: Any) -> bool:
    """Tell whether a type is a class that is written as an object."""
    origin = get_origin(candidate) or candidate
    return isinstance(origin, type) and attrs.has(origin) and origin not in TEXT_CLASSES


def members_of(candidate: Any) -> tuple[type, ...]:
    """Return the classes of an open family that is told apart by kind; else nothing."""
    if not _is_of_allocation(candidate):
        return ()
    from integrationsplan.allocation import NODES, Node  # noqa: PLC0415  # plans do without

    return tuple(NODES) if candidate is Node else ()


def is_rule(candidate: Any) -> bool:
    """Tell whether a type is a named rule, which is written as its node with keys of its own."""
    if not _is_of_allocation(candidate):
        return False
    from integrationsplan.allocation import Rule  # noqa: PLC0415  # plans do without

    return candidate is Rule


@cached
def nests(wanted: Any) -> bool:
    """Tell whether objects of a class may hold, at whatever depth, others of the same class."""
    return _holds_itself(wanted, frozenset(), set())


def _holds_itself(annotation: Any, above: frozenset[Any], done: set[Any]) -> bool:
    if members_of(annotation):  # nodes hold nodes
        return True
    if not is_model(annotation):
        inner = get_args(bare(annotation))
        return any(_holds_itself(each, above, done) for each in inner)
    if annotation in above:
        return True
    if annotation not in done:
        above |= {annotation}
        if any(_holds_itself(field.annotation, above, done) for field in fields_of(annotation)):
            return True
        done.add(annotation)  # whatever it stands in, there is nothing to be found in it
    return False


def _is_of_allocation(candidate: Any) -> bool:
    return getattr(candidate, "__module__", "").startswith("integrationsplan.allocation.")


def _substitute(annotation: Any, bound: Mapping[Any, Any]) -> Any:  # a type
    """Put types in the place of type variables, wherever they stand."""
    if not bound:
        return annotation
    if isinstance(annotation, TypeVar):
        return bound.get(annotation, annotation)
    arguments = get_args(annotation)
    if not arguments:
        return annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        inner = _substitute(arguments[0], bound)
        return Annotated[inner, *arguments[1:]]
    if origin is Literal:
        return annotation
    replaced = tuple(_substitute(argument, bound) for argument in arguments)
    if origin in (Union, types.UnionType):
        return Union[replaced]  # noqa: UP007  # made from a tuple
    return origin[replaced]
