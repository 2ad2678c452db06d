"""Laws of random programmes of all kinds of nodes: a value or our error, traces that verify."""

import datetime as dt

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from integrationsplan import Allocation, allocate, from_json, to_json
from integrationsplan._model import evolve
from integrationsplan.allocation import Trace, verify_trace
from integrationsplan.errors import IntegrationsplanError, InvalidValueError
from integrationsplan.testing._expressions import Maker
from integrationsplan.testing._programmes import programme_of
from integrationsplan.testing.strategies import recipients

DAY = dt.date(2018, 7, 1)


def _check_said(error: IntegrationsplanError) -> None:
    """Check that an error is said in both languages, without a placeholder."""
    said = [error.text("de"), error.text("en")]
    assert [True, True] == [text != "" and "{" not in text for text in said]


def _evaluated(data: st.DataObject) -> Allocation:
    """Return what a random programme gives, or give up where it refuses."""
    maker = Maker(data.draw(st.randoms(use_true_random=False)))
    formula, asked = maker.amount(), maker.conditions()
    try:
        programme = programme_of(
            formula, asked, money=data.draw(st.booleans()), split=data.draw(st.booleans())
        )
    except InvalidValueError as error:
        _check_said(error)
        assume(False)
    try:
        return allocate(programme, data.draw(recipients(programme)), day=DAY)
    except IntegrationsplanError as error:
        _check_said(error)
        assume(False)
        raise


random_programmes = settings(
    deadline=None,
    max_examples=150,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
    ],
)


@random_programmes
@given(st.data())
def test_every_trace_of_a_random_programme_verifies(data: st.DataObject):
    """Whatever the nodes, each award can be worked out again from its trace as a document."""
    allocation = _evaluated(data)
    for award in allocation:
        trace = award.trace()
        assert trace == from_json(to_json(trace), Trace)
        assert () == verify_trace(trace)


@random_programmes
@given(st.data())
def test_order_of_recipients_changes_no_award(data: st.DataObject):
    """Whatever the nodes, each recipient gets the same in every order, with the same findings."""
    allocation = _evaluated(data)
    members = data.draw(st.permutations(allocation.recipients.members))
    again = allocate(
        allocation.programme, evolve(allocation.recipients, members=tuple(members)), day=DAY
    )
    assert {award.recipient.key: (award.amount, set(award.findings)) for award in allocation} == {
        award.recipient.key: (award.amount, set(award.findings)) for award in again
    }


@random_programmes
@given(st.data())
def test_every_award_of_a_random_programme_is_said_in_full(data: st.DataObject):
    """Both languages have a sentence for everything, and none keeps a placeholder."""
    for award in _evaluated(data):
        said = [award.explain("de"), award.explain("en"), award.trace().explain("de")]
        assert [False] * 3 == ["{" in text or "None" in text for text in said]
