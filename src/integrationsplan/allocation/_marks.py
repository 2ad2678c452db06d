"""What is to be told of single values: why there is none, or why it is no more.

Marks travel with the values that they belong to, so that only those matter whose value is used in
the end: a rate that is missing for a branch that nobody takes is no fault. A mark of several marks
refers to them and copies nothing, or else the faults of thousands of records, once summed, would
stand thousands of times with each of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import attrs

from integrationsplan.allocation import _problems as kinds
from integrationsplan.errors import AllocationError, NotInForceError
from integrationsplan.problems import Problem

if TYPE_CHECKING:
    from integrationsplan.allocation._choosing import Because


@attrs.frozen(eq=False)
class Reason:
    """A record for which a rule had to fall back on what is left.

    Attributes:
        because: What is said of it.
        level: Level of the record.
        index: Which record.
    """

    because: "Because"
    level: str
    index: int


Leaf: TypeAlias = Problem | NotInForceError | Reason
Mark: TypeAlias = Leaf | tuple["Mark", ...]
Marks: TypeAlias = Mapping[int, Mark]
"""Marks by index of the record."""

NO_MARKS: Marks = MappingProxyType({})


def merged(marks: Sequence[Marks]) -> Marks:
    """Return what is to be told of a record by any of several columns."""
    if not marks:
        return NO_MARKS
    if len(marks) == 1:
        return marks[0]
    found: dict[int, Mark] = {}
    for single in marks:
        for index, mark in single.items():
            known = found.get(index)
            found[index] = mark if known is None or known is mark else (known, mark)
    return found


def leaves(marks: Iterable[Mark]) -> Iterator[Leaf]:
    """Yield every single mark once, in order."""
    seen = set[int]()
    stack = list(marks)[::-1]
    while stack:
        mark = stack.pop()
        if id(mark) in seen:
            continue
        seen.add(id(mark))
        if isinstance(mark, tuple):
            stack += reversed(mark)
        else:
            yield mark


def refuse_faults(marks: Iterable[Mark]) -> None:
    """Raise what is wrong, all at once.

    Raises:
        AllocationError: If there is a problem; tells all.
        NotInForceError: If all that is wrong is that something is not in force.
    """
    faults = list(leaves(marks))
    missing = {str(fault): fault for fault in faults if isinstance(fault, NotInForceError)}
    problems = list(dict.fromkeys(fault for fault in faults if isinstance(fault, Problem)))
    if problems:
        problems += [_as_problem(error) for error in missing.values()]
        raise AllocationError(kinds.ALLOCATION, problems)
    if missing:
        first, *others = missing.values()
        for other in others:
            first.add_note(str(other))
        raise first


def _as_problem(error: NotInForceError) -> Problem:
    return kinds.NOT_IN_FORCE.at(parameter=repr(error.key), day=error.day.isoformat())
