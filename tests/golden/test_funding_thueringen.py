"""The funding programmes of Thüringen: what they say, and what they admit not to know."""

import datetime as dt
from fractions import Fraction

import pytest

from integrationsplan import NotInForceError, Period, catalogue
from integrationsplan.errors import NotStatedError, UnknownNameError
from integrationsplan.funding import DeadlineKind, FundingKind, RelationKind, RuleStep
from integrationsplan.values import Basis

PROGRAMMES = (
    "de-th-armutspraevention",
    "de-th-fluechtlingskostenerstattung",
    "de-th-fluechtlingsverteilung",
    "de-th-integrationsschluessel-2017",
    "de-th-planungskoordinatoren",
    "de-th-projektfoerderung-integration",
    "de-th-sozialberatung",
    "de-th-sozialstrategie",
    "de-th-thilik",
    "de-th-thinka",
)
UNKNOWNS = [
    (programme, unknown.name)
    for programme in PROGRAMMES
    for unknown in catalogue.funding(programme).unknowns
]


def number(
    programme: str, name: str, day: str, *, of: str | None = None, as_known: str | None = None
) -> Fraction:
    """Return a figure of a programme for a day given as ISO text."""
    known = dt.date.fromisoformat(as_known) if as_known else None
    terms = catalogue.terms(programme)
    return terms.value(name, dt.date.fromisoformat(day), of=of, as_known=known).number


def amount(programme: str, line: str) -> str:
    """Return a budget line as text."""
    return catalogue.funding(programme).amount(line).to_text()


def shares(programme: str) -> dict[str, str | None]:
    """Return who pays which percent."""
    return {funder.id: funder.share for funder in catalogue.funding(programme).funders}


def related(programme: str, sort: RelationKind) -> set[str]:
    """Return the programmes that a programme relates to in one way."""
    relations = catalogue.funding(programme).relations
    return {relation.programme for relation in relations if relation.sort is sort}


# -- all of them -----------------------------------------------------------------------------------


def test_programmes_of_thueringen():
    """Each programme of the Land is tested here."""
    ids = catalogue.funding_ids()
    assert list(PROGRAMMES) == [programme for programme in ids if programme.startswith("de-th-")]


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_programme_loads(programme: str):
    """A document is found by the id that it has inside, and belongs to the Land."""
    document = catalogue.funding(programme)
    assert (programme, "16") == (document.id, document.jurisdiction)


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_rules_are_in_the_catalogue(programme: str):
    """Each rule that a programme names can be loaded and is in force when it is to be used."""
    for use in catalogue.funding(programme).rules:
        rule = catalogue.load(use.rule)
        start = use.period.start if use.period else None
        assert start is None or start in rule.valid


@pytest.mark.parametrize(("programme", "name"), UNKNOWNS)
def test_what_is_unknown_is_a_named_error(programme: str, name: str):
    """Asking for what no source says tells what is missing, in the words of the document."""
    document = catalogue.funding(programme)
    (unknown,) = (each for each in document.unknowns if each.name == name)
    period = unknown.period or Period(document.reviewed_on)
    day = period.start or period.end or document.reviewed_on
    with pytest.raises(NotStatedError) as error:
        catalogue.terms(programme).value(name, day)
    assert name in str(error.value)
    assert unknown.text.en in str(error.value)


# -- ThILIK ----------------------------------------------------------------------------------------

THILIK = "de-th-thilik"


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("3000000.00", "thilik"),
        ("2400000.00", "thilik-esf"),
        ("600000.00", "thilik-migration"),
    ],
)
def test_thilik_budget(wanted: str, line: str):
    """3 million in all; 2.4 and 0.6 if they cover both ministries."""
    assert wanted == amount(THILIK, line)


def test_thilik_parts_of_the_budget_are_inferred():
    """The source states the whole alone."""
    lines = {line.id: line.basis for line in catalogue.funding(THILIK).budget}
    wanted = {
        "thilik": Basis.STATED,
        "thilik-esf": Basis.INFERRED,
        "thilik-migration": Basis.INFERRED,
    }
    assert wanted == lines


def test_thilik_is_paid_by_two_ministries():
    """80 and 20 %, and nothing by the recipient."""
    assert {"social-ministry-esf": "80", "migration-ministry": "20"} == shares(THILIK)


@pytest.mark.parametrize(
    ("wanted", "name", "day"),
    [
        ("1", "share", "2016-05-01"),
        ("1", "posts_per_body", "2017-12-31"),
        ("23", "bodies", "2016-05-01"),
        ("23", "bodies", "2021-06-30"),
        ("22", "bodies", "2021-07-01"),
        ("12", "taking_part", "2022-05-01"),
        ("6521.74", "money_per_post_and_month", "2016-05-01"),
    ],
)
def test_thilik_figures(wanted: str, name: str, day: str):
    """Figures before and after Eisenach joined the Wartburgkreis."""
    assert Fraction(wanted) == number(THILIK, name, day)


def test_thilik_money_per_post_and_month_is_the_budget_by_bodies_and_months():
    """3 million by 23 bodies and the 20 months from May 2016 to December 2017."""
    months = Fraction(3_000_000, 23 * 20)
    assert number(THILIK, "money_per_post_and_month", "2016-05-01") == round(months, 2)


def test_thilik_share_of_the_second_round_is_not_carried_over():
    """That the first round was paid wholly says nothing of the second."""
    with pytest.raises(NotStatedError):
        number(THILIK, "share", "2018-01-01")


def test_thilik_second_round_ends_on_1_december_2017():
    """The only deadline that is known."""
    (deadline,) = catalogue.funding(THILIK).deadlines_of(DeadlineKind.APPLICATION)
    assert dt.date(2017, 12, 1) == deadline.on


def test_thilik_second_round_was_known_on_2_november_2017():
    """It was announced before it was opened."""
    (amendment,) = catalogue.funding(THILIK).amendments
    assert dt.date(2017, 11, 2) == amendment.known_from


def test_thilik_has_to_cooperate_with_two_sister_programmes():
    """The duty names the programmes of the catalogue."""
    (duty,) = (duty for duty in catalogue.funding(THILIK).duties if duty.id == "cooperation")
    assert ("de-th-planungskoordinatoren", "de-th-thinka") == duty.programmes


def test_thilik_sisters_and_successor():
    """Planning coordinators and ThINKA beside it, the social strategy after it."""
    wanted = {"de-th-planungskoordinatoren", "de-th-thinka"}
    assert wanted == related(THILIK, RelationKind.SISTER)
    assert {"de-th-sozialstrategie"} == related(THILIK, RelationKind.SUCCESSOR)


@pytest.mark.parametrize(
    ("wanted", "day"), [("de-th-thilik-2016", "2017-12-31"), (None, "2018-01-01")]
)
def test_thilik_rule_is_that_of_the_first_round(wanted: str | None, day: str):
    """No rule is known for the second round."""
    use = catalogue.funding(THILIK).rule_for(RuleStep.AWARD, dt.date.fromisoformat(day))
    assert wanted == (use.rule if use else None)


# -- the guideline on the prevention of poverty ----------------------------------------------------

POVERTY = "de-th-armutspraevention"


@pytest.mark.parametrize("programme", [POVERTY, "de-th-planungskoordinatoren"])
@pytest.mark.parametrize(("wanted", "name"), [("4/5", "share"), ("0.20175", "employer_insurance")])
def test_poverty_guideline_figures(programme: str, wanted: str, name: str):
    """80 % at most; 20.175 % of the pay as social insurance."""
    assert Fraction(wanted) == number(programme, name, "2016-01-01")


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("499000000.00", "esf"),
        ("20000000.00", "guideline"),
        ("479000000.00", "other-guidelines"),
        ("10000000.00", "social-planning"),
        ("10000000.00", "networks-and-advice"),
    ],
)
def test_poverty_guideline_budget(wanted: str, line: str):
    """20 of 499 million, half of it for social planning."""
    assert wanted == amount(POVERTY, line)


@pytest.mark.parametrize(
    ("lowest", "highest", "of"), [("E 9", "E 11", "planning"), ("E 9", "E 13", "advice")]
)
def test_poverty_guideline_pay_groups(lowest: str, highest: str, of: str):
    """E 9 to E 11 for planning coordinators, to E 13 for advice."""
    parameters = catalogue.funding(POVERTY).parameters
    day = dt.date(2016, 1, 1)
    found = [
        (parameters[name].at(day).codes or {})[of]
        for name in ("lowest_pay_group", "highest_pay_group")
    ]
    assert [lowest, highest] == found


def test_poverty_guideline_has_four_objects():
    """2.1 to 2.4, each with its number."""
    purposes = catalogue.funding(POVERTY).purposes
    assert ["2.1", "2.2", "2.3", "2.4"] == [purpose.text.de[:3] for purpose in purposes]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [("7249.92", "published_grant"), ("4833.28", "published_grant_per_month")],
)
@pytest.mark.parametrize("day", ["2015-11-16", "2015-12-31"])
def test_coordinators_published_grant(wanted: str, name: str, day: str):
    """The grant of Unstrut-Hainich for the end of 2015."""
    found = number("de-th-planungskoordinatoren", name, day, of="Unstrut-Hainich-Kreis")
    assert Fraction(wanted) == found


def test_coordinators_grant_of_another_body_is_not_made_up():
    """One grant is published; another body's is not its."""
    with pytest.raises(UnknownNameError):
        number("de-th-planungskoordinatoren", "published_grant", "2015-12-01", of="Gera")


def test_thinka_began_at_eleven_sites():
    """In March 2013."""
    assert number("de-th-thinka", "sites", "2013-03-01") == 11


def test_thinka_belongs_to_one_guideline_after_the_other():
    """The guideline on the prevention of poverty, then the social strategy."""
    wanted = {"de-th-armutspraevention", "de-th-sozialstrategie"}
    assert wanted == related("de-th-thinka", RelationKind.PART_OF)


# -- social strategy -------------------------------------------------------------------------------

STRATEGY = "de-th-sozialstrategie"


def test_strategy_is_paid_by_esf_state_and_recipient():
    """60, 20 and 20 %; the share of the foundation changes by year."""
    assert {"esf-plus": "60", "state": "20", "own": "20", "foundation": None} == shares(STRATEGY)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("0.8", "share"),
        ("0.6", "esf_share"),
        ("0.2", "state_share"),
        ("0.19975", "employer_insurance"),
        ("4", "most_fte"),
        ("0.5", "additional_fte"),
        ("7500", "least_cost"),
        ("36", "most_months"),
    ],
)
def test_strategy_figures(wanted: str, name: str):
    """Shares, posts, least cost and time."""
    assert Fraction(wanted) == number(STRATEGY, name, "2022-01-01")


@pytest.mark.parametrize(
    ("wanted", "year"), [("1", "year_one"), ("0.9", "year_two"), ("0.8", "year_three")]
)
def test_strategy_foundation_withdraws(wanted: str, year: str):
    """100, 90, 80 %."""
    assert Fraction(wanted) == number(STRATEGY, "foundation_share", "2022-01-01", of=year)


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("52864000.00", "guideline"),
        ("5300000.00", "planning"),
        ("204000.00", "studies"),
        ("47360000.00", "other-objects"),
        ("2000000.00", "planning-2024"),
    ],
)
def test_strategy_budget(wanted: str, line: str):
    """What is not planned or studied is left for the other objects."""
    assert wanted == amount(STRATEGY, line)


def test_strategy_comes_after_thilik():
    """And after the guideline on the prevention of poverty."""
    assert {THILIK, POVERTY} == related(STRATEGY, RelationKind.PREDECESSOR)


# -- social counselling ----------------------------------------------------------------------------

COUNSELLING = "de-th-sozialberatung"


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("419250.00", "altenburger-land-2026-grant"),
        ("104812.50", "altenburger-land-2026-own"),
        ("524062.50", "altenburger-land-2026"),
    ],
)
def test_counselling_in_altenburger_land(wanted: str, line: str):
    """Grant and own money are the whole."""
    assert wanted == amount(COUNSELLING, line)


def test_counselling_funds_80_percent():
    """Of the cost, at most."""
    assert Fraction(4, 5) == number(COUNSELLING, "share", "2026-01-01")


@pytest.mark.parametrize(
    ("wanted", "day"),
    [("290322.58", "2025-12-31"), ("419250.00", "2026-01-01")],
)
def test_counselling_ceiling_by_year(wanted: str, day: str):
    """The ceiling of Altenburger Land, each as planned."""
    assert Fraction(wanted) == number(COUNSELLING, "ceiling", day, of="Altenburger Land")


def test_counselling_ceiling_of_2024_is_not_known():
    """A year without a ceiling is no year with zero."""
    with pytest.raises(NotInForceError):
        number(COUNSELLING, "ceiling", "2024-12-31", of="Altenburger Land")


def test_counselling_ceiling_of_another_body_is_not_known():
    """One body's ceiling is not that of another."""
    with pytest.raises(UnknownNameError):
        number(COUNSELLING, "ceiling", "2026-01-01", of="Erfurt")


@pytest.mark.parametrize("programme", [COUNSELLING, "de-th-projektfoerderung-integration"])
def test_application_is_due_on_31_october_of_the_year_before(programme: str):
    """For 2026 by 31 October 2025."""
    deadlines = catalogue.funding(programme).deadlines_of(DeadlineKind.APPLICATION)
    assert dt.date(2025, 10, 31) == deadlines[0].for_year(2026)


def test_counselling_carriers_apply_earlier_in_altenburger_land():
    """By 12 October 2025, for 2026 alone."""
    (deadline,) = (each for each in catalogue.funding(COUNSELLING).deadlines if each.on)
    assert (dt.date(2025, 10, 12), False) == (deadline.on, deadline.holds_on(dt.date(2027, 1, 1)))


# -- integration projects --------------------------------------------------------------------------

PROJECTS = "de-th-projektfoerderung-integration"


@pytest.mark.parametrize(
    ("wanted", "name"),
    [("0.7", "share"), ("0.5", "share_beside"), ("36", "most_months"), ("42", "days_before_start")],
)
def test_project_figures(wanted: str, name: str):
    """70 or 50 %, three years, six weeks."""
    assert Fraction(wanted) == number(PROJECTS, name, "2024-01-01")


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("6575000.00", "projects-2023"),
        ("4500000.00", "projects-2024"),
        ("6500000.00", "projects-2025"),
    ],
)
def test_project_budget(wanted: str, line: str):
    """That of 2024 follows from that of 2025."""
    assert wanted == amount(PROJECTS, line)


def test_project_rule_has_the_figures_of_its_programme():
    """The two documents were written apart and say the same."""
    rule = catalogue.load(PROJECTS)
    day = dt.date(2024, 1, 1)
    found = [rule.parameters[name].at(day).value for name in ("share_alone", "share_beside")]
    assert ["70", "50"] == found


# -- integration key -------------------------------------------------------------------------------

KEY = "de-th-integrationsschluessel-2017"


@pytest.mark.parametrize(
    ("wanted", "line"),
    [("25000000.00", "key-2017"), ("15000000.00", "by-refugees"), ("10000000.00", "by-children")],
)
def test_key_budget(wanted: str, line: str):
    """60 and 40 % of 25 million."""
    assert wanted == amount(KEY, line)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [("0.6", "refugee_weight"), ("0.4", "child_weight"), ("5784", "per_child"), ("23", "bodies")],
)
def test_key_figures(wanted: str, name: str):
    """Weights, the flat rate to be passed on, the bodies."""
    assert Fraction(wanted) == number(KEY, name, "2017-06-01")


def test_key_has_no_kind_of_financing():
    """It is no grant for a cost, and no source says another thing."""
    assert catalogue.funding(KEY).financing is None


@pytest.mark.parametrize("programme", [THILIK, POVERTY, STRATEGY, COUNSELLING, PROJECTS])
def test_grants_are_a_share_of_the_cost(programme: str):
    """Anteilfinanzierung."""
    assert catalogue.funding(programme).financing is FundingKind.COST_SHARE


# -- reimbursement ---------------------------------------------------------------------------------

REIMBURSEMENT = "de-th-fluechtlingskostenerstattung"


@pytest.mark.parametrize(
    ("wanted", "day"),
    [
        (31, "2015-07-31"),
        (38, "2015-08-01"),
        (38, "2015-12-31"),
        (46, "2016-01-01"),
        (46, "2022-12-31"),
        (60, "2023-01-01"),
    ],
)
def test_care_rate_over_time(wanted: int, day: str):
    """31, 38, 46 and 60 euros a month."""
    assert wanted == number(REIMBURSEMENT, "care_rate", day)


@pytest.mark.parametrize(("wanted", "as_known"), [(31, "2015-11-18"), (38, "2015-11-19")])
def test_care_rate_as_it_was_known(wanted: int, as_known: str):
    """The rate of August was published in November."""
    assert wanted == number(REIMBURSEMENT, "care_rate", "2015-09-01", as_known=as_known)


def test_care_rate_of_the_rules_is_that_of_the_programme():
    """Both documents have the same rows."""
    rule = catalogue.load("de-th-fluechtlingsbetreuung").parameters["care_rate"]
    programme = catalogue.funding(REIMBURSEMENT).parameters["care_rate"]
    assert [(row.period, row.known_from, row.value) for row in rule.values] == [
        (row.period, row.known_from, row.value) for row in programme.values
    ]


def test_housing_rate_since_2023():
    """210 euros a month."""
    assert number(REIMBURSEMENT, "housing_rate", "2023-01-01") == 210


def test_housing_rate_before_2023_is_not_known():
    """It is listed as unknown for the days before."""
    with pytest.raises(NotStatedError):
        number(REIMBURSEMENT, "housing_rate", "2022-12-31")


@pytest.mark.parametrize(("wanted", "of"), [(7500, "shared"), (1000, "flat")])
def test_place_rate(wanted: int, of: str):
    """7,500 in shared housing, 1,000 in flats."""
    assert wanted == number(REIMBURSEMENT, "place_rate", "2016-06-01", of=of)


@pytest.mark.parametrize("day", ["2015-12-31", "2018-01-01"])
def test_place_rate_of_other_years_is_not_known(day: str):
    """The version was made for two years."""
    with pytest.raises(NotInForceError):
        number(REIMBURSEMENT, "place_rate", day, of="flat")


@pytest.mark.parametrize(("wanted", "name"), [("0.9", "advance"), ("12", "claim_months")])
def test_claim_figures(wanted: str, name: str):
    """An advance to 90 %; claims within twelve months."""
    assert Fraction(wanted) == number(REIMBURSEMENT, name, "2023-01-01")


@pytest.mark.parametrize(
    ("last", "quarter"), [("2024-03-31", "2023-03-31"), ("2024-06-30", "2023-06-30")]
)
def test_claim_within_twelve_months_of_the_quarter(last: str, quarter: str):
    """A quarter is claimed within twelve months; that they count from its end is inferred."""
    day = dt.date.fromisoformat(quarter)
    ((_, found),) = catalogue.terms(REIMBURSEMENT).deadlines(DeadlineKind.CLAIM, day)
    assert Basis.INFERRED is found.basis
    assert dt.date.fromisoformat(last) == found.counted_from(day)


def test_claim_before_2023_has_no_deadline():
    """The procedure before the version of 2023 is not known."""
    day = dt.date(2022, 12, 31)
    assert () == catalogue.terms(REIMBURSEMENT).deadlines(DeadlineKind.CLAIM, day)


@pytest.mark.parametrize(
    ("wanted", "day"),
    [
        ("de-th-fluechtlingsbetreuung", "2022-12-31"),
        ("de-th-fluechtlingskostenerstattung", "2023-01-01"),
    ],
)
def test_reimbursement_rule_by_day(wanted: str, day: str):
    """Until 2022 care alone can be computed."""
    use = catalogue.funding(REIMBURSEMENT).rule_for(
        RuleStep.REIMBURSEMENT, dt.date.fromisoformat(day)
    )
    assert use is not None
    assert wanted == use.rule


# -- distribution ----------------------------------------------------------------------------------

DISTRIBUTION = "de-th-fluechtlingsverteilung"


@pytest.mark.parametrize(
    ("wanted", "body"),
    [("9.5", "Erfurt"), ("1.9", "Eisenach"), ("5.8", "Wartburgkreis"), ("1.7", "Suhl")],
)
def test_quota(wanted: str, body: str):
    """In percent, as printed."""
    assert Fraction(wanted) / 100 == number(DISTRIBUTION, "quota", "2015-01-01", of=body)


def test_quotas_are_23_and_a_whole():
    """Each body once, 100.0 in all."""
    (row,) = catalogue.funding(DISTRIBUTION).parameters["quota"].values
    assert (23, Fraction(100)) == (len(row.numbers), sum(row.numbers))


def test_quota_before_2015_is_not_known():
    """The version before was not read."""
    with pytest.raises(NotInForceError):
        number(DISTRIBUTION, "quota", "2014-12-31", of="Erfurt")


def test_quota_after_the_merger_is_the_sum_of_two():
    """Wartburgkreis and Eisenach together, since the tasks went over."""
    day = "2022-01-01"
    two = sum(number(DISTRIBUTION, "quota", day, of=body) for body in ("Eisenach", "Wartburgkreis"))
    assert two == number(DISTRIBUTION, "quota_after_merger", day, of="Wartburgkreis")


def test_quota_before_the_merger_is_not_merged():
    """Until the end of 2021 there were two bodies with the tasks."""
    with pytest.raises(NotInForceError):
        number(DISTRIBUTION, "quota_after_merger", "2021-12-31", of="Wartburgkreis")


@pytest.mark.parametrize(("wanted", "name"), [(23, "bodies"), (3, "review_years")])
def test_distribution_figures(wanted: int, name: str):
    """23 bodies; review after three years."""
    assert wanted == number(DISTRIBUTION, name, "2015-01-01")


def test_quota_of_the_rule_is_that_of_the_programme():
    """Both documents have the same table."""
    rule = catalogue.load("de-th-fluechtlingsverteilung-2015").parameters["quota"]
    programme = catalogue.funding(DISTRIBUTION).parameters["quota"]
    assert rule.values[0].table == programme.values[0].table
