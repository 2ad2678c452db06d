"""Fields are read from their types: what they accept, and what they say of the rest."""

import datetime as dt
import enum
from collections.abc import Iterable
from fractions import Fraction
from typing import Annotated, Any, Generic, Literal, TypeVar

import annotated_types as at
import pytest

from integrationsplan._model import (
    AWARE,
    PLAIN,
    PLAIN_LINES,
    Label,
    Pattern,
    Spec,
    describe_value,
    spec_of,
)
from integrationsplan.values import FrozenMap, Money, Period

T = TypeVar("T")
B = TypeVar("B", bound=int)


class Size(enum.Enum):
    """A code list."""

    SMALL = "small"


class Box(Generic[T]):
    """Something with a parameter."""


class Text(str):
    """A text that is not exactly a text."""

    __slots__ = ()


class Number(int):
    """A number that is not exactly a number."""


MOMENT = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
NAIVE = dt.datetime(2020, 1, 1)  # noqa: DTZ001  # naive on purpose
SECONDS = MOMENT.astimezone(dt.timezone(dt.timedelta(seconds=90)))


def found(annotation: object, value: object) -> list[tuple[str, str]]:
    """Return codes and places of what is wrong with a value."""
    return [(problem.code, problem.pointer) for problem in spec_of(annotation).problems(value)]


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        (int, 1), (str, "a"), (bool, True), (bytes, b"a"), (Fraction, Fraction(1, 2)),
        (dt.date, dt.date(2020, 1, 1)), (dt.datetime, NAIVE), (Size, Size.SMALL), (None, None),
        (type(None), None), (Any, object()), (T, 0.5), (B, 5), (Money, Money(1)),
        (Box[int], Box()), (Literal["a", 1], 1), (Literal[True], True),
        (int | None, None), (int | str, "a"),
        (tuple[int, ...], ()), (tuple[int, ...], (1, 2)),
        (FrozenMap[str, int], FrozenMap({"a": 1})),
        (Annotated[int, at.Ge(1), at.Le(2)], 2), (Annotated[int, at.Interval(gt=0, lt=2)], 1),
        (Annotated[str, at.Len(1, 2)], "ab"), (Annotated[str, at.MinLen(1)], "ab"),
        (Annotated[tuple[int, ...], at.MaxLen(1)], (1,)), (Annotated[str, PLAIN], "ä"),
        (Annotated[str, PLAIN_LINES], "ä\t\n"),
        (Annotated[str, Pattern("a+", "as", "as")], "aaa"), (Annotated[dt.datetime, AWARE], MOMENT),
        (Annotated[int, Label("a", "b")], 1), (Annotated[int | None, Label("a", "b")], None),
    ],
)  # fmt: skip
def test_right_values_have_no_problems(annotation: object, value: object):
    """A value of the type and within the constraints is taken."""
    assert [] == found(annotation, value)


@pytest.mark.parametrize(
    ("annotation", "value"),
    [
        (int, True), (int, 1.0), (int, Number(1)), (int, "1"), (int, None), (bool, 1), (bool, 0),
        (str, Text("a")), (str, b"a"), (str, 1), (bytes, bytearray(b"a")), (Fraction, 1),
        (Fraction, 0.5), (dt.date, MOMENT), (dt.datetime, dt.date(2020, 1, 1)), (Size, "small"),
        (None, 0), (B, True), (Money, 1), (Money, Period()), (Box[int], 1), (Literal[1], True),
        (Literal[1], 1.0), (Literal[True], 1), (Literal["a"], Text("a")), (Literal["a"], []),
        (int | None, ""), (tuple[int, ...], [1]), (tuple[int, ...], None),
        (FrozenMap[str, int], {"a": 1}), (FrozenMap[str, int], None),
        (Annotated[str, at.Len(1)], None), (Annotated[dt.datetime, AWARE], dt.date(2020, 1, 1)),
    ],
)  # fmt: skip
def test_wrong_types_are_refused_whole(annotation: object, value: object):
    """Nothing passes for a type that it only resembles."""
    assert [("wrong_type", "")] == found(annotation, value)


@pytest.mark.parametrize(
    ("code", "annotation", "value"),
    [
        ("too_small", Annotated[int, at.Ge(1)], 0),
        ("too_small", Annotated[int, at.Gt(0)], 0),
        ("too_large", Annotated[int, at.Le(1)], 2),
        ("too_large", Annotated[int, at.Lt(1)], 1),
        ("too_short", Annotated[str, at.Len(1, 2)], ""),
        ("too_long", Annotated[str, at.Len(1, 2)], "abc"),
        ("too_short", Annotated[tuple[int, ...], at.MinLen(1)], ()),
        ("too_many", Annotated[tuple[int, ...], at.MaxLen(1)], (1, 2)),
        ("too_many", Annotated[FrozenMap[str, int], at.MaxLen(0)], FrozenMap({"a": 1})),
        ("wrong_form", Annotated[str, Pattern("a+", "as", "as")], "aab"),
        ("wrong_form", Annotated[str, Pattern("a+", "as", "as")], "aaa\n"),
        ("wrong_form", Annotated[str, Pattern(r"\d", "digit", "Ziffer")], "\u0661"),
        ("not_plain_text", Annotated[str, PLAIN], "\u202e"),
        ("not_nfc", Annotated[str, PLAIN], "e\u0301"),
        ("naive_moment", Annotated[dt.datetime, AWARE], NAIVE),
        ("naive_moment", Annotated[dt.datetime, AWARE], SECONDS),
        ("too_small", Annotated[int, at.Ge(1)] | None, 0),
        ("too_long", Annotated[str, at.Len(0, 1)] | int, "ab"),
    ],
)
def test_constraints_are_told_by_code(code: str, annotation: object, value: object):
    """A value of the right type outside a constraint has the problem of that constraint."""
    assert [(code, "")] == found(annotation, value)


@pytest.mark.parametrize(
    ("place", "annotation", "value"),
    [
        ("/1", tuple[int, ...], (1, "2")),
        ("/1/0", tuple[tuple[int, ...], ...], ((), (None,))),
        ("/a", FrozenMap[str, int], FrozenMap({"a": "1"})),
        ("/a~1b~0c", FrozenMap[str, int], FrozenMap({"a/b~c": "1"})),
        ("/a/0", FrozenMap[str, tuple[int, ...]], FrozenMap({"a": ("1",)})),
        ("/0", tuple[int, ...] | None, ("1",)),
        ("/a", FrozenMap[str, int] | None, FrozenMap({"a": "1"})),
        ("/0", Annotated[tuple[int, ...], at.Len(1, 2)] | None, ("1",)),
    ],
)
def test_wrong_parts_are_told_at_their_place(place: str, annotation: object, value: object):
    """The pointer leads to the part that is wrong, through optional fields too."""
    assert [("wrong_type", place)] == found(annotation, value)


def test_every_wrong_part_is_told():
    """A diagnosis goes on after the first problem."""
    assert [("wrong_type", "/0"), ("wrong_type", "/2")] == found(tuple[int, ...], ("a", 1, "b"))


def test_mixed_literals_do_not_pass_for_each_other():
    """Where zero and true are allowed, one and false are not."""
    spec = spec_of(Literal[0, True])
    names: dict[str, object] = {}
    source = spec.source("value", names)
    fast = [eval(source, names | {"value": value}) for value in (0, True, 1, False)]  # noqa: S307  # our own source
    slow = [not list(spec.problems(value)) for value in (0, True, 1, False)]
    assert ([True, True, False, False],) * 2 == (fast, slow)


@pytest.mark.parametrize(
    "key", ["Zq7-Geheim\u202e", "Zq7-Geheim" * 100_000], ids=["hidden mark", "endless"]
)
def test_a_wrong_key_is_not_repeated(key: str):
    """A key that is refused may be a name, and is not part of the place."""
    keys = Annotated[str, at.Len(1, 64), PLAIN]
    problems = spec_of(FrozenMap[keys, int]).problems(FrozenMap({key: 1}))
    assert "Geheim" not in "".join(problem.text() for problem in problems)


def test_a_wrong_key_makes_a_message_that_can_be_written():
    """A lone surrogate in a key does not get into the message, where it would break output."""
    keys = Annotated[str, PLAIN]
    problems = spec_of(FrozenMap[keys, int]).problems(FrozenMap({"\ud800": 1}))
    assert b"" != "".join(problem.text() for problem in problems).encode()


@pytest.mark.parametrize(
    "key", [5, None, 10**5000, ("Zq7-Geheim",)], ids=["int", "none", "huge", "tuple"]
)
def test_a_key_of_another_type_is_a_problem(key: object):
    """Keys that are no texts are refused, not written out."""
    problems = list(spec_of(FrozenMap[str, int]).problems(FrozenMap({key: 1})))
    assert ["wrong_type"] == [problem.code for problem in problems]
    assert "Geheim" not in problems[0].text()


@pytest.mark.parametrize(
    "annotation",
    [float, list, dict, set, object, tuple, list[int], dict[str, int], set[int], tuple[int, str],
     tuple[int], "int", 5, int | float, FrozenMap[str, list[int]], Annotated[float, at.Ge(0)]],
)  # fmt: skip
def test_forms_of_types_that_no_field_may_have(annotation: object):
    """Floats and changeable collections are mistakes in a declaration."""
    with pytest.raises(TypeError, match="field of type"):
        spec_of(annotation)


@pytest.mark.parametrize("metadata", ["text", at.MultipleOf(2), object()])
def test_unknown_constraints_are_mistakes(metadata: object):
    """A constraint that nobody checks is refused at declaration."""
    with pytest.raises(TypeError, match="unknown constraint"):
        spec_of(Annotated[int, metadata])


@pytest.mark.parametrize(
    ("german", "english", "annotation"),
    [
        ("Text", "text", str),
        ("ganze Zahl", "whole number", int),
        ("Size", "Size", Size),
        ("Money", "Money", Money),
        ("Text oder nichts", "text or nothing", str | None),
        ("Tupel aus Text", "tuple of text", tuple[str, ...]),
        ("FrozenMap aus Text", "FrozenMap of text", FrozenMap[str, str]),
        ("eines von 'a', 1", "one of 'a', 1", Literal["a", 1]),
        ("Text", "text", Annotated[str, PLAIN]),
        ("Beliebiges", "anything", Any),
    ],
)
def test_types_are_described_in_both_languages(german: str, english: str, annotation: object):
    """A few words say what a field accepts."""
    assert (english, german) == tuple(spec_of(annotation).describe())


@pytest.mark.parametrize(
    ("english", "value"),
    [
        ("text", "Zq7-Geheim"), ("whole number", 5), ("true or false", True), ("date", dt.date.min),
        ("moment", MOMENT), ("nothing (null)", None), ("list", ["Zq7-Geheim"]), ("tuple", ()),
        ("object", {}), ("floating-point number", 0.5), ("Text", Text("Zq7-Geheim")),
        ("Period", Period()),
    ],
)  # fmt: skip
def test_values_are_described_by_their_type(english: str, value: object):
    """What was found is named by its type, never by itself."""
    assert english == describe_value(value).en


def test_the_base_spec_is_abstract():
    """A spec without a kind answers nothing."""
    spec = Spec()
    for ask in (
        lambda: spec.source("v", {}),
        lambda: list(spec.problems(1)),
        spec.describe,
    ):
        with pytest.raises(NotImplementedError):
            ask()


def test_protocols_of_collections_are_checked_as_classes():
    """A parametrised class is checked as the class."""
    assert [] == found(Iterable[int], ())
