"""Every hostile document of the table is refused: where and why it must be, soon, in little memory.

By each decoder alike, in German and English, from wherever it is called, and never with any other
error than ours. The rows stand in ``rows_json``, ``rows_files`` and ``rows_big``.
"""

import sys
import threading
from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from tests.hostile.documents import Row, good_text
from tests.hostile.readers import (
    BYTES,
    CLASSES,
    DECODERS,
    allowed_seconds,
    peak,
    read,
    refusal,
    said,
    seconds,
    ways_of,
)
from tests.hostile.rows_big import ANY, BIG_ROWS, DEEP_ROWS
from tests.hostile.rows_files import CSV_ROWS, TOML_ROWS
from tests.hostile.rows_json import JSON_ROWS

from integrationsplan import DocumentError

SMALL_ROWS = (*JSON_ROWS, *TOML_ROWS, *CSV_ROWS)
ROWS = (*SMALL_ROWS, *BIG_ROWS, *DEEP_ROWS)
FRAMES = 900
STACK = 256 * 1024

T = TypeVar("T")


def cases(rows: tuple[Row, ...]) -> list[Any]:
    """Return each row with each decoder that can read it."""
    return [
        pytest.param(row, decoder, id=ascii(f"{row.name} ({decoder or 'default'})"))
        for row in rows
        for decoder in ways_of(row.reader)
    ]


def each(rows: tuple[Row, ...]) -> pytest.MarkDecorator:
    """Run a test with each row and each decoder."""
    return pytest.mark.parametrize(("row", "decoder"), cases(rows))


def below(frames: int, call: Callable[[], T]) -> T:
    """Call something from so many frames below."""
    return below(frames - 1, call) if frames else call()


def depth_here() -> int:
    """Return how many frames there are above the caller."""
    frame, depth = sys._getframe(), 0
    while frame.f_back is not None:
        frame, depth = frame.f_back, depth + 1
    return depth


def test_the_table_is_long():
    """There are more documents by hand than were asked for, and no name stands twice."""
    assert len(ROWS) >= 250
    assert [] == [name for name, count in Counter(row.name for row in ROWS).items() if count > 1]


@pytest.mark.parametrize("reader", CLASSES)
def test_the_good_documents_are_good(reader: str):
    """All damages start from a document that every decoder reads."""
    content = good_text(reader).encode()
    first, *others = (read(reader, content, decoder) for decoder in DECODERS)
    assert type(first) is CLASSES[reader]
    assert [first] * len(others) == others


@each(SMALL_ROWS)
def test_a_hostile_document_is_refused(row: Row, decoder: str | None):
    """Every problem is reported with its code at its place, and nothing else is."""
    assert row.expected == said(refusal(row.reader, row.made(), decoder))


@pytest.mark.slow
@each(SMALL_ROWS)
def test_a_hostile_document_takes_little_time(row: Row, decoder: str | None):
    """The verdict, and its report in both languages, take less than a second."""
    data = row.made()

    def report() -> None:
        error = refusal(row.reader, data, decoder)
        assert error is None or (error.text("de") and error.text("en"))

    assert seconds(report) < allowed_seconds()


@pytest.mark.slow
@each(BIG_ROWS)
def test_a_big_document_is_refused_soon(row: Row, decoder: str | None):
    """Size is no weapon: the verdict comes within a second, with at most 1,001 problems."""
    data = row.made()
    error: DocumentError | None = None

    def run() -> None:
        nonlocal error
        error = refusal(row.reader, data, decoder)

    assert seconds(run) < allowed_seconds()
    assert error is not None
    assert row.expected in (ANY, said(error))
    assert 1 <= len(error.problems) <= 1_001


@pytest.mark.slow
@each(BIG_ROWS)
def test_a_big_document_takes_little_memory(row: Row, decoder: str | None):
    """Neither the verdict nor its report takes more than 200 MB beside the document."""
    data = row.made()
    assert peak(lambda: str(refusal(row.reader, data, decoder))) < BYTES


@each(DEEP_ROWS)
def test_a_deep_document_is_refused(row: Row, decoder: str | None):
    """Depth is refused as depth, before anything is decoded."""
    data = row.made()
    assert row.expected == said(refusal(row.reader, data, decoder))
    assert seconds(lambda: refusal(row.reader, data, decoder)) < allowed_seconds()


@each((*DEEP_ROWS, *SMALL_ROWS[::7]))
def test_the_verdict_is_the_same_deep_in_the_stack(row: Row, decoder: str | None):
    """A caller that has used up 900 frames of the stack gets the same report."""
    data = row.made()
    frames = FRAMES - depth_here()
    assert row.expected == said(below(frames, lambda: refusal(row.reader, data, decoder)))


@each((*DEEP_ROWS, *SMALL_ROWS[::7]))
def test_the_verdict_is_the_same_on_a_small_stack(row: Row, decoder: str | None):
    """A thread with a stack of 256 KiB gets the same report."""
    data = row.made()
    found: list[object] = []
    before = threading.stack_size(STACK)
    try:
        thread = threading.Thread(
            target=lambda: found.append(said(refusal(row.reader, data, decoder)))
        )
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert [row.expected] == found


@pytest.mark.parametrize("limit", [0, 640])
@each(tuple(row for row in SMALL_ROWS if "digits" in row.name))
def test_the_host_cannot_loosen_or_tighten_digits(row: Row, decoder: str | None, limit: int):
    """What the embedding program has set for whole numbers changes no verdict, and no time."""
    data = row.made()
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(limit)
    try:
        assert row.expected == said(refusal(row.reader, data, decoder))
        assert seconds(lambda: refusal(row.reader, data, decoder)) < allowed_seconds()
    finally:
        sys.set_int_max_str_digits(before)


@pytest.mark.parametrize("row", JSON_ROWS, ids=lambda row: ascii(row.name))
def test_text_is_refused_like_its_bytes(row: Row):
    """Who hands over text instead of bytes gets the same report."""
    try:
        text = row.made().decode("utf-8")
    except UnicodeDecodeError:
        pytest.skip("these bytes are no text")
    assert row.expected == said(refusal(row.reader, text))  # type: ignore[arg-type]
