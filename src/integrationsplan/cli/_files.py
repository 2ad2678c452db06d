"""Files in and out: read within bounds, compressed or not; written whole or not at all."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path, PurePath
from typing import Any, BinaryIO, TextIO

from integrationsplan._language import Language
from integrationsplan.cli._speaking import Failure, shown, speaker
from integrationsplan.cli._words import WORDS
from integrationsplan.errors import DocumentError
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._atomic import in_place_of
from integrationsplan.serialization._compression import (
    CHUNK,
    HEAD,
    BrokenStreamError,
    Compression,
    compressed,
    compression_named,
    compression_of,
    content_of,
    with_head,
)
from integrationsplan.serialization._writing import writer_of

COMPRESSED = frozenset({".gz", ".zst"})

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


def suffix_of(path: str) -> str:
    """Return how a name ends, in small letters, without what says that it is compressed."""
    plain = [end for end in map(str.lower, PurePath(path).suffixes) if end not in COMPRESSED]
    return plain[-1] if plain else ""


def read_file(path: str, most: int, language: Language) -> bytes:
    """Return what a file holds, or standard input for ``-``; one byte more than allowed at most.

    What is compressed in gzip or zstd is known by its first bytes, and decompressed so far.

    Raises:
        DocumentError: If it is compressed, and damaged or cut off.
        Failure: If it cannot be read, or nothing is installed that decompresses it.
    """
    try:
        with Path(path).open("rb") if path != "-" else standard_input() as file:
            return _content(file, most + 1)
    except BrokenStreamError:
        pass
    except ImportError:
        raise _no_zstd(path, language) from None
    except (OSError, ValueError) as error:
        raise not_read(path, error, language) from None
    raise DocumentError(shown(path), [kinds.BROKEN_COMPRESSION.at()])


def _content(file: BinaryIO, most: int) -> bytes:
    """Return the first bytes that a file holds, so many at most, after decompression."""
    # A file of nothing but empty parts has no end: what goes in is bounded like what comes out.
    chunks = with_head(_chunks(file, most + most // 8 + CHUNK))
    first = next(chunks, b"")
    content = bytearray()
    for piece in content_of(_chain(first, chunks), compression_of(first[:HEAD])):
        content += piece
        if len(content) >= most:
            break
    return bytes(content[:most])


def _chunks(file: BinaryIO, most: int) -> Iterator[bytes]:
    while most > 0 and (chunk := file.read(min(CHUNK, most))):
        most -= len(chunk)
        yield chunk


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def compression_at(path: str, language: Language) -> Compression | None:
    """Return how a file is compressed, whatever it is called.

    Raises:
        Failure: If it cannot be read.
    """
    try:
        with Path(path).open("rb") as file:
            return compression_of(file.read(HEAD))
    except (OSError, ValueError) as error:
        raise not_read(path, error, language) from None


def _no_zstd(path: str, language: Language) -> Failure:
    return Failure(speaker(language)("no_zstd", path=shown(path)))


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


def plain(item: object) -> Any:  # an object of a class of the model
    """Return an object of the model as plain data, as it stands in documents."""
    return json.loads(writer_of(type(item))(item))


def write_new(path: str, content: str | bytes, language: Language) -> None:
    """Write a new file, whole or not at all; ``-`` is standard output.

    Only its owner may read it: what is written here is mostly about persons. A name that ends in
    ``.gz`` or ``.zst`` is compressed.

    Raises:
        Failure: If there is such a file already, or it cannot be written.
        UnknownNameError: If the name promises another compression.
    """
    if path == "-":
        write(content)
        return
    target = Path(path)
    compression = compression_named(target)
    try:
        # The name is taken first: whoever else takes it meanwhile loses nothing.
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except (OSError, ValueError) as error:
        raise _not_written(path, error, language) from None
    try:
        replace(path, content, language, compression)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def replace(
    path: str, content: str | bytes, language: Language, compression: Compression | None
) -> None:
    """Put a new content into the place of a file, whole or not at all; its rights stay.

    Raises:
        Failure: If it cannot be written.
    """
    try:
        with in_place_of(Path(path)) as file, compressed(file, compression) as inner:
            inner.write(content.encode("utf-8") if isinstance(content, str) else content)
    except ImportError:
        raise _no_zstd(path, language) from None
    except OSError as error:
        raise _not_written(path, error, language) from None


def _not_written(path: str, error: Exception, language: Language) -> Failure:
    reasons = {**_REASONS, FileExistsError: "exists", FileNotFoundError: "no_folder"}
    reason = WORDS[reasons.get(type(error), "unreadable")].in_language(language)
    words = WORDS["not_written"].in_language(language)
    return Failure(words.format(path=path[:200], reason=reason))
