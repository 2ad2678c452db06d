"""Checks of applications: everything that is wrong at once, each with what it rests on."""

import contextlib
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

import attrs

from integrationsplan._language import Wording
from integrationsplan.errors import (
    DateOutOfRangeError,
    NotInForceError,
    NotStatedError,
    UnknownNameError,
)
from integrationsplan.findings import Finding, Named
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding._application import Application, Post
from integrationsplan.funding._codes import DeadlineAnchor, DeadlineKind, DutyKind
from integrationsplan.funding._parts import Duty
from integrationsplan.funding._recognition import eligible_costs
from integrationsplan.funding._terms import Term, Terms
from integrationsplan.values import Labelled, Money, Period, Rounding, parse_number
from integrationsplan.values._period import ONE_DAY

__all__ = ["check_application", "check_round"]


def check_application(
    terms: Terms, application: Application, *, as_known: dt.date | None = None
) -> tuple[Finding, ...]:
    """Return everything that a programme finds wrong with an application.

    What its sources do not say is not checked. What only the rule can tell (`award_for`) stands in
    the findings of the award.

    Args:
        terms: What holds for the programme.
        application: The application.
        as_known: Leave out what was known only after this day.

    Returns:
        The findings, each with the paragraph or document that it rests on.
    """
    case = _Case(terms, application, as_known)
    return tuple(finding for check in _CHECKS for finding in check(case))


def check_round(applications: Iterable[Application]) -> tuple[Finding, ...]:
    """Return what is wrong with applications taken together: who takes part in several."""
    parts: dict[str, list[str]] = {}
    for application in applications:
        for participant in application.participants:
            parts.setdefault(participant.key, []).append(application.id)
    return tuple(
        found.IN_SEVERAL_APPLICATIONS.at(key, None, applications=ids)
        for key, ids in parts.items()
        if len(ids) > 1
    )


@attrs.frozen
class _Case:
    """An application beside the programme that it is checked by."""

    terms: Terms
    application: Application
    as_known: dt.date | None

    @property
    def day(self) -> dt.date:
        """The day whose law applies: the first that is asked for."""
        return self.application.period.start or self.application.received_on

    def term(self, name: str, day: dt.date | None = None, of: str | None = None) -> Term | None:
        """Return a figure of the law, if a source says it."""
        return self.terms.find(name, day or self.day, of=of, as_known=self.as_known)

    def duties(self, sort: DutyKind) -> list[Duty]:
        """Return the duties of a kind that hold for what is asked for."""
        return [
            duty
            for duty in self.terms.programme.duties
            if duty.sort is sort and (duty.period is None or self.day in duty.period)
        ]

    def held_from(self, posts: Iterable[Post]) -> Iterator[tuple[dt.date, Fraction]]:
        """Yield how much is held at once, from each day on which that changes."""
        changes: dict[dt.date, Fraction] = defaultdict(Fraction)
        for post in posts:
            fte = parse_number(post.fte)
            changes[post.start or self.day] += fte
            if post.end is not None and post.end < dt.date.max:
                changes[post.end + ONE_DAY] -= fte
        held = Fraction(0)
        for day in sorted(changes):
            held += changes[day]
            yield day, held


def _deadline(case: _Case) -> Iterator[Finding]:
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


def _applicant(case: _Case) -> Iterator[Finding]:
    programme, applicant = case.terms.programme, case.application.applicant
    entitled = [
        each for each in programme.applicants if each.period is None or case.day in each.period
    ]
    if applicant.applicant is None or not entitled:
        return
    if applicant.applicant not in [each.applicant for each in entitled]:
        yield found.APPLICANT_NOT_ELIGIBLE.at(
            applicant.key,
            programme.source(entitled[0]),
            kind=applicant.applicant,
            eligible=_labels(each.applicant for each in entitled),
        )


def _period(case: _Case) -> Iterator[Finding]:
    asked, runs = case.application.period, case.terms.programme.period
    start, end = asked._bounds()
    if start not in runs or end not in runs:
        yield found.OUTSIDE_PERIOD.at(
            None,
            None,
            start=start,
            end=end,
            first=runs.start or _OPEN_START,
            last=runs.end or _OPEN_END,
        )
    most = case.term("most_months")
    if most is not None:
        months = _months(case.application)
        if months > most.number:
            yield found.TOO_LONG.at(None, most.source, months=months, most=most.number)


def _posts(case: _Case) -> Iterator[Finding]:
    application, programme = case.application, case.terms.programme
    named = case.duties(DutyKind.NAMED_PERSON)
    for post in application.posts:
        day = post.start or case.day
        least = case.term("least_part", day)
        if least is not None and parse_number(post.fte) < least.number:
            yield found.PART_TOO_SMALL.at(
                post.id, least.source, fte=parse_number(post.fte), least=least.number
            )
        if named and post.holder is None:
            yield found.HOLDER_MISSING.at(post.id, programme.source(named[0]))
        yield from _qualification(case, post, day)
        start, end = post.start, post.end
        period = application.period
        if (start is not None and start not in period) or (end is not None and end not in period):
            yield found.POST_OUTSIDE_PERIOD.at(
                post.id,
                None,
                start=start or period.start or _OPEN_START,
                end=end or period.end or _OPEN_END,
            )
    most = case.term("most_fte")
    total = max((held for _, held in case.held_from(application.posts)), default=Fraction(0))
    if most is not None and total > most.number:
        yield found.TOO_MANY_POSTS.at(
            None,
            most.source,
            fte=total,
            most=most.number,
        )


def _qualification(case: _Case, post: Post, day: dt.date) -> Iterator[Finding]:
    parameter = case.terms.programme.parameters.get("rate")
    if parameter is None:
        return
    try:
        row = parameter.at(day, as_known=case.as_known)
    except NotInForceError:
        return
    if row.table is None:
        return
    known = sorted(row.table)
    source = case.terms.programme.citations[row.citation].format()
    if post.qualification is None:
        yield found.QUALIFICATION_MISSING.at(post.id, source)
    elif post.qualification not in known:
        yield found.QUALIFICATION_NOT_FUNDED.at(
            post.id, source, qualification=post.qualification, known=known
        )


def _holders(case: _Case) -> Iterator[Finding]:
    """Yield persons who hold more than one full post at the same time."""
    held: dict[str, list[Post]] = {}
    for post in case.application.posts:
        if post.holder is not None:
            held.setdefault(post.holder, []).append(post)
    for holder, posts in held.items():
        for day, total in case.held_from(posts):
            if total > 1:
                ids = [each.id for each in posts if day in each.period]
                yield found.HOLDER_TWICE.at(holder, None, fte=total, posts=ids)
                break


def _framework(case: _Case) -> Iterator[Finding]:
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
    # The framework is that of the whole period, the minimum that of a year.
    yearly = framework.times(Fraction(12, _months(application)), rounding=Rounding.DOWN)
    least = Money.of(minimum.number)
    if yearly < least:
        yield found.BELOW_MINIMUM.at(
            application.applicant.key,
            minimum.source,
            framework=yearly,
            minimum=least,
            shortfall=least - yearly,
        )


def _costs(case: _Case) -> Iterator[Finding]:
    application = case.application
    eligible, findings = eligible_costs(case.terms.programme, application.costs, case.day)
    yield from findings
    least = case.term("least_cost")
    total = Money.total(cost.amount for cost in eligible)
    if least is not None and application.costs and total < Money.of(least.number):
        yield found.COST_BELOW_LEAST.at(
            None, least.source, cost=total, least=Money.of(least.number)
        )


def _cooperation(case: _Case) -> Iterator[Finding]:
    programme, application = case.terms.programme, case.application
    for duty in case.duties(DutyKind.COOPERATION):
        missing = [each for each in duty.programmes if each not in application.cooperates_with]
        if missing:
            yield found.COOPERATION_MISSING.at(None, programme.source(duty), programmes=missing)


def _start(case: _Case) -> Iterator[Finding]:
    started, received = case.application.started_on, case.application.received_on
    if started is None or started >= received:
        return
    try:
        earliest = case.terms.date("earliest_start", case.day, as_known=case.as_known)
    except (NotStatedError, NotInForceError, UnknownNameError):
        earliest = received
    if started < earliest:
        yield found.STARTED_EARLY.at(None, None, started=started, received=received)


def _carriers(case: _Case) -> Iterator[Finding]:
    for carrier in case.application.carriers:
        if carrier.agreed_on is None:
            yield found.AGREEMENT_MISSING.at(carrier.id)


_CHECKS: tuple[Callable[[_Case], Iterator[Finding]], ...] = (
    _deadline,
    _applicant,
    _period,
    _start,
    _framework,
    _posts,
    _holders,
    _costs,
    _carriers,
    _cooperation,
)


def _months(application: Application) -> int:
    """Return the months asked for; a broken one counts as begun."""
    period = application.period
    start, _ = period._bounds()
    whole = period.whole_months
    is_broken = not whole or Period.of_months(start, whole) != period
    return whole + is_broken


_OPEN_START = Named("", Wording("an open start", "Beginn an"))
_OPEN_END = Named("", Wording("an open end", "auf Weiteres"))


def _labels(codes: Iterable[Labelled]) -> Named:
    listed = list(dict.fromkeys(codes))
    return Named(
        ", ".join(str(code.value) for code in listed),
        Wording(
            ", ".join(code.label.en for code in listed),
            ", ".join(code.label.de for code in listed),
        ),
    )
