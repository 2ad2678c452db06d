"""Every kind of entry with every field: written, read, and the same again."""

import datetime as dt
from typing import Any, get_args

import attrs
import pytest

from integrationsplan import AGS, CodedValue, Period, from_json, to_json
from integrationsplan.errors import DocumentError
from integrationsplan.history import Author, Entry
from integrationsplan.plan import (
    CEFR,
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
    IntegrationPlan,
    InterpreterKind,
    LanguageCertificate,
    LanguageProficiency,
    LanguageSkill,
    LanguageTarget,
    LegalCitation,
    Lifecycle,
    Measure,
    MeasureStatus,
    Orientation,
    Party,
    PersonalDetails,
    PlanEntry,
    PlanGroup,
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
    Target,
    WorkSituation,
)

DAY = dt.date(2018, 3, 1)
SPAN = Period(DAY, dt.date(2019, 2, 28))
CODE = CodedValue(system="KldB 2010", code="81302")
LAW = LegalCitation(
    act="AufenthG",
    section="25",
    paragraph="2",
    number="1",
    sentence="1",
    alternative="1",
    as_of=DAY,
)
TARGETS = (
    LanguageTarget(language="en", level=CEFR.B1, skill=LanguageSkill.WRITING, baseline=CEFR.A1),
    RecognitionTarget(outcome=RecognitionOutcome.PARTIAL, procedure="r1"),
    EmploymentTarget(employment=(EmploymentKind.FULL_TIME,), baseline=EmploymentKind.UNEMPLOYED),
    HousingTarget(housing=(HousingKind.OWN_FLAT,), baseline=HousingKind.FOLLOW_UP),
    SchoolPlaceTarget(concerns=Concerned.CHILD, schools=(SchoolKind.PRIMARY,)),
    IndicatorTarget(indicator="Bewerbungen", unit="Stück", baseline="0", current="3", value="9"),
)

WHOLE: tuple[Entry, ...] = (
    Subject(id="subject", reference="p-83f1"),
    Responsibility(
        id="responsibility",
        body=Body(name="Stadt Weinheim", region=AGS("08226096")),
        jurisdiction="08",
    ),
    PersonalDetails(
        id="d1",
        given_names="Amira",
        family_name="Ḥaddād",
        name_in_script="أميرة حداد",
        birth_date=dt.date(1990, 1, 1),
        birth_date_estimated=True,
        gender=Gender.FEMALE,
        nationalities=("SY",),
        arrived_on=dt.date(2017, 8, 2),
        interpreter_language="ar",
    ),
    ResidenceStatus(
        id="s1",
        title=ResidenceTitle.RESIDENCE_PERMIT,
        ground=LAW,
        protection=ProtectionKind.REFUGEE,
        period=SPAN,
    ),
    ResidenceStatus(id="s2", without_title=StatusWithoutTitle.TOLERATION),
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
        anabin_on=DAY,
        degree_class=DegreeClass.EQUIVALENT,
        occupation=CODE,
        documents_seen=True,
        zab_seen=True,
        zab_on=DAY,
    ),
    Competence(
        id="c1",
        title="Pflege",
        evidence=Evidence.CERTIFIED,
        code=CODE,
        licence="B",
        years=6,
        period=SPAN,
        description="Nachtdienste.",
    ),
    LanguageProficiency(
        id="l1",
        language="de",
        is_first=True,
        overall=CEFR.A2,
        sublevel="A2+",
        listening=CEFR.A1,
        reading=CEFR.A2,
        spoken_interaction=CEFR.B1,
        spoken_production=CEFR.A2,
        writing=CEFR.A1,
        scripts=(ScriptKnowledge(script="Arab", reads=True, writes=False),),
        certificates=(
            LanguageCertificate(
                issuer=CertificateFamily.OTHER,
                issuer_name="VHS",
                level=CEFR.A1,
                issued_on=DAY,
                modules=(LanguageSkill.READING,),
            ),
        ),
    ),
    RecognitionProcedure(
        id="r1",
        reference_occupation="Pflegefachfrau",
        occupation=CODE,
        procedure=RecognitionKind.ACADEMIC,
        regulated=True,
        competent_body="Regierungspräsidium Stuttgart",
        legal_basis=LAW,
        qualification="q1",
        goal="g1",
        required_language=CEFR.B2,
        steps=(
            RecognitionStep(step=RecognitionStage.ASSESSMENT),
            RecognitionStep(step=RecognitionStage.DECISION, on=DAY),
        ),
        extended_until=DAY,
        outcome=RecognitionOutcome.COMPENSATION_REQUIRED,
        existing_qualifications=("Grundpflege",),
        differences=("Recht",),
        compensation=CompensationMeasure(
            form=CompensationKind.KNOWLEDGE_TEST, provider="Klinik", period=SPAN, passed_on=DAY
        ),
        measure="m1",
        deadline_months=4,
        remedy_until=DAY,
    ),
    SchoolSituation(
        id="sc1",
        concerns=Concerned.CHILD,
        school=SchoolKind.PRIMARY,
        name="Sepp-Herberger-Schule",
        grade="2b",
        place_from=DAY,
        goal="g1",
        period=SPAN,
    ),
    HousingSituation(
        id="h1",
        housing=HousingKind.FOLLOW_UP,
        persons=3,
        leave_by=DAY,
        note="Zwei Zimmer.",
        period=SPAN,
    ),
    WorkSituation(
        id="w1",
        employment=EmploymentKind.MARGINAL,
        employer="Klinik",
        occupation=CODE,
        hours_per_week=10,
        period=SPAN,
    ),
    HealthNote(
        id="n1",
        needs=(HealthNeed.TREATMENT,),
        note="Termin im Mai.",
        disability_recognised=False,
        period=SPAN,
    ),
    FamilySituation(
        id="f1",
        adults=1,
        children=2,
        single_parent=True,
        childcare_needed=True,
        reunification_pending=False,
        household="household-3",
        period=SPAN,
    ),
    Course(
        id="k1",
        course=CourseKind.IK_ALLGEMEIN,
        provider="VHS",
        entitlement=CourseEntitlement.DUTY,
        period=SPAN,
        units_attended=120,
        status=CourseStatus.RUNNING,
        result=CourseResult.A2,
        result_on=DAY,
        civics_test=CivicsTest(passed=True, points=20, taken_on=DAY),
        goals=("g1",),
    ),
    Goal(
        id="g1",
        field=GoalField.RECOGNITION,
        title="Anerkennung",
        description="Als Pflegefachfrau.",
        target=TARGETS[0],
        due_on=DAY,
        lifecycle=Lifecycle.ACTIVE,
        achievement=Achievement.IMPROVING,
        priority=Priority.HIGH,
        wished_by=(Party.PERSON,),
        depends_on=("g2",),
        shared_id="household-3-work",
    ),
    Measure(
        id="m1",
        title="Anpassungslehrgang",
        field=GoalField.RECOGNITION,
        goals=("g1",),
        responsible=Responsible(party=Actor.CARRIER, name="Klinik"),
        period=SPAN,
        due_on=DAY,
        status=MeasureStatus.RUNNING,
        referral=Referral(
            offer="offer-12",
            service=RegularService.RECOGNITION_ADVICE,
            name="IQ Netzwerk",
            leika="99008001000000",
        ),
        result="Begonnen.",
    ),
    Development(id="e1", noted_on=DAY, note="Spricht frei.", competences=("c1",)),
    Consultation(
        id="b1",
        held_on=DAY,
        minutes=60,
        topics=(GoalField.WORK,),
        channel=Channel.HOME_VISIT,
        interpreter_language="ar",
        interpreter=InterpreterKind.VOLUNTEER,
    ),
    Agreement(
        id="a1",
        revision=1,
        agreed_on=DAY,
        by=(Party.PERSON, Party.GUARDIAN),
        explained_in="ar",
        interpreted=True,
        form=AgreementForm.ORAL,
    ),
    Consent(
        id="co1",
        purpose="job-centre",
        groups=(PlanGroup.WORK, PlanGroup.HEALTH),
        recipients=("Jobcenter",),
        given_on=DAY,
        expires_on=dt.date(2019, 3, 1),
        withdrawn_on=dt.date(2018, 9, 1),
        legal_basis="Art. 6 DSGVO",
        explained_in="ar",
        special=True,
    ),
    Disclosure(
        id="di1",
        recipient="Jobcenter",
        purpose="job-centre",
        on=DAY,
        groups=(PlanGroup.WORK,),
        entry_ids=("w1",),
        legal_basis="Einwilligung",
        consents=("co1",),
        head="sha256/1:" + "A" * 43,
    ),
    *(
        Goal(id=f"t{place}", field=GoalField.OTHER, title="Ziel", target=target)
        for place, target in enumerate(TARGETS)
    ),
)
AUTHOR = Author(role="integration_manager", id="im-7")


def plan_of(*entries: Entry) -> IntegrationPlan:
    """Open a plan with entries, and put those that need a revision before them after it."""
    heads = (Subject, Responsibility, Agreement)
    plan = IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Stadt Weinheim", region=AGS("08226096")),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC),
        effective_on=DAY,
        put=[entry for entry in entries if not isinstance(entry, heads)],  # type: ignore[misc]
    )
    agreements: Any = [entry for entry in entries if isinstance(entry, Agreement)]
    if not agreements:
        return plan
    return plan.revise(
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 3, 2, 9, tzinfo=dt.UTC),
        effective_on=DAY,
        put=agreements,
    )


def test_every_kind_of_entry_and_target_is_here():
    """What is missing here would not be tried."""
    assert set(get_args(PlanEntry)) == {type(entry) for entry in WHOLE}
    assert set(get_args(Target)) == {type(target) for target in TARGETS}


@pytest.mark.parametrize("cls", get_args(PlanEntry), ids=lambda cls: cls.kind)
def test_every_field_is_used_here(cls: type[Entry]):
    """A field at its default would not be written, and not be tried."""
    for field in attrs.fields(cls):
        used = [getattr(entry, field.name) for entry in WHOLE if type(entry) is cls]
        assert any(value != field.default for value in used), field.name


def test_a_plan_of_everything_is_written_and_read():
    """What is read is what was written, and so is its text."""
    plan = plan_of(*WHOLE)
    text = to_json(plan)
    again = from_json(text, IntegrationPlan)
    assert plan == again
    assert text == to_json(again)
    assert {entry.id for entry in WHOLE} == {entry.id for entry in again.current}


def test_entries_are_read_as_they_were():
    """Each entry is equal to the one that was put."""
    current = from_json(to_json(plan_of(*WHOLE)), IntegrationPlan).current
    for entry in WHOLE:
        assert entry == current[entry.id]


def test_a_target_is_told_by_its_kind():
    """A target of a kind that is not known is refused by name."""
    text = to_json(plan_of(WHOLE[-1])).replace('"kind":"indicator"', '"kind":"wish"')
    with pytest.raises(DocumentError) as caught:
        from_json(text, IntegrationPlan)
    (problem,) = caught.value.problems
    assert problem.pointer.endswith("/entry/target/kind")
    assert "language, recognition, employment" in problem.allowed()


def test_summaries_are_said_in_both_languages():
    """Whole entries have something to say as well."""
    for entry in WHOLE:
        assert entry.summary("de").strip()
        assert entry.summary("en").strip()
