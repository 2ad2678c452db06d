"""Recipients from CSV: what spreadsheets write, and every mistake with its place."""

import datetime as dt
import io
import time
from collections.abc import Mapping
from fractions import Fraction

import pytest

from integrationsplan import (
    DocumentError,
    InvalidValueError,
    Programme,
    Recipients,
    UnknownNameError,
    allocate,
    catalogue,
    from_toml,
)
from integrationsplan.serialization import (
    Bounds,
    RecipientsFile,
    recipients_from_csv,
    records_from_csv,
)
from integrationsplan.serialization._lines import neutralise, restore
from integrationsplan.serialization._recipients_csv import recipients_to_csv

HEAD = """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01 }
"""
FIGURES = """
[levels]
recipient = "all"
[figures.persons]
unit = "person"
[figures.amount]
unit = "EUR"
default = "0"
[figures.sort]
unit = "code"
default = "1"
[figures.since]
unit = "date"
[figures.member]
unit = "truth"
[rules.sum]
kind = "sum"
of = ["amount", "amount"]
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
award = "sum"
unit = "EUR"
"""
EVERYTHING = from_toml(HEAD + FIGURES, Programme)
FRAMEWORK = catalogue.load("de-bw-integrationsmanagement-2017")
THILIK = catalogue.load("de-th-thilik-2016")
LINE = "key,name,persons,amount,sort,since,member\n"


def read(data: bytes | str, programme: Programme = FRAMEWORK, **options: object) -> RecipientsFile:
    """Read recipients of a programme."""
    return recipients_from_csv(data, programme, **options)


def persons(data: bytes | str, **options: object) -> dict[str, object]:
    """Return the persons of each key."""
    found = read(data, FRAMEWORK, **options).recipients
    return {member.key: member.figures["persons"] for member in found}


def mistakes(
    data: bytes | str, programme: Programme = FRAMEWORK, **options: object
) -> list[tuple[str, int | None, str | None]]:
    """Return code, line and column of everything that is wrong."""
    with pytest.raises(DocumentError) as error:
        read(data, programme, **options)
    for language in ("de", "en"):
        assert "{" not in error.value.text(language)
    return [(problem.code, problem.line, problem.column) for problem in error.value.problems]


# -- dialects --------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize("last", [True, False], ids=["ended", "open"])
def test_dialect_is_recognised(mark: str, separator: str, end: str, last: bool):
    """Separator, byte order mark and line ends are found without being told."""
    rows = (("key", "name", "persons"), ("1", "Bad Säckingen", "352"), ("2", "x", "7"))
    text = mark + end.join(separator.join(row) for row in rows) + (end if last else "")
    assert {"1": 352, "2": 7} == persons(text.encode("utf-8"))


def test_text_is_read_like_bytes():
    """What was decoded already is accepted."""
    assert {"a": 1} == persons("key;persons\na;1\n")


@pytest.mark.parametrize(
    "text",
    [
        'key,name,persons\na,"x;y;z;w",1\n',
        '"key","name","persons"\n"a","x;y","1"\n',
        'key,"name",persons\na,;;;;,1\n',
    ],
)
def test_separator_is_that_of_the_header(text: str):
    """Other separators inside cells do not count."""
    assert {"a": 1} == persons(text)


def test_separator_of_a_file_with_lone_carriage_returns():
    """Only the header decides, also where lines end in the old way."""
    rows = "\r".join(f"{number};A, B, C, D;1" for number in range(9))
    assert 9 == len(persons(f"key;name;persons\r{rows}\r"))


def test_separator_in_a_quoted_header_does_not_count():
    """A header cell may hold other separators, and is told as unknown."""
    assert [("unknown_column", 1, "a;b;c;d")] == mistakes('key,"a;b;c;d",persons\nx,1,1\n')


def test_quoted_cells_keep_newlines_and_line_numbers():
    """A cell may hold a line break; the lines after it are counted right."""
    text = 'key,name,persons\n"a",Town,1\nb,"first\nsecond",x\nc,Town,y\n'
    assert [
        ("bad_figure", 3, "persons"),
        ("bad_figure", 5, "persons"),
    ] == [item for item in mistakes(text) if item[0] == "bad_figure"]


def test_doubled_quotes_are_one():
    """Quotes inside a quoted cell are doubled."""
    file = read('key,name,persons\na,"the ""town""",1\n')
    assert 'the "town"' == file.recipients["a"].name


@pytest.mark.parametrize("text", ["key;persons\n\na;1\n\n\nb;2\n\n", "\n\nkey;persons\na;1\nb;2"])
def test_blank_lines_are_left_out(text: str):
    """Blank lines before, between and after rows mean nothing."""
    assert {"a": 1, "b": 2} == persons(text)


def test_rows_of_empty_cells_are_left_out():
    """Spreadsheets write separators for rows that once held something."""
    assert {"a": 1} == persons("key;persons\na;1\n;\n;\n")


def test_blank_lines_are_counted():
    """The line in the message is the line of the file."""
    assert [("bad_figure", 5, "persons")] == mistakes("\nkey;persons\n\n\na;x\n")


def test_lines_of_keys_are_kept_for_messages():
    """The file remembers where each key stands."""
    assert {"a": 2, "b": 4} == dict(read("key;persons\na;1\n\nb;2\n").lines)


def test_order_of_columns_does_not_matter():
    """Columns are found by name."""
    assert {"a": 3} == persons("persons;name;key\n3;x;a\n")


def test_own_columns_are_read():
    """Name, kind and parent belong to the recipient and are no figures."""
    member = read("key;name;kind;parent;persons\na;Town;city;north;1\n").recipients["a"]
    assert ("Town", "city", "north", {"persons": 1}) == (
        member.name,
        member.kind,
        member.parent,
        dict(member.figures),
    )


def test_empty_own_cells_are_absent():
    """An empty name is no name."""
    member = read("key;name;kind;parent;persons\na;;;;1\n").recipients["a"]
    assert (None, None, None, "a") == (member.name, member.kind, member.parent, member.title)


def test_figures_of_the_whole_are_passed_on():
    """A pot is given beside the file."""
    programme = catalogue.load("de-koenigsteiner-schluessel")
    file = read("key\nBerlin\n", programme, figures={"pot": "5"})
    assert {"pot": "5"} == dict(file.recipients.figures)


def test_figures_of_the_whole_are_checked():
    """A float as a pot is refused with the file."""
    programme = catalogue.load("de-koenigsteiner-schluessel")
    figures: Mapping[str, object] = {"pot": 5.0}
    with pytest.raises(DocumentError):
        read("key\nBerlin\n", programme, figures=figures)


# -- numbers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "cell"),
    [
        ("1234.56", "1.234,56"),
        ("1234.56", "1234,56"),
        ("1234567", "1.234.567"),
        ("0.5", "0,5"),
        ("12", "12"),
        ("1234567.89", '"1.234.567,89"'),
        ("123", "123,00"),
    ],
)
def test_german_numbers(wanted: str, cell: str):
    """With the option numbers are read as German spreadsheets write them."""
    text = f"key;persons;amount;since;member\na;1;{cell};2018-01-01;true\n"
    file = read(text, EVERYTHING, decimal_comma=True)
    assert wanted == str(float(file.recipients["a"].figures["amount"])).removesuffix(".0")


@pytest.mark.parametrize(
    "cell",
    [
        "1234.56",
        "1.23",
        "12.34,5",
        "1.2345",
        ".5",
        "5,",
        "1,234.56",
        "1'234,5",
        "1 234,5",
        "1.234.56",
    ],
)
def test_what_is_no_german_number_is_refused(cell: str):
    """A point that groups no thousands is no guess but a mistake."""
    text = f"key;persons;amount;since;member\na;1;{cell};2018-01-01;true\n"
    assert [("bad_figure", 2, "amount")] == mistakes(text, EVERYTHING, decimal_comma=True)


def test_german_number_below_zero_is_told_as_such():
    """A sign is read; the number is refused for what it is."""
    text = "key;persons;amount;since;member\na;1;-1.234,5;2018-01-01;true\n"
    assert [("negative_figure", 2, "amount")] == mistakes(text, EVERYTHING, decimal_comma=True)


def test_decimal_comma_without_the_option_is_refused():
    """A comma is never taken for a point by itself."""
    text = "key;persons;amount;since;member\na;1;1234,56;2018-01-01;true\n"
    assert [("bad_figure", 2, "amount")] == mistakes(text, EVERYTHING)


@pytest.mark.parametrize(
    "cell",
    [
        "1e1000000",
        "1E-999999",
        "NaN",
        "sNaN",
        "Infinity",
        "-Infinity",
        "1_0",
        " 10",
        "10 ",
        "+5",
        "0x10",
        "١٢",
        "１２",  # noqa: RUF001  # full-width digits are meant
        "½",
        "²",
        "9" * 19,
        "9" * 4300,
        "9" * 4301,
        "=1+1",
        "1;2",
        "#DIV/0!",
        "true",
    ],
    ids=lambda cell: cell[:12],
)
@pytest.mark.parametrize("decimal_comma", [True, False])
def test_hostile_number_is_refused(cell: str, decimal_comma: bool):
    """What is no plain number is told and never computed."""
    text = f"key,persons\na,{cell}\n"
    assert [("bad_figure", 2, "persons")] == mistakes(text, decimal_comma=decimal_comma)


@pytest.mark.parametrize(
    ("code", "cell"), [("negative_figure", "-1"), ("not_whole", "1.5"), ("missing_figure", "")]
)
def test_wrong_number_is_told_with_its_place(code: str, cell: str):
    """Line and column say where."""
    assert [(code, 2, "persons")] == mistakes(f"key,name,persons\na,x,{cell}\n")


def test_figures_of_every_sort_are_read():
    """Dates are ISO, truths are true and false, codes are texts."""
    file = read(LINE + "a,x,1,2.50,x,2018-01-31,false\n", EVERYTHING)
    found = file.recipients["a"].figures
    assert ("x", "2018-01-31", False) == (found["sort"], str(found["since"]), found["member"])


@pytest.mark.parametrize("decimal_comma", [True, False])
@pytest.mark.parametrize(
    ("column", "row"),
    [
        ("since", "a,x,1,2,x,31.01.2018,true"),
        ("since", "a,x,1,2,x,2018-02-30,true"),
        ("member", "a,x,1,2,x,2018-01-31,ja"),
        ("member", "a,x,1,2,x,2018-01-31,1"),
    ],
)
def test_figure_of_another_form_is_told(column: str, row: str, decimal_comma: bool):
    """Each sort has one form, whatever the decimal sign."""
    assert [("bad_figure", 2, column)] == mistakes(
        LINE + row + "\n", EVERYTHING, decimal_comma=decimal_comma
    )


def test_column_with_a_default_may_be_missing_or_empty():
    """Only figures without default are required."""
    text = "key,persons,amount,since,member\na,1,,2018-01-31,true\n"
    assert {"persons", "since", "member"} == set(read(text, EVERYTHING).recipients["a"].figures)


# -- the form of the file --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ([("no_header", 1, None)], ""),
        ([("no_header", 1, None)], "\n\n\n"),
        ([("no_header", 1, None)], "\ufeff"),
        ([("no_header", 1, None)], ";;;\n"),
        ([("no_recipients", 2, None)], "key;persons\n"),
        ([("no_recipients", 2, None)], "key;persons\n;\n"),
        ([("missing_column", 1, "key")], "persons\n1\n"),
        ([("missing_column", 1, "persons")], "key\na\n"),
        ([("unknown_column", 1, "people")], "key;people;persons\na;1;1\n"),
        ([("repeated_column", 1, "persons")], "key;persons;persons\na;1;1\n"),
        ([("unknown_column", 1, "Key"), ("missing_column", 1, "key")], "Key;persons\na;1\n"),
        (
            [("unknown_column", 1, " persons"), ("missing_column", 1, "persons")],
            "key; persons\na;1\n",
        ),
        ([("unknown_column", 1, "")], "key;persons;\na;1;x\n"),
        ([("cell_count", 3, None)], "key;persons\na;1\nb;2;3\n"),
        ([("cell_count", 2, None)], "key;persons\na\n"),
        ([("no_key", 2, "key")], "key;persons\n;1\n"),
        ([("duplicate_recipient", 4, "key")], "key;persons\na;1\nb;1\na;1\n"),
        ([("not_csv", 2, None)], 'key;persons\n"a;1\n'),
        ([("not_csv", 3, None)], 'key;persons\na;1\nb;"2"x\n'),
        ([("not_csv", 1, None)], "key;persons\0\na;1\n"),
        ([("not_csv", 2, None)], "key;persons\na\0;1\n"),
        ([("not_csv", 2, None)], "key;persons\ra\0;1\r"),
        ([("not_csv", 2, None)], "key;persons\na;" + "9" * 200_000 + "\n"),
        ([("cell_too_long", 2, "persons")], "key;persons\na;" + "9" * 100_000 + "\n"),
        ([("cell_too_long", 1, None)], "key;" + "p" * 20_001 + "\na;1\n"),
        ([("line_too_long", 2, None)], "key;persons\na;1" + ";" * 1_048_576 + "\n"),
        ([("line_too_long", 2, None)], "key;persons\n" + f"{'ä' * 9_999};" * 53 + "\n"),
        ([("line_too_long", 3, None)], "key;persons\na;1\n" + ";" * 1_048_576 + "\nb;2\n"),
    ],
    ids=range(28),
)
def test_mistake_in_the_form_is_told(wanted: list[tuple[str, int, str | None]], text: str):
    """What is no table is told with its line."""
    assert wanted == mistakes(text)


@pytest.mark.parametrize(
    "data",
    [
        "key;persons\nä;1\n".encode("cp1252"),
        "key;persons\na;1\n".encode("utf-16"),
        "key;persons\na;1\n".encode("utf-32"),
        b"key;persons\n\xff;1\n",
        b"key;persons\n\xed\xa0\x80;1\n",
        b"key;persons\n\xc0\x80;1\n",
        b"key;persons\n\xe2\x82",
    ],
    ids=["cp1252", "utf-16", "utf-32", "ff", "surrogate", "overlong", "truncated"],
)
def test_other_encodings_are_refused(data: bytes):
    """Only UTF-8 is read; the message says how to save as such."""
    assert [("not_utf8", None, None)] == mistakes(data)


def test_utf_16_without_mark_is_refused():
    """UTF-16 that happens to be UTF-8 has NUL in every second place."""
    assert [("not_csv", 1, None)] == mistakes("key;persons\na;1\n".encode("utf-16-le"))


def test_lone_surrogate_is_refused():
    """A text that cannot be written is no text."""
    assert [("not_utf8", None, None)] == mistakes("key;persons\n\ud800;1\n")


@pytest.mark.parametrize(
    "key", ["a\u202eb", "a\u200bb", "a\x07b", "x" * 65, "e\u0301", '"a\nb"', '"a\tb"']
)
def test_key_that_is_no_code_is_told(key: str):
    """Keys are short plain texts."""
    found = mistakes(f"key;persons\n{key};1\n")
    assert [(2, "key")] == [(line, column) for _, line, column in found]


def test_name_that_is_no_text_is_told():
    """Names too."""
    assert [("not_plain_text", 2, "name")] == mistakes("key;name;persons\na;b\u202ec;1\n")


def test_byte_order_mark_in_the_middle_is_told():
    """Files that were put together have it in the key."""
    assert [("not_plain_text", 3, "key")] == mistakes("key;persons\na;1\n\ufeffb;1\n")


def test_code_that_is_no_code_is_told():
    """A figure that is a code is a short plain text as well."""
    assert [(2, "sort")] == [
        (line, column)
        for _, line, column in mistakes(LINE + "a,x,1,2,x\u202e,2018-01-31,true\n", EVERYTHING)
    ]


def test_all_mistakes_are_told_in_the_order_of_lines():
    """One report for the whole file."""
    text = "key;people;persons\na;1;-1\nb;2\n;1;1\na;1;x\n"
    assert [
        ("unknown_column", 1, "people"),
        ("negative_figure", 2, "persons"),
        ("cell_count", 3, None),
        ("no_key", 4, "key"),
        ("bad_figure", 5, "persons"),
        ("duplicate_recipient", 5, "key"),
    ] == mistakes(text)


def test_message_names_line_column_and_remedy_in_german():
    """The whole message in one language."""
    with pytest.raises(DocumentError) as error:
        read("key;persons\na;-1\n")
    assert (
        "Zeile 2, Spalte persons: gefunden eine Zahl unter null; erlaubt: null oder mehr. "
        "Den Wert berichtigen."
    ) == error.value.text("de").splitlines()[1].strip()


def test_repeated_key_names_the_line_of_the_first():
    """Lines are those of the file, not of its rows, however many lines a row or a gap takes."""
    with pytest.raises(DocumentError) as error:
        read("key;persons\n\na;1\n\na;2\n")
    assert "line 5, column key: found the key of line 3 again" in str(error.value)


def test_message_keeps_the_cell_to_itself():
    """A cell may be a name; it does not stand in the message."""
    with pytest.raises(DocumentError) as error:
        read("key;persons\na;Zq7-Geheim\n")
    assert "Zq7-Geheim" not in str(error.value) + repr(error.value) + str(error.value.args)


# -- bounds ----------------------------------------------------------------------------------------


def test_file_beyond_the_bound_is_refused():
    """The size is looked at before anything else."""
    bounds = Bounds(csv_bytes=20)
    assert [("document_too_big", None, None)] == mistakes("key;persons\naaaa;1111\n", bounds=bounds)


def test_file_at_the_bound_is_read():
    """The bound is included."""
    text = "key;persons\na;1\n"
    assert {"a": 1} == persons(text, bounds=Bounds(csv_bytes=len(text)))


def test_size_is_counted_in_bytes():
    """Characters of several bytes count as such, in text as in bytes."""
    text = "key;persons\nä;1\n"
    assert [("document_too_big", None, None)] == mistakes(text, bounds=Bounds(csv_bytes=len(text)))


def test_rows_beyond_the_bound_are_refused():
    """The first row too many is told, and nothing after it."""
    text = "key;persons\na;1\nb;2\nc;3\nd;4\n"
    assert [("too_many_rows", 4, None)] == mistakes(text, bounds=Bounds(rows=2))


def test_rows_at_the_bound_are_read():
    """The bound is included."""
    assert {"a": 1, "b": 2} == persons("key;persons\na;1\nb;2\n", bounds=Bounds(rows=2))


def test_flood_of_problems_is_cut_and_counted():
    """The first thousand are told and the rest counted."""
    text = "key;persons\n" + "".join(f"k{number};x\n" for number in range(1_500))
    found = mistakes(text)
    assert (1_001, "more_problems") == (len(found), found[-1][0])


def test_flood_of_columns_is_refused_quickly():
    """Nobody means that many: nothing is said of each of them."""
    header = "key,persons," + ",".join(f"c{number}" for number in range(20_000))
    assert [("too_many", 1, None)] == mistakes(header + "\n")


# -- rows that are posts ---------------------------------------------------------------------------


def test_rows_of_one_key_are_posts_of_one_recipient():
    """ThILIK: a row is a post."""
    text = "key;name;eligible_cost\nE;Erfurt;1.50\nG;Gera;2\nE;Erfurt;3\n"
    file = read(text, THILIK)
    assert {"E": ["1", "2"], "G": ["1"]} == {
        member.key: [record.key for record in member.records["post"]] for member in file.recipients
    }


def test_costs_of_posts_are_read():
    """The figure belongs to the post."""
    file = read("key;eligible_cost\nE;1.50\nE;3\n", THILIK)
    assert ["3/2", "3"] == [
        str(record.figures["eligible_cost"]) for record in file.recipients["E"].records["post"]
    ]


def test_rows_of_one_key_must_agree():
    """The same recipient cannot have two names."""
    text = "key;name;eligible_cost\nE;Erfurt;1\nE;Eisenach;1\n"
    assert [("rows_disagree", 3, "name")] == mistakes(text, THILIK)


def test_every_mistake_of_posts_is_told():
    """All rows of a recipient are looked at."""
    text = "key;eligible_cost\nE;1\nE;-1\nE;1.001\n"
    assert [
        ("negative_figure", 3, "eligible_cost"),
        ("thousands_or_decimals", 4, "eligible_cost"),
    ] == mistakes(text, THILIK)


POSTS = """
[levels]
recipient = "all"
post = "recipient"
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


def test_figures_of_the_recipient_must_agree_in_all_rows():
    """Persons of the same recipient stand in each of its rows."""
    programme = from_toml(HEAD + POSTS, Programme)
    text = "key;persons;fte\na;5;0.5\na;6;1\n"
    assert [("rows_disagree", 3, "persons")] == mistakes(text, programme)


def test_optional_figures_of_the_recipient_must_agree_too():
    """A value in one row and none in another disagree, whichever comes first."""
    programme = from_toml(HEAD + POSTS, Programme)
    texts = ("key;persons;bonus;fte\na;5;;1\na;5;2;1\n", "key;persons;bonus;fte\na;5;2;1\na;5;;1\n")
    assert [[("rows_disagree", 3, "bonus")]] * 2 == [mistakes(text, programme) for text in texts]


def test_agreeing_rows_are_read():
    """Figures of recipient and post are told apart."""
    programme = from_toml(HEAD + POSTS, Programme)
    member = read("key;persons;fte\na;5;0.5\na;5;1\n", programme).recipients["a"]
    assert ({"persons": 5}, 2) == (dict(member.figures), len(member.records["post"]))


KIND_OF_POST = POSTS.replace(
    "[figures.fte]", '[figures.kind]\nunit = "code"\nlevel = "post"\n[figures.fte]'
).replace(
    "[result]",
    '[[conditions]]\ncode = "c"\nwhen = { kind = "one_of", of = "kind", values = ["x"] }\n'
    'effect = "notice"\nde = "d"\nen = "e"\n[result]',
)


def test_kind_of_a_post_is_read_where_posts_have_one():
    """A programme whose posts have a kind can be fed from a file."""
    programme = from_toml(HEAD + KIND_OF_POST, Programme)
    member = read("key;persons;kind;fte\na;5;x;0.5\na;5;y;1\n", programme).recipients["a"]
    assert ["x", "y"] == [record.figures["kind"] for record in member.records["post"]]


KIND = POSTS.replace("[figures.fte]", '[figures.kind]\nunit = "code"\n[figures.fte]').replace(
    "[result]",
    '[[conditions]]\ncode = "c"\nwhen = { kind = "one_of", of = "kind", values = ["x"] }\n'
    'effect = "notice"\nde = "d"\nen = "e"\n[result]',
)


def test_kind_of_recipients_is_required_where_a_rule_asks():
    """A missing column is told as such."""
    programme = from_toml(HEAD + KIND, Programme)
    assert [("missing_column", 1, "kind")] == mistakes("key;persons;fte\na;1;1\n", programme)


def test_empty_kind_is_told_with_its_line_where_a_rule_asks():
    """An empty cell of a required kind is missing like any other."""
    programme = from_toml(HEAD + KIND, Programme)
    assert [("missing_figure", 2, "kind")] == mistakes("key;kind;persons;fte\na;;1;1\n", programme)


@pytest.mark.parametrize("levels", ['month = "post"', 'month = "recipient"'])
def test_programme_with_two_levels_below_has_no_file(levels: str):
    """A flat file cannot hold two levels; the message says what to do."""
    programme = from_toml(
        HEAD
        + POSTS.replace('post = "recipient"', f'post = "recipient"\n{levels}').replace(
            'unit = "fte"\nlevel = "post"', 'unit = "fte"\nlevel = "month"'
        ),
        Programme,
    )
    assert ("not_flat", 1, None) in mistakes("key;persons\na;1\n", programme)


def test_open_quote_swallows_no_file():
    """A quote that is never closed is told with the line where it begins."""
    rows = "".join(f"k{number};1\n" for number in range(2_000))
    assert [("not_csv", 3, None)] == mistakes(f'key;persons\na;1\n"b;1\n{rows}')


def test_reading_leaves_the_input_alone():
    """A stream is the caller's; text and bytes are read."""
    stream = io.BytesIO(b"key;persons\na;1\n")
    assert {"a": 1} == persons(stream.getvalue())


# -- records above the recipients ------------------------------------------------------------------

DISTRICTS = """
[levels]
district = "all"
recipient = "district"
[figures.persons]
unit = "person"
[figures.pot]
unit = "EUR"
level = "district"
[rules.part]
kind = "split"
pot = "pot"
by = "persons"
step = "0.01"
method = "largest_remainder"
[result]
award = "part"
unit = "EUR"
"""


def test_districts_are_given_beside_the_file():
    """Each district shares out its own pot."""
    programme = from_toml(HEAD + DISTRICTS, Programme)
    districts = [{"key": "d", "pot": "10"}, {"key": "e", "pot": "7.50"}]
    lines = "key;parent;persons\na;d;1\nb;d;3\nc;e;2\n"
    file = recipients_from_csv(lines, programme, records={"district": districts})
    allocation = allocate(programme, file.recipients, day=dt.date(2018, 5, 1))
    assert ["2.50", "7.50", "7.50"] == [award.amount.to_text() for award in allocation]


def test_wrong_districts_are_told():
    """A district without key has its place."""
    programme = from_toml(HEAD + DISTRICTS, Programme)
    with pytest.raises(DocumentError) as error:
        recipients_from_csv("key;parent;persons\na;d;1\n", programme, records={"district": [5]})
    assert ["/records/district/0"] == [problem.pointer for problem in error.value.problems]


def test_districts_may_be_a_file_too():
    """Each row is a record, with its figures as the programme names them."""
    programme = from_toml(HEAD + DISTRICTS, Programme)
    records = records_from_csv(
        "key;pot\nd;1.234,50\ne;7,5\n", programme, "district", decimal_comma=True
    )
    assert [("d", "1234.50"), ("e", "7.5")] == [(r.key, r.figures["pot"]) for r in records]


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (("unknown_column", 1, "persons"), "key;persons\nd;1\n"),
        (("missing_column", 1, "key"), "pot\n1\n"),
        (("bad_figure", 3, "pot"), "key;pot\nd;1\ne;x\n"),
    ],
)
def test_a_wrong_file_of_districts_is_told(wanted: tuple[str, int, str], text: str):
    """Line and column stand in the problem."""
    programme = from_toml(HEAD + DISTRICTS, Programme)
    with pytest.raises(DocumentError) as error:
        records_from_csv(text, programme, "district", decimal_comma=True)
    assert wanted in [(p.code, p.line, p.column) for p in error.value.problems]


def test_a_level_below_is_no_file_of_its_own():
    """Posts stand in the rows of their recipients."""
    with pytest.raises(UnknownNameError):
        records_from_csv("key\na\n", THILIK, "post")


@pytest.mark.parametrize("cell", ["1.000", "20.000", "1.500", "-7.250"])
def test_thousands_are_not_taken_for_decimals(cell: str):
    """1.000 is one here and a thousand where German is written: neither is guessed."""
    assert [("thousands_or_decimals", 2, "persons")] == mistakes(f"key;persons\na;{cell}\n")


def test_three_decimals_of_a_german_number_are_decimals():
    """With the decimal comma nothing is unclear: 1,000 is one."""
    file = recipients_from_csv("key;persons\na;1,000\nb;1.000\n", FRAMEWORK, decimal_comma=True)
    assert [1, 1000] == [int(member.figures["persons"]) for member in file.recipients]


PERCENT = """
[levels]
recipient = "all"
[figures.persons]
unit = "person"
[figures.quota]
unit = "percent"
[rules.part]
kind = "product"
of = ["persons", "quota"]
[rules.whole]
kind = "round"
of = "part"
step = "1"
method = "half_up"
[result]
award = "whole"
unit = "person"
"""


@pytest.mark.parametrize(("cell", "comma"), [("12", False), ("12.0", False), ("12,0", True)])
def test_percents_of_a_file_are_taken_once(cell: str, comma: bool):
    """Twelve percent of a thousand persons are 120, as if the figure were given in Python."""
    programme = from_toml(HEAD + PERCENT, Programme)
    file = read(f"key;persons;quota\na;1000;{cell}\n", programme, decimal_comma=comma)
    allocation = allocate(programme, file.recipients, day=dt.date(2018, 5, 1))
    assert ["120"] == [award.amount.to_text() for award in allocation]


def test_cell_of_the_largest_length_is_read():
    """The bound itself is allowed; the apostrophe of a neutralised text does not count."""
    found = mistakes("key;name;persons\na;'=" + "x" * 19_999 + ";1\n")
    assert [("too_long", 2, "name")] == found


def test_long_lines_are_allowed_where_bounds_are_larger():
    """What is refused by default is read on request, as far as it is right."""
    text = "key;persons\n" + ";" * 1_048_576 + "\nb;2\n"
    assert {"b": 2} == persons(text, bounds=Bounds(line_bytes=2**21))


# -- recipients out --------------------------------------------------------------------------------


def there_and_back(file: RecipientsFile, programme: Programme, comma: bool) -> RecipientsFile:
    """Write recipients and read them again."""
    text = recipients_to_csv(file.recipients, programme, decimal_comma=comma)
    return read(text.encode("utf-8"), programme, decimal_comma=comma)


@pytest.mark.parametrize("comma", [True, False])
def test_recipients_come_back_as_they_were(comma: bool):
    """Numbers, codes, dates and truths survive, texts that look like formulas too."""
    rows = "a,\"=1+1, 'x' \",1,2.50,x,2018-01-31,false\n-b,,7,1.25,@x,2019-01-31,true\n"
    file = read(LINE + rows, EVERYTHING)
    assert file.recipients == there_and_back(file, EVERYTHING, comma).recipients


@pytest.mark.parametrize("comma", [True, False])
def test_posts_come_back_as_they_were(comma: bool):
    """Each post is a row."""
    programme = from_toml(HEAD + POSTS, Programme)
    file = read("key;persons;fte\na;5;0.5\na;5;1.1250\nb;6;1\n", programme)
    assert file.recipients == there_and_back(file, programme, comma).recipients


def test_percents_come_back_as_they_were():
    """Twelve percent are written as 12."""
    programme = from_toml(HEAD + PERCENT, Programme)
    file = read("key;persons;quota\na;1000;12.5\n", programme)
    assert "key,persons,quota\r\na,1000,12.5\r\n" == recipients_to_csv(file.recipients, programme)


@pytest.mark.parametrize(
    ("pointer", "row"),
    [
        ("/members/0/figures/people", {"key": "a", "people": 1}),
        ("/members/0/figures/persons", {"key": "a", "persons": "x"}),
        ("/members/0/records/post", {"key": "a", "persons": 1, "records": {"post": [{}]}}),
    ],
)
def test_what_no_cell_can_hold_is_told(pointer: str, row: dict[str, object]):
    """What would be lost on the way is refused, each with its place."""
    with pytest.raises(InvalidValueError) as error:
        recipients_to_csv(Recipients.of([row]), FRAMEWORK)
    assert [pointer] == [problem.pointer for problem in error.value.problems]


@pytest.mark.parametrize(
    ("pointer", "row"),
    [
        ("/members/0/records", {"key": "a"}),
        ("/members/0/records/post/0/figures/fte", {"records": {"post": [{"fte": Fraction(1, 3)}]}}),
        ("/members/0/records/post/0", {"records": {"post": [{"key": "x", "fte": 1}]}}),
    ],
)
def test_posts_that_no_row_can_hold_are_told(pointer: str, row: dict[str, object]):
    """A third, a post with a key of its own and no post at all have no row."""
    programme = from_toml(HEAD + POSTS, Programme)
    recipients = Recipients.of([{"key": "a", "persons": 5, **row}])
    with pytest.raises(InvalidValueError) as error:
        recipients_to_csv(recipients, programme)
    assert [pointer] == [problem.pointer for problem in error.value.problems]


@pytest.mark.parametrize(
    "text", ["' =x", "' '=x", ",' =x", "\n' \t'@", "=", "''", "a;'\t-1", "＝1", "\t'", "'a"]
)
def test_what_is_neutralised_can_be_restored(text: str):
    """Apostrophes of the text itself stay, wherever they stand."""
    assert text == restore(neutralise(text))


@pytest.mark.parametrize("text", ["\t'", "\t", "', ", "\t,'"])
def test_neutralising_takes_linear_time(text: str):
    """A cell of a hundred thousand separators is looked at once."""
    started = time.perf_counter()
    assert text * 40_000 + "=" == restore(neutralise(text * 40_000 + "="))
    assert time.perf_counter() - started < 1
