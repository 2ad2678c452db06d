"""Rules beside one another: what each recipient gets by each, who wins, who loses."""

import datetime as dt
import functools
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import attrs

from integrationsplan import _html
from integrationsplan._language import Wording
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._allocation import ROWS_IN_NOTEBOOK, Allocation, allocate
from integrationsplan.allocation._programme import Programme
from integrationsplan.allocation._recipients import Recipient, Recipients
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.problems import Problem
from integrationsplan.values import Period, Quantity, Unit

__all__ = ["Change", "Comparison", "ComparisonRow", "compare"]

OWN_COLUMNS = ("key", "name", "difference", "unit")
"""What stands in a row of the table beside the rules."""

COMPARISON = Wording("comparison", "Vergleich")


def compare(
    *rules: Programme | Allocation,
    recipients: Recipients | Iterable[Recipient | Mapping[str, Any]] | None = None,
    day: dt.date | None = None,
    period: Period | None = None,
    labels: Sequence[str] | None = None,
) -> "Comparison":
    """Put rules beside one another.

    Args:
        rules: Two or more: programmes, which are evaluated for ``recipients`` on ``day``; or
            allocations, which may be of different days, editions or states of knowledge.
        recipients: Who may get something, where a programme is given.
        day: The day whose law applies, where a programme is given.
        period: The period paid for, where a programme asks for one.
        labels: What the rules are called; by default the ids of the programmes.

    Returns:
        A row for each recipient of any allocation. Whoever is not among the recipients of one has
        no amount there, which counts as nothing in differences.

    Raises:
        InvalidValueError: If there are fewer than two rules, their awards have different units,
            recipients or day are lacking or given without a programme, or labels are not one for
            each and all different.
        AllocationError: If a rule cannot be evaluated.
        NotInForceError: If a programme or a parameter is not in force on the day.

    Example:
        >>> from integrationsplan import catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> reform = programme.override({"pot_per_year": "60000000"})
        >>> towns = [{"key": "Weinheim", "persons": 352}, {"key": "Hirschberg", "persons": 30}]
        >>> comparison = compare(programme, reform, recipients=towns, day=dt.date(2018, 1, 15))
        >>> comparison["Weinheim"].difference.to_text()
        '9663.00'
        >>> len(comparison.winners), len(comparison.losers)
        (2, 0)
    """
    allocations, problems = [], list[Problem]()
    if recipients is not None and not isinstance(recipients, Recipients):
        recipients = Recipients.of(recipients)
    for index, rule in enumerate(rules):
        if isinstance(rule, Allocation):
            allocations.append(rule)
        elif recipients is None or day is None:
            problems.append(kinds.NOT_EVALUATED.at(f"/rules/{index}"))
        else:
            allocations.append(allocate(rule, recipients, day=day, period=period))
    if rules and len(allocations) == len(rules) and all(isinstance(r, Allocation) for r in rules):
        given = {"recipients": recipients, "day": day, "period": period}
        unasked = [name for name, value in given.items() if value is not None]
        problems += [kinds.NOT_ASKED_FOR.at(f"/{name}", name=name) for name in unasked]
    problems += _unlike(rules, allocations, labels)
    if problems:
        raise InvalidValueError(COMPARISON, problems)
    return Comparison(tuple(labels or _labels(allocations)), tuple(allocations))


def _unlike(
    rules: Sequence[object], allocations: Sequence[Allocation], labels: Sequence[str] | None
) -> list[Problem]:
    problems = []
    if len(rules) < 2:
        problems.append(kinds.TOO_FEW_COMPARED.at("/rules"))
    units = list(dict.fromkeys(allocation.unit for allocation in allocations))
    if len(units) > 1:
        problems.append(kinds.COMPARED_UNITS.at("/rules", units=", ".join(units)))
    if labels is not None and (
        len(labels) != len(rules) or len({*labels, *OWN_COLUMNS}) < len(labels) + len(OWN_COLUMNS)
    ):
        problems.append(kinds.LABELS_DIFFER.at("/labels", labels=len(labels), rules=len(rules)))
    return problems


def _labels(allocations: Sequence[Allocation]) -> list[str]:
    """Return what tells allocations apart: the programme, else also the day, else a number."""
    names = [allocation.programme.id for allocation in allocations]
    if len(set(names)) < len(names):
        names = [f"{a.programme.id} {a.day.isoformat()}" for a in allocations]
    if len(set(names)) < len(names):
        names = [f"{name} ({number})" for number, name in enumerate(names, start=1)]
    return names


@attrs.frozen
class ComparisonRow:
    """What one recipient gets by each rule.

    Attributes:
        key: Key of the recipient.
        title: Its name, or the key.
        amounts: The award by each rule; absent where it is not among the recipients.
        unit: Unit of the awards.
    """

    key: str
    title: str
    amounts: tuple[Quantity | None, ...]
    unit: Unit

    @property
    def difference(self) -> Quantity:
        """What the last rule gives more than the first."""
        return self.difference_of(-1)

    def difference_of(self, index: int) -> Quantity:
        """Return what a rule gives more than the first."""
        return Quantity(_value(self.amounts[index]) - _value(self.amounts[0]), self.unit)

    @property
    def relative(self) -> Fraction | None:
        """The difference as a share of the first amount; nothing if that is zero."""
        before = _value(self.amounts[0])
        return self.difference.value / before if before else None


def _value(amount: Quantity | None) -> Fraction:
    return Fraction(0) if amount is None else amount.value


@attrs.frozen
class Change:
    """One rule against the first.

    Attributes:
        label: What the rule is called.
        winners: Who gets more by it.
        losers: Who gets less.
        unchanged: Who gets the same.
        total: What it gives out more, in all.
    """

    label: str
    winners: tuple[ComparisonRow, ...]
    losers: tuple[ComparisonRow, ...]
    unchanged: tuple[ComparisonRow, ...]
    total: Quantity


@attrs.frozen(repr=False)
class Comparison:
    """Allocations beside one another.

    Attributes:
        labels: What they are called.
        allocations: The allocations; the first is what the others are compared with.
    """

    labels: tuple[str, ...]
    allocations: tuple[Allocation, ...]

    @functools.cached_property
    def rows(self) -> tuple[ComparisonRow, ...]:
        """One row a recipient, in the order in which the allocations have them."""
        titles: dict[str, str] = {}
        for allocation in self.allocations:
            for member in allocation.recipients.members:
                titles.setdefault(member.key, member.title)
        known = [a.recipients.keys() for a in self.allocations]
        return tuple(
            ComparisonRow(
                key,
                title,
                tuple(
                    allocation[key].amount if key in keys else None
                    for allocation, keys in zip(self.allocations, known, strict=True)
                ),
                self.unit,
            )
            for key, title in titles.items()
        )

    @property
    def unit(self) -> Unit:
        """Unit of all amounts."""
        return Unit.parse(self.allocations[0].unit)

    @property
    def totals(self) -> tuple[Quantity, ...]:
        """The sum of the awards by each rule."""
        return tuple(allocation.total for allocation in self.allocations)

    def change(self, label: str | None = None) -> Change:
        """Compare one rule, by default the last, with the first.

        Raises:
            UnknownNameError: If no rule is called so.
        """
        if label is not None and label not in self.labels:
            raise UnknownNameError(Wording("rule", "Regel"), label, self.labels)
        index = len(self.labels) - 1 if label is None else self.labels.index(label)
        signs: dict[int, list[ComparisonRow]] = {1: [], -1: [], 0: []}
        for row in self.rows:
            value = row.difference_of(index).value
            signs[(value > 0) - (value < 0)].append(row)
        total = self.totals[index].value - self.totals[0].value
        return Change(
            label=self.labels[index],
            winners=tuple(signs[1]),
            losers=tuple(signs[-1]),
            unchanged=tuple(signs[0]),
            total=Quantity(total, self.unit),
        )

    @property
    def winners(self) -> tuple[ComparisonRow, ...]:
        """Who gets more by the last rule than by the first."""
        return self.change().winners

    @property
    def losers(self) -> tuple[ComparisonRow, ...]:
        """Who gets less by the last rule than by the first."""
        return self.change().losers

    @property
    def unchanged(self) -> tuple[ComparisonRow, ...]:
        """Who gets the same by the last rule as by the first."""
        return self.change().unchanged

    def table(self) -> list[dict[str, str]]:
        """Return one mapping a recipient, ready for a data frame; amounts as exact text.

        The columns are ``key``, ``name``, one a rule, ``difference`` (the last less the first) and
        ``unit``.
        """
        return [
            {
                "key": row.key,
                "name": row.title,
                **{
                    label: "" if amount is None else amount.to_text()
                    for label, amount in zip(self.labels, row.amounts, strict=True)
                },
                "difference": row.difference.to_text(),
                "unit": str(self.unit),
            }
            for row in self.rows
        ]

    @functools.cached_property
    def _index(self) -> dict[str, ComparisonRow]:
        return {row.key: row for row in self.rows}

    def __getitem__(self, key: str) -> ComparisonRow:
        """Return the row of a recipient.

        Raises:
            UnknownNameError: If the key is in no allocation.
        """
        if key not in self._index:
            raise UnknownNameError(Wording("recipient", "Empfänger"), key, self._index)
        return self._index[key]

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        change = self.change()
        counts = [len(rows) for rows in (change.winners, change.losers, change.unchanged)]
        said = "{} gain, {} lose, {} unchanged".format(*counts)
        return f"<Comparison {' / '.join(self.labels)}: {said}>"

    def _repr_html_(self) -> str:
        """Show the comparison as a table in a notebook."""
        rows = [
            (
                row.title,
                *("–" if a is None else a.format("en") for a in row.amounts),
                row.difference.format("en"),
            )
            for row in self.rows[:ROWS_IN_NOTEBOOK]
        ]
        totals = [total.format("en") for total in self.totals]
        rows.append(("Total", *totals, self.change().total.format("en")))
        heads = ("recipient", *self.labels, "difference")
        return _html.table("Comparison", heads, rows, numbers=len(self.labels) + 1)
