"""Claims: what is due for a quarter, what of it was paid in advance, and what came too late.

Money that is paid on a claim is lost where the claim comes too late. A claim for several quarters
is looked at quarter by quarter, for each has a last day of its own.
"""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

import attrs

from integrationsplan._language import Language, Wording, format_date
from integrationsplan._model import Label, model
from integrationsplan.errors import InvalidValueError
from integrationsplan.findings import Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._codes import DeadlineAnchor, DeadlineKind
from integrationsplan.funding._events import Claimed
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._last_days import EVER, LastDay, last_days, quarter_ends
from integrationsplan.funding._parts import above_zero, in_euros, sum_in_bounds
from integrationsplan.funding._sources import notice_source
from integrationsplan.funding._terms import Terms
from integrationsplan.problems import Problem
from integrationsplan.values import Money, Period
from integrationsplan.values._period import ONE_DAY

__all__ = ["ClaimDue", "ClaimPart", "ClaimSettlement", "late_claims", "settle_claim"]

ZERO = Money(0)
_OF_PAYMENTS = (DeadlineAnchor.PAYMENT, DeadlineAnchor.DEMAND)


@model
class ClaimDue:
    """What is due for a time, as the rule of the programme computes it.

    Attributes:
        period: For which time, within one quarter.
        amount: How much.

    Raises:
        InvalidValueError: If the amount is below zero or not in euros, or the time is open or
            reaches over several quarters.

    Example:
        >>> due = ClaimDue(
        ...     period=Period.of_months(dt.date(2023, 1, 1), 3), amount=Money.of("74940.00")
        ... )
        >>> due.amount.format("de")
        '74.940,00 €'
    """

    label: ClassVar[Label] = Label("due for a time", "Zustehendes für eine Zeit")

    period: Annotated[Period, Label("period", "Zeitraum")]
    amount: Annotated[Money, Label("amount", "Betrag")]

    def _violations(self) -> Iterator[Problem]:
        yield from in_euros("/amount", self.amount)
        if not self.period.is_bounded:
            yield kinds.OPEN_PERIOD.at("/period")
        elif len(set(_quarter_numbers(self.period))) > 1:
            yield kinds.SEVERAL_QUARTERS.at("/period")


def _quarter_numbers(period: Period) -> Iterator[int]:
    yield from (4 * day.year + (day.month - 1) // 3 for day in period.bounds)


@attrs.frozen
class ClaimPart:
    """A part of a claim, and whether it came in time.

    Attributes:
        period: For which time.
        amount: How much is due for it, if it came in time.
        claimed_on: When it was claimed.
        last: The last day for the claim, if a source says one.
        source: On what that rests.
    """

    period: Period
    amount: Money
    claimed_on: dt.date
    last: dt.date | None
    source: str | None

    @property
    def is_lost(self) -> bool:
        """Whether the claim came too late for it."""
        return self.last is not None and self.claimed_on > self.last


@attrs.frozen
class ClaimSettlement:
    """What a claim leads to: ``due`` + `over` = ``advanced`` + `rest`, to the cent.

    Attributes:
        claim: Id of the claim.
        parts: Its parts, in the order of the days.
        due: What is due in all, without what is lost.
        advanced: What was paid in advance.
        findings: What should be known, with what it rests on.
    """

    claim: str
    parts: tuple[ClaimPart, ...]
    due: Money
    advanced: Money
    findings: tuple[Finding, ...]

    @property
    def lost(self) -> Money:
        """What would have been due, and was claimed too late."""
        return Money.total(part.amount for part in self.parts if part.is_lost)

    @property
    def rest(self) -> Money:
        """What is still to be paid."""
        return above_zero(self.due - self.advanced)

    @property
    def over(self) -> Money:
        """What was advanced beyond what is due."""
        return above_zero(self.advanced - self.due)

    def explain(self, language: Language = "en") -> str:
        """Say how it comes about: each part with its last day, then sums and sources."""
        return "\n".join(self._sentences(language))

    def _sentences(self, language: Language) -> Iterator[str]:
        for part in self.parts:
            start, end = (format_date(day, language) for day in part.period.bounds)
            amount = part.amount.format(language)
            if part.last is None:
                yield f"{start}-{end}: {amount}"
                continue
            said = _LOST if part.is_lost else _IN_TIME
            last = said.in_language(language).format(last=format_date(part.last, language))
            yield f"{start}-{end}: {amount}, {last}"
        for wording, money in (
            (Wording("due", "zustehend"), self.due),
            (Wording("paid in advance", "als Abschlag gezahlt"), self.advanced),
            (Wording("still to be paid", "noch auszuzahlen"), self.rest),
            (Wording("paid beyond what is due", "zu viel gezahlt"), self.over),
        ):
            yield f"{wording.in_language(language)}: {money.format(language)}"
        yield from dict.fromkeys(f"  {part.source}" for part in self.parts if part.source)


_LOST = Wording("lost, the last day was {last}", "erloschen, letzter Tag war der {last}")
_IN_TIME = Wording("in time, the last day is {last}", "rechtzeitig, letzter Tag ist der {last}")


def settle_claim(
    terms: Terms,
    grant: Grant,
    claim: Claimed,
    dues: Iterable[ClaimDue],
    *,
    advanced: Money = ZERO,
) -> ClaimSettlement:
    """Settle a claim: what is due for it, against what was paid in advance.

    What is due says the rule of the programme; here it is looked at whether it was claimed in time,
    each quarter for itself, and what is left to pay. Nothing is lost where no source says a day.

    Args:
        terms: What holds for the programme.
        grant: The grant, with its notice.
        claim: The claim.
        dues: What is due, each amount for a time within one quarter.
        advanced: What was paid in advance for the same time.

    Raises:
        InvalidValueError: If the advances are below zero or not in euros, or the claim does not
            cover a time; tells everything at once.
        UnknownNameError: If nothing was granted.
    """
    given = list(dues)
    problems = [*in_euros("/advanced", advanced), *_due_problems(claim, given)]
    if problems:
        raise InvalidValueError("settle_claim", problems)
    given.sort(key=lambda each: each.period.bounds)
    parts = tuple(_part(claim, due, _last_day(terms, grant, due.period)) for due in given)
    due = Money.total(part.amount for part in parts if not part.is_lost)
    settled = ClaimSettlement(claim.id, parts, due, advanced, ())
    findings = list(_lost(claim, parts))
    if settled.over.minor:
        findings.append(
            found.ADVANCE_ABOVE_DUE.at(
                claim.id, notice_source(grant), advanced=advanced, due=due, over=settled.over
            )
        )
    return attrs.evolve(settled, findings=tuple(findings))


def _due_problems(claim: Claimed, dues: list[ClaimDue]) -> Iterator[Problem]:
    covers = claim.covers
    for index, due in enumerate(dues):
        if covers is not None and any(day not in covers for day in due.period.bounds):
            yield kinds.NOT_COVERED.at(f"/dues/{index}/period")
    yield from sum_in_bounds("/dues", [due.amount for due in dues])


def late_claims(terms: Terms, grant: Grant, day: dt.date) -> Iterator[Finding]:
    """Yield what was claimed too late until a day: whole claims, or the quarters of one.

    A claim that does not say for which time it is, is late if it is so for every time that is
    granted.
    """
    last_of = functools.cache(functools.partial(_last_day, terms, grant))
    latest = functools.cache(functools.partial(_latest, terms, grant))
    for event in grant.until(day):
        if not isinstance(event, Claimed):
            continue
        if event.covers is not None and event.covers.is_bounded:
            times = list(_quarters_of(event.covers))
            yield from _lost(
                event,
                [_part(event, ClaimDue(period=each, amount=ZERO), last_of(each)) for each in times],
            )
            continue
        last = latest()
        if last is not None and event.on > last.day:
            yield found.CLAIM_LATE.at(event.id, last.source, claimed=event.on, deadline=last.day)


def _lost(claim: Claimed, parts: Iterable[ClaimPart]) -> Iterator[Finding]:
    """Yield that a claim is lost, or which times of it are."""
    times: dict[tuple[dt.date, ...], ClaimPart] = {}
    for part in parts:  # several amounts for one time are lost together
        times.setdefault(part.period.bounds, part)
    lost = [(part, part.last) for part in times.values() if part.is_lost and part.last is not None]
    if lost and len(lost) == len(times):
        part, last = max(lost, key=lambda each: each[1])
        yield found.CLAIM_LATE.at(claim.id, part.source, claimed=claim.on, deadline=last)
        return
    for part, last in lost:
        start, end = part.period.bounds
        yield found.CLAIM_PART_LATE.at(
            claim.id, part.source, start=start, end=end, claimed=claim.on, deadline=last
        )


def _part(claim: Claimed, due: ClaimDue, last: LastDay | None) -> ClaimPart:
    day, source = (None, None) if last is None else (last.day, last.source)
    return ClaimPart(due.period, due.amount, claim.on, day, source)


def _last_day(terms: Terms, grant: Grant, period: Period) -> LastDay | None:
    """Return the last day on which money for a time may be claimed, if a source says one.

    What is counted from something has to be kept each time. Of days that are named, any will do.
    """
    funded = period.intersection(grant.period())
    if funded is None:
        return None
    lasts = last_days(terms, grant, DeadlineKind.CLAIM, EVER, of=funded)
    counted = [each for each in lasts if each.deadline.after not in (None, *_OF_PAYMENTS)]
    named = [each for each in lasts if each.deadline.after is None]
    return min([*counted[:1], *named[-1:]], key=lambda each: each.day, default=None)


def _latest(terms: Terms, grant: Grant) -> LastDay | None:
    """Return the last day on which anything may be claimed; nothing if a time has none.

    The later a time is, the later it may be claimed, as long as the law does not change.
    """
    lasts = []
    for period in _times_of_one_law(terms, grant.period()):
        _, end = period.bounds
        lasts.append(_last_day(terms, grant, Period(end, end)))
    known = [last for last in lasts if last is not None]
    return max(known, key=lambda each: each.day) if len(known) == len(lasts) else None


def _times_of_one_law(terms: Terms, period: Period) -> Iterator[Period]:
    first, end = period.bounds
    times = [
        each.period
        for document in terms.documents
        for each in document.deadlines_of(DeadlineKind.CLAIM)
        if each.period is not None
    ]
    ends = {time.end for time in times if time.end is not None}
    ends |= {time.start - ONE_DAY for time in times if time.start not in (None, dt.date.min)}
    for cut in sorted(day for day in ends if first <= day < end):
        yield Period(first, cut)
        first = cut + ONE_DAY
    yield Period(first, end)


def _quarters_of(period: Period) -> Iterator[Period]:
    """Yield the part of each quarter that a period has."""
    first, last = period.bounds
    for end in quarter_ends(period):
        start = dt.date(end.year, end.month - 2, 1)
        yield Period(max(start, first), min(end, last))
