"""Statements: a result as a document, its laws, and the check against the programme."""

import datetime as dt
import json
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from integrationsplan import Period, Programme, catalogue
from integrationsplan._model import FrozenMap, evolve
from integrationsplan.allocation import (
    Allocation,
    Recipients,
    StatedAward,
    StatedQuantity,
    Statement,
    allocate,
    verify_statement,
)
from integrationsplan.errors import (
    AllocationError,
    InvalidValueError,
    NotInForceError,
    UnknownNameError,
)
from integrationsplan.findings import Finding, Severity
from integrationsplan.values import Bilingual

Evaluate = Callable[..., Allocation]
FRAMEWORK = catalogue.load("de-bw-integrationsmanagement-2017")
THILIK = catalogue.load("de-th-thilik-2016")
DAY = dt.date(2018, 1, 15)
TOWNS = [{"key": "w", "name": "Weinheim", "persons": 352}, {"key": "h", "persons": 30}]

CUT = """
[figures.cost]
unit = "EUR"
[figures.sort]
unit = "code"
default = "good"
[rules.grant]
kind = "round"
of = { kind = "product", of = ["cost", "rate"] }
step = "0.01"
method = "half_up"
[parameters.rate]
unit = "percent"
values = [{ value = "80", basis = "stated", citation = "law" }]
[parameters.half]
unit = "percent"
values = [{ value = "50", basis = "stated", citation = "law" }]
[[conditions]]
code = "out"
when = { kind = "not", of = { kind = "one_of", of = "sort", values = ["out"] } }
effect = "exclude"
de = "d"
en = "e"
[[conditions]]
code = "nought"
when = { kind = "not", of = { kind = "one_of", of = "sort", values = ["nought"] } }
effect = "zero"
de = "d"
en = "e"
[[sources]]
id = "land"
amount = "grant"
[[sources]]
id = "self"
amount = "rest"
role = "own"
[[tranches]]
id = "first"
amount = { kind = "round", of = { kind = "product", of = ["grant", "half"] }, step = "0.01", method = "half_up" }
[[tranches]]
id = "second"
amount = "rest"
[[earmarks]]
id = "courses"
amount = "grant"
[result]
award = "grant"
financed = "cost"
unit = "EUR"
outputs = ["cost"]
"""  # noqa: E501  # the inline tables of TOML bear no line breaks


def framework() -> Allocation:
    """Return an allocation of the planning framework."""
    return allocate(FRAMEWORK, TOWNS, day=DAY)


def thilik(*costs: str, key: str = "Erfurt") -> Allocation:
    """Return an allocation with payers and records below."""
    rows = [{"key": key, "records": {"post": [{"eligible_cost": cost} for cost in costs]}}]
    return allocate(THILIK, rows, day=dt.date(2016, 5, 1))


@pytest.fixture(scope="module")
def cut(evaluate: Evaluate) -> Allocation:
    """Return an allocation with payers, tranches, earmarks, and conditions that fail."""
    rows = [
        {"key": "a", "cost": "100.01"},
        {"key": "b", "cost": "50", "sort": "out"},
        {"key": "c", "cost": "50", "sort": "nought"},
    ]
    return evaluate(CUT, rows)


def small(*amounts: str, total: str | None = None, **fields: Any) -> Statement:
    """Make a statement of amounts in euros."""
    awards = [StatedAward(recipient=str(n), amount=text) for n, text in enumerate(amounts)]
    whole = sum(map(Fraction, amounts), Fraction(0))
    content: dict[str, Any] = {"programme": "x", "day": DAY, "unit": "EUR", **fields}
    content.setdefault("awards", tuple(awards))
    return Statement(total=str(whole) if total is None else total, **content)


def refused(make: Callable[[], object]) -> list[tuple[str, str]]:
    """Return code and place of each problem that a call is refused for."""
    with pytest.raises(InvalidValueError) as caught:
        make()
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def changed(statement: Statement, index: int = 0, **fields: Any) -> Statement:
    """Return a statement with one award changed, and a total that fits."""
    awards = list(statement.awards)
    awards[index] = evolve(awards[index], **fields)
    total = sum((Fraction(award.amount) for award in awards), Fraction(0))
    residue = None if statement.pot is None else str(Fraction(statement.pot) - total)
    return evolve(statement, awards=tuple(awards), total=str(total), residue=residue)


def found(
    statement: Statement, programme: Programme = FRAMEWORK, rows: Any = TOWNS
) -> list[tuple[str, str]]:
    """Return code and place of each problem of a check."""
    return [(p.code, p.pointer) for p in verify_statement(statement, programme, rows)]


# -- what a statement holds ------------------------------------------------------------------------


def test_head_of_a_statement():
    """Programme, day, edition, unit, total, pot and residue stand above the awards."""
    statement = framework().statement()
    assert (
        "de-bw-integrationsmanagement-2017",
        FRAMEWORK.title,
        DAY,
        None,
        None,
        None,
        (),
        ("final",),
        "EUR/year",
        False,
        "304102.00",
        "58000000.00",
        "57695898.00",
        (),
    ) == (
        statement.programme,
        statement.title,
        statement.day,
        statement.period,
        statement.asked_edition,
        statement.as_known,
        statement.assumed,
        statement.editions,
        statement.unit,
        statement.needs_all_recipients,
        statement.total,
        statement.pot,
        statement.residue,
        statement.findings,
    )


def test_award_of_a_statement():
    """Key, name, exact amount and outputs with their units."""
    assert (
        StatedAward(
            recipient="w",
            name="Weinheim",
            amount="280220.00",
            outputs=FrozenMap({"framework": StatedQuantity(value="560440.00", unit="EUR")}),
        )
        == framework().statement()["w"]
    )


def test_findings_of_an_award_are_those_of_the_allocation():
    """Whoever must join others is told so in the document too."""
    allocation = framework()
    assert allocation["h"].findings == allocation.statement()["h"].findings


def test_payers_of_an_award():
    """Who pays how much stands beside the award."""
    payers = thilik("65217.43").statement()["Erfurt"].payers
    assert {"social-ministry-esf": "52173.94", "migration-ministry": "13043.49"} == dict(payers)


def test_findings_of_the_whole():
    """Conditions of the whole stand above the awards."""
    findings = thilik("3000000.01").statement().findings
    assert ["budget_exceeded"] == [finding.code for finding in findings]


def test_own_money_is_said(cut: Allocation):
    """Where payers add up to more than the award, it is said to how much."""
    award = cut.statement()["a"]
    assert ("80.01", "100.01", {"land": "80.01", "self": "20.00"}) == (
        award.amount,
        award.financed,
        dict(award.payers),
    )


def test_tranches_and_earmarks_of_an_award(cut: Allocation):
    """When it is paid, and what for."""
    award = cut.statement()["a"]
    assert ({"first": "40.01", "second": "40.00"}, {"courses": "80.01"}) == (
        dict(award.tranches),
        dict(award.earmarks),
    )


def test_who_is_excluded_or_zeroed_is_marked(cut: Allocation):
    """Nothing for two reasons."""
    awards = cut.statement().awards
    assert [("80.01", False, False), ("0.00", True, False), ("0.00", False, True)] == [
        (award.amount, award.is_excluded, award.is_zeroed) for award in awards
    ]


def test_options_of_the_evaluation_are_said():
    """Period, edition and state of knowledge belong to the result."""
    statement = allocate(
        FRAMEWORK, TOWNS, day=DAY, edition="final", as_known=dt.date(2018, 3, 1)
    ).statement()
    assert ("final", dt.date(2018, 3, 1)) == (statement.asked_edition, statement.as_known)


def test_only_awards_that_are_asked_for_are_explained():
    """An explanation is long; it stands where it is wanted."""
    allocation = framework()
    statement = allocation.statement(explain=["h"])
    assert (None, allocation["h"].trace()) == tuple(award.explanation for award in statement)


def test_explanation_of_an_unknown_key_is_refused():
    """A slip in the key is told."""
    with pytest.raises(UnknownNameError):
        framework().statement(explain=["z"])


def test_award_of_an_unknown_key_is_refused():
    """A slip in the key is told."""
    with pytest.raises(UnknownNameError):
        framework().statement()["z"]


def test_a_what_if_says_what_was_assumed():
    """An assumed pot is no result of the law, and the document says so."""
    reform = FRAMEWORK.override({"pot_per_year": "60000000"})
    assert ("pot_per_year",) == allocate(reform, TOWNS, day=DAY).statement().assumed


def test_a_what_if_has_no_explanation():
    """No document holds assumed numbers as if they had a source."""
    reform = FRAMEWORK.override({"pot_per_year": "60000000"})
    allocation = allocate(reform, TOWNS, day=DAY)
    assert ["explains_assumed"] == list(
        dict.fromkeys(code for code, _ in refused(lambda: allocation.statement(explain=["w"])))
    )


def test_title_of_an_award_is_its_name_or_key():
    """A town without a name is called by its key."""
    assert ["Weinheim", "h"] == [award.title for award in framework().statement()]


def test_representation_is_short():
    """Logs tell what it is."""
    statement = framework().statement()
    assert (
        2,
        "<Statement de-bw-integrationsmanagement-2017 on 2018-01-15: 2 awards, 304102.00 EUR/year>",
    ) == (len(statement), repr(statement))


# -- laws ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("total", "amounts"),
    [
        ("3", ("1", "2")),
        ("3.00", ("1.5", "1.50")),
        ("1", ("1/3", "2/3")),
        ("1/2", ("1/3", "1/6")),
        ("-1.5", ("-2", "0.5")),
        ("0", ()),
        (str(10**40), (str(10**40 - 1), "1")),
    ],
)
def test_totals_add_up_exactly(total: str, amounts: tuple[str, ...]):
    """However numbers are written, their sum is exact."""
    assert total == small(*amounts, total=total).total


@pytest.mark.parametrize(
    ("total", "amounts"), [("3.01", ("1", "2")), ("0.01", ()), ("1", ("1/3",))]
)
def test_totals_that_do_not_add_up_are_refused(total: str, amounts: tuple[str, ...]):
    """A cent is too much."""
    assert [("stated_sum", "/total")] == refused(lambda: small(*amounts, total=total))


def test_numbers_without_end_are_not_added():
    """Denominators that multiply are refused before they grow."""
    amounts = [f"1/{10**3000 + n}" for n in range(20)]
    assert [("numbers_too_long", "/total")] == refused(lambda: small(*amounts, total="0"))


def test_residue_is_what_the_pot_leaves():
    """The pot is the total and the residue."""
    fields = {"pot": "5", "residue": "2.50"}
    assert "2.50" == small("2.5", **fields).residue
    assert [("stated_sum", "/residue")] == refused(lambda: small("2", **fields))


@pytest.mark.parametrize(("missing", "given"), [("/pot", "residue"), ("/residue", "pot")])
def test_pot_and_residue_stand_together(missing: str, given: str):
    """One without the other cannot be checked."""
    assert [("missing_key", missing)] == refused(lambda: small("2", **{given: "2"}))


def test_keys_stand_once():
    """Two awards of one recipient are none."""
    awards = tuple(StatedAward(recipient="a", amount="1") for _ in range(2))
    assert [("duplicate_recipient", "/awards/1/recipient")] == refused(
        lambda: small(total="2", awards=awards)
    )


@pytest.mark.parametrize("mark", ["is_excluded", "is_zeroed"])
def test_who_is_marked_gets_nothing(mark: str):
    """A mark and an amount contradict one another."""
    assert [("stated_despite", "/amount")] == refused(
        lambda: StatedAward(recipient="a", amount="0.01", **{mark: True})
    )


@pytest.mark.parametrize("block", ["payers", "tranches"])
def test_parts_add_up_to_the_award(block: str):
    """Who pays, and when, add up to the cent."""
    parts = FrozenMap({"x": "1.50", "y": "2"})
    assert "3.5" == StatedAward(recipient="a", amount="3.5", **{block: parts}).amount
    assert [("stated_sum", f"/{block}")] == refused(
        lambda: StatedAward(recipient="a", amount="3.51", **{block: parts})
    )


def test_payers_add_up_to_what_is_financed():
    """With own money, payers add up to more than the award."""
    payers = FrozenMap({"x": "3", "own": "1"})
    assert "4" == StatedAward(recipient="a", amount="3", financed="4", payers=payers).financed
    assert [("stated_sum", "/payers")] == refused(
        lambda: StatedAward(recipient="a", amount="4", financed="5", payers=payers)
    )


@pytest.mark.parametrize("unit", ["stone", "EUR/", "EUR per year"])
def test_units_are_known(unit: str):
    """A number without a unit says nothing."""
    assert [("unknown_unit", "/unit")] == refused(lambda: StatedQuantity(value="1", unit=unit))
    assert [("unknown_unit", "/unit")] == refused(lambda: small(unit=unit))


@pytest.mark.parametrize(
    "text",
    ["", " 1", "1e3", "1,5", "+1", "0x1", "1/0", "1/02", "NaN", "1_0", "1.", ".5", "٣", "9" * 4201],
)
def test_amounts_have_one_form(text: str):
    """What a parser would take and a reader would not is refused."""
    with pytest.raises(InvalidValueError):
        StatedAward(recipient="a", amount=text)


@pytest.mark.parametrize(
    ("pointer", "fields"),
    [
        ("/programme", {"programme": "other"}),
        ("/day", {"day": dt.date(2018, 1, 16)}),
        ("/period", {"period": Period(DAY)}),
        ("/edition", {"asked_edition": "final"}),
        ("/as_known", {"as_known": DAY}),
        ("/unit", {"unit": "EUR"}),
    ],
)
def test_explanations_belong_to_the_allocation(pointer: str, fields: dict[str, Any]):
    """A trace of another day proves nothing."""
    statement = framework().statement(explain=["h"])
    assert [("explains_another", f"/awards/1/explanation{pointer}")] == refused(
        lambda: evolve(statement, **fields)
    )


@pytest.mark.parametrize(
    ("pointer", "fields"), [("/recipient", {"recipient": "z"}), ("/amount", {"amount": "23882.01"})]
)
def test_explanations_belong_to_the_award(pointer: str, fields: dict[str, Any]):
    """A trace of another award proves nothing."""
    statement = framework().statement(explain=["h"])
    assert [("explains_another", f"/awards/1/explanation{pointer}")] == refused(
        lambda: changed(statement, 1, **fields)
    )


def test_explanation_of_an_excluded_one_is_told(cut: Allocation):
    """Whether somebody was taken out is said alike in both places."""
    statement = cut.statement(explain=["b"])
    assert [("explains_another", "/awards/1/explanation/is_excluded")] == refused(
        lambda: changed(statement, 1, is_excluded=False)
    )


def test_unknown_unit_of_an_explanation_is_another():
    """A trace may hold any text as its unit."""
    statement = framework().statement(explain=["h"])
    trace = statement["h"].explanation
    assert trace is not None
    assert [("explains_another", "/awards/1/explanation/unit")] == refused(
        lambda: changed(statement, 1, explanation=evolve(trace, unit="stone"))
    )


def test_amount_of_an_explanation_is_a_number():
    """A trace holds no other text as its amount."""
    trace = framework().statement(explain=["h"])["h"].explanation
    assert trace is not None
    assert [("wrong_form", "/amount")] == refused(lambda: evolve(trace, amount="much"))


# -- the check -------------------------------------------------------------------------------------


def test_what_was_stated_is_reproduced(cut: Allocation):
    """With its traces, its payers and its findings."""
    keys = [award.recipient.key for award in cut]
    statement = cut.statement(explain=keys)
    assert () == verify_statement(statement, cut.programme, cut.recipients)


def test_other_spellings_of_a_number_are_the_same():
    """A published table writes whole euros."""
    statement = changed(framework().statement(), amount="280220")
    assert [] == found(statement)


def test_an_amount_that_does_not_follow_is_found():
    """A cent is told with what the rule gives, in both languages."""
    statement = changed(framework().statement(), amount="280220.01")
    problems = verify_statement(statement, FRAMEWORK, TOWNS)
    assert ["/total", "/residue", "/awards/0/amount"] == [p.pointer for p in problems]
    assert (
        "an amount that the rule does not give",
        "280220.00",
        "ein Betrag: die Regel ergibt anderes",
    ) == (problems[2].found("en"), problems[2].allowed("en"), problems[2].found("de"))


def test_other_figures_give_other_amounts():
    """The check tells that recipients were others."""
    rows = [{"key": "w", "persons": 352}, {"key": "h", "persons": 31}]
    assert ("not_reproduced", "/awards/1/amount") in found(framework().statement(), rows=rows)


def test_another_programme_is_told_at_once():
    """Nothing of it can be compared."""
    assert [("other_programme", "/programme")] == found(framework().statement(), THILIK, [])


def test_who_has_no_award_is_told():
    """Nobody is left out."""
    (first, _) = (statement := framework().statement()).awards
    shorter = evolve(statement, awards=(first,), total="280220.00", residue="57719780.00")
    assert ("no_award", "/awards") in found(shorter)


def test_who_was_not_given_is_told():
    """Nobody is added."""
    assert ("recipient_not_given", "/awards/1/recipient") in found(
        framework().statement(), rows=TOWNS[:1]
    )


def test_parts_left_out_are_not_missed():
    """A published table has amounts alone."""
    bare = Statement(
        programme=FRAMEWORK.id,
        day=DAY,
        unit="EUR/year",
        total="304102",
        awards=(
            StatedAward(recipient="w", amount="280220"),
            StatedAward(recipient="h", amount="23882"),
        ),
    )
    assert [] == found(bare)


def test_another_unit_is_told():
    """Amounts of a year are none of two."""
    assert [("not_reproduced", "/unit")] == found(evolve(framework().statement(), unit="EUR"))


@pytest.mark.parametrize(
    ("pointer", "fields"),
    [
        ("/editions", {"editions": ("first",)}),
        ("/needs_all_recipients", {"needs_all_recipients": True}),
        ("/assumed", {"assumed": ("years",)}),
        (
            "/findings/0",
            {
                "findings": (
                    Finding(code="x", severity=Severity.NOTICE, text=Bilingual(de="d", en="e")),
                )
            },
        ),
    ],
)
def test_heads_that_do_not_follow_are_found(pointer: str, fields: dict[str, Any]):
    """Each thing that the head states is compared."""
    assert [("not_reproduced", pointer)] == found(evolve(framework().statement(), **fields))


def test_what_was_assumed_must_be_said():
    """A what-if does not pass for a result of the law, even where nobody gets more."""
    same = FRAMEWORK.override({"pot_per_year": "58000000"})
    assert [("not_reproduced", "/assumed")] == found(framework().statement(), same)


ONE = StatedQuantity(value="1", unit="EUR")


@pytest.mark.parametrize(
    ("pointer", "index", "fields"),
    [
        ("/awards/0/outputs/cost/value", 0, {"outputs": FrozenMap({"cost": ONE})}),
        ("/awards/0/outputs/grant", 0, {"outputs": FrozenMap({"grant": ONE})}),
        (
            "/awards/0/outputs/cost/unit",
            0,
            {"outputs": FrozenMap({"cost": StatedQuantity(value="1", unit="person")})},
        ),
        ("/awards/0/parts/cost", 0, {"parts": FrozenMap({"cost": FrozenMap({"1": ONE})})}),
        ("/awards/0/payers/bund", 0, {"payers": FrozenMap({"bund": "100.01"})}),
        ("/awards/0/payers/land", 0, {"payers": FrozenMap({"land": "80", "self": "20.01"})}),
        ("/awards/0/tranches/first", 0, {"tranches": FrozenMap({"first": "80.01"})}),
        ("/awards/0/earmarks/courses", 0, {"earmarks": FrozenMap({"courses": "80"})}),
        ("/awards/1/is_zeroed", 1, {"is_zeroed": True}),
        ("/awards/2/is_excluded", 2, {"is_excluded": True}),
        ("/awards/0/findings/0", 0, {"findings": ("out",)}),
    ],
)
def test_parts_that_do_not_follow_are_found(
    cut: Allocation, pointer: str, index: int, fields: dict[str, Any]
):
    """Each thing that an award states is compared."""
    if fields.get("findings") == ("out",):
        fields = {"findings": cut["b"].findings}
    statement = changed(cut.statement(), index, **fields)
    problems = verify_statement(statement, cut.programme, cut.recipients)
    assert ("not_reproduced", pointer) in [(p.code, p.pointer) for p in problems]


def test_what_is_financed_must_follow(cut: Allocation):
    """The whole cost is compared too."""
    payers = FrozenMap({"land": "80.01", "self": "20"})
    statement = changed(cut.statement(), payers=payers, financed="100.01")
    assert () == verify_statement(statement, cut.programme, cut.recipients)
    more = FrozenMap({"land": "80.01", "self": "20.01"})
    statement = changed(cut.statement(), payers=more, financed="100.02")
    assert ["/awards/0/financed", "/awards/0/payers/self"] == [
        p.pointer for p in verify_statement(statement, cut.programme, cut.recipients)
    ]


def test_what_does_not_exist_is_found():
    """A pot that the programme has not."""
    statement = thilik("500").statement()
    given = evolve(statement, pot=statement.total, residue="0")
    rows = [{"key": "Erfurt", "records": {"post": [{"eligible_cost": "500"}]}}]
    assert [("not_reproduced", "/pot"), ("not_reproduced", "/residue")] == found(
        given, THILIK, rows
    )


def test_figures_of_a_finding_must_follow():
    """A shortfall that nobody computed."""
    statement = framework().statement()
    (finding,) = statement["h"].findings
    told = evolve(finding, values=FrozenMap({"shortfall": "1.00"}))
    assert [("not_reproduced", "/awards/1/findings/0")] == found(
        changed(statement, 1, findings=(told,))
    )


def test_words_of_a_finding_are_words():
    """A sentence may be put in other words."""
    statement = framework().statement()
    (finding,) = statement["h"].findings
    told = evolve(finding, text=Bilingual(de="anders", en="otherwise"), ways=())
    assert [] == found(changed(statement, 1, findings=(told,)))


def test_steps_that_do_not_follow_are_found():
    """An input that the recipient did not bring."""
    statement = framework().statement(explain=["h"])
    trace = statement["h"].explanation
    assert trace is not None
    (item, *others) = trace.steps[0].inputs
    step = evolve(trace.steps[0], inputs=(evolve(item, value="31"), *others))
    forged = evolve(trace, steps=(step, *trace.steps[1:]))
    assert [("not_reproduced", "/awards/1/explanation/steps/0")] == found(
        changed(statement, 1, explanation=forged)
    )


def test_steps_left_out_are_found():
    """An explanation is whole, or it is none."""
    statement = framework().statement(explain=["h"])
    trace = statement["h"].explanation
    assert trace is not None
    forged = evolve(trace, checks=())
    assert [("not_reproduced", "/awards/1/explanation")] == found(
        changed(statement, 1, explanation=forged)
    )


def test_records_below_are_compared(evaluate: Evaluate):
    """What each post gets stands below its recipient."""
    body = """
[figures.cost]
unit = "EUR"
level = "post"
[rules.whole]
kind = "total"
of = "cost"
per = "recipient"
[result]
award = "whole"
unit = "EUR"
outputs = ["cost"]
"""
    rows = [{"key": "a", "records": {"post": [{"cost": "1"}, {"cost": "2"}]}}]
    allocation = evaluate(body, rows, levels='recipient = "all"\npost = "recipient"')
    statement = allocation.statement()
    assert {"1": "1.00", "2": "2.00"} == {
        key: amount.value for key, amount in statement["a"].parts["cost"].items()
    }
    forged = FrozenMap({"cost": FrozenMap({"2": StatedQuantity(value="3", unit="EUR")})})
    assert ["/awards/0/parts/cost/2/value"] == [
        p.pointer
        for p in verify_statement(
            changed(statement, parts=forged), allocation.programme, allocation.recipients
        )
    ]


def test_day_outside_the_validity_cannot_be_checked():
    """The programme says when it was in force."""
    with pytest.raises(NotInForceError):
        verify_statement(small(programme=FRAMEWORK.id, day=dt.date(2000, 1, 1)), FRAMEWORK, TOWNS)


def test_missing_figures_are_told_as_ever():
    """What cannot be computed cannot be compared."""
    with pytest.raises(AllocationError):
        verify_statement(framework().statement(), FRAMEWORK, Recipients.of([{"key": "w"}]))


def test_messages_hold_no_text_of_the_statement():
    """What was sent is not repeated."""
    statement = framework().statement()
    awards = (*statement.awards, StatedAward(recipient="secret", name="Geheim", amount="0"))
    problems = verify_statement(evolve(statement, awards=awards), FRAMEWORK, TOWNS)
    assert "recipient_not_given" in [problem.code for problem in problems]
    text = json.dumps(
        [problem.as_data(language) for problem in problems for language in ("de", "en")]
    )
    assert "secret" not in text
    assert "Geheim" not in text
