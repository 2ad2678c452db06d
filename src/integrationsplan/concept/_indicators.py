"""Indicators of a concept: what is counted, where it stood, where it is to go."""

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Annotated, ClassVar

import attrs
from annotated_types import Len

from integrationsplan._model import Label, RefersTo, model
from integrationsplan.concept._concept_codes import Direction, IndicatorSense
from integrationsplan.concept._fields import FieldRefs, GoalRefs, Sourced
from integrationsplan.concept._groups import ConceptGroup
from integrationsplan.concept._problems import DAY_TWICE
from integrationsplan.history import DataGroup
from integrationsplan.problems import THOUSANDS, Problem
from integrationsplan.values import (
    Basis,
    Code,
    Identifier,
    Language,
    LongText,
    NumberText,
    ShortText,
    parse_number,
)
from integrationsplan.values._numbers import is_ambiguous
from integrationsplan.values._period import check_day

__all__ = ["ConceptIndicator", "IndicatorProgress", "IndicatorValue", "indicator_progress"]


@model
class IndicatorValue:
    """A value of an indicator on a day.

    Attributes:
        on: The day for which it holds.
        value: The value.
        basis: Whether the source states it, or it was worked out.
        note: What else is to be known.

    Example:
        >>> IndicatorValue(on=dt.date(2025, 12, 31), value="280000").number
        Fraction(280000, 1)
    """

    on: Annotated[dt.date, Label("on", "am")]
    value: Annotated[NumberText, Label("value", "Wert")]
    basis: Annotated[Basis, Label("basis", "Grundlage")] = Basis.STATED
    note: Annotated[ShortText | None, Label("note", "Anmerkung")] = None

    def _violations(self) -> Iterator[Problem]:
        # Nobody prints a third decimal of zero: "20.000" is twenty thousand.
        if is_ambiguous(self.value) and self.value.endswith("0"):
            yield THOUSANDS.at("/value")

    @property
    def number(self) -> Fraction:
        """The value as an exact number."""
        return parse_number(self.value)


IndicatorValues = Annotated[tuple[IndicatorValue, ...], Len(0, 1_000)]


@model(repr=False)
class ConceptIndicator(Sourced):
    """Something that is counted again and again.

    Attributes:
        title: What it is called.
        code: Its code, such as that of the monitoring of the Länder.
        sense: What it can tell.
        definition: What is counted.
        unit: In which unit.
        better: In which direction it gets better.
        goals: Ids of the goals that it measures.
        measures: Ids of the measures that it measures.
        fields: Ids of the fields of action that it is about.
        baseline: Where it stood.
        targets: Where it is to be, and when.
        values: Where it was found to be.
        data_source: Where the values come from.

    Example:
        >>> workers = ConceptIndicator(
        ...     id="i-1",
        ...     title="Fachkräfte",
        ...     sense=IndicatorSense.CONTEXT,
        ...     targets=(IndicatorValue(on=dt.date(2025, 12, 31), value="280000"),),
        ... )
        >>> workers.summary("en")
        'Fachkräfte (context)'
    """

    kind: ClassVar[str] = "concept-indicator"
    label: ClassVar[Label] = Label("indicator", "Indikator")
    group: ClassVar[DataGroup] = ConceptGroup.INDICATOR

    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    code: Annotated[Code | None, Label("code", "Code")] = None
    sense: Annotated[IndicatorSense, Label("sense", "Aussage")]
    definition: Annotated[LongText | None, Label("definition", "Definition")] = None
    unit: Annotated[ShortText | None, Label("unit", "Einheit")] = None
    better: Annotated[Direction | None, Label("better", "besser, wenn")] = None
    goals: Annotated[GoalRefs, Label("goals", "Ziele")] = ()
    measures: Annotated[
        Annotated[tuple[Annotated[Identifier, RefersTo("concept-measure")], ...], Len(0, 100)],
        Label("measures", "Maßnahmen"),
    ] = ()
    fields: Annotated[FieldRefs, Label("fields of action", "Handlungsfelder")] = ()
    baseline: Annotated[IndicatorValue | None, Label("baseline", "Ausgangswert")] = None
    targets: Annotated[IndicatorValues, Label("targets", "Zielwerte")] = ()
    values: Annotated[IndicatorValues, Label("values", "Werte")] = ()
    data_source: Annotated[ShortText | None, Label("source of the data", "Datenquelle")] = None

    def _violations(self) -> Iterator[Problem]:
        yield from _repeated("/targets", self.targets)
        yield from _repeated("/values", self.values)

    def summary(self, language: Language) -> str:
        """Say title and sense."""
        return f"{self.title} ({self.sense.in_language(language)})"

    def known_on(self, day: dt.date) -> IndicatorValue | None:
        """Return the newest value by a day, the baseline among them."""
        found = [value for value in self._known if value.on <= day]
        return max(found, key=lambda value: value.on, default=None)

    def target_for(self, day: dt.date) -> IndicatorValue | None:
        """Return the target that is next on a day; after the last, the last."""
        ordered = sorted(self.targets, key=lambda value: value.on)
        ahead = [value for value in ordered if value.on >= day] or ordered[-1:]
        return ahead[0] if ahead else None

    @property
    def _known(self) -> tuple[IndicatorValue, ...]:
        return self.values if self.baseline is None else (self.baseline, *self.values)


@attrs.frozen
class IndicatorProgress:
    """How far an indicator is on the way from its baseline to a target.

    Attributes:
        indicator: Id of the indicator.
        baseline: Where it stood.
        current: Where it is by the day.
        target: Where it is to be.
    """

    indicator: str
    baseline: IndicatorValue | None
    current: IndicatorValue | None
    target: IndicatorValue | None
    _better: Direction | None

    @property
    def distance(self) -> Fraction | None:
        """What is missing to the target, in its unit; below zero if it is passed.

        Nothing where a value is not known, or it is not said in which direction it gets better.
        """
        if self.current is None or self.target is None:
            return None
        missing = self.target.number - self.current.number
        if not missing:
            return missing
        if self.is_falling is None:
            return None
        return -missing if self.is_falling else missing

    @property
    def part(self) -> Fraction | None:
        """Which part of the way is gone; nothing where baseline and target are the same."""
        if self.baseline is None or self.current is None or self.target is None:
            return None
        way = self.target.number - self.baseline.number
        return (self.current.number - self.baseline.number) / way if way else None

    @property
    def is_falling(self) -> bool | None:
        """Whether less is better; nothing where neither the indicator nor its target says so."""
        if self._better is not None:
            return self._better is Direction.DOWN
        if self.baseline is None or self.target is None:
            return None
        way = self.target.number - self.baseline.number
        return way < 0 if way else None

    @property
    def is_reached(self) -> bool | None:
        """Whether the target is reached; nothing where that cannot be told."""
        return None if self.distance is None else self.distance <= 0


def indicator_progress(indicator: ConceptIndicator, day: dt.date) -> IndicatorProgress:
    """Return how far an indicator is on a day, on the way to the target that is next.

    Raises:
        InvalidValueError: If the day is no date.

    Example:
        >>> courses = ConceptIndicator(
        ...     id="i-1",
        ...     title="places in courses",
        ...     sense=IndicatorSense.OUTPUT,
        ...     baseline=IndicatorValue(on=dt.date(2018, 12, 31), value="40"),
        ...     values=(IndicatorValue(on=dt.date(2019, 12, 31), value="60"),),
        ...     targets=(IndicatorValue(on=dt.date(2020, 12, 31), value="120"),),
        ... )
        >>> found = indicator_progress(courses, dt.date(2020, 6, 1))
        >>> found.distance, found.part, found.is_reached
        (Fraction(60, 1), Fraction(1, 4), False)
    """
    check_day(day)
    return IndicatorProgress(
        indicator.id,
        indicator.baseline,
        indicator.known_on(day),
        indicator.target_for(day),
        indicator.better,
    )


def _repeated(pointer: str, values: Iterable[IndicatorValue]) -> Iterator[Problem]:
    seen: set[dt.date] = set()
    for index, value in enumerate(values):
        if value.on in seen:
            yield DAY_TWICE.at(f"{pointer}/{index}/on")
        seen.add(value.on)
