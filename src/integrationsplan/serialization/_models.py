"""How the thorough reader reads objects: field by field, collecting every problem."""

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import Any, get_origin

import cattrs

from integrationsplan import problems as general
from integrationsplan._language import Wording
from integrationsplan._model._specs import EXACT_NAMES
from integrationsplan.errors import ProblemsError
from integrationsplan.problems import Problem, at_pointer, escape_token
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._objects import (
    MOST_KEYS,
    OBJECT,
    is_object,
    problems_of_type,
    repeated_keys,
)
from integrationsplan.serialization._shapes import fields_of, kind_of

Hook = Callable[[Any, Any], Any]


most_problems = ContextVar("most_problems", default=1_000)
"""How many problems are collected before the rest of a list is left unread."""


class Refused(Exception):  # noqa: N818  # a signal inside the package, never seen outside
    """Part of a document was refused; pointers are relative to that part."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.problems = tuple(problems)
        super().__init__(len(self.problems))


def problems_of(error: Exception, pointer: str) -> list[Problem]:
    """Turn what a reader raised into problems below a pointer.

    Raises:
        Exception: The error itself, if it is no refusal.
    """
    if isinstance(error, Refused | ProblemsError):
        return [at_pointer(problem, pointer) for problem in error.problems]
    raise error


def wrong_type(value: object, allowed: Wording) -> Refused:
    """Make the refusal of a value of another type."""
    return Refused(problems_of_type(value, allowed))


def thorough_reader(wanted: Any, converter: cattrs.Converter) -> Hook:  # a type
    """Make the reader that collects every problem of an object and what lies below it."""
    origin = get_origin(wanted) or wanted
    fields = fields_of(wanted)
    kind = kind_of(origin)
    names = ["kind"] * (kind is not None) + [field.name for field in fields]
    known = ", ".join(names)
    hooks: dict[str, Hook] = {}  # asked for when first needed: classes may hold themselves

    def read(value: Any, _: Any) -> Any:  # a hook takes anything
        if not is_object(value):
            raise wrong_type(value, OBJECT)
        problems = repeated_keys(value)
        problems += _kind_problems(value, kind)
        found = {}
        for field in fields:
            if field.name in value:
                try:
                    hook = hooks.get(field.name)
                    if hook is None:
                        hook = converter.get_structure_hook(field.annotation)
                        hooks[field.name] = hook
                    found[field.name] = hook(value[field.name], None)
                except Exception as error:  # sorted out by problems_of
                    problems += problems_of(error, f"/{field.name}")
            elif field.required:
                problems.append(general.MISSING_KEY.at(f"/{field.name}"))
        unknown = [key for key in value if key not in names]
        problems += [
            general.UNKNOWN_KEY.at(f"/{escape_token(key)}", keys=known)
            for key in unknown[:MOST_KEYS]
        ]
        if len(unknown) > MOST_KEYS:
            problems.append(kinds.TOO_MANY_PROBLEMS.at(count=len(unknown) - MOST_KEYS))
        if problems:
            raise Refused(problems)
        return origin(**found)

    return read


def _kind_problems(value: dict[str, Any], kind: str | None) -> list[Problem]:
    """Return what is wrong with the kind that an object says of itself."""
    if kind is None or value.get("kind") == kind:
        return []
    if "kind" not in value:
        return [general.MISSING_KEY.at("/kind")]
    if type(value["kind"]) is not str:
        wrong = wrong_type(value["kind"], EXACT_NAMES[str]).problems
        return [at_pointer(problem, "/kind") for problem in wrong]
    return [kinds.UNKNOWN_KIND.at("/kind", kinds=kind)]
