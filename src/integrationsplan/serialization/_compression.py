"""Compressed files, in and out: gzip and zstd, in memory that does not grow with what they hold.

What a file is is read from its first bytes and not from its name: a file that was decompressed on
the way and kept its name is read all the same. On writing the name decides.
"""

import importlib
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO, Literal, TypeAlias

from integrationsplan._language import Wording
from integrationsplan.errors import UnknownNameError

__all__ = [
    "CHUNK",
    "HEAD",
    "BrokenStreamError",
    "Compression",
    "compressed",
    "compression_named",
    "compression_of",
    "content_of",
    "with_head",
]

CHUNK = 64 * 1024
"""Bytes that are looked at at a time: of the file, and of what comes out of it."""

HEAD = 4
"""Bytes that tell what a file is."""

Compression: TypeAlias = Literal["gzip", "zstd"]

_OTHERS = {".7z", ".br", ".bz2", ".lz4", ".lzma", ".xz", ".zip"}
"""Ends of names that promise what is not written."""

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_SKIPPABLE = b"\x2a\x4d\x18"  # of zstd, after a byte of 50 to 5F: some writers begin with such


class BrokenStreamError(Exception):
    """Compressed data is damaged or ends too early: a signal inside the package."""


def compression_of(head: bytes) -> Compression | None:
    """Return how a file is compressed that begins so; no JSON begins with any of these bytes."""
    if head.startswith(_GZIP):
        return "gzip"
    if head.startswith(_ZSTD) or (head[1:HEAD] == _SKIPPABLE and 0x50 <= head[0] <= 0x5F):
        return "zstd"
    return None


def compression_named(path: Path) -> Compression | None:
    """Return how a file of a name is to be compressed.

    Raises:
        UnknownNameError: If the name promises a way that is not known here.
    """
    suffixes: dict[str, Compression] = {".gz": "gzip", ".zst": "zstd"}
    suffix = path.suffix.lower()
    if suffix in _OTHERS:
        raise UnknownNameError(Wording("compression", "Kompression"), suffix, suffixes)
    return suffixes.get(suffix)


def with_head(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes, the first chunk long enough to tell what they are, where there are any.

    A pipe may hand out a byte at a time.
    """
    head = b""
    rest = iter(chunks)
    for chunk in rest:
        head += chunk
        if len(head) >= HEAD:
            break
    if head:
        yield head
    yield from rest


def content_of(chunks: Iterable[bytes], compression: Compression | None) -> Iterator[bytes]:
    """Yield what a file holds, in pieces of at most `CHUNK` bytes if it is compressed.

    Files that were written one after the other into one file are read like one.

    Raises:
        BrokenStreamError: If the compressed data is damaged or ends too early.
        ImportError: If the file is zstd and nothing is installed that reads it.
    """
    if compression is None:
        return iter(chunks)
    if compression == "gzip":
        return _decompressed(chunks, lambda: zlib.decompressobj(wbits=31), zlib.error, b"\0")
    zstd = _zstd()
    return _decompressed(chunks, zstd.ZstdDecompressor, zstd.ZstdError, b"")


def _decompressed(
    chunks: Iterable[bytes],
    fresh: Callable[[], Any],  # the decompressors of zlib and zstd, alike but for one attribute
    damage: type[Exception],
    padding: bytes,
) -> Iterator[bytes]:
    decompressor = fresh()
    try:
        for chunk in chunks:
            data = chunk
            while data:
                if decompressor.eof:
                    data = data.lstrip(padding) if padding else data  # gzip may end in NUL bytes
                    if not data:
                        break
                    decompressor = fresh()
                yield from _pieces(decompressor, data)
                data = decompressor.unused_data if decompressor.eof else b""
    except damage:
        broken = True
    else:
        broken = not decompressor.eof
    # Raised out here, so that no foreign error hangs on it.
    if broken:
        raise BrokenStreamError


def _pieces(decompressor: Any, data: bytes) -> Iterator[bytes]:
    """Yield what comes out of some data, never more than `CHUNK` bytes at a time."""
    while not decompressor.eof:
        piece = decompressor.decompress(data, CHUNK)
        if piece:
            yield piece
        # What did not fit is handed back by zlib, and kept by zstd.
        data = getattr(decompressor, "unconsumed_tail", b"")
        if not data and len(piece) < CHUNK:
            return


def compressed(
    file: BinaryIO, compression: Compression | None
) -> AbstractContextManager[Any]:  # a binary file
    """Return a file that writes compressed into another; equal content gives equal bytes.

    Raises:
        ImportError: If zstd is asked for and nothing is installed that writes it.
    """
    if compression is None:
        return nullcontext(file)
    if compression == "gzip":
        import gzip  # noqa: PLC0415  # only who writes such files pays for the import

        return gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)
    writer: AbstractContextManager[Any] = _zstd().ZstdFile(file, "wb")
    return writer


def _zstd() -> ModuleType:
    """Return the module of the standard library that knows zstd, or its backport.

    Raises:
        ImportError: If there is none.
    """
    name = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        pass
    raise ImportError(
        "zstd files need Python 3.14 or the package backports.zstd; "
        'install it with: pip install "integrationsplan[zstd]"',
        name=name,
    )
