"""Compare the library's speed with that of its peers, side by side.

``python benchmarks/run.py`` prints tables of ratios; ``--quick`` measures shortly and roughly,
``--million`` has a million plans read from JSON Lines, ``--json FILE`` writes the figures too.
Nothing here fails because a machine is slow: a target that is missed is printed, and that is all.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import bench_allocation
import bench_constructor
import bench_documents
import bench_errors
import bench_histories
import bench_import
import bench_lines
import bench_memory
import bench_monitoring
import bench_sizes
import bench_splitting
from report import Section, as_data, show, versions, versions_table
from timing import FULL, QUICK, Effort

PARTS: dict[str, Callable[[Effort], list[Section]]] = {
    "constructor": bench_constructor.run,
    "documents": bench_documents.run,
    "errors": bench_errors.run,
    "memory": bench_memory.run,
    "lines": bench_lines.run,
    "histories": bench_histories.run,
    "sizes": bench_sizes.run,
    "import": bench_import.run,
    "splitting": bench_splitting.run,
    "allocation": bench_allocation.run,
    "monitoring": bench_monitoring.run,
}


def main(arguments: Sequence[str]) -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description="Compare speed with peers, side by side.")
    parser.add_argument("--quick", action="store_true", help="measure shortly and roughly")
    parser.add_argument("--million", action="store_true", help="a million plans as JSON Lines")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE")
    parser.add_argument("--only", choices=PARTS, action="append", help="run one part alone")
    asked = parser.parse_args(arguments)
    effort = QUICK if asked.quick else FULL
    if asked.million:
        effort = replace(effort, plans=1_000_000)

    show(versions_table(versions()))
    sections: list[Section] = []
    for name in asked.only or PARTS:
        for section in PARTS[name](effort):
            show(section.table())
            sections.append(section)
    refusals = bench_documents.refusals()
    show(refusals)
    if asked.json is not None:
        data = json.dumps(as_data(sections, refusals), ensure_ascii=False, indent=2)
        asked.json.write_text(data + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
