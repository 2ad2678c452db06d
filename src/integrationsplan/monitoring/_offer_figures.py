"""How offers are used, as figures of a report."""

from fractions import Fraction
from typing import Any

from integrationsplan._model import FrozenMap
from integrationsplan.concept import UseOfOffer, use_of_offers
from integrationsplan.history import State
from integrationsplan.monitoring._figures import Figures
from integrationsplan.monitoring._report import FigureStatus, IndicatorRow, LackingRecords
from integrationsplan.monitoring._rows import FIGURE, ratio_text
from integrationsplan.monitoring._tables import TOTAL
from integrationsplan.values import Period

__all__ = ["offer_use_figures"]

CODE = "OFFER_USE"
COUNTS = ("participants", "places")


def offer_use_figures(state: State[Any], period: Period) -> Figures:
    """Return how each offer was used in a time: participants, places, and their ratio.

    Records that lie only partly in the time do not count, and where a figure is not known for the
    whole time it is incomplete. An offer without records is not known, not unused.

    Args:
        state: The entries of a network, such as ``network.current``.
        period: The time, with both ends.

    Raises:
        InvalidValueError: If the time has an open end.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan.concept import Offer, OfferField, OfferUse
        >>> from integrationsplan.values import FrozenMap
        >>> year = Period.of_year(2019)
        >>> entries = {
        ...     "o-1": Offer(id="o-1", field=OfferField.LANGUAGE, title="Café", provider="vhs"),
        ...     "u-1": OfferUse(id="u-1", offer="o-1", period=year, participants=45, places=60),
        ... }
        >>> found = offer_use_figures(State(FrozenMap(entries)), year)
        >>> [row.value for row in found.rows if row.groups["offer"] == "o-1"]
        ['45', '60', '0.75']
    """
    uses = use_of_offers(state, period)
    rows = [row for use in uses for row in _offer(use)]
    rows += [_total(name, uses) for name in COUNTS]
    rows.append(_total_ratio(uses))
    lacking = tuple(sorted(use.offer for use in uses if not use.records))
    named = LackingRecords(
        indicator=CODE, fact="offer_use", number=len(lacking), records=lacking[:1_000]
    )
    return Figures(tuple(rows), (named,) if lacking else ())


def _offer(use: UseOfOffer) -> list[IndicatorRow]:
    status = FigureStatus.INCOMPLETE if _has_gaps(use) else FigureStatus.COUNTED
    values = {name: _text(use.figures.get(name)) for name in COUNTS}
    values["participants-per-place"] = _ratio(use.occupancy)
    return [
        IndicatorRow(
            indicator=CODE,
            groups=FrozenMap({"offer": use.offer, FIGURE: name}),
            value=value,
            status=FigureStatus.UNKNOWN if value is None else status,
        )
        for name, value in values.items()
    ]


def _total(name: str, uses: tuple[UseOfOffer, ...]) -> IndicatorRow:
    known = [use for use in uses if name in use.figures]
    unknown = len(uses) - len(known)
    is_whole = not unknown and not any(map(_has_gaps, known))
    return IndicatorRow(
        indicator=CODE,
        groups=FrozenMap({"offer": TOTAL, FIGURE: name}),
        value=str(sum(use.figures[name] for use in known)) if known or not uses else None,
        status=FigureStatus.COUNTED
        if is_whole
        else FigureStatus.INCOMPLETE
        if known
        else FigureStatus.UNKNOWN,
        lacking=unknown,
    )


def _total_ratio(uses: tuple[UseOfOffer, ...]) -> IndicatorRow:
    """Return the ratio over the offers of which both figures are known."""
    both = [use for use in uses if all(name in use.figures for name in COUNTS)]
    participants, places = (sum(use.figures[name] for use in both) for name in COUNTS)
    is_whole = len(both) == len(uses) and not any(map(_has_gaps, both))
    return IndicatorRow(
        indicator=CODE,
        groups=FrozenMap({"offer": TOTAL, FIGURE: "participants-per-place"}),
        value=_ratio(Fraction(participants, places)) if places else None,
        status=FigureStatus.NOT_COMPUTABLE
        if not places
        else FigureStatus.COUNTED
        if is_whole
        else FigureStatus.INCOMPLETE,
        lacking=len(uses) - len(both),
    )


def _has_gaps(use: UseOfOffer) -> bool:
    return bool(use.unrecorded or use.beyond or use.incomplete)


def _text(count: int | None) -> str | None:
    return None if count is None else str(count)


def _ratio(share: Fraction | None) -> str | None:
    return None if share is None else ratio_text(share)
