"""The numbers of an evaluation: one column a node, exact, with one common denominator.

A column of a level holds one value for each of its records. Numbers are whole numerators over the
column's `scale`, so that a rule costs integer arithmetic; only a division by a column of different
numbers leaves fractions in it. What is to be told of single values travels with them (`_marks`).
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from integrationsplan.allocation._marks import NO_MARKS, Mark, Marks, merged, refuse_faults

if TYPE_CHECKING:
    from integrationsplan.allocation._readings import ParameterReader

ALL = "all"
RECIPIENT = "recipient"


@attrs.frozen
class Column:
    """The values of a node for the records of a level.

    Attributes:
        level: Whose records.
        values: Numerators (whole numbers or fractions), dates, codes or truths.
        scale: Common denominator of numerators.
        faults: Why a record has no value; something of the same sort stands in its place.
        reasons: Why a record has no more than it has.
    """

    level: str
    values: Sequence[Any]
    scale: int = 1
    faults: Marks = NO_MARKS
    reasons: Marks = NO_MARKS

    def number(self, index: int) -> Fraction:
        """Return one number."""
        return Fraction(self.values[index]) / self.scale

    def comparable(self, index: int) -> Any:
        """Return one value so that it can be compared with those of other columns."""
        value = self.values[index]
        return self.number(index) if isinstance(value, int | Fraction) else value


@attrs.frozen
class Aligned:
    """Several columns, brought to their deepest level and to one scale.

    Attributes:
        level: The deepest level.
        scale: The common scale.
        columns: The values of each column for the records of the level.
        faults: The faults of all columns.
        reasons: The reasons of all columns.
    """

    level: str
    scale: int
    columns: Sequence[Sequence[Any]]
    faults: Marks
    reasons: Marks

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Yield the values of each record."""
        return zip(*self.columns, strict=True)

    def column(self, values: Sequence[Any], scale: int | None = None) -> Column:
        """Make a column of what was computed from these."""
        scale = self.scale if scale is None else scale
        return Column(self.level, values, scale, self.faults, self.reasons)


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
        parameters: Reads a parameter by name, on a date or of an edition.
        rules: The named rules.
        order: Their names, each after those that it needs.
        needs: The rules that each rule needs directly.
        builtins: Columns of built-in names such as ``day``.
        pointers: Where a node stands in its document, by identity.
        percents: Figures and parameters that are given in percent.
        ties: Ties that were broken: level, keys of the records, how many were served.
        left_over: Pots of records below which there is nobody: the node, the level, which record
            and how much.
        cuts: Where splits ended, by identity of the node and index of the pot; found when asked.
        remarks: What a node has to say of each record beside its value, by identity of the node.
    """

    records: dict[str, Records]
    figures: dict[str, Column]
    parameters: "ParameterReader"
    rules: Mapping[str, Evaluable]
    order: Sequence[str]
    needs: Mapping[str, frozenset[str]]
    builtins: dict[str, Column]
    pointers: dict[int, str]
    percents: frozenset[str] = frozenset()
    ties: list[tuple[str, tuple[str, ...], int]] = attrs.field(factory=list)
    left_over: list[tuple[Evaluable, str, int, Fraction]] = attrs.field(factory=list)
    cuts: dict[tuple[int, int], Any] = attrs.field(factory=dict)
    remarks: dict[int, Sequence[Any] | Column] = attrs.field(factory=dict)
    _named: dict[str, Column] = attrs.field(factory=dict)
    _inline: dict[int, Column] = attrs.field(factory=dict)
    _ancestors: dict[tuple[str, str], Sequence[int]] = attrs.field(factory=dict)
    _groups: dict[tuple[str, str], Sequence[Sequence[int]]] = attrs.field(factory=dict)

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
        return self.parameters(name, None, None).column()

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

    def settle(self, node: "Evaluable", column: Column) -> None:
        """Give a node its column instead of evaluating it."""
        self._inline[id(node)] = column

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

    def spread_marks(self, marks: Marks, level: str, lower: str) -> Marks:
        """Let marks flow down to the records of a lower level."""
        if not marks or level == lower:
            return marks
        above = self.ancestors(lower, level)
        return {index: marks[upper] for index, upper in enumerate(above) if upper in marks}

    def gather(self, column: Column, per: str) -> Column:
        """Sum a column for each record of an upper level."""
        if per == ALL:
            sums: list[Any] = [sum(column.values)]
        else:
            sums = [0] * self.count(per)
            for value, index in zip(column.values, self.ancestors(column.level, per), strict=True):
                sums[index] += value
        faults = self.gather_marks(column.faults, column.level, per)
        reasons = self.gather_marks(column.reasons, column.level, per)
        return Column(per, sums, column.scale, faults, reasons)

    def gather_marks(self, marks: Marks, level: str, per: str) -> Marks:
        """Let marks rise to the records of an upper level."""
        if not marks or level == per:
            return marks
        above = self.ancestors(level, per)
        found: dict[int, list[Mark]] = {}
        for index, mark in marks.items():
            found.setdefault(above[index], []).append(mark)
        return {upper: tuple(risen) for upper, risen in found.items()}

    def groups(self, level: str, per: str) -> Sequence[Sequence[int]]:
        """Return, for each record of an upper level, the indices of those below it."""
        found = self._groups.get((level, per))
        if found is None:
            groups: list[list[int]] = [[] for _ in range(self.count(per))]
            for index, upper in enumerate(self.ancestors(level, per)):
                groups[upper].append(index)
            found = self._groups[level, per] = groups
        return found

    def aligned(self, operands: "Sequence[str | Evaluable]", level: str = ALL) -> Aligned:
        """Bring operands to their deepest level, or a deeper one, and to one scale."""
        return self.align([self.column(operand) for operand in operands], level)

    def align(self, columns: Sequence[Column], level: str = ALL) -> Aligned:
        """Bring columns to their deepest level, or a deeper one, and to one scale."""
        level = max((level, self.deepest(columns)), key=self.depth)
        scale = math.lcm(*(column.scale for column in columns))
        spread = []
        for column in columns:
            factor = scale // column.scale
            values = self.spread(column, level)
            spread.append(values if factor == 1 else [value * factor for value in values])
        return Aligned(level, scale, spread, *self.marks_of(columns, level))

    def lower(self, column: Column, level: str) -> Column:
        """Return a column of a level or one above it as one of that level."""
        if column.level == level:
            return column
        aligned = self.align([column], level)
        return aligned.column(aligned.columns[0])

    def marks_of(self, columns: Sequence[Column], level: str) -> tuple[Marks, Marks]:
        """Return all faults and all reasons of columns for the records of a level."""
        return (
            merged([self.spread_marks(c.faults, c.level, level) for c in columns if c.faults]),
            merged([self.spread_marks(c.reasons, c.level, level) for c in columns if c.reasons]),
        )

    def pointer(self, node: object) -> str:
        """Return where a node stands in its document."""
        return self.pointers.get(id(node), "")

    def key(self, level: str, index: int) -> str:
        """Return the key of a record; that of the whole is ``all``."""
        return self.records[level].keys[index] or ALL

    def demand(self, columns: Iterable[Column]) -> None:
        """Refuse values that could not be computed.

        Raises:
            AllocationError: If there is a fault among them; tells all.
            NotInForceError: If all that is wrong is that something is not in force.
        """
        refuse_faults(mark for column in columns for mark in column.faults.values())

    def without(self, level: str, keep: Sequence[bool]) -> "Frame":
        """Return a frame in which some records of a level, and all below them, are not there."""
        masks: dict[str, Sequence[bool]] = {level: keep}
        for name in self.records:
            if name != level and self.lies_below(name, level):
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
            percents=self.percents,
        )

    def lies_below(self, level: str, upper: str) -> bool:
        """Tell whether a level lies below another."""
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
