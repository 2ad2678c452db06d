"""What splitting whole units costs: largest remainders and a divisor method.

The heap is the textbook form of a divisor method: unit after unit to the largest quotient, compared
exactly. It costs as many steps as there are units, so it is given few; ours is also measured with
the 11.6 billion cents of a real pot, for which nobody waits for a heap.
"""

import heapq
import random
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from bench_allocation import split_inline
from report import Section, Target
from timing import Candidate, Effort, call, in_turns

from integrationsplan.allocation import largest_remainder, sainte_lague

COUNTS = (1_101, 10_994, 1_000_000)
CENTS = 11_600_000_000
UNITS_A_RECIPIENT = 10
PEER_LIMIT = 2_000
"""More recipients than this are too many for the peer's lists of quotients."""

LARGEST = "largest_remainder"
INLINE = "divmod and sort, inline"
PEER_LARGEST = "apportionment, largest remainder"
SAINTE_LAGUE = "sainte_lague"
SAINTE_LAGUE_CENTS = "sainte_lague, 11.6 billion cents"
HEAP = "exact heap, inline"
PEER_SAINTE_LAGUE = "apportionment, Sainte-Laguë"


def weights(count: int) -> list[int]:
    """Return synthetic populations, all different in practice, so that no tie disturbs."""
    chance = random.Random(20_180_115)  # noqa: S311  # a seeded sample, no secret
    return [chance.randrange(100, 2**24) for _ in range(count)]


def run(effort: Effort) -> list[Section]:
    """Measure for each number of recipients."""
    return [_section(count, effort) for count in COUNTS]


def _section(count: int, effort: Effort) -> Section:
    votes = weights(count)
    keys = [f"{index:08d}" for index in range(count)]
    units = UNITS_A_RECIPIENT * count
    candidates = [
        call(LARGEST, lambda: largest_remainder(CENTS, votes, keys), "11.6 billion cents"),
        call(INLINE, lambda: split_inline(CENTS, votes), "the same, nothing checked"),
        call(SAINTE_LAGUE, lambda: sainte_lague(units, votes, keys), f"{units:,} units"),
        call(SAINTE_LAGUE_CENTS, lambda: sainte_lague(CENTS, votes, keys)),
    ]
    against = [INLINE]
    targets = [Target(ours=LARGEST, against=INLINE, most=1.3)]
    if count < COUNTS[-1]:
        candidates.append(call(HEAP, lambda: heap(units, votes), f"{units:,} units"))
        against.append(HEAP)
        targets.append(Target(ours=SAINTE_LAGUE, against=HEAP, most=0.1))
        if list(sainte_lague(units, votes, keys).parts) != heap(units, votes):
            raise AssertionError("the heap and the repaired quotas differ")
    if count <= PEER_LIMIT:
        candidates += _peers(votes, units)
    return Section(
        title=f"Splitting among {count:,} recipients",
        measured=in_turns(candidates, effort if count < COUNTS[-1] else effort.shorter()),
        against=tuple(against),
        targets=tuple(targets),
    )


def heap(units: int, votes: Sequence[int]) -> list[int]:
    """Give unit after unit to the largest quotient, compared exactly."""
    parts = [0] * len(votes)
    queue = [(Fraction(-vote), index) for index, vote in enumerate(votes)]
    heapq.heapify(queue)
    for _ in range(units):
        index = queue[0][1]
        parts[index] += 1
        heapq.heapreplace(queue, (Fraction(-votes[index], 2 * parts[index] + 1), index))
    return parts


def _peers(votes: Sequence[int], units: int) -> list[Candidate]:
    from apportionment.methods import compute  # noqa: PLC0415  # only the small section needs it

    names = [str(index) for index in range(len(votes))]

    def ask(method: str, fractions: bool) -> Callable[[], Any]:
        return lambda: compute(method, votes, units, fractions=fractions, parties=names)

    return [
        call(PEER_LARGEST, ask("largest_remainder", fractions=True), f"{units:,} units, exact"),
        call(PEER_SAINTE_LAGUE, ask("saintelague", fractions=False), f"{units:,} units, floats"),
    ]
