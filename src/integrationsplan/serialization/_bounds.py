"""How large a document may be. Every bound can be set, and each has its own problem code."""

from typing import Annotated

from annotated_types import Ge

from integrationsplan._model import model

__all__ = ["DEFAULT_BOUNDS", "Bounds"]

Limit = Annotated[int, Ge(1)]


@model
class Bounds:
    """Limits of what is read.

    Attributes:
        json_bytes: Size of a JSON document.
        toml_bytes: Size of a TOML document.
        csv_bytes: Size of a CSV file.
        depth: Objects and arrays inside one another.
        key_parts: Parts of a dotted key in TOML.
        integer_digits: Digits of a whole number in JSON.
        rows: Rows of a CSV file or of a table.
        problems: Problems reported; the rest is counted.
    """

    json_bytes: Limit = 8 * 1024 * 1024
    toml_bytes: Limit = 256 * 1024
    csv_bytes: Limit = 64 * 1024 * 1024
    depth: Limit = 32
    key_parts: Limit = 8
    integer_digits: Limit = 18
    rows: Limit = 1_000_000
    problems: Limit = 1_000


DEFAULT_BOUNDS = Bounds()
