"""From a declaration to a strategy: any annotation that a model class may have.

What the declaration of a field says (type, length, bounds, form) is enough for most classes. What
fields must say together is mended in the drawn fields (`_laws`), which throws nothing away.
"""

import datetime as dt
import enum
import functools
import types
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

import annotated_types as at
import attrs
from hypothesis import strategies as st

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, Label, Pattern, RefersTo, field_specs
from integrationsplan._model._constraints import Charset, Plain
from integrationsplan.allocation import NODES, Node, Number
from integrationsplan.errors import UnknownNameError
from integrationsplan.history import Entry
from integrationsplan.plan import PlanEntry
from integrationsplan.serialization._shapes import bare
from integrationsplan.testing._texts import charset_text, pattern_text, plain_text
from integrationsplan.values import Unit

__all__ = ["LAWS", "MENDS", "Forge", "references_to"]

Strategy: TypeAlias = st.SearchStrategy[Any]

MENDS: dict[type, Callable[[dict[str, Any]], None]] = {}
"""By class, what makes fields that were drawn one by one fit together, in place."""

LAWS: dict[type, Callable[["Forge"], Strategy]] = {}
"""By class, a strategy of its own, where fields alone are not enough."""

MOST_ITEMS = 3
NESTING = 2
"""How deep nodes stand in nodes, and records in records."""

_BUILTINS: dict[Any, Strategy] = {
    str: plain_text(0, 8),
    int: st.integers(),
    bool: st.booleans(),
    bytes: st.binary(max_size=8),
    dt.date: st.dates(),
    Fraction: st.fractions(),
    Decimal: st.decimals(-(10**12), 10**12, places=3),
    Unit: st.sampled_from(["1", "EUR", "EUR/person", "fte*month", "km2"]).map(Unit.parse),
    None: st.none(),
    type(None): st.none(),
    Any: st.integers() | st.text(max_size=4),
}
_MOMENTS = st.builds(
    lambda moment, minutes: moment.replace(tzinfo=dt.timezone(dt.timedelta(minutes=minutes))),
    st.datetimes(dt.datetime(2, 1, 1), dt.datetime(9998, 12, 31)),  # noqa: DTZ001  # offset drawn
    st.sampled_from([0, 60, 120, 345, -210]) | st.integers(-1439, 1439),
)
_NAME = pattern_text("[a-z][a-z0-9_]{0,63}", 0, 10_000)


def references_to(*kinds: str) -> RefersTo:
    """Return the key under which a forge is told what ids refer to; no kinds stand for any."""
    return RefersTo(*kinds)


class Forge:
    """Makes strategies from annotations, each once.

    Args:
        using: Strategies to use in place of what the declaration says: by class or annotation, by
            pair of class and field, or by `RefersTo` for ids that refer to other entries.
    """

    def __init__(self, using: Mapping[Any, Strategy] | None = None) -> None:
        self._using: dict[Any, Strategy] = dict(using or {})
        self._made: dict[tuple[Any, int], Strategy] = {}

    def of(self, annotation: Any, depth: int = NESTING) -> Strategy:
        """Return the strategy of an annotation or class.

        Raises:
            UnknownNameError: If no model class may have a field of that kind.
        """
        annotation = _without_labels(annotation)
        if annotation in self._using:
            return self._using[annotation]
        key = (annotation, depth)
        if key not in self._made:
            self._made[key] = self._make(annotation, depth)
        return self._made[key]

    def fields(
        self, wanted: Any, depth: int = NESTING, *, without: tuple[str, ...] = ()
    ) -> st.SearchStrategy[dict[str, Any]]:
        """Return the strategy of the fields of a model class, made to fit together.

        Args:
            wanted: The class.
            depth: How deep it may hold others of its kind.
            without: Names of fields that are drawn in another way.
        """
        cls = get_origin(wanted) or wanted
        bound = dict(zip(getattr(cls, "__parameters__", ()), get_args(wanted), strict=False))
        required: dict[str, Strategy] = {}
        optional: dict[str, Strategy] = {}
        for field in field_specs(cls):
            if field.name in without:
                continue
            if depth <= 0 and not field.required and _holds(field.annotation, cls):
                continue
            annotation = _substituted(field.annotation, bound)
            if (cls, field.name) in self._using:
                strategy = self._using[cls, field.name]
            else:
                strategy = self.of(annotation if field.required else _given(annotation), depth)
            (required if field.required else optional)[field.name] = strategy
        drawn = st.fixed_dictionaries(required, optional=optional)
        mend = next((MENDS[base] for base in cls.__mro__ if base in MENDS), None)
        return drawn if mend is None else drawn.map(functools.partial(_mended, mend))

    def _make(self, annotation: Any, depth: int) -> Strategy:
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._constrained(arguments[0], annotation.__metadata__, depth)
        if origin in (Union, types.UnionType):
            return self._union(arguments, depth)
        if origin is Literal:
            return st.sampled_from(arguments)
        if origin is tuple:
            return self._items(arguments[0], 0, MOST_ITEMS, depth)
        if origin is FrozenMap:
            return self._entries(arguments, 0, MOST_ITEMS, depth)
        if isinstance(annotation, TypeVar):
            return self._of_variable(annotation, depth)
        if annotation is dt.datetime:
            return _MOMENTS
        if annotation in _BUILTINS:
            return _BUILTINS[annotation]
        return self._of_class(annotation, depth)

    def _of_class(self, annotation: Any, depth: int) -> Strategy:
        cls = get_origin(annotation) or annotation
        if not isinstance(cls, type):
            raise _unknown(annotation)
        if cls is Node:
            found = NODES if depth > 0 else (Number,)
            return st.one_of([self._later(node, depth) for node in found])
        if cls in LAWS:
            return LAWS[cls](self)
        if issubclass(cls, enum.Enum):
            return st.sampled_from(cls)
        if not attrs.has(cls):
            raise _unknown(annotation)
        try:
            # What stands inside of its own kind stands one level deeper.
            inner = depth - 1 if issubclass(cls, Node) or _holds_itself(cls) else depth
            return self.fields(annotation, inner).map(functools.partial(_built, cls))
        except TypeError:  # an attrs class that is no model class
            raise _unknown(annotation) from None

    def _later(self, annotation: Any, depth: int) -> Strategy:
        """Return the strategy of a class that may hold others of its kind, made when drawn."""
        return st.deferred(lambda: self.of(annotation, depth))

    def _of_variable(self, variable: TypeVar, depth: int) -> Strategy:
        if variable.__bound__ is Entry:
            return self.of(PlanEntry, depth)
        return self.of(variable.__bound__ or Any, depth)

    def _union(self, options: tuple[Any, ...], depth: int) -> Strategy:
        texts = [option for option in options if bare(option) is str]
        if Node in options and texts:
            nodes = [self.of(Node, depth)] if depth > 0 else []
            rest = [self.of(option, depth) for option in options if option not in (Node, *texts)]
            return st.one_of([_NAME, *rest, *nodes])
        return st.one_of([self.of(option, depth) for option in options])

    def _items(self, item: Any, least: int, most: int, depth: int) -> Strategy:
        return st.lists(self.of(item, depth), min_size=least, max_size=most).map(tuple)

    def _entries(self, of: tuple[Any, ...], least: int, most: int, depth: int) -> Strategy:
        keys, values = self.of(of[0], depth), self.of(of[1], depth)
        return st.dictionaries(keys, values, min_size=least, max_size=most).map(FrozenMap)

    def _constrained(self, base: Any, metadata: tuple[Any, ...], depth: int) -> Strategy:
        parts = list(_flat(metadata))
        referring = next((part for part in parts if isinstance(part, RefersTo)), None)
        if referring is not None:
            for key in (referring, references_to()):
                if key in self._using:
                    return self._using[key]
            return self.of(_annotated(base, [part for part in metadata if part is not referring]))
        least = max((p.min_length for p in parts if isinstance(p, at.MinLen)), default=0)
        most = min((p.max_length for p in parts if isinstance(p, at.MaxLen)), default=10_000)
        if base is str:
            return _text(parts, least, most)
        fewest = min(most, max(least, MOST_ITEMS))
        origin, arguments = get_origin(base), get_args(base)
        if origin is tuple:
            return self._items(arguments[0], least, fewest, depth)
        if origin is FrozenMap:
            return self._entries(arguments, least, fewest, depth)
        bounds = _bounds(parts)
        return st.integers(**bounds) if base is int and bounds else self.of(base, depth)


@functools.cache
def _holds_itself(cls: type) -> bool:
    """Tell whether an object of a class may hold others of it directly, as records do."""
    try:
        return any(_holds(field.annotation, cls) for field in field_specs(cls))
    except TypeError:  # an attrs class that is no model class; told by whoever asks for its fields
        return False


def _holds(annotation: Any, cls: type) -> bool:
    return annotation is cls or any(_holds(argument, cls) for argument in get_args(annotation))


def _mended(mend: Callable[[dict[str, Any]], None], fields: dict[str, Any]) -> dict[str, Any]:
    mend(fields)
    return fields


def _built(cls: Callable[..., Any], fields: dict[str, Any]) -> Any:
    return cls(**fields)


def _unknown(annotation: Any) -> UnknownNameError:
    name = getattr(annotation, "__name__", type(annotation).__name__)
    return UnknownNameError(Wording("model class", "Modellklasse"), name, ())


def _given(annotation: Any) -> Any:
    """Return what stands in a field that need not be given, if it is: absent is drawn apart."""
    if get_origin(annotation) is Annotated:
        inner = _given(get_args(annotation)[0])
        return Annotated[inner, *annotation.__metadata__]
    if get_origin(annotation) in (Union, types.UnionType):
        options = tuple(o for o in get_args(annotation) if o is not type(None))
        return Union[options]  # noqa: UP007  # made from a tuple
    return annotation


def _flat(metadata: tuple[Any, ...]) -> Iterator[Any]:
    for part in metadata:
        if isinstance(part, at.GroupedMetadata):
            yield from _flat(tuple(part))
        else:
            yield part


def _without_labels(annotation: Any) -> Any:
    """Return an annotation without what only people read."""
    if get_origin(annotation) is not Annotated:
        return annotation
    metadata = [part for part in annotation.__metadata__ if not isinstance(part, Label)]
    return _annotated(get_args(annotation)[0], metadata)


def _annotated(base: Any, metadata: list[Any]) -> Any:
    return Annotated[base, *metadata] if metadata else base


def _text(parts: list[Any], least: int, most: int) -> st.SearchStrategy[str]:
    for part in parts:
        if isinstance(part, Pattern):
            return pattern_text(part.regex, least, most)
        if isinstance(part, Charset):
            return charset_text(part, least, most)
    lines = any(part.lines for part in parts if isinstance(part, Plain))
    return plain_text(least, most, lines=lines)


def _bounds(parts: list[Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in parts:
        if isinstance(part, at.Ge | at.Gt):
            found["min_value"] = part.ge if isinstance(part, at.Ge) else part.gt + 1  # type: ignore[assignment, operator]  # bounds of whole numbers are such
        elif isinstance(part, at.Le | at.Lt):
            found["max_value"] = part.le if isinstance(part, at.Le) else part.lt - 1  # type: ignore[assignment, operator]
    return found


def _substituted(annotation: Any, bound: Mapping[Any, Any]) -> Any:
    """Put types in the place of type variables, wherever they stand."""
    if not bound or get_origin(annotation) is Literal:
        return annotation
    if isinstance(annotation, TypeVar):
        return bound.get(annotation, annotation)
    arguments = get_args(annotation)
    if not arguments:
        return annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        return Annotated[_substituted(arguments[0], bound), *annotation.__metadata__]
    replaced = tuple(_substituted(argument, bound) for argument in arguments)
    if origin in (Union, types.UnionType):
        return Union[replaced]  # noqa: UP007  # made from a tuple
    return origin[replaced]
