"""A proof of use held against what was recorded: its time, its posts, its money."""

import datetime as dt
from typing import Any

import pytest
from tests.unit.funding.samples import (
    CITATION,
    START,
    TWO_YEARS,
    D,
    always,
    application,
    codes,
    cost,
    eur,
    filled,
    grant,
    move,
    notice,
    post,
    proof,
    rule,
    rule_of_cost,
    silent,
    terms,
    town,
    yearly_rule,
)

from integrationsplan import Money, Period
from integrationsplan.allocation import Programme
from integrationsplan.findings import Finding
from integrationsplan.funding import (
    Amended,
    AmendmentReason,
    Application,
    Carrier,
    CostCategory,
    EarmarkSense,
    EligibleCost,
    FundingKind,
    Grant,
    GrantEarmark,
    NarrativeReport,
    Paid,
    PassedBack,
    PassedOn,
    Post,
    PostVacated,
    ProofOfUse,
    Used,
    settle,
)
from integrationsplan.values import FrozenMap, Rounding

FULL, SHARE, DEFICIT = FundingKind.FULL, FundingKind.COST_SHARE, FundingKind.DEFICIT
FIXED = FundingKind.FIXED_SUM
EIGHTY = FrozenMap({"share": always("percent", "80")})


def told(
    life: Grant,
    done: ProofOfUse,
    financing: FundingKind = FULL,
    asked: Application | None = None,
    by: Programme | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of a settlement."""
    given: dict[str, Any] = {"parameters": EIGHTY} if financing is SHARE else {}
    return settle(
        silent(financing, **given), life, done, application=asked or application(), rule=by
    ).findings


# -- time ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "is_interim", "expected"),
    [
        (TWO_YEARS, False, []),
        (Period.of_year(2018), True, []),
        (Period.of_year(2018), False, ["other_proof_period"]),
        (Period(D(2017, 12, 31), D(2019, 12, 31)), False, ["other_proof_period"]),
        (Period(D(2019, 1, 1), D(2020, 1, 1)), True, ["other_proof_period"]),
        (Period.of_year(2022), False, ["other_proof_period"]),
    ],
)
def test_time_of_the_proof(period: Period, is_interim: bool, expected: list[str]):
    """A final proof is about the granted time, an interim one about a part of it."""
    done = proof(period=period, is_interim=is_interim, costs=(cost("a", 1),))
    assert expected == codes(told(grant(), done))


def test_time_that_was_extended():
    """The time is that of the last notice, on which the finding rests."""
    longer = Amended(
        id="longer",
        on=D(2018, 12, 1),
        amount=eur(128000),
        period=Period.of_months(START, 36),
        reason=AmendmentReason.EXTENSION,
    )
    (found,) = told(grant(longer), proof(costs=(cost("a", 1),)))
    assert ("other_proof_period", "longer, 2018-12-01", "2019-12-31", "2020-12-31") == (
        found.code,
        found.source,
        found.values["end"],
        found.values["last"],
    )
    named = grant(longer, of=notice(reference="15-27/2018"))
    (found,) = told(named, proof(costs=(cost("a", 1),)))
    assert "15-27/2018, 2018-12-01" == found.source


# -- nothing ---------------------------------------------------------------------------------------


def test_empty_proof():
    """Who proves nothing is told so, with a rule and without one."""
    for financing, by in ((FULL, None), (FIXED, rule())):
        (found,) = told(grant(), proof(), financing, by=by)
        assert ("nothing_proved", "v1", "v1, 2020-06-30") == (
            found.code,
            found.subject,
            found.source,
        )


def test_proof_without_what_the_rule_pays():
    """A rule of posts owes nothing for a cost, one of the cost does."""
    done = proof(costs=(cost("a", 1),))
    assert "nothing_proved" in codes(told(grant(), done, FIXED, by=rule()))
    assert [] == codes(told(grant(), done, by=rule_of_cost()))
    assert [] == codes(told(grant(), proof(posts=(post(),)), FIXED, by=rule()))


# -- posts -----------------------------------------------------------------------------------------

LEFT = PostVacated(id="v", on=D(2018, 12, 31), post="p1")


def of_posts(*posts: Post, life: Grant, **given: Any) -> list[tuple[str, str, str]]:
    """Return subject, proven and recorded times of each post that is not as recorded."""
    found = told(life, proof(posts=posts, **given), FIXED, by=rule())
    return [
        (each.subject or "", each.values["proven"], each.values["recorded"])
        for each in found
        if each.code == "post_not_as_recorded"
    ]


def test_posts_as_recorded():
    """What the grant tells of its posts is what it has recorded."""
    again = filled("again", D(2019, 3, 1), post(qualification="vocational"))
    for life in (grant(filled()), grant(filled(), LEFT), grant(filled(), LEFT, again)):
        assert [] == of_posts(*life.posts(), life=life)


def test_post_beyond_what_was_recorded():
    """The holder left after a year; the proof has both years."""
    life = grant(filled(), LEFT)
    assert [("p1", "2018-01-01/2019-12-31", "2018-01-01/2018-12-31")] == of_posts(post(), life=life)
    (found,) = told(life, proof(posts=(post(),)), FIXED, by=rule())
    assert (
        "Nachgewiesen ist die Stelle als 01.01.2018 – 31.12.2019 1 VZÄ university; "
        "erfasst ist 01.01.2018 – 31.12.2018 1 VZÄ university."
    ) == found.text.de
    assert "notice, 2018-01-01" == found.source


def test_post_of_another_size_or_class():
    """Half a post is no whole one, and a degree is asked for as recorded."""
    life = grant(filled())
    whole = "2018-01-01/2019-12-31"
    assert [("p1", whole, whole)] == of_posts(post(fte="0.5"), life=life)
    assert [("p1", whole, whole)] == of_posts(post(qualification="vocational"), life=life)
    assert [] == of_posts(post(fte="1.00", holder="somebody"), life=life)


def test_post_that_nobody_recorded():
    """A post that was never filled, and one that the proof leaves out."""
    life = grant(filled())
    whole = "2018-01-01/2019-12-31"
    assert [("p1", "", whole), ("p2", whole, "")] == of_posts(post("p2"), life=life)


def test_holders_who_follow_each_other():
    """Two holders of the same class without a day between them are one time."""
    life = grant(filled(), LEFT, filled("again", D(2019, 1, 1)))
    assert [] == of_posts(post(), life=life)
    twice = (post("a", of="p1"), post("b", of="p1"))
    assert 1 == len(of_posts(*twice, life=life))


def test_posts_of_an_interim_proof():
    """Only the time of the proof is looked at."""
    life = grant(filled(), PostVacated(id="v", on=D(2019, 6, 30), post="p1"))
    year = {"period": Period.of_year(2018), "is_interim": True}
    assert [] == of_posts(post(), life=life, **year)
    assert [] == of_posts(*life.posts(), life=life, **year)


def test_posts_of_another_time():
    """A proof of a time that is not granted has no posts to look at."""
    assert [] == of_posts(post(), life=grant(filled()), period=Period.of_year(2025))


def test_posts_that_were_never_recorded():
    """Where no post was ever recorded, there is nothing to compare with."""
    assert [] == of_posts(post(), life=grant())


def test_many_changes_are_cut():
    """A sentence lists the first times, and says that there are more."""
    times = [
        event
        for month in range(1, 13)
        for event in (
            filled(f"f{month}", D(2018, month, 1)),
            PostVacated(id=f"v{month}", on=D(2018, month, 20), post="p1"),
        )
    ]
    life = grant(*times)
    ((_, _, recorded),) = of_posts(post(), life=life)
    assert recorded.endswith(", …")


def test_thousands_of_posts_that_differ():
    """As many posts as a large state may have are compared in a few seconds."""
    life = grant(*(filled(f"f{n}", of=post(f"p{n}")) for n in range(3_000)))
    posts = tuple(post(f"p{n}", "0.5", end=D(2020, 1, 1)) for n in range(3_000))
    found = codes(told(life, proof(posts=posts), FIXED, by=rule()))
    assert {"post_not_as_recorded", "outside_grant"} == set(found)
    assert 6_000 == len(found)


# -- money -----------------------------------------------------------------------------------------


def of_money(
    life: Grant, *costs: str | int, financing: FundingKind = FULL, **given: Any
) -> list[tuple[str, str, str]]:
    """Return code, spent and used of each finding of money."""
    lines = tuple(cost("abc"[number], amount) for number, amount in enumerate(costs))
    found = told(life, proof(costs=lines, **given), financing)
    return [
        (each.code, each.values["spent"], each.values["used"])
        for each in found
        if each.code in ("cost_not_as_recorded", "line_not_as_recorded")
    ]


def used(amount: str | int, on: dt.date = START, **given: Any) -> Used:
    """Return that money was used."""
    found: Used = move(Used, amount, on, **given)
    return found


@pytest.mark.parametrize(
    ("amount", "given", "expected"),
    [
        (100, {}, []),
        ("99.99", {}, [("cost_not_as_recorded", "100.00", "99.99")]),
        ("100.01", {}, [("cost_not_as_recorded", "100.00", "100.01")]),
        (70, {"own_money": eur(30)}, []),
        (70, {"own_money": eur(10), "income": eur(20)}, []),
        (100, {"own_money": eur(30)}, [("cost_not_as_recorded", "70.00", "100.00")]),
        (1, {"own_money": eur(300)}, [("cost_not_as_recorded", "0.00", "1.00")]),
    ],
)
def test_cost_and_what_was_used(amount: str | int, given: Any, expected: list[Any]):
    """What the cost leaves after own money and income is what was used of the grant."""
    assert expected == of_money(grant(used(amount)), 60, 40, financing=DEFICIT, **given)


def test_cost_above_the_grant():
    """The grant pays no more than it is; the rest was the recipient's own."""
    assert [] == of_money(grant(used(100), of=notice(100)), 150)
    assert 1 == len(of_money(grant(used(99), of=notice(100)), 150))


def test_share_of_a_cost():
    """Of a share the rest is own money; only more than the whole cost cannot have been used."""
    assert [] == of_money(grant(used(80)), 100, financing=SHARE)
    assert [] == of_money(grant(used(80)), 100, financing=SHARE, own_money=eur(20))
    assert 1 == len(of_money(grant(used(80)), 100, financing=SHARE, own_money=eur(19)))
    assert 1 == len(of_money(grant(used(101)), 100, financing=SHARE))


def test_use_that_was_never_recorded():
    """Without recorded use, and without costs, there is nothing to compare."""
    assert [] == of_money(grant(move(Paid, 5)), 100)
    assert [] == of_money(grant(used(5)), financing=DEFICIT)


def test_interim_proof_and_later_use():
    """What was used after the time of an interim proof is not looked at."""
    life = grant(used(10, D(2018, 6, 1)), used(5, D(2019, 6, 1)))
    interim = {"period": Period.of_year(2018), "is_interim": True}
    assert [] == of_money(life, 10, **interim)
    assert [] == of_money(life, 15)
    assert 1 == len(of_money(life, 15, **interim))


def test_use_of_a_line():
    """More was recorded for a line than it cost; a line that cost more is own money."""
    life = grant(used(70, line="a"), used(30, D(2018, 2, 1), line="b"))
    assert [("line_not_as_recorded", "60.00", "70.00")] == of_money(life, 60, 40)
    assert [] == of_money(life, 70, 30)
    elsewhere = grant(used(100, line="z"))
    assert [("line_not_as_recorded", "0.00", "100.00")] == of_money(elsewhere, 100)


def test_it_is_a_notice_and_changes_nothing():
    """What differs is good to know; the amount that is owed stays."""
    life = grant(used(90))
    found = settle(silent(FULL), life, proof(costs=(cost("a", 100),)), application=application())
    (finding,) = found.findings
    assert ("notice", "v1, 2020-06-30", eur(100)) == (
        finding.severity.value,
        finding.source,
        found.owed,
    )


def test_nearly_all_money_from_elsewhere():
    """Income and own money beyond all bounds leave nothing to the grant."""
    most = Money(10**20 - 1)
    done = proof(costs=(cost("a", 1),), income=most, own_money=most)
    found = told(grant(used(1)), done, SHARE)
    assert "cost_not_as_recorded" in codes(found)


# -- to whom it went -------------------------------------------------------------------------------


def test_money_that_went_to_a_stranger():
    """Each is told once, whether money went there, was used there, or came back from there."""
    life = grant(
        move(Paid, 100),
        move(PassedOn, 10, D(2018, 2, 1), to="stranger"),
        move(PassedOn, 10, D(2018, 2, 2), to="stranger"),
        move(PassedBack, 5, D(2018, 2, 3), by="stranger"),
        move(Used, 5, D(2018, 2, 4), by="nobody"),
    )
    found = [each for each in told(life, proof()) if each.code == "passed_to_unknown"]
    assert [("stranger", "a1, 2017-11-15"), ("nobody", "a1, 2017-11-15")] == [
        (each.subject, each.source) for each in found
    ]


def test_money_that_went_to_those_who_take_part():
    """Applicant, members, carriers and the recipient of the grant are no strangers."""
    asked = application(
        applicant=town("d", applicant=None),
        members=(town("m"),),
        carriers=(Carrier(id="awo", name="AWO"),),
    )
    events = [
        move(PassedOn, 1, D(2018, 2, day), to=key, id=f"e{day}")
        for day, key in enumerate(("d", "m", "awo", "weinheim"), 1)
    ]
    found = told(grant(move(Paid, 100), *events), proof(), asked=asked)
    assert ["nothing_proved"] == codes(found)


# -- sources and rounding --------------------------------------------------------------------------


def test_least_award():
    """Less than the least grant is told when it is owed; nothing at all, and interim, is not."""
    least = silent(FULL, parameters=FrozenMap({"least_award": always("EUR", "2500")}))

    def found(amount: str | int, **given: Any) -> list[str]:
        done = proof(costs=(cost("a", amount),), **given)
        return codes(settle(least, grant(), done, application=application()).findings)

    assert [] == found(2500)
    assert ["award_below_least"] == found("2499.99")
    assert [] == found("2499.99", is_interim=True)
    assert [] == found(5, income=eur(5))


def test_report_that_lacks_somebody():
    """A report whose sums are incomplete is told at the settlement, too."""
    report = NarrativeReport(id="r", grant="g1", period=TWO_YEARS, missing=("drk", "b"))
    (found,) = told(grant(), proof(costs=(cost("a", 1),), report=report))
    assert ("sums_incomplete", "r", "drk, b") == (
        found.code,
        found.subject,
        found.values["missing"],
    )


def test_everything_rests_on_something():
    """No finding of a settlement is without paragraph or document."""
    earmark = GrantEarmark(
        id="e", title="x", amount=eur(1), sense=EarmarkSense.AT_MOST, lines=("a",)
    )
    plan = (cost("a", 10), cost("b", 10))
    life = grant(
        filled(),
        move(Used, 9),
        move(Used, 1, D(2018, 2, 1), by="stranger"),
        of=notice(plan=plan, earmarks=(earmark,), reference="15-27"),
    )
    done = proof(
        posts=(post(fte="0.5", end=D(2020, 1, 2)), post("p2", of="p1")),
        costs=(
            cost("a", 13),
            cost("b", 30),
            cost("c", 1),
            cost("d", 1, category=CostCategory.TRAVEL),
        ),
        income=eur(1),
        submitted_on=D(2021, 1, 1),
    )
    travel = EligibleCost(category=CostCategory.TRAVEL, is_eligible=False, citation=CITATION)
    found = settle(
        terms(SHARE, parameters=EIGHTY, costs=(travel,)),
        life,
        done,
        application=application(),
        rule=yearly_rule(),
    ).findings
    assert {
        "change_not_in_rule",
        "cost_not_eligible",
        "earmark_missed",
        "income_deducted",
        "line_not_planned",
        "outside_grant",
        "passed_to_unknown",
        "post_not_as_recorded",
        "proof_late",
    } <= set(codes(found))
    assert [] == [each.code for each in found if not each.source]
    assert {"15-27, 2018-01-01"} == {each.source for each in found if each.code == "earmark_missed"}


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [(Rounding.DOWN, "8000"), (Rounding.HALF_UP, "8000.01"), (Rounding.UP, "8000.01")],
)
def test_rounding_of_a_share(rounding: Rounding, expected: str):
    """80 % of 10,000.01 are 8,000.008: down by default, and as it is named."""
    done = proof(costs=(cost("a", "10000.01"),))
    by = silent(SHARE, parameters=EIGHTY)
    found = settle(by, grant(), done, application=application(), rounding=rounding)
    assert eur(expected) == found.owed
    default = settle(by, grant(), done, application=application())
    assert eur("8000") == default.owed


@pytest.mark.parametrize(("rounding", "expected"), [(Rounding.DOWN, 13), (Rounding.UP, 14)])
def test_rounding_of_a_line(rounding: Rounding, expected: int):
    """20 % above a line of 0.11 are 0.132: 13 cents by default, or what the named rounding says."""
    life = grant(of=notice(plan=(cost("a", "0.11"), cost("b", 1))))
    done = proof(costs=(cost("a", "0.20"), cost("b", "0.10")))
    found = settle(terms(FULL), life, done, application=application(), rounding=rounding)
    assert Money(expected) == found.recognition.lines["a"]
