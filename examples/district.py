"""What a district reports: counted from 400 plans, 6 posts, 40 offers, a concept; not typed in.

Run it with ``python examples/district.py [FOLDER]``. The reports go to the folder as documents, and
all figures together as a table with a row for each; without a folder nothing is written.

The district is INVENTED, with everybody in it; see `_district_data` and `_district_plans`. What the
figures mean, and by which source, stands with each: ``definition("CO01")``.
"""

# ruff: noqa: S101  # an example checks what it tells

import csv
import datetime as dt
import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from _district_data import FIRST_DAY, LAST_DAY, TOLD_UNTIL, TOWNS, concept, network, noon
from _district_plans import grant, plans
from rich.console import Console
from rich.table import Table
from rich.text import Text

from integrationsplan import IntegrationPlan, Period, evolve, from_json, to_json
from integrationsplan.concept import (
    ConceptIndicator,
    IntegrationConcept,
    IntegrationNetwork,
    Offer,
    indicator_progress,
    use_of_offers,
)
from integrationsplan.funding import Grant
from integrationsplan.monitoring import (
    TOTAL,
    UNKNOWN,
    DisclosureRules,
    Figures,
    FigureStatus,
    IndicatorReport,
    IndicatorRow,
    MonitoringRules,
    PlanTally,
    compare_reports,
    definition,
    definitions,
    entity_figures,
    gap_figures,
    measure_figures,
    needs_of,
    offer_use_figures,
    protect_report,
    referrals,
    unmet_needs,
    values_of,
)
from integrationsplan.plan import CEFR, Body

RULES = MonitoringRules(alive_within_months=6)
"""After half a year without anything a plan counts as dead; no source names the months."""

YEAR = Period.of_year(2019)
BOTH_YEARS = Period(FIRST_DAY, LAST_DAY)
DUE = noon(dt.date(2020, 1, 31))
"""When the yearly report was due: what was recorded later is not in it."""

ROUNDS = tuple(
    Period(dt.date(year, month, 1), end)
    for year, month, end in (
        (2018, 1, dt.date(2018, 6, 30)),
        (2018, 7, dt.date(2018, 12, 31)),
        (2019, 1, dt.date(2019, 6, 30)),
        (2019, 7, dt.date(2019, 12, 31)),
    )
)
"""The half-years."""

PERSONS = ("EECO01", "EECO02", "EECO04", "EECO05", "EECO06", "EECO07", "EECO08")
"""Participants in all, by their standing to the labour market and by age: codes of ESF+."""

COMPARED = ("BW62_TALKS", "BW62_TOPICS", "BW62_PLANS", "PLANS_LIVING", "PLANS_DEAD")
"""What two rounds are compared by."""

PUBLIC = DisclosureRules(least=3)
"""What may leave the house: no count of one or two, and none from which one would follow."""

BODY = Body(name="Landkreis Musterland")

LONGEST_NAME = 40
"""Longer labels are cut short in tables."""

console = Console(width=None if sys.stdout.isatty() else 110, highlight=False)


class District(NamedTuple):
    """What is on file, and what was counted of it.

    Attributes:
        plans: The plans.
        grant: The grant that pays for the posts.
        network: The network with its offers.
        concept: The concept.
        yearly: The report to the ministry for the second year, as it was handed in.
        corrected: The same as it would be by all that was recorded later.
        esf: The figures for the European Social Fund, by sex.
        first_level: The times to A2 and to B1, from the arrival.
        rounds: A report for each half-year.
        by_town: A report by town.
        by_town_and_sex: The same by town and sex.
        public: What of the report by town, and of that by sex, may leave the house.
    """

    plans: tuple[IntegrationPlan, ...]
    grant: Grant
    network: IntegrationNetwork
    concept: IntegrationConcept
    yearly: IndicatorReport
    corrected: IndicatorReport
    esf: IndicatorReport
    first_level: dict[str, IndicatorReport]
    rounds: tuple[IndicatorReport, ...]
    by_town: IndicatorReport
    by_town_and_sex: IndicatorReport
    public: tuple[IndicatorReport, ...]

    @property
    def reports(self) -> tuple[IndicatorReport, ...]:
        """All reports that stay in the house."""
        return (
            self.yearly,
            self.corrected,
            self.esf,
            *self.first_level.values(),
            *self.rounds,
            self.by_town,
            self.by_town_and_sex,
        )


def count() -> District:
    """Count everything; the plans are gone through once, by all tallies together."""
    held, offers, aims = grant(), network(), concept()
    yearly = PlanTally(YEAR, by=["counsellor"], rules=RULES, as_known=DUE)
    corrected = PlanTally(YEAR, by=["counsellor"], rules=RULES)
    esf = PlanTally(BOTH_YEARS, ["esf-2014-2020"], by=["sex"], rules=RULES, as_of=TOLD_UNTIL)
    levels = {
        level: PlanTally(
            BOTH_YEARS,
            ["TIME_TO_FIRST_LEVEL"],
            by=["sex"],
            rules=MonitoringRules(level=level, counts_from_arrival=True),
        )
        for level in (CEFR.A2, CEFR.B1)
    }
    rounds = [PlanTally(period, rules=RULES, by=["sex"]) for period in ROUNDS]
    by_town = PlanTally(BOTH_YEARS, PERSONS, by=["body"], rules=RULES)
    by_town_and_sex = PlanTally(BOTH_YEARS, PERSONS, by=["body", "sex"], rules=RULES)
    tallies = [yearly, corrected, esf, *levels.values(), *rounds, by_town, by_town_and_sex]
    files = []
    for plan in plans():
        files.append(plan)
        for tally in tallies:
            tally.add(plan)

    posts = held.posts()
    on_key_date = offers.at(LAST_DAY)
    further = (
        offer_use_figures(offers.current, YEAR),
        gap_figures(needs_of(files, LAST_DAY), on_key_date, LAST_DAY),
        measure_figures(aims, LAST_DAY),
    )
    towns = by_town.report("towns-2018-2019", body=BODY)
    fund = esf.report("esf-2018-2019", body=BODY, further=[projects_of(held)])
    return District(
        plans=tuple(files),
        grant=held,
        network=offers,
        concept=aims,
        yearly=yearly.report(
            "yearly-2019", title="Jahresbericht 2019", body=BODY, posts=posts, further=further
        ),
        corrected=corrected.report("yearly-2019-corrected", body=BODY, posts=posts),
        esf=fund,
        first_level={
            str(level.value): tally.report(f"first-level-{level.value}".lower(), body=BODY)
            for level, tally in levels.items()
        },
        rounds=tuple(
            tally.report(f"round-{number}", body=BODY, posts=posts)
            for number, tally in enumerate(rounds, start=1)
        ),
        by_town=towns,
        by_town_and_sex=by_town_and_sex.report("towns-by-sex-2018-2019", body=BODY),
        public=tuple(
            evolve(protect_report(report, PUBLIC), id=f"public-{report.id}")
            for report in (towns, fund)
        ),
    )


def projects_of(held: Grant) -> Figures:
    """Return whom the money reached, by the codes of the years that are reported."""
    found = entity_figures([held], BOTH_YEARS)
    family = {each.id for each in definitions("esf-2014-2020")}
    return Figures(tuple(row for row in found.rows if row.indicator in family), found.lacking)


# -- tables ----------------------------------------------------------------------------------------


def headline(number: int, text: str) -> None:
    """Begin a chapter."""
    console.print()
    console.print(Text(f"{number}  {text}", style="bold"))


def line(text: str) -> None:
    """Print a line as it is."""
    console.print(Text(f"   {text}"), soft_wrap=True)


def show(heads: Sequence[str], rows: Iterable[Sequence[object]], texts: int = 1) -> None:
    """Print a table: first columns of texts, then columns of figures."""
    table = Table(box=None, pad_edge=True)
    for index, head in enumerate(heads):
        table.add_column(Text(head), justify="left" if index < texts else "right", no_wrap=True)
    for row in rows:
        table.add_row(*(Text("–" if cell is None else str(cell)) for cell in row))
    console.print(table)


def said(row: IndicatorRow) -> str:
    """Write a figure; one that is not whole has a star."""
    if row.value is None:
        return {"unknown": "?", "not-computable": "–", "suppressed": "x"}[row.status.value]
    return f"{row.value}*" if row.status.value == "incomplete" else row.value


def name_of(code: str) -> str:
    """Return what an indicator is called, cut short."""
    label = definition(code).label.en
    return label if len(label) <= LONGEST_NAME else f"{label[: LONGEST_NAME - 1]}…"


def groups_of(report: IndicatorReport, code: str, dimension: str) -> list[str]:
    """Return the groups of a dimension, the total last."""
    found = dict.fromkeys(
        row.groups[dimension] for row in report.of(code) if dimension in row.groups
    )
    return [*(group for group in found if group != TOTAL), TOTAL]


# -- what is told ----------------------------------------------------------------------------------


def on_file(district: District) -> None:
    """Say what there is to count from."""
    headline(1, "Landkreis Musterland: what is on file")
    revisions = sum(len(plan.revisions) for plan in district.plans)
    closed = sum(plan.is_closed for plan in district.plans)
    line(f"{len(district.plans)} plans with {revisions:,} revisions, {closed} closed since")
    line(f"{len(district.network.current.of(Offer))} offers, and a concept for them")
    show(
        ("post", "held from", "to", "FTE"),
        [(post.id, post.start, post.end, post.fte) for post in district.grant.posts()],
        texts=3,
    )


def to_the_ministry(district: District) -> None:
    """Show the yearly report of Baden-Württemberg, no. 6.2, and what got in after it was due."""
    report, later = district.yearly, district.corrected
    headline(2, "Report to the ministry for 2019 (VwV Integrationsmanagement, no. 6.2)")
    codes = ("BW62_TALKS", "BW62_PLANS", "PLANS_LIVING", "PLANS_DEAD")
    show(
        ("counsellor", "talks", "plans agreed", "plans that live", "dead plans"),
        [
            (group, *(said(report.row(code, counsellor=group)) for code in codes))
            for group in groups_of(report, "BW62_TALKS", "counsellor")
        ],
    )
    line(f"Recorded after {DUE:%d.%m.%Y}, and therefore not in it:")
    show(
        ("", "handed in", "known later"),
        [
            (name_of(c), said(report.row(c)), said(later.row(c)))
            for c in ("BW62_TALKS", "BW62_PLANS")
        ],
    )
    topics = [row for row in report.of("BW62_TOPICS") if row.groups["counsellor"] == TOTAL]
    named = [row for row in topics if row.groups["topic"] != TOTAL]
    show(
        ("topic of talks", "talks"),
        [
            (row.groups["topic"], said(row))
            for row in sorted(named, key=lambda row: (-(row.number or 0), row.groups["topic"]))
        ],
    )
    line("A talk may have several topics: they do not add up.")


def caseload(district: District) -> None:
    """Show how many plans there are for a full post, when posts are vacant and when not."""
    headline(3, "Open plans for each full post that is held")
    show(
        ("key date", "open plans", "FTE held", "plans per FTE", "living", "dead"),
        [
            (
                report.period.end,
                *(
                    said(report.row("CASELOAD_PER_FTE", figure=figure))
                    for figure in ("plans", "fte", "plans-per-fte")
                ),
                said(report.row("PLANS_LIVING")),
                said(report.row("PLANS_DEAD")),
            )
            for report in district.rounds
        ],
    )


def social_fund(district: District) -> None:
    """Show the common indicators by sex, and of how many nobody can tell."""
    report = district.esf
    headline(
        4, f"European Social Fund 2014–2020: who entered or left in 2018–2019, seen {TOLD_UNTIL}"
    )
    rows = []
    for code in report.indicators:
        cells = {row.groups.get("sex", TOTAL): row for row in report.of(code)}
        whole = cells[TOTAL]
        by_sex = [said(cells[sex]) if sex in cells else None for sex in ("female", "male", UNKNOWN)]
        rows.append(
            (code, name_of(code), *by_sex, said(whole), whole.of, whole.lacking, whole.undecided)
        )
    heads = ("", "", "women", "men", "unknown", "total", "of", "lacking", "not yet")
    show(heads, sorted(rows), texts=2)
    line("* of some records it cannot be told; ? of none; – is not counted from plans.")


def results(district: District) -> None:
    """Show what came of it: language, recognition, goals."""
    headline(5, "Time from the arrival to the first proof of a level")
    rows = []
    for level, report in district.first_level.items():
        for sex in groups_of(report, "TIME_TO_FIRST_LEVEL", "sex"):
            of_sex = [
                report.row("TIME_TO_FIRST_LEVEL", sex=sex, proof=proof)
                for proof in ("proven", "without-proof", "before-start", TOTAL)
            ]
            median = report.row("TIME_TO_FIRST_LEVEL", sex=sex, figure="median-days")
            lacking = of_sex[-1].lacking
            rows.append((level, sex, *map(said, of_sex[:3]), said(median), lacking))
    heads = ("", "", "proven", "no proof yet", "before arrival", "median days", "lacking")
    show(heads, rows, texts=2)
    line("The median is that of the proven alone: who has no proof yet would make it longer.")

    headline(6, "Outcomes of recognition in 2019, and goals reached by the end of it")
    report = district.corrected
    show(
        ("outcome", "procedures"),
        [
            (row.groups["outcome"], said(row))
            for row in report.of("RECOGNITION_OUTCOMES")
            if row.groups["counsellor"] == TOTAL
        ],
    )
    goals = [r for r in report.of("GOALS_REACHED_BY_FIELD") if r.groups["counsellor"] == TOTAL]
    show(
        ("field", "reached", "of measurable", "plans with goals that cannot be judged"),
        [(row.groups["field"], said(row), row.of, row.lacking) for row in goals],
    )


def with_values(indicator: ConceptIndicator, district: District) -> ConceptIndicator:
    """Return an indicator with what was counted, where it has the code of a count."""
    if indicator.code is None:
        return indicator
    return evolve(indicator, values=values_of(district.rounds, indicator.code))


def progress_of_concept(district: District) -> None:
    """Show how far the measures and the indicators of the concept are."""
    headline(7, f"The integration concept on {LAST_DAY}")
    report = district.yearly
    rows = report.of("CONCEPT_MEASURES_BY_STATUS")
    fields = list(dict.fromkeys(row.groups["field"] for row in rows))
    statuses = list(dict.fromkeys(row.groups["measure-status"] for row in rows))
    state = district.concept.at(LAST_DAY)
    show(
        ("measures by field and status", *statuses),
        [
            (
                field if field == TOTAL else state[field].title,
                *(
                    said(
                        report.row("CONCEPT_MEASURES_BY_STATUS", field=field, measure_status=status)
                    )
                    for status in statuses
                ),
            )
            for field in fields
        ],
    )
    rows = []
    for indicator in state.of(ConceptIndicator):
        found = indicator_progress(with_values(indicator, district), LAST_DAY)
        values = (found.baseline, found.current, found.target)
        part = None if found.part is None else f"{float(found.part):.0%}"
        rows.append(
            (
                indicator.title,
                indicator.sense.value,
                *(None if value is None else value.value for value in values),
                None if found.target is None else found.target.on,
                found.distance,
                part,
            )
        )
    heads = ("indicator", "", "baseline", "now", "target", "by", "distance", "of the way")
    show(heads, rows, texts=2)


def offers(district: District) -> None:
    """Show how offers are used, and what plans ask for that nobody offers."""
    headline(8, "Offers: the fullest and the emptiest of 2019, and whom counsellors send there")
    state, sent = (
        district.network.current,
        referrals(district.plans, district.network.current, LAST_DAY),
    )
    uses = [use for use in use_of_offers(state, YEAR) if use.occupancy is not None]
    uses.sort(key=lambda use: (-(use.occupancy or 0), use.offer))
    show(
        ("offer", "", "participants", "places", "used", "plans that refer"),
        [
            (
                use.offer,
                use.title,
                use.figures["participants"],
                use.figures["places"],
                f"{float(use.occupancy or 0):.0%}",
                sent.offers[use.offer],
            )
            for use in (*uses[:5], *uses[-5:])
        ],
        texts=2,
    )
    for offer, number in sent.unknown.items():
        line(f"{number} plans refer to {offer}, which is not in the network.")

    headline(9, f"Gaps: what open goals ask for on {LAST_DAY}, by field, town and language")
    report = district.yearly
    show(
        ("field", "asked for", "offered", "perhaps", "not offered"),
        [
            (
                field,
                *(
                    said(report.row("OFFER_GAPS", field=field, covering=covering))
                    for covering in (TOTAL, "offered", "perhaps", "not-offered")
                ),
            )
            for field in groups_of(report, "OFFER_GAPS", "field")
        ],
    )
    asked = needs_of(district.plans, LAST_DAY)
    unmet = unmet_needs(asked, district.network.at(LAST_DAY), LAST_DAY)
    certain = [each.need for each in unmet if each.covering.value == "not-offered"]
    certain.sort(key=lambda n: (-n.plans, n.field, n.region or "", n.language or ""))
    show(
        ("nobody offers", "town", "language", "plans"),
        [(n.field, TOWNS.get(n.region or ""), n.language, n.plans) for n in certain[:8]],
        texts=3,
    )


def rounds_compared(district: District) -> None:
    """Set two half-years side by side."""
    headline(10, "Two rounds of the monitoring: the second half of 2018 and that of 2019")
    _, earlier, _, later = district.rounds
    show(
        ("", "", "2018, second half", "2019, second half", "change"),
        [
            (
                name_of(each.indicator),
                each.groups.get("topic") or each.groups.get("field"),
                said(each.earlier),
                said(each.later),
                f"{int(each.change):+}{'' if each.is_sure else ' ?'}",
            )
            for each in compare_reports(earlier, later)
            if each.groups.get("sex") == TOTAL
            and each.indicator in COMPARED
            and each.earlier is not None
            and each.later is not None
            and each.change is not None
        ],
        texts=2,
    )


def for_the_public(district: District) -> None:
    """Show what may leave the house, and say what is not shown."""
    headline(11, "Participants by town, as they may be published")
    report = district.public[0]
    towns = groups_of(report, "EECO01", "body")
    show(
        ("", *towns),
        [
            (name_of(code), *(said(report.row(code, body=town)) for town in towns))
            for code in report.indicators
        ],
    )
    for note in report.account:
        line(note.en)
    finer = protect_report(district.by_town_and_sex, PUBLIC).rows
    hidden = sum(row.status is FigureStatus.SUPPRESSED for row in finer)
    line(f"By town and sex too little is left: {hidden} of {len(finer)} figures are not shown.")


def what_is_lacking(district: District) -> None:
    """Name the records that have to be completed."""
    headline(12, "What the records lack, by how many")
    merged: dict[str, set[str]] = {}
    for report in (district.corrected, district.esf, *district.first_level.values()):
        for each in report.lacking:
            merged.setdefault(each.fact, set()).update(each.records)
    ranked = sorted(merged.items(), key=lambda item: (-len(item[1]), item[0]))
    show(
        ("fact", "records", "the first of them"),
        [(fact, len(ids), ", ".join(sorted(ids)[:3])) for fact, ids in ranked],
    )


# -- documents -------------------------------------------------------------------------------------


def tidy(reports: Iterable[IndicatorReport]) -> str:
    """Return all figures as one table: a row for each, a column for each dimension."""
    rows = [row for report in reports for row in report.tidy()]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def documents(district: District) -> dict[str, str]:
    """Return everything as documents, by the name of the file."""
    reports = (*district.reports, *district.public)
    found = {f"{report.id}.json": to_json(report, indent=2) + "\n" for report in reports}
    for report in reports:
        assert from_json(found[f"{report.id}.json"], IndicatorReport) == report
    found["figures.csv"] = tidy(district.reports)
    found["concept.json"] = to_json(district.concept, indent=2) + "\n"
    found["network.json"] = to_json(district.network, indent=2) + "\n"
    return found


def main(folder: Path | None = None) -> None:
    """Tell what the district reports."""
    district = count()
    on_file(district)
    to_the_ministry(district)
    caseload(district)
    social_fund(district)
    results(district)
    progress_of_concept(district)
    offers(district)
    rounds_compared(district)
    for_the_public(district)
    what_is_lacking(district)
    made = documents(district)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
    console.print()
    rows = made["figures.csv"].count("\n") - 1
    line(f"{len(made)} documents, {rows:,} figures in one table")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
