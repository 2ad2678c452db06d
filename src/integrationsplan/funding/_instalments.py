"""Instalments and advances: how much of a grant may be paid at first, and what is left."""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

import attrs

from integrationsplan._language import Language, Wording, format_date
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding._events import Instalment
from integrationsplan.funding._parts import above_zero, in_euros
from integrationsplan.funding._terms import Term, Terms
from integrationsplan.values import Money, Rounding, format_number

__all__ = ["Advance", "Instalments", "advance_on", "first_instalments", "percent"]

FIRST, REST = "first", "rest"


@attrs.frozen
class Instalments:
    """How a grant is to be paid, by the first tranche that a source names.

    Attributes:
        award: The grant.
        instalments: The first, and the rest without a due day; they add up to the grant. One of
            nothing is left out.
        term: The figure that says how much the first is.
    """

    award: Money
    instalments: tuple[Instalment, ...]
    term: Term

    @property
    def first(self) -> Money:
        """The first instalment."""
        return self._amount(FIRST)

    @property
    def rest(self) -> Money:
        """What is paid later."""
        return self._amount(REST)

    @property
    def source(self) -> str:
        """On which paragraph or document it rests."""
        return self.term.source

    def _amount(self, id: str) -> Money:
        return Money.total(each.amount for each in self.instalments if each.id == id)

    def explain(self, language: Language = "en") -> str:
        """Say how it comes about, with the source."""
        return "\n".join(self._sentences(language))

    def _sentences(self, language: Language) -> Iterator[str]:
        said = Wording("granted", "bewilligt").in_language(language)
        yield f"{said}: {self.award.format(language)}"
        for each in self.instalments:
            name = _NAMES[each.id].in_language(language)
            if each.id == FIRST:
                name += f" ({percent(self.term, language)})"
            due = f", {format_date(each.due, language)}" if each.due else ""
            yield f"{name}: {each.amount.format(language)}{due}"
        yield f"  {self.source}"


_NAMES = {FIRST: Wording("first instalment", "erste Rate"), REST: Wording("rest", "Rest")}


@attrs.frozen
class Advance:
    """How much may be paid in advance.

    Attributes:
        expected: What is expected to be due.
        most: How much of it may be paid in advance at most.
        term: The figure that says so.
    """

    expected: Money
    most: Money
    term: Term

    @property
    def rest(self) -> Money:
        """What at least is left until it is settled."""
        return self.expected - self.most

    @property
    def source(self) -> str:
        """On which paragraph or document it rests."""
        return self.term.source

    def explain(self, language: Language = "en") -> str:
        """Say how it comes about, with the source."""
        expected = Wording("expected", "zu erwarten").in_language(language)
        most = Wording("most advance", "höchster Abschlag").in_language(language)
        rest = Wording("left until it is settled", "bleibt bis zur Abrechnung").in_language(
            language
        )
        return "\n".join(
            (
                f"{expected}: {self.expected.format(language)}",
                f"{most} ({percent(self.term, language)}): {self.most.format(language)}",
                f"{rest}: {self.rest.format(language)}",
                f"  {self.source}",
            )
        )


def first_instalments(
    terms: Terms,
    award: Money,
    day: dt.date,
    *,
    due: dt.date | None = None,
    as_known: dt.date | None = None,
    rounding: Rounding = Rounding.DOWN,
) -> Instalments:
    """Return how a grant is to be paid: the first tranche of the programme, and the rest.

    The figure is ``first_tranche`` of the terms. When the rest is due no source says; notices do.

    Args:
        terms: What holds for the programme.
        award: The grant, or the part of it that the source divides, such as that of a year.
        day: The day whose law applies.
        due: When the first instalment is due, if that is known.
        as_known: Leave out what was known only after this day.
        rounding: How the first instalment is rounded to cents; by default parts of a cent are
            dropped, and come with the rest.

    Raises:
        NotStatedError: If no source says the first tranche.
        NotInForceError: If it is not known for the day.
        InvalidValueError: If the grant is below zero or not in euros.
    """
    term, first = _part_of(terms, "first_tranche", award, "/award", day, as_known, rounding)
    parts = (
        Instalment(id=FIRST, amount=first, due=due),
        Instalment(id=REST, amount=award - first),
    )
    return Instalments(award, tuple(each for each in parts if each.amount.minor), term)


def advance_on(
    terms: Terms,
    expected: Money,
    day: dt.date,
    *,
    as_known: dt.date | None = None,
    rounding: Rounding = Rounding.DOWN,
) -> Advance:
    """Return how much of what is expected may be paid in advance.

    The figure is ``advance`` of the terms, the most that may be paid.

    Args:
        terms: What holds for the programme.
        expected: What is expected to be due for a quarter, a year or the whole grant.
        day: The day whose law applies.
        as_known: Leave out what was known only after this day.
        rounding: How it is rounded to cents; by default parts of a cent are dropped, so that it is
            never above what may be paid.

    Raises:
        NotStatedError: If no source says how much may be paid in advance.
        NotInForceError: If it is not known for the day.
        InvalidValueError: If what is expected is below zero or not in euros.
    """
    term, most = _part_of(terms, "advance", expected, "/expected", day, as_known, rounding)
    return Advance(expected, most, term)


def _part_of(
    terms: Terms,
    name: str,
    whole: Money,
    pointer: str,
    day: dt.date,
    as_known: dt.date | None,
    rounding: Rounding,
) -> tuple[Term, Money]:
    """Return a share that a source names, and how much it is: never below zero or above all."""
    problems = list(in_euros(pointer, whole))
    if problems:
        raise InvalidValueError(name, problems)
    term = terms.value(name, day, as_known=as_known)
    share = min(term.number, Fraction(1))
    return term, above_zero(whole.times(share, rounding=rounding))


def percent(term: Term, language: Language) -> str:
    """Write a figure that is a share as a percentage."""
    return f"{format_number(term.number * 100, language)} %"
