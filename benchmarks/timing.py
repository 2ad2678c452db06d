"""Timing of candidates side by side: one process, one run, in turns.

Machines slow down and speed up; two runs of one after the other say little. Here each round asks
every candidate once, in an order that rotates, and a ratio compares only what was measured between
the same neighbours.
"""

import gc
import math
import statistics
import subprocess
import sys
import time
import timeit
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Effort:
    """How long to measure.

    Attributes:
        rounds: How often every candidate has its turn.
        seconds: How long one turn lasts at least (calibrated once for each candidate).
        starts: How often every interpreter is started, where imports are timed.
        plans: How many plans a file of JSON Lines has.
    """

    rounds: int = 40
    seconds: float = 0.02
    starts: int = 41
    plans: int = 20_000

    def shorter(self) -> "Effort":
        """Return an effort for candidates that take seconds: few turns, one call each."""
        return replace(self, rounds=min(3, self.rounds), seconds=0.001)


FULL = Effort()
QUICK = Effort(rounds=7, seconds=0.005, starts=7, plans=2_000)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Something to be timed.

    Attributes:
        name: What the table calls it.
        statement: Python source that is run again and again; no wrapper function stands between.
        names: The names that the statement uses.
        remark: What the reader must know in order to compare fairly.
    """

    name: str
    statement: str = "call()"
    names: Mapping[str, Any] = field(default_factory=dict)
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What was measured of a candidate.

    Attributes:
        name: What the table calls it.
        amount: Its time in seconds: the least for statements, the median for processes. Or its
            size in bytes, or a count.
        spread: Median of its turns divided by the least of them; far above 1 is a noisy machine.
            1 for what does not vary.
        remark: What the reader must know in order to compare fairly.
    """

    name: str
    amount: float
    spread: float = 1.0
    remark: str = ""


def call(name: str, function: Callable[[], object], remark: str = "") -> Candidate:
    """Make a candidate of a function without arguments, for work that dwarfs one call."""
    return Candidate(name=name, names={"call": function}, remark=remark)


def in_turns(candidates: Sequence[Candidate], effort: Effort) -> list[Measured]:
    """Time statements in turns; the collector of garbage is off while a turn lasts.

    The least time of all turns counts: everything that disturbs a measurement makes it longer.
    """
    timers = [timeit.Timer(c.statement, globals=dict(c.names)) for c in candidates]
    repetitions = [_calibrate(timer, effort.seconds) for timer in timers]
    turns: list[list[float]] = [[] for _ in candidates]
    for number in range(effort.rounds):
        gc.collect()
        for index in rotated(len(candidates), number):
            elapsed = timers[index].timeit(repetitions[index])  # switches the collector off
            turns[index].append(elapsed / repetitions[index])
    return [
        Measured(name=c.name, amount=min(t), spread=statistics.median(t) / min(t), remark=c.remark)
        for c, t in zip(candidates, turns, strict=True)
    ]


def processes_in_turns(sources: Sequence[tuple[str, str, str]], effort: Effort) -> list[Measured]:
    """Time whole interpreters, each running a line of source, in turns.

    The median counts. The first candidate must be the interpreter that does nothing; its median is
    taken off the others, which leaves what their line costs.

    Args:
        sources: Name, line of source and remark of each candidate.
        effort: How often to start each.
    """
    commands = [[sys.executable, "-I", "-c", source] for _, source, _ in sources]
    for command in commands:  # writes bytecode and fills the file cache
        subprocess.run(command, check=True)  # noqa: S603  # our own interpreter, our own lines
    turns: list[list[float]] = [[] for _ in sources]
    for number in range(effort.starts):
        for index in rotated(len(sources), number):
            started = time.perf_counter()
            subprocess.run(commands[index], check=True)  # noqa: S603  # as above
            turns[index].append(time.perf_counter() - started)
    bare = statistics.median(turns[0])
    return [
        Measured(
            name=name,
            amount=statistics.median(t) - (bare if index else 0),
            spread=statistics.median(t) / min(t),
            remark=remark,
        )
        for index, ((name, _, remark), t) in enumerate(zip(sources, turns, strict=True))
    ]


def held(name: str, make: Callable[[], object], remark: str = "") -> Measured:
    """Weigh what an object holds once everything else has gone; that needs no turns."""
    make()  # what is generated or cached at the first use is not the object's
    gc.collect()
    tracemalloc.start()
    kept = make()
    gc.collect()
    amount, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return Measured(name=name, amount=amount, remark=remark)


def rotated(count: int, by: int) -> list[int]:
    """Return the numbers below ``count``, beginning elsewhere each time."""
    return [(index + by) % count for index in range(count)]


def _calibrate(timer: timeit.Timer, seconds: float) -> int:
    """Find how many repetitions fill a turn; warms the candidate up on the way."""
    timer.timeit(1)  # what is generated at the first use is not what is measured
    repetitions = 1
    while (elapsed := timer.timeit(repetitions)) < seconds / 4:
        repetitions *= 2
    return max(1, math.ceil(repetitions * seconds / elapsed))
