"""What a node knows from other records, as one record is told it."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Annotated, Any, TypeAlias

from annotated_types import Len

from integrationsplan._model import PLAIN, FrozenMap, Pattern, model
from integrationsplan.allocation._columns import ALL, Column
from integrationsplan.values import Name, Quantity, ShortText, Unit
from integrationsplan.values._units import ONE

__all__ = ["Witness"]

Place: TypeAlias = Annotated[
    str,
    Len(0, 500),
    Pattern("(/[A-Za-z0-9_]+)*", "a JSON Pointer such as '/of/0'", "ein JSON Pointer wie '/of/0'"),
]
"""Where a node stands in a formula; empty for the formula itself."""

RecordKey: TypeAlias = Annotated[str, Len(1, 1000), PLAIN]
"""Key of a record, after those of the records in which it stands; ``all`` for the whole."""

ValueText: TypeAlias = Annotated[str, Len(1, 9_000), PLAIN]
"""An exact number, a date, a code, or ``true`` or ``false``."""


AmountText: TypeAlias = Annotated[
    str,
    Len(1, 8_500),
    Pattern(
        r"-?[0-9]{1,4200}(\.[0-9]{1,18}|/[1-9][0-9]{0,4199})?",
        "an exact number such as '280220.00' or '1/3'",
        "eine exakte Zahl wie '280220.00' oder '1/3'",
    ),
]
"""An exact number as text: whole, with decimals, or a fraction."""

WITHOUT_VALUE = "without_value"
"""Name under which a witness tells the sort of what has no value, because nothing needed it."""


@model
class Witness:
    """What one record has to be told of the others to work out its own value.

    A look-up is told the number found, a total the parts or the sum, a split where it ended. What
    has no value, in a branch that was not taken, is told ``without_value`` and the sort.

    Attributes:
        place: Where the node stands in the formula.
        values: What it is told, by name.
        parts: The values of the records below, by key.
    """

    place: Place = ""
    values: Annotated[FrozenMap[Name, ValueText], Len(0, 1_000)] = FrozenMap()
    parts: Annotated[FrozenMap[RecordKey, ValueText], Len(0, 100_000)] = FrozenMap()


def write_value(value: Any, unit: Unit = ONE) -> str:  # a number, a date, a code or a truth
    """Write a value exactly."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Fraction):
        return Quantity(Fraction(value), unit).to_text()
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def read_value(text: str, unit: str) -> Column:
    """Read what `write_value` wrote: a number with a unit, or a date, a code or a truth.

    Raises:
        InvalidValueError, LookupError, ValueError: If it is none, or the unit is unknown.
    """
    if unit == "date":
        return Column(ALL, [dt.date.fromisoformat(text)])
    if unit == "code":
        return Column(ALL, [text])
    if unit == "truth":
        return Column(ALL, [{"true": True, "false": False}[text]])
    Unit.parse(unit)
    number = read_number(text)
    return Column(ALL, [number.numerator], number.denominator)


def read_number(text: str) -> Fraction:
    """Read an exact number.

    Raises:
        ValueError: If it is none.
    """
    if not set(text) <= set("-0123456789./"):
        raise ValueError(text)  # 1e999999 would be a number that fills the memory
    return Fraction(text)


def unit_text(sort: str, unit: Unit) -> ShortText:
    """Return what stands for a unit: its text, or the sort of what has none."""
    return str(unit) if sort == "quantity" else sort


def told(values: Mapping[str, Any], parts: Mapping[str, Any] | None = None) -> Witness:
    """Make a witness of exact values."""
    return Witness(
        values=FrozenMap({name: write_value(value) for name, value in values.items()}),
        parts=FrozenMap({key: write_value(value) for key, value in (parts or {}).items()}),
    )
