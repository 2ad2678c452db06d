"""Rules beside one another, assumed numbers, and what awards depend on."""

import datetime as dt
import json
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from integrationsplan import InvalidValueError, Programme, Recipients, UnknownNameError, catalogue
from integrationsplan.allocation import Allocation, allocate, compare, sensitivity, what_if
from integrationsplan.serialization import comparison_to_mapping, sensitivity_to_mapping

Evaluate = Callable[..., Allocation]
DAY = dt.date(2018, 1, 15)
TOWNS = [{"key": "w", "name": "Weinheim", "persons": 352}, {"key": "h", "persons": 30}]
POT = """
[figures.persons]
unit = "person"
[figures.pot]
unit = "EUR"
level = "all"
[rules.part]
kind = "split"
pot = "pot"
by = "persons"
step = "0.01"
method = "largest_remainder"
[result]
award = "part"
unit = "EUR"
"""


@pytest.fixture(scope="module")
def framework() -> Programme:
    """Return the planning framework."""
    return catalogue.load("de-bw-integrationsmanagement-2017")


@pytest.fixture
def shared(evaluate: Evaluate) -> Allocation:
    """Return a pot of 100 euros, shared by persons."""
    rows = [{"key": "a", "persons": 1}, {"key": "b", "persons": 3}]
    return evaluate(POT, rows, figures={"pot": "100"})


def test_difference_is_the_last_less_the_first(framework: Programme):
    """A larger pot gives 9,663 euros more."""
    reform = framework.override({"pot_per_year": "60000000"})
    comparison = compare(framework, reform, recipients=TOWNS, day=DAY)
    assert "9663.00" == comparison["w"].difference.to_text()


def test_relative_difference_is_exact(framework: Programme):
    """Two million more in 58."""
    reform = framework.override({"state_persons": "145714"})
    row = compare(framework, reform, recipients=TOWNS, day=DAY)["w"]
    assert Fraction(-1, 2) == row.relative


def test_winners_losers_and_unchanged(evaluate: Evaluate):
    """Each recipient is one of the three."""
    before = [{"key": k, "persons": n} for k, n in (("a", 1), ("b", 1), ("c", 2))]
    after = [{"key": k, "persons": n} for k, n in (("a", 2), ("b", 0), ("c", 2))]
    figures = {"pot": "100"}
    comparison = compare(
        evaluate(POT, before, figures=figures), evaluate(POT, after, figures=figures)
    )
    groups = (comparison.winners, comparison.losers, comparison.unchanged)
    assert [["a"], ["b"], ["c"]] == [[row.key for row in rows] for rows in groups]


def test_who_is_missing_in_one_has_no_amount_there(evaluate: Evaluate):
    """Nothing stands for it, and counts as nothing."""
    figures = {"pot": "1"}
    first = evaluate(POT, [{"key": "a", "persons": 1}], figures=figures)
    second = evaluate(POT, [{"key": "b", "persons": 1}], figures=figures)
    row = compare(first, second)["a"]
    assert (None, "-1.00", Fraction(-1)) == (row.amounts[1], row.difference.to_text(), row.relative)


def test_more_than_two_rules_are_each_compared_with_the_first(framework: Programme):
    """Each has a change of its own."""
    more = framework.override({"pot_per_year": "60000000"})
    less = framework.override({"pot_per_year": "50000000"})
    comparison = compare(
        framework, more, less, recipients=TOWNS, day=DAY, labels=("now", "more", "less")
    )
    assert (2, 0, 0, 2) == (
        len(comparison.change("more").winners),
        len(comparison.change("more").losers),
        len(comparison.change("less").winners),
        len(comparison.losers),
    )


def test_totals_are_compared(framework: Programme):
    """What a reform costs in all."""
    reform = framework.override({"pot_per_year": "60000000"})
    comparison = compare(framework, reform, recipients=TOWNS, day=DAY)
    assert ["304102.00", "314589.00", "10487.00"] == [
        *(total.to_text() for total in comparison.totals),
        comparison.change().total.to_text(),
    ]


RATE = """
[figures.persons]
unit = "person"
[parameters.rate]
unit = "EUR/person"
values = [
  { start = 2018-01-01, value = "10", basis = "stated", citation = "law" },
  { start = 2018-01-01, known_from = 2018-06-01, value = "12", basis = "stated", citation = "law" },
]
[rules.grant]
kind = "product"
of = ["persons", "rate"]
[result]
award = "grant"
unit = "EUR"
"""


def test_a_retroactive_change_is_settled_by_the_difference(evaluate: Evaluate):
    """What a clerk could know in May, and what is known now."""
    rows = [{"key": "a", "persons": 3}]
    paid = evaluate(RATE, rows, as_known=dt.date(2018, 5, 31))
    due = evaluate(RATE, rows)
    assert "6.00" == compare(paid, due, labels=("paid", "due"))["a"].difference.to_text()


def test_a_table_for_data_frames(framework: Programme):
    """One row a recipient, exact text."""
    reform = framework.override({"pot_per_year": "60000000"})
    table = compare(framework, reform, recipients=TOWNS, day=DAY, labels=("now", "then")).table()
    assert {
        "key": "w",
        "name": "Weinheim",
        "now": "280220.00",
        "then": "289883.00",
        "difference": "9663.00",
        "unit": "EUR/year",
    } == table[0]


def test_labels_tell_the_same_programme_apart(framework: Programme):
    """Two evaluations of one day are numbered."""
    allocation = allocate(framework, TOWNS, day=DAY)
    comparison = compare(allocation, allocation)
    assert (
        "de-bw-integrationsmanagement-2017 2018-01-15 (1)",
        "de-bw-integrationsmanagement-2017 2018-01-15 (2)",
    ) == comparison.labels


def test_notebooks_see_a_table(framework: Programme):
    """Labels and totals stand in it."""
    shown = compare(framework, framework, recipients=TOWNS, day=DAY)._repr_html_()
    assert (True, True) == ("Weinheim" in shown, "Total" in shown)


def test_repr_counts(framework: Programme):
    """The winners and losers in one line."""
    said = repr(compare(framework, framework, recipients=TOWNS, day=DAY, labels=("a", "b")))
    assert "<Comparison a / b: 0 gain, 0 lose, 2 unchanged>" == said


@pytest.mark.parametrize(
    ("wanted", "rules", "options"),
    [
        ({("too_few_compared", "/rules")}, 1, {"recipients": TOWNS, "day": DAY}),
        ({("not_evaluated", "/rules/0"), ("not_evaluated", "/rules/1")}, 2, {"recipients": TOWNS}),
        ({("labels_differ", "/labels")}, 2, {"recipients": TOWNS, "day": DAY, "labels": ("a",)}),
        (
            {("labels_differ", "/labels")},
            2,
            {"recipients": TOWNS, "day": DAY, "labels": ("a", "a")},
        ),
    ],
)
def test_what_cannot_be_compared_is_told(
    framework: Programme, wanted: set[tuple[str, str]], rules: int, options: dict[str, Any]
):
    """Every reason stands in the error."""
    with pytest.raises(InvalidValueError) as error:
        compare(*[framework] * rules, **options)
    assert wanted == {(problem.code, problem.pointer) for problem in error.value.problems}


def test_unlike_units_are_told(framework: Programme, shared: Allocation):
    """Euros a year are not euros."""
    with pytest.raises(InvalidValueError, match="EUR/year, EUR"):
        compare(allocate(framework, TOWNS, day=DAY), shared)


def test_an_unknown_label_or_recipient_is_told(shared: Allocation):
    """A slip is answered with what there is."""
    comparison = compare(shared, shared, labels=("a", "b"))
    with pytest.raises(UnknownNameError):
        comparison.change("c")
    with pytest.raises(UnknownNameError):
        comparison["z"]


# -- what if ---------------------------------------------------------------------------------------


def test_what_if_a_figure_were_another(shared: Allocation):
    """One more person of a takes from b."""
    comparison = what_if(shared, figures={"a": {"persons": 2}})
    assert ["15.00", "-15.00"] == [row.difference.to_text() for row in comparison.rows]


def test_what_if_the_pot_were_another(shared: Allocation):
    """Figures of the whole stand under all."""
    comparison = what_if(shared, figures={"all": {"pot": "200"}})
    assert ["25.00", "75.00"] == [row.difference.to_text() for row in comparison.rows]


def test_what_if_a_row_of_a_table_were_another():
    """Rows of a table are assumed by their codes."""
    programme = catalogue.load("de-koenigsteiner-schluessel")
    lands = [{"key": code} for code in programme.parameters["key"].values[-1].table or ()]
    base = allocate(
        programme,
        Recipients.of(lands, figures={"pot": "100"}),
        day=dt.date(2017, 5, 1),
    )
    comparison = what_if(base, parameters={"key": {"Berlin": "50"}})
    assert comparison["Berlin"] in comparison.winners


def test_what_if_of_nobody_is_told(shared: Allocation):
    """A key that is not among the recipients."""
    with pytest.raises(UnknownNameError):
        what_if(shared, figures={"z": {"persons": 1}})


# -- sensitivity -----------------------------------------------------------------------------------


def test_own_figure_of_each(shared: Allocation):
    """Each is raised in turn where the others matter."""
    found = sensitivity(shared, "persons")
    assert {"a": "15.00", "b": "5.00"} == {k: e.to_text() for k, e in found.effects.items()}


def test_figure_of_one_and_its_effect_on_all(shared: Allocation):
    """What one wins the others lose."""
    found = sensitivity(shared, "persons", recipient="a")
    assert {"a": "15.00", "b": "-15.00"} == {k: e.to_text() for k, e in found.effects.items()}


def test_figures_that_concern_nobody_else_are_raised_at_once(framework: Programme):
    """One person more is worth 796 euros to each."""
    found = sensitivity(allocate(framework, TOWNS, day=DAY), "persons")
    assert {"w": "796.00", "h": "796.00"} == {k: e.to_text() for k, e in found.effects.items()}


def test_figure_of_the_whole(shared: Allocation):
    """The pot, in cents."""
    found = sensitivity(shared, "pot", change="-0.04")
    assert ({"a": "-0.01", "b": "-0.03"}, Fraction(1, 4)) == (
        {k: e.to_text() for k, e in found.effects.items()},
        found.per_unit("a"),
    )


def test_parameter(framework: Programme):
    """A parameter is raised for everybody."""
    found = sensitivity(allocate(framework, TOWNS, day=DAY), "pot_per_year", change=1_000_000)
    assert [{"key": "w", "effect": "4832.00", "unit": "EUR/year"}] == found.table()[:1]


@pytest.mark.parametrize("name", ["nothing", "key"])
def test_what_cannot_be_raised_is_told(shared: Allocation, name: str):
    """The names that can be are told."""
    with pytest.raises(UnknownNameError) as error:
        sensitivity(shared, name)
    assert ("persons", "pot") == error.value.known


def test_effect_on_nobody_is_told(shared: Allocation):
    """A key that is not among the recipients."""
    with pytest.raises(UnknownNameError):
        sensitivity(shared, "persons").per_unit("z")
    with pytest.raises(UnknownNameError):
        sensitivity(shared, "persons", recipient="z")


# -- JSON ------------------------------------------------------------------------------------------


def test_a_comparison_as_json(shared: Allocation):
    """Rules, changes and rows, all exact."""
    comparison = what_if(shared, figures={"a": {"persons": 2}})
    data = comparison_to_mapping(comparison)
    assert data == json.loads(json.dumps(data))
    assert (
        {"label": "what if", "total": "0.00", "winners": 1, "losers": 1, "unchanged": 0},
        {
            "recipient": "a",
            "name": "a",
            "amounts": ["25.00", "40.00"],
            "difference": "15.00",
            "relative": "0.6",
        },
    ) == (data["changes"][0], data["rows"][0])


def test_who_is_missing_is_null(evaluate: Evaluate):
    """No amount is no zero, and of nothing there is no share."""
    figures = {"pot": "1"}
    first = evaluate(POT, [{"key": "a", "persons": 1}], figures=figures)
    second = evaluate(POT, [{"key": "b", "persons": 1}], figures=figures)
    row = comparison_to_mapping(compare(first, second))["rows"][1]
    assert ([None, "1.00"], None) == (row["amounts"], row["relative"])


def test_a_sensitivity_as_json(shared: Allocation):
    """What was raised, by how much, for whom, and what it does."""
    assert {
        "format": "integrationsplan/sensitivity",
        "version": 1,
        "name": "persons",
        "change": "1",
        "recipient": "a",
        "effects": [
            {"recipient": "a", "effect": "15.00", "unit": "EUR"},
            {"recipient": "b", "effect": "-15.00", "unit": "EUR"},
        ],
    } == sensitivity_to_mapping(sensitivity(shared, "persons", recipient="a"))


# -- what differs by edition, and what cannot be raised --------------------------------------------

EDITIONS = """
[figures.persons]
unit = "person"
[parameters.rate]
unit = "EUR/person"
values = [
  { end = 2018-06-30, edition = "E1", value = "10", basis = "stated", citation = "law" },
  { start = 2018-07-01, edition = "E2", value = "20", basis = "stated", citation = "law" },
]
[rules.grant]
kind = "product"
of = ["persons", "rate"]
[result]
award = "grant"
unit = "EUR"
"""


def test_the_edition_asked_for_is_raised(evaluate: Evaluate):
    """One euro more a person, whichever edition the day has."""
    allocation = evaluate(EDITIONS, [{"key": "a", "persons": 3}], edition="E1")
    assert "3.00" == sensitivity(allocation, "rate").effects["a"].to_text()


@pytest.mark.parametrize("value", ["11", 11, Fraction(11)])
def test_what_if_keeps_the_edition(evaluate: Evaluate, value: object):
    """An assumed number stands in every edition, as text or as a number."""
    allocation = evaluate(EDITIONS, [{"key": "a", "persons": 3}], edition="E1")
    assert "3.00" == what_if(allocation, parameters={"rate": value})["a"].difference.to_text()


@pytest.mark.parametrize(
    ("code", "change"), [("negative_figure", -10), ("not_whole", "0.5"), ("no_change", 0)]
)
def test_a_change_that_no_figure_bears_is_told(shared: Allocation, code: str, change: object):
    """The error is ours, and names what is wrong with the change."""
    with pytest.raises(InvalidValueError) as error:
        sensitivity(shared, "persons", change=change)
    assert [(code, "/change")] == [(p.code, p.pointer) for p in error.value.problems]


def test_a_parameter_is_no_figure_of_one(shared: Allocation):
    """A recipient can be named for figures of recipients alone."""
    with pytest.raises(UnknownNameError):
        sensitivity(shared, "pot", recipient="a")


def test_a_label_is_no_column_of_its_own(shared: Allocation):
    """The key of the recipient is not overwritten."""
    with pytest.raises(InvalidValueError):
        compare(shared, shared, labels=("key", "b"))


def test_what_is_not_asked_for_is_told(shared: Allocation):
    """A day beside allocations would change nothing, and looks as if it did."""
    with pytest.raises(InvalidValueError) as error:
        compare(shared, shared, day=DAY, recipients=TOWNS)
    assert {("not_asked_for", "/day"), ("not_asked_for", "/recipients")} == {
        (problem.code, problem.pointer) for problem in error.value.problems
    }
