"""What a document shows of a plan, and what it does not."""

import datetime as dt
import html
import itertools
import re

import pytest
from tests.unit.display.pages import AUTHOR, CLOSED, OPENED, closed, moment, said, shown, small

from integrationsplan import (
    IntegrationPlan,
    InvalidValueError,
    Period,
    UnknownNameError,
    evolve,
)
from integrationsplan.display import render_plan
from integrationsplan.display._catalogues import find_language
from integrationsplan.display._speech import Speech
from integrationsplan.history import Marking
from integrationsplan.plan import (
    CEFR,
    PURPOSES,
    Agreement,
    CertificateFamily,
    Competence,
    Consent,
    Course,
    CourseKind,
    Disclosure,
    Goal,
    GoalField,
    HousingKind,
    HousingSituation,
    IndicatorTarget,
    LanguageCertificate,
    LanguageProficiency,
    LanguageTarget,
    LegalBasis,
    Lifecycle,
    Measure,
    Party,
    PersonalDetails,
    PlanEntry,
    PlanGroup,
    ScriptKnowledge,
    release,
)


@pytest.mark.parametrize(
    "text",
    [
        "Mein Integrationsplan",
        "Rima Al-Musterfeld",
        "Stand vom 3. Juni 2019",
        "Was ich schon kann",
        "Stadt Weinheim, Integrationsmanagement",
        "Deutsch Zertifikat: DTZ (Deutsch-Test für Zuwanderer) , B1 , 20. Februar 2019",
        "Pflege auf einer chirurgischen Station bescheinigt Jahre Erfahrung: 6",
        "Entscheidung bis 18. Juni 2019",
        "Am Anfang A1 Heute B1 Mein Ziel B2",
        "Was zuerst kommt Deutsch auf dem Niveau B2 , Mein Diplom als Pflegefachfrau",
        "18. Juni 2019 Entscheidung über die Anerkennung: Pflegefachfrau",
        "31. Mai 2019 Dieser Tag ist vorbei Ziel: Eine eigene Wohnung für drei Personen",
        "Weitere Schritte Schritte, die zu keinem Ziel in diesem Dokument gehören",
        "Begleitung im Ehrenamt Sprache – 1. März 2018 widerrufen 5. November 2018",
        "Unterschrift: Rima Al-Musterfeld",
        "Artikel 7 Absatz 3 DSGVO",
    ],
)
def test_says_what_the_person_needs(plan: IntegrationPlan, day: dt.date, text: str):
    """What was recorded is said in plain German."""
    assert text in said(render_plan(plan, day=day))


def test_shows_revision_and_head(plan: IntegrationPlan, day: dt.date):
    """At the foot stands by what the document can be checked."""
    page = said(render_plan(plan, day=day))
    assert f"Fassung {plan.latest.number} (Fortschreibung, 24. Mai 2019" in page
    assert f"Prüfwert {plan.head}" in page


def test_shows_no_internal_ids(plan: IntegrationPlan, day: dt.date):
    """Ids of entries, authors and the plan say nothing to the person, and are not shown."""
    words = set(re.findall(r"[\w-]+", said(render_plan(plan, day=day))))
    ids = {entry.id for entry in plan.current} | {"im-7", "plan-1"}
    assert set() == words & ids


def test_is_the_same_every_time(plan: IntegrationPlan, day: dt.date):
    """The same plan on the same day gives the same page."""
    assert render_plan(plan, day=day) == render_plan(plan, day=day)


def test_shows_the_state_of_the_day(plan: IntegrationPlan):
    """A document of an earlier day shows what counted then, and says that there is more."""
    page = said(render_plan(plan, day=dt.date(2018, 3, 20), language="en"))
    assert "Version 2" in page
    assert "GRN-Klinik" not in page
    assert "Changes that count only from a later day are not shown." in page


def test_day_before_the_opening_shows_an_empty_plan():
    """Before the opening nothing counts, and the document says so."""
    page = shown(day=dt.date(2018, 2, 1))
    assert 2 == page.count("Nothing is recorded yet.")


def test_heading_and_body_can_be_given():
    """Somebody else may give out the document, and is not responsible for the plan by that."""
    plan = small()
    page = said(render_plan(plan, day=OPENED, title="Förderplan", body="Caritas Weinheim"))
    assert page.startswith("Förderplan Caritas Weinheim Förderplan")
    assert "Wer für meinen Plan zuständig ist Stadt Weinheim" in page


def test_groups_leave_out_the_rest():
    """Only the groups asked for are shown, and the document says that something is left out."""
    plan = small(
        LanguageProficiency(id="l1", language="de", overall=CEFR.A2),
        HousingSituation(id="h1", housing=HousingKind.OWN_FLAT),
        Goal(id="g1", field=GoalField.HEALTH, title="Neue Brille"),
        Measure(id="m1", title="Augenarzt", goals=("g1",)),
    )
    groups = [PlanGroup.LANGUAGE, PlanGroup.PARTICIPATION]
    page = said(render_plan(plan, day=OPENED, language="en", groups=groups))
    assert "German A2" in page
    assert "This document shows only a part of the plan." in page
    assert not {"Own flat", "Neue Brille", "Augenarzt"} & {
        text for text in ("Own flat", "Neue Brille", "Augenarzt") if text in page
    }


def test_progress_tells_nothing_of_what_is_left_out():
    """The level of a language that is not shown does not show through a goal either."""
    plan = small(
        LanguageProficiency(id="l1", language="de", overall=CEFR.A2),
        Goal(
            id="g1", field=GoalField.VOLUNTEERING, title="x", target=LanguageTarget(level=CEFR.B1)
        ),
    )
    groups = [PlanGroup.PARTICIPATION]
    page = said(render_plan(plan, day=OPENED, language="en", groups=groups))
    assert "Today not known My target B1" in page


def test_erased_entries_are_told_of_and_not_shown():
    """After an erasure the document says that something is gone."""
    plan = small(Competence(id="c1", title="Nähen")).erase(
        ["c1"],
        author=AUTHOR,
        recorded_at=moment(dt.date(2018, 4, 1)),
        effective_on=dt.date(2018, 4, 1),
        legal_basis="Art. 17 DSGVO",
    )
    page = said(render_plan(plan, day=dt.date(2018, 3, 15), language="en"))
    assert "Nähen" not in page
    assert "Some entries are not shown, because they were erased or withheld." in page
    assert "This document shows only a part of the plan." not in page


def test_page_of_a_view_says_that_it_is_a_part():
    """What is withheld from a view is somewhere else: the page says that it is not all."""
    plan = small(
        LanguageProficiency(id="l1", language="de", overall=CEFR.A2),
        Competence(id="c1", title="Nähen"),
    )
    basis = LegalBasis(title="§ 69 SGB X", groups=tuple(PlanGroup))
    view = release(
        plan,
        PURPOSES["language-school"],
        recipient="Volkshochschule",
        day=OPENED,
        legal_basis=basis,
    ).view
    page = said(render_plan(view.document, day=OPENED, language="en"))
    assert "German A2" in page
    assert "Nähen" not in page
    assert "This document shows only a part of the plan." in page


def test_marks_are_shown():
    """What the person contests is marked as contested."""
    plan = small(Competence(id="c1", title="Nähen")).mark(
        ["c1"],
        Marking.CONTESTED,
        author=AUTHOR,
        recorded_at=moment(OPENED),
        effective_on=OPENED,
    )
    page = said(render_plan(plan, day=OPENED, language="en"))
    assert "Nähen self-assessed contested" in page


def test_closed_plan_says_so():
    """A plan that is closed on the day says so at the top."""
    plan = closed(small())
    pages = [said(render_plan(plan, day=day, language="en")) for day in (OPENED, CLOSED)]
    assert [False, True] == ["This plan is closed. Wegzug nach Ulm" in page for page in pages]


def test_reason_of_the_closure_belongs_to_no_group():
    """A reason may tell of anything: where only some groups are shown, it is not."""
    plan = closed(small())
    pages = [
        said(render_plan(plan, day=CLOSED, language="en", groups=groups))
        for groups in (None, [PlanGroup.LANGUAGE])
    ]
    assert [True, False] == ["Wegzug" in page for page in pages]
    assert [True, True] == ["This plan is closed." in page for page in pages]


def test_closed_plan_asks_for_nothing():
    """Once a plan is closed, no day is to come and nobody has to sign."""
    goal = Goal(
        id="g1", field=GoalField.WORK, title="Arbeit", due_on=CLOSED, lifecycle=Lifecycle.ACTIVE
    )
    plan = closed(small(goal))
    pages = [said(render_plan(plan, day=day, language="en")) for day in (OPENED, CLOSED)]
    assert [True, False] == ["What comes next" in page for page in pages]
    assert [True, False] == ["Goal: Arbeit" in page for page in pages]
    assert [2, 0] == [page.count("Signature:") for page in pages]


def test_unreviewed_translation_says_so_in_both_languages(plan: IntegrationPlan, day: dt.date):
    """A translation that nobody has checked says so, in German too."""
    pages = {code: render_plan(plan, day=day, language=code) for code in ("de", "en", "uk", "ar")}
    found = {code for code, page in pages.items() if "noch keine Fachkraft geprüft" in page}
    assert {"uk", "ar"} == found
    assert "ще не перевірив фахівець" in pages["uk"]


def test_error_of_a_goal_is_not_shown():
    """A goal that was entered in error is no goal of the person."""
    page = shown(
        Goal(id="g1", field=GoalField.WORK, title="x-y-z", lifecycle=Lifecycle.ENTERED_IN_ERROR)
    )
    assert "x-y-z" not in page


def test_goals_given_up_come_last():
    """Within a field, what nobody works on any more follows what counts."""
    page = shown(
        Goal(id="g1", field=GoalField.WORK, title="Erstes", lifecycle=Lifecycle.CANCELLED),
        Goal(id="g2", field=GoalField.WORK, title="Zweites", lifecycle=Lifecycle.ACTIVE),
    )
    assert page.index("Zweites") < page.index("Erstes")


def test_guardian_signs_where_one_has_agreed():
    """A third place for a signature stands where a guardian takes part."""
    plan = small().revise(
        author=AUTHOR,
        recorded_at=moment(OPENED),
        effective_on=OPENED,
        put=[Agreement(id="a1", revision=1, agreed_on=OPENED, by=(Party.PERSON, Party.GUARDIAN))],
    )
    assert 3 == said(render_plan(plan, day=OPENED, language="en")).count("Signature:")
    assert 2 == shown().count("Signature:")


@pytest.mark.parametrize(
    ("consent", "stand"),
    [
        (Consent(id="c", purpose="job-centre"), "– not given yet"),
        (
            Consent(
                id="c",
                purpose="job-centre",
                given_on=dt.date(2018, 1, 1),
                expires_on=dt.date(2018, 2, 1),
            ),
            "1 January 2018 expired",
        ),
        (
            Consent(id="c", purpose="job-centre", given_on=dt.date(2018, 1, 1)),
            "1 January 2018 valid",
        ),
    ],
)
def test_consents_say_whether_they_count(consent: Consent, stand: str):
    """A consent is not given yet, valid or expired."""
    assert stand in shown(consent)


def test_purposes_of_others_are_shown_by_their_code():
    """What we have no name for stands as it was written."""
    assert "sports-club" in shown(Consent(id="c", purpose="sports-club"))


def test_rights_are_told_from_the_day_of_the_regulation():
    """No right is told before it was one."""
    days = (dt.date(2018, 5, 24), dt.date(2018, 5, 25))
    assert [False, True] == ["Article 15 GDPR" in shown(day=day) for day in days]


def test_unknown_languages_are_shown_by_their_code():
    """A language that the list does not have is shown by its code."""
    assert "mnk" in shown(LanguageProficiency(id="l", language="mnk"))


def test_periods_may_be_open():
    """A period without beginning or end is said as people say it."""
    page = shown(
        *(
            Course(id=f"c{number}", course=CourseKind.OTHER, period=period)
            for number, period in enumerate(
                (
                    Period(None, OPENED),
                    Period(OPENED, None),
                    Period(None, None),
                    Period(OPENED, OPENED),
                )
            )
        )
    )
    for text in ("until 1 March 2018", "from 1 March 2018", "1 March 2018 to 1 March 2018"):
        assert f"Other course {text} Planned" in page
    assert "Other course – Planned" in page


def test_scripts_are_shown():
    """Who reads a language and does not write it is told so, script by script."""
    scripts = (
        ScriptKnowledge(script="Arab", reads=True, writes=False),
        ScriptKnowledge(script="Brai"),
    )
    page = shown(LanguageProficiency(id="l", language="ar", scripts=scripts))
    assert "Arabic script (Reading: yes, Writing: no)" in page
    assert "Script: Brai (Reading: –, Writing: –)" in page


@pytest.mark.parametrize(
    ("overall", "sublevel", "certified", "level"),
    [
        (CEFR.A2, "A2+", None, "A2+"),
        (CEFR.A2, "A2+", CEFR.B1, "B1"),
        (None, "Pre-A1", None, "Pre-A1"),
        (None, None, None, "–"),
    ],
)
def test_level_between_the_levels_is_shown_if_it_fits(
    overall: CEFR | None, sublevel: str | None, certified: CEFR | None, level: str
):
    """A note between the levels belongs to the level overall, or is not shown."""
    certificates = (
        (LanguageCertificate(issuer=CertificateFamily.DTZ, level=certified),) if certified else ()
    )
    entry = LanguageProficiency(
        id="l", language="de", overall=overall, sublevel=sublevel, certificates=certificates
    )
    page = render_plan(small(entry), day=OPENED, language="ar")
    assert f'<td><bdi dir="ltr">{level}</bdi></td>' in page


def test_recipients_of_data_are_told_as_who():
    """Who got data is no purpose."""
    page = shown(Disclosure(id="d", recipient="Jobcenter", purpose="job-centre", on=OPENED))
    assert "When Who What for Which data 1 March 2018 Jobcenter" in page


def test_step_shows_its_day_and_its_time():
    """A step with a last day and a time shows both."""
    page = shown(
        Measure(
            id="m1",
            title="Kurs",
            due_on=dt.date(2018, 5, 1),
            period=Period(dt.date(2018, 3, 1), dt.date(2018, 4, 1)),
        )
    )
    assert "Kurs – by 1 May 2018 1 March 2018 to 1 April 2018 Planned" in page


def test_line_breaks_are_kept():
    """What was written in two lines stands in two lines."""
    page = render_plan(small(Measure(id="m", title="P", result="Eins\nZwei")), day=OPENED)
    assert '<span class="lines"><bdi>Eins\nZwei</bdi></span>' in page
    assert ".prose, .lines { white-space: pre-line; }" in page


def test_nobody_knows_is_a_dash():
    """What is neither true nor false is a dash."""
    assert "–" == Speech(find_language("en")).yes_or_no(None)


HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=y>{{ 7*7 }}{% raw %}{0}%s&amp;"


@pytest.mark.parametrize("language", ["de", "ar"])
def test_texts_are_shown_as_they_are_and_never_run(language: str):
    """Markup, templates and placeholders in texts stay texts, wherever they stand."""
    plan = small(
        Goal(
            id="g",
            field=GoalField.OTHER,
            title=HOSTILE,
            target=IndicatorTarget(indicator=HOSTILE, value=HOSTILE),
        ),
        Measure(id="m", title=HOSTILE, goals=("g",), due_on=OPENED),
        Competence(id="c", title=HOSTILE),
        PersonalDetails(id="p", name_in_script=HOSTILE),
        Consent(id="e", purpose=HOSTILE[:60], recipients=(HOSTILE,)),
    )
    page = render_plan(plan, day=OPENED, language=language, title=HOSTILE, body=HOSTILE)
    assert 0 == page.count("<script") + page.count("<img")
    assert html.escape(HOSTILE).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in page


def test_long_texts_are_shown_whole():
    """Nothing is cut, however long it is."""
    note = "Wort " * 3_999 + "Ende."
    assert "Wort Ende." in shown(Goal(id="g", field=GoalField.OTHER, title="x", description=note))


def test_many_entries_are_shown():
    """A plan with 10,000 entries becomes a document in one go."""
    competences = [Competence(id=f"c{number}", title="Nähen") for number in range(5_000)]
    goals = [Goal(id=f"g{number}", field=GoalField.WORK, title="Arbeit") for number in range(2_500)]
    measures = [
        Measure(id=f"m{number}", title="Suchen", goals=(f"g{number}",)) for number in range(2_490)
    ]
    page = render_plan(small(*competences, *goals, *measures), day=OPENED)
    assert [5_000, 2_500, 2_490] == [
        page.count(text) for text in ("Nähen", "Arbeit</bdi>", "Suchen")
    ]


@pytest.mark.parametrize("language", ["xx", "", None, 5, "../de"])
def test_unknown_language_is_refused(language: str):
    """A language without a catalogue is refused, and those that there are are named."""
    with pytest.raises(UnknownNameError) as caught:
        render_plan(small(), day=OPENED, language=language)
    assert ("ar", "de", "en", "uk") == caught.value.known


def test_wrong_wishes_are_refused_all_at_once():
    """Every argument of a wrong type is told."""
    with pytest.raises(InvalidValueError) as caught:
        render_plan(small(), day="heute", title="", groups=["health"], written_in="Deutsch")
    assert ["/day", "/groups/0", "/title", "/written_in"] == sorted(
        problem.pointer for problem in caught.value.problems
    )


def test_evolved_plan_is_no_other_document(plan: IntegrationPlan, day: dt.date):
    """A copy of a plan gives the same page: nothing depends on the object."""
    assert render_plan(plan, day=day) == render_plan(evolve(plan), day=day)


@pytest.mark.parametrize("month", range(1, 13))
def test_dates_are_written_as_the_language_writes_them(month: int):
    """Every month has its name, and no date breaks over two lines."""
    speech = {code: Speech(find_language(code)) for code in ("de", "en")}
    names = {
        "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "en": "January February March April May June July August September October November "
        "December",
    }
    for code, before in (("de", "1. "), ("en", "1 ")):
        name = names[code].split()[month - 1]
        text = speech[code].date(dt.date(2018, month, 1))
        assert f"{before}{name} 2018".replace(" ", "\N{NO-BREAK SPACE}") == text


def test_every_combination_of_missing_parts_is_shown():
    """A goal and a course without any of their optional parts still have their place."""
    for goal, course in itertools.product((True, False), repeat=2):
        entries: list[PlanEntry] = []
        entries += [Goal(id="g", field=GoalField.FAMILY, title="Zusammen leben")] if goal else []
        entries += [Course(id="c", course=CourseKind.FIRST_ORIENTATION)] if course else []
        page = shown(*entries)
        assert [goal, course] == [
            text in page for text in ("Zusammen leben", "First-orientation course")
        ]
