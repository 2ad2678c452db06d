"""Documents in and out: JSON and TOML, strict, versioned, every problem told; CSV; schemas.

The only importer of cattrs and msgspec. See `Bounds` for how large a document may be.
"""

from typing import TYPE_CHECKING

from integrationsplan._lazy import lazily

if TYPE_CHECKING:
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
        Decoder,
        decoders,
        from_json,
        from_mapping,
        from_toml,
        migrate,
        to_json,
        to_mapping,
    )
    from integrationsplan.serialization._goals_csv import GoalsFile, goals_from_csv, goals_to_csv
    from integrationsplan.serialization._kinds import FORMATS, DocumentKind, Upcaster
    from integrationsplan.serialization._line_sources import BytesRead, JsonLines, Position
    from integrationsplan.serialization._recipients_csv import recipients_to_csv
    from integrationsplan.serialization._schema import Dialect, json_schema
    from integrationsplan.serialization._schema_ui import ui_schema
    from integrationsplan.serialization._streams import (
        BadLine,
        GoodLine,
        JsonLine,
        read_json_lines,
        write_json_lines,
    )
    from integrationsplan.serialization._unknown import Kept

__all__ = [
    "COMPARISON_FORMAT",
    "DEFAULT_BOUNDS",
    "DIFFERENCE_FORMAT",
    "FORMATS",
    "SENSITIVITY_FORMAT",
    "BadLine",
    "Bounds",
    "BytesRead",
    "Decoder",
    "Dialect",
    "DocumentKind",
    "GoalsFile",
    "GoodLine",
    "JsonLine",
    "JsonLines",
    "Kept",
    "Position",
    "RecipientsFile",
    "Upcaster",
    "awards_to_csv",
    "code_list_from_csv",
    "code_mapping_from_csv",
    "comparison_to_mapping",
    "decoders",
    "differences_to_mapping",
    "from_json",
    "from_mapping",
    "from_toml",
    "goals_from_csv",
    "goals_to_csv",
    "json_schema",
    "migrate",
    "parts_to_csv",
    "read_json_lines",
    "recipients_from_csv",
    "recipients_to_csv",
    "records_from_csv",
    "sensitivity_to_mapping",
    "to_json",
    "to_mapping",
    "ui_schema",
    "write_json_lines",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(
        __name__,
        {
            "integrationsplan.serialization._bounds": ("DEFAULT_BOUNDS", "Bounds"),
            "integrationsplan.serialization._code_lists": (
                "code_list_from_csv",
                "code_mapping_from_csv",
            ),
            "integrationsplan.serialization._comparisons": (
                "COMPARISON_FORMAT",
                "SENSITIVITY_FORMAT",
                "comparison_to_mapping",
                "sensitivity_to_mapping",
            ),
            "integrationsplan.serialization._csv": (
                "RecipientsFile",
                "awards_to_csv",
                "parts_to_csv",
                "recipients_from_csv",
                "records_from_csv",
            ),
            "integrationsplan.serialization._differences": (
                "DIFFERENCE_FORMAT",
                "differences_to_mapping",
            ),
            "integrationsplan.serialization._documents": (
                "Decoder",
                "decoders",
                "from_json",
                "from_mapping",
                "from_toml",
                "migrate",
                "to_json",
                "to_mapping",
            ),
            "integrationsplan.serialization._goals_csv": (
                "GoalsFile",
                "goals_from_csv",
                "goals_to_csv",
            ),
            "integrationsplan.serialization._kinds": ("FORMATS", "DocumentKind", "Upcaster"),
            "integrationsplan.serialization._line_sources": ("BytesRead", "JsonLines", "Position"),
            "integrationsplan.serialization._recipients_csv": ("recipients_to_csv",),
            "integrationsplan.serialization._schema": ("Dialect", "json_schema"),
            "integrationsplan.serialization._schema_ui": ("ui_schema",),
            "integrationsplan.serialization._streams": (
                "BadLine",
                "GoodLine",
                "JsonLine",
                "read_json_lines",
                "write_json_lines",
            ),
            "integrationsplan.serialization._unknown": ("Kept",),
        },
    )
