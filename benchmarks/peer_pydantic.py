"""The plan as pydantic models: strict, frozen, closed, told apart by ``kind``.

The same fields, lengths, bounds and patterns as the library's classes, with pydantic's own means,
so that all of it runs in pydantic's core. Left out, because the core has no means for them: texts
in NFC without controls or invisible characters, seals that hold either a salt or a commitment, the
two entries that every opening has, and the laws of a history. The kinds of entries that
`sample_plan` does not have are not mirrored: entries are told apart by their kind, so that they
would cost nothing.
"""

import datetime as dt
from typing import Annotated, Literal

from peer_codes import (
    CEFR,
    Achievement,
    Actor,
    AgreementForm,
    AnabinStatus,
    CertificateFamily,
    Concerned,
    DegreeClass,
    EmploymentKind,
    Evidence,
    GoalField,
    HousingKind,
    LanguageSkill,
    Lifecycle,
    Marking,
    MeasureStatus,
    Orientation,
    Party,
    Priority,
    QualificationCategory,
    RecognitionOutcome,
    RegularService,
    RevisionKind,
    SchoolKind,
)
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

ShortText = Annotated[str, StringConstraints(min_length=1, max_length=200)]
LongText = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Jurisdiction = Annotated[str, StringConstraints(pattern=r"^([a-z]{2}|0[1-9]|1[0-6])$")]
AGSText = Annotated[
    str,
    StringConstraints(pattern=r"^(0[1-9]|1[0-6])([0-9]([0-9]{2}([0-9]{3})?)?)?$"),
]
Year = Annotated[int, Field(ge=1900, le=2200)]
Eight = Annotated[int, Field(ge=0, le=8)]
OneToEight = Annotated[int, Field(ge=1, le=8)]
Hundred = Annotated[int, Field(ge=0, le=100)]
Number = Annotated[int, Field(ge=1, le=10_000)]
Identifiers = Annotated[tuple[Identifier, ...], Field(max_length=100)]
LeiKaKey = Annotated[str, StringConstraints(pattern=r"^[0-9]{14}$")]
ScriptCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][a-z]{3}$")]
SubLevel = Annotated[str, StringConstraints(pattern=r"^(Pre-A1|[ABC][12](\+|\.[1-9]))$")]
Salt = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$")]
Digest = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9]{1,16}(-[a-z0-9]{1,16})?/[1-9][0-9]?:[A-Za-z0-9_-]{43,86}$"
    ),
]


class Closed(BaseModel):
    """What all of the models have in common."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class CodedValue(Closed):
    """Mirror of `integrationsplan.CodedValue`."""

    system: ShortText
    code: Code
    version: Code | None = None
    label: ShortText | None = None


class Body(Closed):
    """Mirror of `integrationsplan.plan.Body`."""

    name: ShortText
    region: AGSText | None = None


class Subject(Closed):
    """Mirror of `integrationsplan.plan.Subject`."""

    kind: Literal["subject"]
    id: Identifier
    reference: Identifier


class Responsibility(Closed):
    """Mirror of `integrationsplan.plan.Responsibility`."""

    kind: Literal["responsibility"]
    id: Identifier
    body: Body
    jurisdiction: Jurisdiction


class Qualification(Closed):
    """Mirror of `integrationsplan.plan.Qualification`."""

    kind: Literal["qualification"]
    id: Identifier
    title: ShortText
    category: QualificationCategory
    orientation: Orientation | None = None
    country: CountryCode | None = None
    institution: ShortText | None = None
    year: Year | None = None
    isced: Eight | None = None
    eqf: OneToEight | None = None
    anabin: AnabinStatus | None = None
    anabin_on: dt.date | None = None
    degree_class: DegreeClass | None = None
    occupation: CodedValue | None = None
    documents_seen: bool = False
    zab_seen: bool = False
    zab_on: dt.date | None = None


class Period(Closed):
    """Mirror of `integrationsplan.Period`."""

    start: dt.date | None = None
    end: dt.date | None = None


class Competence(Closed):
    """Mirror of `integrationsplan.plan.Competence`."""

    kind: Literal["competence"]
    id: Identifier
    title: ShortText
    evidence: Evidence = Evidence.SELF_ASSESSED
    code: CodedValue | None = None
    licence: Code | None = None
    years: Hundred | None = None
    period: Period | None = None
    description: LongText | None = None


class LanguageCertificate(Closed):
    """Mirror of `integrationsplan.plan.LanguageCertificate`."""

    issuer: CertificateFamily
    issuer_name: ShortText | None = None
    level: CEFR
    issued_on: dt.date | None = None
    modules: Annotated[tuple[LanguageSkill, ...], Field(max_length=5)] = ()


class ScriptKnowledge(Closed):
    """Mirror of `integrationsplan.plan.ScriptKnowledge`."""

    script: ScriptCode
    reads: bool | None = None
    writes: bool | None = None


class LanguageProficiency(Closed):
    """Mirror of `integrationsplan.plan.LanguageProficiency`."""

    kind: Literal["language-proficiency"]
    id: Identifier
    language: LanguageCode
    is_first: bool = False
    overall: CEFR | None = None
    sublevel: SubLevel | None = None
    listening: CEFR | None = None
    reading: CEFR | None = None
    spoken_interaction: CEFR | None = None
    spoken_production: CEFR | None = None
    writing: CEFR | None = None
    scripts: Annotated[tuple[ScriptKnowledge, ...], Field(max_length=20)] = ()
    certificates: Annotated[tuple[LanguageCertificate, ...], Field(max_length=50)] = ()


class LanguageTarget(Closed):
    """Mirror of `integrationsplan.plan.LanguageTarget`."""

    kind: Literal["language"]
    language: LanguageCode = "de"
    level: CEFR
    skill: LanguageSkill | None = None
    baseline: CEFR | None = None


class RecognitionTarget(Closed):
    """Mirror of `integrationsplan.plan.RecognitionTarget`."""

    kind: Literal["recognition"]
    outcome: RecognitionOutcome = RecognitionOutcome.FULL
    procedure: Identifier | None = None


class EmploymentTarget(Closed):
    """Mirror of `integrationsplan.plan.EmploymentTarget`."""

    kind: Literal["employment"]
    employment: Annotated[tuple[EmploymentKind, ...], Field(min_length=1, max_length=9)]
    baseline: EmploymentKind | None = None


class HousingTarget(Closed):
    """Mirror of `integrationsplan.plan.HousingTarget`."""

    kind: Literal["housing"]
    housing: Annotated[tuple[HousingKind, ...], Field(min_length=1, max_length=6)]
    baseline: HousingKind | None = None


class SchoolPlaceTarget(Closed):
    """Mirror of `integrationsplan.plan.SchoolPlaceTarget`."""

    kind: Literal["school-place"]
    concerns: Concerned = Concerned.PERSON
    schools: Annotated[tuple[SchoolKind, ...], Field(max_length=11)] = ()


class IndicatorTarget(Closed):
    """Mirror of `integrationsplan.plan.IndicatorTarget`."""

    kind: Literal["indicator"]
    indicator: ShortText
    unit: ShortText | None = None
    baseline: ShortText | None = None
    current: ShortText | None = None
    value: ShortText


Target = Annotated[
    LanguageTarget
    | RecognitionTarget
    | EmploymentTarget
    | HousingTarget
    | SchoolPlaceTarget
    | IndicatorTarget,
    Field(discriminator="kind"),
]


class Goal(Closed):
    """Mirror of `integrationsplan.plan.Goal`."""

    kind: Literal["goal"]
    id: Identifier
    field: GoalField
    title: ShortText
    description: LongText | None = None
    target: Target | None = None
    due_on: dt.date | None = None
    lifecycle: Lifecycle = Lifecycle.PROPOSED
    achievement: Achievement | None = None
    priority: Priority | None = None
    wished_by: Annotated[tuple[Party, ...], Field(max_length=3)] = ()
    depends_on: Identifiers = ()
    shared_id: Identifier | None = None


class Responsible(Closed):
    """Mirror of `integrationsplan.plan.Responsible`."""

    party: Actor
    name: ShortText | None = None


class Referral(Closed):
    """Mirror of `integrationsplan.plan.Referral`."""

    offer: Identifier | None = None
    service: RegularService | None = None
    name: ShortText | None = None
    leika: LeiKaKey | None = None


class Measure(Closed):
    """Mirror of `integrationsplan.plan.Measure`."""

    kind: Literal["measure"]
    id: Identifier
    title: ShortText
    field: GoalField | None = None
    goals: Identifiers = ()
    responsible: Responsible | None = None
    period: Period | None = None
    due_on: dt.date | None = None
    status: MeasureStatus = MeasureStatus.PLANNED
    referral: Referral | None = None
    result: LongText | None = None


class Agreement(Closed):
    """Mirror of `integrationsplan.plan.Agreement`."""

    kind: Literal["agreement"]
    id: Identifier
    revision: Number
    agreed_on: dt.date
    by: Annotated[tuple[Party, ...], Field(min_length=1, max_length=3)]
    explained_in: LanguageCode | None = None
    interpreted: bool = False
    form: AgreementForm | None = None


Entry = Annotated[
    Subject
    | Responsibility
    | Qualification
    | Competence
    | LanguageProficiency
    | Goal
    | Measure
    | Agreement,
    Field(discriminator="kind"),
]


class Put(Closed):
    """Mirror of `integrationsplan.history.Put`."""

    kind: Literal["put"]
    entry: Entry
    salt: Salt


class Sealed(Closed):
    """Mirror of `integrationsplan.history.Sealed`."""

    kind: Literal["sealed"]
    entry_id: Identifier
    commitment: Digest


class Withdraw(Closed):
    """Mirror of `integrationsplan.history.Withdraw`."""

    kind: Literal["withdraw"]
    entry_id: Identifier


class Erase(Closed):
    """Mirror of `integrationsplan.history.Erase`."""

    kind: Literal["erase"]
    entry_id: Identifier


class EraseReason(Closed):
    """Mirror of `integrationsplan.history.EraseReason`."""

    kind: Literal["erase-reason"]
    revision: Number


class Mark(Closed):
    """Mirror of `integrationsplan.history.Mark`."""

    kind: Literal["mark"]
    entry_id: Identifier
    marking: Marking
    lifted: bool = False


Change = Annotated[
    Put | Sealed | Withdraw | Erase | EraseReason | Mark,
    Field(discriminator="kind"),
]


class Author(Closed):
    """Mirror of `integrationsplan.Author`."""

    role: Code
    id: Identifier | None = None


class Seal(Closed):
    """Mirror of `integrationsplan.history.Seal`."""

    salt: Salt | None = None
    commitment: Digest | None = None


class Revision(Closed):
    """Mirror of `integrationsplan.Revision`."""

    number: Number
    recorded_at: AwareDatetime
    effective_on: dt.date
    author: Author
    author_seal: Seal
    kind: RevisionKind
    reason: LongText | None = None
    reason_seal: Seal | None = None
    legal_basis: ShortText | None = None
    corrects: Number | None = None
    merges: Digest | None = None
    changes: Annotated[tuple[Change, ...], Field(max_length=10_000)] = ()
    digest: Digest


class Plan(Closed):
    """Mirror of an `integrationsplan.IntegrationPlan` document."""

    format: Literal["integrationsplan/plan"]
    version: Literal[1]
    id: Identifier
    revisions: Annotated[tuple[Revision, ...], Field(min_length=1, max_length=10_000)]


def load(data: bytes) -> Plan:
    """Read a plan."""
    return Plan.model_validate_json(data)


def dump(plan: Plan) -> str:
    """Write a plan, without what stands at its default."""
    return plan.model_dump_json(exclude_defaults=True)
