"""Whom the money reached, as figures of a report: what is counted of grants, not of persons."""

from collections.abc import Iterable

from integrationsplan.funding import ApplicantKind, Grant
from integrationsplan.monitoring._definitions import definitions
from integrationsplan.monitoring._figures import Figures
from integrationsplan.monitoring._report import FigureStatus, IndicatorRow, LackingRecords
from integrationsplan.values import Period

__all__ = ["entity_figures"]

_OTHERS = frozenset({ApplicantKind.CARRIER, ApplicantKind.FOUNDATION})
"""Recipients that are no public administrations; they count as non-governmental (inferred)."""


def entity_figures(
    grants: Iterable[Grant], period: Period, family: str = "esf-plus-2021-2027"
) -> Figures:
    """Return how many administrations were supported, or how many projects by whom and for whom.

    A grant counts as a project that targets the administration that receives it, as grants for
    posts do (inferred): give only grants of which that is true. Administrations are counted once
    each under ``EECO18``, their projects under ``CO22``, projects of carriers and foundations under
    ``CO20``. A recipient of whom the kind is not known counts nowhere and is named.

    Args:
        grants: The grants; those whose granted time shares a day with the time count.
        period: The time.
        family: Id of the family of indicators.

    Raises:
        UnknownNameError: If there is no such family.

    Example:
        >>> found = entity_figures([], Period.of_year(2019), "esf-2014-2020")
        >>> [(row.indicator, row.value) for row in found.rows]
        [('CO20', '0'), ('CO22', '0')]
    """
    running = [grant for grant in grants if grant.period().overlaps(period)]
    public = [grant for grant in running if _is_public(grant)]
    others = [grant for grant in running if grant.recipient.applicant in _OTHERS]
    unknown = sorted(grant.id for grant in running if grant.recipient.applicant is None)
    asked = {each.id for each in definitions(family)}
    every = {
        "CO20": len(others),
        "CO22": len(public),
        "EECO18": len({grant.recipient.key for grant in public}),
    }
    counts = {code: count for code, count in every.items() if code in asked}
    rows = tuple(
        IndicatorRow(
            indicator=code,
            value=str(count),
            status=FigureStatus.INCOMPLETE if unknown else FigureStatus.COUNTED,
            lacking=len(unknown),
        )
        for code, count in counts.items()
    )
    if not unknown:
        return Figures(rows)
    return Figures(
        rows,
        tuple(
            LackingRecords(
                indicator=code,
                fact="supported_entity" if code == "EECO18" else "project_kind",
                number=len(unknown),
                records=tuple(unknown[:1_000]),
            )
            for code in counts
        ),
    )


def _is_public(grant: Grant) -> bool:
    kind = grant.recipient.applicant
    return kind is not None and kind not in _OTHERS
