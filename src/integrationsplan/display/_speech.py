"""Everything that is said in a document's language: messages, labels, dates, names."""

import datetime as dt
from collections.abc import Iterable
from typing import cast

import attrs

from integrationsplan._language import Language
from integrationsplan.display._catalogues import DocumentLanguage, catalogue
from integrationsplan.display._names import COUNTRY_NAMES, LANGUAGE_NAMES, SCRIPT_NAMES
from integrationsplan.plan import PURPOSES, Actor, Concerned, Party
from integrationsplan.values import Labelled, Period

__all__ = ["MONTHS", "Speech"]

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The months as they stand in a date; some languages inflect them there."""

MODEL_LANGUAGES = ("de", "en")
"""The languages in which the model itself has labels."""


@attrs.frozen
class Speech:
    """A language, with what is said in it."""

    language: DocumentLanguage

    def text(self, message: str, **values: object) -> str:
        """Translate a message, and fill in its ``{names}``."""
        said = catalogue(self.language.code).gettext(message)
        return said.format(**values) if values else said

    def within(self, context: str, message: str, **values: object) -> str:
        """Translate a message that means something special in a context."""
        said = catalogue(self.language.code).pgettext(context, message)
        return said.format(**values) if values else said

    def label(self, member: Labelled) -> str:
        """Return the label of a code: the model's own, or the catalogue's."""
        if self.language.code in MODEL_LANGUAGES:
            return member.in_language(cast("Language", self.language.code))
        return self.within(type(member).__name__, member.label.en)

    def title(self, member: Labelled) -> str:
        """Return a label that begins with a capital, as at the beginning of a cell."""
        return capitalised(self.label(member))

    def labels(self, members: Iterable[Labelled]) -> str:
        """List labels."""
        return capitalised(self.listed(map(self.label, members)))

    def who(self, member: Actor | Party | Concerned) -> str:
        """Return who it is, the person in the first person."""
        if member in (Actor.PERSON, Party.PERSON, Concerned.PERSON):
            return capitalised(self.text("I myself"))
        return self.title(member)

    def parties(self, members: Iterable[Party]) -> str:
        """List who it is, the person in the first person."""
        myself = self.text("I myself")
        said = (myself if member is Party.PERSON else self.label(member) for member in members)
        return capitalised(self.listed(said))

    def listed(self, parts: Iterable[str]) -> str:
        """Join parts as the language lists them."""
        return self.within("between the parts of a list", ", ").join(parts)

    def options(self, members: Iterable[Labelled]) -> str:
        """Join labels of which one is enough."""
        between = self.within("between the options of a choice", " or ")
        return capitalised(between.join(map(self.label, members)))

    def date(self, day: dt.date) -> str:
        """Write a date as the language writes it, with spaces at which no line breaks."""
        month = self.within("month in a date", MONTHS[day.month - 1])
        said = self.within(
            "form of a date", "{day} {month} {year}", day=day.day, month=month, year=day.year
        )
        return said.replace(" ", "\N{NO-BREAK SPACE}")

    def period(self, period: Period) -> str:
        """Write a period, open at either end or not."""
        start, end = period.start, period.end
        if start is None and end is None:
            return "–"
        if start is None:
            return self.text("until {end}", end=self.date(cast("dt.date", end)))
        if end is None:
            return self.text("from {start}", start=self.date(start))
        return self.text("{start} to {end}", start=self.date(start), end=self.date(end))

    def yes_or_no(self, truth: bool | None) -> str:
        """Say yes, no, or nothing."""
        if truth is None:
            return "–"
        return self.text("yes") if truth else self.text("no")

    def language_name(self, code: str) -> str:
        """Return the name of a language; its code if the lists do not have it."""
        name = LANGUAGE_NAMES.get(code)
        return capitalised(self.within("language", name)) if name else code

    def script_name(self, code: str) -> str:
        """Return the name of a script; its code, told as one, if the lists do not have it."""
        name = SCRIPT_NAMES.get(code)
        return (
            capitalised(self.within("script", name)) if name else f"{self.text('Script')}: {code}"
        )

    def country(self, code: str) -> str:
        """Return the name of a country; its code if the lists do not have it."""
        name = COUNTRY_NAMES.get(code)
        return capitalised(self.within("country", name)) if name else code

    def purpose(self, code: str) -> str:
        """Return what a purpose is called; its code if it is none of those that are shipped."""
        purpose = PURPOSES.get(code)
        if purpose is None:
            return code
        if self.language.code in MODEL_LANGUAGES:
            return capitalised(purpose.label.in_language(cast("Language", self.language.code)))
        return capitalised(self.within("purpose", purpose.label.en))


def capitalised(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]
