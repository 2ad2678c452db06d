"""Templates of goals for the fields of the founding texts."""

import datetime as dt
from collections import Counter

import pytest

from integrationsplan.errors import UnknownNameError
from integrationsplan.history import Entry, State
from integrationsplan.plan import (
    CEFR,
    GOAL_TEMPLATES,
    EmploymentKind,
    GoalField,
    GoalTemplate,
    HousingKind,
    HousingSituation,
    LanguageProficiency,
    LanguageTarget,
    Lifecycle,
    WorkSituation,
    goal_template,
)
from integrationsplan.values import FrozenMap


def german(level: CEFR) -> LanguageProficiency:
    """Make a proficiency in German."""
    return LanguageProficiency(id="l1", language="de", overall=level)


def work(number: int, employment: EmploymentKind) -> WorkSituation:
    """Make a work situation."""
    return WorkSituation(id=f"w{number}", employment=employment)


def test_there_is_one_for_every_field():
    """No field of the founding texts is without; "other" is for what nobody foresaw."""
    assert set(GoalField) - {GoalField.OTHER} == {template.field for template in GOAL_TEMPLATES}


def test_codes_are_unique_and_begin_with_the_field():
    """Codes are stable and can be sorted by field."""
    codes = Counter(template.code for template in GOAL_TEMPLATES)
    assert {1} == set(codes.values())
    assert all(template.code.startswith(f"{template.field.value}-") for template in GOAL_TEMPLATES)


@pytest.mark.parametrize("template", GOAL_TEMPLATES, ids=lambda template: template.code)
def test_makes_a_goal_that_is_only_proposed(template: GoalTemplate):
    """A template proposes; the person and the counsellor decide."""
    goal = template.goal(id="g1", language="en", due_on=dt.date(2018, 12, 31))
    assert (template.field, template.title.en, template.target, Lifecycle.PROPOSED) == (
        goal.field,
        goal.title,
        goal.target,
        goal.lifecycle,
    )


@pytest.mark.parametrize("template", GOAL_TEMPLATES, ids=lambda template: template.code)
def test_suggests_measures_for_the_goal(template: GoalTemplate):
    """Every template has a first step, in both languages, that serves the goal."""
    for language in ("de", "en"):
        measures = template.measures("g1", language=language)
        assert measures
        assert {("g1",)} == {measure.goals for measure in measures}
        assert {template.field} == {measure.field for measure in measures}


@pytest.mark.parametrize("level", [CEFR.A1, CEFR.A2, CEFR.B1, CEFR.B2])
def test_knows_the_levels_that_counselling_leads_to(level: CEFR):
    """Language goals go from A1 to B2."""
    template = goal_template(f"language-{level.value.lower()}")
    assert LanguageTarget(language="de", level=level) == template.target


def test_numbers_the_measures_after_the_goal():
    """Ids can be left to the template."""
    ids = [measure.id for measure in goal_template("recognition-full").measures("g7")]
    assert ["g7-m1", "g7-m2", "g7-m3"] == ids


def test_takes_ids_for_the_measures():
    """Or be given."""
    found = goal_template("language-b1").measures("g1", ids=["m8", "m9"])
    assert ["m8", "m9"] == [measure.id for measure in found]


def test_needs_as_many_ids_as_measures():
    """One id too few is a mistake of the caller."""
    with pytest.raises(ValueError, match="argument"):
        goal_template("language-b1").measures("g1", ids=["m8"])


def test_says_what_there_is_instead_of_an_unknown_template():
    """A slip of the pen is helped."""
    with pytest.raises(UnknownNameError, match="language-b1"):
        goal_template("language-b")


@pytest.mark.parametrize("code", ["education-certificate", "recognition-compensation"])
def test_what_no_entry_shows_has_no_target(code: str):
    """A place is no certificate, and a measure that is passed no recognition."""
    assert goal_template(code).target is None


@pytest.mark.parametrize(
    ("code", "entries", "expected"),
    [
        ("language-b1", [german(CEFR.A2)], CEFR.A2),
        ("language-b1", [], None),
        ("work-job", [work(1, EmploymentKind.MARGINAL)], EmploymentKind.MARGINAL),
        ("work-job", [work(1, EmploymentKind.MARGINAL), work(2, EmploymentKind.INTERNSHIP)], None),
        (
            "housing-flat",
            [HousingSituation(id="h1", housing=HousingKind.FOLLOW_UP)],
            HousingKind.FOLLOW_UP,
        ),
        ("housing-flat", [german(CEFR.A2)], None),
    ],
)
def test_takes_the_baseline_from_the_entries(code: str, entries: list[Entry], expected: object):
    """Where the person stands at the beginning is in the plan already, if it is clear."""
    state = State(FrozenMap({entry.id: entry for entry in entries}))
    goal = goal_template(code).goal(id="g1", state=state)
    assert expected is goal.target.baseline


@pytest.mark.parametrize("code", ["education-day-care", "recognition-full", "health-care"])
def test_what_has_no_baseline_stays_as_it_is(code: str):
    """Some targets begin with nothing."""
    template = goal_template(code)
    assert template.target == template.goal(id="g1", state=State(FrozenMap())).target
