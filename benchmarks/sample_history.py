"""Plans with long histories: 60 entries, and revisions of which each changes one of them.

The changes go through the entries in turn, as counselling does: a goal gets a note, a measure a
result, a language another level. Everything is made before anything is timed.
"""

import datetime as dt
import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sample_plan import MANAGER, WINTER

from integrationsplan import IntegrationPlan, Period, evolve, to_json, to_mapping
from integrationsplan.history import SaltSource, fresh_salt
from integrationsplan.plan import (
    CEFR,
    Actor,
    Body,
    Competence,
    Evidence,
    Goal,
    GoalField,
    LanguageProficiency,
    Measure,
    PlanEntry,
    Qualification,
    QualificationCategory,
    Responsible,
)

ENTRIES = 60
"""Entries of the plan, the two among them that every opening has."""

OPENED = dt.datetime(2018, 3, 1, 9, 30, tzinfo=WINTER)
REASON = "Halbjährliche Überprüfung: ein Schritt ist erreicht, der nächste wurde vereinbart."


class History:
    """A plan's history, as we and the peers take it.

    Attributes:
        first: What the plan is opened with.
        entries: The new version of an entry that each revision after the first brings.
        versions: The plan after each revision.
        plan: The last of them.
        document: Its JSON.
        revisions: What each revision says, as the peers take it.
    """

    def __init__(self, count: int) -> None:
        source = salts()
        self.first = first_entries()
        opened = opened_plan(self.first, source)
        self.entries = changes(count - 1, opened)
        self.versions = [opened, *grown(opened, self.entries, source)]
        self.plan = self.versions[-1]
        self.document = to_json(self.plan).encode()
        self.revisions = [_as_event(data) for data in to_mapping(self.plan)["revisions"]]


def salts() -> SaltSource:
    """Return a seeded source, so that sizes and digests are the same everywhere."""
    return random.Random(20_180_301).randbytes  # noqa: S311  # a seeded sample, no secret


def first_entries() -> list[PlanEntry]:
    """Return what the plan is opened with, beside its subject and its body."""
    return list(itertools.islice(_first_entries(), ENTRIES - 2))


def opened_plan(entries: Sequence[PlanEntry], source: SaltSource = fresh_salt) -> IntegrationPlan:
    """Open a plan with all of its entries in one revision."""
    return IntegrationPlan.open(
        id="plan-2018-00418",
        subject="p-1c94af37",
        body=Body(name="Große Kreisstadt Weinheim, Amt für Soziales"),
        jurisdiction="08",
        author=MANAGER,
        recorded_at=OPENED,
        effective_on=OPENED.date(),
        reason="Aufnahme in das Integrationsmanagement",
        put=entries,
        salts=source,
    )


def changes(count: int, plan: IntegrationPlan) -> list[PlanEntry]:
    """Return new versions of entries, one for each revision to come."""
    changeable = [entry for entry in plan.current.entries if not entry.id.startswith("q")][2:]
    latest = {entry.id: entry for entry in changeable}
    found = []
    for number, entry in zip(range(count), itertools.cycle(changeable), strict=False):
        latest[entry.id] = _changed(latest[entry.id], number)
        found.append(latest[entry.id])
    return found


def moment(number: int) -> dt.datetime:
    """Return when the revision after so many others is recorded."""
    return OPENED + dt.timedelta(hours=number)


def grown(
    plan: IntegrationPlan, entries: Sequence[PlanEntry], source: SaltSource = fresh_salt
) -> Iterator[IntegrationPlan]:
    """Yield the plan after each of its further revisions."""
    for number, entry in enumerate(entries, start=1):
        recorded_at = moment(number)
        plan = plan.revise(
            author=MANAGER,
            recorded_at=recorded_at,
            effective_on=recorded_at.date(),
            reason=REASON,
            put=[entry],
            salts=source,
        )
        yield plan


def _first_entries() -> Iterator[PlanEntry]:
    fields = itertools.cycle(GoalField)
    for number in itertools.count(1):
        yield Goal(
            id=f"g{number}",
            field=next(fields),
            title=f"Ziel {number}: selbständig für die Familie sorgen können",
            description="Gemeinsam erarbeitet; die nächsten Schritte stehen bei den Maßnahmen.",
            due_on=dt.date(2019, 12, 31),
        )
        yield Measure(
            id=f"m{number}",
            title=f"Maßnahme {number}: Begleitung durch das Integrationsmanagement",
            goals=(f"g{number}",),
            responsible=Responsible(party=Actor.CARRIER, name="Diakonisches Werk Weinheim"),
            period=Period(dt.date(2018, 4, 1), dt.date(2019, 3, 31)),
        )
        yield LanguageProficiency(id=f"l{number}", language="de", overall=CEFR.A1)
        yield Competence(
            id=f"c{number}",
            title="Pflege älterer Menschen, vier Jahre Erfahrung",
            evidence=Evidence.CERTIFIED,
        )
        yield Qualification(
            id=f"q{number}",
            title="Höherer Schulabschluss (Baccalauréat)",
            category=QualificationCategory.SCHOOL,
            country="SY",
            year=2009,
        )


def _changed(entry: PlanEntry, number: int) -> PlanEntry:
    note = (
        f"Gespräch {number}: der nächste Schritt ist vereinbart, die Unterlagen sind vollständig."
    )
    if isinstance(entry, Goal | Competence):
        return evolve(entry, description=note)
    if isinstance(entry, Measure):
        return evolve(entry, result=note)
    if isinstance(entry, LanguageProficiency):
        levels = list(CEFR)
        return evolve(entry, overall=levels[number % 3], listening=levels[(number + 1) % 3])
    raise TypeError(f"no change is known for a {entry.kind}")


def _as_event(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a revision of a document says, without its proof."""
    return {
        "timestamp": moment(data["number"] - 1),
        "effective_on": data["effective_on"],
        "role": data["author"]["role"],
        "author": data["author"]["id"],
        "kind": data["kind"],
        "reason": data["reason"],
        "legal_basis": data.get("legal_basis"),
        "put": [change["entry"] for change in data["changes"]],
        "withdraw": [],
    }
