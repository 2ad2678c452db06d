"""The `model` decorator: frozen, slotted, checked, and everything wrong told at once."""

import copy
import datetime as dt
import pickle  # values must survive it; nothing foreign is read
import sys
import threading
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Annotated, Generic, TypeVar

import annotated_types as at
import attrs
import pytest

from integrationsplan._model import FrozenMap, Label, evolve, field_specs, model
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import WRONG_TYPE, Problem
from integrationsplan.values import (
    AGS,
    ARS,
    Basis,
    Bilingual,
    Citation,
    CodedValue,
    Money,
    Period,
    Share,
    ShortText,
)

T = TypeVar("T")


@model
class Empty:
    """A class without fields."""


@model
class Span:
    """A class with a rule over two fields."""

    low: Annotated[int, at.Ge(0), Label("low", "unten")]
    high: int = 10
    note: ShortText | None = None

    def _violations(self) -> Iterator[Problem]:
        if self.high < self.low:
            yield WRONG_TYPE.at("/high", found="less", allowed="more")
            yield WRONG_TYPE.at("/low", found="more", allowed="less")


@model
class Named(Span):
    """A class that inherits fields and rule."""

    name: ShortText


class Plain(Span):
    """A class that inherits without a declaration of its own."""


@model(kw_only=False)
class Pair(Generic[T]):
    """A class with a parameter and fields by position."""

    left: T
    right: tuple["Pair[T]", ...] = ()


def refused(make: Callable[[], object]) -> list[tuple[str, str]]:
    """Return codes and places of what was refused."""
    with pytest.raises(InvalidValueError) as caught:
        make()
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def test_a_class_without_fields_can_be_made():
    """Nothing to check is no mistake."""
    assert Empty() == Empty()


def test_fields_are_named():
    """A declared class takes its fields by name alone."""
    with pytest.raises(TypeError):
        Span(1)


def test_fields_may_be_given_by_position_where_declared_so():
    """Small values take their fields by position."""
    assert (1, ()) == (Pair(1).left, Pair(1).right)


def test_everything_wrong_with_fields_is_told():
    """The diagnosis names each field that is wrong, in order."""
    assert [("too_small", "/low"), ("wrong_type", "/high"), ("too_short", "/note")] == refused(
        lambda: Span(low=-1, high=True, note="")
    )


def test_the_rule_over_fields_comes_after_the_fields():
    """Fields taken together are looked at only where each alone is right."""
    assert [("wrong_type", "/high")] == refused(lambda: Span(low=20, high="1"))


def test_everything_wrong_with_fields_together_is_told():
    """All violations of the rule are told."""
    assert [("wrong_type", "/high"), ("wrong_type", "/low")] == refused(lambda: Span(low=20))


def test_the_attempt_is_the_name_of_the_class():
    """The error says what was to be made."""
    with pytest.raises(InvalidValueError) as caught:
        Named(low=-1, name="x")
    assert "Named" == caught.value.attempt


@pytest.mark.parametrize("first", [Span, Named])
def test_heirs_check_all_their_fields(first: type[Span]):
    """Fields of parent and heir are checked, whichever is made first."""
    first(**({"low": 1, "name": "x"} if first is Named else {"low": 1}))
    assert [("too_small", "/low"), ("too_short", "/name")] == refused(
        lambda: Named(low=-1, name="")
    )


def test_heirs_keep_the_rule():
    """The rule over fields is inherited."""
    assert 2 == len(refused(lambda: Named(low=20, name="x")))


def test_an_undeclared_heir_is_checked_like_its_parent():
    """A class that only inherits is checked, and named in the error."""
    with pytest.raises(InvalidValueError) as caught:
        Plain(low=-1)
    assert "Plain" == caught.value.attempt


def test_classes_may_refer_to_themselves():
    """Types are read when the first object is made."""
    assert [("wrong_type", "/right/0")] == refused(lambda: Pair(1, (2,)))


@pytest.mark.parametrize(
    "change",
    [
        lambda span: setattr(span, "low", 2),
        lambda span: setattr(span, "other", 2),
        lambda span: delattr(span, "low"),
    ],
)
def test_objects_cannot_be_changed(change: Callable[[Span], None]):
    """Fields are neither set nor deleted, and none is added."""
    with pytest.raises(AttributeError):
        change(Span(low=1))


def test_objects_have_no_dictionary():
    """Model classes are slotted."""
    assert not hasattr(Span(low=1), "__dict__")


def test_evolve_changes_a_copy():
    """The original stays as it is."""
    span = Span(low=1)
    assert (1, 2) == (span.low, evolve(span, low=2).low)


def test_evolve_checks_the_copy():
    """A copy is checked like a new object."""
    assert [("too_small", "/low")] == refused(lambda: evolve(Span(low=1), low=-1))


def test_evolve_checks_the_rule():
    """Fields taken together are checked in a copy too."""
    assert 2 == len(refused(lambda: evolve(Span(low=1), low=11)))


def test_evolve_knows_the_fields():
    """A field that does not exist is a mistake of the caller."""
    with pytest.raises(TypeError):
        evolve(Span(low=1), middle=5)


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace came with Python 3.13")
def test_replace_checks_the_copy():
    """What the standard library offers for copies checks as well."""
    assert [("too_small", "/low")] == refused(lambda: copy.replace(Span(low=1), low=-1))


VALUES = [
    Money(5, "CHF"),
    Share.of("1/3"),
    Period(dt.date(2020, 1, 1), None),
    AGS("08111000"),
    ARS("12"),
    CodedValue(system="s", code="1"),
    Bilingual(de="a", en="b"),
    Citation(title="t", date=dt.date(2020, 1, 1)),
    Pair(1, (Pair(2),)),
    Named(low=1, name="x"),
    FrozenMap({"a": Money(1)}),
    Empty(),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))],  # noqa: S301  # our own bytes
    ids=["copy", "deepcopy", "pickle"],
)
def test_copies_are_equal_and_hash_alike(copied: Callable[[object], object], value: object):
    """Every way to copy gives an equal object."""
    copy_of_it = copied(value)
    assert (value, hash(value)) == (copy_of_it, hash(copy_of_it))


def test_field_specs_tell_names_in_order():
    """Fields stand in the order of declaration, those of the parent first."""
    assert ["low", "high", "note", "name"] == [field.name for field in field_specs(Named)]


def test_field_specs_tell_what_is_required():
    """A field without default is required."""
    assert [True, False, False] == [field.required for field in field_specs(Span)]


def test_field_specs_tell_labels():
    """A label stands beside the type."""
    assert [Label("low", "unten"), None, None] == [field.label for field in field_specs(Span)]


def test_field_specs_are_made_once():
    """The fields of a class are read once."""
    assert field_specs(Span) is field_specs(Span)


def test_labels_say_either_language():
    """Each language has its label."""
    label = Label("due on", "fällig am")
    assert ("fällig am", "due on") == (label.in_language("de"), label.in_language("en"))


def test_the_first_objects_may_be_made_by_many_threads():
    """The check is generated safely when threads make the first objects together."""

    @model
    class Fresh:
        """A class that nobody has made yet."""

        low: Annotated[int, at.Ge(0)]

    refusals: list[object] = []
    barrier = threading.Barrier(8)

    def make() -> None:
        barrier.wait()
        try:
            Fresh(low=-1)
        except InvalidValueError as error:
            refusals.append(error.problems[0].code)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ["too_small"] * 8 == refusals


def test_a_type_that_no_field_may_have_is_told_with_the_first_object():
    """A mistake in a declaration is an error of types, not of values."""

    @model
    class Wrong:
        """A class with a float."""

        value: float

    with pytest.raises(TypeError, match="float"):
        Wrong(value=0.5)


def test_model_classes_are_attrs_classes():
    """Tools for attrs classes work on model classes."""
    assert ("low", "high", "note") == tuple(field.name for field in attrs.fields(Span))


def test_defaults_are_checked_too():
    """A default outside the constraints is refused like a given value."""

    @model
    class Odd:
        """A class with a wrong default."""

        value: Annotated[int, at.Ge(1)] = 0

    assert [("too_small", "/value")] == refused(Odd)


@pytest.mark.parametrize("bound", [Fraction(1, 2), dt.date(2020, 1, 1)])
def test_bounds_may_be_exact_values_other_than_whole_numbers(bound: object):
    """A bound of a fraction or a date holds, or is refused as a declaration."""
    try:

        @model
        class Bounded:
            """A class with a bound that is no int."""

            value: Annotated[type(bound), at.Ge(bound)]

        made = Bounded(value=bound)
    except TypeError:
        return
    assert bound == made.value


def test_basis_is_no_text():
    """A member of a code list is not its code."""
    assert [("wrong_type", "/basis")] == refused(lambda: _with_basis("stated"))


def _with_basis(basis: object) -> object:
    @model
    class Based:
        """A class with a code list."""

        basis: Basis

    return Based(basis=basis)
