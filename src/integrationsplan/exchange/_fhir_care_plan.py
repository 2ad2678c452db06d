"""The plan as a FHIR CarePlan, with its measures and courses as activities and its notes.

In R4B an activity stands in the plan itself; in R5 it is a ServiceRequest to which the plan refers.
"""

import datetime as dt
from collections.abc import Mapping

import attrs

from integrationsplan._language import Wording
from integrationsplan.exchange._fhir_parts import (
    Json,
    Setting,
    coding,
    concept,
    filled,
    identifier,
    labelled,
    system,
)
from integrationsplan.exchange._references import moment_text
from integrationsplan.history import Marking, RevisionKind
from integrationsplan.plan import (
    Actor,
    Course,
    CourseStatus,
    Development,
    Goal,
    Measure,
    MeasureStatus,
    Referral,
    Responsibility,
    Responsible,
)
from integrationsplan.values import Period

__all__ = ["PLAN", "activities", "body_reference", "care_plan_resource", "request_resource"]

PLAN = "plan"
"""What the one CarePlan of a bundle is called when its id is made."""

PERTAINS_TO_GOAL = "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal"

MEASURE_STATUSES: Mapping[MeasureStatus, tuple[str, str]] = {
    MeasureStatus.PLANNED: ("not-started", "draft"),
    MeasureStatus.RUNNING: ("in-progress", "active"),
    MeasureStatus.COMPLETED: ("completed", "completed"),
    MeasureStatus.STOPPED: ("stopped", "revoked"),
}
"""The status of an activity in R4B, and that of a request in R5."""

COURSE_STATUSES: Mapping[CourseStatus, tuple[str, str]] = {
    CourseStatus.PLANNED: ("not-started", "draft"),
    CourseStatus.REGISTERED: ("scheduled", "active"),
    CourseStatus.RUNNING: ("in-progress", "active"),
    CourseStatus.INTERRUPTED: ("on-hold", "on-hold"),
    CourseStatus.COMPLETED: ("completed", "completed"),
    CourseStatus.STOPPED: ("stopped", "revoked"),
}
"""The same for courses."""

_TITLE = Wording("Integration plan", "Integrationsplan")


@attrs.frozen
class Activity:
    """What measures and courses have in common for FHIR.

    Attributes:
        entry: The entry.
        title: What is done, as a concept.
        field: The field that it belongs to, as a concept.
        statuses: The status in R4B and in R5.
        goals: Ids of the goals that it serves.
        span: From when to when.
        performers: Who does it, and whereto the person is referred.
        performer_type: The same as a code.
        service: The regular service, as a concept.
        outcome: What came of it, as a concept.
    """

    entry: Measure | Course
    title: Json
    statuses: tuple[str, str]
    goals: tuple[str, ...]
    field: Json | None = None
    span: Json | None = None
    performers: tuple[Json, ...] = ()
    performer_type: Json | None = None
    service: Json | None = None
    outcome: Json | None = None


def activities(setting: Setting) -> list[Activity]:
    """Return the measures and the courses that are shown."""
    measures = [_of_measure(setting, entry) for entry in setting.entries(Measure)]
    return measures + [_of_course(setting, entry) for entry in setting.entries(Course)]


def _of_measure(setting: Setting, measure: Measure) -> Activity:
    language = setting.language
    responsible, referral = measure.responsible, measure.referral
    leika = None if referral is None else referral.leika
    service = None if referral is None else referral.service
    performers = [] if responsible is None else [_responsible(setting, responsible)]
    performers += filter(None, [None if referral is None else _referral(setting, referral)])
    return Activity(
        entry=measure,
        title=filled(
            coding=[] if leika is None else [coding(system("leika"), leika)], text=measure.title
        ),
        statuses=MEASURE_STATUSES[measure.status],
        goals=measure.goals,
        field=None if measure.field is None else labelled("goal-field", measure.field, language),
        span=_span(measure.period, measure.due_on),
        performers=tuple(performers),
        performer_type=None
        if responsible is None
        else labelled("actor", responsible.party, language),
        service=None if service is None else labelled("regular-service", service, language),
        outcome=None if measure.result is None else {"text": measure.result},
    )


def _of_course(setting: Setting, course: Course) -> Activity:
    language = setting.language
    return Activity(
        entry=course,
        title=labelled("course", course.course, language),
        statuses=COURSE_STATUSES[course.status],
        goals=course.goals,
        span=_span(course.period, None),
        performers=() if course.provider is None else ({"display": course.provider},),
        outcome=None
        if course.result is None
        else labelled("course-result", course.result, language),
    )


def _responsible(setting: Setting, responsible: Responsible) -> Json:
    party = responsible.party.in_language(setting.language)
    said = party if responsible.name is None else f"{responsible.name} ({party})"
    of_person = setting.subject() if responsible.party is Actor.PERSON else {}
    return of_person | {"display": said}


def _referral(setting: Setting, referral: Referral) -> Json | None:
    """Return the offer or service as one that performs; a key alone says what, not who."""
    service = referral.service
    label = None if service is None else service.in_language(setting.language)
    offer = None if referral.offer is None else identifier("offer", referral.offer)
    found = filled(identifier=offer, display=referral.name or label)
    return {"type": "HealthcareService"} | found if found else None


def _span(period: Period | None, due_on: dt.date | None) -> Json | None:
    """Return the period, with the day that it is due on where it has no end."""
    start, end = (None, None) if period is None else (period.start, period.end)
    if end is None and due_on is not None and (start is None or start <= due_on):
        end = due_on
    return filled(start=start and start.isoformat(), end=end and end.isoformat()) or None


def _goals(setting: Setting, activity: Activity) -> list[Json]:
    shown = {goal.id for goal in setting.entries(Goal)}
    return [setting.reference("Goal", goal) for goal in activity.goals if goal in shown]


def request_resource(setting: Setting, activity: Activity) -> Json:
    """Return an activity as a ServiceRequest of R5."""
    entry = activity.entry
    return setting.head("ServiceRequest", entry.id, [entry]) | filled(
        extension=[
            {"url": PERTAINS_TO_GOAL, "valueReference": goal} for goal in _goals(setting, activity)
        ],
        identifier=[identifier("entry", entry.id)],
        basedOn=[setting.reference("CarePlan", PLAN)],
        status=activity.statuses[1],
        intent="plan",
        category=[found for found in (activity.field, activity.service) if found is not None],
        code={"concept": activity.title},
        subject=setting.subject(),
        occurrencePeriod=activity.span,
        performerType=activity.performer_type,
        performer=list(activity.performers),
    )


def _planned(setting: Setting, activity: Activity) -> Json:
    """Return an activity of the plan as R5 has it."""
    return filled(
        plannedActivityReference=setting.reference("ServiceRequest", activity.entry.id),
        performedActivity=None if activity.outcome is None else [{"concept": activity.outcome}],
    )


def _detailed(setting: Setting, activity: Activity) -> Json:
    """Return an activity of the plan as R4B has it."""
    contested = Marking.CONTESTED in setting.state.marks(activity.entry.id)
    mark = Marking.CONTESTED.in_language(setting.language)
    return filled(
        outcomeCodeableConcept=None if activity.outcome is None else [activity.outcome],
        progress=[{"text": mark}] if contested else None,
        detail=filled(
            kind="ServiceRequest",
            code=activity.title,
            goal=_goals(setting, activity),
            status=activity.statuses[0],
            scheduledPeriod=activity.span,
            performer=list(activity.performers),
        ),
    )


def body_reference(setting: Setting) -> Json | None:
    """Return the responsible body, by its name and the key of its region."""
    found = setting.one(Responsibility, "responsibility")
    if found is None:
        return None
    region = found.body.region
    return filled(
        type="Organization",
        identifier=None if region is None else identifier("ags", str(region)),
        display=found.body.name,
    )


def care_plan_resource(setting: Setting, found: list[Activity]) -> Json:
    """Return the plan itself.

    Args:
        setting: What is written.
        found: Its activities.
    """
    notes = setting.entries(Development)
    inside = [] if setting.is_r5 else [activity.entry for activity in found]
    opening, newest = setting.plan.revisions[0], (setting.revisions or setting.plan.revisions)[-1]
    closures = [r for r in setting.revisions if r.kind is RevisionKind.CLOSURE]
    status = ("completed" if closures else "active") if setting.revisions else "draft"
    make = _planned if setting.is_r5 else _detailed
    body = body_reference(setting)
    plan_id = [identifier("plan", setting.plan.id)]
    digest = [identifier("revision-digest", newest.digest)] if setting.revisions else []
    return setting.head("CarePlan", PLAN, [*notes, *inside]) | filled(
        identifier=plan_id + digest,
        status=status,
        intent="plan",
        category=[
            concept(system("document"), "integration-plan", _TITLE.in_language(setting.language))
        ],
        title=_TITLE.in_language(setting.language),
        subject=setting.subject(),
        period=filled(
            start=opening.effective_on.isoformat(),
            end=closures[0].effective_on.isoformat() if closures else None,
        ),
        created=moment_text(opening.recorded_at),
        goal=[setting.reference("Goal", goal.id) for goal in setting.entries(Goal)],
        activity=[make(setting, activity) for activity in found],
        note=[
            filled(time=note.noted_on and note.noted_on.isoformat(), text=note.note)
            for note in notes
        ],
        **{"custodian" if setting.is_r5 else "author": body},
    )
