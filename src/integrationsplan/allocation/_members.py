"""Who may join others: members with their amounts and positions, read and checked all at once.

Units: amounts in a unit of their own, the same for all; positions in degrees (WGS 84), as text.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from integrationsplan import problems as general
from integrationsplan._language import Wording, either
from integrationsplan._model import model
from integrationsplan._model._specs import EXACT_NAMES, describe_value
from integrationsplan.allocation import _problems as kinds
from integrationsplan.allocation._allocation import Allocation, Award
from integrationsplan.allocation._recipients import LARGEST
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.problems import Problem, at_pointer, escape_token
from integrationsplan.values import Code, DecimalText, Quantity, ShortText, Unit
from integrationsplan.values._numbers import exact
from integrationsplan.values._units import ONE

__all__ = ["CONSORTIA", "Degrees", "Given", "Member", "given_members", "members_of"]

CONSORTIA = Wording("consortia", "Zusammenschlüsse")
"""What was attempted when members are refused."""

Degrees: TypeAlias = str | int | Decimal | float
"""Latitude or longitude; a floating-point number is allowed, because it is no money."""

LARGEST_SCALE = 10**100
"""Amounts of all members must be whole multiples of one part in so many."""
_BOUNDS = {"latitude": 90, "longitude": 180}
_COLUMNS = ("key", "amount", "unit", "name", "parent", "latitude", "longitude")


@model
class Member:
    """Who has an amount of its own, and may have to join others.

    Attributes:
        key: What identifies it, such as an AGS.
        amount: What it brings, zero or more: each amount was rounded alone.
        name: What it is called; by default the key.
        parent: Key of its district: members of one district join each other first.
        latitude: Degrees north as text, from -90 to 90.
        longitude: Degrees east as text, from -180 to 180.

    Example:
        >>> weinheim = Member.of("08226096", 280220, "EUR/year", latitude="49.55", longitude="8.67")
        >>> weinheim.amount.format("en")
        '280,220 EUR/year'
    """

    key: Code
    amount: Quantity
    name: ShortText | None = None
    parent: Code | None = None
    latitude: DecimalText | None = None
    longitude: DecimalText | None = None

    def _violations(self) -> Iterator[Problem]:
        yield from _bounded(self.amount.value, "/amount", Wording("at least 0", "mindestens 0"))
        for name, most in _BOUNDS.items():
            value = getattr(self, name)
            if value is not None and abs(Fraction(value)) > most:
                kind = general.TOO_SMALL if value.startswith("-") else general.TOO_LARGE
                yield kind.at(
                    f"/{name}", bound=Wording(f"-{most} to {most}", f"-{most} bis {most}")
                )
        if (self.latitude is None) != (self.longitude is None):
            lacking = "latitude" if self.latitude is None else "longitude"
            yield kinds.HALF_POSITION.at(f"/{lacking}")

    @classmethod
    def of(
        cls,
        key: str,
        amount: Quantity | int | Fraction | Decimal | str,
        unit: str | None = None,
        *,
        name: str | None = None,
        parent: str | None = None,
        latitude: Degrees | None = None,
        longitude: Degrees | None = None,
    ) -> "Member":
        """Make a member from plain values.

        Args:
            key: What identifies it.
            amount: An exact number or a quantity; never a floating-point number.
            unit: Unit of a number, such as ``"EUR/year"``; by default it is a pure number.
            name: What it is called.
            parent: Key of its district.
            latitude: Degrees north.
            longitude: Degrees east.

        Raises:
            InvalidValueError: If something is wrong; tells all of it.
        """
        problems: list[Problem] = []
        quantity = Quantity(Fraction(0), ONE)
        try:
            quantity = _quantity(amount, unit)
        except InvalidValueError as error:
            problems += error.problems
        try:
            member = cls(
                key=key,
                amount=quantity,
                name=name,
                parent=parent,
                latitude=_degrees(latitude),
                longitude=_degrees(longitude),
            )
        except InvalidValueError as error:
            raise InvalidValueError("Member", [*problems, *error.problems]) from error
        if problems:
            raise InvalidValueError("Member", problems)
        return member

    @property
    def title(self) -> str:
        """The name, or the key where there is none."""
        return self.name or self.key

    @property
    def place(self) -> tuple[float, float] | None:
        """Latitude and longitude as numbers, for distances alone."""
        if self.latitude is None or self.longitude is None:
            return None
        return float(self.latitude), float(self.longitude)


def members_of(
    allocation: Allocation,
    positions: Mapping[str, tuple[Degrees, Degrees]] | None = None,
    *,
    output: str | None = None,
) -> tuple[Member, ...]:
    """Return those who got something in an allocation, as members with their amounts.

    Args:
        allocation: Where the amounts come from; recipients that a condition excluded are left out.
        positions: Latitude and longitude by key of the recipient, of all or of some; further keys
            do not matter.
        output: Take this output instead of the award.

    Raises:
        UnknownNameError: If the programme has no such output.
        InvalidValueError: If positions are wrong; tells every one of them.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan import allocate, catalogue
        >>> programme = catalogue.load("de-bw-integrationsmanagement-2017")
        >>> rows = [{"key": "Hirschberg", "persons": 30}, {"key": "Ladenburg", "persons": 78}]
        >>> allocation = allocate(programme, rows, day=dt.date(2018, 1, 15))
        >>> [member.amount.to_text() for member in members_of(allocation)]
        ['23882.00', '62094.00']
    """
    members: list[Member] = []
    problems: list[Problem] = []
    for award in allocation:
        if award.is_excluded:
            continue
        recipient = award.recipient
        latitude, longitude, wrong = _position(recipient.key, positions)
        problems += wrong
        try:
            member = Member.of(
                recipient.key,
                _amount(award, output),
                name=recipient.name,
                parent=recipient.parent,
                latitude=latitude,
                longitude=longitude,
            )
        except InvalidValueError as error:
            place = f"/positions/{escape_token(recipient.key)}"
            problems += [at_pointer(problem, place) for problem in error.problems]
        else:
            members.append(member)
    if problems:
        raise InvalidValueError(CONSORTIA, problems)
    return tuple(members)


def _amount(award: Award, output: str | None) -> Quantity:
    if output is None:
        return award.amount
    outputs = award.outputs
    if output not in outputs:
        raise UnknownNameError(Wording("output", "Ausgabe"), output, outputs)
    return outputs[output]


def _position(
    key: str, positions: Mapping[str, Any] | None
) -> tuple[Degrees | None, Degrees | None, list[Problem]]:
    found = None if positions is None else positions.get(key)
    if found is None:
        return None, None, []
    if isinstance(found, tuple | list) and len(found) == 2:
        return found[0], found[1], []
    wanted = Wording("latitude and longitude", "Breite und Länge")
    pointer = f"/positions/{escape_token(key)}"
    wrong = general.WRONG_TYPE.at(pointer, found=describe_value(found), allowed=wanted)
    return None, None, [wrong]


# -- what form_consortia is given ------------------------------------------------------------------


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
        problems.append(kinds.NO_MEMBERS.at("/members"))
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
    wrong = list(_bounded(found.value, "/minimum", bound, is_zero_allowed=False))
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
            yield kinds.UNIT_DIFFERS.at(f"/members/{index}/amount", found=found, wanted=str(unit))
        if scale <= LARGEST_SCALE:
            scale = math.lcm(scale, member.amount.value.denominator)
            if scale > LARGEST_SCALE:
                yield kinds.AMOUNTS_TOO_FINE.at(f"/members/{index}/amount")


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


def _bounded(
    value: Fraction, pointer: str, bound: Wording, *, is_zero_allowed: bool = True
) -> Iterator[Problem]:
    if value < 0 or (value == 0 and not is_zero_allowed):
        yield general.TOO_SMALL.at(pointer, bound=bound)
    elif value >= LARGEST:
        yield general.TOO_LARGE.at(pointer, bound=Wording("less than 10^18", "weniger als 10^18"))
    elif value.denominator > LARGEST_SCALE:
        yield kinds.AMOUNTS_TOO_FINE.at(pointer)


def _quantity(amount: object, unit: object) -> Quantity:
    """Return an amount with its unit; a quantity that has one must not be given another."""
    problems: list[Problem] = []
    meant: Unit | None = None
    try:
        if unit is not None:
            meant = Unit.parse(unit) if isinstance(unit, str) else _no_text(unit)
    except InvalidValueError as error:
        problems += [at_pointer(problem, "/unit") for problem in error.problems]
    found = amount if isinstance(amount, Quantity) else None
    if found is None:
        try:
            found = Quantity(exact(amount), meant or ONE)
        except InvalidValueError as error:
            problems += [at_pointer(problem, "/amount") for problem in error.problems]
    elif meant is not None and found.unit != meant:
        said = {"found": str(found.unit), "wanted": str(meant)}
        problems.append(kinds.UNIT_DIFFERS.at("/amount", **said))
    if problems or found is None:
        raise InvalidValueError("Member", problems)
    return found


def _no_text(value: object) -> Unit:
    wrong = general.WRONG_TYPE.at(found=describe_value(value), allowed=EXACT_NAMES[str])
    raise InvalidValueError("unit", [wrong])


def _degrees(value: Degrees | None) -> str | None:
    """Write degrees as text; what is no number is left for the check of the class to refuse."""
    if type(value) is float:
        value = Decimal(repr(value))
    if type(value) is Decimal and value.is_finite() and abs(value.adjusted()) < 18:
        return f"{value:f}"
    if type(value) is int and abs(value) < LARGEST:
        return str(value)
    return str(value) if type(value) is Decimal else value  # type: ignore[return-value]
