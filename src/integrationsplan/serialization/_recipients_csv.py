"""Recipients to CSV: what `recipients_from_csv` reads."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from integrationsplan._language import Wording
from integrationsplan.allocation import FigureValue, Programme, Recipient, Recipients
from integrationsplan.allocation._programme import Figure
from integrationsplan.allocation._recipients import FigureProblem, FigureReader
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import Problem, escape_token
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._csv import with_comma
from integrationsplan.serialization._lines import neutralise
from integrationsplan.serialization._rows import ATTEMPT, OWN_COLUMNS, Layout
from integrationsplan.values._numbers import is_ambiguous

__all__ = ["recipients_to_csv"]


def recipients_to_csv(
    recipients: Recipients, programme: Programme, *, decimal_comma: bool = False
) -> str:
    """Write recipients with the figures that a programme asks for.

    `recipients_from_csv` gives the same recipients back. Figures of the whole, such as a pot, and
    records above the recipients are no part of the file: they are given beside it when it is read.
    Where the programme has records below recipients, such as posts, each of them is a row.

    Args:
        recipients: The recipients.
        programme: Says which figures there are, and in which unit.
        decimal_comma: As German spreadsheets expect: semicolon and decimal comma.

    Raises:
        InvalidValueError: If a cell cannot hold something, such as a third, or a figure that the
            programme does not have; tells every problem.

    Example:
        >>> from integrationsplan import catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = Recipients.of([{"key": "Weinheim", "persons": 352}])
        >>> print(recipients_to_csv(towns, programme, decimal_comma=True))
        key;persons
        Weinheim;352
    """
    layout = Layout.of(programme)
    if layout.deep:
        raise InvalidValueError(ATTEMPT, [kinds.NOT_FLAT.at()])
    writing = _Writing(layout, decimal_comma)
    rows = [row for place, member in enumerate(recipients) for row in writing.rows(place, member)]
    if writing.problems:
        raise InvalidValueError(ATTEMPT, writing.problems)
    required = {name for name, figure in layout.figures.items() if figure.default is None}
    used = {"key", *required, *(name for row in rows for name in row)}
    columns = [name for name in dict.fromkeys([*OWN_COLUMNS, *layout.figures]) if name in used]
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";" if decimal_comma else ",", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([row.get(name, "") for name in columns] for row in rows)
    return target.getvalue()


class _Writing:
    """Makes cells of recipients, and notes what no cell can hold."""

    def __init__(self, layout: Layout, decimal_comma: bool) -> None:
        self._layout = layout
        self._readers = {name: FigureReader(figure) for name, figure in layout.figures.items()}
        self._decimal_comma = decimal_comma
        self.problems: list[Problem] = []

    def rows(self, place: int, member: Recipient) -> Iterator[dict[str, str]]:
        """Yield the rows of a recipient: one, or one for each record below it."""
        pointer, below = f"/members/{place}", self._layout.below
        texts = {"key": member.key, "name": member.name, "parent": member.parent}
        if self._layout.kind_is_text:
            texts["kind"] = member.kind
        elif member.kind is not None:
            self._cannot(f"{pointer}/kind", "the kinds of posts", "die Art der Stellen")
        own = {name: neutralise(text) for name, text in texts.items() if text is not None}
        own |= self._figures(f"{pointer}/figures", member.figures, "recipient")
        for level in member.records:
            if level != below:
                self._unknown(f"{pointer}/records/{escape_token(level)}", [below or "-"])
        if below is None:
            yield own
            return
        records = member.records.get(below, ())
        if not records:
            self._cannot(f"{pointer}/records", "at least one post", "mindestens eine Stelle")
        for number, record in enumerate(records, start=1):
            here = f"{pointer}/records/{below}/{number - 1}"
            if record.key != str(number) or record.parent is not None or record.records:
                self._cannot(here, f"a post with the key {number}", f"eine Stelle {number}")
            yield {**own, **self._figures(f"{here}/figures", record.figures, below)}

    def _figures(
        self, pointer: str, figures: Mapping[str, FigureValue], level: str
    ) -> dict[str, str]:
        known = self._layout.figures_of(level)
        found = {}
        for name, value in figures.items():
            here = f"{pointer}/{escape_token(name)}"
            if name not in known:
                self._unknown(here, known)
                continue
            try:
                text = self._text(self._readers[name].read(value), known[name])
            except FigureProblem as problem:
                self.problems.append(problem.kind.at(here, **problem.params))
                continue
            if text is None:
                self._cannot(here, "at most 18 decimals", "höchstens 18 Nachkommastellen")
            else:
                found[name] = text
        return found

    def _text(self, value: FigureValue, figure: Figure) -> str | None:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, int | Fraction):
            number = decimal_text(Fraction(value) * (100 if figure.unit == "percent" else 1))
            return with_comma(number) if number is not None and self._decimal_comma else number
        return neutralise(value) if isinstance(value, str) else str(value)

    def _unknown(self, pointer: str, known: Iterable[str]) -> None:
        listed = ", ".join(known) or "-"
        self.problems.append(kinds.NOT_IN_CSV.at(pointer, allowed=listed))

    def _cannot(self, pointer: str, en: str, de: str) -> None:
        self.problems.append(kinds.NOT_IN_CSV.at(pointer, allowed=Wording(en, de)))


def decimal_text(number: Fraction) -> str | None:
    """Write a number that is not negative with its decimals; nothing if it has more than 18.

    Three decimals get a fourth, because they could be taken for thousands.

    Example:
        >>> decimal_text(Fraction(5, 2)), decimal_text(Fraction(9, 8)), decimal_text(Fraction(1, 3))
        ('2.5', '1.1250', None)
    """
    for places in range(19):
        scaled = number * 10**places
        if scaled.denominator == 1:
            digits = f"{scaled.numerator:0{places + 1}d}"
            text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
            return f"{text}0" if is_ambiguous(text) else text
    return None
