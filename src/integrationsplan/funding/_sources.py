"""On what a finding rests that no paragraph says: the programme, the application, the notice."""

import datetime as dt

from integrationsplan.allocation import Programme
from integrationsplan.funding._application import Application
from integrationsplan.funding._events import Amended, Granted
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._programme import FundingProgramme
from integrationsplan.funding._proof import ProofOfUse

__all__ = [
    "application_source",
    "notice_source",
    "programme_source",
    "proof_source",
    "rule_source",
]


def programme_source(programme: FundingProgramme, day: dt.date) -> str:
    """Return the norm that a programme rests on, on a day; its title where none is listed."""
    in_force = [each for each in programme.norms if each.period is None or day in each.period]
    for norm in in_force or programme.norms:
        return programme.source(norm)
    return f"{programme.title.de} ({programme.id})"


def application_source(application: Application) -> str:
    """Return what names an application: its id and the day on which it came in."""
    return f"{application.id}, {application.received_on.isoformat()}"


def notice_source(grant: Grant, *, first: bool = False) -> str:
    """Return what names a notice: its file reference, or its id, and its day.

    Args:
        grant: The grant.
        first: Whether the notice itself is meant; otherwise the last one that changed it.
    """
    notices = [event for event in grant.events if isinstance(event, Granted | Amended)]
    meant = grant.notice if first else notices[-1]
    return f"{grant.notice.reference or meant.id}, {meant.on.isoformat()}"


def proof_source(proof: ProofOfUse) -> str:
    """Return what names a proof of use: its id and the day on which it came in."""
    return f"{proof.id}, {proof.submitted_on.isoformat()}"


def rule_source(rule: Programme) -> str:
    """Return what names a rule: its title and id."""
    return f"{rule.title.de} ({rule.id})"
