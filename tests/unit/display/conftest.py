"""An invented person's plan, in the middle of her way."""

import datetime as dt
import importlib.util
import itertools

import pytest

from integrationsplan import AGS, Author, IntegrationPlan, Period, evolve
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Actor,
    Body,
    CertificateFamily,
    Channel,
    CivicsTest,
    CompensationKind,
    CompensationMeasure,
    Competence,
    Concerned,
    Consent,
    Consultation,
    Course,
    CourseKind,
    CourseResult,
    CourseStatus,
    Development,
    Disclosure,
    EmploymentKind,
    EmploymentTarget,
    Evidence,
    FamilySituation,
    Gender,
    Goal,
    GoalField,
    HealthNeed,
    HealthNote,
    HousingKind,
    HousingSituation,
    HousingTarget,
    IndicatorTarget,
    InterpreterKind,
    LanguageCertificate,
    LanguageProficiency,
    LanguageTarget,
    LegalCitation,
    Lifecycle,
    Measure,
    MeasureStatus,
    Party,
    PersonalDetails,
    PlanGroup,
    Priority,
    ProtectionKind,
    Qualification,
    QualificationCategory,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    RecognitionTarget,
    Referral,
    RegularService,
    ResidenceStatus,
    ResidenceTitle,
    Responsible,
    SchoolKind,
    SchoolPlaceTarget,
    SchoolSituation,
    ScriptKnowledge,
    WorkSituation,
)

collect_ignore_glob = [] if importlib.util.find_spec("jinja2") else ["test_*.py"]

DAY = dt.date(2019, 6, 3)
COUNSELLOR = Author(role="integration_manager", id="im-7")
JOB_CENTRE = Responsible(party=Actor.AUTHORITY, name="Jobcenter Rhein-Neckar-Kreis")


def moment(day: dt.date) -> dt.datetime:
    """Return half past nine of a day."""
    return dt.datetime(day.year, day.month, day.day, 9, 30, tzinfo=dt.UTC)


NUMBERS = itertools.count()


def salt(size: int) -> bytes:
    """Return salts that are the same in every run: here nothing is to be hidden."""
    return next(NUMBERS).to_bytes(size, "big")


def opened() -> IntegrationPlan:
    """Return the plan as it was opened."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Stadt Weinheim, Integrationsmanagement", region=AGS("08226096")),
        jurisdiction="08",
        author=COUNSELLOR,
        recorded_at=moment(dt.date(2018, 3, 1)),
        effective_on=dt.date(2018, 3, 1),
        put=[
            PersonalDetails(
                id="me",
                given_names="Rima",
                family_name="Al-Musterfeld",
                name_in_script="ريما المستر فلد",
                birth_date=dt.date(1988, 4, 17),
                gender=Gender.FEMALE,
                nationalities=("SY",),
                arrived_on=dt.date(2017, 9, 12),
                interpreter_language="ar",
            ),
            ResidenceStatus(
                id="rs1",
                title=ResidenceTitle.RESIDENCE_PERMIT,
                ground=LegalCitation(
                    act="AufenthG", section="25", paragraph="2", as_of=dt.date(2018, 2, 1)
                ),
                protection=ProtectionKind.REFUGEE,
                period=Period(dt.date(2018, 2, 1), dt.date(2021, 1, 31)),
            ),
            Qualification(
                id="q1",
                title="Diploma in Nursing",
                category=QualificationCategory.VOCATIONAL,
                country="SY",
                institution="Institute of Nursing, Homs",
                year=2010,
                documents_seen=True,
            ),
            Qualification(
                id="q2",
                title="Abitur (Al-Baccalaureat)",
                category=QualificationCategory.SCHOOL,
                country="SY",
                year=2007,
            ),
            Competence(
                id="c1",
                title="Pflege auf einer chirurgischen Station",
                evidence=Evidence.CERTIFIED,
                years=6,
                description="Nachsorge nach Operationen, auch Anleitung von Schülerinnen.",
            ),
            Competence(id="c2", title="Auto fahren", evidence=Evidence.CERTIFIED, licence="B"),
            LanguageProficiency(
                id="l1",
                language="ar",
                is_first=True,
                scripts=(ScriptKnowledge(script="Arab", reads=True, writes=True),),
            ),
            LanguageProficiency(id="l2", language="de", overall=CEFR.A1),
            LanguageProficiency(id="l3", language="en", overall=CEFR.B1, reading=CEFR.B2),
            HousingSituation(
                id="h1",
                housing=HousingKind.FOLLOW_UP,
                persons=3,
                period=Period(dt.date(2018, 1, 15), None),
            ),
            FamilySituation(id="f1", adults=2, children=1, childcare_needed=True),
            Goal(
                id="g1",
                field=GoalField.LANGUAGE,
                title="Deutsch auf dem Niveau B2",
                description="Für die Arbeit in der Pflege brauche ich B2.",
                target=LanguageTarget(level=CEFR.B2, baseline=CEFR.A1),
                due_on=dt.date(2019, 12, 20),
                lifecycle=Lifecycle.PLANNED,
                priority=Priority.HIGH,
                wished_by=(Party.PERSON, Party.COUNSELLOR),
            ),
        ],
        salts=salt,
    )


def continued(plan: IntegrationPlan) -> IntegrationPlan:
    """Return the plan a year later."""
    put = [
        evolve(plan.current["g1"], lifecycle=Lifecycle.ACTIVE, achievement=Achievement.IMPROVING),
        LanguageProficiency(
            id="l2",
            language="de",
            overall=CEFR.B1,
            listening=CEFR.B1,
            reading=CEFR.B1,
            spoken_interaction=CEFR.B1,
            spoken_production=CEFR.A2,
            writing=CEFR.A2,
            certificates=(
                LanguageCertificate(
                    issuer=CertificateFamily.DTZ, level=CEFR.B1, issued_on=dt.date(2019, 2, 20)
                ),
            ),
        ),
        Goal(
            id="g2",
            field=GoalField.RECOGNITION,
            title="Mein Diplom als Pflegefachfrau wird anerkannt",
            target=RecognitionTarget(outcome=RecognitionOutcome.FULL, procedure="r1"),
            due_on=dt.date(2020, 6, 30),
            lifecycle=Lifecycle.ACTIVE,
            achievement=Achievement.IN_PROGRESS,
            priority=Priority.HIGH,
            wished_by=(Party.PERSON,),
        ),
        Goal(
            id="g3",
            field=GoalField.WORK,
            title="Arbeit im Krankenhaus",
            target=EmploymentTarget(
                employment=(EmploymentKind.PART_TIME, EmploymentKind.FULL_TIME),
                baseline=EmploymentKind.UNEMPLOYED,
            ),
            lifecycle=Lifecycle.ACCEPTED,
            wished_by=(Party.PERSON,),
            depends_on=("g1", "g2"),
        ),
        Goal(
            id="g4",
            field=GoalField.HOUSING,
            title="Eine eigene Wohnung für drei Personen",
            target=HousingTarget(housing=(HousingKind.OWN_FLAT,), baseline=HousingKind.PRELIMINARY),
            due_on=dt.date(2019, 5, 31),
            lifecycle=Lifecycle.ACTIVE,
            achievement=Achievement.NO_PROGRESS,
            priority=Priority.MEDIUM,
            wished_by=(Party.PERSON,),
        ),
        Goal(
            id="g5",
            field=GoalField.EDUCATION,
            title="Ein Platz in der Grundschule für meine Tochter",
            target=SchoolPlaceTarget(concerns=Concerned.CHILD, schools=(SchoolKind.PRIMARY,)),
            lifecycle=Lifecycle.COMPLETED,
            achievement=Achievement.ACHIEVED,
        ),
        Goal(
            id="g6",
            field=GoalField.VOLUNTEERING,
            title="Mitmachen in der Nachbarschaft",
            target=IndicatorTarget(
                indicator="Treffen im Begegnungscafé", unit="im Monat", current="1", value="2"
            ),
            lifecycle=Lifecycle.PROPOSED,
        ),
        Measure(
            id="m1",
            title="Berufssprachkurs B2 besuchen",
            goals=("g1",),
            responsible=Responsible(party=Actor.PERSON),
            period=Period(dt.date(2019, 4, 1), dt.date(2019, 11, 29)),
            status=MeasureStatus.RUNNING,
            referral=Referral(name="Volkshochschule Badische Bergstraße"),
        ),
        Measure(
            id="m2",
            title="Sprachpartnerin finden",
            goals=("g1", "g6"),
            responsible=Responsible(party=Actor.VOLUNTEER),
            due_on=dt.date(2019, 7, 1),
        ),
        Measure(
            id="m3",
            title="Fehlende Übersetzungen nachreichen",
            goals=("g2",),
            responsible=Responsible(party=Actor.COUNSELLOR),
            due_on=dt.date(2019, 3, 15),
            status=MeasureStatus.COMPLETED,
            result="Alle Unterlagen liegen vor.",
        ),
        Measure(
            id="m4",
            title="Wohnberechtigungsschein beantragen",
            goals=("g4",),
            responsible=Responsible(party=Actor.PERSON),
            due_on=dt.date(2019, 6, 14),
            referral=Referral(service=RegularService.HOUSING_OFFICE),
        ),
        Measure(
            id="m5",
            title="Stellen in der Pflege ansehen",
            goals=("g3",),
            responsible=JOB_CENTRE,
            due_on=dt.date(2019, 9, 30),
        ),
        Measure(id="m6", title="Termin beim Kinderarzt", field=GoalField.HEALTH),
        RecognitionProcedure(
            id="r1",
            reference_occupation="Pflegefachfrau",
            regulated=True,
            competent_body="Regierungspräsidium Stuttgart",
            qualification="q1",
            goal="g2",
            required_language=CEFR.B2,
            steps=(
                RecognitionStep(step=RecognitionStage.FILED, on=dt.date(2019, 1, 14)),
                RecognitionStep(step=RecognitionStage.DOCUMENTS_COMPLETE, on=dt.date(2019, 3, 18)),
                RecognitionStep(step=RecognitionStage.ASSESSMENT),
            ),
        ),
        RecognitionProcedure(
            id="r2",
            reference_occupation="Medizinische Fachangestellte",
            regulated=False,
            competent_body="Bezirksärztekammer",
            qualification="q1",
            steps=(RecognitionStep(step=RecognitionStage.DECISION, on=dt.date(2019, 5, 20)),),
            outcome=RecognitionOutcome.PARTIAL,
            existing_qualifications=("Behandlungspflege", "Hygiene"),
            differences=("Abrechnung", "Praxisverwaltung"),
            compensation=CompensationMeasure(
                form=CompensationKind.ADAPTATION_QUALIFICATION, provider="Kammer"
            ),
            remedy_until=dt.date(2019, 6, 20),
        ),
        WorkSituation(
            id="w1",
            employment=EmploymentKind.INTERNSHIP,
            employer="GRN-Klinik Weinheim",
            hours_per_week=20,
            period=Period(dt.date(2019, 5, 6), dt.date(2019, 7, 26)),
        ),
        SchoolSituation(
            id="s1",
            concerns=Concerned.CHILD,
            school=SchoolKind.PRIMARY,
            name="Friedrich-Grundschule",
            grade="1b",
            place_from=dt.date(2018, 9, 10),
        ),
        HealthNote(id="n1", needs=(HealthNeed.AIDS,), note="Neue Brille."),
        Course(
            id="k1",
            course=CourseKind.IK_ALLGEMEIN,
            provider="Volkshochschule Badische Bergstraße",
            period=Period(dt.date(2018, 4, 16), dt.date(2019, 2, 15)),
            units_attended=642,
            status=CourseStatus.COMPLETED,
            result=CourseResult.B1,
            result_on=dt.date(2019, 2, 20),
            civics_test=CivicsTest(passed=True, points=31),
        ),
        Course(
            id="k2",
            course=CourseKind.BSK_B2,
            provider="Volkshochschule Badische Bergstraße",
            period=Period(dt.date(2019, 4, 1), dt.date(2019, 11, 29)),
            units_attended=160,
            status=CourseStatus.RUNNING,
            goals=("g1",),
        ),
        Development(
            id="d1",
            noted_on=dt.date(2019, 3, 4),
            note="Telefoniert jetzt selbst mit Behörden.",
        ),
        Consultation(
            id="t1",
            held_on=dt.date(2019, 3, 4),
            minutes=60,
            topics=(GoalField.LANGUAGE, GoalField.RECOGNITION),
            channel=Channel.IN_PERSON,
            interpreter=InterpreterKind.PROFESSIONAL,
            interpreter_language="ar",
        ),
        Consent(
            id="e1",
            purpose="job-centre",
            groups=(PlanGroup.QUALIFICATION, PlanGroup.LANGUAGE, PlanGroup.WORK),
            recipients=("Jobcenter Rhein-Neckar-Kreis",),
            given_on=dt.date(2018, 3, 1),
            expires_on=dt.date(2020, 2, 29),
            explained_in="ar",
        ),
        Consent(
            id="e2",
            purpose="volunteer",
            groups=(PlanGroup.LANGUAGE,),
            given_on=dt.date(2018, 3, 1),
            withdrawn_on=dt.date(2018, 11, 5),
        ),
        Disclosure(
            id="v1",
            recipient="Jobcenter Rhein-Neckar-Kreis",
            purpose="job-centre",
            on=dt.date(2019, 3, 6),
            groups=(PlanGroup.QUALIFICATION, PlanGroup.LANGUAGE),
            consents=("e1",),
        ),
    ]
    day = dt.date(2019, 5, 24)
    return plan.revise(
        author=COUNSELLOR, recorded_at=moment(day), effective_on=day, put=put, salts=salt
    )


@pytest.fixture(scope="session")
def plan() -> IntegrationPlan:
    """Return the plan with everything that a document can show."""
    first = opened().agree(
        id="a1",
        agreed_on=dt.date(2018, 3, 8),
        author=COUNSELLOR,
        recorded_at=moment(dt.date(2018, 3, 8)),
        explained_in="ar",
        salts=salt,
    )
    middle = first.revise(
        author=COUNSELLOR,
        recorded_at=moment(dt.date(2018, 4, 1)),
        effective_on=dt.date(2018, 4, 1),
        put=[evolve(first.current["g1"], lifecycle=Lifecycle.ACCEPTED)],
        salts=salt,
    )
    return continued(middle)


@pytest.fixture(scope="session")
def day() -> dt.date:
    """Return the day of the documents."""
    return DAY
