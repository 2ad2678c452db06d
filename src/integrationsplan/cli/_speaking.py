"""Commands that speak the language of the run, and what they have in common."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import click
from click.shell_completion import CompletionItem

from integrationsplan._language import Language
from integrationsplan.cli._words import WORDS
from integrationsplan.problems import Problem

Say: TypeAlias = Callable[..., str]
"""Says a message of `WORDS` in the language of the run."""

FORMATS = ("text", "json")
_matches_number = re.compile(r"\d{1,9}", re.ASCII).fullmatch
_matches_day = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII).fullmatch


class Failure(click.UsageError):
    """Wrong usage, said in the language of the run."""


def speaker(language: Language) -> Say:
    """Return what says messages in a language."""

    def say(message: str, /, **params: object) -> str:
        return WORDS[message].in_language(language).format(**params)

    return say


def lang_option(say: Say) -> Callable[..., Any]:
    """Return the option of the language; it is read before the commands are built."""
    return click.option(
        "--lang", type=click.Choice(["de", "en"]), expose_value=False, help=say("lang")
    )


def format_option(say: Say) -> Callable[..., Any]:
    """Return the option of the form of the result: for people or for programs."""
    return click.option(
        "--format", "output", type=click.Choice(FORMATS), default="text", help=say("format")
    )


def need(context: click.Context, **values: object) -> None:
    """Refuse a command in which one of these words is missing.

    Raises:
        MissingParameter: If one is.
    """
    for param in context.command.params:
        if param.name in values and values[param.name] is None:
            raise click.MissingParameter(ctx=context, param=param)


def shown(path: str) -> str:
    """Write the name of a file so that it cannot steer a terminal."""
    return path[:200] if path.isprintable() else repr(path[:200])


def about_option(name: str, problems: Iterable[Problem], language: Language) -> str:
    """Say what is wrong with the value of an option: what a value type tells of it."""
    return "; ".join(
        attrs.evolve(problem, pointer="").text(language).replace("/:", f"{name}:", 1)
        for problem in problems
    )


def command_class(language: Language) -> type[click.Command]:
    """Return the class of commands in one language."""
    return type("Command", (Speaking,), {"words": language})


class Speaking(click.Command):
    """A command whose help has German headings where German is spoken."""

    words: Language = "en"

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        prefix = WORDS["usage"].in_language(self.words)
        formatter.write_usage(ctx.command_path, pieces, prefix=prefix)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        found = [row for option in options if (row := option.get_help_record(ctx))]
        needed = f"[{WORDS['required'].in_language(self.words)}]"
        rows = [(name, text.replace("[required]", needed)) for name, text in found]
        with formatter.section(WORDS["head_options"].in_language(self.words)):
            formatter.write_dl(rows)
        if isinstance(self, click.Group):
            commands = [(name, self.said_of(name)) for name in self.list_commands(ctx)]
            with formatter.section(WORDS["head_commands"].in_language(self.words)):
                formatter.write_dl(commands)

    def said_of(self, name: str) -> str:
        """Return what the list of commands says of one; a group says it."""
        raise NotImplementedError

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = WORDS["help"].in_language(self.words)
        return option


if TYPE_CHECKING:
    DateType = click.ParamType[dt.date]
    TextType = click.ParamType[str]
    NumberType = click.ParamType[int]
    NamesType = click.ParamType[tuple[str, ...]]
else:
    # Older releases of click cannot be parametrised.
    DateType = TextType = NumberType = NamesType = click.ParamType


class Day(DateType):
    """A day in ISO form."""

    name = "day"

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> dt.date:
        if isinstance(value, dt.date):
            return value
        if _matches_day(value):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                pass
        message = WORDS["not_a_day"].in_language(self.language).format(value=value[:40])
        raise click.BadParameter(message, ctx, param)


class FileName(TextType):
    """The name of a file; what is wrong with it is seen when it is opened."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(incomplete, type="file")]


class Number(NumberType):
    """A whole number."""

    name = "number"

    def __init__(self, language: Language, least: int = 0) -> None:
        self.language: Language = language
        self.least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        if _matches_number(value) and int(value) >= self.least:
            return int(value)
        message = WORDS["not_a_number"].in_language(self.language).format(least=self.least)
        raise click.BadParameter(message, ctx, param)


class Names(NamesType):
    """Names of a list, joined by commas."""

    name = "names"

    def __init__(self, language: Language, known: Iterable[str]) -> None:
        self.language: Language = language
        self.known = tuple(known)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        names = tuple(dict.fromkeys(name.strip() for name in str(value).split(",")))
        if any(name not in self.known for name in names):
            words = WORDS["not_names"].in_language(self.language)
            raise click.BadParameter(words.format(known=", ".join(self.known)), ctx, param)
        return names

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        before, comma, begun = incomplete.rpartition(",")
        fitting = [name for name in self.known if name.startswith(begun)]
        return [CompletionItem(f"{before}{comma}{name}") for name in fitting]
