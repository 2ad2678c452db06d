"""Which offers there are by field, region, language and more: what overlaps, and what is missing.

An offer that does not say in which language it is held may be in any: it neither covers a language
nor leaves a gap for sure. So an answer has three values, and what is not known is never a no.
"""

import datetime as dt
import itertools
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

from integrationsplan._language import Wording
from integrationsplan.concept._offers import Offer
from integrationsplan.concept._review_network import runs
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.history import State
from integrationsplan.problems import TOO_LARGE
from integrationsplan.values import Labelled
from integrationsplan.values._period import check_day

__all__ = [
    "COVERAGE_DIMENSIONS",
    "Coverage",
    "CoverageGap",
    "Covering",
    "Overlap",
    "coverage",
]

MOST_CELLS = 1_000_000


class Covering(Labelled):
    """Whether something is offered."""

    OFFERED = "offered", "offered", "angeboten"
    PERHAPS = "perhaps", "perhaps offered", "vielleicht angeboten"
    NOT_OFFERED = "not-offered", "not offered", "nicht angeboten"


def _places(offer: Offer) -> list[str]:
    found = [place.region.key if place.region else place.city for place in offer.places]
    return [each for each in found if each is not None]


def _permanence(offer: Offer) -> list[str]:
    return [] if offer.permanence is None else [str(offer.permanence.value)]


COVERAGE_DIMENSIONS: Mapping[str, Callable[[Offer], list[str]]] = MappingProxyType(
    {
        "field": lambda offer: [str(offer.field.value)],
        "region": lambda offer: [region.key for region in offer.regions],
        "place": _places,
        "language": lambda offer: list(offer.languages),
        "target_group": lambda offer: [str(group.value) for group in offer.target_groups],
        "provider": lambda offer: [offer.provider],
        "permanence": _permanence,
    }
)
"""By what offers can be laid side by side. An empty list says that it is not known."""

_REGIONS = frozenset({"region", "place"})
"""Where a key covers all that lies in it: an offer for the district is one for its towns."""


class Overlap(NamedTuple):
    """Several offers that do the same.

    Attributes:
        at: The values of the dimensions, in their order.
        offers: Ids of the offers.
    """

    at: tuple[str, ...]
    offers: tuple[str, ...]


class CoverageGap(NamedTuple):
    """Something that no offer does for sure.

    Attributes:
        at: The values of the dimensions, in their order.
        perhaps: Ids of offers that may do it: they do not say what would be needed to know.
    """

    at: tuple[str, ...]
    perhaps: tuple[str, ...]

    @property
    def is_certain(self) -> bool:
        """Whether no offer can do it."""
        return not self.perhaps


@attrs.frozen
class Coverage:
    """The offers that run on a day, laid side by side.

    Attributes:
        day: The day.
        by: The dimensions.
        offers: For each offer its values in each dimension, by its id; nothing where not known.
    """

    day: dt.date
    by: tuple[str, ...]
    offers: Mapping[str, tuple[tuple[str, ...], ...]]

    def covering(self, *at: str) -> tuple[str, ...]:
        """Return the ids of the offers that do something for sure.

        Args:
            at: One value for each dimension.
        """
        return self._matching(at, unknown=False)

    def perhaps(self, *at: str) -> tuple[str, ...]:
        """Return the ids of the offers that may do it, because they do not say enough."""
        sure = set(self.covering(*at))
        return tuple(name for name in self._matching(at, unknown=True) if name not in sure)

    def overlaps(self) -> tuple[Overlap, ...]:
        """Return where two or more offers do the same for sure, in the order of the values."""
        cells: dict[tuple[str, ...], list[str]] = {}
        for name, values in self.offers.items():
            for cell in itertools.product(*values):
                cells.setdefault(cell, []).append(name)
        return tuple(
            Overlap(cell, tuple(names)) for cell, names in sorted(cells.items()) if len(names) > 1
        )

    def gaps(self, **wanted: Iterable[str]) -> tuple[CoverageGap, ...]:
        """Return what is wanted and offered by nobody for sure.

        Args:
            wanted: The values that are wanted, by dimension; for a dimension that is left out,
                those that any offer has.

        Raises:
            UnknownNameError: If a dimension is none of this coverage.
            InvalidValueError: If more than a million combinations are wanted.
        """
        for name in wanted:
            if name not in self.by:
                raise UnknownNameError(Wording("dimension", "Merkmal"), name, self.by)
        lists = [
            list(dict.fromkeys(wanted[name])) if name in wanted else self._known(place)
            for place, name in enumerate(self.by)
        ]
        size = 1
        for values in lists:
            size *= len(values)
        if size > MOST_CELLS:
            bound = Wording(f"{MOST_CELLS} combinations", f"{MOST_CELLS} Kombinationen")
            raise InvalidValueError("gaps", [TOO_LARGE.at(bound=bound)])
        return tuple(
            CoverageGap(at, self.perhaps(*at))
            for at in itertools.product(*lists)
            if not self.covering(*at)
        )

    def status(self, *at: str) -> Covering:
        """Return whether something is offered, perhaps, or not."""
        if self.covering(*at):
            return Covering.OFFERED
        return Covering.PERHAPS if self.perhaps(*at) else Covering.NOT_OFFERED

    def _known(self, place: int) -> list[str]:
        return sorted({value for values in self.offers.values() for value in values[place]})

    def _matching(self, at: tuple[str, ...], *, unknown: bool) -> tuple[str, ...]:
        if len(at) != len(self.by):
            expected = Wording(f"{len(self.by)} values", f"{len(self.by)} Werte")
            raise InvalidValueError("coverage", [TOO_LARGE.at(bound=expected)])
        return tuple(
            name
            for name, values in self.offers.items()
            if all(
                (unknown and not found)
                or any(_covers(value, wanted, name in _REGIONS) for value in found)
                for name, found, wanted in zip(self.by, values, at, strict=True)
            )
        )


def coverage(
    state: State[Any], day: dt.date, by: Iterable[str] = ("field", "region", "language")
) -> Coverage:
    """Lay the offers that run on a day side by side.

    Args:
        state: The entries of a network, such as ``network.at(day)``.
        day: The day.
        by: Names of `COVERAGE_DIMENSIONS`.

    Raises:
        InvalidValueError: If the day is no date.
        UnknownNameError: If a dimension is not known.

    Example:
        >>> from integrationsplan.concept import OfferField
        >>> from integrationsplan.values import FrozenMap
        >>> cafe = Offer(
        ...     id="o-1", field=OfferField.LANGUAGE, title="Café", provider="vhs", languages=("de",)
        ... )
        >>> work = Offer(id="o-2", field=OfferField.WORK, title="Beratung", provider="jobcenter")
        >>> state = State(FrozenMap({"o-1": cafe, "o-2": work}))
        >>> found = coverage(state, dt.date(2019, 6, 1), by=("field", "language"))
        >>> for gap in found.gaps(language=["de", "ar"]):
        ...     print(*gap.at, gap.perhaps)
        language ar ()
        work de ('o-2',)
        work ar ('o-2',)
    """
    check_day(day)
    names = tuple(by)
    for name in names:
        if name not in COVERAGE_DIMENSIONS:
            raise UnknownNameError(Wording("dimension", "Merkmal"), name, COVERAGE_DIMENSIONS)
    offers = {
        offer.id: tuple(tuple(dict.fromkeys(COVERAGE_DIMENSIONS[name](offer))) for name in names)
        for offer in state.of(Offer)
        if runs(offer, day)
    }
    return Coverage(day, names, MappingProxyType(offers))


def _covers(value: str, wanted: str, is_region: bool) -> bool:
    return value == wanted or (is_region and wanted.startswith(value) and value.isdigit())
