"""Definitions of indicators: all there, all cited, each with what it needs."""

import datetime as dt
import re
from importlib import resources

import pytest

from integrationsplan.errors import UnknownNameError
from integrationsplan.monitoring import (
    CodeOrigin,
    CountedAt,
    IndicatorDefinition,
    MonitoringSense,
    definition,
    definitions,
    facts_needed,
    families,
)
from integrationsplan.values import Basis

EVERY = pytest.mark.parametrize("found", definitions(), ids=lambda found: found.id)


def test_every_code_of_the_regulations_is_there():
    """Annex I of both regulations, from the first number to the last."""
    codes = {each.id for each in definitions()}
    wanted = {f"CO{number:02}" for number in range(1, 24)}
    wanted |= {f"CR{number:02}" for number in range(1, 10)}
    wanted |= {f"EECO{number:02}" for number in range(1, 20)}
    wanted |= {f"EECR{number:02}" for number in range(1, 7)}
    assert set() == wanted - codes
    assert {"BW62_TALKS", "BW62_PLANS", "BW62_TOPICS"} <= codes


@EVERY
def test_every_definition_is_cited(found: IndicatorDefinition):
    """Each has an address to read it at, both languages, and a family."""
    assert found.citation.url
    assert found.label.de
    assert found.label.en
    assert found.definition.de != found.definition.en
    assert found.family in {each.id for each in families()}


@EVERY
def test_every_definition_says_what_it_needs_in_words(found: IndicatorDefinition):
    """What a record has to say is explained."""
    assert found.needs
    assert set(found.needs) <= set(facts_needed())


@EVERY
def test_own_codes_are_inferred(found: IndicatorDefinition):
    """What is ours is never passed off as stated."""
    if found.code_origin is CodeOrigin.OWN:
        assert Basis.INFERRED is found.basis


def test_every_fact_is_needed():
    """No fact is explained that nothing asks for."""
    assert set(facts_needed()) == {fact for each in definitions() for fact in each.needs}


def test_none_claims_an_effect():
    """No source shows an effect, so none of them is said to measure one."""
    senses = {each.sense for each in definitions()}
    assert {MonitoringSense.CONTEXT, MonitoringSense.OUTPUT, MonitoringSense.RESULT} == senses


@pytest.mark.parametrize(
    ("code", "counted"),
    [
        ("CO01", CountedAt.ENTRY),
        ("CR01", CountedAt.LEAVING),
        ("CR06", CountedAt.SIX_MONTHS),
        ("EECO02", CountedAt.ENTRY),
        ("EECR04", CountedAt.LEAVING),
        ("EECR05", CountedAt.SIX_MONTHS),
        ("BW62_TALKS", CountedAt.PERIOD),
        ("PLANS_LIVING", CountedAt.DAY),
    ],
)
def test_when_the_state_is_taken(code: str, counted: CountedAt):
    """Output at entry, results upon leaving or six months later."""
    assert counted is definition(code).counted


@pytest.mark.parametrize("code", ["EECO12", "EECO15", "CO15", "CO16"])
def test_special_categories_are_marked(code: str):
    """What tells of health or descent is marked as Article 9 asks."""
    assert definition(code).is_special


def test_citizenship_is_no_special_category():
    """The annex marks third-country nationals as personal data, no more."""
    assert not definition("EECO13").is_special


def test_reporting_changes_over_time():
    """Half-yearly until 2019, yearly since 2020."""
    [bw] = [each for each in families() if each.id == "bw-im-6.2"]
    assert ["half-yearly"] == [each.rhythm for each in bw.reporting_on(dt.date(2019, 12, 31))]
    assert ["yearly"] == [each.rhythm for each in bw.reporting_on(dt.date(2020, 1, 1))]
    [yearly] = bw.reporting_on(dt.date(2021, 1, 1))
    assert "31 January, for the past calendar year" == yearly.due


def test_misspelt_code():
    """A code that is none is told, with those that look alike."""
    with pytest.raises(UnknownNameError) as caught:
        definition("EECO2")
    assert "EECO02" in str(caught.value)


def test_misspelt_family():
    """A family that is none is told, with those that there are."""
    with pytest.raises(UnknownNameError) as caught:
        definitions("esf")
    assert "esf-2014-2020" in caught.value.known


def test_in_words():
    """Code and label, definition, source."""
    lines = definition("EECO02").format("de").splitlines()
    assert ["EECO02: Arbeitslose, auch Langzeitarbeitslose", "Bei Eintritt arbeitslos."] == lines[
        :2
    ]
    assert "2021/1057" in lines[2]


def test_nothing_of_the_workshop_is_left():
    """Notes speak of sources that readers can open."""
    file = resources.files("integrationsplan.monitoring").joinpath("indicators.toml")
    text = file.read_text(encoding="utf-8")
    assert [] == re.findall(r"\S+\.md|dossier", text)
