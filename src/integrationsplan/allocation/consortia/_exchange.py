"""Exchanges of members between neighbouring groups, as long as ways become shorter.

Two or three groups near each other are taken apart and put together in every way that leaves each
of them the minimum. How many groups there are does not change. The result is good, and not proven
to be best: what would take four groups at once is not looked at.
"""

import heapq
import itertools
from collections.abc import Iterable, Sequence

from integrationsplan.allocation.consortia._neighbours import Group, Map

__all__ = ["EXCHANGES", "drawn_together"]

EXCHANGES = 400_000
"""Ways to part neighbouring groups anew that are looked at, for one district."""
LARGEST_UNION = 11
"""Members up to which every way to part two or three groups is looked at."""
NEAREST = 12
"""Neighbours with which a group exchanges members."""


def drawn_together(
    amounts: Sequence[int], minimum: int, start: Iterable[Group], plane: Map, steps: int
) -> list[Group]:
    """Exchange members between neighbouring groups as long as ways become shorter.

    Two groups, then three, are parted anew in every way that leaves each of them the minimum.
    """
    groups = sorted(tuple(sorted(group)) for group in start)
    exchange = _Exchange(amounts, minimum, plane, steps)
    for size in (2, 3, 2, 3):
        exchange.run(groups, size)
    return groups


class _Exchange:
    """Parts neighbouring groups anew, within a number of steps."""

    def __init__(self, amounts: Sequence[int], minimum: int, plane: Map, steps: int) -> None:
        self._amounts = amounts
        self._minimum = minimum
        self._plane = plane
        self._left = steps
        self._seen: set[tuple[Group, ...]] = set()

    def run(self, groups: list[Group], size: int) -> None:
        """Change the list of groups in place until nothing gets better."""
        changed = set(range(len(groups)))
        while changed and self._left > 0:
            number = min(changed)
            changed.discard(number)
            near = self._nearest(groups, number)
            for others in itertools.combinations(near, size - 1):
                places = (number, *others)
                before = tuple(sorted(groups[place] for place in places))
                if before in self._seen:
                    continue
                self._seen.add(before)
                after = self._parted(before)
                if after is not None:
                    for place, group in zip(places, after, strict=True):
                        groups[place] = group
                    changed.update(places)
                    break
                if self._left <= 0:
                    return

    def _nearest(self, groups: list[Group], number: int) -> list[int]:
        centre = self._plane.centre(groups[number])[1]
        ranked = [
            (self._plane.metres(centre, self._plane.centre(group)[1]), place)
            for place, group in enumerate(groups)
            if place != number
        ]
        self._left -= len(ranked)
        return [place for _, place in heapq.nsmallest(NEAREST, ranked)]

    def _parted(self, groups: tuple[Group, ...]) -> tuple[Group, ...] | None:
        """Return the best other way to part the members of some groups, if it is better."""
        best = self._plane.cost_of(groups)
        if best == 0:
            return None
        union = sorted(itertools.chain(*groups))
        if len(union) > LARGEST_UNION:
            return self._moved(*groups) if len(groups) == 2 else None
        sets = _Sets(self._amounts, self._plane, union)
        found = sets.parted(len(groups), self._minimum, best)
        self._left -= sets.looked_at
        if found is None:
            return None
        return tuple(tuple(m for n, m in enumerate(union) if part >> n & 1) for part in found)

    def _moved(self, one: Group, other: Group) -> tuple[Group, ...] | None:
        """Move one member to the other group, or let two change places, to whose centre is nearer.

        For groups that are too large for every way to part them.
        """
        best = 0
        found: tuple[Group, ...] | None = None
        ways = self._shorter_ways(one, other), self._shorter_ways(other, one)
        for going in (None, *one):
            for coming in (None, *other):
                self._left -= 1
                gain = ways[0][going] + ways[1][coming]
                if gain <= best:
                    continue
                first = [m for m in (*one, coming) if m is not None and m != going]
                second = [m for m in (*other, going) if m is not None and m != coming]
                if min(self._total(first), self._total(second)) >= self._minimum:
                    best, found = gain, (tuple(sorted(first)), tuple(sorted(second)))
        return found

    def _shorter_ways(self, here: Group, there: Group) -> dict[int | None, int]:
        """Return by how much the way of each member is shorter to the centre there."""
        centres = self._plane.centre(here)[1], self._plane.centre(there)[1]
        metres = self._plane.metres
        return {None: 0} | {m: metres(m, centres[0]) - metres(m, centres[1]) for m in here}

    def _total(self, members: Iterable[int]) -> int:
        return sum([self._amounts[member] for member in members])


class _Sets:
    """All sets of a few members as bits of a number, with their sums and their ways."""

    def __init__(self, amounts: Sequence[int], plane: Map, union: list[int]) -> None:
        self.looked_at = 1 << len(union)
        self._whole = (1 << len(union)) - 1
        self._ways = [[plane.metres(one, other) for other in union] for one in union]
        self._leads = [plane.has_place(member) for member in union]
        self._costs: dict[int, int] = {}
        self._sums = [0]
        for member in union:
            self._sums += [held + amounts[member] for held in self._sums]

    def parted(self, count: int, minimum: int, best: int) -> tuple[int, ...] | None:
        """Return the parts that cost less than ``best``, and least."""
        sums, whole = self._sums, self._whole
        most = sums[whole] - (count - 1) * minimum
        found: tuple[int, ...] | None = None
        for first in range(1, whole, 2):  # the sets with the first member
            if not minimum <= sums[first] <= most:
                continue
            cost = self._cost(first)
            if cost >= best:
                continue
            rest = whole ^ first
            if count == 2:
                cost += self._cost(rest)
                if cost < best:
                    best, found = cost, (first, rest)
                continue
            inner = self._halved(rest, minimum, best - cost)
            if inner is not None:
                best, found = cost + inner[0], (first, *inner[1])
        return found

    def _halved(self, rest: int, minimum: int, best: int) -> tuple[int, tuple[int, int]] | None:
        """Part a set in two that cost less than ``best`` together, and least."""
        sums = self._sums
        lowest = rest & -rest
        others = rest ^ lowest
        most = sums[rest] - minimum
        found: tuple[int, int] | None = None
        part = others
        while part:
            part = (part - 1) & others  # the next smaller set of the others
            self.looked_at += 1
            one = part | lowest
            if minimum <= sums[one] <= most:
                cost = self._cost(one)
                if cost < best:
                    cost += self._cost(rest ^ one)
                    if cost < best:
                        best, found = cost, (one, rest ^ one)
        return None if found is None else (best, found)

    def _cost(self, part: int) -> int:
        cost = self._costs.get(part)
        if cost is None:
            inside = [n for n in range(part.bit_length()) if part >> n & 1]
            leads = [n for n in inside if self._leads[n]]
            cost = 0
            if leads:
                cost = min([sum([self._ways[n][other] for other in inside]) for n in leads])
            self._costs[part] = cost
        return cost
