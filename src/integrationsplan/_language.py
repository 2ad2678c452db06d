"""The languages that the package speaks, and a text in each of them."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

Language: TypeAlias = Literal["de", "en"]
"""A language of messages and explanations: German or English."""


class Wording(NamedTuple):
    """One text in both languages, possibly with ``{names}`` to fill in."""

    en: str
    de: str

    def in_language(self, language: Language) -> str:
        """Return the text in ``language``."""
        return self.de if language == "de" else self.en


def either(options: Iterable[Wording]) -> Wording:
    """Join words by "or"."""
    listed = list(options)
    return Wording(
        " or ".join(option.en for option in listed), " oder ".join(option.de for option in listed)
    )


def format_date(day: dt.date, language: Language) -> str:
    """Write a date for people: ``01.05.2016`` in German, ISO in English."""
    return f"{day.day:02d}.{day.month:02d}.{day.year}" if language == "de" else day.isoformat()
