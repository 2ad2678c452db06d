"""What is held about a person, in one call; and what the model can hold at all, as a catalogue.

Sources: Articles 15, 20 and 30 GDPR.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, Any

import attrs
from annotated_types import Ge, Le, Len

from integrationsplan._language import Language
from integrationsplan._model import Label, field_specs, model
from integrationsplan.errors import NotInForceError
from integrationsplan.history import (
    Entry,
    Marking,
    Purpose,
    Put,
    RetentionSchedule,
    retention,
)
from integrationsplan.history._revisions import Moment
from integrationsplan.plan._data_protection import Disclosure
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._plan import IntegrationPlan
from integrationsplan.plan._purposes import PURPOSES
from integrationsplan.values import Bilingual, Code, Identifier

__all__ = ["AccessExport", "CatalogueRow", "HeldEntry", "access_export", "data_catalogue"]


@model
class HeldEntry:
    """What is to be said of one entry that is held.

    Attributes:
        entry_id: Which entry.
        label: What its kind is called.
        groups: The data groups that it tells something of.
        is_special: Whether one of them is a special category.
        about_others: Whether it may tell something of other persons, whose rights are to be weighed
            before it is handed out.
        purposes: Codes of the purposes for which it may be shown.
        recorded_by: The roles that recorded it, oldest first: the source of the data.
        recorded_at: When it was first recorded.
        versions: So many versions are held.
        counts: Whether it counts now; else it was withdrawn.
        marks: Whether it is restricted or contested.
        keep_until: The day on which it is due for erasure, if a rule and its start are known.
    """

    entry_id: Annotated[Identifier, Label("entry", "Eintrag")]
    label: Annotated[Bilingual, Label("kind", "Art")]
    groups: Annotated[tuple[PlanGroup, ...], Len(1, 100), Label("data groups", "Datengruppen")]
    is_special: Annotated[bool, Label("special category", "besondere Kategorie")]
    about_others: Annotated[bool, Label("about others", "über Dritte")]
    purposes: Annotated[tuple[Code, ...], Len(0, 1_000), Label("purposes", "Zwecke")]
    recorded_by: Annotated[tuple[Code, ...], Len(1, 10_000), Label("recorded by", "erfasst von")]
    recorded_at: Annotated[Moment, Label("recorded at", "erfasst am")]
    versions: Annotated[int, Ge(1), Le(10_000), Label("versions", "Fassungen")]
    counts: Annotated[bool, Label("counts", "gilt")]
    marks: Annotated[tuple[Marking, ...], Len(0, 10), Label("marks", "Kennzeichnungen")] = ()
    keep_until: Annotated[dt.date | None, Label("keep until", "aufbewahren bis")] = None


@model(repr=False)
class AccessExport:
    """Everything that is held about a person in a plan: the plan itself and what is to be told.

    Attributes:
        made_on: When it was made.
        entries: What is to be said of each entry, in the order in which they first came.
        disclosures: Who was shown what, when, and on which basis.
        erased: Ids of entries that were erased: that there was something is not hidden.
        plan: The whole plan with its history; nothing is withheld.
    """

    made_on: dt.date
    entries: Annotated[tuple[HeldEntry, ...], Len(0, 10_000)]
    disclosures: Annotated[tuple[Disclosure, ...], Len(0, 10_000)] = ()
    erased: Annotated[tuple[Identifier, ...], Len(0, 10_000)] = ()
    plan: IntegrationPlan

    def __repr__(self) -> str:
        return f"<AccessExport of {self.plan.id}: {len(self.entries)} entries>"


def access_export(
    plan: IntegrationPlan,
    *,
    day: dt.date,
    schedule: RetentionSchedule | None = None,
    purposes: Iterable[Purpose] = tuple(PURPOSES.values()),
) -> AccessExport:
    """Return everything that is held about the person of a plan.

    Args:
        plan: The plan.
        day: The day on which it is asked for.
        schedule: The rules of retention, to say how long things are kept.
        purposes: The purposes for which views are made.
    """
    report = retention(plan, day, schedule) if schedule is not None else None
    dues = (*report.due, *report.running, *report.restricted) if report is not None else ()
    until = {item.entry_id: item.due_on for item in dues}
    versions: dict[str, list[tuple[Entry, str, dt.datetime]]] = {}
    for revision in plan.revisions:
        for change in revision.changes:
            if isinstance(change, Put):
                version = (change.entry, revision.author.role, revision.recorded_at)
                versions.setdefault(change.entry.id, []).append(version)
    held = tuple(
        _held(plan, entry_id, found, tuple(purposes), until.get(entry_id))
        for entry_id, found in versions.items()
    )
    return AccessExport(
        made_on=day,
        entries=held,
        disclosures=tuple(
            found[-1][0] for found in versions.values() if isinstance(found[-1][0], Disclosure)
        ),
        erased=tuple(
            change.entry_id
            for revision in plan.revisions
            for change in revision.changes
            if change.kind == "erase"
        ),
        plan=plan,
    )


def _held(
    plan: IntegrationPlan,
    entry_id: str,
    versions: list[tuple[Any, str, dt.datetime]],
    purposes: tuple[Purpose, ...],
    until: dt.date | None,
) -> HeldEntry:
    told = {group for entry, _, _ in versions for group in entry.groups_in(plan.current)}
    codes = {group.value for group in told}
    newest = versions[-1][0]
    marks = plan.current.marks(entry_id)
    return HeldEntry(
        entry_id=entry_id,
        label=Bilingual(de=newest.label.de, en=newest.label.en),
        groups=tuple(group for group in PlanGroup if group in told),
        is_special=any(group.is_special for group in told),
        about_others=newest.about_others,
        purposes=tuple(p.code for p in purposes if codes <= set(p.groups)),
        recorded_by=tuple(dict.fromkeys(role for _, role, _ in versions)),
        recorded_at=versions[0][2],
        versions=len(versions),
        counts=entry_id in plan.current,
        marks=tuple(marking for marking in Marking if marking in marks),
        keep_until=until,
    )


@attrs.frozen
class CatalogueRow:
    """One field that a plan can hold: a line of the record of processing activities.

    Attributes:
        kind: Kind of entry.
        field: Name of the field.
        kind_label: What the kind is called.
        field_label: What the field is called.
        group: The data group that its kind belongs to.
        purposes: Codes of the purposes that need the group.
        keep_months: So many months it is kept; nothing where no rule is in force.
    """

    kind: str
    field: str
    kind_label: Label
    field_label: Label
    group: PlanGroup
    purposes: tuple[str, ...]
    keep_months: int | None

    @property
    def is_special(self) -> bool:
        """Whether it is a special category of personal data."""
        return self.group.is_special

    def to_row(self, language: Language = "en") -> dict[str, object]:
        """Return the line as a plain dictionary, for a table or a data frame."""
        return {
            "kind": self.kind,
            "field": self.field,
            "kind_label": self.kind_label.in_language(language),
            "field_label": self.field_label.in_language(language),
            "group": self.group.value,
            "special": self.is_special,
            "purposes": ", ".join(self.purposes),
            "keep_months": self.keep_months,
        }


def data_catalogue(
    *,
    day: dt.date | None = None,
    schedule: RetentionSchedule | None = None,
    purposes: Iterable[Purpose] = tuple(PURPOSES.values()),
) -> tuple[CatalogueRow, ...]:
    """Return every field that a plan can hold, with its group, purposes and retention.

    It is made from the model itself, so that it cannot be out of date.

    Args:
        day: The day whose rules of retention count; needed with a schedule.
        schedule: The rules of retention.
        purposes: The purposes for which views are made.

    Example:
        >>> rows = data_catalogue()
        >>> next(row.to_row()["group"] for row in rows if row.kind == "health-note")
        'health'
    """
    listed = tuple(purposes)
    return tuple(
        CatalogueRow(
            kind=cls.kind,
            field=spec.name,
            kind_label=cls.label,
            field_label=spec.label or Label(spec.name, spec.name),
            group=_GROUPS[cls.group.value],
            purposes=tuple(p.code for p in listed if cls.group.value in p.groups),
            keep_months=_months(schedule, cls.group.value, day),
        )
        for cls in IntegrationPlan.entry_types
        for spec in field_specs(cls)
    )


_GROUPS: dict[str, PlanGroup] = {group.value: group for group in PlanGroup}


def _months(schedule: RetentionSchedule | None, group: str, day: dt.date | None) -> int | None:
    if schedule is None or day is None:
        return None
    try:
        return schedule.at(group, day).months
    except NotInForceError:
        return None
