"""The command that compares: what differs between two states of a plan."""

import functools

import click

from integrationsplan._language import Language
from integrationsplan.cli._files import as_json, write
from integrationsplan.cli._reading import plan_in, read_document
from integrationsplan.cli._speaking import (
    Failure,
    FileName,
    Number,
    command_class,
    format_option,
    lang_option,
    speaker,
)
from integrationsplan.history import diff_states, format_differences
from integrationsplan.plan import IntegrationPlan
from integrationsplan.serialization import differences_to_mapping

COMPARABLE = ("plan", "plan-view", "access")


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command in one language."""
    say = speaker(language)
    lang, form, number = lang_option(say), format_option(say), Number(language)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("diff", help=say("diff"))
    @click.argument("before", type=FileName())
    @click.argument("after", type=FileName(), required=False)
    @click.option("--from", "older", type=number, metavar="N", help=say("from"))
    @click.option("--to", "newer", type=number, metavar="M", help=say("to"))
    @form
    @lang
    def diff(
        before: str, after: str | None, older: int | None, newer: int | None, output: str
    ) -> None:
        first = plan_in(read_document(before, COMPARABLE, language))
        if after is None:
            if older is None:
                raise Failure(say("diff_what"))
            count = len(first.revisions)
            last = count if newer is None else newer
            for number in (older, last):
                if number > count:
                    raise Failure(say("no_revision", number=number, last=count))
            differences = first.diff(older, last)
            head = say("between_revisions", id=first.id, older=older, newer=last)
        else:
            if older is not None or newer is not None:
                raise Failure(say("diff_both"))
            second = plan_in(read_document(after, COMPARABLE, language))
            if first.id != second.id:
                raise Failure(say("other_plan"))
            differences = diff_states(first.current, second.current)
            head = f"{say('between_files', id=first.id)} {_relation(first, second, language)}"
        if output == "json":
            write(as_json(differences_to_mapping(differences)))
            return
        lines = format_differences(differences, language) or say("no_difference")
        click.echo(f"{head}\n{lines}")

    return (diff,)


def _relation(first: IntegrationPlan, second: IntegrationPlan, language: Language) -> str:
    """Say how two histories of one plan stand to each other."""
    say = speaker(language)
    ours = [revision.digest for revision in first.revisions]
    theirs = [revision.digest for revision in second.revisions]
    common = 0
    for left, right in zip(ours, theirs, strict=False):
        if left != right:
            break
        common += 1
    if common == len(ours) == len(theirs):
        return say("same_history")
    if common == len(ours):
        return say("goes_on", count=len(theirs) - common)
    if common == len(theirs):
        return say("falls_short", count=len(ours) - common)
    return say("parts", number=common + 1)
