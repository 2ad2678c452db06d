"""What happens in counselling: notes, consultations, agreements."""

import datetime as dt
from typing import Any

import pytest

from integrationsplan.history import State
from integrationsplan.plan import (
    Agreement,
    AgreementForm,
    Channel,
    Consultation,
    Development,
    GoalField,
    InterpreterKind,
    Party,
)
from integrationsplan.values import FrozenMap

DAY = dt.date(2018, 3, 1)
EMPTY: State[Any] = State(FrozenMap())


@pytest.mark.parametrize(
    ("noted_on", "german", "english"),
    [(None, "Vermerk", "note"), (DAY, "Vermerk vom 01.03.2018", "note of 2018-03-01")],
)
def test_a_note_is_not_told_by_its_summary(noted_on: Any, german: str, english: str):
    """Tables say that there is a note, not what it says."""
    note = Development(id="d1", note="Fährt jetzt allein Bahn.", noted_on=noted_on)
    assert (german, english) == (note.summary("de"), note.summary("en"))


def test_a_note_may_be_about_competences():
    """It refers to them."""
    note = Development(id="d1", note="Nachweis gefunden.", competences=("c1",))
    assert [("c1", ("competence",))] == [(r.entry_id, r.kinds) for r in note.references()]


def test_a_consultation_says_when_how_and_about_what():
    """What reports count is said in a line."""
    held = Consultation(
        id="b1",
        held_on=DAY,
        minutes=45,
        topics=(GoalField.LANGUAGE, GoalField.HOUSING),
        channel=Channel.IN_PERSON,
        interpreter_language="ti",
        interpreter=InterpreterKind.REMOTE,
    )
    assert "01.03.2018, persönlich: Sprache, Wohnen" == held.summary("de")
    assert "2018-03-01, in person: language, housing" == held.summary("en")


def test_a_consultation_may_be_no_more_than_a_day():
    """Channel and topics may be missing."""
    assert "01.03.2018" == Consultation(id="b1", held_on=DAY).summary("de")


@pytest.mark.parametrize("topic", GoalField)
def test_a_consultation_about_health_tells_of_health(topic: GoalField):
    """That somebody spoke about health is health data; other topics are counselling."""
    groups = Consultation(id="b1", held_on=DAY, topics=(topic,)).groups_in(EMPTY)
    expected = {"counselling", "health"} if topic is GoalField.HEALTH else {"counselling"}
    assert expected == {group.value for group in groups}


def test_an_agreement_says_what_was_agreed_and_when():
    """The number of the revision and the day are what counts."""
    agreement = Agreement(
        id="a1",
        revision=3,
        agreed_on=DAY,
        by=(Party.PERSON, Party.COUNSELLOR),
        explained_in="ti",
        interpreted=True,
        form=AgreementForm.PAPER,
    )
    assert "Revision 3, vom 01.03.2018" == agreement.summary("de")
    assert "Revision 3, on 2018-03-01" == agreement.summary("en")
