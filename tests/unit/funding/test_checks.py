"""Checks of applications: everything that is wrong, with the paragraph that it rests on."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest
from tests.unit.funding.samples import (
    CITATION,
    FIGURES,
    START,
    D,
    always,
    application,
    codes,
    cost,
    deadline,
    eur,
    parameter,
    post,
    said,
    silent,
    strict,
    town,
)

from integrationsplan import Period
from integrationsplan.findings import Finding
from integrationsplan.funding import (
    ApplicantKind,
    Carrier,
    CostCategory,
    DeadlineAnchor,
    DeadlineKind,
    Duty,
    DutyKind,
    EligibleApplicant,
    EligibleCost,
    check_application,
    check_round,
)
from integrationsplan.parameters import Parameter, ParameterValue
from integrationsplan.values import Basis, FrozenMap

SOURCE = "Trial figures, invented for this test"


def check(**given: Any) -> tuple[Finding, ...]:
    """Return what a strict programme finds wrong with an application that is else right."""
    return check_application(strict(), application(**given))


def only(**given: Any) -> Finding:
    """Return the one finding."""
    (finding,) = check(**given)
    return finding


def test_nothing_is_wrong():
    """An application that has everything has no findings."""
    assert () == check()


def test_silent_programme_finds_nothing():
    """What the sources do not say is not checked."""
    asked = application(posts=(post(fte="0.01"),), cooperates_with=(), received_on=D(2019, 1, 1))
    assert () == check_application(silent(), asked)


# -- time ------------------------------------------------------------------------------------------


def test_last_day_for_the_application():
    """15 November of the year before is in time."""
    assert () == check(received_on=D(2017, 11, 15))


def test_one_day_late():
    """16 November is not."""
    found = only(received_on=D(2017, 11, 16))
    assert "application_too_late" == found.code
    assert {"received": "2017-11-16", "deadline": "2017-11-15"} == dict(found.values)
    assert SOURCE == found.source


def test_deadline_counted_from_the_start():
    """Two months before a start on 1 January are until 1 November."""
    before = deadline(
        "before",
        DeadlineKind.APPLICATION,
        after=DeadlineAnchor.PERIOD_START,
        months=2,
        is_before=True,
    )
    terms = silent(deadlines=(before,))
    assert () == check_application(terms, application(received_on=D(2017, 11, 1)))
    late = check_application(terms, application(received_on=D(2017, 11, 2)))
    assert ["application_too_late"] == codes(late)


@pytest.mark.parametrize(
    ("received", "expected"),
    [(D(2017, 4, 1), []), (D(2017, 9, 30), []), (D(2017, 10, 1), ["application_too_late"])],
)
def test_two_rounds(received: dt.date, expected: list[str]):
    """Who misses the first of two rounds is in time for the second."""
    rounds = tuple(
        deadline(f"round-{day.month}", DeadlineKind.APPLICATION, on=day)
        for day in (D(2017, 9, 30), D(2017, 3, 31))
    )
    found = check_application(silent(deadlines=rounds), application(received_on=received))
    assert expected == codes(found)
    assert ["2017-09-30"] * len(expected) == [each.values["deadline"] for each in found]


def test_beyond_the_programme():
    """A period that the programme does not cover is named with both."""
    found = only(
        period=Period(START, D(2020, 12, 31)),
        posts=(post(holder="h1"),),
    )
    assert "below_minimum" == found.code  # 128,000 for three years are 42,666.66 a year
    found = only(received_on=D(2021, 11, 1), period=Period(D(2022, 1, 1), D(2023, 1, 1)))
    assert "outside_programme_period" == found.code
    assert ("2022-01-01", "2023-01-01", "2017-01-01", "2022-12-31") == tuple(
        found.values[name] for name in ("start", "end", "first", "last")
    )


def test_open_programme():
    """An open end of the programme is said, and has no date as a value."""
    asked = application(period=Period(D(2016, 1, 1), D(2017, 12, 31)), received_on=D(2015, 11, 1))
    (found,) = check_application(silent(period=Period(D(2017, 1, 1), None)), asked)
    assert "" == found.values["last"]
    assert found.text.de.endswith("auf Weiteres.")


def test_longest_funding():
    """36 months are funded; a month begun beyond them counts."""
    wide = town(framework="999999")
    assert () == check(applicant=wide, period=Period.of_months(START, 36))
    found = only(applicant=wide, period=Period(START, D(2021, 1, 1)))
    assert ("period_too_long", "37", "36") == (
        found.code,
        found.values["months"],
        found.values["most"],
    )


def test_start_before_the_application():
    """Work that began before the application is told, where no source allows it."""
    found = only(started_on=D(2017, 11, 14))
    assert ("started_early", None) == (found.code, found.source)
    assert () == check(started_on=D(2017, 11, 15))


@pytest.mark.parametrize(
    ("day", "expected"), [(D(2017, 10, 16), []), (D(2017, 10, 15), ["started_early"])]
)
def test_early_start_that_a_source_allows(day: dt.date, expected: list[str]):
    """From the day on that a source allows, an early start is none."""
    row = ParameterValue(date=D(2017, 10, 16), basis=Basis.STATED, citation=CITATION)
    terms = silent(parameters=FrozenMap({"earliest_start": Parameter(unit="date", values=(row,))}))
    assert expected == codes(check_application(terms, application(started_on=day)))


# -- who -------------------------------------------------------------------------------------------


def test_who_may_apply():
    """A carrier may not; those who may are named once each, in both languages."""
    found = only(applicant=town(applicant=ApplicantKind.CARRIER))
    assert "applicant_not_eligible" == found.code
    assert ("carrier", "municipality, district") == (
        found.values["kind"],
        found.values["eligible"],
    )
    assert "Gemeinde, Landkreis" in found.text.de


def test_applicant_of_no_kind_is_not_judged():
    """Nothing is said of an applicant whose kind is not given."""
    assert () == check(applicant=town(applicant=None))


def test_who_was_entitled_at_the_time():
    """Who may apply later on may not yet."""
    later = EligibleApplicant(
        applicant=ApplicantKind.CARRIER, period=Period(D(2019, 1, 1), None), citation=CITATION
    )
    now = EligibleApplicant(applicant=ApplicantKind.MUNICIPALITY, citation=CITATION)
    asked = application(applicant=town(applicant=ApplicantKind.CARRIER))
    terms = silent(applicants=(later, now))
    assert ["applicant_not_eligible"] == codes(check_application(terms, asked))


def test_town_below_the_minimum_has_three_ways():
    """50,949 a year are 51 below 51,000: join others, pay it, or leave it."""
    found = only(applicant=town(framework="101898"))
    assert ("50949.00", "51000.00", "51.00") == tuple(
        found.values[name] for name in ("framework", "minimum", "shortfall")
    )
    assert ["join_others", "top_up", "no_application"] == [way.code for way in found.ways]
    assert "es fehlen 51,00 €" in found.text.de


def test_town_at_the_minimum():
    """51,000 a year are enough, a cent in two years less is not."""
    assert () == check(applicant=town(framework="102000"))
    assert ["below_minimum"] == codes(check(applicant=town(framework="101999.99")))


def test_consortium_reaches_the_minimum_together():
    """Three towns of two districts, each below the minimum, are above it together."""
    members = (town("b", "40000"), town("c", "40000"))
    assert () == check(applicant=town(framework="22000"), members=members)


def test_framework_of_a_member_is_missing():
    """Who did not say a framework is named."""
    found = only(members=(town("b", None), town("c", None)))
    assert ("framework_missing", "b, c") == (found.code, found.values["participants"])


def test_very_many_members_without_framework():
    """A finding has room for every member of a very large consortium."""
    members = tuple(town("x" * 60 + str(number), None) for number in range(1000, 2999))
    assert ["framework_missing"] == codes(check(members=members))


def test_member_of_two_consortia():
    """Who takes part twice is found when all applications are looked at together."""
    one = application(id="a1", members=(town("b"), town("c")))
    two = application(id="a2", applicant=town("d"), members=(town("c"),))
    (found,) = check_round([one, two])
    assert ("in_several_applications", "c", "a1, a2") == (
        found.code,
        found.subject,
        found.values["applications"],
    )
    assert () == check_round([one])
    assert () == check_round([])


def test_district_that_leads_two_consortia_takes_part_in_none():
    """A district may apply for several groups of its municipalities."""
    district = town("08226", None)
    one = application(id="a1", applicant=district, applicant_takes_part=False, members=(town("b"),))
    two = application(id="a2", applicant=district, applicant_takes_part=False, members=(town("c"),))
    assert () == check_round([one, two])


# -- posts -----------------------------------------------------------------------------------------


def test_least_part_of_a_post():
    """0.25 is enough, 0.24 is not; elsewhere the least part is another."""
    assert () == check(posts=(post(fte="0.25", holder="h"),))
    found = only(posts=(post(fte="0.24", holder="h"),))
    assert ("part_too_small", "p1", "0.24", "0.25", SOURCE) == (
        found.code,
        found.subject,
        found.values["fte"],
        found.values["least"],
        found.source,
    )


def test_least_part_by_date():
    """The least part is that of the first day of the post."""
    least = parameter("fte", (None, D(2018, 12, 31), "0.25"), (D(2019, 1, 1), None, "0.5"))
    terms = silent(parameters=FrozenMap({"least_part": least}))
    posts = (post("a", "0.25", start=START), post("b", "0.25", start=D(2019, 1, 1)))
    (found,) = check_application(terms, application(posts=posts))
    assert ("part_too_small", "b") == (found.code, found.subject)


def test_holder_is_to_be_named():
    """Where persons are named, a post without one is told."""
    found = only(posts=(post(),))
    assert ("holder_missing", "p1") == (found.code, found.subject)


def test_duty_of_another_time():
    """A duty to name persons counts only in its time."""
    duty = Duty(
        id="named",
        sort=DutyKind.NAMED_PERSON,
        text=said("named"),
        period=Period(D(2019, 1, 1), None),
        citation=CITATION,
    )
    terms = silent(duties=(duty,))
    assert () == check_application(terms, application(posts=(post(),)))
    later = application(posts=(post(),), period=Period.of_year(2019))
    assert ["holder_missing"] == codes(check_application(terms, later))


def test_person_with_more_than_a_full_post():
    """0.7 and 0.5 at the same time are 1.2 of one person."""
    posts = (post("a", "0.7", holder="h1"), post("b", "0.5", holder="h1"), post("c", holder="h2"))
    found = only(posts=posts)
    assert ("holder_twice", "h1", "1.2", "a, b") == (
        found.code,
        found.subject,
        found.values["fte"],
        found.values["posts"],
    )


def test_person_with_two_posts_one_after_the_other():
    """Posts that do not overlap are no more than one; those that overlap for a day are."""
    first = post("a", holder="h1", end=D(2018, 6, 30))
    assert () == check(posts=(first, post("b", holder="h1", start=D(2018, 7, 1))))
    assert ["holder_twice"] == codes(
        check(posts=(first, post("b", holder="h1", start=D(2018, 6, 30))))
    )


def test_person_with_one_full_post_in_parts():
    """0.75 and 0.25 are a full post."""
    assert () == check(posts=(post("a", "0.75", holder="h1"), post("b", "0.25", holder="h1")))


def test_most_posts():
    """Ten posts at once are funded, not a quarter more."""
    ten = tuple(post(f"p{n}", holder=f"h{n}") for n in range(10))
    assert () == check(posts=ten)
    found = only(posts=(*ten, post("part", "0.25", holder="h")))
    assert ("too_many_posts", "10.25", "10") == (
        found.code,
        found.values["fte"],
        found.values["most"],
    )


def test_posts_one_after_the_other_are_not_too_many():
    """What counts is how many are held at the same time."""
    ten = tuple(post(f"p{n}", holder=f"h{n}", end=D(2018, 12, 31)) for n in range(10))
    more = tuple(post(f"q{n}", holder=f"h{n}", start=D(2019, 1, 1)) for n in range(10))
    assert () == check(posts=(*ten, *more))


def test_qualification():
    """A qualification without a rate, and none at all."""
    found = only(posts=(post(qualification="none", holder="h"),))
    assert ("qualification_not_funded", "university, vocational") == (
        found.code,
        found.values["known"],
    )
    assert "qualification_missing" == only(posts=(post(qualification=None, holder="h"),)).code


def test_qualification_by_what_was_known():
    """A class that was added later was not known before."""
    rows = (("64000", None), ("70000", D(2019, 5, 1)))
    rate = Parameter(
        unit="EUR/fte/year",
        values=tuple(
            ParameterValue(
                start=START,
                known_from=known,
                table=FrozenMap({"university": value, **({"master": value} if known else {})}),
                basis=Basis.STATED,
                citation=CITATION,
            )
            for value, known in rows
        ),
    )
    terms = silent(parameters=FrozenMap({"rate": rate}))
    asked = application(posts=(post(qualification="master"),))
    assert () == check_application(terms, asked)
    early = check_application(terms, asked, as_known=D(2019, 4, 30))
    assert ["qualification_not_funded"] == codes(early)


@pytest.mark.parametrize(
    "rate", [always("EUR/fte/year", "64000"), parameter("EUR/fte/year", (D(2020, 1, 1), None, "1"))]
)
def test_no_rates_by_qualification(rate: Parameter):
    """A single rate asks for no qualification, and neither does one of another time."""
    terms = silent(parameters=FrozenMap({"rate": rate}))
    assert () == check_application(terms, application(posts=(post(qualification=None),)))


@pytest.mark.parametrize("days", [{"start": D(2017, 12, 31)}, {"end": D(2020, 1, 1)}])
def test_post_beyond_the_period(days: Mapping[str, Any]):
    """A post that reaches beyond the period is told with its days."""
    found = only(posts=(post(holder="h", **days),))
    assert ("post_outside_period", "p1") == (found.code, found.subject)


# -- cost, cooperation, carriers -------------------------------------------------------------------


def test_cost_that_is_not_funded():
    """Investments are not funded, and do not count for the least cost."""
    costs = (cost("a", 4999), cost("b", 100, category=CostCategory.INVESTMENT))
    first, second = check(costs=costs)
    assert ("cost_not_eligible", "b", "investment") == (
        first.code,
        first.subject,
        first.values["category"],
    )
    assert ("cost_below_least", "4999.00", "5000.00") == (
        second.code,
        second.values["cost"],
        second.values["least"],
    )


def test_cost_of_another_time():
    """What is not funded later is funded now."""
    later = EligibleCost(
        category=CostCategory.TRAVEL,
        is_eligible=False,
        period=Period(D(2019, 1, 1), None),
        citation=CITATION,
    )
    asked = application(costs=(cost("a", 1, category=CostCategory.TRAVEL),))
    assert () == check_application(silent(costs=(later,)), asked)


def test_least_cost():
    """5,000 are enough."""
    assert () == check(costs=(cost("a", 5000),))


def test_cooperation():
    """Sister programmes that nobody declared to cooperate with are named."""
    found = only(cooperates_with=("planung",))
    assert ("cooperation_missing", "thinka") == (found.code, found.values["programmes"])


def test_agreement_with_a_carrier():
    """An agreement without a day is missing."""
    carriers = (Carrier(id="awo", name="AWO"), Carrier(id="drk", name="DRK", agreed_on=START))
    found = only(carriers=carriers)
    assert ("agreement_missing", "awo") == (found.code, found.subject)


def test_everything_at_once():
    """One bad application has all its findings, each said in both languages."""
    found = check(
        received_on=D(2018, 3, 1),
        started_on=START,
        applicant=town(framework="1000", applicant=ApplicantKind.STATE),
        carriers=(Carrier(id="awo", name="AWO"),),
        posts=(post("a", "0.1", qualification="x", start=D(2017, 12, 31)),),
        cooperates_with=(),
    )
    assert 10 == len(found)
    assert [] == [each for each in found if "{" in each.format("de") + each.format("en")]
    assert {CITATION} == set(strict().programme.citations)


def test_figures_of_the_strict_programme_are_known():
    """Every figure that the checks ask for stands in the sample."""
    assert {"least_part", "minimum", "most_fte", "most_months", "least_cost"} <= set(FIGURES)


# -- attacks ---------------------------------------------------------------------------------------


def test_ends_of_the_calendar():
    """The years 1 and 9999 are years like others."""
    first = application(period=Period(dt.date.min, dt.date.max), received_on=dt.date.min)
    assert {"outside_programme_period", "period_too_long", "below_minimum"} <= set(
        codes(check_application(strict(), first))
    )
    last = application(
        period=Period(dt.date.max, dt.date.max),
        received_on=dt.date.max,
        posts=(post(start=dt.date.max, end=dt.date.max, holder="h"),),
    )
    assert "application_too_late" in codes(check_application(strict(), last))


def test_ten_thousand_posts():
    """Very many posts of one person, each on days of its own, are looked at in one go."""
    posts = tuple(
        post(
            f"p{number}",
            "0.0001",
            holder="h",
            start=START + dt.timedelta(number % 700),
            end=START + dt.timedelta(number % 700 + 20),
        )
        for number in range(10_000)
    )
    terms = silent(parameters=FrozenMap({"most_fte": always("fte", "100")}))
    assert () == check_application(terms, application(posts=posts))


def test_empty_application_has_no_posts_to_judge():
    """Nothing that is not there is wrong."""
    assert () == check(posts=(), costs=())
    assert eur("128000") == application().framework
