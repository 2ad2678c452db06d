"""Splitting whole units among weights, exactly: what all methods have in common, and the commonest.

Sources: Hamilton's method, known in Germany as Hare-Niemeyer, gives each the whole part of its
quota and what is left to the largest remainders. The methods that divide are in `_divisors`.
"""

import math
import re
from collections.abc import Sequence
from fractions import Fraction

import attrs

from integrationsplan.allocation import _problems as kinds
from integrationsplan.errors import AllocationError
from integrationsplan.problems import Problem
from integrationsplan.values._numbers import exact

__all__ = ["Division", "Tie", "largest_remainder"]

_NUMBERS = re.compile("([0-9]{1,64})")


@attrs.frozen
class Tie:
    """Recipients with equal claims, of whom only some could be served.

    Attributes:
        members: Indices of the weights concerned, in the order of their keys.
        served: How many of them got one unit more: the first ones.
    """

    members: tuple[int, ...]
    served: int


@attrs.frozen
class Division:
    """The result of a split.

    Attributes:
        parts: Whole units, one for each weight; they sum to the pot.
        tie: A tie that was broken by the smaller key, if there was one.
    """

    parts: tuple[int, ...]
    tie: Tie | None = None


def largest_remainder(
    pot: int, weights: Sequence[int | Fraction], keys: Sequence[str] | None = None
) -> Division:
    """Split ``pot`` units by ``weights`` with the largest remainders.

    Args:
        pot: Units to give out, zero or more.
        weights: Exact weights, zero or more, not all zero.
        keys: What breaks ties: the smaller key is served first. By default the position.

    Returns:
        The parts in the order of the weights. Not monotone in the pot (Alabama paradox).

    Raises:
        AllocationError: If the pot is no whole number, the pot or a weight is below zero, all
            weights are zero, or there are more or fewer keys than weights.
        InvalidValueError: If a weight is no exact number.

    Example:
        >>> largest_remainder(7, [1, 1, 2]).parts
        (2, 2, 3)
        >>> largest_remainder(1, [1, 1], keys=["b", "a"])
        Division(parts=(0, 1), tie=Tie(members=(1, 0), served=1))
    """
    whole = whole_weights(pot, weights, keys)
    if not whole:
        return Division(())
    total = sum(whole)
    parts, remainders = [], []
    for weight in whole:
        part, remainder = divmod(pot * weight, total)
        parts.append(part)
        remainders.append(remainder)
    left = pot - sum(parts)
    if left == 0:
        return Division(tuple(parts))
    order = sorted(range(len(parts)), key=remainders.__getitem__, reverse=True)
    boundary = remainders[order[left - 1]]
    tie = None
    if left < len(order) and remainders[order[left]] == boundary:
        members = in_order_of_keys(
            [index for index in order if remainders[index] == boundary], keys
        )
        above = next(place for place, index in enumerate(order) if remainders[index] == boundary)
        order[above : above + len(members)] = members
        tie = Tie(tuple(members), left - above)
    for index in order[:left]:
        parts[index] += 1
    return Division(tuple(parts), tie)


def whole_weights(
    pot: int, weights: Sequence[int | Fraction], keys: Sequence[str] | None
) -> Sequence[int]:
    """Return weights in the same proportion as whole numbers; nothing if there is nobody.

    Raises:
        AllocationError: If there is nothing that could be split so.
        InvalidValueError: If a weight is no exact number.
    """
    if type(pot) is not int:
        raise _refusal(kinds.POT_NOT_DIVISIBLE.at(step=1))
    if keys is not None and len(keys) != len(weights):
        raise _refusal(kinds.KEYS_DIFFER.at(keys=len(keys), weights=len(weights)))
    if any(type(weight) is not int for weight in weights):
        numbers = [exact(weight, text=False) for weight in weights]
        scale = math.lcm(*(number.denominator for number in numbers))
        weights = [number.numerator * (scale // number.denominator) for number in numbers]
    if any(weight < 0 for weight in weights):
        raise _refusal(kinds.NEGATIVE_WEIGHT.at(record="all"))
    if pot < 0:
        raise _refusal(kinds.POT_NOT_DIVISIBLE.at(step=1))
    if not any(weights) and (pot or weights):
        raise _refusal(kinds.BAD_WEIGHTS.at(record="all"))
    return [weight.numerator for weight in weights]


def _refusal(problem: Problem) -> AllocationError:
    return AllocationError("split", [problem])


def in_order_of_keys(members: list[int], keys: Sequence[str] | None) -> list[int]:
    """Sort indices by their keys, or by themselves where there are none."""
    return sorted(members) if keys is None else sorted(members, key=lambda i: key_order(keys[i]))


def key_order(key: str) -> tuple[list[str | int], str]:
    """Return what keys are ordered by: as text, but numbers in them by their size: 2 before 10."""
    parts: list[str | int] = [*_NUMBERS.split(key)]
    parts[1::2] = [int(part) for part in _NUMBERS.findall(key)]
    return parts, key
