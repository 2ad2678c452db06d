"""Entries: what a revised document holds, each with an identity of its own.

Everything that a document knows is an entry, so that everything can be revised, withheld from a
view, and erased. Nothing here knows what entries mean; vocabularies subclass `Entry`.
"""

import functools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, cast, get_args

import attrs

from integrationsplan._model import Label, RefersTo, evolve, field_specs, model
from integrationsplan.problems import Problem
from integrationsplan.values import Identifier, Labelled, Language

if TYPE_CHECKING:
    from integrationsplan.history._revisions import Revision
    from integrationsplan.history._state import State

__all__ = ["DataGroup", "Entry", "Reference"]


class DataGroup(Labelled):
    """Which data belong together when it is asked who may see them and how long they are kept.

    Vocabularies subclass it with their groups.
    """

    @property
    def is_special(self) -> bool:
        """Whether it holds special categories of personal data (Article 9 GDPR)."""
        return False


@attrs.frozen
class Reference:
    """That an entry refers to another one.

    Attributes:
        field: The field that refers.
        entry_id: Id of the entry referred to.
        kinds: The kinds of entries that the field may refer to.
    """

    field: str
    entry_id: str
    kinds: tuple[str, ...]


@model
class Entry:
    """Something that a document holds, with an identity of its own. Subclasses say what.

    Attributes:
        kind: Which kind of entry; a constant of the class.
        label: What the kind is called; a constant of the class.
        group: The data group that it belongs to; a constant of the class.
        id: Its identity in the document; random or supplied, never made from personal data. It
            stands in every view and stays after an erasure, so let it say nothing: not ``health``.
    """

    kind: ClassVar[str]
    label: ClassVar[Label]
    group: ClassVar[DataGroup]
    possible_groups: ClassVar[tuple[DataGroup, ...]] = ()
    """The data groups that an entry of the kind may tell of, where that depends on its content."""
    is_bound: ClassVar[bool] = False
    """Whether the entry means something in its own document only."""
    counts_revisions: ClassVar[bool] = False
    """Whether the entry speaks of revisions by their numbers, which mean others elsewhere."""
    about_others: ClassVar[bool] = False
    """Whether the entry may tell something of other persons than whom the document is about."""

    id: Annotated[Identifier, Label("id", "Kennung")]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"

    def summary(self, language: Language) -> str:
        """Say in a few words what the entry holds."""
        raise NotImplementedError

    def groups_in(self, state: "State[Any]") -> frozenset[DataGroup]:
        """Return every data group that the entry tells something of; it is shown if all may be.

        By default the group of its class. A goal about health tells something of health, and so
        does a measure that serves it.
        """
        del state
        return frozenset({self.group})

    def succession(self, before: "Entry", revision: "Revision[Any]") -> Iterable[Problem]:
        """Return what keeps this version from following the one before. By default nothing."""
        return ()

    def first_problems(self, revision: "Revision[Any]") -> Iterable[Problem]:
        """Return what keeps the entry from being put in a revision. By default nothing."""
        return ()

    def field_label(self, name: str, language: Language) -> str:
        """Return what a field is called."""
        for field in field_specs(type(self)):
            if field.name == name and field.label is not None:
                return field.label.in_language(language)
        return name

    def references(self) -> tuple[Reference, ...]:
        """Return the entries that this one refers to, in the order of its fields."""
        return tuple(
            Reference(name, entry_id, kinds)
            for name, kinds in _referring_fields(cast("Any", type(self)))
            for entry_id in _ids(getattr(self, name))
        )

    def renamed(self, ids: Mapping[str, str]) -> Self:
        """Return the entry with other ids, its own and those that it refers to."""
        changes: dict[str, Any] = {"id": ids.get(self.id, self.id)}
        for name, _ in _referring_fields(cast("Any", type(self))):
            value = getattr(self, name)
            if isinstance(value, tuple):
                changes[name] = tuple(ids.get(item, item) for item in value)
            elif value is not None:
                changes[name] = ids.get(value, value)
        return evolve(self, **changes)


def _ids(value: Any) -> tuple[str, ...]:  # an id, some, or none
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


@functools.cache
def _referring_fields(cls: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the fields of a class that hold ids of entries, with the kinds of those."""
    return tuple(
        (field.name, kinds)
        for field in field_specs(cls)
        if (kinds := _kinds_referred_to(field.annotation))
    )


def _kinds_referred_to(annotation: Any) -> tuple[str, ...]:  # a type
    for item in getattr(annotation, "__metadata__", ()):
        if isinstance(item, RefersTo):
            return item.kinds
    for argument in get_args(annotation):
        kinds = _kinds_referred_to(argument)
        if kinds:
            return kinds
    return ()
