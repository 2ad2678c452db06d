"""Nearness: distances between members, and groups that are near each other from the start.

Distances are great-circle distances in whole metres: haversine formula, on a sphere with the mean
radius of the earth (IUGG, 6,371.0088 km). They are rounded before anything is compared, so that the
last digit of a floating-point number never decides who joins whom.

Nothing here changes how many groups there are. What is found is good, and not proven to be best.
"""

import bisect
import collections
import heapq
import itertools
import math
from collections.abc import Iterable, Iterator, Sequence

from integrationsplan.allocation.consortia._covering import most_groups

__all__ = ["EARTH_RADIUS", "WINDOWS", "Group", "Map", "Nearest", "Place", "near_groups"]

EARTH_RADIUS = 6_371_008.8
"""Mean radius of the earth in metres."""
WINDOWS = (8, 12)
"""Members among whom a group is looked for, on the way through a district."""
MANY = 100
"""Members of a group up to which each is looked at as its centre."""
INNERMOST = 30
"""Members that are looked at beyond that: those nearest to the mean position."""
REPAIR_STEPS = 20_000
"""Steps of the search when a group is to be gained among some members."""

Place = tuple[float, float]
Group = tuple[int, ...]


class Map:
    """Distances between members in metres; members without a position are near to all."""

    def __init__(self, places: Sequence[Place | None]) -> None:
        self._places = [
            None if place is None else (math.radians(place[0]), math.radians(place[1]))
            for place in places
        ]
        self._known: dict[Group, int] = {}
        self._costs: dict[Group, tuple[int, int]] = {}
        self.has_places = any(place is not None for place in places)

    def metres(self, one: int, other: int) -> int:
        """Return the distance between two members; zero if the position of one is not known."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            self._known[pair] = self.distance(*pair)
        return self._known[pair]

    def distance(self, one: int, other: int) -> int:
        """Return the same, and keep it not in mind: for members that are compared once."""
        here, there = self._places[one], self._places[other]
        if here is None or there is None:
            return 0
        rise = math.sin((there[0] - here[0]) / 2) ** 2
        turn = math.sin((there[1] - here[1]) / 2) ** 2
        chord = rise + math.cos(here[0]) * math.cos(there[0]) * turn
        return round(2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(chord))))

    def has_place(self, member: int) -> bool:
        """Tell whether the position of a member is known."""
        return self._places[member] is not None

    def centre(self, group: Group) -> tuple[int, int]:
        """Return the distances to the centre in all, and the centre.

        The centre is the member to whom the others have the shortest ways in all; of equals the one
        that comes first, as the largest does. One without a position only if none has one. In
        groups of more than 100 only the 30 members nearest to the mean position are looked at.
        """
        if group not in self._costs:
            placed = [member for member in group if self._places[member] is not None]
            candidates = placed or list(group[:1])
            metres = self.metres
            if len(placed) > MANY:
                candidates = self._innermost(placed)
                metres = self.distance
            self._costs[group] = min(
                (sum([metres(member, other) for other in placed]), member) for member in candidates
            )
        return self._costs[group]

    def _innermost(self, placed: list[int]) -> list[int]:
        """Return the members nearest to the mean of all: the shortest of three coordinates."""
        points = []
        for member in placed:
            latitude, longitude = self.radians(member)
            flat = math.cos(latitude)
            east = flat * math.cos(longitude), flat * math.sin(longitude)
            points.append((*east, math.sin(latitude)))
        mean = [math.fsum(axis) / len(points) for axis in zip(*points, strict=True)]
        ranked = sorted(
            (round(math.dist(point, mean) * EARTH_RADIUS), member)
            for point, member in zip(points, placed, strict=True)
        )
        return [member for _, member in ranked[:INNERMOST]]

    def radians(self, member: int) -> Place:
        """Return a position; the zero point for a member without one."""
        return self._places[member] or (0.0, 0.0)

    def cost(self, group: Group) -> int:
        """Return the distances to the centre in all; the group is in ascending order."""
        return self.centre(group)[0]

    def cost_of(self, groups: Iterable[Group]) -> int:
        """Return the sum over groups."""
        return sum(self.cost(group) for group in groups)

    def ways(self, members: Sequence[int]) -> Iterator[list[int]]:
        """Yield orders in which neighbours follow each other, in one strip or in several."""
        placed = [member for member in members if self._places[member] is not None]
        lost = [member for member in members if self._places[member] is None]
        several = round(math.sqrt(len(placed) / 8)) or 1
        for first, second in ((0, 1), (1, 0)):
            for strips in sorted({1, several}):
                yield self._in_strips(placed, first, second, strips) + lost

    def _in_strips(self, placed: list[int], first: int, second: int, strips: int) -> list[int]:
        across = sorted(placed, key=lambda member: (self.radians(member)[first], member))
        width = -(-len(across) // strips)
        way: list[int] = []
        for number in range(strips):
            strip = across[number * width : (number + 1) * width]
            strip.sort(key=lambda member: (self.radians(member)[second], member))
            way += strip[::-1] if number % 2 else strip
        return way


class Nearest:
    """Finds the nearest of some members, walking away from a latitude to both sides."""

    def __init__(self, plane: Map, members: Iterable[int]) -> None:
        self._plane = plane
        placed = [member for member in members if plane.has_place(member)]
        self._sorted = sorted((plane.radians(member)[0], member) for member in placed)

    def to(self, member: int) -> int | None:
        """Return the member nearest to one, of equals the first; none if a position is missing."""
        if not self._sorted or not self._plane.has_place(member):
            return None
        latitude = self._plane.radians(member)[0]
        start = bisect.bisect_left(self._sorted, (latitude, -1))
        best: tuple[int, int] | None = None
        for side in (range(start, len(self._sorted)), range(start - 1, -1, -1)):
            for place in side:
                other_latitude, other = self._sorted[place]
                # Two members are never nearer than their latitudes are; a metre is for rounding.
                if best and abs(other_latitude - latitude) * EARTH_RADIUS > best[0] + 1:
                    break
                found = self._plane.distance(member, other), other
                if best is None or found < best:
                    best = found
        return None if best is None else best[1]


# -- groups that begin near each other -------------------------------------------------------------


def near_groups(
    amounts: Sequence[int], minimum: int, way: Sequence[int], wanted: int, window: int
) -> list[Group] | None:
    """Form groups of neighbours on a way through a district.

    What a group has above the minimum is missing elsewhere. Each may waste twice its part of what
    there is to waste, and takes the nearest members within that.

    Args:
        amounts: Amounts of all members.
        minimum: What each group must reach.
        way: Members below the minimum, in an order in which neighbours follow each other.
        wanted: How many groups to form.
        window: How many members that come next on the way are looked at together.

    Returns:
        So many groups, or nothing.
    """
    spare = sum(amounts[member] for member in way) - wanted * minimum
    coming = collections.deque(way)
    pool: list[int] = []
    held = 0
    groups: list[Group] = []
    while len(groups) < wanted:
        while coming and (len(pool) < window or held < minimum):
            held += amounts[coming[0]]
            pool.append(coming.popleft())
        if held < minimum:
            break
        allowed = 2 * spare // (wanted - len(groups))
        group = _next_group(amounts, minimum, pool, allowed, window)
        groups.append(tuple(sorted(group)))
        brought = sum(amounts[member] for member in group)
        held -= brought
        spare -= brought - minimum
        taken = set(group)
        pool = [member for member in pool if member not in taken]
    return _repaired(amounts, minimum, groups, set(way), wanted)


def _next_group(
    amounts: Sequence[int], minimum: int, pool: list[int], allowed: int, window: int
) -> list[int]:
    """Complete the first of a pool that suffices: by those next on the way, if they waste little.

    Else by those who waste least; and as long as three do not suffice, by the largest of them.
    """
    group, others = pool[:1], pool[1:]
    need = minimum - amounts[pool[0]]
    while True:
        near = others[: window - 1]
        best: tuple[int, tuple[int, ...]] | None = None
        if need <= sum(heapq.nlargest(3, [amounts[member] for member in near])):
            # Fewer first; of as many, those that come first on the way.
            for size in (1, 2, 3):
                for chosen in itertools.combinations(near, size):
                    waste = sum([amounts[member] for member in chosen]) - need
                    if waste >= 0 and (best is None or waste < best[0]):
                        best = waste, chosen
                        if waste <= allowed:
                            return [*group, *chosen]
        if best is not None:
            return [*group, *best[1]]
        largest = max(near, key=lambda member: (amounts[member], -member))
        others.remove(largest)
        group.append(largest)
        need -= amounts[largest]


def _repaired(
    amounts: Sequence[int], minimum: int, groups: list[Group], members: set[int], wanted: int
) -> list[Group] | None:
    """Dissolve the groups that waste most until the number wanted is reached, if that succeeds."""
    while len(groups) < wanted:
        groups.sort(key=lambda group: (minimum - sum(amounts[m] for m in group), group))
        rest = members.difference(*groups)
        for dissolved in (2, 3, 5, 8, 12, 18):
            loose = sorted(rest.union(*groups[:dissolved]))
            covering = most_groups([amounts[member] for member in loose], minimum, REPAIR_STEPS)
            if len(covering.groups) > min(dissolved, len(groups)):
                groups = groups[dissolved:]
                groups += [tuple(sorted(loose[place] for place in g)) for g in covering.groups]
                break
            if dissolved >= len(groups):
                return None
        else:
            return None
    return groups
