"""What reviews and calendars ask for: thresholds, and the one that a source sets."""

import datetime as dt
from typing import Annotated, TypeAlias

from annotated_types import Ge, Le, Len

from integrationsplan._model import Label, model
from integrationsplan.parameters import DatedValue, Timeline
from integrationsplan.values import Basis, Citation, Code

__all__ = [
    "COUNSELLING_MONTHS",
    "COUNSELLING_MONTHS_JUSTIFIED",
    "UNEMPLOYED_BELOW",
    "ReviewRules",
    "counselling_period",
]

Months: TypeAlias = Annotated[int, Ge(1), Le(1200)]
Days: TypeAlias = Annotated[int, Ge(0), Le(36_525)]


@model
class ReviewRules:
    """What a review asks for. The sources state no thresholds, so there are no defaults.

    What has passed is found in any case; that something nears, only where it is said how many days
    ahead it is to be known.

    Attributes:
        revise_within_months: After so many months without revision a plan counts as not continued.
        agreement_required: Whether openings and continuations are to be agreed with the person.
        purposes_in_use: Codes of the purposes for which a consent is needed.
        counselling_months: How long counselling lasts at most; see `counselling_period`.
        counselling_notice_days: So many days ahead the end of counselling is noticed.
        recognition_notice_days: The same for decisions on recognition and for legal remedies.
        consent_notice_days: The same for the end of consents.
        residence_notice_days: The same for the end of the residence status.
        housing_notice_days: The same for the day by which the person must leave the home.
        documents_within_days: After so many days a file for recognition should be complete.
        check_characters: Whether texts are checked against the characters of DIN 91379, type E.

    Example:
        >>> day = dt.date(2024, 3, 1)
        >>> rules = ReviewRules(
        ...     revise_within_months=6,
        ...     counselling_months=counselling_period(day).value,
        ...     counselling_notice_days=90,
        ... )
        >>> rules.counselling_months
        36
    """

    revise_within_months: Annotated[Months, Label("revise within months", "Fortschreibung binnen")]
    agreement_required: bool = True
    purposes_in_use: Annotated[tuple[Code, ...], Len(0, 100)] = ()
    counselling_months: Months | None = None
    counselling_notice_days: Days | None = None
    recognition_notice_days: Days | None = None
    consent_notice_days: Days | None = None
    residence_notice_days: Days | None = None
    housing_notice_days: Days | None = None
    documents_within_days: Days | None = None
    check_characters: bool = False


_VWV_2023 = dt.date(2023, 6, 6)
_CITATION = Citation(
    title="VwV Integrationsmanagement",
    locator="Beratungszeitraum",
    publisher="Land Baden-Württemberg",
    date=_VWV_2023,
    url=(
        "https://rv.de/ihr+anliegen/migration+und+integration/asyl+und+sonstige+zuwanderung/"
        "integrationsmanagement"
    ),
    note=(
        "Die Seite nennt höchstens drei, in begründeten Einzelfällen vier Jahre je Person. Der "
        "Beginn ist erschlossen: Es ist der Tag der Vorschrift, deren Wortlaut nicht vorlag."
    ),
)


def _months(key: str, months: int) -> Timeline[DatedValue[int]]:
    row = DatedValue(start=_VWV_2023, value=months, basis=Basis.STATED, citation=_CITATION)
    return Timeline(key, (row,))


COUNSELLING_MONTHS: Timeline[DatedValue[int]] = _months("counselling_months", 36)
"""Months for which a person is counselled at most, in Baden-Württemberg."""

COUNSELLING_MONTHS_JUSTIFIED: Timeline[DatedValue[int]] = _months(
    "counselling_months_justified", 48
)
"""The same in single cases with a justification."""


UNEMPLOYED_BELOW = DatedValue(
    value=15,
    basis=Basis.INFERRED,
    citation=Citation(
        title="SGB III",
        locator="§ 138 Abs. 3",
        note=(
            "Erwerbstätigkeit unter 15 Stunden wöchentlich schließt Arbeitslosigkeit nicht aus; "
            "mehrere Beschäftigungen zählen zusammen. Nach dem Gesetz ergänzt; der Wortlaut lag "
            "nicht vor."
        ),
    ),
)
"""Hours a week below which work does not end unemployment, all jobs together."""


def counselling_period(day: dt.date, *, justified: bool = False) -> DatedValue[int]:
    """Return for how many months a person is counselled at most, with the source.

    Args:
        day: The day whose rule is asked for.
        justified: Whether the case is one with a justification for more.

    Raises:
        NotInForceError: If no rule is known for the day.

    Example:
        >>> row = counselling_period(dt.date(2024, 1, 1), justified=True)
        >>> row.value, row.basis.value, row.citation.title
        (48, 'stated', 'VwV Integrationsmanagement')
    """
    return (COUNSELLING_MONTHS_JUSTIFIED if justified else COUNSELLING_MONTHS).at(day)
