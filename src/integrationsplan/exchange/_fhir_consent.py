"""Consents as FHIR Consents: what is not allowed expressly stays forbidden.

In R5 a consent decides and its provisions turn the decision round; so it denies, and the provision
permits. In R4B the policy is that the person opts in, and the provision is what to.
"""

import datetime as dt

from integrationsplan.exchange._fhir_care_plan import body_reference
from integrationsplan.exchange._fhir_parts import (
    Json,
    Setting,
    coding,
    concept,
    filled,
    identifier,
    system,
)
from integrationsplan.plan import PURPOSES, Consent

__all__ = ["consent_resource"]

_LOINC = "http://loinc.org"
_CONSENT_DOCUMENT = "59284-0"
_SCOPE = "http://terminology.hl7.org/CodeSystem/consentscope"
_ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
_PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType"


def consent_resource(setting: Setting, consent: Consent) -> Json:
    """Return a consent as a resource."""
    made = setting.head("Consent", consent.id, [consent]) | filled(
        identifier=[identifier("entry", consent.id)],
        status=_status(consent, setting.day),
        category=[{"coding": [{"system": _LOINC, "code": _CONSENT_DOCUMENT}]}],
    )
    return made | (_as_r5(setting, consent) if setting.is_r5 else _as_r4b(setting, consent))


def _as_r5(setting: Setting, consent: Consent) -> Json:
    body, basis = body_reference(setting), consent.legal_basis
    rule = _rule(setting, consent)
    return filled(
        subject=setting.subject(),
        date=consent.given_on and consent.given_on.isoformat(),
        period=_period(consent),
        grantor=[setting.subject()],
        controller=None if body is None else [body],
        regulatoryBasis=None if basis is None else [{"text": basis}],
        decision="deny",
        provision=None if rule is None else [rule],
    )


def _as_r4b(setting: Setting, consent: Consent) -> Json:
    body, rule = body_reference(setting), _rule(setting, consent)
    # Without data groups nothing is allowed: an exception that takes everything back.
    provision = {"provision": [{"type": "deny"}]} if rule is None else rule
    return filled(
        scope=concept(_SCOPE, "patient-privacy"),
        patient=setting.subject(),
        dateTime=consent.given_on and consent.given_on.isoformat(),
        performer=[setting.subject()],
        organization=None if body is None else [body],
        policyRule=concept(_ACT, "OPTIN") | filled(text=consent.legal_basis),
        provision=filled(period=_period(consent)) | provision,
    )


def _rule(setting: Setting, consent: Consent) -> Json | None:
    """Return what is allowed: for which purpose, of which data, to whom.

    Special categories count only where the consent was given expressly for them.
    """
    groups = [group for group in consent.groups if consent.special or not group.is_special]
    if not groups:
        return None
    purpose = PURPOSES.get(consent.purpose)
    said = None if purpose is None else purpose.label.in_language(setting.language)
    receives = concept(_PARTICIPATION, "IRCP")
    return filled(
        actor=[{"role": receives, "reference": {"display": name}} for name in consent.recipients],
        securityLabel=[setting.group(group) for group in dict.fromkeys(groups)],
        purpose=[coding(system("purpose"), consent.purpose, said)],
    )


def _status(consent: Consent, day: dt.date | None) -> str:
    """Return where a consent stands on a day; without one, whether it was withdrawn."""
    if consent.given_on is None or (day is not None and day < consent.given_on):
        return "draft"
    counts = consent.withdrawn_on is None if day is None else consent.is_in_force(day)
    return "active" if counts else "inactive"


def _period(consent: Consent) -> Json | None:
    """Return for how long it counts: to the day before it was withdrawn, or its last day."""
    start, end, withdrawn = consent.given_on, consent.expires_on, consent.withdrawn_on
    if withdrawn is not None:
        if withdrawn == (start or dt.date.min):
            return None  # it never counted
        before = withdrawn - dt.timedelta(days=1)
        end = before if end is None else min(end, before)
    return filled(start=start and start.isoformat(), end=end and end.isoformat()) or None
