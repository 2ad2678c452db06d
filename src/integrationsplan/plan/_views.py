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
from integrationsplan._model import Label, evolve, model
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import (
    DataGroup,
    Marking,
    Purpose,
    Put,
    WithheldBecause,
    withhold,
)
from integrationsplan.history._erasure import groups_told
from integrationsplan.history._problems import UNKNOWN_GROUP
from integrationsplan.history._views import View
from integrationsplan.plan._data_protection import Consent, Disclosure
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._plan import IntegrationPlan
from integrationsplan.plan._problems import NO_BASIS
from integrationsplan.problems import TOO_SHORT, Problem
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
        kind: Its kind; nothing if another view has withheld it before.
        because: Why.
        groups: The data groups that stood against it, if that is why.
    """

    entry_id: str
    kind: str | None
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
            entry_ids=view.document.ids(),  # withdrawn ones too, where the view shows them
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
    if not purpose.groups:
        raise InvalidValueError("release", [TOO_SHORT.at("/groups", length=0, least=1)])
    wanted = [known[code] for code in purpose.groups]
    covered, consents = _covered(plan, purpose, wanted, recipient, day, legal_basis)
    if not covered:
        causes: dict[Wording, list[str]] = {}
        for group in wanted:
            cause = _why_not(plan, purpose, group, day)
            causes.setdefault(cause, []).append(group.value)
        raise InvalidValueError(
            "release",
            [NO_BASIS.at("/groups", groups=", ".join(g), why=why) for why, g in causes.items()],
        )
    codes = frozenset(group.value for group in covered)
    ever = groups_told(plan.revisions)
    document, withheld = withhold(plan, purpose, codes, day=day)
    used = legal_basis
    if used is not None and not any(used.covers(group) for group in covered):
        used = None
    bases = [used.title] if used is not None else []
    bases += [_said(plan, entry_id) for entry_id in consents]
    view = PlanView(
        purpose=purpose,
        recipient=recipient,
        made_on=day,
        bases=tuple(dict.fromkeys(bases)),
        withheld=tuple(
            item if item.because in _TOLD else evolve(item, because=WithheldBecause.NOT_DISCLOSED)
            for item in withheld
        ),
        document=document,
    )
    return Release(
        view=view,
        withheld=tuple(
            _in_full(
                plan,
                purpose,
                item.entry_id,
                item.because,
                frozenset(covered),
                ever.get(item.entry_id, frozenset()),
            )
            for item in withheld
        ),
        groups=tuple(covered),
        consents=tuple(consents),
        legal_basis=used,
    )


_TOLD = {
    WithheldBecause.NOT_DISCLOSED,
    WithheldBecause.EARLIER_VERSION,
    WithheldBecause.NO_LONGER_COUNTS,
}
"""What a recipient may be told of why something is withheld."""


def _said(plan: IntegrationPlan, consent_id: str) -> str:
    """Name a consent to a recipient: by its day, for its id would tell what a sealed entry is."""
    consent = plan.current[consent_id]
    given = consent.given_on if isinstance(consent, Consent) else None
    return f"consent of {given.isoformat()}" if given is not None else "consent"


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
    valid = _consents(plan, day)
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
_OTHER_PURPOSES = Wording(
    "there are consents for other purposes only; compare their codes",
    "Einwilligungen gibt es nur für andere Zwecke; ihre Codes vergleichen",
)
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
_CONSENT_NOT_STANDING = Wording(
    "the consent is restricted, or not recorded for that day",
    "die Einwilligung ist eingeschränkt oder für den Tag nicht erfasst",
)


def _consents(plan: IntegrationPlan, day: dt.date) -> list[Consent]:
    """Return the consents that stand both on the day and by all that is recorded.

    One that is recorded for a later day does not count yet; one that is changed or restricted since
    does not count any more.
    """
    then, now = plan.at(day), plan.current
    return [
        consent
        for consent in now.of(Consent)
        if then.get(consent.id) == consent
        and Marking.RESTRICTED not in now.marks(consent.id) | then.marks(consent.id)
    ]


def _why_not(plan: IntegrationPlan, purpose: Purpose, group: PlanGroup, day: dt.date) -> Wording:
    """Say what keeps consents from covering a group: that of the one that comes nearest."""
    consents = plan.current.of(Consent)
    standing = _consents(plan, day)
    why = _NO_CONSENT
    if consents and all(consent.purpose != purpose.code for consent in consents):
        why = _OTHER_PURPOSES
    for consent in consents:
        if consent.purpose != purpose.code or group not in consent.groups:
            continue
        if consent not in standing:
            why = _CONSENT_NOT_STANDING
        elif not consent.is_in_force(day):
            why = _NOT_IN_FORCE
        elif group.is_special and not consent.special:
            why = _NOT_SPECIAL
        else:
            why = _OTHER_RECIPIENT
    return why


def _in_full(
    plan: IntegrationPlan,
    purpose: Purpose,
    entry_id: str,
    because: WithheldBecause,
    covered: frozenset[PlanGroup],
    ever: frozenset[DataGroup],
) -> WithheldEntry:
    entry = next(
        (
            change.entry
            for revision in reversed(plan.revisions)
            for change in revision.changes
            if isinstance(change, Put) and change.entry.id == entry_id
        ),
        None,
    )
    if entry is None:  # the plan is itself that of a view
        return WithheldEntry(entry_id, None, because)
    if because is not WithheldBecause.NOT_DISCLOSED:
        return WithheldEntry(entry_id, entry.kind, because)
    told = entry.groups_in(plan.current) | {group for group in ever if group.is_special}
    groups = tuple(group for group in PlanGroup if group in told - covered)
    needed = bool(groups) and all(group.value in purpose.groups for group in groups)
    cause = WithheldBecause.NO_BASIS if needed else because
    return WithheldEntry(entry_id, entry.kind, cause, groups)
