"""Figures from columns of every type: exact, or refused with row and remedy."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from integrationsplan import DocumentError, Programme, from_toml

pa = pytest.importorskip("pyarrow")

from integrationsplan.columnar import recipients_from_table  # noqa: E402  # needs pyarrow

EVERYTHING = from_toml(
    """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01 }
[levels]
recipient = "all"
[figures.persons]
unit = "person"
default = "0"
[figures.amount]
unit = "EUR"
default = "0"
[figures.posts]
unit = "fte"
default = "0"
[figures.quota]
unit = "percent"
default = "0"
[figures.sort]
unit = "code"
default = "1"
[figures.since]
unit = "date"
default = "2018-01-01"
[figures.member]
unit = "truth"
default = "true"
[rules.part]
kind = "product"
of = ["posts", "quota"]
[[conditions]]
code = "c"
when = { kind = "all_of", of = [
  { kind = "one_of", of = "sort", values = ["x"] },
  { kind = "compare", left = "day", op = "above", right = "since" },
  { kind = "compare", left = "persons", op = "above", right = "persons" },
  "member",
] }
effect = "notice"
de = "d"
en = "e"
[result]
award = "amount"
unit = "EUR"
outputs = ["part"]
""",
    Programme,
)
REQUIRED = from_toml(
    """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01 }
[levels]
recipient = "all"
[figures.amount]
unit = "EUR"
[result]
award = "amount"
unit = "EUR"
""",
    Programme,
)


def values(figure: str, column: Any, programme: Programme = EVERYTHING) -> list[object]:
    """Return what is read from a column for a figure; none where nothing is given."""
    keys = [f"k{number}" for number in range(len(column))]
    found = recipients_from_table(pa.table({"key": keys, figure: column}), programme)
    return [member.figures.get(figure) for member in found]


def mistakes(figure: str, column: Any, programme: Programme = EVERYTHING) -> list[tuple[str, str]]:
    """Return code and place of what is wrong with a column."""
    with pytest.raises(DocumentError) as error:
        values(figure, column, programme)
    for language in ("de", "en"):
        assert "{" not in error.value.text(language)
    return [(problem.code, problem.pointer) for problem in error.value.problems]


def packed(column: Any) -> list[Any]:
    """Return the same column in other packings."""
    dictionary = column.dictionary_encode()
    halves = pa.chunked_array(
        [column.slice(0, 1).dictionary_encode(), column.slice(1).dictionary_encode()]
    )
    return [column, dictionary, halves, pa.compute.run_end_encode(column)]


# -- numbers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "type_name",
    ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"],
)
def test_whole_numbers_of_every_width_are_read(type_name: str):
    """Widths are no matter."""
    assert [0, 100, None] == values("persons", pa.array([0, 100, None], type_name))


def test_numbers_are_read_however_they_are_packed():
    """Dictionaries and runs are unpacked, also where chunks have different ones."""
    column = pa.array([5, None, 5, 7])
    assert [[5, None, 5, 7]] * 4 == [values("persons", each) for each in packed(column)]


def test_texts_are_read_however_they_are_packed():
    """Categories of polars and pandas are texts."""
    column = pa.array(["x", None, "x", ""])
    assert [["x", None, "x", None]] * 4 == [values("sort", each) for each in packed(column)]


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view"])
def test_texts_of_every_layout_are_read(kind: str):
    """Numbers, codes, dates and truths may stand there as text, as in CSV."""
    kind = getattr(pa, kind)()
    assert [
        [Fraction(5, 2), None],
        ["x", None],
        [dt.date(2018, 1, 31), None],
        [False, None],
    ] == [
        values("amount", pa.array(["2.50", ""], kind)),
        values("sort", pa.array(["x", None], kind)),
        values("since", pa.array(["2018-01-31", None], kind)),
        values("member", pa.array(["false", ""], kind)),
    ]


@pytest.mark.parametrize(
    "text",
    ["1e1000000", "NaN", "Infinity", "1_0", " 10", "+5", "0x10", "١٢", "9" * 19, "9" * 5000, "1,5"],
    ids=lambda text: text[:12],
)
def test_hostile_number_as_text_is_refused(text: str):
    """What is no plain number is told and never computed."""
    assert [("bad_figure", "/rows/0/persons")] == mistakes("persons", pa.array([text]))


@pytest.mark.parametrize(
    ("column", "row"),
    [
        (pa.array([1, 10**18]), 1),
        (pa.array([1, 2**64 - 1], pa.uint64()), 1),
        (pa.array([Decimal(1), Decimal(10**18)]), 1),
        (pa.array([Decimal(1), Decimal("9" * 38)], pa.decimal128(38, 0)), 1),
        (pa.array([Decimal(1), Decimal("9" * 76)], pa.decimal256(76, 0)), 1),
    ],
    ids=["int64", "uint64", "decimal", "decimal128", "decimal256"],
)
def test_number_of_too_many_digits_is_refused(column: Any, row: int):
    """Figures have at most 18 digits before the point."""
    assert [("bad_figure", f"/rows/{row}/persons")] == mistakes("persons", column)


@pytest.mark.parametrize(
    ("wanted", "text", "kind"),
    [
        (Fraction(6521743, 100), "65217.43", pa.decimal128(18, 2)),
        (58000, "58000.00", pa.decimal128(18, 2)),
        (Fraction(3, 2), "1.5", pa.decimal128(38, 37)),
        (Fraction(3, 2), "1.5", pa.decimal256(76, 70)),
        (12300, "12300", pa.decimal128(5, -2)),
        (0, "0", pa.decimal128(38, 38)),
        (10**18 - 1, "999999999999999999", pa.decimal128(38, 20)),
        (
            Fraction(10**16 * 100 - 1, 100),
            "9999999999999999.99",
            pa.decimal128(38, 20),
        ),
    ],
)
def test_decimals_are_exact(wanted: int | Fraction, text: str, kind: Any):
    """Zeros that fill the scale of the column are no digits of the number."""
    found = values("amount", pa.array([Decimal(text)], kind))
    assert ([wanted], type(wanted)) == (found, type(found[0]))


@pytest.mark.parametrize(
    ("code", "figure", "text"),
    [
        ("not_whole", "amount", "0.001"),
        ("not_whole", "persons", "0.5"),
        ("negative_figure", "amount", "-0.01"),
        ("bad_figure", "posts", "0.0000000000000000001"),
    ],
)
def test_decimal_that_is_no_value_is_refused(code: str, figure: str, text: str):
    """The figure decides, not the type."""
    assert [(code, f"/rows/0/{figure}")] == mistakes(figure, pa.array([Decimal(text)]))


def test_percentages_stay_in_percent():
    """However they are written: the programme takes them for parts, once."""
    wanted = [Fraction(25, 2)]
    assert [wanted, wanted, [25]] == [
        values("quota", pa.array([Decimal("12.5")])),
        values("quota", pa.array(["12.5"])),
        values("quota", pa.array([25])),
    ]


# -- floats ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [16, 32, 64])
def test_whole_floats_are_read_where_something_is_counted(width: int):
    """In pandas whole numbers become floats as soon as one is missing."""
    column = pa.array([352.0, None, float("nan"), 0.0, -0.0], f"float{width}")
    found = values("persons", column)
    assert ([352, None, None, 0, 0], int) == (found, type(found[0]))


@pytest.mark.parametrize(("width", "bits"), [(16, 11), (32, 24), (64, 53)])
def test_floats_are_read_as_far_as_they_are_exact(width: int, bits: int):
    """Beyond that a neighbour may have been meant."""
    most = 2**bits
    assert [most - 1] == values("persons", pa.array([float(most - 1)], f"float{width}"))
    assert [("float_figure", "/rows/0/persons")] == mistakes(
        "persons", pa.array([float(most)], f"float{width}")
    )


@pytest.mark.parametrize("value", [0.5, 352.0000001, float("inf"), float("-inf"), 5e-324, 1e300])
def test_float_that_is_not_whole_is_told_with_its_row(value: float):
    """Each row is told; the others are no problem."""
    column = pa.array([1.0, value, 3.0, value])
    assert [
        ("float_figure", "/rows/1/persons"),
        ("float_figure", "/rows/3/persons"),
    ] == mistakes("persons", column)


def test_whole_float_below_zero_is_told_as_such():
    """It is whole, and refused for what it is."""
    assert [("negative_figure", "/rows/0/persons")] == mistakes("persons", pa.array([-1.0]))


@pytest.mark.parametrize("figure", ["amount", "posts", "quota"])
def test_floats_are_no_money_and_no_shares(figure: str):
    """Not even whole ones: a table must not pass by chance; missing values are none."""
    column = pa.array([58000.0, None, float("nan"), 0.1])
    assert [
        ("float_figure", f"/rows/0/{figure}"),
        ("float_figure", f"/rows/3/{figure}"),
    ] == mistakes(figure, column)


def test_column_of_missing_floats_is_missing():
    """A column of NaN alone is how pandas writes nothing."""
    column = pa.array([float("nan"), None])
    assert [None, None] == values("amount", column)
    assert [
        ("missing_figure", "/rows/0/amount"),
        ("missing_figure", "/rows/1/amount"),
    ] == mistakes("amount", column, REQUIRED)


def test_refused_floats_say_the_remedy():
    """In both languages."""
    with pytest.raises(DocumentError) as error:
        values("amount", pa.array([0.1]))
    assert (
        "/rows/0/amount: found a floating-point number; allowed: whole numbers, decimals, or text "
        "such as '12.5'. Read the column as decimals or as text where the table is made."
    ) == error.value.problems[0].text("en")
    assert "als Dezimalzahlen oder Text lesen" in error.value.text("de")


# -- dates and truths ------------------------------------------------------------------------------

DAY = dt.date(2018, 1, 31)
MIDNIGHT = dt.datetime(2018, 1, 31)  # noqa: DTZ001  # a column without time zone is meant


@pytest.mark.parametrize("kind", [pa.date32(), pa.date64()], ids=str)
def test_dates_are_read(kind: Any):
    """Days before 1970 too."""
    early = dt.date(1, 1, 1)
    assert [DAY, None, early] == values("since", pa.array([DAY, None, early], kind))


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_midnights_without_zone_are_dates(unit: str):
    """In pandas there are no other dates; a moment within the day is told."""
    kind = pa.timestamp(unit)
    early = dt.datetime(1950, 6, 1)  # noqa: DTZ001
    assert [DAY, None, early.date()] == values("since", pa.array([MIDNIGHT, None, early], kind))
    noon = MIDNIGHT.replace(hour=12)
    assert [("not_a_date", "/rows/1/since")] == mistakes("since", pa.array([MIDNIGHT, noon], kind))


def test_instants_are_no_dates():
    """Which day an instant lies on depends on the place."""
    column = pa.array([MIDNIGHT], pa.timestamp("us", "Europe/Berlin"))
    assert [("wrong_column_type", "/columns/since")] == mistakes("since", column)


@pytest.mark.parametrize(
    "column",
    [
        pa.array([2**31 - 1], pa.int32()).cast(pa.date32()),
        pa.array([-(2**31)], pa.int32()).cast(pa.date32()),
        pa.array([2**62], pa.int64()).cast(pa.timestamp("s")),
        pa.array([2_932_897], pa.int32()).cast(pa.date32()),
        pa.array([-719_163], pa.int32()).cast(pa.date32()),
        pa.array([1], pa.int64()).cast(pa.timestamp("ns")),
    ],
    ids=["late", "early", "seconds", "10000-01-01", "year 0", "a nanosecond"],
)
def test_day_that_is_none_is_told(column: Any):
    """Columns reach farther than calendars."""
    assert [("not_a_date", "/rows/0/since")] == mistakes("since", column)


def test_last_and_first_day_are_read():
    """The bounds are included."""
    column = pa.array([2_932_896, -719_162], pa.int32()).cast(pa.date32())
    assert [dt.date.max, dt.date.min] == values("since", column)


def test_truths_are_read():
    """True and false, and nothing."""
    assert [True, False, None] == values("member", pa.array([True, False, None]))


# -- types that do not fit -------------------------------------------------------------------------

NUMBERS = [pa.array([1]), pa.array([1.0]), pa.array([Decimal(1)])]
OTHERS = [
    pa.array([b"1"]),
    pa.array([[1]]),
    pa.array([{"a": 1}]),
    pa.array([[("a", 1)]], pa.map_(pa.string(), pa.int64())),
    pa.array([dt.timedelta(1)]),
    pa.array([dt.time(1)]),
    pa.array([b"1"]).dictionary_encode(),
    pa.ExtensionArray.from_storage(pa.uuid(), pa.array([b"1" * 16], pa.binary(16))),
]
TRUTHS, DATES = [pa.array([True])], [pa.array([DAY])]
WRONG = {
    "persons": [*TRUTHS, *DATES, *OTHERS],
    "amount": [*TRUTHS, *DATES, *OTHERS],
    "quota": [*TRUTHS, *DATES, *OTHERS],
    "sort": [*NUMBERS, *TRUTHS, *DATES, *OTHERS],
    "since": [*NUMBERS, *TRUTHS, *OTHERS],
    "member": [*NUMBERS, *DATES, *OTHERS],
}


@pytest.mark.parametrize(
    ("figure", "column"),
    [
        pytest.param(figure, column, id=f"{figure}-{str(column.type)[:20]}")
        for figure, columns in WRONG.items()
        for column in columns
    ],
)
def test_column_of_another_type_is_one_problem(figure: str, column: Any):
    """It is told once, however many rows there are, and no row counts as missing."""
    twice = pa.chunked_array([column, column])
    assert [("wrong_column_type", f"/columns/{figure}")] == mistakes(figure, twice)


@pytest.mark.parametrize("figure", WRONG)
def test_column_of_nothing_is_missing(figure: str):
    """A column without type holds no value."""
    assert [None, None] == values(figure, pa.nulls(2))


# -- bytes that are no text ------------------------------------------------------------------------


def broken(view: bool) -> Any:
    """Return a column of texts whose second is no UTF-8, which Arrow does not look at."""
    if view:
        return pa.array([b"1", b"\xff", b"1"], pa.binary_view()).view(pa.string_view())
    offsets = b"".join(number.to_bytes(4, "little") for number in (0, 1, 2, 3))
    return pa.Array.from_buffers(
        pa.string(), 3, [None, pa.py_buffer(offsets), pa.py_buffer(b"1\xff1")]
    )


@pytest.mark.parametrize("view", [False, True])
@pytest.mark.parametrize(
    ("code", "figure"),
    [("bad_figure", "persons"), ("bad_figure", "since"), ("not_plain_text", "sort")],
)
def test_text_that_is_no_utf8_is_told_with_its_row(view: bool, code: str, figure: str):
    """The other rows are read as ever."""
    column = broken(view)
    found = mistakes(figure, column)
    assert (code, f"/rows/1/{figure}") in found
    if figure == "sort":
        assert 1 == len(found)
        with pytest.raises(DocumentError) as error:
            recipients_from_table(pa.table({"key": column}), EVERYTHING)
        assert "/rows/1/key" in [problem.pointer for problem in error.value.problems]
