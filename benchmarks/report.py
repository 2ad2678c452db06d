"""What was measured, as tables for people and as data for programs."""

import datetime as dt
import importlib.metadata
import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from timing import Measured

PACKAGES = (
    "integrationsplan",
    "attrs",
    "cattrs",
    "python-dateutil",
    "pydantic",
    "pydantic_core",
    "msgspec",
    "orjson",
    "fhir.resources",
    "apportionment",
    "eventsourcing",
    "deepdiff",
    "polars",
)

HEADS = {"s": "time", "B": "size", "MiB": "size", "/s": "a second", "": "number"}
"""What the column of amounts is called, by unit."""


@dataclass(frozen=True, kw_only=True)
class Target:
    """What one of our ratios is meant to be.

    Attributes:
        ours: Name of the candidate.
        against: Name of the candidate that it is divided by.
        most: The ratio aimed at.
    """

    ours: str
    against: str
    most: float


@dataclass(frozen=True, kw_only=True)
class Section:
    """One comparison.

    Attributes:
        title: What was compared.
        measured: The candidates in their order.
        against: Names of the candidates that the ratio columns divide by.
        targets: What is aimed at; printed, never enforced.
        notes: Lines below the table.
        unit: What the amounts are: ``s``, ``B``, ``MiB``, ``/s`` for how many of them go into a
            second, or nothing for counts.
    """

    title: str
    measured: Sequence[Measured]
    against: Sequence[str]
    targets: Sequence[Target] = ()
    notes: Sequence[str] = ()
    unit: str = "s"

    def ratio(self, name: str, against: str) -> float:
        """Return how many times as much one candidate takes as another."""
        amounts = {one.name: one.amount for one in self.measured}
        return amounts[name] / amounts[against]

    def table(self) -> "Table":
        """Return the amounts and ratios as texts."""
        rows = [
            [
                one.name,
                say(one.amount, self.unit),
                *(f"{self.ratio(one.name, name):.2f}" for name in self.against),
                f"{one.spread:.2f}",
                one.remark,
            ]
            for one in self.measured
        ]
        heads = ["", HEADS[self.unit], *(f"x {name}" for name in self.against), "spread", "remark"]
        return Table(
            title=self.title, heads=heads, rows=rows, notes=[*self._reached(), *self.notes]
        )

    def _reached(self) -> Iterable[str]:
        for target in self.targets:
            ratio = self.ratio(target.ours, target.against)
            verdict = "reached" if ratio <= target.most else "MISSED"
            yield (
                f"Target {verdict}: {target.ours} takes {ratio:.2f} x {target.against}, "
                f"aim at most {target.most:.2f}."
            )

    def data(self) -> dict[str, Any]:
        """Return everything as plain data."""
        return {
            "title": self.title,
            "unit": self.unit,
            "against": list(self.against),
            "measured": [
                {
                    "name": one.name,
                    "amount": one.amount,
                    "spread": round(one.spread, 3),
                    "ratios": {n: round(self.ratio(one.name, n), 3) for n in self.against},
                    "remark": one.remark,
                }
                for one in self.measured
            ],
            "targets": [
                {
                    "ours": target.ours,
                    "against": target.against,
                    "most": target.most,
                    "ratio": round(self.ratio(target.ours, target.against), 3),
                }
                for target in self.targets
            ],
            "notes": list(self.notes),
        }


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table of texts; the first column names, the last one explains."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = field(default=())


def say(amount: float, unit: str) -> str:
    """Write an amount in the unit that suits it."""
    if unit == "s":
        return say_seconds(amount)
    if unit == "/s":
        return f"{amount:,.0f}{unit}"
    return f"{amount:,.0f} {unit}".rstrip()


def say_seconds(seconds: float) -> str:
    """Write a time with three digits in the unit that suits it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if abs(seconds) >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def versions() -> dict[str, str]:
    """Return the versions of Python and of everything compared."""
    found = {f"{platform.python_implementation()}": platform.python_version()}
    return found | {name: importlib.metadata.version(name) for name in PACKAGES}


def as_data(sections: Iterable[Section], refusals: "Table") -> dict[str, Any]:
    """Return a whole run as plain data."""
    return {
        "measured_on": dt.datetime.now(tz=dt.UTC).date().isoformat(),
        "versions": versions(),
        "sections": [section.data() for section in sections],
        "refusals": [dict(zip(refusals.heads, row, strict=True)) for row in refusals.rows],
    }


def show(table: Table) -> None:
    """Print a table: by rich where it is installed, else in plain columns."""
    try:
        from rich import box  # noqa: PLC0415  # optional
        from rich.console import Console  # noqa: PLC0415
        from rich.table import Table as RichTable  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415
    except ImportError:
        _show_plain(table)
        return
    # Output that goes into a file must not be cut at the width of a terminal.
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
    shown = RichTable(title=table.title, box=box.SIMPLE_HEAD, title_justify="left")
    for index, head in enumerate(table.heads):
        is_figure = 0 < index < len(table.heads) - 1
        shown.add_column(Text(head), justify="right" if is_figure else "left", no_wrap=is_figure)
    for row in table.rows:
        shown.add_row(*map(Text, row))
    console.print(shown)
    for note in table.notes:
        console.print(Text(f"  {note}"))
    console.print()


def _show_plain(table: Table) -> None:
    lines = [list(table.heads), *map(list, table.rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    print(table.title)
    for line in lines:
        print("  " + "  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip())
    for note in table.notes:
        print(f"  {note}")
    print()


def versions_table(found: Mapping[str, str]) -> Table:
    """Return the versions in one line each."""
    return Table(
        title="Versions",
        heads=["package", "version", ""],
        rows=[[name, version, ""] for name, version in found.items()],
    )
