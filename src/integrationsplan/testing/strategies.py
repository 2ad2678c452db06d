"""Hypothesis strategies of everything that the model holds, and of what can go wrong with it.

Needs the extra ``testing``.
"""

try:
    import hypothesis as _hypothesis
except ModuleNotFoundError as error:
    if error.name != "hypothesis":
        raise  # hypothesis is there, and lacks something of its own
    raise ImportError(
        "integrationsplan.testing.strategies needs hypothesis: "
        "pip install 'integrationsplan[testing]'",
        name="hypothesis",
    ) from None

from integrationsplan.testing._concepts import concepts, networks
from integrationsplan.testing._damage import damaged, damaged_texts
from integrationsplan.testing._documents import documents, values_of
from integrationsplan.testing._entries import IDS, KINDS, entries, entries_of
from integrationsplan.testing._grants import grants
from integrationsplan.testing._histories import histories, plans, twins
from integrationsplan.testing._monitoring import indicator_reports
from integrationsplan.testing._programmes import allocations, programmes, recipients, traces
from integrationsplan.testing._tampering import Tampering, tampered

del _hypothesis

__all__ = [
    "IDS",
    "KINDS",
    "Tampering",
    "allocations",
    "concepts",
    "damaged",
    "damaged_texts",
    "documents",
    "entries",
    "entries_of",
    "grants",
    "histories",
    "indicator_reports",
    "networks",
    "plans",
    "programmes",
    "recipients",
    "tampered",
    "traces",
    "twins",
    "values_of",
]
