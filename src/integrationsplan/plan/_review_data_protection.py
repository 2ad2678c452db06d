"""What a review finds about consents, special categories of data, and marks on entries."""

import datetime as dt
from collections.abc import Iterator

from integrationsplan._model import evolve
from integrationsplan.findings import Finding, Named
from integrationsplan.history import Marking, Put
from integrationsplan.plan import _review_kinds as kinds
from integrationsplan.plan._data_protection import Consent, purpose_wording
from integrationsplan.plan._entries import PlanEntry
from integrationsplan.plan._goals import Goal, Measure
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._review_case import Case

__all__ = ["consent_findings", "mark_findings", "special_data_findings"]


def consent_findings(case: Case) -> Iterator[Finding]:
    """Yield what is to be said of the consents for the purposes in use."""
    valid = [
        consent
        for consent in case.state.of(Consent)
        if Marking.RESTRICTED not in case.state.marks(consent.id)
    ]
    for consent in valid:
        if not consent.groups and consent.is_in_force(case.day):
            yield kinds.CONSENT_WITHOUT_GROUPS.at(consent.id, purpose=_named(consent.purpose))
    for purpose in dict.fromkeys(case.rules.purposes_in_use):
        given = [
            consent
            for consent in valid
            if consent.purpose == purpose
            and consent.groups  # one that allows nothing is none
            and consent.given_on is not None
            and consent.given_on <= case.day
        ]
        yield from _purpose(purpose, given, case)


def _named(purpose: str) -> Named:
    return Named(purpose, purpose_wording(purpose))


def _purpose(code: str, given: list[Consent], case: Case) -> Iterator[Finding]:
    """Yield what is to be said of the consents that were given for a purpose; the last decides."""
    purpose = _named(code)
    if not given:
        yield kinds.CONSENT_MISSING.at(purpose=purpose)
        return
    last = max(given, key=_last_day)
    if last.is_in_force(case.day):
        end = dt.date.fromordinal(_last_day(last))
        if case.nears(end, case.rules.consent_notice_days):
            yield kinds.CONSENT_EXPIRING.at(last.id, purpose=purpose, end=end)
    elif last.expires_on is not None and last.expires_on.toordinal() == _last_day(last):
        yield kinds.CONSENT_EXPIRED.at(last.id, purpose=purpose, end=last.expires_on)
    elif last.withdrawn_on is not None:
        yield kinds.CONSENT_WITHDRAWN.at(last.id, purpose=purpose, withdrawn=last.withdrawn_on)


def _last_day(consent: Consent) -> int:
    """Return the number of the last day on which a consent counts."""
    ends = [dt.date.max.toordinal()]
    ends += [consent.expires_on.toordinal()] if consent.expires_on else []
    ends += [consent.withdrawn_on.toordinal() - 1] if consent.withdrawn_on else []
    return min(ends)


def special_data_findings(case: Case) -> Iterator[Finding]:
    """Yield each entry that tells something of health without consent or legal basis for it."""
    special = [group for group in PlanGroup if group.is_special]
    allowed = {
        group
        for consent in case.state.of(Consent)
        if consent.special and consent.is_in_force(case.day)
        for group in consent.groups
    }
    based = {
        change.entry_id
        for revision in case.revisions
        if revision.legal_basis is not None
        for change in revision.changes
        if isinstance(change, Put)
    }
    for entry in case.state:
        told = _known(entry, case).groups_in(case.state)
        for group in special:
            if group in told and group not in allowed and entry.id not in based:
                yield kinds.SPECIAL_DATA.at(entry.id, group=group)


def _known(entry: PlanEntry, case: Case) -> PlanEntry:
    """Return an entry without goals that are not there: views must fear the worst of them.

    That they are not there is a finding of its own.
    """
    if not isinstance(entry, Measure):
        return entry
    there = tuple(goal for goal in entry.goals if isinstance(case.state.get(goal), Goal))
    return entry if there == entry.goals else evolve(entry, goals=there)


def mark_findings(case: Case) -> Iterator[Finding]:
    """Yield each entry that is restricted in processing, or contested."""
    for entry in case.state:
        marks = case.state.marks(entry.id)
        if Marking.RESTRICTED in marks:
            yield kinds.ENTRY_RESTRICTED.at(entry.id)
        if Marking.CONTESTED in marks:
            yield kinds.ENTRY_CONTESTED.at(entry.id)
