"""A funding programme, its rules and grants, invented for tests of the life of a grant."""

import datetime as dt
import functools
from collections.abc import Mapping
from typing import Any

from integrationsplan import Money, Period, from_toml
from integrationsplan.allocation import Programme
from integrationsplan.funding import (
    ApplicantKind,
    Application,
    CostCategory,
    CostLine,
    Deadline,
    DeadlineAnchor,
    DeadlineKind,
    Duty,
    DutyKind,
    EligibleApplicant,
    EligibleCost,
    FundingKind,
    FundingProgramme,
    GeneralTerms,
    Grant,
    Granted,
    GrantEvent,
    Participant,
    Post,
    PostFilled,
    ProofOfUse,
    Terms,
)
from integrationsplan.parameters import Parameter, ParameterValue
from integrationsplan.values import Basis, Bilingual, Citation, FrozenMap

D = dt.date
START = D(2018, 1, 1)
TWO_YEARS = Period.of_months(START, 24)
CITATION = "rule"
CITATIONS = FrozenMap({CITATION: Citation(title="Trial figures, invented for this test")})


def eur(amount: str | int) -> Money:
    """Return an amount in euros."""
    return Money.of(amount)


def said(text: str) -> Bilingual:
    """Return a text that is the same in both languages."""
    return Bilingual(de=text, en=text)


# -- rules -----------------------------------------------------------------------------------------

_RULE = """
format = "integrationsplan/programme"
version = 1
id = "trial-posts"
title = { de = "Probe: Pauschalen je Stelle", en = "Trial: flat rates of posts" }
jurisdiction = "de"
valid = { start = 2017-01-01 }

[levels]
recipient = "all"
post = "recipient"

[figures.framework]
unit = "EUR"
de = "Planungsrahmen"
en = "planning framework"

[figures.fte]
unit = "fte"
level = "post"

[figures.qualification]
unit = "code"
level = "post"

[figures.start]
unit = "date"
level = "post"

[figures.end]
unit = "date"
level = "post"

[parameters.rate]
unit = "EUR/fte/year"
[[parameters.rate.values]]
start = 2017-01-01
basis = "stated"
citation = "rule"
table = { university = "64000", vocational = "51000" }

[parameters.months_of_year]
unit = "month/year"
values = [{ value = "12", basis = "stated", citation = "rule" }]

[rules.years]
kind = "quotient"
of = { kind = "duration", start = "start", end = "end", unit = "month", part = "calendar" }
by = "months_of_year"
gives = "year"
label = { de = "Jahre", en = "years" }

[rules.flat_rate]
kind = "product"
of = ["fte", "years", { kind = "look_up", parameter = "rate", by = "qualification" }]
label = { de = "Pauschale der Stelle", en = "flat rate of the post" }

[rules.flat_rates]
kind = "round"
of = { kind = "total", of = "flat_rate", per = "recipient" }
step = "0.01"
method = "half_up"
gives = "EUR"
label = { de = "Pauschalen", en = "flat rates" }

[rules.grant]
kind = "least"
of = ["framework", "flat_rates"]
gives = "EUR"
label = { de = "Zuwendung", en = "grant" }

[result]
award = "grant"
unit = "EUR"

[citations.rule]
title = "Trial figures, invented for this test"
"""

_COST_RULE = """
format = "integrationsplan/programme"
version = 1
id = "trial-cost"
title = { de = "Probe: Ausgaben", en = "Trial: cost" }
jurisdiction = "de"
valid = { start = 2017-01-01 }

[levels]
recipient = "all"

[figures.eligible_cost]
unit = "EUR"
de = "zuwendungsfähige Ausgaben"
en = "eligible cost"

[figures.own_money]
unit = "EUR"
default = "0"
de = "Eigenmittel"
en = "own money"

[figures.income]
unit = "EUR"
default = "0"
de = "Einnahmen"
en = "income"

[rules.grant]
kind = "round"
of = { kind = "difference", of = "eligible_cost", less = ["own_money", "income"] }
step = "0.01"
method = "down"
gives = "EUR"
label = { de = "Zuwendung", en = "grant" }

[result]
award = "grant"
unit = "EUR"
"""


@functools.cache
def rule() -> Programme:
    """Return a rule of flat rates: the least of framework and sum of posts."""
    return from_toml(_RULE.encode(), Programme)


@functools.cache
def rule_of_cost() -> Programme:
    """Return a rule that pays the cost, less own money and income."""
    return from_toml(_COST_RULE.encode(), Programme)


_RULE_OF_PERSONS = """
format = "integrationsplan/programme"
version = 1
id = "heads"
title = { de = "Köpfe", en = "heads" }
jurisdiction = "de"
valid = { start = 2017-01-01 }
levels = { recipient = "all" }

[figures.persons]
unit = "person"
default = "1"
de = "Personen"
en = "persons"

[rules.heads]
kind = "round"
of = "persons"
step = "1"
method = "down"
gives = "person"
label = { de = "Köpfe", en = "heads" }

[result]
award = "heads"
unit = "person"
"""


@functools.cache
def rule_of_persons() -> Programme:
    """Return a rule that counts persons, and gives no money."""
    return from_toml(_RULE_OF_PERSONS.encode(), Programme)


@functools.cache
def yearly_rule() -> Programme:
    """Return a rule of flat rates that gives the sum of a year, without framework."""
    text = _RULE.replace('of = ["fte", "years", {', 'of = ["fte", {').replace("trial-posts", "y")
    for name in ("parameters.months_of_year", "rules.years", "figures.start", "figures.end"):
        before, _, rest = text.partition(f"[{name}]")
        text = before + rest[rest.index("\n\n[") + 2 :]
    text = text.replace('gives = "EUR"', 'gives = "EUR/year"').replace(
        'unit = "EUR"\n', 'unit = "EUR/year"\n'
    )
    return from_toml(text.encode(), Programme)


# -- regulations -----------------------------------------------------------------------------------


def parameter(unit: str, *rows: tuple[D | None, D | None, str]) -> Parameter:
    """Return a parameter of single numbers by date."""
    return Parameter(
        unit=unit,
        values=tuple(
            ParameterValue(start=start, end=end, value=value, basis=Basis.STATED, citation=CITATION)
            for start, end, value in rows
        ),
    )


def always(unit: str, value: str) -> Parameter:
    """Return a parameter that never changes."""
    return parameter(unit, (None, None, value))


def deadline(id: str, sort: DeadlineKind, **form: Any) -> Deadline:
    """Return a deadline."""
    return Deadline(id=id, sort=sort, text=said(id), citation=CITATION, **form)


USE_IN_TWO_MONTHS = deadline(
    "use", DeadlineKind.USE, after=DeadlineAnchor.PAYMENT, months=2, locator="Nr. 1.4"
)
PROOF_IN_SIX_MONTHS = deadline(
    "proof", DeadlineKind.NUMERIC_PROOF, after=DeadlineAnchor.PERIOD_END, months=6
)
REPORT_IN_THREE_MONTHS = deadline(
    "report", DeadlineKind.NARRATIVE_REPORT, after=DeadlineAnchor.LONGEST_POST_END, months=3
)
APPLY_IN_NOVEMBER = deadline("application", DeadlineKind.APPLICATION, month=11, day=15, year=-1)

BASE_RATE = parameter(
    "percent",
    (D(2017, 1, 1), D(2017, 12, 31), "-0.88"),
    (D(2018, 1, 1), D(2018, 6, 30), "1"),
    (D(2018, 7, 1), D(2018, 12, 31), "1.5"),
    (D(2019, 1, 1), None, "2"),
)

FIGURES: Mapping[str, Parameter] = {
    "minimum": always("EUR/year", "51000"),
    "least_part": always("fte", "0.25"),
    "most_fte": always("fte", "10"),
    "most_months": always("month", "36"),
    "share": always("percent", "80"),
    "least_cost": always("EUR", "5000"),
    "rate": Parameter(
        unit="EUR/fte/year",
        values=(
            ParameterValue(
                start=D(2017, 1, 1),
                table=FrozenMap({"university": "64000", "vocational": "51000"}),
                basis=Basis.STATED,
                citation=CITATION,
            ),
        ),
    ),
}


def programme(
    financing: FundingKind | None = FundingKind.FIXED_SUM, **given: Any
) -> FundingProgramme:
    """Return a programme that says nothing but what is given."""
    return FundingProgramme(
        **{
            "id": "trial",
            "title": said("Trial"),
            "jurisdiction": "de",
            "period": Period(D(2017, 1, 1), D(2022, 12, 31)),
            "reviewed_on": D(2026, 11, 22),
            "financing": financing,
            "citations": CITATIONS if _cites(given) else FrozenMap(),
            **given,
        }
    )


def _cites(given: Mapping[str, Any]) -> bool:
    names = ("parameters", "deadlines", "duties", "applicants", "costs")
    return any(given.get(name) for name in names)


def general(**given: Any) -> GeneralTerms:
    """Return general terms: use in two months, proof in six, 20 % of a line, interest."""
    return GeneralTerms(
        **{
            "id": "general",
            "title": said("General terms"),
            "jurisdiction": "de",
            "period": Period(),
            "reviewed_on": D(2026, 11, 22),
            "citations": CITATIONS,
            "parameters": FrozenMap(
                {
                    "deviation": always("percent", "20"),
                    "interest_margin": always("percent", "5"),
                    "base_rate": BASE_RATE,
                }
            ),
            "deadlines": (USE_IN_TWO_MONTHS, PROOF_IN_SIX_MONTHS),
            **given,
        }
    )


def silent(financing: FundingKind | None = FundingKind.FIXED_SUM, **given: Any) -> Terms:
    """Return terms of a programme alone, which says nothing but what is given."""
    return Terms(programme(financing, **given))


def terms(financing: FundingKind | None = FundingKind.FIXED_SUM, **given: Any) -> Terms:
    """Return terms of a programme, with general terms beside it."""
    return Terms(programme(financing, **given), [general()])


def strict(**given: Any) -> Terms:
    """Return terms that ask for everything an application can lack."""
    return terms(
        parameters=FrozenMap(FIGURES),
        deadlines=(APPLY_IN_NOVEMBER, REPORT_IN_THREE_MONTHS),
        applicants=tuple(
            EligibleApplicant(applicant=kind, citation=CITATION)
            for kind in (ApplicantKind.MUNICIPALITY, ApplicantKind.DISTRICT)
        ),
        costs=(
            EligibleCost(category=CostCategory.PERSONNEL, citation=CITATION),
            EligibleCost(category=CostCategory.INVESTMENT, is_eligible=False, citation=CITATION),
        ),
        duties=(
            Duty(id="named", sort=DutyKind.NAMED_PERSON, text=said("named"), citation=CITATION),
            Duty(
                id="together",
                sort=DutyKind.COOPERATION,
                text=said("together"),
                programmes=("thinka", "planung"),
                citation=CITATION,
            ),
        ),
        **given,
    )


# -- grants ----------------------------------------------------------------------------------------


def post(id: str = "p1", fte: str = "1", **given: Any) -> Post:
    """Return a post of a holder with a degree."""
    return Post(**{"id": id, "fte": fte, "qualification": "university", **given})


def cost(id: str, amount: str | int | Money, **given: Any) -> CostLine:
    """Return a cost for personnel."""
    money = amount if isinstance(amount, Money) else eur(amount)
    return CostLine(**{"id": id, "category": CostCategory.PERSONNEL, "amount": money, **given})


def town(
    key: str = "weinheim", framework: str | int | None = "128000", **given: Any
) -> Participant:
    """Return a municipality with its framework for the whole period."""
    return Participant(
        **{
            "key": key,
            "applicant": ApplicantKind.MUNICIPALITY,
            "framework": None if framework is None else eur(framework),
            **given,
        }
    )


def application(**given: Any) -> Application:
    """Return an application of a town for one post of two years."""
    return Application(
        **{
            "id": "a1",
            "programme": "trial",
            "received_on": D(2017, 11, 15),
            "applicant": town(),
            "posts": (post(holder="h1"),),
            "period": TWO_YEARS,
            "cooperates_with": ("thinka", "planung"),
            **given,
        }
    )


def notice(amount: str | int | Money = "128000", **given: Any) -> Granted:
    """Return a notice for two years."""
    money = amount if isinstance(amount, Money) else eur(amount)
    return Granted(**{"id": "notice", "on": START, "amount": money, "period": TWO_YEARS, **given})


def grant(*events: GrantEvent, of: Granted | None = None) -> Grant:
    """Return a grant with its notice and what happened after it."""
    empty = Grant(id="g1", programme="trial", recipient=town())
    return empty.record(of or notice(), *events)


def filled(id: str = "filled", on: D = START, of: Post | None = None) -> PostFilled:
    """Return that a post was filled."""
    return PostFilled(id=id, on=on, post=of or post())


def proof(**given: Any) -> ProofOfUse:
    """Return a proof of use of two years, in time."""
    return ProofOfUse(
        **{
            "id": "v1",
            "grant": "g1",
            "submitted_on": D(2020, 6, 30),
            "period": TWO_YEARS,
            **given,
        }
    )


def move(kind: type, amount: str | int | Money, on: D = START, **given: Any) -> Any:
    """Return an event that moves money, with an id of its kind and day."""
    money = amount if isinstance(amount, Money) else eur(amount)
    return kind(**{"id": f"{kind.kind}-{on}", "on": on, "amount": money, **given})


def codes(findings: Any) -> list[str]:
    """Return the codes of findings, in their order."""
    return [finding.code for finding in findings]


def problems(error: Any) -> list[tuple[str, str]]:
    """Return code and place of each problem of an error."""
    return [(problem.code, problem.pointer) for problem in error.problems]


__all__ = [name for name in dict(globals()) if not name.startswith("_")]
