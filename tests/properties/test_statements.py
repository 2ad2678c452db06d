"""Laws of statements and lists of recipients: exact inverses, exact sums, nothing slips through."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from integrationsplan import Programme, from_json, from_toml, to_json
from integrationsplan._model import FrozenMap, evolve
from integrationsplan.allocation import (
    RecipientList,
    Recipients,
    StatedAward,
    Statement,
    allocate,
    verify_statement,
)
from integrationsplan.errors import InvalidValueError
from integrationsplan.values import Quantity, Unit

DAY = dt.date(2018, 7, 1)
SPLIT = from_toml(
    """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01 }
levels = { recipient = "all" }
figures = { pot = { unit = "EUR", level = "all" }, weight = { unit = "fte" } }
result = { award = "part", unit = "EUR", outputs = ["share"] }
[rules.share]
kind = "share"
of = "weight"
[rules.part]
kind = "split"
pot = "pot"
by = "weight"
step = "0.01"
method = "largest_remainder"
""",
    Programme,
)
calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100)

euros = st.integers(-(10**9), 10**9).map(lambda cents: Fraction(cents, 100))
amounts = st.one_of(euros, st.fractions(-(10**6), 10**6, max_denominator=10**6))
weights = st.one_of(
    st.integers(0, 10**17),
    st.fractions(0, 100, max_denominator=10**6),
    st.decimals(0, 10**6, places=3),
)
keys = st.lists(
    st.text(st.sampled_from("aäÖ/~ .0=-'"), min_size=1, max_size=6).filter(str.strip),
    min_size=1,
    max_size=6,
    unique=True,
)


def text_of(value: Fraction) -> str:
    """Write an amount as an allocation does."""
    return Quantity(value, Unit.parse("EUR")).to_text()


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Draw a statement whose sums are right."""
    awards, total = [], Fraction(0)
    for key in draw(keys):
        amount = draw(amounts)
        first = draw(amounts)
        parts = {"one": text_of(first), "two": text_of(amount - first)}
        total += amount
        awards.append(
            StatedAward(
                recipient=key,
                amount=text_of(amount),
                payers=FrozenMap(parts if draw(st.booleans()) else {}),
                tranches=FrozenMap(parts if draw(st.booleans()) else {}),
            )
        )
    residue = draw(amounts)
    return Statement(
        programme="trial",
        day=draw(st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1))),
        unit="EUR",
        total=text_of(total),
        pot=text_of(total + residue),
        residue=text_of(residue),
        awards=tuple(awards),
    )


@calm
@given(statements())
def test_statements_read_back_equal(statement: Statement):
    """Written and read, nothing has changed."""
    assert statement == from_json(to_json(statement), Statement)


@calm
@given(statements(), st.data())
def test_no_other_sum_is_taken(statement: Statement, data: Any):
    """Whatever is added to one amount, the statement is refused."""
    change = data.draw(amounts.filter(bool))
    name = data.draw(st.sampled_from(["total", "pot", "residue", "award"]))
    if name == "award":
        (first, *others) = statement.awards
        amount = text_of(Fraction(first.amount) + change)
        award = evolve(first, amount=amount, payers=FrozenMap(), tranches=FrozenMap())
        fields: dict[str, Any] = {"awards": (award, *others)}
    else:
        fields = {name: text_of(Fraction(getattr(statement, name)) + change)}
    with pytest.raises(InvalidValueError) as caught:
        evolve(statement, **fields)
    assert {"stated_sum"} == {problem.code for problem in caught.value.problems}


@calm
@given(keys, st.lists(weights, min_size=6, max_size=6), st.integers(0, 10**12))
def test_recipients_written_down_give_the_same_allocation(
    names: list[str], given_weights: list[int | Fraction | Decimal], cents: int
):
    """Exact numbers stay exact on paper: both allocations state the same, and check each other."""
    assume(any(given_weights[: len(names)]))
    rows = [
        {"key": name, "weight": weight} for name, weight in zip(names, given_weights, strict=False)
    ]
    recipients = Recipients.of(rows, figures={"pot": Fraction(cents, 100)})
    listed = RecipientList.of(recipients)
    assert listed == from_json(to_json(listed), RecipientList)
    assert listed == RecipientList.of(listed.to_recipients())
    first = allocate(SPLIT, recipients, day=DAY).statement(explain=names)
    assert first == allocate(SPLIT, listed.to_recipients(), day=DAY).statement(explain=names)
    read = from_json(to_json(first), Statement)
    assert (first, ()) == (read, verify_statement(read, SPLIT, listed.to_recipients()))


@calm
@given(keys, st.integers(1, 10**6), st.data())
def test_no_cent_can_be_moved(names: list[str], cents: int, data: Any):
    """Money taken from one and given to another adds up, and is found."""
    assume(len(names) > 1)
    recipients = Recipients.of(
        [{"key": name, "weight": 1} for name in names], figures={"pot": Fraction(cents, 100)}
    )
    statement = allocate(SPLIT, recipients, day=DAY).statement()
    first, second = data.draw(st.permutations(range(len(names))))[:2]
    moved = Fraction(data.draw(st.integers(1, 10**6)), 100)
    awards = list(statement.awards)
    for index, change in ((first, moved), (second, -moved)):
        amount = text_of(Fraction(awards[index].amount) + change)
        awards[index] = evolve(awards[index], amount=amount)
    found = verify_statement(evolve(statement, awards=tuple(awards)), SPLIT, recipients)
    assert {f"/awards/{first}/amount", f"/awards/{second}/amount"} == {p.pointer for p in found}
