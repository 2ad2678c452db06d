"""Who joins whom: each district by itself, then those whose district falls short.

Everything is in numbers of members here; `_consortia` makes people's objects of it.
"""

import bisect
from collections.abc import Iterable, Iterator

import attrs

from integrationsplan.allocation.consortia._covering import EXACT_MEMBERS
from integrationsplan.allocation.consortia._given import Given
from integrationsplan.allocation.consortia._grouping import grouped
from integrationsplan.allocation.consortia._members import Member
from integrationsplan.allocation.consortia._neighbours import Group, Map, Nearest

__all__ = ["Joined", "JoinedDistrict", "JoinedGroup", "join"]


@attrs.frozen
class JoinedGroup:
    """A group: its members in ascending order, their centre, and those of other districts."""

    members: Group
    lead: int
    metres: int | None
    guests: Group = ()


@attrs.frozen
class JoinedDistrict:
    """What a district came to."""

    parents: tuple[str, ...]
    members: Group
    groups: int
    bound: int

    @property
    def is_exact(self) -> bool:
        """Whether the number of groups comes from a search that is thorough and came to its end."""
        is_small = len(self.members) <= EXACT_MEMBERS or self.bound == 0  # a sum is enough for none
        return self.groups == self.bound and is_small


@attrs.frozen
class Joined:
    """Groups, districts, and who is in no group."""

    groups: tuple[JoinedGroup, ...]
    districts: tuple[JoinedDistrict, ...]
    left_over: Group


def join(given: Given, *, across_districts: bool) -> Joined:
    """Form the groups of each district, and let members of poor districts join if allowed."""
    plane = Map([member.place for member in given.members])
    groups: list[Group] = []
    districts: list[JoinedDistrict] = []
    left: list[int] = []
    for members in _districts(given):
        found, district = _form(given, members)
        groups += found
        districts.append(district)
        left += [] if found else members
    guests: dict[int, list[int]] = {}
    if left and across_districts:
        if groups:
            guests = _hosts(given, groups, left, plane)
            left = []
        else:
            everyone = list(range(len(given.members)))
            groups, district = _form(given, everyone)
            districts = [district]
            left = [] if groups else left
    return Joined(
        groups=tuple(
            _group(group, guests.get(place, []), plane) for place, group in enumerate(groups)
        ),
        districts=tuple(districts),
        left_over=tuple(sorted(left)),
    )


def _districts(given: Given) -> Iterator[list[int]]:
    """Yield the members of each district."""
    found: dict[str | None, list[int]] = {}
    for number, member in enumerate(given.members):
        found.setdefault(member.parent, []).append(number)
    for parent in sorted(found, key=lambda parent: parent or ""):
        yield found[parent]


def _form(given: Given, members: list[int]) -> tuple[list[Group], JoinedDistrict]:
    amounts = [given.amounts[number] for number in members]
    places = [given.members[number].place for number in members]
    grouping = grouped(amounts, given.least, places)
    groups = [tuple(members[place] for place in group) for group in grouping.groups]
    parents = {given.members[number].parent for number in members}
    district = JoinedDistrict(
        parents=tuple(sorted(parent for parent in parents if parent is not None)),
        members=tuple(members),
        groups=len(groups),
        bound=grouping.bound,
    )
    return groups, district


def _hosts(
    given: Given, groups: list[Group], left: Iterable[int], plane: Map
) -> dict[int, list[int]]:
    """Return who joins which group: that with the nearest centre, else the next before by key."""
    centres = {plane.centre(group)[1]: place for place, group in enumerate(groups)}
    nearest = Nearest(plane, centres)
    ranked = sorted(
        (_rank(given.members[number]), place)
        for place, group in enumerate(groups)
        for number in group
    )
    hosts: dict[int, list[int]] = {}
    for number in left:
        centre = nearest.to(number)
        if centre is None:
            before = bisect.bisect_left(ranked, (_rank(given.members[number]), 0)) - 1
            host = ranked[max(before, 0)][1]
        else:
            host = centres[centre]
        hosts.setdefault(host, []).append(number)
    return hosts


def _rank(member: Member) -> tuple[str, str]:
    return member.parent or "", member.key


def _group(group: Group, guests: list[int], plane: Map) -> JoinedGroup:
    """Return a group with its guests; the centre is that of the group as it was before them."""
    members = tuple(sorted((*group, *guests)))
    lead = plane.centre(group)[1]
    metres = sum(plane.distance(lead, member) for member in members)
    is_placed = any(plane.has_place(member) for member in members)
    return JoinedGroup(members, lead, metres if is_placed else None, tuple(sorted(guests)))
