"""Parameters: the numbers that a law sets, by date, each with its source."""

import datetime as dt
import itertools
from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Literal

from annotated_types import Len

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, evolve, model
from integrationsplan.parameters._timeline import Dated, Timeline, overlapping
from integrationsplan.problems import Problem, ProblemKind
from integrationsplan.values import (
    Basis,
    Code,
    LongText,
    NumberText,
    ShortText,
    format_number,
    parse_number,
)

__all__ = ["Band", "Parameter", "ParameterValue"]

NOT_ONE_VALUE = ProblemKind(
    "not_one_value",
    found=Wording("{count} of value, table and bands", "{count} von value, table und bands"),
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
        basis: Whether the source states it or it was inferred.
        citation: Id of the citation in the document.
        note: How it was inferred, or what to mind.
    """

    value: NumberText | None = None
    table: Annotated[FrozenMap[Code, NumberText], Len(1, 100_000)] | None = None
    bands: Annotated[tuple[Band, ...], Len(1, 1000)] | None = None
    basis: Basis
    citation: Code
    note: LongText | None = None

    def _violations(self) -> Iterator[Problem]:
        yield from super()._violations()
        count = sum(form is not None for form in (self.value, self.table, self.bands))
        if count != 1:
            yield NOT_ONE_VALUE.at(count=count)
        ends = [parse_number(band.at_least) for band in self.bands or ()]
        for index, (lower, upper) in enumerate(itertools.pairwise(ends), start=1):
            if upper <= lower:
                yield BANDS_UNSORTED.at(f"/bands/{index}")

    @property
    def form(self) -> Literal["value", "table", "bands"]:
        """Which of the three forms the row has."""
        if self.table is not None:
            return "table"
        return "bands" if self.bands is not None else "value"

    @property
    def numbers(self) -> tuple[Fraction, ...]:
        """Every number of the row, as printed."""
        if self.value is not None:
            return (parse_number(self.value),)
        if self.table is not None:
            return tuple(parse_number(text) for text in self.table.values())
        return tuple(parse_number(band.value) for band in self.bands or ())


@model
class Parameter:
    """A number of the law by date.

    Attributes:
        unit: Unit of the numbers as printed; ``percent`` is divided by 100 when read.
        de: What it is called, in German.
        en: What it is called, in English.
        sums_to: What the numbers of each table sum to as printed.
        values: The rows over time.
    """

    unit: ShortText
    de: ShortText | None = None
    en: ShortText | None = None
    sums_to: NumberText | None = None
    values: Annotated[tuple[ParameterValue, ...], Len(1, 1000)]

    def _violations(self) -> Iterator[Problem]:
        yield from overlapping(self.values, "/values")
        if self.sums_to is not None:
            yield from self._wrong_sums(parse_number(self.sums_to))

    def _wrong_sums(self, declared: Fraction) -> Iterator[Problem]:
        for index, row in enumerate(self.values):
            total = sum(row.numbers, Fraction(0))
            if row.table is not None and total != declared:
                yield WRONG_SUM.at(
                    f"/values/{index}/table",
                    found=format_number(total, "en"),
                    allowed=format_number(declared, "en"),
                )

    def override(self, value: NumberText) -> "Parameter":
        """Return the parameter with one assumed value for all time: a what-if.

        Raises:
            InvalidValueError: If the text is no number.
        """
        row = ParameterValue(
            value=value, basis=Basis.ASSUMED, citation="what-if", edition="what-if"
        )
        return evolve(self, values=(row,), sums_to=None)

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
