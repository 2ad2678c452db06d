"""Explanations: sentences in both languages, steps as data, tables for notebooks."""
# ruff: noqa: E501  # the inline tables of TOML and whole sentences bear no line breaks

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest

from integrationsplan import Allocation, Award, Programme, allocate, catalogue
from integrationsplan.allocation import NODES, Input, describe_rule
from integrationsplan.errors import UnknownNameError
from integrationsplan.values import Basis

Evaluate = Callable[..., Allocation]
MakeProgramme = Callable[..., Programme]
LANGUAGES = ("de", "en")

EVERY_KIND = """
[figures.persons]
unit = "person"
de = "Menschen"
en = "people"
[figures.amount]
unit = "EUR"
de = "Betrag"
en = "sum of money"
[figures.since]
unit = "date"
de = "Beginn"
en = "beginning"
[figures.member]
unit = "truth"
de = "Mitglied"
en = "membership"
[figures.fte]
unit = "fte"
level = "post"
de = "Umfang"
en = "extent"
[figures.sort]
unit = "code"
level = "post"
de = "Sorte"
en = "sort"

[parameters.rate]
unit = "EUR/fte"
de = "Satz"
en = "rate"
values = [{ edition = "E1", start = 2018-01-01, table = { a = "10", b = "20" }, basis = "stated", citation = "law" }]
[parameters.percentage]
unit = "percent"
de = "Teil"
en = "portion"
values = [{ start = 2018-01-01, value = "12.5", basis = "inferred", citation = "law" }]
[parameters.bands]
unit = "EUR"
de = "Stufe"
en = "tier"
values = [{ bands = [{ at_least = "0", value = "1" }], basis = "stated", citation = "law" }]
[parameters.pot]
unit = "EUR"
de = "Topf"
en = "kitty"
values = [{ value = "100", basis = "stated", citation = "law" }]

[rules.number]
kind = "number"
value = "1"
unit = "EUR"
label = { de = "Zahl", en = "numeral" }
[rules.look_up]
kind = "look_up"
parameter = "rate"
by = "sort"
at = "since"
edition = "E1"
label = { de = "Nachschlag", en = "table value" }
[rules.sum]
kind = "sum"
of = ["amount", "number"]
label = { de = "Addition", en = "addition" }
[rules.difference]
kind = "difference"
of = "amount"
less = ["number", "number"]
label = { de = "Abzug", en = "subtraction" }
[rules.product]
kind = "product"
of = ["amount", "percentage"]
label = { de = "Malnehmen", en = "multiplication" }
[rules.quotient]
kind = "quotient"
of = "amount"
by = "persons"
label = { de = "Teilen", en = "division" }
[rules.least]
kind = "least"
of = ["amount", "number"]
label = { de = "Deckel", en = "cap" }
[rules.greatest]
kind = "greatest"
of = ["amount", { kind = "look_up", parameter = "bands", by = "persons" }]
label = { de = "Boden", en = "floor" }
[rules.round]
kind = "round"
of = "product"
step = "0.01"
method = "half_up"
label = { de = "Rundung", en = "rounding" }
[rules.round_even]
kind = "round"
of = { kind = "product", of = ["quotient", { kind = "number", value = "1", unit = "person" }] }
step = "1"
method = "half_even"
label = { de = "Rundung 2", en = "rounding 2" }
[rules.round_down]
kind = "round"
of = "product"
step = "5"
method = "down"
label = { de = "Rundung 3", en = "rounding 3" }
[rules.round_up]
kind = "round"
of = { kind = "share", of = "persons" }
step = "1"
method = "up"
label = { de = "Rundung 4", en = "rounding 4" }
[rules.total]
kind = "total"
of = { kind = "product", of = ["fte", "look_up"] }
per = "recipient"
label = { de = "Gesamtheit", en = "whole lot" }
[rules.count]
kind = "count"
of = "post"
per = "recipient"
when = { kind = "compare", left = "fte", op = "above", right = { kind = "number", value = "0", unit = "fte" } }
unit = "post"
label = { de = "Zählung", en = "counting" }
[rules.count_all]
kind = "count"
of = "post"
per = "all"
unit = "post"
label = { de = "Zählung 2", en = "counting 2" }
[rules.share]
kind = "share"
of = "persons"
whole = { kind = "total", of = "persons", per = "all" }
label = { de = "Verhältnis", en = "proportion" }
[rules.compare]
kind = "compare"
left = "amount"
op = "at_least"
right = "number"
label = { de = "Vergleich", en = "comparison" }
[rules.one_of]
kind = "one_of"
of = "recipient"
values = ["k1", "k2", "k3", "k4", "k5", "k6"]
label = { de = "Liste", en = "list" }
[rules.all_of]
kind = "all_of"
of = ["member", "compare"]
label = { de = "Beides", en = "both" }
[rules.any_of]
kind = "any_of"
of = ["member", "one_of"]
label = { de = "Eines", en = "either" }
[rules.not]
kind = "not"
of = "member"
label = { de = "Gegenteil", en = "opposite" }
[rules.split]
kind = "split"
pot = "pot"
by = "persons"
step = "0.01"
method = "largest_remainder"
label = { de = "Aufteilung", en = "division of the kitty" }
[rules.split_among]
kind = "split"
pot = { kind = "round", of = "amount", step = "1", method = "down" }
among = "post"
step = "1"
method = "largest_remainder"
label = { de = "Gleiche Teile", en = "equal parts" }

[[conditions]]
code = "opposite"
when = { kind = "any_of", of = ["all_of", "any_of", { kind = "not", of = "not" }] }
effect = "notice"
de = "Nichts davon."
en = "Nothing of it."

[result]
award = { kind = "sum", of = ["sum", "round", "least", "greatest", { kind = "round", of = "total", step = "1", method = "half_up" }, "split"] }
unit = "EUR"
outputs = ["number", "difference", "round_even", "round_down", "round_up", "count", "count_all", "share", "quotient", "compare", "one_of", "all_of", "any_of", "not", "equal_total", "choose", "bound", "rank", "shift", "duration", "count_dates"]

[rules.choose]
kind = "choose"
cases = [{ when = "member", then = "amount" }]
otherwise = "number"
because = { code = "no_member", de = "Kein Mitglied: {amount}.", en = "No member: {amount}." }
label = { de = "Wahl", en = "choice" }
[rules.bound]
kind = "bound"
of = "persons"
at_most = { kind = "product", of = [{ kind = "number", value = "1", unit = "person" }, "four"] }
label = { de = "Grenze", en = "boundary" }
[rules.rank]
kind = "rank"
of = "amount"
budget = "pot"
order = [{ by = "persons", first = "high" }, { by = "since", first = "low" }]
last = "part"
after = "stop"
label = { de = "Rang", en = "order" }
[rules.shift]
kind = "shift"
of = "since"
months = 2
days = -1
label = { de = "Frist", en = "deadline" }
[rules.duration]
kind = "duration"
start = "since"
end = "day"
unit = "month"
part = "calendar"
label = { de = "Spanne", en = "length" }
[rules.count_dates]
kind = "count_dates"
on = ["03-31", "06-30", "12-31"]
start = "since"
end = "day"
unit = "1"
label = { de = "Zähltage", en = "dates" }
[parameters.four]
unit = "1"
values = [{ value = "4", basis = "stated", citation = "law" }]

[rules.equal_total]
kind = "total"
of = "split_among"
per = "recipient"
label = { de = "Summe gleicher Teile", en = "sum of equal parts" }

[[tranches]]
id = "first"
amount = "rest"
de = "erste Rate"
en = "first instalment"
"""
LEVELS = 'recipient = "all"\npost = "recipient"'
ROWS: list[dict[str, Any]] = [
    {
        "key": "k",
        "persons": 3,
        "amount": "40",
        "since": "2018-02-01",
        "member": False,
        "records": {"post": [{"fte": "0.5", "sort": "a"}, {"fte": 1, "sort": "b"}]},
    },
    {
        "key": "l",
        "persons": 4,
        "amount": "1000",
        "since": "2018-02-01",
        "member": True,
        "records": {"post": [{"fte": 2, "sort": "a"}]},
    },
]


@pytest.fixture(scope="module")
def award(evaluate: Evaluate) -> Award:
    """Return an award whose programme uses every kind of node."""
    return evaluate(EVERY_KIND, ROWS, levels=LEVELS)["k"]


def sentence(award: Award, rule: str, language: str) -> str:
    """Return the sentence of a rule's first step."""
    step = next(step for step in award.steps if step.rule == rule)
    return step.sentences.in_language(language)


def test_every_kind_of_node_is_explained(award: Award):
    """No kind is left without a phrase."""
    assert {node.kind for node in NODES} == {step.operation for step in award.steps}


SENTENCES = {
    "number": ("Zahl = 1 EUR = 1 EUR", "numeral = 1 EUR = 1 EUR"),
    "sum": (
        "Addition = Betrag (40 EUR) + Zahl (1 EUR) = 41 EUR",
        "addition = sum of money (40 EUR) plus numeral (1 EUR) = 41 EUR",
    ),
    "difference": (
        "Abzug = Betrag (40 EUR) abzüglich Zahl (1 EUR) und Zahl (1 EUR) = 38 EUR",
        "subtraction = sum of money (40 EUR) less numeral (1 EUR) and numeral (1 EUR) = 38 EUR",
    ),
    "product": (
        "Malnehmen = Betrag (40 EUR) × Teil (12,5 %) = 5 EUR",
        "multiplication = sum of money (40 EUR) × portion (12.5 %) = 5 EUR",
    ),
    "quotient": (
        "Teilen = Betrag (40 EUR) geteilt durch Menschen (3 Personen) = 13,3333… EUR/Person",
        "division = sum of money (40 EUR) divided by people (3 persons) = 13.3333… EUR/person",
    ),
    "round": (
        "Rundung = Malnehmen (5 EUR), kaufmännisch gerundet auf Vielfache von 0,01 EUR = 5 EUR",
        "rounding = multiplication (5 EUR), rounded half up to multiples of 0.01 EUR = 5 EUR",
    ),
    "round_down": (
        "Rundung 3 = Malnehmen (5 EUR), abgerundet auf Vielfache von 5 EUR = 5 EUR",
        "rounding 3 = multiplication (5 EUR), rounded down to multiples of 5 EUR = 5 EUR",
    ),
    "count": (
        "Zählung = Anzahl: Stellen mit (Umfang liegt über (0 VZÄ)) = 2 Stellen",
        "counting = count: posts where (extent is above (0 FTE)) = 2 posts",
    ),
    "count_all": (
        "Zählung 2 = Anzahl: Stellen = 3 Stellen",
        "counting 2 = count: posts = 3 posts",
    ),
    "compare": (
        "Vergleich = Betrag (40 EUR) ist mindestens Zahl (1 EUR) = ja",
        "comparison = sum of money (40 EUR) is at least numeral (1 EUR) = yes",
    ),
    "one_of": (
        "Liste = k ist eines von k1, k2, k3, k4, k5… = nein",
        "list = k is one of k1, k2, k3, k4, k5… = no",
    ),
    "all_of": (
        "Beides = Mitglied (nein) und Vergleich (ja) = nein",
        "both = membership (no) and comparison (yes) = no",
    ),
    "any_of": (
        "Eines = Mitglied (nein) oder Liste (nein) = nein",
        "either = membership (no) or list (no) = no",
    ),
    "not": ("Gegenteil = nicht Mitglied (nein) = ja", "opposite = not membership (no) = yes"),
    "choose": (
        "Wahl = Zahl (1 EUR), weil kein Fall zutrifft = 1 EUR",
        "choice = numeral (1 EUR), because no case holds = 1 EUR",
    ),
    "bound": (
        "Grenze = Menschen (3 Personen), höchstens ((1 Person) × four (4)), "
        "keine Grenze greift = 3 Personen",
        "boundary = people (3 persons), at most ((1 person) × four (4)), "
        "no bound applies = 3 persons",
    ),
    "rank": (
        "Rang = Betrag (40 EUR), soweit es reicht: Topf (100 EUR); Reihenfolge: Menschen (3 Personen) hohe zuerst, "
        "Beginn (01.02.2018) frühe zuerst, Platz 2 von 2; "
        "davor verfügbar: 0 EUR; es wird nichts mehr vergeben = 0 EUR",
        "order = sum of money (40 EUR), as far as it lasts: kitty (100 EUR); order: people (3 persons) high ones first, "
        "beginning (2018-02-01) early ones first, rank 2 of 2; "
        "left before it: 0 EUR; nothing is given any more = 0 EUR",
    ),
    "shift": (
        "Frist = Beginn (01.02.2018) + 2 Monate - 1 Tag = 31.03.2018",
        "deadline = beginning (2018-02-01) + 2 months - 1 day = 2018-03-31",
    ),
    "duration": (
        "Spanne = Dauer von Beginn (01.02.2018) bis maßgeblicher Tag (01.07.2018), "
        "angebrochene Monate anteilig = 5,032258… Monate",
        "length = duration from beginning (2018-02-01) to day (2018-07-01), "
        "broken months in proportion = 5.032258… months",
    ),
    "count_dates": (
        "Zähltage = Stichtage (31.3., 30.6., 31.12.) von Beginn (01.02.2018) bis "
        "maßgeblicher Tag (01.07.2018) = 2",
        "dates = key dates (03-31, 06-30, 12-31) from beginning (2018-02-01) to "
        "day (2018-07-01) = 2",
    ),
    "split": (
        "Aufteilung = Topf (100 EUR), aufgeteilt nach Menschen (3 Personen) von 7 Personen, größte Reste = 42,86 EUR",
        "division of the kitty = kitty (100 EUR) split by people (3 persons) of 7 persons, largest remainders = 42.86 EUR",
    ),
}


@pytest.mark.parametrize("rule", SENTENCES)
def test_sentence_in_german(award: Award, rule: str):
    """The sentence is one that a clerk can put in a letter."""
    assert SENTENCES[rule][0] == sentence(award, rule, "de")


@pytest.mark.parametrize("rule", SENTENCES)
def test_sentence_in_english(award: Award, rule: str):
    """The same in English."""
    assert SENTENCES[rule][1] == sentence(award, rule, "en")


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("de", "Satz für Sorte (a) am Beginn (01.02.2018), Fassung E1 = 10 EUR/VZÄ"),
        ("en", "rate for sort (a) on beginning (2018-02-01), edition E1 = 10 EUR/FTE"),
    ],
)
def test_look_up_says_by_what_and_when(award: Award, language: str, wanted: str):
    """Code, date and edition stand in the sentence."""
    assert sentence(award, "look_up", language).endswith(wanted)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "de",
            "Deckel = das Kleinste aus Betrag (40 EUR) und Zahl (1 EUR), maßgeblich: Zahl = 1 EUR",
        ),
        (
            "en",
            "cap = the smallest of sum of money (40 EUR) and numeral (1 EUR), decisive: numeral = 1 EUR",
        ),
    ],
)
def test_cap_says_what_decides(award: Award, language: str, wanted: str):
    """The reader sees which of the operands was taken."""
    assert wanted == sentence(award, "least", language)


GERMAN = re.compile(
    r"\b(und|oder|nicht|ist|geteilt|durch|aufgeteilt|abzüglich|gerundet|auf|volle|Vielfache|Summe|"
    r"Anzahl|mit|nach|Reste|das|aus|maßgeblich|Werte?|Fassung|ja|nein|Stellen?|Personen?|VZÄ|gilt|"
    r"seit|angegeben|erschlossen|Quellen|davon|zahlt|als)\b"
)
ENGLISH = re.compile(
    r"\b(and|or|not|is|divided|by|split|less|rounded|to|whole|multiples|total|count|where|"
    r"largest|remainders|the|smallest|decides|values?|edition|yes|no|posts|persons?|FTE|in force|"
    r"since|stated|inferred|Sources|pays|plus)\b"
)


OTHER = {"de": ENGLISH, "en": GERMAN}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_mixes_languages(award: Award, language: str):
    """Every kind's phrase is in one language alone."""
    said = "\n".join(step.sentences.in_language(language) for step in award.steps)
    labels = "whole lot|equal parts|sum of equal parts|division of the kitty"
    assert [] == OTHER[language].findall(re.sub(labels, "", said))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_keeps_a_placeholder(award: Award, language: str):
    """Nothing is left in braces or as the name of a class."""
    said = award.explain(language)
    assert [] == re.findall(r"[{}<>]|None|Fraction|Wording", said)


@pytest.mark.parametrize("rule", [node.kind for node in NODES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_rule_in_words_without_values(make_programme: MakeProgramme, rule: str, language: str):
    """A rule is described in one language, without numbers of anybody."""
    said = describe_rule(make_programme(EVERY_KIND, LEVELS), rule, language)
    labels = "whole lot|equal parts|division of the kitty"
    assert ([], []) == (
        OTHER[language].findall(re.sub(labels, "", said)),
        re.findall(r"[{}<>]|None", said),
    )


@pytest.mark.parametrize(
    ("wanted", "rule", "language"),
    [
        ("Aufteilung = Topf, aufgeteilt nach Menschen, größte Reste", "split", "de"),
        ("division of the kitty = kitty split by people, largest remainders", "split", "en"),
        ("rounding = multiplication, rounded half up to multiples of 0.01 EUR", "round", "en"),
        ("Deckel = das Kleinste aus Betrag und Zahl", "least", "de"),
        ("Liste = recipient ist eines von k1, k2, k3, k4, k5…", "one_of", "de"),
    ],
)
def test_rule_in_words(make_programme: MakeProgramme, wanted: str, rule: str, language: str):
    """Labels stand for names."""
    assert wanted == describe_rule(make_programme(EVERY_KIND, LEVELS), rule, language)


def test_first_line_names_recipient_amount_programme_and_day(award: Award):
    """The head of the explanation says what it explains."""
    assert "k: 154,86 EUR (Probe, 01.07.2018)" == award.explain("de").splitlines()[0]


def test_tranche_is_told_by_its_label(award: Award):
    """Instalments stand in the explanation."""
    assert "  davon als erste Rate: 154,86 EUR" in award.explain("de").splitlines()


def test_finding_is_told_in_the_explanation(award: Award):
    """What should be known stands with an exclamation mark."""
    assert "  ! Nichts davon." in award.explain("de").splitlines()


def test_sub_records_are_told_with_their_key(award: Award):
    """A step of a post names the post."""
    keys = [step.record for step in award.steps if step.rule == "look_up"]
    assert ["k/1", "k/2"] == keys


def test_at_most_ten_sub_records_are_told(evaluate: Evaluate):
    """An explanation stays readable with many posts."""
    posts = [{"fte": 1, "sort": "a"}] * 12
    rows = [ROWS[0] | {"records": {"post": posts}}, ROWS[1]]
    award = evaluate(EVERY_KIND, rows, levels=LEVELS)["k"]
    assert 10 == sum(1 for step in award.steps if step.rule == "look_up")


# -- steps as data ---------------------------------------------------------------------------------


def weinheim() -> Award:
    """Return an award of the catalogue."""
    programme = catalogue.load("de-bw-integrationsmanagement-2017")
    rows = [{"key": "08226096", "name": "Weinheim", "persons": 352}]
    return allocate(programme, rows, day=dt.date(2018, 1, 15))["08226096"]


def test_steps_stand_in_the_order_of_the_calculation():
    """Each step comes after what it reads."""
    assert ["state_share", "framework_per_year", "framework"] == [
        step.rule for step in weinheim().steps
    ]


def test_step_holds_inputs_with_basis_and_citation():
    """A parameter carries whether it was stated and where."""
    assert (
        Input(name="persons", record="08226096", value="352", unit="person"),
        Input(
            name="state_persons",
            record="all",
            value="72857",
            unit="person",
            basis=Basis.INFERRED,
            citation="framework-2018",
            edition="final",
        ),
    ) == weinheim().steps[0].inputs


def test_step_holds_the_exact_result():
    """A share is not cut."""
    step = weinheim().steps[0]
    assert ("share", "08226096", "352/72857", "1") == (
        step.operation,
        step.record,
        step.result,
        step.unit,
    )


def test_step_that_reads_a_table_has_no_single_value(award: Award):
    """A table is named without a value; a truth is no quantity."""
    step = next(step for step in award.steps if step.rule == "look_up")
    assert (
        Input(name="rate", unit="EUR/fte", basis=Basis.STATED, citation="law", edition="E1")
        in step.inputs
    )


def test_step_of_a_truth_says_so(award: Award):
    """Truths have no unit."""
    step = next(step for step in award.steps if step.rule == "compare")
    assert ("true", "truth") == (step.result, step.unit)


def test_award_that_is_no_named_rule_is_a_step(award: Award):
    """The last step is the award itself."""
    assert ("award", "154.86") == (award.steps[-1].rule, award.steps[-1].result)


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        (
            "de",
            "Weinheim: 280.220 EUR/Jahr (Integrationsmanagement Baden-Württemberg, endgültiger Planungsrahmen, 15.01.2018)",
        ),
        (
            "en",
            "Weinheim: 280,220 EUR/year (Integration management in Baden-Württemberg, final planning framework, 2018-01-15)",
        ),
    ],
)
def test_weinheim_is_explained_in_both_languages(language: str, wanted: str):
    """The name and not the key stands in the letter."""
    assert wanted == weinheim().explain(language).splitlines()[0]


def test_weinheim_step_is_stable_in_german():
    """The sentence of the framework."""
    assert (
        "  Planungsrahmen je Jahr = (Anteil am Land (0,004831382…) × Mittel des Landes im Jahr "
        "(58.000.000 EUR/Jahr)), kaufmännisch gerundet auf volle EUR/Jahr = 280.220 EUR/Jahr"
    ) == weinheim().explain("de").splitlines()[2]


def test_explanation_says_what_was_inferred():
    """The statewide count is marked."""
    line = next(line for line in weinheim().explain("de").splitlines() if "Fassung final" in line)
    assert "(erschlossen)" in line


def test_awards_say_themselves_in_short():
    """A short representation without figures of anybody else."""
    assert "<Award 08226096: 280220.00 EUR/year>" == repr(weinheim())


def test_allocation_says_itself_in_short():
    """Programme, day, number and total."""
    assert (
        "<Allocation de-bw-integrationsmanagement-2017 on 2018-01-15: 1 awards, 280220.00 EUR/year>"
        == repr(weinheim().allocation)
    )


# -- long and strange texts ------------------------------------------------------------------------


def test_sentence_of_many_long_names_can_be_said(evaluate: Evaluate):
    """However many operands a rule has, its award can be explained."""
    figures = "".join(
        f'[figures.f{number}]\nunit = "person"\ndefault = "0"\nde = "{"ä" * 150}"\nen = "{"e" * 150}"\n'
        for number in range(150)
    )
    names = ", ".join(f'"f{number}"' for number in range(150))
    document = f"""{figures}
[rules.result]
kind = "sum"
of = [{names}]
[result]
award = "result"
unit = "person"
"""
    assert evaluate(document, [{"key": "a"}])["a"].explain("de").startswith("a: 0 Personen")


PLAIN = '[figures.persons]\nunit = "person"\n[result]\naward = "persons"\nunit = "person"\n'
HOSTILE = "<script>alert('x')</script>&\""


def test_notebook_table_escapes_names(evaluate: Evaluate):
    """A name is text and never runs."""
    shown = evaluate(PLAIN, [{"key": "a", "name": HOSTILE, "persons": 1}])._repr_html_()
    assert (False, True) == ("<script>" in shown, "&lt;script&gt;" in shown)


def test_notebook_table_shows_the_total(evaluate: Evaluate):
    """The last row is the sum."""
    rows = [{"key": key, "persons": 1000} for key in "ab"]
    assert '<td style="text-align:right">2,000 persons</td>' in evaluate(PLAIN, rows)._repr_html_()


@pytest.mark.parametrize(("wanted", "count"), [(False, 50), (True, 51)])
def test_notebook_table_is_cut_at_fifty_rows(evaluate: Evaluate, wanted: bool, count: int):
    """A long allocation does not flood the notebook, and says so."""
    rows = [{"key": str(number), "persons": 1} for number in range(count)]
    assert wanted is ("and 1 more" in evaluate(PLAIN, rows)._repr_html_())


def test_braces_in_a_value_are_not_filled_again(evaluate: Evaluate):
    """What stands in a figure is text, also if it looks like a placeholder."""
    document = """
[figures.sort]
unit = "code"
[figures.persons]
unit = "person"
[[conditions]]
code = "c"
when = { kind = "one_of", of = "sort", values = ["x"] }
effect = "notice"
de = "{sort} {persons}"
en = "{sort} {persons}"
[result]
award = "persons"
unit = "person"
"""
    allocation = evaluate(document, [{"key": "a", "persons": 1, "sort": "{persons}"}])
    assert "{persons} 1 person" == allocation["a"].findings[0].text.en


def test_another_language_is_refused(award: Award):
    """German or English: nothing falls back in silence."""
    for speak in (award.explain, award.trace().explain):
        with pytest.raises(UnknownNameError):
            speak("fr")
    with pytest.raises(UnknownNameError):
        describe_rule(award.allocation.programme, "round", "fr")
