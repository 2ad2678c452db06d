"""The command that counts plans for indicators."""

import csv
import datetime as dt
import functools
import io
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from types import MappingProxyType
from typing import Any

import click

from integrationsplan._language import Language, format_date
from integrationsplan.cli._files import write
from integrationsplan.cli._grant_files import NO_NOTICE
from integrationsplan.cli._lines import bar, is_by_line, opened
from integrationsplan.cli._reading import read_document
from integrationsplan.cli._speaking import (
    Day,
    Failure,
    FileName,
    Number,
    command_class,
    lang_option,
    shown,
    speaker,
)
from integrationsplan.cli._terminal import cell, new_console, new_table, put
from integrationsplan.cli._validate import MOST_PROBLEMS, Report
from integrationsplan.cli._words import WORDS
from integrationsplan.errors import DocumentError
from integrationsplan.funding import Grant, Granted, Post
from integrationsplan.monitoring import (
    TOTAL,
    UNKNOWN,
    DisclosureRules,
    IndicatorReport,
    IndicatorRow,
    MonitoringRules,
    PlanTally,
    RoundingBase,
    definition,
    facts_needed,
    protect_report,
)
from integrationsplan.plan import Gender, GoalField, IntegrationPlan, RecognitionOutcome
from integrationsplan.serialization import BadLine, read_json_lines, to_json
from integrationsplan.serialization._lines import neutralise
from integrationsplan.serialization._problems import TOO_MANY_PROBLEMS
from integrationsplan.values import Labelled, Period, Rounding, format_number

FORMATS = ("table", "json", "csv")
FAMILIES = ("bw-im-6.2", "plan")
RECORDS_SHOWN = 10

_LABELLED: Mapping[str, type[Labelled]] = MappingProxyType(
    {"sex": Gender, "topic": GoalField, "field": GoalField, "outcome": RecognitionOutcome}
)
_SAID = frozenset({"age-group", "body", "counsellor", "figure", "proof", "region", *_LABELLED})
_WITH_CODES = frozenset({"figure", "outcome", "proof"})
_GROUPS_SAID = frozenset(
    {
        *("proven", "without-proof", "before-start"),
        *("open", "withdrawn"),
        *("plans", "fte", "plans-per-fte", "median-days"),
    }
)
"""Dimensions and groups that have words; names of bodies and counsellors are said as they are."""


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command in one language."""
    say = speaker(language)
    day_type = Day(language)
    months, count = Number(language, least=1), Number(language, least=2)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("monitor", help=say("monitor"))
    @click.argument("files", metavar="FILE...", nargs=-1, required=True, type=FileName())
    @click.option(
        "--from", "first", required=True, type=day_type, metavar="DAY", help=say("first_day")
    )
    @click.option("--to", "last", required=True, type=day_type, metavar="DAY", help=say("last_day"))
    @click.option(
        "--indicator", "codes", multiple=True, metavar="CODE", help=say("indicator_option")
    )
    @click.option("--by", multiple=True, metavar="NAME", help=say("by_option"))
    @click.option("--as-of", type=day_type, metavar="DAY", help=say("as_of_option"))
    @click.option("--alive-within", type=months, metavar="MONTHS", help=say("alive_option"))
    @click.option("--term", type=months, metavar="MONTHS", help=say("term_option"))
    @click.option(
        "--grant",
        "grants",
        multiple=True,
        type=FileName(),
        metavar="FILE",
        help=say("posts_option"),
    )
    @click.option("--id", "report_id", default="report", metavar="ID", help=say("report_id"))
    @click.option("--title", metavar="TEXT", help=say("report_title"))
    @click.option("--least", type=count, metavar="N", help=say("least_option"))
    @click.option("--round", "base", type=count, metavar="N", help=say("round_option"))
    @click.option("--lacking", is_flag=True, help=say("lacking_option"))
    @click.option("--lines", "has_lines", is_flag=True, help=say("lines_option"))
    @click.option(
        "--format", "output", type=click.Choice(FORMATS), default="table", help=say("format")
    )
    @lang_option(say)
    def monitor(  # noqa: PLR0913  # one parameter an option
        files: tuple[str, ...],
        *,
        first: dt.date,
        last: dt.date,
        codes: tuple[str, ...],
        by: tuple[str, ...],
        as_of: dt.date | None,
        alive_within: int | None,
        term: int | None,
        grants: tuple[str, ...],
        report_id: str,
        title: str | None,
        least: int | None,
        base: int | None,
        lacking: bool,
        has_lines: bool,
        output: str,  # click passes by name
    ) -> int:
        if last < first:
            raise Failure(say("from_after_to"))
        if len(set(files)) < len(files):
            raise Failure(say("file_twice"))
        is_protected = least is not None or base is not None
        if lacking and is_protected:
            raise Failure(say("lacking_protected"))
        if lacking and output != "table":
            raise Failure(say("lacking_table"))
        tally = PlanTally(
            Period(first, last),
            codes or FAMILIES,
            by=by,
            rules=MonitoringRules(alive_within_months=alive_within, longest_term_months=term),
            as_of=as_of,
        )
        posts = list(_posts(grants, language)) if grants else None
        # What is wrong with these is told before anybody waits for the count.
        tally.report(report_id, title=title, posts=posts)
        rules = _rules(least, base) if is_protected else None
        is_sound = True
        for file in files:
            try:
                for plan in _plans(
                    file, language, has_lines=has_lines, shows_bar=output == "table"
                ):
                    tally.add(plan)
            except DocumentError as error:
                # One bad file keeps nobody from hearing of the others.
                is_sound = False
                said = f"{say('error')}: {error.text(language)}"
                click.echo(said.encode("utf-8", "backslashreplace"), err=True)
        if not is_sound:
            return 1
        report = tally.report(report_id, title=title, posts=posts)
        if rules is not None:
            report = protect_report(report, rules)
        if output == "json":
            write(to_json(report, indent=2) + "\n")
        elif output == "csv":
            write(_csv(report))
        else:
            _print(report, language, lists_lacking=lacking)
        return 0

    return (monitor,)


def _posts(paths: tuple[str, ...], language: Language) -> Iterator[Post]:
    """Yield the posts of grants.

    Raises:
        DocumentError: If a grant is refused, or has no notice yet.
        Failure: If a file cannot be read.
    """
    for path in paths:
        grant: Grant = read_document(path, ("grant",), language)
        if not any(isinstance(event, Granted) for event in grant.events):
            raise DocumentError(shown(path), [NO_NOTICE.at("/events")])
        yield from grant.posts()


def _plans(
    path: str, language: Language, *, has_lines: bool, shows_bar: bool
) -> Iterator[IntegrationPlan]:
    """Yield the plans of a file, one after the other.

    Raises:
        DocumentError: If one is refused; of a file by line, once all of it is read.
        Failure: If the file cannot be read.
    """
    if not has_lines and not is_by_line(path):
        yield read_document(path, ("plan",), language)
        return
    bad = Report(path, MOST_PROBLEMS)
    with (
        opened(path, language) as source,
        bar(path) if shows_bar else nullcontext() as progress,
    ):
        for line in read_json_lines(source, IntegrationPlan, progress=progress):
            if isinstance(line, BadLine):
                bad.add(line.problems)
            elif not bad.count:
                yield line.document
    if bad.count:
        more = bad.count - len(bad.problems)
        rest = [TOO_MANY_PROBLEMS.at(count=more)] if more else []
        raise DocumentError(shown(path), [*bad.problems, *rest])


def _rules(least: int | None, base: int | None) -> DisclosureRules:
    rounding = None if base is None else RoundingBase(base=base, method=Rounding.HALF_UP)
    return DisclosureRules(least=least, rounding=rounding)


def _csv(report: IndicatorReport) -> str:
    text = io.StringIO()
    rows = list(report.tidy())
    if rows:
        writer = csv.DictWriter(text, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({name: _safe(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def _safe(value: str | int | None) -> str | int | None:
    """Keep the name of a group from being taken for a formula."""
    return neutralise(value) if isinstance(value, str) else value


def _print(report: IndicatorReport, language: Language, *, lists_lacking: bool) -> None:
    say, console = speaker(language), new_console()
    days = [format_date(day, language) for day in report.period.bounds]
    if report.title is not None:
        put(console, report.title, style="bold")
    head = "period_head_bare" if report.plans is None else "period_head"
    put(console, say(head, first=days[0], last=days[1], plans=report.plans))
    for choice in _choices(report, language):
        put(console, choice)
    table = new_table(language, "indicator", "in_group", "value", "of", "lacking", "undecided")
    for column in table.columns[2:]:
        column.justify = "right"
    table.add_column(say("status"))
    before = None
    for row in report.rows:
        name = "" if row.indicator == before else _title(row.indicator, language)
        before = row.indicator
        table.add_row(*map(cell, _row(row, name, language)))
    console.print(table)
    if lists_lacking and report.lacking:
        _print_lacking(report, language, console)
    for line in report.account:
        put(console, line.in_language(language))


def _choices(report: IndicatorReport, language: Language) -> Iterator[str]:
    """Yield what figures depend on, beside the time."""
    say, rules = speaker(language), report.rules
    if report.as_of != report.period.bounds[1]:
        yield say("looked_until", day=format_date(report.as_of, language))
    if rules.alive_within_months is not None:
        yield say("dead_after", months=rules.alive_within_months)
    if rules.longest_term_months is not None:
        yield say("longest_term", months=rules.longest_term_months)
    if report.erased:
        yield say("some_erased", count=report.erased)


def _group(dimension: str, group: str, language: Language) -> str:
    """Say a group in words where it has some."""
    name = WORDS[f"by_{dimension}"].in_language(language) if dimension in _SAID else dimension
    if group in (TOTAL, UNKNOWN):
        return f"{name}: {WORDS[f'group_{group}'].in_language(language)}"
    if dimension in _LABELLED:
        for member in _LABELLED[dimension]:
            if member.value == group:
                return f"{name}: {member.in_language(language)}"
    if dimension in _WITH_CODES and group in _GROUPS_SAID:
        return f"{name}: {WORDS[f'group_{group}'].in_language(language)}"
    return f"{name}: {group}"


def _title(code: str, language: Language) -> str:
    return f"{code} {definition(code).label.in_language(language)}"


def _row(row: IndicatorRow, name: str, language: Language) -> list[str]:
    groups = ", ".join(_group(name, group, language) for name, group in row.groups.items())
    value = "–" if row.number is None else format_number(row.number, language)
    counts = ["" if each is None else f"{each}" for each in (row.of, row.lacking, row.undecided)]
    return [name, groups, value, *counts, row.status.in_language(language)]


def _print_lacking(report: IndicatorReport, language: Language, console: Any) -> None:
    words = facts_needed()
    table = new_table(language, "indicator", "fact", "number", "records_named")
    table.columns[2].justify = "right"
    for each in report.lacking:
        named = ", ".join(each.records[:RECORDS_SHOWN])
        more = " …" if each.number > RECORDS_SHOWN else ""
        fact = words[each.fact].in_language(language) if each.fact in words else each.fact
        table.add_row(*map(cell, (each.indicator, fact, f"{each.number}", f"{named}{more}")))
    console.print(table)
