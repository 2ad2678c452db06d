"""A hundred thousand plans counted for a report: times, and memory that does not grow."""

import json
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from report import Section, Target
from timing import Effort, Measured, rotated

MEMORY, FAST, PLAIN, FLATTEN, POLARS = "memory", "fast", "plain", "flatten", "polars"

NAMES = {
    MEMORY: "integrationsplan, plans made in memory",
    FAST: "integrationsplan, fast, JSON",
    PLAIN: "integrationsplan, plain, JSON",
    FLATTEN: "integrationsplan, flat rows",
    POLARS: "polars, flat tables",
}
SLICES = 10
LOOKS = (1, 5, 10)
"""Slices after which the memory is told."""

MOST_PLANS = 100_000

MEBIBYTE = 1 << 20


@dataclass(kw_only=True)
class Counted:
    """What was seen of one way to count.

    Attributes:
        worker: The process.
        reading: The seconds that reading took, slice by slice.
        counting: The seconds that counting took.
        peaks: After each slice, the most memory that the process has held.
        figures: What it has counted.
    """

    worker: "subprocess.Popen[str]"
    reading: list[float] = field(default_factory=list)
    counting: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)
    figures: list[Any] = field(default_factory=list)

    def slice(self) -> None:
        """Let the process count its next slice."""
        _pipe(self.worker.stdin).write("go\n")
        _pipe(self.worker.stdin).flush()
        answer = json.loads(_pipe(self.worker.stdout).readline())
        self.reading.append(answer["reading"])
        self.counting.append(answer["counting"])
        self.peaks.append(answer["peak"])
        self.figures = answer.get("figures", [])

    @property
    def both(self) -> list[float]:
        """The seconds of reading and counting."""
        return [sum(pair) for pair in zip(self.reading, self.counting, strict=True)]


def run(effort: Effort) -> list[Section]:
    """Count in turns, see that everybody finds the same figures, and compare."""
    plans = min(5 * effort.plans, MOST_PLANS)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(_command("write-tables", plans, folder), check=True)  # noqa: S603  # ours
        ways = _counted(plans, folder)
    for name, way in ways.items():
        if name not in {FLATTEN, POLARS}:
            _same(NAMES[name], way.figures, ways[POLARS].figures)
    return [_speed(ways, plans), _memory(ways, plans)]


def _speed(ways: dict[str, Counted], plans: int) -> Section:
    against = ("polars, read and count", "polars, count alone")
    flat = ways[POLARS]
    return Section(
        title=f"{plans:,} plans counted for 19 indicators by sex, one process",
        measured=[
            _streamed("integrationsplan, fast, read and count", ways[FAST].both, "from JSON"),
            _streamed("integrationsplan, plain, read and count", ways[PLAIN].both, "from JSON"),
            _streamed("integrationsplan, count alone", ways[MEMORY].counting, "plans at hand"),
            _streamed(
                "integrationsplan, make the flat rows", ways[FLATTEN].counting, "plans at hand"
            ),
            _whole(against[0], flat.both, "two flat tables, from Parquet"),
            _whole(against[1], flat.counting, "two flat tables at hand, all cores"),
        ],
        against=against,
        notes=(
            "The flat tables were made beforehand: what that takes has a row of its own.",
            "Everybody finds the same figures, and the same numbers of records that lack a fact.",
        ),
    )


def _streamed(name: str, slices: list[float], remark: str) -> Measured:
    """Return the time of all slices together."""
    spread = statistics.median(slices) / min(slices)
    return Measured(name=name, amount=sum(slices), spread=spread, remark=remark)


def _whole(name: str, turns: list[float], remark: str) -> Measured:
    """Return the least time of turns that each do everything."""
    spread = statistics.median(turns) / min(turns)
    return Measured(name=name, amount=min(turns), spread=spread, remark=remark)


def _memory(ways: dict[str, Counted], plans: int) -> Section:
    streamed = (MEMORY, FAST, PLAIN)
    return Section(
        title=f"Peak memory of one process while {plans:,} plans are counted",
        measured=[
            *(
                Measured(
                    name=_at(way, look),
                    amount=ways[way].peaks[look - 1] / MEBIBYTE,
                    remark="interpreter, libraries, templates" if look == LOOKS[0] else "",
                )
                for way in streamed
                for look in LOOKS
            ),
            Measured(
                name=f"{NAMES[POLARS]}, all rows at once",
                amount=ways[POLARS].peaks[-1] / MEBIBYTE,
                remark="interpreter and libraries included, ours too",
            ),
        ],
        against=(_at(FAST, LOOKS[0]),),
        targets=[
            Target(ours=_at(way, LOOKS[-1]), against=_at(way, LOOKS[0]), most=1.05)
            for way in streamed
        ],
        notes=(
            "A tally names records that lack something: up to 1,000 for an indicator and a fact.",
        ),
        unit="MiB",
    )


def _at(way: str, look: int) -> str:
    return f"{NAMES[way]}, at {look * 100 // SLICES} %"


def _same(name: str, found: list[Any], expected: list[Any]) -> None:
    """Refuse to compare unless both have counted the same."""
    theirs = {tuple(key): values for *key, values in ((*row[:3], row[3:]) for row in expected)}
    for code, sex, own, value, of, lacking, undecided in found:
        if own == "total":  # polars has a row of its own for what is lacking
            ours, key = [lacking], (code, sex, "lacking")
        else:
            ours, key = [_number(value), of, lacking, undecided], (code, sex, own)
        there = theirs.get(key, [0])
        if [_number(each) for each in there] != ours[: len(there)]:
            raise AssertionError(f"{name}: {code}, {sex}, {own}: {ours} and not {there}")


def _number(value: Any) -> Any:
    # No figure is written as nothing by us and as a sum of nobody by polars.
    return 0 if value is None else float(value)


def _counted(plans: int, folder: str) -> dict[str, Counted]:
    ways = {name: Counted(worker=_start(name, plans, folder)) for name in NAMES}
    names = [*ways]
    try:
        for way in ways.values():
            if _pipe(way.worker.stdout).readline() != "ready\n":
                raise AssertionError("a process does not begin")
        for number in range(SLICES):
            for index in rotated(len(names), number):
                ways[names[index]].slice()
    finally:
        for way in ways.values():
            way.worker.terminate()
            way.worker.communicate()
    return ways


def _start(way: str, plans: int, folder: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(  # noqa: S603  # our own interpreter, our own script
        _command(way, plans, folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def _command(way: str, plans: int, folder: str) -> list[str]:
    script = Path(__file__).with_name("worker_monitoring.py")
    return [sys.executable, str(script), way, str(plans), str(SLICES), folder]


def _pipe(pipe: Any) -> Any:  # a file, for a process that has one
    if pipe is None:
        raise AssertionError("the process has no such pipe")
    return pipe
