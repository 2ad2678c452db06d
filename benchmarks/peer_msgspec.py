"""The plan as msgspec Structs: frozen, closed, told apart by a tag ``kind``.

The same fields, lengths, bounds and patterns as the library's classes. Left out, because msgspec
has no means for them: texts in NFC without controls or invisible characters, seals that hold either
a salt or a commitment, the two entries that every opening has, and the laws of a history. The kinds
of entries that `sample_plan` does not have are not mirrored: entries are told apart by their kind,
so that they would cost nothing.
"""

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
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

ShortText = Annotated[str, Meta(min_length=1, max_length=200)]
LongText = Annotated[str, Meta(min_length=1, max_length=20_000)]
Code = Annotated[str, Meta(min_length=1, max_length=64)]
# msgspec searches; \Z because $ would let a line feed pass at the end.
Identifier = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}\Z")]
LanguageCode = Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z")]
CountryCode = Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")]
Jurisdiction = Annotated[str, Meta(pattern=r"^(?:[a-z]{2}|0[1-9]|1[0-6])\Z")]
AGSText = Annotated[str, Meta(pattern=r"^(?:0[1-9]|1[0-6])(?:[0-9](?:[0-9]{2}(?:[0-9]{3})?)?)?\Z")]
Year = Annotated[int, Meta(ge=1900, le=2200)]
Eight = Annotated[int, Meta(ge=0, le=8)]
OneToEight = Annotated[int, Meta(ge=1, le=8)]
Hundred = Annotated[int, Meta(ge=0, le=100)]
Number = Annotated[int, Meta(ge=1, le=10_000)]
Identifiers = Annotated[tuple[Identifier, ...], Meta(max_length=100)]
LeiKaKey = Annotated[str, Meta(pattern=r"^[0-9]{14}\Z")]
ScriptCode = Annotated[str, Meta(pattern=r"^[A-Z][a-z]{3}\Z")]
SubLevel = Annotated[str, Meta(pattern=r"^(?:Pre-A1|[ABC][12](?:\+|\.[1-9]))\Z")]
Salt = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]\Z")]
Digest = Annotated[
    str,
    Meta(pattern=r"^[a-z0-9]{1,16}(?:-[a-z0-9]{1,16})?/[1-9][0-9]?:[A-Za-z0-9_-]{43,86}\Z"),
]


class Closed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all of the structs have in common."""


class CodedValue(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.CodedValue`."""

    system: ShortText
    code: Code
    version: Code | None = None
    label: ShortText | None = None


class Body(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.plan.Body`."""

    name: ShortText
    region: AGSText | None = None


class Subject(Closed, frozen=True, kw_only=True, tag_field="kind", tag="subject"):
    """Mirror of `integrationsplan.plan.Subject`."""

    id: Identifier
    reference: Identifier


class Responsibility(Closed, frozen=True, kw_only=True, tag_field="kind", tag="responsibility"):
    """Mirror of `integrationsplan.plan.Responsibility`."""

    id: Identifier
    body: Body
    jurisdiction: Jurisdiction


class Qualification(Closed, frozen=True, kw_only=True, tag_field="kind", tag="qualification"):
    """Mirror of `integrationsplan.plan.Qualification`."""

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


class Period(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.Period`."""

    start: dt.date | None = None
    end: dt.date | None = None


class Competence(Closed, frozen=True, kw_only=True, tag_field="kind", tag="competence"):
    """Mirror of `integrationsplan.plan.Competence`."""

    id: Identifier
    title: ShortText
    evidence: Evidence = Evidence.SELF_ASSESSED
    code: CodedValue | None = None
    licence: Code | None = None
    years: Hundred | None = None
    period: Period | None = None
    description: LongText | None = None


class LanguageCertificate(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.plan.LanguageCertificate`."""

    issuer: CertificateFamily
    issuer_name: ShortText | None = None
    level: CEFR
    issued_on: dt.date | None = None
    modules: Annotated[tuple[LanguageSkill, ...], Meta(max_length=5)] = ()


class ScriptKnowledge(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.plan.ScriptKnowledge`."""

    script: ScriptCode
    reads: bool | None = None
    writes: bool | None = None


class LanguageProficiency(
    Closed, frozen=True, kw_only=True, tag_field="kind", tag="language-proficiency"
):
    """Mirror of `integrationsplan.plan.LanguageProficiency`."""

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
    scripts: Annotated[tuple[ScriptKnowledge, ...], Meta(max_length=20)] = ()
    certificates: Annotated[tuple[LanguageCertificate, ...], Meta(max_length=50)] = ()


class LanguageTarget(Closed, frozen=True, kw_only=True, tag_field="kind", tag="language"):
    """Mirror of `integrationsplan.plan.LanguageTarget`."""

    language: LanguageCode = "de"
    level: CEFR
    skill: LanguageSkill | None = None
    baseline: CEFR | None = None


class RecognitionTarget(Closed, frozen=True, kw_only=True, tag_field="kind", tag="recognition"):
    """Mirror of `integrationsplan.plan.RecognitionTarget`."""

    outcome: RecognitionOutcome = RecognitionOutcome.FULL
    procedure: Identifier | None = None


class EmploymentTarget(Closed, frozen=True, kw_only=True, tag_field="kind", tag="employment"):
    """Mirror of `integrationsplan.plan.EmploymentTarget`."""

    employment: Annotated[tuple[EmploymentKind, ...], Meta(min_length=1, max_length=9)]
    baseline: EmploymentKind | None = None


class HousingTarget(Closed, frozen=True, kw_only=True, tag_field="kind", tag="housing"):
    """Mirror of `integrationsplan.plan.HousingTarget`."""

    housing: Annotated[tuple[HousingKind, ...], Meta(min_length=1, max_length=6)]
    baseline: HousingKind | None = None


class SchoolPlaceTarget(Closed, frozen=True, kw_only=True, tag_field="kind", tag="school-place"):
    """Mirror of `integrationsplan.plan.SchoolPlaceTarget`."""

    concerns: Concerned = Concerned.PERSON
    schools: Annotated[tuple[SchoolKind, ...], Meta(max_length=11)] = ()


class IndicatorTarget(Closed, frozen=True, kw_only=True, tag_field="kind", tag="indicator"):
    """Mirror of `integrationsplan.plan.IndicatorTarget`."""

    indicator: ShortText
    unit: ShortText | None = None
    baseline: ShortText | None = None
    current: ShortText | None = None
    value: ShortText


Target = (
    LanguageTarget
    | RecognitionTarget
    | EmploymentTarget
    | HousingTarget
    | SchoolPlaceTarget
    | IndicatorTarget
)


class Goal(Closed, frozen=True, kw_only=True, tag_field="kind", tag="goal"):
    """Mirror of `integrationsplan.plan.Goal`."""

    id: Identifier
    field: GoalField
    title: ShortText
    description: LongText | None = None
    target: Target | None = None
    due_on: dt.date | None = None
    lifecycle: Lifecycle = Lifecycle.PROPOSED
    achievement: Achievement | None = None
    priority: Priority | None = None
    wished_by: Annotated[tuple[Party, ...], Meta(max_length=3)] = ()
    depends_on: Identifiers = ()
    shared_id: Identifier | None = None


class Responsible(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.plan.Responsible`."""

    party: Actor
    name: ShortText | None = None


class Referral(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.plan.Referral`."""

    offer: Identifier | None = None
    service: RegularService | None = None
    name: ShortText | None = None
    leika: LeiKaKey | None = None


class Measure(Closed, frozen=True, kw_only=True, tag_field="kind", tag="measure"):
    """Mirror of `integrationsplan.plan.Measure`."""

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


class Agreement(Closed, frozen=True, kw_only=True, tag_field="kind", tag="agreement"):
    """Mirror of `integrationsplan.plan.Agreement`."""

    id: Identifier
    revision: Number
    agreed_on: dt.date
    by: Annotated[tuple[Party, ...], Meta(min_length=1, max_length=3)]
    explained_in: LanguageCode | None = None
    interpreted: bool = False
    form: AgreementForm | None = None


Entry = (
    Subject
    | Responsibility
    | Qualification
    | Competence
    | LanguageProficiency
    | Goal
    | Measure
    | Agreement
)


class Put(Closed, frozen=True, kw_only=True, tag_field="kind", tag="put"):
    """Mirror of `integrationsplan.history.Put`."""

    entry: Entry
    salt: Salt


class Sealed(Closed, frozen=True, kw_only=True, tag_field="kind", tag="sealed"):
    """Mirror of `integrationsplan.history.Sealed`."""

    entry_id: Identifier
    commitment: Digest


class Withdraw(Closed, frozen=True, kw_only=True, tag_field="kind", tag="withdraw"):
    """Mirror of `integrationsplan.history.Withdraw`."""

    entry_id: Identifier


class Erase(Closed, frozen=True, kw_only=True, tag_field="kind", tag="erase"):
    """Mirror of `integrationsplan.history.Erase`."""

    entry_id: Identifier


class EraseReason(Closed, frozen=True, kw_only=True, tag_field="kind", tag="erase-reason"):
    """Mirror of `integrationsplan.history.EraseReason`."""

    revision: Number


class Mark(Closed, frozen=True, kw_only=True, tag_field="kind", tag="mark"):
    """Mirror of `integrationsplan.history.Mark`."""

    entry_id: Identifier
    marking: Marking
    lifted: bool = False


Change = Put | Sealed | Withdraw | Erase | EraseReason | Mark


class Author(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.Author`."""

    role: Code
    id: Identifier | None = None


class Seal(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.history.Seal`."""

    salt: Salt | None = None
    commitment: Digest | None = None


class Revision(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.Revision`."""

    number: Number
    recorded_at: Annotated[dt.datetime, Meta(tz=True)]
    effective_on: dt.date
    author: Author
    author_seal: Seal
    kind: RevisionKind
    reason: LongText | None = None
    reason_seal: Seal | None = None
    legal_basis: ShortText | None = None
    corrects: Number | None = None
    merges: Digest | None = None
    changes: Annotated[tuple[Change, ...], Meta(max_length=10_000)] = ()
    digest: Digest


class Plan(Closed, frozen=True, kw_only=True):
    """Mirror of an `integrationsplan.IntegrationPlan` document."""

    format: Literal["integrationsplan/plan"]
    version: Literal[1]
    id: Identifier
    revisions: Annotated[tuple[Revision, ...], Meta(min_length=1, max_length=10_000)]


_decoder = msgspec.json.Decoder(Plan)
_encoder = msgspec.json.Encoder()


def load(data: bytes) -> Plan:
    """Read a plan."""
    return _decoder.decode(data)


def dump(plan: Plan) -> bytes:
    """Write a plan, without what stands at its default."""
    return _encoder.encode(plan)
