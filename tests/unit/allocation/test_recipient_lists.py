"""Recipients as texts: written exactly, and computed with as before."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from integrationsplan import catalogue
from integrationsplan._model import FrozenMap
from integrationsplan.allocation import (
    Allocation,
    ListedRecipient,
    ListedRecord,
    RecipientList,
    Recipients,
    allocate,
)
from integrationsplan.errors import AllocationError, InvalidValueError

Evaluate = Callable[..., Allocation]
DAY = dt.date(2018, 1, 15)


def written(value: Any) -> str:
    """Return a figure as a list writes it."""
    recipients = Recipients.of([{"key": "a", "figure": value}])
    return RecipientList.of(recipients).members[0].figures["figure"]


def refused(make: Callable[[], object]) -> list[tuple[str, str]]:
    """Return code and place of each problem that a call is refused for."""
    with pytest.raises(InvalidValueError) as caught:
        make()
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("352", 352),
        ("0", 0),
        ("-1", -1),
        ("65217.43", Decimal("65217.43")),
        ("20", Decimal("20.000")),
        ("0.5", Fraction(1, 2)),
        ("1/3", Fraction(1, 3)),
        ("0.000000000000000001", Fraction(1, 10**18)),
        ("true", True),
        ("false", False),
        ("2017-09-15", dt.date(2017, 9, 15)),
        ("KS 2016", "KS 2016"),
        ("20.000", "20.000"),
    ],
)
def test_figures_are_written_exactly(text: str, value: object):
    """Each sort has its text; texts stay as they are."""
    assert text == written(value)


@pytest.mark.parametrize(
    "value",
    [Decimal("1e1000000"), Decimal("1e-19"), Decimal("NaN"), 10**18, Fraction(1, 10**40)],
    ids=["exponent", "decimals", "nan", "whole", "fraction"],
)
def test_numbers_without_measure_are_not_written(value: Any):
    """What no programme would take is told where it stands."""
    assert [("bad_figure", "/members/0/figures/figure")] == refused(lambda: written(value))


@pytest.mark.parametrize(
    ("code", "value"), [("too_short", ""), ("too_long", "x" * 201), ("not_plain_text", "a\nb")]
)
def test_texts_that_no_document_may_hold_are_not_written(code: str, value: str):
    """A text of a figure is one line."""
    assert [(code, "/members/0/figures/figure")] == refused(lambda: written(value))


def test_every_problem_is_told_with_its_place():
    """Of recipients, of records at any depth, and of the whole."""
    bad = Decimal("NaN")
    recipients = Recipients.of(
        [{"key": "a", "x": bad, "records": {"post": [{"records": {"month": [{"y": bad}]}}]}}],
        figures={"pot": bad},
        records={"district": [{"key": "d", "z": bad}]},
    )
    assert [
        "/members/0/figures/x",
        "/members/0/records/post/0/records/month/0/figures/y",
        "/figures/pot",
        "/records/district/0/figures/z",
    ] == [pointer for _, pointer in refused(lambda: RecipientList.of(recipients))]


def test_everything_is_listed():
    """Keys, names, kinds, parents, figures and records of every level."""
    recipients = Recipients.of(
        [
            {
                "key": "a",
                "name": "A",
                "kind": "town",
                "parent": "d",
                "persons": 1,
                "records": {"post": [{"key": "p", "cost": Decimal("2.50")}]},
            }
        ],
        figures={"pot": 100},
        records={"district": [{"key": "d", "parent": "l", "area": Fraction(1, 3)}]},
    )
    listed = RecipientList.of(recipients)
    assert (
        RecipientList(
            members=(
                ListedRecipient(
                    key="a",
                    name="A",
                    kind="town",
                    parent="d",
                    figures=FrozenMap({"persons": "1"}),
                    records=FrozenMap(
                        {"post": (ListedRecord(key="p", figures=FrozenMap({"cost": "2.5"})),)}
                    ),
                ),
            ),
            figures=FrozenMap({"pot": "100"}),
            records=FrozenMap(
                {
                    "district": (
                        ListedRecord(key="d", parent="l", figures=FrozenMap({"area": "1/3"})),
                    )
                }
            ),
        )
        == listed
    )
    assert listed == RecipientList.of(listed.to_recipients())


def test_keys_stand_once():
    """Two recipients of one key are refused, and so are two records."""
    member = ListedRecipient(key="a")
    record = ListedRecord(key="p")
    assert [("duplicate_recipient", "/members/1/key")] == refused(
        lambda: RecipientList(members=(member, member))
    )
    for make in (
        lambda: ListedRecipient(key="a", records=FrozenMap({"post": (record, record)})),
        lambda: ListedRecord(key="a", records=FrozenMap({"post": (record, record)})),
        lambda: RecipientList(members=(), records=FrozenMap({"post": (record, record)})),
    ):
        assert [("repeated", "/records/post/1/key")] == refused(make)


EVERY_SORT = """
[figures.pot]
unit = "EUR"
level = "all"
[figures.persons]
unit = "person"
[figures.since]
unit = "date"
[figures.sort]
unit = "code"
[figures.member]
unit = "truth"
[rules.shared]
kind = "split"
pot = "pot"
by = "persons"
step = "0.01"
method = "largest_remainder"
[result]
award = "shared"
unit = "EUR"
[[conditions]]
code = "not_young"
when = { kind = "compare", left = "since", op = "at_least", right = "day" }
effect = "notice"
de = "d"
en = "e"
[[conditions]]
code = "not_sorted"
when = { kind = "one_of", of = "sort", values = ["x"] }
effect = "notice"
de = "d"
en = "e"
[[conditions]]
code = "not_member"
when = "member"
effect = "notice"
de = "d"
en = "e"
"""


def test_every_sort_is_read_from_text(evaluate: Evaluate):
    """Numbers, days, codes and truths mean the same when they come as texts."""
    rows = [
        {"key": "a", "persons": 1, "since": DAY, "sort": "x", "member": False},
        {"key": "b", "persons": 3, "since": DAY, "sort": "y", "member": True},
    ]
    first = evaluate(EVERY_SORT, rows, figures={"pot": Decimal("100.01")})
    recipients = RecipientList.of(first.recipients).to_recipients()
    again = allocate(first.programme, recipients, day=first.day)
    assert {type(value) for member in recipients for value in member.figures.values()} == {str}
    assert first.statement() == again.statement()


def test_fractions_are_figures_as_text(evaluate: Evaluate):
    """A third of a post is no decimal number; what is written can be computed with."""
    body = """
[figures.posts]
unit = "fte"
[parameters.rate]
unit = "EUR/fte"
values = [{ value = "90", basis = "stated", citation = "law" }]
[rules.grant]
kind = "round"
of = { kind = "product", of = ["posts", "rate"] }
step = "0.01"
method = "half_up"
[result]
award = "grant"
unit = "EUR"
"""
    allocation = evaluate(body, [{"key": "a", "posts": Fraction(1, 3)}])
    listed = RecipientList.of(allocation.recipients)
    again = evaluate(allocation.programme, listed.to_recipients().members)
    assert ("1/3", "30.00") == (listed.members[0].figures["posts"], again["a"].amount.to_text())


@pytest.mark.parametrize("text", ["1/0", "1/02", "-1/3", "1 / 3", "1/3/3", f"{10**18}/1", "½"])
def test_fractions_have_one_form(evaluate: Evaluate, text: str):
    """A fraction as text is two whole numbers of moderate size."""
    body = '[figures.posts]\nunit = "fte"\n[result]\naward = "posts"\nunit = "fte"\n'
    with pytest.raises(AllocationError) as caught:
        evaluate(body, [{"key": "a", "posts": text}])
    assert ["bad_figure"] == [problem.code for problem in caught.value.problems]


def test_what_is_counted_is_no_fraction(evaluate: Evaluate):
    """Half a person is none."""
    body = '[figures.persons]\nunit = "person"\n[result]\naward = "persons"\nunit = "person"\n'
    assert "2" == evaluate(body, [{"key": "a", "persons": "4/2"}])["a"].amount.to_text()
    with pytest.raises(AllocationError) as caught:
        evaluate(body, [{"key": "a", "persons": "1/2"}])
    assert ["not_whole"] == [problem.code for problem in caught.value.problems]


def test_allocations_of_listed_recipients_are_the_same():
    """What was read is computed with as what was written."""
    programme = catalogue.load("de-th-thilik-2016")
    rows = [{"key": "Erfurt", "records": {"post": [{"eligible_cost": Decimal("65217.43")}]}}]
    day = dt.date(2016, 5, 1)
    first = allocate(programme, rows, day=day)
    listed = RecipientList.of(first.recipients)
    again = allocate(programme, listed.to_recipients(), day=day)
    assert first.statement() == again.statement()


def test_representation_is_short():
    """Logs tell how many."""
    listed = RecipientList(members=(ListedRecipient(key="a"),))
    assert (1, "<RecipientList: 1>") == (len(listed), repr(listed))
