"""The command that lists the catalogue."""

import datetime as dt
import functools
import re
from typing import Any

import attrs
import click

from integrationsplan import catalogue
from integrationsplan._language import Language
from integrationsplan.allocation import Programme
from integrationsplan.cli import _tables
from integrationsplan.cli._files import as_json, write
from integrationsplan.cli._regulations import holds
from integrationsplan.cli._speaking import (
    Day,
    Failure,
    TextType,
    command_class,
    format_option,
    lang_option,
    speaker,
)
from integrationsplan.funding import ApplicantKind, FundingKind, FundingProgramme, GeneralTerms
from integrationsplan.serialization import to_mapping

_matches_jurisdiction = re.compile("[a-z]{2}|0[1-9]|1[0-6]", re.ASCII).fullmatch
_APPLICANTS = {kind.value: kind for kind in ApplicantKind}
_FINANCINGS = {kind.value: kind for kind in FundingKind}


@attrs.frozen
class Wish:
    """What is asked of the catalogue."""

    jurisdiction: str | None
    day: dt.date | None
    funder: str | None
    applicant: ApplicantKind | None
    financing: FundingKind | None

    @property
    def is_about_funding(self) -> bool:
        """Whether only funding programmes can tell it."""
        return any(each is not None for each in (self.funder, self.applicant, self.financing))

    def fits(self, jurisdiction: str, period: Any) -> bool:
        """Tell whether something holds where and when it is asked for."""
        return (self.jurisdiction is None or jurisdiction == self.jurisdiction) and (
            self.day is None or self.day in period
        )

    def fits_funding(self, programme: FundingProgramme) -> bool:
        """Tell whether a funding programme is asked for."""
        return (
            self.fits(programme.jurisdiction, programme.period)
            and self._fits_funder(programme)
            and (self.financing is None or programme.financing is self.financing)
            and (
                self.applicant is None
                or any(
                    each.applicant is self.applicant
                    for each in programme.applicants
                    if holds(each, self.day)
                )
            )
        )

    def _fits_funder(self, programme: FundingProgramme) -> bool:
        if self.funder is None:
            return True
        wanted = self.funder.casefold()
        return any(
            wanted in text.casefold()
            for funder in programme.funders
            if holds(funder, self.day)
            for text in (funder.id, funder.title.de, funder.title.en)
        )


class JurisdictionCode(TextType):
    """A Land or a country."""

    name = "jurisdiction"

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if _matches_jurisdiction(str(value)):
            return str(value)
        raise click.BadParameter(speaker(self.language)("not_a_jurisdiction"), ctx, param)


def build(language: Language) -> tuple[click.Command, ...]:
    """Return the command in one language."""
    say = speaker(language)
    lang, form, day_type = lang_option(say), format_option(say), Day(language)
    command = functools.partial(
        click.command, cls=command_class(language), options_metavar=say("options")
    )

    @command("programmes", help=say("programmes"))
    @click.option(
        "--jurisdiction",
        type=JurisdictionCode(language),
        metavar="CODE",
        help=say("of_jurisdiction"),
    )
    @click.option("--on", "day", type=day_type, metavar="DAY", help=say("in_force_on"))
    @click.option("--funder", metavar="TEXT", help=say("of_funder"))
    @click.option(
        "--applicant",
        type=click.Choice(list(_APPLICANTS)),
        metavar="CODE",
        help=say("of_applicant", codes=", ".join(_APPLICANTS)),
    )
    @click.option(
        "--kind",
        "financing",
        type=click.Choice(list(_FINANCINGS)),
        metavar="CODE",
        help=say("of_financing", codes=", ".join(_FINANCINGS)),
    )
    @click.option("--rules", "rules_only", is_flag=True, help=say("rules_only"))
    @form
    @lang
    def programmes(
        *,
        jurisdiction: str | None,
        day: dt.date | None,
        funder: str | None,
        applicant: str | None,
        financing: str | None,
        rules_only: bool,
        output: str,  # click passes by name
    ) -> None:
        wish = Wish(
            jurisdiction,
            day,
            funder,
            None if applicant is None else _APPLICANTS[applicant],
            None if financing is None else _FINANCINGS[financing],
        )
        if rules_only and wish.is_about_funding:
            raise Failure(say("rules_alone"))
        rules: list[Programme] = []
        funding: list[FundingProgramme] = []
        general: list[GeneralTerms] = []
        if not wish.is_about_funding:
            found = map(catalogue.load, catalogue.ids())
            rules = [each for each in found if wish.fits(each.jurisdiction, each.valid)]
        if not rules_only:
            funding = [
                each
                for each in map(catalogue.funding, catalogue.funding_ids())
                if wish.fits_funding(each)
            ]
        if not rules_only and not wish.is_about_funding:
            terms = map(catalogue.general_terms, catalogue.general_terms_ids())
            general = [each for each in terms if wish.fits(each.jurisdiction, each.period)]
        if output == "json":
            data = {"rules": [_rule_row(each) for each in rules]}
            if not rules_only:
                data = {"funding_programmes": [_funding_row(each) for each in funding], **data}
                data["general_terms"] = [_terms_row(each) for each in general]
            write(as_json(data))
        elif not (rules or funding or general):
            click.echo(say("nothing_fits"))
        elif rules_only:
            _tables.programmes(rules, language)
        else:
            _tables.catalogue(funding, rules, general, language)

    return (programmes,)


def _rule_row(rule: Programme) -> dict[str, Any]:
    mapping = to_mapping(rule)
    row = {name: mapping.get(name) for name in ("id", "title", "jurisdiction")}
    return {**row, "period": mapping["valid"]}


def _terms_row(terms: FundingProgramme | GeneralTerms) -> dict[str, Any]:
    mapping = to_mapping(terms)
    names = ("id", "title", "jurisdiction", "period", "reviewed_on")
    return {name: mapping.get(name) for name in names}


def _funding_row(programme: FundingProgramme) -> dict[str, Any]:
    kind = programme.financing
    return {
        **_terms_row(programme),
        "financing": None if kind is None else kind.value,
        "funders": [
            {"id": funder.id, "title": {"de": funder.title.de, "en": funder.title.en}}
            for funder in programme.funders
        ],
        "applicants": list(dict.fromkeys(each.applicant.value for each in programme.applicants)),
        "rules": [use.rule for use in programme.rules],
    }
