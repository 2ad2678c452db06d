"""The concepts of the catalogue: what sources say of them, and what a review finds on real days."""

import datetime as dt
import re
from typing import Any, NamedTuple

import pytest
from tests.documents.make_concepts import DOCUMENTS, FOLDER

from integrationsplan import Citation, Period, catalogue, from_json
from integrationsplan.concept import (
    Alignment,
    ConceptGoal,
    ConceptLevel,
    ConceptMeasure,
    ConceptMeasureStatus,
    ConceptRules,
    IntegrationConcept,
    MeasureReview,
    Meeting,
    NetworkGroupKind,
    NetworkRole,
    Organisation,
    OrganisationForm,
    Principle,
    Resolution,
    ResolutionKind,
    Stage,
    StageKind,
    review_concept,
    review_network,
    valid_periods,
    validity_gaps,
)
from integrationsplan.errors import UnknownNameError
from integrationsplan.findings import Finding
from integrationsplan.history import Verdict
from integrationsplan.values import AGS

SM, TH = "schmalkalden-meiningen", "thueringen"
CONCEPT, NETWORK = f"{SM}.concept", f"{SM}.network"
LAND = f"{TH}.concept"
HEADS = {
    CONCEPT: "sha256/1:F-0M0zlrds-cCaTOm5m9bRpFBjuejJEn5MYHwK1DYWI",
    NETWORK: "sha256/1:tqz48xcRptTVbFahuu2FEEx1Da_wxXs2WZa0Y_SWo68",
    LAND: "sha256/1:PCeQRWDPvi3O_abLze8C-r2ncCYsaJ5nyV2oXaHNcKw",
}
"""Digests of the newest revisions: whatever changes, changes them."""

every_document = pytest.mark.parametrize("name", sorted(DOCUMENTS))


def day(text: str) -> dt.date:
    """Read a day."""
    return dt.date.fromisoformat(text)


def document(name: str) -> Any:
    """Return a document by the name of its file."""
    key, _, kind = name.partition(".")
    return catalogue.concept(key) if kind == "concept" else catalogue.network(key)


# -- the documents ---------------------------------------------------------------------------------


@every_document
def test_document_is_what_the_script_writes(name: str):
    """A document stands in the catalogue as it was made, character for character."""
    assert DOCUMENTS[name]() + "\n" == (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def test_every_document_is_made():
    """No file of the folder comes from elsewhere."""
    assert sorted(DOCUMENTS) == sorted(path.stem for path in FOLDER.glob("*.json"))


@every_document
def test_id_is_the_name_of_the_file(name: str):
    """A document is found by its id."""
    assert name.partition(".")[0] == document(name).id


@every_document
def test_history_is_anchored(name: str):
    """The chain holds, up to the head that is noted here."""
    found = document(name)
    assert HEADS[name] == found.head
    assert Verdict.ANCHORED is found.verify(head=HEADS[name]).verdict


@pytest.mark.parametrize("other", ["2019-05-12", "2019-05-23", "2018-05-13"])
def test_changed_day_of_the_resolution_breaks_the_chain(other: str):
    """Whoever changes a digit of the day in the file is seen, without any test of facts."""
    text = (FOLDER / f"{CONCEPT}.json").read_text(encoding="utf-8")
    changed, count = re.subn(r'("on": )"2019-05-13"', rf'\1"{other}"', text)
    assert 1 == count
    assert Verdict.BROKEN is from_json(changed, IntegrationConcept).verify().verdict


@every_document
def test_every_entry_names_its_source(name: str):
    """Each version of each entry says where it is written; organisations have no such field."""
    silent = [
        (revision.number, change.entry_id)
        for revision in document(name).revisions
        for change in revision.changes
        if not isinstance(change.entry, Organisation)
        and (change.entry.source is None or change.entry.source.url is None)
    ]
    assert [] == silent


@every_document
def test_every_reference_leads_somewhere(name: str):
    """No entry names one that is not there."""
    loose = {"reference_missing", "reference_of_other_kind"}
    found = document(name)
    review: Any = review_concept if isinstance(found, IntegrationConcept) else review_network
    assert set() == loose & {finding.code for finding in review(found, day("2030-01-01"))}


@every_document
def test_revisions_are_recorded_at_noon_of_their_day(name: str):
    """Who asks what was known at a moment, and who asks what was true on a day, hear the same."""
    assert [] == [
        revision.number
        for revision in document(name).revisions
        if (revision.recorded_at.date(), revision.recorded_at.hour) != (revision.effective_on, 12)
    ]


def test_funding_of_measures_is_in_the_catalogue():
    """The programmes that measures name are there."""
    named = {
        funding.programme
        for measure in catalogue.concept(TH).current.of(ConceptMeasure)
        for funding in measure.funding
    }
    assert {"de-th-projektfoerderung-integration"} == named & set(catalogue.funding_ids())


# -- what the sources say --------------------------------------------------------------------------

NEWS = "https://lra-sm.de/?p=20943"
PAGE = "https://www.integration-lk-sm.de/2022-2/"
PROJECT = "https://www.lra-sm.de/?page_id=14482"
STRUCTURE = "https://www.integration-lk-sm.de/struktur-ziele/"
FOUNDING, WEBSITE, SECOND, THIRD = (
    f"https://www.lra-sm.de/?p={number}" for number in (7206, 8866, 9194, 10924)
)
LIGA = (
    "https://liga.ips21.de/pm-pressemitteilungen/"
    "pm-land-und-wohlfahrtsverb%C3%A4nde-vereinbaren-enge-kooperation-bei-erarbeitung-des-"
    "th%C3%BCringer-integrationskonzeptes.html"
)
JUSTICE = "https://justiz.thueringen.de"
KEY_POINTS = (
    f"{JUSTICE}/aktuelles/veranstaltungen/detailseite/"
    "eckpunkte-fuer-integrationskonzept-vorgestellt"
)
DPA_2016 = (
    "https://www.welt.de/regionales/thueringen/article156221546/"
    "Thueringen-erstellt-eigenes-Integrationskonzept.html"
)
MDR = "http://www.mdr.de/thueringen/integrationskonzept-thueringen-rot-rot-gruen-100.html"
COUNCIL = (
    "https://www.fluechtlingsrat-thr.de/aktuelles/news/"
    "stellungnahme-zum-cdu-gesetzesentwurf-f%C3%BCr-ein-th%C3%BCringer-integrationsgesetz"
)
FORUM = "http://www.thueringer-ehrenamtsstiftung.de/Newsdetails.13+M5fbf28527f0.0.html"
BIMF_2017 = "https://bimf.thueringen.de/integration/integrationskonzept"
BIMF_2024 = "https://bimf.test-th.de/integration/integrationskonzept"
BIMF_CONFERENCES = (
    "https://bimf.test-th.de/beauftragte/veranstaltungen/fachveranstaltungen/"
    "regionalkonferenzen-zum-thueringer-integrationskonzept"
)
INTERIM = (
    f"{JUSTICE}/aktuelles/medieninformationen/detailseite/"
    "umsetzung-des-integrationskonzeptes-kommt-gut-voran"
)
INTEGRATION = f"{JUSTICE}/themen/migration/integration"
EVALUATION = (
    "https://www.mz.de/deutschland-und-welt/deutschland/"
    "denstadt-will-massnahmen-des-integrationskonzeptes-erneuern-3541327"
)
REPORT_AGAIN = "https://minor-wissenschaft.de/zib-thueringen"
NOTHING = None


class Stated(NamedTuple):
    """Something that a source says of an entry.

    Texts are told by what they have to hold; everything else has to be equal.
    """

    document: str
    entry: str
    source: str
    facts: dict[str, Any]


def measure(name: str, source: str, status: ConceptMeasureStatus, **facts: Any) -> Stated:
    """Return what is said of a measure of the district, of which no more is known."""
    silent = ("responsible", "period", "due_on", "cost")
    return Stated(
        CONCEPT,
        name,
        source,
        {"status": status, "partners": (), "funding": (), "offers": ()}
        | dict.fromkeys(silent)
        | facts,
    )


def member(group: str, name: str, source: str) -> Stated:
    """Return what is said of a member of a group."""
    facts = {"organisation": name, "role": NetworkRole.MEMBER}
    places = {"steering": "steering-group", "board": "advisory-board"}
    return Stated(NETWORK, f"{group}-{name}", source, {"member_of": places[group], **facts})


def conference(place: str, held: str) -> Stated:
    """Return what is said of a conference of 2023."""
    facts = {"sort": StageKind.PARTICIPATION, "title": place, "done_on": day(held)}
    return Stated(LAND, f"conference-{place.lower()}-2023", BIMF_CONFERENCES, facts)


def working_group(name: str, title: str) -> Stated:
    """Return what is said of a working group."""
    facts = {"title": title, "sort": NetworkGroupKind.WORKING_GROUP, "note": "Ende Februar 2015"}
    return Stated(NETWORK, f"group-{name}", WEBSITE, facts | {"period": NOTHING})


RUNNING = ConceptMeasureStatus.RUNNING
STATED = [
    # The concept of the district.
    Stated(CONCEPT, "profile", NEWS, {"level": ConceptLevel.DISTRICT, "body": "district"}),
    Stated(
        CONCEPT,
        "adoption",
        NEWS,
        {
            "sort": ResolutionKind.ADOPTED,
            "by": "Kreistag",
            "on": dt.date(2019, 5, 13),
            "is_unanimous": True,
            "votes_for": NOTHING,
            "votes_against": NOTHING,
            "abstentions": NOTHING,
            "reference": NOTHING,
            "valid": Period(dt.date(2019, 5, 13), dt.date(2020, 12, 31)),
            "note": "„bis Ende 2020“",
        },
    ),
    Stated(
        CONCEPT,
        "needs-analysis",
        PROJECT,
        {
            "is_done": True,
            "sort": StageKind.NEEDS_ANALYSIS,
            "title": "2016",
            "result": "Sozialem, Bildung, Kultur, Arbeitsmarkt und Gesundheit",
        },
    ),
    Stated(
        CONCEPT,
        "draft",
        PROJECT,
        {
            "is_done": True,
            "sort": StageKind.DRAFT,
            "period": Period(dt.date(2016, 10, 1), dt.date(2019, 5, 31)),
            "result": "Sprachprobleme, kulturelle Vorurteile und die Integration in den "
            "Arbeitsmarkt",
            "note": "Ende 2016",
        },
    ),
    Stated(
        CONCEPT,
        "resolution",
        PAGE,
        {"sort": StageKind.ADOPTION, "done_on": dt.date(2019, 5, 13)},
    ),
    Stated(
        CONCEPT,
        "implementation",
        NEWS,
        {"sort": StageKind.IMPLEMENTATION, "result": "Einige der vorgeschlagenen Maßnahmen"},
    ),
    Stated(CONCEPT, "framework", NEWS, {"text": "Programme, Gesetze und Verordnungen"}),
    Stated(CONCEPT, "everybody", NEWS, {"text": "Verbände, Vereine", "note": "mehr als 4.000"}),
    Stated(CONCEPT, "overall-goal", NEWS, {"text": "haupt- oder ehrenamtlich"}),
    measure("first-orientation", NEWS, RUNNING, title="Erstorientierungskurse", text="regelmäßig"),
    measure("overview-of-offers", NEWS, RUNNING, title="Nutzung"),
    measure("website", NEWS, RUNNING, title="Internetseite", note="2015"),
    measure("network-meeting", NEWS, ConceptMeasureStatus.PLANNED, title="Arbeitsgruppen"),
    Stated(
        CONCEPT,
        "management-goes-on",
        PROJECT,
        {"sort": StageKind.IMPLEMENTATION, "title": "ThILIK", "result": "2022 bis 2025"},
    ),
    Stated(
        CONCEPT,
        "continuation",
        PAGE,
        {
            "sort": ResolutionKind.CONTINUED,
            "by": NOTHING,
            "on": NOTHING,
            "valid": NOTHING,
            "note": "2023",
        },
    ),
    Stated(
        CONCEPT,
        "continuation-2023",
        PAGE,
        {
            "sort": StageKind.CONTINUATION,
            "title": "1. Fortschreibung",
            "is_done": True,
            "done_on": NOTHING,
        },
    ),
    # Its network.
    Stated(
        NETWORK,
        "profile",
        THIRD,
        {
            "founded_on": dt.date(2014, 12, 5),
            "body": "district-office",
            "regions": (AGS("16066"),),
            "note": "Mehr als 30 Akteure",
        },
    ),
    Stated(NETWORK, "steering-group", FOUNDING, {"sort": NetworkGroupKind.STEERING_GROUP}),
    *(
        member("steering", name, FOUNDING)
        for name in (
            *("adult-education", "district-office", "school-authority", "pergo", "ikl"),
            *("chamber-of-crafts", "bamf"),
        )
    ),
    Stated(
        NETWORK,
        "network-police",
        FOUNDING,
        {"organisation": "police", "member_of": NOTHING, "role": NetworkRole.ADVISER},
    ),
    Stated(NETWORK, "meeting-1", THIRD, {"held_on": dt.date(2014, 12, 5), "of": NOTHING}),
    Stated(NETWORK, "meeting-2", SECOND, {"held_on": dt.date(2015, 4, 22), "note": WEBSITE}),
    Stated(
        NETWORK,
        "meeting-3",
        THIRD,
        {
            "held_on": dt.date(2015, 11, 25),
            "minutes": "rund 200 Geflüchtete neu auf, zusammen sind es mehr als 1.100. Er "
            "unterhält 190 gemietete Wohnungen in 16 Orten und 5 Gemeinschaftsunterkünfte",
        },
    ),
    working_group("language-school", "Sprache und Schule"),
    working_group("social-health", "Soziales und Gesundheit"),
    working_group("work", "Arbeit und Beruf"),
    working_group("leisure-culture", "Freizeit und Kultur"),
    Stated(
        NETWORK,
        "network-lead",
        STRUCTURE,
        {
            "organisation": "district-office",
            "role": NetworkRole.LEAD,
            "note": "Fachdienst Ausländer- und Personenstandswesen",
        },
    ),
    Stated(NETWORK, "advisory-board", STRUCTURE, {"sort": NetworkGroupKind.ADVISORY_BOARD}),
    *(
        member("board", name, STRUCTURE)
        for name in ("district-office", "school-authority", "adult-education")
    ),
    # The concept of the Land.
    Stated(LAND, "profile", BIMF_2017, {"level": ConceptLevel.LAND, "title": "Miteinander!"}),
    Stated(
        LAND,
        "agreement",
        LIGA,
        {
            "sort": StageKind.DRAFT,
            "done_on": dt.date(2016, 5, 18),
            "participants": ("liga",),
            "result": "vor der Sommerpause",
        },
    ),
    Stated(
        LAND,
        "key-points",
        DPA_2016,
        {"sort": ResolutionKind.KEY_POINTS, "by": "Kabinett", "on": dt.date(2016, 6, 14)},
    ),
    Stated(LAND, "chance", KEY_POINTS, {"title": "Chance"}),
    Stated(LAND, "able", KEY_POINTS, {"title": "Thüringen kann", "text": "auf Dauer"}),
    Stated(LAND, "mutual", KEY_POINTS, {"title": "wechselseitiger Prozess"}),
    Stated(LAND, "german", MDR, {"title": "Deutsch", "text": "geringe Aussichten"}),
    Stated(
        LAND,
        "conferences-2016",
        BIMF_2017,
        {
            "sort": StageKind.PARTICIPATION,
            "is_done": True,
            "done_on": NOTHING,
            "result": "Mühlhausen, Meiningen, Gera, Erfurt und Jena",
        },
    ),
    Stated(
        LAND,
        "forum-2016",
        FORUM,
        {"sort": StageKind.PARTICIPATION, "done_on": dt.date(2016, 12, 16)},
    ),
    Stated(LAND, "consultation", BIMF_2017, {"title": "Ressortabstimmung", "is_done": True}),
    Stated(
        LAND,
        "adoption",
        BIMF_2017,
        {
            "sort": ResolutionKind.ADOPTED,
            "by": "Kabinett",
            "on": NOTHING,
            "valid": Period(dt.date(2017, 11, 30), None),
            "note": "November 2017",
        },
    ),
    Stated(LAND, "resolution", BIMF_2017, {"sort": StageKind.ADOPTION, "result": "Aktionspläne"}),
    Stated(LAND, "immigration", MDR, {"title": "Zuwanderungsland"}),
    Stated(LAND, "process", COUNCIL, {"title": "kein Zustand", "text": "dynamisch"}),
    Stated(
        LAND,
        "start-deutsch",
        INTEGRATION,
        {
            "text": "Alpha, A1, A2 und B1",
            "responsible": "adult-education",
            "status": RUNNING,
            "note": "Juni 2016",
        },
    ),
    Stated(
        LAND,
        "interim-report-2",
        INTERIM,
        {
            "sort": StageKind.INTERIM_REPORT,
            "is_done": True,
            "done_on": NOTHING,
            "title": "Zweiter",
            "result": "Begegnung und Sport",
        },
    ),
    Stated(
        LAND,
        "interpreting",
        INTERIM,
        {"status": RUNNING, "period": NOTHING, "responsible": NOTHING, "note": "Seit Mai 2019"},
    ),
    Stated(
        LAND,
        "report",
        REPORT_AGAIN,
        {
            "status": ConceptMeasureStatus.PERMANENT,
            "responsible": "bimf",
            "note": "01.03. bis zum 31.12.2024",
        },
    ),
    Stated(
        LAND,
        "evaluation",
        EVALUATION,
        {
            "sort": StageKind.EVALUATION,
            "is_done": True,
            "done_on": NOTHING,
            "due_on": NOTHING,
            "note": "Erfurt, Gera, dem Landkreis Nordhausen und dem Altenburger Land",
        },
    ),
    conference("Nordhausen", "2023-10-25"),
    conference("Gera", "2023-11-13"),
    conference("Suhl", "2023-11-22"),
    conference("Erfurt", "2023-11-27"),
    Stated(
        LAND,
        "continuation",
        BIMF_2024,
        {
            "sort": ResolutionKind.CONTINUED,
            "by": "Kabinett",
            "on": NOTHING,
            "valid": Period(dt.date(2024, 9, 30), None),
            "note": "September 2024",
        },
    ),
    Stated(
        LAND,
        "continuation-2024",
        BIMF_2024,
        {
            "sort": StageKind.CONTINUATION,
            "is_done": True,
            "done_on": NOTHING,
            "result": "Alle Maßnahmen wurden geprüft",
        },
    ),
    *(
        Stated(
            LAND,
            f"review-{name}",
            BIMF_2024,
            {
                "measure": name,
                "reviewed_on": NOTHING,
                "verdict": NOTHING,
                "note": "allen Maßnahmen",
            },
        )
        for name in ("start-deutsch", "interpreting", "report")
    ),
]
TEXTS = {"title", "text", "note", "result", "minutes"}


@pytest.mark.parametrize("stated", STATED, ids=lambda stated: f"{stated.document}-{stated.entry}")
def test_stands_there_with_its_source(stated: Stated):
    """What a source says is in the document, and the entry names the source."""
    entry = document(stated.document).current[stated.entry]
    assert stated.source == entry.source.url
    for field, value in stated.facts.items():
        found = getattr(entry, field)
        if field in TEXTS and value is not None:
            assert value in found, field
        else:
            assert value == found, field


@every_document
def test_nothing_stands_there_that_no_source_says(name: str):
    """Every entry is one of those above, or an organisation that one of them names."""
    state = document(name).current
    told = {stated.entry for stated in STATED if stated.document == name}
    organisations = {organisation.id for organisation in state.of(Organisation)}
    assert {entry.id for entry in state} == told | organisations
    named = {reference.entry_id for entry in state for reference in entry.references()}
    assert organisations <= named


def test_organisations_are_those_of_the_sources():
    """Names and forms, as far as sources say them."""
    found = {each.id: each for each in catalogue.network(SM).current.of(Organisation)}
    assert {
        "adult-education": ("Volkshochschule Schmalkalden-Meiningen", None),
        "district-office": ("Landratsamt Schmalkalden-Meiningen", OrganisationForm.ADMINISTRATION),
        "school-authority": ("Staatliches Schulamt Südthüringen", OrganisationForm.ADMINISTRATION),
        "pergo": ("Pergo GmbH", OrganisationForm.CARRIER),
        "ikl": ("IKL", OrganisationForm.CARRIER),
        "chamber-of-crafts": ("Handwerkskammer Südthüringen", OrganisationForm.CHAMBER),
        "bamf": ("Bundesamt für Migration und Flüchtlinge", OrganisationForm.ADMINISTRATION),
        "police": ("Polizei", OrganisationForm.ADMINISTRATION),
    } == {name: (each.name, each.form) for name, each in found.items()}


def test_revisions_of_the_district_follow_its_sources():
    """From which day each counts: of the day, or the last day of the year that is named."""
    days = [revision.effective_on.isoformat() for revision in catalogue.concept(SM).revisions]
    assert ["2019-05-13", "2022-12-31", "2023-12-31"] == days


def test_revisions_of_the_land_follow_its_sources():
    """From which day each counts: of the day, or the last day of the month that is named."""
    days = [revision.effective_on.isoformat() for revision in catalogue.concept(TH).revisions]
    assert [
        *("2016-05-18", "2016-06-14", "2016-12-16", "2017-11-30"),
        *("2019-05-31", "2019-10-31", "2023-11-27", "2024-09-30"),
    ] == days


def test_meetings_of_the_network():
    """Three meetings have a day."""
    meetings = catalogue.network(SM).current.of(Meeting)
    assert ["2014-12-05", "2015-04-22", "2015-11-25"] == [
        meeting.held_on.isoformat() for meeting in meetings
    ]


def test_the_district_is_not_said_to_follow_the_land():
    """No source says it, so there is no alignment."""
    assert () == catalogue.concept(SM).current.of(Alignment)


def test_the_revision_of_2024_looks_at_every_measure():
    """Guiding principles and goals stand; what became of a measure, no source says."""
    land = catalogue.concept(TH)
    measures = {each.id for each in land.as_of(7).of(ConceptMeasure)}
    assert {"start-deutsch", "interpreting", "report"} == measures
    assert measures == {review.measure for review in land.current.of(MeasureReview)}
    for kind in (Principle, ConceptGoal):
        assert land.as_of(7).of(kind) == land.current.of(kind)


def test_goal_of_the_key_points_is_taken_up_by_the_concept():
    """In 2016 it is a key point; in 2017 it is said of the concept that is adopted."""
    land = catalogue.concept(TH)
    assert (DPA_2016, MDR) == tuple(
        land.at(day(each)).of(ConceptGoal)[0].source.url for each in ("2016-06-14", "2017-11-30")
    )


def test_first_report_was_announced_for_september_and_came_in_october():
    """A measure that is late on a day in October 2019 is not late any more in November."""
    land = catalogue.concept(TH)
    late = [
        [f.subject for f in review_concept(land, day(each)) if f.code == "concept_measure_overdue"]
        for each in ("2019-09-30", "2019-10-01", "2019-10-31")
    ]
    assert [[], ["report"], []] == late


# -- what a review finds ---------------------------------------------------------------------------


def told(findings: tuple[Finding, ...]) -> list[tuple[str | None, str, str, str]]:
    """Return subject, code and both sentences."""
    return [(each.subject, each.code, each.text.de, each.text.en) for each in findings]


NOT_VALID = (
    None,
    "concept_not_valid",
    "Seit 01.01.2021 gilt, soweit bekannt, kein Konzept.",
    "No concept is known to have held since 2021-01-01.",
)
NO_EVALUATION = (
    None,
    "no_evaluation",
    "Es ist keine Evaluation genannt.",
    "No evaluation is named.",
)
UNDATED = (
    "continuation",
    "resolution_without_day",
    "Wann dies beschlossen wurde, ist nicht bekannt; daher gilt dadurch nichts.",
    "When this was resolved is not known; therefore nothing holds by it.",
)
LATE_REPORT = (
    "report",
    "concept_measure_overdue",
    "Die Maßnahme war bis 30.09.2019 abzuschließen.",
    "The measure was to be done by 2019-09-30.",
)


def no_indicator(name: str) -> tuple[str, str, str, str]:
    """Return the finding that no source names what measures a goal."""
    de, en = (
        "Für das Ziel ist kein Indikator genannt.",
        "No indicator is named that measures the goal.",
    )
    return name, "goal_without_indicator", de, en


def not_said(name: str) -> tuple[str, str, str, str]:
    """Return the finding that no source says who is responsible."""
    return (
        name,
        "measure_without_responsible",
        "Für die Maßnahme ist keine Zuständigkeit genannt.",
        "It is not said who is responsible for the measure.",
    )


def no_goal(name: str) -> tuple[str, str, str, str]:
    """Return the finding that no source names the goal of a measure."""
    de, en = "Für die Maßnahme ist kein Ziel genannt.", "No goal is named that the measure serves."
    return name, "measure_without_goal", de, en


def no_lead(name: str) -> tuple[str, str, str, str]:
    """Return the finding that no source says who leads a group."""
    return (
        name,
        "group_without_lead",
        "Für das Gremium ist keine Leitung oder Koordination genannt.",
        "It is not said who leads or coordinates the group.",
    )


OF_THE_DISTRICT = [
    no_indicator("overall-goal"),
    not_said("first-orientation"),
    not_said("overview-of-offers"),
    not_said("website"),
    not_said("network-meeting"),
]
OF_THE_LAND = [
    not_said("interpreting"),
    no_goal("interpreting"),
    not_said("report"),
    no_goal("report"),
]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2019-05-12", []),
        ("2019-06-01", [NO_EVALUATION, *OF_THE_DISTRICT]),
        ("2020-12-31", [NO_EVALUATION, *OF_THE_DISTRICT]),
        ("2021-01-01", [NOT_VALID, NO_EVALUATION, *OF_THE_DISTRICT]),
        ("2021-06-30", [NOT_VALID, NO_EVALUATION, *OF_THE_DISTRICT]),
        ("2023-12-30", [NOT_VALID, NO_EVALUATION, *OF_THE_DISTRICT]),
        ("2023-12-31", [NOT_VALID, NO_EVALUATION, *OF_THE_DISTRICT, UNDATED]),
        ("2024-06-01", [NOT_VALID, NO_EVALUATION, *OF_THE_DISTRICT, UNDATED]),
    ],
)
def test_findings_of_the_district(on: str, expected: list[Any]):
    """The gap since 2021, and what is not said; the continuation of 2023 has no day."""
    assert expected == told(review_concept(catalogue.concept(SM), day(on)))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2016-05-17", []),
        (
            "2017-06-01",
            [
                (
                    None,
                    "concept_not_adopted",
                    "Das Konzept ist nicht beschlossen: Kein Beschluss lässt es gelten.",
                    "The concept is not adopted: no resolution lets it hold.",
                ),
                NO_EVALUATION,
                no_indicator("german"),
                (
                    "german",
                    "goal_without_measure",
                    "Für das Ziel ist keine geplante oder laufende Maßnahme genannt.",
                    "No measure that is planned or goes on is named for the goal.",
                ),
            ],
        ),
        ("2019-05-13", [NO_EVALUATION, no_indicator("german")]),
        ("2019-06-01", [NO_EVALUATION, no_indicator("german"), *OF_THE_LAND]),
        ("2019-10-15", [NO_EVALUATION, no_indicator("german"), *OF_THE_LAND, LATE_REPORT]),
        ("2020-12-31", [NO_EVALUATION, no_indicator("german"), *OF_THE_LAND]),
        ("2021-01-01", [NO_EVALUATION, no_indicator("german"), *OF_THE_LAND]),
        ("2021-06-30", [NO_EVALUATION, no_indicator("german"), *OF_THE_LAND]),
        ("2024-06-01", [no_indicator("german"), *OF_THE_LAND]),
        (
            "2024-10-01",
            [
                no_indicator("german"),
                not_said("interpreting"),
                no_goal("interpreting"),
                no_goal("report"),
            ],
        ),
    ],
)
def test_findings_of_the_land(on: str, expected: list[Any]):
    """It holds since it was adopted; it is evaluated in 2023 and continued in 2024."""
    assert expected == told(review_concept(catalogue.concept(TH), day(on)))


@pytest.mark.parametrize(
    ("on", "groups"),
    [
        ("2015-04-21", ["steering-group"]),
        (
            "2021-06-30",
            [
                *("steering-group", "group-language-school", "group-social-health"),
                *("group-work", "group-leisure-culture"),
            ],
        ),
    ],
)
def test_findings_of_the_network(on: str, groups: list[str]):
    """No source names who leads a group."""
    found = review_network(catalogue.network(SM), day(on), concept=catalogue.concept(SM))
    assert [no_lead(group) for group in groups] == told(found)


def test_gap_without_a_valid_concept_lasts_two_years_at_least():
    """From 1 January 2021; the 181st day is 30 June 2021, and 2022 ends after 730 days."""
    state = catalogue.concept(SM).current
    assert (Period(dt.date(2019, 5, 13), dt.date(2020, 12, 31)),) == valid_periods(state)
    for until, days in (("2020-12-31", []), ("2021-06-30", [181]), ("2022-12-31", [730])):
        assert days == [gap.days for gap in validity_gaps(state, day(until))]


@pytest.mark.parametrize(
    ("on", "is_old"),
    [("2021-06-30", False), ("2021-12-31", False), ("2022-05-13", False), ("2022-05-14", True)],
)
def test_three_years_are_a_rule_of_another_land(on: str, is_old: bool):
    """Nordrhein-Westfalen asks for it; by its rule the concept was fresh in all of 2021."""
    rule = Citation(
        title="Rahmenbedingungen der Kommunalen Integrationszentren",
        publisher="LaKI Nordrhein-Westfalen",
        url="https://kommunale-integrationszentren-nrw.de/rahmenbedingungen",
    )
    rules = ConceptRules(most_years=3, most_years_source=rule)
    found = review_concept(catalogue.concept(SM), day(on), rules)
    old = [finding for finding in found if finding.code == "concept_too_old"]
    assert [rule.format()] * is_old == [finding.source for finding in old]


@pytest.mark.parametrize(
    "code", ["evaluation_overdue", "stage_overdue", "concept_measure_overdue", "concept_too_old"]
)
@pytest.mark.parametrize("on", ["2021-06-30", "2024-06-01", "2026-11-23"])
def test_what_has_no_day_is_not_late(on: str, code: str):
    """No source names a day by which anything of the district had to be done."""
    found = review_concept(catalogue.concept(SM), day(on))
    assert [] == [finding for finding in found if finding.code == code]


def test_the_funding_of_the_post_goes_on_while_no_concept_holds():
    """The period of a programme and the validity of a concept are two things."""
    holds = valid_periods(catalogue.concept(SM).current)
    funded = catalogue.funding("de-th-thilik").period
    assert [True, False] == [
        day("2021-06-30") in funded,
        any(day("2021-06-30") in period for period in holds),
    ]


def test_whether_the_district_follows_the_land_is_asked_only_on_demand():
    """With the higher concept, the review says that nothing is said."""
    found = review_concept(catalogue.concept(SM), day("2021-06-30"), higher=catalogue.concept(TH))
    assert (
        None,
        "not_aligned",
        "Das Konzept sagt nicht, wie es thueringen folgt.",
        "The concept does not say how it follows thueringen.",
    ) in told(found)


def test_what_was_known_in_2021_has_no_continuation():
    """Neither by the day nor by the moment of recording."""
    concept = catalogue.concept(SM)
    noon = dt.datetime(2021, 6, 30, 12, tzinfo=dt.UTC)
    for state in (concept.at(day("2021-06-30")), concept.as_known(noon)):
        assert ["adoption"] == [resolution.id for resolution in state.of(Resolution)]
        assert "continuation-2023" not in {stage.id for stage in state.of(Stage)}


# -- finding them ----------------------------------------------------------------------------------


def test_ids_of_concepts_and_networks():
    """They are listed, sorted."""
    assert ((SM, TH), (SM,)) == (catalogue.concept_ids(), catalogue.network_ids())


@pytest.mark.parametrize(
    ("load", "name", "message"),
    [
        (
            catalogue.concept,
            "thuringen",
            "no concept is named 'thuringen'; did you mean 'thueringen'?",
        ),
        (
            catalogue.network,
            "schmalkalden",
            "no network is named 'schmalkalden'; did you mean 'schmalkalden-meiningen'?",
        ),
    ],
)
def test_misspelt_id_is_told_with_what_resembles_it(load: Any, name: str, message: str):
    """Whoever misspells an id sees the right one."""
    with pytest.raises(UnknownNameError) as caught:
        load(name)
    assert message == str(caught.value)
