"""Parameters: the numbers that a law sets, by date, each with its source."""

import datetime as dt
import functools
import itertools
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Any, Literal, TypeAlias

from annotated_types import Len

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, evolve, model
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.parameters import _problems as kinds
from integrationsplan.parameters._timeline import Dated, Timeline, overlapping
from integrationsplan.problems import THOUSANDS, Problem, escape_token
from integrationsplan.values import (
    Basis,
    Code,
    LongText,
    Name,
    NumberText,
    ShortText,
    Unit,
    format_number,
    parse_number,
)
from integrationsplan.values._numbers import is_ambiguous

__all__ = ["Band", "Parameter", "ParameterValue"]


ParameterForm: TypeAlias = Literal["value", "table", "bands", "date", "codes"]
ParameterSort: TypeAlias = Literal["quantity", "date", "code"]

_FORMS: dict[ParameterSort, tuple[ParameterForm, ...]] = {
    "quantity": ("value", "table", "bands"),
    "date": ("date",),
    "code": ("codes",),
}


@model
class Band:
    """A value from a lower end upwards, as printed: "from 10,000", "above 10,000 up to 20,000".

    Attributes:
        at_least: Lower end, included.
        above: Lower end, not included.
        below: Upper end, not included, where the source prints one.
        at_most: Upper end, included, where the source prints one.
        value: The value as printed.
        basis: Where it differs from the row's.
    """

    at_least: NumberText | None = None
    above: NumberText | None = None
    below: NumberText | None = None
    at_most: NumberText | None = None
    value: NumberText
    basis: Basis | None = None

    def _violations(self) -> Iterator[Problem]:
        if (self.at_least is None) == (self.above is None):
            yield kinds.NOT_ONE_LOWER_END.at()
        elif self.below is not None and self.at_most is not None:
            yield kinds.TWO_UPPER_ENDS.at()
        elif self.upper is not None and not self.lower < self.upper:
            yield kinds.EMPTY_BAND.at()

    @property
    def lower(self) -> "End":
        """Where it begins."""
        if self.at_least is not None:
            return parse_number(self.at_least), 0
        return parse_number(self.above or ""), 1

    @property
    def upper(self) -> "End | None":
        """Where the next one begins, if an upper end is printed."""
        if self.at_most is not None:
            return parse_number(self.at_most), 1
        return (parse_number(self.below), 0) if self.below is not None else None


End: TypeAlias = tuple[Fraction, int]
"""Where a band begins: at a number (0) or just above it (1). A pair sorts as it lies."""


@model
class ParameterValue(Dated):
    """What a parameter is worth for a time: one number, a table by code, or bands by quantity.

    Attributes:
        value: One number as printed.
        table: Numbers by code.
        bands: Numbers from lower ends upwards; below the lowest there is no value.
        date: One date, where the unit is ``date``.
        codes: Codes by code, where the unit is ``code``.
        basis: Whether the source states it or it was inferred.
        citation: Id of the citation in the document.
        note: How it was inferred, or what to mind.
    """

    value: NumberText | None = None
    table: Annotated[FrozenMap[Code, NumberText], Len(1, 100_000)] | None = None
    bands: Annotated[tuple[Band, ...], Len(1, 1000)] | None = None
    date: dt.date | None = None
    codes: Annotated[FrozenMap[Code, Code], Len(1, 100_000)] | None = None
    basis: Basis
    citation: Code
    note: LongText | None = None

    def _violations(self) -> Iterator[Problem]:
        yield from super()._violations()
        forms = (self.value, self.table, self.bands, self.date, self.codes)
        count = sum(form is not None for form in forms)
        if count != 1:
            yield kinds.NOT_ONE_VALUE.at(count=count)
        for index, (lower, upper) in enumerate(itertools.pairwise(self.bands or ()), start=1):
            if upper.lower[0] <= lower.lower[0]:
                yield kinds.BANDS_UNSORTED.at(f"/bands/{index}")
            elif lower.upper is not None and lower.upper != upper.lower:
                kind = kinds.BANDS_OVERLAP if lower.upper > upper.lower else kinds.BANDS_GAP
                yield kind.at(f"/bands/{index}")

    @property
    def form(self) -> ParameterForm:
        """Which of the forms the row has."""
        if self.table is not None:
            return "table"
        if self.bands is not None:
            return "bands"
        if self.date is not None:
            return "date"
        return "codes" if self.codes is not None else "value"

    @property
    def texts(self) -> Mapping[str, str]:
        """Every number of the row as printed, by its place in the row."""
        if self.value is not None:
            return {"/value": self.value}
        if self.table is not None:
            return {f"/table/{escape_token(code)}": text for code, text in self.table.items()}
        bands = self.bands or ()
        return {f"/bands/{index}/value": band.value for index, band in enumerate(bands)}

    @property
    def is_table(self) -> bool:
        """Whether the row holds values by code."""
        return self.form in ("table", "codes")

    @property
    def is_single(self) -> bool:
        """Whether the row holds one value."""
        return self.form in ("value", "date")

    @functools.cached_property
    def numbers(self) -> tuple[Fraction, ...]:
        """Every number of the row, as printed."""
        if self.value is not None:
            return (parse_number(self.value),)
        if self.table is not None:
            return tuple(parse_number(text) for text in self.table.values())
        return tuple(parse_number(band.value) for band in self.bands or ())

    @property
    def content(self) -> tuple[Fraction | dt.date | str, ...]:
        """Every value of the row: its numbers, its date or its codes."""
        if self.date is not None:
            return (self.date,)
        return tuple(self.codes.values()) if self.codes is not None else self.numbers


@model
class Parameter:
    """A value of the law by date: a number, or a date such as a deadline, or a code.

    Attributes:
        unit: Unit of the numbers as printed; ``percent`` is divided by 100 when read. ``date`` or
            ``code`` where the values are no numbers.
        de: What it is called, in German.
        en: What it is called, in English.
        bands_unit: Unit of the ends of bands; checked against what they are read by. By default
            that of what they are read by, ``percent`` where that is given in percent.
        sums_to: What the numbers of each table sum to as printed.
        sums_per: The level for each of whose records the rows below it sum so, where it is not the
            whole table.
        values: The rows over time.
    """

    unit: ShortText
    de: ShortText | None = None
    en: ShortText | None = None
    bands_unit: ShortText | None = None
    sums_to: NumberText | None = None
    sums_per: Name | None = None
    values: Annotated[tuple[ParameterValue, ...], Len(1, 1000)]

    def _violations(self) -> Iterator[Problem]:
        yield from overlapping(self.values, "/values")
        allowed = _FORMS[self.sort]
        for index, row in enumerate(self.values):
            if row.form not in allowed:
                yield kinds.FORM_OF_ANOTHER_UNIT.at(
                    f"/values/{index}", found=row.form, allowed=", ".join(allowed)
                )
        yield from self._thousands()
        if self.bands_unit is not None and all(row.bands is None for row in self.values):
            yield kinds.NO_BANDS.at("/bands_unit")
        if self.sums_to is None:
            if self.sums_per is not None:
                yield kinds.SUM_MISSING.at("/sums_per")
        elif all(row.table is None for row in self.values):
            yield kinds.SUMS_NOTHING.at("/sums_to")
        elif self.sums_per is None:
            yield from self._wrong_sums(parse_number(self.sums_to))

    @property
    def sort(self) -> ParameterSort:
        """Whether the values are numbers with a unit, dates or codes."""
        if self.unit == "date":
            return "date"
        return "code" if self.unit == "code" else "quantity"

    def _thousands(self) -> Iterator[Problem]:
        """Yield a problem for each amount that may have been copied with its thousands."""
        try:
            unit = Unit.parse(self.unit)
        except InvalidValueError:  # told where units are checked
            return
        if not (unit.currency or unit.is_counted):
            return
        for index, row in enumerate(self.values):
            for place, text in row.texts.items():
                # A mean may have parts of a cent, but nobody prints a third decimal of zero.
                if is_ambiguous(text) and text.endswith("0"):
                    yield THOUSANDS.at(f"/values/{index}{place}")

    def _wrong_sums(self, declared: Fraction) -> Iterator[Problem]:
        for index, row in enumerate(self.values):
            if row.table is None:
                continue
            total = sum(row.numbers, Fraction(0))
            if total != declared:
                yield kinds.WRONG_SUM.at(
                    f"/values/{index}/table",
                    found=format_number(total, "en"),
                    allowed=format_number(declared, "en"),
                )

    def override(self, value: str | dt.date | Mapping[str, str]) -> "Parameter":
        """Return the parameter with assumed values: a what-if.

        Args:
            value: One number or date: for all time, or for every edition where there are any; or,
                for a table, some of its rows, which then replace those of every table.

        Raises:
            InvalidValueError: If it is no value of the parameter, or of another form.
            UnknownNameError: If a table has no such row.
        """
        if isinstance(value, Mapping):
            if not any(row.is_table for row in self.values):
                raise InvalidValueError("override", [kinds.NO_TABLE.at()])
            known = {code: None for row in self.values for code in row.table or row.codes or ()}
            for code in value:
                if code not in known:
                    raise UnknownNameError(Wording("row", "Zeile"), code, known)
            rows = tuple(_with_rows(row, value) for row in self.values)
            return evolve(self, values=rows, sums_to=None, sums_per=None)
        if not self.values[0].is_single:
            raise InvalidValueError("override", [kinds.OVERRIDDEN_TABLE.at()])
        changed: dict[str, Any] = {"date" if self.sort == "date" else "value": value}
        if not self.editions:
            return evolve(
                self,
                values=(ParameterValue(**changed, basis=Basis.ASSUMED, citation="what-if"),),
            )
        rows = tuple(
            evolve(row, **changed, basis=Basis.ASSUMED, citation="what-if") for row in self.values
        )
        return evolve(self, values=rows)

    def at(
        self,
        day: dt.date,
        *,
        as_known: dt.date | None = None,
        edition: str | None = None,
        name: str = "parameter",
    ) -> ParameterValue:
        """Return the row in force on a day, or that of a named edition.

        Args:
            day: The day asked for.
            as_known: Leave out rows that were not known on this day.
            edition: Take the rows of this edition alone.
            name: What errors call the parameter.

        Raises:
            NotInForceError: If none is in force on the day.
            UnknownNameError: If no row belongs to the edition.
        """
        timeline = self._timeline(name)
        if edition is not None:
            return timeline.edition(edition, day, as_known=as_known)
        return timeline.at(day, as_known=as_known)

    @functools.cached_property
    def _timelines(self) -> dict[str, Timeline[ParameterValue]]:
        return {}

    def _timeline(self, name: str) -> Timeline[ParameterValue]:
        """Return the rows as a timeline, made once for each name that errors give it."""
        found = self._timelines.get(name)
        if found is None:
            found = self._timelines[name] = Timeline(name, self.values)
        return found

    @functools.cached_property
    def editions(self) -> tuple[str, ...]:
        """The names of the editions, in the order of the rows."""
        return tuple(dict.fromkeys(row.edition for row in self.values if row.edition))


def _with_rows(row: ParameterValue, assumed: Mapping[str, str]) -> ParameterValue:
    """Return a row with other values in some rows of its table."""
    form = row.form
    known: Mapping[str, str] | None = row.table if form == "table" else row.codes
    # A recipient that has merged since stands in earlier tables alone.
    own = {code: text for code, text in assumed.items() if code in (known or ())}
    if known is None or not own:
        return row
    changed: dict[str, Any] = {form: FrozenMap({**known, **own})}
    return evolve(row, **changed, basis=Basis.ASSUMED, citation="what-if")
