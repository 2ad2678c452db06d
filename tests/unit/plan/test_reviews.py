"""The review of a plan: each finding at its boundary."""

import datetime as dt

import pytest

from integrationsplan import Period, ReviewRules, Severity, evolve, review
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import Author, RevisionKind
from integrationsplan.plan import (
    Achievement,
    Body,
    Goal,
    GoalField,
    IntegrationPlan,
    Lifecycle,
    Measure,
    MeasureStatus,
    Party,
    PlanEntry,
)

AUTHOR = Author(role="integration_manager", id="im-7")
RULES = ReviewRules(revise_within_months=6)
GOAL = Goal(id="g1", field=GoalField.LANGUAGE, title="Deutsch B1")
MEASURE = Measure(id="m1", title="Integrationskurs")
DAY = dt.date(2018, 6, 15)


def opened(*entries: PlanEntry, on: dt.date = dt.date(2018, 3, 1)) -> IntegrationPlan:
    """Open a plan with entries."""
    return IntegrationPlan.open(
        id="plan-1",
        subject="p-83f1",
        body=Body(name="Weinheim"),
        jurisdiction="08",
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.UTC),
        effective_on=on,
        put=entries,
    )


def agreed(plan: IntegrationPlan, on: dt.date = dt.date(2018, 3, 2), **fields: object):
    """Agree to a plan."""
    at = plan.latest.recorded_at
    return plan.agree(
        id=f"a{len(plan.revisions)}", agreed_on=on, author=AUTHOR, recorded_at=at, **fields
    )


def revised(plan: IntegrationPlan, on: dt.date, **fields: object) -> IntegrationPlan:
    """Revise a plan."""
    return plan.revise(
        author=AUTHOR, recorded_at=plan.latest.recorded_at, effective_on=on, **fields
    )


def codes(plan: IntegrationPlan, day: dt.date = DAY, rules: ReviewRules = RULES) -> list[str]:
    """Return code and subject of every finding."""
    return [f"{f.code} {f.subject or ''}".strip() for f in review(plan, day, rules)]


def entry_codes(*entries: PlanEntry, day: dt.date = DAY) -> list[str]:
    """Return the findings of an agreed plan with entries."""
    return codes(agreed(opened(*entries)), day)


def test_a_plan_in_order_has_no_findings():
    """An agreed, recent plan asks for nothing."""
    assert entry_codes(GOAL) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [(dt.date(2018, 9, 1), []), (dt.date(2018, 9, 2), ["revision_due"])],
)
def test_a_revision_is_due_after_the_interval(day: dt.date, expected: list[str]):
    """On the day on which the interval is reached exactly nothing is late yet."""
    assert expected == codes(agreed(opened()), day)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(dt.date(2019, 2, 28), []), (dt.date(2019, 3, 1), ["revision_due"])],
)
def test_the_interval_ends_with_a_short_month(day: dt.date, expected: list[str]):
    """Six months after 31 August is the last of February."""
    plan = revised(opened(), dt.date(2018, 8, 31))
    assert expected == codes(agreed(plan, dt.date(2018, 8, 31)), day)


def test_a_revision_from_later_on_does_not_help():
    """A revision that counts from a later day is no revision yet."""
    plan = revised(agreed(opened()), dt.date(2018, 9, 4))
    assert codes(plan, dt.date(2018, 9, 3)) == ["revision_due"]


def test_the_latest_day_of_effect_counts():
    """A correction that counts from an early day does not make the plan older."""
    plan = agreed(revised(opened(), dt.date(2018, 8, 1)), dt.date(2018, 8, 1))
    corrected = revised(plan, dt.date(2018, 3, 1), kind=RevisionKind.CORRECTION)
    assert codes(corrected, dt.date(2019, 2, 1)) == []


def test_an_interval_beyond_the_calendar_is_never_reached():
    """An interval that ends after the year 9999 is no error."""
    plan = revised(opened(), dt.date(9990, 1, 1))
    plan = agreed(plan, dt.date(9990, 1, 1))
    assert codes(plan, dt.date.max, ReviewRules(revise_within_months=1200)) == []


@pytest.mark.parametrize("kind", [RevisionKind.CORRECTION, RevisionKind.AGREEMENT])
def test_a_slip_or_a_signature_is_no_continuation(kind: RevisionKind):
    """A plan that is only corrected or signed has not moved on."""
    plan = revised(agreed(opened()), dt.date(2018, 9, 1), kind=kind)
    assert codes(plan, dt.date(2018, 9, 2)) == ["revision_due"]


@pytest.mark.parametrize("months", [0, -1, 1201, 10**5000], ids=["0", "-1", "1201", "1e5000"])
def test_an_interval_is_from_a_month_to_a_century(months: int):
    """Another interval is refused."""
    with pytest.raises(InvalidValueError):
        ReviewRules(revise_within_months=months)


def test_an_opening_is_to_be_signed():
    """A plan that nobody has agreed to is found."""
    assert codes(opened()) == ["revision_unsigned"]


def test_each_continuation_is_to_be_signed():
    """Every continuation after the agreement is found."""
    plan = agreed(opened())
    plan = revised(revised(plan, dt.date(2018, 4, 1)), dt.date(2018, 4, 2))
    found = [f.values["revision"] for f in review(plan, DAY, RULES)]
    assert found == ["3", "4"]


def test_an_agreement_covers_all_before():
    """One agreement covers the revision it names and those before."""
    plan = agreed(revised(opened(), dt.date(2018, 4, 1)), dt.date(2018, 4, 2))
    assert codes(plan) == []


def test_a_correction_is_not_to_be_signed():
    """Corrections are recorded without a new agreement."""
    plan = revised(agreed(opened()), dt.date(2018, 4, 1), kind=RevisionKind.CORRECTION)
    assert codes(plan) == []


def test_a_counsellor_alone_does_not_agree():
    """An agreement without the person or a guardian is none."""
    assert codes(agreed(opened(), by=[Party.COUNSELLOR])) == ["revision_unsigned"]


def test_a_guardian_agrees_for_the_person():
    """An agreement with the guardian counts."""
    assert codes(agreed(opened(), by=[Party.GUARDIAN])) == []


def test_a_withdrawn_agreement_does_not_count():
    """After its agreement is withdrawn a plan is unsigned again."""
    plan = revised(
        agreed(opened()), dt.date(2018, 4, 1), withdraw=["a1"], kind=RevisionKind.CORRECTION
    )
    assert codes(plan) == ["revision_unsigned"]


def test_an_agreement_counts_from_its_day():
    """Before the day of the agreement the plan was unsigned."""
    plan = agreed(opened(), dt.date(2018, 6, 16))
    assert codes(plan, dt.date(2018, 6, 15)) == ["revision_unsigned"]


def test_a_continuation_is_not_to_be_signed_before_its_day():
    """What does not count yet need not be signed yet."""
    plan = revised(agreed(opened()), dt.date(2018, 6, 16))
    assert codes(plan, dt.date(2018, 6, 15)) == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [(dt.date(2018, 6, 15), []), (dt.date(2018, 6, 16), ["goal_overdue g1"])],
)
def test_a_goal_is_overdue_after_its_day(day: dt.date, expected: list[str]):
    """On the day on which a goal is due it is not overdue."""
    assert expected == entry_codes(evolve(GOAL, due_on=dt.date(2018, 6, 15)), day=day)


@pytest.mark.parametrize("lifecycle", list(Lifecycle))
def test_only_open_goals_are_overdue(lifecycle: Lifecycle):
    """A goal that has come to an end is not late."""
    goal = evolve(GOAL, due_on=dt.date(2018, 6, 14), lifecycle=lifecycle)
    is_open = lifecycle.value in {"proposed", "planned", "accepted", "active", "on-hold"}
    found = entry_codes(goal, evolve(MEASURE, goals=("g1",)))
    assert is_open is ("goal_overdue g1" in found)


@pytest.mark.parametrize("achievement", [None, *Achievement])
def test_reached_goals_are_not_overdue(achievement: Achievement | None):
    """A goal that is achieved, or achieved and sustained, is not late."""
    goal = evolve(
        GOAL,
        due_on=dt.date(2018, 6, 14),
        lifecycle=Lifecycle.PLANNED,
        achievement=achievement,
    )
    reached = achievement in {Achievement.ACHIEVED, Achievement.SUSTAINING}
    assert ([] if reached else ["goal_overdue g1"]) == entry_codes(goal)


@pytest.mark.parametrize("lifecycle", list(Lifecycle))
def test_goals_that_are_pursued_need_a_measure(lifecycle: Lifecycle):
    """An accepted or active goal without measure is found."""
    goal = evolve(GOAL, lifecycle=lifecycle, achievement=Achievement.NO_CHANGE)
    expected = ["goal_without_measure g1"] if lifecycle.value in {"accepted", "active"} else []
    assert expected == entry_codes(goal)


def test_a_goal_with_a_measure_is_served():
    """A measure for the goal is enough."""
    goal = evolve(GOAL, lifecycle=Lifecycle.ACTIVE)
    assert entry_codes(goal, evolve(MEASURE, goals=("g1",))) == []


@pytest.mark.parametrize(
    ("lifecycle", "achievement", "expected"),
    [
        (Lifecycle.COMPLETED, None, ["goal_without_achievement g1"]),
        (Lifecycle.COMPLETED, Achievement.NOT_ACHIEVED, []),
        (Lifecycle.CANCELLED, None, []),
        (Lifecycle.PROPOSED, Achievement.ACHIEVED, ["goal_contradictory g1"]),
        (Lifecycle.PROPOSED, Achievement.SUSTAINING, ["goal_contradictory g1"]),
        (Lifecycle.PROPOSED, Achievement.IN_PROGRESS, []),
        (Lifecycle.PLANNED, Achievement.ACHIEVED, []),
    ],
)
def test_both_axes_of_a_goal_agree(
    lifecycle: Lifecycle, achievement: Achievement | None, expected: list[str]
):
    """A completed goal says how far it was reached, a proposed one is not reached."""
    goal = evolve(GOAL, lifecycle=lifecycle, achievement=achievement)
    assert expected == entry_codes(goal)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"period": Period(None, dt.date(2018, 6, 15))}, False),
        ({"period": Period(None, dt.date(2018, 6, 14))}, True),
        ({"period": Period(None, dt.date(2018, 6, 14)), "result": "bestanden"}, False),
        ({"period": Period(dt.date(2018, 5, 1), None)}, False),
        ({"period": Period()}, False),
        ({"status": MeasureStatus.COMPLETED}, True),
        ({"status": MeasureStatus.COMPLETED, "result": "bestanden"}, False),
        ({"status": MeasureStatus.STOPPED}, False),
        ({"status": MeasureStatus.RUNNING}, False),
        ({}, False),
    ],
)
def test_an_ended_measure_has_a_result(fields: dict[str, object], expected: bool):
    """A measure that has ended, by its period or by its status, needs a result."""
    assert expected is ("measure_without_result m1" in entry_codes(evolve(MEASURE, **fields)))


def test_a_measure_serves_goals_of_the_plan():
    """Each goal of a measure that is not in the plan is found."""
    measure = evolve(MEASURE, goals=("g1", "g2", "g3"))
    plan = agreed(opened(GOAL, measure))
    assert [f.values["goal"] for f in review(plan, DAY, RULES)] == ["g2", "g3"]


def test_entries_count_from_their_day():
    """A goal put by a later revision is not reviewed before."""
    late = evolve(GOAL, due_on=dt.date(2018, 5, 1), lifecycle=Lifecycle.ON_HOLD)
    plan = revised(agreed(opened()), DAY, put=[late], kind=RevisionKind.CORRECTION)
    assert (codes(plan, DAY - dt.timedelta(1)), codes(plan, DAY)) == ([], ["goal_overdue g1"])


def test_a_plan_before_its_opening_has_no_findings():
    """Before the first day of effect there is nothing to review."""
    assert codes(opened(GOAL), dt.date(2018, 2, 28)) == []


def test_a_closed_plan_has_no_findings():
    """From the day of the closure on nothing asks for attention."""
    plan = opened(evolve(GOAL, due_on=dt.date(2018, 4, 1))).close(
        author=AUTHOR,
        recorded_at=dt.datetime(2018, 6, 1, tzinfo=dt.UTC),
        effective_on=DAY,
        reason="übergeben",
    )
    before = ["revision_unsigned", "goal_overdue g1"]
    assert (before, []) == (codes(plan, DAY - dt.timedelta(days=1)), codes(plan, DAY))


def test_findings_of_the_plan_come_first():
    """The order is: the whole plan, its goals, its measures."""
    goal = evolve(GOAL, due_on=dt.date(2018, 4, 1), lifecycle=Lifecycle.ACTIVE)
    measure = evolve(MEASURE, goals=("g9",), status=MeasureStatus.COMPLETED)
    assert codes(opened(measure, goal), dt.date(2019, 1, 1)) == [
        "revision_due",
        "revision_unsigned",
        "goal_overdue g1",
        "goal_without_measure g1",
        "measure_without_result m1",
        "measure_for_missing_goal m1",
    ]


def test_findings_are_data():
    """A finding has code, weight, subject and figures."""
    (finding,) = review(agreed(opened(evolve(GOAL, due_on=dt.date(2018, 6, 14)))), DAY, RULES)
    assert (
        finding.code,
        finding.severity,
        finding.subject,
        dict(finding.values),
        finding.ways,
    ) == ("goal_overdue", Severity.WARNING, "g1", {"due": "2018-06-14"}, ())


def test_a_due_revision_names_both_days():
    """The finding says since when, and when the revision was due."""
    (finding,) = review(agreed(opened()), dt.date(2018, 9, 3), RULES)
    assert dict(finding.values) == {"last": "2018-03-01", "due": "2018-09-01"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("de", "g1: Zu dem Ziel gibt es keine Maßnahme."),
        ("en", "g1: There is no measure for the goal."),
    ],
)
def test_findings_speak_both_languages(language: str, expected: str):
    """A finding is said in German and in English."""
    (finding,) = review(agreed(opened(evolve(GOAL, lifecycle=Lifecycle.ACTIVE))), DAY, RULES)
    assert expected == finding.format(language)
