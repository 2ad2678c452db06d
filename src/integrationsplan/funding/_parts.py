"""What a funding programme is made of: who pays, who decides, what for, with which duties."""

import datetime as dt
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Annotated, ClassVar, TypeAlias

from annotated_types import Ge, Le, Len

from integrationsplan._language import Wording
from integrationsplan._model import Label, model
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._codes import (
    ApplicantKind,
    BodyRole,
    CostCategory,
    DutyKind,
    LegalForm,
    RelationKind,
    RuleStep,
)
from integrationsplan.problems import TOO_LARGE, TOO_SMALL, Problem
from integrationsplan.values import (
    Basis,
    Bilingual,
    Code,
    Identifier,
    Money,
    Name,
    NumberText,
    Period,
    ShortText,
    parse_number,
)
from integrationsplan.values._money import DIGITS

__all__ = [
    "Amendment",
    "BudgetLine",
    "Duty",
    "EligibleApplicant",
    "EligibleCost",
    "Funder",
    "Norm",
    "Purpose",
    "Relation",
    "ResponsibleBody",
    "RuleUse",
    "Unknown",
]

Citations: TypeAlias = Annotated[tuple[Code, ...], Len(1, 20)]
"""Ids of the citations that a statement rests on."""


@model
class Cited:
    """Something that a programme says, with its source.

    Attributes:
        basis: Whether the source states it or it was inferred.
        citation: Id of the citation in the document.
        locator: Where in the source: a paragraph or number.
        note: How it was inferred, or what to mind.
    """

    basis: Annotated[Basis, Label("basis", "Grundlage")] = Basis.STATED
    citation: Annotated[Code, Label("citation", "Quelle")]
    locator: Annotated[ShortText | None, Label("locator", "Fundstelle")] = None
    note: Annotated[Bilingual | None, Label("note", "Anmerkung")] = None


@model
class Norm(Cited):
    """A norm that the programme rests on.

    Attributes:
        form: What it is.
        title: What it is called.
        issued_on: When it was issued, if known.
        period: Days on which it is in force, as far as known.
    """

    label: ClassVar[Label] = Label("norm", "Norm")

    form: Annotated[LegalForm, Label("form", "Art")]
    title: Annotated[Bilingual, Label("title", "Titel")]
    issued_on: Annotated[dt.date | None, Label("issued on", "erlassen am")] = None
    period: Annotated[Period | None, Label("in force", "in Kraft")] = None


@model
class Funder(Cited):
    """Who pays, and which share of the grant, where a source says so.

    Attributes:
        id: Which; the same as the source of the rule, where that cuts the grant.
        title: Who.
        share: Percent of the grant.
        is_own: Whether it is the recipient's own money.
        is_most: Whether the share is the most and not just that.
        period: When, where that is not always so.
    """

    label: ClassVar[Label] = Label("funder", "Mittelgeber")

    id: Annotated[Code, Label("id", "Kennung")]
    title: Annotated[Bilingual, Label("title", "Bezeichnung")]
    share: Annotated[NumberText | None, Label("share", "Anteil")] = None
    is_own: Annotated[bool, Label("own money", "Eigenmittel")] = False
    is_most: Annotated[bool, Label("at most", "höchstens")] = False
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None

    def _violations(self) -> Iterator[Problem]:
        share = Fraction(0) if self.share is None else parse_number(self.share)
        if share < 0:
            yield TOO_SMALL.at("/share", bound=Wording("0 or more", "0 oder mehr"))
        elif share > 100:
            yield TOO_LARGE.at("/share", bound=Wording("100 or less", "100 oder weniger"))


@model
class ResponsibleBody(Cited):
    """A public body and what it does in the programme.

    Attributes:
        role: What it does.
        title: Who.
        period: When, where that is not always so.
    """

    label: ClassVar[Label] = Label("body", "Stelle")

    role: Annotated[BodyRole, Label("role", "Rolle")]
    title: Annotated[Bilingual, Label("title", "Bezeichnung")]
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None


@model
class BudgetLine(Cited):
    """Money set aside.

    Attributes:
        id: Which.
        title: What for.
        amount: How much; absent for what is left of the line above, or unknown.
        period: For which time.
        part_of: Id of the line that it is a part of. Parts add up to their whole.
        programme: Id of the funding programme that spends it, where that is another one.
    """

    label: ClassVar[Label] = Label("budget line", "Haushaltsposten")

    id: Annotated[Code, Label("id", "Kennung")]
    title: Annotated[Bilingual, Label("title", "Bezeichnung")]
    amount: Annotated[Money | None, Label("amount", "Betrag")] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    part_of: Annotated[Code | None, Label("part of", "Teil von")] = None
    programme: Annotated[Identifier | None, Label("programme", "Programm")] = None

    def _violations(self) -> Iterator[Problem]:
        yield from in_euros("/amount", self.amount)


@model
class Purpose(Cited):
    """What the money is for.

    Attributes:
        text: The purpose in words.
        period: When, where that is not always so.
    """

    label: ClassVar[Label] = Label("purpose", "Zweck")

    text: Annotated[Bilingual, Label("text", "Text")]
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None


@model
class EligibleApplicant(Cited):
    """Who may apply.

    Attributes:
        kind: Which kind of applicant.
        period: When, where that is not always so.
        condition: Under which condition, in words.
    """

    label: ClassVar[Label] = Label("eligible applicant", "Antragsberechtigte")

    applicant: Annotated[ApplicantKind, Label("applicant", "Antragsteller")]
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    condition: Annotated[Bilingual | None, Label("condition", "Bedingung")] = None


@model
class EligibleCost(Cited):
    """What may be funded, and what may not.

    Attributes:
        category: Category of the cost.
        is_eligible: Whether it may be funded.
        rule: What counts, in words.
        parameter: Name of the parameter that says how much, such as a flat rate.
        period: When, where that is not always so.
    """

    label: ClassVar[Label] = Label("eligible cost", "zuwendungsfähige Ausgaben")

    category: Annotated[CostCategory, Label("category", "Ausgabenart")]
    is_eligible: Annotated[bool, Label("eligible", "zuwendungsfähig")] = True
    rule: Annotated[Bilingual | None, Label("rule", "Regel")] = None
    parameter: Annotated[Name | None, Label("parameter", "Parameter")] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None


@model
class Duty(Cited):
    """What a recipient has to do.

    Attributes:
        id: Which.
        sort: What kind of duty.
        text: The duty in words.
        programmes: Ids of the programmes to cooperate with.
        period: When, where that is not always so.
    """

    label: ClassVar[Label] = Label("duty", "Pflicht")

    id: Annotated[Code, Label("id", "Kennung")]
    sort: Annotated[DutyKind, Label("sort", "Art")]
    text: Annotated[Bilingual, Label("text", "Text")]
    programmes: Annotated[
        Annotated[tuple[Identifier, ...], Len(0, 20)], Label("programmes", "Programme")
    ] = ()
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None


@model
class Amendment(Cited):
    """A change of the programme: from when it counts, and from when it was known.

    Attributes:
        id: Which.
        text: What changed, in words.
        valid_from: First day on which it counts; absent if unknown.
        known_from: Day from which it was known; absent if unknown.
        parameters: Names of the parameters that it changed.
    """

    label: ClassVar[Label] = Label("amendment", "Änderung")

    id: Annotated[Code, Label("id", "Kennung")]
    text: Annotated[Bilingual, Label("text", "Text")]
    valid_from: Annotated[dt.date | None, Label("valid from", "gilt ab")] = None
    known_from: Annotated[dt.date | None, Label("known from", "bekannt ab")] = None
    parameters: Annotated[
        Annotated[tuple[Name, ...], Len(0, 50)], Label("parameters", "Parameter")
    ] = ()


@model
class Relation(Cited):
    """How the programme relates to another one.

    Attributes:
        sort: How.
        programme: Id of the other one; it need not be in the catalogue.
        title: What the other one is called.
    """

    label: ClassVar[Label] = Label("relation", "Verhältnis")

    sort: Annotated[RelationKind, Label("sort", "Art")]
    programme: Annotated[Identifier, Label("programme", "Programm")]
    title: Annotated[Bilingual, Label("title", "Titel")]


@model
class RuleUse:
    """A rule that computes something of the programme.

    Attributes:
        step: What it computes.
        rule: Id of the programme document with the rule.
        period: Days on which it is the one to use.
        title: What it computes, in words, where there are several.
    """

    label: ClassVar[Label] = Label("rule", "Regel")

    step: Annotated[RuleStep, Label("step", "Schritt")]
    rule: Annotated[Identifier, Label("rule", "Regel")]
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    title: Annotated[Bilingual | None, Label("title", "Titel")] = None


@model
class Unknown:
    """What the sources do not say, so that nobody takes silence for a no or for zero.

    Attributes:
        name: What is missing; the name of a parameter, where one would hold it.
        text: What is missing, in words.
        period: Days for which it is missing, where it is known for others.
        citations: Ids of the citations that were read for it.
    """

    label: ClassVar[Label] = Label("unknown", "nicht bekannt")

    name: Annotated[Name, Label("name", "Name")]
    text: Annotated[Bilingual, Label("text", "Text")]
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    citations: Annotated[Citations, Label("citations", "Quellen")]


Month = Annotated[int, Ge(1), Le(12)]
Day = Annotated[int, Ge(1), Le(31)]


def told(amount: Money) -> Wording:
    """Return an amount for the sentence of a problem."""
    return Wording(amount.format("en"), amount.format("de"))


def above_zero(amount: Money) -> Money:
    """Return an amount, or zero in the place of one below it."""
    return amount if amount.minor > 0 else Money(0)


def in_euros(pointer: str, amount: Money | None) -> Iterator[Problem]:
    """Yield what is wrong with an amount of a grant: it is in euros and not below zero."""
    if amount is None:
        return
    if amount.currency != "EUR":
        yield kinds.OTHER_CURRENCY.at(pointer)
    elif amount.minor < 0:
        yield kinds.NOT_MONEY.at(pointer)


def sum_in_bounds(pointer: str, amounts: Iterable[Money]) -> Iterator[Problem]:
    """Yield a problem if amounts add up to more than an amount can be."""
    if sum(amount.minor for amount in amounts) >= 100 * 10**DIGITS:
        bound = Wording(f"less than 10^{DIGITS} in all", f"zusammen weniger als 10^{DIGITS}")
        yield TOO_LARGE.at(pointer, bound=bound)


def repeated(pointer: str, name: str, ids: list[str]) -> Iterator[Problem]:
    """Yield a problem for each id that stands for the second time."""
    seen: set[str] = set()
    for index, each in enumerate(ids):
        if each in seen:
            yield kinds.REPEATED_ID.at(f"{pointer}/{index}/{name}")
        seen.add(each)
