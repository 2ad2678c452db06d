"""By what plans are grouped."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from integrationsplan.monitoring._cases import PlanCase
from integrationsplan.monitoring._participants import Participant
from integrationsplan.plan import Responsibility

__all__ = ["GROUPINGS", "UNKNOWN", "Grouping"]

UNKNOWN: Final = "unknown"
"""The group of those of whom it is not known to which they belong."""

Grouping: TypeAlias = Callable[[PlanCase, Participant], str | None]

AGES = ((17, "0-17"), (24, "18-24"), (29, "25-29"), (54, "30-54"))
"""Groups that can be added up to those of either period of the European Social Fund."""

FROM_55 = "55+"


def _sex(case: PlanCase, person: Participant) -> str | None:
    del case
    return person.sex


def _age_group(case: PlanCase, person: Participant) -> str | None:
    del case
    if person.age is None:
        return None
    return next((name for most, name in AGES if person.age <= most), FROM_55)


def _body(case: PlanCase, person: Participant) -> str | None:
    del person
    found = case.state.of(Responsibility)
    return found[0].body.name if found else None


def _region(case: PlanCase, person: Participant) -> str | None:
    del person
    found = case.state.of(Responsibility)
    region = found[0].body.region if found else None
    return None if region is None else str(region)


def _counsellor(case: PlanCase, person: Participant) -> str | None:
    del person
    told = [each for each in case.revisions if each.effective_on <= case.last] or case.revisions
    return told[-1].author.id


GROUPINGS: Mapping[str, Grouping] = MappingProxyType(
    {
        "sex": _sex,
        "age-group": _age_group,
        "body": _body,
        "region": _region,
        "counsellor": _counsellor,
    }
)
"""By what plans can be grouped: the sex as recorded, the age at entry, the responsible body and its
region, and who recorded last what counts by the key date."""
