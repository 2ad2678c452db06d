"""The mapping that cannot be changed."""

import copy
import pickle  # values must survive it; nothing foreign is read
from collections.abc import Callable

import pytest

from integrationsplan.values import FrozenMap


def test_it_reads_like_a_mapping():
    """Keys, values and length are those given, in their order."""
    assert [("b", 1), ("a", 2)] == list(FrozenMap([("b", 1), ("a", 2)]).items())


def test_it_has_a_length():
    """The length is the number of keys."""
    assert (0, 2) == (len(FrozenMap()), len(FrozenMap({"a": 1, "b": 2})))


def test_a_missing_key_is_a_key_error():
    """A mapping without the key says so as mappings do."""
    with pytest.raises(KeyError):
        FrozenMap()["a"]


def test_it_keeps_apart_from_what_it_was_made_of():
    """Changing the origin does not change the mapping."""
    origin = {"a": 1}
    frozen = FrozenMap(origin)
    origin["a"] = 2
    assert 1 == frozen["a"]


def test_order_does_not_matter_for_equality_and_hash():
    """Mappings of the same items are equal and hash alike."""
    left, right = FrozenMap({"a": 1, "b": 2}), FrozenMap({"b": 2, "a": 1})
    assert (right, hash(right)) == (left, hash(left))


@pytest.mark.parametrize("other", [{"a": 1}, FrozenMap({"a": 2}), FrozenMap(), None])
def test_other_things_are_not_equal(other: object):
    """Only a frozen mapping of the same items is equal."""
    assert other != FrozenMap({"a": 1})


@pytest.mark.parametrize(
    "change",
    [
        lambda frozen: setattr(frozen, "a", 1),
        lambda frozen: setattr(frozen, "_items", {}),
        lambda frozen: delattr(frozen, "_items"),
        lambda frozen: frozen.__setitem__("a", 1),
        lambda frozen: frozen.update(a=1),
    ],
)
def test_it_cannot_be_changed(change: Callable[[object], None]):
    """Neither items nor attributes can be set or deleted."""
    with pytest.raises(AttributeError):
        change(FrozenMap({"a": 1}))


@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))],  # noqa: S301  # our own bytes
)
def test_copies_are_equal(copied: Callable[[object], object]):
    """Every way to copy gives an equal mapping."""
    frozen = FrozenMap({"a": ("x", 1)})
    assert frozen == copied(frozen)


def test_repr_is_a_recipe():
    """What `repr` writes makes the same mapping."""
    assert "FrozenMap({'a': 1})" == repr(FrozenMap({"a": 1}))


def test_unhashable_values_make_no_hash():
    """A mapping of lists is no key."""
    with pytest.raises(TypeError):
        hash(FrozenMap({"a": []}))
