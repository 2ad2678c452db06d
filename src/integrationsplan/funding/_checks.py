"""Checks of applications: everything that is wrong at once, each with what it rests on."""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from integrationsplan.errors import (
    DateOutOfRangeError,
    InvalidValueError,
    NotInForceError,
    NotStatedError,
    UnknownNameError,
)
from integrationsplan.findings import SHOWN, Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding._application import Application
from integrationsplan.funding._checked import OPEN_END, OPEN_START, Checked
from integrationsplan.funding._checks_consortium import (
    check_applicant,
    check_carriers,
    check_members,
    check_regions,
)
from integrationsplan.funding._checks_posts import check_holders, check_posts, check_split_posts
from integrationsplan.funding._codes import DeadlineAnchor, DeadlineKind, DutyKind
from integrationsplan.funding._parts import in_euros
from integrationsplan.funding._recognition import eligible_costs
from integrationsplan.funding._sources import application_source
from integrationsplan.funding._terms import Terms
from integrationsplan.values import Money, Rounding
from integrationsplan.values._rounding import round_to_step

__all__ = ["check_application", "check_round"]


def check_application(
    terms: Terms,
    application: Application,
    *,
    award: Money | None = None,
    as_known: dt.date | None = None,
    rounding: Rounding = Rounding.DOWN,
) -> tuple[Finding, ...]:
    """Return everything that a programme finds wrong with an application.

    What its sources do not say is not checked. What only the rule can tell (`award_for`) stands in
    the findings of the award.

    Args:
        terms: What holds for the programme.
        application: The application.
        award: What the rule grants for it (`amount_of`), where that is known: whether it is large
            enough is told, too.
        as_known: Leave out what was known only after this day.
        rounding: How the framework of a year is rounded to cents; by default parts of a cent are
            dropped.

    Returns:
        The findings, each with the paragraph or document that it rests on.

    Raises:
        InvalidValueError: If the award is below zero or in another currency.
    """
    problems = list(in_euros("/award", award))
    if problems:
        raise InvalidValueError("check_application", problems)
    case = Checked(terms, application, award, as_known, rounding)
    return tuple(finding for check in _CHECKS for finding in check(case))


def check_round(applications: Iterable[Application]) -> tuple[Finding, ...]:
    """Return what is wrong with applications taken together: who takes part in several."""
    parts: dict[str, list[Application]] = {}
    for application in applications:
        for participant in application.participants:
            parts.setdefault(participant.key, []).append(application)
    return tuple(
        found.IN_SEVERAL_APPLICATIONS.at(
            key,
            "; ".join(application_source(each) for each in several[:SHOWN]),
            applications=[each.id for each in several],
        )
        for key, several in parts.items()
        if len(several) > 1
    )


def _deadline(case: Checked) -> Iterator[Finding]:
    received = case.application.received_on
    rounds: list[tuple[dt.date, str]] = []
    for document, deadline in case.terms.deadlines(DeadlineKind.APPLICATION, case.day):
        source = document.source(deadline)
        if deadline.on is not None:
            rounds.append((deadline.on, source))
            continue
        last = deadline.for_year(case.day.year)
        if deadline.after is DeadlineAnchor.PERIOD_START:
            with contextlib.suppress(DateOutOfRangeError):
                last = deadline.counted_from(case.day)
        if last is not None and received > last:
            yield found.TOO_LATE.at(None, source, received=received, deadline=last)
    if rounds:  # of several rounds, the last one counts
        last, source = max(rounds)
        if received > last:
            yield found.TOO_LATE.at(None, source, received=received, deadline=last)


def _period(case: Checked) -> Iterator[Finding]:
    asked, runs = case.application.period, case.terms.programme.period
    start, end = asked.bounds
    if start not in runs or end not in runs:
        yield found.OUTSIDE_PERIOD.at(
            None,
            case.programme_source,
            start=start,
            end=end,
            first=runs.start or OPEN_START,
            last=runs.end or OPEN_END,
        )
    most = case.term("most_months")
    if most is not None:
        months = case.months
        if months > most.number:
            yield found.TOO_LONG.at(None, most.source, months=months, most=most.number)


def _framework(case: Checked) -> Iterator[Finding]:
    application = case.application
    minimum = case.term("minimum")
    if minimum is None:
        return
    unknown = [each.key for each in application.participants if each.framework is None]
    if unknown:
        yield found.FRAMEWORK_MISSING.at(None, minimum.source, participants=unknown)
    framework = application.framework
    if framework is None:
        return
    # The framework is that of the whole period, the minimum that of a year. The rule of the award
    # counts broken months alike, so that both say the same.
    cents = round_to_step(framework.minor * 12 / case.months, 1, case.rounding)
    least = Money.of(minimum.number)
    if cents < least.minor:
        yield found.BELOW_MINIMUM.at(
            application.applicant.key,
            minimum.source,
            framework=Money(cents),
            minimum=least,
            shortfall=Money(least.minor - cents),
        )


def _costs(case: Checked) -> Iterator[Finding]:
    application = case.application
    eligible, findings = eligible_costs(case.terms.programme, application.costs, case.day)
    yield from findings
    least = case.term("least_cost")
    total = Money.total(cost.amount for cost in eligible)
    if least is not None and application.costs and total < Money.of(least.number):
        yield found.COST_BELOW_LEAST.at(
            None, least.source, cost=total, least=Money.of(least.number)
        )


def _cooperation(case: Checked) -> Iterator[Finding]:
    programme, application = case.terms.programme, case.application
    for duty in case.duties(DutyKind.COOPERATION):
        missing = [each for each in duty.programmes if each not in application.cooperates_with]
        if missing:
            yield found.COOPERATION_MISSING.at(None, programme.source(duty), programmes=missing)


def _start(case: Checked) -> Iterator[Finding]:
    """Yield work that began before the day that a source allows."""
    started = case.application.started_on
    if started is None:
        return
    try:
        document, _, row = case.terms._row("earliest_start", case.day, case.as_known)
    except (NotStatedError, NotInForceError, UnknownNameError):
        return
    if row.date is not None and started < row.date:
        source = document.citations[row.citation].format()
        yield found.STARTED_EARLY.at(None, source, started=started, earliest=row.date)


def _award(case: Checked) -> Iterator[Finding]:
    least = case.term("least_award")
    if case.award is not None and least is not None and case.award < Money.of(least.number):
        yield found.AWARD_BELOW_LEAST.at(
            None, least.source, award=case.award, least=Money.of(least.number)
        )


_CHECKS: tuple[Callable[[Checked], Iterator[Finding]], ...] = (
    _deadline,
    check_applicant,
    check_members,
    check_regions,
    _period,
    _start,
    _framework,
    check_posts,
    check_split_posts,
    check_holders,
    _costs,
    _award,
    check_carriers,
    _cooperation,
)
