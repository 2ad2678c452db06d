"""The command that makes views: what a recipient may see of a plan, and what stays behind."""

import datetime as dt
import functools
from typing import Any

import click

from integrationsplan._language import Language, format_date
from integrationsplan.cli._files import as_json, write, write_new
from integrationsplan.cli._reading import read_document
from integrationsplan.cli._speaking import (
    Day,
    Failure,
    FileName,
    Names,
    about_option,
    command_class,
    format_option,
    lang_option,
    need,
    shown,
    speaker,
)
from integrationsplan.errors import InvalidValueError
from integrationsplan.plan import PURPOSES, IntegrationPlan, LegalBasis, PlanGroup, Release, release
from integrationsplan.serialization import to_json

_GROUPS = {group.value: group for group in PlanGroup}


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command of views in one language."""
    say = speaker(language)
    lang, form = lang_option(say), format_option(say)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("view", help=say("view"))
    @click.argument("file", type=FileName(), required=False)
    @click.option("--purpose", type=click.Choice(list(PURPOSES)), help=say("purpose"))
    @click.option("--recipient", metavar="TEXT", help=say("view_recipient"))
    @click.option("--day", type=Day(language), metavar="DAY", help=say("view_day"))
    @click.option("--legal-basis", "basis", metavar="TEXT", help=say("legal_basis"))
    @click.option(
        "--groups", type=Names(language, _GROUPS), metavar="GROUP,GROUP", help=say("groups")
    )
    @click.option("--special", is_flag=True, help=say("special"))
    @click.option("-o", "--output", "target", metavar="FILE", default="-", help=say("view_output"))
    @click.option("--purposes", "listed", is_flag=True, help=say("purposes"))
    @form
    @lang
    @click.pass_context
    def view(  # noqa: PLR0913  # one parameter an option
        context: click.Context,
        *,
        file: str | None,
        purpose: str | None,
        recipient: str | None,
        day: dt.date | None,
        basis: str | None,
        groups: tuple[str, ...] | None,
        special: bool,
        target: str,
        listed: bool,
        output: str,  # click passes by name
    ) -> None:
        if listed:
            _list_purposes(output, language)
            return
        need(context, file=file, purpose=purpose, recipient=recipient, day=day)
        if file is None or purpose is None or recipient is None or day is None:
            return  # need() has refused it
        if basis is None and (groups or special):
            raise Failure(say("groups_without_basis"))
        if basis is not None and not groups:
            raise Failure(say("basis_without_groups"))
        legal = None if basis is None else _legal_basis(basis, groups or (), language, special)
        plan = read_document(file, ("plan",), language)
        released = release(plan, PURPOSES[purpose], recipient=recipient, day=day, legal_basis=legal)
        write_new(target, to_json(released.view) + "\n", language)
        if output == "json":
            report = as_json(_report_data(released, target))
        else:
            report = "\n".join(_report_lines(released, target, language)) + "\n"
        # The report is for whoever makes the view: it never stands where the view stands.
        click.echo(report.encode("utf-8", "backslashreplace"), err=True, nl=False)

    return (view,)


def _list_purposes(output: str, language: Language) -> None:
    """Print the shipped purposes with the groups that they need."""
    if output == "json":
        rows = [
            {
                "code": purpose.code,
                "label": {"de": purpose.label.de, "en": purpose.label.en},
                "groups": list(purpose.groups),
                "needs_basis": purpose.needs_basis,
            }
            for purpose in PURPOSES.values()
        ]
        write(as_json(rows))
        return
    for purpose in PURPOSES.values():
        click.echo(f"{purpose.code}: {purpose.label.in_language(language)}")
        click.echo(f"  {', '.join(purpose.groups)}")


def _legal_basis(
    title: str, groups: tuple[str, ...], language: Language, covers_special: bool
) -> LegalBasis:
    try:
        return LegalBasis(
            title=title,
            groups=tuple(_GROUPS[code] for code in groups),
            covers_special=covers_special,
        )
    except InvalidValueError as error:
        raise Failure(about_option("--legal-basis", error.problems, language)) from None


def _report_data(released: Release, target: str) -> dict[str, Any]:
    view = released.view
    return {
        "purpose": view.purpose.code,
        "recipient": view.recipient,
        "made_on": view.made_on.isoformat(),
        "bases": list(view.bases),
        "consents": list(released.consents),
        "groups": [group.value for group in released.groups],
        "shown": list(view.document.ids()),
        "withheld": [
            {
                "entry_id": item.entry_id,
                **({} if item.kind is None else {"kind": item.kind}),
                "because": item.because.value,
                "groups": [group.value for group in item.groups],
            }
            for item in released.withheld
        ],
        "head": view.document.head,
        "written": target,
    }


def _report_lines(released: Release, target: str, language: Language) -> list[str]:
    """Tell the maker of a view what is shown, on what it rests and what stays behind."""
    say, view = speaker(language), released.view
    labels = {kind.kind: kind.label for kind in IntegrationPlan.entry_types}
    head = say(
        "view_head",
        purpose=view.purpose.label.in_language(language),
        recipient=view.recipient,
        day=format_date(view.made_on, language),
    )
    lines = [head, say("view_shown", shown=len(view.document.ids()), held=len(released.withheld))]
    lines += [say("rests_on", basis=basis) for basis in view.bases]
    if released.withheld:
        lines.append(say("withheld_here"))
    for item in released.withheld:
        label = labels[item.kind].in_language(language) if item.kind in labels else ""
        named = f"{item.entry_id} ({label})" if label else item.entry_id
        groups = ", ".join(group.in_language(language) for group in item.groups)
        why = item.because.in_language(language)
        lines.append(f"  {named}: {why}" + (f" – {groups}" if groups else ""))
    lines.append(f"{say('head_of_view')}: {view.document.head}")
    if target != "-":
        lines.append(say("written", path=shown(target)))
    return lines
