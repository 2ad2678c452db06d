"""What is hostile without being bytes: documents that were parsed already, objects in memory."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.hostile.documents import NODES, PLAN, PROGRAMME, TRACE, good_text
from tests.hostile.readers import CLASSES, allowed_seconds, said, seconds

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    InvalidValueError,
    Programme,
    evolve,
    from_json,
    from_mapping,
    to_json,
    to_mapping,
)
from integrationsplan.allocation import Not, Operand, Rule, Sum, Trace, verify_trace
from integrationsplan.values import FrozenMap

GOAL = ("revisions", 0, "changes", 4, "entry")
NESTS: dict[str, Callable[[Operand], Operand]] = {
    "sums": lambda inner: Sum(of=(inner,)),
    "negations": lambda inner: Not(of=inner),
}


def good(stem: str) -> Any:
    """Return a fresh copy of a good document, parsed."""
    return json.loads(good_text(stem))


def planted(stem: str, path: tuple[str | int, ...], value: object) -> Any:
    """Return a good document, parsed, with another value in one place."""
    document = good(stem)
    around = document
    for key in path[:-1]:
        around = around[key]
    around[path[-1]] = value
    return document


def problems(document: Any, wanted: type) -> object:
    """Return place and code of what is wrong with a parsed document."""
    try:
        from_mapping(document, wanted)
    except DocumentError as error:
        return said(error)
    return "accepted"


def nested(make: Callable[[Operand], Operand], depth: int, core: Operand) -> Operand:
    """Return nodes inside one another."""
    node = core
    for _ in range(depth):
        node = make(node)
    return node


# -- in a circle -----------------------------------------------------------------------------------


def circle(kind: str) -> object:
    """Return containers that hold themselves or each other."""
    if kind == "a list that holds itself":
        numbers: list[object] = []
        numbers.append(numbers)
        return numbers
    first: dict[str, object] = {"kind": "put"}
    if kind == "an object that holds itself":
        first["entry"] = first
        return first
    second: dict[str, object] = {"kind": "sum", "of": [first]}
    first["of"] = second
    return second


CIRCLES = ("a list that holds itself", "an object that holds itself", "two that hold each other")


@pytest.mark.parametrize("kind", CIRCLES)
@pytest.mark.parametrize(
    ("stem", "path"),
    [
        (PLAN, ("x",)),
        (PLAN, ("revisions",)),
        (PLAN, ("revisions", 0, "changes", 0)),
        (PLAN, (*GOAL, "target")),
        (PLAN, (*GOAL, "depends_on", 0)),
        (PROGRAMME, ("rules", "part", "pot")),
        (NODES, ("rules", "not", "of")),
        (TRACE, ("steps", 0, "formula")),
    ],
)
def test_a_parsed_document_in_a_circle_is_refused(
    kind: str, stem: str, path: tuple[str | int, ...]
):
    """Containers that hold themselves are too deep, wherever they stand, and soon so."""
    document = planted(stem, path, circle(kind))
    assert (("", "document_too_deep"),) == problems(document, CLASSES[stem])
    assert seconds(lambda: problems(document, CLASSES[stem])) < allowed_seconds()


def test_a_document_that_is_its_own_entry_is_refused():
    """A whole document that stands inside itself is too deep."""
    document = good(PLAN)
    document["revisions"][0]["changes"].append(document)
    assert (("", "document_too_deep"),) == problems(document, IntegrationPlan)


def test_shared_containers_do_not_multiply():
    """Two lists that hold the next two lists, thirty times over, are not read a billion times."""
    shared: list[object] = []
    for _ in range(30):
        shared = [shared, shared]
    document = planted(PLAN, ("x",), shared)
    assert (("", "too_many_values"),) == problems(document, IntegrationPlan)
    assert seconds(lambda: problems(document, IntegrationPlan)) < allowed_seconds()


@pytest.mark.parametrize("levels", [6, 13])
def test_shared_nodes_do_not_multiply(levels: int):
    """The same for nodes of a rule, where every level is read (aliases of YAML make such)."""
    shared: object = "amount"
    for _ in range(levels):
        shared = {"kind": "sum", "of": [shared] * 10}
    document = planted(NODES, ("rules", "sum"), shared)
    assert "accepted" != problems(document, Programme)
    assert seconds(lambda: problems(document, Programme)) < allowed_seconds()


@pytest.mark.parametrize("depth", [33, 1_000, 100_000])
@pytest.mark.parametrize("wrap", [lambda inner: [inner], lambda inner: {"of": inner}])
def test_a_deep_parsed_document_is_refused(depth: int, wrap: Callable[[object], object]):
    """What somebody else has parsed is held to the same depth as text."""
    inner: object = 1
    for _ in range(depth):
        inner = wrap(inner)
    assert (("", "document_too_deep"),) == problems(planted(PLAN, ("x",), inner), IntegrationPlan)


# -- values that JSON does not have ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((*GOAL, "title"), b"B1"),
        ((*GOAL, "depends_on"), ("g3",)),
        ((*GOAL, "depends_on"), {"g3"}),
        ((*GOAL, "depends_on"), (name for name in ["g3"])),
        (("revisions", 0, "number"), 1.0),
        (("revisions", 0, "number"), 1 + 0j),
        (("revisions", 0, "number"), float("inf")),
        (("revisions", 0, "number"), True),
        (("version",), 1.0),
        (("version",), True),
        ((*GOAL, "target"), [("kind", "language")]),
        ((*GOAL, "target"), object()),
        (("revisions", 0, "effective_on"), 20180301),
    ],
)
def test_a_parsed_document_holds_what_json_holds(path: tuple[str | int, ...], value: object):
    """Other values of Python are refused at their place, even those that equal the right one."""
    place = "".join(f"/{key}" for key in path)
    assert ((place, "wrong_type"),) == problems(planted(PLAN, path, value), IntegrationPlan)


@pytest.mark.parametrize("digits", [19, 4_300, 4_301, 1_000_000])
def test_a_parsed_huge_number_is_refused(digits: int):
    """A whole number that somebody else has parsed is refused without being written out."""
    document = planted(PLAN, ("revisions", 0, "number"), 10 ** (digits - 1))
    found = problems(document, IntegrationPlan)
    assert found in (
        (("/revisions/0/number", "too_large"),),
        (("/revisions/0/number", "huge_number"),),
    )
    assert seconds(lambda: problems(document, IntegrationPlan)) < allowed_seconds()


# -- written ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("nest", NESTS.values(), ids=NESTS)
@pytest.mark.parametrize("depth", [40, 300, 1_000, 20_000])
@pytest.mark.parametrize("write", [to_json, to_mapping])
def test_what_is_too_deep_is_not_written(
    nest: Callable[[Operand], Operand], depth: int, write: Callable[[Trace], object]
):
    """A trace with a deeper formula than a document may have is refused, and not half written."""
    trace = from_json(good_text(TRACE), Trace)
    deep = evolve(trace, steps=(evolve(trace.steps[0], formula=nested(nest, depth, "amount")),))
    with pytest.raises(DocumentError) as caught:
        write(deep)
    assert ["document_too_deep"] == [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize("depth", [1, 4, 7, 8])
def test_every_programme_that_can_be_made_is_read_back(depth: int):
    """Nodes as deep as a programme may have them are written and read back as the same."""
    programme = from_json(good_text(NODES), Programme)
    rule = Rule(node=nested(NESTS["sums"], depth, "amount"))  # type: ignore[arg-type]
    deep = evolve(programme, rules=FrozenMap({**programme.rules, "sum": rule}))
    assert deep == from_json(to_json(deep), Programme)


@pytest.mark.parametrize("depth", [9, 33, 300, 1_000, 20_000])
def test_a_deeper_programme_cannot_be_made(depth: int):
    """Deeper ones are refused before there is anything to write."""
    programme = from_json(good_text(NODES), Programme)
    rule = Rule(node=nested(NESTS["sums"], depth, "amount"))  # type: ignore[arg-type]
    with pytest.raises(InvalidValueError) as caught:
        evolve(programme, rules=FrozenMap({**programme.rules, "sum": rule}))
    assert "too_deep" in {problem.code for problem in caught.value.problems}


@pytest.mark.parametrize("value", ["1e1000000", "1/0", "NaN", "9" * 8_000])
def test_an_absurd_result_of_a_trace_does_not_hold(value: str):
    """A step may say anything; when it is worked out again, it is found not to be so."""
    document = planted(TRACE, ("steps", 0, "result"), value)
    trace = from_mapping(document, Trace)
    assert verify_trace(trace)
    assert seconds(lambda: verify_trace(trace)) < allowed_seconds()
