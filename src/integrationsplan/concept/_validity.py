"""From when to when a concept holds, by its resolutions."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from integrationsplan.concept._concept_codes import ResolutionKind
from integrationsplan.concept._profile import GIVES_VALIDITY, Resolution
from integrationsplan.history import State
from integrationsplan.values import Period, gaps
from integrationsplan.values._period import ONE_DAY, check_day

__all__ = ["valid_periods", "validity_gaps"]


def valid_periods(state: State[Any]) -> tuple[Period, ...]:
    """Return the times in which a concept holds, in order; what touches is one time.

    A resolution that names no time gives one from its day on, without an end; one that names only
    an end gives one from its day up to that. From the day on which it is ended, a concept holds no
    longer. A resolution without day and time gives none.

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
    ended = sorted(
        one.on for one in resolutions if one.sort is ResolutionKind.ENDED and one.on is not None
    )
    given = (_given(one) for one in resolutions)
    cut = (_cut(period, ended) for period in given if period is not None)
    return _united(period for period in cut if period is not None)


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
    valid, on = resolution.valid, resolution.on
    if valid is None:
        return None if on is None else Period(on, None)
    if valid.start is None and on is not None and (valid.end is None or on <= valid.end):
        return Period(on, valid.end)
    return valid


def _cut(period: Period, ended: Sequence[dt.date]) -> Period | None:
    """End a time the day before the first end after its begin; what begins on such a day is new.

    Args:
        period: The time.
        ended: The days on which a concept was ended, in order.
    """
    place = 0 if period.start is None else bisect_right(ended, period.start)
    if place == len(ended) or (period.end is not None and period.end < ended[place]):
        return period
    if ended[place] == dt.date.min:  # it had always been, and nothing is left of it
        return None
    return Period(period.start, ended[place] - ONE_DAY)


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
