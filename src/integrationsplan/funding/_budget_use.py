"""What the grants of a programme have taken from its budget: budget, granted, drawn, used."""

import datetime as dt
from collections.abc import Iterable

import attrs

from integrationsplan._language import Language, Wording
from integrationsplan.funding._grant import Grant
from integrationsplan.values import Money

__all__ = ["BudgetUse", "budget_use"]


@attrs.frozen
class BudgetUse:
    """How far a budget is used.

    ``used`` <= ``drawn`` <= ``bound`` always; ``bound`` <= ``amount`` unless too much was granted.

    Attributes:
        amount: The budget.
        granted: What all notices grant.
        lapsed: What of it final notices have taken back.
        drawn: What was paid out and has not come back.
        used: What was used for its purpose and is recognised.
        bound: What is granted and has not lapsed; of each grant at least what is drawn.
    """

    amount: Money
    granted: Money
    lapsed: Money
    drawn: Money
    used: Money
    bound: Money

    @property
    def free(self) -> Money:
        """What may still be granted; below zero if too much was."""
        return self.amount - self.bound

    @property
    def is_exceeded(self) -> bool:
        """Whether more is granted than there is."""
        return self.free.minor < 0

    def format(self, language: Language = "en") -> str:
        """Write it as lines of text."""
        rows = (
            (Wording("budget", "Haushaltsansatz"), self.amount),
            (Wording("granted", "bewilligt"), self.granted),
            (Wording("lapsed", "verfallen"), self.lapsed),
            (Wording("drawn", "abgerufen"), self.drawn),
            (Wording("used", "verwendet"), self.used),
            (Wording("free", "frei"), self.free),
        )
        return "\n".join(f"{said.in_language(language)}: {m.format(language)}" for said, m in rows)


def budget_use(amount: Money, grants: Iterable[Grant], day: dt.date | None = None) -> BudgetUse:
    """Return what grants have taken from a budget, now or until a day.

    Args:
        amount: The budget, such as `FundingProgramme.amount` of a line.
        grants: The grants that are paid from it.
        day: Until when their events count; by default all of them do.

    Example:
        >>> budget_use(Money.of("3000000"), []).free.format("en")
        '€3,000,000.00'
    """
    ledgers = [grant.ledger(day) for grant in grants]
    return BudgetUse(
        amount=amount,
        granted=Money.total(ledger.granted for ledger in ledgers),
        lapsed=Money.total(ledger.lapsed for ledger in ledgers),
        drawn=Money.total(ledger.drawn for ledger in ledgers),
        used=Money.total(ledger.spent for ledger in ledgers),
        bound=Money.total(ledger.limit + ledger.recoverable for ledger in ledgers),
    )
