"""What a funding programme or general terms say: the whole of it, or what holds on a day."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from integrationsplan.errors import NotInForceError
from integrationsplan.funding import Amendment, BudgetLine, FundingProgramme, GeneralTerms
from integrationsplan.funding._budget import known_amounts
from integrationsplan.parameters import Parameter, ParameterValue
from integrationsplan.serialization import to_mapping
from integrationsplan.values import Money

Regulation = FundingProgramme | GeneralTerms
P = TypeVar("P")

_HEAD = ("format", "version")


@attrs.frozen
class Line:
    """A line of the budget in its place.

    Attributes:
        line: The line.
        depth: How many lines stand above it.
        amount: Its amount, as stated or worked out from the others; nothing if it cannot be.
        is_worked_out: Whether it was worked out.
        rest: What is left for several parts whose amounts nobody states.
    """

    line: BudgetLine
    depth: int
    amount: Money | None
    is_worked_out: bool
    rest: Money | None


@attrs.frozen
class Rest:
    """What is left for the parts of a line whose amounts nobody states, after those parts."""

    depth: int
    amount: Money


def holds(part: object, day: dt.date | None) -> bool:
    """Tell whether a statement holds on a day; one without a time always does."""
    if day is None:
        return True
    if isinstance(part, Amendment):
        return part.valid_from is None or part.valid_from <= day
    period = getattr(part, "period", None)
    return period is None or day in period


def held(parts: Sequence[P], day: dt.date | None) -> tuple[P, ...]:
    """Return the statements that hold on a day."""
    return tuple(part for part in parts if holds(part, day))


def rows_of(name: str, parameter: Parameter, day: dt.date | None) -> tuple[ParameterValue, ...]:
    """Return the rows of a parameter over time, or the one that is in force on a day."""
    if day is None:
        order = sorted(parameter.values, key=lambda row: row.start or dt.date.min)
        return tuple(order)
    try:
        return (parameter.at(day, name=name),)
    except NotInForceError:
        return ()


def budget_of(programme: FundingProgramme, day: dt.date | None) -> Iterator[Line | Rest]:
    """Yield the budget as it adds up: each line, then its parts, then what is left of it.

    A line whose whole does not hold on the day stands alone.
    """
    known = known_amounts(programme.budget)
    shown = held(programme.budget, day)
    ids = {line.id for line in shown}
    below: dict[str | None, list[BudgetLine]] = {}
    for line in shown:
        below.setdefault(line.part_of if line.part_of in ids else None, []).append(line)
    # A stack and no recursion: lines may be parts of parts as deep as there are lines.
    stack: list[tuple[BudgetLine | Money, int]] = []
    stack += [(line, 0) for line in reversed(below.get(None, []))]
    while stack:
        item, depth = stack.pop()
        if isinstance(item, Money):
            yield Rest(depth, item)
            continue
        amount = known.get(item.id)
        rest = None if amount is None else _rest(programme, item, amount, known)
        yield Line(item, depth, amount, item.amount is None and amount is not None, rest)
        if rest is not None:
            stack.append((rest, depth + 1))
        stack += [(part, depth + 1) for part in reversed(below.get(item.id, []))]


def _rest(
    programme: FundingProgramme, line: BudgetLine, amount: Money, known: Mapping[str, Money]
) -> Money | None:
    """Return what is left for parts without amount; that of a single one is worked out already."""
    # All the parts count, also those that do not hold on the day.
    parts = [part.id for part in programme.budget if part.part_of == line.id]
    missing = [part for part in parts if part not in known]
    if not missing:
        return None
    return amount - Money.total(known[part] for part in parts if part in known)


def data_of(document: Regulation, day: dt.date | None) -> dict[str, Any]:
    """Return what a document says as plain data: its own keys, with the budget as trees."""
    data: dict[str, Any] = {}
    for name, value in to_mapping(document).items():
        if name in _HEAD:
            continue
        if name == "parameters":
            data[name] = dict(_parameters(document, value, day))
        elif name == "budget" and isinstance(document, FundingProgramme):
            data[name] = list(_budget_data(document, value, day))
        elif isinstance(value, list):
            parts = zip(value, getattr(document, name), strict=True)
            found = [item for item, part in parts if holds(part, day)]
            data[name] = _with_basis(found) if name in document.parts else found
        else:
            data[name] = value
    return data


def _parameters(
    document: Regulation, written: dict[str, Any], day: dt.date | None
) -> Iterator[tuple[str, Any]]:
    for name, parameter in document.parameters.items():
        rows = rows_of(name, parameter, day)
        if rows:
            places = {id(row): place for place, row in enumerate(parameter.values)}
            values = [written[name]["values"][places[id(row)]] for row in rows]
            yield name, {**written[name], "values": values}


def _with_basis(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Say of each statement that it is stated, which documents leave out."""
    return [{"basis": "stated", **item} for item in items]


def _budget_data(
    programme: FundingProgramme, written: list[dict[str, Any]], day: dt.date | None
) -> Iterator[dict[str, Any]]:
    """Yield the lines in the order of their tree; ``part_of`` says where each belongs."""
    items = {item["id"]: item for item in _with_basis(written)}
    for line in budget_of(programme, day):
        if isinstance(line, Rest):
            continue
        yield {
            **items[line.line.id],
            "amount": None if line.amount is None else str(line.amount),
            "worked_out": line.is_worked_out,
            **({} if line.rest is None else {"rest_of_parts_not_stated": str(line.rest)}),
        }
