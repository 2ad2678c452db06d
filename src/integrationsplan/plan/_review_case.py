"""What the parts of a review look at: a plan as it was on a day, and what is asked for."""

import datetime as dt
from typing import TypeVar

import attrs

from integrationsplan.history import Entry, Revision, State
from integrationsplan.plan._deadlines import period_of
from integrationsplan.plan._entries import PlanEntry
from integrationsplan.plan._plan import IntegrationPlan
from integrationsplan.plan._review_rules import ReviewRules

__all__ = ["Case"]

E = TypeVar("E", bound=Entry)


@attrs.frozen
class Case:
    """A plan as it was on a day.

    Attributes:
        plan: The plan.
        day: The day.
        rules: What is asked for.
        revisions: The revisions that count by that day.
        state: The entries that count by then.
    """

    plan: IntegrationPlan
    day: dt.date
    rules: ReviewRules
    revisions: tuple[Revision[PlanEntry], ...]
    state: State[PlanEntry]

    def has_passed(self, last: dt.date | None) -> bool:
        """Tell whether a last day lies before the day."""
        return last is not None and last < self.day

    def nears(self, last: dt.date | None, notice_days: int | None) -> bool:
        """Tell whether a last day has come near and not passed; never without a notice."""
        if last is None or notice_days is None:
            return False
        return 0 <= (last - self.day).days <= notice_days

    def current(self, kind: type[E]) -> list[E]:
        """Return the entries of a class whose period, if they have one, contains the day."""
        return [entry for entry in self.state.of(kind) if self.day in period_of(entry)]
