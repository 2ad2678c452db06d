"""Recipients from tables: columns by name, rows by key, and every mistake with its place."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from integrationsplan import DocumentError, Programme, Recipients, catalogue, from_toml
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.serialization import Bounds

pa = pytest.importorskip("pyarrow")

from integrationsplan.columnar import recipients_from_table  # noqa: E402  # needs pyarrow

FRAMEWORK = catalogue.load("de-bw-integrationsmanagement-2017")
THILIK = catalogue.load("de-th-thilik-2016")
HEAD = """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01 }
[levels]
recipient = "all"
post = "recipient"
"""
POSTS = """
[figures.persons]
unit = "person"
[figures.bonus]
unit = "person"
default = "0"
[figures.fte]
unit = "fte"
level = "post"
[rules.sum]
kind = "total"
of = "fte"
per = "recipient"
[rules.people]
kind = "sum"
of = ["persons", "bonus"]
[result]
award = "people"
unit = "person"
outputs = ["sum"]
"""
TRIAL = from_toml(HEAD + POSTS, Programme)


def with_kind(level: str, default: str = "") -> Programme:
    """Return the trial with a kind of recipients or of posts."""
    figure = f'[figures.kind]\nunit = "code"\nlevel = "{level}"\n{default}\n[figures.fte]'
    condition = (
        '[[conditions]]\ncode = "c"\nwhen = { kind = "one_of", of = "kind", values = ["x"] }\n'
        'effect = "notice"\nde = "d"\nen = "e"\n[result]'
    )
    changed = POSTS.replace("[figures.fte]", figure).replace("[result]", condition)
    return from_toml(HEAD + changed, Programme)


def read(content: Any, programme: Programme = FRAMEWORK, **options: Any) -> Recipients:
    """Read recipients from the columns of a table, or from a table."""
    table = pa.table(content) if isinstance(content, dict) else content
    return recipients_from_table(table, programme, **options)


def persons(content: Any, **options: Any) -> dict[str, object]:
    """Return the persons of each key."""
    return {member.key: member.figures["persons"] for member in read(content, **options)}


def mistakes(
    content: Any, programme: Programme = FRAMEWORK, **options: Any
) -> list[tuple[str, str]]:
    """Return code and place of everything that is wrong."""
    with pytest.raises(DocumentError) as error:
        read(content, programme, **options)
    for language in ("de", "en"):
        assert "{" not in error.value.text(language)
    return [(problem.code, problem.pointer) for problem in error.value.problems]


# -- tables ----------------------------------------------------------------------------------------


def test_rows_are_recipients_in_their_order():
    """Each row brings a recipient."""
    assert [("b", 2), ("a", 1)] == list(persons({"key": ["b", "a"], "persons": [2, 1]}).items())


def test_chunks_are_one_table():
    """Rows are counted through all chunks, also through empty ones."""
    column = pa.chunked_array([[1], [], [2, -3]], pa.int64())
    keys = pa.chunked_array([["a", "b"], ["c"]])
    assert [("negative_figure", "/rows/2/persons")] == mistakes({"key": keys, "persons": column})


def test_slices_are_read_as_such():
    """What lies outside of a slice is no row."""
    table = pa.table({"key": ["x", "a", "b", "y"], "persons": [-1, 1, 2, -1]}).slice(1, 2)
    assert {"a": 1, "b": 2} == persons(table)


def test_single_batch_is_a_table():
    """Whatever has the method is read."""
    assert {"a": 1} == persons(pa.record_batch({"key": ["a"], "persons": [1]}))


class Producer:
    """A table of somebody else, known by its method alone."""

    def __init__(self, error: Exception | None = None, result: object = None) -> None:
        self.error = error
        self.result = result

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand out the stream, or what is none."""
        if self.error is not None:
            raise self.error
        return self.result


def test_any_producer_is_read():
    """The method is all that is asked for."""
    table = pa.table({"key": ["a"], "persons": [1]})
    assert {"a": 1} == persons(Producer(result=table.__arrow_c_stream__()))


@pytest.mark.parametrize(
    "thing",
    [None, 5, "key,persons", b"", [], [{"key": "a"}], (row for row in ()), object(), Decimal(1)],
    ids=lambda thing: type(thing).__name__,
)
def test_what_is_no_table_is_told(thing: object):
    """Only the method makes a table."""
    assert [("no_table", "")] == mistakes(thing)


def test_mapping_is_no_table():
    """A dict of lists must be made a table first."""
    with pytest.raises(DocumentError) as error:
        recipients_from_table({"key": ["a"], "persons": [1]}, FRAMEWORK)
    assert "no_table" == error.value.problems[0].code


@pytest.mark.parametrize(
    "thing",
    [
        Producer(RuntimeError("Zq7-Geheim")),
        Producer(MemoryError()),
        Producer(result=5),
        Producer(result=None),
        Producer,
        pa.chunked_array([[1, 2]]),
    ],
    ids=["raises", "memory", "number", "nothing", "class", "no-struct"],
)
def test_producer_that_fails_is_told(thing: object):
    """Whatever the producer raises is kept as the cause, and its words out of the message."""
    with pytest.raises(DocumentError) as error:
        recipients_from_table(thing, FRAMEWORK)
    assert (["unreadable_table"], True) == (
        [problem.code for problem in error.value.problems],
        error.value.__cause__ is not None,
    )
    assert "Geheim" not in str(error.value)


def test_object_that_fails_when_asked_is_told():
    """Even the question whether it is a table may fail."""

    class Strange:
        @property
        def __arrow_c_stream__(self) -> object:
            raise RuntimeError

    assert [("unreadable_table", "")] == mistakes(Strange())


def test_names_that_are_no_text_are_told():
    """Arrow does not look at the bytes of a name."""
    table = pa.table([["a"], [1]], schema=pa.schema([(b"key", pa.string()), (b"\xff", pa.int64())]))
    assert [("unreadable_table", "")] == mistakes(table)


def test_stream_that_breaks_off_is_told():
    """A row that cannot be made is an error of the whole."""

    def batches() -> Iterator[Any]:
        yield pa.record_batch({"key": ["a"], "persons": [1]})
        raise ValueError("Zq7-Geheim")

    schema = pa.schema({"key": pa.string(), "persons": pa.int64()})
    stream = pa.RecordBatchReader.from_batches(schema, batches())
    assert [("unreadable_table", "")] == mistakes(stream)


def test_figures_of_the_whole_are_passed_on():
    """A pot is given beside the table."""
    programme = catalogue.load("de-koenigsteiner-schluessel")
    found = read({"key": ["Berlin"]}, programme, figures={"pot": "5"})
    assert {"pot": "5"} == dict(found.figures)


def test_figures_of_the_whole_are_checked():
    """A float as a pot is refused as everywhere."""
    programme = catalogue.load("de-koenigsteiner-schluessel")
    with pytest.raises(DocumentError):
        read({"key": ["Berlin"]}, programme, figures={"pot": 5.0})


# -- columns ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "content"),
    [
        ([("missing_column", "/columns/key"), ("missing_column", "/columns/persons")], {}),
        ([("missing_column", "/columns/persons")], {"key": ["a"]}),
        ([("missing_column", "/columns/key")], {"persons": [1]}),
        ([("unknown_column", "/columns/people")], {"key": ["a"], "persons": [1], "people": [1]}),
        (
            [("unknown_column", "/columns/Key"), ("missing_column", "/columns/key")],
            {"Key": ["a"], "persons": [1]},
        ),
        ([("unknown_column", "/columns/a~1b")], {"key": ["a"], "persons": [1], "a/b": [1]}),
        ([("no_recipients", "/rows")], {"key": pa.array([], pa.string()), "persons": []}),
    ],
    ids=["no-columns", "figure", "key", "unknown", "case", "escaped", "no-rows"],
)
def test_mistake_in_the_columns_is_told(wanted: list[tuple[str, str]], content: dict[str, Any]):
    """The columns must be those of the programme."""
    assert wanted == mistakes(content)


def test_repeated_column_is_told():
    """Which of two columns counts is no guess."""
    table = pa.table([["a"], [1], [2]], names=["key", "persons", "persons"])
    assert [("repeated_column", "/columns/persons")] == mistakes(table)


def test_unknown_column_names_those_that_are_known():
    """The names are those of the table, where the caller has named them."""
    with pytest.raises(DocumentError) as error:
        read({"AGS": ["a"], "persons": [1], "x": [1]}, columns={"key": "AGS"})
    assert (
        "/columns/x: found a column that the programme does not use; allowed: AGS, name, kind, "
        "parent, persons. Name it in ignore, or say in columns which of these it is."
    ) == error.value.problems[0].text("en")


def test_ignored_columns_are_left_out():
    """What the caller names is not looked at; a name that is not there does no harm."""
    table = pa.table([["a"], [1], [[2]], [3]], names=["key", "persons", "x", "x"])
    assert {"a": 1} == persons(table, ignore=["x", "y"])


def test_ignored_column_that_is_needed_is_missing():
    """Leaving out comes before reading."""
    content = {"key": ["a"], "persons": [1]}
    assert [("missing_column", "/columns/persons")] == mistakes(content, ignore={"persons"})


def test_columns_may_have_other_names():
    """Places are told with the names of the table."""
    names = {"key": "AGS", "persons": "Anzahl"}
    content = {"AGS": ["a", "b"], "Anzahl": [1, -1]}
    assert [("negative_figure", "/rows/1/Anzahl")] == mistakes(content, columns=names)


def test_one_column_may_serve_twice():
    """A name that is the key as well needs no copy."""
    found = read({"town": ["a"], "persons": [1]}, columns={"key": "town", "name": "town"})
    assert ("a", "a") == (found["a"].key, found["a"].name)


def test_names_may_be_exchanged():
    """What the caller says comes before what a column is called."""
    content = {"key": ["Weinheim"], "name": ["08226096"], "persons": [1]}
    found = read(content, columns={"key": "name", "name": "key"})
    assert "Weinheim" == found["08226096"].name


def test_column_given_to_one_name_is_taken_for_no_other():
    """The persons are not read a second time from the column of the bonus."""
    content = {"key": ["a"], "fte": ["1"], "persons": [1]}
    assert [("missing_column", "/columns/persons")] == mistakes(
        content, TRIAL, columns={"bonus": "persons"}
    )


def test_renamed_column_must_be_there():
    """A default is no reason to overlook a misspelt name."""
    content = {"key": ["a"], "fte": ["1"], "persons": [1]}
    assert [("missing_column", "/columns/Zulage")] == mistakes(
        content, TRIAL, columns={"bonus": "Zulage"}
    )


def test_renaming_of_what_the_programme_has_not_is_refused():
    """Known names resemble it."""
    with pytest.raises(UnknownNameError, match="did you mean 'persons'"):
        read({"key": ["a"], "persons": [1]}, columns={"person": "Anzahl"})


@pytest.mark.parametrize(
    ("wanted", "options"),
    [
        (["/columns"], {"columns": ["persons"]}),
        (["/columns"], {"columns": {"persons": 5}}),
        (["/ignore"], {"ignore": "persons"}),
        (["/ignore"], {"ignore": 5}),
        (["/ignore"], {"ignore": [["persons"]]}),
        (["/columns", "/ignore"], {"columns": 5, "ignore": None}),
    ],
)
def test_options_of_another_form_are_refused(wanted: list[str], options: dict[str, Any]):
    """A text is no list of names."""
    with pytest.raises(InvalidValueError) as error:
        read({"key": ["a"], "persons": [1]}, **options)
    assert wanted == [problem.pointer for problem in error.value.problems]


@pytest.mark.parametrize("levels", ['month = "post"', 'month = "recipient"'])
def test_programme_with_two_levels_below_has_no_table(levels: str):
    """A flat table cannot hold two levels."""
    changed = HEAD + levels + POSTS.replace('level = "post"', 'level = "month"')
    assert ("not_flat", "") in mistakes({"key": ["a"]}, from_toml(changed, Programme))


# -- own columns -----------------------------------------------------------------------------------


def test_own_columns_are_read():
    """Name, kind and parent belong to the recipient and are no figures."""
    row = {"key": ["a"], "name": ["Town"], "kind": ["city"], "parent": ["north"], "persons": [1]}
    member = read(row)["a"]
    assert ("Town", "city", "north", {"persons": 1}) == (
        member.name,
        member.kind,
        member.parent,
        dict(member.figures),
    )


@pytest.mark.parametrize("nothing", [None, ""])
def test_empty_own_cells_are_absent(nothing: str | None):
    """An empty name is no name."""
    content = {"key": ["a"], "name": [nothing], "kind": [nothing], "persons": [1]}
    member = read(content)["a"]
    assert (None, None, "a") == (member.name, member.kind, member.title)


@pytest.mark.parametrize("nothing", [None, ""])
def test_row_without_key_is_told(nothing: str | None):
    """And so are its other mistakes."""
    assert [("no_key", "/rows/1/key"), ("missing_figure", "/rows/1/persons")] == mistakes(
        {"key": ["a", nothing], "persons": [1, None]}
    )


@pytest.mark.parametrize(
    "values",
    [pa.array([8226096]), pa.array([8226096.0]), pa.array([Decimal(8226096)])],
    ids=["int", "float", "decimal"],
)
def test_numbers_are_no_keys(values: Any):
    """A number has lost its leading zero; the message says where to mend it."""
    with pytest.raises(DocumentError, match="lost its leading zero"):
        read({"key": values, "persons": [1]})


@pytest.mark.parametrize("name", ["key", "name", "kind", "parent"])
@pytest.mark.parametrize(
    "values",
    [
        pa.array([b"a"]),
        pa.array([True]),
        pa.array([["a"]]),
        pa.array([{"surname": "a"}]),
        pa.array([dt.date(2018, 1, 1)]),
        pa.array([dt.timedelta(1)]),
    ],
    ids=["binary", "bool", "list", "struct", "date", "duration"],
)
def test_what_is_no_text_is_no_key_and_no_name(name: str, values: Any):
    """One problem of the column; the names of inner fields stay out of it."""
    content = {"key": ["a"], "persons": [1]} | {name: values}
    with pytest.raises(DocumentError) as error:
        read(content)
    assert [("wrong_column_type", f"/columns/{name}")] == [
        (problem.code, problem.pointer) for problem in error.value.problems
    ]
    assert "surname" not in str(error.value)


@pytest.mark.parametrize(
    "key", ["a\u202eb", "a\u200bb", "a\x07b", "x" * 65, "e\u0301", " ", "a\nb"]
)
def test_key_that_is_no_code_is_told(key: str):
    """Keys are short plain texts."""
    found = mistakes({"key": ["a", key], "persons": [1, 1]})
    assert ["/rows/1/key"] == [place for _, place in found]


def test_name_that_is_no_text_is_told():
    """Names too."""
    content = {"key": ["a"], "Ort": ["b\u202ec"], "persons": [1]}
    assert [("not_plain_text", "/rows/0/Ort")] == mistakes(content, columns={"name": "Ort"})


def test_apostrophe_before_a_sign_is_the_senders():
    """Only CSV knows formulas; a table holds what it holds."""
    assert ["'-a"] == list(persons({"key": ["'-a"], "persons": [1]}))


# -- rows of one key -------------------------------------------------------------------------------


def test_rows_of_one_key_are_posts_of_one_recipient():
    """ThILIK: a row is a post."""
    content = {"key": ["E", "G", "E"], "eligible_cost": ["1.50", "2", "3"]}
    found = read(content, THILIK)
    assert {"E": ["1", "2"], "G": ["1"]} == {
        member.key: [record.key for record in member.records["post"]] for member in found
    }


def test_repeated_key_without_posts_is_told():
    """Both rows are named."""
    content = {"key": ["a", "b", "a"], "persons": [1, 1, 1]}
    with pytest.raises(DocumentError, match="/rows/2/key: found the key of row 0 again"):
        read(content)


def test_rows_of_one_key_must_agree():
    """The same recipient cannot have two names, nor two numbers of persons."""
    content = {"key": ["a", "a"], "name": ["x", "y"], "persons": [5, 6], "fte": ["1", "1"]}
    assert [("rows_disagree", "/rows/1/name"), ("rows_disagree", "/rows/1/persons")] == mistakes(
        content, TRIAL
    )


def test_disagreeing_rows_name_the_first():
    """The message says which row it was compared with."""
    content = {"key": ["b", "a", "a"], "persons": [1, 5, 6], "fte": ["1", "1", "1"]}
    with pytest.raises(DocumentError, match="/rows/2/persons: found another value than in row 1"):
        read(content, TRIAL)


@pytest.mark.parametrize("bonus", [[None, 2], [2, None]])
def test_optional_figures_must_agree_too(bonus: list[int | None]):
    """A value in one row and none in another disagree."""
    content = {"key": ["a", "a"], "persons": [5, 5], "bonus": bonus, "fte": ["1", "1"]}
    assert [("rows_disagree", "/rows/1/bonus")] == mistakes(content, TRIAL)


def test_agreeing_rows_are_read():
    """Figures of recipient and post are told apart; what is missing has its default later."""
    content = {"key": ["a", "a"], "persons": [5, 5], "bonus": [None, None], "fte": ["0.5", "1"]}
    member = read(content, TRIAL)["a"]
    assert ({"persons": 5}, 2) == (dict(member.figures), len(member.records["post"]))


def test_kind_of_a_post_is_read_where_posts_have_one():
    """It belongs to the post, not to the recipient."""
    content = {"key": ["a", "a"], "persons": [5, 5], "kind": ["x", "y"], "fte": ["1", "1"]}
    member = read(content, with_kind("post"))["a"]
    assert (None, ["x", "y"]) == (
        member.kind,
        [record.figures["kind"] for record in member.records["post"]],
    )


def test_missing_kind_is_told_where_a_rule_asks():
    """Of recipients and of posts; with a default it may be missing."""
    content = {"key": ["a"], "persons": [5], "kind": [None], "fte": ["1"]}
    content["kind"] = pa.array([None], pa.string())
    wanted = [("missing_figure", "/rows/0/kind")]
    assert [wanted, wanted] == [
        mistakes(content, with_kind("recipient")),
        mistakes(content, with_kind("post")),
    ]
    assert read(content, with_kind("recipient", 'default = "x"'))["a"].kind is None


# -- all mistakes, and bounds ----------------------------------------------------------------------


def test_all_mistakes_are_told_columns_first_then_rows():
    """One report for the whole table."""
    content = {
        "key": ["a", None, "a"],
        "people": [1, 1, 1],
        "name": [1, 2, 3],
        "persons": ["-1", "1", "x"],
    }
    assert [
        ("unknown_column", "/columns/people"),
        ("wrong_column_type", "/columns/name"),
        ("negative_figure", "/rows/0/persons"),
        ("no_key", "/rows/1/key"),
        ("bad_figure", "/rows/2/persons"),
        ("duplicate_recipient", "/rows/2/key"),
    ] == mistakes(content)


def test_message_is_german_on_demand_and_keeps_the_cell_to_itself():
    """A cell may be a name; it does not stand in the message."""
    with pytest.raises(DocumentError) as error:
        read({"key": ["a"], "persons": ["Zq7-Geheim"]})
    assert "Geheim" not in error.value.text("de") + repr(error.value) + str(error.value.args)
    assert "gefunden ein Wert in anderer Form" in error.value.text("de")


def test_rows_beyond_the_bound_are_refused():
    """The first row too many is told, and nothing after it."""
    content = {"key": ["a", "b", "c"], "persons": [1, 2, -3]}
    assert [("too_many_rows", "/rows/2")] == mistakes(content, bounds=Bounds(rows=2))


def test_rows_at_the_bound_are_read():
    """The bound is included."""
    assert 2 == len(read({"key": ["a", "b"], "persons": [1, 2]}, bounds=Bounds(rows=2)))


def test_endless_stream_is_left_at_the_bound():
    """No more is read than what may be there."""

    def batches() -> Iterator[Any]:
        while True:
            yield pa.record_batch({"key": ["a", "b"], "persons": [1, 2]})

    schema = pa.schema({"key": pa.string(), "persons": pa.int64()})
    stream = pa.RecordBatchReader.from_batches(schema, batches())
    assert ("too_many_rows", "/rows/5") in mistakes(stream, bounds=Bounds(rows=5))


def test_flood_of_problems_is_cut_and_counted():
    """The first thousand are told and the rest counted."""
    found = mistakes({"key": [f"k{number}" for number in range(1_500)], "persons": [-1] * 1_500})
    assert (1_001, "more_problems") == (len(found), found[-1][0])


def test_flood_of_columns_is_refused_quickly():
    """Many columns cost no more than their number."""
    content = {"key": ["a"], "persons": [1]} | {f"c{number}": [1] for number in range(5_000)}
    assert 1_001 == len(mistakes(content))
