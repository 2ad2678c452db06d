"""Plans of a district in any number: some four hundred templates, again and again with other ids.

The templates are the plans of ``examples/district.py``, some 10 kB of JSON each; those of which
something was erased are left out. Their digests are right in their form alone once the id is
another; nobody who takes part proves them.
"""

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path

from integrationsplan import IntegrationPlan, Period, RevisionKind, evolve, to_json
from integrationsplan.monitoring import MonitoringRules

sys.path.append(str(Path(__file__).parent.parent / "examples"))

from _district_plans import make_plan  # found by the line above

TEMPLATES = 400
PERIOD = Period(dt.date(2018, 1, 1), dt.date(2019, 12, 31))
AS_OF = dt.date(2020, 3, 31)
RULES = MonitoringRules(alive_within_months=6)
BY = ("sex",)

CODES = (
    "BW62_TALKS",
    "BW62_PLANS",
    "BW62_TOPICS",
    "PLANS_LIVING",
    "PLANS_DEAD",
    "TIME_TO_FIRST_LEVEL",
    "EECO01",
    "EECO02",
    "EECO04",
    "EECO05",
    "EECO06",
    "EECO07",
    "EECO08",
    "EECO09",
    "EECO10",
    "EECO11",
    "EECO13",
    "EECR04",
    "EECR05",
)
"""What is counted: counselling, language, and participants at entry, upon leaving, later."""


def templates() -> list[IntegrationPlan]:
    """Return the templates."""
    made = map(make_plan, range(1, TEMPLATES + 1))
    return [
        plan
        for plan in made
        if all(revision.kind is not RevisionKind.ERASURE for revision in plan.revisions)
    ]


def plans(start: int, stop: int, among: list[IntegrationPlan]) -> Iterator[IntegrationPlan]:
    """Yield plans made in memory; each is an object of its own that has worked out nothing yet."""
    for number in range(start, stop):
        yield evolve(among[number % len(among)], id=f"plan-{number:08}")


def lines(start: int, stop: int, among: list[bytes]) -> Iterator[bytes]:
    """Yield plans as lines of JSON."""
    for number in range(start, stop):
        yield among[number % len(among)].replace(b"plan-00000000", b"plan-%08d" % number, 1)


def template_lines() -> list[bytes]:
    """Return the templates as lines of JSON, with room for the number."""
    return [to_json(evolve(plan, id="plan-00000000")).encode() for plan in templates()]
