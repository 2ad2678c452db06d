"""Problems as data: every kind says itself in both languages and never repeats the input."""

import datetime as dt
import importlib
import json
import pickle  # problems must survive it; nothing foreign is read
import pkgutil
import string
from collections.abc import Callable
from typing import Annotated

import annotated_types as at
import pytest
from tests.unit import plan_failures

import integrationsplan.concept
import integrationsplan.funding
import integrationsplan.history
import integrationsplan.parameters
import integrationsplan.plan
import integrationsplan.values
from integrationsplan._language import Wording
from integrationsplan._model import AWARE, model
from integrationsplan.errors import InvalidValueError
from integrationsplan.parameters import Band, Parameter, ParameterValue, Timeline
from integrationsplan.problems import (
    GENERAL_KINDS,
    MISSING_KEY,
    TOO_LONG,
    UNKNOWN_KEY,
    Problem,
    ProblemKind,
    at_pointer,
    escape_token,
)
from integrationsplan.values import (
    AGS,
    ARS,
    Basis,
    CodedValue,
    CodeEntry,
    CodeList,
    CodeMapping,
    FrozenMap,
    Identifier,
    Money,
    Period,
    PersonName,
    Share,
    Unit,
    parse_number,
)

DAY = dt.date(2020, 1, 1)
NAIVE = dt.datetime(2020, 1, 1)  # noqa: DTZ001  # naive on purpose
STATED: dict[str, object] = {"basis": Basis.STATED, "citation": "c"}


@model
class Bounds:
    """A class whose fields have bounds."""

    number: Annotated[int, at.Interval(ge=1, le=2)] = 1
    items: Annotated[tuple[int, ...], at.Len(0, 1)] = ()
    moment: Annotated[dt.datetime, AWARE] = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    identifier: Identifier = "x"
    person: PersonName = "x"


def kinds_of(package: object) -> list[tuple[str, ProblemKind]]:
    """Return every kind that the modules of a package declare, with its place."""
    found = []
    for info in pkgutil.iter_modules(package.__path__):
        name = f"{package.__name__}.{info.name}"
        found += [
            (f"{name}.{key}", value)
            for key, value in vars(importlib.import_module(name)).items()
            if isinstance(value, ProblemKind) and value not in GENERAL_KINDS
        ]
    return found


DECLARED = [
    *((f"problems.{kind.code}", kind) for kind in GENERAL_KINDS),
    *kinds_of(integrationsplan.values),
    *kinds_of(integrationsplan.parameters),
    *kinds_of(integrationsplan.history),
    *kinds_of(integrationsplan.plan),
]
WORDED = [
    *DECLARED,
    *kinds_of(integrationsplan.concept),
    *kinds_of(integrationsplan.funding),
]
"""Kinds whose sentences are looked at here; those of concepts and of funding are provoked by tests
of their own.
"""


def row(**fields: object) -> ParameterValue:
    """Make a row that a source states."""
    return ParameterValue(**(STATED | fields))


FAILURES: dict[str, Callable[[], object]] = {
    "wrong_type": lambda: AGS(8_111_000),
    "too_short": lambda: CodedValue(system="", code="1"),
    "too_long": lambda: CodedValue(system="x" * 201, code="1"),
    "too_many": lambda: Bounds(items=(1, 2)),
    "too_small": lambda: Bounds(number=0),
    "too_large": lambda: Bounds(number=3),
    "wrong_form": lambda: Bounds(identifier="-"),
    "blank": lambda: CodedValue(system=" ", code="1"),
    "unknown_unit": lambda: Unit.parse("EUR/stone"),
    "not_plain_text": lambda: CodedValue(system="\u202e", code="1"),
    "not_nfc": lambda: CodedValue(system="e\u0301", code="1"),
    "not_din_91379": lambda: Bounds(person="Anna 2"),
    "duplicate_code": lambda: CodeList(
        system="s", entries=(CodeEntry(code="1", label="a"), CodeEntry(code="1", label="b"))
    ),
    "unknown_parent_code": lambda: CodeList.of("s", {"1": "a"}, parents={"1": "2"}),
    "parent_cycle": lambda: CodeList.of("s", {"1": "a"}, parents={"1": "1"}),
    "duplicate_target": lambda: CodeMapping(
        source="s", target="t", entries=FrozenMap({"1": ("2", "2")})
    ),
    "naive_moment": lambda: Bounds(moment=NAIVE),
    "unknown_code": lambda: Money(1, "AAA"),
    "unknown_key": lambda: _refuse(UNKNOWN_KEY.at("/x", keys="'a', 'b'")),
    "missing_key": lambda: _refuse(MISSING_KEY.at("/x")),
    "not_a_number": lambda: parse_number("zwei"),
    "not_money": lambda: Money.parse("12"),
    "not_a_share": lambda: Share.of("2"),
    "no_full_key": lambda: ARS("120605003").to_ags(),
    "end_before_start": lambda: Period(DAY, dt.date(2019, 1, 1)),
    "open_ended": lambda: Period().days,
    "overlap": lambda: Parameter(unit="1", values=(row(value="1"), row(value="2"))),
    "no_values": lambda: Timeline("x", ()),
    "not_one_value": row,
    "bands_unsorted": lambda: row(bands=(Band(at_least="1", value="1"),) * 2),
    "sums_nothing": lambda: Parameter(unit="1", values=(row(value="1"),), sums_to="1"),
    "sum_missing": lambda: Parameter(unit="1", values=(row(value="1"),), sums_per="district"),
    "form_of_another_unit": lambda: Parameter(unit="date", values=(row(value="1"),)),
    "overridden_table": lambda: Parameter(
        unit="1", values=(row(table=FrozenMap({"a": "1"})),)
    ).override("1"),
    "overridden_value": lambda: Parameter(unit="1", values=(row(value="1"),)).override({}),
    "not_one_lower_end": lambda: Band(value="1"),
    "two_upper_ends": lambda: Band(at_least="1", below="2", at_most="3", value="1"),
    "empty_band": lambda: Band(at_least="2", below="2", value="1"),
    "bands_gap": lambda: row(
        bands=(Band(at_least="1", below="2", value="1"), Band(above="2", value="2"))
    ),
    "bands_overlap": lambda: row(
        bands=(Band(at_least="1", at_most="2", value="1"), Band(at_least="2", value="2"))
    ),
    "no_bands": lambda: Parameter(unit="1", values=(row(value="1"),), bands_unit="person"),
    "thousands_or_decimals": lambda: Parameter(unit="EUR", values=(row(value="20.000"),)),
    "wrong_sum": lambda: Parameter(
        unit="1", values=(row(table=FrozenMap({"a": "1"})),), sums_to="2"
    ),
}
FAILURES |= plan_failures.FAILURES


def _refuse(problem: Problem) -> None:
    raise InvalidValueError("document", [problem])


def placeholders(text: str) -> set[str]:
    """Return the names that a sentence fills in."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def provoke(code: str) -> Problem:
    """Return the problem that a real failure has."""
    with pytest.raises(InvalidValueError) as caught:
        FAILURES[code]()
    told = [problem for problem in caught.value.problems if problem.code == code]
    return (told or caught.value.problems)[0]


def test_every_kind_is_provoked_here():
    """No kind of these packages is without a failure that shows it."""
    assert set(FAILURES) == {kind.code for _, kind in DECLARED}


@pytest.mark.parametrize("code", FAILURES)
def test_a_failure_has_its_code(code: str):
    """Each failure has the problem that it is to have."""
    assert code == provoke(code).code


@pytest.mark.parametrize("code", FAILURES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_real_problem_fills_every_sentence(code: str, language: str):
    """Found, allowed and remedy are whole sentences without open places."""
    problem = provoke(code)
    said = [problem.found(language), problem.allowed(language), problem.remedy(language)]
    assert all(said)
    assert "{" not in problem.text(language)
    assert "Wording(" not in problem.text(language)


@pytest.mark.parametrize("code", FAILURES)
def test_a_real_problem_is_plain_data(code: str):
    """The data of a problem can be written as JSON in both languages."""
    problem = provoke(code)
    data = [problem.as_data("de"), problem.as_data("en")]
    assert data == json.loads(json.dumps(data))


@pytest.mark.parametrize("code", FAILURES)
def test_a_real_problem_survives_pickling(code: str):
    """A copy by pickle is equal."""
    problem = provoke(code)
    assert problem == pickle.loads(pickle.dumps(problem))  # noqa: S301  # our own bytes


@pytest.mark.parametrize(("place", "kind"), WORDED, ids=[place for place, _ in WORDED])
@pytest.mark.parametrize("part", ["found", "allowed", "remedy"])
def test_both_languages_tell_the_same_facts(place: str, kind: ProblemKind, part: str):  # noqa: ARG001
    """The two sentences of a kind fill in the same names."""
    wording: Wording = getattr(kind, part)
    assert placeholders(wording.en) == placeholders(wording.de)


@pytest.mark.parametrize(("place", "kind"), WORDED, ids=[place for place, _ in WORDED])
def test_remedies_are_sentences(place: str, kind: ProblemKind):  # noqa: ARG001
    """A remedy ends with a full stop in both languages."""
    assert [True, True] == [text.endswith(".") for text in kind.remedy]


def test_a_code_stands_for_one_kind():
    """Programs rely on the code, so that two kinds never share one."""
    codes = [kind.code for kind in {kind for _, kind in DECLARED}]
    assert len(codes) == len(set(codes))


def test_the_text_says_place_found_allowed_and_remedy():
    """One line tells everything."""
    problem = TOO_LONG.at("/title", length=230, most=200)
    assert (
        "/title: found a text of 230 characters; allowed: at most 200 characters. Shorten the text."
        == problem.text()
    )


def test_the_text_is_german_on_demand():
    """The same problem is told in German."""
    problem = TOO_LONG.at("/title", length=230, most=200)
    assert (
        "/title: gefunden ein Text von 230 Zeichen; "
        "erlaubt: höchstens 200 Zeichen. Den Text kürzen." == problem.text("de")
    )


@pytest.mark.parametrize(
    ("german", "english", "problem"),
    [
        ("/", "/", MISSING_KEY.at()),
        ("/a/0", "/a/0", MISSING_KEY.at("/a/0")),
        ("Zeile 3", "line 3", MISSING_KEY.in_line(3)),
        ("Zeile 3, Spalte ags", "line 3, column ags", MISSING_KEY.in_line(3, "ags")),
        ("Spalte ags", "column ags", MISSING_KEY.in_line(None, "ags")),
    ],
)
def test_places_are_pointers_or_lines_and_columns(german: str, english: str, problem: Problem):
    """Documents have pointers, tables have lines and columns."""
    assert (german, english) == (problem.place("de"), problem.place("en"))


def test_data_has_line_and_column_where_there_are_any():
    """The place in a table is part of the data."""
    data = MISSING_KEY.in_line(3, "ags").as_data()
    assert (3, "ags") == (data["line"], data["column"])


def test_data_of_a_document_has_no_line():
    """The place in a document is the pointer alone."""
    assert {"line", "column"}.isdisjoint(MISSING_KEY.at("/a").as_data())


def test_parameters_do_not_depend_on_their_order():
    """Problems with the same parameters are equal."""
    assert TOO_LONG.at(length=2, most=1) == TOO_LONG.at(most=1, length=2)


def test_parameters_in_both_languages_are_said_in_one():
    """A word that differs by language is said in the language of the sentence."""
    problem = UNKNOWN_KEY.at(keys=Wording("none", "keine"))
    assert ("keine", "none") == (problem.allowed("de"), problem.allowed("en"))


@pytest.mark.parametrize("braces", ["{", "}", "{keys}", "{0.__class__}", "%s"])
def test_braces_in_parameters_stay_text(braces: str):
    """A parameter is never read as a sentence with places to fill in."""
    assert braces == UNKNOWN_KEY.at(keys=braces).allowed()


@pytest.mark.parametrize(
    ("escaped", "token"), [("a~1b~0c", "a/b~c"), ("~01", "~1"), ("0", 0), ("", ""), ("ä", "ä")]
)
def test_tokens_are_escaped_as_rfc_6901_says(escaped: str, token: str | int):
    """Tilde and slash are written as ~0 and ~1."""
    assert escaped == escape_token(token)


def test_a_problem_moves_below_a_prefix():
    """The pointer of a part becomes the pointer of the whole."""
    assert "/a/b" == at_pointer(MISSING_KEY.at("/b"), "/a").pointer


def test_a_problem_keeps_all_else_when_it_moves():
    """Only the pointer changes."""
    problem = TOO_LONG.at("/b", length=2, most=1)
    assert (problem.kind, problem.params) == (
        at_pointer(problem, "/a").kind,
        at_pointer(problem, "/a").params,
    )
