"""The command that validates: every problem of every file, of any size, in one run."""

import functools
import json
from collections.abc import Iterable
from typing import Any

import attrs
import click

from integrationsplan._language import Language
from integrationsplan._model import evolve
from integrationsplan.allocation import Programme
from integrationsplan.cli._commands import ProgrammeName, find_programme
from integrationsplan.cli._files import read_file, suffix_of, write
from integrationsplan.cli._lines import bar, is_by_line, kind_in, opened
from integrationsplan.cli._reading import KINDS, about_format, format_in, kind_of, parse_document
from integrationsplan.cli._speaking import (
    Failure,
    FileName,
    Number,
    command_class,
    format_option,
    lang_option,
    shown,
    speaker,
)
from integrationsplan.errors import DocumentError, ProblemsError
from integrationsplan.problems import Problem
from integrationsplan.serialization import (
    DEFAULT_BOUNDS,
    BadLine,
    Bounds,
    Decoder,
    GoodLine,
    read_json_lines,
    recipients_from_csv,
)

DECODERS = ("msgspec", "json")
MOST_PROBLEMS = 100
MORE = "more_problems"


@attrs.define
class Report:
    """What came of one file.

    Attributes:
        file: Its path.
        most: So many problems are kept.
        kind: The kind of its documents, where that is known.
        by_line: Whether it may hold many.
        documents: So many documents were read, good and bad.
        problems: The first problems.
        count: So many problems there are.
    """

    file: str
    most: int
    kind: str | None = None
    by_line: bool = False
    documents: int = 0
    problems: list[Problem] = attrs.Factory(list)
    count: int = 0

    def add(self, problems: Iterable[Problem]) -> None:
        """Take down the problems of a document."""
        for problem in problems:
            # What a loader does not list it counts.
            is_rest = problem.code == MORE
            self.count += int(str(problem.params["count"])) if is_rest else 1
            if not is_rest and len(self.problems) < self.most:
                self.problems.append(problem)

    def as_data(self, language: Language) -> dict[str, Any]:
        """Return the report as plain data."""
        return {
            "file": self.file,
            "kind": self.kind,
            "valid": not self.count,
            "documents": self.documents,
            "problem_count": self.count,
            "problems": [problem.as_data(language) for problem in self.problems],
        }

    def said(self, language: Language) -> str:
        """Say the report, one problem a line."""
        say = speaker(language)
        told = [self.kind] if self.kind is not None else []
        told += [say("documents", count=self.documents)] if self.by_line else []
        told.append(say("has_problems", count=self.count) if self.count else say("is_valid"))
        lines = [f"{shown(self.file)}: {', '.join(told)}"]
        lines += [f"  {problem.text(language)}" for problem in self.problems]
        if self.count > len(self.problems):
            lines.append(f"  … {say('more_problems', count=self.count - len(self.problems))}")
        return "\n".join(lines)


@attrs.frozen
class Wish:
    """What was asked for beside the files."""

    kind: str | None
    programme: Programme | None
    by_line: bool
    decimal_comma: bool
    decoder: Decoder | None
    bounds: Bounds
    language: Language


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command in one language."""
    say = speaker(language)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("validate", help=say("validate"))
    @click.argument("files", nargs=-1, required=True, type=FileName(), metavar="FILE...")
    @click.option("--kind", type=click.Choice(list(KINDS)), help=say("kind_option"))
    @click.option(
        "--programme", type=ProgrammeName(), metavar="PROGRAMME", help=say("of_programme")
    )
    @click.option("--lines", "by_line", is_flag=True, help=say("lines_option"))
    @click.option("--decimal-comma", is_flag=True, help=say("decimal_comma"))
    @click.option("--decoder", type=click.Choice(DECODERS), help=say("decoder"))
    @click.option(
        "--max-problems",
        "most",
        type=Number(language, least=1),
        default=MOST_PROBLEMS,
        metavar="N",
        help=say("max_problems", most=MOST_PROBLEMS),
    )
    @format_option(say)
    @lang_option(say)
    def validate(
        files: tuple[str, ...],
        *,
        kind: str | None,
        programme: str | None,
        by_line: bool,
        decimal_comma: bool,
        decoder: Decoder | None,
        most: int,
        output: str,  # click passes by name
    ) -> int:
        wish = Wish(
            kind=kind,
            programme=None if programme is None else find_programme(programme, language),
            by_line=by_line,
            decimal_comma=decimal_comma,
            decoder=decoder,
            bounds=evolve(DEFAULT_BOUNDS, problems=most),
            language=language,
        )
        codes = {0}
        for file in files:
            report = Report(file, most)
            try:
                _fill(report, wish)
            except Failure as failure:
                # One file that cannot be read keeps nobody from hearing of the others.
                codes.add(2)
                _tell_failure(file, failure, output, language)
                continue
            codes.add(1 if report.count else 0)
            if output == "json":
                write(json.dumps(report.as_data(language), ensure_ascii=False) + "\n")
            else:
                click.echo(report.said(language))
        return max(codes)

    return (validate,)


def _fill(report: Report, wish: Wish) -> None:
    """Read a file as what it is.

    Raises:
        Failure: If it cannot be read.
    """
    is_table = suffix_of(report.file) == ".csv" or (
        report.file == "-" and wish.programme is not None
    )
    if wish.by_line or is_by_line(report.file):
        report.by_line = True
        _fill_by_line(report, wish)
        return
    check = _check_table if is_table else _check_document
    report.documents = 1
    try:
        check(report, wish)
    except ProblemsError as error:
        report.add(error.problems)


def _check_document(report: Report, wish: Wish) -> None:
    data = read_file(report.file, wish.bounds.json_bytes, wish.language)
    kinds = list(KINDS) if wish.kind is None else [wish.kind]
    try:
        document = parse_document(
            data, report.file, kinds, bounds=wish.bounds, decoder=wish.decoder
        )
    except DocumentError as error:
        if about_format(error) is None:
            report.kind = wish.kind or format_in(data)
        raise
    report.kind = kind_of(document)


def _check_table(report: Report, wish: Wish) -> None:
    if wish.programme is None:
        words = speaker(wish.language)
        raise Failure(words("table_without_programme", path=shown(report.file)))
    report.kind = "recipients"
    data = read_file(report.file, wish.bounds.csv_bytes, wish.language)
    recipients_from_csv(data, wish.programme, decimal_comma=wish.decimal_comma, bounds=wish.bounds)


def _fill_by_line(report: Report, wish: Wish) -> None:
    with opened(report.file, wish.language) as file, bar(report.file) as progress:
        # One kind a file: that of its first line, unless somebody says which.
        report.kind = wish.kind or kind_in(file) or "plan"
        lines: Iterable[GoodLine[Any] | BadLine] = read_json_lines(
            file,
            KINDS[report.kind],
            bounds=wish.bounds,
            decoder=wish.decoder,
            progress=progress,
        )
        for line in lines:
            report.documents += 1
            if isinstance(line, BadLine):
                report.add(line.problems)


def _tell_failure(file: str, failure: Failure, output: str, language: Language) -> None:
    message = failure.format_message()
    if output == "json":
        row = {"file": file, "kind": None, "valid": None, "error": message}
        write(json.dumps(row, ensure_ascii=False) + "\n")
    say = speaker(language)
    click.echo(f"{say('error')}: {message}".encode("utf-8", "backslashreplace"), err=True)
