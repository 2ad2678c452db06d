"""What happens in the life of a grant: each event with its day, recorded once and never changed."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar, TypeAlias

from annotated_types import Len

from integrationsplan._language import Language
from integrationsplan._model import Label, model
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._application import CostLine, Post
from integrationsplan.funding._codes import AmendmentReason, DeadlineKind, EarmarkSense
from integrationsplan.funding._parts import in_euros, repeated, sum_in_bounds
from integrationsplan.problems import Problem
from integrationsplan.values import Code, Identifier, LongText, Money, Period, ShortText

__all__ = [
    "Amended",
    "Claimed",
    "Demanded",
    "GrantEarmark",
    "GrantEvent",
    "Granted",
    "Instalment",
    "InterestCharged",
    "InterestPaid",
    "Paid",
    "PassedBack",
    "PassedOn",
    "PayInterrupted",
    "PostFilled",
    "PostVacated",
    "Repaid",
    "ReportSubmitted",
    "Returned",
    "Settled",
    "Used",
    "Waived",
]

CostLines: TypeAlias = Annotated[tuple[CostLine, ...], Len(0, 10_000)]


@model
class Instalment:
    """A part of a grant that is to be paid.

    Attributes:
        id: Which.
        amount: How much.
        due: When, if a day is known.
    """

    label: ClassVar[Label] = Label("instalment", "Rate")

    id: Annotated[Code, Label("id", "Kennung")]
    amount: Annotated[Money, Label("amount", "Betrag")]
    due: Annotated[dt.date | None, Label("due", "fällig am")] = None

    def _violations(self) -> Iterator[Problem]:
        yield from in_euros("/amount", self.amount)


@model
class GrantEarmark:
    """A limit on the use of a grant.

    Attributes:
        id: Which.
        title: What it is for.
        amount: How much.
        sense: At least or at most so much.
        lines: Ids of the lines of the plan that count for it.
    """

    label: ClassVar[Label] = Label("earmark", "Zweckbindung")

    id: Annotated[Code, Label("id", "Kennung")]
    title: Annotated[ShortText, Label("title", "Titel")]
    amount: Annotated[Money, Label("amount", "Betrag")]
    sense: Annotated[EarmarkSense, Label("sense", "Richtung")]
    lines: Annotated[Annotated[tuple[Identifier, ...], Len(1, 200)], Label("lines", "Ansätze")]

    def _violations(self) -> Iterator[Problem]:
        yield from in_euros("/amount", self.amount)


GrantEarmarks: TypeAlias = Annotated[tuple[GrantEarmark, ...], Len(0, 50)]


@model
class Event:
    """Something that happened to a grant.

    Attributes:
        id: Which event; no other of the grant has it.
        on: On which day.
        note: What else is to be known.
    """

    kind: ClassVar[str]
    label: ClassVar[Label]

    id: Annotated[Identifier, Label("id", "Kennung")]
    on: Annotated[dt.date, Label("on", "am")]
    note: Annotated[LongText | None, Label("note", "Anmerkung")] = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}, {self.on}>"

    def summary(self, language: Language) -> str:
        """Say in a few words what happened."""
        return type(self).label.in_language(language)


@model(repr=False)
class Moving(Event):
    """An event that moves money.

    Attributes:
        amount: How much, above zero.
    """

    amount: Annotated[Money, Label("amount", "Betrag")]

    def _violations(self) -> Iterator[Problem]:
        if self.amount.minor <= 0:
            yield kinds.NO_MONEY_MOVED.at("/amount")

    def summary(self, language: Language) -> str:
        """Say what happened, and how much it was."""
        return f"{super().summary(language)}: {self.amount.format(language)}"


@model(repr=False)
class Granted(Moving):
    """The notice that grants the money.

    Attributes:
        period: For which time.
        reference: File reference of the notice.
        instalments: When it is to be paid.
        plan: The finance plan that the notice rests on.
        earmarks: Limits on its use.
    """

    kind: ClassVar[str] = "granted"
    label: ClassVar[Label] = Label("granted", "bewilligt")

    period: Annotated[Period, Label("period", "Zeitraum")]
    reference: Annotated[ShortText | None, Label("reference", "Aktenzeichen")] = None
    instalments: Annotated[
        Annotated[tuple[Instalment, ...], Len(0, 200)], Label("instalments", "Raten")
    ] = ()
    plan: Annotated[CostLines, Label("finance plan", "Finanzierungsplan")] = ()
    earmarks: Annotated[GrantEarmarks, Label("earmarks", "Zweckbindungen")] = ()

    def _violations(self) -> Iterator[Problem]:
        yield from super()._violations()
        if not self.period.is_bounded:
            yield kinds.OPEN_PERIOD.at("/period")
        yield from repeated("/instalments", "id", [each.id for each in self.instalments])
        yield from repeated("/plan", "id", [line.id for line in self.plan])
        yield from repeated("/earmarks", "id", [earmark.id for earmark in self.earmarks])
        yield from sum_in_bounds("/plan", [line.amount for line in self.plan])
        if sum(each.amount.minor for each in self.instalments) > self.amount.minor:
            yield kinds.INSTALMENTS_EXCEED.at("/instalments")


@model(repr=False)
class Amended(Moving):
    """A notice that changes the grant.

    Attributes:
        amount: The whole grant from now on.
        period: The whole time from now on.
        reason: Why.
        plan: The finance plan from now on; absent if it stays.
        earmarks: Limits on its use from now on; absent if they stay.
    """

    kind: ClassVar[str] = "amended"
    label: ClassVar[Label] = Label("amended", "geändert")

    period: Annotated[Period, Label("period", "Zeitraum")]
    reason: Annotated[AmendmentReason, Label("reason", "Grund")]
    plan: Annotated[CostLines | None, Label("finance plan", "Finanzierungsplan")] = None
    earmarks: Annotated[GrantEarmarks | None, Label("earmarks", "Zweckbindungen")] = None

    def _violations(self) -> Iterator[Problem]:
        yield from super()._violations()
        if not self.period.is_bounded:
            yield kinds.OPEN_PERIOD.at("/period")
        plan, earmarks = self.plan or (), self.earmarks or ()
        yield from repeated("/plan", "id", [line.id for line in plan])
        yield from repeated("/earmarks", "id", [earmark.id for earmark in earmarks])
        yield from sum_in_bounds("/plan", [line.amount for line in plan])


@model(repr=False)
class Claimed(Moving):
    """Money is called for: a drawdown, or a claim for what was paid already.

    Attributes:
        covers: Which time it is for, where that matters.
    """

    kind: ClassVar[str] = "claimed"
    label: ClassVar[Label] = Label("called for", "abgerufen")

    covers: Annotated[Period | None, Label("covers", "Zeitraum")] = None


@model(repr=False)
class Paid(Moving):
    """Money is paid out.

    Attributes:
        instalment: Id of the instalment, if it is one.
    """

    kind: ClassVar[str] = "paid"
    label: ClassVar[Label] = Label("paid out", "ausgezahlt")

    instalment: Annotated[Code | None, Label("instalment", "Rate")] = None


@model(repr=False)
class PassedOn(Moving):
    """The recipient passes money on: a district to a municipality, or to a carrier.

    Attributes:
        to: Key of whom it is passed on to.
    """

    kind: ClassVar[str] = "passed-on"
    label: ClassVar[Label] = Label("passed on", "weitergeleitet")

    to: Annotated[Code, Label("to", "an")]


@model(repr=False)
class PassedBack(Moving):
    """Money that was passed on and not needed comes back to the recipient.

    Attributes:
        by: Key of whom it comes from.
    """

    kind: ClassVar[str] = "passed-back"
    label: ClassVar[Label] = Label("passed back", "zurückgeflossen")

    by: Annotated[Code, Label("by", "von")]


@model(repr=False)
class Used(Moving):
    """Money of the grant is used for its purpose.

    Attributes:
        line: Id of the line of the plan.
        by: Key of who used it, where it was passed on.
    """

    kind: ClassVar[str] = "used"
    label: ClassVar[Label] = Label("used", "verwendet")

    line: Annotated[Identifier | None, Label("line", "Ansatz")] = None
    by: Annotated[Code | None, Label("by", "durch")] = None


@model(repr=False)
class Returned(Moving):
    """Money that was not needed is paid back, without being asked for."""

    kind: ClassVar[str] = "returned"
    label: ClassVar[Label] = Label("returned", "zurückgegeben")


@model(repr=False)
class PostFilled(Event):
    """A post is filled, or filled again.

    Attributes:
        post: The post with its holder, from ``on``; its own start and end are not asked for.
    """

    kind: ClassVar[str] = "post-filled"
    label: ClassVar[Label] = Label("post filled", "Stelle besetzt")

    post: Annotated[Post, Label("post", "Stelle")]


@model(repr=False)
class PostVacated(Event):
    """A post is vacated.

    Attributes:
        on: The last day on which it is held.
        post: Id of the post.
    """

    kind: ClassVar[str] = "post-vacated"
    label: ClassVar[Label] = Label("post vacated", "Stelle frei")

    post: Annotated[Identifier, Label("post", "Stelle")]


@model(repr=False)
class PayInterrupted(Event):
    """Whoever holds a post is not paid for a time: parental leave, long illness.

    Attributes:
        on: The first day without pay.
        post: Id of the post.
        until: The last day without pay.
    """

    kind: ClassVar[str] = "pay-interrupted"
    label: ClassVar[Label] = Label("pay interrupted", "Zahlung unterbrochen")

    post: Annotated[Identifier, Label("post", "Stelle")]
    until: Annotated[dt.date, Label("until", "bis")]

    def _violations(self) -> Iterator[Problem]:
        if self.until < self.on:
            yield kinds.ENDS_BEFORE_START.at("/until")


@model(repr=False)
class ReportSubmitted(Event):
    """A proof of use or a report is handed in.

    Attributes:
        sort: Which.
        report: Id of the document.
        covers: Which time it is for.
    """

    kind: ClassVar[str] = "report-submitted"
    label: ClassVar[Label] = Label("report handed in", "Nachweis vorgelegt")

    sort: Annotated[DeadlineKind, Label("sort", "Art")]
    report: Annotated[Identifier | None, Label("report", "Nachweis")] = None
    covers: Annotated[Period | None, Label("covers", "Zeitraum")] = None

    def summary(self, language: Language) -> str:
        """Say which report was handed in."""
        return f"{super().summary(language)}: {self.sort.in_language(language)}"


@model(repr=False)
class Settled(Event):
    """The final notice: how much of the grant is owed.

    Attributes:
        owed: How much is owed in all; what was paid beyond is to be paid back.
        proof: Id of the proof of use that it rests on.
    """

    kind: ClassVar[str] = "settled"
    label: ClassVar[Label] = Label("settled", "abgerechnet")

    owed: Annotated[Money, Label("owed", "zustehend")]
    proof: Annotated[Identifier | None, Label("proof of use", "Verwendungsnachweis")] = None

    def _violations(self) -> Iterator[Problem]:
        if self.owed.minor < 0:
            yield kinds.NOT_MONEY.at("/owed")

    def summary(self, language: Language) -> str:
        """Say how much is owed."""
        return f"{super().summary(language)}: {self.owed.format(language)}"


@model(repr=False)
class Demanded(Moving):
    """Money is demanded back.

    Attributes:
        pay_by: By when it is to be paid.
    """

    kind: ClassVar[str] = "demanded"
    label: ClassVar[Label] = Label("demanded back", "zurückgefordert")

    pay_by: Annotated[dt.date | None, Label("pay by", "zahlbar bis")] = None


@model(repr=False)
class Repaid(Moving):
    """Money that was demanded is paid back."""

    kind: ClassVar[str] = "repaid"
    label: ClassVar[Label] = Label("repaid", "erstattet")


@model(repr=False)
class Waived(Moving):
    """A demand is withdrawn or remitted, wholly or in part."""

    kind: ClassVar[str] = "waived"
    label: ClassVar[Label] = Label("demand withdrawn", "Forderung aufgehoben")


@model(repr=False)
class InterestCharged(Moving):
    """Interest is charged.

    Attributes:
        covers: For which time.
        pay_by: By when it is to be paid.
    """

    kind: ClassVar[str] = "interest-charged"
    label: ClassVar[Label] = Label("interest charged", "Zinsen festgesetzt")

    covers: Annotated[Period | None, Label("covers", "Zeitraum")] = None
    pay_by: Annotated[dt.date | None, Label("pay by", "zahlbar bis")] = None


@model(repr=False)
class InterestPaid(Moving):
    """Interest is paid."""

    kind: ClassVar[str] = "interest-paid"
    label: ClassVar[Label] = Label("interest paid", "Zinsen gezahlt")


GrantEvent: TypeAlias = (
    Granted
    | Amended
    | Claimed
    | Paid
    | PassedOn
    | PassedBack
    | Used
    | Returned
    | PostFilled
    | PostVacated
    | PayInterrupted
    | ReportSubmitted
    | Settled
    | Demanded
    | Repaid
    | Waived
    | InterestCharged
    | InterestPaid
)
"""Everything that can happen to a grant."""
