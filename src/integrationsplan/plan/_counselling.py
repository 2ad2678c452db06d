"""What happens in counselling: notes on development, consultations, agreements."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from annotated_types import Ge, Le, Len

from integrationsplan._language import format_date
from integrationsplan._model import Label, RefersTo, model
from integrationsplan.history import DataGroup, Entry, Revision, State
from integrationsplan.history._problems import NO_SUCH_REVISION
from integrationsplan.plan._codes import GoalField
from integrationsplan.plan._counselling_codes import (
    AgreementForm,
    Channel,
    InterpreterKind,
    Party,
)
from integrationsplan.plan._fields import say
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.problems import Problem
from integrationsplan.values import Identifier, Language, LanguageCode, LongText

__all__ = ["Agreement", "Consultation", "Development"]


@model(repr=False)
class Development(Entry):
    """A dated note on the person's individual development.

    Attributes:
        noted_on: When it was noted.
        note: What was noted.
        competences: Ids of the competences that it is about.
    """

    kind: ClassVar[str] = "development"
    label: ClassVar[Label] = Label("development", "Entwicklung")
    group: ClassVar[DataGroup] = PlanGroup.COUNSELLING
    about_others: ClassVar[bool] = True

    noted_on: Annotated[dt.date | None, Label("noted on", "vermerkt am")] = None
    note: Annotated[LongText, Label("note", "Vermerk")]
    competences: Annotated[
        Annotated[tuple[Annotated[Identifier, RefersTo("competence")], ...], Len(0, 100)],
        Label("competences", "Kompetenzen"),
    ] = ()

    def summary(self, language: Language) -> str:
        """Say when it was noted; the note itself is for whoever opens it."""
        word = say(language, de="Vermerk", en="note")
        if self.noted_on is None:
            return word
        on = say(language, de="vom", en="of")
        return f"{word} {on} {format_date(self.noted_on, language)}"


@model(repr=False)
class Consultation(Entry):
    """A consultation, as it is counted in reports.

    Attributes:
        held_on: When it took place.
        minutes: How long it took.
        topics: The fields that it was about.
        channel: How it took place.
        interpreter_language: Language that was interpreted.
        interpreter: Who interpreted.
    """

    kind: ClassVar[str] = "consultation"
    label: ClassVar[Label] = Label("consultation", "Beratung")
    group: ClassVar[DataGroup] = PlanGroup.COUNSELLING
    possible_groups: ClassVar[tuple[DataGroup, ...]] = (PlanGroup.COUNSELLING, PlanGroup.HEALTH)

    held_on: Annotated[dt.date, Label("held on", "am")]
    minutes: Annotated[Annotated[int, Ge(0), Le(1440)] | None, Label("minutes", "Minuten")] = None
    topics: Annotated[Annotated[tuple[GoalField, ...], Len(0, 10)], Label("topics", "Themen")] = ()
    channel: Annotated[Channel | None, Label("channel", "Form")] = None
    interpreter_language: Annotated[
        LanguageCode | None, Label("interpreter language", "Sprache der Sprachmittlung")
    ] = None
    interpreter: Annotated[InterpreterKind | None, Label("interpreter", "Sprachmittlung")] = None

    def summary(self, language: Language) -> str:
        """Say when, how and about what."""
        parts = [format_date(self.held_on, language)]
        parts += [self.channel.in_language(language)] if self.channel else []
        topics = ", ".join(topic.in_language(language) for topic in self.topics)
        return f"{', '.join(parts)}{': ' if topics else ''}{topics}"

    def groups_in(self, state: State[Any]) -> frozenset[DataGroup]:
        """Return its group, and health if that was a topic."""
        if GoalField.HEALTH in self.topics:
            return frozenset({self.group, PlanGroup.HEALTH})
        return frozenset({self.group})


@model(repr=False)
class Agreement(Entry):
    """That the plan was agreed.

    Attributes:
        revision: Number of the newest revision that it covers; all before are covered too.
        agreed_on: When it was agreed.
        by: Who agreed.
        explained_in: Language in which it was explained to the person.
        interpreted: Whether somebody interpreted.
        form: In which form.
    """

    kind: ClassVar[str] = "agreement"
    label: ClassVar[Label] = Label("agreement", "Vereinbarung")
    group: ClassVar[DataGroup] = PlanGroup.AGREEMENT
    is_bound: ClassVar[bool] = True
    counts_revisions: ClassVar[bool] = True

    revision: Annotated[int, Ge(1), Le(10_000), Label("revision", "Revision")]
    agreed_on: Annotated[dt.date, Label("agreed on", "vereinbart am")]
    by: Annotated[Annotated[tuple[Party, ...], Len(1, 3)], Label("by", "vereinbart von")]
    explained_in: Annotated[LanguageCode | None, Label("explained in", "erläutert in")] = None
    interpreted: Annotated[bool, Label("interpreted", "gedolmetscht")] = False
    form: Annotated[AgreementForm | None, Label("form", "Form")] = None

    def summary(self, language: Language) -> str:
        """Say which revision was agreed, and when."""
        word = say(language, de="vom", en="on")
        return f"Revision {self.revision}, {word} {format_date(self.agreed_on, language)}"

    def first_problems(self, revision: Revision[Any]) -> Iterator[Problem]:
        """Yield a problem if the agreement covers a revision that is not there yet."""
        if self.revision >= revision.number:
            allowed = f"1 – {revision.number - 1}"
            yield NO_SUCH_REVISION.at("/revision", found=self.revision, allowed=allowed)

    def succession(self, before: Entry, revision: Revision[Any]) -> Iterator[Problem]:
        """Yield the same as for a new agreement."""
        return self.first_problems(revision)
