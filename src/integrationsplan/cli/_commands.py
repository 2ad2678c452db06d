"""The command that allocates, and how rules and their figures are found."""

import datetime as dt
import functools
from collections.abc import Sequence
from typing import Any

import attrs
import click
from click.shell_completion import CompletionItem

from integrationsplan import catalogue
from integrationsplan._language import Language
from integrationsplan.allocation import Programme, Record, allocate
from integrationsplan.allocation._recipients import FigureProblem, FigureReader
from integrationsplan.cli import _tables
from integrationsplan.cli._files import is_file, read_file, suffix_of, write
from integrationsplan.cli._speaking import (
    Day,
    Failure,
    TextType,
    command_class,
    lang_option,
    shown,
    speaker,
)
from integrationsplan.cli._words import WORDS, hint_for
from integrationsplan.errors import AllocationError, DocumentError, UnknownNameError
from integrationsplan.problems import Problem, escape_token
from integrationsplan.serialization import (
    DEFAULT_BOUNDS,
    RecipientsFile,
    awards_to_csv,
    from_json,
    from_toml,
    recipients_from_csv,
    records_from_csv,
    to_json,
)
from integrationsplan.serialization._csv import plain_number
from integrationsplan.values import Period

FORMATS = ("table", "json", "csv")


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command in one language."""
    say = speaker(language)
    day_type = Day(language)
    lang = lang_option(say)
    on = click.option("--on", "day", type=day_type, metavar="DAY", help=say("on"))
    edition = click.option("--edition", metavar="NAME", help=say("edition"))
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )
    programme_argument = click.argument("programme", type=ProgrammeName())

    @command("allocate", help=say("allocate"))
    @programme_argument
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
            write(to_json(allocation.statement(explain=explain), indent=2) + "\n")
        elif output == "csv":
            write(awards_to_csv(allocation, decimal_comma=decimal_comma))
        else:
            _tables.allocation(allocation, explain, language)

    return (allocate_command,)


class ProgrammeName(TextType):
    """A programme of the catalogue or a file; the shell completes both."""

    name = "programme"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return str(value)

    def names(self) -> Sequence[str]:
        """Return what the shell may complete."""
        return catalogue.ids()

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        found = [CompletionItem(name) for name in self.names() if name.startswith(incomplete)]
        return [*found, CompletionItem(incomplete, type="file")]


def find_programme(name: str, language: Language) -> Programme:
    """Return a programme of the catalogue, or read a programme document.

    Raises:
        DocumentError: If the document is refused.
        Failure: If there is neither.
    """
    if name in catalogue.ids():
        return catalogue.load(name)
    suffix = suffix_of(name)
    if suffix in {".toml", ".json"} or is_file(name):
        data = read_file(name, DEFAULT_BOUNDS.json_bytes, language)
        is_json = suffix == ".json" or (suffix != ".toml" and data.lstrip().startswith(b"{"))
        try:
            return from_json(data, Programme) if is_json else from_toml(data, Programme)
        except DocumentError as refused:
            raise DocumentError(shown(name), refused.problems) from None
    error = UnknownNameError("programme", name, catalogue.ids())
    words = WORDS["no_programme"].in_language(language)
    raise Failure(words.format(name=name[:100], hint=hint_for(error, language)))


def check_edition(programme: Programme, edition: str | None) -> None:
    """Refuse an edition that no parameter has.

    Raises:
        UnknownNameError: If there is none of that name.
    """
    if edition is not None and edition not in programme.editions:
        raise UnknownNameError(WORDS["edition_word"], edition, programme.editions)


def today() -> dt.date:
    """Return the day of the clock, which is read here, at the outermost edge, and nowhere else."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def default_day(programme: Programme, edition: str | None) -> dt.date:
    """Return the day of an edition; else today, or the day of the programme nearest to it."""
    day = today()
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


def read_period(text: str, day_type: Day) -> Period:
    """Return a period written as its first and last day.

    Raises:
        BadParameter: If an end is no day.
        InvalidValueError: If it ends before it starts.
    """
    start, _, end = text.partition("/")
    return Period(day_type.convert(start, None, None), day_type.convert(end, None, None))


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
