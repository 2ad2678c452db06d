"""Terms: the figures that the life of a grant asks for, found in the nearest regulation.

A programme says some of them itself, general terms of its jurisdiction say others. What neither
says is not guessed: asking for it is an error that names it.
"""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

import attrs

from integrationsplan._language import Wording
from integrationsplan.errors import NotInForceError, NotStatedError, UnknownNameError
from integrationsplan.funding._codes import DeadlineKind
from integrationsplan.funding._deadlines import Deadline
from integrationsplan.funding._programme import FundingProgramme, Regulated
from integrationsplan.parameters import Parameter, ParameterValue
from integrationsplan.values import Quantity, Unit, parse_number
from integrationsplan.values._period import check_day

__all__ = ["TERMS", "Term", "TermKind", "Terms"]


class TermKind(NamedTuple):
    """A figure with a meaning of its own.

    Attributes:
        unit: Its unit.
        title: What it is called.
    """

    unit: str
    title: Wording


TERMS: Mapping[str, TermKind] = MappingProxyType(
    {
        "rate": TermKind("EUR/fte/year", Wording("flat rate of a post", "Pauschale je Stelle")),
        "share": TermKind("percent", Wording("funded share of the cost", "Fördersatz")),
        "least_award": TermKind("EUR", Wording("least grant", "Mindestzuwendung")),
        "least_cost": TermKind("EUR", Wording("least eligible cost", "Bagatellgrenze")),
        "minimum": TermKind(
            "EUR/year",
            Wording("minimum for an application alone", "Mindestbetrag für einen eigenen Antrag"),
        ),
        "least_part": TermKind(
            "fte", Wording("least part of a post", "Mindestanteil einer Stelle")
        ),
        "most_fte": TermKind(
            "fte", Wording("most posts of an applicant", "Höchstzahl der Stellen")
        ),
        "most_months": TermKind("month", Wording("longest funding", "Höchstdauer der Förderung")),
        "extension_months": TermKind(
            "month", Wording("longest extension", "Höchstdauer einer Verlängerung")
        ),
        "interruption_months": TermKind(
            "month",
            Wording("extension after a time without pay", "Verlängerung nach Zeit ohne Bezüge"),
        ),
        "most_districts": TermKind(
            "1", Wording("most districts of a consortium", "Höchstzahl der Kreise")
        ),
        "employer_insurance": TermKind(
            "percent",
            Wording("flat rate of social insurance", "Pauschale der Sozialversicherung"),
        ),
        "advance": TermKind("percent", Wording("most advance", "höchster Abschlag")),
        "first_tranche": TermKind("percent", Wording("first tranche", "erste Rate")),
        "deviation": TermKind(
            "percent",
            Wording("free deviation of a line of the plan", "zulässige Abweichung eines Ansatzes"),
        ),
        "interest_margin": TermKind(
            "percent",
            Wording("interest above the base rate", "Zinsen über dem Basiszinssatz"),
        ),
        "base_rate": TermKind("percent", Wording("base rate", "Basiszinssatz")),
        "posts_of": TermKind(
            "date", Wording("key date of the posts", "Stichtag der Stellenbesetzung")
        ),
        "earliest_start": TermKind("date", Wording("earliest start", "frühester Beginn")),
        "retention": TermKind("year", Wording("keeping of records", "Aufbewahrung der Belege")),
    }
)
"""The figures that the library asks for by name. A programme may have others beside them."""


@attrs.frozen
class Term:
    """A figure as it stands in a regulation.

    Attributes:
        name: Its name.
        quantity: Its value; a percentage as a part of one.
        row: The row of the parameter, with basis and note.
        document: The regulation that says it.
        source: On which paragraph or document it rests.
    """

    name: str
    quantity: Quantity
    row: ParameterValue
    document: Regulated
    source: str

    @property
    def number(self) -> Fraction:
        """Its value alone."""
        return self.quantity.value


@attrs.frozen(repr=False)
class Terms:
    """What holds for a programme: its own figures, then what holds where it says nothing.

    Attributes:
        programme: The programme.
        general: The nearest first: programmes that it is a part of, then general terms.

    Raises:
        UnknownNameError: If the programme names general terms that are not given.
    """

    programme: FundingProgramme
    general: tuple[Regulated, ...] = attrs.field(converter=tuple[Regulated, ...], default=())

    def __attrs_post_init__(self) -> None:
        ids = [each.id for each in self.general]
        for wanted in self.programme.general_terms:
            if wanted not in ids:
                word = Wording("document of general terms", "Dokument mit Nebenbestimmungen")
                raise UnknownNameError(word, wanted, ids)

    @property
    def documents(self) -> tuple[Regulated, ...]:
        """All of them, the nearest first."""
        return (self.programme, *self.general)

    def value(
        self,
        name: str,
        day: dt.date,
        *,
        of: str | None = None,
        as_known: dt.date | None = None,
    ) -> Term:
        """Return a figure as it holds on a day.

        Args:
            name: Its name: one of `TERMS`, or another parameter of the programme.
            day: The day.
            of: The row of a table, such as a qualification; the quantity that chooses a band, as
                text.
            as_known: Leave out what was known only after this day.

        Raises:
            NotStatedError: If no source says it; names it and what was read.
            NotInForceError: If a source says it, but not for the day.
            UnknownNameError: If no regulation has such a figure, or its table no such row.
        """
        document, parameter, row = self._row(name, day, as_known)
        value = _number_in(row, of, name)
        if parameter.unit == "percent":
            value /= 100
        source = document.citations[row.citation].format()
        return Term(name, Quantity(value, Unit.parse(parameter.unit)), row, document, source)

    def date(self, name: str, day: dt.date, *, as_known: dt.date | None = None) -> dt.date:
        """Return a date of the law as it holds on a day.

        Args:
            name: Its name: one of `TERMS`, or another parameter of the programme.
            day: The day.
            as_known: Leave out what was known only after this day.

        Raises:
            NotStatedError: If no source says it; names it and what was read.
            NotInForceError: If a source says it, but not for the day.
            UnknownNameError: If no regulation has such a date.
        """
        _, _, row = self._row(name, day, as_known)
        if row.date is None:
            raise UnknownNameError(Wording("date", "Datum"), name, ())
        return row.date

    def _row(
        self, name: str, day: dt.date, as_known: dt.date | None
    ) -> tuple[Regulated, Parameter, ParameterValue]:
        """Return the row of a parameter from the nearest regulation that says one for a day."""
        check_day(day)
        missing: NotStatedError | NotInForceError | None = None
        for document in self.documents:
            # What a part lists as unknown is not what the whole says; general terms hold for both.
            if isinstance(missing, NotStatedError) and isinstance(document, FundingProgramme):
                continue
            parameter = document.parameters.get(name)
            try:
                row = None if parameter is None else parameter.at(day, as_known=as_known, name=name)
            except NotInForceError as error:
                row, missing = None, missing or error
            if parameter is not None and row is not None:
                return document, parameter, row
            missing = self.unknown(document, name, day) or missing
        raise missing or self._not_stated(name)

    def find(
        self,
        name: str,
        day: dt.date,
        *,
        of: str | None = None,
        as_known: dt.date | None = None,
    ) -> Term | None:
        """Return a figure as it holds on a day, or nothing if no source says one for the day.

        Raises:
            UnknownNameError: If the name is none of `TERMS`, and no regulation knows it.
        """
        if name not in self._names:
            raise self._not_stated(name)
        try:
            return self.value(name, day, of=of, as_known=as_known)
        except (NotStatedError, NotInForceError, UnknownNameError):
            return None

    @property
    def _names(self) -> frozenset[str]:
        """Every name that means something here."""
        said = {name for document in self.documents for name in document.parameters}
        listed = {unknown.name for document in self.documents for unknown in document.unknowns}
        return frozenset(said | listed | TERMS.keys())

    def deadlines(self, sort: DeadlineKind, day: dt.date) -> tuple[tuple[Regulated, Deadline], ...]:
        """Return the deadlines of a kind for what is funded on a day, from the nearest regulation.

        General terms count only where the programme itself says nothing.
        """
        for document in self.documents:
            found = [each for each in document.deadlines_of(sort) if each.holds_on(day)]
            if found:
                return tuple((document, each) for each in found)
        return ()

    def unknown(self, document: Regulated, name: str, day: dt.date) -> NotStatedError | None:
        """Return the error that a regulation lists a figure as unknown, if it does for a day."""
        for unknown in document.unknowns:
            if unknown.name == name and (unknown.period is None or day in unknown.period):
                read = [document.citations[each].format() for each in unknown.citations]
                text = Wording(unknown.text.en, unknown.text.de)
                return NotStatedError(self.programme.id, name, text, read)
        return None

    def _not_stated(self, name: str) -> NotStatedError | UnknownNameError:
        key = self.programme.id
        if name in TERMS:
            title = TERMS[name].title
            said = Wording(
                f"no source of the document says it ({title.en}).",
                f"keine Quelle des Dokuments nennt sie ({title.de}).",
            )
            read = [
                each.format() for document in self.documents for each in document.citations.values()
            ]
            return NotStatedError(key, name, said, read[:5])
        known = {other for document in self.documents for other in document.parameters}
        return UnknownNameError(Wording("parameter", "Parameter"), name, known)

    def __repr__(self) -> str:
        return f"<Terms: {', '.join(document.id for document in self.documents)}>"


def _number_in(row: ParameterValue, of: str | None, name: str) -> Fraction:
    """Return the number of a row; of a table that of one code, of bands that of one quantity."""
    if row.table is not None:
        if of is None or of not in row.table:
            raise UnknownNameError(Wording(f"row of {name}", f"Zeile von {name}"), of, row.table)
        return parse_number(row.table[of])
    if row.bands is not None:
        if of is None:
            kind = Wording(f"quantity for {name}", f"Größe zu {name}")
            raise UnknownNameError(kind, of, ())
        at = (parse_number(of), 0)
        for band in reversed(row.bands):
            if band.lower <= at and (band.upper is None or at < band.upper):
                return parse_number(band.value)
        raise UnknownNameError(Wording(f"band of {name}", f"Stufe von {name}"), of, ())
    if row.value is not None:
        return parse_number(row.value)
    raise UnknownNameError(Wording("number", "Zahl"), name, ())
