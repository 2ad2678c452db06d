"""Revisions as FHIR Provenances: who recorded what when, and the digests that prove it."""

from typing import Any

from integrationsplan._language import Wording
from integrationsplan.exchange._fhir_care_plan import PLAN
from integrationsplan.exchange._fhir_parts import (
    Json,
    Setting,
    concept,
    filled,
    identifier,
    labelled,
    system,
)
from integrationsplan.exchange._references import moment_text
from integrationsplan.history import Author, Put, Revision

__all__ = ["provenance_resource"]

_PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"
_CORRECTED = Wording("corrected", "berichtigt")


def provenance_resource(setting: Setting, revision: Revision[Any], made: dict[str, Json]) -> Json:
    """Return a revision as a resource.

    What the plan was after the revision is named by the digest of the revision, what it was before
    by that of the one before.

    Args:
        setting: What is written.
        revision: The revision.
        made: References to the resources of the bundle, by the ids of their entries.
    """
    basis, reason = revision.legal_basis, revision.reason
    plan = setting.reference("CarePlan", PLAN)
    plan |= {
        "identifier": identifier("revision-digest", revision.digest),
        "display": f"Revision {revision.number}",
    }
    put = [change.entry_id for change in revision.changes if isinstance(change, Put)]
    name = str(revision.number)
    return setting.head("Provenance", name, []) | filled(
        target=[plan, *(made[entry_id] for entry_id in put if entry_id in made)],
        occurredDateTime=revision.effective_on.isoformat(),
        recorded=moment_text(revision.recorded_at),
        activity=labelled("revision-kind", revision.kind, setting.language),
        agent=[_agent(revision.author)],
        entity=_used(setting, revision),
        **_why(reason, basis, is_r5=setting.is_r5),
        **({"patient": setting.subject()} if setting.is_r5 else {}),
    )


def _why(reason: str | None, basis: str | None, *, is_r5: bool) -> Json:
    """Return the reason, which R4B has room for, or the legal basis, which R5 has room for."""
    if is_r5:
        return {} if basis is None else {"authorization": [{"concept": {"text": basis}}]}
    return {} if reason is None else {"reason": [{"text": reason}]}


def _agent(author: Author) -> Json:
    """Return the author: by the role alone where the id is withheld."""
    name = None if author.id is None else identifier("author", author.id)
    return {
        "type": concept(_PARTICIPANT, "author"),
        "role": [concept(system("role"), author.role, author.role)],
        "who": filled(identifier=name, display=author.role),
    }


def _used(setting: Setting, revision: Revision[Any]) -> list[Json]:
    """Return what the revision went out from: the one before, one corrected, one merged."""
    history = setting.plan.revisions
    used = []
    if revision.number > 1:
        used.append(_entity("revision", history[revision.number - 2].digest))
    if revision.corrects is not None:
        said = f"Revision {revision.corrects} ({_CORRECTED.in_language(setting.language)})"
        used.append(_entity("revision", history[revision.corrects - 1].digest, said))
    if revision.merges is not None:
        used.append(_entity("source", revision.merges))
    return used


def _entity(role: str, digest: str, display: str | None = None) -> Json:
    what = filled(type="CarePlan", identifier=identifier("revision-digest", digest))
    return {"role": role, "what": what | filled(display=display)}
