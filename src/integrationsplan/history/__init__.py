"""Revised documents of any kind: entries, changes, revisions, states, differences.

Individual plans live on it, and municipal concepts will. Nothing here knows what the entries mean.
"""

from integrationsplan.history._diff import (
    Added,
    Changed,
    Difference,
    FieldChange,
    Removed,
    diff_states,
)
from integrationsplan.history._document import RevisedDocument
from integrationsplan.history._fold import State, fold
from integrationsplan.history._revisions import (
    Author,
    Entry,
    Moment,
    Put,
    Revision,
    RevisionKind,
    Withdraw,
)

__all__ = [
    "Added",
    "Author",
    "Changed",
    "Difference",
    "Entry",
    "FieldChange",
    "Moment",
    "Put",
    "Removed",
    "RevisedDocument",
    "Revision",
    "RevisionKind",
    "State",
    "Withdraw",
    "diff_states",
    "fold",
]
