"""Units of quantities, and quantities with their unit.

A unit is a product of powers of atoms: ``EUR``, ``EUR/year``, ``EUR/fte/year``, ``person*month``.
``1`` is the unit of pure numbers. ``percent`` is kept as printed and counts as a hundredth when
read.
"""

import functools
import re
from fractions import Fraction

import attrs

from integrationsplan._language import Language, Wording
from integrationsplan._model import model
from integrationsplan.errors import InvalidValueError, PrecisionLossError
from integrationsplan.problems import ProblemKind
from integrationsplan.values._money import CURRENCIES, Money
from integrationsplan.values._numbers import format_number

__all__ = ["COUNTED", "MONEY_ATOMS", "ONE", "Quantity", "Unit"]

MONEY_ATOMS = frozenset({"EUR", "CHF"})
COUNTED = frozenset({"person", "child", "post", "place", "unit", "day", "month", "quarter", "year"})
"""Atoms that are counted in whole numbers when they stand alone in a figure."""

# One, several; English, then German.
_WORDS: dict[str, tuple[str, str, str, str]] = {
    "EUR": ("EUR", "EUR", "EUR", "EUR"),
    "CHF": ("CHF", "CHF", "CHF", "CHF"),
    "person": ("person", "persons", "Person", "Personen"),
    "child": ("child", "children", "Kind", "Kinder"),
    "fte": ("FTE", "FTE", "VZÄ", "VZÄ"),
    "post": ("post", "posts", "Stelle", "Stellen"),
    "place": ("place", "places", "Platz", "Plätze"),
    "unit": ("unit", "units", "Einheit", "Einheiten"),
    "hour": ("hour", "hours", "Stunde", "Stunden"),
    "day": ("day", "days", "Tag", "Tage"),
    "month": ("month", "months", "Monat", "Monate"),
    "quarter": ("quarter", "quarters", "Quartal", "Quartale"),
    "year": ("year", "years", "Jahr", "Jahre"),
    "km": ("km", "km", "km", "km"),
    "km2": ("km²", "km²", "km²", "km²"),
}
ATOMS = tuple(_WORDS)

UNKNOWN_UNIT = ProblemKind(
    "unknown_unit",
    found=Wording("a unit that is not known", "eine unbekannte Einheit"),
    allowed=Wording(
        "products and quotients of {units}; 1 or percent alone",
        "Produkte und Quotienten von {units}; 1 oder percent allein",
    ),
    remedy=Wording("Use known units.", "Bekannte Einheiten verwenden."),
)
_matches_unit = re.compile(r"(?:1|[A-Za-z0-9]+)(?:[*/][A-Za-z0-9]+){0,7}", re.ASCII).fullmatch


@attrs.frozen
class Unit:
    """A unit, as sorted powers of its atoms.

    Example:
        >>> rate = Unit.parse("EUR/fte/year")
        >>> str(rate * Unit.parse("fte"))
        'EUR/year'
    """

    powers: tuple[tuple[str, int], ...] = ()

    @classmethod
    @functools.lru_cache(maxsize=256)
    def parse(cls, text: str) -> "Unit":
        """Read a unit; ``percent`` reads as a pure number.

        Raises:
            InvalidValueError: If an atom is unknown or the form is another.
        """
        if text == "percent":
            return ONE
        if type(text) is not str or not _matches_unit(text):
            raise InvalidValueError("unit", [UNKNOWN_UNIT.at(units=", ".join(ATOMS))])
        powers: dict[str, int] = {}
        for sign, atom in re.findall(r"([*/]?)([A-Za-z0-9]+)", text):
            if atom == "1":
                continue
            if atom not in _WORDS:
                raise InvalidValueError("unit", [UNKNOWN_UNIT.at(units=", ".join(ATOMS))])
            powers[atom] = powers.get(atom, 0) + (-1 if sign == "/" else 1)
        return cls.from_powers(powers)

    @classmethod
    def from_powers(cls, powers: dict[str, int]) -> "Unit":
        """Make a unit from powers; zero powers vanish."""
        return cls(tuple(sorted((atom, power) for atom, power in powers.items() if power)))

    def __mul__(self, other: "Unit") -> "Unit":
        return self._combine(other, 1)

    def __truediv__(self, other: "Unit") -> "Unit":
        return self._combine(other, -1)

    def _combine(self, other: "Unit", sign: int) -> "Unit":
        powers = dict(self.powers)
        for atom, power in other.powers:
            powers[atom] = powers.get(atom, 0) + sign * power
        return Unit.from_powers(powers)

    @property
    def currency(self) -> str | None:
        """The currency, where the unit is money or money per something."""
        money = [atom for atom, power in self.powers if atom in MONEY_ATOMS and power == 1]
        return money[0] if len(money) == 1 else None

    @property
    def is_counted(self) -> bool:
        """Whether amounts of the unit are whole numbers: persons, posts, months."""
        return len(self.powers) == 1 and self.powers[0][1] == 1 and self.powers[0][0] in COUNTED

    @property
    def smallest_step(self) -> Fraction | None:
        """What an amount in this unit must be a multiple of to be paid out or assigned."""
        if self.currency:
            return Fraction(1, 10 ** CURRENCIES[self.currency])
        return Fraction(1) if self.is_counted else None

    def __str__(self) -> str:
        above = [atom for atom, power in self.powers for _ in range(power)]
        below = [atom for atom, power in self.powers for _ in range(-power)]
        return "*".join(above or ["1"]) + "".join(f"/{atom}" for atom in below)

    def format(self, language: Language, *, one: bool = False) -> str:
        """Write the unit for people: ``EUR/Jahr``; the empty text for pure numbers."""
        offset = 2 if language == "de" else 0
        number = offset if one else offset + 1
        above = [_WORDS[atom][number] for atom, power in self.powers for _ in range(power)]
        below = [_WORDS[atom][offset] for atom, power in self.powers for _ in range(-power)]
        if not above and not below:
            return ""
        return "·".join(above or ["1"]) + "".join(f"/{word}" for word in below)


ONE = Unit()
PLACES_OF_ENDLESS_MONEY = 4
"""Decimals written of an amount without end: enough to see how it will be rounded."""


@model(kw_only=False)
class Quantity:
    """An exact number with its unit.

    Example:
        >>> framework = Quantity(Fraction(280220), Unit.parse("EUR/year"))
        >>> framework.to_text(), framework.format("de")
        ('280220.00', '280.220 EUR/Jahr')
        >>> framework.money
        Money.of('280220.00', 'EUR')
    """

    value: Fraction
    unit: Unit

    @property
    def money(self) -> Money:
        """The amount of money (per whatever the unit says).

        Raises:
            PrecisionLossError: If the unit holds no currency, or parts of a cent are left.
        """
        currency = self.unit.currency
        if currency is None:
            raise PrecisionLossError(f"a quantity in {self.unit}", "an amount of money")
        return Money.of(self.value, currency)

    def to_text(self) -> str:
        """Write the number exactly: money with its decimals, else whole, decimal or fraction."""
        if self.unit.currency and (self.value * 100).denominator == 1:
            cents = abs((self.value * 100).numerator)  # sums may be larger than Money bears
            return f"{'-' if self.value < 0 else ''}{cents // 100}.{cents % 100:02}"
        if self.value.denominator == 1:
            return str(self.value.numerator)
        text = format_number(self.value, "en").replace(",", "")
        return str(self.value) if text.endswith("…") else text

    def format(self, language: Language) -> str:
        """Write number and unit for people."""
        places = None
        if self.unit.currency and self.value.denominator != 1:
            places = 2 if (self.value * 100).denominator == 1 else None
            if (self.value * 10**18).denominator != 1:
                places = PLACES_OF_ENDLESS_MONEY
        number = format_number(self.value, language, places=places)
        unit = self.unit.format(language, one=self.value == 1)
        return f"{number} {unit}" if unit else number

    def __str__(self) -> str:
        return f"{self.to_text()} {self.unit}"
