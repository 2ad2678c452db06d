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
    general,
    parameter,
    post,
    problems,
    said,
    silent,
    strict,
    town,
)

from integrationsplan import Money, Period, catalogue, evolve
from integrationsplan.errors import InvalidValueError
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
    LegalForm,
    Norm,
    Terms,
    award_for,
    check_application,
    check_round,
)
from integrationsplan.parameters import Parameter, ParameterValue
from integrationsplan.values import AGS, Basis, Citation, FrozenMap, Rounding

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
    """36 months are funded, and no day beyond them, which counts by its share of the month."""
    wide = town(framework="999999")
    assert () == check(applicant=wide, period=Period.of_months(START, 36))
    found = only(applicant=wide, period=Period(START, D(2021, 1, 1)))
    assert ("period_too_long", "1117/31", "36") == (
        found.code,
        found.values["months"],
        found.values["most"],
    )


EARLIEST = Parameter(
    unit="date",
    values=(ParameterValue(date=D(2017, 10, 16), basis=Basis.STATED, citation=CITATION),),
)


def test_start_of_which_no_source_speaks():
    """Where no source sets a first day, work that began before the application is not judged."""
    assert () == check(started_on=D(2015, 1, 1))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (D(2017, 10, 16), []),
        (D(2017, 10, 15), ["started_early"]),
        (D(2018, 3, 1), []),
        (None, []),
    ],
)
def test_early_start_that_a_source_allows(day: dt.date | None, expected: list[str]):
    """From the day on that a source allows, an early start is none."""
    terms = silent(parameters=FrozenMap({"earliest_start": EARLIEST}))
    found = check_application(terms, application(started_on=day))
    assert expected == codes(found)
    assert [SOURCE] * len(expected) == [each.source for each in found]


def test_figure_that_should_be_a_day():
    """A number in the place of the first day is no first day."""
    terms = silent(parameters=FrozenMap({"earliest_start": always("month", "1")}))
    assert () == check_application(terms, application(started_on=D(2015, 1, 1)))


def test_broken_months_as_the_rule_counts_them():
    """101,950 for all but a day of two years: the check and the rule say the same of it."""
    asked = application(
        programme="de-bw-integrationsmanagement",
        applicant=town(framework="101950"),
        period=Period(START, D(2019, 12, 30)),
        received_on=START,
    )
    terms = catalogue.terms("de-bw-integrationsmanagement")
    by_rule = award_for(catalogue.load("de-bw-integrationsmanagement-award"), asked)
    assert (False, False) == (
        "below_minimum" in codes(check_application(terms, asked)),
        "must_join_others" in codes(by_rule.findings),
    )
    lower = evolve(asked, applicant=town(framework="101860"))
    by_rule = award_for(catalogue.load("de-bw-integrationsmanagement-award"), lower)
    (told,) = [each for each in check_application(terms, lower) if each.code == "below_minimum"]
    (ruled,) = [each for each in by_rule.findings if each.code == "must_join_others"]
    assert told.values["framework"] in ruled.text.en.replace(",", "")


@pytest.mark.parametrize(
    ("rounding", "expected"), [(Rounding.DOWN, ["below_minimum"]), (Rounding.HALF_UP, [])]
)
def test_rounding_of_a_yearly_framework(rounding: Rounding, expected: list[str]):
    """50,999.995 a year are below 51,000, unless halves of a cent are rounded up."""
    asked = application(applicant=town(framework="101999.99"))
    assert expected == codes(check_application(strict(), asked, rounding=rounding))


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


def test_member_of_a_kind_that_may_not_apply():
    """A carrier is no member of a consortium; its source is that of the applicants."""
    carrier = town("awo", applicant=ApplicantKind.CARRIER)
    found = only(members=(town("b"), carrier))
    assert ("member_not_eligible", "awo", "carrier", "municipality, district", SOURCE) == (
        found.code,
        found.subject,
        found.values["kind"],
        found.values["eligible"],
        found.source,
    )
    assert () == check_application(silent(), application(members=(carrier,)))


@pytest.mark.parametrize(
    ("leader", "member", "expected"),
    [
        (ApplicantKind.DISTRICT, ApplicantKind.MUNICIPALITY, []),
        (ApplicantKind.DISTRICT, ApplicantKind.CARRIER, ["member_not_eligible"]),
        (ApplicantKind.DISTRICT_FREE_CITY, ApplicantKind.MUNICIPALITY, ["member_not_eligible"]),
        (ApplicantKind.DISTRICT, None, []),
    ],
)
def test_district_for_municipalities_that_may_not_apply(
    leader: ApplicantKind, member: ApplicantKind | None, expected: list[str]
):
    """From 2025 only districts apply in Baden-Württemberg, and for their municipalities, too."""
    year = Period.of_year(2025)
    asked = application(
        programme="de-bw-integrationsmanagement",
        applicant=town("08226", applicant=leader),
        members=(town("b", applicant=member),),
        period=year,
        received_on=D(2024, 11, 1),
        posts=(),
    )
    found = check_application(catalogue.terms("de-bw-integrationsmanagement"), asked)
    assert expected == codes(found)


@pytest.mark.parametrize(
    ("district", "member", "expected"),
    [
        ("08226", "08226096", []),
        ("08226000", "08226096", []),
        ("08", "08226096", []),
        ("08226", "08", []),
        ("08226", "08225096", ["member_elsewhere"]),
        ("08226000", "08225096", ["member_elsewhere"]),
        ("08226", None, []),
        (None, "08226096", []),
    ],
)
def test_member_of_another_district(district: str | None, member: str | None, expected: list[str]):
    """A district applies for municipalities that lie in it, as far as both keys tell."""
    asked = application(
        applicant=town("d", applicant=ApplicantKind.DISTRICT, region=district and AGS(district)),
        members=(town("b", region=member and AGS(member)),),
    )
    found = check_application(strict(), asked)
    assert expected == codes(found)
    assert [SOURCE] * len(expected) == [each.source for each in found]
    assert () == check_application(silent(), asked)


def test_town_may_lead_others_of_another_district():
    """A town that leads a consortium is no district, and where its members lie is not asked."""
    members = (town("b", region=AGS("08225096")),)
    assert () == check(applicant=town(region=AGS("08226096")), members=members)


def test_districts_of_a_consortium():
    """Where a source says how many districts may join, more are told; elsewhere nothing is."""
    towns = [town(key, region=AGS(key)) for key in ("08225096", "08226096", "08226095", "08")]
    asked = application(applicant=towns[0], members=(*towns[1:], town("x")))
    assert () == check_application(strict(), asked)
    one = silent(parameters=FrozenMap({"most_districts": always("1", "1")}))
    (found,) = check_application(one, asked)
    assert ("too_many_districts", "08225, 08226", "2", "1", SOURCE) == (
        found.code,
        *(found.values[name] for name in ("districts", "count", "most")),
        found.source,
    )
    without = evolve(asked, applicant_takes_part=False)
    assert () == check_application(one, without)


def test_districts_of_baden_wuerttemberg_may_join():
    """No source of the programme limits it: towns of two districts apply together."""
    asked = application(
        programme="de-bw-integrationsmanagement",
        applicant=town("a", region=AGS("08225096")),
        members=(town("b", region=AGS("08226096")),),
    )
    terms = catalogue.terms("de-bw-integrationsmanagement")
    assert () == check_application(terms, asked)


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


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ((("a", "0.5", "p"), ("b", "0.5", "p")), []),
        ((("a", "0.8", "p"), ("b", "0.8", "p")), [("p", "1.6", "a, b")]),
        ((("p", "0.5", None), ("b", "0.5", "p")), []),
        ((("p", "1", None), ("a", "0.5", "p"), ("b", "0.5", "p")), [("p", "2", "p, a, b")]),
        ((("a", "0.75", "p"), ("b", "0.5", "a"), ("p", "1", None)), [("p", "2.25", "a, b, p")]),
        ((("a", "0.75", "b"), ("b", "0.5", "a")), [("a", "1.25", "a, b")]),
        ((("a", "1.5", "a"),), [("a", "1.5", "a")]),
        ((("a", "1.5", None),), []),
        ((("a", "0.8", "p"), ("b", "0.8", "q")), []),
    ],
)
def test_parts_of_a_split_post(
    posts: tuple[tuple[str, str, str | None], ...], expected: list[tuple[str, str, str]]
):
    """Parts of one post are one post at most; a whole that is listed beside them is one of them."""
    terms = silent(parameters=FrozenMap({"least_part": FIGURES["least_part"]}))
    parts = tuple(post(id, fte, part_of=whole) for id, fte, whole in posts)
    found = check_application(terms, application(posts=parts))
    assert expected == [(each.subject, each.values["fte"], each.values["parts"]) for each in found]
    assert ["parts_exceed_post"] * len(expected) == codes(found)
    assert [SOURCE] * len(expected) == [each.source for each in found]


def test_parts_of_a_post_one_after_the_other():
    """Parts that are not held at the same time are not added up."""
    first = post("a", "0.8", part_of="p", holder="h1", end=D(2018, 12, 31))
    assert () == check(
        posts=(first, post("b", "0.8", part_of="p", start=D(2019, 1, 1), holder="h"))
    )
    (found,) = check_application(
        silent(), application(posts=(first, post("b", "0.8", part_of="p", start=D(2018, 12, 31))))
    )
    assert ("parts_exceed_post", "a1, 2017-11-15") == (found.code, found.source)


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


AGREED = Duty(
    id="agreed",
    sort=DutyKind.AGREEMENT,
    text=said("agreed"),
    period=Period(START, None),
    citation=CITATION,
    locator="no. 7",
)


def test_agreement_with_a_carrier():
    """Where a source asks for an agreement, one without a day is missing."""
    carriers = (Carrier(id="awo", name="AWO"), Carrier(id="drk", name="DRK", agreed_on=START))
    assert () == check(carriers=carriers)
    terms = silent(duties=(AGREED,))
    (found,) = check_application(terms, application(carriers=carriers))
    assert ("agreement_missing", "awo") == (found.code, found.subject)
    assert "no. 7" in (found.source or "")
    before = application(carriers=carriers, period=Period.of_year(2017))
    assert "agreement_missing" not in codes(check_application(terms, before))


def test_least_award():
    """Where a source says the least grant, one below it is told, to the cent."""
    terms = silent(parameters=FrozenMap({"least_award": always("EUR", "2500")}))
    assert () == check_application(terms, application())
    assert () == check_application(terms, application(), award=eur(2500))
    (found,) = check_application(terms, application(), award=eur("2499.99"))
    assert ("award_below_least", "2499.99", "2500.00", SOURCE) == (
        found.code,
        found.values["award"],
        found.values["least"],
        found.source,
    )
    assert () == check_application(silent(), application(), award=eur(0))


@pytest.mark.parametrize(
    ("award", "expected"), [(Money(-1), "no_money"), (Money(1, "CHF"), "other_currency")]
)
def test_award_that_is_none(award: Money, expected: str):
    """An award below zero or in another currency is refused."""
    with pytest.raises(InvalidValueError) as caught:
        check_application(silent(), application(), award=award)
    assert [(expected, "/award")] == problems(caught.value)


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
    assert 8 == len(found)
    assert [] == [each.code for each in found if each.source is None]
    assert [] == [each for each in found if "{" in each.format("de") + each.format("en")]
    assert {CITATION} == set(strict().programme.citations)


def test_figures_of_the_strict_programme_are_known():
    """Every figure that the checks ask for stands in the sample."""
    assert {"least_part", "minimum", "most_fte", "most_months", "least_cost"} <= set(FIGURES)


def test_period_rests_on_the_norm_in_force():
    """A period outside the programme rests on the norm of the time, or else on the programme."""
    old = Norm(
        form=LegalForm.GUIDELINE,
        title=said("old"),
        period=Period(None, D(2016, 12, 31)),
        citation=CITATION,
        locator="old",
    )
    new = evolve(old, title=said("new"), period=None, locator="new")
    asked = application(period=Period.of_year(2023), posts=())
    for norms, expected in (((old, new), "new"), ((old,), "old"), ((), "Trial (trial)")):
        citations = FrozenMap({CITATION: Citation(title="Law")}) if norms else FrozenMap()
        (found,) = check_application(silent(norms=norms, citations=citations), asked)
        assert ("outside_programme_period", True) == (found.code, expected in (found.source or ""))


def test_findings_that_rest_on_the_application():
    """What contradicts itself rests on the application, where no source is named for it."""
    posts = (post("a", holder="h"), post("b", holder="h", end=D(2020, 1, 1)))
    found = check_application(silent(), application(posts=posts))
    assert [("post_outside_period", "a1, 2017-11-15"), ("holder_twice", "a1, 2017-11-15")] == [
        (each.code, each.source) for each in found
    ]
    (twice,) = check_round([application(), application(id="a2")])
    assert "a1, 2017-11-15; a2, 2017-11-15" == twice.source


def test_rate_of_the_whole_programme():
    """A class that only the general terms pay is known from there."""
    rate = FIGURES["rate"]
    by = Terms(silent().programme, [general(parameters=FrozenMap({"rate": rate}), deadlines=())])
    found = check_application(by, application(posts=(post(qualification="none"),)))
    assert ["qualification_not_funded"] == codes(found)


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


def test_nearly_all_money_for_a_day():
    """A framework that no year can hold is no crash."""
    asked = application(applicant=town(framework="9" * 18), period=Period(START, START), posts=())
    assert () == check_application(strict(), asked)


def test_many_members_and_posts():
    """As many members and posts as an application may have are checked in a few seconds."""
    members = tuple(town(f"m{n}", 1, region=AGS(f"08{n:06d}")) for n in range(2_000))
    posts = tuple(
        post(f"p{n}", "0.25", part_of=f"w{n // 4}", holder=f"h{n}") for n in range(10_000)
    )
    found = check(members=members, posts=posts)
    assert ["too_many_posts"] == codes(found)


def test_chain_of_parts():
    """A part of a part of a part, ten thousand times, belongs to one post."""
    posts = tuple(post(f"p{n}", "0.25", part_of=f"p{n + 1}", holder=f"h{n}") for n in range(10_000))
    assert {"too_many_posts", "parts_exceed_post"} == set(codes(check(posts=posts)))
