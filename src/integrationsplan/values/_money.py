"""Money: whole minor units of one currency.

Units: the minor unit of the ISO 4217 currency (cents for EUR and CHF).
Source: ISO 4217:2015, list one, for the currencies without two decimals.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Annotated, TypeAlias

from integrationsplan._language import Language, Wording
from integrationsplan._model import Pattern, model
from integrationsplan.errors import (
    CurrencyMismatchError,
    InvalidValueError,
    PrecisionLossError,
)
from integrationsplan.problems import TOO_LARGE, TOO_SMALL, UNKNOWN_CODE, Problem, ProblemKind
from integrationsplan.values._numbers import exact, format_number
from integrationsplan.values._rounding import Rounding, round_to_step

__all__ = ["CURRENCIES", "Money", "MoneyText"]

_WITHOUT_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND"
_TWO_DECIMALS = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG
HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU
MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR
SDG SEK SGD SHP SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST
XCD XCG YER ZAR ZMW ZWG SLE VED
"""
CURRENCIES: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(_WITHOUT_DECIMALS.split(), 0),
        **dict.fromkeys(_TWO_DECIMALS.split(), 2),
        **dict.fromkeys(_THREE_DECIMALS.split(), 3),
    }
)
"""Currency codes and their number of decimals."""

ISO_4217 = Wording("the codes of ISO 4217", "die Codes nach ISO 4217")
DIGITS = 18
"""Most digits of an amount in major units."""

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}


MoneyText: TypeAlias = Annotated[
    str,
    Pattern(
        r"-?[0-9]{1,18}(\.[0-9]{1,3})? [A-Z]{3}",
        "an amount with its currency such as '1234.56 EUR'",
        "ein Betrag mit seiner Währung wie '1234.56 EUR'",
    ),
]
"""How documents hold an amount."""

_matches_money = re.compile(r"(-?[0-9]{1,18}(?:\.[0-9]{1,3})?) ([A-Z]{3})", re.ASCII).fullmatch

NOT_MONEY = ProblemKind(
    "not_money",
    found=Wording("a text that is no amount", "ein Text, der kein Betrag ist"),
    allowed=Wording(
        "an amount with its currency such as '1234.56 EUR', without parts of a cent",
        "ein Betrag mit seiner Währung wie '1234.56 EUR', ohne Teile eines Cents",
    ),
    remedy=Wording(
        "Write digits with a decimal point, a blank and the code of the currency.",
        "Ziffern mit Dezimalpunkt, ein Leerzeichen und den Code der Währung schreiben.",
    ),
)


@model(kw_only=False)
class Money:
    """An exact amount of one currency.

    There is no float and no silent rounding: what does not fit into minor units raises
    `PrecisionLossError` unless a `Rounding` is named.

    Attributes:
        minor: Number of minor units (cents), possibly negative.
        currency: ISO 4217 code.

    Example:
        >>> framework = Money.of("280220", "EUR")
        >>> framework * 2
        Money.of('560440.00', 'EUR')
        >>> framework.format("de"), framework.format("en")
        ('280.220,00 €', '€280,220.00')
    """

    minor: int
    currency: Annotated[
        str,
        Pattern("[A-Z]{3}", "an ISO 4217 code such as 'EUR'", "ein Code nach ISO 4217 wie 'EUR'"),
    ] = "EUR"

    def _violations(self) -> Iterator[Problem]:
        if self.currency not in CURRENCIES:
            yield UNKNOWN_CODE.at("/currency", codes=ISO_4217)
        elif abs(self.minor) >= 10 ** (DIGITS + CURRENCIES[self.currency]):
            bound = Wording(f"less than 10^{DIGITS}", f"weniger als 10^{DIGITS}")
            yield (TOO_LARGE if self.minor > 0 else TOO_SMALL).at("/minor", bound=bound)

    @classmethod
    def of(
        cls,
        amount: str | int | Fraction | Decimal,
        currency: str = "EUR",
        *,
        rounding: Rounding | None = None,
    ) -> "Money":
        """Make money from an amount in major units (euros).

        Args:
            amount: Text such as ``"1234.56"``, a whole number, a Decimal or a Fraction.
            currency: ISO 4217 code.
            rounding: What to do with parts of a minor unit; by default they are refused.

        Raises:
            InvalidValueError: If the amount is no exact number or the currency is unknown.
            PrecisionLossError: If parts of a minor unit are left and no rounding is named.
        """
        cls(0, currency)  # the currency is looked at before anything depends on it
        minor = exact(amount) * 10 ** CURRENCIES[currency]
        return cls(_whole(minor, rounding, currency), currency)

    @property
    def amount(self) -> Fraction:
        """The amount in major units, exact."""
        return Fraction(self.minor, 10 ** CURRENCIES[self.currency])

    def to_text(self) -> str:
        """Write the amount in major units as plain text: ``'280220.00'``."""
        places = CURRENCIES[self.currency]
        whole, rest = divmod(abs(self.minor), 10**places)
        sign = "-" if self.minor < 0 else ""
        return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"

    @classmethod
    def from_text(cls, text: str, currency: str = "EUR") -> "Money":
        """Read what `to_text` writes; refuse parts of a minor unit.

        Raises:
            InvalidValueError: If the text is no number or the currency is unknown.
            PrecisionLossError: If parts of a minor unit are left.
        """
        return cls.of(text, currency)

    @classmethod
    def parse(cls, text: str) -> "Money":
        """Read an amount with its currency, as documents hold it: what `str` writes.

        Raises:
            InvalidValueError: If the text has another form, the currency is unknown, or there are
                parts of a minor unit.

        Example:
            >>> Money.parse("280220.00 EUR") == Money.of("280220")
            True
        """
        found = _matches_money(text)
        if found is None or found[2] not in CURRENCIES:
            raise InvalidValueError("Money", [NOT_MONEY.at()])
        minor = Fraction(found[1]) * 10 ** CURRENCIES[found[2]]
        if minor.denominator != 1:
            raise InvalidValueError("Money", [NOT_MONEY.at()])
        return cls(minor.numerator, found[2])

    def format(self, language: Language) -> str:
        """Write the amount for people, in German or English."""
        number = format_number(abs(self.amount), language, places=CURRENCIES[self.currency])
        sign = "-" if self.minor < 0 else ""
        mark = _SIGNS.get(self.currency)
        if language == "de":
            return f"{sign}{number} {mark or self.currency}"
        return f"{sign}{mark}{number}" if mark else f"{sign}{self.currency} {number}"

    def times(
        self, factor: Fraction | Decimal | int, *, rounding: Rounding | None = None
    ) -> "Money":
        """Multiply by an exact factor.

        Raises:
            InvalidValueError: If the factor is no exact number.
            PrecisionLossError: If parts of a minor unit are left and no rounding is named.
        """
        return Money(
            _whole(self.minor * exact(factor, text=False), rounding, self.currency), self.currency
        )

    @staticmethod
    def total(amounts: Iterable["Money"], currency: str = "EUR") -> "Money":
        """Add up amounts of one currency; nothing at all adds up to zero.

        Raises:
            CurrencyMismatchError: If an amount is in another currency.
        """
        total = Money(0, currency).minor
        for amount in amounts:
            if amount.currency != currency:
                raise CurrencyMismatchError(currency, amount.currency)
            total += amount.minor
        return Money(total, currency)

    def _same(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise CurrencyMismatchError(self.currency, other.currency)

    def __add__(self, other: "Money") -> "Money":
        if type(other) is not Money:
            return NotImplemented
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        if type(other) is not Money:
            return NotImplemented
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __mul__(self, factor: int) -> "Money":
        if type(factor) is not int:
            return NotImplemented
        return Money(self.minor * factor, self.currency)

    __rmul__ = __mul__

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    def __lt__(self, other: "Money") -> bool:
        if type(other) is not Money:
            return NotImplemented
        self._same(other)
        return self.minor < other.minor

    def __le__(self, other: "Money") -> bool:
        if type(other) is not Money:
            return NotImplemented
        self._same(other)
        return self.minor <= other.minor

    def __str__(self) -> str:
        return f"{self.to_text()} {self.currency}"

    def __repr__(self) -> str:
        return f"Money.of({self.to_text()!r}, {self.currency!r})"


def _whole(minor: Fraction, rounding: Rounding | None, currency: str) -> int:
    if rounding is not None:
        return round_to_step(minor, 1, rounding)
    if minor.denominator != 1:
        raise PrecisionLossError("the amount", f"one minor unit of {currency}")
    return minor.numerator
