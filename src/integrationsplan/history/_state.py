"""What counts at some point of a history: the entries, what is sealed, what is marked."""

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import FrozenMap
from integrationsplan.errors import UnknownNameError
from integrationsplan.history._entries import Entry
from integrationsplan.history._revisions import Marking

__all__ = ["State"]

E_co = TypeVar("E_co", bound=Entry, covariant=True)
F = TypeVar("F", bound=Entry)

_UNMARKED: FrozenMap[str, frozenset[Marking]] = FrozenMap()


@attrs.frozen(repr=False)
class State(Generic[E_co]):
    """The entries that count at some point, in the order in which they first came.

    A state is asked with ``state[id]``, ``id in state``, ``len(state)``, and goes through its
    entries in ``for entry in state``.

    Attributes:
        sealed: Ids of entries that count and whose content is not here, because it was erased
            later or is withheld from a view.

    Example:
        >>> State(FrozenMap()).entries
        ()
    """

    _by_id: FrozenMap[str, E_co]
    sealed: tuple[str, ...] = ()
    _marks: FrozenMap[str, frozenset[Marking]] = _UNMARKED

    @property
    def entries(self) -> tuple[E_co, ...]:
        """All entries."""
        return tuple(self._by_id.values())

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """Return the entries of one class."""
        return tuple(entry for entry in self._by_id.values() if isinstance(entry, kind))

    def marks(self, entry_id: str) -> frozenset[Marking]:
        """Return the marks that an entry bears."""
        return self._marks.get(entry_id, frozenset())

    def __getitem__(self, entry_id: str) -> E_co:
        if entry_id not in self._by_id:
            raise UnknownNameError(Wording("entry", "Eintrag"), entry_id, self._by_id)
        return self._by_id[entry_id]

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._by_id

    def __iter__(self) -> Iterator[E_co]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __repr__(self) -> str:
        return f"<State: {len(self)} entries>"

    def one(self, kind: type[F], entry_id: str) -> F:
        """Return an entry as one of a class, so that type checkers know its fields.

        Raises:
            UnknownNameError: If it is not there, or of another class.
        """
        entry = self._by_id.get(entry_id)
        if not isinstance(entry, kind):
            known = (other.id for other in self.of(kind))
            raise UnknownNameError(Wording(kind.label.en, kind.label.de), entry_id, known)
        return entry

    def get(self, entry_id: str) -> Any:  # an entry of the document, or nothing
        """Return an entry, or nothing if it is not there."""
        return self._by_id.get(entry_id)
