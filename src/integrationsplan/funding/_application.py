"""Applications: who asks for how much, for which posts, with whom."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from annotated_types import Len

from integrationsplan._model import FrozenMap, Label, model
from integrationsplan.funding import _problems as kinds
from integrationsplan.funding._codes import ApplicantKind, CostCategory
from integrationsplan.funding._parts import in_euros, repeated, sum_in_bounds
from integrationsplan.problems import Problem
from integrationsplan.values import (
    AGS,
    Code,
    DecimalText,
    Identifier,
    Money,
    Name,
    NumberText,
    Period,
    ShortText,
    parse_number,
)

__all__ = ["Application", "Carrier", "CostLine", "Participant", "Post"]

Figures = Annotated[FrozenMap[Name, NumberText], Len(0, 50)]
"""Figures that a rule asks for, by its names."""


@model
class Participant:
    """A body that applies, alone or with others.

    Attributes:
        key: What identifies it: an AGS, or the name that tables use.
        name: What it is called.
        applicant: Which kind of applicant it is.
        region: Its region.
        framework: What it may claim at most, where a planning framework sets that.
        figures: Other figures that a rule asks for, by its names.
    """

    label: ClassVar[Label] = Label("participant", "Beteiligte")

    key: Annotated[Code, Label("key", "Schlüssel")]
    name: Annotated[ShortText | None, Label("name", "Name")] = None
    applicant: Annotated[ApplicantKind | None, Label("applicant", "Antragsteller")] = None
    region: Annotated[AGS | None, Label("region", "Region")] = None
    framework: Annotated[Money | None, Label("planning framework", "Planungsrahmen")] = None
    figures: Annotated[Figures, Label("figures", "Größen")] = FrozenMap()

    def _violations(self) -> Iterator[Problem]:
        yield from in_euros("/framework", self.framework)

    @property
    def title(self) -> str:
        """The name, or the key where there is none."""
        return self.name or self.key


@model
class Carrier:
    """A body that does the work for a recipient.

    Attributes:
        id: Which.
        name: What it is called.
        agreed_on: When the agreement with it was made, where one is needed.
    """

    label: ClassVar[Label] = Label("carrier", "Träger")

    id: Annotated[Identifier, Label("id", "Kennung")]
    name: Annotated[ShortText, Label("name", "Name")]
    agreed_on: Annotated[dt.date | None, Label("agreed on", "vereinbart am")] = None


@model(repr=False)
class Post:
    """A post, or a part of one, that one person holds.

    Attributes:
        id: Which.
        fte: Its part of a full post.
        qualification: Class of the holder's qualification, by the codes of the programme.
        pay_group: Pay group, where the programme asks for it.
        holder: Reference to the person who holds it; says nothing of the person.
        employer: Key of the participant, or id of the carrier, who employs the person.
        start: First day funded.
        end: Last day funded.
        part_of: Id of the post that it is a part of, where a post is split.
        of: Id of the post of which this is one time, where it was held several times; see
            `Grant.posts`.
        figures: Other figures that a rule asks for, by its names.
    """

    label: ClassVar[Label] = Label("post", "Stelle")

    id: Annotated[Identifier, Label("id", "Kennung")]
    fte: Annotated[DecimalText, Label("FTE", "VZÄ")]
    qualification: Annotated[Code | None, Label("qualification", "Qualifikation")] = None
    pay_group: Annotated[Code | None, Label("pay group", "Entgeltgruppe")] = None
    holder: Annotated[Identifier | None, Label("holder", "Stelleninhaber")] = None
    employer: Annotated[Code | None, Label("employer", "Anstellungsträger")] = None
    start: Annotated[dt.date | None, Label("start", "Beginn")] = None
    end: Annotated[dt.date | None, Label("end", "Ende")] = None
    part_of: Annotated[Identifier | None, Label("part of", "Teil von")] = None
    of: Annotated[Identifier | None, Label("time of", "Zeit von")] = None
    figures: Annotated[Figures, Label("figures", "Größen")] = FrozenMap()

    def _violations(self) -> Iterator[Problem]:
        if parse_number(self.fte) <= 0:
            yield kinds.NOT_POSITIVE.at("/fte")
        if self.start is not None and self.end is not None and self.end < self.start:
            yield kinds.ENDS_BEFORE_START.at("/end")

    @property
    def period(self) -> Period:
        """The days funded, as far as given."""
        return Period(self.start, self.end)

    def __repr__(self) -> str:
        return f"<Post {self.id}: {self.fte}>"  # who holds it does not belong into logs


@model
class CostLine:
    """A cost, planned or spent.

    Attributes:
        id: Which.
        line: Id of the line of the plan that it belongs to; by default its own.
        category: What it is for.
        post: Id of the post that it belongs to, if to one.
        amount: How much.
    """

    label: ClassVar[Label] = Label("cost", "Ausgabe")

    id: Annotated[Identifier, Label("id", "Kennung")]
    line: Annotated[Identifier | None, Label("line", "Ansatz")] = None
    category: Annotated[CostCategory, Label("category", "Ausgabenart")]
    post: Annotated[Identifier | None, Label("post", "Stelle")] = None
    amount: Annotated[Money, Label("amount", "Betrag")]

    def _violations(self) -> Iterator[Problem]:
        yield from in_euros("/amount", self.amount)

    @property
    def line_id(self) -> str:
        """Id of the line of the plan that it belongs to."""
        return self.line or self.id


@model
class Application:
    """An application for a grant: by one body, by several as a consortium, or by a district.

    Attributes:
        id: Identity of the application.
        programme: Id of the funding programme.
        received_on: When it came in.
        applicant: Who applies and gets the notice; of a consortium the one that leads it.
        members: The other bodies of a consortium, or the municipalities that a district applies
            for. The applicant itself is not among them.
        applicant_takes_part: Whether the applicant brings a framework of its own.
        carriers: Who does the work for them.
        posts: What is to be funded.
        costs: The finance plan, where the grant depends on the cost.
        own_money: What the applicant pays itself.
        income: What else comes in.
        period: For which time.
        started_on: When the work began, where that was before the notice.
        cooperates_with: Ids of the programmes with which cooperation is declared.

    Raises:
        InvalidValueError: If a key or id stands twice, an employer of a post or the post of a cost
            is not there, or nobody takes part.
    """

    id: Annotated[Identifier, Label("id", "Kennung")]
    programme: Annotated[Identifier, Label("programme", "Programm")]
    received_on: Annotated[dt.date, Label("received on", "eingegangen am")]
    applicant: Annotated[Participant, Label("applicant", "Antragsteller")]
    members: Annotated[
        Annotated[tuple[Participant, ...], Len(0, 2_000)], Label("members", "Beteiligte")
    ] = ()
    applicant_takes_part: Annotated[
        bool, Label("applicant takes part", "Antragsteller ist beteiligt")
    ] = True
    carriers: Annotated[
        Annotated[tuple[Carrier, ...], Len(0, 200)], Label("carriers", "Träger")
    ] = ()
    posts: Annotated[Annotated[tuple[Post, ...], Len(0, 10_000)], Label("posts", "Stellen")] = ()
    costs: Annotated[
        Annotated[tuple[CostLine, ...], Len(0, 10_000)], Label("costs", "Finanzierungsplan")
    ] = ()
    own_money: Annotated[Money | None, Label("own money", "Eigenmittel")] = None
    income: Annotated[Money | None, Label("income", "Einnahmen")] = None
    period: Annotated[Period, Label("period", "Zeitraum")]
    started_on: Annotated[dt.date | None, Label("started on", "begonnen am")] = None
    cooperates_with: Annotated[
        Annotated[tuple[Identifier, ...], Len(0, 20)],
        Label("cooperates with", "arbeitet zusammen mit"),
    ] = ()

    def _violations(self) -> Iterator[Problem]:
        if not self.period.is_bounded:
            yield kinds.OPEN_PERIOD.at("/period")
        yield from in_euros("/own_money", self.own_money)
        yield from in_euros("/income", self.income)
        yield from sum_in_bounds("/costs", [cost.amount for cost in self.costs])
        frameworks = [each.framework for each in (self.applicant, *self.members)]
        yield from sum_in_bounds("/members", [each for each in frameworks if each is not None])
        if not self.participants:
            yield kinds.NOBODY_TAKES_PART.at("/applicant_takes_part")
        yield from repeated("/posts", "id", [post.id for post in self.posts])
        yield from repeated("/costs", "id", [cost.id for cost in self.costs])
        yield from repeated("/carriers", "id", [carrier.id for carrier in self.carriers])
        seen = {self.applicant.key}
        for index, member in enumerate(self.members):
            if member.key in seen:
                yield kinds.REPEATED_ID.at(f"/members/{index}/key")
            seen.add(member.key)
        yield from self._reference_problems(seen)

    def _reference_problems(self, keys: set[str]) -> Iterator[Problem]:
        employers = keys | {carrier.id for carrier in self.carriers}
        posts = {post.id for post in self.posts}
        for index, post in enumerate(self.posts):
            if post.employer is not None and post.employer not in employers:
                yield kinds.UNKNOWN_EMPLOYER.at(f"/posts/{index}/employer")
        for index, cost in enumerate(self.costs):
            if cost.post is not None and cost.post not in posts:
                yield kinds.UNKNOWN_POST.at(f"/costs/{index}/post")

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Everybody whose framework counts."""
        return (self.applicant, *self.members) if self.applicant_takes_part else self.members

    @property
    def is_joint(self) -> bool:
        """Whether several bodies apply as one."""
        return bool(self.members)

    @property
    def framework(self) -> Money | None:
        """What all of them may claim together; nothing if that of somebody is not known."""
        frameworks = [each.framework for each in self.participants]
        known = [framework for framework in frameworks if framework is not None]
        return Money.total(known) if known and len(known) == len(frameworks) else None

    def __repr__(self) -> str:
        return f"<Application {self.id}>"
