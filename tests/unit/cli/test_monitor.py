"""``monitor``: plans from files are counted, and what is refused leaves nothing half-done."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import Author, IntegrationPlan, Money, Period, from_json, to_json
from integrationsplan.funding import Grant, Granted, Participant, Post, PostFilled
from integrationsplan.monitoring import IndicatorReport
from integrationsplan.plan import (
    Body,
    Consultation,
    EmploymentKind,
    Gender,
    PersonalDetails,
    WorkSituation,
)

Run = Callable[..., Any]
YEAR = ("--from", "2019-01-01", "--to", "2019-12-31", "--lang", "en")


def plan(number: int, gender: Gender, employment: EmploymentKind) -> IntegrationPlan:
    """Open a plan with one talk."""
    return IntegrationPlan.open(
        id=f"plan-{number}",
        subject=f"person-{number}",
        body=Body(name="=cmd()"),
        jurisdiction="08",
        author=Author(role="integration_manager", id="im-7"),
        recorded_at=dt.datetime(2019, 2, 1, 9, tzinfo=dt.UTC),
        effective_on=dt.date(2019, 2, 1),
        put=[
            PersonalDetails(id="details", gender=gender),
            WorkSituation(id="work", employment=employment),
            Consultation(id="talk", held_on=dt.date(2019, 2, 1)),
        ],
    )


PLANS = [
    *(plan(number, Gender.FEMALE, EmploymentKind.UNEMPLOYED) for number in range(6)),
    *(plan(number, Gender.MALE, EmploymentKind.FULL_TIME) for number in range(6, 11)),
    plan(11, Gender.MALE, EmploymentKind.UNEMPLOYED),
]


@pytest.fixture
def lines(tmp_path: Path) -> str:
    """Return the path of a file with a plan a line."""
    path = tmp_path / "plans.jsonl"
    path.write_text("".join(to_json(each) + "\n" for each in PLANS), encoding="utf-8")
    return str(path)


@pytest.fixture
def single(tmp_path: Path) -> str:
    """Return the path of a file with one plan."""
    path = tmp_path / "plan.json"
    path.write_text(to_json(PLANS[0], indent=2), encoding="utf-8")
    return str(path)


def test_figures_stand_in_a_table(run: Run, lines: str):
    """With the label of the indicator, and its status in words."""
    result = run("monitor", lines, *YEAR, "--indicator", "BW62_TALKS", "--by", "sex")
    assert (0, "") == (result.code, result.err)
    assert "2019-01-01 to 2019-12-31, plans: 12" in result.out
    assert "BW62_TALKS Counselling talks" in result.out
    assert ["sex: female", "sex: male", "sex: total"] == [
        line[29:].strip().split("   ")[0] for line in result.out.splitlines() if "sex:" in line
    ]


def test_german_is_spoken(run: Run, single: str):
    """Labels, heads and numbers."""
    words = ("--from", "2019-01-01", "--to", "2019-12-31", "--lang", "de")
    result = run("monitor", single, *words, "--indicator", "BW62_TALKS")
    assert "01.01.2019 bis 31.12.2019, Pläne: 1" in result.out
    assert "Beratungsgespräche" in result.out


def test_json_is_the_document(run: Run, lines: str, single: str):
    """Of all files together; it can be read again."""
    result = run(
        "monitor", lines, single, *YEAR, "--indicator", "esf-plus-2021-2027", "--format", "json",
        "--id", "r-2019", "--title", "Bericht",
    )  # fmt: skip
    report = from_json(result.out, IndicatorReport)
    assert ("r-2019", "Bericht", 13) == (report.id, report.title, report.plans)
    assert "8" == report.row("EECO02").value


def test_csv_is_tidy_and_holds_no_formula(run: Run, lines: str):
    """A spreadsheet runs nothing of it."""
    result = run(
        "monitor", lines, *YEAR, "--indicator", "EECO01", "--by", "body", "--format", "csv"
    )
    rows = list(csv.DictReader(io.StringIO(result.out)))
    assert [("'=cmd()", "12"), ("total", "12")] == [(row["body"], row["value"]) for row in rows]


def test_choices_make_figures_computable(run: Run, single: str, tmp_path: Path):
    """Months of life, of the term, and the posts of a grant."""
    grant = Grant(id="g-1", programme="p", recipient=Participant(key="Weinheim")).record(
        Granted(
            id="notice",
            on=dt.date(2019, 1, 8),
            amount=Money.of("64000"),
            period=Period.of_year(2019),
        ),
        PostFilled(id="f-1", on=dt.date(2019, 3, 1), post=Post(id="s-1", fte="0.5")),
    )
    path = tmp_path / "grant.json"
    path.write_text(to_json(grant), encoding="utf-8")
    choices = ("--alive-within", "6", "--term", "36", "--grant", str(path), "--as-of", "2020-01-31")
    result = run("monitor", single, *YEAR, *choices, "--format", "json")
    report = from_json(result.out, IndicatorReport)
    assert "2.00" == report.row("CASELOAD_PER_FTE", figure="plans-per-fte").value
    assert ("1", "0") == (report.row("PLANS_DEAD").value, report.row("PLANS_OVER_TERM").value)
    assert dt.date(2020, 1, 31) == report.as_of


def test_small_counts_are_hidden_where_asked_for(run: Run, lines: str):
    """And no plan is named."""
    asked = ("--indicator", "EECO02", "--by", "sex", "--least", "3", "--format", "json")
    result = run("monitor", lines, *YEAR, *asked)
    report = json.loads(result.out)
    assert {"suppressed"} == {
        row["status"] for row in report["rows"] if row["groups"]["sex"] == "male"
    }
    assert "plan-" not in result.out
    assert 3 == report["disclosure"]["least"]


def test_figures_are_rounded_where_asked_for(run: Run, lines: str):
    """Each by itself."""
    asked = ("--indicator", "EECO01", "--round", "5", "--format", "json")
    report = from_json(run("monitor", lines, *YEAR, *asked).out, IndicatorReport)
    assert ("10", "rounded") == (report.rows[0].value, report.rows[0].status.value)


def test_what_is_lacking_is_listed_where_asked_for(run: Run, lines: str):
    """In words, with the first records."""
    result = run("monitor", lines, *YEAR, "--indicator", "EECO06", "--lacking")
    assert "date of birth, or age on the day of entry" in " ".join(result.out.split())
    assert "plan-0" in result.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--indicator", "EEC002"), "EECO02"),
        (("--by", "sexes"), "sex"),
        (("--lacking", "--least", "3"), "--lacking names records"),
        (("--least", "1"), "--least"),
        (("--alive-within", "0"), "--alive-within"),
        (("--to", "2018-12-31"), "--from lies after --to"),
    ],
)
def test_wrong_usage_is_told(run: Run, single: str, words: tuple[str, ...], said: str):
    """And nothing is on standard output."""
    result = run("monitor", single, *YEAR, *words)
    assert (2, "") == (result.code, result.out)
    assert said in result.err


def test_a_look_before_the_end_is_refused(run: Run, single: str):
    """The period is not over then."""
    result = run("monitor", single, *YEAR, "--as-of", "2019-06-30")
    assert (1, "") == (result.code, result.out)
    assert "a day before the key date" in result.err


def test_a_line_that_is_refused_leaves_nothing_half_done(run: Run, tmp_path: Path):
    """Every bad line of the file is told, and no figure is written."""
    path = tmp_path / "plans.jsonl"
    path.write_text(f"{{\n{to_json(PLANS[0])}\n[]\n", encoding="utf-8")
    result = run("monitor", str(path), *YEAR)
    assert (1, "") == (result.code, result.out)
    assert "line 1" in result.err
    assert "line 3" in result.err


def test_a_file_named_twice_is_refused(run: Run, single: str):
    """Its plans would count twice."""
    result = run("monitor", single, single, *YEAR)
    assert (2, "") == (result.code, result.out)
    assert "a file is named twice" in result.err


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path):
    """By its name."""
    result = run("monitor", str(tmp_path / "none.json"), *YEAR)
    assert (2, "") == (result.code, result.out)
    assert "none.json" in result.err


def test_another_kind_of_document_is_refused(run: Run):
    """A programme is no plan."""
    documents = Path(__file__).parents[2] / "documents" / "v1"
    result = run("monitor", str(documents / "trace-every-kind-of-node.json"), *YEAR)
    assert (1, "") == (result.code, result.out)
    assert "integrationsplan/plan" in result.err
