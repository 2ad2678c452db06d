"""Personnel cost where social insurance is a flat rate of the pay, and not what was really paid."""

import datetime as dt

import attrs

from integrationsplan._language import Language, Wording
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding._instalments import percent
from integrationsplan.funding._parts import in_euros, sum_in_bounds
from integrationsplan.funding._terms import Term, Terms
from integrationsplan.values import Money, Rounding

__all__ = ["PersonnelCost", "personnel_cost"]


@attrs.frozen
class PersonnelCost:
    """The eligible cost of a post: the pay, and a flat rate for social insurance.

    Attributes:
        gross: The pay on which pension insurance is due, before deductions.
        insurance: The employer's flat rate of social insurance.
        term: The figure that says how much that is.
    """

    gross: Money
    insurance: Money
    term: Term

    @property
    def total(self) -> Money:
        """The eligible cost."""
        return self.gross + self.insurance

    @property
    def source(self) -> str:
        """On which paragraph or document it rests."""
        return self.term.source

    def explain(self, language: Language = "en") -> str:
        """Say how it comes about, with the source."""
        gross = Wording("pay", "Arbeitsentgelt").in_language(language)
        insurance = Wording("social insurance", "Sozialversicherung").in_language(language)
        total = Wording("eligible cost", "zuwendungsfähige Ausgaben").in_language(language)
        rate = percent(self.term, language)
        return "\n".join(
            (
                f"{gross}: {self.gross.format(language)}",
                f"{insurance} ({rate}): {self.insurance.format(language)}",
                f"{total}: {self.total.format(language)}",
                f"  {self.source}",
            )
        )


def personnel_cost(
    terms: Terms,
    gross: Money,
    day: dt.date,
    *,
    as_known: dt.date | None = None,
    rounding: Rounding = Rounding.DOWN,
) -> PersonnelCost:
    """Return the eligible cost of a post whose social insurance is paid as a flat rate.

    The figure is ``employer_insurance`` of the terms. Levies that a programme does not fund (U1,
    U2, U3) are no part of the flat rate, and not to be added.

    Args:
        terms: What holds for the programme.
        gross: The pay on which pension insurance is due.
        day: The day whose law applies: one of the time that the pay is for.
        as_known: Leave out what was known only after this day.
        rounding: How the flat rate is rounded to cents; by default parts of a cent are dropped.

    Raises:
        NotStatedError: If no source says the flat rate.
        NotInForceError: If it is not known for the day.
        InvalidValueError: If the pay is below zero, not in euros, or too large with the flat rate.
    """
    problems = list(in_euros("/gross", gross))
    if problems:
        raise InvalidValueError("personnel_cost", problems)
    term = terms.value("employer_insurance", day, as_known=as_known)
    insurance = gross.times(term.number, rounding=rounding)
    problems = list(sum_in_bounds("/gross", [gross, insurance]))
    if problems:
        raise InvalidValueError("personnel_cost", problems)
    return PersonnelCost(gross, insurance, term)
