"""Parameters: numbers as printed, one form a row, tables that sum to what they say."""

import datetime as dt
from fractions import Fraction

import pytest

from integrationsplan.errors import InvalidValueError, NotInForceError, UnknownNameError
from integrationsplan.parameters import Band, Parameter, ParameterValue
from integrationsplan.values import Basis, FrozenMap

BANDS = (Band(at_least="0", value="1"), Band(at_least="100", value="2.5"))
DAY = dt.date(2020, 1, 1)


def row(**fields: object) -> ParameterValue:
    """Make a row that a source states."""
    return ParameterValue(**{"basis": Basis.STATED, "citation": "vwv", **fields})


def parameter(*rows: ParameterValue, **fields: object) -> Parameter:
    """Make a parameter in euros."""
    return Parameter(**{"unit": "EUR", "values": rows, **fields})


def problems_of_row(**fields: object) -> list[tuple[str, str]]:
    """Return codes and places of what is wrong with a row."""
    with pytest.raises(InvalidValueError) as caught:
        row(**fields)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def problems_of(*rows: ParameterValue, **fields: object) -> list[tuple[str, str]]:
    """Return codes and places of what is wrong with a parameter."""
    with pytest.raises(InvalidValueError) as caught:
        parameter(*rows, **fields)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("count", "fields"),
    [
        (0, {}),
        (2, {"value": "1", "table": FrozenMap({"a": "1"})}),
        (3, {"value": "1", "table": FrozenMap({"a": "1"}), "bands": BANDS}),
    ],
)
def test_a_row_has_exactly_one_form(count: int, fields: dict[str, object]):
    """A row is one number, a table or bands, and the problem counts them."""
    with pytest.raises(InvalidValueError) as caught:
        row(**fields)
    assert [("not_one_value", {"count": count})] == [
        (p.code, p.params) for p in caught.value.problems
    ]


@pytest.mark.parametrize(
    ("numbers", "fields"),
    [
        ((Fraction(64_000),), {"value": "64000"}),
        ((Fraction(1, 2), Fraction(2, 3)), {"table": FrozenMap({"a": "0.5", "b": "2/3"})}),
        ((Fraction(1), Fraction(5, 2)), {"bands": BANDS}),
    ],
)
def test_a_row_gives_its_numbers(numbers: tuple[Fraction, ...], fields: dict[str, object]):
    """The numbers of each form are exact, in their order."""
    assert numbers == row(**fields).numbers


@pytest.mark.parametrize("end", ["100", "100.0", "99", "-1", "199/2"])
def test_bands_rise(end: str):
    """A band begins above the one before, and the problem stands at the band."""
    bands = (*BANDS, Band(at_least=end, value="3"))
    assert [("bands_unsorted", "/bands/2")] == problems_of_row(bands=bands)


def test_a_row_tells_all_its_problems():
    """What is inherited and what is its own is told together."""
    problems = problems_of_row(start=dt.date(2020, 1, 2), end=dt.date(2020, 1, 1))
    assert [("end_before_start", "/end"), ("not_one_value", "")] == problems


def test_no_bands_are_no_form():
    """An empty tuple of bands is refused at its place."""
    assert [("too_short", "/bands")] == problems_of_row(bands=())


def test_an_empty_table_is_no_form():
    """A table without numbers says nothing and is refused."""
    with pytest.raises(InvalidValueError):
        row(table=FrozenMap())


@pytest.mark.parametrize(
    ("place", "fields"),
    [
        ("/bands/0", {"bands": ("1",)}),
        ("/table/a", {"table": FrozenMap({"a": 1})}),
        ("/table/a", {"table": FrozenMap({"a": "1e5"})}),
        ("/value", {"value": 64_000}),
        ("/value", {"value": 0.5}),
        ("/value", {"value": True}),
        ("/basis", {"value": "1", "basis": "stated"}),
        ("/citation", {"value": "1", "citation": ""}),
    ],
)
def test_a_wrong_part_is_told_at_its_place(place: str, fields: dict[str, object]):
    """The problem points at the innermost part that is wrong."""
    assert [place] == [pointer for _, pointer in problems_of_row(**fields)]


def test_a_table_sums_to_what_it_declares():
    """A table of the declared sum is taken."""
    table = FrozenMap({"a": "33.3", "b": "66.7"})
    assert "100" == parameter(row(table=table), sums_to="100").sums_to


def test_a_table_of_another_sum_is_told():
    """The problem names both sums, at the table."""
    table = FrozenMap({"a": "33.3", "b": "66.6"})
    with pytest.raises(InvalidValueError) as caught:
        parameter(row(table=table), sums_to="100")
    problem = caught.value.problems[0]
    assert ("wrong_sum", "/values/0/table", {"found": "99.9", "allowed": "100"}) == (
        problem.code,
        problem.pointer,
        problem.params,
    )


def test_sums_concern_tables_alone():
    """What a single number sums to is no question."""
    assert [("sums_nothing", "/sums_to")] == problems_of(row(value="5"), sums_to="100")


def test_labels_in_both_languages_are_taken():
    """Both labels or none are taken."""
    assert "rate" == parameter(row(value="1"), de="Satz", en="rate").en


def test_rows_that_overlap_are_told():
    """The rows of a parameter are checked like a timeline."""
    assert [("overlap", "/values/1")] == problems_of(row(value="1"), row(value="2"))


def test_a_parameter_has_rows():
    """No rows are refused at their place."""
    assert [("too_short", "/values")] == problems_of()


def test_the_row_in_force_is_found_by_day():
    """The row in force on the day is taken."""
    rows = row(value="1", end=dt.date(2019, 12, 31)), row(value="2", start=DAY)
    assert rows[1] == parameter(*rows).at(DAY)


def test_what_was_known_limits_the_look_up():
    """A row known later is left out."""
    rows = row(value="1"), row(value="2", known_from=dt.date(2021, 1, 1))
    assert rows[0] == parameter(*rows).at(DAY, as_known=dt.date(2020, 12, 31))


def test_an_edition_is_found_whatever_the_day():
    """A named edition is taken although another one is in force."""
    rows = row(value="1", edition="2018"), row(value="2", start=DAY, edition="2019")
    assert rows[0] == parameter(*rows).at(DAY, edition="2018")


def test_a_day_without_value_is_told_by_name():
    """The error calls the parameter by the name given."""
    with pytest.raises(NotInForceError, match="'rate'"):
        parameter(row(value="1", start=DAY)).at(dt.date(2019, 1, 1), name="rate")


def test_an_unknown_edition_is_told():
    """An edition that no row has is refused."""
    with pytest.raises(UnknownNameError):
        parameter(row(value="1", edition="2018")).at(DAY, edition="2019")


def test_editions_are_named_in_order():
    """Rows without an edition name none."""
    rows = (
        row(value="1", edition="b"),
        row(value="2", start=DAY),
        row(value="3", known_from=DAY, edition="a"),
    )
    assert ("b", "a") == parameter(*rows).editions


def test_an_override_holds_for_all_time():
    """A what-if is one assumed value, on every day."""
    found = parameter(row(value="1", start=DAY)).override("2/3").at(dt.date.min)
    assert ("2/3", Basis.ASSUMED) == (found.value, found.basis)


def test_an_override_keeps_unit_and_labels():
    """Only values and sums are replaced."""
    changed = parameter(row(value="1"), de="Satz", en="rate").override("2")
    assert ("EUR", "Satz", "rate") == (changed.unit, changed.de, changed.en)


@pytest.mark.parametrize("value", ["1e5", 5, 0.5, True, "", None])
def test_an_override_is_a_number_as_text(value: object):
    """What is no number is no what-if."""
    with pytest.raises(InvalidValueError):
        parameter(row(value="1")).override(value)


# -- bands as printed ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "ends"),
    [
        ([], ({"at_least": "1", "below": "2"}, {"at_least": "2"})),
        ([], ({"above": "0", "at_most": "2"}, {"above": "2", "at_most": "3"})),
        ([], ({"at_least": "1"}, {"above": "2"})),
        ([("bands_gap", "/bands/1")], ({"at_least": "1", "below": "2"}, {"at_least": "3"})),
        ([("bands_gap", "/bands/1")], ({"at_least": "1", "below": "2"}, {"above": "2"})),
        ([("bands_overlap", "/bands/1")], ({"at_least": "1", "at_most": "2"}, {"at_least": "2"})),
        ([("bands_unsorted", "/bands/1")], ({"at_least": "2"}, {"above": "2"})),
    ],
)
def test_bands_must_meet(wanted: list[tuple[str, str]], ends: tuple[dict[str, str], ...]):
    """Where upper ends are printed, gaps and overlaps are told."""
    bands = tuple(Band(value="1", **end) for end in ends)
    try:
        row(bands=bands)
        found = []
    except InvalidValueError as error:
        found = [(problem.code, problem.pointer) for problem in error.problems]
    assert wanted == found


@pytest.mark.parametrize(
    ("code", "ends"),
    [
        ("not_one_lower_end", {}),
        ("not_one_lower_end", {"at_least": "1", "above": "1"}),
        ("two_upper_ends", {"at_least": "1", "below": "2", "at_most": "2"}),
        ("empty_band", {"at_least": "2", "below": "2"}),
        ("empty_band", {"above": "2", "at_most": "2"}),
        ("empty_band", {"at_least": "2", "at_most": "1"}),
    ],
)
def test_a_band_has_one_lower_end_below_its_upper_one(code: str, ends: dict[str, str]):
    """A band that holds no number, or may begin in two ways, is refused."""
    with pytest.raises(InvalidValueError) as error:
        Band(value="1", **ends)
    assert [code] == [problem.code for problem in error.value.problems]


def test_a_band_of_one_number_is_one():
    """From 2 to 2, both included, holds 2."""
    assert Band(at_least="2", at_most="2", value="1").lower[0] == 2


# -- dates, codes, sums per level ------------------------------------------------------------------

DEADLINE = dt.date(2018, 3, 31)
CODES = FrozenMap({"a": "x", "b": "y"})


@pytest.mark.parametrize(
    ("sort", "content", "unit", "fields"),
    [
        ("date", (DEADLINE,), "date", {"date": DEADLINE}),
        ("code", ("x", "y"), "code", {"codes": CODES}),
        ("quantity", (Fraction(5),), "EUR", {"value": "5"}),
    ],
)
def test_a_parameter_has_a_sort(
    sort: str, content: tuple[object, ...], unit: str, fields: dict[str, object]
):
    """Numbers, dates and codes are told apart by the unit."""
    found = parameter(row(**fields), unit=unit)
    assert (sort, content) == (found.sort, found.values[0].content)


@pytest.mark.parametrize(
    ("is_single", "is_table", "fields"),
    [
        (True, False, {"value": "5"}),
        (True, False, {"date": DEADLINE}),
        (False, True, {"table": FrozenMap({"a": "1"})}),
        (False, True, {"codes": CODES}),
        (False, False, {"bands": BANDS}),
    ],
)
def test_a_row_knows_how_it_is_read(
    is_single: bool,  # a wanted value
    is_table: bool,  # a wanted value
    fields: dict[str, object],
):
    """One value is read as it is, a table by code, bands by quantity."""
    assert (is_single, is_table) == (row(**fields).is_single, row(**fields).is_table)


@pytest.mark.parametrize(
    ("unit", "fields"),
    [
        ("EUR", {"date": DEADLINE}),
        ("EUR", {"codes": CODES}),
        ("date", {"value": "5"}),
        ("date", {"codes": CODES}),
        ("code", {"date": DEADLINE}),
        ("code", {"table": FrozenMap({"a": "1"})}),
        ("code", {"value": "5"}),
        ("date", {"bands": BANDS}),
    ],
)
def test_a_form_of_another_unit_is_told(unit: str, fields: dict[str, object]):
    """A unit has its forms, and the problem stands at the row."""
    assert [("form_of_another_unit", "/values/0")] == problems_of(row(**fields), unit=unit)


@pytest.mark.parametrize(
    ("wanted", "fields"),
    [
        ([("sum_missing", "/sums_per")], {"sums_per": "district"}),
        ([], {"sums_per": "district", "sums_to": "7"}),
        ([("wrong_sum", "/values/0/table")], {"sums_to": "7"}),
    ],
)
def test_sums_per_level_are_left_to_the_recipients(
    wanted: list[tuple[str, str]], fields: dict[str, object]
):
    """What lies below which record is known only where the recipients are."""
    table = row(table=FrozenMap({"a": "3", "b": "5"}))
    found = problems_of(table, **fields) if wanted else []
    assert wanted == found
    assert wanted or parameter(table, **fields)


# -- overrides -------------------------------------------------------------------------------------


def test_an_override_of_rows_leaves_the_others():
    """A what-if of a table names the rows that are assumed."""
    old = row(table=FrozenMap({"a": "3", "b": "5"}), end=dt.date(2019, 12, 31))
    new = row(table=FrozenMap({"a": "4", "b": "6"}), start=DAY)
    found = parameter(old, new, sums_to=None).override({"a": "9"})
    assert [{"a": "9", "b": "5"}, {"a": "9", "b": "6"}] == [dict(r.table) for r in found.values]
    assert {Basis.ASSUMED} == {r.basis for r in found.values}


def test_an_override_of_rows_needs_no_sum():
    """Assumed rows need not add up to what the law printed."""
    found = parameter(row(table=FrozenMap({"a": "3", "b": "4"})), sums_to="7").override({"a": "9"})
    assert (None, None) == (found.sums_to, found.sums_per)


def test_an_override_of_codes():
    """Codes by code are overridden like numbers by code."""
    found = parameter(row(codes=CODES), unit="code").override({"a": "z"})
    assert {"a": "z", "b": "y"} == dict(found.values[0].codes)


def test_an_override_of_a_date():
    """A deadline may be assumed."""
    found = parameter(row(date=DEADLINE), unit="date").override(dt.date(2019, 1, 1))
    assert (dt.date(2019, 1, 1), Basis.ASSUMED) == (found.values[0].date, found.values[0].basis)


@pytest.mark.parametrize("key", ["c", "", "A", 5, None], ids=repr)
def test_an_override_of_an_unknown_row_is_told(key: object):
    """A row that no table has is a slip."""
    with pytest.raises(UnknownNameError):
        parameter(row(table=FrozenMap({"a": "3"}))).override({key: "1"})


@pytest.mark.parametrize(
    ("unit", "fields", "value"),
    [
        ("EUR", {"table": FrozenMap({"a": "3"})}, "5"),
        ("EUR", {"bands": BANDS}, "5"),
        ("code", {"codes": CODES}, "z"),
        ("EUR", {"value": "5"}, {"a": "3"}),
        ("EUR", {"bands": BANDS}, {"0": "3"}),
        ("date", {"date": DEADLINE}, {"a": "3"}),
        ("EUR", {"value": "5"}, dt.date(2019, 1, 1)),
        ("date", {"date": DEADLINE}, "5"),
        ("date", {"date": DEADLINE}, "2019-01-01"),
        ("date", {"date": DEADLINE}, dt.datetime(2019, 1, 1)),  # noqa: DTZ001  # no moment is meant
        ("EUR", {"table": FrozenMap({"a": "3"})}, {"a": 3}),
        ("EUR", {"table": FrozenMap({"a": "3"})}, {"a": "1e3"}),
        ("EUR", {"table": FrozenMap({"a": "3"})}, {"a": None}),
        ("code", {"codes": CODES}, {"a": ""}),
        ("EUR", {"value": "5"}, None),
        ("EUR", {"value": "5"}, 5),
    ],
)
def test_an_override_of_another_form_is_told(unit: str, fields: dict[str, object], value: object):
    """One value for a table, rows for one value, and what is no value at all."""
    with pytest.raises(InvalidValueError):
        parameter(row(**fields), unit=unit).override(value)
