"""Funding programmes and general terms for the terminal: each statement with its source."""

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.console import Console
from rich.table import Table

from integrationsplan import catalogue
from integrationsplan._language import Language, format_date
from integrationsplan.allocation._phrasing import BASIS_WORDS
from integrationsplan.cli._regulations import Line, Regulation, Rest, budget_of, held, rows_of
from integrationsplan.cli._speaking import speaker
from integrationsplan.cli._terminal import cell, new_console, new_table, put
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import (
    Amendment,
    BudgetLine,
    Deadline,
    Duty,
    EligibleApplicant,
    EligibleCost,
    Funder,
    FundingProgramme,
    Norm,
    Purpose,
    Relation,
    ResponsibleBody,
    RuleUse,
)
from integrationsplan.parameters import Band, Parameter, ParameterValue
from integrationsplan.values import (
    Basis,
    Bilingual,
    Period,
    Quantity,
    Unit,
    format_number,
    parse_number,
)

Statement = (
    Norm
    | Funder
    | ResponsibleBody
    | Purpose
    | EligibleApplicant
    | EligibleCost
    | Duty
    | Amendment
    | Relation
    | Deadline
)
"""Something that a regulation says, with its source."""


DEEPEST_INDENT = 20


def regulation(document: Regulation, day: dt.date | None, language: Language) -> None:
    """Print what a funding programme or general terms say, all of it or what holds on a day."""
    _Page(document, day, language).print()


def span(period: Period | None, language: Language) -> str:
    """Write a period for people; nothing where there is none."""
    if period is None or (period.start is None and period.end is None):
        return ""
    ends = (period.start, period.end)
    start, end = ("…" if each is None else format_date(each, language) for each in ends)
    return f"{start} – {end}"


class _Page:
    """One document on its way to the terminal; sources are numbered as they are met."""

    def __init__(self, document: Regulation, day: dt.date | None, language: Language) -> None:
        self.document = document
        self.day = day
        self.language: Language = language
        self.say = speaker(language)
        self.console: Console = new_console()
        self.sources: dict[str, int] = {}

    def print(self) -> None:
        document, say = self.document, self.say
        put(self.console, f"{self.said(document.title)} ({document.id})", style="bold")
        if document.summary is not None:
            put(self.console, self.said(document.summary))
        put(self.console, "; ".join(self.head()))
        if self.day is not None:
            put(self.console, say("only_on", day=format_date(self.day, self.language)))
            if self.day not in document.period:
                put(self.console, say("runs_not"))
        self.section("norms", document.norms)
        if isinstance(document, FundingProgramme):
            self.section("funders", document.funders)
            self.section("bodies", document.bodies)
            self.budget(document)
            self.section("aims", document.purposes)
            self.section("applicants", document.applicants)
            self.section("costs", document.costs)
            self.section("duties", document.duties)
        self.numbers()
        if isinstance(document, FundingProgramme):
            self.section("amendments", document.amendments)
        self.section("deadlines", document.deadlines)
        if isinstance(document, FundingProgramme):
            self.section("relations", document.relations)
            self.lines("rules_used", [self.rule(use) for use in held(document.rules, self.day)])
            self.lines("beside", document.general_terms)
        unknown = [
            f"{each.name}: {self.said(each.text)} {self.marks(each.citations)}"
            for each in held(document.unknowns, self.day)
        ]
        self.lines("unknowns", unknown)
        cited = [f"[{n}] {document.citations[id].format()}" for id, n in self.sources.items()]
        self.lines("sources", cited)
        put(self.console, "")
        put(self.console, say("reviewed", day=format_date(document.reviewed_on, self.language)))

    def said(self, text: Bilingual) -> str:
        return text.in_language(self.language)

    def head(self) -> Iterator[str]:
        document = self.document
        yield self.say("law_of", code=document.jurisdiction)
        period = span(document.period, self.language)
        if period:
            yield self.say("runs", period=period)
        if isinstance(document, FundingProgramme):
            kind = document.financing
            said = self.say("not_stated") if kind is None else kind.in_language(self.language)
            yield self.say("financed_as", kind=said)

    # -- sections ----------------------------------------------------------------------------------

    def heading(self, name: str) -> None:
        put(self.console, "")
        put(self.console, self.say(name), style="bold")

    def lines(self, name: str, lines: Sequence[str]) -> None:
        if lines:
            self.heading(name)
        for line in lines:
            put(self.console, f"  {line}")

    def section(self, name: str, parts: Sequence[Statement]) -> None:
        shown = held(parts, self.day)
        if shown:
            self.heading(name)
        for part in shown:
            main, *beside = self.pieces(part)
            if not isinstance(part, Amendment):
                beside.append(span(getattr(part, "period", None), self.language))
            told = "; ".join(piece for piece in beside if piece)
            text = f"{main} ({told})" if told else main
            put(self.console, f"  {text} {self.mark(part)}")
            self.remark(part.basis, None if part.note is None else self.said(part.note))

    def pieces(self, part: Statement) -> Iterator[str]:
        """Yield what a statement says, and then what stands beside it in brackets."""
        say, language = self.say, self.language
        match part:
            case Norm():
                yield f"{part.form.in_language(language)}: {self.said(part.title)}"
                if part.issued_on is not None:
                    yield say("issued", day=format_date(part.issued_on, language))
            case Funder():
                yield self.funder(part)
            case ResponsibleBody():
                yield f"{part.role.in_language(language)}: {self.said(part.title)}"
            case EligibleApplicant():
                who = part.applicant.in_language(language)
                yield who if part.condition is None else f"{who}: {self.said(part.condition)}"
            case EligibleCost():
                what = part.category.in_language(language)
                what = what if part.is_eligible else f"{what}, {say('not_eligible')}"
                yield what if part.rule is None else f"{what}: {self.said(part.rule)}"
                if part.parameter is not None:
                    yield say("reads", name=part.parameter)
            case Duty():
                yield f"{part.sort.in_language(language)}: {self.said(part.text)}"
                yield ", ".join(part.programmes)
            case Amendment():
                days = (("since_day", part.valid_from), ("known_since", part.known_from))
                told = [say(name, day=format_date(day, language)) for name, day in days if day]
                text = self.said(part.text)
                yield f"{', '.join(told)}: {text}" if told else text
                yield ", ".join(part.parameters)
            case Relation():
                yield f"{part.sort.in_language(language)}: {self.said(part.title)}"
                yield part.programme
            case Deadline():
                yield f"{part.sort.in_language(language)}: {self.said(part.text)}"
            case Purpose():
                yield self.said(part.text)

    def funder(self, part: Funder) -> str:
        title = self.said(part.title)
        if part.is_own:
            title = f"{title} ({self.say('own_money')})"
        if part.share is None:
            return title
        share = f"{format_number(parse_number(part.share), self.language)} %"
        return f"{title}: {self.say('at_most')} {share}" if part.is_most else f"{title}: {share}"

    def rule(self, use: RuleUse) -> str:
        pieces = [f"{use.step.in_language(self.language)}: {use.rule}"]
        if use.title is not None:
            pieces.append(self.said(use.title))
        if use.period is not None:
            pieces.append(span(use.period, self.language))
        if use.rule not in catalogue.ids():
            pieces.append(self.say("not_in_catalogue"))
        elif use.rule == self.document.id:
            pieces.append(f"show {use.rule} --kind programme")
        return ", ".join(pieces)

    # -- sources -----------------------------------------------------------------------------------

    def number(self, citation: str) -> int:
        return self.sources.setdefault(citation, len(self.sources) + 1)

    def mark(self, part: Statement | BudgetLine) -> str:
        place = "" if part.locator is None else f", {part.locator}"
        return f"[{self.number(part.citation)}{place}]"

    def marks(self, citations: Sequence[str]) -> str:
        return f"[{', '.join(str(self.number(each)) for each in citations)}]"

    def remark(self, basis: Basis, note: str | None) -> None:
        words = [] if basis is Basis.STATED else [BASIS_WORDS[basis][self.language]]
        words += [note] if note is not None else []
        if words:
            put(self.console, f"    {': '.join(words)}")

    # -- budget ------------------------------------------------------------------------------------

    def budget(self, programme: FundingProgramme) -> None:
        lines = list(budget_of(programme, self.day))
        if not lines:
            return
        self.heading("budget")
        table = new_table(self.language, "line", "amount", "period_head", "source", "note")
        table.columns[1].justify = "right"
        for line in lines:
            table.add_row(*map(cell, self.budget_row(line)))
        self.console.print(table)

    def budget_row(self, item: Line | Rest) -> list[str]:
        say, indent = self.say, "  " * min(item.depth, DEEPEST_INDENT)
        if isinstance(item, Rest):
            left = item.amount.format(self.language)
            return [f"{indent}{say('rest_of_those')}", left, "", "", ""]
        line = item.line
        amount = say("not_stated")
        if item.amount is not None:
            amount = item.amount.format(self.language)
        notes = [] if line.basis is Basis.STATED else [BASIS_WORDS[line.basis][self.language]]
        notes += [say("worked_out")] if item.is_worked_out else []
        notes += [say("spent_by", programme=line.programme)] if line.programme else []
        notes += [self.said(line.note)] if line.note is not None else []
        title = f"{indent}{self.said(line.title)}"
        period = span(line.period, self.language)
        return [title, amount, period, self.mark(line), "; ".join(notes)]

    # -- numbers -----------------------------------------------------------------------------------

    def numbers(self) -> None:
        shown = [
            (name, parameter, rows)
            for name, parameter in self.document.parameters.items()
            if (rows := rows_of(name, parameter, self.day))
        ]
        if shown:
            self.heading("parameters")
        for name, parameter, rows in shown:
            label = parameter.de if self.language == "de" else parameter.en
            said = f"{name}: {label}" if label else name
            put(self.console, f"  {said} ({parameter.unit})")
            self.console.print(self.timeline(parameter, rows))

    def timeline(self, parameter: Parameter, rows: Sequence[ParameterValue]) -> Table:
        optional = {
            "edition_word": any(row.edition is not None for row in rows),
            "note": any(row.note is not None for row in rows),
        }
        columns = ["from_day", "to_day", "known_from", "value", "basis", "source"]
        columns += [name for name, is_there in optional.items() if is_there]
        table = new_table(self.language, *columns)
        for row in rows:
            days = [row.start, row.end, row.known_from]
            cells = ["…" if day is None else format_date(day, self.language) for day in days[:2]]
            cells.append("" if days[2] is None else format_date(days[2], self.language))
            cells.append(_value(row, parameter.unit, self.language))
            cells.append(BASIS_WORDS[row.basis][self.language])
            cells.append(self.marks([row.citation]))
            cells += [row.edition or ""] if optional["edition_word"] else []
            cells += [row.note or ""] if optional["note"] else []
            table.add_row(*map(cell, cells))
        return table


def _value(row: ParameterValue, unit: str, language: Language) -> str:
    """Write the value of a row; tables and bands one line each."""
    if row.date is not None:
        return format_date(row.date, language)
    if row.codes is not None:
        return "\n".join(f"{code}: {value}" for code, value in row.codes.items())
    if row.table is not None:
        lines = [f"{code}: {_number(text, unit, language)}" for code, text in row.table.items()]
        return "\n".join(lines)
    if row.bands is not None:
        lines = [
            f"{_ends(band, language)}: {_number(band.value, unit, language)}" for band in row.bands
        ]
        return "\n".join(lines)
    return _number(row.value or "", unit, language)


def _number(text: str, unit: str, language: Language) -> str:
    number: Fraction = parse_number(text)
    if unit == "percent":
        return f"{format_number(number, language)} %"
    try:
        return Quantity(number, Unit.parse(unit)).format(language)
    except InvalidValueError:  # a unit of its own
        return f"{format_number(number, language)} {unit}"


def _ends(band: Band, language: Language) -> str:
    signs = (("≥", band.at_least), (">", band.above), ("<", band.below), ("≤", band.at_most))
    return " ".join(
        f"{sign} {format_number(parse_number(end), language)}" for sign, end in signs if end
    )
