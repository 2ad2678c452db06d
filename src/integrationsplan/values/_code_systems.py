"""Code systems that are too large, or not free enough, to be bundled: what their codes look like.

A code of the right form need not exist. Which codes exist, and what they are called, is for a list
of the user's own to say: `CodeList`.

XÖV: a code list of the XRepository needs no entry here. Its ``listURI`` is the ``system`` of a
`CodedValue`, its ``listVersionID`` the ``version``; such values pass every check of this module.
"""

import functools
import re
from collections.abc import Callable, Iterator
from typing import Annotated, TypeAlias

from annotated_types import Len

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, Pattern, model
from integrationsplan._model._specs import EXACT_NAMES, describe_value
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import WRONG_FORM, WRONG_TYPE, Problem, at_pointer
from integrationsplan.values._labelled import Labelled
from integrationsplan.values._texts import (
    Basis,
    Bilingual,
    Citation,
    Code,
    CodedValue,
    ShortText,
    WebAddress,
)

__all__ = [
    "CODE_SYSTEMS",
    "ESCO",
    "ISCED_2011",
    "ISCO_08",
    "ISO_639",
    "ISO_3166",
    "ISO_15924",
    "KLDB_2010",
    "LEIKA",
    "NUTS",
    "CodeSystem",
    "ESCOUri",
    "ISCEDLevel",
    "ISCOCode",
    "KldBCode",
    "LeiKaKey",
    "NUTSCode",
    "NoCountry",
    "RequirementLevel",
    "ScriptCode",
    "code_problem",
    "known_system",
    "requirement_level",
]

_KLDB = Pattern("[0-9]{1,5}", "1 to 5 digits as text", "1 bis 5 Ziffern als Text")
_LEVEL_FORM = Wording(
    "1 to 5 digits as text, the fifth from 1 to 4", "1 bis 5 Ziffern als Text, die fünfte 1 bis 4"
)
_has_level_form = re.compile(r"[0-9]{1,4}|[0-9]{4}[1-4]").fullmatch
_ISCO = Pattern("[0-9]{1,4}", "1 to 4 digits as text", "1 bis 4 Ziffern als Text")
_ESCO_BASE = r"https?://data\.europa\.eu/esco/"
_ESCO_CONCEPT = "(?:occupation|skill|isco)/[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
_ESCO_URI = Pattern(
    _ESCO_BASE + _ESCO_CONCEPT,
    "the address of an ESCO concept such as 'http://data.europa.eu/esco/isco/C2221'",
    "die Adresse eines ESCO-Begriffs wie 'http://data.europa.eu/esco/isco/C2221'",
)
_ISCED = Pattern("[0-8]", "one digit from 0 to 8", "eine Ziffer von 0 bis 8")
_SCRIPT = Pattern(
    "[A-Z][a-z]{3}",
    "a code of four letters such as 'Arab' or 'Latn'",
    "ein Code aus vier Buchstaben wie 'Arab' oder 'Latn'",
)
_LEIKA = Pattern("[0-9]{14}", "14 digits as text", "14 Ziffern als Text")
_NUTS = Pattern(
    "[A-Z]{2}[0-9A-Z]{0,3}",
    "two letters and up to three further letters or digits such as 'DE111'",
    "zwei Buchstaben und bis zu drei Buchstaben oder Ziffern wie 'DE111'",
)

KldBCode: TypeAlias = Annotated[str, _KLDB]
"""A position of the Klassifikation der Berufe 2010, on any of its five levels."""

ISCOCode: TypeAlias = Annotated[str, _ISCO]
"""A group of ISCO-08, on any of its four levels. Major group ``0`` exists."""

ESCOUri: TypeAlias = Annotated[str, Len(1, 200), _ESCO_URI]
"""The whole address of an ESCO concept. It names a concept; nobody goes there."""

ISCEDLevel: TypeAlias = Annotated[str, _ISCED]
"""A level of ISCED 2011 as text."""

ScriptCode: TypeAlias = Annotated[str, _SCRIPT]
"""ISO 15924: a script, for those who learn a second one (``Latn`` after ``Arab``)."""

LeiKaKey: TypeAlias = Annotated[str, _LEIKA]
"""The key of a service in the Leistungskatalog of the German administration."""

NUTSCode: TypeAlias = Annotated[str, _NUTS]
"""A state or region of the European statistics, of level 0 to 3."""


class RequirementLevel(Labelled):
    """What the fifth digit of a KldB 2010 code says: how demanding the work is."""

    HELPER = "1", "unskilled or semi-skilled (Helfer)", "Helfer"
    SKILLED = "2", "skilled (Fachkraft)", "Fachkraft"
    SPECIALIST = "3", "specialist (Spezialist)", "Spezialist"
    EXPERT = "4", "expert (Experte)", "Experte"


_REQUIREMENT_LEVELS = {level.value: level for level in RequirementLevel}


class NoCountry(Labelled):
    """Codes in the place of a country's, from the range that ISO 3166-1 leaves to its users.

    That ``XA`` means stateless is stated by other users of the range
    (https://belastingdienst.nl/codeboek_sagitta/huidig/html/tabel-codeboek%2C%20onderdeel%20single%20window-m02.html);
    passports have ``XXA`` for it. ``XX`` for unknown is inferred from ``XXX`` of passports. Nothing
    obliges a partner to read the two so: agree on them before data is exchanged.

    Example:
        >>> NoCountry("XA").in_language("de")
        'staatenlos'
    """

    STATELESS = "XA", "stateless", "staatenlos"
    UNKNOWN = "XX", "unknown", "unbekannt"


@model
class CodeSystem:
    """What is known of a code system without its list.

    Attributes:
        name: What it is called in `CodedValue.system`.
        version: The edition that is described, where the name does not say it.
        pattern: Regular expression that a code matches as a whole; digits and letters are ASCII.
        form: The same for people.
        description: What it is for.
        basis: How the form is known.
        citation: Where it is known from.
        aliases: Further names under which it is found.
        base: Beginning of the addresses of its concepts, which codes leave out.

    Example:
        >>> ISCO_08.problem("2221"), ISCO_08.problem("22211").code
        (None, 'wrong_form')
    """

    name: ShortText
    version: Code | None = None
    pattern: ShortText
    form: Bilingual
    description: Bilingual
    basis: Basis
    citation: Citation
    aliases: tuple[ShortText, ...] = ()
    base: WebAddress | None = None

    def _violations(self) -> Iterator[Problem]:
        try:
            re.compile(self.pattern, re.ASCII)
        except re.error:
            form = Wording("a regular expression", "ein regulärer Ausdruck")
            yield WRONG_FORM.at("/pattern", length=len(self.pattern), form=form)

    @functools.cached_property
    def _matches(self) -> Callable[[str], object]:
        return re.compile(self.pattern, re.ASCII).fullmatch

    def matches(self, code: str) -> bool:
        """Tell whether a code has the form of the system. It need not exist."""
        return self._matches(code) is not None

    def problem(self, code: str) -> Problem | None:
        """Return what is wrong with the form of a code, or nothing."""
        if self._matches(code):
            return None
        return WRONG_FORM.at(length=len(code), form=Wording(self.form.en, self.form.de))

    def short(self, code: str) -> str:
        """Return the code without the beginning that all addresses of the system have.

        Both ``http`` and ``https`` are left out: they name the same concept.

        Example:
            >>> ESCO.short("http://data.europa.eu/esco/isco/C2221")
            'isco/C2221'
        """
        if self.base is None:
            return code
        rest = self.base.partition("://")[2]
        return code.removeprefix(f"http://{rest}").removeprefix(f"https://{rest}")

    def address(self, code: str) -> str | None:
        """Return the whole address of a concept, or nothing where the system has none.

        Example:
            >>> ESCO.address("isco/C2221")
            'http://data.europa.eu/esco/isco/C2221'
        """
        return None if self.base is None else self.base + self.short(code)


def _said(pattern: Pattern) -> Bilingual:
    return Bilingual(de=pattern.de, en=pattern.en)


KLDB_2010 = CodeSystem(
    name="KldB 2010",
    version="2020",
    pattern=_KLDB.regex,
    form=_said(_KLDB),
    description=Bilingual(
        de="Klassifikation der Berufe 2010 in der Fassung 2020; die fünfte Stelle ist das "
        "Anforderungsniveau",
        en="German classification of occupations 2010 as revised in 2020; the fifth digit is the "
        "level of requirement",
    ),
    basis=Basis.STATED,
    citation=Citation(
        title="BIBB, Klassifikation der Berufe 2010",
        url="https://metadaten.bibb.de/klassifikation/4",
    ),
    aliases=("KldB",),
)
"""Klassifikation der Berufe 2010. Its titles are not free: load them from a file of your own."""

ISCO_08 = CodeSystem(
    name="ISCO-08",
    pattern=_ISCO.regex,
    form=_said(_ISCO),
    description=Bilingual(
        de="Internationale Standardklassifikation der Berufe 2008; es gibt die Hauptgruppe 0",
        en="International Standard Classification of Occupations 2008; major group 0 exists",
    ),
    basis=Basis.STATED,
    citation=Citation(
        title="occupationMeasurement, table isco_08_en",
        url="https://search.r-project.org/CRAN/refmans/occupationMeasurement/html/isco_08_en.html",
    ),
    aliases=("ISCO", "ISCO 2008"),
)
"""International Standard Classification of Occupations 2008."""

ESCO = CodeSystem(
    name="ESCO",
    pattern=f"(?:{_ESCO_BASE})?{_ESCO_CONCEPT}",
    form=Bilingual(
        de=f"{_ESCO_URI.de}, oder was darin nach 'esco/' steht",
        en=f"{_ESCO_URI.en}, or what follows 'esco/' in it",
    ),
    description=Bilingual(
        de="Europäische Klassifikation für Fähigkeiten, Kompetenzen, Qualifikationen und Berufe; "
        "die Fassung gehört zu jedem Code",
        en="European classification of skills, competences, qualifications and occupations; the "
        "version belongs to every code",
    ),
    basis=Basis.INFERRED,
    citation=Citation(
        title="ESCO, occupations",
        url="https://esco.ec.europa.eu/ar/classification/occupation",
        note="That concepts have addresses is stated there; their form is taken from published "
        "files.",
    ),
    base="http://data.europa.eu/esco/",
)
"""European skills and occupations. A code is the address, or what follows ``esco/`` in it.

`CodedValue.code` has room for 64 characters, most addresses have more: use `CodeSystem.short`.
"""

ISO_639 = CodeSystem(
    name="ISO 639",
    pattern="[a-z]{2,3}",
    form=Bilingual(
        de="zwei oder drei Kleinbuchstaben wie 'de' oder 'prs'",
        en="two or three small letters such as 'de' or 'prs'",
    ),
    description=Bilingual(
        de="Sprachen: ISO 639-1, wo es dort keinen Code gibt 639-3",
        en="languages: ISO 639-1, or 639-3 where that has no code",
    ),
    basis=Basis.INFERRED,
    citation=Citation(title="ISO 639", note="Form as in LanguageCode; the standard is not free."),
    aliases=("ISO 639-1", "ISO 639-2", "ISO 639-3"),
)
"""Languages; the form is that of `LanguageCode`."""

ISO_3166 = CodeSystem(
    name="ISO 3166-1",
    pattern="[A-Z]{2}",
    form=Bilingual(de="zwei Großbuchstaben wie 'SY'", en="two capital letters such as 'SY'"),
    description=Bilingual(
        de="Staaten mit zwei Buchstaben; staatenlos und unbekannt als NoCountry",
        en="countries by two letters; stateless and unknown as in NoCountry",
    ),
    basis=Basis.INFERRED,
    citation=Citation(title="ISO 3166-1", note="Form as in CountryCode; the standard is not free."),
    aliases=("ISO 3166", "ISO 3166-1 alpha-2"),
)
"""Countries by two letters; the form is that of `CountryCode`, so `NoCountry` fits."""

ISO_15924 = CodeSystem(
    name="ISO 15924",
    pattern=_SCRIPT.regex,
    form=_said(_SCRIPT),
    description=Bilingual(de="Schriften", en="scripts"),
    basis=Basis.INFERRED,
    citation=Citation(title="ISO 15924", note="From what is in use; the standard is not free."),
)
"""Scripts."""

ISCED_2011 = CodeSystem(
    name="ISCED 2011",
    pattern=_ISCED.regex,
    form=_said(_ISCED),
    description=Bilingual(
        de="Internationale Standardklassifikation des Bildungswesens 2011, Stufe",
        en="International Standard Classification of Education 2011, level",
    ),
    basis=Basis.STATED,
    citation=Citation(
        title="EIGE, Gender budgeting in the ESF+",
        url="https://eige.europa.eu/gender-mainstreaming/toolkits/gender-budgeting/esf-plus?lang=sv&language_content_entity=de",
    ),
)
"""Levels of education."""

LEIKA = CodeSystem(
    name="LeiKa",
    pattern=_LEIKA.regex,
    form=_said(_LEIKA),
    description=Bilingual(
        de="Leistungskatalog der öffentlichen Verwaltung: Leistungsschlüssel",
        en="catalogue of services of the German administration: key of a service",
    ),
    basis=Basis.STATED,
    citation=Citation(
        title="FITKO, LeiKa-Handbuch",
        url="https://docs.fitko.de/fim/docs/leistung/leikahandbuch/3%20Definition%20einer%20Leistung/3/",
    ),
)
"""Services of the German administration."""

NUTS = CodeSystem(
    name="NUTS",
    pattern=_NUTS.regex,
    form=_said(_NUTS),
    description=Bilingual(
        de="Regionen der europäischen Statistik; Codes ändern sich von Fassung zu Fassung",
        en="regions of the European statistics; codes change from version to version",
    ),
    basis=Basis.STATED,
    citation=Citation(title="NUTS of Germany", url="https://worddisk.com/wiki/NUTS_of_Germany"),
)
"""Regions of the European statistics. Give the version: codes have changed."""

CODE_SYSTEMS: FrozenMap[str, CodeSystem] = FrozenMap(
    {
        system.name: system
        for system in (
            KLDB_2010,
            ISCO_08,
            ESCO,
            ISO_639,
            ISO_3166,
            ISO_15924,
            ISCED_2011,
            LEIKA,
            NUTS,
        )
    }
)
"""The code systems that are known here, by name."""


def _plain(name: str) -> str:
    return name.casefold().replace(" ", "").replace("-", "")


_BY_PLAIN_NAME = {
    _plain(name): system
    for system in CODE_SYSTEMS.values()
    for name in (system.name, *system.aliases)
}


def known_system(name: str) -> CodeSystem | None:
    """Return the code system of a name, or nothing: most systems are not known here.

    Capitals, blanks and hyphens make no difference.

    Example:
        >>> known_system("isco 08").name, known_system("urn:de:xrepository:list")
        ('ISCO-08', None)
    """
    return _BY_PLAIN_NAME.get(_plain(name))


def code_problem(value: CodedValue) -> Problem | None:
    """Return what is wrong with the form of a code in its system, or nothing.

    A code of a system that is not known here passes. The version is not looked at: the form is the
    same in all of them.

    Example:
        >>> code_problem(CodedValue(system="KldB 2010", code="4341x")).pointer
        '/code'
    """
    system = known_system(value.system)
    problem = system.problem(value.code) if system is not None else None
    return at_pointer(problem, "/code") if problem is not None else None


def requirement_level(code: str) -> RequirementLevel | None:
    """Return the level of requirement that a KldB 2010 code names.

    Args:
        code: A code of one to five digits.

    Returns:
        The level, or nothing for a code of fewer than five digits: it names none.

    Raises:
        InvalidValueError: If it is no such code, or its fifth digit is none of 1 to 4.

    Example:
        >>> requirement_level("43412").in_language("de")
        'Fachkraft'
    """
    if type(code) is not str:
        problem = WRONG_TYPE.at("/code", found=describe_value(code), allowed=EXACT_NAMES[str])
        raise InvalidValueError("KldB 2010", [problem])
    if not _has_level_form(code):
        problem = WRONG_FORM.at("/code", length=len(code), form=_LEVEL_FORM)
        raise InvalidValueError("KldB 2010", [problem])
    return _REQUIREMENT_LEVELS[code[4]] if len(code) == 5 else None
