"""Templates of goals, so that nobody begins with an empty page; every word can be changed."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Any

from annotated_types import Len

from integrationsplan._language import Language, Wording
from integrationsplan._model import Label, model
from integrationsplan.errors import UnknownNameError
from integrationsplan.history import State
from integrationsplan.plan._codes import GoalField
from integrationsplan.plan._goals import Goal, Measure
from integrationsplan.plan._language_codes import CEFR
from integrationsplan.plan._situation_codes import (
    Concerned,
    EmploymentKind,
    HousingKind,
    SchoolKind,
)
from integrationsplan.plan._targets import (
    EmploymentTarget,
    HousingTarget,
    LanguageTarget,
    RecognitionTarget,
    SchoolPlaceTarget,
    Target,
    with_baseline,
)
from integrationsplan.values import Bilingual, Identifier

__all__ = ["GOAL_TEMPLATES", "GoalTemplate", "goal_template"]


@model
class GoalTemplate:
    """A goal that many people have, with measures that often serve it.

    Attributes:
        code: Stable code.
        field: The field that the goal belongs to.
        title: The goal in one line.
        target: What makes it measurable, where that is the same for everybody.
        suggestions: Titles of measures that often serve it.

    Example:
        >>> template = goal_template("language-b1")
        >>> goal = template.goal(id="g1", language="de", due_on=dt.date(2018, 12, 31))
        >>> goal.title, goal.target.level.value
        ('Deutsch B1', 'B1')
        >>> [measure.id for measure in template.measures("g1")]
        ['g1-m1', 'g1-m2']
    """

    code: Annotated[Identifier, Label("code", "Code")]
    field: Annotated[GoalField, Label("field", "Handlungsfeld")]
    title: Annotated[Bilingual, Label("title", "Bezeichnung")]
    target: Annotated[Target | None, Label("target", "Zielwert")] = None
    suggestions: Annotated[
        Annotated[tuple[Bilingual, ...], Len(0, 10)], Label("suggestions", "Vorschläge")
    ] = ()

    def goal(
        self,
        *,
        id: str,  # the field's name
        language: Language = "de",
        due_on: dt.date | None = None,
        state: State[Any] | None = None,
    ) -> Goal:
        """Make the goal, still to be proposed, planned and agreed.

        Args:
            id: Its id in the plan.
            language: Language of the title.
            due_on: When it is to be reached.
            state: The plan's entries, such as ``plan.current``: the target takes its baseline from
                them, if they show one. Without them it has none.
        """
        title = self.title.in_language(language)
        target = self.target
        if target is not None and state is not None:
            target = with_baseline(target, state)
        return Goal(id=id, field=self.field, title=title, target=target, due_on=due_on)

    def measures(
        self, goal_id: str, *, language: Language = "de", ids: Iterable[str] | None = None
    ) -> tuple[Measure, ...]:
        """Make the suggested measures for a goal.

        Args:
            goal_id: Id of the goal.
            language: Language of the titles.
            ids: Ids of the measures; by default that of the goal with ``-m1``, ``-m2`` …

        Raises:
            ValueError: If there are fewer or more ids than suggestions.
        """
        places = range(1, len(self.suggestions) + 1)
        found = [f"{goal_id}-m{place}" for place in places] if ids is None else ids
        return tuple(
            Measure(
                id=measure_id,
                title=title.in_language(language),
                field=self.field,
                goals=(goal_id,),
            )
            for measure_id, title in zip(found, self.suggestions, strict=True)
        )


def _template(
    code: str,
    field: GoalField,
    title: tuple[str, str],
    *suggestions: tuple[str, str],
    target: Target | None = None,
) -> GoalTemplate:
    """Make a template; every text is given in German, then in English."""
    return GoalTemplate(
        code=code,
        field=field,
        title=Bilingual(de=title[0], en=title[1]),
        target=target,
        suggestions=tuple(Bilingual(de=de, en=en) for de, en in suggestions),
    )


_GENERAL_COURSE = ("Integrationskurs besuchen", "Attend the integration course")
_PAID = (EmploymentKind.PART_TIME, EmploymentKind.FULL_TIME, EmploymentKind.SELF_EMPLOYED)
_FLATS = (HousingKind.OWN_FLAT, HousingKind.SHARED_FLAT)

GOAL_TEMPLATES: tuple[GoalTemplate, ...] = (
    _template(
        "language-literacy",
        GoalField.LANGUAGE,
        ("Lateinische Schrift lesen und schreiben", "Read and write the Latin script"),
        ("Alphabetisierungskurs besuchen", "Attend a literacy course"),
    ),
    _template(
        "language-a1",
        GoalField.LANGUAGE,
        ("Deutsch A1", "German A1"),
        ("Erstorientierungskurs besuchen", "Attend a first-orientation course"),
        target=LanguageTarget(level=CEFR.A1),
    ),
    _template(
        "language-a2",
        GoalField.LANGUAGE,
        ("Deutsch A2", "German A2"),
        _GENERAL_COURSE,
        target=LanguageTarget(level=CEFR.A2),
    ),
    _template(
        "language-b1",
        GoalField.LANGUAGE,
        ("Deutsch B1", "German B1"),
        _GENERAL_COURSE,
        ("Deutsch-Test für Zuwanderer ablegen", "Take the test for immigrants (DTZ)"),
        target=LanguageTarget(level=CEFR.B1),
    ),
    _template(
        "language-b2",
        GoalField.LANGUAGE,
        ("Deutsch B2", "German B2"),
        ("Berufssprachkurs B2 besuchen", "Attend a vocational language course B2"),
        target=LanguageTarget(level=CEFR.B2),
    ),
    _template(
        "language-conversation",
        GoalField.LANGUAGE,
        ("Im Alltag Deutsch sprechen", "Speak German in everyday life"),
        ("Sprachcafé oder Tandem besuchen", "Go to a language café or a tandem"),
    ),
    _template(
        "work-orientation",
        GoalField.WORK,
        ("Einen beruflichen Weg wählen", "Choose an occupational path"),
        ("Beratung der Agentur für Arbeit", "Advice of the employment agency"),
        ("Praktikum machen", "Do an internship"),
    ),
    _template(
        "work-apprenticeship",
        GoalField.WORK,
        ("Eine Berufsausbildung beginnen", "Begin an apprenticeship"),
        ("Ausbildungsplatz suchen", "Look for an apprenticeship"),
        ("Bewerbungen schreiben", "Write applications"),
        target=EmploymentTarget(employment=(EmploymentKind.APPRENTICESHIP,)),
    ),
    _template(
        "work-job",
        GoalField.WORK,
        ("Eine Arbeit aufnehmen", "Take up work"),
        ("Lebenslauf und Bewerbungen schreiben", "Write a curriculum vitae and applications"),
        ("Vermittlung durch das Jobcenter", "Placement by the job centre"),
        target=EmploymentTarget(employment=_PAID),
    ),
    _template(
        "recognition-full",
        GoalField.RECOGNITION,
        ("Den ausländischen Abschluss anerkennen lassen", "Have the foreign degree recognised"),
        ("Anerkennungsberatung", "Recognition advice"),
        ("Unterlagen übersetzen lassen", "Have the documents translated"),
        ("Antrag bei der zuständigen Stelle", "Application to the competent body"),
        target=RecognitionTarget(),
    ),
    _template(
        "recognition-compensation",
        GoalField.RECOGNITION,
        ("Die Ausgleichsmaßnahme bestehen", "Pass the compensation measure"),
        ("Anpassungslehrgang oder Prüfung", "Adaptation course or test"),
    ),
    _template(
        "housing-flat",
        GoalField.HOUSING,
        ("Eine eigene Wohnung finden", "Find a flat of one's own"),
        ("Wohnungssuche einüben", "Learn how to look for a flat"),
        ("Wohnberechtigungsschein beantragen", "Apply for a certificate for social housing"),
        target=HousingTarget(housing=_FLATS),
    ),
    _template(
        "housing-keep",
        GoalField.HOUSING,
        ("Die Wohnung halten", "Keep the flat"),
        ("Mietrückstände klären", "Settle arrears of rent"),
        (
            "Wohnen lernen: Lüften, Müll, Hausordnung",
            "Learn to keep a flat: airing, waste, rules of the house",
        ),
    ),
    _template(
        "education-day-care",
        GoalField.EDUCATION,
        ("Ein Kita-Platz für das Kind", "A day-care place for the child"),
        ("Kind anmelden", "Register the child"),
        target=SchoolPlaceTarget(concerns=Concerned.CHILD, schools=(SchoolKind.DAY_CARE,)),
    ),
    _template(
        "education-school-place",
        GoalField.EDUCATION,
        ("Ein Schulplatz für das Kind", "A school place for the child"),
        ("Schule suchen und Kind anmelden", "Look for a school and register the child"),
        ("Gespräch mit der Schule begleiten", "Accompany the talk with the school"),
        target=SchoolPlaceTarget(
            concerns=Concerned.CHILD,
            schools=(
                SchoolKind.PRIMARY,
                SchoolKind.PREPARATORY,
                SchoolKind.LOWER_SECONDARY,
                SchoolKind.UPPER_SECONDARY,
                SchoolKind.SPECIAL_NEEDS,
                SchoolKind.VOCATIONAL_PREPARATION,
                SchoolKind.VOCATIONAL,
            ),
        ),
    ),
    _template(
        "education-certificate",
        GoalField.EDUCATION,
        ("Einen Schulabschluss nachholen", "Obtain a school certificate later"),
        ("Kurs des zweiten Bildungswegs besuchen", "Attend a course of second-chance education"),
    ),
    _template(
        "health-insurance",
        GoalField.HEALTH,
        ("Krankenversichert sein", "Have health insurance"),
        ("Krankenkasse wählen und anmelden", "Choose and join a health insurance"),
    ),
    _template(
        "health-care",
        GoalField.HEALTH,
        ("Gut ärztlich versorgt sein", "Have good medical care"),
        ("Hausarztpraxis finden", "Find a general practitioner"),
        ("Sprachmittlung für Termine organisieren", "Arrange interpreting for appointments"),
    ),
    _template(
        "volunteering-club",
        GoalField.VOLUNTEERING,
        ("In einem Verein mitmachen", "Take part in a club"),
        ("Verein kennenlernen", "Get to know a club"),
    ),
    _template(
        "volunteering-help",
        GoalField.VOLUNTEERING,
        ("Sich ehrenamtlich einsetzen", "Volunteer"),
        ("Gespräch mit der Freiwilligenagentur", "Talk with the volunteer agency"),
    ),
    _template(
        "family-childcare",
        GoalField.FAMILY,
        ("Die Kinder sind betreut", "The children are cared for"),
        ("Beratung zur Kinderbetreuung", "Advice on childcare"),
    ),
    _template(
        "family-reunification",
        GoalField.FAMILY,
        ("Die Familie nachholen", "Bring the family to Germany"),
        ("Beratung zum Familiennachzug", "Advice on family reunification"),
        ("Unterlagen beschaffen", "Obtain the documents"),
    ),
    _template(
        "authorities-papers",
        GoalField.AUTHORITIES,
        ("Ausweis und Aufenthaltspapiere sind in Ordnung", "Papers and permits are in order"),
        ("Termin bei der Ausländerbehörde", "Appointment at the immigration office"),
    ),
    _template(
        "authorities-alone",
        GoalField.AUTHORITIES,
        ("Behördengänge allein erledigen", "Deal with authorities on one's own"),
        ("Formulare gemeinsam ausfüllen", "Fill in forms together"),
        ("Bei einem Termin begleiten", "Accompany to an appointment"),
    ),
)
"""The templates, by field."""


def goal_template(code: str) -> GoalTemplate:
    """Return a template by its code.

    Raises:
        UnknownNameError: If there is none; tells which there are.
    """
    for template in GOAL_TEMPLATES:
        if template.code == code:
            return template
    known = (template.code for template in GOAL_TEMPLATES)
    raise UnknownNameError(Wording("goal template", "Zielvorlage"), code, known)
