# ruff: noqa: E501  # the inline tables of TOML bear no line breaks
"""Traces: an award as a document that proves itself, and what becomes of one that was altered."""

import copy
import datetime as dt
import json
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from integrationsplan import Allocation, from_json, to_json
from integrationsplan.allocation import NODES, Node, Not, Trace, verify_trace
from integrationsplan.allocation._trace import Step
from integrationsplan.errors import DocumentError, IntegrationsplanError
from integrationsplan.values import Bilingual, Period

Evaluate = Callable[..., Allocation]
LEVELS = 'recipient = "district"\ndistrict = "all"\npost = "recipient"'

WHOLE = """
[figures.pot]
unit = "EUR"
level = "all"
[figures.area]
unit = "km2"
level = "district"
[figures.persons]
unit = "person"
[figures.since]
unit = "date"
[figures.sort]
unit = "code"
[figures.member]
unit = "truth"
[figures.hours]
unit = "1"
level = "post"
[parameters.rate]
unit = "EUR/person"
values = [
  { end = 2017-12-31, value = "5", basis = "stated", citation = "law" },
  { start = 2018-01-01, value = "7.30", basis = "inferred", citation = "law" },
]
[parameters.per_sort]
unit = "EUR"
values = [{ table = { a = "100", b = "250.5" }, basis = "stated", citation = "law" }]
[parameters.part]
unit = "percent"
values = [{ value = "66.7", basis = "stated", citation = "law" }]
[parameters.monthly]
unit = "EUR/month"
values = [{ value = "10", basis = "stated", citation = "law" }]
[rules.key]
kind = "sum"
of = [{ kind = "share", of = "persons" }, { kind = "share", of = "persons", per = "district" }]
[rules.divided]
kind = "split"
pot = "pot"
by = "key"
step = "0.01"
method = "huntington_hill"
[rules.remaindered]
kind = "split"
pot = { kind = "round", of = { kind = "product", of = ["pot", "part"] }, step = "1", method = "half_even" }
by = { kind = "total", of = "hours", per = "recipient" }
step = "0.01"
method = "largest_remainder"
[rules.equal]
kind = "split"
pot = "pot"
among = "recipient"
step = "0.01"
method = "adams"
[rules.bounded]
kind = "bound"
of = "divided"
at_least = { kind = "look_up", parameter = "per_sort", by = "sort" }
at_most = { kind = "quotient", of = "pot", by = { kind = "number", value = "1" } }
[rules.ranked]
kind = "rank"
of = "equal"
budget = "pot"
order = [{ by = "since", first = "low" }]
last = "part"
after = "skip"
[rules.old_rate]
kind = "product"
of = ["persons", { kind = "look_up", parameter = "rate", at = "since" }]
[rules.new_rate]
kind = "product"
of = ["persons", "rate"]
[rules.timed]
kind = "product"
of = [
  "monthly",
  { kind = "duration", start = "since", end = { kind = "shift", of = "since", months = 3, days = -1 }, unit = "month", part = "calendar" },
]
[rules.dated]
kind = "product"
of = [
  { kind = "count_dates", on = ["03-31", "12-31"], start = "since", end = { kind = "greatest", of = ["since", "day"] }, unit = "1" },
  { kind = "number", value = "1", unit = "EUR" },
]
[rules.posts]
kind = "product"
of = [
  { kind = "count", of = "post", per = "recipient", when = { kind = "compare", left = "hours", op = "above", right = { kind = "number", value = "1" } }, unit = "post" },
  { kind = "number", value = "1", unit = "EUR/post" },
]
[rules.chosen]
kind = "choose"
cases = [
  { when = { kind = "all_of", of = ["member", { kind = "not", of = { kind = "one_of", of = "sort", values = ["b"] } }] }, then = "old_rate" },
  { when = { kind = "any_of", of = ["member", { kind = "compare", left = "area", op = "equal", right = { kind = "number", value = "0", unit = "km2" } }] }, then = "new_rate" },
]
otherwise = { kind = "number", value = "0", unit = "EUR" }
because = { code = "no_member", de = "Kein Mitglied.", en = "No member." }
[rules.everything]
kind = "sum"
of = ["bounded", "remaindered", "ranked", "timed", "dated", "posts", "chosen"]
[rules.paid]
kind = "round"
of = { kind = "greatest", of = [{ kind = "difference", of = "everything", less = ["dated"] }, { kind = "least", of = ["pot", "timed"] }] }
step = "0.01"
method = "half_up"
[[conditions]]
code = "none"
when = { kind = "compare", left = "persons", op = "above", right = { kind = "number", value = "0", unit = "person" } }
effect = "exclude"
de = "Niemand."
en = "Nobody."
[[conditions]]
code = "hours"
when = { kind = "compare", left = "hours", op = "above", right = { kind = "number", value = "0" } }
effect = "exclude"
de = "Keine Stunden."
en = "No hours."
[[conditions]]
code = "closed"
when = { kind = "compare", left = "since", op = "at_most", right = "day" }
effect = "zero"
de = "Später."
en = "Later."
[[conditions]]
code = "member"
when = "member"
effect = "notice"
de = "Kein Mitglied."
en = "No member."
[result]
award = "paid"
financed = { kind = "sum", of = ["paid", "timed_up"] }
unit = "EUR"
outputs = ["everything"]
[rules.timed_up]
kind = "round"
of = "timed"
step = "0.01"
method = "up"
[[sources]]
id = "own"
role = "own"
amount = "timed_up"
[[sources]]
id = "land"
amount = { kind = "round", of = { kind = "product", of = ["award", "part"] }, step = "0.01", method = "down" }
[[sources]]
id = "bund"
amount = "rest"
[[tranches]]
id = "first"
amount = { kind = "round", of = { kind = "product", of = ["award", "part"] }, step = "0.01", method = "down" }
[[tranches]]
id = "second"
amount = "rest"
[[earmarks]]
id = "members"
amount = "chosen"
"""
TOWNS: list[dict[str, Any]] = [
    {
        "key": "a",
        "parent": "x",
        "persons": 7,
        "since": "2017-05-10",
        "sort": "a",
        "member": True,
        "hours": [1, 2, 0],
    },
    {
        "key": "b",
        "parent": "x",
        "persons": 9,
        "since": "2018-02-01",
        "sort": "b",
        "member": True,
        "hours": [5],
    },
    {
        "key": "c",
        "parent": "y",
        "persons": 4,
        "since": "2018-01-31",
        "sort": "a",
        "member": False,
        "hours": [],
    },
    {
        "key": "zeroed",
        "parent": "y",
        "persons": 4,
        "since": "2018-09-01",
        "sort": "a",
        "member": True,
        "hours": [3],
    },
    {
        "key": "excluded",
        "parent": "y",
        "persons": 0,
        "since": "2018-01-01",
        "sort": "b",
        "member": True,
        "hours": [9],
    },
]
KEYS = [town["key"] for town in TOWNS]


@pytest.fixture(scope="module")
def allocation(evaluate: Evaluate) -> Allocation:
    """Return what a programme with every kind of node gives."""
    rows = []
    for town in TOWNS:
        figures = dict(town)
        hours = figures.pop("hours")
        rows.append({**figures, "records": {"post": [{"hours": number} for number in hours]}})
    return evaluate(
        WHOLE,
        rows,
        figures={"pot": 2_000},
        records={"district": [{"key": "x", "area": 3}, {"key": "y", "area": 0}]},
        levels=LEVELS,
    )


def document_of(allocation: Allocation, key: str = "a") -> dict[str, Any]:
    """Return the trace of an award as it is written."""
    return json.loads(to_json(allocation[key].trace()))


def read(document: Any) -> Trace:
    """Read a trace."""
    return from_json(json.dumps(document), Trace)


def kinds_in(operand: Any) -> Iterator[str]:
    """Yield the kinds of the nodes in a formula."""
    if isinstance(operand, Node):
        yield operand.kind
        for _, inner in operand.operands():
            yield from kinds_in(inner)


def test_every_kind_of_node_is_traced(allocation: Allocation):
    """The programme of these tests leaves no kind out."""
    steps = [step for _, step in allocation["a"].trace().every_step()]
    assert {node.kind for node in NODES} == {
        kind for step in steps for kind in kinds_in(step.formula)
    }


@pytest.mark.parametrize("key", KEYS)
def test_trace_verifies(allocation: Allocation, key: str):
    """Paid, zeroed or excluded: everything can be worked out again."""
    assert () == verify_trace(allocation[key].trace())


@pytest.mark.parametrize("key", KEYS)
def test_trace_is_the_same_after_writing_and_reading(allocation: Allocation, key: str):
    """The document holds all of it."""
    trace = allocation[key].trace()
    assert trace == from_json(to_json(trace), Trace)


@pytest.mark.parametrize(
    ("amount", "excluded", "key"),
    [("0.00", True, "excluded"), ("0.00", False, "zeroed")],
)
def test_nothing_is_paid_for_two_reasons(
    allocation: Allocation,
    amount: str,
    excluded: bool,  # a wanted value
    key: str,
):
    """Excluded and zeroed are told apart."""
    trace = allocation[key].trace()
    assert (amount, excluded) == (trace.amount, trace.is_excluded)


def test_excluded_has_the_check_that_excluded_it(allocation: Allocation):
    """Of an excluded recipient nothing was computed."""
    trace = allocation["excluded"].trace()
    assert ([("none", "false")], (), ()) == (
        [(check.rule, check.result) for check in trace.checks],
        trace.steps,
        trace.parts,
    )


def test_checks_of_records_below_are_those_that_fail(allocation: Allocation):
    """An excluded post is told, the others are not listed one by one."""
    checks = [check for check in allocation["a"].trace().checks if check.is_below]
    assert [("hours", "a/3", "false")] == [(c.rule, c.record, c.result) for c in checks]


def test_parts_tell_who_pays_when_and_for_what(allocation: Allocation):
    """Sources, tranches and earmarks stand in the trace with their amounts."""
    trace, award = allocation["b"].trace(), allocation["b"]
    assert {
        ("source", "own"): award.sources["own"].to_text(),
        ("source", "land"): award.sources["land"].to_text(),
        ("source", "bund"): award.sources["bund"].to_text(),
        ("tranche", "first"): award.tranches["first"].to_text(),
        ("tranche", "second"): award.tranches["second"].to_text(),
        ("earmark", "members"): award.earmarks["members"].to_text(),
    } == {(part.block, part.rule): part.result for part in trace.parts}


def test_other_recipients_are_not_in_a_trace(allocation: Allocation):
    """What others bring is their business: sums and ends of splits alone are told."""
    records = {
        item.record for _, step in allocation["a"].trace().every_step() for item in step.inputs
    }
    assert records <= {None, "all", "x", "a", "a/1", "a/2", "a/3"}


@pytest.mark.parametrize("language", ["de", "en"])
def test_trace_says_itself(allocation: Allocation, language: str):
    """The steps can be read as sentences."""
    said = allocation["a"].trace().explain(language)
    assert ("a: ", False) == (said[:3], "{" in said)


def test_trace_has_a_short_representation(allocation: Allocation):
    """No figure stands in a log."""
    amount = allocation["a"].amount.to_text()
    assert f"<Trace trial, a: {amount} EUR>" == repr(allocation["a"].trace())


# -- altered traces --------------------------------------------------------------------------------


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield every single value of a document with its place."""
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in items:
            yield from leaves(inner, (*path, key))
    else:
        yield path, value


def altered(document: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return a document with another value in one place."""
    found = inner = copy.deepcopy(document)
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return found


def another(value: Any) -> Any:
    """Return another value of the same sort."""
    if isinstance(value, str) and value in ("true", "false"):
        return "false" if value == "true" else "true"
    if isinstance(value, str) and "/" in value:
        return value.replace("/", "/1")
    return f"1{value}" if isinstance(value, str) and not value.startswith("-") else "1"


@pytest.mark.parametrize("key", KEYS)
def test_altered_result_is_told(allocation: Allocation, key: str):
    """Whoever changes the result of a step, a check, a part or the amount is found out."""
    document = document_of(allocation, key)
    places = [path for path, _ in leaves(document) if path[-1] in ("result", "amount")]
    places = [path for path in places if "formula" not in path]
    untold = [
        path
        for path in places
        for old in [dict(leaves(document))[path]]
        if not verify_trace(read(altered(document, path, another(old))))
    ]
    assert [] == untold


INFORMATIVE = {"rank", "count", "left", "is_first", "weights"}
"""What a witness tells beside what decides: a large budget is as good as a larger one."""


@pytest.mark.parametrize("key", ["a", "b"])
def test_altered_witness_is_told(allocation: Allocation, key: str):
    """What was told of others, and decides, cannot be changed unnoticed."""
    document = document_of(allocation, key)
    untold = []
    for path, old in leaves(document):
        if "witnesses" not in path or not {"values", "parts"} & set(path):
            continue
        if path[-1] in INFORMATIVE | {"key", "last_key", "sort", "without_value", "last"}:
            continue
        if not verify_trace(read(altered(document, path, another(old)))):
            untold.append(path)
    assert [] == untold


def test_altered_input_that_another_step_gives_is_told(allocation: Allocation):
    """What one step says of another must agree."""
    document = document_of(allocation)
    rules = {step["rule"] for step in document["steps"]}
    untold = [
        (path, old)
        for path, old in leaves(document)
        if path[-1] == "value" and path[-3] == "inputs"
        for name in [document[path[0]][path[1]]["inputs"][path[3]]["name"]]
        if name in rules and not verify_trace(read(altered(document, path, another(old))))
    ]
    assert [] == untold


def test_altered_row_of_the_law_is_told(allocation: Allocation):
    """The number that a look-up was told is the one that stands with its citation."""
    document = document_of(allocation)
    number = next(i for i, step in enumerate(document["steps"]) if step["rule"] == "old_rate")
    inputs = document["steps"][number]["inputs"]
    place = next(i for i, item in enumerate(inputs) if item["name"] == "rate")
    path = ("steps", number, "inputs", place, "value")
    assert [("trace_incomplete", f"/steps/{number}")] == [
        (problem.code, problem.pointer)
        for problem in verify_trace(read(altered(document, path, "6")))
    ]


@pytest.mark.parametrize("key", ["a", "zeroed", "excluded"])
def test_altered_exclusion_is_told(allocation: Allocation, key: str):
    """Whether someone is excluded follows from the checks."""
    document = document_of(allocation, key)
    document["is_excluded"] = not document.get("is_excluded", False)
    assert "/is_excluded" in [problem.pointer for problem in verify_trace(read(document))]


@pytest.mark.parametrize("block", ["steps", "checks", "parts"])
def test_missing_steps_are_told(allocation: Allocation, block: str):
    """A trace without its steps, checks or a part proves nothing."""
    document = document_of(allocation, "zeroed" if block == "checks" else "a")
    document[block] = document[block][:1] if block == "parts" else []
    assert () != verify_trace(read(document))


def test_part_moved_from_one_funder_to_another_is_told(allocation: Allocation):
    """That the sum is right is not enough."""
    document = document_of(allocation, "zeroed")
    names = [part["rule"] for part in document["parts"]]
    document["parts"][names.index("land")]["result"] = "5.00"
    document["parts"][names.index("bund")]["result"] = "-5.00"
    assert {"trace_result"} == {problem.code for problem in verify_trace(read(document))}


# -- one parameter on several days, names that stand twice, values that are none --------------------


TWICE = """
[figures.since]
unit = "date"
[figures.late]
unit = "truth"
[parameters.rate]
unit = "EUR"
values = [
  { end = 2016-12-31, value = "5", basis = "stated", citation = "law" },
  { start = 2017-01-01, end = 2017-12-31, value = "6", basis = "stated", citation = "law" },
  { start = 2018-01-01, value = "7", basis = "stated", citation = "law" },
]
[rules.one]
kind = "sum"
of = ["rate", { kind = "look_up", parameter = "rate", at = "since" }]
[rules.two]
kind = "sum"
of = ["one", { kind = "look_up", parameter = "rate", at = { kind = "shift", of = "since", years = -1 } }]
[[conditions]]
code = "late"
when = { kind = "not", of = "late" }
effect = "notice"
de = "Zu spät."
en = "Too late."
[result]
award = "two"
unit = "EUR"
[[tranches]]
id = "since"
amount = "rest"
"""


@pytest.mark.parametrize("late", [True, False])
def test_parameter_on_several_days_is_no_contradiction(evaluate: Evaluate, late: bool):  # a figure
    """A rate of today, of then and of the year before stand in one trace; names may be shared."""
    rows = [{"key": "a", "since": "2017-06-01", "late": late}]
    award = evaluate(TWICE, rows)["a"]
    assert ("18.00", ()) == (award.amount.to_text(), verify_trace(award.trace()))


UNTAKEN = """
[figures.part]
unit = "person"
[figures.whole]
unit = "person"
[figures.sort]
unit = "code"
[figures.member]
unit = "truth"
[parameters.rate]
unit = "1"
values = [{ table = { a = "2" }, basis = "stated", citation = "law" }]
[parameters.group_of]
unit = "code"
values = [{ codes = { a = "x" }, basis = "stated", citation = "law" }]
[rules.ratio]
kind = "quotient"
of = "part"
by = "whole"
[rules.paid]
kind = "round"
of = { kind = "choose", cases = [
  { when = { kind = "any_of", of = ["member", { kind = "one_of", of = { kind = "look_up", parameter = "group_of", by = "sort" }, values = ["x"] }] }, then = { kind = "number", value = "1" } },
], otherwise = { kind = "sum", of = ["ratio", { kind = "look_up", parameter = "rate", by = "sort" }, { kind = "share", of = "ratio" }] } }
step = "0.01"
method = "down"
[result]
award = "paid"
unit = "1"
"""


def test_what_has_no_value_and_needs_none_is_no_gap(evaluate: Evaluate):
    """A branch that was not taken may be beyond computing, here as in the trace."""
    rows = [
        {"key": "a", "part": 1, "whole": 0, "sort": "zzz", "member": True},
        {"key": "b", "part": 1, "whole": 2, "sort": "a", "member": True},
    ]
    award = evaluate(UNTAKEN, rows)["a"]
    trace = award.trace()
    assert (["paid"], ()) == ([step.rule for step in trace.steps], verify_trace(trace))


def test_value_called_missing_where_it_is_needed_is_told(evaluate: Evaluate):
    """Nobody can hide a number by saying that there is none."""
    rows = [{"key": "a", "part": 1, "whole": 2, "sort": "a", "member": False}]
    document = UNTAKEN.replace('values = ["x"]', 'values = ["y"]')
    trace = document_of(evaluate(document, rows))
    step = trace["steps"].index(next(s for s in trace["steps"] if s["rule"] == "paid"))
    for witness in trace["steps"][step]["witnesses"]:
        witness["values"] = {"without_value": "quantity"}
    assert ("trace_incomplete", f"/steps/{step}") in [
        (problem.code, problem.pointer) for problem in verify_trace(read(trace))
    ]


def test_trace_keeps_period_edition_and_knowledge(evaluate: Evaluate):
    """What was asked for stands in the trace."""
    rows = [{"key": "a", "since": "2017-06-01", "late": False}]
    period = Period(dt.date(2018, 1, 1), dt.date(2018, 12, 31))
    trace = evaluate(TWICE, rows, period=period, as_known=dt.date(2018, 6, 1))["a"].trace()
    assert (period, dt.date(2018, 6, 1), None) == (trace.period, trace.as_known, trace.edition)


# -- hostile documents -----------------------------------------------------------------------------


HOSTILE = [
    {"kind": "number", "value": "2"},
    {"kind": "total", "of": "persons", "per": "all"},
    {"kind": "total", "of": "persons", "per": "nowhere"},
    {"kind": "count", "of": "persons", "per": "all", "unit": "1"},
    {"kind": "count", "of": "nowhere", "per": "all", "unit": "absurd"},
    {"kind": "share", "of": "persons"},
    {"kind": "quotient", "of": "persons", "by": {"kind": "number", "value": "0"}},
    {"kind": "round", "of": "persons", "step": "0", "method": "down"},
    {"kind": "look_up", "parameter": "persons"},
    {"kind": "look_up", "parameter": "rate", "by": "persons"},
    {"kind": "split", "pot": "persons", "by": "persons", "step": "0", "method": "adams"},
    {"kind": "split", "pot": "persons", "among": "nowhere", "step": "1", "method": "adams"},
    {"kind": "split", "pot": "persons", "step": "1", "method": "dhondt"},
    {"kind": "rank", "of": "persons", "budget": "rate", "last": "part", "after": "stop"},
    {"kind": "bound", "of": "persons"},
    {"kind": "bound", "of": "since", "at_most": "member"},
    {"kind": "shift", "of": "persons", "years": 1},
    {"kind": "shift", "of": "since", "years": 1200, "days": 400_000},
    {"kind": "duration", "start": "since", "end": "persons", "unit": "month"},
    {"kind": "duration", "start": "since", "end": "since", "unit": "day", "part": "full"},
    {"kind": "count_dates", "on": ["02-30"], "start": "since", "end": "day", "unit": "1"},
    {"kind": "compare", "left": "since", "op": "above", "right": "persons"},
    {"kind": "not", "of": "persons"},
    {"kind": "all_of", "of": ["persons", "since"]},
    {"kind": "one_of", "of": "persons", "values": ["a"]},
    {"kind": "sum", "of": ["since", "sort", "member"]},
    "nowhere",
    "all",
    "rest",
]


@pytest.mark.parametrize("formula", HOSTILE, ids=str)
@pytest.mark.parametrize("number", range(0, 40, 6))
def test_foreign_formula_is_told_or_refused(allocation: Allocation, formula: Any, number: int):
    """A formula from anywhere raises nothing but our errors, whatever stands beside it."""
    document = document_of(allocation)
    document["steps"][number % len(document["steps"])]["formula"] = formula
    try:
        trace = read(document)
    except DocumentError:
        return
    assert isinstance(verify_trace(trace), tuple)


LONGEST_VALUE = 9_000
VALUES = [
    "",
    "0",
    "-1",
    "1/0",
    "1/3.5",
    "1e999999",
    "9" * 4_000,
    "9" * 4_500,
    "NaN",
    "２",  # noqa: RUF001  # a full-width digit is meant
    "2018-02-30",
    "1" * 10_000,
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value[:12])
@pytest.mark.parametrize(
    "unit", ["EUR", "1", "date", "code", "truth", "absurd", "percent", "EUR^99999"]
)
def test_foreign_value_is_told_or_refused(allocation: Allocation, value: str, unit: str):
    """No value makes the check fail in another way than by telling."""
    document = document_of(allocation)
    for path, _ in list(leaves(document)):
        told = ("value", "result", "amount", "factor", "left", "last", "total", "weights")
        if path[-1] in told and "formula" not in path:
            document = altered(document, path, value)
        elif path[-1] == "unit" and "formula" not in path:
            document = altered(document, path, unit)
    if not 0 < len(value) <= LONGEST_VALUE:
        with pytest.raises(DocumentError):
            read(document)
        return
    if not re.fullmatch(r"-?[0-9]{1,4200}(\.[0-9]+|/[1-9][0-9]*)?", value):
        with pytest.raises(DocumentError, match="/amount"):
            read(document)
        return
    assert () != verify_trace(read(document))


@pytest.mark.parametrize(
    "values", [{}, {"x": "1"}, {"without_value": "absurd"}, {"value": "1"}, {"factor": "x"}]
)
def test_foreign_witness_is_told(allocation: Allocation, values: dict[str, str]):
    """A witness that a node does not take, or that lacks what it needs, is told."""
    document = document_of(allocation)
    for step in document["steps"]:
        step["witnesses"] = [{"place": "", "values": values}]
    problems = verify_trace(read(document))
    assert {"trace_incomplete"} <= {problem.code for problem in problems}
    assert all("{" not in problem.text("de") for problem in problems if hasattr(problem, "text"))


def test_numbers_without_end_are_not_worked_out(allocation: Allocation):
    """A short document that asks for a number of millions of digits is told at once."""
    document = document_of(allocation)
    step = document["steps"][0]
    step["formula"] = {"kind": "product", "of": ["persons"] * 1_000}
    step["inputs"] = [{"name": "persons", "record": "a", "value": "9" * 4_000, "unit": "person"}]
    step["witnesses"] = []
    start = time.perf_counter()
    assert ("trace_incomplete", "/steps/0") in [
        (problem.code, problem.pointer) for problem in verify_trace(read(document))
    ]
    assert time.perf_counter() - start < 10  # seconds, where the product would take minutes


@pytest.mark.parametrize("depth", [33, 5_000])
def test_deep_formula_made_in_python_is_told(allocation: Allocation, depth: int):
    """Nothing recurses without end."""
    from integrationsplan._model import evolve  # noqa: PLC0415  # one test alone

    formula: Any = "nowhere"
    for _ in range(depth):
        formula = Not(of=formula)
    step = Step(
        rule="deep",
        level="recipient",
        record="a",
        formula=formula,
        result="true",
        unit="truth",
        sentences=Bilingual(de="d", en="e"),
    )
    trace = evolve(allocation["a"].trace(), steps=(step,))
    assert () != verify_trace(trace)


def test_trace_of_nothing_is_told(allocation: Allocation):
    """A trace without anything in it proves no amount."""
    document = document_of(allocation)
    document |= {"steps": [], "checks": [], "parts": []}
    assert [("trace_incomplete", "/steps")] == [
        (problem.code, problem.pointer) for problem in verify_trace(read(document))
    ]


def test_other_document_is_no_trace():
    """Whatever else is read as a trace is refused."""
    with pytest.raises(IntegrationsplanError):
        from_json("[]", Trace)
