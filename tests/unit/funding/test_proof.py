"""Proofs of use: what was done and spent, post by post."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from tests.unit.funding.samples import (
    START,
    TWO_YEARS,
    D,
    cost,
    eur,
    filled,
    grant,
    post,
    problems,
    proof,
)

from integrationsplan import Money, Period, from_json, to_json
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import (
    CarrierReport,
    NarrativeReport,
    PostVacated,
    ProofOfUse,
    ReportSection,
)
from integrationsplan.serialization import decoders
from integrationsplan.values import FrozenMap

FRANCS = Money.of(10, "CHF")


def test_cost_in_all():
    """Costs of every line are added up."""
    assert eur("15.50") == proof(costs=(cost("a", 10), cost("b", "5.50"))).cost


def test_cost_of_a_post():
    """What belongs to a post in any of its times is its cost."""
    life = grant(
        filled(),
        PostVacated(id="v", on=D(2018, 3, 31), post="p1"),
        filled("again", D(2018, 5, 1)),
    )
    costs = (
        cost("a", 10, post="p1"),
        cost("b", 20, post="p1.2"),
        cost("c", 40),
    )
    found = proof(posts=life.posts(), costs=costs)
    assert (eur(30), eur(20), eur(0)) == (
        found.cost_of("p1"),
        found.cost_of("p1.2"),
        found.cost_of("p9"),
    )


def test_cost_of_a_post_in_parts():
    """A cost may name the whole of which posts are parts."""
    posts = (post("p1a", "0.5", of="p1"), post("p1b", "0.5", of="p1"))
    found = proof(posts=posts, costs=(cost("a", 10, post="p1"), cost("b", 5, post="p1a")))
    assert (eur(15), eur(5), eur(0)) == tuple(map(found.cost_of, ("p1", "p1a", "p1b")))


WRONG: dict[str, tuple[Callable[[], Any], list[tuple[str, str]]]] = {
    "open period": (lambda: proof(period=Period(START)), [("open_period", "/period")]),
    "post twice": (
        lambda: proof(posts=(post("a"), post("a"))),
        [("repeated_id", "/posts/1/id")],
    ),
    "cost twice": (
        lambda: proof(costs=(cost("a", 1), cost("a", 1))),
        [("repeated_id", "/costs/1/id")],
    ),
    "cost of no post": (
        lambda: proof(posts=(post("p1"),), costs=(cost("a", 1, post="p2"),)),
        [("unknown_post", "/costs/0/post")],
    ),
    "francs": (
        lambda: proof(income=FRANCS, own_money=FRANCS),
        [("other_currency", "/income"), ("other_currency", "/own_money")],
    ),
    "below zero": (lambda: proof(income=eur(-1)), [("no_money", "/income")]),
    "costs beyond all money": (
        lambda: proof(costs=(cost("a", "9" * 18), cost("b", "9" * 18))),
        [("too_large", "/costs")],
    ),
    "a moment for a day": (
        lambda: proof(submitted_on=dt.datetime(2020, 1, 1, tzinfo=dt.UTC)),
        [("wrong_type", "/submitted_on")],
    ),
    "a count below zero": (
        lambda: NarrativeReport(
            id="r", grant="g1", period=TWO_YEARS, indicators=FrozenMap({"talks": -1})
        ),
        [("too_small", "/indicators/talks")],
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_refused(name: str):
    """What a proof cannot be is told with its place."""
    make, expected = WRONG[name]
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert sorted(expected) == sorted(problems(caught.value))


@pytest.mark.parametrize("decoder", decoders())
def test_whole_proof_as_a_document(decoder: str):
    """A proof with posts, costs and a report is read back as it was."""
    report = NarrativeReport(
        id="r",
        grant="g1",
        period=TWO_YEARS,
        indicators=FrozenMap({"talks": 1200, "plans": 0}),
        sections=(ReportSection(title="Überblick", text="Zeile eins\nZeile zwei", carrier="awo"),),
    )
    whole = proof(
        is_interim=True,
        posts=(post("p1", start=START, of="p1"),),
        costs=(cost("a", "64000.01", post="p1"),),
        income=eur(0),
        own_money=eur("0.01"),
        report=report,
    )
    assert whole == from_json(to_json(whole), ProofOfUse, decoder=decoder)


def test_empty_proof():
    """A proof of nothing costs nothing, and shows its id alone."""
    assert (eur(0), "<ProofOfUse v1>") == (proof().cost, repr(proof()))


def test_report_of_a_carrier_may_be_short():
    """A carrier who has nothing to say still reports."""
    found = CarrierReport(carrier="awo", submitted_on=START, period=TWO_YEARS)
    assert ((), (), {}) == (found.posts, found.sections, dict(found.indicators))
