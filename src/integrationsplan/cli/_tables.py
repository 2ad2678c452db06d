"""Tables for the terminal."""

import datetime as dt
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from integrationsplan._language import Language, format_date
from integrationsplan.allocation import (
    Allocation,
    Award,
    Comparison,
    Programme,
    Source,
    Tranche,
    describe_rule,
)
from integrationsplan.allocation._phrasing import BASIS_WORDS
from integrationsplan.cli._terminal import cell, new_console, new_table, put
from integrationsplan.cli._words import WORDS
from integrationsplan.errors import NotInForceError
from integrationsplan.funding import FundingProgramme, GeneralTerms
from integrationsplan.values import Period, Quantity, Unit, format_number, parse_number

FINDINGS_SHOWN = 20


def programmes(found: Iterable[Programme], language: Language) -> None:
    """Print a list of programmes."""
    table = new_table(language, "id", "title", "validity")
    for item in found:
        title = item.title.in_language(language)
        table.add_row(cell(item.id), cell(title), cell(_validity(item.valid)))
    new_console().print(table)


def catalogue(
    funding: Sequence[FundingProgramme],
    rules: Sequence[Programme],
    general: Sequence[GeneralTerms],
    language: Language,
) -> None:
    """Print the catalogue as lists, one a kind; those without an entry are left out."""
    console = new_console()
    if funding:
        put(console, WORDS["funding_programmes"].in_language(language), style="bold")
        table = new_table(language, "id", "title", "jurisdiction", "validity", "financing")
        for item in funding:
            title, kind = item.title.in_language(language), item.financing
            said = "–" if kind is None else kind.in_language(language)
            row = (item.id, title, item.jurisdiction, _validity(item.period), said)
            table.add_row(*map(cell, row))
        console.print(table)
    if rules:
        put(console, WORDS["rules"].in_language(language), style="bold")
        programmes(rules, language)
    if general:
        put(console, WORDS["general_terms"].in_language(language), style="bold")
        table = new_table(language, "id", "title", "validity")
        for terms in general:
            title = terms.title.in_language(language)
            table.add_row(*map(cell, (terms.id, title, _validity(terms.period))))
        console.print(table)


def programme(item: Programme, day: dt.date, edition: str | None, language: Language) -> None:
    """Print a programme: what it asks for, its numbers on a day, its rules, its conditions."""
    console = new_console()
    put(console, f"{item.title.in_language(language)} ({item.id})", style="bold")
    if item.summary is not None:
        put(console, item.summary.in_language(language))
    put(console, _day_line(day, edition, language))
    figures = new_table(language, "figure", "unit", "level")
    for name, figure in item.figures.items():
        label = item.label(name, language)
        said = name if label == name else f"{name} ({label})"
        figures.add_row(cell(said), cell(figure.unit), cell(figure.level))
    console.print(figures)
    numbers = new_table(language, "parameter", "value", "since", "basis", "source")
    for name in item.parameters:
        numbers.add_row(*map(cell, _number_row(item, name, day, edition, language)))
    console.print(numbers)
    put(console, WORDS["rules"].in_language(language), style="bold")
    for name in item.analysis.order:
        put(console, f"  {describe_rule(item, name, language)}")
    if item.conditions:
        put(console, WORDS["conditions"].in_language(language), style="bold")
    for condition in item.conditions:
        text = condition.de if language == "de" else condition.en
        for name in item.analysis.facets:
            text = text.replace(f"{{{name}}}", f"‹{item.label(name, language)}›")
        put(console, f"  {condition.code} ({condition.effect}): {text}")
    if item.sources:
        put(console, WORDS["payers"].in_language(language), style="bold")
    for source in item.sources:
        label = (source.de if language == "de" else source.en) or source.id
        put(console, f"  {label}")
    if item.tranches:
        put(console, WORDS["tranches"].in_language(language), style="bold")
    for tranche in item.tranches:
        label = (tranche.de if language == "de" else tranche.en) or tranche.id
        due = f", {format_date(tranche.due, language)}" if tranche.due else ""
        put(console, f"  {label}{due}")


def allocation(result: Allocation, explain: Sequence[str], language: Language) -> None:
    """Print awards, their total, what should be known about them, and explanations asked for."""
    console = new_console()
    put(console, result.programme.title.in_language(language), style="bold")
    put(console, _day_line(result.day, ", ".join(result.editions) or None, language))
    programme = result.programme
    outputs = [name for name in programme.result.outputs if name not in programme.outputs_below]
    parts: list[Source | Tranche] = [*result.programme.sources, *result.programme.tranches]
    table = new_table(language, "recipient", "award")
    table.columns[1].justify = "right"
    for name in outputs:
        table.add_column(cell(result.programme.label(name, language)), justify="right")
    for part in parts:
        label = (part.de if language == "de" else part.en) or part.id
        table.add_column(cell(label), justify="right")
    table.add_column(WORDS["findings"].in_language(language))
    for award in result.awards:
        table.add_row(*map(cell, _award_row(award, outputs, language)))
    table.add_section()
    total = [WORDS["total"].in_language(language), result.total.format(language)]
    table.add_row(*map(cell, total), style="bold")
    console.print(table)
    if programme.outputs_below:
        console.print(_parts(result, language))
    pot, residue = result.pot, result.residue
    if pot is not None and residue is not None:
        said = [f"{WORDS['pot'].in_language(language)}: {pot.format(language)}"]
        said.append(f"{WORDS['residue'].in_language(language)}: {residue.format(language)}")
        put(console, "; ".join(said))
    _findings(console, result, language)
    for key in explain:
        put(console, "")
        put(console, result[key].explain(language))


def comparison(found: Comparison, language: Language) -> None:
    """Print what everybody gets by each rule, and who gains or loses by it."""
    console = new_console()
    table = new_table(language, "recipient")
    for label, allocation in zip(found.labels, found.allocations, strict=True):
        day = format_date(allocation.day, language)
        table.add_column(cell(f"{label} ({day})"), justify="right", overflow="fold")
    table.add_column(cell(WORDS["difference"].in_language(language)), justify="right")
    for row in found.rows:
        amounts = ["–" if amount is None else amount.format(language) for amount in row.amounts]
        table.add_row(*map(cell, [row.title, *amounts, row.difference.format(language)]))
    table.add_section()
    totals = [total.format(language) for total in found.totals]
    last = [WORDS["total"].in_language(language), *totals, found.change().total.format(language)]
    table.add_row(*map(cell, last), style="bold")
    console.print(table)
    for label in found.labels[1:]:
        change = found.change(label)
        words = WORDS["change"].in_language(language)
        counts = {
            "winners": len(change.winners),
            "losers": len(change.losers),
            "unchanged": len(change.unchanged),
        }
        total = change.total.format(language)
        put(console, words.format(label=label, total=total, **counts))


def _parts(result: Allocation, language: Language) -> Table:
    """Return what lies below the recipients."""
    table = new_table(language, "recipient", "output", "record", "amount")
    table.columns[-1].justify = "right"
    for award in result.awards:
        for name, parts in award.parts.items():
            label = result.programme.label(name, language)
            for record, amount in parts.items():
                row = (award.recipient.title, label, record, amount.format(language))
                table.add_row(*map(cell, row))
    return table


def _award_row(award: Award, outputs: Sequence[str], language: Language) -> list[str]:
    cells = [award.recipient.title, award.amount.format(language)]
    beside = award.outputs
    cells += [beside[name].format(language) if name in beside else "–" for name in outputs]
    cut: list[Quantity] = [*award.sources.values(), *award.tranches.values()]
    cells += [amount.format(language) for amount in cut]
    return [*cells, ", ".join(finding.code for finding in award.findings)]


def _findings(console: Console, result: Allocation, language: Language) -> None:
    lines = [finding.format(language) for finding in result.findings]
    for award in result.awards:
        lines += [
            f"{award.recipient.title}: {finding.text.in_language(language)}"
            + "".join(f"\n    - {way.in_language(language)}" for way in finding.ways)
            for finding in award.findings
        ]
    for line in lines[:FINDINGS_SHOWN]:
        put(console, f"  ! {line}")
    if len(lines) > FINDINGS_SHOWN:
        words = WORDS["more_findings"].in_language(language)
        put(console, f"  {words.format(count=len(lines) - FINDINGS_SHOWN)}")


def _number_row(
    item: Programme, name: str, day: dt.date, edition: str | None, language: Language
) -> list[str]:
    parameter = item.parameters[name]
    label = item.label(name, language)
    said = name if label == name else f"{name} ({label})"
    chosen = edition if edition in parameter.editions else None
    try:
        row = parameter.at(day, edition=chosen, name=name)
    except NotInForceError:
        return [said, WORDS["not_in_force"].in_language(language), "", "", ""]
    if row.date is not None:
        value = format_date(row.date, language)
    elif row.value is None:
        value = WORDS["rows"].in_language(language).format(count=len(row.content))
    elif parameter.unit == "percent":
        value = f"{format_number(parse_number(row.value), language)} %"
    else:
        value = Quantity(parse_number(row.value), Unit.parse(parameter.unit)).format(language)
    since = format_date(row.start, language) if row.start else ""
    source = item.citations[row.citation].format() if row.citation in item.citations else ""
    return [said, value, since, BASIS_WORDS[row.basis][language], source]


def _validity(period: Period) -> str:
    start = period.start.isoformat() if period.start else "…"
    end = period.end.isoformat() if period.end else "…"
    return f"{start} – {end}"


def _day_line(day: dt.date, edition: str | None, language: Language) -> str:
    name = "day_only" if edition is None else "day_edition"
    return WORDS[name].in_language(language).format(day=format_date(day, language), edition=edition)
