"""The choices that no source makes for the one who counts."""

from typing import Annotated, TypeAlias

from annotated_types import Ge, Le, Len

from integrationsplan._model import Label, model
from integrationsplan.plan import CEFR, HousingKind
from integrationsplan.values import LanguageCode

__all__ = ["MonitoringRules"]

Months: TypeAlias = Annotated[int, Ge(1), Le(1_200)]


@model
class MonitoringRules:
    """Choices that figures depend on. They stand in the report; none has a legal default.

    Attributes:
        alive_within_months: After so many months without anything a plan counts as dead. Without
            it living and dead plans are not told apart.
        longest_term_months: How long counselling lasts at most; for Baden-Württemberg see
            `integrationsplan.plan.counselling_period`. Without it no plan is beyond its term.
        language: The language whose first level is timed.
        level: The level that is timed.
        counts_from_arrival: Whether the time to the level runs from the arrival and not from the
            opening of the plan.
        housing_exclusion: Kinds of housing that count as exclusion, beside being homeless.

    Example:
        >>> MonitoringRules(alive_within_months=6).level.value
        'A2'
    """

    alive_within_months: Annotated[
        Months | None, Label("alive within months", "lebt binnen Monaten")
    ] = None
    longest_term_months: Annotated[
        Months | None, Label("longest term in months", "Höchstdauer in Monaten")
    ] = None
    language: Annotated[LanguageCode, Label("language", "Sprache")] = "de"
    level: Annotated[CEFR, Label("level", "Niveau")] = CEFR.A2
    counts_from_arrival: Annotated[bool, Label("from the arrival", "ab Einreise")] = False
    housing_exclusion: Annotated[
        Annotated[tuple[HousingKind, ...], Len(0, 10)],
        Label("housing exclusion", "Ausgrenzung vom Wohnungsmarkt"),
    ] = ()
