"""The command that lists the deadlines of a grant."""

import datetime as dt
import functools

import click

from integrationsplan._language import Language, format_date
from integrationsplan.cli._files import as_json, plain, write
from integrationsplan.cli._grant_files import read_grant
from integrationsplan.cli._lookup import FundingName, find_terms, grant_option, terms_option
from integrationsplan.cli._speaking import (
    Day,
    Failure,
    command_class,
    format_option,
    lang_option,
    speaker,
)
from integrationsplan.cli._terminal import cell, new_console, new_table
from integrationsplan.funding import GrantDue, grant_due


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command in one language."""
    say = speaker(language)
    day_type = Day(language)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("due", help=say("due"))
    @click.argument("programme", type=FundingName())
    @grant_option(say)
    @click.option(
        "--from", "first", required=True, type=day_type, metavar="DAY", help=say("first_day")
    )
    @click.option("--to", "last", required=True, type=day_type, metavar="DAY", help=say("last_day"))
    @terms_option(say)
    @format_option(say)
    @lang_option(say)
    def due(
        programme: str,
        *,
        grant_file: str,
        first: dt.date,
        last: dt.date,
        more: tuple[str, ...],
        output: str,  # click passes by name
    ) -> None:
        if last < first:
            raise Failure(say("from_after_to"))
        terms = find_terms(programme, more, language)
        grant = read_grant(grant_file, terms.programme, language)
        found = grant_due(terms, grant, first, last)
        if output == "json":
            write(as_json([plain(each) for each in found]))
        elif found:
            _print_deadlines(found, language)
        else:
            days = {"first": format_date(first, language), "last": format_date(last, language)}
            click.echo(say("no_deadlines", **days))

    return (due,)


def _print_deadlines(found: tuple[GrantDue, ...], language: Language) -> None:
    table = new_table(language, "day", "what", "about", "amount", "source")
    table.columns[3].justify = "right"
    for each in found:
        amount = "" if each.amount is None else each.amount.format(language)
        row = [
            format_date(each.day, language),
            each.sort.in_language(language),
            each.text.in_language(language),
            amount,
            each.source or "",
        ]
        table.add_row(*map(cell, row))
    new_console().print(table)
