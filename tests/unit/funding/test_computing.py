"""Awards of applications: the least of framework and flat rates, in time and in parts."""

import datetime as dt

import pytest
from tests.unit.funding.samples import (
    START,
    TWO_YEARS,
    D,
    application,
    cost,
    eur,
    post,
    problems,
    rule,
    rule_of_cost,
    rule_of_persons,
    town,
    yearly_rule,
)

from integrationsplan import Money, Period, catalogue, evolve
from integrationsplan.allocation import Programme
from integrationsplan.errors import AllocationError, InvalidValueError, NotInForceError
from integrationsplan.funding import Application, Post, amount_of, award_for
from integrationsplan.values import FrozenMap

WIDE = town(framework="10000000")


def award(asked: Application, by: Programme | None = None) -> Money:
    """Return the amount that a rule grants."""
    return amount_of(award_for(by or rule(), asked), asked.period)


def test_framework_is_the_limit():
    """Stuttgart: 51.1 posts at 64,000 for two years are 6,540,800; the framework is 206 below."""
    posts = (*(post(f"p{n}") for n in range(51)), post("part", "0.1"))
    assert eur("6540594") == award(application(applicant=town(framework="6540594"), posts=posts))


def test_flat_rates_are_the_limit():
    """The same posts with a framework of a cent more than they cost get what they cost."""
    posts = (*(post(f"p{n}") for n in range(51)), post("part", "0.1"))
    framework = town(framework="6540800.01")
    assert eur("6540800") == award(application(applicant=framework, posts=posts))


@pytest.mark.parametrize(
    ("qualification", "fte", "more", "expected"),
    [("university", "25.8", "25.9", "1651200"), ("vocational", "32.4", "32.5", "1652400")],
)
def test_posts_that_a_framework_pays_for(qualification: str, fte: str, more: str, expected: str):
    """Kreis Göppingen: 1,652,662 a year pay for 25.8 posts at 64,000, or 32.4 at 51,000."""

    def granted(posts: str) -> Money:
        return award(
            application(
                applicant=town(framework="1652662"),
                posts=(post(fte=posts, qualification=qualification),),
                period=Period.of_year(2018),
            )
        )

    assert (eur(expected), eur("1652662")) == (granted(fte), granted(more))


def test_post_filled_again_at_another_rate():
    """7 months at 51,000 and 17 at 64,000: 29,750 + 90,666.67."""
    posts = (
        post("p1", qualification="vocational", start=START, end=D(2018, 7, 31)),
        post("p1.2", start=D(2018, 8, 1), end=D(2019, 12, 31), of="p1"),
    )
    assert eur("120416.67") == award(application(applicant=WIDE, posts=posts))


def test_three_months_without_pay():
    """21 of 24 months at 64,000 a year are 112,000."""
    posts = (
        post("p1", start=START, end=D(2018, 9, 30)),
        post("p1.2", start=D(2019, 1, 1), end=D(2019, 12, 31), of="p1"),
    )
    assert eur("112000") == award(application(applicant=WIDE, posts=posts))


def test_longest_funding_counts_all_times_of_a_post():
    """30 months in two times, of which 24 are funded: 128,000; of two posts, each has its own."""
    times = (
        post("p1.2", start=D(2019, 4, 1), end=D(2020, 6, 30), of="p1"),
        post("p1", start=START, end=D(2019, 3, 31), of="p1"),
    )
    asked = application(applicant=WIDE, posts=times, period=Period.of_months(START, 30))
    by = catalogue.load("de-bw-integrationsmanagement-award")
    assert eur("128000") == award(asked, by)
    others = tuple(evolve(each, id=f"q{n}", of="q") for n, each in enumerate(times))
    assert eur("256000") == award(evolve(asked, posts=(*times, *others)), by)


def test_largest_time_of_a_post_counts_where_the_rule_knows_no_days():
    """A half and then a whole post are one whole post of a year's sum."""
    times = (
        post("p1", "0.5", start=START, end=D(2018, 12, 31), of="p1"),
        post("p1.2", "1", start=D(2019, 1, 1), of="p1"),
    )
    assert eur("128000") == award(application(applicant=WIDE, posts=times), yearly_rule())


def test_parts_of_one_post_at_the_same_time_are_two():
    """Two halves of a split post are a whole one."""
    parts = tuple(post(id, "0.5", part_of="p1") for id in ("p1a", "p1b"))
    assert eur("128000") == award(application(applicant=WIDE, posts=parts), yearly_rule())


def test_broken_months_count_in_proportion():
    """16 November to 31 December are 15 of 30 days and a month: 1.5 / 12 of 64,000."""
    posts = (post("p1", start=D(2018, 11, 16), end=D(2018, 12, 31)),)
    assert eur("8000") == award(application(applicant=WIDE, posts=posts))


def test_early_start_counts_from_its_own_day():
    """A post that starts before the others is paid for its own months."""
    posts = (post("p1", start=D(2017, 10, 1), end=D(2018, 3, 31)),)
    asked = application(applicant=WIDE, posts=posts, period=Period(D(2017, 10, 1), D(2018, 12, 31)))
    assert eur("32000") == award(asked)


def test_extension_by_twelve_months():
    """36 months instead of 24 are 192,000 instead of 128,000."""
    asked = application(applicant=WIDE, period=Period.of_months(START, 36))
    assert eur("192000") == award(asked)


@pytest.mark.parametrize(("fte", "expected"), [("0.25", "32000"), ("0.24", "30720")])
def test_part_of_a_post(fte: str, expected: str):
    """Parts are paid by their size; whether they are too small is a finding of the checks."""
    assert eur(expected) == award(application(applicant=WIDE, posts=(post(fte=fte),)))


def test_consortium_gets_what_all_frameworks_allow():
    """Members whose frameworks pay for no post alone pay for one together."""
    members = (town("b", "40000"), town("c", "38000"))
    asked = application(applicant=town(framework="50000"), members=members)
    assert eur("128000") == award(asked)


def test_cost_own_money_and_income():
    """A rule of the cost gets the sums of the plan: 1,000 - 100 - 50."""
    asked = application(costs=(cost("a", 400), cost("b", 600)), own_money=eur(100), income=eur(50))
    assert eur(850) == award(asked, rule_of_cost())


def test_figures_given_by_name():
    """What the application says by name goes before what it says elsewhere."""
    odd = post(figures=FrozenMap({"fte": "0.5"}))
    assert eur("64000") == award(application(applicant=WIDE, posts=(odd,)))


def test_yearly_sum_as_often_as_there_are_years():
    """64,000 a year are 128,000 in two."""
    assert eur("128000") == award(application(applicant=WIDE), yearly_rule())


@pytest.mark.parametrize(
    "period",
    [
        Period(START, D(2019, 12, 30)),
        Period(START, D(2018, 1, 10)),
        Period.of_months(START, 18),
        Period(START, D(2020, 1, 1)),
    ],
)
def test_yearly_sum_of_broken_years(period: Period):
    """A rule of yearly sums says nothing of parts of a year."""
    found = award_for(yearly_rule(), application(applicant=WIDE))
    with pytest.raises(InvalidValueError) as caught:
        amount_of(found, period)
    assert [("broken_years", "/period")] == problems(caught.value)


def test_yearly_sum_from_29_february():
    """A year that begins on 29 February ends on 28 February."""
    found = award_for(yearly_rule(), application(applicant=WIDE))
    assert eur("64000") == amount_of(found, Period(D(2020, 2, 29), D(2021, 2, 28)))


def test_rule_that_looks_at_all():
    """A pot cut among all cannot be computed for one application."""
    with pytest.raises(InvalidValueError) as caught:
        award_for(catalogue.load("de-koenigsteiner-schluessel"), application())
    assert [("needs_all_recipients", "/rule")] == problems(caught.value)


def test_rule_that_gives_no_money():
    """A number of persons is no grant."""
    asked = application(applicant=town(figures=FrozenMap({"persons": "7"})))
    with pytest.raises(InvalidValueError) as caught:
        amount_of(award_for(rule_of_persons(), asked), TWO_YEARS)
    assert [("no_amount", "/result/unit")] == problems(caught.value)


def test_missing_figure():
    """A post without qualification has no rate, and the error names it."""
    with pytest.raises(AllocationError, match="qualification"):
        award_for(rule(), application(posts=(Post(id="p1", fte="1"),)))


def test_before_the_rule_is_in_force():
    """The law of a day before the rule is none."""
    with pytest.raises(NotInForceError):
        award_for(rule(), application(), day=dt.date(2016, 12, 31))
