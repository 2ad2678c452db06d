"""The trace of an award: what led to it, as a document that can be checked without the others.

A trace holds each formula with the values it read and, where a formula reads other recipients or
the law, what the recipient has to be told of them (`Witness`). `verify_trace` works everything out
again from that alone.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Literal

from annotated_types import Len

from integrationsplan._language import Language, Wording
from integrationsplan._model import FrozenMap, model
from integrationsplan.allocation._columns import ALL
from integrationsplan.allocation._nodes import Node, Operand
from integrationsplan.allocation._witness import (
    AmountText,
    Place,
    RecordKey,
    ValueText,
    Witness,
    read_number,
)
from integrationsplan.errors import UnknownNameError
from integrationsplan.findings import Finding
from integrationsplan.values import (
    Basis,
    Bilingual,
    Citation,
    Code,
    Identifier,
    Name,
    Period,
    Quantity,
    ShortText,
    Unit,
)

__all__ = ["Check", "Input", "Part", "Step", "Trace"]


@model
class Input:
    """What a step reads.

    Attributes:
        name: Name of the figure, parameter, rule or level.
        record: Whose value it is; absent where it is a table or many values, or a row that a
            look-up found.
        value: Exact value as text; absent where it is a table or many values.
        unit: Its unit; or ``date``, ``code`` or ``truth``.
        basis: Of a parameter: whether its source states it or it was inferred.
        citation: Of a parameter: id of its source.
        edition: Of a parameter: the edition that was read.
    """

    name: Name
    record: RecordKey | None = None
    value: ValueText | None = None
    unit: ShortText
    basis: Basis | None = None
    citation: Code | None = None
    edition: Code | None = None


@model
class Step:
    """One formula, evaluated for one record.

    Attributes:
        rule: Name of the rule; ``award`` for an award that is no named rule.
        place: For a part of a rule that lies on a deeper level: where it stands in the rule.
        level: Level of the record.
        record: Key of the record: the recipient, one below it or above it; ``all`` for the whole.
        formula: The formula.
        inputs: What it reads.
        witnesses: What the record was told of others.
        result: Exact result as text.
        unit: Unit of the result; or ``date``, ``code`` or ``truth``.
        sentences: The step in words.
    """

    rule: Code
    place: Place = ""
    level: Name
    record: RecordKey
    formula: Operand
    inputs: Annotated[tuple[Input, ...], Len(0, 10_000)] = ()
    witnesses: Annotated[tuple[Witness, ...], Len(0, 10_000)] = ()
    result: ValueText
    unit: ShortText
    sentences: Bilingual

    @property
    def operation(self) -> str:
        """Kind of its outermost node; ``name`` where a value is taken as it is."""
        return self.formula.kind if isinstance(self.formula, Node) else "name"


@model
class Check(Step):
    """A condition, asked of a record; its rule is its code.

    Attributes:
        effect: What follows where it does not hold.
        is_below: Whether the record lies below the recipient.
    """

    effect: Literal["exclude", "zero", "notice"]
    is_below: bool = False


@model
class Part(Step):
    """A part of the award: who pays it, when it is paid, or what it is to be used for.

    Attributes:
        block: What kind of part.
        role: Of a source: a funder, or the recipient's own money.
        is_rest: Whether it is what the other parts leave.
    """

    block: Literal["source", "tranche", "earmark"]
    role: Literal["funder", "own"] | None = None
    is_rest: bool = False


@model
class Trace:
    """What led to one award.

    Attributes:
        programme: Id of the programme.
        day: The day whose law applied.
        period: The period paid for.
        edition: The edition that was asked for.
        as_known: What was known later was left out.
        recipient: Key of the recipient.
        name: What it is called.
        award: The rule whose result is the award.
        financed: The rule whose result is cut by who pays, where that is not the award.
        amount: The award as exact text.
        unit: Its unit.
        is_excluded: Whether a condition has taken the recipient out of the calculation.
        steps: The formulas, each after those whose results it reads.
        checks: The conditions.
        parts: Who pays, when, and for what.
        findings: What should be known about it.
        citations: The sources of numbers, by id.
    """

    programme: Identifier
    day: dt.date
    period: Period | None = None
    edition: Code | None = None
    as_known: dt.date | None = None
    recipient: Code
    name: ShortText | None = None
    award: Code
    financed: Code | None = None
    amount: AmountText
    unit: ShortText
    is_excluded: bool = False
    steps: Annotated[tuple[Step, ...], Len(0, 100_000)] = ()
    checks: Annotated[tuple[Check, ...], Len(0, 10_000)] = ()
    parts: Annotated[tuple[Part, ...], Len(0, 1_000)] = ()
    findings: Annotated[tuple[Finding, ...], Len(0, 10_000)] = ()
    citations: Annotated[FrozenMap[Code, Citation], Len(0, 500)] = FrozenMap()

    def every_step(self) -> Iterator[tuple[str, Step]]:
        """Yield all steps with their places in the document."""
        for block, steps in (("steps", self.steps), ("checks", self.checks), ("parts", self.parts)):
            for index, step in enumerate(steps):
                yield f"/{block}/{index}", step

    def explain(self, language: Language = "en") -> str:
        """Say the steps in words, one a line.

        Raises:
            UnknownNameError: If the language is another one.
        """
        if language not in ("de", "en"):
            raise UnknownNameError(Wording("language", "Sprache"), language, ("de", "en"))
        lines = [f"{self.name or self.recipient}: {self._said_amount(language)}"]
        for _, step in self.every_step():
            prefix = "" if step.record in (ALL, self.recipient) else f"[{step.record}] "
            lines.append(f"  {prefix}{step.sentences.in_language(language)}")
        lines += [f"  ! {finding.text.in_language(language)}" for finding in self.findings]
        return "\n".join(lines)

    def _said_amount(self, language: Language) -> str:
        """Say the amount; as it stands, if it is no amount."""
        try:
            return Quantity(read_number(self.amount), Unit.parse(self.unit)).format(language)
        except ValueError:
            return f"{self.amount} {self.unit}"

    def __repr__(self) -> str:
        return f"<Trace {self.programme}, {self.recipient}: {self.amount} {self.unit}>"
