"""Where salts come from when nobody injects another source: the one door of the domain to chance.

Everything that writes revisions takes the source as an argument, ``salts``. A salt must not be
guessable, so the default is the operating system's own source and not left to each caller.
"""

from collections.abc import Callable
from typing import TypeAlias

__all__ = ["SaltSource", "fresh_salt"]

SaltSource: TypeAlias = Callable[[int], bytes]
"""What gives so many random bytes, such as ``secrets.token_bytes``."""


def fresh_salt(length: int) -> bytes:
    """Return random bytes of the operating system: the source of salts where none is injected."""
    import secrets  # noqa: PLC0415  # who only reads needs no chance, and no import of it

    return secrets.token_bytes(length)
