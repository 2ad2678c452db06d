"""Tables for the terminal."""

import datetime as dt
import sys
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

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
from integrationsplan.cli._words import WORDS
from integrationsplan.errors import NotInForceError
from integrationsplan.values import Quantity, Unit, format_number, parse_number

FINDINGS_SHOWN = 20
WIDTH_OF_A_FILE = 160


def programmes(found: Iterable[Programme], language: Language) -> None:
    """Print a list of programmes."""
    table = _table(language, "id", "title", "validity")
    for item in found:
        title = item.title.in_language(language)
        start = item.valid.start.isoformat() if item.valid.start else "…"
        end = item.valid.end.isoformat() if item.valid.end else "…"
        table.add_row(_cell(item.id), _cell(title), _cell(f"{start} – {end}"))
    _console().print(table)


def programme(item: Programme, day: dt.date, edition: str | None, language: Language) -> None:
    """Print a programme: what it asks for, its numbers on a day, its rules, its conditions."""
    console = _console()
    _line(console, f"{item.title.in_language(language)} ({item.id})", style="bold")
    if item.summary is not None:
        _line(console, item.summary.in_language(language))
    _line(console, _day_line(day, edition, language))
    figures = _table(language, "figure", "unit", "level")
    for name, figure in item.figures.items():
        label = item.label(name, language)
        said = name if label == name else f"{name} ({label})"
        figures.add_row(_cell(said), _cell(figure.unit), _cell(figure.level))
    console.print(figures)
    numbers = _table(language, "parameter", "value", "since", "basis", "source")
    for name in item.parameters:
        numbers.add_row(*map(_cell, _number_row(item, name, day, edition, language)))
    console.print(numbers)
    _line(console, WORDS["rules"].in_language(language), style="bold")
    for name in item.analysis.order:
        _line(console, f"  {describe_rule(item, name, language)}")
    if item.conditions:
        _line(console, WORDS["conditions"].in_language(language), style="bold")
    for condition in item.conditions:
        text = condition.de if language == "de" else condition.en
        for name in item.analysis.facets:
            text = text.replace(f"{{{name}}}", f"‹{item.label(name, language)}›")
        _line(console, f"  {condition.code} ({condition.effect}): {text}")
    if item.sources:
        _line(console, WORDS["payers"].in_language(language), style="bold")
    for source in item.sources:
        label = (source.de if language == "de" else source.en) or source.id
        _line(console, f"  {label}")
    if item.tranches:
        _line(console, WORDS["tranches"].in_language(language), style="bold")
    for tranche in item.tranches:
        label = (tranche.de if language == "de" else tranche.en) or tranche.id
        due = f", {format_date(tranche.due, language)}" if tranche.due else ""
        _line(console, f"  {label}{due}")


def allocation(result: Allocation, explain: Sequence[str], language: Language) -> None:
    """Print awards, their total, what should be known about them, and explanations asked for."""
    console = _console()
    _line(console, result.programme.title.in_language(language), style="bold")
    _line(console, _day_line(result.day, ", ".join(result.editions) or None, language))
    programme = result.programme
    outputs = [name for name in programme.result.outputs if name not in programme.outputs_below]
    parts: list[Source | Tranche] = [*result.programme.sources, *result.programme.tranches]
    table = _table(language, "recipient", "award")
    table.columns[1].justify = "right"
    for name in outputs:
        table.add_column(_cell(result.programme.label(name, language)), justify="right")
    for part in parts:
        label = (part.de if language == "de" else part.en) or part.id
        table.add_column(_cell(label), justify="right")
    table.add_column(WORDS["findings"].in_language(language))
    for award in result.awards:
        table.add_row(*map(_cell, _award_row(award, outputs, language)))
    table.add_section()
    total = [WORDS["total"].in_language(language), result.total.format(language)]
    table.add_row(*map(_cell, total), style="bold")
    console.print(table)
    if programme.outputs_below:
        console.print(_parts(result, language))
    pot, residue = result.pot, result.residue
    if pot is not None and residue is not None:
        said = [f"{WORDS['pot'].in_language(language)}: {pot.format(language)}"]
        said.append(f"{WORDS['residue'].in_language(language)}: {residue.format(language)}")
        _line(console, "; ".join(said))
    _findings(console, result, language)
    for key in explain:
        _line(console, "")
        _line(console, result[key].explain(language))


def comparison(found: Comparison, language: Language) -> None:
    """Print what everybody gets by each rule, and who gains or loses by it."""
    console = _console()
    table = _table(language, "recipient")
    for label, allocation in zip(found.labels, found.allocations, strict=True):
        day = format_date(allocation.day, language)
        table.add_column(_cell(f"{label} ({day})"), justify="right", overflow="fold")
    table.add_column(_cell(WORDS["difference"].in_language(language)), justify="right")
    for row in found.rows:
        amounts = ["–" if amount is None else amount.format(language) for amount in row.amounts]
        table.add_row(*map(_cell, [row.title, *amounts, row.difference.format(language)]))
    table.add_section()
    totals = [total.format(language) for total in found.totals]
    last = [WORDS["total"].in_language(language), *totals, found.change().total.format(language)]
    table.add_row(*map(_cell, last), style="bold")
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
        _line(console, words.format(label=label, total=total, **counts))


def _parts(result: Allocation, language: Language) -> Table:
    """Return what lies below the recipients."""
    table = _table(language, "recipient", "output", "record", "amount")
    table.columns[-1].justify = "right"
    for award in result.awards:
        for name, parts in award.parts.items():
            label = result.programme.label(name, language)
            for record, amount in parts.items():
                row = (award.recipient.title, label, record, amount.format(language))
                table.add_row(*map(_cell, row))
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
        _line(console, f"  ! {line}")
    if len(lines) > FINDINGS_SHOWN:
        words = WORDS["more_findings"].in_language(language)
        _line(console, f"  {words.format(count=len(lines) - FINDINGS_SHOWN)}")


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


def _day_line(day: dt.date, edition: str | None, language: Language) -> str:
    name = "day_only" if edition is None else "day_edition"
    return WORDS[name].in_language(language).format(day=format_date(day, language), edition=edition)


def _table(language: Language, *columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(WORDS[column].in_language(language), overflow="fold")
    return table


def _console() -> Console:
    # Read anew each time: tests and embedders exchange sys.stdout. A file is wider than a screen.
    width = None if sys.stdout.isatty() else WIDTH_OF_A_FILE
    return Console(file=sys.stdout, width=width, highlight=False)


def _cell(text: str) -> Text:
    # Text objects, because rich reads square brackets in plain strings as styles.
    return Text(text)


def _line(console: Console, text: str, *, style: str = "") -> None:
    console.print(Text(text, style=style), soft_wrap=True)
