"""Laws of tables: what CSV reads, Arrow reads alike; whatever comes gives a value or our error."""

import csv
import datetime as dt
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrationsplan import Programme, Recipients, catalogue, from_toml
from integrationsplan.errors import DocumentError
from integrationsplan.serialization import recipients_from_csv

pa = pytest.importorskip("pyarrow")

from integrationsplan.columnar import recipients_from_table  # noqa: E402  # needs pyarrow

calm = settings(deadline=None)  # a busy machine is no broken law
FRAMEWORK = catalogue.load("de-bw-integrationsmanagement-2017")
HEAD = """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01 }
[levels]
recipient = "all"
"""
BODY = """
[figures.persons]
unit = "person"
[figures.amount]
unit = "EUR"
default = "0"
[figures.quota]
unit = "percent"
default = "0"
LEVEL
[figures.since]
unit = "date"
default = "2018-01-01"
LEVEL
[figures.member]
unit = "truth"
default = "true"
[figures.sort]
unit = "code"
default = "x"
[rules.own]
kind = "sum"
of = ["quota", "quota"]
[[conditions]]
code = "c"
when = { kind = "all_of", of = [
  { kind = "compare", left = "day", op = "above", right = "since" },
  { kind = "compare", left = "own", op = "above", right = "own" },
  { kind = "compare", left = "persons", op = "above", right = "persons" },
  { kind = "one_of", of = "sort", values = ["x"] },
  "member",
] }
effect = "notice"
de = "d"
en = "e"
[result]
award = "amount"
unit = "EUR"
"""
FLAT = from_toml(HEAD + BODY.replace("LEVEL", ""), Programme)
POSTS = from_toml(
    HEAD + 'post = "recipient"\n' + BODY.replace("LEVEL", 'level = "post"'), Programme
)

# A text that begins like a formula is the one thing that CSV reads otherwise: it takes an
# apostrophe away.
odd = st.text(st.sampled_from('abcäß 01.\u200b\u0301,;"'), max_size=4)
good = st.text(st.sampled_from("abcäß01"), max_size=4)
good_keys, odd_keys = st.sampled_from(["a", "b", "c d", "08226096"]), st.one_of(odd, st.just(""))
counts = st.integers(0, 20)
odd_counts = st.one_of(st.integers(-2, 20), st.sampled_from([10**18 - 1, 10**18, 2**63 - 1]))
cents = st.integers(0, 10**17).map(lambda n: Decimal(f"{n}e-2"))
odd_decimals = st.integers(-(10**4), 10**19).map(lambda n: Decimal(f"{n}e-3"))
days = st.dates()
odd_texts = st.one_of(odd, st.integers(-2, 20).map(str))

# For each figure some columns: an Arrow type, good values, odd values, and how CSV writes a value.
Column = tuple[Any, st.SearchStrategy[Any], st.SearchStrategy[Any], Callable[[Any], str]]
COUNT_TEXT: Column = (pa.string(), counts.map(str), odd_texts, str)
KINDS: dict[str, list[Column]] = {
    "key": [
        (pa.string(), good_keys, odd_keys, str),
        (pa.large_string(), good_keys, odd_keys, str),
    ],
    "name": [
        (pa.string(), st.just("Town"), odd, str),
        (pa.dictionary(pa.int8(), pa.string()), good, odd, str),
    ],
    "persons": [
        (pa.int64(), counts, odd_counts, str),
        (
            pa.float64(),
            counts.map(float),
            st.integers(-2, 2**53 - 1).map(float),
            lambda number: str(int(number)),
        ),
        (
            pa.float64(),
            counts.map(float),
            st.floats(0.001, 3, allow_nan=False),
            lambda number: repr(number).removesuffix(".0"),
        ),
        (pa.decimal128(38, 3), counts.map(Decimal), odd_decimals, str),
        COUNT_TEXT,
    ],
    "amount": [
        (pa.decimal128(38, 3), cents, odd_decimals, str),
        (pa.int64(), counts, odd_counts, str),
        COUNT_TEXT,
    ],
    "quota": [
        (pa.decimal128(38, 3), cents, odd_decimals, str),
        (pa.int64(), counts, odd_counts, str),
        COUNT_TEXT,
    ],
    "since": [
        (pa.date32(), days, days, dt.date.isoformat),
        (pa.date64(), days, days, dt.date.isoformat),
        (
            pa.timestamp("s"),
            *[days.map(lambda day: dt.datetime(day.year, day.month, day.day))] * 2,  # noqa: DTZ001
            lambda moment: moment.date().isoformat(),
        ),
        (pa.string(), days.map(str), odd, str),
    ],
    "member": [
        (pa.bool_(), st.booleans(), st.booleans(), lambda truth: str(truth).lower()),
        (pa.string(), st.sampled_from(["true", "false", ""]), odd, str),
    ],
    "sort": [(pa.string(), good, odd, str)],
}


@st.composite
def same_rows(draw: st.DrawFn) -> tuple[Any, str]:
    """Draw a table, and the same rows as CSV; half of them in good order."""
    is_good = draw(st.booleans())
    names = draw(st.lists(st.sampled_from(sorted(KINDS)), unique=True, min_size=1))
    if is_good:
        names = list(dict.fromkeys(["key", "persons", *names]))
    count = draw(st.integers(0, 5))
    columns, cells = {}, []
    for name in names:
        kind, fine, strange, write = draw(st.sampled_from(KINDS[name]))
        values = fine if is_good else st.one_of(fine, strange, st.none())
        if is_good and name not in ("key", "persons"):
            values = st.one_of(values, st.none())
        found = draw(st.lists(values, min_size=count, max_size=count))
        value_type = kind.value_type if pa.types.is_dictionary(kind) else kind
        columns[name] = pa.array(found, value_type).cast(kind)
        cells.append(["" if value is None else write(value) for value in found])
    target = io.StringIO(newline="")
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(names)
    # CSV leaves out rows of empty cells, as spreadsheets leave them behind.
    kept = [any(row) for row in zip(*cells, strict=True)]
    writer.writerows(row for row in zip(*cells, strict=True) if any(row))
    return pa.table(columns).filter(pa.array(kept, pa.bool_())), target.getvalue()


def outcome(read: Callable[[], Recipients]) -> Recipients | None:
    """Return what was read, or nothing if it was refused."""
    try:
        return read()
    except DocumentError:
        return None


@calm
@given(same_rows(), st.sampled_from([FLAT, POSTS]))
def test_the_same_rows_give_the_same_recipients(rows: tuple[Any, str], programme: Programme):
    """By way of CSV and of Arrow: equal recipients, or both refuse."""
    table, text = rows
    by_csv = outcome(lambda: recipients_from_csv(text, programme).recipients)
    by_table = outcome(lambda: recipients_from_table(table, programme))
    assert by_csv == by_table
    assert truths(by_csv) == truths(by_table)


def truths(found: Recipients | None) -> list[list[str]]:
    """Return which figures are truths: to Python, True equals 1."""
    return [
        sorted(name for name, value in bearer.figures.items() if type(value) is bool)
        for member in found or ()
        for bearer in (member, *member.records.get("post", ()))
    ]


@calm
@given(same_rows(), st.integers(0, 5))
def test_chunks_do_not_matter(rows: tuple[Any, str], cut: int):
    """The same rows in two chunks are the same."""
    table = rows[0]
    parts = pa.concat_tables([table.slice(0, cut), table.slice(cut)])
    assert outcome(lambda: recipients_from_table(table, FLAT)) == outcome(
        lambda: recipients_from_table(parts, FLAT)
    )


anything = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.text(max_size=5),
    st.binary(max_size=5),
    st.dates(),
    st.datetimes(),
    st.timedeltas(),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9),
    st.lists(st.integers(0, 3), max_size=2),
    st.dictionaries(st.sampled_from("ab"), st.integers(0, 3), max_size=2),
)


def column_of(values: list[Any]) -> Any:
    """Return a column of the values that share a type with the first of them."""
    kinds = {type(value) for value in values[:1]} | {type(None)}
    return pa.array([value if type(value) in kinds else None for value in values])


@calm
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["key", "name", "persons", "quota", "since", "member", "x", ""]),
            st.lists(anything, min_size=3, max_size=3),
        ),
        max_size=6,
    )
)
def test_any_table_gives_recipients_or_our_error(columns: list[tuple[str, list[Any]]]):
    """Whatever the columns hold, nothing else happens."""
    try:
        arrays = [column_of(values) for _, values in columns]
    except (pa.ArrowInvalid, OverflowError, pa.ArrowTypeError):
        return  # pyarrow cannot make such a column at all
    table = pa.table(arrays, names=[name for name, _ in columns])
    for programme in (FLAT, POSTS, FRAMEWORK):
        found = outcome(lambda: recipients_from_table(table, programme))  # noqa: B023
        assert found is None or len(found)
