"""Documents in and out: JSON and TOML, strict, versioned, every problem with its place; CSV.

The only importer of cattrs. See `Bounds` for how large a document may be.
"""

from integrationsplan.serialization._awards import ALLOCATION_FORMAT, allocation_to_mapping
from integrationsplan.serialization._bounds import DEFAULT_BOUNDS, Bounds
from integrationsplan.serialization._csv import (
    RecipientsFile,
    awards_to_csv,
    recipients_from_csv,
)
from integrationsplan.serialization._documents import (
    FORMATS,
    from_json,
    from_mapping,
    from_toml,
    to_json,
    to_mapping,
)

__all__ = [
    "ALLOCATION_FORMAT",
    "DEFAULT_BOUNDS",
    "FORMATS",
    "Bounds",
    "RecipientsFile",
    "allocation_to_mapping",
    "awards_to_csv",
    "from_json",
    "from_mapping",
    "from_toml",
    "recipients_from_csv",
    "to_json",
    "to_mapping",
]
