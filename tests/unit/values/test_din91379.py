"""DIN 91379: which characters a name may have, by data type."""

import itertools
import unicodedata
from collections.abc import Iterable

import pytest

from integrationsplan._model import model
from integrationsplan.errors import InvalidValueError
from integrationsplan.values import Din91379Type, FreeText, PersonName, din91379_problem
from integrationsplan.values import _din91379 as data

A, B, C, D, E = Din91379Type

NAMES = [
    "Đặng Thị Hồng", "Şükrü Çelik", "Zoë", "Łukasz", "D\u2019Angelo", "O'Neill", "Ørsted-Åberg",
    "Weiß", "ẞ", "Æþelred", "Ştefăniţă", "Ștefăniță", "\u02bfAlī \u02beAḥmad",
    "Dr. h. c. Müller, geb. Möller", "Gal·la", "Nguyễn", "Ŋ", "Ə", "ĳ", "N\u0302guyen",
    "M\u0302", "C\u0328\u0306", "L\u0325\u0304", "s\u031b\u0304", "K\u035fHan", "k\u035fhan",
    "\u1ea0\u0308", "\u012b\u0301", "\u0113\u030d", "T\u0300t\u0315",
]  # fmt: skip


@model
class Texts:
    """One field of each textual type."""

    person: PersonName = "x"
    free: FreeText = "x"


def expand(groups: Iterable[str]) -> list[str]:
    """Return the characters of groups of code points."""
    ends = [part.partition("-") for group in groups for part in group.split()]
    spans = [range(int(first, 16), int(last or first, 16) + 1) for first, _, last in ends]
    return [chr(code) for code in itertools.chain(*spans)]


def sequences() -> list[str]:
    """Return the letters that consist of several characters."""
    return [
        letter + "".join(chr(int(code, 16)) for code in tail.split("+"))
        for letters, tails in data.SEQUENCES.items()
        for letter in expand([letters])
        for tail in tails.split()
    ]


def position(text: str, data_type: Din91379Type) -> object:
    """Return where the first character stands that is not allowed."""
    problem = din91379_problem(text, data_type)
    return problem and problem.params["position"]


def codes_of_refusal(**fields: str) -> list[tuple[str, str]]:
    """Return places and codes of the problems that texts have."""
    with pytest.raises(InvalidValueError) as caught:
        Texts(**fields)
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("size", "group"),
    [
        (500, data.LATIN), (18, data.N1), (60, data.N2), (6, data.N3), (4, data.N4),
        (69, data.GREEK), (62, data.CYRILLIC), (42, data.E1),
    ],
)  # fmt: skip
def test_groups_have_their_sizes(size: int, group: str):
    """The groups are as large as in the published lists."""
    assert size == len(set(expand([group])))


def test_groups_have_nothing_in_common():
    """A character is in one group."""
    everything = expand(data.GROUPS[E])
    assert len(everything) == len(set(everything))


def test_there_are_649_latin_letters():
    """Single letters and sequences are as many as in the published list."""
    assert 649 == len({*expand([data.LATIN]), *sequences()})


def test_sequences_use_the_20_combining_marks():
    """The marks of the sequences are those of the published list."""
    marks = {sign for sequence in sequences() for sign in sequence if unicodedata.combining(sign)}
    assert 20 == len(marks)


def test_letters_are_in_nfc():
    """A sequence has no code point of its own, nor has any letter another normal form."""
    letters = [*expand([data.LATIN]), *sequences()]
    assert [] == [text for text in letters if not unicodedata.is_normalized("NFC", text)]


@pytest.mark.parametrize("data_type", Din91379Type)
def test_every_character_of_a_type_is_allowed_and_no_other(data_type: Din91379Type):
    """Of all of Unicode, a type has the characters of its groups."""
    allowed = set(expand(data.GROUPS[data_type]))
    # The letters of the standard lie far below; beyond, one in a hundred is looked at.
    signs = map(chr, (*range(0x30000), *range(0x30000, 0x110000, 101)))
    found = {sign for sign in signs if position(sign, data_type) is None}
    assert allowed == found


@pytest.mark.parametrize("data_type", Din91379Type)
def test_every_sequence_is_allowed_in_every_type(data_type: Din91379Type):
    """Sequences are letters wherever they stand."""
    assert [] == [text for text in sequences() if position(f"a{text}b", data_type)]


@pytest.mark.parametrize("data_type", Din91379Type)
def test_every_sequence_in_a_row_is_allowed(data_type: Din91379Type):
    """What a sequence begins with is not taken from the one before."""
    assert position("".join(sequences()), data_type) is None


@pytest.mark.parametrize("name", NAMES)
def test_names_are_taken_as_they_are(name: str):
    """Letters of many languages and their transliterations are names."""
    assert name == Texts(person=name).person


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (1, "محمد"), (1, "张伟"), (1, "Ελένη"), (1, "Иван"), (6, "Anna 🙂"), (6, "Anna 2"),
        (5, "Anna\n"), (5, "Anna\tB"), (5, "Anna\xa0B"), (5, "Anna@"), (5, "Anna–B"), (1, "„Anna"),
        (1, "\u0301"), (2, "q\u0301"), (2, "e\u0301"), (3, "C\u0300\u0300"), (2, "C\u0328"),
        (2, "S\u031b"), (3, "S\u0304\u031b"), (2, "K\u035f"), (2, "k\u035fH"),
        (4, "K\u035fH\u0331"), (3, "L\u0325\u0306"), (2, "A\ud800"), (3, "C\u0300\u0600"),
        (5, "C\u0300ab1"), (1, "\x00"), (2, "A\u00ad"), (1, "\u017f"), (1, "ɐ"),
    ],
)  # fmt: skip
def test_the_first_other_character_is_told(place: int, text: str):
    """What is not of type A is refused at its place, counted from 1."""
    assert place == position(text, A)


@pytest.mark.parametrize(
    ("types", "text"),
    [
        ("ABCDE", ""), ("ABCDE", "Müller"), ("BCDE", "Hauptstraße 5"), ("BCDE", "Müller & Söhne"),
        ("CDE", "½"), ("CE", "a\nb"), ("CE", "a\tb"), ("CE", "a\rb"), ("CE", "a\xa0b"),
        ("DE", "Ελένη"), ("DE", "„Haus“ …™"), ("E", "Иван"), ("E", "Иван\n"), ("", "a–b"),
        ("", "ы"), ("", "ἀ"), ("", "محمد"), ("", "张伟"), ("", "🙂"), ("", "\u200b"), ("", "\xad"),
    ],
)  # fmt: skip
def test_types_take_what_their_groups_hold(types: str, text: str):
    """Digits from B on, lines in C and E, Greek in D and E, Cyrillic of Bulgarian in E."""
    assert types == "".join(kind.value for kind in Din91379Type if not position(text, kind))


def test_the_problem_tells_the_type_and_its_purpose():
    """The sentences name the data type; the text itself is in none of them."""
    problem = din91379_problem("Łukasz\u0661", A)
    assert problem
    assert (7, "A") == (problem.params["position"], problem.params["data_type"])
    said = problem.text("de") + problem.text("en")
    assert "Datentyp A: Namen natürlicher Personen" in said
    assert "Łukasz" not in said


@pytest.mark.parametrize("text", ["Anna 2", "Ελένη", "Q\u0301"])
def test_a_name_of_another_kind_is_refused(text: str):
    """Fields for names hold to type A."""
    assert [("/person", "not_din_91379")] == codes_of_refusal(person=text)


@pytest.mark.parametrize("text", ["a\n\tb", "½ Stelle", "5 × 3", "a\xa0b", "K\u0300"])
def test_free_text_holds_to_type_c(text: str):
    """Lines, digits and signs are free text."""
    assert text == Texts(free=text).free


@pytest.mark.parametrize("text", ["„Haus“", "Ελένη", "a – b"])
def test_free_text_of_another_kind_is_refused(text: str):
    """Typographic signs and other scripts are not of type C."""
    assert [("/free", "not_din_91379")] == codes_of_refusal(free=text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("too_short", ""), ("too_long", "x" * 201), ("too_long", "\u0301" * 10**6), ("blank", " "),
        ("not_plain_text", "1\u202e"), ("not_nfc", "1e\u0301"), ("not_plain_text", "\ud800"),
    ],
)  # fmt: skip
def test_length_and_cleanliness_come_first(code: str, text: str):
    """Only a plain text of the right length is compared with the standard."""
    assert [("/person", code)] == codes_of_refusal(person=text)


def test_a_carriage_return_is_no_free_text():
    """Type C has it, but no text of ours."""
    assert [("/free", "not_plain_text")] == codes_of_refusal(free="a\r\nb")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (1, "\u0300" * 10**6), (2, "C\u0328" * 500_000), (2, "K\u035f" * 500_000),
        (3, "C\u0300\u0300" * 300_000), (500_001, "x" * 500_000 + "\u0300" * 500_000),
        (None, "C\u0328\u0306" * 300_000), (1_000_001, "C\u0300" * 500_000 + "1"),
    ],
    ids=["marks", "begun", "begun pair", "doubled", "late", "allowed", "last"],
)  # fmt: skip
def test_hostile_lengths_are_answered(place: int | None, text: str):
    """A million characters are looked at once each; more would never end here."""
    assert place == position(text, A)
