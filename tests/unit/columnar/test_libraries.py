"""Data frames as their libraries hand them out: polars, pandas, duckdb."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from integrationsplan import DocumentError, allocate, catalogue

pa = pytest.importorskip("pyarrow")

from integrationsplan.columnar import (  # noqa: E402  # needs pyarrow
    awards_to_table,
    recipients_from_table,
)

FRAMEWORK = catalogue.load("de-bw-integrationsmanagement-2017")
THILIK = catalogue.load("de-th-thilik-2016")
ROWS = {"key": ["08226096", "08226032"], "name": ["Weinheim", "Hirschberg"], "persons": [352, 30]}
JANUARY = dt.date(2018, 1, 15)


def persons(table: Any, **options: Any) -> dict[str, object]:
    """Return the persons of each key."""
    found = recipients_from_table(table, FRAMEWORK, **options)
    return {member.key: member.figures["persons"] for member in found}


def codes(table: Any) -> list[tuple[str, str]]:
    """Return code and place of everything that is wrong."""
    with pytest.raises(DocumentError) as error:
        recipients_from_table(table, FRAMEWORK)
    return [(problem.code, problem.pointer) for problem in error.value.problems]


WANTED = {"08226096": 352, "08226032": 30}


# -- pandas ----------------------------------------------------------------------------------------


def test_pandas_frame_is_read():
    """Keys as text, persons as whole numbers."""
    pd = pytest.importorskip("pandas", "2.2")
    assert persons(pd.DataFrame(ROWS)) == WANTED


def test_pandas_floats_with_gaps_are_told_for_the_gaps_alone():
    """A missing value makes floats of all others, which are read as what they are."""
    pd = pytest.importorskip("pandas", "2.2")
    frame = pd.DataFrame(ROWS | {"persons": [352, None]})
    assert codes(frame) == [("missing_figure", "/rows/1/persons")]


@pytest.mark.parametrize("kind", ["Int64", "category", "object", "string"])
def test_pandas_types_of_persons_are_read(kind: str):
    """Whatever a frame has made of whole numbers."""
    pd = pytest.importorskip("pandas", "2.2")
    frame = pd.DataFrame(ROWS)
    frame["persons"] = frame["persons"].astype(kind)
    assert persons(frame) == WANTED


def test_pandas_index_after_a_filter_is_no_column():
    """Rows are counted as they stand, not by the index."""
    pd = pytest.importorskip("pandas", "2.2")
    frame = pd.DataFrame(ROWS)
    frame = frame[frame["persons"] < 100]
    assert persons(frame) == {"08226032": 30}


def test_pandas_index_with_a_name_is_a_column():
    """A frame by key is usual."""
    pd = pytest.importorskip("pandas", "2.2")
    assert persons(pd.DataFrame(ROWS).set_index("key")) == WANTED


def test_pandas_keys_read_from_csv_as_numbers_are_refused():
    """The leading zero is gone before we see it."""
    pd = pytest.importorskip("pandas", "2.2")
    assert codes(pd.DataFrame(ROWS | {"key": [8226096, 8226032]})) == [
        ("wrong_column_type", "/columns/key")
    ]


def test_pandas_column_of_mixed_types_is_told():
    """The library itself cannot hand it out; its error is the cause."""
    pd = pytest.importorskip("pandas", "2.2")
    assert codes(pd.DataFrame(ROWS | {"key": ["a", 5]})) == [("unreadable_table", "")]


# -- polars ----------------------------------------------------------------------------------------


def test_polars_frame_is_read():
    """Texts are views there."""
    pl = pytest.importorskip("polars")
    assert persons(pl.DataFrame(ROWS)) == WANTED


def test_polars_categories_and_chunks_are_read():
    """Frames that were put together have several chunks."""
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame(ROWS, schema_overrides={"key": pl.Categorical})
    both = pl.concat([frame[:1], frame[1:]], rechunk=False)
    assert persons(both) == WANTED


def test_polars_decimals_are_exact():
    """A column of 38 digits, of which few are used."""
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame(
        {"key": ["E", "E"], "eligible_cost": [Decimal("65217.43"), Decimal(58000)]},
        schema_overrides={"eligible_cost": pl.Decimal(38, 10)},
    )
    found = recipients_from_table(frame, THILIK)
    assert [record.figures["eligible_cost"] for record in found["E"].records["post"]] == [
        Fraction(6521743, 100),
        58000,
    ]


# -- duckdb ----------------------------------------------------------------------------------------


def relation(query: str) -> Any:
    """Return a relation of a database in memory."""
    duckdb = pytest.importorskip("duckdb")
    return duckdb.connect().sql(query)


def test_duckdb_relation_is_read():
    """Sums are of a type with 38 digits there."""
    query = "select key, sum(n) as persons from (values ('a', 1), ('a', 2)) t(key, n) group by key"
    assert persons(relation(query)) == {"a": 3}


def test_duckdb_column_may_be_ignored_and_renamed():
    """What a query brings besides is named."""
    found = persons(
        relation("select 'a' as ags, 5 as n, 'x' as rest"),
        columns={"key": "ags", "persons": "n"},
        ignore=["rest"],
    )
    assert found == {"a": 5}


def test_duckdb_query_that_fails_is_told():
    """A relation is computed only now."""
    assert codes(relation("select 'a' as key, error('x')::int as persons")) == [
        ("unreadable_table", "")
    ]


# -- back ------------------------------------------------------------------------------------------


def awards() -> Any:
    """Return a table of two awards."""
    towns = recipients_from_table(pa.table(ROWS), FRAMEWORK)
    return awards_to_table(allocate(FRAMEWORK, towns, day=JANUARY))


def test_awards_go_to_polars_exactly():
    """Amounts stay decimals."""
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame(awards())
    assert (frame["amount"].to_list(), frame.schema["amount"]) == (
        [Decimal("280220.00"), Decimal("23882.00")],
        pl.Decimal(38, 2),
    )


def test_awards_go_to_pandas_exactly():
    """Amounts are decimals of Python there."""
    pytest.importorskip("pandas", "2.2")
    assert awards().to_pandas()["amount"].tolist() == [Decimal("280220.00"), Decimal("23882.00")]


def test_awards_go_to_duckdb_exactly():
    """A sum in the database is exact."""
    duckdb = pytest.importorskip("duckdb")
    table = awards()
    found = duckdb.connect().from_arrow(table).aggregate("sum(amount)").fetchall()
    assert found == [(Decimal("304102.00"),)]
