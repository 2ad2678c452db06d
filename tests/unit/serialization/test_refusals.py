"""What a plan document may not hold: each with its place and code, all of them in one report."""

import json
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import DocumentError, IntegrationPlan, from_json, from_mapping
from integrationsplan.serialization import Bounds, Decoder, decoders

GOOD = Path(__file__).parents[2] / "documents" / "v1" / "plan-every-entry.json"
QUALIFICATION, COMPETENCE, FIRST, SECOND, GOAL, MEASURE, SUBJECT, RESPONSIBILITY = (
    f"/revisions/0/changes/{index}/entry" for index in range(8)
)
BODY = f"{RESPONSIBILITY}/body"
AGREEMENT = "/revisions/1/changes/0/entry"


def good() -> dict[str, Any]:
    """Return a fresh copy of a good document with every kind of entry."""
    found: dict[str, Any] = json.loads(GOOD.read_text(encoding="utf-8"))
    return found


def parent_of(document: Any, pointer: str) -> tuple[Any, Any]:
    """Return the object or list around a place, and the key or index in it."""
    *steps, last = pointer.split("/")[1:]
    for token in steps:
        document = document[int(token) if isinstance(document, list) else token]
    return document, int(last) if isinstance(document, list) else last


def with_raw(*changes: tuple[str, str]) -> str:
    """Return the good document with pieces of raw JSON in some places."""
    document = good()
    for number, (pointer, _) in enumerate(changes):
        around, key = parent_of(document, pointer)
        around[key] = f"@@{number}@@"
    text = json.dumps(document, ensure_ascii=False)
    for number, (_, raw) in enumerate(changes):
        text = text.replace(f'"@@{number}@@"', raw)
    return text


def without(*pointers: str) -> str:
    """Return the good document without some keys."""
    document = good()
    for pointer in pointers:
        around, key = parent_of(document, pointer)
        del around[key]
    return json.dumps(document)


def problems(text: str | bytes, **more: Any) -> list[tuple[str, str]]:
    """Return place and code of every problem of a document, sorted."""
    with pytest.raises(DocumentError) as caught:
        from_json(text, IntegrationPlan, **more)
    for language in ("de", "en"):
        assert caught.value.text(language)  # every sentence finds what it mentions
    return sorted((problem.pointer, problem.code) for problem in caught.value.problems)


def test_the_good_document_is_good():
    """All damages below start from a document that is read."""
    assert len(from_json(with_raw(), IntegrationPlan).revisions) == 2


NUMBERS = [
    ('"3"', "wrong_type"),
    ("3.0", "wrong_type"),
    ("2.5", "wrong_type"),
    ("true", "wrong_type"),
    ("[3]", "wrong_type"),
    ("{}", "wrong_type"),
    ('""', "wrong_type"),
    ("NaN", "wrong_type"),
    ("Infinity", "wrong_type"),
    ("-Infinity", "wrong_type"),
    ("1E+3", "wrong_type"),
    ("1e3", "wrong_type"),
    ("1e1000000", "wrong_type"),
    ("1E-999999", "wrong_type"),
    ("1e308", "wrong_type"),
    ("null", "null_value"),
    ("9" * 19, "huge_number"),
    ("-" + "9" * 19, "huge_number"),
    ("9" * 4300, "huge_number"),
    ("9" * 4301, "huge_number"),
    ("9" * 1_000_000, "huge_number"),
    ("9" * 18, "too_large"),
    ("-" + "9" * 18, "too_small"),
    ("9", "too_large"),
    ("0", "too_small"),
    ("-0", "too_small"),
]


def short(value: object) -> str | None:
    """Cut long parameters in the names of tests."""
    return f"{value[:12]}...{len(value)}" if isinstance(value, str) and len(value) > 60 else None


@pytest.mark.parametrize(("raw", "code"), NUMBERS, ids=short)
def test_numbers_are_whole_numbers(raw: str, code: str):
    """Nothing is taken for a number but a whole number within its bounds."""
    assert [(f"{QUALIFICATION}/eqf", code)] == problems(with_raw((f"{QUALIFICATION}/eqf", raw)))


TEXTS = [
    ("3", "wrong_type"),
    ("1.5", "wrong_type"),
    ("true", "wrong_type"),
    ('["x"]', "wrong_type"),
    ("{}", "wrong_type"),
    ("NaN", "wrong_type"),
    ("9" * 19, "huge_number"),
    ("null", "null_value"),
    ('""', "too_short"),
    (f'"{"x" * 201}"', "too_long"),
    ('"A\u0301"', "not_nfc"),
    ('"A\\u0301"', "not_nfc"),
    ('"\u212b"', "not_nfc"),
    (f'"q{chr(0x0323) * 31}"', "not_nfc"),
    ('"\\ud800"', "not_plain_text"),
    ('"a\\udfff"', "not_plain_text"),
    ('"a\\u0000"', "not_plain_text"),
    ('"\\u001b[1m"', "not_plain_text"),
    ('"a\\rb"', "not_plain_text"),
    ('"\\u200b"', "not_plain_text"),
    ('"a\\u202eb"', "not_plain_text"),
    ('"\\u2066x"', "not_plain_text"),
    ('"\\u061c"', "not_plain_text"),
    ('"\\ufeffx"', "not_plain_text"),
]


@pytest.mark.parametrize(("raw", "code"), TEXTS, ids=ascii)
def test_texts_are_plain_texts(raw: str, code: str):
    """Nothing is taken for a text but text in NFC without tricks, within its length."""
    place = f"{COMPETENCE}/title"
    assert [(place, code)] == problems(with_raw((place, raw)))


@pytest.mark.parametrize(
    "raw",
    [
        '"é"',
        '"q\\u0323\\u0323"',
        '"الحمد لله"',
        f'"{"x" * 200}"',
        '"\\ud83d\\ude00"',
    ],
    ids=ascii,
)
def test_plain_texts_are_read(raw: str):
    """Diacritics, Arabic and pairs of surrogates are plain text."""
    plan = from_json(with_raw((f"{COMPETENCE}/title", raw)), IntegrationPlan)
    assert json.loads(raw) == plan.current["c1"].title


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("1", "wrong_type"),
        ("0", "wrong_type"),
        ('"true"', "wrong_type"),
        ("[]", "wrong_type"),
        ("1.0", "wrong_type"),
        ("null", "null_value"),
    ],
)
def test_truths_are_true_or_false(raw: str, code: str):
    """Nothing is taken for a truth but true and false."""
    place = f"{QUALIFICATION}/documents_seen"
    assert [(place, code)] == problems(with_raw((place, raw)))


@pytest.mark.parametrize(
    "place",
    [
        "/revisions",
        "/revisions/0/changes",
        f"{GOAL}/wished_by",
        f"{MEASURE}/goals",
        f"{AGREEMENT}/by",
    ],
)
@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("{}", "wrong_type"),
        ('""', "wrong_type"),
        ('"person"', "wrong_type"),
        ("true", "wrong_type"),
        ("0", "wrong_type"),
        ("null", "null_value"),
    ],
)
def test_lists_are_lists(place: str, raw: str, code: str):
    """Nothing is taken for a list but a list, least of all {} or "" for an empty one."""
    assert [(place, code)] == problems(with_raw((place, raw)))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("/revisions", [("/revisions", "too_short")]),
        (f"{AGREEMENT}/by", [(f"{AGREEMENT}/by", "too_short")]),
    ],
)
def test_lists_have_their_least_length(place: str, expected: list[tuple[str, str]]):
    """A list that needs an item is not empty."""
    assert expected == problems(with_raw((place, "[]")))


def test_lists_have_their_greatest_length():
    """A list that takes three parties does not take four."""
    raw = '["person","person","person","person"]'
    assert [(f"{GOAL}/wished_by", "too_many")] == problems(with_raw((f"{GOAL}/wished_by", raw)))


def test_items_of_lists_have_their_places():
    """Every wrong item of a list is reported at its index."""
    raw = '["g1", 3, null, "a b", ["g1"], {}, 9999999999999999999]'
    assert [
        (f"{MEASURE}/goals/1", "wrong_type"),
        (f"{MEASURE}/goals/2", "null_value"),
        (f"{MEASURE}/goals/3", "wrong_form"),
        (f"{MEASURE}/goals/4", "wrong_type"),
        (f"{MEASURE}/goals/5", "wrong_type"),
        (f"{MEASURE}/goals/6", "huge_number"),
    ] == problems(with_raw((f"{MEASURE}/goals", raw)))


LOOSE_DATES = [
    '"20240229"',
    '"2024-W09-4"',
    '"2024W094"',
    '"2024-060"',
    '"2024-02-30"',
    '"2023-02-29"',
    '"2024-2-9"',
    '"24-02-09"',
    '"2024-13-01"',
    '"2024-00-10"',
    '"0000-01-01"',
    '"10000-01-01"',
    '"+2024-02-09"',
    '"-2024-02-09"',
    '"2024-02-29T00:00:00"',
    '"2024-02-29T00:00:00Z"',
    '"2024-02-29 00:00"',
    '" 2024-02-29"',
    '"2024-02-29\\n"',
    '"2024/02/29"',
    '"29.02.2024"',
    '"\u0662\u0660\u0662\u0664-02-29"',
    '"\uff12\uff10\uff12\uff14-02-29"',
    '"inf"',
    '"infinity"',
    '"nan"',
    '""',
    f'"{"1" * 100_000}"',
]


@pytest.mark.parametrize("raw", LOOSE_DATES, ids=lambda raw: ascii(raw)[:30])
def test_loose_dates_are_refused(raw: str):
    """A date is year, month and day with dashes, and a day that exists."""
    place = f"{GOAL}/due_on"
    assert [(place, "not_a_date")] == problems(with_raw((place, raw)))


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("20240229", "wrong_type"),
        ("1709164800.0", "wrong_type"),
        ("true", "wrong_type"),
        ("[2024,2,29]", "wrong_type"),
        ("Infinity", "wrong_type"),
        ("1e308", "wrong_type"),
        ("null", "null_value"),
        ("9" * 20, "huge_number"),
    ],
)
def test_dates_are_texts(raw: str, code: str):
    """Nothing is taken for a date but text."""
    place = "/revisions/0/effective_on"
    assert [(place, code)] == problems(with_raw((place, raw)))


@pytest.mark.parametrize("raw", ['"0001-01-01"', '"9999-12-31"', '"2024-02-29"'])
def test_days_that_exist_are_dates(raw: str):
    """The first and the last day, and a leap day, are dates."""
    plan = from_json(with_raw((f"{GOAL}/due_on", raw)), IntegrationPlan)
    assert json.loads(raw) == plan.current["g1"].due_on.isoformat()


LOOSE_MOMENTS = [
    '"2018-03-01T09:00:00"',
    '"2018-03-01 09:00:00+01:00"',
    '"2018-03-01t09:00:00+01:00"',
    '"2018-03-01T09:00:00z"',
    '"2018-03-01"',
    '"2018-03-01T09:00+01:00"',
    '"20180301T090000Z"',
    '"2018-W09-4T09:00:00Z"',
    '"2018-02-30T09:00:00Z"',
    '"2018-03-01T24:00:00Z"',
    '"2018-03-01T25:00:00Z"',
    '"2018-03-01T09:60:00Z"',
    '"2018-03-01T09:00:60Z"',
    '"2018-03-01T09:00:00.Z"',
    '"2018-03-01T09:00:00,5Z"',
    '"2018-03-01T09:00:00.1234567Z"',
    '"2018-03-01T09:00:00+24:00"',
    '"2018-03-01T09:00:00+00:60"',
    '"2018-03-01T09:00:00+0100"',
    '"2018-03-01T09:00:00+01"',
    '"2018-03-01T09:00:00+01:00:30"',
    '"2018-03-01T09:00:00 +01:00"',
    '"2018-03-01T09:00:00+01:00\\n"',
    '"2018-03-01T09:00:00[Europe/Berlin]"',
    '"0000-03-01T09:00:00Z"',
    '"\u0662\u0660\u0661\u0668-03-01T09:00:00Z"',
    '""',
]


@pytest.mark.parametrize("raw", LOOSE_MOMENTS, ids=ascii)
def test_loose_moments_are_refused(raw: str):
    """A moment is date, T, time and offset, each as it should be."""
    place = "/revisions/0/recorded_at"
    assert [(place, "not_a_moment")] == problems(with_raw((place, raw)))


@pytest.mark.parametrize(
    ("raw", "code"), [("1519891200", "wrong_type"), ("1.5", "wrong_type"), ("null", "null_value")]
)
def test_moments_are_texts(raw: str, code: str):
    """Nothing is taken for a moment but text."""
    place = "/revisions/0/recorded_at"
    assert [(place, code)] == problems(with_raw((place, raw)))


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ('"A9"', "unknown_code"),
        ('"a1"', "unknown_code"),
        ('"A1 "', "unknown_code"),
        ('""', "unknown_code"),
        ("1", "wrong_type"),
        ("true", "wrong_type"),
        ('["A1"]', "wrong_type"),
        ("null", "null_value"),
    ],
)
def test_codes_are_codes_of_the_list(raw: str, code: str):
    """Nothing is taken for a code but a text that the list has."""
    place = f"{SECOND}/overall"
    assert [(place, code)] == problems(with_raw((place, raw)))


@pytest.mark.parametrize(
    ("place", "raw", "code"),
    [
        ("/id", '"-plan"', "wrong_form"),
        ("/id", f'"{"a" * 65}"', "wrong_form"),
        ("/id", '"plan\\n"', "wrong_form"),
        ("/id", '"pl\u0430n"', "wrong_form"),
        (f"{RESPONSIBILITY}/jurisdiction", '"17"', "wrong_form"),
        (f"{RESPONSIBILITY}/jurisdiction", "8", "wrong_type"),
        (f"{BODY}/region", '"8226096"', "wrong_form"),
        (f"{BODY}/region", "8226096", "wrong_type"),
        (f"{BODY}/region", '"\uff10\uff18"', "wrong_form"),
        (f"{BODY}/region", "null", "null_value"),
        (f"{BODY}/region", '{"key": "08"}', "wrong_type"),
        (f"{QUALIFICATION}/country", '"SYR"', "wrong_form"),
        (f"{QUALIFICATION}/country", '"sy"', "wrong_form"),
        (f"{FIRST}/language", '"AR"', "wrong_form"),
        (f"{QUALIFICATION}/year", "1899", "too_small"),
        (f"{QUALIFICATION}/year", "2201", "too_large"),
        (f"{QUALIFICATION}/isced", "9", "too_large"),
        (f"{QUALIFICATION}/isced", "-1", "too_small"),
        (f"{GOAL}/description", f'"{"x" * 20_001}"', "too_long"),
        (f"{COMPETENCE}/code/code", '""', "too_short"),
        (f"{SECOND}/certificates/0/level", '"B3"', "unknown_code"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_values_have_their_form(place: str, raw: str, code: str):
    """Ids, keys, codes and years outside their form or bounds are refused."""
    assert [(place, code)] == problems(with_raw((place, raw)))


@pytest.mark.parametrize("place", [BODY, f"{GOAL}/target", f"{MEASURE}/period", AGREEMENT])
@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("[]", "wrong_type"),
        ('""', "wrong_type"),
        ("1", "wrong_type"),
        ("[[]]", "wrong_type"),
        ("null", "null_value"),
    ],
)
def test_objects_are_objects(place: str, raw: str, code: str):
    """Nothing is taken for an object but an object."""
    assert [(place, code)] == problems(with_raw((place, raw)))


def test_a_period_does_not_end_before_it_starts():
    """What a nested object says of its fields together has its place."""
    raw = '{"start": "2018-02-01", "end": "2018-01-31"}'
    assert [(f"{MEASURE}/period/end", "end_before_start")] == problems(
        with_raw((f"{MEASURE}/period", raw))
    )


REQUIRED = [
    "/format",
    "/version",
    "/id",
    f"{SUBJECT}/reference",
    BODY,
    f"{BODY}/name",
    f"{RESPONSIBILITY}/jurisdiction",
    "/revisions",
    "/revisions/0/number",
    "/revisions/0/recorded_at",
    "/revisions/0/effective_on",
    "/revisions/0/author",
    "/revisions/0/author/role",
    "/revisions/0/author_seal",
    "/revisions/0/kind",
    "/revisions/0/digest",
    "/revisions/0/changes/0/kind",
    "/revisions/0/changes/0/salt",
    AGREEMENT,
    f"{QUALIFICATION}/kind",
    f"{QUALIFICATION}/id",
    f"{QUALIFICATION}/category",
    f"{SECOND}/certificates/0/level",
    f"{GOAL}/target/kind",
    f"{GOAL}/target/level",
    f"{MEASURE}/responsible/party",
    f"{AGREEMENT}/by",
]


@pytest.mark.parametrize("place", REQUIRED)
def test_a_missing_key_is_reported(place: str):
    """Every required key is missed at its place."""
    assert [(place, "missing_key")] == problems(without(place))


@pytest.mark.parametrize(
    "place", ["", BODY, "/revisions/0", "/revisions/0/author", "/revisions/0/changes/0", GOAL]
)
@pytest.mark.parametrize(
    ("key", "token"),
    [
        ("colour", "colour"),
        ("Title", "Title"),
        ("a/b~c", "a~1b~0c"),
        ("~1", "~01"),
        ("", ""),
        ("0", "0"),
        ("a b", "a b"),
        ("id\u0301", "id\u0301"),
    ],
)
def test_an_unknown_key_is_reported(place: str, key: str, token: str):
    """Every unknown key is reported, with ~ and / written as RFC 6901 asks for."""
    assert [(f"{place}/{token}", "unknown_key")] == problems(
        with_raw((f"{place}/@", "1")).replace('"@"', json.dumps(key))
    )


def test_the_value_of_an_unknown_key_does_not_matter():
    """Whatever stands under an unknown key is one problem."""
    assert problems(with_raw(("/x", '{"a": [NaN, null, {"b": 1e5}]}'))) == [("/x", "unknown_key")]


@pytest.mark.parametrize(
    ("place", "again"),
    [
        ("/id", '"id": "plan-1"'),
        ("/format", '"format": "integrationsplan/plan"'),
        ("/version", '"version": 1'),
        (f"{BODY}/name", '"name": "Weinheim"'),
        (f"{BODY}/name", '"n\\u0061me": "Weinheim"'),
        ("/revisions/0/number", '"number": 1'),
        ("/revisions/0/author/id", '"\\u0069\\u0064": "im-7"'),
        ("/revisions/0/changes/0/kind", '"kind": "put"'),
        (f"{GOAL}/kind", '"kind": "goal"'),
        (f"{GOAL}/title", '"title": "Deutsch B1"'),
        (f"{GOAL}/title", '"t\\u0069tle": "Deutsch B2"'),
        (f"{GOAL}/target/kind", '"kind": "language"'),
        (f"{GOAL}/target/level", '"level": "B1"'),
        (f"{COMPETENCE}/code/system", '"system": "ISCO-08"'),
        (f"{SECOND}/certificates/0/level", '"level": "A1"'),
        (f"{MEASURE}/period/start", '"start": "2018-05-01"'),
    ],
)
def test_a_repeated_key_is_reported(place: str, again: str):
    """A key that stands twice is refused in every object, however it is spelt."""
    document = good()
    around, key = parent_of(document, place)
    value = around.pop(key)
    raw = json.dumps(value, ensure_ascii=False)
    around[key] = "@@"
    text = json.dumps(document, ensure_ascii=False).replace('"@@"', f"{raw}, {again}")
    assert [(place, "repeated_key")] == problems(text)


@pytest.mark.parametrize("decoder", decoders())
@pytest.mark.parametrize("blank", ["", " ", "\n", "\r\n", "\t \t"])
@pytest.mark.parametrize("text", ["Weinheim", 'a\\":b', 'a\\" :b', 'a\\": \\":b'])
def test_a_repeated_key_is_reported_whatever_stands_around_it(
    decoder: Decoder, blank: str, text: str
):
    """Blanks before a colon hide no key, and what looks like a key in a text stands for none."""
    name = f'"name"{blank}:{blank}"{text}"'
    once = with_raw((f"{BODY}/name", f'"{text}"')).replace(f'"name": "{text}"', name)
    assert from_json(once, IntegrationPlan, decoder=decoder)
    twice = once.replace(name, f"{name},{blank}{name}")
    assert [(f"{BODY}/name", "repeated_key")] == problems(twice, decoder=decoder)


def test_a_repeated_key_has_its_escaped_place():
    """A repeated unknown key is reported as both, with an escaped pointer."""
    text = with_raw((f"{BODY}/@", "1")).replace('"@": 1', '"a/b~": 1, "a/b~": 2')
    assert problems(text) == [(f"{BODY}/a~1b~0", "repeated_key"), (f"{BODY}/a~1b~0", "unknown_key")]


def test_a_key_that_stands_many_times_is_one_problem():
    """A key that stands a thousand times is reported once."""
    text = with_raw((f"{BODY}/name", '"a"' + ', "name": "b"' * 1000))
    assert problems(text) == [(f"{BODY}/name", "repeated_key")]


def test_keys_that_differ_by_case_are_two_keys():
    """Name is not name: it is unknown."""
    assert problems(with_raw((f"{BODY}/Name", '"x"'))) == [(f"{BODY}/Name", "unknown_key")]


@pytest.mark.parametrize(
    "place", ["/id", "/version", "/revisions", f"{GOAL}/due_on", f"{SECOND}/overall"]
)
def test_an_object_in_the_wrong_place_is_of_the_wrong_type(place: str):
    """That an object repeats a key does not hide that no object may stand there."""
    found = problems(with_raw((place, '{"a": 1, "a": 2}')))
    assert (place, "wrong_type") in found


@pytest.mark.parametrize(
    ("place", "raw", "expected"),
    [
        (f"{GOAL}/kind", '"gaol"', "unknown_kind"),
        (f"{GOAL}/kind", '"put"', "unknown_kind"),
        (f"{GOAL}/kind", "3", "wrong_type"),
        (f"{GOAL}/kind", '["goal"]', "wrong_type"),
        (f"{GOAL}/kind", "null", "null_value"),
        (f"{GOAL}/target/kind", '"goal"', "unknown_kind"),
        (f"{GOAL}/target/kind", '["language"]', "wrong_type"),
        ("/revisions/0/changes/0/kind", '"delete"', "unknown_kind"),
        ("/revisions/0/kind", '"deletion"', "unknown_code"),
    ],
)
def test_kinds_are_known(place: str, raw: str, expected: str):
    """An object whose kind is not known is refused at its kind."""
    assert [(place, expected)] == problems(with_raw((place, raw)))


@pytest.mark.parametrize(
    ("place", "raw", "expected"),
    [
        ("/format", '"integrationsplan/programme"', [("/format", "wrong_format")]),
        ("/format", '"Integrationsplan/plan"', [("/format", "wrong_format")]),
        ("/format", "1", [("/format", "wrong_format")]),
        ("/format", "null", [("/format", "wrong_format")]),
        ("/version", "2", [("/version", "unknown_version")]),
        ("/version", "0", [("/version", "unknown_version")]),
        ("/version", "-1", [("/version", "unknown_version")]),
        ("/version", '"1"', [("/version", "wrong_type")]),
        ("/version", "1.0", [("/version", "wrong_type")]),
        ("/version", "true", [("/version", "wrong_type")]),
        ("/version", "null", [("/version", "null_value")]),
        ("/version", "9" * 5000, [("/version", "huge_number")]),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_document_names_its_format_and_version(
    place: str, raw: str, expected: list[tuple[str, str]]
):
    """Another format and a newer version are refused by name."""
    assert expected == problems(with_raw((place, raw)))


def test_a_newer_version_of_another_format_is_another_format():
    """What is no plan at all is not asked for its version as a plan alone."""
    found = problems('{"format": "integrationsplan/concept", "version": 2}')
    assert ("/format", "wrong_format") in found


def test_a_newer_version_is_not_read():
    """What a newer version changed is not reported as wrong."""
    assert problems(with_raw(("/version", "2"), ("/x", "1"), ("/id", "null"))) == [
        ("/version", "unknown_version")
    ]


@pytest.mark.parametrize("text", ["[]", '"x"', "1", "true", "NaN", "1e5", "9" * 30])
def test_a_document_is_an_object(text: str):
    """Other JSON than an object is refused as a whole."""
    ((pointer, code),) = problems(text)
    assert (pointer, code in {"wrong_type", "huge_number"}) == ("", True)


def test_null_is_no_document():
    """Null is refused as null."""
    assert problems("null") == [("", "null_value")]


@pytest.mark.parametrize(
    "text",
    ["", " ", "{", "}", '{"a"}', '{"a":1,}', "{'a':1}", "[1 2]", '"\\x"', "nul", "01", "1.", "{}{}",
     '"\n"', "\\u007b}", "// x\n{}", "undefined", "+1", ".5", "0x1"],
)  # fmt: skip
def test_what_is_no_json_is_refused(text: str):
    """Broken syntax is refused as a whole."""
    assert problems(text) == [("", "not_json")]


def test_broken_syntax_has_its_place():
    """The message names the character, counted from 1, and does not show it."""
    with pytest.raises(DocumentError) as caught:
        from_json('{"a": geheim}', IntegrationPlan)
    (problem,) = caught.value.problems
    assert dict(problem.params) == {"position": 7}


@pytest.mark.parametrize(
    "data",
    [b"\xff", b'{"a": "\xc0\xaf"}', b'"\xed\xa0\x80"', b'{"a": "\xe4"}', b'"\xf4\x90\x80\x80"',
     '{"a": "\ud800"}', '{"a": 1}'.encode("utf-16")],
    ids=ascii,
)  # fmt: skip
def test_other_encodings_are_refused(data: str | bytes):
    """Overlong, truncated and foreign encodings are refused as a whole."""
    assert problems(data) == [("", "not_utf8")]


@pytest.mark.parametrize("data", ["\ufeff{}", b"\xef\xbb\xbf{}"])
def test_a_byte_order_mark_is_refused(data: str | bytes):
    """A byte order mark is named as what it is."""
    assert problems(data) == [("", "byte_order_mark")]


def test_all_problems_are_reported_together():
    """Every problem of a document is in one report, with its own place."""
    text = with_raw(
        ("/colour", '"red"'),
        ("/id", "7"),
        (f"{BODY}/region", '"99"'),
        ("/revisions/0/number", '"1"'),
        ("/revisions/0/recorded_at", '"2018-03-01T09:00:00"'),
        ("/revisions/0/author/a~b", "1"),
        (f"{QUALIFICATION}/title", "null"),
        (f"{QUALIFICATION}/country", '"SYR"'),
        (f"{QUALIFICATION}/year", "3"),
        (f"{COMPETENCE}/kind", '"skill"'),
        (f"{SECOND}/overall", '"A9"'),
        (f"{SECOND}/certificates/0/issued_on", '"31.01.2018"'),
        (f"{GOAL}/wished_by", '{"a": 1}'),
        (f"{GOAL}/target/level", '"B1", "level": "B2"'),
        (f"{MEASURE}/goals", '["g1", "g 2"]'),
        (f"{AGREEMENT}/revision", "0"),
    )
    assert sorted(
        [
            ("/colour", "unknown_key"),
            ("/id", "wrong_type"),
            (f"{BODY}/region", "wrong_form"),
            ("/revisions/0/number", "wrong_type"),
            ("/revisions/0/recorded_at", "not_a_moment"),
            ("/revisions/0/author/a~0b", "unknown_key"),
            (f"{QUALIFICATION}/title", "null_value"),
            (f"{QUALIFICATION}/country", "wrong_form"),
            (f"{QUALIFICATION}/year", "too_small"),
            (f"{COMPETENCE}/kind", "unknown_kind"),
            (f"{SECOND}/overall", "unknown_code"),
            (f"{SECOND}/certificates/0/issued_on", "not_a_date"),
            (f"{GOAL}/wished_by", "wrong_type"),
            (f"{GOAL}/target/level", "repeated_key"),
            (f"{MEASURE}/goals/1", "wrong_form"),
            (f"{AGREEMENT}/revision", "too_small"),
        ]
    ) == problems(text)


def test_problems_of_the_envelope_stand_beside_the_others():
    """A wrong version does not hide the problems of the content."""
    text = with_raw(("/version", '"1"'), ("/id", "7"), (f"{BODY}/x", "1"))
    assert problems(text) == [
        ("/id", "wrong_type"),
        (f"{BODY}/x", "unknown_key"),
        ("/version", "wrong_type"),
    ]


def test_problems_of_the_history_are_reported_with_their_places():
    """What only the whole history can tell is reported from documents as well."""
    text = with_raw(
        ("/revisions/0/kind", '"closure"'),
        ("/revisions/1/number", "3"),
        ("/revisions/1/effective_on", '"2018-02-28"'),
        (f"{AGREEMENT}/revision", "3"),
    )
    assert [
        ("/revisions/0/kind", "no_opening"),
        (f"{AGREEMENT}/revision", "no_such_revision"),
        ("/revisions/1/effective_on", "effective_before_opening"),
        ("/revisions/1/kind", "after_closure"),
        ("/revisions/1/number", "wrong_revision_number"),
    ] == problems(text)


def test_a_parsed_document_is_told_the_same():
    """Many problems of a parsed document have the same places and codes."""
    document = good()
    document["revisions"][0]["changes"] = [
        {"kind": "put", "entry": {"kind": "goal", "id": f"g {n}", "title": None, "x": 1}}
        for n in range(100)
    ]
    with pytest.raises(DocumentError) as caught:
        from_mapping(document, IntegrationPlan)
    found = [(problem.pointer, problem.code) for problem in caught.value.problems]
    assert problems(json.dumps(document)) == sorted(found)
    assert len(found) == 500


@pytest.mark.parametrize("raw", ["3.0", "NaN", "1E+3"])
def test_a_number_with_a_point_is_told_as_one(raw: str):
    """The report says what was found without showing it."""
    with pytest.raises(DocumentError) as caught:
        from_json(with_raw((f"{QUALIFICATION}/eqf", raw)), IntegrationPlan)
    assert raw not in str(caught.value)


def test_a_flood_of_problems_is_cut():
    """So many problems are reported as the bounds say; the rest is counted."""
    text = json.dumps(good() | {f"x{n}": n for n in range(10)})
    with pytest.raises(DocumentError) as caught:
        from_json(text, IntegrationPlan, bounds=Bounds(problems=3))
    assert [
        (problem.pointer, problem.params.get("count", 0)) for problem in caught.value.problems
    ] == [("/x0", 0), ("/x1", 0), ("/x2", 0), ("", 7)]


def test_as_many_problems_as_the_bound_are_not_cut():
    """At the bound itself nothing is left out."""
    text = json.dumps(good() | {"x": 1, "y": 2})
    assert problems(text, bounds=Bounds(problems=2)) == [
        ("/x", "unknown_key"),
        ("/y", "unknown_key"),
    ]


def test_a_thousand_problems_are_reported_by_default():
    """By default a report ends after a thousand problems."""
    text = json.dumps(good() | {f"x{n}": n for n in range(1500)})
    with pytest.raises(DocumentError) as caught:
        from_json(text, IntegrationPlan)
    last = caught.value.problems[-1]
    assert (
        len(caught.value.problems),
        last.code,
        dict(last.params),
    ) == (1001, "more_problems", {"count": 500})


def test_the_report_is_made_of_lines():
    """The report has a head and one line a problem."""
    with pytest.raises(DocumentError) as caught:
        from_json(with_raw(("/id", "7"), ("/x", "1")), IntegrationPlan)
    assert str(caught.value) == (
        "integrationsplan/plan: 2 problems\n"
        "  /id: found whole number; allowed: text. Give the value in the allowed type.\n"
        "  /x: found a key that is not known here; allowed: id, revisions. "
        "Remove the key or correct its name."
    )


@pytest.mark.parametrize(
    ("place", "raw", "words"),
    [
        ("/id", "7", ["whole number", "text"]),
        ("/revisions", "{}", ["object", "list"]),
        (f"{GOAL}/due_on", "1.5", ["number with a fraction", "date as text"]),
    ],
)
def test_the_german_report_is_german(place: str, raw: str, words: list[str]):
    """No English word for a type is left in the German report."""
    with pytest.raises(DocumentError) as caught:
        from_json(with_raw((place, raw)), IntegrationPlan)
    (line,) = caught.value.text("de").splitlines()[1:]
    assert [word for word in words if f" {word};" in line or f" {word}." in line] == []
