"""What the person brings along: qualifications, competences, languages."""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, ClassVar, TypeAlias

from annotated_types import Ge, Le, Len

from integrationsplan._model import Label, Pattern, model
from integrationsplan.history import DataGroup, Entry
from integrationsplan.plan._fields import Part, Year, say
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._language_codes import CEFR, CertificateFamily, LanguageSkill
from integrationsplan.plan._problems import SUBLEVEL_OF_ANOTHER_LEVEL
from integrationsplan.plan._qualification_codes import (
    AnabinStatus,
    DegreeClass,
    Evidence,
    Orientation,
    QualificationCategory,
)
from integrationsplan.problems import Problem
from integrationsplan.values import (
    Code,
    CodedValue,
    CountryCode,
    Language,
    LanguageCode,
    LongText,
    Period,
    ScriptCode,
    ShortText,
)

__all__ = [
    "Competence",
    "LanguageCertificate",
    "LanguageProficiency",
    "Qualification",
    "ScriptKnowledge",
]

SubLevel: TypeAlias = Annotated[
    str,
    Pattern(
        r"Pre-A1|[ABC][12](?:\+|\.[1-9])",
        "a level with '+' or a decimal, such as 'B1+' or 'A1.1', or 'Pre-A1'",
        "ein Niveau mit '+' oder Nachkommastelle wie 'B1+' oder 'A1.1', oder 'Pre-A1'",
    ),
]
"""A note between the levels; never a level of its own."""


@model(repr=False)
class Qualification(Entry):
    """A certificate or degree, as it was obtained.

    Attributes:
        title: What it is called, in the original or in German.
        category: School, vocational or academic.
        orientation: General or vocational, in the sense of ISCED.
        country: Where the training took place.
        institution: Who awarded it.
        year: When it was obtained.
        isced: ISCED 2011 level, 0 to 8.
        eqf: EQF or DQR level, 1 to 8; it gives no entitlement.
        anabin: Status of the institution in anabin; no verdict on the degree.
        anabin_on: When anabin was looked up.
        degree_class: How the degree compares; from anabin, or from a statement of the ZAB.
        occupation: The occupation in a classification, KldB 2010 or ISCO-08.
        documents_seen: Whether the counsellor has seen the documents.
        zab_seen: Whether the counsellor has seen a statement of comparability of the ZAB.
        zab_on: Date of that statement.
    """

    kind: ClassVar[str] = "qualification"
    label: ClassVar[Label] = Label("qualification", "Abschluss")
    group: ClassVar[DataGroup] = PlanGroup.QUALIFICATION

    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    category: Annotated[QualificationCategory, Label("category", "Art des Abschlusses")]
    orientation: Annotated[Orientation | None, Label("orientation", "Ausrichtung")] = None
    country: Annotated[CountryCode | None, Label("country", "Land")] = None
    institution: Annotated[ShortText | None, Label("institution", "Einrichtung")] = None
    year: Annotated[Year | None, Label("year", "Jahr")] = None
    isced: Annotated[Annotated[int, Ge(0), Le(8)] | None, Label("ISCED level", "ISCED-Stufe")] = (
        None
    )
    eqf: Annotated[Annotated[int, Ge(1), Le(8)] | None, Label("EQF level", "DQR-Niveau")] = None
    anabin: Annotated[AnabinStatus | None, Label("anabin status", "anabin-Status")] = None
    anabin_on: Annotated[dt.date | None, Label("looked up on", "nachgeschlagen am")] = None
    degree_class: Annotated[DegreeClass | None, Label("degree class", "Abschlussklasse")] = None
    occupation: Annotated[CodedValue | None, Label("occupation", "Beruf")] = None
    documents_seen: Annotated[bool, Label("documents seen", "Unterlagen gesehen")] = False
    zab_seen: Annotated[bool, Label("ZAB statement seen", "Zeugnisbewertung gesehen")] = False
    zab_on: Annotated[dt.date | None, Label("ZAB statement of", "Zeugnisbewertung vom")] = None

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
        code: The skill in a classification (ESCO, KldB, ISCO), if it was looked up.
        licence: A licence, by its class, such as the driving licence ``B``.
        years: Years of experience.
        period: When the experience was made.
        description: More about it.
    """

    kind: ClassVar[str] = "competence"
    label: ClassVar[Label] = Label("competence", "Kompetenz")
    group: ClassVar[DataGroup] = PlanGroup.QUALIFICATION

    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    evidence: Annotated[Evidence, Label("evidence", "Nachweis")] = Evidence.SELF_ASSESSED
    code: Annotated[CodedValue | None, Label("code", "Code")] = None
    licence: Annotated[Code | None, Label("licence", "Berechtigung")] = None
    years: Annotated[
        Annotated[int, Ge(0), Le(100)] | None, Label("years of experience", "Jahre Erfahrung")
    ] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    description: Annotated[LongText | None, Label("description", "Beschreibung")] = None

    def summary(self, language: Language) -> str:
        """Say title and evidence."""
        return f"{self.title} ({self.evidence.in_language(language)})"


_WRITTEN = {LanguageSkill.LISTENING, LanguageSkill.READING, LanguageSkill.WRITING}
_SPOKEN = {LanguageSkill.SPOKEN_INTERACTION, LanguageSkill.SPOKEN_PRODUCTION}


@model(repr=False)
class LanguageCertificate(Part):
    """A certificate of a language level.

    Attributes:
        issuer: Who stands behind it.
        issuer_name: Who issued it, where the list does not say it.
        level: The level that it certifies.
        issued_on: When. Whether a certificate still counts is a rule of whoever asks for it.
        modules: The modules passed, where it is made of modules; none stand for all.
    """

    issuer: Annotated[CertificateFamily, Label("issuer", "Herausgeber")]
    issuer_name: Annotated[ShortText | None, Label("issued by", "ausgestellt von")] = None
    level: Annotated[CEFR, Label("level", "Niveau")]
    issued_on: Annotated[dt.date | None, Label("issued on", "ausgestellt am")] = None
    modules: Annotated[
        Annotated[tuple[LanguageSkill, ...], Len(0, 5)], Label("modules", "Module")
    ] = ()

    def covers(self, skill: LanguageSkill | None = None) -> bool:
        """Tell whether it certifies a skill, or without one, whether it is the whole certificate.

        All modules together are the whole certificate. No family examines speaking twice: either
        of its two skills stands for the module, and the module of the Goethe-Institut for both.

        Example:
            >>> written = (LanguageSkill.LISTENING, LanguageSkill.READING, LanguageSkill.WRITING)
            >>> certificate = LanguageCertificate(
            ...     issuer=CertificateFamily.GOETHE,
            ...     level=CEFR.B1,
            ...     modules=(*written, LanguageSkill.SPOKEN_PRODUCTION),
            ... )
            >>> certificate.covers(), certificate.covers(LanguageSkill.SPOKEN_INTERACTION)
            (True, True)
        """
        modules = set(self.modules)
        is_whole = not modules or (modules >= _WRITTEN and bool(modules & _SPOKEN))
        if is_whole or skill in modules:
            return True
        speaks = self.issuer is CertificateFamily.GOETHE and bool(modules & _SPOKEN)
        return speaks and skill in _SPOKEN


@model(repr=False)
class ScriptKnowledge(Part):
    """Whether the person reads and writes a script.

    Attributes:
        script: ISO 15924 code.
        reads: Whether the person reads it.
        writes: Whether the person writes it.
    """

    script: Annotated[ScriptCode, Label("script", "Schrift")]
    reads: Annotated[bool | None, Label("reads", "liest")] = None
    writes: Annotated[bool | None, Label("writes", "schreibt")] = None


@model(repr=False)
class LanguageProficiency(Entry):
    """How well the person knows a language.

    Attributes:
        language: ISO 639 code.
        is_first: Whether it is a first language.
        overall: Level overall.
        sublevel: A note between the levels, such as ``B1+``; never compared.
        listening: Level of listening.
        reading: Level of reading.
        spoken_interaction: Level of taking part in conversations.
        spoken_production: Level of speaking.
        writing: Level of writing.
        scripts: Scripts that the person reads or writes it in.
        certificates: Certificates.
    """

    kind: ClassVar[str] = "language-proficiency"
    label: ClassVar[Label] = Label("language", "Sprache")
    group: ClassVar[DataGroup] = PlanGroup.LANGUAGE

    language: Annotated[LanguageCode, Label("language", "Sprache")]
    is_first: Annotated[bool, Label("first language", "Erstsprache")] = False
    overall: Annotated[CEFR | None, Label("overall", "insgesamt")] = None
    sublevel: Annotated[SubLevel | None, Label("sub-level", "Zwischenstufe")] = None
    listening: Annotated[CEFR | None, Label("listening", "Hören")] = None
    reading: Annotated[CEFR | None, Label("reading", "Lesen")] = None
    spoken_interaction: Annotated[
        CEFR | None, Label("spoken interaction", "an Gesprächen teilnehmen")
    ] = None
    spoken_production: Annotated[
        CEFR | None, Label("spoken production", "zusammenhängend sprechen")
    ] = None
    writing: Annotated[CEFR | None, Label("writing", "Schreiben")] = None
    scripts: Annotated[
        Annotated[tuple[ScriptKnowledge, ...], Len(0, 20)], Label("scripts", "Schriften")
    ] = ()
    certificates: Annotated[
        Annotated[tuple[LanguageCertificate, ...], Len(0, 50)], Label("certificates", "Zertifikate")
    ] = ()

    def _violations(self) -> Sequence[Problem]:
        if self.overall is None or self.sublevel is None:
            return ()
        if self.sublevel.startswith(self.overall.value):
            return ()
        return [SUBLEVEL_OF_ANOTHER_LEVEL.at("/sublevel", level=self.overall.value)]

    def level_of(self, skill: LanguageSkill | None = None) -> CEFR | None:
        """Return the level of a skill, or overall; a whole certificate counts for all of them.

        Where no level overall is recorded and every skill has one, the lowest of them counts.

        Example:
            >>> german = LanguageProficiency(id="l1", language="de", overall=CEFR.A2)
            >>> german.level_of().value, german.level_of(LanguageSkill.WRITING)
            ('A2', None)
        """
        own = {
            None: self.overall,
            LanguageSkill.LISTENING: self.listening,
            LanguageSkill.READING: self.reading,
            LanguageSkill.SPOKEN_INTERACTION: self.spoken_interaction,
            LanguageSkill.SPOKEN_PRODUCTION: self.spoken_production,
            LanguageSkill.WRITING: self.writing,
        }[skill]
        certified = [
            certificate.level for certificate in self.certificates if certificate.covers(skill)
        ]
        if skill is None and own is None:
            skills = [self.level_of(each) for each in LanguageSkill]
            own = min((level for level in skills if level), default=None) if all(skills) else None
        levels = [level for level in (own, *certified) if level is not None]
        return max(levels, default=None)

    def summary(self, language: Language) -> str:
        """Say language and level."""
        if self.is_first:
            return f"{self.language} ({say(language, de='Erstsprache', en='first language')})"
        level = self.level_of()
        said = level.value if level else "–"
        if self.sublevel is not None and (level is None or self.sublevel.startswith(said)):
            said = self.sublevel
        return f"{self.language}: {said}"
