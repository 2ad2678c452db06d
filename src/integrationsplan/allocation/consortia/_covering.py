"""As many groups as possible, each of which reaches a minimum: bin covering on whole numbers.

Three parts: a bound that no grouping can exceed, quick groupings, and a search that closes the gap
between the two. The search counts its steps and stops after a number of them, never after a time:
the same amounts give the same groups on every machine.

Sources: S. F. Assmann, D. S. Johnson, D. J. Kleitman and J. Y.-T. Leung, On a dual version of the
one-dimensional bin packing problem, 1984 (the task); M. Labbé, G. Laporte and S. Martello, An exact
algorithm for the dual bin packing problem, 1995 (pairs that may be fixed at once).
"""

import bisect
import collections
import heapq
import itertools
from collections.abc import Iterator, Sequence

import attrs

__all__ = ["EXACT_MEMBERS", "SEARCHED_MEMBERS", "Covering", "most_groups", "upper_bound"]

EXACT_MEMBERS = 40
"""Members up to which the search is thorough: the size of a district."""
SEARCH_STEPS = 2_000_000
"""Steps after which a thorough search gives up: less than a second."""
SHORT_SEARCH = 500_000
"""Steps for more members."""
SEARCHED_MEMBERS = 250
"""Beyond this many members the search is left out: it would end before it had begun."""
PORTION = 50
"""Ways to complete a group that are compared before the first of them is followed."""
STEPS_TRIED = 60
"""Amounts by which the bound counts; more of them cost time and rarely lower it."""
FEW_PARTS = 3
"""Parts of each amount by which the bound counts at first."""
MANY_PARTS = 100
"""Parts of each amount where the first bound was not met."""

Groups = list[tuple[int, ...]]


@attrs.frozen
class Covering:
    """Groups of positions in the list of amounts; who is in none is left over.

    Attributes:
        groups: The groups, each of which reaches the minimum.
        bound: Nobody can form more groups than this. As many are proven to be the most.
    """

    groups: tuple[tuple[int, ...], ...]
    bound: int


def most_groups(amounts: Sequence[int], minimum: int, steps: int | None = None) -> Covering:
    """Form as many groups as possible.

    Args:
        amounts: Whole numbers of zero or more, the largest first.
        minimum: What each group must reach, above zero.
        steps: Steps that the search may take; by default more for up to 40 members.
    """
    if steps is None:
        steps = SEARCH_STEPS if len(amounts) <= EXACT_MEMBERS else SHORT_SEARCH
    # Who reaches the minimum alone needs nobody: who stood in the same group can stand anywhere.
    alone: Groups = [(index,) for index, amount in enumerate(amounts) if amount >= minimum]
    small = [index for index, amount in enumerate(amounts) if 0 < amount < minimum]
    pairs, small = _fixed_pairs(amounts, minimum, small)
    sure = alone + pairs
    bound = min(
        len(sure) + upper_bound([amounts[index] for index in small], minimum),
        upper_bound(amounts, minimum),
    )
    best = _quick_groups(amounts, minimum, small, bound - len(sure))
    if len(sure) + len(best) == bound or len(small) > SEARCHED_MEMBERS:
        return Covering((*sure, *best), bound)
    bound = min(bound, upper_bound(amounts, minimum, MANY_PARTS))
    is_proven = True
    # From above: the first number of groups that can be reached is the largest.
    for wanted in range(bound - len(sure), len(best), -1):
        # Half of what is left each time: one number that is hard must not hide the next.
        search = _Search(amounts, minimum, max(steps // 2, 1))
        steps //= 2
        found = search.groups_of(tuple(small), wanted)
        if found is not None:
            best = found
            break
        is_proven = is_proven and not search.is_exhausted
        if is_proven:
            bound = len(sure) + wanted - 1
    return Covering((*sure, *best), bound)


def upper_bound(amounts: Sequence[int], minimum: int, parts: int = FEW_PARTS) -> int:
    """Return a number of groups that cannot be exceeded.

    Count in steps: if every amount is rounded up to whole steps, each group still has as many as
    the minimum has. With tiny steps this is total / minimum. With steps of half the minimum it sees
    that members just below the half do not make pairs. With steps of what one person brings it sees
    that 51,000 euros mean 65 persons. The best steps are amounts themselves and whole parts of
    them.

    Args:
        amounts: Whole numbers of zero or more.
        minimum: What each group must reach.
        parts: Into how many parts an amount is cut at most.
    """
    alone = sum(amount >= minimum for amount in amounts)
    small = collections.Counter(amount for amount in amounts if 0 < amount < minimum)
    if not small:
        return alone
    bound = sum(small.elements()) // minimum
    distinct = sorted(small, reverse=True)
    stride = -(-len(distinct) // STEPS_TRIED)
    for step in distinct[::stride]:
        for part in range(1, parts + 1):
            counted = sum([-(-part * amount // step) * count for amount, count in small.items()])
            bound = min(bound, counted // -(-part * minimum // step))
    return alone + bound


def _fixed_pairs(
    amounts: Sequence[int], minimum: int, small: list[int]
) -> tuple[Groups, list[int]]:
    """Take out pairs that some best grouping has.

    Two members that make the minimum exactly: put them together, and join what is left of their
    two groups; together they had twice the minimum. The largest and the smallest, if they reach it:
    whoever else was with the largest can change places with the smallest.
    """
    pairs: Groups = []
    first, last = 0, len(small) - 1
    left: list[int] = []
    while first < last:  # exact pairs, in one walk from both ends
        total = amounts[small[first]] + amounts[small[last]]
        if total == minimum:
            pairs.append((small[first], small[last]))
            first, last = first + 1, last - 1
        elif total > minimum:
            left.append(small[first])
            first += 1
        else:
            left.append(small[last])
            last -= 1
    if first == last:
        left.append(small[first])
    left.sort()
    start, end = 0, len(left) - 1
    while start < end and amounts[left[start]] + amounts[left[end]] >= minimum:
        pairs.append((left[start], left[end]))
        start, end = start + 1, end - 1
    return pairs, left[start : end + 1]


# -- quick groupings -------------------------------------------------------------------------------


def _quick_groups(amounts: Sequence[int], minimum: int, small: list[int], bound: int) -> Groups:
    """Return the best of a few quick groupings: aim high first, then lower and lower."""
    best: Groups = []
    wanted, lower = bound, 1
    while wanted > len(best):
        for groups in (
            _fill(amounts, minimum, small, wanted),
            _level(amounts, minimum, small, wanted),
        ):
            if len(groups) > len(best):
                best = groups
        wanted, lower = bound - lower, 2 * lower
    return best


def _fill(amounts: Sequence[int], minimum: int, small: list[int], wanted: int) -> Groups:
    """Fill one group after the other, the largest first.

    A group is completed by the smallest that suffices, if that wastes little: not more than twice
    the group's part of what so many groups may waste. Else the largest that does not suffice joins.
    """
    # Ascending, so that bisect finds both the largest below and the smallest above a number.
    indices = small[::-1]
    values = [amounts[index] for index in indices]
    spare = sum(values) - wanted * minimum
    groups: Groups = []
    while values:
        allowed = max(2 * spare // max(wanted - len(groups), 1), 0)
        need = minimum - values.pop()
        group = [indices.pop()]
        while need > 0 and values:
            place = bisect.bisect_left(values, need)
            if place == len(values) or (place > 0 and values[place] > need + allowed):
                place -= 1
            need -= values.pop(place)
            group.append(indices.pop(place))
        if need <= 0:
            groups.append(tuple(group))
            spare += need
    return groups


def _level(amounts: Sequence[int], minimum: int, small: list[int], wanted: int) -> Groups:
    """Give each to the group that has least, the largest first; then let groups help each other.

    No groups if one still falls short.
    """
    heap: list[tuple[int, int]] = [(0, number) for number in range(wanted)]
    groups: list[list[int]] = [[] for _ in range(wanted)]
    for index in small:
        total, number = heap[0]
        groups[number].append(index)
        heapq.heapreplace(heap, (total + amounts[index], number))
    spare = [0] * wanted
    for total, number in heap:
        spare[number] = total - minimum
    if len(small) <= SEARCHED_MEMBERS:
        while min(spare) < 0 and _help(amounts, groups, spare):
            pass
    return [tuple(group) for group in groups] if min(spare) >= 0 else []


def _help(amounts: Sequence[int], groups: list[list[int]], spare: list[int]) -> bool:
    """Let two members change places, so that all groups together lack less; or tell that none can.

    Groups are changed in place: the one that lacks most, and the one that helps it best.
    """
    poor = min(range(len(spare)), key=spare.__getitem__)
    best: tuple[int, int, int, int] | None = None
    for other, left in enumerate(spare):
        if other == poor:
            continue
        before = -spare[poor] + max(0, -left)
        for going in groups[poor]:
            for coming in groups[other]:
                gain = amounts[coming] - amounts[going]
                lacking = max(0, -spare[poor] - gain) + max(0, gain - left)
                change = lacking - before
                if change < 0 and (best is None or change < best[0]):
                    best = change, other, going, coming
    if best is None:
        return False
    _, other, going, coming = best
    gain = amounts[coming] - amounts[going]
    groups[poor][groups[poor].index(going)] = coming
    groups[other][groups[other].index(coming)] = going
    spare[poor] += gain
    spare[other] -= gain
    return True


# -- the search ------------------------------------------------------------------------------------


class _Search:
    """Depth first: the largest member left, with each set of others that might complete it."""

    def __init__(self, amounts: Sequence[int], minimum: int, steps: int) -> None:
        self._amounts = amounts
        self._minimum = minimum
        self._left = steps
        # Amounts from which so many groups cannot be formed, whoever has them.
        self._failed: set[tuple[int, ...]] = set()

    @property
    def is_exhausted(self) -> bool:
        """Whether the steps were used up: then nothing is proven by finding nothing."""
        return self._left <= 0

    def groups_of(self, members: tuple[int, ...], wanted: int) -> Groups | None:
        """Return ``wanted`` groups, or nothing if there are none or the steps are used up."""
        if wanted == 0:
            return []
        amounts = self._amounts
        values = [amounts[member] for member in members]
        spare = sum(values) - wanted * self._minimum
        if spare < 0 or len(members) < wanted:
            return None
        state = (wanted, *values)
        if state in self._failed:
            return None
        for chosen in self._least_waste_first(values, spare):
            group = tuple(members[place] for place in (0, *chosen))
            rest = tuple(m for place, m in enumerate(members) if place and place not in chosen)
            found = self.groups_of(rest, wanted - 1)
            if found is not None:
                return [group, *found]
            if self.is_exhausted:
                return None
        if not self.is_exhausted:
            self._failed.add(state)
        return None

    def _least_waste_first(self, values: list[int], spare: int) -> Iterator[tuple[int, ...]]:
        """Yield completions in portions, in each portion those first that waste least."""
        found = self._completions(values, spare)
        while portion := list(itertools.islice(found, PORTION)):
            portion.sort(key=lambda chosen: sum([values[place] for place in chosen]))
            yield from portion

    def _completions(self, values: list[int], spare: int) -> Iterator[tuple[int, ...]]:
        """Yield places of members that complete the first one, and waste at most ``spare``.

        The largest member is in some group of a best grouping, else it could take the place of
        another. Left out is what has a better twin: where a member could be replaced by the next
        smaller one, the larger one does more good elsewhere.
        """
        need = self._minimum - values[0]
        tails = [0] * (len(values) + 1)
        for place in range(len(values) - 1, -1, -1):
            tails[place] = tails[place + 1] + values[place]
        if values[-1] >= need:
            yield (len(values) - 1,)
            return
        negated = [-value for value in values]
        yield from self._complete(values, negated, tails, 1, need, spare, ())

    def _complete(
        self,
        values: list[int],
        negated: list[int],
        tails: list[int],
        start: int,
        need: int,
        spare: int,
        chosen: tuple[int, ...],
    ) -> Iterator[tuple[int, ...]]:
        # Places from `start` to before `below` suffice alone; the last of them wastes least.
        below = bisect.bisect_right(negated, -need, start)
        if below > start:
            self._left -= 1
            waste = values[below - 1] - need
            full = (*chosen, below - 1)
            if waste <= spare and not _has_better_twin(values, full, waste):
                yield full
        previous = None
        for place in range(below, len(values)):
            if tails[place] < need or self._left <= 0:
                return
            self._left -= 1
            if values[place] == previous:
                continue  # the same amounts again
            previous = values[place]
            rest = need - previous
            extended = (*chosen, place)
            yield from self._complete(values, negated, tails, place + 1, rest, spare, extended)


def _has_better_twin(values: list[int], chosen: tuple[int, ...], waste: int) -> bool:
    """Tell whether a chosen member could be replaced by the next smaller one not chosen."""
    end = len(values)
    for number in range(len(chosen) - 1, -1, -1):
        place = chosen[number]
        if place + 1 < end and place + 1 not in chosen:
            drop = values[place] - values[place + 1]
            if 0 < drop <= waste:
                return True
    return False
