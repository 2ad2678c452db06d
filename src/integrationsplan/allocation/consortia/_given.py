"""What `form_consortia` is given: members and a minimum, read and checked all at once."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from integrationsplan import problems as general
from integrationsplan._language import Wording, either
from integrationsplan._model._specs import describe_value
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation.consortia import _problems as own
from integrationsplan.allocation.consortia._members import CONSORTIA, LARGEST_SCALE, Member, bounded
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import Problem, at_pointer, escape_token
from integrationsplan.values import Quantity, Unit
from integrationsplan.values._numbers import exact
from integrationsplan.values._units import ONE

__all__ = ["Given", "given_members"]

_COLUMNS = ("key", "amount", "unit", "name", "parent", "latitude", "longitude")


@attrs.frozen
class Given:
    """Members and minimum, checked.

    Attributes:
        members: The largest first, of equals the smaller key first: the order of input is gone.
        amounts: Their amounts as whole numbers, in one scale with the minimum.
        minimum: What a group must reach.
        least: The same in the scale of the amounts.
    """

    members: tuple[Member, ...]
    amounts: tuple[int, ...]
    minimum: Quantity
    least: int


def given_members(rows: Iterable[Member | Mapping[str, Any]], minimum: object) -> Given:
    """Read what `form_consortia` is given.

    Raises:
        InvalidValueError: If something is wrong; tells all of it.
    """
    if isinstance(rows, str | Mapping) or not isinstance(rows, Iterable):
        wanted = Wording("list of members", "Liste von Mitgliedern")
        wrong = general.WRONG_TYPE.at("/members", found=describe_value(rows), allowed=wanted)
        raise InvalidValueError(CONSORTIA, [wrong])
    listed = list(rows)
    problems: list[Problem] = []
    default = _unit_of_all(listed, minimum)
    members: list[Member | None] = []
    for index, row in enumerate(listed):
        member = None
        try:
            member = row if isinstance(row, Member) else _member_of(row, default)
        except InvalidValueError as error:
            problems += [at_pointer(problem, f"/members/{index}") for problem in error.problems]
        members.append(member)
    least = _minimum(minimum, default, problems)
    if not listed:
        problems.append(own.NO_MEMBERS.at("/members"))
    problems += _together(members, least)
    if problems or least is None:
        raise InvalidValueError(CONSORTIA, problems)
    return _scaled([member for member in members if member is not None], least)


def _unit_of_all(rows: Sequence[object], minimum: object) -> Unit:
    """Return the unit that is meant where none is given: that of the minimum, or of a member."""
    if isinstance(minimum, Quantity):
        return minimum.unit
    for row in rows:
        amount = row.get("amount") if isinstance(row, Mapping) else getattr(row, "amount", None)
        if isinstance(amount, Quantity):
            return amount.unit
        unit = row.get("unit") if isinstance(row, Mapping) else None
        if isinstance(unit, str):
            try:
                return Unit.parse(unit)
            except InvalidValueError:
                continue  # its own row will tell
    return ONE


def _member_of(row: object, default: Unit) -> Member:
    if not isinstance(row, Mapping):
        wanted = either([Wording("Member", "Member"), Wording("mapping", "Zuordnung")])
        wrong = general.WRONG_TYPE.at(found=describe_value(row), allowed=wanted)
        raise InvalidValueError("Member", [wrong])
    problems = [
        general.UNKNOWN_KEY.at(f"/{escape_token(name)}", keys=", ".join(_COLUMNS))
        for name in row
        if name not in _COLUMNS
    ]
    problems += [general.MISSING_KEY.at(f"/{name}") for name in _COLUMNS[:2] if name not in row]
    content: dict[str, Any] = {"key": "?", "amount": 0}
    content |= {n: row[n] for n in _COLUMNS if n in row}
    if not isinstance(content["amount"], Quantity):
        content.setdefault("unit", str(default))
    try:
        member = Member.of(**content)
    except InvalidValueError as error:
        raise InvalidValueError("Member", [*problems, *error.problems]) from error
    if problems:
        raise InvalidValueError("Member", problems)
    return member


def _minimum(value: object, default: Unit, problems: list[Problem]) -> Quantity | None:
    try:
        found = value if isinstance(value, Quantity) else Quantity(exact(value), default)
    except InvalidValueError as error:
        problems += [at_pointer(problem, "/minimum") for problem in error.problems]
        return None
    bound = Wording("more than 0", "mehr als 0")
    wrong = list(bounded(found.value, "/minimum", bound, is_zero_allowed=False))
    problems += wrong
    return None if wrong else found


def _together(members: Sequence[Member | None], least: Quantity | None) -> Iterator[Problem]:
    """Yield what is wrong with members that are right each for itself."""
    first: dict[str, int] = {}
    unit = least.unit if least is not None else None
    scale = 1
    for index, member in enumerate(members):
        if member is None:
            continue
        other = first.setdefault(member.key, index)
        if other != index:
            yield kinds.DUPLICATE_KEY.at(f"/members/{index}/key", other=f"/members/{other}")
        if unit is not None and member.amount.unit != unit:
            found = str(member.amount.unit)
            yield own.UNIT_DIFFERS.at(f"/members/{index}/amount", found=found, wanted=str(unit))
        if scale <= LARGEST_SCALE:
            scale = math.lcm(scale, member.amount.value.denominator)
            if scale > LARGEST_SCALE:
                yield own.AMOUNTS_TOO_FINE.at(f"/members/{index}/amount")


def _scaled(members: list[Member], least: Quantity) -> Given:
    values = [member.amount.value for member in members]
    scale = math.lcm(least.value.denominator, *(value.denominator for value in values))
    ranked = sorted(
        ((-value * scale).numerator, member.key, member)
        for value, member in zip(values, members, strict=True)
    )
    return Given(
        members=tuple(member for _, _, member in ranked),
        amounts=tuple(-amount for amount, _, _ in ranked),
        minimum=least,
        least=(least.value * scale).numerator,
    )
