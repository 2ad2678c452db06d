"""What a network holds beside its organisations and offers: groups, meetings, decisions, use."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from annotated_types import Len

from integrationsplan._language import Wording, format_date
from integrationsplan._model import Label, RefersTo, model
from integrationsplan.concept._fields import (
    Count,
    OrganisationRef,
    OrganisationRefs,
    Sourced,
    Topics,
)
from integrationsplan.concept._groups import ConceptGroup
from integrationsplan.concept._network_codes import DecisionStatus, NetworkGroupKind, NetworkRole
from integrationsplan.concept._problems import MORE_THAN_ALL, NOTHING_COUNTED, OPEN_USE
from integrationsplan.concept._profile import PROFILE_ID
from integrationsplan.history import DataGroup
from integrationsplan.history._problems import FIXED_ID
from integrationsplan.problems import Problem
from integrationsplan.values import AGS, Identifier, Language, LongText, Period, ShortText

__all__ = ["Decision", "Meeting", "Membership", "NetworkGroup", "NetworkProfile", "OfferUse"]


@model(repr=False)
class NetworkProfile(Sourced):
    """What a network is, and who sees to it. Its id is always ``profile``.

    Attributes:
        title: What it is called.
        body: Id of the organisation that coordinates it.
        founded_on: Since when there is the network.
        regions: The regions that it covers.
    """

    kind: ClassVar[str] = "network-profile"
    label: ClassVar[Label] = Label("profile", "Steckbrief")
    group: ClassVar[DataGroup] = ConceptGroup.NETWORK
    is_bound: ClassVar[bool] = True

    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    body: Annotated[OrganisationRef, Label("body", "Körperschaft")]
    founded_on: Annotated[dt.date | None, Label("founded on", "gegründet am")] = None
    regions: Annotated[Annotated[tuple[AGS, ...], Len(0, 2_000)], Label("regions", "Regionen")] = ()

    def _violations(self) -> Iterator[Problem]:
        if self.id != PROFILE_ID:
            yield FIXED_ID.at("/id", allowed=PROFILE_ID)

    def summary(self, language: Language) -> str:
        """Say what it is called."""
        del language
        return self.title


@model(repr=False)
class NetworkGroup(Sourced):
    """A group of the network that meets: an advisory board, a working group.

    Attributes:
        title: What it is called.
        sort: What sort of group it is.
        topics: What it is about.
        period: From when to when there is the group.
    """

    kind: ClassVar[str] = "network-group"
    label: ClassVar[Label] = Label("group", "Gremium")
    group: ClassVar[DataGroup] = ConceptGroup.NETWORK

    title: Annotated[ShortText, Label("title", "Bezeichnung")]
    sort: Annotated[NetworkGroupKind, Label("kind", "Art")]
    topics: Annotated[Topics, Label("topics", "Themen")] = ()
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None

    def summary(self, language: Language) -> str:
        """Say what it is called and what it is."""
        return f"{self.title} ({self.sort.in_language(language)})"


@model(repr=False)
class Membership(Sourced):
    """That an organisation takes part in a group, or in the network as a whole.

    Attributes:
        organisation: Id of the organisation.
        member_of: Id of the group; nothing for the network as a whole.
        role: What it does there.
        period: From when to when.
    """

    kind: ClassVar[str] = "membership"
    label: ClassVar[Label] = Label("membership", "Mitgliedschaft")
    group: ClassVar[DataGroup] = ConceptGroup.NETWORK

    organisation: Annotated[OrganisationRef, Label("organisation", "Organisation")]
    member_of: Annotated[
        Annotated[Identifier, RefersTo("network-group")] | None, Label("member of", "in")
    ] = None
    role: Annotated[NetworkRole, Label("role", "Rolle")] = NetworkRole.MEMBER
    period: Annotated[Period | None, Label("period", "Zeitraum")] = None

    def summary(self, language: Language) -> str:
        """Say who takes part in what role."""
        return f"{self.organisation} ({self.role.in_language(language)})"


@model(repr=False)
class Meeting(Sourced):
    """That a group met.

    Attributes:
        held_on: When.
        of: Id of the group that met.
        title: What it was called.
        attended_by: Ids of the organisations that were there.
        minutes: What was spoken about.
    """

    kind: ClassVar[str] = "meeting"
    label: ClassVar[Label] = Label("meeting", "Sitzung")
    group: ClassVar[DataGroup] = ConceptGroup.NETWORK

    held_on: Annotated[dt.date, Label("held on", "am")]
    of: Annotated[
        Annotated[Identifier, RefersTo("network-group")] | None, Label("group", "Gremium")
    ] = None
    title: Annotated[ShortText | None, Label("title", "Bezeichnung")] = None
    attended_by: Annotated[OrganisationRefs, Label("attended by", "Teilnehmende")] = ()
    minutes: Annotated[LongText | None, Label("minutes", "Protokoll")] = None

    def summary(self, language: Language) -> str:
        """Say what met and when."""
        word = "Sitzung" if language == "de" else "meeting"
        return f"{self.title or self.of or word}, {format_date(self.held_on, language)}"


@model(repr=False)
class Decision(Sourced):
    """What a meeting decided.

    Attributes:
        meeting: Id of the meeting.
        text: What was decided.
        responsible: Ids of the organisations that see to it.
        due_on: By when.
        status: What became of it.
        measure: Id of the measure of the concept that it belongs to, in that document.
    """

    kind: ClassVar[str] = "decision"
    label: ClassVar[Label] = Label("decision", "Verabredung")
    group: ClassVar[DataGroup] = ConceptGroup.NETWORK

    meeting: Annotated[Annotated[Identifier, RefersTo("meeting")], Label("meeting", "Sitzung")]
    text: Annotated[LongText, Label("text", "Text")]
    responsible: Annotated[OrganisationRefs, Label("responsible", "zuständig")] = ()
    due_on: Annotated[dt.date | None, Label("due on", "fällig am")] = None
    status: Annotated[DecisionStatus, Label("status", "Stand")] = DecisionStatus.OPEN
    measure: Annotated[Identifier | None, Label("measure", "Maßnahme")] = None

    def summary(self, language: Language) -> str:
        """Say what was decided, cut short, and what became of it."""
        text = self.text if len(self.text) <= 80 else f"{self.text[:79]}…"
        return f"{text} ({self.status.in_language(language)})"


@model(repr=False)
class OfferUse(Sourced):
    """How an offer was used in a time. What is not known stays out: it is not 0.

    Attributes:
        offer: Id of the offer.
        period: In which time, with both ends.
        sessions: How often it took place.
        participants: How many persons took part, each counted once.
        newcomers: How many of them were there for the first time.
        attendances: How often somebody was there, each time counted.
        places: How many places there were.
        waiting: How many waited for a place at the end of the time.

    Example:
        >>> use = OfferUse(
        ...     id="u-1", offer="o-1", period=Period.of_year(2019), participants=48, places=60
        ... )
        >>> use.summary("en")
        'o-1: 2019-01-01 to 2019-12-31'
    """

    kind: ClassVar[str] = "offer-use"
    label: ClassVar[Label] = Label("use of an offer", "Nutzung eines Angebots")
    group: ClassVar[DataGroup] = ConceptGroup.OFFER

    offer: Annotated[Annotated[Identifier, RefersTo("offer")], Label("offer", "Angebot")]
    period: Annotated[Period, Label("period", "Zeitraum")]
    sessions: Annotated[Count | None, Label("sessions", "Termine")] = None
    participants: Annotated[Count | None, Label("participants", "Teilnehmende")] = None
    newcomers: Annotated[Count | None, Label("for the first time", "erstmals")] = None
    attendances: Annotated[Count | None, Label("attendances", "Teilnahmen")] = None
    places: Annotated[Count | None, Label("places", "Plätze")] = None
    waiting: Annotated[Count | None, Label("waiting", "Wartende")] = None

    def _violations(self) -> Iterator[Problem]:
        if not self.period.is_bounded:
            yield OPEN_USE.at("/period")
        if all(getattr(self, name) is None for name in USE_FIGURES):
            yield NOTHING_COUNTED.at()
        most = self.participants
        if most is not None and self.newcomers is not None and self.newcomers > most:
            yield MORE_THAN_ALL.at("/newcomers", allowed=Wording(f"{most}", f"{most}"))

    def summary(self, language: Language) -> str:
        """Say which offer, and in which time."""
        to = "bis" if language == "de" else "to"
        start, end = self.period.start or dt.date.min, self.period.end or dt.date.max
        return f"{self.offer}: {format_date(start, language)} {to} {format_date(end, language)}"


USE_FIGURES = ("sessions", "participants", "newcomers", "attendances", "places", "waiting")
"""The figures of a use."""
