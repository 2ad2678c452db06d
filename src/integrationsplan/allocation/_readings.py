"""What a parameter is worth on a day, prepared to be read many times."""

import bisect
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from integrationsplan.allocation._columns import ALL, Column
from integrationsplan.errors import NotInForceError
from integrationsplan.parameters import Parameter, ParameterValue

NO_VALUE: Mapping[str, Any] = {"quantity": 0, "date": dt.date.min, "code": "", "truth": False}
"""What stands, by sort, where there is no value; a fault beside it says why."""


@attrs.frozen(eq=False)
class Reading:
    """A parameter on a day, or why it has no value on it.

    Attributes:
        parameter: The parameter.
        row: The row in force.
        fault: Why there is none.
        values: Its values, in the order of the row.
        ends: Lower ends of its bands.
        last: Where its last band ends, if it does.
        places: Place of each code of its table.
    """

    parameter: Parameter
    row: ParameterValue | None
    fault: NotInForceError | None = None
    values: Sequence[Any] = ()
    ends: Sequence[tuple[Fraction, int]] = ()
    last: tuple[Fraction, int] | None = None
    places: Mapping[str, int] = attrs.field(factory=dict)

    @classmethod
    def of(cls, parameter: Parameter, row: ParameterValue) -> "Reading":
        """Prepare a row."""
        values: Sequence[Any] = row.content
        if parameter.unit == "percent":
            values = [number / 100 for number in row.numbers]
        return cls(
            parameter=parameter,
            row=row,
            values=values,
            ends=[band.lower for band in row.bands or ()],
            last=row.bands[-1].upper if row.bands else None,
            places={code: place for place, code in enumerate(row.table or row.codes or ())},
        )

    @property
    def sort(self) -> str:
        """Whether the values are numbers, dates or codes."""
        return self.parameter.sort

    def read(self, by: str | Fraction | None) -> Any:  # a number, date or code
        """Return the value for a code or a quantity; nothing if there is no row for it."""
        if by is None:
            return self.values[0]
        if isinstance(by, str):
            place = self.places.get(by)
            return None if place is None else self.values[place]
        # A number lies above a band that begins at it, and below one that begins just above it.
        found = (by, 0.5)
        place = bisect.bisect_right(self.ends, found)
        is_beyond = self.last is not None and found > self.last
        return self.values[place - 1] if place and not is_beyond else None

    def column(self) -> Column:
        """Return the one value of a parameter that is no table."""
        if self.fault is not None:
            return Column(ALL, [NO_VALUE[self.sort]], faults={0: self.fault})
        value = self.values[0]
        if self.sort != "quantity":
            return Column(ALL, [value])
        return Column(ALL, [value.numerator], value.denominator)

    def describe(self) -> str:
        """Name the rows that exist."""
        if self.ends:
            lowest, is_above = self.ends[0]
            said = f"{'>' if is_above else '>='} {lowest}"
            if self.last is not None:
                said += f", {'<=' if self.last[1] else '<'} {self.last[0]}"
            return said
        keys = list(self.places)
        return ", ".join(keys[:20]) + ("…" if len(keys) > 20 else "")


ParameterReader: TypeAlias = Callable[[str, dt.date | None, str | None], Reading]
"""Reads a parameter by name, on a date (by default the day) or of an edition."""


def parameter_reader(
    parameters: Mapping[str, Parameter],
    day: dt.date,
    edition: str | None,
    as_known: dt.date | None,
    readings: dict[tuple[str, dt.date | None, str | None], Reading],
) -> ParameterReader:
    """Return what reads parameters for one evaluation.

    Args:
        parameters: The parameters by name.
        day: The day whose values count where a rule says nothing else.
        edition: Take this edition of the parameters that have it, whatever the day.
        as_known: Leave out what was published only after this day.
        readings: Where what was read is kept.
    """

    def read(name: str, at: dt.date | None, wanted: str | None) -> Reading:
        key = (name, at, wanted)
        found = readings.get(key)
        if found is None:
            parameter = parameters[name]
            chosen = wanted or (edition if edition in parameter.editions else None)
            try:
                row = parameter.at(at or day, as_known=as_known, edition=chosen, name=name)
                found = Reading.of(parameter, row)
            except NotInForceError as error:
                found = Reading(parameter, None, error)
            readings[key] = found
        return found

    return read
