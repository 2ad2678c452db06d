"""Courses: integration courses, vocational language courses, first orientation."""

import datetime as dt
from typing import Annotated, ClassVar

from annotated_types import Ge, Le

from integrationsplan._model import Label, model
from integrationsplan.history import DataGroup, Entry
from integrationsplan.plan._fields import GoalRefs, Part
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._language_codes import (
    CourseEntitlement,
    CourseKind,
    CourseResult,
    CourseStatus,
)
from integrationsplan.values import Language, Period, ShortText

__all__ = ["CivicsTest", "Course"]


@model(repr=False)
class CivicsTest(Part):
    """The test "Leben in Deutschland", at the end of the orientation course.

    Attributes:
        passed: Whether it was passed.
        points: The points reached.
        taken_on: When it was taken.
    """

    passed: Annotated[bool | None, Label("passed", "bestanden")] = None
    points: Annotated[Annotated[int, Ge(0), Le(100)] | None, Label("points", "Punkte")] = None
    taken_on: Annotated[dt.date | None, Label("taken on", "abgelegt am")] = None


@model(repr=False)
class Course(Entry):
    """A course that the person attends. How many hours it has is said by `course_hours`.

    Attributes:
        course: Which course.
        provider: Who gives it.
        entitlement: Why the person may, or has to, take part.
        period: From when to when.
        units_attended: Units of 45 minutes attended so far.
        status: Where it stands.
        result: What the language test gave.
        result_on: When.
        civics_test: The test "Leben in Deutschland".
        goals: Ids of the goals that it serves.
    """

    kind: ClassVar[str] = "course"
    label: ClassVar[Label] = Label("course", "Kurs")
    group: ClassVar[DataGroup] = PlanGroup.COURSE

    course: Annotated[CourseKind, Label("kind of course", "Kursart")]
    provider: Annotated[ShortText | None, Label("provider", "Kursträger")] = None
    entitlement: Annotated[CourseEntitlement | None, Label("entitlement", "Berechtigung")] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    units_attended: Annotated[
        Annotated[int, Ge(0), Le(10_000)] | None,
        Label("units attended", "besuchte Unterrichtseinheiten"),
    ] = None
    status: Annotated[CourseStatus, Label("status", "Stand")] = CourseStatus.PLANNED
    result: Annotated[CourseResult | None, Label("result", "Ergebnis")] = None
    result_on: Annotated[dt.date | None, Label("result of", "Ergebnis vom")] = None
    civics_test: Annotated[
        CivicsTest | None, Label("Leben in Deutschland", "Leben in Deutschland")
    ] = None
    goals: Annotated[GoalRefs, Label("goals", "Ziele")] = ()

    def summary(self, language: Language) -> str:
        """Say kind and stand."""
        course = self.course.in_language(language)
        return f"{course} ({self.status.in_language(language)})"
