"""Recipients as a document: every figure as exact text, no programme needed to read it.

What a text means says the programme: ``"352"`` may be persons or a code, ``"2017-09-15"`` a day. So
a list is made of texts alone, and the figures are checked when a programme is evaluated, as those
of every other recipient.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, ClassVar, TypeAlias

from annotated_types import Len

from integrationsplan._model import PLAIN, FrozenMap, Label, model, spec_of
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._recipients import (
    FigureValue,
    Recipient,
    Recipients,
    Record,
    is_bounded,
    is_moderate,
    repeated_keys,
    repeated_members,
)
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import Problem, at_pointer, escape_token
from integrationsplan.values import Code, Name, Quantity, ShortText
from integrationsplan.values._numbers import NUMBER_FORM
from integrationsplan.values._units import ONE

__all__ = ["FigureText", "ListedRecipient", "ListedRecord", "RecipientList"]

FigureText: TypeAlias = Annotated[str, Len(1, 200), PLAIN]
"""A figure as text: an exact number, a day, a code, or ``true`` or ``false``."""


@model
class ListedRecord:
    """A record of another level than the recipients', with its figures as text.

    Attributes:
        key: Its key among the records of its level, or of the same recipient.
        parent: Key of the record above, where that is not the one in which it stands.
        figures: What it brings, by name.
        records: Records below it, by level.
    """

    label: ClassVar[Label] = Label("record", "Datensatz")

    key: Annotated[Code, Label("key", "Schlüssel")]
    parent: Annotated[Code | None, Label("record above", "übergeordneter Datensatz")] = None
    figures: Annotated[FrozenMap[Name, FigureText], Len(0, 10_000), Label("figures", "Angaben")] = (
        FrozenMap()
    )
    records: Annotated[
        FrozenMap[Name, Annotated[tuple["ListedRecord", ...], Len(0, 100_000)]],
        Len(0, 100),
        Label("records below", "untergeordnete Datensätze"),
    ] = FrozenMap()

    def _violations(self) -> Iterator[Problem]:
        yield from repeated_keys(self.records)


@model
class ListedRecipient:
    """Who may get something, with the figures as text.

    Attributes:
        key: What identifies the recipient: an AGS, or the name that a printed table uses.
        name: What it is called; by default the key.
        kind: Its kind, where a rule asks for it.
        parent: Key of the record above, where the programme has a level above recipients.
        figures: What it brings, by name.
        records: Records below it, by level.
    """

    label: ClassVar[Label] = Label("recipient", "Empfänger")

    key: Annotated[Code, Label("key", "Schlüssel")]
    name: Annotated[ShortText | None, Label("name", "Name")] = None
    kind: Annotated[Code | None, Label("kind", "Art")] = None
    parent: Annotated[Code | None, Label("record above", "übergeordneter Datensatz")] = None
    figures: Annotated[FrozenMap[Name, FigureText], Len(0, 10_000), Label("figures", "Angaben")] = (
        FrozenMap()
    )
    records: Annotated[
        FrozenMap[Name, Annotated[tuple[ListedRecord, ...], Len(0, 100_000)]],
        Len(0, 100),
        Label("records below", "untergeordnete Datensätze"),
    ] = FrozenMap()

    def _violations(self) -> Iterator[Problem]:
        yield from repeated_keys(self.records)


@model
class RecipientList:
    """Recipients with their figures as text: a document that is kept beside a `Statement`.

    Attributes:
        members: The recipients; no key stands twice.
        figures: Figures of level ``all``, such as a pot, by name.
        records: Records that lie above recipients, or beside them, by level.

    Example:
        >>> towns = Recipients.of([{"key": "Weinheim", "persons": 352}])
        >>> listed = RecipientList.of(towns)
        >>> listed.members[0].figures["persons"]
        '352'
        >>> listed.to_recipients()["Weinheim"].figures["persons"]
        '352'
    """

    label: ClassVar[Label] = Label("list of recipients", "Empfängerliste")

    members: Annotated[
        tuple[ListedRecipient, ...], Len(0, 100_000), Label("recipients", "Empfänger")
    ]
    figures: Annotated[
        FrozenMap[Name, FigureText],
        Len(0, 10_000),
        Label("figures of the whole", "Angaben zum Ganzen"),
    ] = FrozenMap()
    records: Annotated[
        FrozenMap[Name, Annotated[tuple[ListedRecord, ...], Len(0, 100_000)]],
        Len(0, 100),
        Label("records above or beside", "Datensätze darüber oder daneben"),
    ] = FrozenMap()

    def _violations(self) -> Iterator[Problem]:
        yield from repeated_keys(self.records)
        yield from repeated_members(self.members)

    @classmethod
    def of(cls, recipients: Recipients) -> "RecipientList":
        """Write recipients down; numbers are written exactly, as decimals or fractions.

        Raises:
            InvalidValueError: If a figure is no exact number of a moderate size, or a text of it
                cannot stand in a document; tells every problem.
        """
        problems: list[Problem] = []
        writer = _Writer(problems)
        members = [
            writer.recipient(member, f"/members/{index}")
            for index, member in enumerate(recipients.members)
        ]
        figures = writer.figures(recipients.figures, "/figures")
        records = writer.records(recipients.records, "/records")
        if problems:
            raise InvalidValueError("recipients", problems)
        return cls(members=tuple(members), figures=figures, records=records)

    def to_recipients(self) -> Recipients:
        """Return the recipients as `allocate` takes them."""
        return Recipients(
            members=tuple(
                Recipient(
                    key=member.key,
                    name=member.name,
                    kind=member.kind,
                    parent=member.parent,
                    figures=_read_figures(member.figures),
                    records=_read_records(member.records),
                )
                for member in self.members
            ),
            figures=_read_figures(self.figures),
            records=_read_records(self.records),
        )

    def __len__(self) -> int:
        return len(self.members)

    def __repr__(self) -> str:
        return f"<RecipientList: {len(self.members)}>"


def _read_figures(figures: FrozenMap[str, str]) -> FrozenMap[str, FigureValue]:
    return FrozenMap(figures)


def _read_records(
    levels: Mapping[str, tuple[ListedRecord, ...]],
) -> FrozenMap[str, tuple[Record, ...]]:
    return FrozenMap(
        (
            level,
            tuple(
                Record(
                    key=record.key,
                    parent=record.parent,
                    figures=_read_figures(record.figures),
                    records=_read_records(record.records),
                )
                for record in records
            ),
        )
        for level, records in levels.items()
    )


class _Writer:
    """Writes recipients as texts and gathers what cannot be written."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems

    def recipient(self, member: Recipient, pointer: str) -> ListedRecipient:
        figures = self.figures(member.figures, f"{pointer}/figures")
        records = self.records(member.records, f"{pointer}/records")
        return ListedRecipient(
            key=member.key,
            name=member.name,
            kind=member.kind,
            parent=member.parent,
            figures=figures,
            records=records,
        )

    def records(
        self, levels: Mapping[str, tuple[Record, ...]], pointer: str
    ) -> FrozenMap[str, tuple[ListedRecord, ...]]:
        return FrozenMap(
            (
                level,
                tuple(
                    self._record(record, f"{pointer}/{escape_token(level)}/{index}")
                    for index, record in enumerate(records)
                ),
            )
            for level, records in levels.items()
        )

    def _record(self, record: Record, pointer: str) -> ListedRecord:
        return ListedRecord(
            key=record.key,
            parent=record.parent,
            figures=self.figures(record.figures, f"{pointer}/figures"),
            records=self.records(record.records, f"{pointer}/records"),
        )

    def figures(
        self, figures: Mapping[str, FigureValue], pointer: str
    ) -> FrozenMap[str, FigureText]:
        found: dict[str, str] = {}
        for name, value in figures.items():
            place = f"{pointer}/{escape_token(name)}"
            try:
                found[name] = _text_of(value)
            except InvalidValueError as error:
                self._problems += [at_pointer(problem, place) for problem in error.problems]
        return FrozenMap(found)


_FIGURE_TEXT = spec_of(FigureText)


def _text_of(value: FigureValue) -> str:
    """Write a figure exactly.

    Raises:
        InvalidValueError: If that cannot be.
    """
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is dt.date:
        return value.isoformat()
    if type(value) is str:
        problems = tuple(_FIGURE_TEXT.problems(value))
        if problems:
            raise InvalidValueError("figure", problems)
        return value
    if type(value) is Decimal and is_moderate(value):
        value = Fraction(value)
    if (type(value) is int or type(value) is Fraction) and is_bounded(value):
        return Quantity(Fraction(value), ONE).to_text()
    raise InvalidValueError("figure", [kinds.BAD_FIGURE.at(allowed=NUMBER_FORM)])
