"""Files that are written whole or not at all."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

__all__ = ["appended_to", "in_place_of"]


@contextlib.contextmanager
def in_place_of(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of another one when everything went well.

    It lies in the same folder meanwhile, and is gone after an error. A new file may be read by its
    owner alone, because what is written here is mostly about persons; an old one keeps its rights.
    What is no plain file, such as a pipe, is written directly.
    """
    import tempfile  # noqa: PLC0415  # it brings much along, and most programs only read

    target = path.resolve()  # a link goes on pointing to its file
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    handle, name = tempfile.mkstemp(prefix=".integrationsplan-", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())  # or a power cut could leave the name without the content
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def appended_to(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write at its end; after an error it is as long as before."""
    if not path.exists():
        with in_place_of(path) as file:
            yield file
        return
    with path.open("ab") as file:
        length = file.tell()
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            file.truncate(length)
            raise
