"""What a parser gave, seen from outside: objects, keys that stand twice, other types."""

from collections.abc import Iterator, Sequence
from typing import Any

from integrationsplan import problems as general
from integrationsplan._language import Wording
from integrationsplan._model._specs import describe_value
from integrationsplan.problems import Problem, at_pointer, escape_token
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._scan import Floating, HugeNumber, RepeatedKeys

__all__ = [
    "MOST_KEYS",
    "OBJECT",
    "is_object",
    "problems_of_type",
    "repeated_below",
    "repeated_keys",
    "without",
]

OBJECT = Wording("object", "Objekt")

MOST_KEYS = 1_000
"""Unknown or repeated keys that are reported of one object."""


def problems_of_type(value: object, allowed: Wording) -> list[Problem]:
    """Return what is wrong with a value of another type."""
    if isinstance(value, RepeatedKeys):
        wrong = general.WRONG_TYPE.at(found=OBJECT, allowed=allowed)
        return [wrong, *repeated_keys(value)]
    if value is None:
        return [kinds.NULL_VALUE.at(allowed=allowed)]
    if isinstance(value, HugeNumber):
        return [kinds.HUGE_NUMBER.at(length=len(value.text), most=value.most)]
    found = describe_value(value)
    if isinstance(value, Floating):
        found = Wording("number that is not whole", "Zahl, die nicht ganz ist")
    return [general.WRONG_TYPE.at(found=found, allowed=allowed)]


def is_object(value: object) -> bool:
    """Tell whether a value is an object of a document, and nothing that merely behaves so."""
    return type(value) is dict or type(value) is RepeatedKeys


def repeated_keys(value: object) -> list[Problem]:
    """Return a problem for each key that stands twice in an object."""
    if not isinstance(value, RepeatedKeys):
        return []
    return [kinds.REPEATED_KEY.at(f"/{escape_token(key)}") for key in value.repeated[:MOST_KEYS]]


def repeated_below(value: object, pointer: str = "") -> Iterator[Problem]:
    """Yield a problem for each key that stands twice in an object, or below."""
    yield from (at_pointer(problem, pointer) for problem in repeated_keys(value))
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from repeated_below(item, f"{pointer}/{escape_token(key)}")


def without(value: dict[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    """Return an object without some keys; that keys stand twice is not forgotten."""
    rest = {key: item for key, item in value.items() if key not in keys}
    if not isinstance(value, RepeatedKeys):
        return rest
    marked = RepeatedKeys(rest)
    marked.repeated = value.repeated
    return marked
