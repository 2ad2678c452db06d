"""Who may join others: members with their amounts and positions, perhaps from an allocation.

Units: amounts in a unit of their own, the same for all; positions in degrees (WGS 84), as text.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from integrationsplan import problems as general
from integrationsplan._language import Wording
from integrationsplan._model import model
from integrationsplan._model._specs import EXACT_NAMES, describe_value
from integrationsplan.allocation._allocation import Allocation, Award
from integrationsplan.allocation._recipients import LARGEST
from integrationsplan.allocation.consortia import _problems as kinds
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.problems import Problem, at_pointer, escape_token
from integrationsplan.values import Code, DecimalText, Quantity, ShortText, Unit
from integrationsplan.values._numbers import exact
from integrationsplan.values._units import ONE

__all__ = ["CONSORTIA", "LARGEST_SCALE", "Degrees", "Member", "bounded", "members_of"]

CONSORTIA = Wording("consortia", "Zusammenschlüsse")
"""What was attempted when members are refused."""

Degrees: TypeAlias = str | int | Decimal | float
"""Latitude or longitude; a floating-point number is allowed, because it is no money."""

LARGEST_SCALE = 10**100
"""Amounts of all members must be whole multiples of one part in so many."""
_BOUNDS = {"latitude": 90, "longitude": 180}


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
        yield from bounded(self.amount.value, "/amount", Wording("at least 0", "mindestens 0"))
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


def bounded(
    value: Fraction, pointer: str, bound: Wording, *, is_zero_allowed: bool = True
) -> Iterator[Problem]:
    """Yield what is wrong with the size of an amount or of the minimum."""
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
    if type(value) is Decimal:
        return str(value)
    return value  # type: ignore[return-value]  # whatever was given, for the class to refuse
