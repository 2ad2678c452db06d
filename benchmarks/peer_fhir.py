"""A FHIR R5 CarePlan with comparable content, for `fhir.resources`.

FHIR has no history inside a document, so every version of an entry becomes a contained resource
of its own and every revision a note on progress. A qualification, a competence and a language
become an Observation, a goal a Goal, a measure a ServiceRequest, an agreement and a withdrawal a
note; the subject and the responsible body stand in the head. Where FHIR asks for more (a subject
everywhere, an object around most texts), that is its size. What it lacks: salts, seals and digests,
for which a CarePlan has no place (FHIR signs whole resources in a Provenance of their own), and
every check across entries.
"""

import json
from collections.abc import Iterator
from typing import Any

from fhir.resources.careplan import CarePlan

from integrationsplan import IntegrationPlan
from integrationsplan.history import Put
from integrationsplan.plan import (
    Agreement,
    Competence,
    Goal,
    IndicatorTarget,
    LanguageProficiency,
    LanguageTarget,
    Measure,
    PlanEntry,
    Qualification,
    Responsibility,
    Subject,
)

SUBJECT = {"reference": "Patient/p-83f1c04e"}


def document(plan: IntegrationPlan) -> bytes:
    """Return the plan's content as a CarePlan, as `fhir.resources` itself writes it."""
    contained: list[dict[str, Any]] = []
    activities = []
    for revision in plan.revisions:
        words = [revision.kind.value, revision.reason or "", revision.legal_basis or ""]
        for change in revision.changes:
            if not isinstance(change, Put):
                words.append(f"withdrawn: {change.entry_id}")
            elif isinstance(change.entry, Agreement):
                words.append(change.entry.summary("en"))
            elif not isinstance(change.entry, Subject | Responsibility):
                own_id = f"{change.entry.id}-{revision.number}"
                contained.append({**_resource(change.entry), "id": own_id})
        note = {
            "authorString": f"{revision.author.role}/{revision.author.id}",
            "time": revision.recorded_at.isoformat(),
            "text": ", ".join(filter(None, words)),
        }
        activities.append({"progress": [note]})
    care_plan = {
        "resourceType": "CarePlan",
        "id": plan.id,
        "contained": contained,
        "status": "completed",
        "intent": "plan",
        "subject": SUBJECT,
        "created": plan.revisions[0].effective_on.isoformat(),
        "custodian": {"display": "" if plan.body is None else plan.body.name},
        "activity": activities,
    }
    return dump(load(json.dumps(care_plan).encode())).encode()


def _resource(entry: PlanEntry) -> dict[str, Any]:
    if isinstance(entry, Goal):
        return _goal(entry)
    if isinstance(entry, Measure):
        return _measure(entry)
    observation: dict[str, Any] = {
        "resourceType": "Observation",
        "status": "final",
        "subject": SUBJECT,
    }
    if isinstance(entry, LanguageProficiency):
        return observation | {"code": {"text": entry.language}, "component": [*_levels(entry)]}
    if isinstance(entry, Qualification):
        parts = [
            {"code": {"text": name}, "valueString": str(getattr(entry, name))}
            for name in ("category", "country", "institution", "year", "isced", "eqf")
            if getattr(entry, name) is not None
        ]
        return observation | {"code": {"text": entry.title}, "component": parts}
    return observation | _competence(entry)


def _goal(entry: Goal) -> dict[str, Any]:
    goal: dict[str, Any] = {
        "resourceType": "Goal",
        "lifecycleStatus": entry.lifecycle.value,
        "category": [{"text": entry.field.value}],
        "description": {"text": entry.title},
        "subject": SUBJECT,
    }
    if entry.priority is not None:
        goal["priority"] = {"text": entry.priority.value}
    if entry.achievement is not None:
        goal["achievementStatus"] = {"text": entry.achievement.value}
    if entry.description is not None:
        goal["note"] = [{"text": entry.description}]
    target: dict[str, Any] = {}
    if isinstance(entry.target, IndicatorTarget):
        target["measure"] = {"text": entry.target.indicator}
        target["detailString"] = entry.target.value
    elif isinstance(entry.target, LanguageTarget):
        target["measure"] = {"text": f"{entry.target.language}, CEFR"}
        target["detailString"] = entry.target.level.value
    if entry.due_on is not None:
        target["dueDate"] = entry.due_on.isoformat()
    return goal | ({"target": [target]} if target else {})


def _measure(entry: Measure) -> dict[str, Any]:
    status = {"planned": "draft", "running": "active", "stopped": "revoked"}
    request: dict[str, Any] = {
        "resourceType": "ServiceRequest",
        "status": status.get(entry.status.value, entry.status.value),
        "intent": "plan",
        "code": {"concept": {"text": entry.title}},
        "subject": SUBJECT,
        "supportingInfo": [{"reference": {"reference": f"#{goal}"}} for goal in entry.goals],
    }
    if entry.period is not None:
        ends = {"start": entry.period.start, "end": entry.period.end}
        request["occurrencePeriod"] = {key: day.isoformat() for key, day in ends.items() if day}
    if entry.responsible is not None:
        performer = entry.responsible
        request["performer"] = [{"type": performer.party.value, "display": performer.name}]
    referral = None if entry.referral is None else entry.referral.name
    notes = [text for text in (referral, entry.result) if text is not None]
    return request | ({"note": [{"text": text} for text in notes]} if notes else {})


def _competence(entry: PlanEntry) -> dict[str, Any]:
    if not isinstance(entry, Competence):
        raise TypeError(f"a {entry.kind} is no observation")
    code: dict[str, Any] = {"text": entry.title}
    if entry.code is not None:
        system = f"urn:{entry.code.system.lower()}"
        code["coding"] = [{"system": system, "code": entry.code.code, "display": entry.code.label}]
    found: dict[str, Any] = {"code": code, "valueString": entry.evidence.value}
    return found | ({"note": [{"text": entry.description}]} if entry.description else {})


def _levels(entry: LanguageProficiency) -> Iterator[dict[str, Any]]:
    for name in (
        "overall",
        "listening",
        "reading",
        "spoken_interaction",
        "spoken_production",
        "writing",
    ):
        level = getattr(entry, name)
        if level is not None:
            yield {"code": {"text": name}, "valueString": level.value}
    for certificate in entry.certificates:
        yield {"code": {"text": certificate.issuer_name}, "valueString": certificate.level.value}


def load(data: bytes) -> CarePlan:
    """Read a care plan."""
    return CarePlan.model_validate_json(data)


def dump(care_plan: CarePlan) -> str:
    """Write a care plan."""
    return care_plan.model_dump_json()
