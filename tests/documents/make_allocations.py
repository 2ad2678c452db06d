"""Make statements and lists of recipients of version 1 again.

Run ``python tests/documents/make_allocations.py``. The documents beside this file must load for
ever: what this file writes is what stands there, character for character (a test compares both).
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from integrationsplan import Allocation, Period, Programme, allocate, catalogue, from_toml, to_json
from integrationsplan.allocation import RecipientList, Recipients

FOLDER = Path(__file__).parent / "v1"

FRAMEWORK = catalogue.load("de-bw-integrationsmanagement-2017")
JANUARY = dt.date(2018, 1, 15)

TRIAL = from_toml(
    """
format = "integrationsplan/programme"
version = 1
id = "trial"
title = { de = "Probe mit allem", en = "Trial with everything" }
jurisdiction = "08"
valid = { start = 2018-01-01, end = 2018-12-31 }

[levels]
recipient = "district"
district = "region"
region = "all"
post = "recipient"
month = "post"

[figures]
pot = { unit = "EUR", level = "all" }
area = { unit = "km2", level = "district" }
sort = { unit = "code" }
since = { unit = "date" }
member = { unit = "truth" }
share = { unit = "fte", level = "post" }
cost = { unit = "EUR", level = "month" }

[parameters.rate]
unit = "percent"
values = [
  { end = 2018-06-30, edition = "first", value = "70", basis = "stated", citation = "law" },
  { start = 2018-07-01, edition = "final", value = "80", basis = "stated", citation = "law" },
]
[parameters.half]
unit = "percent"
values = [{ value = "50", basis = "inferred", citation = "law" }]
[parameters.full]
unit = "fte"
values = [{ value = "1", basis = "stated", citation = "law" }]
[parameters.large]
unit = "km2"
values = [{ value = "1000", basis = "stated", citation = "law" }]

[rules.per_post]
kind = "product"
of = [
  { kind = "total", of = "cost", per = "post" },
  { kind = "quotient", of = "share", by = "full" },
]
[rules.whole]
kind = "round"
of = { kind = "total", of = "per_post", per = "recipient" }
step = "0.01"
method = "half_up"
[rules.grant]
kind = "round"
of = { kind = "product", of = ["whole", "rate"] }
step = "0.01"
method = "half_up"
[rules.granted]
kind = "total"
of = "grant"
per = "all"
[rules.advance]
kind = "round"
of = { kind = "product", of = ["grant", "half"] }
step = "0.01"
method = "half_up"

[[conditions]]
code = "not_sorted"
when = { kind = "not", of = { kind = "one_of", of = "sort", values = ["other"] } }
effect = "exclude"
de = "Die Art wird nicht gefördert."
en = "The sort is not funded."
[[conditions]]
code = "no_member"
when = "member"
effect = "zero"
de = "Kein Mitglied."
en = "No member."
[[conditions]]
code = "began_late"
when = { kind = "compare", left = "since", op = "at_most", right = "period_start" }
effect = "notice"
de = "Beginn am {since}."
en = "Began on {since}."
ways = [{ code = "wait", de = "warten", en = "wait" }]
[[conditions]]
code = "large_district"
when = { kind = "compare", left = "area", op = "at_most", right = "large" }
effect = "notice"
de = "Der Kreis ist groß: {area}."
en = "The district is large: {area}."
[[conditions]]
code = "pot_exceeded"
when = { kind = "compare", left = "granted", op = "at_most", right = "pot" }
effect = "notice"
de = "Mehr als der Topf."
en = "More than the pot."

[result]
award = "grant"
financed = "whole"
pot = "pot"
unit = "EUR"
outputs = ["whole", "per_post"]

[[sources]]
id = "land"
amount = "grant"
[[sources]]
id = "self"
amount = "rest"
role = "own"
[[tranches]]
id = "advance"
amount = "advance"
[[tranches]]
id = "balance"
amount = "rest"
[[earmarks]]
id = "courses"
amount = "advance"

[citations.law]
title = "An example"
""",
    Programme,
)


def months(*costs: object) -> list[dict[str, object]]:
    """Return the months of a post."""
    return [{"key": str(number), "cost": cost} for number, cost in enumerate(costs, start=1)]


RECIPIENTS = Recipients.of(
    [
        {
            "key": "08226096",
            "name": "Weinheim (Süd)",
            "kind": "town",
            "parent": "08226",
            "sort": "x",
            "since": dt.date(2018, 2, 1),
            "member": True,
            "records": {
                "post": [
                    {
                        "key": "a",
                        "share": Fraction(1, 3),
                        "records": {"month": months(100, "50.5")},
                    },
                    {"key": "b", "share": "0.5", "records": {"month": months(Decimal("7.01"))}},
                ]
            },
        },
        {"key": "out", "parent": "08226", "sort": "other", "since": JANUARY, "member": True},
        {
            "key": "nought",
            "parent": "08226",
            "sort": "x",
            "since": dt.date(2018, 1, 1),
            "member": False,
            "records": {"post": [{"share": 1, "records": {"month": months(10)}}]},
        },
    ],
    figures={"pot": "20"},
    records={
        "region": [{"key": "082"}],
        "district": [{"key": "08226", "parent": "082", "area": "1061.7"}],
    },
)


def published() -> Allocation:
    """Return the planning framework for all municipalities of the published record."""
    rows = [
        {"key": row.recipient, "persons": row.persons} for row in catalogue.published(FRAMEWORK.id)
    ]
    return allocate(FRAMEWORK, rows, day=JANUARY)


def everything() -> Allocation:
    """Return an allocation with everything that a statement can say."""
    return allocate(
        TRIAL,
        RECIPIENTS,
        day=dt.date(2018, 7, 1),
        period=Period(dt.date(2018, 1, 1), dt.date(2018, 12, 31)),
        edition="final",
        as_known=dt.date(2018, 8, 1),
    )


def what_if() -> Allocation:
    """Return what a larger pot would give."""
    reform = FRAMEWORK.override({"pot_per_year": "60000000"})
    return allocate(reform, [{"key": "Weinheim", "persons": 352}], day=JANUARY)


def split() -> Allocation:
    """Return a pot split by a key, in which each award depends on all recipients."""
    programme = catalogue.load("de-koenigsteiner-schluessel")
    lands = [{"key": land} for land in programme.parameters["key"].values[0].table or ()]
    recipients = Recipients.of(lands, figures={"pot": "1000"})
    return allocate(programme, recipients, day=dt.date(2017, 1, 1))


def listed(allocation: Allocation) -> str:
    """Return the document of the recipients of an allocation."""
    return to_json(RecipientList.of(allocation.recipients), indent=2)


DOCUMENTS: dict[str, Callable[[], str]] = {
    "allocation-published": lambda: to_json(published().statement(), indent=2),
    "allocation-everything": lambda: to_json(
        everything().statement(explain=["08226096", "out"]), indent=2
    ),
    "allocation-split": lambda: to_json(split().statement(explain=["Thüringen"]), indent=2),
    "allocation-what-if": lambda: to_json(what_if().statement(), indent=2),
    "recipients-published": lambda: listed(published()),
    "recipients-everything": lambda: listed(everything()),
    "recipients-split": lambda: listed(split()),
}
"""What makes each document, by the name of its file."""

PROGRAMMES = {
    "published": FRAMEWORK,
    "everything": TRIAL,
    "split": catalogue.load("de-koenigsteiner-schluessel"),
}
"""What gave each statement that has a list of recipients, by the end of its name."""


if __name__ == "__main__":
    for name, make in DOCUMENTS.items():
        (FOLDER / f"{name}.json").write_text(make() + "\n", encoding="utf-8")
