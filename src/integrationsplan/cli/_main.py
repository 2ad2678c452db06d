"""Runs a command: chooses the language, turns every error into a message and an exit code."""

import os
import sys
from collections.abc import Sequence

import click

from integrationsplan._language import Language
from integrationsplan.cli._commands import build_group
from integrationsplan.cli._words import WORDS, hint_for, language_of
from integrationsplan.errors import (
    IntegrationsplanError,
    NotInForceError,
    ProblemsError,
    UnknownNameError,
)

DONE, PROBLEMS, USAGE = 0, 1, 2


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; never lets an error of the input out."""
    language = language_of(arguments, os.environ)
    try:
        code = build_group(language).main(
            list(arguments), prog_name="integrationsplan", standalone_mode=False
        )
        sys.stdout.flush()
    except click.UsageError as error:
        return _say(usage_message(error, language), language, USAGE, error.ctx)
    except UnknownNameError as error:
        return _say(name_message(error, language), language, USAGE)
    except (ProblemsError, NotInForceError) as error:
        return _say(error.text(language), language, PROBLEMS)
    except IntegrationsplanError as error:
        return _say(str(error), language, PROBLEMS)
    except BrokenPipeError:
        # The reader of the output has gone; what is left in the buffer must not raise again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except (click.Abort, KeyboardInterrupt):
        return 130
    except Exception as error:  # a clerk is never shown a traceback
        words = WORDS["internal"].in_language(language)
        return _say(words.format(kind=type(error).__name__), language, PROBLEMS)
    return code if isinstance(code, int) else DONE


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
    return words.format(kind=error.kind, name=error.name[:100], hint=hint_for(error, language))


def usage_message(error: click.UsageError, language: Language) -> str:
    """Say a usage error of click in the language; click itself knows English alone."""
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = error.param.human_readable_name
        return WORDS["missing_argument"].in_language(language).format(name=name)
    if isinstance(error, click.NoSuchOption):
        return WORDS["no_option"].in_language(language).format(name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = error.param.opts[0] if error.param.opts else error.param.human_readable_name
        if isinstance(error.param.type, click.Choice):
            choices = ", ".join(map(str, error.param.type.choices))
            return WORDS["bad_choice"].in_language(language).format(name=name, choices=choices)
        reason = error.message
        return WORDS["bad_parameter"].in_language(language).format(name=name, reason=reason)
    return error.format_message()
