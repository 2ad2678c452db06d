"""What is counted: definitions of indicators, read from ``indicators.toml``."""

import datetime as dt
import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

from annotated_types import Len

from integrationsplan._language import Language, Wording
from integrationsplan._model import Label, model
from integrationsplan.errors import UnknownNameError
from integrationsplan.monitoring._codes import CodeOrigin, CountedAt, MonitoringSense
from integrationsplan.values import (
    Basis,
    Bilingual,
    Citation,
    Code,
    Labelled,
    LongText,
    Period,
    ShortText,
)

__all__ = [
    "IndicatorDefinition",
    "IndicatorFamily",
    "Reporting",
    "definition",
    "definitions",
    "facts_needed",
    "families",
]

L = TypeVar("L", bound=Labelled)

Texts = Annotated[tuple[LongText, ...], Len(0, 20)]
Codes = Annotated[tuple[Code, ...], Len(0, 50)]


@model
class Reporting:
    """When the indicators of a family are reported.

    Attributes:
        rhythm: How often.
        period: In which time that holds.
        due: By when, in words.
        note: What else is to be known.
        basis: Whether the source states it.
        citation: Where it is written.
    """

    rhythm: Annotated[ShortText, Label("rhythm", "Rhythmus")]
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    due: Annotated[ShortText | None, Label("due", "fällig")] = None
    note: Annotated[LongText | None, Label("note", "Anmerkung")] = None
    basis: Annotated[Basis, Label("basis", "Grundlage")]
    citation: Annotated[Citation, Label("source", "Quelle")]


@model
class IndicatorFamily:
    """Indicators that belong together: those of a regulation, or those of this library.

    Attributes:
        id: Which family.
        label: What it is called.
        reporting: When its indicators are reported.
    """

    id: Annotated[Code, Label("id", "Kennung")]
    label: Annotated[Bilingual, Label("label", "Bezeichnung")]
    reporting: Annotated[
        Annotated[tuple[Reporting, ...], Len(0, 20)], Label("reporting", "Meldung")
    ] = ()

    def reporting_on(self, day: dt.date) -> tuple[Reporting, ...]:
        """Return when its indicators are reported, as it holds on a day."""
        return tuple(each for each in self.reporting if each.period is None or day in each.period)


@model
class IndicatorDefinition:
    """What an indicator counts, and where that is written.

    Attributes:
        id: Its code.
        family: Id of the family that it belongs to.
        label: What it is called.
        definition: What is counted.
        population: Among whom or what.
        unit: In which unit.
        sense: What it can tell.
        counted: When the state of what is counted is taken.
        needs: What a record has to say to be counted; `facts_needed` says what each means.
        breakdown: By what it is broken down.
        exclusions: What does not count.
        is_special: Whether it tells of special categories of personal data (Article 9 GDPR).
        notes: What else is to be known.
        basis: Whether the source states it, or it is a reading or a proposal of this library.
        code_origin: Where the code comes from.
        wording_seen: Whether the label was seen in the source.
        citation: The source.
    """

    id: Annotated[Code, Label("id", "Kennung")]
    family: Annotated[Code, Label("family", "Familie")]
    label: Annotated[Bilingual, Label("label", "Bezeichnung")]
    definition: Annotated[Bilingual, Label("definition", "Definition")]
    population: Annotated[Bilingual, Label("population", "Grundgesamtheit")]
    unit: Annotated[ShortText, Label("unit", "Einheit")]
    sense: Annotated[MonitoringSense, Label("sense", "Aussage")]
    counted: Annotated[CountedAt, Label("counted", "gezählt")]
    needs: Annotated[Codes, Label("needs", "braucht")] = ()
    breakdown: Annotated[Codes, Label("breakdown", "Gliederung")] = ()
    exclusions: Annotated[Texts, Label("exclusions", "ausgenommen")] = ()
    is_special: Annotated[bool, Label("special category", "besondere Kategorie")] = False
    notes: Annotated[Texts, Label("notes", "Anmerkungen")] = ()
    basis: Annotated[Basis, Label("basis", "Grundlage")]
    code_origin: Annotated[CodeOrigin, Label("origin of the code", "Herkunft des Codes")]
    wording_seen: Annotated[bool, Label("wording seen", "Wortlaut gesehen")]
    citation: Annotated[Citation, Label("source", "Quelle")]

    def format(self, language: Language = "en") -> str:
        """Say in a few lines what is counted, and by which source."""
        lines = [
            f"{self.id}: {self.label.in_language(language)}",
            self.definition.in_language(language),
            self.citation.format(),
        ]
        return "\n".join(lines)


def definition(code: str) -> IndicatorDefinition:
    """Return the definition of an indicator.

    Args:
        code: Its code, such as ``"EECO02"``.

    Raises:
        UnknownNameError: If there is none; names those that look alike.

    Example:
        >>> found = definition("EECO02")
        >>> found.label.en, found.counted.value
        ('Unemployed, including long-term unemployed', 'entry')
    """
    known = _read().definitions
    if code not in known:
        raise UnknownNameError(Wording("indicator", "Indikator"), code, known)
    return known[code]


def definitions(family: str | None = None) -> tuple[IndicatorDefinition, ...]:
    """Return the definitions of all indicators, or of those of a family, in their order.

    Args:
        family: Id of a family, such as ``"esf-plus-2021-2027"``.

    Raises:
        UnknownNameError: If there is no such family.

    Example:
        >>> [each.id for each in definitions("bw-im-6.2")]
        ['BW62_TALKS', 'BW62_PLANS', 'BW62_TOPICS']
    """
    if family is not None and family not in _read().families:
        raise UnknownNameError(Wording("family", "Familie"), family, _read().families)
    found = _read().definitions.values()
    return tuple(each for each in found if family is None or each.family == family)


def families() -> tuple[IndicatorFamily, ...]:
    """Return the families of indicators.

    Example:
        >>> import datetime as dt
        >>> bw = families()[0]
        >>> [each.rhythm for each in bw.reporting_on(dt.date(2021, 1, 1))]
        ['yearly']
    """
    return tuple(_read().families.values())


def facts_needed() -> Mapping[str, Bilingual]:
    """Return what records have to say, by the name that definitions use.

    Example:
        >>> facts_needed()["exit_date"].de
        'Tag des Austritts aus dem Vorhaben (der letzte, wenn jemand wiederkam)'
    """
    return _read().facts


class _Catalogue:
    """What stands in the file."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        """Make objects of plain values."""
        self.families = MappingProxyType(
            {name: _family(name, given) for name, given in document["families"].items()}
        )
        self.facts = MappingProxyType(
            {name: Bilingual(**words) for name, words in document["facts"].items()}
        )
        self.definitions = MappingProxyType(
            {name: _definition(name, given) for name, given in document["indicators"].items()}
        )


@functools.cache
def _read() -> _Catalogue:
    file = resources.files("integrationsplan.monitoring").joinpath("indicators.toml")
    return _Catalogue(tomllib.loads(file.read_text(encoding="utf-8")))


def _family(name: str, given: Mapping[str, Any]) -> IndicatorFamily:
    reporting = [
        Reporting(
            rhythm=each["rhythm"],
            period=_period(each.get("period")),
            due=each.get("due"),
            note=each.get("note"),
            basis=Basis(each["basis"]),
            citation=Citation(**each["citation"]),
        )
        for each in given.get("reporting", ())
    ]
    return IndicatorFamily(id=name, label=Bilingual(**given["label"]), reporting=tuple(reporting))


def _definition(name: str, given: Mapping[str, Any]) -> IndicatorDefinition:
    return IndicatorDefinition(
        id=name,
        family=given["family"],
        label=Bilingual(**given["label"]),
        definition=Bilingual(**given["definition"]),
        population=Bilingual(**given["population"]),
        unit=given["unit"],
        sense=_member(MonitoringSense, given["sense"]),
        counted=_member(CountedAt, given["counted"]),
        needs=tuple(given["needs"]),
        breakdown=tuple(given.get("breakdown", ())),
        exclusions=tuple(given.get("exclusions", ())),
        is_special=given.get("special", False),
        notes=tuple(given.get("notes", ())),
        basis=Basis(given["basis"]),
        code_origin=_member(CodeOrigin, given["code_basis"]),
        wording_seen=given["wording_seen"],
        citation=Citation(**given["citation"]),
    )


def _member(codes: type[L], code: str) -> L:
    return next(member for member in codes if member.value == code)


def _period(given: Mapping[str, dt.date] | None) -> Period | None:
    return None if given is None else Period(given.get("start"), given.get("end"))
