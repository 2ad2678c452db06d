"""Regulations by name: an id of the catalogue, or the path of a document."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click

from integrationsplan import catalogue
from integrationsplan._language import Language
from integrationsplan.allocation import Programme
from integrationsplan.cli._commands import ProgrammeName, find_programme
from integrationsplan.cli._files import is_file, suffix_of
from integrationsplan.cli._reading import read_document
from integrationsplan.cli._speaking import Failure, FileName, Say, speaker
from integrationsplan.cli._words import hint_for
from integrationsplan.errors import UnknownNameError
from integrationsplan.funding import FundingProgramme, GeneralTerms, RuleStep, Terms

SHOWN = ("funding-programme", "programme", "general-terms")
"""Kinds of documents of the catalogue; where several have an id, the first is shown."""


class FundingName(ProgrammeName):
    """A funding programme of the catalogue or a file."""

    def names(self) -> Sequence[str]:
        return catalogue.funding_ids()


class TermsName(ProgrammeName):
    """General terms of the catalogue or a file."""

    def names(self) -> Sequence[str]:
        return catalogue.general_terms_ids()


class ShownName(ProgrammeName):
    """Anything of the catalogue or a file."""

    def names(self) -> Sequence[str]:
        return all_ids()


def terms_option(say: Say) -> Callable[..., Any]:
    """Return the option of general terms beside those that a programme names."""
    return click.option(
        "--terms", "more", multiple=True, type=TermsName(), metavar="TERMS", help=say("more_terms")
    )


def grant_option(say: Say) -> Callable[..., Any]:
    """Return the option of the document of a grant."""
    return click.option(
        "--grant",
        "grant_file",
        required=True,
        type=FileName(),
        metavar="FILE",
        help=say("grant_file"),
    )


def all_ids() -> Sequence[str]:
    """Return every id of the catalogue once."""
    found = (*catalogue.funding_ids(), *catalogue.ids(), *catalogue.general_terms_ids())
    return sorted(set(found))


def find_shown(name: str, kind: str | None, language: Language) -> Any:  # of a kind of `SHOWN`
    """Return a document of the catalogue, or read one.

    Raises:
        DocumentError: If a document is refused.
        Failure: If there is neither.
    """
    kinds = SHOWN if kind is None else (kind,)
    homes: dict[str, tuple[Any, Any]] = {
        "funding-programme": (catalogue.funding_ids, catalogue.funding),
        "programme": (catalogue.ids, catalogue.load),
        "general-terms": (catalogue.general_terms_ids, catalogue.general_terms),
    }
    for each in kinds:
        known, load = homes[each]
        if name in known():
            return load(name)
    if _may_be_file(name):
        return read_document(name, kinds, language)
    known_ids = all_ids() if kind is None else homes[kind][0]()
    raise _unknown("nothing_named", name, known_ids, language)


def find_funding(name: str, language: Language) -> FundingProgramme:
    """Return a funding programme of the catalogue, or read its document.

    Raises:
        DocumentError: If the document is refused.
        Failure: If there is neither.
    """
    if name in catalogue.funding_ids():
        return catalogue.funding(name)
    if _may_be_file(name):
        found: FundingProgramme = read_document(name, ("funding-programme",), language)
        return found
    raise _unknown("no_funding", name, catalogue.funding_ids(), language)


def find_terms(name: str, more: Iterable[str], language: Language) -> Terms:
    """Return what holds for a funding programme: itself, the general terms it names, and more.

    Raises:
        DocumentError: If a document is refused.
        Failure: If one of them is not there.
    """
    programme = find_funding(name, language)
    given = {terms.id: terms for terms in (_general(each, language) for each in more)}
    named = []
    for wanted in programme.general_terms:
        if wanted in given:
            named.append(given.pop(wanted))
        elif wanted in catalogue.general_terms_ids():
            named.append(catalogue.general_terms(wanted))
        else:
            raise Failure(speaker(language)("terms_not_there", name=wanted))
    return Terms(programme, [*named, *given.values()])


def find_award_rule(
    programme: FundingProgramme, name: str | None, day: dt.date, language: Language
) -> Programme | None:
    """Return the rule that was named, or that of the award on a day, if there is one.

    Raises:
        DocumentError: If a document is refused.
        Failure: If the rule is not there.
    """
    if name is not None:
        return find_programme(name, language)
    use = programme.rule_for(RuleStep.AWARD, day)
    if use is None:
        return None
    if use.rule not in catalogue.ids():
        raise Failure(speaker(language)("rule_not_there", name=use.rule))
    return catalogue.load(use.rule)


def _general(name: str, language: Language) -> GeneralTerms:
    if name in catalogue.general_terms_ids():
        return catalogue.general_terms(name)
    if _may_be_file(name):
        found: GeneralTerms = read_document(name, ("general-terms",), language)
        return found
    raise _unknown("no_terms", name, catalogue.general_terms_ids(), language)


def _may_be_file(name: str) -> bool:
    return suffix_of(name) in {".toml", ".json"} or is_file(name)


def _unknown(message: str, name: str, known: Iterable[str], language: Language) -> Failure:
    hint = hint_for(UnknownNameError("programme", name, known), language)
    return Failure(speaker(language)(message, name=name[:100], hint=hint))
