"""Checks of those who apply: who may, who may be a member, and where they have to lie."""

from collections.abc import Iterator

from integrationsplan.findings import Finding, FindingKind
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding._application import Participant
from integrationsplan.funding._checked import Checked, labels
from integrationsplan.funding._codes import ApplicantKind, DutyKind

__all__ = ["check_applicant", "check_carriers", "check_members", "check_regions"]

LEADING = frozenset({ApplicantKind.DISTRICT, ApplicantKind.MUNICIPAL_ASSOCIATION})
"""Who applies for others, and for whom: they need not be entitled themselves."""
LED = frozenset({ApplicantKind.MUNICIPALITY, ApplicantKind.MUNICIPAL_ASSOCIATION})


def check_applicant(case: Checked) -> Iterator[Finding]:
    """Yield whether the applicant is of a kind that may not apply."""
    yield from _not_entitled(case, case.application.applicant, found.APPLICANT_NOT_ELIGIBLE)


def check_members(case: Checked) -> Iterator[Finding]:
    """Yield members of a kind that may not apply.

    A district, or an association, may apply for municipalities where only it is entitled.
    """
    leads = case.application.applicant.applicant in LEADING
    for member in case.application.members:
        if not (leads and member.applicant in LED):
            yield from _not_entitled(case, member, found.MEMBER_NOT_ELIGIBLE)


def _not_entitled(case: Checked, participant: Participant, kind: FindingKind) -> Iterator[Finding]:
    """Yield a finding for who may not apply; where no source says who may, everybody may."""
    applicant, entitled = participant.applicant, case.entitled
    if applicant is None or not entitled:
        return
    if applicant not in [each.applicant for each in entitled]:
        yield kind.at(
            participant.key,
            case.terms.programme.source(entitled[0]),
            kind=applicant,
            eligible=labels(each.applicant for each in entitled),
        )


def check_regions(case: Checked) -> Iterator[Finding]:
    """Yield members that do not lie where a source asks for it.

    A district applies for municipalities that lie in it, where sources name it as an applicant. In
    how many districts the members of a consortium may lie is the figure ``most_districts``.
    """
    application, applicant = case.application, case.application.applicant
    districts = [each for each in case.entitled if each.applicant is ApplicantKind.DISTRICT]
    region = None if applicant.region is None else applicant.region.district or applicant.region
    if applicant.applicant is ApplicantKind.DISTRICT and districts and region is not None:
        source = case.terms.programme.source(districts[0])
        for member in application.members:
            own = member.region
            if own is not None and not region.contains(own) and not own.contains(region):
                yield found.MEMBER_ELSEWHERE.at(
                    member.key, source, region=str(own), district=str(region)
                )
    most = case.term("most_districts")
    regions = [each.region for each in application.participants if each.region is not None]
    lying = dict.fromkeys(str(each.district) for each in regions if each.district is not None)
    if most is not None and len(lying) > most.number:
        yield found.TOO_MANY_DISTRICTS.at(
            None, most.source, districts=list(lying), count=len(lying), most=most.number
        )


def check_carriers(case: Checked) -> Iterator[Finding]:
    """Yield carriers without an agreement, where a source asks for one."""
    duties = case.duties(DutyKind.AGREEMENT)
    for carrier in case.application.carriers if duties else ():
        if carrier.agreed_on is None:
            yield found.AGREEMENT_MISSING.at(carrier.id, case.terms.programme.source(duties[0]))
