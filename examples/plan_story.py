"""Follow an integration plan through its life: open, revise, agree, review, close, store.

The person is invented.
"""

# ruff: noqa: S101  # an example checks what it prints

import datetime as dt

from integrationsplan import (
    AGS,
    Author,
    IntegrationPlan,
    Period,
    ReviewRules,
    evolve,
    from_json,
    review,
    to_json,
)
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Body,
    Goal,
    GoalField,
    LanguageProficiency,
    Lifecycle,
    Measure,
    MeasureStatus,
    Target,
)

AUTHOR = Author(role="integration_manager", id="im-7")
RULES = ReviewRules(revise_within_months=6)


def moment(year: int, month: int, day: int) -> dt.datetime:
    """Return nine o'clock of a day, UTC."""
    return dt.datetime(year, month, day, 9, tzinfo=dt.UTC)


def open_plan() -> IntegrationPlan:
    """Open a plan with a language and a goal."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Stadt Weinheim", region=AGS("08226096")),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=moment(2018, 3, 1),
        effective_on=dt.date(2018, 3, 1),
        put=[
            LanguageProficiency(id="l1", language="de", overall=CEFR.A1),
            Goal(
                id="g1",
                field=GoalField.LANGUAGE,
                title="Deutsch B1",
                due_on=dt.date(2018, 12, 31),
                target=Target(indicator="GER", baseline="A1", value="B1"),
            ),
        ],
    )


def begin_course(plan: IntegrationPlan) -> IntegrationPlan:
    """Accept the goal, find a course for it, and have it agreed."""
    goal = evolve(plan.current["g1"], lifecycle=Lifecycle.ACCEPTED)
    months = Period(dt.date(2018, 5, 1), dt.date(2018, 11, 30))
    course = Measure(id="m1", title="Integrationskurs", goals=("g1",), period=months)
    revised = plan.revise(
        author=AUTHOR,
        recorded_at=moment(2018, 4, 3),
        effective_on=dt.date(2018, 4, 1),
        put=[goal, course],
    )
    return revised.agree(
        id="a1",
        agreed_on=dt.date(2018, 4, 5),
        author=AUTHOR,
        recorded_at=moment(2018, 4, 5),
        explained_in="ar",
    )


def finish(plan: IntegrationPlan) -> IntegrationPlan:
    """Record that the course was passed, and close the plan."""
    active = evolve(plan.current["g1"], lifecycle=Lifecycle.ACTIVE)
    plan = plan.revise(
        author=AUTHOR,
        recorded_at=moment(2019, 2, 4),
        effective_on=dt.date(2018, 5, 1),
        put=[active],
    )
    goal = evolve(active, lifecycle=Lifecycle.COMPLETED, achievement=Achievement.ACHIEVED)
    course = evolve(plan.current["m1"], status=MeasureStatus.COMPLETED, result="B1 bestanden")
    return plan.close(
        author=AUTHOR,
        recorded_at=moment(2019, 2, 5),
        effective_on=dt.date(2019, 2, 5),
        reason="Übergabe an das Jobcenter",
        put=[goal, course],
    )


def main() -> None:
    """Tell the story."""
    plan = begin_course(open_plan())
    print(plan)
    for difference in plan.diff(1):
        print(" ", difference.format("de"))

    findings = review(plan, dt.date(2019, 1, 31), RULES)
    print("review on 2019-01-31:")
    for finding in findings:
        print(" ", finding.format("de"))

    closed = finish(plan)
    print(closed)
    text = to_json(closed)
    print(f"{len(text.encode())} bytes of JSON")

    assert [finding.code for finding in findings] == [
        "revision_due",
        "goal_overdue",
        "measure_without_result",
    ]
    assert plan.at(dt.date(2018, 3, 31))["g1"] == open_plan().current["g1"]
    assert closed.is_closed
    assert review(closed, dt.date(2019, 3, 1), RULES) == ()
    assert from_json(text, IntegrationPlan) == closed


if __name__ == "__main__":
    main()
