"""Allocations as JSON documents: amounts as exact text, findings and reasons as data."""

from typing import Any

from integrationsplan._language import Language
from integrationsplan.allocation import Allocation, Award
from integrationsplan.findings import Finding
from integrationsplan.serialization._documents import to_mapping
from integrationsplan.values import Period, Quantity

__all__ = ["ALLOCATION_FORMAT", "allocation_to_mapping"]

ALLOCATION_FORMAT = ("integrationsplan/allocation", 1)


def allocation_to_mapping(
    allocation: Allocation, *, explain: tuple[str, ...] = (), language: Language | None = None
) -> dict[str, Any]:
    """Return an allocation as plain data.

    Args:
        allocation: The allocation.
        explain: Keys of recipients whose traces are to be included, in both languages.
        language: Language of the other sentences; by default both.

    Raises:
        UnknownNameError: If a key to explain is not among the recipients.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan import allocate, catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = [{"key": "Weinheim", "persons": 352}]
        >>> document = allocation_to_mapping(allocate(programme, towns, day=dt.date(2018, 1, 1)))
        >>> document["awards"][0]["amount"], document["unit"]
        ('280220.00', 'EUR/year')
    """
    name, version = ALLOCATION_FORMAT
    explained = {allocation[key].index for key in explain}
    data: dict[str, Any] = {
        "format": name,
        "version": version,
        "programme": allocation.programme.id,
        "edition": ", ".join(allocation.editions),
        "editions": list(allocation.editions),
        "day": allocation.day.isoformat(),
    }
    if allocation.period is not None:
        data["period"] = _period(allocation.period)
    if allocation.asked_edition is not None:
        data["asked_edition"] = allocation.asked_edition
    if allocation.as_known is not None:
        data["as_known"] = allocation.as_known.isoformat()
    data["unit"] = allocation.unit
    data["needs_all_recipients"] = allocation.programme.needs_all_recipients
    data["total"] = allocation.total.to_text()
    if allocation.pot is not None and allocation.residue is not None:
        data["pot"] = allocation.pot.to_text()
        data["residue"] = allocation.residue.to_text()
    if allocation.findings:
        data["findings"] = [_finding(finding, language) for finding in allocation.findings]
    data["awards"] = [
        _award(award, language, explained=award.index in explained) for award in allocation.awards
    ]
    return data


def _award(award: Award, language: Language | None, *, explained: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "recipient": award.recipient.key,
        "name": award.recipient.title,
        "amount": award.amount.to_text(),
        "findings": [_finding(finding, language) for finding in award.findings],
    }
    if award.is_excluded:
        data["is_excluded"] = True
    if award.is_zeroed:
        data["is_zeroed"] = True
    if award.outputs:
        data["outputs"] = {name: _quantity(value) for name, value in award.outputs.items()}
    below = award.parts
    if below:
        data["parts"] = {
            name: {key: _quantity(value) for key, value in parts.items()}
            for name, parts in below.items()
        }
    for block in ("sources", "tranches", "earmarks"):
        amounts = getattr(award, block)
        if amounts:
            data[block] = {name: amount.to_text() for name, amount in amounts.items()}
    if explained:
        data["explanation"] = to_mapping(award.trace())
    return data


def _finding(finding: Finding, language: Language | None) -> dict[str, Any]:
    data: dict[str, Any] = {"code": finding.code, "severity": finding.severity.value}
    if finding.subject is not None:
        data["subject"] = finding.subject
    data["text"] = _texts(finding.text.de, finding.text.en, language)
    if finding.values:
        data["values"] = dict(finding.values)
    if finding.ways:
        data["ways"] = [
            {"code": way.code, "text": _texts(way.de, way.en, language)} for way in finding.ways
        ]
    return data


def _texts(de: str, en: str, language: Language | None) -> Any:  # one or both
    if language is None:
        return {"de": de, "en": en}
    return de if language == "de" else en


def _quantity(quantity: Quantity) -> dict[str, str]:
    return {"value": quantity.to_text(), "unit": str(quantity.unit)}


def _period(period: Period) -> dict[str, str]:
    ends = (("start", period.start), ("end", period.end))
    return {name: day.isoformat() for name, day in ends if day is not None}
