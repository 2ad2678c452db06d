"""Interest on money that was not used in time, or has to be paid back.

Rates are those of the regulation: so many percentage points above the base rate, which may change
on 1 January and 1 July (§ 247 BGB). How days are counted is not said there and is always named.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

import attrs

from integrationsplan._language import Language, format_date
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._codes import DayCount
from integrationsplan.funding._terms import Term, Terms
from integrationsplan.values import Money, Period, Rounding, format_number
from integrationsplan.values._period import ONE_DAY

__all__ = ["Interest", "InterestStep", "interest_on"]

BASE, MARGIN = "base_rate", "interest_margin"


@attrs.frozen
class InterestStep:
    """Interest for a time of one rate.

    Attributes:
        period: The days.
        days: How many of them count.
        rate: The rate of a year, as a part of one.
        base: The base rate that holds.
        margin: What is added to it.
        amount: The interest, exact and not rounded, in euros.
    """

    period: Period
    days: int
    rate: Fraction
    base: Term
    margin: Term
    amount: Fraction


@attrs.frozen
class Interest:
    """Interest on an amount.

    Attributes:
        on: The amount that bears it.
        day_count: How days were counted.
        steps: The interest of each time of one rate.
        total: The sum of the steps, rounded once.
    """

    on: Money
    day_count: DayCount
    steps: tuple[InterestStep, ...]
    total: Money

    def explain(self, language: Language = "en") -> str:
        """Say how it comes about, one line for each rate, with the sources."""
        german = language == "de"
        head = "Zinsen auf" if german else "interest on"
        lines = [f"{head} {self.on.format(language)}: {self.total.format(language)}"]
        for step in self.steps:
            start, end = step.period.start or dt.date.min, step.period.end or dt.date.max
            rate = format_number(step.rate * 100, language)
            days = "Tage" if german else "days"
            span = f"{format_date(start, language)}-{format_date(end, language)}"
            lines.append(f"  {span}: {step.days} {days}, {rate} %")
        sources = dict.fromkeys(
            source for step in self.steps for source in (step.base.source, step.margin.source)
        )
        return "\n".join([*lines, *(f"  {source}" for source in sources)])


def interest_on(
    amount: Money,
    period: Period,
    terms: Terms,
    *,
    day_count: DayCount,
    rounding: Rounding,
    as_known: dt.date | None = None,
) -> Interest:
    """Compute the interest on an amount for a time.

    The figures are ``base_rate`` and ``interest_margin`` of the terms.

    Args:
        amount: What bears interest.
        period: The days that count, both ends included.
        terms: What holds.
        day_count: How days are counted.
        rounding: How the sum becomes whole cents.
        as_known: Leave out what was known only after this day.

    Raises:
        NotStatedError: If no source says the base rate or the margin.
        NotInForceError: If one of them is not known for a day.
        InvalidValueError: If the period has an open end, or the amount is below zero.
    """
    if amount.minor < 0:
        raise InvalidValueError("interest", [kinds.NOT_MONEY.at("/amount")])
    steps = []
    for part in _times_of_one_rate(period, terms):
        day = part.start or dt.date.min
        base = terms.value(BASE, day, as_known=as_known)
        margin = terms.value(MARGIN, day, as_known=as_known)
        rate = max(base.number + margin.number, Fraction(0))
        days, year = _counted(part, day_count)
        interest = amount.amount * rate * Fraction(days, year)
        steps.append(InterestStep(part, days, rate, base, margin, interest))
    exact = sum((step.amount for step in steps), Fraction(0))
    total = Money.of(exact, amount.currency, rounding=rounding)
    return Interest(amount, day_count, tuple(steps), total)


def _times_of_one_rate(period: Period, terms: Terms) -> Iterator[Period]:
    """Cut a period wherever a regulation has another base rate or margin, or none any more."""
    first, last = period._bounds()
    rows = [
        row
        for document in terms.documents
        for name in (BASE, MARGIN)
        if name in document.parameters
        for row in document.parameters[name].values
    ]
    ends = {row.end for row in rows if row.end is not None}
    ends |= {row.start - ONE_DAY for row in rows if row.start is not None and row.start > first}
    for end in sorted(end for end in ends if first <= end < last):
        yield Period(first, end)
        first = end + ONE_DAY
    yield Period(first, last)


def _counted(period: Period, day_count: DayCount) -> tuple[int, int]:
    """Return the days that count, and those of a year."""
    if day_count is DayCount.ACTUAL_365:
        return period.days, 365
    start, end = period._bounds()
    return _commercial_after(end) - _commercial(start), 360


def _commercial(day: dt.date) -> int:
    """Return the number of a day where every month has 30; parts of a period then add up."""
    return 360 * day.year + 30 * day.month + min(day.day, 30)


def _commercial_after(day: dt.date) -> int:
    """Return the number of the day after a day, which may lie beyond the year 9999."""
    if day.day == calendar.monthrange(day.year, day.month)[1]:
        return 360 * day.year + 30 * day.month + 31
    return _commercial(day + ONE_DAY)
