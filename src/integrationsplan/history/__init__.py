"""Revised documents of any kind: entries, revisions, states, proof, erasure, views, merging.

Individual plans live on it, and municipal concepts will. Nothing here knows what the entries mean.
"""

from typing import TYPE_CHECKING

from integrationsplan._lazy import lazily

if TYPE_CHECKING:
    from integrationsplan.history._absorption import Absorption, absorb
    from integrationsplan.history._canonical import canonical_bytes
    from integrationsplan.history._diff import (
        Added,
        Changed,
        Difference,
        FieldChange,
        Removed,
        apply_differences,
        diff_states,
        format_differences,
    )
    from integrationsplan.history._document import RevisedDocument
    from integrationsplan.history._entries import DataGroup, Entry, Reference
    from integrationsplan.history._fold import fold
    from integrationsplan.history._integrity import BrokenLink, Verdict, Verification
    from integrationsplan.history._merge import Conflict, Merge, merge
    from integrationsplan.history._retention import (
        DeletionReceipt,
        DueErasure,
        RetentionReport,
        RetentionRule,
        RetentionSchedule,
        RetentionStart,
        delete,
        due_for_erasure,
        retention,
    )
    from integrationsplan.history._revisions import (
        Author,
        Change,
        Erase,
        EraseReason,
        Mark,
        Marking,
        Moment,
        Put,
        Revision,
        RevisionKind,
        Sealed,
        Withdraw,
    )
    from integrationsplan.history._salts import SaltSource, fresh_salt
    from integrationsplan.history._seals import ALGORITHMS, Digest, Salt, Seal, commit
    from integrationsplan.history._state import State
    from integrationsplan.history._views import Purpose, View, Withheld, WithheldBecause, withhold

__all__ = [
    "ALGORITHMS",
    "Absorption",
    "Added",
    "Author",
    "BrokenLink",
    "Change",
    "Changed",
    "Conflict",
    "DataGroup",
    "DeletionReceipt",
    "Difference",
    "Digest",
    "DueErasure",
    "Entry",
    "Erase",
    "EraseReason",
    "FieldChange",
    "Mark",
    "Marking",
    "Merge",
    "Moment",
    "Purpose",
    "Put",
    "Reference",
    "Removed",
    "RetentionReport",
    "RetentionRule",
    "RetentionSchedule",
    "RetentionStart",
    "RevisedDocument",
    "Revision",
    "RevisionKind",
    "Salt",
    "SaltSource",
    "Seal",
    "Sealed",
    "State",
    "Verdict",
    "Verification",
    "View",
    "Withdraw",
    "Withheld",
    "WithheldBecause",
    "absorb",
    "apply_differences",
    "canonical_bytes",
    "commit",
    "delete",
    "diff_states",
    "due_for_erasure",
    "fold",
    "format_differences",
    "fresh_salt",
    "merge",
    "retention",
    "withhold",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "integrationsplan.history._absorption": ("Absorption", "absorb"),
            "integrationsplan.history._canonical": ("canonical_bytes",),
            "integrationsplan.history._diff": (
                "Added",
                "Changed",
                "Difference",
                "FieldChange",
                "Removed",
                "apply_differences",
                "diff_states",
                "format_differences",
            ),
            "integrationsplan.history._document": ("RevisedDocument",),
            "integrationsplan.history._entries": ("DataGroup", "Entry", "Reference"),
            "integrationsplan.history._fold": ("fold",),
            "integrationsplan.history._integrity": ("BrokenLink", "Verdict", "Verification"),
            "integrationsplan.history._merge": ("Conflict", "Merge", "merge"),
            "integrationsplan.history._retention": (
                "DeletionReceipt",
                "DueErasure",
                "RetentionReport",
                "RetentionRule",
                "RetentionSchedule",
                "RetentionStart",
                "delete",
                "due_for_erasure",
                "retention",
            ),
            "integrationsplan.history._revisions": (
                "Author",
                "Change",
                "Erase",
                "EraseReason",
                "Mark",
                "Marking",
                "Moment",
                "Put",
                "Revision",
                "RevisionKind",
                "Sealed",
                "Withdraw",
            ),
            "integrationsplan.history._salts": ("SaltSource", "fresh_salt"),
            "integrationsplan.history._seals": ("ALGORITHMS", "Digest", "Salt", "Seal", "commit"),
            "integrationsplan.history._state": ("State",),
            "integrationsplan.history._views": (
                "Purpose",
                "View",
                "Withheld",
                "WithheldBecause",
                "withhold",
            ),
        },
    )
