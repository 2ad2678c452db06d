"""The recognition of foreign qualifications as a procedure: steps, deadline, outcome.

Sources: BQFG (deadline, contents of a rejection); the official statistics (outcomes).
"""

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Annotated, ClassVar

from annotated_types import Ge, Le, Len

from integrationsplan._language import Wording
from integrationsplan._model import Label, RefersTo, model
from integrationsplan.history import DataGroup, Entry
from integrationsplan.parameters import DatedValue, Timeline
from integrationsplan.plan._fields import GoalRef, Part, Texts, labels
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._language_codes import CEFR
from integrationsplan.plan._legal import LegalCitation
from integrationsplan.plan._problems import (
    OUTCOME_OF_OTHER_OCCUPATIONS,
    OUTCOME_WITHOUT_DECISION,
    STEP_EARLIER,
    STEP_OUT_OF_ORDER,
)
from integrationsplan.plan._qualification_codes import (
    RECOGNITION_STEPS,
    CompensationKind,
    RecognitionKind,
    RecognitionOutcome,
    RecognitionStage,
)
from integrationsplan.problems import Problem
from integrationsplan.values import (
    Basis,
    Citation,
    CodedValue,
    Identifier,
    Language,
    Period,
    ShortText,
    shift_date,
)

__all__ = [
    "RECOGNITION_DEADLINE",
    "CompensationMeasure",
    "RecognitionProcedure",
    "RecognitionStep",
    "decision_due",
]

_REGULATED = Wording("regulated", "reglementierten")
_NOT_REGULATED = Wording("non-regulated", "nicht reglementierten")

_ONLY_FOR = {
    RecognitionOutcome.PARTIAL: False,
    RecognitionOutcome.COMPENSATION_REQUIRED: True,
}
"""Outcomes that exist for regulated occupations only, or for the others only."""

_DECIDED = {RecognitionStage.DECISION, RecognitionStage.APPEAL, RecognitionStage.FINAL}


@model(repr=False)
class RecognitionStep(Part):
    """A step that a recognition procedure has reached.

    Attributes:
        step: Which step.
        on: On which day, if it is known.
    """

    step: Annotated[RecognitionStage, Label("step", "Schritt")]
    on: Annotated[dt.date | None, Label("on", "am")] = None


@model(repr=False)
class CompensationMeasure(Part):
    """What makes up for substantial differences.

    Attributes:
        form: Which kind of measure.
        provider: Who offers it.
        period: From when to when.
        passed_on: When it was passed.
    """

    form: Annotated[CompensationKind, Label("kind", "Art")]
    provider: Annotated[ShortText | None, Label("provider", "Anbieter")] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    passed_on: Annotated[dt.date | None, Label("passed on", "bestanden am")] = None


@model(repr=False)
class RecognitionProcedure(Entry):
    """The recognition of a foreign qualification for one reference occupation.

    Attributes:
        reference_occupation: The German occupation that the qualification is compared with.
        occupation: That occupation in a classification, KldB 2010 or ISCO-08.
        procedure: Which procedure.
        regulated: Whether the occupation is regulated, if that is known.
        competent_body: Who decides.
        legal_basis: By which law.
        qualification: Id of the qualification.
        goal: Id of the goal that it serves.
        required_language: Level of German that the recognition asks for.
        steps: The steps so far, in their order; see `RECOGNITION_STEPS`.
        deadline_months: Months that the law of the occupation gives for the decision, where it sets
            a deadline of its own; counted before all others.
        extended_until: Until when the body has extended its deadline.
        outcome: How it was decided.
        existing_qualifications: What the decision says the person has.
        differences: The substantial differences that it names.
        compensation: What makes up for them.
        measure: Id of the measure by which that is done.
        remedy_until: Last day for a legal remedy.

    Example:
        >>> RecognitionProcedure(
        ...     id="r1",
        ...     reference_occupation="Pflegefachfrau",
        ...     steps=(RecognitionStep(step=RecognitionStage.FILED, on=dt.date(2019, 2, 1)),),
        ... ).summary("de")
        'Pflegefachfrau (Antrag gestellt)'
    """

    kind: ClassVar[str] = "recognition-procedure"
    label: ClassVar[Label] = Label("recognition procedure", "Anerkennungsverfahren")
    group: ClassVar[DataGroup] = PlanGroup.RECOGNITION

    reference_occupation: Annotated[ShortText, Label("reference occupation", "Referenzberuf")]
    occupation: Annotated[CodedValue | None, Label("occupation", "Beruf")] = None
    procedure: Annotated[RecognitionKind, Label("procedure", "Verfahren")] = (
        RecognitionKind.OCCUPATIONAL
    )
    regulated: Annotated[bool | None, Label("regulated", "reglementiert")] = None
    competent_body: Annotated[ShortText | None, Label("competent body", "zuständige Stelle")] = None
    legal_basis: Annotated[LegalCitation | None, Label("legal basis", "Rechtsgrundlage")] = None
    qualification: Annotated[
        Annotated[Identifier, RefersTo("qualification")] | None,
        Label("qualification", "Abschluss"),
    ] = None
    goal: Annotated[GoalRef | None, Label("goal", "Ziel")] = None
    required_language: Annotated[
        CEFR | None, Label("required level of German", "erforderliches Sprachniveau")
    ] = None
    steps: Annotated[
        Annotated[tuple[RecognitionStep, ...], Len(0, 20)], Label("steps", "Schritte")
    ] = ()
    deadline_months: Annotated[
        Annotated[int, Ge(1), Le(60)] | None,
        Label("deadline in months", "Entscheidungsfrist in Monaten"),
    ] = None
    extended_until: Annotated[
        dt.date | None, Label("deadline extended until", "Frist verlängert bis")
    ] = None
    outcome: Annotated[RecognitionOutcome | None, Label("outcome", "Ergebnis")] = None
    existing_qualifications: Annotated[
        Texts, Label("existing qualifications", "vorhandene Qualifikationen")
    ] = ()
    differences: Annotated[Texts, Label("differences", "wesentliche Unterschiede")] = ()
    compensation: Annotated[
        CompensationMeasure | None, Label("compensation measure", "Ausgleichsmaßnahme")
    ] = None
    measure: Annotated[
        Annotated[Identifier, RefersTo("measure")] | None, Label("measure", "Maßnahme")
    ] = None
    remedy_until: Annotated[
        dt.date | None, Label("legal remedy until", "Rechtsbehelf möglich bis")
    ] = None

    def _violations(self) -> Iterator[Problem]:
        yield from self._step_problems()
        if self.outcome is None:
            return
        if not _DECIDED & {step.step for step in self.steps}:
            yield OUTCOME_WITHOUT_DECISION.at("/outcome")
        only_for = _ONLY_FOR.get(self.outcome)
        if only_for is not None and self.regulated is not None and self.regulated is not only_for:
            yield OUTCOME_OF_OTHER_OCCUPATIONS.at(
                "/outcome",
                outcome=labels([self.outcome]),
                found=_REGULATED if self.regulated else _NOT_REGULATED,
                allowed=_REGULATED if only_for else _NOT_REGULATED,
            )

    def _step_problems(self) -> Iterator[Problem]:
        for place, (before, after) in enumerate(itertools.pairwise(self.steps), start=1):
            allowed = RECOGNITION_STEPS[before.step]
            if after.step not in allowed:
                yield STEP_OUT_OF_ORDER.at(
                    f"/steps/{place}/step",
                    before=labels([before.step]),
                    after=labels([after.step]),
                    allowed=labels(step for step in RecognitionStage if step in allowed),
                )
        latest: dt.date | None = None
        for place, step in enumerate(self.steps):
            if step.on is None:
                continue
            if latest is not None and step.on < latest:
                yield STEP_EARLIER.at(f"/steps/{place}/on", day=latest.isoformat())
            latest = max(latest or step.on, step.on)

    @property
    def stage(self) -> RecognitionStage | None:
        """The step that the procedure has reached, if any."""
        return self.steps[-1].step if self.steps else None

    def reached_on(self, stage: RecognitionStage) -> dt.date | None:
        """Return the day of a step, if it is recorded and its day is known."""
        return next((step.on for step in self.steps if step.step is stage), None)

    def summary(self, language: Language) -> str:
        """Say the occupation, and the outcome or the step reached."""
        stand = self.outcome or self.stage
        said = f" ({stand.in_language(language)})" if stand else ""
        return f"{self.reference_occupation}{said}"


RECOGNITION_DEADLINE: Timeline[DatedValue[int]] = Timeline(
    "recognition_deadline_months",
    (
        DatedValue(
            start=dt.date(2012, 4, 1),
            value=3,
            basis=Basis.INFERRED,
            citation=Citation(
                title="BQFG",
                locator="§ 6 Abs. 3",
                url=(
                    "https://asyl.net/publikationen/suchergebnis/detail/"
                    "gesetz-zur-anerkennung-von-berufsqualifikationen-in-kraft-getreten"
                ),
                note=(
                    "Die Seite nennt die drei Monate ab Vollständigkeit der Unterlagen; Absatz und "
                    "Inkrafttreten sind nach dem Gesetz ergänzt."
                ),
            ),
        ),
    ),
)
"""Months within which a decision is due once the file is complete, by the federal BQFG.

It applies where the law of an occupation sets no deadline of its own. Regulated occupations such as
nursing have their own law: record its months as the ``deadline_months`` of the procedure.
"""


def decision_due(
    procedure: RecognitionProcedure, rule: Timeline[DatedValue[int]] = RECOGNITION_DEADLINE
) -> dt.date | None:
    """Return the day by which a decision is due, or nothing while the file is not complete.

    The months that the procedure itself records, by the law of its occupation, come first.

    Args:
        procedure: The procedure.
        rule: The months allowed, by the day on which the file was complete; by default those of
            the BQFG. Not asked where the procedure records its own.

    Returns:
        The end of the deadline, or the day until which it was extended if that is later.

    Raises:
        NotInForceError: If the rule says nothing of the day on which the file was complete.
        DateOutOfRangeError: If the deadline lies outside the years 1 to 9999.

    Example:
        >>> from integrationsplan import evolve
        >>> complete = RecognitionStep(
        ...     step=RecognitionStage.DOCUMENTS_COMPLETE, on=dt.date(2019, 11, 30)
        ... )
        >>> procedure = RecognitionProcedure(
        ...     id="r1", reference_occupation="Pflegefachfrau", steps=(complete,)
        ... )
        >>> decision_due(procedure)
        datetime.date(2020, 2, 29)
        >>> decision_due(evolve(procedure, deadline_months=4))
        datetime.date(2020, 3, 30)
    """
    complete = procedure.reached_on(RecognitionStage.DOCUMENTS_COMPLETE)
    if complete is None:
        return None
    own = procedure.deadline_months
    due = shift_date(complete, months=rule.at(complete).value if own is None else own)
    extended = procedure.extended_until
    return due if extended is None else max(due, extended)
