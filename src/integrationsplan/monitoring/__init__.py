"""Monitoring: what is counted by whose definition, and what of it may be shown.

Definitions of indicators stand in data, each with its source and what a record has to say to be
counted. `monitor` counts plans as they come and makes an `IndicatorReport`, which names the records
that lack something. Tables of counts are protected before they are published: `protect` hides small
counts, and whatever would give them away.
"""

from integrationsplan.monitoring._codes import CodeOrigin, CountedAt, MonitoringSense
from integrationsplan.monitoring._comparison import RowChange, compare_reports, values_of
from integrationsplan.monitoring._concept_figures import measure_figures
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
from integrationsplan.monitoring._entity_figures import entity_figures
from integrationsplan.monitoring._figures import Figures
from integrationsplan.monitoring._groupings import UNKNOWN
from integrationsplan.monitoring._monitoring_rules import MonitoringRules
from integrationsplan.monitoring._needs import (
    Need,
    Referrals,
    UnmetNeed,
    gap_figures,
    needs_of,
    referrals,
    unmet_needs,
)
from integrationsplan.monitoring._offer_figures import offer_use_figures
from integrationsplan.monitoring._protection import protect_report
from integrationsplan.monitoring._report import (
    FigureStatus,
    IndicatorReport,
    IndicatorRow,
    LackingRecords,
)
from integrationsplan.monitoring._tables import TOTAL, CellKey, CountTable
from integrationsplan.monitoring._tally import PlanTally, monitor

__all__ = [
    "TOTAL",
    "UNKNOWN",
    "CellKey",
    "CellStatus",
    "CodeOrigin",
    "CountTable",
    "CountedAt",
    "DisclosureRules",
    "FigureStatus",
    "Figures",
    "IndicatorDefinition",
    "IndicatorFamily",
    "IndicatorReport",
    "IndicatorRow",
    "LackingRecords",
    "MonitoringRules",
    "MonitoringSense",
    "Need",
    "PlanTally",
    "ProtectedCell",
    "ProtectedTable",
    "PublishedCell",
    "Referrals",
    "Reporting",
    "RoundingBase",
    "RowChange",
    "UnmetNeed",
    "compare_reports",
    "definition",
    "definitions",
    "entity_figures",
    "facts_needed",
    "families",
    "gap_figures",
    "measure_figures",
    "monitor",
    "needs_of",
    "offer_use_figures",
    "protect",
    "protect_report",
    "referrals",
    "unmet_needs",
    "values_of",
]
