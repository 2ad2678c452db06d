"""Who is below a minimum joins others: as many groups as possible, and near each other.

The groups are found district by district (`_grouping`): how many there can be (`_covering`), who
lies near whom (`_neighbours`), and whether an exchange of members shortens the ways (`_exchange`).
Whoever finds nobody at home may join another district's group (`_joining`).
"""

from integrationsplan.allocation.consortia._consortia import (
    Consortia,
    Consortium,
    District,
    Method,
    form_consortia,
)
from integrationsplan.allocation.consortia._members import Degrees, Member, members_of

__all__ = [
    "Consortia",
    "Consortium",
    "Degrees",
    "District",
    "Member",
    "Method",
    "form_consortia",
    "members_of",
]
