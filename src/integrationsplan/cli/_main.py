"""Runs a command: chooses the language, turns every error into a message and an exit code."""

import io
import os
import sys
from collections.abc import Sequence

import click

from integrationsplan._language import Language, Wording
from integrationsplan.cli._group import build_group
from integrationsplan.cli._speaking import Failure
from integrationsplan.cli._words import WORDS, hint_for, language_of
from integrationsplan.errors import (
    DateOutOfRangeError,
    NotInForceError,
    NotStatedError,
    ProblemsError,
    UnknownNameError,
)

DONE, PROBLEMS, USAGE, INTERRUPTED = 0, 1, 2, 130


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; never lets an error of the input out."""
    language = language_of(arguments, os.environ)
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show an umlaut gets its code, not an error.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = build_group(language).main(
            list(arguments), prog_name="integrationsplan", standalone_mode=False
        )
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except ModuleNotFoundError as error:
        if error.name == "rich":  # main() says what to install
            raise
        return _report(error, language)
    except Exception as error:  # a clerk is never shown a traceback
        return _report(error, language)
    return code if isinstance(code, int) else DONE


def _report(error: Exception, language: Language) -> int:
    """Say an error in the language and return the exit code that stands for it."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return USAGE
    if isinstance(error, click.UsageError):
        return _say(usage_message(error, language), language, USAGE, error.ctx)
    if isinstance(error, UnknownNameError):
        return _say(name_message(error, language), language, USAGE)
    if isinstance(error, ProblemsError | NotInForceError | NotStatedError):
        return _say(error.text(language), language, PROBLEMS)
    if isinstance(error, DateOutOfRangeError):
        return _say(WORDS["far_day"].in_language(language), language, PROBLEMS)
    if isinstance(error, OSError):
        # What is left in the buffer must not raise again at the end. That the reader of the output
        # has gone is no news for anybody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return PROBLEMS
        return _say(WORDS["no_output"].in_language(language), language, PROBLEMS)
    words = WORDS["internal"].in_language(language)
    return _say(words.format(kind=type(error).__name__), language, PROBLEMS)


def _say(message: str, language: Language, code: int, context: click.Context | None = None) -> int:
    lines = [f"{WORDS['error'].in_language(language)}: {message}"]
    if context is not None:
        hint = WORDS["try_help"].in_language(language)
        lines.append(hint.format(command=context.command_path))
    click.echo("\n".join(lines).encode("utf-8", "backslashreplace"), err=True)
    return code


def name_message(error: UnknownNameError, language: Language) -> str:
    """Say that a name is not known, with those that resemble it."""
    words = WORDS["no_name"].in_language(language)
    kind = error.kind.in_language(language) if isinstance(error.kind, Wording) else error.kind
    return words.format(kind=kind, name=error.name[:100], hint=hint_for(error, language))


def usage_message(error: click.UsageError, language: Language) -> str:
    """Say a usage error of click in the language; click itself knows English alone."""
    if isinstance(error, click.MissingParameter) and error.param is not None:
        message = "missing_option" if isinstance(error.param, click.Option) else "missing_argument"
        return WORDS[message].in_language(language).format(name=_typed(error.param))
    if isinstance(error, click.NoSuchOption):
        return WORDS["no_option"].in_language(language).format(name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = _typed(error.param)
        if isinstance(error.param.type, click.Choice):
            choices = ", ".join(map(str, error.param.type.choices))
            return WORDS["bad_choice"].in_language(language).format(name=name, choices=choices)
        reason = error.message
        return WORDS["bad_parameter"].in_language(language).format(name=name, reason=reason)
    if isinstance(error, click.BadOptionUsage):
        return WORDS["bad_option"].in_language(language).format(name=error.option_name)
    if isinstance(error, Failure):
        return error.format_message()
    return WORDS["extra_words"].in_language(language)


def _typed(param: click.Parameter) -> str:
    """Return the name of an option as it is typed, and of an argument as the help writes it."""
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name
