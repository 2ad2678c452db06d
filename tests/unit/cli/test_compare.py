"""``integrationsplan compare``: rules beside one another, for the same recipients."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import catalogue, to_json

Run = Callable[..., Any]
FRAMEWORK = "de-bw-integrationsmanagement-2017"
KEY = "de-koenigsteiner-schluessel"
LANDS = "key\n" + "\n".join(catalogue.load(KEY).parameters["key"].values[0].table) + "\n"


@pytest.fixture
def reform(tmp_path: Path) -> str:
    """Return the path of the framework with another number."""
    text = to_json(catalogue.load(FRAMEWORK)).replace('"58000000"', '"60000000"')
    path = tmp_path / "re@form.json"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("language", "gain", "sentence"),
    [
        ("de", "-536,50 EUR", "@KS 2016: insgesamt 0 EUR; mehr: 6, weniger: 10, gleich: 0"),
        ("en", "-536.50 EUR", "@KS 2016: 0 EUR in all; more: 6, less: 10, the same: 0"),
    ],
)
def test_compare_shows_editions_beside_one_another(
    run: Run, language: str, gain: str, sentence: str
):
    """Who gains and who loses, with the sums."""
    words = ("compare", "-", f"{KEY}@KS 2014", "@KS 2016", "--set", "pot=1000000")
    result = run(*words, "--lang", language, stdin=LANDS)
    row = next(line for line in result.out.splitlines() if "Thüringen" in line)
    assert (0, "", True, f"{KEY}{sentence}") == (
        result.code,
        result.err,
        gain in row,
        result.out.splitlines()[-1],
    )


def test_compare_takes_programmes_from_files(run: Run, towns: str, reform: str):
    """A reform is a document; an ``@`` in its path is no edition."""
    words = ("compare", towns, FRAMEWORK, reform, "--on", "2018-01-15", "--format", "json")
    found = json.loads(run(*words).out)
    assert ("integrationsplan/comparison", "280220.00", "289883.00", "9663.00") == (
        found["format"],
        *found["rows"][0]["amounts"],
        found["rows"][0]["difference"],
    )


def test_compare_tells_rules_of_one_name_apart(run: Run):
    """The same rule twice is numbered."""
    words = ("compare", "-", KEY, KEY, "--set", "pot=1", "--format", "json")
    labels = [rule["label"] for rule in json.loads(run(*words, stdin=LANDS).out)["rules"]]
    assert 2 == len(set(labels))


@pytest.mark.parametrize(
    "words",
    [
        ("compare",),
        ("compare", "-", KEY),
        ("compare", "-", KEY, "nothing"),
        ("compare", "-", KEY, "@KS 2099", "--set", "pot=1"),
        ("compare", "-", "@KS 2014", KEY),
        ("compare", "-", KEY, "@KS 2014"),
        ("compare", "nothing.csv", KEY, "@KS 2014", "--set", "pot=1"),
    ],
    ids=lambda words: " ".join(words)[-40:],
)
def test_wrong_usage_is_told(run: Run, words: tuple[str, ...]):
    """Exit code 2, nothing on stdout."""
    result = run(*words, stdin=LANDS)
    assert (2, "", False) == (result.code, result.out, "please report" in result.err)


def test_rules_of_different_units_are_refused(run: Run):
    """Amounts a year and amounts once are not compared."""
    words = ("compare", "-", KEY, FRAMEWORK, "--set", "pot=1")
    result = run(*words, stdin=LANDS)
    assert (True, "") == (result.code in (1, 2), result.out)


def test_problem_of_the_evaluation_is_told_with_its_line(run: Run):
    """A recipient that the key does not have is found in the file."""
    words = ("compare", "-", f"{KEY}@KS 2014", "@KS 2016", "--set", "pot=1")
    result = run(*words, stdin="key\nBerlin\nBrlin\n")
    assert (1, "", True) == (result.code, result.out, "line 3, column key" in result.err)
