"""What the catalogue says of the funding programmes of Baden-Württemberg, and what it does not."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from integrationsplan import Allocation, Award, Money, NotInForceError, Period, catalogue
from integrationsplan.errors import NotStatedError
from integrationsplan.funding import (
    ApplicantKind,
    Application,
    BodyRole,
    CostCategory,
    DeadlineKind,
    DutyKind,
    FundingKind,
    Participant,
    Post,
    RelationKind,
    RuleStep,
    award_for,
    check_application,
)
from integrationsplan.values import Basis

PACT = "de-bw-pakt-fuer-integration"
MANAGEMENT = "de-bw-integrationsmanagement"
COMPENSATION = "de-bw-integrationslastenausgleich-2017"
OFFICERS = "de-bw-integrationsbeauftragte"
FORMER = "de-bw-vwv-integration"
UKRAINE = "de-bw-ukraine-soforthilfe-2022"
PROGRAMMES = (PACT, MANAGEMENT, COMPENSATION, OFFICERS, FORMER, UKRAINE)
AWARD = "de-bw-integrationsmanagement-award"

Golden = Callable[..., Allocation]


def day_of(text: str) -> dt.date:
    """Return a day given as ISO text."""
    return dt.date.fromisoformat(text)


def value(
    programme: str, name: str, day: str, *, of: str | None = None, as_known: str | None = None
) -> Fraction:
    """Return a figure of a programme on a day."""
    known = None if as_known is None else day_of(as_known)
    return catalogue.terms(programme).value(name, day_of(day), of=of, as_known=known).number


def date_in(programme: str, name: str, day: str) -> dt.date | None:
    """Return a parameter of a programme that is a date."""
    return catalogue.funding(programme).parameters[name].at(day_of(day), name=name).date


def millions(programme: str, line: str) -> Decimal:
    """Return the amount of a budget line in millions."""
    return catalogue.funding(programme).amount(line).amount / 1_000_000


# -- all of them -----------------------------------------------------------------------------------


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_programme_is_in_the_catalogue(programme: str):
    """Each of the six is found by its id, with the law of the Land."""
    assert (programme, "08") == (
        catalogue.funding(programme).id,
        catalogue.funding(programme).jurisdiction,
    )


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_programme_is_paid_by_the_state(programme: str):
    """The state is the only funder of all of them."""
    assert ["state"] == [funder.id for funder in catalogue.funding(programme).funders]


@pytest.mark.parametrize(
    ("programme", "index"),
    [
        (programme, index)
        for programme in PROGRAMMES
        for index in range(len(catalogue.funding(programme).unknowns))
    ],
)
def test_unknown_is_told_as_such(programme: str, index: int):
    """Asking for it says what is missing, in both languages, and what was read for it."""
    unknown = catalogue.funding(programme).unknowns[index]
    day = (unknown.period and unknown.period.start) or dt.date(2018, 6, 1)
    with pytest.raises(NotStatedError) as raised:
        catalogue.terms(programme).value(unknown.name, day)
    assert (programme, unknown.name, unknown.text.en, unknown.text.de, len(unknown.citations)) == (
        raised.value.key,
        raised.value.name,
        raised.value.what.en,
        raised.value.what.de,
        len(raised.value.sources),
    )


@pytest.mark.parametrize(
    ("names", "programme"),
    [
        (["money_per_year", "other_measures_2025", "split_of_other_fields"], PACT),
        (
            [
                "application_deadline",
                "data_retention",
                "first_regulation_date",
                "indicator_list",
                "indicators_due_until_2019",
                "interim_proof_due",
                "least_part",
                "minimum",
                "number_5_5",
                "numeric_proof_due",
                "plan_template",
                "pot_per_year",
                "rate",
                "rate_third_tier",
                "regulation_2025",
                "rounding",
                "subject_supervision",
            ],
            MANAGEMENT,
        ),
        (["per_head", "state_persons"], COMPENSATION),
        (["granting_body_since", "issued_on", "rate_below_10000"], OFFICERS),
        (["budget", "changes", "fourth_year"], FORMER),
        (["key_2023", "rate"], UKRAINE),
    ],
)
def test_open_points_of_the_record_are_unknowns(names: list[str], programme: str):
    """What the record marks as not found stands in the document as unknown."""
    assert names == sorted(unknown.name for unknown in catalogue.funding(programme).unknowns)


@pytest.mark.parametrize(
    ("other", "sort", "programme"),
    [
        (PACT, RelationKind.PART_OF, MANAGEMENT),
        (PACT, RelationKind.PART_OF, COMPENSATION),
        (PACT, RelationKind.PART_OF, UKRAINE),
        (UKRAINE, RelationKind.SISTER, MANAGEMENT),
        (MANAGEMENT, RelationKind.SISTER, UKRAINE),
        (FORMER, RelationKind.PREDECESSOR, OFFICERS),
        (OFFICERS, RelationKind.SUCCESSOR, FORMER),
    ],
)
def test_programmes_know_one_another(other: str, sort: RelationKind, programme: str):
    """Parts, sisters, predecessor and successor."""
    found = [(each.programme, each.sort) for each in catalogue.funding(programme).relations]
    assert (other, sort) in found


# -- Pakt für Integration --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "line"),
    [
        ("320", "pik-2017-2018"),
        ("180", "relief"),
        ("90", "relief-2017"),
        ("90", "relief-2018"),
        ("140", "programmes"),
        ("116", "integration-management"),
        ("58", "integration-management-2017"),
        ("58", "integration-management-2018"),
        ("24", "other-fields"),
        ("70", "pik-2019"),
        ("62", "pik-2025"),
        ("58", "integration-management-2025"),
        ("2", "language-2025"),
        ("1.5", "bw-schuetzt-2025"),
        ("0.2", "inturo-2025"),
        ("62", "pik-2026"),
        ("58", "integration-management-2026"),
        ("4", "other-measures-2026"),  # what is left; no source prints it
    ],
)
def test_line_of_the_pact_in_millions(amount: str, line: str):
    """Every line of the pact that a source says."""
    assert Decimal(amount) == millions(PACT, line)


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ({"relief": "180", "programmes": "140"}, "pik-2017-2018"),
        ({"relief-2017": "90", "relief-2018": "90"}, "relief"),
        ({"integration-management": "116", "other-fields": "24"}, "programmes"),
        (
            {"integration-management-2017": "58", "integration-management-2018": "58"},
            "integration-management",
        ),
    ],
)
def test_parts_of_the_pact_add_up(parts: dict[str, str], whole: str):
    """320 = 180 + 140, 180 = 90 + 90, 140 = 116 + 24, 116 = 58 + 58."""
    lines = [line.id for line in catalogue.funding(PACT).budget if line.part_of == whole]
    assert parts == {line: str(millions(PACT, line)) for line in lines}
    assert millions(PACT, whole) == sum(Decimal(part) for part in parts.values())


@pytest.mark.parametrize(
    "line",
    [
        "school-to-work",
        "language",
        "civic-engagement",
        "fifth-measure-2025",
        "sixth-measure-2025",
    ],
)
def test_line_without_amount_is_not_guessed(line: str):
    """Nobody says how the 24 million, or the rest of 2025, are divided."""
    with pytest.raises(NotStatedError, match=line):
        catalogue.funding(PACT).amount(line)


def test_a_year_of_the_pact_is_relief_and_programmes():
    """160 = 90 + 70 million; two such years are the 320."""
    names = ("money_per_year", "relief_per_year", "programmes_per_year")
    whole, relief, programmes = (value(PACT, name, "2018-06-01") for name in names)
    assert (160_000_000, 90_000_000, 70_000_000) == (whole, relief, programmes)
    assert (relief + programmes, millions(PACT, "pik-2017-2018") * 1_000_000) == (whole, 2 * whole)


@pytest.mark.parametrize(
    ("amount", "day", "as_known"),
    [
        (160_000_000, "2017-01-01", None),
        (160_000_000, "2018-12-31", None),
        (70_000_000, "2019-01-01", None),
        (70_000_000, "2019-12-31", None),
        (62_000_000, "2025-01-01", None),
        (62_000_000, "2026-12-31", None),
        (43_300_000, "2025-01-01", "2023-06-06"),
        (43_300_000, "2025-01-01", "2025-12-10"),
        (62_000_000, "2025-01-01", "2025-12-11"),
        (43_300_000, "2027-01-01", None),  # at least so much from 2025, without an end
    ],
)
def test_money_of_the_pact_by_day_and_knowledge(amount: int, day: str, as_known: str | None):
    """What was promised in 2023 was more in the end."""
    assert amount == value(PACT, "money_per_year", day, as_known=as_known)


@pytest.mark.parametrize("day", ["2020-01-01", "2024-12-31"])
def test_money_of_the_pact_between_is_not_known(day: str):
    """From 2020 to 2024 no source says the whole."""
    with pytest.raises(NotStatedError, match="from 2020 to 2024"):
        value(PACT, "money_per_year", day)


def test_money_of_2025_was_not_promised_before_june_2023():
    """What was known later is left out."""
    with pytest.raises(NotInForceError):
        value(PACT, "money_per_year", "2025-01-01", as_known="2023-06-05")


def test_partners_of_the_pact():
    """The three municipal associations made it with the ministry."""
    bodies = catalogue.funding(PACT).bodies
    assert ["Landkreistag", "Städtetag", "Gemeindetag"] == [
        body.title.de.split()[0] for body in bodies if body.role is BodyRole.PARTNER
    ]


def test_pact_was_known_step_by_step():
    """Agreed on 27 March, approved on 4 April, signed on 27 April 2017."""
    known = [each.known_from for each in catalogue.funding(PACT).amendments][:3]
    assert [dt.date(2017, 3, 27), dt.date(2017, 4, 4), dt.date(2017, 4, 27)] == known


@pytest.mark.parametrize(("count", "day"), [(4, "2018-01-01"), (6, "2025-01-01")])
def test_fields_of_the_pact(count: int, day: str):
    """Four fields of funding then, six measures now."""
    assert count == value(PACT, "fields_of_funding", day)


# -- Integrationsmanagement: figures by day --------------------------------------------------------


def test_management_pays_a_fixed_sum():
    """The grant does not follow the cost."""
    assert FundingKind.FIXED_SUM is catalogue.funding(MANAGEMENT).financing


@pytest.mark.parametrize(
    ("amount", "of", "day"),
    [
        (64_000, "university", "2017-01-01"),
        (64_000, "university", "2022-12-31"),
        (60_000, "university", "2023-01-01"),
        (60_000, "university", "2024-12-31"),
        (51_000, "vocational", "2017-01-01"),
        (51_000, "vocational", "2022-12-31"),
        (47_000, "vocational", "2023-01-01"),
        (47_000, "vocational", "2024-12-31"),
    ],
)
def test_rate_by_day(amount: int, of: str, day: str):
    """The flat rates fell with 2023."""
    assert amount == value(MANAGEMENT, "rate", day, of=of)


def test_lower_rate_of_2023_is_inferred():
    """Herbrechtingen prints 47,000; that it is the lower tier is our reading."""
    rows = catalogue.funding(MANAGEMENT).parameters["rate"].values
    assert [Basis.STATED, Basis.INFERRED] == [row.basis for row in rows]


def test_rate_before_the_programme_is_not_in_force():
    """There was none."""
    with pytest.raises(NotInForceError):
        value(MANAGEMENT, "rate", "2016-12-31", of="university")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("rate", "2025-01-01"),
        ("minimum", "2025-01-01"),
        ("least_part", "2025-01-01"),
        ("pot_per_year", "2019-01-01"),
        ("pot_per_year", "2024-12-31"),
    ],
)
def test_figure_of_management_is_not_known_on_other_days(name: str, day: str):
    """It is known for other years; for these no source says it."""
    with pytest.raises(NotStatedError, match="No source that was read"):
        value(MANAGEMENT, name, day)


@pytest.mark.parametrize(
    ("months", "day", "as_known"),
    [
        (24, "2017-01-01", None),
        (24, "2018-10-31", None),
        (36, "2018-11-01", None),
        (24, "2018-11-01", "2018-10-31"),
        (36, "2019-12-31", None),
        (24, "2019-12-31", "2018-10-31"),
        (60, "2020-01-01", None),
        (36, "2020-01-01", "2020-11-10"),
        (60, "2020-01-01", "2020-11-11"),
        (60, "2022-12-31", None),
        (72, "2023-01-01", None),
        (60, "2023-01-01", "2021-07-30"),
        (72, "2023-06-05", None),
        (96, "2023-06-06", None),
        (60, "2023-06-06", "2021-07-30"),
        (96, "2024-12-31", None),
    ],
)
def test_most_months_by_day_and_knowledge(months: int, day: str, as_known: str | None):
    """24, 36, back to January 2020 60, twelve more, and then until the end of 2024."""
    assert months == value(MANAGEMENT, "most_months", day, as_known=as_known)


@pytest.mark.parametrize(
    ("valid_from", "known_from", "amendment"),
    [
        ("2018-11-01", "2018-11-01", "extension-2018"),
        ("2020-01-01", "2020-11-11", "extension-2020"),
        ("2020-01-01", "2020-11-11", "refilling-2020"),
        ("2020-01-01", "2020-11-11", "reporting-2020"),
        ("2023-01-01", "2021-07-31", "extension-2023"),
        ("2023-06-06", "2023-06-06", "regulation-2023"),
        ("2025-01-01", "2024-09-19", "promise-2024"),
        ("2025-01-01", None, "districts-2025"),
    ],
)
def test_amendment_has_two_times(valid_from: str, known_from: str | None, amendment: str):
    """From when it counts, and from when it was known."""
    (found,) = (each for each in catalogue.funding(MANAGEMENT).amendments if each.id == amendment)
    known = None if known_from is None else day_of(known_from)
    assert (day_of(valid_from), known) == (found.valid_from, found.known_from)


@pytest.mark.parametrize(
    ("wanted", "name", "day", "as_known"),
    [
        (51_000, "minimum", "2017-01-01", None),
        (51_000, "minimum", "2024-12-31", None),
        (Fraction(1, 4), "least_part", "2017-01-01", None),
        (Fraction(1, 4), "least_part", "2024-12-31", None),
        (Fraction(3, 5), "first_tranche", "2017-07-24", None),
        (58_000_000, "pot_per_year", "2017-01-01", None),
        (58_000_000, "pot_per_year", "2018-12-31", None),
        (58_000_000, "pot_per_year", "2025-01-01", None),
        (40_000_000, "pot_per_year", "2025-01-01", "2024-09-18"),
        (58_000_000, "pot_per_year", "2026-12-31", "2024-09-19"),
        (40_000_000, "pot_per_year", "2027-01-01", None),
        (12, "extension_months", "2018-11-01", None),
        (24, "extension_months", "2020-01-01", None),
        (12, "extension_months", "2023-01-01", None),
        (12, "interruption_months", "2020-01-01", None),
        (3, "counted_years", "2025-01-01", None),
    ],
)
def test_figure_of_management(wanted: Fraction, name: str, day: str, as_known: str | None):
    """Each on the first and last day, and before it was known."""
    assert wanted == value(MANAGEMENT, name, day, as_known=as_known)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("minimum", "2016-12-31"),
        ("least_part", "2016-12-31"),
        ("most_months", "2016-12-31"),
        ("first_tranche", "2017-07-23"),
        ("first_tranche", "2018-01-01"),
        ("pot_per_year", "2016-12-31"),
        ("interruption_months", "2019-12-31"),
    ],
)
def test_figure_of_management_is_not_in_force(name: str, day: str):
    """The day before the first one and the day after the last one."""
    with pytest.raises(NotInForceError):
        value(MANAGEMENT, name, day)


def test_interruption_was_not_known_before_november_2020():
    """Back to January 2020, but no clerk could know it then."""
    with pytest.raises(NotInForceError):
        value(MANAGEMENT, "interruption_months", "2020-01-01", as_known="2020-11-10")


@pytest.mark.parametrize(("years", "of"), [(3, "usual"), (4, "justified")])
def test_counselling_since_2023_has_an_end(years: int, of: str):
    """Three years, in justified single cases four."""
    assert years == value(MANAGEMENT, "counselling_years", "2023-06-06", of=of)


@pytest.mark.parametrize(
    ("wanted", "name", "day"),
    [
        ("2017-01-01", "earliest_start", "2017-07-24"),
        ("2017-07-24", "applications_from", "2017-07-24"),
        ("2017-09-15", "key_date", "2018-01-01"),
        ("2015-01-01", "arrivals_from", "2018-01-01"),
        ("2016-02-29", "arrivals_until", "2018-01-01"),
        ("2018-12-31", "posts_of", "2020-01-01"),
        ("2024-12-31", "funded_until", "2023-06-06"),
    ],
)
def test_date_of_management(wanted: str, name: str, day: str):
    """The days that the regulation names."""
    assert day_of(wanted) == date_in(MANAGEMENT, name, day)


# -- Integrationsmanagement: who, what, by when ----------------------------------------------------

EVERYBODY = {
    ApplicantKind.MUNICIPALITY,
    ApplicantKind.MUNICIPAL_ASSOCIATION,
    ApplicantKind.DISTRICT,
    ApplicantKind.DISTRICT_FREE_CITY,
}
DISTRICTS = {ApplicantKind.DISTRICT, ApplicantKind.DISTRICT_FREE_CITY}


@pytest.mark.parametrize(
    ("kinds", "day"),
    [
        (EVERYBODY, "2017-01-01"),
        (EVERYBODY, "2024-12-31"),
        (DISTRICTS, "2025-01-01"),
        (set(), "2016-12-31"),
    ],
)
def test_applicants_of_management(kinds: set[ApplicantKind], day: str):
    """Until 2024 municipalities, alone or together, and districts; then districts alone."""
    applicants = catalogue.funding(MANAGEMENT).applicants
    assert kinds == {
        each.applicant for each in applicants if each.period and day_of(day) in each.period
    }


@pytest.mark.parametrize(
    ("is_eligible", "category"),
    [
        (True, CostCategory.PERSONNEL),
        (True, CostCategory.TRAINING),
        (False, CostCategory.MATERIAL),
        (False, CostCategory.TRAVEL),
    ],
)
def test_costs_of_management(is_eligible: bool, category: CostCategory):
    """Training is inside the flat rate; office and travel stay with the municipality."""
    (cost,) = (each for each in catalogue.funding(MANAGEMENT).costs if each.category is category)
    assert is_eligible is cost.is_eligible


def test_indicators_are_due_on_31_january():
    """Those of 2020 by 31 January 2021."""
    (deadline,) = catalogue.funding(MANAGEMENT).deadlines_of(DeadlineKind.INDICATORS)
    assert dt.date(2021, 1, 31) == deadline.for_year(2020)


@pytest.mark.parametrize(("count", "day"), [(0, "2019-12-31"), (1, "2020-01-01")])
def test_indicators_are_yearly_since_2020(count: int, day: str):
    """The days of the half-yearly ones are not known."""
    found = catalogue.terms(MANAGEMENT).deadlines(DeadlineKind.INDICATORS, day_of(day))
    assert count == len(found)


@pytest.mark.parametrize(
    ("duty", "day"),
    [
        ("indicators-half-yearly", "2019-12-31"),
        ("indicators-yearly", "2020-01-01"),
    ],
)
def test_duty_of_indicators_by_day(duty: str, day: str):
    """Half-yearly until 2019, then yearly."""
    duties = catalogue.funding(MANAGEMENT).duties
    assert [duty] == [
        each.id
        for each in duties
        if each.sort is DutyKind.INDICATORS and each.period and day_of(day) in each.period
    ]


def test_narrative_report_is_due_three_months_after_the_longest_post():
    """A post that ends on 31 December 2019 makes it 31 March 2020."""
    (deadline,) = catalogue.funding(MANAGEMENT).deadlines_of(DeadlineKind.NARRATIVE_REPORT)
    assert dt.date(2020, 3, 31) == deadline.counted_from(dt.date(2019, 12, 31))


def test_deadline_tells_its_number():
    """The source of the deadline is the number of the regulation."""
    programme = catalogue.funding(MANAGEMENT)
    (deadline,) = programme.deadlines_of(DeadlineKind.NARRATIVE_REPORT)
    assert "Nr. 7.4.2" in programme.source(deadline)


@pytest.mark.parametrize(
    "sort",
    [DutyKind.NAMED_PERSON, DutyKind.QUALIFICATION, DutyKind.WRITTEN_PLAN, DutyKind.REPORTING],
)
def test_duties_of_management(sort: DutyKind):
    """A named and qualified person, a plan for each case, and reports."""
    assert sort in {duty.sort for duty in catalogue.funding(MANAGEMENT).duties}


@pytest.mark.parametrize(
    ("rule", "step", "day"),
    [
        ("de-bw-integrationsmanagement-2017-first-tranche", RuleStep.TRANCHE, "2017-07-24"),
        ("de-bw-integrationsmanagement-2017", RuleStep.FRAMEWORK, "2018-01-01"),
        (AWARD, RuleStep.AWARD, "2017-01-01"),
        (AWARD, RuleStep.AWARD, "2024-12-31"),
        (None, RuleStep.AWARD, "2025-01-01"),
        (None, RuleStep.FRAMEWORK, "2017-07-24"),
    ],
)
def test_rule_of_management(rule: str | None, step: RuleStep, day: str):
    """Which rule computes what on a day; none where no source says it."""
    use = catalogue.funding(MANAGEMENT).rule_for(step, day_of(day))
    assert rule == (use.rule if use else None)


# -- Integrationsmanagement: the grant -------------------------------------------------------------


def granted(
    golden: Golden,
    framework: str,
    *posts: tuple[str, str, str, str],
    period: tuple[str, str] = ("2018-01-01", "2019-12-31"),
    day: str | None = None,
    as_known: str | None = None,
) -> Award:
    """Return the grant for posts given as FTE, qualification, first and last day."""
    names = ("fte", "qualification", "start", "end")
    records: dict[str, Any] = {"post": [dict(zip(names, post, strict=True)) for post in posts]}
    row = {"key": "A", "framework": framework, "records": records}
    (award,) = golden(AWARD, [row], day or period[0], period=period, as_known=as_known)
    return award


def outputs(award: Award) -> dict[str, str]:
    """Return the outputs of an award as texts."""
    return {name: quantity.to_text() for name, quantity in award.outputs.items()}


def codes(award: Award) -> list[str]:
    """Return the codes of the findings of an award."""
    return [finding.code for finding in award.findings]


TWO_YEARS = ("2018-01-01", "2019-12-31")


def test_stuttgart_is_granted_its_framework(golden: Golden):
    """51.1 × 64,000 × 2 = 6,540,800, against a framework of 6,540,594."""
    award = granted(golden, "6540594", ("51.1", "university", *TWO_YEARS))
    steps = {step.rule: step.result for step in award.steps}
    assert ("6540594.00", "6540800.00") == (award.amount.to_text(), steps["cost_of_posts"])


def test_posts_decide_where_they_cost_less(golden: Golden):
    """One vocational post of two years costs 102,000."""
    award = granted(golden, "6540594", ("1", "vocational", *TWO_YEARS))
    assert "102000.00" == award.amount.to_text()


def test_posts_of_both_qualifications_are_added(golden: Golden):
    """0.5 at 64,000 and 1 at 51,000 for two years."""
    posts = [("0.5", "university", *TWO_YEARS), ("1", "vocational", *TWO_YEARS)]
    assert "166000.00" == granted(golden, "6540594", *posts).amount.to_text()


def test_goeppingen_can_pay_25_8_or_32_4_posts(golden: Golden):
    """1,652,662 a year, at 64,000 and at 51,000; the press prints 25 to 32."""
    assert {
        "framework_per_year": "1652662.00",
        "posts_at_university": "25.8",
        "posts_at_vocational": "32.4",
    } == outputs(granted(golden, "3305324"))


@pytest.mark.parametrize(
    ("amount", "end", "period"),
    [
        ("5333.33", "2018-01-31", TWO_YEARS),  # a month of 64,000
        ("18666.67", "2018-04-15", TWO_YEARS),  # three and a half
        ("128000.00", "2019-12-31", TWO_YEARS),
    ],
)
def test_months_of_a_post(golden: Golden, amount: str, end: str, period: tuple[str, str]):
    """A broken month counts by its share of the calendar month."""
    award = granted(golden, "6540594", ("1", "university", "2018-01-01", end), period=period)
    assert amount == award.amount.to_text()


def test_part_of_a_quarter_is_enough(golden: Golden):
    """0.25 of 64,000 for two years."""
    award = granted(golden, "6540594", ("0.25", "university", *TWO_YEARS))
    assert ("32000.00", []) == (award.amount.to_text(), codes(award))


def test_smaller_part_is_left_out(golden: Golden):
    """0.24 is not funded, and the reason names the least part; the other post is paid."""
    posts = [("1", "vocational", *TWO_YEARS), ("0.24", "university", *TWO_YEARS)]
    award = granted(golden, "6540594", *posts)
    assert ("102000.00", [("part_post_too_small", "A/2")]) == (
        award.amount.to_text(),
        [(finding.code, finding.subject) for finding in award.findings],
    )
    assert "0,25 VZÄ" in award.findings[0].text.de


def test_town_at_50_949_is_told_three_ways(golden: Golden):
    """It joins others, pays the 51 euros itself, or does not apply."""
    award = granted(golden, "101898", ("1", "vocational", *TWO_YEARS))
    (finding,) = award.findings
    assert ("must_join_others", ["join_others", "top_up", "no_application"]) == (
        finding.code,
        [way.code for way in finding.ways],
    )
    assert {
        "framework_per_year": "50949.00",
        "minimum": "51000.00",
        "shortfall": "51.00",
    } == dict(finding.values)


def test_town_at_50_949_cannot_pay_a_post(golden: Golden):
    """Cut and not rounded: 0.9 posts at the lower rate."""
    assert "0.9" == outputs(granted(golden, "101898"))["posts_at_vocational"]


@pytest.mark.parametrize(
    ("wanted", "framework"), [(["must_join_others"], "101999.99"), ([], "102000")]
)
def test_minimum_is_that_of_a_year(golden: Golden, wanted: list[str], framework: str):
    """51,000 a year are 102,000 for two."""
    assert wanted == codes(granted(golden, framework, ("1", "vocational", *TWO_YEARS)))


def test_consortium_reaches_the_minimum_together(golden: Golden):
    """Stockach and its neighbours: 251,560 a year."""
    award = granted(golden, "503120", ("4", "university", *TWO_YEARS))
    assert ("503120.00", []) == (award.amount.to_text(), codes(award))


THREE_YEARS = ("2018-01-01", "2020-12-31")


@pytest.mark.parametrize(
    ("amount", "wanted", "day"),
    [
        ("128000.00", ["longer_than_funded"], "2018-10-31"),
        ("192000.00", [], "2018-11-01"),
    ],
)
def test_third_year_since_autumn_2018(golden: Golden, amount: str, wanted: list[str], day: str):
    """36 months are asked for; 24 were funded at most."""
    post = ("1", "university", *THREE_YEARS)
    award = granted(golden, "9000000", post, period=THREE_YEARS, day=day)
    assert (amount, wanted) == (award.amount.to_text(), codes(award))


@pytest.mark.parametrize(
    ("amount", "as_known"), [("192000.00", "2020-11-10"), ("320000.00", "2020-11-11")]
)
def test_five_years_as_known_in_2020(golden: Golden, amount: str, as_known: str):
    """What was changed in November counts back to January: 60 months instead of 36."""
    period = ("2018-01-01", "2022-12-31")
    post = ("1", "university", *period)
    award = granted(golden, "9000000", post, period=period, day="2020-06-01", as_known=as_known)
    assert amount == award.amount.to_text()


def test_stuttgart_2024_at_the_lower_rate(golden: Golden):
    """51.1 × 60,000; the product is inferred, the rate is stated."""
    period = ("2024-01-01", "2024-12-31")
    award = granted(golden, "9000000", ("51.1", "university", *period), period=period)
    assert ("3066000.00", []) == (award.amount.to_text(), codes(award))


def test_herbrechtingen_2024(golden: Golden):
    """1.44 posts at 47,000."""
    period = ("2024-01-01", "2024-12-31")
    award = granted(golden, "9000000", ("1.44", "vocational", *period), period=period)
    assert "67680.00" == award.amount.to_text()


def test_rate_that_falls_within_a_post_is_told(golden: Golden):
    """The rate at the start is used, and the notice has both."""
    period = ("2022-07-01", "2023-06-30")
    award = granted(golden, "9000000", ("1", "university", *period), period=period)
    assert ("64000.00", ["rate_changes"]) == (award.amount.to_text(), codes(award))
    assert "60.000 EUR" in award.findings[0].text.de


def test_post_beyond_2024_has_no_rate(golden: Golden):
    """No source says a flat rate from 2025."""
    period = ("2024-01-01", "2025-12-31")
    with pytest.raises(NotInForceError, match="rate"):
        granted(golden, "9000000", ("1", "university", *period), period=period)


def application(framework: str, *posts: Post) -> Application:
    """Return an application of one town for two years."""
    return Application(
        id="a-1",
        programme=MANAGEMENT,
        received_on=dt.date(2018, 2, 1),
        applicant=Participant(
            key="town", applicant=ApplicantKind.MUNICIPALITY, framework=Money.of(framework)
        ),
        posts=posts,
        period=Period(dt.date(2018, 3, 1), dt.date(2020, 2, 29)),
    )


def test_application_of_stuttgart_is_granted():
    """The rule takes framework, posts and months from the application."""
    posts = Post(id="p-1", fte="51.1", qualification="university", holder="h-1")
    award = award_for(catalogue.load(AWARD), application("6540594", posts))
    assert "6540594.00" == award.amount.to_text()


def test_application_without_faults_passes():
    """One post, one named person, framework above the minimum."""
    post = Post(id="p-1", fte="1", qualification="vocational", holder="h-1")
    terms = catalogue.terms(MANAGEMENT)
    assert () == check_application(terms, application("102000", post))


def test_application_is_checked_by_the_regulation():
    """Below the minimum, a part too small, nobody named, no such class: all at once."""
    post = Post(id="p-1", fte="0.2", qualification="middle")
    found = check_application(catalogue.terms(MANAGEMENT), application("101898", post))
    assert {
        "below_minimum",
        "part_too_small",
        "holder_missing",
        "qualification_not_funded",
    } == {finding.code for finding in found}


def test_application_below_the_minimum_is_told_the_shortfall():
    """50,949 a year lack 51 euros; there are three ways."""
    post = Post(id="p-1", fte="1", qualification="vocational", holder="h-1")
    (finding,) = check_application(catalogue.terms(MANAGEMENT), application("101898", post))
    assert (3, "51.00") == (len(finding.ways), finding.values["shortfall"])


# -- Integrationslastenausgleich -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "as_known"),
    [
        (1_125, "2017-04-01"),
        (1_125, "2017-11-07"),
        (1_225, "2017-11-08"),
        (1_225, "2017-11-30"),
        (1_235, "2017-12-01"),
        (1_235, None),
    ],
)
def test_per_head_as_it_was_known(amount: int, as_known: str | None):
    """Announced in spring and in November, paid in December."""
    assert amount == value(COMPENSATION, "per_head", "2017-09-15", as_known=as_known)


def test_per_head_is_the_pot_by_the_count():
    """90,000,000 / 72,857 = 1,235.30; Konstanz prints 1,235."""
    pot = value(COMPENSATION, "pot_per_year", "2017-09-15")
    persons = value(COMPENSATION, "state_persons", "2017-09-15")
    assert Decimal("1235.30") == round(Decimal(int(pot)) / int(persons), 2)


@pytest.mark.parametrize(
    ("amount", "persons"),
    [
        ("516354.00", 418),  # Konstanz, printed as about 516,000
        ("1054943.00", 854),  # the municipalities of Landkreis Tuttlingen, printed as 1 million
    ],
)
def test_compensation_of_2017(golden: Golden, amount: str, persons: int):
    """90,000,000 by 72,857 persons, rounded to whole euros."""
    (award,) = golden(COMPENSATION, [{"key": "A", "persons": persons}], "2017-12-01")
    assert amount == award.amount.to_text()


@pytest.mark.parametrize("name", ["per_head", "state_persons"])
def test_compensation_of_2018_is_not_known(name: str):
    """A new count, the same pot, no published amount."""
    with pytest.raises(NotStatedError, match="2018"):
        value(COMPENSATION, name, "2018-09-15")


def test_compensation_is_90_million_each_year():
    """180 = 90 + 90."""
    assert [180, 90, 90] == [millions(COMPENSATION, line) for line in ("2017-2018", "2017", "2018")]


@pytest.mark.parametrize(
    ("wanted", "sort"),
    [
        ("2018-09-15", DeadlineKind.COUNT),
        ("2018-10-15", DeadlineKind.CLAIM),
        ("2018-12-31", DeadlineKind.CORRECTION),
    ],
)
def test_days_of_the_count(wanted: str, sort: DeadlineKind):
    """Counted on 15 September, reported by 15 October, corrected by 31 December."""
    (deadline,) = catalogue.funding(COMPENSATION).deadlines_of(sort)
    assert day_of(wanted) == deadline.for_year(2018)


@pytest.mark.parametrize(
    ("wanted", "name"), [("2015-01-01", "arrivals_from"), ("2016-02-29", "arrivals_until")]
)
def test_arrivals_that_count(wanted: str, name: str):
    """The fourteen months of the great arrivals."""
    assert day_of(wanted) == date_in(COMPENSATION, name, "2017-09-15")


# -- Integrationsbeauftragte -----------------------------------------------------------------------


def test_officers_apply_until_15_november_of_the_year_before():
    """Funding is by calendar year."""
    (deadline,) = catalogue.funding(OFFICERS).deadlines_of(DeadlineKind.APPLICATION)
    assert dt.date(2019, 11, 15) == deadline.for_year(2020)


def test_bands_of_the_officers():
    """20,000 from 20,000 inhabitants is stated; 10,000 from 10,000 was cut short in the text."""
    (row,) = catalogue.funding(OFFICERS).parameters["rate"].values
    assert [("10000", "10000", Basis.INFERRED), ("20000", "20000", None)] == [
        (band.at_least, band.value, band.basis) for band in row.bands or ()
    ]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        (Fraction(1, 2), "least_part"),
        (1, "most_fte"),
        (3, "years_of_small_municipalities"),
        (220, "officers"),
    ],
)
def test_figure_of_officers(wanted: Fraction, name: str):
    """A half post at least, one at most."""
    assert wanted == value(OFFICERS, name, "2020-01-01")


@pytest.mark.parametrize("kind", sorted(EVERYBODY, key=str))
def test_every_municipal_body_may_have_officers(kind: ApplicantKind):
    """Districts, towns, municipalities and their unions."""
    assert kind in {each.applicant for each in catalogue.funding(OFFICERS).applicants}


def test_population_below_the_bands_is_told_in_the_award(golden: Golden):
    """The reason names both numbers of inhabitants."""
    row = {"key": "A", "population": 9_999, "records": {"post": [{"fte": "1"}]}}
    (award,) = golden(OFFICERS, [row], "2020-06-01")
    assert "9.999 Personen" in award.findings[0].text.de
    assert "10.000 Personen" in award.findings[0].text.de


# -- VwV-Integration -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "name", "of"),
    [
        (Fraction(3, 5), "share", "usual"),
        (Fraction(7, 10), "share", "refugees"),
        (Fraction(1, 2), "least_part", None),
        (3, "least_years", None),
        (105_000, "grant_of_officers_for_refugees", "full"),
        (52_500, "grant_of_officers_for_refugees", "oversubscribed"),
        (50_000, "cost_of_officers_for_refugees", None),
    ],
)
def test_figure_of_the_former_regulation(wanted: Fraction, name: str, of: str | None):
    """60 % usually, 70 % for officers for refugees, three years."""
    assert wanted == value(FORMER, name, "2017-06-01", of=of)


def test_grant_of_officers_for_refugees_is_70_per_cent():
    """3 × 50,000 × 70 % = 105,000."""
    day = "2017-06-01"
    cost = value(FORMER, "cost_of_officers_for_refugees", day) * value(FORMER, "least_years", day)
    assert value(FORMER, "grant_of_officers_for_refugees", day, of="full") == (
        cost * value(FORMER, "share", day, of="refugees")
    )


def test_last_round_of_the_former_regulation():
    """It closed on 13 April 2018."""
    (deadline,) = catalogue.funding(FORMER).deadlines_of(DeadlineKind.APPLICATION)
    assert dt.date(2018, 4, 13) == deadline.on


def test_former_regulation_ends_before_the_new_one_starts():
    """The one replaces the other."""
    former, new = catalogue.funding(FORMER).period, catalogue.funding(OFFICERS).period
    assert former.end is not None
    assert new.start == former.end + dt.timedelta(days=1)


# -- Soforthilfe Ukraine ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "line"), [(8, "2022"), (16, "2023"), (16, "2024"), (32, "2023-2024")]
)
def test_immediate_aid_was_doubled(amount: int, line: str):
    """8 million in 2022, 16 a year after."""
    assert amount == millions(UKRAINE, line)


@pytest.mark.parametrize(
    ("wanted", "name", "day"),
    [
        (8_000_000, "pot_per_year", "2022-12-31"),
        (16_000_000, "pot_per_year", "2023-01-01"),
        (16_000_000, "pot_per_year", "2024-12-31"),
        (44, "recipients", "2022-01-01"),
        (60_000, "rate", "2024-01-01"),
    ],
)
def test_figure_of_immediate_aid(wanted: int, name: str, day: str):
    """44 districts and district-free cities share it."""
    assert wanted == value(UKRAINE, name, day)


def test_rate_of_immediate_aid_in_2022_is_not_known():
    """Stuttgart prints one for 2024 alone."""
    with pytest.raises(NotStatedError, match="2022"):
        value(UKRAINE, "rate", "2022-06-01")


@pytest.mark.parametrize(
    ("wanted", "day"), [("2022-07-22", "2022-06-01"), ("2023-09-29", "2023-06-01")]
)
def test_deadline_of_immediate_aid(wanted: str, day: str):
    """Each call had its own."""
    terms = catalogue.terms(UKRAINE)
    ((_, deadline),) = terms.deadlines(DeadlineKind.APPLICATION, day_of(day))
    assert day_of(wanted) == deadline.on


def test_population_of_immediate_aid_is_that_of_november_2021():
    """The key date stands in the rule as well."""
    figure = catalogue.load(UKRAINE).figures["population"]
    assert date_in(UKRAINE, "key_date", "2022-06-01") == figure.key_date == dt.date(2021, 11, 30)
