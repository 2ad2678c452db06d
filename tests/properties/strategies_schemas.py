"""Strategies for what a schema of documents accepts, recursive schemas too.

Tests import them as ``from tests.properties.strategies_schemas import made_from``. They know the
keywords that our schemas use and no others.
"""

from typing import Any

from hypothesis import strategies as st

__all__ = ["made_from"]

DEEPEST = 2
"""Definitions inside one another that hold themselves, such as formulas in formulas."""


def made_from(schema: dict[str, Any], root: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Draw what a schema accepts.

    Args:
        schema: The schema, or a part of one.
        root: The whole schema, which holds the definitions.
    """
    return _Maker(root).part(schema)


class _Maker:
    """Makes strategies of parts; ``above`` are the definitions that a part lies in."""

    def __init__(self, root: dict[str, Any]) -> None:
        self._root = root

    def part(self, found: dict[str, Any], above: tuple[str, ...] = ()) -> st.SearchStrategy[Any]:
        """Draw what a part of the schema accepts."""
        if "$ref" in found:
            home, name = found["$ref"].split("/")[1:]
            return self.part(self._root[home][name], (*above, name))
        if "const" in found:
            return st.just(found["const"])
        if "enum" in found:
            return st.sampled_from(found["enum"])
        if "oneOf" in found:
            options = found["oneOf"]
            if above.count(above[-1] if above else "") > DEEPEST:
                options = options[:1]  # the flat one stands first
            return st.sampled_from(options).flatmap(lambda option: self.part(option, above))
        if found["type"] == "array":
            least = found.get("minItems", 0)
            if least == 0 and above.count(_name(found["items"])) >= DEEPEST:
                return st.just([])
            items = self.part(found["items"], above)
            return st.lists(items, min_size=least, max_size=max(least, 2))
        return self._object(found, above) if found["type"] == "object" else _single(found)

    def _object(self, found: dict[str, Any], above: tuple[str, ...]) -> st.SearchStrategy[Any]:
        if "properties" in found:
            fields = {key: self.part(item, above) for key, item in found["properties"].items()}
            required = found.get("required", ())
            return st.fixed_dictionaries(
                {key: fields[key] for key in required},
                optional={key: item for key, item in fields.items() if key not in required},
            )
        names = _single({"type": "string", **found.get("propertyNames", {})})
        least = found.get("minProperties", 0)
        values = self.part(found["additionalProperties"], above)
        return st.dictionaries(names, values, min_size=least, max_size=max(least, 2))


def _name(found: dict[str, Any]) -> str:
    """Return the definition that a schema refers to; the empty text for none."""
    name: str = found.get("$ref", "").rpartition("/")[2]
    return name


def _single(found: dict[str, Any]) -> st.SearchStrategy[Any]:
    if found["type"] == "boolean":
        return st.booleans()
    if found["type"] == "integer":
        return st.integers(found.get("minimum", -(10**17)), found.get("maximum", 10**17))
    least, most = found.get("minLength", 0), min(found.get("maxLength", 40), 40)
    if found.get("format") == "date":
        return st.dates().map(lambda day: day.isoformat())
    if found.get("format") == "date-time":
        return st.datetimes().map(lambda moment: f"{moment.isoformat()}Z")
    if "pattern" not in found:
        return st.text(min_size=least, max_size=most)
    if found["pattern"].startswith("^[^"):  # a text: seldom one that is not in Unicode's NFC
        plain = st.text("abcäöüß ÉŁ-.", min_size=max(least, 1), max_size=most)
        return plain | st.from_regex(found["pattern"]).filter(lambda t: least <= len(t) <= most)
    return st.from_regex(found["pattern"]).filter(lambda text: least <= len(text))
