"""Goals and measures: groups, references, dependencies. Their life is in test_goal_transitions."""

from typing import Any

import pytest

from integrationsplan.errors import InvalidValueError
from integrationsplan.history import Entry, State
from integrationsplan.plan import (
    Actor,
    Goal,
    GoalField,
    Measure,
    PlanGroup,
    RecognitionTarget,
    Referral,
    RegularService,
    Responsible,
)
from integrationsplan.values import FrozenMap

GROUPS = {
    "language": "language",
    "work": "work",
    "recognition": "recognition",
    "housing": "housing",
    "education": "education",
    "health": "health",
    "volunteering": "participation",
    "family": "family",
    "authorities": "participation",
    "other": "participation",
}


def goal(entry_id: str = "g1", field: GoalField = GoalField.WORK, **fields: Any) -> Goal:
    """Make a goal."""
    return Goal(id=entry_id, field=field, title="Ziel", **fields)


def measure(*goals: str, field: GoalField | None = None) -> Measure:
    """Make a measure for goals."""
    return Measure(id="m1", title="Maßnahme", goals=goals, field=field)


def groups(entry: Entry, *others: Entry) -> set[str]:
    """Return the codes of an entry's groups among others."""
    state: State[Any] = State(FrozenMap({other.id: other for other in (entry, *others)}))
    return {group.value for group in entry.groups_in(state)}


@pytest.mark.parametrize("field", GoalField)
def test_a_goal_belongs_to_the_group_of_its_field(field: GoalField):
    """A goal about health is health data, and no data on participation."""
    assert {GROUPS[field.value]} == groups(goal(field=field))


def test_a_measure_tells_of_the_goals_that_it_serves():
    """What a measure is for is told by the measure."""
    goals = (goal("g1", GoalField.HEALTH), goal("g2", GoalField.WORK))
    assert {"health", "work"} == groups(measure("g1", "g2"), *goals)


def test_a_measure_may_have_a_field_of_its_own():
    """Its own field counts beside those of its goals."""
    assert {"work", "housing"} == groups(
        measure("g1", field=GoalField.HOUSING), goal("g1", GoalField.WORK)
    )


def test_a_measure_for_nothing_is_participation():
    """Without goal and field it tells of taking part."""
    assert {"participation"} == groups(measure())


def test_a_measure_for_an_unknown_goal_may_be_about_health():
    """A goal that was withheld or erased is not guessed to be harmless."""
    assert {"health", "work"} == groups(measure("g1", "g9"), goal("g1", GoalField.WORK))


def test_the_class_of_goals_has_a_group():
    """Where no state is at hand, goals and measures are participation."""
    assert (PlanGroup.PARTICIPATION, PlanGroup.PARTICIPATION) == (Goal.group, Measure.group)


def test_a_goal_does_not_wait_for_itself():
    """The shortest circle is refused; longer ones are for reviews to find."""
    with pytest.raises(InvalidValueError) as caught:
        goal("g1", depends_on=("g2", "g1"))
    assert [("/depends_on/1", "goal_depends_on_itself")] == [
        (problem.pointer, problem.code) for problem in caught.value.problems
    ]


def test_a_goal_refers_to_goals_and_to_the_procedure_of_its_target():
    """References in a target count like those of fields."""
    found = goal(depends_on=("g2",), target=RecognitionTarget(procedure="r1")).references()
    assert [("depends_on", "g2", ("goal",)), ("target", "r1", ("recognition-procedure",))] == [
        (reference.field, reference.entry_id, reference.kinds) for reference in found
    ]


def test_a_goal_is_renamed_with_all_that_it_refers_to():
    """When two plans are merged, ids change everywhere."""
    ids = {"g1": "b:g1", "g2": "b:g2", "r1": "b:r1"}
    renamed = goal(depends_on=("g2",), target=RecognitionTarget(procedure="r1")).renamed(ids)
    expected = goal("b:g1", depends_on=("b:g2",), target=RecognitionTarget(procedure="b:r1"))
    assert expected == renamed


def test_a_goal_without_procedure_is_renamed():
    """A target that names no procedure stays as it is."""
    plain = goal(target=RecognitionTarget())
    assert goal("g7", target=RecognitionTarget()) == plain.renamed({"g1": "g7"})


def test_a_goal_may_be_shared_by_a_household():
    """The shared id is plain: it names no entry of this plan."""
    assert () == goal(shared_id="household-3-flat").references()


def test_a_measure_says_who_does_it_and_where_the_person_is_sent():
    """Parties and regular services are codes, names are those of bodies."""
    found = Measure(
        id="m1",
        title="Anmeldung zur Beratung",
        responsible=Responsible(party=Actor.COUNSELLOR),
        referral=Referral(
            service=RegularService.RECOGNITION_ADVICE,
            name="IQ Netzwerk",
            leika="99008001000000",
        ),
    )
    assert "Anmeldung zur Beratung (geplant)" == found.summary("de")


def test_a_service_key_has_fourteen_digits():
    """Keys of services are those of the LeiKa."""
    with pytest.raises(InvalidValueError):
        Referral(leika="9900800100000")
