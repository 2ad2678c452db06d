"""The tree of a concept: principles, fields of action, guiding goals, goals, measures."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from annotated_types import Len

from integrationsplan._model import Label, RefersTo, model
from integrationsplan.concept._concept_codes import (
    ConceptGoalStatus,
    ConceptMeasureStatus,
    ReviewVerdict,
)
from integrationsplan.concept._fields import (
    FieldRefs,
    GoalRefs,
    OrganisationRef,
    OrganisationRefs,
    Sourced,
    TargetGroups,
    Topics,
)
from integrationsplan.concept._groups import ConceptGroup
from integrationsplan.concept._problems import GOAL_PART_OF_ITSELF, NO_COST
from integrationsplan.history import DataGroup
from integrationsplan.problems import Problem
from integrationsplan.values import Code, Identifier, Language, LongText, Money, Period, ShortText

__all__ = [
    "ConceptGoal",
    "ConceptMeasure",
    "FieldOfAction",
    "GuidingGoal",
    "MeasureFunding",
    "MeasureReview",
    "Principle",
]


@model(repr=False)
class Numbered(Sourced):
    """Something in a concept with a number and a title.

    Attributes:
        number: Its number, as printed.
        title: What it is called.
        text: What it says.
    """

    group: ClassVar[DataGroup] = ConceptGroup.CONCEPT

    number: Annotated[Code | None, Label("number", "Nummer")] = None
    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    text: Annotated[LongText | None, Label("text", "Text")] = None

    def summary(self, language: Language) -> str:
        """Say number and title."""
        del language
        return self.title if self.number is None else f"{self.number} {self.title}"


@model(repr=False)
class Principle(Numbered):
    """A guiding principle (Leitlinie, Leitbild) of a concept."""

    kind: ClassVar[str] = "principle"
    label: ClassVar[Label] = Label("guiding principle", "Leitlinie")


@model(repr=False)
class FieldOfAction(Numbered):
    """A field of action.

    Attributes:
        topics: The fields of offers and of goals of plans that it covers.
        target_groups: Whom it is for.
    """

    kind: ClassVar[str] = "field-of-action"
    label: ClassVar[Label] = Label("field of action", "Handlungsfeld")

    topics: Annotated[Topics, Label("topics", "Themen")] = ()
    target_groups: Annotated[TargetGroups, Label("target groups", "Zielgruppen")] = ()


@model(repr=False)
class GuidingGoal(Numbered):
    """A guiding goal: where things are to go in the long run.

    Attributes:
        fields: Ids of the fields of action that it belongs to.
    """

    kind: ClassVar[str] = "guiding-goal"
    label: ClassVar[Label] = Label("guiding goal", "Leitziel")

    fields: Annotated[FieldRefs, Label("fields of action", "Handlungsfelder")] = ()


@model(repr=False)
class ConceptGoal(Numbered):
    """A goal of a concept, or a part of one.

    Attributes:
        guiding_goals: Ids of the guiding goals that it serves.
        fields: Ids of the fields of action that it belongs to.
        part_of: Id of the goal of which it is a part.
        target_groups: Whom it is for, where it is not for everybody of its field.
        due_on: By when it is to be reached.
        status: Where it stands.
    """

    kind: ClassVar[str] = "concept-goal"
    label: ClassVar[Label] = Label("goal", "Ziel")

    guiding_goals: Annotated[
        Annotated[tuple[Annotated[Identifier, RefersTo("guiding-goal")], ...], Len(0, 50)],
        Label("guiding goals", "Leitziele"),
    ] = ()
    fields: Annotated[FieldRefs, Label("fields of action", "Handlungsfelder")] = ()
    part_of: Annotated[
        Annotated[Identifier, RefersTo("concept-goal")] | None, Label("part of", "Teil von")
    ] = None
    target_groups: Annotated[TargetGroups, Label("target groups", "Zielgruppen")] = ()
    due_on: Annotated[dt.date | None, Label("due on", "fällig am")] = None
    status: Annotated[ConceptGoalStatus, Label("status", "Stand")] = ConceptGoalStatus.OPEN

    def _violations(self) -> Iterator[Problem]:
        if self.part_of == self.id:
            yield GOAL_PART_OF_ITSELF.at("/part_of")


@model
class MeasureFunding:
    """Who pays for a measure.

    Attributes:
        programme: Id of a funding programme.
        grant: Id of a grant.
        payer: Who pays, where it is no programme.
        amount: How much.

    Example:
        >>> MeasureFunding(programme="de-th-thilik").programme
        'de-th-thilik'
    """

    programme: Annotated[Identifier | None, Label("programme", "Programm")] = None
    grant: Annotated[Identifier | None, Label("grant", "Zuwendung")] = None
    payer: Annotated[ShortText | None, Label("payer", "Kostenträger")] = None
    amount: Annotated[Money | None, Label("amount", "Betrag")] = None

    def _violations(self) -> Iterator[Problem]:
        if self.amount is not None and self.amount.minor < 0:
            yield NO_COST.at("/amount")


@model(repr=False)
class ConceptMeasure(Numbered):
    """What is done, by whom, until when, for which goals.

    Attributes:
        goals: Ids of the goals that it serves.
        fields: Ids of the fields of action, where no goal says them.
        responsible: Id of the organisation that sees to it.
        partners: Ids of organisations that help.
        target_groups: Whom it is for, where it is not for everybody of its field.
        period: From when to when.
        due_on: By when it is to be done.
        cost: What it costs.
        funding: Who pays for it.
        offers: Ids of the offers by which it is done, in the document of the network.
        status: Where it stands.

    Example:
        >>> course = ConceptMeasure(id="m-1", title="Erstorientierungskurse", goals=("z-1",))
        >>> course.summary("en")
        'Erstorientierungskurse (planned)'
    """

    kind: ClassVar[str] = "concept-measure"
    label: ClassVar[Label] = Label("measure", "Maßnahme")

    goals: Annotated[GoalRefs, Label("goals", "Ziele")] = ()
    fields: Annotated[FieldRefs, Label("fields of action", "Handlungsfelder")] = ()
    responsible: Annotated[OrganisationRef | None, Label("responsible", "zuständig")] = None
    partners: Annotated[OrganisationRefs, Label("partners", "Partner")] = ()
    target_groups: Annotated[TargetGroups, Label("target groups", "Zielgruppen")] = ()
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    due_on: Annotated[dt.date | None, Label("due on", "fällig am")] = None
    cost: Annotated[Money | None, Label("cost", "Kosten")] = None
    funding: Annotated[
        Annotated[tuple[MeasureFunding, ...], Len(0, 20)], Label("funding", "Finanzierung")
    ] = ()
    offers: Annotated[
        Annotated[tuple[Identifier, ...], Len(0, 200)], Label("offers", "Angebote")
    ] = ()
    status: Annotated[ConceptMeasureStatus, Label("status", "Stand")] = ConceptMeasureStatus.PLANNED

    def _violations(self) -> Iterator[Problem]:
        if self.cost is not None and self.cost.minor < 0:
            yield NO_COST.at("/cost")

    def summary(self, language: Language) -> str:
        """Say number, title and stand."""
        return f"{Numbered.summary(self, language)} ({self.status.in_language(language)})"


@model(repr=False)
class MeasureReview(Sourced):
    """That a measure was looked at again, and what came of it.

    Attributes:
        measure: Id of the measure.
        reviewed_on: When; nothing where that is not known.
        verdict: What became of it; nothing where that is not known.
    """

    kind: ClassVar[str] = "measure-review"
    label: ClassVar[Label] = Label("review of a measure", "Überprüfung einer Maßnahme")
    group: ClassVar[DataGroup] = ConceptGroup.CONCEPT

    measure: Annotated[
        Annotated[Identifier, RefersTo("concept-measure")], Label("measure", "Maßnahme")
    ]
    reviewed_on: Annotated[dt.date | None, Label("reviewed on", "überprüft am")] = None
    verdict: Annotated[ReviewVerdict | None, Label("verdict", "Ergebnis")] = None

    def summary(self, language: Language) -> str:
        """Say which measure, and what became of it."""
        if self.verdict is None:
            return self.measure
        return f"{self.measure}: {self.verdict.in_language(language)}"
