"""The proof of use: what was really done and spent, post by post and line by line."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from annotated_types import Ge, Le, Len

from integrationsplan._model import FrozenMap, Label, model
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._application import CostLine, Post
from integrationsplan.funding._parts import in_euros, repeated, sum_in_bounds
from integrationsplan.problems import Problem
from integrationsplan.values import Code, Identifier, LongText, Money, Name, Period, ShortText

__all__ = ["CarrierReport", "NarrativeReport", "ProofOfUse", "ReportSection"]

Count = Annotated[int, Ge(0), Le(10**12)]
Indicators = Annotated[FrozenMap[Name, Count], Len(0, 500)]
"""Counted figures by name: counselling talks, agreed plans, topics."""


@model
class ReportSection:
    """A section of a narrative report.

    Attributes:
        title: What it is about.
        text: What it says.
        carrier: Id of the carrier who wrote it, where several did.
    """

    label: ClassVar[Label] = Label("section", "Abschnitt")

    title: Annotated[ShortText, Label("title", "Titel")]
    text: Annotated[LongText, Label("text", "Text")]
    carrier: Annotated[Identifier | None, Label("carrier", "Träger")] = None


Sections = Annotated[tuple[ReportSection, ...], Len(0, 500)]


@model
class CarrierReport:
    """What one carrier reports to the recipient.

    Attributes:
        carrier: Id of the carrier.
        submitted_on: When it was handed in.
        period: For which time.
        posts: Ids of the posts that it is about.
        indicators: Its counted figures.
        sections: What it says in words.
    """

    label: ClassVar[Label] = Label("report of a carrier", "Bericht eines Trägers")

    carrier: Annotated[Identifier, Label("carrier", "Träger")]
    submitted_on: Annotated[dt.date, Label("submitted on", "vorgelegt am")]
    period: Annotated[Period, Label("period", "Zeitraum")]
    posts: Annotated[
        Annotated[tuple[Identifier, ...], Len(0, 2_000)], Label("posts", "Stellen")
    ] = ()
    indicators: Annotated[Indicators, Label("figures", "Kennzahlen")] = FrozenMap()
    sections: Annotated[Sections, Label("sections", "Abschnitte")] = ()


@model
class NarrativeReport:
    """The narrative report, once for an applicant, whoever did the work.

    Attributes:
        id: Identity of the report.
        grant: Id of the grant.
        period: For which time.
        indicators: The counted figures, added up; one that a carrier lacks is not there.
        missing: Who did not report, so that the figures lack theirs.
        sections: What it says in words.
    """

    label: ClassVar[Label] = Label("narrative report", "Sachbericht")

    id: Annotated[Identifier, Label("id", "Kennung")]
    grant: Annotated[Identifier, Label("grant", "Zuwendung")]
    period: Annotated[Period, Label("period", "Zeitraum")]
    indicators: Annotated[Indicators, Label("figures", "Kennzahlen")] = FrozenMap()
    missing: Annotated[
        Annotated[tuple[Code, ...], Len(0, 2_500)], Label("missing reports", "fehlende Berichte")
    ] = ()
    sections: Annotated[Sections, Label("sections", "Abschnitte")] = ()


@model
class ProofOfUse:
    """The proof of use of a grant.

    Attributes:
        id: Identity of the proof.
        grant: Id of the grant.
        submitted_on: When it came in.
        is_interim: Whether it is an interim proof.
        period: For which time.
        posts: Who has held which post for how long, in what part; see `Grant.posts`.
        costs: What it really cost; the ids are those of the finance plan where it has the line.
        income: What else came in.
        own_money: What the recipient has paid itself.
        report: The narrative report.

    Raises:
        InvalidValueError: If an id stands twice, or a cost names a post that is not there.
    """

    label: ClassVar[Label] = Label("proof of use", "Verwendungsnachweis")

    id: Annotated[Identifier, Label("id", "Kennung")]
    grant: Annotated[Identifier, Label("grant", "Zuwendung")]
    submitted_on: Annotated[dt.date, Label("submitted on", "vorgelegt am")]
    is_interim: Annotated[bool, Label("interim", "Zwischennachweis")] = False
    period: Annotated[Period, Label("period", "Zeitraum")]
    posts: Annotated[Annotated[tuple[Post, ...], Len(0, 10_000)], Label("posts", "Stellen")] = ()
    costs: Annotated[
        Annotated[tuple[CostLine, ...], Len(0, 10_000)], Label("costs", "Ausgaben")
    ] = ()
    income: Annotated[Money | None, Label("income", "Einnahmen")] = None
    own_money: Annotated[Money | None, Label("own money", "Eigenmittel")] = None
    report: Annotated[NarrativeReport | None, Label("narrative report", "Sachbericht")] = None

    def _violations(self) -> Iterator[Problem]:
        if not self.period.is_bounded:
            yield kinds.OPEN_PERIOD.at("/period")
        yield from in_euros("/own_money", self.own_money)
        yield from in_euros("/income", self.income)
        yield from sum_in_bounds("/costs", [cost.amount for cost in self.costs])
        yield from repeated("/posts", "id", [post.id for post in self.posts])
        yield from repeated("/costs", "id", [cost.id for cost in self.costs])
        posts = {post.id for post in self.posts} | {post.of for post in self.posts}
        for index, cost in enumerate(self.costs):
            if cost.post is not None and cost.post not in posts:
                yield kinds.UNKNOWN_POST.at(f"/costs/{index}/post")

    @property
    def cost(self) -> Money:
        """What it really cost in all."""
        return Money.total(cost.amount for cost in self.costs)

    def cost_of(self, post: str) -> Money:
        """Return what a post really cost, in all the times that it was held."""
        ids = {each.id for each in self.posts if post in (each.id, each.of)} | {post}
        return Money.total(cost.amount for cost in self.costs if cost.post in ids)

    def __repr__(self) -> str:
        return f"<ProofOfUse {self.id}>"
