"""The nodes of which rules are made: what every node can do.

Each kind of node is one class with its fields as in the document and three abilities: `infer` says
what is known before anything is computed, `evaluate` computes a whole column, `phrase` says the
formula to people. Kinds that read other records, or the law, have a fourth: `witness` and `recall`
let one record work out its value again without the others. Adding a kind means adding a class;
nothing else in the package names kinds.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, TypeAlias

from annotated_types import Len

from integrationsplan._model import PLAIN, model
from integrationsplan.allocation._columns import Column, Frame
from integrationsplan.allocation._facets import Facet, Scope
from integrationsplan.allocation._speech import Speaker
from integrationsplan.allocation._witness import Witness

__all__ = ["Node", "Operand"]


@model
class Node:
    """An expression. One of the subclasses, told apart by `kind`."""

    kind: ClassVar[str]

    def operands(self) -> "Iterator[tuple[str, Operand]]":
        """Yield every operand with its place below the node, as a JSON Pointer."""
        raise NotImplementedError

    def infer(self, scope: Scope, pointer: str) -> Facet | None:
        """Return what is known of the result; report to ``scope`` what is wrong."""
        raise NotImplementedError

    def evaluate(self, frame: Frame) -> Column:
        """Compute the values for every record of the node's level."""
        raise NotImplementedError

    def phrase(self, speaker: Speaker) -> str:
        """Say the formula."""
        raise NotImplementedError

    def local(self) -> "Iterator[tuple[str, Operand]]":
        """Yield the operands that one record needs beside the witness to work out its value."""
        return self.operands()

    def witness(self, frame: Frame, index: int) -> Witness | None:
        """Return what a record has to be told of others; nothing if its operands are enough."""
        return None

    def recall(self, frame: Frame, witness: Witness) -> Column:
        """Work out the value of one record from its operands and what it was told.

        Raises:
            LookupError, ValueError, ArithmeticError: If the witness tells too little.
        """
        raise NotImplementedError


Operand: TypeAlias = Annotated[str, Len(0, 20_000), PLAIN] | Node
"""Where an operand is expected stands a text, which is a name, or a node."""


Operands: TypeAlias = Annotated[tuple[Operand, ...], Len(1, 1000)]
"""One operand or more."""


@model
class Unary(Node):
    """A node of one operand.

    Attributes:
        of: The operand.
    """

    of: Operand

    def operands(self) -> Iterator[tuple[str, Operand]]:
        yield "/of", self.of


@model
class Nary(Node):
    """A node of one operand or more.

    Attributes:
        of: The operands.
    """

    of: Operands

    def operands(self) -> Iterator[tuple[str, Operand]]:
        return several("of", self.of)


def several(place: str, operands: "tuple[Operand, ...]") -> "Iterator[tuple[str, Operand]]":
    """Yield the operands of a list with their places."""
    for index, operand in enumerate(operands):
        yield f"/{place}/{index}", operand
