"""Code lists of the user's own, and mappings between them."""

import copy
import datetime as dt
import pickle

import pytest

from integrationsplan import InvalidValueError, UnknownNameError
from integrationsplan.values import (
    Bilingual,
    CodedValue,
    CodeEntry,
    CodeList,
    CodeMapping,
    FrozenMap,
    Period,
)

JOBS = CodeList.of(
    "KldB 2010",
    {
        "4": Bilingual(de="Naturwissenschaft, Informatik", en="Science, computing"),
        "43": Bilingual(de="Informatik und IKT", en="Computing and ICT"),
        "434": Bilingual(de="Softwareentwicklung", en="Software development"),
        "5": Bilingual(de="Verkehr, Straße", en="Transport, road"),
    },
    version="2020",
    parents={"43": "4", "434": "43"},
)
TO_ISCO = CodeMapping(
    source="KldB 2010",
    source_version="2020",
    target="ISCO-08",
    entries=FrozenMap({"43412": ("2514", "2512"), "01104": ("0110",)}),
)


def found(action: object, *arguments: object, **named: object) -> list[tuple[str, str]]:
    """Return the problems of what is refused."""
    with pytest.raises(InvalidValueError) as caught:
        action(*arguments, **named)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def codes(entries: object) -> list[str]:
    """Return the codes of entries."""
    return [entry.code for entry in entries]


def test_a_list_is_a_collection_of_entries():
    """Length, order, membership and look-up."""
    assert (4, ["4", "43", "434", "5"]) == (len(JOBS), codes(JOBS))
    assert ("43" in JOBS, "44" in JOBS, 43 in JOBS) == (True, False, False)
    assert "4" == JOBS["43"].parent


@pytest.mark.parametrize(
    ("language", "label"), [("de", "Informatik und IKT"), ("en", "Computing and ICT")]
)
def test_labels_come_in_both_languages(language: str, label: str):
    """A list with both languages speaks the one asked for."""
    assert label == JOBS.label("43", language)


@pytest.mark.parametrize("language", ["de", "en"])
def test_one_label_serves_both_languages(language: str):
    """A list with one language says what it has."""
    assert "Wohnen" == CodeList.of("fields", {"W": "Wohnen"}).label("W", language)


def test_a_coded_value_carries_list_version_and_label():
    """What a record keeps can be read without the list."""
    assert CodedValue(
        system="KldB 2010", code="434", version="2020", label="Softwareentwicklung"
    ) == JOBS.coded("434", "de")


def test_a_long_label_is_cut_in_a_coded_value():
    """The list keeps the whole; the record 200 characters with a sign that it was cut."""
    listed = CodeList.of("s", {"1": "ä" * 201, "2": "ä" * 200})
    assert (f"{'ä' * 199}…", "ä" * 200) == (listed.coded("1").label, listed.coded("2").label)
    assert "ä" * 201 == listed.label("1")


def test_lines_of_a_label_become_one():
    """A coded value has labels of one line."""
    listed = CodeList.of("s", {"1": Bilingual(de="a\nb", en="a\tb")})
    assert ("a b", "a b") == (listed.coded("1", "de").label, listed.coded("1", "en").label)


@pytest.mark.parametrize(
    ("code", "below"), [(None, ["4", "5"]), ("4", ["43"]), ("43", ["434"]), ("434", [])]
)
def test_children_are_those_directly_below(code: str | None, below: list[str]):
    """Children keep the order of the list; without a code they are those at the top."""
    assert below == codes(JOBS.children(code))


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("informatik", ["4", "43"]),
        ("COMPUTING", ["4", "43"]),
        ("strasse", ["5"]),
        (" ikt ", ["43"]),
        ("43", ["43", "434"]),
        ("nothing", []),
        ("IKT computing", []),
        ("", []),
        ("  ", []),
    ],
)
def test_search_looks_into_codes_and_labels(text: str, hits: list[str]):
    """Capitals make no difference, both languages count, labels are not joined."""
    assert hits == codes(JOBS.search(text))


def test_search_ends_at_the_limit():
    """The first ones of the list are given."""
    assert ["4"] == codes(JOBS.search("4", limit=1))


@pytest.mark.parametrize(
    ("named", "problem"),
    [
        ({"text": "a", "limit": 0}, ("too_small", "/limit")),
        ({"text": "a", "limit": True}, ("wrong_type", "/limit")),
        ({"text": None}, ("wrong_type", "/text")),
    ],
)
def test_search_wants_a_text_and_a_limit(named: dict[str, object], problem: tuple[str, str]):
    """Another type or a limit below 1 is refused."""
    assert [problem] == found(JOBS.search, **named)


@pytest.mark.parametrize("method", ["label", "coded", "children", "__getitem__"])
def test_an_unknown_code_is_told_with_close_ones(method: str):
    """Whoever mistypes a code is told which are near."""
    with pytest.raises(UnknownNameError) as caught:
        getattr(JOBS, method)("4344")
    assert "434" == caught.value.close[0]


def test_close_codes_are_found_in_a_long_list():
    """Also those that stand far down."""
    listed = CodeList.of("s", {f"{number:05d}": "x" for number in range(30_000)})
    with pytest.raises(UnknownNameError) as caught:
        listed.label("2999")
    assert {code[:4] for code in caught.value.close} == {"2999"}


@pytest.mark.parametrize("code", ["x", None])
def test_a_long_list_without_close_codes_says_so_too(code: object):
    """What resembles nothing is told the beginning of the list."""
    listed = CodeList.of("s", {f"{number:05d}": "x" for number in range(300)})
    with pytest.raises(UnknownNameError) as caught:
        listed.label(code)
    assert ((), 300) == (caught.value.close, len(caught.value.known))


def test_a_code_is_valid_in_its_period():
    """Without a period it always is."""
    entry = CodeEntry(code="1", label="a", valid=Period(None, dt.date(2020, 12, 31)))
    days = dt.date(2020, 12, 31), dt.date(2021, 1, 1)
    assert [True, False] == [entry.is_valid_on(day) for day in days]
    assert CodeEntry(code="1", label="a").is_valid_on(days[1])


def test_each_code_stands_once():
    """A code a second time is told with the place of the first."""
    entries = tuple(CodeEntry(code=code, label="a") for code in ("1", "2", "1"))
    with pytest.raises(InvalidValueError) as caught:
        CodeList(system="s", entries=entries)
    (problem,) = caught.value.problems
    assert ("/entries/2/code", "/entries/0") == (problem.pointer, problem.params["other"])


def test_codes_of_a_known_system_have_its_form():
    """Every code of another form is told."""
    assert [("wrong_form", "/entries/0/code"), ("wrong_form", "/entries/2/code")] == found(
        CodeList.of, "ISCO-08", {"C1": "a", "1": "b", "11111": "c"}
    )


@pytest.mark.parametrize(
    ("parents", "problems"),
    [
        ({"1": "9"}, [("unknown_parent_code", "/entries/0/parent")]),
        ({"9": "1"}, [("unknown_parent_code", "/parents/9")]),
        ({"1": "1"}, [("parent_cycle", "/entries/0/parent")]),
        (
            {"1": "2", "2": "3", "3": "2"},
            [("parent_cycle", "/entries/1/parent"), ("parent_cycle", "/entries/2/parent")],
        ),
    ],
)
def test_parents_lead_to_the_top(parents: dict[str, str], problems: list[tuple[str, str]]):
    """A parent is in the list, and nobody is above itself."""
    assert problems == found(CodeList.of, "s", {"1": "a", "2": "b", "3": "c"}, parents=parents)


def test_every_wrong_entry_is_told_at_once():
    """Codes and labels are looked at one by one."""
    assert [("too_short", "/entries/0/code"), ("blank", "/entries/2/label")] == found(
        CodeList.of, "s", {"": "a", "1": "b", "2": " "}
    )


def test_a_mapping_gives_a_set():
    """A code has one correspondence or several."""
    assert (frozenset({"2512", "2514"}), frozenset({"0110"})) == (
        TO_ISCO.targets("43412"),
        TO_ISCO.targets("01104"),
    )
    assert (2, True, False, False) == (
        len(TO_ISCO), "43412" in TO_ISCO, "43413" in TO_ISCO, 1 in TO_ISCO,
    )  # fmt: skip


def test_mapped_values_are_sorted_and_name_their_list():
    """Coded values come in the order of their codes."""
    assert (
        CodedValue(system="ISCO-08", code="2512"),
        CodedValue(system="ISCO-08", code="2514"),
    ) == TO_ISCO.coded("43412")


@pytest.mark.parametrize("method", ["targets", "coded"])
def test_an_unmapped_code_is_told_with_close_ones(method: str):
    """An unknown code is no empty set."""
    with pytest.raises(UnknownNameError) as caught:
        getattr(TO_ISCO, method)("43413")
    assert ("43412",) == caught.value.close


def test_a_mapping_can_be_read_the_other_way():
    """Systems and editions change places; twice gives the same pairs."""
    back = TO_ISCO.reversed()
    assert ("ISCO-08", "KldB 2010", "2020") == (back.source, back.target, back.target_version)
    assert frozenset({"43412"}) == back.targets("2512")
    assert TO_ISCO.targets("43412") == back.reversed().targets("43412")


@pytest.mark.parametrize(
    ("entries", "problems"),
    [
        ({"43412": ()}, [("too_short", "/entries/43412")]),
        ({"x": ("2512",)}, [("wrong_form", "/entries/#1")]),
        ({"1": ("2512", "x")}, [("wrong_form", "/entries/1/1")]),
        ({"1": ("2512", "2512")}, [("duplicate_target", "/entries/1/1")]),
    ],
)
def test_a_mapping_is_checked(entries: dict[str, tuple[str, ...]], problems: list[tuple[str, str]]):
    """Codes of known systems have their form; every pair stands once; no code leads nowhere."""
    assert problems == found(
        CodeMapping, source="KldB 2010", target="ISCO-08", entries=FrozenMap(entries)
    )


@pytest.mark.parametrize("thing", [JOBS, TO_ISCO], ids=["list", "mapping"])
def test_copies_are_equal(thing: object):
    """Lists and mappings can be copied and pickled, also after use."""
    assert thing == copy.deepcopy(thing) == pickle.loads(pickle.dumps(thing))  # noqa: S301
    assert "43412" not in repr(thing)


def test_representations_are_short():
    """A list of thousands fits into a line of a log."""
    assert "<CodeList: KldB 2010, 4 codes>" == repr(JOBS)
    assert "<CodeMapping: KldB 2010 to ISCO-08, 2 codes>" == repr(TO_ISCO)
