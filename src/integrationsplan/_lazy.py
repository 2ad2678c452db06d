"""Names of a package that are imported when somebody asks for them (PEP 562).

An interpreter that reads one plan should not pay for allocations, schemas and catalogues. Type
checkers and editors see plain imports: each package has them under ``if TYPE_CHECKING``.
"""

import importlib
import sys
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["lazily"]


def lazily(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of a package.

    Args:
        package: Name of the package.
        homes: The names by the module that has them; a module without names is one itself.
    """
    home_of = {name: home for home, names in homes.items() for name in names}

    def find(name: str) -> Any:
        if name in home_of:
            value = getattr(importlib.import_module(home_of[name]), name)
        elif f"{package}.{name}" in homes:
            value = importlib.import_module(f"{package}.{name}")
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        setattr(sys.modules[package], name, value)  # asked once
        return value

    return find
