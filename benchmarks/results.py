"""Write the results chapter of the README from runs on several Pythons.

``python benchmarks/results.py 311.json 313.json`` prints Markdown; each file comes from
``run.py --json`` and becomes a group of columns.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from report import say

BUSY = 1.3
"""Spread from which on a table is rough."""


def chapter(runs: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of the chapter."""
    for sections in zip(*(run["sections"] for run in runs), strict=True):
        yield from _section(sections, [run["versions"]["CPython"] for run in runs])
    verdicts = [run["refusals"] for run in runs]
    yield from _refusals(verdicts[0])
    same = all(other == verdicts[0] for other in verdicts)
    yield f"`-`: the document has no such place.{'' if same else ' The Pythons differ!'}"
    yield ""
    packages = (f"{name} {v}" for name, v in runs[0]["versions"].items() if name != "CPython")
    yield f"Versions: {', '.join(packages)}."


def _section(sections: Sequence[dict[str, Any]], pythons: Sequence[str]) -> Iterator[str]:
    against = sections[0]["against"]
    heads = [""]
    for python in pythons:
        heads += [python, *(f"x {name}" for name in against)]
    yield from (f"### {sections[0]['title']}", "", _row(heads), f"|---|{'--:|' * (len(heads) - 1)}")
    unit = sections[0]["unit"]
    for measured in zip(*(section["measured"] for section in sections), strict=True):
        cells = [measured[0]["name"]]
        for one in measured:
            cells += [say(one["amount"], unit), *(f"{one['ratios'][n]:.2f}" for n in against)]
        yield _row(cells)
    yield ""
    yield from _busy(sections, pythons)
    for targets in zip(*(section["targets"] for section in sections), strict=True):
        first = targets[0]
        found = ", ".join(
            f"{t['ratio']:.2f} ({'reached' if t['ratio'] <= t['most'] else 'missed'})"
            for t in targets
        )
        yield f"Aim: {first['ours']} at most {first['most']:.2f} x {first['against']}; {found}."
        yield ""


def _busy(sections: Sequence[dict[str, Any]], pythons: Sequence[str]) -> Iterator[str]:
    """Say where the machine was busy with something else, so that nobody trusts a rough ratio."""
    spreads = [max(one["spread"] for one in section["measured"]) for section in sections]
    found = [
        f"{python} spread up to {spread:.2f}"
        for python, spread in zip(pythons, spreads, strict=True)
        if spread > BUSY
    ]
    if found:
        yield f"Busy machine, rough ratios: {', '.join(found)}."
        yield ""


def _refusals(verdicts: Sequence[dict[str, str]]) -> Iterator[str]:
    names = [name for name in verdicts[0] if name not in ("", "damage")]
    yield from ("### Who refuses what", "", _row(["one damage at a time", *names]))
    yield f"|---|{':-:|' * len(names)}"
    for verdict in verdicts:
        yield _row([verdict["damage"], *(verdict[name] for name in names)])
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    files = [Path(name) for name in sys.argv[1:]]
    print("\n".join(chapter([json.loads(file.read_text(encoding="utf-8")) for file in files])))
