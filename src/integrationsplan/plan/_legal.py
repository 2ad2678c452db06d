"""A place in a law, as of a day: sections move."""

import datetime as dt
from typing import Annotated, Literal

from integrationsplan._language import Language, format_date
from integrationsplan._model import Label, model
from integrationsplan.values import Code, ShortText

__all__ = ["LegalCitation"]


@model
class LegalCitation:
    """A place in a law. It needs the day of the text, because sections are renumbered.

    Attributes:
        act: The law, abbreviated, such as ``AufenthG``.
        mark: Whether the law is divided into sections or articles.
        section: Number of the section or article, with its letter, such as ``"18g"``.
        paragraph: Number of the paragraph (Absatz).
        number: Number in a list (Nummer).
        sentence: Number of the sentence (Satz).
        alternative: Number of the alternative (Alternative).
        as_of: The day whose text is meant.

    Example:
        >>> LegalCitation(
        ...     act="AufenthG",
        ...     section="25",
        ...     paragraph="2",
        ...     sentence="1",
        ...     alternative="1",
        ...     as_of=dt.date(2018, 3, 1),
        ... ).format("de")
        '§ 25 Abs. 2 Satz 1 Alt. 1 AufenthG (Stand 01.03.2018)'
    """

    act: Annotated[ShortText, Label("act", "Gesetz")]
    mark: Annotated[Literal["§", "Art."], Label("section or article", "§ oder Artikel")] = "§"
    section: Annotated[Code | None, Label("section", "Paragraf oder Artikel")] = None
    paragraph: Annotated[Code | None, Label("paragraph", "Absatz")] = None
    number: Annotated[Code | None, Label("number", "Nummer")] = None
    sentence: Annotated[Code | None, Label("sentence", "Satz")] = None
    alternative: Annotated[Code | None, Label("alternative", "Alternative")] = None
    as_of: Annotated[dt.date, Label("as of", "Stand")]

    def format(self, language: Language = "de") -> str:
        """Write the citation as German law is cited; only the day follows the language."""
        parts = (
            (self.mark, self.section),
            ("Abs.", self.paragraph),
            ("Satz", self.sentence),
            ("Nr.", self.number),
            ("Alt.", self.alternative),
        )
        place = [f"{word} {value}" for word, value in parts if value is not None]
        stand = "Stand" if language == "de" else "as of"
        return f"{' '.join([*place, self.act])} ({stand} {format_date(self.as_of, language)})"
