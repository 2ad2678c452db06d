"""Which cells of tables with margins must not be shown, so that none can be computed from the rest.

The tables are looked at as one grid: each dimension has its groups and sums of groups, the total
among them, and a cell has a node of each dimension. A *move* takes one vector a dimension: some
persons leave group b for group a, or join in group a from outside. It changes the corners of a box,
and every sum along. If all cells that a move changes are hidden, then the table before and the
table after look the same to whoever reads them. So a hidden cell is protected as soon as one move
of hidden cells changes it far enough: that is the certificate, two whole tables in whole numbers
that both fit what is shown. No optimisation is needed to check it, and nothing is rounded.

Small cells get their cheapest move one after the other (the hypercube method of Repsilber, here
with sums of any groups); afterwards cells that have become needless are shown again.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = ["Certificate", "Dimension", "Grid"]

ENDLESS = 1 << 62
"""Room without end, and the price of a cell that must not be hidden."""

CELL = 20
"""What a hidden cell costs beside the persons that it counts: fewer cells, then fewer persons."""

DEAREST = 1 << 40


class Dimension(NamedTuple):
    """Nodes of a dimension: first its groups, then sums of them, then the total of all.

    Attributes:
        groups: How many groups there are.
        sums: The groups of each sum; the last is the total.
    """

    groups: int
    sums: tuple[frozenset[int], ...]

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return self.groups + len(self.sums)


class Certificate(NamedTuple):
    """A move that proves that a hidden cell is not known.

    Attributes:
        cells: The cells that change by as much as the hidden one, with their signs.
        less: By how much it may be less.
        more: By how much it may be more; `ENDLESS` if nothing bounds it.
    """

    cells: tuple[tuple[int, int], ...]
    less: int
    more: int

    @property
    def spread(self) -> int:
        """How far apart the lowest and the highest value are for sure."""
        return self.less + self.more


Vector = tuple[tuple[int, int], ...]
"""The nodes of a dimension that a vector changes, with their signs."""


class Line(NamedTuple):
    """The vectors of a dimension that change a node of it.

    Attributes:
        node: The node.
        stride: How far nodes are apart in the grid.
        order: Numbers of the vectors that can be paid, the cheapest first.
        costs: What the cells of a vector on the node's own line cost.
        vectors: For each vector its other nodes.
    """

    node: int
    stride: int
    order: list[int]
    costs: list[int]
    vectors: list[Vector]


class Grid:
    """A grid of cells, of which some are hidden.

    Attributes:
        hidden: For each cell whether it is hidden.
        certificates: The certificate of each hidden cell that has one.
    """

    def __init__(
        self,
        dimensions: Sequence[Dimension],
        values: Sequence[int | None],
        shut: Iterable[int],
        floor: int,
    ) -> None:
        """Make a grid in which nothing is hidden.

        Args:
            dimensions: The dimensions.
            values: The count of each cell; nothing where it is not known or not shown anyway.
            shut: Cells that everybody knows.
            floor: What everybody knows of a hidden cell: that it is at least so much.
        """
        self._dimensions = dimensions
        self._strides: list[int] = []
        stride = 1
        for dimension in reversed(dimensions):
            self._strides.insert(0, stride)
            stride *= dimension.nodes
        self._room = [ENDLESS if v is None else max(v - floor, 0) for v in values]
        self._weight = [0 if v is None else _weight(v) if v >= floor else ENDLESS for v in values]
        for cell in shut:
            self._weight[cell] = ENDLESS
        self._price = list(self._weight)
        self._known: dict[tuple[int, int], list[Vector]] = {}
        self._users: dict[int, set[int]] = {}
        self.hidden = bytearray(len(values))
        self.certificates: dict[int, Certificate] = {}

    def hide(self, cell: int) -> None:
        """Hide a cell. One that everybody knows stays as it is for every move."""
        self.hidden[cell] = 1
        if self._weight[cell] < ENDLESS:
            self._price[cell] = 0

    def prove(self, cell: int, spread: int) -> bool:
        """Find a certificate among the hidden cells; say whether there is one."""
        return self._adopt(cell, self._cheapest(cell, spread, most=0))

    def protect(self, cell: int, spread: int) -> bool:
        """Hide what it needs to protect a hidden cell; say whether it can be done."""
        found = self._cheapest(cell, spread, most=ENDLESS - 1)
        if found is not None:
            for changed, _ in found.cells:
                if self._price[changed] and not self.hidden[changed]:
                    self.hide(changed)
                    # The move that needs it changes it by as much.
                    self._adopt(changed, _seen_from(changed, found))
        return self._adopt(cell, found)

    def show(self, cell: int, spreads: dict[int, int]) -> bool:
        """Show a hidden cell again if every other one keeps a certificate; say whether it does.

        Args:
            cell: The cell.
            spreads: How far the hidden cells must spread; 1 where nothing is said.
        """
        self.hidden[cell] = 0
        self._price[cell] = self._weight[cell]
        before: list[tuple[int, Certificate]] = []
        for user in sorted(self._users.get(cell, ())):
            if user == cell:
                continue
            before.append((user, self.certificates[user]))
            if not self.prove(user, spreads.get(user, 1)):
                self.hide(cell)
                for each, certificate in before:
                    self._adopt(each, certificate)
                return False
        self._adopt(cell, None)
        return True

    def is_sound(self, cell: int, spread: int) -> bool:
        """Check the certificate of a hidden cell once more, against what is hidden in the end."""
        found = self.certificates.get(cell)
        if found is None or found.spread < spread:
            return False
        more = [self._room[changed] for changed, sign in found.cells if sign < 0]
        less = [self._room[changed] for changed, sign in found.cells if sign > 0]
        return (
            all(self._price[changed] == 0 for changed, _ in found.cells)
            and (cell, 1) in found.cells
            and found.less <= min(less)
            and found.more <= min(more, default=ENDLESS)
        )

    def _adopt(self, cell: int, found: Certificate | None) -> bool:
        known = self.certificates.pop(cell, None)
        for changed, _ in () if known is None else known.cells:
            self._users[changed].discard(cell)
        if found is None:
            return False
        self.certificates[cell] = found
        for changed, _ in found.cells:
            self._users.setdefault(changed, set()).add(cell)
        return True

    def _cheapest(self, cell: int, spread: int, most: int) -> Certificate | None:
        """Return the cheapest move that spreads a cell so far, for a price of at most so much."""
        if self._weight[cell] == ENDLESS:
            return None
        lines = []
        rest = cell
        for place, stride in enumerate(self._strides):
            node, rest = divmod(rest, stride)
            lines.append(self._line(place, node, cell - node * stride, most))
        lines.sort(key=_possibilities)
        search = _Search(self._price, self._room, lines, spread, most)
        search.extend(0, [(cell, 1)], 0, self._room[cell], ENDLESS)
        return search.found

    def _line(self, place: int, node: int, start: int, most: int) -> Line:
        stride, dimension = self._strides[place], self._dimensions[place]
        # What a vector costs on the cell's own line is a lower bound of what a move with it costs.
        costs = self._price[start : start + dimension.nodes * stride : stride]
        vectors = self._vectors(place, node)
        if len(dimension.sums) == 1:  # then each vector has one other node
            costs[node] = ENDLESS
            order = [number for number, cost in enumerate(costs) if cost <= most]
        else:
            line, costs, order = costs, [ENDLESS] * len(vectors), []
            for number, vector in enumerate(vectors):
                cost = 0
                for other, _ in vector:
                    cost += line[other]
                    if cost > most:
                        break
                else:
                    costs[number] = cost
                    order.append(number)
        # The sort is stable, so what costs the same stays in the order of the names.
        order.sort(key=costs.__getitem__)
        return Line(node, stride, order, costs, vectors)

    def _vectors(self, place: int, node: int) -> list[Vector]:
        """Return the vectors of a dimension that change a node."""
        groups, sums = self._dimensions[place]
        if len(sums) == 1:  # for the other node there is one vector each, whatever the node is
            node = max(node, groups - 1)
        key = place, node
        known = self._known.get(key)
        if known is None:
            if len(sums) == 1:
                sign = 1 if node == groups else -1
                known = [*(((other, sign),) for other in range(groups)), ((groups, 1),)]
            else:
                known = _vectors_with_sums(groups, sums, node)
            self._known[key] = known
        return known


class _Search:
    """Looks for the cheapest box, dimension after dimension.

    With the dimensions so far a box has a part of its corners, so its price only grows and its room
    only shrinks: what is too dear or too narrow already is not followed.
    """

    def __init__(
        self,
        price: list[int],
        room: list[int],
        lines: list[Line],
        spread: int,
        most: int,
    ) -> None:
        self._price = price
        self._room = room
        self._lines = lines
        self._spread = spread
        self._most = most
        self.found: Certificate | None = None

    def extend(
        self, place: int, face: list[tuple[int, int]], paid: int, less: int, more: int
    ) -> bool:
        """Extend a part of a box by the next dimension; say whether nothing can be better."""
        if place == len(self._lines):
            self.found = Certificate(tuple(face), less, more)
            self._most = paid - 1
            return paid == 0
        price, room, spread = self._price, self._room, self._spread
        node, stride, order, costs, vectors = self._lines[place]
        for number in order:
            most = self._most
            if paid + costs[number] > most:
                break
            total, down, up = paid, less, more
            added = []
            for other, sign in vectors[number]:
                step = (other - node) * stride
                for cell, own in face:
                    corner = cell + step
                    total += price[corner]
                    space = room[corner]
                    if own == sign:
                        added.append((corner, 1))
                        down = space if space < down else down
                    else:
                        added.append((corner, -1))
                        up = space if space < up else up
                    if total > most or down + up < spread:
                        break
                else:
                    continue
                break
            else:
                if self.extend(place + 1, face + added, total, down, up):
                    return True
        return False


def _weight(value: int) -> int:
    """Return what it costs to hide a cell."""
    # Capped, so that no sum of weights comes near to what must not be paid.
    return min(value, DEAREST) + CELL


def _possibilities(line: Line) -> int:
    return len(line.order)


def _vectors_with_sums(groups: int, sums: tuple[frozenset[int], ...], node: int) -> list[Vector]:
    """Return the vectors that change a node, without the node itself."""
    if node < groups:
        inside, outside = [node], [other for other in range(groups) if other != node]
    else:
        within = sums[node - groups]
        inside, outside = sorted(within), [g for g in range(groups) if g not in within]
    above: list[set[int]] = [set() for _ in range(groups)]
    for number, parts in enumerate(sums, start=groups):
        for group in parts:
            above[group].add(number)
    found: dict[Vector, None] = {}
    for joined in inside:
        for left in outside:
            more, less = above[joined] - above[left], above[left] - above[joined]
            changes = [(joined, 1), (left, -1)]
            changes += [(number, 1) for number in sorted(more)]
            changes += [(number, -1) for number in sorted(less)]
            found[tuple([change for change in changes if change[0] != node])] = None
        changes = [(joined, 1), *((number, 1) for number in sorted(above[joined]))]
        found[tuple([change for change in changes if change[0] != node])] = None
    return list(found)


def _seen_from(cell: int, found: Certificate) -> Certificate:
    """Return the same move as a certificate of another of its cells."""
    sign = dict(found.cells)[cell]
    less, more = (found.less, found.more) if sign > 0 else (found.more, found.less)
    return Certificate(tuple((other, own * sign) for other, own in found.cells), less, more)
