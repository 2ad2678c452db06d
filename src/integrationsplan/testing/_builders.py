"""Small objects for plain unit tests: the same ones every time, and nothing to set up.

Nothing here needs Hypothesis.
"""

import datetime as dt
import hashlib
import itertools
from typing import TypedDict

from integrationsplan.allocation import (
    Allocation,
    Figure,
    Product,
    Programme,
    Recipients,
    Result,
    Round,
    Rule,
    allocate,
)
from integrationsplan.history import Author, RevisionKind, SaltSource
from integrationsplan.parameters import Parameter, ParameterValue
from integrationsplan.plan import (
    CEFR,
    Body,
    Development,
    Goal,
    GoalField,
    IntegrationPlan,
    LanguageProficiency,
    LanguageTarget,
    Measure,
    PlanEntry,
)
from integrationsplan.values import AGS, Basis, Bilingual, Citation, FrozenMap, Period, Rounding

__all__ = [
    "Facts",
    "a_life",
    "a_plan",
    "a_programme",
    "an_allocation",
    "facts",
    "fixed_salts",
    "some_recipients",
]

DAY = dt.date(2018, 3, 1)


class Facts(TypedDict):
    """Who records a revision, and when: what every revision of a plan asks for."""

    author: Author
    recorded_at: dt.datetime
    effective_on: dt.date
    salts: SaltSource


def fixed_salts(seed: int | str = 0) -> SaltSource:
    """Return a source of salts that differ from one another, and are the same in every run.

    For tests alone: whoever knows the seed knows the salts, so they protect nothing.

    Args:
        seed: Another seed gives other salts.

    Example:
        >>> fixed_salts()(32) == fixed_salts()(32)
        True
    """
    numbers = itertools.count()
    return lambda size: hashlib.sha512(f"{seed} {next(numbers)}".encode()).digest()[:size]


def facts(day: dt.date = DAY) -> Facts:
    """Return who records a revision on a day at nine o'clock, with fixed salts for that day.

    Args:
        day: When it is recorded, and from when it counts.

    Example:
        >>> plan = a_plan()
        >>> plan = plan.revise(withdraw=["m1"], **facts(dt.date(2018, 4, 1)))
        >>> len(plan.revisions), plan.head
        (2, 'sha256/1:z-ZrWAlEE52WjMU4QkmPQhc4_zYWYOJ2vH727icpkVQ')
    """
    return {
        "author": Author(role="integration_manager", id="im-7"),
        "recorded_at": dt.datetime.combine(day, dt.time(9), dt.UTC),
        "effective_on": day,
        "salts": fixed_salts(day.isoformat()),
    }


def a_plan(
    *entries: PlanEntry, id: str = "plan-1", subject: str = "p-83f1", day: dt.date = DAY
) -> IntegrationPlan:
    """Return a plan that was just opened.

    Args:
        entries: What it holds beside subject and responsibility; by default a level of German, a
            goal ``g1`` and a measure ``m1``.
        id: Identity of the plan.
        subject: Reference to the person.
        day: When it was opened.

    Raises:
        InvalidValueError: If the entries make no plan.

    Example:
        >>> a_plan().ids()
        ('subject', 'responsibility', 'l1', 'g1', 'm1')
        >>> a_plan() == a_plan()
        True
    """
    usual: tuple[PlanEntry, ...] = (
        LanguageProficiency(id="l1", language="de", overall=CEFR.A2),
        Goal(
            id="g1",
            field=GoalField.LANGUAGE,
            title="Deutsch B1",
            target=LanguageTarget(level=CEFR.B1),
        ),
        Measure(id="m1", title="Integrationskurs", goals=("g1",)),
    )
    return IntegrationPlan.open(
        id=id,
        subject=subject,
        body=Body(name="Weinheim", region=AGS("08226096")),
        jurisdiction="08",
        put=entries or usual,
        **facts(day),
    )


def a_life(day: dt.date = DAY) -> IntegrationPlan:
    """Return a plan with a short history: opened, agreed, continued, corrected, erased, closed.

    Its entry ``n1`` was erased: where its content is still found, an erasure was not complete.

    Args:
        day: When it was opened; one thing happened on each day after it.

    Example:
        >>> [revision.kind.value for revision in a_life().revisions]
        ['opening', 'agreement', 'continuation', 'correction', 'erasure', 'closure']
    """

    def later(days: int) -> Facts:
        return facts(day + dt.timedelta(days))

    agreed = later(1)
    plan = a_plan(day=day).agree(
        id="a1",
        agreed_on=agreed["effective_on"],
        author=agreed["author"],
        recorded_at=agreed["recorded_at"],
        salts=agreed["salts"],
    )
    note = Development(id="n1", note="Spricht ungern am Telefon.")
    better = LanguageProficiency(id="l1", language="de", overall=CEFR.B1)
    plan = plan.revise(put=[better, note], **later(2))
    plan = plan.revise(
        withdraw=["m1"],
        kind=RevisionKind.CORRECTION,
        corrects=1,
        reason="Der Kurs fand nicht statt.",
        **later(3),
    )
    plan = plan.erase(["n1"], legal_basis="Art. 17 DSGVO", **later(4))
    return plan.close(reason="Ziel erreicht", **later(5))


def a_programme(rate: str = "795") -> Programme:
    """Return a programme that pays so many euros for each person, rounded to cents.

    The law that it cites is invented.

    Args:
        rate: Euros for each person.

    Raises:
        InvalidValueError: If the rate is no number.

    Example:
        >>> a_programme().needs_all_recipients
        False
    """
    value = ParameterValue(value=rate, basis=Basis.STATED, citation="rule")
    return Programme(
        id="per-person",
        title=Bilingual(de="Kopfpauschale", en="Amount per person"),
        jurisdiction="de",
        valid=Period(),
        levels=FrozenMap({"recipient": "all"}),
        figures=FrozenMap({"persons": Figure(unit="person")}),
        parameters=FrozenMap({"rate": Parameter(unit="EUR/person", values=(value,))}),
        rules=FrozenMap(
            {
                "amount": Rule(
                    node=Round(
                        of=Product(of=("persons", "rate")), step="0.01", method=Rounding.HALF_UP
                    )
                )
            }
        ),
        result=Result(award="amount", unit="EUR"),
        citations=FrozenMap({"rule": Citation(title="An invented rule")}),
    )


def some_recipients() -> Recipients:
    """Return three recipients of `a_programme`; their figures are invented.

    Example:
        >>> [member.key for member in some_recipients().members]
        ['Weinheim', 'Schriesheim', 'Hirschberg']
    """
    persons = {"Weinheim": 352, "Schriesheim": 85, "Hirschberg": 30}
    return Recipients.of([{"key": key, "persons": count} for key, count in persons.items()])


def an_allocation(day: dt.date = DAY) -> Allocation:
    """Return what `some_recipients` get by `a_programme`.

    Args:
        day: The day by whose rules they get it.

    Example:
        >>> an_allocation()["Weinheim"].amount.format("en")
        '279,840 EUR'
    """
    return allocate(a_programme(), some_recipients(), day=day)
