"""What all FHIR resources are made of: codes, concepts, references, and what a bundle shows."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, Literal, TypeAlias, TypeVar

import attrs

from integrationsplan._language import Language
from integrationsplan.exchange._references import URN, uuid_of
from integrationsplan.history import Entry, Marking, Revision, State
from integrationsplan.plan import IntegrationPlan, PlanGroup, Subject
from integrationsplan.values import Labelled

__all__ = [
    "Json",
    "Release",
    "Setting",
    "coding",
    "concept",
    "filled",
    "identifier",
    "labelled",
    "system",
]

Release: TypeAlias = Literal["R4B", "R5"]
"""The releases of FHIR that are written."""

Json: TypeAlias = dict[str, Any]

ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
_SUBJECT_ID = "subject"

_is_code = re.compile(r"\S+( \S+)*").fullmatch

E = TypeVar("E", bound=Entry)


def system(name: str) -> str:
    """Return the address of one of our code systems or systems of ids."""
    return f"{URN}fhir:{name}"


def filled(**elements: Any) -> Json:
    """Return an object without the elements that hold nothing, which FHIR does not allow."""
    return {name: value for name, value in elements.items() if value not in (None, [], {})}


def coding(of: str, code: str, display: str | None = None) -> Json:
    """Return a coding. What has no form of a FHIR code, such as two blanks, is shown alone."""
    if _is_code(code) is None:
        return {"system": of, "display": display or code}
    return filled(system=of, code=code, display=display)


def concept(of: str, code: str, text: str | None = None) -> Json:
    """Return a concept of one coding."""
    return filled(coding=[coding(of, code, text)], text=text)


def labelled(name: str, code: Labelled, language: Language) -> Json:
    """Return a code of our own lists as a concept."""
    return concept(system(name), code.value, code.in_language(language))


def identifier(name: str, value: str) -> Json:
    """Return an identifier in one of our systems."""
    return {"system": system(name), "value": value}


@attrs.frozen
class Setting:
    """What is written: which plan, as of which day, for which release, and what of it is shown.

    Attributes:
        plan: The plan, sealed where it is that of a view.
        release: The release of FHIR.
        language: The language of labels.
        day: The day, if one is asked for.
        state: What counts on the day, or by all that is recorded.
        revisions: The revisions that count by then, oldest first.
        shown: Ids of the entries of the state that may be shown.
    """

    plan: IntegrationPlan
    release: Release
    language: Language
    day: dt.date | None
    state: State[Any]
    revisions: tuple[Revision[Any], ...]
    shown: frozenset[str]

    @classmethod
    def of(
        cls,
        plan: IntegrationPlan,
        release: Release,
        language: Language,
        day: dt.date | None,
        *,
        with_restricted: bool,
    ) -> "Setting":
        """Work out what is shown: what is restricted in processing is not."""
        state = plan.current if day is None else plan.at(day)
        # As for views: restricted on the day, or by all that is recorded.
        marked = [plan.current, state]
        shown = frozenset(
            entry.id
            for entry in state
            if with_restricted or not any(Marking.RESTRICTED in s.marks(entry.id) for s in marked)
        )
        revisions = tuple(r for r in plan.revisions if day is None or r.effective_on <= day)
        return cls(plan, release, language, day, state, revisions, shown)

    @property
    def is_r5(self) -> bool:
        """Whether it is written for R5."""
        return self.release == "R5"

    def entries(self, kind: type[E]) -> list[E]:
        """Return the entries of a class that are shown."""
        return [entry for entry in self.state.of(kind) if entry.id in self.shown]

    def one(self, kind: type[E], entry_id: str) -> E | None:
        """Return an entry of a class, if it is shown."""
        entry = self.state.get(entry_id)
        return entry if isinstance(entry, kind) and entry_id in self.shown else None

    def id_of(self, resource_type: str, name: str) -> str:
        """Return the id of a resource: the same for the same plan and entry, in every bundle."""
        return uuid_of("fhir", self.plan.id, resource_type, name)

    def reference(self, resource_type: str, name: str) -> Json:
        """Return the reference to a resource of the bundle."""
        found = self.id_of(resource_type, name)
        return {"reference": f"urn:uuid:{found}", "type": resource_type}

    def subject(self) -> Json:
        """Return the reference to the person, who is known by the pseudonym alone."""
        found = self.one(Subject, _SUBJECT_ID)
        if found is not None:
            return {"type": "Patient", "identifier": identifier("subject", found.reference)}
        # FHIR wants a subject: say that there is none to see.
        hidden = _SUBJECT_ID in self.state.sealed or _SUBJECT_ID in self.state
        return {"extension": [{"url": ABSENT, "valueCode": "masked" if hidden else "unknown"}]}

    def head(self, resource_type: str, name: str, entries: Iterable[Entry]) -> Json:
        """Return what every resource begins with: type, id, and what its data are.

        Args:
            resource_type: The type of the resource.
            name: What tells it from others of the type in the plan.
            entries: The entries that it is made from.
        """
        listed = list(entries)
        told = {group for entry in listed for group in entry.groups_in(self.state)}
        contested = any(Marking.CONTESTED in self.state.marks(entry.id) for entry in listed)
        meta = filled(
            security=[self.group(group) for group in PlanGroup if group in told],
            tag=[self.mark(Marking.CONTESTED)] if contested else None,
        )
        return filled(resourceType=resource_type, id=self.id_of(resource_type, name), meta=meta)

    def group(self, group: PlanGroup) -> Json:
        """Return a data group as a security label, which consents name too."""
        return coding(system("data-group"), group.value, group.in_language(self.language))

    def mark(self, marking: Marking) -> Json:
        """Return a mark as a tag."""
        return coding(system("marking"), marking.value, marking.in_language(self.language))
