"""Grants: everything that has happened to one, from the notice to the last settled cent."""

import bisect
import datetime as dt
from collections.abc import Iterator
from typing import Annotated

from annotated_types import Len

from integrationsplan._language import Wording
from integrationsplan._model import Label, evolve, model
from integrationsplan.errors import UnknownNameError
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._application import CostLine, Participant, Post
from integrationsplan.funding._events import Amended, GrantEarmark, Granted, GrantEvent
from integrationsplan.funding._ledger import Ledger, ledger_problems, totalled
from integrationsplan.funding._parts import repeated
from integrationsplan.funding._staff import held_posts, staff_problems
from integrationsplan.problems import Problem
from integrationsplan.values import Identifier, Period
from integrationsplan.values._period import check_day

__all__ = ["Grant"]

NOTICE = Wording("notice", "Bewilligung")


@model(repr=False)
class Grant:
    """A grant with its events. It never changes: `record` returns another one.

    Attributes:
        id: Identity of the grant.
        programme: Id of the funding programme.
        application: Id of the application.
        recipient: Who was granted the money.
        events: What happened, in the order of the days.

    Raises:
        InvalidValueError: If an event would unbalance the ledger, comes before the notice, or
            stands out of order; tells every event that is wrong, with its place.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan import Money, Period
        >>> from integrationsplan.funding import Grant, Granted, Paid, Participant, Used
        >>> grant = Grant(id="g-1", programme="example", recipient=Participant(key="Weinheim"))
        >>> grant = grant.record(
        ...     Granted(
        ...         id="notice",
        ...         on=dt.date(2018, 1, 8),
        ...         amount=Money.of("128000"),
        ...         period=Period.of_months(dt.date(2018, 1, 1), 24),
        ...     ),
        ...     Paid(id="p-1", on=dt.date(2018, 2, 1), amount=Money.of("64000")),
        ...     Used(id="u-1", on=dt.date(2018, 3, 31), amount=Money.of("16000")),
        ... )
        >>> {name: str(amount) for name, amount in grant.ledger().residues.items()}
        {'undrawn': '64000.00 EUR', 'held': '48000.00 EUR'}
    """

    id: Annotated[Identifier, Label("id", "Kennung")]
    programme: Annotated[Identifier, Label("programme", "Programm")]
    application: Annotated[Identifier | None, Label("application", "Antrag")] = None
    recipient: Annotated[Participant, Label("recipient", "Empfänger")]
    events: Annotated[
        Annotated[tuple[GrantEvent, ...], Len(0, 20_000)], Label("events", "Vorgänge")
    ] = ()

    def _violations(self) -> Iterator[Problem]:
        yield from repeated("/events", "id", [event.id for event in self.events])
        for index in range(1, len(self.events)):
            if self.events[index].on < self.events[index - 1].on:
                yield kinds.OUT_OF_ORDER.at(f"/events/{index}/on")
        yield from ledger_problems(self.events)
        yield from staff_problems(self.events)

    def record(self, *events: GrantEvent) -> "Grant":
        """Return the grant with more events, each put where its day belongs.

        The whole grant is looked at each time: many events are best recorded at once.

        Raises:
            InvalidValueError: If that would unbalance the ledger at any step; nothing is recorded
                then.
        """
        found = list(self.events)
        for event in events:
            bisect.insort(found, event, key=lambda each: each.on)
        return evolve(self, events=tuple(found))

    def until(self, day: dt.date) -> tuple[GrantEvent, ...]:
        """Return what had happened on a day, that day included."""
        check_day(day)
        return tuple(event for event in self.events if event.on <= day)

    def ledger(self, day: dt.date | None = None) -> Ledger:
        """Return where the money is, or where it was on a day."""
        return totalled(self.events if day is None else self.until(day))

    @property
    def notice(self) -> Granted:
        """The notice that granted it.

        Raises:
            UnknownNameError: If it is not granted yet.
        """
        for event in self.events:
            if isinstance(event, Granted):
                return event
        raise UnknownNameError(NOTICE, self.id, ())

    def period(self, day: dt.date | None = None) -> Period:
        """Return the time that is granted, as the last notice until a day says it.

        Raises:
            UnknownNameError: If it is not granted yet.
        """
        return self._notices(day)[-1].period

    def plan(self, day: dt.date | None = None) -> tuple[CostLine, ...]:
        """Return the finance plan, as the last notice until a day says it.

        Raises:
            UnknownNameError: If it is not granted yet.
        """
        notices = self._notices(day)
        plans = [each.plan for each in notices if each.plan is not None]
        return plans[-1]

    def earmarks(self, day: dt.date | None = None) -> tuple[GrantEarmark, ...]:
        """Return the limits on the use of the grant, as the last notice until a day says them.

        Raises:
            UnknownNameError: If it is not granted yet.
        """
        found = [each.earmarks for each in self._notices(day) if each.earmarks is not None]
        return found[-1]

    @property
    def law_day(self) -> dt.date:
        """The day whose law holds for the grant as it stands: that of the last notice.

        A notice before its period counts from the first day of that.

        Raises:
            UnknownNameError: If it is not granted yet.
        """
        notice = self._notices(None)[-1]
        return max(notice.on, notice.period.start or notice.on)

    def posts(self, until: dt.date | None = None) -> tuple[Post, ...]:
        """Return who has held which post for how long in the granted time, each time with pay.

        A post that was filled again, or whose pay was interrupted, is several, each with its start
        and end and the id of the whole in ``of``. So the rule can compute with them.

        Args:
            until: The last day; by default that of the period.
        """
        period = self.period()
        if until is not None:
            check_day(until, "until")
        since, last = period.start or dt.date.min, until or period.end or dt.date.max
        return held_posts(self.events, since, last)

    def _notices(self, day: dt.date | None) -> list[Granted | Amended]:
        """Return the notice and its amendments until a day."""
        events = self.events if day is None else self.until(day)
        found = [event for event in events if isinstance(event, Granted | Amended)]
        if not found:
            raise UnknownNameError(NOTICE, self.id, ())
        return found

    def __repr__(self) -> str:
        return f"<Grant {self.id}: {len(self.events)} events>"
