"""Monitoring: what is counted by whose definition, and what of it may be shown.

Definitions of indicators stand in data, each with its source and what a record has to say to be
counted. Tables of counts are protected before they are published: `protect` hides small counts, and
whatever would give them away.
"""

from integrationsplan.monitoring._codes import CodeOrigin, CountedAt, MonitoringSense
from integrationsplan.monitoring._definitions import (
    IndicatorDefinition,
    IndicatorFamily,
    Reporting,
    definition,
    definitions,
    facts_needed,
    families,
)
from integrationsplan.monitoring._disclosure import (
    CellStatus,
    DisclosureRules,
    ProtectedCell,
    ProtectedTable,
    PublishedCell,
    RoundingBase,
    protect,
)
from integrationsplan.monitoring._tables import TOTAL, CellKey, CountTable

__all__ = [
    "TOTAL",
    "CellKey",
    "CellStatus",
    "CodeOrigin",
    "CountTable",
    "CountedAt",
    "DisclosureRules",
    "IndicatorDefinition",
    "IndicatorFamily",
    "MonitoringSense",
    "ProtectedCell",
    "ProtectedTable",
    "PublishedCell",
    "Reporting",
    "RoundingBase",
    "definition",
    "definitions",
    "facts_needed",
    "families",
    "protect",
]
