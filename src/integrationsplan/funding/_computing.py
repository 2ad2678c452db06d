"""What a rule grants for an application, and later for what has really happened."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap
from integrationsplan.allocation import Award, FigureValue, Programme, Recipient, Recipients, Record
from integrationsplan.allocation import allocate as allocate_money
from integrationsplan.allocation._dates import calendar_months
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._application import Application, CostLine, Participant, Post
from integrationsplan.values import Money, Period, Quantity, Unit, parse_number

__all__ = ["amount_of", "award_for"]

MEMBER, POST = "member", "post"
"""Names of the levels of rules below recipients, as the catalogue has them."""


def award_for(
    rule: Programme,
    application: Application,
    *,
    day: dt.date | None = None,
    as_known: dt.date | None = None,
) -> Award:
    """Compute what a rule grants for an application, with the explanation of every step.

    The rule gets the figures that it declares. Of the applicant: ``framework`` (of all
    participants together), ``received``, ``started``, ``eligible_cost``, ``own_money``, ``income``;
    of each post (level ``post``): ``fte``, ``qualification``, ``pay_group``, ``start``, ``end``,
    ``eligible_cost``, and ``months_before``, for which the same whole (`Post.of`) was held before;
    of each participant (level ``member``): ``framework``; and whatever stands in ``figures``.

    Args:
        rule: The rule.
        application: The application.
        day: The day whose law applies; by default the first of the period.
        as_known: Leave out what was published only after this day.

    Returns:
        The award, which explains itself.

    Raises:
        AllocationError: If figures are missing or wrong.
        NotInForceError: If the rule or a parameter is not in force on the day.
        InvalidValueError: If the rule cuts a pot among all recipients, which no single application
            can tell.
    """
    if rule.needs_all_recipients:
        raise InvalidValueError("award", [kinds.NEEDS_ALL_RECIPIENTS.at("/rule")])
    applicant, period = application.applicant, application.period
    own: dict[str, FigureValue | None] = {
        **_amounts(
            framework=application.framework,
            own_money=application.own_money,
            income=application.income,
            eligible_cost=_total(application.costs),
        ),
        "received": application.received_on,
        "started": application.started_on,
        **applicant.figures,
    }
    records = {
        POST: tuple(_posts(rule, application)),
        MEMBER: tuple(_member(rule, each) for each in application.participants),
    }
    recipient = Recipient(
        key=applicant.key,
        name=applicant.name,
        kind=None if applicant.applicant is None else applicant.applicant.value,
        figures=_declared(rule, "recipient", own),
        records=FrozenMap(
            {level: found for level, found in records.items() if level in rule.levels}
        ),
    )
    recipients = Recipients(members=(recipient,))
    asked = day or period.start or dt.date.min
    (award,) = allocate_money(rule, recipients, day=asked, period=period, as_known=as_known)
    return award


def amount_of(award: Award, period: Period) -> Money:
    """Return an award as money for a period: a yearly one as many times as it has years.

    Raises:
        InvalidValueError: If it is no money, or a yearly sum and the period has broken years.
    """
    quantity = award.amount
    if quantity.unit == Unit.parse("EUR/year"):
        months = period.whole_months
        years = Fraction(months, 12)
        whole = Period.of_months(period.start, months) if period.start and months else None
        if years.denominator != 1 or whole != period:
            raise InvalidValueError("award", [kinds.BROKEN_YEARS.at("/period")])
        quantity = Quantity(quantity.value * years, Unit.parse("EUR"))
    if quantity.unit != Unit.parse("EUR"):
        wanted = Wording("EUR or EUR/year", "EUR oder EUR/year")
        raise InvalidValueError("award", [kinds.NO_AMOUNT.at("/result/unit", allowed=wanted)])
    return Money.of(quantity.value)


def _posts(rule: Programme, application: Application) -> Iterator[Record]:
    """Yield the records of posts.

    A rule that knows the start of a post gets one for each time that it was held, and for how long
    its whole was held before. Others get one for each whole, as large as it ever was.
    """
    period = application.period
    costs: dict[str | None, Money] = {}
    for cost in application.costs:
        costs[cost.post] = costs.get(cost.post, Money(0)) + cost.amount
    wholes: dict[str, list[Post]] = defaultdict(list)
    for post in sorted(application.posts, key=lambda each: each.start or dt.date.min):
        wholes[post.of or post.id].append(post)
    start = rule.figures.get("start")
    knows_times = start is not None and start.level == POST
    for whole, times in wholes.items():
        own = {whole, *(post.id for post in times)} & costs.keys()
        if not knows_times:
            largest = max(times, key=lambda post: parse_number(post.fte))
            whole_cost = Money.total(costs[name] for name in own) if own else None
            yield _record(rule, whole, largest, period, whole_cost, Fraction(0))
            continue
        before = Fraction(0)
        for number, post in enumerate(times):
            names = {post.id, whole} & own if number == 0 else {post.id} & own - {whole}
            own_cost = Money.total(costs[name] for name in names) if own else None
            yield _record(rule, post.id, post, period, own_cost, before)
            held = Period(post.start or period.start, post.end or period.end)
            before += calendar_months(held)


def _record(
    rule: Programme, key: str, post: Post, period: Period, cost: Money | None, before: Fraction
) -> Record:
    figures: dict[str, FigureValue | None] = {
        "fte": post.fte,
        "qualification": post.qualification,
        "pay_group": post.pay_group,
        "start": post.start or period.start,
        "end": post.end or period.end,
        "months_before": before,
        **_amounts(eligible_cost=cost),
        **post.figures,
    }
    return Record(key=key, figures=_declared(rule, POST, figures))


def _member(rule: Programme, member: Participant) -> Record:
    figures: dict[str, FigureValue | None] = {
        **_amounts(framework=member.framework),
        **member.figures,
    }
    return Record(key=member.key, figures=_declared(rule, MEMBER, figures))


def _declared(
    rule: Programme, level: str, figures: Mapping[str, FigureValue | None]
) -> FrozenMap[str, FigureValue]:
    """Keep the figures that the rule declares for a level; an application may serve several."""
    wanted = {name for name, figure in rule.figures.items() if figure.level == level}
    return FrozenMap(
        {name: value for name, value in figures.items() if name in wanted and value is not None}
    )


def _amounts(**amounts: Money | None) -> dict[str, Any]:
    return {name: amount.amount for name, amount in amounts.items() if amount is not None}


def _total(costs: Iterable[CostLine]) -> Money | None:
    found = [cost.amount for cost in costs]
    return Money.total(found) if found else None
