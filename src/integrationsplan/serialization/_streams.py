"""JSON Lines: one document a line, files of any size, in memory that does not grow with them.

A line ends with LF, or with CR and LF; the last one needs no end. Lines of blanks are counted and
left out. Everything else is as `from_json` has it: no byte order mark, UTF-8, one object, within
the bounds. A line that is refused is told with its number, and the next one is read.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Generic, Literal, TypeAlias, TypeVar

import attrs

from integrationsplan._language import Language
from integrationsplan.errors import DocumentError, InvalidValueError
from integrationsplan.problems import UNKNOWN_CODE, Problem
from integrationsplan.serialization import _problems as kinds
from integrationsplan.serialization._atomic import appended_to, in_place_of
from integrationsplan.serialization._bounds import DEFAULT_BOUNDS, Bounds
from integrationsplan.serialization._compression import (
    HEAD,
    BrokenStreamError,
    compressed,
    compression_named,
    compression_of,
    content_of,
)
from integrationsplan.serialization._documents import Decoder, from_json, to_json
from integrationsplan.serialization._kinds import DocumentKind, document_kind
from integrationsplan.serialization._line_sources import (
    START,
    BytesRead,
    JsonLines,
    Line,
    Position,
    Source,
    lines_of,
)

__all__ = [
    "BadLine",
    "BytesRead",
    "GoodLine",
    "JsonLine",
    "JsonLines",
    "Position",
    "read_json_lines",
    "write_json_lines",
]

TOLD_EVERY = 1_000
"""Documents written between two calls of a progress function."""

D = TypeVar("D")
T_co = TypeVar("T_co", covariant=True)


@attrs.frozen(repr=False)
class GoodLine(Generic[T_co]):
    """A line that was read.

    Attributes:
        number: Which line, counted from 1.
        document: What it holds.
        after: Where the next line begins: give it as ``start`` to go on there.
    """

    number: int
    document: T_co
    after: Position

    def __repr__(self) -> str:
        return f"<GoodLine {self.number}>"


@attrs.frozen(repr=False)
class BadLine:
    """A line that was refused.

    Attributes:
        number: Which line, counted from 1.
        error: Everything that is wrong with it; each problem knows line and JSON Pointer.
        after: Where the next line begins. Where a compressed file breaks off, there is none: then
            the place where the broken line begins, to go on when the whole file is there.
    """

    number: int
    error: DocumentError
    after: Position

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it."""
        return self.error.problems

    def text(self, language: Language = "en") -> str:
        """Say what is wrong, one problem a line."""
        return self.error.text(language)

    def __repr__(self) -> str:
        return f"<BadLine {self.number}: {len(self.problems)} problems>"


JsonLine: TypeAlias = GoodLine[T_co] | BadLine
"""A line of a file of documents: read or refused."""


def read_json_lines(
    source: JsonLines,
    document: type[D] | DocumentKind[D],
    *,
    bounds: Bounds = DEFAULT_BOUNDS,
    decoder: Decoder | None = None,
    on_error: Literal["report", "stop"] = "report",
    start: Position = START,
    progress: BytesRead | None = None,
) -> Iterator[GoodLine[D] | BadLine]:
    r"""Read documents line by line; never more than one line and one chunk is held.

    Files in gzip or zstd are known by their first bytes and decompressed on the way.

    Args:
        source: A path, a file opened in binary mode, or the lines themselves. A path is opened
            with the first line and closed with the last, or with the iterator.
        document: What each line is: one of the classes of `FORMATS`.
        bounds: How large a document may be. A line longer than ``json_bytes`` is told and passed
            over without being held.
        decoder: Which decoder reads; by default the best one that is installed.
        on_error: ``"report"`` yields a refused line as `BadLine` and goes on; ``"stop"`` raises.
        start: Where to begin: ``after`` of a line that was read before from the same source.
        progress: Is called after every chunk with the bytes read of the source, as it lies there,
            and how many it has, where that is known. What it raises ends the reading.

    Yields:
        The lines in their order.

    Raises:
        DocumentError: With ``on_error="stop"``, the problems of the first refused line; always if
            no line begins at ``start``.
        ImportError: If the source is zstd and nothing is installed that reads it.
        UnknownNameError: If the class is no kind of document.

    Example:
        >>> from integrationsplan.plan import IntegrationPlan
        >>> for line in read_json_lines([b'{"format": "nonsense"}\n'], IntegrationPlan):
        ...     print(line, [(problem.pointer, problem.code) for problem in line.problems])
        <BadLine 1: 1 problems> [('/format', 'wrong_format')]
    """
    attempt = document_kind(document).format
    if on_error not in ("report", "stop"):
        raise InvalidValueError("on_error", [UNKNOWN_CODE.at(codes="report, stop")])
    if isinstance(source, bytes | bytearray | memoryview):
        raise TypeError("the source is a path, a binary file or an iterable of lines, not bytes")

    def read(line: Line) -> GoodLine[D] | BadLine:
        problems: tuple[Problem, ...]
        if line.problem is not None:
            problems = (line.problem,)
        else:
            try:
                found = from_json(line.content, document, bounds=bounds, decoder=decoder)
            except DocumentError as error:
                problems = error.problems  # the error itself holds this frame, and so the line
            else:
                return GoodLine(line.number, found, line.after)
        located = [attrs.evolve(problem, line=line.number) for problem in problems]
        return BadLine(line.number, DocumentError(attempt, located), line.after)

    def lines() -> Iterator[GoodLine[D] | BadLine]:
        for line in lines_of(source, start, bounds.json_bytes, progress, attempt):
            found = read(line)
            if on_error == "stop" and isinstance(found, BadLine):
                raise found.error
            yield found

    return lines()


def write_json_lines(
    documents: Iterable[Any],
    target: str | os.PathLike[str] | BinaryIO,
    *,
    kind: DocumentKind[Any] | None = None,
    append: bool = False,
    progress: Callable[[int], object] | None = None,
) -> int:
    """Write documents, one a line; a file is written whole or not at all.

    A path that ends in ``.gz`` or ``.zst`` is compressed; the same documents give the same bytes.
    A new file may be read by its owner alone.

    Args:
        documents: The documents, in any number: each is written before the next one is asked for.
        target: A path, or a file opened in binary mode, which is written as it is.
        kind: What kind of documents they are, if it is one of your own.
        append: Write at the end of the file, if there is one. After an error it is as before.
        progress: Is called with the number of documents written, after every thousand and at the
            end.

    Returns:
        How many documents were written.

    Raises:
        DocumentError: If a document cannot be written, or the file to append to is damaged or
            compressed in another way than its name says.
        ImportError: If zstd is asked for and nothing is installed that writes it.
        UnknownNameError: If the path ends like a file compressed in another way.
    """
    if not isinstance(target, str | os.PathLike):
        return _write(documents, target, kind, progress)
    path = Path(target)
    compression = compression_named(path)
    is_open = append and path.exists() and _ends_within_a_line(path)
    with (
        appended_to(path) if append else in_place_of(path) as file,
        compressed(file, compression) as lines,
    ):
        if is_open:
            lines.write(b"\n")
        return _write(documents, lines, kind, progress)


def _write(
    documents: Iterable[Any],
    file: BinaryIO,
    kind: DocumentKind[Any] | None,
    progress: Callable[[int], object] | None,
) -> int:
    count = 0
    for document in documents:
        try:
            text = to_json(document, kind=kind)
        except DocumentError as error:
            located = [attrs.evolve(problem, line=count + 1) for problem in error.problems]
            raise DocumentError(error.attempt, located) from None
        file.write(text.encode("utf-8") + b"\n")
        count += 1
        if progress is not None and count % TOLD_EVERY == 0:
            progress(count)
    if progress is not None and count % TOLD_EVERY:
        progress(count)
    return count


def _ends_within_a_line(path: Path) -> bool:
    """Tell whether a file's last line has no end; a compressed one is read through for it.

    Raises:
        DocumentError: If it is damaged, or compressed in another way than its name says.
    """
    last = b"\n"
    with path.open("rb") as file:
        head = file.read(HEAD)
        compression = compression_of(head)
        if head and compression != compression_named(path):
            raise DocumentError("JSON Lines", [kinds.OTHER_COMPRESSION.at()])
        file.seek(max(0, path.stat().st_size - 1) if compression is None else 0)
        try:
            for piece in content_of(Source(file, None).chunks(), compression):
                last = piece[-1:]
        except BrokenStreamError:
            raise DocumentError("JSON Lines", [kinds.BROKEN_COMPRESSION.at()]) from None
    return last != b"\n"
