"""What the writers of plain mappings share: exact numbers, and rows without empty cells."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from integrationsplan._language import Language, Wording
from integrationsplan.errors import UnknownNameError

__all__ = ["LANGUAGES", "check_language", "exact_number", "filled"]

LANGUAGES: tuple[Language, ...] = ("de", "en")


def check_language(language: str) -> None:
    """Refuse a language that there are no texts in.

    Raises:
        UnknownNameError: If the language is not known.
    """
    if language not in LANGUAGES:
        raise UnknownNameError(Wording("language", "Sprache"), language, LANGUAGES)


def exact_number(value: Fraction) -> int | float | None:
    """Return a number as JSON can hold it, or nothing if anything of it would be lost.

    A whole number stays whole. Any other becomes the float whose shortest notation is the number
    itself, so that whoever reads the text, as decimal or as float, writes the same digits again.

    Example:
        >>> exact_number(Fraction(28022007, 100)), exact_number(Fraction(1, 3))
        (280220.07, None)
    """
    try:
        near = float(value)
    except OverflowError:
        return None
    if Fraction(Decimal(repr(near))) != value:
        return None
    return value.numerator if value.denominator == 1 else near


def filled(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row without what is not known: absent, not null."""
    return {name: value for name, value in row.items() if value is not None}
