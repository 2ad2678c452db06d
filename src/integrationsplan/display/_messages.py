"""Every message that a catalogue has to translate, with where it stands.

Messages of the templates and of calls in this package are found; labels come from the classes of
the model, so that a new code list or code is missed in the catalogues at once.
"""

import ast
import inspect
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, get_args

import attrs
from jinja2.ext import extract_from_ast

from integrationsplan._model import field_specs
from integrationsplan.display._names import COUNTRY_NAMES, LANGUAGE_NAMES, SCRIPT_NAMES
from integrationsplan.display._rendering import environment
from integrationsplan.display._rights import RIGHTS
from integrationsplan.display._speech import MONTHS
from integrationsplan.history import Marking, RevisionKind
from integrationsplan.plan import PURPOSES, PlanEntry
from integrationsplan.values import Labelled

__all__ = ["Message", "label_classes", "messages"]


@attrs.frozen
class Message:
    """A text to translate.

    Attributes:
        text: The English text.
        context: What it stands in, where it means something special there.
        place: The file or the class that it comes from.
    """

    text: str
    context: str | None
    place: str


def messages() -> tuple[Message, ...]:
    """Return every message once, in a stable order."""
    found: dict[tuple[str | None, str], Message] = {}
    for message in (*_of_templates(), *_of_calls(), *_of_lists(), *_of_labels()):
        found.setdefault((message.context, message.text), message)
    return tuple(found.values())


def _of_templates() -> Iterator[Message]:
    for name in sorted(environment().list_templates(extensions=["html"])):
        source, _, _ = environment().loader.get_source(environment(), name)  # type: ignore[union-attr]  # it has one
        for _, _, found in extract_from_ast(environment().parse(source)):
            texts = [part for part in (found if isinstance(found, tuple) else (found,)) if part]
            if texts:  # a call with a variable has none
                context = texts[0] if len(texts) > 1 else None
                yield Message(texts[-1], context, f"templates/{name}")


def _of_calls() -> Iterator[Message]:
    for path in sorted(files("integrationsplan.display").iterdir(), key=lambda path: path.name):
        if not path.name.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                values = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                if node.func.attr == "text" and len(values) == 1:
                    yield Message(str(values[0]), None, path.name)
                elif node.func.attr == "within" and len(values) > 1:
                    yield Message(str(values[1]), str(values[0]), path.name)


def _of_lists() -> Iterator[Message]:
    for month in MONTHS:
        yield Message(month, "month in a date", "_speech.py")
    for right in RIGHTS:
        yield Message(right.text, None, "_rights.py")
    for purpose in PURPOSES.values():
        yield Message(purpose.label.en, "purpose", "PURPOSES")
    for name in LANGUAGE_NAMES.values():
        yield Message(name, "language", "_names.py")
    for name in SCRIPT_NAMES.values():
        yield Message(name, "script", "_names.py")
    for name in COUNTRY_NAMES.values():
        yield Message(name, "country", "_names.py")


def _of_labels() -> Iterator[Message]:
    for kind in label_classes():
        for member in kind:
            yield Message(member.label.en, kind.__name__, kind.__name__)


def label_classes() -> tuple[type[Labelled], ...]:
    """Return every code list that an entry of a plan can hold, and those of revisions."""
    found: dict[str, type[Labelled]] = {"Marking": Marking, "RevisionKind": RevisionKind}
    seen: set[Any] = set()
    for entry in get_args(PlanEntry):
        for kind in _labelled(entry, seen):
            found[kind.__name__] = kind
    return tuple(found[name] for name in sorted(found))


def _labelled(annotation: Any, seen: set[Any]) -> Iterator[type[Labelled]]:
    """Yield the code lists in a type, in its parts, and in the fields of classes in it."""
    if inspect.isclass(annotation) and issubclass(annotation, Labelled):
        yield annotation
    elif inspect.isclass(annotation) and attrs.has(annotation):
        if annotation not in seen:
            seen.add(annotation)
            for field in field_specs(annotation):
                yield from _labelled(field.annotation, seen)
    else:
        for argument in get_args(annotation):
            yield from _labelled(argument, seen)
