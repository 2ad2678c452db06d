"""The commands, built once per run in the language of the run."""

import datetime as dt
import json
import re
import sys
from contextlib import AbstractContextManager, nullcontext
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

import attrs
import click

from integrationsplan import catalogue
from integrationsplan._language import Language
from integrationsplan.allocation import Programme, Record, allocate
from integrationsplan.allocation._recipients import FigureProblem, FigureReader
from integrationsplan.cli import _tables
from integrationsplan.cli._words import WORDS, hint_for
from integrationsplan.errors import AllocationError, UnknownNameError
from integrationsplan.problems import Problem, escape_token
from integrationsplan.serialization import (
    DEFAULT_BOUNDS,
    RecipientsFile,
    allocation_to_mapping,
    awards_to_csv,
    from_json,
    from_toml,
    recipients_from_csv,
    records_from_csv,
)
from integrationsplan.serialization._csv import plain_number
from integrationsplan.values import Period

FORMATS = ("table", "json", "csv")
_matches_day = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII).fullmatch


class Failure(click.UsageError):
    """Wrong usage, said in the language of the run."""


def build_group(language: Language) -> click.Group:
    """Return the command line in one language."""

    def say(message: str, /, **params: object) -> str:
        return WORDS[message].in_language(language).format(**params)

    day_type = _Day(language)
    lang = click.option(
        "--lang", type=click.Choice(["de", "en"]), expose_value=False, help=say("lang")
    )
    on = click.option("--on", "day", type=day_type, metavar="DAY", help=say("on"))
    edition = click.option("--edition", metavar="NAME", help=say("edition"))

    class Command(_Speaking, click.Command):
        words = language

    class Group(_Speaking, click.Group):
        words = language
        command_class = Command

        def resolve_command(
            self, ctx: click.Context, args: list[str]
        ) -> tuple[str | None, click.Command | None, list[str]]:
            if args and self.get_command(ctx, args[0]) is None:
                error = UnknownNameError("command", args[0], self.list_commands(ctx))
                raise Failure(say("no_command", name=args[0][:64], hint=hint_for(error, language)))
            return super().resolve_command(ctx, args)

    options = {"options_metavar": say("options")}

    @click.group(cls=Group, help=say("group"), subcommand_metavar=say("command"), **options)
    @click.version_option(version("integrationsplan"), help=say("version"))
    @lang
    def group() -> None:
        pass

    @group.command("programmes", help=say("programmes"), **options)
    @lang
    def programmes() -> None:
        _tables.programmes(map(catalogue.load, catalogue.ids()), language)

    @group.command("show", help=say("show"), **options)
    @click.argument("programme")
    @on
    @edition
    @lang
    def show(programme: str, day: dt.date | None, edition: str | None) -> None:
        found = find_programme(programme, language)
        check_edition(found, edition)
        _tables.programme(found, day or default_day(found, edition), edition, language)

    @group.command("allocate", help=say("allocate"), **options)
    @click.argument("programme")
    @click.argument("recipients")
    @on
    @edition
    @click.option("--set", "settings", multiple=True, metavar="FIGURE=VALUE", help=say("set"))
    @click.option("--records", multiple=True, metavar="LEVEL=FILE", help=say("records"))
    @click.option("--period", metavar="START/END", help=say("period"))
    @click.option(
        "--format", "output", type=click.Choice(FORMATS), default="table", help=say("format")
    )
    @click.option("--explain", multiple=True, metavar="KEY", help=say("explain"))
    @click.option("--decimal-comma", is_flag=True, help=say("decimal_comma"))
    @lang
    def allocate_command(  # one parameter an option
        programme: str,
        recipients: str,
        *,
        day: dt.date | None,
        edition: str | None,
        settings: tuple[str, ...],
        records: tuple[str, ...],
        period: str | None,
        output: str,
        explain: tuple[str, ...],
        decimal_comma: bool,  # click passes by name
    ) -> None:
        if explain and output == "csv":
            raise Failure(say("explain_csv"))
        found = find_programme(programme, language)
        check_edition(found, edition)
        figures = read_settings(found, settings, language, decimal_comma=decimal_comma)
        data = read_file(recipients, DEFAULT_BOUNDS.csv_bytes, language)
        above = read_records(found, records, language, decimal_comma=decimal_comma)
        file = recipients_from_csv(
            data, found, figures=figures, records=above, decimal_comma=decimal_comma
        )
        paid_for = read_period(period, day_type) if period is not None else None
        for key in explain:
            if key not in file.lines:
                raise UnknownNameError(WORDS["recipient"], key, file.lines)
        chosen = day or default_day(found, edition)
        try:
            allocation = allocate(
                found, file.recipients, day=chosen, period=paid_for, edition=edition
            )
        except AllocationError as error:
            raise AllocationError(error.attempt, with_lines(error.problems, file)) from None
        if output == "json":
            document = allocation_to_mapping(allocation, explain=explain)
            write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        elif output == "csv":
            write(awards_to_csv(allocation, decimal_comma=decimal_comma))
        else:
            _tables.allocation(allocation, explain, language)

    return group


class _Speaking(click.Command):
    """A command whose help has German headings where German is spoken."""

    words: Language = "en"

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        prefix = WORDS["usage"].in_language(self.words)
        formatter.write_usage(ctx.command_path, pieces, prefix=prefix)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [row for option in options if (row := option.get_help_record(ctx))]
        with formatter.section(WORDS["head_options"].in_language(self.words)):
            formatter.write_dl(rows)
        if isinstance(self, click.Group):
            commands = [
                (name, command.get_short_help_str(80))
                for name in self.list_commands(ctx)
                if (command := self.get_command(ctx, name)) is not None
            ]
            with formatter.section(WORDS["head_commands"].in_language(self.words)):
                formatter.write_dl(commands)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = WORDS["help"].in_language(self.words)
        return option


if TYPE_CHECKING:
    DateType = click.ParamType[dt.date]
else:
    DateType = click.ParamType  # older releases of click cannot be parametrised


class _Day(DateType):
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


def find_programme(name: str, language: Language) -> Programme:
    """Return a programme of the catalogue, or read a programme document.

    Raises:
        DocumentError: If the document is refused.
        Failure: If there is neither.
    """
    if name in catalogue.ids():
        return catalogue.load(name)
    suffix = Path(name).suffix.lower()
    if suffix in {".toml", ".json"} or is_file(name):
        data = read_file(name, DEFAULT_BOUNDS.json_bytes, language)
        is_json = suffix == ".json" or (suffix != ".toml" and data.lstrip().startswith(b"{"))
        return from_json(data, Programme) if is_json else from_toml(data, Programme)
    error = UnknownNameError("programme", name, catalogue.ids())
    words = WORDS["no_programme"].in_language(language)
    raise Failure(words.format(name=name[:100], hint=hint_for(error, language)))


def is_file(path: str) -> bool:
    """Tell whether there is a file; what cannot be a path is none."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def check_edition(programme: Programme, edition: str | None) -> None:
    """Refuse an edition that no parameter has.

    Raises:
        UnknownNameError: If there is none of that name.
    """
    if edition is not None and edition not in programme.editions:
        raise UnknownNameError(WORDS["edition_word"], edition, programme.editions)


def default_day(programme: Programme, edition: str | None) -> dt.date:
    """Return the day of an edition; else today, or the day of the programme nearest to it."""
    # The clock is read here, at the outermost edge, and nowhere else.
    day = dt.datetime.now(tz=dt.UTC).astimezone().date()
    starts = [
        row.start
        for parameter in programme.parameters.values()
        for row in parameter.values
        if edition is not None and row.edition == edition and row.start is not None
    ]
    day = min(starts, default=day)
    start, end = programme.valid.start, programme.valid.end
    if end is not None and day > end:
        return end
    return start if start is not None and day < start else day


def read_settings(
    programme: Programme,
    settings: tuple[str, ...],
    language: Language,
    *,
    decimal_comma: bool,
) -> dict[str, str]:
    """Return the figures of level ``all`` that were set.

    Raises:
        Failure: If one is unknown, wrong or missing.
    """

    def fail(message: str, **params: object) -> Failure:
        return Failure(WORDS[message].in_language(language).format(**params))

    known = {name: f for name, f in programme.figures.items() if f.level == "all"}
    found: dict[str, str] = {}
    for setting in settings:
        name, separator, value = setting.partition("=")
        if not separator:
            raise fail("not_a_setting", value=setting[:64])
        if name in found:
            raise fail("repeated_setting", name=name[:64])
        if name not in known:
            raise fail("unknown_setting", name=name[:64], known=", ".join(known) or "-")
        try:
            if decimal_comma:
                value = plain_number(value, known[name])
            FigureReader(known[name]).read(value)
        except FigureProblem as problem:
            reason = problem.kind.at(f"/{name}", **problem.params).text(language)
            raise fail("bad_setting", name=name, reason=reason) from None
        found[name] = value
    for name, figure in known.items():
        if name not in found and figure.default is None:
            label = programme.label(name, language)
            raise fail("needed_setting", name=name, label=label, unit=figure.unit)
    return found


def read_records(
    programme: Programme, given: tuple[str, ...], language: Language, *, decimal_comma: bool
) -> dict[str, tuple[Record, ...]]:
    """Return the records of upper levels from their files.

    Raises:
        DocumentError: If a file is refused.
        Failure: If an option is no level with a file, or the file cannot be read.
    """
    found: dict[str, tuple[Record, ...]] = {}
    for item in given:
        level, separator, path = item.partition("=")
        if not separator or level in found:
            words = WORDS["not_records"].in_language(language)
            raise Failure(words.format(value=item[:64]))
        data = read_file(path, DEFAULT_BOUNDS.csv_bytes, language)
        found[level] = records_from_csv(data, programme, level, decimal_comma=decimal_comma)
    return found


def read_period(text: str, day_type: "_Day") -> Period:
    """Return a period written as its first and last day.

    Raises:
        BadParameter: If an end is no day.
        InvalidValueError: If it ends before it starts.
    """
    start, _, end = text.partition("/")
    return Period(day_type.convert(start, None, None), day_type.convert(end, None, None))


def read_file(path: str, most: int, language: Language) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``; one more than allowed at most.

    Raises:
        Failure: If it cannot be read.
    """
    reasons: dict[type[Exception], str] = {
        FileNotFoundError: "not_found",
        IsADirectoryError: "is_folder",
        PermissionError: "forbidden",
    }
    try:
        with Path(path).open("rb") if path != "-" else standard_input() as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = WORDS[reasons.get(type(error), "unreadable")].in_language(language)
        words = WORDS["no_file"].in_language(language)
        raise Failure(words.format(path=path[:200], reason=reason)) from None


def standard_input() -> AbstractContextManager[BinaryIO]:
    """Return standard input, to be left open.

    Raises:
        OSError: If it was closed before the program began.
    """
    stream: TextIO | None = sys.stdin
    if stream is None:
        raise OSError
    return nullcontext(stream.buffer)


def with_lines(problems: tuple[Problem, ...], file: RecipientsFile) -> list[Problem]:
    """Add the line to problems that name a record of the file."""
    by_name = {repr(key): line for key, line in file.lines.items()}
    by_pointer = {escape_token(key): line for key, line in file.lines.items()}
    placed = []
    for problem in problems:
        key, _, column = problem.pointer.removeprefix("/").partition("/")
        record = str(problem.params.get("record", ""))
        line = by_name.get(record) or by_name.get(f"{record.rpartition('/')[0]}'")
        if line is not None:
            placed.append(attrs.evolve(problem, pointer="", line=line, column="key"))
        elif problem.pointer and key in by_pointer:
            line = by_pointer[key]
            placed.append(attrs.evolve(problem, pointer="", line=line, column=column or None))
        else:
            placed.append(problem)
    return placed


def write(text: str) -> None:
    """Write a document to standard output as UTF-8, whatever the locale, with its own line ends."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
