# ruff: noqa: E501  # the inline tables of TOML bear no line breaks
"""Records of levels above recipients and beside them: districts, regions, offices."""

from collections.abc import Callable
from typing import Any

import pytest

from integrationsplan import Allocation, Recipients
from integrationsplan.allocation import Record
from integrationsplan.errors import AllocationError, InvalidValueError
from integrationsplan.values import FrozenMap

Evaluate = Callable[..., Allocation]

LEVELS = 'region = "all"\ndistrict = "region"\nrecipient = "district"\npost = "recipient"'
NESTED = """
[figures.pot]
unit = "EUR"
level = "region"
[figures.area]
unit = "km2"
level = "district"
[figures.persons]
unit = "person"
[rules.of_district]
kind = "split"
pot = "pot"
by = "area"
step = "0.01"
method = "largest_remainder"
[rules.part]
kind = "split"
pot = "of_district"
by = "persons"
step = "0.01"
method = "sainte_lague"
CONDITION
[result]
award = "part"
unit = "EUR"
outputs = ["of_district"]
"""
ROWS = [
    {"key": "a", "parent": "x", "persons": 1},
    {"key": "b", "parent": "x", "persons": 2},
    {"key": "c", "parent": "y", "persons": 3},
    {"key": "d", "parent": "z", "persons": 4},
]
RECORDS: dict[str, Any] = {
    "region": [{"key": "north", "pot": 90}, {"key": "south", "pot": 50}],
    "district": [
        {"key": "y", "parent": "north", "area": 2},
        {"key": "x", "parent": "north", "area": 1},
        {"key": "z", "parent": "south", "area": 7},
    ],
}


def nested(condition: str = "") -> str:
    """Return a programme of three levels."""
    return NESTED.replace("CONDITION", condition)


def condition(effect: str, left: str, unit: str, code: str = "none") -> str:
    """Return a condition that something is above zero."""
    return (
        f'[[conditions]]\ncode = "{code}"\neffect = "{effect}"\nde = "{{{left}}}"\nen = "{{{left}}}"\n'
        f'when = {{ kind = "compare", left = "{left}", op = "above", '
        f'right = {{ kind = "number", value = "0", unit = "{unit}" }} }}\n'
    )


def amounts(allocation: Allocation) -> dict[str, str]:
    """Return the awards by key, in whole units."""
    return {award.recipient.key: award.amount.to_text().split(".")[0] for award in allocation}


def problems(error: pytest.ExceptionInfo[Any]) -> set[tuple[str, str]]:
    """Return code and pointer of what an error tells."""
    return {(problem.code, problem.pointer) for problem in error.value.problems}


def without(level: str, key: str, name: str) -> dict[str, Any]:
    """Return the records with one thing of one record left out."""
    return {
        above: [
            {n: v for n, v in record.items() if (above, record["key"], n) != (level, key, name)}
            for record in records
        ]
        for above, records in RECORDS.items()
    }


def test_figures_of_two_levels_above(evaluate: Evaluate):
    """A region's money goes to districts by area, and on to towns by persons."""
    allocation = evaluate(nested(), ROWS, records=RECORDS, levels=LEVELS)
    assert {"a": "10", "b": "20", "c": "60", "d": "50"} == amounts(allocation)


@pytest.mark.parametrize("step", [1, -1])
def test_order_of_upper_records_does_not_matter(evaluate: Evaluate, step: int):
    """Records are found by key, not by place."""
    records = {level: found[::step] for level, found in RECORDS.items()}
    allocation = evaluate(nested(), ROWS[::step], records=records, levels=LEVELS)
    assert {"a": "10", "b": "20", "c": "60", "d": "50"} == amounts(allocation)


def test_upper_records_may_be_objects(evaluate: Evaluate):
    """Mappings and objects may be mixed."""
    region = Record(key="south", figures=FrozenMap({"pot": 50}))
    records = RECORDS | {"region": [RECORDS["region"][0], region]}
    allocation = evaluate(nested(), ROWS, records=records, levels=LEVELS)
    assert "50" == amounts(allocation)["d"]


def test_output_of_a_district_is_shown_to_its_towns(evaluate: Evaluate):
    """Each town sees the part of its own district."""
    allocation = evaluate(nested(), ROWS, records=RECORDS, levels=LEVELS)
    assert [30, 30, 60, 50] == [award.outputs["of_district"].value for award in allocation]


@pytest.mark.parametrize(
    ("wanted", "records"),
    [
        ({("missing_figure", "/records/district/x/area")}, without("district", "x", "area")),
        ({("missing_figure", "/records/region/south/pot")}, without("region", "south", "pot")),
        ({("missing_parent", "/records/district/z/parent")}, without("district", "z", "parent")),
        (
            {("unknown_parent", "/records/district/w/parent")},
            RECORDS
            | {"district": [*RECORDS["district"], {"key": "w", "parent": "east", "area": 1}]},
        ),
        (
            {
                ("missing_figure", "/records/region/north/pot"),
                ("missing_figure", "/records/region/south/pot"),
            },
            {"district": RECORDS["district"]},
        ),
        (
            {("unknown_figure", "/records/region/north/area")},
            RECORDS
            | {"region": [{"key": "north", "pot": 90, "area": 1}, {"key": "south", "pot": 50}]},
        ),
        (
            {
                ("negative_figure", "/records/region/north/pot"),
                ("not_whole", "/records/region/south/pot"),
            },
            RECORDS | {"region": [{"key": "north", "pot": -1}, {"key": "south", "pot": "0.001"}]},
        ),
        ({("unknown_records", "/records/town")}, RECORDS | {"town": [{"key": "a"}]}),
        ({("unknown_records", "/records/recipient")}, RECORDS | {"recipient": [{"key": "a"}]}),
        ({("unknown_records", "/records/post")}, RECORDS | {"post": [{"key": "a"}]}),
        ({("unknown_records", "/records/all")}, RECORDS | {"all": [{"key": "a"}]}),
        (
            {("unknown_records", "/records/district/x/town")},
            RECORDS
            | {
                "district": [
                    {"key": "x", "parent": "north", "area": 1, "records": {"town": [{}]}},
                    *RECORDS["district"][::2],
                ]
            },
        ),
    ],
)
def test_wrong_upper_records_are_told(
    evaluate: Evaluate, wanted: set[tuple[str, str]], records: dict[str, Any]
):
    """Missing, unknown and malformed records are told with their places."""
    with pytest.raises(AllocationError) as error:
        evaluate(nested(), ROWS, records=records, levels=LEVELS)
    assert wanted == problems(error)


def test_district_without_a_record_is_told(evaluate: Evaluate):
    """A town that names a district which nobody has given is told at its place."""
    rows = [*ROWS, {"key": "e", "parent": "w/1", "persons": 4}]
    with pytest.raises(AllocationError) as error:
        evaluate(nested(), rows, records=RECORDS, levels=LEVELS)
    assert {("unknown_parent", "/e/parent")} == problems(error)


def test_repeated_upper_record_is_refused():
    """Each key of a level stands once."""
    with pytest.raises(InvalidValueError) as error:
        Recipients.of(ROWS, records={"region": [{"key": "n"}, {"key": "s"}, {"key": "n"}]})
    assert {("repeated", "/records/region/2/key")} == problems(error)


@pytest.mark.parametrize(
    "records",
    [
        5,
        "ab",
        [1],
        {"region": 5},
        {"region": "ab"},
        {"region": {"key": "n"}},
        {"region": [5]},
        {5: []},
    ]
    + [{"region": [{"key": key}]} for key in (None, 5, "", "a\nb", "x" * 65)]
    + [{"region": [{"key": "n", "pot": 1.5}]}, {"region": [{"key": "n", "parent": 5}]}],
    ids=repr,
)
def test_what_is_no_record_is_refused_by_our_error(records: Any):
    """Whatever stands there, the caller gets one of our errors."""
    with pytest.raises(InvalidValueError):
        Recipients.of(ROWS, records=records)


@pytest.mark.parametrize("figures", [5, "ab", [1], [("pot", 1)], {5: 1}, {"pot": 1.5}], ids=repr)
def test_figures_of_the_whole_are_a_mapping(figures: Any):
    """What is no mapping of names to values is refused by our error."""
    with pytest.raises(InvalidValueError):
        Recipients.of(ROWS, figures=figures)


def test_district_without_towns_has_no_weight_of_its_own(evaluate: Evaluate):
    """Money that nobody below could get is told, not lost."""
    records = RECORDS | {
        "district": [*RECORDS["district"], {"key": "w", "parent": "south", "area": 7}]
    }
    allocation = evaluate(nested(), ROWS, records=records, levels=LEVELS)
    assert [("pot_left_over", "w")] == [(f.code, f.subject) for f in allocation.findings]


def test_excluded_district_leaves_its_money_to_the_others(evaluate: Evaluate):
    """A district that is not there has no weight, nor have its towns; each town is told why."""
    records = RECORDS | {
        "district": [{"key": "x", "parent": "north", "area": 0}, *RECORDS["district"][::2]]
    }
    allocation = evaluate(
        nested(condition("exclude", "area", "km2")), ROWS, records=records, levels=LEVELS
    )
    assert ({"a": "0", "b": "0", "c": "90", "d": "50"}, ["x"], ["x"], [], True) == (
        amounts(allocation),
        [finding.subject for finding in allocation["a"].findings],
        [finding.subject for finding in allocation.findings],
        list(allocation["c"].findings),
        allocation["b"].is_excluded,
    )


def test_excluded_region_takes_everything_below_with_it(evaluate: Evaluate):
    """Districts and towns of an excluded region are not there either."""
    records = RECORDS | {"region": [{"key": "north", "pot": 0}, {"key": "south", "pot": 50}]}
    allocation = evaluate(
        nested(condition("exclude", "pot", "EUR")), ROWS, records=records, levels=LEVELS
    )
    assert ({"a": "0", "b": "0", "c": "0", "d": "50"}, [True, True, True, False]) == (
        amounts(allocation),
        [award.is_excluded for award in allocation],
    )


def test_zero_of_a_district_zeroes_its_towns_alone(evaluate: Evaluate):
    """Zero comes after: nobody else gets the money."""
    records = RECORDS | {
        "district": [{"key": "x", "parent": "north", "area": 0}, *RECORDS["district"][::2]]
    }
    document = nested(condition("zero", "area", "km2"))
    allocation = evaluate(document, ROWS, records=records, levels=LEVELS)
    assert ({"a": "0", "b": "0", "c": "90", "d": "50"}, [["none"], ["none"], [], []], False) == (
        amounts(allocation),
        [[finding.code for finding in award.findings] for award in allocation],
        allocation["a"].is_excluded,
    )


def test_notice_of_a_region_is_told_of_the_whole(evaluate: Evaluate):
    """What changes no award is told once, with the region's key and value."""
    records = RECORDS | {"region": [{"key": "north", "pot": 0}, {"key": "south", "pot": 50}]}
    document = nested(condition("notice", "pot", "EUR"))
    allocation = evaluate(document, ROWS, records=records, levels=LEVELS)
    assert ([("none", "north", "0 EUR")], []) == (
        [(finding.code, finding.subject, finding.text.de) for finding in allocation.findings],
        list(allocation["a"].findings),
    )


def test_notice_of_the_whole_reads_totals(evaluate: Evaluate):
    """A condition of level all is asked once."""
    document = nested(
        '[[conditions]]\ncode = "few"\neffect = "notice"\nde = "d"\nen = "e"\nwhen = { kind = "compare", '
        'left = { kind = "count", of = "district", per = "all", unit = "unit" }, op = "at_most", '
        'right = { kind = "number", value = "1", unit = "unit" } }\n'
    )
    allocation = evaluate(document, ROWS, records=RECORDS, levels=LEVELS)
    assert ["few"] == [finding.code for finding in allocation.findings]


SIDE = """
[figures.persons]
unit = "person"
[figures.desks]
unit = "1"
level = "office"
[figures.open]
unit = "truth"
level = "desk"
[rules.of_district]
kind = "total"
of = "desks"
per = "district"
[rules.opened]
kind = "count"
of = "desk"
per = "district"
when = "open"
unit = "1"
[rules.part]
kind = "product"
of = ["persons", "of_district", "opened"]
[result]
award = { kind = "round", of = "part", step = "1", method = "down" }
unit = "person"
outputs = ["of_district"]
"""
SIDE_LEVELS = 'district = "all"\nrecipient = "district"\noffice = "district"\ndesk = "office"'


def test_records_beside_the_recipients_are_totalled(evaluate: Evaluate):
    """A district's offices, nested in its record, count for its towns."""
    records = {
        "district": [
            {
                "key": "x",
                "records": {
                    "office": [
                        {"desks": 2, "records": {"desk": [{"open": True}, {"open": False}]}},
                        {"desks": 3, "records": {"desk": [{"open": True}]}},
                    ]
                },
            },
            {"key": "y", "records": {"office": []}},
        ]
    }
    rows = [{"key": "a", "parent": "x", "persons": 7}, {"key": "b", "parent": "y", "persons": 7}]
    allocation = evaluate(SIDE, rows, records=records, levels=SIDE_LEVELS)
    assert {"a": "70", "b": "0"} == amounts(allocation)


def test_fault_beside_the_recipients_has_its_place(evaluate: Evaluate):
    """The pointer leads into the record in which it stands."""
    records = {
        "district": [
            {"key": "x", "records": {"office": [{"key": "o", "records": {"desk": [{"open": 5}]}}]}}
        ]
    }
    with pytest.raises(AllocationError) as error:
        evaluate(
            SIDE, [{"key": "a", "parent": "x", "persons": 7}], records=records, levels=SIDE_LEVELS
        )
    assert {
        ("missing_figure", "/records/district/x/office/o/desks"),
        ("bad_figure", "/records/district/x/office/o/desk/1/open"),
    } == problems(error)


BRANCH = """
[figures.persons]
unit = "person"
[figures.paid]
unit = "EUR"
level = "project"
[rules.left]
kind = "round"
of = { kind = "product", of = [
  { kind = "share", of = "persons" },
  { kind = "total", of = "paid", per = "all" },
] }
step = "0.01"
method = "down"
[result]
award = "left"
unit = "EUR"
"""


def test_branch_of_its_own(evaluate: Evaluate):
    """Projects lie beside the recipients and are known to them by their total."""
    allocation = evaluate(
        BRANCH,
        [{"key": "a", "persons": 1}, {"key": "b", "persons": 3}],
        records={"project": [{"key": "p", "paid": 10}, {"key": "q", "paid": 6}]},
        levels='recipient = "all"\nproject = "all"',
    )
    assert {"a": "4", "b": "12"} == amounts(allocation)


def test_branch_that_is_not_given_is_told(evaluate: Evaluate):
    """No projects at all is a mistake; an empty list is an answer."""
    with pytest.raises(AllocationError) as error:
        evaluate(BRANCH, [{"key": "a", "persons": 1}], levels='recipient = "all"\nproject = "all"')
    assert {("level_not_given", "/records/project")} == problems(error)


def test_empty_branch_is_an_answer(evaluate: Evaluate):
    """A total over no records is zero."""
    allocation = evaluate(
        BRANCH,
        [{"key": "a", "persons": 1}],
        records={"project": []},
        levels='recipient = "all"\nproject = "all"',
    )
    assert {"a": "0"} == amounts(allocation)


def test_excluded_record_of_a_branch_is_told_of_the_whole(evaluate: Evaluate):
    """A project that is not there counts for nobody."""
    document = BRANCH.replace("[result]", condition("exclude", "paid", "EUR") + "[result]")
    allocation = evaluate(
        document,
        [{"key": "a", "persons": 1}],
        records={"project": [{"key": "p", "paid": 10}, {"key": "q", "paid": 0}]},
        levels='recipient = "all"\nproject = "all"',
    )
    assert ({"a": "10"}, ["q"]) == (
        amounts(allocation),
        [finding.subject for finding in allocation.findings],
    )


def test_thousands_of_districts_are_read_in_time(evaluate: Evaluate):
    """Records that are implied are looked up, not searched for."""
    count = 5_000
    rows = [{"key": f"k{n}", "parent": f"d{n}", "persons": 1} for n in range(count)]
    document = '[figures.persons]\nunit = "person"\n[result]\naward = "persons"\nunit = "person"\n'
    allocation = evaluate(
        document,
        rows,
        levels='region = "all"\ndistrict = "region"\nrecipient = "district"',
        records={"district": [{"key": f"d{n}", "parent": f"r{n}"} for n in range(count)]},
    )
    assert f"{count}" == allocation.total.to_text()


def test_nobody_left_cuts_nothing_into_parts(evaluate: Evaluate):
    """Where everyone is excluded, sources and tranches are zero, however many there are."""
    document = (
        '[figures.persons]\nunit = "person"\n'
        + condition("exclude", "persons", "person")
        + '[result]\naward = "persons"\nunit = "person"\n[[sources]]\nid = "s"\namount = "rest"\n'
        '[[tranches]]\nid = "t"\namount = { kind = "product", of = ["award", { kind = "number", value = "0" }] }\n'
        '[[tranches]]\nid = "u"\namount = "rest"\n'
    )
    award = evaluate(document, [{"key": "a", "persons": 0}])["a"]
    assert ({"s": 0}, {"t": 0, "u": 0}) == (
        {name: amount.value for name, amount in award.sources.items()},
        {name: amount.value for name, amount in award.tranches.items()},
    )


KEYED = """
[figures.pot]
unit = "EUR"
level = "district"
[parameters.key]
unit = "percent"
sums_to = "100"
sums_per = "district"
values = [{ table = { a = "40", b = "60", c = "100" }, basis = "stated", citation = "law" }]
[rules.part]
kind = "round"
of = { kind = "product", of = ["pot", { kind = "look_up", parameter = "key", by = "recipient" }] }
step = "0.01"
method = "half_up"
[result]
award = "part"
unit = "EUR"
"""
KEYED_ROWS = [{"key": key, "parent": parent} for key, parent in zip("abc", "xxy", strict=True)]
KEYED_RECORDS = {"district": [{"key": "x", "pot": 10}, {"key": "y", "pot": 7}]}


def test_table_that_sums_per_district(evaluate: Evaluate):
    """Each district's rows make a hundred percent of its own."""
    allocation = evaluate(
        KEYED, KEYED_ROWS, records=KEYED_RECORDS, levels='recipient = "district"\ndistrict = "all"'
    )
    assert {"a": "4", "b": "6", "c": "7"} == amounts(allocation)


def test_table_that_sums_otherwise_per_district_is_told(evaluate: Evaluate):
    """A town in the wrong district, or a wrong row, shows in both sums."""
    rows = [{**row, "parent": "y"} if row["key"] == "b" else row for row in KEYED_ROWS]
    with pytest.raises(AllocationError) as error:
        evaluate(
            KEYED, rows, records=KEYED_RECORDS, levels='recipient = "district"\ndistrict = "all"'
        )
    assert [("'x'", "40"), ("'y'", "160")] == [
        (problem.params["record"], problem.params["found"]) for problem in error.value.problems
    ]


def test_table_that_sums_per_district_for_some_of_them(evaluate: Evaluate):
    """Where not all rows are given, a sum can only be too large."""
    allocation = evaluate(
        KEYED,
        KEYED_ROWS[:1],
        records=KEYED_RECORDS,
        levels='recipient = "district"\ndistrict = "all"',
    )
    assert {"a": "4"} == amounts(allocation)
