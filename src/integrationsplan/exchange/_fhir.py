"""A plan as a FHIR bundle: one CarePlan, and Goals, ServiceRequests, Consents and Provenances."""

import datetime as dt
from typing import Any, get_args

from integrationsplan._language import Language, Wording
from integrationsplan.errors import UnknownNameError
from integrationsplan.exchange._fhir_care_plan import (
    activities,
    care_plan_resource,
    request_resource,
)
from integrationsplan.exchange._fhir_consent import consent_resource
from integrationsplan.exchange._fhir_goal import goal_resource
from integrationsplan.exchange._fhir_parts import Json, Release, Setting, coding, system
from integrationsplan.exchange._fhir_provenance import provenance_resource
from integrationsplan.exchange._references import document_of
from integrationsplan.plan import Consent, Goal, IntegrationPlan, PlanView

__all__ = ["to_fhir"]

_RELEASES: tuple[str, ...] = get_args(Release)
_LANGUAGES: tuple[str, ...] = get_args(Language)


def to_fhir(
    plan: IntegrationPlan | PlanView,
    *,
    release: Release = "R5",
    day: dt.date | None = None,
    language: Language = "en",
) -> dict[str, Any]:
    """Write a plan as a FHIR bundle, ready to be written as JSON.

    Make a view for a purpose first, with `release` of `integrationsplan.plan`: what is written
    here leaves the house. What a view withholds leaves no trace but the Provenance of the revision
    that recorded it. What is restricted in processing is left out, except of the person's own view.

    The person stands in the bundle by the pseudonym alone, and no resource of a Patient is written.
    `FHIR_MAPPING` says of every field where it goes, or that it is lost. There is no way back: what
    is lost cannot be read again, and a plan is nothing without its history.

    Args:
        plan: The plan, or better a view of one.
        release: The release of FHIR.
        day: What counts on this day is written; by default what counts by all that is recorded.
            Before its opening a plan is a draft without content.
        language: The language of labels; what people have written stays as it is.

    Returns:
        A Bundle of type ``collection``. Ids are the same each time, so that a receiver can update.

    Raises:
        InvalidValueError: If it is no plan and no view of one, or the day is no date.
        UnknownNameError: If the release or the language is not known.
        DateOutOfRangeError: If a moment lies outside the years 1 to 9999 in UTC and has an offset
            that FHIR does not know.

    Example:
        >>> from integrationsplan import Author
        >>> from integrationsplan.plan import Body, Goal, GoalField
        >>> plan = IntegrationPlan.open(
        ...     id="plan-1",
        ...     subject="p-83f1",
        ...     body=Body(name="Weinheim"),
        ...     jurisdiction="08",
        ...     author=Author(role="integration_manager", id="im-7"),
        ...     recorded_at=dt.datetime(2018, 3, 1, 9, 0, tzinfo=dt.timezone.utc),
        ...     effective_on=dt.date(2018, 3, 1),
        ...     put=[Goal(id="g1", field=GoalField.LANGUAGE, title="German B1")],
        ... )
        >>> [entry["resource"]["resourceType"] for entry in to_fhir(plan)["entry"]]
        ['CarePlan', 'Goal', 'Provenance']
    """
    document: IntegrationPlan = document_of(plan, IntegrationPlan, "to_fhir")
    if release not in _RELEASES:
        raise UnknownNameError(Wording("release of FHIR", "FHIR-Fassung"), release, _RELEASES)
    if language not in _LANGUAGES:
        raise UnknownNameError(Wording("language", "Sprache"), language, _LANGUAGES)
    view = plan if isinstance(plan, PlanView) else None
    with_restricted = view is not None and view.purpose.with_restricted
    setting = Setting.of(document, release, language, day, with_restricted=with_restricted)
    bundle: Json = {"resourceType": "Bundle", "type": "collection"}
    if view is not None:
        purpose = view.purpose
        said = purpose.label.in_language(language)
        bundle["meta"] = {"tag": [coding(system("purpose"), purpose.code, said)]}
    bundle["entry"] = [
        {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
        for resource in _resources(setting)
    ]
    return bundle


def _resources(setting: Setting) -> list[Json]:
    found = activities(setting)
    by_entry: dict[str, Json] = {}
    for goal in setting.entries(Goal):
        by_entry[goal.id] = goal_resource(setting, goal)
    for activity in found if setting.is_r5 else ():
        by_entry[activity.entry.id] = request_resource(setting, activity)
    for consent in setting.entries(Consent):
        by_entry[consent.id] = consent_resource(setting, consent)
    made = {
        entry_id: setting.reference(resource["resourceType"], entry_id)
        for entry_id, resource in by_entry.items()
    }
    return [
        care_plan_resource(setting, found),
        *by_entry.values(),
        *(provenance_resource(setting, revision, made) for revision in setting.revisions),
    ]
