"""Awards as an Arrow table: decimals, whole numbers, or text where neither is exact."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pyarrow as pa

from integrationsplan._language import Wording
from integrationsplan.allocation import Allocation, Award, Programme
from integrationsplan.allocation._facets import is_multiple
from integrationsplan.columnar import _problems as kinds
from integrationsplan.errors import DocumentError
from integrationsplan.problems import Problem, escape_token
from integrationsplan.values import Quantity, Unit

__all__ = ["awards_to_table"]

ATTEMPT = Wording("table of awards", "Tabelle der Beträge")
MONEY = pa.decimal128(38, 2)
COUNT = pa.int64()
TEXT = pa.string()
MOST_MONEY, MOST_COUNTED = 10**36, 2**63
"""From here on a number does not fit."""


def awards_to_table(allocation: Allocation) -> pa.Table:
    """Return the awards as an Arrow table, one row a recipient, in their order.

    Columns: ``key``, ``name``, ``amount``, ``unit``, ``excluded``; one for each output, source,
    tranche and earmark under its name; ``findings``, a list of codes. A name that is taken already
    stands behind its sort: ``sources/amount``. Money is ``decimal128(38, 2)``, what is counted is
    ``int64``, and any other number is text that is exact (``"1/3"``, ``"0.5"``); never a float.
    Types follow from the programme alone, so that tables of one programme can be put together.
    Outputs and earmarks of excluded recipients are null; outputs that are no numbers,
    or lie below recipients, are left out.

    Each column of numbers names its ``unit`` in its metadata; the metadata of the table names
    ``programme``, ``day`` and ``edition``.

    Raises:
        DocumentError: If a number has more digits than its column can hold; names every one.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan import allocate, catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> towns = [{"key": "Weinheim", "persons": 352}]
        >>> table = awards_to_table(allocate(programme, towns, day=dt.date(2018, 1, 15)))
        >>> table["amount"].to_pylist()
        [Decimal('280220.00')]
    """
    columns = _columns(allocation.programme)
    cells: list[list[Any]] = [[] for _ in columns]
    problems: list[Problem] = []
    for award in allocation.awards:
        blocks = _blocks(award)
        for column, found in zip(columns, cells, strict=True):
            quantity = blocks[column.block].get(column.id)
            try:
                found.append(None if quantity is None else _CELLS[column.type](quantity))
            except OverflowError:
                place = f"/{escape_token(award.recipient.key)}/{escape_token(column.name)}"
                problems.append(kinds.TOO_MANY_DIGITS.at(place, type=str(column.type)))
    if problems:
        raise DocumentError(ATTEMPT, problems)
    amounts, *others = [
        (pa.field(column.name, column.type, metadata={"unit": str(column.unit)}), values)
        for column, values in zip(columns, cells, strict=True)
    ]
    awards = allocation.awards
    fields = [
        (pa.field("key", TEXT), [award.recipient.key for award in awards]),
        (pa.field("name", TEXT), [award.recipient.title for award in awards]),
        amounts,
        (pa.field("unit", TEXT), [allocation.unit] * len(awards)),
        (pa.field("excluded", pa.bool_()), [award.is_excluded for award in awards]),
        *others,
        (pa.field("findings", pa.list_(TEXT)), [award.finding_codes for award in awards]),
    ]
    about = {
        "programme": allocation.programme.id,
        "day": allocation.day.isoformat(),
        "edition": ", ".join(allocation.editions),
    }
    return pa.Table.from_arrays(
        [pa.array(values, field.type) for field, values in fields],
        schema=pa.schema([field for field, _ in fields], metadata=about),
    )


@attrs.frozen
class _Column:
    """A column of numbers: where it is found in an award, and how it is stored."""

    block: str
    id: str
    name: str
    unit: Unit
    type: pa.DataType


def _columns(programme: Programme) -> list[_Column]:
    """Return the columns of numbers, the amount first; each name stands once."""
    unit = Unit.parse(programme.result.unit)
    facets = programme.analysis.facets
    paid = _type_of(unit, unit.smallest_step)  # awards and their parts are rounded by every rule
    found = [("amount", "amount", unit, paid)]
    for name in programme.result.outputs:
        facet = facets[name]
        # What lies below recipients is many values, and stands in `Award.parts`.
        if facet is None or name in programme.outputs_below:
            continue
        if facet.sort == "quantity":
            found.append(("outputs", name, facet.unit, _type_of(facet.unit, facet.step)))
    found += [("sources", source.id, unit, paid) for source in programme.sources]
    found += [("tranches", tranche.id, unit, paid) for tranche in programme.tranches]
    for mark in programme.earmarks:
        amount = mark.amount
        facet = facets[amount] if isinstance(amount, str) else programme.analysis.nodes[id(amount)]
        step = None if facet is None else facet.step
        found.append(("earmarks", mark.id, unit, _type_of(unit, step)))
    columns: list[_Column] = []
    taken = {"key", "name", "unit", "excluded", "findings"}
    for block, identity, own_unit, kind in found:
        name = identity
        while name in taken:
            name = f"{block}/{name}"
        taken.add(name)
        columns.append(_Column(block, identity, name, own_unit, kind))
    return columns


def _type_of(unit: Unit, step: Fraction | None) -> pa.DataType:
    """Return the type that holds every multiple of a step in a unit exactly."""
    if unit.smallest_step is None or not is_multiple(step, unit.smallest_step):
        return TEXT
    return MONEY if unit.currency else COUNT


def _blocks(award: Award) -> dict[str, Mapping[str, Quantity]]:
    return {
        "amount": {"amount": award.amount},
        "outputs": award.outputs,
        "sources": award.sources,
        "tranches": award.tranches,
        "earmarks": award.earmarks,
    }


def _decimal(quantity: Quantity) -> Decimal:
    if abs(quantity.value) >= MOST_MONEY:
        raise OverflowError
    cents = int(quantity.value * 100)
    return Decimal(f"{cents}e-2")  # made of text, a decimal is never rounded


def _count(quantity: Quantity) -> int:
    if abs(quantity.value) >= MOST_COUNTED:
        raise OverflowError
    return int(quantity.value)


_CELLS: dict[pa.DataType, Callable[[Quantity], Decimal | int | str]] = {
    MONEY: _decimal,
    COUNT: _count,
    TEXT: Quantity.to_text,
}
