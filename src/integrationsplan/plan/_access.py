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
from integrationsplan.errors import InvalidValueError, NotInForceError
from integrationsplan.history import (
    DataGroup,
    Entry,
    Marking,
    Purpose,
    Put,
    RetentionRule,
    RetentionSchedule,
    retention,
)
from integrationsplan.history._erasure import groups_told
from integrationsplan.history._problems import BROKEN_CHAIN
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

    Raises:
        InvalidValueError: If the plan is not whole, such as one that a view was made of: nothing
            may be withheld here in silence.
    """
    if not plan.verify():
        raise InvalidValueError("access_export", [BROKEN_CHAIN.at("/revisions")])
    listed = tuple(purposes)
    told = groups_told(plan.revisions)
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
        _held(plan, entry_id, found, told[entry_id], listed, until.get(entry_id))
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
    told: frozenset[DataGroup],
    purposes: tuple[Purpose, ...],
    until: dt.date | None,
) -> HeldEntry:
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
        groups: The data groups that an entry of the kind may tell of; which of several, its content
            decides.
        purposes: Codes of the purposes that need one of the groups.
        rule: The rule that decides how long it is kept: the shortest of those in force for its
            groups; nothing where none is.
    """

    kind: str
    field: str
    kind_label: Label
    field_label: Label
    groups: tuple[PlanGroup, ...]
    purposes: tuple[str, ...]
    rule: RetentionRule | None

    @property
    def is_special(self) -> bool | None:
        """Whether it is a special category of personal data; nothing if its content decides."""
        found = {group.is_special for group in self.groups}
        return found.pop() if len(found) == 1 else None

    @property
    def keep_months(self) -> int | None:
        """So many months it is kept; nothing where no rule is in force."""
        return None if self.rule is None else self.rule.months

    def to_row(self, language: Language = "en") -> dict[str, object]:
        """Return the line as a plain dictionary, for a table or a data frame."""
        return {
            "kind": self.kind,
            "field": self.field,
            "kind_label": self.kind_label.in_language(language),
            "field_label": self.field_label.in_language(language),
            "groups": ", ".join(group.in_language(language) for group in self.groups),
            "special": _SPECIAL[self.is_special].in_language(language),
            "purposes": ", ".join(_purpose(code, language) for code in self.purposes),
            "keep_months": self.keep_months,
            "kept_from": self.rule.starts.in_language(language) if self.rule else None,
            "kept_by": self.rule.citation.format() if self.rule else None,
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
        >>> next(row.to_row()["special"] for row in rows if row.kind == "health-note")
        'yes'
        >>> next(row.to_row()["special"] for row in rows if row.kind == "goal")
        'depends on the content'
    """
    listed = tuple(purposes)
    return tuple(
        CatalogueRow(
            kind=cls.kind,
            field=spec.name,
            kind_label=cls.label,
            field_label=spec.label or Label(spec.name, spec.name),
            groups=_possible(cls),
            purposes=tuple(
                p.code for p in listed if any(g.value in p.groups for g in _possible(cls))
            ),
            rule=_shortest(schedule, _possible(cls), day),
        )
        for cls in IntegrationPlan.entry_types
        for spec in field_specs(cls)
    )


_SPECIAL: dict[bool | None, Label] = {
    True: Label("yes", "ja"),
    False: Label("no", "nein"),
    None: Label("depends on the content", "je nach Inhalt"),
}


def _purpose(code: str, language: Language) -> str:
    return PURPOSES[code].label.in_language(language) if code in PURPOSES else code


def _possible(cls: type[Entry]) -> tuple[PlanGroup, ...]:
    groups = cls.possible_groups or (cls.group,)
    return tuple(group for group in PlanGroup if group in groups)


def _shortest(
    schedule: RetentionSchedule | None, groups: tuple[PlanGroup, ...], day: dt.date | None
) -> RetentionRule | None:
    if schedule is None or day is None:
        return None
    rules = []
    for group in groups:
        try:
            rules.append(schedule.at(group.value, day))
        except NotInForceError:
            continue
    return min(rules, key=lambda rule: rule.months, default=None)
