"""Goals as FHIR Goals. Both have the same two axes, with the same codes."""

from collections.abc import Mapping, Sequence
from typing import Any

from integrationsplan._language import Wording
from integrationsplan.exchange._fhir_parts import (
    Json,
    Setting,
    concept,
    filled,
    identifier,
    labelled,
)
from integrationsplan.plan import (
    EmploymentTarget,
    Goal,
    HousingTarget,
    IndicatorTarget,
    LanguageTarget,
    Party,
    Priority,
    RecognitionTarget,
    SchoolPlaceTarget,
    Target,
)
from integrationsplan.values import Labelled

__all__ = ["goal_resource"]

_ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement"
_PRIORITY = "http://terminology.hl7.org/CodeSystem/goal-priority"
_RELATIONSHIP = "http://hl7.org/fhir/StructureDefinition/goal-relationship"
_RELATIONSHIP_TYPE = "http://terminology.hl7.org/CodeSystem/goal-relationship-type"

PRIORITIES: Mapping[Priority, str] = {
    Priority.HIGH: "high-priority",
    Priority.MEDIUM: "medium-priority",
    Priority.LOW: "low-priority",
}
"""The codes of FHIR for ours. Life cycle and achievement have the same codes here and there."""

_MEASURES: Mapping[type[Any], Wording] = {
    LanguageTarget: Wording("level of the language", "Sprachniveau"),
    RecognitionTarget: Wording("outcome of the recognition", "Ergebnis der Anerkennung"),
    EmploymentTarget: Wording("employment", "Beschäftigung"),
    HousingTarget: Wording("kind of housing", "Art der Unterkunft"),
    SchoolPlaceTarget: Wording("place at a school", "Schulplatz"),
}
_PLACE = Wording("a place", "ein Platz")


def goal_resource(setting: Setting, goal: Goal) -> Json:
    """Return a goal as a resource."""
    language = setting.language
    achievement, priority = goal.achievement, goal.priority
    names = [identifier("entry", goal.id)]
    names += [identifier("shared-goal", goal.shared_id)] if goal.shared_id is not None else []
    return setting.head("Goal", goal.id, [goal]) | filled(
        extension=[
            _before(setting, other) for other in goal.depends_on if _is_goal(setting, other)
        ],
        identifier=names,
        lifecycleStatus=goal.lifecycle.value,
        achievementStatus=None
        if achievement is None
        else concept(_ACHIEVEMENT, achievement.value, achievement.in_language(language)),
        category=[labelled("goal-field", goal.field, language)],
        priority=None
        if priority is None
        else concept(_PRIORITY, PRIORITIES[priority], priority.in_language(language)),
        description={"text": goal.title},
        subject=setting.subject(),
        target=_targets(setting, goal),
        note=None if goal.description is None else [{"text": goal.description}],
        **{"source" if setting.is_r5 else "expressedBy": _wished_by(setting, goal.wished_by)},
    )


def _is_goal(setting: Setting, entry_id: str) -> bool:
    """Tell whether a goal is in the bundle; the id of what is withheld is not shown."""
    return setting.one(Goal, entry_id) is not None


def _before(setting: Setting, goal_id: str) -> Json:
    """Return the extension that says which goal comes before."""
    kind = {"coding": [{"system": _RELATIONSHIP_TYPE, "code": "predecessor"}]}
    return {
        "url": _RELATIONSHIP,
        "extension": [
            {"url": "type", "valueCodeableConcept": kind},
            {"url": "target", "valueReference": setting.reference("Goal", goal_id)},
        ],
    }


def _wished_by(setting: Setting, parties: Sequence[Party]) -> Json | None:
    """Return whose wish it is: one reference is all that FHIR has room for."""
    if not parties:
        return None
    said = ", ".join(party.in_language(setting.language) for party in parties)
    of_person = setting.subject() if tuple(parties) == (Party.PERSON,) else {}
    return of_person | {"display": said}


def _targets(setting: Setting, goal: Goal) -> list[Json] | None:
    due = None if goal.due_on is None else goal.due_on.isoformat()
    measured = {} if goal.target is None else _measured(setting, goal.target)
    found = measured | filled(dueDate=due)
    return [found] if found else None


def _measured(setting: Setting, target: Target) -> Json:
    """Return what is measured, and the value to reach."""
    language = setting.language
    words = _MEASURES.get(type(target))
    said = "" if words is None else words.in_language(language)
    match target:
        case LanguageTarget():
            skill = None if target.skill is None else target.skill.in_language(language)
            said = ", ".join(filter(None, (said, target.language, skill)))
            return _detail(said, "cefr", [target.level], setting)
        case RecognitionTarget():
            return _detail(said, "recognition-outcome", [target.outcome], setting)
        case EmploymentTarget():
            return _detail(said, "employment", target.employment, setting)
        case HousingTarget():
            return _detail(said, "housing", target.housing, setting)
        case SchoolPlaceTarget():
            said = f"{said}, {target.concerns.in_language(language)}"
            return _detail(said, "school", target.schools, setting)
        case IndicatorTarget():
            value = f"{target.value} {target.unit}" if target.unit else target.value
            return {"measure": {"text": target.indicator}, "detailString": value}


def _detail(said: str, name: str, codes: Sequence[Labelled], setting: Setting) -> Json:
    """Return one code as a concept. Several are alternatives, which FHIR can only say in words."""
    language = setting.language
    measure = {"text": said}
    if len(codes) == 1:
        value = labelled(name, codes[0], language)
        return {"measure": measure, "detailCodeableConcept": value}
    joint = Wording(" or ", " oder ").in_language(language)
    text = joint.join(code.in_language(language) for code in codes)
    return {"measure": measure, "detailString": text or _PLACE.in_language(language)}
