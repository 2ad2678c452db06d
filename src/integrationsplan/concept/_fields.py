"""Kinds of fields that entries of the municipal side have in common."""

from typing import Annotated, TypeAlias

from annotated_types import Ge, Le, Len

from integrationsplan._model import Label, RefersTo, model
from integrationsplan.concept._codes import OfferField, TargetGroup
from integrationsplan.history import Entry
from integrationsplan.values import Citation, Identifier, LongText

__all__ = [
    "Count",
    "FieldRefs",
    "GoalRefs",
    "OrganisationRef",
    "OrganisationRefs",
    "Sourced",
    "TargetGroups",
    "Topics",
]

OrganisationRef: TypeAlias = Annotated[Identifier, RefersTo("organisation")]
OrganisationRefs: TypeAlias = Annotated[tuple[OrganisationRef, ...], Len(0, 200)]
FieldRefs: TypeAlias = Annotated[
    tuple[Annotated[Identifier, RefersTo("field-of-action")], ...], Len(0, 50)
]
GoalRefs: TypeAlias = Annotated[
    tuple[Annotated[Identifier, RefersTo("concept-goal")], ...], Len(0, 100)
]
Topics: TypeAlias = Annotated[tuple[OfferField, ...], Len(0, 20)]
TargetGroups: TypeAlias = Annotated[tuple[TargetGroup, ...], Len(0, 20)]
Count: TypeAlias = Annotated[int, Ge(0), Le(1_000_000_000)]


@model(repr=False)
class Sourced(Entry):
    """An entry that says where it is written.

    Attributes:
        note: What else is to be known.
        source: Where it is written, if not in the document itself.
    """

    note: Annotated[LongText | None, Label("note", "Anmerkung")] = None
    source: Annotated[Citation | None, Label("source", "Quelle")] = None
