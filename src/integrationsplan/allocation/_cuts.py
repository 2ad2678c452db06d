"""Where a split ended: what one recipient needs to know to work out its part alone.

Instead of all weights, the sum of them and the last claim that was served are enough: whoever has
a larger claim was served, whoever has a smaller one was not, and equal ones were in the order of
their keys. Nothing else of the others is told.
"""

import math
from collections.abc import Sequence
from fractions import Fraction

import attrs

from integrationsplan.allocation._splitting import in_order_of_keys, key_order

__all__ = ["Cut", "cut_of", "part_at"]

SERVE_ALL_FIRST = frozenset({"huntington_hill", "adams"})


@attrs.frozen
class Cut:
    """The end of a split.

    Attributes:
        total: Sum of all weights.
        last: The last claim that was served: a remainder, or a weight divided by its divisor;
            absent where no claim decided.
        key: Key of the last one served among equal claims.
        is_first: Whether there were not more units than weights, in a method that gives everyone a
            first one; then weights themselves are the claims.
    """

    total: Fraction
    last: Fraction | None
    key: str
    is_first: bool = False


def cut_of(
    method: str,
    pot: int,
    weights: Sequence[int | Fraction],
    parts: Sequence[int],
    keys: Sequence[str],
) -> Cut:
    """Return where a split ended."""
    total = sum(map(Fraction, weights), Fraction(0))
    is_first = method in SERVE_ALL_FIRST and pot <= sum(1 for weight in weights if weight)
    claims: dict[int, Fraction] = {}
    for index, (weight, part) in enumerate(zip(weights, parts, strict=True)):
        claim = Fraction(weight) if is_first and part else None
        if not is_first:
            claim = _last_claim(method, pot, Fraction(weight), part, total)
        if claim is not None:
            claims[index] = claim
    if not claims:
        return Cut(total, None, "")
    last = min(claims.values())
    equal = [index for index, claim in claims.items() if claim == last]
    return Cut(total, last, keys[in_order_of_keys(equal, keys)[-1]], is_first)


def part_at(method: str, pot: int, weight: Fraction, key: str, cut: Cut) -> int:
    """Return the part of a weight in a split that ended so."""
    if weight == 0 or pot == 0:
        return 0
    if method == "largest_remainder":
        quota = pot * weight / cut.total
        whole = math.floor(quota)
        if cut.last is None:
            return whole
        return whole + _is_served(quota - whole, key, cut)
    if cut.is_first or cut.last is None:
        return int(_is_served(weight, key, cut))
    part = _units_worth(method, weight, cut.last)
    if (
        part
        and _claim(method, weight, part - 1) == cut.last
        and key_order(key) > key_order(cut.key)
    ):
        part -= 1
    return part


def _last_claim(
    method: str, pot: int, weight: Fraction, part: int, total: Fraction
) -> Fraction | None:
    """Return the claim for which the last unit of a part was given, if a claim decided it."""
    if part == 0:
        return None
    if method == "largest_remainder":
        quota = pot * weight / total
        return quota - math.floor(quota) if part > math.floor(quota) else None
    return _claim(method, weight, part - 1)


def _is_served(claim: Fraction, key: str, cut: Cut) -> bool:
    if cut.last is None or claim != cut.last:
        return cut.last is not None and claim > cut.last
    return key_order(key) <= key_order(cut.key)


def _claim(method: str, weight: Fraction, has: int) -> Fraction | None:
    """Return the claim of a weight to one more unit; nothing to a first one that all get.

    For Huntington-Hill it is the square, to stay exact.
    """
    if method == "sainte_lague":
        return weight / (2 * has + 1)
    if method == "dhondt":
        return weight / (has + 1)
    if has == 0:
        return None
    return weight / has if method == "adams" else weight * weight / (has * (has + 1))


def _units_worth(method: str, weight: Fraction, last: Fraction) -> int:
    """Return how many units a weight has a claim to that is not below the last one served."""
    if method == "sainte_lague":
        return (math.floor(weight / last) + 1) // 2
    if method == "dhondt":
        return math.floor(weight / last)
    if method == "adams":
        return math.floor(weight / last) + 1
    return (math.isqrt(4 * math.floor(weight * weight / last) + 1) - 1) // 2 + 1
