"""What becomes of goals, measures, courses, notes and consents in FHIR."""

from integrationsplan.exchange._plan_rows import Place, row

__all__ = ["ACTIVITIES", "CONSENTS", "GOALS"]


def _activity(r4b: str | None, r5: str | None) -> Place:
    """Return the places of an activity: inside the plan in R4B, a request of its own in R5."""
    inside = None if r4b is None else f"CarePlan.activity.{r4b}"
    return Place(inside, None if r5 is None else f"ServiceRequest.{r5}")


_OUTCOME = Place(
    "CarePlan.activity.outcomeCodeableConcept", "CarePlan.activity.performedActivity.concept"
)
_RULE = "Consent.provision"

GOALS = (
    row("Goal.id", "Goal.identifier.value", "As an identifier.", "Als Identifier."),
    row(
        "Goal.field",
        "Goal.category",
        "With our code; FHIR has categories of health only.",
        "Mit unserem Code; FHIR hat nur Kategorien der Gesundheit.",
    ),
    row("Goal.title", "Goal.description.text", "Word for word.", "Wörtlich."),
    row("Goal.description", "Goal.note.text", "As a note.", "Als Anmerkung."),
    row(
        "Goal.target",
        "Goal.target",
        "What is measured in words, the value as a code or in words.",
        "Was gemessen wird, in Worten; der Wert als Code oder in Worten.",
    ),
    row("Goal.due_on", "Goal.target.dueDate", "The same day.", "Derselbe Tag."),
    row(
        "Goal.lifecycle",
        "Goal.lifecycleStatus",
        "The same codes; which step may follow which, FHIR does not say.",
        "Dieselben Codes; welcher Schritt auf welchen folgen darf, sagt FHIR nicht.",
    ),
    row("Goal.achievement", "Goal.achievementStatus", "The same codes.", "Dieselben Codes."),
    row("Goal.priority", "Goal.priority", "The three of FHIR.", "Die drei von FHIR."),
    row(
        "Goal.wished_by",
        Place("Goal.expressedBy", "Goal.source"),
        "FHIR has room for one: the person as a reference, all others in words.",
        "FHIR hat Platz für einen: die Person als Verweis, alle anderen in Worten.",
    ),
    row(
        "Goal.depends_on",
        "Goal.extension",
        "As the extension goal-relationship, where the other goal is shown.",
        "Als Erweiterung goal-relationship, wo das andere Ziel gezeigt wird.",
    ),
    row(
        "Goal.shared_id",
        "Goal.identifier.value",
        "As a second identifier.",
        "Als zweiter Identifier.",
    ),
    row(
        "LanguageTarget.language",
        "Goal.target.measure.text",
        "In words.",
        "In Worten.",
    ),
    row(
        "LanguageTarget.level",
        "Goal.target.detailCodeableConcept",
        "The level.",
        "Das Niveau.",
    ),
    row("LanguageTarget.skill", "Goal.target.measure.text", "In words.", "In Worten."),
    row(
        "RecognitionTarget.outcome",
        "Goal.target.detailCodeableConcept",
        "With our code.",
        "Mit unserem Code.",
    ),
    row(
        "RecognitionTarget.procedure",
        None,
        "The procedure is not written.",
        "Das Verfahren wird nicht geschrieben.",
    ),
    row(
        "EmploymentTarget.employment",
        "Goal.target.detailCodeableConcept",
        "One kind as a code, several as words: FHIR knows no alternatives.",
        "Eine Art als Code, mehrere in Worten: FHIR kennt keine Alternativen.",
    ),
    row(
        "HousingTarget.housing",
        "Goal.target.detailCodeableConcept",
        "One kind as a code, several as words.",
        "Eine Art als Code, mehrere in Worten.",
    ),
    row(
        "SchoolPlaceTarget.concerns",
        "Goal.target.measure.text",
        "In words.",
        "In Worten.",
    ),
    row(
        "SchoolPlaceTarget.schools",
        "Goal.target.detailCodeableConcept",
        "One kind as a code, several as words.",
        "Eine Art als Code, mehrere in Worten.",
    ),
    row(
        "IndicatorTarget.indicator",
        "Goal.target.measure.text",
        "Word for word.",
        "Wörtlich.",
    ),
    row(
        "IndicatorTarget.unit",
        "Goal.target.detailString",
        "Behind the value.",
        "Hinter dem Wert.",
    ),
    row(
        "IndicatorTarget.value",
        "Goal.target.detailString",
        "A text, for it is one here.",
        "Ein Text, denn das ist er auch hier.",
    ),
    *(
        row(
            f"{name}.baseline",
            None,
            "A Goal has the value to reach only.",
            "Ein Goal hat nur den Wert, der erreicht werden soll.",
        )
        for name in ("LanguageTarget", "EmploymentTarget", "HousingTarget", "IndicatorTarget")
    ),
    row(
        "IndicatorTarget.current",
        None,
        "It would be an Observation, which is not written.",
        "Er wäre eine Observation, die nicht geschrieben wird.",
    ),
)

ACTIVITIES = (
    row(
        "Measure.id",
        _activity(None, "identifier.value"),
        "In R4B an activity has no identifier.",
        "In R4B hat eine Aktivität keinen Identifier.",
    ),
    row(
        "Measure.title",
        _activity("detail.code.text", "code.concept.text"),
        "Word for word.",
        "Wörtlich.",
    ),
    row(
        "Measure.field",
        _activity(None, "category"),
        "With our code; in R4B an activity has no category.",
        "Mit unserem Code; in R4B hat eine Aktivität keine Kategorie.",
    ),
    row(
        "Measure.goals",
        _activity("detail.goal", "extension"),
        "Goals that are shown; in R5 as the extension resource-pertainsToGoal.",
        "Ziele, die gezeigt werden; in R5 als Erweiterung resource-pertainsToGoal.",
    ),
    row(
        "Measure.responsible",
        _activity("detail.performer", "performer"),
        "As a performer.",
        "Als ausführend.",
    ),
    row(
        "Measure.period",
        _activity("detail.scheduledPeriod", "occurrencePeriod"),
        "The same days.",
        "Dieselben Tage.",
    ),
    row(
        "Measure.due_on",
        _activity("detail.scheduledPeriod.end", "occurrencePeriod.end"),
        "As the end of the period; lost where the period has an end or begins later.",
        "Als Ende des Zeitraums; verloren, wo er ein Ende hat oder später beginnt.",
    ),
    row(
        "Measure.status",
        _activity("detail.status", "status"),
        "In R5 what is planned is a draft, and what was stopped is revoked.",
        "In R5 ist Geplantes „draft“ und Abgebrochenes „revoked“.",
    ),
    row(
        "Measure.referral",
        _activity("detail.performer", "performer"),
        "As a second performer, a HealthcareService without a resource.",
        "Als zweite ausführende Stelle, ein HealthcareService ohne Ressource.",
    ),
    row("Measure.result", _OUTCOME, "Word for word.", "Wörtlich."),
    row(
        "Responsible.party",
        _activity("detail.performer.display", "performerType"),
        "In words; in R5 also as a code. The person is a reference.",
        "In Worten; in R5 auch als Code. Die Person ist ein Verweis.",
    ),
    row(
        "Responsible.name",
        _activity("detail.performer.display", "performer.display"),
        "Before the party.",
        "Vor der Rolle.",
    ),
    row(
        "Referral.offer",
        _activity("detail.performer.identifier.value", "performer.identifier.value"),
        "The id of the offer.",
        "Die Kennung des Angebots.",
    ),
    row(
        "Referral.service",
        _activity("detail.performer.display", "category"),
        "In R4B in words, and only where no name is given.",
        "In R4B in Worten, und nur wo kein Name steht.",
    ),
    row(
        "Referral.name",
        _activity("detail.performer.display", "performer.display"),
        "Word for word.",
        "Wörtlich.",
    ),
    row(
        "Referral.leika",
        _activity("detail.code.coding.code", "code.concept.coding.code"),
        "As a code of what is done.",
        "Als Code dessen, was getan wird.",
    ),
    row(
        "Course.id",
        _activity(None, "identifier.value"),
        "In R4B an activity has no identifier.",
        "In R4B hat eine Aktivität keinen Identifier.",
    ),
    row(
        "Course.course",
        _activity("detail.code", "code.concept"),
        "With our code.",
        "Mit unserem Code.",
    ),
    row(
        "Course.provider",
        _activity("detail.performer.display", "performer.display"),
        "Word for word.",
        "Wörtlich.",
    ),
    row(
        "Course.period",
        _activity("detail.scheduledPeriod", "occurrencePeriod"),
        "The same days.",
        "Dieselben Tage.",
    ),
    row(
        "Course.status",
        _activity("detail.status", "status"),
        "In R5 who is registered and who takes part are both active.",
        "In R5 sind Angemeldete und Teilnehmende beide „active“.",
    ),
    row("Course.result", _OUTCOME, "With our code.", "Mit unserem Code."),
    row(
        "Course.goals",
        _activity("detail.goal", "extension"),
        "Goals that are shown; in R5 as the extension resource-pertainsToGoal.",
        "Ziele, die gezeigt werden; in R5 als Erweiterung resource-pertainsToGoal.",
    ),
    *(
        row(
            f"Course.{name}",
            None,
            "An activity has no place for it.",
            "Eine Aktivität hat dafür keinen Platz.",
        )
        for name in ("entitlement", "units_attended", "result_on", "civics_test")
    ),
    row(
        "Development.id",
        None,
        "A note has no identifier.",
        "Eine Anmerkung hat keinen Identifier.",
    ),
    row("Development.noted_on", "CarePlan.note.time", "The same day.", "Derselbe Tag."),
    row("Development.note", "CarePlan.note.text", "Word for word.", "Wörtlich."),
    row(
        "Development.competences",
        None,
        "Competences are not written.",
        "Kompetenzen werden nicht geschrieben.",
    ),
)

CONSENTS = (
    row("Consent.id", "Consent.identifier.value", "As an identifier.", "Als Identifier."),
    row(
        "Consent.purpose",
        f"{_RULE}.purpose",
        "With the code of the purpose.",
        "Mit dem Code des Zwecks.",
    ),
    row(
        "Consent.groups",
        f"{_RULE}.securityLabel",
        "As security labels, which the resources bear too; no groups allow nothing.",
        "Als Sicherheitskennzeichen, die auch die Ressourcen tragen; ohne Gruppen nichts erlaubt.",
    ),
    row(
        "Consent.recipients",
        f"{_RULE}.actor.reference.display",
        "By name; with nobody named, FHIR names nobody either.",
        "Mit Namen; ist niemand genannt, nennt auch FHIR niemanden.",
    ),
    row(
        "Consent.given_on",
        Place("Consent.dateTime", "Consent.date"),
        "And the start of the period; without it the consent is a draft.",
        "Und Beginn des Zeitraums; ohne ihn ist die Einwilligung ein Entwurf.",
    ),
    row(
        "Consent.expires_on",
        Place(f"{_RULE}.period.end", "Consent.period.end"),
        "As the end of the period; on a day after it the consent is inactive.",
        "Als Ende des Zeitraums; an einem Tag danach ist die Einwilligung „inactive“.",
    ),
    row(
        "Consent.withdrawn_on",
        "Consent.status",
        "Inactive; the period ends on the day before.",
        "„inactive“; der Zeitraum endet am Tag davor.",
    ),
    row(
        "Consent.legal_basis",
        Place("Consent.policyRule.text", "Consent.regulatoryBasis.text"),
        "Word for word.",
        "Wörtlich.",
    ),
    row(
        "Consent.explained_in",
        None,
        "A Consent has the language of the resource only.",
        "Ein Consent hat nur die Sprache der Ressource.",
    ),
    row(
        "Consent.special",
        f"{_RULE}.securityLabel",
        "Special categories are named only where it is set.",
        "Besondere Kategorien werden nur genannt, wo es gesetzt ist.",
    ),
)
