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

MADE_HERE = "_made_by_model"
"""Name of the mark that a class bears itself, and does not inherit."""

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
        own = {"__init__", "__attrs_post_init__"} & plain.__dict__.keys()
        if own:
            raise TypeError(f"{plain.__name__}: a model class has no {min(own)} of its own")

        def first(self: Any, *args: Any, **values: Any) -> None:
            # Made when the first object is, and then in the place of this here.
            if made.__dict__["__init__"] is first:
                made.__init__ = constructor(made)
            made.__init__(self, *args, **values)

        body: dict[str, Any] = {"__init__": first, "__signature__": Signature()}
        for name, given in (("__eq__", _equal), ("__hash__", _hash), ("__repr__", _represent)):
            is_wanted = name != "__repr__" or repr
            if is_wanted and plain.__dict__.get(name) is None:  # Python sets __hash__ to None
                body[name] = given
        for name, given in body.items():
            setattr(plain, name, given)
        # No slot for weak references: eight bytes an object, and the twins of _making need it so.
        made: Any = attrs.frozen(kw_only=kw_only, repr=False, weakref_slot=False)(plain)
        type.__setattr__(made, MADE_HERE, True)
        found: C = made
        return found

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
