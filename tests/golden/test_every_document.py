"""What holds for every golden document, whatever it says."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import Allocation, Programme, catalogue, evolve, from_json, from_toml, to_json
from integrationsplan.allocation import verify_trace

DOCUMENTS = Path(__file__).parent / "documents"
TRIALS = sorted(path.stem for path in DOCUMENTS.glob("*.toml"))
NAMES = sorted([*TRIALS, *catalogue.ids()])
"""Trials of single rules, and the rules that ship with the package."""

Golden = Callable[..., Allocation]


def below(level: str, *records: dict[str, Any], **figures: Any) -> list[dict[str, Any]]:
    """Return one recipient with records below it."""
    return [{"key": "A", "records": {level: list(records)}} | figures]


IN_TIME = "2018-11-15"
RANKED = [
    {"key": "A", "points": 90, "received": "2020-01-10", "claim": "60000"},
    {"key": "B", "points": 90, "received": "2020-01-10", "claim": "50000"},
    {"key": "C", "points": 80, "received": "2020-01-01", "claim": "40000"},
]
TWO = [{"key": "A", "persons": 1, "area": "1"}, {"key": "B", "persons": 2, "area": "1"}]
TOWN = {
    "key": "A",
    "body_kind": "city",
    "region": "16066",
    "population": 150_000,
    "received": "2017-09-30",
    "has_concept": True,
}

# By name: rows, day, and other arguments; with what is excluded, zeroed and noticed among them.
SAMPLES: dict[str, tuple[list[dict[str, Any]], str, dict[str, Any]]] = {
    "de-bevoelkerungsanteile-2014": (
        [{"key": "A", "population": 1}, {"key": "B", "population": 6}],
        "2015-06-01",
        {},
    ),
    "de-bw-fluechtlingsbeauftragte": (
        [{"key": "A", "cost": "150000"}, {"key": "B", "cost": "99999.99"}],
        "2015-06-01",
        {"figures": {"budget": "105000"}},
    ),
    "de-bw-integrationsbeauftragte": (
        [
            *below("post", {"fte": "0.75"}, {"fte": "0.49"}, population=35_000),
            {"key": "B", "population": 9_999, "records": {"post": [{"fte": "1"}]}},
        ],
        "2020-06-01",
        {},
    ),
    "de-bw-integrationsbeauftragte-application": (
        [
            *below("post", {"fte": "0.75"}, {"fte": "0.5"}, population=35_000, received=IN_TIME),
            {"key": "B", "population": 35_000, "received": "2018-12-01"},
        ],
        "2019-06-01",
        {},
    ),
    "de-bw-integrationslastenausgleich-2017": ([{"key": "A", "persons": 418}], "2017-12-01", {}),
    "de-bw-integrationsmanagement-2017-consortium": (
        [
            {
                "key": "A",
                "records": {
                    "member": [{"key": "m", "persons": 34}, {"key": "n", "persons": 30}],
                    "post": [{"fte": "1", "qualification": "university"}],
                },
            }
        ],
        "2018-06-01",
        {},
    ),
    "de-bw-integrationsmanagement-2017-grant": (
        below("post", {"fte": "1", "qualification": "vocational"}, persons=64),
        "2018-06-01",
        {},
    ),
    "de-bw-integrationsmanagement-funding-period": (
        below("post", {"fte": "0.7", "qualification": "vocational"}),
        "2020-06-01",
        {"as_known": "2020-06-01"},
    ),
    "de-bw-ukraine-soforthilfe-2022": (
        [{"key": "A", "population": 1}, {"key": "B", "population": 6}],
        "2022-06-01",
        {},
    ),
    "de-koenigsteiner-schluessel-formula": (
        [
            {"key": "A", "tax": "1000", "population": 5},
            {"key": "B", "tax": "2000", "population": 5},
        ],
        "2017-06-01",
        {"figures": {"pot": "100"}},
    ),
    "de-th-armutspraevention-2-1": (
        below(
            "post",
            {"pay": "7541.00", "pay_group": "E 11"},
            {"pay": "99.99", "pay_group": "E 8"},
        ),
        "2016-01-01",
        {},
    ),
    "de-th-fluechtlingsbetreuung": (
        below(
            "month",
            {"first_day": "2015-07-01", "persons": 10},
            {"first_day": "2015-08-01", "persons": 11},
        ),
        "2016-01-01",
        {},
    ),
    "de-th-fluechtlingskostenerstattung": (
        below(
            "month",
            {"first_day": "2023-01-01", "persons": 100, "duties_met": True},
            {"first_day": "2023-02-01", "persons": 101, "duties_met": False},
            {"first_day": "2023-03-01", "persons": 99, "duties_met": True},
        ),
        "2024-02-01",
        {},
    ),
    "de-th-fluechtlingsverteilung-2015": (
        [{"key": "Erfurt"}, {"key": "Suhl"}, {"key": "Greiz"}, {"key": "Eichsfeld"}],
        "2016-01-01",
        {"figures": {"arrivals": 101}},
    ),
    "de-th-integrationsschluessel-2017": (
        [
            {"key": "A", "refugees": 100, "kita_children": 10},
            {"key": "B", "refugees": 301, "kita_children": 11},
        ],
        "2017-06-01",
        {},
    ),
    "de-th-neue-plaetze-2016": (
        below(
            "building",
            {"places": 20, "building_kind": "shared"},
            {"places": 9, "building_kind": "flat"},
        ),
        "2016-01-01",
        {},
    ),
    "de-th-projektfoerderung-integration": (
        [
            {
                "key": key,
                "eligible_cost": "10000.01",
                "beside_another": beside,
                "received": received,
                "first_day": "2024-01-01",
            }
            for key, beside, received in (
                ("A", True, "2023-10-31"),
                ("B", False, "2023-10-31"),
                ("C", False, "2023-11-01"),
            )
        ],
        "2024-01-01",
        {},
    ),
    "de-th-sozialberatung-2026": (
        [{"key": "Altenburger Land", "eligible_cost": "524062.50"}],
        "2026-03-01",
        {},
    ),
    "de-th-sozialstrategie-2-1": (
        [{"key": "A", "eligible_cost": "100000.01"}, {"key": "B", "eligible_cost": "7499.99"}],
        "2023-01-01",
        {},
    ),
    "de-th-sozialstrategie-praeventionsketten": (
        [
            {"key": "A", "first_day": "2022-07-01", "cost_of_year": "33333.33"},
            {"key": "B", "first_day": "2020-07-01", "cost_of_year": "33333.33"},
        ],
        "2023-07-01",
        {},
    ),
    "trial-a-flat-rate-per-post": (
        [
            *below(
                "post",
                {"fte": "1", "qualification": "university", "first_day": "2020-03-01"},
                {"fte": "0.5", "qualification": "vocational", "first_day": "2020-03-01"},
                {"fte": "0.2", "qualification": "vocational", "first_day": "2020-01-01"},
                {"fte": "0.7", "qualification": "vocational", "first_day": "2020-03-01"},
            ),
            {"key": "B"},
        ],
        "2020-06-01",
        {},
    ),
    "trial-b-cap-on-grant": ([{"key": "A", "cost": "66666.67"}], "2020-06-01", {}),
    "trial-c-cap-on-base": ([{"key": "A", "cost": "66666.67", "fte": "0.7"}], "2020-06-01", {}),
    "trial-conditions": (
        [
            TOWN,
            TOWN | {"key": "B", "has_concept": False},
            TOWN | {"key": "C", "region": "16052", "received": "2017-10-01"},
        ],
        "2017-12-01",
        {},
    ),
    "trial-d-degression": (
        [{"key": "A", "cost": "1000.05", "year_of_funding": "2"}],
        "2020-06-01",
        {},
    ),
    "trial-e-attendance-bands": (
        below("person", {"attendance": "80"}, {"attendance": "79.9"}),
        "2020-06-01",
        {},
    ),
    "trial-e-per-head-monthly": (
        below(
            "person",
            {"entry": "2020-03-15", "status": "protected"},
            {"entry": "2019-06-10", "status": "tolerated"},
            {"entry": "2018-01-10", "status": "tolerated"},
        ),
        "2021-12-31",
        {"period": ("2021-01-01", "2021-12-31")},
    ),
    "trial-e-per-head-once": (
        below("person", {"assigned": "2020-02-03"}, {"assigned": "2021-02-03"}),
        "2021-12-31",
        {},
    ),
    "trial-e-per-head-quarterly": (
        below(
            "person",
            {"arrived": "2021-05-01"},
            {"arrived": "2022-01-10", "left": "2022-06-29"},
            {"arrived": "2021-01-10", "left": "2021-06-29"},
        ),
        "2022-12-31",
        {"period": ("2022-01-01", "2022-12-31")},
    ),
    "trial-f-equal-parts": (
        [{"key": "A"}, {"key": "B"}, {"key": "C"}],
        "2020-06-01",
        {"figures": {"pot": "100"}},
    ),
    "trial-g-cap-on-component": (
        [
            {"key": key, "refugees": 25, "children": count}
            for key, count in zip("ABCD", (60, 20, 15, 5), strict=True)
        ],
        "2020-06-01",
        {},
    ),
    "trial-g-floor": (
        [
            {"key": "A", "persons": 5},
            {"key": "B", "persons": 15},
            {"key": "C", "persons": 31},
            {"key": "D", "persons": 7, "takes_part": False},
        ],
        "2020-06-01",
        {},
    ),
    "trial-h-equal-districts": (
        [
            {"key": "a", "parent": "X", "residents": 1},
            {"key": "b", "parent": "Y", "residents": 2},
            {"key": "c", "parent": "Y", "residents": 5},
        ],
        "2020-06-01",
        {"records": {"district": [{"key": "X"}, {"key": "Y"}]}},
    ),
    "trial-h-nested": (
        [
            {"key": "a", "parent": "X", "residents": 1},
            {"key": "b", "parent": "X", "residents": 2},
            {"key": "c", "parent": "Y", "residents": 3},
        ],
        "2020-06-01",
        {
            "figures": {"pot": "1000000.99"},
            "records": {"district": [{"key": "X", "assigned": 1}, {"key": "Y", "assigned": 2}]},
        },
    ),
    "trial-h-pot-in-parts": (TWO, "2020-06-01", {}),
    "trial-i-number-of-posts": (
        [
            {"key": "A", "body_kind": "district", "population": 1},
            {"key": "B", "body_kind": "municipality", "population": 20_000},
        ],
        "2020-06-01",
        {},
    ),
    "de-bw-integrationsmanagement-2017": (
        [{"key": "A", "persons": 352}, {"key": "B", "persons": 30}],
        "2018-01-15",
        {},
    ),
    "de-bw-integrationsmanagement-2017-first-tranche": (
        [{"key": "A", "persons": 288}],
        "2017-08-01",
        {},
    ),
    "de-bw-integrationsmanagement-award": (
        [
            {
                "key": "A",
                "framework": "560440",
                "records": {
                    "post": [
                        {
                            "key": "1",
                            "fte": "0.75",
                            "qualification": "university",
                            "start": dt.date(2018, 2, 1),
                            "end": dt.date(2019, 12, 31),
                        }
                    ]
                },
            }
        ],
        "2018-01-15",
        {"period": ("2018-01-01", "2019-12-31")},
    ),
    "de-koenigsteiner-schluessel": (
        [{"key": "Thüringen"}, {"key": "Bayern"}],
        "2016-06-01",
        {"figures": {"pot": "1000000"}},
    ),
    "de-th-thilik-2016": (below("post", {"eligible_cost": "65217.43"}), "2016-06-01", {}),
    "trial-i-posts-per-population": ([{"key": "A", "population": 10_001}], "2020-06-01", {}),
    "trial-j-deficit": ([{"key": "A", "cost": "50000"}], "2020-06-01", {}),
    "trial-k-ranking-none-skip": (RANKED, "2020-06-01", {}),
    "trial-k-ranking-none-stop": (RANKED, "2020-06-01", {}),
    "trial-k-ranking-part-stop": (RANKED, "2020-06-01", {}),
    "trial-l-instalments": ([{"key": "A", "grant": "12345.67"}], "2020-06-01", {}),
    "trial-l-tranches": ([{"key": "A", "cost": "12345.67"}], "2020-06-01", {}),
    "trial-m-editions": ([{"key": "Thüringen"}], "2017-06-01", {}),
    "trial-m-merger": (
        [{"key": "Wartburgkreis"}, {"key": "Hildburghausen"}],
        "2022-01-01",
        {"figures": {"arrivals": 101}},
    ),
    "trial-n-mean": (TWO, "2020-06-01", {"figures": {"pot": "100"}}),
    "trial-o-index": ([{"key": "A", "places": 10}], "2022-06-01", {}),
    "trial-threshold-top-up": (
        [{"key": "A", "framework": "50949"}, {"key": "B", "framework": "51745"}],
        "2020-06-01",
        {},
    ),
}


def programme(name: str) -> Programme:
    """Load a golden document, or a rule of the catalogue."""
    if name not in TRIALS:
        return catalogue.load(name)
    return from_toml((DOCUMENTS / f"{name}.toml").read_bytes(), Programme)


def sample(golden: Golden, name: str) -> Allocation:
    """Evaluate a golden document for its sample."""
    rows, day, options = SAMPLES[name]
    return golden(name, rows, day, **options)


def test_every_document_has_a_sample():
    """No document escapes what is tested here."""
    assert NAMES == sorted(SAMPLES)


@pytest.mark.parametrize("name", NAMES)
def test_id_is_the_name_of_the_file(name: str):
    """A document is found by its id."""
    assert name == programme(name).id


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("trial-")])
def test_trial_says_so_in_its_title(name: str):
    """Nobody takes invented figures for those of a regulation."""
    title = programme(name).title
    assert title.de.startswith("Probe")
    assert title.en.startswith("Trial")


@pytest.mark.parametrize("name", NAMES)
def test_json_of_the_programme_reads_back_equal(name: str):
    """The two carriers say the same."""
    assert programme(name) == from_json(to_json(programme(name)), Programme)


@pytest.mark.parametrize("name", NAMES)
def test_trace_verifies_from_itself_alone(golden: Golden, name: str):
    """Every award can be worked out again from what led to it."""
    traces = [award.trace() for award in sample(golden, name)]
    assert [()] * len(traces) == [verify_trace(trace) for trace in traces]


@pytest.mark.parametrize("name", NAMES)
def test_changed_amount_in_a_trace_is_noticed(golden: Golden, name: str):
    """Nobody can write another amount above the same steps."""
    traces = [award.trace() for award in sample(golden, name)]
    assert all(verify_trace(evolve(trace, amount="1.23")) for trace in traces)


@pytest.mark.parametrize("name", NAMES)
def test_trace_of_json_reads_back_equal(golden: Golden, name: str):
    """A trace is a document as well."""
    traces = [award.trace() for award in sample(golden, name)]
    assert traces == [from_json(to_json(trace), type(trace)) for trace in traces]


@pytest.mark.parametrize("name", NAMES)
def test_trace_says_the_amount_of_the_award(golden: Golden, name: str):
    """The exact text of the trace is the award's."""
    awards = list(sample(golden, name))
    assert [award.amount.to_text() for award in awards] == [
        award.trace().amount for award in awards
    ]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_explanation_has_no_placeholder(golden: Golden, name: str, language: str):
    """No sentence has a brace, an internal word or nothing where a value belongs."""
    said = "\n".join(award.explain(language) for award in sample(golden, name))
    assert [] == re.findall(r"[{}]|\bNone\b|\bnan\b|Fraction\(|\?\?", said)


@pytest.mark.parametrize("name", NAMES)
def test_german_explanation_has_german_numbers(golden: Golden, name: str):
    """No amount in a German sentence has the English form."""
    said = "\n".join(award.explain("de") for award in sample(golden, name))
    assert [] == re.findall(r"\d,\d{3}\.\d|\d\.\d\d EUR", said)


@pytest.mark.parametrize("name", NAMES)
def test_order_of_recipients_does_not_matter(golden: Golden, name: str):
    """The same rows from the last to the first give the same amounts."""
    rows, day, options = SAMPLES[name]
    there, back = golden(name, rows, day, **options), golden(name, rows[::-1], day, **options)
    assert {award.recipient.key: award.amount for award in there} == {
        award.recipient.key: award.amount for award in back
    }
