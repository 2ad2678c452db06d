"""The command that settles a grant by its proof of use."""

import datetime as dt
import functools
from typing import Any

import attrs
import click

from integrationsplan._language import Language, Wording, format_date
from integrationsplan.allocation import Programme
from integrationsplan.cli._commands import ProgrammeName, today
from integrationsplan.cli._files import as_json, plain, write, write_new
from integrationsplan.cli._grant_files import read_application, read_grant, read_proof
from integrationsplan.cli._lookup import (
    FundingName,
    find_award_rule,
    find_terms,
    grant_option,
    terms_option,
)
from integrationsplan.cli._speaking import (
    Day,
    Failure,
    FileName,
    command_class,
    format_option,
    lang_option,
    shown,
    speaker,
)
from integrationsplan.cli._words import WORDS
from integrationsplan.errors import DocumentError, InvalidValueError
from integrationsplan.funding import Grant, GrantEvent, Ledger, Settlement, Terms, settle
from integrationsplan.serialization import to_json, to_mapping
from integrationsplan.values import Money

LONGEST_PREFIX = 50
"""So much of the id of a proof begins the ids of the events that come of it."""


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command in one language."""
    say = speaker(language)
    day_type = Day(language)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("settle", help=say("settle"))
    @click.argument("programme", type=FundingName())
    @grant_option(say)
    @click.option(
        "--application",
        "application_file",
        required=True,
        type=FileName(),
        metavar="FILE",
        help=say("application_file"),
    )
    @click.option(
        "--proof",
        "proof_file",
        required=True,
        type=FileName(),
        metavar="FILE",
        help=say("proof_file"),
    )
    @click.option("--rule", type=ProgrammeName(), metavar="RULE", help=say("award_rule"))
    @terms_option(say)
    @click.option("--on", "day", type=day_type, metavar="DAY", help=say("law_day"))
    @click.option("--notice", type=day_type, metavar="DAY", help=say("notice_day"))
    @click.option("--pay-by", type=day_type, metavar="DAY", help=say("pay_by"))
    @click.option("--record", "target", metavar="FILE", help=say("record_grant"))
    @format_option(say)
    @lang_option(say)
    def settle_command(  # noqa: PLR0913  # one parameter an option
        programme: str,
        *,
        grant_file: str,
        application_file: str,
        proof_file: str,
        rule: str | None,
        more: tuple[str, ...],
        day: dt.date | None,
        notice: dt.date | None,
        pay_by: dt.date | None,
        target: str | None,
        output: str,  # click passes by name
    ) -> None:
        terms = find_terms(programme, more, language)
        grant = read_grant(grant_file, terms.programme, language)
        application = read_application(application_file, terms.programme, language, grant=grant)
        proof = read_proof(proof_file, grant, language)
        if target is not None and proof.is_interim:
            raise Failure(say("interim_alone"))
        on = notice or today()
        if on < proof.submitted_on:
            raise Failure(say("notice_before_proof"))
        if pay_by is not None and pay_by < on:
            raise Failure(say("pay_by_before_notice"))
        law = day or grant.law_day
        found = find_award_rule(terms.programme, rule, law, language)
        settlement = settle(terms, grant, proof, application=application, rule=found, day=law)
        events: tuple[GrantEvent, ...] = ()
        if not proof.is_interim:
            events = settlement.events(on, id=proof.id[:LONGEST_PREFIX], pay_by=pay_by)
        after = _recorded(grant, events, grant_file)
        if target is not None:
            write_new(target, to_json(after) + "\n", language)
        done = Settling(terms, settlement, found, on, events, after, target)
        if output == "json":
            said = as_json(_settled_data(done))
        else:
            said = "\n".join(_settled_lines(done, language)) + "\n"
        # The grant itself may stand on standard output.
        if target == "-":
            click.echo(said.encode("utf-8", "backslashreplace"), err=True, nl=False)
        elif output == "json":
            write(said)
        else:
            click.echo(said, nl=False)

    return (settle_command,)


def _recorded(grant: Grant, events: tuple[GrantEvent, ...], path: str) -> Grant:
    """Return the grant with the final notice.

    Raises:
        DocumentError: If what is recorded already does not allow it.
    """
    try:
        return grant.record(*events)
    except InvalidValueError as error:
        attempt = Wording(*(each.format(path=shown(path)) for each in WORDS["recording"]))
        raise DocumentError(attempt, error.problems) from None


@attrs.frozen
class Settling:
    """A settlement on its way to who asked for it.

    Attributes:
        terms: What holds for the programme.
        settlement: The settlement.
        rule: The rule of the award, if there is one.
        on: The day of the final notice.
        events: What is to be recorded.
        after: The grant with that.
        target: Where it was written.
    """

    terms: Terms
    settlement: Settlement
    rule: Programme | None
    on: dt.date
    events: tuple[GrantEvent, ...]
    after: Grant
    target: str | None


_AMOUNTS = ("due", "owed", "recovery", "payable", "lapsed", "over_financing")
_SUMS = (
    "granted",
    "claimed",
    "paid",
    "drawn",
    "used",
    "returned",
    "lapsed",
    "undrawn",
    "spent",
    "spent_ahead",
    "held",
    "recoverable",
    "demanded",
    "repaid",
    "open_demand",
    "interest_charged",
    "interest_paid",
    "open_interest",
)


def _settled_data(done: Settling) -> dict[str, Any]:
    found = done.settlement
    ids = {event.id for event in done.events}
    events = to_mapping(done.after).get("events", [])
    return {
        "programme": done.terms.programme.id,
        "grant": found.grant.id,
        "proof": found.proof.id,
        "is_interim": found.proof.is_interim,
        "financing": None if found.financing is None else found.financing.value,
        "rule": None if done.rule is None else done.rule.id,
        "cost": str(found.proof.cost),
        "recognised": str(found.recognition.total),
        "lines": {name: str(amount) for name, amount in found.recognition.lines.items()},
        **{name: _text(getattr(found, name)) for name in _AMOUNTS},
        "findings": [plain(finding) for finding in found.findings],
        "explanation": None if found.award is None else to_mapping(found.award.trace()),
        "ledger": {
            "before": _ledger_data(found.ledger),
            "after": _ledger_data(done.after.ledger()),
        },
        "events": [event for event in events if event["id"] in ids],
        "written": done.target,
    }


def _text(amount: Money | None) -> str | None:
    return None if amount is None else str(amount)


def _ledger_data(ledger: Ledger) -> dict[str, Any]:
    return {
        **{name: str(getattr(ledger, name)) for name in _SUMS},
        "owed": None if ledger.owed is None else str(ledger.owed),
        "passed_on": {name: str(amount) for name, amount in ledger.passed_on.items()},
        "used_by": {name: str(amount) for name, amount in ledger.used_by.items()},
        "is_closed": ledger.is_closed,
    }


def _settled_lines(done: Settling, language: Language) -> list[str]:
    say, found = speaker(language), done.settlement
    programme = done.terms.programme
    lines = [
        f"{programme.title.in_language(language)} ({programme.id})",
        say("settled", grant=found.grant.id, proof=found.proof.id),
        "",
        found.explain(language),
        "",
        say("ledger_before"),
        *_indented(found.ledger.format(language)),
    ]
    if done.events:
        lines += ["", say("ledger_after"), *_indented(done.after.ledger().format(language)), ""]
        lines.append(say("to_record", day=format_date(done.on, language)))
        lines += [f"  {event.id}: {event.summary(language)}" for event in done.events]
    else:
        lines += ["", say("is_interim")]
    if done.target is not None and done.target != "-":
        lines.append(say("written", path=shown(done.target)))
    return lines


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.splitlines()]
