"""``monitor``: what it writes is what the functions of monitoring make, in both languages."""

import datetime as dt
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import Author, IntegrationPlan, from_json, to_json
from integrationsplan.monitoring import (
    DisclosureRules,
    IndicatorReport,
    definition,
    facts_needed,
    monitor,
    protect_report,
)
from integrationsplan.plan import (
    Agreement,
    Body,
    Consultation,
    Gender,
    GoalField,
    Party,
    PersonalDetails,
)
from integrationsplan.values import Period

Run = Callable[..., Any]
GRANT = Path(__file__).parents[2] / "documents" / "v1" / "grant-every-event.json"
YEAR = ("--from", "2018-01-01", "--to", "2018-12-31")
TALKS = (*YEAR, "--indicator", "BW62_TALKS")
CODE = "from integrationsplan.cli import main; main()"


def on(day: dt.date) -> dict[str, Any]:
    """Return who records something, and when."""
    return {
        "author": Author(role="integration_manager", id="im-7"),
        "recorded_at": dt.datetime.combine(day, dt.time(9), dt.UTC),
        "effective_on": day,
    }


def plan_of(number: int, gender: Gender = Gender.FEMALE) -> IntegrationPlan:
    """Return an agreed plan with two talks about housing; nothing is recorded of work."""
    opened = IntegrationPlan.open(
        id=f"plan-{number}",
        subject=f"person-{number}",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        put=[PersonalDetails(id="d", gender=gender, birth_date=dt.date(1994, 5, 2))],
        **on(dt.date(2018, 3, 1)),
    )
    day = dt.date(2018, 3, 8)
    both = (Party.PERSON, Party.COUNSELLOR)
    return opened.revise(
        put=[
            Agreement(id="a-1", revision=1, agreed_on=day, by=both),
            Consultation(id="t-1", held_on=day, topics=(GoalField.HOUSING,)),
            Consultation(id="t-2", held_on=dt.date(2018, 6, 4), topics=(GoalField.HOUSING,)),
        ],
        **on(dt.date(2018, 6, 4)),
    )


def plans() -> list[IntegrationPlan]:
    """Return the plans of seven women and two men."""
    women = [plan_of(number) for number in range(1, 8)]
    return [*women, plan_of(8, Gender.MALE), plan_of(9, Gender.MALE)]


@pytest.fixture
def one(tmp_path: Path) -> str:
    """Return the path of one plan."""
    path = tmp_path / "one.json"
    path.write_text(to_json(plan_of(20)), encoding="utf-8")
    return str(path)


@pytest.fixture
def many(tmp_path: Path) -> str:
    """Return the path of nine plans by line."""
    path = tmp_path / "many.jsonl"
    path.write_text("".join(f"{to_json(each)}\n" for each in plans()), encoding="utf-8")
    return str(path)


def report_of(result: Any) -> IndicatorReport:
    """Return the document that a command wrote."""
    assert (0, "") == (result.code, result.err)
    return from_json(result.out, IndicatorReport)


# -- what is counted -------------------------------------------------------------------------------


def test_document_is_the_report_that_the_function_makes(run: Run, many: str):
    """The same figures, rules and records by either way."""
    found = report_of(run("monitor", many, *YEAR, "--by", "sex", "--format", "json"))
    assert monitor(plans(), Period.of_year(2018), by=["sex"]) == found


def test_protected_document_is_the_report_that_the_function_makes(run: Run, many: str):
    """Small counts are not shown, and no record is named."""
    words = (*YEAR, "--indicator", "BW62_PLANS", "--by", "sex", "--least", "3")
    found = report_of(run("monitor", many, *words, "--format", "json"))
    whole = monitor(plans(), Period.of_year(2018), ["BW62_PLANS"], by=["sex"])
    assert (protect_report(whole, DisclosureRules(least=3)), None) == (
        found,
        found.row("BW62_PLANS", sex="male").value,
    )


def test_packed_lines_are_counted_as_plain_ones(run: Run, many: str, tmp_path: Path):
    """Plans come out of a compressed file in a stream, too."""
    packed = tmp_path / "many.jsonl.gz"
    packed.write_bytes(gzip.compress(Path(many).read_bytes()))
    results = [run("monitor", path, *TALKS, "--format", "csv") for path in (many, str(packed))]
    assert results[0] == results[1]


def test_plan_may_come_from_standard_input(run: Run):
    """``-`` is a pipe."""
    found = report_of(run("monitor", "-", *TALKS, "--format", "json", stdin=to_json(plan_of(1))))
    assert "2" == found.row("BW62_TALKS").value


def test_default_is_the_indicators_of_the_land_and_of_plans(run: Run, one: str):
    """Nobody has to name a family."""
    found = report_of(run("monitor", one, *YEAR, "--format", "json"))
    assert {"bw-im-6.2", "plan"} == {definition(code).family for code in found.indicators}


def test_indicator_named_twice_is_counted_once(run: Run, one: str):
    """By its family and by its code."""
    words = ("--indicator", "bw-im-6.2", "--indicator", "EECO01", "--indicator", "BW62_TALKS")
    found = report_of(run("monitor", one, *YEAR, *words, "--format", "json"))
    assert (4, {"BW62_TALKS", "BW62_PLANS", "BW62_TOPICS", "EECO01"}) == (
        len(found.indicators),
        set(found.indicators),
    )


def test_choices_stand_in_the_report(run: Run, one: str):
    """Who reads the figures sees by what rules they were counted."""
    choices = ("--alive-within", "6", "--term", "24", "--as-of", "2019-06-30")
    found = report_of(run("monitor", one, *TALKS, *choices, "--format", "json"))
    rules = found.rules
    assert (6, 24) == (rules.alive_within_months, rules.longest_term_months)
    assert dt.date(2019, 6, 30) == found.as_of


def test_without_a_grant_there_is_no_caseload(run: Run, one: str):
    """Posts that nobody named are not taken for none."""
    words = (*YEAR, "--indicator", "CASELOAD_PER_FTE", "--format", "json")
    found = [
        report_of(run("monitor", one, *words, *more)) for more in ((), ("--grant", str(GRANT)))
    ]
    assert ["not-computable", "counted"] == [
        report.row("CASELOAD_PER_FTE", figure="fte").status.value for report in found
    ]


# -- for people ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("Beratungsgespräche", "01.01.2018", "gezählt", "von", "ohne Angabe", "noch offen")),
        ("en", ("Counselling talks", "2018-01-01", "counted", "of", "lacking", "undecided")),
    ],
)
def test_table_is_in_the_language(run: Run, one: str, language: str, words: tuple[str, ...]):
    """Label, heads and status in words."""
    result = run("monitor", one, *TALKS, "--lang", language)
    assert [] == [word for word in ("BW62_TALKS", *words) if word not in result.out]


def test_table_says_what_cannot_be_computed(run: Run, one: str):
    """No number stands where nobody chose the months."""
    out = run("monitor", one, *YEAR, "--indicator", "PLANS_DEAD", "--lang", "en").out
    (line,) = (line for line in out.splitlines() if "PLANS_DEAD" in line)
    assert (True, True) == ("not computable" in line, "–" in line)


@pytest.mark.parametrize("language", ["de", "en"])
def test_fact_that_is_lacking_is_said_in_words(run: Run, one: str, language: Any):
    """And not by its code alone."""
    (lacking, *_) = monitor([plan_of(20)], Period.of_year(2018), ["EECO02"]).lacking
    words = (*YEAR, "--indicator", "EECO02", "--lacking", "--lang", language)
    out = run("monitor", one, *words).out
    said = facts_needed()[lacking.fact].in_language(language).split()
    assert [] == [word for word in ("plan-20", *said) if word not in out]


def test_records_are_not_named_unasked(run: Run, one: str):
    """The table alone tells of nobody."""
    assert "plan-20" not in run("monitor", one, *YEAR, "--indicator", "EECO02").out


@pytest.mark.parametrize(("language", "word"), [("de", "nicht ausgewiesen"), ("en", "not shown")])
def test_table_says_what_is_not_shown(run: Run, many: str, language: Any, word: str):
    """A status instead of the figure, and below it what readers have to know."""
    words = (*YEAR, "--indicator", "BW62_PLANS", "--by", "sex", "--least", "3")
    out = run("monitor", many, *words, "--lang", language).out
    whole = monitor(plans(), Period.of_year(2018), ["BW62_PLANS"], by=["sex"])
    notes = protect_report(whole, DisclosureRules(least=3)).account
    told = " ".join(out.split())
    assert word in told
    assert [] == [note for note in notes if note.in_language(language) not in told]


# -- what goes wrong -------------------------------------------------------------------------------


def test_document_that_is_refused_is_named(run: Run, one: str, tmp_path: Path):
    """The file and the place in it; those before it leave no figure."""
    path = tmp_path / "bad.json"
    path.write_text(json.dumps({**json.loads(to_json(plan_of(1))), "id": 7}), encoding="utf-8")
    result = run("monitor", one, str(path), *TALKS)
    assert (1, "") == (result.code, result.out)
    assert (True, True) == ("bad.json" in result.err, "/id" in result.err)


def test_plan_is_no_grant(run: Run, one: str):
    """Posts come from the document of a grant alone."""
    result = run("monitor", one, *TALKS, "--grant", one)
    assert (1, "", True) == (result.code, result.out, "integrationsplan/grant" in result.err)


@pytest.mark.parametrize(
    "words",
    [
        ("{file}", "--from", "2018-01-01"),
        ("{file}", "--from", "2018-12-31", "--to", "2018-01-01"),
        ("{file}", "--from", "yesterday", "--to", "2018-12-31"),
        TALKS,
        ("nothing.jsonl", *TALKS),
        ("{file}", *TALKS, "--grant", "nothing.json"),
        ("{file}", *TALKS, "--by", "sexx"),
        ("{file}", *TALKS, "--term", "x"),
        ("{file}", *TALKS, "--round", "1"),
        ("{file}", *TALKS, "--lacking", "--round", "5"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_wrong_usage_is_told(run: Run, one: str, language: str, words: tuple[str, ...]):
    """Exit code 2 and a message in the language; nothing is on standard output."""
    result = run("monitor", *(word.replace("{file}", one) for word in words), "--lang", language)
    head = "Fehler: " if language == "de" else "Error: "
    assert (2, "", True) == (result.code, result.out, result.err.startswith(head))


# -- as a process ----------------------------------------------------------------------------------


def test_command_works_in_the_c_locale(one: str):
    """A terminal of ASCII alone gets an answer and no error."""
    ascii_only = {
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    }
    done = subprocess.run(
        [sys.executable, "-c", CODE, "monitor", one, *YEAR, "--lang", "de"],
        capture_output=True,
        check=False,
        timeout=60,
        env=os.environ | ascii_only,
    )
    assert (0, b"") == (done.returncode, done.stderr)


def test_help_does_not_wait_for_monitoring():
    """Who counts nothing loads none of it."""
    code = "import sys; from integrationsplan.cli import main\n"
    code += "try: main()\nexcept SystemExit: print(sum('_tally' in name for name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code, "--help"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"0" == done.stdout.split()[-1]
