"""Errors: one root, a builtin parent, facts as attributes, no input in the message."""

import copy
import datetime as dt
import pickle  # errors must survive it; nothing foreign is read
from collections.abc import Callable
from fractions import Fraction

import pytest

from integrationsplan import errors
from integrationsplan.findings import Finding, Severity, Way
from integrationsplan.parameters import Band, Parameter, ParameterValue, Timeline
from integrationsplan.problems import MISSING_KEY, TOO_LONG, Wording
from integrationsplan.values import (
    AGS,
    ARS,
    Basis,
    Bilingual,
    Citation,
    CodedValue,
    FrozenMap,
    Money,
    Period,
    Share,
    Unit,
    parse_number,
    round_to_step,
)

DAY = dt.date(2020, 1, 1)
PROBLEMS = [TOO_LONG.at("/a", length=2, most=1), MISSING_KEY.in_line(3, "ags")]
EXAMPLES = [
    errors.ProblemsError("plan", PROBLEMS),
    errors.InvalidValueError("Money", PROBLEMS),
    errors.DocumentError("plan document", []),
    errors.AllocationError("allocation", PROBLEMS[:1]),
    errors.CurrencyMismatchError("EUR", "CHF"),
    errors.PrecisionLossError("the amount", "one cent"),
    errors.DateOutOfRangeError(DAY, "9000 years"),
    errors.NotInForceError("rate", DAY, None, DAY),
    errors.NotStatedError("bw", "rate", Wording("Nobody says it.", "Niemand sagt es."), ["Act"]),
    errors.UnknownNameError("programme", "bw", ["th", "bw-2017"]),
]
CANARY = "Zq7-Geheim"
LEAKS: dict[str, Callable[[], object]] = {
    "Money.of": lambda: Money.of(CANARY),
    "Money.from_text": lambda: Money.from_text(CANARY),
    "Money.minor": lambda: Money(CANARY),
    "Money.currency": lambda: Money(1, CANARY),
    "Money.of currency": lambda: Money.of("1", CANARY),
    "Money.of cents of currency": lambda: Money.of("0.001", CANARY),
    "Money.of rounded in currency": lambda: Money.of(Fraction(1, 3), CANARY),
    "Money.total": lambda: Money.total([Money(1)], CANARY),
    "Share.of": lambda: Share.of(CANARY),
    "Share.of %": lambda: Share.of(CANARY + " %"),
    "parse_number": lambda: parse_number(CANARY),
    "AGS": lambda: AGS(CANARY),
    "ARS": lambda: ARS(CANARY),
    "Unit.parse": lambda: Unit.parse(CANARY),
    "Period.start": lambda: Period(CANARY, None),
    "CodedValue.system": lambda: CodedValue(system=CANARY * 30, code="1"),
    "CodedValue.code": lambda: CodedValue(system="s", code=CANARY + "\u202e"),
    "CodedValue.version": lambda: CodedValue(system="s", code="1", version=CANARY + "e\u0301"),
    "CodedValue.label": lambda: CodedValue(system="s", code="1", label=[CANARY]),
    "Bilingual.de": lambda: Bilingual(de=CANARY + "\ud800", en="x"),
    "Citation.url": lambda: Citation(title="t", url=CANARY),
    "Citation.date": lambda: Citation(title="t", date=CANARY),
    "ParameterValue.value": lambda: ParameterValue(value=CANARY, basis=Basis.STATED, citation="c"),
    "ParameterValue.basis": lambda: ParameterValue(value="1", basis=CANARY, citation="c"),
    "ParameterValue.table": lambda: ParameterValue(
        table=FrozenMap({"a": CANARY}), basis=Basis.STATED, citation="c"
    ),
    "ParameterValue.table key": lambda: ParameterValue(
        table=FrozenMap({CANARY + "\u202e": "1"}), basis=Basis.STATED, citation="c"
    ),
    "Band": lambda: Band(at_least=CANARY, value=CANARY),
    "Parameter.sums_to": lambda: Parameter(unit="1", sums_to=CANARY, values=()),
    "Parameter.values": lambda: Parameter(unit="1", values=CANARY),
    "Timeline.key": lambda: Timeline(CANARY * 30, ()),
    "Timeline.rows": lambda: Timeline("x", (CANARY,)),
    "Finding.code": lambda: Finding(
        code=CANARY, severity=Severity.NOTICE, text=Bilingual(de="a", en="b")
    ),
    "Finding.severity": lambda: Finding(code="a", severity=CANARY, text=Bilingual(de="a", en="b")),
    "Finding.text": lambda: Finding(code="a", severity=Severity.NOTICE, text=CANARY),
    "Finding.values": lambda: Finding(
        code="a",
        severity=Severity.NOTICE,
        text=Bilingual(de="a", en="b"),
        values=FrozenMap({"a": [CANARY]}),
    ),
    "Way": lambda: Way(code=CANARY, de="a", en="b"),
}


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))],  # noqa: S301  # our own bytes
    ids=["copy", "deepcopy", "pickle"],
)
def test_errors_survive_copies(
    copied: Callable[[Exception], Exception], error: errors.IntegrationsplanError
):
    """A copy has the type, the facts and the message of the error."""
    again = copied(error)
    assert (type(error), error.args, vars(error), str(error)) == (
        type(again),
        again.args,
        vars(again),
        str(again),
    )


def test_notes_survive_pickling():
    """What a caller adds to an error is kept."""
    error = errors.PrecisionLossError("the amount", "one cent")
    error.add_note("in line 3")
    assert ["in line 3"] == pickle.loads(pickle.dumps(error)).__notes__  # noqa: S301  # our own bytes


def test_every_error_of_the_list_is_shown_here():
    """No class of error is without an example."""
    assert set(errors.__all__) == {type(error).__name__ for error in EXAMPLES} | {
        "IntegrationsplanError"
    }


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_errors_have_the_root_and_a_builtin_parent(error: Exception):
    """Callers catch the root of the package, or what they already catch."""
    assert isinstance(error, errors.IntegrationsplanError)
    assert isinstance(error, ValueError | LookupError)


def test_codes_are_stable_and_differ():
    """Each class has its own code."""
    assert [
        "problems", "invalid_value", "invalid_document", "allocation_failed", "currency_mismatch",
        "precision_loss", "date_out_of_range", "not_in_force", "not_stated", "unknown_name",
    ] == [error.code for error in EXAMPLES]  # fmt: skip


@pytest.mark.parametrize("place", LEAKS)
def test_no_message_repeats_the_input(place: str):
    """A refused text may be a name, and is neither in message, repr, facts nor causes."""
    with pytest.raises(ValueError, match=r".") as caught:
        LEAKS[place]()
    error = caught.value
    told = [str(error), repr(error), repr(error.args), repr(vars(error))]
    told += [repr(error.__cause__), repr(error.__context__)]
    if isinstance(error, errors.ProblemsError):
        told += [error.text("de"), repr([problem.as_data() for problem in error.problems])]
    assert CANARY not in "".join(told)


@pytest.mark.parametrize("place", [place for place in LEAKS if place != "Unit.parse"])
def test_every_refusal_is_an_error_of_the_package(place: str):
    """A wrong value raises `InvalidValueError`, wherever it was given."""
    with pytest.raises(errors.InvalidValueError):
        LEAKS[place]()


def test_many_problems_are_said_one_a_line():
    """The head counts, and each problem has its line."""
    assert (
        "plan: 2 problems\n"
        "  /a: found a text of 2 characters; allowed: at most 1 characters. Shorten the text.\n"
        "  line 3, column ags: found no such key; allowed: the key is required. Add the key."
        == str(errors.ProblemsError("plan", PROBLEMS))
    )


@pytest.mark.parametrize(
    ("german", "english", "count"),
    [("x: 1 Problem", "x: 1 problem", 1), ("x: 2 Probleme", "x: 2 problems", 2)],
)
def test_the_head_counts_in_the_language(german: str, english: str, count: int):
    """One problem is singular, several are plural."""
    error = errors.ProblemsError("x", PROBLEMS[:count])
    assert (german, english) == (error.text("de").splitlines()[0], error.text("en").splitlines()[0])


def test_problems_may_come_one_by_one():
    """Any iterable of problems is kept as a tuple."""
    assert tuple(PROBLEMS) == errors.ProblemsError("x", iter(PROBLEMS)).problems


def test_currency_mismatch_names_both():
    """The message names both currencies and a remedy."""
    assert "amounts in 'EUR' and 'CHF' cannot be combined; convert one of them first" == str(
        errors.CurrencyMismatchError("EUR", "CHF")
    )


def test_precision_loss_names_the_remedy():
    """The message says how to name a rounding."""
    assert "rounding=Rounding.HALF_UP" in str(errors.PrecisionLossError("a", "b"))


def test_date_out_of_range_names_the_calendar():
    """The message says which years there are."""
    assert "years 1 to 9999" in str(errors.DateOutOfRangeError(DAY, "9000 years"))


BEFORE, AFTER = dt.date(2019, 1, 1), dt.date(2021, 1, 1)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("before", [None, BEFORE])
@pytest.mark.parametrize("after", [None, AFTER])
def test_not_in_force_names_exactly_the_nearest_days(
    language: str, before: dt.date | None, after: dt.date | None
):
    """The message has the key, the day, and those nearest days that exist."""
    text = errors.NotInForceError("rate", DAY, before, after).text(language)
    written = "%d.%m.%Y" if language == "de" else "%Y-%m-%d"
    found = [date for date in (BEFORE, DAY, AFTER) if date.strftime(written) in text]
    assert [date for date in (before, DAY, after) if date] == found
    assert "'rate'" in text


def test_not_in_force_speaks_english_by_default():
    """The plain message is the English one."""
    error = errors.NotInForceError("rate", DAY, BEFORE, AFTER)
    assert error.text("en") == str(error)


@pytest.mark.parametrize(
    ("hint", "name", "known"),
    [
        ("did you mean 'stuttgart'?", "stutgart", ["mainz", "stuttgart"]),
        ("known are 'a', 'b'", "zzz", ["b", "a"]),
        ("none is known", "zzz", []),
        ("and 2 more", "zzz", [f"n{i}" for i in range(12)]),
    ],
)
def test_unknown_names_come_with_a_hint(hint: str, name: str, known: list[str]):
    """Close names are proposed, else the known ones are listed, at most ten."""
    assert str(errors.UnknownNameError("city", name, known)).endswith(hint)


def test_ten_known_names_are_all_listed():
    """Where ten names are known, none is left out."""
    text = str(errors.UnknownNameError("city", "zzz", [f"n{i}" for i in range(10)]))
    assert text.endswith("'n9'")


def test_known_names_are_sorted():
    """The facts do not depend on the order of a set."""
    assert ("a", "b") == errors.UnknownNameError("city", "x", {"b", "a"}).known


def test_an_endless_name_is_cut():
    """A message names at most a hundred characters of the name."""
    assert 300 > len(str(errors.UnknownNameError("city", "x" * 10**6, ["a"])))


@pytest.mark.parametrize("name", [2017, None, ("a",)])
def test_a_name_of_another_type_can_be_told(name: object):
    """The message of a name that is no text can still be read."""
    assert "programme" in str(errors.UnknownNameError("programme", name, ["bw"]))


def test_rounding_to_no_step_is_refused():
    """Nothing is a multiple of zero."""
    with pytest.raises((ZeroDivisionError, errors.InvalidValueError)):
        round_to_step(1, 0, None)
