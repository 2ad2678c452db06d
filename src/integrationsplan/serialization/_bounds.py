"""How large a document may be. Every bound can be set, and each has its own problem code."""

from typing import Annotated

from annotated_types import Ge

from integrationsplan._model import field_specs, model

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
        text: Characters of a text or a key.
        items: Items of a list, or keys of an object.
        values: Values of a document, those that hold others among them.
        line_bytes: Size of a line of a CSV file.
        rows: Rows of a CSV file or of a table.
        problems: Problems reported; the rest is counted.
    """

    json_bytes: Limit = 8 * 1024 * 1024
    toml_bytes: Limit = 256 * 1024
    csv_bytes: Limit = 64 * 1024 * 1024
    depth: Limit = 32
    key_parts: Limit = 8
    integer_digits: Limit = 18
    text: Limit = 20_000
    items: Limit = 100_000
    values: Limit = 500_000
    line_bytes: Limit = 1024 * 1024
    rows: Limit = 1_000_000
    problems: Limit = 1_000

    @property
    def hold_everything(self) -> bool:
        """Whether they are nowhere narrower than what the model bears anyway."""
        return self is DEFAULT_BOUNDS or all(
            getattr(self, field.name) >= field.default
            for field in field_specs(Bounds)
            if field.name not in _OF_FILES
        )


_OF_FILES = ("json_bytes", "toml_bytes", "csv_bytes", "line_bytes", "rows", "problems")
"""Limits that say nothing of single values."""

DEFAULT_BOUNDS = Bounds()
