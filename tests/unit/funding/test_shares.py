"""Shares of members: what of the grant of a consortium belongs to whom, to the last cent."""

from fractions import Fraction
from typing import Any

import pytest
from tests.unit.funding.samples import application, eur, problems, town

from integrationsplan import Money
from integrationsplan.errors import InvalidValueError
from integrationsplan.funding import Application, MemberShares, shares_of


def joint(*frameworks: int | str | None, **given: Any) -> Application:
    """Return an application of towns a, b, c with their frameworks."""
    first, *others = (town("abcdefgh"[n], each) for n, each in enumerate(frameworks))
    return application(**{"applicant": first, "members": tuple(others), **given})


def cents(shares: MemberShares) -> dict[str, int]:
    """Return the shares in cents."""
    return {key: amount.minor for key, amount in shares.amounts.items()}


def test_each_gets_its_framework():
    """Where all is granted that they may claim, each gets just its own."""
    shares = shares_of(joint(63686, 71648, 55726), eur(191060))
    assert {"a": 6368600, "b": 7164800, "c": 5572600} == cents(shares)
    assert (eur(0), ()) == (shares.residue, shares.tied)


def test_less_than_all_frameworks():
    """Exactly ….44, ….17 and ….39 cents: the one cent that is left goes where most was cut."""
    shares = shares_of(joint(63686, 71648, 55726), eur(100000))
    assert {"a": 3333299, "b": 3750026, "c": 2916675} == cents(shares)
    assert 10_000_000 == sum(cents(shares).values())
    assert [True, False, False] == [share.is_raised for share in shares.shares]
    assert Fraction(100000 * 63686, 191060) == shares.shares[0].exact
    assert Money(1) == shares.residue


def test_equal_claims():
    """Three equal shares of 100 cents: the smallest key gets the cent that is left."""
    shares = shares_of(joint(1, 1, 1), eur(1))
    assert {"a": 34, "b": 33, "c": 33} == cents(shares)
    assert ("a", "b", "c") == shares.tied
    backwards = application(applicant=town("c", 1), members=(town("b", 1), town("a", 1)))
    assert cents(shares) == cents(shares_of(backwards, eur(1)))


def test_member_that_brings_nothing():
    """A framework of zero gets nothing; the others get all."""
    assert {"a": 0, "b": 1000} == cents(shares_of(joint(0, 5), eur(10)))


def test_district_that_only_applies():
    """Who brings no framework gets no share, and needs none."""
    asked = application(
        applicant=town("d", None), applicant_takes_part=False, members=(town("a", 1), town("b", 3))
    )
    assert {"a": 100, "b": 300} == cents(shares_of(asked, eur(4)))


def test_alone():
    """Who applies alone gets everything, in the very cents."""
    assert {"weinheim": 1} == cents(shares_of(application(), Money(1)))


def test_nothing_to_share():
    """Of nothing, each gets nothing."""
    shares = shares_of(joint(1, 2), Money(0))
    assert ({"a": 0, "b": 0}, eur(0)) == (cents(shares), shares.residue)


def test_more_than_the_frameworks():
    """More than they may claim is shared alike; whether it may be granted is not asked here."""
    assert {"a": 200, "b": 400} == cents(shares_of(joint(1, 2), eur(6)))


def test_explained():
    """Every share has its line, and the cents that were left have their reason."""
    shares = shares_of(joint(1, 1, 1), eur("1.01"))
    assert shares.explain("en").splitlines() == [
        "€1.01 are shared by the planning frameworks of €3.00:",
        "  a: framework €1.00, exactly 0.3366666…, gets €0.34 (a cent of the rest)",
        "  b: framework €1.00, exactly 0.3366666…, gets €0.34 (a cent of the rest)",
        "  c: framework €1.00, exactly 0.3366666…, gets €0.33",
        "€0.02 were left over cut cents; they went to the largest remainders, a cent each.",
        "The remainders of these were equal, and the smaller key came first: a, b, c.",
    ]
    german = shares.explain("de").splitlines()
    assert "  a: Planungsrahmen 1,00 €, genau 0,3366666…, erhält 0,34 € (einen Cent des Rests)" in (
        german
    )
    assert 6 == len(german)


def test_name_with_braces():
    """A name is a name, whatever stands in it."""
    odd = application(applicant=town("a", 1, name="{award} %s {0}"))
    assert "{award} %s {0}" in shares_of(odd, eur(1)).explain("de")


# -- what cannot be shared -------------------------------------------------------------------------


def test_frameworks_that_are_missing():
    """Each whose framework is missing is named, all at once, with what else is wrong."""
    with pytest.raises(InvalidValueError) as caught:
        shares_of(joint(None, 1, None), Money(-1))
    assert [
        ("no_money", "/award"),
        ("no_framework", "/applicant/framework"),
        ("no_framework", "/members/1/framework"),
    ] == problems(caught.value)


def test_frameworks_of_zero():
    """By nothing at all, nothing can be shared."""
    with pytest.raises(InvalidValueError) as caught:
        shares_of(joint(0, 0), eur(1))
    assert [("no_framework", "/members")] == problems(caught.value)


def test_other_currency():
    """Grants are in euros."""
    with pytest.raises(InvalidValueError) as caught:
        shares_of(joint(1), Money(1, "CHF"))
    assert [("other_currency", "/award")] == problems(caught.value)


def test_very_many_members():
    """Two thousand members share the most money that there is, and no cent is lost."""
    members = tuple(town(f"m{n}", n + 1) for n in range(2_000))
    most = Money(10**20 - 1)
    shares = shares_of(application(members=members), most)
    assert most == Money.total(shares.amounts.values())
    assert 2_001 == len(shares.shares)
