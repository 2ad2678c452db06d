"""Documents in and out: JSON and TOML, strict, versioned, every problem with its place; CSV.

The only importer of cattrs. See `Bounds` for how large a document may be.
"""

from integrationsplan.serialization._awards import ALLOCATION_FORMAT, allocation_to_mapping
from integrationsplan.serialization._bounds import DEFAULT_BOUNDS, Bounds
from integrationsplan.serialization._code_lists import code_list_from_csv, code_mapping_from_csv
from integrationsplan.serialization._comparisons import (
    COMPARISON_FORMAT,
    SENSITIVITY_FORMAT,
    comparison_to_mapping,
    sensitivity_to_mapping,
)
from integrationsplan.serialization._csv import (
    RecipientsFile,
    awards_to_csv,
    parts_to_csv,
    recipients_from_csv,
    records_from_csv,
)
from integrationsplan.serialization._differences import (
    DIFFERENCE_FORMAT,
    differences_to_mapping,
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
    "COMPARISON_FORMAT",
    "DEFAULT_BOUNDS",
    "DIFFERENCE_FORMAT",
    "FORMATS",
    "SENSITIVITY_FORMAT",
    "Bounds",
    "RecipientsFile",
    "allocation_to_mapping",
    "awards_to_csv",
    "code_list_from_csv",
    "code_mapping_from_csv",
    "comparison_to_mapping",
    "differences_to_mapping",
    "from_json",
    "from_mapping",
    "from_toml",
    "parts_to_csv",
    "recipients_from_csv",
    "records_from_csv",
    "sensitivity_to_mapping",
    "to_json",
    "to_mapping",
]
