"""Splitting against an independent implementation: votelib's exact largest remainders."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integrationsplan.allocation import largest_remainder

evaluators = pytest.importorskip("votelib.evaluate.proportional")

weights = st.lists(st.integers(0, 2**40), min_size=1, max_size=12)
WRONG_PEER = [1, 1, 1, 2]


def by_votelib(pot: int, votes: list[int]) -> dict[int, int] | None:
    """Return votelib's parts; nothing where it leaves a tie open."""
    evaluator = evaluators.LargestRemainder("hare")
    given_votes = {index: Fraction(vote) for index, vote in enumerate(votes) if vote}
    found = evaluator.evaluate(given_votes, pot)
    if any(not isinstance(index, int) for index in found):
        return None
    return {index: found.get(index, 0) for index in range(len(votes))}


@given(st.integers(1, 10**18), weights)
def test_largest_remainders_agree(pot: int, votes: list[int]):
    """Whatever the size of pot and weights, both give the same whole units."""
    assume(any(votes))
    wanted = by_votelib(pot, votes)
    assume(wanted is not None)
    assert wanted == dict(enumerate(largest_remainder(pot, votes).parts))


def test_a_tie_is_broken_by_the_smaller_key():
    """Where another library errs or leaves it open, the first of the equal ones is served."""
    assert (1, 0, 0, 1) == largest_remainder(2, WRONG_PEER).parts
