"""The numbers of an evaluation: one column a node, exact, with one common denominator.

A column of a level holds one value for each of its records. Numbers are whole numerators over the
column's `scale`, so that a rule costs integer arithmetic; only a division by a column of different
numbers leaves fractions in it.
"""

import datetime as dt
import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Protocol

import attrs

from integrationsplan.parameters import ParameterValue

ALL = "all"
RECIPIENT = "recipient"


@attrs.frozen
class Column:
    """The values of a node for the records of a level.

    Attributes:
        level: Whose records.
        values: Numerators (whole numbers or fractions), dates, codes or truths.
        scale: Common denominator of numerators.
    """

    level: str
    values: Sequence[Any]
    scale: int = 1

    def number(self, index: int) -> Fraction:
        """Return one number."""
        return Fraction(self.values[index]) / self.scale

    def comparable(self, index: int) -> Any:
        """Return one value so that it can be compared with those of other columns."""
        value = self.values[index]
        return self.number(index) if isinstance(value, int | Fraction) else value


@attrs.frozen
class Records:
    """The records of a level: their keys, and which record above each belongs to."""

    level: str
    parent_level: str
    keys: Sequence[str]
    parents: Sequence[int]


class Evaluable(Protocol):
    """What a frame can evaluate: a node."""

    def evaluate(self, frame: "Frame") -> Column:
        """Return the column of the node."""
        ...


@attrs.define(eq=False)
class Frame:
    """Everything an evaluation reads, and the columns that it has found so far.

    Attributes:
        records: The records by level; `ALL` has exactly one.
        figures: Columns of the figures.
        parameters: Rows in force by parameter name, as a function of name, day and edition.
        rules: The named rules.
        order: Their names, each after those that it needs.
        needs: The rules that each rule needs directly.
        builtins: Columns of built-in names such as ``day``.
        pointers: Where a node stands in its document, by identity.
        ties: Ties that splits have broken: level, keys of the records, how many were served.
    """

    records: dict[str, Records]
    figures: dict[str, Column]
    parameters: Callable[[str, dt.date | None, str | None], tuple[ParameterValue, int]]
    rules: Mapping[str, Evaluable]
    order: Sequence[str]
    needs: Mapping[str, frozenset[str]]
    builtins: dict[str, Column]
    pointers: dict[int, str]
    ties: list[tuple[str, tuple[str, ...], int]] = attrs.field(factory=list)
    _named: dict[str, Column] = attrs.field(factory=dict)
    _inline: dict[int, Column] = attrs.field(factory=dict)
    _ancestors: dict[tuple[str, str], Sequence[int]] = attrs.field(factory=dict)

    def column(self, operand: "str | Evaluable") -> Column:
        """Return the column of a name or a node, computed once."""
        if isinstance(operand, str):
            found = self._named.get(operand)
            if found is None:
                found = self._named[operand] = self._column_of_name(operand)
            return found
        found = self._inline.get(id(operand))
        if found is None:
            found = self._inline[id(operand)] = operand.evaluate(self)
        return found

    def _column_of_name(self, name: str) -> Column:
        if name in self.figures:
            return self.figures[name]
        if name in self.rules:
            self._prepare(name)
            return self.column(self.rules[name])
        if name in self.builtins:
            return self.builtins[name]
        if name in self.records:
            return Column(name, self.records[name].keys)
        row, scale = self.parameters(name, None, None)
        number = row.numbers[0] / scale
        return Column(ALL, [number.numerator], number.denominator)

    def _prepare(self, name: str) -> None:
        """Evaluate the rules that a rule needs, so that long chains need no deep recursion."""
        waiting, stack = set[str](), [name]
        while stack:
            for needed in self.needs[stack.pop()] - waiting:
                if needed not in self._named:
                    waiting.add(needed)
                    stack.append(needed)
        for needed in self.order if waiting else ():
            if needed in waiting:
                self._named[needed] = self.column(self.rules[needed])

    def define(self, name: str, column: Column) -> None:
        """Give a built-in name its column."""
        self._named.pop(name, None)
        self.builtins[name] = column

    def count(self, level: str) -> int:
        """Return the number of records of a level."""
        return len(self.records[level].keys)

    def ancestors(self, level: str, upper: str) -> Sequence[int]:
        """Return, for each record of a level, the index of the record above that it belongs to."""
        found = self._ancestors.get((level, upper))
        if found is None:
            records = self.records[level]
            if level == upper:
                found = range(len(records.keys))
            elif records.parent_level == upper:
                found = records.parents
            else:
                above = self.ancestors(records.parent_level, upper)
                found = [above[parent] for parent in records.parents]
            self._ancestors[level, upper] = found
        return found

    def depth(self, level: str) -> int:
        """Return how many levels lie above."""
        return 0 if level == ALL else 1 + self.depth(self.records[level].parent_level)

    def deepest(self, columns: Sequence[Column]) -> str:
        """Return the deepest level of columns that lie on one line."""
        return max((column.level for column in columns), key=self.depth, default=ALL)

    def spread(self, column: Column, level: str) -> Sequence[Any]:
        """Let the values of a column flow down to the records of a level."""
        if column.level == level:
            return column.values
        if column.level == ALL:
            return [column.values[0]] * self.count(level)
        values = column.values
        return [values[index] for index in self.ancestors(level, column.level)]

    def gather(self, column: Column, per: str) -> Column:
        """Sum a column for each record of an upper level."""
        if per == ALL:
            return Column(ALL, [sum(column.values)], column.scale)
        sums: list[Any] = [0] * self.count(per)
        for value, index in zip(column.values, self.ancestors(column.level, per), strict=True):
            sums[index] += value
        return Column(per, sums, column.scale)

    def aligned(
        self, operands: "Sequence[str | Evaluable]"
    ) -> tuple[str, int, list[Sequence[Any]]]:
        """Bring operands to their deepest level and to one scale."""
        columns = [self.column(operand) for operand in operands]
        level = self.deepest(columns)
        scale = math.lcm(*(column.scale for column in columns))
        spread = []
        for column in columns:
            factor = scale // column.scale
            values = self.spread(column, level)
            spread.append(values if factor == 1 else [value * factor for value in values])
        return level, scale, spread

    def without(self, level: str, keep: Sequence[bool]) -> "Frame":
        """Return a frame in which some records of a level, and all below them, are not there."""
        masks: dict[str, Sequence[bool]] = {level: keep}
        for name in self.records:
            if name != level and self._lies_below(name, level):
                masks[name] = [keep[index] for index in self.ancestors(name, level)]
        moved = {name: _renumber(mask) for name, mask in masks.items()}
        records = {}
        for name, old in self.records.items():
            mask = masks.get(name)
            if mask is None:
                records[name] = old
                continue
            shift = moved.get(old.parent_level)
            parents = _chosen(old.parents, mask)
            records[name] = Records(
                name,
                old.parent_level,
                _chosen(old.keys, mask),
                [shift[parent] for parent in parents] if shift else parents,
            )
        figures = {
            name: attrs.evolve(column, values=_chosen(column.values, masks[column.level]))
            if column.level in masks
            else column
            for name, column in self.figures.items()
        }
        return Frame(
            records=records,
            figures=figures,
            parameters=self.parameters,
            rules=self.rules,
            order=self.order,
            needs=self.needs,
            builtins=dict(self.builtins),
            pointers=self.pointers,
        )

    def _lies_below(self, level: str, upper: str) -> bool:
        while level != ALL:
            level = self.records[level].parent_level
            if level == upper:
                return True
        return False


def _chosen(values: Sequence[Any], mask: Sequence[bool]) -> list[Any]:
    return [value for value, keep in zip(values, mask, strict=True) if keep]


def _renumber(mask: Sequence[bool]) -> list[int]:
    numbers, next_number = [], 0
    for keep in mask:
        numbers.append(next_number)
        next_number += keep
    return numbers


def common_scale(numbers: Sequence[int | Fraction]) -> tuple[list[Any], int]:
    """Bring numbers to whole numerators over one denominator, if that stays small."""
    denominators = {number.denominator for number in numbers}
    if denominators <= {1}:
        return [int(number) for number in numbers], 1
    scale = 1
    for denominator in denominators:
        scale = math.lcm(scale, denominator)
        if scale > 10**36:
            return list(numbers), 1
    return [number.numerator * (scale // number.denominator) for number in numbers], scale
