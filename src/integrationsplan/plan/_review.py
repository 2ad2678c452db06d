"""The review of a plan: everything that asks for attention on a day, and whether the plan lives."""

import datetime as dt
from collections.abc import Callable, Iterator

from integrationsplan.findings import Finding
from integrationsplan.history import Put, Revision, RevisionKind, Withdraw
from integrationsplan.plan import _review_kinds as kinds
from integrationsplan.plan._counselling import Agreement, Consultation, Development
from integrationsplan.plan._counselling_codes import MeasureStatus, Party
from integrationsplan.plan._courses import Course
from integrationsplan.plan._deadlines import (
    OPEN,
    counselling_end,
    is_continuation,
    last_continued,
    months_after,
    period_of,
)
from integrationsplan.plan._entries import PlanEntry
from integrationsplan.plan._goals import Goal, Measure
from integrationsplan.plan._language_codes import CourseStatus
from integrationsplan.plan._plan import IntegrationPlan
from integrationsplan.plan._review_case import Case
from integrationsplan.plan._review_data_protection import (
    consent_findings,
    mark_findings,
    special_data_findings,
)
from integrationsplan.plan._review_entries import (
    character_findings,
    id_findings,
    reference_findings,
)
from integrationsplan.plan._review_goals import goal_findings, measure_findings
from integrationsplan.plan._review_recognition import recognition_findings
from integrationsplan.plan._review_rules import ReviewRules
from integrationsplan.plan._review_situations import (
    contradiction_findings,
    course_findings,
    housing_findings,
    residence_findings,
)
from integrationsplan.values._period import check_day

__all__ = ["is_alive", "review"]


def review(plan: IntegrationPlan, day: dt.date, rules: ReviewRules) -> tuple[Finding, ...]:
    """Return everything that asks for attention on a day; nothing for a plan closed by then.

    Args:
        plan: The plan.
        day: The day; only what counts by then is looked at.
        rules: What is asked for.

    Returns:
        The findings: those of the whole plan first, then by entry.

    Raises:
        InvalidValueError: If the day is no date.

    Example:
        >>> from integrationsplan.history import Author
        >>> from integrationsplan.plan import Body
        >>> plan = IntegrationPlan.open(
        ...     id="plan-1",
        ...     subject="p-83f1",
        ...     body=Body(name="Weinheim"),
        ...     jurisdiction="08",
        ...     author=Author(role="integration_manager", id="im-7"),
        ...     recorded_at=dt.datetime(2018, 3, 1, 9, tzinfo=dt.timezone.utc),
        ...     effective_on=dt.date(2018, 3, 1),
        ... )
        >>> rules = ReviewRules(revise_within_months=6)
        >>> [finding.code for finding in review(plan, dt.date(2018, 5, 1), rules)]
        ['revision_unsigned']
    """
    case = _case(plan, day, rules)
    if case is None:
        return ()
    found = [finding for check in _CHECKS for finding in check(case)]
    place = {entry.id: number for number, entry in enumerate(case.state)}
    # Sorting is stable: within an entry the order of the checks stays.
    return tuple(
        sorted(found, key=lambda finding: place.get(finding.subject, -1) if finding.subject else -1)
    )


def is_alive(plan: IntegrationPlan, day: dt.date, rules: ReviewRules) -> bool:
    """Tell a living plan from a dead one.

    A plan lives if within the months of the rules it was opened, continued, agreed or handed over,
    or a consultation or the person's development was noted, or if on the day a measure or a course
    runs that has an end. What is not opened yet, or is closed, does not live.

    Args:
        plan: The plan.
        day: The day; only what counts by then is looked at.
        rules: How long nothing may happen.

    Raises:
        InvalidValueError: If the day is no date.
    """
    case = _case(plan, day, rules)
    return case is not None and not any(_dormant(case))


def _case(plan: IntegrationPlan, day: dt.date, rules: ReviewRules) -> Case | None:
    """Return what is reviewed, or nothing before the opening and after the closure."""
    check_day(day)
    known = tuple(revision for revision in plan.revisions if revision.effective_on <= day)
    if not known or any(revision.kind is RevisionKind.CLOSURE for revision in known):
        return None
    return Case(plan, day, rules, known, plan.at(day))


def _revision_due(case: Case) -> Iterator[Finding]:
    last = last_continued(case.revisions)
    due = months_after(last, case.rules.revise_within_months)
    if due is not None and case.has_passed(due):
        yield kinds.REVISION_DUE.at(last=last, due=due)


def _dormant(case: Case) -> Iterator[Finding]:
    """Yield that nothing has happened for longer than the interval, and nothing is running."""
    state = case.state
    noted = [
        *(agreement.agreed_on for agreement in state.of(Agreement)),
        *(consultation.held_on for consultation in state.of(Consultation)),
        *(note.noted_on for note in state.of(Development) if note.noted_on is not None),
        *(r.effective_on for r in case.revisions if r.kind is RevisionKind.TRANSFER),
    ]
    last = max([last_continued(case.revisions), *(day for day in noted if day <= case.day)])
    due = months_after(last, case.rules.revise_within_months)
    if due is None or not case.has_passed(due):
        return
    running = [
        *(m for m in state.of(Measure) if m.status is MeasureStatus.RUNNING),
        *(c for c in state.of(Course) if c.status is CourseStatus.RUNNING),
    ]
    # Without an end nobody can tell whether it runs, or was merely forgotten.
    periods = [period_of(entry) for entry in running]
    if not any(period.end is not None and case.day in period for period in periods):
        yield kinds.PLAN_DORMANT.at(last=last)


def _goals_ended(case: Case) -> Iterator[Finding]:
    goals = case.state.of(Goal)
    if goals and not any(goal.lifecycle in OPEN for goal in goals):
        yield kinds.GOALS_ENDED.at()


def _unsigned(case: Case) -> Iterator[Finding]:
    if not case.rules.agreement_required:
        return
    covered = max(
        (
            a.revision
            for a in case.state.of(Agreement)
            if {Party.PERSON, Party.GUARDIAN} & set(a.by)
        ),
        default=0,
    )
    open_ones = [
        str(revision.number)
        for revision in case.revisions
        if revision.number > covered and (is_continuation(revision) or _brings_in(revision))
    ]
    if open_ones:
        yield kinds.REVISION_UNSIGNED.at(revisions=kinds.revisions(open_ones))


def _brings_in(revision: Revision[PlanEntry]) -> bool:
    """Tell whether a merge changes what the plan says, and is more than a link."""
    return revision.kind is RevisionKind.MERGE and any(
        isinstance(change, Put | Withdraw) for change in revision.changes
    )


def _counselling(case: Case) -> Iterator[Finding]:
    end = counselling_end(case.plan.revisions, case.state, case.rules.counselling_months)
    if end is None:
        return
    if case.has_passed(end):
        yield kinds.COUNSELLING_ENDED.at(end=end)
    elif case.nears(end, case.rules.counselling_notice_days):
        yield kinds.COUNSELLING_ENDING.at(end=end)


_CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    _revision_due,
    _dormant,
    _unsigned,
    _goals_ended,
    _counselling,
    consent_findings,
    goal_findings,
    measure_findings,
    recognition_findings,
    residence_findings,
    housing_findings,
    course_findings,
    contradiction_findings,
    special_data_findings,
    mark_findings,
    reference_findings,
    id_findings,
    character_findings,
)
