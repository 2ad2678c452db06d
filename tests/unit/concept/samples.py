"""A district with its concept and its network, invented for tests of the municipal side."""

import datetime as dt
from typing import Any

import pytest

from integrationsplan import Period
from integrationsplan.concept import (
    ConceptGoal,
    ConceptIndicator,
    ConceptLevel,
    ConceptMeasure,
    FieldOfAction,
    IndicatorSense,
    IndicatorValue,
    IntegrationConcept,
    IntegrationNetwork,
    NetworkGroup,
    NetworkGroupKind,
    Offer,
    OfferField,
    OfferUse,
    Organisation,
    Resolution,
    ResolutionKind,
)
from integrationsplan.errors import InvalidValueError
from integrationsplan.findings import Finding
from integrationsplan.history import Author, Entry, State
from integrationsplan.values import FrozenMap

AUTHOR = Author(role="integration_manager", id="im-7")
BODY = Organisation(id="district", name="Landkreis Musterland")
OPENED = dt.date(2019, 1, 1)


def day(text: str) -> dt.date:
    """Read a day."""
    return dt.date.fromisoformat(text)


def span(start: str | None, end: str | None) -> Period:
    """Return a period between two days; nothing is an open end."""
    return Period(None if start is None else day(start), None if end is None else day(end))


def on(number: int = 0) -> dict[str, Any]:
    """Return who records something so many days after the opening, and from when it counts."""
    moment = dt.datetime(2019, 1, 1, 9, tzinfo=dt.UTC) + dt.timedelta(days=number)
    return {"author": AUTHOR, "recorded_at": moment, "effective_on": moment.date()}


def concept(*put: Any, id: str = "concept-1", **more: Any) -> IntegrationConcept:
    """Return a concept that was opened on 1 January 2019."""
    fields = {"title": "Konzept", "level": ConceptLevel.DISTRICT, "body": BODY, **on(), **more}
    return IntegrationConcept.open(id=id, put=put, **fields)


def network(*put: Any, id: str = "network-1", **more: Any) -> IntegrationNetwork:
    """Return a network that was opened on 1 January 2019."""
    fields = {"title": "Netzwerk", "body": BODY, **on(), **more}
    return IntegrationNetwork.open(id=id, put=put, **fields)


def state(*entries: Entry) -> State[Any]:
    """Return a state of entries, without a history."""
    return State(FrozenMap({entry.id: entry for entry in entries}))


def resolution(
    id: str = "r-1",
    on: str | None = None,
    valid: tuple[str | None, str | None] | None = None,
    sort: ResolutionKind = ResolutionKind.ADOPTED,
    **more: Any,
) -> Resolution:
    """Return a resolution of the district's assembly."""
    return Resolution(
        id=id,
        sort=sort,
        by="Kreistag",
        on=None if on is None else day(on),
        valid=None if valid is None else span(*valid),
        **more,
    )


def field(id: str = "f-1", **more: Any) -> FieldOfAction:
    """Return a field of action."""
    return FieldOfAction(id=id, title="Sprache", **more)


def goal(id: str = "z-1", **more: Any) -> ConceptGoal:
    """Return a goal."""
    return ConceptGoal(id=id, title="Alle lernen Deutsch", **more)


def measure(id: str = "m-1", **more: Any) -> ConceptMeasure:
    """Return a measure."""
    return ConceptMeasure(id=id, title="Erstorientierungskurse", **more)


def value(on: str, number: str, **more: Any) -> IndicatorValue:
    """Return a value of an indicator on a day."""
    return IndicatorValue(on=day(on), value=number, **more)


def indicator(
    id: str = "i-1", sense: IndicatorSense = IndicatorSense.EFFECT, **more: Any
) -> ConceptIndicator:
    """Return an indicator of effects."""
    return ConceptIndicator(id=id, title="Abschlüsse", sense=sense, **more)


def offer(id: str = "o-1", **more: Any) -> Offer:
    """Return an offer of the district in the field of language."""
    fields = {"field": OfferField.LANGUAGE, "title": "Sprachcafé", "provider": "district", **more}
    return Offer(id=id, **fields)


def use(
    id: str = "u-1", start: str = "2019-01-01", end: str = "2019-12-31", **more: Any
) -> OfferUse:
    """Return how the offer was used in a time."""
    return OfferUse(id=id, **{"offer": "o-1", "period": span(start, end), **more})


def group(id: str = "g-1", **more: Any) -> NetworkGroup:
    """Return a working group."""
    return NetworkGroup(id=id, title="AK Sprache", sort=NetworkGroupKind.WORKING_GROUP, **more)


def told(findings: tuple[Finding, ...]) -> list[tuple[str | None, str]]:
    """Return subject and code of each finding."""
    return [(finding.subject, finding.code) for finding in findings]


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """Return the code of each finding."""
    return [finding.code for finding in findings]


def problems_of(make: Any, *args: Any, **content: Any) -> list[tuple[str, str]]:
    """Return code and place of what keeps something from being made."""
    with pytest.raises(InvalidValueError) as caught:
        make(*args, **content)
    for problem in caught.value.problems:
        assert all("{" not in problem.text(language) for language in ("de", "en"))
    return [(problem.code, problem.pointer) for problem in caught.value.problems]
