"""Documents that are never overwritten: every change is a revision that says who, when and why."""

import datetime as dt
import functools
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar, Generic, Self, TypeVar

from integrationsplan._language import Wording
from integrationsplan._model import Label, describe_value, evolve, field_specs, model, spec_of
from integrationsplan._model._constraints import aware_problem, fixed
from integrationsplan._model._specs import EXACT_NAMES
from integrationsplan.errors import InvalidValueError, UnknownNameError
from integrationsplan.history._belonging import headless, misfits
from integrationsplan.history._diff import Difference, diff_states
from integrationsplan.history._entries import DataGroup, Entry
from integrationsplan.history._erasure import erasures_of, ids_telling_of, without_content
from integrationsplan.history._fold import Standing, fold, history_problems, is_plain
from integrationsplan.history._integrity import Verification, algorithm_of, verify_chain
from integrationsplan.history._revisions import (
    Author,
    Mark,
    Marking,
    Revision,
    RevisionKind,
)
from integrationsplan.history._salts import SaltSource, fresh_salt
from integrationsplan.history._shown import as_line, as_table
from integrationsplan.history._state import State
from integrationsplan.history._writing import Writing, changes_of, listed_ids
from integrationsplan.problems import WRONG_TYPE, Problem
from integrationsplan.values import Identifier, Period

__all__ = ["RevisedDocument"]

E = TypeVar("E", bound=Entry)


@model(repr=False)
class RevisedDocument(Generic[E]):
    """A document with a history. Its state is a pure fold over its revisions.

    Attributes:
        id: Identity of the document.
        revisions: The history, oldest first.
        current: What counts by all that is recorded: a `State`, worked out once.
    """

    id: Identifier
    revisions: tuple[Revision[E], ...]

    label: ClassVar[Label] = Label("document", "Dokument")
    """What such documents are called; a constant of the class."""
    entry_types: ClassVar[tuple[type[Entry], ...]] = ()
    """What the document may hold; a constant of the class. Nothing named stands for any entry."""
    data_groups: ClassVar[type[DataGroup]] = DataGroup
    """The data groups that its entries tell of; a constant of the class."""
    _head: ClassVar[Mapping[str, type[Entry]]] = MappingProxyType({})
    """The entries that its opening puts and nobody withdraws, by their ids."""

    def _violations(self) -> Sequence[Problem]:
        if is_plain(self.revisions, self.entry_types, self._head):
            return ()
        return self._problems()

    def _problems(self) -> list[Problem]:
        """Return everything that keeps the revisions from being a history of such a document."""
        problems = list(misfits(self.revisions, self.entry_types, self._head))
        problems = problems or history_problems(self.revisions)
        return [*problems, *(headless(self.revisions[0], self._head) if self._head else ())]

    @functools.cached_property
    def current(self) -> State[E]:
        """What counts by all that is recorded. Worked out once."""
        try:
            # Handed on by revise(); of a document that is only read, nothing of it is kept.
            standing: Standing[E] = object.__getattribute__(self, "_standing")
        except AttributeError:
            return fold(self.revisions)
        return standing.state()

    @functools.cached_property
    def _standing(self) -> Standing[E]:
        """What the next revision is checked against; handed on from revision to revision."""
        return Standing.after(self.revisions)

    @property
    def latest(self) -> Revision[E]:
        """The newest revision."""
        return self.revisions[-1]

    @property
    def head(self) -> str:
        """Digest of the newest revision: keep it elsewhere, and `verify` sees every change."""
        return self.latest.digest

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
        problems = list(spec_of(dt.date).problems(day))
        if problems:
            raise InvalidValueError("day", problems)
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

    def verify(self, *, head: str | None = None) -> Verification:
        """Work every digest out again, and name the first link that does not hold.

        Args:
            head: The `head` that was noted when the document was last seen; without it, a tail
                that was cut off cannot be seen.

        Raises:
            InvalidValueError: If the head is no digest.
        """
        return verify_chain(self.id, self.revisions, head=head)

    def revise(  # noqa: PLR0913  # one argument for each fact of a revision
        self,
        *,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        put: Iterable[E] = (),
        withdraw: Iterable[str] = (),
        marks: Iterable[Mark] = (),
        reason: str | None = None,
        legal_basis: str | None = None,
        kind: RevisionKind = RevisionKind.CONTINUATION,
        corrects: int | None = None,
        merges: str | None = None,
        salts: SaltSource = fresh_salt,
        algorithm: str | None = None,
    ) -> Self:
        """Return the document with one more revision.

        Args:
            author: Who revises.
            recorded_at: When; not before the newest revision. The offset of a time zone is kept,
                the zone is not.
            effective_on: From which day it counts; not before the opening.
            put: Entries that are new, or new versions.
            withdraw: Ids of entries that no longer count.
            marks: Marks to set or to lift; `mark` does it for many.
            reason: Why.
            legal_basis: On which legal basis; it is never erased, so let it say nothing personal.
            kind: Which kind of revision.
            corrects: The revision that a correction corrects.
            merges: Head of the history that a merge brings in.
            salts: The source of salts, for tests.
            algorithm: The algorithm of the digest; by default that of the revision before.

        Raises:
            InvalidValueError: If the revision does not fit the history; tells every problem.
            UnknownNameError: If the algorithm is not known.
        """
        writing = Writing(
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            salts=salts,
            algorithm=algorithm_of(self.head) if algorithm is None else algorithm,
        )
        revision: Revision[E] = writing.revision(
            self.id,
            self.latest,
            kind=kind,
            changes=changes_of(put, withdraw, salts, marks=marks),
            reason=reason,
            legal_basis=legal_basis,
            corrects=corrects,
            merges=merges,
        )
        return self._continued(revision)

    def close(
        self,
        *,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        reason: str,
        put: Iterable[E] = (),
        legal_basis: str | None = None,
        salts: SaltSource = fresh_salt,
    ) -> Self:
        """Close the document; after that only corrections, marks and erasures are possible.

        Raises:
            InvalidValueError: If the revision does not fit the history.
        """
        return self.revise(
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            put=put,
            reason=reason,
            legal_basis=legal_basis,
            kind=RevisionKind.CLOSURE,
            salts=salts,
        )

    def mark(
        self,
        entries: Iterable[str],
        marking: Marking,
        *,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        lifted: bool = False,
        reason: str | None = None,
        legal_basis: str | None = None,
        salts: SaltSource = fresh_salt,
    ) -> Self:
        """Return the document with entries marked: restricted in processing, or contested.

        The marks travel with the entries. What is restricted stands in no view but the person's.

        Args:
            entries: Ids of the entries.
            marking: Which mark.
            author: Who marks.
            recorded_at: When.
            effective_on: From which day.
            lifted: Take the mark off again.
            reason: Why.
            legal_basis: On which legal basis.
            salts: The source of salts, for tests.

        Raises:
            InvalidValueError: If the revision does not fit the history; tells every problem.
        """
        return self.revise(
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            marks=[
                Mark(entry_id=entry_id, marking=marking, lifted=lifted)
                for entry_id in listed_ids(entries, "/entries")
            ],
            reason=reason,
            legal_basis=legal_basis,
            kind=RevisionKind.MARKING,
            salts=salts,
        )

    def ids(self, groups: Iterable[DataGroup] | None = None) -> tuple[str, ...]:
        """Return the ids of all entries whose content is still here, withdrawn ones too.

        Args:
            groups: Those of which some version tells something of one of these data groups; by
                default all.

        Raises:
            InvalidValueError: If a group is none, such as the code of one.
        """
        return ids_telling_of(self.revisions, groups)

    def erase(
        self,
        entries: Iterable[str],
        *,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        legal_basis: str,
        reasons: Iterable[int] = (),
        salts: SaltSource = fresh_salt,
    ) -> Self:
        """Return the document without the content of entries, in every version, for good.

        Payloads and salts are removed, and the reasons of the revisions that changed the entries.
        The chain still verifies, and the erasure is a revision like any other.

        Args:
            entries: Ids of the entries; `ids` finds those of a data group, or all.
            author: Who erases.
            recorded_at: When.
            effective_on: From which day it counts.
            legal_basis: On which legal basis; it is never erased.
            reasons: Numbers of further revisions whose reasons go too.
            salts: The source of salts, for tests.

        Raises:
            InvalidValueError: If an entry or a revision is not there, or there is nothing to
                erase; tells every problem.
        """
        writing = Writing(
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            salts=salts,
            algorithm=algorithm_of(self.head),
        )
        changes = erasures_of(self.revisions, listed_ids(entries, "/entries"), reasons)
        cleaned = without_content(self.revisions, changes)
        revision: Revision[E] = writing.revision(
            self.id,
            self.latest,
            kind=RevisionKind.ERASURE,
            changes=changes,
            legal_basis=legal_basis,
        )
        return evolve(self, revisions=(*cleaned, revision))

    def erase_everything(
        self,
        *,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        legal_basis: str,
        salts: SaltSource = fresh_salt,
    ) -> Self:
        """Return the document without any content: every entry, and the reason of every revision.

        Records of disclosures go too: ask before who is to be told. What remains is who in which
        role did something when, and that the chain holds. The ids of authors stay: let nobody who
        may have to be forgotten be an author under a reference of their own.

        Raises:
            InvalidValueError: If the revision does not fit the history; tells every problem.
        """
        return self.erase(
            self.ids(),
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            legal_basis=legal_basis,
            reasons=[r.number for r in self.revisions if r.reason is not None],
            salts=salts,
        )

    @classmethod
    def _opened(
        cls,
        id: str,  # the field's name
        entries: Iterable[E],
        *,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        reason: str | None,
        legal_basis: str | None,
        salts: SaltSource,
    ) -> Self:
        """Return a document with its first revision."""
        writing = Writing(
            author=author, recorded_at=recorded_at, effective_on=effective_on, salts=salts
        )
        opening: Revision[E] = writing.revision(
            id,
            None,
            kind=RevisionKind.OPENING,
            changes=changes_of(entries, (), salts),
            reason=reason,
            legal_basis=legal_basis,
        )
        return cls(id=id, revisions=(opening,))

    def _continued(self, revision: Revision[E]) -> Self:
        """Return the document with a revision that nobody has checked against it yet.

        Only the new revision is checked: the history before it was, when this object was made.
        """
        standing = self._standing.copy()
        number = len(self.revisions)
        problems = list(misfits([revision], self.entry_types, self._head, first=number))
        problems = problems or standing.take(revision, frozenset(standing.erased))
        if problems:
            raise InvalidValueError(type(self).__name__, problems)
        # attrs' own copy would check the whole history again.
        copy = object.__new__(type(self))
        for field in field_specs(type(self)):
            object.__setattr__(copy, field.name, getattr(self, field.name))
        object.__setattr__(copy, "revisions", (*self.revisions, revision))
        object.__setattr__(copy, "_standing", standing)
        return copy

    def __repr__(self) -> str:
        return as_line(type(self).__name__, self.id, len(self.revisions), self.current)

    def _repr_html_(self) -> str:
        """Show the current entries as a table in a notebook."""
        return as_table(type(self).label, self.id, self.latest, self.current)

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
