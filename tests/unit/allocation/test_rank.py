# ruff: noqa: E501  # the inline tables of TOML bear no line breaks
"""The node that serves in an order until a budget is used."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import pytest

from integrationsplan import Allocation
from integrationsplan.errors import AllocationError

Evaluate = Callable[..., Allocation]

RANK = """
[figures.claim]
unit = "EUR"
[figures.points]
unit = "1"
[figures.received]
unit = "date"
[figures.budget]
unit = "EUR"
level = "all"
[rules.paid]
kind = "rank"
of = "claim"
budget = "budget"
order = [{ by = "points", first = "high" }, { by = "received", first = "low" }]
last = "LAST"
after = "AFTER"
[result]
award = "paid"
unit = "EUR"
"""
CLAIMS = [("a", 40, 5, 1), ("b", 50, 9, 2), ("c", 30, 5, 3), ("d", 10, 1, 4)]
"""Key, claim, points and the day of January on which it was received; served as b, a, c, d."""


def ranked(last: str = "none", after: str = "stop") -> str:
    """Return a programme that ranks."""
    return RANK.replace("LAST", last).replace("AFTER", after)


def rows(claims: list[tuple[str, Any, int, int]]) -> list[dict[str, Any]]:
    """Return rows of claims."""
    return [
        {"key": key, "claim": claim, "points": points, "received": f"2018-01-{day:02}"}
        for key, claim, points, day in claims
    ]


def amounts(allocation: Allocation) -> dict[str, str]:
    """Return the awards by key."""
    return {award.recipient.key: award.amount.to_text() for award in allocation}


@pytest.mark.parametrize(
    ("wanted", "budget", "last", "after"),
    [
        ("40 50 30 10", 130, "none", "stop"),
        ("40 50 0 0", 119, "none", "stop"),
        ("40 50 29 0", 119, "part", "stop"),
        ("40 50 0 10", 119, "none", "skip"),
        ("40 50 29 0", 119, "part", "skip"),
        ("0 50 0 0", 50, "none", "stop"),
        ("0 50 0 0", 50, "part", "stop"),
        ("0 0 0 0", 49, "none", "stop"),
        ("40 0 0 0", 49, "none", "skip"),
        ("0 49 0 0", 49, "part", "stop"),
        ("0 0 0 0", 0, "none", "stop"),
        ("0 0 0 0", 0, "part", "skip"),
    ],
)
def test_first_come_until_the_budget_is_used(
    evaluate: Evaluate, wanted: str, budget: int, last: str, after: str
):
    """Who no longer fits gets nothing or the part left; after that all stop or the next may fit."""
    found = amounts(evaluate(ranked(last, after), rows(CLAIMS), figures={"budget": budget}))
    assert [f"{text}.00" for text in wanted.split()] == list(found.values())


@pytest.mark.parametrize("order", list(permutations(CLAIMS)))
def test_order_of_recipients_does_not_matter(
    evaluate: Evaluate, order: tuple[tuple[str, int, int, int], ...]
):
    """The criteria decide, not the order of the rows."""
    found = amounts(evaluate(ranked("part"), rows(list(order)), figures={"budget": 119}))
    assert {"a": "40.00", "b": "50.00", "c": "29.00", "d": "0.00"} == found


def test_equal_records_follow_the_smaller_key_and_it_is_told(evaluate: Evaluate):
    """A tie that decides is a finding of the whole."""
    claims = [("z", 10, 5, 1), ("m", 10, 5, 1), ("a", 10, 9, 1)]
    allocation = evaluate(ranked(), rows(claims), figures={"budget": 20})
    assert ({"z": "0.00", "m": "10.00", "a": "10.00"}, ["tie_broken"]) == (
        amounts(allocation),
        [finding.code for finding in allocation.findings],
    )


@pytest.mark.parametrize("budget", [9, 30])
def test_tie_that_decides_nothing_is_silent(evaluate: Evaluate, budget: int):
    """Equal records that are served alike are no finding."""
    claims = [("z", 10, 5, 1), ("m", 10, 5, 1), ("a", 10, 9, 1)]
    assert () == evaluate(ranked(), rows(claims), figures={"budget": budget}).findings


def test_who_claims_nothing_takes_nothing(evaluate: Evaluate):
    """A claim of zero always fits."""
    claims = [("a", 0, 9, 1), ("b", 10, 5, 1), ("c", 0, 1, 1)]
    found = amounts(evaluate(ranked(), rows(claims), figures={"budget": 10}))
    assert {"a": "0.00", "b": "10.00", "c": "0.00"} == found


POSTS = """
[figures.most]
unit = "post"
[figures.cost]
unit = "EUR"
level = "post"
[rules.served]
kind = "rank"
of = "cost"
uses = { kind = "number", value = "1", unit = "post" }
budget = "most"
per = "recipient"
order = [{ by = "cost", first = "low" }]
last = "none"
after = "stop"
[rules.paid]
kind = "total"
of = "served"
per = "recipient"
[result]
award = "paid"
unit = "EUR"
"""


@pytest.mark.parametrize(("wanted", "most"), [("0", 0), ("10", 1), ("30", 2), ("60", 3), ("60", 9)])
def test_at_most_so_many_posts(evaluate: Evaluate, wanted: str, most: int):
    """Each post uses one post of the budget, whatever it costs."""
    posts = [{"cost": 30}, {"cost": 10}, {"cost": 20}]
    allocation = evaluate(
        POSTS,
        [{"key": "a", "most": most, "records": {"post": posts}}],
        levels='recipient = "all"\npost = "recipient"',
    )
    assert f"{wanted}.00" == allocation["a"].amount.to_text()


def test_every_recipient_has_an_order_of_its_own(evaluate: Evaluate):
    """With per, one town's posts take nothing from another's budget."""
    given = [
        {"key": key, "most": 1, "records": {"post": [{"cost": 30}, {"cost": 10}]}} for key in "ab"
    ]
    allocation = evaluate(POSTS, given, levels='recipient = "all"\npost = "recipient"')
    assert {"a": "10.00", "b": "10.00"} == amounts(allocation)


def test_recipient_without_posts_is_served_nothing(evaluate: Evaluate):
    """An empty order is no error."""
    given = [{"key": "a", "most": 1, "records": {"post": [{"cost": 5}]}}, {"key": "b", "most": 1}]
    allocation = evaluate(POSTS, given, levels='recipient = "all"\npost = "recipient"')
    assert {"a": "5.00", "b": "0.00"} == amounts(allocation)


def test_negative_use_is_refused(evaluate: Evaluate):
    """What gives back to the budget would make the order matter twice."""
    document = ranked().replace(
        'of = "claim"',
        'of = "claim"\nuses = { kind = "difference", of = "claim", less = ["budget"] }',
    )
    with pytest.raises(AllocationError) as error:
        evaluate(document, rows(CLAIMS), figures={"budget": 45})
    assert [("negative_amount", "'a'"), ("negative_amount", "'c'"), ("negative_amount", "'d'")] == [
        (problem.code, problem.params["record"]) for problem in error.value.problems
    ]


def test_faults_of_claims_and_budget_are_told_together(evaluate: Evaluate):
    """One report, whichever of them is wrong."""
    zero = '{ kind = "difference", of = "budget", less = ["budget"] }'
    document = (
        ranked()
        .replace(
            'of = "claim"',
            'of = { kind = "product", of = ["claim", { kind = "quotient", of = "claim", by = "claim" }] }',
        )
        .replace(
            'budget = "budget"',
            f'budget = {{ kind = "product", of = ["budget", {{ kind = "quotient", of = "budget", by = {zero} }}] }}',
        )
        .replace(
            'award = "paid"',
            'award = { kind = "round", of = "paid", step = "0.01", method = "down" }',
        )
    )
    with pytest.raises(AllocationError) as error:
        evaluate(document, rows([("a", 0, 1, 1), ("b", 1, 1, 1)]), figures={"budget": 45})
    assert {
        ("zero_divisor", "/rules/paid/of/of/1"),
        ("zero_divisor", "/rules/paid/budget/of/1"),
    } == {(problem.code, problem.pointer) for problem in error.value.problems}


def test_budgets_of_districts(evaluate: Evaluate):
    """The budget may be a figure of each district."""
    document = (
        ranked("part")
        .replace('level = "all"', 'level = "district"')
        .replace("order", 'per = "district"\norder')
    )
    given = [{"parent": parent, **row} for parent, row in zip("xxyy", rows(CLAIMS), strict=True)]
    allocation = evaluate(
        document,
        given,
        records={"district": [{"key": "x", "budget": 60}, {"key": "y", "budget": 35}]},
        levels='recipient = "district"\ndistrict = "all"',
    )
    assert {"a": "10.00", "b": "50.00", "c": "30.00", "d": "5.00"} == amounts(allocation)


@pytest.mark.parametrize(
    ("key", "language", "wanted"),
    [
        ("a", "de", "Platz 2 von 4; davor verfügbar: 69 EUR"),
        ("a", "en", "rank 2 of 4; left before it: 69 EUR"),
        ("d", "de", "es wird nichts mehr vergeben"),
        ("d", "en", "nothing is given any more"),
    ],
)
def test_rank_is_explained(evaluate: Evaluate, key: str, language: str, wanted: str):
    """Each recipient is told its place, what was left, and whether anything was still given."""
    allocation = evaluate(ranked(), rows(CLAIMS), figures={"budget": 119})
    assert wanted in allocation[key].explain(language)


def test_ten_thousand_equal_claims(evaluate: Evaluate):
    """Ties of everyone with everyone cost no more than an order."""
    claims = [(f"k{number:05}", 1, 1, 1) for number in range(10_000)]
    allocation = evaluate(ranked(), rows(claims), figures={"budget": 5_000})
    assert "5000.00" == allocation.total.to_text()
