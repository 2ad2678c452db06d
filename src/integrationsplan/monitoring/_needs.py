"""What the goals of plans ask for, and whether somebody offers it; who was sent where."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from integrationsplan._model import FrozenMap
from integrationsplan.concept import Covering, Offer, coverage
from integrationsplan.history import RevisionKind, State
from integrationsplan.monitoring._figures import Figures
from integrationsplan.monitoring._report import FigureStatus, IndicatorRow
from integrationsplan.monitoring._tables import TOTAL
from integrationsplan.plan import (
    Goal,
    IntegrationPlan,
    Lifecycle,
    Measure,
    PersonalDetails,
    Responsibility,
)
from integrationsplan.values._period import check_day

__all__ = ["Need", "Referrals", "UnmetNeed", "gap_figures", "needs_of", "referrals", "unmet_needs"]

CODE = "OFFER_GAPS"

_SAID: tuple[tuple[str, ...], ...] = (
    ("field",),
    ("field", "region"),
    ("field", "language"),
    ("field", "region", "language"),
)
"""What a need may say."""

_ENDED = frozenset(
    {Lifecycle.COMPLETED, Lifecycle.CANCELLED, Lifecycle.REJECTED, Lifecycle.ENTERED_IN_ERROR}
)


class Need(NamedTuple):
    """What open goals of plans ask for.

    Attributes:
        field: The field of the goals.
        region: Key of the region of the responsible body; nothing where it is not known.
        language: The language in which the persons want things interpreted; nothing where it is not
            known.
        plans: How many plans have such a goal.
    """

    field: str
    region: str | None
    language: str | None
    plans: int


class UnmetNeed(NamedTuple):
    """A need that nobody meets for sure.

    Attributes:
        need: The need.
        covering: Whether somebody may meet it.
        perhaps: Ids of the offers that may, because they or the need do not say enough.
    """

    need: Need
    covering: Covering
    perhaps: tuple[str, ...]


class Referrals(NamedTuple):
    """How many plans send somebody to an offer.

    Attributes:
        offers: How many plans, by the id of the offer; all offers of the network are there.
        unknown: How many plans name an offer that is not in the network, by its id.
    """

    offers: FrozenMap[str, int]
    unknown: FrozenMap[str, int]


def needs_of(plans: Iterable[IntegrationPlan], day: dt.date) -> tuple[Need, ...]:
    """Return what the open goals of plans ask for on a day; the plans are gone through once.

    Args:
        plans: The plans.
        day: The day. Plans that are not open on it ask for nothing.

    Raises:
        InvalidValueError: If the day is no date.

    Example:
        >>> needs_of([], dt.date(2019, 12, 31))
        ()
    """
    check_day(day)
    found: Counter[tuple[str, str | None, str | None]] = Counter()
    for plan in plans:
        if plan.revisions[0].effective_on > day or _is_closed(plan, day):
            continue
        state = plan.at(day)
        regions = [each.body.region for each in state.of(Responsibility)]
        languages = [each.interpreter_language for each in state.of(PersonalDetails)]
        region = regions[0].key if regions and regions[0] is not None else None
        language = languages[0] if languages else None
        fields = {str(g.field.value) for g in state.of(Goal) if g.lifecycle not in _ENDED}
        found.update((field, region, language) for field in fields)
    ordered = sorted(found.items(), key=lambda item: tuple(part or "" for part in item[0]))
    return tuple(Need(*at, plans) for at, plans in ordered)


def unmet_needs(needs: Iterable[Need], state: State[Any], day: dt.date) -> tuple[UnmetNeed, ...]:
    """Return the needs that no offer meets for sure on a day.

    A need of which the region or the language is not known is met by nobody for sure.

    Args:
        needs: What is asked for; see `needs_of`.
        state: The entries of a network, such as ``network.at(day)``.
        day: The day.

    Raises:
        InvalidValueError: If the day is no date.
        UnknownNameError: If a need has a field that offers do not know.

    Example:
        >>> from integrationsplan.concept import OfferField
        >>> from integrationsplan.values import FrozenMap
        >>> cafe = Offer(
        ...     id="o-1", field=OfferField.LANGUAGE, title="Café", provider="vhs", languages=("ar",)
        ... )
        >>> asked = [Need("language", "16066", "ar", 4), Need("work", "16066", "ar", 2)]
        >>> for found in unmet_needs(asked, State(FrozenMap({"o-1": cafe})), dt.date(2019, 1, 1)):
        ...     print(found.need.field, found.covering.value, found.perhaps)
        language perhaps ('o-1',)
        work not-offered ()
    """
    laid = {names: coverage(state, day, names) for names in _SAID}
    found = []
    for need in needs:
        said = {"field": need.field, "region": need.region, "language": need.language}
        known = {name: value for name, value in said.items() if value is not None}
        covered = laid[tuple(known)]
        sure, perhaps = covered.covering(*known.values()), covered.perhaps(*known.values())
        if sure and len(known) == len(said):
            continue
        may = (*sure, *(offer for offer in perhaps if offer not in sure))
        covering = Covering.PERHAPS if may else Covering.NOT_OFFERED
        found.append(UnmetNeed(need, covering, may))
    return tuple(found)


def gap_figures(needs: Iterable[Need], state: State[Any], day: dt.date) -> Figures:
    """Return how many combinations of field, region and language are asked for and not offered.

    The arguments and errors are those of `unmet_needs`.

    Example:
        >>> from integrationsplan.values import FrozenMap
        >>> found = gap_figures(
        ...     [Need("work", None, None, 2)], State(FrozenMap()), dt.date(2019, 1, 1)
        ... )
        >>> [(row.groups["field"], row.groups["covering"], row.value) for row in found.rows][:3]
        [('work', 'offered', '0'), ('work', 'perhaps', '0'), ('work', 'not-offered', '1')]
    """
    asked = tuple(needs)
    unmet = {each.need: each.covering for each in unmet_needs(asked, state, day)}
    counts = Counter((need.field, unmet.get(need, Covering.OFFERED)) for need in asked)
    fields = sorted({need.field for need in asked})
    rows = []
    for field in (*fields, TOTAL):
        parts = fields if field == TOTAL else [field]
        every = {covering: sum(counts[part, covering] for part in parts) for covering in Covering}
        rows += [_row(field, str(covering.value), count) for covering, count in every.items()]
        rows.append(_row(field, TOTAL, sum(every.values())))
    return Figures(tuple(rows))


def referrals(plans: Iterable[IntegrationPlan], state: State[Any], day: dt.date) -> Referrals:
    """Return how many plans send somebody to which offer, by all that counts on a day.

    Args:
        plans: The plans; they are gone through once.
        state: The entries of the network that has the offers.
        day: The day.

    Raises:
        InvalidValueError: If the day is no date.

    Example:
        >>> from integrationsplan.values import FrozenMap
        >>> referrals([], State(FrozenMap()), dt.date(2019, 12, 31)).offers
        FrozenMap({})
    """
    check_day(day)
    found: Counter[str] = Counter()
    for plan in plans:
        named = {
            measure.referral.offer
            for measure in plan.at(day).of(Measure)
            if measure.referral is not None and measure.referral.offer is not None
        }
        found.update(named)
    offers = {offer.id: found.pop(offer.id, 0) for offer in state.of(Offer)}
    return Referrals(FrozenMap(offers), FrozenMap(dict(sorted(found.items()))))


def _is_closed(plan: IntegrationPlan, day: dt.date) -> bool:
    return any(
        each.kind is RevisionKind.CLOSURE and each.effective_on <= day for each in plan.revisions
    )


def _row(field: str, covering: str, count: int) -> IndicatorRow:
    return IndicatorRow(
        indicator=CODE,
        groups=FrozenMap({"field": field, "covering": covering}),
        value=str(count),
        status=FigureStatus.COUNTED,
    )
