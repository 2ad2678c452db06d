"""Reading what is readable of a damaged programme document, block by block."""

from collections.abc import Mapping
from typing import Any, get_args, get_origin

import cattrs

from integrationsplan._model import FrozenMap, field_specs
from integrationsplan.allocation import Programme
from integrationsplan.allocation._columns import RECIPIENT
from integrationsplan.allocation._draft import Draft
from integrationsplan.errors import ProblemsError
from integrationsplan.problems import Problem
from integrationsplan.serialization._models import Refused
from integrationsplan.serialization._objects import is_object


def problems_of_meaning(content: Any, converter: cattrs.Converter) -> tuple[Problem, ...]:
    """Return what is wrong in meaning with the readable parts of a programme document.

    Nothing is said where a whole block cannot be read: every name of it would seem unknown.
    """
    if not is_object(content):
        return ()
    reader = _BlockReader(content, converter)
    levels = reader.one("levels")
    if levels is None or RECIPIENT not in levels or not reader.has_blocks():
        return ()
    names = {block: reader.entries(block) for block in ("figures", "parameters", "rules")}
    return Draft(
        levels=levels,
        figures=names["figures"],
        parameters=names["parameters"],
        rules=names["rules"],
        conditions=reader.items("conditions"),
        result=reader.one("result"),
        sources=reader.items("sources"),
        tranches=reader.items("tranches"),
        earmarks=reader.items("earmarks"),
        citations=reader.entries("citations"),
        unreadable=frozenset(reader.unreadable),
    ).problems()


_BLOCKS = ("figures", "parameters", "rules", "citations")

MOST_ENTRIES = 1_000
"""More than any block may have: of one that is too long nothing more is said."""


class _BlockReader:
    """Reads the blocks of a document and remembers the names that it could not read."""

    def __init__(self, content: Mapping[str, Any], converter: cattrs.Converter) -> None:
        self._content = content
        self._converter = converter
        self._types = {spec.name: _bare(spec.annotation) for spec in field_specs(Programme)}
        self.unreadable: set[str] = set()

    def has_blocks(self) -> bool:
        """Tell whether every block of names is one, or is absent."""
        blocks = [self._content.get(name, {}) for name in _BLOCKS]
        return all(is_object(block) and len(block) <= MOST_ENTRIES for block in blocks)

    def one(self, block: str) -> Any:
        """Return a whole block, or nothing."""
        return self._read(self._content.get(block), self._types[block])

    def entries(self, block: str) -> FrozenMap[str, Any]:
        """Return the readable entries of a block by name."""
        found = {}
        raw: Any = self._content.get(block)
        for name, value in raw.items() if is_object(raw) else ():
            entry = self._read(value, get_args(self._types[block])[1])
            if entry is None:
                self.unreadable.add(name)
            else:
                found[name] = entry
        return FrozenMap(found)

    def items(self, block: str) -> tuple[Any, ...]:
        """Return the items of a list, with nothing where one cannot be read."""
        raw = self._content.get(block)
        item = get_args(self._types[block])[0]
        return tuple(self._read(value, item) for value in raw) if type(raw) is list else ()

    def _read(self, value: Any, wanted: Any) -> Any:
        try:
            return self._converter.structure(value, wanted)
        except (Refused, ProblemsError):
            return None


def _bare(annotation: Any) -> Any:
    """Return a type without its constraints: `Annotated` has them after the type."""
    while get_origin(annotation) is not None and hasattr(annotation, "__metadata__"):
        annotation = get_args(annotation)[0]
    return annotation
