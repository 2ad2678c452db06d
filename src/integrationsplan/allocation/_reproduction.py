"""The check of a statement: the programme is evaluated again and must give what is stated."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from integrationsplan._language import Wording
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._allocation import allocate
from integrationsplan.allocation._programme import Programme
from integrationsplan.allocation._recipients import Recipient, Recipients
from integrationsplan.allocation._statement import (
    StatedAward,
    StatedQuantity,
    Statement,
    same_number,
    same_unit,
)
from integrationsplan.allocation._trace import Trace
from integrationsplan.findings import Finding
from integrationsplan.problems import Problem, escape_token

__all__ = ["verify_statement"]

AMOUNT = Wording("an amount", "ein Betrag")
UNIT = Wording("a unit", "eine Einheit")
EDITIONS = Wording("editions", "Fassungen")
ASSUMED = Wording("assumed parameters", "angenommene Parameter")
NAME = Wording("a name", "ein Name")
MARK = Wording("a mark", "ein Kennzeichen")
FINDING = Wording("a finding", "ein Hinweis")
STEP = Wording("a step", "ein Schritt")
TRACE = Wording("an explanation", "ein Nachweis")
NONE = Wording("none", "nichts")
FALSE = Wording("false", "false")
OWN_TRACE = Wording("the trace of the award", "der Nachweis der Zuwendung")


def verify_statement(
    statement: Statement,
    programme: Programme,
    recipients: Recipients | Iterable[Recipient | Mapping[str, Any]],
) -> tuple[Problem, ...]:
    """Evaluate a programme again and compare, to the cent, with what is stated.

    Day, period, edition and state of knowledge are those of the statement. What it states must
    follow from the rule; what it leaves out, as published tables do, is not missed, except an award
    of a recipient. Names of recipients and sentences are words, and are not compared.

    Args:
        statement: What `Allocation.statement` wrote, or what was read from a document.
        programme: The programme that is said to have given it.
        recipients: Those who were given, all of them.

    Returns:
        What does not agree, each with its place in the statement and what the rule gives; nothing
        if all does.

    Raises:
        AllocationError: If figures are missing or wrong, or the rule cannot be evaluated.
        NotInForceError: If the programme or a parameter is not in force on the day.
        UnknownNameError: If no parameter has the edition.
        InvalidValueError: If the recipients are no valid recipients.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan import allocate, catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = [{"key": "Weinheim", "persons": 352}]
        >>> statement = allocate(programme, towns, day=dt.date(2018, 1, 15)).statement()
        >>> verify_statement(statement, programme, towns)
        ()
        >>> other = [{"key": "Weinheim", "persons": 353}]
        >>> [found.pointer for found in verify_statement(statement, programme, other)][:2]
        ['/total', '/residue']
    """
    if statement.programme != programme.id:
        return (kinds.OTHER_PROGRAMME.at("/programme", programme=programme.id),)
    allocation = allocate(
        programme,
        recipients,
        day=statement.day,
        period=statement.period,
        edition=statement.asked_edition,
        as_known=statement.as_known,
    )
    given = allocation.recipients.keys()
    explained = [
        award.recipient
        for award in statement.awards
        if award.explanation is not None and award.recipient in given
    ]
    return tuple(_differences(statement, allocation.statement(explain=explained), given))


def _differences(
    stated: Statement, computed: Statement, given: Collection[str]
) -> Iterator[Problem]:
    if not same_unit(stated.unit, computed.unit):
        yield kinds.NOT_REPRODUCED.at("/unit", what=UNIT, computed=computed.unit)
        return
    if stated.assumed != computed.assumed:
        found = _names(computed.assumed)
        yield kinds.NOT_REPRODUCED.at("/assumed", what=ASSUMED, computed=found)
    if stated.editions and stated.editions != computed.editions:
        found = _names(computed.editions)
        yield kinds.NOT_REPRODUCED.at("/editions", what=EDITIONS, computed=found)
    if stated.needs_all_recipients and not computed.needs_all_recipients:
        yield kinds.NOT_REPRODUCED.at("/needs_all_recipients", what=MARK, computed=FALSE)
    for name in ("total", "pot", "residue"):
        amount = getattr(stated, name)
        if amount is not None:
            yield from _amount(f"/{name}", amount, getattr(computed, name))
    yield from _findings("/findings", stated.findings, computed.findings)
    told = {award.recipient for award in stated.awards}
    for index, award in enumerate(stated.awards):
        pointer = f"/awards/{index}"
        if award.recipient not in given:
            yield kinds.NOT_GIVEN.at(f"{pointer}/recipient")
        else:
            yield from _award(pointer, award, computed[award.recipient])
    for key in given:
        if key not in told:
            yield kinds.NO_AWARD.at("/awards", name=repr(key))


def _award(pointer: str, stated: StatedAward, computed: StatedAward) -> Iterator[Problem]:
    yield from _amount(f"{pointer}/amount", stated.amount, computed.amount)
    for mark in ("is_excluded", "is_zeroed"):
        if getattr(stated, mark) and not getattr(computed, mark):
            yield kinds.NOT_REPRODUCED.at(f"{pointer}/{mark}", what=MARK, computed=FALSE)
    yield from _quantities(f"{pointer}/outputs", stated.outputs, computed.outputs)
    for name, below in stated.parts.items():
        place = f"{pointer}/parts/{escape_token(name)}"
        if name in computed.parts:
            yield from _quantities(place, below, computed.parts[name])
        else:
            yield kinds.NOT_REPRODUCED.at(place, what=NAME, computed=_names(computed.parts))
    if stated.financed is not None:
        yield from _amount(f"{pointer}/financed", stated.financed, computed.financed)
    for block in ("payers", "tranches", "earmarks"):
        found = getattr(computed, block)
        for name, amount in getattr(stated, block).items():
            place = f"{pointer}/{block}/{escape_token(name)}"
            if name in found:
                yield from _amount(place, amount, found[name])
            else:
                yield kinds.NOT_REPRODUCED.at(place, what=NAME, computed=_names(found))
    yield from _findings(f"{pointer}/findings", stated.findings, computed.findings)
    if stated.explanation is not None and computed.explanation is not None:
        yield from _traces(f"{pointer}/explanation", stated.explanation, computed.explanation)


def _amount(pointer: str, stated: str, computed: str | None) -> Iterator[Problem]:
    if computed is None or not same_number(stated, computed):
        found = NONE if computed is None else computed
        yield kinds.NOT_REPRODUCED.at(pointer, what=AMOUNT, computed=found)


def _quantities(
    pointer: str, stated: Mapping[str, StatedQuantity], computed: Mapping[str, StatedQuantity]
) -> Iterator[Problem]:
    for name, quantity in stated.items():
        place = f"{pointer}/{escape_token(name)}"
        found = computed.get(name)
        if found is None:
            yield kinds.NOT_REPRODUCED.at(place, what=NAME, computed=_names(computed))
        elif not same_unit(quantity.unit, found.unit):
            yield kinds.NOT_REPRODUCED.at(f"{place}/unit", what=UNIT, computed=found.unit)
        else:
            yield from _amount(f"{place}/value", quantity.value, found.value)


def _names(known: Iterable[str]) -> str | Wording:
    return ", ".join(known) or NONE


def _findings(
    pointer: str, stated: Iterable[Finding], computed: tuple[Finding, ...]
) -> Iterator[Problem]:
    """Look for each finding among the computed ones: code, weight, subject and figures."""
    known: dict[tuple[object, ...], list[Finding]] = {}
    for finding in computed:
        known.setdefault(_identity(finding), []).append(finding)
    for index, finding in enumerate(stated):
        figures = finding.values.items()
        if not any(figures <= other.values.items() for other in known.get(_identity(finding), ())):
            found = _names(dict.fromkeys(other.code for other in computed))
            yield kinds.NOT_REPRODUCED.at(f"{pointer}/{index}", what=FINDING, computed=found)


def _identity(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.severity, finding.subject


def _traces(pointer: str, stated: Trace, computed: Trace) -> Iterator[Problem]:
    """Compare the steps of two traces; their sentences are words."""
    blocks = [(name, getattr(stated, name), getattr(computed, name)) for name in BLOCKS]
    if any(len(said) != len(found) for _, said, found in blocks):
        yield kinds.NOT_REPRODUCED.at(pointer, what=TRACE, computed=OWN_TRACE)
        return
    for name, said, found in blocks:
        for index, (step, other) in enumerate(zip(said, found, strict=True)):
            if any(getattr(step, part) != getattr(other, part) for part in COMPARED):
                place = f"{pointer}/{name}/{index}"
                yield kinds.NOT_REPRODUCED.at(place, what=STEP, computed=OWN_TRACE)


BLOCKS = ("steps", "checks", "parts")
COMPARED = ("rule", "place", "record", "formula", "inputs", "witnesses", "result", "unit")
