"""How far a concept has come, as figures of a report."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from integrationsplan._model import FrozenMap
from integrationsplan.concept import (
    ConceptGoal,
    ConceptMeasure,
    ConceptMeasureStatus,
    FieldOfAction,
    IntegrationConcept,
    valid_periods,
)
from integrationsplan.history import State
from integrationsplan.monitoring._figures import Figures
from integrationsplan.monitoring._report import FigureStatus, IndicatorRow
from integrationsplan.monitoring._tables import TOTAL

__all__ = ["measure_figures"]

CODE = "CONCEPT_MEASURES_BY_STATUS"
STATUS = "measure-status"


def measure_figures(concept: IntegrationConcept, day: dt.date) -> Figures:
    """Return how many measures of a concept stand where on a day, in all and by field of action.

    A measure belongs to the fields that it names, and to those of its goals; it may be in several,
    so that fields do not add up to the total. On a day without a valid concept there is no figure.

    Args:
        concept: The concept.
        day: The key date.

    Raises:
        InvalidValueError: If the day is no date.

    Example:
        >>> from integrationsplan import catalogue
        >>> concept = catalogue.concept("schmalkalden-meiningen")
        >>> found = measure_figures(concept, dt.date(2021, 6, 1))
        >>> [(row.status.value, row.value) for row in found.rows]
        [('not-computable', None)]
    """
    state = concept.at(day)
    if not any(day in period for period in valid_periods(state)):
        return Figures(
            (
                IndicatorRow(
                    indicator=CODE,
                    groups=FrozenMap({"field": TOTAL, STATUS: TOTAL}),
                    status=FigureStatus.NOT_COMPUTABLE,
                ),
            )
        )
    measures = state.of(ConceptMeasure)
    belongs = {measure.id: _fields(measure, state) for measure in measures}
    rows = list(_rows(TOTAL, measures))
    for field in state.of(FieldOfAction):
        rows += _rows(field.id, tuple(m for m in measures if field.id in belongs[m.id]))
    return Figures(tuple(rows))


def _rows(field: str, measures: tuple[ConceptMeasure, ...]) -> Iterator[IndicatorRow]:
    for status in ConceptMeasureStatus:
        count = sum(measure.status is status for measure in measures)
        yield _row(field, str(status.value), count)
    yield _row(field, TOTAL, len(measures))


def _row(field: str, status: str, count: int) -> IndicatorRow:
    groups = FrozenMap({"field": field, STATUS: status})
    return IndicatorRow(indicator=CODE, groups=groups, value=str(count))


def _fields(measure: ConceptMeasure, state: State[Any]) -> set[str]:
    """Return the ids of the fields that a measure belongs to."""
    found = set(measure.fields)
    for goal_id in measure.goals:
        goal = state.get(goal_id)
        if isinstance(goal, ConceptGoal):
            found.update(goal.fields)
    return found
