"""The individual integration plan: opened, revised, agreed, reviewed, closed."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated, ClassVar, get_args

from annotated_types import Len

from integrationsplan import _html
from integrationsplan._model import model
from integrationsplan.history import Author, Entry, RevisedDocument, Revision, RevisionKind
from integrationsplan.history._document import make_revision
from integrationsplan.plan._codes import Party
from integrationsplan.plan._entries import Agreement, PlanEntry
from integrationsplan.values import AGS, Identifier, Jurisdiction, LanguageCode, ShortText

__all__ = ["Body", "IntegrationPlan"]


@model
class Body:
    """Who is responsible for a plan.

    Attributes:
        name: Name of the district, the municipality or its carrier.
        region: Its region.
    """

    name: ShortText
    region: AGS | None = None


@model
class IntegrationPlan(RevisedDocument[PlanEntry]):
    """A person's integration plan with its whole history.

    Attributes:
        id: Identity of the plan.
        subject: Pseudonymous reference to the person; random or supplied, never derived.
        body: Who is responsible.
        jurisdiction: Whose law applies.
        revisions: The history, oldest first.

    Example:
        >>> import datetime as dt
        >>> from integrationsplan.plan import Goal, GoalField
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
        <IntegrationPlan plan-1: 1 revision, 1 entry>
    """

    entry_types: ClassVar[tuple[type[Entry], ...]] = get_args(PlanEntry)

    subject: Identifier
    body: Body
    jurisdiction: Jurisdiction
    revisions: Annotated[tuple[Revision[PlanEntry], ...], Len(1, 10_000)]

    @classmethod
    def open(
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
    ) -> "IntegrationPlan":
        """Open a plan with its first revision.

        Raises:
            InvalidValueError: If anything is wrong; tells every problem.
        """
        opening = make_revision(
            1,
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            put=put,
            withdraw=(),
            reason=reason,
            legal_basis=legal_basis,
            kind=RevisionKind.OPENING,
        )
        return cls(
            id=id, subject=subject, body=body, jurisdiction=jurisdiction, revisions=(opening,)
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
    ) -> "IntegrationPlan":
        """Record that the plan as it stands was agreed in writing.

        Args:
            id: Id of the agreement.
            agreed_on: When it was agreed; the revision counts from that day.
            author: Who records it.
            recorded_at: When it is recorded.
            by: Who agreed.
            explained_in: Language in which it was explained.

        Raises:
            InvalidValueError: If the revision does not fit the history.
        """
        agreement = Agreement(
            id=id,
            revision=len(self.revisions),
            agreed_on=agreed_on,
            by=tuple(by),
            explained_in=explained_in,
        )
        return self.revise(
            author=author,
            recorded_at=recorded_at,
            effective_on=agreed_on,
            put=[agreement],
            kind=RevisionKind.AGREEMENT,
        )

    def close(
        self,
        *,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        reason: str,
        put: Iterable[PlanEntry] = (),
    ) -> "IntegrationPlan":
        """Close the plan; after that only corrections are possible.

        Raises:
            InvalidValueError: If the revision does not fit the history.
        """
        return self.revise(
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            put=put,
            reason=reason,
            kind=RevisionKind.CLOSURE,
        )

    def __repr__(self) -> str:
        revisions, entries = len(self.revisions), len(self.current)
        return (
            f"<IntegrationPlan {self.id}: "
            f"{revisions} {'revision' if revisions == 1 else 'revisions'}, "
            f"{entries} {'entry' if entries == 1 else 'entries'}>"
        )

    def _repr_html_(self) -> str:
        """Show the current entries as a table in a notebook."""
        rows = [(entry.label.en, entry.id, entry.summary("en")) for entry in self.current.entries]
        latest = self.latest
        caption = (
            f"Integration plan {self.id}, revision {latest.number} "
            f"({latest.kind.in_language('en')}), effective {latest.effective_on.isoformat()}"
        )
        return _html.table(caption, ("entry", "id", "content"), rows)
