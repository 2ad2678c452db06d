"""The main job in six screens, on data that ships with the package.

Run it with ``nox -s demo``, or ``python examples/demo.py [FOLDER]``. The documents that it makes
are written to the folder, which it names at the end; without one it makes a temporary folder.
"""

import datetime as dt
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from integrationsplan import (
    AGS,
    Author,
    DocumentError,
    IntegrationPlan,
    Money,
    Period,
    Recipients,
    ReviewRules,
    allocate,
    catalogue,
    compare,
    evolve,
    from_json,
    review,
    to_json,
    verify_trace,
)
from integrationsplan.allocation import largest_remainder
from integrationsplan.plan import (
    CEFR,
    Achievement,
    Actor,
    Body,
    Competence,
    Goal,
    GoalField,
    LanguageProficiency,
    LanguageTarget,
    Lifecycle,
    Measure,
    MeasureStatus,
    Qualification,
    QualificationCategory,
    Responsible,
)
from integrationsplan.serialization import awards_to_csv
from integrationsplan.values import format_number

FINAL = "de-bw-integrationsmanagement-2017"
DAY = dt.date(2018, 1, 15)
COUNSELLOR = Author(role="integration_manager", id="im-7")

console = Console(width=None if sys.stdout.isatty() else 110, highlight=False)


def headline(number: int, text: str) -> None:
    """Begin a screen."""
    console.print()
    console.print(Text(f"{number}  {text}", style="bold"))


def line(text: str = "") -> None:
    """Print a line as it is."""
    console.print(Text(text), soft_wrap=True)


def published_beside_computed(folder: Path) -> None:
    """Compute the published planning framework and set both side by side."""
    headline(1, "Baden-Württemberg, January 2018: 22 published amounts beside the computed ones")
    programme, record = catalogue.load(FINAL), catalogue.published(FINAL)
    rows = [{"key": row.recipient, "persons": row.persons} for row in record]
    allocation = allocate(programme, rows, day=DAY)
    table = Table(box=None, pad_edge=False)
    for name in ("recipient", "persons", "published EUR/year", "computed EUR/year", ""):
        table.add_column(name, justify="right" if "EUR" in name or name == "persons" else "left")
    for row, award in zip(record, allocation, strict=True):
        same = award.amount.money == Money.of(row.amount)
        persons = f"{row.persons} ({row.persons_basis.value})"
        computed = format_number(award.amount.value, "en")
        cells = (row.recipient, persons, f"{row.amount:,}", computed)
        table.add_row(*map(Text, cells), Text("equal" if same else "DIFFERENT"))
        if not same:
            raise SystemExit(f"{row.recipient} differs from the published amount")
    console.print(table)
    line(f"all {len(record)} equal, Landkreis Schwäbisch Hall 953,704 among them")
    stuttgart = allocate(programme, [{"key": "Stuttgart", "persons": 4108}], day=DAY)["Stuttgart"]
    two_years = stuttgart.outputs["framework"].format("en")
    line(f"Stuttgart, 4,108 persons: {stuttgart.amount.format('en')}, {two_years} for 24 months")
    document = to_json(allocation.statement(), indent=2)
    (folder / "planning-framework.json").write_text(document, encoding="utf-8")
    csv = awards_to_csv(allocation, decimal_comma=True)
    (folder / "planning-framework.csv").write_text(csv, encoding="utf-8-sig", newline="")


def who_must_join() -> None:
    """Show who is below the threshold, and what can be done."""
    headline(2, "Who must join others, and why rounding each municipality alone matters")
    programme, record = catalogue.load(FINAL), catalogue.published(FINAL)
    rows = [{"key": row.recipient, "persons": row.persons} for row in record]
    edge = [{"key": "64 persons", "persons": 64}, {"key": "65 persons", "persons": 65}]
    allocation = allocate(programme, [*rows, *edge], day=DAY)
    for award in allocation:
        for finding in award.findings:
            line(f"{award.recipient.title}: {finding.text.en}")
    ways = allocation["64 persons"].findings[0].ways
    line("ways: " + "; ".join(way.en for way in ways))
    line(f"65 persons: {allocation['65 persons'].amount.format('en')}, above the threshold")
    parts = [52, 53, 53, 53, 53, 52]
    towns = [{"key": f"town {n}", "persons": p} for n, p in enumerate(parts, start=1)]
    together = allocate(programme, [{"key": "all", "persons": sum(parts)}], day=DAY)
    alone = allocate(programme, towns, day=DAY)
    line(
        f"six towns with {sum(parts)} persons: each rounded alone {alone.total.format('en')}, "
        f"the sum rounded once {together.total.format('en')}"
    )


def one_award_explained(folder: Path) -> None:
    """Explain one award in both languages."""
    headline(3, "One award explained, in German and English")
    programme = catalogue.load(FINAL)
    towns = [{"key": "08226096", "name": "Weinheim", "persons": 352}]
    award = allocate(programme, towns, day=DAY)["08226096"]
    line(award.explain("de"))
    line()
    line(award.explain("en"))
    (folder / "weinheim.txt").write_text(award.explain("de") + "\n", encoding="utf-8")
    trace = award.trace()
    (folder / "weinheim-trace.json").write_text(to_json(trace, indent=2), encoding="utf-8")
    verdict = "differs" if verify_trace(trace) else "agrees"
    line()
    line(f"its trace of {len(trace.steps)} steps, worked out again from itself alone: {verdict}")
    larger = programme.override({"pot_per_year": "60000000"})
    change = compare(programme, larger, recipients=towns, day=DAY).rows[0]
    line(f"with an assumed 60 million a year: {change.difference.format('en')} more")


def thilik_split() -> None:
    """Split ThILIK's money by funder, and an amount by the Königstein key."""
    headline(4, "Thüringen: ThILIK's 80 % and 20 %; the Königstein key")
    programme = catalogue.load("de-th-thilik-2016")
    # What a body was granted is not published; the 3 million are shared equally as an example.
    shares = largest_remainder(300_000_000, [1] * 23).parts
    bodies = [
        {
            "key": f"body {number:02d}",
            "records": {"post": [{"eligible_cost": Money(cents).to_text()}]},
        }
        for number, cents in enumerate(shares, start=1)
    ]
    allocation = allocate(programme, bodies, day=dt.date(2016, 5, 1))
    first = allocation["body 01"]
    paid = ", ".join(f"{name} {amount.format('en')}" for name, amount in first.sources.items())
    line(f"one of 23 bodies, example cost {first.amount.format('en')}: {paid}")
    line(f"all bodies together, each rounded alone: {allocation.total.money.format('en')}")
    for source in programme.sources:
        total = Money.total(award.sources[source.id].money for award in allocation)
        line(f"  {source.en}: {total.format('en')}")
    whole = [{"key": "all", "records": {"post": [{"eligible_cost": "3000000"}]}}]
    once = allocate(programme, whole, day=dt.date(2016, 5, 1))["all"]
    paid = " + ".join(amount.money.format("en") for amount in once.sources.values())
    line(f"the 3 million cut once: {paid}")
    key = catalogue.load("de-koenigsteiner-schluessel")
    laender = [{"key": name} for name in key.parameters["key"].at(dt.date(2017, 1, 1)).table or ()]
    split = allocate(
        key, Recipients.of(laender, figures={"pot": "500000000"}), day=dt.date(2017, 1, 1)
    )
    thuringia = split["Thüringen"].amount.money.format("en")
    total = split.total.money.format("en")
    line(f"Königstein key 2016, {total} split exactly: Thüringen {thuringia}")


def plan_through_its_life(folder: Path) -> IntegrationPlan:
    """Open, revise twice, agree, compare, review, write and read a plan."""
    headline(5, "A plan opened, revised twice, agreed, compared, reviewed, written and read back")

    def at(year: int, month: int, day: int) -> dt.datetime:
        return dt.datetime(year, month, day, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))

    plan = IntegrationPlan.open(
        id="plan-2018-0042",
        subject="p-83f1c2",
        body=Body(name="Stadt Weinheim", region=AGS("08226096")),
        jurisdiction="08",
        author=COUNSELLOR,
        recorded_at=at(2018, 3, 1),
        effective_on=dt.date(2018, 3, 1),
        put=[
            Qualification(
                id="q1",
                title="Diplom in Krankenpflege",
                category=QualificationCategory.VOCATIONAL,
                country="SY",
                year=2012,
                documents_seen=True,
            ),
            Competence(id="c1", title="Pflege älterer Menschen"),
            LanguageProficiency(id="l1", language="ar", is_first=True),
            LanguageProficiency(id="l2", language="de", overall=CEFR.A1),
            Goal(
                id="g1",
                field=GoalField.LANGUAGE,
                title="Deutsch B1",
                target=LanguageTarget(baseline=CEFR.A1, level=CEFR.B1),
                due_on=dt.date(2018, 12, 31),
            ),
        ],
    )
    accepted = evolve(plan.current["g1"], lifecycle=Lifecycle.ACCEPTED)
    course = Measure(
        id="m1",
        title="Integrationskurs",
        goals=("g1",),
        responsible=Responsible(party=Actor.COURSE_PROVIDER, name="Volkshochschule"),
        period=Period(dt.date(2018, 4, 9), dt.date(2018, 11, 30)),
        status=MeasureStatus.RUNNING,
    )
    plan = plan.revise(
        author=COUNSELLOR,
        recorded_at=at(2018, 4, 3),
        effective_on=dt.date(2018, 4, 3),
        put=[accepted, course],
        reason="Kursplatz gefunden",
    )
    plan = plan.agree(
        id="a1",
        agreed_on=dt.date(2018, 4, 3),
        author=COUNSELLOR,
        recorded_at=at(2018, 4, 3),
        explained_in="ar",
    )
    active = evolve(accepted, lifecycle=Lifecycle.ACTIVE, achievement=Achievement.IMPROVING)
    plan = plan.revise(
        author=COUNSELLOR,
        recorded_at=at(2018, 9, 10),
        effective_on=dt.date(2018, 9, 10),
        put=[active, LanguageProficiency(id="l2", language="de", overall=CEFR.A2)],
        reason="Zwischenprüfung bestanden",
    )
    line(repr(plan))
    line("what the last two revisions and the agreement changed:")
    for difference in plan.diff(1):
        line(f"  {difference.format('de')}")
    german = plan.at(dt.date(2018, 5, 1))["l2"].summary("en")
    line(f"on 1 May 2018: {german}; now: {plan.current['l2'].summary('en')}")
    line("review on 31 January 2019:")
    for finding in review(plan, dt.date(2019, 1, 31), ReviewRules(revise_within_months=6)):
        line(f"  {finding.format('de')}")
    document = to_json(plan, indent=2)
    (folder / "plan.json").write_text(document, encoding="utf-8")
    if from_json(document, IntegrationPlan) != plan:
        raise SystemExit("the plan that was read back differs")
    line(f"written as JSON, {len(document.encode()):,} bytes, read back equal")
    line(f"verified against the digest noted outside: {plan.verify(head=plan.head).format()}")
    changed = from_json(document.replace("Kursplatz gefunden", "abgelehnt"), IntegrationPlan)
    line(f"the same with one reason changed in the file: {changed.verify().format()}")
    return plan


def damaged_document(plan: IntegrationPlan, folder: Path) -> None:
    """Read a damaged plan and show everything that is wrong with it."""
    headline(6, "A damaged document, refused with every error")
    damaged = (
        to_json(plan, indent=2)
        .replace('"jurisdiction": "08"', '"jurisdiction": 8')
        .replace('"country": "SY"', '"country": "Syria", "colour": "red"')
        .replace('"overall": "A1"', '"overall": "A7"')
        .replace('"due_on": "2018-12-31"', '"due_on": "31.12.2018"', 1)
        .replace('"kind": "measure"', '"kind": "mesure"')
        .replace('"number": 2', '"number": 2, "number": 3')
        .replace('"recorded_at": "2018-09-10T09:30:00+01:00"', '"recorded_at": "2018-09-10T09:30"')
    )
    (folder / "plan-damaged.json").write_text(damaged, encoding="utf-8")
    try:
        from_json(damaged, IntegrationPlan)
    except DocumentError as error:
        line(error.text("en"))
    else:
        raise SystemExit("the damaged plan was accepted")


def main() -> None:
    """Show all six screens."""
    named = sys.argv[1:2]
    folder = Path(named[0]) if named else Path(tempfile.mkdtemp(prefix="integrationsplan-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    published_beside_computed(folder)
    who_must_join()
    one_award_explained(folder)
    thilik_split()
    plan = plan_through_its_life(folder)
    damaged_document(plan, folder)
    line()
    line(f"The documents are in {folder}: " + ", ".join(sorted(p.name for p in folder.iterdir())))


if __name__ == "__main__":
    main()
