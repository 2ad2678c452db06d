"""Small closed code lists with labels in both languages."""

import copy
import pickle  # members must survive it; nothing foreign is read

import pytest

from integrationsplan.values import Label, Labelled


class Colour(Labelled):
    """A code list of colours."""

    RED = "red", "red", "rot"
    BLUE = "blue", "blue", "blau"


def test_a_member_is_found_by_its_code():
    """The value of a member is its code."""
    assert Colour.RED is Colour("red")


def test_a_member_says_its_label():
    """Each language has its label."""
    assert ("blau", "blue") == (Colour.BLUE.in_language("de"), Colour.BLUE.in_language("en"))


def test_the_label_is_an_object():
    """The label is at hand as data."""
    assert Label("red", "rot") == Colour.RED.label


@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda member: pickle.loads(pickle.dumps(member))],  # noqa: S301  # our own bytes
)
def test_copies_are_the_member_itself(copied: object):
    """There is one of each member."""
    assert Colour.RED is copied(Colour.RED)


def test_unknown_codes_are_refused():
    """A code outside the list is no member."""
    with pytest.raises(ValueError, match="not a valid"):
        Colour("green")
