"""Files of documents by line: what they hold, and a bar where somebody looks on."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TextIO, TypeAlias

from integrationsplan._language import Language
from integrationsplan.cli._files import not_read, standard_input, suffix_of
from integrationsplan.cli._reading import format_in
from integrationsplan.cli._speaking import Failure, shown, speaker
from integrationsplan.errors import ProblemsError
from integrationsplan.serialization._compression import (
    BrokenStreamError,
    compression_of,
    content_of,
)

HEAD = 8192
LINES = frozenset({".jsonl", ".ndjson"})

Advance: TypeAlias = Callable[[int, int | None], object]
"""Is told how many bytes were read, and of how many."""


def is_by_line(path: str) -> bool:
    """Tell whether the name of a file says that it holds one document a line."""
    return suffix_of(path) in LINES


@contextlib.contextmanager
def opened(path: str, language: Language) -> Iterator[BinaryIO]:
    """Open a file, or standard input for ``-``, to be read by line.

    Raises:
        Failure: If it cannot be opened or read, or nothing is installed that decompresses it.
    """
    try:
        with Path(path).open("rb") if path != "-" else standard_input() as file:
            yield file
    except (BrokenPipeError, ModuleNotFoundError, ProblemsError):
        raise  # of the output, of this program and of the documents
    except ImportError:
        raise Failure(speaker(language)("no_zstd", path=shown(path))) from None
    except (OSError, ValueError) as error:
        raise not_read(path, error, language) from None


def kind_in(file: BinaryIO) -> str | None:
    """Return the kind of document that the first bytes of a file name, without taking them away."""
    if file.seekable():
        here = file.tell()
        head = file.read(HEAD)
        file.seek(here)
    else:
        peek = getattr(file, "peek", None)
        head = peek(HEAD) if peek is not None else b""
    try:
        first = next(content_of([head], compression_of(head)), b"")
    except BrokenStreamError:
        return None
    return format_in(first)


@contextlib.contextmanager
def bar(path: str) -> Iterator[Advance | None]:
    """Show how far a file is read, on a terminal only; elsewhere there is nothing to tell."""
    stream: TextIO | None = sys.stderr
    if stream is None or not stream.isatty():
        yield None
        return
    # Who sees no bar does not wait for its import.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        DownloadColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
    )
    # It goes when the file is done, and leaves the place to what is said of the file.
    with Progress(*columns, console=Console(file=stream), transient=True) as shown_bar:
        # The name alone: a long path would leave no room for the bar.
        task = shown_bar.add_task(shown(Path(path).name), total=None)

        def advance(done: int, total: int | None) -> None:
            shown_bar.update(task, completed=done, total=total)

        yield advance
