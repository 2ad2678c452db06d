"""Serving in an order until a budget is used, exactly."""

from fractions import Fraction

import attrs

__all__ = ["Place", "serve"]


@attrs.frozen
class Place:
    """Where a record stands in an order, and what was left when its turn came.

    Attributes:
        number: Its place, from 1.
        count: How many records there are.
        left: What was left of the budget, in the budget's unit.
        is_open: Whether anything was still given.
    """

    number: int
    count: int
    left: Fraction
    is_open: bool


def serve(
    amount: Fraction, needed: Fraction, place: Place, last: str, after: str
) -> tuple[Fraction, Fraction, bool]:
    """Return what a record gets, what is left after it, and whether anything is still given."""
    if not place.is_open:
        return Fraction(0), place.left, False
    if needed <= place.left:
        return amount, place.left - needed, True
    if last == "part" and place.left > 0:
        return amount * place.left / needed, Fraction(0), after == "skip"
    return Fraction(0), place.left, after == "skip"
