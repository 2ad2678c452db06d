"""From an award to its trace."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal, TypeVar

import attrs

from integrationsplan._model import evolve, field_specs
from integrationsplan.allocation._columns import RECIPIENT, Column, Frame
from integrationsplan.allocation._evaluation import Evaluation
from integrationsplan.allocation._explanation import Explainer
from integrationsplan.allocation._phrasing import place_of
from integrationsplan.allocation._programme import (
    Condition,
    Earmark,
    Programme,
    Source,
    Tranche,
)
from integrationsplan.allocation._trace import Check, Part, Step
from integrationsplan.allocation._witness import write_value
from integrationsplan.values import Bilingual, Unit

S = TypeVar("S", bound=Step)


@attrs.frozen(eq=False)
class Tracer:
    """Writes down what led to one award.

    Attributes:
        programme: The programme.
        evaluation: Its evaluation.
        given: The recipient among those given.
        place: The recipient in the frame; nothing if it is excluded.
    """

    programme: Programme
    evaluation: Evaluation
    given: int
    place: int | None

    def write(self) -> tuple[tuple[Step, ...], tuple[Check, ...], tuple[Part, ...]]:
        """Return the steps, the checks and the parts."""
        explainer = Explainer(self.programme, self.evaluation)
        steps: list[Step] = []
        checks: list[Check] = []
        if self.place is not None:
            steps += explainer.steps(self.place, is_whole=True)
        else:
            steps += self._steps_to_exclusion(explainer)
        for condition, frame, level, index in self._asked():
            *below, step = explainer.whole_steps(
                condition.code, "", condition.when, frame, level, index
            )
            steps += below
            is_below = level != RECIPIENT and self.programme.is_below_recipients(level)
            checks.append(_as(Check, step, effect=condition.effect, is_below=is_below))
        parts = [] if self.place is None else list(self._parts(explainer, self.place, steps))
        return tuple(steps), tuple(checks), tuple(parts)

    def _steps_to_exclusion(self, explainer: Explainer) -> Iterator[Step]:
        """Yield what the conditions read that have taken the recipient out."""
        told: set[tuple[str, int]] = set()
        for failure in self.evaluation.failures.get(self.given, ()):
            if not isinstance(failure.condition, Condition):
                continue
            frame = failure.frame
            needed = explainer.needed(failure.condition.when)
            for name in self.programme.analysis.order:
                node = self.programme.rules[name].node
                column = frame.column(node) if name in needed else None
                if column is None:
                    continue
                index = place_of(frame, column.level, failure.level, failure.index)
                if index is None or index in column.faults or (name, index) in told:
                    continue
                told.add((name, index))
                yield from explainer.whole_steps(name, "", node, frame, column.level, index)

    def _asked(self) -> Iterator[tuple[Condition, Frame, str, int]]:
        """Yield every condition that was asked of the recipient, and of what is below if it fails.

        What holds for the records below is not told one by one.
        """
        for failure in self.evaluation.failures.get(self.given, ()):
            if isinstance(failure.condition, Condition):
                yield failure.condition, failure.frame, failure.level, failure.index
        if self.place is None:
            return
        frame = self.evaluation.frame
        told = {id(failure.condition) for failure in self.evaluation.failures.get(self.given, ())}
        for condition in self.programme.conditions:
            level = frame.column(condition.when).level
            above = level == RECIPIENT or frame.lies_below(RECIPIENT, level)
            if above and id(condition) not in told:
                yield condition, frame, level, frame.ancestors(RECIPIENT, level)[self.place]

    def _parts(self, explainer: Explainer, place: int, steps: list[Step]) -> Iterator[Part]:
        programme, evaluation = self.programme, self.evaluation
        frame = evaluation.frame
        marks = [frame.column(mark.amount) for mark in programme.earmarks]
        blocks: list[
            tuple[
                Literal["source", "tranche", "earmark"],
                Sequence[Source | Tranche | Earmark],
                Sequence[Column],
            ]
        ] = [
            ("source", programme.sources, evaluation.sources),
            ("tranche", programme.tranches, evaluation.tranches),
            ("earmark", programme.earmarks, marks),
        ]
        for block, parts, columns in blocks:
            for part, column in zip(parts, columns, strict=True):
                unit = Unit.parse(programme.result.unit)
                index = 0 if len(column.values) == 1 else place
                result = write_value(column.number(index), unit)
                role = part.role if isinstance(part, Source) else None
                own: dict[str, Any] = {"block": block, "role": role, "rule": part.id}
                if part.amount == "rest":
                    step = self._rest(part, place, result)
                    yield _as(Part, step, **own, is_rest=True)
                    continue
                *below, step = explainer.whole_steps(
                    part.id, "", part.amount, frame, RECIPIENT, place
                )
                steps += below
                yield _as(Part, evolve(step, result=result), **own)

    def _rest(self, part: Source | Tranche | Earmark, place: int, result: str) -> Step:
        unit = self.programme.result.unit
        return Step(
            rule=part.id,
            level=RECIPIENT,
            record=self.evaluation.frame.key(RECIPIENT, place),
            formula="rest",
            result=result,
            unit=unit,
            sentences=Bilingual(
                de=f"{part.de or part.id} = Rest = {result} {unit}",
                en=f"{part.en or part.id} = rest = {result} {unit}",
            ),
        )


def _as(wanted: type[S], step: Step, **more: Any) -> S:
    """Return a step as one of a class with more fields."""
    fields = {spec.name: getattr(step, spec.name) for spec in field_specs(Step)}
    return wanted(**{**fields, **more})
