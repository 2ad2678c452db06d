"""The individual integration plan: one person's way, from the opening to the hand-over."""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, get_args

import attrs
from annotated_types import Len

from integrationsplan._model import Label, model, spec_of
from integrationsplan.errors import InvalidValueError
from integrationsplan.history import (
    Author,
    DataGroup,
    Entry,
    Revision,
    RevisionKind,
)
from integrationsplan.history._document import RevisedDocument
from integrationsplan.history._salts import SaltSource, fresh_salt
from integrationsplan.plan._counselling import Agreement
from integrationsplan.plan._counselling_codes import AgreementForm, Party
from integrationsplan.plan._entries import PlanEntry
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._person import (
    RESPONSIBILITY_ID,
    SUBJECT_ID,
    Body,
    Responsibility,
    Subject,
)
from integrationsplan.problems import MISSING_KEY, at_pointer
from integrationsplan.values import Identifier, LanguageCode

__all__ = ["IntegrationPlan"]


_HEAD: Mapping[str, type[Entry]] = MappingProxyType(
    {SUBJECT_ID: Subject, RESPONSIBILITY_ID: Responsibility}
)
"""The entries without which a plan is none."""


@model(repr=False)
class IntegrationPlan(RevisedDocument[PlanEntry]):
    """A person's integration plan with its whole history.

    Whom it is about and who is responsible are entries like all else, so that they can be
    withheld, transferred and erased; their ids are always ``subject`` and ``responsibility``.

    Attributes:
        id: Identity of the plan; random or supplied.
        revisions: The history, oldest first.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan.plan import Body, Goal, GoalField
        >>> from integrationsplan.values import AGS
        >>> author = Author(role="integration_manager", id="im-7")
        >>> plan = IntegrationPlan.open(
        ...     id="plan-1",
        ...     subject="p-83f1",
        ...     body=Body(name="Weinheim", region=AGS("08226096")),
        ...     jurisdiction="08",
        ...     author=author,
        ...     recorded_at=dt.datetime(2018, 3, 1, 9, 0, tzinfo=dt.timezone.utc),
        ...     effective_on=dt.date(2018, 3, 1),
        ...     put=[Goal(id="g1", field=GoalField.LANGUAGE, title="German B1")],
        ... )
        >>> plan
        <IntegrationPlan plan-1: 1 revision, 3 entries>
        >>> plan.body.name
        'Weinheim'
        >>> plan.verify().verdict.value
        'self-consistent'
    """

    label: ClassVar[Label] = Label("integration plan", "Integrationsplan")
    entry_types: ClassVar[tuple[type[Entry], ...]] = get_args(PlanEntry)
    data_groups: ClassVar[type[DataGroup]] = PlanGroup
    _head: ClassVar[Mapping[str, type[Entry]]] = _HEAD

    revisions: Annotated[tuple[Revision[PlanEntry], ...], Len(1, 10_000)]

    @property
    def subject(self) -> str | None:
        """Pseudonymous reference to the person; nothing where it is erased or withheld."""
        entry = self.current.get(SUBJECT_ID)
        return entry.reference if isinstance(entry, Subject) else None

    @property
    def body(self) -> Body | None:
        """Who is responsible by all that is recorded; nothing where it is erased or withheld."""
        entry = self.current.get(RESPONSIBILITY_ID)
        return entry.body if isinstance(entry, Responsibility) else None

    @property
    def jurisdiction(self) -> str | None:
        """Whose law applies by all that is recorded."""
        entry = self.current.get(RESPONSIBILITY_ID)
        return entry.jurisdiction if isinstance(entry, Responsibility) else None

    @classmethod
    def open(  # noqa: PLR0913  # one argument for each fact of an opening
        cls,
        *,
        id: str,  # the field's name
        subject: str,
        body: Body,
        jurisdiction: str,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        put: Iterable[PlanEntry] = (),
        reason: str | None = None,
        legal_basis: str | None = None,
        salts: SaltSource = fresh_salt,
    ) -> "IntegrationPlan":
        """Open a plan with its first revision.

        Args:
            id: Identity of the plan; random or supplied.
            subject: Pseudonymous reference to the person; random or supplied, never derived from
                a name or a date of birth.
            body: Who is responsible.
            jurisdiction: Whose law applies.
            author: Who opens it.
            recorded_at: When it is recorded.
            effective_on: From which day it counts.
            put: The first entries.
            reason: Why.
            legal_basis: On which legal basis.
            salts: The source of salts, for tests.

        Raises:
            InvalidValueError: If anything is wrong; tells every problem.
        """
        return cls._opened(
            id,
            [*_head(id, subject, body, jurisdiction), *put],
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            reason=reason,
            legal_basis=legal_basis,
            salts=salts,
        )

    def agree(
        self,
        *,
        id: str,  # the field's name
        agreed_on: dt.date,
        author: Author,
        recorded_at: dt.datetime,
        by: Iterable[Party] = (Party.PERSON, Party.COUNSELLOR),
        explained_in: LanguageCode | None = None,
        interpreted: bool = False,
        form: AgreementForm | None = None,
        reason: str | None = None,
        salts: SaltSource = fresh_salt,
    ) -> "IntegrationPlan":
        """Record that the plan as it stands was agreed in writing.

        Args:
            id: Id of the agreement.
            agreed_on: When it was agreed; the revision counts from that day.
            author: Who records it.
            recorded_at: When it is recorded.
            by: Who agreed.
            explained_in: Language in which it was explained.
            interpreted: Whether somebody interpreted.
            form: On paper, electronically, or orally with a record.
            reason: What is to be said of it.
            salts: The source of salts, for tests.

        Raises:
            InvalidValueError: If the revision does not fit the history.
        """
        agreement = Agreement(
            id=id,
            revision=len(self.revisions),
            agreed_on=agreed_on,
            by=tuple(by),
            explained_in=explained_in,
            interpreted=interpreted,
            form=form,
        )
        return self.revise(
            author=author,
            recorded_at=recorded_at,
            effective_on=agreed_on,
            put=[agreement],
            reason=reason,
            kind=RevisionKind.AGREEMENT,
            salts=salts,
        )

    def transfer(
        self,
        *,
        to: Body,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        jurisdiction: str | None = None,
        reason: str | None = None,
        legal_basis: str | None = None,
        salts: SaltSource = fresh_salt,
    ) -> "IntegrationPlan":
        """Hand the plan over to another body, which goes on with it.

        Args:
            to: Who is responsible from that day on.
            author: Who hands it over.
            recorded_at: When it is recorded.
            effective_on: From which day the other body is responsible.
            jurisdiction: Whose law applies then, if it changes.
            reason: Why.
            legal_basis: On which legal basis the plan may be passed on.
            salts: The source of salts, for tests.

        Raises:
            InvalidValueError: If the revision does not fit the history, or the law that applies
                is neither known nor given.
        """
        law = jurisdiction if jurisdiction is not None else self.jurisdiction
        if law is None:
            raise InvalidValueError("transfer", [MISSING_KEY.at("/jurisdiction")])
        responsibility = Responsibility(id=RESPONSIBILITY_ID, body=to, jurisdiction=law)
        return self.revise(
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            put=[responsibility],
            reason=reason,
            legal_basis=legal_basis,
            kind=RevisionKind.TRANSFER,
            salts=salts,
        )


def _head(id: str, subject: str, body: Body, jurisdiction: str) -> list[PlanEntry]:
    """Make the two entries that every plan begins with, and tell all that is wrong at once."""
    problems = [at_pointer(problem, "/id") for problem in spec_of(Identifier).problems(id)]
    head: list[PlanEntry] = []
    try:
        head.append(Subject(id=SUBJECT_ID, reference=subject))
    except InvalidValueError as error:
        problems += [attrs.evolve(problem, pointer="/subject") for problem in error.problems]
    try:
        head.append(Responsibility(id=RESPONSIBILITY_ID, body=body, jurisdiction=jurisdiction))
    except InvalidValueError as error:
        problems += error.problems
    if problems:
        raise InvalidValueError("IntegrationPlan", problems)
    return head
