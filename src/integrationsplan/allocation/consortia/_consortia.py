"""Consortia: those who are below a minimum join others, as few and as near as may be.

In Baden-Württemberg a municipality with a planning framework below 51,000 euros a year applies
together with others; the programme in the catalogue cites who states that. The amounts of members
are added as they are: each was rounded alone.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, TypeAlias

import attrs

from integrationsplan import _html
from integrationsplan._language import Language, Wording
from integrationsplan._model import FrozenMap
from integrationsplan.allocation._recipients import Recipient, Recipients, Record
from integrationsplan.allocation.consortia._given import given_members
from integrationsplan.allocation.consortia._joining import join
from integrationsplan.allocation.consortia._members import Member
from integrationsplan.allocation.consortia._sentences import (
    LISTED,
    district_findings,
    listed,
    speak_all,
    speak_group,
)
from integrationsplan.errors import UnknownNameError
from integrationsplan.findings import Finding
from integrationsplan.values import Quantity

__all__ = ["Consortia", "Consortium", "District", "Method", "form_consortia"]

ROWS_IN_NOTEBOOK = 50
LONGEST_NAME = 200

Method: TypeAlias = Literal["exact", "heuristic"]
"""How the number of groups was found: by a search that came to its end, or by a good rule."""


def form_consortia(
    members: Iterable[Member | Mapping[str, Any]],
    *,
    minimum: Quantity | int | Fraction | Decimal | str,
    across_districts: bool = False,
) -> "Consortia":
    """Propose who joins whom, so that every group reaches a minimum.

    Members of one district (`Member.parent`) join each other. Each district gets as many groups as
    possible, so that nobody joins more than needed; among groupings with as many groups, one with
    short ways is looked for. Who reaches the minimum alone may stand alone or take others in. The
    order of the members does not matter.

    The number of groups is exact for districts of up to 40 members, but for rare ones that are too
    hard; `District` says whether it is proven. Short ways are not proven to be the shortest.

    Args:
        members: Members, or mappings with ``key``, ``amount`` and perhaps ``unit``, ``name``,
            ``parent``, ``latitude`` and ``longitude``. A mapping without unit has that of the
            minimum.
        minimum: What each group must reach, above zero; a number is in the unit of the members.
        across_districts: Whether members of a district whose total is below the minimum join the
            nearest group of another one. By positions; without a position, the group of the member
            whose keys of district and member come next before. If no district reaches the minimum,
            all of them are taken as one.

    Returns:
        The groups, who is left over, and for each district how many groups are possible.

    Raises:
        InvalidValueError: If members or minimum are wrong; tells every problem at once.

    Example:
        >>> towns = [
        ...     {"key": "Hirschberg", "amount": 23882},
        ...     {"key": "Neckarhausen", "amount": 30000},
        ...     {"key": "Weinheim", "amount": 280220},
        ... ]
        >>> consortia = form_consortia(towns, minimum=51000)
        >>> [[member.key for member in group.members] for group in consortia]
        [['Hirschberg', 'Neckarhausen'], ['Weinheim']]
    """
    given = given_members(members, minimum)
    joined = join(given, across_districts=across_districts)

    def those(numbers: Iterable[int]) -> tuple[Member, ...]:
        return tuple(sorted((given.members[number] for number in numbers), key=_key_of))

    groups = [
        Consortium(
            members=those(group.members),
            lead=given.members[group.lead],
            guests=those(group.guests),
            minimum=given.minimum,
            spread_metres=group.metres,
        )
        for group in joined.groups
    ]
    districts = [
        District(
            parents=district.parents,
            members=those(district.members),
            minimum=given.minimum,
            groups=district.groups,
            upper_bound=district.bound,
            method="exact" if district.is_exact else "heuristic",
        )
        for district in joined.districts
    ]
    return Consortia(
        groups=tuple(sorted(groups, key=lambda group: (group.lead.parent or "", group.lead.key))),
        left_over=those(joined.left_over),
        districts=tuple(sorted(districts, key=lambda district: district.parents)),
        minimum=given.minimum,
        across_districts=across_districts,
    )


@attrs.frozen
class Consortium:
    """A group that reaches the minimum: one member alone, or several that join.

    Attributes:
        members: Who is in it, by key.
        lead: The member of the district to whom the others of it have the shortest ways in all, of
            equals the one with the largest amount. A proposal, no more.
        guests: Those who come from a district whose total is below the minimum.
        minimum: What it had to reach.
        spread_metres: Ways of all members to the lead, great circle; nothing without positions.
    """

    members: tuple[Member, ...]
    lead: Member
    guests: tuple[Member, ...]
    minimum: Quantity
    spread_metres: int | None

    @property
    def key(self) -> str:
        """The key of the lead: nobody is in two groups."""
        return self.lead.key

    @property
    def title(self) -> str:
        """The names of all, the lead first; the lead and a number where they are too many."""
        others = [member.title for member in self.members if member.key != self.lead.key]
        title = ", ".join([self.lead.title, *others])
        if len(title) <= LONGEST_NAME:
            return title
        tail = f" + {len(others)}"
        return self.lead.title[: LONGEST_NAME - len(tail)] + tail

    @property
    def amount(self) -> Quantity:
        """What they have together: the sum of amounts that were each rounded alone."""
        return _total(self.members, self.minimum)

    @property
    def parents(self) -> tuple[str, ...]:
        """The districts of its members."""
        return tuple(sorted({m.parent for m in self.members if m.parent is not None}))

    @property
    def spread_km(self) -> float | None:
        """The ways of all members to the lead, in kilometres; nothing without positions."""
        return None if self.spread_metres is None else self.spread_metres / 1000

    @property
    def reason(self) -> Wording:
        """Why the group is as it is."""
        return Wording(self._reason("en"), self._reason("de"))

    def _reason(self, language: Language) -> str:
        return " ".join(speak_group(self, language))

    def __repr__(self) -> str:
        return f"<Consortium {self.key}: {len(self.members)} members, {self.amount}>"


@attrs.frozen
class District:
    """How many groups a district has, and how many are possible.

    Attributes:
        parents: Its key; no key for members without a district, several where districts that all
            fall short were taken as one.
        members: Its members, by key.
        minimum: What each group must reach.
        groups: Number of its groups; none if all its members together fall short.
        upper_bound: No grouping has more groups.
        method: Whether the number comes from a search that came to its end, for up to 40 members,
            or from a good rule.
    """

    parents: tuple[str, ...]
    members: tuple[Member, ...]
    minimum: Quantity
    groups: int
    upper_bound: int
    method: Method

    @property
    def total(self) -> Quantity:
        """What its members have together."""
        return _total(self.members, self.minimum)

    @property
    def is_proven(self) -> bool:
        """Whether more groups are impossible: exact, or a good rule that meets the bound."""
        return self.groups == self.upper_bound

    def __repr__(self) -> str:
        keys = listed(self.parents) or "-"
        return f"<District {keys}: {self.groups} of at most {self.upper_bound} groups>"


@attrs.frozen(repr=False)
class Consortia:
    """A proposal: groups that each reach the minimum, and who is left over.

    Attributes:
        groups: The groups, by district and key of their lead.
        left_over: Members in no group, by key: those of districts whose total is below the minimum.
        districts: What each district came to.
        minimum: What each group had to reach.
        across_districts: Whether members of poor districts were let into others.
    """

    groups: tuple[Consortium, ...]
    left_over: tuple[Member, ...]
    districts: tuple[District, ...]
    minimum: Quantity
    across_districts: bool

    @functools.cached_property
    def _index(self) -> dict[str, int]:
        return {member.key: n for n, group in enumerate(self.groups) for member in group.members}

    @functools.cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What should be known: districts that fall short, and numbers that are not proven."""
        left = {member.key for member in self.left_over}
        return tuple(
            finding
            for district in self.districts
            for finding in district_findings(
                district,
                are_left=any(member.key in left for member in district.members),
                may_cross=self.across_districts,
            )
        )

    @property
    def spread_km(self) -> float | None:
        """The ways of all members to the leads of their groups; nothing without positions."""
        known = [g.spread_metres for g in self.groups if g.spread_metres is not None]
        return sum(known) / 1000 if known else None

    def as_recipients(self, recipients: Recipients, *, level: str = "member") -> Recipients:
        """Return each group as a recipient, with its members as records below it.

        A programme that has a level ``member`` below recipients can then compute what a group gets
        from what its members bring: figures, and records below, of the members go with them. The
        key of a group is that of its lead. Who is left over is left out.

        Args:
            recipients: Where the members come from, by their keys.
            level: Name of the level of the members.

        Raises:
            UnknownNameError: If a member is not among the recipients.
            InvalidValueError: If the level is no name.

        Example:
            >>> rows = [{"key": "a", "persons": 40}, {"key": "b", "persons": 30}]
            >>> towns = Recipients.of(rows)
            >>> consortia = form_consortia(
            ...     [Member.of(t.key, t.figures["persons"], "person") for t in towns], minimum=65
            ... )
            >>> group = consortia.as_recipients(towns)["a"]
            >>> [(record.key, record.figures["persons"]) for record in group.records["member"]]
            [('a', 40), ('b', 30)]
        """
        return Recipients(
            members=tuple(_as_recipient(group, recipients, level) for group in self.groups),
            figures=recipients.figures,
            records=recipients.records,
        )

    def explain(self, language: Language = "en") -> str:
        """Say who joins whom and why, in sentences that a clerk can put in a letter.

        Raises:
            UnknownNameError: If the language is another one.
        """
        if language not in ("de", "en"):
            raise UnknownNameError(Wording("language", "Sprache"), language, ("de", "en"))
        return "\n".join(speak_all(self, language))

    def __getitem__(self, key: str) -> Consortium:
        """Return the group of a member.

        Raises:
            UnknownNameError: If the member is in no group.
        """
        if key not in self._index:
            raise UnknownNameError(Wording("member of a group", "Mitglied"), key, self._index)
        return self.groups[self._index[key]]

    def __iter__(self) -> Iterator[Consortium]:
        return iter(self.groups)

    def __len__(self) -> int:
        return len(self.groups)

    def __repr__(self) -> str:
        return (
            f"<Consortia: {len(self.groups)} groups in {len(self.districts)} districts, "
            f"{len(self.left_over)} members left over>"
        )

    def _repr_html_(self) -> str:
        """Show the groups as a table in a notebook."""
        rows = [
            (
                group.lead.title,
                group.amount.format("en"),
                str(len(group.members)),
                "" if group.spread_km is None else f"{group.spread_km:.1f} km",
                ", ".join(member.title for member in group.members[:LISTED]),
            )
            for group in self.groups[:ROWS_IN_NOTEBOOK]
        ]
        if len(self.groups) > len(rows):
            rows.append(("", "", "", "", f"and {len(self.groups) - len(rows)} more groups"))
        if self.left_over:
            rows.append(("left over", "", str(len(self.left_over)), "", ""))
        caption = f"Consortia of at least {self.minimum.format('en')}"
        return _html.table(caption, ("lead", "amount", "members", "ways", "who"), rows, numbers=1)


def _as_recipient(group: Consortium, recipients: Recipients, level: str) -> Recipient:
    found = [recipients[member.key] for member in group.members]
    own = recipients[group.lead.key]
    return Recipient(
        key=group.key,
        name=group.title,
        kind=own.kind if len(found) == 1 else "consortium",
        parent=own.parent,
        records=FrozenMap(
            {
                level: tuple(
                    Record(key=one.key, figures=one.figures, records=one.records) for one in found
                )
            }
        ),
    )


def _key_of(member: Member) -> str:
    return member.key


def _total(members: Iterable[Member], like: Quantity) -> Quantity:
    return Quantity(sum((member.amount.value for member in members), Fraction(0)), like.unit)
