"""The main job: who gets how much, and why."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import attrs

from integrationsplan import _html
from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap
from integrationsplan.allocation._award import Award
from integrationsplan.allocation._columns import ALL, RECIPIENT, Column
from integrationsplan.allocation._evaluation import Evaluation, evaluate
from integrationsplan.allocation._explanation import Explainer
from integrationsplan.allocation._programme import Programme
from integrationsplan.allocation._recipients import Recipient, Recipients
from integrationsplan.allocation._statement import Statement
from integrationsplan.allocation._stating import state
from integrationsplan.errors import NotInForceError, UnknownNameError
from integrationsplan.findings import Finding, Severity
from integrationsplan.values import Bilingual, Period, Quantity, Unit
from integrationsplan.values._period import check_day

__all__ = ["Allocation", "Award", "allocate"]

ROWS_IN_NOTEBOOK = 50
RECIPIENT_WORD = Wording("recipient", "Empfänger")
EDITION = Wording("edition", "Fassung")


def allocate(
    programme: Programme,
    recipients: Recipients | Iterable[Recipient | Mapping[str, Any]],
    *,
    day: dt.date,
    period: Period | None = None,
    edition: str | None = None,
    as_known: dt.date | None = None,
) -> "Allocation":
    """Evaluate a programme's rule for recipients.

    Args:
        programme: The programme.
        recipients: Who may get something, with the figures that the programme asks for.
        day: The day whose law applies; it must lie in the programme's validity.
        period: The period paid for, where the rule asks for one.
        edition: Use this named edition of the parameters that have it, whatever the day.
        as_known: Leave out what was published only after this day.

    Returns:
        One award for each recipient, in the order given.

    Raises:
        AllocationError: If figures are missing or wrong, or the rule cannot be evaluated; tells
            every problem of the figures at once.
        NotInForceError: If the programme or a parameter is not in force on the day.
        UnknownNameError: If no parameter has the edition.
        InvalidValueError: If the recipients are no valid recipients.

    Example:
        >>> from integrationsplan import catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = [{"key": "Weinheim", "persons": 352}, {"key": "Hirschberg", "persons": 30}]
        >>> allocation = allocate(programme, towns, day=dt.date(2018, 1, 15))
        >>> allocation["Weinheim"].amount.to_text()
        '280220.00'
        >>> [finding.code for finding in allocation["Hirschberg"].findings]
        ['must_join_others']
    """
    if not isinstance(recipients, Recipients):
        recipients = Recipients.of(recipients)
    if as_known is not None:
        check_day(as_known, "as_known")
    if day not in programme.valid:
        before, after = programme.valid.end, programme.valid.start
        raise NotInForceError(
            programme.id,
            day,
            before if before is not None and before < day else None,
            after if after is not None and after > day else None,
        )
    if edition is not None and edition not in programme.editions:
        raise UnknownNameError(EDITION, edition, programme.editions)
    evaluation = evaluate(
        programme, recipients, day=day, period=period, edition=edition, as_known=as_known
    )
    return Allocation(programme, recipients, day, period, edition, as_known, evaluation)


@attrs.frozen(repr=False)
class Allocation:
    """One award for each recipient, exact, with the reasons.

    Two allocations are equal if they come from equal inputs: an evaluation has no other source.

    Attributes:
        programme: The programme.
        recipients: Who was given.
        day: The day whose law applied.
        period: The period paid for, if any.
        asked_edition: The edition that was asked for, if any.
        as_known: What was known later was left out, if a day was given.
    """

    programme: Programme
    recipients: Recipients
    day: dt.date
    period: Period | None
    asked_edition: str | None
    as_known: dt.date | None
    _evaluation: Evaluation = attrs.field(eq=False)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the inputs alone: the evaluation follows from them."""
        given = (self.day, self.period, self.asked_edition, self.as_known)
        return _again, (self.programme, self.recipients, *given)

    @functools.cached_property
    def awards(self) -> tuple[Award, ...]:
        """The awards in the order of the recipients."""
        return tuple(Award(self, index) for index in range(len(self.recipients)))

    @functools.cached_property
    def _index(self) -> dict[str, int]:
        return {member.key: index for index, member in enumerate(self.recipients.members)}

    @property
    def unit(self) -> str:
        """Unit of the awards, as the programme declares it."""
        return self.programme.result.unit

    @property
    def total(self) -> Quantity:
        """The sum of all awards."""
        return self._quantity(Fraction(sum(self._evaluation.award.values)) / self._award.scale)

    def total_of(self, keys: Iterable[str]) -> Quantity:
        """Return the sum of some awards: each was rounded alone, and is added as it is.

        Raises:
            UnknownNameError: If a key is not among the recipients.
        """
        return self._quantity(sum((self[key].amount.value for key in keys), Fraction(0)))

    @property
    def pot(self) -> Quantity | None:
        """What the awards are cut from, where the programme says so and it has a value.

        Where everyone is excluded nothing needs it, and it may have none.
        """
        operand = self.programme.pot
        if operand is None:
            return None
        column = self._evaluation.frame.column(operand)
        return None if column.faults else self._quantity(column.number(0))

    @property
    def residue(self) -> Quantity | None:
        """The pot less the total: what rounding leaves, and the parts of recipients not given."""
        pot = self.pot
        return None if pot is None else self._quantity(pot.value - self.total.value)

    def statement(self, *, explain: Iterable[str] = ()) -> Statement:
        """Write down the result, so that it can be kept, published and checked.

        Args:
            explain: Keys of the recipients whose traces are to be put in.

        Raises:
            UnknownNameError: If a key is not among the recipients.
            InvalidValueError: If a trace rests on assumed numbers, which no document may hold; or
                if a number has more digits than a statement may write, because awards of unlike
                denominators are added and nothing is rounded.
        """
        return state(self, frozenset(self[key].index for key in explain))

    @property
    def editions(self) -> tuple[str, ...]:
        """The named editions whose numbers were read."""
        rows = [reading.row for reading in self._evaluation.readings.values()]
        return tuple(dict.fromkeys(row.edition for row in rows if row and row.edition))

    @functools.cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Findings about the whole: conditions above recipients, pots without takers, ties."""
        failures = self._evaluation.failures.get(-1, ())
        found = [self._explainer.finding(failure) for failure in failures]
        pots = [
            self._explainer.left_over(node, level, index, amount)
            for node, level, index, amount in self._evaluation.frame.left_over
        ]
        return (*found, *pots, *(_tie_finding(*tie) for tie in self._ties))

    @functools.cached_property
    def _ties(self) -> tuple[tuple[str, tuple[str, ...], int], ...]:
        """The ties that were broken: level, keys, and how many were served."""
        return tuple(dict.fromkeys(self._evaluation.frame.ties))

    @functools.cached_property
    def _ties_of(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings of ties by the keys of the recipients that they concern."""
        found: dict[str, tuple[Finding, ...]] = {}
        for level, members, served in self._ties:
            finding = _tie_finding(level, members, served)
            for key in members if level == RECIPIENT else ():
                found[key] = (*found.get(key, ()), finding)
        return found

    @property
    def _explainer(self) -> Explainer:
        return Explainer(self.programme, self._evaluation)

    @property
    def _award(self) -> Column:
        return self._evaluation.award

    def _quantity(self, value: Fraction) -> Quantity:
        return Quantity(value, Unit.parse(self.unit))

    def _at(self, column: Column, index: int) -> Fraction:
        """Return the value for a recipient given; zero if it was excluded."""
        if column.level == ALL:
            return column.number(0)
        place = self._evaluation.position.get(index)
        if place is None:
            return Fraction(0)
        return column.number(self._evaluation.frame.ancestors(RECIPIENT, column.level)[place])

    def __getitem__(self, key: str) -> Award:
        if key not in self._index:
            raise UnknownNameError(RECIPIENT_WORD, key, self._index)
        return self.awards[self._index[key]]

    def __iter__(self) -> Iterator[Award]:
        return iter(self.awards)

    def __len__(self) -> int:
        return len(self.recipients)

    def __repr__(self) -> str:
        return (
            f"<Allocation {self.programme.id} on {self.day.isoformat()}: "
            f"{len(self)} awards, {self.total}>"
        )

    def _repr_html_(self) -> str:
        """Show the awards as a table in a notebook."""
        rows = [
            (a.recipient.title, a.amount.format("en"), ", ".join(f.code for f in a.findings))
            for a in self.awards[:ROWS_IN_NOTEBOOK]
        ]
        more = len(self) - len(rows)
        rows.append(("Total", self.total.format("en"), f"and {more} more" if more else ""))
        title = self.programme.title.en
        caption = f"{title}, {self.day.isoformat()}"
        return _html.table(caption, ("recipient", "award", "findings"), rows, numbers=1)


def _again(
    programme: Programme,
    recipients: Recipients,
    day: dt.date,
    period: Period | None,
    edition: str | None,
    as_known: dt.date | None,
) -> Allocation:
    return allocate(
        programme, recipients, day=day, period=period, edition=edition, as_known=as_known
    )


def _tie_finding(level: str, members: tuple[str, ...], served: int) -> Finding:
    listed = ", ".join(members[:10]) + ("…" if len(members) > 10 else "")
    count = len(members)
    return Finding(
        code="tie_broken",
        severity=Severity.NOTICE,
        text=Bilingual(
            de=f"Gleichstand bei {listed}; nach kleinerem Schlüssel bedient: {served} von {count}.",
            en=f"A tie between {listed}; served, by the smaller key: {served} of {count}.",
        ),
        values=FrozenMap({"level": level, "members": str(count), "served": str(served)}),
    )
