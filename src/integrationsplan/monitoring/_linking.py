"""Tables laid into one grid, so that what they share is looked at once."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from integrationsplan.errors import InvalidValueError
from integrationsplan.monitoring._problems import NO_SUCH_CELL, TABLES_DISAGREE
from integrationsplan.monitoring._suppression import Dimension, Grid
from integrationsplan.monitoring._tables import MOST_CELLS, TOTAL, CountTable
from integrationsplan.problems import TOO_MANY, Problem

__all__ = ["Linked"]


class Linked:
    """Tables in one grid over all their dimensions, whatever the order of anything in them.

    A cell that no table shows has no count in the grid, and a reader learns nothing of it.

    Attributes:
        counts: The counts of the cells of the tables, by their places in the grid.
        places: For each table the places of its cells, in the order of its cells.
        withheld: Places of the cells that are not to be shown in any case.
    """

    def __init__(
        self,
        tables: Sequence[CountTable],
        withheld: Iterable[Mapping[str, str]],
        known: Iterable[Mapping[str, str]],
    ) -> None:
        """Lay tables into a grid.

        Raises:
            InvalidValueError: If tables do not fit together, or a cell does not exist.
        """
        problems: list[Problem] = []
        groups: dict[str, tuple[str, ...]] = {}
        sums: dict[str, dict[str, frozenset[str]]] = {}
        for number, table in enumerate(tables):
            for name in table.dimensions:
                ordered = tuple(sorted(table.groups[name]))
                titles = {title: frozenset(parts) for title, parts in table.sums[name].items()}
                others = sums.setdefault(name, {})
                clash = any(others.get(title, parts) != parts for title, parts in titles.items())
                if groups.setdefault(name, ordered) != ordered or clash:
                    problems.append(TABLES_DISAGREE.at(f"/tables/{number}"))
                others.update(titles)
        self._names = sorted(groups)
        self._nodes: list[dict[str, int]] = []
        self._dimensions: list[Dimension] = []
        for name in self._names:
            titles = dict(sorted(sums[name].items()))
            order = {group: node for node, group in enumerate(groups[name])}
            parts = [frozenset(order[group] for group in titles[title]) for title in titles]
            self._dimensions.append(Dimension(len(order), (*parts, frozenset(range(len(order))))))
            self._nodes.append({node: place for place, node in enumerate([*order, *titles, TOTAL])})
        size = 1
        self._strides: list[int] = []
        for dimension in reversed(self._dimensions):
            self._strides.insert(0, size)
            size *= dimension.nodes
        if size > MOST_CELLS:
            problems.append(TOO_MANY.at("/tables", length=size, most=MOST_CELLS))
        if problems:
            raise InvalidValueError("protect", problems)
        self._size = size
        self.counts: dict[int, int | None] = {}
        self.places = [self._lay(number, table, problems) for number, table in enumerate(tables)]
        self.withheld = set(self._find("/withheld", withheld, problems))
        self._known = set(self._find("/known", known, problems))
        if problems:
            raise InvalidValueError("protect", problems)

    def hide(
        self, small: set[int], *, spread: int, floor: int, complementary: bool
    ) -> dict[int, bool]:
        """Return the places that must not be shown, and whether it is proven that each is unknown.

        Args:
            small: Places of small counts.
            spread: How far a small count must spread.
            floor: The least value of what is not shown, as everybody knows.
            complementary: Whether to hide what small counts would follow from.
        """
        values: list[int | None] = [None] * self._size
        for place, count in self.counts.items():
            values[place] = count
        grid = Grid(self._dimensions, values, self._known, floor)
        spreads = dict.fromkeys(self.withheld, 1) | dict.fromkeys(small, spread)
        # By count and name, so that the order in which cells were given plays no part.
        wanted = sorted(spreads, key=lambda place: (self.counts[place] or 0, place))
        for place in wanted:
            grid.hide(place)
        attempt = grid.protect if complementary else grid.prove
        proven = {place: attempt(place, spreads[place]) for place in wanted}
        further = [place for place in self.counts if grid.hidden[place] and place not in proven]
        further.sort(key=lambda place: (-(self.counts[place] or 0), place))
        for place in further:
            if not grid.show(place, spreads):
                proven[place] = True
        return {place: grid.is_sound(place, spreads.get(place, 1)) for place in proven}

    def _lay(self, number: int, table: CountTable, problems: list[Problem]) -> list[int]:
        """Lay a table into the grid, and return where its cells are."""
        start, steps = 0, {}
        for name, nodes, stride in zip(self._names, self._nodes, self._strides, strict=True):
            if name in table.dimensions:
                own = (*table.groups[name], *table.sums[name], TOTAL)
                steps[name] = [nodes[node] * stride for node in own]
            else:
                start += nodes[TOTAL] * stride
        places = [
            start + sum(parts)
            for parts in itertools.product(*(steps[name] for name in table.dimensions))
        ]
        for place, count in zip(places, table.cells.values(), strict=True):
            if self.counts.setdefault(place, count) != count:
                problems.append(TABLES_DISAGREE.at(f"/tables/{number}"))
                break
        return places

    def _find(
        self, pointer: str, cells: Iterable[Mapping[str, str]], problems: list[Problem]
    ) -> list[int]:
        """Return where cells are that are given by their groups."""
        found = []
        for number, cell in enumerate(cells):
            place: int | None = 0 if set(cell) <= set(self._names) else None
            for name, nodes, stride in zip(self._names, self._nodes, self._strides, strict=True):
                node = nodes.get(cell.get(name, TOTAL))
                place = None if place is None or node is None else place + node * stride
            if place is None or place not in self.counts:
                problems.append(NO_SUCH_CELL.at(f"{pointer}/{number}"))
            elif self.counts[place] is not None:
                found.append(place)
        return found
