"""Findings: what a person should know about a plan or an allocation, as data.

A finding is no error. The object is valid, and something about it asks for attention: a threshold
is missed, a goal is overdue, a revision is unsigned.
"""

import enum
from typing import Annotated

from annotated_types import Len

from integrationsplan._language import Language
from integrationsplan._model import PLAIN_LINES, FrozenMap, Label, Pattern, model
from integrationsplan.values import Bilingual, Code, ShortText

__all__ = ["Finding", "FindingCode", "Severity", "Way"]

FindingCode = Annotated[
    str,
    Pattern(
        "[a-z][a-z0-9_]{0,63}",
        "lower-case letters, digits and '_', such as 'must_join'",
        "Kleinbuchstaben, Ziffern und '_', etwa 'must_join'",
    ),
]
"""The stable code of a finding or of a way."""

FindingText = Annotated[str, Len(0, 20_000), PLAIN_LINES]
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
    """

    code: Annotated[FindingCode, Label("code", "Code")]
    severity: Annotated[Severity, Label("severity", "Gewicht")]
    subject: Annotated[Code | None, Label("subject", "Gegenstand")] = None
    text: Annotated[Bilingual, Label("text", "Text")]
    values: Annotated[FrozenMap[Code, FindingText], Len(0, 1_000)] = FrozenMap()
    ways: Annotated[tuple[Way, ...], Len(0, 100)] = ()

    def format(self, language: Language = "en") -> str:
        """Write the finding in one line."""
        subject = f"{self.subject}: " if self.subject else ""
        ways = " / ".join(way.in_language(language) for way in self.ways)
        return f"{subject}{self.text.in_language(language)}" + (f" [{ways}]" if ways else "")
