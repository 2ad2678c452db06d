"""Networks: who works together on the spot, what they offer, and how it is used."""

import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, TypeAlias, get_args

from annotated_types import Len

from integrationsplan._model import Label, model
from integrationsplan.concept._checking import expected
from integrationsplan.concept._groups import ConceptGroup
from integrationsplan.concept._network_entries import (
    Decision,
    Meeting,
    Membership,
    NetworkGroup,
    NetworkProfile,
    OfferUse,
)
from integrationsplan.concept._offers import Offer
from integrationsplan.concept._organisations import Organisation
from integrationsplan.concept._profile import PROFILE_ID
from integrationsplan.history import Author, DataGroup, Entry, Revision
from integrationsplan.history._document import RevisedDocument
from integrationsplan.history._salts import SaltSource, fresh_salt
from integrationsplan.values import AGS, Citation

__all__ = ["IntegrationNetwork", "NetworkEntry"]

NetworkEntry: TypeAlias = (
    NetworkProfile
    | Organisation
    | Offer
    | OfferUse
    | NetworkGroup
    | Membership
    | Meeting
    | Decision
)
"""What the document of a network may hold."""


@model(repr=False)
class IntegrationNetwork(RevisedDocument[NetworkEntry]):
    """A network with its overview of offers, and its whole history.

    It changes every week, a concept every few years: therefore they are two documents. Measures of
    a concept, and referrals of a plan, name its offers by their ids.

    Attributes:
        id: Identity of the network.
        revisions: The history, oldest first.

    Example:
        >>> from integrationsplan.concept import OfferField
        >>> network = IntegrationNetwork.open(
        ...     id="network-1",
        ...     title="Netzwerk Integration",
        ...     body=Organisation(id="district", name="Landkreis Musterland"),
        ...     author=Author(role="integration_manager", id="im-7"),
        ...     recorded_at=dt.datetime(2019, 5, 14, 9, tzinfo=dt.timezone.utc),
        ...     effective_on=dt.date(2019, 5, 13),
        ...     put=[
        ...         Organisation(id="vhs", name="Volkshochschule"),
        ...         Offer(id="o-1", field=OfferField.LANGUAGE, title="Sprachcafé", provider="vhs"),
        ...     ],
        ... )
        >>> network
        <IntegrationNetwork network-1: 1 revision, 4 entries>
        >>> [offer.title for offer in network.current.of(Offer)]
        ['Sprachcafé']
    """

    label: ClassVar[Label] = Label("integration network", "Integrationsnetzwerk")
    entry_types: ClassVar[tuple[type[Entry], ...]] = get_args(NetworkEntry)
    data_groups: ClassVar[type[DataGroup]] = ConceptGroup
    _head: ClassVar[Mapping[str, type[Entry]]] = MappingProxyType({PROFILE_ID: NetworkProfile})

    revisions: Annotated[tuple[Revision[NetworkEntry], ...], Len(1, 10_000)]

    @property
    def profile(self) -> NetworkProfile | None:
        """What it is by all that is recorded; nothing where that is erased."""
        entry = self.current.get(PROFILE_ID)
        return entry if isinstance(entry, NetworkProfile) else None

    @property
    def body(self) -> Organisation | None:
        """Who coordinates it by all that is recorded; nothing where that is not there."""
        entry = None if self.profile is None else self.current.get(self.profile.body)
        return entry if isinstance(entry, Organisation) else None

    @classmethod
    def open(  # noqa: PLR0913  # one argument for each fact of an opening
        cls,
        *,
        id: str,  # the field's name
        title: str,
        body: Organisation,
        author: Author,
        recorded_at: dt.datetime,
        effective_on: dt.date,
        founded_on: dt.date | None = None,
        regions: Iterable[AGS] = (),
        put: Iterable[NetworkEntry] = (),
        reason: str | None = None,
        note: str | None = None,
        source: Citation | None = None,
        legal_basis: str | None = None,
        salts: SaltSource = fresh_salt,
    ) -> "IntegrationNetwork":
        """Open the document of a network with its first revision.

        Args:
            id: Identity of the network.
            title: What it is called.
            body: Who coordinates it.
            author: Who opens it.
            recorded_at: When it is recorded.
            effective_on: From which day it counts.
            founded_on: Since when there is the network.
            regions: The regions that it covers.
            put: The first entries.
            reason: Why.
            note: What else is to be known of it.
            source: Where it is written.
            legal_basis: On which legal basis.
            salts: The source of salts, for tests.

        Raises:
            InvalidValueError: If anything is wrong.
        """
        profile = NetworkProfile(
            id=PROFILE_ID,
            title=title,
            body=expected(Organisation, body, "body").id,
            founded_on=founded_on,
            regions=tuple(regions),
            note=note,
            source=source,
        )
        return cls._opened(
            id,
            [profile, body, *put],
            author=author,
            recorded_at=recorded_at,
            effective_on=effective_on,
            reason=reason,
            legal_basis=legal_basis,
            salts=salts,
        )
