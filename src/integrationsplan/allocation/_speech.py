"""How a formula is said to people: names with their values, in German or English."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from integrationsplan._language import Language

if TYPE_CHECKING:
    from integrationsplan.allocation._nodes import Node


@attrs.frozen
class Speaker:
    """Says operands in one language for one record.

    Attributes:
        language: German or English.
        name: How a name with its value is said.
        value: How the value of a name or node is said.
        unit: How the unit of a node is said.
    """

    language: Language
    name: Callable[[str], str]
    value: Callable[["str | Node"], str]
    unit: Callable[["str | Node"], str]

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
        return said if isinstance(operand, str) else f"({said})"

    def listed(self, operands: "tuple[str | Node, ...]", between: str) -> str:
        """Say several operands with a word between."""
        return between.join(self.bracketed(operand) for operand in operands)
