"""What differs between two states: typed, by entry and field, as data and as text."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

import attrs

from integrationsplan._language import Language, format_date
from integrationsplan._model import FrozenMap, field_specs
from integrationsplan.history._entries import Entry
from integrationsplan.history._state import State
from integrationsplan.values import Labelled, Period

__all__ = [
    "Added",
    "Changed",
    "Difference",
    "FieldChange",
    "Removed",
    "apply_differences",
    "diff_states",
    "format_differences",
]

E_co = TypeVar("E_co", bound=Entry, covariant=True)


@attrs.frozen(repr=False)
class FieldChange:
    """A field that differs.

    Attributes:
        field: Its name.
        before: The old value.
        after: The new value.
    """

    field: str
    before: Any
    after: Any

    def __repr__(self) -> str:
        return f"<FieldChange {self.field}>"


@attrs.frozen
class Added(Generic[E_co]):
    """An entry that was not there before."""

    entry: E_co

    def format(self, language: Language = "en") -> str:
        """Say the difference in one line."""
        word = "neu" if language == "de" else "new"
        return f"+ {_name(self.entry, language)} ({word}): {self.entry.summary(language)}"


@attrs.frozen
class Removed(Generic[E_co]):
    """An entry that is no longer there."""

    entry: E_co

    def format(self, language: Language = "en") -> str:
        """Say the difference in one line."""
        word = "zurückgezogen" if language == "de" else "withdrawn"
        return f"- {_name(self.entry, language)} ({word}): {self.entry.summary(language)}"


@attrs.frozen
class Changed(Generic[E_co]):
    """An entry that is there in another version."""

    before: E_co
    after: E_co

    @property
    def entry(self) -> E_co:
        """The entry as it is now."""
        return self.after

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """The fields that differ, in the order of declaration."""
        return tuple(
            FieldChange(spec.name, getattr(self.before, spec.name), getattr(self.after, spec.name))
            for spec in field_specs(type(self.after))
            if getattr(self.before, spec.name) != getattr(self.after, spec.name)
        )

    def format(self, language: Language = "en") -> str:
        """Say the difference in one line."""
        parts = [
            f"{self.after.field_label(change.field, language)}: {_said(change, language)}"
            for change in self.fields
        ]
        return f"~ {_name(self.after, language)}: {'; '.join(parts)}"


Difference = Added[E_co] | Removed[E_co] | Changed[E_co]
"""One difference between two states."""


def format_differences(differences: Iterable[Difference[Entry]], language: Language = "en") -> str:
    """Say differences, one a line."""
    return "\n".join(difference.format(language) for difference in differences)


def diff_states(before: State[E_co], after: State[E_co]) -> tuple[Difference[E_co], ...]:
    """Return the differences: changed and removed in the old order, then added in the new one."""
    return tuple(_differences(before, after))


def apply_differences(state: State[E_co], differences: Iterable[Difference[E_co]]) -> State[E_co]:
    """Return the state that differences lead to from another one.

    Raises:
        UnknownNameError: If an entry that is changed or removed is not there.
    """
    entries = {entry.id: entry for entry in state}
    for difference in differences:
        if isinstance(difference, Added):
            entries[difference.entry.id] = difference.entry
            continue
        entry_id = state[difference.entry.id].id
        if isinstance(difference, Removed):
            del entries[entry_id]
        else:
            entries[entry_id] = difference.after
    return attrs.evolve(state, by_id=FrozenMap(entries))


def _differences(before: State[E_co], after: State[E_co]) -> Iterator[Difference[E_co]]:
    for old in before:
        if old.id not in after:
            yield Removed(old)
        elif type(after[old.id]) is not type(old):
            yield Removed(old)  # the id stands for something else now
        elif after[old.id] is not old and after[old.id] != old:
            yield Changed(old, after[old.id])
    for new in after:
        if new.id not in before or type(before[new.id]) is not type(new):
            yield Added(new)


def _said(change: FieldChange, language: Language) -> str:
    """Say what changed: of lists what came and went, of all else what was and is."""
    before, after = change.before, change.after
    if not (isinstance(before, tuple) and isinstance(after, tuple) and before and after):
        return f"{say(before, language)} → {say(after, language)}"
    came = [f"+ {say(item, language)}" for item in after if item not in before]
    went = [f"− {say(item, language)}" for item in before if item not in after]  # noqa: RUF001  # a minus
    if not came and not went:
        return f"{say(before, language)} → {say(after, language)}"  # in another order
    return ", ".join(went + came)


def _name(entry: Entry, language: Language) -> str:
    return f"{entry.label.in_language(language)} {entry.id}"


def say(value: object, language: Language) -> str:
    """Write a field's value for people."""
    if value is None or value == ():
        return "–"
    if isinstance(value, Labelled):
        return value.in_language(language)
    if isinstance(value, bool):
        return ("ja" if value else "nein") if language == "de" else ("yes" if value else "no")
    if isinstance(value, dt.date):
        return format_date(value, language)
    if isinstance(value, Period):
        start, end = say(value.start, language), say(value.end, language)
        return f"{start} {'bis' if language == 'de' else 'to'} {end}"
    if isinstance(value, tuple):
        return ", ".join(say(item, language) for item in value)
    if attrs.has(type(value)):
        parts = [getattr(value, spec.name) for spec in field_specs(type(value))]
        return ", ".join(say(part, language) for part in parts if part is not None and part != ())
    return str(value)
