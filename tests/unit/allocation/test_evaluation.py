# ruff: noqa: E501  # the inline tables of TOML bear no line breaks
"""Figures, conditions, levels and look-ups: what a rule computes and what it refuses."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest

from integrationsplan import Allocation, Programme, Recipient, Recipients, allocate
from integrationsplan.allocation import Record, verify_trace
from integrationsplan.errors import (
    AllocationError,
    DocumentError,
    IntegrationsplanError,
    InvalidValueError,
    NotInForceError,
    UnknownNameError,
)
from integrationsplan.values import Basis, FrozenMap, Period

Evaluate = Callable[..., Allocation]
MakeProgramme = Callable[..., Programme]

PERSONS = '[figures.persons]\nunit = "person"\n'
PLAIN = f'{PERSONS}[result]\naward = "persons"\nunit = "person"\n'
SPLIT = f"""{PERSONS}
[figures.pot]
unit = "EUR"
level = "all"
[rules.part]
kind = "split"
pot = "pot"
by = "persons"
step = "0.01"
method = "largest_remainder"
[result]
award = "part"
unit = "EUR"
pot = "pot"
"""


def amounts(allocation: Allocation) -> dict[str, str]:
    """Return the awards by key."""
    return {award.recipient.key: award.amount.to_text() for award in allocation}


def codes(allocation: Allocation, key: str) -> list[str]:
    """Return the codes of an award's findings."""
    return [finding.code for finding in allocation[key].findings]


def problems(error: pytest.ExceptionInfo[Any]) -> set[tuple[str, str]]:
    """Return code and pointer of what an error tells."""
    return {(problem.code, problem.pointer) for problem in error.value.problems}


# -- figures ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        ("352", 352),
        ("352", "352"),
        ("352", "352.0"),
        ("352", Fraction(704, 2)),
        ("0", 0),
        ("0", "-0"),
        ("999999999999999999", "9" * 18),
    ],
)
def test_number_is_read_exactly(evaluate: Evaluate, wanted: str, value: object):
    """Whole numbers, fractions and numbers as text are the same number."""
    assert {"a": wanted} == amounts(evaluate(PLAIN, [{"key": "a", "persons": value}]))


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("bad_figure", True),
        ("bad_figure", "1e3"),
        ("bad_figure", "1E-999999"),
        ("bad_figure", "NaN"),
        ("bad_figure", "Infinity"),
        ("bad_figure", "1_000"),
        ("bad_figure", " 10"),
        ("bad_figure", "10 "),
        ("bad_figure", "+5"),
        ("bad_figure", "١٢"),
        ("bad_figure", "１２"),  # noqa: RUF001  # full-width digits are meant
        ("bad_figure", "9" * 19),
        ("bad_figure", "9" * 5000),
        ("bad_figure", ""),
        ("bad_figure", "1.000,5"),
        ("bad_figure", dt.date(2018, 1, 1)),
        ("negative_figure", -1),
        ("negative_figure", "-0.01"),
        ("negative_figure", Fraction(-1, 2)),
        ("not_whole", "1.5"),
        ("not_whole", Fraction(1, 3)),
    ],
)
def test_what_is_no_count_is_refused(evaluate: Evaluate, code: str, value: object):
    """A count is a whole number of zero or more, in plain digits."""
    with pytest.raises(AllocationError) as error:
        evaluate(PLAIN, [{"key": "a", "persons": value}])
    assert {(code, "/a/persons")} == problems(error)


@pytest.mark.parametrize(
    "value",
    [10**40, 10**5000, Fraction(10**5000), -(10**5000)],
    ids=["40", "5000", "fraction", "negative"],
)
def test_huge_number_is_refused(evaluate: Evaluate, value: object):
    """A number beyond every count is refused as its text would be, not computed with."""
    with pytest.raises((AllocationError, InvalidValueError)):
        evaluate(PLAIN, [{"key": "a", "persons": value}])


@pytest.mark.parametrize("value", [1.5, 1.0, float("nan"), float("inf"), -0.0])
def test_float_is_refused(value: float):
    """Floating-point numbers are no exact numbers."""
    with pytest.raises(InvalidValueError) as error:
        Recipients.of([{"key": "a", "persons": value}])
    assert {("float_figure", "/0/persons")} == problems(error)


def test_float_in_a_post_is_refused():
    """The records below are looked at too, and the place is told."""
    rows = [{"key": "a", "records": {"post": [{"fte": "1"}, {"fte": 0.5}]}}]
    with pytest.raises(InvalidValueError) as error:
        Recipients.of(rows)
    assert {("float_figure", "/0/records/post/1/fte")} == problems(error)


def test_all_wrong_figures_are_told_at_once(evaluate: Evaluate):
    """Missing, negative, malformed and unknown figures come in one report."""
    rows: list[dict[str, object]] = [
        {"key": "a", "persons": -1},
        {"key": "b"},
        {"key": "c", "persons": "NaN"},
        {"key": "d", "persons": "1.5", "people": 3},
        {"key": "e", "persons": 1},
    ]
    with pytest.raises(AllocationError) as error:
        evaluate(PLAIN, rows, figures={"pot": 1})
    assert {
        ("negative_figure", "/a/persons"),
        ("missing_figure", "/b/persons"),
        ("bad_figure", "/c/persons"),
        ("not_whole", "/d/persons"),
        ("unknown_figure", "/d/people"),
        ("unknown_figure", "/pot"),
    } == problems(error)


def test_zero_is_not_missing(evaluate: Evaluate):
    """A recipient with zero persons is computed like any other."""
    assert {"a": "0"} == amounts(evaluate(PLAIN, [{"key": "a", "persons": 0}]))


def test_key_with_a_slash_is_escaped_in_the_pointer(evaluate: Evaluate):
    """Pointers follow RFC 6901 whatever the keys are."""
    with pytest.raises(AllocationError) as error:
        evaluate(PLAIN, [{"key": "a/b~c"}])
    assert {("missing_figure", "/a~1b~0c/persons")} == problems(error)


@pytest.mark.parametrize(("wanted", "row"), [("7", {}), ("3", {"persons": 3})])
def test_default_stands_for_a_missing_figure(evaluate: Evaluate, wanted: str, row: dict[str, int]):
    """Only a default makes a figure optional."""
    document = PLAIN.replace('"person"\n[result]', '"person"\ndefault = "7"\n[result]')
    assert {"a": wanted} == amounts(evaluate(document, [{"key": "a", **row}]))


def test_figure_below_is_refused_where_the_level_has_none(evaluate: Evaluate):
    """Records of a level that the programme does not have are told."""
    rows = [{"key": "a", "persons": 1, "records": {"post": [{"fte": "1"}]}}]
    with pytest.raises(AllocationError) as error:
        evaluate(PLAIN, rows)
    assert {("unknown_records", "/a/post")} == problems(error)


def test_unknown_kind_of_a_post_is_told(evaluate: Evaluate):
    """Only recipients have a kind of their own; below, it is a figure like others."""
    document = (
        '[figures.fte]\nunit = "fte"\nlevel = "post"\n'
        '[rules.sum]\nkind = "total"\nof = "fte"\nper = "recipient"\n'
        '[result]\naward = "sum"\nunit = "fte"\n'
    )
    rows = [{"key": "a", "records": {"post": [{"fte": "1", "kind": "x"}]}}]
    with pytest.raises(AllocationError) as error:
        evaluate(document, rows, levels='recipient = "all"\npost = "recipient"')
    assert {("unknown_figure", "/a/post/1/kind")} == problems(error)


def test_kind_of_a_recipient_is_a_figure_where_it_is_asked_for(evaluate: Evaluate):
    """A rule may decide by the kind of the recipient."""
    document = f"""{PERSONS}
[figures.kind]
unit = "code"
[[conditions]]
code = "no_town"
when = {{ kind = "one_of", of = "kind", values = ["town"] }}
effect = "exclude"
de = "Keine Stadt, sondern {{kind}}."
en = "No town but a {{kind}}."
[result]
award = "persons"
unit = "person"
"""
    rows = [
        {"key": "a", "kind": "town", "persons": 1},
        {"key": "b", "kind": "county", "persons": 2},
    ]
    allocation = evaluate(document, rows)
    assert ("No town but a county.", {"a": "1", "b": "0"}) == (
        allocation["b"].findings[0].text.en,
        amounts(allocation),
    )


def test_kind_is_ignored_where_nobody_asks(evaluate: Evaluate):
    """A recipient may have a kind that the programme does not use."""
    assert {"a": "1"} == amounts(evaluate(PLAIN, [{"key": "a", "kind": "town", "persons": 1}]))


@pytest.mark.parametrize("rows", [[], (), iter(())])
def test_no_recipients_are_refused(evaluate: Evaluate, rows: Any):
    """An allocation to nobody is a mistake."""
    with pytest.raises(AllocationError) as error:
        evaluate(PLAIN, rows)
    assert {("no_recipients", "/members")} == problems(error)


def test_duplicate_keys_are_refused():
    """Every key stands once; each repetition is told."""
    with pytest.raises(InvalidValueError) as error:
        Recipients.of([{"key": "a"}, {"key": "b"}, {"key": "a"}, {"key": "a"}])
    assert {
        ("duplicate_recipient", "/members/2/key"),
        ("duplicate_recipient", "/members/3/key"),
    } == (problems(error))
    assert "the key of /members/0 again" in str(error.value)


def test_duplicate_keys_of_posts_are_refused():
    """The key of a record tells it from its siblings; ties depend on it."""
    rows = [{"key": "a", "records": {"post": [{"key": "1"}, {"key": "1"}]}}]
    with pytest.raises(InvalidValueError):
        Recipients.of(rows)


@pytest.mark.parametrize(
    "rows",
    [
        5,
        None,
        [5],
        ["a"],
        [None],
        [{}],
        [{"persons": 1}],
        [{"key": None}],
        [{"key": 5}],
        [{"key": ""}],
        [{"key": "x" * 65}],
        [{"key": "a\nb"}],
        [{"key": "a", 5: 1}],
        [{"key": "a", "Persons": 1}],
        [{"key": "a", "persons": None}],
        [{"key": "a", "persons": [1]}],
        [{"key": "a", "persons": 1j}],
        [{"key": "a", "name": ""}],
        [{"key": "a", "records": None}],
        [{"key": "a", "records": 5}],
        [{"key": "a", "records": []}],
        [{"key": "a", "records": {"post": 5}}],
        [{"key": "a", "records": {"post": [5]}}],
        [{"key": "a", "records": {"post": {"fte": 1}}}],
        [{"key": "a", "records": {"post": "ab"}}],
        [{"key": "a", "records": {5: []}}],
    ],
    ids=repr,
)
def test_what_is_no_recipient_is_refused_by_our_error(rows: Any):
    """Whatever stands in the rows, the caller gets one of our errors and no surprise."""
    with pytest.raises(InvalidValueError):
        Recipients.of(rows)


def test_recipients_may_be_given_as_objects(evaluate: Evaluate):
    """Rows and objects may be mixed."""
    member = Recipient(key="a", figures=FrozenMap({"persons": 3}))
    assert {"a": "3", "b": "1"} == amounts(evaluate(PLAIN, [member, {"key": "b", "persons": 1}]))


def test_recipients_are_found_by_key():
    """Recipients answer by their key."""
    assert "Weinheim" == Recipients.of([{"key": "a"}, {"key": "b", "name": "Weinheim"}])["b"].title


def test_unknown_recipient_is_told():
    """Looking for a key that is not there names those that are."""
    with pytest.raises(UnknownNameError, match="known are 'a'"):
        Recipients.of([{"key": "a"}])["zzz"]


def test_recipients_are_iterable():
    """Recipients come in the order in which they were given."""
    assert ["b", "a"] == [member.key for member in Recipients.of([{"key": "b"}, {"key": "a"}])]


def test_recipients_have_a_short_representation():
    """No figure of anybody stands in a log."""
    assert "<Recipients: 2>" == repr(Recipients.of([{"key": "b"}, {"key": "a"}]))


TYPED = f"""{PERSONS}
[figures.flag]
unit = "truth"
[figures.since]
unit = "date"
[figures.sort]
unit = "code"
[figures.percentage]
unit = "percent"
[rules.result]
kind = "round"
of = {{ kind = "product", of = ["persons", "percentage"] }}
step = "1"
method = "half_even"
[[conditions]]
code = "flagged"
when = "flag"
effect = "notice"
de = "{{flag}} {{since}} {{sort}} {{percentage}}"
en = "{{flag}} {{since}} {{sort}} {{percentage}}"
[result]
award = "result"
unit = "person"
"""


def typed(**changes: object) -> dict[str, object]:
    """Return a row with one figure of each sort."""
    row: dict[str, object] = {
        "key": "a",
        "persons": 200,
        "flag": False,
        "since": dt.date(2018, 3, 1),
        "sort": "x",
        "percentage": "12.5",
    }
    return row | changes


@pytest.mark.parametrize("flag", [False, "false"])
@pytest.mark.parametrize("since", [dt.date(2018, 3, 1), "2018-03-01"])
def test_figures_of_every_sort_are_read(evaluate: Evaluate, flag: object, since: object):
    """Dates and truths may be given as text; percent are hundredths."""
    allocation = evaluate(TYPED, [typed(flag=flag, since=since)])
    assert (
        {"a": "25"},
        {"flag": "false", "since": "2018-03-01", "sort": "x", "percentage": "0.125"},
    ) == (amounts(allocation), dict(allocation["a"].findings[0].values))


def test_sentence_says_figures_of_every_sort_in_german(evaluate: Evaluate):
    """Truths, dates and percentages are said as people write them."""
    finding = evaluate(TYPED, [typed()])["a"].findings[0]
    assert "nein 01.03.2018 x 12,5 %" == finding.text.de


def test_sentence_says_figures_of_every_sort_in_english(evaluate: Evaluate):
    """The same in English."""
    finding = evaluate(TYPED, [typed()])["a"].findings[0]
    assert "no 2018-03-01 x 12.5 %" == finding.text.en


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("flag", 1),
        ("flag", "yes"),
        ("flag", "True"),
        ("since", "2018-02-30"),
        ("since", "01.03.2018"),
        ("since", "２０１８-01-01"),  # noqa: RUF001  # full-width digits are meant
        ("since", 20180301),
        ("sort", 5),
        ("sort", True),
        ("percentage", "12,5"),
    ],
)
def test_figure_of_another_sort_is_refused(evaluate: Evaluate, name: str, value: object):
    """Every sort has one form."""
    with pytest.raises(AllocationError) as error:
        evaluate(TYPED, [typed(**{name: value})])
    assert {("bad_figure", f"/a/{name}")} == problems(error)


@pytest.mark.parametrize(
    "value", ["", "a\x00b", "a\u202eb", "a\u200bb", "\ud800", "x" * 65, "x" * 30_000, "a\nb"]
)
def test_code_that_is_no_code_is_refused_as_a_figure(evaluate: Evaluate, value: str):
    """A code is a short plain text; a bad one is told at its place and not when it is said."""
    with pytest.raises((AllocationError, InvalidValueError)) as error:
        assert evaluate(TYPED, [typed(sort=value)])["a"].findings
    assert all("sort" in problem.pointer for problem in error.value.problems)


def test_moment_is_no_date(evaluate: Evaluate):
    """A datetime is refused where a date is meant."""
    with pytest.raises((AllocationError, InvalidValueError)):
        evaluate(TYPED, [typed(since=dt.datetime(2018, 3, 1, tzinfo=dt.UTC))])


# -- conditions ------------------------------------------------------------------------------------

CONDITIONS = (
    """
[[conditions]]
code = "too_few"
when = { kind = "compare", left = "persons", op = "at_least", right = "least" }
effect = "exclude"
de = "Weniger als {least}."
en = "Fewer than {least}."
""",
    """
[[conditions]]
code = "odd_key"
when = { kind = "not", of = { kind = "one_of", of = "recipient", values = ["b", "z"] } }
effect = "exclude"
de = "Nicht b."
en = "Not b."
""",
    """
[[conditions]]
code = "small_part"
when = { kind = "compare", left = "part", op = "above", right = { kind = "number", value = "1", unit = "EUR" } }
effect = "notice"
de = "Kleiner Teil."
en = "Small part."
""",
    """
[[conditions]]
code = "no_luck"
when = { kind = "not", of = { kind = "one_of", of = "recipient", values = ["d"] } }
effect = "zero"
de = "Null."
en = "Zero."
""",
)
LEAST = """
[parameters.least]
unit = "person"
values = [{ value = "2", basis = "stated", citation = "law" }]
"""
ROWS = [
    {"key": "a", "persons": 1},
    {"key": "b", "persons": 10},
    {"key": "c", "persons": 10},
    {"key": "d", "persons": 10},
]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_order_of_conditions_does_not_matter(evaluate: Evaluate, order: tuple[int, ...]):
    """Excluding, zero and notice give the same in every order of the document."""
    document = LEAST + "".join(CONDITIONS[index] for index in order) + SPLIT
    allocation = evaluate(document, ROWS, figures={"pot": "3"})
    found = {award.recipient.key: codes(allocation, award.recipient.key) for award in allocation}
    assert (
        {"a": "0.00", "b": "0.00", "c": "1.50", "d": "0.00"},
        {"a": ["too_few"], "b": ["odd_key"], "c": [], "d": ["no_luck"]},
    ) == (amounts(allocation), found)


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_order_of_recipients_does_not_matter_to_conditions(
    evaluate: Evaluate, order: tuple[int, ...]
):
    """The same awards by key in every order of the rows."""
    document = LEAST + "".join(CONDITIONS) + SPLIT
    allocation = evaluate(document, [ROWS[index] for index in order], figures={"pot": "3"})
    assert {"a": "0.00", "b": "0.00", "c": "1.50", "d": "0.00"} == amounts(allocation)


def test_record_that_fails_twice_has_both_findings(evaluate: Evaluate):
    """All conditions of a level are asked at once."""
    document = LEAST + "".join(CONDITIONS[:2]) + SPLIT
    rows = [{"key": "z", "persons": 1}, {"key": "c", "persons": 10}]
    assert ["too_few", "odd_key"] == codes(evaluate(document, rows, figures={"pot": "3"}), "z")


def test_excluded_has_no_weight_and_its_part_goes_to_others(evaluate: Evaluate):
    """Who is excluded is not there: the pot goes to the others."""
    document = LEAST + CONDITIONS[0] + SPLIT
    rows = [{"key": "a", "persons": 1}, {"key": "b", "persons": 2}]
    assert {"a": "0.00", "b": "3.00"} == amounts(evaluate(document, rows, figures={"pot": "3"}))


def test_zeroed_keeps_its_weight_and_leaves_residue(evaluate: Evaluate):
    """A zero comes after: nobody gets what it would have got."""
    document = CONDITIONS[3] + SPLIT
    rows = [{"key": "d", "persons": 1}, {"key": "b", "persons": 2}]
    allocation = evaluate(document, rows, figures={"pot": "3"})
    assert ({"d": "0.00", "b": "2.00"}, "1.00") == (
        amounts(allocation),
        allocation.residue.to_text(),
    )


def test_excluded_and_zeroed_are_told_apart(evaluate: Evaluate):
    """Only the excluded one is out of the calculation."""
    document = LEAST + CONDITIONS[0] + CONDITIONS[3] + SPLIT
    rows = [{"key": "a", "persons": 1}, {"key": "d", "persons": 2}]
    allocation = evaluate(document, rows, figures={"pot": "3"})
    assert (True, False) == (allocation["a"].is_excluded, allocation["d"].is_excluded)


def test_excluded_has_no_outputs_steps_or_earmarks(evaluate: Evaluate):
    """Nothing was computed for who is not there."""
    document = LEAST + CONDITIONS[0] + SPLIT + 'outputs = ["part"]\n'
    document += '[[earmarks]]\nid = "e"\namount = "part"\n'
    rows = [{"key": "a", "persons": 1}, {"key": "d", "persons": 2}]
    award = evaluate(document, rows, figures={"pot": "3"})["a"]
    assert ({}, (), {}) == (dict(award.outputs), award.steps, dict(award.earmarks))


@pytest.mark.parametrize(("severity", "place"), [("warning", 0), ("notice", 2), ("warning", 3)])
def test_severity_follows_the_effect(evaluate: Evaluate, severity: str, place: int):
    """What costs money is a warning, what does not a notice."""
    document = (LEAST if place == 0 else "") + CONDITIONS[place] + SPLIT
    rows = [{"key": "d", "persons": 1}, {"key": "e", "persons": 99}]
    finding = evaluate(document, rows, figures={"pot": "3"})["d"].findings[0]
    assert severity == finding.severity.value


def test_all_recipients_excluded_from_rounded_shares(evaluate: Evaluate):
    """Nobody left gives zeros, each with its reason."""
    document = f"""{LEAST}{CONDITIONS[0]}{PERSONS}
[rules.result]
kind = "sum"
of = ["persons", "persons"]
[result]
award = "result"
unit = "person"
"""
    allocation = evaluate(document, [{"key": "a", "persons": 1}, {"key": "b", "persons": 0}])
    assert ({"a": "0", "b": "0"}, "0") == (amounts(allocation), allocation.total.to_text())


def test_all_recipients_excluded_where_parts_differ_in_number(evaluate: Evaluate):
    """Each has as many parts as the programme, all of them zero."""
    document = f"""{LEAST}{CONDITIONS[0]}{PERSONS}
[result]
award = "persons"
unit = "person"
[[sources]]
id = "land"
amount = "award"
[[sources]]
id = "bund"
amount = "rest"
[[tranches]]
id = "first"
amount = "award"
"""
    award = evaluate(document, [{"key": "a", "persons": 1}])["a"]
    assert ({"land": 0, "bund": 0}, {"first": 0}) == (
        {name: quantity.value for name, quantity in award.sources.items()},
        {name: quantity.value for name, quantity in award.tranches.items()},
    )


def test_condition_of_the_whole_is_told_of_the_whole(evaluate: Evaluate):
    """A condition that reads no recipient is a finding of the allocation."""
    document = f"""{SPLIT}
[[conditions]]
code = "little"
when = {{ kind = "compare", left = "pot", op = "above", right = {{ kind = "number", value = "1", unit = "EUR" }} }}
effect = "zero"
de = "Topf nur {{pot}}."
en = "A pot of only {{pot}}."
"""
    allocation = evaluate(document, [{"key": "a", "persons": 1}], figures={"pot": "0.50"})
    assert (["little"], [], {"a": "0.00"}) == (
        [finding.code for finding in allocation.findings],
        codes(allocation, "a"),
        amounts(allocation),
    )


# -- levels ----------------------------------------------------------------------------------------

DISTRICTS = 'district = "all"\nrecipient = "district"\npost = "recipient"'
NESTED = f"""{PERSONS}
[figures.fte]
unit = "fte"
level = "post"
[figures.pot]
unit = "EUR"
level = "all"
[rules.of_district]
kind = "split"
pot = "pot"
by = {{ kind = "total", of = "persons", per = "district" }}
step = "0.01"
method = "largest_remainder"
[rules.part]
kind = "split"
pot = "of_district"
by = "persons"
step = "0.01"
method = "largest_remainder"
[rules.posts]
kind = "count"
of = "post"
per = "district"
unit = "post"
when = {{ kind = "compare", left = "fte", op = "at_least", right = {{ kind = "number", value = "1", unit = "fte" }} }}
[rules.share_of_district]
kind = "share"
of = "persons"
per = "district"
[result]
award = "part"
unit = "EUR"
outputs = ["share_of_district", "recipient"]
[[conditions]]
code = "no_full_post"
when = {{ kind = "compare", left = "posts", op = "above", right = {{ kind = "number", value = "0", unit = "post" }} }}
effect = "notice"
de = "In {{district}} {{posts}}."
en = "In {{district}} {{posts}}."
"""
TOWNS = [
    {"key": "a", "parent": "N", "persons": 1, "records": {"post": [{"fte": "1"}]}},
    {"key": "b", "parent": "S", "persons": 3, "records": {"post": [{"fte": "0.5"}]}},
    {"key": "c", "parent": "N", "persons": 2},
]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_nested_split_adds_up_on_each_level(evaluate: Evaluate, order: tuple[int, ...]):
    """Half goes to each district, and there by persons, in every order of the rows."""
    rows = [TOWNS[index] for index in order]
    allocation = evaluate(NESTED, rows, figures={"pot": "100"}, levels=DISTRICTS)
    assert {"a": "16.67", "b": "50.00", "c": "33.33"} == amounts(allocation)


def test_condition_of_a_district_is_told_with_its_key(evaluate: Evaluate):
    """A finding about a record above the recipients names that record."""
    allocation = evaluate(NESTED, TOWNS, figures={"pot": "100"}, levels=DISTRICTS)
    assert [("S", "In S 0 Stellen.")] == [
        (finding.subject, finding.text.de) for finding in allocation.findings
    ]


def test_share_of_a_district(evaluate: Evaluate):
    """The whole may be the total of an upper record; codes are no output."""
    allocation = evaluate(NESTED, TOWNS, figures={"pot": "100"}, levels=DISTRICTS)
    assert {"share_of_district": "1/3"} == {
        name: value.to_text() for name, value in allocation["a"].outputs.items()
    }


def test_steps_of_a_district_are_explained_to_its_towns(evaluate: Evaluate):
    """The step of the district stands in the explanation of each of its towns."""
    allocation = evaluate(NESTED, TOWNS, figures={"pot": "100"}, levels=DISTRICTS)
    step = next(step for step in allocation["c"].steps if step.rule == "of_district")
    assert ("N", "50.00") == (step.record, step.result)


def test_missing_parent_is_told(evaluate: Evaluate):
    """Where there are districts, every recipient names its own."""
    with pytest.raises(AllocationError) as error:
        evaluate(NESTED, [{"key": "a", "persons": 1}], figures={"pot": 1}, levels=DISTRICTS)
    assert {("missing_parent", "/a/parent")} == problems(error)


def test_excluding_a_district_excludes_its_towns(evaluate: Evaluate):
    """What lies below an excluded record is not there either."""
    document = NESTED.replace('effect = "notice"', 'effect = "exclude"')
    allocation = evaluate(document, TOWNS, figures={"pot": "100"}, levels=DISTRICTS)
    assert {"a": "33.33", "b": "0.00", "c": "66.67"} == amounts(allocation)


def test_town_of_an_excluded_district_is_excluded(evaluate: Evaluate):
    """Its award says so."""
    document = NESTED.replace('effect = "notice"', 'effect = "exclude"')
    allocation = evaluate(document, TOWNS, figures={"pot": "100"}, levels=DISTRICTS)
    assert allocation["b"].is_excluded


def test_town_of_an_excluded_district_is_told_why(evaluate: Evaluate):
    """A record that leaves the calculation always leaves a finding where it is looked for."""
    document = NESTED.replace('effect = "notice"', 'effect = "exclude"')
    allocation = evaluate(document, TOWNS, figures={"pot": "100"}, levels=DISTRICTS)
    assert ["no_full_post"] == codes(allocation, "b")


def test_posts_below_an_excluded_town_are_gone(evaluate: Evaluate):
    """Excluding runs deepest level first; the records below go with theirs."""
    document = f"""{PERSONS}
[figures.fte]
unit = "fte"
level = "post"
[rules.sum]
kind = "total"
of = "fte"
per = "recipient"
[rules.all_posts]
kind = "count"
of = "post"
per = "all"
unit = "post"
[[conditions]]
code = "no_persons"
when = {{ kind = "compare", left = "persons", op = "above", right = {{ kind = "number", value = "0", unit = "person" }} }}
effect = "exclude"
de = "d"
en = "e"
[[conditions]]
code = "tiny"
when = {{ kind = "compare", left = "fte", op = "above", right = {{ kind = "number", value = "0", unit = "fte" }} }}
effect = "exclude"
de = "d"
en = "e"
[result]
award = "sum"
unit = "fte"
outputs = ["all_posts"]
"""
    rows = [
        {"key": "a", "persons": 0, "records": {"post": [{"fte": 1}]}},
        {"key": "b", "persons": 1, "records": {"post": [{"fte": 1}, {"fte": 0}, {"fte": 2}]}},
    ]
    allocation = evaluate(document, rows, levels='recipient = "all"\npost = "recipient"')
    assert ("3", "2") == (
        allocation["b"].amount.to_text(),
        allocation["b"].outputs["all_posts"].to_text(),
    )


DEEP = f"""{PERSONS}
[figures.hours]
unit = "fte"
level = "month"
[rules.sum]
kind = "total"
of = "hours"
per = "recipient"
[rules.plain]
kind = "product"
of = ["persons", {{ kind = "number", value = "1" }}]
[result]
award = "sum"
unit = "fte"
outputs = ["plain"]
"""
DEEP_LEVELS = 'recipient = "all"\npost = "recipient"\nmonth = "post"'


def _deep_recipient() -> Recipient:
    months = tuple(
        Record(key=str(number), figures=FrozenMap({"hours": number})) for number in (1, 2)
    )
    posts = tuple(Record(key=key, records=FrozenMap({"month": months})) for key in ("x", "y"))
    return Recipient(key="a", figures=FrozenMap({"persons": 1}), records=FrozenMap({"post": posts}))


def test_records_two_levels_below_are_totalled(evaluate: Evaluate):
    """A total leads over several levels at once."""
    assert {"a": "6"} == amounts(evaluate(DEEP, [_deep_recipient()], levels=DEEP_LEVELS))


def test_records_two_levels_below_may_be_rows(evaluate: Evaluate):
    """Plain mappings can hold records below records, as objects can."""
    posts = [{"records": {"month": [{"hours": 1}, {"hours": 2}]}}] * 2
    rows = [{"key": "a", "persons": 1, "records": {"post": posts}}]
    assert {"a": "6"} == amounts(evaluate(DEEP, rows, levels=DEEP_LEVELS))


def test_total_over_no_records_is_zero(evaluate: Evaluate):
    """A recipient without posts has a total of nothing."""
    rows = [{"key": "a", "persons": 1}]
    assert {"a": "0"} == amounts(evaluate(DEEP, rows, levels=DEEP_LEVELS))


# -- look-ups --------------------------------------------------------------------------------------

LOOK_UP = """
[figures.size]
unit = "person"
[figures.sort]
unit = "code"
[figures.since]
unit = "date"
[parameters.by_code]
unit = "EUR"
values = [
  { end = 2017-12-31, table = { a = "1" }, basis = "stated", citation = "law" },
  { start = 2018-01-01, table = { a = "10", b = "20" }, basis = "stated", citation = "law" },
]
[parameters.by_size]
unit = "EUR"
values = [{ bands = [{ at_least = "10", value = "100" }, { at_least = "20.5", value = "200" }], basis = "stated", citation = "law" }]
[parameters.by_day]
unit = "EUR"
values = [
  { end = 2017-12-31, value = "1000", basis = "stated", citation = "law" },
  { start = 2018-01-01, value = "2000", basis = "stated", citation = "law" },
]
[rules.code_amount]
kind = "look_up"
parameter = "by_code"
by = "sort"
at = "since"
[rules.size_amount]
kind = "look_up"
parameter = "by_size"
by = "size"
[rules.day_amount]
kind = "look_up"
parameter = "by_day"
at = "since"
[rules.sum]
kind = "sum"
of = ["code_amount", "size_amount", "day_amount"]
[result]
award = "sum"
unit = "EUR"
"""


def looked_up(**changes: object) -> dict[str, object]:
    """Return a row for the look-ups."""
    row: dict[str, object] = {"key": "k", "size": 10, "sort": "a", "since": "2018-01-01"}
    return row | changes


@pytest.mark.parametrize(
    ("wanted", "changes"),
    [
        ("2110.00", {}),
        ("2120.00", {"sort": "b"}),
        ("1101.00", {"since": "2017-12-31"}),
        ("2110.00", {"size": 20}),
        ("2210.00", {"size": 21}),
    ],
)
def test_look_up_by_code_band_and_date(evaluate: Evaluate, wanted: str, changes: dict[str, object]):
    """A code finds a row, a quantity a band, a date the value in force."""
    assert {"k": wanted} == amounts(evaluate(LOOK_UP, [looked_up(**changes)]))


@pytest.mark.parametrize(
    ("pointer", "changes"),
    [
        ("/rules/code_amount", {"sort": "c"}),
        ("/rules/code_amount", {"since": "2017-12-31", "sort": "b"}),
        ("/rules/size_amount", {"size": 9}),
    ],
)
def test_look_up_without_a_row_is_refused(
    evaluate: Evaluate, pointer: str, changes: dict[str, object]
):
    """What no row stands for is an error and not a zero."""
    with pytest.raises(AllocationError) as error:
        evaluate(LOOK_UP, [looked_up(**changes)])
    assert {("no_row", pointer)} == problems(error)


def test_look_up_names_every_record_without_a_row(evaluate: Evaluate):
    """All that are missing are told at once."""
    rows = [looked_up(key=key, sort="zz") for key in ("a", "b", "c")]
    with pytest.raises(AllocationError) as error:
        evaluate(LOOK_UP, rows)
    assert ["'a'", "'b'", "'c'"] == [problem.params["record"] for problem in error.value.problems]


def test_look_up_tells_the_rows_of_the_day_that_was_asked(evaluate: Evaluate):
    """The rows in the message are those in force on the record's own date."""
    rows = [looked_up(key="x"), looked_up(key="y", since="2017-01-01", sort="b")]
    with pytest.raises(AllocationError) as error:
        evaluate(LOOK_UP, rows)
    assert ["a"] == [problem.params["rows"] for problem in error.value.problems]


def test_table_is_looked_up_by_two_figures(evaluate: Evaluate):
    """Two look-ups of one parameter read the same row in force."""
    document = LOOK_UP.replace(
        "[rules.code_amount]",
        '[rules.again]\nkind = "look_up"\nparameter = "by_size"\n'
        'by = { kind = "sum", of = ["size", "size"] }\n[rules.code_amount]',
    ).replace('of = ["code_amount", ', 'of = ["again", "code_amount", ')
    assert {"k": "2210.00"} == amounts(evaluate(document, [looked_up()]))


EDITIONS = f"""{PERSONS}
[parameters.rate]
unit = "EUR/person"
values = [
  {{ edition = "A", start = 2017-01-01, end = 2017-12-31, value = "1", basis = "stated", citation = "law" }},
  {{ edition = "B", start = 2018-01-01, value = "2", basis = "stated", citation = "law" }},
  {{ edition = "C", start = 2018-01-01, known_from = 2018-09-01, value = "3", basis = "inferred", citation = "law" }},
]
[parameters.bonus]
unit = "EUR/person"
values = [{{ start = 2018-01-01, value = "10", basis = "stated", citation = "law" }}]
[rules.result]
kind = "product"
of = ["persons", {{ kind = "sum", of = ["rate", "bonus"] }}]
[result]
award = "result"
unit = "EUR"
"""


@pytest.mark.parametrize(
    ("wanted", "options"),
    [
        ("13.00", {}),
        ("12.00", {"as_known": dt.date(2018, 8, 31)}),
        ("13.00", {"as_known": dt.date(2018, 9, 1)}),
        ("11.00", {"edition": "A"}),
        ("12.00", {"edition": "B"}),
        ("12.00", {"edition": "B", "as_known": dt.date(2018, 12, 1)}),
    ],
)
def test_edition_and_knowledge_choose_the_row(
    evaluate: Evaluate, wanted: str, options: dict[str, Any]
):
    """An edition applies to the parameters that have it, whatever the day."""
    assert {"a": wanted} == amounts(evaluate(EDITIONS, [{"key": "a", "persons": 1}], **options))


@pytest.mark.parametrize("edition", ["D", "", "a", "Ａ"])  # noqa: RUF001  # a full-width A is meant
def test_unknown_edition_is_refused(evaluate: Evaluate, edition: str):
    """An edition that no parameter has is told with those that exist."""
    with pytest.raises(UnknownNameError) as error:
        evaluate(EDITIONS, [{"key": "a", "persons": 1}], edition=edition)
    assert ("A", "B", "C") == error.value.known


def test_look_up_of_an_edition_and_of_the_day(evaluate: Evaluate):
    """An index divides the value of the day by that of the base edition."""
    document = EDITIONS.replace(
        '["persons", { kind = "sum", of = ["rate", "bonus"] }]',
        '["persons", { kind = "look_up", parameter = "rate", edition = "A" }, '
        '{ kind = "number", value = "1" }]',
    ).replace('[parameters.bonus]\nunit = "EUR/person"\n', '[parameters.bonus]\nunit = "EUR"\n')
    document = document.replace(
        '[result]\naward = "result"',
        '[rules.plus]\nkind = "sum"\nof = ["result", "bonus"]\n[result]\naward = "plus"',
    )
    assert {"a": "14.00"} == amounts(evaluate(document, [{"key": "a", "persons": 4}]))


BASE = f"""{PERSONS}
[parameters.index]
unit = "1"
values = [
  {{ edition = "base", start = 2014-01-01, end = 2014-12-31, value = "100", basis = "stated", citation = "law" }},
  {{ edition = "new", start = 2018-01-01, value = "110", basis = "stated", citation = "law" }},
]
[rules.indexed]
kind = "round"
of = {{ kind = "product", of = ["persons", {{ kind = "quotient", of = "index", by = {{ kind = "look_up", parameter = "index", edition = "base" }} }}] }}
step = "1"
method = "half_up"
[result]
award = "indexed"
unit = "person"
"""


def test_index_is_computed_from_two_editions(evaluate: Evaluate):
    """110 of 100 makes a tenth more."""
    assert {"a": "110"} == amounts(evaluate(BASE, [{"key": "a", "persons": 100}]))


def test_index_is_explained_with_the_value_of_each_edition(evaluate: Evaluate):
    """The formula says 110 divided by 100, not by 110."""
    said = evaluate(BASE, [{"key": "a", "persons": 100}])["a"].explain("en")
    assert "110" in said
    assert re.search(r"index, edition base \(100\)", said)


def test_sources_of_an_index_tell_the_value_of_each_edition(evaluate: Evaluate):
    """Each source stands with the number that was read from it."""
    said = evaluate(BASE, [{"key": "a", "persons": 100}])["a"].explain("en")
    assert ["index = 100, in force since 2014-01-01, edition base", "index = 110"] == sorted(
        re.findall(r"index = 100, in force since 2014-01-01, edition base|index = 110", said)
    )


OLD_ONLY = "".join(
    line
    for line in BASE.replace(
        'of = "index", by', 'of = { kind = "number", value = "1" }, by'
    ).splitlines(keepends=True)
    if '"new"' not in line
)


def test_look_up_of_an_edition_that_is_not_in_force(evaluate: Evaluate):
    """An edition counts by its name, whatever the day."""
    assert {"a": "3"} == amounts(evaluate(OLD_ONLY, [{"key": "a", "persons": 300}]))


def test_look_up_of_an_edition_that_is_not_in_force_is_explained(evaluate: Evaluate):
    """What could be computed can be explained."""
    award = evaluate(OLD_ONLY, [{"key": "a", "persons": 300}])["a"]
    assert "index, edition base (100)" in award.explain("en")


@pytest.mark.parametrize("language", ["de", "en"])
def test_explaining_does_not_change_what_was_read(evaluate: Evaluate, language: str):
    """The editions of an allocation are the same before and after somebody asks."""
    allocation = evaluate(BASE + 'outputs = ["indexed"]\n', [{"key": "a", "persons": 100}])
    before = allocation.editions
    assert allocation["a"].explain(language)
    assert before == allocation.editions


@pytest.mark.parametrize("at", [dt.date(2013, 12, 31), dt.date(2015, 1, 1)])
def test_look_up_on_a_day_without_a_value(evaluate: Evaluate, at: dt.date):
    """Between two rows there is no value, and the nearest days are told."""
    document = BASE.replace(
        '{ kind = "look_up", parameter = "index", edition = "base" }',
        '{ kind = "look_up", parameter = "index", at = "since" }',
    ).replace("[parameters.index]", '[figures.since]\nunit = "date"\n[parameters.index]')
    with pytest.raises(NotInForceError) as error:
        evaluate(document, [{"key": "a", "persons": 100, "since": at}])
    assert ("index", at) == (error.value.key, error.value.day)


# -- arithmetic ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "method", "persons"),
    [
        ("10", "half_up", 5),
        ("0", "half_even", 5),
        ("0", "down", 9),
        ("10", "up", 1),
        ("20", "half_even", 15),
        ("20", "half_up", 15),
        ("10", "half_even", 14),
        ("0", "up", 0),
    ],
)
def test_round_to_a_step_by_each_method(evaluate: Evaluate, wanted: str, method: str, persons: int):
    """Rounding is by name and to a step."""
    document = f"""{PERSONS}
[rules.result]
kind = "round"
of = "persons"
step = "10"
method = "{method}"
[result]
award = "result"
unit = "person"
"""
    assert {"a": wanted} == amounts(evaluate(document, [{"key": "a", "persons": persons}]))


@pytest.mark.parametrize(
    ("wanted", "method"), [("-10", "half_up"), ("0", "half_even"), ("0", "down"), ("-10", "up")]
)
def test_round_below_zero(evaluate: Evaluate, wanted: str, method: str):
    """Half up is away from zero, down towards it."""
    document = f"""{PERSONS}
[rules.result]
kind = "round"
of = {{ kind = "difference", of = "persons", less = ["persons", "persons"] }}
step = "10"
method = "{method}"
[result]
award = "result"
unit = "person"
"""
    assert {"a": wanted} == amounts(evaluate(document, [{"key": "a", "persons": 5}]))


def _of_two(kind: str, result: str = '"x", "y"') -> str:
    return f"""
[figures.x]
unit = "EUR"
[figures.y]
unit = "EUR"
level = "all"
[rules.result]
kind = "{kind}"
of = [{result}]
[result]
award = "result"
unit = "EUR"
"""


@pytest.mark.parametrize(
    ("wanted", "kind"), [("3.50", "sum"), ("1.00", "least"), ("2.50", "greatest")]
)
def test_nodes_of_several_operands(evaluate: Evaluate, wanted: str, kind: str):
    """Operands of an upper level flow down."""
    allocation = evaluate(_of_two(kind), [{"key": "a", "x": "1"}], figures={"y": "2.5"})
    assert {"a": wanted} == amounts(allocation)


@pytest.mark.parametrize("kind", ["sum", "least", "greatest", "product"])
def test_nodes_of_one_operand(evaluate: Evaluate, kind: str):
    """One operand is itself."""
    document = _of_two(kind, '"x"').replace('[figures.y]\nunit = "EUR"\nlevel = "all"\n', "")
    assert {"a": "1.25"} == amounts(evaluate(document, [{"key": "a", "x": "1.25"}]))


def test_product_of_numbers_of_two_levels(evaluate: Evaluate):
    """Two figures of the recipient and one of all are multiplied."""
    document = f"""{PERSONS}
[figures.factor]
unit = "1"
[figures.rate]
unit = "EUR/person"
level = "all"
[rules.result]
kind = "round"
of = {{ kind = "product", of = ["persons", "factor", "rate"] }}
step = "0.01"
method = "half_up"
[result]
award = "result"
unit = "EUR"
"""
    rows = [{"key": "a", "persons": 3, "factor": "0.5"}, {"key": "b", "persons": 1, "factor": 2}]
    assert {"a": "1.88", "b": "2.50"} == amounts(evaluate(document, rows, figures={"rate": "1.25"}))


QUOTIENT = f"""{PERSONS}
[figures.divisor]
unit = "1"
[rules.result]
kind = "round"
of = {{ kind = "quotient", of = "persons", by = "divisor" }}
step = "1"
method = "half_up"
[result]
award = "result"
unit = "person"
"""


def test_quotient_by_a_figure_of_each(evaluate: Evaluate):
    """Each record is divided by its own number, exactly."""
    rows = [
        {"key": "a", "persons": 7, "divisor": "2"},
        {"key": "b", "persons": 1, "divisor": "0.3"},
    ]
    assert {"a": "4", "b": "3"} == amounts(evaluate(QUOTIENT, rows))


def test_every_zero_divisor_is_told(evaluate: Evaluate):
    """All records that divide by zero are named."""
    rows = [{"key": key, "persons": 1, "divisor": d} for key, d in (("a", 0), ("b", 1), ("c", 0))]
    with pytest.raises(AllocationError) as error:
        evaluate(QUOTIENT, rows)
    assert [("zero_divisor", "/rules/result/of")] * 2 == [
        (problem.code, problem.pointer) for problem in error.value.problems
    ]


def test_excluded_record_does_not_divide(evaluate: Evaluate):
    """Who is excluded before cannot divide by zero."""
    document = (
        QUOTIENT
        + """
[[conditions]]
code = "no_divisor"
when = { kind = "compare", left = "divisor", op = "above", right = { kind = "number", value = "0" } }
effect = "exclude"
de = "d"
en = "e"
"""
    )
    rows = [{"key": "a", "persons": 1, "divisor": 0}, {"key": "b", "persons": 1, "divisor": 1}]
    assert {"a": "0", "b": "1"} == amounts(evaluate(document, rows))


def test_share_of_nothing_is_refused(evaluate: Evaluate):
    """Shares of a total of zero cannot be computed."""
    document = f"""{PERSONS}
[rules.result]
kind = "round"
of = {{ kind = "share", of = "persons" }}
step = "0.01"
method = "half_up"
[result]
award = "result"
unit = "1"
"""
    with pytest.raises(AllocationError) as error:
        evaluate(document, [{"key": "a", "persons": 0}])
    assert {("zero_divisor", "/rules/result/of")} == problems(error)


@pytest.mark.parametrize("sign", ["-", ""])
def test_quotient_by_a_parameter_below_zero(evaluate: Evaluate, sign: str):
    """A divisor keeps its sign."""
    document = f"""{PERSONS}
[parameters.divisor]
unit = "1"
values = [{{ value = "{sign}0.5", basis = "stated", citation = "law" }}]
[rules.result]
kind = "round"
of = {{ kind = "quotient", of = "persons", by = "divisor" }}
step = "1"
method = "half_up"
[result]
award = "result"
unit = "person"
"""
    assert {"a": f"{sign}6"} == amounts(evaluate(document, [{"key": "a", "persons": 3}]))


def test_least_and_greatest_of_dates(evaluate: Evaluate):
    """The earlier and the later of dates are found, and compared with the day."""
    document = f"""{PERSONS}
[figures.first]
unit = "date"
[figures.second]
unit = "date"
[[conditions]]
code = "before"
when = {{ kind = "compare", left = "day", op = "below", right = {{ kind = "least", of = ["first", "second"] }} }}
effect = "notice"
de = "d {{day}}"
en = "e {{day}}"
[[conditions]]
code = "after"
when = {{ kind = "compare", left = "day", op = "above", right = {{ kind = "greatest", of = ["first", "second"] }} }}
effect = "notice"
de = "d"
en = "e"
[result]
award = "persons"
unit = "person"
"""
    row = {"key": "a", "persons": 1, "first": "2018-06-01", "second": "2018-08-01"}
    allocation = evaluate(document, [row])
    assert ["before", "after"] == codes(allocation, "a")


@pytest.mark.parametrize(
    ("wanted", "op", "persons"),
    [
        (True, "at_least", 2),
        (False, "at_least", 1),
        (True, "at_most", 2),
        (False, "at_most", 3),
        (True, "above", 3),
        (False, "above", 2),
        (True, "below", 1),
        (False, "below", 2),
        (True, "equal", 2),
        (False, "equal", 3),
    ],
)
def test_comparisons(evaluate: Evaluate, wanted: bool, op: str, persons: int):
    """Each comparison includes its bound or not, as its name says."""
    document = f"""{LEAST}{PERSONS}
[[conditions]]
code = "fails"
when = {{ kind = "compare", left = "persons", op = "{op}", right = "least" }}
effect = "notice"
de = "d"
en = "e"
[result]
award = "persons"
unit = "person"
"""
    allocation = evaluate(document, [{"key": "a", "persons": persons}])
    assert wanted is not bool(codes(allocation, "a"))


@pytest.mark.parametrize(
    ("wanted", "kind", "truths"),
    [
        (True, "all_of", (True, True)),
        (False, "all_of", (True, False)),
        (True, "any_of", (False, True)),
        (False, "any_of", (False, False)),
    ],
)
def test_truths_together(evaluate: Evaluate, wanted: bool, kind: str, truths: tuple[bool, bool]):
    """All must hold, or one."""
    document = f"""{PERSONS}
[figures.one]
unit = "truth"
[figures.other]
unit = "truth"
[[conditions]]
code = "fails"
when = {{ kind = "{kind}", of = ["one", "other"] }}
effect = "notice"
de = "d"
en = "e"
[result]
award = "persons"
unit = "person"
"""
    row = {"key": "a", "persons": 1, "one": truths[0], "other": truths[1]}
    assert wanted is not bool(codes(evaluate(document, [row]), "a"))


# -- splits ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "pot", "persons"),
    [("no_weight", "1", (0, 0)), ("no_weight", "0", (0, 0))],
)
def test_split_without_weights_is_refused(
    evaluate: Evaluate, code: str, pot: str, persons: tuple[int, int]
):
    """Weights that are all zero say nothing."""
    rows = [{"key": str(index), "persons": count} for index, count in enumerate(persons)]
    with pytest.raises(AllocationError) as error:
        evaluate(SPLIT, rows, figures={"pot": pot})
    assert {(code, "/rules/part")} == problems(error)


def test_split_by_a_weight_below_zero_is_refused(evaluate: Evaluate):
    """A difference may become negative; as a weight it is refused."""
    document = SPLIT.replace(
        'by = "persons"', 'by = { kind = "difference", of = "persons", less = ["least"] }'
    )
    with pytest.raises(AllocationError) as error:
        evaluate(LEAST + document, [{"key": "a", "persons": 1}], figures={"pot": "1"})
    assert {("negative_weight", "/rules/part")} == problems(error)


def test_split_of_a_pot_below_zero_is_refused(evaluate: Evaluate):
    """A negative pot cannot be given out."""
    document = SPLIT.replace(
        'pot = "pot"\nby',
        'pot = { kind = "difference", of = "pot", less = ["pot", "pot"] }\nby',
    )
    with pytest.raises(AllocationError) as error:
        evaluate(document, [{"key": "a", "persons": 1}], figures={"pot": "1"})
    assert {("pot_not_whole", "/rules/part")} == problems(error)


def test_split_in_larger_steps(evaluate: Evaluate):
    """A pot of 25 euros is given out in fives."""
    document = SPLIT.replace('step = "0.01"', 'step = "5"').replace(
        'pot = "pot"\nby',
        'pot = { kind = "round", of = "pot", step = "5", method = "down" }\nby',
    )
    rows = [{"key": "a", "persons": 1}, {"key": "b", "persons": 2}]
    assert {"a": "10.00", "b": "15.00"} == amounts(
        evaluate(document, rows, figures={"pot": "25.99"})
    )


def test_split_among_a_level_gives_equal_parts(evaluate: Evaluate):
    """Without weights the records of a level get the same, but for the last cent."""
    document = SPLIT.replace('by = "persons"', 'among = "recipient"').replace(PERSONS, "")
    rows = [{"key": key} for key in "cab"]
    assert {"c": "0.33", "a": "0.34", "b": "0.33"} == amounts(
        evaluate(document, rows, figures={"pot": "1"})
    )


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_tie_is_broken_by_the_smaller_key(evaluate: Evaluate, order: tuple[str, ...]):
    """The order of the rows never decides."""
    rows = [{"key": key, "persons": 1} for key in order]
    allocation = evaluate(SPLIT, rows, figures={"pot": "0.02"})
    assert {"a": "0.01", "b": "0.01", "c": "0.00"} == amounts(allocation)


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_broken_tie_is_a_finding(evaluate: Evaluate, order: tuple[str, ...]):
    """The result says that a tie was broken, and among whom, in the same words each time."""
    rows = [{"key": key, "persons": 1} for key in order]
    allocation = evaluate(SPLIT, rows, figures={"pot": "0.02"})
    assert [
        (
            "tie_broken",
            "A tie between a, b, c; served, by the smaller key: 2 of 3.",
            {"level": "recipient", "members": "3", "served": "2"},
        )
    ] == [(finding.code, finding.text.en, dict(finding.values)) for finding in allocation.findings]


def test_tie_of_many_is_told_in_short(evaluate: Evaluate):
    """Ten keys are named, the others only counted."""
    rows = [{"key": f"k{number:02}", "persons": 1} for number in range(12)]
    finding = evaluate(SPLIT, rows, figures={"pot": "0.05"}).findings[0]
    assert ("12", True) == (finding.values["members"], "k09…" in finding.text.de)


def test_group_without_members_and_without_money(evaluate: Evaluate):
    """Posts are split among for each recipient; who has none and no money is no mistake."""
    document = """
[figures.pot]
unit = "EUR"
[rules.of_post]
kind = "split"
pot = "pot"
among = "post"
step = "0.01"
method = "largest_remainder"
[rules.result]
kind = "total"
of = "of_post"
per = "recipient"
[result]
award = "result"
unit = "EUR"
"""
    rows = [{"key": "a", "pot": 0}, {"key": "b", "pot": "1", "records": {"post": [{}, {}, {}]}}]
    allocation = evaluate(document, rows, levels='recipient = "all"\npost = "recipient"')
    assert {"a": "0.00", "b": "1.00"} == amounts(allocation)


# -- who is needed, what is left -------------------------------------------------------------------


@pytest.mark.parametrize(("wanted", "document"), [(True, SPLIT), (False, PLAIN)])
def test_programme_knows_whether_all_recipients_are_needed(
    make_programme: MakeProgramme, wanted: bool, document: str
):
    """A split among all is right only for all together."""
    assert wanted is make_programme(document).needs_all_recipients


def test_share_of_a_stated_whole_needs_no_others(make_programme: MakeProgramme):
    """A stated whole lets a rule run for a few recipients."""
    document = f"""{LEAST}{PERSONS}
[rules.result]
kind = "round"
of = {{ kind = "share", of = "persons", whole = "least" }}
step = "1"
method = "down"
[result]
award = "result"
unit = "1"
"""
    assert not make_programme(document).needs_all_recipients


def test_share_of_all_needs_the_others(make_programme: MakeProgramme):
    """Without a stated whole the others are the whole."""
    document = f"""{PERSONS}
[rules.result]
kind = "round"
of = {{ kind = "share", of = "persons" }}
step = "1"
method = "down"
[result]
award = "result"
unit = "1"
"""
    assert make_programme(document).needs_all_recipients


def test_without_a_pot_there_is_no_residue(evaluate: Evaluate):
    """A programme that names no pot has nothing left in it."""
    allocation = evaluate(PLAIN, [{"key": "a", "persons": 1}])
    assert (None, None) == (allocation.pot, allocation.residue)


def test_total_of_some(evaluate: Evaluate):
    """The sum of some awards adds what each was rounded to."""
    rows = [{"key": key, "persons": count} for key, count in (("a", 1), ("b", 2), ("c", 4))]
    assert "5" == evaluate(PLAIN, rows).total_of(["a", "c"]).to_text()


def test_total_of_none(evaluate: Evaluate):
    """The sum of no awards is zero."""
    assert "0" == evaluate(PLAIN, [{"key": "a", "persons": 1}]).total_of([]).to_text()


def test_total_of_an_unknown_key_is_refused(evaluate: Evaluate):
    """A slip in a key is told and not taken for zero."""
    with pytest.raises(UnknownNameError, match="did you mean 'Weinheim'"):
        evaluate(PLAIN, [{"key": "Weinheim", "persons": 1}]).total_of(["Weinhiem"])


@pytest.mark.parametrize("key", [0, None, 1.5, ("a",)])
def test_award_by_something_else_than_a_key_is_refused_readably(evaluate: Evaluate, key: Any):
    """An allocation is no list; the error can be printed."""
    allocation = evaluate(PLAIN, [{"key": "a", "persons": 1}])
    with pytest.raises((LookupError, TypeError)) as error:
        allocation[key]
    assert str(error.value)


@pytest.mark.parametrize("key", [0, None, 1.5])
def test_edition_that_is_no_text_is_refused_readably(evaluate: Evaluate, key: Any):
    """The error of a wrong edition can be printed, whatever was given."""
    if key is None:
        return
    with pytest.raises((LookupError, TypeError, IntegrationsplanError)) as error:
        evaluate(PLAIN, [{"key": "a", "persons": 1}], edition=key)
    assert str(error.value)


@pytest.mark.parametrize(
    "day", [dt.datetime(2018, 7, 1, tzinfo=dt.UTC), "2018-07-01", 20180701, None]
)
def test_day_must_be_a_date(evaluate: Evaluate, day: Any):
    """No moment and no text where a day is meant; the refusal is ours."""
    with pytest.raises(IntegrationsplanError):
        evaluate(PLAIN, [{"key": "a", "persons": 1}], day=day)


# -- the period ------------------------------------------------------------------------------------

PERIOD = f"""{PERSONS}
[[conditions]]
code = "short"
when = {{ kind = "compare", left = "period_end", op = "above", right = "period_start" }}
effect = "notice"
de = "{{period_start}} {{period_end}}"
en = "{{period_start}} {{period_end}}"
[result]
award = "persons"
unit = "person"
"""


@pytest.mark.parametrize("period", [None, Period(dt.date(2018, 1, 1), None)])
def test_programme_that_reads_a_period_needs_one(evaluate: Evaluate, period: Period | None):
    """A missing or open period is told."""
    with pytest.raises(AllocationError) as error:
        evaluate(PERIOD, [{"key": "a", "persons": 1}], period=period)
    assert {("missing_period", "/period")} == problems(error)


def test_period_is_read(evaluate: Evaluate):
    """Start and end of the period are names like others."""
    period = Period(dt.date(2018, 1, 1), dt.date(2018, 1, 1))
    allocation = evaluate(PERIOD, [{"key": "a", "persons": 1}], period=period)
    assert "01.01.2018 01.01.2018" == allocation.findings[0].text.de


# -- what-ifs --------------------------------------------------------------------------------------


def test_override_changes_a_number(make_programme: MakeProgramme):
    """A what-if is another programme; the first one stays."""
    programme = make_programme(EDITIONS)
    changed = programme.override({"bonus": "20"})
    results = [
        allocate(item, [{"key": "a", "persons": 1}], day=dt.date(2018, 7, 1))["a"].amount.to_text()
        for item in (programme, changed)
    ]
    assert ["13.00", "23.00"] == results


def test_override_is_marked_as_assumed_in_the_steps(make_programme: MakeProgramme):
    """Whoever reads the explanation sees that the number was assumed."""
    programme = make_programme(EDITIONS).override({"bonus": "20"})
    award = allocate(programme, [{"key": "a", "persons": 1}], day=dt.date(2018, 7, 1))["a"]
    basis = {item.name: item.basis for step in award.steps for item in step.inputs}
    assert {"persons": None, "bonus": Basis.ASSUMED, "rate": Basis.INFERRED} == basis


@pytest.mark.parametrize("language", ["de", "en"])
def test_override_is_said_as_assumed(make_programme: MakeProgramme, language: str):
    """In the sources too."""
    programme = make_programme(EDITIONS).override({"bonus": "20"})
    award = allocate(programme, [{"key": "a", "persons": 1}], day=dt.date(2018, 7, 1))["a"]
    assert {"de": "(angenommen)", "en": "(assumed)"}[language] in award.explain(language)


@pytest.mark.parametrize(
    "values", [{"bonus": "abc"}, {"bonus": "1e3"}, {"bonus": ""}, {"bonus": 5}, {"bonus": None}]
)
def test_override_by_what_is_no_number_is_refused(
    make_programme: MakeProgramme, values: Mapping[str, Any]
):
    """Numbers are given as text."""
    with pytest.raises(InvalidValueError):
        make_programme(EDITIONS).override(values)


def test_override_of_an_unknown_parameter_is_refused(make_programme: MakeProgramme):
    """A slip in the name is told."""
    with pytest.raises(UnknownNameError, match="did you mean 'bonus'"):
        make_programme(EDITIONS).override({"bonsu": "1"})


def test_override_that_breaks_the_rounding_is_refused(make_programme: MakeProgramme):
    """A number with more decimals would leave parts of a cent in the award."""
    with pytest.raises(InvalidValueError) as error:
        make_programme(EDITIONS).override({"bonus": "0.001"})
    assert {("not_rounded", "/result/award")} == problems(error)


@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        ("13", Decimal(13)),
        ("13", Decimal("13.0")),
        ("130", Decimal("1.3E+2")),
        ("0", Decimal("-0")),
    ],
)
def test_decimal_is_an_exact_number(evaluate: Evaluate, wanted: str, value: Decimal):
    """Decimals come out of databases and are exact."""
    assert {"a": wanted} == amounts(evaluate(PLAIN, [{"key": "a", "persons": value}]))


@pytest.mark.parametrize(
    "value",
    [
        "NaN",
        "sNaN",
        "Infinity",
        "-Infinity",
        "1e1000000",
        "1e-1000000",
        "-1",
        "1.5",
        "9" * 19,
        "1e18",
    ],
)
def test_decimal_that_is_no_count_is_refused(evaluate: Evaluate, value: str):
    """The exponent of a decimal is looked at before it is computed with."""
    with pytest.raises((AllocationError, InvalidValueError)):
        evaluate(PLAIN, [{"key": "a", "persons": Decimal(value)}])


def test_float_in_a_recipient_made_by_hand_is_refused(evaluate: Evaluate):
    """No float comes in through the back door."""
    with pytest.raises((AllocationError, InvalidValueError)):
        evaluate(PLAIN, [Recipient(key="a", figures=FrozenMap({"persons": 1.5}))])


def test_float_for_the_whole_is_refused(evaluate: Evaluate):
    """The pot is looked at like figures of recipients."""
    with pytest.raises((AllocationError, InvalidValueError)):
        evaluate(SPLIT, [{"key": "a", "persons": 1}], figures={"pot": 1.5})


def test_weights_of_many_denominators_are_exact(evaluate: Evaluate):
    """Fractions without a small common denominator are computed one by one, and add up."""
    primes = [p for p in range(2, 130) if all(p % q for q in range(2, p))]
    document = SPLIT.replace('[figures.persons]\nunit = "person"', '[figures.persons]\nunit = "1"')
    rows = [{"key": f"k{prime}", "persons": Fraction(1, prime)} for prime in primes]
    assert "1000.00" == evaluate(document, rows, figures={"pot": "1000"}).total.to_text()


def test_chain_of_400_rules_is_evaluated(evaluate: Evaluate):
    """As many rules as a programme may have, one on the other, are no deep recursion."""
    chain = "".join(
        f'[rules.r{number}]\nkind = "sum"\nof = ["r{number - 1}"]\n' for number in range(1, 400)
    )
    document = f"""{PERSONS}
[rules.r0]
kind = "sum"
of = ["persons"]
{chain}
[result]
award = "r399"
unit = "person"
"""
    assert {"a": "3"} == amounts(evaluate(document, [{"key": "a", "persons": 3}]))


# -- bands as printed ------------------------------------------------------------------------------

BANDS = """
[figures.persons]
unit = "person"
[parameters.grant]
unit = "EUR"
[[parameters.grant.values]]
basis = "stated"
citation = "law"
bands = [
  { above = "10000", at_most = "20000", value = "5000" },
  { above = "20000", below = "50000", value = "7000" },
  { at_least = "50000", at_most = "60000", value = "9000" },
]
[rules.part]
kind = "look_up"
parameter = "grant"
by = "persons"
[result]
award = "part"
unit = "EUR"
"""


@pytest.mark.parametrize(
    ("amount", "persons"),
    [
        ("5000.00", 10_001),
        ("5000.00", 20_000),
        ("7000.00", 20_001),
        ("7000.00", 49_999),
        ("9000.00", 50_000),
        ("9000.00", 60_000),
    ],
)
def test_ends_of_bands_are_as_printed(evaluate: Evaluate, amount: str, persons: int):
    """Above 10,000 up to 20,000, above that below 50,000, from there on up to 60,000."""
    assert {"a": amount} == amounts(evaluate(BANDS, [{"key": "a", "persons": persons}]))


@pytest.mark.parametrize("persons", [9_999, 10_000, 60_001])
def test_outside_all_bands_there_is_no_value(evaluate: Evaluate, persons: int):
    """Below the first band and above an end of the last one nothing is guessed."""
    with pytest.raises(AllocationError) as error:
        evaluate(BANDS, [{"key": "a", "persons": persons}])
    assert {("no_row", "/rules/part")} == problems(error)
    assert "> 10000, <= 60000" in str(error.value)


# -- conditions that cannot be asked ---------------------------------------------------------------

TWO_CONDITIONS = (
    BANDS
    + """
[[conditions]]
code = "too_small"
when = { kind = "compare", left = "persons", op = "above", right = "smallest" }
effect = "exclude"
de = "Zu klein."
en = "Too small."
[[conditions]]
code = "too_little"
when = { kind = "compare", left = "part", op = "at_least", right = "least" }
effect = "exclude"
de = "Zu wenig."
en = "Too little."
[parameters.smallest]
unit = "person"
values = [{ value = "10000", basis = "stated", citation = "law" }]
[parameters.least]
unit = "EUR"
values = [{ value = "6000", basis = "stated", citation = "law" }]
"""
)


def test_who_is_excluded_anyway_is_not_asked_what_has_no_answer(evaluate: Evaluate):
    """Below the lowest band there is no grant to compare; that the town is too small is enough."""
    rows = [
        {"key": "a", "persons": 5},
        {"key": "b", "persons": 15_000},
        {"key": "c", "persons": 30_000},
    ]
    allocation = evaluate(TWO_CONDITIONS, rows)
    assert {"a": ["too_small"], "b": ["too_little"], "c": []} == {
        award.recipient.key: [finding.code for finding in award.findings] for award in allocation
    }


def test_what_has_no_answer_is_told_where_nothing_else_excludes(evaluate: Evaluate):
    """Above the highest band nothing is known."""
    with pytest.raises(AllocationError) as error:
        evaluate(TWO_CONDITIONS, [{"key": "a", "persons": 5}, {"key": "b", "persons": 70_000}])
    assert {("no_row", "/rules/part")} == problems(error)
    assert 1 == len(error.value.problems)


# -- reasons behind conditions and budgets ---------------------------------------------------------

REFUSED = """
[figures.persons]
unit = "person"
[figures.eligible]
unit = "truth"
[parameters.rate]
unit = "EUR/person"
values = [{ value = "10", basis = "stated", citation = "law" }]
[rules.heads]
kind = "choose"
cases = [{ when = "eligible", then = "persons" }]
otherwise = { kind = "number", value = "0", unit = "person" }
because = { code = "not_eligible", de = "Nicht berechtigt.", en = "Not eligible." }
[rules.grant]
kind = "product"
of = ["persons", "rate"]
[[conditions]]
code = "nobody_counts"
when = { kind = "compare", left = "heads", op = "above", right = { kind = "number", value = "0", unit = "person" } }
effect = "EFFECT"
de = "Niemand zählt."
en = "Nobody counts."
[result]
award = "grant"
unit = "EUR"
"""


@pytest.mark.parametrize("effect", ["exclude", "zero", "notice"])
def test_a_reason_behind_a_condition_is_told(evaluate: Evaluate, effect: str):
    """What made a condition fail stands beside it, and beside nothing that holds."""
    rows = [
        {"key": "a", "persons": 1, "eligible": False},
        {"key": "b", "persons": 1, "eligible": True},
    ]
    allocation = evaluate(REFUSED.replace("EFFECT", effect), rows)
    assert {"nobody_counts", "not_eligible"} == {f.code for f in allocation["a"].findings}
    assert () == allocation["b"].findings


# -- keys that hold a slash ------------------------------------------------------------------------

TWO_BELOW = """
[figures.hours]
unit = "1"
level = "month"
[rules.twice]
kind = "sum"
of = ["hours", "hours"]
[rules.all_hours]
kind = "round"
of = { kind = "total", of = "twice", per = "recipient" }
step = "1"
method = "half_up"
[result]
award = "all_hours"
unit = "1"
outputs = ["twice"]
"""


def test_keys_with_a_slash_are_told_apart(evaluate: Evaluate):
    """Month z of post x/y is not month y/z of post x."""
    posts = [
        {"key": "x/y", "records": {"month": [{"key": "z", "hours": "1"}]}},
        {"key": "x", "records": {"month": [{"key": "y/z", "hours": "2"}]}},
    ]
    levels = 'recipient = "all"\npost = "recipient"\nmonth = "post"'
    award = evaluate(TWO_BELOW, [{"key": "a", "records": {"post": posts}}], levels=levels)["a"]
    assert {"x~1y/z": "2", "x/y~1z": "4"} == {
        key: part.to_text() for key, part in award.parts["twice"].items()
    }
    assert () == verify_trace(award.trace())


# -- a row of a table ------------------------------------------------------------------------------

WEIGHTS = """
[figures.persons]
unit = "person"
[figures.area]
unit = "km2"
[figures.pot]
unit = "EUR"
level = "all"
[parameters.weight]
unit = "percent"
sums_to = "100"
values = [{ table = { persons = "70", area = "30" }, basis = "stated", citation = "law" }]
[rules.key]
kind = "sum"
of = [
  { kind = "product", of = [{ kind = "look_up", parameter = "weight", row = "persons" }, { kind = "share", of = "persons" }] },
  { kind = "product", of = [{ kind = "look_up", parameter = "weight", row = "area" }, { kind = "share", of = "area" }] },
]
[rules.part]
kind = "split"
pot = "pot"
by = "key"
step = "0.01"
method = "largest_remainder"
[result]
award = "part"
unit = "EUR"
"""
TWO_TOWNS = [{"key": "a", "persons": 1, "area": "3"}, {"key": "b", "persons": 1, "area": "1"}]


def test_weights_of_a_key_stand_in_one_table(evaluate: Evaluate):
    """70 by persons and 30 by area: 35 and 22.50, 35 and 7.50."""
    allocation = evaluate(WEIGHTS, TWO_TOWNS, figures={"pot": "100"})
    assert {"a": "57.50", "b": "42.50"} == amounts(allocation)
    assert () == verify_trace(allocation["a"].trace())


def test_weights_that_do_not_sum_to_100_are_refused(make_programme: Callable[..., Any]):
    """A printed 40 beside 70 is a slip of the pen, and would break a floor."""
    with pytest.raises(DocumentError, match="110"):
        make_programme(WEIGHTS.replace('area = "30"', 'area = "40"'))


@pytest.mark.parametrize(
    ("wanted", "old", "new"),
    [
        (("no_such_row", "/rules/key/of/1/of/0/row"), 'row = "area"', 'row = "acre"'),
        (
            ("row_of_no_table", "/rules/key/of/1/of/0/row"),
            'row = "area"',
            'row = "area", by = "recipient"',
        ),
    ],
)
def test_a_wrong_row_is_told(
    make_programme: Callable[..., Any], wanted: tuple[str, str], old: str, new: str
):
    """The row of a table is known when the document is loaded."""
    with pytest.raises(DocumentError) as error:
        make_programme(WEIGHTS.replace(old, new))
    assert wanted in {(p.code, p.pointer) for p in error.value.problems}
