"""What of the cost is recognised: 20 % above a line, if others save it."""

import pytest
from tests.unit.funding.samples import CITATION, START, codes, cost, eur, silent, terms

from integrationsplan import catalogue
from integrationsplan.funding import (
    CostCategory,
    CostLine,
    EarmarkSense,
    EligibleCost,
    GrantEarmark,
    Recognition,
    Term,
    recognise,
)
from integrationsplan.funding._recognition import eligible_costs

DEVIATION: Term = terms().value("deviation", START)


def spent(
    *amounts: str, plan: str = "1000 500 500", deviation: Term | None = DEVIATION
) -> Recognition:
    """Return what is recognised of amounts against a plan, line by line."""
    names = "abcdef"
    return recognise(
        [cost(names[n], amount) for n, amount in enumerate(plan.split())],
        [cost(names[n], amount) for n, amount in enumerate(amounts)],
        deviation,
    )


def lines(found: Recognition) -> list[str]:
    """Return the recognised amounts."""
    return [amount.to_text() for amount in found.lines.values()]


def test_as_planned():
    """What was spent as planned is recognised."""
    found = spent("1000", "500", "500")
    assert (eur(2000), ()) == (found.total, found.findings)


def test_exactly_at_the_limit_with_savings():
    """1,200 of 1,000 are recognised where others save 200."""
    found = spent("1200", "400", "400")
    assert (["1200.00", "400.00", "400.00"], ()) == (lines(found), found.findings)


def test_a_cent_above_the_limit_with_savings():
    """Of 1,200.01 a cent is not recognised, and the finding says why."""
    found = spent("1200.01", "400", "300")
    assert eur(1900) == found.total
    (finding,) = found.findings
    assert ("line_exceeded", "a", "1000.00", "20", "1200.01", "1200.00") == (
        finding.code,
        finding.subject,
        *(finding.values[name] for name in ("planned", "percent", "spent", "recognised")),
    )
    assert DEVIATION.source == finding.source


def test_exactly_at_the_limit_without_savings():
    """1,200 of 1,000 without savings: the plan of 2,000 is recognised, and no more."""
    found = spent("1200", "500", "500")
    assert (eur(2000), ["1000.00", "500.00", "500.00"]) == (found.total, lines(found))
    (finding,) = found.findings
    assert ("plan_exceeded", "2200.00", "2000.00") == (
        finding.code,
        finding.values["spent"],
        finding.values["planned"],
    )


def test_a_cent_above_the_limit_without_savings():
    """Both are told: the line, and the plan."""
    found = spent("1200.01", "500", "500")
    assert ["line_exceeded", "plan_exceeded"] == codes(found.findings)
    assert eur(2000) == found.total


def test_savings_that_are_not_enough():
    """200 above one line and 150 saved: 50 are the recipient's own."""
    found = spent("1200", "350", "500")
    assert (eur(2000), "1150.00") == (found.total, lines(found)[0])


def test_two_lines_above_their_plan():
    """What is beyond the plan is taken from the first line that exceeds its own, then the next."""
    found = spent("1050", "600", "500")
    assert ["1000.00", "500.00", "500.00"] == lines(found)
    found = spent("1050", "600", "380")
    assert ["1020.00", "600.00", "380.00"] == lines(found)


def test_limit_with_cents():
    """120 % of 0.07 are 0.084: 8 cents are recognised where others save them."""
    assert ["0.08", "0.00"] == lines(spent("0.09", "0", plan="0.07 0.07"))


def test_line_that_is_not_planned():
    """What no line was planned for is not recognised."""
    found = spent("1000", "500", "500", "1")
    (finding,) = found.findings
    assert ("line_not_planned", "d", "1.00") == (
        finding.code,
        finding.subject,
        finding.values["spent"],
    )
    assert eur(2000) == found.total


def test_no_source_says_how_far():
    """Without a limit of lines, only the sum counts."""
    found = spent("2000", deviation=None)
    assert (eur(2000), ()) == (found.total, found.findings)
    assert eur(2000) == spent("2000.01", deviation=None).total
    assert ["line_not_planned"] == codes(spent("1", "1", plan="5", deviation=None).findings)


def test_without_a_plan():
    """Where nothing was planned, everything is recognised."""
    found = spent("7", "8", plan="")
    assert (eur(15), eur(0), ()) == (found.total, found.planned, found.findings)


def test_nothing_spent():
    """Nothing is recognised of nothing."""
    found = spent()
    assert (eur(0), eur(2000), {}) == (found.total, found.planned, dict(found.lines))


def test_line_in_several_costs():
    """Costs of one line are added up before they are compared."""
    costs: list[CostLine] = [cost("a", 700), cost("a", 500)]
    found = recognise([cost("a", 1000), cost("b", 500)], costs, DEVIATION)
    assert ["1200.00"] == lines(found)


def test_two_costs_of_one_line():
    """Costs with ids of their own belong to the line that they name."""
    costs = [cost("pay-1", 50, line="a"), cost("pay-2", 50, line="a"), cost("b", 7)]
    found = recognise([cost("a", 100), cost("b", 10)], costs, DEVIATION)
    assert ({"a": eur(100), "b": eur(7)}, ()) == (dict(found.lines), found.findings)


def test_costs_of_a_line_are_cut_in_their_order():
    """Of 60 and 60 on a line of 100, 60 and 40 are recognised."""
    costs = [cost("pay-1", 60, line="a"), cost("pay-2", 60, line="a")]
    found = recognise([cost("a", 100)], costs, None)
    assert [eur(60), eur(40)] == [each.amount for each in found.cut(costs)]
    assert eur(20) == found.unrecognised


def limited(sense: EarmarkSense, amount: int, *lines: str) -> GrantEarmark:
    """Return an earmark of lines."""
    return GrantEarmark(id="e", title="x", amount=eur(amount), sense=sense, lines=lines)


def test_ceiling_cuts_its_lines():
    """Of 8 and 5 with at most 10, the last line is cut to 2; others stay."""
    costs = [cost("a", 8), cost("b", 5), cost("c", 90)]
    found = recognise((), costs, None, [limited(EarmarkSense.AT_MOST, 10, "a", "b")])
    assert {"a": eur(8), "b": eur(2), "c": eur(90)} == dict(found.lines)
    assert (eur(100), ["earmark_missed"]) == (found.total, codes(found.findings))


def test_ceiling_of_nothing():
    """At most nothing cuts every line that it names, and lines that nobody spent do no harm."""
    costs = [cost("a", 8), cost("b", 5)]
    found = recognise((), costs, None, [limited(EarmarkSense.AT_MOST, 0, "a", "b", "z")])
    assert (eur(0), eur(13)) == (found.total, found.unrecognised)


def test_floor_cuts_nothing():
    """A floor that is missed is told, and changes no amount."""
    found = recognise((), [cost("a", 8)], None, [limited(EarmarkSense.AT_LEAST, 10, "a")])
    assert (eur(8), ["earmark_missed"]) == (found.total, codes(found.findings))


def test_what_may_be_funded():
    """What a source excludes is left out with that source; what none speaks of stays."""
    travel = EligibleCost(
        category=CostCategory.TRAVEL, is_eligible=False, citation=CITATION, locator="no. 5"
    )
    trip, pay = cost("trip", 9, category=CostCategory.TRAVEL), cost("pay", 1)
    kept, (finding,) = eligible_costs(silent(costs=(travel,)).programme, [trip, pay], START)
    assert (pay,) == kept
    assert ("cost_not_eligible", "trip", True) == (
        finding.code,
        finding.subject,
        "no. 5" in (finding.source or ""),
    )


def test_category_with_several_rows():
    """A category of which only a part is excluded may be funded, in whatever order the rows are."""
    rows = tuple(
        EligibleCost(category=CostCategory.PERSONNEL, is_eligible=is_eligible, citation=CITATION)
        for is_eligible in (True, False)
    )
    pay = cost("pay", 1)
    for given in (rows, rows[::-1]):
        assert ((pay,), ()) == eligible_costs(silent(costs=given).programme, [pay], START)


@pytest.mark.parametrize("id", catalogue.funding_ids())
def test_personnel_of_shipped_programmes(id: str):
    """No shipped programme that funds personnel leaves all of it out."""
    programme = catalogue.funding(id)
    funds = any(
        row.category is CostCategory.PERSONNEL and row.is_eligible for row in programme.costs
    )
    pay = cost("pay", 1)
    for day in (programme.period.start, programme.period.end):
        if funds and day is not None:
            assert ((pay,), ()) == eligible_costs(programme, [pay], day)


def test_ceiling_before_the_plan():
    """What a ceiling cuts uses up no plan: 90 of 80 planned, and 10 of 15 on a line of 20."""
    plan, costs = [cost("a", 80), cost("b", 20)], [cost("a", 90), cost("b", 15)]
    found = recognise(plan, costs, DEVIATION, [limited(EarmarkSense.AT_MOST, 10, "b")])
    assert {"a": eur(90), "b": eur(10)} == dict(found.lines)
    assert ["earmark_missed"] == codes(found.findings)


@pytest.mark.parametrize("amount", ["0", "999999999999999999"])
def test_smallest_and_largest(amount: str):
    """A line of nothing, and one of nearly all money there can be."""
    assert eur(amount) == spent(amount, plan=amount, deviation=None).total
