"""Awards rest on what they say that they rest on, and one recipient's case is no other's."""

import datetime as dt
import pickle

import pytest

from integrationsplan import (
    IntegrationPlan,
    InvalidValueError,
    NotInForceError,
    Programme,
    allocate,
    catalogue,
    from_toml,
)
from integrationsplan.history import Author, Entry
from integrationsplan.plan import Body, Goal, GoalField
from integrationsplan.values import Basis

DAY = dt.date(2020, 1, 1)
HEAD = """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Versuch", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01 }
"""
TAIL = """
[citations.law]
title = "Invented"
"""
DATED = """
[levels]
recipient = "all"
[figures.persons]
unit = "person"
[figures.since]
unit = "date"
[parameters.rate]
unit = "EUR/person"
values = [
  { end = 2018-12-31, value = "10", basis = "stated", citation = "law" },
  { start = 2019-01-01, value = "20", basis = "inferred", citation = "law" },
]
[rules.grant]
kind = "product"
of = ["persons", { kind = "look_up", parameter = "rate", at = "since" }]
[result]
award = "grant"
unit = "EUR"
"""
SPLIT = """
[levels]
recipient = "all"
[figures.persons]
unit = "person"
[parameters.pot]
unit = "EUR"
values = [{ value = "1000", basis = "stated", citation = "law" }]
[parameters.least]
unit = "person"
values = [{ value = "10", basis = "stated", citation = "law" }]
[rules.part]
kind = "split"
pot = "pot"
by = "persons"
step = "0.01"
method = "largest_remainder"
[[conditions]]
code = "too_few"
when = { kind = "compare", left = "persons", op = "at_least", right = "least" }
effect = "exclude"
de = "Es sind nur {persons}."
en = "There are only {persons}."
[result]
award = "part"
unit = "EUR"
"""


def programme(body: str) -> Programme:
    """Read a programme."""
    return from_toml(HEAD + body + TAIL, Programme)


def test_an_award_cites_its_own_row():
    """Where rates go by a recipient's date, each explanation shows that recipient's rate."""
    rows = [
        {"key": "a", "persons": 1, "since": "2018-06-01"},
        {"key": "b", "persons": 1, "since": "2019-06-01"},
    ]
    awards = allocate(programme(DATED), rows, day=DAY)
    read = {
        award.recipient.key: [
            (item.value, item.basis) for item in award.steps[0].inputs if item.name == "rate"
        ]
        for award in awards
    }
    assert {"a": [("10.00", Basis.STATED)], "b": [("20.00", Basis.INFERRED)]} == read
    assert ["20"] == [row.value for _, row, _ in awards["b"].parameters]


def test_nobody_left_is_no_error():
    """Where every recipient is excluded, each gets nothing and its reason; the pot is left."""
    allocation = allocate(programme(SPLIT), [{"key": "a", "persons": 3}], day=DAY)
    award = allocation["a"]
    assert ("0.00", ["too_few"], "1000.00") == (
        award.amount.to_text(),
        [finding.code for finding in award.findings],
        allocation.residue.to_text() if allocation.residue else "",
    )
    assert "There are only 3 persons." in award.explain("en")


def test_a_split_award_names_its_pot():
    """The pot of a split needs no declaration of its own."""
    allocation = allocate(programme(SPLIT), [{"key": "a", "persons": 30}], day=DAY)
    assert ("1000.00", "0.00") == (allocation.pot.to_text(), allocation.residue.to_text())


def test_a_zeroed_award_has_parts_of_zero():
    """A fixed tranche of an award that becomes zero becomes zero with it."""
    body = SPLIT.replace('effect = "exclude"', 'effect = "zero"')
    tranches = """
[parameters.first]
unit = "EUR"
values = [{ value = "10", basis = "stated", citation = "law" }]
[rules.advance]
kind = "greatest"
of = [
  { kind = "difference", of = "first", less = [{ kind = "product", of = ["nothing", "persons"] }] },
  { kind = "number", value = "0", unit = "EUR" },
]
[rules.nothing]
kind = "number"
value = "0"
unit = "EUR/person"
[[tranches]]
id = "first"
amount = "advance"
[[tranches]]
id = "second"
amount = "rest"
"""
    rows = [{"key": "a", "persons": 3}, {"key": "b", "persons": 30}]
    awards = allocate(programme(body + tranches), rows, day=DAY)
    assert {"a": ["0.00", "0.00"], "b": ["10.00", "899.09"]} == {
        award.recipient.key: [part.to_text() for part in award.tranches.values()]
        for award in awards
    }


@pytest.mark.parametrize(("per", "needed"), [("all", True), ("district", True)])
def test_a_share_needs_the_other_recipients(per: str, needed: bool):  # a wanted value
    """An award that depends on others says so, whether of the whole or of the district."""
    body = f"""
[levels]
district = "all"
recipient = "district"
[figures.persons]
unit = "person"
[parameters.pot]
unit = "EUR"
values = [{{ value = "1000", basis = "stated", citation = "law" }}]
[rules.part]
kind = "round"
of = {{ kind = "product", of = [{{ kind = "share", of = "persons", per = "{per}" }}, "pot"] }}
step = "0.01"
method = "down"
[result]
award = "part"
unit = "EUR"
"""
    assert needed is programme(body).needs_all_recipients


def test_an_edition_is_no_way_round_what_was_known():
    """A row of an edition that was published later was not known before."""
    body = SPLIT.replace(
        '{ value = "1000", basis', '{ known_from = 2021-01-01, edition = "new", value = "1", basis'
    )
    with pytest.raises(NotInForceError):
        allocate(
            programme(body),
            [{"key": "a", "persons": 30}],
            day=DAY,
            edition="new",
            as_known=dt.date(2020, 6, 1),
        )


def test_an_allocation_survives_pickling():
    """An allocation is made again from its inputs, wherever it is unpickled."""
    towns = [{"key": "Weinheim", "persons": 352}]
    rule = catalogue.load("de-bw-integrationsmanagement-2017")
    allocation = allocate(rule, towns, day=dt.date(2018, 1, 15))
    again = pickle.loads(pickle.dumps(allocation))  # noqa: S301  # our own bytes
    assert (allocation, "280220.00") == (again, again["Weinheim"].amount.to_text())


def test_a_plan_holds_plan_entries_alone():
    """An entry of another kind of document is refused with its place."""
    author = Author(role="im", id="a")
    with pytest.raises(InvalidValueError) as caught:
        IntegrationPlan.open(
            id="p",
            subject="s",
            body=Body(name="b"),
            jurisdiction="08",
            author=author,
            recorded_at=dt.datetime(2018, 3, 1, tzinfo=dt.UTC),
            effective_on=dt.date(2018, 3, 1),
            put=[Entry(id="x")],  # type: ignore[list-item]
        )
    assert ["/revisions/0/changes/2/entry"] == [p.pointer for p in caught.value.problems]


def test_representations_show_no_contents():
    """What a plan says of a person does not stand in its representation."""
    goal = Goal(id="g1", field=GoalField.HEALTH, title="Zq7-Geheim")
    assert "<Goal g1>" == repr(goal)
