"""Funding programmes: who funds what, for whom, by when, and by which rules, each with its source.

A funding programme is what a regulation says around its rule. The rule itself, which computes, is a
`Programme` of `integrationsplan.allocation`; a funding programme names the rules that belong to it.
What the sources do not say is listed as unknown, and asking for it is an error that says so.
"""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, ClassVar

from annotated_types import Len

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, Label, evolve, model
from integrationsplan.errors import NotStatedError, UnknownNameError
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._budget import budget_problems, known_amounts
from integrationsplan.funding._codes import DeadlineKind, FundingKind, RuleStep
from integrationsplan.funding._deadlines import Deadline
from integrationsplan.funding._parts import (
    Amendment,
    BudgetLine,
    Cited,
    Duty,
    EligibleApplicant,
    EligibleCost,
    Funder,
    Norm,
    Purpose,
    Relation,
    ResponsibleBody,
    RuleUse,
    Unknown,
    repeated,
)
from integrationsplan.parameters import Parameter
from integrationsplan.problems import Problem, escape_token
from integrationsplan.values import (
    Bilingual,
    Citation,
    Code,
    Identifier,
    Jurisdiction,
    Money,
    Name,
    Period,
    format_number,
    parse_number,
)

__all__ = ["FundingProgramme", "GeneralTerms", "Regulated"]


@model
class Regulated:
    """What regulations say, with the source of each figure: the part that all of them have.

    Attributes:
        id: Identity of the document.
        title: Title.
        summary: What it is, in a few sentences.
        jurisdiction: Whose law it is.
        period: Days for which it holds, as far as known.
        reviewed_on: Day on which the document was last compared with its sources.
        norms: The legal basis.
        parameters: The numbers that it sets, by name; see `TERMS` for names with a meaning.
        deadlines: By when something has to be done.
        unknowns: What the sources do not say.
        citations: The sources, by id.
    """

    id: Annotated[Identifier, Label("id", "Kennung")]
    title: Annotated[Bilingual, Label("title", "Titel")]
    summary: Annotated[Bilingual | None, Label("summary", "Zusammenfassung")] = None
    jurisdiction: Annotated[Jurisdiction, Label("jurisdiction", "Rechtsraum")]
    period: Annotated[Period, Label("period", "Zeitraum")]
    reviewed_on: Annotated[dt.date, Label("reviewed on", "geprüft am")]
    norms: Annotated[Annotated[tuple[Norm, ...], Len(0, 50)], Label("norms", "Normen")] = ()
    parameters: Annotated[
        Annotated[FrozenMap[Name, Parameter], Len(0, 500)], Label("parameters", "Parameter")
    ] = FrozenMap()
    deadlines: Annotated[
        Annotated[tuple[Deadline, ...], Len(0, 200)], Label("deadlines", "Fristen")
    ] = ()
    unknowns: Annotated[
        Annotated[tuple[Unknown, ...], Len(0, 100)], Label("unknowns", "nicht bekannt")
    ] = ()
    citations: Annotated[
        Annotated[FrozenMap[Code, Citation], Len(0, 500)], Label("citations", "Quellen")
    ] = FrozenMap()

    parts: ClassVar[tuple[str, ...]] = ("norms", "deadlines")
    """Fields that hold statements with a source each."""

    def _violations(self) -> Iterator[Problem]:
        used = set()
        for pointer, citation in self._cited():
            used.add(citation)
            if citation not in self.citations:
                yield kinds.UNKNOWN_CITATION.at(pointer)
        for name in self.citations:
            if name not in used:
                yield kinds.UNUSED_CITATION.at(f"/citations/{escape_token(name)}")
        yield from repeated("/deadlines", "id", [deadline.id for deadline in self.deadlines])

    def _cited(self) -> Iterator[tuple[str, str]]:
        """Yield every place that names a citation, with its id."""
        for name in self.parts:
            parts: tuple[Cited, ...] = getattr(self, name)
            for index, part in enumerate(parts):
                yield f"/{name}/{index}/citation", part.citation
        for name, parameter in self.parameters.items():
            for index, row in enumerate(parameter.values):
                yield f"/parameters/{name}/values/{index}/citation", row.citation
        for index, unknown in enumerate(self.unknowns):
            for place, citation in enumerate(unknown.citations):
                yield f"/unknowns/{index}/citations/{place}", citation

    def deadlines_of(self, sort: DeadlineKind) -> tuple[Deadline, ...]:
        """Return the deadlines of a kind."""
        return tuple(deadline for deadline in self.deadlines if deadline.sort is sort)

    def source(self, part: Cited) -> str:
        """Write down on which paragraph or document a statement rests."""
        citation = self.citations[part.citation]
        if part.locator is not None:
            citation = evolve(citation, locator=part.locator)
        return citation.format()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"


@model(repr=False)
class GeneralTerms(Regulated):
    """General terms of grants: what holds in a jurisdiction where a programme says nothing else.

    Such as the Allgemeine Nebenbestimmungen (ANBest-P, ANBest-K, ANBest-Gk) of a Land.
    """


@model(repr=False)
class FundingProgramme(Regulated):
    """What is said of a funding programme, from the legal basis to the last deadline.

    Attributes:
        financing: How the grant relates to the cost; absent if no source says it.
        funders: Who pays.
        bodies: Who decides and advises.
        budget: The money, in lines that add up.
        purposes: What it is for.
        applicants: Who may apply.
        costs: What may be funded.
        duties: What recipients have to do.
        amendments: What was changed, and when.
        relations: Sister programmes, successors, predecessors.
        rules: The rules that compute.
        general_terms: Ids of the general terms that apply beside it, nearest first.

    Raises:
        InvalidValueError: If lines of the budget do not add up, shares are more than 100 %, an id
            stands twice, or a citation is missing or unused; tells everything at once.
    """

    financing: Annotated[FundingKind | None, Label("financing", "Finanzierungsart")] = None
    funders: Annotated[
        Annotated[tuple[Funder, ...], Len(0, 50)], Label("funders", "Mittelgeber")
    ] = ()
    bodies: Annotated[
        Annotated[tuple[ResponsibleBody, ...], Len(0, 50)], Label("bodies", "Stellen")
    ] = ()
    budget: Annotated[
        Annotated[tuple[BudgetLine, ...], Len(0, 500)], Label("budget", "Haushalt")
    ] = ()
    purposes: Annotated[
        Annotated[tuple[Purpose, ...], Len(0, 50)], Label("purposes", "Zwecke")
    ] = ()
    applicants: Annotated[
        Annotated[tuple[EligibleApplicant, ...], Len(0, 50)],
        Label("applicants", "Antragsberechtigte"),
    ] = ()
    costs: Annotated[
        Annotated[tuple[EligibleCost, ...], Len(0, 100)], Label("costs", "Ausgaben")
    ] = ()
    duties: Annotated[Annotated[tuple[Duty, ...], Len(0, 100)], Label("duties", "Pflichten")] = ()
    amendments: Annotated[
        Annotated[tuple[Amendment, ...], Len(0, 200)], Label("amendments", "Änderungen")
    ] = ()
    relations: Annotated[
        Annotated[tuple[Relation, ...], Len(0, 50)], Label("relations", "Verhältnisse")
    ] = ()
    rules: Annotated[Annotated[tuple[RuleUse, ...], Len(0, 50)], Label("rules", "Regeln")] = ()
    general_terms: Annotated[
        Annotated[tuple[Identifier, ...], Len(0, 10)],
        Label("general terms", "allgemeine Nebenbestimmungen"),
    ] = ()

    parts: ClassVar[tuple[str, ...]] = (
        *Regulated.parts,
        "funders",
        "bodies",
        "budget",
        "purposes",
        "applicants",
        "costs",
        "duties",
        "amendments",
        "relations",
    )

    def _violations(self) -> Iterator[Problem]:
        yield from super()._violations()
        for name in ("funders", "budget", "duties", "amendments"):
            yield from repeated(f"/{name}", "id", [part.id for part in getattr(self, name)])
        yield from _share_problems(self.funders)
        yield from budget_problems(self.budget)

    def amount(self, line: str) -> Money:
        """Return the amount of a budget line; where it is what is left of its whole, that.

        Raises:
            UnknownNameError: If there is no such line.
            NotStatedError: If no source says it and it cannot be worked out.
        """
        lines = {each.id: each for each in self.budget}
        if line not in lines:
            raise UnknownNameError(Wording("budget line", "Haushaltsposten"), line, lines)
        found = known_amounts(self.budget).get(line)
        if found is None:
            title = lines[line].title
            raise NotStatedError(self.id, line, Wording(title.en, title.de), ())
        return found

    def rule_for(self, step: RuleStep, day: dt.date) -> RuleUse | None:
        """Return the rule that computes a step for what is funded on a day, if there is one."""
        for use in self.rules:
            if use.step is step and (use.period is None or day in use.period):
                return use
        return None


def _share_problems(funders: tuple[Funder, ...]) -> Iterator[Problem]:
    """Tell whether shares that hold at one time are more than the whole, or less where all are."""
    starts = {funder.period.start for funder in funders if funder.period is not None}
    # A share without a time, beside others with one, may be all that was paid at other times.
    is_mixed = len({funder.period is None for funder in funders}) > 1
    for day in sorted({dt.date.min, *(start for start in starts if start is not None)}):
        at_once = [each for each in funders if each.period is None or day in each.period]
        total = sum((parse_number(each.share) for each in at_once if each.share), Fraction(0))
        is_whole = not is_mixed and all(each.share and not each.is_most for each in at_once)
        if at_once and (total > 100 or (is_whole and total != 100)):
            yield kinds.SHARES_DO_NOT_ADD_UP.at("/funders", found=format_number(total, "en"))
            return
