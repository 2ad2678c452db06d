"""Recipients with their figures, and the check of figures against a programme.

A record has a key, figures, and possibly records below it: a recipient has posts, a claim has
months. Figures are exact: whole numbers, fractions, or numbers as text; never floats.
"""

import datetime as dt
import functools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, model, spec_of
from integrationsplan._model._specs import EXACT_NAMES, describe_value
from integrationsplan.allocation import _problems as kinds
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.problems import (
    THOUSANDS,
    WRONG_TYPE,
    Param,
    Problem,
    ProblemKind,
    at_pointer,
    escape_token,
)
from integrationsplan.values import Code, Name, ShortText, Unit
from integrationsplan.values._numbers import DECIMAL_PATTERN, NUMBER_FORM, is_ambiguous
from integrationsplan.values._units import ONE

if TYPE_CHECKING:
    from integrationsplan.allocation._programme import Figure

__all__ = ["FigureValue", "Recipient", "Recipients", "Record"]

FigureValue: TypeAlias = int | Fraction | Decimal | str | bool | dt.date
"""The value of a figure: an exact number, a number as text, a code, a truth or a date."""

_matches_decimal = re.compile(DECIMAL_PATTERN, re.ASCII).fullmatch
_matches_fraction = re.compile(r"[0-9]{1,54}/[1-9][0-9]{0,35}", re.ASCII).fullmatch
DATE_FORM = Wording("a date such as 2017-09-15", "ein Datum wie 2017-09-15")
LARGEST = 10**18
"""Figures are below this."""
_CODE = spec_of(Code)
_TRUTHS = {"true": True, "false": False}


class _Keyed(Protocol):
    @property
    def key(self) -> str: ...


@model
class Record:
    """A record of another level than the recipients': a post below them, a district above them.

    Attributes:
        key: Its key among the records of its level, or of the same recipient.
        parent: Key of the record above, where that is not the one in which it stands.
        figures: What it brings.
        records: Records below it, by level.
    """

    key: Code
    parent: Code | None = None
    figures: FrozenMap[Name, FigureValue] = FrozenMap()
    records: FrozenMap[Name, tuple["Record", ...]] = FrozenMap()

    def _violations(self) -> Iterator[Problem]:
        yield from repeated_keys(self.records)


@model
class Recipient:
    """Who may get something.

    Attributes:
        key: What identifies the recipient: an AGS, or the name that a printed table uses.
        name: What it is called; by default the key.
        kind: Its kind, where a rule asks for it.
        parent: Key of the record above, where the programme has a level above recipients.
        figures: What it brings.
        records: Records below it, by level.

    Example:
        >>> Recipient(key="08226096", name="Weinheim", figures=FrozenMap({"persons": 352})).key
        '08226096'
    """

    key: Code
    name: ShortText | None = None
    kind: Code | None = None
    parent: Code | None = None
    figures: FrozenMap[Name, FigureValue] = FrozenMap()
    records: FrozenMap[Name, tuple[Record, ...]] = FrozenMap()

    def _violations(self) -> Iterator[Problem]:
        yield from repeated_keys(self.records)

    @property
    def title(self) -> str:
        """The name, or the key where there is none."""
        return self.name or self.key


@model
class Recipients:
    """Recipients in their order, with what lies above all of them.

    Attributes:
        members: The recipients; no key stands twice.
        figures: Figures of level ``all``, such as a pot.
        records: Records that lie above recipients, or beside them, by level.

    Example:
        >>> towns = Recipients.of([{"key": "Weinheim", "persons": 352}])
        >>> len(towns), towns["Weinheim"].figures["persons"]
        (1, 352)
    """

    members: tuple[Recipient, ...]
    figures: FrozenMap[Name, FigureValue] = FrozenMap()
    records: FrozenMap[Name, tuple[Record, ...]] = FrozenMap()

    def _violations(self) -> Iterator[Problem]:
        yield from repeated_keys(self.records)
        yield from repeated_members(self.members)

    @classmethod
    def of(
        cls,
        rows: Iterable[Mapping[str, Any] | Recipient],
        figures: Mapping[str, FigureValue] | None = None,
        records: Mapping[str, Iterable[Mapping[str, Any] | Record]] | None = None,
    ) -> "Recipients":
        """Make recipients from plain mappings.

        Args:
            rows: Mappings with ``key``, perhaps ``name``, ``kind``, ``parent``, and perhaps
                ``records``; every other item is a figure.
            figures: Figures of level ``all``.
            records: Records above the recipients or beside them, by level: mappings with ``key``,
                perhaps ``parent``, and figures.

        Raises:
            InvalidValueError: If a row is wrong; tells every problem of every row.
        """
        members, problems = [], []
        if isinstance(rows, str | Mapping) or not isinstance(rows, Iterable):
            wanted = Wording("list of mappings", "Liste von Zuordnungen")
            problem = WRONG_TYPE.at(found=describe_value(rows), allowed=wanted)
            raise InvalidValueError("recipients", [problem])
        for index, row in enumerate(rows):
            try:
                members.append(_recipient_of(row))
            except InvalidValueError as error:
                problems += [at_pointer(problem, f"/{index}") for problem in error.problems]
        whole: object = figures or {}
        if not isinstance(whole, Mapping):
            problems += _no_mapping(whole, "/figures").problems
        above: FrozenMap[str, tuple[Record, ...]] = FrozenMap()
        try:
            above = _records_of(records or {})
        except InvalidValueError as error:
            problems += error.problems
        if problems:
            raise InvalidValueError("recipients", problems)
        return cls(members=tuple(members), figures=FrozenMap(figures or {}), records=above)

    def __len__(self) -> int:
        return len(self.members)

    def __iter__(self) -> Iterator[Recipient]:
        return iter(self.members)

    def __getitem__(self, key: str) -> Recipient:
        if key not in self._index:
            raise UnknownNameError(Wording("recipient", "Empfänger"), key, self._index)
        return self.members[self._index[key]]

    def keys(self) -> Collection[str]:
        """Return the keys of the recipients, in their order."""
        return self._index.keys()

    @functools.cached_property
    def _index(self) -> dict[str, int]:
        return {member.key: index for index, member in enumerate(self.members)}

    def __repr__(self) -> str:
        return f"<Recipients: {len(self.members)}>"


def _recipient_of(row: object) -> Recipient:
    if isinstance(row, Recipient):
        return row
    if not isinstance(row, Mapping):
        raise _no_mapping(row, "")
    content = dict(row)
    if "key" not in content:
        raise InvalidValueError("recipient", [kinds.NO_KEY.at("/key")])
    own = {name: content.pop(name) for name in ("key", "name", "kind", "parent") if name in content}
    records = _records_of(content.pop("records", {}))
    return Recipient(**own, figures=FrozenMap(_refuse_floats(content)), records=records)


def _records_of(levels: object) -> FrozenMap[str, tuple[Record, ...]]:
    """Read the records below a recipient or another record: lists of mappings, by level."""
    if not isinstance(levels, Mapping):
        raise _no_mapping(levels, "/records")
    found: dict[str, tuple[Record, ...]] = {}
    problems: list[Problem] = []
    for level, items in levels.items():
        pointer = f"/records/{escape_token(level)}"
        if isinstance(items, str | Mapping) or not isinstance(items, Iterable):
            wanted = Wording("list of mappings", "Liste von Zuordnungen")
            problems.append(WRONG_TYPE.at(pointer, found=describe_value(items), allowed=wanted))
            continue
        records = []
        for number, item in enumerate(items, start=1):
            try:
                records.append(item if isinstance(item, Record) else _record_of(item, number))
            except InvalidValueError as error:
                place = f"{pointer}/{number - 1}"
                problems += [at_pointer(problem, place) for problem in error.problems]
        found[level] = tuple(records)
    if problems:
        raise InvalidValueError("recipient", problems)
    return FrozenMap(found)


def _record_of(row: object, number: int) -> Record:
    if not isinstance(row, Mapping):
        raise _no_mapping(row, "")
    content = dict(row)
    key, parent = content.pop("key", str(number)), content.pop("parent", None)
    records = _records_of(content.pop("records", {}))
    return Record(
        key=key, parent=parent, figures=FrozenMap(_refuse_floats(content)), records=records
    )


def repeated_members(members: Iterable[_Keyed]) -> Iterator[Problem]:
    """Tell which keys of recipients stand twice."""
    first: dict[str, int] = {}
    for index, member in enumerate(members):
        other = first.setdefault(member.key, index)
        if other != index:
            yield kinds.DUPLICATE_KEY.at(f"/members/{index}/key", other=f"/members/{other}")


def repeated_keys(levels: Mapping[str, Iterable[_Keyed]]) -> Iterator[Problem]:
    """Tell which keys of records stand twice in one level."""
    for level, records in levels.items():
        seen: set[str] = set()
        for index, record in enumerate(records):
            if record.key in seen:
                pointer = f"/records/{escape_token(level)}/{index}/key"
                yield kinds.REPEATED.at(pointer, name=repr(record.key))
            seen.add(record.key)


def _no_mapping(value: object, pointer: str) -> InvalidValueError:
    wanted = Wording("mapping", "Zuordnung")
    problem = WRONG_TYPE.at(pointer, found=describe_value(value), allowed=wanted)
    return InvalidValueError("recipient", [problem])


def _refuse_floats(figures: dict[str, Any]) -> dict[str, Any]:
    floats = [name for name, value in figures.items() if isinstance(value, float)]
    if floats:
        problems = [kinds.FLOAT_FIGURE.at(f"/{escape_token(name)}") for name in floats]
        raise InvalidValueError("recipient", problems)
    return figures


class FigureProblem(Exception):  # noqa: N818  # a signal inside the package, never seen outside
    """Why a value is no value of a figure."""

    def __init__(self, kind: ProblemKind, **params: Param) -> None:
        self.kind = kind
        self.params = params
        super().__init__(kind.code)


class FigureReader:
    """Turns the values of one figure into its own sort, checked; what can be is prepared once."""

    __slots__ = ("_is_percent", "_sort", "_step", "_unit")

    def __init__(self, figure: "Figure") -> None:
        self._sort = figure.unit
        self._is_percent = figure.unit == "percent"
        is_number = figure.unit not in ("code", "date", "truth")
        self._unit = Unit.parse(figure.unit) if is_number else ONE
        self._step = self._unit.smallest_step

    def read(self, value: object) -> FigureValue:
        """Return a value in the figure's sort.

        Raises:
            FigureProblem: If it is none.
        """
        if type(value) is int and 0 <= value < LARGEST and self._step is not None:
            return value  # whole persons, posts or euros: by far the most
        if self._sort == "code":
            if type(value) is not str:
                raise FigureProblem(kinds.BAD_FIGURE, allowed=EXACT_NAMES[str])
            for problem in _CODE.problems(value):
                raise FigureProblem(problem.kind, **problem.params)
            return value
        if self._sort == "truth":
            truth = _TRUTHS.get(value, value) if isinstance(value, str) else value
            if type(truth) is bool:
                return truth
            raise FigureProblem(kinds.BAD_FIGURE, allowed=EXACT_NAMES[bool])
        return _read_date(value) if self._sort == "date" else self._number(value)

    def read_given(self, value: object) -> FigureValue:
        """Return a value as recipients bring it: checked, a percentage in percent.

        Raises:
            FigureProblem: If it is none.
        """
        found = self.read(value)
        # Read again when the programme is evaluated, which turns percents into parts of one.
        return found * 100 if self._is_percent and isinstance(found, Fraction) else found

    def _number(self, value: object) -> int | Fraction:
        if (type(value) is int or type(value) is Fraction) and is_bounded(value):
            number: int | Fraction = value
        elif isinstance(value, float):
            raise FigureProblem(kinds.FLOAT_FIGURE)
        elif isinstance(value, str) and self._step is not None and is_ambiguous(value):
            raise FigureProblem(THOUSANDS)
        elif isinstance(value, str) and _matches_decimal(value):
            number = Fraction(value) if "." in value else int(value)
        elif (isinstance(value, str) and _is_fraction(value)) or (
            type(value) is Decimal and is_moderate(value)
        ):
            number = Fraction(value)
        else:
            raise FigureProblem(kinds.BAD_FIGURE, allowed=NUMBER_FORM)
        if number < 0:
            raise FigureProblem(kinds.NEGATIVE_FIGURE)
        if self._is_percent:
            return Fraction(number) / 100
        if self._step is not None and (number / self._step).denominator != 1:
            step = "1" if self._step == 1 else "0.01"
            raise FigureProblem(kinds.NOT_WHOLE, step=step, unit=str(self._unit))
        return number


def _is_fraction(value: str) -> bool:
    return _matches_fraction(value) is not None and is_bounded(Fraction(value))


def is_bounded(value: int | Fraction) -> bool:
    """Tell whether a number is as large as a text may write it."""
    return abs(value.numerator) < LARGEST * value.denominator and value.denominator < LARGEST**2


def is_moderate(value: Decimal) -> bool:
    """Tell whether a number has at most 18 digits on either side; its exponent is read, not run."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -18 and value.adjusted() < 18


def _read_date(value: object) -> dt.date:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    elif type(value) is dt.date:
        return value
    raise FigureProblem(kinds.BAD_FIGURE, allowed=DATE_FORM)
