"""From an allocation to its statement."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from integrationsplan._model import FrozenMap
from integrationsplan.allocation._statement import StatedAward, StatedQuantity, Statement
from integrationsplan.values import Basis, Quantity

if TYPE_CHECKING:
    from integrationsplan.allocation._allocation import Allocation
    from integrationsplan.allocation._award import Award
    from integrationsplan.allocation._programme import Programme


def state(allocation: "Allocation", explained: Collection[int]) -> Statement:
    """Return the statement of an allocation, with the traces of some awards by their place.

    Raises:
        InvalidValueError: If a number has more digits than a statement may write.
    """
    pot, residue = allocation.pot, allocation.residue
    return Statement(
        programme=allocation.programme.id,
        title=allocation.programme.title,
        day=allocation.day,
        period=allocation.period,
        asked_edition=allocation.asked_edition,
        as_known=allocation.as_known,
        assumed=_assumed(allocation.programme),
        editions=allocation.editions,
        unit=allocation.unit,
        needs_all_recipients=allocation.programme.needs_all_recipients,
        total=allocation.total.to_text(),
        pot=None if pot is None else pot.to_text(),
        residue=None if residue is None else residue.to_text(),
        findings=allocation.findings,
        awards=tuple(
            _stated(award, is_explained=award.index in explained) for award in allocation.awards
        ),
    )


def _assumed(programme: "Programme") -> tuple[str, ...]:
    """Return the parameters of which a caller has assumed a value."""
    return tuple(
        name
        for name, parameter in programme.parameters.items()
        if any(
            Basis.ASSUMED in {row.basis, *(band.basis for band in row.bands or ())}
            for row in parameter.values
        )
    )


def _stated(award: "Award", *, is_explained: bool) -> StatedAward:
    payers = award.sources
    financed = None
    if payers and award.allocation.programme.result.financed is not None:
        whole = sum((amount.value for amount in payers.values()), Fraction(0))
        financed = Quantity(whole, award.amount.unit).to_text()
    return StatedAward(
        recipient=award.recipient.key,
        name=award.recipient.name,
        amount=award.amount.to_text(),
        is_excluded=award.is_excluded,
        is_zeroed=award.is_zeroed,
        outputs=_with_units(award.outputs),
        parts=FrozenMap((name, _with_units(below)) for name, below in award.parts.items()),
        financed=financed,
        payers=_amounts(payers),
        tranches=_amounts(award.tranches),
        earmarks=_amounts(award.earmarks),
        findings=award.findings,
        explanation=award.trace() if is_explained else None,
    )


def _with_units(quantities: Mapping[str, Quantity]) -> FrozenMap[str, StatedQuantity]:
    return FrozenMap(
        (name, StatedQuantity(value=quantity.to_text(), unit=str(quantity.unit)))
        for name, quantity in quantities.items()
    )


def _amounts(quantities: Mapping[str, Quantity]) -> FrozenMap[str, str]:
    return FrozenMap((name, quantity.to_text()) for name, quantity in quantities.items())
