"""From when to when a concept holds, by its resolutions."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from integrationsplan.concept._concept_codes import ResolutionKind
from integrationsplan.concept._profile import GIVES_VALIDITY, Resolution
from integrationsplan.history import State
from integrationsplan.values import Period, gaps
from integrationsplan.values._period import ONE_DAY, check_day

__all__ = ["valid_periods", "validity_gaps"]


def valid_periods(state: State[Any]) -> tuple[Period, ...]:
    """Return the times in which a concept holds, in order; what touches is one time.

    A resolution that names no time gives one from its day on, without an end. From the day on which
    it is ended, a concept holds no longer. A resolution without day and time gives none.

    Args:
        state: The entries of a concept, such as ``concept.current``.

    Example:
        >>> from integrationsplan.values import FrozenMap
        >>> adopted = Resolution(
        ...     id="r-1",
        ...     sort=ResolutionKind.ADOPTED,
        ...     by="Kreistag",
        ...     on=dt.date(2019, 5, 13),
        ...     valid=Period(dt.date(2019, 5, 13), dt.date(2020, 12, 31)),
        ... )
        >>> [str(period.end) for period in valid_periods(State(FrozenMap({"r-1": adopted})))]
        ['2020-12-31']
    """
    resolutions = state.of(Resolution)
    given = [period for one in resolutions if (period := _given(one)) is not None]
    for one in resolutions:
        if one.sort is ResolutionKind.ENDED and one.on is not None:
            given = list(_cut(given, one.on))
    return _united(given)


def validity_gaps(state: State[Any], until: dt.date) -> tuple[Period, ...]:
    """Return the times without a valid concept, from when one first held until a day.

    Args:
        state: The entries of a concept.
        until: The last day that is looked at.

    Raises:
        InvalidValueError: If the day is no date.
    """
    check_day(until, "until")
    periods = valid_periods(state)
    between = [gap for gap in gaps(periods) if gap.start is not None and gap.start <= until]
    found = [Period(gap.start, min(gap.end or until, until)) for gap in between]
    last = periods[-1].end if periods else None
    if last is not None and last < until:
        found.append(Period(last + ONE_DAY, until))
    return tuple(found)


def _given(resolution: Resolution) -> Period | None:
    """Return the time for which a resolution lets the concept hold."""
    if resolution.sort not in GIVES_VALIDITY:
        return None
    if resolution.valid is not None:
        return resolution.valid
    return None if resolution.on is None else Period(resolution.on, None)


def _cut(periods: Iterable[Period], ended: dt.date) -> Iterator[Period]:
    """End the times that run on a day the day before; what begins later is new."""
    for period in periods:
        runs = period.end is None or period.end >= ended
        if (period.start is not None and period.start >= ended) or not runs:
            yield period
        elif ended > dt.date.min:
            yield Period(period.start, ended - ONE_DAY)


def _united(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Join times that overlap, or follow each other without a day between."""
    found: list[Period] = []
    for period in sorted(periods, key=lambda each: each.start or dt.date.min):
        last = found[-1] if found else None
        if last is None or (last.end is not None and not _touches(last.end, period)):
            found.append(period)
        else:
            ends = None if last.end is None or period.end is None else max(last.end, period.end)
            found[-1] = Period(last.start, ends)
    return tuple(found)


def _touches(end: dt.date, period: Period) -> bool:
    return period.start is None or (period.start - end).days <= 1
