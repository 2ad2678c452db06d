"""How a formula is said to people: names with their values, in German or English."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from integrationsplan._language import Language, Wording
from integrationsplan.values import Unit

if TYPE_CHECKING:
    from integrationsplan.allocation._nodes import Node


LEVELS = {
    "recipient": Wording("recipients", "Empfänger"),
    "post": Wording("posts", "Stellen"),
    "person": Wording("persons", "Personen"),
    "month": Wording("months", "Monate"),
    "district": Wording("districts", "Kreise"),
}
"""Levels that many programmes have; others are called by the name that the document gives."""


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
    """

    language: Language
    label: Callable[[str], str]
    name: Callable[[str], str]
    value: Callable[["str | Node"], str]
    unit: Callable[["str | Node"], Unit]
    equal: Callable[["str | Node", "str | Node"], bool] = lambda *_: False
    holds: Callable[["str | Node"], bool | None] = lambda _: None
    remark: Callable[["str | Node"], object] = lambda _: None

    def level(self, name: str) -> str:
        """Say a level."""
        return LEVELS[name].in_language(self.language) if name in LEVELS else name

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
        return f"({said})"

    def listed(self, operands: "tuple[str | Node, ...]", between: str) -> str:
        """Say several operands with a word between."""
        return between.join(self.bracketed(operand) for operand in operands)
