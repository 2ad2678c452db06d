"""What allows data to be passed on, and to whom it was: consents and disclosures."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar, TypeAlias

from annotated_types import Len

from integrationsplan._language import Wording, format_date
from integrationsplan._model import Label, RefersTo, model
from integrationsplan.history import DataGroup, Digest, Entry
from integrationsplan.plan._fields import Texts
from integrationsplan.plan._groups import PlanGroup
from integrationsplan.plan._problems import DAY_TOO_EARLY
from integrationsplan.plan._purposes import PURPOSES
from integrationsplan.problems import Problem
from integrationsplan.values import Code, Identifier, Language, LanguageCode, ShortText

__all__ = ["Consent", "Disclosure"]


def purpose_wording(code: str) -> Wording:
    """Return what a purpose is called in a sentence; one that is not shipped by its code."""
    purpose = PURPOSES.get(code)
    return Wording(code, code) if purpose is None else Wording(purpose.label.en, purpose.label.de)


Groups: TypeAlias = Annotated[tuple[PlanGroup, ...], Len(0, 16)]


@model(repr=False)
class Consent(Entry):
    """That the person allows some data to be used for a purpose.

    Attributes:
        purpose: Code of the purpose.
        groups: The data groups that may be used.
        recipients: Who may get them; nobody named stands for whomever the purpose names.
        given_on: When it was given; absent while it is only prepared.
        expires_on: Last day on which it counts.
        withdrawn_on: When it was withdrawn; from that day on it does not count.
        legal_basis: The legal basis.
        explained_in: Language in which it was explained.
        special: Whether it was given expressly for special categories of data, such as health.
    """

    kind: ClassVar[str] = "consent"
    label: ClassVar[Label] = Label("consent", "Einwilligung")
    group: ClassVar[DataGroup] = PlanGroup.DATA_PROTECTION
    is_bound: ClassVar[bool] = True  # it was given for the plan that it stands in

    purpose: Annotated[Code, Label("purpose", "Zweck")]
    groups: Annotated[Groups, Label("data groups", "Datengruppen")] = ()
    recipients: Annotated[Texts, Label("recipients", "Empfänger")] = ()
    given_on: Annotated[dt.date | None, Label("given on", "erteilt am")] = None
    expires_on: Annotated[dt.date | None, Label("expires on", "gültig bis")] = None
    withdrawn_on: Annotated[dt.date | None, Label("withdrawn on", "widerrufen am")] = None
    legal_basis: Annotated[ShortText | None, Label("legal basis", "Rechtsgrundlage")] = None
    explained_in: Annotated[LanguageCode | None, Label("explained in", "erläutert in")] = None
    special: Annotated[
        bool, Label("special categories included", "besondere Kategorien eingeschlossen")
    ] = False

    def _violations(self) -> Iterator[Problem]:
        given = self.given_on
        if given is None:
            return
        for name, day in (("expires_on", self.expires_on), ("withdrawn_on", self.withdrawn_on)):
            if day is not None and day < given:
                yield DAY_TOO_EARLY.at(f"/{name}", day=given.isoformat())

    def is_in_force(self, day: dt.date) -> bool:
        """Tell whether it was given by a day, and is neither withdrawn nor expired."""
        return (
            self.given_on is not None
            and self.given_on <= day
            and (self.expires_on is None or day <= self.expires_on)
            and (self.withdrawn_on is None or day < self.withdrawn_on)
        )

    def covers(self, purpose: str, group: PlanGroup, recipient: str | None, day: dt.date) -> bool:
        """Tell whether it allows a data group to be used on a day.

        Args:
            purpose: Code of the purpose.
            group: The data group; special categories need a consent given expressly for them.
            recipient: Who is to get it; nothing for whomever the purpose names.
            day: The day.

        Example:
            >>> consent = Consent(
            ...     id="c1",
            ...     purpose="job-centre",
            ...     groups=(PlanGroup.LANGUAGE, PlanGroup.HEALTH),
            ...     given_on=dt.date(2018, 3, 1),
            ... )
            >>> day = dt.date(2018, 4, 1)
            >>> consent.covers("job-centre", PlanGroup.LANGUAGE, "Jobcenter Weinheim", day)
            True
            >>> consent.covers("job-centre", PlanGroup.HEALTH, "Jobcenter Weinheim", day)
            False
        """
        return (
            purpose == self.purpose
            and group in self.groups
            and (self.special or not group.is_special)
            and (not self.recipients or recipient in self.recipients)
            and self.is_in_force(day)
        )

    def summary(self, language: Language) -> str:
        """Say the purpose, and since when."""
        purpose = purpose_wording(self.purpose).in_language(language)
        if self.given_on is None:
            return purpose
        return f"{purpose}, {format_date(self.given_on, language)}"


@model(repr=False)
class Disclosure(Entry):
    """That data was passed on: to whom, what for, on which basis.

    Attributes:
        recipient: Who got it.
        purpose: Code of the purpose.
        on: When.
        groups: The data groups passed on.
        entry_ids: Ids of the entries passed on; they stay when the entries are erased.
        legal_basis: The legal basis.
        consents: Ids of the consents that it rests on.
        head: Digest of the plan's newest revision at that time.
    """

    kind: ClassVar[str] = "disclosure"
    label: ClassVar[Label] = Label("disclosure", "Übermittlung")
    group: ClassVar[DataGroup] = PlanGroup.DATA_PROTECTION
    is_bound: ClassVar[bool] = True

    recipient: Annotated[ShortText, Label("recipient", "Empfänger")]
    purpose: Annotated[Code, Label("purpose", "Zweck")]
    on: Annotated[dt.date, Label("on", "am")]
    groups: Annotated[Groups, Label("data groups", "Datengruppen")] = ()
    entry_ids: Annotated[
        Annotated[tuple[Identifier, ...], Len(0, 10_000)], Label("entries", "Einträge")
    ] = ()
    legal_basis: Annotated[ShortText | None, Label("legal basis", "Rechtsgrundlage")] = None
    consents: Annotated[
        Annotated[tuple[Annotated[Identifier, RefersTo("consent")], ...], Len(0, 100)],
        Label("consents", "Einwilligungen"),
    ] = ()
    head: Annotated[Digest | None, Label("head digest", "Prüfwert des Plans")] = None

    def summary(self, language: Language) -> str:
        """Say to whom and when."""
        return f"{self.recipient}, {format_date(self.on, language)}"
