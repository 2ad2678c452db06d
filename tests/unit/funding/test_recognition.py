"""What of the cost is recognised: 20 % above a line, if others save it."""

import pytest
from tests.unit.funding.samples import START, codes, cost, eur, terms

from integrationsplan.funding import CostLine, Recognition, Term, recognise

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


@pytest.mark.parametrize("amount", ["0", "999999999999999999"])
def test_smallest_and_largest(amount: str):
    """A line of nothing, and one of nearly all money there can be."""
    assert eur(amount) == spent(amount, plan=amount, deviation=None).total
