"""How offers were used over time."""

import datetime as dt
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import attrs

from integrationsplan.concept._network_entries import USE_FIGURES, OfferUse
from integrationsplan.concept._offers import Offer
from integrationsplan.history import State
from integrationsplan.values import Period

__all__ = ["UseOfOffer", "use_of_offers"]

_STOCKS = frozenset({"waiting"})
"""Figures of a day, not of a time: the newest counts, and they are never added up."""


@attrs.frozen
class UseOfOffer:
    """How an offer was used in a time.

    Attributes:
        offer: Id of the offer.
        title: What it is called; nothing where it is not in the network.
        provider: Id of who makes it.
        figures: The figures that every record of the time has, by name; persons who came in
            several records are counted in each.
        incomplete: Names of the figures that some records of the time lack: they are not added up.
        records: Ids of the records that count.
        beyond: Ids of records that lie only partly in the time: they do not count.
        unrecorded: Parts of the time that no record covers.
    """

    offer: str
    title: str | None
    provider: str | None
    figures: dict[str, int]
    incomplete: tuple[str, ...]
    records: tuple[str, ...]
    beyond: tuple[str, ...]
    unrecorded: tuple[Period, ...]

    @property
    def occupancy(self) -> Fraction | None:
        """Participants for each place; nothing where one of them is not known, or there is none."""
        places = self.figures.get("places")
        participants = self.figures.get("participants")
        return Fraction(participants, places) if places and participants is not None else None


def use_of_offers(state: State[Any], period: Period) -> tuple[UseOfOffer, ...]:
    """Return how each offer was used in a time, those without any record too.

    Args:
        state: The entries of a network, such as ``network.current``.
        period: The time, with both ends.

    Raises:
        InvalidValueError: If the time has an open end.

    Example:
        >>> from integrationsplan.concept import OfferField
        >>> from integrationsplan.values import FrozenMap
        >>> half = Period(dt.date(2019, 1, 1), dt.date(2019, 6, 30))
        >>> entries = {
        ...     "o-1": Offer(id="o-1", field=OfferField.LANGUAGE, title="Café", provider="vhs"),
        ...     "u-1": OfferUse(id="u-1", offer="o-1", period=half, sessions=24),
        ... }
        >>> [use] = use_of_offers(State(FrozenMap(entries)), Period.of_year(2019))
        >>> use.figures, [str(part.start) for part in use.unrecorded]
        ({'sessions': 24}, ['2019-07-01'])
    """
    start, end = period.bounds
    found: dict[str, list[OfferUse]] = {offer.id: [] for offer in state.of(Offer)}
    for use in state.of(OfferUse):
        if use.period.overlaps(period):
            found.setdefault(use.offer, []).append(use)
    rows = []
    for offer_id, uses in found.items():
        offer = state.get(offer_id)
        known = offer if isinstance(offer, Offer) else None
        inside = [use for use in uses if all(start <= day <= end for day in use.period.bounds)]
        figures = {name: _added(name, inside) for name in USE_FIGURES}
        lacking = [name for name in USE_FIGURES if any(getattr(u, name) is None for u in inside)]
        some = [name for name in lacking if any(getattr(u, name) is not None for u in inside)]
        rows.append(
            UseOfOffer(
                offer_id,
                None if known is None else known.title,
                None if known is None else known.provider,
                {name: value for name, value in figures.items() if value is not None},
                tuple(some),
                tuple(use.id for use in inside),
                tuple(use.id for use in uses if use not in inside),
                _uncovered(period, [use.period for use in inside]),
            )
        )
    return tuple(rows)


def _added(name: str, uses: list[OfferUse]) -> int | None:
    """Add a figure up; nothing where one of the records does not know it."""
    if name in _STOCKS:
        known = [use for use in uses if getattr(use, name) is not None]
        newest = max(known, key=lambda use: use.period.bounds[1], default=None)
        return None if newest is None else getattr(newest, name)
    values = [getattr(use, name) for use in uses]
    return sum(values) if values and None not in values else None


def _uncovered(period: Period, covered: Iterable[Period]) -> tuple[Period, ...]:
    """Return the parts of a time that none of some others covers."""
    start, last = period.bounds
    found = []
    day: dt.date | None = start
    for part in sorted(covered, key=lambda each: each.bounds):
        first, end = part.bounds
        if day is not None and first > day:
            found.append(Period(day, first - dt.timedelta(1)))
        if day is not None and end >= day:
            day = end + dt.timedelta(1) if end < last else None
    if day is not None:
        found.append(Period(day, last))
    return tuple(found)
