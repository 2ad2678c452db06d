"""Domain SDK for municipal integration management.

Individual integration plans that are never overwritten, funding programmes as data, and allocations
that are exact to the cent and explain themselves. Everyday names stand here; each subpackage has
the rest.
"""

from typing import TYPE_CHECKING

from integrationsplan._lazy import lazily

if TYPE_CHECKING:
    from integrationsplan import catalogue
    from integrationsplan._model import evolve
    from integrationsplan.allocation import (
        Allocation,
        Award,
        Programme,
        Recipient,
        Recipients,
        Trace,
        allocate,
        compare,
        verify_trace,
    )
    from integrationsplan.errors import (
        AllocationError,
        DocumentError,
        IntegrationsplanError,
        InvalidValueError,
        NotInForceError,
        UnknownNameError,
    )
    from integrationsplan.findings import Finding, Severity
    from integrationsplan.history import Author, Revision, RevisionKind
    from integrationsplan.plan import IntegrationPlan, ReviewRules, review
    from integrationsplan.serialization import (
        from_json,
        from_mapping,
        from_toml,
        recipients_from_csv,
        to_json,
        to_mapping,
    )
    from integrationsplan.values import (
        AGS,
        ARS,
        Citation,
        CodedValue,
        Money,
        Period,
        Rounding,
        Share,
    )

__all__ = [
    "AGS",
    "ARS",
    "Allocation",
    "AllocationError",
    "Author",
    "Award",
    "Citation",
    "CodedValue",
    "DocumentError",
    "Finding",
    "IntegrationPlan",
    "IntegrationsplanError",
    "InvalidValueError",
    "Money",
    "NotInForceError",
    "Period",
    "Programme",
    "Recipient",
    "Recipients",
    "ReviewRules",
    "Revision",
    "RevisionKind",
    "Rounding",
    "Severity",
    "Share",
    "Trace",
    "UnknownNameError",
    "allocate",
    "catalogue",
    "compare",
    "evolve",
    "from_json",
    "from_mapping",
    "from_toml",
    "recipients_from_csv",
    "review",
    "to_json",
    "to_mapping",
    "verify_trace",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "integrationsplan._model": ("evolve",),
            "integrationsplan.allocation": (
                "Allocation",
                "Award",
                "Programme",
                "Recipient",
                "Recipients",
                "Trace",
                "allocate",
                "compare",
                "verify_trace",
            ),
            "integrationsplan.catalogue": (),
            "integrationsplan.errors": (
                "AllocationError",
                "DocumentError",
                "IntegrationsplanError",
                "InvalidValueError",
                "NotInForceError",
                "UnknownNameError",
            ),
            "integrationsplan.findings": ("Finding", "Severity"),
            "integrationsplan.history": ("Author", "Revision", "RevisionKind"),
            "integrationsplan.plan": ("IntegrationPlan", "ReviewRules", "review"),
            "integrationsplan.serialization": (
                "from_json",
                "from_mapping",
                "from_toml",
                "recipients_from_csv",
                "to_json",
                "to_mapping",
            ),
            "integrationsplan.values": (
                "AGS",
                "ARS",
                "Citation",
                "CodedValue",
                "Money",
                "Period",
                "Rounding",
                "Share",
            ),
        },
    )
