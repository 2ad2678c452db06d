"""The statement of an allocation: its result as a document, without the programme that gave it.

A statement says what everybody gets and what should be known about it. Amounts are exact text. What
can be checked without the programme is checked whenever one is made or read: the awards add up to
the total, the pot is used up or rests, and an explanation belongs to the award beside it.
`verify_statement` evaluates the programme again.
"""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, ClassVar, TypeAlias

from annotated_types import Len

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, Label, model
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._trace import Trace
from integrationsplan.allocation._witness import AmountText, RecordKey
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.findings import Finding
from integrationsplan.problems import MISSING_KEY, Problem, at_pointer
from integrationsplan.values import (
    Basis,
    Bilingual,
    Code,
    Identifier,
    Name,
    Period,
    ShortText,
    Unit,
)

__all__ = ["StatedAward", "StatedQuantity", "Statement"]

MOST_DIGITS = 20_000
"""Digits of unlike denominators that are added: a short document can ask for numbers without end.

Amounts of money have one denominator, and so have shares of one whole.
"""
_BITS_OF_A_DIGIT = 3.33

Ratio: TypeAlias = tuple[int, int]

TOTAL = Wording("a total", "eine Summe")
RESIDUE = Wording("a residue", "ein Rest")
PAYERS = Wording("amounts of payers", "Beträge der Mittelgeber")
TRANCHES = Wording("tranches", "Raten")


@model
class StatedQuantity:
    """A number with a unit of its own.

    Attributes:
        value: Exact number as text.
        unit: Its unit.
    """

    label: ClassVar[Label] = Label("stated quantity", "Größe")

    value: Annotated[AmountText, Label("value", "Wert")]
    unit: Annotated[ShortText, Label("unit", "Einheit")]

    def _violations(self) -> Iterator[Problem]:
        yield from _unit_problems(self.unit)


@model
class StatedAward:
    """What one recipient gets.

    Attributes:
        recipient: Key of the recipient.
        name: What it is called; absent where that is the key.
        amount: How much, in the unit of the statement.
        is_excluded: Whether a condition has taken the recipient out of the calculation.
        is_zeroed: Whether a condition has made the award zero.
        outputs: What the programme shows beside the award, by name.
        parts: What it shows of the records below, by name and key.
        financed: What the payers add up to, where own money is part of it.
        payers: Who pays how much of it, by id of the source.
        tranches: How much of it is paid when, by id of the tranche.
        earmarks: Limits on its use, by id of the earmark.
        findings: What should be known about it.
        explanation: What led to it.
    """

    label: ClassVar[Label] = Label("award", "Zuwendung")

    recipient: Annotated[Code, Label("recipient", "Empfänger")]
    name: Annotated[ShortText | None, Label("name", "Name")] = None
    amount: Annotated[AmountText, Label("amount", "Betrag")]
    is_excluded: Annotated[bool, Label("excluded", "ausgeschlossen")] = False
    is_zeroed: Annotated[bool, Label("zero by a condition", "durch eine Bedingung null")] = False
    outputs: Annotated[
        FrozenMap[Name, StatedQuantity], Len(0, 500), Label("outputs", "Nebenergebnisse")
    ] = FrozenMap()
    parts: Annotated[
        FrozenMap[Name, Annotated[FrozenMap[RecordKey, StatedQuantity], Len(0, 100_000)]],
        Len(0, 500),
        Label("parts", "Teile"),
    ] = FrozenMap()
    financed: Annotated[AmountText | None, Label("whole cost", "Gesamtkosten")] = None
    payers: Annotated[FrozenMap[Code, AmountText], Len(0, 50), Label("payers", "Mittelgeber")] = (
        FrozenMap()
    )
    tranches: Annotated[FrozenMap[Code, AmountText], Len(0, 50), Label("tranches", "Raten")] = (
        FrozenMap()
    )
    earmarks: Annotated[
        FrozenMap[Code, AmountText], Len(0, 50), Label("earmarks", "Zweckbindungen")
    ] = FrozenMap()
    findings: Annotated[tuple[Finding, ...], Len(0, 10_000), Label("findings", "Hinweise")] = ()
    explanation: Annotated[Trace | None, Label("explanation", "Nachweis")] = None

    def _violations(self) -> Iterator[Problem]:
        if (self.is_excluded or self.is_zeroed) and not same_number(self.amount, "0"):
            yield kinds.STATED_DESPITE.at("/amount")
        whole = self.amount if self.financed is None else self.financed
        yield from _sum_problems("/payers", PAYERS, self.payers, whole)
        yield from _sum_problems("/tranches", TRANCHES, self.tranches, self.amount)

    @property
    def title(self) -> str:
        """The name, or the key where there is none."""
        return self.name or self.recipient


@model
class Statement:
    """The result of an allocation.

    Attributes:
        programme: Id of the programme.
        title: What the programme is called.
        day: The day whose law applied.
        period: The period paid for.
        asked_edition: The edition that was asked for.
        as_known: What was known later was left out.
        assumed: Parameters of which a value was assumed: then it is a what-if, and no result of the
            law.
        editions: The editions whose numbers were read.
        unit: Unit of the awards.
        needs_all_recipients: Whether an award depends on the other recipients.
        total: The sum of all awards.
        pot: What the awards are cut from.
        residue: The pot less the total.
        findings: What should be known about the whole.
        awards: One for each recipient.

    Example:
        >>> from integrationsplan import allocate, catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = [{"key": "Weinheim", "persons": 352}]
        >>> statement = allocate(programme, towns, day=dt.date(2018, 1, 15)).statement()
        >>> statement["Weinheim"].amount, statement.unit
        ('280220.00', 'EUR/year')
    """

    label: ClassVar[Label] = Label("statement of awards", "Aufstellung der Zuwendungen")

    programme: Annotated[Identifier, Label("programme", "Programm")]
    title: Annotated[Bilingual | None, Label("title", "Titel")] = None
    day: Annotated[dt.date, Label("day", "Tag")]
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    asked_edition: Annotated[Code | None, Label("edition asked for", "verlangte Fassung")] = None
    as_known: Annotated[dt.date | None, Label("as known", "nach Kenntnis vom")] = None
    assumed: Annotated[
        tuple[Name, ...], Len(0, 500), Label("assumed parameters", "angenommene Parameter")
    ] = ()
    editions: Annotated[tuple[Code, ...], Len(0, 100), Label("editions", "Fassungen")] = ()
    unit: Annotated[ShortText, Label("unit", "Einheit")]
    needs_all_recipients: Annotated[
        bool, Label("needs all recipients", "hängt von allen Empfängern ab")
    ] = False
    total: Annotated[AmountText, Label("total", "Summe")]
    pot: Annotated[AmountText | None, Label("pot", "Topf")] = None
    residue: Annotated[AmountText | None, Label("residue", "Rest")] = None
    findings: Annotated[tuple[Finding, ...], Len(0, 10_000), Label("findings", "Hinweise")] = ()
    awards: Annotated[tuple[StatedAward, ...], Len(0, 100_000), Label("awards", "Zuwendungen")]

    def _violations(self) -> Iterator[Problem]:
        yield from _unit_problems(self.unit)
        first: dict[str, int] = {}
        for index, award in enumerate(self.awards):
            other = first.setdefault(award.recipient, index)
            if other != index:
                pointer = f"/awards/{index}/recipient"
                yield kinds.DUPLICATE_KEY.at(pointer, other=f"/awards/{other}")
            if award.explanation is not None:
                pointer = f"/awards/{index}/explanation"
                yield from _strange(award.explanation, award, self, pointer)
        amounts = {str(index): award.amount for index, award in enumerate(self.awards)}
        yield from _sum_problems("/total", TOTAL, amounts or {"": "0"}, self.total)
        if (self.pot is None) != (self.residue is None):
            yield MISSING_KEY.at("/pot" if self.pot is None else "/residue")
        if self.pot is not None and self.residue is not None:
            both = {"total": self.total, "residue": self.residue}
            yield from _sum_problems("/residue", RESIDUE, both, self.pot)

    @functools.cached_property
    def _index(self) -> dict[str, int]:
        return {award.recipient: index for index, award in enumerate(self.awards)}

    def __getitem__(self, key: str) -> StatedAward:
        if key not in self._index:
            raise UnknownNameError(Wording("recipient", "Empfänger"), key, self._index)
        return self.awards[self._index[key]]

    def __iter__(self) -> Iterator[StatedAward]:
        return iter(self.awards)

    def __len__(self) -> int:
        return len(self.awards)

    def __repr__(self) -> str:
        return (
            f"<Statement {self.programme} on {self.day.isoformat()}: "
            f"{len(self)} awards, {self.total} {self.unit}>"
        )


def same_number(first: str, second: str) -> bool:
    """Tell whether two texts are the same number, however they are written."""
    (above, below), (other_above, other_below) = _ratio(first), _ratio(second)
    return above * other_below == other_above * below


def same_unit(first: str, second: str) -> bool:
    """Tell whether two texts are the same unit, however they are written."""
    return Unit.parse(first) == Unit.parse(second)


def _unit_problems(unit: str) -> Iterator[Problem]:
    try:
        Unit.parse(unit)
    except InvalidValueError as error:
        yield from (at_pointer(problem, "/unit") for problem in error.problems)


def _strange(
    trace: Trace, award: StatedAward, statement: Statement, pointer: str
) -> Iterator[Problem]:
    """Tell what in an explanation is of another award or of another allocation."""
    pairs = {
        "programme": (trace.programme, statement.programme),
        "day": (trace.day, statement.day),
        "period": (trace.period, statement.period),
        "edition": (trace.edition, statement.asked_edition),
        "as_known": (trace.as_known, statement.as_known),
        "recipient": (trace.recipient, award.recipient),
        "is_excluded": (trace.is_excluded, award.is_excluded),
        "unit": (trace.unit, statement.unit),
    }
    for name, (said, wanted) in pairs.items():
        if said != wanted and not (name == "unit" and _alike(trace.unit, statement.unit)):
            yield kinds.EXPLAINS_ANOTHER.at(f"{pointer}/{name}")
    for place, step in trace.every_step():
        for index, item in enumerate(step.inputs):
            if item.basis is Basis.ASSUMED:
                yield kinds.EXPLAINS_ASSUMED.at(f"{pointer}{place}/inputs/{index}/basis")
    if not same_number(trace.amount, award.amount):
        yield kinds.EXPLAINS_ANOTHER.at(f"{pointer}/amount")


def _alike(first: str, second: str) -> bool:
    """Tell whether two units are the same; one that is unknown is like no other."""
    try:
        return same_unit(first, second)
    except InvalidValueError:
        return False


def _sum_problems(
    pointer: str, what: Wording, parts: Mapping[str, str], whole: str
) -> Iterator[Problem]:
    """Compare the sum of parts with the whole; where there are none, there is nothing to add."""
    if not parts:
        return
    found = _sum(map(_ratio, parts.values()))
    if found is None:
        yield kinds.NUMBERS_TOO_LONG.at(pointer, most=MOST_DIGITS)
        return
    above, below = _ratio(whole)
    if found[0] * below != above * found[1]:
        yield kinds.STATED_SUM.at(pointer, what=what)


def _ratio(text: str) -> Ratio:
    """Return numerator and denominator as they are written: to reduce them takes long."""
    above, sign, below = text.partition("/")
    if sign:
        return int(above), int(below)
    whole, sign, decimals = text.partition(".")
    return int(whole + decimals), 10 ** len(decimals)


def _sum(ratios: Iterable[Ratio]) -> Ratio | None:
    """Add numbers exactly; nothing if they grow without end."""
    by_denominator: dict[int, int] = {}
    for above, below in ratios:
        by_denominator[below] = by_denominator.get(below, 0) + above
    if sum(below.bit_length() for below in by_denominator) > MOST_DIGITS * _BITS_OF_A_DIGIT:
        return None
    terms = [(above, below) for below, above in by_denominator.items()]
    while len(terms) > 1:  # two by two: short numbers are multiplied with short ones
        pairs = zip(terms[::2], terms[1::2], strict=False)
        added = [(a * d + c * b, b * d) for (a, b), (c, d) in pairs]
        terms = added + (terms[-1:] if len(terms) % 2 else [])
    return terms[0] if terms else (0, 1)
