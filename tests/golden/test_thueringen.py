"""Programmes of Thüringen: ThILIK, the distribution quota, the integration key."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from integrationsplan import (
    Award,
    NotInForceError,
    Programme,
    Recipients,
    allocate,
    catalogue,
    from_toml,
)

THILIK = "de-th-thilik-2016"
FIRST_DAY = dt.date(2016, 5, 1)
DOCUMENTS = Path(__file__).parent / "documents"
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
    path = DOCUMENTS / "de-th-fluechtlingsverteilung-2015.toml"
    return from_toml(path.read_bytes(), Programme)


def distribute(persons: int) -> dict[str, str]:
    """Distribute persons among the bodies."""
    programme = quota()
    rows = [{"key": body} for body in programme.parameters["quota"].values[0].table]
    recipients = Recipients.of(rows, figures={"arrivals": persons})
    allocation = allocate(programme, recipients, day=dt.date(2016, 1, 1))
    return {award.recipient.key: award.amount.to_text() for award in allocation}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared data is not beside the checkout")
def test_quota_is_that_of_the_shared_record():
    """The test document has the quota as printed."""
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
    path = DOCUMENTS / "de-th-integrationsschluessel-2017.toml"
    return from_toml(path.read_bytes(), Programme)


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
