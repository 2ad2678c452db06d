"""Passing a plan on: a view for one purpose, what it rests on, and the record of it.

Nobody is shown anything without a purpose and something that it rests on, group by group. Special
categories of personal data need a basis or a consent that says so.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated

import attrs
from annotated_types import Len

from integrationsplan._language import Wording
from integrationsplan._model import Label, model
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import (
    Marking,
    Purpose,
    Put,
    View,
    WithheldBecause,
    withhold,
)
from integrationsplan.plan._data_protection import Consent, Disclosure
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._plan import IntegrationPlan
from integrationsplan.plan._problems import NO_BASIS, UNKNOWN_GROUP
from integrationsplan.problems import Problem
from integrationsplan.values import ShortText

__all__ = ["LegalBasis", "PlanView", "Release", "WithheldEntry", "recipients_to_notify", "release"]


@model
class LegalBasis:
    """A legal basis on which data may be passed on.

    Attributes:
        title: The basis in words, such as ``"§ 69 Abs. 1 Nr. 1 SGB X"``.
        groups: The data groups that it covers.
        covers_special: Whether it covers special categories of personal data (Article 9(2) GDPR).
    """

    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    groups: Annotated[tuple[PlanGroup, ...], Len(1, 100), Label("groups", "Datengruppen")]
    covers_special: bool = False

    def covers(self, group: PlanGroup) -> bool:
        """Tell whether a group may be passed on on this basis."""
        return group in self.groups and (self.covers_special or not group.is_special)


@model(repr=False)
class PlanView(View[IntegrationPlan]):
    """A plan as a purpose may see it: a document of its own, to be sent.

    Attributes:
        purpose: What it is for.
        recipient: Who gets it.
        made_on: When it was made.
        bases: The legal bases and consents that it rests on, in words.
        withheld: Every entry of which something is withheld, and why.
        document: The plan, sealed where something is withheld.
    """

    document: IntegrationPlan

    def _violations(self) -> Iterator[Problem]:
        known = {group.value for group in PlanGroup}
        for index, code in enumerate(self.purpose.groups):
            if code not in known:
                yield UNKNOWN_GROUP.at(f"/purpose/groups/{index}", allowed=", ".join(sorted(known)))

    def __repr__(self) -> str:
        shown = len(self.document.current)
        return f"<PlanView {self.document.id} for {self.purpose.code}: {shown} entries>"


@attrs.frozen
class WithheldEntry:
    """What is withheld and why, in full: for whoever makes the view, not for its recipient.

    Attributes:
        entry_id: Which entry.
        kind: Its kind.
        because: Why.
        groups: The data groups that stood against it, if that is why.
    """

    entry_id: str
    kind: str
    because: WithheldBecause
    groups: tuple[PlanGroup, ...] = ()


@attrs.frozen(repr=False)
class Release:
    """A view that is ready to be passed on, and what stays behind.

    Attributes:
        view: What the recipient gets.
        withheld: What is withheld and why, in full. It stays here.
        groups: The data groups that may be shown.
        consents: Ids of the consents that it rests on.
        legal_basis: The legal basis that it rests on, if one was given.
    """

    view: PlanView
    withheld: tuple[WithheldEntry, ...]
    groups: tuple[PlanGroup, ...]
    consents: tuple[str, ...]
    legal_basis: LegalBasis | None

    def record(self, id: str) -> Disclosure:  # the field's name
        """Return the entry that records the disclosure; put it into the plan when it is sent.

        Args:
            id: Id of the entry.
        """
        view = self.view
        return Disclosure(
            id=id,
            recipient=view.recipient,
            purpose=view.purpose.code,
            on=view.made_on,
            groups=self.groups,
            entry_ids=tuple(entry.id for entry in view.document.current),
            legal_basis=self.legal_basis.title if self.legal_basis else None,
            consents=self.consents,
            head=view.document.head,
        )

    def __repr__(self) -> str:
        return f"<Release: {self.view!r}, {len(self.withheld)} withheld>"


def release(
    plan: IntegrationPlan,
    purpose: Purpose,
    *,
    recipient: str,
    day: dt.date,
    legal_basis: LegalBasis | None = None,
) -> Release:
    """Make the view of a plan for a purpose.

    A group of the purpose that neither the legal basis nor a consent covers is withheld.

    Args:
        plan: The plan.
        purpose: What it is for; `PURPOSES` has the shipped ones.
        recipient: Who gets it; a consent that names recipients must name this one.
        day: The day on which it is made.
        legal_basis: The legal basis; without one, consents in the plan decide alone.

    Raises:
        InvalidValueError: If a group is not known, or no group of the purpose is covered.
    """
    known = {group.value: group for group in PlanGroup}
    allowed = ", ".join(sorted(known))
    unknown = [
        UNKNOWN_GROUP.at(f"/groups/{index}", allowed=allowed)
        for index, code in enumerate(purpose.groups)
        if code not in known
    ]
    if unknown:
        raise InvalidValueError("release", unknown)
    wanted = [known[code] for code in purpose.groups]
    covered, consents = _covered(plan, purpose, wanted, recipient, day, legal_basis)
    if not covered:
        problems = [
            NO_BASIS.at(
                f"/groups/{index}",
                group=group.value,
                why=_why_not(plan, purpose, group, recipient, day),
            )
            for index, group in enumerate(wanted)
        ]
        raise InvalidValueError("release", problems)
    document, withheld = withhold(plan, purpose, frozenset(group.value for group in covered))
    bases = [legal_basis.title] if legal_basis is not None else []
    view = PlanView(
        purpose=purpose,
        recipient=recipient,
        made_on=day,
        bases=(*bases, *(f"consent {entry_id}" for entry_id in consents)),
        withheld=withheld,
        document=document,
    )
    return Release(
        view=view,
        withheld=tuple(
            _in_full(plan, item.entry_id, item.because, frozenset(covered)) for item in withheld
        ),
        groups=tuple(covered),
        consents=tuple(consents),
        legal_basis=legal_basis,
    )


def recipients_to_notify(plan: IntegrationPlan, entry_id: str) -> tuple[Disclosure, ...]:
    """Return the disclosures of an entry: whoever got it is told of its correction or erasure.

    Withdrawn records of disclosures count too: what was sent was sent. Source: Article 19 GDPR.
    """
    latest: dict[str, Disclosure] = {}
    for revision in plan.revisions:
        for change in revision.changes:
            if isinstance(change, Put) and isinstance(change.entry, Disclosure):
                latest[change.entry.id] = change.entry
    return tuple(entry for entry in latest.values() if entry_id in entry.entry_ids)


def _covered(
    plan: IntegrationPlan,
    purpose: Purpose,
    wanted: list[PlanGroup],
    recipient: str,
    day: dt.date,
    legal_basis: LegalBasis | None,
) -> tuple[list[PlanGroup], list[str]]:
    """Return the groups that may be shown, and the consents that are needed for it."""
    if not purpose.needs_basis:
        return wanted, []
    state = plan.current
    valid = [
        consent
        for consent in state.of(Consent)
        if Marking.RESTRICTED not in state.marks(consent.id)
    ]
    covered: list[PlanGroup] = []
    used: dict[str, None] = {}
    for group in wanted:
        if legal_basis is not None and legal_basis.covers(group):
            covered.append(group)
            continue
        for consent in valid:
            if consent.covers(purpose.code, group, recipient, day):
                covered.append(group)
                used[consent.id] = None
                break
    return covered, list(used)


_NO_CONSENT = Wording("no consent names it", "keine Einwilligung nennt sie")
_NOT_IN_FORCE = Wording(
    "the consent is not in force on that day", "die Einwilligung gilt an dem Tag nicht"
)
_OTHER_RECIPIENT = Wording(
    "the consent names other recipients", "die Einwilligung nennt andere Empfänger"
)
_NOT_SPECIAL = Wording(
    "the consent does not include special categories of data",
    "die Einwilligung schließt besondere Kategorien nicht ein",
)
_CONSENT_RESTRICTED = Wording(
    "the consent is restricted in processing",
    "die Einwilligung ist in der Verarbeitung eingeschränkt",
)


def _why_not(
    plan: IntegrationPlan, purpose: Purpose, group: PlanGroup, recipient: str, day: dt.date
) -> Wording:
    """Say what keeps consents from covering a group: that of the one that comes nearest."""
    why = _NO_CONSENT
    for consent in plan.current.of(Consent):
        if consent.purpose != purpose.code or group not in consent.groups:
            continue
        if not consent.is_in_force(day):
            why = _NOT_IN_FORCE
        elif group.is_special and not consent.special:
            why = _NOT_SPECIAL
        elif consent.recipients and recipient not in consent.recipients:
            why = _OTHER_RECIPIENT
        else:
            return _CONSENT_RESTRICTED
    return why


def _in_full(
    plan: IntegrationPlan,
    entry_id: str,
    because: WithheldBecause,
    covered: frozenset[PlanGroup],
) -> WithheldEntry:
    entry = next(
        change.entry
        for revision in reversed(plan.revisions)
        for change in revision.changes
        if isinstance(change, Put) and change.entry.id == entry_id
    )
    groups: tuple[PlanGroup, ...] = ()
    if because is WithheldBecause.NOT_DISCLOSED:
        against = entry.groups_in(plan.current) - covered
        groups = tuple(group for group in PlanGroup if group in against)
    return WithheldEntry(entry_id, entry.kind, because, groups)
