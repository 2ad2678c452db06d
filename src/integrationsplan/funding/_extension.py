"""Extensions: whether a grant may be prolonged, by how much, and on which source that rests."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

import attrs

from integrationsplan.allocation._dates import calendar_months
from integrationsplan.errors import (
    InvalidValueError,
    NotInForceError,
    NotStatedError,
    UnknownNameError,
)
from integrationsplan.findings import Finding
from integrationsplan.funding import _finding_kinds as found
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._checked import OPEN_END, OPEN_START
from integrationsplan.funding._events import PayInterrupted, PostFilled
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._sources import programme_source
from integrationsplan.funding._terms import Term, Terms
from integrationsplan.values import Period
from integrationsplan.values._period import ONE_DAY

__all__ = ["check_extension"]


def check_extension(
    terms: Terms, grant: Grant, period: Period, day: dt.date, *, as_known: dt.date | None = None
) -> tuple[Finding, ...]:
    """Return what speaks against prolonging a grant, by the law of the day of the request.

    What may be added is the figure ``extension_months``; where pay was interrupted, also
    ``interruption_months``, by which the whole may then be longer than ``most_months``: a time
    without pay is not funded (inferred). Where there is a key date, ``posts_of``, the grant, or a
    post of it, is to be as old. What no source says is not checked. What the rule pays for the
    longer time, it says itself.

    Args:
        terms: What holds for the programme.
        grant: The grant, as it stands.
        period: The whole time that is asked for, as the amendment would have it.
        day: The day of the request. What was recorded until then counts.
        as_known: Leave out what was known only after this day.

    Returns:
        The findings, each with what it rests on.

    Raises:
        InvalidValueError: If the terms are of another programme, or the period is open, has
            another start than the grant, or ends no later.
        UnknownNameError: If nothing was granted until the day.
    """
    if grant.programme != terms.programme.id:
        raise InvalidValueError("check_extension", [kinds.OTHER_PROGRAMME.at("/terms")])
    current = grant.period(day)
    start, end = current.bounds
    if not period.is_bounded:
        raise InvalidValueError("check_extension", [kinds.OPEN_PERIOD.at("/period")])
    asked_start, asked_end = period.bounds
    if asked_start != start or asked_end <= end:
        raise InvalidValueError("check_extension", [kinds.NO_EXTENSION.at("/period")])
    added = calendar_months(Period(end + ONE_DAY, asked_end))
    case = _Extension(terms, grant, period, added, day, as_known)
    return (*case.outside_programme(), *case.too_long(), *case.key_date())


@attrs.frozen
class _Extension:
    """A request for a longer time, beside what holds."""

    terms: Terms
    grant: Grant
    period: Period
    added: Fraction
    day: dt.date
    as_known: dt.date | None

    def _term(self, name: str) -> Term | None:
        return self.terms.find(name, self.day, as_known=self.as_known)

    @property
    def _for_interruption(self) -> Term | None:
        """How much more may be added where pay was interrupted, if it was."""
        events = self.grant.until(self.day)
        if any(isinstance(event, PayInterrupted) for event in events):
            return self._term("interruption_months")
        return None

    def outside_programme(self) -> Iterator[Finding]:
        """Yield whether the programme ends before the longer time."""
        runs, (start, end) = self.terms.programme.period, self.period.bounds
        if end not in runs:
            yield found.OUTSIDE_PERIOD.at(
                None,
                programme_source(self.terms.programme, self.day),
                start=start,
                end=end,
                first=runs.start or OPEN_START,
                last=runs.end or OPEN_END,
            )

    def too_long(self) -> Iterator[Finding]:
        """Yield whether more is added, or the whole is longer, than is allowed."""
        interruption = self._for_interruption
        more = Fraction(0) if interruption is None else interruption.number
        allowed = self._term("extension_months") or interruption
        if allowed is not None:
            most = more if allowed is interruption else allowed.number + more
            if self.added > most:
                yield found.EXTENSION_TOO_LONG.at(
                    None, allowed.source, months=self.added, most=most
                )
        longest = self._term("most_months")
        months = calendar_months(self.period)
        if longest is not None and months > longest.number + more:
            yield found.TOO_LONG.at(None, longest.source, months=months, most=longest.number + more)

    def key_date(self) -> Iterator[Finding]:
        """Yield whether neither the grant nor a post of it is as old as the key date asks for."""
        try:
            document, _, row = self.terms._row("posts_of", self.day, self.as_known)
        except (NotStatedError, NotInForceError, UnknownNameError):
            return
        if row.date is None:
            return
        granted = self.grant.notice.on
        events = self.grant.until(self.day)
        filled = [event.on for event in events if isinstance(event, PostFilled)]
        if min([granted, *filled]) > row.date:
            source = document.citations[row.citation].format()
            yield found.GRANTED_AFTER_KEY_DATE.at(None, source, granted=granted, day=row.date)
