"""One document for each kind of rule in practice, with amounts worked out by hand.

Documents named trial have invented figures; the others have those of the regulation.
"""

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import Allocation, AllocationError, Award, NotInForceError

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
needs_shared = pytest.mark.skipif(
    not SHARED.exists(), reason="the shared data is not beside the checkout"
)

Golden = Callable[..., Allocation]


def amounts(allocation: Allocation) -> dict[str, str]:
    """Return the amount of each recipient."""
    return {award.recipient.key: award.amount.to_text() for award in allocation}


def texts(quantities: Mapping[str, Any]) -> dict[str, str]:
    """Return sources, tranches or outputs as texts."""
    return {name: quantity.to_text() for name, quantity in quantities.items()}


def codes(award: Award) -> list[str]:
    """Return the codes of the findings of an award."""
    return [finding.code for finding in award.findings]


def one(allocation: Allocation) -> Award:
    """Return the only award."""
    (award,) = allocation
    return award


# -- A: flat rate per post -------------------------------------------------------------------------


def posts(golden: Golden, *given: tuple[str, str, str]) -> Award:
    """Return the award for posts given as part, qualification and first day."""
    names = ("fte", "qualification", "first_day")
    records = {"post": [dict(zip(names, post, strict=True)) for post in given]}
    rows = [{"key": "A", "records": records}]
    return one(golden("trial-a-flat-rate-per-post", rows))


@pytest.mark.parametrize(
    ("amount", "fte", "qualification"),
    [
        ("65500.00", "1", "university"),  # a year and the set-up sum of 1,500
        ("52500.00", "1", "vocational"),
        ("33500.00", "0.5", "university"),  # half of 64,000 and the whole set-up sum
        ("14250.00", "0.25", "vocational"),  # a quarter of 51,000, exactly the minimum
        ("22832.00", "0.3333125", "university"),  # 21,332 by the part, to many decimals
        ("18500.00", "0.33333343", "vocational"),  # 17,000.00493 and the set-up
        ("18500.01", "0.3333335", "vocational"),  # 17,000.0085 and the set-up
    ],
)
def test_a_post_is_paid_by_qualification_and_part(
    golden: Golden, amount: str, fte: str, qualification: str
):
    """The rate of the qualification is paid pro rata, the set-up sum in full."""
    assert amount == posts(golden, (fte, qualification, "2020-01-01")).amount.to_text()


def test_a_part_below_the_minimum_is_left_out(golden: Golden):
    """A part of 0.24 gets neither its rate nor the set-up sum."""
    award = posts(golden, ("0.24", "university", "2020-01-01"))
    assert ("0.00", ["part_too_small"]) == (award.amount.to_text(), codes(award))


def test_a_only_the_first_two_posts_are_paid(golden: Golden):
    """33,500 and 52,500; the third by its first day gets nothing, however dear it is."""
    award = posts(
        golden,
        ("1", "university", "2020-06-01"),
        ("0.5", "university", "2020-03-01"),
        ("1", "vocational", "2020-05-01"),
    )
    assert "86000.00" == award.amount.to_text()


def test_a_at_most_two_posts_is_not_twice_a_ceiling(golden: Golden):
    """Three cheap halves: two of them make 2 × (25,500 + 1,500)."""
    cheap = ("0.5", "vocational", "2020-01-01")
    assert "54000.00" == posts(golden, cheap, cheap, cheap).amount.to_text()


def test_a_excluded_part_takes_no_place(golden: Golden):
    """The part that is too small does not use up one of the two posts."""
    award = posts(
        golden,
        ("0.1", "university", "2020-01-01"),
        ("0.5", "university", "2020-03-01"),
        ("1", "vocational", "2020-05-01"),
    )
    assert "86000.00" == award.amount.to_text()


def test_a_posts_are_shown_one_by_one(golden: Golden):
    """The outputs of the posts say which was served."""
    cheap = ("0.5", "vocational", "2020-01-01")
    parts = posts(golden, cheap, cheap, cheap).parts["served"]
    assert ["27000.00", "27000.00", "0.00"] == [part.to_text() for part in parts.values()]


def test_a_equal_posts_without_keys_are_served_in_their_order(golden: Golden):
    """Of eleven equal posts the first two are paid, not the first and the tenth."""
    equal = ("1", "university", "2020-01-01")
    parts = posts(golden, *[equal] * 11).parts["served"]
    assert ["1", "2"] == [key for key, part in parts.items() if part.value]


# -- B and C: cap on the grant, cap on the base ----------------------------------------------------


@pytest.mark.parametrize(
    ("grant", "base", "cost", "fte"),
    [
        ("40000.00", "40000.00", "50000", "1"),  # at the cap of the base both agree
        ("48000.00", "40000.00", "60000", "1"),  # above it they differ
        ("50000.00", "40000.00", "62500", "1"),  # 80 % of 62,500 is the cap of the grant
        ("50000.00", "40000.00", "100000", "1"),
        ("25000.00", "20000.00", "40000", "0.5"),  # half a post has half the cap
        ("26666.66", "26666.66", "33333.33", "1"),  # 26,666.664
        ("0.00", "0.00", "0", "1"),
    ],
)
def test_b_and_c_differ_by_the_place_of_the_cap(
    golden: Golden, grant: str, base: str, cost: str, fte: str
):
    """The smaller of share and cap is not the share of the smaller of cost and cap."""
    rows = [{"key": "A", "cost": cost, "fte": fte}]
    got = (
        one(golden("trial-b-cap-on-grant", rows)).amount.to_text(),
        one(golden("trial-c-cap-on-base", rows)).amount.to_text(),
    )
    assert (grant, base) == got


# -- D: several funders ----------------------------------------------------------------------------


def strategy(golden: Golden, cost: str) -> Award:
    """Return the award of the Sozialstrategierichtlinie."""
    rows = [{"key": "A", "eligible_cost": cost}]
    return one(golden("de-th-sozialstrategie-2-1", rows, "2023-01-01"))


@pytest.mark.parametrize(
    ("esf", "state", "own", "cost"),
    [
        ("60000.00", "20000.00", "20000.00", "100000"),
        ("60000.01", "20000.00", "20000.00", "100000.01"),  # 60,000.006 and 20,000.002
        ("4500.00", "1500.00", "1500.00", "7500"),  # the least cost is included
        ("6000.02", "2000.01", "2000.01", "10000.04"),  # 6,000.024 and 2,000.008
    ],
)
def test_d_three_parts_add_up(golden: Golden, esf: str, state: str, own: str, cost: str):
    """60 and 20 % are rounded alone; the own share is what is left."""
    wanted = {"esf-plus": esf, "state": state, "own": own}
    assert wanted == texts(strategy(golden, cost).sources)


def test_d_own_share_is_no_part_of_the_award(golden: Golden):
    """The award is what the funders pay, not the whole cost."""
    assert "80000.00" == strategy(golden, "100000").amount.to_text()


def test_d_cost_below_the_least_gets_nothing(golden: Golden):
    """A cent below 7,500 euros the award is zero, with its reason."""
    award = strategy(golden, "7499.99")
    assert ("0.00", ["below_least_cost"]) == (award.amount.to_text(), codes(award))


def test_d_zeroed_award_leaves_the_funders_nothing_to_pay(golden: Golden):
    """Where the award becomes zero, no funder pays."""
    sources = strategy(golden, "7499.99").sources
    assert ["0.00", "0.00"] == [sources[name].to_text() for name in ("esf-plus", "state")]


@pytest.mark.parametrize(
    ("foundation", "own", "day"),
    [
        ("33333.33", "0.00", "2022-07-01"),  # first day of the first year
        ("33333.33", "0.00", "2023-06-30"),  # last day of the first year
        ("30000.00", "3333.33", "2023-07-01"),  # 29,999.997
        ("26666.66", "6666.67", "2024-07-01"),  # 26,666.664
        ("26666.66", "6666.67", "2025-06-30"),
    ],
)
def test_d_foundation_pays_less_each_year(golden: Golden, foundation: str, own: str, day: str):
    """100, 90, 80 % by the year of funding, which changes on its anniversary."""
    rows = [{"key": "A", "first_day": "2022-07-01", "cost_of_year": "33333.33"}]
    award = one(golden("de-th-sozialstrategie-praeventionsketten", rows, day))
    assert {"foundation": foundation, "own": own} == texts(award.sources)


def test_d_fourth_year_is_not_funded(golden: Golden):
    """After three years the recipient is excluded, with the reason."""
    rows = [{"key": "A", "first_day": "2022-07-01", "cost_of_year": "33333.33"}]
    award = one(golden("de-th-sozialstrategie-praeventionsketten", rows, "2025-07-01"))
    assert ("0.00", ["funding_ended"]) == (award.amount.to_text(), codes(award))


def test_d_award_is_explained_where_all_are_excluded(golden: Golden):
    """Who is excluded alone reads the reason as who is excluded among others."""
    rows = [{"key": "A", "first_day": "2022-07-01", "cost_of_year": "33333.33"}]
    award = one(golden("de-th-sozialstrategie-praeventionsketten", rows, "2025-07-01"))
    assert "3 Jahre" in award.explain("de")


@pytest.mark.parametrize(
    ("wanted", "year"),
    [
        (("666.70", "333.35", "0.00"), "1"),  # two thirds of 1,000.05
        (("600.03", "300.01", "100.01"), "2"),  # 900.045 cut to 900.04; two thirds 600.0267
        (("533.36", "266.68", "200.01"), "3"),  # 800.04
    ],
)
def test_d_funders_withdraw_by_year_code(golden: Golden, wanted: tuple[str, ...], year: str):
    """The year of funding as a code finds the row of the table."""
    rows = [{"key": "A", "cost": "1000.05", "year_of_funding": year}]
    sources = one(golden("trial-d-degression", rows)).sources
    assert wanted == tuple(texts(sources).values())


def test_d_year_without_a_row_is_an_error(golden: Golden):
    """A fourth year is not zero but unknown; the table's name is told."""
    rows = [{"key": "A", "cost": "1000.05", "year_of_funding": "4"}]
    with pytest.raises(AllocationError, match="funded_share"):
        golden("trial-d-degression", rows)


@pytest.mark.parametrize(
    ("state", "own", "cost"),
    [
        ("419250.00", "104812.50", "524062.50"),  # published in planning
        ("419250.00", "180750.00", "600000"),  # above the ceiling
        ("320000.00", "80000.00", "400000"),
    ],
)
def test_d_altenburger_land(golden: Golden, state: str, own: str, cost: str):
    """80 % of 524,062.50 is the ceiling of 419,250.00; the own share is 104,812.50."""
    rows = [{"key": "Altenburger Land", "eligible_cost": cost}]
    award = one(golden("de-th-sozialberatung-2026", rows, "2026-03-01"))
    assert {"state": state, "own": own} == texts(award.sources)


def test_d_body_without_a_ceiling_is_an_error(golden: Golden):
    """Only one body's ceiling is known; of another nothing is made up."""
    with pytest.raises(AllocationError, match="Erfurt"):
        golden("de-th-sozialberatung-2026", [{"key": "Erfurt", "eligible_cost": "1"}], "2026-03-01")


# -- E: per head -----------------------------------------------------------------------------------

YEAR_2021 = ("2021-01-01", "2021-12-31")
YEAR_2022 = ("2022-01-01", "2022-12-31")


def monthly(golden: Golden, *persons: tuple[str, str]) -> Award:
    """Return the award for persons given as entry and status."""
    records = {"person": [{"entry": entry, "status": status} for entry, status in persons]}
    rows = [{"key": "A", "records": records}]
    return one(golden("trial-e-per-head-monthly", rows, "2021-12-31", period=YEAR_2021))


@pytest.mark.parametrize(
    ("months", "entry"),
    [
        (12, "2020-03-15"),  # until 14 March 2022, so the whole year
        (6, "2019-06-10"),  # until 9 June 2021
        (1, "2019-01-02"),  # until 1 January 2021: one day, one month started
        (2, "2021-11-15"),  # 15 November to 31 December: two months started
        (1, "2021-12-31"),
        (12, "2021-01-01"),
        (2, "2019-02-28"),  # until 27 February 2021
        (3, "2019-03-31"),  # until 30 March 2021
    ],
)
def test_e_months_are_limited_by_entry_and_period(golden: Golden, months: int, entry: str):
    """24 months from entry, cut to the period; a month started counts."""
    award = monthly(golden, (entry, "protected"))
    assert f"{60 * months}.00" == award.amount.to_text()


def test_e_rates_of_persons_go_by_status(golden: Golden):
    """12 × 60.00 and 6 × 31.50."""
    award = monthly(golden, ("2020-03-15", "protected"), ("2019-06-10", "tolerated"))
    assert "909.00" == award.amount.to_text()


@pytest.mark.parametrize("entry", ["2018-12-31", "2019-01-01", "2022-01-01", "2024-05-05"])
def test_e_person_outside_the_period_is_left_out(golden: Golden, entry: str):
    """Who was paid up before, or came later, is excluded with the reason."""
    award = monthly(golden, (entry, "protected"))
    assert ("0.00", ["period_over"]) == (award.amount.to_text(), codes(award))


def test_e_last_day_of_the_programme_ends_all(golden: Golden):
    """The programme ends with 2023: nobody is paid in 2024, however late the entry."""
    rows = [{"key": "A", "records": {"person": [{"entry": "2023-10-01", "status": "protected"}]}}]
    period = ("2023-11-01", "2024-06-30")
    award = one(golden("trial-e-per-head-monthly", rows, "2024-06-30", period=period))
    assert "120.00" == award.amount.to_text()


def test_e_period_must_be_given(golden: Golden):
    """A programme that reads the period cannot be evaluated without."""
    rows = [{"key": "A", "records": {"person": [{"entry": "2021-01-01", "status": "protected"}]}}]
    with pytest.raises(AllocationError, match="period"):
        golden("trial-e-per-head-monthly", rows, "2021-12-31")


@pytest.mark.parametrize(
    ("dates", "arrived", "left"),
    [
        (4, "2021-05-01", None),
        (4, "2022-03-31", None),  # arrives on a key date
        (3, "2022-04-01", None),  # a day later
        (1, "2022-01-10", "2022-06-29"),  # leaves the day before a key date
        (2, "2022-01-10", "2022-06-30"),
        (0, "2022-10-01", "2022-12-30"),
    ],
)
def test_e_quarters_are_counted_on_key_dates(
    golden: Golden, dates: int, arrived: str, left: str | None
):
    """Who is there on the last day of a quarter counts for it."""
    person = {"arrived": arrived} | ({"left": left} if left else {})
    rows = [{"key": "A", "records": {"person": [person]}}]
    award = one(golden("trial-e-per-head-quarterly", rows, "2022-12-31", period=YEAR_2022))
    assert [str(dates)] == [part.to_text() for part in award.parts["quarters"].values()]


def test_e_quarters_of_three_persons(golden: Golden):
    """4, 3 and 1 key dates at 150.25 are 1,202.00."""
    persons = [
        {"arrived": "2021-05-01"},
        {"arrived": "2022-04-01"},
        {"arrived": "2022-01-10", "left": "2022-06-29"},
    ]
    rows = [{"key": "A", "records": {"person": persons}}]
    award = one(golden("trial-e-per-head-quarterly", rows, "2022-12-31", period=YEAR_2022))
    assert "1202.00" == award.amount.to_text()


def test_e_person_not_there_is_left_out(golden: Golden):
    """Who left before the period has no key dates but a reason."""
    rows = [{"key": "A", "records": {"person": [{"arrived": "2021-05-01", "left": "2021-12-31"}]}}]
    award = one(golden("trial-e-per-head-quarterly", rows, "2022-12-31", period=YEAR_2022))
    assert ("0.00", ["not_there"]) == (award.amount.to_text(), codes(award))


@pytest.mark.parametrize(
    ("amount", "days"),
    [
        ("135.00", ["2020-02-03"]),
        ("137.03", ["2021-02-03"]),  # 137.025 half up
        ("274.05", ["2021-02-03", "2021-02-03"]),  # rounded once, not 2 × 137.03
        ("407.03", ["2020-02-03", "2020-12-31", "2021-01-01"]),  # 135 + 135 + 137.025
        ("0.00", []),
    ],
)
def test_e_once_for_each_person_by_the_day_of_the_event(
    golden: Golden, amount: str, days: list[str]
):
    """The rate in force on the day of assignment counts, not that of the evaluation."""
    rows = [{"key": "A", "records": {"person": [{"assigned": day} for day in days]}}]
    assert amount == one(golden("trial-e-per-head-once", rows, "2021-12-31")).amount.to_text()


@pytest.mark.parametrize(("amount", "attendance"), [("0.00", "49.9"), ("0.00", "0")])
def test_e_attendance_below_all_bands_but_the_lowest(golden: Golden, amount: str, attendance: str):
    """Who was there less than half of the time is paid nothing."""
    rows = [{"key": "A", "records": {"person": [{"attendance": attendance}]}}]
    assert amount == one(golden("trial-e-attendance-bands", rows)).amount.to_text()


@pytest.mark.parametrize(
    ("amount", "attendance"),
    [("100.00", "50"), ("100.00", "79.9"), ("200.00", "80"), ("200.00", "100")],
)
def test_e_bands_of_a_figure_in_per_cent(golden: Golden, amount: str, attendance: str):
    """The lower ends are printed as the figure is: 80 stands for 80 %."""
    rows = [{"key": "A", "records": {"person": [{"attendance": attendance}]}}]
    assert amount == one(golden("trial-e-attendance-bands", rows)).amount.to_text()


@pytest.mark.parametrize(
    ("amount", "persons"),
    [
        ("516354.00", 418),  # Konstanz, printed as about 516,000
        ("1054943.00", 854),  # the municipalities of Landkreis Tuttlingen, printed as 1 million
    ],
)
def test_e_compensation_of_2017_per_head(golden: Golden, amount: str, persons: int):
    """90 million euros by 72,857 persons."""
    rows = [{"key": "A", "persons": persons}]
    award = one(golden("de-bw-integrationslastenausgleich-2017", rows, "2017-12-01"))
    assert amount == award.amount.to_text()


def test_e_compensation_of_2017_for_one_head(golden: Golden):
    """1,235.30 per head, printed as 1,235."""
    rows = [{"key": "A", "persons": 1}]
    award = one(golden("de-bw-integrationslastenausgleich-2017", rows, "2017-12-01"))
    assert {"per_head": "1235.30"} == texts(award.outputs)


# -- F: a pot by a key -----------------------------------------------------------------------------


def quota_of(golden: Golden, bodies: Iterable[str], persons: int) -> dict[str, str]:
    """Distribute persons by ThürFlüVertVO."""
    name = "de-th-fluechtlingsverteilung-2015"
    rows = [{"key": body} for body in bodies]
    return amounts(golden(name, rows, "2016-01-01", figures={"arrivals": persons}))


@needs_shared
def test_f_25_000_persons_by_the_given_table(golden: Golden):
    """Each of the 23 bodies gets its printed per cent of 25,000 exactly."""
    with (SHARED / "thueringen_distribution_quota.csv").open(encoding="utf-8") as file:
        rows = {row["body"]: Fraction(row["percent"]) for row in csv.DictReader(file)}
    wanted = {body: str(percent * 250) for body, percent in rows.items()}
    assert wanted == quota_of(golden, rows, 25_000)


@needs_shared
def test_f_check_figures_of_the_given_table(golden: Golden):
    """Schmalkalden-Meiningen 1,450, Erfurt 2,375, Suhl 425, Eisenach 475 of 25,000."""
    with (SHARED / "thueringen_distribution_quota.csv").open(encoding="utf-8") as file:
        bodies = [row["body"] for row in csv.DictReader(file)]
    got = quota_of(golden, bodies, 25_000)
    four = ("Schmalkalden-Meiningen", "Erfurt", "Suhl", "Eisenach")
    assert ["1450", "2375", "425", "475"] == [got[body] for body in four]


@needs_shared
def test_f_one_person_goes_to_the_largest_quota(golden: Golden):
    """Of one person, the largest remainder is Erfurt's 9.5 %."""
    with (SHARED / "thueringen_distribution_quota.csv").open(encoding="utf-8") as file:
        bodies = [row["body"] for row in csv.DictReader(file)]
    assert ["Erfurt"] == [key for key, got in quota_of(golden, bodies, 1).items() if got == "1"]


@needs_shared
@pytest.mark.parametrize("persons", [0, 1, 7, 100, 25_000])
def test_f_persons_are_given_out_without_loss(golden: Golden, persons: int):
    """However few there are, the sum is what came."""
    with (SHARED / "thueringen_distribution_quota.csv").open(encoding="utf-8") as file:
        bodies = [row["body"] for row in csv.DictReader(file)]
    assert persons == sum(map(int, quota_of(golden, bodies, persons).values()))


def test_f_one_figure(golden: Golden):
    """8 million by 1, 2 and 3 million inhabitants."""
    rows = [
        {"key": key, "population": count * 10**6}
        for key, count in zip("ABC", (1, 2, 3), strict=True)
    ]
    got = amounts(golden("de-bw-ukraine-soforthilfe-2022", rows, "2022-06-01"))
    assert {"A": "1333333.33", "B": "2666666.67", "C": "4000000.00"} == got


@needs_shared
def test_f_one_figure_for_44_real_districts(golden: Golden):
    """8 million by the population of 44 districts are given out to the cent."""
    population: dict[str, int] = {}
    with (SHARED / "municipalities_2020.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["ags"].startswith("08"):
                key = row["ags"][:5]
                population[key] = population.get(key, 0) + int(row["population"])
    rows = [{"key": key, "population": count} for key, count in population.items()]
    allocation = golden("de-bw-ukraine-soforthilfe-2022", rows, "2022-06-01")
    assert (44, "8000000.00") == (len(allocation), allocation.total.to_text())


def test_f_weighted_mix_of_the_integration_key(golden: Golden):
    """A 0.6 × 1/4 + 0.4 × 1/2 = 0.35 of 25 million; heads added up would give A 0.262."""
    rows = [
        {"key": "A", "refugees": 100, "kita_children": 10},
        {"key": "B", "refugees": 300, "kita_children": 10},
    ]
    got = amounts(golden("de-th-integrationsschluessel-2017", rows, "2017-06-01"))
    assert {"A": "8750000.00", "B": "16250000.00"} == got


def test_f_koenigstein_formula(golden: Golden):
    """A 2/3 × 1/3 + 1/3 × 1/2 = 7/18, B 11/18."""
    rows = [
        {"key": "A", "tax": "1000", "population": 500},
        {"key": "B", "tax": "2000", "population": 500},
    ]
    got = golden("de-koenigsteiner-schluessel-formula", rows, "2017-01-01", figures={"pot": 1800})
    assert {"A": "700.00", "B": "1100.00"} == amounts(got)


def test_f_koenigstein_formula_with_a_remainder(golden: Golden):
    """7/18 of 100.00 are 38.888…, which gets the last cent; 11/18 are 61.111…."""
    rows = [
        {"key": "A", "tax": "1000", "population": 500},
        {"key": "B", "tax": "2000", "population": 500},
    ]
    got = golden("de-koenigsteiner-schluessel-formula", rows, "2017-01-01", figures={"pot": 100})
    assert {"A": "38.89", "B": "61.11"} == amounts(got)


@needs_shared
def test_f_populations_normalise_to_the_published_per_cents(golden: Golden):
    """The 16 populations of 31.12.2014 give the printed five decimals."""
    with (SHARED / "koenigsteiner_schluessel.csv").open(encoding="utf-8") as file:
        printed = list(csv.DictReader(file))
    rows = [{"key": row["land"], "population": row["population_2014_12_31"]} for row in printed]
    allocation = golden("de-bevoelkerungsanteile-2014", rows, "2015-06-01")
    wanted = {row["land"]: Fraction(row["population_percent"]) for row in printed}
    assert wanted == {award.recipient.key: award.amount.value * 100 for award in allocation}


@needs_shared
def test_f_formula_over_equal_shares_is_the_population_key(golden: Golden):
    """Where taxes are as populations, 2/3 + 1/3 of a share is the share: 13.19824 % and so on."""
    with (SHARED / "koenigsteiner_schluessel.csv").open(encoding="utf-8") as file:
        printed = list(csv.DictReader(file))
    rows = [
        {
            "key": row["land"],
            "tax": row["population_2014_12_31"],
            "population": row["population_2014_12_31"],
        }
        for row in printed
    ]
    figures = {"pot": "100000"}
    got = golden("de-koenigsteiner-schluessel-formula", rows, "2017-01-01", figures=figures)
    assert ("13198.24", "100000.00") == (
        got["Baden-Württemberg"].amount.to_text(),
        got.total.to_text(),
    )


@pytest.mark.parametrize(
    ("wanted", "pot"),
    [
        (["33.34", "33.33", "33.33"], "100"),
        (["0.01", "0.01", "0.00"], "0.02"),
        (["0.00", "0.00", "0.00"], "0"),
        (["1.00", "1.00", "1.00"], "3"),
    ],
)
def test_f_equal_parts(golden: Golden, wanted: list[str], pot: str):
    """Odd cents go to the smaller keys."""
    rows = [{"key": key} for key in "ABC"]
    got = golden("trial-f-equal-parts", rows, figures={"pot": pot})
    assert wanted == list(amounts(got).values())


def test_f_broken_tie_is_reported(golden: Golden):
    """A cent that could have gone to each of three is told of the whole."""
    rows = [{"key": key} for key in "ABC"]
    got = golden("trial-f-equal-parts", rows, figures={"pot": "100"})
    assert 1 == len(got.findings)


def test_f_equal_parts_without_a_tie_report_nothing(golden: Golden):
    """Nothing was decided where the pot divides."""
    rows = [{"key": key} for key in "ABC"]
    assert () == golden("trial-f-equal-parts", rows, figures={"pot": "3"}).findings


# -- G: floors and caps that keep the sum ----------------------------------------------------------

FOUR = [{"key": key, "persons": count} for key, count in zip("ABCD", (5, 15, 30, 50), strict=True)]


def test_g_floor_is_paid_by_the_others(golden: Golden):
    """A is lifted from 5,000; that pushes B below 15,000 too; C and D share 70,000 as 30 to 50."""
    wanted = {"A": "15000.00", "B": "15000.00", "C": "26250.00", "D": "43750.00"}
    assert wanted == amounts(golden("trial-g-floor", FOUR))


def test_g_floor_does_not_depend_on_the_order(golden: Golden):
    """The same rows from the last to the first give the same amounts."""
    assert amounts(golden("trial-g-floor", FOUR)) == amounts(golden("trial-g-floor", FOUR[::-1]))


def test_g_excluded_recipient_gets_no_floor(golden: Golden):
    """Without A all are above the floor: 100,000 by 15, 30 and 50."""
    rows = [FOUR[0] | {"takes_part": False}, *FOUR[1:]]
    wanted = {"A": "0.00", "B": "15789.47", "C": "31578.95", "D": "52631.58"}
    assert wanted == amounts(golden("trial-g-floor", rows))


def test_g_floors_above_the_pot_are_an_error(golden: Golden):
    """Seven floors of 15,000 are 105,000; both figures are told."""
    rows = [{"key": key, "persons": 1} for key in "ABCDEFG"]
    with pytest.raises(AllocationError, match=r"105,000[\s\S]*100,000|100,000[\s\S]*105,000"):
        golden("trial-g-floor", rows)


def children(*counts: int) -> list[dict[str, Any]]:
    """Return recipients with 25 refugees each and these children."""
    return [
        {"key": key, "refugees": 25, "children": count}
        for key, count in zip("ABCDEFG", counts, strict=False)
    ]


def test_g_cap_on_one_component(golden: Golden):
    """Children 60, 20, 15, 5 %: A is cut to 30, B rises above 30 and is cut, C reaches 30, D 10.

    With a quarter of the other component each: 0.6 × 0.25 + 0.4 × 0.3 = 0.27, and D 0.19.
    """
    wanted = {"A": "270000.00", "B": "270000.00", "C": "270000.00", "D": "190000.00"}
    assert wanted == amounts(golden("trial-g-cap-on-component", children(60, 20, 15, 5)))


def test_g_cap_that_does_not_bite_changes_nothing(golden: Golden):
    """Shares of 30, 30, 20, 20 % stay."""
    wanted = {"A": "270000.00", "B": "270000.00", "C": "230000.00", "D": "230000.00"}
    assert wanted == amounts(golden("trial-g-cap-on-component", children(30, 30, 20, 20)))


def test_g_caps_below_the_whole_are_an_error(golden: Golden):
    """Three recipients with at most 30 % each cannot take the whole."""
    with pytest.raises(AllocationError):
        golden("trial-g-cap-on-component", children(60, 20, 20))


# -- H: nested pots --------------------------------------------------------------------------------


def nested(golden: Golden) -> Allocation:
    """Return the allocation of two districts with five municipalities."""
    rows = [
        {"key": "a", "parent": "X", "residents": 1},
        {"key": "b", "parent": "X", "residents": 1},
        {"key": "c", "parent": "X", "residents": 1},
        {"key": "d", "parent": "Y", "residents": 3},
        {"key": "e", "parent": "Y", "residents": 1},
    ]
    districts = [{"key": "X", "assigned": 1}, {"key": "Y", "assigned": 2}]
    return golden(
        "trial-h-nested",
        rows,
        figures={"pot": "1000000.99"},
        records={"district": districts},
    )


def test_h_each_level_adds_up(golden: Golden):
    """X gets 333,333 and thirds of it; Y gets 666,667, of it three quarters 500,000.25."""
    wanted = {
        "a": "111111.00",
        "b": "111111.00",
        "c": "111111.00",
        "d": "500000.25",
        "e": "166666.75",
    }
    assert wanted == amounts(nested(golden))


def test_h_part_of_the_district_is_shown(golden: Golden):
    """A municipality sees the pot that it shares with its neighbours."""
    allocation = nested(golden)
    assert ["333333.00", "666667.00"] == [
        allocation[key].outputs["district_part"].to_text() for key in "ad"
    ]


def test_h_cents_that_rounding_leaves_are_the_residue(golden: Golden):
    """The pot is given out in whole euros; 99 cents are left."""
    assert "0.99" == nested(golden).residue.to_text()


def test_h_municipality_of_an_unknown_district_is_an_error(golden: Golden):
    """A parent that is not given is told at its place."""
    rows = [{"key": "a", "parent": "Z", "residents": 1}]
    districts = [{"key": "X", "assigned": 1}]
    with pytest.raises(AllocationError, match="/a/parent"):
        golden("trial-h-nested", rows, figures={"pot": 10}, records={"district": districts})


def test_h_equal_districts(golden: Golden):
    """45 each; Y passes it on as 2 to 1."""
    rows = [
        {"key": "a", "parent": "X", "residents": 1},
        {"key": "b", "parent": "Y", "residents": 2},
        {"key": "c", "parent": "Y", "residents": 1},
    ]
    records = {"district": [{"key": "X"}, {"key": "Y"}]}
    wanted = {"a": "45.00", "b": "30.00", "c": "15.00"}
    assert wanted == amounts(golden("trial-h-equal-districts", rows, records=records))


def test_h_misspelt_district_is_refused(golden: Golden):
    """X and Y are given, so Yy is a mistake and no third district."""
    rows = [
        {"key": "a", "parent": "X", "residents": 1},
        {"key": "b", "parent": "Yy", "residents": 2},
    ]
    records = {"district": [{"key": "X"}, {"key": "Y"}]}
    with pytest.raises(AllocationError):
        golden("trial-h-equal-districts", rows, records=records)


def test_h_district_without_municipalities_is_told(golden: Golden):
    """45 euros that nobody can get are an error, or at least a finding."""
    rows = [{"key": "a", "parent": "X", "residents": 1}]
    records = {"district": [{"key": "X"}, {"key": "Y"}]}
    assert golden("trial-h-equal-districts", rows, records=records).findings


@needs_shared
def test_h_real_municipalities_of_a_land(golden: Golden):
    """58 million to 1,101 municipalities of 44 districts by population: each level adds up."""
    rows, population = [], {}
    with (SHARED / "municipalities_2020.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["ags"].startswith("08"):
                key, count = row["ags"][:5], int(row["population"])
                population[key] = population.get(key, 0) + count
                rows.append({"key": row["ags"], "parent": key, "residents": count})
    districts = [{"key": key, "assigned": count} for key, count in population.items()]
    figures, records = {"pot": "58000000"}, {"district": districts}
    allocation = golden("trial-h-nested", rows, figures=figures, records=records)
    given = dict.fromkeys(population, Fraction())
    parts = {}
    for award in allocation:
        given[award.recipient.parent] += award.amount.value
        parts[award.recipient.parent] = award.outputs["district_part"].value
    assert (parts, 58_000_000) == (given, sum(parts.values()))


def test_h_pot_in_parts_with_different_keys(golden: Golden):
    """700.01 by persons 1 to 2, 300.00 by area 3 to 1."""
    rows = [{"key": "A", "persons": 1, "area": "3"}, {"key": "B", "persons": 2, "area": "1"}]
    got = amounts(golden("trial-h-pot-in-parts", rows))
    assert {"A": "458.34", "B": "541.67"} == got


def test_h_parts_of_the_pot_are_shown(golden: Golden):
    """233.34 by persons and 225.00 by area."""
    rows = [{"key": "A", "persons": 1, "area": "3"}, {"key": "B", "persons": 2, "area": "1"}]
    outputs = golden("trial-h-pot-in-parts", rows)["A"].outputs
    assert {"by_persons": "233.34", "by_area": "225.00"} == texts(outputs)


# -- I: number of posts ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "kind", "population"),
    [
        ("2", "district", 120_000),
        ("3", "city", 5_000),  # by its kind, however small it is
        ("0", "municipality", 19_999),
        ("1", "municipality", 20_000),
        ("1", "municipality", 49_999),
        ("2", "municipality", 50_000),
    ],
)
def test_i_posts_by_kind_or_band(golden: Golden, number: str, kind: str, population: int):
    """Districts and cities have a number of their own; the lower end of a band is included."""
    rows = [{"key": "A", "body_kind": kind, "population": population}]
    assert number == one(golden("trial-i-number-of-posts", rows)).amount.to_text()


# -- J: deficit ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "figures"),
    [
        ("19999.50", {"cost": "50000", "other_income": "30000.50"}),
        ("30000.00", {"cost": "50000", "other_income": "12345.67"}),  # 37,654.33 is capped
        ("0.00", {"cost": "50000", "other_income": "60000"}),  # no negative deficit
        ("30000.00", {"cost": "30000"}),  # income has a default
    ],
)
def test_j_deficit_after_other_income(golden: Golden, amount: str, figures: dict[str, str]):
    """What is left is paid, up to 30,000."""
    assert amount == one(golden("trial-j-deficit", [{"key": "A"} | figures])).amount.to_text()


# -- K: ranking under a budget ---------------------------------------------------------------------

APPLICATIONS = [
    {"key": "A", "points": 90, "received": "2020-01-10", "claim": "60000"},
    {"key": "B", "points": 90, "received": "2020-01-05", "claim": "30000"},
    {"key": "C", "points": 80, "received": "2020-01-01", "claim": "50000"},
    {"key": "D", "points": 70, "received": "2020-01-01", "claim": "10000"},
]


@pytest.mark.parametrize(
    ("wanted", "way"),
    [
        (["60000.00", "30000.00", "0.00", "0.00"], "none-stop"),
        (["60000.00", "30000.00", "0.00", "10000.00"], "none-skip"),  # D still fits
        (["60000.00", "30000.00", "10000.00", "0.00"], "part-stop"),  # C gets what is left
    ],
)
def test_k_who_no_longer_fits(golden: Golden, wanted: list[str], way: str):
    """B and A leave 10,000 of 100,000: stop, skip, or part of the last."""
    assert wanted == list(amounts(golden(f"trial-k-ranking-{way}", APPLICATIONS)).values())


def test_k_equal_points_go_by_the_day(golden: Golden):
    """A and B have the same points; with 80,000 claimed by each, the earlier is served."""
    rows = [row | {"claim": "80000"} for row in APPLICATIONS[:2]]
    got = amounts(golden("trial-k-ranking-none-stop", rows))
    assert {"A": "0.00", "B": "80000.00"} == got


def test_k_tie_goes_to_the_smaller_key(golden: Golden):
    """Same points, same day: the key decides."""
    row = {"points": 90, "received": "2020-01-10", "claim": "80000"}
    rows = [{"key": "B"} | row, {"key": "A"} | row]
    got = amounts(golden("trial-k-ranking-none-stop", rows))
    assert {"B": "0.00", "A": "80000.00"} == got


@pytest.mark.parametrize(("count", "claim"), [(1, "80000"), (0, "50000")])
def test_k_tie_is_reported_where_it_decides(golden: Golden, count: int, claim: str):
    """A tie is told where one of the equal ones goes without, and only there."""
    row = {"points": 90, "received": "2020-01-10", "claim": claim}
    rows = [{"key": "A"} | row, {"key": "B"} | row]
    assert count == len(golden("trial-k-ranking-none-stop", rows).findings)


def test_k_claims_cut_in_proportion(golden: Golden):
    """70 % of 150,000 is 105,000; two such claims on 105,000 get 52,500 each, as published."""
    rows = [{"key": key, "cost": "150000"} for key in ("Alpirsbach", "Königsfeld")]
    figures = {"budget": "105000"}
    got = golden("de-bw-fluechtlingsbeauftragte", rows, "2015-06-01", figures=figures)
    assert {"Alpirsbach": "52500.00", "Königsfeld": "52500.00"} == amounts(got)


def test_k_claims_within_the_budget_are_not_cut(golden: Golden):
    """Weil am Rhein got 105,000 for three years."""
    rows = [{"key": "Weil am Rhein", "cost": "150000"}]
    figures = {"budget": "1000000"}
    got = golden("de-bw-fluechtlingsbeauftragte", rows, "2015-06-01", figures=figures)
    assert {"Weil am Rhein": "105000.00"} == amounts(got)


# -- L: advance, instalments, earmarks, rounding ---------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "cost"),
    [
        (["12300.00", "7380.00", "4920.00"], "12345.67"),
        (["12300.00", "7380.00", "4920.00"], "12399.99"),
        (["100.00", "60.00", "40.00"], "199.99"),
        (["0.00", "0.00", "0.00"], "99.99"),
    ],
)
def test_l_full_hundreds_and_60_per_cent_first(golden: Golden, wanted: list[str], cost: str):
    """The grant is cut to full 100 euros; 60 % come first."""
    award = one(golden("trial-l-tranches", [{"key": "A", "cost": cost}]))
    assert wanted == [award.amount.to_text(), *texts(award.tranches).values()]


def test_l_earmarks_are_limits_on_use(golden: Golden):
    """10 % and 25 % of 12,300; they need not add up."""
    award = one(golden("trial-l-tranches", [{"key": "A", "cost": "12345.67"}]))
    assert {"material": "1230.00", "passed-on": "3075.00"} == texts(award.earmarks)


@pytest.mark.parametrize(
    ("wanted", "grant"),
    [
        (["3080.00", "3080.00", "3080.00", "3105.67"], "12345.67"),  # a quarter is 3,086.42
        (["0.00", "0.00", "0.00", "39.99"], "39.99"),
        (["10.00", "10.00", "10.00", "10.00"], "40"),
    ],
)
def test_l_four_instalments_in_full_tens(golden: Golden, wanted: list[str], grant: str):
    """Three equal ones in full 10 euros; the last takes the rest."""
    award = one(golden("trial-l-instalments", [{"key": "A", "grant": grant}]))
    assert wanted == list(texts(award.tranches).values())


# -- M: versions in time ---------------------------------------------------------------------------


def test_m_rate_of_care_by_date(golden: Golden):
    """10 persons at 31, 38, 46 and 60 euros: each month has the rate of its first day."""
    days = ["2015-07-01", "2015-08-01", "2015-12-01", "2016-01-01", "2022-12-01", "2023-01-01"]
    records = {"month": [{"first_day": day, "persons": 10} for day in days]}
    rows = [{"key": "A", "records": records}]
    award = one(golden("de-th-fluechtlingsbetreuung", rows, "2023-04-01"))
    wanted = ["310.00", "380.00", "380.00", "460.00", "460.00", "600.00"]
    assert wanted == [part.to_text() for part in award.parts["per_month"].values()]


@pytest.mark.parametrize(("amount", "day"), [("31.00", "2015-07-31"), ("38.00", "2015-08-01")])
def test_m_rate_changes_on_its_first_day(golden: Golden, amount: str, day: str):
    """The last day of the old rate and the first of the new one."""
    rows = [{"key": "A", "records": {"month": [{"first_day": day, "persons": 1}]}}]
    award = one(golden("de-th-fluechtlingsbetreuung", rows, "2016-01-01"))
    assert amount == award.amount.to_text()


def claim(golden: Golden, day: str, *months: tuple[str, int, bool]) -> Award:
    """Return the reimbursement for months given as first day, persons and duties."""
    names = ("first_day", "persons", "duties_met")
    records = {"month": [dict(zip(names, month, strict=True)) for month in months]}
    rows = [{"key": "A", "records": records}]
    return one(golden("de-th-fluechtlingskostenerstattung", rows, day))


QUARTER = [("2023-01-01", 100, True), ("2023-02-01", 101, False), ("2023-03-01", 99, True)]


def test_m_claim_of_a_quarter(golden: Golden):
    """100 × 270, 101 × 210 and 99 × 270 are 74,940.00."""
    assert "74940.00" == claim(golden, "2023-04-15", *QUARTER).amount.to_text()


def test_l_advance_and_settlement_of_the_claim(golden: Golden):
    """90 % first, the rest later."""
    tranches = claim(golden, "2023-04-15", *QUARTER).tranches
    assert {"advance": "67446.00", "settlement": "7494.00"} == texts(tranches)


def test_m_month_without_duties_is_told(golden: Golden):
    """February lacks the 60 euros, and says why."""
    findings = claim(golden, "2023-04-15", *QUARTER).findings
    assert [("duties_not_met", "A/2")] == [(found.code, found.subject) for found in findings]


def test_m_month_without_duties_is_told_by_its_day(golden: Golden):
    """The sentence of a month may name the figures of the month."""
    (finding,) = claim(golden, "2023-04-15", *QUARTER).findings
    wanted = "Im Monat ab 01.02.2023 sind die Pflichten der Betreuung nicht erfüllt."
    assert wanted == finding.text.de


@pytest.mark.parametrize(
    ("amount", "lapsed", "day"),
    [
        ("74940.00", 0, "2024-01-31"),
        ("47940.00", 1, "2024-02-01"),  # 21,210 + 26,730
        ("26730.00", 2, "2024-03-01"),
        ("0.00", 3, "2024-04-01"),
    ],
)
def test_m_claim_lapses_month_by_month(golden: Golden, amount: str, lapsed: int, day: str):
    """Twelve months after the end of a month its claim is gone."""
    award = claim(golden, day, *QUARTER)
    assert (amount, lapsed) == (award.amount.to_text(), codes(award).count("claim_lapsed"))


def test_m_rate_that_is_not_known_is_an_error(golden: Golden):
    """Before 2023 the rate for housing is unknown; the next day that has one is told."""
    with pytest.raises(NotInForceError) as error:
        claim(golden, "2023-02-01", ("2022-12-01", 1, True))
    assert dt.date(2023, 1, 1) == error.value.after


PROFESSIONAL = [
    {"key": "A", "records": {"post": [{"fte": "1", "qualification": "university"}]}},
]


@pytest.mark.parametrize(
    ("amount", "day", "as_known"),
    [
        ("128000.00", "2018-03-01", None),  # 24 months
        ("192000.00", "2019-03-01", None),  # 36 months
        ("192000.00", "2020-06-01", "2020-06-01"),  # what a clerk knew in June 2020
        ("192000.00", "2020-06-01", "2020-11-10"),
        ("320000.00", "2020-06-01", "2020-11-11"),  # 60 months, known now
        ("320000.00", "2020-06-01", None),
        ("192000.00", "2019-12-31", None),  # the change goes back to 1 January 2020 only
    ],
)
def test_m_retroactive_change(golden: Golden, amount: str, day: str, as_known: str | None):
    """The months of funding depend on the day and on what was known."""
    name = "de-bw-integrationsmanagement-funding-period"
    assert amount == one(golden(name, PROFESSIONAL, day, as_known=as_known)).amount.to_text()


def test_m_arrears_of_a_retroactive_change(golden: Golden):
    """320,000 less 192,000 are to be paid in addition."""
    name = "de-bw-integrationsmanagement-funding-period"
    then = golden(name, PROFESSIONAL, "2020-06-01", as_known="2020-06-01")
    now = golden(name, PROFESSIONAL, "2020-06-01")
    assert "128000.00" == (now.total.money - then.total.money).to_text()


@pytest.mark.parametrize(
    ("by_day", "day"),
    [
        ("27483.50", "2015-06-01"),
        ("27245.10", "2016-06-01"),
        ("26947.00", "2017-06-01"),
    ],
)
def test_m_named_edition_and_edition_of_the_day(golden: Golden, by_day: str, day: str):
    """The contract keeps KS 2014; the sum by day has the key used in that year."""
    award = one(golden("trial-m-editions", [{"key": "Thüringen"}], day))
    assert ("27483.50", by_day) == (award.amount.to_text(), award.outputs["by_day"].to_text())


def test_m_editions_read_are_told(golden: Golden):
    """A result can be repeated: both editions stand in it."""
    rows = [{"key": "Baden-Württemberg"}]
    assert {"KS 2014", "KS 2016"} == set(golden("trial-m-editions", rows, "2017-06-01").editions)


# -- N: mean of allocations ------------------------------------------------------------------------


def test_n_mean_by_the_sum_of_shares(golden: Golden):
    """A (1/3 + 1/2) / 2 = 5/12 of 100.00; the mean of 33.33 and 50.00 would be 41.665."""
    rows = [{"key": "A", "persons": 1, "area": "1"}, {"key": "B", "persons": 2, "area": "1"}]
    got = amounts(golden("trial-n-mean", rows, figures={"pot": "100"}))
    assert {"A": "41.67", "B": "58.33"} == got


# -- O: indexed amounts ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("per_place", "grant", "day"),
    [
        ("7500.00", "75000.00", "2019-12-31"),
        ("7936.51", "79365.10", "2020-01-01"),  # 7,500 × 100.0 / 94.5 = 7,936.5079…
        ("8746.03", "87460.30", "2022-01-01"),  # 7,500 × 110.2 / 94.5 = 8,746.0317…
    ],
)
def test_o_amount_follows_the_index(golden: Golden, per_place: str, grant: str, day: str):
    """The amount per place is rounded before it is multiplied."""
    award = one(golden("trial-o-index", [{"key": "A", "places": 10}], day))
    assert (per_place, grant) == (award.outputs["indexed"].to_text(), award.amount.to_text())
