"""Interest on money that was not used in time, or has to be paid back.

§ 49a VwVfG has both: (3) for what is paid back, (4) for what was used late. Rates are those of the
regulation: so many percentage points above the base rate, which may change on 1 January and 1 July
(§ 247 BGB). How days are counted is not said there and is always named.
"""

import calendar
import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

import attrs

from integrationsplan._language import Language, Wording, format_date
from integrationsplan.errors import InvalidValueError, NotStatedError
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._codes import DayCount, DeadlineKind
from integrationsplan.funding._events import Repaid, Settled
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._terms import Term, Terms
from integrationsplan.funding._usage import DrawnUse, drawn_uses
from integrationsplan.values import Money, Period, Rounding, format_number
from integrationsplan.values._period import ONE_DAY

__all__ = [
    "Interest",
    "InterestStep",
    "LateUse",
    "LateUseInterest",
    "interest_on",
    "interest_on_late_use",
]

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


@attrs.frozen
class LateUse:
    """A part of a payment that was used late, and the interest on it.

    Attributes:
        part: The part, with payment, last day and use.
        interest: The interest on it; its sum is rounded for itself.
    """

    part: DrawnUse
    interest: Interest


@attrs.frozen
class LateUseInterest:
    """Interest on what was used late.

    Attributes:
        parts: Each part that was late.
        total: The interest on all of them, rounded once.
    """

    parts: tuple[LateUse, ...]
    total: Money

    def explain(self, language: Language = "en") -> str:
        """Say how it comes about: each part, each time of one rate, and the sources."""
        return "\n".join(self._sentences(language))

    def _sentences(self, language: Language) -> Iterator[str]:
        head = Wording("interest on late use", "Zinsen für verspätete Verwendung")
        yield f"{head.in_language(language)}: {self.total.format(language)}"
        paid = Wording("paid on", "ausgezahlt am").in_language(language)
        last = Wording("to be used by", "zu verwenden bis").in_language(language)
        sources: dict[str, None] = {}
        for late in self.parts:
            part, (_, *lines) = late.part, late.interest.explain(language).splitlines()
            days = {paid: part.drawn_on, last: part.last or part.drawn_on}
            told = ", ".join(f"{said} {format_date(day, language)}" for said, day in days.items())
            yield f"{part.payment}, {part.amount.format(language)}: {told}"
            count = len(late.interest.steps)
            yield from lines[:count]
            sources |= dict.fromkeys([f"  {part.source}", *lines[count:]])
        yield from sources


def interest_on_late_use(
    terms: Terms,
    grant: Grant,
    day: dt.date,
    *,
    day_count: DayCount,
    rounding: Rounding,
    as_known: dt.date | None = None,
) -> LateUseInterest:
    """Compute the interest on what was drawn and not used in time, until a day.

    Only what was late bears interest, and then for the whole time from its payment to its use
    (§ 49a (4) VwVfG and the acts of the states). The day of the payment does not count, that of the
    use does (§ 31 (1) VwVfG, §§ 187 (1) and 188 (1) BGB). Giving back ends the time as use does.

    What still lies there counts until the day, at most until the final notice: what that leaves to
    the recipient is no longer to be used. What was demanded back is left out, from what was drawn
    first: it bears the interest of § 49a (3), for which there is `interest_on`.

    Whether interest is charged at all is for the granting body to decide; the act lets it.

    Args:
        terms: What holds for the programme; says how long money may lie, and the rates.
        grant: The grant.
        day: Until when it is looked at.
        day_count: How days are counted.
        rounding: How the sum becomes whole cents.
        as_known: Leave out rates that were known only after this day.

    Raises:
        NotStatedError: If money lay there and no source says by when it had to be used; or if no
            source says the base rate or the margin.
        NotInForceError: If one of the rates is not known for a day.
    """
    late = []
    for part, end in _lying(terms, grant, day):
        if part.last is None:
            _check_stated(terms, part.drawn_on)
        elif end > part.last:
            period = Period(part.drawn_on + ONE_DAY, end)
            interest = interest_on(
                part.amount,
                period,
                terms,
                day_count=day_count,
                rounding=rounding,
                as_known=as_known,
            )
            late.append(LateUse(part, interest))
    exact = sum((step.amount for each in late for step in each.interest.steps), Fraction(0))
    return LateUseInterest(tuple(late), Money.of(exact, rounding=rounding))


def _lying(terms: Terms, grant: Grant, day: dt.date) -> Iterator[tuple[DrawnUse, dt.date]]:
    """Yield what lay there for a time, and its last day; without what was demanded back."""
    events = grant.until(day)
    repaid = {event.id for event in events if isinstance(event, Repaid)}
    settled = [event.on for event in events if isinstance(event, Settled)]
    demanded = grant.ledger(day).open_demand
    for part in drawn_uses(terms, grant, day):
        amount, end = part.amount, part.used_on
        if part.event in repaid:
            continue
        if end is None:
            asked = min(demanded, amount)
            demanded -= asked
            amount -= asked
            end = min([day, *settled[-1:]])
        if amount.minor and end > part.drawn_on:
            yield attrs.evolve(part, amount=amount), end


def _check_stated(terms: Terms, drawn_on: dt.date) -> None:
    """Refuse money of which no source says by when it had to be used."""
    if terms.deadlines(DeadlineKind.USE, drawn_on):
        return  # it says a day that never comes, or that lay before the payment
    for document in terms.documents:
        unknown = terms.unknown(document, "use", drawn_on)
        if unknown is not None:
            raise unknown
    said = Wording(
        "by when money that was drawn has to be used.", "bis wann Abgerufenes zu verwenden ist."
    )
    raise NotStatedError(terms.programme.id, "use", said, ())


def _times_of_one_rate(period: Period, terms: Terms) -> Iterator[Period]:
    """Cut a period wherever a regulation has another base rate or margin, or none any more."""
    first, last = period.bounds
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
    start, end = period.bounds
    return _commercial_after(end) - _commercial(start), 360


def _commercial(day: dt.date) -> int:
    """Return the number of a day where every month has 30; parts of a period then add up."""
    return 360 * day.year + 30 * day.month + min(day.day, 30)


def _commercial_after(day: dt.date) -> int:
    """Return the number of the day after a day, which may lie beyond the year 9999."""
    if day.day == calendar.monthrange(day.year, day.month)[1]:
        return 360 * day.year + 30 * day.month + 31
    return _commercial(day + ONE_DAY)
