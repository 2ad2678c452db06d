"""The rows of a report: every group of an indicator, with every sum."""

import itertools
from collections.abc import Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from integrationsplan._model import FrozenMap
from integrationsplan.funding import Post
from integrationsplan.monitoring._cells import Cell, Groups
from integrationsplan.monitoring._counselling import (
    BEFORE_START,
    COUNSELLING,
    PROVEN,
    WITHOUT_PROOF,
)
from integrationsplan.monitoring._esf import ESF
from integrationsplan.monitoring._report import FigureStatus, IndicatorRow
from integrationsplan.monitoring._tables import TOTAL
from integrationsplan.values import Rounding, parse_number, round_ratio

if TYPE_CHECKING:
    from integrationsplan.monitoring._tally import PlanTally

__all__ = ["FIGURE", "OWN_DIMENSIONS", "ratio_text", "rows_of"]

FIGURE = "figure"
"""The dimension of what belongs to an indicator and is no group of it."""


class OwnDimension(NamedTuple):
    """The breakdown that an indicator brings with it.

    Attributes:
        name: What it is called.
        adds_up: Whether the groups share nothing, so that their sum says something.
        groups: Groups that are always shown.
    """

    name: str
    adds_up: bool = True
    groups: tuple[str, ...] = ()


OWN_DIMENSIONS: Mapping[str, OwnDimension] = MappingProxyType(
    {
        "BW62_TOPICS": OwnDimension("topic", adds_up=False),
        "GOALS_REACHED_BY_FIELD": OwnDimension("field"),
        "RECOGNITION_OUTCOMES": OwnDimension("outcome"),
        "TIME_TO_FIRST_LEVEL": OwnDimension("proof", groups=(PROVEN, WITHOUT_PROOF, BEFORE_START)),
    }
)

_WITHOUT_OF = frozenset({"BW62_TOPICS", "RECOGNITION_OUTCOMES", "CASELOAD_PER_FTE"})
"""Indicators of things, not of a part of all of them."""


def rows_of(tally: "PlanTally", posts: tuple[Post, ...] | None) -> Iterator[IndicatorRow]:
    """Yield the rows of every indicator of a tally."""
    groups = [(*found, TOTAL) for found in tally.groups()]
    keys = list(itertools.product(*groups))
    for code in tally.indicators:
        if not _is_computable(code, tally):
            yield IndicatorRow(indicator=code, status=FigureStatus.NOT_COMPUTABLE)
        elif code == "CASELOAD_PER_FTE":
            yield from _caseload(tally, posts)
        else:
            yield from _counted(code, tally, keys)


def ratio_text(number: Fraction) -> str:
    """Write a ratio with two decimals, rounded half up."""
    hundredths = round_ratio(number.numerator * 100, number.denominator, Rounding.HALF_UP)
    whole, part = divmod(hundredths, 100)
    return f"{whole}.{part:02}"


def _is_computable(code: str, tally: "PlanTally") -> bool:
    rules = tally.rules
    if code in ("PLANS_LIVING", "PLANS_DEAD"):
        return rules.alive_within_months is not None
    if code == "PLANS_OVER_TERM":
        return rules.longest_term_months is not None
    return code in COUNSELLING or code in ESF


def _counted(code: str, tally: "PlanTally", keys: list[Groups]) -> Iterator[IndicatorRow]:
    cells = tally.margins(code)
    own = OWN_DIMENSIONS.get(code)
    if own is None:
        for key in keys:
            yield _row(code, tally.by, key, cells.get((key, None), Cell()))
        return
    seen = sorted({group for _, group in cells if group is not None} - {*own.groups})
    for key in keys:
        whole = Cell()
        for group in (*own.groups, *seen):
            cell = cells.get((key, group), Cell())
            whole.add(cell)
            yield _row(code, tally.by, key, cell, {own.name: group})
        whole.add(cells.get((key, None), Cell()))
        total = {own.name: TOTAL}
        if own.adds_up:
            yield _row(code, tally.by, key, whole, total)
        else:
            yield _row(code, tally.by, key, whole, total, FigureStatus.NOT_COMPUTABLE)
        if code == "TIME_TO_FIRST_LEVEL":
            yield _median(code, tally.by, key, whole)


def _row(  # one argument for each part of a row
    code: str,
    by: tuple[str, ...],
    key: Groups,
    cell: Cell,
    own: Mapping[str, str] | None = None,
    status: FigureStatus | None = None,
) -> IndicatorRow:
    is_part = own is not None and TOTAL not in own.values()
    if status is None:
        status = _status(code, cell)
    return IndicatorRow(
        indicator=code,
        groups=_named(by, key, own),
        value=str(cell.number) if status.has_value else None,
        status=status,
        of=None if code in _WITHOUT_OF else cell.of,
        # Whoever says nothing of a topic says nothing of which: such records stand with the total.
        lacking=None if is_part else cell.lacking,
        undecided=None if is_part else cell.undecided,
    )


def _status(code: str, cell: Cell) -> FigureStatus:
    if not cell.lacking and not cell.undecided:
        return FigureStatus.COUNTED
    is_said = bool(cell.number if code in _WITHOUT_OF else cell.of)
    return FigureStatus.INCOMPLETE if is_said else FigureStatus.UNKNOWN


def _median(code: str, by: tuple[str, ...], key: Groups, cell: Cell) -> IndicatorRow:
    median = cell.median_days
    return IndicatorRow(
        indicator=code,
        groups=_named(by, key, {FIGURE: "median-days"}),
        value=None if median is None else _half(median),
        status=FigureStatus.NOT_COMPUTABLE
        if median is None
        else FigureStatus.INCOMPLETE
        if cell.lacking
        else FigureStatus.COUNTED,
        of=cell.days.total(),
    )


def _half(number: Fraction) -> str:
    return str(number) if number.denominator == 1 else f"{number.numerator // 2}.5"


def _caseload(tally: "PlanTally", posts: tuple[Post, ...] | None) -> Iterator[IndicatorRow]:
    """Yield the open plans, the filled posts and their ratio on the key date.

    A post that nobody holds has no caseload: with no post held there is no ratio.
    """
    code = "CASELOAD_PER_FTE"
    key = (TOTAL,) * len(tally.by)
    plans = sum(cell.number for (found, _, _), cell in tally.cells.items() if found == code)
    yield IndicatorRow(
        indicator=code, groups=_named(tally.by, key, {FIGURE: "plans"}), value=str(plans)
    )
    held = None if posts is None else _fte(tally, posts)
    for name, value in (
        ("fte", held),
        ("plans-per-fte", Fraction(plans) / held if held else None),
    ):
        yield IndicatorRow(
            indicator=code,
            groups=_named(tally.by, key, {FIGURE: name}),
            value=None if value is None else ratio_text(value),
            status=FigureStatus.NOT_COMPUTABLE if value is None else FigureStatus.COUNTED,
        )


def _fte(tally: "PlanTally", posts: tuple[Post, ...]) -> Fraction:
    held = [post.fte for post in posts if tally.last in post.period]
    return sum(map(parse_number, held), Fraction(0))


def _named(by: tuple[str, ...], key: Groups, own: Mapping[str, str] | None) -> FrozenMap[str, str]:
    return FrozenMap({**dict(zip(by, key, strict=True)), **(own or {})})
