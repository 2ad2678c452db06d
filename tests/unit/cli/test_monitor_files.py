"""``monitor``: files of every kind, and what is told before and instead of figures."""

import csv
import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import Author, IntegrationPlan, from_json, to_json
from integrationsplan.funding import Grant, Participant
from integrationsplan.monitoring import DisclosureRules as Rules
from integrationsplan.monitoring import IndicatorReport, monitor, protect_report
from integrationsplan.plan import Body, Consultation, Gender, GoalField, PersonalDetails
from integrationsplan.values import Period

Run = Callable[..., Any]
YEAR = ("--from", "2018-01-01", "--to", "2018-12-31")
TALKS = (*YEAR, "--indicator", "BW62_TALKS")


def plan_of(number: int, gender: Gender = Gender.FEMALE) -> IntegrationPlan:
    """Return a plan with a talk about housing."""
    day = dt.date(2018, 3, 1)
    return IntegrationPlan.open(
        id=f"plan-{number}",
        subject=f"person-{number}",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        put=[
            PersonalDetails(id="d", gender=gender),
            Consultation(id="t-1", held_on=day, topics=(GoalField.HOUSING,)),
        ],
        author=Author(role="integration_manager", id="im-7"),
        recorded_at=dt.datetime.combine(day, dt.time(9), dt.UTC),
        effective_on=day,
    )


PLANS = [*map(plan_of, range(1, 8)), plan_of(8, Gender.MALE), plan_of(9, Gender.MALE)]


def by_line(*plans: IntegrationPlan) -> str:
    """Write plans one a line."""
    return "".join(f"{to_json(each)}\n" for each in plans)


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
    path.write_text(by_line(*PLANS), encoding="utf-8")
    return str(path)


def values(text: str) -> list[str]:
    """Return the figures of a CSV."""
    return [row["value"] for row in csv.DictReader(io.StringIO(text, newline=""))]


def test_document_is_the_report_that_the_function_makes(run: Run, many: str):
    """The same figures, rules and records by either way."""
    result = run("monitor", many, *YEAR, "--by", "sex", "--format", "json")
    wanted = monitor(PLANS, Period.of_year(2018), by=["sex"])
    assert (0, "", wanted) == (result.code, result.err, from_json(result.out, IndicatorReport))


@pytest.mark.parametrize("words", [(), ("--lines",)])
def test_standard_input_holds_a_plan_or_many_by_line(run: Run, words: tuple[str, ...]):
    """``-`` is a pipe; --lines says that there are many."""
    data = by_line(plan_of(1), plan_of(2)) if words else to_json(plan_of(1))
    found = run("monitor", "-", *TALKS, *words, "--format", "csv", stdin=data)
    assert ["2" if words else "1"] == values(found.out)


def test_bad_documents_of_all_files_are_told(run: Run, one: str, tmp_path: Path):
    """Each with its file, and no figure is on standard output."""
    paths = [tmp_path / "a.jsonl", tmp_path / "b.json"]
    paths[0].write_text(f"{by_line(plan_of(1))}{{}}\n", encoding="utf-8")
    paths[1].write_text("{}", encoding="utf-8")
    result = run("monitor", str(paths[0]), one, str(paths[1]), *TALKS)
    told = [f"{path}: " in result.err for path in paths]
    assert (1, "", [True, True]) == (result.code, result.out, told)


def test_problems_that_are_not_listed_are_counted(run: Run, tmp_path: Path):
    """A hundred are listed of 1,200."""
    path = tmp_path / "bad.jsonl"
    path.write_text("{}\n" * 300, encoding="utf-8")
    err = run("monitor", str(path), *TALKS).err
    assert (102, True) == (len(err.splitlines()), "found 1100 more problems" in err)


def test_grant_needs_its_notice(run: Run, one: str, tmp_path: Path):
    """The document is named, with what is missing in it."""
    path = tmp_path / "grant.json"
    grant = Grant(id="g-1", programme="p", recipient=Participant(key="W"))
    path.write_text(to_json(grant), encoding="utf-8")
    result = run("monitor", one, *TALKS, "--grant", str(path))
    assert (1, "", True) == (result.code, result.out, "/events" in result.err)


@pytest.mark.parametrize(
    ("words", "said"),
    [(("--id", "a b"), "/id"), (("--title", ""), "/title"), (("--least", "5000"), "/least")],
)
def test_wrong_choices_are_told_before_plans_are_read(run: Run, words: tuple[str, ...], said: str):
    """Nobody waits for a count that cannot be written."""
    result = run("monitor", "nothing.jsonl", *TALKS, *words)
    assert (1, "", True) == (result.code, result.out, said in result.err)


@pytest.mark.parametrize("output", ["json", "csv"])
def test_list_of_records_goes_with_the_table(run: Run, one: str, output: str):
    """Elsewhere it would be left out unsaid."""
    result = run("monitor", one, *TALKS, "--lacking", "--format", output)
    assert (2, "") == (result.code, result.out)


def test_groups_are_in_the_language(run: Run, many: str):
    """Dimensions, groups and sums."""
    words = ("--indicator", "BW62_TOPICS", "--by", "sex", "--lang", "de")
    out = run("monitor", many, *YEAR, *words).out
    assert [True, True] == [
        text in out for text in ("Geschlecht: männlich, Thema: Wohnen", "Geschlecht: Summe")
    ]


def test_table_says_by_which_choices_was_counted(run: Run, one: str):
    """The months, and the day of looking."""
    words = ("--alive-within", "6", "--term", "24", "--as-of", "2019-06-30", "--lang", "de")
    out = run("monitor", one, *TALKS, *words).out
    assert [True, True, True] == [
        text in out for text in ("ohne Vorgang: 6", "Höchstdauer in Monaten: 24", "bis 30.06.2019")
    ]


def test_table_says_what_readers_have_to_know(run: Run, many: str):
    """The account of a protected report, and no name of a record."""
    words = ("--indicator", "BW62_TALKS", "--by", "sex", "--least", "3", "--lang", "de")
    out = run("monitor", many, *YEAR, *words).out
    whole = monitor(PLANS, Period.of_year(2018), ["BW62_TALKS"], by=["sex"])
    account = protect_report(whole, Rules(least=3)).account
    told = [note.de in out for note in account]
    assert (True, [True] * len(account), False) == (
        "nicht ausgewiesen" in out,
        told,
        "plan-" in out,
    )
