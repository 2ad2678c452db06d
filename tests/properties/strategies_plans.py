"""The published strategies of plans, under the names that tests of this project use.

Tests import them as ``from tests.properties.strategies_plans import plans``.
"""

from typing import Any, get_args

from integrationsplan.plan import PlanEntry
from integrationsplan.testing import fixed_salts as salts_from
from integrationsplan.testing._histories import merged as recorded
from integrationsplan.testing._histories import resolved
from integrationsplan.testing.strategies import (
    IDS,
    KINDS,
    entries,
    entries_of,
    histories,
    plans,
    twins,
)

__all__ = [
    "FIELDS",
    "IDS",
    "KINDS",
    "by_id",
    "entries",
    "entries_of",
    "histories",
    "plans",
    "recorded",
    "resolved",
    "salts_from",
    "twins",
]

FIELDS = get_args(PlanEntry)
"""Every kind of entry that a plan may hold."""


def by_id(state: Any) -> dict[str, PlanEntry]:
    """Return the entries of a state by their ids."""
    return {entry.id: entry for entry in state}
