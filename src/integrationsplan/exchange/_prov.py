"""The history of a plan as W3C PROV, written as PROV-JSON.

A revision is an activity. It generates the plan as it is afterwards, and a version of every entry
that it puts; withdrawing and erasing invalidate. What the entries say is not written.
"""

import datetime as dt
from typing import Any

import attrs

from integrationsplan.exchange._references import URN, document_of, moment_text, uuid_of
from integrationsplan.history import (
    Author,
    Change,
    Erase,
    EraseReason,
    Mark,
    Put,
    RevisedDocument,
    Revision,
    Sealed,
    Withdraw,
)
from integrationsplan.plan import IntegrationPlan, PlanView

__all__ = ["to_prov"]

OWN = f"{URN}prov:"
"""The namespace of our words; ``ip`` in the document."""

DOCUMENT = "plan:document"


def to_prov(plan: IntegrationPlan | PlanView) -> dict[str, Any]:
    """Write the history of a plan as PROV-JSON.

    It tells who, in which role, did what to which entry, when, why, and which version came from
    which; not what the entries say. The kind of an entry alone can tell something of health, and a
    reason may tell anything: make a view first, for what it withholds is known here by ids and
    commitments alone. `PROV_MAPPING` says of every field where it goes, or that it is lost.

    Args:
        plan: The plan, or better a view of one.

    Returns:
        A mapping for ``json.dumps``. Names are the same each time.

    Raises:
        InvalidValueError: If it is no plan and no view of one.
        DateOutOfRangeError: If a moment lies outside the years 1 to 9999 in UTC and has an offset
            that XML Schema does not know.
    """
    document: IntegrationPlan = document_of(plan, IntegrationPlan, "to_prov")
    return _Writer(document).written()


def _name(kind: str, value: str) -> str:
    """Return a qualified name; a colon has a meaning of its own there."""
    return f"plan:{kind}-{value.replace(':', '%3A')}"


def _qualified(name: str) -> dict[str, str]:
    return {"$": name, "type": "xsd:QName"}


def _day(day: dt.date) -> dict[str, str]:
    return {"$": day.isoformat(), "type": "xsd:date"}


def _number(number: int) -> dict[str, str]:
    return {"$": str(number), "type": "xsd:int"}


def _state(number: int) -> str:
    """Return the name of the plan as it is after a revision."""
    return f"plan:revision-{number}"


_REVISION = _qualified("prov:Revision")


@attrs.define
class _Writer:
    """Gathers the records, revision by revision."""

    document: RevisedDocument[Any]
    records: dict[str, dict[str, dict[str, Any]]] = attrs.Factory(dict)
    newest: dict[str, str | None] = attrs.Factory(dict)
    """The newest version of every entry; nothing once it is withdrawn."""
    valid: dict[str, list[str]] = attrs.Factory(dict)
    """The versions of every entry that nothing has invalidated."""
    counted: int = 0

    def written(self) -> dict[str, Any]:
        """Return the whole document."""
        base = f"urn:uuid:{uuid_of('prov', self.document.id)}#"
        kind = _qualified("prov:Plan")
        self.thing("entity", DOCUMENT, {"prov:type": kind, "ip:id": self.document.id})
        for revision in self.document.revisions:
            self.revision(revision)
        return {"prefix": {"ip": OWN, "plan": base}, **self.records}

    def thing(self, kind: str, name: str, attributes: dict[str, Any]) -> None:
        """Record an entity, an activity or an agent."""
        found = {key: value for key, value in attributes.items() if value is not None}
        self.records.setdefault(kind, {}).setdefault(name, {}).update(found)

    def relation(self, kind: str, **ends: Any) -> dict[str, Any]:
        """Record a relation, and return its attributes, to add to them."""
        self.counted += 1
        made = {f"prov:{name}": value for name, value in ends.items()}
        self.records.setdefault(kind, {})[f"_:r{self.counted}"] = made
        return made

    def revision(self, revision: Revision[Any]) -> None:
        """Record a revision: the activity, its author, what it went out from and made."""
        number = revision.number
        activity = f"plan:activity-{number}"
        moment = moment_text(revision.recorded_at)
        gone = [_number(c.revision) for c in revision.changes if isinstance(c, EraseReason)]
        self.thing(
            "activity",
            activity,
            {
                "prov:startTime": moment,
                "prov:endTime": moment,
                "prov:type": _qualified(f"ip:{revision.kind.value}"),
                "ip:effectiveOn": _day(revision.effective_on),
                "ip:reason": revision.reason,
                "ip:legalBasis": revision.legal_basis,
                # Of one value PROV-JSON makes no list.
                "ip:erasesReasonOf": gone[0] if len(gone) == 1 else gone or None,
            },
        )
        agent = self.author(revision.author, number)
        made = self.relation("wasAssociatedWith", activity=activity, agent=agent)
        made["prov:role"] = revision.author.role
        state = _state(number)
        self.thing("entity", state, {"ip:number": _number(number), "ip:digest": revision.digest})
        self.generated(state, DOCUMENT, activity, agent, moment)
        if number > 1:
            self.derived(state, _state(number - 1), activity)
        if revision.corrects is not None:
            corrected = _state(revision.corrects)
            if revision.corrects != number - 1:  # else it is used already
                self.relation("used", activity=activity, entity=corrected)
            made = self.relation("wasInfluencedBy", influencee=state, influencer=corrected)
            made["prov:type"] = _qualified("ip:corrects")
        if revision.merges is not None:
            merged = f"plan:merged-{number}"
            self.thing("entity", merged, {"ip:digest": revision.merges})
            self.derived(state, merged, activity, is_revision=False)
        for change in revision.changes:
            self.change(change, number, activity, agent, moment)

    def author(self, author: Author, number: int) -> str:
        """Record who made a revision; whose id is withheld may be anybody of the role."""
        name = f"plan:author-of-{number}" if author.id is None else _name("agent", author.id)
        self.thing("agent", name, {"ip:id": author.id})
        return name

    def generated(self, name: str, general: str, activity: str, agent: str, moment: str) -> None:
        """Record that something came into being, by whom, and what it is a version of."""
        self.relation("wasGeneratedBy", entity=name, activity=activity, time=moment)
        self.relation("wasAttributedTo", entity=name, agent=agent)
        self.relation("specializationOf", specificEntity=name, generalEntity=general)

    def derived(self, name: str, before: str, activity: str, *, is_revision: bool = True) -> None:
        """Record what something was made from."""
        self.relation("used", activity=activity, entity=before)
        made = self.relation(
            "wasDerivedFrom", generatedEntity=name, usedEntity=before, activity=activity
        )
        if is_revision:
            made["prov:type"] = _REVISION

    def change(
        self, change: Change[Any], number: int, activity: str, agent: str, moment: str
    ) -> None:
        """Record what a revision did to an entry."""
        if isinstance(change, EraseReason):
            return  # said at the activity
        entry_id = change.entry_id
        general = _name("entry", entry_id)
        match change:
            case Put() | Sealed():
                # An entry never changes its kind; where one version is here, it is said of all.
                kind = _qualified(f"ip:{change.entry.kind}") if isinstance(change, Put) else None
                commitment = change.commitment if isinstance(change, Sealed) else None
                self.thing("entity", general, {"ip:id": entry_id, "prov:type": kind})
                version = _name(f"version-{number}", entry_id)
                self.thing("entity", version, {"ip:commitment": commitment})
                self.generated(version, general, activity, agent, moment)
                before = self.newest.get(entry_id)
                if before is not None:
                    self.derived(version, before, activity)
                self.newest[entry_id] = version
                self.valid.setdefault(entry_id, []).append(version)
            case Withdraw():
                before = self.newest.get(entry_id)
                self.invalidated([] if before is None else [before], activity, moment)
                self.newest[entry_id] = None
                self.valid[entry_id] = [v for v in self.valid.get(entry_id, []) if v != before]
            case Erase():
                self.invalidated([*self.valid.pop(entry_id, []), general], activity, moment)
            case Mark():
                made = self.relation("wasInfluencedBy", influencee=general, influencer=activity)
                made["prov:type"] = _qualified(f"ip:{change.marking.value}")
                made["ip:lifted"] = change.lifted

    def invalidated(self, names: list[str], activity: str, moment: str) -> None:
        """Record that versions no longer count, or are gone."""
        for name in names:
            self.relation("wasInvalidatedBy", entity=name, activity=activity, time=moment)
