"""From declarations to JSON Schema: one definition for each class and each code list.

Two dialects come of one walk. They differ in names of keywords and in how codes are written; the
constraints are the same, so that both accept the same documents.
"""

import datetime as dt
import enum
import re
import types
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

import annotated_types as at

from integrationsplan._language import Language, Wording
from integrationsplan._model import FrozenMap, Pattern, RefersTo
from integrationsplan._model._constraints import Plain
from integrationsplan.allocation import NODES, Node, Rule
from integrationsplan.serialization import _schema_words as words
from integrationsplan.serialization._schema_fields import Field, fields_of, kind_of, with_form
from integrationsplan.serialization._shapes import TEXT_CLASSES, text_of_class
from integrationsplan.values import Basis

Schema: TypeAlias = dict[str, Any]
Dialect: TypeAlias = Literal["2020-12", "forms"]

DATE_PATTERN = "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
MOMENT_PATTERN = (
    f"{DATE_PATTERN[:-1]}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{{1,6}})?"
    "(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$"
)

# What no text may hold, as far as every engine for regular expressions reads it alike: surrogates,
# and what takes more than four hexadecimal digits, are left to the loader.
_INVISIBLE = (
    r"\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff"
    r"\ufff9-\ufffb\ufffe\uffff"
)
LINE_PATTERN = rf"^[^\u0000-\u001f{_INVISIBLE}]*$"
LINES_PATTERN = rf"^[^\u0000-\u0008\u000b-\u001f{_INVISIBLE}]*$"

_LEAVES: Mapping[type, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date", "pattern": DATE_PATTERN},
    dt.datetime: {"type": "string", "format": "date-time", "pattern": MOMENT_PATTERN},
}
_UNION_TITLES = {"changes": "Change", "entry": "Entry", "target": "Target"}
"""Names of unions by the field that holds them; others are called after class and field."""

_NOT_PORTABLE = re.compile(r"\(\?(?!:)|[*+?}]\+|\\[A-Za-z]|[|(]\^|\$.")


def portable(regex: str) -> str:
    """Return a pattern for whole texts that Python and ECMA-262 read alike.

    Raises:
        TypeError: If it holds what they do not share (a mistake in a declaration).
    """
    if _NOT_PORTABLE.search(regex.replace("\\.", "").replace("\\+", "")):
        raise TypeError(f"a pattern that cannot be written in a schema: {regex!r}")
    return f"^(?:{regex})$"


class Builder:
    """Builds the schema of one kind of document.

    Attributes:
        home: The key under which the schema holds its definitions.
        definitions: The definitions so far, by name.
    """

    def __init__(self, dialect: Dialect, language: Language) -> None:
        self.dialect: Dialect = dialect
        self.language: Language = language
        self.home = "$defs" if dialect == "2020-12" else "definitions"
        self.definitions: dict[str, Schema] = {}
        self._owners: dict[str, object] = {}

    def told(self, title: Wording | None, description: Wording | None) -> Schema:
        """Return title and description in the schema's language, and in the other one beside it."""
        other: Language = "en" if self.language == "de" else "de"
        named = {"title": title, "description": description}
        said = {key: wording for key, wording in named.items() if wording is not None}
        return {
            **{key: wording.in_language(self.language) for key, wording in said.items()},
            f"x-{other}": {key: wording.in_language(other) for key, wording in said.items()},
        }

    def of_class(
        self, wanted: Any, first: Mapping[str, Schema] | None = None, more: Iterable[Field] = ()
    ) -> Schema:
        """Return the schema of a class.

        Args:
            wanted: The class, perhaps parametrised.
            first: Keys that stand before its fields, all required.
            more: Fields beside its own.
        """
        origin = get_origin(wanted) or wanted
        kind = kind_of(wanted)
        properties = dict(first or {})
        if kind is not None:
            properties["kind"] = {"type": "string", "const": kind}
        required = list(properties)
        for field in (*fields_of(wanted), *more):
            properties[field.key] = self._field(origin, field)
            if field.required:
                required.append(field.key)
        return {
            **self.told(words.title_of_class(origin), words.text_of(origin)),
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _field(self, owner: type, field: Field) -> Schema:
        name = _UNION_TITLES.get(field.key, owner.__name__ + _camel(field.key))
        schema = self.value(field.annotation, name)
        told = self.told(field.title, with_form(field.annotation, field.description))
        default = {} if field.default is None else {"default": field.default}
        return {**told, **schema, **default}

    def value(self, annotation: Any, name: str) -> Schema:
        """Return the schema of a type; ``name`` is for what has none of its own."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._constrained(self.value(arguments[0], name), arguments[1:])
        if origin in (Union, types.UnionType):
            options = [option for option in arguments if option is not type(None)]
            return self._union(options, name) if len(options) > 1 else self.value(options[0], name)
        if origin is Literal:
            return self._codes(arguments)
        if origin is tuple:
            return {"type": "array", "items": self.value(arguments[0], name)}
        if origin is FrozenMap:
            names = self.value(arguments[0], name)
            names.pop("type")
            return {
                "type": "object",
                **({"propertyNames": names} if names else {}),
                "additionalProperties": self.value(arguments[1], name),
            }
        if annotation in _LEAVES:
            return dict(_LEAVES[annotation])
        return self._defined(annotation)

    def _defined(self, wanted: Any) -> Schema:
        """Return a reference to the definition of a class or a code list."""
        origin = get_origin(wanted) or wanted
        if origin is Node:
            return self._named("Node", Node, lambda: self._variants(NODES))
        if origin is Rule:
            return self._named("Rule", Rule, self._rule)
        if issubclass(origin, enum.Enum):
            return self._named(origin.__name__, origin, lambda: self._code_list(origin))
        if origin in TEXT_CLASSES:
            text = text_of_class(origin)
            told = self.told(words.title_of_class(origin), with_form(text, words.text_of(origin)))
            return self._named(origin.__name__, origin, lambda: {**told, **self.value(text, "")})
        return self._named(origin.__name__, wanted, lambda: self.of_class(wanted))

    def _named(self, name: str, owner: object, make: Any) -> Schema:
        """Make a definition once, and refer to it."""
        if self._owners.setdefault(name, owner) != owner:
            raise TypeError(f"two definitions would be called {name!r}")
        if name not in self.definitions:
            self.definitions[name] = {}  # what it holds may refer to it
            self.definitions[name] = make()
        return {"$ref": f"#/{self.home}/{name}"}

    def _union(self, options: list[Any], name: str) -> Schema:
        texts = [option for option in options if _bare(option) is str]
        if not texts:
            return self._named(name, tuple(options), lambda: self._variants(options))
        (rest,) = (option for option in options if option not in texts)
        title = Wording("operand", "Operand")
        meaning = Wording(
            "A name or a number as text, or an expression.",
            "Ein Name oder eine Zahl als Text, oder ein Ausdruck.",
        )
        return self._named(
            "Operand" if rest is Node else name,
            tuple(options),
            lambda: {
                **self.told(title, meaning),
                "oneOf": [self.value(texts[0], name), self.value(rest, name)],
            },
        )

    def _variants(self, options: Iterable[Any]) -> Schema:
        """Return a union of classes that their kind tells apart."""
        return self._told_apart([self._defined(option) for option in options])

    def _told_apart(self, references: list[Schema]) -> Schema:
        return {
            "type": "object",
            "required": ["kind"],
            "discriminator": {"propertyName": "kind"},
            "oneOf": references,
        }

    def _rule(self) -> Schema:
        """Return the union of named rules: nodes with two keys more."""
        own = [field for field in fields_of(Rule) if field.key != "node"]
        references = [
            self._named(
                f"{node.__name__}Rule",
                (Rule, node),
                lambda node=node: self.of_class(node, more=own),
            )
            for node in NODES
        ]
        told = self.told(words.title_of_class(Rule), words.text_of(Rule))
        return {**told, **self._told_apart(references)}

    def _code_list(self, wanted: type[enum.Enum]) -> Schema:
        # An assumption belongs to the caller: documents hold what is stated or inferred.
        members = [member for member in wanted if member is not Basis.ASSUMED]
        return {
            **self.told(words.title_of_class(wanted), words.text_of(wanted)),
            **self._codes(members),
        }

    def _codes(self, codes: Iterable[Any]) -> Schema:
        values = [code.value if isinstance(code, enum.Enum) else code for code in codes]
        if self.dialect == "2020-12":
            return {"type": "string", "enum": values}
        titled = [
            {"const": value, **self.told(words.title_of_code(code), None)}
            for code, value in zip(codes, values, strict=True)
        ]
        return {"type": "string", "oneOf": titled}

    def _constrained(self, schema: Schema, metadata: Iterable[Any]) -> Schema:
        found = dict(schema)
        patterns: list[str] = []
        for item in metadata:
            if isinstance(item, at.GroupedMetadata):
                found = self._constrained(found, item)
            elif isinstance(item, Pattern):
                patterns.append(portable(item.regex))
                found["x-form"] = {"en": item.en, "de": item.de}
            elif isinstance(item, Plain):
                patterns.append(LINES_PATTERN if item.lines else LINE_PATTERN)
            elif isinstance(item, RefersTo):
                found["x-refers-to"] = list(item.kinds)
            else:
                found |= _bound(found, item)
        for pattern in patterns:
            if "pattern" in found:
                found.setdefault("allOf", []).append({"pattern": pattern})
            else:
                found["pattern"] = pattern
        return found


def _bound(schema: Schema, item: object) -> Schema:
    """Return the keyword for a length or a bound; what a schema cannot say, the loader checks."""
    ends = {"string": "Length", "array": "Items", "object": "Properties"}
    end = ends.get(schema.get("type", ""))
    if isinstance(item, at.MinLen) and end:
        return {f"min{end}": item.min_length} if item.min_length else {}
    if isinstance(item, at.MaxLen) and end:
        return {f"max{end}": item.max_length}
    if isinstance(item, at.Ge):
        return {"minimum": item.ge}
    if isinstance(item, at.Gt):
        return {"exclusiveMinimum": item.gt}
    if isinstance(item, at.Le):
        return {"maximum": item.le}
    if isinstance(item, at.Lt):
        return {"exclusiveMaximum": item.lt}
    return {}


def _camel(key: str) -> str:
    return "".join(word.capitalize() for word in key.split("_"))


def _bare(annotation: Any) -> Any:  # a type
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
