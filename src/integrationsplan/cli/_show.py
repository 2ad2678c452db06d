"""The command that shows a document of the catalogue, or one like it."""

import datetime as dt
import functools
from typing import Any

import click

from integrationsplan import catalogue
from integrationsplan._language import Language
from integrationsplan.allocation import Programme, describe_rule
from integrationsplan.cli import _regulation_tables, _tables
from integrationsplan.cli._commands import check_edition, default_day
from integrationsplan.cli._files import as_json, write
from integrationsplan.cli._lookup import SHOWN, ShownName, find_shown
from integrationsplan.cli._reading import kind_of
from integrationsplan.cli._regulations import data_of
from integrationsplan.cli._speaking import (
    Day,
    Failure,
    command_class,
    format_option,
    lang_option,
    speaker,
)
from integrationsplan.errors import NotInForceError
from integrationsplan.serialization import to_mapping


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command in one language."""
    say = speaker(language)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("show", help=say("show"))
    @click.argument("programme", type=ShownName())
    @click.option("--on", "day", type=Day(language), metavar="DAY", help=say("show_on"))
    @click.option("--edition", metavar="NAME", help=say("edition"))
    @click.option("--kind", type=click.Choice(SHOWN), help=say("kind_shown"))
    @format_option(say)
    @lang_option(say)
    def show(
        programme: str,
        *,
        day: dt.date | None,
        edition: str | None,
        kind: str | None,
        output: str,
    ) -> None:
        if kind is None and edition is not None and programme in catalogue.ids():
            kind = "programme"  # only rules have editions
        found = find_shown(programme, kind, language)
        data: dict[str, Any] = {"kind": kind_of(found)}
        if isinstance(found, Programme):
            check_edition(found, edition)
            chosen = day or default_day(found, edition)
            if output == "json":
                data |= _rule_data(found, chosen, edition)
            else:
                _tables.programme(found, chosen, edition, language)
        elif edition is not None:
            raise Failure(say("edition_of_rule", kind=data["kind"]))
        elif output == "json":
            if day is not None:
                data |= {"day": day.isoformat(), "in_force": day in found.period}
            data |= data_of(found, day)
        else:
            _regulation_tables.regulation(found, day, language)
        if output == "json":
            write(as_json(data))

    return (show,)


def _rule_data(rule: Programme, day: dt.date, edition: str | None) -> dict[str, Any]:
    """Return a rule as plain data: the document, its numbers on a day, its formulas in words."""
    content = {
        name: value for name, value in to_mapping(rule).items() if name not in ("format", "version")
    }
    numbers: dict[str, Any] = {}
    for name, parameter in rule.parameters.items():
        chosen = edition if edition in parameter.editions else None
        try:
            row = parameter.at(day, edition=chosen, name=name)
        except NotInForceError:
            numbers[name] = None
        else:
            numbers[name] = content["parameters"][name]["values"][parameter.values.index(row)]
    sentences = {
        name: {"de": describe_rule(rule, name, "de"), "en": describe_rule(rule, name, "en")}
        for name in rule.analysis.order
    }
    return {
        "day": day.isoformat(),
        "edition": edition,
        **content,
        "numbers": numbers,
        "sentences": sentences,
    }
