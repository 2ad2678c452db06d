"""The calendar of a grant: every deadline between two days, with what it rests on."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from integrationsplan._language import Language, format_date
from integrationsplan._model import Label, model
from integrationsplan.funding._codes import DeadlineKind
from integrationsplan.funding._events import Demanded, Granted, InterestCharged
from integrationsplan.funding._grant import Grant
from integrationsplan.funding._last_days import last_days
from integrationsplan.funding._terms import Terms
from integrationsplan.funding._usage import drawn_uses
from integrationsplan.values import Bilingual, Identifier, LongText, Money, Period
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
    """

    label: ClassVar[Label] = Label("deadline of a grant", "Frist einer Zuwendung")

    day: Annotated[dt.date, Label("day", "Tag")]
    sort: Annotated[DeadlineKind, Label("sort", "Art")]
    grant: Annotated[Identifier, Label("grant", "Zuwendung")]
    text: Annotated[Bilingual, Label("text", "Text")]
    amount: Annotated[Money | None, Label("amount", "Betrag")] = None
    source: Annotated[LongText | None, Label("source", "Quelle")] = None

    def format(self, language: Language = "en") -> str:
        """Write it in one line."""
        amount = f", {self.amount.format(language)}" if self.amount is not None else ""
        return f"{format_date(self.day, language)}: {self.text.in_language(language)}{amount}"


def grant_due(terms: Terms, grant: Grant, start: dt.date, end: dt.date) -> tuple[GrantDue, ...]:
    """Return every deadline of a grant from one day to another, by all that is recorded.

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
    found = [*regular, *_of_use(terms, grant, end), *_of_notices(grant)]
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
            for last in last_days(terms, grant, sort, asked):
                yield GrantDue(
                    day=last.day,
                    sort=sort,
                    grant=grant.id,
                    text=last.deadline.text,
                    source=last.source,
                )
    text = Bilingual(de="Ende der Bewilligung", en="end of the grant")
    _, end = grant.period()._bounds()
    yield GrantDue(day=end, sort=DeadlineKind.FUNDING_END, grant=grant.id, text=text)


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
    for event in grant.events:
        if isinstance(event, Granted):
            for instalment in event.instalments:
                if instalment.due is not None:
                    said = Bilingual(de=f"Rate {instalment.id}", en=f"instalment {instalment.id}")
                    yield _payment(grant, instalment.due, said, instalment.amount)
        elif isinstance(event, Demanded) and event.pay_by is not None:
            said = Bilingual(de="Rückforderung zahlen", en="pay what is demanded back")
            yield _payment(grant, event.pay_by, said, event.amount)
        elif isinstance(event, InterestCharged) and event.pay_by is not None:
            said = Bilingual(de="Zinsen zahlen", en="pay interest")
            yield _payment(grant, event.pay_by, said, event.amount)


def _payment(grant: Grant, day: dt.date, text: Bilingual, amount: Money) -> GrantDue:
    return GrantDue(day=day, sort=DeadlineKind.PAYMENT, grant=grant.id, text=text, amount=amount)
