"""Strategies of documents, and of the classes that are made of whole plans."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar

from hypothesis import strategies as st

from integrationsplan._language import Wording
from integrationsplan.allocation import (
    Allocation,
    Programme,
    RecipientList,
    Recipients,
    Statement,
    Trace,
)
from integrationsplan.concept import IntegrationConcept, IntegrationNetwork
from integrationsplan.errors import UnknownNameError
from integrationsplan.funding import Grant
from integrationsplan.history import RevisedDocument, Revision, View
from integrationsplan.plan import (
    PURPOSES,
    AccessExport,
    Household,
    IntegrationPlan,
    LegalBasis,
    PlanGroup,
    PlanView,
    access_export,
    release,
)
from integrationsplan.serialization import FORMATS
from integrationsplan.testing._forge import LAWS, Forge
from integrationsplan.testing._grants import grants
from integrationsplan.testing._histories import plans, plans_of_household
from integrationsplan.testing._programmes import allocations, programmes, recipients, traces
from integrationsplan.values import Basis

__all__ = ["documents", "values_of"]

T = TypeVar("T")

_EVERYTHING = LegalBasis(title="§ 1", groups=tuple(PlanGroup), covers_special=True)
_LAST_DAY = dt.date(2100, 1, 1)


@st.composite
def _views(draw: st.DrawFn) -> PlanView:
    plan = draw(plans(3))
    purpose = PURPOSES[draw(st.sampled_from(sorted(PURPOSES)))]
    made = release(plan, purpose, recipient="R", day=_LAST_DAY, legal_basis=_EVERYTHING)
    return made.view


def _generic_view(view: PlanView) -> View[Any]:
    return View(
        purpose=view.purpose,
        recipient=view.recipient,
        made_on=view.made_on,
        bases=view.bases,
        withheld=view.withheld,
        document=view.document,
    )


@st.composite
def _households(draw: st.DrawFn) -> Household:
    found = [draw(plans_of_household("h-1", number)) for number in range(draw(st.integers(1, 2)))]
    return Household(id="h-1", plans=tuple(found))


def _recipients() -> st.SearchStrategy[Recipients]:
    return programmes().flatmap(recipients)


@st.composite
def _statements(draw: st.DrawFn) -> Statement:
    allocation = draw(allocations())
    keys = [award.recipient.key for award in allocation]
    explained = draw(st.lists(st.sampled_from(keys), unique=True, max_size=2))
    return allocation.statement(explain=tuple(explained))


def _documents_of(forge: Forge) -> dict[type, st.SearchStrategy[Any]]:
    """Return strategies of the documents that are more than their fields."""
    return {
        AccessExport: plans(3).map(lambda plan: access_export(plan, day=_LAST_DAY)),
        Allocation: allocations(),
        Grant: grants(),
        IntegrationConcept: LAWS[IntegrationConcept](forge),
        IntegrationNetwork: LAWS[IntegrationNetwork](forge),
        IntegrationPlan: plans(),
        PlanView: _views(),
        Programme: programmes(),
        RecipientList: forge.of(RecipientList) | _recipients().map(RecipientList.of),
        Recipients: _recipients(),
        Statement: forge.of(Statement) | _statements(),
        Trace: traces() | forge.of(Trace),
    }


LAWS.update(
    {
        AccessExport: lambda _: plans(2).map(lambda plan: access_export(plan, day=_LAST_DAY)),
        Household: lambda _: _households(),
        IntegrationPlan: lambda _: plans(),
        PlanView: lambda _: _views(),
        Programme: lambda _: programmes(),
        RevisedDocument: lambda _: plans(3).map(
            lambda plan: RevisedDocument(id=plan.id, revisions=plan.revisions)
        ),
        Revision: lambda _: plans(3).flatmap(lambda plan: st.sampled_from(plan.revisions)),
        View: lambda _: _views().map(_generic_view),
    }
)

_FORGE = Forge()
# A what-if is no publication: documents hold what is stated or inferred.
_PUBLISHED = Forge({Basis: st.sampled_from([Basis.STATED, Basis.INFERRED])})


def values_of(
    annotation: Any, *, using: Mapping[Any, st.SearchStrategy[Any]] | None = None
) -> st.SearchStrategy[Any]:
    """Return a strategy of any class of the model, or of any annotation that its fields have.

    It follows the declaration: types, lengths, bounds, forms. What fields must say together is
    kept, too.

    Args:
        annotation: A class such as `Goal`, an annotation such as ``ShortText``, a generic class
            with its parameter, or a union of such.
        using: Strategies to use instead of what declarations say: by class or annotation, or by
            pair of a class and the name of its field.

    Raises:
        UnknownNameError: If it is no class of the model and nothing that a field may hold.

    Example:
        >>> from integrationsplan.plan import Goal
        >>> from integrationsplan.values import ShortText
        >>> goals = values_of(Goal, using={ShortText: st.just("Deutsch B1")})
    """
    return (_FORGE if using is None else Forge(using)).of(annotation)


def documents(kind: type[T]) -> st.SearchStrategy[T]:
    """Return a strategy of one kind of document: of those that are read and written whole.

    Args:
        kind: One of the classes of `FORMATS`.

    Raises:
        UnknownNameError: If the class is no document.

    Example:
        >>> some = documents(IntegrationPlan)
    """
    if kind not in FORMATS:
        name = getattr(kind, "__name__", "?")
        known = (other.__name__ for other in FORMATS)
        raise UnknownNameError(Wording("kind of document", "Art von Dokument"), name, known)
    found = _documents_of(_PUBLISHED)
    return found[kind] if kind in found else _PUBLISHED.of(kind)
