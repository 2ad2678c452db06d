"""The command that compares rules: who gets more, who gets less."""

import datetime as dt
import functools

import attrs
import click

from integrationsplan import catalogue
from integrationsplan._language import Language
from integrationsplan.allocation import Allocation, Programme, allocate, compare
from integrationsplan.cli import _tables
from integrationsplan.cli._commands import (
    ProgrammeName,
    check_edition,
    default_day,
    find_programme,
    read_records,
    read_settings,
    with_lines,
)
from integrationsplan.cli._files import as_json, is_file, read_file, write
from integrationsplan.cli._speaking import (
    Day,
    FileName,
    command_class,
    format_option,
    lang_option,
    speaker,
)
from integrationsplan.errors import AllocationError
from integrationsplan.serialization import (
    DEFAULT_BOUNDS,
    comparison_to_mapping,
    recipients_from_csv,
)


@attrs.frozen
class Rule:
    """A programme, and the edition of its numbers that was named."""

    programme: Programme
    edition: str | None

    @property
    def label(self) -> str:
        """What it is called beside the others."""
        name = self.programme.id
        return name if self.edition is None else f"{name}@{self.edition}"


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command in one language."""
    say = speaker(language)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("compare", help=say("compare"))
    @click.argument("recipients", type=FileName())
    @click.argument("first", type=ProgrammeName(), metavar="RULE")
    @click.argument("others", nargs=-1, required=True, type=ProgrammeName(), metavar="RULE...")
    @click.option("--on", "day", type=Day(language), metavar="DAY", help=say("on"))
    @click.option("--set", "settings", multiple=True, metavar="FIGURE=VALUE", help=say("set"))
    @click.option("--records", multiple=True, metavar="LEVEL=FILE", help=say("records"))
    @click.option("--decimal-comma", is_flag=True, help=say("decimal_comma"))
    @format_option(say)
    @lang_option(say)
    def compare_command(
        recipients: str,
        first: str,
        others: tuple[str, ...],
        *,
        day: dt.date | None,
        settings: tuple[str, ...],
        records: tuple[str, ...],
        decimal_comma: bool,
        output: str,  # click passes by name
    ) -> None:
        rules = [_rule(first, None, language)]
        rules += [_rule(text, rules[0].programme, language) for text in others]
        data = read_file(recipients, DEFAULT_BOUNDS.csv_bytes, language)

        def worked_out(rule: Rule) -> Allocation:
            programme = rule.programme
            file = recipients_from_csv(
                data,
                programme,
                figures=read_settings(programme, settings, language, decimal_comma=decimal_comma),
                records=read_records(programme, records, language, decimal_comma=decimal_comma),
                decimal_comma=decimal_comma,
            )
            chosen = day or default_day(programme, rule.edition)
            try:
                return allocate(programme, file.recipients, day=chosen, edition=rule.edition)
            except AllocationError as error:
                raise AllocationError(error.attempt, with_lines(error.problems, file)) from None

        labels = [rule.label for rule in rules]
        comparison = compare(
            *map(worked_out, rules), labels=labels if len({*labels}) == len(labels) else None
        )
        if output == "json":
            write(as_json(comparison_to_mapping(comparison)))
        else:
            _tables.comparison(comparison, language)

    return (compare_command,)


def _rule(text: str, first: Programme | None, language: Language) -> Rule:
    """Read a rule: a programme, perhaps with ``@`` and an edition; ``@`` alone is the first one's.

    Raises:
        DocumentError: If a programme document is refused.
        Failure: If there is no such programme.
        UnknownNameError: If it has no such edition.
    """
    name, separator, edition = text.rpartition("@")
    if not separator or text in catalogue.ids() or is_file(text):
        return Rule(find_programme(text, language), None)
    programme = first if not name and first is not None else find_programme(name, language)
    check_edition(programme, edition)
    return Rule(programme, edition)
