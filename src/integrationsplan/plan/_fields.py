"""Types of fields that several kinds of entries share."""

from collections.abc import Iterable
from typing import Annotated, TypeAlias

from annotated_types import Ge, Le, Len

from integrationsplan._language import Language, Wording
from integrationsplan._model import RefersTo, model
from integrationsplan.values import Bilingual, Identifier, Labelled, ShortText

Year: TypeAlias = Annotated[int, Ge(1900), Le(2200)]
"""A calendar year in which something in a person's life may have happened."""

Texts: TypeAlias = Annotated[tuple[ShortText, ...], Len(0, 100)]
"""Some phrases."""

GoalRef: TypeAlias = Annotated[Identifier, RefersTo("goal")]
GoalRefs: TypeAlias = Annotated[tuple[GoalRef, ...], Len(0, 100)]


@model
class Part:
    """A part of an entry. Its representation shows nothing personal, as that of entries."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def both(text: str) -> Bilingual:
    """Return a text that is the same in both languages."""
    return Bilingual(de=text, en=text)


def labels(codes: Iterable[Labelled]) -> Wording:
    """Return what codes are called, for a sentence; a dash for none."""
    listed = [code.label for code in codes]
    return Wording(
        ", ".join(label.en for label in listed) or "–",
        ", ".join(label.de for label in listed) or "–",
    )


def say(language: Language, *, de: str, en: str) -> str:
    """Choose one of two wordings."""
    return de if language == "de" else en
