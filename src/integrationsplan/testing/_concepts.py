"""The municipal side: what entries must say together, and concepts and networks that have lived."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from integrationsplan._model import evolve
from integrationsplan.concept import (
    PROFILE_ID,
    ConceptGoal,
    ConceptIndicator,
    ConceptLevel,
    ConceptMeasure,
    ConceptProfile,
    IndicatorValue,
    IntegrationConcept,
    IntegrationNetwork,
    MeasureFunding,
    NetworkProfile,
    OfferUse,
    Organisation,
    Resolution,
    Stage,
)
from integrationsplan.concept._profile import GIVES_VALIDITY
from integrationsplan.history import Author, Entry, RevisedDocument
from integrationsplan.testing._builders import fixed_salts
from integrationsplan.testing._forge import LAWS, MENDS, Forge
from integrationsplan.values import Money, Period
from integrationsplan.values._numbers import is_ambiguous

__all__ = ["concepts", "networks"]

_AUTHOR = Author(role="integration_manager", id="im-7")
_OPENED = dt.datetime(2019, 5, 14, 9, tzinfo=dt.UTC)
_DAY = dt.date(2019, 5, 13)


# -- what fields must say together -----------------------------------------------------------------


def _profile(fields: dict[str, Any]) -> None:
    fields["id"] = PROFILE_ID


def _goal(fields: dict[str, Any]) -> None:
    if fields.get("part_of") == fields["id"]:
        del fields["part_of"]


def _resolution(fields: dict[str, Any]) -> None:
    if fields.get("votes_against"):
        fields["is_unanimous"] = False
    if fields["sort"] not in GIVES_VALIDITY:
        fields.pop("valid", None)


def _stage(fields: dict[str, Any]) -> None:
    start = fields["period"].start if fields.get("period") else None
    done = fields.get("done_on")
    if start is not None and done is not None and done < start:
        fields["done_on"] = start


def _not_below_zero(name: str) -> Any:
    def mend(fields: dict[str, Any]) -> None:
        if fields.get(name) is not None:
            fields[name] = Money(abs(fields[name].minor), fields[name].currency)

    return mend


def _value(fields: dict[str, Any]) -> None:
    if is_ambiguous(fields["value"]):
        fields["value"] = "66.5"


def _indicator(fields: dict[str, Any]) -> None:
    for name in ("targets", "values"):
        if name in fields:
            fields[name] = tuple({value.on: value for value in fields[name]}.values())


def _use(fields: dict[str, Any]) -> None:
    if not fields["period"].is_bounded:
        fields["period"] = Period.of_year(2019)
    fields.setdefault("participants", 12)
    fields.pop("newcomers", None)


# -- documents -------------------------------------------------------------------------------------


@st.composite
def _revised(draw: st.DrawFn, document: RevisedDocument[Any], forge: Forge) -> Any:
    """Draw a document with more revisions, of entries that it may hold, but for its head."""
    kinds = [cls for cls in type(document).entry_types if cls not in (*_HEADS, Resolution)]
    for number in range(draw(st.integers(0, 2))):
        chosen: list[type[Entry]] = draw(st.lists(st.sampled_from(kinds), max_size=3))
        put = [
            evolve(draw(forge.of(cls)), id=f"e{number}-{place}") for place, cls in enumerate(chosen)
        ]
        document = document.revise(
            author=_AUTHOR,
            recorded_at=_OPENED + dt.timedelta(days=number + 1),
            effective_on=_DAY + dt.timedelta(days=draw(st.integers(0, 900))),
            put=put,
            reason=draw(st.none() | st.just("Fortschreibung")),
            salts=fixed_salts(number + 1),
        )
    return document


@st.composite
def _concepts(draw: st.DrawFn, forge: Forge) -> IntegrationConcept:
    resolution = draw(forge.of(Resolution))
    concept = IntegrationConcept.open(
        id="concept-1",
        title="Integrationskonzept",
        level=draw(st.sampled_from(ConceptLevel)),
        body=Organisation(id="district", name="Landkreis Musterland"),
        author=_AUTHOR,
        recorded_at=_OPENED,
        effective_on=_DAY,
        put=[evolve(resolution, id="r-1", revision=None)],
        salts=fixed_salts(0),
    )
    found: IntegrationConcept = draw(_revised(concept, forge))
    return found


def _networks(forge: Forge) -> st.SearchStrategy[IntegrationNetwork]:
    network = IntegrationNetwork.open(
        id="network-1",
        title="Netzwerk",
        body=Organisation(id="district", name="Landkreis Musterland"),
        author=_AUTHOR,
        recorded_at=_OPENED,
        effective_on=_DAY,
        salts=fixed_salts(0),
    )
    return _revised(network, forge)


def concepts() -> st.SearchStrategy[IntegrationConcept]:
    """Return a strategy of integration concepts with a short history.

    Example:
        >>> some = concepts()
    """
    return _concepts(Forge())


def networks() -> st.SearchStrategy[IntegrationNetwork]:
    """Return a strategy of networks with a short history.

    Example:
        >>> some = networks()
    """
    return _networks(Forge())


_HEADS = (ConceptProfile, NetworkProfile)

LAWS.update({IntegrationConcept: _concepts, IntegrationNetwork: _networks})
MENDS.update(
    {
        ConceptGoal: _goal,
        ConceptIndicator: _indicator,
        ConceptProfile: _profile,
        ConceptMeasure: _not_below_zero("cost"),
        IndicatorValue: _value,
        MeasureFunding: _not_below_zero("amount"),
        NetworkProfile: _profile,
        OfferUse: _use,
        Resolution: _resolution,
        Stage: _stage,
    }
)
