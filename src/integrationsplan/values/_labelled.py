"""Small closed code lists: enumerations whose members have a code and labels in both languages."""

import enum

from integrationsplan._language import Language
from integrationsplan._model import Label

__all__ = ["Labelled"]


class Labelled(enum.Enum):
    """A member is written as ``NAME = code, English label, German label``; its value is the code.

    Example:
        >>> class Colour(Labelled):
        ...     RED = "red", "red", "rot"
        >>> Colour("red").value, Colour.RED.in_language("de")
        ('red', 'rot')
    """

    _value_: str
    label: Label

    def __new__(cls, code: str, en: str, de: str) -> "Labelled":
        """Make a member from its code and labels."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = Label(en, de)
        return member

    # Each member equals itself alone. The hash of other enumerations is worked out in Python.
    __hash__ = object.__hash__

    def in_language(self, language: Language) -> str:
        """Return the label in ``language``."""
        return self.label.in_language(language)
