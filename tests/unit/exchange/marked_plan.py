"""A plan with an entry of every kind, in which each text says from which field it comes."""

import datetime as dt
import inspect
from typing import Any, get_args, get_origin

import attrs

from integrationsplan import AGS, CodedValue, Period
from integrationsplan.history import Author
from integrationsplan.plan import (
    CEFR,
    Actor,
    Body,
    CertificateFamily,
    Channel,
    CompensationKind,
    CompensationMeasure,
    Competence,
    Consent,
    Consultation,
    Course,
    CourseKind,
    Development,
    Disclosure,
    EmploymentKind,
    FamilySituation,
    Goal,
    GoalField,
    HealthNote,
    HousingKind,
    HousingSituation,
    IndicatorTarget,
    IntegrationPlan,
    LanguageCertificate,
    LanguageProficiency,
    LegalCitation,
    Measure,
    Party,
    PersonalDetails,
    PlanGroup,
    PlanView,
    Qualification,
    QualificationCategory,
    RecognitionProcedure,
    RecognitionTarget,
    Referral,
    RegularService,
    ResidenceStatus,
    Responsible,
    SchoolSituation,
    WorkSituation,
)

OPENED = dt.datetime(2018, 3, 1, 9, tzinfo=dt.timezone(dt.timedelta(hours=1)))
AUTHOR = Author(role="Author.role", id="Author.id")
START = dt.date(2018, 3, 1)


def marked_plan() -> IntegrationPlan:
    """Return the plan, opened and agreed."""
    code = CodedValue(system="CodedValue.system", code="CodedValue.code")
    law = LegalCitation(act="LegalCitation.act", section="LegalCitation.section", as_of=START)
    plan = IntegrationPlan.open(
        id="IntegrationPlan.id",
        subject="Subject.reference",
        body=Body(name="Body.name", region=AGS("08226096")),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=OPENED,
        effective_on=START,
        reason="Revision.reason",
        legal_basis="Revision.legal_basis",
        put=[
            PersonalDetails(
                id="PersonalDetails.id",
                given_names="PersonalDetails given names",
                name_in_script="PersonalDetails.name_in_script",
                birth_date=dt.date(1987, 6, 5),
                nationalities=("ER",),
            ),
            ResidenceStatus(id="ResidenceStatus.id", ground=law),
            Qualification(
                id="Qualification.id",
                title="Qualification.title",
                category=QualificationCategory.SCHOOL,
                institution="Qualification.institution",
                occupation=code,
            ),
            Competence(
                id="Competence.id",
                title="Competence.title",
                licence="Competence.licence",
                description="Competence.description",
            ),
            LanguageProficiency(
                id="LanguageProficiency.id",
                language="ti",
                certificates=(
                    LanguageCertificate(
                        issuer=CertificateFamily.OTHER,
                        issuer_name="LanguageCertificate.issuer_name",
                        level=CEFR.A1,
                    ),
                ),
            ),
            RecognitionProcedure(
                id="RecognitionProcedure.id",
                reference_occupation="RecognitionProcedure.reference_occupation",
                competent_body="RecognitionProcedure.competent_body",
                legal_basis=law,
                differences=("RecognitionProcedure.differences",),
                existing_qualifications=("RecognitionProcedure.existing_qualifications",),
                compensation=CompensationMeasure(
                    form=CompensationKind.APTITUDE_TEST, provider="CompensationMeasure.provider"
                ),
            ),
            SchoolSituation(
                id="SchoolSituation.id", name="SchoolSituation.name", grade="SchoolSituation.grade"
            ),
            HousingSituation(
                id="HousingSituation.id",
                housing=HousingKind.OWN_FLAT,
                note="HousingSituation.note",
            ),
            WorkSituation(
                id="WorkSituation.id",
                employment=EmploymentKind.MARGINAL,
                employer="WorkSituation.employer",
            ),
            HealthNote(id="HealthNote.id", note="HealthNote.note"),
            FamilySituation(id="FamilySituation.id", household="FamilySituation.household"),
            Course(
                id="Course.id",
                course=CourseKind.IK_ALPHA,
                provider="Course.provider",
                goals=("g1",),
            ),
            Goal(
                id="g1",
                field=GoalField.WORK,
                title="A goal before",
                target=RecognitionTarget(procedure="RecognitionTarget.procedure"),
            ),
            Goal(
                id="Goal.id",
                field=GoalField.OTHER,
                title="Goal.title",
                description="Goal.description",
                shared_id="Goal.shared_id",
                wished_by=(Party.PERSON,),
                depends_on=("g1",),
                due_on=dt.date(2018, 12, 31),
                target=IndicatorTarget(
                    indicator="IndicatorTarget.indicator",
                    unit="IndicatorTarget.unit",
                    baseline="IndicatorTarget.baseline",
                    current="IndicatorTarget.current",
                    value="IndicatorTarget.value",
                ),
            ),
            Measure(
                id="Measure.id",
                title="Measure.title",
                field=GoalField.OTHER,
                goals=("Goal.id",),
                responsible=Responsible(party=Actor.CARRIER, name="Responsible.name"),
                period=Period(dt.date(2018, 4, 1), None),
                due_on=dt.date(2018, 9, 30),
                referral=Referral(
                    offer="Referral.offer",
                    service=RegularService.JOB_CENTRE,
                    name="Referral.name",
                    leika="99107007001000",
                ),
                result="Measure.result",
            ),
            Development(
                id="Development.id",
                note="Development.note",
                competences=("Development.competences",),
            ),
            Consultation(id="Consultation.id", held_on=START, channel=Channel.PHONE),
            Consent(
                id="Consent.id",
                purpose="Consent.purpose",
                groups=(PlanGroup.WORK,),
                recipients=("Consent.recipients",),
                given_on=START,
                legal_basis="Consent.legal_basis",
            ),
            Disclosure(
                id="Disclosure.id",
                recipient="Disclosure.recipient",
                purpose="Disclosure.purpose",
                on=START,
                entry_ids=("Disclosure.entry_ids",),
                legal_basis="Disclosure.legal_basis",
                consents=("Disclosure.consents",),
            ),
        ],
    )
    return plan.agree(
        id="Agreement.id", agreed_on=START, author=AUTHOR, recorded_at=OPENED, explained_in="ti"
    )


def classes() -> dict[type, None]:
    """Return every class of which a plan, or a view of one, is made."""
    found: dict[type, None] = {}
    pending: list[Any] = [PlanView]
    while pending:
        annotation = pending.pop()
        pending += get_args(annotation)
        cls = annotation if inspect.isclass(annotation) else get_origin(annotation)
        if inspect.isclass(cls) and attrs.has(cls) and cls not in found:
            found[cls] = None
            pending += [field.type for field in attrs.fields(attrs.resolve_types(cls))]
    return found


def sources() -> set[str]:
    """Return ``Class.field`` of all of them; what a value is made of is no field of a plan."""
    return {
        f"{cls.__name__}.{field.name}"
        for cls in classes()
        if ".values." not in cls.__module__
        for field in attrs.fields(cls)
    }
