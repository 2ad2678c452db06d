"""The `model` decorator: frozen, slotted, keyword-only, and checked by one generated function.

The generated check is a single boolean expression over all fields. Only when it is false is the
object diagnosed field by field, so that correct objects pay little and wrong ones are told
everything at once. The check is generated when the first object is made: that keeps the import
short and lets types refer to classes that are declared later.
"""

import functools
import typing
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, dataclass_transform, overload

import attrs

from integrationsplan._model._constraints import Label
from integrationsplan._model._specs import Spec, spec_of
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import Problem, at_pointer

C = TypeVar("C", bound=type)
M = TypeVar("M")


@attrs.frozen
class FieldSpec:
    """A field of a model class: its name, what it accepts, how it is labelled."""

    name: str
    annotation: Any
    spec: Spec
    required: bool
    label: Label | None


@overload
def model(cls: C) -> C: ...


@overload
def model(*, kw_only: bool = True, repr: bool = True) -> Callable[[C], C]: ...


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(attrs.field,))
def model(cls: C | None = None, *, kw_only: bool = True, repr: bool = True) -> C | Callable[[C], C]:
    """Make a class a checked, frozen, slotted model class.

    With ``repr=False`` it keeps the representation of its base: that of classes with personal data
    shows none of it, because representations end up in logs.

    A class may define ``_violations(self)``, which yields the problems of fields taken together;
    it is called only when every field alone is right.
    """

    def decorate(plain: C) -> C:
        def check_first(self: Any) -> None:  # any model class
            owner = _owner_of_check(type(self))
            owner.__attrs_post_init__ = _generate_check(owner)
            owner.__attrs_post_init__(self)

        plain.__attrs_post_init__ = check_first  # type: ignore[attr-defined]  # attrs calls it
        # Left out, the option makes attrs keep a representation that the class has itself.
        freeze = attrs.frozen if repr else functools.partial(attrs.frozen, repr=False)
        frozen: C = freeze(kw_only=kw_only)(plain)
        return frozen

    return decorate if cls is None else decorate(cls)


def evolve(instance: M, /, **changes: object) -> M:
    """Return a copy of a model object with some fields changed, checked like a new one.

    Raises:
        InvalidValueError: If the copy would be invalid.
        TypeError: If a field does not exist.
    """
    # attrs' own typing knows only classes that mypy has seen to be attrs classes.
    copy: M = attrs.evolve(instance, **changes)  # type: ignore[misc]
    return copy


def field_specs(cls: type) -> tuple[FieldSpec, ...]:
    """Return the fields of a model class in order of declaration."""
    cached: tuple[FieldSpec, ...] | None = cls.__dict__.get("_field_specs")
    if cached is None:
        hints = typing.get_type_hints(cls, include_extras=True)
        cached = tuple(
            FieldSpec(
                field.name,
                hints[field.name],
                spec_of(hints[field.name]),
                field.default is attrs.NOTHING,
                _label_of(hints[field.name]),
            )
            for field in attrs.fields(cls)
        )
        type.__setattr__(cls, "_field_specs", cached)
    return cached


def _label_of(annotation: Any) -> Label | None:  # any type
    metadata = getattr(annotation, "__metadata__", ())
    return next((item for item in metadata if isinstance(item, Label)), None)


def _owner_of_check(cls: type) -> Any:  # a class with a check
    """Find the class whose own, not inherited, check is to be generated."""
    return next(base for base in cls.__mro__ if "__attrs_post_init__" in base.__dict__)


def _generate_check(cls: type) -> Callable[[Any], None]:
    names: dict[str, object] = {"refuse": _refuse}
    lines = ["def __attrs_post_init__(self):"]
    tests = []
    for field in field_specs(cls):
        variable = f"value_{field.name}"
        lines.append(f"    {variable} = self.{field.name}")
        tests.append(f"({field.spec.source(variable, names)})")
    if tests:
        lines += [f"    if not ({' and '.join(tests)}):", "        refuse(self)"]
    if hasattr(cls, "_violations"):
        lines += [
            "    found = tuple(self._violations())",
            "    if found:",
            "        fail(self, found)",
        ]
        names["fail"] = _fail
    if len(lines) == 1:
        lines.append("    pass")
    # The source is made from field names and constants of our own declarations only.
    exec("\n".join(lines), names)  # noqa: S102
    return typing.cast("Callable[[Any], None]", names["__attrs_post_init__"])


def _refuse(instance: object) -> typing.NoReturn:
    _fail(instance, tuple(_diagnose(instance)))


def _fail(instance: object, found: tuple[Problem, ...]) -> typing.NoReturn:
    raise InvalidValueError(type(instance).__name__, found)


def _diagnose(instance: object) -> Iterator[Problem]:
    for field in field_specs(type(instance)):
        for problem in field.spec.problems(getattr(instance, field.name)):
            yield at_pointer(problem, f"/{field.name}")
