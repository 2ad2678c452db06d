"""JSON Schema of documents: what a form, an editor or another language can check beforehand.

A schema accepts every document that the loader accepts; what it refuses, the loader refuses. What a
schema cannot say stays with the loader: laws of histories and formulas, forms of Unicode, bounds of
whole documents.
"""

from typing import Any

from integrationsplan._language import Language, Wording
from integrationsplan.errors import UnknownNameError
from integrationsplan.serialization._kinds import FORMATS
from integrationsplan.serialization._schema_builder import Builder, Dialect, Schema

__all__ = ["Dialect", "json_schema"]

_DIALECTS = {
    "2020-12": "https://json-schema.org/draft/2020-12/schema",
    "forms": "http://json-schema.org/draft-07/schema#",
}
_HEAD = {
    "format": Wording("Names the kind of document.", "Nennt die Art des Dokuments."),
    "version": Wording("Version of the format.", "Version des Formats."),
}
_TITLES = {"format": Wording("format", "Format"), "version": Wording("version", "Version")}


def json_schema(
    document: type, *, dialect: Dialect = "2020-12", language: Language = "en"
) -> dict[str, Any]:
    """Return the JSON Schema of a kind of document.

    Args:
        document: One of the classes of `FORMATS`.
        dialect: ``2020-12``, or ``forms``: draft-07, as form builders want it, with a title for
            each code. Both accept the same documents.
        language: Language of titles and descriptions; the other one stands beside it under
            ``x-de`` or ``x-en``.

    Raises:
        UnknownNameError: If the class is no kind of document, or dialect or language is another.

    Example:
        >>> from integrationsplan import IntegrationPlan
        >>> schema = json_schema(IntegrationPlan)
        >>> schema["$id"], schema["required"]
        ('urn:integrationsplan:schema:plan:1', ['format', 'version', 'id', 'revisions'])
        >>> schema["$defs"]["Goal"]["properties"]["due_on"]["x-de"]["title"]
        'fällig am'
    """
    name, version = _format_of(document)
    _known(Wording("dialect", "Dialekt"), dialect, _DIALECTS)
    _known(Wording("language", "Sprache"), language, ("de", "en"))
    builder = Builder(dialect, language)
    head: dict[str, Schema] = {
        "format": {**builder.told(_TITLES["format"], _HEAD["format"]), "const": name},
        "version": {**builder.told(_TITLES["version"], _HEAD["version"]), "const": version},
    }
    content = builder.of_class(document, head)
    return {
        "$schema": _DIALECTS[dialect],
        "$id": _identity(name, version, dialect, language),
        **content,
        builder.home: dict(sorted(builder.definitions.items())),
    }


def _identity(name: str, version: int, dialect: Dialect, language: Language) -> str:
    kind = name.partition("/")[2]
    parts = ["urn:integrationsplan:schema", kind, str(version)]
    parts += ["forms"] if dialect == "forms" else []
    parts += ["de"] if language == "de" else []
    return ":".join(parts)


def _known(what: Wording, name: str, known: Any) -> None:
    if name not in known:
        raise UnknownNameError(what, str(name), tuple(known))


def _format_of(document: type) -> tuple[str, int]:
    if document not in FORMATS:
        raise UnknownNameError(
            Wording("kind of document", "Art von Dokument"),
            getattr(document, "__name__", "?"),
            (kind.__name__ for kind in FORMATS),
        )
    return FORMATS[document]
