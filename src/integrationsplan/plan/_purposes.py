"""What views of a plan are for: the shipped purposes, as data.

Which groups a purpose needs is a proposal in the spirit of Article 5(1)(c) GDPR, inferred from what
the purpose is about; no source prescribes it. Whoever is responsible may set others.
"""

from collections.abc import Mapping
from types import MappingProxyType

from integrationsplan.history import Purpose
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.values import Bilingual

__all__ = ["PURPOSES"]

_EVERYTHING = tuple(group.value for group in PlanGroup)


def _purpose(code: str, de: str, en: str, *groups: PlanGroup) -> Purpose:
    named = tuple(group.value for group in groups)
    return Purpose(code=code, label=Bilingual(de=de, en=en), groups=named)


PURPOSES: Mapping[str, Purpose] = MappingProxyType(
    {
        purpose.code: purpose
        for purpose in (
            _purpose(
                "job-centre",
                "Vermittlung in Arbeit",
                "placement in work",
                PlanGroup.IDENTITY,
                PlanGroup.RESPONSIBILITY,
                PlanGroup.RESIDENCE,
                PlanGroup.QUALIFICATION,
                PlanGroup.RECOGNITION,
                PlanGroup.LANGUAGE,
                PlanGroup.COURSE,
                PlanGroup.WORK,
            ),
            _purpose(
                "language-school",
                "Einstufung und Kurs",
                "placement in a course",
                PlanGroup.IDENTITY,
                PlanGroup.RESPONSIBILITY,
                PlanGroup.LANGUAGE,
                PlanGroup.COURSE,
            ),
            _purpose(
                "volunteer",
                "Begleitung im Ehrenamt",
                "accompaniment by a volunteer",
                PlanGroup.RESPONSIBILITY,
                PlanGroup.LANGUAGE,
                PlanGroup.PARTICIPATION,
            ),
            _purpose(
                "funder",
                "Nachweis gegenüber dem Fördergeber",
                "account to the funder",
                PlanGroup.RESPONSIBILITY,
                PlanGroup.COUNSELLING,
                PlanGroup.AGREEMENT,
            ),
            _purpose(
                "statistics",
                "Statistik",
                "statistics",
                PlanGroup.RESPONSIBILITY,
                PlanGroup.QUALIFICATION,
                PlanGroup.RECOGNITION,
                PlanGroup.LANGUAGE,
                PlanGroup.COURSE,
                PlanGroup.EDUCATION,
                PlanGroup.WORK,
                PlanGroup.HOUSING,
                PlanGroup.PARTICIPATION,
                PlanGroup.AGREEMENT,
            ),
            Purpose(
                code="person",
                label=Bilingual(de="Auskunft an die Person", en="access by the person"),
                groups=_EVERYTHING,
                with_history=True,
                with_authors=True,
                with_restricted=True,
                needs_basis=False,
            ),
        )
    }
)
"""The shipped purposes by their codes."""
