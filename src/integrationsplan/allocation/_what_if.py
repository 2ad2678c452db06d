"""What if: other parameters, other figures, and how much an award depends on each."""

import functools
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap, evolve
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._allocation import Allocation, allocate
from integrationsplan.allocation._columns import ALL, RECIPIENT
from integrationsplan.allocation._comparison import Comparison, compare
from integrationsplan.allocation._programme import Programme
from integrationsplan.allocation._recipients import (
    FigureProblem,
    FigureReader,
    FigureValue,
    Recipients,
)
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.values import Quantity
from integrationsplan.values._numbers import exact
from integrationsplan.values._units import ONE

__all__ = ["Sensitivity", "sensitivity", "what_if"]

NUMBER = Wording("figure or parameter", "Wert oder Parameter")


def what_if(
    allocation: Allocation,
    *,
    parameters: Mapping[str, Any] | None = None,
    figures: Mapping[str, Mapping[str, FigureValue]] | None = None,
) -> Comparison:
    """Evaluate the same rule with assumed numbers, and compare.

    Args:
        allocation: What is.
        parameters: Assumed values by name: exact numbers, texts, dates; for a table, rows by code.
        figures: Assumed figures by key of the recipient and name; under ``all`` those of the whole.

    Raises:
        UnknownNameError: If there is no such parameter, recipient or row of a table.
        InvalidValueError: If a value is no value of its parameter.
        AllocationError: If the rule cannot be evaluated so.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan import catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = [{"key": "Weinheim", "persons": 352}]
        >>> allocation = allocate(programme, towns, day=dt.date(2018, 1, 15))
        >>> what_if(allocation, figures={"Weinheim": {"persons": 353}})["Weinheim"].difference
        Quantity(value=Fraction(796, 1), unit=Unit(powers=(('EUR', 1), ('year', -1))))
    """
    assumed = {name: _as_text(value) for name, value in (parameters or {}).items()}
    programme = allocation.programme.override(assumed)
    recipients = _with_figures(allocation.recipients, figures or {})
    again = _again(allocation, programme, recipients)
    return compare(allocation, again, labels=("as it is", "what if"))


def _as_text(value: Any) -> Any:  # a number, a date, a text, or rows of a table
    """Write exact numbers as parameters have them; leave the rest as it is."""
    if isinstance(value, Mapping):
        return {code: _as_text(text) for code, text in value.items()}
    if isinstance(value, int | Fraction | Decimal) and not isinstance(value, bool):
        return Quantity(exact(value), ONE).to_text()
    return value


def _again(allocation: Allocation, programme: Programme, recipients: Recipients) -> Allocation:
    return allocate(
        programme,
        recipients,
        day=allocation.day,
        period=allocation.period,
        edition=allocation.asked_edition,
        as_known=allocation.as_known,
    )


def _with_figures(
    recipients: Recipients, figures: Mapping[str, Mapping[str, FigureValue]]
) -> Recipients:
    for key in figures:
        if key != ALL and key not in recipients.keys():  # noqa: SIM118  # no mapping
            raise UnknownNameError(Wording("recipient", "Empfänger"), key, recipients.keys())
    members = tuple(
        evolve(member, figures=FrozenMap({**member.figures, **figures[member.key]}))
        if member.key in figures
        else member
        for member in recipients.members
    )
    whole = FrozenMap({**recipients.figures, **figures.get(ALL, {})})
    return evolve(recipients, members=members, figures=whole)


@attrs.frozen
class Sensitivity:
    """How much awards depend on a number.

    Attributes:
        name: The figure or parameter.
        change: By how much it was raised, in the unit in which it is given.
        recipient: Whose figure it was; absent for a parameter, a figure of the whole, or where each
            recipient's own figure was raised in turn.
        effects: How much more each recipient then gets.
    """

    name: str
    change: Fraction
    recipient: str | None
    effects: FrozenMap[str, Quantity]

    def per_unit(self, key: str) -> Fraction:
        """Return the effect on one recipient divided by the change.

        Raises:
            UnknownNameError: If the key is not among the recipients.
        """
        if key not in self.effects:
            raise UnknownNameError(Wording("recipient", "Empfänger"), key, self.effects)
        return self.effects[key].value / self.change

    def table(self) -> list[dict[str, str]]:
        """Return one mapping a recipient, ready for a data frame; numbers as exact text."""
        return [
            {"key": key, "effect": effect.to_text(), "unit": str(effect.unit)}
            for key, effect in self.effects.items()
        ]


def sensitivity(
    allocation: Allocation,
    name: str,
    *,
    change: int | Fraction | Decimal | str = 1,
    recipient: str | None = None,
) -> Sensitivity:
    """Raise a figure or a parameter a little and see how much more each recipient gets.

    A figure of recipients is raised for each of them in turn, and the effect on its own award is
    told; with ``recipient`` it is raised for that one alone, and the effect on everybody is told.
    Where awards depend on all recipients, raising in turn evaluates the rule as often as there are
    recipients.

    Args:
        allocation: What is.
        name: A parameter of one number, or a figure of recipients or of the whole.
        change: By how much, in the unit in which the number is given; may be below zero, not zero.
        recipient: Whose figure.

    Raises:
        UnknownNameError: If there is no such figure, parameter or recipient.
        InvalidValueError: If the change is no exact number, or leads to no allowed value.
        AllocationError: If the rule cannot be evaluated with it.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan import catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = [{"key": "Weinheim", "persons": 352}, {"key": "Hirschberg", "persons": 30}]
        >>> allocation = allocate(programme, towns, day=dt.date(2018, 1, 15))
        >>> sensitivity(allocation, "persons").effects["Hirschberg"].to_text()
        '796.00'
    """
    step = exact(change)
    if not step:
        problem = kinds.NO_CHANGE.at("/change")
        raise InvalidValueError(Wording("sensitivity", "Empfindlichkeit"), [problem])
    programme = allocation.programme
    figure = programme.figures.get(name)
    if recipient is not None:
        allocation[recipient]  # refused if there is none
        if figure is None or figure.level != RECIPIENT:
            names = [n for n, f in programme.figures.items() if f.level == RECIPIENT]
            raise UnknownNameError(
                Wording("figure of recipients", "Wert der Empfänger"), name, names
            )
    if name in programme.parameters and programme.parameters[name].sort == "quantity":
        effects = _effects(what_if(allocation, parameters={name: _raised(allocation, name, step)}))
        return Sensitivity(name, step, None, effects)
    if figure is None or figure.level not in (ALL, RECIPIENT):
        raise UnknownNameError(NUMBER, name, _raisable(programme))
    read = functools.partial(_raised_figure, FigureReader(figure), step, figure.default)
    if figure.level == ALL:
        value = read(allocation.recipients.figures.get(name))
        effects = _effects(what_if(allocation, figures={ALL: {name: value}}))
        return Sensitivity(name, step, None, effects)
    raised = {
        member.key: {name: read(member.figures.get(name))}
        for member in allocation.recipients.members
        if recipient in (None, member.key)
    }
    if recipient is not None or not programme.needs_all_recipients:
        # Nobody's award depends on another's figure: all may be raised at once.
        effects = _effects(what_if(allocation, figures=raised))
        return Sensitivity(name, step, recipient, effects)
    own = {
        key: what_if(allocation, figures={key: figures})[key].difference
        for key, figures in raised.items()
    }
    return Sensitivity(name, step, None, FrozenMap(own))


def _raisable(programme: Programme) -> list[str]:
    """Return the numbers that can be raised."""
    known = [n for n, f in programme.figures.items() if f.level in (ALL, RECIPIENT)]
    return known + [n for n, p in programme.parameters.items() if p.values[0].form == "value"]


def _effects(comparison: Comparison) -> FrozenMap[str, Quantity]:
    return FrozenMap({row.key: row.difference for row in comparison.rows})


def _raised(allocation: Allocation, name: str, step: Fraction) -> str:
    """Return the number of a parameter that applied, raised, as text."""
    readings = allocation._evaluation.readings
    rows = [found.row for (read, *_), found in readings.items() if read == name and found.row]
    row = rows[0] if rows else allocation.programme.parameters[name].values[0]
    if row.form != "value":
        raise UnknownNameError(NUMBER, name, _raisable(allocation.programme))
    return Quantity(row.numbers[0] + step, ONE).to_text()


def _raised_figure(
    reader: FigureReader, step: Fraction, default: str | None, value: FigureValue | None
) -> FigureValue:
    """Return a figure, raised, in the form in which it is given."""
    given = default if value is None else value
    raised = (exact(given) if given is not None else Fraction(0)) + step
    number: FigureValue = raised if raised.denominator != 1 else raised.numerator
    try:
        reader.read(number)
    except FigureProblem as problem:
        found = problem.kind.at("/change", **problem.params)
        raise InvalidValueError(Wording("sensitivity", "Empfindlichkeit"), [found]) from None
    return number
