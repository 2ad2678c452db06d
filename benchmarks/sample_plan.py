"""One integration plan of about 10 kB and 90 objects, the same on every machine and every day.

It has the kinds of entries that most plans are made of, new versions of them, a withdrawn one, an
agreement and a closure. Salts come from a seeded source, so that the digests are the same too.
The texts are German, as they are in practice: most are not ASCII, and some have several lines. The
moments stand in German local time, which every candidate writes alike (UTC is ``Z`` to some and
``+00:00`` to others).
"""

import datetime as dt
import random

from integrationsplan import AGS, Author, CodedValue, IntegrationPlan, Period, evolve
from integrationsplan.history import SaltSource
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Actor,
    Body,
    CertificateFamily,
    Competence,
    Evidence,
    Goal,
    GoalField,
    IndicatorTarget,
    LanguageCertificate,
    LanguageProficiency,
    LanguageTarget,
    Lifecycle,
    Measure,
    MeasureStatus,
    Party,
    Priority,
    Qualification,
    QualificationCategory,
    Referral,
    RegularService,
    Responsible,
)

WINTER = dt.timezone(dt.timedelta(hours=1))
MANAGER = Author(role="integration_manager", id="im-7f3a")


def build_plan() -> IntegrationPlan:
    """Build the plan through the library's own front door."""
    salts = random.Random(20_180_301).randbytes  # noqa: S311  # a seeded sample, no secret
    opened = _open(salts)
    revised = opened.revise(
        author=MANAGER,
        recorded_at=_moment(2018, 4, 12),
        effective_on=dt.date(2018, 4, 12),
        reason="Erstes Ergebnis der Kompetenzanalyse;\ndie Ziele wurden gemeinsam gewichtet.",
        legal_basis="VwV-Integrationsmanagement, Nr. 5.2",
        salts=salts,
        put=[
            evolve(opened.current["g-language"], lifecycle=Lifecycle.ACCEPTED),
            evolve(opened.current["g-recognition"], lifecycle=Lifecycle.ACCEPTED),
            _course(),
            Measure(
                id="m-recognition",
                title="Gleichwertigkeitsprüfung beim Regierungspräsidium Stuttgart",
                goals=("g-recognition",),
                responsible=Responsible(
                    party=Actor.AUTHORITY, name="Anerkennungsberatung im IQ-Netzwerk"
                ),
                period=Period(dt.date(2018, 5, 2), dt.date(2018, 12, 31)),
                referral=Referral(
                    service=RegularService.RECOGNITION_ADVICE,
                    name="Regierungspräsidium Stuttgart, Abteilung 9",
                ),
            ),
        ],
    )
    agreed = revised.agree(
        id="a-first",
        agreed_on=dt.date(2018, 4, 20),
        author=MANAGER,
        recorded_at=_moment(2018, 4, 20),
        explained_in="ar",
        salts=salts,
    )
    followed = _follow(agreed, salts)
    closing = Author(role="integration_manager", id="im-2c10")
    return followed.close(
        author=closing,
        recorded_at=_moment(2019, 6, 28),
        effective_on=dt.date(2019, 6, 30),
        reason="Übergang in die Regeldienste: Jobcenter und Migrationsberatung für Erwachsene.",
        salts=salts,
        put=[
            evolve(
                followed.current["g-language"],
                lifecycle=Lifecycle.COMPLETED,
                achievement=Achievement.ACHIEVED,
            ),
            evolve(
                followed.current["m-course"],
                status=MeasureStatus.COMPLETED,
                result="Zertifikat Deutsch B1 erreicht, danach Anmeldung zum Berufssprachkurs.",
            ),
        ],
    )


def _moment(year: int, month: int, day: int) -> dt.datetime:
    return dt.datetime(year, month, day, 9, 30, tzinfo=WINTER)


def _open(salts: SaltSource) -> IntegrationPlan:
    return IntegrationPlan.open(
        id="plan-2018-00417",
        subject="p-83f1c04e",
        body=Body(name="Große Kreisstadt Weinheim, Amt für Soziales", region=AGS("08226096")),
        jurisdiction="08",
        author=MANAGER,
        recorded_at=_moment(2018, 3, 1),
        effective_on=dt.date(2018, 3, 1),
        reason="Aufnahme in das Integrationsmanagement nach der vorläufigen Unterbringung",
        salts=salts,
        put=[
            Qualification(
                id="q-nursing",
                title="Diplom Krankenpflege (دبلوم تمريض)",
                category=QualificationCategory.VOCATIONAL,
                country="SY",
                institution="Gesundheitsfachschule Aleppo",
                year=2012,
                isced=4,
                eqf=4,
                documents_seen=True,
            ),
            Qualification(
                id="q-school",
                title="Höherer Schulabschluss (Baccalauréat)",
                category=QualificationCategory.SCHOOL,
                country="SY",
                year=2009,
            ),
            Competence(
                id="c-nursing",
                title="Pflege älterer Menschen, vier Jahre Erfahrung",
                evidence=Evidence.CERTIFIED,
                code=CodedValue(
                    system="ISCO-08",
                    code="2221",
                    label="Nursing professionals",
                ),
                description="Stationäre Pflege im Universitätsklinikum, zuletzt als "
                "stellvertretende Stationsleitung; Arbeitszeugnis liegt übersetzt vor.",
            ),
            LanguageProficiency(id="l-arabic", language="ar", is_first=True),
            LanguageProficiency(
                id="l-german",
                language="de",
                overall=CEFR.A1,
                listening=CEFR.A2,
                reading=CEFR.A1,
                spoken_interaction=CEFR.A1,
                spoken_production=CEFR.A1,
                writing=CEFR.A1,
                certificates=(
                    LanguageCertificate(
                        issuer=CertificateFamily.TELC,
                        issuer_name="telc gGmbH",
                        level=CEFR.A1,
                        issued_on=dt.date(2017, 11, 4),
                    ),
                ),
            ),
            *_goals(),
        ],
    )


def _goals() -> list[Goal]:
    return [
        Goal(
            id="g-language",
            field=GoalField.LANGUAGE,
            title="Deutsch auf der Stufe B1 für den Alltag und die Prüfung",
            target=LanguageTarget(level=CEFR.B1, baseline=CEFR.A1),
            due_on=dt.date(2018, 12, 31),
            priority=Priority.HIGH,
            wished_by=(Party.PERSON, Party.COUNSELLOR),
        ),
        Goal(
            id="g-recognition",
            field=GoalField.RECOGNITION,
            title="Gleichwertigkeit der Ausbildung als Pflegefachkraft feststellen lassen",
            description="Antrag stellen, Übersetzungen beglaubigen lassen,\n"
            "gegebenenfalls Anpassungslehrgang wählen.",
            due_on=dt.date(2019, 3, 31),
            priority=Priority.HIGH,
            wished_by=(Party.PERSON,),
        ),
        Goal(
            id="g-housing",
            field=GoalField.HOUSING,
            title="Eigene Wohnung für die Familie in Weinheim oder Umgebung",
            target=IndicatorTarget(indicator="Mietvertrag", value="unterschrieben"),
            due_on=dt.date(2018, 9, 30),
            priority=Priority.MEDIUM,
            wished_by=(Party.PERSON,),
        ),
        Goal(
            id="g-volunteering",
            field=GoalField.VOLUNTEERING,
            title="Mitarbeit beim Deutschen Roten Kreuz",
            description="Sanitätsdienst bei Veranstaltungen; der Ortsverein lädt zum Probeabend "
            "ein. Möglichkeit, Fachsprache zu üben und Kontakte zu knüpfen.",
            priority=Priority.LOW,
        ),
    ]


def _course() -> Measure:
    return Measure(
        id="m-course",
        title="Allgemeiner Integrationskurs mit 700 Unterrichtsstunden",
        goals=("g-language",),
        responsible=Responsible(
            party=Actor.COURSE_PROVIDER, name="Volkshochschule Badische Bergstraße"
        ),
        period=Period(dt.date(2018, 5, 1), dt.date(2018, 11, 30)),
    )


def _follow(plan: IntegrationPlan, salts: SaltSource) -> IntegrationPlan:
    plan = plan.revise(
        author=MANAGER,
        recorded_at=_moment(2018, 10, 2),
        effective_on=dt.date(2018, 10, 1),
        reason="Halbjährliche Überprüfung: der Kurs läuft, das Ehrenamt ruht auf eigenen Wunsch.\n"
        "Die Wohnungssuche bleibt schwierig, das Amt für Wohnungswesen ist eingeschaltet.",
        salts=salts,
        put=[
            evolve(
                plan.current["g-language"],
                lifecycle=Lifecycle.ACTIVE,
                achievement=Achievement.IMPROVING,
            ),
            evolve(
                plan.current["l-german"],
                overall=CEFR.A2,
                listening=CEFR.B1,
                certificates=(
                    LanguageCertificate(
                        issuer=CertificateFamily.TELC,
                        issuer_name="telc gGmbH",
                        level=CEFR.A2,
                        issued_on=dt.date(2018, 9, 15),
                    ),
                ),
            ),
        ],
        withdraw=["g-volunteering"],
    )
    return plan.revise(
        author=MANAGER,
        recorded_at=_moment(2019, 2, 5),
        effective_on=dt.date(2019, 2, 5),
        reason="Bescheid über die teilweise Gleichwertigkeit; Ausgleich durch einen Lehrgang oder "
        "eine Kenntnisprüfung möglich, die Person wählt nach Beratung den Lehrgang.",
        salts=salts,
        put=[
            evolve(
                plan.current["m-recognition"],
                status=MeasureStatus.COMPLETED,
                result="Teilweise gleichwertig; Anpassungslehrgang von zehn Monaten auferlegt. "
                "Kosten übernimmt die Agentur für Arbeit nach Prüfung der Förderfähigkeit.",
            ),
            Measure(
                id="m-adaptation",
                title="Anpassungslehrgang zur Pflegefachkraft in der GRN-Klinik Weinheim",
                goals=("g-recognition", "g-language"),
                responsible=Responsible(
                    party=Actor.EMPLOYER, name="GRN-Klinik Weinheim, Pflegedirektion"
                ),
                period=Period(dt.date(2019, 4, 1), dt.date(2020, 1, 31)),
            ),
        ],
    )
