"""Parts of offers: where, when, and at what cost."""

from collections.abc import Iterator
from typing import Annotated, TypeAlias

from annotated_types import Ge, Le, Len

from integrationsplan._language import Wording
from integrationsplan._model import Label, Pattern, model
from integrationsplan.concept._codes import PlaceKind, Weekday
from integrationsplan.concept._problems import ENDS_BEFORE_BEGIN, NO_DAY, NO_FIRST_WEEK
from integrationsplan.problems import TOO_SMALL, Problem
from integrationsplan.values import AGS, Code, Money, Period, ShortText, WebAddress

__all__ = ["EmailAddress", "OfferCost", "Place", "Schedule", "TimeOfDay"]

TimeOfDay: TypeAlias = Annotated[
    str,
    Pattern(
        "(?:[01][0-9]|2[0-3]):[0-5][0-9]", "a time such as '09:30'", "eine Uhrzeit wie '09:30'"
    ),
]
"""A time of day, as the clocks on the spot show it."""

EmailAddress: TypeAlias = Annotated[
    str,
    Len(3, 254),
    Pattern(
        "[!-?A-~]+@[!-?A-~]+",
        "an e-mail address such as 'info@example.org'",
        "eine E-Mail-Adresse wie 'info@example.org'",
    ),
]
"""An e-mail address, of an office and not of a person."""


@model
class Place:
    """Where something takes place.

    Attributes:
        name: What the place is called.
        kind: How it is reached.
        street: Street and number.
        postal_code: Postal code.
        city: City or municipality.
        region: Its region.
        website: Where it is, if online.

    Example:
        >>> Place(name="Rathaus", city="Weinheim", region=AGS("08226096")).kind.value
        'physical'
    """

    name: Annotated[ShortText | None, Label("name", "Name")] = None
    kind: Annotated[PlaceKind, Label("kind", "Art")] = PlaceKind.PHYSICAL
    street: Annotated[ShortText | None, Label("street", "Straße")] = None
    postal_code: Annotated[Code | None, Label("postal code", "Postleitzahl")] = None
    city: Annotated[ShortText | None, Label("city", "Ort")] = None
    region: Annotated[AGS | None, Label("region", "Region")] = None
    website: Annotated[WebAddress | None, Label("web address", "Internetadresse")] = None


@model
class Schedule:
    """When something takes place, week by week, by the clocks on the spot.

    Attributes:
        weekdays: On which days.
        begins_at: At what time it begins.
        ends_at: At what time it ends.
        every_weeks: Every how many weeks, counted from the week in which the period starts.
        period: From which to which day; by default that of the offer.
        note: What else is to be known, such as holidays.

    Example:
        >>> Schedule(weekdays=(Weekday.MONDAY,), begins_at="09:30", ends_at="11:00").every_weeks
        1
    """

    weekdays: Annotated[
        Annotated[tuple[Weekday, ...], Len(0, 7)], Label("weekdays", "Wochentage")
    ] = ()
    begins_at: Annotated[TimeOfDay | None, Label("begins at", "Beginn")] = None
    ends_at: Annotated[TimeOfDay | None, Label("ends at", "Ende")] = None
    every_weeks: Annotated[
        Annotated[int, Ge(1), Le(52)], Label("every so many weeks", "alle so viele Wochen")
    ] = 1
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None
    note: Annotated[ShortText | None, Label("note", "Hinweis")] = None

    def _violations(self) -> Iterator[Problem]:
        if not self.weekdays and (self.begins_at or self.ends_at or self.every_weeks > 1):
            yield NO_DAY.at("/weekdays")
        if self.begins_at and self.ends_at and self.ends_at <= self.begins_at:
            yield ENDS_BEFORE_BEGIN.at("/ends_at")
        if self.every_weeks > 1 and (self.period is None or self.period.start is None):
            yield NO_FIRST_WEEK.at("/period")


@model
class OfferCost:
    """What taking part costs.

    Attributes:
        amount: How much; zero is free of charge.
        unit: For what, such as "a month".
        concerns: Who pays it, where not everybody does.
        period: From which to which day.

    Example:
        >>> str(OfferCost(amount=Money.of("5.00"), unit="Termin").amount)
        '5.00 EUR'
    """

    amount: Annotated[Money, Label("amount", "Betrag")]
    unit: Annotated[ShortText | None, Label("for", "je")] = None
    concerns: Annotated[ShortText | None, Label("who pays it", "wer ihn zahlt")] = None
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None

    def _violations(self) -> Iterator[Problem]:
        if self.amount.minor < 0:
            yield TOO_SMALL.at("/amount", bound=Wording("0 or more", "0 oder mehr"))
