"""The command line itself: knows the names of all commands, and loads what is asked for."""

import importlib
from collections.abc import Mapping
from importlib.metadata import version
from types import MappingProxyType

import click

from integrationsplan._language import Language
from integrationsplan.cli._speaking import Failure, Speaking, lang_option, speaker
from integrationsplan.cli._words import hint_for
from integrationsplan.errors import UnknownNameError

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "programmes": "_programmes",
        "show": "_show",
        "allocate": "_commands",
        "compare": "_compare",
        "apply": "_apply",
        "settle": "_settle",
        "due": "_due",
        "monitor": "_monitor",
        "validate": "_validate",
        "migrate": "_documents",
        "schema": "_documents",
        "verify": "_verify",
        "diff": "_diff",
        "view": "_views",
    }
)
"""The module of each command, in the order of the help."""


def build_group(language: Language) -> click.Group:
    """Return the command line in one language."""
    say = speaker(language)

    class Group(Speaking, click.Group):
        words = language

        def list_commands(self, ctx: click.Context) -> list[str]:
            return list(COMMANDS)

        def said_of(self, name: str) -> str:
            # The help of the whole loads none of its commands.
            return say(name).partition("\n")[0]

        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
            if cmd_name not in COMMANDS:
                return None
            module = importlib.import_module(f"integrationsplan.cli.{COMMANDS[cmd_name]}")
            built: tuple[click.Command, ...] = module.build(language)
            return next(command for command in built if command.name == cmd_name)

        def resolve_command(
            self, ctx: click.Context, args: list[str]
        ) -> tuple[str | None, click.Command | None, list[str]]:
            if args and args[0] not in COMMANDS:
                error = UnknownNameError("command", args[0], COMMANDS)
                raise Failure(say("no_command", name=args[0][:64], hint=hint_for(error, language)))
            return super().resolve_command(ctx, args)

    @click.group(
        cls=Group,
        help=say("group"),
        subcommand_metavar=say("command"),
        options_metavar=say("options"),
    )
    @click.version_option(version("integrationsplan"), help=say("version"))
    @lang_option(say)
    def group() -> None:
        pass

    return group
