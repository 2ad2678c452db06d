"""JSON Lines: any size, every form of file, every bad line with its number, and going on later."""

import gzip
import importlib.util
import io
import json
import os
import stat
import sys
import tracemalloc
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import (
    DocumentError,
    IntegrationPlan,
    InvalidValueError,
    Programme,
    UnknownNameError,
    catalogue,
    from_json,
    to_json,
)
from integrationsplan.serialization import Bounds
from integrationsplan.serialization import _compression as compression_module
from integrationsplan.serialization._streams import (
    BadLine,
    GoodLine,
    Position,
    read_json_lines,
    write_json_lines,
)

RECEIPT = Path(__file__).parents[2] / "documents" / "v1" / "plan-every-entry.json"
PLAN = from_json(RECEIPT.read_bytes(), IntegrationPlan)
GOOD = to_json(PLAN).encode("utf-8")
BAD = b'{"format": "integrationsplan/plan", "version": 1}'
HAS_ZSTD = sys.version_info >= (3, 14) or importlib.util.find_spec("backports") is not None
needs_zstd = pytest.mark.skipif(not HAS_ZSTD, reason="needs zstd")
SUFFIXES = ["", ".gz", pytest.param(".zst", marks=needs_zstd)]


def seen(source: Any, **options: Any) -> list[int | tuple[int, str]]:
    """Return the numbers of good lines, and those of bad lines with their first code."""
    found: list[int | tuple[int, str]] = []
    for line in read_json_lines(source, IntegrationPlan, **options):
        if isinstance(line, GoodLine):
            assert line.document == PLAN
            found.append(line.number)
        else:
            for language in ("de", "en"):
                assert "{" not in line.text(language)
            assert {line.number} == {problem.line for problem in line.problems}
            found.append((line.number, line.problems[0].code))
    return found


def file_of(*lines: bytes, end: bytes = b"\n") -> io.BytesIO:
    """Return a file in memory."""
    return io.BytesIO(b"".join(line + end for line in lines))


def pack(path: Path, *pieces: bytes) -> None:
    """Write bytes as the name of the file says."""
    named = compression_module.compression_named(path)
    with path.open("wb") as file, compression_module.compressed(file, named) as packed:
        for piece in pieces:
            packed.write(piece)


class Pipe(io.RawIOBase):
    """What comes over a line: it cannot be sought, and hands out a few bytes at a time."""

    def __init__(self, data: bytes, size: int = 3) -> None:
        self._data = io.BytesIO(data)
        self._size = size

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, _: int = -1) -> bytes:
        """Hand out the next bytes."""
        return self._data.read(self._size)


# -- there and back --------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_was_written_is_read(suffix: str, tmp_path: Path):
    """Every form of file gives the same documents back."""
    path = tmp_path / f"plans.jsonl{suffix}"
    assert 3 == write_json_lines([PLAN] * 3, path)
    assert [1, 2, 3] == seen(path) == seen(str(path)) == seen(Pipe(path.read_bytes()))


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_equal_documents_give_equal_bytes(suffix: str, tmp_path: Path):
    """Neither time nor file name is part of a compressed file."""
    first, second = tmp_path / f"a.jsonl{suffix}", tmp_path / f"b.jsonl{suffix}"
    write_json_lines([PLAN] * 2, first)
    write_json_lines([PLAN] * 2, second)
    assert first.read_bytes() == second.read_bytes()


def test_other_documents_than_plans_are_lines_too():
    """Each kind of document can be asked for."""
    programme = catalogue.load("de-th-thilik-2016")
    file = io.BytesIO()
    write_json_lines([programme], file)
    file.seek(0)
    assert [programme] == [
        line.document for line in read_json_lines(file, Programme) if isinstance(line, GoodLine)
    ]


def test_nothing_is_no_line(tmp_path: Path):
    """An empty file is written and read."""
    path = tmp_path / "plans.jsonl"
    assert 0 == write_json_lines([], path)
    assert [] == seen(path) == seen([]) == seen(io.BytesIO())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_appending_goes_on_at_the_end(suffix: str, tmp_path: Path):
    """Two writings make one file, and the first may make a new one."""
    path = tmp_path / f"plans.jsonl{suffix}"
    for count in (1, 2):
        write_json_lines([PLAN] * count, path, append=True)
    assert [1, 2, 3] == seen(path)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_appending_ends_an_open_line_first(suffix: str, tmp_path: Path):
    """A last line without an end is not glued to the next one."""
    path = tmp_path / f"plans.jsonl{suffix}"
    pack(path, GOOD)
    write_json_lines([PLAN], path, append=True)
    assert [1, 2] == seen(path)


@pytest.mark.parametrize(
    ("code", "name", "content"),
    [
        ("other_compression", "a.jsonl", gzip.compress(GOOD)),
        ("other_compression", "a.jsonl.gz", GOOD),
        ("broken_compression", "a.jsonl.gz", gzip.compress(GOOD)[:-1]),
    ],
)
def test_nothing_is_appended_to_what_would_not_be_read(
    code: str, name: str, content: bytes, tmp_path: Path
):
    """A file is not made worse."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(DocumentError) as error:
        write_json_lines([PLAN], path, append=True)
    assert [code] == [problem.code for problem in error.value.problems]
    assert content == path.read_bytes()


# -- whole or not at all ---------------------------------------------------------------------------


def interrupted() -> Iterator[IntegrationPlan]:
    """Yield plans until something happens."""
    for _ in range(50):
        yield PLAN
    raise KeyboardInterrupt


@pytest.mark.parametrize("append", [False, True])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_after_an_error_the_file_is_as_before(suffix: str, append: bool, tmp_path: Path):
    """Nothing half done stays, and no file beside it."""
    path = tmp_path / f"plans.jsonl{suffix}"
    write_json_lines([PLAN], path)
    before = path.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        write_json_lines(interrupted(), path, append=append)
    assert before == path.read_bytes()
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("append", [False, True])
def test_after_an_error_a_new_file_is_not_there(append: bool, tmp_path: Path):
    """Not even an empty one."""
    with pytest.raises(KeyboardInterrupt):
        write_json_lines(interrupted(), tmp_path / "plans.jsonl", append=append)
    assert [] == list(tmp_path.iterdir())


def test_document_that_cannot_be_written_is_told_with_its_line():
    """The second of two programmes holds an assumption."""
    programme = catalogue.load("de-bw-integrationsmanagement-2017")
    name = next(n for n, p in programme.parameters.items() if p.values[0].value is not None)
    assumed = programme.override({name: "1"})
    with pytest.raises(DocumentError) as error:
        write_json_lines([programme, assumed], io.BytesIO())
    assert {("assumed_in_document", 2)} == {(p.code, p.line) for p in error.value.problems}


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_a_new_file_is_its_owners_and_an_old_one_keeps_its_rights(tmp_path: Path):
    """What is written is mostly about persons."""
    path = tmp_path / "plans.jsonl"
    write_json_lines([PLAN], path)
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    path.chmod(0o640)
    write_json_lines([PLAN], path)
    assert 0o640 == stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_goes_on_pointing_to_its_file(tmp_path: Path):
    """The file is replaced, not the link."""
    path, link = tmp_path / "plans.jsonl", tmp_path / "link.jsonl"
    link.symlink_to(path)
    write_json_lines([PLAN], link)
    assert link.is_symlink()
    assert [1] == seen(path)


@pytest.mark.skipif(os.name != "posix", reason="devices of POSIX")
def test_a_device_is_written_directly():
    """What is no plain file cannot be replaced."""
    assert 1 == write_json_lines([PLAN], "/dev/null")


# -- lines -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_line_ends_are_recognised(end: bytes):
    """LF and CRLF, and the last line may have none."""
    data = end.join([GOOD, GOOD, GOOD])
    assert [1, 2, 3] == seen(io.BytesIO(data)) == seen(io.BytesIO(data + end)) == seen(Pipe(data))


def test_blank_lines_are_counted_and_left_out():
    """Blanks, tabs and CR mean nothing."""
    assert [3, 6] == seen(file_of(b"", b" \t", GOOD, b"\r", b"", GOOD, b"", b" "))


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("byte_order_mark", b"\xef\xbb\xbf" + GOOD),
        ("not_json", GOOD + b"\r" + GOOD),
        ("not_json", GOOD + b"\0"),
        ("not_json", b"\0"),
        ("not_json", b"\x0c"),
        ("not_json", GOOD[:-1]),
        ("not_json", GOOD + GOOD),
        ("not_utf8", b'"\xff"'),
        ("not_utf8", GOOD.decode("utf-8").encode("utf-16")),
        ("wrong_type", b"[]"),
        ("wrong_type", b"5"),
        ("wrong_format", to_json(catalogue.load("de-th-thilik-2016")).encode("utf-8")),
        ("missing_key", BAD),
        ("document_too_deep", b"[" * 100_000),
        ("repeated_key", GOOD.replace(b'{"format"', b'{"id":"x","format"', 1)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_line_is_told_and_the_rest_goes_on(code: str, line: bytes):
    """The lines around it are read."""
    found = seen([GOOD, line, GOOD])
    assert [1, (2, code), 3] == found
    if b"\n" not in line:
        assert found == seen(file_of(GOOD, line, GOOD))


def test_problem_of_a_line_knows_line_and_pointer():
    """Both places are told."""
    line = GOOD.replace(b'"number":1', b'"number":"1"', 1)
    (found,) = read_json_lines([b"", line], IntegrationPlan)
    assert isinstance(found, BadLine)
    assert [(2, "/revisions/0/number")] == [(p.line, p.pointer) for p in found.problems]


def test_stopping_raises_the_first_bad_line():
    """What was good before was handed out."""
    lines = read_json_lines(file_of(GOOD, BAD, GOOD), IntegrationPlan, on_error="stop")
    assert 1 == next(lines).number
    with pytest.raises(DocumentError) as error:
        next(lines)
    assert {2} == {problem.line for problem in error.value.problems}


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""], ids=["LF", "CRLF", "none"])
@pytest.mark.parametrize("size", [1, 3, 10**9])
def test_line_within_its_bound_is_read_and_one_byte_more_is_not(size: int, end: bytes):
    """The end of the line does not count."""
    data = GOOD + b"\n" + GOOD + end
    exact, less = Bounds(json_bytes=len(GOOD)), Bounds(json_bytes=len(GOOD) - 1)
    assert [1, 2] == seen(Pipe(data, size), bounds=exact)
    assert [(1, "line_too_long"), (2, "line_too_long")] == seen(Pipe(data, size), bounds=less)
    given = [GOOD + b"\n", GOOD + end]
    assert [1, 2] == seen(given, bounds=exact)
    assert [(1, "line_too_long"), (2, "line_too_long")] == seen(given, bounds=less)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_line_without_end_is_not_held(suffix: str, tmp_path: Path):
    """A hundred megabytes in one line are passed over, also where they are packed into a few."""
    path = tmp_path / f"bomb.jsonl{suffix}"
    pack(path, *[b"[" * 1_000_000] * 100, b"\n" + GOOD + b"\n")
    tracemalloc.start()
    assert [(1, "line_too_long"), 2] == seen(path, bounds=Bounds(json_bytes=100_000))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2_000_000


@pytest.mark.parametrize(
    ("line", "counts"),
    [(GOOD, (20, 200)), (b"[" + b" " * 100 + b"]", (2_000, 20_000))],
    ids=["good", "bad"],
)
def test_memory_does_not_grow_with_the_lines(line: bytes, counts: tuple[int, int], tmp_path: Path):
    """Ten times the lines take no more of it."""
    path = tmp_path / "plans.jsonl.gz"
    peaks = []
    for count in counts:
        pack(path, *[line + b"\n"] * count)
        tracemalloc.start()
        assert count == sum(1 for _ in read_json_lines(path, IntegrationPlan))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.2 + 50_000


def test_writing_holds_one_document_at_a_time(tmp_path: Path):
    """Ten times the documents take no more memory."""
    peaks = []
    for count in (20, 200):
        tracemalloc.start()
        write_json_lines((PLAN for _ in range(count)), tmp_path / "plans.jsonl.gz")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.2 + 50_000


def test_lines_are_read_when_they_are_asked_for():
    """The second line is not there yet when the first one is handed out."""

    def coming() -> Iterator[bytes]:
        yield GOOD
        raise ConnectionError

    lines = read_json_lines(coming(), IntegrationPlan)
    assert 1 == next(lines).number
    with pytest.raises(ConnectionError):
        next(lines)


def test_file_of_a_path_is_closed_with_the_iterator(tmp_path: Path):
    """Whoever stops early leaves nothing open."""
    path = tmp_path / "plans.jsonl"
    write_json_lines([PLAN] * 3, path)
    lines: Any = read_json_lines(path, IntegrationPlan)
    next(lines)
    lines.close()  # an open file would be a warning, and warnings are errors here


def test_file_of_the_caller_stays_open():
    """Who opened it closes it."""
    file = file_of(GOOD)
    assert [1] == seen(file)
    assert not file.closed


# -- compression -----------------------------------------------------------------------------------


def test_content_decides_and_not_the_name(tmp_path: Path):
    """A file that was decompressed on the way is read, and one that lost its suffix too."""
    plain, packed = tmp_path / "plain.jsonl.gz", tmp_path / "packed.jsonl"
    plain.write_bytes(GOOD)
    packed.write_bytes(gzip.compress(GOOD))
    assert [1] == seen(plain) == seen(packed)


@pytest.mark.parametrize("padding", [b"", b"\0" * 512, b"\0" * 100_000])
def test_gzip_files_in_a_row_are_one(padding: bytes):
    """Also where one ends within a line, and where NUL bytes come last."""
    data = gzip.compress(GOOD + b"\n" + GOOD[:100]) + gzip.compress(GOOD[100:] + b"\n") + padding
    assert [1, 2] == seen(io.BytesIO(data)) == seen(Pipe(data))


@needs_zstd
def test_zstd_frames_in_a_row_are_one():
    """Also behind a frame that is to be skipped."""
    zstd: Any = compression_module._zstd()
    data = b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc" + zstd.compress(GOOD[:9])
    data += zstd.compress(GOOD[9:] + b"\n")
    assert [1] == seen(io.BytesIO(data)) == seen(Pipe(data))


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data[:4],
        lambda data: data[:-6] + bytes([data[-6] ^ 1]) + data[-5:],
        lambda data: data + b"rubbish",
        lambda data: data + data[:5],
    ],
    ids=["last byte", "half", "head", "checksum", "rubbish", "second head"],
)
@pytest.mark.parametrize("suffix", SUFFIXES[1:])
def test_broken_file_is_told_where_it_breaks(suffix: str, damage: Any, tmp_path: Path):
    """The lines before are handed out; nothing comes after, and the error is no foreign one."""
    path = tmp_path / f"plans.jsonl{suffix}"
    write_json_lines([PLAN] * 2, path)
    path.write_bytes(damage(path.read_bytes()))
    *good, bad = seen(path)
    assert good == list(range(1, len(good) + 1))
    assert (len(good) + 1, "broken_compression") == bad


def test_reading_goes_on_behind_the_break_when_the_file_is_whole():
    """The place of a broken line is where it begins."""
    data = gzip.compress(GOOD + b"\n" + GOOD + b"\n", 0)
    *_, bad = read_json_lines(io.BytesIO(data[:-100]), IntegrationPlan)
    assert isinstance(bad, BadLine)
    assert Position(line=1, offset=len(GOOD) + 1) == bad.after
    assert [2] == seen(io.BytesIO(data), start=bad.after)


def test_foreign_error_hangs_on_no_error_of_ours():
    """Errors of decompressors may hold data."""
    data = gzip.compress(GOOD)[:-9]
    with pytest.raises(DocumentError) as error:
        seen(io.BytesIO(data), on_error="stop")
    assert not isinstance(error.value.__context__, zlib.error)


def test_missing_reader_of_zstd_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch):
    """Which package to install is said when it is needed."""

    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(compression_module.importlib, "import_module", missing)
    with pytest.raises(ImportError, match=r"integrationsplan\[zstd\]"):
        seen(io.BytesIO(b"\x28\xb5\x2f\xfd" + b"x" * 20))


# -- positions -------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_reading_goes_on_after_any_line(suffix: str, tmp_path: Path):
    """Every line says where the next one begins."""
    path = tmp_path / f"plans.jsonl{suffix}"
    pack(path, b"\r\n".join([GOOD, b"", BAD, GOOD]))
    whole = seen(path)
    assert [1, (3, "missing_key"), 4] == whole
    for done, line in enumerate(read_json_lines(path, IntegrationPlan), start=1):
        assert whole[done:] == seen(path, start=line.after)
        assert whole[done:] == seen(Pipe(path.read_bytes(), 1_000), start=line.after)


def test_given_lines_are_passed_over_by_number():
    """Lines that somebody else has split have no offset to seek."""
    (first, *_) = read_json_lines([GOOD, GOOD], IntegrationPlan)
    assert [2] == seen([GOOD, GOOD], start=first.after)


def test_position_is_stored_as_json():
    """Two whole numbers."""
    position = Position(line=3, offset=120)
    assert position == Position(**json.loads(json.dumps(position.as_data())))


@pytest.mark.parametrize("stored", [{"line": -1}, {"offset": "5"}, {"line": True}])
def test_position_that_is_none_is_refused(stored: Any):
    """What comes from a store is checked."""
    with pytest.raises(InvalidValueError):
        Position(**stored)


@pytest.mark.parametrize("offset", [1, len(GOOD) - 1, len(GOOD), 10**9])
@pytest.mark.parametrize("made", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_position_of_another_file_is_refused(made: Any, offset: int):
    """Nothing is read from the middle of a line, nor beyond the end."""
    lines = read_json_lines(
        io.BytesIO(made(GOOD + b" \n" + GOOD + b"\n")),
        IntegrationPlan,
        start=Position(line=1, offset=offset),
    )
    if offset == len(GOOD):  # only a blank is left of the line
        assert [2] == [line.number for line in lines]
        return
    with pytest.raises(DocumentError) as error:
        next(lines)
    assert [("other_position", 2)] == [(p.code, p.line) for p in error.value.problems]


def test_file_that_has_grown_is_read_on(tmp_path: Path):
    """The last line had no end; its end is not taken for a line."""
    path = tmp_path / "plans.jsonl"
    path.write_bytes(GOOD)
    (first,) = read_json_lines(path, IntegrationPlan)
    write_json_lines([PLAN], path, append=True)
    assert [2] == seen(path, start=first.after)


def test_position_counts_from_where_a_file_of_the_caller_stands():
    """A file may have a head of its own."""
    file = io.BytesIO(b"head\n" + GOOD + b"\n" + GOOD)
    file.readline()
    (first, _) = read_json_lines(file, IntegrationPlan)
    file.seek(5)
    assert [2] == seen(file, start=first.after)


# -- progress --------------------------------------------------------------------------------------


@pytest.mark.parametrize("made", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_progress_of_a_file_ends_with_all_of_it(made: Any):
    """Bytes as they lie in the file, and how many there are."""
    told: list[tuple[int, int | None]] = []
    data = made(GOOD + b"\n") * 20
    seen(io.BytesIO(data), progress=lambda *figures: told.append(figures))
    assert (len(data), len(data)) == told[-1]
    assert told == sorted(told)


def test_progress_of_a_resumed_file_begins_there():
    """What was read on another day counts."""
    told: list[int] = []
    data = (GOOD + b"\n") * 20
    start = Position(line=15, offset=15 * (len(GOOD) + 1))
    seen(io.BytesIO(data), start=start, progress=lambda read, _: told.append(read))
    assert len(data) == told[-1]


@pytest.mark.parametrize("source", [[GOOD] * 20, Pipe(GOOD + b"\n", 70_000)], ids=["lines", "pipe"])
def test_progress_of_what_has_no_size_knows_no_total(source: Any):
    """Nobody knows what is still to come."""
    told: list[tuple[int, int | None]] = []
    seen(source, progress=lambda *figures: told.append(figures))
    assert {None} == {total for _, total in told}
    assert told[-1][0] >= len(GOOD)


def test_progress_of_writing_counts_documents():
    """After every thousand, and at the end."""
    receipt = catalogue.load("de-koenigsteiner-schluessel")
    told: list[int] = []
    written = write_json_lines([receipt] * 2_001, io.BytesIO(), progress=told.append)
    assert (2_001, [1_000, 2_000, 2_001]) == (written, told)


def test_what_progress_raises_ends_the_reading():
    """So a person can stop it."""

    def stop(_: int, __: int | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        seen(file_of(GOOD), progress=stop)


# -- wrong calls -----------------------------------------------------------------------------------


def test_class_that_is_no_document_is_refused_at_once():
    """Before anything is opened."""
    with pytest.raises(UnknownNameError):
        read_json_lines("nowhere.jsonl", int)


def test_other_word_for_errors_is_refused_at_once():
    """There are two."""
    with pytest.raises(InvalidValueError):
        read_json_lines([], IntegrationPlan, on_error="ignore")


@pytest.mark.parametrize("source", [GOOD, io.StringIO("{}"), ["{}"]], ids=["bytes", "file", "text"])
def test_source_of_another_type_is_refused(source: Any):
    """A file in text mode would have guessed an encoding."""
    with pytest.raises(TypeError):
        seen(source)


def test_missing_file_is_an_error_of_the_system(tmp_path: Path):
    """As everywhere else in Python."""
    with pytest.raises(FileNotFoundError):
        seen(tmp_path / "none.jsonl")
