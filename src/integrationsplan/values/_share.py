"""Shares: exact parts of a whole, between nothing and all."""

from collections.abc import Iterator
from fractions import Fraction

from integrationsplan._language import Language, Wording
from integrationsplan._model import model
from integrationsplan.problems import Problem, ProblemKind
from integrationsplan.values._money import Money
from integrationsplan.values._numbers import format_number, parse_number
from integrationsplan.values._rounding import Rounding

__all__ = ["Share"]

NOT_A_SHARE = ProblemKind(
    "not_a_share",
    found=Wording("a number below 0 or above 1", "eine Zahl unter 0 oder über 1"),
    allowed=Wording("0 to 1, or 0 % to 100 %", "0 bis 1 oder 0 % bis 100 %"),
    remedy=Wording(
        "Write percentages with a percent sign.", "Prozentwerte mit Prozentzeichen schreiben."
    ),
)


@model(kw_only=False)
class Share:
    """An exact part of a whole, from 0 to 1.

    Example:
        >>> esf = Share.of("80 %")
        >>> esf.of_money(Money.of("65217.43"), rounding=Rounding.HALF_UP)
        Money.of('52173.94', 'EUR')
        >>> esf.rest.format("de")
        '20 %'
    """

    value: Fraction

    def _violations(self) -> Iterator[Problem]:
        if not 0 <= self.value <= 1:
            yield NOT_A_SHARE.at("/value")

    @classmethod
    def of(cls, text: str) -> "Share":
        """Read a share: ``"80 %"``, ``"0.8"`` or ``"4/5"``.

        Raises:
            InvalidValueError: If the text is no number or outside 0 to 1.
        """
        if type(text) is str and text.endswith("%"):
            return cls(parse_number(text[:-1].removesuffix(" ").removesuffix("\u00a0")) / 100)
        return cls(parse_number(text))

    @property
    def rest(self) -> "Share":
        """What is left of the whole."""
        return Share(1 - self.value)

    def of_money(self, money: Money, *, rounding: Rounding) -> Money:
        """Return this share of an amount, rounded as named."""
        return money.times(self.value, rounding=rounding)

    def to_text(self) -> str:
        """Write the share exactly, as a whole number or a fraction."""
        return str(self.value)

    def format(self, language: Language) -> str:
        """Write the share as a percentage for people."""
        space = " " if language == "de" else ""
        return f"{format_number(self.value * 100, language)}{space}%"

    def __repr__(self) -> str:
        return f"Share.of({self.to_text()!r})"
