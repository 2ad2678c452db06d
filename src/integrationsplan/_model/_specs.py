"""The type of a field, read once: a fast test for generated code, and a diagnosis with pointers.

Rules that hold everywhere: builtins are matched exactly, so that `True` is no `int` and a
`datetime` is no `date`; collections are tuples and `FrozenMap`; `None` only where the type says so.
"""

import datetime as dt
import enum
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import attrs

from integrationsplan import problems as kinds
from integrationsplan._language import Wording, either
from integrationsplan._model._constraints import Pattern, Test, compile_constraint
from integrationsplan._model._frozenmap import FrozenMap
from integrationsplan.problems import Problem, at_pointer, escape_token

EXACT_NAMES: dict[type, Wording] = {
    str: Wording("text", "Text"),
    int: Wording("whole number", "ganze Zahl"),
    bool: Wording("true or false", "true oder false"),
    dt.date: Wording("date", "Datum"),
    dt.datetime: Wording("moment", "Zeitpunkt"),
    bytes: Wording("bytes", "Bytes"),
    Fraction: Wording("Fraction", "Fraction"),
    Decimal: Wording("Decimal", "Decimal"),
}
_FOUND_NAMES = {
    **EXACT_NAMES,
    float: Wording("floating-point number", "Gleitkommazahl"),
    type(None): Wording("nothing (null)", "nichts (null)"),
    list: Wording("list", "Liste"),
    tuple: Wording("tuple", "Tupel"),
    dict: Wording("object", "Objekt"),
    FrozenMap: Wording("mapping", "Zuordnung"),
}


def describe_value(value: object) -> Wording:
    """Name the type of a value, never the value itself."""
    name = type(value).__name__
    return _FOUND_NAMES.get(type(value), Wording(name, name))


def _same(text: str) -> Wording:
    return Wording(text, text)


@attrs.frozen
class Spec:
    """What a field accepts. One of the subclasses below."""

    def source(self, value: str, names: dict[str, object]) -> str:
        """Return the source of an expression that is true if ``value`` is accepted."""
        raise NotImplementedError

    def problems(self, value: Any) -> Iterator[Problem]:  # any value may be asked
        """Yield everything that is wrong with ``value``."""
        raise NotImplementedError

    def describe(self) -> Wording:
        """Say what is accepted, in a few words."""
        raise NotImplementedError

    def _refuse(self, value: object) -> Problem:
        return kinds.WRONG_TYPE.at(found=describe_value(value), allowed=self.describe())


def _bind(names: dict[str, object], stem: str, value: object) -> str:
    """Give a value a name of its own in the generated code."""
    name = f"{stem}_{len(names)}"
    names[name] = value
    return name


@attrs.frozen
class Anything(Spec):
    """Accept every value (a type variable, checked by whoever binds it)."""

    def source(self, value: str, names: dict[str, object]) -> str:
        return "True"

    def problems(self, value: object) -> Iterator[Problem]:
        return iter(())

    def describe(self) -> Wording:
        return Wording("anything", "Beliebiges")


@attrs.frozen
class Exact(Spec):
    """Accept exactly one type: builtins and enumerations."""

    type: type

    def source(self, value: str, names: dict[str, object]) -> str:
        return f"type({value}) is {_bind(names, 'exact', self.type)}"

    def problems(self, value: object) -> Iterator[Problem]:
        if type(value) is not self.type:
            yield self._refuse(value)

    def describe(self) -> Wording:
        return EXACT_NAMES.get(self.type, _same(self.type.__name__))


@attrs.frozen
class Instance(Spec):
    """Accept instances of a model class."""

    type: type

    def source(self, value: str, names: dict[str, object]) -> str:
        return f"isinstance({value}, {_bind(names, 'instance', self.type)})"

    def problems(self, value: object) -> Iterator[Problem]:
        if not isinstance(value, self.type):
            yield self._refuse(value)

    def describe(self) -> Wording:
        return _same(self.type.__name__)


@attrs.frozen
class OneOf(Spec):
    """Accept one of a few literal values."""

    values: tuple[object, ...]

    def source(self, value: str, names: dict[str, object]) -> str:
        # The types are tested first, because a list cannot be hashed; and with the values, because
        # 1 equals True.
        allowed_types = _bind(names, "types", frozenset(map(type, self.values)))
        allowed = _bind(names, "allowed", frozenset((type(item), item) for item in self.values))
        return f"type({value}) in {allowed_types} and (type({value}), {value}) in {allowed}"

    def problems(self, value: object) -> Iterator[Problem]:
        if not any(type(value) is type(item) and value == item for item in self.values):
            yield self._refuse(value)

    def describe(self) -> Wording:
        listed = ", ".join(repr(value) for value in self.values)
        return Wording(f"one of {listed}", f"eines von {listed}")


@attrs.frozen
class AnyOf(Spec):
    """Accept what one of several types accepts."""

    options: tuple[Spec, ...]

    def source(self, value: str, names: dict[str, object]) -> str:
        return "(" + " or ".join(f"({o.source(value, names)})" for o in self.options) + ")"

    def problems(self, value: object) -> Iterator[Problem]:
        found = [list(option.problems(value)) for option in self.options]
        if all(found):
            # The option of the right type tells most: its problems lie deeper, or are of another
            # kind. Where there is none, the value is of the wrong type altogether.
            telling = [
                problems
                for problems in found
                if any(p.kind is not kinds.WRONG_TYPE or p.pointer for p in problems)
            ]
            yield from telling[0] if telling else [self._refuse(value)]

    def describe(self) -> Wording:
        return either(option.describe() for option in self.options)


@attrs.frozen
class Nothing(Spec):
    """Accept `None` alone."""

    def source(self, value: str, names: dict[str, object]) -> str:
        return f"{value} is None"

    def problems(self, value: object) -> Iterator[Problem]:
        if value is not None:
            yield self._refuse(value)

    def describe(self) -> Wording:
        return Wording("nothing", "nichts")


@attrs.frozen
class Items(Spec):
    """Accept a tuple whose items are all accepted by one spec."""

    item: Spec

    def source(self, value: str, names: dict[str, object]) -> str:
        inner = f"item_{len(names)}"
        names[inner] = None  # reserves the name of the loop variable
        return (
            f"type({value}) is tuple"
            f" and all([{self.item.source(inner, names)} for {inner} in {value}])"
        )

    def problems(self, value: Any) -> Iterator[Problem]:  # any value may be asked
        if type(value) is not tuple:
            yield self._refuse(value)
            return
        for index, item in enumerate(value):
            for problem in self.item.problems(item):
                yield at_pointer(problem, f"/{index}")

    def describe(self) -> Wording:
        item = self.item.describe()
        return Wording(f"tuple of {item.en}", f"Tupel aus {item.de}")


@attrs.frozen
class Entries(Spec):
    """Accept a `FrozenMap` whose keys and values are accepted."""

    key: Spec
    value: Spec

    def source(self, value: str, names: dict[str, object]) -> str:
        frozen = _bind(names, "FrozenMap", FrozenMap)
        key = f"key_{len(names)}"
        names[key] = None
        item = f"item_{len(names)}"
        names[item] = None
        tests = f"({self.key.source(key, names)}) and ({self.value.source(item, names)})"
        return f"type({value}) is {frozen} and all([{tests} for {key}, {item} in {value}.items()])"

    def problems(self, value: Any) -> Iterator[Problem]:  # any value may be asked
        if type(value) is not FrozenMap:
            yield self._refuse(value)
            return
        for place, (key, item) in enumerate(value.items(), start=1):
            of_key = list(self.key.problems(key))
            # A key that is refused is not shown: it is a text of the input like any other.
            pointer = f"/#{place}" if of_key else f"/{escape_token(key)}"
            for problem in (*of_key, *self.value.problems(item)):
                yield at_pointer(problem, pointer)

    def describe(self) -> Wording:
        value = self.value.describe()
        return Wording(f"FrozenMap of {value.en}", f"FrozenMap aus {value.de}")


@attrs.frozen
class Constrained(Spec):
    """Accept what the base accepts and what passes further tests."""

    base: Spec
    tests: tuple[Test, ...]
    metadata: tuple[object, ...]

    def source(self, value: str, names: dict[str, object]) -> str:
        parts = [self.base.source(value, names)]
        for test in self.tests:
            names.update(test.names)
            parts.append(test.source.format(v=value))
        return " and ".join(f"({part})" for part in parts)

    def problems(self, value: object) -> Iterator[Problem]:
        base = list(self.base.problems(value))
        yield from base
        if not base:
            yield from self.own_problems(value)

    def own_problems(self, value: object) -> Iterator[Problem]:
        """Yield what the first test that fails finds in a value that the base has accepted.

        Lengths are declared first: what is too long is not looked at any closer.
        """
        for test in self.tests:
            problem = test.diagnose(value)
            if problem is not None:
                yield problem
                return

    def describe(self) -> Wording:
        base = self.base.describe()
        for item in self.metadata:
            if isinstance(item, Pattern):
                return Wording(f"{base.en}: {item.en}", f"{base.de}: {item.de}")
        return base


def spec_of(annotation: Any) -> Spec:  # noqa: PLR0911  # one branch a form of type
    """Read a type annotation.

    Raises:
        TypeError: If the annotation is of a form that no model class may use.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _constrained(spec_of(arguments[0]), arguments[1:])
    if origin in (Union, types.UnionType):
        return AnyOf(tuple(spec_of(option) for option in arguments))
    if origin is Literal:
        return OneOf(arguments)
    if origin is tuple and len(arguments) == 2 and arguments[1] is ...:
        return Items(spec_of(arguments[0]))
    if origin is FrozenMap:
        return Entries(spec_of(arguments[0]), spec_of(arguments[1]))
    if annotation is None or annotation is type(None):
        return Nothing()
    if isinstance(annotation, TypeVar):
        return spec_of(annotation.__bound__) if annotation.__bound__ else Anything()
    if annotation is typing.Any:
        return Anything()
    # A parametrised model class is checked as the class; its parameter by whoever binds it.
    plain = origin or annotation
    if isinstance(plain, type):
        if plain in EXACT_NAMES or issubclass(plain, enum.Enum):
            return Exact(plain)
        if plain not in (float, list, dict, set, object, tuple):
            return Instance(plain)
    raise TypeError(f"no model class may have a field of type {annotation!r}")


def _constrained(base: Spec, metadata: tuple[object, ...]) -> Spec:
    is_text = isinstance(base, Exact) and base.type is str
    tests: list[Test] = []
    for place, constraint in enumerate(metadata):
        # The name of a nested constraint carries that of the outer one: both are in one function.
        prefix = f"test{place}_of_{id(metadata):x}"
        tests.extend(compile_constraint(constraint, is_text=is_text, prefix=prefix))
    return Constrained(base, tuple(tests), metadata)
