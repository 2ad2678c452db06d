"""What an evaluation of a rule costs, against a bare split of the same figures.

The programme is the planning framework of Baden-Württemberg: share of the state, times the pot,
rounded for each municipality, a minimum that nearly all of these small recipients miss (which gives
each of them a finding). 1,101 is the number of its municipalities, 10,994 about the number of all
municipalities in Germany.
"""

import datetime as dt
import random
from collections.abc import Sequence

from report import Section, Target
from timing import Effort, call, in_turns

from integrationsplan import Recipients, allocate, catalogue
from integrationsplan.allocation import Allocation, largest_remainder

PROGRAMME = "de-bw-integrationsmanagement-2017"
STATEWIDE = 72_857
DAY = dt.date(2018, 1, 15)
POT = 58_000_000
COUNTS = (1_101, 10_994)

EVALUATE = "allocate"
READ = "allocate, read every amount"
MAKE = "make the recipients"
LARGEST = "largest_remainder"
INLINE = "divmod and sort, inline"


def persons(count: int) -> list[int]:
    """Return synthetic persons: a few large towns, many small ones, below the statewide count."""
    chance = random.Random(20_180_115)  # noqa: S311  # a seeded sample, no secret
    weights = [chance.paretovariate(1.2) for _ in range(count)]
    free = STATEWIDE - 1 - count  # everybody has one person at least
    whole = sum(weights)
    return [1 + int(weight / whole * free) for weight in weights]


def run(effort: Effort) -> list[Section]:
    """Measure for each number of recipients."""
    return [_section(count, effort) for count in COUNTS]


def _section(count: int, effort: Effort) -> Section:
    programme = catalogue.load(PROGRAMME)
    weights = persons(count)
    keys = [f"{8_000_000 + index:08d}" for index in range(count)]
    rows = [{"key": k, "persons": w} for k, w in zip(keys, weights, strict=True)]
    recipients = Recipients.of(rows)

    def evaluate() -> Allocation:
        return allocate(programme, recipients, day=DAY)

    def read() -> int:
        allocation = evaluate()
        return sum(award.amount.value.numerator for award in allocation)

    _verify(evaluate(), weights, keys)
    timed = in_turns(
        [
            call(EVALUATE, evaluate, "rounding, conditions, columns for the explanation"),
            call(READ, read, "and one Award and Quantity for each"),
            call(MAKE, lambda: Recipients.of(rows), "from plain mappings, checked"),
            call(LARGEST, lambda: largest_remainder(POT, weights, keys), "one split, ties by key"),
            call(INLINE, lambda: split_inline(POT, weights), "one split, nothing checked"),
        ],
        effort,
    )
    return Section(
        title=f"Allocation to {count:,} recipients",
        measured=timed,
        against=(LARGEST, INLINE),
        targets=(Target(ours=EVALUATE, against=LARGEST, most=10.0),),
    )


def split_inline(pot: int, weights: Sequence[int]) -> list[int]:
    """Split by largest remainders in the fewest lines, without any check."""
    total = sum(weights)
    pairs = [divmod(pot * weight, total) for weight in weights]
    parts = [part for part, _ in pairs]
    order = sorted(range(len(pairs)), key=lambda index: -pairs[index][1])
    for index in order[: pot - sum(parts)]:
        parts[index] += 1
    return parts


def _verify(allocation: Allocation, weights: Sequence[int], keys: Sequence[str]) -> None:
    """See that the amounts are right before their speed is praised."""
    expected = [(2 * weight * POT + STATEWIDE) // (2 * STATEWIDE) for weight in weights]
    if [award.amount.value for award in allocation] != expected:
        raise AssertionError("the awards differ from the rule written out")
    division = largest_remainder(POT, weights, keys)
    if sum(division.parts) != POT or sum(split_inline(POT, weights)) != POT:
        raise AssertionError("a split does not give out the whole pot")
