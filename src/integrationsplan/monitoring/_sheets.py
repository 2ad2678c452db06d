"""Which figures of a report belong together, laid out as tables of counts.

Indicators that divide the same persons stand in one table, so that none that is not shown follows
from the others. Whom none of them counts are the rest: those of whom it is no, of whom it is not
told, and of whom it cannot be told yet. How many persons there are in all, readers may know.

Of the indicators of 2014-2020 only complete records are told. How many these are readers know, too,
as everybody of them is employed, unemployed or inactive: the rest is divided in those who are told
and in none, and the others.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import attrs

from integrationsplan.errors import InvalidValueError
from integrationsplan.monitoring._definitions import definitions
from integrationsplan.monitoring._problems import NOT_THE_SUM
from integrationsplan.monitoring._report import FigureStatus, IndicatorReport, IndicatorRow
from integrationsplan.monitoring._rows import FIGURE, OWN_DIMENSIONS
from integrationsplan.monitoring._tables import TOTAL, CellKey, CountTable

__all__ = [
    "ALONE",
    "ANSWER",
    "ATTEMPT",
    "COMPLETE",
    "LINKED",
    "REST",
    "SAME_PERSONS",
    "Sheet",
    "families_of",
    "sheets_of",
]

ATTEMPT = "protect_report"
ANSWER = "answer"
"""The dimension of the indicators of a table."""

REST = "rest"
NONE_OF_THEM = "none-of-them"
TOLD = "told"
"""All of whom an indicator tells, where its parts have rows of their own."""

COMPLETE = "complete"
"""All records of 2014-2020 that are complete: of the others nothing counts."""

SAME_PERSONS = frozenset({"esf-2014-2020", "esf-plus-2021-2027"})
"""Families that count the same persons in other divisions."""

_OF_COMPLETE_RECORDS = frozenset(f"CO{number:02}" for number in range(1, 20))


class Division(NamedTuple):
    """Indicators of which no person counts under two, and parts of them.

    Attributes:
        parts: The indicators.
        within: Indicators that count some of those of another one, by that.
        is_whole: Whether everybody of whom it is told counts under one of them.
        told: The name of the sum of all parts, where it has a row of its own.
    """

    parts: tuple[str, ...]
    within: Mapping[str, str] = MappingProxyType({})
    is_whole: bool = False
    told: str | None = None


_DIVISIONS = (
    Division(("CO01", "CO03", "CO05"), {"CO01": "CO02", "CO03": "CO04"}, is_whole=True),
    Division(("CO06", "CO07"), {"CO07": "CO08"}),
    Division(("CO09", "CO10", "CO11")),
    Division(("CO12",), {"CO12": "CO13"}),
    Division(("CR06",), {"CR06": "CR08"}),
    Division(("EECO01",), is_whole=True),
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

ALONE: Mapping[str, frozenset[str]] = MappingProxyType(
    {"CO08": frozenset({"CO01", "CO04"}), "BW62_TOPICS": frozenset({"BW62_TALKS"})}
)
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
        complete: For each of these groups the cell of all complete records, where only those count.
        knows_all: Whether readers may know how many persons there are in all.
        known: Cells that the status of a figure tells: of nobody anything is lacking.
    """

    by: tuple[str, ...]
    table: CountTable
    places: Mapping[int, CellKey]
    everybody: Mapping[CellKey, CellKey]
    persons: Mapping[CellKey, int]
    complete: Mapping[CellKey, CellKey] = MappingProxyType({})
    knows_all: bool = True
    known: frozenset[CellKey] = frozenset()


Names = tuple[str, ...]

Rows = Mapping[CellKey, tuple[int, IndicatorRow]]
"""The rows of an indicator by their groups, with their places in the report."""


def families_of(report: IndicatorReport) -> set[str]:
    """Return the families of the indicators of a report that count persons."""
    counted = {row.indicator for row in report.rows if _is_counted(row)} - _NO_PERSONS
    return {each.family for each in definitions() if each.id in counted}


def sheets_of(report: IndicatorReport) -> Iterator[Sheet]:
    """Yield the tables of a report that count persons, or what belongs to persons."""
    by_code: dict[str, list[tuple[int, IndicatorRow]]] = {}
    for place, row in enumerate(report.rows):
        if row.indicator not in _NO_PERSONS and FIGURE not in row.groups:
            by_code.setdefault(row.indicator, []).append((place, row))
    yield from _offers(report)
    plans, complete = _plans(report), _complete(report)
    divided: set[str] = set()
    for division in _DIVISIONS:
        codes = [c for c in (*division.parts, *division.within.values()) if c in by_code]
        divided.update(codes)
        if any(_is_counted(row) for code in codes for _, row in by_code[code]):
            names = _names(report, [row for code in codes for row in by_code[code]])
            keyed = {code: _keyed(names, by_code[code]) for code in codes}
            yield _division(names, division, keyed, complete)
    for code, rows in by_code.items():
        if code in divided or not any(_is_counted(row) for _, row in rows):
            continue
        if code == "TIME_TO_FIRST_LEVEL":
            yield _proofs(report, rows)
        elif code in OWN_DIMENSIONS:
            yield from _own(report, code, rows, plans)
        else:
            names = _names(report, rows)
            found = _keyed(names, rows)
            if all(row.of is not None for _, row in found.values()) and code != "BW62_TALKS":
                yield _division(names, Division((code,)), {code: found}, complete)
            else:
                yield _plain(names, found)


def _division(
    by: Names, division: Division, rows: Mapping[str, Rows], complete: Mapping[CellKey, int]
) -> Sheet:
    """Lay out indicators that divide the same persons.

    Raises:
        InvalidValueError: If they do not: if some count under two of them, or more than there are.
    """
    first = next(iter(rows.values()))
    if division.parts[0] not in _OF_COMPLETE_RECORDS or complete.keys() != first.keys():
        complete = {}
    return _divided(by, division, rows, first, complete)


def _divided(
    by: Names,
    division: Division,
    rows: Mapping[str, Rows],
    everybody: Rows,
    complete: Mapping[CellKey, int] = MappingProxyType({}),
) -> Sheet:
    """Lay out persons by the indicators under which they count.

    Raises:
        InvalidValueError: If some count under two of them, or more than there are.
    """
    others = [
        place
        for keyed in rows.values()
        if keyed.keys() != everybody.keys()
        for place, _ in keyed.values()
    ]
    if others:
        raise InvalidValueError(ATTEMPT, [NOT_THE_SUM.at(f"/rows/{place}") for place in others])
    persons = {key: _persons(row) for key, (_, row) in everybody.items()}
    is_whole = division.is_whole and all(part in rows for part in division.parts)
    leaves, sums = _leaves(division, rows)
    told = {key: sum(counts[key] for counts in leaves.values()) for key in persons}
    if division.told is not None:
        sums[division.told] = list(leaves)
    if complete:
        if not is_whole:
            leaves[NONE_OF_THEM] = {key: complete[key] - told[key] for key in persons}
        sums[COMPLETE] = list(leaves)
        told = dict(complete)
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
        groups=_groups(by, everybody) | {ANSWER: list(leaves)},
        sums={ANSWER: sums} if sums else None,
        absent=0,
    )
    return Sheet(
        by,
        table,
        places={
            place: (*key, code) for code, keyed in rows.items() for key, (place, _) in keyed.items()
        },
        everybody={key: (*key, TOTAL) for key in persons},
        persons=persons,
        complete={key: (*key, COMPLETE) for key in complete},
        known=frozenset(
            (*key, REST)
            for key, (_, row) in everybody.items()
            if (is_whole or complete) and row.status is FigureStatus.COUNTED
        ),
    )


def _leaves(
    division: Division, rows: Mapping[str, Rows]
) -> tuple[dict[str, dict[CellKey, int]], dict[str, list[str]]]:
    """Return the counts of what shares no person, and which of them sum up to what."""
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
    return leaves, sums


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


def _proofs(report: IndicatorReport, rows: list[tuple[int, IndicatorRow]]) -> Sheet:
    """Lay out who has reached a level, who has not, and who had before: they divide the persons."""
    by, name = _names(report, rows), OWN_DIMENSIONS["TIME_TO_FIRST_LEVEL"].name
    groups: dict[str, list[tuple[int, IndicatorRow]]] = {}
    for place, row in rows:
        groups.setdefault(row.groups.get(name, TOTAL), []).append((place, row))
    keyed = {group: _keyed(by, found) for group, found in groups.items()}
    whole = keyed.pop(TOTAL, {})
    if not keyed:
        return _divided(by, Division((TOLD,)), {TOLD: whole}, whole)
    sheet = _divided(by, Division(tuple(keyed), is_whole=True, told=TOLD), keyed, whole)
    places = {place: (*key, TOLD) for key, (place, _) in whole.items()}
    return attrs.evolve(sheet, places={**sheet.places, **places})


def _complete(report: IndicatorReport) -> dict[CellKey, int]:
    """Return how many complete records of 2014-2020 there are, where the report tells."""
    for code in ("CO01", "CO03", "CO05", "CO06", "CO07", "CO09", "CO10", "CO11"):
        rows = [(n, row) for n, row in enumerate(report.rows) if row.indicator == code]
        if rows:
            keyed = _keyed(_names(report, rows), rows)
            return {key: row.of or 0 for key, (_, row) in keyed.items()}
    return {}


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
    is_part = all(row.of is not None for _, row in keyed.values())
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
    yield Sheet(by, table, places, everybody, plans, knows_all=False)


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
