"""Builders: the same small objects every time, valid, and importable without hypothesis."""

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from integrationsplan import InvalidValueError, Programme, from_json, to_json
from integrationsplan.history import Marking, Verdict
from integrationsplan.plan import Goal, GoalField, IntegrationPlan
from integrationsplan.testing import (
    a_life,
    a_plan,
    a_programme,
    an_allocation,
    facts,
    fixed_salts,
    some_recipients,
)

WITHOUT = """
import sys
sys.modules["hypothesis"] = None
from integrationsplan.testing import a_plan
print(len(a_plan().ids()))
try:
    import integrationsplan.testing.strategies
except ImportError as error:
    print(error)
"""


@pytest.mark.parametrize("build", [a_plan, a_life, a_programme, some_recipients])
def test_a_builder_returns_the_same_every_time(build: Callable[[], Any]):
    """Two calls give equal objects: salts and moments are fixed."""
    assert build() == build()


def test_a_plan_holds_what_is_given():
    """Entries given replace the usual ones; head and id are as asked for."""
    goal = Goal(id="g9", field=GoalField.WORK, title="Arbeit")
    plan = a_plan(goal, id="p2", subject="s2")
    assert ("p2", "s2", ("subject", "responsibility", "g9")) == (plan.id, plan.subject, plan.ids())


def test_a_plan_of_what_is_no_plan_is_refused():
    """Builders check like every other way to make a plan."""
    goal = Goal(id="subject", field=GoalField.WORK, title="Arbeit")
    with pytest.raises(InvalidValueError):
        a_plan(goal)


def test_a_life_verifies_and_is_erased_in_part():
    """The history is honest, and its erased entry is gone."""
    plan = a_life()
    assert Verdict.SELF_CONSISTENT is plan.verify().verdict
    assert ("n1" in plan.ids(), plan.is_closed) == (False, True)


def test_facts_continue_a_plan():
    """What facts say fits every operation that makes a revision."""
    plan = a_plan().mark(["g1"], Marking.CONTESTED, **facts(dt.date(2018, 5, 1)))
    assert dt.datetime(2018, 5, 1, 9, tzinfo=dt.UTC) == plan.latest.recorded_at


def test_facts_of_two_days_have_salts_of_their_own():
    """No two revisions of a built plan share a salt."""
    first, second = (facts(day)["salts"](32) for day in (dt.date(2018, 5, 1), dt.date(2018, 5, 2)))
    assert first != second


def test_fixed_salts_differ_within_a_run():
    """One source never gives the same bytes twice, and another seed gives others."""
    source = fixed_salts()
    drawn = [source(32) for _ in range(100)] + [fixed_salts(1)(32)]
    assert (101, {32}) == (len(set(drawn)), {len(salt) for salt in drawn})


@pytest.mark.parametrize(("build", "kind"), [(a_life, IntegrationPlan), (a_programme, Programme)])
def test_what_is_built_is_a_document(build: Callable[[], Any], kind: Any):
    """Built objects are written and read back."""
    assert build() == from_json(to_json(build()), kind)


def test_an_allocation_pays_the_rate():
    """The awards of the programme are persons times rate."""
    assert ["279840 EUR", "67575 EUR", "23850 EUR"] == [
        f"{award.amount.value} {award.amount.unit}" for award in an_allocation()
    ]


def test_builders_need_no_hypothesis_and_strategies_name_the_extra():
    """Without hypothesis the builders work, and the strategies say what to install."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], capture_output=True, check=True, text=True
    )
    assert [
        "5",
        "integrationsplan.testing.strategies needs hypothesis: "
        "pip install 'integrationsplan[testing]'",
    ] == done.stdout.splitlines()
