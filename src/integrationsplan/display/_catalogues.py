"""The languages of documents: one gettext catalogue each, whose header says what it is.

English is the language of the messages and has no catalogue. Another language is added by its
folder alone; nothing else names the languages.
"""

import functools
import gettext
from importlib.resources import files

import attrs

from integrationsplan._language import Wording
from integrationsplan.errors import UnknownNameError

__all__ = ["DocumentLanguage", "catalogue", "find_language", "languages"]

DOMAIN = "integrationsplan"
_LOCALE = files("integrationsplan.display") / "locale"


@attrs.frozen
class DocumentLanguage:
    """A language that documents can be written in.

    Attributes:
        code: ISO 639 code.
        name: What the language is called in itself.
        is_right_to_left: Whether it is written from right to left.
        is_reviewed: Whether somebody who knows the language and the field has checked the
            translation. A document in a language without review says so.
    """

    code: str
    name: str
    is_right_to_left: bool
    is_reviewed: bool


@functools.cache
def catalogue(code: str) -> gettext.NullTranslations:
    """Return the catalogue of a language; for English one that changes nothing."""
    if code == "en":
        return gettext.NullTranslations()
    with (_LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


@functools.cache
def languages() -> tuple[DocumentLanguage, ...]:
    """Return the languages that documents can be written in, by their codes.

    Example:
        >>> [language.code for language in languages() if language.is_reviewed]
        ['de', 'en']
    """
    found = [DocumentLanguage("en", "English", is_right_to_left=False, is_reviewed=True)]
    for folder in _LOCALE.iterdir():
        if not (folder / "LC_MESSAGES" / f"{DOMAIN}.mo").is_file():
            continue
        header = catalogue(folder.name).info()
        found.append(
            DocumentLanguage(
                folder.name,
                header["x-language-name"],
                is_right_to_left=header["x-direction"] == "rtl",
                is_reviewed=header["x-reviewed"] == "yes",
            )
        )
    return tuple(sorted(found, key=lambda language: language.code))


def find_language(code: object) -> DocumentLanguage:
    """Return the language with a code.

    Raises:
        UnknownNameError: If documents cannot be written in it.
    """
    for language in languages():
        if language.code == code:
            return language
    known = (language.code for language in languages())
    raise UnknownNameError(Wording("language", "Sprache"), code, known)
