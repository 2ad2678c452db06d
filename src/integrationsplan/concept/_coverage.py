"""Which offers there are by field, region, language and more: what overlaps, and what is missing.

An offer that does not say in which language it is held may be in any: it neither covers a language
nor leaves a gap for sure. So an answer has three values, and what is not known is never a no.
"""

import datetime as dt
import functools
import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import describe_value
from integrationsplan._model._specs import EXACT_NAMES
from integrationsplan.concept._codes import OfferField, OfferPermanence, PlaceKind, TargetGroup
from integrationsplan.concept._offers import Offer
from integrationsplan.concept._review_network import runs
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.history import State
from integrationsplan.problems import TOO_MANY, TOO_SHORT, WRONG_TYPE
from integrationsplan.values import AGS, FrozenMap, Labelled
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


def _places(offer: Offer) -> list[str | None]:
    # Where something online is used from, nobody knows; nor where a mere name is.
    return [
        None
        if place.kind is PlaceKind.ONLINE
        else place.city
        if place.region is None
        else place.region.key
        for place in offer.places
    ]


def _languages(offer: Offer) -> list[str | None]:
    return [*offer.languages, *([] if offer.interpreting is None else [None])]


def _permanence(offer: Offer) -> list[str | None]:
    return [] if offer.permanence is None else [offer.permanence.value]


COVERAGE_DIMENSIONS: Mapping[str, Callable[[Offer], list[str | None]]] = MappingProxyType(
    {
        "field": lambda offer: [offer.field.value],
        "region": lambda offer: [region.key for region in offer.regions],
        "place": _places,
        "language": _languages,
        "target_group": lambda offer: [group.value for group in offer.target_groups],
        "provider": lambda offer: [offer.provider],
        "permanence": _permanence,
    }
)
"""By what offers can be laid side by side.

An empty list says that it is not known; a nothing in it, that there may be more than is named: with
interpreters, other languages; online, any place.
"""

_CODES: Mapping[str, type[Labelled]] = MappingProxyType(
    {"field": OfferField, "target_group": TargetGroup, "permanence": OfferPermanence}
)
"""Where only the codes of a list make sense: a slip of the pen must not look like a gap."""

_REGIONS = frozenset({"region", "place"})
"""Where a key covers all that lies in it: an offer for the district is one for its towns."""

_WITHIN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "everyone": frozenset(str(group.value) for group in TargetGroup),
        "newcomers": frozenset({"refugees", "unaccompanied-minors"}),
    }
)
"""The target groups that lie in a wider one: an offer for everyone is one for women."""


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
        vague: Ids of the offers that may do more than they say, by dimension.
    """

    day: dt.date
    by: tuple[str, ...]
    offers: FrozenMap[str, tuple[tuple[str, ...], ...]]
    vague: FrozenMap[str, frozenset[str]]

    def covering(self, *at: str | Labelled | AGS) -> tuple[str, ...]:
        """Return the ids of the offers that do something for sure.

        Args:
            at: One value for each dimension: a text, a member of a code list, or a region.

        Raises:
            InvalidValueError: If there are more or fewer values than dimensions.
            UnknownNameError: If a code list has no such code.
        """
        return self._named(self._at(at).sure)

    def perhaps(self, *at: str | Labelled | AGS) -> tuple[str, ...]:
        """Return the ids of the offers that may do it, because they do not say enough."""
        return self._named(self._at(at).perhaps)

    def status(self, *at: str | Labelled | AGS) -> Covering:
        """Return whether something is offered, perhaps, or not."""
        found = self._at(at)
        if found.sure:
            return Covering.OFFERED
        return Covering.PERHAPS if found.may else Covering.NOT_OFFERED

    def overlaps(self) -> tuple[Overlap, ...]:
        """Return where two or more offers do the same for sure, in the order of the values.

        Of regions, places and groups it looks at those that an offer names: an offer for a district
        overlaps with one for a town in it, there.

        Raises:
            InvalidValueError: If the offers have more than a million combinations of values.
        """
        sizes = [math.prod(map(len, values)) for values in self.offers.values()]
        _check_size("overlaps", sum(sizes))
        cells = {cell for values in self.offers.values() for cell in itertools.product(*values)}
        lists = [
            {value: self._doing(place, value) for value in self._known(place)}
            for place in range(len(self.by))
        ]
        found = (
            (cell, self._in_all(lists[place][value] for place, value in enumerate(cell)).sure)
            for cell in sorted(cells)
        )
        # A number with one bit alone, which is one offer, shares none with the number before it.
        return tuple(Overlap(cell, self._named(sure)) for cell, sure in found if sure & (sure - 1))

    def gaps(self, **wanted: Iterable[str | Labelled | AGS]) -> tuple[CoverageGap, ...]:
        """Return what is wanted and offered by nobody for sure.

        Args:
            wanted: The values that are wanted, by dimension; for a dimension that is left out,
                those that any offer has.

        Raises:
            UnknownNameError: If a dimension is none of this coverage, or a code is in no list.
            InvalidValueError: If the values are not in a list, or more than a million combinations
                are wanted.
        """
        for name in wanted:
            if name not in self.by:
                raise UnknownNameError(Wording("dimension", "Merkmal"), name, self.by)
        lists = [
            _listed(name, wanted[name]) if name in wanted else self._known(place)
            for place, name in enumerate(self.by)
        ]
        _check_size("gaps", math.prod(map(len, lists)))
        doing = [
            [(value, self._doing(place, value)) for value in values]
            for place, values in enumerate(lists)
        ]
        found = (
            (tuple(value for value, _ in cell), self._in_all(each for _, each in cell))
            for cell in itertools.product(*doing)
        )
        return tuple(
            CoverageGap(at, self._named(each.perhaps)) for at, each in found if not each.sure
        )

    def _known(self, place: int) -> list[str]:
        return sorted(self._index[place].doing)

    def _at(self, at: tuple[object, ...]) -> "_Doing":
        if len(at) > len(self.by):
            raise InvalidValueError("coverage", [TOO_MANY.at(length=len(at), most=len(self.by))])
        if len(at) < len(self.by):
            problem = TOO_SHORT.at(length=len(at), least=len(self.by))
            raise InvalidValueError("coverage", [problem])
        values = [_text(name, value) for name, value in zip(self.by, at, strict=True)]
        return self._in_all(self._doing(place, value) for place, value in enumerate(values))

    @functools.cached_property
    def _index(self) -> tuple["_Dimension", ...]:
        """Who does what in each dimension. Worked out once."""
        found = []
        for place, name in enumerate(self.by):
            doing: dict[str, int] = {}
            vague = 0
            for number, (offer, values) in enumerate(self.offers.items()):
                for value in values[place]:
                    doing[value] = doing.get(value, 0) | 1 << number
                vague |= (offer in self.vague[name]) << number
            found.append(_Dimension(doing, vague))
        return tuple(found)

    def _doing(self, place: int, wanted: str) -> "_Doing":
        """Return which offers do something in one dimension, and which may."""
        doing, vague = self._index[place]
        sure = 0
        for value in _covering(self.by[place], wanted):
            sure |= doing.get(value, 0)
        return _Doing(sure, sure | vague)

    def _in_all(self, dimensions: Iterable["_Doing"]) -> "_Doing":
        """Lay dimensions together: only who does something in all of them does it."""
        sure = may = (1 << len(self.offers)) - 1  # where nothing is asked for, everybody
        for each in dimensions:
            sure &= each.sure
            may &= each.may
        return _Doing(sure, may)

    def _named(self, offers: int) -> tuple[str, ...]:
        return tuple(itertools.compress(self.offers, map(int, reversed(f"{offers:b}"))))


class _Dimension(NamedTuple):
    """Who does what in a dimension, one bit for an offer in their order.

    Attributes:
        doing: Those that name a value, by the value.
        vague: Those that may do more than they name.
    """

    doing: dict[str, int]
    vague: int


class _Doing(NamedTuple):
    """Who does something, one bit for an offer in their order: so many are laid together at once.

    Attributes:
        sure: Those that do it for sure.
        may: Those, and those that may.
    """

    sure: int
    may: int

    @property
    def perhaps(self) -> int:
        """Those that may do it, and not for sure."""
        return self.may & ~self.sure


def coverage(
    state: State[Any], day: dt.date, by: Iterable[str] = ("field", "region", "language")
) -> Coverage:
    """Lay the offers that run on a day side by side.

    Args:
        state: The entries of a network, such as ``network.at(day)``.
        day: The day.
        by: Names of `COVERAGE_DIMENSIONS`, or one of them.

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
    names = (by,) if isinstance(by, str) else tuple(dict.fromkeys(by))
    for name in names:
        if name not in COVERAGE_DIMENSIONS:
            raise UnknownNameError(Wording("dimension", "Merkmal"), name, COVERAGE_DIMENSIONS)
    told = {
        offer.id: [COVERAGE_DIMENSIONS[name](offer) for name in names]
        for offer in state.of(Offer)
        if runs(offer, day)
    }
    return Coverage(
        day,
        names,
        FrozenMap(
            {
                offer: tuple(tuple(dict.fromkeys(_said(values))) for values in lists)
                for offer, lists in told.items()
            }
        ),
        FrozenMap(
            {
                name: frozenset(
                    offer
                    for offer, lists in told.items()
                    if not lists[place] or None in lists[place]
                )
                for place, name in enumerate(names)
            }
        ),
    )


def _said(values: list[str | None]) -> Iterator[str]:
    return (value for value in values if value is not None)


def _listed(name: str, values: object) -> list[str]:
    """Return what is wanted in a dimension, each once."""
    if isinstance(values, str) or not isinstance(values, Iterable):
        wanted = Wording("a list of values", "eine Liste von Werten")
        problem = WRONG_TYPE.at(f"/{name}", found=describe_value(values), allowed=wanted)
        raise InvalidValueError("gaps", [problem])
    return list(dict.fromkeys(_text(name, value) for value in values))


def _text(name: str, value: object) -> str:
    """Return a value of a dimension as the text that stands for it."""
    if isinstance(value, Labelled):
        value = value.value
    elif isinstance(value, AGS):
        value = value.key
    if not isinstance(value, str):
        found, allowed = describe_value(value), EXACT_NAMES[str]
        raise InvalidValueError(
            "coverage", [WRONG_TYPE.at(f"/{name}", found=found, allowed=allowed)]
        )
    if name in _CODES:
        known = [str(member.value) for member in _CODES[name]]
        if value not in known:
            raise UnknownNameError(Wording("code", "Code"), value, known)
    return value


def _covering(name: str, wanted: str) -> Iterator[str]:
    """Yield the values that cover one: itself, the regions around it, the wider groups."""
    yield wanted
    if name in _REGIONS:
        starts = (wanted[:length] for length in range(1, min(len(wanted), 8)))
        yield from (start for start in starts if start.isdigit())
    elif name == "target_group":
        yield from (wide for wide, groups in _WITHIN.items() if wanted in groups)


def _check_size(attempt: str, size: int) -> None:
    if size > MOST_CELLS:
        raise InvalidValueError(attempt, [TOO_MANY.at(length=size, most=MOST_CELLS)])
