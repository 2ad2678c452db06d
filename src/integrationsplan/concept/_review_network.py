"""The review of a network: decisions that wait, offers that ended, use that nobody knows."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any

from annotated_types import Ge, Le

from integrationsplan._language import Wording
from integrationsplan._model import spec_of
from integrationsplan.concept import _concept_finding_kinds as kinds
from integrationsplan.concept._checking import expected
from integrationsplan.concept._codes import OfferStatus
from integrationsplan.concept._concept import IntegrationConcept
from integrationsplan.concept._network import IntegrationNetwork
from integrationsplan.concept._network_codes import DecisionStatus, NetworkRole
from integrationsplan.concept._network_entries import Decision, Membership, NetworkGroup, OfferUse
from integrationsplan.concept._offers import Offer
from integrationsplan.concept._tree import ConceptMeasure
from integrationsplan.errors import DateOutOfRangeError, InvalidValueError
from integrationsplan.findings import Finding, Named
from integrationsplan.history import Entry, RevisionKind, State
from integrationsplan.history._loose import loose_references
from integrationsplan.values import shift_date
from integrationsplan.values._period import check_day

__all__ = ["loose_findings", "review_network", "runs"]

_LEADS = frozenset({NetworkRole.LEAD, NetworkRole.COORDINATION})
_MONTHS = spec_of(Annotated[int, Ge(0), Le(1_200)])


def review_network(
    network: IntegrationNetwork,
    day: dt.date,
    *,
    use_within_months: int | None = None,
    concept: IntegrationConcept | None = None,
) -> tuple[Finding, ...]:
    """Return everything that asks for attention on a day; nothing unless it is open then.

    Args:
        network: The network; only what counts by the day is looked at.
        day: The day.
        use_within_months: How old the last figures of an offer's use may be; by default that is not
            asked for.
        concept: The concept whose measures decisions name.

    Returns:
        The findings, by entry.

    Raises:
        InvalidValueError: If the day is no date, the document none of a network, or the months are
            no whole number from 0 to 1200.
    """
    check_day(day)
    expected(IntegrationNetwork, network, "network")
    problems = [] if use_within_months is None else list(_MONTHS.problems(use_within_months))
    if problems:
        raise InvalidValueError("use_within_months", problems)
    known = [revision for revision in network.revisions if revision.effective_on <= day]
    if any(revision.kind is RevisionKind.CLOSURE for revision in known):
        return ()
    state = network.at(day)
    found = [
        *_decisions(state, day, concept),
        *_offers(state, day, use_within_months),
        *_groups(state, day),
        *loose_findings(state),
    ]
    place = {entry.id: number for number, entry in enumerate(state)}
    return tuple(sorted(found, key=lambda finding: place.get(finding.subject or "", -1)))


def runs(offer: Offer, day: dt.date) -> bool:
    """Tell whether an offer runs on a day."""
    is_time = offer.period is None or day in offer.period
    return offer.status is OfferStatus.RUNNING and is_time


def loose_findings(state: State[Any]) -> Iterator[Finding]:
    """Yield each reference to an entry that is not there, or that is of another kind."""
    for loose in loose_references(state):
        entry, field = loose.entry, _field(loose.entry, loose.reference.field)
        target = loose.reference.entry_id
        if loose.found is None:
            yield kinds.REFERENCE_MISSING.at(entry.id, field=field, entry=target)
        else:
            label = loose.found.label
            found = Named(loose.found.kind, Wording(label.en, label.de))
            yield kinds.REFERENCE_OF_OTHER_KIND.at(entry.id, field=field, entry=target, found=found)


def _field(entry: Entry, name: str) -> Named:
    return Named(name, Wording(entry.field_label(name, "en"), entry.field_label(name, "de")))


def _decisions(
    state: State[Any], day: dt.date, concept: IntegrationConcept | None
) -> Iterator[Finding]:
    measures = None if concept is None else concept.at(day)
    for decision in state.of(Decision):
        if decision.status is not DecisionStatus.OPEN:
            continue
        if not decision.responsible:
            yield kinds.DECISION_WITHOUT_RESPONSIBLE.at(decision.id)
        if decision.due_on is not None and decision.due_on < day:
            yield kinds.DECISION_OVERDUE.at(decision.id, due=decision.due_on)
        if measures is not None and decision.measure is not None:
            found = measures.get(decision.measure)
            if not isinstance(found, ConceptMeasure) and decision.measure not in measures.sealed:
                yield kinds.MEASURE_UNKNOWN.at(decision.id, measure=decision.measure)


def _offers(state: State[Any], day: dt.date, months: int | None) -> Iterator[Finding]:
    ends: dict[str, dt.date] = {}
    for use in state.of(OfferUse):
        first, last = use.period.bounds
        if first <= day:
            until = min(last, day)
            ends[use.offer] = max(until, ends.get(use.offer, until))
    for offer in state.of(Offer):
        if offer.status is not OfferStatus.RUNNING:
            continue
        end = None if offer.period is None else offer.period.end
        if end is not None and end < day:
            yield kinds.OFFER_PAST_END.at(offer.id, end=end)
        elif months is not None and runs(offer, day):
            yield from _use(offer, ends.get(offer.id), day, months)


def _use(offer: Offer, known: dt.date | None, day: dt.date, months: int) -> Iterator[Finding]:
    begun = None if offer.period is None else offer.period.start
    last = known or begun
    try:
        due = None if last is None else shift_date(last, months=months)
    except DateOutOfRangeError:  # so far ahead that it never comes
        return
    if due is not None and due >= day:
        return
    if known is None:
        yield kinds.USE_NEVER_KNOWN.at(offer.id)
    else:
        yield kinds.USE_NOT_KNOWN.at(offer.id, since=known)


def _groups(state: State[Any], day: dt.date) -> Iterator[Finding]:
    led = {
        membership.member_of
        for membership in state.of(Membership)
        if membership.role in _LEADS and (membership.period is None or day in membership.period)
    }
    for group in state.of(NetworkGroup):
        if (group.period is None or day in group.period) and group.id not in led:
            yield kinds.GROUP_WITHOUT_LEAD.at(group.id)
