"""The `model` decorator: frozen, slotted, keyword-only, and checked by one generated function.

attrs collects the fields and makes the slotted class. Constructor, comparison and signature come
from here, and only when somebody asks for them: that keeps the import short and lets types refer to
classes that are declared later.
"""

import operator
from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform, overload

import attrs

from integrationsplan._model._making import Signature, constructor

C = TypeVar("C", bound=type)
M = TypeVar("M")


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
        for name, given in (
            ("__init__", _first_construction),
            ("__eq__", _equal),
            ("__hash__", _hash),
            ("__signature__", Signature()),
        ):
            if name not in plain.__dict__ or plain.__dict__[name] is None:
                setattr(plain, name, given)
        plain._is_model_class = True  # type: ignore[attr-defined]  # asked by documents
        if repr and "__repr__" not in plain.__dict__:
            setattr(plain, "__repr__", _represent)  # noqa: B010  # mypy knows no class as a namespace
        # No slot for weak references: eight bytes an object, and the twins of _making need it so.
        return attrs.frozen(kw_only=kw_only, repr=False, weakref_slot=False)(plain)

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


def _first_construction(self: Any, *args: Any, **values: Any) -> None:  # any model class
    owner: Any = next(
        base for base in type(self).__mro__ if base.__dict__.get("__init__") is _first_construction
    )
    owner.__init__ = constructor(owner)
    owner.__init__(self, *args, **values)


def _values_of(cls: Any) -> Callable[[Any], Any]:  # a model class
    """Return what reads all fields of an object at once."""
    getter: Callable[[Any], Any] | None = cls.__dict__.get("_all_values")
    if getter is None:
        names = [field.name for field in attrs.fields(cls)]
        getter = staticmethod(operator.attrgetter(*names) if names else _no_values)
        type.__setattr__(cls, "_all_values", getter)
    return getter


def _no_values(_: object) -> tuple[()]:
    return ()


def _equal(self: Any, other: object) -> Any:  # a truth, or NotImplemented
    if other.__class__ is not self.__class__:
        return NotImplemented
    values = _values_of(self.__class__)
    return values(self) == values(other)


def _hash(self: Any) -> int:
    return hash((self.__class__, _values_of(self.__class__)(self)))


def _represent(self: Any) -> str:
    cls = self.__class__
    shown = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in attrs.fields(cls) if f.repr)
    return f"{cls.__qualname__}({shown})"
