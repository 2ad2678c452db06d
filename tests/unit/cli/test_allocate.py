"""``integrationsplan allocate``: the main job from files, in every output format."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import catalogue, to_json
from integrationsplan.catalogue import published

Run = Callable[..., Any]
FRAMEWORK = "de-bw-integrationsmanagement-2017"
KEY = "de-koenigsteiner-schluessel"
THILIK = "de-th-thilik-2016"
LANDS = "key\n" + "\n".join(catalogue.load(KEY).parameters["key"].values[0].table) + "\n"

DOCUMENT = """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01 }
[levels]
recipient = "all"
[figures.persons]
unit = "person"
[figures.divisor]
unit = "person"
default = "1"
[figures.pot]
unit = "EUR"
level = "all"
default = "10"
[figures.others]
unit = "EUR"
level = "all"
default = "0"
[rules.ratio]
kind = "quotient"
of = "persons"
by = "divisor"
[rules.part]
kind = "split"
pot = { kind = "sum", of = ["pot", "others"] }
by = "ratio"
step = "0.01"
method = "largest_remainder"
[result]
award = "part"
unit = "EUR"
"""


@pytest.fixture
def document(tmp_path: Path) -> str:
    """Return the path of a programme document."""
    path = tmp_path / "trial.toml"
    path.write_text(DOCUMENT, encoding="utf-8")
    return str(path)


# -- JSON ------------------------------------------------------------------------------------------


def test_json_keeps_the_contract(run: Run, towns: str):
    """The keys that others rely on, in their types."""
    result = run("allocate", FRAMEWORK, towns, "--format", "json", "--on", "2018-01-15")
    data = json.loads(result.out)
    assert (
        0,
        "",
        "integrationsplan/allocation",
        1,
        FRAMEWORK,
        ["final"],
        "2018-01-15",
        "EUR/year",
        "304102.00",
        "57695898.00",
    ) == (
        result.code,
        result.err,
        data["format"],
        data["version"],
        data["programme"],
        data["editions"],
        data["day"],
        data["unit"],
        data["total"],
        data["residue"],
    )


def test_json_awards_keep_the_contract(run: Run, towns: str):
    """Awards stand in input order with amounts as text and findings by code."""
    data = json.loads(run("allocate", FRAMEWORK, towns, "--format", "json").out)
    assert [
        ("W", "Weinheim", "280220.00", []),
        ("H", "Hirschberg", "23882.00", ["must_join_others"]),
    ] == [
        (a["recipient"], a["name"], a["amount"], [f["code"] for f in a.get("findings", ())])
        for a in data["awards"]
    ]


def test_json_of_the_published_rows(run: Run):
    """The 22 rows through the command line."""
    rows = published(FRAMEWORK)
    lines = [f'"{row.recipient}",{row.persons}' for row in rows]
    text = "\n".join(["key,persons", *lines])
    data = json.loads(run("allocate", FRAMEWORK, "-", "--format", "json", stdin=text).out)
    assert [f"{row.amount}.00" for row in rows] == [award["amount"] for award in data["awards"]]


def test_json_has_no_residue_without_a_pot(run: Run):
    """What does not exist does not stand there."""
    text = "key,eligible_cost\nErfurt,65217.43\n"
    data = json.loads(run("allocate", THILIK, "-", "--format", "json", stdin=text).out)
    assert "residue" not in data


def test_json_explains_on_request(run: Run, towns: str):
    """Only the award that was asked for is explained."""
    result = run("allocate", FRAMEWORK, towns, "--format", "json", "--explain", "W")
    awards = json.loads(result.out)["awards"]
    assert [True, False] == ["explanation" in award for award in awards]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_recipients_may_come_from_standard_input(run: Run, separator: str, mark: str):
    """Every dialect is read from a pipe as from a file."""
    text = f"{mark}key{separator}persons\nStuttgart{separator}4108\n"
    result = run("allocate", FRAMEWORK, "-", "--format", "json", stdin=text)
    award = json.loads(result.out)["awards"][0]
    assert ("3270297.00", "6540594.00") == (
        award["amount"],
        award["outputs"]["framework"]["value"],
    )


# -- figures, day, edition -------------------------------------------------------------------------


def test_pot_is_set(run: Run):
    """500 million by the key of 2016."""
    words = ("allocate", KEY, "-", "--set", "pot=500000000", "--edition", "KS 2016")
    data = json.loads(run(*words, "--format", "json", stdin=LANDS).out)
    amounts = {award["recipient"]: award["amount"] for award in data["awards"]}
    assert ("13473500.00", "500000000.00", "0.00", ["KS 2016"]) == (
        amounts["Thüringen"],
        data["total"],
        data["residue"],
        data["editions"],
    )


@pytest.mark.parametrize(
    ("wanted", "options"),
    [
        (("KS 2014", "2015-06-30"), ("--on", "2015-06-30")),
        (("KS 2015", "2016-06-30"), ("--on", "2016-06-30")),
        (("KS 2016", "2017-12-31"), ()),
        (("KS 2014", "2015-01-01"), ("--edition", "KS 2014")),
        (("KS 2014", "2017-01-01"), ("--edition", "KS 2014", "--on", "2017-01-01")),
    ],
)
def test_day_and_edition_choose_the_numbers(
    run: Run, wanted: tuple[str, str], options: tuple[str, ...]
):
    """Without a day it is that of the edition, or today within the validity."""
    words = ("allocate", KEY, "-", "--set", "pot=1", "--format", "json", *options)
    data = json.loads(run(*words, stdin=LANDS).out)
    assert wanted == (*data["editions"], data["day"])


@pytest.mark.parametrize(
    ("code", "settings"),
    [
        (2, ("pot",)),
        (2, ("=5",)),
        (2, ("pot=",)),
        (2, ("pot=abc",)),
        (2, ("pot=-1",)),
        (2, ("pot=1e9",)),
        (2, ("pot=NaN",)),
        (2, ("pot=1.001",)),
        (2, ("pot=1,5",)),
        (2, ("pot=" + "9" * 5000,)),
        (2, ("pots=1",)),
        (2, ("persons=1",)),
        (2, ("pot=1", "pot=2")),
        (2, ()),
    ],
    ids=range(14),
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_wrong_setting_is_wrong_usage(
    run: Run, language: str, code: int, settings: tuple[str, ...]
):
    """A malformed, unknown, repeated or missing figure is told; nothing is computed."""
    options = [word for setting in settings for word in ("--set", setting)]
    result = run("allocate", KEY, "-", *options, "--lang", language, stdin=LANDS)
    assert (code, "", True) == (
        result.code,
        result.out,
        "pot" in result.err or "--set" in result.err,
    )


def test_missing_setting_says_what_to_type(run: Run):
    """The message names the figure, its label and its unit."""
    result = run("allocate", KEY, "-", "--lang", "de", stdin=LANDS)
    assert "das Programm braucht --set pot=WERT (zu verteilender Betrag, in EUR)" in result.err


# -- tables and CSV --------------------------------------------------------------------------------


def test_table_shows_awards_total_and_findings(run: Run, towns: str):
    """Everything a reader needs at a glance."""
    out = run("allocate", FRAMEWORK, towns, "--lang", "de", "--on", "2018-01-15").out
    wanted = (
        "Tag 15.01.2018, Fassung final",
        "280.220 EUR/Jahr",
        "560.440 EUR",
        "304.102 EUR/Jahr",
        "Rest im Topf: 57.695.898 EUR/Jahr",
        "Hirschberg: Der Planungsrahmen von 23.882 EUR/Jahr liegt unter 51.000 EUR/Jahr",
        "- sich mit anderen Gemeinden zusammenschließen",
    )
    assert [] == [text for text in wanted if text not in out]


def test_table_explains_on_request(run: Run, towns: str):
    """The explanation follows the table."""
    out = run("allocate", FRAMEWORK, towns, "--explain", "W", "--explain", "H").out
    assert [1, 1] == [
        out.count(f"{name}: {amount} EUR/year (")
        for name, amount in (("Weinheim", "280,220"), ("Hirschberg", "23,882"))
    ]


def test_table_counts_findings_beyond_twenty(run: Run):
    """A long list of findings is cut, and says so."""
    text = "key,persons\n" + "".join(f"k{number},1\n" for number in range(23))
    assert "und 3 weitere" in run("allocate", FRAMEWORK, "-", "--lang", "de", stdin=text).out


def test_table_keeps_square_brackets(run: Run):
    """Names are text and no styles."""
    out = run("allocate", FRAMEWORK, "-", stdin="key,persons\n[bold]x[/bold],1\n").out
    assert "[bold]x[/bold]" in out


def test_table_of_sources(run: Run):
    """Who pays stands in columns."""
    out = run("allocate", THILIK, "-", "--lang", "de", stdin="key,eligible_cost\nE,65217.43\n").out
    assert [True] * 3 == [text in out for text in ("Sozialministerium", "52.173,94", "13.043,49")]


def test_table_tells_what_concerns_the_whole(run: Run):
    """Findings of the whole stand above those of the awards."""
    out = run("allocate", THILIK, "-", stdin="key,eligible_cost\nE,3000000.01\n").out
    assert "! The cost of 3,000,000.01 EUR is above the money of 3,000,000 EUR." in out


def test_table_of_an_excluded_recipient(run: Run, tmp_path: Path):
    """What was not computed is a dash."""
    path = tmp_path / "exclude.toml"
    path.write_text(
        DOCUMENT + 'outputs = ["ratio"]\n[[conditions]]\ncode = "no_persons"\n'
        'when = { kind = "compare", left = "persons", op = "above", '
        'right = { kind = "number", value = "0", unit = "person" } }\n'
        'effect = "exclude"\nde = "d"\nen = "e"\n',
        encoding="utf-8",
    )
    out = run("allocate", str(path), "-", stdin="key,persons\na,0\nb,1\n").out
    line = next(line for line in out.splitlines() if line.strip().startswith("a "))
    assert ["a", "0", "EUR", "–", "no_persons"] == line.split()


def test_csv_is_csv(run: Run, towns: str):
    """Comma, point and one row a recipient."""
    out = run("allocate", FRAMEWORK, towns, "--format", "csv").out
    assert ["W", "Weinheim", "280220.00", "EUR/year", "560440.00", ""] == list(
        csv.reader(io.StringIO(out))
    )[1]


def test_csv_with_decimal_comma(run: Run):
    """German in, German out."""
    words = ("allocate", THILIK, "-", "--format", "csv", "--decimal-comma")
    out = run(*words, stdin="key;eligible_cost\nE;65.217,43\n").out
    assert ["E", "E", "65217,43", "EUR", "52173,94", "13043,49", ""] == list(
        csv.reader(io.StringIO(out), delimiter=";")
    )[1]


def test_explaining_in_csv_is_wrong_usage(run: Run, towns: str):
    """A table of numbers has no place for sentences."""
    result = run("allocate", FRAMEWORK, towns, "--format", "csv", "--explain", "W")
    assert (2, "") == (result.code, result.out)


# -- documents -------------------------------------------------------------------------------------


def test_programme_may_be_a_toml_document(run: Run, document: str):
    """A programme that nobody here has seen, as a file alone."""
    words = ("allocate", document, "-", "--format", "json", "--on", "2018-01-01")
    data = json.loads(run(*words, stdin="key,persons\na,1\nb,3\n").out)
    assert ("trial", ["2.50", "7.50"]) == (
        data["programme"],
        [award["amount"] for award in data["awards"]],
    )


def test_programme_may_be_a_json_document(run: Run, tmp_path: Path, towns: str):
    """The same in JSON."""
    path = tmp_path / "programme.JSON"
    path.write_text(to_json(catalogue.load(FRAMEWORK)), encoding="utf-8")
    data = json.loads(run("allocate", str(path), towns, "--format", "json").out)
    assert "304102.00" == data["total"]


def test_damaged_document_is_refused_with_all_its_problems(run: Run, tmp_path: Path, towns: str):
    """Every problem stands on stderr with pointer and remedy."""
    path = tmp_path / "damaged.toml"
    text = DOCUMENT.replace('by = "ratio"', 'by = "ration"').replace('unit = "EUR"\n"""', "")
    path.write_text(text.replace('award = "part"', 'award = "parts"'), encoding="utf-8")
    result = run("allocate", str(path), towns)
    assert (1, "", True, True) == (
        result.code,
        result.out,
        "/rules/part/by" in result.err,
        "/result/award" in result.err,
    )


# -- problems of the input -------------------------------------------------------------------------


def test_all_problems_of_the_file_are_told_with_line_column_and_remedy(run: Run):
    """Nothing on stdout, everything on stderr."""
    text = "key;people;persons\na;1;-1\nb;2\na;1;x\n"
    result = run("allocate", FRAMEWORK, "-", "--lang", "de", stdin=text)
    assert (1, "", 5) == (result.code, result.out, result.err.count("gefunden"))


def test_problem_of_the_evaluation_is_told_with_its_line(run: Run, document: str):
    """A division by zero is found in the file, not in the rule alone."""
    result = run("allocate", document, "-", stdin="key,persons,divisor\na,1,1\nb,1,0\n")
    assert (1, "", True) == (result.code, result.out, "line 3" in result.err)


def test_missing_row_of_a_table_is_told_with_its_line(run: Run):
    """A body that the key does not have is found in the file."""
    result = run("allocate", KEY, "-", "--set", "pot=1", stdin="key\nBerlin\nBrlin\n")
    assert (1, "", True) == (result.code, result.out, "line 3, column key" in result.err)


def test_output_that_cannot_be_computed_leaves_stdout_empty(run: Run, tmp_path: Path):
    """A problem that shows late still leaves nothing on stdout."""
    path = tmp_path / "late.toml"
    text = DOCUMENT.replace('by = "ratio"', 'by = "persons"') + 'outputs = ["ratio"]\n'
    path.write_text(text, encoding="utf-8")
    result = run("allocate", str(path), "-", stdin="key,persons,divisor\na,1,0\n")
    assert (1, "") == (result.code, result.out)


def test_day_outside_the_validity_is_a_problem_of_the_input(run: Run, towns: str):
    """The nearest day is named."""
    result = run("allocate", FRAMEWORK, towns, "--on", "2017-12-31")
    assert (1, "", True) == (result.code, result.out, "2018-01-01" in result.err)


def test_unknown_key_to_explain_is_wrong_usage(run: Run, towns: str):
    """A slip in the key is told with those that exist."""
    result = run("allocate", FRAMEWORK, towns, "--explain", "X")
    assert (2, "", True) == (result.code, result.out, "W" in result.err)


def test_edition_of_a_programme_without_editions_is_wrong_usage(run: Run):
    """Where there are no names none can be proposed."""
    text = "key,eligible_cost\nErfurt,1\n"
    result = run("allocate", THILIK, "-", "--edition", "x", stdin=text)
    assert (2, "") == (result.code, result.out)


def test_missing_kind_is_told_with_line_and_column(run: Run, tmp_path: Path):
    """A kind that a rule asks for is found missing in its line."""
    path = tmp_path / "kind.toml"
    condition = (
        '[[conditions]]\ncode = "no_town"\neffect = "notice"\nde = "d"\nen = "e"\n'
        'when = { kind = "one_of", of = "kind", values = ["town"] }\n'
    )
    text = DOCUMENT.replace("[figures.pot]", '[figures.kind]\nunit = "code"\n[figures.pot]')
    path.write_text(text + condition, encoding="utf-8")
    result = run("allocate", str(path), "-", stdin="key,kind,persons\na,town,1\nb,,1\n")
    assert (1, "", True) == (result.code, result.out, "line 3, column kind" in result.err)


# -- levels above recipients, periods, what lies below ---------------------------------------------

NESTED = """
format = "integrationsplan/programme"
version = 1
id = "nested"
title = { de = "Probe", en = "Trial" }
jurisdiction = "08"
valid = { start = 2018-01-01 }
[levels]
district = "all"
recipient = "district"
town = "recipient"
[figures.persons]
unit = "person"
level = "town"
[figures.pot]
unit = "EUR"
level = "district"
[rules.here]
kind = "total"
of = "persons"
per = "recipient"
[rules.part]
kind = "split"
pot = "pot"
by = "here"
step = "0.01"
method = "largest_remainder"
[rules.of_town]
kind = "split"
pot = "part"
by = "persons"
step = "0.01"
method = "largest_remainder"
label = { de = "je Ort", en = "of the town" }
[rules.months]
kind = "duration"
start = "period_start"
end = "period_end"
unit = "month"
part = "calendar_started"
[result]
award = "part"
unit = "EUR"
outputs = ["of_town", "months"]
"""
ROWS = "key;parent;persons\na;d;1\na;d;3\nb;d;4\n"


@pytest.fixture
def nested(tmp_path: Path) -> tuple[str, str]:
    """Return the paths of a programme with districts and of the districts."""
    programme, districts = tmp_path / "nested.toml", tmp_path / "districts.csv"
    programme.write_text(NESTED, encoding="utf-8")
    districts.write_text("key;pot\nd;80\n", encoding="utf-8")
    return str(programme), str(districts)


def test_districts_and_period_are_given(run: Run, nested: tuple[str, str]):
    """The award comes from the district's pot, the months from the period."""
    programme, districts = nested
    options = ("--records", f"district={districts}", "--period", "2018-04-15/2018-05-10")
    result = run("allocate", programme, "-", "--format", "json", *options, stdin=ROWS)
    data = json.loads(result.out)
    assert (["40.00", "40.00"], {"value": "2", "unit": "month"}, "2018-05-10") == (
        [award["amount"] for award in data["awards"]],
        data["awards"][0]["outputs"]["months"],
        data["period"]["end"],
    )


def test_what_lies_below_has_a_table_of_its_own(run: Run, nested: tuple[str, str]):
    """Each record has its line, and no column stands empty."""
    programme, districts = nested
    options = ("--records", f"district={districts}", "--period", "2018-04-15/2018-05-10")
    result = run("allocate", programme, "-", *options, stdin=ROWS)
    assert (0, True, True) == (result.code, "of the town" in result.out, "30.00" not in result.out)
    assert "30 EUR" in result.out


def test_csv_of_awards_leaves_out_what_lies_below(run: Run, nested: tuple[str, str]):
    """Many values a recipient are no column."""
    programme, districts = nested
    options = ("--records", f"district={districts}", "--period", "2018-04-15/2018-05-10")
    result = run("allocate", programme, "-", "--format", "csv", *options, stdin=ROWS)
    assert "key,name,amount,unit,months,findings" == result.out.splitlines()[0]


@pytest.mark.parametrize(
    "options",
    [
        ("--records", "district"),
        ("--records", "town=x.csv"),
        ("--period", "2018"),
        ("--period", "2018-04-15/"),
        ("--records", "district=nowhere.csv"),
    ],
)
def test_wrong_records_and_periods_are_wrong_usage(
    run: Run, nested: tuple[str, str], options: tuple[str, ...]
):
    """Nothing is computed, and nothing is on stdout."""
    result = run("allocate", nested[0], "-", *options, stdin=ROWS)
    assert (True, "") == (result.code in (1, 2), result.out)
