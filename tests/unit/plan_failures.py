"""A failure for every kind of problem of histories and of plans: what `test_problems` shows."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from integrationsplan import Author, IntegrationPlan, evolve
from integrationsplan.history import (
    Erase,
    Marking,
    Purpose,
    Put,
    RetentionRule,
    RetentionSchedule,
    RetentionStart,
    RevisionKind,
    Seal,
    absorb,
    delete,
    merge,
    withhold,
)
from integrationsplan.plan import (
    CEFR,
    PURPOSES,
    Body,
    Competence,
    Consent,
    Goal,
    GoalField,
    Household,
    LanguageProficiency,
    Lifecycle,
    PlanGroup,
    PlanView,
    RecognitionOutcome,
    RecognitionProcedure,
    RecognitionStage,
    RecognitionStep,
    ResidenceStatus,
    ResidenceTitle,
    StatusWithoutTitle,
    Subject,
    release,
)
from integrationsplan.values import Basis, Bilingual, Citation

DAY = dt.date(2020, 1, 1)
AUTHOR = Author(role="clerk", id="c-1")
GOAL = Goal(id="g1", field=GoalField.WORK, title="Arbeit")
SALT = "A" * 43


def on(day: int) -> dict[str, Any]:
    """Return who records something so many days after the opening."""
    moment = dt.datetime(2020, 1, 1, 9, tzinfo=dt.UTC) + dt.timedelta(days=day)
    return {"author": AUTHOR, "recorded_at": moment, "effective_on": moment.date()}


def opened(id: str = "plan-1") -> IntegrationPlan:
    """Return a plan with a goal."""
    return IntegrationPlan.open(
        id=id, subject="p-1", body=Body(name="b"), jurisdiction="08", put=[GOAL], **on(0)
    )


PLAN = opened()
LATER = PLAN.revise(**on(2))


def goal(**fields: Any) -> Goal:
    """Return the goal with other fields."""
    return evolve(GOAL, **fields)


def steps(*reached: tuple[RecognitionStage, dt.date | None], **more: Any) -> RecognitionProcedure:
    """Return a procedure with steps."""
    made = tuple(RecognitionStep(step=stage, on=day) for stage, day in reached)
    return RecognitionProcedure(id="r1", reference_occupation="Koch", steps=made, **more)


def decided(**more: Any) -> RecognitionProcedure:
    """Return a procedure that is decided, with the steps before."""
    stages = (
        RecognitionStage.FILED,
        RecognitionStage.DOCUMENTS_COMPLETE,
        RecognitionStage.ASSESSMENT,
        RecognitionStage.DECISION,
    )
    return steps(*((stage, None) for stage in stages), **more)


def schedule(*groups: str, months: int = 1) -> RetentionSchedule:
    """Return a schedule with one rule."""
    rule = RetentionRule(
        groups=groups,
        months=months,
        starts=RetentionStart.LAST_CHANGE,
        basis=Basis.ASSUMED,
        citation=Citation(title="an example"),
    )
    return RetentionSchedule(rules=(rule,))


EVERYTHING = [group.value for group in PlanGroup]


def deleted(
    plan: IntegrationPlan, rules: RetentionSchedule, day: dt.date, *, receipt_id: str = "r-1"
) -> object:
    """Delete a plan."""
    return delete(
        plan, day=day, schedule=rules, author=AUTHOR, legal_basis="law", receipt_id=receipt_id
    )


def parted(*, erased: bool = False) -> object:
    """Record a merge that is not ready: with a conflict, or before an erasure."""
    ours = PLAN.revise(**on(1), put=[goal(title="ours")])
    theirs = PLAN.revise(**on(1), put=[goal(title="theirs")])
    if erased:
        ours = PLAN.revise(**on(1))
        theirs = PLAN.erase(["g1"], legal_basis="law", **on(1))
    return merge(ours, theirs).into(ours, **on(2))


def absorbed_twice() -> object:
    """Absorb a document that is in already."""
    other = opened("plan-2")
    return absorb(absorb(PLAN, other).into(PLAN, **on(1)), other)


def stripped() -> IntegrationPlan:
    """Return the plan with everything sealed."""
    nothing = Purpose(code="none", label=Bilingual(de="nichts", en="nothing"), groups=())
    return withhold(PLAN, nothing, frozenset())[0]


ERASED = PLAN.erase(["g1"], legal_basis="law", **on(1))

FAILURES: dict[str, Callable[[], object]] = {
    # -- histories ---------------------------------------------------------------------------------
    "no_opening": lambda: PLAN.revise(**on(1), kind=RevisionKind.OPENING),
    "wrong_revision_number": lambda: evolve(
        LATER, revisions=(PLAN.latest, evolve(LATER.latest, number=3))
    ),
    "recorded_earlier": lambda: LATER.revise(**on(1)),
    "effective_before_opening": lambda: PLAN.revise(
        **(on(1) | {"effective_on": dt.date(2019, 12, 31)})
    ),
    "after_closure": lambda: PLAN.close(**on(1), reason="end").revise(**on(2)),
    "no_such_entry": lambda: PLAN.revise(**on(1), withdraw=["g2"]),
    "entry_kind_changed": lambda: PLAN.revise(**on(1), put=[Competence(id="g1", title="t")]),
    "entry_changed_twice": lambda: PLAN.revise(**on(1), put=[GOAL, GOAL]),
    "no_such_revision": lambda: PLAN.erase(["g1"], **on(1), legal_basis="law", reasons=[2]),
    "wrong_salt": lambda: PLAN.revise(**on(1), salts=lambda size: bytes(size - 1)),
    "wrong_seal": Seal,
    "no_correction": lambda: PLAN.revise(**on(1), corrects=1),
    "erasure_alone": lambda: evolve(
        LATER, revisions=(PLAN.latest, evolve(LATER.latest, changes=(Erase(entry_id="g1"),)))
    ),
    "erased_entry": lambda: ERASED.revise(**on(2), put=[GOAL]),
    "erased_but_present": lambda: evolve(ERASED, revisions=(PLAN.latest, ERASED.latest)),
    "other_document": lambda: merge(PLAN, opened("plan-2")),
    "merge_without_head": lambda: PLAN.revise(**on(1), kind=RevisionKind.MERGE),
    "open_conflict": parted,
    "erase_first": lambda: parted(erased=True),
    "retention_running": lambda: deleted(PLAN, schedule(*EVERYTHING), DAY),
    "still_restricted": lambda: deleted(
        PLAN.mark(["g1"], Marking.RESTRICTED, **on(1)),
        schedule(*EVERYTHING, months=0),
        dt.date(2020, 2, 1),
    ),
    "receipt_of_somebody": lambda: deleted(
        PLAN, schedule(*EVERYTHING, months=0), dt.date(2020, 2, 1), receipt_id=PLAN.id
    ),
    "same_document": lambda: absorb(PLAN, PLAN),
    "no_reason": lambda: PLAN.erase([], legal_basis="law", reasons=[1], **on(1)),
    "head_withdrawn": lambda: PLAN.revise(withdraw=["subject"], **on(1)),
    "nothing_to_erase": lambda: PLAN.erase([], legal_basis="law", **on(1)),
    "stale_merge": lambda: merge(PLAN, PLAN).into(LATER, **on(3)),
    "absorbed_already": absorbed_twice,
    "no_legal_basis": lambda: PLAN.erase(["g1"], legal_basis=None, **on(1)),  # type: ignore[arg-type]
    "broken_chain": lambda: deleted(stripped(), schedule(*EVERYTHING), DAY),
    "no_retention_rule": lambda: deleted(PLAN, schedule("health"), DAY),
    # -- plans -------------------------------------------------------------------------------------
    "forbidden_transition": lambda: PLAN.revise(**on(1), put=[goal(lifecycle=Lifecycle.COMPLETED)]),
    "reason_missing": lambda: PLAN.revise(**on(1), put=[goal(lifecycle=Lifecycle.REJECTED)]).revise(
        **on(2), put=[GOAL]
    ),
    "goal_depends_on_itself": lambda: goal(depends_on=("g1",)),
    "fixed_id": lambda: Subject(id="s", reference="p"),
    "title_and_other_status": lambda: ResidenceStatus(
        id="r", title=ResidenceTitle.VISA, without_title=StatusWithoutTitle.TOLERATION
    ),
    "sublevel_of_another_level": lambda: LanguageProficiency(
        id="l", language="de", overall=CEFR.A1, sublevel="B1+"
    ),
    "recognition_step_out_of_order": lambda: steps(
        (RecognitionStage.FINAL, None), (RecognitionStage.FILED, None)
    ),
    "recognition_step_earlier": lambda: steps(
        (RecognitionStage.FILED, DAY),
        (RecognitionStage.DOCUMENTS_COMPLETE, dt.date(2019, 12, 31)),
    ),
    "outcome_without_decision": lambda: steps(outcome=RecognitionOutcome.FULL),
    "outcome_of_other_occupations": lambda: decided(
        outcome=RecognitionOutcome.PARTIAL, regulated=True
    ),
    "day_too_early": lambda: Consent(
        id="c", purpose="x", given_on=DAY, expires_on=dt.date(2019, 12, 31)
    ),
    "document_without_head": lambda: evolve(
        PLAN, revisions=(evolve(PLAN.latest, changes=(Put(entry=GOAL, salt=SALT),)),)
    ),
    "unknown_data_group": lambda: PlanView(
        purpose=evolve(PURPOSES["funder"], groups=("x",)), recipient="r", made_on=DAY, document=PLAN
    ),
    "no_basis_for_disclosure": lambda: release(PLAN, PURPOSES["funder"], recipient="r", day=DAY),
    "plan_of_another_household": lambda: Household(id="h", plans=(PLAN,)),
    "plan_twice": lambda: Household(id="h", plans=(PLAN, PLAN)),
}
"""By the code of a problem that is told."""
