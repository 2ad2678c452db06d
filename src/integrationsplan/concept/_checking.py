"""A clear refusal of what is of another class than was asked for."""

from typing import TypeVar

from integrationsplan._language import Wording
from integrationsplan._model import describe_value
from integrationsplan.errors import InvalidValueError
from integrationsplan.problems import WRONG_TYPE

__all__ = ["expected"]

T = TypeVar("T")


def expected(cls: type[T], value: object, name: str) -> T:
    """Return an argument that is of a class.

    Raises:
        InvalidValueError: If it is of another one.
    """
    if isinstance(value, cls):
        return value
    wanted = Wording(cls.__name__, cls.__name__)
    problem = WRONG_TYPE.at(f"/{name}", found=describe_value(value), allowed=wanted)
    raise InvalidValueError(name, [problem])
