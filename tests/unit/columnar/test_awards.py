"""Awards as an Arrow table: exact types, told by the programme, one row a recipient."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from integrationsplan import Allocation, DocumentError, Programme, allocate, catalogue, from_toml

pa = pytest.importorskip("pyarrow")

from integrationsplan.columnar import awards_to_table  # noqa: E402  # needs pyarrow

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
COUNTED = """
[figures.persons]
unit = "person"
[figures.member]
unit = "truth"
default = "true"
[figures.weight]
unit = "1"
default = "1"
[rules.third]
kind = "quotient"
of = "weight"
by = { kind = "sum", of = ["weight", "weight", "weight"] }
[rules.double]
kind = "sum"
of = ["persons", "persons"]
[[conditions]]
code = "no_member"
when = "member"
effect = "exclude"
de = "d"
en = "e"
[result]
award = "persons"
unit = "person"
outputs = ["third", "double", "member"]
"""
MONEY = """
[figures.cost]
unit = "EUR"
[figures.rate]
unit = "1"
default = "1"
[rules.raw]
kind = "product"
of = ["cost", "rate"]
[[sources]]
id = "amount"
amount = "rest"
[[tranches]]
id = "findings"
amount = "rest"
[[earmarks]]
id = "amount"
amount = "raw"
[[earmarks]]
id = "whole"
amount = { kind = "sum", of = ["cost", "cost"] }
[result]
award = "cost"
unit = "EUR"
"""


def run(body: str, *rows: dict[str, Any]) -> Allocation:
    """Allocate to recipients by a small programme."""
    return allocate(from_toml(HEAD + body, Programme), rows, day=dt.date(2018, 7, 1))


def column(table: Any, name: str) -> list[Any]:
    """Return the values of a column."""
    return table.column(name).to_pylist()


def test_awards_stand_in_their_order_with_key_name_and_unit():
    """As in CSV."""
    programme = catalogue.load("de-bw-integrationsmanagement-2017")
    rows = [
        {"key": "08226096", "name": "Weinheim", "persons": 352},
        {"key": "Hirschberg", "persons": 30},
    ]
    table = awards_to_table(allocate(programme, rows, day=dt.date(2018, 1, 15)))
    assert [
        {
            "key": "08226096",
            "name": "Weinheim",
            "amount": Decimal("280220.00"),
            "unit": "EUR/year",
            "excluded": False,
            "framework": Decimal("560440.00"),
            "findings": [],
        },
        {
            "key": "Hirschberg",
            "name": "Hirschberg",
            "amount": Decimal("23882.00"),
            "unit": "EUR/year",
            "excluded": False,
            "framework": Decimal("47764.00"),
            "findings": ["must_join_others"],
        },
    ] == table.to_pylist()


def test_metadata_name_programme_day_edition_and_units():
    """A table that is handed on says what it rests on."""
    programme = catalogue.load("de-bw-integrationsmanagement-2017")
    rows = [{"key": "a", "persons": 352}]
    schema = awards_to_table(allocate(programme, rows, day=dt.date(2018, 1, 15))).schema
    assert {
        b"programme": b"de-bw-integrationsmanagement-2017",
        b"day": b"2018-01-15",
        b"edition": b"final",
    } == schema.metadata
    assert [b"EUR/year", b"EUR"] == [
        schema.field(name).metadata[b"unit"] for name in ("amount", "framework")
    ]


def test_sources_are_columns():
    """Who pays how much of it."""
    rows = [{"key": "Erfurt", "records": {"post": [{"eligible_cost": "65217.43"}]}}]
    programme = catalogue.load("de-th-thilik-2016")
    table = awards_to_table(allocate(programme, rows, day=dt.date(2016, 5, 1)))
    assert [[Decimal("65217.43")], [Decimal("52173.94")], [Decimal("13043.49")]] == [
        column(table, name) for name in ("amount", "social-ministry-esf", "migration-ministry")
    ]


def test_what_is_counted_is_whole_and_what_is_neither_is_text():
    """A third has no decimal; a truth is no number and has no column."""
    table = awards_to_table(run(COUNTED, {"key": "a", "persons": 5}))
    assert {
        "key": "string",
        "name": "string",
        "amount": "int64",
        "unit": "string",
        "excluded": "bool",
        "third": "string",
        "double": "int64",
        "findings": "list<item: string>",
    } == {field.name: str(field.type) for field in table.schema}
    assert ([5], ["1/3"], [10]) == (
        column(table, "amount"),
        column(table, "third"),
        column(table, "double"),
    )


def test_excluded_recipients_have_zero_and_no_outputs():
    """Null says that nothing was computed; the finding says why."""
    rows = [{"key": "a", "persons": 5, "member": False}, {"key": "b", "persons": 1}]
    table = awards_to_table(run(COUNTED, *rows))
    assert ([0, 1], [True, False], [None, 2], [["no_member"], []]) == (
        column(table, "amount"),
        column(table, "excluded"),
        column(table, "double"),
        column(table, "findings"),
    )


def test_everybody_excluded_is_a_table_as_well():
    """Its types are the same."""
    some = awards_to_table(run(COUNTED, {"key": "a", "persons": 5}))
    none = awards_to_table(run(COUNTED, {"key": "a", "persons": 5, "member": False}))
    assert (some.schema, [0]) == (none.schema, column(none, "amount"))


def test_names_that_are_taken_stand_behind_their_sort():
    """No name stands twice, whatever a programme calls its parts."""
    table = awards_to_table(run(MONEY, {"key": "a", "cost": "5"}))
    assert [
        "key",
        "name",
        "amount",
        "unit",
        "excluded",
        "sources/amount",
        "tranches/findings",
        "earmarks/amount",
        "whole",
        "findings",
    ] == table.column_names


def test_types_follow_from_the_programme_alone():
    """Money that no rule rounds is text in every table, also where it happens to be whole."""
    table = awards_to_table(run(MONEY, {"key": "a", "cost": "5"}, {"key": "b", "cost": "0.01"}))
    fraction = awards_to_table(run(MONEY, {"key": "a", "cost": "5", "rate": "0.001"}))
    assert (table.schema, ["5.00", "0.01"], ["0.005"]) == (
        fraction.schema,
        column(table, "earmarks/amount"),
        column(fraction, "earmarks/amount"),
    )
    assert [Decimal("10.00"), Decimal("0.02")] == column(table, "whole")


def product_of(unit: str, step: str) -> str:
    """Return a programme whose awards are large."""
    return f"""
[figures.base]
unit = "{unit}"
[figures.weight]
unit = "1"
[rules.large]
kind = "round"
of = {{ kind = "product", of = ["base", "weight", "weight"] }}
step = "{step}"
method = "half_up"
[result]
award = "large"
unit = "{unit}"
"""


def test_number_that_its_type_cannot_hold_is_told():
    """Every one, with recipient and column; CSV can write it."""
    rows = [
        {"key": key, "base": 10**17, "weight": weight}
        for key, weight in (("a/b", 10), ("c", 9), ("d", 10**9))
    ]
    with pytest.raises(DocumentError) as error:
        awards_to_table(run(product_of("person", "1"), *rows))
    assert [("too_many_digits", "/a~1b/amount"), ("too_many_digits", "/d/amount")] == [
        (problem.code, problem.pointer) for problem in error.value.problems
    ]
    assert "was int64 fasst" in error.value.text("de")


def test_largest_whole_number_is_held():
    """Up to the last that 64 bits can hold."""
    row = {"key": "a", "base": (2**63 - 1) // 49, "weight": 7}
    table = awards_to_table(run(product_of("person", "1"), row))
    assert [2**63 - 1 - (2**63 - 1) % 49] == column(table, "amount")


def test_money_beyond_its_type_is_told():
    """38 digits are many, and not endless."""
    body = product_of("EUR", "0.01")
    with pytest.raises(DocumentError, match="/a/amount: found a number of too many digits"):
        awards_to_table(run(body, {"key": "a", "base": 10**17, "weight": 10**10}))
    exact = awards_to_table(run(body, {"key": "a", "base": "123456789.01", "weight": 10**9}))
    assert [Decimal("123456789010000000000000000.00")] == column(exact, "amount")
