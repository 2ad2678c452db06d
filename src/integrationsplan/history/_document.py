"""Documents that are never overwritten: every change is a revision that says who, when and why."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator
from typing import ClassVar, Generic, Self, TypeVar

from integrationsplan._language import Wording
from integrationsplan._model import evolve, model
from integrationsplan._model._constraints import aware_problem, fixed
from integrationsplan._model._specs import EXACT_NAMES, describe_value
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.history._diff import Difference, diff_states
from integrationsplan.history._fold import State, fold, history_problems
from integrationsplan.history._revisions import (
    Author,
    Entry,
    Put,
    Revision,
    RevisionKind,
    Withdraw,
)
from integrationsplan.problems import WRONG_TYPE, Problem
from integrationsplan.values import Identifier, Period

__all__ = ["RevisedDocument"]

E = TypeVar("E", bound=Entry)


@model
class RevisedDocument(Generic[E]):
    """A document with a history. Its state is a pure fold over its revisions.

    Attributes:
        id: Identity of the document.
        revisions: The history, oldest first.
    """

    id: Identifier
    revisions: tuple[Revision[E], ...]

    entry_types: ClassVar[tuple[type[Entry], ...]] = (Entry,)
    """What the document may hold; a constant of the class."""

    def _violations(self) -> Iterator[Problem]:
        strangers = list(self._strangers())
        yield from strangers or history_problems(self.revisions)

    def _strangers(self) -> Iterator[Problem]:
        """Yield a problem for each entry that the document may not hold."""
        for number, revision in enumerate(self.revisions):
            for place, change in enumerate(revision.changes):
                if isinstance(change, Put) and not isinstance(change.entry, self.entry_types):
                    pointer = f"/revisions/{number}/changes/{place}/entry"
                    names = ", ".join(kind.__name__ for kind in self.entry_types)
                    wanted = Wording(names, names)
                    found = describe_value(change.entry)
                    yield WRONG_TYPE.at(pointer, found=found, allowed=wanted)

    @functools.cached_property
    def current(self) -> State[E]:
        """What counts by all that is recorded."""
        return fold(self.revisions)

    @property
    def latest(self) -> Revision[E]:
        """The newest revision."""
        return self.revisions[-1]

    @property
    def is_closed(self) -> bool:
        """Whether a closure is recorded."""
        return any(revision.kind is RevisionKind.CLOSURE for revision in self.revisions)

    def at(self, day: dt.date, *, as_known: dt.datetime | None = None) -> State[E]:
        """Return what was true on a day.

        Args:
            day: Revisions that count only from a later day are left out.
            as_known: Revisions recorded after this moment are left out; by default none.

        Raises:
            InvalidValueError: If the day is no date, or ``as_known`` has no offset from UTC.
        """
        until = Period(None, day)
        return fold([r for r in self._known(as_known) if r.effective_on in until])

    def as_known(self, moment: dt.datetime) -> State[E]:
        """Return what was recorded at a moment, whatever day it counts from.

        Raises:
            InvalidValueError: If the moment has no offset from UTC.
        """
        return fold(self._known(moment))

    def as_of(self, number: int) -> State[E]:
        """Return the state after a revision; 0 is the empty state before the first.

        Raises:
            UnknownNameError: If there is no such revision.
        """
        if not 0 <= number <= len(self.revisions):
            known = (str(revision.number) for revision in self.revisions)
            raise UnknownNameError(Wording("revision", "Revision"), str(number), known)
        return fold(self.revisions[:number])

    def diff(self, before: int, after: int | None = None) -> tuple[Difference[E], ...]:
        """Return what differs between the states after two revisions.

        Args:
            before: Number of the older revision.
            after: Number of the newer one; by default the newest.

        Raises:
            UnknownNameError: If there is no such revision.
        """
        newer = len(self.revisions) if after is None else after
        return diff_states(self.as_of(before), self.as_of(newer))

    def revise(
        self,
        *,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        put: Iterable[E] = (),
        withdraw: Iterable[str] = (),
        reason: str | None = None,
        legal_basis: str | None = None,
        kind: RevisionKind = RevisionKind.CONTINUATION,
    ) -> Self:
        """Return the document with one more revision.

        Args:
            author: Who revises.
            recorded_at: When; not before the newest revision. The offset of a time zone is kept,
                the zone is not.
            effective_on: From which day it counts; not before the opening.
            put: Entries that are new, or new versions.
            withdraw: Ids of entries that no longer count.
            reason: Why.
            legal_basis: On which legal basis.
            kind: Which kind of revision.

        Raises:
            InvalidValueError: If the revision does not fit the history; tells every problem.
        """
        revision = make_revision(
            len(self.revisions) + 1,
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            put=put,
            withdraw=withdraw,
            reason=reason,
            legal_basis=legal_basis,
            kind=kind,
        )
        return evolve(self, revisions=(*self.revisions, revision))

    def _known(self, moment: dt.datetime | None) -> tuple[Revision[E], ...]:
        if moment is None:
            return self.revisions
        if type(moment) is not dt.datetime:
            problem = WRONG_TYPE.at(found=describe_value(moment), allowed=EXACT_NAMES[dt.datetime])
            raise InvalidValueError("moment", [problem])
        known = fixed(moment)
        naive = aware_problem(known)
        if naive is not None:
            raise InvalidValueError("moment", [naive])
        return tuple(r for r in self.revisions if r.recorded_at <= known)


def make_revision(
    number: int,
    *,
    author: Author,
    recorded_at: dt.datetime,
    effective_on: dt.date,
    put: Iterable[E],
    withdraw: Iterable[str],
    reason: str | None,
    legal_basis: str | None,
    kind: RevisionKind,
) -> Revision[E]:
    """Make a revision of entries to put and ids to withdraw."""
    if isinstance(withdraw, str):
        wanted = Wording("list of ids", "Liste von Kennungen")
        problem = WRONG_TYPE.at("/withdraw", found=EXACT_NAMES[str], allowed=wanted)
        raise InvalidValueError("revision", [problem])
    changes: list[Put[E] | Withdraw] = [Put(entry=entry) for entry in put]
    changes += [Withdraw(entry_id=entry_id) for entry_id in withdraw]
    return Revision(
        number=number,
        recorded_at=fixed(recorded_at),
        effective_on=effective_on,
        author=author,
        kind=kind,
        reason=reason,
        legal_basis=legal_basis,
        changes=tuple(changes),
    )
