"""What classes, fields and codes are called in schemas, and what is said of them.

English comes from the declarations: labels, the first lines of docstrings, and their "Attributes:".
German comes from labels and, where there is none, from ``_schema_de.toml``, which holds one line
for each English one. Under ``python -OO`` there are no docstrings, and so no descriptions.
"""

import functools
import inspect
import re
import tomllib
from collections.abc import Mapping
from enum import Enum
from importlib import resources
from typing import Any

import attrs

from integrationsplan._language import Wording
from integrationsplan._model import FieldSpec, Label
from integrationsplan.values import Labelled

__all__ = ["meanings_of", "text_of", "title_of_class", "title_of_code", "title_of_field"]

_UPPER_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)


@functools.cache
def _german() -> Mapping[str, Mapping[str, str]]:
    file = resources.files("integrationsplan.serialization").joinpath("_schema_de.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _both(english: str, section: str) -> Wording:
    """Return an English text with its translation; without one, the English stands for both."""
    return Wording(english, _german()[section].get(english, english))


def _of_label(label: Label) -> Wording:
    return Wording(label.en, label.de)


def title_of_class(cls: type) -> Wording:
    """Return what a class is called."""
    label = getattr(cls, "label", None)
    if isinstance(label, Label):
        return _of_label(label)
    words = _UPPER_INSIDE.sub(" ", cls.__name__)
    return _both(words if words.isupper() else words.lower(), "titles")


def title_of_field(field: FieldSpec) -> Wording:
    """Return what a field is called."""
    if field.label is not None:
        return _of_label(field.label)
    return _both(field.name.replace("_", " "), "titles")


def title_of_code(code: object) -> Wording:
    """Return what a code is called: a member of an enumeration, or a literal value."""
    if isinstance(code, Labelled):
        return _of_label(code.label)
    value = code.value if isinstance(code, Enum) else code
    return _both(str(value).replace("_", " "), "titles")


def text_of(cls: type) -> Wording | None:
    """Return what the docstring of a class says first."""
    first = _plain(inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0])
    return _both(first, "descriptions") if first else None


def meanings_of(cls: Any) -> Mapping[str, Wording]:
    """Return what the docstrings of a class and its bases say of each field."""
    found: dict[str, Wording] = {}
    fields = attrs.fields_dict(cls)
    for base in reversed(cls.__mro__):
        section = inspect.cleandoc(base.__doc__ or "").partition("Attributes:\n")[2]
        for name, text in _ATTRIBUTE.findall(section.partition("\n\n")[0]):
            if name in fields:  # properties stand there too
                found[name] = _both(_plain(text), "descriptions")
    return found


def _plain(text: str) -> str:
    """Return a text of a docstring in one line and without marks."""
    return re.sub(r"\s+", " ", text).replace("``", "`").strip()
