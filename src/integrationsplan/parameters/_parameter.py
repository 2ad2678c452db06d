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
from integrationsplan.parameters._timeline import Dated, Timeline, overlapping
from integrationsplan.problems import Problem, ProblemKind
from integrationsplan.values import (
    Basis,
    Code,
    LongText,
    Name,
    NumberText,
    ShortText,
    format_number,
    parse_number,
)

__all__ = ["Band", "Parameter", "ParameterValue"]

ParameterForm: TypeAlias = Literal["value", "table", "bands", "date", "codes"]
ParameterSort: TypeAlias = Literal["quantity", "date", "code"]

_FORMS: dict[ParameterSort, tuple[ParameterForm, ...]] = {
    "quantity": ("value", "table", "bands"),
    "date": ("date",),
    "code": ("codes",),
}

NOT_ONE_VALUE = ProblemKind(
    "not_one_value",
    found=Wording(
        "{count} of value, table, bands, date and codes",
        "{count} von value, table, bands, date und codes",
    ),
    allowed=Wording("exactly one of them", "genau eines davon"),
    remedy=Wording("Keep one.", "Eines behalten."),
)
BANDS_UNSORTED = ProblemKind(
    "bands_unsorted",
    found=Wording(
        "a band that does not begin above the one before",
        "ein Band, das nicht über dem vorigen beginnt",
    ),
    allowed=Wording("rising lower ends (at_least)", "steigende Untergrenzen (at_least)"),
    remedy=Wording("Sort the bands and remove repeats.", "Sortieren und Doppelte entfernen."),
)
WRONG_SUM = ProblemKind(
    "wrong_sum",
    found=Wording("a table that sums to {found}", "eine Tabelle mit der Summe {found}"),
    allowed=Wording("the declared sum {allowed}", "die angegebene Summe {allowed}"),
    remedy=Wording(
        "Compare each row with the source; if the source itself sums so, declare that sum.",
        "Jede Zeile mit der Quelle vergleichen; summiert die Quelle so, diese Summe angeben.",
    ),
)
SUMS_NOTHING = ProblemKind(
    "sums_nothing",
    found=Wording(
        "a sum for a parameter that is no table of numbers",
        "eine Summe für einen Parameter, der keine Tabelle von Zahlen ist",
    ),
    allowed=Wording("sums_to with tables of numbers", "sums_to bei Tabellen von Zahlen"),
    remedy=Wording("Remove sums_to and sums_per.", "sums_to und sums_per entfernen."),
)
SUM_MISSING = ProblemKind(
    "sum_missing",
    found=Wording("sums_per without sums_to", "sums_per ohne sums_to"),
    allowed=Wording("both, or sums_to alone", "beides, oder sums_to allein"),
    remedy=Wording("Say what each table sums to.", "Angeben, was jede Tabelle ergibt."),
)
OVERRIDDEN_TABLE = ProblemKind(
    "overridden_table",
    found=Wording("one value for a table", "ein Wert für eine Tabelle"),
    allowed=Wording("rows of the table, each by its code", "Zeilen der Tabelle, je nach Code"),
    remedy=Wording("Say which rows are assumed.", "Angeben, welche Zeilen angenommen sind."),
)
NO_TABLE = ProblemKind(
    "overridden_value",
    found=Wording("rows for a parameter without table", "Zeilen für einen Parameter ohne Tabelle"),
    allowed=Wording("one value", "ein Wert"),
    remedy=Wording("Give one value.", "Einen Wert angeben."),
)
FORM_OF_ANOTHER_UNIT = ProblemKind(
    "form_of_another_unit",
    found=Wording("{found}, which the unit does not have", "{found}, das die Einheit nicht hat"),
    allowed=Wording("{allowed}", "{allowed}"),
    remedy=Wording(
        "Give values of the unit, or correct the unit.",
        "Werte der Einheit angeben oder die Einheit berichtigen.",
    ),
)


@model
class Band:
    """A value from a lower end upwards.

    Attributes:
        at_least: Lower end, included.
        value: The value as printed.
        basis: Where it differs from the row's.
    """

    at_least: NumberText
    value: NumberText
    basis: Basis | None = None


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
            yield NOT_ONE_VALUE.at(count=count)
        ends = [parse_number(band.at_least) for band in self.bands or ()]
        for index, (lower, upper) in enumerate(itertools.pairwise(ends), start=1):
            if upper <= lower:
                yield BANDS_UNSORTED.at(f"/bands/{index}")

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
        sums_to: What the numbers of each table sum to as printed.
        sums_per: The level for each of whose records the rows below it sum so, where it is not the
            whole table.
        values: The rows over time.
    """

    unit: ShortText
    de: ShortText | None = None
    en: ShortText | None = None
    sums_to: NumberText | None = None
    sums_per: Name | None = None
    values: Annotated[tuple[ParameterValue, ...], Len(1, 1000)]

    def _violations(self) -> Iterator[Problem]:
        yield from overlapping(self.values, "/values")
        allowed = _FORMS[self.sort]
        for index, row in enumerate(self.values):
            if row.form not in allowed:
                yield FORM_OF_ANOTHER_UNIT.at(
                    f"/values/{index}", found=row.form, allowed=", ".join(allowed)
                )
        if self.sums_to is None:
            if self.sums_per is not None:
                yield SUM_MISSING.at("/sums_per")
        elif all(row.table is None for row in self.values):
            yield SUMS_NOTHING.at("/sums_to")
        elif self.sums_per is None:
            yield from self._wrong_sums(parse_number(self.sums_to))

    @property
    def sort(self) -> ParameterSort:
        """Whether the values are numbers with a unit, dates or codes."""
        if self.unit == "date":
            return "date"
        return "code" if self.unit == "code" else "quantity"

    def _wrong_sums(self, declared: Fraction) -> Iterator[Problem]:
        for index, row in enumerate(self.values):
            if row.table is None:
                continue
            total = sum(row.numbers, Fraction(0))
            if total != declared:
                yield WRONG_SUM.at(
                    f"/values/{index}/table",
                    found=format_number(total, "en"),
                    allowed=format_number(declared, "en"),
                )

    def override(self, value: str | dt.date | Mapping[str, str]) -> "Parameter":
        """Return the parameter with assumed values: a what-if.

        Args:
            value: One number or date for all time; or, for a table, some of its rows, which then
                replace those of every table.

        Raises:
            InvalidValueError: If it is no value of the parameter, or of another form.
            UnknownNameError: If a table has no such row.
        """
        if isinstance(value, Mapping):
            rows = tuple(_with_rows(row, value) for row in self.values)
            return evolve(self, values=rows, sums_to=None, sums_per=None)
        if not self.values[0].is_single:
            raise InvalidValueError("override", [OVERRIDDEN_TABLE.at()])
        assumed: dict[str, Any] = {"date" if self.sort == "date" else "value": value}
        row = ParameterValue(**assumed, basis=Basis.ASSUMED, citation="what-if", edition="what-if")
        return evolve(self, values=(row,))

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
        timeline = Timeline(name, self.values)
        if edition is not None:
            return timeline.edition(edition, day, as_known=as_known)
        return timeline.at(day, as_known=as_known)

    @property
    def editions(self) -> tuple[str, ...]:
        """The names of the editions, in the order of the rows."""
        return tuple(dict.fromkeys(row.edition for row in self.values if row.edition))


def _with_rows(row: ParameterValue, assumed: Mapping[str, str]) -> ParameterValue:
    """Return a row with other values in some rows of its table."""
    form = row.form
    known: Mapping[str, str] | None = row.table if form == "table" else row.codes
    if known is None:
        raise InvalidValueError("override", [NO_TABLE.at()])
    for code in assumed:
        if code not in known:
            raise UnknownNameError(Wording("row", "Zeile"), code, known)
    changed: dict[str, Any] = {form: FrozenMap({**known, **assumed})}
    return evolve(row, **changed, basis=Basis.ASSUMED, citation="what-if")
