"""What a review of a concept asks for."""

from typing import Annotated, TypeAlias

from annotated_types import Ge, Le, Len

from integrationsplan._model import Label, model
from integrationsplan.concept._codes import TargetGroup
from integrationsplan.concept._concept_codes import ConceptKind
from integrationsplan.values import Citation, Identifier

__all__ = ["ConceptDuty", "ConceptRules"]

Days: TypeAlias = Annotated[int, Ge(0), Le(36_525)]


@model
class ConceptDuty:
    """Whom a concept of a kind must be for.

    Attributes:
        sort: The kind of concept.
        target_groups: The target groups of which one at least has to be named by a field of action,
            a goal or a measure.
        source: Where it is written.

    Example:
        >>> from integrationsplan.concept import TargetGroup
        >>> duty = ConceptDuty(
        ...     sort=ConceptKind.POVERTY_PREVENTION,
        ...     target_groups=(TargetGroup.REFUGEES,),
        ...     source=Citation(title="ThILIK", publisher="Freistaat Thüringen"),
        ... )
        >>> duty.sort.value
        'poverty-prevention-strategy'
    """

    sort: Annotated[ConceptKind, Label("kind", "Art")]
    target_groups: Annotated[
        Annotated[tuple[TargetGroup, ...], Len(1, 20)], Label("target groups", "Zielgruppen")
    ]
    source: Annotated[Citation | None, Label("source", "Quelle")] = None


@model
class ConceptRules:
    """What a review of a concept asks for, beside what can be seen from the concept alone.

    What has passed is found in any case. Nothing has a default that no source states.

    Attributes:
        most_years: How old a concept may be at most, in years since its last resolution.
        most_years_source: Where that is written.
        follows: Id of the concept that it is to follow.
        duties: Whom concepts of a kind must be for.
        end_notice_days: So many days ahead the end of its validity is noticed.

    Example:
        >>> rules = ConceptRules(most_years=3)
        >>> rules.most_years
        3
    """

    most_years: Annotated[
        Annotated[int, Ge(1), Le(100)] | None, Label("years at most", "höchstens Jahre")
    ] = None
    most_years_source: Annotated[Citation | None, Label("source", "Quelle")] = None
    follows: Annotated[Identifier | None, Label("follows", "folgt")] = None
    duties: Annotated[
        Annotated[tuple[ConceptDuty, ...], Len(0, 50)], Label("duties", "Pflichten")
    ] = ()
    end_notice_days: Annotated[Days | None, Label("notice of the end", "Hinweis auf Ende")] = None
