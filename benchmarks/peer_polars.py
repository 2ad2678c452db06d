"""The same figures in polars, on flat tables that somebody has made of the plans beforehand.

Two tables: one row for each plan with the facts that the figures need, one row for each talk. The
facts are taken from the templates by the library; polars is given them ready and only counts. What
a fact is that nobody knows is null, and is told apart as in the library.
"""

import datetime as dt
from pathlib import Path
from typing import Any

import polars as pl
from sample_district import AS_OF, PERIOD, RULES, templates

from integrationsplan import IntegrationPlan
from integrationsplan.monitoring._cases import PlanCase
from integrationsplan.monitoring._counselling import _proofs
from integrationsplan.monitoring._participants import Participant
from integrationsplan.plan import Agreement, Consultation

FIRST, LAST = PERIOD.bounds
PLANS, TALKS = "plans.parquet", "talks.parquet"

Figures = dict[tuple[str, str, str], tuple[Any, ...]]
"""By indicator, sex and own group: the figure, among how many, of how many it cannot be told, and
of how many not yet."""

_PLAN = {
    "plan": pl.UInt32,
    "sex": pl.String,
    "opened": pl.Date,
    "closed": pl.Date,
    "agreed": pl.Date,
    "active": pl.Date,
    "proven": pl.Date,
    "undated_proof": pl.Boolean,
    "labour": pl.String,
    "labour_after": pl.String,
    "labour_six_months": pl.String,
    "left_six_months": pl.Date,
    "age": pl.Int16,
    "isced": pl.Int16,
    "third_country": pl.Boolean,
}
_TALK = {"plan": pl.UInt32, "held_on": pl.Date, "topics": pl.List(pl.String)}


def write(folder: Path, count: int) -> None:
    """Write the tables of so many plans."""
    among = templates()
    rows = [flat(number, plan) for number, plan in enumerate(among)]
    facts = pl.DataFrame([row for row, _ in rows], schema=_PLAN)
    talks = pl.DataFrame([talk for _, held in rows for talk in held], schema=_TALK)
    rounds = range(-(-count // len(among)))
    for name, frame in ((PLANS, facts), (TALKS, talks)):
        numbered = [
            frame.with_columns((pl.col("plan") + n * len(among)).cast(pl.UInt32)) for n in rounds
        ]
        pl.concat(numbered).filter(pl.col("plan") < count).write_parquet(folder / name)


def read(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Read both tables."""
    return pl.read_parquet(folder / PLANS), pl.read_parquet(folder / TALKS)


def figures(tables: tuple[pl.DataFrame, pl.DataFrame]) -> Figures:
    """Count."""
    plans, talks = tables
    facts = plans.lazy().with_columns(
        pl.col("sex").fill_null("unknown"),
        entered=pl.col("opened").is_between(FIRST, LAST),
        left=pl.col("closed").is_between(FIRST, LAST),
        was_open=(pl.col("opened") <= LAST)
        & (pl.col("closed").is_null() | (pl.col("closed") > FIRST)),
        is_open=(pl.col("opened") <= LAST)
        & (pl.col("closed").is_null() | (pl.col("closed") > LAST)),
        lives=pl.col("active").dt.offset_by(f"{RULES.alive_within_months}mo") >= LAST,
        took=pl.when(pl.col("proven") <= LAST)
        .then((pl.col("proven") - pl.col("opened")).dt.total_days())
        .otherwise(None),
    )
    held = (
        talks.lazy()
        .filter(pl.col("held_on").is_between(FIRST, LAST))
        .join(facts.select("plan", "sex"), on="plan")
    )
    asked = {
        "BW62_PLANS": (
            pl.col("was_open"),
            pl.col("agreed").is_between(FIRST, LAST).fill_null(False),
        ),
        "PLANS_LIVING": (pl.col("is_open"), pl.col("lives")),
        "PLANS_DEAD": (pl.col("is_open"), ~pl.col("lives")),
        "EECO01": (pl.col("entered"), pl.lit(True)),
        "EECO02": (pl.col("entered"), pl.col("labour") == "unemployed"),
        "EECO04": (pl.col("entered"), pl.col("labour") == "inactive"),
        "EECO05": (pl.col("entered"), pl.col("labour") == "employed"),
        "EECO06": (pl.col("entered"), pl.col("age") <= 17),
        "EECO07": (pl.col("entered"), pl.col("age").is_between(18, 29)),
        "EECO08": (pl.col("entered"), pl.col("age") >= 55),
        "EECO09": (pl.col("entered"), pl.col("isced") <= 2),
        "EECO10": (pl.col("entered"), pl.col("isced").is_between(3, 4)),
        "EECO11": (pl.col("entered"), pl.col("isced") >= 5),
        "EECO13": (pl.col("entered"), pl.col("third_country")),
        **_results(),
    }
    cells = []
    for code, (among, said) in asked.items():
        verdict, not_yet = said if isinstance(said, tuple) else (said, pl.lit(False))
        cells += [
            (among & verdict & ~not_yet).fill_null(False).sum().alias(f"{code}|value"),
            (among & verdict.is_not_null() & ~not_yet).sum().alias(f"{code}|of"),
            (among & verdict.is_null() & ~not_yet).sum().alias(f"{code}|lacking"),
            (among & not_yet).fill_null(False).sum().alias(f"{code}|undecided"),
        ]
    begun = (pl.col("opened") <= LAST) & ~pl.col("undated_proof")
    took = pl.col("took").filter(begun)
    cells += [
        (took >= 0).sum().alias("level|proven"),
        (took < 0).sum().alias("level|before-start"),
        took.is_null().sum().alias("level|without-proof"),
        ((pl.col("opened") <= LAST) & pl.col("undated_proof")).sum().alias("level|lacking"),
        pl.col("took").filter(begun & (pl.col("took") >= 0)).median().alias("level|median-days"),
    ]
    by_topic = held.explode("topics").filter(pl.col("topics").is_not_null())
    silent = held.filter(pl.col("topics").list.len() == 0)
    found: Figures = {}
    parts = pl.collect_all(
        [
            facts.group_by("sex").agg(cells),
            facts.select(pl.lit("total").alias("sex"), *cells),
            held.group_by("sex").agg(pl.len()),
            by_topic.group_by("sex", "topics").agg(pl.len()),
            silent.group_by("sex").agg(pl.col("plan").n_unique()),
        ]
    )
    for part in parts[:2]:
        for row in part.iter_rows(named=True):
            sex = row["sex"]
            for code in asked:
                found[code, sex, ""] = tuple(
                    row[f"{code}|{name}"] for name in ("value", "of", "lacking", "undecided")
                )
            for name in ("proven", "before-start", "without-proof", "median-days"):
                found["TIME_TO_FIRST_LEVEL", sex, name] = (row[f"level|{name}"],)
            found["TIME_TO_FIRST_LEVEL", sex, "lacking"] = (row["level|lacking"],)
    _sum(found, "BW62_TALKS", ((sex, "", n) for sex, n in parts[2].iter_rows()))
    _sum(found, "BW62_TOPICS", parts[3].iter_rows())
    _sum(found, "BW62_TOPICS", ((sex, "lacking", n) for sex, n in parts[4].iter_rows()))
    return found


def _results() -> dict[str, tuple[Any, Any]]:
    """Return who left among those out of work, who works then, and of whom it is too early."""
    out_of_work = pl.col("labour").is_in(["unemployed", "inactive"])
    found = {}
    for code, after, day in (
        ("EECR04", "labour_after", pl.col("closed").dt.offset_by("28d")),
        ("EECR05", "labour_six_months", pl.col("left_six_months")),
    ):
        # Who was employed is not asked; of whom the standing is not known, nobody can tell.
        works = (
            pl.when(pl.col("labour").is_null()).then(None).otherwise(pl.col(after) == "employed")
        )
        among = pl.col("left") & (out_of_work.fill_null(True))
        found[code] = (among.fill_null(False), (works, (day > AS_OF).fill_null(False)))
    return found


def _sum(found: Figures, code: str, rows: Any) -> None:
    """Put counts by sex in, and their sum over both."""
    for sex, own, number in rows:
        found[code, sex, own] = (number,)
        (before,) = found.get((code, "total", own), (0,))
        found[code, "total", own] = (before + number,)


def flat(number: int, plan: IntegrationPlan) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the facts of a plan, as the library reads them, and its talks."""
    held = [
        {"plan": number, "held_on": talk.held_on, "topics": [str(t.value) for t in talk.topics]}
        for talk in plan.current.of(Consultation)
    ]
    return _facts(number, plan), held


def _facts(number: int, plan: IntegrationPlan) -> dict[str, Any]:
    case = PlanCase(plan, FIRST, LAST, AS_OF, None, RULES)
    person = Participant(case)
    agreed = [each.agreed_on for each in plan.current.of(Agreement)]
    proofs = _proofs(case)
    return {
        "plan": number,
        "sex": person.sex,
        "opened": person.entered,
        "closed": person.left,
        "agreed": min(agreed, default=None),
        "active": max(_activity(plan), default=None),
        "proven": min((day for day in proofs if day is not None), default=None),
        "undated_proof": None in proofs,
        "labour": _value(person.labour),
        "labour_after": _value(person.labour_after),
        "labour_six_months": _value(person.labour_six_months),
        "left_six_months": person.six_months_on,
        "age": person.age,
        "isced": person.isced,
        "third_country": person.is_third_country,
    }


def _activity(plan: IntegrationPlan) -> list[dt.date]:
    days = [revision.effective_on for revision in plan.revisions]
    days += [talk.held_on for talk in plan.current.of(Consultation)]
    return [day for day in days if day <= LAST]


def _value(code: Any) -> str | None:
    return None if code is None else str(code.value)
