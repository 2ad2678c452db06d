"""Differences as a document: what came, what went, what changed, in plain data."""

import datetime as dt
import json
from typing import Any

import pytest

from integrationsplan import Author, IntegrationPlan, evolve
from integrationsplan.plan import CEFR, Body, Goal, GoalField, LanguageProficiency, LanguageTarget
from integrationsplan.serialization import DIFFERENCE_FORMAT, differences_to_mapping

GOAL = Goal(
    id="g1", field=GoalField.LANGUAGE, title="Deutsch", target=LanguageTarget(level=CEFR.B1)
)
GERMAN = LanguageProficiency(id="l1", language="de")


def on(day: int) -> dict[str, Any]:
    """Return who records something on a day."""
    moment = dt.datetime(2018, 3, day, 9, tzinfo=dt.UTC)
    author = Author(role="integration_manager", id="im-7")
    return {"author": author, "recorded_at": moment, "effective_on": moment.date()}


@pytest.fixture
def plan() -> IntegrationPlan:
    """Return a plan in which an entry came, one went and one changed."""
    opened = IntegrationPlan.open(
        id="plan-1",
        subject="p-1",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        put=[GOAL, GERMAN],
        **on(1),
    )
    newer = evolve(GOAL, title="Deutsch B1", target=None, due_on=dt.date(2019, 1, 1))
    work = Goal(id="g2", field=GoalField.WORK, title="Arbeit")
    return opened.revise(put=[newer, work], withdraw=["l1"], **on(2))


def test_it_names_itself():
    """Format and version come first, as in every document."""
    assert {"format": "integrationsplan/difference", "version": 1, "differences": []} == (
        differences_to_mapping(())
    )
    assert DIFFERENCE_FORMAT == ("integrationsplan/difference", 1)


def test_every_kind_of_difference_is_written(plan: IntegrationPlan):
    """Changed and removed in the old order, then added; what is absent is left out."""
    assert [
        {
            "kind": "changed",
            "entry_id": "g1",
            "entry_kind": "goal",
            "fields": [
                {"field": "title", "before": "Deutsch", "after": "Deutsch B1"},
                {"field": "target", "before": {"kind": "language", "level": "B1"}},
                {"field": "due_on", "after": "2019-01-01"},
            ],
        },
        {
            "kind": "removed",
            "entry": {"kind": "language-proficiency", "id": "l1", "language": "de"},
        },
        {
            "kind": "added",
            "entry": {"kind": "goal", "id": "g2", "field": "work", "title": "Arbeit"},
        },
    ] == differences_to_mapping(plan.diff(1, 2))["differences"]


def test_it_is_plain_json(plan: IntegrationPlan):
    """The document can be written as it is."""
    document = differences_to_mapping(plan.diff(0))
    assert document == json.loads(json.dumps(document))


def test_what_is_no_difference_is_refused():
    """Anything else is a mistake of the caller."""
    with pytest.raises(TypeError):
        differences_to_mapping([GOAL])  # type: ignore[list-item]
