"""Texts: length first, then clean characters, then NFC; forms of identifiers and codes."""

import datetime as dt
from typing import Any

import pytest

from integrationsplan._model import model
from integrationsplan.errors import InvalidValueError
from integrationsplan.values import (
    Basis,
    Bilingual,
    Citation,
    CodedValue,
    CountryCode,
    DecimalText,
    Identifier,
    Jurisdiction,
    LanguageCode,
    Name,
    WebAddress,
)


@model
class Forms:
    """One field of each textual form."""

    identifier: Identifier | None = None
    name: Name | None = None
    language: LanguageCode | None = None
    country: CountryCode | None = None
    jurisdiction: Jurisdiction | None = None
    address: WebAddress | None = None
    decimal: DecimalText | None = None


def code_value(code: Any) -> CodedValue:  # any value may be tried
    """Make a coded value."""
    return CodedValue(system="list", code=code)


def long_text(text: Any) -> Bilingual:  # any value may be tried
    """Make a long text."""
    return Bilingual(de=text, en="x")


def codes_of_refusal(make: Any, value: object) -> list[str]:  # any maker
    """Return the codes of the problems that a value has."""
    with pytest.raises(InvalidValueError) as caught:
        make(value)
    return [problem.code for problem in caught.value.problems]


INVISIBLE = {
    "NUL": "\x00", "backspace": "\x08", "vertical tab": "\x0b", "carriage return": "\r",
    "escape": "\x1b", "DEL": "\x7f", "NEL": "\x85", "CSI": "\x9b",
    "Arabic letter mark": "\u061c", "zero width space": "\u200b", "ZWNJ": "\u200c", "ZWJ": "\u200d",
    "LRM": "\u200e", "RLM": "\u200f", "LRE": "\u202a", "RLE": "\u202b", "PDF": "\u202c",
    "LRO": "\u202d", "RLO": "\u202e", "word joiner": "\u2060", "invisible plus": "\u2064",
    "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069", "BOM": "\ufeff",
    "first surrogate": "\ud800", "last surrogate": "\udfff", "U+FFFE": "\ufffe", "U+FFFF": "\uffff",
}  # fmt: skip


@pytest.mark.parametrize("make", [code_value, long_text])
@pytest.mark.parametrize("name", INVISIBLE)
def test_invisible_characters_are_refused(make: Any, name: str):  # any maker
    """Controls, direction marks, zero widths and surrogates are refused in every text."""
    assert ["not_plain_text"] == codes_of_refusal(make, f"ab{INVISIBLE[name]}c")


@pytest.mark.parametrize(
    "character",
    ["\u00ad", "\u2028", "\u2029", "\U000e0041", "\ufdd0", "\U0001fffe", "\ufff9"],
    ids=["soft hyphen", "line separator", "paragraph separator", "tag", "FDD0", "1FFFE", "FFF9"],
)
def test_other_invisible_characters_are_refused_in_codes(character: str):
    """A code has no characters that nobody sees or that no text should carry."""
    assert ["not_plain_text"] == codes_of_refusal(code_value, f"22{character}21")


@pytest.mark.parametrize("character", ["\t", "\n"])
def test_codes_have_no_tab_and_no_line(character: str):
    """Tab and line feed are refused in codes, for they would break tables and logs."""
    assert ["not_plain_text"] == codes_of_refusal(code_value, f"22{character}21")


@pytest.mark.parametrize("character", ["\t", "\n"])
def test_free_text_has_tabs_and_lines(character: str):
    """Tab and line feed are part of free text."""
    text = f"a{character}b"
    assert text == long_text(text).de


def test_the_position_of_a_forbidden_character_is_told():
    """The problem counts characters from one."""
    with pytest.raises(InvalidValueError) as caught:
        code_value("ab\u202ecd\u202e")
    assert [{"position": 3}] == [problem.params for problem in caught.value.problems]


@pytest.mark.parametrize(
    "text",
    ["Šibenik", "Łódź", "Ǧ", "ẞ", "M\u0304", "محمد", "张伟", "नमस्ते", "🙂", "é", "C\u0328\u0306"],
)
def test_names_of_people_and_places_are_plain(text: str):
    """Letters of every script in NFC are taken."""
    assert text == code_value(text).code


@pytest.mark.parametrize(
    "text", ["e\u0301", "A\u030a", "\u212b", "\u0344", "\u0f73", "a\u0301\u0323"]
)
def test_other_normal_forms_are_refused(text: str):
    """A text that is not in NFC is refused."""
    assert ["not_nfc"] == codes_of_refusal(code_value, text)


def test_thirty_combining_marks_in_a_row_are_taken():
    """The Stream-Safe limit itself is allowed."""
    text = "q" + "\u0301" * 30
    assert text == code_value(text).code


def test_thirty_one_combining_marks_in_a_row_are_refused():
    """One mark more than the Stream-Safe limit is refused."""
    assert ["not_nfc"] == codes_of_refusal(code_value, "q" + "\u0301" * 31)


def test_runs_of_marks_are_counted_one_by_one():
    """Two runs of thirty marks are not one of sixty."""
    text = ("q" + "\u0301" * 30) * 2
    assert text == code_value(text).code


def test_a_run_of_marks_in_the_middle_is_found():
    """A long run is found wherever it stands."""
    assert ["not_nfc"] == codes_of_refusal(long_text, "q" + "\u0301" * 31 + "abc" * 10)


@pytest.mark.parametrize(
    "text",
    [
        "\u0315\u0300" * 500_000,
        ("q" + "\u0315\u0300" * 15) * 30_000,
        "\u0f73" * 500_000,
        "ä" * 10**6,
    ],
    ids=["alternating marks", "runs of thirty", "double marks", "umlauts"],
)
@pytest.mark.parametrize("make", [code_value, long_text])
def test_endless_text_is_refused_for_its_length_alone(make: Any, text: str):
    """The length comes first: characters of a text that is too long are not looked at."""
    assert ["too_long"] == codes_of_refusal(make, text)


@pytest.mark.parametrize(("least", "most"), [(1, 64)])
def test_codes_have_their_lengths(least: int, most: int):
    """A code has 1 to 64 characters."""
    assert [least, most] == [len(code_value("x" * length).code) for length in (least, most)]


@pytest.mark.parametrize(("code", "length"), [("too_short", 0), ("too_long", 65)])
def test_codes_outside_their_lengths_are_refused(code: str, length: int):
    """No characters are too few, 65 are too many."""
    assert [code] == codes_of_refusal(code_value, "x" * length)


def test_free_text_ends_at_20000_characters():
    """A long text has at most 20,000 characters."""
    assert ["too_long"] == codes_of_refusal(long_text, "x" * 20_001)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("identifier", "g"), ("identifier", "9.a_b:c-d"), ("identifier", "x" * 64),
        ("name", "a"), ("name", "a_1"), ("name", "a" * 64),
        ("language", "de"), ("language", "prs"), ("country", "SY"),
        ("jurisdiction", "de"), ("jurisdiction", "08"), ("jurisdiction", "16"),
        ("address", "https://a"), ("address", "http://example.org/?a=b#c"),
        ("address", "https://" + "a" * 1992),
        ("decimal", "-1234.56"), ("decimal", "9" * 18 + "." + "9" * 18),
    ],
)  # fmt: skip
def test_forms_take_what_they_name(field: str, text: str):
    """Identifiers, names, codes and addresses are taken in their form."""
    assert text == getattr(Forms(**{field: text}), field)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("identifier", ""), ("identifier", "-a"), ("identifier", "a b"), ("identifier", "ä"),
        ("identifier", "a\n"), ("identifier", "x" * 65), ("identifier", "a\u200b"),
        ("identifier", "a/b"), ("identifier", "\u0430"), ("identifier", "a" * 10**6 + "!"),
        ("name", "A"), ("name", "1a"), ("name", "_a"), ("name", "a-b"), ("name", "a" * 65),
        ("language", "DE"), ("language", "d"), ("language", "deut"), ("language", "de\n"),
        ("country", "sy"), ("country", "SYR"), ("country", "S1"),
        ("jurisdiction", "00"), ("jurisdiction", "17"), ("jurisdiction", "DE"),
        ("jurisdiction", "8"), ("jurisdiction", "de "), ("address", "ftp://a.b"),
        ("address", "https:// a"),
        ("address", "https://ä.de"), ("address", "javascript:alert(1)"), ("address", "http://"),
        ("address", "https://a\nb"), ("decimal", "2/3"), ("decimal", "1e5"), ("decimal", "9" * 19),
    ],
)  # fmt: skip
def test_forms_refuse_the_rest(field: str, text: str):
    """What has another form is refused at its field."""
    with pytest.raises(InvalidValueError) as caught:
        Forms(**{field: text})
    assert {f"/{field}"} == {problem.pointer for problem in caught.value.problems}


def test_an_endless_address_is_refused_for_its_length_alone():
    """The form of an address that is too long is not looked at."""
    assert ["too_long"] == codes_of_refusal(lambda text: Forms(address=text), "ä" * 10**6)


def test_bilingual_says_either_language():
    """Each language has its text."""
    text = Bilingual(de="Anteil", en="share")
    assert ("Anteil", "share") == (text.in_language("de"), text.in_language("en"))


def test_codes_keep_their_leading_zeros():
    """A code is text and stays as it is."""
    assert "00731" == code_value("00731").code


def test_a_numeric_code_is_refused():
    """A number has lost its leading zeros."""
    assert ["wrong_type"] == codes_of_refusal(code_value, 731)


def test_everything_wrong_is_told_at_once():
    """A refusal names every field that is wrong."""
    with pytest.raises(InvalidValueError) as caught:
        CodedValue(system="", code=5, version="\u202e", label=None)
    assert ["/system", "/code", "/version"] == [p.pointer for p in caught.value.problems]


def test_citations_are_written_in_one_line():
    """The line has title, place, publisher, date and address, as far as they are known."""
    citation = Citation(
        title="VwV",
        locator="Nr. 3",
        publisher="SM",
        date=dt.date(2017, 5, 2),
        url="https://a.de",
        retrieved_on=dt.date(2020, 1, 1),
        note="n",
    )
    assert "VwV, Nr. 3, SM, 2017-05-02, https://a.de" == citation.format()


def test_a_citation_is_at_least_a_title():
    """The line of a bare title is the title."""
    assert "VwV" == Citation(title="VwV").format()


@pytest.mark.parametrize("value", ["2020-01-01", dt.datetime(2020, 1, 1, tzinfo=dt.UTC), 2020])
def test_the_date_of_a_citation_is_exactly_a_day(value: object):
    """Texts, moments and years are no days."""
    assert ["wrong_type"] == codes_of_refusal(lambda date: Citation(title="x", date=date), value)


def test_values_of_basis_are_stable():
    """Documents name the bases by these words."""
    assert {"stated", "inferred", "assumed"} == {basis.value for basis in Basis}
