"""The one form in bytes: that of RFC 8785, as another library writes it."""

import datetime as dt
import enum
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.properties.strategies_plans import FIELDS, entries_of
from tests.unit.history.lives import GOAL, HEALTH, lived, on, opened

from integrationsplan import AGS, Money, Period, evolve
from integrationsplan.history import Put, canonical_bytes
from integrationsplan.history._canonical import plain
from integrationsplan.plan import (
    CEFR,
    Goal,
    GoalField,
    IntegrationPlan,
    Lifecycle,
    PlanEntry,
)
from integrationsplan.serialization import from_json, to_json, to_mapping
from integrationsplan.values import FrozenMap

MANY = settings(max_examples=100, deadline=None)

# Texts without surrogates; keys from both sides of them, where code points and UTF-16 differ.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
KEYS = TEXTS | st.text(st.sampled_from("a\x7f\ud7ff\ue000\uf900\uffff\U00010000\U0010ffff"))
WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=1000, deadline=None)
@given(JSON)
@example({"\ue000": 1, "\U00010000": 2})
@example({"\uffff": {"\U0010ffff": [], "\ud7ff": 0}, "a": [{"\uf900": "\x7f\x1f\u2028"}]})
@example({"": '"\\\b\f\n\r\t/'})
@example(-0)
def test_any_json_has_the_bytes_of_rfc_8785(data: Any):
    """Objects, lists, texts, whole numbers and truths are written as rfc8785 writes them."""
    assert rfc8785.dumps(data) == canonical_bytes(data)


def test_keys_stand_in_the_order_of_their_utf_16_units():
    """A key beyond U+FFFF stands before one from U+E000 on, because its first unit is smaller."""
    found = canonical_bytes({"\ue000": 1, "\U0001f600": 2}).decode()
    assert '{"\U0001f600":2,"\ue000":1}' == found


@pytest.mark.parametrize("cls", list(FIELDS), ids=lambda cls: cls.kind)
@MANY
@given(st.data())
def test_entries_of_every_kind_have_the_bytes_of_their_document(cls: Any, data: st.DataObject):
    """The bytes of an entry are those that rfc8785 gives for its part of the plan's document."""
    entry: PlanEntry = data.draw(entries_of(cls, "e0"))
    if cls.kind == "agreement":
        entry = evolve(entry, revision=1)  # type: ignore[call-overload]  # an agreement has one
    assert rfc8785.dumps(_part(entry)) == canonical_bytes(entry)


def _part(entry: PlanEntry) -> Any:
    """Return what the document of a plan holds for an entry."""
    written = to_mapping(_with(entry))
    return written["revisions"][-1]["changes"][-1]["entry"]


def _with(entry: PlanEntry) -> IntegrationPlan:
    return opened().revise(put=[entry], **on(1))


def test_the_bytes_of_an_entry_are_these():
    """The form is fixed for good: old digests depend on it."""
    goal = Goal(
        id="g", field=GoalField.WORK, title='„Arbeit" \U0001f600', due_on=dt.date(2018, 3, 1)
    )
    expected = (
        '{"due_on":"2018-03-01","field":"work","id":"g","kind":"goal",'
        '"title":"„Arbeit\\" \U0001f600"}'
    )
    assert expected.encode() == canonical_bytes(goal)


def test_what_stands_at_its_default_is_left_out():
    """Whether a default is given or not makes no difference, or new fields would change digests."""
    given_all = Goal(
        id="g1", field=GoalField.LANGUAGE, title="B1", lifecycle=Lifecycle.PROPOSED, wished_by=()
    )
    assert canonical_bytes(Goal(id="g1", field=GoalField.LANGUAGE, title="B1")) == canonical_bytes(
        given_all
    )


def test_the_kind_is_inside():
    """No entry has the bytes of one of another kind with the same fields."""
    assert b'"kind":"health-note"' in canonical_bytes(HEALTH)


def test_the_part_of_a_union_says_its_kind():
    """A target of a goal is tagged, so that no target has the bytes of another kind."""
    assert b'"target":{"kind":"language","level":"B1"}' in canonical_bytes(GOAL)


class _Odd(enum.Enum):
    ONE = 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ((1, "a", None), [1, "a", None]),
        (FrozenMap({"b": AGS("08226096")}), {"b": "08226096"}),
        (CEFR.B1, "B1"),
        (Money.of("5.00"), "5.00 EUR"),
        (_Odd.ONE, 1),
        (Period(dt.date(2018, 3, 1), None), {"start": "2018-03-01"}),
        (
            dt.datetime(2018, 3, 1, 9, tzinfo=dt.timezone(dt.timedelta(minutes=-90))),
            "2018-03-01T09:00:00-01:30",
        ),
        ({"a": [True, {}]}, {"a": [True, {}]}),
    ],
)
def test_values_have_the_form_of_documents(value: object, expected: object):
    """Every type of the model has its form in plain data."""
    assert expected == plain(value)


@pytest.mark.parametrize("value", [1.5, b"x", {1}, object(), [2.0]])
def test_what_no_document_holds_has_no_bytes(value: object):
    """Floats, bytes and foreign objects are refused: nothing is committed by accident."""
    with pytest.raises(TypeError):
        canonical_bytes(value)


def test_a_number_that_other_systems_cannot_hold_has_no_bytes():
    """RFC 8785 rests on I-JSON: beyond 2^53 - 1 another system would read another number."""
    with pytest.raises((TypeError, ValueError)):
        canonical_bytes({"n": 2**53})


def test_a_stored_life_has_the_same_bytes():
    """Entries that were saved and loaded have the bytes that they had."""
    plan = lived()
    again = from_json(to_json(plan), IntegrationPlan)
    for before, after in zip(plan.revisions, again.revisions, strict=True):
        for left, right in zip(before.changes, after.changes, strict=True):
            if isinstance(left, Put) and isinstance(right, Put):
                assert canonical_bytes(left.entry) == canonical_bytes(right.entry)
