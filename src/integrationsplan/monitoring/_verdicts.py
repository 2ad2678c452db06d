"""What one record says for one indicator: how often, of how many, or what it lacks."""

from typing import NamedTuple

__all__ = ["NO", "NOT_YET", "OUTSIDE", "YES", "Counted", "Verdict", "lacking"]


class Counted(NamedTuple):
    """So many of one group.

    Attributes:
        number: How many are counted.
        of: Among how many; nothing where that says nothing.
        group: The group of the indicator's own breakdown, such as a topic.
        counsellor: Who did it; nothing for whoever the plan belongs to.
    """

    number: int
    of: int | None = None
    group: str | None = None
    counsellor: str | None = None


class Verdict(NamedTuple):
    """What a record says for an indicator. What it lacks is never a no.

    Attributes:
        counted: What is counted of it.
        lacks: Names of the facts that it does not say, so that something of it is not counted.
        is_undecided: Whether it cannot be decided yet: the time that it is about is not over.
        days: How many days something took.
    """

    counted: tuple[Counted, ...] = ()
    lacks: tuple[str, ...] = ()
    is_undecided: bool = False
    days: int | None = None


YES = Verdict((Counted(1, 1),))
NO = Verdict((Counted(0, 1),))
OUTSIDE = Verdict()
"""The record is none of those among whom is counted."""
NOT_YET = Verdict(is_undecided=True)


def lacking(*facts: str) -> Verdict:
    """Return that a record lacks facts."""
    return Verdict(lacks=facts)
