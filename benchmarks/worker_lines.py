"""One of two processes that read plans from JSON Lines; started by `bench_lines`.

``python worker_lines.py READER FILE LINE BEGIN END SLICES`` reads the lines between two offsets,
a slice of them for every line that comes in, and answers each time with what it has seen. It holds
nothing but the reader that it was asked for, so that its memory is the reader's own.
"""

import json
import resource
import sys
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from pathlib import Path

WARM_UP = 100

Seen = Iterator[tuple[bool, int]]
"""Of each line: whether it is good, and the offset of the next one."""

Reader = Callable[[str, int, int], Seen]
"""Reads a file from a line, which begins at an offset."""


def _ours(decoder: str) -> Reader:
    from integrationsplan import IntegrationPlan  # noqa: PLC0415  # nobody else's memory
    from integrationsplan.serialization import (  # noqa: PLC0415
        GoodLine,
        Position,
        read_json_lines,
    )

    def read(path: str, number: int, begin: int) -> Seen:
        start = Position(line=number, offset=begin)
        for line in read_json_lines(path, IntegrationPlan, decoder=decoder, start=start):
            yield isinstance(line, GoodLine), line.after.offset

    return read


def _theirs(load: Callable[[bytes], object], refused: Callable[[Exception], object]) -> Reader:
    def read(path: str, _: int, begin: int) -> Seen:
        with Path(path).open("rb") as file:
            file.seek(begin)
            offset = begin
            for line in file:
                offset += len(line)
                try:
                    load(line)
                except ValueError as error:
                    refused(error)
                    yield False, offset
                else:
                    yield True, offset

    return read


def _pydantic() -> Reader:
    import peer_pydantic  # noqa: PLC0415

    return _theirs(peer_pydantic.load, lambda error: error.errors())


def _orjson_pydantic() -> Reader:
    import orjson  # noqa: PLC0415
    import peer_pydantic  # noqa: PLC0415

    def load(line: bytes) -> object:
        return peer_pydantic.Plan.model_validate(orjson.loads(line), strict=False)

    return _theirs(load, lambda error: error.errors())


def _msgspec() -> Reader:
    import peer_msgspec  # noqa: PLC0415

    return _theirs(peer_msgspec.load, str)


READERS: dict[str, Callable[[], Reader]] = {
    "fast": lambda: _ours("msgspec"),
    "plain": lambda: _ours("json"),
    "pydantic": _pydantic,
    "orjson-pydantic": _orjson_pydantic,
    "msgspec": _msgspec,
}


def peak() -> int:
    """Return the most memory that this process has held, in bytes."""
    status = Path("/proc/self/status")
    if status.exists():  # of this program alone; what getrusage tells may be the parent's
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def main(name: str, path: str, number: int, begin: int, end: int, slices: int) -> None:
    """Read slice after slice, as asked."""
    read = READERS[name]()
    for _ in islice(read(path, number, begin), WARM_UP):
        pass  # what is imported or generated at the first use is not what is measured
    seen = read(path, number, begin)
    print("ready", flush=True)
    places = [begin + (end - begin) * index // slices for index in range(slices + 1)]
    for _, until in pairwise(places):
        sys.stdin.readline()
        good = bad = 0
        for is_good, offset in seen:
            if is_good:
                good += 1
            else:
                bad += 1
            if offset >= until:
                break
        print(json.dumps({"good": good, "bad": bad, "peak": peak()}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
