"""The command line: ``integrationsplan allocate``, ``validate``, ``verify``, ``view`` and more.

Needs the extra ``cli``. Exit codes: 0 done, 1 the input has problems, 2 wrong usage.
"""

import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit.

    Args:
        arguments: The words of the command; by default those that the process was given.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        from integrationsplan.cli._main import run  # noqa: PLC0415  # click is an extra

        code = run(words)
    except ModuleNotFoundError as error:
        if error.name not in {"click", "rich"}:
            raise
        sys.stderr.write("The command line needs: pip install 'integrationsplan[cli]'\n")
        sys.exit(2)
    sys.exit(code)
