"""The command that checks an application, and computes what it would be granted."""

import datetime as dt
import functools
from typing import Any

import attrs
import click

from integrationsplan._language import Language, format_date
from integrationsplan.allocation import Award, Programme
from integrationsplan.cli._commands import ProgrammeName
from integrationsplan.cli._files import as_json, plain, write
from integrationsplan.cli._grant_files import read_application
from integrationsplan.cli._lookup import FundingName, find_award_rule, find_terms, terms_option
from integrationsplan.cli._regulation_tables import span
from integrationsplan.cli._speaking import (
    Day,
    FileName,
    command_class,
    format_option,
    lang_option,
    speaker,
)
from integrationsplan.errors import (
    NotInForceError,
    ProblemsError,
)
from integrationsplan.findings import Finding, Severity
from integrationsplan.funding import (
    Application,
    Terms,
    amount_of,
    award_for,
    check_application,
)
from integrationsplan.serialization import to_mapping
from integrationsplan.values import Money


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command in one language."""
    say = speaker(language)
    day_type = Day(language)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("apply", help=say("apply"))
    @click.argument("programme", type=FundingName())
    @click.argument("file", type=FileName())
    @click.option("--rule", type=ProgrammeName(), metavar="RULE", help=say("award_rule"))
    @terms_option(say)
    @click.option("--on", "day", type=day_type, metavar="DAY", help=say("law_day"))
    @click.option("--explain", is_flag=True, help=say("explain_award"))
    @format_option(say)
    @lang_option(say)
    def apply(
        programme: str,
        file: str,
        *,
        rule: str | None,
        more: tuple[str, ...],
        day: dt.date | None,
        explain: bool,
        output: str,  # click passes by name
    ) -> int:
        terms = find_terms(programme, more, language)
        application = read_application(file, terms.programme, language)
        law = day or application.period.start or application.received_on
        found = find_award_rule(terms.programme, rule, law, language)
        checked = _checked(terms, application, found, law)
        if output == "json":
            write(as_json(_applied_data(checked, language, explain=explain)))
        else:
            click.echo("\n".join(_applied_lines(checked, language, explain=explain)))
        return 1 if checked.speaks_against else 0

    return (apply,)


@attrs.frozen
class Checked:
    """What came of an application.

    Attributes:
        terms: What holds for the programme.
        application: The application.
        rule: The rule of the award, if there is one.
        day: The day whose law applies.
        findings: What the programme finds, and then the rule.
        award: What the rule grants; nothing where it could not be computed.
        money: The same for the whole period.
        error: Why it could not be computed.
    """

    terms: Terms
    application: Application
    rule: Programme | None
    day: dt.date
    findings: tuple[Finding, ...]
    award: Award | None
    money: Money | None
    error: ProblemsError | NotInForceError | None

    @property
    def speaks_against(self) -> bool:
        """Whether something speaks against the application."""
        return self.error is not None or any(
            finding.severity is Severity.WARNING for finding in self.findings
        )


def _checked(
    terms: Terms, application: Application, rule: Programme | None, day: dt.date
) -> Checked:
    award: Award | None = None
    money: Money | None = None
    error: ProblemsError | NotInForceError | None = None
    if rule is not None:
        try:
            award = award_for(rule, application, day=day)
            money = amount_of(award, application.period)
        except (ProblemsError, NotInForceError) as found:
            # It is told beside the findings, which do not depend on it.
            error = found
    findings = check_application(terms, application, award=money)
    if award is not None:
        findings += award.findings
    return Checked(terms, application, rule, day, findings, award, money, error)


def _applied_data(checked: Checked, language: Language, *, explain: bool) -> dict[str, Any]:
    award, error = checked.award, checked.error
    data: dict[str, Any] = {
        "programme": checked.terms.programme.id,
        "application": checked.application.id,
        "day": checked.day.isoformat(),
        "speaks_against": checked.speaks_against,
        "findings": [plain(finding) for finding in checked.findings],
        "rule": None if checked.rule is None else checked.rule.id,
        "award": None,
        "problems": [],
    }
    if award is not None:
        data["award"] = {
            "amount": award.amount.to_text(),
            "unit": str(award.amount.unit),
            "whole_period": None if checked.money is None else str(checked.money),
            "is_excluded": award.is_excluded,
            "sources": {name: part.to_text() for name, part in award.sources.items()},
            "tranches": {name: part.to_text() for name, part in award.tranches.items()},
        }
        if explain:
            data["award"]["explanation"] = to_mapping(award.trace())
    if isinstance(error, ProblemsError):
        data["problems"] = [problem.as_data(language) for problem in error.problems]
    elif error is not None:
        data["problems"] = [{"code": error.code, "text": error.text(language)}]
    return data


def _applied_lines(checked: Checked, language: Language, *, explain: bool) -> list[str]:
    say, application = speaker(language), checked.application
    programme = checked.terms.programme
    lines = [
        f"{programme.title.in_language(language)} ({programme.id})",
        say(
            "applied",
            id=application.id,
            applicant=application.applicant.title,
            received=format_date(application.received_on, language),
            period=span(application.period, language),
        ),
        "",
    ]
    for finding in checked.findings:
        lines += _finding_lines(finding, language)
    if not checked.findings:
        lines.append(say("no_findings"))
    return [*lines, "", *_award_lines(checked, language, explain=explain)]


def _award_lines(checked: Checked, language: Language, *, explain: bool) -> list[str]:
    say, rule, award, error = speaker(language), checked.rule, checked.award, checked.error
    day = format_date(checked.day, language)
    if rule is None:
        return [say("no_rule", day=day)]
    lines = []
    if award is not None:
        if award.is_excluded:
            lines.append(say("award_excluded", rule=rule.id, day=day))
        else:
            amount = award.amount.format(language)
            lines.append(say("award_is", rule=rule.id, day=day, amount=amount))
        if checked.money is not None and str(award.amount.unit) != "EUR":
            lines.append(f"  {say('in_all', amount=checked.money.format(language))}")
        if explain:
            lines += [award.explain(language)]
    if error is not None:
        lines += [say("no_award", rule=rule.id), f"  {error.text(language)}"]
    return lines


def _finding_lines(finding: Finding, language: Language) -> list[str]:
    """Write a finding: ``!`` where something speaks against, ``-`` where it is good to know."""
    sign = "!" if finding.severity is Severity.WARNING else "-"
    subject = f"{finding.subject}: " if finding.subject else ""
    lines = [f"{sign} {subject}{finding.text.in_language(language)}"]
    lines += [f"    - {way.in_language(language)}" for way in finding.ways]
    if finding.source is not None:
        lines.append(f"    {speaker(language)('rests', source=finding.source)}")
    return lines
