"""Which figures of a report belong together, laid out as tables of counts.

Indicators that divide the same persons stand in one table, so that none that is not shown follows
from the others. Whom none of them counts are the rest: those of whom it is no, of whom it is not
told, and of whom it cannot be told yet. How many persons there are in all, readers may know.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import attrs

from integrationsplan.errors import InvalidValueError
from integrationsplan.monitoring._problems import NOT_THE_SUM
from integrationsplan.monitoring._report import FigureStatus, IndicatorReport, IndicatorRow
from integrationsplan.monitoring._rows import FIGURE, OWN_DIMENSIONS
from integrationsplan.monitoring._tables import TOTAL, CellKey, CountTable

__all__ = ["ALONE", "LINKED", "Sheet", "sheets_of"]

ATTEMPT = "protect_report"
ANSWER = "answer"
"""The dimension of the indicators of a table."""

REST = "rest"


class Division(NamedTuple):
    """Indicators of which no person counts under two, and parts of them.

    Attributes:
        parts: The indicators.
        within: Indicators that count some of those of another one, by that.
        is_whole: Whether everybody of whom it is told counts under one of them.
    """

    parts: tuple[str, ...]
    within: Mapping[str, str] = MappingProxyType({})
    is_whole: bool = False


_DIVISIONS = (
    Division(("CO01", "CO03", "CO05"), {"CO01": "CO02", "CO03": "CO04"}, is_whole=True),
    Division(("CO06", "CO07"), {"CO07": "CO08"}),
    Division(("CO09", "CO10", "CO11")),
    Division(("CO12",), {"CO12": "CO13"}),
    Division(("CR06",), {"CR06": "CR08"}),
    Division(("EECO02", "EECO04", "EECO05"), {"EECO02": "EECO03"}, is_whole=True),
    Division(("EECO06", "EECO07", "EECO08")),
    Division(("EECO09", "EECO10", "EECO11"), is_whole=True),
    Division(("PLANS_LIVING", "PLANS_DEAD"), is_whole=True),
)

LINKED: tuple[frozenset[str], ...] = (
    frozenset({"CR01", "CR02", "CR03", "CR04", "CR05"}),
    frozenset({"CR06", "CR07", "CR08", "CR09"}),
    frozenset({"EECR01", "EECR02", "EECR03", "EECR04"}),
    frozenset({"EECR05", "EECR06"}),
    frozenset({"CO07", "CO08"}),
)
"""Indicators whose persons overlap without dividing each other. Where one of a group is not shown,
none of them is: an inequality between them might tell."""

ALONE: Mapping[str, frozenset[str]] = MappingProxyType({"CO08": frozenset({"CO01", "CO04"})})
"""Indicators that are not shown where one of some others is not, and the others may be."""

_NO_PERSONS = frozenset(
    {
        "CO20",
        "CO21",
        "CO22",
        "CO23",
        "EECO18",
        "EECO19",
        "OFFER_GAPS",
        "CONCEPT_MEASURES_BY_STATUS",
    }
)
"""Indicators that count administrations, offers and measures: nobody is to be protected."""


@attrs.frozen
class Sheet:
    """A table of counts with the rows of a report that it stands for.

    Attributes:
        by: The dimensions of the plans.
        table: The table.
        places: The cell of each row, by the place of the row in the report.
        everybody: For each group of the plans' dimensions the cell of all persons.
        persons: How many persons there are in the groups, where the counts are of something else.
        knows_all: Whether readers may know how many persons there are in all.
        known: Cells that the status of a figure tells: of nobody anything is lacking.
    """

    by: tuple[str, ...]
    table: CountTable
    places: Mapping[int, CellKey]
    everybody: Mapping[CellKey, CellKey]
    persons: Mapping[CellKey, int]
    knows_all: bool = True
    known: frozenset[CellKey] = frozenset()


Names = tuple[str, ...]

Rows = Mapping[CellKey, tuple[int, IndicatorRow]]
"""The rows of an indicator by their groups, with their places in the report."""


def sheets_of(report: IndicatorReport) -> Iterator[Sheet]:
    """Yield the tables of a report that count persons, or what belongs to persons."""
    by_code: dict[str, list[tuple[int, IndicatorRow]]] = {}
    for place, row in enumerate(report.rows):
        if row.indicator not in _NO_PERSONS and FIGURE not in row.groups:
            by_code.setdefault(row.indicator, []).append((place, row))
    yield from _offers(report)
    plans = _plans(report)
    divided: set[str] = set()
    for division in _DIVISIONS:
        codes = [c for c in (*division.parts, *division.within.values()) if c in by_code]
        divided.update(codes)
        if any(_is_counted(row) for code in codes for _, row in by_code[code]):
            names = _names(report, [row for code in codes for row in by_code[code]])
            keyed = {code: _keyed(names, by_code[code]) for code in codes}
            yield _division(names, division, keyed)
    for code, rows in by_code.items():
        if code in divided or not any(_is_counted(row) for _, row in rows):
            continue
        if code in OWN_DIMENSIONS:
            yield from _own(report, code, rows, plans)
        else:
            names = _names(report, rows)
            found = _keyed(names, rows)
            if all(row.of is not None for _, row in found.values()) and code != "BW62_TALKS":
                yield _division(names, Division((code,)), {code: found})
            else:
                yield _plain(names, found)


def _division(by: Names, division: Division, rows: Mapping[str, Rows]) -> Sheet:
    """Lay out indicators that divide the same persons.

    Raises:
        InvalidValueError: If they do not: if some count under two of them, or more than there are.
    """
    first = next(iter(rows.values()))
    others = [
        place
        for keyed in rows.values()
        if keyed.keys() != first.keys()
        for place, _ in keyed.values()
    ]
    if others:
        raise InvalidValueError(ATTEMPT, [NOT_THE_SUM.at(f"/rows/{place}") for place in others])
    persons = {key: _persons(row) for key, (_, row) in first.items()}
    leaves: dict[str, dict[CellKey, int]] = {}
    sums: dict[str, list[str]] = {}
    for part in division.parts:
        inner = division.within.get(part)
        if part in rows and inner in rows and inner is not None:
            whole, some = _counts(rows[part]), _counts(rows[inner])
            leaves[inner] = some
            leaves[f"{part}-{REST}"] = {key: whole[key] - some[key] for key in whole}
            sums[part] = [inner, f"{part}-{REST}"]
        else:
            leaves.update(
                {code: _counts(rows[code]) for code in (part, inner) if code in rows and code}
            )
    told = {key: sum(counts[key] for counts in leaves.values()) for key in persons}
    leaves[REST] = {key: persons[key] - told[key] for key in persons}
    wrong = {key for counts in leaves.values() for key, count in counts.items() if count < 0}
    if wrong:
        places_of = [keyed[key][0] for keyed in rows.values() for key in keyed if key in wrong]
        raise InvalidValueError(
            ATTEMPT, [NOT_THE_SUM.at(f"/rows/{place}") for place in sorted(places_of)]
        )
    table = CountTable.of(
        [*by, ANSWER],
        {(*key, leaf): counts[key] for leaf, counts in leaves.items() for key in _inner(counts)},
        groups=_groups(by, first) | {ANSWER: list(leaves)},
        sums={ANSWER: sums} if sums else None,
        absent=0,
    )
    places = {
        place: (*key, code) for code, keyed in rows.items() for key, (place, _) in keyed.items()
    }
    everybody = {key: (*key, TOTAL) for key in persons}
    is_whole = division.is_whole and all(part in rows for part in division.parts)
    told_of_all = {
        (*key, REST)
        for key, (_, row) in first.items()
        if is_whole and row.status is FigureStatus.COUNTED
    }
    return Sheet(by, table, places, everybody, persons, known=frozenset(told_of_all))


def _plain(by: Names, rows: Rows) -> Sheet:
    """Lay out an indicator of things that persons have, such as talks."""
    counts = _counts(rows)
    table = CountTable.of(
        [*by, ANSWER],
        {(*key, ANSWER): counts[key] for key in _inner(counts)},
        groups=_groups(by, rows) | {ANSWER: [ANSWER]},
        absent=0,
    )
    persons = {key: row.of for key, (_, row) in rows.items() if row.of is not None}
    places = {place: (*key, ANSWER) for key, (place, _) in rows.items()}
    return Sheet(by, table, places, {}, persons, knows_all=False)


def _offers(report: IndicatorReport) -> Iterator[Sheet]:
    """Lay out who took part in offers, where that is known."""
    rows = {
        place: row
        for place, row in enumerate(report.rows)
        if row.indicator == "OFFER_USE"
        and row.groups.get(FIGURE) == "participants"
        and row.value is not None
    }
    counts: dict[CellKey, int] = {
        (row.groups["offer"],): int(row.number or 0) for row in rows.values()
    }
    inner = _inner(counts)
    if inner:
        table = CountTable.of(["offer"], {key: counts[key] for key in inner})
        places = {place: (row.groups["offer"],) for place, row in rows.items()}
        yield Sheet((), table, places, {}, {}, knows_all=False)


def _plans(report: IndicatorReport) -> dict[CellKey, int]:
    """Return how many plans there are in the groups, where the report tells."""
    for code in ("BW62_TALKS", "BW62_PLANS"):
        rows = [(n, row) for n, row in enumerate(report.rows) if row.indicator == code]
        if rows:
            keyed = _keyed(_names(report, rows), rows)
            return {key: row.of for key, (_, row) in keyed.items() if row.of is not None}
    return {}


def _own(
    report: IndicatorReport,
    code: str,
    rows: list[tuple[int, IndicatorRow]],
    plans: Mapping[CellKey, int],
) -> Iterator[Sheet]:
    """Lay out an indicator with a breakdown of its own."""
    own = OWN_DIMENSIONS[code]
    by = _names(report, rows)
    names = (*by, own.name)
    keyed = {tuple(row.groups.get(name, TOTAL) for name in names): (p, row) for p, row in rows}
    seen = list(dict.fromkeys(key[-1] for key in keyed if key[-1] != TOTAL))
    if not seen:
        return
    if not own.adds_up:
        for group in seen:
            yield _one_group(by, own.name, group, keyed, plans)
        return
    is_part = all(row.of is not None for _, row in keyed.values()) and code != "TIME_TO_FIRST_LEVEL"
    counts = _counts(keyed)
    answers = ["reached", REST] if is_part else ["counted"]
    cells: dict[CellKey, int] = {}
    for key in _inner(counts):
        cells[*key, answers[0]] = counts[key]
        if is_part:
            cells[*key, REST] = (keyed[key][1].of or 0) - counts[key]
    groups = _groups(by, {key[:-1]: each for key, each in keyed.items()})
    table = CountTable.of(
        [*names, ANSWER],
        cells,
        groups=groups | {own.name: seen, ANSWER: answers},
        absent=0,
    )
    places = {place: (*key, answers[0]) for key, (place, _) in keyed.items()}
    everybody = {key: (*key, TOTAL) for key in keyed}
    of_whom = (
        {} if code == "TIME_TO_FIRST_LEVEL" else plans
    )  # who has a level is a person, and counted
    yield Sheet(by, table, places, everybody, of_whom, knows_all=False)


def _one_group(
    by: Names, name: str, group: str, keyed: Rows, plans: Mapping[CellKey, int]
) -> Sheet:
    """Lay out one group of a breakdown whose groups overlap."""
    rows = {key: each for key, each in keyed.items() if key[-1] == group}
    counts = _counts(rows)
    table = CountTable.of(
        [*by, name],
        {key: counts[key] for key in counts if TOTAL not in key},
        groups=_groups(by, {key[:-1]: each for key, each in rows.items()}) | {name: [group]},
        absent=0,
    )
    places = {place: key for key, (place, _) in rows.items()}
    return Sheet(by, table, places, {}, plans, knows_all=False)


def _names(report: IndicatorReport, rows: list[tuple[int, IndicatorRow]]) -> Names:
    """Return the dimensions of the plans, where there are rows of their groups."""
    has_groups = any(row.groups.get(name, TOTAL) != TOTAL for _, row in rows for name in report.by)
    return report.by if has_groups else ()


def _keyed(by: Names, rows: list[tuple[int, IndicatorRow]]) -> Rows:
    return {tuple(row.groups.get(name, TOTAL) for name in by): (place, row) for place, row in rows}


def _is_counted(row: IndicatorRow) -> bool:
    return row.value is not None or bool(row.of)


def _counts(rows: Rows) -> dict[CellKey, int]:
    return {key: int(row.number or 0) for key, (_, row) in rows.items()}


def _persons(row: IndicatorRow) -> int:
    return (row.of or 0) + (row.lacking or 0) + (row.undecided or 0)


def _inner(counts: Mapping[CellKey, int]) -> list[CellKey]:
    return [key for key in counts if TOTAL not in key]


def _groups(by: Names, rows: Rows) -> dict[str, list[str]]:
    """Return the groups of the dimensions of the plans, in the order of the report."""
    return {
        name: list(dict.fromkeys(key[place] for key in rows if key[place] != TOTAL))
        for place, name in enumerate(by)
    }
