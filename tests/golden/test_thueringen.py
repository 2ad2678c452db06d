"""Programmes of Thüringen: ThILIK, the distribution quota, the integration key, reimbursement."""

import csv
import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from integrationsplan import (
    Allocation,
    Award,
    NotInForceError,
    Programme,
    Recipients,
    allocate,
    catalogue,
)

Golden = Callable[..., Allocation]

THILIK = "de-th-thilik-2016"
FIRST_DAY = dt.date(2016, 5, 1)
SHARED = (
    Path(__file__).resolve().parents[3] / "shared" / "data" / "thueringen_distribution_quota.csv"
)


def thilik(*posts: str) -> Award:
    """Return the award of one body with the costs of its posts."""
    records = {"post": [{"eligible_cost": cost} for cost in posts]}
    rows = [{"key": "Erfurt", "records": records}]
    return allocate(catalogue.load(THILIK), rows, day=FIRST_DAY)["Erfurt"]


def cut(award: Award) -> dict[str, str]:
    """Return who pays how much."""
    return {name: amount.to_text() for name, amount in award.sources.items()}


def test_thilik_splits_a_cost_80_to_20():
    """65,217.43 = 52,173.94 + 13,043.49: the rest goes to the second ministry."""
    wanted = {"social-ministry-esf": "52173.94", "migration-ministry": "13043.49"}
    assert wanted == cut(thilik("65217.43"))


def test_thilik_award_is_the_cost():
    """Both ministries together pay the whole cost."""
    assert "65217.43" == thilik("65217.43").amount.to_text()


def test_thilik_splits_three_million():
    """The whole programme: 2,400,000 and 600,000."""
    wanted = {"social-ministry-esf": "2400000.00", "migration-ministry": "600000.00"}
    assert wanted == cut(thilik("3000000"))


def test_thilik_is_not_in_force_before_may_2016():
    """The day before the first is refused and the first named."""
    with pytest.raises(NotInForceError) as error:
        allocate(catalogue.load(THILIK), [{"key": "a"}], day=dt.date(2016, 4, 30))
    assert (None, FIRST_DAY) == (error.value.before, error.value.after)


def test_thilik_two_posts_get_nothing():
    """A second post makes the award zero."""
    assert "0.00" == thilik("65217.43", "1").amount.to_text()


def test_thilik_two_posts_are_told_why():
    """The zero comes with its reason and the numbers."""
    finding = thilik("65217.43", "1").findings[0]
    assert ("one_post_only", {"posts": "2", "posts_per_body": "1"}) == (
        finding.code,
        dict(finding.values),
    )


def test_thilik_zero_is_cut_into_zeros():
    """The ministries pay nothing of an award of nothing."""
    wanted = {"social-ministry-esf": "0.00", "migration-ministry": "0.00"}
    assert wanted == cut(thilik("65217.43", "1"))


def test_thilik_tells_when_the_money_does_not_suffice():
    """A cost above three million is reported of the whole."""
    rows = [
        {"key": str(index), "records": {"post": [{"eligible_cost": "1500000.01"}]}}
        for index in range(2)
    ]
    allocation = allocate(catalogue.load(THILIK), rows, day=FIRST_DAY)
    assert ["budget_exceeded"] == [finding.code for finding in allocation.findings]


def test_thilik_tells_of_more_bodies_than_exist():
    """Thüringen had 23 bodies."""
    rows = [{"key": str(index), "records": {"post": [{"eligible_cost": 1}]}} for index in range(24)]
    allocation = allocate(catalogue.load(THILIK), rows, day=FIRST_DAY)
    assert ["more_bodies_than_exist"] == [finding.code for finding in allocation.findings]


# -- persons by a printed quota --------------------------------------------------------------------


def quota() -> Programme:
    """Return the distribution by ThürFlüVertVO."""
    return catalogue.load("de-th-fluechtlingsverteilung-2015")


def distribute(persons: int) -> dict[str, str]:
    """Distribute persons among the bodies."""
    programme = quota()
    rows = [{"key": body} for body in programme.parameters["quota"].values[0].table]
    recipients = Recipients.of(rows, figures={"arrivals": persons})
    allocation = allocate(programme, recipients, day=dt.date(2016, 1, 1))
    return {award.recipient.key: award.amount.to_text() for award in allocation}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not beside the checkout")
def test_quota_is_that_of_the_shared_record():
    """The catalogue has the quota as printed."""
    with SHARED.open(encoding="utf-8") as file:
        rows = {row["body"]: row["percent"] for row in csv.DictReader(file)}
    assert rows == dict(quota().parameters["quota"].values[0].table)


@pytest.mark.parametrize(
    ("persons", "body", "total"),
    [
        ("95", "Erfurt", 1000),
        ("17", "Suhl", 1000),
        ("58", "Schmalkalden-Meiningen", 1000),
        ("1450", "Schmalkalden-Meiningen", 25_000),
        ("2375", "Erfurt", 25_000),
        ("425", "Suhl", 25_000),
        ("475", "Eisenach", 25_000),
    ],
)
def test_persons_by_quota(persons: str, body: str, total: int):
    """Round numbers of persons show the quota."""
    assert persons == distribute(total)[body]


@pytest.mark.parametrize("total", [0, 1, 7, 100, 999, 25_000, 10**15 + 7])
def test_persons_are_distributed_without_loss(total: int):
    """Nobody is lost or made up, however few they are."""
    assert total == sum(map(int, distribute(total).values()))


# -- the integration key ---------------------------------------------------------------------------


def integration_key() -> Programme:
    """Return the Integrationsschlüssel 2017."""
    return catalogue.load("de-th-integrationsschluessel-2017")


def test_integration_key_weighs_shares_and_not_heads():
    """100 and 300 refugees, 10 children each: 8.75 and 16.25 millions."""
    rows = [
        {"key": "A", "refugees": 100, "kita_children": 10},
        {"key": "B", "refugees": 300, "kita_children": 10},
    ]
    allocation = allocate(integration_key(), rows, day=dt.date(2017, 1, 1))
    assert ["8750000.00", "16250000.00"] == [award.amount.to_text() for award in allocation]


def test_integration_key_earmarks_an_amount_for_each_child():
    """5,784 euros for each child must be passed on."""
    rows = [
        {"key": "A", "refugees": 100, "kita_children": 10},
        {"key": "B", "refugees": 300, "kita_children": 10},
    ]
    award = allocate(integration_key(), rows, day=dt.date(2017, 1, 1))["A"]
    assert {"pass-on-to-municipalities": "57840.00"} == {
        name: amount.to_text() for name, amount in award.earmarks.items()
    }


# -- a real grant ----------------------------------------------------------------------------------


def test_planning_coordinator_of_unstrut_hainich(golden: Golden):
    """Granted for 16 November to 31 December 2015: 7,249.92; the pay of 7,541.00 is inferred."""
    records = {"post": [{"pay": "7541.00", "pay_group": "E 11"}]}
    rows = [{"key": "Unstrut-Hainich-Kreis", "records": records}]
    (award,) = golden("de-th-armutspraevention-2-1", rows, "2015-11-16")
    assert "7249.92" == award.amount.to_text()


def test_grant_of_unstrut_hainich_by_month():
    """7,249.92 are one and a half months of 4,833.28."""
    terms = catalogue.terms("de-th-planungskoordinatoren")
    day, body = dt.date(2015, 11, 16), "Unstrut-Hainich-Kreis"
    month = terms.value("published_grant_per_month", day, of=body).number
    assert terms.value("published_grant", day, of=body).number == Fraction(3, 2) * month


# -- reimbursement ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "as_known"),
    [
        ("310.00", "2015-10-01"),  # 31 euros were what a clerk could know
        ("310.00", "2015-11-18"),
        ("380.00", "2015-11-19"),  # published, back to 1 August
        ("380.00", None),
    ],
)
def test_care_of_september_2015_by_what_was_known(
    golden: Golden, amount: str, as_known: str | None
):
    """The rate of 38 euros came in November and counts from August: 70 euros are to be added."""
    rows = [
        {"key": "A", "records": {"month": [{"first_day": "2015-09-01", "persons": 10}]}},
    ]
    (award,) = golden("de-th-fluechtlingsbetreuung", rows, "2015-09-30", as_known=as_known)
    assert amount == award.amount.to_text()


@pytest.mark.parametrize("day", ["2016-01-01", "2017-12-31"])
def test_new_places_are_paid_in_2016_and_2017(golden: Golden, day: str):
    """20 × 7,500 in shared housing and 9 × 1,000 in flats."""
    buildings = [
        {"key": "house", "places": 20, "building_kind": "shared"},
        {"key": "flats", "places": 9, "building_kind": "flat"},
    ]
    rows = [{"key": "A", "records": {"building": buildings}}]
    (award,) = golden("de-th-neue-plaetze-2016", rows, day)
    assert "159000.00" == award.amount.to_text()


@pytest.mark.parametrize("day", ["2015-12-31", "2018-01-01"])
def test_new_places_of_other_years_are_not_known(golden: Golden, day: str):
    """The version before had no rate for flats, that after could not be read."""
    with pytest.raises(NotInForceError):
        golden("de-th-neue-plaetze-2016", [{"key": "A", "records": {"building": []}}], day)
