"""The plan as pydantic models: strict, frozen, closed, told apart by ``kind``.

The same fields, lengths, bounds and patterns as the library's classes, with pydantic's own means,
so that all of it runs in pydantic's core. Left out, because the core has no means for them: texts
in NFC without controls or invisible characters, and the laws of a history.
"""

import datetime as dt
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

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
Number = Annotated[int, Field(ge=1)]


class Closed(BaseModel):
    """What all of the models have in common."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class CodedValue(Closed):
    """Mirror of `integrationsplan.CodedValue`."""

    system: ShortText
    code: Code
    version: Code | None = None
    label: ShortText | None = None


class Qualification(Closed):
    """Mirror of `integrationsplan.plan.Qualification`."""

    kind: Literal["qualification"]
    id: Identifier
    title: ShortText
    category: QualificationCategory
    country: CountryCode | None = None
    institution: ShortText | None = None
    year: Year | None = None
    isced: Eight | None = None
    eqf: OneToEight | None = None
    documents_seen: bool = False


class Competence(Closed):
    """Mirror of `integrationsplan.plan.Competence`."""

    kind: Literal["competence"]
    id: Identifier
    title: ShortText
    evidence: Evidence = Evidence.SELF_ASSESSED
    code: CodedValue | None = None
    description: LongText | None = None


class LanguageCertificate(Closed):
    """Mirror of `integrationsplan.plan.LanguageCertificate`."""

    issuer: ShortText
    level: CEFR
    issued_on: dt.date | None = None


class LanguageProficiency(Closed):
    """Mirror of `integrationsplan.plan.LanguageProficiency`."""

    kind: Literal["language-proficiency"]
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


class Target(Closed):
    """Mirror of `integrationsplan.plan.Target`."""

    indicator: ShortText
    baseline: ShortText | None = None
    value: ShortText


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


class Period(Closed):
    """Mirror of `integrationsplan.Period`."""

    start: dt.date | None = None
    end: dt.date | None = None


class Measure(Closed):
    """Mirror of `integrationsplan.plan.Measure`."""

    kind: Literal["measure"]
    id: Identifier
    title: ShortText
    goals: Annotated[tuple[Identifier, ...], Field(max_length=100)] = ()
    responsible: ShortText | None = None
    period: Period | None = None
    status: MeasureStatus = MeasureStatus.PLANNED
    referral: ShortText | None = None
    result: LongText | None = None


class Agreement(Closed):
    """Mirror of `integrationsplan.plan.Agreement`."""

    kind: Literal["agreement"]
    id: Identifier
    revision: Number
    agreed_on: dt.date
    by: Annotated[tuple[Party, ...], Field(min_length=1, max_length=3)]
    explained_in: LanguageCode | None = None


Entry = Annotated[
    Qualification | Competence | LanguageProficiency | Goal | Measure | Agreement,
    Field(discriminator="kind"),
]


class Put(Closed):
    """Mirror of `integrationsplan.history.Put`."""

    kind: Literal["put"]
    entry: Entry


class Withdraw(Closed):
    """Mirror of `integrationsplan.history.Withdraw`."""

    kind: Literal["withdraw"]
    entry_id: Identifier


class Author(Closed):
    """Mirror of `integrationsplan.Author`."""

    role: Code
    id: Identifier


class Revision(Closed):
    """Mirror of `integrationsplan.Revision`."""

    number: Number
    recorded_at: AwareDatetime
    effective_on: dt.date
    author: Author
    kind: RevisionKind
    reason: LongText | None = None
    legal_basis: ShortText | None = None
    changes: Annotated[
        tuple[Annotated[Put | Withdraw, Field(discriminator="kind")], ...],
        Field(max_length=10_000),
    ] = ()


class Body(Closed):
    """Mirror of `integrationsplan.plan.Body`."""

    name: ShortText
    region: AGSText | None = None


class Plan(Closed):
    """Mirror of an `integrationsplan.IntegrationPlan` document."""

    format: Literal["integrationsplan/plan"]
    version: Literal[1]
    id: Identifier
    subject: Identifier
    body: Body
    jurisdiction: Jurisdiction
    revisions: Annotated[tuple[Revision, ...], Field(min_length=1, max_length=10_000)]


def load(data: bytes) -> Plan:
    """Read a plan."""
    return Plan.model_validate_json(data)


def dump(plan: Plan) -> str:
    """Write a plan, without what stands at its default."""
    return plan.model_dump_json(exclude_defaults=True)
