"""What was counted for an indicator in a group."""

import bisect
import itertools
from collections import Counter
from fractions import Fraction
from typing import TypeAlias

__all__ = ["Cell", "Groups"]

Groups: TypeAlias = tuple[str, ...]
"""A group for each dimension."""


class Cell:
    """What was counted for an indicator in a group.

    Attributes:
        number: What is counted.
        of: Among how many.
        lacking: How many records lack what it needs.
        undecided: Of how many records it cannot be told yet.
        days: How often something took so many days.
    """

    __slots__ = ("days", "lacking", "number", "of", "undecided")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.number = self.of = self.lacking = self.undecided = 0
        self.days: Counter[int] = Counter()  # at most as many keys as a life has days

    def add(self, other: "Cell") -> None:
        """Add what another cell counted."""
        self.number += other.number
        self.of += other.of
        self.lacking += other.lacking
        self.undecided += other.undecided
        self.days += other.days

    @property
    def median_days(self) -> Fraction | None:
        """The middle number of days, or the mean of the two in the middle."""
        size = self.days.total()
        if not size:
            return None
        ordered = sorted(self.days)
        ranks = list(itertools.accumulate(self.days[day] for day in ordered))
        low = ordered[bisect.bisect_left(ranks, (size + 1) // 2)]
        high = ordered[bisect.bisect_left(ranks, size // 2 + 1)]
        return Fraction(low + high, 2)
