"""A file of plans as JSON Lines, every one of them checked, by two processes that share it."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from report import Section, Target
from sample_lines import bad_lines, write_lines
from timing import Effort, Measured, rotated

FAST = "integrationsplan, fast"
PLAIN = "integrationsplan, plain"
PYDANTIC = "pydantic strict"
MSGSPEC = "msgspec Struct"

READERS = {
    FAST: ("fast", "read_json_lines: numbers, places to go on, problems with their line"),
    PLAIN: ("plain", "as above, without msgspec"),
    PYDANTIC: ("pydantic", "a loop over the file; model_validate_json"),
    "orjson + pydantic, coercing": (
        "orjson-pydantic",
        "from dictionaries strict models take no dates; lax ones take texts for numbers",
    ),
    MSGSPEC: ("msgspec", "a loop over the file; tells the first problem alone"),
}
SLICES = 10
LOOKS = (1, 5, 10)
"""Slices after which the memory is told."""

MEBIBYTE = 1 << 20


@dataclass(kw_only=True)
class Reading:
    """What was seen of one way to read.

    Attributes:
        workers: The two processes.
        seconds: What each slice took both of them.
        good: How many lines were taken.
        bad: How many were refused.
        peaks: After each slice, the most memory that one process has held.
    """

    workers: list["subprocess.Popen[str]"]
    seconds: list[float] = field(default_factory=list)
    good: int = 0
    bad: int = 0
    peaks: list[int] = field(default_factory=list)

    def read_slice(self) -> None:
        """Let both processes read their next slice."""
        started = time.perf_counter()
        for worker in self.workers:
            _pipe(worker.stdin).write("go\n")
            _pipe(worker.stdin).flush()
        answers = [json.loads(_pipe(worker.stdout).readline()) for worker in self.workers]
        self.seconds.append(time.perf_counter() - started)
        self.good += sum(answer["good"] for answer in answers)
        self.bad += sum(answer["bad"] for answer in answers)
        self.peaks.append(max(answer["peak"] for answer in answers))


def run(effort: Effort) -> list[Section]:
    """Write the file, let everybody read it tenth by tenth in turns, and compare."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plans.jsonl"
        middle = write_lines(path, effort.plans)
        size = path.stat().st_size
        readings = _read(path, middle, size)
    for name, reading in readings.items():
        found = (reading.good + reading.bad, reading.bad)
        if found != (effort.plans, bad_lines(effort.plans)):
            raise AssertionError(f"{name} has not read every line, or refused others: {found}")
    return [_speed(readings, effort.plans, size), _memory(readings, effort.plans)]


def _speed(readings: dict[str, Reading], count: int, size: int) -> Section:
    return Section(
        title=f"Plans a second: {count:,} JSON Lines of {size // count:,} bytes, two processes",
        measured=[
            Measured(
                name=name,
                amount=count / sum(reading.seconds),
                spread=statistics.median(reading.seconds) / min(reading.seconds),
                remark=READERS[name][1],
            )
            for name, reading in readings.items()
        ],
        against=(PYDANTIC, MSGSPEC),
        notes=(
            "More is better. One line of a thousand is bad, and everybody must find just those.",
            "The time until a process is ready and has read its first hundred lines is not in it.",
        ),
        unit="/s",
    )


def _memory(readings: dict[str, Reading], count: int) -> Section:
    return Section(
        title=f"Peak memory of one of two processes while {count:,} JSON Lines are read",
        measured=[
            Measured(
                name=_at(name, look),
                amount=reading.peaks[look - 1] / MEBIBYTE,
                remark="interpreter and libraries included" if look == LOOKS[0] else "",
            )
            for name, reading in readings.items()
            for look in LOOKS
        ],
        against=(_at(FAST, LOOKS[0]),),
        targets=[
            Target(ours=_at(name, LOOKS[-1]), against=_at(name, LOOKS[0]), most=1.05)
            for name in (FAST, PLAIN)
        ],
        unit="MiB",
    )


def _at(name: str, look: int) -> str:
    return f"{name}, at {look * 100 // SLICES} %"


def _read(path: Path, middle: tuple[int, int], size: int) -> dict[str, Reading]:
    number, offset = middle
    parts = ((0, 0, offset), (number, offset, size))
    readings = {
        name: Reading(workers=[_start(reader, path, *part) for part in parts])
        for name, (reader, _) in READERS.items()
    }
    names = [*readings]
    try:
        for reading in readings.values():
            for worker in reading.workers:
                if _pipe(worker.stdout).readline() != "ready\n":
                    raise AssertionError("a process does not begin")
        for number in range(SLICES):
            for index in rotated(len(names), number):
                readings[names[index]].read_slice()
    finally:
        for reading in readings.values():
            for worker in reading.workers:
                worker.terminate()
                worker.communicate()
    return readings


def _start(reader: str, path: Path, *numbers: int) -> "subprocess.Popen[str]":
    script = Path(__file__).with_name("worker_lines.py")
    command = [sys.executable, script, reader, path, *map(str, numbers), str(SLICES)]
    return subprocess.Popen(  # noqa: S603  # our own interpreter, our own script
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def _pipe(pipe: Any) -> Any:  # a file, for a process that has one
    if pipe is None:
        raise AssertionError("the process has no such pipe")
    return pipe
