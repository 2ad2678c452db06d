"""Laws of the shares of a consortium: no cent is lost, and nobody's share depends on the order."""

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.unit.funding.samples import application, town

from integrationsplan import Money, evolve
from integrationsplan.funding import Application, shares_of

MANY = settings(max_examples=200, deadline=None)

frameworks = st.lists(st.integers(0, 10**6), min_size=1, max_size=8).filter(any)
awards = st.integers(0, 10**8)


def joint(cents: list[int], order: Sequence[int] | None = None) -> Application:
    """Return an application of towns with frameworks in cents, in an order."""
    places = order or range(len(cents))
    first, *others = (evolve(town(f"t{n}"), framework=Money(cents[n])) for n in places)
    return application(applicant=first, members=tuple(others))


@MANY
@given(frameworks, awards)
def test_shares_add_up(cents: list[int], award: int):
    """The shares are the grant, each within a cent of the exact one, and the residue is told."""
    shares = shares_of(joint(cents), Money(award))
    assert award == sum(share.amount.minor for share in shares.shares)
    for share in shares.shares:
        cut = int(share.exact * 100)
        assert share.exact == Fraction(award * share.framework.minor, 100 * sum(cents))
        assert share.amount.minor - cut == share.is_raised
    assert shares.residue.minor == award - sum(int(share.exact * 100) for share in shares.shares)


@MANY
@given(frameworks, awards, st.data())
def test_order_does_not_matter(cents: list[int], award: int, data: st.DataObject):
    """The same members get the same, whoever leads them and in whatever order they stand."""
    order = data.draw(st.permutations(range(len(cents))))
    one, other = (shares_of(each, Money(award)) for each in (joint(cents), joint(cents, order)))
    assert dict(one.amounts) == dict(other.amounts)


@MANY
@given(frameworks)
def test_all_that_may_be_claimed(cents: list[int]):
    """A grant of all frameworks gives each its own."""
    shares = shares_of(joint(cents), Money(sum(cents)))
    assert cents == [share.amount.minor for share in shares.shares]
    assert Money(0) == shares.residue


@MANY
@given(frameworks, awards)
def test_nobody_gets_more_than_may_be_claimed(cents: list[int], award: int):
    """As long as no more than all frameworks is granted, no share is above its framework."""
    assume(award <= sum(cents))
    for share in shares_of(joint(cents), Money(award)).shares:
        assert share.amount <= share.framework
