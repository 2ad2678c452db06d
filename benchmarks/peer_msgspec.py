"""The plan as msgspec Structs: frozen, closed, told apart by a tag ``kind``.

The same fields, lengths, bounds and patterns as the library's classes. Left out, because msgspec
has no means for them: texts in NFC without controls or invisible characters, and the laws of a
history.
"""

import datetime as dt
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from integrationsplan.history import RevisionKind
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Evidence,
    GoalField,
    Lifecycle,
    MeasureStatus,
    Party,
    Priority,
    QualificationCategory,
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
Number = Annotated[int, Meta(ge=1)]


class Closed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all of the structs have in common."""


class CodedValue(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.CodedValue`."""

    system: ShortText
    code: Code
    version: Code | None = None
    label: ShortText | None = None


class Qualification(Closed, frozen=True, kw_only=True, tag_field="kind", tag="qualification"):
    """Mirror of `integrationsplan.plan.Qualification`."""

    id: Identifier
    title: ShortText
    category: QualificationCategory
    country: CountryCode | None = None
    institution: ShortText | None = None
    year: Year | None = None
    isced: Eight | None = None
    eqf: OneToEight | None = None
    documents_seen: bool = False


class Competence(Closed, frozen=True, kw_only=True, tag_field="kind", tag="competence"):
    """Mirror of `integrationsplan.plan.Competence`."""

    id: Identifier
    title: ShortText
    evidence: Evidence = Evidence.SELF_ASSESSED
    code: CodedValue | None = None
    description: LongText | None = None


class LanguageCertificate(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.plan.LanguageCertificate`."""

    issuer: ShortText
    level: CEFR
    issued_on: dt.date | None = None


class LanguageProficiency(
    Closed, frozen=True, kw_only=True, tag_field="kind", tag="language-proficiency"
):
    """Mirror of `integrationsplan.plan.LanguageProficiency`."""

    id: Identifier
    language: LanguageCode
    is_first: bool = False
    overall: CEFR | None = None
    listening: CEFR | None = None
    reading: CEFR | None = None
    spoken_interaction: CEFR | None = None
    spoken_production: CEFR | None = None
    writing: CEFR | None = None
    certificate: LanguageCertificate | None = None


class Target(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.plan.Target`."""

    indicator: ShortText
    baseline: ShortText | None = None
    value: ShortText


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


class Period(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.Period`."""

    start: dt.date | None = None
    end: dt.date | None = None


class Measure(Closed, frozen=True, kw_only=True, tag_field="kind", tag="measure"):
    """Mirror of `integrationsplan.plan.Measure`."""

    id: Identifier
    title: ShortText
    goals: Annotated[tuple[Identifier, ...], Meta(max_length=100)] = ()
    responsible: ShortText | None = None
    period: Period | None = None
    status: MeasureStatus = MeasureStatus.PLANNED
    referral: ShortText | None = None
    result: LongText | None = None


class Agreement(Closed, frozen=True, kw_only=True, tag_field="kind", tag="agreement"):
    """Mirror of `integrationsplan.plan.Agreement`."""

    id: Identifier
    revision: Number
    agreed_on: dt.date
    by: Annotated[tuple[Party, ...], Meta(min_length=1, max_length=3)]
    explained_in: LanguageCode | None = None


class Put(Closed, frozen=True, kw_only=True, tag_field="kind", tag="put"):
    """Mirror of `integrationsplan.history.Put`."""

    entry: Qualification | Competence | LanguageProficiency | Goal | Measure | Agreement


class Withdraw(Closed, frozen=True, kw_only=True, tag_field="kind", tag="withdraw"):
    """Mirror of `integrationsplan.history.Withdraw`."""

    entry_id: Identifier


class Author(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.Author`."""

    role: Code
    id: Identifier


class Revision(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.Revision`."""

    number: Number
    recorded_at: Annotated[dt.datetime, Meta(tz=True)]
    effective_on: dt.date
    author: Author
    kind: RevisionKind
    reason: LongText | None = None
    legal_basis: ShortText | None = None
    changes: Annotated[tuple[Put | Withdraw, ...], Meta(max_length=10_000)] = ()


class Body(Closed, frozen=True, kw_only=True):
    """Mirror of `integrationsplan.plan.Body`."""

    name: ShortText
    region: AGSText | None = None


class Plan(Closed, frozen=True, kw_only=True):
    """Mirror of an `integrationsplan.IntegrationPlan` document."""

    format: Literal["integrationsplan/plan"]
    version: Literal[1]
    id: Identifier
    subject: Identifier
    body: Body
    jurisdiction: Jurisdiction
    revisions: Annotated[tuple[Revision, ...], Meta(min_length=1, max_length=10_000)]


_decoder = msgspec.json.Decoder(Plan)
_encoder = msgspec.json.Encoder()


def load(data: bytes) -> Plan:
    """Read a plan."""
    return _decoder.decode(data)


def dump(plan: Plan) -> bytes:
    """Write a plan, without what stands at its default."""
    return _encoder.encode(plan)
