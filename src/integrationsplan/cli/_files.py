"""Files in and out: read within bounds, written whole or not at all."""

import json
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO, TextIO

from integrationsplan._language import Language
from integrationsplan.cli._speaking import Failure
from integrationsplan.cli._words import WORDS
from integrationsplan.serialization._atomic import in_place_of

_REASONS: dict[type[Exception], str] = {
    FileNotFoundError: "not_found",
    IsADirectoryError: "is_folder",
    PermissionError: "forbidden",
}


def is_file(path: str) -> bool:
    """Tell whether there is a file; what cannot be a path is none."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def read_file(path: str, most: int, language: Language) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``; one more than allowed at most.

    Raises:
        Failure: If it cannot be read.
    """
    try:
        with Path(path).open("rb") if path != "-" else standard_input() as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise not_read(path, error, language) from None


def not_read(path: str, error: Exception, language: Language) -> Failure:
    """Return the failure that a file cannot be read."""
    reason = WORDS[_REASONS.get(type(error), "unreadable")].in_language(language)
    words = WORDS["no_file"].in_language(language)
    return Failure(words.format(path=path[:200], reason=reason))


def standard_input() -> AbstractContextManager[BinaryIO]:
    """Return standard input, to be left open.

    Raises:
        OSError: If it was closed before the program began.
    """
    stream: TextIO | None = sys.stdin
    if stream is None:
        raise OSError
    return nullcontext(stream.buffer)


def write(content: str | bytes) -> None:
    """Write a document to standard output as UTF-8, whatever the locale, with its own line ends."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content.encode("utf-8") if isinstance(content, str) else content)
    sys.stdout.buffer.flush()


def as_json(data: object) -> str:
    """Write plain data as JSON for people and programs."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def write_new(path: str, content: str | bytes, language: Language) -> None:
    """Write a new file, whole or not at all; ``-`` is standard output.

    Only its owner may read it: what is written here is mostly about persons.

    Raises:
        Failure: If there is such a file already, or it cannot be written.
    """
    if path == "-":
        write(content)
        return
    target = Path(path)
    try:
        # The name is taken first: whoever else takes it meanwhile loses nothing.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except (OSError, ValueError) as error:
        raise _not_written(path, error, language) from None
    try:
        replace(path, content, language)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def replace(path: str, content: str | bytes, language: Language) -> None:
    """Put a new content into the place of a file, whole or not at all; its rights stay.

    Raises:
        Failure: If it cannot be written.
    """
    try:
        with in_place_of(Path(path)) as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise _not_written(path, error, language) from None


def _not_written(path: str, error: Exception, language: Language) -> Failure:
    reasons = {**_REASONS, FileExistsError: "exists", FileNotFoundError: "no_folder"}
    reason = WORDS[reasons.get(type(error), "unreadable")].in_language(language)
    words = WORDS["not_written"].in_language(language)
    return Failure(words.format(path=path[:200], reason=reason))
