"""Dated circumstances, minimal by design: school, housing, work, health, family."""

import datetime as dt
from typing import Annotated, ClassVar, TypeAlias

from annotated_types import Ge, Le, Len

from integrationsplan._model import Label, model
from integrationsplan.history import DataGroup, Entry
from integrationsplan.plan._fields import GoalRef, say
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._situation_codes import (
    Concerned,
    EmploymentKind,
    HealthNeed,
    HousingKind,
    SchoolKind,
)
from integrationsplan.values import (
    Code,
    CodedValue,
    Identifier,
    Language,
    LongText,
    Period,
    ShortText,
)

__all__ = [
    "FamilySituation",
    "HealthNote",
    "HousingSituation",
    "SchoolSituation",
    "WorkSituation",
]

Persons: TypeAlias = Annotated[int, Ge(0), Le(100)]


@model(repr=False)
class SchoolSituation(Entry):
    """A place at a school, a day-care centre or a university, for the person or a child.

    Attributes:
        concerns: Whom the place is for.
        school: Which kind of school.
        name: Its name.
        grade: The grade or class.
        place_from: From when there is a place; absent while there is none.
        goal: Id of the goal that it is about. Where there are several children, this tells theirs
            apart without a name: it counts for that goal alone.
        period: From when to when it counts.
    """

    kind: ClassVar[str] = "school-situation"
    label: ClassVar[Label] = Label("school", "Schule")
    group: ClassVar[DataGroup] = PlanGroup.EDUCATION
    about_others: ClassVar[bool] = True

    concerns: Annotated[Concerned, Label("concerns", "betrifft")] = Concerned.PERSON
    school: Annotated[SchoolKind | None, Label("kind of school", "Art der Schule")] = None
    name: Annotated[ShortText | None, Label("name", "Name")] = None
    grade: Annotated[Code | None, Label("grade", "Klasse")] = None
    place_from: Annotated[dt.date | None, Label("place from", "Platz ab")] = None
    goal: Annotated[GoalRef | None, Label("goal", "Ziel")] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None

    def summary(self, language: Language) -> str:
        """Say whom it is for, and where."""
        place = self.name or (self.school.in_language(language) if self.school else "–")
        return f"{self.concerns.in_language(language)}: {place}"


@model(repr=False)
class HousingSituation(Entry):
    """How the person lives.

    Attributes:
        housing: Which kind of housing.
        persons: How many people live there.
        leave_by: By when the person must leave it, if notice was given.
        note: What to mind.
        period: From when to when.
    """

    kind: ClassVar[str] = "housing-situation"
    label: ClassVar[Label] = Label("housing", "Wohnsituation")
    group: ClassVar[DataGroup] = PlanGroup.HOUSING

    housing: Annotated[HousingKind, Label("kind of housing", "Art der Unterkunft")]
    persons: Annotated[Persons | None, Label("persons", "Personen")] = None
    leave_by: Annotated[dt.date | None, Label("leave by", "auszuziehen bis")] = None
    note: Annotated[LongText | None, Label("note", "Vermerk")] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None

    def summary(self, language: Language) -> str:
        """Say the kind of housing."""
        return self.housing.in_language(language)


@model(repr=False)
class WorkSituation(Entry):
    """How the person stands to work.

    Attributes:
        employment: Which kind of employment, or why none.
        employer: The employer.
        occupation: The occupation in a classification, KldB 2010 or ISCO-08.
        hours_per_week: Hours a week.
        period: From when to when.
    """

    kind: ClassVar[str] = "work-situation"
    label: ClassVar[Label] = Label("work", "Arbeit")
    group: ClassVar[DataGroup] = PlanGroup.WORK

    employment: Annotated[EmploymentKind, Label("employment", "Beschäftigung")]
    employer: Annotated[ShortText | None, Label("employer", "Arbeitgeber")] = None
    occupation: Annotated[CodedValue | None, Label("occupation", "Beruf")] = None
    hours_per_week: Annotated[
        Annotated[int, Ge(0), Le(100)] | None, Label("hours a week", "Wochenstunden")
    ] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None

    def summary(self, language: Language) -> str:
        """Say the kind of employment, and where."""
        employer = f", {self.employer}" if self.employer else ""
        return f"{self.employment.in_language(language)}{employer}"


@model(repr=False)
class HealthNote(Entry):
    """What counselling must know of the person's health; special-category data.

    Attributes:
        needs: What the person needs; no diagnosis.
        note: What to mind.
        disability_recognised: Whether a disability is recognised officially.
        period: From when to when.
    """

    kind: ClassVar[str] = "health-note"
    label: ClassVar[Label] = Label("health", "Gesundheit")
    group: ClassVar[DataGroup] = PlanGroup.HEALTH

    needs: Annotated[Annotated[tuple[HealthNeed, ...], Len(0, 10)], Label("needs", "Bedarf")] = ()
    note: Annotated[LongText | None, Label("note", "Vermerk")] = None
    disability_recognised: Annotated[
        bool | None, Label("disability recognised", "Behinderung anerkannt")
    ] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None

    def summary(self, language: Language) -> str:
        """Say the needs."""
        return ", ".join(need.in_language(language) for need in self.needs) or "–"


@model(repr=False)
class FamilySituation(Entry):
    """The household in figures, without names.

    Attributes:
        adults: Adults in the household, the person included.
        children: Children in the household.
        single_parent: Whether the person brings up children alone.
        childcare_needed: Whether childcare is needed.
        reunification_pending: Whether a reunification of the family is under way.
        household: Reference to the household, the same in the plans of its members.
        period: From when to when.
    """

    kind: ClassVar[str] = "family-situation"
    label: ClassVar[Label] = Label("family", "Familie")
    group: ClassVar[DataGroup] = PlanGroup.FAMILY
    about_others: ClassVar[bool] = True

    adults: Annotated[Persons | None, Label("adults", "Erwachsene")] = None
    children: Annotated[Persons | None, Label("children", "Kinder")] = None
    single_parent: Annotated[bool | None, Label("single parent", "alleinerziehend")] = None
    childcare_needed: Annotated[bool | None, Label("childcare needed", "Kinderbetreuung nötig")] = (
        None
    )
    reunification_pending: Annotated[
        bool | None, Label("family reunification pending", "Familiennachzug im Gang")
    ] = None
    household: Annotated[Identifier | None, Label("household", "Haushalt")] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None

    def summary(self, language: Language) -> str:
        """Say how many adults and children there are."""
        parts = []
        if self.adults is not None:
            one = self.adults == 1
            german, english = ("Erwachsener", "adult") if one else ("Erwachsene", "adults")
            word = say(language, de=german, en=english)
            parts.append(f"{self.adults} {word}")
        if self.children is not None:
            singular, plural = (
                say(language, de="Kind", en="child"),
                say(language, de="Kinder", en="children"),
            )
            parts.append(f"{self.children} {singular if self.children == 1 else plural}")
        return ", ".join(parts) or "–"
