"""A plan beside the time that is looked at: what indicators ask of it, worked out once."""

import datetime as dt
import functools
from collections.abc import Iterator
from typing import Any, TypeVar

from integrationsplan.history import Entry, Put, RevisionKind, State
from integrationsplan.history._fold import fold
from integrationsplan.monitoring._monitoring_rules import MonitoringRules
from integrationsplan.plan import IntegrationPlan, PersonalDetails, ReviewRules, is_alive
from integrationsplan.values import Period

__all__ = ["PlanCase"]

E = TypeVar("E", bound=Entry)

_TELLS_NOTHING = frozenset({RevisionKind.ERASURE, RevisionKind.MARKING})


class PlanCase:
    """A plan beside a time.

    Attributes:
        plan: The plan.
        revisions: Those that were recorded by the moment whose knowledge counts.
        first: The first day of the time.
        last: The last day of the time: the key date.
        as_of: Until which day things are looked at: the key date, or later.
        rules: The choices.
        asks_for_counsellors: Whether it is to be told who recorded what.
    """

    def __init__(  # one argument for each fact
        self,
        plan: IntegrationPlan,
        first: dt.date,
        last: dt.date,
        as_of: dt.date,
        as_known: dt.datetime | None,
        rules: MonitoringRules,
    ) -> None:
        """Look at a plan in a time."""
        self.plan, self.rules = plan, rules
        self.first, self.last, self.as_of = first, last, as_of
        self.asks_for_counsellors = False
        self.revisions = [
            revision
            for revision in plan.revisions
            if as_known is None or revision.recorded_at <= as_known
        ]
        self._on: dict[dt.date, State[Any]] = {}

    @functools.cached_property
    def state(self) -> State[Any]:
        """What counts by all that is recorded."""
        if len(self.revisions) == len(self.plan.revisions):
            return self.plan.current
        return fold(self.revisions)

    @functools.cached_property
    def known_plan(self) -> IntegrationPlan:
        """The plan as it was known."""
        if len(self.revisions) == len(self.plan.revisions):
            return self.plan
        return IntegrationPlan(id=self.plan.id, revisions=tuple(self.revisions))

    @property
    def opened_on(self) -> dt.date:
        """From which day the plan counts."""
        return self.revisions[0].effective_on

    @functools.cached_property
    def closed_on(self) -> dt.date | None:
        """From which day the plan is closed; nothing while it is open."""
        for revision in self.revisions:
            if revision.kind is RevisionKind.CLOSURE:
                return revision.effective_on
        return None

    @functools.cached_property
    def told_until(self) -> dt.date:
        """The last day of which anything was recorded: what lasts was seen to last until then."""
        days = [
            max(revision.effective_on, revision.recorded_at.date())
            for revision in self.revisions
            if revision.kind not in _TELLS_NOTHING
        ]
        return min(max(days), self.as_of)

    @property
    def is_erased(self) -> bool:
        """Whether something of the plan was erased, so that nobody can tell what is not there."""
        return any(each.kind is RevisionKind.ERASURE for each in self.plan.revisions)

    def recorded_by(self, entry_id: str) -> str | None:
        """Return who recorded an entry first, where anybody asks for counsellors."""
        return self._recorders.get(entry_id) if self.asks_for_counsellors else None

    @functools.cached_property
    def _recorders(self) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for revision in self.revisions:
            for change in revision.changes:
                if isinstance(change, Put):
                    found.setdefault(change.entry.id, revision.author.id)
        return found

    @functools.cached_property
    def details(self) -> PersonalDetails | None:
        """The person's particulars."""
        found = self.state.of(PersonalDetails)
        return found[0] if found else None

    @functools.cached_property
    def lives(self) -> bool | None:
        """Whether an open plan lives on the key date; nothing without the months of the rules."""
        months = self.rules.alive_within_months
        if months is None or not self.is_open_on(self.last):
            return None
        return is_alive(self.known_plan, self.last, ReviewRules(revise_within_months=months))

    def contains(self, day: dt.date | None) -> bool:
        """Tell whether a day lies in the time."""
        return day is not None and self.first <= day <= self.last

    def is_open_on(self, day: dt.date) -> bool:
        """Tell whether the plan is open on a day."""
        return self.opened_on <= day and (self.closed_on is None or day < self.closed_on)

    @property
    def was_open(self) -> bool:
        """Whether the plan was open on some day of the time."""
        return self.opened_on <= self.last and (
            self.closed_on is None or self.closed_on > self.first
        )

    def on(self, day: dt.date) -> State[Any]:
        """Return what was true on a day."""
        if day not in self._on:
            self._on[day] = fold([each for each in self.revisions if each.effective_on <= day])
        return self._on[day]

    def situations(self, kind: type[E], day: dt.date) -> Iterator[E]:
        """Yield the entries of a class that tell of a day.

        One with dates tells of them; without an end, until the last day that anything was recorded
        of. One without dates tells of the days from which it was recorded until it was withdrawn,
        as long as the plan was kept.
        """
        for entry in self.state.of(kind):
            period = _period(entry)
            lasts = period.end is not None or day <= self.told_until
            if period.start is not None and day in period and lasts:
                yield entry
        if day <= self.told_until:
            for entry in self.on(day).of(kind):
                period = _period(entry)
                if period.start is None and day in period:
                    yield entry


def _period(entry: Entry) -> Period:
    """Return the dates of an entry; without any it is open on both sides."""
    period: Period | None = getattr(entry, "period", None)
    return period or Period(None, None)
