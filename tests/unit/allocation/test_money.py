"""Sources, tranches and earmarks: how an award is cut, and outputs beside it."""
# ruff: noqa: E501  # the inline tables of TOML bear no line breaks

from collections.abc import Callable

import pytest

from integrationsplan import Allocation
from integrationsplan.errors import AllocationError, DocumentError

Evaluate = Callable[..., Allocation]

HEAD = """
[figures.cost]
unit = "EUR"
[parameters.portion]
unit = "percent"
values = [{ value = "33.3", basis = "stated", citation = "law" }]
"""
PART = '{ kind = "round", of = { kind = "product", of = ["award", "portion"] }, step = "0.01", method = "half_up" }'
RESULT = '[result]\naward = "cost"\nunit = "EUR"\n'


def cut(document: str) -> str:
    """Return a document with the blocks of money."""
    return f"{HEAD}{RESULT}{document}"


@pytest.mark.parametrize("block", ["sources", "tranches"])
def test_parts_add_up_to_the_award(evaluate: Evaluate, block: str):
    """Rest takes what rounding leaves."""
    document = cut(
        f'[[{block}]]\nid = "x"\namount = {PART}\n[[{block}]]\nid = "y"\namount = "rest"\n'
    )
    award = evaluate(document, [{"key": "a", "cost": "0.05"}])["a"]
    assert {"x": "0.02", "y": "0.03"} == {
        name: amount.to_text() for name, amount in getattr(award, block).items()
    }


@pytest.mark.parametrize("block", ["sources", "tranches"])
def test_parts_that_do_not_add_up_are_refused(evaluate: Evaluate, block: str):
    """Without rest the amounts must make the award."""
    document = cut(f'[[{block}]]\nid = "x"\namount = {PART}\n')
    with pytest.raises(AllocationError) as error:
        evaluate(document, [{"key": "a", "cost": "1"}, {"key": "b", "cost": "0"}])
    assert [("parts_differ", f"/{block}")] == [
        (problem.code, problem.pointer) for problem in error.value.problems
    ]


def test_parts_that_do_not_add_up_are_told_as_money(evaluate: Evaluate):
    """The message shows euros and cents, no fractions."""
    document = cut(f'[[sources]]\nid = "x"\namount = {PART}\n')
    with pytest.raises(AllocationError) as error:
        evaluate(document, [{"key": "a", "cost": "1.01"}])
    assert (False, True) == ("/100" in str(error.value), "0.34" in str(error.value))


def test_negative_rest_is_refused(evaluate: Evaluate):
    """A part above the award leaves less than nothing."""
    document = cut(
        '[[sources]]\nid = "x"\namount = { kind = "sum", of = ["award", "award"] }\n'
        '[[sources]]\nid = "y"\namount = "rest"\n'
    )
    document = document.replace(RESULT, RESULT + f'[[earmarks]]\nid = "e"\namount = {PART}\n')
    with pytest.raises(AllocationError) as error:
        evaluate(document, [{"key": "a", "cost": "1"}])
    assert ["parts_differ"] == [problem.code for problem in error.value.problems]


FINANCED = f"""{HEAD}
[rules.granted]
kind = "round"
of = {{ kind = "product", of = ["cost", "portion"] }}
step = "0.01"
method = "down"
[result]
award = "granted"
unit = "EUR"
financed = "cost"
"""


def test_own_money_is_part_of_the_financed_whole(evaluate: Evaluate):
    """Funders pay the award, the recipient the rest of the cost."""
    document = FINANCED + (
        '[[sources]]\nid = "land"\namount = "award"\n'
        '[[sources]]\nid = "self"\nrole = "own"\namount = "rest"\n'
    )
    award = evaluate(document, [{"key": "a", "cost": "100"}])["a"]
    assert {"land": "33.30", "self": "66.70"} == {
        name: amount.to_text() for name, amount in award.sources.items()
    }


def test_funders_must_pay_exactly_the_award(evaluate: Evaluate):
    """An award that no funder pays in full is refused."""
    document = FINANCED + (
        '[[sources]]\nid = "land"\namount = "cost"\n'
        '[[sources]]\nid = "self"\nrole = "own"\namount = "rest"\n'
    )
    with pytest.raises(AllocationError) as error:
        evaluate(document, [{"key": "a", "cost": "100"}])
    assert [("parts_differ", "/sources")] == [
        (problem.code, problem.pointer) for problem in error.value.problems
    ]


def test_financed_whole_must_add_up(evaluate: Evaluate):
    """Sources cut the whole cost, not the award."""
    document = FINANCED + '[[sources]]\nid = "land"\namount = "award"\n'
    with pytest.raises(AllocationError):
        evaluate(document, [{"key": "a", "cost": "100"}])


def test_earmark_is_shown_and_need_not_add_up(evaluate: Evaluate):
    """An earmark is a limit and no part."""
    document = cut(
        '[[earmarks]]\nid = "e"\nsense = "at_most"\namount = { kind = "product", of = ["cost", "portion"] }\n'
    )
    award = evaluate(document, [{"key": "a", "cost": "100"}])["a"]
    assert {"e": "33.30"} == {name: amount.to_text() for name, amount in award.earmarks.items()}


@pytest.mark.parametrize(("language", "wanted"), [("de", "33,30 EUR"), ("en", "33.30 EUR")])
def test_earmark_is_explained(evaluate: Evaluate, language: str, wanted: str):
    """What must be passed on stands in the explanation."""
    document = cut(f'[[earmarks]]\nid = "to-towns"\namount = {PART}\n')
    said = evaluate(document, [{"key": "a", "cost": "100"}])["a"].explain(language)
    assert [True, True] == [text in said for text in ("to-towns", wanted)]


def test_source_without_label_is_named_by_its_id(evaluate: Evaluate):
    """Where no label is given the id stands in the explanation."""
    document = cut(
        f'[[sources]]\nid = "land-x"\namount = "rest"\n[[earmarks]]\nid = "e"\namount = {PART}\n'
    )
    said = evaluate(document, [{"key": "a", "cost": "100"}])["a"].explain("en")
    assert "  of it paid by land-x: 100 EUR" in said.splitlines()


def test_excluded_recipient_is_cut_into_zeros(evaluate: Evaluate):
    """Who is not there costs nobody anything."""
    document = cut(
        '[[sources]]\nid = "x"\namount = "rest"\n'
        '[[conditions]]\ncode = "c"\nwhen = { kind = "one_of", of = "recipient", values = ["b"] }\n'
        'effect = "exclude"\nde = "d"\nen = "e"\n'
        f'[[tranches]]\nid = "t"\namount = {PART}\n[[tranches]]\nid = "u"\namount = "rest"\n'
    )
    award = evaluate(document, [{"key": "a", "cost": "100"}, {"key": "b", "cost": 1}])["a"]
    assert ({"x": "0.00"}, {"t": "0.00", "u": "0.00"}) == (
        {name: amount.to_text() for name, amount in award.sources.items()},
        {name: amount.to_text() for name, amount in award.tranches.items()},
    )


def test_output_that_cannot_be_computed_is_refused_at_once(evaluate: Evaluate):
    """An allocation that exists can be shown whole."""
    document = """
[figures.cost]
unit = "EUR"
[figures.divisor]
unit = "1"
[rules.ratio]
kind = "quotient"
of = "cost"
by = "divisor"
[result]
award = "cost"
unit = "EUR"
outputs = ["ratio"]
"""
    with pytest.raises(AllocationError):
        evaluate(document, [{"key": "a", "cost": "1", "divisor": 0}])


def test_allocations_from_equal_inputs_are_equal(evaluate: Evaluate):
    """An evaluation has no other source than its inputs."""
    document = cut(
        f'[[sources]]\nid = "x"\namount = {PART}\n[[sources]]\nid = "y"\namount = "rest"\n'
    )
    first, second = (evaluate(document, [{"key": "a", "cost": 1}]) for _ in range(2))
    assert first == second


def test_allocation_is_a_sequence_of_awards(evaluate: Evaluate):
    """It has a length and can be walked in the order given."""
    allocation = evaluate(
        cut(f'[[earmarks]]\nid = "e"\namount = {PART}\n'),
        [{"key": "b", "cost": 1}, {"key": "a", "cost": 2}],
    )
    assert (2, ["b", "a"]) == (len(allocation), [award.recipient.key for award in allocation])


# -- what cannot be part of an award ---------------------------------------------------------------


def refused(make_programme: Callable[..., object], document: str) -> set[tuple[str, str]]:
    """Return what a document is refused for."""
    with pytest.raises(DocumentError) as error:
        make_programme(document)
    return {(problem.code, problem.pointer) for problem in error.value.problems}


def test_own_money_is_no_part_of_an_award(make_programme: Callable[..., object]):
    """Who pays a part itself is not granted it: the whole cost needs a name."""
    document = cut(
        f'[[sources]]\nid = "own"\nrole = "own"\namount = {PART}\n[[sources]]\nid = "l"\namount = "rest"\n'
    )
    assert {("own_without_financed", "/sources/0/role")} == refused(make_programme, document)


def test_two_earmarks_have_two_names(make_programme: Callable[..., object]):
    """Of two limits with one name, one would be lost."""
    document = cut(f'[[earmarks]]\nid = "m"\namount = {PART}\n' * 2)
    assert {("repeated", "/earmarks/1/id")} == refused(make_programme, document)


def test_an_output_stands_once(make_programme: Callable[..., object]):
    """A name twice is a slip."""
    document = f'{HEAD}[result]\naward = "cost"\nunit = "EUR"\noutputs = ["portion", "portion"]\n'
    assert {("repeated", "/result/outputs/1")} == refused(make_programme, document)


def test_a_day_of_payment_is_said(evaluate: Evaluate):
    """The letter names the day on which an instalment is due."""
    document = cut('[[tranches]]\nid = "first"\ndue = 2018-03-01\namount = "rest"\n')
    document = document.replace("[parameters.portion]", "[parameters.portion]")
    award = evaluate(document + EARMARK, [{"key": "a", "cost": "100"}])["a"]
    assert "  davon als first (fällig am 01.03.2018): 100 EUR" in award.explain("de").splitlines()


EARMARK = f'[[earmarks]]\nid = "e"\namount = {PART}\n'
NOTHING = """
[[conditions]]
code = "too_much"
when = { kind = "compare", left = "cost", op = "at_most", right = { kind = "number", value = "1", unit = "EUR" } }
effect = "zero"
de = "Zu viel."
en = "Too much."
"""


def test_why_there_is_nothing_comes_first(evaluate: Evaluate):
    """A reader meets the reason before what was computed, and no limits on the use of nothing."""
    award = evaluate(cut(EARMARK) + NOTHING, [{"key": "a", "cost": "100"}])["a"]
    lines = award.explain("en").splitlines()
    assert [
        "  award = 0, because a condition is not met:",
        "  ! Too much.",
        "  What was computed:",
    ] == lines[1:4]
    assert ({}, True) == (dict(award.earmarks), award.is_zeroed)
