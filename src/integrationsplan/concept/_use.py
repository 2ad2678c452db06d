"""How offers were used over time."""

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import attrs

from integrationsplan._model import FrozenMap
from integrationsplan.concept._network_entries import USE_FIGURES, OfferUse
from integrationsplan.concept._offers import Offer
from integrationsplan.concept._problems import OPEN_USE
from integrationsplan.errors import InvalidValueError
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
            several records are counted in each. Who waits is the newest count.
        incomplete: Names of the figures that some records of the time lack, or that several records
            of the same days have: they are not added up.
        records: Ids of the records that count.
        beyond: Ids of records that lie only partly in the time: they do not count.
        unrecorded: Parts of the time that no record covers.
        overlapping: Ids of records that count and share days with another one that does: of a
            year and of its halves, what they count would be counted twice.
    """

    offer: str
    title: str | None
    provider: str | None
    figures: Mapping[str, int]
    incomplete: tuple[str, ...]
    records: tuple[str, ...]
    beyond: tuple[str, ...]
    unrecorded: tuple[Period, ...]
    overlapping: tuple[str, ...] = ()

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
        >>> dict(use.figures), [str(part.start) for part in use.unrecorded]
        ({'sessions': 24}, ['2019-07-01'])
    """
    if not period.is_bounded:
        raise InvalidValueError("use_of_offers", [OPEN_USE.at("/period")])
    found: dict[str, list[OfferUse]] = {offer.id: [] for offer in state.of(Offer)}
    for use in state.of(OfferUse):
        if use.period.overlaps(period):
            found.setdefault(use.offer, []).append(use)
    return tuple(_row(state, offer_id, uses, period) for offer_id, uses in found.items())


def _row(state: State[Any], offer_id: str, uses: list[OfferUse], period: Period) -> UseOfOffer:
    """Return how one offer was used, by the records that share a day with the time."""
    start, end = period.bounds
    offer = state.get(offer_id)
    known = offer if isinstance(offer, Offer) else None
    inside: list[OfferUse] = []
    beyond: list[OfferUse] = []
    for use in uses:
        (inside if all(start <= day <= end for day in use.period.bounds) else beyond).append(use)
    overlapping = _overlapping(inside)
    figures = {
        name: _newest(name, inside)
        if name in _STOCKS
        else _added([getattr(use, name) for use in inside], is_twice=bool(overlapping))
        for name in USE_FIGURES
    }
    return UseOfOffer(
        offer_id,
        None if known is None else known.title,
        None if known is None else known.provider,
        FrozenMap({name: value for name, value in figures.items() if value is not None}),
        tuple(
            name
            for name, value in figures.items()
            if value is None and any(getattr(use, name) is not None for use in inside)
        ),
        tuple(use.id for use in inside),
        tuple(use.id for use in beyond),
        _uncovered(period, [use.period for use in inside]),
        tuple(use.id for use in inside if use.id in overlapping),
    )


def _added(values: list[int | None], *, is_twice: bool) -> int | None:
    """Add a figure up; nothing where a record does not know it, or days are counted twice."""
    known = [value for value in values if value is not None]
    is_whole = bool(known) and len(known) == len(values)
    return sum(known) if is_whole and not is_twice else None


def _newest(name: str, uses: list[OfferUse]) -> int | None:
    """Return the figure at the end of the newest record; nothing if two of them do not agree."""
    last = max((use.period.bounds[1] for use in uses), default=None)
    values = {getattr(use, name) for use in uses if use.period.bounds[1] == last}
    return values.pop() if len(values) == 1 else None


def _overlapping(uses: list[OfferUse]) -> frozenset[str]:
    """Return the ids of the records that have days in common with another one."""
    found: set[str] = set()
    newest: OfferUse | None = None
    for use in sorted(uses, key=lambda each: each.period.bounds):
        if newest is not None and use.period.bounds[0] <= newest.period.bounds[1]:
            found |= {use.id, newest.id}
        if newest is None or use.period.bounds[1] > newest.period.bounds[1]:
            newest = use
    return frozenset(found)


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
