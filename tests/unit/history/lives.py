"""A plan to which everything has happened, for tests of histories."""

import datetime as dt
from typing import Any

from tests.properties.strategies_plans import salts_from

from integrationsplan.history import Author, Marking, Put, RevisionKind, merge
from integrationsplan.plan import (
    CEFR,
    Body,
    Consent,
    Development,
    Goal,
    GoalField,
    HealthNeed,
    HealthNote,
    IntegrationPlan,
    LanguageProficiency,
    LanguageTarget,
    Measure,
    PlanGroup,
)

AUTHOR = Author(role="integration_manager", id="im-kanarie-7")
GOAL = Goal(
    id="g1", field=GoalField.LANGUAGE, title="Deutsch B1", target=LanguageTarget(level=CEFR.B1)
)
HEALTH = HealthNote(
    id="h1", needs=(HealthNeed.THERAPY,), note="Asthma seit Kindheit", disability_recognised=True
)
MEASURE = Measure(id="m1", title="Integrationskurs", goals=("g1",))
GERMAN = LanguageProficiency(id="l1", language="de", overall=CEFR.A1)
CONSENT = Consent(id="c1", purpose="job-centre", groups=(PlanGroup.LANGUAGE,))


def moment(day: int) -> dt.datetime:
    """Return nine o'clock so many days after the opening."""
    return dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC) + dt.timedelta(days=day)


def on(day: int, seed: int = 0) -> dict[str, Any]:
    """Return who records something on a day, and the salts for it."""
    return {
        "author": AUTHOR,
        "recorded_at": moment(day),
        "effective_on": moment(day).date(),
        "salts": salts_from(1000 * seed + day),
    }


def opened(*put: Any, seed: int = 0, **head: Any) -> IntegrationPlan:
    """Open a plan with entries."""
    facts: dict[str, Any] = {
        "id": "plan-1",
        "subject": "p-83f1",
        "body": Body(name="Weinheim"),
        "jurisdiction": "08",
    }
    return IntegrationPlan.open(put=put, **{**facts, **on(0, seed), **head})


def lived(seed: int = 0, *, erased: bool = True) -> IntegrationPlan:
    """Return a plan with revisions of every kind and changes of every kind."""
    plan = opened(GOAL, HEALTH, MEASURE, GERMAN, seed=seed, reason="Beginn trotz Asthma")
    plan = plan.revise(
        put=[
            HealthNote(id="h1", note="Asthma ist besser geworden"),
            LanguageProficiency(id="l1", language="de", overall=CEFR.A2),
        ],
        reason="Asthma wurde behandelt",
        **on(1, seed),
    )
    plan = plan.revise(
        put=[CONSENT], withdraw=["m1"], algorithm="sha3-256/1", legal_basis="§ 1", **on(2, seed)
    )
    plan = plan.mark(["g1"], Marking.CONTESTED, **on(3, seed))
    plan = plan.transfer(to=Body(name="Mannheim"), reason="Umzug", **on(4, seed))
    plan = plan.revise(
        put=[Goal(id="g1", field=GoalField.LANGUAGE, title="Deutsch B2")],
        kind=RevisionKind.CORRECTION,
        corrects=1,
        reason="Schreibfehler",
        algorithm="sha256/1",
        **on(5, seed),
    )
    if erased:
        plan = plan.erase(["h1"], legal_basis="Art. 17 DSGVO", **on(6, seed))
    theirs = plan.revise(
        put=[Goal(id="g2", field=GoalField.WORK, title="Arbeit")], **on(7, seed + 1)
    )
    plan = merge(plan, theirs).into(plan, **on(8, seed))
    note = Development(id="d1", note="Kommt jetzt allein zurecht.")
    plan = plan.revise(put=[note], kind=RevisionKind.NOTE, **on(8, seed + 2))
    facts = {key: value for key, value in on(9, seed).items() if key != "effective_on"}
    plan = plan.agree(id="a1", agreed_on=moment(9).date(), **facts)
    return plan.close(reason="Übergabe an das Jobcenter", **on(10, seed))


def salts_of(plan: IntegrationPlan) -> set[str]:
    """Return every salt that a plan holds."""
    found = set()
    for revision in plan.revisions:
        seals = [revision.author_seal, revision.reason_seal]
        found |= {seal.salt for seal in seals if seal is not None and seal.salt is not None}
        found |= {change.salt for change in revision.changes if isinstance(change, Put)}
    return found
