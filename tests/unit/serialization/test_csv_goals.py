"""Goals as CSV: everything they hold goes out and comes back, and every mistake has its place."""

import csv
import datetime as dt
import io
from typing import Any

import pytest

from integrationsplan import Author, DocumentError, IntegrationPlan
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Body,
    Concerned,
    EmploymentKind,
    EmploymentTarget,
    Goal,
    GoalField,
    HousingKind,
    HousingTarget,
    IndicatorTarget,
    LanguageSkill,
    LanguageTarget,
    Lifecycle,
    Party,
    Priority,
    RecognitionOutcome,
    RecognitionTarget,
    SchoolKind,
    SchoolPlaceTarget,
)
from integrationsplan.plan._targets import Target
from integrationsplan.serialization import Bounds
from integrationsplan.serialization._goals_csv import goals_from_csv, goals_to_csv

HEAD = "plan,id,field,title"
FULL = Goal(
    id="g1",
    field=GoalField.LANGUAGE,
    title="Deutsch B1",
    description='Erst A2,\ndann B1; "zügig"\tund gut',
    target=LanguageTarget(level=CEFR.B1, skill=LanguageSkill.WRITING, baseline=CEFR.A1),
    due_on=dt.date(2018, 12, 31),
    lifecycle=Lifecycle.ACTIVE,
    achievement=Achievement.IMPROVING,
    priority=Priority.HIGH,
    wished_by=tuple(Party)[:2],
    depends_on=("g2", "g3"),
    shared_id="s1",
)
TARGETS: list[Target] = [
    LanguageTarget(language="ar", level=CEFR.C1),
    RecognitionTarget(outcome=RecognitionOutcome.PARTIAL, procedure="r1"),
    EmploymentTarget(
        employment=(EmploymentKind.PART_TIME, EmploymentKind.FULL_TIME),
        baseline=EmploymentKind.UNEMPLOYED,
    ),
    HousingTarget(housing=tuple(HousingKind)[:2], baseline=tuple(HousingKind)[2]),
    SchoolPlaceTarget(concerns=Concerned.CHILD, schools=(SchoolKind.DAY_CARE,)),
    SchoolPlaceTarget(),
    IndicatorTarget(indicator="Schulden", unit="EUR", baseline="-500", current="-20,5", value="0"),
]


def goal(**fields: Any) -> Goal:
    """Return a goal with some fields of its own."""
    given: dict[str, Any] = {"id": "g1", "field": GoalField.WORK, "title": "Arbeit", **fields}
    return Goal(**given)


def cells(text: str, delimiter: str = ",") -> dict[str, str]:
    """Return the cells of the first row, by column."""
    return next(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def mistakes(data: bytes | str, **options: Any) -> list[tuple[str, int | None, str | None]]:
    """Return code, line and column of everything that is wrong."""
    with pytest.raises(DocumentError) as error:
        goals_from_csv(data, **options)
    for language in ("de", "en"):
        assert "{" not in error.value.text(language)
    return [(problem.code, problem.line, problem.column) for problem in error.value.problems]


# -- there and back --------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_everything_comes_back(delimiter: Any):
    """A goal with every field is the same after both ways."""
    text = goals_to_csv({"plan-1": [FULL, goal(id="g2")], "plan-2": [FULL]}, delimiter=delimiter)
    wanted = {"plan-1": (FULL, goal(id="g2")), "plan-2": (FULL,)}
    assert wanted == goals_from_csv(text.encode("utf-8")).goals


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.kind)
def test_every_target_comes_back(target: Target):
    """Each kind of target has its columns."""
    wanted = goal(target=target)
    assert (wanted,) == goals_from_csv(goals_to_csv({"p": [wanted]})).goals["p"]


def test_what_was_read_is_written_as_it_was():
    """Export, import, export: the file does not change."""
    text = goals_to_csv({"p": [FULL, goal(id="g2", title="=1+1")]})
    assert text == goals_to_csv(goals_from_csv(text).goals)


def test_goals_of_plans_are_the_current_ones():
    """A plan is given as it is."""
    plan = IntegrationPlan.open(
        id="plan-1",
        subject="p-1",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        author=Author(role="integration_manager", id="im-7"),
        recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC),
        effective_on=dt.date(2018, 3, 1),
        put=[goal()],
    )
    assert {"plan-1": (goal(),)} == goals_from_csv(goals_to_csv([plan])).goals


def test_no_goals_are_a_header():
    """What is empty comes back empty."""
    assert {} == goals_from_csv(goals_to_csv([])).goals


def test_every_field_has_its_column():
    """No field of a goal or a target is left out."""
    columns = cells(goals_to_csv({"p": [FULL]}))
    assert ["plan", "id", "field", "title", "description", "due_on", "lifecycle"] == [*columns][:7]
    assert ["target", "target_language", "target_level"] == [*columns][12:15]
    assert 27 == len(columns)


def test_lines_are_kept_for_messages():
    """A line break in a cell counts."""
    file = goals_from_csv(goals_to_csv({"p": [FULL, goal(id="g2")]}))
    assert {("p", "g1"): 2, ("p", "g2"): 4} == file.lines


def test_representation_shows_no_goal():
    """What ends up in logs tells a number."""
    assert "<GoalsFile: 1 goals>" == repr(goals_from_csv(goals_to_csv({"p": [FULL]})))


# -- formulas --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+49 171",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "'=1",
        "' =1",
        "a;=1",
        "a,@x",
        "＝1",
        "=cmd|' /C calc'!A0",
    ],
)
def test_formula_does_not_run_and_comes_back(text: str):
    """An apostrophe stands in front in the file, and only there."""
    wanted = goal(description=text)
    written = goals_to_csv({"p": [wanted]})
    cell = cells(written)["description"]
    assert cell != text
    assert "'" in (cell[0], cell[2])
    assert (wanted,) == goals_from_csv(written).goals["p"]


def test_negative_numbers_stay_numbers():
    """A spreadsheet may compute with them."""
    row = cells(goals_to_csv({"p": [goal(target=TARGETS[-1])]}))
    assert ("-500", "-20,5") == (row["target_baseline"], row["target_current"])


# -- reading ---------------------------------------------------------------------------------------


def test_four_columns_are_enough():
    """An absent column is an absent value; what has a default has it."""
    file = goals_from_csv(f"\ufeff{HEAD.replace(',', ';')}\r\np;g1;work;Arbeit\r\n".encode())
    assert {"p": (goal(),)} == file.goals


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ([("no_header", 1, None)], ""),
        ([("missing_column", 1, "plan")], "id,field,title\ng,work,x\n"),
        ([("missing_column", 1, "title")], "plan,id,field\np,g,work\n"),
        ([("repeated_column", 1, "id")], f"{HEAD},id\np,g,work,x,g\n"),
        ([("unused_column", 1, "Titel")], f"{HEAD},Titel\np,g,work,x,x\n"),
        ([("cell_count", 2, None)], f"{HEAD}\np,g,work\n"),
        ([("not_csv", 2, None)], f'{HEAD}\np,g,work,"x\n'),
        ([("not_csv", 2, None)], f"{HEAD}\np,g,work,x\0\n"),
        ([("missing_cell", 2, "plan")], f"{HEAD}\n,g,work,x\n"),
        ([("wrong_form", 2, "plan")], f"{HEAD}\np 1,g,work,x\n"),
        ([("missing_cell", 2, "title")], f"{HEAD}\np,g,work,\n"),
        ([("wrong_form", 2, "id")], f"{HEAD}\np,g g,work,x\n"),
        ([("unknown_code", 2, "field")], f"{HEAD}\np,g,Arbeit,x\n"),
        ([("too_long", 2, "title")], f"{HEAD}\np,g,work,{'x' * 201}\n"),
        ([("cell_too_long", 2, "title")], f"{HEAD}\np,g,work,{'x' * 20_001}\n"),
        ([("not_plain_text", 2, "title")], f"{HEAD}\np,g,work,\ufeffx\n"),
        ([("blank", 2, "title")], f'{HEAD}\np,g,work," "\n'),
        ([("not_a_date", 2, "due_on")], f"{HEAD},due_on\np,g,work,x,31.12.2018\n"),
        ([("not_a_date", 2, "due_on")], f"{HEAD},due_on\np,g,work,x,2018-02-30\n"),
        ([("unknown_code", 2, "wished_by")], f"{HEAD},wished_by\np,g,work,x,person  person\n"),
        ([("wrong_form", 2, "depends_on")], f"{HEAD},depends_on\np,g,work,x,a ü\n"),
        ([("goal_depends_on_itself", 2, "depends_on")], f"{HEAD},depends_on\np,g,work,x,a g\n"),
        ([("duplicate_goal", 3, "id")], f"{HEAD}\np,g,work,x\np,g,work,y\nq,g,work,z\n"),
        ([("unknown_code", 2, "target")], f"{HEAD},target\np,g,work,x,money\n"),
        ([("missing_cell", 2, "target_level")], f"{HEAD},target\np,g,work,x,language\n"),
        ([("not_of_target", 2, "target_level")], f"{HEAD},target_level\np,g,work,x,B1\n"),
        (
            [("not_of_target", 2, "target_unit")],
            f"{HEAD},target,target_level,target_unit\np,g,work,x,language,B1,EUR\n",
        ),
        (
            [("unknown_code", 2, "target_baseline")],
            f"{HEAD},target,target_level,target_baseline\np,g,work,x,language,B1,part_time\n",
        ),
        ([("too_many_rows", 3, None)], f"{HEAD}\np,g,work,x\np,h,work,x\n"),
    ],
)
def test_mistake_is_told_with_its_place(wanted: list[tuple[str, int, str | None]], text: str):
    """Line and column say where."""
    bounds = Bounds(rows=1 if "too_many_rows" in str(wanted) else 100)
    assert wanted == mistakes(text, bounds=bounds)


@pytest.mark.parametrize(
    "data",
    [f"{HEAD}\np,g,work,ä\n".encode("cp1252"), f"{HEAD}\np,g,work,x\n".encode("utf-16")],
    ids=["cp1252", "utf-16"],
)
def test_other_encodings_are_refused(data: bytes):
    """Only UTF-8 is read."""
    assert [("not_utf8", None, None)] == mistakes(data)


def test_all_mistakes_are_told_at_once():
    """One report for the whole file, in the order of the lines."""
    text = f"{HEAD},due_on\np,g,Arbeit,,morgen\np,h,work,x,\nq,,work,x,2018-01-01\n"
    assert [
        ("unknown_code", 2, "field"),
        ("missing_cell", 2, "title"),
        ("not_a_date", 2, "due_on"),
        ("missing_cell", 4, "id"),
    ] == mistakes(text)


def test_no_message_repeats_the_file():
    """What stands in a cell may be about a person."""
    with pytest.raises(DocumentError) as error:
        goals_from_csv(f"{HEAD},due_on\nZq7 G,Zq7 G,Zq7G,Zq7-G\u202e,Zq7G\n")
    assert 5 == len(error.value.problems)
    assert "Zq7" not in f"{error.value}{error.value.text('de')}{error.value!r}"
