"""The calendar of a grant: every deadline between two days, with what it rests on."""

import contextlib
import datetime as dt
import math
from collections.abc import Iterator
from typing import Annotated, ClassVar

from integrationsplan._language import Language, Wording, format_date
from integrationsplan._model import Label, model
from integrationsplan.errors import DateOutOfRangeError
from integrationsplan.funding._codes import DeadlineKind
from integrationsplan.funding._events import (
    Demanded,
    Granted,
    InterestCharged,
    InterestPaid,
    Paid,
    Repaid,
    ReportSubmitted,
    Waived,
)
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._last_days import LastDay, last_days
from integrationsplan.funding._parts import above_zero
from integrationsplan.funding._reports import REPORTS
from integrationsplan.funding._terms import Terms
from integrationsplan.funding._usage import drawn_uses
from integrationsplan.values import (
    Bilingual,
    Identifier,
    LongText,
    Money,
    Period,
    shift_date,
)
from integrationsplan.values._period import check_day

__all__ = ["GrantDue", "grant_due"]


@model
class GrantDue:
    """A last day in the life of a grant.

    Attributes:
        day: The day.
        sort: What has to be done.
        grant: Id of the grant.
        text: What it is about.
        amount: How much money it is about, if any.
        source: The paragraph or document that it rests on.
        is_done: Whether it is recorded as done: a report that came, an instalment that was paid, a
            demand or interest that was paid in full.
    """

    label: ClassVar[Label] = Label("deadline of a grant", "Frist einer Zuwendung")

    day: Annotated[dt.date, Label("day", "Tag")]
    sort: Annotated[DeadlineKind, Label("sort", "Art")]
    grant: Annotated[Identifier, Label("grant", "Zuwendung")]
    text: Annotated[Bilingual, Label("text", "Text")]
    amount: Annotated[Money | None, Label("amount", "Betrag")] = None
    source: Annotated[LongText | None, Label("source", "Quelle")] = None
    is_done: Annotated[bool, Label("done", "erledigt")] = False

    def format(self, language: Language = "en") -> str:
        """Write it in one line."""
        amount = f", {self.amount.format(language)}" if self.amount is not None else ""
        done = f" ({_DONE.in_language(language)})" if self.is_done else ""
        text = self.text.in_language(language)
        return f"{format_date(self.day, language)}: {text}{amount}{done}"


_DONE = Wording("done", "erledigt")


def grant_due(terms: Terms, grant: Grant, start: dt.date, end: dt.date) -> tuple[GrantDue, ...]:
    """Return every deadline of a grant from one day to another, by all that is recorded.

    What is done stays in the list and says so: of each kind of report the first that came stands
    for the first deadline; repayments count for the earliest demand. Records are to be kept from
    the last proof of use on, so that the end of that is known only then.

    Args:
        terms: What holds for the programme.
        grant: The grant, with its notice.
        start: The first day.
        end: The last day.

    Returns:
        The deadlines in their order.

    Raises:
        InvalidValueError: If the end lies before the start.
        UnknownNameError: If nothing was granted.
    """
    check_day(start, "start")
    check_day(end, "end")
    asked = Period(start, end)
    regular = dict.fromkeys(_of_regulations(terms, grant, asked))  # what two anchors give is one
    found = [
        *regular,
        *_of_use(terms, grant, end),
        *_of_notices(grant),
        *_of_records(terms, grant),
    ]
    order = list(DeadlineKind)
    return tuple(
        sorted(
            (due for due in found if due.day in asked),
            key=lambda due: (due.day, order.index(due.sort)),
        )
    )


def _of_regulations(terms: Terms, grant: Grant, asked: Period) -> Iterator[GrantDue]:
    """Yield what the regulations set, but the use of what is drawn, which depends on payments."""
    for sort in DeadlineKind:
        if sort is not DeadlineKind.USE:
            done = _reported(terms, grant, sort, asked)
            for last in last_days(terms, grant, sort, asked):
                yield GrantDue(
                    day=last.day,
                    sort=sort,
                    grant=grant.id,
                    text=last.deadline.text,
                    source=last.source,
                    is_done=last in done,
                )
    text = Bilingual(de="Ende der Bewilligung", en="end of the grant")
    _, end = grant.period().bounds
    yield GrantDue(day=end, sort=DeadlineKind.FUNDING_END, grant=grant.id, text=text)


def _reported(terms: Terms, grant: Grant, sort: DeadlineKind, asked: Period) -> list[LastDay]:
    """Return the deadlines of a kind for which a report came, the first for the first."""
    reports = [
        event
        for event in grant.events
        if isinstance(event, ReportSubmitted) and event.sort is sort and sort in REPORTS
    ]
    since, (_, end) = min(grant.notice.on, *grant.period().bounds), asked.bounds
    if not reports or end < since:
        return []
    return last_days(terms, grant, sort, Period(since, end))[: len(reports)]


def _of_use(terms: Terms, grant: Grant, end: dt.date) -> Iterator[GrantDue]:
    """Yield by when what is drawn and not used yet has to be used."""
    text = Bilingual(de="abgerufene Mittel verwenden", en="use the money that was drawn")
    waiting: dict[tuple[dt.date, str | None], Money] = {}
    for part in drawn_uses(terms, grant, end):
        if part.used_on is None and part.last is not None:
            key = (part.last, part.source)
            waiting[key] = waiting.get(key, Money(0)) + part.amount
    for (day, source), amount in waiting.items():
        yield GrantDue(
            day=day,
            sort=DeadlineKind.USE,
            grant=grant.id,
            text=text,
            amount=amount,
            source=source,
        )


def _of_notices(grant: Grant) -> Iterator[GrantDue]:
    """Yield what notices set: instalments, and by when money is to be paid back."""
    paid: dict[str | None, Money] = {}
    for event in grant.events:
        if isinstance(event, Paid):
            paid[event.instalment] = paid.get(event.instalment, Money(0)) + event.amount
    repaid = _total(grant, Repaid, Waived)
    interest = _total(grant, InterestPaid)
    for event in grant.events:
        if isinstance(event, Granted):
            for instalment in event.instalments:
                if instalment.due is not None:
                    said = Bilingual(de=f"Rate {instalment.id}", en=f"instalment {instalment.id}")
                    is_done = paid.get(instalment.id, Money(0)) >= instalment.amount
                    yield _payment(grant, instalment.due, said, instalment.amount, is_done=is_done)
        elif isinstance(event, Demanded):
            # What is paid counts for the earliest of them.
            is_done, repaid = repaid >= event.amount, above_zero(repaid - event.amount)
            if event.pay_by is not None:
                said = Bilingual(de="Rückforderung zahlen", en="pay what is demanded back")
                yield _payment(grant, event.pay_by, said, event.amount, is_done=is_done)
        elif isinstance(event, InterestCharged):
            is_done, interest = interest >= event.amount, above_zero(interest - event.amount)
            if event.pay_by is not None:
                said = Bilingual(de="Zinsen zahlen", en="pay interest")
                yield _payment(grant, event.pay_by, said, event.amount, is_done=is_done)


def _total(grant: Grant, *sorts: type[Repaid | Waived | InterestPaid]) -> Money:
    return Money.total(event.amount for event in grant.events if isinstance(event, sorts))


def _payment(
    grant: Grant, day: dt.date, text: Bilingual, amount: Money, *, is_done: bool
) -> GrantDue:
    return GrantDue(
        day=day,
        sort=DeadlineKind.PAYMENT,
        grant=grant.id,
        text=text,
        amount=amount,
        is_done=is_done,
    )


def _of_records(terms: Terms, grant: Grant) -> Iterator[GrantDue]:
    """Yield until when records are to be kept, counted from the last proof of use.

    Source: ANBest-P no. 6; §§ 187 (1) and 188 (2) BGB.
    """
    proofs = [
        event.on
        for event in grant.events
        if isinstance(event, ReportSubmitted) and event.sort is DeadlineKind.NUMERIC_PROOF
    ]
    term = terms.find("retention", grant.law_day)
    if not proofs or term is None:
        return
    with contextlib.suppress(DateOutOfRangeError):  # so far ahead that it never comes
        yield GrantDue(
            day=shift_date(proofs[-1], months=math.ceil(term.number * 12)),
            sort=DeadlineKind.RETENTION,
            grant=grant.id,
            text=Bilingual(de="Ende der Aufbewahrung", en="end of the keeping of records"),
            source=term.source,
        )
