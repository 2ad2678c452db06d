"""Plans in any number, no two alike: small ones for JSON Lines, and variants of the large one.

Some hundred small plans are made through the library's front door; from each of them any number is
written with an id, salts and digests of its own, at random from a seed. The digests of those are
right in their form alone: nobody who takes part proves them while loading.
"""

import base64
import datetime as dt
import itertools
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sample_plan import MANAGER, build_plan

from integrationsplan import AGS, IntegrationPlan, evolve, to_json
from integrationsplan.history import Put
from integrationsplan.plan import Agreement, Body, Goal, Measure, Responsibility, Subject

TEMPLATES = 300
BAD_EVERY, FIRST_BAD = 1_000, 50
"""One line of so many has a key that nobody knows, beginning with the fiftieth."""

_secrets = re.compile(rb'(?<=[":])[A-Za-z0-9_-]{43}(?=")')
_number = b"00000000"


def write_lines(path: Path, count: int) -> tuple[int, int]:
    """Write plans as JSON Lines.

    Returns:
        The number and the offset of the line in the middle, for two to share the work.
    """
    chosen = random.Random(20_180_301)  # noqa: S311  # a seeded sample, no secret
    pieces = [_secrets.split(template) for template in _templates(chosen)]
    middle = (0, 0)
    with path.open("wb") as file:
        for index, parts in zip(range(count), itertools.cycle(pieces), strict=False):
            if index == count // 2:
                middle = (index, file.tell())
            line = _varied(parts, b"%08d" % index, chosen)
            if index % BAD_EVERY == FIRST_BAD - 1:
                line = line.replace(b'"author":{', b'"author":{"colour":"red",', 1)
            file.write(line + b"\n")
    return middle


def bad_lines(count: int) -> int:
    """Return how many of so many lines are bad."""
    return len(range(FIRST_BAD - 1, count, BAD_EVERY))


def variants(count: int) -> Iterator[bytes]:
    """Yield plans like the one of 10 kB, with ids, salts, digests and titles of their own."""
    chosen = random.Random(20_180_302)  # noqa: S311  # as above
    document = to_json(build_plan()).encode()
    document = document.replace(b"plan-2018-00417", b"plan-" + _number)
    document = document.replace(b"p-83f1c04e", b"p-" + _number)
    for old in (b'"title":"', b'"reason":"', b'"name":"', b'"label":"', b'"issuer_name":"'):
        document = document.replace(old, old + _number + b" ")
    document = document.replace(b'"institution":"', b'"institution":"' + _number + b" ")
    parts = _secrets.split(document)
    for index in range(count):
        yield _varied(parts, b"%08d" % index, chosen)


def _varied(parts: list[bytes], number: bytes, chosen: random.Random) -> bytes:
    """Put a document together again, with other salts and digests and another number."""
    pieces = [parts[0]]
    for part in parts[1:]:
        pieces += (base64.urlsafe_b64encode(chosen.randbytes(32))[:43], part)
    return b"".join(pieces).replace(_number, number)


def _templates(chosen: random.Random) -> list[bytes]:
    entries = [
        change.entry
        for revision in build_plan().revisions
        for change in revision.changes
        if isinstance(change, Put)
        and not isinstance(change.entry, Subject | Responsibility | Agreement)
    ]
    return [to_json(_small(entries, index, chosen)).encode() for index in range(TEMPLATES)]


def _small(entries: list[Any], index: int, chosen: random.Random) -> IntegrationPlan:
    """Open a plan with a few entries; most are revised once."""
    first = {e.id: e for e in reversed(entries) if not isinstance(e, Measure)}
    measures = {e.id: e for e in entries if isinstance(e, Measure)}
    day = dt.date(2018, 1, 1) + dt.timedelta(days=chosen.randrange(1_000))
    moment = dt.datetime(
        day.year, day.month, day.day, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1))
    )
    plan = IntegrationPlan.open(
        id="plan-00000000",
        subject="p-00000000",
        body=Body(name=f"Große Kreisstadt Nr. {index}, Amt für Soziales", region=AGS("08226096")),
        jurisdiction="08",
        author=MANAGER,
        recorded_at=moment,
        effective_on=day,
        put=[_told(entry, index) for entry in chosen.sample([*first.values()], 1 + index % 4)],
        salts=chosen.randbytes,
    )
    if index % 3 == 0:
        return plan
    put = [_told(entry, index) for entry in chosen.sample([*measures.values()], 1)]
    goals = [entry for entry in plan.current if isinstance(entry, Goal)]
    put += [evolve(goal, due_on=day + dt.timedelta(days=200)) for goal in goals[:1]]
    return plan.revise(
        author=MANAGER,
        recorded_at=moment + dt.timedelta(days=90),
        effective_on=day + dt.timedelta(days=90),
        reason=f"Vierteljährliche Überprüfung Nr. {index}: die Ziele gelten weiter.",
        put=put,
        salts=chosen.randbytes,
    )


def _told(entry: Any, index: int) -> Any:
    """Give an entry a title of its own, if it has one."""
    return evolve(entry, title=f"{entry.title} ({index})") if hasattr(entry, "title") else entry
