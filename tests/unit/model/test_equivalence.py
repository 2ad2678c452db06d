"""The generated check, the diagnosis and a naive reading of the types agree on every value."""

import datetime as dt
import enum
import re
import types
import typing
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal, Union

import annotated_types as at
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationsplan._model import AWARE, PLAIN, FrozenMap, Label, Pattern, model, spec_of
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import at_pointer
from integrationsplan.values import Money

WORD = Pattern("[a-z]{1,3}", "a word", "ein Wort")


class Size(enum.Enum):
    """A code list."""

    SMALL = "small"
    LARGE = "large"


class Text(str):
    """A text that is not exactly a text."""

    __slots__ = ()


EXACT = [int, str, bool, bytes, dt.date, dt.datetime, Fraction, Size]
LEAVES: list[Any] = [
    *EXACT,
    None,
    Any,
    Money,
    Literal["a", 1],
    Literal[True, "abc"],
    Literal[0],
    Annotated[int, at.Ge(0), at.Le(2)],
    Annotated[int, at.Interval(gt=-1, lt=2)],
    Annotated[str, at.Len(1, 3)],
    Annotated[str, at.Len(1, 3), PLAIN],
    Annotated[str, PLAIN],
    Annotated[str, WORD],
    Annotated[str, WORD, at.MaxLen(2), Label("x", "y")],
    Annotated[dt.datetime, AWARE],
]


def _grow(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        inner.map(lambda kind: tuple[kind, ...]),
        inner.map(lambda kind: Annotated[tuple[kind, ...], at.Len(1, 2)]),
        inner.map(lambda kind: FrozenMap[str, kind]),
        inner.map(lambda kind: FrozenMap[Annotated[str, WORD], kind]),
        inner.map(lambda kind: Annotated[kind, Label("x", "y")]),
        st.tuples(inner, inner).map(lambda kinds: Union[kinds]),  # noqa: UP007  # made at run time
        inner.map(lambda kind: Union[kind, None]),  # noqa: UP007  # made at run time
    )


annotations = st.recursive(st.sampled_from(LEAVES), _grow, max_leaves=4)

ZONES = [
    None,
    dt.UTC,
    dt.timezone(dt.timedelta(hours=5, minutes=45)),
    dt.timezone(dt.timedelta(0, 1)),
]
simple_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 3),
    st.sampled_from([0.0, 1.0, float("nan"), Decimal(1), b"a", Fraction(1), 10**30]),
    st.sampled_from(["", "a", "abc", "abcd", "A", "e\u0301", "\u202e", "\ud800", "a\n", "\u0661"]),
    st.sampled_from([Text("a"), "q" + "\u0301" * 31, Size.SMALL, Money(1), "small", int, ...]),
    st.just(dt.date(2020, 1, 1)),
    st.sampled_from(ZONES).map(lambda zone: dt.datetime(2020, 1, 1, tzinfo=zone)),
)
values = st.recursive(
    simple_values,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.lists(inner, max_size=2),
        st.dictionaries(st.sampled_from(["a", "abc", "A", "a/b"]), inner, max_size=2).map(
            FrozenMap
        ),
        st.dictionaries(st.sampled_from(["a"]), inner, max_size=1),
    ),
    max_leaves=5,
)


@st.composite
def fitting(draw: st.DrawFn, annotation: Any) -> Any:  # any type and value
    """Draw a value that has the shape of a type, though not always its constraints."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return draw(fitting(arguments[0]))
    if origin in (Union, types.UnionType):
        return draw(fitting(draw(st.sampled_from(arguments))))
    if origin is Literal:
        return draw(st.sampled_from(arguments))
    if origin is tuple:
        return tuple(draw(st.lists(fitting(arguments[0]), max_size=3)))
    if origin is FrozenMap:
        keys = st.sampled_from(["a", "abc", "A"])
        return FrozenMap(draw(st.dictionaries(keys, fitting(arguments[1]), max_size=2)))
    return draw(simple_values.filter(lambda value: type(value) is annotation) | simple_values)


@st.composite
def types_and_values(draw: st.DrawFn) -> tuple[Any, Any]:
    """Draw a type, and a value that may or may not be of it."""
    annotation = draw(annotations)
    return annotation, draw(st.one_of(values, fitting(annotation)))


def accepts(annotation: Any, value: Any) -> bool:  # a form a line
    """Tell by the words of the documentation whether a value is of a type."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Annotated:
        return accepts(arguments[0], value) and all(holds(c, value) for c in arguments[1:])
    if origin in (Union, types.UnionType):
        return any(accepts(option, value) for option in arguments)
    if origin is Literal:
        return any(type(value) is type(item) and value == item for item in arguments)
    if origin is tuple:
        return type(value) is tuple and all(accepts(arguments[0], item) for item in value)
    if origin is FrozenMap:
        return type(value) is FrozenMap and all(
            accepts(arguments[0], key) and accepts(arguments[1], item)
            for key, item in value.items()
        )
    if annotation is Any:
        return True
    if annotation in (None, type(None)):
        return value is None
    return type(value) is annotation if annotation in EXACT else isinstance(value, annotation)


def holds(constraint: Any, value: Any) -> bool:  # a constraint a line
    """Tell whether a value of the right type is within a constraint."""
    match constraint:
        case at.Ge(bound):
            return value >= bound
        case at.Le(bound):
            return value <= bound
        case at.Interval():
            return constraint.gt < value < constraint.lt
        case at.Len(least, most):
            return least <= len(value) <= most
        case at.MaxLen(most):
            return len(value) <= most
        case Pattern(regex):
            return re.fullmatch(regex, value, re.ASCII) is not None
        case Label():
            return True
    if constraint is AWARE:
        return value.tzinfo is not None and not value.utcoffset().total_seconds() % 60
    return (
        not re.search("[\u202e\ud800]", value)
        and not re.search("\u0301{31}", value)
        and unicodedata.normalize("NFC", value) == value
    )


def holder(annotation: Any) -> Any:  # any type
    """Make a model class with one field of a type."""
    return model(type("Holder", (), {"__annotations__": {"value": annotation}, "__doc__": "x"}))


@settings(deadline=None, max_examples=400)
@given(types_and_values())
def test_the_check_refuses_exactly_what_the_diagnosis_finds(pair: tuple[Any, Any]):
    """An object is made if and only if its field has no problems, and else tells them all."""
    annotation, value = pair
    expected = tuple(at_pointer(p, "/value") for p in spec_of(annotation).problems(value))
    found = None
    try:
        holder(annotation)(value=value)
    except InvalidValueError as error:
        found = error.problems
    assert (expected or None) == found


@settings(deadline=None, max_examples=400)
@given(types_and_values())
def test_the_diagnosis_agrees_with_a_naive_reading_of_the_type(pair: tuple[Any, Any]):
    """A value has problems if and only if it is not of its type or outside a constraint."""
    annotation, value = pair
    assert accepts(annotation, value) is not bool(list(spec_of(annotation).problems(value)))


@settings(deadline=None, max_examples=200)
@given(types_and_values())
def test_every_problem_can_be_said(pair: tuple[Any, Any]):
    """Whatever is wrong can be told in both languages and written out."""
    annotation, value = pair
    for problem in spec_of(annotation).problems(value):
        text = problem.text("de") + problem.text("en")
        assert "{" not in text
        assert text.encode()
