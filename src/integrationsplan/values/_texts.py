"""Texts, identifiers, coded values and citations."""

import datetime as dt
import enum
import functools
from typing import Annotated, TypeAlias

from annotated_types import Len

from integrationsplan._language import Language
from integrationsplan._model import PLAIN, PLAIN_LINES, Pattern, model
from integrationsplan._model._constraints import Charset
from integrationsplan.values._din91379 import Din91379Type, din91379_problem

__all__ = [
    "Basis",
    "Bilingual",
    "Citation",
    "Code",
    "CodedValue",
    "CountryCode",
    "FreeText",
    "Identifier",
    "Jurisdiction",
    "LanguageCode",
    "LongText",
    "Name",
    "PersonName",
    "ShortText",
    "WebAddress",
]

ShortText: TypeAlias = Annotated[str, Len(1, 200), PLAIN]
"""A title or a phrase: 1 to 200 characters."""

LongText: TypeAlias = Annotated[str, Len(1, 20_000), PLAIN_LINES]
"""Free text: 1 to 20,000 characters."""

PersonName: TypeAlias = Annotated[
    str,
    Len(1, 200),
    PLAIN,
    Charset(functools.partial(din91379_problem, data_type=Din91379Type.A)),
]
"""A name of a natural person: 1 to 200 characters of DIN 91379, data type A."""

FreeText: TypeAlias = Annotated[
    str,
    Len(1, 20_000),
    PLAIN_LINES,
    Charset(functools.partial(din91379_problem, data_type=Din91379Type.C)),
]
"""Text for other systems: 1 to 20,000 characters of DIN 91379, data type C."""

Identifier: TypeAlias = Annotated[
    str,
    Pattern(
        r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}",
        "1 to 64 ASCII letters, digits, '.', '_', ':' or '-', beginning with a letter or digit",
        "1 bis 64 ASCII-Buchstaben, Ziffern, '.', '_', ':' oder '-', zuerst Buchstabe oder Ziffer",
    ),
]
"""The identity of a record. Never made from a name or a birth date."""

Name: TypeAlias = Annotated[
    str,
    Pattern(
        r"[a-z][a-z0-9_]{0,63}",
        "1 to 64 lower-case ASCII letters, digits or '_', beginning with a letter",
        "1 bis 64 ASCII-Kleinbuchstaben, Ziffern oder '_', zuerst ein Buchstabe",
    ),
]
"""A name inside a programme document."""

Code: TypeAlias = Annotated[str, Len(1, 64), PLAIN]
"""A code of a code list, or the key of a record: 1 to 64 characters."""

LanguageCode: TypeAlias = Annotated[
    str,
    Pattern(
        "[a-z]{2,3}",
        "an ISO 639 code of two or three letters such as 'de' or 'prs'",
        "ein Code nach ISO 639 mit zwei oder drei Buchstaben wie 'de' oder 'prs'",
    ),
]
"""ISO 639-1, or 639-3 where 639-1 has no code (Dari is ``prs``, Kurmanji ``kmr``)."""

CountryCode: TypeAlias = Annotated[
    str,
    Pattern(
        "[A-Z]{2}",
        "an ISO 3166-1 code of two letters such as 'SY'",
        "ein Code nach ISO 3166-1 mit zwei Buchstaben wie 'SY'",
    ),
]
"""ISO 3166-1 alpha-2."""

Jurisdiction: TypeAlias = Annotated[
    str,
    Pattern(
        "[a-z]{2}|0[1-9]|1[0-6]",
        "a country such as 'de' or a Land such as '08'",
        "ein Staat wie 'de' oder ein Land wie '08'",
    ),
]
"""Whose law applies: a country (ISO 3166-1, lower case) or a German Land (its key)."""

WebAddress: TypeAlias = Annotated[
    str,
    Len(8, 2000),
    Pattern(
        r"https?://[!-~]+", "an address with http or https", "eine Adresse mit http oder https"
    ),
]
"""Where a source can be read."""


@model
class Bilingual:
    """A text in German and English.

    Example:
        >>> Bilingual(de="Anteil am Land", en="share of the state").in_language("en")
        'share of the state'
    """

    de: LongText
    en: LongText

    def in_language(self, language: Language) -> str:
        """Return the text in ``language``."""
        return self.de if language == "de" else self.en


class Basis(enum.Enum):
    """How a number is known."""

    STATED = "stated"
    """The source states it."""
    INFERRED = "inferred"
    """It was inferred from what sources state; the citation says how."""
    ASSUMED = "assumed"
    """A caller's what-if; never in a published document."""


@model
class CodedValue:
    """A code with the list that it comes from.

    Attributes:
        system: The list, for example ``"KldB 2010"`` or the URI of an XÖV code list.
        code: The code, as text: codes may begin with zero.
        version: Which edition of the list, if it has editions.
        label: What the code was called when it was used.

    Example:
        >>> CodedValue(system="ISCO-08", code="2221", label="Nursing professionals").code
        '2221'
    """

    system: ShortText
    code: Code
    version: Code | None = None
    label: ShortText | None = None


@model
class Citation:
    """Where a fact comes from.

    Attributes:
        title: Title of the source.
        locator: Paragraph, page or number in it.
        publisher: Who published it.
        date: When it was published or issued.
        url: Where it can be read.
        retrieved_on: When it was last read there.
        note: How a fact was inferred from it, where it was.

    Example:
        >>> Citation(title="ThürFlüVertVO", locator="§ 2").format()
        'ThürFlüVertVO, § 2'
    """

    title: ShortText
    locator: ShortText | None = None
    publisher: ShortText | None = None
    date: dt.date | None = None
    url: WebAddress | None = None
    retrieved_on: dt.date | None = None
    note: LongText | None = None

    def format(self) -> str:
        """Write the citation in one line."""
        parts = [self.title, self.locator, self.publisher]
        parts.append(self.date.isoformat() if self.date else None)
        parts.append(self.url)
        return ", ".join(part for part in parts if part)
