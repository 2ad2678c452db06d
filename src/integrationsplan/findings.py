"""Findings: what a person should know about a plan or an allocation, as data.

A finding is no error. The object is valid, and something about it asks for attention: a threshold
is missed, a goal is overdue, a revision is unsigned.
"""

import datetime as dt
import enum
from fractions import Fraction
from typing import Annotated, NamedTuple, TypeAlias

import attrs
from annotated_types import Len

from integrationsplan._language import Language, Wording, format_date
from integrationsplan._model import PLAIN_LINES, FrozenMap, Label, Pattern, model
from integrationsplan.values import (
    Bilingual,
    Code,
    Labelled,
    LongText,
    Money,
    ShortText,
    format_number,
)

__all__ = ["Finding", "FindingCode", "FindingKind", "Named", "Severity", "Way"]

FindingCode = Annotated[
    str,
    Pattern(
        "[a-z][a-z0-9_]{0,63}",
        "lower-case letters, digits and '_', such as 'must_join'",
        "Kleinbuchstaben, Ziffern und '_', etwa 'must_join'",
    ),
]
"""The stable code of a finding or of a way."""

LONGEST_VALUE = 20_000

FindingText = Annotated[str, Len(0, LONGEST_VALUE), PLAIN_LINES]
"""A figure of a finding as text."""


class Severity(enum.Enum):
    """How much a finding asks for."""

    NOTICE = "notice"
    """Good to know; nothing changes by itself."""
    WARNING = "warning"
    """Something is missing, late or not funded."""


@model
class Way:
    """One way to go on from a finding.

    Attributes:
        code: Stable code.
        de: The sentence in German.
        en: The sentence in English.
    """

    code: FindingCode
    de: ShortText
    en: ShortText

    def in_language(self, language: Language) -> str:
        """Return the sentence in ``language``."""
        return self.de if language == "de" else self.en


@model
class Finding:
    """Something that asks for attention.

    Attributes:
        code: Stable code, such as ``"must_join_others"``.
        severity: How much it asks for.
        subject: Key or id of what it is about; empty for the whole.
        text: The sentence in both languages.
        values: The figures that the sentence mentions, as exact text by name.
        ways: Ways to go on, where there are several.
        source: The paragraph or document that it rests on, where one is known.
    """

    code: Annotated[FindingCode, Label("code", "Code")]
    severity: Annotated[Severity, Label("severity", "Gewicht")]
    subject: Annotated[Code | None, Label("subject", "Gegenstand")] = None
    text: Annotated[Bilingual, Label("text", "Text")]
    values: Annotated[FrozenMap[Code, FindingText], Len(0, 1_000)] = FrozenMap()
    ways: Annotated[tuple[Way, ...], Len(0, 100)] = ()
    source: Annotated[LongText | None, Label("source", "Quelle")] = None

    def format(self, language: Language = "en") -> str:
        """Write the finding in one line."""
        subject = f"{self.subject}: " if self.subject else ""
        ways = " / ".join(way.in_language(language) for way in self.ways)
        return f"{subject}{self.text.in_language(language)}" + (f" [{ways}]" if ways else "")


SHOWN = 5
"""So many ids are listed in a sentence; the values have them all."""


class Named(NamedTuple):
    """Something with a stable name, and what it is called in a sentence."""

    name: str
    wording: Wording


FindingValue: TypeAlias = str | int | Fraction | dt.date | Labelled | Money | Named | list[str]
"""What a sentence may be filled with; numbers, dates and labels are said in its language."""


@attrs.frozen
class FindingKind:
    """A kind of finding, declared beside the code that finds it.

    Attributes:
        code: Stable code.
        severity: How much it asks for.
        text: The sentence, with ``{names}`` to fill in.
        ways: Ways to go on, where there are several.
    """

    code: str
    severity: Severity
    text: Wording
    ways: tuple[Way, ...] = ()

    def at(
        self, subject: str | None = None, source: str | None = None, /, **values: FindingValue
    ) -> Finding:
        """Return the finding about something, or about the whole.

        Args:
            subject: Key or id of what it is about.
            source: The paragraph or document that it rests on.
            values: What the sentence mentions.
        """
        return Finding(
            code=self.code,
            severity=self.severity,
            subject=subject,
            text=Bilingual(
                de=_fill(self.text.de, values, "de"), en=_fill(self.text.en, values, "en")
            ),
            values=FrozenMap({name: _exact(value) for name, value in values.items()}),
            ways=self.ways,
            source=source,
        )


def listed(names: list[str]) -> str:
    """Write names one after the other, the first few of many."""
    return ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")


def _fill(template: str, values: dict[str, FindingValue], language: Language) -> str:
    return template.format_map({name: _said(value, language) for name, value in values.items()})


def _said(value: FindingValue, language: Language) -> str:
    match value:
        case dt.date():
            return format_date(value, language)
        case Labelled():
            return value.in_language(language)
        case Money():
            return value.format(language)
        case Fraction():
            return format_number(value, language)
        case Named():
            return value.wording.in_language(language)
        case list():
            return listed(value)
        case _:
            return str(value)


def _exact(value: FindingValue) -> str:
    match value:
        case dt.date():
            return value.isoformat()
        case Labelled():
            return str(value.value)
        case Money():
            return value.to_text()
        case Fraction():
            text = format_number(value, "en").replace(",", "")
            return str(value) if text.endswith("…") else text
        case Named():
            return value.name
        case list():
            text = ", ".join(value)
            return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"
        case _:
            return str(value)
