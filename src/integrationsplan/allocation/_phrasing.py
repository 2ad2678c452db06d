"""How the values of a programme are said: labels, numbers with units, formulas for a record."""

import datetime as dt
from typing import Literal

import attrs

from integrationsplan._language import Language, Wording, format_date
from integrationsplan.allocation._columns import ALL, Column, Frame
from integrationsplan.allocation._facets import Facet
from integrationsplan.allocation._look_up import LookUp
from integrationsplan.allocation._nodes import Node, Operand
from integrationsplan.allocation._programme import Programme
from integrationsplan.allocation._speech import Speaker
from integrationsplan.allocation._witness import write_value
from integrationsplan.errors import UnknownNameError
from integrationsplan.values import Basis, Quantity, Unit, format_number

__all__ = ["describe_rule"]

BUILT_IN_WORDS = {
    "award": Wording("award", "Zuwendung"),
    "day": Wording("day", "maßgeblicher Tag"),
    "period_start": Wording("start of the period", "Beginn des Zeitraums"),
    "period_end": Wording("end of the period", "Ende des Zeitraums"),
}
BASIS_WORDS: dict[Basis, dict[Literal["de", "en"], str]] = {
    Basis.STATED: {"de": "angegeben", "en": "stated"},
    Basis.INFERRED: {"de": "erschlossen", "en": "inferred"},
    Basis.ASSUMED: {"de": "angenommen", "en": "assumed"},
}


@attrs.frozen(eq=False)
class Phrasing:
    """Says what a programme's expressions are worth for a record."""

    programme: Programme

    def facet(self, operand: Operand) -> Facet:
        """Return what is known of a name or a node."""
        analysis = self.programme.analysis
        found = (
            analysis.facets.get(operand)
            if isinstance(operand, str)
            else analysis.nodes.get(id(operand))
        )
        return found or Facet("code", ALL)

    def label(self, name: str, language: Language) -> str:
        """Say what something is called."""
        if name in BUILT_IN_WORDS:
            return BUILT_IN_WORDS[name].in_language(language)
        return self.programme.label(name, language)

    def speaker(self, frame: Frame, level: str, index: int, language: Language) -> Speaker:
        """Return who says the operands of a record."""

        def say(operand: Operand) -> str:
            facet = self.facet(operand)
            place = place_of(frame, facet.level, level, index)
            if place is None:
                if not isinstance(operand, str):
                    return ""  # a formula says its own names
                count = frame.count(facet.level)  # a branch beside this one is told as a whole
                if frame.lies_below(facet.level, level):
                    owners = frame.ancestors(facet.level, level)
                    count = sum(1 for owner in owners if owner == index)
                words = ("Wert", "Werte") if language == "de" else ("value", "values")
                return f"{count} {words[count != 1]}"
            column = frame.column(operand)
            if place in column.faults:
                return "–"  # what a choice has not taken may have no value
            printed = self._printed(operand, frame)
            if printed is not None:
                return f"{printed} {facet.unit.format(language)}".rstrip()
            if self._is_percent(operand):
                return f"{format_number(column.number(place) * 100, language)} %"
            return say_value(facet, column, place, language)

        def name(text: str) -> str:
            if text in frame.records:
                return say(text)
            return f"{self.label(text, language)} ({say(text)})"

        def holds(operand: Operand) -> bool | None:
            column = frame.column(operand)
            place = place_of(frame, column.level, level, index)
            return None if place is None else bool(column.values[place])

        def remark(node: Operand) -> object:
            remarks = frame.remarks.get(id(node))
            of = remarks.level if isinstance(remarks, Column) else self.facet(node).level
            place = place_of(frame, of, level, index)
            if remarks is None or place is None:
                return None
            return remarks.number(place) if isinstance(remarks, Column) else remarks[place]

        def gathered(operand: Operand, per: str) -> tuple[str, int] | None:
            of = self.facet(operand).level
            place = place_of(frame, per, level, index)
            if place is None or not frame.lies_below(of, per):
                return None
            return of, len(frame.groups(of, per)[place])

        def equal(first: Operand, second: Operand) -> bool:
            columns = [frame.column(operand) for operand in (first, second)]
            places = [place_of(frame, column.level, level, index) for column in columns]
            if None in places:
                return False
            pairs = zip(columns, places, strict=True)
            one, other = (column.comparable(place or 0) for column, place in pairs)
            return bool(one == other)

        return Speaker(
            language=language,
            label=lambda text: self.label(text, language),
            name=name,
            value=say,
            unit=lambda operand: self.facet(operand).unit,
            equal=equal,
            holds=holds,
            remark=remark,
            gathered=gathered,
            sort=lambda operand: self.facet(operand).sort,
        )

    def _printed(self, operand: Operand, frame: Frame) -> str | None:
        """Return a parameter as its source prints it, where that is a fraction such as 2/3."""
        if not isinstance(operand, str) or operand not in self.programme.parameters:
            return None
        row = frame.parameters(operand, None, None).row
        value = None if row is None else row.value
        return value if value is not None and "/" in value else None

    def _is_percent(self, operand: Operand) -> bool:
        """Tell whether a value was printed as a percentage."""
        name = operand.parameter if isinstance(operand, LookUp) else operand
        if not isinstance(name, str):
            return False
        declared = self.programme.parameters.get(name) or self.programme.figures.get(name)
        return declared is not None and declared.unit == "percent"


def describe_rule(programme: Programme, name: str, language: Language) -> str:
    """Say a named rule in words, without values.

    Raises:
        UnknownNameError: If there is no such rule, or the language is another one.
    """
    if language not in ("de", "en"):
        raise UnknownNameError(Wording("language", "Sprache"), language, ("de", "en"))
    phrasing = Phrasing(programme)

    def label(operand: str) -> str:
        return phrasing.label(operand, language)

    def unit(operand: Operand) -> Unit:
        return phrasing.facet(operand).unit if isinstance(operand, Node) else Unit()

    def sort(operand: Operand) -> str:
        return phrasing.facet(operand).sort

    speaker = Speaker(language, label, label, lambda _: "", unit, sort=sort)
    return f"{label(name)} = {programme.rule(name).node.phrase(speaker)}"


def place_of(frame: Frame, of: str, level: str, index: int) -> int | None:
    """Return the index of the record of level ``of`` that a record lies in, if it does."""
    if of == ALL:
        return 0
    upper = level
    while upper != ALL:
        if upper == of:
            return frame.ancestors(level, of)[index]
        upper = frame.records[upper].parent_level
    return None


def value_text(facet: Facet, column: Column, index: int) -> str:
    """Write a value exactly."""
    if facet.sort == "quantity":
        return write_value(column.number(index), facet.unit)
    return write_value(column.values[index])


def say_value(facet: Facet, column: Column, index: int, language: Language) -> str:
    """Write a value for people."""
    if facet.sort == "quantity":
        return Quantity(column.number(index), facet.unit).format(language)
    value = column.values[index]
    if facet.sort == "truth":
        words = ("ja", "nein") if language == "de" else ("yes", "no")
        return words[0] if value else words[1]
    return format_date(value, language) if isinstance(value, dt.date) else str(value)
