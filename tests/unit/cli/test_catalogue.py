"""``programmes`` and ``show``: funding programmes, rules and general terms."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.unit.cli.funding_files import GENERAL, PROGRAMME, RULE, Files

from integrationsplan import catalogue

Run = Callable[..., Any]
THILIK, RULE_ID, KEY = "de-th-thilik", "de-th-thilik-2016", "de-koenigsteiner-schluessel"
TERMS = "de-anbest-p"


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Return what writes the documents of an invented programme."""
    return Files(tmp_path)


@pytest.fixture
def listed(run: Run) -> Callable[..., dict[str, list[str]]]:
    """Return what lists the catalogue with some options, as ids by kind."""

    def command(*words: str) -> dict[str, list[str]]:
        result = run("programmes", "--format", "json", *words)
        assert (0, "") == (result.code, result.err)
        return {kind: [row["id"] for row in rows] for kind, rows in json.loads(result.out).items()}

    return command


# -- programmes ------------------------------------------------------------------------------------


def test_catalogue_is_listed_whole(listed: Callable[..., Any]):
    """Each kind is a list of its own."""
    assert {
        "funding_programmes": list(catalogue.funding_ids()),
        "rules": list(catalogue.ids()),
        "general_terms": list(catalogue.general_terms_ids()),
    } == listed()


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("de", ["Förderprogramme", "Regeln", "Nebenbestimmungen", "Anteilfinanzierung"]),
        ("en", ["Funding programmes", "Rules", "General terms", "share of the cost"]),
    ],
)
def test_lists_have_headings(run: Run, language: str, wanted: list[str]):
    """What is a rule and what a programme is seen at once."""
    out = run("programmes", "--lang", language).out
    assert [] == [text for text in [*wanted, THILIK, RULE_ID, TERMS] if text not in out]


def test_rules_alone_are_listed(run: Run):
    """The list of rules is the one that it always was."""
    out = run("programmes", "--rules").out
    assert (True, False, False) == (RULE_ID in out, f" {THILIK} " in out, "Funding" in out)


def test_rules_alone_are_listed_as_data(listed: Callable[..., Any]):
    """Nothing else is in the data."""
    assert {"rules": list(catalogue.ids())} == listed("--rules")


def test_listed_by_jurisdiction(listed: Callable[..., Any]):
    """The law of one Land, of every kind."""
    found = listed("--jurisdiction", "16")
    ids = [name for names in found.values() for name in names]
    assert ([], True) == ([name for name in ids if not name.startswith("de-th-")], THILIK in ids)


@pytest.mark.parametrize(
    ("wanted", "day"),
    [(False, "2016-04-30"), (True, "2016-05-01"), (True, "2022-12-31"), (False, "2023-01-01")],
)
def test_listed_by_day(listed: Callable[..., Any], wanted: bool, day: str):
    """What is in force on the day, both ends counted."""
    assert wanted is (THILIK in listed("--on", day)["funding_programmes"])


@pytest.mark.parametrize("text", ["social-ministry", "sozialMINISTERIUM", "(esf)"])
def test_listed_by_funder(listed: Callable[..., Any], text: str):
    """Part of the name in either language, or of the id, in any case."""
    found = listed("--funder", text)
    assert (True, [], []) == (
        THILIK in found["funding_programmes"],
        found["rules"],
        found["general_terms"],
    )


def test_funder_of_another_time_does_not_count(listed: Callable[..., Any]):
    """With a day, only who pays on that day."""
    found = listed("--funder", "social-ministry-esf", "--on", "2020-01-01")
    assert THILIK not in found["funding_programmes"]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (True, ("--applicant", "district")),
        (False, ("--applicant", "foundation")),
        (True, ("--kind", "cost-share")),
        (False, ("--kind", "fixed-sum")),
        (True, ("--applicant", "district", "--kind", "cost-share", "--jurisdiction", "16")),
        (False, ("--applicant", "district", "--jurisdiction", "08")),
    ],
)
def test_listed_by_code(listed: Callable[..., Any], wanted: bool, words: tuple[str, ...]):
    """Who may apply, how it is paid; all that is asked for has to fit."""
    assert wanted is (THILIK in listed(*words)["funding_programmes"])


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("de", "im Katalog ist nichts, was dazu passt\n"), ("en", "nothing in the catalogue fits\n")],
)
def test_nothing_that_fits_is_said(run: Run, language: str, wanted: str):
    """An empty list is no error."""
    result = run("programmes", "--funder", "nobody at all", "--lang", language)
    assert (0, wanted, "") == result


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("--jurisdiction: write a Land such as 08", ("--jurisdiction", "8")),
        ("--applicant: choose one of state, district", ("--applicant", "town")),
        ("--kind: choose one of fixed-sum", ("--kind", "loan")),
        ("--rules does not go with --funder", ("--rules", "--kind", "full")),
        ("is no date; write YYYY-MM-DD", ("--on", "1.1.2018")),
    ],
)
def test_wrong_filter_is_told(run: Run, wanted: str, words: tuple[str, ...]):
    """What is allowed is said."""
    result = run("programmes", *words)
    assert (2, "", True) == (result.code, result.out, wanted in result.err)


def test_lists_without_an_entry_are_left_out(run: Run):
    """No heading stands over nothing."""
    day = run("programmes", "--on", "1900-01-01").out
    funder = run("programmes", "--funder", "social-ministry").out
    assert (True, False, False, True, False, False) == (
        "General terms" in day,
        "Rules" in day,
        "Funding programmes" in day,
        "Funding programmes" in funder,
        "Rules" in funder,
        "General terms" in funder,
    )


def test_row_of_a_funding_programme(run: Run):
    """The keys that others rely on."""
    rows = json.loads(run("programmes", "--format", "json").out)["funding_programmes"]
    row = next(row for row in rows if row["id"] == THILIK)
    assert ("16", "cost-share", "2016-05-01", [RULE_ID]) == (
        row["jurisdiction"],
        row["financing"],
        row["period"]["start"],
        row["rules"],
    )


# -- show: text ------------------------------------------------------------------------------------

SAID = {
    "de": [
        "Probeprogramm (trial)",
        "Rechtsraum: 08; Laufzeit: 01.01.2018 – 31.12.2020; Finanzierungsart: Anteilfinanzierung",
        "  Förderrichtlinie: Proberichtlinie (erlassen am 02.11.2017) [1, no. 1]",
        "  Land: 80 % (01.01.2018 – 31.12.2018) [1]",
        "  Sozialfonds (Eigenmittel): höchstens 20 % (01.01.2018 – 31.12.2018) [1]",
        "  Bewilligungsstelle: Regierungspräsidium [1]",
        "60,00 €",
        "Rest für die nicht genannten (errechnet)         30,00 €",
        "  Beratung (01.01.2018 – 31.12.2018) [1]",
        "  Gemeinde: mit Konzept [1]",
        "  Personalausgaben: Gehälter (siehe Zahl share) [1]",
        "  Investitionen, nicht gefördert [1]",
        "  namentlich benannte Person: eine Person nennen (other) [1, no. 4]",
        "  share: Fördersatz (percent)",
        "200,50 EUR/Monat",
        "  ab 01.01.2019, bekannt ab 30.11.2018: Der Satz sinkt. (share) [2]",
        "  Antrag: Antrag bis Ende März 2018 [1, no. 7]",
        "  Schwesterprogramm: Anderes Programm (other) [1]",
        "  interest_margin: Zinsen sind nicht genannt. [1, 2]",
        "  [1] The law, https://example.org/law",
        "Zuletzt mit den Quellen verglichen am 22.11.2026.",
    ],
    "en": [
        "Trial programme (trial)",
        "Law of: 08; Runs: 2018-01-01 – 2020-12-31; Financing: share of the cost",
        "  funding guideline: trial guideline (issued on 2017-11-02) [1, no. 1]",
        "  state: 80 % (2018-01-01 – 2018-12-31) [1]",
        "  social fund (own money): at most 20 % (2018-01-01 – 2018-12-31) [1]",
        "  granting body: regional council [1]",
        "inferred; Three fifths.",
        "left for those that are not stated (worked out)       €30.00",
        "  municipality: with a concept [1]",
        "  personnel: salaries (see number share) [1]",
        "  investment, not funded [1]",
        "  named person: name a person (other) [1, no. 4]",
        "  share: funded share (percent)",
        "2018-11-30   50 %    inferred   [2]      half",
        "young: 100 EUR/month",
        "≥ 0 ≤ 9: 1 thing",
        "2018-03-31   stated   [1]      first",
        "a: red",
        "  from 2019-01-01, known from 2018-11-30: The share falls. (share) [2]",
        "  numeric proof of use: proof after six months [1]",
        "  sister programme: other programme (other) [1]",
        "  interest_margin: Interest is not said. [1, 2]",
        "  [2] The notice, 2018-11-30",
        "Last compared with the sources on 2026-11-22.",
    ],
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_funding_programme_is_shown_whole(run: Run, files: Files, language: str):
    """Everything that the document says, with its source."""
    result = run("show", files.programme, "--lang", language)
    missing = [text for text in SAID[language] if text not in result.out]
    assert (0, "", []) == (result.code, result.err, missing)


def test_budget_adds_up(run: Run, files: Files):
    """The part without an amount is what is left, and says so."""
    out = run("show", files.programme).out
    lines = [line.split("[1]")[0].split("20")[0].rstrip() for line in out.splitlines()]
    start = lines.index(next(line for line in lines if line.startswith(" whole")))
    assert [
        (" whole", "€100.00"),
        ("   first part", "€60.00"),
        ("   second part", "€40.00"),
        ("     third part", "€10.00"),
        ("     fourth part", "not stated"),
        ("     fifth part", "not stated"),
        ("     left for those that are not stated (worked out)", "€30.00"),
    ] == [(line[:55].rstrip(), line[55:].strip()) for line in lines[start : start + 7]]


def test_worked_out_amount_is_marked(run: Run, files: Files):
    """Nobody takes a difference for a quotation."""
    (line,) = [row for row in run("show", files.programme).out.splitlines() if "second part" in row]
    assert "worked out; spent by other" in line


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (False, "  state: 80 %"),
        (False, "third part"),
        (False, "counselling"),
        (False, "  district"),
        (True, "  municipality"),
        (False, "80 %"),
        (True, "50 %"),
        (True, "The share falls."),
        (True, "Only what holds on 2019-06-01"),
        (True, "€30.00"),
    ],
)
def test_only_what_holds_on_a_day_is_shown(run: Run, files: Files, wanted: bool, text: str):
    """Statements with a time are left out on other days; what is left is still worked out."""
    assert wanted is (text in run("show", files.programme, "--on", "2019-06-01").out)


def test_amendment_that_comes_later_is_not_shown(run: Run, files: Files):
    """It does not hold yet."""
    assert "The share falls." not in run("show", files.programme, "--on", "2018-06-01").out


def test_day_outside_the_programme_is_said(run: Run, files: Files):
    """Looking is no error."""
    result = run("show", files.programme, "--on", "2025-01-01")
    assert (0, True) == (result.code, "the programme is not in force on this day" in result.out)


def test_parameter_without_a_value_on_the_day_is_left_out(run: Run, files: Files):
    """Only what holds."""
    assert "least_part" not in run("show", files.programme, "--on", "2017-12-31").out


def test_part_of_a_whole_of_another_time_stands_alone(run: Run, files: Files):
    """It is not lost with its whole."""
    text = PROGRAMME.replace(
        'part_of = "whole"\nprogramme',
        'part_of = "whole"\nperiod = { start = 2018-01-01, end = 2018-12-31 }\nprogramme',
    )
    path = files.text("other.toml", text)
    out = run("show", path, "--on", "2019-06-01").out
    assert (False, True) == ("second part" in out, "\n fourth part" in out)


def test_general_terms_are_shown(run: Run, files: Files):
    """They have fewer sections, and no financing."""
    out = run("show", files.text("terms.toml", GENERAL)).out
    assert (True, True, False) == (
        "Trial terms (trial-terms)" in out,
        "6 months" in out,
        "Financing" in out,
    )


def test_deep_budget_is_shown(run: Run, files: Files):
    """Parts of parts of parts, as deep as a document may have them."""
    lines = "".join(
        f'[[budget]]\nid = "l{n}"\ntitle = {{ de = "Zeile {n}", en = "line {n}" }}\n'
        f'amount = "1.00 EUR"\ncitation = "law"\n' + (f'part_of = "l{n - 1}"\n' if n else "")
        for n in range(490)
    )
    path = files.text("deep.toml", PROGRAMME + lines)
    assert [True, True] == [
        "line 489" in run("show", path, "--format", form).out for form in ("text", "json")
    ]


@pytest.mark.parametrize("name", [*catalogue.funding_ids(), *catalogue.general_terms_ids()])
@pytest.mark.parametrize("language", ["de", "en"])
def test_everything_of_the_catalogue_can_be_shown(run: Run, language: str, name: str):
    """No document of the catalogue surprises the command; all its sources stand there."""
    result = run("show", name, "--lang", language)
    assert (0, "", False) == (result.code, result.err, "None" in result.out)


@pytest.mark.parametrize("name", catalogue.funding_ids())
def test_every_number_of_the_catalogue_is_shown(run: Run, name: str):
    """Each row of each parameter stands in a line with its first day."""
    out, programme = run("show", name).out, catalogue.funding(name)
    days = [
        str(row.start)
        for parameter in programme.parameters.values()
        for row in parameter.values
        if row.start is not None
    ]
    assert [] == [day for day in days if f" {day} " not in out]


# -- show: which -----------------------------------------------------------------------------------


def test_rule_is_shown_as_ever(run: Run):
    """An id that only a rule has."""
    assert "Rules" in run("show", RULE_ID).out


def test_general_terms_of_the_catalogue_are_shown(run: Run):
    """An id that only general terms have."""
    assert f"({TERMS})" in run("show", TERMS).out


def test_kind_chooses_where_an_id_stands_twice(run: Run, monkeypatch: pytest.MonkeyPatch):
    """The funding programme comes first, and the rule can be asked for."""
    ids, load = catalogue.ids, catalogue.load
    monkeypatch.setattr(catalogue, "ids", lambda: (*ids(), THILIK))
    monkeypatch.setattr(catalogue, "load", lambda name: load(RULE_ID if name == THILIK else name))
    assert ["funding-programme", "programme", "programme"] == [
        json.loads(run("show", THILIK, "--format", "json", *words).out)["kind"]
        for words in ((), ("--kind", "programme"), ("--kind", "programme", "--on", "2016-06-01"))
    ]


def test_edition_asks_for_the_rule(run: Run, monkeypatch: pytest.MonkeyPatch):
    """Only rules have editions."""
    ids, funding = catalogue.funding_ids, catalogue.funding
    monkeypatch.setattr(catalogue, "funding_ids", lambda: (*ids(), KEY))
    monkeypatch.setattr(catalogue, "funding", lambda name: funding(THILIK if name == KEY else name))
    assert "KS 2014" in run("show", KEY, "--edition", "KS 2014").out


def test_rule_of_the_same_name_is_pointed_at(run: Run, files: Files, monkeypatch: Any):
    """How to see it is said where it is named."""
    ids = catalogue.ids
    monkeypatch.setattr(catalogue, "ids", lambda: (*ids(), "trial"))
    path = files.text(
        "p.toml",
        PROGRAMME.replace(
            "\n[[norms]]",
            '\n[[rules]]\nstep = "award"\nrule = "trial"\n'
            'title = { de = "Summe", en = "sum" }\nperiod = { start = 2018-01-01 }\n\n[[norms]]',
            1,
        ),
    )
    wanted = "  grant: trial, sum, 2018-01-01 – …, show trial --kind programme"
    assert wanted in run("show", path).out


def test_rule_that_is_not_there_is_marked(run: Run, files: Files):
    """A document may name rules that do not ship."""
    path = files.text(
        "p.toml",
        PROGRAMME.replace("\n[[norms]]", '\n[[rules]]\nstep = "award"\nrule = "x"\n\n[[norms]]', 1),
    )
    assert "  grant: x, not in the catalogue" in run("show", path).out


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("did you mean de-th-thilik", ("show", "de-th-thilk")),
        ("gemeint: de-th-thilik", ("show", "de-th-thilk", "--lang", "de")),
        ("did you mean de-anbest-p", ("show", "de-anbst-p", "--kind", "general-terms")),
        ("--edition goes with a rule", ("show", THILIK, "--edition", "KS 2014")),
        ("no such file", ("show", "nothing.toml")),
    ],
)
def test_what_is_not_there_is_told(run: Run, wanted: str, words: tuple[str, ...]):
    """Close names are named."""
    result = run(*words)
    assert (2, "", True) == (result.code, result.out, wanted in result.err)


def test_document_of_another_kind_is_refused(run: Run, files: Files):
    """An application cannot be shown; what can be is named, with the file."""
    result = run("show", files.application())
    assert (1, "", True, True) == (
        result.code,
        result.out,
        "application.json: 1 problem" in result.err,
        "integrationsplan/funding-programme" in result.err,
    )


def test_damaged_document_is_refused_with_its_path(run: Run, files: Files):
    """Every problem, by its place."""
    text = PROGRAMME.replace('"60.00 EUR"', '"160.00 EUR"').replace('name = "int', 'name = "9int')
    result = run("show", files.text("bad.toml", text))
    assert (1, "", True) == (result.code, result.out, "bad.toml: 1 problem" in result.err)


def test_damaged_rule_is_refused_with_its_path(run: Run, files: Files):
    """So is a rule."""
    result = run("allocate", files.text("bad.toml", RULE.replace("total", "tolal")), "-")
    assert (1, True) == (result.code, "bad.toml: " in result.err)


# -- show: data ------------------------------------------------------------------------------------


def test_data_of_a_funding_programme(run: Run, files: Files):
    """The keys of the document, with the amounts that follow from others."""
    data = json.loads(run("show", files.programme, "--format", "json").out)
    assert (
        ("funding-programme", "trial", "cost-share"),
        [("100.00 EUR", False), ("60.00 EUR", False), ("40.00 EUR", True), ("10.00 EUR", False)],
        [(None, False), (None, False)],
        "30.00 EUR",
        "stated",
        ["80", "50"],
        False,
    ) == (
        (data["kind"], data["id"], data["financing"]),
        [(line["amount"], line["worked_out"]) for line in data["budget"][:4]],
        [(line["amount"], line["worked_out"]) for line in data["budget"][4:]],
        data["budget"][2]["rest_of_parts_not_stated"],
        data["funders"][0]["basis"],
        [row["value"] for row in data["parameters"]["share"]["values"]],
        "format" in data,
    )


def test_data_of_a_day(run: Run, files: Files):
    """Only what holds then."""
    data = json.loads(run("show", files.programme, "--on", "2019-06-01", "--format", "json").out)
    assert ("2019-06-01", True, [], ["50"], ["municipality"], 5) == (
        data["day"],
        data["in_force"],
        data["funders"],
        [row["value"] for row in data["parameters"]["share"]["values"]],
        [each["applicant"] for each in data["applicants"]],
        len(data["budget"]),
    )


def test_data_leave_out_numbers_of_other_days(run: Run, files: Files):
    """A parameter without a value on the day is not there."""
    data = json.loads(run("show", files.programme, "--on", "2017-12-31", "--format", "json").out)
    assert (False, ["deviation", "pay", "bonus", "latest", "colour"]) == (
        data["in_force"],
        list(data["parameters"]),
    )


def test_data_of_general_terms(run: Run, files: Files):
    """The same keys, as far as they have them."""
    path = files.text("terms.toml", GENERAL)
    data = json.loads(run("show", path, "--format", "json").out)
    assert ("general-terms", ["most_months"]) == (data["kind"], list(data["parameters"]))


def test_data_of_a_rule(run: Run):
    """The document, its numbers on the day and its formulas in words."""
    words = ("show", KEY, "--edition", "KS 2014", "--format", "json")
    data = json.loads(run(*words).out)
    assert ("programme", "2015-01-01", "KS 2014", "KS 2014", {"de", "en"}) == (
        data["kind"],
        data["day"],
        data["edition"],
        data["numbers"]["key"]["edition"],
        set(next(iter(data["sentences"].values()))),
    )


def test_data_of_a_rule_on_a_day_without_numbers(run: Run):
    """A number that is not in force is null."""
    data = json.loads(run("show", KEY, "--on", "2014-01-01", "--format", "json").out)
    assert None is data["numbers"]["key"]
