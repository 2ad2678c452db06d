"""Exact numbers written as text, as printed in their source."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, TypeAlias

from integrationsplan import problems as kinds
from integrationsplan._language import Language, Wording, either
from integrationsplan._model import Pattern
from integrationsplan._model._specs import EXACT_NAMES, describe_value
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import ProblemKind

__all__ = [
    "DECIMAL_FORM",
    "DECIMAL_PATTERN",
    "NUMBER_FORM",
    "DecimalText",
    "NumberText",
    "exact",
    "format_number",
    "parse_number",
]

# The pattern stands before every conversion: "1e1000000" costs half a minute otherwise, and int()
# takes Arabic-Indic digits, underscores and blanks.
DECIMAL_PATTERN = r"-?[0-9]{1,18}(\.[0-9]{1,18})?"
NUMBER_PATTERN = rf"{DECIMAL_PATTERN}|[0-9]{{1,40}}/[1-9][0-9]{{0,39}}"
DECIMAL_FORM = Wording(
    "a decimal number such as '1234.56', at most 18 digits before and after the point",
    "eine Dezimalzahl wie '1234.56' mit höchstens 18 Stellen vor und nach dem Punkt",
)
NUMBER_FORM = Wording(
    "a decimal number such as '1234.56' or a fraction such as '2/3'",
    "eine Dezimalzahl wie '1234.56' oder ein Bruch wie '2/3'",
)

DecimalText: TypeAlias = Annotated[str, Pattern(DECIMAL_PATTERN, *DECIMAL_FORM)]
"""A decimal number as text, as printed."""

NumberText: TypeAlias = Annotated[str, Pattern(NUMBER_PATTERN, *NUMBER_FORM)]
"""A decimal number or a fraction as text, as printed."""

_may_be_thousands = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII).fullmatch
_matches_number = re.compile(NUMBER_PATTERN, re.ASCII).fullmatch

NOT_A_NUMBER = ProblemKind(
    "not_a_number",
    found=Wording("a text that is no exact number", "ein Text, der keine exakte Zahl ist"),
    allowed=NUMBER_FORM,
    remedy=Wording(
        "Write digits with a decimal point, without exponent or grouping.",
        "Ziffern mit Dezimalpunkt schreiben, ohne Exponent und Gruppierung.",
    ),
)


def is_ambiguous(text: str) -> bool:
    """Tell whether a number may be meant with thousands.

    ``20.000`` is 20 here, and 20,000 where German is written.
    """
    return _may_be_thousands(text) is not None


def parse_number(text: str) -> Fraction:
    """Read an exact number from text.

    Raises:
        InvalidValueError: If the text has another form (`NUMBER_FORM`).

    Example:
        >>> parse_number("12.97496")
        Fraction(162187, 12500)
        >>> parse_number("2/3")
        Fraction(2, 3)
    """
    if type(text) is not str:
        problem = kinds.WRONG_TYPE.at(found=describe_value(text), allowed=EXACT_NAMES[str])
        raise InvalidValueError("number", [problem])
    if not _matches_number(text):
        raise InvalidValueError("number", [NOT_A_NUMBER.at()])
    return Fraction(text)


def exact(value: object, *, text: bool = True) -> Fraction:
    """Return a number exactly: an int, a Fraction, a Decimal or a text; never a float or a bool.

    Args:
        value: The number.
        text: Whether it may be a text.

    Raises:
        InvalidValueError: If it is none, or has more than 40 digits before or after the point.

    Example:
        >>> from decimal import Decimal
        >>> exact(Decimal("0.1")), exact("2/3")
        (Fraction(1, 10), Fraction(2, 3))
    """
    if type(value) is int or type(value) is Fraction:
        return Fraction(value)
    if type(value) is str and text:
        return parse_number(value)
    if type(value) is Decimal:
        # The exponent is looked at first: Fraction(Decimal("1e1000000")) takes seconds.
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and exponent >= -40 and value.adjusted() < 40:
            return Fraction(value)
        raise InvalidValueError("number", [NOT_A_NUMBER.at()])
    allowed = Wording("int, Fraction or Decimal", "int, Fraction oder Decimal")
    if text:
        allowed = either([allowed, EXACT_NAMES[str]])
    problem = kinds.WRONG_TYPE.at(found=describe_value(value), allowed=allowed)
    raise InvalidValueError("number", [problem])


def format_number(
    value: Fraction | int, language: Language, *, places: int | None = None, digits: int = 7
) -> str:
    """Write a number for people: grouped, with the decimal sign of the language.

    A value that has more decimals than are written is cut and marked by an ellipsis; nothing
    computes with the text.

    Args:
        value: The exact value.
        language: German (``1.234,5``) or English (``1,234.5``).
        places: Exactly that many decimals; by default as many as the value has.
        digits: Significant digits of values without end, or with more than 18 decimals.

    Raises:
        InvalidValueError: If the value is no exact number, or the language another one.

    Example:
        >>> format_number(Fraction(28022050, 100), "de")
        '280.220,5'
        >>> format_number(Fraction(352, 72857), "en")
        '0.004831382…'
    """
    if language not in ("de", "en"):
        raise InvalidValueError("language", [kinds.UNKNOWN_CODE.at(codes="de, en")])
    number = abs(exact(value))
    sign = "-" if value < 0 else ""
    if places is None:
        places = _finite_places(number)
        if places is None:
            places = _places_for_digits(number, digits)
    scaled = number * 10**places
    tail = "" if scaled.denominator == 1 else "…"
    whole, decimals = divmod(scaled.numerator // scaled.denominator, 10**places)
    group, point = (".", ",") if language == "de" else (",", ".")
    text = f"{whole:,}".replace(",", group)
    if places:
        text += f"{point}{decimals:0{places}d}"
    return f"{sign}{text}{tail}"


def _finite_places(value: Fraction) -> int | None:
    """Return the number of decimals of a value, if it has at most 18."""
    for places in range(19):
        if (10**places) % value.denominator == 0:
            return places
    return None


def _places_for_digits(value: Fraction, digits: int) -> int:
    places = max(digits - len(str(value.numerator // value.denominator)), 0)
    if value < 1:
        # Leading zeros after the point are not significant.
        while places < 60 and value * 10 ** (places - digits + 1) < 1:
            places += 1
    return places
