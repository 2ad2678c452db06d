"""Lines of files and of other sources, cut out of them in memory that does not grow with them.

What the lines hold is the part of `_streams`.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, BinaryIO, TypeAlias, cast

import attrs
from annotated_types import Ge, Le

from integrationsplan._model import model
from integrationsplan.errors import DocumentError
from integrationsplan.problems import Problem
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._compression import (
    CHUNK,
    BrokenStreamError,
    compression_of,
    content_of,
    with_head,
)

__all__ = ["START", "BytesRead", "JsonLines", "Line", "Position", "Source", "lines_of"]

JsonLines: TypeAlias = str | os.PathLike[str] | BinaryIO | Iterable[bytes]
"""Where lines come from: a path, a file opened in binary mode, or the lines themselves."""

BytesRead: TypeAlias = Callable[[int, int | None], object]
"""Is told how many bytes of a source were read, and how many there are if that is known."""

_BLANKS = b" \t\r"


MOST = 10**15
"""Lines or bytes of any file: far more than there are, and exact in every JSON."""


@model
class Position:
    """A place between two lines, at which reading can go on another day.

    Its two numbers say nothing of what the lines hold, so it may be kept anywhere.

    Attributes:
        line: How many lines lie before it.
        offset: How many bytes lie before it, after decompression.

    Example:
        >>> stored = Position(line=2, offset=8192).as_data()
        >>> stored
        {'line': 2, 'offset': 8192}
        >>> Position(**stored)
        Position(line=2, offset=8192)
    """

    line: Annotated[int, Ge(0), Le(MOST)] = 0
    offset: Annotated[int, Ge(0), Le(MOST)] = 0

    def as_data(self) -> dict[str, int]:
        """Return it as plain data, to be stored as JSON."""
        return {"line": self.line, "offset": self.offset}


START = Position()


@attrs.frozen
class Line:
    """A line as it stands there, without its end; or why there is none."""

    number: int
    after: Position
    content: bytes = b""
    problem: Problem | None = None

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing, and not even that wrongly."""
        return self.problem is None and not self.content.strip(_BLANKS)


class Source:
    """A binary file, read in chunks."""

    def __init__(self, file: BinaryIO, progress: BytesRead | None) -> None:
        self._file = file
        self._progress = progress
        self._read = 0
        self._begin, self._total = self._extent()

    def _extent(self) -> tuple[int | None, int | None]:
        """Return where the file stands and how much comes; nothing for what cannot be sought."""
        seekable = getattr(self._file, "seekable", None)
        if seekable is None or not seekable():
            return None, None
        begin = self._file.tell()
        end = self._file.seek(0, os.SEEK_END)
        self._file.seek(begin)
        return begin, end - begin

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes from where the file stands."""
        while chunk := self._file.read(CHUNK):
            if not isinstance(chunk, bytes):
                raise TypeError("the file must be opened in binary mode")
            self._read += len(chunk)
            if self._progress is not None:
                self._progress(self._read, self._total)
            yield chunk

    def chunks_from(self, offset: int) -> Iterator[bytes]:
        """Yield what the file holds from an offset; it is sought where that can be done."""
        chunks = with_head(self.chunks())
        first = next(chunks, b"")
        compression = compression_of(first)
        if compression is None and self._begin is not None and offset > len(first):
            self._file.seek(self._begin + offset)
            self._read = offset
            return self.chunks()
        return _without(offset, content_of(_chain(first, chunks), compression))


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from rest


def _without(count: int, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield all but the first bytes."""
    for chunk in chunks:
        if count < len(chunk):
            yield chunk[count:] if count else chunk
            count = 0
        else:
            count -= len(chunk)


def lines_of(
    source: JsonLines, start: Position, most: int, progress: BytesRead | None, attempt: str
) -> Iterator[Line]:
    """Yield the lines of a source that are not blank, from a position."""
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            yield from lines_of(file, start, most, progress, attempt)
        return
    if hasattr(source, "read"):
        lines = _lines_in(Source(cast("BinaryIO", source), progress), start, most, attempt)
    else:
        lines = _lines_given(source, start, most, progress)
    for line in lines:
        if not line.is_blank:
            yield line


def _lines_given(
    source: Iterable[bytes], start: Position, most: int, progress: BytesRead | None
) -> Iterator[Line]:
    """Yield lines that somebody else has split already; those before the start are passed over."""
    offset = told = 0
    for number, item in enumerate(source, start=1):
        if not isinstance(item, bytes):
            raise TypeError("each line must be bytes")
        offset += len(item)
        if progress is not None and offset - told >= CHUNK:
            told = offset
            progress(offset, None)
        if number > start.line:
            content = item.removesuffix(b"\n").removesuffix(b"\r")
            yield _line(number, Position(line=number, offset=offset), content, most)
    if progress is not None and told < offset:
        progress(offset, None)


def _lines_in(source: Source, start: Position, most: int, attempt: str) -> Iterator[Line]:
    """Yield the lines of a file, blank ones too.

    Raises:
        DocumentError: If no line begins at the start.
    """
    if start.offset == 0:
        yield from _split(source.chunks_from(0), start, most)
        return
    # With the byte before it, the end of a line, it is seen whether a line begins there.
    chunks = source.chunks_from(start.offset - 1)
    before = next(chunks, b"")
    if before[:1] == b"\n":
        yield from _split(_chain(before[1:], chunks), start, most)
        return
    # The last line needs no end. If the file has grown since, its end must be what comes first.
    within = Position(line=max(start.line - 1, 0), offset=start.offset)
    lines = _split(_chain(before[1:], chunks), within, most)
    rest = next(lines, None)
    if not before or (rest is not None and not rest.is_blank):
        raise DocumentError(attempt, [kinds.OTHER_POSITION.in_line(start.line + 1)])
    yield from lines


def _split(chunks: Iterator[bytes], start: Position, most: int) -> Iterator[Line]:
    """Cut into lines what comes in chunks; of a line that is too long only the length is kept."""
    number, offset = start.line, start.offset
    held = bytearray()
    length = 0  # of the line so far, also of what is not held
    broken = False
    source = iter(chunks)
    while True:
        try:
            chunk = next(source, b"")
        except BrokenStreamError:
            broken = True
            break
        if not chunk:
            break
        begin = 0
        while (end := chunk.find(b"\n", begin)) >= 0:
            content = chunk[begin:end]
            length += len(content)
            if held:
                content = bytes(held) + content
                held.clear()
            number, offset = number + 1, offset + length + 1
            whole = content.removesuffix(b"\r") if length == len(content) else None
            yield _line(number, Position(line=number, offset=offset), whole, most)
            begin, length = end + 1, 0
        length += len(chunk) - begin
        if length <= most + 1:  # a CR may come on top
            held += chunk[begin:]
        else:
            held.clear()
    here = Position(line=number, offset=offset)
    if broken:
        yield Line(number + 1, here, problem=kinds.BROKEN_COMPRESSION.at())
    elif length:
        after = Position(line=number + 1, offset=offset + length)
        whole = bytes(held).removesuffix(b"\r") if length == len(held) else None
        yield _line(number + 1, after, whole, most)


def _line(number: int, after: Position, content: bytes | None, most: int) -> Line:
    """Return a line; nothing for its content means that it was too long to be held."""
    if content is not None and len(content) <= most:
        return Line(number, after, content)
    return Line(number, after, problem=kinds.LINE_TOO_LONG.at(most=most))
