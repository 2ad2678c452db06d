"""How a formula is said to people: names with their values, in German or English."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from integrationsplan._language import Language
from integrationsplan.values import Unit

if TYPE_CHECKING:
    from integrationsplan.allocation._nodes import Node


# One, several; English, then German.
LEVELS = {
    "recipient": ("recipient", "recipients", "Empfänger", "Empfänger"),
    "post": ("post", "posts", "Stelle", "Stellen"),
    "person": ("person", "persons", "Person", "Personen"),
    "month": ("month", "months", "Monat", "Monate"),
    "member": ("member", "members", "Mitglied", "Mitglieder"),
    "district": ("district", "districts", "Kreis", "Kreise"),
}
"""Levels that many programmes have; others are called by the name that the document gives."""

SHORT = 60
"""Formulas up to so many characters may be said a second time."""


@attrs.frozen
class Speaker:
    """Says operands in one language for one record.

    Attributes:
        language: German or English.
        label: How a name alone is said.
        name: How a name with its value is said.
        value: How the value of a name or node is said.
        unit: The unit of a name or node.
        equal: Whether two expressions have the same value for the record.
        holds: Whether a condition holds for the record; nothing where there is no record.
        remark: What a node has to say of the record beside its value.
        gathered: The level of an expression, and how many of its records lie below the record of
            an upper level in which this one lies; nothing where there is no record.
        sort: Number, date, code or truth.
    """

    language: Language
    label: Callable[[str], str]
    name: Callable[[str], str]
    value: Callable[["str | Node"], str]
    unit: Callable[["str | Node"], Unit]
    equal: Callable[["str | Node", "str | Node"], bool] = lambda *_: False
    holds: Callable[["str | Node"], bool | None] = lambda _: None
    remark: Callable[["str | Node"], object] = lambda _: None
    gathered: Callable[["str | Node", str], tuple[str, int] | None] = lambda *_: None
    sort: Callable[["str | Node"], str] = lambda _: "quantity"

    def level(self, name: str, *, one: bool = False) -> str:
        """Say a level."""
        if name not in LEVELS:
            return name
        return LEVELS[name][(2 if self.language == "de" else 0) + (not one)]

    def over(self, operand: "str | Node", per: str) -> str:
        """Say over which records something is gathered; nothing where there is no record."""
        found = self.gathered(operand, per)
        if found is None:
            return ""
        level, count = found
        return f" {self.word('over', 'über')} {count} {self.level(level, one=count == 1)}"

    def plain(self) -> "Speaker":
        """Return a speaker of the same formulas without values."""
        return Speaker(
            self.language, self.label, self.label, lambda _: "", self.unit, sort=self.sort
        )

    def word(self, en: str, de: str) -> str:
        """Choose the word of the language."""
        return de if self.language == "de" else en

    def operand(self, operand: "str | Node") -> str:
        """Say an operand: a name with its value, or the formula of an inline node."""
        if isinstance(operand, str):
            return self.name(operand)
        return operand.phrase(self)

    def bracketed(self, operand: "str | Node") -> str:
        """Say an operand; in brackets where it is a formula."""
        said = self.operand(operand)
        if isinstance(operand, str):
            return said
        if operand.kind == "look_up":
            # Read as a name is: what is called so, and in brackets what it is worth.
            value = self.value(operand)
            return f"{said} ({value})" if value else said
        if operand.kind in ("total", "count"):
            # What it is made of stands in other records; what it comes to does not.
            value = self.value(operand)
            return f"({said} = {value})" if value else f"({said})"
        return f"({said})"

    def listed(self, operands: "tuple[str | Node, ...]", between: str) -> str:
        """Say several operands with a word between."""
        return between.join(self.bracketed(operand) for operand in operands)
