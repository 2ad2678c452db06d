"""From a column of a table to plain values: exact or not at all.

A column is turned into a list at once. What its type can never give is one problem of the column;
what single values are not is for the caller to report row by row.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import types

from integrationsplan._language import Wording
from integrationsplan.allocation._programme import Figure
from integrationsplan.allocation._recipients import DATE_FORM, FigureProblem
from integrationsplan.columnar import _problems as kinds
from integrationsplan.problems import Param, ProblemKind
from integrationsplan.values import Unit

__all__ = ["Cells", "ColumnError", "read_column", "read_texts"]

NUMBER = Wording(
    "whole numbers, decimals, or text such as '12.5'",
    "ganze Zahlen, Dezimalzahlen oder Text wie '12.5'",
)
TRUTH = Wording("truths, or text: true or false", "Wahrheitswerte, oder Text: true oder false")
DAY = Wording(
    f"dates, moments without time zone at midnight, or text: {DATE_FORM.en}",
    f"Daten, Zeitpunkte ohne Zeitzone um Mitternacht, oder Text: {DATE_FORM.de}",
)
EPOCH = dt.date(1970, 1, 1)
FIRST_DAY, LAST_DAY = (dt.date.min - EPOCH).days, (dt.date.max - EPOCH).days
TICKS_PER_DAY = {"s": 86_400, "ms": 86_400_000, "us": 86_400 * 10**6, "ns": 86_400 * 10**9}
# Below these every whole number has a float of its own; above, some neighbour may have been meant.
EXACT_BELOW = {16: 2**11, 32: 2**24, 64: 2**53}


class ColumnError(Exception):
    """Why the type of a column is none for what it should bring; never seen outside."""

    def __init__(self, kind: ProblemKind, **params: Param) -> None:
        self.kind = kind
        self.params = params
        super().__init__(kind.code)


@attrs.frozen
class Cells:
    """The values of a column; none where nothing is given.

    Attributes:
        values: Plain values, one a row.
        prepare: Makes of a value what a figure is read from; raises `FigureProblem`.
    """

    values: list[Any]
    prepare: Callable[[Any], Any] | None = None


def read_texts(column: pa.ChunkedArray) -> list[str | None]:
    """Return the texts of a column; empty ones count as missing, as in CSV.

    Raises:
        ColumnError: If it is no column of texts.
    """
    kind = _plain_type(column)
    if types.is_null(kind):
        return [None] * len(column)
    if _is_text(kind):
        return [text or None for chunk in column.chunks for text in _decode(chunk)]
    if types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind):
        raise ColumnError(kinds.NUMBERS_AS_KEYS, found=_type_name(kind))
    raise ColumnError(kinds.WRONG_COLUMN, found=_type_name(kind), allowed=kinds.TEXT)


def read_column(column: pa.ChunkedArray, figure: Figure) -> Cells:
    """Return the values of a column that brings a figure.

    Raises:
        ColumnError: If no value of its type can be a value of the figure.
    """
    kind = _plain_type(column)
    if figure.unit == "code" or types.is_null(kind) or _is_text(kind):
        return Cells(list(read_texts(column)))
    if figure.unit == "truth":
        if types.is_boolean(kind):
            return Cells(_to_list(column))
        raise ColumnError(kinds.WRONG_COLUMN, found=_type_name(kind), allowed=TRUTH)
    if figure.unit == "date":
        return _dates(column, kind)
    return _numbers(column, kind, figure)


# -- numbers ---------------------------------------------------------------------------------------


def _numbers(column: pa.ChunkedArray, kind: pa.DataType, figure: Figure) -> Cells:
    if types.is_integer(kind):
        return Cells(_to_list(column))
    if types.is_decimal(kind):
        return Cells(_to_list(column), _decimal_text)
    if types.is_floating(kind):
        # That a value is missing may be written as NaN; pandas knows no other way.
        values = [None if value != value else value for value in _to_list(column)]  # noqa: PLR0124
        if figure.unit != "percent" and Unit.parse(figure.unit).is_counted:
            return Cells(values, _whole_below(EXACT_BELOW[kind.bit_width]))
        return Cells(values, _refuse_float)
    raise ColumnError(kinds.WRONG_COLUMN, found=_type_name(kind), allowed=NUMBER)


def _decimal_text(value: Decimal) -> str:
    """Write a decimal as in a text column: zeros that only fill its scale are no digits."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _whole_below(most: int) -> Callable[[float], int]:
    def whole(value: float) -> int:
        if abs(value) < most and value.is_integer():
            return int(value)
        raise FigureProblem(kinds.FLOAT_NOT_WHOLE, most=most)

    return whole


def _refuse_float(_: float) -> int:
    # Also where it happens to be whole: a table of amounts must not pass by chance and fail later.
    raise FigureProblem(kinds.FLOAT_FIGURE)


# -- dates -----------------------------------------------------------------------------------------


def _dates(column: pa.ChunkedArray, kind: pa.DataType) -> Cells:
    # By way of whole numbers: Python's dates end earlier than those of a column.
    if types.is_date32(kind):
        return Cells(_to_list(column, pa.int32()), _day_of(1))
    if types.is_date64(kind):
        return Cells(_to_list(column, pa.int64()), _day_of(TICKS_PER_DAY["ms"]))
    if types.is_timestamp(kind) and kind.tz is None:
        return Cells(_to_list(column, pa.int64()), _day_of(TICKS_PER_DAY[kind.unit]))
    raise ColumnError(kinds.WRONG_COLUMN, found=_type_name(kind), allowed=DAY)


def _day_of(ticks_per_day: int) -> Callable[[int], dt.date]:
    def day(ticks: int) -> dt.date:
        days, rest = divmod(ticks, ticks_per_day)
        if rest:
            raise FigureProblem(kinds.NOT_MIDNIGHT)
        if not FIRST_DAY <= days <= LAST_DAY:
            raise FigureProblem(kinds.OUTSIDE_CALENDAR)
        return EPOCH + dt.timedelta(days=days)

    return day


# -- columns ---------------------------------------------------------------------------------------


def _to_list(column: pa.ChunkedArray, by: pa.DataType | None = None) -> list[Any]:
    return [value for chunk in column.chunks for value in _unpack(chunk, by)]


def _unpack(array: pa.Array, by: pa.DataType | None) -> list[Any]:
    """Return the values of an array, each entry of a dictionary read only once."""
    if types.is_dictionary(array.type):
        entries = _unpack(array.dictionary, by)
        return [None if index is None else entries[index] for index in array.indices.to_pylist()]
    if types.is_run_end_encoded(array.type):
        return _unpack(pc.call_function("run_end_decode", [array]), by)
    values: list[Any] = (array if by is None else array.cast(by)).to_pylist()
    return values


def _decode(array: pa.Array) -> list[str | None]:
    """Return texts; bytes that are no UTF-8 become signs that no text may hold.

    So the row is told by the check of texts, instead of an error that knows no row.
    """
    try:
        return _unpack(array, None)
    except UnicodeDecodeError:
        view = types.is_string_view(_value_type(array.type))
        found = _unpack(array, pa.binary_view() if view else pa.large_binary())
        return [None if raw is None else raw.decode("utf-8", "surrogateescape") for raw in found]


def _plain_type(column: pa.ChunkedArray) -> pa.DataType:
    """Return the type of the values, however they are packed."""
    return _value_type(column.type)


def _value_type(kind: pa.DataType) -> pa.DataType:
    while types.is_dictionary(kind) or types.is_run_end_encoded(kind):
        kind = kind.value_type
    return kind


def _is_text(kind: pa.DataType) -> bool:
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def _type_name(kind: pa.DataType) -> str:
    """Name a type without the names that it may hold, such as those of the fields of a struct."""
    return str(kind).partition("<")[0][:64]
