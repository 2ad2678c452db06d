"""Make the concepts of the catalogue again: ``python tests/documents/make_concepts.py``.

They are written from public sources: every entry names the one that it rests on, a note says what
was inferred, and what no source says stays out. A source that names a month or a year gives no day:
a revision then counts from the last day of that time, so that nothing counts before it was true.

What this file writes is what stands in the catalogue, character for character (a test compares
both). Therefore the salts are fixed, and known to everybody: nothing here is about a person.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import integrationsplan
from integrationsplan import AGS, Author, Citation, Period, evolve, to_json
from integrationsplan.concept import (
    ConceptEntry,
    ConceptGoal,
    ConceptLevel,
    ConceptMeasure,
    ConceptMeasureStatus,
    IntegrationConcept,
    IntegrationNetwork,
    MeasureFunding,
    MeasureReview,
    Meeting,
    Membership,
    NetworkEntry,
    NetworkGroup,
    NetworkGroupKind,
    NetworkRole,
    OfferField,
    Organisation,
    OrganisationForm,
    Principle,
    Resolution,
    ResolutionKind,
    Stage,
    StageKind,
)

FOLDER = Path(integrationsplan.__file__).parent / "catalogue" / "concepts"
EDITOR = Author(role="editor", id="catalogue")
READ_ON = dt.date(2026, 11, 23)
"""The day on which pages without a day of their own were read."""

Document = TypeVar("Document", IntegrationConcept, IntegrationNetwork)


class Step(NamedTuple):
    """A revision: from which day it counts, why, and what it puts."""

    day: dt.date
    reason: str
    put: Iterable[Any]


def salts(word: str) -> Callable[[int], bytes]:
    """Return a source of salts that gives the same ones whenever it is made."""
    given = 0

    def source(size: int) -> bytes:
        nonlocal given
        given += 1
        return hashlib.shake_256(f"{word} {given}".encode()).digest(size)

    return source


def facts(day: dt.date, reason: str) -> dict[str, Any]:
    """Return who revises, why and when: recorded at noon of the day."""
    return {
        "author": EDITOR,
        "recorded_at": dt.datetime.combine(day, dt.time(12), tzinfo=dt.UTC),
        "effective_on": day,
        "reason": reason,
    }


def history(
    open_document: Callable[..., Document], name: str, first: Step, *others: Step, **head: Any
) -> Document:
    """Return a document with a revision for each step; the head is what opening it takes."""
    source = salts(f"{open_document.__qualname__} {name}")
    document = open_document(
        id=name, put=first.put, salts=source, **head, **facts(first.day, first.reason)
    )
    for step in others:
        document = document.revise(put=step.put, salts=source, **facts(step.day, step.reason))
    return document


# -- Landkreis Schmalkalden-Meiningen: the concept -------------------------------------------------

DISTRICT = "Landkreis Schmalkalden-Meiningen"
NEWS = Citation(
    title="Integrationskonzept: Erste Projekte werden bereits umgesetzt",
    publisher=DISTRICT,
    url="https://lra-sm.de/?p=20943",
)
CONCEPT_PAGE = Citation(
    title="13. Mai 2019: Integrationskonzept für den Landkreis einstimmig beschlossen",
    publisher="Integrationsnetzwerk im Landkreis Schmalkalden-Meiningen",
    url="https://www.integration-lk-sm.de/2022-2/",
)
PROJECT = Citation(
    title="Projekt Kommunaler Integrationsmanager",
    publisher=DISTRICT,
    url="https://www.lra-sm.de/?page_id=14482",
    note="Ältere Fassung der Seite, zur ESF-Förderperiode 2014 bis 2020.",
)
PROJECT_GOES_ON = Citation(
    title="Vorhaben „Lokales Integrationsmanagement“",
    publisher=DISTRICT,
    url="https://www.lra-sm.de/?page_id=14482",
    note="Neuere Fassung der Seite, zur ESF-Förderperiode 2022 bis 2025.",
)

NOT_SAID = (
    "Zuständigkeit, Partner, Zeitraum, Kosten und Indikator nennt die Quelle nicht. Dass die "
    "Maßnahme dem Gesamtziel dient, ist abgeleitet."
)


def adoption_2019() -> list[ConceptEntry]:
    """Return the state of 2019: adopted, first measures under way."""
    return [
        Resolution(
            id="adoption",
            sort=ResolutionKind.ADOPTED,
            by="Kreistag",
            on=dt.date(2019, 5, 13),
            is_unanimous=True,
            valid=Period(dt.date(2019, 5, 13), dt.date(2020, 12, 31)),
            source=NEWS,
            note="Stimmenzahlen und Nummer des Beschlusses sind nicht bekannt. Gelten soll das "
            "Konzept „bis Ende 2020“, gelesen als 31.12.2020; den Beginn nennt keine Quelle, er "
            "ist als Tag des Beschlusses gelesen. Das Konzept wird ständig weiterentwickelt, "
            "angepasst und geprüft, seine Ziele auch nach der Fertigstellung ausgebaut. Ebenso: "
            "https://www.integration-lk-sm.de/2022-2/",
        ),
        Stage(
            id="needs-analysis",
            sort=StageKind.NEEDS_ANALYSIS,
            title="Bestands- und Bedarfsanalyse 2016",
            is_done=True,
            period=Period(dt.date(2016, 10, 1), dt.date(2016, 12, 31)),
            responsible="district",
            result="Erhoben wurde, welche Angebote, Projekte und Strukturen es in Sozialem, "
            "Bildung, Kultur, Arbeitsmarkt und Gesundheit gibt, ob und wie sie Zugewanderten "
            "offenstehen und welcher Bedarf daraus folgt.",
            source=PROJECT,
            note="Die Quelle nennt für die Analyse das Jahr 2016 und für alle Meilensteine die "
            "Zeit von Oktober 2016 bis Mai 2019; die Monate sind daraus abgeleitet.",
        ),
        Stage(
            id="draft",
            sort=StageKind.DRAFT,
            title="Erarbeitung des Konzepts",
            is_done=True,
            period=Period(dt.date(2016, 10, 1), dt.date(2019, 5, 31)),
            responsible="district",
            result="Zu berücksichtigen waren Sprachprobleme, kulturelle Vorurteile und die "
            "Integration in den Arbeitsmarkt. Eine laufende Fortschreibung ist möglich, um Ziele "
            "bei Bedarf oder aus fachlichen Gründen anzupassen.",
            source=PROJECT,
            note="Die Quelle nennt Oktober 2016 bis Mai 2019, ohne Tage; eine neuere Fassung der "
            "Seite nennt als Beginn Ende 2016. Die Meilensteine nach 2016 sind nicht bekannt.",
        ),
        Stage(
            id="resolution",
            sort=StageKind.ADOPTION,
            done_on=dt.date(2019, 5, 13),
            source=CONCEPT_PAGE,
        ),
        Stage(
            id="implementation",
            sort=StageKind.IMPLEMENTATION,
            responsible="district",
            result="Einige der vorgeschlagenen Maßnahmen werden 2019 schon umgesetzt. Nachdem "
            "zuerst die Ankunft der vielen Geflüchteten zu bewältigen war, geht es nun vor allem "
            "um dauerhafte strategische Strukturen. Aufgaben des Integrationsmanagements: das "
            "Konzept, verbindliche Strukturen mit den Akteuren der Region, das Netzwerk, die "
            "Koordination von Ehrenamtlichen, Projekten, Veranstaltungen und Maßnahmen, die "
            "Öffentlichkeitsarbeit.",
            source=NEWS,
            note="Die Aufgaben stehen unter https://www.lra-sm.de/?page_id=14482",
        ),
        Principle(
            id="framework",
            title="Rahmen von Bund und Land, Gestaltung vor Ort",
            text="Programme, Gesetze und Verordnungen von Bund und Land geben den Rahmen; wie er "
            "vor Ort gefüllt wird, ist Sache der Kommune.",
            source=NEWS,
            note="Dass dies eine Leitlinie des Konzepts ist, ist abgeleitet.",
        ),
        Principle(
            id="everybody",
            title="Aufgabe der ganzen Gesellschaft",
            text="Integration gelingt, wenn alle mitwirken: Verwaltungen, Verbände, Vereine, "
            "Ehrenamtliche, Bürgerinnen und Bürger mit und ohne Migrationshintergrund.",
            source=NEWS,
            note="Dass dies eine Leitlinie des Konzepts ist, ist abgeleitet. Die Quelle nennt "
            "2019 mehr als 4.000 Menschen mit Migrationshintergrund im Landkreis, ohne Tag.",
        ),
        ConceptGoal(
            id="overall-goal",
            title="Die Situation aller verbessern und ihr Zusammenleben",
            text="Besser werden sollen die Situation der Menschen mit und ohne "
            "Migrationshintergrund, ihr Zusammenleben und die Situation derer, die haupt- oder "
            "ehrenamtlich daran arbeiten.",
            source=NEWS,
            note="Das Gesamtziel. Die einzelnen Ziele und ihre Indikatoren sind nicht bekannt.",
        ),
        ConceptMeasure(
            id="first-orientation",
            title="Erstorientierungskurse für Neuankommende",
            text="Sie finden regelmäßig statt.",
            goals=("overall-goal",),
            status=ConceptMeasureStatus.RUNNING,
            source=NEWS,
            note=NOT_SAID,
        ),
        ConceptMeasure(
            id="overview-of-offers",
            title="Übersicht der Angebote für Migrantinnen und Migranten und ihrer Nutzung",
            text="Sie wird erstellt.",
            goals=("overall-goal",),
            status=ConceptMeasureStatus.RUNNING,
            source=NEWS,
            note=NOT_SAID,
        ),
        ConceptMeasure(
            id="website",
            title="Internetseite des Integrationsnetzwerks",
            text="Sie entsteht, um Übersichten der Angebote und weitere Hinweise zu "
            "veröffentlichen.",
            goals=("overall-goal",),
            status=ConceptMeasureStatus.RUNNING,
            source=NEWS,
            note=f"{NOT_SAID} Eine frühere Seite des Netzwerks gab es schon 2015: "
            "https://www.lra-sm.de/?p=8866",
        ),
        ConceptMeasure(
            id="network-meeting",
            title="Netzwerktreffen, das Zuständigkeiten und Arbeitsgruppen festlegt",
            text="Es ist angekündigt.",
            goals=("overall-goal",),
            source=NEWS,
            note=f"{NOT_SAID} Dass das Treffen eine Maßnahme des Konzepts ist, ist abgeleitet.",
        ),
    ]


def management_goes_on_2022() -> list[ConceptEntry]:
    """Return what is said of the post while no concept holds."""
    return [
        Stage(
            id="management-goes-on",
            sort=StageKind.IMPLEMENTATION,
            title="Lokales Integrationsmanagement (früher ThILIK)",
            responsible="district",
            result="Das Integrationsmanagement, seit Ende 2016 nach ThILIK gefördert, wird in der "
            "ESF-Förderperiode 2022 bis 2025 nach der Sozialstrategierichtlinie, Gegenstand 2.1, "
            "weitergeführt.",
            source=PROJECT_GOES_ON,
            note="Die Förderung läuft durch, während das Konzept nicht gilt.",
        )
    ]


def continuation_2023() -> list[ConceptEntry]:
    """Return what is said of the first continuation."""
    return [
        Resolution(
            id="continuation",
            sort=ResolutionKind.CONTINUED,
            source=CONCEPT_PAGE,
            note="Die Quelle nennt die 1. Fortschreibung aus 2023. Tag, Gremium, Geltung und "
            "Inhalt sind nicht bekannt; dass es einen Beschluss gab, ist abgeleitet. Ohne "
            "gültiges Konzept war der Landkreis damit wenigstens vom 01.01.2021 bis zum "
            "31.12.2022.",
        ),
        Stage(
            id="continuation-2023",
            sort=StageKind.CONTINUATION,
            title="1. Fortschreibung des Integrationskonzepts (2023)",
            is_done=True,
            source=CONCEPT_PAGE,
            note="Der Tag ist nicht bekannt.",
        ),
    ]


def schmalkalden_meiningen() -> IntegrationConcept:
    """Return the concept of the district, as far as its sources go."""
    return history(
        IntegrationConcept.open,
        "schmalkalden-meiningen",
        Step(dt.date(2019, 5, 13), "Beschluss des Kreistags", adoption_2019()),
        Step(
            dt.date(2022, 12, 31),
            "Das Integrationsmanagement läuft weiter; genannt ist das Jahr",
            management_goes_on_2022(),
        ),
        Step(
            dt.date(2023, 12, 31),
            "1. Fortschreibung; genannt ist das Jahr 2023",
            continuation_2023(),
        ),
        title="Integrationskonzept des Landkreises Schmalkalden-Meiningen",
        level=ConceptLevel.DISTRICT,
        body=Organisation(
            id="district",
            name=DISTRICT,
            form=OrganisationForm.ADMINISTRATION,
            region=AGS("16066"),
        ),
        source=NEWS,
        note="Das Konzept selbst lag nicht vor: Handlungsfelder, Leitziele, die Liste der Ziele "
        "und Maßnahmen, Kosten und Indikatoren sind nicht bekannt.",
    )


# -- Landkreis Schmalkalden-Meiningen: the network -------------------------------------------------


def lra_news(title: str, number: int) -> Citation:
    """Return a piece of news of the district."""
    return Citation(title=title, publisher=DISTRICT, url=f"https://www.lra-sm.de/?p={number}")


FOUNDING = lra_news("Meldung zur Gründung des Integrationsnetzwerks", 7206)
NEW_WEBSITE = lra_news("Integrationsnetzwerk mit neuer Website online", 8866)
SECOND_MEETING = lra_news("Wachsendes Integrationsnetzwerk will Willkommenskultur stärken", 9194)
THIRD_MEETING = lra_news("Meldung zum dritten Treffen des Integrationsnetzwerks", 10924)
STRUCTURE = Citation(
    title="Struktur und Ziele",
    publisher="Integrationsnetzwerk im Landkreis Schmalkalden-Meiningen",
    url="https://www.integration-lk-sm.de/struktur-ziele/",
)

STEERING = {
    "adult-education": Organisation(
        id="adult-education", name="Volkshochschule Schmalkalden-Meiningen"
    ),
    "district-office": Organisation(
        id="district-office",
        name="Landratsamt Schmalkalden-Meiningen",
        form=OrganisationForm.ADMINISTRATION,
        region=AGS("16066"),
    ),
    "school-authority": Organisation(
        id="school-authority",
        name="Staatliches Schulamt Südthüringen",
        form=OrganisationForm.ADMINISTRATION,
    ),
    "pergo": Organisation(
        id="pergo",
        name="Pergo GmbH",
        legal_form="GmbH",
        form=OrganisationForm.CARRIER,
        description="Bildungsträger",
    ),
    "ikl": Organisation(
        id="ikl", name="IKL", form=OrganisationForm.CARRIER, description="Bildungsträger"
    ),
    "chamber-of-crafts": Organisation(
        id="chamber-of-crafts", name="Handwerkskammer Südthüringen", form=OrganisationForm.CHAMBER
    ),
    "bamf": Organisation(
        id="bamf",
        name="Bundesamt für Migration und Flüchtlinge",
        form=OrganisationForm.ADMINISTRATION,
    ),
}
"""The members of the steering group, by id, in the order of the source."""


def founding_2014() -> list[NetworkEntry]:
    """Return the network on the day of its founding."""
    return [
        *(each for name, each in STEERING.items() if name != "district-office"),
        Organisation(id="police", name="Polizei", form=OrganisationForm.ADMINISTRATION),
        NetworkGroup(
            id="steering-group",
            title="Steuerungsgruppe",
            sort=NetworkGroupKind.STEERING_GROUP,
            source=FOUNDING,
            note="Sie hat bei der Gründung die Federführung und ist offen für weitere Akteure.",
        ),
        *(
            Membership(
                id=f"steering-{name}",
                organisation=name,
                member_of="steering-group",
                source=FOUNDING,
            )
            for name in STEERING
        ),
        Membership(
            id="network-police",
            organisation="police",
            role=NetworkRole.ADVISER,
            source=FOUNDING,
        ),
        Meeting(
            id="meeting-1",
            held_on=dt.date(2014, 12, 5),
            title="Gründungsveranstaltung",
            attended_by=("district-office",),
            source=THIRD_MEETING,
            note="Den Tag nennt der Bericht vom dritten Treffen; wer alles da war, nennt keine "
            "Quelle.",
        ),
    ]


def working_groups_2015() -> list[NetworkEntry]:
    """Return what came until the second meeting."""
    groups = {
        "language-school": ("Sprache und Schule", (OfferField.LANGUAGE, OfferField.EDUCATION)),
        "social-health": ("Soziales und Gesundheit", (OfferField.HEALTH,)),
        "work": ("Arbeit und Beruf", (OfferField.WORK,)),
        "leisure-culture": ("Freizeit und Kultur", (OfferField.ENCOUNTER,)),
    }
    return [
        *(
            NetworkGroup(
                id=f"group-{name}",
                title=title,
                sort=NetworkGroupKind.WORKING_GROUP,
                topics=topics,
                source=NEW_WEBSITE,
                note="Tagt regelmäßig seit Ende Februar 2015; der Tag ist nicht bekannt. Die "
                "Themen sind aus dem Namen abgeleitet.",
            )
            for name, (title, topics) in groups.items()
        ),
        Meeting(
            id="meeting-2",
            held_on=dt.date(2015, 4, 22),
            title="Zweites Treffen",
            attended_by=("district-office", "bamf", "adult-education"),
            minutes="Die neue Internetseite des Netzwerks wurde vorgestellt. Das Bundesamt sprach "
            "über Flüchtlingszahlen und Fördermöglichkeiten.",
            source=SECOND_MEETING,
            note="Der Tag stammt aus der Ankündigung (https://www.lra-sm.de/?p=8866); der Bericht "
            "nennt keinen. Genannt sind nur die, von denen er spricht.",
        ),
    ]


def third_meeting_2015() -> list[NetworkEntry]:
    """Return the third meeting."""
    return [
        Meeting(
            id="meeting-3",
            held_on=dt.date(2015, 11, 25),
            title="Drittes Treffen",
            attended_by=("district-office", "bamf"),
            minutes="Der Landkreis nimmt im Monat rund 200 Geflüchtete neu auf, zusammen sind es "
            "mehr als 1.100. Er unterhält 190 gemietete Wohnungen in 16 Orten und 5 "
            "Gemeinschaftsunterkünfte.",
            source=THIRD_MEETING,
            note="Genannt sind nur die, von denen der Bericht spricht.",
        )
    ]


def structure_as_read() -> list[NetworkEntry]:
    """Return what a page without a day says of the structure of the network."""
    return [
        Membership(
            id="network-lead",
            organisation="district-office",
            role=NetworkRole.LEAD,
            source=STRUCTURE,
            note="Durch den Fachdienst Ausländer- und Personenstandswesen. Das Netzwerk ist "
            "überparteilich, nicht konfessionell gebunden und ohne eigene wirtschaftliche "
            "Interessen.",
        ),
        NetworkGroup(
            id="advisory-board",
            title="Integrationsbeirat",
            sort=NetworkGroupKind.ADVISORY_BOARD,
            source=STRUCTURE,
            note="Er bietet Lösungen an und beteiligt sich an Entscheidungen, wenn ein "
            "Arbeitskreis darum bittet. In den Arbeitskreisen sammeln sich die Inhalte aus dem "
            "Netzwerk.",
        ),
        Membership(
            id="board-district-office",
            organisation="district-office",
            member_of="advisory-board",
            source=STRUCTURE,
            note="Soziales, Jugend, Gesundheit, Ausländerwesen, Bildungskoordination für "
            "Neuzugewanderte, Arbeit; Fachdienst Schulen, Stabsstelle Kreisentwicklung.",
        ),
        Membership(
            id="board-school-authority",
            organisation="school-authority",
            member_of="advisory-board",
            source=STRUCTURE,
        ),
        Membership(
            id="board-adult-education",
            organisation="adult-education",
            member_of="advisory-board",
            source=STRUCTURE,
            note="Die Seite nennt auch weitere Bildungsinstitutionen und Kammern, ohne Namen.",
        ),
    ]


def schmalkalden_meiningen_network() -> IntegrationNetwork:
    """Return the network of the district, as far as its sources go."""
    return history(
        IntegrationNetwork.open,
        "schmalkalden-meiningen",
        Step(dt.date(2014, 12, 5), "Gründung", founding_2014()),
        Step(dt.date(2015, 4, 22), "Arbeitskreise, zweites Treffen", working_groups_2015()),
        Step(dt.date(2015, 11, 25), "Drittes Treffen", third_meeting_2015()),
        Step(
            READ_ON,
            "Struktur nach einer Seite ohne Datum, gelesen an diesem Tag",
            structure_as_read(),
        ),
        title="Integrationsnetzwerk im Landkreis Schmalkalden-Meiningen",
        body=STEERING["district-office"],
        founded_on=dt.date(2014, 12, 5),
        regions=[AGS("16066")],
        source=THIRD_MEETING,
        note="Mehr als 30 Akteure aus Behörden, Institutionen, Vereinen und Wohlfahrtsverbänden "
        "und Vertretungen der Migrantinnen und Migranten (so der Bericht von der Gründung: "
        "https://www.lra-sm.de/?p=7206). Es geht um alle Einwohner mit Migrationshintergrund, "
        "nicht nur um Asylsuchende. Dass das Landratsamt es koordiniert, sagt die Seite zur "
        "Struktur, ohne Datum.",
    )


# -- Thüringen -------------------------------------------------------------------------------------

BIMF = "Beauftragte für Integration, Migration und Flüchtlinge"
LIGA_NEWS = Citation(
    title="Land und Wohlfahrtsverbände vereinbaren enge Kooperation bei Erarbeitung des Thüringer "
    "Integrationskonzeptes",
    publisher="LIGA der Freien Wohlfahrtspflege in Thüringen",
    date=dt.date(2016, 5, 18),
    url="https://liga.ips21.de/pm-pressemitteilungen/"
    "pm-land-und-wohlfahrtsverb%C3%A4nde-vereinbaren-enge-kooperation-bei-erarbeitung-des-"
    "th%C3%BCringer-integrationskonzeptes.html",
)
KEY_POINTS = Citation(
    title="Eckpunkte für Integrationskonzept vorgestellt",
    publisher="Thüringer Ministerium für Migration, Justiz und Verbraucherschutz",
    url="https://justiz.thueringen.de/aktuelles/veranstaltungen/detailseite/"
    "eckpunkte-fuer-integrationskonzept-vorgestellt",
)
KEY_POINTS_DPA = Citation(
    title="Thüringen erstellt eigenes Integrationskonzept",
    publisher="dpa, Die Welt",
    date=dt.date(2016, 6, 14),
    url="https://www.welt.de/regionales/thueringen/article156221546/"
    "Thueringen-erstellt-eigenes-Integrationskonzept.html",
)
CONFERENCES_2016 = Citation(
    title="Thüringer Integrationskonzept: Bürger*innen zur Beteiligung aufgerufen",
    publisher="Thüringer Ehrenamtsstiftung",
    date=dt.date(2016, 11, 8),
    url="http://www.thueringer-ehrenamtsstiftung.de/Newsdetails.13+M5fbf28527f0.0.html",
)
BIMF_2017 = Citation(
    title="Das Thüringer Integrationskonzept",
    publisher=BIMF,
    url="https://bimf.thueringen.de/integration/integrationskonzept",
    note="Fassung der Seite von vor der Fortschreibung.",
)
BIMF_2024 = Citation(
    title="Das Thüringer Integrationskonzept",
    publisher=BIMF,
    url="https://bimf.test-th.de/integration/integrationskonzept",
    note="Fassung der Seite von nach der Fortschreibung.",
)
BIMF_CONFERENCES = Citation(
    title="Regionalkonferenzen zum Thüringer Integrationskonzept",
    publisher=BIMF,
    url="https://bimf.test-th.de/beauftragte/veranstaltungen/fachveranstaltungen/"
    "regionalkonferenzen-zum-thueringer-integrationskonzept",
)
MDR_2017 = Citation(
    title="Meldung zum Integrationskonzept",
    publisher="MDR Thüringen",
    url="http://www.mdr.de/thueringen/integrationskonzept-thueringen-rot-rot-gruen-100.html",
    note="November 2017.",
)
DEFINITION = Citation(
    title="Stellungnahme zum CDU-Gesetzesentwurf für ein Thüringer Integrationsgesetz",
    publisher="Flüchtlingsrat Thüringen",
    date=dt.date(2019, 5, 29),
    url="https://www.fluechtlingsrat-thr.de/aktuelles/news/"
    "stellungnahme-zum-cdu-gesetzesentwurf-f%C3%BCr-ein-th%C3%BCringer-integrationsgesetz",
)
INTERIM_2019 = Citation(
    title="Umsetzung des Integrationskonzeptes kommt gut voran",
    publisher="Thüringer Ministerium für Migration, Justiz und Verbraucherschutz",
    url="https://justiz.thueringen.de/aktuelles/medieninformationen/detailseite/"
    "umsetzung-des-integrationskonzeptes-kommt-gut-voran",
)
INTEGRATION_PAGE = Citation(
    title="Integration",
    publisher="Thüringer Ministerium für Migration, Justiz und Verbraucherschutz",
    url="https://justiz.thueringen.de/themen/migration/integration",
)
REPORT_2019 = Citation(
    title="Mehr Menschen mit Migrationshintergrund finden einen Job",
    publisher="dpa, Die Welt",
    url="https://www.welt.de/regionales/thueringen/article201550270/"
    "Mehr-Menschen-mit-Migrationshintergrund-finden-einen-Job.html",
    note="Oktober 2019.",
)
REPORT_AGAIN = Citation(
    title="ZIB Thüringen: Fortschreibung des Thüringer Zuwanderungs- und Integrationsberichts",
    publisher="Minor Wissenschaft Gesellschaft",
    url="https://minor-wissenschaft.de/zib-thueringen",
)
EVALUATION_2023 = Citation(
    title="Denstädt will Maßnahmen des Integrationskonzeptes erneuern",
    publisher="Mitteldeutsche Zeitung",
    url="https://www.mz.de/deutschland-und-welt/deutschland/"
    "denstadt-will-massnahmen-des-integrationskonzeptes-erneuern-3541327",
)


def agreement_2016() -> list[ConceptEntry]:
    """Return how it began."""
    return [
        Organisation(id="bimf", name=BIMF, form=OrganisationForm.ADMINISTRATION),
        Organisation(
            id="liga",
            name="LIGA der Freien Wohlfahrtspflege",
            form=OrganisationForm.WELFARE_ASSOCIATION,
        ),
        Stage(
            id="agreement",
            sort=StageKind.DRAFT,
            title="Vereinbarung von Land und LIGA, zusammen ein Konzept zu erarbeiten",
            done_on=dt.date(2016, 5, 18),
            responsible="bimf",
            participants=("liga",),
            result="Eckpunkte sollen vor der Sommerpause vorliegen. Beteiligt sind alle, von den "
            "Kommunen bis zu den Wohlfahrtsverbänden.",
            source=LIGA_NEWS,
            note="Eine Meldung der dpa nennt einen Tag später; hier steht der Tag derer, die es "
            "vereinbart haben. Dass die Beauftragte zuständig ist, sagt die Vorstellung der "
            "Eckpunkte.",
        ),
    ]


GERMAN = ConceptGoal(
    id="german",
    title="Wer hier lebt, kann so bald wie möglich Deutsch lernen",
    source=KEY_POINTS_DPA,
    note="Aus den Eckpunkten von 2016.",
)


def key_points_2016() -> list[ConceptEntry]:
    """Return the key points."""
    note = "Aus den Eckpunkten von 2016, nicht aus dem beschlossenen Konzept."
    return [
        Resolution(
            id="key-points",
            sort=ResolutionKind.KEY_POINTS,
            by="Kabinett",
            on=dt.date(2016, 6, 14),
            source=KEY_POINTS_DPA,
            note="Das Konzept soll bis Ende 2016 vorliegen.",
        ),
        Principle(
            id="chance",
            title="Integration ist eine Chance",
            source=KEY_POINTS,
            note=note,
        ),
        Principle(
            id="able",
            title="Thüringen kann das leisten",
            text="Die Strukturen, die es dafür braucht, werden auf Dauer gestärkt.",
            source=KEY_POINTS,
            note=note,
        ),
        Principle(
            id="mutual",
            title="Integration ist ein wechselseitiger Prozess aller, die in Thüringen leben",
            source=KEY_POINTS,
            note=note,
        ),
        GERMAN,
    ]


def participation_2016() -> list[ConceptEntry]:
    """Return how others took part."""
    return [
        Stage(
            id="conferences-2016",
            sort=StageKind.PARTICIPATION,
            title="Fünf Regionalkonferenzen und Zuschriften",
            is_done=True,
            result="In Mühlhausen, Meiningen, Gera, Erfurt und Jena.",
            source=BIMF_2017,
            note="Angekündigt waren sie für den 08.11. (Mühlhausen), 15.11. (Meiningen), 30.11. "
            "(Gera) und 05.12.2016 (Erfurt); der Tag in Jena ist nicht bekannt. Die Tage stehen "
            "unter http://www.thueringer-ehrenamtsstiftung.de/"
            "Newsdetails.13+M5fbf28527f0.0.html",
        ),
        Stage(
            id="forum-2016",
            sort=StageKind.PARTICIPATION,
            title="Forumskonferenz mit landesweiten Trägern und Ministerien",
            done_on=dt.date(2016, 12, 16),
            result="Themenblöcke: Sprache und Bildung; Arbeitsmarkt; Gesundheit und Wohnen; "
            "Flüchtlingspolitik; Willkommenskultur; gesellschaftliche Teilhabe.",
            source=CONFERENCES_2016,
            note="Die Blöcke stammen aus der Einladung. Dass sie die Handlungsfelder des Konzepts "
            "sind, sagt keine Quelle.",
        ),
    ]


def adoption_2017() -> list[ConceptEntry]:
    """Return the adoption."""
    return [
        Stage(
            id="consultation",
            sort=StageKind.DRAFT,
            title="Ressortabstimmung",
            is_done=True,
            source=BIMF_2017,
            note="Nach der Forumskonferenz und vor dem Beschluss; Tage nennt keine Quelle.",
        ),
        Resolution(
            id="adoption",
            sort=ResolutionKind.ADOPTED,
            by="Kabinett",
            valid=Period(dt.date(2017, 11, 30), None),
            source=BIMF_2017,
            note="Genannt ist der November 2017, ein Tag nicht: Spätestens seit dem letzten Tag "
            "des Monats gilt das Konzept. Ein Ende der Geltung nennt keine Quelle.",
        ),
        Stage(
            id="resolution",
            sort=StageKind.ADOPTION,
            title="Beschluss über Konzept und Maßnahmen (November 2017)",
            is_done=True,
            result="Das Konzept legt Leitlinien und Ziele fest und je Handlungsfeld Ziele, "
            "erforderliche Maßnahmen und Aktionspläne. Beteiligt waren auch Kommunen, Wirtschaft, "
            "Vereine und Verbände.",
            source=BIMF_2017,
            note="Wer beteiligt war, meldet der MDR: "
            "http://www.mdr.de/thueringen/integrationskonzept-thueringen-rot-rot-gruen-100.html",
        ),
        Principle(
            id="immigration",
            title="Thüringen ist ein Zuwanderungsland",
            source=MDR_2017,
            note="Dass dies eine Leitlinie ist, ist abgeleitet.",
        ),
        Principle(
            id="process",
            title="Integration ist kein Zustand, sondern ein Prozess",
            text="Er geht fort, ist dynamisch und wechselseitig.",
            source=DEFINITION,
            note="Die Definition des Konzepts; dass sie eine Leitlinie ist, ist abgeleitet.",
        ),
        evolve(
            GERMAN,
            text="Auch wer geringe Aussichten hat zu bleiben.",
            source=MDR_2017,
            note="Aus den Eckpunkten von 2016; auf das beschlossene Konzept bezieht es 2017 die "
            "Beauftragte.",
        ),
        Organisation(id="adult-education", name="Thüringer Volkshochschulverband"),
        ConceptMeasure(
            id="start-deutsch",
            title="Landesprogramm „Start Deutsch“",
            text="Kurse Alpha, A1, A2 und B1 für Geflüchtete ohne Zugang zum Integrationskurs.",
            goals=("german",),
            responsible="adult-education",
            funding=(MeasureFunding(programme="de-th-projektfoerderung-integration"),),
            status=ConceptMeasureStatus.RUNNING,
            source=INTEGRATION_PAGE,
            note="Seit Juni 2016; der Tag ist nicht bekannt. Dass das Programm eine Maßnahme des "
            "Konzepts ist und welchem Ziel es dient, ist abgeleitet.",
        ),
    ]


INTERPRETING = ConceptMeasure(
    id="interpreting",
    title="Audio- und Videodolmetschen landesweit, pauschal bezahlt",
    text="Für Behörden, Krankenhäuser, Beratungsstellen, Frauenhäuser und andere, die mit neu "
    "Zugewanderten arbeiten.",
    status=ConceptMeasureStatus.RUNNING,
    source=INTERIM_2019,
    note="Seit Mai 2019; der Tag ist nicht bekannt. Die Quelle nennt es ein weiteres wichtiges "
    "Vorhaben; dass es eine Maßnahme des Konzepts ist, ist abgeleitet.",
)
REPORT = ConceptMeasure(
    id="report",
    title="Zuwanderungs- und Integrationsbericht",
    due_on=dt.date(2019, 9, 30),
    source=INTERIM_2019,
    note="Der erste soll im September 2019 vorgestellt werden, gelesen als bis zum letzten Tag des "
    "Monats. Dass das Konzept einen solchen Bericht regelmäßig vorsieht, steht unter "
    "https://minor-wissenschaft.de/zib-thueringen",
)


def interim_2019() -> list[ConceptEntry]:
    """Return the second interim report."""
    return [
        Stage(
            id="interim-report-2",
            sort=StageKind.INTERIM_REPORT,
            title="Zweiter Zwischenbericht (Frühjahr 2019)",
            is_done=True,
            result="Viele Anregungen sind verwirklicht, etwa in der Sprachförderung und der "
            "Vermittlung in Arbeit. Auf mittlere Sicht geht es besonders um Begegnung und Sport.",
            source=INTERIM_2019,
            note="Der Tag ist nicht bekannt, ebenso wenig, wann der erste Zwischenbericht kam.",
        ),
        INTERPRETING,
        REPORT,
    ]


REPORT_PRESENTED = evolve(
    REPORT,
    due_on=None,
    status=ConceptMeasureStatus.PERMANENT,
    source=REPORT_2019,
    note="Der erste wurde im Oktober 2019 vorgestellt; der Tag ist nicht bekannt. Das Konzept "
    "sieht den Bericht regelmäßig vor: https://minor-wissenschaft.de/zib-thueringen",
)


def evaluation_2023() -> list[ConceptEntry]:
    """Return what prepared the continuation."""
    return [
        Stage(
            id="evaluation",
            sort=StageKind.EVALUATION,
            title="Evaluierungsbericht, fünf Jahre nach dem Beschluss",
            is_done=True,
            responsible="land",
            result="Das Konzept hat sich als Leitlinie bewährt. Dass Maßnahmen des Landes, des "
            "Bundes und der Kommunen ineinandergreifen, ist zum Teil ausbaufähig; wirksam sind "
            "Maßnahmen, die mit Mitteln unterlegt sind.",
            source=EVALUATION_2023,
            note="Im Kabinett beraten Anfang 2023; der Tag ist nicht bekannt, ob er vorher fällig "
            "war, auch nicht. Grundlage: Abfragen der Ressorts, Befragungen des "
            "Landesintegrationsbeirats und in Erfurt, Gera, dem Landkreis Nordhausen und dem "
            "Altenburger Land: https://bimf.test-th.de/integration/integrationskonzept",
        ),
        *(
            Stage(
                id=f"conference-{name.lower()}-2023",
                sort=StageKind.PARTICIPATION,
                title=f"Regionalkonferenz in {name}",
                done_on=day,
                responsible="bimf",
                source=BIMF_CONFERENCES,
            )
            for name, day in {
                "Nordhausen": dt.date(2023, 10, 25),
                "Gera": dt.date(2023, 11, 13),
                "Suhl": dt.date(2023, 11, 22),
                "Erfurt": dt.date(2023, 11, 27),
            }.items()
        ),
    ]


def continuation_2024() -> list[ConceptEntry]:
    """Return the continuation: every measure was looked at again, the goals stand."""
    return [
        Resolution(
            id="continuation",
            sort=ResolutionKind.CONTINUED,
            by="Kabinett",
            valid=Period(dt.date(2024, 9, 30), None),
            source=BIMF_2024,
            note="Genannt ist der September 2024, ein Tag nicht: Spätestens seit dem letzten Tag "
            "des Monats gilt die Fortschreibung. Ein Ende der Geltung nennt keine Quelle.",
        ),
        Stage(
            id="continuation-2024",
            sort=StageKind.CONTINUATION,
            title="Fortschreibung der Maßnahmen (September 2024)",
            is_done=True,
            result="Alle Maßnahmen wurden geprüft und an die Verhältnisse und den Bedarf "
            "angepasst. Kommunen und die wesentlichen Akteure aus Verwaltung und "
            "Zivilgesellschaft waren einbezogen.",
            source=BIMF_2024,
            note="Der Tag ist nicht bekannt. Dass Leitlinien und Ziele unverändert blieben, ist "
            "daraus abgeleitet, dass die Quelle nur die Maßnahmen nennt.",
        ),
        *(
            MeasureReview(
                id=f"review-{name}",
                measure=name,
                source=BIMF_2024,
                note="Die Quelle sagt es von allen Maßnahmen. Der Tag, und was aus dieser wurde, "
                "sind nicht bekannt.",
            )
            for name in ("start-deutsch", "interpreting", "report")
        ),
        evolve(
            REPORT_PRESENTED,
            responsible="bimf",
            source=REPORT_AGAIN,
            note=f"{REPORT_PRESENTED.note} Seine Fortschreibung hat die Beauftragte vom 01.03. "
            "bis zum 31.12.2024 vergeben.",
        ),
    ]


def thueringen() -> IntegrationConcept:
    """Return the concept of the Land, as far as its sources go."""
    return history(
        IntegrationConcept.open,
        "thueringen",
        Step(dt.date(2016, 5, 18), "Vereinbarung mit der LIGA", agreement_2016()),
        Step(dt.date(2016, 6, 14), "Eckpunkte", key_points_2016()),
        Step(dt.date(2016, 12, 16), "Beteiligung", participation_2016()),
        Step(dt.date(2017, 11, 30), "Beschluss; genannt ist der Monat", adoption_2017()),
        Step(dt.date(2019, 5, 31), "Zweiter Zwischenbericht; genannt ist der Mai", interim_2019()),
        Step(
            dt.date(2019, 10, 31),
            "Erster Zuwanderungs- und Integrationsbericht; genannt ist der Monat",
            [REPORT_PRESENTED],
        ),
        Step(dt.date(2023, 11, 27), "Evaluation und Regionalkonferenzen", evaluation_2023()),
        Step(dt.date(2024, 9, 30), "Fortschreibung; genannt ist der Monat", continuation_2024()),
        title="Thüringer Integrationskonzept – für ein gutes Miteinander!",
        level=ConceptLevel.LAND,
        body=Organisation(
            id="land",
            name="Freistaat Thüringen",
            form=OrganisationForm.ADMINISTRATION,
            region=AGS("16"),
        ),
        source=BIMF_2017,
        note="Das Konzept selbst lag nicht vor: Zahl und Namen seiner Handlungsfelder, Ziele und "
        "Maßnahmen sind nicht bekannt.",
    )


DOCUMENTS: dict[str, Callable[[], str]] = {
    "schmalkalden-meiningen.concept": lambda: to_json(schmalkalden_meiningen(), indent=2),
    "schmalkalden-meiningen.network": lambda: to_json(schmalkalden_meiningen_network(), indent=2),
    "thueringen.concept": lambda: to_json(thueringen(), indent=2),
}
"""What makes each document, by the name of its file."""


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, make in DOCUMENTS.items():
        (FOLDER / f"{name}.json").write_text(make() + "\n", encoding="utf-8")
