"""Layouts of forms: which fields stand where, and what they are called.

A layout is made from the schema in the dialect of forms, so that both speak of the same fields.
"""

from collections.abc import Iterator
from typing import Any

from integrationsplan._language import Language
from integrationsplan.serialization._schema import json_schema
from integrationsplan.serialization._schema_builder import LINES_PATTERN, Schema

__all__ = ["ui_schema"]

_OF_THE_MACHINE = frozenset({"commitment", "digest", "salt"})
"""Keys whose values the library works out; nobody types them."""

# Forms are filled in about other people: a browser that puts in the name of whoever sits before it
# does harm. What HTML calls the fields is kept for forms that people fill in about themselves.
_SELF = {
    "given_names": "given-name",
    "family_name": "family-name",
    "birth_date": "bday",
    "gender": "sex",
}


def ui_schema(document: type, language: Language = "en") -> dict[str, Any]:
    """Return a layout of a kind of document for JSON Forms.

    Beside the layout stand those of its parts under ``definitions``, by the names of the schema:
    a form for a single goal takes ``definitions["Goal"]`` of both.

    Args:
        document: One of the classes of `FORMATS`.
        language: Language of labels and descriptions.

    Raises:
        UnknownNameError: If the class is no kind of document, or the language is another.

    Example:
        >>> from integrationsplan import IntegrationPlan
        >>> layout = ui_schema(IntegrationPlan, "de")
        >>> layout["definitions"]["Goal"]["elements"][1]["label"]
        'Handlungsfeld'
    """
    schema = json_schema(document, dialect="forms", language=language)
    definitions: dict[str, Schema] = schema["definitions"]
    maker = _Maker(definitions)
    return {
        "type": "VerticalLayout",
        "elements": maker.elements(schema),
        "definitions": {
            name: {"type": "Group", "label": part["title"], "elements": maker.elements(part)}
            for name, part in definitions.items()
            if "properties" in part
        },
    }


class _Maker:
    """Makes the elements of a layout."""

    def __init__(self, definitions: dict[str, Schema]) -> None:
        self._definitions = definitions

    def elements(
        self, schema: Schema, scope: str = "#", above: tuple[str, ...] = ()
    ) -> list[Schema]:
        """Return one element for each field; ``above`` are the parts that it lies in."""
        return list(self._elements(schema, scope, above))

    def _elements(self, schema: Schema, scope: str, above: tuple[str, ...]) -> Iterator[Schema]:
        for key, field in schema["properties"].items():
            if "const" in field:
                continue  # nothing to fill in
            place = f"{scope}/properties/{key}"
            name, part = self._part(field)
            if "properties" in part and name not in above:
                inner = self.elements(part, place, (*above, name))
                yield {"type": "Group", "label": field["title"], "elements": inner}
            else:
                control = {"type": "Control", "scope": place, "label": field["title"]}
                options = self._options(key, field, above)
                yield {**control, "options": options} if options else control

    def _part(self, field: Schema) -> tuple[str, Schema]:
        """Return the definition that a field refers to, with its name."""
        name = field.get("$ref", "").rpartition("/")[2]
        return name, self._definitions.get(name, {})

    def _options(self, key: str, field: Schema, above: tuple[str, ...]) -> Schema:
        options: Schema = {}
        if "description" in field:
            options["description"] = field["description"]
        if field.get("pattern") == LINES_PATTERN:
            options["multi"] = True
        if key in _OF_THE_MACHINE:
            options["readonly"] = True
        if key in _SELF:
            options |= {"autocomplete": "off", "autocompleteSelf": _SELF[key]}
        refers = field.get("x-refers-to") or field.get("items", {}).get("x-refers-to")
        if refers:
            options["refersTo"] = refers
        name, part = self._part(field.get("items", {}))
        if "properties" in part and name not in above:
            elements = self.elements(part, "#", (*above, name))
            options["detail"] = {"type": "VerticalLayout", "elements": elements}
        return options
