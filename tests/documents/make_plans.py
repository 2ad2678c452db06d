"""Make the plan documents of version 1 again: ``python tests/documents/make_plans.py``.

The documents beside this file must load for ever, so they are made with fixed salts: what this file
writes is what stands there, character for character (a test compares both). Salts of real plans are
random; those here are counted on from a word, and are known to everybody.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from integrationsplan import AGS, Author, CodedValue, IntegrationPlan, Period, evolve, to_json
from integrationsplan.history import (
    DeletionReceipt,
    Marking,
    RetentionRule,
    RetentionSchedule,
    RetentionStart,
    Revision,
    RevisionKind,
    delete,
    merge,
)
from integrationsplan.history._writing import Writing, changes_of  # for another order than open()'s
from integrationsplan.plan import (
    CEFR,
    PURPOSES,
    AccessExport,
    Achievement,
    Actor,
    Agreement,
    AgreementForm,
    AnabinStatus,
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
    CourseEntitlement,
    CourseKind,
    CourseResult,
    CourseStatus,
    DegreeClass,
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
    LanguageSkill,
    LanguageTarget,
    LegalBasis,
    LegalCitation,
    Lifecycle,
    Measure,
    MeasureStatus,
    Orientation,
    Party,
    PersonalDetails,
    PlanEntry,
    PlanGroup,
    PlanView,
    Priority,
    ProtectionKind,
    Qualification,
    QualificationCategory,
    RecognitionKind,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    RecognitionTarget,
    Referral,
    RegularService,
    ResidenceStatus,
    ResidenceTitle,
    Responsibility,
    Responsible,
    SchoolKind,
    SchoolPlaceTarget,
    SchoolSituation,
    ScriptKnowledge,
    StatusWithoutTitle,
    Subject,
    WorkSituation,
    access_export,
    release,
)
from integrationsplan.serialization import to_mapping
from integrationsplan.values import Basis, Citation

FOLDER = Path(__file__).parent / "v1"
MANAGER = Author(role="integration_manager", id="im-7")
WINTER = dt.timezone(dt.timedelta(hours=1))
SUMMER = dt.timezone(dt.timedelta(hours=2))


def salts(word: str) -> Callable[[int], bytes]:
    """Return a source of salts that gives the same ones whenever it is made."""
    given = 0

    def source(size: int) -> bytes:
        nonlocal given
        given += 1
        return hashlib.shake_256(f"{word} {given}".encode()).digest(size)

    return source


def moment(text: str) -> dt.datetime:
    """Read a moment."""
    return dt.datetime.fromisoformat(text)


def smallest() -> IntegrationPlan:
    """Return a plan that holds nothing but its head."""
    return IntegrationPlan.open(
        id="plan-2",
        subject="p-0",
        body=Body(name="Landkreis Gotha"),
        jurisdiction="16",
        author=MANAGER,
        recorded_at=moment("2016-05-02T08:00:00+00:00"),
        effective_on=dt.date(2016, 5, 2),
        salts=salts("smallest"),
    )


def first_entries() -> list[PlanEntry]:
    """Return the six entries that other tests expect at the first places, and the head."""
    return [
        Qualification(
            id="q1",
            title="إجازة في التمريض",
            category=QualificationCategory.VOCATIONAL,
            orientation=Orientation.VOCATIONAL,
            country="SY",
            institution="جامعة دمشق",
            year=2012,
            isced=5,
            eqf=5,
            anabin=AnabinStatus.PARTLY,
            anabin_on=dt.date(2018, 2, 20),
            degree_class=DegreeClass.COMPARABLE,
            occupation=CodedValue(system="KldB 2010", code="81302"),
            documents_seen=True,
            zab_seen=True,
            zab_on=dt.date(2017, 11, 30),
        ),
        Competence(
            id="c1",
            title="Pflege älterer Menschen",
            evidence=Evidence.CERTIFIED,
            code=CodedValue(
                system="ISCO-08", code="2221", version="2008", label="Nursing professionals"
            ),
            licence="B",
            years=6,
            period=Period(dt.date(2012, 7, 1), dt.date(2018, 1, 31)),
            description="Sechs Jahre Erfahrung.\nNachtdienste.",
        ),
        LanguageProficiency(
            id="l1",
            language="ar",
            is_first=True,
            scripts=(ScriptKnowledge(script="Arab", reads=True, writes=True),),
        ),
        LanguageProficiency(
            id="l2",
            language="de",
            overall=CEFR.A1,
            sublevel="A1.2",
            listening=CEFR.A2,
            reading=CEFR.A1,
            spoken_interaction=CEFR.A1,
            spoken_production=CEFR.A2,
            writing=CEFR.A1,
            certificates=(
                LanguageCertificate(
                    issuer=CertificateFamily.TELC,
                    issuer_name="Volkshochschule",
                    level=CEFR.A1,
                    issued_on=dt.date(2018, 1, 31),
                    modules=(LanguageSkill.READING, LanguageSkill.WRITING),
                ),
            ),
        ),
        Goal(
            id="g1",
            field=GoalField.LANGUAGE,
            title="Deutsch B1",
            description="Prüfung vor dem Sommer",
            target=LanguageTarget(
                level=CEFR.B1, skill=LanguageSkill.SPOKEN_INTERACTION, baseline=CEFR.A1
            ),
            due_on=dt.date(2018, 12, 31),
            lifecycle=Lifecycle.ACCEPTED,
            achievement=Achievement.IN_PROGRESS,
            priority=Priority.HIGH,
            wished_by=(Party.PERSON, Party.COUNSELLOR),
            depends_on=("g3",),
            shared_id="shared-1",
        ),
        Measure(
            id="m1",
            title="Integrationskurs",
            field=GoalField.LANGUAGE,
            goals=("g1",),
            responsible=Responsible(party=Actor.COURSE_PROVIDER, name="Volkshochschule"),
            period=Period(dt.date(2018, 5, 1), dt.date(2018, 11, 30)),
            due_on=dt.date(2018, 4, 15),
            status=MeasureStatus.COMPLETED,
            referral=Referral(
                offer="offer-12",
                service=RegularService.IMMIGRATION_OFFICE,
                name="BAMF-Kursträger",
                leika="99000000000000",
            ),
            result="B1 bestanden",
        ),
        Subject(id="subject", reference="p-83f1"),
        Responsibility(
            id="responsibility",
            body=Body(name="Weinheim", region=AGS("08226096")),
            jurisdiction="08",
        ),
    ]


def further_entries() -> list[PlanEntry]:
    """Return an entry of every other kind, and goals with every other kind of target."""
    return [
        PersonalDetails(
            id="pd1",
            given_names="Nour",
            family_name="Al-Ḥalabī",
            name_in_script="نور الحلبي",
            birth_date=dt.date(1990, 1, 1),
            birth_date_estimated=True,
            gender=Gender.FEMALE,
            nationalities=("SY",),
            arrived_on=dt.date(2017, 9, 4),
            interpreter_language="ar",
        ),
        ResidenceStatus(
            id="rs1",
            title=ResidenceTitle.RESIDENCE_PERMIT,
            ground=LegalCitation(
                act="AufenthG",
                section="25",
                paragraph="2",
                sentence="1",
                alternative="1",
                as_of=dt.date(2018, 2, 1),
            ),
            protection=ProtectionKind.REFUGEE,
            period=Period(dt.date(2018, 2, 1), dt.date(2021, 1, 31)),
        ),
        ResidenceStatus(
            id="rs0",
            without_title=StatusWithoutTitle.PERMISSION_TO_STAY,
            ground=LegalCitation(act="GG", mark="Art.", section="16a", as_of=dt.date(2017, 9, 4)),
        ),
        RecognitionProcedure(
            id="rp1",
            reference_occupation="Gesundheits- und Krankenpflegerin",
            occupation=CodedValue(system="KldB 2010", code="81302"),
            regulated=True,
            competent_body="Regierungspräsidium Stuttgart",
            legal_basis=LegalCitation(
                act="KrPflG", section="2", paragraph="1", number="1", as_of=dt.date(2018, 1, 8)
            ),
            qualification="q1",
            goal="g2",
            required_language=CEFR.B2,
            steps=(
                RecognitionStep(step=RecognitionStage.ADVICE, on=dt.date(2018, 1, 8)),
                RecognitionStep(step=RecognitionStage.FILED),
                RecognitionStep(step=RecognitionStage.DOCUMENTS_COMPLETE, on=dt.date(2018, 1, 22)),
                RecognitionStep(step=RecognitionStage.ASSESSMENT),
                RecognitionStep(step=RecognitionStage.DECISION, on=dt.date(2018, 2, 22)),
            ),
            deadline_months=4,
            extended_until=dt.date(2018, 5, 31),
            outcome=RecognitionOutcome.COMPENSATION_REQUIRED,
            existing_qualifications=("Grundpflege",),
            differences=("Pharmakologie", "Recht"),
            compensation=CompensationMeasure(
                form=CompensationKind.ADAPTATION_COURSE,
                provider="Klinikum",
                period=Period(dt.date(2018, 9, 1)),
                passed_on=dt.date(2019, 2, 28),
            ),
            measure="m1",
            remedy_until=dt.date(2018, 3, 22),
        ),
        RecognitionProcedure(
            id="rp0", reference_occupation="Krankenpflege", procedure=RecognitionKind.ZAB_STATEMENT
        ),
        SchoolSituation(
            id="s1",
            concerns=Concerned.CHILD,
            school=SchoolKind.PRIMARY,
            name="Grundschule am Park",
            grade="2b",
            place_from=dt.date(2018, 9, 10),
            goal="g5",
            period=Period(dt.date(2018, 9, 10), dt.date(2019, 7, 26)),
        ),
        HousingSituation(
            id="h1",
            housing=HousingKind.FOLLOW_UP,
            persons=3,
            leave_by=dt.date(2019, 9, 30),
            note="Aufzug fehlt.",
            period=Period(dt.date(2018, 2, 1)),
        ),
        WorkSituation(
            id="w1",
            employment=EmploymentKind.MARGINAL,
            employer="Bäckerei",
            occupation=CodedValue(system="KldB 2010", code="29222"),
            hours_per_week=10,
            period=Period(dt.date(2018, 2, 15)),
        ),
        HealthNote(
            id="hn1",
            needs=(HealthNeed.AIDS, HealthNeed.ACCESSIBILITY),
            note="Braucht eine Brille.",
            disability_recognised=False,
            period=Period(dt.date(2018, 2, 1)),
        ),
        FamilySituation(
            id="f1",
            adults=1,
            children=2,
            single_parent=True,
            childcare_needed=True,
            reunification_pending=True,
            household="hh-1",
            period=Period(dt.date(2018, 2, 1)),
        ),
        Course(
            id="k1",
            course=CourseKind.IK_FRAUEN,
            provider="Volkshochschule",
            entitlement=CourseEntitlement.DUTY,
            period=Period(dt.date(2018, 5, 1), dt.date(2018, 11, 30)),
            units_attended=640,
            status=CourseStatus.COMPLETED,
            result=CourseResult.B1,
            result_on=dt.date(2018, 11, 24),
            civics_test=CivicsTest(passed=True, points=31, taken_on=dt.date(2018, 11, 30)),
            goals=("g1",),
        ),
        Goal(
            id="g2",
            field=GoalField.RECOGNITION,
            title="Anerkennung in der Pflege",
            target=RecognitionTarget(outcome=RecognitionOutcome.RESTRICTED_ACCESS, procedure="rp1"),
        ),
        Goal(
            id="g3",
            field=GoalField.WORK,
            title="Arbeit in der Pflege",
            target=EmploymentTarget(
                employment=(EmploymentKind.PART_TIME, EmploymentKind.FULL_TIME),
                baseline=EmploymentKind.MARGINAL,
            ),
        ),
        Goal(
            id="g4",
            field=GoalField.HOUSING,
            title="Eigene Wohnung",
            target=HousingTarget(housing=(HousingKind.OWN_FLAT,), baseline=HousingKind.FOLLOW_UP),
        ),
        Goal(
            id="g5",
            field=GoalField.EDUCATION,
            title="Schulplatz",
            target=SchoolPlaceTarget(concerns=Concerned.CHILD, schools=(SchoolKind.PRIMARY,)),
        ),
        Goal(
            id="g6",
            field=GoalField.VOLUNTEERING,
            title="Ehrenamt",
            target=IndicatorTarget(
                indicator="Stunden im Verein", unit="h", baseline="0", current="2", value="4"
            ),
        ),
        Goal(
            id="g7",
            field=GoalField.LANGUAGE,
            title="Englisch",
            target=LanguageTarget(language="en", level=CEFR.A2),
        ),
        Development(
            id="d1",
            noted_on=dt.date(2018, 3, 1),
            note="Sicherer am Telefon.",
            competences=("c1",),
        ),
        Consultation(
            id="b1",
            held_on=dt.date(2018, 3, 1),
            minutes=90,
            topics=(GoalField.LANGUAGE, GoalField.WORK),
            channel=Channel.IN_PERSON,
            interpreter_language="ar",
            interpreter=InterpreterKind.PROFESSIONAL,
        ),
        Consent(
            id="cs1",
            purpose="job-centre",
            groups=(PlanGroup.LANGUAGE, PlanGroup.WORK),
            recipients=("Jobcenter Weinheim",),
            given_on=dt.date(2018, 3, 1),
            expires_on=dt.date(2020, 2, 29),
            withdrawn_on=dt.date(2019, 6, 30),
            legal_basis="Art. 6 Abs. 1 Buchst. a DSGVO",
            explained_in="ar",
            special=True,
        ),
    ]


def every_entry() -> IntegrationPlan:
    """Return a plan with every kind of entry, in which every field is filled somewhere."""
    source = salts("every entry")
    writing = Writing(
        author=MANAGER,
        recorded_at=moment("2018-03-01T09:00:00+01:00"),
        effective_on=dt.date(2018, 3, 1),
        salts=source,
    )
    opening: Revision[PlanEntry] = writing.revision(
        "plan-1",
        None,
        kind=RevisionKind.OPENING,
        changes=changes_of([*first_entries(), *further_entries()], (), source),
        reason="Erstgespräch",
        legal_basis="VwV Integrationsmanagement",
    )
    plan = IntegrationPlan(id="plan-1", revisions=(opening,))
    agreement = Agreement(
        id="a1",
        revision=1,
        agreed_on=dt.date(2018, 3, 2),
        by=(Party.PERSON, Party.COUNSELLOR, Party.GUARDIAN),
        explained_in="ar",
        interpreted=True,
        form=AgreementForm.PAPER,
    )
    disclosure = Disclosure(
        id="ds1",
        recipient="Jobcenter Weinheim",
        purpose="job-centre",
        on=dt.date(2018, 3, 2),
        groups=(PlanGroup.LANGUAGE, PlanGroup.WORK),
        entry_ids=("l2", "w1"),
        legal_basis="Art. 6 Abs. 1 Buchst. a DSGVO",
        consents=("cs1",),
        head=plan.head,
    )
    return plan.revise(
        author=MANAGER,
        recorded_at=moment("2018-03-02T09:30:00.250000+01:00"),
        effective_on=dt.date(2018, 3, 2),
        put=[agreement, disclosure],
        kind=RevisionKind.AGREEMENT,
        salts=source,
    )


def whole_life() -> IntegrationPlan:
    """Return a plan with every kind of revision."""
    source = salts("whole life")

    def writing(recorded: str, effective: str | None = None) -> dict[str, Any]:
        offset = SUMMER if "03-31" < recorded[5:10] < "10-27" else WINTER
        return {
            "author": MANAGER,
            "recorded_at": dt.datetime.fromisoformat(recorded).replace(tzinfo=offset),
            "effective_on": dt.date.fromisoformat(effective or recorded[:10]),
            "salts": source,
        }

    goal = Goal(id="g1", field=GoalField.WORK, title="Ausbildung zum Bäcker")
    practice = Measure(id="m1", title="Praktikum", goals=("g1",))
    plan = IntegrationPlan.open(
        id="plan-3",
        subject="p-9",
        body=Body(name="Kraków–Łódź–Český Těšín e. V."),
        jurisdiction="de",
        put=[goal, Competence(id="c1", title="Brot backen")],
        **writing("2019-01-07T10:00:00"),
    )
    accepted = evolve(goal, lifecycle=Lifecycle.ACCEPTED)
    active = evolve(goal, lifecycle=Lifecycle.ACTIVE)
    completed = evolve(goal, lifecycle=Lifecycle.COMPLETED)
    practised = evolve(practice, status=MeasureStatus.COMPLETED, result="Zusage")
    plan = plan.revise(put=[accepted, practice], **writing("2019-02-01T10:00:00"))
    plan = plan.revise(put=[active], **writing("2019-03-01T10:00:00"))
    plan = plan.revise(put=[completed, practised], **writing("2019-04-01T10:00:00"))
    plan = plan.revise(put=[active], reason="Betrieb geschlossen", **writing("2019-05-02T10:00:00"))
    agreed = writing("2019-05-03T09:00:00")
    plan = plan.agree(id="a1", agreed_on=agreed.pop("effective_on"), **agreed)
    plan = plan.revise(
        withdraw=["c1"],
        reason="versehentlich erfasst",
        kind=RevisionKind.CORRECTION,
        corrects=1,
        **writing("2019-06-03T10:00:00"),
    )
    plan = plan.transfer(
        to=Body(name="Stadt Gotha", region=AGS("16067029")),
        jurisdiction="16",
        reason="Umzug",
        legal_basis="Einwilligung der Person",
        **writing("2019-07-01T10:00:00"),
    )
    elsewhere = plan.revise(
        put=[LanguageProficiency(id="l1", language="pl", is_first=True)],
        **writing("2019-08-01T10:00:00"),
    )
    merged = merge(plan, elsewhere)
    plan = plan.revise(
        put=merged.put,
        kind=RevisionKind.MERGE,
        merges=merged.head,
        **writing("2019-08-05T10:00:00"),
    )
    plan = plan.mark(
        ["l1"], Marking.CONTESTED, reason="Person widerspricht", **writing("2019-09-02T10:00:00")
    )
    plan = plan.revise(
        put=[Consultation(id="b1", held_on=dt.date(2019, 10, 7), topics=(GoalField.WORK,))],
        kind=RevisionKind.NOTE,
        **writing("2019-10-07T11:00:00"),
    )
    plan = plan.close(
        reason="an die Agentur für Arbeit übergeben",
        put=[evolve(completed, achievement=Achievement.ACHIEVED)],
        **writing("2019-12-31T12:00:00"),
    )
    supervised = writing("2020-01-08T09:00:00", "2019-12-30")
    supervised["author"] = Author(role="supervisor", id="s-1")
    plan = plan.revise(
        put=[evolve(practised, referral=Referral(name="Bäckerinnung"))],
        kind=RevisionKind.CORRECTION,
        algorithm="sha3-256/1",
        **supervised,
    )
    return plan.erase(["l1"], legal_basis="Art. 17 DSGVO", **writing("2020-02-03T10:00:00"))


def erased() -> IntegrationPlan:
    """Return a plan with marks, set and lifted, of which something was erased."""
    source = salts("erased")

    def writing(day: int) -> dict[str, Any]:
        return {
            "author": MANAGER,
            "recorded_at": dt.datetime(2020, 2, day, 9, tzinfo=WINTER),
            "effective_on": dt.date(2020, 2, day),
            "salts": source,
        }

    health = HealthNote(id="h1", needs=(HealthNeed.THERAPY,), note="Termin im Mai")
    german = LanguageProficiency(id="l1", language="de", overall=CEFR.A2)
    consent = Consent(
        id="c1",
        purpose="language-school",
        groups=(PlanGroup.IDENTITY, PlanGroup.LANGUAGE),
        given_on=dt.date(2020, 2, 3),
    )
    plan = IntegrationPlan.open(
        id="plan-5",
        subject="p-5",
        body=Body(name="Weinheim", region=AGS("08226096")),
        jurisdiction="08",
        put=[health, german, consent, Goal(id="g1", field=GoalField.HEALTH, title="Therapie")],
        reason="Aufnahme, Therapie nötig",
        **writing(3),
    )
    plan = plan.revise(
        put=[evolve(health, note="Termin im Juni"), evolve(german, overall=CEFR.B1)],
        reason="Termin verschoben",
        **writing(4),
    )
    shown = release(
        plan, PURPOSES["language-school"], recipient="Volkshochschule", day=dt.date(2020, 2, 5)
    )
    plan = plan.revise(
        put=[shown.record("d1")],
        reason="an den Kursträger",
        kind=RevisionKind.NOTE,
        **writing(5),
    )
    plan = plan.mark(["l1"], Marking.CONTESTED, reason="Test wird wiederholt", **writing(6))
    plan = plan.mark(["l1", "g1"], Marking.RESTRICTED, **writing(7))
    plan = plan.mark(["l1"], Marking.RESTRICTED, lifted=True, **writing(10))
    return plan.erase(["h1"], legal_basis="Art. 17 Abs. 1 Buchst. b DSGVO", **writing(11))


def other_spellings() -> IntegrationPlan:
    """Return the plan that `spelt_otherwise` writes."""
    source = salts("other spellings")
    plan = IntegrationPlan.open(
        id="plan-4",
        subject="p-1",
        body=Body(name="Ländle", region=AGS("08")),
        jurisdiction="08",
        author=MANAGER,
        recorded_at=moment("2018-03-01T09:00:00.500000+00:00"),
        effective_on=dt.date(2018, 3, 1),
        put=[
            LanguageProficiency(id="l1", language="ti"),
            Competence(id="c1", title="Koch"),
            Measure(id="m1", title="Kurs", period=Period()),
        ],
        salts=source,
    )
    return plan.revise(
        author=MANAGER,
        recorded_at=moment("2018-03-02T05:45:00-03:30"),
        effective_on=dt.date(2018, 3, 2),
        salts=source,
    )


WRITTEN_DEFAULTS: dict[str, dict[str, Any]] = {
    "continuation": {"changes": []},
    "language-proficiency": {"is_first": False, "certificates": []},
    "competence": {"evidence": "self-assessed"},
    "measure": {"goals": [], "status": "planned"},
}
"""Defaults to write out, by kind."""


def spelt_otherwise(plan: IntegrationPlan) -> str:
    """Write a plan with keys the other way round, defaults, escapes, Z and short fractions."""

    def otherwise(value: Any) -> Any:
        if isinstance(value, list):
            return [otherwise(item) for item in value]
        if isinstance(value, dict):
            whole = value | WRITTEN_DEFAULTS.get(str(value.get("kind")), {})
            return {key: otherwise(item) for key, item in reversed(whole.items())}
        return value

    text = json.dumps(otherwise(to_mapping(plan)), ensure_ascii=True, indent=1)
    return text.replace("09:00:00.500000+00:00", "09:00:00.5Z")


def view_for_the_job_centre() -> PlanView:
    """Return what the job centre may see of the plan with every entry."""
    groups = tuple(PlanGroup(code) for code in PURPOSES["job-centre"].groups)
    return release(
        every_entry(),
        PURPOSES["job-centre"],
        recipient="Jobcenter Weinheim",
        day=dt.date(2018, 3, 5),
        legal_basis=LegalBasis(title="§ 69 Abs. 1 Nr. 1 SGB X", groups=groups[:-1]),
    ).view


SCHEDULE = RetentionSchedule(
    rules=(
        RetentionRule(
            groups=tuple(group.value for group in PlanGroup),
            months=24,
            starts=RetentionStart.LAST_CHANGE,
            basis=Basis.ASSUMED,
            citation=Citation(title="an example"),
        ),
    )
)


def access() -> AccessExport:
    """Return what is held about the person of the plan that something was erased of."""
    return access_export(erased(), day=dt.date(2020, 3, 2), schedule=SCHEDULE)


def receipt() -> DeletionReceipt:
    """Return what remains of the plan with a whole life when its time is over."""
    return delete(
        whole_life(),
        day=dt.date(2022, 3, 1),
        schedule=SCHEDULE,
        author=MANAGER,
        legal_basis="Art. 17 Abs. 1 Buchst. a DSGVO",
        receipt_id="receipt-1",
    )


DOCUMENTS: dict[str, Callable[[], str]] = {
    "plan-smallest": lambda: to_json(smallest(), indent=2),
    "plan-every-entry": lambda: to_json(every_entry(), indent=2),
    "plan-whole-life": lambda: to_json(whole_life(), indent=2),
    "plan-erased": lambda: to_json(erased(), indent=2),
    "plan-other-spellings": lambda: spelt_otherwise(other_spellings()),
    "plan-view-job-centre": lambda: to_json(view_for_the_job_centre(), indent=2),
    "access-export": lambda: to_json(access(), indent=2),
    "deletion-receipt": lambda: to_json(receipt(), indent=2),
}
"""What makes each document, by the name of its file."""


if __name__ == "__main__":
    for name, make in DOCUMENTS.items():
        (FOLDER / f"{name}.json").write_text(make() + "\n", encoding="utf-8")
