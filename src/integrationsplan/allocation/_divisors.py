"""Splitting whole units by divisors, exactly: Sainte-Laguë, D'Hondt, Huntington-Hill, Adams.

A unit goes to whoever has the largest quotient of weight and divisor; the divisor grows with what
one has. Handing out cents one by one would take as many steps as there are cents. So all quotas
are rounded first, as the method rounds at its divisors: any common multiplier gives parts that the
method itself would give for *some* pot. What this pot lacks or has too much is then repaired unit
by unit, in as many steps as rounding was off, whatever the size of the pot.

Source: Balinski and Young, Fair Representation (1982), chapters 3 and 12.
"""

import heapq
import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from types import MappingProxyType

import attrs

from integrationsplan.allocation._splitting import (
    Division,
    Tie,
    in_order_of_keys,
    largest_remainder,
    whole_weights,
)

__all__ = ["METHODS", "adams", "dhondt", "huntington_hill", "sainte_lague"]


@attrs.frozen
class _Method:
    """One way to divide.

    Attributes:
        divisor: What a weight is divided by for its next unit, by the units it has.
        is_squared: Whether weights and divisors are compared by their squares, to stay whole.
        shift: By how many half units a rounded quota is off on average.
        round: Rounds a quota given as numerator and denominator.
    """

    divisor: Callable[[int], int]
    is_squared: bool
    shift: int
    round: Callable[[int, int], int]

    @property
    def serves_all_first(self) -> bool:
        """Whether everyone with a weight gets a first unit before anyone gets a second one."""
        return self.divisor(0) == 0


def _round_geometric(above: int, below: int) -> int:
    """Round a quota up from the geometric mean of its neighbours on."""
    whole = above // below
    return whole + (above * above > whole * (whole + 1) * below * below)


_SAINTE_LAGUE = _Method(lambda k: 2 * k + 1, False, 0, lambda a, b: (2 * a + b) // (2 * b))
_DHONDT = _Method(lambda k: k + 1, False, 1, lambda a, b: a // b)
_HUNTINGTON_HILL = _Method(lambda k: k * (k + 1), True, 0, _round_geometric)
_ADAMS = _Method(lambda k: k, False, -1, lambda a, b: -(-a // b))


def sainte_lague(
    pot: int, weights: Sequence[int | Fraction], keys: Sequence[str] | None = None
) -> Division:
    """Split ``pot`` units by ``weights`` with the divisors 1, 3, 5, … (Webster).

    Args, returns and errors are those of `largest_remainder`. Monotone in the pot.

    Example:
        >>> sainte_lague(7, [53, 24, 23]).parts
        (3, 2, 2)
    """
    return _divide(_SAINTE_LAGUE, pot, weights, keys)


def dhondt(
    pot: int, weights: Sequence[int | Fraction], keys: Sequence[str] | None = None
) -> Division:
    """Split ``pot`` units by ``weights`` with the divisors 1, 2, 3, … (Jefferson).

    Args, returns and errors are those of `largest_remainder`. Monotone in the pot; favours large
    weights.

    Example:
        >>> dhondt(7, [53, 24, 23]).parts
        (4, 2, 1)
    """
    return _divide(_DHONDT, pot, weights, keys)


def huntington_hill(
    pot: int, weights: Sequence[int | Fraction], keys: Sequence[str] | None = None
) -> Division:
    """Split ``pot`` units by ``weights`` with the geometric means of neighbouring numbers.

    Args, returns and errors are those of `largest_remainder`. Monotone in the pot; everyone with a
    weight gets a first unit before anyone gets a second one, larger weights first.

    Example:
        >>> huntington_hill(7, [80, 19, 1]).parts
        (5, 1, 1)
    """
    return _divide(_HUNTINGTON_HILL, pot, weights, keys)


def adams(
    pot: int, weights: Sequence[int | Fraction], keys: Sequence[str] | None = None
) -> Division:
    """Split ``pot`` units by ``weights`` with the divisors 0, 1, 2 and so on.

    Args, returns and errors are those of `largest_remainder`. Monotone in the pot; favours small
    weights: everyone with a weight gets a first unit before anyone gets a second one, larger
    weights first.

    Example:
        >>> adams(7, [53, 24, 23]).parts
        (3, 2, 2)
    """
    return _divide(_ADAMS, pot, weights, keys)


METHODS = MappingProxyType(
    {
        "largest_remainder": largest_remainder,
        "sainte_lague": sainte_lague,
        "dhondt": dhondt,
        "huntington_hill": huntington_hill,
        "adams": adams,
    }
)
"""Every method of splitting by its name in documents."""


def _divide(
    method: _Method,
    pot: int,
    weights: Sequence[int | Fraction],
    keys: Sequence[str] | None,
) -> Division:
    whole = whole_weights(pot, weights, keys)
    bearers = [index for index, weight in enumerate(whole) if weight]
    if method.serves_all_first and pot <= len(bearers):
        return _first_units(pot, whole, bearers, keys)
    claim = _claims(method, pot, whole)
    parts = _rounded_quotas(method, pot, whole, bearers)
    _repair(parts, pot - sum(parts), bearers, claim, method)
    tie = _break_tie(parts, bearers, claim, method, keys)
    return Division(tuple(parts), tie)


def _first_units(
    pot: int, whole: Sequence[int], bearers: list[int], keys: Sequence[str] | None
) -> Division:
    """Give one unit each to the largest weights: there are not enough for everyone."""
    order = in_order_of_keys(bearers, keys)
    order.sort(key=whole.__getitem__, reverse=True)
    parts = [0] * len(whole)
    for index in order[:pot]:
        parts[index] = 1
    if 0 < pot < len(order) and whole[order[pot - 1]] == whole[order[pot]]:
        members = tuple(index for index in order if whole[index] == whole[order[pot]])
        return Division(tuple(parts), Tie(members, sum(parts[index] for index in members)))
    return Division(tuple(parts))


def _claims(method: _Method, pot: int, whole: Sequence[int]) -> Callable[[int, int], int]:
    """Return the function that gives the claim of a weight to one more unit as a whole number.

    Quotients of different value differ by at least one over the product of their divisors; with so
    many binary places their whole parts are ordered, and equal, exactly as they are.
    """
    places = 2 * method.divisor(pot + 1).bit_length()
    raised = [(weight * weight if method.is_squared else weight) << places for weight in whole]
    divisor = method.divisor

    def claim(index: int, has: int) -> int:
        return raised[index] // divisor(has)

    return claim


def _rounded_quotas(
    method: _Method, pot: int, whole: Sequence[int], bearers: list[int]
) -> list[int]:
    above = max(0, 2 * pot + method.shift * len(bearers))
    below = 2 * sum(whole)
    least = int(method.serves_all_first)
    parts = [0] * len(whole)
    for index in bearers:
        parts[index] = max(least, method.round(whole[index] * above, below))
    return parts


def _repair(
    parts: list[int],
    lacking: int,
    bearers: list[int],
    claim: Callable[[int, int], int],
    method: _Method,
) -> None:
    """Give units to the largest claims, or take them from the smallest, until the pot is met."""
    if lacking > 0:
        heap = [(-claim(index, parts[index]), index) for index in bearers]
        heapq.heapify(heap)
        for _ in range(lacking):
            index = heap[0][1]
            parts[index] += 1
            heapq.heapreplace(heap, (-claim(index, parts[index]), index))
    elif lacking < 0:
        least = int(method.serves_all_first)
        heap = [
            (claim(index, parts[index] - 1), index) for index in bearers if parts[index] > least
        ]
        heapq.heapify(heap)
        for _ in range(-lacking):
            index = heap[0][1]
            parts[index] -= 1
            if parts[index] > least:
                heapq.heapreplace(heap, (claim(index, parts[index] - 1), index))
            else:
                heapq.heappop(heap)


def _break_tie(
    parts: list[int],
    bearers: list[int],
    claim: Callable[[int, int], int],
    method: _Method,
    keys: Sequence[str] | None,
) -> Tie | None:
    """Give the last units to the smaller keys where claims are equal; tell whose.

    Rounding and repairing have served the right number of equal claims, but whichever came first.
    """
    least = int(method.serves_all_first)
    served = [(claim(index, parts[index] - 1), index) for index in bearers if parts[index] > least]
    unserved = [(claim(index, parts[index]), index) for index in bearers]
    last = min(served, default=(math.inf, 0))[0]
    if max(unserved, default=(-math.inf, 0))[0] != last:
        return None
    lucky = [index for value, index in served if value == last]
    members = in_order_of_keys([*lucky, *(i for value, i in unserved if value == last)], keys)
    for index in lucky:
        parts[index] -= 1
    for index in members[: len(lucky)]:
        parts[index] += 1
    return Tie(tuple(members), len(lucky))
