"""Rounding by name, to multiples of a step, on exact numbers."""

import enum
from fractions import Fraction
from typing import NoReturn

from integrationsplan._language import Wording
from integrationsplan._model._specs import describe_value
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import WRONG_TYPE
from integrationsplan.values._numbers import exact

__all__ = ["Rounding", "round_ratio", "round_to_step"]


class Rounding(enum.Enum):
    """How an exact value becomes a multiple of a step. There is no default anywhere."""

    HALF_UP = "half_up"
    """To the nearest; halves away from zero (*kaufmännisch*)."""
    HALF_EVEN = "half_even"
    """To the nearest; halves to the even multiple."""
    DOWN = "down"
    """Towards zero."""
    UP = "up"
    """Away from zero."""


def round_to_step(value: Fraction | int, step: Fraction | int, method: Rounding) -> int:
    """Round ``value`` and return the number of steps.

    Args:
        value: The exact value.
        step: What the result is to be a multiple of; above zero.
        method: The named rounding.

    Returns:
        The whole number ``n`` for which ``n * step`` is the rounded value.

    Example:
        >>> round_to_step(Fraction(5, 2), 1, Rounding.HALF_UP)
        3
        >>> round_to_step(Fraction(-5, 2), 1, Rounding.HALF_EVEN)
        -2
    """
    ratio = exact(value) / exact(step)
    return round_ratio(ratio.numerator, ratio.denominator, method)


def round_ratio(numerator: int, denominator: int, method: Rounding) -> int:
    """Round ``numerator / denominator`` to a whole number; ``denominator`` is above zero.

    The same as `round_to_step` without fractions, for long columns of numbers.

    Example:
        >>> round_ratio(352 * 58_000_000, 72_857, Rounding.HALF_UP)
        280220
    """
    whole, rest = divmod(abs(numerator), denominator)
    twice = 2 * rest
    if method is Rounding.HALF_UP:
        whole += twice >= denominator
    elif method is Rounding.HALF_EVEN:
        whole += twice > denominator or (twice == denominator and whole % 2)
    elif method is Rounding.UP:
        whole += rest > 0
    elif method is not Rounding.DOWN:
        _refuse(method)
    return -whole if numerator < 0 else whole


def _refuse(method: object) -> NoReturn:
    """Refuse what is no rounding: a text such as "down" must not round in another way."""
    allowed = Wording("Rounding", "Rounding")
    problem = WRONG_TYPE.at("/method", found=describe_value(method), allowed=allowed)
    raise InvalidValueError("rounding", [problem])
