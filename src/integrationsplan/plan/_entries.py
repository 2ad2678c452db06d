"""What an integration plan holds: from qualifications to agreements.

Everything beside the identity and what makes an entry one is optional: a draft must be
representable while it is incomplete, and `review` says what is missing.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar, TypeAlias

from annotated_types import Ge, Le, Len

from integrationsplan._language import Wording, format_date
from integrationsplan._model import Label, model
from integrationsplan.history import Entry, Revision
from integrationsplan.history._problems import NO_SUCH_REVISION
from integrationsplan.plan._codes import (
    CEFR,
    REASON_REQUIRED,
    TRANSITIONS,
    Achievement,
    Evidence,
    GoalField,
    Lifecycle,
    MeasureStatus,
    Party,
    Priority,
    QualificationCategory,
)
from integrationsplan.problems import Problem, ProblemKind
from integrationsplan.values import (
    CodedValue,
    CountryCode,
    Identifier,
    Language,
    LanguageCode,
    LongText,
    Period,
    ShortText,
)

__all__ = [
    "Agreement",
    "Competence",
    "Goal",
    "LanguageCertificate",
    "LanguageProficiency",
    "Measure",
    "PlanEntry",
    "Qualification",
    "Target",
]

FORBIDDEN_TRANSITION = ProblemKind(
    "forbidden_transition",
    found=Wording("a goal that goes from {before} to {after}", "ein Ziel von {before} zu {after}"),
    allowed=Wording("from {before} to: {allowed}", "von {before} zu: {allowed}"),
    remedy=Wording("Record the steps between.", "Die Schritte dazwischen erfassen."),
)
REASON_MISSING = ProblemKind(
    "reason_missing",
    found=Wording(
        "a goal taken up again from {before} without a reason",
        "ein ohne Grund wieder aufgenommenes Ziel ({before})",
    ),
    allowed=Wording("a revision with a reason", "eine Revision mit Grund"),
    remedy=Wording("Give the revision's reason.", "Den Grund der Revision angeben."),
)

PLAN_KINDS = (FORBIDDEN_TRANSITION, REASON_MISSING)

Year = Annotated[int, Ge(1900), Le(2200)]


@model(repr=False)
class Qualification(Entry):
    """A certificate or degree, as it was obtained.

    Attributes:
        title: What it is called, in the original or in German.
        category: School, vocational or academic.
        country: Where it was obtained.
        institution: Who awarded it.
        year: When it was obtained.
        isced: ISCED 2011 level, 0 to 8.
        eqf: EQF or DQR level, 1 to 8; it gives no entitlement.
        documents_seen: Whether the counsellor has seen the documents.
    """

    kind: ClassVar[str] = "qualification"
    label: ClassVar[Label] = Label("qualification", "Abschluss")

    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    category: Annotated[QualificationCategory, Label("category", "Art des Abschlusses")]
    country: Annotated[CountryCode | None, Label("country", "Land")] = None
    institution: Annotated[ShortText | None, Label("institution", "Einrichtung")] = None
    year: Annotated[Year | None, Label("year", "Jahr")] = None
    isced: Annotated[Annotated[int, Ge(0), Le(8)] | None, Label("ISCED level", "ISCED-Stufe")] = (
        None
    )
    eqf: Annotated[Annotated[int, Ge(1), Le(8)] | None, Label("EQF level", "DQR-Niveau")] = None
    documents_seen: Annotated[bool, Label("documents seen", "Unterlagen gesehen")] = False

    def summary(self, language: Language) -> str:
        """Say title and category."""
        place = f", {self.country}" if self.country else ""
        return f"{self.title} ({self.category.in_language(language)}{place})"


@model(repr=False)
class Competence(Entry):
    """A skill or an experience.

    Attributes:
        title: What the person can do.
        evidence: What that rests on.
        code: The skill in a classification, such as ESCO, if it was looked up.
        description: More about it.
    """

    kind: ClassVar[str] = "competence"
    label: ClassVar[Label] = Label("competence", "Kompetenz")

    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    evidence: Annotated[Evidence, Label("evidence", "Nachweis")] = Evidence.SELF_ASSESSED
    code: Annotated[CodedValue | None, Label("code", "Code")] = None
    description: Annotated[LongText | None, Label("description", "Beschreibung")] = None

    def summary(self, language: Language) -> str:
        """Say title and evidence."""
        return f"{self.title} ({self.evidence.in_language(language)})"


@model
class LanguageCertificate:
    """A certificate of a language level.

    Attributes:
        issuer: Who issued it, such as ``telc`` or ``DTZ``.
        level: The level that it certifies.
        issued_on: When. Whether a certificate still counts is a rule of whoever asks for it.
    """

    issuer: ShortText
    level: CEFR
    issued_on: dt.date | None = None


@model(repr=False)
class LanguageProficiency(Entry):
    """How well the person knows a language.

    Attributes:
        language: ISO 639 code.
        is_first: Whether it is a first language.
        overall: Level overall.
        listening: Level of listening.
        reading: Level of reading.
        spoken_interaction: Level of taking part in conversations.
        spoken_production: Level of speaking.
        writing: Level of writing.
        certificate: The best certificate.
    """

    kind: ClassVar[str] = "language-proficiency"
    label: ClassVar[Label] = Label("language", "Sprache")

    language: Annotated[LanguageCode, Label("language", "Sprache")]
    is_first: Annotated[bool, Label("first language", "Erstsprache")] = False
    overall: Annotated[CEFR | None, Label("overall", "insgesamt")] = None
    listening: Annotated[CEFR | None, Label("listening", "Hören")] = None
    reading: Annotated[CEFR | None, Label("reading", "Lesen")] = None
    spoken_interaction: Annotated[
        CEFR | None, Label("spoken interaction", "an Gesprächen teilnehmen")
    ] = None
    spoken_production: Annotated[
        CEFR | None, Label("spoken production", "zusammenhängend sprechen")
    ] = None
    writing: Annotated[CEFR | None, Label("writing", "Schreiben")] = None
    certificate: Annotated[LanguageCertificate | None, Label("certificate", "Zertifikat")] = None

    def summary(self, language: Language) -> str:
        """Say language and level."""
        if self.is_first:
            return f"{self.language} ({'Erstsprache' if language == 'de' else 'first language'})"
        level = self.overall.value if self.overall else "–"
        return f"{self.language}: {level}"


@model
class Target:
    """What makes a goal measurable.

    Attributes:
        indicator: What is measured.
        baseline: Where the person stands at the beginning.
        value: What is to be reached.
    """

    indicator: ShortText
    baseline: ShortText | None = None
    value: ShortText


@model(repr=False)
class Goal(Entry):
    """What the person wants to reach.

    Attributes:
        field: The field that it belongs to.
        title: The goal in one line.
        description: More about it.
        target: What makes it measurable.
        due_on: When it is to be reached.
        lifecycle: Where it stands; only the steps of `TRANSITIONS` are possible.
        achievement: How far it is reached; a second axis.
        priority: How urgent it is.
        wished_by: Whose wish it is.
    """

    kind: ClassVar[str] = "goal"
    label: ClassVar[Label] = Label("goal", "Ziel")

    field: Annotated[GoalField, Label("field", "Handlungsfeld")]
    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    description: Annotated[LongText | None, Label("description", "Beschreibung")] = None
    target: Annotated[Target | None, Label("target", "Zielwert")] = None
    due_on: Annotated[dt.date | None, Label("due on", "fällig am")] = None
    lifecycle: Annotated[Lifecycle, Label("life cycle", "Stand")] = Lifecycle.PROPOSED
    achievement: Annotated[Achievement | None, Label("achievement", "Zielerreichung")] = None
    priority: Annotated[Priority | None, Label("priority", "Dringlichkeit")] = None
    wished_by: Annotated[
        Annotated[tuple[Party, ...], Len(0, 3)], Label("wished by", "gewünscht von")
    ] = ()

    def summary(self, language: Language) -> str:
        """Say field, title and stand."""
        field = self.field.in_language(language)
        return f"{field}: {self.title} ({self.lifecycle.in_language(language)})"

    def succession(self, before: Entry, revision: Revision[Entry]) -> Iterator[Problem]:
        """Yield a problem for a step that `TRANSITIONS` does not have, or that lacks its reason."""
        if not isinstance(before, Goal) or before.lifecycle is self.lifecycle:
            return
        step = (before.lifecycle, self.lifecycle)
        allowed = TRANSITIONS[before.lifecycle]
        if self.lifecycle not in allowed:
            yield FORBIDDEN_TRANSITION.at(
                "/lifecycle",
                before=before.lifecycle.value,
                after=self.lifecycle.value,
                allowed=", ".join(sorted(state.value for state in allowed)) or "-",
            )
        elif step in REASON_REQUIRED and revision.reason is None:
            yield REASON_MISSING.at("/lifecycle", before=before.lifecycle.value)


@model(repr=False)
class Measure(Entry):
    """Who does what until when, for which goals.

    Attributes:
        title: What is done.
        goals: Ids of the goals that it serves.
        responsible: Who does it: a role or a body, not a private person's name.
        period: From when to when.
        status: Where it stands.
        referral: The offer or regular service that the person is referred to.
        result: What came of it.
    """

    kind: ClassVar[str] = "measure"
    label: ClassVar[Label] = Label("measure", "Maßnahme")

    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    goals: Annotated[Annotated[tuple[Identifier, ...], Len(0, 100)], Label("goals", "Ziele")] = ()
    responsible: Annotated[ShortText | None, Label("responsible", "zuständig")] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    status: Annotated[MeasureStatus, Label("status", "Stand")] = MeasureStatus.PLANNED
    referral: Annotated[ShortText | None, Label("referral", "Verweis an")] = None
    result: Annotated[LongText | None, Label("result", "Ergebnis")] = None

    def summary(self, language: Language) -> str:
        """Say title and stand."""
        return f"{self.title} ({self.status.in_language(language)})"


@model(repr=False)
class Agreement(Entry):
    """That the plan was agreed in writing.

    Attributes:
        revision: Number of the newest revision that it covers; all before are covered too.
        agreed_on: When it was agreed.
        by: Who agreed.
        explained_in: Language in which it was explained to the person.
    """

    kind: ClassVar[str] = "agreement"
    label: ClassVar[Label] = Label("agreement", "Vereinbarung")

    revision: Annotated[int, Ge(1), Le(10_000), Label("revision", "Revision")]
    agreed_on: Annotated[dt.date, Label("agreed on", "vereinbart am")]
    by: Annotated[Annotated[tuple[Party, ...], Len(1, 3)], Label("by", "vereinbart von")]
    explained_in: Annotated[LanguageCode | None, Label("explained in", "erläutert in")] = None

    def summary(self, language: Language) -> str:
        """Say which revision was agreed, and when."""
        word = "vom" if language == "de" else "on"
        return f"Revision {self.revision}, {word} {format_date(self.agreed_on, language)}"

    def first_problems(self, revision: Revision[Entry]) -> Iterator[Problem]:
        """Yield a problem if the agreement covers a revision that is not there yet."""
        if self.revision >= revision.number:
            allowed = f"1 – {revision.number - 1}"
            yield NO_SUCH_REVISION.at("/revision", found=self.revision, allowed=allowed)

    def succession(self, before: Entry, revision: Revision[Entry]) -> Iterator[Problem]:
        """Yield the same as for a new agreement."""
        return self.first_problems(revision)


PlanEntry: TypeAlias = Qualification | Competence | LanguageProficiency | Goal | Measure | Agreement
"""What an integration plan may hold."""
