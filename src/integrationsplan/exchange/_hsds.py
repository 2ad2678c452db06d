"""Offers as Open Referral HSDS 3.2, the format in which catalogues of services are exchanged.

Source: openreferral/specification, branch 3.2, the schemas of the resources; the tabular form, in
which rows refer to each other by ids.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any

from annotated_types import Ge, Le

from integrationsplan._language import Language, Wording
from integrationsplan._model import describe_value, spec_of
from integrationsplan._model._constraints import aware_problem, fixed
from integrationsplan._model._specs import EXACT_NAMES
from integrationsplan.concept import Offer, Organisation
from integrationsplan.errors import InvalidValueError
from integrationsplan.exchange._hsds_rows import Tables
from integrationsplan.exchange._plain import check_language, exact_number
from integrationsplan.exchange._publishing_problems import (
    LISTED_TWICE,
    NO_JSON_NUMBER,
    NOT_COUNTED_AT,
    NOT_LISTED,
)
from integrationsplan.history import Entry
from integrationsplan.problems import TOO_LARGE, WRONG_TYPE, Problem, at_pointer, escape_token

__all__ = ["to_hsds"]

_PLACES = spec_of(Annotated[int, Ge(0), Le(1_000_000)])
_ID = spec_of(str)
_ORGANISATIONS = Wording("organisations", "Organisationen")
_OFFERS = Wording("offers", "Angebote")


def to_hsds(
    offers: Iterable[Offer],
    organisations: Iterable[Organisation],
    *,
    language: Language = "de",
    free_places: Mapping[str, int] | None = None,
    counted_at: dt.datetime | None = None,
) -> dict[str, list[dict[str, Any]]]:
    """Write offers as HSDS 3.2: one list of rows for each of its tables, all of them plain values.

    Ids follow from those of offers and organisations, so that the same offer is the same service
    each time. Places with the same content are one location. `HSDS_MAPPING` says field by field
    where everything goes, and what is lost.

    Args:
        offers: The offers.
        organisations: At least the providers of the offers.
        language: The language of labels and of what is put in words.
        free_places: How many places are free, by id of the offer. HSDS has no capacity without.
        counted_at: When the free places were counted, with its offset from UTC.

    Returns:
        Rows by table; each table is there, perhaps empty.

    Raises:
        InvalidValueError: If something is no offer or organisation, an id stands twice, a provider
            is not given, or an amount is not exact as a JSON number; tells every problem at once.
        UnknownNameError: If the language is not known.

    Example:
        >>> from integrationsplan.concept import OfferField
        >>> cafe = Offer(id="o-1", field=OfferField.LANGUAGE, title="Sprachcafé", provider="vhs")
        >>> tables = to_hsds([cafe], [Organisation(id="vhs", name="Volkshochschule")])
        >>> tables["service"][0]["name"], tables["service"][0]["status"]
        ('Sprachcafé', 'active')
    """
    check_language(language)
    listed, known = _listed(offers), _listed(organisations)
    free: dict[Any, Any] = dict(free_places or {})
    moment: Any = fixed(counted_at)
    problems = [
        *_misfits(listed, Offer, "/offers"),
        *_misfits(known, Organisation, "/organisations"),
        *_counting_problems(free, moment),
    ]
    if not problems:
        problems = [*_missing(listed, known, free), *_cost_problems(listed)]
    if problems:
        raise InvalidValueError("to_hsds", problems)
    tables = Tables(language)
    for organisation in known:
        tables.add_organisation(organisation)
    for offer in listed:
        tables.add_offer(offer)
        if offer.id in free:
            tables.add_capacity(offer, free[offer.id], moment)
    return tables.rows


# -- what may be wrong -----------------------------------------------------------------------------


def _listed(items: Any) -> list[Any]:
    """Make a list of what should be one; what is none is refused as its only member."""
    iterable = isinstance(items, Iterable) and not isinstance(items, str | Mapping)
    return list(items) if iterable else [items]


def _misfits(items: Sequence[Any], cls: type[Entry], pointer: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        if type(item) is not cls:
            allowed = Wording(cls.__name__, cls.__name__)
            found = describe_value(item)
            yield WRONG_TYPE.at(f"{pointer}/{index}", found=found, allowed=allowed)
        elif first.setdefault(item.id, index) != index:
            yield LISTED_TWICE.at(f"{pointer}/{index}/id", other=f"{pointer}/{first[item.id]}")


def _counting_problems(free: Mapping[Any, Any], moment: Any) -> Iterator[Problem]:
    for key, number in free.items():
        pointer = f"/free_places/{escape_token(str(key))}"
        for problem in (*_ID.problems(key), *_PLACES.problems(number)):
            yield at_pointer(problem, pointer)
    if bool(free) != (moment is not None):
        yield NOT_COUNTED_AT.at("/counted_at")
    elif moment is None:
        return
    elif type(moment) is not dt.datetime:
        found = describe_value(moment)
        yield WRONG_TYPE.at("/counted_at", found=found, allowed=EXACT_NAMES[dt.datetime])
    elif (offset_problem := aware_problem(moment)) is not None:
        yield at_pointer(offset_problem, "/counted_at")


def _missing(
    offers: Sequence[Offer], organisations: Sequence[Organisation], free: Mapping[str, int]
) -> Iterator[Problem]:
    providers = {organisation.id for organisation in organisations}
    by_id = {offer.id: offer for offer in offers}
    for index, offer in enumerate(offers):
        if offer.provider not in providers:
            yield NOT_LISTED.at(f"/offers/{index}/provider", among=_ORGANISATIONS)
    for key, number in free.items():
        pointer = f"/free_places/{escape_token(key)}"
        if key not in by_id:
            yield NOT_LISTED.at(pointer, among=_OFFERS)
            continue
        most = by_id[key].capacity
        if most is not None and number > most:
            bound = Wording("at most the capacity", "höchstens die Zahl der Plätze")
            yield TOO_LARGE.at(pointer, bound=bound)


def _cost_problems(offers: Iterable[Offer]) -> Iterator[Problem]:
    for index, offer in enumerate(offers):
        for place, cost in enumerate(offer.costs):
            if exact_number(cost.amount.amount) is None:
                yield NO_JSON_NUMBER.at(f"/offers/{index}/costs/{place}/amount")
