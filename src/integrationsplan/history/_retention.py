"""Retention: how long which data are kept, what is due for erasure, and the end of it all.

How long something may be kept, no source of the package states for all; so there is no default.
Rules are dated parameters with a citation, given by whoever is responsible.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any

import attrs
from annotated_types import Ge, Le, Len

from integrationsplan._model import Label, model
from integrationsplan.errors import DateOutOfRangeError, InvalidValueError, NotInForceError
from integrationsplan.history import _problems as kinds
from integrationsplan.history._canonical import plain
from integrationsplan.history._document import RevisedDocument
from integrationsplan.history._erasure import groups_told
from integrationsplan.history._revisions import Author, Marking, Put, RevisionKind, Withdraw
from integrationsplan.history._seals import Digest
from integrationsplan.parameters import Dated, Timeline
from integrationsplan.problems import Problem, at_pointer
from integrationsplan.values import (
    Basis,
    Citation,
    Code,
    Identifier,
    Labelled,
    ShortText,
    shift_date,
)

__all__ = [
    "DeletionReceipt",
    "DueErasure",
    "RetentionReport",
    "RetentionRule",
    "RetentionSchedule",
    "RetentionStart",
    "delete",
    "due_for_erasure",
    "retention",
]


class RetentionStart(Labelled):
    """From which day the time to be kept runs."""

    CLOSURE = "closure", "closure of the document", "Abschluss des Dokuments"
    LAST_CHANGE = "last-change", "last change of the entry", "letzte Änderung des Eintrags"


@model
class RetentionRule(Dated):
    """How long data of some groups are kept, while the rule is in force.

    Attributes:
        groups: Codes of the data groups; none for all groups without a rule of their own.
        months: So many months.
        starts: From which day.
        basis: Whether the source states it or it was inferred.
        citation: Where it comes from.
    """

    groups: Annotated[tuple[Code, ...], Len(0, 100), Label("groups", "Datengruppen")]
    months: Annotated[int, Ge(0), Le(1200), Label("months", "Monate")]
    starts: Annotated[RetentionStart, Label("starts", "Beginn")]
    basis: Annotated[Basis, Label("basis", "Grundlage")]
    citation: Annotated[Citation, Label("citation", "Quelle")]


@model
class RetentionSchedule:
    """Rules of retention, over time.

    Attributes:
        rules: The rules; on a day, at most one is in force for a group.

    Example:
        >>> from integrationsplan.values import Basis, Citation
        >>> rule = RetentionRule(
        ...     groups=("health",),
        ...     months=12,
        ...     starts=RetentionStart.LAST_CHANGE,
        ...     basis=Basis.ASSUMED,
        ...     citation=Citation(title="an example"),
        ... )
        >>> RetentionSchedule(rules=(rule,)).at("health", dt.date(2020, 1, 1)).months
        12
    """

    rules: Annotated[tuple[RetentionRule, ...], Len(1, 1000)]

    def _violations(self) -> Iterator[Problem]:
        for group in (*self.groups, None):
            try:
                self._timeline(group)
            except InvalidValueError as error:
                for problem in error.problems:
                    yield at_pointer(problem, f"/{group or 'rest'}")

    @property
    def groups(self) -> tuple[str, ...]:
        """Codes of all groups that some rule speaks of."""
        return tuple(dict.fromkeys(group for rule in self.rules for group in rule.groups))

    def at(self, group: str, day: dt.date) -> RetentionRule:
        """Return the rule that is in force for a group on a day.

        Raises:
            NotInForceError: If there is none.
        """
        own = self._timeline(group if group in self.groups else None)
        if own is None:
            raise NotInForceError(group, day, None, None)
        return own.at(day)

    def _timeline(self, group: str | None) -> Timeline[RetentionRule] | None:
        """Return the rules of a group over time, or those of the rest."""
        rules = tuple(
            rule
            for rule in self.rules
            if (group in rule.groups if group is not None else not rule.groups)
        )
        return Timeline(group or "rest", rules) if rules else None


@attrs.frozen
class DueErasure:
    """Until when an entry is to be kept.

    Attributes:
        entry_id: Which entry.
        due_on: The first day on which it is due for erasure; nothing while the day that the time
            runs from is not there, such as that of the closure.
        rule: The rule that decides.
    """

    entry_id: str
    due_on: dt.date | None
    rule: RetentionRule


@attrs.frozen
class RetentionReport:
    """How the entries of a document stand with retention on a day.

    Attributes:
        due: What is due for erasure.
        running: What is still to be kept.
        restricted: What would be due, but is restricted in processing: it is kept, and not used,
            until the mark is lifted (Article 18 GDPR).
        without_rule: Ids of entries for which no rule is in force.
    """

    due: tuple[DueErasure, ...]
    running: tuple[DueErasure, ...]
    restricted: tuple[DueErasure, ...]
    without_rule: tuple[str, ...]


def retention(
    document: RevisedDocument[Any], day: dt.date, schedule: RetentionSchedule
) -> RetentionReport:
    """Say for every entry whose content is here until when it is kept, and what is due on a day.

    An entry that tells something of several groups follows the rule that ends first: what may not
    be kept any longer decides.

    Raises:
        InvalidValueError: If the schedule speaks of a data group that the document does not know.
    """
    _refuse_unknown_groups(document, schedule)
    changed = _last_changes(document)
    closed = min(
        (r.effective_on for r in document.revisions if r.kind is RevisionKind.CLOSURE), default=None
    )
    due: list[DueErasure] = []
    running: list[DueErasure] = []
    restricted: list[DueErasure] = []
    without_rule: list[str] = []
    for entry_id, (groups, changed_on) in changed.items():
        rules = [rule for group in sorted(groups) if (rule := _rule(schedule, group, day))]
        if not rules:
            without_rule.append(entry_id)
            continue
        ends = [_end(entry_id, rule, closed, changed_on) for rule in rules]
        first = min(ends, key=lambda end: end.due_on or dt.date.max)
        if first.due_on is None or day < first.due_on:
            running.append(first)
        elif Marking.RESTRICTED in document.current.marks(entry_id):
            restricted.append(first)
        else:
            due.append(first)
    return RetentionReport(tuple(due), tuple(running), tuple(restricted), tuple(without_rule))


def _refuse_unknown_groups(document: RevisedDocument[Any], schedule: RetentionSchedule) -> None:
    """Refuse a rule for a group that nobody knows: its data would follow another rule."""
    known = {group.value for group in document.data_groups}
    allowed = ", ".join(sorted(known))
    problems = [
        kinds.UNKNOWN_GROUP.at(f"/rules/{number}/groups/{place}", allowed=allowed)
        for number, rule in enumerate(schedule.rules)
        for place, group in enumerate(rule.groups)
        if group not in known
    ]
    if problems:
        raise InvalidValueError("schedule", problems)


def due_for_erasure(
    document: RevisedDocument[Any], day: dt.date, schedule: RetentionSchedule
) -> tuple[DueErasure, ...]:
    """Return what is due for erasure on a day; `retention` says how the rest stands."""
    return retention(document, day, schedule).due


def _rule(schedule: RetentionSchedule, group: str, day: dt.date) -> RetentionRule | None:
    try:
        return schedule.at(group, day)
    except NotInForceError:
        return None


def _last_changes(
    document: RevisedDocument[Any],
) -> dict[str, tuple[frozenset[str], dt.date]]:
    """Return, by entry, the groups that it has told of, and the day of its last change."""
    told = groups_told(document.revisions)
    last: dict[str, dt.date] = {}
    for revision in document.revisions:
        for change in revision.changes:
            if isinstance(change, Put | Withdraw):
                before = last.get(change.entry_id, dt.date.min)
                last[change.entry_id] = max(before, revision.effective_on)
    return {
        entry_id: (frozenset(group.value for group in groups), last[entry_id])
        for entry_id, groups in told.items()
    }


def _end(
    entry_id: str, rule: RetentionRule, closed: dt.date | None, changed_on: dt.date
) -> DueErasure:
    start = closed if rule.starts is RetentionStart.CLOSURE else changed_on
    if start is None:
        return DueErasure(entry_id, None, rule)
    try:
        return DueErasure(entry_id, shift_date(start, months=rule.months), rule)
    except DateOutOfRangeError:
        return DueErasure(entry_id, None, rule)


def _texts(data: Any) -> Iterator[str]:  # plain data
    """Yield every text that plain data holds."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _texts(item)


@model
class DeletionReceipt:
    """What remains of a document that was deleted: that it was, and nothing about whom.

    Attributes:
        id: Identity of the receipt; random or supplied.
        deleted_on: When.
        role: In which role.
        legal_basis: On which legal basis.
        head: The document's last digest. Whoever still holds a copy can tell that it is the one;
            nobody else can tell anything from it.
    """

    id: Identifier
    deleted_on: dt.date
    role: Code
    legal_basis: ShortText
    head: Digest


def delete(
    document: RevisedDocument[Any],
    *,
    day: dt.date,
    schedule: RetentionSchedule,
    author: Author,
    legal_basis: str,
    receipt_id: str,
) -> DeletionReceipt:
    """End a document's last retention: return the receipt that may be kept in its place.

    The document itself, its skeleton and every copy are for the embedding system to delete.

    Args:
        document: The document.
        day: The day of deletion.
        schedule: The rules of retention.
        author: Who deletes.
        legal_basis: On which legal basis.
        receipt_id: Identity of the receipt; neither the document's nor any that stands in it.

    Raises:
        InvalidValueError: If anything in it is still to be kept, or the receipt would be keyed by
            something in it; tells everything. If its proof does not hold: what is merely gone may
            have had to be kept.
    """
    if not document.verify():
        # Of what is gone nobody can say whether it was to be kept.
        raise InvalidValueError("delete", [kinds.BROKEN_CHAIN.at("/revisions")])
    report = retention(document, day, schedule)
    problems = [
        kinds.RETENTION_RUNNING.at(
            f"/{item.entry_id}", due="…" if item.due_on is None else item.due_on.isoformat()
        )
        for item in report.running
    ]
    problems += [kinds.STILL_RESTRICTED.at(f"/{item.entry_id}") for item in report.restricted]
    problems += [kinds.NO_RETENTION_RULE.at(f"/{entry_id}") for entry_id in report.without_rule]
    if receipt_id == document.id or receipt_id in _texts(plain(document.revisions)):
        problems.append(kinds.RECEIPT_OF_SOMEBODY.at("/receipt_id"))
    if problems:
        raise InvalidValueError("delete", problems)
    return DeletionReceipt(
        id=receipt_id,
        deleted_on=day,
        role=author.role,
        legal_basis=legal_basis,
        head=document.head,
    )
