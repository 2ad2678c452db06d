"""The groups of one district: as many as possible first, then near each other.

Members are numbered, the largest first; amounts are whole numbers in one scale.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence

import attrs

from integrationsplan.allocation.consortia._covering import SEARCHED_MEMBERS, most_groups
from integrationsplan.allocation.consortia._exchange import EXCHANGES, drawn_together
from integrationsplan.allocation.consortia._neighbours import (
    WINDOWS,
    Group,
    Map,
    Nearest,
    Place,
    near_groups,
)

__all__ = ["Grouping", "grouped"]

STARTS = 4
"""Groupings, the nearest first, from which exchanges begin."""
GROUPS_AT_ONCE = 40
"""Groups that exchange members among each other, in districts of very many."""
EXCHANGES_EACH = 20_000
"""Least number of exchanges for so many groups."""


@attrs.frozen
class Grouping:
    """Groups of all members, in ascending order, and the bound of their number.

    No groups mean that the members together do not reach the minimum.
    """

    groups: tuple[Group, ...]
    bound: int


def grouped(amounts: Sequence[int], minimum: int, places: Sequence[Place | None]) -> Grouping:
    """Put every member in a group that reaches the minimum, if all together reach it.

    Args:
        amounts: Amounts, the largest first.
        minimum: What each group must reach.
        places: Positions of the members, where they are known.
    """
    covering = most_groups(amounts, minimum)
    if not covering.groups:
        return Grouping((), covering.bound)
    plane = Map(places)
    if not plane.has_places:
        groups = _all_in(amounts, covering.groups, plane)
        return Grouping(tuple(sorted(groups)), covering.bound)
    count, bound = len(covering.groups), covering.bound
    near = list(_near_starts(amounts, minimum, plane, bound))
    if not near and bound > count:
        near = list(_near_starts(amounts, minimum, plane, count))
    starts = {tuple(sorted(_all_in(amounts, groups, plane))) for groups in (covering.groups, *near)}
    most = max(len(start) for start in starts)
    ranked = sorted(
        (start for start in starts if len(start) == most),
        key=lambda start: (plane.cost_of(start), start),
    )
    if len(amounts) > SEARCHED_MEMBERS:
        groups = _drawn_in_parts(amounts, minimum, ranked[0], plane, places)
        return Grouping(tuple(sorted(groups)), bound)
    ends = [
        sorted(drawn_together(amounts, minimum, start, plane, EXCHANGES))
        for start in ranked[:STARTS]
    ]
    return Grouping(tuple(min(ends, key=lambda end: (plane.cost_of(end), end))), bound)


def _near_starts(
    amounts: Sequence[int], minimum: int, plane: Map, count: int
) -> Iterator[list[Group]]:
    """Yield groupings of neighbours, as many groups as asked for."""
    alone = [(member,) for member, amount in enumerate(amounts) if amount >= minimum]
    small = [member for member, amount in enumerate(amounts) if 0 < amount < minimum]
    is_large = len(amounts) > SEARCHED_MEMBERS
    for way in plane.ways(small):
        for window in WINDOWS[:1] if is_large else WINDOWS:
            groups = near_groups(amounts, minimum, way, count - len(alone), window)
            if groups is not None:
                yield [*alone, *groups]


def _all_in(amounts: Sequence[int], groups: Iterable[Group], plane: Map) -> list[Group]:
    """Give everybody who is in no group to the nearest one; else to the one that has least.

    Who reaches the minimum alone is left alone where a position does not say otherwise.
    """
    open_groups = [list(group) for group in groups]
    inside = {member for group in open_groups for member in group}
    centres = {plane.centre(tuple(sorted(g)))[1]: n for n, g in enumerate(open_groups)}
    nearest = Nearest(plane, centres)
    heap = [
        (len(group) == 1, sum(amounts[member] for member in group), min(group), number)
        for number, group in enumerate(open_groups)
    ]
    heapq.heapify(heap)
    for member in range(len(amounts)):
        if member in inside:
            continue
        centre = nearest.to(member)
        if centre is not None:
            open_groups[centres[centre]].append(member)
            continue
        is_alone, total, first, number = heap[0]
        heapq.heapreplace(heap, (is_alone, total + amounts[member], first, number))
        open_groups[number].append(member)
    return [tuple(sorted(group)) for group in open_groups]


def _drawn_in_parts(
    amounts: Sequence[int],
    minimum: int,
    groups: Iterable[Group],
    plane: Map,
    places: Sequence[Place | None],
) -> list[Group]:
    """Exchange members among a few dozen groups at a time, in the order of a way through them."""
    by_centre = {plane.centre(group)[1]: group for group in groups}
    *_, way = plane.ways(sorted(by_centre))
    parts = range(0, len(way), GROUPS_AT_ONCE)
    steps = max(EXCHANGES // len(parts), EXCHANGES_EACH)
    drawn: list[Group] = []
    for start in parts:
        part = [by_centre[centre] for centre in way[start : start + GROUPS_AT_ONCE]]
        members = sorted(member for group in part for member in group)
        number = {member: place for place, member in enumerate(members)}
        # A map of the part alone: distances between all of many members would fill the memory.
        found = drawn_together(
            [amounts[member] for member in members],
            minimum,
            [tuple(number[member] for member in group) for group in part],
            Map([places[member] for member in members]),
            steps,
        )
        drawn += [tuple(members[place] for place in group) for group in found]
    return drawn
