"""Scaling values within their bounds so that their sum stays, exactly."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import attrs

__all__ = ["Bounded", "common_factor"]


@attrs.frozen
class Bounded:
    """A value with its bounds."""

    value: Any
    floor: Any
    cap: Any | None

    def at(self, factor: Fraction) -> Any:
        """Return the value times a factor, within its bounds."""
        scaled = factor * self.value
        if scaled <= self.floor:
            return self.floor
        return self.cap if self.cap is not None and scaled >= self.cap else scaled


def common_factor(shares: Sequence[Bounded]) -> Fraction:
    """Return the factor with which values within their bounds sum to what they summed to.

    The sum grows with the factor along straight pieces. They change where a value leaves its floor
    or reaches its cap; walking these points in order finds the piece that holds the sum.
    """
    moving = [share for share in shares if share.value]
    total = sum(share.value for share in shares)
    fixed = sum(share.floor for share in shares)
    rate: Any = 0
    point_of = _points(moving)
    events = [(point_of(share.floor, share.value), 0, place) for place, share in enumerate(moving)]
    events += [
        (point_of(share.cap, share.value), 1, place)
        for place, share in enumerate(moving)
        if share.cap is not None
    ]
    for _, reaches_cap, place in sorted(events):
        share = moving[place]
        bound = share.floor if not reaches_cap or share.cap is None else share.cap
        if fixed * share.value + rate * bound >= total * share.value:
            break
        if reaches_cap:
            fixed += bound
            rate -= share.value
        else:
            fixed -= bound
            rate += share.value
    return Fraction(total - fixed) / rate if rate else Fraction(0)  # else the floors are the sum


def _points(shares: "Sequence[Bounded]") -> Callable[[Any, Any], Any]:
    """Return a function that gives a number ordered as bound divided by value.

    Whole numbers are divided with so many binary places that different quotients stay different.
    """
    numbers = [n for share in shares for n in (share.value, share.floor, share.cap or 0)]
    if any(type(number) is not int for number in numbers):
        return lambda bound, value: Fraction(bound) / value
    places = 2 * max(numbers, default=0).bit_length()
    return lambda bound, value: (bound << places) // value
