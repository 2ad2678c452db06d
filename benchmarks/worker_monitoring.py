"""A process that counts plans for a report; started by `bench_monitoring`.

``python worker_monitoring.py WAY COUNT SLICES FOLDER`` counts a slice of the plans for every line
that comes in, and answers each time with how long it took and the most memory that it has held. The
last answer has the figures. It holds nothing but the way of counting that it was asked for.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from worker_lines import peak

CHUNK = 100
"""So many plans are made, or read, before they are counted and forgotten."""


class Counting:
    """Counts plan after plan, and keeps the times of reading and of counting apart."""

    def __init__(self, chunks: Callable[[int, int], Iterator[list[Any]]], load: Any) -> None:
        """Begin to count; the first hundred plans warm up what is made at the first use."""
        from sample_district import AS_OF, BY, CODES, PERIOD, RULES  # noqa: PLC0415

        from integrationsplan.monitoring import PlanTally  # noqa: PLC0415

        def tally() -> PlanTally:
            return PlanTally(PERIOD, CODES, by=BY, rules=RULES, as_of=AS_OF)

        self.chunks, self.load = chunks, load
        self.tally = tally()
        self.slice(0, CHUNK)
        self.tally = tally()

    def slice(self, start: int, stop: int) -> tuple[float, float]:
        """Count plans; return the seconds that reading and counting took."""
        reading = counting = 0.0
        for chunk in self.chunks(start, stop):
            begun = time.perf_counter()
            read = chunk if self.load is None else [self.load(line) for line in chunk]
            turned = time.perf_counter()
            for plan in read:
                self.tally.add(plan)
            counting += time.perf_counter() - turned
            reading += turned - begun
        return reading, counting

    def figures(self) -> list[Any]:
        """Return the figures, in the form of `peer_polars.Figures`."""
        found = []
        for row in self.tally.report("report").rows:
            groups = dict(row.groups)
            sex = groups.pop("sex")
            own = "".join(groups.values())
            key = [row.indicator, sex, own]
            found.append([*key, row.value, row.of, row.lacking, row.undecided])
        return found


def _chunked(items: Callable[[int, int], Iterator[Any]]) -> Callable[[int, int], Iterator[Any]]:
    def chunks(start: int, stop: int) -> Iterator[list[Any]]:
        for first in range(start, stop, CHUNK):
            yield list(items(first, min(first + CHUNK, stop)))

    return chunks


def _in_memory() -> Counting:
    from sample_district import plans, templates  # noqa: PLC0415  # nobody else's memory

    among = templates()
    return Counting(_chunked(lambda start, stop: plans(start, stop, among)), None)


def _from_lines(decoder: str) -> Counting:
    from sample_district import lines, template_lines  # noqa: PLC0415

    from integrationsplan import IntegrationPlan, from_json  # noqa: PLC0415

    among = template_lines()

    def load(line: bytes) -> IntegrationPlan:
        return from_json(line, IntegrationPlan, decoder=decoder)

    return Counting(_chunked(lambda start, stop: lines(start, stop, among)), load)


WAYS: dict[str, Callable[[], Counting]] = {
    "memory": _in_memory,
    "fast": lambda: _from_lines("msgspec"),
    "plain": lambda: _from_lines("json"),
}


def ours(way: str, count: int, slices: int) -> None:
    """Count slice after slice, as asked."""
    counting = WAYS[way]()
    print("ready", flush=True)
    for number in range(slices):
        sys.stdin.readline()
        bounds = (count * number // slices, count * (number + 1) // slices)
        reading, adding = counting.slice(*bounds)
        answer: dict[str, Any] = {"reading": reading, "counting": adding, "peak": peak()}
        if number == slices - 1:
            answer["figures"] = counting.figures()
        print(json.dumps(answer), flush=True)


def flatten(count: int, slices: int) -> None:
    """Make the rows of the flat tables, slice after slice, and forget them."""
    from peer_polars import flat  # noqa: PLC0415
    from sample_district import plans, templates  # noqa: PLC0415

    among = templates()
    chunks = _chunked(lambda start, stop: plans(start, stop, among))
    print("ready", flush=True)
    for number in range(slices):
        sys.stdin.readline()
        seconds = 0.0
        for chunk in chunks(count * number // slices, count * (number + 1) // slices):
            begun = time.perf_counter()
            for plan in chunk:
                flat(0, plan)
            seconds += time.perf_counter() - begun
        print(json.dumps({"reading": 0.0, "counting": seconds, "peak": peak()}), flush=True)


def polars(count: int, slices: int, folder: Path) -> None:
    """Count the whole flat tables as often as asked."""
    import peer_polars  # noqa: PLC0415

    del count
    peer_polars.figures(peer_polars.read(folder))
    print("ready", flush=True)
    for number in range(slices):
        sys.stdin.readline()
        begun = time.perf_counter()
        tables = peer_polars.read(folder)
        turned = time.perf_counter()
        found = peer_polars.figures(tables)
        ended = time.perf_counter()
        answer: dict[str, Any] = {
            "reading": turned - begun,
            "counting": ended - turned,
            "peak": peak(),
        }
        if number == slices - 1:
            answer["figures"] = [[*key, *values] for key, values in found.items()]
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "polars":
        polars(int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
    elif sys.argv[1] == "flatten":
        flatten(int(sys.argv[2]), int(sys.argv[3]))
    elif sys.argv[1] == "write-tables":
        import peer_polars

        peer_polars.write(Path(sys.argv[4]), int(sys.argv[2]))
    else:
        ours(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
