"""The command that verifies: a history by its digests, a result by working it out again."""

import functools
import json
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import Any

import attrs
import click

from integrationsplan._language import Language
from integrationsplan.allocation import Statement, Trace, verify_statement, verify_trace
from integrationsplan.cli._commands import (
    ProgrammeName,
    find_programme,
    read_records,
    read_settings,
)
from integrationsplan.cli._files import as_json, read_file, write
from integrationsplan.cli._lines import bar, is_by_line, kind_in, opened
from integrationsplan.cli._reading import KINDS, kind_of, plan_in, read_document
from integrationsplan.cli._speaking import (
    Failure,
    FileName,
    about_option,
    command_class,
    format_option,
    lang_option,
    shown,
    speaker,
)
from integrationsplan.errors import InvalidValueError
from integrationsplan.plan import AccessExport, IntegrationPlan, PlanView
from integrationsplan.problems import Problem, at_pointer
from integrationsplan.serialization import (
    DEFAULT_BOUNDS,
    BadLine,
    GoodLine,
    read_json_lines,
    recipients_from_csv,
)

PROBLEMS_SHOWN = 100
VERIFIABLE = tuple(
    kind for kind in ("plan", "plan-view", "access", "trace", "allocation") if kind in KINDS
)


@attrs.frozen
class Checked:
    """What came of a verification, as data and in words."""

    data: dict[str, Any]
    said: tuple[str, ...]


@attrs.frozen
class Ground:
    """What an allocation is worked out from again."""

    programme: str
    recipients: str
    settings: tuple[str, ...]
    records: tuple[str, ...]
    decimal_comma: bool


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command in one language."""
    say = speaker(language)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("verify", help=say("verify"))
    @click.argument("file", type=FileName())
    @click.option("--head", metavar="DIGEST", help=say("head"))
    @click.option(
        "--programme", type=ProgrammeName(), metavar="PROGRAMME", help=say("stated_programme")
    )
    @click.option("--recipients", type=FileName(), metavar="FILE", help=say("stated_recipients"))
    @click.option("--set", "settings", multiple=True, metavar="FIGURE=VALUE", help=say("set"))
    @click.option("--records", multiple=True, metavar="LEVEL=FILE", help=say("records"))
    @click.option("--decimal-comma", is_flag=True, help=say("decimal_comma"))
    @click.option("--lines", "by_line", is_flag=True, help=say("lines_option"))
    @format_option(say)
    @lang_option(say)
    def verify(
        file: str,
        *,
        head: str | None,
        programme: str | None,
        recipients: str | None,
        settings: tuple[str, ...],
        records: tuple[str, ...],
        decimal_comma: bool,
        by_line: bool,
        output: str,  # click passes by name
    ) -> int:
        ground = None
        if programme is not None and recipients is not None:
            ground = Ground(programme, recipients, settings, records, decimal_comma)
        elif programme is not None or recipients is not None or settings or records:
            raise Failure(say("half_a_ground"))
        if by_line or is_by_line(file):
            if head is not None or ground is not None:
                raise Failure(say("lines_alone"))
            return _verify_lines(file, output, language)
        document = read_document(file, VERIFIABLE, language)
        if ground is not None and not isinstance(document, Statement):
            raise Failure(say("ground_of_other", kind=kind_of(document)))
        if head is not None and isinstance(document, Statement | Trace):
            raise Failure(say("head_of_other", kind=kind_of(document)))
        found = _checked_document(document, head, ground, language)
        if output == "json":
            write(as_json({"file": file, "kind": kind_of(document), **found.data}))
        else:
            click.echo("\n".join([f"{shown(file)}: {found.said[0]}", *found.said[1:]]))
        return 0 if found.data["holds"] else 1

    return (verify,)


def _verify_lines(file: str, output: str, language: Language) -> int:
    """Verify documents by line, in memory that does not grow with them; return the exit code."""
    say = speaker(language)
    kind = VERIFIABLE[0]
    count = failed = 0
    told: list[str] = []
    is_data = output == "json"
    for kind, number, found in _checked_lines(file, language, shows_bar=not is_data):
        count += 1
        failed += not found.data["holds"]
        if is_data:
            row = {"file": file, "line": number, "kind": kind, **found.data}
            write(json.dumps(row, ensure_ascii=False) + "\n")
        elif not found.data["holds"] and failed <= PROBLEMS_SHOWN:
            told += found.said
    if not is_data:
        if failed > PROBLEMS_SHOWN:
            told.append(f"  … {say('more_problems', count=failed - PROBLEMS_SHOWN)}")
        verdict = say("some_fail", count=failed) if failed else say("all_hold")
        head = f"{shown(file)}: {kind}, {say('documents', count=count)}, {verdict}"
        click.echo("\n".join([head, *told]))
    return 1 if failed else 0


def _checked_lines(
    file: str, language: Language, *, shows_bar: bool
) -> Iterator[tuple[str, int, Checked]]:
    """Yield the kind, the number and what came of each line."""
    with (
        opened(file, language) as source,
        bar(file) if shows_bar else nullcontext() as progress,
    ):
        # One kind a file: that of its first line.
        first = kind_in(source)
        kind = first if first in VERIFIABLE else VERIFIABLE[0]
        lines: Iterable[GoodLine[Any] | BadLine] = read_json_lines(
            source, KINDS[kind], progress=progress
        )
        for line in lines:
            yield kind, line.number, _checked_line(line, language)


def _checked_line(line: GoodLine[Any] | BadLine, language: Language) -> Checked:
    """Verify the document of a line; one that was refused does not hold."""
    if isinstance(line, BadLine):
        return Checked(
            {
                "holds": False,
                "verdict": "unreadable",
                "problems": [problem.as_data(language) for problem in line.problems],
            },
            tuple(f"  {problem.text(language)}" for problem in line.problems),
        )
    found = _checked_document(line.document, None, None, language)
    place = speaker(language)("in_line", number=line.number)
    about = f"{place} ({found.data['id']})" if "id" in found.data else place
    return Checked(
        found.data, (f"  {about}: {found.said[0]}", *(f"  {more}" for more in found.said[1:]))
    )


def _checked_document(
    document: Any, head: str | None, ground: Ground | None, language: Language
) -> Checked:
    """Verify a document of one of the kinds."""
    if isinstance(document, Statement):
        return _checked_statement(document, ground, language)
    if isinstance(document, Trace):
        return _checked_trace(document, language)
    return _checked_chain(document, head, language)


def _checked_chain(
    document: IntegrationPlan | PlanView | AccessExport, head: str | None, language: Language
) -> Checked:
    """Verify the history of a plan; what a view withholds is no broken link."""
    verified = document.plan if isinstance(document, AccessExport) else document
    try:
        found = verified.verify(head=head)
    except InvalidValueError as error:
        raise Failure(about_option("--head", error.problems, language)) from None
    plan = plan_in(document)
    data: dict[str, Any] = {
        "id": plan.id,
        "revisions": len(plan.revisions),
        "holds": found.holds,
        "verdict": found.verdict.value,
        "head": found.head,
    }
    if found.anchored_to is not None:
        data["anchored_to"] = found.anchored_to
    if found.broken is not None:
        broken = attrs.asdict(found.broken)
        data["broken"] = {name: value for name, value in broken.items() if value is not None}
    data["text"] = {"de": found.format("de"), "en": found.format("en")}
    say = speaker(language)
    said = [found.format(language)]
    if found.broken is not None and found.broken.entry_id is not None:
        said.append(f"  {say('entry')}: {found.broken.entry_id}")
    return Checked(data, (*said, f"  {say('newest_head')}: {found.head}"))


def _checked_trace(trace: Trace, language: Language) -> Checked:
    """Work a trace out again."""
    problems = verify_trace(trace)
    about = {"programme": trace.programme, "recipient": trace.recipient}
    return _checked(about, "self-consistent", problems, speaker(language)("trace_holds"), language)


def _checked_statement(statement: Statement, ground: Ground | None, language: Language) -> Checked:
    """Work out the explanations of an allocation; with its ground, all of it."""
    say = speaker(language)
    explained = [
        (index, award.explanation)
        for index, award in enumerate(statement.awards)
        if award.explanation is not None
    ]
    problems = [
        at_pointer(problem, f"/awards/{index}/explanation")
        for index, trace in explained
        for problem in verify_trace(trace)
    ]
    about: dict[str, Any] = {
        "programme": statement.programme,
        "awards": len(statement.awards),
        "explanations": len(explained),
    }
    if ground is None:
        words = say("statement_holds", count=len(explained))
        return _checked(about, "self-consistent", problems, words, language)
    programme = find_programme(ground.programme, language)
    figures = read_settings(
        programme, ground.settings, language, decimal_comma=ground.decimal_comma
    )
    above = read_records(programme, ground.records, language, decimal_comma=ground.decimal_comma)
    data = read_file(ground.recipients, DEFAULT_BOUNDS.csv_bytes, language)
    file = recipients_from_csv(
        data, programme, figures=figures, records=above, decimal_comma=ground.decimal_comma
    )
    problems += verify_statement(statement, programme, file.recipients)
    words = say("statement_reproduced", count=len(statement.awards))
    return _checked(about, "reproduced", problems, words, language)


def _checked(
    about: dict[str, Any],
    verdict: str,
    problems: Iterable[Problem],
    words: str,
    language: Language,
) -> Checked:
    found = tuple(dict.fromkeys(problems))
    data = {
        **about,
        "holds": not found,
        "verdict": "broken" if found else verdict,
        "problems": [problem.as_data(language) for problem in found],
    }
    if not found:
        return Checked(data, (words,))
    say = speaker(language)
    lines = [f"  {problem.text(language)}" for problem in found[:PROBLEMS_SHOWN]]
    if len(found) > PROBLEMS_SHOWN:
        lines.append(f"  … {say('more_problems', count=len(found) - PROBLEMS_SHOWN)}")
    return Checked(data, (say("not_reproduced", count=len(found)), *lines))
