"""Funding programmes and general terms: citations, ids and shares are checked, rules are found."""

import datetime as dt
from typing import Any

import pytest

from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import (
    Amendment,
    ApplicantKind,
    BodyRole,
    BudgetLine,
    CostCategory,
    Deadline,
    DeadlineKind,
    Duty,
    DutyKind,
    EligibleApplicant,
    EligibleCost,
    Funder,
    FundingProgramme,
    GeneralTerms,
    LegalForm,
    Norm,
    Purpose,
    Relation,
    RelationKind,
    ResponsibleBody,
    RuleStep,
    RuleUse,
    Unknown,
)
from integrationsplan.parameters import Parameter, ParameterValue
from integrationsplan.values import Basis, Bilingual, Citation, FrozenMap, Period

D = dt.date
TEXT = Bilingual(de="Wort", en="word")
OLD, NEW = Period(D(2016, 1, 1), D(2017, 12, 31)), Period(D(2018, 1, 1), None)

PARTS: dict[str, Any] = {
    "norms": lambda citation: Norm(form=LegalForm.ACT, title=TEXT, citation=citation),
    "deadlines": lambda citation: Deadline(
        id="d", sort=DeadlineKind.CLAIM, text=TEXT, on=D(2020, 1, 1), citation=citation
    ),
    "funders": lambda citation: Funder(id="f", title=TEXT, citation=citation),
    "bodies": lambda citation: ResponsibleBody(
        role=BodyRole.GRANTING, title=TEXT, citation=citation
    ),
    "budget": lambda citation: BudgetLine(id="b", title=TEXT, citation=citation),
    "purposes": lambda citation: Purpose(text=TEXT, citation=citation),
    "applicants": lambda citation: EligibleApplicant(
        applicant=ApplicantKind.DISTRICT, citation=citation
    ),
    "costs": lambda citation: EligibleCost(category=CostCategory.PERSONNEL, citation=citation),
    "duties": lambda citation: Duty(id="u", sort=DutyKind.CONCEPT, text=TEXT, citation=citation),
    "amendments": lambda citation: Amendment(id="a", text=TEXT, citation=citation),
    "relations": lambda citation: Relation(
        sort=RelationKind.SISTER, programme="other", title=TEXT, citation=citation
    ),
}
"""A statement of each kind, by the field that holds it."""


def programme(*citations: str, **fields: Any) -> FundingProgramme:
    """Make a programme with citations."""
    return FundingProgramme(**base(*citations), **fields)


def base(*citations: str) -> dict[str, Any]:
    """Return what every document has."""
    return {
        "id": "trial",
        "title": TEXT,
        "jurisdiction": "de",
        "period": Period(None, None),
        "reviewed_on": D(2026, 11, 22),
        "citations": FrozenMap({each: Citation(title=f"Title of {each}") for each in citations}),
    }


def problems_of(*citations: str, **fields: Any) -> list[tuple[str, str]]:
    """Return codes and places of what is wrong with a programme."""
    with pytest.raises(InvalidValueError) as caught:
        programme(*citations, **fields)
    return [(problem.code, problem.pointer) for problem in caught.value.problems]


def funders(*given: tuple[str | None, Period | None], is_most: bool = False) -> tuple[Funder, ...]:
    """Make funders of share and period."""
    return tuple(
        Funder(
            id=f"f{index}",
            title=TEXT,
            share=share,
            period=period,
            is_most=is_most,
            citation="act",
        )
        for index, (share, period) in enumerate(given)
    )


@pytest.mark.parametrize(
    ("share", "code"), [("-0.01", "too_small"), ("100.01", "too_large"), ("301/3", "too_large")]
)
def test_a_share_is_a_part_of_the_whole(share: str, code: str):
    """Nobody pays less than nothing, or more than all."""
    with pytest.raises(InvalidValueError) as caught:
        funders((share, None))
    assert [(code, "/share")] == [(p.code, p.pointer) for p in caught.value.problems]


def parameter(citation: str) -> FrozenMap[str, Parameter]:
    """Make a parameter of one row."""
    row = ParameterValue(value="1", basis=Basis.STATED, citation=citation)
    return FrozenMap({"rate": Parameter(unit="EUR", values=(row,))})


def test_every_kind_of_statement_is_tried():
    """No part of a programme escapes the check of citations."""
    assert set(FundingProgramme.parts) == set(PARTS)


@pytest.mark.parametrize("field", PARTS)
def test_statement_without_its_citation_is_told(field: str):
    """What rests on a source that is not listed rests on nothing."""
    assert [("unknown_citation", f"/{field}/0/citation")] == problems_of(
        **{field: (PARTS[field]("missing"),)}
    )


@pytest.mark.parametrize("field", PARTS)
def test_statement_uses_its_citation(field: str):
    """A listed source that one statement rests on is used."""
    assert "trial" == programme("act", **{field: (PARTS[field]("act"),)}).id


def test_row_of_a_parameter_without_its_citation_is_told():
    """The pointer names the row."""
    assert [("unknown_citation", "/parameters/rate/values/0/citation")] == problems_of(
        parameters=parameter("missing")
    )


def test_row_of_a_parameter_uses_its_citation():
    """A number is reason enough to list a source."""
    assert "trial" == programme("act", parameters=parameter("act")).id


def test_unknown_without_its_citation_is_told():
    """What was read for it has to be listed; the pointer names which."""
    unknown = Unknown(name="rate", text=TEXT, citations=("act", "missing"))
    assert [("unknown_citation", "/unknowns/0/citations/1")] == problems_of(
        "act", unknowns=(unknown,)
    )


def test_unknown_needs_something_that_was_read():
    """Silence is told with the sources that are silent."""
    with pytest.raises(InvalidValueError) as caught:
        Unknown(name="rate", text=TEXT, citations=())
    assert ["/citations"] == [problem.pointer for problem in caught.value.problems]


def test_citation_that_nothing_rests_on_is_told():
    """A list of sources is no decoration."""
    assert [("unused_citation", "/citations/spare")] == problems_of(
        "act", "spare", purposes=(PARTS["purposes"]("act"),)
    )


def test_everything_is_told_at_once():
    """Missing and unused sources, in one error."""
    assert [
        ("unknown_citation", "/norms/0/citation"),
        ("unknown_citation", "/duties/0/citation"),
        ("unused_citation", "/citations/spare"),
    ] == problems_of(
        "spare", norms=(PARTS["norms"]("missing"),), duties=(PARTS["duties"]("missing"),)
    )


@pytest.mark.parametrize("field", ["deadlines", "funders", "budget", "duties", "amendments"])
def test_id_that_stands_twice_is_told_from_the_second_on(field: str):
    """The first one keeps its id."""
    part = PARTS[field]("act")
    assert [("repeated_id", f"/{field}/1/id"), ("repeated_id", f"/{field}/2/id")] == problems_of(
        "act", **{field: (part, part, part)}
    )


def test_general_terms_are_checked_as_well():
    """Citations and ids of general terms follow the same laws."""
    deadline = PARTS["deadlines"]("missing")
    with pytest.raises(InvalidValueError) as caught:
        GeneralTerms(**base("spare"), deadlines=(deadline, deadline))
    assert [
        ("unknown_citation", "/deadlines/0/citation"),
        ("unknown_citation", "/deadlines/1/citation"),
        ("unused_citation", "/citations/spare"),
        ("repeated_id", "/deadlines/1/id"),
    ] == [(problem.code, problem.pointer) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "given",
    [
        [("80", None), ("20", None)],
        [("80", None), (None, None)],
        [("100", None)],
        [("0", None), ("100", None)],
        [(None, None)],
        [("1/3", None), ("2/3", None), ("99", None)],
        [("100", OLD), ("60", NEW), ("40", NEW)],
    ],
)
def test_shares_that_are_the_whole_are_sound(given: list[tuple[str | None, Period | None]]):
    """All shares together are 100 %; where one is not known, they are no more than that."""
    assert len(given) == len(programme("act", funders=funders(*given)).funders)


@pytest.mark.parametrize(
    ("found", "given"),
    [
        ("101", [("81", None), ("20", None)]),
        ("101", [("81", None), ("20", None), (None, None)]),
        ("99", [("79", None), ("20", None)]),
        ("99", [("99", OLD), ("100", NEW)]),
        ("120", [("100", OLD), ("60", NEW), ("60", NEW)]),
    ],
)
def test_shares_that_are_not_the_whole_are_told(
    found: str, given: list[tuple[str | None, Period | None]]
):
    """More than 100 % at one time, or less where all are given."""
    with pytest.raises(InvalidValueError) as caught:
        programme("act", funders=funders(*given))
    assert [("shares_do_not_add_up", "/funders", {"found": found})] == [
        (p.code, p.pointer, p.params) for p in caught.value.problems
    ]


@pytest.mark.parametrize("given", [[("60", None), ("20", None)], [("80", None)]])
def test_shares_at_most_need_not_be_the_whole(given: list[tuple[str, None]]):
    """Up to 60 % and up to 20 % leave some to others."""
    shares = funders(*given, is_most=True)
    assert shares == programme("act", funders=shares).funders


def test_shares_at_most_above_the_whole_are_told():
    """Nobody funds more than there is."""
    assert [("shares_do_not_add_up", "/funders")] == problems_of(
        "act", funders=funders(("60", None), ("50", None), is_most=True)
    )


def test_deadlines_of_a_kind_are_found():
    """Each kind by itself, in their order."""
    claim = PARTS["deadlines"]("act")
    use = Deadline(id="u", sort=DeadlineKind.USE, text=TEXT, on=D(2020, 1, 1), citation="act")
    found = programme("act", deadlines=(claim, use))
    assert (use,) == found.deadlines_of(DeadlineKind.USE)
    assert () == found.deadlines_of(DeadlineKind.COUNT)


def test_source_of_a_statement_names_the_place():
    """The locator of the statement stands for that of the source."""
    citation = Citation(title="Act", locator="§ 1", publisher="Land")
    document = FundingProgramme(
        **{**base(), "citations": FrozenMap({"act": citation})},
        purposes=(
            Purpose(text=TEXT, citation="act"),
            Purpose(text=TEXT, citation="act", locator="§ 7"),
        ),
    )
    assert ["Act, § 1, Land", "Act, § 7, Land"] == [
        document.source(purpose) for purpose in document.purposes
    ]


def uses(*given: tuple[RuleStep, str, Period | None]) -> FundingProgramme:
    """Make a programme that names rules."""
    named = tuple(RuleUse(step=step, rule=rule, period=period) for step, rule, period in given)
    return programme(rules=named)


def test_rule_is_found_by_step_and_day():
    """Each version of a rule has its days."""
    found = uses(
        (RuleStep.FRAMEWORK, "framework", None),
        (RuleStep.AWARD, "award-old", OLD),
        (RuleStep.AWARD, "award-new", NEW),
    )
    assert ["award-old", "award-new", "framework"] == [
        use.rule
        for use in (
            found.rule_for(RuleStep.AWARD, D(2017, 12, 31)),
            found.rule_for(RuleStep.AWARD, D(2018, 1, 1)),
            found.rule_for(RuleStep.FRAMEWORK, D(2018, 1, 1)),
        )
        if use is not None
    ]


@pytest.mark.parametrize(
    ("step", "day"), [(RuleStep.AWARD, D(2015, 12, 31)), (RuleStep.TRANCHE, D(2016, 1, 1))]
)
def test_no_rule_is_nothing(step: RuleStep, day: dt.date):
    """A day before the first version, and a step that no rule computes."""
    assert uses((RuleStep.AWARD, "award-old", OLD)).rule_for(step, day) is None


def test_first_of_several_rules_counts():
    """The order of the document decides."""
    found = uses((RuleStep.AWARD, "a", None), (RuleStep.AWARD, "b", None))
    use = found.rule_for(RuleStep.AWARD, D(2020, 1, 1))
    assert use is not None
    assert "a" == use.rule


def test_name_of_a_document_is_all_that_is_shown():
    """A representation does not print the whole programme."""
    assert "<FundingProgramme trial>" == repr(programme())
    assert "<GeneralTerms trial>" == repr(GeneralTerms(**base()))
