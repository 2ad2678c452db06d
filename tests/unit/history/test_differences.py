"""Differences between states, as data and as text."""

import datetime as dt

import pytest

from integrationsplan import AGS, CodedValue, Period, evolve
from integrationsplan.errors import UnknownNameError
from integrationsplan.history import Added, Author, Changed, FieldChange, Removed, diff_states
from integrationsplan.history._diff import say
from integrationsplan.plan import (
    CEFR,
    Agreement,
    Body,
    CertificateFamily,
    Competence,
    Goal,
    GoalField,
    IndicatorTarget,
    IntegrationPlan,
    LanguageCertificate,
    LanguageProficiency,
    Lifecycle,
    Measure,
    Party,
    PlanEntry,
    Qualification,
    QualificationCategory,
)

AUTHOR = Author(role="integration_manager", id="im-7")
GOAL = Goal(id="g1", field=GoalField.LANGUAGE, title="Deutsch B1", due_on=dt.date(2018, 12, 31))
MEASURE = Measure(id="m1", title="Integrationskurs", goals=("g1",))


def opened(*entries: PlanEntry) -> IntegrationPlan:
    """Open a plan with entries."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 3, 1),
        put=entries,
    )


def revised(plan: IntegrationPlan, *entries: PlanEntry, gone: tuple[str, ...] = ()):
    """Revise a plan a day after its newest revision."""
    day = plan.latest.recorded_at + dt.timedelta(days=1)
    return plan.revise(
        author=AUTHOR, recorded_at=day, effective_on=day.date(), put=entries, withdraw=gone
    )


def test_differences_are_typed():
    """Changed and removed entries come in the old order, added ones after them."""
    newer = evolve(GOAL, lifecycle=Lifecycle.ACCEPTED)
    competence = Competence(id="c1", title="Kochen")
    plan = revised(opened(MEASURE, GOAL), competence, newer, gone=("m1",))
    assert (Removed(MEASURE), Changed(GOAL, newer), Added(competence)) == plan.diff(1)


def test_differences_between_two_revisions():
    """Two numbers name the states, the later ones do not matter."""
    plan = revised(revised(opened(GOAL), MEASURE), gone=("m1",))
    assert (Added(MEASURE),) == plan.diff(1, 2)


def test_differences_backwards():
    """The newer state may be the older one."""
    assert (Removed(MEASURE),) == revised(opened(GOAL), MEASURE).diff(2, 1)


def test_everything_is_new_against_the_empty_state():
    """Revision 0 is the empty state; every plan begins with a person and a body."""
    found = opened(GOAL, MEASURE).diff(0)
    assert (Added(GOAL), Added(MEASURE)) == found[2:]
    assert ["subject", "responsibility"] == [difference.entry.id for difference in found[:2]]


def test_an_entry_that_came_back_unchanged_is_no_difference():
    """What was withdrawn and put again does not differ."""
    plan = revised(revised(opened(GOAL), gone=("g1",)), evolve(GOAL))
    assert plan.diff(1) == ()


def test_an_unknown_revision_is_refused():
    """A difference needs revisions that are there."""
    with pytest.raises(UnknownNameError):
        opened(GOAL).diff(1, 2)


def test_states_of_two_plans_differ_alike():
    """Differences between plans are those between their states."""
    assert (Added(MEASURE),) == diff_states(opened(GOAL).current, opened(GOAL, MEASURE).current)


def test_an_id_under_another_kind_is_removed_and_added():
    """Entries of two kinds under one id are two entries: one went, another came."""
    other = Measure(id="g1", title="Kurs")
    assert (Removed(GOAL), Added(other)) == diff_states(opened(GOAL).current, opened(other).current)


def test_a_change_knows_its_fields():
    """The fields that differ come in the order of declaration with both values."""
    newer = evolve(GOAL, due_on=None, title="Deutsch B2", lifecycle=Lifecycle.ACCEPTED)
    assert (
        FieldChange("title", "Deutsch B1", "Deutsch B2"),
        FieldChange("due_on", dt.date(2018, 12, 31), None),
        FieldChange("lifecycle", Lifecycle.PROPOSED, Lifecycle.ACCEPTED),
    ) == Changed(GOAL, newer).fields


def test_a_change_is_about_the_newer_entry():
    """Every difference has an entry; of a change it is the newer one."""
    newer = evolve(GOAL, title="Deutsch B2")
    assert newer is Changed(GOAL, newer).entry


@pytest.mark.parametrize(
    ("difference", "german", "english"),
    [
        (
            Added(MEASURE),
            "+ Maßnahme m1 (neu): Integrationskurs (geplant)",
            "+ measure m1 (new): Integrationskurs (planned)",
        ),
        (
            Removed(GOAL),
            "- Ziel g1 (zurückgezogen): Sprache: Deutsch B1 (vorgeschlagen)",
            "- goal g1 (withdrawn): language: Deutsch B1 (proposed)",
        ),
        (
            Changed(GOAL, evolve(GOAL, lifecycle=Lifecycle.ACCEPTED, due_on=None)),
            "~ Ziel g1: fällig am: 31.12.2018 → –; Stand: vorgeschlagen → angenommen",
            "~ goal g1: due on: 2018-12-31 → –; life cycle: proposed → accepted",
        ),
        (
            Changed(GOAL, evolve(GOAL, wished_by=(Party.PERSON, Party.GUARDIAN))),
            "~ Ziel g1: gewünscht von: – → die Person selbst, die gesetzliche Vertretung",
            "~ goal g1: wished by: – → the person, the guardian",
        ),
        (
            Changed(GOAL, evolve(GOAL, target=IndicatorTarget(indicator="GER", value="B1"))),
            "~ Ziel g1: Zielwert: – → GER, B1",
            "~ goal g1: target: – → GER, B1",
        ),
        (
            Changed(MEASURE, evolve(MEASURE, goals=(), period=Period(dt.date(2018, 5, 1), None))),
            "~ Maßnahme m1: Ziele: g1 → –; Zeitraum: – → 01.05.2018 bis –",
            "~ measure m1: goals: g1 → –; period: – → 2018-05-01 to –",
        ),
    ],
)
def test_differences_are_said_in_both_languages(difference: Added, german: str, english: str):
    """A difference is one line of German or English, German being the one asked for."""
    assert (german, english) == (difference.format("de"), difference.format("en"))


def test_english_is_the_default():
    """Without a language a difference is said in English."""
    newer = evolve(GOAL, title="Deutsch B2")
    assert [d.format() for d in (Added(GOAL), Removed(GOAL), Changed(GOAL, newer))] == [
        "+ goal g1 (new): language: Deutsch B1 (proposed)",
        "- goal g1 (withdrawn): language: Deutsch B1 (proposed)",
        "~ goal g1: title: Deutsch B1 → Deutsch B2",
    ]


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (True, "ja", "yes"),
        (False, "nein", "no"),
        (2018, "2018", "2018"),
        (AGS("08226096"), "08226096", "08226096"),
        (CodedValue(system="ISCO-08", code="2221"), "ISCO-08, 2221", "ISCO-08, 2221"),
        (
            LanguageCertificate(
                issuer=CertificateFamily.TELC, level=CEFR.B1, issued_on=dt.date(2018, 1, 31)
            ),
            "telc, B1 (selbständig), 31.01.2018",
            "telc, B1 (independent), 2018-01-31",
        ),
    ],
)
def test_values_are_said_in_both_languages(value: object, german: str, english: str):
    """Every kind of value has its form in both languages."""
    assert (german, english) == (say(value, "de"), say(value, "en"))


@pytest.mark.parametrize(
    ("entry", "german", "english"),
    [
        (
            Qualification(id="q", title="Diplom", category=QualificationCategory.ACADEMIC),
            "Diplom (Hochschulabschluss)",
            "Diplom (academic degree)",
        ),
        (
            Qualification(
                id="q", title="Lehre", category=QualificationCategory.VOCATIONAL, country="SY"
            ),
            "Lehre (Berufsabschluss, SY)",
            "Lehre (vocational qualification, SY)",
        ),
        (
            Competence(id="c", title="Kochen"),
            "Kochen (selbst eingeschätzt)",
            "Kochen (self-assessed)",
        ),
        (
            LanguageProficiency(id="l", language="ar", is_first=True),
            "ar (Erstsprache)",
            "ar (first language)",
        ),
        (LanguageProficiency(id="l", language="de", overall=CEFR.A2), "de: A2", "de: A2"),
        (LanguageProficiency(id="l", language="de"), "de: –", "de: –"),
        (GOAL, "Sprache: Deutsch B1 (vorgeschlagen)", "language: Deutsch B1 (proposed)"),
        (MEASURE, "Integrationskurs (geplant)", "Integrationskurs (planned)"),
    ],
)
def test_entries_have_summaries(entry: PlanEntry, german: str, english: str):
    """Every entry says what it holds in both languages."""
    assert (german, english) == (entry.summary("de"), entry.summary("en"))


def test_an_agreement_says_its_day_like_every_other_day():
    """Days are written alike in summaries and in differences."""
    agreement = Agreement(id="a1", revision=2, agreed_on=dt.date(2018, 4, 2), by=(Party.PERSON,))
    assert (
        agreement.summary("de"),
        agreement.summary("en"),
    ) == ("Revision 2, vom 02.04.2018", "Revision 2, on 2018-04-02")
