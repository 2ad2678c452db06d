"""What a review finds about entries of any kind: references, ids, characters."""

from collections.abc import Iterator
from typing import Any

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import field_specs
from integrationsplan.findings import Finding, Named
from integrationsplan.history import Entry
from integrationsplan.history._loose import loose_references
from integrationsplan.plan import _review_kinds as kinds
from integrationsplan.plan._data_protection import Disclosure
from integrationsplan.plan._review_case import Case
from integrationsplan.values import Din91379Type, din91379_problem

__all__ = ["character_findings", "id_findings", "reference_findings"]

_LOOK_ALIKE = str.maketrans("01I", "Oll")
_OTHER_SCRIPTS = {"name_in_script"}
"""Fields that are there for other letters."""


def reference_findings(case: Case) -> Iterator[Finding]:
    """Yield each reference to an entry that is not there, or that is of another kind.

    What is sealed is there, and nobody can say of which kind. A record of a disclosure names the
    consents of its day: that one of them is withdrawn since then is no mistake.
    """
    ever = {change.entry_id for revision in case.revisions for change in revision.changes}
    for loose in loose_references(case.state):
        entry, other, target = loose.entry, loose.found, loose.reference.entry_id
        field = _field(entry, loose.reference.field)
        if other is not None:
            yield kinds.REFERENCE_OF_OTHER_KIND.at(
                entry.id,
                field=field,
                entry=target,
                found=Named(other.kind, Wording(other.label.en, other.label.de)),
            )
        elif not (isinstance(entry, Disclosure) and target in ever):
            yield kinds.REFERENCE_MISSING.at(entry.id, field=field, entry=target)


def id_findings(case: Case) -> Iterator[Finding]:
    """Yield ids that differ by case alone, or by letters and digits that look alike."""
    found: dict[tuple[str, ...], None] = {}
    for fold in (str.lower, _look_alike):
        alike: dict[str, list[str]] = {}
        for entry in case.state:
            alike.setdefault(fold(entry.id), []).append(entry.id)
        found |= {tuple(ids): None for ids in alike.values() if len(ids) > 1}
    for ids in found:
        yield kinds.IDS_LOOK_ALIKE.at(ids[0], entries=list(ids))


def _look_alike(entry_id: str) -> str:
    return entry_id.translate(_LOOK_ALIKE)


def character_findings(case: Case) -> Iterator[Finding]:
    """Yield each text with a character outside DIN 91379, if that is asked for.

    A text in another script is nothing wrong, but a system beside this one may refuse it. Nothing
    is ever stripped.
    """
    if not case.rules.check_characters:
        return
    for revision in case.revisions:
        position = _position(revision.reason) if revision.reason is not None else None
        if position is not None:
            yield kinds.REASON_CHARACTERS.at(revision=revision.number, position=position)
    for entry in case.state:
        for spec in field_specs(type(entry)):
            if spec.name in _OTHER_SCRIPTS:
                continue
            for text in _texts(getattr(entry, spec.name)):
                position = _position(text)
                if position is not None:
                    field = _field(entry, spec.name)
                    yield kinds.TEXT_CHARACTERS.at(entry.id, field=field, position=position)


def _position(text: str) -> int | None:
    problem = din91379_problem(text, Din91379Type.E)
    return None if problem is None else int(str(problem.params["position"]))


def _texts(value: Any) -> Iterator[str]:  # a field of an entry, or a part of one
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif attrs.has(type(value)):
        for spec in field_specs(type(value)):
            yield from _texts(getattr(value, spec.name))


def _field(entry: Entry, name: str) -> Named:
    return Named(name, Wording(entry.field_label(name, "en"), entry.field_label(name, "de")))
