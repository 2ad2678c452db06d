# ruff: noqa: E501  # the inline tables of TOML bear no line breaks
"""What cannot be computed: told all at once, and only where somebody needs it."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from integrationsplan import Allocation
from integrationsplan.errors import AllocationError, NotInForceError

Evaluate = Callable[..., Allocation]

DECLARED = {
    "part": '[figures.part]\nunit = "person"\n',
    "whole": '[figures.whole]\nunit = "person"\n',
    "sort": '[figures.sort]\nunit = "code"\n',
    "rate": '[parameters.rate]\nunit = "1"\n'
    'values = [{ table = { a = "2", b = "3" }, basis = "stated", citation = "law" }]\n',
    "late": '[parameters.late]\nunit = "1"\n'
    'values = [{ start = 2018-09-01, value = "1", basis = "stated", citation = "law" }]\n',
    "gone": '[parameters.gone]\nunit = "1"\n'
    'values = [{ end = 2017-12-31, value = "1", basis = "stated", citation = "law" }]\n',
}
PAID = '[rules.paid]\nkind = "round"\nof = {of}\nstep = "0.01"\nmethod = "half_up"\n[result]\naward = "paid"\nunit = "1"\n'
QUOTIENT = '{ kind = "quotient", of = "part", by = "whole" }'
LOOKED_UP = '{ kind = "look_up", parameter = "rate", by = "sort" }'


def programme(of: str) -> str:
    """Return a programme that pays an expression, with what it does not use left out."""
    used = (block for name, block in DECLARED.items() if f'"{name}"' in of)
    return "".join(used) + PAID.replace("{of}", of)


def row(key: str = "a", **figures: Any) -> dict[str, Any]:
    """Return a row."""
    return {"key": key, **figures}


def told(evaluate: Evaluate, of: str, rows: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return code and pointer of everything that is wrong."""
    with pytest.raises(AllocationError) as error:
        evaluate(programme(of), rows)
    return [(problem.code, problem.pointer) for problem in error.value.problems]


def test_faults_of_several_nodes_are_told_at_once(evaluate: Evaluate):
    """A missing row and a zero divisor stand in one report, each with its place."""
    of = f'{{ kind = "sum", of = [{QUOTIENT}, {LOOKED_UP}] }}'
    rows = [row("a", part=1, whole=0, sort="c"), row("b", part=1, whole=0, sort="a")]
    assert [
        ("no_row", "/rules/paid/of/of/1"),
        ("zero_divisor", "/rules/paid/of/of/0"),
        ("zero_divisor", "/rules/paid/of/of/0"),
    ] == sorted(told(evaluate, of, rows))


def test_fault_is_told_once_whatever_it_spoils(evaluate: Evaluate):
    """One zero that enters a total and through it every award is one problem."""
    share = f'{{ kind = "share", of = {QUOTIENT} }}'
    of = f'{{ kind = "sum", of = [{share}, {{ kind = "total", of = {share}, per = "all" }}] }}'
    rows = [row("a", part=1, whole=0), *(row(f"k{n}", part=1, whole=1) for n in range(5))]
    found = told(evaluate, of, rows)
    assert {
        ("zero_divisor", "/rules/paid/of/of/0/of"),
        ("zero_divisor", "/rules/paid/of/of/1/of/of"),
    } == set(found)
    assert len(found) == 2


def test_parameter_that_is_not_in_force_is_its_own_error(evaluate: Evaluate):
    """Whoever asks on the wrong day is told the day, not a list of problems."""
    with pytest.raises(NotInForceError) as error:
        evaluate(programme(f'{{ kind = "product", of = ["late", {LOOKED_UP}] }}'), [row(sort="a")])
    assert "late" in str(error.value)


def test_several_parameters_that_are_not_in_force_are_told_together(evaluate: Evaluate):
    """The first is raised, the others are noted with it."""
    of = f'{{ kind = "product", of = ["late", "gone", {LOOKED_UP}] }}'
    with pytest.raises(NotInForceError) as error:
        evaluate(programme(of), [row(sort="a")])
    said = " ".join([str(error.value), *error.value.__notes__])
    assert [True, True] == [name in said for name in ("late", "gone")]


def test_not_in_force_among_other_faults_is_a_problem(evaluate: Evaluate):
    """Beside other faults it stands in their report."""
    of = f'{{ kind = "product", of = ["late", {LOOKED_UP}, {QUOTIENT}] }}'
    found = told(evaluate, of, [row(sort="c", part=1, whole=0)])
    assert ["no_row", "not_in_force", "zero_divisor"] == sorted(code for code, _ in found)


@pytest.mark.parametrize(
    ("wanted", "kind", "truths"),
    [
        ("1.00", "any_of", ["{known}", "{unknown}"]),
        ("1.00", "any_of", ["{unknown}", "{known}"]),
        ("0.00", "all_of", ["{not_known}", "{unknown}"]),
        ("0.00", "all_of", ["{unknown}", "{not_known}"]),
        (None, "any_of", ["{not_known}", "{unknown}"]),
        (None, "all_of", ["{known}", "{unknown}"]),
    ],
)
def test_operand_that_does_not_matter_may_lack_a_value(
    evaluate: Evaluate, wanted: str | None, kind: str, truths: list[str]
):
    """Where one condition decides, nothing need be known of the others, in whatever order."""
    known = '{ kind = "one_of", of = "sort", values = ["a"] }'
    words = {
        "{known}": known,
        "{not_known}": f'{{ kind = "not", of = {known} }}',
        "{unknown}": f'{{ kind = "compare", left = {QUOTIENT}, op = "above", right = {{ kind = "number", value = "0" }} }}',
    }
    when = f'{{ kind = "{kind}", of = [{", ".join(words[truth] for truth in truths)}] }}'
    of = (
        f'{{ kind = "choose", cases = [{{ when = {when}, then = {{ kind = "number", value = "1" }} }}], '
        f'otherwise = {{ kind = "quotient", of = {{ kind = "number", value = "0" }}, by = {LOOKED_UP} }} }}'
    )
    rows = [row(sort="a", part=1, whole=0)]
    if wanted is None:
        assert ["zero_divisor"] == [code for code, _ in told(evaluate, of, rows)]
    else:
        assert wanted == f"{float(evaluate(programme(of), rows)['a'].amount.value):.2f}"


@pytest.mark.parametrize("kind", ["least", "greatest", "sum"])
def test_operand_of_a_sum_or_cap_always_matters(evaluate: Evaluate, kind: str):
    """A cap whose base is unknown is unknown, however low the cap."""
    of = f'{{ kind = "{kind}", of = [{LOOKED_UP}, {QUOTIENT}] }}'
    assert [("zero_divisor", "/rules/paid/of/of/1")] == told(
        evaluate, of, [row(sort="a", part=1, whole=0)]
    )


def test_fault_of_the_excluded_is_none(evaluate: Evaluate):
    """Who is not there divides by nothing."""
    document = programme(QUOTIENT).replace(
        "[result]",
        '[[conditions]]\ncode = "empty"\nwhen = { kind = "compare", left = "whole", op = "above", right = '
        '{ kind = "number", value = "0", unit = "person" } }\neffect = "exclude"\nde = "d"\nen = "e"\n[result]',
    )
    allocation = evaluate(document, [row("a", part=1, whole=0), row("b", part=1, whole=2)])
    assert "0.5" == allocation["b"].amount.to_text()


def test_fault_of_an_output_is_told_when_it_is_computed(evaluate: Evaluate):
    """What cannot be shown is told now, not when somebody asks."""
    document = (
        programme(LOOKED_UP)
        .replace(
            "[result]",
            f'[rules.shown]\nkind = "sum"\nof = [{QUOTIENT}]\n[result]\noutputs = ["shown"]',
        )
        .replace(
            "[rules.paid]",
            '[figures.part]\nunit = "person"\n[figures.whole]\nunit = "person"\n[rules.paid]',
        )
    )
    with pytest.raises(AllocationError):
        evaluate(document, [row(sort="a", part=1, whole=0)])


CHAIN = """
[figures.part]
unit = "person"
[figures.whole]
unit = "person"
[rules.ratio]
kind = "quotient"
of = "part"
by = "whole"
[rules.shared]
kind = "share"
of = "ratio"
[rules.summed]
kind = "sum"
of = ["ratio", "shared", { kind = "total", of = "shared", per = "all" }]
[rules.bounded]
kind = "bound"
of = "summed"
at_least = "shared"
[rules.chosen]
kind = "choose"
cases = [{ when = { kind = "compare", left = "bounded", op = "above", right = "summed" }, then = "bounded" }]
otherwise = "summed"
[rules.ranked]
kind = "rank"
of = "chosen"
budget = { kind = "total", of = "summed", per = "all" }
order = [{ by = "shared", first = "high" }]
last = "none"
after = "skip"
[rules.paid]
kind = "split"
pot = { kind = "round", of = { kind = "total", of = "ranked", per = "all" }, step = "1", method = "down" }
by = "chosen"
step = "1"
method = "sainte_lague"
[result]
award = "paid"
unit = "1"
"""


def test_thousands_of_faulty_records_are_told_in_time(evaluate: Evaluate):
    """Every fault travels through shares, totals, bounds, ranks and splits, and is copied nowhere."""
    rows = [row(f"k{n}", part=1, whole=0) for n in range(5_000)]
    start = time.perf_counter()
    with pytest.raises(AllocationError) as error:
        evaluate(CHAIN, rows)
    assert 5_000 == len(error.value.problems)
    assert time.perf_counter() - start < 20  # seconds, where copies would take hours


def test_report_of_thousands_is_short(evaluate: Evaluate):
    """The text of the error ends somewhere, however many problems it holds."""
    rows = [row(f"k{n}", part=1, whole=0) for n in range(5_000)]
    with pytest.raises(AllocationError) as error:
        evaluate(CHAIN, rows)
    assert 0 < len(error.value.text("de")) < 2_000_000
